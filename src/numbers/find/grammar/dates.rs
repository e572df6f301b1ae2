//! Dates, years, centuries and decades.

use super::super::lex::{Class, Lex, What};
use super::super::tables::{
    ABLATIVE, APPROXIMATE, ATTRIBUTIVE, DATIVE, GENITIVE, LOCATIVE, ORDINAL_OF_DIGITS, PLURAL, POSSESSIVE,
};
use super::super::{Modifier, Modifiers, Number, NumberKind};
use super::amounts::Amount;
use super::lengths::{duration_of, durations};
use super::names::SPACES;
use super::{Reader, is_case, is_one_of, starts};
use crate::numbers::{Date, Decimal, Duration, DurationUnit, Value, Year};

impl<'t> Reader<'_, 't> {
    /// Years, months, days with a number.
    pub(super) fn day_unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let mut next = amount.next;
        // 70-жылдары, 2019-жылы, 19-ғасыр, 25-қараша, 3-тоқсан
        let joined = self.joins(next) && !amount.words && amount.suffix.is_empty();
        if joined {
            let lex = self.get(next + 1)?;
            match (lex.class(), lex.value()) {
                (Some(Class::DayUnit), "Y" | "C" | "J" | "S") | (Some(Class::Month), _) => next += 1,
                _ if matches!(lex.what, What::Ten(90)) => next += 1,
                _ => return None,
            }
        }
        let lex = self.get(next)?;
        let rough =
            amount.modifiers.contains(Modifier::Approximate) || amount.modifiers.contains(Modifier::Many);
        let free = amount.suffix.is_empty() || amount.ordinal || amount.suffix.is("ақ") || rough;
        // бір күні: once
        if amount.one && self.is_article(at, next) {
            return None;
        }
        // біреуінің күні: of one of them
        if !free
            || amount.modifiers.contains(Modifier::Collective)
            || lex.spaced && self.cluster[next - 1].end > lex.start
        {
            return None;
        }
        // бірінші тоқсан, 3-тоқсан: a quarter of a year, not ninety
        let few = |value: Value| matches!(value, Value::Decimal(value) if value <= Decimal::from(4));
        let quarter =
            matches!(lex.what, What::Ten(90)) && (amount.ordinal || (!amount.words && few(amount.value)));
        match if quarter { Class::DayUnit } else { lex.class()? } {
            Class::DayUnit => {
                let unit = if quarter { "Q" } else { lex.value() };
                // 3-тоқсан, 19-ғасыр are said as ordinals; so is 19 ғасырда.
                let written = || !amount.words && !lex.suffix.is_empty() && !starts(lex.suffix, &ATTRIBUTIVE);
                let ordinal = amount.ordinal || joined || quarter || (unit == "C" && written());
                let (value, next) = self.period(at, next, amount, unit, ordinal)?;
                self.date_tail(at, next, value, amount.modifiers)
            }
            Class::Month => {
                let (value, after) = self.day_and_year(at)?;
                self.date_tail(at, after, value, amount.modifiers)
            }
            Class::Age if self.is_age(next) => self.age(at, next, amount.value, amount.modifiers),
            _ => None,
        }
    }

    /// What a number is of years, months and the like, which stand at a place: which one, or how long; and what is next.
    fn period(
        &self,
        at: usize,
        counted: usize,
        amount: &Amount<'t>,
        unit: &str,
        ordinal: bool,
    ) -> Option<(Value, usize)> {
        let next = counted + 1;
        let value = match (unit, amount.value) {
            ("Y", value) => match self.years(at, counted, amount, ordinal) {
                Some(found) => return Some(found),
                // The seventy thousandth
                None if amount.ordinal && matches!(value, Value::Decimal(_)) => return None,
                None if ordinal => Value::Relative,
                None => return self.lasting(value, DurationUnit::Year, next),
            },
            ("M", value) if !ordinal => return self.lasting(value, DurationUnit::Month, next),
            // 2024–2025 оқу жылында; the second one at school is no year.
            ("S", value) => match self.years(at, counted, amount, ordinal) {
                Some(found) => return Some(found),
                None if amount.ordinal => return None,
                None => durations(value, |amount| duration_of(amount, unit))?,
            },
            ("C", Value::Decimal(value)) if ordinal => Value::Date(century(value)?),
            // он тоғызыншы – жиырмасыншы ғасырлар
            ("C", Value::Range(low, high)) if ordinal => Value::Dates(century(low)?, century(high)?),
            ("C", value) => durations(value, |amount| duration_of(amount, unit))?,
            (_, value) if !ordinal => durations(value, |amount| duration_of(amount, unit))?,
            _ => Value::Relative,
        };
        Some((value, next))
    }

    /// The year, the years or the decade that a number before жыл is, with the day and the month that may follow; `None` where so many years
    /// are meant.
    fn years(&self, at: usize, counted: usize, amount: &Amount<'t>, ordinal: bool) -> Option<(Value, usize)> {
        let (lex, next) = (self.get(counted)?, counted + 1);
        let school = lex.value() == "S";
        let joined = counted > amount.next;
        // тоқсаныншы жылдары, 90-жылдары, 2000 жылдары
        let decade_told = !school && (ordinal || !amount.words);
        if starts(lex.suffix, &PLURAL) && decade_told && (joined || !self.ends_years(at, amount)) {
            let decades = match amount.value {
                Value::Decimal(value) => decade(value).map(Value::Date),
                Value::Range(low, high) if joined || high < Decimal::from(100) => {
                    decade(low).zip(decade(high)).map(|(low, high)| Value::Dates(low, high))
                }
                _ => None,
            };
            if let Some(value) = decades {
                return Some((value, next));
            }
        }
        // 552 ж., 751 жылы, 732 жылдың күзінде: of hundreds too
        let of_season = || {
            let season = matches!(self.class(next), Some(Class::Season | Class::Month));
            season && is_one_of(lex.suffix, &GENITIVE)
        };
        // 552–560 жылдары
        let several = || matches!(amount.value, Value::Range(..)) && starts(lex.suffix, &PLURAL);
        let early = !amount.words && (lex.suffix.starts("ы") || is_short(lex) || of_season() || several());
        let ago = || self.get(next).is_some_and(|lex| self.word(lex).starts("бұрын"));
        // 2000 жылдан астам, 1500 жылға жуық, 1500-ге жуық жыл, 1500 жылдық: so long a time
        let lasts = || {
            let compared = || {
                let after = self.get(next).filter(|lex| lex.class() == Some(Class::After));
                after.is_some_and(|lex| matches!(lex.value(), "gt" | "lt" | "approx"))
            };
            !amount.modifiers.is_empty()
                || !lex.suffix.is("ы") && (starts(lex.suffix, &ATTRIBUTIVE) || compared())
        };
        let bare = is_bare(lex);
        let is_year = |value: Decimal| {
            let of_hundreds = || value.to_integer().is_some_and(|year| (100..1000).contains(&year));
            if school {
                return is_recent(value) && (amount.ordinal || !amount.words && !ago() && !lasts());
            }
            (ordinal || !(ago() || lasts()))
                && (amount.ordinal || early && of_hundreds() || is_recent(value) && (!amount.words || !bare))
        };
        match amount.value {
            Value::Decimal(value) if is_year(value) => {
                let date = year(value)?;
                // 2019 жылғы 25 қараша
                if let Some(found) = self.days_of_month(next, date.year) {
                    return Some(found);
                }
                // 2019 жылдың қарашасында
                let Some(lex) = self.get(next).filter(|lex| lex.class() == Some(Class::Month)) else {
                    return Some((Value::Date(date), next));
                };
                let month = lex.value().parse().ok()?;
                // 1997 жылғы қазанның 20-сында
                let day = self.day_after_month(next, date.year);
                Some(day.unwrap_or((Value::Date(Date { month, ..date }), next + 1)))
            }
            Value::Range(low, high) if early && is_year(low) && is_year(high) || is_recent(high) => {
                Some((Value::Dates(year(low)?, year(high)?), next))
            }
            _ => None,
        }
    }

    /// б.з.д. 44 жылы, б.з.д. 334–323 жж.: a year of an era that is told may be any number, and the later of two the lesser one.
    pub(super) fn years_of_era(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let year = |at: usize| {
            let lex = self.get(at).filter(|lex| lex.suffix.is_empty())?;
            let What::Number(value) = lex.what else { return None };
            let year = value.to_integer().filter(|year| (1..10_000).contains(year))?;
            Some(Date { year: Year::Exact(u16::try_from(year).ok()?), month: 0, day: 0 })
        };
        let first = year(at)?;
        let dash = self.sign(at + 1).filter(|sign| matches!(sign, '-' | '–'));
        let (value, next) = match dash.and_then(|_| year(at + 2)) {
            Some(second) => (Value::Dates(first, second), at + 3),
            None => (Value::Date(first), at + 1),
        };
        let next = next + usize::from(self.joins(next));
        let lex = self.get(next).filter(|lex| lex.class() == Some(Class::DayUnit) && lex.value() == "Y")?;
        // 90-жылдары are ten years; so many years have no ending, or another.
        let ten = matches!(value, Value::Date(_)) && starts(lex.suffix, &PLURAL);
        if ten
            || is_bare(lex) && !is_short(lex)
            || starts(lex.suffix, &ATTRIBUTIVE)
            || starts(lex.suffix, &APPROXIMATE)
        {
            return None;
        }
        self.date_tail(at, next + 1, value, Modifiers::default())
    }

    /// Абай Құнанбайұлы (1845–1904): two years and nothing else in brackets after a name.
    pub(super) fn years_in_brackets(&self, at: usize, amount: &Amount<'t>) -> Option<Value> {
        let Value::Range(from, to) = amount.value else { return None };
        let named = at == 1 && self.word_of(self.before()).starts_with(char::is_uppercase);
        let opens = named && self.sign(0) == Some('(') && self.sign(amount.next) == Some(')');
        let years = opens && !amount.words && amount.suffix.is_empty() && is_recent(from) && is_recent(to);
        if years { Some(Value::Dates(year(from)?, year(to)?)) } else { None }
    }

    /// Whether a year that starts no decade stands before one: 2018, 2019 және 2020 жылдары are years.
    fn ends_years(&self, at: usize, amount: &Amount<'t>) -> bool {
        let year = |text: &str| {
            let digits = text.bytes().rev().take(5).take_while(u8::is_ascii_digit).count();
            let year = text.get(text.len() - digits..).filter(|_| digits == 4);
            let year = year.and_then(|year| year.parse::<i64>().ok()).map(Decimal::from);
            year.is_some_and(|year| is_recent(year) && decade(year).is_none())
        };
        if amount.words || !matches!(amount.value, Value::Decimal(value) if is_recent(value)) {
            return false;
        }
        match at.checked_sub(1) {
            None => {
                let before = self.text[..self.cluster[at].start].trim_end_matches(SPACES);
                before.strip_suffix(',').is_some_and(year)
            }
            Some(with) => {
                self.class(with) == Some(Class::With)
                    && year(self.text[..self.cluster[with].start].trim_end_matches(SPACES))
            }
        }
    }

    pub(super) fn is_year_unit(&self, at: usize) -> bool {
        self.get(at)
            .is_some_and(|lex| lex.class() == Some(Class::DayUnit) && matches!(lex.value(), "Y" | "S"))
    }

    /// The year that ends a date, and what is next: 25 қараша 2019 жыл, екінші қараша мың сегіз жүз қырық бірінші. What has no жыл after it
    /// must be four digits or an ordinal, with nothing after it that it may count.
    fn year_after_month(&self, at: usize) -> Option<(u16, usize)> {
        let lex = self.get(at)?;
        let (value, next, may_end) = match lex.what {
            What::Number(value) => {
                let four = lex.end - lex.start == 4 && lex.suffix.is_empty();
                (value, at + 1, four || is_case(lex.suffix, &ORDINAL_OF_DIGITS))
            }
            _ if lex.is_numeral() => {
                let amount = self.amount(at).filter(|amount| amount.ordinal && amount.percent.is_none())?;
                let Value::Decimal(value) = amount.value else { return None };
                (value, amount.next, is_case(amount.suffix, &ORDINAL_OF_DIGITS))
            }
            _ => return None,
        };
        let ends = || match self.get(next) {
            None => self.after().is_none(),
            Some(lex) => matches!(lex.what, What::Sign('–' | '-' | '(' | ')')),
        };
        let year = value.to_integer().filter(|year| (1000..2200).contains(year))?;
        (self.is_year_unit(next) || may_end && ends()).then_some((u16::try_from(year).ok()?, next))
    }

    /// A day or days of a month, and the year that may follow: 25 қараша 2019 жыл.
    pub(super) fn day_and_year(&self, at: usize) -> Option<(Value, usize)> {
        let (value, after) = self.days_of_month(at, Year::Open)?;
        if let (Value::Date(date), true) = (value, self.cluster[after - 1].suffix.is_empty()) {
            if let Some((year, next)) = self.year_after_month(after) {
                let value = Value::Date(Date { year: Year::Exact(year), ..date });
                return Some((value, next + usize::from(self.is_year_unit(next))));
            }
        }
        Some((value, after))
    }

    /// 25 қараша, бірінші мамыр, 10–15 маусым: a day or days of a month, and what is next.
    pub(super) fn days_of_month(&self, at: usize, year: Year) -> Option<(Value, usize)> {
        let amount = self.range(at)?;
        let next = amount.next + usize::from(!amount.words && self.joins(amount.next));
        let month = self.get(next).filter(|lex| lex.class() == Some(Class::Month))?;
        let month = month.value().parse().ok()?;
        let date = |day: Decimal| {
            let day = day.to_integer().and_then(|day| u8::try_from(day).ok());
            day.filter(|day| (1..=31).contains(day)).map(|day| Date { year, month, day })
        };
        let value = match amount.value {
            Value::Decimal(day) => Value::Date(date(day)?),
            Value::Range(first, last) => Value::Dates(date(first)?, date(last)?),
            _ => return None,
        };
        Some((value, next + 1))
    }

    /// 2020-03-12, 12-03-2020
    pub(super) fn joined_date(&self, at: usize) -> Option<(Value, usize)> {
        let What::Number(_) = self.get(at)?.what else { return None };
        if !self.joins(at + 1) || !self.joins(at + 3) || self.joins(at + 5) {
            return None;
        }
        let part = |at: usize| -> Option<(u16, usize)> {
            let lex = self.get(at).filter(|lex| matches!(lex.what, What::Number(_)))?;
            let digits = self.text[lex.start..lex.end].bytes().take_while(u8::is_ascii_digit).count();
            Some((self.text[lex.start..lex.start + digits].parse().ok()?, digits))
        };
        let (year, month, day) = match (part(at)?, part(at + 2)?, part(at + 4)?) {
            ((year, 4), (month, 2), (day, 2)) | ((day, 2), (month, 2), (year, 4)) => (year, month, day),
            _ => return None,
        };
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let possible = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
        possible.then_some((Value::Date(Date { year: Year::Exact(year), month, day }), at + 5))
    }

    /// 3 жастан 6 жасқа дейін, 25 қараша мен 3 желтоқсан аралығында: two dates or lengths of time as one. `next` is what follows the first.
    pub(super) fn stretch(&self, first: &Number<'t>, next: usize) -> Option<(Number<'t>, usize)> {
        let last = &self.cluster[next - 1];
        let from = is_case(last.suffix, &ABLATIVE)
            || (last.class() == Some(Class::Age) && is_case(self.word(last), &ABLATIVE));
        let joined = !from && (self.class(next) == Some(Class::With) || matches!(self.sign(next), Some('–')));
        if !from && !joined {
            return None;
        }
        let (second, after) = self.phrase(next + usize::from(joined))?;
        let (start, end) = (first.start, second.span().end);
        if from && !second.modifiers.contains(Modifier::UpTo) {
            return None;
        }
        let (value, after, end) = match (first.value, second.value) {
            (Value::Duration(low), Value::Duration(high))
                if from
                    && (low.unit, low.rest, low.least) == (high.unit, high.rest, high.least)
                    && low.amount < high.amount =>
            {
                (Value::Durations(low, high), after, end)
            }
            (Value::Date(low), Value::Date(high)) if low.day > 0 && high.day > 0 || from => {
                let ended = self.class(after) == Some(Class::RangeEnd);
                if self.class(next) == Some(Class::With) && joined && !ended {
                    return None;
                }
                let end = if ended { self.cluster[after].end } else { end };
                // 2023 жылдың 1 қаңтарынан 31 желтоқсанына дейін: of the same year
                let later = low.day > 0 && (low.month, low.day) < (high.month, high.day);
                let year = if later && high.year == Year::Open { low.year } else { high.year };
                let high = Date { year, ..high };
                (Value::Dates(low, high), after + usize::from(ended), end)
            }
            _ => return None,
        };
        let modifiers = Modifiers::default();
        Some((
            Number { text: &self.text[start..end], value, modifiers, suffix: second.suffix, ..*first },
            after,
        ))
    }

    /// XX ғасырдың 30-жылдары, жиырмасыншы ғасырдың отыз жетінші жылы: years of a century that is told.
    fn year_of_century(&self, at: usize, next: usize, value: Value) -> Option<(Number<'t>, usize)> {
        let Value::Date(Date { year: Year::Century(century @ 1..), .. }) = value else { return None };
        let last = &self.cluster[next - 1];
        if last.value() != "C" || !is_one_of(last.suffix, &GENITIVE) {
            return None;
        }
        // No century of a century: what follows is asked once.
        let amount = self.range(next)?;
        let unit = self.get(amount.next + usize::from(self.joins(amount.next)))?;
        if unit.class() != Some(Class::DayUnit) || unit.value() != "Y" {
            return None;
        }
        let (number, after) = self.counted(next)?;
        let hundreds = (u16::from(century) - 1) * 100;
        let of_century = |date: Date| match date.year {
            Year::OfCentury(year) => Some(Date { year: Year::Exact(hundreds + u16::from(year)), ..date }),
            Year::DecadeOfCentury(decade) => {
                Some(Date { year: Year::Decade(hundreds + u16::from(decade)), ..date })
            }
            _ => None,
        };
        let value = match number.value {
            Value::Date(date) => Value::Date(of_century(date)?),
            Value::Dates(first, last) => Value::Dates(of_century(first)?, of_century(last)?),
            _ => return None,
        };
        let start = self.cluster[at].start;
        let text = &self.text[start..number.span().end];
        Some((Number { text, start, value, ..number }, after))
    }

    /// A date with what follows it: күні, басында, бері, дейін …
    pub(super) fn date_tail(
        &self,
        at: usize,
        next: usize,
        value: Value,
        modifiers: Modifiers,
    ) -> Option<(Number<'t>, usize)> {
        if let Some(found) = self.year_of_century(at, next, value) {
            return Some(found);
        }
        let mut next = next;
        loop {
            match self.class(next) {
                Some(Class::Span) => next += 1,
                Some(Class::SpanAfter) if is_case(self.cluster[next - 1].suffix, &ABLATIVE) => next += 1,
                // 12.03.2020 ж., қараша айында
                Some(Class::DayUnit) if matches!(value, Value::Date(_)) && self.get(next)?.value() == "Y" => {
                    next += 1
                }
                Some(Class::DayUnit)
                    if self.get(next)?.value() == "M"
                        && self.cluster[next - 1].class() == Some(Class::Month) =>
                {
                    next += 1
                }
                // жылдың қазанында
                Some(Class::Month | Class::Season) if self.relative && self.is_year_unit(next - 1) => {
                    next += 1
                }
                _ => break,
            }
        }
        self.number(at, next, NumberKind::Date, value, None, modifiers)
    }

    /// What is a date or a time by its form, or by its ending.
    pub(super) fn dated(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
        let none = Modifiers::default();
        match lex.what {
            What::Date(day, month, year) => {
                let value = Value::Date(Date { year: Year::Exact(year), month, day });
                self.date_tail(at, at + 1, value, none)
            }
            What::Number(value) if is_one_of(lex.suffix, &LOCATIVE) => {
                if let Some(year) = self.year_with_case(at, value) {
                    return self.date_tail(at, at + 1, year, none);
                }
                // 18.30-да: a time of day with a case and nothing counted
                let (time, next) = self.hour_and_minute(at, "")?;
                let stop = self.text.as_bytes().get(lex.start + 2) == Some(&b'.');
                let found = || self.number(at, next, NumberKind::Time, Value::Time(time), None, none);
                if stop { found() } else { None }
            }
            What::Number(value) if is_one_of(lex.suffix, &ABLATIVE) => {
                if let Some(times) = self.stretch_of_times(at) {
                    return self.number(at, at + 2, NumberKind::Time, times, None, none);
                }
                // 2005-тен бері
                let since = self.get(at + 1).is_some_and(|lex| self.word(lex).is("бері"));
                let year = value.to_integer().filter(|year| since && (1500..2200).contains(year))?;
                let year = Year::Exact(u16::try_from(year).ok()?);
                self.date_tail(at, at + 1, Value::Date(Date { year, month: 0, day: 0 }), none)
            }
            What::Class(Class::Month, _) => {
                let (value, next) = self.day_after_month(at, Year::Open)?;
                self.date_tail(at, next, value, none)
            }
            // ширек ғасыр
            What::Class(Class::Quarter, _) if self.get(at + 1).is_some_and(|lex| lex.value() == "C") => {
                let value = Value::Duration(Duration::new(Decimal::from(25), DurationUnit::Year));
                self.date_tail(at, at + 2, value, none)
            }
            _ => None,
        }
    }

    /// 2017-де: a year with a case and nothing counted.
    fn year_with_case(&self, at: usize, value: Decimal) -> Option<Value> {
        let lex = self.get(at)?;
        let year = value.to_integer().filter(|year| (1500..2100).contains(year))?;
        let year = Year::Exact(u16::try_from(year).ok()?);
        let digits = self.text[lex.start..lex.end].bytes().take_while(u8::is_ascii_digit).count();
        (digits == 4).then_some(Value::Date(Date { year, month: 0, day: 0 }))
    }

    /// 18.00-ден 20.00-ге дейін: of decimals few have two digits before the stop and quarters of an hour after it.
    fn stretch_of_times(&self, at: usize) -> Option<Value> {
        let quarter = |at: usize| {
            let lex = self.get(at)?;
            let (time, _) = self.hour_and_minute(at, "").filter(|&(_, next)| next == at + 1)?;
            let stop = self.text[lex.start..lex.end].find('.')?;
            (time.minute % 15 == 0).then_some((time, lex, stop))
        };
        let ((from, ..), (to, last, 2)) = (quarter(at)?, quarter(at + 1)?) else { return None };
        let upto = self.get(at + 2).is_some_and(|lex| lex.value() == "upto");
        (upto && is_one_of(last.suffix, &DATIVE)).then_some(Value::Times(from, to))
    }

    /// The day, or the days, of a month that stands before it in the genitive: қыркүйектің біріне дейін, қазан айының 5-інде, мамырдың 3-інен
    /// 25-іне дейін, мамырдың 3-і мен 5-і аралығында.
    fn day_after_month(&self, named_at: usize, year: Year) -> Option<(Value, usize)> {
        let named = self.get(named_at)?;
        let last = match self.get(named_at + 1) {
            Some(lex) if lex.class() == Some(Class::DayUnit) && lex.value() == "M" => named_at + 1,
            _ => named_at,
        };
        if !is_case(self.cluster[last].suffix, &GENITIVE) {
            return None;
        }
        let (at, month) = (last + 1, named.value().parse().ok()?);
        let day = |at: usize| -> Option<(Date, Amount<'t>)> {
            let amount = self.amount(at)?;
            let Value::Decimal(day) = amount.value else { return None };
            let day = u8::try_from(day.to_integer()?).ok().filter(|day| (1..=31).contains(day))?;
            Some((Date { year, month, day }, amount))
        };
        let (first, amount) = day(at)?;
        // After a year, or айының, a number is as often of something else: қазан айының 2 матчы, 2019 жылғы мамырдың екінші аптасында.
        let told = year == Year::Open && last == named_at;
        if !told && (amount.ordinal || amount.percent.is_some() || !starts(amount.suffix, &POSSESSIVE)) {
            return None;
        }
        // қазанның 5 теңгесі
        let counts = matches!(
            self.class(amount.next),
            Some(Class::Unit | Class::Currency | Class::Percent | Class::Land | Class::Age)
        );
        if counts && amount.suffix.is_empty() {
            return None;
        }
        let with = usize::from(self.class(amount.next) == Some(Class::With));
        if let Some((last, second)) = day(amount.next + with).filter(|(last, _)| first.day < last.day) {
            let after = self.get(second.next);
            let ends = if with > 0 {
                after.is_some_and(|lex| lex.class() == Some(Class::RangeEnd) || lex.value() == "between")
            } else {
                is_case(amount.suffix, &ABLATIVE)
                    && is_case(second.suffix, &DATIVE)
                    && after.is_some_and(|lex| lex.value() == "upto")
            };
            if ends {
                return Some((Value::Dates(first, last), second.next + with));
            }
        }
        Some((Value::Date(first), amount.next))
    }

    /// XX ғасыр, XV-XVIII ғасырларда, II-жартысынан
    pub(super) fn roman(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let What::Roman(first) = self.get(at)?.what else { return None };
        let mut next = at + 1;
        let mut last = first;
        if matches!(self.sign(next), Some('-' | '–')) {
            if let Some(What::Roman(second)) = self.get(next + 1).map(|lex| lex.what) {
                (last, next) = (second, next + 2);
            }
        }
        let century = |century: u8| Date { year: Year::Century(century), month: 0, day: 0 };
        if self.get(next).is_some_and(|lex| lex.class() == Some(Class::DayUnit) && lex.value() == "C") {
            let value = if first == last {
                Value::Date(century(first))
            } else {
                Value::Dates(century(first), century(last))
            };
            return self.date_tail(at, next + 1, value, Modifiers::default());
        }
        // IV тоқсан
        if self.get(next).is_some_and(|lex| matches!(lex.what, What::Ten(90))) && first == last && first <= 4
        {
            return self.date_tail(at, next + 1, Value::Relative, Modifiers::default());
        }
        // One letter is as often a letter.
        let length = self.text[self.cluster[at].start..self.cluster[at].end].chars().count();
        let hyphen = self.sign(next) == Some('-') && !self.cluster[next].spaced;
        if !hyphen && length < 2 {
            return None;
        }
        let value = Value::integer(i64::from(first));
        let (number, next) =
            self.number(at, at + 1, NumberKind::Ordinal, value, None, Modifiers::default())?;
        // What stands after the hyphen is ranked, not counted.
        Some((number, if hyphen { next + 2 } else { next }))
    }
}

/// Whether a number is of four digits as years are.
fn is_recent(value: Decimal) -> bool {
    value.to_integer().is_some_and(|year| (1000..2200).contains(&year))
}

/// A year, of an untold century if below a hundred: тоқсан бірінші жылы.
fn year(value: Decimal) -> Option<Date> {
    let year = value.to_integer().and_then(|year| u16::try_from(year).ok())?;
    let year = match u8::try_from(year) {
        Ok(year @ 1..100) => Year::OfCentury(year),
        _ => Year::Exact(year),
    };
    Some(Date { year, month: 0, day: 0 })
}

fn century(value: Decimal) -> Option<Date> {
    let century = value.to_integer().and_then(|century| u8::try_from(century).ok())?;
    Some(Date { year: Year::Century(century), month: 0, day: 0 })
}

/// The first of ten years, also of an untold century.
fn decade(value: Decimal) -> Option<Date> {
    let year = value.to_integer().filter(|year| year % 10 == 0 && (10..2200).contains(year))?;
    let year = match u8::try_from(year) {
        Ok(year @ ..=99) => Year::DecadeOfCentury(year),
        _ if year < 1000 => return None,
        _ => Year::Decade(u16::try_from(year).ok()?),
    };
    Some(Date { year, month: 0, day: 0 })
}

/// Whether a word for years has no ending; жылғы is a row of its own.
fn is_bare(lex: &Lex<'_>) -> bool {
    lex.suffix.is_empty() && lex.end - lex.start <= "жыл".len()
}

/// Whether a word is an abbreviation: ж., жж.
fn is_short(lex: &Lex<'_>) -> bool {
    lex.end - lex.start <= "жж.".len()
}
