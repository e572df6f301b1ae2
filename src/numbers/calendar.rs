//! Dates, durations and times as values.

use super::Decimal;
use core::fmt;

/// A year as far as a text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Year {
    /// Not told: `XXXX`.
    Open,
    /// One year: `2019`.
    Exact(u16),
    /// Ten years, by the first of them: `199X`.
    Decade(u16),
    /// One year of an untold century: `XX91`.
    OfCentury(u8),
    /// Ten years of an untold century, by the first of them: `XX7X`.
    DecadeOfCentury(u8),
    /// A century: `20C`.
    Century(u8),
}

/// A calendar date as far as a text tells it. Its `Display` is that of ISO 8601 with `X` for what is not told: `2019-11-25`,
/// `XXXX-11-25`, `199X`, `20C`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year.
    pub year: Year,
    /// The month from 1; 0 where none is told.
    pub month: u8,
    /// The day of the month from 1; 0 where none is told.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Open => f.write_str("XXXX")?,
            Year::Exact(year) => write!(f, "{year:04}")?,
            Year::Decade(year) => write!(f, "{}X", year / 10)?,
            Year::OfCentury(year) => write!(f, "XX{year:02}")?,
            Year::DecadeOfCentury(year) => write!(f, "XX{}X", year / 10)?,
            Year::Century(century) => write!(f, "{century}C")?,
        }
        match (self.month, self.day) {
            (0, 0) => Ok(()),
            (month, 0) => write!(f, "-{month:02}"),
            (0, day) => write!(f, "-XX-{day:02}"),
            (month, day) => write!(f, "-{month:02}-{day:02}"),
        }
    }
}

impl Date {
    /// Reads a date that has a month, in the notation of its `Display`: the year, which is `XXXX` where none is told, the month and mostly the day.
    pub(super) fn read(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next());
        let number = |part: &str, length: usize| -> Option<u16> {
            let plain = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        let year = if year == "XXXX" { Year::Open } else { Year::Exact(number(year, 4)?) };
        let month = u8::try_from(number(month, 2)?).ok().filter(|month| (1..=12).contains(month))?;
        let day = match day {
            Some(day) => u8::try_from(number(day, 2)?).ok().filter(|day| (1..=31).contains(day))?,
            None => 0,
        };
        parts.next().is_none().then_some(Date { year, month, day })
    }
}

/// What a duration is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DurationUnit {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
    /// Minutes.
    Minute,
    /// Seconds.
    Second,
}

impl DurationUnit {
    const fn letter(self) -> char {
        match self {
            DurationUnit::Year => 'Y',
            DurationUnit::Month | DurationUnit::Minute => 'M',
            DurationUnit::Week => 'W',
            DurationUnit::Day => 'D',
            DurationUnit::Hour => 'H',
            DurationUnit::Second => 'S',
        }
    }

    /// Whether it is shorter than a day.
    #[must_use]
    pub const fn is_time(self) -> bool {
        matches!(self, DurationUnit::Hour | DurationUnit::Minute | DurationUnit::Second)
    }
}

/// A length of time in one unit, or in up to three: hours, minutes and seconds, years, months and days. Its `Display` is that of ISO 8601:
/// `P3Y`, `PT3H50M`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Duration {
    /// How many.
    pub amount: Decimal,
    /// Of what.
    pub unit: DurationUnit,
    /// What comes on top in the next smaller unit (50 minutes), months after years and days after months; 0 for nothing.
    pub rest: u8,
    /// What comes on top in the unit below that: days after years, seconds after hours; 0 for nothing.
    pub least: u8,
}

impl Duration {
    /// So many of one unit.
    ///
    /// ```
    /// use qazaq::numbers::{Decimal, Duration, DurationUnit};
    /// assert_eq!(Duration::new(Decimal::from(3), DurationUnit::Year).to_string(), "P3Y");
    /// ```
    #[must_use]
    pub const fn new(amount: Decimal, unit: DurationUnit) -> Duration {
        Duration { amount, unit, rest: 0, least: 0 }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.unit.is_time() { "PT" } else { "P" })?;
        write!(f, "{}{}", self.amount, self.unit.letter())?;
        let smaller = match self.unit {
            DurationUnit::Year => ['M', 'D'],
            DurationUnit::Month => ['D', ' '],
            DurationUnit::Minute => ['S', ' '],
            _ => ['M', 'S'],
        };
        for (count, letter) in [self.rest, self.least].into_iter().zip(smaller) {
            if count > 0 {
                write!(f, "{count}{letter}")?;
            }
        }
        Ok(())
    }
}

/// A time of day. Its `Display` is that of ISO 8601: `T18:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.hour, self.minute)
    }
}
