//! Letters and their case: those of the alphabet by its table, which is quicker than what is known of all characters.

use crate::alphabet::{Letter, letter};

pub(super) fn is_letter(c: char) -> bool {
    letter(c).is_some() || c.is_alphabetic()
}

pub(super) fn lower(c: char) -> char {
    match letter(c) {
        Some(letter) => letter.lower(),
        None => crate::unicode::lower(c),
    }
}

pub(super) fn upper(c: char) -> char {
    letter(c).map_or(c, Letter::upper)
}
