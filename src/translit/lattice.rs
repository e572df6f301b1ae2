//! What a written word may stand for, by how likely its letters follow each other in Kazakh.
//!
//! Every letter that a scheme writes in some way is tried wherever that is written, and the likeliest strings are kept. The
//! likelihood is that of a letter after a letter and of a vowel after a vowel (harmony), from `data/letter-pairs.tsv`.

use super::pairs::{LETTERS, VOWELS};
use super::reverse::is_apostrophe;
use super::table::{Casing, Table};
use crate::alphabet::{Backness, Letter, letter, letters};
use alloc::string::String;
use alloc::vec::Vec;

/// Longer words are not looked at.
const LONGEST: usize = 48;

/// How many strings are kept at each place.
const WIDTH: usize = 24;

/// Consonants that ь may stand after.
const SOFTENED: &str = "лнтрмсздвбпф";

/// What is not written at all needs better grounds than what is.
const LEFT_OUT: u32 = 4 * BIT;

/// Costs are eighths of a bit.
pub(super) const BIT: u32 = 8;

/// A string in small Cyrillic letters and what it costs.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) letters: String,
    pub(super) cost: u32,
    last: u8,
    vowel: u8,
}

impl Reading {
    const START: Reading = Reading { letters: String::new(), cost: 0, last: 0, vowel: 0 };

    fn with(&self, c: char) -> Reading {
        let mut next = self.clone();
        next.push(c);
        next
    }

    fn push(&mut self, c: char) {
        let place = place(c);
        self.cost += u32::from(LETTERS[usize::from(self.last)][usize::from(place)]);
        self.last = place;
        if letter(c).is_some_and(Letter::is_vowel) {
            self.cost += u32::from(VOWELS[usize::from(self.vowel)][usize::from(place)]);
            self.vowel = place;
        }
        self.letters.push(c);
    }

    fn end(&mut self) {
        self.cost +=
            u32::from(LETTERS[usize::from(self.last)][0]) + u32::from(VOWELS[usize::from(self.vowel)][0]);
    }
}

/// The place of a small letter in the tables; 0 is the edge of a word.
fn place(c: char) -> u8 {
    letter(c).map_or(0, Letter::order)
}

/// What a word in Cyrillic costs, in any case; other characters cost what the rarest letter does.
pub(super) fn cost(word: &str) -> u32 {
    let mut reading = Reading::START;
    for c in word.chars().take(LONGEST) {
        match letter(c).map(Letter::lower).filter(|c| matches!(*c as u32, 0x400..0x500) && place(*c) <= 42) {
            Some(c) => reading.push(c),
            None => reading.cost += 12 * BIT,
        }
    }
    reading.end();
    reading.cost
}

/// The likeliest readings of a word in a scheme, best first; none where a character is not of the scheme or the word is too long.
pub(super) fn readings(tables: &[&'static Table], word: &str) -> Vec<Reading> {
    let length = word.chars().count();
    if length > LONGEST {
        return Vec::new();
    }
    let mut word = word;
    let mut marked = None;
    if let Some(hamza) = tables.iter().find_map(|table| table.hamza.as_ref()) {
        let rest = word.strip_prefix([hamza.sign, 'ٴ']);
        let bare = rest.is_none() && !tables.iter().any(|table| has_unless(table, word));
        marked = if rest.is_some() { Some(true) } else { bare.then_some(false) };
        word = rest.unwrap_or(word);
    }
    let mut at: Vec<Vec<Reading>> = Vec::new();
    at.resize_with(word.len() + 1, Vec::new);
    at[0].push(Reading::START);
    for start in 0..word.len() {
        let mut here = core::mem::take(&mut at[start]);
        sort(&mut here);
        here.truncate(WIDTH);
        for table in tables.iter().filter(|_| !here.is_empty()) {
            let Some(rest) = word.get(start..) else { continue };
            for (written, c) in edges(table) {
                let wrong = match (marked, letter(c).and_then(Letter::backness)) {
                    (Some(true), Some(Backness::Back)) | (Some(false), Some(Backness::Front)) => {
                        c != 'я' && c != 'ё'
                    }
                    _ => false,
                };
                let Some(length) = starts_with(table.casing, rest, written).filter(|_| !wrong) else {
                    continue;
                };
                for reading in &here {
                    let next = reading.with(c);
                    // Two schemes may agree.
                    if at[start + length].iter().any(|other| other.letters == next.letters) {
                        continue;
                    }
                    // A sign that the scheme leaves out.
                    if SOFTENED.contains(c) && table.letter('ь').is_empty() {
                        let mut soft = next.with('ь');
                        soft.cost += LEFT_OUT;
                        at[start + length].push(soft);
                    }
                    at[start + length].push(next);
                }
            }
        }
    }
    let mut found = core::mem::take(&mut at[word.len()]);
    found.iter_mut().for_each(Reading::end);
    sort(&mut found);
    found
}

/// The likeliest first.
fn sort(readings: &mut [Reading]) {
    readings.sort_unstable_by(|a, b| (a.cost, &a.letters).cmp(&(b.cost, &b.letters)));
}

/// Whether a word has a letter that makes the sign of front vowels needless.
fn has_unless(table: &'static Table, word: &str) -> bool {
    let hamza = table.hamza.as_ref();
    hamza.is_some_and(|hamza| {
        hamza
            .unless
            .chars()
            .any(|c| edges(table).any(|(written, letter)| letter == c && word.contains(written)))
    })
}

/// How a scheme writes each letter, wherever it stands.
fn edges(table: &'static Table) -> impl Iterator<Item = (&'static str, char)> {
    let small = letters(crate::Script::Cyrillic).map(Letter::letter).filter(|c| c.is_lowercase());
    let plain = small.map(|c| (table.letter(c).as_str(), c));
    let contextual = table.contextual.iter().filter(|row| row.option == 0);
    plain
        .chain(contextual.map(|row| (row.small.as_str(), row.letter)))
        .filter(|(written, _)| !written.is_empty())
}

/// How many bytes of a text are what is written, in any case.
fn starts_with(casing: Casing, text: &str, written: &str) -> Option<usize> {
    let mut length = 0;
    let mut found = text.chars();
    for wanted in written.chars() {
        let c = found.next()?;
        let same = c == wanted
            || match (casing, c) {
                (Casing::Turkic, 'I') => wanted == 'ı',
                (Casing::Turkic, 'İ') => wanted == 'i',
                (Casing::SharedI, 'I') => matches!(wanted, 'i' | 'ı'),
                (Casing::Apostrophe, _) if wanted == 'ʼ' => is_apostrophe(c),
                _ => crate::unicode::lower(c) == wanted,
            };
        if !same {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}
