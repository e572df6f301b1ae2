//! Digits of a text to words.

use super::lexicon::{Currency, Word, Written, word_at_start};
use super::notation::{before_millions, read_date, read_decimal, read_fraction, read_time, roman, vulgar};
use super::rewrite::{Rewriter, Rewritten};
use super::spell::{Form, PercentWord, Speller};
use super::suffix::{Stem, Suffix, read_after_hyphen, read_any_suffix, read_suffix, write_inflected};
use super::tables::{
    CASES_BEFORE, CUBIC, DIGITS, LISTS, MONTHS, OF_YEAR, ORDINAL_CONTEXTS, PER_MILLE, PLUS, PROCENT, SCALES,
    SIGNS, SQUARE, UNITS, YEAR,
};
use super::{Affix, Case, Date, Decimal, Modifier, Number, Value, Year, numbers};
use crate::Script;
use crate::alphabet::to_lowercase;
use crate::segment::{Token, TokenKind, tokens};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// A text with the numbers that stand in digits written in words, as speech has them.
///
/// Numbers, percentages, sums of money, dates, times of day, fractions, ranges, years and centuries, with the suffixes that they carry and
/// the abbreviations of units and scales after them. What is no number stays as it is: telephone numbers, versions, scores,
/// names with digits, identifiers after №, integers with a leading nought: what [`numbers`] does not find. So does every other byte.
/// A number that stands in brackets again is said once: `30 (отыз) пайыз` is `отыз пайыз`.
///
/// ```
/// use qazaq::numbers::verbalize;
///
/// let spoken = |text| verbalize(text).into_string();
/// assert_eq!(spoken("18,1%-ға"), "он сегіз бүтін оннан бір пайызға");
/// assert_eq!(spoken("50%-ке"), "елу процентке");
/// assert_eq!(spoken("2019 жылғы 25 қарашада"), "екі мың он тоғызыншы жылғы жиырма бесінші қарашада");
/// assert_eq!(spoken("5,3 млн-ға, $5.99"), "бес бүтін оннан үш миллионға, бес доллар тоқсан тоғыз цент");
/// assert_eq!(spoken("Олардың 88-і 3-сыныпта."), "Олардың сексен сегізі үшінші сыныпта.");
/// assert_eq!(spoken("COVID-19, +7 701 111 45 67"), "COVID-19, +7 701 111 45 67");
/// ```
#[must_use]
pub fn verbalize(text: &str) -> Rewritten {
    Speller::new().verbalize(text)
}

impl Speller {
    /// [`verbalize`] with this speller's choices. The word for per cent is the one that the suffix agrees with, where it does with one
    /// only.
    #[must_use]
    pub fn verbalize(&self, text: &str) -> Rewritten {
        let mut rewriter = Rewriter::new(text);
        let mut line: Vec<Token<'_>> = Vec::new();
        let found: Vec<Number<'_>> = numbers(text).collect();
        let mut all = tokens(text).peekable();
        while all.peek().is_some() {
            line.clear();
            line.extend(all.by_ref().take_while(|token| !token.is_line_break()));
            let line = Line { tokens: &line, found: &found, speller: *self };
            let mut at = 0;
            while at < line.tokens.len() {
                match line.step(at) {
                    Step::Keep(next) => at = next.max(at + 1),
                    Step::Say(first, next, words) => {
                        let place = line.tokens[first].span().start..line.tokens[next - 1].span().end;
                        rewriter.change(place, &words);
                        at = next;
                    }
                }
            }
        }
        rewriter.finish()
    }
}

/// What is done from a token on, up to but without another.
enum Step {
    Keep(usize),
    /// From the first token to before the second, in words.
    Say(usize, usize, String),
}

/// What stands before a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    Minus,
    Plus,
    Currency(Currency),
}

/// No more numbers than these are ranked by one after them.
const RANKED_TOGETHER: usize = 16;

struct Line<'l, 't> {
    tokens: &'l [Token<'t>],
    /// Where the finder sees numbers: it knows telephone numbers, scores and identifiers.
    found: &'l [Number<'t>],
    speller: Speller,
}

/// A scale or a unit after a number.
struct Measure<'t> {
    /// шаршы or текше.
    before: &'static str,
    word: &'static str,
    suffix: Option<&'t str>,
    scale: bool,
}

/// One or two numbers, read from their digits.
struct Digits<'t> {
    value: Value,
    /// The first token after them.
    next: usize,
    suffix: Option<&'t str>,
    percent: Option<char>,
}

impl<'t> Line<'_, 't> {
    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(Token::kind)
    }

    fn text(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", Token::as_str)
    }

    /// The number of the finder that a token lies in.
    fn found(&self, at: usize) -> Option<&Number<'t>> {
        let span = self.tokens.get(at)?.span();
        let number = self.found.get(self.found.partition_point(|number| number.span().end <= span.start))?;
        (number.span().start < span.end).then_some(number)
    }

    /// The first token from here that is no space.
    fn after_space(&self, at: usize) -> usize {
        if self.kind(at) == Some(TokenKind::Space) { at + 1 } else { at }
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "‒" | "–" | "—" | "‑" | "−")
    }

    fn step(&self, at: usize) -> Step {
        match self.kind(at) {
            Some(TokenKind::Number) => self.number(at, at, Sign::None),
            Some(TokenKind::Word | TokenKind::Abbreviation) => self.roman(at).unwrap_or(Step::Keep(at + 1)),
            Some(TokenKind::Symbol | TokenKind::Punctuation) => self.sign(at),
            Some(TokenKind::Space) => match self.said_before(at) {
                Some(next) => Step::Say(at, next, String::new()),
                None => Step::Keep(at + 1),
            },
            _ => Step::Keep(at + 1),
        }
    }

    /// A sign before a number: minus, a currency, № and plus.
    fn sign(&self, at: usize) -> Step {
        let text = self.text(at);
        // What is said is in words on either side, which a hyphen would join.
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        let parted = match before {
            Some(TokenKind::Word | TokenKind::Abbreviation | TokenKind::Symbol) => {
                (at + 1..at + 3).any(|at| self.kind(at) == Some(TokenKind::Number))
            }
            Some(TokenKind::Number) => self.kind(at + 1) == Some(TokenKind::Symbol),
            _ => false,
        };
        if parted && text == "-" && self.ends_range(at + 1) {
            return Step::Say(at, at + 1, String::from(" – "));
        }
        let number = self.kind(at + 1) == Some(TokenKind::Number);
        if matches!(text, "№" | "#") {
            let next = self.after_space(at + 1);
            return Step::Keep(if self.kind(next) == Some(TokenKind::Number) {
                self.identifier_end(next)
            } else {
                at + 1
            });
        }
        if !number || !(self.is_free_before(at) || self.ends_range(at)) {
            return Step::Keep(at + 1);
        }
        // The finder knows a dash of dialogue, and one that lost its second space: 10 қараша -12 қараша.
        let minus =
            || self.found(at + 1).is_some_and(|number| number.span().start <= self.tokens[at].span().start);
        match (text, currency_of(text)) {
            ("-" | "−" | "–" | "—", _) if minus() => self.number(at, at + 1, Sign::Minus),
            ("-" | "−" | "–" | "—", _) => self.number(at + 1, at + 1, Sign::None),
            ("+", _) => self.number(at, at + 1, Sign::Plus),
            (_, Some(currency)) => self.number(at, at + 1, Sign::Currency(currency)),
            _ => Step::Keep(at + 1),
        }
    }

    /// Whether a number may start here: nothing is written to it.
    fn is_free_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        match self.kind(before) {
            Some(TokenKind::Space) => true,
            Some(TokenKind::Punctuation) => {
                !self.is_dash(before) && !matches!(self.text(before), "/" | "\\" | ")")
            }
            _ => false,
        }
    }

    /// Where numbers end that are joined by hyphens, spaces and brackets: telephone numbers and the like.
    fn chain_end(&self, at: usize) -> usize {
        let mut end = at;
        let mut next = at;
        while let Some(kind) = self.kind(next) {
            match kind {
                TokenKind::Number => end = next + 1,
                TokenKind::Space => {}
                _ if self.is_dash(next) || matches!(self.text(next), "(" | ")" | "/") => {}
                _ => break,
            }
            next += 1;
        }
        end
    }

    /// Whether three numbers or more are joined by hyphens, or the second stands in brackets.
    fn is_long_chain(&self, at: usize) -> bool {
        let bracket = self.after_space(at + 1);
        if self.text(bracket) == "("
            && self.kind(bracket + 1) == Some(TokenKind::Number)
            && self.text(bracket + 2) == ")"
        {
            let after = self.after_space(bracket + 3);
            return self.kind(after) == Some(TokenKind::Number);
        }
        let joined = |at: usize| self.is_dash(at + 1) && self.kind(at + 2) == Some(TokenKind::Number);
        let spaced = |at: usize| {
            self.kind(at + 1) == Some(TokenKind::Space) && self.kind(at + 2) == Some(TokenKind::Number)
        };
        (joined(at) && joined(at + 2)) || (at > 0 && self.text(at - 1) == "+" && (joined(at) || spaced(at)))
    }

    /// An identifier after №: numbers joined by hyphens or strokes.
    fn identifier_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while (self.is_dash(end) || self.text(end) == "/") && self.kind(end + 1) == Some(TokenKind::Number) {
            end += 2;
        }
        end
    }

    /// The number at a token; what is said starts at `first`, which is the number or its sign.
    fn number(&self, first: usize, at: usize, sign: Sign) -> Step {
        if self.is_long_chain(at) {
            return Step::Keep(self.chain_end(at));
        }
        if self.found(at).is_none() {
            return Step::Keep(at + 1);
        }
        let follows = || self.is_free_before(at) || self.follows_loose_dash(at) || self.ends_range(at);
        if sign == Sign::None && first == at && !follows() {
            return Step::Keep(at + 1);
        }
        let mut out = String::new();
        // A String takes everything: an error is what has no words.
        match self.say(at, sign, &mut out) {
            Ok(next) => Step::Say(first, next, out),
            Err(fmt::Error) => {
                // The second end of a range that cannot be said is no number alone.
                let joined = self.is_dash(at + 1) && self.kind(at + 2) == Some(TokenKind::Number);
                Step::Keep(if joined { at + 3 } else { at + 1 })
            }
        }
    }

    /// Whether a dash that is written to nothing else, and is no minus, stands before a number.
    fn follows_loose_dash(&self, at: usize) -> bool {
        at > 0 && self.is_dash(at - 1) && self.is_free_before(at - 1)
    }

    /// Whether a number, or its sign, stands after the dash of a range whose ends have a unit each: 15°С-18°С, $100-$200.
    fn ends_range(&self, at: usize) -> bool {
        let Some(dash) = at.checked_sub(1).filter(|&dash| self.is_dash(dash)) else { return false };
        self.found(at).is_some_and(|number| {
            matches!(number.value(), Value::Range(..))
                && number.unit().is_some()
                && number.span().start < self.tokens[dash].span().start
        })
    }

    fn digits(&self, at: usize, negative: bool) -> Option<Digits<'t>> {
        let read = |at: usize| {
            let token = self.tokens.get(at).filter(|token| token.kind() == TokenKind::Number)?;
            let value = read_decimal(token.digits())?;
            let millions = self
                .measure(self.after_space(at + 1))
                .is_some_and(|word| word.scale && word.word != SCALES[0]);
            let value =
                if millions { before_millions(token.digits(), value).unwrap_or(value) } else { value };
            Some((value, *token))
        };
        let (low, token) = read(at)?;
        let low = if negative { low.checked_neg()? } else { low };
        let (suffix, percent) = (token.suffix(), token.percent_sign());
        let dash = self.after_space(at + 1);
        if suffix.is_none() && self.is_dash(dash) {
            let second = self.after_space(dash + 1);
            let spaced = dash > at + 1;
            if spaced == (second > dash + 1)
                && self.kind(second) == Some(TokenKind::Number)
                && !(spaced && self.text(dash) == "-")
            {
                let (high, last_token) = read(second)?;
                let other = percent.is_some_and(|sign| last_token.percent_sign() != Some(sign));
                if (low < high || low > high && self.is_before_era(at)) && !other {
                    let (suffix, percent) = (last_token.suffix(), last_token.percent_sign());
                    return Some(Digits {
                        value: Value::Range(low, high),
                        next: second + 1,
                        suffix,
                        percent,
                    });
                }
                // 1452–55: the hundreds of the first year are those of the second too.
                let years = low.to_integer().zip(high.to_integer()).filter(|&(first, last)| {
                    (1000..2200).contains(&first) && (10..100).contains(&last) && first % 100 < last
                });
                if let (Some((first, last)), None, false) = (years, percent, spaced) {
                    return Some(Digits {
                        value: Value::Range(low, Decimal::from(first / 100 * 100 + last)),
                        next: second + 1,
                        suffix: last_token.suffix(),
                        percent: None,
                    });
                }
                // Anything else that goes down is no range; with spaces the dash parts what it parts.
                if !spaced {
                    return None;
                }
            }
        }
        let next = if suffix.is_none() { self.said_again(at).unwrap_or(at + 1) } else { at + 1 };
        Some(Digits { value: low.into(), next, suffix, percent })
    }

    /// What is next behind a number that stands in brackets again, in words: 30 (отыз).
    fn said_again(&self, at: usize) -> Option<usize> {
        let open = self.after_space(at + 1);
        if self.text(open) != "(" || self.kind(open + 1) != Some(TokenKind::Word) {
            return None;
        }
        let end = self.found(at)?.span().end;
        let inside = self.tokens[open..].iter().take_while(|token| token.span().end <= end);
        Some(open + inside.map(Token::as_str).position(|text| text == ")")? + 1)
    }

    /// Digits in brackets behind the same number in words, with the space before them: үш (3) күн. They are said already.
    fn said_before(&self, at: usize) -> Option<usize> {
        let digits = self.after_space(at) + 1;
        let again = self.text(digits - 1) == "("
            && self.kind(digits) == Some(TokenKind::Number)
            && self.text(digits + 1) == ")"
            && self.found(digits)?.span().start < self.tokens[at].span().start;
        again.then_some(digits + 2)
    }

    /// Says the number at a token and what belongs to it; answers where that ends.
    fn say(&self, at: usize, sign: Sign, out: &mut String) -> Result<usize, fmt::Error> {
        let negative = sign == Sign::Minus;
        let currency = match sign {
            Sign::Currency(currency) => Some(currency),
            _ => None,
        };
        if sign == Sign::Plus {
            out.push_str(PLUS);
            out.push(' ');
        }
        if sign == Sign::None {
            if let Some(next) = self.date_of_year(at, out) {
                return Ok(next);
            }
            let timed = self
                .found(at)
                .is_some_and(|number| matches!(number.value(), Value::Time(_) | Value::Times(..)));
            if let Some(words) = self.date_time_or_fraction(at, timed) {
                out.push_str(&words);
                // 10:00–12:00
                let second = at + 2;
                let joined = timed && self.is_dash(at + 1) && self.kind(second) == Some(TokenKind::Number);
                if let Some(words) = if joined { self.date_time_or_fraction(second, true) } else { None } {
                    out.push_str(" – ");
                    out.push_str(&words);
                    return Ok(second + 1);
                }
                return Ok(at + 1);
            }
        }
        let digits = self.digits(at, negative).ok_or(fmt::Error)?;
        let Digits { value, next, suffix, percent } = digits;
        if let Some(sign) = percent {
            self.spell(value, Form::Cardinal, Suffix::NONE, out)?;
            self.say_sign(sign, suffix, out)?;
            return Ok(next);
        }
        if let Some(suffix) = suffix {
            if let Some(currency) = currency {
                let meant = self.meant(suffix, currency.name())?;
                self.spell(value, Form::Money(currency), meant, out)?;
                return Ok(next);
            }
            let last = self.last_number(value);
            let mut words = String::new();
            self.spell(last.into(), Form::Cardinal, Suffix::NONE, &mut words)?;
            let meant = self.meant(suffix, words.rsplit([' ', '-']).next().unwrap_or_default())?;
            self.spell_inflected(value, meant, out)?;
            return Ok(next);
        }
        // 3-сынып
        if self.ranks(next) {
            self.ordinal(value, out)?;
            out.push(' ');
            return Ok(next + 1);
        }
        // 2 қараша 1841
        if self.is_year_of_date(at, value) {
            self.ordinal(value, out)?;
            return Ok(next);
        }
        // 10, 12 және 15-баптар; 1-, 2- және 3-сынып
        if matches!(value, Value::Decimal(value) if value.is_integer()) && currency.is_none() {
            let hanging = usize::from(matches!(self.text(next), "-" | "‑"));
            if self.is_ranked_by_later(next + hanging) {
                self.ordinal(value, out)?;
                return Ok(next + hanging);
            }
        }
        if self.is_ordinal_context(value, next) {
            self.ordinal(value, out)?;
            return Ok(self.say_context(next, out).unwrap_or(next));
        }
        // What is written to the digits must be understood or be punctuation.
        if matches!(self.kind(next), Some(TokenKind::Word)) && self.measure(next).is_none() {
            return Err(fmt::Error);
        }
        if self.text(next) == "/" || (self.is_dash(next) && self.kind(next + 1) == Some(TokenKind::Word)) {
            return Err(fmt::Error);
        }
        self.with_unit(value, next, currency, out)
    }

    /// A number with the scale, the unit or the currency that follows it.
    fn with_unit(
        &self,
        value: Value,
        next: usize,
        currency: Option<Currency>,
        out: &mut String,
    ) -> Result<usize, fmt::Error> {
        let mut end = next;
        let mut words = String::new();
        let mut sign = currency;
        let mut suffix = Suffix::NONE;
        // шаршы of кв. м
        let mut power = "";
        loop {
            let at = self.after_space(end);
            let Some(token) = self.tokens.get(at) else { break };
            // 2 AMD is a processor, unless the finder says that it is money.
            let is_money = || token.kind() != TokenKind::Word || self.found(at).is_some();
            if let Some(found) = currency_of(token.base()).filter(|_| sign.is_none() && is_money()) {
                let written = self.suffix_of_sign(at);
                suffix = match written {
                    Some((text, _)) => self.meant(text, found.name())?,
                    None => Suffix::NONE,
                };
                (sign, end) = (Some(found), written.map_or(at + 1, |(_, next)| next));
                break;
            }
            if let Some(word) = SIGNS.iter().find(|(form, _)| *form == token.base()).map(|(_, word)| *word) {
                // °С is a unit of its own, and 46°32′ a place.
                if self.kind(at + 1) == Some(TokenKind::Number) {
                    return Err(fmt::Error);
                }
                // −5°C is said without the C, to which the suffix is written: −5°C-тан
                let after = self.text(at + 1);
                let (letter, written) = after.split_once('-').unwrap_or((after, ""));
                if token.base() == "°" && matches!(letter, "С" | "C") && sign.is_none() {
                    let meant = if written.is_empty() { Suffix::NONE } else { self.meant(written, word)? };
                    words.push(' ');
                    write_inflected(&mut words, word.into(), meant)?;
                    end = at + 2;
                    break;
                }
                let alone = !self.text(at + 1).starts_with(char::is_alphabetic);
                if token.percent_sign().is_some() {
                    self.spell(value, Form::Cardinal, Suffix::NONE, out)?;
                    out.push_str(&words);
                    self.say_sign(token.percent_sign().unwrap_or('%'), token.suffix(), out)?;
                    return Ok(at + 1);
                }
                if alone && sign.is_none() {
                    words.push(' ');
                    let own = token.suffix().map(|suffix| (suffix, at + 1));
                    let written = own.or_else(|| self.suffix_of_sign(at));
                    let meant = written.map_or(Ok(Suffix::NONE), |(suffix, _)| self.meant(suffix, word))?;
                    write_inflected(&mut words, word.into(), meant)?;
                    end = written.map_or(at + 1, |(_, next)| next);
                }
                break;
            }
            let Some(measure) = self.measure(at).filter(|measure| measure.scale || sign.is_none()) else {
                break;
            };
            if matches!(measure.word, SQUARE | CUBIC) {
                let unit = self.measure(self.after_space(at + 1));
                if power.is_empty() && unit.is_some_and(|unit| !unit.scale && unit.before.is_empty()) {
                    (power, end) = (measure.word, at + 1);
                    continue;
                }
            }
            let inflected =
                measure.suffix.map_or(Ok(Suffix::NONE), |suffix| self.meant(suffix, measure.word))?;
            // $5 млн-ға is бес миллион долларға.
            let (inflected, passed) =
                if sign.is_some() { (Suffix::NONE, inflected) } else { (inflected, suffix) };
            suffix = passed;
            // 60 км/сағ is сағатына алпыс километр.
            let per = if self.text(at + 1) == "/" && !measure.scale && token.kind() == TokenKind::Word {
                self.measure(at + 2).filter(|unit| !unit.scale)
            } else {
                None
            };
            let mut inflected = inflected;
            if let Some(per) = &per {
                let each = Suffix::from(Affix::Possessive3).then(Case::Dative).unwrap_or_default();
                if !per.before.is_empty() {
                    out.push_str(per.before);
                    out.push(' ');
                }
                write_inflected(out, per.word.into(), each)?;
                out.push(' ');
                if let Some(written) = per.suffix {
                    inflected = self.meant(written, measure.word)?;
                }
            }
            words.push(' ');
            for before in [power, measure.before] {
                if !before.is_empty() {
                    words.push_str(before);
                    words.push(' ');
                }
            }
            write_inflected(&mut words, measure.word.into(), inflected)?;
            if per.is_some() {
                end = at + 3;
                break;
            }
            end = at + 1;
            if token.kind() == TokenKind::Abbreviation && self.ends_sentence(end) {
                words.push('.');
                break;
            }
            if !measure.scale || !inflected.is_none() {
                break;
            }
        }
        match sign {
            Some(currency) if words.is_empty() => self.spell(value, Form::Money(currency), suffix, out)?,
            Some(currency) => {
                self.spell(value, Form::Cardinal, Suffix::NONE, out)?;
                out.push_str(&words);
                out.push(' ');
                let row = currency.row();
                write_inflected(out, Stem { word: row.name, possessed: row.possessed }, suffix)?;
            }
            None => {
                self.spell(value, Form::Cardinal, Suffix::NONE, out)?;
                out.push_str(&words);
            }
        }
        Ok(end)
    }

    /// A stop after an abbreviation also ends the sentence where nothing or a capital follows.
    fn ends_sentence(&self, at: usize) -> bool {
        let next = self.after_space(at);
        self.tokens
            .get(next)
            .is_none_or(|token| token.as_str().chars().next().is_some_and(char::is_uppercase))
    }

    /// A percent sign as a word: the one that its suffix agrees with.
    fn say_sign(&self, sign: char, suffix: Option<&str>, out: &mut String) -> fmt::Result {
        out.push(' ');
        let usual = if sign == '‰' { PER_MILLE } else { self.speller.percent_name() };
        let Some(suffix) = suffix else { return out.write_str(usual) };
        let suffix = to_lowercase(suffix, Script::Cyrillic);
        let other = match sign {
            '‰' => usual,
            _ if usual == PROCENT => Speller::new().percent_name(),
            _ => Speller::new().percent_word(PercentWord::Procent).percent_name(),
        };
        for word in [usual, other] {
            if let Some(meant) = read_after_hyphen(&suffix, word.into(), |a, b| a == b) {
                return write_inflected(out, word.into(), meant);
            }
        }
        write_inflected(out, usual.into(), read_any_suffix(&suffix).ok_or(fmt::Error)?)
    }

    /// What a suffix means, right or wrong for its word; an error where it is none.
    fn meant(&self, suffix: &str, word: &str) -> Result<Suffix, fmt::Error> {
        let suffix = to_lowercase(suffix, Script::Cyrillic);
        read_after_hyphen(&suffix, word.into(), |a, b| a == b)
            .or_else(|| read_any_suffix(&suffix))
            .ok_or(fmt::Error)
    }

    fn spell(&self, value: Value, form: Form, suffix: Suffix, out: &mut String) -> fmt::Result {
        let spelling = self.speller.spelling(value, form).map_err(|_| fmt::Error)?;
        write!(out, "{}", spelling.with_suffix(suffix))
    }

    /// A number with a suffix that may make an ordinal of it.
    fn spell_inflected(&self, value: Value, suffix: Suffix, out: &mut String) -> fmt::Result {
        if suffix.starts_with(Affix::Ordinal) || suffix.starts_with(Affix::OrdinalShort) {
            let rest = suffix.without_first();
            if let Value::Range(low, high) = value {
                self.spell(low.into(), Form::Ordinal, Suffix::NONE, out)?;
                out.push_str(" – ");
                return self.spell(high.into(), Form::Ordinal, rest, out);
            }
            return self.spell(value, Form::Ordinal, rest, out);
        }
        self.spell(value, Form::Cardinal, suffix, out)
    }

    fn ordinal(&self, value: Value, out: &mut String) -> fmt::Result {
        self.spell_inflected(value, Affix::Ordinal.into(), out)
    }

    fn last_number(&self, value: Value) -> Decimal {
        match value {
            Value::Decimal(number) | Value::Range(_, number) => number,
            Value::Rational(numerator, _) => Decimal::from(numerator),
            _ => Decimal::ZERO,
        }
    }

    fn is_small_cyrillic(&self, at: usize) -> bool {
        self.text(at)
            .chars()
            .next()
            .is_some_and(|c| c.is_lowercase() && Script::of(c) == Some(Script::Cyrillic))
    }

    /// Whether what follows makes an ordinal of an integer: a month, or a word of `data/numbers/ordinal-contexts.tsv`.
    fn is_ordinal_context(&self, value: Value, next: usize) -> bool {
        let at = self.after_space(next);
        let Some(token) = self.tokens.get(at) else { return false };
        if !matches!(token.kind(), TokenKind::Word | TokenKind::Abbreviation) {
            return false;
        }
        let number = self.last_number(value);
        let Some(number) = (if number.scale() == 0 { number.to_integer() } else { None }) else {
            return false;
        };
        let word = to_lowercase(token.as_str().trim_end_matches('.'), Script::Cyrillic);
        // 552 жылы is a year, 2000 жылдан астам a length of time.
        match self.found(next - 1).map(Number::value) {
            Some(Value::Duration(_) | Value::Durations(..)) => return false,
            // 2024–2025 оқу жылында
            Some(Value::Date(date) | Value::Dates(_, date))
                if date.month == 0
                    && matches!(date.year, Year::Exact(year) if i128::from(year) == number)
                    && self.is_before_year(at) =>
            {
                return true;
            }
            Some(Value::Date(date) | Value::Dates(_, date))
                if word.starts_with(YEAR) || matches!(&*word, "ж" | "жж") =>
            {
                let year = match date.year {
                    Year::Exact(year) => i128::from(year),
                    Year::OfCentury(year) => i128::from(year),
                    _ => 0,
                };
                if year == number {
                    return true;
                }
            }
            _ => {}
        }
        // 1986 ж-дан
        let base = word.split_once('-').map_or(&*word, |(base, _)| base);
        let short = ORDINAL_CONTEXTS.iter().any(|row| row.said.is_some() && row.word == base);
        ordinal_context(number, if short { base } else { &word }).is_some()
    }

    /// Whether жыл follows a token.
    fn is_before_year(&self, at: usize) -> bool {
        let next = self.tokens.get(self.after_space(at + 1));
        next.is_some_and(|token| to_lowercase(token.as_str(), Script::Cyrillic).starts_with(YEAR))
    }

    /// The suffix of a sign, in its token or after a hyphen of its own; and the token after that.
    fn suffix_of_sign(&self, at: usize) -> Option<(&'t str, usize)> {
        if let Some(suffix) = self.tokens[at].suffix() {
            return Some((suffix, at + 1));
        }
        let word = self.is_dash(at + 1) && self.kind(at + 2) == Some(TokenKind::Word);
        let suffix = self.text(at + 2);
        (word && read_any_suffix(suffix).is_some()).then_some((suffix, at + 3))
    }

    /// The scale or unit that a token names or abbreviates, and the suffix that is written to it with a hyphen.
    fn measure(&self, at: usize) -> Option<Measure<'t>> {
        let token = self.tokens.get(at)?;
        if !matches!(token.kind(), TokenKind::Word | TokenKind::Abbreviation) {
            return None;
        }
        let text = token.as_str();
        let (base, suffix) = match text.split_once(['-', '’', '\'']) {
            Some((base, suffix)) => (base, Some(suffix)),
            None => (text, None),
        };
        let base = base.trim_end_matches('.');
        let small = to_lowercase(base, Script::Cyrillic);
        // One letter may be another unit in capitals.
        let base = if base.chars().nth(1).is_some() { &*small } else { base };
        if let Some(form) =
            word_at_start(base).filter(|form| form.form == base && matches!(form.word, Word::Scale(_)))
        {
            return Some(Measure { before: "", word: form.standard, suffix, scale: true });
        }
        let (base, before) = match base.strip_suffix(['²', '2']) {
            Some(base) => (base, SQUARE),
            None => base.strip_suffix(['³', '3']).map_or((base, ""), |base| (base, CUBIC)),
        };
        let at = UNITS.binary_search_by_key(&base, |&(form, _)| form).ok()?;
        Some(Measure { before, word: UNITS[at].1, suffix, scale: false })
    }

    /// The abbreviation that made an ordinal of the number before it, in full: ж., ғғ.; answers the token after it.
    fn say_context(&self, next: usize, out: &mut String) -> Option<usize> {
        let at = self.after_space(next);
        let text = self.text(at);
        let (base, suffix) = text.split_once('-').unwrap_or((text, ""));
        let base = to_lowercase(base.trim_end_matches('.'), Script::Cyrillic);
        let [stem, alone, before] = ORDINAL_CONTEXTS.iter().find(|row| row.word == base)?.said?;
        let after = self.after_space(at + 1);
        let mut said = String::from(" ");
        if !suffix.is_empty() {
            write_inflected(&mut said, stem.into(), self.meant(suffix, stem).ok()?).ok()?;
        } else if self.kind(after) == Some(TokenKind::Number) {
            said.push_str(before);
        } else {
            said.push_str(alone);
        }
        // The stop of an abbreviation is that of the sentence where nothing follows.
        if text.ends_with('.') && after >= self.tokens.len() {
            said.push('.');
        }
        out.push_str(&said);
        Some(at + 1)
    }

    /// 12.03.2020 ж., 12.03.2020 жылғы: the year is said before the day, so its word goes and leaves its case.
    fn date_of_year(&self, at: usize, out: &mut String) -> Option<usize> {
        let token = self.tokens.get(at).filter(|token| token.suffix().is_none())?;
        let (year, month, day) = read_date(token.digits())?;
        let word = self.after_space(at + 1);
        let text = to_lowercase(self.text(word), Script::Cyrillic);
        let (base, written) = text.split_once('-').unwrap_or((&*text, ""));
        let suffix = match base.trim_end_matches('.') {
            "ж" if written.is_empty() => self.case_before(word + 1),
            "ж" => self.meant(written, "жыл").ok()?,
            OF_YEAR => Affix::LocativeAdjective.into(),
            base => {
                let suffix = read_suffix(base.strip_prefix(YEAR)?, YEAR.into(), |a, b| a == b)?;
                if suffix == Affix::Possessive3.into() { Case::Locative.into() } else { suffix }
            }
        };
        let date = Date { year: Year::Exact(year), month, day };
        self.spell(Value::Date(date), Form::Date, suffix, out).ok()?;
        if text.ends_with('.') && self.after_space(word + 1) >= self.tokens.len() {
            out.push('.');
        }
        Some(word + 1)
    }

    /// Whether a number is the year of a date that started before it.
    fn is_year_of_date(&self, at: usize, value: Value) -> bool {
        let Some(date) = self.found(at).filter(|date| date.span().start < self.tokens[at].span().start)
        else {
            return false;
        };
        let is = |year: Year| matches!((year, value), (Year::Exact(year), Value::Decimal(value)) if value == Decimal::from(i64::from(year)));
        match date.value() {
            Value::Date(date) => date.day > 0 && is(date.year),
            Value::Dates(first, last) => first.day > 0 && (is(first.year) || is(last.year)),
            _ => false,
        }
    }

    /// The case that a date has before what stands at a token: 01.01.2020 бастап.
    fn case_before(&self, at: usize) -> Suffix {
        let word = to_lowercase(self.text(self.after_space(at)), Script::Cyrillic);
        let row = CASES_BEFORE.iter().find(|(listed, _)| *listed == word);
        row.map_or(Suffix::NONE, |&(_, affix)| affix.into())
    }

    /// Whether bare numbers stand here that a later one ranks with itself: 10, 12 және 15-баптар. The token is the first after a number.
    fn is_ranked_by_later(&self, next: usize) -> bool {
        let mut next = next;
        for _ in 0..RANKED_TOGETHER {
            let joined = if self.text(next) == "," {
                self.after_space(next + 1)
            } else {
                let word = self.after_space(next);
                if word == next || !LISTS.contains(&self.text(word)) {
                    return false;
                }
                self.after_space(word + 1)
            };
            let whole = |token: &&Token<'_>| {
                token.kind() == TokenKind::Number && token.as_str().bytes().all(|byte| byte.is_ascii_digit())
            };
            if self.tokens.get(joined).filter(whole).is_none() {
                return false;
            }
            next = joined + 1;
            if self.ranks(next) {
                return true;
            }
            next += usize::from(matches!(self.text(next), "-" | "‑"));
        }
        false
    }

    /// Whether a hyphen and a word stand here that rank the number before: 3-сынып.
    fn ranks(&self, at: usize) -> bool {
        self.is_dash(at) && self.kind(at + 1) == Some(TokenKind::Word) && self.is_small_cyrillic(at + 1)
    }

    /// Dates, times of day and fractions: numbers that are one token with signs inside.
    fn date_time_or_fraction(&self, at: usize, timed: bool) -> Option<String> {
        let token = self.tokens.get(at)?;
        let digits = token.digits();
        if token.percent_sign().is_some() {
            return None;
        }
        let suffix =
            |word: &str| token.suffix().map_or(Some(Suffix::NONE), |suffix| self.meant(suffix, word).ok());
        if let Some((year, month, day)) = read_date(digits) {
            let name = MONTHS.get(usize::from(month) - 1)?;
            let date = Date { year: Year::Exact(year), month, day };
            let mut words = String::new();
            let meant = match token.suffix() {
                None => self.case_before(at + 1),
                Some(_) => suffix(name)?,
            };
            self.spell(Value::Date(date), Form::Date, meant, &mut words).ok()?;
            return Some(words);
        }
        let mut out = String::new();
        // сағат 14.30-да
        let dotted = if timed { digits.replace('.', ":") } else { String::new() };
        if let Some((hour, minute)) = read_time(if timed { &dotted } else { digits }) {
            self.spell(Value::integer(hour.into()), Form::Cardinal, Suffix::NONE, &mut out).ok()?;
            out.push(' ');
            let nought = DIGITS[0];
            if minute < 10 {
                out.push_str(nought);
                out.push_str(if minute == 0 { "-" } else { " " });
            }
            let mut last = String::new();
            self.spell(Value::integer(minute.into()), Form::Cardinal, Suffix::NONE, &mut last).ok()?;
            let meant = suffix(last.rsplit(' ').next()?)?;
            self.spell(Value::integer(minute.into()), Form::Cardinal, meant, &mut out).ok()?;
            return Some(out);
        }
        let mut letters = token.base().chars();
        let one = letters.next().and_then(vulgar).filter(|_| letters.next().is_none());
        let (numerator, denominator) = one.or_else(|| read_fraction(digits))?;
        let mut last = String::new();
        self.spell(Value::integer(numerator), Form::Cardinal, Suffix::NONE, &mut last).ok()?;
        let meant = suffix(last.rsplit(' ').next()?)?;
        self.spell(Value::Rational(numerator, denominator), Form::Cardinal, meant, &mut out).ok()?;
        Some(out)
    }

    /// Whether a number is of a date before our era.
    fn is_before_era(&self, at: usize) -> bool {
        self.found(at).is_some_and(|number| number.modifiers().contains(Modifier::BeforeEra))
    }

    /// `XX ғасыр`, `XIX–XX ғғ.`, `II-жартысы`: a Roman numeral before what it counts.
    fn roman(&self, at: usize) -> Option<Step> {
        let text = self.text(at);
        if !text.starts_with(roman_digit) || !self.is_free_before(at) {
            return None;
        }
        let (first, rest) = match text.find(['-', '–']) {
            Some(hyphen) => (&text[..hyphen], text[hyphen..].trim_start_matches(['-', '–'])),
            None => (text, ""),
        };
        let low = roman(first)?;
        let mut out = String::new();
        let mut next = at + 1;
        let mut high = None;
        if !rest.is_empty() {
            high = Some(rest);
        } else if self.is_dash(next) {
            high = Some(self.text(next + 1));
            next += 2;
        }
        let counted = |next: usize| {
            let after = self.after_space(next);
            let word = to_lowercase(self.text(after).trim_end_matches('.'), Script::Cyrillic);
            matches!(&*word, "ғ" | "ғғ") || word.starts_with("ғасыр") || word.starts_with("тоқсан")
        };
        let say = |at: usize, next: usize, mut out: String| {
            let next = self.say_context(next, &mut out).unwrap_or(next);
            Some(Step::Say(at, next, out))
        };
        self.ordinal(Value::integer(low.into()), &mut out).ok()?;
        match high {
            None if counted(next) => say(at, next, out),
            None => None,
            Some(high) => match roman(high) {
                // б.з.д. III–II ғғ. goes down.
                Some(high) if (low < high || low > high && self.is_before_era(at)) && counted(next) => {
                    out.push_str(" – ");
                    self.ordinal(Value::integer(high.into()), &mut out).ok()?;
                    say(at, next, out)
                }
                Some(_) => None,
                // II-жартысы
                None if high
                    .chars()
                    .next()
                    .is_some_and(|c| c.is_lowercase() && Script::of(c) == Some(Script::Cyrillic)) =>
                {
                    out.push(' ');
                    out.push_str(high);
                    Some(Step::Say(at, next, out))
                }
                None => None,
            },
        }
    }
}

/// How an integer is written before a word, given in small letters, that makes an ordinal of it; `None` for other words.
pub(super) fn ordinal_context(number: i128, word: &str) -> Option<Written> {
    // After a soft sign people write endings of both kinds: декабрьге, январьда.
    let read = |text: &str, stem: &str| match stem.ends_with('ь') {
        true => read_any_suffix(text),
        false => read_suffix(text, stem.into(), |a, b| a == b),
    };
    let fits = |stem: &str, bare: bool| match word.strip_prefix(stem) {
        None => false,
        Some("") => bare,
        Some(rest) => read(rest, stem).is_some_and(|suffix| {
            // 1500 жылдығы is an age.
            !suffix.starts_with(Affix::Attributive) && !suffix.starts_with(Affix::AttributivePossessive)
        }),
    };
    if (1..=31).contains(&number) && MONTHS.iter().any(|month| fits(month, true)) {
        return Some(Written::Digits);
    }
    ORDINAL_CONTEXTS
        .iter()
        .find(|row| {
            (row.low..=row.high).contains(&number) && number % row.step == 0 && fits(row.word, row.bare)
        })
        .map(|row| row.written)
}

fn roman_digit(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L' | 'І' | 'Х')
}

/// The currency of a sign or a code.
fn currency_of(sign: &str) -> Option<Currency> {
    if sign.len() == 3 && sign.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return sign.parse().ok();
    }
    let word = SIGNS.iter().find(|(form, _)| *form == sign)?.1;
    Currency::all()
        .find(|currency| currency.name() == word || currency.name().split(' ').next() == Some(word))
}
