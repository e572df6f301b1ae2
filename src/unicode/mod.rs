//! What the Unicode standard says of all scripts: normalization forms (UAX 15), grapheme clusters and words (UAX 29).
//!
//! With the feature `unicode` the crates unicode-normalization and unicode-segmentation answer. Without it, for small builds, `small` knows
//! the letters and marks of the Latin, Cyrillic and Arabic blocks and the joiners of emoji; other scripts pass as they are. A test
//! holds the two together on those blocks.

#[cfg(feature = "unicode")]
mod full;
#[cfg(any(test, not(feature = "unicode")))]
mod small;
#[cfg(any(test, not(feature = "unicode")))]
#[rustfmt::skip]
mod tables;

#[cfg(feature = "unicode")]
pub(crate) use full::{
    compatible, composed, first_grapheme, first_word, lower, needs_composing, starts_cluster, upper,
};
#[cfg(not(feature = "unicode"))]
pub(crate) use small::{
    compatible, composed, first_grapheme, first_word, lower, needs_composing, starts_cluster, upper,
};

#[cfg(all(test, feature = "unicode"))]
mod tests {
    use super::{full, small};
    use alloc::string::String;
    use proptest::prelude::*;

    fn agree(text: &str) {
        let nfc = |c: &mut dyn Iterator<Item = char>| c.collect::<String>();
        assert_eq!(nfc(&mut small::composed(text)), nfc(&mut full::composed(text)), "{text:?}");
        // What one form changes the quick check must not pass.
        if full::composed(text).ne(text.chars()) {
            assert!(small::needs_composing(text.chars()), "{text:?}");
        }
    }

    #[test]
    fn every_letter_alone_and_under_every_mark() {
        let blocks = ('\u{0}'..'\u{250}')
            .chain('\u{400}'..'\u{530}')
            .chain('\u{600}'..'\u{700}')
            .chain('\u{1e00}'..'\u{1f00}');
        // Greek accents stand on signs of Latin blocks too.
        for c in
            blocks.filter(|c| c.is_ascii() || c.is_alphabetic() || small::needs_composing([*c].into_iter()))
        {
            agree(c.encode_utf8(&mut [0; 4]));
            assert_eq!(small::starts_cluster(c), full::starts_cluster(c), "{c:?}");
            // Letters of one pair; ẞ, ſ, µ and the like are not.
            let pair = |c: char| full::upper(full::lower(c)) == c || full::lower(full::upper(c)) == c;
            if pair(c)
                && u32::from(full::upper(c).max(full::lower(c))) < 0x2000
                && !(('\u{2b0}'..'\u{400}').contains(&full::upper(c)))
            {
                assert_eq!((small::lower(c), small::upper(c)), (full::lower(c), full::upper(c)), "{c:?}");
            }
            for mark in ('\u{300}'..'\u{370}').chain('\u{64b}'..'\u{660}') {
                agree(String::from_iter([c, mark]).as_str());
            }
        }
    }

    proptest! {
        #[test]
        fn marks_in_any_order(text in "[a-zа-яѐ-ӿÀ-ɏا-يẀ-ỹ\u{300}-\u{33f}\u{345}\u{64b}-\u{655} ]{0,12}") {
            agree(&text);
        }

        #[test]
        fn flags_and_families(text in "[👩👨👧🏽🇰🇿❤\u{200d}\u{fe0f}a ]{1,8}") {
            prop_assert!(text.starts_with(small::first_grapheme(&text)));
            prop_assert!(!small::first_grapheme(&text).is_empty());
        }
    }

    #[test]
    fn pictures_are_one() {
        for picture in ["👩‍👩‍👧", "🇰🇿", "👍🏽", "❤️", "👨‍💻"] {
            assert_eq!(small::first_grapheme(picture), picture);
            assert_eq!(full::first_grapheme(picture), picture);
        }
    }
}
