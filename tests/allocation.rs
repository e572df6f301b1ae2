//! What promises not to allocate does not.

use allocation_counter::measure;
use qazaq::{Scheme, Transliterator, compare, normalize, sentences, to_lowercase, tokens, words};

const TEXTS: [&str; 3] = [
    include_str!("../data/samples/news.txt"),
    include_str!("../data/samples/hard-cases.txt"),
    include_str!("../data/samples/social.txt"),
];

#[test]
fn tokens_words_and_sentences_allocate_nothing() {
    for text in TEXTS {
        let info = measure(|| {
            let mut sum = 0;
            sum += tokens(text)
                .map(|token| token.as_str().len() + token.suffix().map_or(0, str::len))
                .sum::<usize>();
            sum += words(text).map(|token| token.base().len()).sum::<usize>();
            sum += sentences(text).map(|sentence| sentence.as_str().len()).sum::<usize>();
            assert!(sum > text.len());
        });
        assert_eq!(info.count_total, 0);
    }
}

#[test]
fn clean_text_is_borrowed_without_allocation() {
    let info = measure(|| {
        assert_eq!(
            normalize("Қазақстан Республикасының «Nur Otan» iPhone-ды 2010 ж. 12,5%-ға"),
            "Қазақстан Республикасының «Nur Otan» iPhone-ды 2010 ж. 12,5%-ға"
        );
        assert_eq!(to_lowercase("қазақ тілі", qazaq::Script::Cyrillic), "қазақ тілі");
        assert!(compare("әже", "бала").is_lt());
    });
    assert_eq!(info.count_total, 0);
}

/// A sink that keeps nothing.
struct Count(usize);

impl std::fmt::Write for Count {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

#[test]
fn transliteration_into_a_sink_allocates_nothing() {
    let text = include_str!("../data/samples/news.txt");
    for scheme in [Scheme::Latin2021, Scheme::Latin2018, Scheme::Iso9, Scheme::Arabic] {
        let latin = Transliterator::to(scheme).transliterate(text).into_owned();
        let info = measure(|| {
            let mut count = Count(0);
            Transliterator::to(scheme).transliterate_to(text, &mut count).unwrap();
            assert_eq!(count.0, latin.len());
            Transliterator::from(scheme).transliterate_to(&latin, &mut count).unwrap();
        });
        assert_eq!(info.count_total, 0, "{scheme}");
    }
}
