//! Reading a cluster.

use super::ending::Ending;
use super::lex::{Class, Lex, What, currency_of};
use super::tables::{
    ABLATIVE, APPROXIMATE, ATTRIBUTIVE, BARE_DATIVE, COLLECTIVE, DATIVE, GENITIVE, HAVING, INSTRUMENTAL,
    LOCATIVE, MANY, ORDINAL, ORDINAL_OF_DIGITS, PLACE, PLURAL, POSSESSIVE, RATIOS,
};
use super::words::makes_article;
use super::{Beside, Modifier, Modifiers, Number, NumberKind};
use crate::numbers::notation::before_millions;
use crate::numbers::{Date, Decimal, Duration, DurationUnit, Time, Value, Year};
use crate::segment::is_digit_suffix;
use core::cell::Cell;

/// What reads a cluster.
pub(super) struct Reader<'r, 't> {
    relative: bool,
    text: &'t str,
    cluster: &'r [Lex<'t>],
    /// The words beside the cluster.
    before: Beside,
    after: Beside,
    /// A place known to be no identifier: a phrase is asked, and then the number that it starts with.
    no_identifier: Cell<usize>,
}

/// A number without its unit.
#[derive(Clone, Copy, Debug)]
struct Amount<'t> {
    value: Value,
    /// The next token of the cluster.
    next: usize,
    suffix: Ending<'t>,
    ordinal: bool,
    percent: Option<&'static str>,
    modifiers: Modifiers,
    /// In words throughout.
    words: bool,
    /// The bare word бір.
    one: bool,
}

impl Amount<'_> {
    /// бір-ақ, which is also "but", "at once".
    fn is_only(&self) -> bool {
        self.suffix.is("ақ") && self.value == Value::integer(1) && self.words
    }
}

#[inline]
fn has_ordinal(suffix: Ending<'_>, words: bool) -> bool {
    // Most numbers have no ending.
    !suffix.is_empty() && is_ordinal(suffix, words)
}

fn is_ordinal(suffix: Ending<'_>, words: bool) -> bool {
    ranks(suffix) || (!words && starts(suffix, &ORDINAL_OF_DIGITS))
}

/// Whether an ending is of an ordinal: -нш-.
fn ranks(suffix: Ending<'_>) -> bool {
    ORDINAL.iter().any(|form| suffix.has(form))
}

#[inline]
fn marks(suffix: Ending<'_>) -> Modifiers {
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

fn is_one_of(suffix: Ending<'_>, forms: &[&str]) -> bool {
    forms.iter().any(|form| suffix.is(form))
}

/// What parts the groups of a phone number.
const SPACES: [char; 2] = [' ', '\u{a0}'];

/// Two or three capitals, as on number plates.
fn is_of_capitals(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// No more words than these stand before a time: таңғы сағат.
const PREFIX: usize = 3;

/// Whether a suffix starts with one of several.
fn starts(suffix: Ending<'_>, with: &[&str]) -> bool {
    with.iter().any(|form| suffix.starts(form))
}

impl<'r, 't> Reader<'r, 't> {
    pub(super) fn new(
        relative: bool,
        text: &'t str,
        cluster: &'r [Lex<'t>],
        [before, after]: [Beside; 2],
    ) -> Reader<'r, 't> {
        Reader { relative, text, cluster, before, after, no_identifier: Cell::new(usize::MAX) }
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
            let numbered = self.sign(at) == Some('№');
            let mut words = true;
            while let Some(lex) = self.get(next) {
                // A number in words after нөмірі is its name as well; in brackets after it is another.
                words &= lex.is_numeral();
                let belongs = match lex.what {
                    What::Sign('(') => {
                        let digits = self.get(next + 1).map(|lex| lex.what);
                        !numbered && matches!(digits, Some(What::Number(_) | What::Odd))
                    }
                    // № 415 2003 жылғы
                    What::Number(_) => {
                        !numbered || next == at + 1 || !lex.spaced || self.sign(next - 1).is_some()
                    }
                    What::Odd | What::Fraction(..) | What::Roman(_) | What::Clock(..) => true,
                    What::Sign('-' | '/' | '+' | ')') => true,
                    _ => words,
                };
                if !belongs {
                    break;
                }
                next += 1;
            }
        }
        next
    }

    /// Whether digits are part of a name: after № and the like, glued to letters by a hyphen, a phone number, versions.
    #[inline]
    fn is_identifier(&self, at: usize) -> bool {
        let Some(lex) = self.get(at) else { return false };
        match lex.what {
            What::Odd => true,
            What::Number(_) => {
                if self.no_identifier.get() == at {
                    return false;
                }
                let is = self.names_something(at);
                if !is {
                    self.no_identifier.set(at);
                }
                is
            }
            _ => at > 0 && self.class(at - 1) == Some(Class::Identifier) && lex.is_numeral(),
        }
    }

    fn names_something(&self, at: usize) -> bool {
        let Some(lex) = self.get(at) else { return false };
        let What::Number(value) = lex.what else { return false };
        let text = &self.text[lex.start..lex.end];
        let digits = || text.bytes().all(|byte| byte.is_ascii_digit());
        // Twelve digits in a row are an IIN or a BIN, longer ones accounts.
        if text.len() >= 11 && self.get(at + 1).is_none() && value.digits() % 1000 != 0 && digits() {
            return true;
        }
        // 007, and the groups of an account: 0410 0100
        if text.len() > 1 && text.starts_with('0') && digits() {
            let dated = matches!(self.class(at + 1), Some(Class::Month | Class::DayUnit | Class::ClockUnit));
            if !dated {
                return true;
            }
        }
        let named = match at.checked_sub(1) {
            None => self.is_named_by_word_before(text),
            Some(before) => self.is_named_by_token_before(at, &self.cluster[before], text),
        };
        named
            || match self.get(at + 1).map(|lex| lex.what) {
                // 777 AAA 02: number plates.
                None => text.len() == 3 && is_of_capitals(self.word_of(self.after)),
                Some(What::Sign('-')) => self.starts_groups(at, value),
                // 8 (7172) 74-00-00
                Some(What::Sign('(')) => {
                    self.sign(at + 3) == Some(')')
                        && self.sign(at + 5) == Some('-')
                        && matches!(self.get(at + 2).map(|lex| lex.what), Some(What::Number(_)))
                }
                // 8 701 111 45 67
                Some(What::Number(_)) => {
                    let pair = |at: usize| {
                        self.get(at).is_some_and(|lex| {
                            matches!(lex.what, What::Number(_)) && lex.end - lex.start == 2
                        })
                    };
                    text.strip_prefix('8').is_some_and(|rest| rest.starts_with(SPACES))
                        && pair(at + 1)
                        && pair(at + 2)
                }
                // 2.1 нұсқасы, Android 8 нұсқасы, but 2 нұсқасы бар
                Some(What::Class(Class::Version, _)) => {
                    let name = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic());
                    text.contains('.') || at == 0 && name(self.word_of(self.before))
                }
                _ => false,
            }
    }

    /// KZ86 1250 …, A 02: digits with which a cluster begins.
    fn is_named_by_word_before(&self, text: &str) -> bool {
        let word = self.word_of(self.before);
        let account = word.len() == 4
            && word.bytes().take(2).all(|b| b.is_ascii_uppercase())
            && word.bytes().skip(2).all(|b| b.is_ascii_digit());
        account || text.len() == 2 && text.starts_with('0') && is_of_capitals(word)
    }

    fn is_named_by_token_before(&self, at: usize, before: &Lex<'t>, text: &str) -> bool {
        match before.what {
            // COVID-19, Ми-8: a word before the hyphen.
            What::Sign('-') => {
                let joined = at == 1 && !before.spaced && !self.cluster[at].spaced;
                joined && self.before.is_some_and(|(_, end)| end == before.start)
            }
            // +7 701 …, +7(701)1114567
            What::Sign('+') => self.sign(at + 1) == Some('(') || text.len() > 6 && text.contains(SPACES),
            What::Sign('№') | What::Class(Class::Identifier, _) => true,
            _ => false,
        }
    }

    /// Digits with a hyphen after them that are a score, a number of a law or of a phone.
    fn starts_groups(&self, at: usize, value: Decimal) -> bool {
        let what = |at: usize| self.get(at).map(|lex| lex.what);
        // 415-XII, as laws are numbered
        if self.joins(at + 1) && matches!(what(at + 2), Some(What::Roman(_))) {
            return true;
        }
        // 3-0, 15-2: a score, a house, an article of a law. What goes down is no range, unless it counts something.
        if self.joins(at + 1) {
            if let Some(Lex { what: What::Number(second), suffix: Ending::NONE, .. }) = self.get(at + 2) {
                let counts = matches!(
                    what(at + 3),
                    Some(
                        What::Scale(_)
                            | What::Sign('%' | '°')
                            | What::Class(
                                Class::Unit
                                    | Class::Currency
                                    | Class::Percent
                                    | Class::DayUnit
                                    | Class::ClockUnit
                                    | Class::Month,
                                _
                            )
                    )
                );
                let bare = self.cluster[at].suffix.is_empty();
                if bare && value < Decimal::from(1000) && *second <= value && !counts {
                    return true;
                }
            }
        }
        // Groups of digits joined by hyphens: phones.
        let hyphens = (0..3).take_while(|n| {
            self.sign(at + 2 * n + 1) == Some('-')
                && matches!(what(at + 2 * n + 2), Some(What::Number(_)))
                && !self.cluster[at + 2 * n + 2].spaced
        });
        hyphens.count() >= 2
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

    /// Whether a time may start here: an hour in digits has its minutes with it, and one in words that nothing tells has them next.
    fn may_be_time(&self, at: usize) -> bool {
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
        let kind = if amount.ordinal { NumberKind::Ordinal } else { NumberKind::Cardinal };
        self.number(at, next, kind, amount.value, None, none)
    }

    /// жасы 57-де, жасы алпыстан асқан: an age after the word that says so.
    fn age_told_before(&self, at: usize, amount: &Amount<'t>) -> Option<Value> {
        if self.class(at.checked_sub(1)?) != Some(Class::Aged) || amount.ordinal {
            return None;
        }
        let ended = amount.next == self.cluster.len() && self.after.is_none();
        let cased =
            [&LOCATIVE[..], &ABLATIVE, &DATIVE].into_iter().any(|case| is_one_of(amount.suffix, case));
        let may_be = |years: Decimal| years >= Decimal::from(1) && years < Decimal::from(150);
        let possible = match amount.value {
            Value::Decimal(years) => may_be(years),
            Value::Range(from, to) => may_be(from) && may_be(to),
            _ => false,
        };
        let ranges = matches!(amount.value, Value::Range(..));
        if !possible || !(cased || ranges || ended && amount.suffix.is_empty()) {
            return None;
        }
        durations(amount.value, |years| Duration::new(years, DurationUnit::Year))
    }

    /// 3-сынып: digits, a hyphen and a word.
    fn is_joined_to_word(&self, next: usize, amount: &Amount<'t>) -> bool {
        if amount.words || self.sign(next) != Some('-') || self.cluster[next].spaced {
            return false;
        }
        let joined = match self.get(next + 1) {
            None => self.after.is_some_and(|(start, _)| start == self.cluster[next].end),
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
        let before = if at == 0 { self.word_of(self.before) } else { "" };
        let after = match self.get(next) {
            None => self.word_of(self.after),
            Some(lex) if lex.class() == Some(Class::DayUnit) => self.word(lex).as_str(),
            Some(_) => "",
        };
        makes_article(before, after)
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
                && is_case(self.cluster[next - 1].suffix, &ABLATIVE))
        {
            next += 1;
        }
        self.number(at, next, NumberKind::Time, value, None, modifiers)
    }

    /// Years, months, days with a number.
    fn day_unit(&self, at: usize, amount: &Amount<'t>) -> Option<(Number<'t>, usize)> {
        let mut next = amount.next;
        // 70-жылдары, 2019-жылы, 19-ғасыр, 25-қараша, 3-тоқсан
        let joined = self.joins(next) && !amount.words && amount.suffix.is_empty();
        if joined {
            let lex = self.get(next + 1)?;
            match (lex.class(), lex.value()) {
                (Some(Class::DayUnit), "Y" | "C" | "J") | (Some(Class::Month), _) => next += 1,
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
                let plural = || starts(lex.suffix, &PLURAL);
                next += 1;
                let year = |value: Decimal| -> Option<Date> {
                    let year = value.to_integer().and_then(|year| u16::try_from(year).ok())?;
                    // тоқсан бірінші жылы
                    let year = match u8::try_from(year) {
                        Ok(year @ 1..100) => Year::OfCentury(year),
                        _ => Year::Exact(year),
                    };
                    Some(Date { year, month: 0, day: 0 })
                };
                let ago = || self.get(next).is_some_and(|lex| self.word(lex).starts("бұрын"));
                // тоқсаныншы жылдары, 90-жылдары, 2000 жылдары
                if unit == "Y" && (ordinal || !amount.words) && plural() {
                    let value = match amount.value {
                        Value::Decimal(value) => decade(value).map(Value::Date),
                        Value::Range(low, high) if joined || high < Decimal::from(100) => {
                            decade(low).zip(decade(high)).map(|(low, high)| Value::Dates(low, high))
                        }
                        _ => None,
                    };
                    if let Some(value) = value {
                        return self.date_tail(at, next, value, amount.modifiers);
                    }
                }
                // 552 ж., 751 жылы, 732 жылдың күзінде: of hundreds too
                let of_season = || {
                    is_one_of(lex.suffix, &GENITIVE)
                        && matches!(self.class(next), Some(Class::Season | Class::Month))
                };
                let early = !amount.words && (lex.suffix.starts("ы") || is_short(lex) || of_season());
                // 2000 жылдан астам, 1500 жылға жуық, 1500 жылдық: so long a time
                let lasts = || {
                    !lex.suffix.is("ы")
                        && (starts(lex.suffix, &ATTRIBUTIVE)
                            || self.get(next).is_some_and(|lex| {
                                lex.class() == Some(Class::After)
                                    && matches!(lex.value(), "gt" | "lt" | "approx")
                            }))
                };
                // жылғы is a row of its own.
                let bare = lex.suffix.is_empty() && lex.end - lex.start <= "жыл".len();
                let is_year = |value: Decimal| {
                    let whole = value.to_integer();
                    unit == "Y"
                        && (ordinal || !(ago() || lasts()))
                        && (amount.ordinal
                            || early && whole.is_some_and(|year| (100..1000).contains(&year))
                            || whole.is_some_and(|year| (1000..2200).contains(&year))
                                && (!amount.words || !bare))
                };
                let value = match (unit, amount.value) {
                    ("Y", Value::Decimal(value)) if is_year(value) => {
                        let year = year(value)?;
                        // 2019 жылғы 25 қараша
                        if let Some((value, after)) = self.days_of_month(next, year.year) {
                            return self.date_tail(at, after, value, amount.modifiers);
                        }
                        // 2019 жылдың қарашасында
                        if let Some(month) = self.get(next).filter(|lex| lex.class() == Some(Class::Month)) {
                            let month = month.value().parse().ok()?;
                            let value = Value::Date(Date { month, ..year });
                            return self.date_tail(at, next + 1, value, amount.modifiers);
                        }
                        Value::Date(year)
                    }
                    ("Y", Value::Range(low, high))
                        if early && is_year(low) && is_year(high)
                            || high.to_integer().is_some_and(|year| (1000..2200).contains(&year)) =>
                    {
                        Value::Dates(year(low)?, year(high)?)
                    }
                    ("C", Value::Decimal(value)) if ordinal => {
                        let century = value.to_integer().and_then(|century| u8::try_from(century).ok())?;
                        Value::Date(Date { year: Year::Century(century), month: 0, day: 0 })
                    }
                    // он тоғызыншы – жиырмасыншы ғасырлар
                    ("C", Value::Range(low, high)) if ordinal => {
                        let century = |value: Decimal| {
                            let century =
                                value.to_integer().and_then(|century| u8::try_from(century).ok())?;
                            Some(Date { year: Year::Century(century), month: 0, day: 0 })
                        };
                        Value::Dates(century(low)?, century(high)?)
                    }
                    // 1 жыл 6 ай, 5 ай 10 күн
                    ("Y" | "M", value) if !ordinal => {
                        let unit = if unit == "Y" { DurationUnit::Year } else { DurationUnit::Month };
                        let (value, after) = self.lasting(value, unit, next)?;
                        next = after;
                        value
                    }
                    ("C", value) => durations(value, |amount| duration_of(amount, "C"))?,
                    (unit, value) if !ordinal => durations(value, |amount| duration_of(amount, unit))?,
                    _ => Value::Relative,
                };
                self.date_tail(at, next, value, amount.modifiers)
            }
            Class::Month => {
                let (value, mut after) = self.days_of_month(at, Year::Open)?;
                // 25 қараша 2019 жыл
                let mut dated = value;
                if let (Value::Date(date), true) = (value, lex.suffix.is_empty()) {
                    if let Some((year, next)) = self.year_after_month(after) {
                        dated = Value::Date(Date { year: Year::Exact(year), ..date });
                        after = next + usize::from(self.is_year_unit(next));
                    }
                }
                self.date_tail(at, after, dated, amount.modifiers)
            }
            Class::Age if self.is_age(next) => self.age(at, next, amount.value, amount.modifiers),
            _ => None,
        }
    }

    fn is_year_unit(&self, at: usize) -> bool {
        self.get(at).is_some_and(|lex| lex.class() == Some(Class::DayUnit) && lex.value() == "Y")
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
            None => self.after.is_none(),
            Some(lex) => matches!(lex.what, What::Sign('–' | '-' | '(' | ')')),
        };
        let year = value.to_integer().filter(|year| (1000..2200).contains(year))?;
        (self.is_year_unit(next) || may_end && ends()).then_some((u16::try_from(year).ok()?, next))
    }

    /// 25 қараша, бірінші мамыр, 10–15 маусым: a day or days of a month, and what is next.
    fn days_of_month(&self, at: usize, year: Year) -> Option<(Value, usize)> {
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
    fn joined_date(&self, at: usize) -> Option<(Value, usize)> {
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

    /// A length of time with its smaller units, and what is next: 3 сағат 50 минут. `next` is what follows the first unit.
    fn lasting(&self, value: Value, unit: DurationUnit, next: usize) -> Option<(Value, usize)> {
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
    fn age(&self, at: usize, next: usize, value: Value, modifiers: Modifiers) -> Option<(Number<'t>, usize)> {
        let bare = self.get(next).is_some_and(|lex| lex.value().is_empty());
        let (value, after) = if bare && self.has_months_of_age(next + 1) {
            self.lasting(value, DurationUnit::Year, next + 1)?
        } else {
            (durations(value, |amount| Duration::new(amount, DurationUnit::Year))?, next + 1)
        };
        self.number(at, after, NumberKind::Date, value, None, modifiers)
    }

    /// Whether жас after a number is an age: жиырма жас маман are twenty young people.
    fn is_age(&self, at: usize) -> bool {
        let alone = at + 1 == self.cluster.len() && self.after.is_none();
        self.get(at).is_some_and(|lex| !lex.value().is_empty())
            || alone
            || matches!(self.class(at + 1), Some(Class::RangeEnd | Class::After | Class::Span))
            || self.has_months_of_age(at + 1)
    }

    /// 3 жастан 6 жасқа дейін, 25 қараша мен 3 желтоқсан аралығында: two dates or lengths of time as one. `next` is what follows the first.
    fn stretch(&self, first: &Number<'t>, next: usize) -> Option<(Number<'t>, usize)> {
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
    fn date_tail(
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

    fn dated(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let lex = self.get(at)?;
        let none = Modifiers::default();
        if let What::Date(day, month, year) = lex.what {
            let value = Value::Date(Date { year: Year::Exact(year), month, day });
            return self.date_tail(at, at + 1, value, none);
        }
        // 2017-де: a year with a case and nothing counted.
        if let (What::Number(value), true) = (lex.what, is_one_of(lex.suffix, &LOCATIVE)) {
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
        // 18.30-да: a time of day with a case and nothing counted
        if let (What::Number(_), true) = (lex.what, is_one_of(lex.suffix, &LOCATIVE)) {
            if let (Some((time, next)), Some(b'.')) =
                (self.hour_and_minute(at, ""), self.text.as_bytes().get(lex.start + 2))
            {
                return self.number(at, next, NumberKind::Time, Value::Time(time), None, none);
            }
        }
        // 18.00-ден 20.00-ге дейін: of decimals few have two digits before the stop and quarters of an hour after it
        if let (What::Number(_), true) = (lex.what, is_one_of(lex.suffix, &ABLATIVE)) {
            let quarter = |at: usize| {
                let lex = self.get(at)?;
                let (time, _) = self.hour_and_minute(at, "").filter(|&(_, next)| next == at + 1)?;
                let stop = self.text[lex.start..lex.end].find('.')?;
                (time.minute % 15 == 0).then_some((time, lex, stop))
            };
            let upto = |at: usize| self.get(at).is_some_and(|lex| lex.value() == "upto");
            if let (Some((from, ..)), Some((to, last, 2))) = (quarter(at), quarter(at + 1)) {
                if is_one_of(last.suffix, &DATIVE) && upto(at + 2) {
                    return self.number(at, at + 2, NumberKind::Time, Value::Times(from, to), None, none);
                }
            }
        }
        // 2005-тен бері
        let since = || self.get(at + 1).is_some_and(|lex| self.word(lex).is("бері"));
        if let (What::Number(value), true) = (lex.what, is_one_of(lex.suffix, &ABLATIVE) && since()) {
            let year = value.to_integer().filter(|year| (1500..2200).contains(year));
            if let Some(year) = year.and_then(|year| u16::try_from(year).ok()) {
                let value = Value::Date(Date { year: Year::Exact(year), month: 0, day: 0 });
                return self.date_tail(at, at + 1, value, none);
            }
        }
        // қыркүйектің біріне дейін
        if lex.class() == Some(Class::Month) && is_one_of(lex.suffix, &GENITIVE) {
            let month = lex.value().parse().ok()?;
            let day = |at: usize| -> Option<(Date, Amount<'t>)> {
                let amount = self.amount(at)?;
                let Value::Decimal(day) = amount.value else { return None };
                let day = day
                    .to_integer()
                    .and_then(|day| u8::try_from(day).ok())
                    .filter(|day| (1..=31).contains(day))?;
                Some((Date { year: Year::Open, month, day }, amount))
            };
            let (first, amount) = day(at + 1)?;
            // мамырдың 3-інен 25-іне дейін, мамырдың 3-і мен 5-і аралығында
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
                    return self.date_tail(at, second.next + with, Value::Dates(first, last), none);
                }
            }
            return self.date_tail(at, amount.next, Value::Date(first), none);
        }
        // ширек ғасыр
        if lex.class() == Some(Class::Quarter) && self.get(at + 1).is_some_and(|lex| lex.value() == "C") {
            let value = Value::Duration(Duration::new(Decimal::from(25), DurationUnit::Year));
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

    /// ₸5 000, $5.99
    fn currency_first(&self, at: usize) -> Option<(Number<'t>, usize)> {
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

    /// Times of day.
    fn time(&self, at: usize) -> Option<(Number<'t>, usize)> {
        let none = Modifiers::default();
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
        while self.class(next) == Some(Class::Span)
            || (self.class(next) == Some(Class::SpanAfter)
                && is_case(self.cluster[next - 1].suffix, &ABLATIVE))
        {
            next += 1;
        }
        self.number(at, next, NumberKind::Time, value, None, none)
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
    fn hour_and_minute(&self, at: usize, part: &str) -> Option<(Time, usize)> {
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
                let adjective = self.word(lex).ends("ы") || self.word(lex).ends("і");
                if adjective && matches!(self.class(next), Some(Class::DayUnit | Class::Season)) {
                    next += 1;
                    if let Some(found) = self.within_year(at, next) {
                        return Some(found);
                    }
                } else if let (true, Some(found)) = (adjective, self.part_of_this_year(at, next)) {
                    return Some(found);
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
                    Class::DayUnit => self.within_year(at, next + 1).or_else(|| date(next + 1)),
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
        if !(self.is_year_unit(next - 1) && is_one_of(year.suffix, &GENITIVE)) {
            return None;
        }
        if let Some((value, after)) = self.days_of_month(next, Year::Open) {
            return self.date_tail(at, after, value, Modifiers::default());
        }
        let after = self.part_of_year(next)?;
        self.date_tail(at, after, Value::Relative, Modifiers::default())
    }

    /// What follows a quarter or a half of a year: бірінші тоқсанда, 2-жартысында.
    fn part_of_year(&self, at: usize) -> Option<usize> {
        let amount = self.amount(at)?;
        let joined = self.joins(amount.next);
        let part = self.get(amount.next + usize::from(joined))?;
        let is_part = match part.what {
            What::Ten(90) => true,
            What::Class(Class::DayUnit, unit) => matches!(unit, "J" | "Q"),
            What::Class(Class::Half, _) => starts(part.suffix, &POSSESSIVE),
            _ => false,
        };
        (is_part && (joined || amount.ordinal)).then_some(amount.next + usize::from(joined) + 1)
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

    /// A number or a range of numbers.
    #[inline]
    fn range(&self, at: usize) -> Option<Amount<'t>> {
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
        let counted = unit.is_some_and(|lex| match lex.class() {
            Some(Class::Unit | Class::Currency | Class::Percent | Class::DayUnit | Class::Month) => {
                is_case(lex.suffix, &DATIVE)
            }
            // A row for each case.
            Some(Class::Age) => is_case(self.word(lex), &DATIVE),
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
    fn amount(&self, at: usize) -> Option<Amount<'t>> {
        match self.get(at)?.what {
            What::Sign(_) | What::Class(Class::Minus | Class::Plus, _) => self.signed(at),
            _ => self.unsigned(at),
        }
    }

    fn signed(&self, at: usize) -> Option<Amount<'t>> {
        let lex = self.get(at)?;
        let minus = lex.class() == Some(Class::Minus)
            || matches!(lex.what, What::Sign('−'))
            || (matches!(lex.what, What::Sign('-'))
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
                    None => self.before.is_none_or(|(_, end)| end != lex.start),
                    // түнде -35 °С, but 2 сағат -3 сағат
                    Some(word) => match self.cluster[word].what {
                        What::Sign(sign) => matches!(sign, '(' | ')'),
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

    fn unsigned(&self, at: usize) -> Option<Amount<'t>> {
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

    /// Numbers in words.
    fn in_words(&self, at: usize) -> Option<Amount<'t>> {
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

    fn worded(&self, value: Decimal, next: usize, suffix: Ending<'t>, one: bool) -> Amount<'t> {
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
            || (next == self.cluster.len() && suffix.is_empty() && !value.is_integer() && whole > 1 && self.after.is_none());
        counted.then_some((value, next, suffix))
    }

    fn then_scale(
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

/// The hour of the day from that on the dial and the part of the day.
fn on_clock(hour: u8, part: &str) -> u8 {
    match (part, hour) {
        ("evening", 0..=11) | ("noon", 0..=8) | ("night", 8..=11) => hour + 12,
        ("night", 12) => 0,
        _ => hour,
    }
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

/// Whether a suffix is a case without a possessive, or none.
fn is_bare_case(suffix: Ending<'_>) -> bool {
    let cases: [&[&str]; 6] = [&LOCATIVE, &ABLATIVE, &BARE_DATIVE, &GENITIVE, &PLACE, &INSTRUMENTAL];
    suffix.is_empty() || cases.iter().any(|case| is_one_of(suffix, case))
}

/// The code of a unit for each of another, if there is one: сағатына 60 шақырым, мг/кг.
fn ratio(unit: &str, per: &str) -> Option<&'static str> {
    RATIOS.into_iter().find(|code| code.split_once('/') == Some((unit, per)))
}

/// Whether a word is an abbreviation: ж., жж.
fn is_short(lex: &Lex<'_>) -> bool {
    lex.end - lex.start <= "жж.".len()
}

fn power_of_ten(power: u8) -> Option<Decimal> {
    10i128.checked_pow(u32::from(power)).map(Decimal::from)
}

/// Whether an ending is of a case: itself or after a possessive.
fn is_case(suffix: Ending<'_>, case: &[&str]) -> bool {
    case.iter().any(|ending| suffix.ends(ending))
}

fn duration_of(amount: Decimal, unit: &str) -> Duration {
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
