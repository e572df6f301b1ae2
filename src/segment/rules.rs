//! The named rules that join neighbouring atoms into one token or keep them apart.
//!
//! [`joins`] gives the rules that can apply where an atom of some kind meets a character of some class, in the order
//! in which they are tried. Each is a function of what has been seen so far, so each is tested by itself
//! (`tests/cases/tokens/`, one file a rule).

use super::abbreviations;
use super::class::{Class, char_at, class_at, class_of, run, short_run, word_run};
use super::kind::TokenKind;
use super::lists::{Abbreviation, LONGEST, lower};
use super::suffix::is_suffix;
use super::tables::{LONGEST_SUFFIX, NUMERALS, UNITS};
use core::fmt;

/// A named rule of the tokenizer, as [`junctions`](super::junctions) reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// Join: a site or mail address is one token.
    Address,
    /// Join: `@name`, `#тақырып`.
    Tag,
    /// Join: a capital letter and its stop before a name or another initial (`Н.` `Ә.` `Назарбаев`).
    Initial,
    /// Join: an abbreviation and its stops, by `data/abbreviations.tsv` and what stands around (`т.б.`, `млн.`).
    Abbreviation,
    /// Join: an apostrophe or middle dot between letters (`U'lken`, `Google’дың`, `g·h`).
    Apostrophe,
    /// Join: the apostrophe that ends a Latin word as part of its last letter (2017 alphabet: `oqy'`), when no quotation
    /// is open.
    TrailingApostrophe,
    /// Join: a hyphen between words (`қарым-қатынас`, `ҚР-ның`).
    Compound,
    /// Join: a name and its number (`Ми-8`, `COVID-19`, `ЭКСПО-2017`): after a capital or a Latin word only.
    Designator,
    /// Join: letters and digits that follow them (`G20`, `А4`).
    LetterDigit,
    /// Join: a low line between letters or digits (`file_name`).
    Underscore,
    /// Join: a point or comma between digits (`18,1`, `16.12.1991`); a second comma only before groups of three.
    Decimal,
    /// Join: a colon or slash between digits (`3:2`, `18:00`, `1/2`).
    Ratio,
    /// Join: groups of three digits set apart by the same kind of space (`1 234 567`).
    DigitGroup,
    /// Join: a percent or per mille sign written to the digits (`90%`).
    Percent,
    /// Join: an ending of the closed set after a hyphen or apostrophe (`88-і`, `12,5%-ға`, `%-ға`, `aqparat.kz-тің`).
    NumberSuffix,
    /// Join: an ending of the closed set written to the digits (`5ші`); a unit (`5м`) is not one.
    GluedSuffix,
    /// Join: Latin letters, or one Cyrillic letter, written to digits (`5G`, `12а`); a unit is not joined.
    DigitLetter,
    /// Join: three or more stops (`...`).
    Ellipsis,
    /// Join: `\r\n`, white space beside white space, combining marks and invisible characters with what they follow.
    Run,
    /// Join: what unicode-segmentation keeps together: emoji sequences, words of scripts without spaces.
    Unicode,
    /// Split: digits before a hyphen and a full word (`2-жартысында`).
    NumberWord,
    /// Split: a word or unit written to digits (`2015жылы`, `5млн`).
    GluedWord,
    /// Split: a hyphen or dash between digits or numerals (`10-15`, `екі-үш`).
    Range,
    /// Split: no rule joins here.
    Boundary,
}

impl Rule {
    /// Every rule, in the order of the declaration.
    pub const ALL: [Rule; 24] = [
        Rule::Address,
        Rule::Tag,
        Rule::Initial,
        Rule::Abbreviation,
        Rule::Apostrophe,
        Rule::TrailingApostrophe,
        Rule::Compound,
        Rule::Designator,
        Rule::LetterDigit,
        Rule::Underscore,
        Rule::Decimal,
        Rule::Ratio,
        Rule::DigitGroup,
        Rule::Percent,
        Rule::NumberSuffix,
        Rule::GluedSuffix,
        Rule::DigitLetter,
        Rule::Ellipsis,
        Rule::Run,
        Rule::Unicode,
        Rule::NumberWord,
        Rule::GluedWord,
        Rule::Range,
        Rule::Boundary,
    ];

    /// The stable name in lower case with hyphens: `number-suffix`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Rule::Address => "address",
            Rule::Tag => "tag",
            Rule::Initial => "initial",
            Rule::Abbreviation => "abbreviation",
            Rule::Apostrophe => "apostrophe",
            Rule::TrailingApostrophe => "trailing-apostrophe",
            Rule::Compound => "compound",
            Rule::Designator => "designator",
            Rule::LetterDigit => "letter-digit",
            Rule::Underscore => "underscore",
            Rule::Decimal => "decimal",
            Rule::Ratio => "ratio",
            Rule::DigitGroup => "digit-group",
            Rule::Percent => "percent",
            Rule::NumberSuffix => "number-suffix",
            Rule::GluedSuffix => "glued-suffix",
            Rule::DigitLetter => "digit-letter",
            Rule::Ellipsis => "ellipsis",
            Rule::Run => "run",
            Rule::Unicode => "unicode",
            Rule::NumberWord => "number-word",
            Rule::GluedWord => "glued-word",
            Rule::Range => "range",
            Rule::Boundary => "boundary",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What stands before the next token, as far as a rule asks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct State {
    /// The last token that is no white space.
    pub(super) before: Before,
    /// A single quotation mark is open on this line.
    pub(super) quoted: bool,
    /// No address starts before this offset: a longer look has shown it.
    pub(super) no_address_before: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Before {
    #[default]
    Other,
    Number,
    Initial,
}

/// A token in the making, and the text it starts.
pub(super) struct Seen<'a> {
    /// From the start of the token on.
    pub(super) text: &'a str,
    /// Where the token ends for now.
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    /// What the digits so far look like.
    pub(super) digits: Digits,
    pub(super) state: &'a State,
}

/// The shape of a number in the making.
#[derive(Clone, Copy, Default)]
pub(super) struct Digits {
    /// Bytes in the last group of digits.
    pub(super) last_group: usize,
    /// Only digits and spaces so far.
    pub(super) plain: bool,
    /// A comma has been joined.
    pub(super) comma: bool,
    /// The space between groups, once there is one.
    pub(super) space: Option<char>,
    /// A percent sign has been joined: no more digits.
    pub(super) percent: bool,
}

/// What a rule answers: the new end and kind of the token.
pub(super) type Joined = Option<(usize, TokenKind)>;

/// A rule and what decides it.
pub(super) type Join = (Rule, fn(&Seen<'_>) -> Joined);

/// The rules to try, in order, where a token in the making meets a character of a class.
pub(super) fn joins(kind: TokenKind, next: Class) -> &'static [Join] {
    match (kind, next) {
        (TokenKind::Word, Class::Hyphen) => &[(Rule::Compound, compound), (Rule::Designator, designator)],
        (TokenKind::Word, Class::Stop) => &[(Rule::Initial, initial), (Rule::Abbreviation, abbreviation)],
        (TokenKind::Word, Class::Apostrophe) => {
            &[(Rule::Apostrophe, apostrophe), (Rule::TrailingApostrophe, trailing_apostrophe)]
        }
        (TokenKind::Word, Class::MiddleDot) => &[(Rule::Apostrophe, apostrophe)],
        (TokenKind::Word | TokenKind::Number, Class::Underscore) => &[(Rule::Underscore, underscore)],
        (TokenKind::Number, Class::Stop | Class::Comma) => &[(Rule::Decimal, decimal)],
        (TokenKind::Number, Class::Colon | Class::Slash) => &[(Rule::Ratio, ratio)],
        (TokenKind::Number, Class::Space) => &[(Rule::DigitGroup, digit_group)],
        (TokenKind::Number, Class::Percent) => &[(Rule::Percent, percent)],
        (TokenKind::Number, Class::Letter) => {
            &[(Rule::GluedSuffix, glued_suffix), (Rule::DigitLetter, digit_letter)]
        }
        (
            TokenKind::Number
            | TokenKind::Symbol
            | TokenKind::Url
            | TokenKind::Email
            | TokenKind::Mention
            | TokenKind::Hashtag
            | TokenKind::Abbreviation,
            Class::Hyphen | Class::Apostrophe,
        ) => &[(Rule::NumberSuffix, number_suffix)],
        _ => &[],
    }
}

/// The rule that parts a finished token from the character after it.
pub(super) fn split_rule(kind: TokenKind, rest: &str) -> Rule {
    let mut chars = rest.chars();
    let next = chars.next().map(class_of);
    let after = chars.next().map(class_of);
    match (kind, next, after) {
        (TokenKind::Number, Some(Class::Letter), _) => Rule::GluedWord,
        (TokenKind::Number, Some(Class::Hyphen | Class::Punctuation), Some(Class::Digit)) => Rule::Range,
        (TokenKind::Number, Some(Class::Hyphen), Some(Class::Letter)) => Rule::NumberWord,
        (TokenKind::Word, Some(Class::Hyphen), Some(Class::Letter)) => Rule::Range,
        _ => Rule::Boundary,
    }
}

/// What continues a word once it has begun.
pub(super) fn in_word(class: Class) -> bool {
    matches!(class, Class::Letter | Class::Mark | Class::Digit)
}

fn compound(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    if class_at(seen.text, next) != Some(Class::Letter) {
        return None;
    }
    let end = word_run(seen.text, next, true);
    (!is_range_of_words(seen.text, seen.end, &seen.text[next..end])).then_some((end, TokenKind::Word))
}

/// `екі-үш`, `отыз-қырықтай`: two numerals, not one twice.
fn is_range_of_words(text: &str, end: usize, second: &str) -> bool {
    let mut buffer = [0u8; LONGEST];
    let Some(first) = lower(&text[..end], &mut buffer) else { return false };
    if !NUMERALS.has(first) {
        return false;
    }
    let numeral = |&&numeral: &&&str| {
        second.strip_prefix(numeral).is_some_and(|ending| ending.is_empty() || is_suffix(ending))
    };
    NUMERALS.words.iter().find(numeral).is_some_and(|&numeral| numeral.as_bytes() != first)
}

fn designator(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    if class_at(seen.text, next) != Some(Class::Digit) {
        return None;
    }
    let name = seen.text.chars().next()?;
    if !name.is_uppercase() && !name.is_ascii_alphanumeric() {
        return None;
    }
    let end = word_run(seen.text, next, true);
    // `Көрсеткіші-18,1` measures something, it names nothing.
    let decimal = matches!(class_at(seen.text, end), Some(Class::Stop | Class::Comma | Class::Percent))
        && matches!(class_at(seen.text, end + 1), Some(Class::Digit));
    // So do `өсім-5%` and `15°С-18°С`.
    let measured = class_at(seen.text, end) == Some(Class::Percent) || char_at(seen.text, end) == Some('°');
    (!decimal && !measured).then_some((end, TokenKind::Word))
}

fn apostrophe(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    let letter = class_at(seen.text, next) == Some(Class::Letter);
    // ‘ opens a quotation after a Cyrillic word; between Latin letters it is a mistyped apostrophe.
    letter.then(|| (word_run(seen.text, next, true), TokenKind::Word))
}

fn trailing_apostrophe(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    let sign = char_at(seen.text, seen.end)?;
    let last = seen.text[..seen.end].chars().next_back()?;
    // The nine letters of decree 569 (2017) that an apostrophe makes into another letter.
    let carries = matches!(last.to_ascii_lowercase(), 'a' | 'o' | 'u' | 'n' | 's' | 'g' | 'c' | 'i' | 'y');
    (carries && matches!(sign, '\'' | '\u{2019}') && !seen.state.quoted).then_some((next, TokenKind::Word))
}

fn underscore(seen: &Seen<'_>) -> Joined {
    let end = run(seen.text, seen.end, |class| matches!(class, Class::Underscore | Class::Mark));
    matches!(class_at(seen.text, end), Some(Class::Letter | Class::Digit))
        .then(|| (word_run(seen.text, end, true), TokenKind::Word))
}

fn initial(seen: &Seen<'_>) -> Joined {
    let mut chars = seen.text[..seen.end].chars();
    let letter = chars.next()?;
    if !letter.is_uppercase() || chars.any(|c| class_of(c) != Class::Mark) {
        return None;
    }
    let end = seen.end + 1;
    // `Қ.-Ж. Тоқаев`: a double name is initialled with its hyphen.
    let name = if class_at(seen.text, end) == Some(Class::Hyphen) { end + 1 } else { end };
    let named = next_visible(seen.text, name).is_some_and(|(_, c)| c.is_uppercase());
    (named || seen.state.before == Before::Initial).then_some((end, TokenKind::Abbreviation))
}

fn abbreviation(seen: &Seen<'_>) -> Joined {
    // The ends of the runs "letters, stop, letters, stop …" from the start of the token.
    let mut ends = [0usize; 6];
    let mut found = 0;
    let mut end = seen.end;
    let mut open = None;
    while end <= LONGEST && found < ends.len() {
        if seen.text.as_bytes().get(end) != Some(&b'.') {
            open = (found > 0).then_some(end);
            break;
        }
        ends[found] = end + 1;
        found += 1;
        let Some(next) = short_run(seen.text, end + 1, LONGEST, |c| c == Class::Letter) else {
            break;
        };
        if next == end + 1 {
            break;
        }
        end = next;
    }
    // `т.б` without its last stop.
    if let Some(end) = open.filter(|&end| end > ends[found - 1]) {
        let mut buffer = [0u8; LONGEST];
        if let Some(place) = buffer.get_mut(end) {
            *place = b'.';
            buffer[..end].copy_from_slice(&seen.text.as_bytes()[..end]);
            let row = core::str::from_utf8(&buffer[..=end]).ok().and_then(abbreviations::find);
            if row.is_some_and(|row| row.always) {
                return Some((end, TokenKind::Abbreviation));
            }
        }
    }
    ends[..found]
        .iter()
        .rev()
        .find(|&&end| abbreviations::find(&seen.text[..end]).is_some_and(|row| fits(row, seen, end)))
        .map(|&end| (end, TokenKind::Abbreviation))
}

/// Whether what stands around lets the stop belong to the abbreviation.
fn fits(row: &Abbreviation, seen: &Seen<'_>, end: usize) -> bool {
    let next = next_visible(seen.text, end).map(|(_, c)| c);
    let counted = seen.state.before == Before::Number;
    let goes_on =
        |c: char| c.is_lowercase() || class_of(c) == Class::Digit || matches!(c, ',' | ';' | ':' | ')');
    row.always
        || (row.after_number && counted)
        || next.is_some_and(|c| {
            (row.before_number && class_of(c) == Class::Digit)
                || (row.before_capital && c.is_uppercase())
                || ((row.continues || (row.counted && counted)) && goes_on(c))
        })
}

fn decimal(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    if seen.digits.percent || class_at(seen.text, next) != Some(Class::Digit) {
        return None;
    }
    let end = run(seen.text, next, |class| class == Class::Digit);
    let comma = seen.text.as_bytes()[seen.end] == b',';
    if comma && seen.digits.comma && !(seen.digits.last_group == 3 && end - next == 3) {
        return None;
    }
    Some((end, TokenKind::Number))
}

fn ratio(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    (!seen.digits.percent && class_at(seen.text, next) == Some(Class::Digit))
        .then(|| (run(seen.text, next, |class| class == Class::Digit), TokenKind::Number))
}

fn digit_group(seen: &Seen<'_>) -> Joined {
    let space = char_at(seen.text, seen.end)?;
    if !matches!(space, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}') || !seen.digits.plain {
        return None;
    }
    let fits = match seen.digits.space {
        Some(first) => space == first,
        None => seen.digits.last_group <= 3 && !seen.text.starts_with('0'),
    };
    let next = seen.end + space.len_utf8();
    let group = seen.text.as_bytes().get(next..next + 3)?;
    let ends = class_at(seen.text, next + 3) != Some(Class::Digit);
    (fits && ends && group.iter().all(u8::is_ascii_digit)).then_some((next + 3, TokenKind::Number))
}

fn percent(seen: &Seen<'_>) -> Joined {
    (!seen.digits.percent).then_some((after(seen)?, TokenKind::Number))
}

fn number_suffix(seen: &Seen<'_>) -> Joined {
    let next = after(seen)?;
    let end = letters(seen.text, next)?;
    is_suffix(&seen.text[next..end]).then_some((end, seen.kind))
}

fn glued_suffix(seen: &Seen<'_>) -> Joined {
    let end = letters(seen.text, seen.end)?;
    let tail = &seen.text[seen.end..end];
    (!UNITS.has_in_any_case(tail) && !tail.is_ascii() && is_suffix(tail)).then_some((end, TokenKind::Number))
}

fn digit_letter(seen: &Seen<'_>) -> Joined {
    if seen.digits.percent || !seen.digits.plain || seen.digits.space.is_some() {
        return None;
    }
    let end = word_run(seen.text, seen.end, true);
    let tail = &seen.text[seen.end..end];
    let latin = tail.bytes().next()?.is_ascii_alphabetic();
    let single = tail.chars().nth(1).is_none();
    (!UNITS.has_in_any_case(tail) && (latin || single)).then_some((end, TokenKind::Word))
}

/// Past the character that the token meets.
fn after(seen: &Seen<'_>) -> Option<usize> {
    Some(seen.end + char_at(seen.text, seen.end)?.len_utf8())
}

/// The end of a run of letters and invisible characters short enough for an ending, not followed by a digit.
fn letters(text: &str, at: usize) -> Option<usize> {
    let end = short_run(text, at, LONGEST_SUFFIX, |class| class == Class::Letter)?;
    (end > at && !matches!(class_at(text, end), Some(Class::Digit | Class::Mark))).then_some(end)
}

/// The first character after at most one horizontal space and an opening quotation mark.
pub(super) fn next_visible(text: &str, at: usize) -> Option<(usize, char)> {
    let mut at = at;
    let mut c = char_at(text, at)?;
    if class_of(c) == Class::Space {
        at += c.len_utf8();
        c = char_at(text, at)?;
    }
    if matches!(c, '«' | '“' | '"' | '„') {
        at += c.len_utf8();
        c = char_at(text, at)?;
    }
    Some((at, c))
}
