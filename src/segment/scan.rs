//! The forward scan: one token at a time from the start of what is left.

use super::address::{self, Found};
use super::class::{Class, class_at, class_of, cyrillic_run, run, word_run};
use super::kind::TokenKind;
use super::rules::{Before, Digits, Rule, Seen, State, in_word, joins, split_rule};
use super::suffix::is_suffix;
use super::tables::{NUMERAL_SHAPES, SHAPES};
use super::token::Token;
use crate::unicode::{first_grapheme, first_word};
use alloc::collections::VecDeque;
use core::iter::FusedIterator;

/// Every token of a text, in order: concatenated they are the text.
///
/// See the [module](super) for what is one token. Nothing is allocated and nothing is built on first use; time is linear in the
/// text.
///
/// ```
/// use qazaq::{tokens, TokenKind};
/// let kinds: Vec<_> = tokens("Бүгін 25 қараша.").map(|t| (t.as_str(), t.kind().name())).collect();
/// assert_eq!(kinds, [
///     ("Бүгін", "word"), (" ", "space"), ("25", "number"), (" ", "space"), ("қараша", "word"), (".", "punctuation"),
/// ]);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { rest: text, offset: 0, state: State::default() }
}

/// The words, numbers and abbreviations of a text; spaces, punctuation, signs and addresses are skipped.
///
/// ```
/// use qazaq::words;
/// let found: Vec<_> = words("«ҚР-ның 88-і», т.б.").map(|t| t.as_str()).collect();
/// assert_eq!(found, ["ҚР-ның", "88-і", "т.б."]);
/// ```
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words { tokens: tokens(text) }
}

/// Every place in a text where two atoms touch, with the rule that joined them into one token or kept them apart.
///
/// For looking into a token that came out wrong: the rule to blame is named. White space parts tokens without a rule.
///
/// ```
/// use qazaq::{junctions, Rule};
/// let found: Vec<_> = junctions("18,1-ге.").map(|j| (j.offset(), j.joined(), j.rule())).collect();
/// assert_eq!(found, [(2, true, Rule::Decimal), (4, true, Rule::NumberSuffix), (9, false, Rule::Boundary)]);
/// ```
#[must_use]
pub fn junctions(text: &str) -> Junctions<'_> {
    Junctions { tokens: tokens(text), pending: VecDeque::new() }
}

/// Iterator over the tokens of a text: see [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    rest: &'t str,
    offset: usize,
    state: State,
}

/// A number of ASCII digits that a text starts with: 25, 18,1, 16.12.1991, 12,5%-ға, 88-і. Offsets in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlainNumber {
    /// Where its stops or its comma stand; the end of the digits for want of them.
    pub(crate) points: [usize; 2],
    /// Where the digits end.
    pub(crate) digits: usize,
    /// Whether a percent sign follows them.
    pub(crate) percent: bool,
    /// Where the ending starts, its hyphen before it; the end if there is none.
    pub(crate) ending: usize,
    /// Where it ends.
    pub(crate) end: usize,
}

/// ASCII bytes that end a word whatever follows: no rule joins on them.
static PLAIN_END: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = !((byte as u8).is_ascii_alphanumeric()
            || matches!(byte as u8, b'\'' | b'`' | b'-' | b'.' | b'_'));
        byte += 1;
    }
    table
};

/// Whether a word of letters of U+0400 to U+04FF ends at an offset whatever follows: before ASCII on which no rule joins, « and », or the stop
/// of a sentence.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn ends_plainly(bytes: &[u8], start: usize, end: usize) -> bool {
    match bytes.get(end) {
        Some(&next) if PLAIN_END[usize::from(next)] => true,
        Some(b'.') => ends_sentence(bytes, start, end),
        Some(0xC2) => matches!(bytes.get(end + 1), Some(0xAB | 0xBB)),
        _ => false,
    }
}

/// Whether a stop at an offset, before white space, is no part of the word before it.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn ends_sentence(bytes: &[u8], start: usize, end: usize) -> bool {
    // A letter by itself may be an initial.
    matches!(bytes.get(end + 1), None | Some(b' ' | b'\n'))
        && end - start > 2
        && !has_shape(&bytes[start..end], &SHAPES)
}

/// ASCII bytes that are a token by themselves unless a mark follows, and its kind.
static SINGLE: [Option<TokenKind>; 256] = {
    let mut table = [None; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'$' | b'+' | b'<' | b'=' | b'>' | b'^' | b'|' | b'~' => Some(TokenKind::Symbol),
            b'!' | b'"' | b'&' | b'(' | b')' | b'*' | b',' | b'-' | b'/' | b':' | b';' | b'?' | b'['
            | b'\\' | b']' | b'{' | b'}' => Some(TokenKind::Punctuation),
            b'.' | b'`' => Some(TokenKind::Punctuation),
            _ => None,
        };
        byte += 1;
    }
    table
};

/// Bytes that start no white space: one that follows a space ends it.
static STARTS_NO_SPACE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_graphic() || (byte >= 0xC3 && byte < 0xE0);
        byte += 1;
    }
    table
};

/// Whether a letter of U+0400 to U+04FF starts at an offset: U+0482 to U+0489 are no letters.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn starts_letter(bytes: &[u8], at: usize) -> bool {
    let lead = bytes.get(at).copied().unwrap_or(0);
    let trail = bytes.get(at + 1).copied().unwrap_or(0);
    // No branch on D2, with which қ ғ ү ұ begin: what begins with them cannot be foreseen.
    let code = (lead & 3) << 6 | (trail & 0x3F);
    lead & 0xFC == 0xD0 && code.wrapping_sub(0x82) > 7
}

/// The end of a word of letters of U+0400 to U+04FF, given the offsets of its start and of the end of its first run of them, where no rule
/// joins more to it than what stands after hyphens; `None` where the rules decide. The word is taken for no numeral, which may be parted
/// from what a hyphen joins to it.
///
/// A word and the stop before white space may be one token, an abbreviation; the next one starts after the stop in any case.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn plain_word(bytes: &[u8], start: usize, run: usize) -> Option<usize> {
    let mut end = run;
    loop {
        match bytes.get(end) {
            None => return Some(end),
            Some(&next) if PLAIN_END[usize::from(next)] => return Some(end),
            Some(b'-') if starts_letter(bytes, end + 1) => end = cyrillic_run(bytes, end + 1),
            // A letter by itself may be an initial, and the state after it another.
            Some(b'.') => {
                let plain = end - start > 2 && matches!(bytes.get(end + 1), None | Some(b' ' | b'\n'));
                return plain.then_some(end);
            }
            Some(0xC2) => return matches!(bytes.get(end + 1), Some(0xAB | 0xBB)).then_some(end),
            Some(0xE2) => {
                let signs = [0x93, 0x94, 0x9C, 0x9D, 0xA6].map(Some);
                let plain = bytes.get(end + 1) == Some(&0x80) && signs.contains(&bytes.get(end + 2).copied());
                return plain.then_some(end);
            }
            Some(_) => return None,
        }
    }
}

/// The end of a word of letters of ASCII, ə and letters of U+0400 to U+04FF that starts at an offset, where no rule joins more to it; `None`
/// where the rules decide, or there is none.
pub(crate) fn plain_mixed_word(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = start;
    loop {
        end += match *bytes.get(end..)? {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => 1,
            [0xD0..=0xD3, ..] if starts_letter(bytes, end) => 2,
            [0xC9, 0x99, ..] | [0xC6, 0x8F, ..] => 2,
            _ => break,
        };
    }
    (end > start && ends_latin(bytes, end)).then_some(end)
}

/// Whether a word with Latin letters, or a number, ends at an offset whatever follows.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn ends_latin(bytes: &[u8], end: usize) -> bool {
    let next = bytes.get(end).copied().unwrap_or(b' ');
    let after = bytes.get(end + 1).copied().unwrap_or(b' ');
    let plain =
        matches!(next, b' ' | b',' | b')' | b';' | b'\n' | b'(' | b'"' | b'!' | b'?' | b'<' | b'>' | b'=');
    // 5,½ is one token.
    let fraction = next == b',' && after == 0xC2 && matches!(bytes.get(end + 2), Some(0xBC..=0xBE));
    // A backtick joins letters only.
    let plain = plain || next == b'`' && !after.is_ascii_alphanumeric() && after < 0x80;
    // Digits of other scripts start with none of these.
    plain && !fraction && !after.is_ascii_digit() && matches!(after, 0..0x80 | 0xC2..0xD9 | 0xE2)
}

/// The end of the sign that starts at an offset, a token by itself, where it is one of the commonest and nothing joins it; else `None`.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn plain_sign(bytes: &[u8], at: usize) -> Option<usize> {
    let end = match bytes.get(at..)? {
        &[first, ..] if first < 0x80 => SINGLE[usize::from(first)].map(|_| at + 1)?,
        [0xC2, 0xAB | 0xBB, ..] => at + 2,
        [0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D, ..] => at + 3,
        // №
        [0xE2, 0x84, 0x96, ..] => at + 3,
        _ => return None,
    };
    let stops = bytes.get(end) == Some(&b'.') && bytes[at] != b'.';
    (stops || is_inert(bytes, end)).then_some(end)
}

/// Whether what starts at an offset cannot change the sign before it: the end, ASCII but the stop, Cyrillic letters.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn is_inert(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|&b| b < 0x80 && b != b'.') || starts_letter(bytes, at)
}

/// Whether a run of two-byte Cyrillic may be a word of a list, by its first letter, last letter and length.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn has_shape(word: &[u8], shapes: &[u64; 256]) -> bool {
    let code = |&[lead, trail]: &[u8; 2]| u32::from(lead & 3) << 6 | u32::from(trail & 0x3F);
    match (word.first_chunk::<2>(), word.last_chunk::<2>()) {
        (Some(first), Some(last)) => {
            let letters = (word.len() / 2) as u32;
            let key = code(first) | code(last) << 8 | letters << 16;
            let place = (key.wrapping_mul(0x9E37_79B1) >> 18) as usize;
            shapes[place / 64] >> (place % 64) & 1 != 0
        }
        _ => false,
    }
}

impl<'t> Tokens<'t> {
    /// What has not been cut yet.
    ///
    /// ```
    /// let mut tokens = qazaq::tokens("ана тілі");
    /// tokens.next();
    /// assert_eq!(tokens.as_str(), " тілі");
    /// ```
    #[must_use]
    pub const fn as_str(&self) -> &'t str {
        self.rest
    }

    /// The byte offset of the next token.
    pub(crate) const fn offset(&self) -> usize {
        self.offset
    }

    /// Goes on at a later offset where a token starts. What is passed over is [plain words](plain_word) and [signs](plain_sign), if `any`,
    /// and white space, with line breaks in it if `line`.
    pub(crate) fn pass_over(&mut self, to: usize, any: bool, line: bool) {
        self.rest = self.rest.get(to - self.offset..).unwrap_or("");
        self.offset = to;
        if any {
            self.state.before = Before::Other;
        }
        if line {
            self.state.quoted = false;
        }
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn cut(&mut self, length: usize, kind: TokenKind) -> Token<'t> {
        let (text, rest) = self.rest.split_at(length);
        let token = Token { text, start: self.offset, kind };
        self.rest = rest;
        self.offset += length;
        token
    }

    /// The next token by the full rules, with a trace of them.
    fn next_traced(&mut self, trace: &mut impl Trace) -> Option<Token<'t>> {
        let (length, kind) = scan(self.rest, self.offset, &mut self.state, trace)?;
        Some(self.cut(length, kind))
    }

    /// Plain numbers, Latin words and the commonest punctuation beyond ASCII, where nothing joins; else the rules.
    #[inline(never)]
    fn next_plain(&mut self) -> Option<Token<'t>> {
        let bytes = self.rest.as_bytes();
        let (length, kind) = match *bytes.first()? {
            // Where every byte of code counts, the rules do the rest.
            b'0'..=b'9' if cfg!(target_family = "wasm") => {
                (bytes.iter().take_while(|b| b.is_ascii_digit()).count(), TokenKind::Number)
            }
            b'0'..=b'9' => {
                return match self.cut_plain_number() {
                    Some((token, _)) => Some(token),
                    None => self.next_by_rules(),
                };
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                (bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count(), TokenKind::Word)
            }
            b' ' if matches!(
                bytes,
                [_, 0xE2, 0x80, 0x93..=0x9F, ..] | [_, 0xC2, 0xAB | 0xBB, ..] | [_, 0xE2, 0x84, ..]
            ) =>
            {
                return Some(self.cut(1, TokenKind::Space));
            }
            b'_' if matches!(bytes.get(1), None | Some(b'_' | b' ' | b'\n' | b'.' | b',')) => {
                self.state.before = Before::Other;
                return Some(self.cut(1, TokenKind::Punctuation));
            }
            0xC2 if matches!(bytes, [_, 0xAB | 0xBB, ..]) && is_inert(bytes, 2) => {
                self.state.before = Before::Other;
                return Some(self.cut(2, TokenKind::Punctuation));
            }
            0xE2 if matches!(bytes, [_, 0x80, 0x93 | 0x94 | 0x9C | 0x9D, ..]) && is_inert(bytes, 3) => {
                self.state.before = Before::Other;
                return Some(self.cut(3, TokenKind::Punctuation));
            }
            _ => return self.next_by_rules(),
        };
        if !ends_latin(bytes, length) {
            return self.next_by_rules();
        }
        self.state.before = if kind == TokenKind::Number { Before::Number } else { Before::Other };
        Some(self.cut(length, kind))
    }

    /// The number that the rest starts with, where it is of the commonest shapes and no rule joins more to it.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn plain_number(&self) -> Option<PlainNumber> {
        let bytes = self.rest.as_bytes();
        let run =
            |from: usize, is: fn(&u8) -> bool| from + bytes[from..].iter().take_while(|b| is(b)).count();
        let mut end = run(0, u8::is_ascii_digit);
        if end == 0 {
            return None;
        }
        let mut points = [end; 2];
        let mut number = PlainNumber { points, digits: end, percent: false, ending: end, end };
        if ends_latin(bytes, end) {
            return Some(number);
        }
        for place in 0..points.len() {
            // A second comma may part groups.
            let sign = matches!(bytes.get(end..), Some([b'.', b'0'..=b'9', ..]))
                || place == 0 && matches!(bytes.get(end..), Some([b',', b'0'..=b'9', ..]));
            if !sign {
                break;
            }
            points[place] = end;
            end = run(end + 1, u8::is_ascii_digit);
            points[place + 1..].fill(end);
        }
        number = PlainNumber { points, digits: end, ending: end, end, ..number };
        if bytes.get(end) == Some(&b'%') {
            end += 1;
            number = PlainNumber { percent: true, ending: end, end, ..number };
        }
        if bytes.get(end) == Some(&b'-') {
            // An ending, or a word or digits beside the number.
            let letters = starts_letter(bytes, end + 1);
            let after =
                if letters { cyrillic_run(bytes, end + 1) } else { run(end + 1, u8::is_ascii_alphanumeric) };
            let ends = bytes.get(after).is_none_or(|&next| match next {
                b'.' => letters,
                // Latin letters may be of a mail address.
                b'@' | b'%' | b'+' => letters,
                _ => PLAIN_END[usize::from(next)],
            });
            let tail = self.rest.get(end + 1..after).filter(|tail| ends && !tail.is_empty())?;
            return Some(if is_suffix(tail) {
                PlainNumber { ending: end + 1, end: after, ..number }
            } else {
                number
            });
        }
        // The stop of a list: no digit follows, and no address starts.
        let listed = matches!(bytes.get(end..), Some([b'.', b' ' | b'\n', ..]));
        (listed || ends_latin(bytes, end)).then_some(number)
    }

    /// Goes past a [`PlainNumber`] that starts here.
    pub(crate) fn take_plain_number(&mut self) -> Option<PlainNumber> {
        self.cut_plain_number().map(|(_, number)| number)
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn cut_plain_number(&mut self) -> Option<(Token<'t>, PlainNumber)> {
        let number = self.plain_number()?;
        self.state.before = Before::Number;
        Some((self.cut(number.end, TokenKind::Number), number))
    }

    #[inline(never)]
    fn next_by_rules(&mut self) -> Option<Token<'t>> {
        self.next_traced(&mut NoTrace)
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    /// The common cases by themselves; whatever they do not settle goes by the rules. They must agree: see the test
    /// `fast_and_full_scan_agree`.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn next(&mut self) -> Option<Token<'t>> {
        let bytes = self.rest.as_bytes();
        let (&first, tail) = bytes.split_first()?;
        if first & 0xFC == 0xD0 {
            let mut end = cyrillic_run(bytes, 0);
            while let Some(&next) = bytes.get(end) {
                if PLAIN_END[usize::from(next)] {
                    break;
                }
                if next == b'-' && starts_letter(bytes, end + 1) && !has_shape(&bytes[..end], &NUMERAL_SHAPES)
                {
                    // `қарым-қатынас`
                    end = cyrillic_run(bytes, end + 1);
                } else if next == b'.' && ends_sentence(bytes, 0, end) {
                    break;
                } else {
                    return self.next_by_rules();
                }
            }
            if !starts_letter(bytes, 0) {
                return self.next_by_rules();
            }
            self.state.before = Before::Other;
            return Some(self.cut(end, TokenKind::Word));
        }
        if first == b' ' && tail.first().is_some_and(|&next| STARTS_NO_SPACE[usize::from(next)]) {
            return Some(self.cut(1, TokenKind::Space));
        }
        if first == b'\n' {
            self.state.quoted = false;
            return Some(self.cut(1, TokenKind::Space));
        }
        if let Some(kind) = SINGLE[usize::from(first)].filter(|_| is_inert(bytes, 1)) {
            self.state.before = Before::Other;
            return Some(self.cut(1, kind));
        }
        self.next_plain()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::from(!self.rest.is_empty()), Some(self.rest.len()))
    }
}

impl FusedIterator for Tokens<'_> {}

/// Iterator over the words of a text: see [`words`].
#[derive(Clone, Debug)]
pub struct Words<'t> {
    tokens: Tokens<'t>,
}

impl<'t> Iterator for Words<'t> {
    type Item = Token<'t>;

    #[inline]
    fn next(&mut self) -> Option<Token<'t>> {
        self.tokens.find(|token| token.kind.is_word())
    }
}

impl FusedIterator for Words<'_> {}

/// A place where two atoms touch: see [`junctions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Junction {
    offset: usize,
    joined: bool,
    rule: Rule,
}

impl Junction {
    /// The byte offset between the two atoms.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Whether they are in one token.
    #[must_use]
    pub const fn joined(&self) -> bool {
        self.joined
    }

    /// The rule that decided.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }
}

/// Iterator over the places where atoms touch: see [`junctions`].
#[derive(Clone, Debug)]
pub struct Junctions<'t> {
    tokens: Tokens<'t>,
    pending: VecDeque<Junction>,
}

impl Iterator for Junctions<'_> {
    type Item = Junction;

    fn next(&mut self) -> Option<Junction> {
        loop {
            if let Some(junction) = self.pending.pop_front() {
                return Some(junction);
            }
            let mut joins = Recorder { offset: self.tokens.offset, junctions: &mut self.pending };
            let token = self.tokens.next_traced(&mut joins)?;
            let next = class_at(self.tokens.rest, 0);
            let blank = |class| matches!(class, Class::Space | Class::Newline);
            if token.kind != TokenKind::Space && next.is_some_and(|class| !blank(class)) {
                let rule = split_rule(token.kind, self.tokens.rest);
                self.pending.push_back(Junction { offset: self.tokens.offset, joined: false, rule });
            }
        }
    }
}

impl FusedIterator for Junctions<'_> {}

/// Told of every join, relative to the start of the token.
trait Trace {
    /// Whether it wants to know: spares the work of finding out.
    const LISTENS: bool;

    fn join(&mut self, at: usize, rule: Rule);
}

struct NoTrace;

impl Trace for NoTrace {
    const LISTENS: bool = false;

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn join(&mut self, _at: usize, _rule: Rule) {}
}

struct Recorder<'a> {
    offset: usize,
    junctions: &'a mut VecDeque<Junction>,
}

impl Trace for Recorder<'_> {
    const LISTENS: bool = true;

    fn join(&mut self, at: usize, rule: Rule) {
        self.junctions.push_back(Junction { offset: self.offset + at, joined: true, rule });
    }
}

/// Length and kind of the token that starts the text.
fn scan<T: Trace>(text: &str, offset: usize, state: &mut State, trace: &mut T) -> Option<(usize, TokenKind)> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    let (end, kind) = match class_of(first) {
        Class::Newline => {
            state.quoted = false;
            if text.starts_with("\r\n") {
                trace.join(1, Rule::Run);
                return Some((2, TokenKind::Space));
            }
            return Some((length, TokenKind::Space));
        }
        Class::Space => {
            let end = run(text, length, |class| class == Class::Space);
            if end > length {
                trace.join(length, Rule::Run);
            }
            return Some((end, TokenKind::Space));
        }
        Class::Letter => word(text, offset, state, trace),
        Class::Digit => number(text, offset, state, trace),
        Class::Underscore
            if matches!(class_at(text, marks_end(text, length)), Some(Class::Letter | Class::Digit)) =>
        {
            // An invisible character between them parts nothing.
            let start = marks_end(text, length);
            trace.join(start, Rule::Underscore);
            extend(text, word_run(text, start, true), TokenKind::Word, state, trace)
        }
        Class::At => tag(text, TokenKind::Mention, state, trace),
        Class::Hash => tag(text, TokenKind::Hashtag, state, trace),
        Class::Stop => stops(text, trace),
        Class::Apostrophe => {
            // A backtick or acute accent opens no quotation that an apostrophe could close.
            if matches!(first, '\'' | '\u{2018}' | '\u{2019}') {
                state.quoted = class_at(text, length) == Some(Class::Letter);
            }
            with_marks(text, length, TokenKind::Punctuation, trace)
        }
        Class::Percent => {
            let (end, kind) = with_marks(text, length, TokenKind::Symbol, trace);
            extend(text, end, kind, state, trace)
        }
        Class::Emoji => (cluster(text, first_grapheme(text), trace), TokenKind::Emoji),
        Class::Complex => (cluster(text, first_word(text), trace), TokenKind::Word),
        Class::Symbol if class_at(text, length) == Some(Class::Mark) => {
            let end = cluster(text, first_grapheme(text), trace);
            // The emoji variation selector makes a picture of a sign.
            let kind = if text[..end].contains('\u{fe0f}') { TokenKind::Emoji } else { TokenKind::Symbol };
            with_marks(text, end, kind, trace)
        }
        Class::Symbol => (length, TokenKind::Symbol),
        Class::Mark => with_marks(text, length, TokenKind::Symbol, trace),
        Class::Punctuation
        | Class::Underscore
        | Class::MiddleDot
        | Class::Hyphen
        | Class::Comma
        | Class::Colon
        | Class::Slash => with_marks(text, length, TokenKind::Punctuation, trace),
    };
    state.before = match kind {
        TokenKind::Number => Before::Number,
        TokenKind::Abbreviation if first.is_uppercase() && text[length..end] == *"." => Before::Initial,
        _ => Before::Other,
    };
    Some((end, kind))
}

/// The end of the marks that start here.
fn marks_end(text: &str, start: usize) -> usize {
    run(text, start, |class| class == Class::Mark)
}

fn word<T: Trace>(text: &str, offset: usize, state: &mut State, trace: &mut T) -> (usize, TokenKind) {
    let letters = word_run(text, 0, false);
    let end = word_run(text, letters, true);
    if let Some(found) = address_at(text, end, offset, state) {
        trace.join(end, Rule::Address);
        return extend(text, found.0, found.1, state, trace);
    }
    if T::LISTENS {
        if let Some((mark, _)) =
            text[..letters].char_indices().skip(1).find(|&(_, c)| class_of(c) == Class::Mark)
        {
            trace.join(mark, Rule::Run);
        }
    }
    if end > letters {
        trace.join(letters, Rule::LetterDigit);
    }
    extend(text, end, TokenKind::Word, state, trace)
}

fn number<T: Trace>(text: &str, offset: usize, state: &mut State, trace: &mut T) -> (usize, TokenKind) {
    let ascii = text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = run(text, ascii, |class| class == Class::Digit);
    if let Some(found) = address_at(text, digits, offset, state).filter(|&(end, kind)| {
        // `2.kz` is an address, but a decimal or a date is not the start of one.
        kind == TokenKind::Email || text[..end].bytes().any(|b| b.is_ascii_alphabetic())
    }) {
        trace.join(digits, Rule::Address);
        return extend(text, found.0, found.1, state, trace);
    }
    let (end, kind) = with_marks(text, digits, TokenKind::Number, trace);
    if end > digits && text[..end].ends_with('\u{20e3}') {
        return (end, TokenKind::Emoji);
    }
    extend(text, end, kind, state, trace)
}

/// An address from the start of the text on, where what ends the first atom lets one be thought of.
fn address_at(text: &str, end: usize, offset: usize, state: &mut State) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let ascii = bytes[0].is_ascii();
    let likely = match bytes.get(end)? {
        b':' => ascii && bytes[end..].starts_with(b"://"),
        // Not the stop of an initial (`Н.Ә.`) or an abbreviation (`т.б.`), and not a decimal point.
        b'.' => (ascii || end > 2) && class_at(text, end + 1) == Some(Class::Letter),
        b'@' => ascii,
        b'_' | b'-' | b'+' => ascii && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric),
        _ => false,
    };
    // The watermark is about domain names: a scheme or an @ sign speaks for itself.
    if !likely || (offset < state.no_address_before && !matches!(bytes[end], b':' | b'@')) {
        return None;
    }
    match address::address(text) {
        Found::Address(end, kind) => Some((end, kind)),
        Found::NoneBefore(end) => {
            state.no_address_before = offset + end;
            None
        }
        Found::Nothing => None,
    }
}

fn tag<T: Trace>(text: &str, kind: TokenKind, state: &State, trace: &mut T) -> (usize, TokenKind) {
    let mut end = run(text, 1, |class| in_word(class) || class == Class::Underscore);
    if !text[1..end].chars().any(char::is_alphabetic) {
        return with_marks(text, 1, TokenKind::Symbol, trace);
    }
    // Account names have stops inside (`@aqparat.kz`).
    while kind == TokenKind::Mention
        && text[end..].starts_with('.')
        && matches!(class_at(text, end + 1), Some(Class::Letter | Class::Digit))
    {
        end = run(text, end + 1, |class| in_word(class) || class == Class::Underscore);
    }
    trace.join(1, Rule::Tag);
    extend(text, end, kind, state, trace)
}

fn stops<T: Trace>(text: &str, trace: &mut T) -> (usize, TokenKind) {
    let end = text.bytes().take_while(|&b| b == b'.').count();
    let end = if end >= 3 {
        trace.join(1, Rule::Ellipsis);
        end
    } else {
        1
    };
    with_marks(text, end, TokenKind::Punctuation, trace)
}

/// The token with the marks and invisible characters that follow it.
fn with_marks<T: Trace>(text: &str, end: usize, kind: TokenKind, trace: &mut T) -> (usize, TokenKind) {
    let marked = run(text, end, |class| class == Class::Mark);
    if marked > end {
        trace.join(end, Rule::Run);
    }
    (marked, kind)
}

/// The end of what unicode-segmentation keeps together.
fn cluster<T: Trace>(text: &str, found: &str, trace: &mut T) -> usize {
    let end = found.len();
    let first = text.chars().next().map_or(0, char::len_utf8);
    if end > first {
        trace.join(first, Rule::Unicode);
    }
    end
}

/// Joins what the rules let, until none does.
fn extend<T: Trace>(
    text: &str,
    end: usize,
    kind: TokenKind,
    state: &State,
    trace: &mut T,
) -> (usize, TokenKind) {
    let digits = Digits { last_group: end, plain: true, ..Digits::default() };
    let mut seen = Seen { text, end, kind, digits, state };
    'joined: while let Some(next) = text.as_bytes().get(seen.end) {
        // Most tokens end here: the bytes that no rule joins on are told without a look at the rules.
        if next.is_ascii() && PLAIN_END[usize::from(*next)] && seen.kind == TokenKind::Word {
            break;
        }
        let Some(class) = class_at(text, seen.end) else { break };
        for (rule, joins) in joins(seen.kind, class) {
            if let Some((end, kind)) = joins(&seen) {
                trace.join(seen.end, *rule);
                seen.advance(*rule, end, kind);
                if matches!(rule, Rule::NumberSuffix | Rule::GluedSuffix | Rule::TrailingApostrophe) {
                    break 'joined;
                }
                continue 'joined;
            }
        }
        break;
    }
    with_marks(text, seen.end, seen.kind, trace)
}

impl Seen<'_> {
    fn advance(&mut self, rule: Rule, end: usize, kind: TokenKind) {
        match rule {
            Rule::Decimal => {
                let comma = self.text.as_bytes()[self.end] == b',';
                self.digits = Digits {
                    last_group: end - self.end - 1,
                    plain: false,
                    comma: self.digits.comma || comma,
                    ..self.digits
                };
            }
            Rule::Ratio => {
                self.digits = Digits { last_group: end - self.end - 1, plain: false, ..self.digits }
            }
            Rule::DigitGroup => {
                self.digits =
                    Digits { last_group: 3, space: self.text[self.end..].chars().next(), ..self.digits };
            }
            Rule::Percent => self.digits = Digits { percent: true, plain: false, ..self.digits },
            _ => {}
        }
        self.end = end;
        self.kind = kind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    /// Every token by the full rules.
    fn by_rules(text: &str) -> Vec<Token<'_>> {
        let mut all = tokens(text);
        core::iter::from_fn(move || all.next_by_rules()).collect()
    }

    fn agree(text: &str) {
        assert_eq!(tokens(text).collect::<Vec<_>>(), by_rules(text), "{text:?}");
    }

    #[test]
    fn fast_and_full_scan_agree_on_every_ascii_byte_between_letters() {
        for byte in 0..128u8 {
            for (before, after) in
                [("", ""), ("ана", "тілі"), ("ана", " "), (" ", " "), ("5", "6"), ("", "\u{301}"), ("ж", "")]
            {
                agree(&[before, &String::from(char::from(byte)), after].concat());
            }
        }
    }

    proptest! {
        #[test]
        fn fast_and_full_scan_agree(text in "([а-яәіңғүұқөһА-ЯI]{1,9}|[ .,'’`\n\"()-]|[0-9%]{1,3}|\u{484}|\u{301}|Ў|т\\.б|a|kz|\u{a0}|»|«|—|– |№|I|[a-z]{1,3}|1 000|-ші|-ҒА|-інші|-сынып|,5|1\\.5|%-|16\\.12\\.1991|-XI|-i|-15|@a\\.kz|½){0,24}") {
            agree(&text);
        }

        #[test]
        fn fast_and_full_scan_agree_on_anything(text in any::<String>()) {
            agree(&text);
        }
    }
}
