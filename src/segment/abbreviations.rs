//! The table of abbreviations, and when a stop belongs to one.

use super::tables::ABBREVIATIONS;

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

/// Longest form looked up, in bytes; longer runs are no abbreviation.
pub(super) const LONGEST: usize = 32;

/// The row of a form, in any letter case.
pub(super) fn find(form: &str) -> Option<&'static Abbreviation> {
    let mut buffer = [0u8; LONGEST];
    let key = lower(form, &mut buffer)?;
    ABBREVIATIONS.binary_search_by(|row| row.form.as_bytes().cmp(key)).ok().map(|at| &ABBREVIATIONS[at])
}

/// Whether a sorted list has the text, in any letter case; `LONGEST` is the list's longest item, in bytes.
pub(super) fn is_in<const LONGEST: usize>(list: &[&str], text: &str) -> bool {
    let mut buffer = [0u8; LONGEST];
    lower(text, &mut buffer).is_some_and(|key| list.binary_search_by(|item| item.as_bytes().cmp(key)).is_ok())
}

/// The text in small letters, as UTF-8 written into a buffer; `None` where it does not fit.
pub(super) fn lower<'b>(text: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
    let mut length = 0;
    for c in text.chars() {
        let c = match c {
            // By far the most; the mapping of std searches a table.
            'а'..='я' | 'a'..='z' | '.' | 'і' => c,
            _ if c.is_lowercase() => c,
            _ => c.to_lowercase().next().unwrap_or(c),
        };
        let end = length + c.len_utf8();
        c.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    Some(&buffer[..length])
}
