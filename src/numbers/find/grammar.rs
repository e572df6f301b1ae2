//! Reading a cluster.

use super::lex::{Class, Lex, What};
use super::{Modifier, Modifiers, Number, NumberKind};
use crate::numbers::{Date, Decimal, Duration, DurationUnit, Time, Value, Year};
use alloc::collections::VecDeque;

/// Reads a cluster into numbers. `before` and `after` are the words beside it.
pub(super) fn read<'t>(
    relative: bool,
    text: &'t str,
    cluster: &[Lex<'t>],
    before: Option<(usize, usize)>,
    after: Option<(usize, usize)>,
    found: &mut VecDeque<Number<'t>>,
) {
    let reader = Reader { relative, text, cluster, before, after };
    let mut at = 0;
    while at < cluster.len() {
        match reader.phrase(at) {
            Some((number, next)) => {
                found.push_back(number);
                at = next.max(at + 1);
            }
            None => at = reader.skip(at),
        }
    }
}

struct Reader<'r, 't> {
    relative: bool,
    text: &'t str,
    cluster: &'r [Lex<'t>],
    before: Option<(usize, usize)>,
    after: Option<(usize, usize)>,
}

/// A number without its unit.
#[derive(Clone, Copy, Debug)]
struct Amount<'t> {
    value: Value,
    /// The next token of the cluster.
    next: usize,
    suffix: &'t str,
    ordinal: bool,
    percent: Option<&'static str>,
    modifiers: Modifiers,
    /// In words throughout.
    words: bool,
    /// The bare word бір.
    one: bool,
}

fn has_ordinal(suffix: &str, words: bool) -> bool {
    !suffix.is_empty() && suffix.contains("нш")
        || (!words && (suffix.starts_with("шы") || suffix.starts_with("ші")))
}

fn marks(suffix: &str) -> Modifiers {
    let mut modifiers = Modifiers::default();
    if suffix.is_empty() {
        return modifiers;
    }
    let starts = |forms: &[&str]| forms.iter().any(|form| suffix.starts_with(form));
    if starts(&["дай", "дей", "тай", "тей", "ндай", "ндей"]) {
        modifiers.insert(Modifier::Approximate);
    } else if starts(&[
        "даған",
        "деген",
        "таған",
        "теген",
        "лаған",
        "леген",
        "дап",
        "деп",
        "тап",
        "теп",
        "лап",
        "леп",
    ]) {
        modifiers.insert(Modifier::Many);
    } else if starts(&["ау", "еу"]) {
        modifiers.insert(Modifier::Collective);
    }
    modifiers
}

fn is_one_of(suffix: &str, forms: &[&str]) -> bool {
    forms.contains(&suffix)
}

/// No more words than these stand before a time: таңғы сағат.
const PREFIX: usize = 3;

const ABLATIVE: &[&str] = &["дан", "ден", "тан", "тен", "нан", "нен"];
const DATIVE: &[&str] = &["ға", "ге", "қа", "ке", "на", "не", "а", "е"];
const POSSESSIVE: &[&str] = &["ы", "і", "сы", "сі"];

impl<'t> Reader<'_, 't> {
    fn get(&self, at: usize) -> Option<&Lex<'t>> {
        self.cluster.get(at)
    }

    fn class(&self, at: usize) -> Option<Class> {
        self.get(at).and_then(Lex::class)
    }

    fn sign(&self, at: usize) -> Option<char> {
        match self.get(at)?.what {
            What::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    fn word_of(&self, span: Option<(usize, usize)>) -> &'t str {
        span.map_or("", |(start, end)| &self.text[start..end])
    }

    /// Passes over what is no number; a run of what belongs to an identifier goes as a whole.
    fn skip(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.is_each_other(at) {
            return at + 3;
        }
        let lex = &self.cluster[at];
        let opens = matches!(lex.what, What::Sign('№')) || lex.class() == Some(Class::Identifier);
        if opens || matches!(lex.what, What::Clock(..)) || self.is_identifier(at) {
            // 1:30 млн is a scale of a map.
            if matches!(self.cluster[at].what, What::Odd | What::Clock(..))
                && matches!(self.get(next).map(|lex| lex.what), Some(What::Scale(_)))
            {
                next += 1;
            }
            while self.get(next).is_some_and(|lex| {
                // A number in words after нөмірі is its name as well.
                lex.is_numeral()
                    || matches!(
                        lex.what,
                        What::Number(_)
                            | What::Odd
                            | What::Sign('-' | '/' | '+' | '(' | ')')
                            | What::Date(..)
                            | What::Clock(..)
                    )
            }) {
                next += 1;
            }
        }
        next
    }

    /// Whether digits are part of a name: after № and the like, glued to letters by a hyphen, a phone number, versions.
    fn is_identifier(&self, at: usize) -> bool {
        let Some(lex) = self.get(at) else { return false };
        if matches!(lex.what, What::Odd) {
            return true;
        }
        let after_sign = at
            .checked_sub(1)
            .and_then(|at| self.get(at))
            .is_some_and(|lex| lex.class() == Some(Class::Identifier));
        if after_sign && lex.is_numeral() {
            return true;
        }
        let What::Number(value) = lex.what else { return false };
        let text = &self.text[lex.start..lex.end];
        // COVID-19, Ми-8: a word before the hyphen.
        if self.sign(at.wrapping_sub(1)) == Some('-') && !self.cluster[at - 1].spaced && !lex.spaced {
            let before = if at >= 2 { None } else { self.before };
            if before.is_some_and(|(_, end)| end == self.cluster[at - 1].start) {
                return true;
            }
        }
        let previous = at.checked_sub(1).and_then(|at| self.get(at));
        if previous
            .is_some_and(|lex| matches!(lex.what, What::Sign('№')) || lex.class() == Some(Class::Identifier))
        {
            return true;
        }
        // Twelve digits in a row are an IIN or a BIN, longer ones accounts.
        if text.len() >= 11
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && self.get(at + 1).is_none()
            && value.digits() % 1000 != 0
        {
            return true;
        }
        // +7 701 … and 8 (7172) …
        if self.sign(at.wrapping_sub(1)) == Some('+') && text.len() > 6 && text.contains(' ') {
            return true;
        }
        // 8 (7172) 74-00-00
        if self.sign(at + 1) == Some('(')
            && self.sign(at + 3) == Some(')')
            && self.sign(at + 5) == Some('-')
            && matches!(self.get(at + 2).map(|lex| lex.what), Some(What::Number(_)))
        {
            return true;
        }
        // 777 AAA 02: number plates.
        let capitals =
            |word: &str| (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if (text.len() == 3 && at + 1 == self.cluster.len() && capitals(self.word_of(self.after)))
            || (text.len() == 2 && at == 0 && text.starts_with('0') && capitals(self.word_of(self.before)))
        {
            return true;
        }
        // Groups of digits joined by hyphens: phones.
        let hyphens = (0..3).take_while(|n| {
            self.sign(at + 2 * n + 1) == Some('-')
                && matches!(self.get(at + 2 * n + 2).map(|lex| lex.what), Some(What::Number(_)))
                && !self.cluster[at + 2 * n + 2].spaced
        });
        if hyphens.count() >= 2 {
            return true;
        }
        self.class(at + 1) == Some(Class::Version)
    }

    /// бір-бірімен: one another, unless each by one (бір-бірден).
    fn is_each_other(&self, at: usize) -> bool {
        let one = |at: usize| self.get(at).is_some_and(|lex| matches!(lex.what, What::Digit(1)));
        one(at)
            && self.sign(at + 1) == Some('-')
            && one(at + 2)
            && !self.cluster[at + 2].spaced
            && !is_one_of(self.cluster[at + 2].suffix, ABLATIVE)
    }

    fn phrase(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
        if !self.relative && lex.opens_nothing() {
            return None;
        }
        if self.is_each_other(at) {
            return None;
        }
        // шамамен 350, кемінде 13
        if lex.class() == Some(Class::Before)
            && !matches!(self.class(at + 1), Some(Class::Before | Class::Per))
        {
            let (number, next) = self.phrase(at + 1).filter(|(number, _)| {
                !matches!(number.value, Value::Relative) && number.start <= self.cluster[at + 1].start
            })?;
            let mut modifiers = number.modifiers;
            if let Some(modifier) = Modifier::named(lex.value()) {
                modifiers.insert(modifier);
            }
            let text = &self.text[lex.start..number.span().end];
            return Some((Number { text, start: lex.start, modifiers, ..number }, next));
        }
        if self.is_identifier(at) {
            return None;
        }
        // сағатына 60 шақырым
        if lex.class() == Some(Class::Per) && !matches!(self.class(at + 1), Some(Class::Before | Class::Per))
        {
            let (number, next) =
                self.phrase(at + 1).filter(|(number, _)| number.kind == NumberKind::Quantity)?;
            let text = &self.text[lex.start..number.span().end];
            return Some((Number { text, start: lex.start, ..number }, next));
        }
        // A chain of or_else would move what is found once for each.
        let mut found = self.time(at);
        if found.is_none() {
            found = self.dated(at);
        }
        if found.is_none() {
            found = self.roman(at);
        }
        if found.is_none() {
            found = self.currency_first(at);
        }
        if found.is_none() {
            found = self.counted(at);
        }
        if found.is_none() && self.relative {
            found = self.relative_phrase(at);
        }
        found
    }

    fn number(
        &self,
        from: usize,
        next: usize,
        kind: NumberKind,
        value: Value,
        unit: Option<&'static str>,
        modifiers: Modifiers,
    ) -> Option<(Number<'t>, usize)> {
        let (mut next, mut modifiers) = (next, modifiers);
        // What follows and belongs to the phrase: астам, жуық, дейін …
        let mut taken = 0;
        while let Some(lex) = self.get(next).filter(|lex| lex.class() == Some(Class::After) && taken < 3) {
            let previous = &self.cluster[next - 1];
            let value = lex.value();
            let fits = match value {
                // бірге, шамасына are rows with their case.
                "upto" => {
                    let whole = matches!(previous.class(), Some(Class::Not | Class::After));
                    let ending =
                        if whole { &self.text[previous.start..previous.end] } else { previous.suffix };
                    is_case(ending, DATIVE) || previous.class() == Some(Class::RelativeTime)
                }
                "ge" => true,
                "gt" | "lt" => {
                    let word = &self.text[lex.start..lex.end];
                    is_case(previous.suffix, ABLATIVE)
                        || (value == "gt" && word.starts_with("артық") && is_case(previous.suffix, DATIVE))
                        || (value == "gt" && word.starts_with("астам") && !is_case(previous.suffix, DATIVE))
                }
                "approx" => true,
                "times" => matches!(kind, NumberKind::Cardinal) && previous.suffix.is_empty(),
                _ => false,
            };
            if !fits {
                break;
            }
            if let Some(modifier) = Modifier::named(value) {
                modifiers.insert(modifier);
            }
            next += 1;
            taken += 1;
        }
        let last = &self.cluster[next - 1];
        let start = self.cluster[from].start;
        let suffix = Some(last.suffix).filter(|suffix| !suffix.is_empty());
        Some((
            Number { text: &self.text[start..last.end], start, kind, value, unit, modifiers, suffix },
            next,
        ))
    }

    /// Numbers that count or rank something, and what they count.
    fn counted(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let amount = self.range(at)?;
        let none = amount.modifiers;
        let next = amount.next;
        let mut amount = amount;
        // отызға жуық жыл, он шақты кітап: what is counted may come after the modifier.
        if let Some(lex) = self
            .get(next)
            .filter(|lex| lex.class() == Some(Class::After) && matches!(lex.value(), "approx" | "gt"))
        {
            let counted = matches!(
                self.class(next + 1),
                Some(
                    Class::Unit
                        | Class::Square
                        | Class::Cube
                        | Class::Currency
                        | Class::Land
                        | Class::Percent
                        | Class::ClockUnit
                        | Class::DayUnit
                )
            );
            if counted && lex.suffix.is_empty() && !amount.ordinal {
                if let Some(modifier) = Modifier::named(lex.value()) {
                    amount.modifiers.insert(modifier);
                }
                (amount.next, amount.suffix) = (next + 1, "");
            }
        }
        let rough =
            amount.modifiers.contains(Modifier::Approximate) || amount.modifiers.contains(Modifier::Many);
        let cut = amount.suffix.is_empty() || amount.suffix == "ақ" || rough;
        let next = amount.next;
        if let Some(sign) = amount.percent {
            return self.number(at, next, NumberKind::Percent, amount.value, Some(sign), none);
        }
        if cut && !amount.ordinal {
            if let Some(found) = self.unit(at, &amount) {
                return Some(found);
            }
        }
        if let Some(found) = self.day_unit(at, &amount) {
            return Some(found);
        }
        // 3-сынып: digits, a hyphen and a word.
        let hyphen = self.sign(next) == Some('-') && self.cluster.get(next).is_some_and(|lex| !lex.spaced);
        let glued = hyphen
            && !amount.words
            && cut
            && next + 1 >= self.cluster.len()
            && self.after.is_some_and(|(start, _)| start == self.cluster[next].end);
        if glued && matches!(amount.value, Value::Decimal(value) if value.is_integer()) {
            return self.number(at, next, NumberKind::Ordinal, amount.value, None, none);
        }
        // бір-ақ is also "but", "at once"
        let only = amount.suffix == "ақ" && amount.value == Value::integer(1) && amount.words;
        if only || amount.one && self.is_article(at, next) {
            return None;
        }
        let kind = if amount.ordinal { NumberKind::Ordinal } else { NumberKind::Cardinal };
        self.number(at, next, kind, amount.value, None, none)
    }

    /// бір as an article, by the words beside it.
    fn is_article(&self, at: usize, next: usize) -> bool {
        if self.class(next) == Some(Class::After) {
            return false;
        }
        let before = if at == 0 { self.word_of(self.before) } else { "" };
        let after = if next == self.cluster.len() { self.word_of(self.after) } else { "" };
        super::makes_article(before, after)
    }

    fn unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let mut next = amount.next;
        let mut lex = *self.get(next)?;
        let (value, modifiers) = (amount.value, amount.modifiers);
        let number = |kind, unit, next| self.number(at, next, kind, value, Some(unit), modifiers);
        if let What::Sign(sign) = lex.what {
            return match sign {
                '%' => number(NumberKind::Percent, "%", next + 1),
                '‰' => number(NumberKind::Percent, "‰", next + 1),
                '₸' => number(NumberKind::Money, "KZT", next + 1),
                '$' => number(NumberKind::Money, "USD", next + 1),
                '€' => number(NumberKind::Money, "EUR", next + 1),
                '₽' => number(NumberKind::Money, "RUB", next + 1),
                '£' => number(NumberKind::Money, "GBP", next + 1),
                '¥' => number(NumberKind::Money, "CNY", next + 1),
                '°' => {
                    // 36,5°С: the letter is the word after.
                    let (start, end) = if next + 1 == self.cluster.len() { self.after? } else { (0, 0) };
                    let glued = start == lex.end && matches!(&self.text[start..end], "С" | "C");
                    let (mut found, next) =
                        number(NumberKind::Quantity, if glued { "degC" } else { "deg" }, next + 1)?;
                    if glued {
                        found.text = &self.text[found.start..end];
                    }
                    Some((found, next))
                }
                _ => None,
            };
        }
        match lex.class()? {
            Class::Percent => {
                // пайыздық тармақ
                let of = lex.suffix.ends_with('қ') || lex.suffix.ends_with('к');
                if of && self.class(next + 1) == Some(Class::Point) {
                    return number(NumberKind::Percent, "pp", next + 2);
                }
                number(NumberKind::Percent, "%", next + 1)
            }
            Class::PerMille => number(NumberKind::Percent, "‰", next + 1),
            Class::Land if matches!(self.class(next + 1), Some(Class::Currency)) => {
                number(NumberKind::Money, lex.value(), next + 2)
            }
            Class::Currency => {
                // 17 теңге 29 тиын
                if lex.suffix.is_empty() {
                    if let (Some(minor), Value::Decimal(major)) = (self.amount(next + 1), value) {
                        let same = self.class(minor.next) == Some(Class::Hundredth);
                        if let (true, Value::Decimal(minor_value), true) =
                            (same, minor.value, minor.suffix.is_empty())
                        {
                            let hundredth = Decimal::new(1, 2)?.checked_mul(minor_value)?;
                            let sum = major.checked_add(hundredth)?;
                            return self.number(
                                at,
                                minor.next + 1,
                                NumberKind::Money,
                                sum.into(),
                                Some(lex.value()),
                                modifiers,
                            );
                        }
                    }
                }
                number(NumberKind::Money, lex.value(), next + 1)
            }
            Class::Hundredth => {
                let value = match value {
                    Value::Decimal(value) => Value::Decimal(value.checked_mul(Decimal::new(1, 2)?)?),
                    other => other,
                };
                self.number(at, next + 1, NumberKind::Money, value, Some(lex.value()), modifiers)
            }
            Class::Square | Class::Cube => {
                let power = if lex.class() == Some(Class::Square) { '2' } else { '3' };
                next += 1;
                lex = *self.get(next)?;
                if lex.class()? != Class::Unit {
                    return None;
                }
                number(NumberKind::Quantity, powered(lex.value(), power)?, next + 1)
            }
            Class::Unit => {
                let mut unit = lex.value();
                next += 1;
                // км/сағ, миллиграмм / дециметр куб
                if self.sign(next) == Some('/') {
                    match self.class(next + 1) {
                        Some(Class::ClockUnit) if unit == "km" => (unit, next) = ("km/h", next + 2),
                        Some(Class::ClockUnit) if unit == "m" => (unit, next) = ("m/s", next + 2),
                        Some(Class::Unit) => {
                            (unit, next) = (if unit == "mg" { "mg/dm3" } else { unit }, next + 2);
                            if self.class(next) == Some(Class::Unit) && self.get(next)?.value() == "m3" {
                                next += 1;
                            }
                        }
                        _ => {}
                    }
                }
                // бір метр жиырма сантиметр
                if let (Some(minor), Value::Decimal(major), true) =
                    (self.amount(next), value, self.cluster[next - 1].suffix.is_empty())
                {
                    let smaller =
                        self.get(minor.next).filter(|lex| lex.class() == Some(Class::Unit)).map(Lex::value);
                    let scale = match (unit, smaller) {
                        ("m", Some("cm")) => Some(2),
                        ("t", Some("kg")) | ("km", Some("m")) | ("kg", Some("g")) => Some(3),
                        _ => None,
                    };
                    if let (Some(scale), Value::Decimal(minor_value), true) =
                        (scale, minor.value, minor.suffix.is_empty())
                    {
                        let sum = Decimal::new(1, scale)?.checked_mul(minor_value)?.checked_add(major)?;
                        return self.number(
                            at,
                            minor.next + 1,
                            NumberKind::Quantity,
                            sum.into(),
                            Some(unit),
                            modifiers,
                        );
                    }
                }
                if unit == "deg" && self.class(next) == Some(Class::Weather) {
                    next += 1;
                }
                number(NumberKind::Quantity, unit, next)
            }
            Class::Age => {
                let duration = |amount: Decimal| Duration { amount, unit: DurationUnit::Year, rest: 0 };
                self.number(at, next + 1, NumberKind::Date, durations(value, duration)?, None, modifiers)
            }
            Class::ClockUnit => {
                let unit = match lex.value() {
                    "S" => DurationUnit::Second,
                    "M" => DurationUnit::Minute,
                    _ => DurationUnit::Hour,
                };
                let mut rest = 0;
                next += 1;
                // үш сағат елу минут
                if lex.suffix.is_empty() && unit != DurationUnit::Second {
                    if let Some(minor) = self.amount(next).filter(|minor| minor.suffix.is_empty()) {
                        let smaller = self
                            .get(minor.next)
                            .is_some_and(|lex| lex.class() == Some(Class::ClockUnit) && lex.value() != "H");
                        if let (true, Value::Decimal(minutes)) = (smaller, minor.value) {
                            rest = minutes
                                .to_integer()
                                .and_then(|minutes| u8::try_from(minutes).ok())
                                .unwrap_or(0);
                            next = minor.next + 1;
                        }
                    }
                }
                let value = durations(value, |amount| Duration { amount, unit, rest })?;
                self.time_tail(at, next, value, modifiers)
            }
            _ => None,
        }
    }

    /// A length of time with what follows it: ішінде, бойы, кейін …
    fn time_tail(
        &self,
        at: usize,
        next: usize,
        value: Value,
        modifiers: Modifiers,
    ) -> Option<(Number<'t>, usize)> {
        let mut next = next;
        while self.class(next) == Some(Class::Span)
            || (self.class(next) == Some(Class::SpanAfter)
                && is_case(self.cluster[next - 1].suffix, ABLATIVE))
        {
            next += 1;
        }
        self.number(at, next, NumberKind::Time, value, None, modifiers)
    }

    /// Years, months, days with a number.
    fn day_unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let mut next = amount.next;
        // 70-жылдары, 60–70-жылдары
        let hyphen = self.sign(next) == Some('-') && !amount.words;
        if hyphen && self.class(next + 1) == Some(Class::DayUnit) && self.get(next + 1)?.value() == "Y" {
            let decade = |value: Decimal| -> Option<Date> {
                let year = value.to_integer().and_then(|year| u16::try_from(year).ok())?;
                let year = if year < 100 {
                    Year::DecadeOfCentury(u8::try_from(year).ok()?)
                } else {
                    Year::Decade(year)
                };
                Some(Date { year, month: 0, day: 0 })
            };
            let value = match amount.value {
                Value::Decimal(value) => Value::Date(decade(value)?),
                Value::Range(low, high) => Value::Dates(decade(low)?, decade(high)?),
                _ => return None,
            };
            return self.date_tail(at, next + 2, value, amount.modifiers);
        }
        let lex = self.get(next)?;
        let rough =
            amount.modifiers.contains(Modifier::Approximate) || amount.modifiers.contains(Modifier::Many);
        let free = amount.suffix.is_empty() || amount.ordinal || amount.suffix == "ақ" || rough;
        if !free || lex.spaced && self.cluster[next - 1].end > lex.start {
            return None;
        }
        // бірінші тоқсан: a quarter of a year, not ninety
        let quarter = amount.ordinal && lex.what == What::Ten(90);
        match if quarter { Class::DayUnit } else { lex.class()? } {
            Class::DayUnit => {
                let unit = if quarter { "Q" } else { lex.value() };
                next += 1;
                let year = |value: Decimal| -> Option<Date> {
                    let year = value.to_integer().and_then(|year| u16::try_from(year).ok())?;
                    Some(Date { year: Year::Exact(year), month: 0, day: 0 })
                };
                let ago =
                    self.get(next).is_some_and(|lex| self.text[lex.start..lex.end].starts_with("бұрын"));
                // тоқсаныншы жылдары
                if let (true, Value::Decimal(tens), true) =
                    (unit == "Y", amount.value, lex.suffix.starts_with(['л', 'д', 'т']))
                {
                    let decade = tens
                        .to_integer()
                        .and_then(|tens| u8::try_from(tens).ok())
                        .filter(|tens| tens % 10 == 0);
                    if let (Some(decade), true) = (decade.filter(|&decade| decade < 100), amount.ordinal) {
                        let date = Date { year: Year::DecadeOfCentury(decade), month: 0, day: 0 };
                        return self.date_tail(at, next, Value::Date(date), amount.modifiers);
                    }
                }
                let is_year = |value: Decimal| {
                    unit == "Y"
                        && (!ago || amount.ordinal)
                        && (amount.ordinal
                            || value.to_integer().is_some_and(|year| (1000..2100).contains(&year))
                                && (!amount.words || !lex.suffix.is_empty()))
                };
                let value = match (unit, amount.value) {
                    ("Y", Value::Decimal(value)) if is_year(value) => {
                        // 2019 жылғы 25 қараша
                        if let Some((day, month, after)) = self.day_and_month(next) {
                            let date = Date { month, day, ..year(value)? };
                            return self.date_tail(at, after, Value::Date(date), amount.modifiers);
                        }
                        Value::Date(year(value)?)
                    }
                    ("Y", Value::Range(low, high))
                        if high.to_integer().is_some_and(|year| (1000..2100).contains(&year)) =>
                    {
                        Value::Dates(year(low)?, year(high)?)
                    }
                    ("C", Value::Decimal(value)) if amount.ordinal => {
                        let century = value.to_integer().and_then(|century| u8::try_from(century).ok())?;
                        Value::Date(Date { year: Year::Century(century), month: 0, day: 0 })
                    }
                    ("C", value) => durations(value, |amount| duration_of(amount, "C"))?,
                    (unit, value) if !amount.ordinal => durations(value, |amount| duration_of(amount, unit))?,
                    _ => Value::Relative,
                };
                self.date_tail(at, next, value, amount.modifiers)
            }
            Class::Month if matches!(amount.value, Value::Decimal(_)) => {
                let (day, month, next) = self.day_and_month(at)?;
                let value = Value::Date(Date { year: Year::Open, month, day });
                self.date_tail(at, next, value, amount.modifiers)
            }
            Class::Age => {
                let duration = |amount: Decimal| Duration { amount, unit: DurationUnit::Year, rest: 0 };
                self.number(
                    at,
                    next + 1,
                    NumberKind::Date,
                    durations(amount.value, duration)?,
                    None,
                    amount.modifiers,
                )
            }
            _ => None,
        }
    }

    /// 25 қараша, бірінші мамыр: the day, the month and what is next.
    fn day_and_month(&self, at: usize) -> Option<(u8, u8, usize)> {
        let amount = self.amount(at)?;
        let month = self.get(amount.next).filter(|lex| lex.class() == Some(Class::Month))?;
        let Value::Decimal(day) = amount.value else { return None };
        let day =
            day.to_integer().and_then(|day| u8::try_from(day).ok()).filter(|day| (1..=31).contains(day))?;
        Some((day, month.value().parse().ok()?, amount.next + 1))
    }

    /// A date with what follows it: күні, басында, бері, дейін …
    fn date_tail(
        &self,
        at: usize,
        next: usize,
        value: Value,
        modifiers: Modifiers,
    ) -> Option<(Number<'t>, usize)> {
        let mut next = next;
        loop {
            match self.class(next) {
                Some(Class::Span) => next += 1,
                Some(Class::SpanAfter) if is_case(self.cluster[next - 1].suffix, ABLATIVE) => next += 1,
                // 25 қараша күні, жылдың қазанында
                Some(Class::DayUnit) if matches!(value, Value::Date(_)) => next += 1,
                Some(Class::Month | Class::Season)
                    if self.relative && self.cluster[next - 1].class() == Some(Class::DayUnit) =>
                {
                    next += 1
                }
                _ => break,
            }
        }
        self.number(at, next, NumberKind::Date, value, None, modifiers)
    }

    fn dated(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
        let none = Modifiers::default();
        if let What::Date(day, month, year) = lex.what {
            let value = Value::Date(Date { year: Year::Exact(year), month, day });
            return self.date_tail(at, at + 1, value, none);
        }
        // 2017-де: a year with a case and nothing counted.
        if let (What::Number(value), true) = (lex.what, is_one_of(lex.suffix, &["де", "да", "те", "та"]))
        {
            let year = value
                .to_integer()
                .filter(|year| (1500..2100).contains(year))
                .and_then(|year| u16::try_from(year).ok());
            if let (Some(year), 4) =
                (year, self.text[lex.start..lex.end].bytes().take_while(u8::is_ascii_digit).count())
            {
                let value = Value::Date(Date { year: Year::Exact(year), month: 0, day: 0 });
                return self.date_tail(at, at + 1, value, none);
            }
        }
        // қыркүйектің біріне дейін
        if lex.class() == Some(Class::Month)
            && matches!(lex.suffix, "тің" | "тың" | "дің" | "дың" | "ның" | "нің")
        {
            let amount = self.amount(at + 1)?;
            let Value::Decimal(day) = amount.value else { return None };
            let day = day
                .to_integer()
                .and_then(|day| u8::try_from(day).ok())
                .filter(|day| (1..=31).contains(day))?;
            let value = Value::Date(Date { year: Year::Open, month: lex.value().parse().ok()?, day });
            return self.date_tail(at, amount.next, value, none);
        }
        // ширек ғасыр
        if lex.class() == Some(Class::Quarter) && self.get(at + 1).is_some_and(|lex| lex.value() == "C") {
            let value =
                Value::Duration(Duration { amount: Decimal::from(25), unit: DurationUnit::Year, rest: 0 });
            return self.date_tail(at, at + 2, value, none);
        }
        None
    }

    /// XX ғасыр, XV-XVIII ғасырларда, II-жартысынан
    fn roman(&self, at: usize) -> Option<(Number<'t>, usize)> {
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

    /// ₸5 000, $5.99
    fn currency_first(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let code = match self.sign(at)? {
            '₸' => "KZT",
            '$' => "USD",
            '€' => "EUR",
            '₽' => "RUB",
            '£' => "GBP",
            '¥' => "CNY",
            _ => return None,
        };
        let amount = self.range(at + 1)?;
        self.number(at, amount.next, NumberKind::Money, amount.value, Some(code), amount.modifiers)
    }

    /// Times of day.
    fn time(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let none = Modifiers::default();
        let mut next = at;
        let mut late = false;
        let mut told = false;
        while let Some(lex) = self.get(next).filter(|_| next < at + PREFIX) {
            match lex.class() {
                Some(Class::PartOfDay) => (late, told) = (lex.value() == "12", true),
                Some(Class::ClockUnit) if lex.value() == "H" && lex.suffix.is_empty() => told = true,
                _ => break,
            }
            next += 1;
        }
        // сағат before 18:00 is no part of it; after таңғы it is.
        let at = match self.class(at) {
            Some(Class::ClockUnit) if self.get(at)?.suffix.is_empty() && next == at + 1 => next,
            _ => at,
        };
        let (first, mut next) = self.clock(next, late, told)?;
        let mut value = Value::Time(first);
        // таңғы тоғыздан кешкі алтыға дейін
        if is_case(self.cluster[next - 1].suffix, ABLATIVE) || matches!(self.sign(next), Some('-' | '–')) {
            let mut from = next + usize::from(self.sign(next).is_some());
            let mut evening = late;
            let mut again = false;
            let limit = from + PREFIX;
            while let Some(lex) =
                self.get(from).filter(|lex| lex.class() == Some(Class::PartOfDay) && from < limit)
            {
                (evening, again) = (lex.value() == "12", true);
                from += 1;
            }
            if let Some((last, after)) = self.clock(from, evening, told || again) {
                if self.get(after).is_some_and(|lex| lex.value() == "upto" || lex.value() == "approx")
                    || self.sign(next).is_some()
                {
                    (value, next) = (Value::Times(first, last), after);
                }
            }
        }
        while self.class(next) == Some(Class::Span)
            || (self.class(next) == Some(Class::SpanAfter)
                && is_case(self.cluster[next - 1].suffix, ABLATIVE))
        {
            next += 1;
        }
        self.number(at, next, NumberKind::Time, value, None, none)
    }

    /// 18:00-де, он сегіз нөл-нөлде; an hour alone where something tells that it is one.
    fn clock(&self, at: usize, late: bool, told: bool) -> Option<(Time, usize)> {
        let lex = self.get(at)?;
        if let What::Clock(hour, minute) = lex.what {
            // A score or a scale: nothing tells a time, and no ending.
            let timed =
                told || !lex.suffix.is_empty() || hour >= 10 || self.text[lex.start..].starts_with('0');
            let hour = if late && hour < 12 { hour + 12 } else { hour };
            return timed.then_some((Time { hour, minute }, at + 1));
        }
        // түскі бірге дейін: by itself бірге is another word.
        if let (true, Class::Not, Ok(hour @ 1..=9)) =
            (told, lex.class().unwrap_or(Class::And), lex.value().parse::<u8>())
        {
            return Some((Time { hour: if late { hour + 12 } else { hour }, minute: 0 }, at + 1));
        }
        // Digits and a word by itself are an hour only where something tells it.
        if !told && (matches!(lex.what, What::Number(_)) || self.get(at + 1).is_none()) {
            return None;
        }
        let hours = self.amount(at)?;
        let Value::Decimal(value) = hours.value else { return None };
        // алты жарымда
        let double = value.checked_mul(Decimal::from(2)).and_then(Decimal::to_integer);
        if let (true, Some(double)) = (told && !value.is_integer(), double) {
            let hour = u8::try_from(double / 2).ok().filter(|&hour| hour < 24)?;
            let hour = if late && hour < 12 { hour + 12 } else { hour };
            return Some((Time { hour, minute: 30 }, hours.next));
        }
        let hour = value.to_integer().and_then(|hour| u8::try_from(hour).ok()).filter(|&hour| hour <= 24)?;
        let shift = |hour: u8| if late && hour < 12 { hour + 12 } else { hour };
        // Minutes follow: жеті отызда, он сегіз нөл-нөлде.
        if hours.suffix.is_empty() && hours.words {
            if let Some((minute, next)) = self.minutes(hours.next) {
                if told
                    || is_case(
                        self.cluster[next - 1].suffix,
                        &[
                            "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге",
                            "қа", "ке",
                        ],
                    )
                {
                    return Some((Time { hour: shift(hour), minute }, next));
                }
            }
        }
        let counted = self.class(hours.next).is_some_and(|class| {
            matches!(
                class,
                Class::ClockUnit
                    | Class::DayUnit
                    | Class::Month
                    | Class::Age
                    | Class::Percent
                    | Class::Currency
                    | Class::Unit
            )
        });
        (told && !counted && !hours.ordinal).then(|| (Time { hour: shift(hour), minute: 0 }, hours.next))
    }

    /// Minutes in words after an hour.
    fn minutes(&self, at: usize) -> Option<(u8, usize)> {
        let lex = self.get(at)?;
        // нөл-нөл
        if lex.what == What::Digit(0)
            && self.sign(at + 1) == Some('-')
            && self.get(at + 2).is_some_and(|lex| lex.what == What::Digit(0))
        {
            return Some((0, at + 3));
        }
        // жеті нөл бесте
        if let (What::Digit(0), Some(Lex { what: What::Digit(minute), .. })) = (lex.what, self.get(at + 1)) {
            return Some((*minute, at + 2));
        }
        let tens = match lex.what {
            What::Ten(tens) if tens < 60 => tens,
            _ => return None,
        };
        let amount = self.amount(at)?;
        let Value::Decimal(value) = amount.value else { return None };
        let minute = value
            .to_integer()
            .and_then(|minute| u8::try_from(minute).ok())
            .filter(|minute| (tens..60).contains(minute))?;
        (!amount.ordinal).then_some((minute, amount.next))
    }

    /// Words and phrases that say when without a number.
    fn relative_phrase(&self, at: usize) -> Option<(Number<'t>, usize)> {
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
                let adjective = self.text[lex.start..lex.end].ends_with(['ы', 'і']);
                if adjective && matches!(self.class(next), Some(Class::DayUnit | Class::Season)) {
                    next += 1;
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
            Class::Season | Class::Month => {
                let counted = self.get(at + 1).filter(|lex| lex.class() == Some(Class::DayUnit));
                date(at + 1 + usize::from(counted.is_some_and(|lex| matches!(lex.value(), "D" | "Y"))))
            }
            Class::RelativeAdjective | Class::Several | Class::Every => {
                let several = lex.class() == Some(Class::Several);
                let mut next = at + 1;
                if self.class(next) == Some(Class::Several) {
                    next += 1;
                } else if let Some(amount) = self.range(next).filter(|amount| amount.suffix.is_empty()) {
                    next = amount.next;
                }
                match self.class(next)? {
                    Class::DayUnit => date(next + 1),
                    Class::Month | Class::Season if !several => date(next + 1),
                    Class::ClockUnit => self.time_tail(at, next + 1, Value::Relative, none),
                    _ => None,
                }
            }
            // жыл сайын, жыл басынан бері, айдың ішінде
            Class::DayUnit if self.class(at + 1) == Some(Class::Span) => date(at + 1),
            Class::ClockUnit if self.class(at + 1) == Some(Class::Span) => {
                self.time_tail(at, at + 1, Value::Relative, none)
            }
            _ => None,
        }
    }

    fn spans(&self, at: usize) -> usize {
        (at..).find(|&at| self.class(at) != Some(Class::Span)).unwrap_or(at)
    }

    /// A number or a range of numbers.
    fn range(&self, at: usize) -> Option<Amount<'t>> {
        let first = self.amount(at)?;
        let Value::Decimal(low) = first.value else { return Some(first) };
        let next = first.next;
        // үштен екісі
        if is_one_of(first.suffix, ABLATIVE) && first.percent.is_none() {
            if let Some(second) = self.amount(next) {
                if let Some(amount) = self.fraction_or_range(&first, &second, low) {
                    return Some(amount);
                }
            }
            return Some(first);
        }
        let joined = match self.sign(next) {
            Some('-') => self.get(next + 1).is_some_and(|lex| !lex.spaced || self.cluster[next].spaced),
            Some('–' | '…') => true,
            _ => self.class(next) == Some(Class::With),
        };
        let free = first.suffix.is_empty() || first.suffix.starts_with("де") || first.suffix == "ге";
        if joined && first.ordinal {
            // он төртінші – он бесінші ғасырлар
            return Some(match self.amount(next + 1) {
                Some(second) if second.ordinal => match second.value {
                    Value::Decimal(high) if low < high => Amount { value: Value::Range(low, high), ..second },
                    _ => first,
                },
                _ => first,
            });
        }
        if !joined || !free || !first.suffix.is_empty() {
            return Some(first);
        }
        let with_word = self.class(next) == Some(Class::With);
        let Some(second) = self.amount(next + 1) else { return Some(first) };
        let Value::Decimal(high) = second.value else { return Some(first) };
        // бір-бірден, екі-екіден
        if first.words && low == high && is_one_of(second.suffix, ABLATIVE) {
            let mut modifiers = second.modifiers;
            modifiers.insert(Modifier::Each);
            return Some(Amount { modifiers, one: false, ..second });
        }
        if with_word {
            // 3 пен 5 аралығында: only where the end of the range says so.
            let end = (second.next..second.next + 3).find(|&at| self.class(at) == Some(Class::RangeEnd));
            return Some(if end.is_some() && low < high {
                Amount { value: Value::Range(low, high), ..second }
            } else {
                first
            });
        }
        // он-он бес мың, 3,4-4,7 млн: the scale is of both.
        let spoken = self.cluster[next + 1..second.next].iter().rev().find_map(|lex| match lex.what {
            What::Scale(power) => power_of_ten(power),
            _ => None,
        });
        let scaled = spoken.filter(|&scale| {
            low < high && low.checked_mul(scale).is_some_and(|low| low < high) && self.bare(at, next)
        });
        let low = scaled.and_then(|scale| low.checked_mul(scale)).unwrap_or(low);
        // 1452–55
        let high = match (low.to_integer(), high.to_integer()) {
            (Some(a), Some(b)) if (1000..2100).contains(&a) && (10..100).contains(&b) && a % 100 < b => {
                Decimal::from(a / 100 * 100 + b)
            }
            _ => high,
        };
        if low >= high {
            return Some(first);
        }
        Some(Amount {
            value: Value::Range(low, high),
            words: first.words && second.words,
            one: false,
            ..second
        })
    }

    /// Whether an amount has no scale of its own.
    fn bare(&self, at: usize, next: usize) -> bool {
        !self.cluster[at..next].iter().any(|lex| matches!(lex.what, What::Scale(_)))
    }

    /// үштен екі, or 5-тен 10-ға дейін.
    fn fraction_or_range(&self, first: &Amount<'t>, second: &Amount<'t>, low: Decimal) -> Option<Amount<'t>> {
        let Value::Decimal(high) = second.value else { return None };
        let upto = self.class(second.next) == Some(Class::After) && self.get(second.next)?.value() == "upto";
        if low < high && is_one_of(second.suffix, DATIVE) && upto {
            return Some(Amount {
                value: Value::Range(low, high),
                next: second.next + 1,
                suffix: "",
                one: false,
                ..*second
            });
        }
        // сексеннен алпыс шақырымға дейін
        let unit_upto = self.class(second.next) == Some(Class::Unit)
            && is_case(self.get(second.next)?.suffix, DATIVE)
            && self.get(second.next + 1).is_some_and(|lex| lex.value() == "upto");
        if unit_upto && second.suffix.is_empty() && first.words == second.words {
            let (low, high) = if low < high { (low, high) } else { (high, low) };
            return Some(Amount { value: Value::Range(low, high), one: false, ..*second });
        }
        let (bottom, top) = (low.to_integer()?, high.to_integer()?);
        let plain = second.suffix.is_empty()
            || POSSESSIVE.iter().any(|possessive| second.suffix.starts_with(possessive));
        let counted = matches!(
            self.class(second.next),
            Some(Class::Unit | Class::Currency | Class::Percent | Class::DayUnit)
        );
        if plain && !counted && !second.ordinal && (1..bottom).contains(&top) && bottom <= 100 && top < 10 {
            let value = Value::Rational(i64::try_from(top).ok()?, u64::try_from(bottom).ok()?);
            return Some(Amount { value, one: false, ..*second });
        }
        None
    }

    /// One number: digits or words, with scales, fractions and signs.
    fn amount(&self, at: usize) -> Option<Amount<'t>> {
        let lex = self.get(at)?;
        let minus = lex.class() == Some(Class::Minus)
            || matches!(lex.what, What::Sign('−'))
            || (matches!(lex.what, What::Sign('-' | '–'))
                && lex.spaced
                && at == 0
                && self.before.is_none_or(|(_, end)| end != lex.start)
                && self.get(at + 1).is_some_and(|lex| !lex.spaced));
        let plus = lex.class() == Some(Class::Plus)
            || (matches!(lex.what, What::Sign('+')) && self.get(at + 1).is_some_and(|lex| !lex.spaced));
        if minus || plus {
            let amount = self.unsigned(at + 1)?;
            return match amount.value {
                Value::Decimal(value) if minus => {
                    Some(Amount { value: value.checked_neg()?.into(), ..amount })
                }
                _ => Some(amount),
            };
        }
        self.unsigned(at)
    }

    fn unsigned(&self, at: usize) -> Option<Amount<'t>> {
        let lex = self.get(at)?;
        let amount = |value: Value, next: usize, suffix: &'t str, words: bool| Amount {
            value,
            next,
            suffix,
            ordinal: has_ordinal(suffix, words),
            percent: None,
            modifiers: marks(suffix),
            words,
            one: false,
        };
        match lex.what {
            What::Percent(value, sign) => Some(Amount {
                percent: Some(sign),
                modifiers: Modifiers::default(),
                ordinal: false,
                ..amount(value.into(), at + 1, lex.suffix, false)
            }),
            What::Fraction(top, bottom) => {
                Some(amount(Value::Rational(top, bottom), at + 1, lex.suffix, false))
            }
            What::Number(_) if self.is_identifier(at) => None,
            What::Number(value) => {
                if !lex.suffix.is_empty() {
                    return Some(amount(value.into(), at + 1, lex.suffix, false));
                }
                Some(self.scaled(at, value))
            }
            What::Class(Class::Collective, value) => {
                let mut found = amount(Value::integer(value.parse().ok()?), at + 1, lex.suffix, true);
                found.modifiers.insert(Modifier::Collective);
                found.ordinal = false;
                Some(found)
            }
            What::Class(Class::Rough, value) => {
                let mut found = amount(Value::integer(value.parse().ok()?), at + 1, lex.suffix, true);
                found.modifiers.insert(Modifier::Approximate);
                Some(found)
            }
            What::Class(Class::Half, _) => {
                let half = Decimal::new(5, 1)?;
                match self.get(at + 1).filter(|_| lex.suffix.is_empty()).map(|lex| lex.what) {
                    Some(What::Scale(power)) => {
                        let value = half.checked_mul(power_of_ten(power)?)?;
                        Some(amount(value.into(), at + 2, self.cluster[at + 1].suffix, true))
                    }
                    _ => Some(amount(half.into(), at + 1, lex.suffix, true)),
                }
            }
            _ if lex.is_numeral() => self.in_words(at),
            _ => None,
        }
    }

    /// Digits with the scales after them: 2,5 млн; 2 миллион 500 мың.
    fn scaled(&self, at: usize, value: Decimal) -> Amount<'t> {
        let plain = |value: Decimal, next: usize, suffix: &'t str| Amount {
            value: value.into(),
            next,
            suffix,
            ordinal: has_ordinal(suffix, false),
            percent: None,
            modifiers: marks(suffix),
            words: false,
            one: false,
        };
        let mut sum = Decimal::ZERO;
        let mut part = value;
        let mut next = at + 1;
        let mut last = u8::MAX;
        while let Some(lex) = self.get(next) {
            match lex.what {
                // 2,5 жүз is not said; 5 жүз is.
                What::Scale(power) if power < last => {
                    let Some(total) = power_of_ten(power)
                        .and_then(|scale| part.checked_mul(scale))
                        .and_then(|part| sum.checked_add(part))
                    else {
                        break;
                    };
                    (sum, part, last) = (total, Decimal::ZERO, power);
                    next += 1;
                    if !lex.suffix.is_empty() {
                        return plain(sum, next, lex.suffix);
                    }
                    // 2 миллион 500 мың: more digits with a smaller scale.
                    match (
                        self.get(next).map(|lex| (lex.what, lex.suffix)),
                        self.get(next + 1).map(|lex| lex.what),
                    ) {
                        (Some((What::Number(more), "")), Some(What::Scale(smaller)))
                            if smaller < last
                                && more.is_integer()
                                && more < power_of_ten(last - smaller).unwrap_or(Decimal::ZERO) =>
                        {
                            part = more;
                            next += 1;
                        }
                        _ => break,
                    }
                }
                What::Class(Class::AndHalf, _) if value.is_integer() && next == at + 1 => {
                    let half = Decimal::new(5, 1).and_then(|half| part.checked_add(half));
                    let Some(half) = half else { break };
                    part = half;
                    next += 1;
                    if !lex.suffix.is_empty() {
                        return plain(part, next, lex.suffix);
                    }
                }
                _ => break,
            }
        }
        plain(if last == u8::MAX { part } else { sum }, next, "")
    }

    /// Numbers in words.
    fn in_words(&self, at: usize) -> Option<Amount<'t>> {
        let mut words = Words { total: 0, group: 0, last_scale: u8::MAX, last: 4 };
        let mut next = at;
        let mut suffix = "";
        let mut fraction: Option<Decimal> = None;
        while let Some(lex) = self.get(next) {
            if next > at && !lex.spaced {
                break;
            }
            match lex.what {
                What::Class(Class::AndHalf, _) if next > at => {
                    // екі жарым мың, мың жарым
                    suffix = lex.suffix;
                    next += 1;
                    if words.group == 0 && words.last_scale != u8::MAX {
                        let half = power_of_ten(words.last_scale)?.checked_mul(Decimal::new(5, 1)?)?;
                        fraction = Some(half);
                    } else {
                        let whole = Decimal::from(words.sum()?).checked_add(Decimal::new(5, 1)?)?;
                        if let (What::Scale(power), true) =
                            (self.get(next).map_or(What::Other, |lex| lex.what), suffix.is_empty())
                        {
                            suffix = self.cluster[next].suffix;
                            return Some(self.worded(
                                whole.checked_mul(power_of_ten(power)?)?,
                                next + 1,
                                suffix,
                                false,
                            ));
                        }
                        return Some(self.worded(whole, next, suffix, false));
                    }
                    break;
                }
                What::Class(Class::Whole, _) if next > at => {
                    let (value, next, suffix) = self.decimals(words.sum()?, next + 1)?;
                    return Some(self.worded(value, next, suffix, false));
                }
                // үш те бес
                What::Class(Class::And, _) if next > at => {
                    let whole = words.sum()?;
                    return match self.spoken_decimals(whole, next + 1) {
                        Some((value, next, suffix)) => Some(self.worded(value, next, suffix, false)),
                        None => Some(self.worded(Decimal::from(whole), next, "", false)),
                    };
                }
                _ if (lex.is_numeral() || (lex.class() == Some(Class::Not) && next > at))
                    && words.take(lex) =>
                {
                    next += 1;
                    suffix = lex.suffix;
                    if lex.class() == Some(Class::Not) {
                        // The forms are those of бір and of жүз, of one length.
                        suffix = self.text[lex.start..lex.end].get("бір".len()..).unwrap_or("");
                    }
                    if !suffix.is_empty() {
                        break;
                    }
                }
                _ => break,
            }
        }
        if next == at {
            return None;
        }
        // нөл-нөл бір
        if words.sum()? == 0
            && self.sign(next) == Some('-')
            && self.get(next + 1).is_some_and(|lex| lex.what == What::Digit(0))
        {
            if let Some(What::Digit(digit)) = self.get(next + 2).map(|lex| lex.what) {
                let value = Decimal::new(i128::from(digit), 2)?;
                return Some(self.worded(value, next + 3, self.cluster[next + 2].suffix, false));
            }
        }
        let whole = Decimal::from(words.sum()?);
        let value = match fraction {
            Some(fraction) => whole.checked_add(fraction)?,
            None => whole,
        };
        let one = next == at + 1 && self.cluster[at].what == What::Digit(1) && suffix.is_empty();
        Some(self.worded(value, next, suffix, one))
    }

    fn worded(&self, value: Decimal, next: usize, suffix: &'t str, one: bool) -> Amount<'t> {
        Amount {
            value: value.into(),
            next,
            suffix,
            ordinal: has_ordinal(suffix, true),
            percent: None,
            modifiers: marks(suffix),
            words: true,
            one,
        }
    }

    /// What follows бүтін: a denominator in the ablative and a numerator, or digits one by one.
    fn decimals(&self, whole: i128, at: usize) -> Option<(Decimal, usize, &'t str)> {
        let lex = self.get(at)?;
        let scale = match lex.what {
            What::Ten(10) => Some(1),
            What::Hundred => Some(2),
            What::Scale(3) => Some(3),
            _ => None,
        };
        let (scale, next) = match scale {
            Some(scale) if is_one_of(lex.suffix, ABLATIVE) => (scale, at + 1),
            _ => (1, at),
        };
        let part = self.in_words_plain(next)?;
        let digits = part.0;
        let scale = if next == at && digits >= 10 { 2 } else { scale };
        let value = Decimal::new(
            whole.checked_mul(10i128.checked_pow(u32::from(scale))?)?.checked_add(digits)?,
            scale,
        )?;
        self.then_scale(value, part.1, part.2)
    }

    /// What follows да: бір де сегіз миллиард is 1.8 milliards; жүз де он тоғыз is 119.
    fn spoken_decimals(&self, whole: i128, at: usize) -> Option<(Decimal, usize, &'t str)> {
        let (digits, next, suffix) = self.in_words_plain(at)?;
        if whole >= 100 && whole % 100 == 0 && digits < 100 {
            return Some((Decimal::from(whole + digits), next, suffix));
        }
        if whole > 99 || digits > 99 {
            return None;
        }
        // A decimal is always of something: a unit, a scale or an ending follows.
        let value = Decimal::new(
            if digits < 10 { whole * 10 + digits } else { whole * 100 + digits },
            if digits < 10 { 1 } else { 2 },
        )?;
        let (value, next, suffix) = self.then_scale(value, next, suffix)?;
        let counted = matches!(
            self.class(next),
            Some(
                Class::Percent
                    | Class::Unit
                    | Class::Currency
                    | Class::Land
                    | Class::After
                    | Class::Square
                    | Class::Cube
            )
        ) || matches!(self.cluster[next - 1].what, What::Scale(_))
            // A comma said where nothing is counted: он төрт те сегіз.
            || (next == self.cluster.len() && suffix.is_empty() && !value.is_integer() && whole > 1 && self.after.is_none());
        counted.then_some((value, next, suffix))
    }

    fn then_scale(&self, value: Decimal, next: usize, suffix: &'t str) -> Option<(Decimal, usize, &'t str)> {
        match self.get(next).map(|lex| (lex.what, lex.suffix)) {
            Some((What::Scale(power), scale_suffix)) if suffix.is_empty() => {
                Some((value.checked_mul(power_of_ten(power)?)?, next + 1, scale_suffix))
            }
            _ => Some((value, next, suffix)),
        }
    }

    /// A whole number in words below a thousand, for the digits after the comma.
    fn in_words_plain(&self, at: usize) -> Option<(i128, usize, &'t str)> {
        let mut words = Words { total: 0, group: 0, last_scale: u8::MAX, last: 4 };
        let mut next = at;
        let mut suffix = "";
        while let Some(lex) =
            self.get(next).filter(|lex| lex.is_numeral() && !matches!(lex.what, What::Scale(_)))
        {
            if !words.take(lex) {
                break;
            }
            next += 1;
            suffix = lex.suffix;
            if !suffix.is_empty() {
                break;
            }
        }
        (next > at).then_some((words.group, next, suffix))
    }
}

/// A number being put together from words.
struct Words {
    total: i128,
    group: i128,
    last_scale: u8,
    /// What the last word of the group was: 4 nothing, 3 a hundred, 2 a ten, 1 a digit.
    last: u8,
}

impl Words {
    /// Adds a word; `false` where it cannot follow.
    fn take(&mut self, lex: &Lex<'_>) -> bool {
        match lex.what {
            // он бірге: бірге alone is another word
            What::Class(Class::Not, digit) if !digit.is_empty() => {
                if digit == "100" {
                    // жеті жүзі: without a digit before it is a face
                    if self.last != 1 || !(1..10).contains(&self.group) {
                        return false;
                    }
                    (self.group, self.last) = (self.group * 100, 3);
                    return true;
                }
                if !matches!(self.last, 2 | 3) {
                    return false;
                }
                self.group += digit.parse::<i128>().unwrap_or(0);
                self.last = 1;
            }
            What::Digit(digit) => {
                if self.last <= 1 || (digit == 0 && (self.last < 4 || self.last_scale != u8::MAX)) {
                    return false;
                }
                self.group += i128::from(digit);
                self.last = 1;
            }
            What::Ten(_) | What::Class(Class::Forty, _) => {
                if self.last <= 2 {
                    return false;
                }
                self.group += match lex.what {
                    What::Ten(ten) => i128::from(ten),
                    _ => 40,
                };
                self.last = 2;
            }
            What::Hundred => {
                if !(self.last == 4 || (self.last == 1 && self.group < 10 && self.group > 0)) {
                    return false;
                }
                self.group = self.group.max(1) * 100;
                self.last = 3;
            }
            What::Scale(power) => {
                if power >= self.last_scale || power > 33 || (self.group == 0 && self.last != 4) {
                    return false;
                }
                let scaled = 10i128
                    .checked_pow(u32::from(power))
                    .and_then(|scale| scale.checked_mul(self.group.max(1)));
                let Some(total) = scaled.and_then(|scaled| self.total.checked_add(scaled)) else {
                    return false;
                };
                self.total = total;
                (self.group, self.last, self.last_scale) = (0, 4, power);
            }
            _ => return false,
        }
        true
    }

    fn sum(&self) -> Option<i128> {
        self.total.checked_add(self.group)
    }
}

fn power_of_ten(power: u8) -> Option<Decimal> {
    10i128.checked_pow(u32::from(power)).map(Decimal::from)
}

/// Whether an ending is of a case: itself or after a possessive.
fn is_case(suffix: &str, case: &[&str]) -> bool {
    case.iter().any(|ending| suffix.ends_with(ending))
}

fn duration_of(amount: Decimal, unit: &str) -> Duration {
    let times = |factor: i64| amount.checked_mul(Decimal::from(factor)).unwrap_or(amount);
    match unit {
        "D" => Duration { amount, unit: DurationUnit::Day, rest: 0 },
        "W" => Duration { amount, unit: DurationUnit::Week, rest: 0 },
        "M" => Duration { amount, unit: DurationUnit::Month, rest: 0 },
        "C" => Duration { amount: times(100), unit: DurationUnit::Year, rest: 0 },
        "T" => Duration { amount: times(10), unit: DurationUnit::Year, rest: 0 },
        "J" => Duration { amount: times(6), unit: DurationUnit::Month, rest: 0 },
        "Q" => Duration { amount: times(3), unit: DurationUnit::Month, rest: 0 },
        _ => Duration { amount, unit: DurationUnit::Year, rest: 0 },
    }
}

fn durations(value: Value, duration: impl Fn(Decimal) -> Duration) -> Option<Value> {
    Some(match value {
        Value::Decimal(amount) => Value::Duration(duration(amount)),
        Value::Range(low, high) => Value::Durations(duration(low), duration(high)),
        other => other,
    })
}

/// шаршы метр is m2.
fn powered(unit: &str, power: char) -> Option<&'static str> {
    Some(match (unit, power) {
        ("m", '2') => "m2",
        ("km", '2') => "km2",
        ("cm", '2') => "cm2",
        ("m", '3') => "m3",
        ("km", '3') => "km3",
        ("cm", '3') => "cm3",
        ("dm", '3') => "dm3",
        _ => return None,
    })
}
