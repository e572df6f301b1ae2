//! Between Cyrillic and the other ways of writing Kazakh.
//!
//! A scheme is a file in `data/schemes/`; adding one needs a file and its cases, no code. Each letter of U+0400 to U+04FF has
//! a cell of eight bytes, so that the common letter is one look-up and one fixed-size copy; letters that depend on
//! their neighbours are marked in the cell and looked at by themselves.
//!
//! Only letters of the Cyrillic alphabet of Kazakh are converted. Latin words, digits, punctuation and everything else stay byte
//! for byte, and so do site and mail addresses, mentions and hashtags.
//!
//! # Alternatives considered
//!
//! A `match` per character with `String::push_str` reads best but spends its time in small copies. An automaton over letter
//! sequences would take context rules for free, but the tables are larger than the first-level cache and a reviewer
//! cannot read them. Cells with a mark for the few contextual letters keep the table 2 KB a scheme.

mod forward;
#[rustfmt::skip]
mod loans;
mod reverse;
mod table;
#[rustfmt::skip]
mod tables;

pub use tables::Scheme;

use crate::Error;
use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

impl Scheme {
    fn table(self) -> &'static table::Table {
        &tables::TABLES[self as usize]
    }

    /// The stable code: `latin-2021`, `iso-9`, …
    #[must_use]
    pub fn code(self) -> &'static str {
        self.table().code
    }

    /// The name in English.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.table().title
    }

    /// Who made it law, standard or practice, and when.
    #[must_use]
    pub fn status(self) -> &'static str {
        self.table().status
    }

    /// Where the table comes from.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.table().source
    }

    /// Whether different Kazakh words always come out different, so that the way back is exact.
    #[must_use]
    pub fn is_lossless(self) -> bool {
        self.table().lossless
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Scheme {
    type Err = Error;

    /// Reads a code, in any case.
    fn from_str(code: &str) -> Result<Scheme, Error> {
        let known = Scheme::ALL.into_iter().find(|scheme| scheme.code().eq_ignore_ascii_case(code));
        known.ok_or_else(|| Error::unknown_name("scheme", code, tables::CODES))
    }
}

/// Converts Kazakh text from one way of writing to another.
///
/// ```
/// use qazaq::{Scheme, Transliterator};
/// let latin = Transliterator::to(Scheme::Latin2021);
/// assert_eq!(latin.transliterate("Қазақстан Республикасының үкіметі"), "Qazaqstan Respublikasynyñ ükımetı");
/// assert_eq!(latin.transliterate("«Nur Otan» 12,5%-ға, aqparat.kz"), "«Nur Otan» 12,5%-ğa, aqparat.kz");
///
/// let bgn = Transliterator::to("bgn-pcgn-1979".parse()?);
/// assert_eq!(bgn.transliterate("Ғылым, ҒЫЛЫМ"), "Ghylym, GHYLYM");
///
/// let arabic = Transliterator::to(Scheme::Arabic);
/// assert_eq!(arabic.transliterate("ғылым мен білім"), "عىلىم مەن ءبىلىم");
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Transliterator {
    scheme: Scheme,
    back: bool,
}

impl Transliterator {
    /// From Cyrillic to a scheme.
    #[must_use]
    pub const fn to(scheme: Scheme) -> Transliterator {
        Transliterator { scheme, back: false }
    }

    /// From a scheme to Cyrillic.
    ///
    /// A word with a letter that the scheme does not have (`Windows` in the 2021 alphabet) stays as it is, and so do Roman
    /// numerals, addresses, mentions and hashtags. Where the scheme writes several letters alike the rules of its file
    /// decide; words that come back wrong are mostly borrowed ones (see [`Scheme::is_lossless`]).
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let back = Transliterator::from(Scheme::Latin2021);
    /// assert_eq!(back.transliterate("Qazaqstannyñ ükımetı, XX ğasyr"), "Қазақстанның үкіметі, XX ғасыр");
    /// ```
    #[must_use]
    pub const fn from(scheme: Scheme) -> Transliterator {
        Transliterator { scheme, back: true }
    }

    /// Converts a text; borrows where it has no letter to convert.
    ///
    /// At most four bytes come out for a byte that goes in. Linear in the text.
    #[must_use]
    pub fn transliterate<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.back && !text.bytes().any(|byte| byte & 0xFC == 0xD0) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + text.len() / 2);
        // Writing to a string does not fail.
        let _ = self.transliterate_to(text, &mut out);
        if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
    }

    /// Converts a text into a sink.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn transliterate_to<W: fmt::Write + ?Sized>(&self, text: &str, out: &mut W) -> fmt::Result {
        let table = self.scheme.table();
        if self.back { reverse::convert(table, text, out) } else { forward::convert(table, text, out) }
    }
}
