//! The blocks that Kazakh is written in.

#![cfg_attr(feature = "unicode", allow(dead_code))]

use super::tables::{BY_BASE, CASES, CLASSES, LETTERS};
use alloc::vec::Vec;

/// The combining class of a mark, 0 of anything else.
fn class(c: char) -> u8 {
    let Ok(code) = u16::try_from(u32::from(c)) else { return 0 };
    let row = CLASSES.partition_point(|&(_, last, _)| last < code);
    CLASSES.get(row).filter(|&&(first, ..)| first <= code).map_or(0, |&(.., class)| class)
}

/// What a letter is made of; the second is 0 where it stands for another letter only.
fn parts(c: char) -> Option<(char, Option<char>)> {
    let code = u16::try_from(u32::from(c)).ok()?;
    let (_, base, mark) = LETTERS[LETTERS.binary_search_by_key(&code, |row| row.0).ok()?];
    let letter = |code: u16| char::from_u32(u32::from(code));
    Some((letter(base)?, letter(mark).filter(|_| mark != 0)))
}

/// What a letter and a mark make.
fn joined(base: char, mark: char) -> Option<char> {
    let pair = (u16::try_from(u32::from(base)).ok()?, u16::try_from(u32::from(mark)).ok()?);
    let row = |&at: &u16| LETTERS[usize::from(at)];
    let place = BY_BASE.binary_search_by(|at| (row(at).1, row(at).2).cmp(&pair)).ok()?;
    char::from_u32(u32::from(row(&BY_BASE[place]).0))
}

fn take_apart(c: char, out: &mut impl FnMut(char)) {
    match parts(c) {
        Some((base, mark)) => {
            take_apart(base, out);
            if let Some(mark) = mark {
                take_apart(mark, out);
            }
        }
        None => out(c),
    }
}

/// A letter and its marks at a time.
struct Composed<I: Iterator<Item = char>> {
    chars: core::iter::Peekable<I>,
    cluster: Vec<char>,
    given: usize,
}

impl<I: Iterator<Item = char>> Iterator for Composed<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.given == self.cluster.len() {
            self.cluster.clear();
            self.given = 0;
            let first = self.chars.next()?;
            take_apart(first, &mut |c| self.cluster.push(c));
            while let Some(mark) = self.chars.next_if(|&c| class(c) != 0) {
                take_apart(mark, &mut |c| self.cluster.push(c));
            }
            // Canonical order; then each mark that nothing of its class or above holds off joins the letter.
            let from = usize::from(class(self.cluster[0]) == 0);
            let marks = &mut self.cluster[from..];
            if !marks.is_sorted_by_key(|&mark| class(mark)) {
                let of_class = |wanted| marks.iter().copied().filter(move |&mark| class(mark) == wanted);
                let sorted: Vec<char> = (0..=u8::MAX).flat_map(of_class).collect();
                marks.copy_from_slice(&sorted);
            }
            let (mut kept, mut last) = (1, 0);
            for at in 1..self.cluster.len() {
                let mark = self.cluster[at];
                match joined(self.cluster[0], mark).filter(|_| from == 1 && (kept == 1 || last < class(mark)))
                {
                    Some(letter) => self.cluster[0] = letter,
                    None => {
                        self.cluster[kept] = mark;
                        (kept, last) = (kept + 1, class(mark));
                    }
                }
            }
            self.cluster.truncate(kept);
        }
        self.given += 1;
        self.cluster.get(self.given - 1).copied()
    }
}

/// The text in NFC.
pub(crate) fn composed(text: &str) -> impl Iterator<Item = char> {
    Composed { chars: text.chars().peekable(), cluster: Vec::new(), given: 0 }
}

/// The text with letters and marks apart.
pub(crate) fn compatible(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(|c| {
        let mut apart = Vec::new();
        take_apart(c, &mut |c| apart.push(c));
        apart
    })
}

/// Whether NFC may differ.
pub(crate) fn needs_composing(mut chars: impl Iterator<Item = char>) -> bool {
    chars.any(|c| {
        class(c) != 0
            || parts(c).is_some_and(|(base, mark)| mark.is_none_or(|mark| joined(base, mark) != Some(c)))
    })
}

/// Whether a character joins nothing before it when text is composed: itself, or the Kelvin sign, which is composed to K.
pub(crate) fn starts_cluster(c: char) -> bool {
    c == '\u{212a}' || !needs_composing(core::iter::once(c))
}

/// The first character with what joins it: selectors, skin tones, joined pictures, the second half of a flag.
pub(crate) fn first_grapheme(text: &str) -> &str {
    let flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return "" };
    if flag(first) {
        chars.next_if(|&(_, c)| flag(c));
    }
    while let Some((_, joiner)) = chars.next_if(|&(_, c)| {
        matches!(c, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{20e3}')
            || class(c) != 0
    }) {
        if joiner == '\u{200d}' {
            chars.next_if(|&(_, c)| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'));
        }
    }
    let end = chars.peek().map_or(text.len(), |&(at, _)| at);
    &text[..end]
}

/// The first character: words of scripts that put no spaces between them are not known here.
pub(crate) fn first_word(text: &str) -> &str {
    &text[..text.chars().next().map_or(0, char::len_utf8)]
}

/// The small letter, where it is one.
pub(crate) fn lower(c: char) -> char {
    match c {
        '\u{410}'..='\u{42f}' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        // Two characters to Unicode; in Kazakh the pair of i.
        'İ' => 'i',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => {
            let pair = u16::try_from(u32::from(c))
                .ok()
                .and_then(|code| CASES.binary_search_by_key(&code, |pair| pair.0).ok());
            pair.and_then(|place| char::from_u32(u32::from(CASES[place].1))).unwrap_or(c)
        }
    }
}

/// The capital letter, where it is one.
pub(crate) fn upper(c: char) -> char {
    match c {
        '\u{430}'..='\u{44f}' => char::from_u32(u32::from(c) - 32).unwrap_or(c),
        'ı' => 'I',
        _ if c.is_ascii() => c.to_ascii_uppercase(),
        _ => {
            let code = u32::from(c);
            let pair = CASES.iter().find(|pair| u32::from(pair.1) == code);
            pair.and_then(|pair| char::from_u32(pair.0.into())).unwrap_or(c)
        }
    }
}
