//! Any text through everything that takes text. `cargo +nightly fuzz run text`; what it finds goes into `regressions/`, which
//! `tests/regressions.rs` replays.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut at = 0;
    for token in qazaq::tokens(text) {
        assert_eq!(token.span().start, at);
        at = token.span().end;
        let _ = (token.base(), token.suffix(), token.digits(), token.percent_sign());
    }
    assert_eq!(at, text.len());
    let _ = qazaq::junctions(text).count();
    for sentences in [qazaq::sentences(text), qazaq::hard_wrapped_sentences(text)] {
        let mut at = 0;
        for sentence in sentences {
            assert!(text[at..sentence.span().start].trim().is_empty());
            at = sentence.span().end;
        }
        assert!(text[at..].trim().is_empty());
    }
    let once = qazaq::normalize(text).into_owned();
    assert_eq!(qazaq::normalize(&once), once);
    for scheme in qazaq::Scheme::ALL {
        for transliterator in [qazaq::Transliterator::to(scheme), qazaq::Transliterator::from(scheme)] {
            let converted = transliterator.transliterate(text);
            assert_eq!(transliterator.align(text).last().map_or(0, |part| part.target.end), converted.len());
        }
    }
    let _ = (qazaq::detect(text), qazaq::to_cyrillic(text), qazaq::slug(text));
    for fixed in qazaq::translit::html_spans(text).chain(qazaq::translit::markdown_spans(text)) {
        assert!(text.get(fixed.span).is_some());
    }
    let mut end = 0;
    for number in qazaq::numbers::Finder::new().relative(true).numbers(text) {
        assert!(number.span().start >= end);
        end = number.span().end;
    }
    let mut end = 0;
    for one in qazaq::identifiers::identifiers(text) {
        assert!(one.span().start >= end);
        end = one.span().end;
    }
    let _ = (qazaq::numbers::verbalize(text), qazaq::numbers::digitize(text));
    let _ = (qazaq::repair_legacy_font(text), qazaq::sort_key(text), qazaq::Script::detect(text));
});
