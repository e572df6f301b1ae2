//! Numbers in words, read back.

use super::lexicon::{
    Currency, Form as WordForm, Particle, Word, fold, fold_letter, folded_word_at_start, word_at_start,
};
use super::spell::Form;
use super::suffix::{Stem, Suffix, read_after_hyphen, read_suffix};
use super::tables::{FORMS, HUNDREDTHS, MONTHS};
use super::{Affix, Case, Date, Decimal, Value, Year};
use crate::Error;
use crate::Script;
use crate::alphabet::{Letter, letter, lowercase_letter};
use crate::phonology::{Ending, stem_before};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What [`parse`] read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parsed {
    value: Value,
    form: Form,
    suffix: Suffix,
}

impl Parsed {
    /// The number.
    #[must_use]
    pub fn value(&self) -> Value {
        self.value
    }

    /// The same with another value.
    pub(super) fn with_value(self, value: Value) -> Parsed {
        Parsed { value, ..self }
    }

    /// What it was said as.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// The suffix on the last word, without the one that makes an ordinal or a collective.
    #[must_use]
    pub fn suffix(&self) -> Suffix {
        self.suffix
    }
}

/// Reads a number in words: the inverse of [`spell`](super::spell).
///
/// Lenient in how words are written: any letter case; glued (`онбір`) or with a hyphen (`жиырма-бес`); usual slips and abbreviations
/// (`ноль`, `млн`); `мың` or `бір мың`, `миллион` alone, `қырықыншы`; without Kazakh letters (`кырык`, `жуз`): a word that is
/// not found as it stands is looked up with ә ғ қ ң ө ұ ү һ і as а г к н о у у х и. Beside what `spell` writes it reads `жарым` (`екі жарым
/// мың`, `мың жарым`), `жарты`, `ширек`, decimals without a denominator (`он бүтін нөл екі`, `үш те бес`) and
/// scales after decimals.
///
/// Strict in what it accepts: all words must be understood, and each must be able to follow the one before it.
///
/// ```
/// use qazaq::numbers::{Form, Value, parse};
///
/// assert_eq!(parse("сексен сегіз")?.value(), Value::integer(88));
/// assert_eq!(parse("он сегіз бүтін оннан бір пайызға")?.value().to_string(), "18.1");
/// assert_eq!(parse("жүз қырқыншы")?.form(), Form::Ordinal);
/// assert_eq!(parse("екі жарым мың")?.value().to_string(), "2500");
///
/// let error = parse("он екі үш").unwrap_err();
/// assert_eq!(error.to_string(), "\"үш\" cannot follow \"екі\"");
/// assert_eq!(error.offset(), Some(12));
/// # Ok::<(), qazaq::Error>(())
/// ```
///
/// # Errors
///
/// Malformed, with the byte offset of the first word that is not understood or cannot stand where it does.
pub fn parse(words: &str) -> Result<Parsed, Error> {
    let lexemes = lexemes(words)?;
    let mut parser = Parser { words, lexemes: &lexemes, at: 0, negative: false, open: false };
    let parsed = parser.phrase()?;
    match parser.peek() {
        Some(_) => Err(parser.cannot_follow()),
        None => Ok(parsed),
    }
}

/// A number that starts at one of several words, of a text in which other words may follow; and the word after it.
pub(super) fn phrase_in_text(words: &str, lexemes: &[Lexeme], at: usize) -> Option<(Parsed, usize)> {
    let mut parser = Parser { words, lexemes, at, negative: false, open: true };
    let value = parser.value().ok()?;
    let suffix = parser.last_suffix();
    let end = parser.at;
    let parsed = |form, suffix, next| Some((Parsed { value, form, suffix }, next));
    if let (Some(next), true) = (parser.peek(), suffix.is_none()) {
        let form = match parser.particle() {
            // екі пайыздық тармақ stays as it is.
            Some(Particle::Percent) if !next.suffix.starts_with(Affix::Attributive) => Some(Form::Percent),
            Some(Particle::PerMille) => Some(Form::PerMille),
            _ => None,
        };
        if let Some(form) = form.filter(|_| next.joint == Joint::Space) {
            return parsed(form, next.suffix, end + 1);
        }
    }
    let integer = matches!(value, Value::Decimal(number) if number.is_integer());
    if suffix.starts_with(Affix::Ordinal) || suffix.starts_with(Affix::OrdinalShort) {
        return if integer { parsed(Form::Ordinal, suffix.without_first(), end) } else { None };
    }
    parsed(Form::Cardinal, suffix, end)
}

/// Reads one word of a text, in small letters; answers whether it is number words.
pub(super) fn lexemes_of_word(word: &str, start: usize, joint: Joint, found: &mut Vec<Lexeme>) -> bool {
    let before = found.len();
    let read = word.len() <= LONGEST_WORD && glued(word, start, joint, found, word_at_start, |a, b| a == b);
    if !read {
        found.truncate(before);
    }
    read
}

/// What parts a word from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// White space, or nothing at all.
    Space,
    Hyphen,
    Dash,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    pub(super) meaning: Meaning,
    pub(super) suffix: Suffix,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) joint: Joint,
    /// In a running text, which of the numbers that the finder sees it lies in, and whether that is a fraction.
    pub(super) number: Option<u32>,
    pub(super) fraction: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Word(Word, &'static str),
    Currency(Currency),
    Hundredth(&'static str),
    /// From 1.
    Month(u8),
}

fn lexemes(words: &str) -> Result<Vec<Lexeme>, Error> {
    let lower = small_letters(words);
    let mut found = Vec::new();
    let mut joint = Joint::Space;
    let mut at = 0;
    let parts = |c: char| c.is_whitespace() || is_hyphen(c) || is_dash(c);
    while let Some(c) = lower[at..].chars().next() {
        if parts(c) {
            if is_dash(c) {
                joint = Joint::Dash;
            } else if is_hyphen(c) {
                // A hyphen with a space on one side is a dash.
                let spaced = |c: Option<char>| c.is_some_and(char::is_whitespace);
                let loose = spaced(lower[..at].chars().next_back())
                    || spaced(lower[at + c.len_utf8()..].chars().next());
                joint = if loose { Joint::Dash } else { Joint::Hyphen };
            }
            at += c.len_utf8();
            continue;
        }
        // What parts words starts with a byte that no Cyrillic letter has.
        let length = lower[at..]
            .bytes()
            .position(|byte| !(0xD0..=0xD4).contains(&byte) && !(0x80..=0xBF).contains(&byte));
        let near = length.map_or(lower.len(), |length| at + length);
        let end = lower[near..].find(parts).map_or(lower.len(), |length| near + length);
        at = word(&lower, at, end, joint, &mut found)
            .ok_or_else(|| Error::malformed(format!("{:?} is no number word", shown(&words[at..end])), at))?;
        joint = Joint::Space;
    }
    if found.is_empty() {
        return Err(Error::malformed("no number words", words.len()));
    }
    if joint != Joint::Space {
        return Err(Error::malformed("nothing after the dash", words.len()));
    }
    Ok(found)
}

/// A text in small letters, with every byte in its place: letters that would become longer or shorter, none of them Kazakh, stay.
pub(super) fn small_letters(text: &str) -> Cow<'_, str> {
    let lower = |c: char| {
        let lower = lowercase_letter(c, Script::Cyrillic);
        if lower.len_utf8() == c.len_utf8() { lower } else { c }
    };
    // Most text is small already.
    if text.chars().all(|c| matches!(c, 'а'..='џ' | ' ') || lower(c) == c) {
        return Cow::Borrowed(text);
    }
    text.chars().map(lower).collect::<String>().into()
}

/// As much of a word as an error message shows.
fn shown(word: &str) -> &str {
    const LONGEST: usize = 40;
    word.char_indices().nth(LONGEST).map_or(word, |(end, _)| &word[..end])
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}' | '\u{2212}')
}

/// No number word is longer in bytes, even if it is several glued ones.
const LONGEST_WORD: usize = 400;

/// Reads one word, which may be several glued ones, or a suffix after a hyphen, or the name of a currency with its spaces.
/// Answers where it ended.
fn word(text: &str, start: usize, end: usize, joint: Joint, found: &mut Vec<Lexeme>) -> Option<usize> {
    let word = text.get(start..end).filter(|word| word.len() <= LONGEST_WORD)?;
    let before = found.len();
    if glued(word, start, joint, found, word_at_start, |a, b| a == b) {
        return Some(end);
    }
    found.truncate(before);
    if let Some(lexeme) = month(word, start, joint) {
        found.push(lexeme);
        return Some(end);
    }
    if let Some((end, lexeme)) = money(text, start, joint) {
        found.push(lexeme);
        return Some(end);
    }
    // қырық-ыншы, төртке-ақ
    if joint == Joint::Hyphen && suffix_after_hyphen(word, end, found.last_mut()?) {
        return Some(end);
    }
    let folded = fold(word);
    if glued(&folded, start, joint, found, folded_word_at_start, |a, b| fold_letter(a) == fold_letter(b)) {
        // A Latin i is shorter than what it is read as: no place inside the word is certain then.
        if folded.len() != word.len() {
            found[before..].iter_mut().for_each(|lexeme| (lexeme.start, lexeme.end) = (start, end));
        }
        return Some(end);
    }
    found.truncate(before);
    None
}

/// Adds what stands after a hyphen, up to an offset, to the suffix of a word.
pub(super) fn suffix_after_hyphen(text: &str, end: usize, lexeme: &mut Lexeme) -> bool {
    let Meaning::Word(_, word) = lexeme.meaning else { return false };
    let read = read_after_hyphen(text, Stem::from(word), |a, b| a == b);
    let Some(suffix) = read.and_then(|read| lexeme.suffix.then(read)) else { return false };
    (lexeme.suffix, lexeme.end) = (suffix, end);
    true
}

/// Reads number words that stand without a space between them, the last with a suffix.
fn glued(
    word: &str,
    start: usize,
    joint: Joint,
    found: &mut Vec<Lexeme>,
    at_start: fn(&str) -> Option<&'static WordForm>,
    same: fn(char, char) -> bool,
) -> bool {
    let word = word.trim_end_matches('.');
    let (mut rest, mut joint) = (word, joint);
    loop {
        let from = start + word.len() - rest.len();
        let read = |(form, after): (&'static WordForm, &str)| {
            if after.is_empty() {
                return Some((form, 0, Suffix::NONE));
            }
            let numeral = |form: &WordForm| !matches!(form.word, Word::Particle(_));
            if numeral(form) && at_start(after).is_some_and(numeral) {
                return Some((form, after.len(), Suffix::NONE));
            }
            // тамыз is no та.
            if matches!(form.word, Word::Particle(Particle::And)) {
                return None;
            }
            let suffix = read_suffix(after, Stem::from(form.standard), same)?;
            Some((form, 0, suffix))
        };
        let plain = at_start(rest).map(|form| (form, &rest[form.form.len()..]));
        let Some((form, left, suffix)) =
            plain.and_then(read).or_else(|| changed_stem(rest, same).and_then(read))
        else {
            return false;
        };
        let end = from + rest.len() - left;
        found.push(Lexeme {
            meaning: Meaning::Word(form.word, form.standard),
            suffix,
            start: from,
            end,
            joint,
            number: None,
            fraction: false,
        });
        if left == 0 {
            return true;
        }
        joint = Joint::Space;
        rest = &rest[rest.len() - left..];
    }
}

/// A word whose stem its suffix has changed: қырқы, екеу, ширегі.
fn changed_stem(text: &str, same: fn(char, char) -> bool) -> Option<(&'static WordForm, &str)> {
    // Before a vowel, and before the one suffix that takes a vowel away.
    const TEMPLATES: [(&str, bool); 2] = [("Ы", false), ("~А", true)];
    let first = text.chars().next()?;
    let candidate = |form: &&WordForm| {
        form.form == form.standard && form.form.chars().next().is_some_and(|c| same(first, c))
    };
    FORMS.iter().filter(candidate).find_map(|form| {
        let ending = Ending::of(form.form)?;
        TEMPLATES.into_iter().find_map(|(template, collective)| {
            let (kept, changed) = stem_before(form.form, template, ending);
            let mut letters = text.chars();
            let alike =
                kept.chars().chain(changed.chars()).all(|c| letters.next().is_some_and(|l| same(l, c)));
            let after = letters.as_str();
            let differs = !changed.is_empty() || kept.len() < form.form.len();
            let vowel = after.chars().next().and_then(letter).is_some_and(Letter::is_vowel);
            if !alike || !differs || !vowel {
                return None;
            }
            let suffix = read_suffix(after, Stem::from(form.standard), same)?;
            (!collective || suffix.starts_with(Affix::Collective)).then_some((form, after))
        })
    })
}

/// The name of a month.
fn month(word: &str, start: usize, joint: Joint) -> Option<Lexeme> {
    (1u8..).zip(MONTHS).find_map(|(number, name)| {
        let suffix = read_suffix(word.strip_prefix(name)?, name.into(), |a, b| a == b)?;
        let end = start + word.len();
        let meaning = Meaning::Month(number);
        Some(Lexeme { meaning, suffix, start, end, joint, number: None, fraction: false })
    })
}

/// The name of a currency or of its hundredth part, which may be of several words.
fn money(text: &str, start: usize, joint: Joint) -> Option<(usize, Lexeme)> {
    let rest = &text[start..];
    let alike = |a: char, b: char| fold_letter(a) == fold_letter(lowercase_letter(b, Script::Cyrillic));
    let inflected = |name: &str, possessed: bool| {
        if !alike(rest.chars().next()?, name.chars().next()?) {
            return None;
        }
        let ending = Ending::of(name)?;
        [(name, ""), stem_before(name, "Ы", ending)].into_iter().find_map(|(kept, changed)| {
            let mut letters = rest.chars();
            if !kept.chars().chain(changed.chars()).all(|c| letters.next().is_some_and(|l| alike(l, c))) {
                return None;
            }
            let after = letters.as_str();
            let length = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
            let suffix = read_suffix(&after[..length], Stem { word: name, possessed }, alike)?;
            Some((text.len() - after.len() + length, suffix))
        })
    };
    let lexeme = |meaning, (end, suffix)| {
        (end, Lexeme { meaning, suffix, start, end, joint, number: None, fraction: false })
    };
    Currency::all()
        .find_map(|currency| {
            let row = currency.row();
            inflected(row.name, row.possessed).map(|found| lexeme(Meaning::Currency(currency), found))
        })
        .or_else(|| {
            HUNDREDTHS.iter().find_map(|&(name, _)| {
                inflected(name, false).map(|found| lexeme(Meaning::Hundredth(name), found))
            })
        })
}

struct Parser<'w> {
    words: &'w str,
    lexemes: &'w [Lexeme],
    at: usize,
    /// The number started with минус, which `минус нөл теңге бес тиын` needs after its nought.
    negative: bool,
    /// Other words may follow: what cannot be part of the number ends it.
    open: bool,
}

/// A whole number as it was read.
#[derive(Clone, Copy, Debug)]
struct Whole {
    value: u128,
    /// What the last word is worth: 1, 10, 100, or its power of ten.
    unit: u128,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Lexeme> {
        self.lexemes.get(self.at)
    }

    fn word(&self) -> Option<Word> {
        match self.peek()?.meaning {
            Meaning::Word(word, _) => Some(word),
            _ => None,
        }
    }

    fn particle(&self) -> Option<Particle> {
        match self.word()? {
            Word::Particle(particle) => Some(particle),
            _ => None,
        }
    }

    /// Whether a numeral comes next.
    fn numeral(&self) -> bool {
        self.word().is_some_and(|word| !matches!(word, Word::Particle(_)))
    }

    fn take_particle(&mut self, particle: Particle) -> bool {
        let found = self.particle() == Some(particle) && !self.inflected();
        self.at += usize::from(found);
        found
    }

    /// Whether the word before has a suffix.
    fn inflected(&self) -> bool {
        !self.last_suffix().is_none()
    }

    fn last_suffix(&self) -> Suffix {
        self.at.checked_sub(1).map_or(Suffix::NONE, |at| self.lexemes[at].suffix)
    }

    fn text(&self, at: usize) -> &str {
        self.lexemes.get(at).map_or("", |lexeme| shown(&self.words[lexeme.start..lexeme.end]))
    }

    /// The next word cannot stand here, or there should be one.
    fn cannot_follow(&self) -> Error {
        let before = self.at.checked_sub(1).map(|at| self.text(at));
        match (self.peek(), before) {
            (Some(lexeme), Some(before)) => {
                Error::malformed(format!("{:?} cannot follow {before:?}", self.text(self.at)), lexeme.start)
            }
            (Some(lexeme), None) => {
                Error::malformed(format!("{:?} cannot start a number", self.text(self.at)), lexeme.start)
            }
            (None, before) => Error::malformed(
                format!("something must follow {:?}", before.unwrap_or_default()),
                self.words.len(),
            ),
        }
    }

    fn too_large(&self) -> Error {
        let last = self.at.saturating_sub(1);
        let at = self.lexemes.get(last).map_or(0, |lexeme| lexeme.start);
        Error::malformed(format!("the number is too large at {:?}", self.text(last)), at)
    }

    /// `екі мың он тоғызыншы жылғы жиырма бесінші қараша` from its second ordinal or its month on; `year` is what stands before жылғы.
    fn date(&mut self, year: Year, day: Option<Value>) -> Result<Parsed, Error> {
        let day = match day {
            None if self.numeral() => {
                let day = self.value()?;
                if self.last_suffix() != Suffix::from(Affix::Ordinal) {
                    return Err(self.cannot_follow());
                }
                Some(day)
            }
            day => day,
        };
        let day = match day {
            None => 0,
            Some(Value::Decimal(day)) => match day.to_integer().and_then(|day| u8::try_from(day).ok()) {
                Some(day @ 1..=31) => day,
                _ => return Err(self.cannot_follow()),
            },
            Some(_) => return Err(self.cannot_follow()),
        };
        match self.peek() {
            Some(&Lexeme { meaning: Meaning::Month(month), suffix, joint: Joint::Space, .. }) => {
                self.at += 1;
                let value = Value::Date(Date { year, month, day });
                Ok(Parsed { value, form: Form::Date, suffix })
            }
            _ => Err(self.cannot_follow()),
        }
    }

    fn phrase(&mut self) -> Result<Parsed, Error> {
        if matches!(self.peek(), Some(lexeme) if matches!(lexeme.meaning, Meaning::Month(_))) {
            return self.date(Year::Open, None);
        }
        let value = self.value()?;
        let suffix = self.last_suffix();
        let ordinal = suffix.starts_with(Affix::Ordinal) || suffix.starts_with(Affix::OrdinalShort);
        let bare_ordinal = ordinal && suffix.without_first().is_none();
        match (self.peek().map(|next| next.meaning), value) {
            (Some(Meaning::Month(_)), _) if bare_ordinal => return self.date(Year::Open, Some(value)),
            (Some(Meaning::Word(Word::Particle(Particle::OfYear), _)), Value::Decimal(year))
                if bare_ordinal =>
            {
                if let Some(year) = year.to_integer().and_then(|year| u16::try_from(year).ok()) {
                    self.at += 1;
                    return self.date(Year::Exact(year), None);
                }
            }
            _ => {}
        }
        let parsed = |form, suffix| Ok(Parsed { value, form, suffix });
        let Some(&next) = self.peek() else {
            let integer = matches!(value, Value::Decimal(number) if number.is_integer());
            let one_to_seven = matches!(value, Value::Decimal(number) if (1..=7).contains(&number.digits()));
            return if ordinal && integer {
                parsed(Form::Ordinal, suffix.without_first())
            } else if suffix.starts_with(Affix::Collective) && integer && one_to_seven {
                parsed(Form::Collective, suffix.without_first())
            } else if ordinal || suffix.starts_with(Affix::Collective) {
                self.at -= 1;
                Err(self.cannot_follow())
            } else {
                parsed(Form::Cardinal, suffix)
            };
        };
        if next.joint != Joint::Space || (self.inflected() && self.particle() != Some(Particle::Year)) {
            return Err(self.cannot_follow());
        }
        let meaning = next.meaning;
        match meaning {
            Meaning::Word(Word::Particle(Particle::Percent), _) => {
                self.at += 1;
                if next.suffix == Suffix::from(Affix::Attributive) && self.particle() == Some(Particle::Point)
                {
                    self.at += 1;
                    return parsed(Form::PercentagePoint, self.last_suffix());
                }
                parsed(Form::Percent, next.suffix)
            }
            Meaning::Word(Word::Particle(Particle::PerMille), _) => {
                self.at += 1;
                parsed(Form::PerMille, next.suffix)
            }
            Meaning::Word(Word::Particle(Particle::Year), _)
                if ordinal
                    && suffix.without_first().is_none()
                    && matches!(value, Value::Decimal(year) if year >= Decimal::ZERO) =>
            {
                self.at += 1;
                parsed(Form::Year, next.suffix)
            }
            Meaning::Currency(currency) => {
                self.at += 1;
                let value = match value {
                    Value::Decimal(whole) if !self.inflected() && self.numeral() => {
                        Value::Decimal(self.with_hundredths(whole, currency)?)
                    }
                    value => value,
                };
                Ok(Parsed { value, form: Form::Money(currency), suffix: self.last_suffix() })
            }
            Meaning::Hundredth(name) => {
                let row = HUNDREDTHS.iter().find(|(hundredth, _)| *hundredth == name);
                let currency = row.and_then(|(_, code)| code.parse().ok());
                let (Some(currency), Value::Decimal(number)) = (currency, value) else {
                    return Err(self.cannot_follow());
                };
                self.at += 1;
                let hundredth = Decimal::new(1, 2).and_then(|hundredth| number.checked_mul(hundredth));
                let value = hundredth.ok_or_else(|| self.too_large())?;
                Ok(Parsed { value: value.into(), form: Form::Money(currency), suffix: self.last_suffix() })
            }
            _ => Err(self.cannot_follow()),
        }
    }

    /// `он жеті теңге жиырма тоғыз тиын`, from the second number on.
    fn with_hundredths(&mut self, whole: Decimal, currency: Currency) -> Result<Decimal, Error> {
        let number = self.whole(100)?;
        let hundredth = self.peek().filter(|lexeme| {
            lexeme.joint == Joint::Space
                && currency.hundredth().is_some_and(|name| lexeme.meaning == Meaning::Hundredth(name))
        });
        if hundredth.is_none() || self.inflected() || !whole.is_integer() {
            return Err(self.cannot_follow());
        }
        self.at += 1;
        let sign = if self.negative { -1 } else { 1 };
        i128::try_from(number.value)
            .ok()
            .and_then(|hundredths| Decimal::new(sign * hundredths, 2))
            .and_then(|hundredths| whole.checked_add(hundredths))
            .ok_or_else(|| self.too_large())
    }

    fn value(&mut self) -> Result<Value, Error> {
        let start = self.at;
        let negative = self.particle() == Some(Particle::Minus);
        let mut signed = negative;
        if negative {
            if self.inflected_here() {
                return Err(self.cannot_follow());
            }
            self.at += 1;
            self.negative = true;
        } else if self.take_particle(Particle::Plus) {
            signed = true;
        }
        let sign = |value: Decimal| if negative { value.checked_neg() } else { Some(value) };
        let (first, last) = self.decimal(signed)?;
        let first = sign(first).ok_or_else(|| self.too_large())?;
        let Some(&next) = self.peek() else { return Ok(first.into()) };
        if next.joint != Joint::Space
            && !self.inflected()
            && (self.numeral() || self.particle() == Some(Particle::Minus))
        {
            return self.range(first, next.joint);
        }
        // үштен екі
        if self.last_suffix() == Suffix::from(Case::Ablative) && next.joint == Joint::Space && self.numeral()
        {
            let denominator = first.to_integer().and_then(|d| u64::try_from(d.unsigned_abs()).ok());
            // In a running text бір миллионнан екі is no fraction.
            let largest = if self.open { 1000 } else { u64::MAX };
            let Some(denominator) = denominator.filter(|d| (1..=largest).contains(d) && last.is_some())
            else {
                if self.open {
                    return Ok(first.into());
                }
                return Err(self.cannot_follow());
            };
            let end = self.at;
            let numerator = self.whole(u128::MAX)?.value;
            // бестен онға дейін is no fraction.
            let suffix = self.last_suffix();
            let of_them = suffix.is_none() || suffix.starts_with(Affix::Possessive3);
            let settled = self.lexemes[start].fraction && self.are_one(start, self.at - 1);
            let fraction = numerator < denominator.into() && of_them && settled;
            if self.open && !fraction {
                self.at = end;
                return Ok(first.into());
            }
            let numerator = i64::try_from(numerator).map_err(|_| self.too_large())?;
            return Ok(Value::Rational(if negative { -numerator } else { numerator }, denominator));
        }
        Ok(first.into())
    }

    fn inflected_here(&self) -> bool {
        self.peek().is_some_and(|lexeme| !lexeme.suffix.is_none())
    }

    /// `он-он бес мың`, from the second number on.
    fn range(&mut self, low: Decimal, joint: Joint) -> Result<Value, Error> {
        let start = self.at;
        let negative = self.particle() == Some(Particle::Minus);
        self.at += usize::from(negative);
        let (high, whole) = self.decimal(true)?;
        let high = if negative { high.checked_neg().ok_or_else(|| self.too_large())? } else { high };
        // What is counted by the last scale counts for both: он-он бес мың, екі-үш жүз.
        let scaled = whole.filter(|whole| joint == Joint::Hyphen && whole.unit >= 100).and_then(|whole| {
            let unit = Decimal::from(i128::try_from(whole.unit).ok()?);
            let count = whole.value.checked_div(whole.unit).filter(|_| whole.value % whole.unit == 0)?;
            let count = Decimal::from(i128::try_from(count).ok()?);
            (low >= Decimal::ZERO && low < count).then(|| low.checked_mul(unit)).flatten()
        });
        let given = low;
        let low = scaled.unwrap_or(low);
        if low >= high {
            self.at = start;
            if self.open {
                return Ok(given.into());
            }
            return Err(self.cannot_follow());
        }
        Ok(Value::Range(low, high))
    }

    /// A number with what stands after the comma; and the whole number, where it is nothing but that.
    fn decimal(&mut self, signed: bool) -> Result<(Decimal, Option<Whole>), Error> {
        let fail = |parser: &Self| parser.too_large();
        let to_decimal = |value: u128| i128::try_from(value).ok().map(Decimal::from);
        // жарты миллион, ширек ғасыр
        for (particle, digits, scale) in [(Particle::Half, 5, 1), (Particle::Quarter, 25, 2)] {
            if self.particle() == Some(particle) && !signed {
                self.at += 1;
                let part = Decimal::new(digits, scale).unwrap_or(Decimal::ZERO);
                return self.scaled(part).map(|value| (value, None));
            }
        }
        let start = self.at;
        let whole = self.whole(u128::MAX)?;
        let value = to_decimal(whole.value).ok_or_else(|| fail(self))?;
        if self.inflected() {
            return Ok((value, Some(whole)));
        }
        if self.peek().is_some_and(|next| next.joint != Joint::Space) {
            // нөл-нөл бір
            if whole.value == 0
                && self.at == start + 1
                && self.word() == Some(Word::Digit(0))
                && !self.inflected_here()
            {
                let fraction = self.digits()?;
                return Ok((fraction, None));
            }
            return Ok((value, Some(whole)));
        }
        let end = self.at;
        if self.take_particle(Particle::Whole) {
            let fraction = match self.fraction() {
                Err(_) if self.open => {
                    self.at = end;
                    return Ok((value, Some(whole)));
                }
                fraction => fraction?,
            };
            let value = value.checked_add(fraction).ok_or_else(|| fail(self))?;
            return self.scaled(value).map(|value| (value, None));
        }
        if self.particle() == Some(Particle::AndHalf) {
            self.at += 1;
            // мың жарым is half a thousand more, екі жарым half of one.
            let half = if whole.unit >= 100 { to_decimal(whole.unit / 2) } else { Decimal::new(5, 1) };
            let value = half.and_then(|half| value.checked_add(half)).ok_or_else(|| fail(self))?;
            return match whole.unit {
                100.. => Ok((value, None)),
                _ => self.scaled(value).map(|value| (value, None)),
            };
        }
        if self.are_one(start, self.at + 1) && self.take_particle(Particle::And) {
            // жүз де он тоғыз is a sum, үш те бес a decimal.
            let fits = |parser: &Self, limit| {
                parser.lexemes.get(parser.at).is_some_and(|lexeme| lexeme.meaning_is_nonzero())
                    && limit >= 100
            };
            if fits(self, whole.unit) {
                let more = self.whole(whole.unit)?;
                let value = to_decimal(more.value).and_then(|more| value.checked_add(more));
                return Ok((
                    value.ok_or_else(|| fail(self))?,
                    Some(Whole { value: whole.value + more.value, ..more }),
                ));
            }
            let fraction = self.digits()?;
            let value = value.checked_add(fraction).ok_or_else(|| fail(self))?;
            return self.scaled(value).map(|value| (value, None));
        }
        Ok((value, Some(whole)))
    }

    /// Whether the words at two places belong to one number: in a running text the finder has settled whether да is the comma of үш те бес
    /// or the word for also, and whether бестен он is a fraction.
    fn are_one(&self, before: usize, after: usize) -> bool {
        let number = |at: usize| self.lexemes.get(at).and_then(|lexeme| lexeme.number);
        !self.open || (number(before).is_some() && number(before) == number(after))
    }

    /// What follows бүтін.
    fn fraction(&mut self) -> Result<Decimal, Error> {
        let start = self.at;
        if self.word() != Some(Word::Digit(0)) {
            let denominator = self.whole(u128::MAX)?.value;
            let exponent = denominator.checked_ilog10().unwrap_or(0);
            let power = exponent > 0 && 10u128.pow(exponent) == denominator;
            if self.last_suffix() == Suffix::from(Case::Ablative) && power {
                let numerator = self.whole(denominator)?.value;
                return u8::try_from(exponent)
                    .ok()
                    .and_then(|scale| Decimal::new(i128::try_from(numerator).ok()?, scale))
                    .ok_or_else(|| self.too_large());
            }
        }
        self.at = start;
        self.digits()
    }

    /// Digits after the comma without a denominator: noughts one by one, then a number below a thousand.
    fn digits(&mut self) -> Result<Decimal, Error> {
        let mut scale = 0u8;
        while self.word() == Some(Word::Digit(0)) && (scale == 0 || !self.inflected()) {
            scale = scale.checked_add(1).ok_or_else(|| self.too_large())?;
            self.at += 1;
        }
        let more = self.peek().is_some_and(Lexeme::meaning_is_nonzero) && !(scale > 0 && self.inflected());
        let number = if more || scale == 0 { self.whole(1000)?.value } else { 0 };
        let length = number.checked_ilog10().map_or(0, |log| log + 1);
        u8::try_from(length)
            .ok()
            .and_then(|length| scale.checked_add(length))
            .and_then(|scale| Decimal::new(i128::try_from(number).ok()?, scale))
            .ok_or_else(|| self.too_large())
    }

    /// A scale after a decimal: бес бүтін оннан үш миллион.
    fn scaled(&mut self, value: Decimal) -> Result<Decimal, Error> {
        let joined = self.peek().is_some_and(|next| next.joint == Joint::Space) && !self.inflected();
        let unit = match self.word() {
            Some(Word::Hundred) if joined => 100,
            Some(Word::Scale(exponent)) if joined => 10i128.pow(exponent.into()),
            _ => return Ok(value),
        };
        self.at += 1;
        value.checked_mul(unit.into()).ok_or_else(|| self.too_large())
    }

    /// Whether a word belongs to the number before it, by what stands between the two: `жиырма-бес` is 25, for it would be no
    /// range, and `жүз-екі жүз` is one.
    fn continues(&self, lexeme: Lexeme, word: Word, unit: u128) -> bool {
        match lexeme.joint {
            Joint::Space => true,
            Joint::Dash => false,
            Joint::Hyphen => {
                let next = self.lexemes.get(self.at + 1).map(|lexeme| lexeme.meaning);
                let hundreds = matches!(next, Some(Meaning::Word(Word::Hundred, _)));
                (10..100).contains(&unit) && matches!(word, Word::Digit(1..)) && !hundreds
            }
        }
    }

    /// A whole number below a limit; a scale that would reach the limit is left for what comes after.
    fn whole(&mut self, limit: u128) -> Result<Whole, Error> {
        let start = self.at;
        let (mut total, mut group, mut unit) = (0u128, 0u128, 0u128);
        let mut last_scale = u8::MAX;
        while let Some(&lexeme) = self.peek() {
            let Meaning::Word(word, _) = lexeme.meaning else { break };
            if self.at > start && (self.inflected() || !self.continues(lexeme, word, unit)) {
                break;
            }
            let first = self.at == start;
            match word {
                Word::Digit(0) if first => {
                    self.at += 1;
                    return Ok(Whole { value: 0, unit: 1 });
                }
                Word::Digit(digit @ 1..) if first || unit > 1 => {
                    group += u128::from(digit);
                    unit = 1;
                }
                Word::Ten(ten) if first || unit > 10 => {
                    group += u128::from(ten);
                    unit = 10;
                }
                Word::Hundred if group == 0 || (group < 10 && unit == 1) => {
                    if total.saturating_add(group.max(1) * 100) >= limit {
                        break;
                    }
                    group = group.max(1) * 100;
                    unit = 100;
                }
                Word::Scale(scale) if scale < last_scale => {
                    let power = 10u128.pow(scale.into());
                    let value = group.max(1).checked_mul(power).and_then(|value| total.checked_add(value));
                    if value.is_some_and(|value| value >= limit) {
                        break;
                    }
                    self.at += 1;
                    total = value.ok_or_else(|| self.too_large())?;
                    (group, unit, last_scale) = (0, power, scale);
                    continue;
                }
                Word::Particle(_) => break,
                _ if self.open && self.at > start => break,
                _ => return Err(self.cannot_follow()),
            }
            self.at += 1;
        }
        let value = total.checked_add(group).filter(|&value| value < limit || limit == u128::MAX);
        match value {
            Some(value) if self.at > start => Ok(Whole { value, unit }),
            Some(_) => Err(self.cannot_follow()),
            None => {
                self.at -= 1;
                Err(self.cannot_follow())
            }
        }
    }
}

impl Lexeme {
    /// A numeral but нөл.
    fn meaning_is_nonzero(&self) -> bool {
        matches!(self.meaning, Meaning::Word(word, _) if !matches!(word, Word::Digit(0) | Word::Particle(_)))
    }
}
