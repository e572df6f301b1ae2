//! Tokens to what the grammar of numbers is about.

use super::tables::{CURRENCY_SIGNS, ENTRIES, PARTICLE, PLURAL};
use crate::Script;
use crate::alphabet::to_lowercase;
use crate::numbers::Decimal;
use crate::numbers::notation::vulgar;
use crate::segment::{Class as CharClass, Token, TokenKind, class_of, is_small_digit_suffix};

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

    /// Whether no phrase with a number starts so: what follows one, most of all.
    pub(super) fn opens_nothing(&self) -> bool {
        match self.what {
            What::Class(class, value) => match class {
                Class::Percent
                | Class::Hundredth
                | Class::Unit
                | Class::DayUnit
                | Class::Age
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
            if let Some(value) = plain_digits(token.as_str()) {
                return Some(at(What::Number(value), ""));
            }
            let (base, suffix) = token.parts();
            Some(at(digits(base), suffix))
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
    if word.len() > LONGEST {
        return None;
    }
    let start = token.span().start;
    let rest = &text.as_bytes()[start..];
    let mut lower;
    // Most words are small letters already, and what follows them is as good as room.
    let (room, length) = if is_small(rest, word.len()) {
        (rest, word.len())
    } else {
        lower = [0u8; LONGEST + KEY];
        let length = lower_into(rest, word.len(), &mut lower);
        (&lower[..], length)
    };
    let small = &room[..length];
    let found = first_of(room, length, |entry| {
        if entry.first > 0 {
            let first = entry.form.as_bytes().get(..usize::from(entry.first))?;
            return if small == first { several(text, token, entry) } else { None };
        }
        let (from, to) = entry.ending(small)?;
        Some((entry.what, word.get(from..to)?, start + word.len()))
    });
    match found {
        None if word.as_bytes()[0] >= 0xD0 && word.bytes().any(|byte| byte == b'i') => {
            with_latin_i(token, small)
        }
        found => found,
    }
}

impl Entry {
    /// Where the ending of a word in small letters is, if the word is a form of this entry. The word's [`key`] is known to be the entry's.
    #[inline]
    fn ending(&self, small: &[u8]) -> Option<(usize, usize)> {
        let form = self.form.as_bytes();
        if form.len() > KEY && !small.starts_with(form) {
            return None;
        }
        let tail = small.get(form.len()..)?;
        let (ending, hyphened) = ending_of(tail);
        let fits = ending.is_empty() || ((self.endings || hyphened) && is_ending(ending, hyphened));
        let to = small.len() - usize::from(tail.last() == Some(&b'.'));
        fits.then_some((to - ending.len(), to))
    }
}

/// A word, given in small letters as well, with a Latin i for the letter that looks like it.
fn with_latin_i<'t>(token: &Token<'t>, small: &[u8]) -> Option<(What, &'t str, usize)> {
    let mut room = [0u8; LONGEST + KEY];
    let mut length = 0;
    for byte in small {
        let letter: &[u8] = if *byte == b'i' { "і".as_bytes() } else { core::slice::from_ref(byte) };
        room[..LONGEST].get_mut(length..length + letter.len())?.copy_from_slice(letter);
        length += letter.len();
    }
    let plain = &room[..length];
    first_of(&room, length, |entry| {
        let (from, to) = entry.ending(plain).filter(|_| entry.first == 0)?;
        let letters = core::str::from_utf8(&plain[from..to]).ok()?.chars().count();
        let end = token.as_str().trim_end_matches('.');
        let start = end.char_indices().rev().take(letters).last().map_or(end.len(), |(start, _)| start);
        Some((entry.what, &end[start..], token.span().end))
    })
}

/// How many bytes of a form are its key.
const KEY: usize = 8;

/// The first bytes of a text, no more than eight.
#[inline]
fn key(first: u64, length: usize) -> u64 {
    first & (u64::MAX >> (64 - 8 * length.clamp(1, KEY)))
}

/// The key of each entry: the first bytes of its form, or of the first word of it.
static KEYS: [u64; ENTRIES.len()] = {
    let mut keys = [0; ENTRIES.len()];
    let mut at = 0;
    while at < keys.len() {
        let form = ENTRIES[at].form.as_bytes();
        let first = if ENTRIES[at].first > 0 { ENTRIES[at].first as usize } else { form.len() };
        let mut byte = 0;
        while byte < first && byte < KEY {
            keys[at] |= (form[byte] as u64) << (8 * byte);
            byte += 1;
        }
        at += 1;
    }
    keys
};

/// Places of the table by which keys are found; there are far fewer keys.
const PLACES: usize = 2048;

const fn place_of(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize % PLACES
}

/// The first entry of each key plus one, by the hash of the key or at the next free place; 0 is empty.
static FIRST: [u16; PLACES] = {
    let mut places = [0; PLACES];
    let mut at = 0;
    while at < KEYS.len() {
        if at == 0 || KEYS[at] != KEYS[at - 1] {
            let mut place = place_of(KEYS[at]);
            while places[place] != 0 {
                place = (place + 1) % PLACES;
            }
            places[place] = at as u16 + 1;
        }
        at += 1;
    }
    places
};

/// How long the keys with certain first letters are, a bit each: those of up to three bytes by the first byte or letter, the others by the
/// first four bytes. What shares a place shares the lengths.
static SHORT: [u8; 256] = lengths(false);
static LONG: [u8; 1024] = lengths(true);

const fn lengths<const PLACES: usize>(long: bool) -> [u8; PLACES] {
    let mut lengths = [0; PLACES];
    let mut at = 0;
    while at < KEYS.len() {
        let length = 8 - KEYS[at].leading_zeros() / 8;
        if long == (length > 3) {
            let place = if long { pair_of(KEYS[at]) } else { start_of(KEYS[at]) };
            lengths[place] |= 1 << (length - 1);
        }
        at += 1;
    }
    lengths
}

/// The place of a word's first letter in [`SHORT`].
const fn start_of(first: u64) -> usize {
    if first as u8 >= 0xC0 { ((first & 3) << 6 | first >> 8 & 0x3F) as usize } else { first as u8 as usize }
}

/// The place of a word's first four bytes in [`LONG`].
const fn pair_of(first: u64) -> usize {
    ((first as u32).wrapping_mul(0x9E37_79B1) >> 22) as usize
}

/// Whether the first bytes of a text are small letters of U+0400 to U+04FF and no fewer than eight bytes stand in what they are read from.
#[inline]
fn is_small(text: &[u8], length: usize) -> bool {
    const ONES: u64 = 0x0001_0001_0001_0001;
    let mut at = 0;
    while at < length {
        let Some(four) = text.get(at..).and_then(|text| text.first_chunk::<8>()) else { return false };
        let four = u64::from_le_bytes(*four);
        let misfit = (four & (0xC0FC * ONES)) ^ (0x80D0 * ONES);
        let code = (four & (3 * ONES)) << 6 | four >> 8 & (0x3F * ONES);
        let below = |limit: u64| ((0x7FFF + limit) * ONES - code) >> 15 & ONES;
        // As SMALL has it: capitals up to 2F, then small letters, from 60 on every other.
        let capital = below(0x30) | (ONES ^ below(0x60)) & !code;
        if (misfit | capital) & (u64::MAX >> (64 - 8 * (length - at).min(8))) != 0 {
            return false;
        }
        at += 8;
    }
    true
}

/// The first answer about the entries that a word in small letters may be a form of, the longest first. What is in the room after the word
/// does not matter.
#[inline]
fn first_of<T>(room: &[u8], length: usize, mut answer: impl FnMut(&'static Entry) -> Option<T>) -> Option<T> {
    let first = room.first_chunk::<8>().map_or(0, |first| u64::from_le_bytes(*first));
    let mut lengths =
        (SHORT[start_of(first)] | LONG[pair_of(first)]) & (u8::MAX >> (8 - length.clamp(1, KEY)));
    while let Some(longest) = lengths.checked_ilog2() {
        lengths ^= 1 << longest;
        let key = key(first, longest as usize + 1);
        let mut place = place_of(key);
        while let Some(start) = usize::from(FIRST[place]).checked_sub(1) {
            if KEYS[start] == key {
                let same =
                    ENTRIES[start..].iter().zip(&KEYS[start..]).take_while(|(_, other)| **other == key);
                for (entry, _) in same {
                    if let found @ Some(_) = answer(entry) {
                        return found;
                    }
                }
                break;
            }
            place = (place + 1) % PLACES;
        }
    }
    None
}

/// The low eight bits of the small letter of each of U+0400 to U+04FF.
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
        small[at] = code as u8;
        at += 1;
    }
    small
};

/// No word of the tables is longer, with its endings, in bytes.
pub(super) const LONGEST: usize = 64;

/// The ending in what follows a stem, and whether a hyphen parts them; the stop of an abbreviation is none.
#[inline]
fn ending_of(tail: &[u8]) -> (&[u8], bool) {
    let tail = tail.strip_suffix(b".").unwrap_or(tail);
    match tail {
        [b'-', ending @ ..] | [0xE2, 0x80, 0x99, ending @ ..] => (ending, true),
        _ => (tail, false),
    }
}

/// A form of several words, the first of which is the token; only the last may have an ending.
fn several<'t>(text: &'t str, token: &Token<'t>, entry: &Entry) -> Option<(What, &'t str, usize)> {
    let rest = &text[token.span().start..];
    let mut lower = [0u8; 2 * LONGEST];
    let length = lower_into(rest.as_bytes(), entry.form.len(), &mut lower);
    if &lower[..length] != entry.form.as_bytes() {
        return None;
    }
    let after = rest.get(entry.form.len()..)?;
    let length: usize =
        after.chars().take(LONGEST).take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let (ending, end) = (&after[..length], entry.form.len() + length);
    let small = to_lowercase(ending, Script::Cyrillic);
    let fits = ending.is_empty() || (entry.endings && is_ending(small.as_bytes(), false));
    fits.then(|| (entry.what, ending, token.span().start + end))
}

/// A word token that is a numeral, a hyphen and a numeral (он-он бес), or a Roman numeral, a hyphen and something (XV-XVIII). So much of it
/// is known to be letters.
pub(super) fn twice<'t>(text: &'t str, token: &Token<'t>, run: usize) -> Option<(Lex<'t>, Lex<'t>, Lex<'t>)> {
    let hyphen = run + token.as_str().as_bytes().get(run..)?.iter().position(|&byte| byte == b'-')?;
    let (first, rest) = (&token.as_str()[..hyphen], &token.as_str()[hyphen + 1..]);
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

/// The first bytes of a text in small letters, as far as those of the tables go, up to a line break or what fits; gives how many.
/// What is in the room after them is left over from what follows.
pub(super) fn lower_into(text: &[u8], length: usize, lower: &mut [u8]) -> usize {
    const ONES: u64 = 0x0001_0001_0001_0001;
    let length = length.min(text.len()).min(lower.len());
    let mut at = 0;
    while at < length {
        // Four Cyrillic letters at a time, or as many of the four as are.
        if let (Some(four), Some(cells)) = (
            text.get(at..).and_then(|text| text.first_chunk::<8>()),
            lower.get_mut(at..).and_then(|lower| lower.first_chunk_mut::<8>()),
        ) {
            let four = u64::from_le_bytes(*four);
            let misfit = (four & (0xC0FC * ONES)) ^ (0x80D0 * ONES);
            // The places of SMALL, in four lanes, and what it has there.
            let code = (four & (3 * ONES)) << 6 | four >> 8 & (0x3F * ONES);
            let below = |limit: u64| ((0x7FFF + limit) * ONES - code) >> 15 & ONES;
            let small = (code + below(0x30) * 0x20 + below(0x10) * 0x30) | (ONES ^ below(0x60));
            let bytes = (0x80D0 * ONES) | (small >> 6 & (3 * ONES)) | ((small & (0x3F * ONES)) << 8);
            *cells = bytes.to_le_bytes();
            at += misfit.trailing_zeros() as usize / 16 * 2;
            if misfit == 0 || at >= length {
                continue;
            }
        }
        let byte = text[at];
        match (byte, text.get(at + 1)) {
            (0xD0..=0xD3, Some(&trail)) => {
                let small = SMALL[usize::from(byte & 3) << 6 | usize::from(trail & 0x3F)];
                lower[at] = 0xD0 | small >> 6;
                at += 1;
                if let Some(cell) = lower.get_mut(at) {
                    *cell = 0x80 | small & 0x3F;
                }
            }
            (b'\n', _) => return at,
            // The capital of ı to Kazakh, not of i.
            (b'I', _) => lower[at] = b'I',
            _ => lower[at] = byte.to_ascii_lowercase(),
        }
        at += 1;
    }
    length
}

/// Whether letters after a stem, small ones, are a Kazakh ending: a plural, or one of `data/digit-suffixes.tsv`, or both.
fn is_ending(ending: &[u8], hyphened: bool) -> bool {
    // бірақ is no бір-ақ.
    if PARTICLE.iter().any(|particle| ending == particle.as_bytes()) {
        return hyphened;
    }
    let plural = |form: &&str| {
        let rest = ending.strip_prefix(form.as_bytes());
        rest.is_some_and(|rest| rest.is_empty() || is_small_digit_suffix(rest))
    };
    is_small_digit_suffix(ending) || PLURAL.iter().any(plural)
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

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    #[test]
    fn every_entry_is_found_by_its_key() {
        for entry in &ENTRIES {
            let first = if entry.first > 0 { &entry.form[..usize::from(entry.first)] } else { entry.form };
            let mut room = [0xFF; LONGEST + KEY];
            room[..first.len()].copy_from_slice(first.as_bytes());
            let found = first_of(&room, first.len(), |other| core::ptr::eq(entry, other).then_some(()));
            assert!(found.is_some(), "{}", entry.form);
        }
    }

    proptest! {
        #[test]
        fn letters_are_made_small_as_one_by_one(text in "([А-ЯӘІҢҒҮҰҚӨҺа-яәіңғүұқөһ]{0,9}[-a-zA-Z0-9.’\u{400}-\u{500}]{0,2}){0,6}", length in 0..80usize) {
            let length = (0..=length.min(text.len()).min(LONGEST)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let small: String = text[..length]
                .chars()
                .map(|c| match c {
                    'I' => 'I',
                    'a'..='z' | 'A'..='Z' => c.to_ascii_lowercase(),
                    '\u{400}'..='\u{4ff}' => {
                        char::from_u32(0x400 + u32::from(SMALL[c as usize & 0xFF])).unwrap_or(c)
                    }
                    _ => c,
                })
                .collect();
            let mut room = [0; LONGEST];
            let written = lower_into(text.as_bytes(), length, &mut room);
            prop_assert_eq!(&room[..written], small.as_bytes());
            if is_small(text.as_bytes(), length) {
                prop_assert_eq!(&text[..length], small);
            }
        }
    }
}
