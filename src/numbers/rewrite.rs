//! A text with some places written otherwise, and which place became which.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// A text in which some places were written otherwise.
///
/// ```
/// use qazaq::numbers::verbalize;
///
/// let spoken = verbalize("Үлесі 18,1%-ға өсті.");
/// assert_eq!(spoken.as_str(), "Үлесі он сегіз бүтін оннан бір пайызға өсті.");
/// let changed = spoken.alignment().find(|piece| piece.changed).unwrap();
/// assert_eq!(&spoken.as_str()[changed.target], "он сегіз бүтін оннан бір пайызға");
/// assert_eq!(changed.source, 11..21);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    text: String,
    /// The places that were written otherwise: where they were and where they are.
    changes: Vec<(Range<usize>, Range<usize>)>,
    source: usize,
}

/// A piece of the source and what it became: byte offsets into both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Aligned {
    /// Where it stood.
    pub source: Range<usize>,
    /// Where it stands.
    pub target: Range<usize>,
    /// Whether it was written otherwise. What was not has the same bytes in both texts.
    pub changed: bool,
}

impl Rewritten {
    /// The new text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The new text, without the alignment.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// All pieces of both texts in order, changed and unchanged by turns.
    pub fn alignment(&self) -> impl Iterator<Item = Aligned> + '_ {
        let mut at = (0, 0);
        let end = (self.source..self.source, self.text.len()..self.text.len());
        self.changes.iter().cloned().chain(core::iter::once(end)).flat_map(move |(source, target)| {
            let before = Aligned { source: at.0..source.start, target: at.1..target.start, changed: false };
            at = (source.end, target.end);
            [before, Aligned { source, target, changed: true }]
                .into_iter()
                .filter(|piece| !piece.source.is_empty())
        })
    }
}

/// Builds a [`Rewritten`] from changes in the order of the text.
pub(super) struct Rewriter<'t> {
    source: &'t str,
    /// What of the source has been copied.
    copied: usize,
    text: String,
    changes: Vec<(Range<usize>, Range<usize>)>,
}

impl<'t> Rewriter<'t> {
    pub(super) fn new(source: &'t str) -> Rewriter<'t> {
        Rewriter { source, copied: 0, text: String::with_capacity(source.len() * 2), changes: Vec::new() }
    }

    /// A place written otherwise; it must come after the last one.
    pub(super) fn change(&mut self, place: Range<usize>, words: &str) {
        let Some(between) = self.source.get(self.copied..place.start) else { return };
        self.text.push_str(between);
        let start = self.text.len();
        self.text.push_str(words);
        self.copied = place.end;
        self.changes.push((place, start..self.text.len()));
    }

    pub(super) fn finish(mut self) -> Rewritten {
        self.text.push_str(self.source.get(self.copied..).unwrap_or_default());
        Rewritten { text: self.text, changes: self.changes, source: self.source.len() }
    }
}
