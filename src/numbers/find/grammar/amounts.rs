//! Numbers without their unit: digits and words, with signs and scales, ranges and fractions.

use super::super::ending::Ending;
use super::super::lex::{Class, Lex, What};
use super::super::tables::{ABLATIVE, APPROXIMATE, COLLECTIVE, DATIVE, MANY, ORDINAL_OF_DIGITS, POSSESSIVE};
use super::super::{Modifier, Modifiers};
use super::{Reader, is_case, is_one_of, ranks, starts};
use crate::numbers::notation::before_millions;
use crate::numbers::{Decimal, Value};

/// A number without its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount<'t> {
    pub(super) value: Value,
    /// The next token of the cluster.
    pub(super) next: usize,
    pub(super) suffix: Ending<'t>,
    pub(super) ordinal: bool,
    pub(super) percent: Option<&'static str>,
    pub(super) modifiers: Modifiers,
    /// In words throughout.
    pub(super) words: bool,
    /// The bare word бір.
    pub(super) one: bool,
}

impl Amount<'_> {
    /// бір-ақ, which is also "but", "at once".
    pub(super) fn is_only(&self) -> bool {
        self.suffix.is("ақ") && self.value == Value::integer(1) && self.words
    }
}

impl<'t> Reader<'_, 't> {
    /// Whether a word soon after a second number says that it ends a range: 3 пен 5 аралығында.
    fn range_ends(&self, next: usize) -> bool {
        (next..next + 3).any(|at| {
            self.get(at).is_some_and(|lex| match lex.class() {
                Some(Class::RangeEnd) => true,
                Some(Class::Span) => lex.value() == "between",
                Some(Class::After) => lex.value() == "approx",
                _ => false,
            })
        })
    }

    /// A number or a range of numbers.
    #[inline]
    pub(super) fn range(&self, at: usize) -> Option<Amount<'t>> {
        if let What::Class(Class::Not, "1") = self.get(at)?.what {
            return self.range_from_one(at);
        }
        let first = self.amount(at)?;
        // Nothing of a range follows, for most.
        let joins = match self.get(first.next).map(|lex| lex.what) {
            None => false,
            Some(What::Sign(_) | What::Class(Class::With, _)) => true,
            Some(_) => !first.suffix.is_empty(),
        };
        if joins { self.range_from(at, first) } else { Some(first) }
    }

    /// бірден үшке дейін: by itself бірден is another word.
    fn range_from_one(&self, at: usize) -> Option<Amount<'t>> {
        let suffix = self.ending_after(self.get(at)?, "бір");
        let first = self.worded(Decimal::from(1), at + 1, suffix, false);
        let second = self.amount(at + 1).filter(|_| is_one_of(suffix, &ABLATIVE))?;
        let upto = self.class(second.next) == Some(Class::After)
            && self.get(second.next)?.value() == "upto"
            && is_one_of(second.suffix, &DATIVE);
        if upto { self.fraction_or_range(&first, &second, Decimal::from(1)) } else { None }
    }

    /// A number, or the range that it starts.
    fn range_from(&self, at: usize, first: Amount<'t>) -> Option<Amount<'t>> {
        let Value::Decimal(low) = first.value else { return Some(first) };
        let next = first.next;
        // үштен екісі
        if is_one_of(first.suffix, &ABLATIVE) && first.percent.is_none() {
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
            // 5−6 with a minus for a dash
            Some('−') => !self.cluster[next].spaced && self.get(next + 1).is_some_and(|lex| !lex.spaced),
            _ => self.class(next) == Some(Class::With),
        };
        if joined && first.ordinal {
            // он төртінші – он бесінші ғасырлар; the first and the second are two
            let with_word = self.class(next) == Some(Class::With);
            return Some(match self.amount(next + 1) {
                Some(second) if second.ordinal && (!with_word || self.range_ends(second.next)) => {
                    match second.value {
                        Value::Decimal(high) if low < high => {
                            Amount { value: Value::Range(low, high), ..second }
                        }
                        _ => first,
                    }
                }
                _ => first,
            });
        }
        if !joined || !first.suffix.is_empty() {
            return Some(first);
        }
        let with_word = self.class(next) == Some(Class::With);
        let Some(second) = self.amount(next + 1) else { return Some(first) };
        // 3-тоқсан
        if self.joins(next) && first.words != second.words {
            return Some(first);
        }
        let Value::Decimal(high) = second.value else { return Some(first) };
        // бір-бірден, екі-екіден
        if first.words && low == high && is_one_of(second.suffix, &ABLATIVE) {
            let mut modifiers = second.modifiers;
            modifiers.insert(Modifier::Each);
            return Some(Amount { modifiers, one: false, ..second });
        }
        // 3 пен 5 аралығында: only where the end of the range says so.
        if with_word && (low >= high || !self.range_ends(second.next)) {
            return Some(first);
        }
        // он-он бес мың, 3,4-4,7 млн: the scale is of both.
        let spoken = self.cluster[next + 1..second.next].iter().rev().find_map(|lex| match lex.what {
            What::Scale(power) => power_of_ten(power),
            _ => None,
        });
        // екі-үш жүз, төрт-бес жүз мың
        let hundreds = matches!(
            (self.get(next + 1).map(|lex| lex.what), self.get(next + 2).map(|lex| lex.what)),
            (Some(What::Digit(_)), Some(What::Hundred))
        );
        let spoken = match hundreds && second.words && low < Decimal::from(10) {
            true => spoken.unwrap_or(Decimal::from(1)).checked_mul(Decimal::from(100)),
            false => spoken,
        };
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
        // -10...-5 is written from the smaller one on; in −10–15 °C the sign is of both.
        let both = low < Decimal::ZERO
            && high > Decimal::ZERO
            && matches!(self.sign(next), Some('-' | '–'))
            && self.sign(next + 1).is_none()
            && !first.words
            && low.checked_neg().is_some_and(|low| low < high);
        let (low, high) = match (both.then(|| high.checked_neg()).flatten(), low < Decimal::ZERO) {
            (Some(lowest), _) => (lowest, low),
            (None, true) if high < low => (high, low),
            _ => (low, high),
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
        if low < high && is_one_of(second.suffix, &DATIVE) && upto {
            return Some(Amount {
                value: Value::Range(low, high),
                next: second.next + 1,
                suffix: Ending::NONE,
                one: false,
                ..*second
            });
        }
        // сексеннен алпыс шақырымға дейін, 250 мыңнан 400 мың теңгеге дейін, 3-тен 6 жасқа дейін
        let unit = self.get(second.next);
        let counted = unit.is_some_and(|lex| match lex.what {
            What::Class(
                Class::Unit | Class::Currency | Class::Percent | Class::DayUnit | Class::Month,
                _,
            )
            | What::Sign(_) => is_case(lex.suffix, &DATIVE),
            // A row for each case.
            What::Class(Class::Age, _) => is_case(self.word(lex), &DATIVE),
            _ => false,
        });
        let unit_upto = counted && self.get(second.next + 1).is_some_and(|lex| lex.value() == "upto");
        // Of a way either end may come first; 20-нан 5 мамырға дейін is no range of days.
        let ordered = low < high || self.class(second.next) == Some(Class::Unit);
        if unit_upto && ordered && second.suffix.is_empty() && first.words == second.words {
            let (low, high) = if low < high { (low, high) } else { (high, low) };
            return Some(Amount { value: Value::Range(low, high), one: false, ..*second });
        }
        let (bottom, top) = (low.to_integer()?, high.to_integer()?);
        let plain = second.suffix.is_empty() || starts(second.suffix, &POSSESSIVE);
        let counted = matches!(
            self.class(second.next),
            Some(Class::Unit | Class::Currency | Class::Percent | Class::DayUnit | Class::Month | Class::Age)
        );
        if plain && !counted && !second.ordinal && (1..bottom).contains(&top) && bottom <= 100 && top < 10 {
            let value = Value::Rational(i64::try_from(top).ok()?, u64::try_from(bottom).ok()?);
            return Some(Amount { value, one: false, ..*second });
        }
        None
    }

    /// One number: digits or words, with scales, fractions and signs.
    #[inline]
    pub(super) fn amount(&self, at: usize) -> Option<Amount<'t>> {
        match self.get(at)?.what {
            What::Sign(_) | What::Class(Class::Minus | Class::Plus, _) => self.signed(at),
            _ => self.unsigned(at),
        }
    }

    fn signed(&self, at: usize) -> Option<Amount<'t>> {
        let lex = self.get(at)?;
        let minus = lex.class() == Some(Class::Minus)
            || matches!(lex.what, What::Sign('−'))
            || (matches!(lex.what, What::Sign('-' | '–'))
                && at > 0
                && matches!(self.sign(at - 1), Some('…'))
                && self.get(at + 1).is_some_and(|lex| !lex.spaced))
            || (match lex.what {
                What::Sign('-') => true,
                What::Sign('–') => {
                    self.text[..lex.start].ends_with('(') || self.is_measured_below_nought(at + 1)
                }
                _ => false,
            }
                && (lex.spaced || self.follows_opening(lex))
                // –Екі адам келді, in dialogue
                && self.get(at + 1).is_some_and(|lex| !lex.spaced && !lex.is_worded())
                && match at.checked_sub(1) {
                    None => self.before().is_none_or(|(_, end)| end != lex.start),
                    // түнде -35 °С, but 2 сағат -3 сағат
                    Some(word) => match self.cluster[word].what {
                        What::Sign(sign) => matches!(sign, '(' | ')'),
                        // -15-тен -20 °С-қа дейін, -15°С-тан -20°С-қа дейін
                        What::Number(_) | What::Class(Class::Unit, _)
                            if !self.cluster[word].suffix.is_empty() =>
                        {
                            self.is_measured_below_nought(at + 1)
                        }
                        What::Class(..) => word
                            .checked_sub(1)
                            .is_none_or(|at| matches!(self.cluster[at].what, What::Class(..))),
                        _ => false,
                    },
                });
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

    /// Whether a number, or a range, is of what is often below nought: –5 °С, –15–18 градус, –3,5%. Before others a dash is no sign.
    fn is_measured_below_nought(&self, at: usize) -> bool {
        let degrees = |at: usize| match self.get(at).map(|lex| lex.what) {
            Some(What::Percent(..) | What::Sign('°')) => true,
            Some(What::Class(class, unit)) => class == Class::Unit && unit.starts_with("deg"),
            _ => false,
        };
        let range = matches!(self.sign(at + 1), Some('-' | '–' | '…'));
        (at..at + 2).any(degrees) || range && (at + 2..at + 5).any(degrees)
    }

    /// Whether a bracket or a quotation mark opens right before a token: (-5), «-5».
    fn follows_opening(&self, lex: &Lex<'_>) -> bool {
        self.text[..lex.start].ends_with(['(', '[', '{', '«', '„', '“', '"', '`'])
    }

    pub(super) fn unsigned(&self, at: usize) -> Option<Amount<'t>> {
        let lex = self.get(at)?;
        let amount = |value: Value, next: usize, suffix: Ending<'t>, words: bool| Amount {
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
                percent: Some(if sign == '‰' { "‰" } else { "%" }),
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
                    // жарты 1000000-ға
                    Some(What::Number(number))
                        if [3, 6, 9, 12]
                            .into_iter()
                            .filter_map(power_of_ten)
                            .any(|scale| scale == number) =>
                    {
                        let value = half.checked_mul(number)?;
                        Some(amount(value.normalized().into(), at + 2, self.cluster[at + 1].suffix, false))
                    }
                    _ => Some(amount(half.into(), at + 1, lex.suffix, true)),
                }
            }
            What::Class(Class::Quarter, _) => {
                Some(amount(Decimal::new(25, 2)?.into(), at + 1, lex.suffix, true))
            }
            _ if lex.is_numeral() => self.in_words(at),
            _ => None,
        }
    }

    /// Digits with the scales after them: 2,5 млн; 2 миллион 500 мың.
    fn scaled(&self, at: usize, value: Decimal) -> Amount<'t> {
        let plain = |value: Decimal, next: usize, suffix: Ending<'t>| Amount {
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
        let millions = matches!(self.get(at + 1).map(|lex| lex.what), Some(What::Scale(power)) if power >= 6);
        let digits = || &self.text[self.cluster[at].start..self.cluster[at].end];
        let value = if millions { before_millions(digits(), value).unwrap_or(value) } else { value };
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
                        (Some((What::Number(more), Ending::NONE)), Some(What::Scale(smaller)))
                            if smaller < last
                                && value.is_integer()
                                && more < power_of_ten(last - smaller).unwrap_or(Decimal::ZERO) =>
                        {
                            part = more;
                            next += 1;
                        }
                        // 3 мың 250, 19 млн 766 807
                        (Some((What::Number(more), suffix)), after)
                            if more.is_integer()
                                && value.is_integer()
                                && more < power_of_ten(last).unwrap_or(Decimal::ZERO)
                                && more > Decimal::ZERO
                                && !matches!(
                                    after,
                                    Some(
                                        What::Scale(_)
                                            | What::Sign(_)
                                            | What::Class(Class::Month | Class::DayUnit | Class::Percent, _)
                                    )
                                )
                                && !self.is_identifier(next) =>
                        {
                            let Some(total) = sum.checked_add(more) else { break };
                            return plain(total, next + 1, suffix);
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
        plain(if last == u8::MAX { part } else { sum }, next, Ending::NONE)
    }
}

#[inline]
pub(super) fn has_ordinal(suffix: Ending<'_>, words: bool) -> bool {
    // Most numbers have no ending.
    !suffix.is_empty() && is_ordinal(suffix, words)
}

fn is_ordinal(suffix: Ending<'_>, words: bool) -> bool {
    ranks(suffix) || (!words && starts(suffix, &ORDINAL_OF_DIGITS))
}

#[inline]
pub(super) fn marks(suffix: Ending<'_>) -> Modifiers {
    // Most endings are a case of one or two letters.
    let short = suffix.as_str().len() < COLLECTIVE[0].len();
    if short { Modifiers::default() } else { marks_of_long(suffix) }
}

fn marks_of_long(suffix: Ending<'_>) -> Modifiers {
    let mut modifiers = Modifiers::default();
    if starts(suffix, &APPROXIMATE) {
        modifiers.insert(Modifier::Approximate);
    } else if starts(suffix, &MANY) {
        modifiers.insert(Modifier::Many);
    } else if starts(suffix, &COLLECTIVE) {
        modifiers.insert(Modifier::Collective);
    }
    modifiers
}

pub(super) fn power_of_ten(power: u8) -> Option<Decimal> {
    10i128.checked_pow(u32::from(power)).map(Decimal::from)
}
