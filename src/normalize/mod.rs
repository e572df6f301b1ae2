//! Mending text: composition, look-alike letters, invisible characters, spaces, quotes, dashes, legacy fonts.
//!
//! # What is changed, and why it may be
//!
//! | reason | example | default |
//! |---|---|---|
//! | [`Reason::Composition`] | `й` typed as и and a breve | on |
//! | [`Reason::Lookalike`] | `партияcы` with a Latin c, `Nоkia` with a Cyrillic о | on |
//! | [`Reason::ForeignLetter`] | `Ӊ`, `Ӈ` for ң, `Ў` for ұ in a Kazakh line | on |
//! | [`Reason::Invisible`] | soft hyphen, zero-width space, byte order mark | on |
//! | [`Reason::Space`] | no-break, thin, ideographic space | on |
//! | [`Reason::Quote`] | `«»“”` to `"` | off |
//! | [`Reason::Dash`] | `‑` to `-`, `―` to `—` | off |
//!
//! A look-alike is replaced only inside one run of letters that mixes scripts, and only when every letter of the other
//! script in the run has a look-alike row in `data/lookalikes.tsv`: `iPhone-ды` (two runs), `SQLды` (Q, L have no row),
//! `Nur Otan` (one script) are left alone, and so are addresses, mentions and hashtags that no word is written to (mending
//! the word may make them part of it), and runs that touch digits unless a letter in them belongs to one script only. Where
//! every letter of a mixed run could be either (`аc`), it is taken as Cyrillic.
//!
//! # How it works
//!
//! The text is walked once, piece by piece; a piece is what no change reaches across (a run of letters with their marks,
//! or one other character). [`Normalizer::changes`] yields what is to be changed and everything else is built on it, so the
//! report and the result cannot disagree. Text that needs nothing is told by a scan over its bytes and borrowed.

mod changes;
mod legacy;
#[rustfmt::skip]
mod tables;

pub use changes::{Change, Changes};
pub use legacy::repair_legacy_font;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

/// Mends a text with the default [`Normalizer`]; borrows when there is nothing to mend.
///
/// Idempotent. Linear in the text.
///
/// ```
/// use qazaq::normalize;
/// assert_eq!(normalize("партияcы"), "партиясы"); // Latin c
/// assert_eq!(normalize("и\u{306}од"), "йод");
/// assert_eq!(normalize("қаза\u{ad}қ\u{a0}тілі"), "қазақ тілі");
/// assert_eq!(normalize("«Nur Otan» iPhone-ды"), "«Nur Otan» iPhone-ды");
/// assert!(matches!(normalize("қазақ тілі"), std::borrow::Cow::Borrowed(_)));
/// ```
#[must_use]
pub fn normalize(text: &str) -> Cow<'_, str> {
    Normalizer::new().normalize(text)
}

/// Which kinds of mending to do.
///
/// ```
/// use qazaq::Normalizer;
/// let plain = Normalizer::new().quotes(true).dashes(true).lookalikes(false);
/// assert_eq!(plain.normalize("«партияcы»"), "\"партияcы\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Normalizer {
    switches: u8,
}

impl Default for Normalizer {
    fn default() -> Normalizer {
        Normalizer::new()
    }
}

impl Normalizer {
    /// Everything that does not change what a careful reader sees: all but quotes and dashes.
    #[must_use]
    pub const fn new() -> Normalizer {
        Normalizer { switches: 0 }
            .composition(true)
            .lookalikes(true)
            .foreign_letters(true)
            .invisible(true)
            .spaces(true)
    }

    /// Whether to compose letters and marks (NFC).
    #[must_use]
    pub const fn composition(self, on: bool) -> Normalizer {
        self.switch(Reason::Composition, on)
    }

    /// Whether to replace look-alike letters of another script.
    #[must_use]
    pub const fn lookalikes(self, on: bool) -> Normalizer {
        self.switch(Reason::Lookalike, on)
    }

    /// Whether to replace letters of neighbouring Cyrillic alphabets in lines that are Kazakh by their other letters.
    #[must_use]
    pub const fn foreign_letters(self, on: bool) -> Normalizer {
        self.switch(Reason::ForeignLetter, on)
    }

    /// Whether to drop invisible characters. Joiners in emoji and in Arabic script stay.
    #[must_use]
    pub const fn invisible(self, on: bool) -> Normalizer {
        self.switch(Reason::Invisible, on)
    }

    /// Whether to replace unusual horizontal spaces by U+0020.
    #[must_use]
    pub const fn spaces(self, on: bool) -> Normalizer {
        self.switch(Reason::Space, on)
    }

    /// Whether to replace typographic quotation marks by `"` and `'`.
    #[must_use]
    pub const fn quotes(self, on: bool) -> Normalizer {
        self.switch(Reason::Quote, on)
    }

    /// Whether to bring hyphens, minus signs and rare dashes to `-`, `–` and `—`.
    #[must_use]
    pub const fn dashes(self, on: bool) -> Normalizer {
        self.switch(Reason::Dash, on)
    }

    /// Mends a text; borrows when there is nothing to mend.
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut changes = self.changes(text).peekable();
        if changes.peek().is_none() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        // Writing to a string does not fail.
        let _ = apply(text, changes, &mut out);
        Cow::Owned(out)
    }

    /// Mends a text into a sink.
    ///
    /// # Errors
    /// Those of the sink.
    ///
    /// ```
    /// let mut out = String::new();
    /// qazaq::Normalizer::new().normalize_to("қaзaқ", &mut out)?; // Latin a
    /// assert_eq!(out, "қазақ");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    pub fn normalize_to<W: fmt::Write + ?Sized>(&self, text: &str, out: &mut W) -> fmt::Result {
        apply(text, self.changes(text), out)
    }

    /// Every change, in order and without overlap, with its place and reason.
    ///
    /// ```
    /// use qazaq::{Normalizer, Reason};
    /// let change = Normalizer::new().changes("партияcы").next().unwrap();
    /// assert_eq!((change.span(), change.original(), change.replacement()), (12..13, "c", "с"));
    /// assert_eq!(change.reason(), Reason::Lookalike);
    /// ```
    #[must_use]
    pub fn changes<'t>(&self, text: &'t str) -> Changes<'t> {
        Changes::new(*self, text)
    }

    const fn switch(self, reason: Reason, on: bool) -> Normalizer {
        let bit = 1 << reason as u8;
        Normalizer { switches: if on { self.switches | bit } else { self.switches & !bit } }
    }

    pub(super) const fn does(self, reason: Reason) -> bool {
        self.switches & (1 << reason as u8) != 0
    }
}

fn apply<'t, W: fmt::Write + ?Sized>(
    text: &'t str,
    changes: impl Iterator<Item = Change<'t>>,
    out: &mut W,
) -> fmt::Result {
    let mut done = 0;
    for change in changes {
        let span = change.span();
        out.write_str(&text[done..span.start])?;
        out.write_str(change.replacement())?;
        done = span.end;
    }
    out.write_str(&text[done..])
}

/// Why a character is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// A letter and its mark were typed apart (NFC).
    Composition,
    /// A letter of another script that looks the same.
    Lookalike,
    /// A letter of a neighbouring Cyrillic alphabet.
    ForeignLetter,
    /// A character without width or meaning here.
    Invisible,
    /// A horizontal space other than U+0020.
    Space,
    /// A typographic quotation mark.
    Quote,
    /// A hyphen, dash or minus sign other than `-`, `–`, `—`.
    Dash,
}

impl Reason {
    /// The stable name in lower case with hyphens: `foreign-letter`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Reason::Composition => "composition",
            Reason::Lookalike => "lookalike",
            Reason::ForeignLetter => "foreign-letter",
            Reason::Invisible => "invisible",
            Reason::Space => "space",
            Reason::Quote => "quote",
            Reason::Dash => "dash",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
