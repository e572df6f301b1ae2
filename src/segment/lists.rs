//! Lists of words that are looked up by hash, in any letter case.

/// Longest form or word looked up in any list of the module, in bytes; what is longer is in none.
pub(super) const LONGEST: usize = 40;

/// A row of `data/abbreviations.tsv`.
#[derive(Debug)]
pub(super) struct Abbreviation {
    pub(super) form: &'static str,
    /// The stop belongs to the word wherever it stands …
    pub(super) always: bool,
    /// … or after a number,
    pub(super) after_number: bool,
    /// before a number,
    pub(super) before_number: bool,
    /// before a capital,
    pub(super) before_capital: bool,
    /// where the sentence evidently goes on,
    pub(super) continues: bool,
    /// or where both hold, a number before and a sentence that goes on: units.
    pub(super) counted: bool,
    /// Whether a sentence can end with it.
    pub(super) ends: bool,
}

/// A list of words with a table to find them by.
pub(super) struct List<const WORDS: usize, const PLACES: usize> {
    pub(super) words: [&'static str; WORDS],
    /// Places in `words` plus one, by [`hash`]; zero is empty. Twice as many as words at least, a power of two.
    pub(super) places: [u16; PLACES],
}

impl<const WORDS: usize, const PLACES: usize> List<WORDS, PLACES> {
    /// Whether the list has a word, given in small letters.
    pub(super) fn has(&self, word: &[u8]) -> bool {
        place(word, &self.places, |at| self.words[at]).is_some()
    }

    /// Whether the list has a word, in any letter case.
    pub(super) fn has_in_any_case(&self, word: &str) -> bool {
        let mut buffer = [0u8; LONGEST];
        lower(word, &mut buffer).is_some_and(|word| self.has(word))
    }

    /// The same with a Latin i for the Cyrillic letter that looks like it.
    pub(super) fn has_with_latin_i(&self, word: &str) -> bool {
        let mut buffer = [0u8; LONGEST];
        let letters = word.chars().map(|c| if matches!(c, 'i' | 'I') { 'і' } else { c });
        lowered(letters, &mut buffer).is_some_and(|word| self.has(word))
    }
}

/// Linear probing from the place that the hash names.
#[inline]
pub(super) fn place(key: &[u8], places: &[u16], word: impl Fn(usize) -> &'static str) -> Option<usize> {
    let mut at = hash(key) as usize % places.len();
    loop {
        let place = usize::from(places[at]).checked_sub(1)?;
        if word(place).as_bytes() == key {
            return Some(place);
        }
        at = (at + 1) % places.len();
    }
}

/// Multiplies eight bytes at a time, the last of them again; xtask fills the tables by the same.
#[inline]
fn hash(key: &[u8]) -> u32 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, bits: u64| {
        let hash = (hash ^ bits).wrapping_mul(ODD);
        hash ^ hash >> 32
    };
    let first = |bytes: &[u8]| bytes.iter().rev().fold(0, |bits, &byte| bits << 8 | u64::from(byte));
    let length = key.len() as u64;
    let hash = match (key.last_chunk::<8>(), key.first_chunk::<4>(), key.last_chunk::<4>()) {
        (Some(&last), ..) => {
            let whole = key.chunks_exact(8).map(first);
            mix(whole.fold(length, mix), u64::from_le_bytes(last))
        }
        (_, Some(&start), Some(&end)) => {
            mix(length, u64::from(u32::from_le_bytes(start)) | u64::from(u32::from_le_bytes(end)) << 32)
        }
        _ => mix(length, first(key)),
    };
    hash as u32
}

/// The text in small letters, as UTF-8: itself, or written into a buffer; `None` where it does not fit.
pub(super) fn lower<'b>(text: &'b str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let bytes = text.as_bytes();
    if bytes.len() > LONGEST {
        return None;
    }
    // In U+0430 to U+045F all are small, from U+0460 on the odd ones are.
    let small = |pair: &[u8]| {
        matches!(pair, [0xD0, 0xB0..=0xBF] | [0xD1, 0x80..=0x9F])
            || matches!(pair, [0xD2 | 0xD3, trail] if trail & 1 == 1)
    };
    if bytes.len() % 2 == 0 && bytes.chunks_exact(2).all(small) {
        return Some(bytes);
    }
    lowered(text.chars(), buffer)
}

fn lowered(letters: impl Iterator<Item = char>, buffer: &mut [u8; LONGEST]) -> Option<&[u8]> {
    let mut length = 0;
    for c in letters {
        let c = if c.is_lowercase() { c } else { crate::unicode::lower(c) };
        let end = length + c.len_utf8();
        c.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    Some(&buffer[..length])
}
