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
//! cannot read them. Cells with a mark for the few contextual letters take 6 KB a scheme on the way there and 8 KB on the way back.

mod align;
mod buffer;
mod chars;
mod fixed;
mod forward;
mod guess;
mod harmony;
mod lattice;
#[rustfmt::skip]
mod loans;
#[rustfmt::skip]
mod pairs;
mod reverse;
mod slug;
mod stems;
#[cfg(feature = "std")]
mod stream;
mod table;
#[rustfmt::skip]
mod tables;
mod window;

/// What the compiler of the lists needs. Not for users.
#[doc(hidden)]
pub mod internals {
    use super::stems::Found;
    use super::{Scheme, reverse};
    use alloc::string::String;

    /// The letters of a word by the rules alone, and whether it has the sign of front vowels.
    #[must_use]
    pub fn letters(scheme: Scheme, word: &str) -> Option<(String, bool)> {
        let mut letters = String::new();
        let reverse = reverse::Reverse { table: scheme.table(), stems: false };
        reverse::convert_letters(reverse, word, &mut letters).map(|marked| (letters, marked))
    }

    /// The word that these letters make when a row of a list was found at their start, up to a byte; nothing where it may not stand.
    #[must_use]
    pub fn finished(
        scheme: Scheme,
        letters: &str,
        marked: bool,
        row: Option<(usize, &'static str)>,
    ) -> Option<String> {
        let table = scheme.table();
        let found = row.map(|(end, row)| Found::new(end, row));
        let mut word = String::from(letters);
        if let Some(found) = &found {
            if !reverse::may_stand(table, found, marked, letters.as_bytes()) {
                return None;
            }
            word.replace_range(..found.end, found.stem);
        }
        let mut word = word.into_bytes();
        if let Some(hamza) = &table.hamza {
            super::harmony::harmonise(hamza, marked, found, &mut word);
        }
        String::from_utf8(word).ok()
    }
}

pub use align::{Aligned, Alignment};
pub use fixed::{Exceptions, Fixed, html_spans, markdown_spans};
pub(crate) use guess::choosing;
pub use guess::{Candidates, Detection, Uncertain, Uncertainties, detect, to_cyrillic};
pub use slug::{slug, slug_to};
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

    /// The choices that the scheme leaves open, as names and what they do. See [`Transliterator::option`].
    ///
    /// ```
    /// use qazaq::Scheme;
    /// assert!(Scheme::Latin2021.options().any(|(name, _)| name == "short"));
    /// ```
    pub fn options(self) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        self.table().options.iter().map(|choice| (choice.name, choice.about))
    }

    /// The signs that the scheme's own may be written as: for `latin-2017` the apostrophe, for `arabic` the hamza. The first is the
    /// usual one; empty where there is no choice. See [`Transliterator::sign`].
    pub fn signs(self) -> impl Iterator<Item = char> + Clone {
        let signs = self.table().sign;
        signs.into_iter().flat_map(|(usual, others)| core::iter::once(usual).chain(others.chars()))
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
    /// A bit each, by the order in the scheme's table.
    options: u8,
    sign: Option<char>,
    word_list: bool,
}

impl Transliterator {
    /// From Cyrillic to a scheme.
    #[must_use]
    pub const fn to(scheme: Scheme) -> Transliterator {
        Transliterator { scheme, back: false, options: 0, sign: None, word_list: true }
    }

    /// From a scheme to Cyrillic.
    ///
    /// A word with a letter that the scheme does not have (`Windows` in the 2021 alphabet) stays as it is, and so do Roman
    /// numerals, addresses, mentions and hashtags. Where the scheme writes several letters alike the rules of its file
    /// decide, and then lists of words (`data/loans.tsv`, `data/arabic-words.tsv`); words that come back wrong are mostly
    /// borrowed ones (see [`Scheme::is_lossless`]).
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let back = Transliterator::from(Scheme::Latin2021);
    /// assert_eq!(back.transliterate("Qazaqstannyñ ükımetı, XX ğasyr"), "Қазақстанның үкіметі, XX ғасыр");
    /// ```
    #[must_use]
    pub const fn from(scheme: Scheme) -> Transliterator {
        Transliterator { scheme, back: true, options: 0, sign: None, word_list: true }
    }

    /// Makes one of the choices that the scheme leaves open, by its name in [`Scheme::options`].
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let short = Transliterator::to(Scheme::Latin2021).option("short")?;
    /// assert_eq!(short.transliterate("Конституция"), "Konstitusia");
    /// let dotted = Transliterator::to(Scheme::BgnPcgn1979).option("middle-dot")?;
    /// assert_eq!(dotted.transliterate("асһана"), "as·hana");
    /// let arabic = Transliterator::to(Scheme::Arabic).option("punctuation")?;
    /// assert_eq!(arabic.transliterate("бар ма?"), "بار ما؟");
    /// assert!(short.option("klingon").is_err());
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the scheme has no such option.
    pub fn option(self, name: &str) -> Result<Transliterator, Error> {
        let place = self.scheme.table().options.iter().position(|choice| choice.name == name);
        match place {
            Some(place) => Ok(Transliterator { options: self.options | 1 << place, ..self }),
            None => Err(Error::unknown_name("option", name, self.scheme.table().option_names)),
        }
    }

    /// Writes the scheme's sign as one of [`Scheme::signs`]; others are not taken, so that the way back works.
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let typed = Transliterator::to(Scheme::Latin2017).sign('\'')?;
    /// assert_eq!(typed.transliterate("Әңгіме"), "A'n'gime");
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the scheme does not know the sign.
    pub fn sign(self, sign: char) -> Result<Transliterator, Error> {
        if self.scheme.signs().any(|known| known == sign) {
            return Ok(Transliterator { sign: Some(sign), ..self });
        }
        let mut name = [0; 4];
        Err(Error::unknown_name("sign", sign.encode_utf8(&mut name), "those of `Scheme::signs`"))
    }

    /// Whether the way back looks words up where the rules of the scheme cannot know (the default), or goes by the rules alone.
    #[must_use]
    pub const fn word_list(self, on: bool) -> Transliterator {
        Transliterator { word_list: on, ..self }
    }

    /// The scheme.
    #[must_use]
    pub const fn scheme(self) -> Scheme {
        self.scheme
    }

    /// Whether it goes back to Cyrillic.
    #[must_use]
    pub const fn is_back(self) -> bool {
        self.back
    }

    /// Converts a text; borrows where nothing changes.
    ///
    /// At most seven bytes come out for a byte that goes in. Linear in the text.
    #[must_use]
    pub fn transliterate<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.back && self.options == 0 && !text.bytes().any(|byte| byte & 0xFC == 0xD0) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + if self.back { text.len() } else { 16 });
        // Writing to a string does not fail.
        let _ = self.transliterate_to(text, &mut out);
        if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
    }

    /// Converts a text into a sink, without allocating.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn transliterate_to<W: fmt::Write + ?Sized>(&self, text: &str, out: &mut W) -> fmt::Result {
        let table = self.scheme.table();
        if self.back {
            reverse::convert(reverse::Reverse { table, stems: self.word_list }, text, out)
        } else {
            forward::convert(forward::Forward { table, options: self.options, sign: self.sign }, text, out)
        }
    }

    /// As [`transliterate_to`](Transliterator::transliterate_to), addresses too.
    fn letters_to<W: fmt::Write + ?Sized>(&self, text: &str, out: &mut W) -> fmt::Result {
        let forward = forward::Forward { table: self.scheme.table(), options: self.options, sign: self.sign };
        forward::convert_all(forward, text, out)
    }
}
