//! Numbers in words.

use super::lexicon::Currency;
use super::spoken::Spoken;
use super::suffix::{Stem, Suffix, write_inflected, write_suffix};
use super::tables::{
    DIGITS, HUNDRED, HUNDREDTHS, MINUS, MONTHS, OF_YEAR, PER_MILLE, PERCENT, POINT, PROCENT, SCALES, TENS,
    WHOLE, YEAR,
};
use super::{Affix, Case, Date, Decimal, Value, Year};
use crate::Error;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

/// What a number is said as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// сексен сегіз; он сегіз бүтін оннан бір; үштен екі; он-он бес
    Cardinal,
    /// сексен сегізінші
    Ordinal,
    /// екеу: 1 to 7 only.
    Collective,
    /// он сегіз бүтін оннан бір пайыз
    Percent,
    /// екі пайыздық тармақ
    PercentagePoint,
    /// бес промилле
    PerMille,
    /// он жеті теңге жиырма тоғыз тиын
    Money(Currency),
    /// екі мың он тоғызыншы жыл
    Year,
    /// екі мың он тоғызыншы жылғы жиырма бесінші қараша; жиырма бесінші қараша; for [`Value::Date`].
    Date,
}

impl fmt::Display for Form {
    /// The name: `cardinal`, `percentage-point`, `money:KZT`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Form::Money(currency) => write!(f, "money:{}", currency.code()),
            form => match Form::NAMED.iter().find(|(_, named)| named == form) {
                Some((name, _)) => f.pad(name),
                None => Ok(()),
            },
        }
    }
}

impl FromStr for Form {
    type Err = Error;

    /// By name: `cardinal`, `percentage-point`, `money:KZT`.
    fn from_str(name: &str) -> Result<Form, Error> {
        if let Some(code) = name.strip_prefix("money:") {
            return code.parse().map(Form::Money);
        }
        let found = Form::NAMED.iter().find(|(known, _)| *known == name);
        found.map(|(_, form)| *form).ok_or_else(|| Error::unknown_name("form", name, Form::NAMES))
    }
}

impl Form {
    const NAMED: [(&str, Form); 8] = [
        ("cardinal", Form::Cardinal),
        ("ordinal", Form::Ordinal),
        ("collective", Form::Collective),
        ("percent", Form::Percent),
        ("percentage-point", Form::PercentagePoint),
        ("per-mille", Form::PerMille),
        ("year", Form::Year),
        ("date", Form::Date),
    ];
    const NAMES: &str = "cardinal, ordinal, collective, percent, percentage-point, per-mille, year, date, money:CODE (money:KZT)";
}

/// The two words for per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PercentWord {
    /// пайыз, Kazakh's own.
    #[default]
    Paiyz,
    /// процент, borrowed.
    Procent,
}

/// How acronyms are read before a suffix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AcronymReading {
    /// By the table of exceptions; else as a word where one of the last two letters is a vowel (БАҚ-қа, НАТО-ға), else
    /// by the names of the letters (ТМД-ға, ҚР-ның).
    #[default]
    Usual,
    /// As a word.
    Word,
    /// By the names of the letters.
    Letters,
}

/// Choices in writing numbers as words and suffixes after digits.
///
/// ```
/// use qazaq::numbers::{Case, Form, PercentWord, Speller};
///
/// assert_eq!(Speller::new().spell(1991, Form::Cardinal)?, "мың тоғыз жүз тоқсан бір");
/// let speller = Speller::new().one_before_thousand(true).percent_word(PercentWord::Procent);
/// assert_eq!(speller.spell(1991, Form::Cardinal)?, "бір мың тоғыз жүз тоқсан бір");
/// assert_eq!(speller.with_suffix("50%", Case::Dative), "50%-ке");
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speller {
    one_before_thousand: bool,
    pub(super) percent: PercentWord,
    pub(super) acronyms: AcronymReading,
}

impl Speller {
    /// `мың`, not `бір мың`; пайыз; acronyms as is usual.
    #[must_use]
    pub fn new() -> Speller {
        Speller::default()
    }

    /// Whether one thousand is `бір мың`. Both are standard; `бір миллион` and above always have `бір`, `жүз` never has.
    #[must_use]
    pub fn one_before_thousand(self, wanted: bool) -> Speller {
        Speller { one_before_thousand: wanted, ..self }
    }

    /// The word for per cent.
    #[must_use]
    pub fn percent_word(self, word: PercentWord) -> Speller {
        Speller { percent: word, ..self }
    }

    /// How acronyms are read before a suffix.
    #[must_use]
    pub fn acronym_reading(self, reading: AcronymReading) -> Speller {
        Speller { acronyms: reading, ..self }
    }

    /// The number in words, with this speller's choices. See [`spell`].
    ///
    /// # Errors
    ///
    /// As [`Speller::spelling`].
    pub fn spell(&self, value: impl Into<Value>, form: Form) -> Result<String, Error> {
        self.spelling(value, form).map(|spelling| spelling.to_string())
    }

    /// The number in words as something to be written: the same as [`spell`](Speller::spell) without a string.
    ///
    /// # Errors
    ///
    /// Malformed where there is no such form of the value: ordinals and years of what is no integer, collectives but of 1 to 7,
    /// dates of decades and centuries, lengths of time.
    pub fn spelling(&self, value: impl Into<Value>, form: Form) -> Result<Spelling, Error> {
        let value = value.into();
        let integer = match value {
            Value::Decimal(decimal) => decimal.to_integer(),
            _ => None,
        };
        let counted = matches!(value, Value::Decimal(_) | Value::Range(..) | Value::Rational(..));
        let fits = match form {
            Form::Date => matches!(value, Value::Date(date) if has_words(date)),
            _ if !counted => false,
            Form::Ordinal => integer.is_some(),
            Form::Year => integer.is_some_and(|year| year >= 0),
            Form::Collective => integer.is_some_and(|number| (1..=7).contains(&number)),
            _ => true,
        };
        if !fits {
            let message = match form {
                Form::Collective => alloc::format!("{value} has no collective form: only 1 to 7 have"),
                Form::Date => alloc::format!("{value} is not a date with a year or a month"),
                _ if !counted => alloc::format!("{value} is not a number"),
                _ => alloc::format!("{value} is not an integer, which this form needs"),
            };
            return Err(Error::malformed(message, 0));
        }
        Ok(Spelling { speller: *self, value, form, suffix: Suffix::NONE })
    }

    /// Digits, a sign or an abbreviation with a suffix after a hyphen. See [`with_suffix`](super::with_suffix).
    #[must_use]
    pub fn with_suffix(&self, base: impl fmt::Display, suffix: impl Into<Suffix>) -> String {
        let mut text = base.to_string();
        let mut written = String::new();
        let spoken = Spoken::of(&text, self).map_or(Stem::from(DEFAULT_STEM), Spoken::stem);
        // A String takes everything.
        let _ = write_suffix(&mut written, spoken, suffix.into());
        if !written.is_empty() && !written.starts_with('-') {
            text.push('-');
        }
        text.push_str(&written);
        text
    }
}

/// A word in whose place nothing is known: it ends in a back vowel.
const DEFAULT_STEM: &str = "а";

/// A number in words.
///
/// ```
/// use qazaq::numbers::{Date, Decimal, Form, Value, Year, spell};
///
/// assert_eq!(spell(88, Form::Cardinal)?, "сексен сегіз");
/// assert_eq!(spell(140, Form::Ordinal)?, "жүз қырқыншы");
/// assert_eq!(spell("18.1".parse::<Decimal>()?, Form::Percent)?, "он сегіз бүтін оннан бір пайыз");
/// assert_eq!(spell("17.29".parse::<Decimal>()?, Form::Money("KZT".parse()?))?, "он жеті теңге жиырма тоғыз тиын");
/// assert_eq!(spell(2019, Form::Year)?, "екі мың он тоғызыншы жыл");
/// assert_eq!(spell(5, Form::Collective)?, "бесеу");
/// let date = Date { year: Year::Exact(2019), month: 11, day: 25 };
/// assert_eq!(spell(Value::Date(date), Form::Date)?, "екі мың он тоғызыншы жылғы жиырма бесінші қараша");
/// # Ok::<(), qazaq::Error>(())
/// ```
///
/// # Errors
///
/// As [`Speller::spelling`].
pub fn spell(value: impl Into<Value>, form: Form) -> Result<String, Error> {
    Speller::new().spell(value, form)
}

/// A number in words, ready to be written: it implements `Display` and allocates nothing.
///
/// ```
/// use qazaq::numbers::{Case, Form, Speller};
/// let spelling = Speller::new().spelling(88, Form::Cardinal)?;
/// assert_eq!(spelling.to_string(), "сексен сегіз");
/// assert_eq!(spelling.with_suffix(Case::Dative).to_string(), "сексен сегізге");
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    speller: Speller,
    value: Value,
    form: Form,
    suffix: Suffix,
}

impl Spelling {
    /// The same with a suffix on the last word. The short ordinal is one of digits only: 88-ші is сексен сегізінші in words.
    ///
    /// ```
    /// use qazaq::numbers::{Affix, Form, Speller};
    /// let spelling = Speller::new().spelling(88, Form::Cardinal)?;
    /// assert_eq!(spelling.with_suffix(Affix::OrdinalShort).to_string(), "сексен сегізінші");
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    #[must_use]
    pub fn with_suffix(self, suffix: impl Into<Suffix>) -> Spelling {
        let suffix = suffix.into();
        let spoken = if suffix.starts_with(Affix::OrdinalShort) {
            Suffix::from(Affix::Ordinal).then(suffix.without_first()).unwrap_or(suffix)
        } else {
            suffix
        };
        Spelling { suffix: spoken, ..self }
    }
}

impl fmt::Display for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words = Words::new(f, self.speller);
        match (self.form, self.value) {
            (Form::Money(currency), Value::Decimal(amount)) => words.money(amount, currency)?,
            (_, Value::Date(date)) => words.date(date)?,
            (form, value) => {
                words.value(value)?;
                match form {
                    Form::Cardinal | Form::Date => {}
                    Form::Ordinal => words.affix(Affix::Ordinal),
                    Form::Collective => words.affix(Affix::Collective),
                    Form::Percent => words.push(self.speller.percent_name())?,
                    Form::PercentagePoint => {
                        words.push(self.speller.percent_name())?;
                        words.inflect(Affix::Attributive.into())?;
                        words.push(POINT)?;
                    }
                    Form::PerMille => words.push(PER_MILLE)?,
                    Form::Money(currency) => words.currency(currency)?,
                    Form::Year => {
                        words.inflect(Affix::Ordinal.into())?;
                        words.push(YEAR)?;
                    }
                }
            }
        }
        words.finish(self.suffix)
    }
}

impl Speller {
    pub(super) fn percent_name(&self) -> &'static str {
        match self.percent {
            PercentWord::Paiyz => PERCENT,
            PercentWord::Procent => PROCENT,
        }
    }
}

/// Writes words with spaces between them and holds the last one back, which may take a suffix.
struct Words<'o, W> {
    out: &'o mut W,
    speller: Speller,
    held: Option<(Stem<'static>, Suffix)>,
    separator: &'static str,
}

impl<'o, W: fmt::Write> Words<'o, W> {
    fn new(out: &'o mut W, speller: Speller) -> Words<'o, W> {
        Words { out, speller, held: None, separator: "" }
    }

    fn push(&mut self, word: &'static str) -> fmt::Result {
        self.push_stem(Stem::from(word))
    }

    fn push_stem(&mut self, stem: Stem<'static>) -> fmt::Result {
        self.inflect(Suffix::NONE)?;
        self.out.write_str(self.separator)?;
        self.separator = "";
        self.held = Some((stem, Suffix::NONE));
        Ok(())
    }

    /// What the suffix of the last word starts with.
    fn affix(&mut self, affix: Affix) {
        if let Some((_, suffix)) = &mut self.held {
            *suffix = affix.into();
        }
    }

    /// Writes the word that was held back, with a suffix.
    fn inflect(&mut self, suffix: Suffix) -> fmt::Result {
        let Some((stem, before)) = self.held.take() else { return Ok(()) };
        self.separator = " ";
        // Most words have none.
        if suffix.is_none() && before.is_none() {
            return self.out.write_str(stem.word);
        }
        let suffix = before.then(suffix).unwrap_or(before);
        write_inflected(self.out, stem, suffix)
    }

    fn finish(&mut self, suffix: Suffix) -> fmt::Result {
        self.inflect(suffix)
    }

    fn value(&mut self, value: Value) -> fmt::Result {
        match value {
            Value::Decimal(decimal) => self.decimal(decimal),
            Value::Range(low, high) => {
                self.decimal(low)?;
                self.inflect(Suffix::NONE)?;
                // A hyphen joins single words only: он-он бес, but жүз он – жүз жиырма.
                // A scale after a hyphen would count for both numbers.
                let joins = is_one_word(low) && high < Decimal::from(100);
                self.separator = if joins { "-" } else { " – " };
                self.decimal(high)
            }
            Value::Rational(numerator, denominator) => {
                if numerator < 0 {
                    self.push(MINUS)?;
                }
                self.integer(denominator.into())?;
                self.inflect(Case::Ablative.into())?;
                self.integer(numerator.unsigned_abs().into())
            }
            // Refused before anything is written.
            _ => Ok(()),
        }
    }

    fn decimal(&mut self, value: Decimal) -> fmt::Result {
        if value.digits() < 0 {
            self.push(MINUS)?;
        }
        let (whole, rest) = parts(value);
        self.integer(whole)?;
        if rest > 0 {
            self.push(WHOLE)?;
            // Hundreds of thousands are named in full, but a bare scale is a denominator without бір.
            match (value.scale() / 3, value.scale() % 3) {
                (thousands @ 1.., 0) => self.push(SCALES[usize::from(thousands) - 1])?,
                _ => self.integer(10u128.pow(value.scale().into()))?,
            }
            self.inflect(Case::Ablative.into())?;
            self.integer(rest)?;
        }
        Ok(())
    }

    fn integer(&mut self, value: u128) -> fmt::Result {
        if value == 0 {
            return self.push(DIGITS[0]);
        }
        let mut rest = value;
        for (at, scale) in SCALES.iter().enumerate().rev() {
            let unit = 1000u128.pow(at as u32 + 1);
            let (count, below) = (rest / unit, rest % unit);
            if count > 0 {
                // мың may stand alone, a larger scale may not.
                if count != 1 || at > 0 || self.speller.one_before_thousand {
                    self.below_thousand(count)?;
                }
                self.push(scale)?;
            }
            rest = below;
        }
        self.below_thousand(rest)
    }

    fn below_thousand(&mut self, value: u128) -> fmt::Result {
        let digit = |value: u128| usize::try_from(value % 10).unwrap_or(0);
        let (hundreds, tens, ones) = (digit(value / 100), digit(value / 10), digit(value));
        if hundreds > 1 {
            self.push(DIGITS[hundreds])?;
        }
        if hundreds > 0 {
            self.push(HUNDRED)?;
        }
        if tens > 0 {
            self.push(TENS[tens - 1])?;
        }
        if ones > 0 {
            self.push(DIGITS[ones])?;
        }
        Ok(())
    }

    fn money(&mut self, amount: Decimal, currency: Currency) -> fmt::Result {
        let short = amount.normalized();
        let (whole, rest) = parts(short);
        match currency.hundredth() {
            Some(name) if rest > 0 && short.scale() <= 2 => {
                if amount.digits() < 0 {
                    self.push(MINUS)?;
                }
                // Hundredths alone would be read as those of another currency.
                let known = HUNDREDTHS.contains(&(name, currency.code()));
                if whole > 0 || !known {
                    self.integer(whole)?;
                    self.currency(currency)?;
                }
                self.integer(if short.scale() == 1 { rest * 10 } else { rest })?;
                self.push(name)
            }
            _ => {
                self.decimal(amount)?;
                self.currency(currency)
            }
        }
    }

    fn date(&mut self, date: Date) -> fmt::Result {
        if let Year::Exact(year) = date.year {
            self.integer(year.into())?;
            self.inflect(Affix::Ordinal.into())?;
            self.push(if date.month == 0 { YEAR } else { OF_YEAR })?;
        }
        if date.day > 0 {
            self.integer(date.day.into())?;
            self.inflect(Affix::Ordinal.into())?;
        }
        match month_name(date) {
            Some(name) => self.push(name),
            None => Ok(()),
        }
    }

    fn currency(&mut self, currency: Currency) -> fmt::Result {
        let row = currency.row();
        self.push_stem(Stem { word: row.name, possessed: row.possessed })
    }
}

fn month_name(date: Date) -> Option<&'static str> {
    MONTHS.get(usize::from(date.month).checked_sub(1)?).copied()
}

/// Whether a date can be said: of a year, of a month, or of a day of a month.
fn has_words(date: Date) -> bool {
    let named = month_name(date).is_some();
    match date.year {
        Year::Exact(_) => date.day <= 31 && (named || (date.month == 0 && date.day == 0)),
        Year::Open => date.day <= 31 && named,
        _ => false,
    }
}

/// What stands before the point and after it, without the sign; the latter has as many digits as the scale says.
fn parts(value: Decimal) -> (u128, u128) {
    let unit = 10u128.pow(value.scale().into());
    let digits = value.digits().unsigned_abs();
    (digits / unit, digits % unit)
}

fn is_one_word(value: Decimal) -> bool {
    let (whole, rest) = parts(value);
    let one_digit = |n: u128| n < 10 || (n < 100 && n % 10 == 0) || n == 100 || n == 1000;
    value.digits() >= 0 && rest == 0 && one_digit(whole)
}
