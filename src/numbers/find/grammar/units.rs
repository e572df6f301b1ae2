//! What a number counts: units, money, percent.

use super::super::ending::Ending;
use super::super::lex::{Class, Lex, What, currency_of};
use super::super::tables::{ATTRIBUTIVE, DATIVE, HAVING, OF_EACH, RATIOS};
use super::super::{Modifier, Number, NumberKind};
use super::amounts::Amount;
use super::{Reader, is_case, is_one_of, starts};
use crate::numbers::{Decimal, DurationUnit, Value};

impl<'t> Reader<'_, 't> {
    /// A number with what it counts after it, or the range that it starts.
    pub(super) fn unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let (number, next) = self.one_unit(at, amount)?;
        Some(self.or_range(number, next))
    }

    /// A number with its unit, or the range that it starts, and what is next.
    fn or_range(&self, number: Number<'t>, next: usize) -> (Number<'t>, usize) {
        match self.sign(next) {
            Some('-' | '–' | '…') => self.to_more_of_it(&number, next).unwrap_or((number, next)),
            _ => (number, next),
        }
    }

    /// The range that a number with its unit starts, where a dash and more of the same follow: 15 °С – 18 °С, $100-$200. Percentages are ranges
    /// by themselves.
    fn to_more_of_it(&self, first: &Number<'t>, dash: usize) -> Option<(Number<'t>, usize)> {
        let measured = matches!(first.kind, NumberKind::Money | NumberKind::Quantity);
        let Value::Decimal(low) = first.value else { return None };
        let after = self.get(dash + 1)?;
        // A hyphen parts ends of a range that are written to it, or both with a space.
        if !measured || first.suffix.is_some() || after.spaced != self.cluster[dash].spaced {
            return None;
        }
        let (second, next) = match after.what {
            What::Sign(sign) if currency_of(sign).is_some() => self.one_currency_first(dash + 1)?,
            _ => {
                let amount = self.amount(dash + 1).filter(|amount| amount.suffix.is_empty())?;
                self.one_unit(dash + 1, &amount)?
            }
        };
        let Value::Decimal(high) = second.value else { return None };
        // 100 теңге – 200 теңгеге көтерілді: from the one to the other
        let to = second.suffix.is_some_and(|suffix| is_case(Ending::of(suffix), &DATIVE));
        if to && !second.modifiers.contains(Modifier::UpTo) {
            return None;
        }
        // In -10°С-15°С the sign is of both.
        let ellipsis = self.sign(dash) == Some('…');
        let both = low < Decimal::ZERO
            && high > Decimal::ZERO
            && !ellipsis
            && !after.spaced
            && self.sign(dash + 1).is_none();
        let high = if both { high.checked_neg()? } else { high };
        let (low, high) = if (both || ellipsis) && high < low { (high, low) } else { (low, high) };
        // 20°–25°С
        let same = first.unit == second.unit
            || first.unit == Some("deg") && second.unit.is_some_and(|unit| unit.starts_with("deg"));
        if second.kind != first.kind || !same || low >= high {
            return None;
        }
        let mut modifiers = first.modifiers;
        second.modifiers.iter().for_each(|modifier| modifiers.insert(modifier));
        let text = &self.text[first.start..second.span().end];
        Some((Number { text, start: first.start, value: Value::Range(low, high), modifiers, ..second }, next))
    }

    fn one_unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let next = amount.next;
        let lex = self.get(next)?;
        let (value, modifiers) = (amount.value, amount.modifiers);
        let number = |kind, unit, next| self.number(at, next, kind, value, Some(unit), modifiers);
        if let What::Sign(sign) = lex.what {
            return match sign {
                '%' => number(NumberKind::Percent, "%", next + 1),
                '‰' => number(NumberKind::Percent, "‰", next + 1),
                '°' => number(NumberKind::Quantity, "deg", next + 1),
                _ => self.currency_sign(at, amount, sign),
            };
        }
        match lex.class()? {
            Class::Percent => {
                // пайыздық тармақ
                let of = lex.suffix.is_empty()
                    || is_one_of(lex.suffix, &HAVING)
                    || starts(lex.suffix, &ATTRIBUTIVE);
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
                let (value, next) = self.with_hundredths(value, next).unwrap_or((value, next + 1));
                self.number(at, next, NumberKind::Money, value, Some(lex.value()), modifiers)
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
                let unit = self.get(next + 1).filter(|lex| lex.class() == Some(Class::Unit))?;
                number(NumberKind::Quantity, powered(unit.value(), power)?, next + 2)
            }
            Class::Unit => self.measured(at, amount),
            Class::Age if self.is_age(next) => self.age(at, next, value, modifiers),
            Class::ClockUnit => {
                let unit = match lex.value() {
                    "S" => DurationUnit::Second,
                    "M" => DurationUnit::Minute,
                    _ => DurationUnit::Hour,
                };
                let (value, next) = self.lasting(value, unit, next + 1)?;
                self.time_tail(at, next, value, modifiers)
            }
            _ => None,
        }
    }

    /// 5 000 ₸, 20$-ға
    fn currency_sign(&self, at: usize, amount: &Amount<'t>, sign: char) -> Option<(Number<'t>, usize)> {
        let end = self.get(amount.next)?.end;
        // %1$s is no sum of money.
        if self.text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return None;
        }
        let (unit, next) = (Some(currency_of(sign)?), amount.next + 1);
        self.number(at, next, NumberKind::Money, amount.value, unit, amount.modifiers)
    }

    /// A sum with its hundredths, and what is next, given where its currency stands: 17 теңге 29 тиын.
    fn with_hundredths(&self, value: Value, currency: usize) -> Option<(Value, usize)> {
        if !self.get(currency)?.suffix.is_empty() {
            return None;
        }
        let Value::Decimal(major) = value else { return None };
        let minor = self.amount(currency + 1)?;
        let Value::Decimal(hundredths) = minor.value else { return None };
        if self.class(minor.next) != Some(Class::Hundredth) || !minor.suffix.is_empty() {
            return None;
        }
        let sum = Decimal::new(1, 2)?.checked_mul(hundredths)?.checked_add(major)?;
        Some((sum.into(), minor.next + 1))
    }

    /// A number with a unit of measure, which may be of several words.
    fn measured(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let (value, modifiers) = (amount.value, amount.modifiers);
        let number = |unit, next| self.number(at, next, NumberKind::Quantity, value, Some(unit), modifiers);
        let lex = self.get(amount.next)?;
        let (mut unit, mut next) = (lex.value(), amount.next + 1);
        let length = self.get(next).filter(|lex| lex.class() == Some(Class::Unit)).map(Lex::value);
        // 20 кв. м; the volt has a capital: кВ
        let small = self.text[lex.start..lex.end].starts_with("кв");
        if unit == "kV" && (small || length.is_some()) {
            return number(powered(length?, '2')?, next + 1);
        }
        // 20 куб метр
        if let (true, Some(cubed)) = (lex.suffix.is_empty(), length.and_then(|unit| powered(unit, '3'))) {
            if unit == "m3" {
                return number(cubed, next + 1);
            }
        }
        if self.sign(next) == Some('/') {
            (unit, next) = match self.unit_for_each(next + 1) {
                Some((each, after)) => match ratio(unit, each?) {
                    Some(unit) => (unit, after),
                    // 5°C/мин
                    None if unit.starts_with("deg") => (unit, next),
                    None => return None,
                },
                None => (unit, next),
            };
        }
        if let Some((sum, next)) = self.with_smaller_unit(value, unit, next) {
            return self.number(at, next, NumberKind::Quantity, sum, Some(unit), modifiers);
        }
        if unit == "deg" && self.class(next) == Some(Class::Weather) {
            next += 1;
        }
        number(unit, next)
    }

    /// The unit after a stroke, and what is next: км / сағ, миллиграмм / дециметр куб. One that is not known is no unit of this name.
    fn unit_for_each(&self, at: usize) -> Option<(Option<&'static str>, usize)> {
        let each = self.get(at).filter(|lex| {
            matches!(lex.class(), Some(Class::Unit | Class::ClockUnit | Class::Square | Class::Cube))
        })?;
        let unit = match (each.class(), each.value()) {
            (Some(Class::ClockUnit), "H") => "h",
            (Some(Class::ClockUnit), "M") => "min",
            (Some(Class::ClockUnit), "S") => "s",
            (_, value) => value,
        };
        let cubed = matches!(self.class(at + 1), Some(Class::Unit | Class::Cube))
            && self.get(at + 1).is_some_and(|lex| matches!(lex.value(), "m3" | ""));
        Some(if cubed { (powered(unit, '3'), at + 2) } else { (Some(unit), at + 1) })
    }

    /// A number with more of a smaller unit, and what is next: бір метр жиырма сантиметр. `next` is what follows the first unit.
    fn with_smaller_unit(&self, value: Value, unit: &str, next: usize) -> Option<(Value, usize)> {
        let Value::Decimal(major) = value else { return None };
        if !self.cluster[next - 1].suffix.is_empty() {
            return None;
        }
        let minor = self.amount(next)?;
        let smaller = self.get(minor.next).filter(|lex| lex.class() == Some(Class::Unit)).map(Lex::value);
        let scale = match (unit, smaller) {
            ("m", Some("cm")) => 2,
            ("t", Some("kg")) | ("km", Some("m")) | ("kg", Some("g")) => 3,
            _ => return None,
        };
        let Value::Decimal(less) = minor.value else { return None };
        if !minor.suffix.is_empty() {
            return None;
        }
        let sum = Decimal::new(1, scale)?.checked_mul(less)?.checked_add(major)?;
        Some((sum.into(), minor.next + 1))
    }

    /// гектарына 18 центнер: so much for each of a unit, where there is a code for both.
    pub(super) fn of_each(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let each = self.get(at).filter(|lex| is_one_of(lex.suffix, &OF_EACH))?;
        if matches!(self.class(at + 1), Some(Class::Unit | Class::Per | Class::Before)) {
            return None;
        }
        let (number, next) = self.phrase(at + 1).filter(|(number, _)| number.kind == NumberKind::Quantity)?;
        let unit = Some(ratio(number.unit?, each.value())?);
        let text = &self.text[each.start..number.span().end];
        Some((Number { text, start: each.start, unit, ..number }, next))
    }

    /// ₸5 000, $5.99
    fn one_currency_first(&self, at: usize) -> Option<(Number<'t>, usize)> {
        // 1 $-ға 380 теңге: a sign with an ending belongs to what is before it.
        let lex = self.get(at).filter(|lex| lex.suffix.is_empty())?;
        let code = match lex.what {
            What::Sign(sign) => currency_of(sign)?,
            // USD 100
            What::Class(Class::Currency, code)
                if self.text[lex.start..lex.end].bytes().all(|byte| byte.is_ascii_uppercase()) =>
            {
                code
            }
            _ => return None,
        };
        let amount = self.range(at + 1)?;
        self.number(at, amount.next, NumberKind::Money, amount.value, Some(code), amount.modifiers)
    }

    /// The same, or the range that it starts.
    pub(super) fn currency_first(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let (number, next) = self.one_currency_first(at)?;
        Some(self.or_range(number, next))
    }
}

/// The code of a unit for each of another, if there is one: сағатына 60 шақырым, мг/кг.
pub(super) fn ratio(unit: &str, per: &str) -> Option<&'static str> {
    RATIOS.into_iter().find(|code| code.split_once('/') == Some((unit, per)))
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
