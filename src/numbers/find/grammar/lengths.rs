//! Lengths of time, and ages.

use super::super::lex::Class;
use super::super::tables::{ABLATIVE, DATIVE, LOCATIVE, PLACE, POSSESSIVE};
use super::super::{Modifiers, Number, NumberKind};
use super::amounts::Amount;
use super::{Reader, is_case, is_one_of, starts};
use crate::numbers::{Decimal, Duration, DurationUnit, Value};

impl<'t> Reader<'_, 't> {
    /// жасы 57-де, жасы алпыстан асқан: an age after the word that says so.
    pub(super) fn age_told_before(&self, at: usize, amount: &Amount<'t>) -> Option<Value> {
        if self.class(at.checked_sub(1)?) != Some(Class::Aged) || amount.ordinal {
            return None;
        }
        let ended = amount.next == self.cluster.len() && self.after().is_none();
        let cased = [&LOCATIVE[..], &ABLATIVE, &DATIVE, &PLACE]
            .into_iter()
            .any(|case| is_one_of(amount.suffix, case));
        let may_be = |years: Decimal| years >= Decimal::from(1) && years < Decimal::from(150);
        let possible = match amount.value {
            Value::Decimal(years) => may_be(years),
            Value::Range(from, to) => may_be(from) && may_be(to),
            _ => false,
        };
        let between =
            matches!(amount.value, Value::Range(..)) && self.class(amount.next) == Some(Class::RangeEnd);
        if !possible || !(cased || between || ended && amount.suffix.is_empty()) {
            return None;
        }
        durations(amount.value, |years| Duration::new(years, DurationUnit::Year))
    }

    /// A length of time with what follows it: ішінде, бойы, кейін …
    pub(super) fn time_tail(
        &self,
        at: usize,
        next: usize,
        value: Value,
        modifiers: Modifiers,
    ) -> Option<(Number<'t>, usize)> {
        let mut next = next;
        while self.class(next) == Some(Class::Span)
            || (self.class(next) == Some(Class::SpanAfter)
                && is_case(self.cluster[next - 1].suffix, &ABLATIVE))
        {
            next += 1;
        }
        self.number(at, next, NumberKind::Time, value, None, modifiers)
    }

    /// A length of time with its smaller units, and what is next: 3 сағат 50 минут. `next` is what follows the first unit.
    pub(super) fn lasting(&self, value: Value, unit: DurationUnit, next: usize) -> Option<(Value, usize)> {
        let Value::Decimal(amount) = value else {
            return Some((durations(value, |amount| Duration::new(amount, unit))?, next));
        };
        let (class, smaller) = match unit {
            DurationUnit::Year => (Class::DayUnit, ["M", "D"]),
            DurationUnit::Month => (Class::DayUnit, ["D", ""]),
            DurationUnit::Hour => (Class::ClockUnit, ["M", "S"]),
            DurationUnit::Minute => (Class::ClockUnit, ["S", ""]),
            _ => (Class::ClockUnit, [""; 2]),
        };
        let (mut next, mut counts) = (next, [0; 2]);
        for (count, unit) in counts.iter_mut().zip(smaller).filter(|(_, unit)| !unit.is_empty()) {
            if let Some((found, after)) = self.more_of(next, class, unit) {
                (*count, next) = (found, after);
            }
        }
        let [rest, least] = counts;
        Some((Value::Duration(Duration { rest, least, ..Duration::new(amount, unit) }), next))
    }

    /// How many of a unit stand right after another one, and what is next: 50 минут after 3 сағат.
    fn more_of(&self, at: usize, class: Class, unit: &str) -> Option<(u8, usize)> {
        if !self.cluster[at - 1].suffix.is_empty() {
            return None;
        }
        let amount = self.amount(at)?;
        let bare = amount.suffix.is_empty() && amount.percent.is_none() && amount.modifiers.is_empty();
        // бір күні: once
        if !bare || amount.one && self.is_article(at, amount.next) {
            return None;
        }
        let counted = self.get(amount.next)?;
        // 15 күні is as often a day of a month.
        if counted.class() != Some(class)
            || counted.value() != unit
            || unit == "D" && starts(counted.suffix, &POSSESSIVE)
        {
            return None;
        }
        let Value::Decimal(count) = amount.value else { return None };
        let count = u8::try_from(count.to_integer()?).ok()?;
        (count > 0 || class == Class::ClockUnit).then_some((count, amount.next + 1))
    }

    /// The months of an age of years and months.
    fn has_months_of_age(&self, at: usize) -> bool {
        self.more_of(at, Class::DayUnit, "M")
            .is_some_and(|(count, next)| count < 12 && !starts(self.cluster[next - 1].suffix, &POSSESSIVE))
    }

    /// An age, of years or of years and months. `next` is where жас stands.
    pub(super) fn age(
        &self,
        at: usize,
        next: usize,
        value: Value,
        modifiers: Modifiers,
    ) -> Option<(Number<'t>, usize)> {
        let bare = self.get(next).is_some_and(|lex| lex.value().is_empty());
        let (value, after) = if bare && self.has_months_of_age(next + 1) {
            self.lasting(value, DurationUnit::Year, next + 1)?
        } else {
            (durations(value, |amount| Duration::new(amount, DurationUnit::Year))?, next + 1)
        };
        self.number(at, after, NumberKind::Date, value, None, modifiers)
    }

    /// Whether жас after a number is an age: жиырма жас маман are twenty young people.
    pub(super) fn is_age(&self, at: usize) -> bool {
        let alone = at + 1 == self.cluster.len() && self.after().is_none();
        self.get(at).is_some_and(|lex| !lex.value().is_empty())
            || alone
            || matches!(self.class(at + 1), Some(Class::RangeEnd | Class::After | Class::Span))
            || self.has_months_of_age(at + 1)
    }
}

pub(super) fn duration_of(amount: Decimal, unit: &str) -> Duration {
    let times = |factor: i64| amount.checked_mul(Decimal::from(factor)).unwrap_or(amount);
    match unit {
        "D" => Duration::new(amount, DurationUnit::Day),
        "W" => Duration::new(amount, DurationUnit::Week),
        "M" => Duration::new(amount, DurationUnit::Month),
        "C" => Duration::new(times(100), DurationUnit::Year),
        "T" => Duration::new(times(10), DurationUnit::Year),
        "J" => Duration::new(times(6), DurationUnit::Month),
        "Q" => Duration::new(times(3), DurationUnit::Month),
        _ => Duration::new(amount, DurationUnit::Year),
    }
}

pub(super) fn durations(value: Value, duration: impl Fn(Decimal) -> Duration) -> Option<Value> {
    Some(match value {
        Value::Decimal(amount) => Value::Duration(duration(amount)),
        Value::Range(low, high) => Value::Durations(duration(low), duration(high)),
        other => other,
    })
}
