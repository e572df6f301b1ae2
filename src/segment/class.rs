//! Looking up classes, and running over what belongs together.

pub(super) use super::classes::Class;
use super::classes::{BLOCKS, CELLS, DIRECT};

/// Class of a code point.
#[inline]
pub(crate) fn class_of(c: char) -> Class {
    let code = c as usize;
    match DIRECT.get(code) {
        Some(&class) => class,
        None => match BLOCKS.get((code - DIRECT.len()) / 64) {
            Some(&block) => CELLS[usize::from(block)][code % 64],
            None => beyond(c),
        },
    }
}

/// Class of a code point above the tables.
#[cold]
fn beyond(c: char) -> Class {
    match c {
        '\u{e0000}'..='\u{e0fff}' => Class::Mark,
        _ if c.is_alphabetic() => Class::Complex,
        _ => Class::Symbol,
    }
}

/// The character at a byte offset that is a character boundary.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The class at a byte offset that is a character boundary.
#[inline]
pub(super) fn class_at(text: &str, at: usize) -> Option<Class> {
    char_at(text, at).map(class_of)
}

/// The end of the run of characters from `at` on that satisfy `belongs`.
#[inline]
pub(super) fn run(text: &str, at: usize, belongs: impl Fn(Class) -> bool) -> usize {
    let mut end = at;
    for c in text[at..].chars() {
        if !belongs(class_of(c)) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// The end of a run of letters and marks, with `digits` of digits too. As [`run`], with a fast way through the common scripts.
#[inline]
pub(super) fn word_run(text: &str, at: usize, digits: bool) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        end = cyrillic_run(bytes, end);
        match bytes.get(end) {
            Some(b) if b.is_ascii() => {
                if !(b.is_ascii_alphabetic() || digits && b.is_ascii_digit()) {
                    return end;
                }
                end += 1;
            }
            _ => match char_at(text, end) {
                Some(c)
                    if matches!(class_of(c), Class::Letter | Class::Mark)
                        || (digits && class_of(c) == Class::Digit) =>
                {
                    end += c.len_utf8();
                }
                _ => return end,
            },
        }
    }
}

/// As [`run`], but gives up (`None`) when the run is longer than `limit` bytes.
pub(super) fn short_run(
    text: &str,
    at: usize,
    limit: usize,
    belongs: impl Fn(Class) -> bool,
) -> Option<usize> {
    let mut end = at;
    for c in text[at..].chars() {
        if !belongs(class_of(c)) {
            break;
        }
        end += c.len_utf8();
        if end - at > limit {
            return None;
        }
    }
    Some(end)
}

/// The end of a run of two-byte Cyrillic (U+0400 to U+04FF) from `at` on.
///
/// The whole block counts: but for U+0482 to U+0489, which are marks that belong to the word before them, every code
/// point in it is a letter. Lead bytes D0 to D3 and continuation bytes are told by one mask over eight bytes, four
/// letters; the place of the first misfit by its trailing zeros. Three such steps, enough for most words, stand side by side without a
/// branch between them, because the length of a word is what a branch predictor cannot guess.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn cyrillic_run(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<24>()) {
        let [a, b, c] = [misfit(chunk, 0), misfit(chunk, 8), misfit(chunk, 16)];
        let (later, later_base) = if b != 0 { (b, 8) } else { (c, 16) };
        let (first, base) = if a != 0 { (a, 0) } else { (later, later_base) };
        if first != 0 {
            return at + base + (first.trailing_zeros() as usize / 16) * 2;
        }
        at += 24;
    }
    while let Some(&[lead, _]) = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()) {
        if lead & 0xFC != 0xD0 {
            break;
        }
        at += 2;
    }
    at
}

/// Zero where eight bytes are four letters of the block; else the lowest bits set are in the first pair that is not.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn misfit(chunk: &[u8; 24], at: usize) -> u64 {
    const MASK: u64 = 0xC0FC_C0FC_C0FC_C0FC;
    const WANTED: u64 = 0x80D0_80D0_80D0_80D0;
    let mut eight = [0; 8];
    eight.copy_from_slice(&chunk[at..at + 8]);
    (u64::from_le_bytes(eight) & MASK) ^ WANTED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_run_stops_where_the_block_stops() {
        for (text, end) in [
            ("", 0),
            ("a", 0),
            ("қ", 2),
            ("қала ", 8),
            ("қазақстан", 18),
            ("қазақстан,", 18),
            ("қaзақстан", 2),
            ("қазақсұхан»", 20),
            ("ԀԀ", 0),
        ] {
            assert_eq!(cyrillic_run(text.as_bytes(), 0), end, "{text}");
        }
    }

    #[test]
    fn every_code_point_of_the_block_is_part_of_a_word() {
        for c in '\u{400}'..='\u{4ff}' {
            assert!(matches!(class_of(c), Class::Letter | Class::Mark), "{c}");
        }
    }

    #[test]
    fn tables_agree_with_std_on_letters_digits_and_space() {
        for c in '\0'..=char::MAX {
            let class = class_of(c);
            if c.is_alphabetic() && !matches!(class, Class::Mark | Class::Symbol | Class::Emoji) {
                assert!(matches!(class, Class::Letter | Class::Complex), "{c:?} {class:?}");
            }
            if c.is_ascii_digit() {
                assert_eq!(class, Class::Digit);
            }
            if c.is_whitespace() {
                assert!(matches!(class, Class::Space | Class::Newline), "{c:?} {class:?}");
            }
        }
    }
}
