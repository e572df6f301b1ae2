//! The last word that is said of digits, signs and abbreviations: what their suffix agrees with.

use super::notation::{is_group_space, roman};
use super::suffix::Stem;
use super::tables::{DIGITS, HUNDRED, PERCENT, PROCENT, READINGS, SCALES, TENS};
use super::{AcronymReading, PercentWord, Speller};
use crate::alphabet::letter;

/// The last word that is said of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spoken<'t> {
    word: &'t str,
}

impl<'t> Spoken<'t> {
    /// What the suffix is put to.
    pub(super) fn stem(self) -> Stem<'t> {
        Stem::from(self.word)
    }

    /// Every reading that a text may have.
    pub(super) fn readings(base: &'t str) -> [Option<Spoken<'t>>; 2] {
        let speller = Speller::new();
        let usual = Spoken::of(base, &speller);
        let other = Spoken::of(base, &speller.percent_word(PercentWord::Procent));
        [usual, if other == usual { None } else { other }]
    }

    /// The reading of a text: what ends it is what counts. `None` where nothing is known of it.
    pub(super) fn of(base: &'t str, speller: &Speller) -> Option<Spoken<'t>> {
        let base = base.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '²' | '³'));
        let last = base.chars().next_back()?;
        let word = if last.is_ascii_digit() {
            last_of_digits(base)?
        } else if last.is_alphabetic() {
            let start = base
                .rfind(|c: char| !c.is_alphabetic())
                .map_or(0, |at| at + base[at..].chars().next().map_or(0, char::len_utf8));
            last_of_letters(&base[start..], speller.acronyms)?
        } else {
            let start = base.len() - last.len_utf8();
            match reading(&base[start..])? {
                PERCENT if speller.percent == PercentWord::Procent => PROCENT,
                word => word,
            }
        };
        Some(Spoken { word })
    }
}

/// What a sign, an abbreviation or an acronym is said as, where a table has it.
fn reading(form: &str) -> Option<&'static str> {
    READINGS.binary_search_by_key(&form, |&(form, _)| form).ok().map(|at| READINGS[at].1)
}

fn last_of_letters(text: &str, acronyms: AcronymReading) -> Option<&str> {
    let letters = text.chars().count();
    let last = || text.char_indices().next_back().and_then(|(at, _)| reading(&text[at..]));
    let capitals = letters > 1 && text.chars().all(char::is_uppercase);
    match acronyms {
        AcronymReading::Letters if capitals => return last(),
        AcronymReading::Word if capitals => return Some(text),
        _ => {}
    }
    if let Some(word) = reading(text) {
        return Some(word);
    }
    if let Some(value) = roman(text) {
        return last_of_integer([value % 10, value / 10].into_iter().map(|digit| digit + b'0'));
    }
    // Nobody says a word that ends in two consonants letter by letter only in part: БАҚ and НАТО are words, ҚР is letters.
    let vowel = |c: char| letter(c).is_some_and(|letter| letter.is_vowel());
    if capitals && !text.chars().rev().take(2).any(vowel) {
        return last();
    }
    text.chars().any(|c| letter(c).is_some()).then_some(text)
}

/// The last word of a number that a text ends with.
fn last_of_digits(text: &str) -> Option<&'static str> {
    let last = last_group(text);
    let before = &text[..text.len() - last.len()];
    let separator = before.chars().next_back();
    let rest = separator.map_or("", |c| &before[..before.len() - c.len_utf8()]);
    let whole = last_group(rest);
    let groups = last.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
    match separator {
        // Three parts of four are the third and then the quarter: төрттен үш.
        Some('/') if !whole.is_empty() => last_of_integer(whole.bytes().rev()),
        Some('.' | ',') if !groups && !whole.is_empty() && !is_dotted(rest, whole) => {
            // A fraction of nothing is not said, and noughts before its digits change nothing.
            if last.bytes().all(|digit| digit == b'0') {
                last_of_integer(grouped(rest))
            } else {
                last_of_integer(last.bytes().rev())
            }
        }
        Some(c) if groups && (is_group_space(c) || matches!(c, '.' | ',')) => {
            // 1 000 000: the noughts go on over the separators.
            last_of_integer(grouped(text))
        }
        _ => last_of_integer(last.bytes().rev()),
    }
}

/// A date such as 16.12.1991: its last part is an integer.
fn is_dotted(rest: &str, whole: &str) -> bool {
    rest[..rest.len() - whole.len()].ends_with('.') && whole.len() < 3
}

/// The digits at the end of a text.
fn last_group(text: &str) -> &str {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    &text[text.len() - digits..]
}

/// The digits of a grouped number, from the last.
fn grouped(text: &str) -> impl Iterator<Item = u8> {
    let mut digits = text.chars().rev();
    core::iter::from_fn(move || {
        digits.by_ref().find(|c| !is_group_space(*c) && !matches!(c, '.' | ','))?.try_into().ok()
    })
    .take_while(u8::is_ascii_digit)
}

/// The last word of an integer, from its digits from the last: noughts are not said.
fn last_of_integer(mut digits: impl Iterator<Item = u8>) -> Option<&'static str> {
    let mut noughts = 0;
    let digit = loop {
        match digits.next() {
            Some(b'0') => noughts += 1,
            Some(digit) => break usize::from(digit.wrapping_sub(b'0')),
            None => return Some(DIGITS[0]),
        }
    };
    match noughts {
        0 => DIGITS.get(digit).copied(),
        1 => TENS.get(digit - 1).copied(),
        2 => Some(HUNDRED),
        _ => SCALES.get(noughts / 3 - 1).copied(),
    }
}
