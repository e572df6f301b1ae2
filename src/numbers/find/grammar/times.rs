//! Times of day.

use super::super::ending::Ending;
use super::super::lex::{Class, Lex, What};
use super::super::tables::{ABLATIVE, BARE_DATIVE, LOCATIVE};
use super::super::{Modifiers, Number};
use super::{Reader, is_case};
use crate::numbers::{Decimal, Time, Value};

/// No more words than these stand before a time: таңғы сағат.
const PREFIX: usize = 3;

impl<'t> Reader<'_, 't> {
    /// Whether a time may start here: an hour in digits has its minutes with it, and one in words that nothing tells has them next.
    pub(super) fn may_be_time(&self, at: usize) -> bool {
        let minutes =
            |at: usize| matches!(self.get(at).map(|lex| lex.what), Some(What::Ten(_) | What::Digit(0)));
        match self.cluster[at].what {
            What::Clock(..) => true,
            What::Digit(_) => minutes(at + 1),
            What::Ten(10 | 20) => {
                let digit = matches!(self.get(at + 1).map(|lex| lex.what), Some(What::Digit(_)));
                minutes(at + 1) || digit && minutes(at + 2)
            }
            What::Class(class, _) => matches!(class, Class::PartOfDay | Class::ClockUnit),
            _ => false,
        }
    }

    /// Times of day.
    pub(super) fn time(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let mut next = at;
        let mut part = "";
        let mut told = false;
        while let Some(lex) = self.get(next).filter(|_| next < at + PREFIX) {
            match lex.class() {
                Some(Class::PartOfDay) => (part, told) = (lex.value(), true),
                Some(Class::ClockUnit) if lex.value() == "H" && lex.suffix.is_empty() => told = true,
                _ => break,
            }
            next += 1;
        }
        // сағат before 18:00 is no part of it; after таңғы it is.
        let at = match self.class(at) {
            Some(Class::ClockUnit) if self.get(at)?.suffix.is_empty() && next > at => at + 1,
            _ => at,
        };
        let (first, mut next) = self.clock(next, part, told)?;
        let mut value = Value::Time(first);
        // таңғы тоғыздан кешкі алтыға дейін
        if is_case(self.cluster[next - 1].suffix, &ABLATIVE) || matches!(self.sign(next), Some('-' | '–')) {
            let mut from = next + usize::from(self.sign(next).is_some());
            let mut later = part;
            let mut again = false;
            let limit = from + PREFIX;
            while let Some(lex) =
                self.get(from).filter(|lex| lex.class() == Some(Class::PartOfDay) && from < limit)
            {
                (later, again) = (lex.value(), true);
                from += 1;
            }
            if let Some((last, after)) = self.clock(from, later, told || again) {
                if self.get(after).is_some_and(|lex| lex.value() == "upto" || lex.value() == "approx")
                    || self.sign(next).is_some()
                {
                    (value, next) = (Value::Times(first, last), after);
                }
            }
        }
        self.time_tail(at, next, value, Modifiers::default())
    }

    /// 18:00-де, он сегіз нөл-нөлде; an hour alone where something tells that it is one.
    fn clock(&self, at: usize, part: &str, told: bool) -> Option<(Time, usize)> {
        let lex = self.get(at)?;
        if let What::Clock(hour, minute) = lex.what {
            // A score or a scale: nothing tells a time, and no ending.
            let until = matches!(self.sign(at + 1), Some('-' | '–'))
                && matches!(self.get(at + 2).map(|lex| lex.what), Some(What::Clock(..)));
            let timed = told
                || until
                || !lex.suffix.is_empty()
                || hour >= 10
                || self.text[lex.start..].starts_with('0');
            let hour = on_clock(hour, part);
            return timed.then_some((Time { hour, minute }, at + 1));
        }
        // түскі бірге дейін, сағат онда: by themselves these are other words.
        if let (true, Class::Not, Ok(hour @ 1..=10)) =
            (told, lex.class().unwrap_or(Class::And), lex.value().parse::<u8>())
        {
            let after_hour = at > 0 && self.cluster[at - 1].value() == "H";
            if hour == 10 && !(after_hour && self.word(lex).is("онда")) {
                return None;
            }
            return Some((Time { hour: on_clock(hour, part), minute: 0 }, at + 1));
        }
        // сағат 14.30-да, сағат 18-00-де
        if let (true, Some(time)) = (told, self.hour_and_minute(at, part)) {
            return Some(time);
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
            return Some((Time { hour: on_clock(hour, part), minute: 30 }, hours.next));
        }
        let hour = value.to_integer().and_then(|hour| u8::try_from(hour).ok()).filter(|&hour| hour <= 24)?;
        // Minutes follow: жеті отызда, он сегіз нөл-нөлде.
        if hours.suffix.is_empty() && hours.words {
            if let Some((minute, next, suffix)) = self.minutes(hours.next) {
                if told
                    || is_case(suffix, &LOCATIVE)
                    || is_case(suffix, &ABLATIVE)
                    || is_case(suffix, &BARE_DATIVE)
                {
                    return Some((Time { hour: on_clock(hour, part), minute }, next));
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
        (told && !counted && !hours.ordinal)
            .then(|| (Time { hour: on_clock(hour, part), minute: 0 }, hours.next))
    }

    /// 14.30, 18-00 where a time is told.
    pub(super) fn hour_and_minute(&self, at: usize, part: &str) -> Option<(Time, usize)> {
        let lex = self.get(at).filter(|lex| matches!(lex.what, What::Number(_)))?;
        let digits =
            |text: &'t str| text.find(|c: char| !c.is_ascii_digit()).map_or(text, |end| &text[..end]);
        let text = &self.text[lex.start..lex.end];
        let (hour, minute, next) = match text.split_once('.') {
            Some((hour, rest)) => (hour, digits(rest), at + 1),
            None if self.joins(at + 1) && lex.suffix.is_empty() => {
                let second = self.get(at + 2).filter(|lex| matches!(lex.what, What::Number(_)))?;
                let minute = digits(&self.text[second.start..second.end]);
                // сағат 9-18 is from nine to six
                if minute != "00" && minute.parse().is_ok_and(|minute: u8| minute <= 24) {
                    return None;
                }
                (text, minute, at + 3)
            }
            None => return None,
        };
        let hour = hour.parse().ok().filter(|&hour: &u8| hour <= 24)?;
        let minute = minute.parse().ok().filter(|&value: &u8| value < 60 && minute.len() == 2)?;
        Some((Time { hour: on_clock(hour, part), minute }, next))
    }

    /// Minutes in words after an hour, what is next, and their ending.
    fn minutes(&self, at: usize) -> Option<(u8, usize, Ending<'t>)> {
        let lex = self.get(at)?;
        // нөл-нөл
        if matches!(lex.what, What::Digit(0))
            && self.sign(at + 1) == Some('-')
            && self.get(at + 2).is_some_and(|lex| matches!(lex.what, What::Digit(0)))
        {
            return Some((0, at + 3, self.get(at + 2)?.suffix));
        }
        // жеті нөл бесте
        if let (What::Digit(0), Some(Lex { what: What::Digit(minute), suffix, .. })) =
            (lex.what, self.get(at + 1))
        {
            return Some((*minute, at + 2, *suffix));
        }
        // жеті нөл бірде: by itself бірде is another word
        if let (What::Digit(0), Some(lex @ Lex { what: What::Class(Class::Not, "1"), .. })) =
            (lex.what, self.get(at + 1))
        {
            return Some((1, at + 2, self.ending_after(lex, "бір")));
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
        (!amount.ordinal).then_some((minute, amount.next, amount.suffix))
    }
}

/// The hour of the day from that on the dial and the part of the day.
fn on_clock(hour: u8, part: &str) -> u8 {
    match (part, hour) {
        ("evening", 0..=11) | ("noon", 0..=8) | ("night", 8..=11) => hour + 12,
        ("night", 12) => 0,
        _ => hour,
    }
}
