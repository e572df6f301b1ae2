//! Which part of a text became which part of its conversion.

use super::Transliterator;
use crate::segment::tokens;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

/// A part of a text and the part of its conversion that stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Aligned {
    /// Where it stands in the text, in bytes.
    pub source: Range<usize>,
    /// Where it stands in the conversion, in bytes.
    pub target: Range<usize>,
}

/// The parts of a text, in order; see [`Transliterator::align`].
#[derive(Clone, Debug)]
pub struct Alignment<'t> {
    transliterator: Transliterator,
    text: &'t str,
    at: usize,
    target: usize,
    /// Parts of a word that is being handed out, the last first.
    parts: Vec<Aligned>,
}

impl Transliterator {
    /// The parts of a text with what each becomes: tokens where they are converted by themselves, else what stands between two spaces.
    ///
    /// Together they cover the text and the conversion, in order, without gaps.
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let latin = Transliterator::to(Scheme::Latin2021);
    /// let (text, converted) = ("Ғылым, өнер", latin.transliterate("Ғылым, өнер"));
    /// let pairs: Vec<_> = latin.align(text).map(|part| (&text[part.source], &converted[part.target])).collect();
    /// assert_eq!(pairs, [("Ғылым", "Ğylym"), (",", ","), (" ", " "), ("өнер", "öner")]);
    /// ```
    pub fn align<'t>(&self, text: &'t str) -> Alignment<'t> {
        Alignment { transliterator: *self, text, at: 0, target: 0, parts: Vec::new() }
    }
}

impl Alignment<'_> {
    fn part(&mut self, source: usize, target: usize) -> Aligned {
        let part = Aligned { source: self.at..self.at + source, target: self.target..self.target + target };
        (self.at, self.target) = (part.source.end, part.target.end);
        part
    }
}

impl Iterator for Alignment<'_> {
    type Item = Aligned;

    fn next(&mut self) -> Option<Aligned> {
        if let Some(part) = self.parts.pop() {
            return Some(part);
        }
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        if first.is_whitespace() {
            let length = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
            return Some(self.part(length, length));
        }
        let word = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        let whole = self.transliterator.transliterate(word);
        let pieces: Vec<(usize, Cow<'_, str>)> = tokens(word)
            .map(|token| (token.as_str().len(), self.transliterator.transliterate(token.as_str())))
            .collect();
        let same = pieces.len() > 1
            && pieces.iter().map(|piece| piece.1.len()).sum::<usize>() == whole.len()
            && pieces.iter().try_fold(&*whole, |rest, piece| rest.strip_prefix(&*piece.1)).is_some();
        if !same {
            return Some(self.part(word.len(), whole.len()));
        }
        let mut parts: Vec<Aligned> =
            pieces.iter().map(|(length, text)| self.part(*length, text.len())).collect();
        parts.reverse();
        self.parts = parts;
        self.parts.pop()
    }
}

impl core::iter::FusedIterator for Alignment<'_> {}
