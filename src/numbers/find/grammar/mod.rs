//! Reading a cluster.
//!
//! [`Reader::next`] asks at each place for a phrase: here is what a phrase may be and what ends one, beside it a file for each part of phrases.
//! All are methods of the reader, for a date may be counted in words and a price have a modifier; what a method is asked for stands in its
//! name, and each answers with what it found and the place after it.

mod amounts;
mod dates;
mod lengths;
mod names;
mod relative;
mod times;
mod units;
mod worded;

use super::ending::Ending;
use super::lex::{Class, Lex, What};
use super::tables::{ABLATIVE, APPROXIMATE, DATIVE, ORDINAL};
use super::words::makes_article;
use super::{Beside, Modifier, Modifiers, Number, NumberKind};
use crate::numbers::Value;
use amounts::Amount;
use core::cell::Cell;
use units::ratio;

/// What reads a cluster.
pub(super) struct Reader<'r, 't> {
    relative: bool,
    text: &'t str,
    cluster: &'r [Lex<'t>],
    /// The words before the cluster and after it.
    beside: &'r [Beside; 2],
    /// A place known to be no identifier: a phrase is asked, and then the number that it starts with.
    no_identifier: Cell<usize>,
}

/// Whether an ending is of an ordinal: -нш-.
fn ranks(suffix: Ending<'_>) -> bool {
    ORDINAL.iter().any(|form| suffix.has(form))
}

fn is_one_of(suffix: Ending<'_>, forms: &[&str]) -> bool {
    forms.iter().any(|form| suffix.is(form))
}

/// Whether a suffix starts with one of several.
fn starts(suffix: Ending<'_>, with: &[&str]) -> bool {
    with.iter().any(|form| suffix.starts(form))
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(
        relative: bool,
        text: &'t str,
        cluster: &'r [Lex<'t>],
        beside: &'r [Beside; 2],
    ) -> Reader<'r, 't> {
        Reader { relative, text, cluster, beside, no_identifier: Cell::new(usize::MAX) }
    }

    /// The next number from a place of the cluster on, which is moved behind it.
    pub(super) fn next(&self, at: &mut usize) -> Option<Number<'t>> {
        while *at < self.cluster.len() {
            match self.phrase(*at) {
                Some((number, next)) => {
                    if number.kind == NumberKind::Date && number.modifiers.is_empty() {
                        if let Some((stretch, next)) = self.stretch(&number, next) {
                            *at = next.max(*at + 1);
                            return Some(stretch);
                        }
                    }
                    *at = next.max(*at + 1);
                    return Some(number);
                }
                None => *at = self.skip(*at),
            }
        }
        None
    }

    /// The first token of a cluster, where nothing after it is of a phrase with it and [`alone`](Self::alone) reads what
    /// [`next`](Self::next) would.
    pub(super) fn only(&self) -> Option<&'r Lex<'t>> {
        let lex = match self.cluster {
            [lex] => lex,
            // 1) of a list; what follows an identifier may be more of it
            [lex, Lex { what: What::Sign(')'), .. }, ..] if !self.is_identifier(0) => lex,
            _ => return None,
        };
        let alone = match lex.what {
            What::Number(_) | What::Percent(..) => true,
            What::Digit(_) | What::Ten(_) | What::Hundred | What::Scale(_) => true,
            What::Class(Class::Not, _) => !self.relative,
            _ => false,
        };
        alone.then_some(lex)
    }

    /// The number of the first token of a cluster, where nothing beside it is of a phrase with it, as in a third of the clusters.
    pub(super) fn alone(&self, lex: &Lex<'t>) -> Option<Number<'t>> {
        if let (What::Number(_), false) = (lex.what, lex.suffix.is_empty()) {
            if let Some((number, _)) = self.dated(0) {
                return Some(number);
            }
        }
        let amount = self.unsigned(0)?;
        let kind = match amount.percent {
            Some(_) => NumberKind::Percent,
            None if amount.ordinal => NumberKind::Ordinal,
            None => NumberKind::Cardinal,
        };
        if amount.one && self.is_article(0, 1) || amount.is_only() {
            return None;
        }
        let (text, suffix) = (&self.text[lex.start..lex.end], lex.written_suffix());
        let Amount { value, modifiers, percent, .. } = amount;
        Some(Number { text, start: lex.start, kind, value, unit: percent, modifiers, suffix })
    }

    /// The word right before the cluster.
    fn before(&self) -> Beside {
        self.beside[0]
    }

    /// The word right after the cluster.
    fn after(&self) -> Beside {
        self.beside[1]
    }

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

    /// A word of the cluster as one with its letters in any case.
    fn word(&self, lex: &Lex<'t>) -> Ending<'t> {
        Ending::of(&self.text[lex.start..lex.end])
    }

    /// What a word has after as many letters as a stem.
    fn ending_after(&self, lex: &Lex<'t>, stem: &str) -> Ending<'t> {
        let mut letters = self.text[lex.start..lex.end].chars();
        letters.by_ref().take(stem.chars().count()).for_each(drop);
        Ending::of(letters.as_str())
    }

    fn word_of(&self, span: Beside) -> &'t str {
        span.map_or("", |(start, end)| &self.text[start..end])
    }

    /// Whether a hyphen stands here with nothing but digits or words right beside it.
    fn joins(&self, at: usize) -> bool {
        self.sign(at) == Some('-')
            && self.cluster.get(at).is_some_and(|lex| !lex.spaced)
            && self.get(at + 1).is_some_and(|lex| !lex.spaced)
    }

    /// бір-бірімен: one another, unless each by one (бір-бірден); and бір де бір, not a single one, where nothing is counted.
    fn is_each_other(&self, at: usize) -> bool {
        let one = |at: usize| self.get(at).is_some_and(|lex| matches!(lex.what, What::Digit(1)));
        if !one(at) || !one(at + 2) {
            return false;
        }
        let last = &self.cluster[at + 2];
        let each_other = self.sign(at + 1) == Some('-') && !last.spaced && !is_one_of(last.suffix, &ABLATIVE);
        each_other || (self.class(at + 1) == Some(Class::And) && self.get(at + 3).is_none())
    }

    fn phrase(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
        if lex.class() == Some(Class::Unit) {
            return if lex.suffix.is_empty() { None } else { self.of_each(at) };
        }
        if !self.relative && lex.opens_nothing() {
            return None;
        }
        if self.is_each_other(at) {
            return None;
        }
        if let Some((value, next)) = self.joined_date(at) {
            return self.date_tail(at, next, value, Modifiers::default());
        }
        // шамамен 350, кемінде 13
        if lex.class() == Some(Class::Before)
            && !matches!(self.class(at + 1), Some(Class::Before | Class::Per))
        {
            let modifier = Modifier::named(lex.value())?;
            let of_era = modifier == Modifier::BeforeEra;
            let years = if of_era { self.years_of_era(at + 1) } else { None };
            let (number, next) = years.or_else(|| self.phrase(at + 1)).filter(|(number, _)| {
                !matches!(number.value, Value::Relative) && number.start <= self.cluster[at + 1].start
            })?;
            // Only what has a year is of an era.
            if of_era && !matches!(number.value, Value::Date(_) | Value::Dates(..)) {
                return None;
            }
            let mut modifiers = number.modifiers;
            modifiers.insert(modifier);
            let text = &self.text[lex.start..number.span().end];
            return Some((Number { text, start: lex.start, modifiers, ..number }, next));
        }
        if self.is_identifier(at) {
            return None;
        }
        // сағатына 60 шақырым
        if lex.class() == Some(Class::Per)
            && !matches!(self.class(at + 1), Some(Class::Before | Class::Per | Class::Unit))
        {
            let (number, next) =
                self.phrase(at + 1).filter(|(number, _)| number.kind == NumberKind::Quantity)?;
            let text = &self.text[lex.start..number.span().end];
            let unit = number.unit.map(|unit| ratio(unit, lex.value()).unwrap_or(unit));
            return Some((Number { text, start: lex.start, unit, ..number }, next));
        }
        // A chain of or_else would move what is found once for each.
        let mut found = if self.may_be_time(at) { self.time(at) } else { None };
        if found.is_none() {
            found = match lex.what {
                What::Roman(_) => self.roman(at),
                What::Sign(_) | What::Class(Class::Currency, _) => self.currency_first(at),
                // Only with an ending.
                What::Number(_) if !lex.suffix.is_empty() => self.dated(at),
                What::Date(..) | What::Class(Class::Month | Class::Quarter, _) => self.dated(at),
                _ => None,
            };
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
        // бірнеше миллион
        if from.checked_sub(1).is_some_and(|before| self.class(before) == Some(Class::Several)) {
            modifiers.insert(Modifier::Many);
        }
        // What follows and belongs to the phrase: астам, жуық, дейін …
        let mut taken = 0;
        while let Some(lex) = self.get(next).filter(|lex| lex.class() == Some(Class::After) && taken < 3) {
            let previous = &self.cluster[next - 1];
            let value = lex.value();
            let fits = match value {
                // бірге, шамасына are rows with their case.
                "upto" => {
                    let whole = matches!(previous.class(), Some(Class::Not | Class::After | Class::Age));
                    let ending = if whole { self.word(previous) } else { previous.suffix };
                    is_case(ending, &DATIVE) || previous.class() == Some(Class::RelativeTime)
                }
                "ge" => true,
                "gt" | "lt" => {
                    let word = self.word(lex);
                    is_case(previous.suffix, &ABLATIVE)
                        || (value == "gt" && word.starts("артық") && is_case(previous.suffix, &DATIVE))
                        || (value == "gt" && word.starts("астам") && !is_case(previous.suffix, &DATIVE))
                }
                "le" => is_case(previous.suffix, &ABLATIVE),
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
        // 3 пен 5 доллар аралығында
        let ranges =
            matches!(value, Value::Range(..) | Value::Durations(..) | Value::Dates(..) | Value::Times(..));
        if ranges && self.class(next) == Some(Class::RangeEnd) {
            next += 1;
        }
        let last = &self.cluster[next - 1];
        // бес мың теңгедей, он пайыздайы
        let counted = matches!(
            last.class(),
            Some(
                Class::Unit
                    | Class::Currency
                    | Class::Hundredth
                    | Class::Percent
                    | Class::ClockUnit
                    | Class::DayUnit
            )
        );
        if counted && starts(last.suffix, &APPROXIMATE) {
            modifiers.insert(Modifier::Approximate);
        }
        let start = self.cluster[from].start;
        let suffix = last.written_suffix();
        Some((
            Number { text: &self.text[start..last.end], start, kind, value, unit, modifiers, suffix },
            next,
        ))
    }

    /// Numbers that count or rank something, and what they count.
    fn counted(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let mut amount = self.range(at)?;
        let none = amount.modifiers;
        let next = amount.next;
        // алғашқы тоқсанда, әр тоқсан: a quarter of a year
        if matches!(self.cluster[at].what, What::Ten(90))
            && at > 0
            && next == at + 1
            && matches!(self.class(at - 1), Some(Class::RelativeAdjective | Class::Every))
        {
            return None;
        }
        // төртінші ширек, 4-ширек, екінші жартысы: a part of a game, of a year
        let ranked = |at: usize| ranks(self.cluster[at].suffix) || self.sign(at) == Some('-');
        let part = matches!(self.class(at), Some(Class::Quarter | Class::Half));
        if part && next == at + 1 && at > 0 && ranked(at - 1) {
            return None;
        }
        match self.sign(next) {
            // 20-пайыз: a hyphen too many
            Some('-')
                if !amount.words
                    && amount.suffix.is_empty()
                    && self.joins(next)
                    && matches!(self.class(next + 1), Some(Class::Percent | Class::Currency)) =>
            {
                amount.next += 1;
            }
            Some('(') => self.say_again(at, &mut amount),
            _ => {}
        }
        let next = amount.next;
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
                (amount.next, amount.suffix) = (next + 1, Ending::NONE);
            }
        }
        let rough =
            amount.modifiers.contains(Modifier::Approximate) || amount.modifiers.contains(Modifier::Many);
        let cut = amount.suffix.is_empty() || amount.suffix.is("ақ") || rough;
        let next = amount.next;
        if let Some(sign) = amount.percent {
            return self.number(at, next, NumberKind::Percent, amount.value, Some(sign), none);
        }
        let follows = self.get(next).map(|lex| lex.what);
        if matches!(follows, Some(What::Class(..) | What::Sign(_) | What::Ten(90))) {
            if cut && !amount.ordinal {
                if let Some(found) = self.unit(at, &amount) {
                    return Some(found);
                }
            }
            if let Some(found) = self.day_unit(at, &amount) {
                return Some(found);
            }
            if cut && self.is_joined_to_word(next, &amount) {
                return self.number(at, next, NumberKind::Ordinal, amount.value, None, none);
            }
        }
        if amount.is_only() || amount.one && self.is_article(at, next) {
            return None;
        }
        if let Some(value) = self.age_told_before(at, &amount) {
            return self.number(at, next, NumberKind::Date, value, None, none);
        }
        if let Some(value) = self.years_in_brackets(at, &amount) {
            return self.number(at, next, NumberKind::Date, value, None, none);
        }
        let kind = if amount.ordinal { NumberKind::Ordinal } else { NumberKind::Cardinal };
        self.number(at, next, kind, amount.value, None, none)
    }

    /// 3-сынып: digits, a hyphen and a word.
    fn is_joined_to_word(&self, next: usize, amount: &Amount<'t>) -> bool {
        if amount.words || self.sign(next) != Some('-') || self.cluster[next].spaced {
            return false;
        }
        let joined = match self.get(next + 1) {
            None => self.after().is_some_and(|(start, _)| start == self.cluster[next].end),
            // 5-тармақ, 3-күні: a word that means something to numbers elsewhere
            Some(word) => !word.spaced && matches!(word.what, What::Class(..)),
        };
        let whole = || match amount.value {
            Value::Decimal(value) => value.is_integer(),
            Value::Range(low, high) => low.is_integer() && high.is_integer(),
            _ => false,
        };
        joined && whole()
    }

    /// Takes in a number that stands in brackets again, in words after digits or in digits after words, with what comes after them:
    /// 30 (отыз) пайыз.
    fn say_again(&self, at: usize, amount: &mut Amount<'t>) {
        let next = amount.next;
        let Value::Decimal(value) = amount.value else { return };
        if !amount.suffix.is_empty() || amount.ordinal || amount.percent.is_some() {
            return;
        }
        let digits = |at: usize| matches!(self.get(at).map(|lex| lex.what), Some(What::Number(_)));
        let again = self.unsigned(next + 1).filter(|again| {
            self.sign(again.next) == Some(')')
                && again.value == amount.value
                && again.suffix.is_empty()
                && again.percent.is_none()
                && digits(at) != digits(next + 1)
        });
        let Some(again) = again else { return };
        (amount.next, amount.one) = (again.next + 1, false);
        if let Some((value, next, suffix)) = self.then_scale(value, amount.next, amount.suffix) {
            (amount.value, amount.next, amount.suffix) = (value.into(), next, suffix);
        }
    }

    /// бір as an article, by the words beside it.
    fn is_article(&self, at: usize, next: usize) -> bool {
        if self.class(next) == Some(Class::After) {
            return false;
        }
        let before = if at == 0 { self.word_of(self.before()) } else { "" };
        let after = match self.get(next) {
            None => self.word_of(self.after()),
            Some(lex) if lex.class() == Some(Class::DayUnit) => self.word(lex).as_str(),
            Some(_) => "",
        };
        makes_article(before, after)
    }
}

/// Whether an ending is of a case: itself or after a possessive.
fn is_case(suffix: Ending<'_>, case: &[&str]) -> bool {
    case.iter().any(|ending| suffix.ends(ending))
}
