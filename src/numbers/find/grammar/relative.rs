//! Words and phrases that say when without a number.

use super::super::ending::Ending;
use super::super::lex::{Class, What};
use super::super::tables::{
    ABLATIVE, BARE_DATIVE, GENITIVE, INSTRUMENTAL, LOCATIVE, PLACE, PLURAL, POSSESSIVE,
};
use super::super::{Modifiers, Number, NumberKind};
use super::lengths::durations;
use super::{Reader, is_case, is_one_of, starts};
use crate::numbers::{Duration, DurationUnit, Value};

impl<'t> Reader<'_, 't> {
    /// Words and phrases that say when without a number.
    pub(super) fn relative_phrase(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
        let none = Modifiers::default();
        let date = |next: usize| self.date_tail(at, next, Value::Relative, none);
        match lex.class()? {
            Class::Relative => {
                let mut next = at + 1;
                if self.sign(next) == Some('-') && self.class(next + 1) == Some(Class::Relative) {
                    next += 2;
                }
                // биылғы жылы; биыл stands by itself
                let adjective = self.word(lex).ends("ы") || self.word(lex).ends("і");
                if adjective && matches!(self.class(next), Some(Class::DayUnit | Class::Season)) {
                    next += 1;
                    if let Some(found) = self.within_year(at, next) {
                        return Some(found);
                    }
                } else if lex.value() == "Y" {
                    if let Some(found) = self.part_of_this_year(at, next) {
                        return Some(found);
                    }
                }
                date(next)
            }
            Class::RelativeTime => {
                // таңертеңнен кешке дейін, түстен кейін
                let mut next = at + 1;
                if matches!(self.class(next), Some(Class::RelativeTime | Class::SpanAfter)) {
                    next += 1;
                }
                self.number(at, self.spans(next), NumberKind::Time, Value::Relative, None, none)
            }
            Class::PartOfDay if self.class(at + 1).is_none() && lex.value() != "" => {
                self.number(at, at + 1, NumberKind::Time, Value::Relative, None, none)
            }
            // маусымы, қазандық, наурызым are other words
            Class::Season | Class::Month if is_bare_case(lex.suffix) => {
                let mut next = at + 1;
                // қаңтар – мамыр айларында
                let to = matches!(self.sign(next), Some('-' | '–'));
                if to && lex.suffix.is_empty() && self.class(next + 1) == Some(Class::Month) {
                    next += 2;
                }
                let counted = self.get(next).filter(|lex| lex.class() == Some(Class::DayUnit));
                let units = &["D", "Y", "M"][..];
                date(next + usize::from(counted.is_some_and(|lex| units.contains(&lex.value()))))
            }
            Class::RelativeAdjective | Class::Several | Class::Every => {
                let several = lex.class() == Some(Class::Several);
                let mut next = at + 1;
                if self.class(next) == Some(Class::Several) {
                    next += 1;
                } else if let Some(amount) = self.range(next).filter(|amount| amount.suffix.is_empty()) {
                    // осы екі жылда: the length of time is what is meant
                    if lex.value() == "this" {
                        return None;
                    }
                    next = amount.next;
                }
                // алғашқы тоқсанда
                if !several && self.get(at + 1).is_some_and(|lex| matches!(lex.what, What::Ten(90))) {
                    return date(at + 2);
                }
                match self.class(next)? {
                    // соңғы екі жылдың 5 мамыры: of which one is not told
                    Class::DayUnit if !several && next == at + 1 => {
                        self.within_year(at, next + 1).or_else(|| date(next + 1))
                    }
                    Class::DayUnit => date(next + 1),
                    Class::Month | Class::Season if !several => date(next + 1),
                    Class::ClockUnit if lex.value() != "this" => {
                        self.time_tail(at, next + 1, Value::Relative, none)
                    }
                    // өткен түні
                    Class::RelativeTime => {
                        self.number(at, next + 1, NumberKind::Time, Value::Relative, None, none)
                    }
                    _ => None,
                }
            }
            // жыл сайын, жыл басынан бері, айдың ішінде
            Class::DayUnit if self.class(at + 1) == Some(Class::Span) => date(at + 1),
            Class::ClockUnit if self.class(at + 1) == Some(Class::Span) && !starts(lex.suffix, &PLURAL) => {
                self.time_tail(at, at + 1, Value::Relative, none)
            }
            _ => None,
        }
    }

    /// A day or a part of a year that is told without a number and ends before a place: осы жылдың 24-інші шілдесінде, бірінші жартысында.
    fn within_year(&self, at: usize, next: usize) -> Option<(Number<'t>, usize)> {
        let year = &self.cluster[next - 1];
        if !(self.is_year_unit(next - 1) && is_case(year.suffix, &GENITIVE)) {
            return None;
        }
        if let Some((value, after)) = self.day_and_year(next) {
            return self.date_tail(at, after, value, Modifiers::default());
        }
        let after = self.part_of_year(next)?;
        self.date_tail(at, after, Value::Relative, Modifiers::default())
    }

    /// What follows a quarter or a half of a year: бірінші тоқсанда, II тоқсанда, 2-жартысында.
    fn part_of_year(&self, at: usize) -> Option<usize> {
        if let What::Roman(1..=4) = self.get(at)?.what {
            return matches!(self.get(at + 1)?.what, What::Ten(90)).then_some(at + 2);
        }
        let amount = self.amount(at)?;
        let joined = !amount.words && self.joins(amount.next);
        let part = self.get(amount.next + usize::from(joined))?;
        let parts = match part.what {
            What::Ten(90) => 4,
            What::Class(Class::DayUnit, "J") => 2,
            What::Class(Class::Half, _) if starts(part.suffix, &POSSESSIVE) => 2,
            _ => return None,
        };
        let quarter = parts == 4 && !amount.words;
        let Value::Decimal(which) = amount.value else { return None };
        let possible = which.to_integer().is_some_and(|which| (1..=parts).contains(&which));
        let ranked = joined || amount.ordinal || quarter;
        (possible && ranked).then_some(amount.next + usize::from(joined) + 1)
    }

    /// биылғы бірінші тоқсанда, биылғы сегіз айда
    fn part_of_this_year(&self, at: usize, next: usize) -> Option<(Number<'t>, usize)> {
        if let Some(after) = self.part_of_year(next) {
            return self.date_tail(at, after, Value::Relative, Modifiers::default());
        }
        let amount = self.amount(next).filter(|amount| amount.suffix.is_empty())?;
        let months = self.get(amount.next).filter(|lex| lex.class() == Some(Class::DayUnit))?;
        if months.value() != "M" || !is_one_of(months.suffix, &LOCATIVE) {
            return None;
        }
        let value = durations(amount.value, |months| Duration::new(months, DurationUnit::Month))?;
        self.date_tail(at, amount.next + 1, value, Modifiers::default())
    }

    fn spans(&self, at: usize) -> usize {
        (at..).find(|&at| self.class(at) != Some(Class::Span)).unwrap_or(at)
    }
}

/// Whether a suffix is a case without a possessive, or none.
fn is_bare_case(suffix: Ending<'_>) -> bool {
    let cases: [&[&str]; 6] = [&LOCATIVE, &ABLATIVE, &BARE_DATIVE, &GENITIVE, &PLACE, &INSTRUMENTAL];
    suffix.is_empty() || cases.iter().any(|case| is_one_of(suffix, case))
}
