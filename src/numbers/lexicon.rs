//! The rows of the generated tables and how they are looked up.

use super::tables::{CODES, CURRENCIES, FOLDED, FOLDING, FORMS};
use crate::Error;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// What a number word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 0 to 9.
    Digit(u8),
    /// 10 to 90.
    Ten(u8),
    /// 100.
    Hundred,
    /// A power of ten.
    Scale(u8),
    /// A word beside the numerals.
    Particle(Particle),
}

/// The roles of `data/numbers/particles.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Particle {
    Minus,
    Plus,
    Whole,
    Half,
    AndHalf,
    Quarter,
    And,
    Percent,
    PerMille,
    Point,
    Year,
    OfYear,
    Square,
    Cubic,
}

/// A way of writing a number word.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) form: &'static str,
    pub(super) word: Word,
    /// The word as it should be written.
    pub(super) standard: &'static str,
}

/// The longest number word that a text in small letters starts with.
pub(super) fn word_at_start(text: &str) -> Option<&'static Form> {
    longest(&FORMS, text)
}

/// The same for a text without Kazakh letters, as [`fold`] leaves it.
pub(super) fn folded_word_at_start(text: &str) -> Option<&'static Form> {
    longest(&FOLDED, text)
}

fn longest(forms: &'static [Form], text: &str) -> Option<&'static Form> {
    // Every form starts with a letter of two bytes, and they are sorted as those are.
    let first = text.as_bytes().first_chunk::<2>()?;
    let start = |form: &Form| form.form.as_bytes().first_chunk::<2>();
    let from = forms.partition_point(|form| start(form) < Some(first));
    forms[from..]
        .iter()
        .take_while(|form| start(form) == Some(first))
        .find(|form| text.starts_with(form.form))
}

/// A text without Kazakh letters, as `data/numbers/folding.tsv` has it. No letter changes its length in bytes but i.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(fold_letter).collect()
}

pub(super) fn fold_letter(c: char) -> char {
    FOLDING.binary_search_by_key(&c, |&(letter, _)| letter).map_or(c, |at| FOLDING[at].1)
}

/// A row of `data/numbers/suffixes.tsv`.
#[derive(Debug)]
pub(super) struct AffixRow {
    pub(super) affix: super::Affix,
    pub(super) template: &'static str,
    /// May follow the bare number.
    pub(super) base: bool,
    /// May follow this numeral.
    pub(super) stem: Option<&'static str>,
    /// May follow these affixes: bits by their order.
    pub(super) after: u64,
}

impl AffixRow {
    /// The bit of the affix in a set.
    pub(super) const fn bit(&self) -> u64 {
        1 << self.affix as u64
    }
}

/// A row of `data/numbers/ordinal-contexts.tsv`.
#[derive(Debug)]
pub(super) struct OrdinalContext {
    pub(super) word: &'static str,
    pub(super) low: i128,
    pub(super) high: i128,
    pub(super) step: i128,
    /// Also without a suffix.
    pub(super) bare: bool,
    pub(super) written: Written,
    /// Of an abbreviation: what takes its suffix, what it is said as, and that before a number.
    pub(super) said: Option<[&'static str; 3]>,
}

/// How an ordinal is written in digits before what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// 2019 жылы
    Digits,
    /// 1990-жылдары
    Hyphen,
    /// XX ғасыр
    Roman,
}

/// A row of `data/numbers/currencies.tsv`.
#[derive(Debug)]
pub(super) struct CurrencyRow {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// The name ends in a possessive.
    pub(super) possessed: bool,
    pub(super) hundredth: Option<&'static str>,
}

/// A currency, by its code of ISO 4217.
///
/// ```
/// use qazaq::numbers::Currency;
/// let tenge: Currency = "KZT".parse()?;
/// assert_eq!((tenge.code(), tenge.name(), tenge.hundredth()), ("KZT", "теңге", Some("тиын")));
/// assert!("XYZ".parse::<Currency>().unwrap_err().is_unknown_name());
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(u8);

impl Currency {
    /// Every currency of `data/numbers/currencies.tsv`.
    pub fn all() -> impl Iterator<Item = Currency> {
        (0u8..).take(CURRENCIES.len()).map(Currency)
    }

    pub(super) fn row(self) -> &'static CurrencyRow {
        &CURRENCIES[usize::from(self.0)]
    }

    /// The code of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// What it is called after a number.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What its hundredth part is called, where there is one in use.
    #[must_use]
    pub fn hundredth(self) -> Option<&'static str> {
        self.row().hundredth
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Currency").field(&self.code()).finish()
    }
}

impl FromStr for Currency {
    type Err = Error;

    /// By code, in capitals.
    fn from_str(code: &str) -> Result<Currency, Error> {
        let found = CURRENCIES.binary_search_by_key(&code, |row| row.code);
        found
            .ok()
            .and_then(|at| u8::try_from(at).ok())
            .map(Currency)
            .ok_or_else(|| Error::unknown_name("currency", code, CODES))
    }
}
