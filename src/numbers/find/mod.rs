//! Numbers in running text.
//!
//! Words that mean nothing to numbers are passed over (`sieve`); where a token may count, the tokens from the start of its cluster on are
//! looked up, by their first letters for most. Tokens that mean something to numbers and stand together make a cluster, and a grammar
//! without backtracking over the text reads the cluster. Words, endings and units are rows of `data/numbers/`.
//!
//! Two designs of the reading were compared: a pattern (or an automaton over words) for each kind, run one after the other, is shorter but
//! looks at every word as often as there are kinds and must settle overlaps afterwards; the cluster is read once and the first reading
//! that fits is kept.
//!
//! Two designs of the way to the clusters as well. One pass over the tokens with a look-up of each is shorter and evidently right, but the
//! tokens alone take a third of the time that everything takes now, and every дейін, сағат and мен opens a cluster that comes to nothing. The
//! sieve in front of the tokenizer looks at a word's first eight bytes and its length, and a cluster is opened only where something in it
//! counts. The price is that it must stand at the starts of tokens and know where no cluster is open. Both hold because it passes over
//! nothing but words and signs that the tokenizer never joins to what is beside them, and leaves all else to it. The plain pass is kept
//! for the tests: both find the same.
//!
//! Passing over is cheap; a number costs the tokens of its cluster, their look-up and the reading, so that the speed depends on how dense the
//! numbers stand.

mod ending;
mod grammar;
mod lex;
mod sieve;
#[rustfmt::skip]
mod tables;
mod words;

use super::Value;
use crate::segment::{TokenKind, Tokens, plain_sign, tokens};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;
use ending::Ending;
use lex::{Lex, What};
use sieve::Wanted;
use words::Found;

/// What a number in a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NumberKind {
    /// How many: екі, 1 340 782, үштен екі, екеу.
    Cardinal,
    /// Which one: бірінші, 2-ші, 3-сынып.
    Ordinal,
    /// Per cent, per mille and percentage points.
    Percent,
    /// With a currency.
    Money,
    /// With a unit of measure.
    Quantity,
    /// A date, or a length of time of a day and more; ages too.
    Date,
    /// A time of day, or a length of time below a day.
    Time,
}

impl NumberKind {
    /// Every kind.
    pub const ALL: [NumberKind; 7] = [
        NumberKind::Cardinal,
        NumberKind::Ordinal,
        NumberKind::Percent,
        NumberKind::Money,
        NumberKind::Quantity,
        NumberKind::Date,
        NumberKind::Time,
    ];

    /// The stable name in small letters.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            NumberKind::Cardinal => "cardinal",
            NumberKind::Ordinal => "ordinal",
            NumberKind::Percent => "percent",
            NumberKind::Money => "money",
            NumberKind::Quantity => "quantity",
            NumberKind::Date => "date",
            NumberKind::Time => "time",
        }
    }
}

impl fmt::Display for NumberKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What the words around a number say of its value. The value itself is never changed by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Modifier {
    /// шамамен, жуық, шақты, -дай
    Approximate,
    /// астам, аса, артық
    MoreThan,
    /// кемінде, кем емес
    AtLeast,
    /// кем, төмен
    LessThan,
    /// ең көбі
    AtMost,
    /// дейін
    UpTo,
    /// есе
    Times,
    /// ондаған, мыңдап
    Many,
    /// бір-бірден
    Each,
    /// екеу
    Collective,
    /// б.з.д., біздің заманымызға дейінгі: a date before our era, whose value is the year of that era.
    BeforeEra,
}

impl Modifier {
    /// Every modifier.
    pub const ALL: [Modifier; 11] = [
        Modifier::Approximate,
        Modifier::MoreThan,
        Modifier::AtLeast,
        Modifier::LessThan,
        Modifier::AtMost,
        Modifier::UpTo,
        Modifier::Times,
        Modifier::Many,
        Modifier::Each,
        Modifier::Collective,
        Modifier::BeforeEra,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Modifier::Approximate => "approx",
            Modifier::MoreThan => "gt",
            Modifier::AtLeast => "ge",
            Modifier::LessThan => "lt",
            Modifier::AtMost => "le",
            Modifier::UpTo => "upto",
            Modifier::Times => "times",
            Modifier::Many => "many",
            Modifier::Each => "each",
            Modifier::Collective => "collective",
            Modifier::BeforeEra => "bce",
        }
    }

    fn named(name: &str) -> Option<Modifier> {
        Modifier::ALL.into_iter().find(|modifier| modifier.name() == name)
    }
}

/// A set of modifiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Modifiers(u16);

impl Modifiers {
    /// Whether one is in the set.
    #[must_use]
    pub const fn contains(self, modifier: Modifier) -> bool {
        self.0 >> modifier as u16 & 1 != 0
    }

    /// Those in the set.
    pub fn iter(self) -> impl Iterator<Item = Modifier> + Clone {
        Modifier::ALL.into_iter().filter(move |&modifier| self.contains(modifier))
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn insert(&mut self, modifier: Modifier) {
        self.0 |= 1 << modifier as u16;
    }
}

/// A number of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<'t> {
    text: &'t str,
    start: usize,
    kind: NumberKind,
    value: Value,
    unit: Option<&'static str>,
    modifiers: Modifiers,
    suffix: Option<&'t str>,
}

impl<'t> Number<'t> {
    /// The number as it stands in the text, with its unit, its modifiers and its ending.
    #[must_use]
    pub const fn as_str(&self) -> &'t str {
        self.text
    }

    /// Where it stands, in bytes.
    #[must_use]
    pub const fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> NumberKind {
        self.kind
    }

    /// What it stands for.
    #[must_use]
    pub const fn value(&self) -> Value {
        self.value
    }

    /// The unit: a code of ISO 4217 for money (`XXX` where a name is that of several currencies: песо), `%`, `pp` (percentage points), `‰`, or
    /// the symbol of a unit of measure.
    #[must_use]
    pub const fn unit(&self) -> Option<&'static str> {
        self.unit
    }

    /// What the words around it say of its value.
    #[must_use]
    pub const fn modifiers(&self) -> Modifiers {
        self.modifiers
    }

    /// The ending of the number or of its unit, right or wrong: `ға` of `12,5%-ға`.
    #[must_use]
    pub const fn suffix(&self) -> Option<&'t str> {
        self.suffix
    }
}

/// The numbers of a text, in order and without overlap.
///
/// None crosses a line break or the end of a sentence. Words that are numerals only by their letters (`үшін`, `дүние жүзінде`) are not
/// found, nor are phone numbers, account numbers, versions, scores and addresses.
///
/// Capitals, a Latin i for the letter that looks like it and no-break spaces make no difference; numerals may be written as one word
/// (`онбес`). A number that official texts say again in brackets is one: `30 (отыз) пайыз`.
///
/// ```
/// use qazaq::numbers::{NumberKind, numbers};
/// let text = "Кәсіпорын 18,1%-ға өсіп, 17 теңге 29 тиын және екі миллионнан астам бұйым берді.";
/// let found: Vec<_> = numbers(text).map(|n| (n.as_str(), n.kind(), n.value().to_string())).collect();
/// assert_eq!(found, [
///     ("18,1%-ға", NumberKind::Percent, "18.1".into()),
///     ("17 теңге 29 тиын", NumberKind::Money, "17.29".into()),
///     ("екі миллионнан астам", NumberKind::Cardinal, "2000000".into()),
/// ]);
/// ```
pub fn numbers(text: &str) -> Numbers<'_> {
    Finder::new().numbers(text)
}

/// Only the percentages.
///
/// ```
/// use qazaq::numbers::percentages;
/// let found: Vec<_> = percentages("елу процентке, 10-15%, пайызы төмен").map(|n| n.value().to_string()).collect();
/// assert_eq!(found, ["50", "10..15"]);
/// ```
pub fn percentages(text: &str) -> Percentages<'_> {
    Percentages(numbers(text))
}

/// The percentages of a text; see [`percentages`].
#[derive(Clone, Debug)]
pub struct Percentages<'t>(Numbers<'t>);

impl<'t> Iterator for Percentages<'t> {
    type Item = Number<'t>;

    fn next(&mut self) -> Option<Number<'t>> {
        self.0.find(|number| number.kind == NumberKind::Percent)
    }
}

impl core::iter::FusedIterator for Percentages<'_> {}

/// What is to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Finder {
    relative: bool,
}

impl Finder {
    /// As [`numbers`] does.
    #[must_use]
    pub const fn new() -> Finder {
        Finder { relative: false }
    }

    /// Also words and phrases that say when without a number: бүгін, биыл, өткен жылы, жыл сайын. Off at first.
    ///
    /// ```
    /// use qazaq::numbers::Finder;
    /// let found: Vec<_> = Finder::new().relative(true).numbers("Биыл өткен жылы салынды").map(|n| n.as_str()).collect();
    /// assert_eq!(found, ["Биыл", "өткен жылы"]);
    /// ```
    #[must_use]
    pub const fn relative(self, on: bool) -> Finder {
        Finder { relative: on }
    }

    /// The numbers of a text.
    pub fn numbers<'t>(&self, text: &'t str) -> Numbers<'t> {
        Numbers {
            finder: *self,
            text,
            tokens: tokens(text),
            cluster: Vec::new(),
            at: 0,
            beside: [None; 2],
            left: Left { word: None, spaced: true },
            near: 0,
        }
    }
}

/// The span of a word beside a cluster.
type Beside = Option<(usize, usize)>;

/// What is right before the next token, or what was right before the end of a cluster.
#[derive(Clone, Copy, Debug)]
struct Left {
    /// The word before the next cluster.
    word: Beside,
    /// Whether white space is.
    spaced: bool,
}

/// The numbers of a text; see [`numbers`].
#[derive(Clone, Debug)]
pub struct Numbers<'t> {
    finder: Finder,
    text: &'t str,
    tokens: Tokens<'t>,
    cluster: Vec<Lex<'t>>,
    /// How far the cluster has been read.
    at: usize,
    /// The words right before the cluster and right after it.
    beside: [Beside; 2],
    left: Left,
    /// Tokens that start before this are not passed over.
    near: usize,
}

impl<'t> Iterator for Numbers<'t> {
    type Item = Number<'t>;

    fn next(&mut self) -> Option<Number<'t>> {
        loop {
            if self.at < self.cluster.len() {
                let cluster =
                    grammar::Reader::new(self.finder.relative, self.text, &self.cluster, &self.beside);
                let first = self.at == 0 && self.near < usize::MAX;
                let found = match if first { cluster.only() } else { None } {
                    Some(lex) => {
                        self.at = 1;
                        cluster.alone(lex)
                    }
                    None => cluster.next(&mut self.at),
                };
                if found.is_some() {
                    return found;
                }
            } else if !self.fill() {
                return None;
            }
        }
    }
}

impl core::iter::FusedIterator for Numbers<'_> {}

impl<'t> Numbers<'t> {
    /// Gathers the next cluster; `false` at the end of the text.
    fn fill(&mut self) -> bool {
        self.cluster.clear();
        self.at = 0;
        if self.is_far(self.tokens.offset()) && !self.pass_over() {
            return false;
        }
        let mut covered = 0;
        loop {
            if covered <= self.tokens.offset() && self.near < usize::MAX {
                match self.fill_plainly() {
                    Some(end) => covered = end,
                    None => return true,
                }
            }
            if let Some(end) = self.times() {
                self.tokens.pass_over(end, true, false);
                if self.leave(None, end) {
                    return true;
                }
                continue;
            }
            let Some(token) = sieve::next_token(&mut self.tokens) else { break };
            if token.span().start < covered {
                continue;
            }
            if token.kind() == TokenKind::Space {
                self.left.spaced = true;
                if token.is_line_break() {
                    if !self.cluster.is_empty() {
                        self.close(None);
                        return true;
                    }
                    self.left.word = None;
                }
                continue;
            }
            let word = token.kind() == TokenKind::Word;
            let run = if word { sieve::letters_of(self.text, &token) } else { 0 };
            let nothing = word && self.near < usize::MAX && sieve::means_nothing(self.text, &token, run);
            // он-он бес, нөл-нөлде: a numeral twice is one token to the tokenizer and two numbers here.
            let two = word && !nothing && run < token.as_str().len();
            let twice = if two { lex::twice(self.text, &token, run) } else { None };
            if let Some((first, sign, second)) = twice {
                self.cluster.push(Lex { spaced: self.left.spaced, ..first });
                self.cluster.push(Lex { spaced: false, ..sign });
                self.cluster.push(Lex { spaced: false, ..second });
                self.left.spaced = false;
                continue;
            }
            match if nothing { None } else { lex::lex(self.text, &token) } {
                Some(lex) => {
                    covered = lex.end;
                    self.push(lex);
                }
                None => {
                    let (start, end) = (token.span().start, token.span().end);
                    let glued = word && !nothing && self.push_glued(start, end);
                    if !glued && self.leave(word.then_some((start, end)), end) {
                        return true;
                    }
                }
            }
        }
        let any = !self.cluster.is_empty();
        self.close(None);
        any
    }

    /// The end of a Cyrillic letter for the sign of multiplication right behind a number, with digits behind it, which the tokenizer keeps
    /// together: 10х15 см.
    fn times(&self) -> Option<usize> {
        let at = self.tokens.offset();
        let last = self.cluster.last().filter(|lex| lex.end == at && matches!(lex.what, What::Number(_)))?;
        let digits = self.text.get(at..)?.strip_prefix(['х', 'Х'])?;
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let ends =
            end > 0 && !digits[end..].starts_with(|c: char| c.is_alphabetic() && !matches!(c, 'х' | 'Х'));
        (ends && last.suffix.is_empty()).then_some(at + 'х'.len_utf8())
    }

    /// Gathers what most of a cluster is, as the tokenizer would part it: words that end plainly, spaces, signs and digits. Gives the end of
    /// the last form, which may be of several words; `None` where the cluster is closed, or none is open and the next is far.
    #[inline(always)]
    fn fill_plainly(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.tokens.offset();
        // Whether anything but white space has been passed since the tokens were told.
        let mut any = false;
        loop {
            if bytes.get(at) == Some(&b' ') {
                at += 1;
                self.left.spaced = true;
                continue;
            }
            let (start, mut word) = (at, false);
            // Where the form ends that has been put into the cluster.
            let put = if let Some((end, meaning)) = sieve::plain_word_at(bytes, start) {
                (at, any, word) = (end, true, true);
                let found = if meaning == 0 { None } else { words::find(self.text, start, end) };
                self.push_word(found, start, end, meaning & sieve::MAY_COUNT != 0)
            } else if let Some(end) = plain_sign(bytes, start) {
                (at, any) = (end, true);
                let sign = lex::sign(self.text, start, end);
                sign.map(|sign| self.push_sign(sign, start, end))
            } else {
                self.tokens.pass_over(at, any, false);
                if let Some(number) = &self.tokens.take_plain_number() {
                    (at, any) = (self.tokens.offset(), false);
                    let lex = lex::plain_number(self.text, start, number, self.left.spaced);
                    lex.map(|lex| {
                        self.cluster.push(lex);
                        at
                    })
                } else if let Some(end) = sieve::plain_mixed_word_at(self.text, start) {
                    (at, any, word) = (end, true, true);
                    self.push_word(words::find(self.text, start, end), start, end, true)
                } else {
                    return Some(at);
                }
            };
            match put {
                Some(end) => {
                    self.left.spaced = false;
                    // Of several words: tokens in it are passed over one by one.
                    if end > at {
                        self.tokens.pass_over(at, any, false);
                        return Some(end);
                    }
                }
                None => {
                    if self.leave(word.then_some((start, at)), at) {
                        self.tokens.pass_over(at, any, false);
                        return None;
                    }
                }
            }
        }
    }

    /// Puts a word into the cluster, by what has been found, or as numerals that are written as one word. Gives the end of its form, which
    /// may be of several words.
    #[inline(always)]
    fn push_word(
        &mut self,
        found: Option<Found>,
        start: usize,
        end: usize,
        may_be_glued: bool,
    ) -> Option<usize> {
        match found {
            Some(found) => {
                self.cluster.push(Lex::of(found, self.text, start, self.left.spaced));
                Some(found.end(start))
            }
            None => (may_be_glued && self.push_glued(start, end)).then_some(end),
        }
    }

    /// Puts a sign into the cluster, and gives its end.
    #[inline(always)]
    fn push_sign(&mut self, sign: char, start: usize, end: usize) -> usize {
        let (suffix, end) = lex::ending_of_sign(self.text, sign, end);
        let (what, suffix) = (What::Sign(sign), Ending::of(suffix));
        let lex = Lex { start, end, what, suffix, spaced: self.left.spaced };
        if sign != ')' || !self.passes_over_hesitation(&lex) {
            self.cluster.push(lex);
        }
        end
    }

    /// Puts a token into the cluster.
    fn push(&mut self, mut lex: Lex<'t>) {
        lex.spaced = self.left.spaced;
        if !self.passes_over_hesitation(&lex) {
            self.cluster.push(lex);
        }
        self.left.spaced = false;
    }

    /// Puts numerals that are written as one word into the cluster.
    #[inline(never)]
    fn push_glued(&mut self, start: usize, end: usize) -> bool {
        let text = self.text;
        lex::glued(text, start, end, |lex| {
            self.push(lex);
            // As numerals written apart, but for what follows the last.
            self.left.spaced = lex.end < end;
        })
    }

    /// Goes on at a place behind a token that breaks a cluster, a word with its span; whether one has been broken, or the next is far.
    fn leave(&mut self, word: Beside, at: usize) -> bool {
        let open = !self.cluster.is_empty();
        if open {
            self.close(word);
        }
        self.left = Left { word, spaced: false };
        open || self.is_far(at)
    }

    /// Whether what starts at a place may be passed over.
    fn is_far(&self, at: usize) -> bool {
        self.near <= at
    }

    /// Goes on to where the cluster of the next token that may count begins, or before; `false` at the end of the text.
    fn pass_over(&mut self) -> bool {
        let wanted = self.wanted();
        let hit = sieve::next(self.text, &mut self.tokens, &mut self.left, wanted);
        hit.map(|at| self.near = at + 1).is_some()
    }

    fn wanted(&self) -> Wanted {
        if self.finder.relative { Wanted::Relative } else { Wanted::Numbers }
    }

    /// жүз (ыы) он: what a transcript writes in brackets is taken out of the number.
    fn passes_over_hesitation(&mut self, lex: &Lex<'_>) -> bool {
        if !matches!(lex.what, What::Sign(')')) {
            return false;
        }
        let [.., number, open, said] = self.cluster.as_slice() else { return false };
        let hesitates = open.what == What::Sign('(')
            && said.class() == Some(lex::Class::Hesitation)
            && !matches!(number.what, What::Sign(_));
        if hesitates {
            self.cluster.truncate(self.cluster.len() - 2);
        }
        hesitates
    }

    /// The cluster is whole: one without anything that counts is not read.
    fn close(&mut self, after: Beside) {
        let counts = |lex: &Lex<'_>| match self.wanted() {
            Wanted::Numbers if self.near < usize::MAX => lex.what.may_count(),
            _ => !matches!(lex.what, What::Sign(_)),
        };
        if !self.cluster.iter().any(counts) {
            self.at = self.cluster.len();
        }
        self.beside = [self.left.word, after];
        self.left.word = None;
        self.left.spaced = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    /// Every token looked up and every cluster read: the pass without the sieve.
    fn plain(finder: Finder, text: &str) -> Numbers<'_> {
        Numbers { near: usize::MAX, ..finder.numbers(text) }
    }

    fn agree(text: &str) {
        for finder in [Finder::new(), Finder::new().relative(true)] {
            let found: Vec<_> = finder.numbers(text).collect();
            assert_eq!(found, plain(finder, text).collect::<Vec<_>>(), "{finder:?} {text:?}");
        }
    }

    const ENDINGS: &[&str] =
        &["", "", "", "ға", "дан", "да", "інші", "лар", "ларда", "-ақ", "дай", "і", "нің", ".", "-нда", "м"];

    /// A form of the tables, with letters in either case and an ending.
    fn form() -> impl Strategy<Value = String> {
        (0..tables::ENTRIES.len(), select(ENDINGS), any::<u8>()).prop_map(|(at, ending, capitals)| {
            let case = |(at, c): (usize, char)| {
                let capital = match capitals {
                    0..128 => capitals >> (at % 7) & 1 != 0,
                    128..160 => at == 0,
                    _ => false,
                };
                if capital { c.to_uppercase().next().unwrap_or(c) } else { c }
            };
            words::forms()
                .nth(at)
                .unwrap_or_default()
                .chars()
                .chain(ending.chars())
                .enumerate()
                .map(case)
                .collect()
        })
    }

    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            6 => form(),
            4 => "[а-яәіңғүұқөһА-ЯІ]{1,9}",
            3 => "0?[0-9]{1,4}([.,:/ %-][0-9]{1,3}){0,2}(-?(ға|шы|де))?",
            2 => "[ІХIVX]{1,5}(-(ғасыр|ші|Х))?",
            6 => Just(String::from(" ")),
            4 => "[-.,;:!?()«»“”–—…/%№$₸°'’\"+*@#_&=`\u{301}\u{484}\u{a0}\t\r\n]",
            2 => "[a-zA-Z]{1,4}|kz|usd|т\\.б\\.|Қ\\.|a@b\\.kz|[iəa-c\u{430}-\u{434}]{1,4}|(бiр|екi|жетi|мəн|Əр|жүзi)(ге|нiң)?",
            2 => glued(),
            1 => any::<String>(),
        ]
    }

    /// Numerals without a space between them.
    fn glued() -> impl Strategy<Value = String> {
        const NUMERALS: [&str; 11] =
            ["бір", "екi", "уш", "Он", "жиырма", "токсан", "жүз", "МЫҢ", "миллион", "млрд", "екіжүзді"];
        (proptest::collection::vec(select(&NUMERALS[..]), 2..5), select(ENDINGS))
            .prop_map(|(numerals, ending)| numerals.concat() + ending)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1024, ..ProptestConfig::default() })]

        #[test]
        fn the_sieve_loses_nothing_of_words_of_the_tables(
            pieces in proptest::collection::vec((piece(), select(&[" ", " ", " ", "", "\n", ", ", ". ", ") ", " (", "» ", " «", ".", ".\n", " № ", "-"][..])), 0..24)
        ) {
            agree(&pieces.iter().flat_map(|(piece, after)| [piece.as_str(), after]).collect::<String>());
        }

        #[test]
        fn the_sieve_loses_nothing_of_anything(text in any::<String>()) {
            agree(&text);
        }

        #[test]
        fn the_sieve_loses_nothing_of_samples_with_changes(
            changes in proptest::collection::vec((any::<Index>(), 0..3usize, piece()), 0..12),
            from in any::<Index>(),
        ) {
            let text = concat!(
                include_str!("../../../data/samples/news.txt"),
                include_str!("../../../data/samples/law.txt"),
                include_str!("../../../data/samples/dialogue.txt"),
                include_str!("../../../data/samples/hard-cases.txt"),
            );
            let from = from.index(text.chars().count());
            let mut chars: Vec<char> = text.chars().skip(from).take(600).collect();
            for (at, length, piece) in changes {
                let at = at.index(chars.len() + 1);
                let end = chars.len().min(at + length);
                chars.splice(at..end, piece.chars());
            }
            agree(&chars.into_iter().collect::<String>());
        }
    }

    #[test]
    fn capitals_latin_letters_and_spaces_make_no_difference() {
        let values = |text: &str| -> Vec<_> {
            numbers(text).map(|n| (n.kind(), n.value(), n.unit(), n.modifiers())).collect()
        };
        let samples = [
            include_str!("../../../data/samples/news.txt"),
            include_str!("../../../data/samples/law.txt"),
            include_str!("../../../data/samples/dialogue.txt"),
            include_str!("../../../data/samples/encyclopedia.txt"),
            include_str!("../../../data/samples/social.txt"),
            include_str!("../../../data/samples/hard-cases.txt"),
        ];
        for line in samples.into_iter().flat_map(str::lines) {
            let capitals = crate::alphabet::to_uppercase(line, crate::alphabet::Script::Cyrillic);
            for changed in [
                line.replace('і', "i"),
                // 88-I is as often the number of a law.
                capitals.replace('І', "I").replace("-I ", "-І "),
                capitals.into_owned(),
                line.replace(' ', "\u{a0}"),
                line.replace('-', "\u{2011}"),
            ] {
                assert_eq!(values(line), values(&changed), "{changed}");
            }
        }
    }

    #[test]
    fn the_sieve_knows_every_form() {
        for form in words::forms() {
            for text in [
                alloc::format!("кітап {form} кітап {form} 5 {form} кітап мен {form}"),
                alloc::format!("қалада {form}ға, 7"),
                alloc::format!("қалада {form}лардан 7 {form}-ға дейін болды"),
            ] {
                agree(&text);
                agree(&crate::alphabet::to_uppercase(&text, crate::alphabet::Script::Cyrillic));
            }
        }
    }
}
