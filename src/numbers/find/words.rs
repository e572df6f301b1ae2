//! Words of the tables, found in text letter by letter.
//!
//! Two designs were compared. Keys of a word's first letters in a table by hash, each with the forms that start so, read four letters at a
//! time, but ask several keys of a word, several forms of a key, and the endings by another hash. Automata over letters, whose states are places
//! in one array (`xtask/src/codegen/cells.rs`), read every letter once, capitals as small ones, and forms of several words as those of one, in
//! fewer steps.

use super::lex::What;
use super::tables::{ARTICLES, CELL_STEPS, CELL_SYMBOLS, ENDINGS, ENTRIES, FORMS, SYMBOLS};
use core::ops::Range;

/// A row of `data/numbers/finding.tsv` or a numeral.
#[derive(Debug)]
pub(super) struct Entry {
    /// How long its first word is, where it has several; 0 where it has one.
    pub(super) first: u8,
    pub(super) what: What,
    pub(super) endings: bool,
}

/// No word of the tables is longer, with its endings, in bytes.
pub(super) const LONGEST: usize = 64;

/// The symbol behind which no state is, but what the text so far means.
const END: usize = 1;

/// The forms of the entries, in their order.
#[cfg(test)]
pub(super) fn forms() -> impl Iterator<Item = &'static str> + Clone {
    include_str!("../../../tests/number-forms.txt").lines()
}

/// By a state and a symbol: the symbol, from the ninth bit on the next state or what the text means, and whether it means anything.
static CELLS: [u32; CELL_SYMBOLS.len()] = {
    let mut cells = [0; CELL_SYMBOLS.len()];
    let mut at = 0;
    while at < cells.len() {
        let symbol = CELL_SYMBOLS[at];
        if symbol != 0 {
            let to = (at as i32 + CELL_STEPS[at] as i32) as usize;
            let means = symbol as usize != END && CELL_SYMBOLS[to + END] as usize == END;
            cells[at] = (to as u32) << 8 | symbol as u32 | if means { MEANS } else { 0 };
        }
        at += 1;
    }
    cells
};

/// In a cell: whether the text up to its state means something.
const MEANS: u32 = 1 << 31;

/// What an ending is: a bit that it may be written to a word, and one that it may be after a hyphen.
const WRITTEN: u32 = 1;
const HYPHENED: u32 = 2;

/// The symbol of the Cyrillic letter that looks like a Latin i.
const CYRILLIC_I: u8 = SYMBOLS[256 + 0x56];

/// The cell behind a state for what stands at a place of a text, and where that ends.
#[inline(always)]
fn step(state: u32, bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let (symbol, end) = match *bytes.get(at..)? {
        [first @ 0xD0..=0xD3, second, ..] => {
            (SYMBOLS[256 | usize::from(first & 3) << 6 | usize::from(second & 0x3F)], at + 2)
        }
        [b'i' | b'I', ..] => (latin_i(bytes, at), at + 1),
        // A no-break space.
        [0xC2, 0xA0, ..] => (SYMBOLS[usize::from(b' ')], at + 2),
        [first, ..] => (SYMBOLS[usize::from(first)], at + 1),
        [] => return None,
    };
    let cell = cell(state, usize::from(symbol));
    (cell & 0xFF == u32::from(symbol)).then_some((cell, end))
}

/// The symbol of a Latin i: beside a Cyrillic letter that of the one that looks like it.
#[cold]
fn latin_i(bytes: &[u8], at: usize) -> u8 {
    let before = at.checked_sub(2).is_some_and(|before| matches!(bytes[before], 0xD0..=0xD3));
    let after = bytes.get(at + 1).is_some_and(|&byte| matches!(byte, 0xD0..=0xD3));
    if before || after { CYRILLIC_I } else { SYMBOLS[usize::from(b'i')] }
}

/// The longest form that a text starts with at a place and that ends before a limit, and where it ends.
#[inline(always)]
fn longest_form(bytes: &[u8], start: usize, limit: usize) -> Option<(&'static Entry, usize)> {
    let mut longest = None;
    let (mut state, mut at) = (FORMS, start);
    while let Some((cell, next)) = step(state, bytes, at).filter(|&(_, next)| next < limit) {
        (state, at) = (cell >> 8, next);
        if cell & MEANS != 0 {
            longest = Some((state, at));
        }
    }
    longest.map(|(state, at)| (&ENTRIES[meaning(state) as usize], at))
}

/// What a stretch of a text means to an automaton.
#[inline]
fn meaning_of(first: u32, bytes: &[u8], range: Range<usize>) -> Option<u32> {
    let (mut state, mut at) = (first, range.start);
    let mut means = false;
    while at < range.end {
        let (cell, end) = step(state, bytes, at)?;
        (state, at, means) = (cell >> 8, end, cell & MEANS != 0);
    }
    means.then(|| meaning(state))
}

fn is_ending(text: &str, ending: Range<usize>, hyphened: bool) -> bool {
    let way = if hyphened { HYPHENED } else { WRITTEN };
    meaning_of(ENDINGS, text.as_bytes(), ending).is_some_and(|ways| ways & way != 0)
}

/// The cell of a state for a symbol.
#[inline(always)]
fn cell(state: u32, symbol: usize) -> u32 {
    CELLS[(state as usize + symbol) % CELLS.len()]
}

/// What the text up to a state means.
#[inline(always)]
fn meaning(state: u32) -> u32 {
    cell(state, END) >> 8
}

/// Whether words beside бір make it an article: `data/numbers/articles.tsv`.
pub(super) fn makes_article(before: &str, after: &str) -> bool {
    let is = |word: &str, place: u32| {
        meaning_of(ARTICLES, word.as_bytes(), 0..word.len()).is_some_and(|places| places & place != 0)
    };
    is(before, 1) || is(after, 2)
}

/// A word of a text that is a form of the tables, or starts one of several words.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) what: &'static What,
    tail: Tail,
}

/// The length of a form up to the start of its ending, that of its ending, and that of both and a stop, in bytes; in one word, because what is
/// found is two that way, which a function can give without memory.
#[derive(Clone, Copy)]
struct Tail(u64);

impl Found {
    fn new(what: &'static What, start: usize, ending: Range<usize>, end: usize) -> Found {
        let [from, to, end] = [ending.start, ending.end, end].map(|at| (at - start) as u64);
        Found { what, tail: Tail(from | to << 16 | end << 32) }
    }

    fn part(self, start: usize, place: u32) -> usize {
        start + usize::from((self.tail.0 >> (16 * place)) as u16)
    }

    /// The ending of what is found in a text from a place on.
    pub(super) fn ending(self, text: &str, start: usize) -> &str {
        text.get(self.part(start, 0)..self.part(start, 1)).unwrap_or("")
    }

    /// Where the form that starts at a place ends with its ending, and its stop.
    pub(super) fn end(self, start: usize) -> usize {
        self.part(start, 2)
    }
}

/// Looks up a word of a text, given where it stands; the longest form that fits.
pub(super) fn find(text: &str, start: usize, end: usize) -> Option<Found> {
    if end - start > LONGEST {
        return None;
    }
    // Most words are the longest form they start with, and its ending: the shorter ones are looked for when they are asked.
    let mut limit = usize::MAX;
    loop {
        let (entry, at) = longest_form(text.as_bytes(), start, limit)?;
        let found = form(text, entry, start..at, end);
        if found.is_some() {
            return found;
        }
        limit = at;
    }
}

/// Where the first of several numerals that are written as one word ends, and what it is: онбес, мыңтоғызжүз. Each must be able to follow
/// the one before it.
pub(super) fn first_of_glued(
    text: &str,
    start: usize,
    end: usize,
    before: Option<What>,
) -> Option<(What, usize)> {
    let word = text.get(start..end).filter(|word| word.len() <= LONGEST)?;
    if word.as_bytes().first()? < &0xD0 {
        return None;
    }
    let mut limit = end;
    while let Some((entry, at)) = longest_form(text.as_bytes(), start, limit) {
        let fits = entry.first == 0 && before.is_none_or(|before| may_follow(before, entry.what));
        if fits
            && longest_form(text.as_bytes(), at, usize::MAX).is_some()
            && (may_be_last(text, entry.what, at, end)
                || first_of_glued(text, at, end, Some(entry.what)).is_some())
        {
            return Some((entry.what, at));
        }
        limit = at;
    }
    None
}

/// Whether the rest of a word is one numeral that may follow another.
fn may_be_last(text: &str, before: What, start: usize, end: usize) -> bool {
    find(text, start, end).is_some_and(|last| last.end(start) == end && may_follow(before, *last.what))
}

/// Whether one numeral may follow another in the name of a number.
fn may_follow(before: What, what: What) -> bool {
    matches!(
        (before, what),
        (What::Digit(1..) | What::Ten(_), What::Scale(_))
            | (What::Digit(1..), What::Hundred)
            | (What::Ten(_), What::Digit(1..))
            | (What::Hundred, What::Ten(_) | What::Digit(1..) | What::Scale(_))
            | (What::Scale(_), What::Hundred | What::Ten(_) | What::Digit(1..))
    )
}

/// A word that ends at a place, if it is a form, found in the text, with its ending.
#[inline]
fn form(text: &str, entry: &'static Entry, form: Range<usize>, end: usize) -> Option<Found> {
    if entry.first > 0 {
        let starts = letters_of(text, form.start, end) == Some(usize::from(entry.first));
        return if starts { several(text, entry, form) } else { None };
    }
    if form.end > end {
        // Б.З.Д. in capitals is three initials to the tokenizer.
        let initials = text.as_bytes()[form.start..form.end - 1].contains(&b'.');
        return initials.then(|| Found::new(&entry.what, form.start, form.end..form.end, form.end));
    }
    let tail = text.as_bytes().get(form.end..end)?;
    if tail.is_empty() {
        return Some(Found::new(&entry.what, form.start, end..end, end));
    }
    let tail = tail.strip_suffix(b".").unwrap_or(tail);
    let (skipped, hyphened) = match tail {
        [b'-', ..] => (1, true),
        [0xE2, 0x80, 0x90 | 0x91 | 0x99, ..] => (3, true),
        _ => (0, false),
    };
    let endings = entry.endings || hyphened;
    let fits =
        |ending: &Range<usize>| ending.is_empty() || endings && is_ending(text, ending.clone(), hyphened);
    let whole = form.end + skipped..form.end + tail.len();
    let ending = match whole {
        whole if fits(&whole) => whole,
        // Few endings have a hyphen in them.
        whole if endings && tail.iter().any(|byte| matches!(byte, b'-' | 0xE2)) => {
            before_particle(text, whole)?
        }
        _ => return None,
    };
    Some(Found::new(&entry.what, form.start, ending, end))
}

/// An ending without the particle after its last hyphen: минутта-ақ.
#[cold]
fn before_particle(text: &str, ending: Range<usize>) -> Option<Range<usize>> {
    let (hyphen, sign) = text.get(ending.clone())?.rmatch_indices(['-', '‐', '‑']).next()?;
    let (end, particle) = (ending.start + hyphen, ending.start + hyphen + sign.len());
    // Particles are the endings that are never written to a word, and what is before one is none.
    let ways = meaning_of(ENDINGS, text.as_bytes(), particle..ending.end)?;
    (ways == HYPHENED && is_ending(text, ending.start..end, false)).then_some(ending.start..end)
}

/// How long a word is in bytes, a Latin i as long as the letter that it is read as.
#[cold]
fn letters_of(text: &str, start: usize, end: usize) -> Option<usize> {
    let word = text.as_bytes().get(start..end)?;
    Some(word.len() + word.iter().filter(|&&byte| matches!(byte, b'i' | b'I')).count())
}

/// A form of several words that ends at a place; only the last word may have an ending.
fn several(text: &str, entry: &'static Entry, form: Range<usize>) -> Option<Found> {
    let at = form.end;
    let after = text.get(at..)?;
    let length: usize =
        after.chars().take(LONGEST).take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let fits = length == 0 || (entry.endings && is_ending(text, at..at + length, false));
    fits.then(|| Found::new(&entry.what, form.start, at..at + length, at + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    #[test]
    fn every_form_is_found_with_its_own_meaning() {
        assert_eq!(forms().count(), ENTRIES.len());
        for (form, entry) in forms().zip(&ENTRIES) {
            let first = if entry.first > 0 { usize::from(entry.first) } else { form.len() };
            let found = find(form, 0, first).map(|found| (*found.what, found.end(0)));
            assert_eq!(found, Some((entry.what, form.len())), "{form}");
        }
    }

    proptest! {
        #[test]
        fn what_is_found_is_a_form_and_an_ending(at in 0..ENTRIES.len(), tail in "(-|’)?[а-яі]{0,5}[.]?", capital in any::<bool>()) {
            let form = forms().nth(at).unwrap_or_default();
            let word: String = form.split(' ').next().unwrap_or(form).chars().chain(tail.chars()).collect();
            let word = if capital { crate::alphabet::to_uppercase(&word, crate::alphabet::Script::Cyrillic).into_owned() } else { word };
            if let Some(found) = find(&word, 0, word.len()) {
                let small = crate::alphabet::to_lowercase(&word, crate::alphabet::Script::Cyrillic);
                let stem = word[..found.end(0)].trim_end_matches('.').len() - found.ending(&word, 0).len();
                let stem = small[..stem].trim_end_matches(['-', '’', '.']);
                prop_assert!(forms().zip(&ENTRIES).any(|(form, entry)| form.trim_end_matches('.') == stem && entry.what == *found.what), "{word} {stem}");
            }
        }
    }
}
