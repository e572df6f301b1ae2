//! Tokens to what the grammar of numbers is about.

use super::tables::{CURRENCY_SIGNS, ENTRIES, SIEVE, STARTS};
use crate::Script;
use crate::alphabet::to_lowercase;
use crate::numbers::Decimal;
use crate::numbers::notation::vulgar;
use crate::segment::{Token, TokenKind, is_digit_suffix};

/// A row of `data/numbers/finding.tsv` or a numeral.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) form: &'static str,
    /// How long its first word is, where it has several; 0 where it has one.
    pub(super) first: u8,
    pub(super) what: What,
    pub(super) endings: bool,
}

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
    Percent(Decimal, &'static str),
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

/// A token of a cluster.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lex<'t> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) what: What,
    /// The ending of a word or of digits.
    pub(super) suffix: &'t str,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

impl Lex<'_> {
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
    let at =
        |what: What, suffix: &'t str| Lex { start: span.start, end: span.end, what, suffix, spaced: true };
    match token.kind() {
        TokenKind::Number => {
            let suffix = token.suffix().unwrap_or("");
            let what = digits(token.digits(), token.percent_sign(), token.base());
            Some(at(what, suffix))
        }
        TokenKind::Word | TokenKind::Abbreviation => match word(text, token) {
            Some((what, suffix, end)) => Some(Lex { end, ..at(what, suffix) }),
            None if token.as_str().starts_with(['I', 'V', 'X', 'І', 'Х']) => {
                roman(token).map(|(value, suffix)| at(What::Roman(value), suffix))
            }
            None => None,
        },
        TokenKind::Punctuation | TokenKind::Symbol => {
            let first = token.as_str().chars().next()?;
            let sign = match first {
                '-' | '‐' | '‑' => '-',
                '–' | '—' | '―' => '–',
                '…' => '…',
                '.' if token.as_str().len() > 1 => '…',
                '(' | ')' | '−' | '+' | '%' | '‰' | '°' | '/' | '№' => first,
                _ if currency_of(first).is_some() => first,
                _ => return None,
            };
            let suffix =
                if token.as_str().len() > sign.len_utf8() { token.suffix().unwrap_or("") } else { "" };
            Some(at(What::Sign(sign), suffix))
        }
        _ => None,
    }
}

/// The code of the currency of a sign.
pub(super) fn currency_of(sign: char) -> Option<&'static str> {
    CURRENCY_SIGNS.iter().find(|(form, _)| *form == sign).map(|(_, code)| *code)
}

/// Looks a word up; gives what it is, its ending, and where it ends.
fn word<'t>(text: &'t str, token: &Token<'t>) -> Option<(What, &'t str, usize)> {
    let word = token.as_str();
    let bytes = word.as_bytes();
    // Most words leave here: nothing starts with their first three letters.
    let letter = |at: usize| match bytes.get(at..) {
        Some(&[lead @ 0xD0..=0xD3, trail, ..]) => {
            (SMALL[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)], 2)
        }
        // бiр with a Latin i, as texts of laws have it
        Some(&[b'i', ..]) if at > 0 => (SMALL[0x56], 1),
        Some(&[byte, ..]) if byte.is_ascii_alphabetic() => (byte.to_ascii_lowercase() & 63, 1),
        _ => (0, 0),
    };
    let (first, wide) = letter(0);
    if wide == 0 {
        return None;
    }
    let (second, more) = letter(wide);
    let (third, _) = if more == 0 { (0, 0) } else { letter(wide + more) };
    let [first, second, third] = [first, second, third].map(u32::from);
    let sieve = sieve(first, second, third);
    if SIEVE[sieve >> 6] >> (sieve & 63) & 1 == 0 || word.len() > LONGEST {
        return None;
    }
    let place = ((first & 63) << 6 | (second & 63)) as usize;
    let entries = &ENTRIES[usize::from(STARTS[place])..usize::from(STARTS[place + 1])];
    let mut lower = [0u8; LONGEST];
    let length = lower_into(word, &mut lower);
    let small = &lower[..length];
    let found = entries.iter().find_map(|entry| {
        let form = entry.form.as_bytes();
        if entry.first > 0 {
            let first = form.get(..usize::from(entry.first))?;
            return if small == first { several(text, token, entry) } else { None };
        }
        if !small.starts_with(form) {
            return None;
        }
        let tail = word.get(form.len()..)?;
        let (ending, hyphened) = ending_of(tail);
        let fits = ending.is_empty() || ((entry.endings || hyphened) && is_ending(ending, hyphened));
        fits.then(|| (entry.what, ending, token.span().end))
    });
    match found {
        None if bytes[0] >= 0xD0 && bytes.contains(&b'i') => with_latin_i(token, entries),
        found => found,
    }
}

/// A word with a Latin i for the letter that looks like it.
fn with_latin_i<'t>(token: &Token<'t>, entries: &[Entry]) -> Option<(What, &'t str, usize)> {
    let word = token.as_str();
    let plain = word.replace('i', "і");
    let plain = to_lowercase(&plain, Script::Cyrillic);
    entries.iter().filter(|entry| entry.first == 0).find_map(|entry| {
        let (ending, hyphened) = ending_of(plain.strip_prefix(entry.form)?);
        let fits = ending.is_empty() || ((entry.endings || hyphened) && is_ending(ending, hyphened));
        let letters = ending.chars().count();
        let end = word.trim_end_matches('.');
        let start = end.char_indices().rev().take(letters).last().map_or(end.len(), |(start, _)| start);
        fits.then(|| (entry.what, &end[start..], token.span().end))
    })
}

/// The low six bits of the small letter of each of U+0400 to U+04FF.
const SMALL: [u8; 256] = {
    let mut small = [0; 256];
    let mut at = 0;
    while at < 256 {
        let code = match at {
            0x00..=0x0F => at + 0x50,
            0x10..=0x2F => at + 0x20,
            0x30..=0x5F => at,
            // Capitals and small letters take turns.
            _ => at | 1,
        };
        small[at] = code as u8 & 63;
        at += 1;
    }
    small
};

/// The bit of three letters in the sieve; codegen has the same.
fn sieve(first: u32, second: u32, third: u32) -> usize {
    (((first & 63) * 67) ^ ((second & 63) * 1021) ^ (third & 63)) as usize & 0x3FFF
}

/// No word of the tables is longer, with its endings, in bytes.
const LONGEST: usize = 64;

/// The ending in what follows a stem, and whether a hyphen parts them; the stop of an abbreviation is none.
fn ending_of(tail: &str) -> (&str, bool) {
    let tail = tail.strip_suffix('.').unwrap_or(tail);
    let ending = tail.strip_prefix(['-', '’']).unwrap_or(tail);
    (ending, ending.len() < tail.len())
}

/// A form of several words, the first of which is the token; only the last may have an ending.
fn several<'t>(text: &'t str, token: &Token<'t>, entry: &Entry) -> Option<(What, &'t str, usize)> {
    let rest = &text[token.span().start..];
    let mut lower = [0u8; 2 * LONGEST];
    let length = lower_into(rest, &mut lower);
    let after = core::str::from_utf8(&lower[..length]).ok()?.strip_prefix(entry.form)?;
    let at = entry.form.len();
    let end = at + after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let ending = rest.get(at..end)?;
    let fits = ending.is_empty() || (entry.endings && is_ending(ending, false));
    fits.then(|| (entry.what, ending, token.span().start + end))
}

/// A word token that is a numeral, a hyphen and a numeral (он-он бес), or a Roman numeral, a hyphen and something (XV-XVIII).
pub(super) fn twice<'t>(text: &'t str, token: &Token<'t>) -> Option<(Lex<'t>, Lex<'t>, Lex<'t>)> {
    if token.kind() != TokenKind::Word || !token.as_str().as_bytes().contains(&b'-') {
        return None;
    }
    let (first, rest) = token.as_str().split_once('-')?;
    let (start, middle) = (token.span().start, token.span().start + first.len());
    let (after, end) = (token.span().end - rest.len(), token.span().end);
    let half = |start: usize, end: usize| -> Option<Lex<'t>> {
        let piece = &text[start..end];
        let token =
            crate::segment::tokens(piece).next().filter(|token| token.as_str().len() == piece.len())?;
        let lex = |what, suffix| Lex { start, end, what, suffix, spaced: true };
        match word(piece, &token) {
            // бір-бірден: by itself бірден is another word.
            Some((What::Class(Class::Not, digit), ..)) if digit == "1" => {
                Some(lex(What::Digit(digit.parse().ok()?), piece.get("бір".len()..)?))
            }
            Some((what, suffix, length)) if length == piece.len() => Some(lex(what, suffix)),
            _ => roman(&token).map(|(value, suffix)| lex(What::Roman(value), suffix)),
        }
    };
    // Ordinals are joined as well: жетінші-сегізінші ғасырлар.
    let first = half(start, middle).filter(|lex| lex.suffix.is_empty() || lex.suffix.contains("нш"))?;
    let other = Lex { start: after, end, what: What::Other, suffix: "", spaced: false };
    let second = half(after, end);
    let second = match first.what {
        What::Roman(_) => second.unwrap_or(other),
        _ => second.filter(|second| {
            let collective = |lex: &Lex<'_>| lex.class() == Some(Class::Collective);
            (first.is_numeral() && second.is_numeral()) || (collective(&first) && collective(second))
        })?,
    };
    let sign = Lex { start: middle, end: after, what: What::Sign('-'), suffix: "", spaced: false };
    Some((first, sign, second))
}

/// Small letters of the start of a text, of the same length in bytes, up to a line break.
fn lower_into(text: &str, lower: &mut [u8]) -> usize {
    let mut length = 0;
    for c in text.chars() {
        if c == '\n' || length + c.len_utf8() > lower.len() {
            break;
        }
        let small = crate::alphabet::letter(c).map_or(c.to_ascii_lowercase(), crate::alphabet::Letter::lower);
        let small = if small.len_utf8() == c.len_utf8() { small } else { c };
        small.encode_utf8(&mut lower[length..]);
        length += c.len_utf8();
    }
    length
}

/// Whether letters after a stem are a Kazakh ending: a plural, or one of `data/digit-suffixes.tsv`, or both.
fn is_ending(ending: &str, hyphened: bool) -> bool {
    // Particles stand after a hyphen: бірақ is no бір-ақ.
    if matches!(ending, "ақ" | "ау") {
        return hyphened;
    }
    if is_digit_suffix(ending) {
        return true;
    }
    let plural =
        ["лар", "лер", "дар", "дер", "тар", "тер"].iter().find_map(|plural| ending.strip_prefix(plural));
    plural.is_some_and(|rest| rest.is_empty() || is_digit_suffix(rest))
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

/// What digits stand for.
fn digits(text: &str, percent: Option<char>, base: &str) -> What {
    let number = text;
    if let Some(value) = decimal(number) {
        // A sign other than the percent sign between digits and ending is none of ours.
        return match percent {
            Some('‰') => What::Percent(value, "‰"),
            Some(_) => What::Percent(value, "%"),
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
