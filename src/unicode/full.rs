//! All of Unicode.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// The text in NFC.
pub(crate) fn composed(text: &str) -> impl Iterator<Item = char> {
    text.nfc()
}

/// The text in NFKD.
pub(crate) fn compatible(text: &str) -> impl Iterator<Item = char> {
    text.nfkd()
}

/// Whether NFC may differ.
pub(crate) fn needs_composing(chars: impl Iterator<Item = char>) -> bool {
    is_nfc_quick(chars) != IsNormalized::Yes
}

/// Whether a character joins nothing before it when text is composed: itself, or what it is composed to, as the Kelvin sign is to K.
pub(crate) fn starts_cluster(c: char) -> bool {
    let starts = |c: char| canonical_combining_class(c) == 0 && !needs_composing(core::iter::once(c));
    starts(c) || core::iter::once(c).nfc().next().is_some_and(starts)
}

/// The first grapheme cluster.
pub(crate) fn first_grapheme(text: &str) -> &str {
    text.graphemes(true).next().unwrap_or("")
}

/// The first piece between word boundaries.
pub(crate) fn first_word(text: &str) -> &str {
    text.split_word_bounds().next().unwrap_or("")
}

/// The small letter, the first character of it where it is several.
pub(crate) fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The capital letter, or the letter itself where that is several.
pub(crate) fn upper(c: char) -> char {
    let mut capital = c.to_uppercase();
    capital.next().filter(|_| capital.len() == 0).unwrap_or(c)
}
