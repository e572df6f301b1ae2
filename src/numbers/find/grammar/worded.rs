//! Numbers in words.

use super::super::Modifier;
use super::super::ending::Ending;
use super::super::lex::{Class, Lex, What};
use super::super::tables::ABLATIVE;
use super::amounts::{Amount, has_ordinal, marks, power_of_ten};
use super::{Reader, is_one_of};
use crate::numbers::Decimal;

impl<'t> Reader<'_, 't> {
    /// Numbers in words.
    pub(super) fn in_words(&self, at: usize) -> Option<Amount<'t>> {
        let mut words = Words { total: 0, group: 0, last_scale: u8::MAX, last: 4 };
        let mut next = at;
        let mut suffix = Ending::NONE;
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
                // үш ширек
                What::Class(Class::Quarter, _) if next > at && (1..4).contains(&words.sum()?) => {
                    let value = Decimal::new(25, 2)?.checked_mul(words.sum()?.into())?;
                    return Some(self.worded(value, next + 1, lex.suffix, false));
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
                        None => Some(self.worded(Decimal::from(whole), next, Ending::NONE, false)),
                    };
                }
                // он екеуі
                What::Class(Class::Collective, value) if next > at => {
                    let digit = value.parse().ok().map(|digit| Lex { what: What::Digit(digit), ..*lex });
                    if !digit.is_some_and(|digit| words.take(&digit)) {
                        break;
                    }
                    let mut found = self.worded(words.sum()?.into(), next + 1, lex.suffix, false);
                    found.modifiers.insert(Modifier::Collective);
                    found.ordinal = false;
                    return Some(found);
                }
                _ if (lex.is_numeral() || (lex.class() == Some(Class::Not) && next > at))
                    && words.take(lex) =>
                {
                    next += 1;
                    suffix = lex.suffix;
                    if let What::Class(Class::Not, digit) = lex.what {
                        // жүз is as long as бір.
                        let stem = match digit {
                            "10" => "он",
                            "6" => "алты",
                            _ => "бір",
                        };
                        suffix = self.ending_after(lex, stem);
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
            && self.get(next + 1).is_some_and(|lex| matches!(lex.what, What::Digit(0)))
        {
            if let Some(What::Digit(digit)) = self.get(next + 2).map(|lex| lex.what) {
                let value = Decimal::new(i128::from(digit), 2)?;
                return Some(self.worded(value, next + 3, self.cluster[next + 2].suffix, false));
            }
        }
        // ондаған мың, жүздеген миллиард
        if let (true, Some(What::Scale(power)), None) = (
            marks(suffix).contains(Modifier::Many),
            self.get(next).filter(|lex| lex.spaced).map(|lex| lex.what),
            fraction,
        ) {
            let value = Decimal::from(words.sum()?).checked_mul(power_of_ten(power)?)?;
            let mut many = self.worded(value, next + 1, self.cluster[next].suffix, false);
            many.modifiers.insert(Modifier::Many);
            return Some(many);
        }
        let whole = Decimal::from(words.sum()?);
        let value = match fraction {
            Some(fraction) => whole.checked_add(fraction)?,
            None => whole,
        };
        let one = next == at + 1 && matches!(self.cluster[at].what, What::Digit(1)) && suffix.is_empty();
        Some(self.worded(value, next, suffix, one))
    }

    pub(super) fn worded(&self, value: Decimal, next: usize, suffix: Ending<'t>, one: bool) -> Amount<'t> {
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
    fn decimals(&self, whole: i128, at: usize) -> Option<(Decimal, usize, Ending<'t>)> {
        let denominator = self.whole_below(at, i128::MAX).and_then(|(value, next, suffix)| {
            let scale = value.checked_ilog10().filter(|&scale| scale > 0 && 10i128.pow(scale) == value)?;
            is_one_of(suffix, &ABLATIVE).then_some((scale, next))
        });
        let (scale, (digits, next, suffix)) = match denominator {
            Some((scale, next)) => (scale, self.whole_below(next, 10i128.checked_pow(scale)?)?),
            None => {
                // он бүтін нөл екі
                let nought = |at: usize| {
                    self.get(at)
                        .is_some_and(|lex| matches!(lex.what, What::Digit(0)) && lex.suffix.is_empty())
                };
                let noughts = (at..).take_while(|&at| nought(at)).count();
                match self.in_words_plain(at + noughts) {
                    Some(part) => {
                        let length = part.0.checked_ilog10().unwrap_or(0) + 1;
                        (u32::try_from(noughts).ok()?.checked_add(length)?, part)
                    }
                    None => (1, self.in_words_plain(at)?),
                }
            }
        };
        let value = Decimal::new(
            whole.checked_mul(10i128.checked_pow(scale)?)?.checked_add(digits)?,
            u8::try_from(scale).ok()?,
        )?;
        self.then_scale(value.normalized(), next, suffix)
    }

    /// A whole number in words with its scales, as much of it as stays below a limit.
    fn whole_below(&self, at: usize, limit: i128) -> Option<(i128, usize, Ending<'t>)> {
        let mut words = Words { total: 0, group: 0, last_scale: u8::MAX, last: 4 };
        let mut next = at;
        let mut suffix = Ending::NONE;
        while let Some(lex) = self.get(next).filter(|lex| lex.is_numeral()) {
            let mut more = words;
            if !more.take(lex) || more.sum().is_none_or(|sum| sum >= limit) {
                break;
            }
            (words, suffix) = (more, lex.suffix);
            next += 1;
            if !suffix.is_empty() {
                break;
            }
        }
        (next > at).then_some((words.sum()?, next, suffix))
    }

    /// What follows да: бір де сегіз миллиард is 1.8 milliards; жүз де он тоғыз is 119.
    fn spoken_decimals(&self, whole: i128, at: usize) -> Option<(Decimal, usize, Ending<'t>)> {
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
            || (next == self.cluster.len() && suffix.is_empty() && !value.is_integer() && whole > 1 && self.after().is_none());
        counted.then_some((value, next, suffix))
    }

    pub(super) fn then_scale(
        &self,
        value: Decimal,
        next: usize,
        suffix: Ending<'t>,
    ) -> Option<(Decimal, usize, Ending<'t>)> {
        match self.get(next).map(|lex| (lex.what, lex.suffix)) {
            Some((What::Scale(power), scale_suffix)) if suffix.is_empty() => {
                Some((value.checked_mul(power_of_ten(power)?)?, next + 1, scale_suffix))
            }
            _ => Some((value, next, suffix)),
        }
    }

    /// A whole number in words below a thousand, for the digits after the comma.
    fn in_words_plain(&self, at: usize) -> Option<(i128, usize, Ending<'t>)> {
        let mut words = Words { total: 0, group: 0, last_scale: u8::MAX, last: 4 };
        let mut next = at;
        let mut suffix = Ending::NONE;
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
#[derive(Clone, Copy)]
pub(super) struct Words {
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
                let after_scale = self.last == 4 && self.last_scale != u8::MAX;
                if digit == "100" {
                    // жеті жүзі, мың жүзі: without a number before it is a face
                    if !after_scale && (self.last != 1 || !(1..10).contains(&self.group)) {
                        return false;
                    }
                    (self.group, self.last) = (self.group.max(1) * 100, 3);
                    return true;
                }
                if digit == "10" {
                    // жүз оны, мың онда
                    if !after_scale && self.last != 3 {
                        return false;
                    }
                    (self.group, self.last) = (self.group + 10, 2);
                    return true;
                }
                if !after_scale && !matches!(self.last, 2 | 3) {
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
                // мың тоғыз қырық бірінші жылы: the hundred of a year is left out in speech
                let year = self.total == 1000 && self.last == 1 && (7..10).contains(&self.group);
                if year {
                    self.group *= 100;
                } else if self.last <= 2 {
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
