//! Tokens to what the grammar of numbers is about.

use super::ending::Ending;
use super::tables::CURRENCY_SIGNS;
use super::words::{self, Found};
use crate::numbers::Decimal;
use crate::numbers::notation::vulgar;
use crate::segment::{
    Class as CharClass, PlainNumber, Token, TokenKind, class_of, cyrillic_run, is_digit_suffix,
};

/// The classes of `data/numbers/finding.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Collective,
    Half,
    AndHalf,
    Quarter,
    Forty,
    Whole,
    And,
    Minus,
    Plus,
    Percent,
    PerMille,
    Point,
    Currency,
    Hundredth,
    Land,
    Unit,
    ClockUnit,
    DayUnit,
    Age,
    Aged,
    Month,
    Season,
    PartOfDay,
    Before,
    After,
    Span,
    SpanAfter,
    Relative,
    RelativeTime,
    RelativeAdjective,
    Several,
    Rough,
    Every,
    Identifier,
    Version,
    Not,
    Per,
    Weather,
    Square,
    Cube,
    With,
    RangeEnd,
    Hesitation,
}

/// What a token is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// 0 to 9 in words.
    Digit(u8),
    Ten(u8),
    Hundred,
    /// A power of ten in words.
    Scale(u8),
    Class(Class, &'static str),
    /// Digits.
    Number(Decimal),
    /// Digits with a percent sign (`%`) or a per mille sign.
    Percent(Decimal, char),
    /// 1/2
    Fraction(i64, u64),
    /// 16.12.1991
    Date(u8, u8, u16),
    /// 18:00
    Clock(u8, u8),
    /// A Roman numeral.
    Roman(u8),
    /// Digits that are no number: versions, ratios, addresses.
    Odd,
    /// - – — … / : ₸ № and the like.
    Sign(char),
    /// A word that is nothing to the grammar but stands right before or after what is.
    Other,
}

impl What {
    /// Whether a cluster with it may be a number; no cluster without one is. Codegen says the same of the tables' words, for the sieve.
    pub(super) fn may_count(self) -> bool {
        match self {
            What::Digit(_)
            | What::Ten(_)
            | What::Hundred
            | What::Scale(_)
            | What::Number(_)
            | What::Percent(..)
            | What::Fraction(..)
            | What::Date(..)
            | What::Clock(..)
            | What::Roman(_) => true,
            What::Class(class, value) => match class {
                Class::Collective | Class::Half | Class::Quarter | Class::Forty | Class::Rough => true,
                // түскі бірге
                Class::Not => !value.is_empty(),
                _ => false,
            },
            What::Odd | What::Sign(_) | What::Other => false,
        }
    }
}

/// A token of a cluster.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lex<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What,
    /// The ending of a word or of digits.
    pub(super) suffix: Ending<'t>,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

impl<'t> Lex<'t> {
    /// A word that starts at a place of a text.
    #[inline]
    pub(super) fn of(found: Found, text: &'t str, start: usize, spaced: bool) -> Lex<'t> {
        let suffix = Ending::of(found.ending(text, start));
        Lex { start, end: found.end(start), what: *found.what, suffix, spaced }
    }

    /// Its ending, if it has one.
    pub(super) fn written_suffix(&self) -> Option<&'t str> {
        Some(self.suffix.as_str()).filter(|suffix| !suffix.is_empty())
    }

    pub(super) fn class(&self) -> Option<Class> {
        match self.what {
            What::Class(class, _) => Some(class),
            _ => None,
        }
    }

    pub(super) fn value(&self) -> &'static str {
        match self.what {
            What::Class(_, value) => value,
            _ => "",
        }
    }

    /// Whether no phrase with a number starts so: what follows one, most of all. A unit starts one where it says for each of what (гектарына).
    pub(super) fn opens_nothing(&self) -> bool {
        match self.what {
            What::Class(class, value) => match class {
                Class::Percent
                | Class::Hundredth
                | Class::Unit
                | Class::DayUnit
                | Class::Age
                | Class::Aged
                | Class::After
                | Class::Span
                | Class::SpanAfter
                | Class::And
                | Class::With => true,
                Class::Not => value.is_empty(),
                _ => false,
            },
            What::Sign(sign) => matches!(sign, '(' | ')' | '/' | '%' | '…'),
            _ => false,
        }
    }

    /// Whether it is a word.
    pub(super) fn is_worded(&self) -> bool {
        self.is_numeral() || self.class().is_some()
    }

    pub(super) fn is_numeral(&self) -> bool {
        matches!(
            self.what,
            What::Digit(_) | What::Ten(_) | What::Hundred | What::Scale(_) | What::Class(Class::Forty, _)
        )
    }
}

/// What a token is; `None` for what breaks a cluster. The text is that the token is of, for forms of several words.
pub(super) fn lex<'t>(text: &'t str, token: &Token<'t>) -> Option<Lex<'t>> {
    let span = token.span();
    let at = |what: What, suffix: &'t str| Lex {
        start: span.start,
        end: span.end,
        what,
        suffix: Ending::of(suffix),
        spaced: true,
    };
    match token.kind() {
        TokenKind::Number => {
            let (base, suffix) = token.parts();
            Some(at(digits(base), suffix))
        }
        TokenKind::Word | TokenKind::Abbreviation => match word(text, span.start, span.end) {
            // ІІ is two, not what a transcript writes for a sound.
            Some(sound) if sound.class() == Some(Class::Hesitation) && may_be_roman(token.as_str()) => {
                roman(token).map_or(Some(sound), |(value, suffix)| Some(at(What::Roman(value), suffix)))
            }
            Some(found) => Some(found),
            None if may_be_roman(token.as_str()) => {
                roman(token).map(|(value, suffix)| at(What::Roman(value), suffix))
            }
            None => None,
        },
        TokenKind::Punctuation | TokenKind::Symbol => {
            if token.as_str() == "℃" {
                let (suffix, end) = ending_of_sign(text, '°', span.end);
                return Some(Lex { end, ..at(What::Class(Class::Unit, "degC"), suffix) });
            }
            let sign = sign_of(token.as_str())?;
            if let ('°', Some((letter, suffix))) = (sign, letter_of_degrees(text.get(span.end..)?)) {
                let end = span.end + letter;
                return Some(Lex { end, ..at(What::Class(Class::Unit, "degC"), suffix) });
            }
            if token.as_str().len() > sign.len_utf8() {
                return Some(at(What::Sign(sign), token.suffix().unwrap_or("")));
            }
            let (suffix, end) = ending_of_sign(text, sign, span.end);
            Some(Lex { end, ..at(What::Sign(sign), suffix) })
        }
        _ => None,
    }
}

/// How long the letter after the sign of degrees is, with its ending, and that: 36,5°С-қа.
fn letter_of_degrees(after: &str) -> Option<(usize, &str)> {
    let word = after.find(|c: char| !c.is_alphabetic() && c != '-').map_or(after, |end| &after[..end]);
    let (letter, suffix) = word.split_once('-').unwrap_or((word, ""));
    matches!(letter, "С" | "C").then_some((word.trim_end_matches('-').len(), suffix.trim_end_matches('-')))
}

/// The ending that the sign of a currency, or of degrees, has after a hyphen, and where both end: 200 $-ға. The tokenizer parts them.
pub(super) fn ending_of_sign(text: &str, sign: char, end: usize) -> (&str, usize) {
    let rest = text.get(end..).unwrap_or("");
    let Some(after) = rest.strip_prefix(['-', '‐', '‑']) else { return ("", end) };
    let start = end + rest.len() - after.len();
    let stop = start + cyrillic_run(after.as_bytes(), 0);
    let ending = &text[start..stop];
    let ends = !text[stop..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '‐' | '‑'));
    if ends && is_digit_suffix(ending) && (sign == '°' || currency_of(sign).is_some()) {
        (ending, stop)
    } else {
        ("", end)
    }
}

/// The sign that a token is to the grammar.
fn sign_of(token: &str) -> Option<char> {
    let first = token.chars().next()?;
    Some(match first {
        '-' | '‐' | '‑' => '-',
        '‒' | '–' | '—' | '―' => '–',
        '…' => '…',
        '.' if token.len() > 1 => '…',
        '(' | ')' | '−' | '+' | '%' | '‰' | '°' | '/' | '№' => first,
        _ if currency_of(first).is_some() => first,
        _ => return None,
    })
}

/// What a sign between two places is that the tokenizer would make a token of by itself.
pub(super) fn sign(text: &str, start: usize, end: usize) -> Option<char> {
    sign_of(text.get(start..end)?)
}

/// What a number is that starts at a place; its offsets are from there.
#[inline(always)]
pub(super) fn plain_number<'t>(
    text: &'t str,
    start: usize,
    number: &PlainNumber,
    spaced: bool,
) -> Option<Lex<'t>> {
    let token = text.get(start..start + number.end)?;
    if number.points[0] == number.end {
        let what = plain_digits(token).map_or_else(|| digits(token), What::Number);
        return Some(Lex { start, end: start + number.end, what, suffix: Ending::NONE, spaced });
    }
    let base = token.get(..number.digits)?;
    let [first, second] = number.points;
    let what = if first == number.digits {
        plain_digits(base).map(What::Number)
    } else if second < number.digits {
        plain_date(base, number.points)
    } else if number.digits - first == 4 {
        // Three digits after the sign: it may part groups.
        None
    } else {
        plain_decimal(base, first).map(What::Number)
    };
    let what = match what.unwrap_or_else(|| digits(base)) {
        What::Number(value) if number.percent => What::Percent(value, '%'),
        // Digits that are no number with a percent sign: so says the whole.
        _ if number.percent => digits(token.get(..=number.digits)?),
        what => what,
    };
    let suffix = Ending::of(token.get(number.ending..)?);
    Some(Lex { start, end: start + number.end, what, suffix, spaced })
}

/// Whether a word starts as Roman numerals do.
pub(super) fn may_be_roman(word: &str) -> bool {
    word.starts_with(['I', 'V', 'X', 'І', 'Х'])
}

/// What a word between two places is, Roman numerals aside.
pub(super) fn word(text: &str, start: usize, end: usize) -> Option<Lex<'_>> {
    words::find(text, start, end).map(|found| Lex::of(found, text, start, true))
}

/// What numerals between two places are that are written as one word: онбес.
pub(super) fn glued<'t>(text: &'t str, start: usize, end: usize, mut push: impl FnMut(Lex<'t>)) -> bool {
    let (mut at, mut before) = (start, None);
    while let Some((what, next)) = words::first_of_glued(text, at, end, before) {
        push(Lex { start: at, end: next, what, suffix: Ending::NONE, spaced: true });
        (at, before) = (next, Some(what));
    }
    before.and_then(|_| word(text, at, end)).map(push).is_some()
}

/// Whether a word between two places is several numerals.
pub(super) fn is_glued(text: &str, start: usize, end: usize) -> bool {
    words::first_of_glued(text, start, end, None).is_some()
}

/// The code of the currency of a sign.
pub(super) fn currency_of(sign: char) -> Option<&'static str> {
    CURRENCY_SIGNS.iter().find(|(form, _)| *form == sign).map(|(_, code)| *code)
}

/// A word token that is a numeral, a hyphen and a numeral (он-он бес), or a Roman numeral, a hyphen and something (XV-XVIII). So much of it
/// is known to be letters.
pub(super) fn twice<'t>(text: &'t str, token: &Token<'t>, run: usize) -> Option<(Lex<'t>, Lex<'t>, Lex<'t>)> {
    let is_hyphen = |c| matches!(c, '-' | '‐' | '‑');
    let hyphen = run + token.as_str().get(run..)?.find(is_hyphen)?;
    let (first, rest) = (&token.as_str()[..hyphen], token.as_str()[hyphen..].trim_start_matches(is_hyphen));
    let (start, middle) = (token.span().start, token.span().start + first.len());
    let (after, end) = (token.span().end - rest.len(), token.span().end);
    let half = |start: usize, end: usize| -> Option<Lex<'t>> {
        let piece = &text[start..end];
        let token =
            crate::segment::tokens(piece).next().filter(|token| token.as_str().len() == piece.len())?;
        let lex = |what, suffix| Lex { start, end, what, suffix: Ending::of(suffix), spaced: true };
        match words::find(piece, 0, piece.len()) {
            // бір-бірден: by itself бірден is another word.
            Some(Found { what: What::Class(Class::Not, digit), .. }) if *digit == "1" => {
                let ending =
                    piece.char_indices().nth("бір".chars().count()).map_or(piece.len(), |(at, _)| at);
                Some(lex(What::Digit(digit.parse().ok()?), &piece[ending..]))
            }
            Some(found) if found.end(0) == piece.len() => Some(lex(*found.what, found.ending(piece, 0))),
            _ => roman(&token).map(|(value, suffix)| lex(What::Roman(value), suffix)),
        }
    };
    // Ordinals are joined as well: жетінші-сегізінші ғасырлар.
    let first = half(start, middle).filter(|lex| lex.suffix.is_empty() || lex.suffix.has("нш"))?;
    let other = Lex { start: after, end, what: What::Other, suffix: Ending::NONE, spaced: false };
    let second = half(after, end);
    let second = match first.what {
        What::Roman(_) => second.unwrap_or(other),
        _ => second.filter(|second| {
            let collective = |lex: &Lex<'_>| lex.class() == Some(Class::Collective);
            (first.is_numeral() && (second.is_numeral() || collective(second)))
                || (collective(&first) && collective(second))
        })?,
    };
    let sign = Lex { start: middle, end: after, what: What::Sign('-'), suffix: Ending::NONE, spaced: false };
    Some((first, sign, second))
}

/// Roman numerals up to 39, also of Cyrillic letters, with an ending after a hyphen.
fn roman<'t>(token: &Token<'t>) -> Option<(u8, &'t str)> {
    let base = token.base();
    if base.is_empty() || base.chars().count() > 7 {
        return None;
    }
    let mut value = 0i32;
    let mut last = 0;
    let mut text = [0u8; 8];
    for (place, c) in base.chars().enumerate() {
        let (sign, worth) = match c {
            'I' | 'І' => (b'I', 1),
            'V' => (b'V', 5),
            'X' | 'Х' => (b'X', 10),
            _ => return None,
        };
        text[place] = sign;
        value += if worth > last { worth - 2 * last } else { worth };
        last = worth;
    }
    // One right form for each value.
    let mut right = [0u8; 8];
    let (mut rest, mut length) = (value, 0);
    for (worth, signs) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while rest >= worth {
            right.get_mut(length..length + signs.len())?.copy_from_slice(signs.as_bytes());
            length += signs.len();
            rest -= worth;
        }
    }
    (text == right).then(|| (u8::try_from(value).unwrap_or(0), token.suffix().unwrap_or("")))
}

/// Digits alone, no more than nineteen.
fn plain_digits(text: &str) -> Option<Decimal> {
    if text.len() > 19 {
        return None;
    }
    let mut value = 0u64;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + u64::from(byte - b'0');
    }
    Some(Decimal::from(i128::from(value)))
}

/// Digits with one decimal sign at a place.
fn plain_decimal(text: &str, point: usize) -> Option<Decimal> {
    if text.len() > 19 {
        return None;
    }
    let mut value = 0i64;
    for byte in text.bytes().filter(u8::is_ascii_digit) {
        value = value * 10 + i64::from(byte - b'0');
    }
    Some(Decimal::new(value.into(), u8::try_from(text.len() - point - 1).ok()?)?.normalized())
}

/// 16.12.1991, with its stops at two places.
fn plain_date(text: &str, points: [usize; 2]) -> Option<What> {
    let ([2, 5], 10, b'.') = (points, text.len(), text.as_bytes()[2]) else { return None };
    let number = |range: core::ops::Range<usize>| {
        text.as_bytes()[range].iter().fold(0, |value, byte| value * 10 + u16::from(byte - b'0'))
    };
    let (day, month, year) = (number(0..2) as u8, number(3..5) as u8, number(6..10));
    let possible = (1..=31).contains(&day) && (1..=12).contains(&month) && year >= 100;
    possible.then_some(What::Date(day, month, year))
}

/// What digits stand for, with a sign after them.
fn digits(base: &str) -> What {
    let number = base.trim_end_matches(|c: char| !c.is_numeric());
    let percent = base.chars().next_back().filter(|&sign| class_of(sign) == CharClass::Percent);
    if let Some(value) = decimal(number) {
        // A sign other than the percent sign between digits and ending is none of ours.
        return match percent {
            Some('‰') => What::Percent(value, '‰'),
            Some(_) => What::Percent(value, '%'),
            None => What::Number(value),
        };
    }
    if let Some(value) = base.chars().next().filter(|_| base.chars().count() == 1).and_then(vulgar) {
        return What::Fraction(value.0, value.1);
    }
    let part =
        |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    let mut parts = number.split(['.', '/', ':']);
    let (a, b, c, more) =
        (parts.next().and_then(part), parts.next().map(part), parts.next().map(part), parts.next());
    let sign = number.chars().find(|c| !c.is_ascii_digit());
    match (a, b, c, more, sign) {
        (Some(day), Some(Some(month)), Some(Some(year)), None, Some(sign @ ('.' | '/')))
            if (1..=31).contains(&day)
                && (1..=12).contains(&month)
                && number.len() >= 8
                && matches!((sign, number.len() - number.rfind(sign).unwrap_or(0)), (_, 5) | ('.', 3)) =>
        {
            let year = if year < 100 { 2000 + year } else { year };
            match (u8::try_from(day), u8::try_from(month), u16::try_from(year)) {
                (Ok(day), Ok(month), Ok(year)) => What::Date(day, month, year),
                _ => What::Odd,
            }
        }
        (Some(year), Some(Some(month)), Some(Some(day)), None, Some('.'))
            if (1..=31).contains(&day)
                && (1..=12).contains(&month)
                && number.len() == 10
                && number.find('.') == Some(4) =>
        {
            match (u8::try_from(day), u8::try_from(month), u16::try_from(year)) {
                (Ok(day), Ok(month), Ok(year)) => What::Date(day, month, year),
                _ => What::Odd,
            }
        }
        (Some(hour), Some(Some(minute)), None, None, Some(':'))
            if hour <= 24
                && minute < 60
                && number.len() >= 4
                && number.split(':').nth(1).is_some_and(|m| m.len() == 2) =>
        {
            What::Clock(u8::try_from(hour).unwrap_or(0), u8::try_from(minute).unwrap_or(0))
        }
        // 2020/2021 are years.
        (Some(top), Some(Some(bottom)), None, None, Some('/')) if bottom > 1 && top < bottom.min(1000) => {
            What::Fraction(i64::from(top), u64::from(bottom))
        }
        _ => What::Odd,
    }
}

/// Digits with groups and a decimal sign. Groups of three by a space, a stop or a comma; one stop or comma before three digits is a group
/// unless the whole is 0 or longer than three digits; else it is the decimal sign.
fn decimal(text: &str) -> Option<Decimal> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut signs = text.chars().filter(|c| !c.is_ascii_digit());
    let Some(first) = signs.next() else {
        return if text.len() > 37 { None } else { text.parse().ok() };
    };
    if text.len() > 48 || text.chars().any(|c| !c.is_ascii_digit() && !is_space(c) && !matches!(c, '.' | ','))
    {
        return None;
    }
    let last = text.rfind(['.', ',']);
    let count = |sign: char| text.chars().filter(|&c| c == sign).count();
    let point = match last {
        None => None,
        Some(at) => {
            let sign = if text.as_bytes()[at] == b'.' { '.' } else { ',' };
            let after = text.len() - at - 1;
            let other = count('.') + count(',') - count(sign);
            let whole = &text[..at];
            let group =
                after == 3 && other == 0 && !text.chars().any(is_space) && whole.len() <= 3 && whole != "0";
            if count(sign) > 1 || group { None } else { Some(at) }
        }
    };
    let (whole, fraction) = point.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    // What is not the decimal sign parts groups of three.
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let head = groups.next()?;
    let mut grouped = groups.clone().peekable();
    if grouped.peek().is_some() && (head.is_empty() || head.len() > 3 || groups.any(|group| group.len() != 3))
    {
        return None;
    }
    if first != '.' && first != ',' && !is_space(first) {
        return None;
    }
    let mut value = 0i128;
    for digit in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
        value = value.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
    }
    Some(Decimal::new(value, u8::try_from(fraction.len()).ok()?)?.normalized())
}
