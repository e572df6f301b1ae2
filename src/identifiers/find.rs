//! The patterns of `data/identifiers.tsv`, each over the text once, and what they find in the order of the text.

use super::IdentifierKind;
use super::check::Check;
use super::tables::ROWS;
use alloc::boxed::Box;
use core::iter::FusedIterator;
use core::ops::Range;
use once_cell::race::OnceBox;
use regex::Regex;

/// A row of the table.
pub(super) struct Row {
    pub(super) kind: IdentifierKind,
    pub(super) check: Check,
    pub(super) pattern: &'static str,
}

/// Two threads may both compile; one result is dropped. The only lazy cell that `no_std` has.
fn patterns() -> &'static [Regex; ROWS.len()] {
    static PATTERNS: OnceBox<[Regex; ROWS.len()]> = OnceBox::new();
    PATTERNS.get_or_init(|| {
        Box::new(core::array::from_fn(|row| {
            #[expect(clippy::expect_used, reason = "the rows are constants, and a test compiles each")]
            Regex::new(ROWS[row].pattern).expect("a pattern of data/identifiers.tsv")
        }))
    })
}

/// An identifier in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identifier<'t> {
    text: &'t str,
    start: usize,
    kind: IdentifierKind,
}

impl<'t> Identifier<'t> {
    /// The identifier as it is written, spaces and hyphens among its digits included, without an ending.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    /// Its bytes in the text.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What it names.
    #[must_use]
    pub fn kind(&self) -> IdentifierKind {
        self.kind
    }
}

/// The identifiers of a text in order; they do not overlap. Made by [`identifiers`].
#[derive(Clone, Debug)]
pub struct Identifiers<'t> {
    text: &'t str,
    at: usize,
    /// The next match of each row, and how far the row has looked.
    next: [Next; ROWS.len()],
}

#[derive(Clone, Debug)]
enum Next {
    From(usize),
    Match(Range<usize>),
    None,
}

/// Finds identification numbers, accounts, phones, addresses, versions, plates and numbers of papers.
///
/// Those with check digits are right by them. The first call compiles the patterns (about a millisecond).
///
/// ```
/// use qazaq::identifiers::{IdentifierKind, identifiers};
///
/// let text = "ЖСН 850101300124, тел. +7 (701) 555-12-34-ке, № 242-II бұйрық, 192.168.0.1; 16.12.1991 және 1 250 000 теңге.";
/// let found: Vec<_> = identifiers(text).map(|one| (one.as_str(), one.kind())).collect();
/// assert_eq!(found, [
///     ("850101300124", IdentifierKind::Person),
///     ("+7 (701) 555-12-34", IdentifierKind::Phone),
///     ("№ 242-II", IdentifierKind::Document),
///     ("192.168.0.1", IdentifierKind::Address),
/// ]);
/// ```
#[must_use]
pub fn identifiers(text: &str) -> Identifiers<'_> {
    Identifiers { text, at: 0, next: [const { Next::From(0) }; ROWS.len()] }
}

impl<'t> Identifiers<'t> {
    /// The next match of a row that does not begin before `self.at`.
    fn advance(&mut self, row: usize) -> Option<Range<usize>> {
        let from = match &self.next[row] {
            Next::Match(span) if span.start >= self.at => return Some(span.clone()),
            Next::Match(_) => self.at,
            Next::From(from) => *from.max(&self.at),
            Next::None => return None,
        };
        let mut from = from;
        while let Some(found) = patterns()[row].find_at(self.text, from) {
            let span = found.range();
            if stands_free(self.text, &span) && (ROWS[row].check)(found.as_str()) {
                self.next[row] = Next::Match(span.clone());
                return Some(span);
            }
            // Past the first character only, so that a match that is none hides nothing; matches are short.
            from = span.start + found.as_str().chars().next().map_or(1, char::len_utf8);
        }
        self.next[row] = Next::None;
        None
    }
}

impl<'t> Iterator for Identifiers<'t> {
    type Item = Identifier<'t>;

    fn next(&mut self) -> Option<Identifier<'t>> {
        let (row, span) = (0..ROWS.len())
            .filter_map(|row| self.advance(row).map(|span| (row, span)))
            .min_by_key(|(row, span)| (span.start, *row))?;
        self.at = span.end;
        Some(Identifier { text: &self.text[span.clone()], start: span.start, kind: ROWS[row].kind })
    }
}

impl FusedIterator for Identifiers<'_> {}

/// Whether nothing beside a match makes it part of something longer.
fn stands_free(text: &str, span: &Range<usize>) -> bool {
    let is_joined = |c: char| c.is_alphanumeric() || c == '_';
    let joins = |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '.' | ',' | '/' | ':' | '+' | '@'));
    let mut before = text[..span.start].chars().rev();
    let last = before.next();
    if last.is_some_and(is_joined) || (joins(last) && before.next().is_some_and(is_joined)) {
        return false;
    }
    let mut after = text[span.end..].chars();
    let first = after.next();
    !(first.is_some_and(is_joined)
        || (joins(first)
            && after.next().is_some_and(|c| c.is_ascii_digit() || first == Some('@') && is_joined(c))))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_pattern_compiles() {
        assert_eq!(super::patterns().len(), super::ROWS.len());
    }
}
