//! Endings written to numbers, signs, acronyms and names of another script.

use super::class::{Class, class_of};
use super::kind::TokenKind;
use super::tables::{LONGEST_SUFFIX, SUFFIXES};
use crate::alphabet::Script;

/// Whether the text is one of the endings of `data/digit-suffixes.tsv`, in any letter case; a Latin i is the Cyrillic letter that
/// looks like it, unless it is a Roman numeral: 128-I.
pub(crate) fn is_suffix(text: &str) -> bool {
    SUFFIXES.has_in_any_case(text)
        || (text == "i" || !text.is_ascii()) && text.contains(['i', 'I']) && SUFFIXES.has_with_latin_i(text)
}

/// Parts a token into base and ending, where it has one (see `Token::suffix`).
pub(super) fn split_suffix(text: &str, kind: TokenKind) -> Option<(&str, &str)> {
    let tail = text
        .char_indices()
        .rev()
        .take_while(|&(at, c)| text.len() - at <= LONGEST_SUFFIX + 3 && class_of(c) != Class::Digit)
        .find(|&(_, c)| matches!(class_of(c), Class::Hyphen | Class::Apostrophe));
    let (base, suffix) = match tail {
        Some((at, sign)) => (&text[..at], &text[at + sign.len_utf8()..]),
        // Written to the digits or the sign itself.
        None if kind == TokenKind::Number => {
            let length: usize =
                text.chars().rev().take_while(|&c| class_of(c) == Class::Letter).map(char::len_utf8).sum();
            text.split_at(text.len() - length)
        }
        None => return None,
    };
    let takes = match kind {
        TokenKind::Word => is_acronym(base) || Script::detect(base) != Script::detect(suffix),
        TokenKind::Space | TokenKind::Punctuation | TokenKind::Emoji => false,
        _ => true,
    };
    (takes && !base.is_empty() && is_suffix(suffix)).then_some((base, suffix))
}

/// Two or more letters, all capitals.
fn is_acronym(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
}
