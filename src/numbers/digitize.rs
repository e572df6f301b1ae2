//! Number words of a text to digits.

use super::lexicon::{Particle, Word, Written};
use super::notation::to_roman;
use super::parse::{
    Joint, Lexeme, Meaning, Parsed, lexemes_of_word, phrase_in_text, small_letters, suffix_after_hyphen,
};
use super::rewrite::{Rewriter, Rewritten};
use super::spell::{Form, PercentWord, Speller};
use super::suffix::Suffix;
use super::tables::PERCENT;
use super::verbalize::ordinal_context;
use super::{Affix, Date, Decimal, Modifier, Number, NumberKind, Time, Value, Year, numbers};
use crate::Script;
use crate::alphabet::to_lowercase;
use crate::segment::{Token, TokenKind, tokens};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A text with the numbers that stand in words written in digits, as print has them: for transcripts of speech.
///
/// Whole numbers, decimals, fractions, ranges, ordinals, collectives, percentages and times of day, with the suffixes that they carry. Units,
/// currencies and months after them stay in words, and so does every other byte. From five digits on groups of three are parted by a
/// no-break space. A single word must be a number to [`numbers`] too: what only looks like a numeral (`бірге`, `онда`, `үшін`) and
/// `бір` as an article are left.
///
/// ```
/// use qazaq::numbers::digitize;
///
/// let written = |text| digitize(text).into_string();
/// assert_eq!(written("елу процентке"), "50%-ке");
/// assert_eq!(written("он сегіз бүтін оннан бір пайызға өсті"), "18,1%-ға өсті");
/// assert_eq!(written("екі мың он тоғызыншы жылғы жиырма бесінші қараша"), "2019 жылғы 25 қараша");
/// assert_eq!(written("олардың сексен сегізі бесінші орында"), "олардың 88-і 5-інші орында");
/// assert_eq!(written("бір кісі онда барды, сен үшін"), "бір кісі онда барды, сен үшін");
/// ```
#[must_use]
pub fn digitize(text: &str) -> Rewritten {
    let mut rewriter = Rewriter::new(text);
    let mut line: Vec<Token<'_>> = Vec::new();
    let mut lexemes: Vec<Lexeme> = Vec::new();
    let found: Vec<Number<'_>> = numbers(text).collect();
    let mut all = tokens(text).peekable();
    while all.peek().is_some() {
        line.clear();
        line.extend(all.by_ref().take_while(|token| !token.is_line_break()));
        let mut at = 0;
        while at < line.len() {
            lexemes.clear();
            let end = run(&line, at, &mut lexemes);
            for lexeme in &mut lexemes {
                let at = found.partition_point(|number| number.span().end <= lexeme.start);
                if let Some(number) = found.get(at).filter(|number| number.span().start < lexeme.end) {
                    lexeme.number = u32::try_from(at).ok();
                    lexeme.fraction = matches!(number.value(), Value::Rational(..));
                }
            }
            if end > at {
                Run { text, line: &line, lexemes: &lexemes, found: &found, from: at }.rewrite(&mut rewriter);
            }
            at = end.max(at + 1);
        }
    }
    rewriter.finish()
}

/// Number words from a token on, with nothing but spaces and dashes between them; answers the token after the last.
fn run(line: &[Token<'_>], from: usize, lexemes: &mut Vec<Lexeme>) -> usize {
    let mut end = from;
    let mut at = from;
    let mut joint = Joint::Space;
    while let Some(token) = line.get(at) {
        match token.kind() {
            TokenKind::Word if words_of(token, joint, lexemes) => {
                (end, joint) = (at + 1, Joint::Space);
            }
            TokenKind::Space if at > from => {
                joint = if joint == Joint::Hyphen { Joint::Dash } else { joint };
            }
            TokenKind::Punctuation if at > from && joint == Joint::Space && is_dash(token.as_str()) => {
                let spaced = line[at - 1].kind() == TokenKind::Space;
                joint = if spaced || token.as_str() != "-" { Joint::Dash } else { Joint::Hyphen };
            }
            _ => break,
        }
        at += 1;
    }
    end
}

fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "‒" | "–" | "—")
}

/// The number words of a token: one, several that are glued, or two with a hyphen.
fn words_of(token: &Token<'_>, joint: Joint, lexemes: &mut Vec<Lexeme>) -> bool {
    let word = small_letters(token.as_str());
    let start = token.span().start;
    let before = lexemes.len();
    let read = match word.split_once('-') {
        None => lexemes_with_latin_i(&word, start, joint, lexemes),
        Some((first, second)) => {
            // The first half of он-он бес is one token, as бір-бірден is, which is no range.
            lexemes_with_latin_i(first, start, joint, lexemes)
                && (lexemes_with_latin_i(second, start + first.len() + 1, Joint::Hyphen, lexemes)
                    || lexemes[before..]
                        .last_mut()
                        .is_some_and(|last| suffix_after_hyphen(second, last.end + 1 + second.len(), last)))
        }
    };
    // Of the words beside numerals only those that are part of a number or follow one at once.
    let fits = |lexeme: &Lexeme| match lexeme.meaning {
        Meaning::Word(Word::Particle(particle), _) => !matches!(
            particle,
            Particle::Plus
                | Particle::Year
                | Particle::OfYear
                | Particle::Point
                | Particle::Square
                | Particle::Cubic
        ),
        _ => true,
    };
    if !read || !lexemes[before..].iter().all(fits) {
        lexemes.truncate(before);
        return false;
    }
    true
}

/// Reads a word as [`lexemes_of_word`] does, with a Latin i for the Cyrillic letter that looks like it: екi.
fn lexemes_with_latin_i(word: &str, start: usize, joint: Joint, lexemes: &mut Vec<Lexeme>) -> bool {
    if !word.contains('i') || word.starts_with(|c: char| c.is_ascii()) {
        return lexemes_of_word(word, start, joint, lexemes);
    }
    let before = lexemes.len();
    let read = lexemes_of_word(&word.replace('i', "і"), start, joint, lexemes);
    // It is shorter than what it is read as: no place inside the word is certain.
    let [lexeme] = &mut lexemes[before..] else {
        lexemes.truncate(before);
        return false;
    };
    (lexeme.start, lexeme.end) = (start, start + word.trim_end_matches('.').len());
    read
}

/// Number words that stand together.
struct Run<'r, 't> {
    text: &'t str,
    line: &'r [Token<'t>],
    lexemes: &'r [Lexeme],
    /// What the finder sees in the text: it knows articles and words that only look like numerals.
    found: &'r [Number<'t>],
    /// The first token.
    from: usize,
}

impl Run<'_, '_> {
    fn rewrite(&self, rewriter: &mut Rewriter<'_>) {
        let mut at = 0;
        // 2 миллион: the words belong to the digits before them; -екі would become less than nought.
        if self.follows_digits() || self.follows_hyphen() {
            return;
        }
        let mut ordinal = None;
        while at < self.lexemes.len() {
            let Lexeme { start, number, .. } = self.lexemes[at];
            let phrase = self.phrase(at);
            // A word alone may look like a numeral and be none, or be of an idiom: екіжүзді, екінші жағынан.
            let wanted = |&(_, next): &(Parsed, usize)| {
                self.tokens_of(at, next).is_some_and(|tokens| tokens > 1 || self.lexemes[at].number.is_some())
            };
            let Some((parsed, next)) = phrase.filter(wanted) else {
                at += 1;
                continue;
            };
            if self.is_part(&parsed, at, next) {
                at = next;
                continue;
            }
            if let Some(after) = self.left_whole(&parsed, next) {
                at = after;
                continue;
            }
            // төртінші тоқсанда is a quarter, not ninety.
            if parsed.form() == Form::Cardinal && number.is_some() && number == ordinal {
                at = next;
                continue;
            }
            ordinal = number.filter(|_| parsed.form() == Form::Ordinal);
            let change = self
                .time(&parsed, next)
                .or_else(|| self.before_noun(&parsed, next))
                .or_else(|| Some((self.written(&parsed, at, next)?, next, 0)));
            let Some((written, next, more)) = change else {
                at = next;
                continue;
            };
            rewriter.change(start..self.lexemes[next - 1].end + more, &written);
            at = next;
        }
    }

    /// The number that starts at a word.
    fn phrase(&self, at: usize) -> Option<(Parsed, usize)> {
        if let Some(year) = self.year(at) {
            return Some(year);
        }
        let (parsed, next) = phrase_in_text(self.text, self.lexemes, at)?;
        // Жарты — бір бүтін: two numbers to the finder
        if let (Value::Range(..), Some(Value::Decimal(_))) = (parsed.value(), self.found(at)) {
            let joined = |lexeme: &Lexeme| lexeme.joint != Joint::Space;
            let first = self.lexemes[at + 1..next].iter().position(joined)?;
            return phrase_in_text(self.text, &self.lexemes[..=at + first], at);
        }
        let last = &self.lexemes[next - 1];
        // бірдей after a number is a word of its own: он бірдей құжат.
        let one = matches!(last.meaning, Meaning::Word(Word::Digit(1), _))
            && last.suffix.starts_with(Affix::Similative);
        if one && next > at + 1 && last.number.is_none() && parsed.form() == Form::Cardinal {
            return phrase_in_text(self.text, &self.lexemes[..next - 1], at);
        }
        // Whether мың counts for both ends of a range is the finder's to say.
        match (parsed.value(), self.found(at)) {
            (Value::Range(..), Some(value @ Value::Range(..))) => Some((parsed.with_value(value), next)),
            _ => Some((parsed, next)),
        }
    }

    /// мың тоғыз он төртінші жылы: a year that is said without its hundred is 1914 to the finder.
    fn year(&self, at: usize) -> Option<(Parsed, usize)> {
        let Some(Value::Date(Date { year: Year::Exact(year), month: 0, .. })) = self.found(at) else {
            return None;
        };
        let (first, next) = phrase_in_text(self.text, self.lexemes, at)?;
        let (second, end) = phrase_in_text(self.text, self.lexemes, next)?;
        let told =
            self.lexemes[next].number == self.lexemes[at].number && self.lexemes[next].joint == Joint::Space;
        let short = first.form() == Form::Cardinal && second.form() == Form::Ordinal && told;
        short.then(|| (second.with_value(Value::integer(i64::from(year))), end))
    }

    /// The value of the number that the finder sees at a word.
    fn found(&self, at: usize) -> Option<Value> {
        let number = usize::try_from(self.lexemes.get(at)?.number?).ok()?;
        self.found.get(number).map(Number::value)
    }

    /// Whether the finder has more of the number than what has been read of it, or an uncountable one: жиырма үштемін, ондаған миллион.
    fn is_part(&self, parsed: &Parsed, at: usize, next: usize) -> bool {
        let number = self.lexemes[at].number.and_then(|number| self.found.get(usize::try_from(number).ok()?));
        let Some(number) = number else { return false };
        let counts = matches!(number.kind(), NumberKind::Cardinal | NumberKind::Ordinal);
        let more = number.span().end > self.lexemes[next - 1].end;
        let other = match (number.value(), parsed.value()) {
            (Value::Decimal(whole), Value::Decimal(part)) => whole != part,
            _ => false,
        };
        // I тоқсан: a quarter of a year
        let quarter = number.value() == Value::Relative
            && number.span().start < self.lexemes[at].start
            && matches!(self.lexemes[at].meaning, Meaning::Word(Word::Ten(90), _));
        let many = number.modifiers().contains(Modifier::Many);
        let scale = matches!(self.lexemes[at].meaning, Meaning::Word(Word::Scale(_), _));
        // жүз (ыы) тоқсан тоғыз: with what a transcript has between
        let parted = number.as_str().contains('(');
        quarter || parted || many && scale || counts && more && other
    }

    /// Whether a hyphen is written to the words.
    fn follows_hyphen(&self) -> bool {
        self.from.checked_sub(1).is_some_and(|before| matches!(self.line[before].as_str(), "-" | "−"))
    }

    /// Whether bare digits stand before the words.
    fn follows_digits(&self) -> bool {
        let before = self.line[..self.from].iter().rev();
        let before =
            before.into_iter().find(|token| token.kind() != TokenKind::Space && !is_dash(token.as_str()));
        before.is_some_and(|token| {
            token.kind() == TokenKind::Number && token.as_str().ends_with(|c: char| c.is_ascii_digit())
        })
    }

    /// How many tokens words from one to another are, spaces among them; `None` where they are not whole ones.
    fn tokens_of(&self, at: usize, next: usize) -> Option<usize> {
        let (start, end) = (self.lexemes[at].start, self.lexemes[next - 1].end);
        let first = self.line.partition_point(|token| token.span().start < start);
        let after = self.line.partition_point(|token| token.span().end < end);
        let whole = self.line.get(first)?.span().start == start && self.line.get(after)?.span().end == end;
        whole.then_some(after + 1 - first)
    }

    /// The word to go on from after a number that is left in words with what follows it: үш-екі, which were a score in digits, and екі
    /// бүтін without its tenths.
    fn left_whole(&self, parsed: &Parsed, next: usize) -> Option<usize> {
        let after = self.lexemes.get(next).filter(|_| parsed.form() == Form::Cardinal)?;
        match (after.joint, after.meaning) {
            (Joint::Hyphen, _)
                if parsed.suffix().is_none() && !matches!(parsed.value(), Value::Range(..)) =>
            {
                Some(self.phrase(next).map_or(next + 1, |(_, next)| next))
            }
            (Joint::Space, Meaning::Word(Word::Particle(Particle::Whole), _)) => Some(next + 1),
            _ => None,
        }
    }

    /// `он сегіз нөл-нөлде`, `он екі отыз`, `бес жарымда`: an hour and minutes.
    fn time(&self, hour: &Parsed, next: usize) -> Option<(String, usize, usize)> {
        if let (Some(Value::Time(Time { minute: minute @ 30, .. })), Value::Decimal(halves)) =
            (self.found(next - 1), hour.value())
        {
            let doubled = halves.checked_mul(Decimal::from(2)).and_then(Decimal::to_integer);
            if let Some(doubled) = doubled.filter(|_| !halves.is_integer()) {
                let digits = format!("{}:{minute:02}", doubled / 2);
                return Some((Speller::new().with_suffix(digits, hour.suffix()), next, 0));
            }
        }
        let number = |parsed: &Parsed| match parsed.value() {
            Value::Decimal(number) if parsed.form() == Form::Cardinal && number.scale() == 0 => {
                number.to_integer()
            }
            _ => None,
        };
        let hours = number(hour).filter(|hours| (0..24).contains(hours) && hour.suffix().is_none())?;
        let lexeme = |at: usize| self.lexemes.get(at);
        let nought =
            |at: usize| lexeme(at).is_some_and(|l| matches!(l.meaning, Meaning::Word(Word::Digit(0), _)));
        // Two bare numbers may be a name or a code; the finder knows more of what is around them.
        let told = matches!(self.found(next - 1), Some(Value::Time(_)));
        let spaced = lexeme(next).is_some_and(|lexeme| lexeme.joint == Joint::Space);
        let (minutes, suffix, next) = if spaced
            && nought(next)
            && nought(next + 1)
            && (told || lexeme(next + 1)?.joint == Joint::Hyphen)
        {
            (0, lexeme(next + 1)?.suffix, next + 2)
        } else {
            let from = if nought(next) { next + 1 } else { next };
            let (minute, end) = phrase_in_text(self.text, self.lexemes, from)
                .filter(|&(_, end)| self.tokens_of(from, end).is_some())?;
            let minutes = number(&minute)
                .filter(|minutes| (1..60).contains(minutes) && (from > next) == (*minutes < 10))?;
            // жиырма екі онда: the finder knows that онда is another word
            let seen = self.lexemes[end - 1].number.is_some();
            let certain = told || (seen && !minute.suffix().is_none());
            if !certain || !spaced || lexeme(from)?.joint != Joint::Space {
                return None;
            }
            (minutes, minute.suffix(), end)
        };
        let digits = format!("{hours}:{minutes:02}");
        Some((Speller::new().with_suffix(digits, suffix), next, 0))
    }

    /// A number in digits; `None` for what is better left in words.
    fn written(&self, parsed: &Parsed, at: usize, next: usize) -> Option<String> {
        let lexeme = &self.lexemes[at];
        // A half and a quarter have no digits of their own, and жүздеген is no number one could count.
        let part = matches!(lexeme.meaning, Meaning::Word(Word::Particle(_), _)) && next == at + 1;
        if part || !is_usual(parsed.suffix()) {
            return None;
        }
        let digits = digits(parsed.value(), parsed.form() == Form::Ordinal);
        let suffix = parsed.suffix();
        let with = |base: String, suffix: Suffix| Some(Speller::new().with_suffix(base, suffix));
        match parsed.form() {
            Form::Percent => {
                let last = self.lexemes[next - 1];
                let word = match last.meaning {
                    Meaning::Word(_, word) if word == PERCENT => PercentWord::Paiyz,
                    _ => PercentWord::Procent,
                };
                Some(Speller::new().percent_word(word).with_suffix(format!("{digits}%"), suffix))
            }
            Form::PerMille => with(format!("{digits}‰"), suffix),
            Form::Ordinal => with(digits, Suffix::from(Affix::Ordinal).then(suffix)?),
            _ => with(digits, suffix),
        }
    }

    /// The word after the number words, in small letters.
    fn word_after(&self, next: usize) -> Option<alloc::borrow::Cow<'_, str>> {
        let end = self.lexemes[next - 1].end;
        if next < self.lexemes.len() {
            return None;
        }
        let after = self.line.partition_point(|token| token.span().start < end);
        let space = self.line.get(after).is_some_and(|token| token.kind() == TokenKind::Space);
        let word = self.line.get(after + usize::from(space))?;
        Some(to_lowercase(word.as_str().trim_end_matches('.'), Script::Cyrillic))
    }

    /// An ordinal before жылы and the like, or two with a dash: `2019`, `1990-`, `1941–1945`, `XX`. Also answers where it ends, and how
    /// many bytes after that are part of it.
    fn before_noun(&self, first: &Parsed, next: usize) -> Option<(String, usize, usize)> {
        let integer = |parsed: &Parsed| match parsed.value() {
            Value::Decimal(number) if parsed.form() == Form::Ordinal && parsed.suffix().is_none() => {
                number.to_integer()
            }
            _ => None,
        };
        let number = integer(first)?;
        let dash = self.lexemes.get(next).is_some_and(|lexeme| lexeme.joint != Joint::Space);
        let second = if dash { phrase_in_text(self.text, self.lexemes, next) } else { None };
        let (last, end) = match &second {
            Some((second, end)) => (integer(second).filter(|last| number < *last)?, *end),
            None => (number, next),
        };
        let word = self.word_after(end)?;
        let written = match ordinal_context(last, &word)? {
            // 2018–2020 жылдары are years, not decades.
            Written::Hyphen if ordinal_context(number, &word) != Some(Written::Hyphen) => Written::Digits,
            written => written,
        };
        let mut text = String::new();
        for number in [Some(number), second.map(|_| last)].into_iter().flatten() {
            if !text.is_empty() {
                text.push('–');
            }
            match written {
                Written::Roman => text.push_str(&to_roman(number)?),
                _ => text.push_str(&number.to_string()),
            }
        }
        let mut more = 0;
        if written == Written::Hyphen {
            // The hyphen takes the place of the space.
            text.push('-');
            let after = &self.text[self.lexemes[end - 1].end..];
            more = after.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8);
        }
        Some((text, end, more))
    }
}

/// Whether a suffix is written after digits: жүздік and жүздеген are better left in words.
fn is_usual(suffix: Suffix) -> bool {
    let derives = [
        Affix::Attributive,
        Affix::AttributivePossessive,
        Affix::ApproximateMany,
        Affix::ByThe,
        Affix::Relational,
    ];
    !derives.into_iter().any(|affix| suffix.starts_with(affix))
}

/// A value in the notation of print: decimal comma, groups of three from five digits on.
fn digits(value: Value, plain: bool) -> String {
    match value {
        Value::Decimal(number) => decimal(number, plain),
        Value::Range(low, high) => format!("{}–{}", decimal(low, plain), decimal(high, plain)),
        Value::Rational(numerator, denominator) => format!("{numerator}/{denominator}"),
        // Number words alone are neither dates nor times.
        other => other.to_string(),
    }
}

fn decimal(number: Decimal, plain: bool) -> String {
    let text = number.to_string();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", &*text),
    };
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left % 3 == 0 && whole.len() > 4 && !plain {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
        // Three digits would be read as a group of thousands.
        if fraction.len() == 3 && whole.len() <= 3 && whole != "0" {
            out.push('0');
        }
    }
    out
}
