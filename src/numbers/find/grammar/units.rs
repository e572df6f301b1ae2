//! What a number counts: units, money, percent.

use super::super::lex::{Class, Lex, What, currency_of};
use super::super::tables::{ATTRIBUTIVE, HAVING, OF_EACH, RATIOS};
use super::super::{Number, NumberKind};
use super::amounts::Amount;
use super::{Reader, is_one_of, starts};
use crate::numbers::{Decimal, DurationUnit, Value};
use crate::segment::is_digit_suffix;

impl<'t> Reader<'_, 't> {
    pub(super) fn unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let mut next = amount.next;
        let mut lex = *self.get(next)?;
        let (value, modifiers) = (amount.value, amount.modifiers);
        let number = |kind, unit, next| self.number(at, next, kind, value, Some(unit), modifiers);
        if let What::Sign(sign) = lex.what {
            return match sign {
                '%' => number(NumberKind::Percent, "%", next + 1),
                '‰' => number(NumberKind::Percent, "‰", next + 1),
                '°' => {
                    // 36,5°С-қа: the letter right after the sign, which may be the word after or end with its stop.
                    let after = &self.text[lex.end..];
                    let word = after
                        .find(|c: char| !c.is_alphabetic() && c != '-')
                        .map_or(after, |end| &after[..end]);
                    let (letter, suffix) = word.split_once('-').unwrap_or((word, ""));
                    let glued = matches!(letter, "С" | "C") && next + 1 == self.cluster.len();
                    let (mut found, next) =
                        number(NumberKind::Quantity, if glued { "degC" } else { "deg" }, next + 1)?;
                    if glued {
                        found.text = &self.text[found.start..lex.end + word.len()];
                        found.suffix = Some(suffix).filter(|suffix| !suffix.is_empty());
                    }
                    Some((found, next))
                }
                // %1$s is no sum of money.
                _ if self.text[lex.end..].starts_with(|c: char| c.is_ascii_alphanumeric()) => None,
                _ => {
                    let (mut found, next) = number(NumberKind::Money, currency_of(sign)?, next + 1)?;
                    // 20$-ға: the ending is the word after.
                    let hyphen = self
                        .cluster
                        .get(next)
                        .filter(|lex| matches!(lex.what, What::Sign('-')) && !lex.spaced);
                    let ending = self.after.filter(|&(start, end)| {
                        next + 1 == self.cluster.len()
                            && hyphen.is_some_and(|hyphen| hyphen.end == start)
                            && is_digit_suffix(&self.text[start..end])
                    });
                    if let Some((start, end)) = ending {
                        found.text = &self.text[found.start..end];
                        found.suffix = Some(&self.text[start..end]);
                        return Some((found, next + 1));
                    }
                    Some((found, next))
                }
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
                let length = self.get(next).filter(|lex| lex.class() == Some(Class::Unit)).map(Lex::value);
                // 20 кв. м; the volt has a capital: кВ
                let small = self.text[lex.start..lex.end].starts_with("кв");
                if unit == "kV" && (small || length.is_some()) {
                    return number(NumberKind::Quantity, powered(length?, '2')?, next + 1);
                }
                // 20 куб метр
                if let (true, Some(cubed)) =
                    (lex.suffix.is_empty(), length.and_then(|unit| powered(unit, '3')))
                {
                    if unit == "m3" {
                        return number(NumberKind::Quantity, cubed, next + 1);
                    }
                }
                // км / сағ, миллиграмм / дециметр куб; one that is not known is no unit of this name
                if self.sign(next) == Some('/') {
                    let per = self.get(next + 1).filter(|lex| {
                        matches!(
                            lex.class(),
                            Some(Class::Unit | Class::ClockUnit | Class::Square | Class::Cube)
                        )
                    });
                    if let Some(per) = per {
                        let per = match (per.class(), per.value()) {
                            (Some(Class::ClockUnit), "H") => "h",
                            (Some(Class::ClockUnit), "M") => "min",
                            (Some(Class::ClockUnit), "S") => "s",
                            (_, value) => value,
                        };
                        let after = next + 2;
                        let cubed = matches!(self.class(after), Some(Class::Unit | Class::Cube))
                            && self.get(after).is_some_and(|lex| matches!(lex.value(), "m3" | ""));
                        let per = if cubed { powered(per, '3')? } else { per };
                        (unit, next) = (ratio(unit, per)?, after + usize::from(cubed));
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
    pub(super) fn currency_first(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
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
