//! Laws that hold for every text.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use qazaq::identifiers::identifiers;
use qazaq::numbers::Finder;
use qazaq::translit::{html_spans, markdown_spans};
use qazaq::{
    Normalizer, Scheme, Script, Transliterator, compare, detect, hard_wrapped_sentences, junctions,
    normalize, repair_legacy_font, sentences, slug, sort_key, to_cyrillic, to_lowercase, to_uppercase,
    tokens, words,
};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Any string; strings of what Kazakh text is made of; real text with characters changed.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), pieces(), mutated()]
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-яәіңғүұқөһА-ЯӘІҢҒҮҰҚӨҺ]{1,6}",
        "[a-zA-ZıİşŞğĞñöüūäáǵńóúý]{1,6}",
        "[aceopxyiTBHKMəhӊӇўЎіЇ]{1,3}",
        "[ابتجحدرزسشعفقكگڭلمنھەوۇۆۋىيء]{1,5}",
        "[0-9]{1,4}",
        "[-.,:;!?%‰'’ʼ‘«»“”\"()/@#_…—–№$ ]{1,3}",
        "[\u{ad}\u{200b}\u{200d}\u{306}\u{308}\u{301}\u{a0}\u{202f}\u{fe0f}\u{20e3}]",
        prop::sample::select(vec![
            "т.б.",
            "млн.",
            "ж.",
            "-ға",
            "%-ға",
            "-ші",
            "aqparat.kz",
            "https://",
            "a@b.kz",
            "😀",
            "👨\u{200d}👩",
            "🇰🇿",
            "❤\u{fe0f}",
            "\r\n",
            "\n",
            "日本",
            "ไทย",
            "가",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn mutated() -> impl Strategy<Value = String> {
    const SAMPLES: [&str; 3] = [
        include_str!("../data/samples/news.txt"),
        include_str!("../data/samples/social.txt"),
        include_str!("../data/samples/hard-cases.txt"),
    ];
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 0..8);
    (prop::sample::select(SAMPLES.to_vec()), any::<prop::sample::Index>(), edits).prop_map(
        |(sample, at, edits)| {
            let lines: Vec<_> = sample.lines().filter(|line| !line.is_empty()).collect();
            let mut chars: Vec<char> = at.get(&lines).chars().collect();
            for (place, c) in edits {
                let place = place.index(chars.len());
                chars[place] = c;
            }
            chars.into_iter().collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn tokens_are_lossless(text in text()) {
        let mut at = 0;
        for token in tokens(&text) {
            prop_assert_eq!(token.span().start, at);
            prop_assert_eq!(&text[token.span()], token.as_str());
            prop_assert!(!token.as_str().is_empty());
            at = token.span().end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn no_token_crosses_a_line_break(text in text()) {
        for token in tokens(&text).filter(|token| !token.is_line_break()) {
            let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
            prop_assert!(!token.as_str().contains(breaks));
        }
    }

    #[test]
    fn no_token_ends_inside_a_letter_with_its_marks(text in pieces()) {
        // The oracle is unicode-segmentation. White space is left out: a mark after it belongs to nothing.
        let starts: Vec<_> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for token in tokens(&text).filter(|token| !text[..token.span().end].ends_with(char::is_whitespace)) {
            prop_assert!(starts.binary_search(&token.span().end).is_ok(), "{:?}", token);
        }
    }

    #[test]
    fn words_are_the_tokens_of_those_kinds(text in text()) {
        let of_kind: Vec<_> = tokens(&text).filter(|token| token.kind().is_word()).collect();
        prop_assert_eq!(words(&text).collect::<Vec<_>>(), of_kind);
    }

    #[test]
    fn parts_of_a_token_lie_in_it(text in text()) {
        for token in tokens(&text) {
            prop_assert!(token.as_str().starts_with(token.base()));
            prop_assert!(token.as_str().starts_with(token.digits()));
            if let Some(suffix) = token.suffix() {
                prop_assert!(token.as_str().ends_with(suffix));
            }
        }
    }

    #[test]
    fn junctions_agree_with_tokens(text in text()) {
        let ends: Vec<_> = tokens(&text).map(|token| token.span().end).collect();
        let mut last = 0;
        for junction in junctions(&text) {
            prop_assert!(junction.offset() >= last);
            last = junction.offset();
            prop_assert_eq!(junction.joined(), ends.binary_search(&junction.offset()).is_err());
        }
    }

    #[test]
    fn sentences_leave_out_only_white_space(text in text()) {
        for sentences in [sentences(&text).collect::<Vec<_>>(), hard_wrapped_sentences(&text).collect()] {
            let mut at = 0;
            for sentence in sentences {
                prop_assert_eq!(&text[sentence.span()], sentence.as_str());
                prop_assert!(!sentence.as_str().is_empty());
                prop_assert!(text[at..sentence.span().start].trim().is_empty());
                at = sentence.span().end;
            }
            prop_assert!(text[at..].trim().is_empty());
        }
    }

    #[test]
    fn sentences_end_where_tokens_end(text in text()) {
        let ends: Vec<_> = tokens(&text).map(|token| token.span().end).collect();
        for sentence in sentences(&text) {
            prop_assert!(ends.binary_search(&sentence.span().end).is_ok());
        }
    }

    #[test]
    fn normalization_is_idempotent(text in text()) {
        let once = normalize(&text).into_owned();
        let twice = normalize(&once);
        prop_assert_eq!(&once, &twice);
        prop_assert!(matches!(twice, Cow::Borrowed(_)));
        let everything = Normalizer::new().quotes(true).dashes(true);
        let once = everything.normalize(&text).into_owned();
        prop_assert_eq!(&once, &everything.normalize(&once));
    }

    #[test]
    fn changes_are_in_order_and_make_the_result(text in text()) {
        let mut at = 0;
        let mut made = String::new();
        for change in Normalizer::new().changes(&text) {
            prop_assert!(change.span().start >= at);
            prop_assert_eq!(&text[change.span()], change.original());
            prop_assert_ne!(change.original(), change.replacement());
            made.push_str(&text[at..change.span().start]);
            made.push_str(change.replacement());
            at = change.span().end;
        }
        made.push_str(&text[at..]);
        prop_assert_eq!(&made, &normalize(&text));
        let mut written = String::new();
        Normalizer::new().normalize_to(&text, &mut written).unwrap();
        prop_assert_eq!(made, written);
    }

    #[test]
    fn one_script_without_marks_is_not_touched(text in "[а-яәіңғүұқөһёА-ЯӘІҢҒҮҰҚӨҺ ,.!?«»—0-9-]{0,60}") {
        prop_assert!(matches!(normalize(&text), Cow::Borrowed(_)));
    }

    #[test]
    fn contaminated_words_become_pure_again(
        word in "[а-яәіңғүұқөһ]{2,12}|[А-ЯӘІҢҒҰҚӨ][а-яәіңғүұқөһ]{1,11}",
        picks in prop::collection::vec(any::<bool>(), 13),
    ) {
        // The letters that people type in the wrong layout.
        let twins: Vec<(char, char)> = "асеорхуіТВНКМ".chars().zip("aceopxyiTBHKM".chars()).collect();
        let dirty: String = word.chars().zip(&picks).map(|(c, pick)| {
            twins.iter().find(|twin| *pick && twin.0 == c).map_or(c, |twin| twin.1)
        }).collect();
        // A word of nothing but Latin letters cannot be told from a Latin word.
        prop_assume!(Script::detect(&dirty) == Some(Script::Cyrillic) || Script::is_mixed(&dirty));
        prop_assert_eq!(normalize(&dirty), word);
    }

    #[test]
    fn lossless_schemes_give_cyrillic_back(text in "(([а-яәіңғүұқөһё]{1,8}|[А-ЩЭ-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһё]{1,8}|[А-ЩЭ-ЯӘІҢҒҮҰҚӨҺ]{2,8})[.,»]? [0-9]?—?){0,8}") {
        // щ and ш beside ч are written alike, and so are letters that make another digraph together.
        prop_assume!(!text.to_lowercase().contains("шч"));
        for scheme in Scheme::ALL.into_iter().filter(|scheme| scheme.is_lossless()) {
            let there = Transliterator::to(scheme).transliterate(&text).into_owned();
            prop_assert_eq!(&Transliterator::from(scheme).transliterate(&there), &text);
        }
    }

    #[test]
    fn transliteration_keeps_what_is_not_kazakh(text in text()) {
        for scheme in Scheme::ALL {
            let there = Transliterator::to(scheme).transliterate(&text);
            prop_assert!(there.len() <= text.len() * 7 / 2 + 8);
            let back = Transliterator::from(scheme).transliterate(&text);
            prop_assert!(back.len() <= text.len() * 4 + 8);
            let mut written = String::new();
            Transliterator::to(scheme).transliterate_to(&text, &mut written).unwrap();
            prop_assert_eq!(&written, &there);
            if !text.chars().any(|c| Script::of(c) == Some(Script::Cyrillic)) {
                prop_assert_eq!(&there, &text);
            }
        }
    }

    #[test]
    fn alignment_covers_text_and_conversion(text in text()) {
        for transliterator in Scheme::ALL.into_iter().flat_map(|scheme| [Transliterator::to(scheme), Transliterator::from(scheme)]) {
            let (mut source, mut target) = (0, 0);
            let mut joined = String::new();
            for part in transliterator.align(&text) {
                prop_assert_eq!(part.source.start, source);
                prop_assert_eq!(part.target.start, target);
                joined.push_str(&transliterator.transliterate(&text[part.source.clone()]));
                (source, target) = (part.source.end, part.target.end);
                prop_assert_eq!(joined.len(), target);
            }
            prop_assert_eq!(source, text.len());
        }
    }

    #[test]
    fn candidates_come_out_as_the_word(word in "[a-zäğıñöşūü]{1,10}") {
        let found = Transliterator::from(Scheme::Latin2021).candidates(&word);
        prop_assert_eq!(found.best(), Transliterator::from(Scheme::Latin2021).transliterate(&word));
        for other in &found.words()[1..] {
            prop_assert_eq!(Transliterator::to(Scheme::Latin2021).transliterate(other), word.as_str());
        }
    }

    #[test]
    fn slugs_are_ascii_names(text in text()) {
        let slug = slug(&text);
        prop_assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
    }

    #[test]
    fn guesses_take_any_text(text in text()) {
        let _ = to_cyrillic(&text);
        if let Some(found) = detect(&text) {
            prop_assert!(found.confidence > 0.0 && found.confidence <= 1.0);
        }
        for scheme in [Scheme::Latin2021, Scheme::Latin2018, Scheme::Arabic] {
            for open in Transliterator::from(scheme).uncertain(&text).take(20) {
                prop_assert_eq!(&text[open.span.clone()], open.word);
            }
        }
    }

    #[test]
    fn fixed_spans_stay(text in "[a-zқәғ<>&;/!\"'=`~\\[\\]() \n-]{0,60}") {
        let to = Transliterator::to(Scheme::Latin2021);
        for spans in [html_spans(&text).collect::<Vec<_>>(), markdown_spans(&text).collect()] {
            let mut end = 0;
            for fixed in &spans {
                prop_assert!(fixed.span.start >= end && text.get(fixed.span.clone()).is_some());
                end = fixed.span.end;
            }
            let kept: usize = spans.iter().map(|fixed| text[fixed.span.clone()].matches('қ').count()).sum();
            let mut out = String::new();
            to.transliterate_around(&text, spans, &mut out).unwrap();
            prop_assert_eq!(out.matches('қ').count(), kept);
        }
    }

    #[test]
    fn numbers_stand_in_order(text in text(), spoken in "((бір|екі|он|қырық|жүз|мың|миллион|бүтін|жарым|пайыз|теңге|жыл|сағат|дейін|шамамен|5|12,5%|-|–| |ға|нан){1,14} ){0,3}") {
        for text in [text.as_str(), spoken.as_str()] {
            for relative in [false, true] {
                let mut end = 0;
                for number in Finder::new().relative(relative).numbers(text) {
                    prop_assert!(number.span().start >= end && !number.as_str().is_empty());
                    prop_assert_eq!(&text[number.span()], number.as_str());
                    prop_assert!(!number.as_str().contains('\n'));
                    end = number.span().end;
                }
            }
        }
    }

    #[test]
    fn identifiers_stand_free_and_in_order(text in text(), named in "((850101300124|\\+7|8|701|5551234|KZ86|125K|ZT50|0410|0100|1\\.2\\.3|№|777|AAA|02|[-.,/ әa5]){1,8} ?){0,4}") {
        for text in [text.as_str(), named.as_str()] {
            let mut end = 0;
            for one in identifiers(text) {
                prop_assert!(one.span().start >= end && !one.as_str().is_empty());
                prop_assert_eq!(&text[one.span()], one.as_str());
                let beside = [text[..one.span().start].chars().next_back(), text[one.span().end..].chars().next()];
                prop_assert!(!beside.into_iter().flatten().any(char::is_alphanumeric), "{:?}", one);
                end = one.span().end;
            }
        }
    }

    #[test]
    fn legacy_repair_is_idempotent(text in text()) {
        let once = repair_legacy_font(&text).into_owned();
        prop_assert_eq!(&once, &repair_legacy_font(&once));
    }

    #[test]
    fn casing_keeps_length_in_characters_and_is_idempotent(text in text()) {
        for script in Script::ALL {
            let lower = to_lowercase(&text, script).into_owned();
            let upper = to_uppercase(&text, script).into_owned();
            prop_assert_eq!(lower.chars().count(), text.chars().count());
            prop_assert_eq!(upper.chars().count(), text.chars().count());
            prop_assert_eq!(&to_lowercase(&lower, script), &lower);
        }
    }

    #[test]
    fn sort_keys_sort_as_compare_does(a in text(), b in text()) {
        prop_assert_eq!(compare(&a, &b), sort_key(&a).cmp(&sort_key(&b)));
        prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
        prop_assert_eq!(compare(&a, &a), std::cmp::Ordering::Equal);
    }
}
