//! What the tokenizer yields.

use super::class::{Class, class_at};
use super::kind::TokenKind;
use super::suffix::split_suffix;
use core::fmt;
use core::ops::Range;

/// A piece of the text with its place and kind.
///
/// ```
/// use qazaq::{tokens, TokenKind};
/// let token = tokens("90%-ға дейін").next().unwrap();
/// assert_eq!(token.as_str(), "90%-ға");
/// assert_eq!(token.kind(), TokenKind::Number);
/// assert_eq!(token.span(), 0..8);
/// assert_eq!((token.base(), token.suffix()), ("90%", Some("ға")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) kind: TokenKind,
}

impl<'t> Token<'t> {
    /// The token as it stands in the text.
    #[must_use]
    #[inline]
    pub const fn as_str(&self) -> &'t str {
        self.text
    }

    /// Where it stands: byte offsets into the text given to [`tokens`](super::tokens).
    #[must_use]
    #[inline]
    pub const fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What it is.
    #[must_use]
    #[inline]
    pub const fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The ending written after a hyphen, an apostrophe or the digits themselves: `і` of `88-і`, `ға` of `12,5%-ға`,
    /// `ның` of `ҚР-ның`, `ды` of `iPhone’ды`.
    ///
    /// Endings are those of `data/digit-suffixes.tsv`, right or wrong for the base. Only numbers, percent signs,
    /// addresses, acronyms and words of another script than the ending's have one: the second half of `қыз-ау` is not looked
    /// at, which is morphology's task.
    #[must_use]
    pub fn suffix(&self) -> Option<&'t str> {
        split_suffix(self.text, self.kind).map(|(_, suffix)| suffix)
    }

    /// The token without [`suffix`](Token::suffix) and the sign before it: `88`, `12,5%`, `ҚР`.
    #[must_use]
    pub fn base(&self) -> &'t str {
        split_suffix(self.text, self.kind).map_or(self.text, |(base, _)| base)
    }

    /// [`base`](Token::base) and [`suffix`](Token::suffix).
    pub(crate) fn parts(&self) -> (&'t str, &'t str) {
        split_suffix(self.text, self.kind).unwrap_or((self.text, ""))
    }

    /// The digits of a number, grouped, with decimals: `12,5` of `12,5%-ға`. Empty for other kinds.
    #[must_use]
    pub fn digits(&self) -> &'t str {
        if self.kind != TokenKind::Number {
            return "";
        }
        let base = self.base();
        base.trim_end_matches(|c: char| !c.is_numeric())
    }

    /// The percent or per mille sign of a number (`12,5%-ға`), or of a sign with an ending (`%-ға`).
    #[must_use]
    pub fn percent_sign(&self) -> Option<char> {
        let last = self.base().chars().next_back()?;
        let mut buffer = [0; 4];
        (class_at(last.encode_utf8(&mut buffer), 0)? == Class::Percent).then_some(last)
    }

    /// Whether this is white space that ends a line. Every line break (`\r\n` counts as one) is a token of its own.
    #[must_use]
    #[inline]
    pub fn is_line_break(&self) -> bool {
        self.kind == TokenKind::Space
            && !self.text.starts_with(' ')
            && class_at(self.text, 0) == Some(Class::Newline)
    }
}

impl fmt::Display for Token<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}
