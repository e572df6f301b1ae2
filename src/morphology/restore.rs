//! Kazakh letters put back into text that was typed without them: `оте коп кітап` to `өте көп кітап`.
//!
//! A keyboard without Kazakh letters leaves а for ә, г for ғ, к for қ, н for ң, о for ө, у for ұ and ү, и for і, х for һ. Every
//! word of the language that the letters may stand for is looked up, stems and suffixes at once, so vowel harmony does its part,
//! and the rules of `tag` weigh the answers by the words around; a word is changed only where one answer is much likelier than
//! all others, the word as it stands among them.

use super::analyze;
use super::blob::{self, Node};
use super::letters::{Word, code, letter_of};
use super::reading::{Provenance, Reading};
use super::tables::{ACRONYMS, FOLDING};
use super::tag::{self, Tagged};
use super::walk::MAX_MORPHEMES;
use crate::segment::{Sentences, TokenKind, sentences, tokens};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::{self, Vec};
use core::iter::FusedIterator;
use core::ops::Range;

/// How much dearer the next answer must be, in eighths of a bit, for the best one to be certain.
const MARGIN: i64 = 28;

/// What an answer costs more that is not among the commonest forms of text.
const UNCOMMON: u32 = 24;

/// A word with other letters, in sum.
#[derive(Clone, Debug)]
struct Answer {
    letters: Vec<u8>,
    cost: u32,
    /// What the cost has that is not of the word: rare letters, no common form.
    added: u32,
}

/// A word that may be another one with its Kazakh letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restoration<'a> {
    word: &'a str,
    start: usize,
    answers: Vec<String>,
    certain: bool,
}

impl<'a> Restoration<'a> {
    /// The word as written.
    #[must_use]
    pub const fn word(&self) -> &'a str {
        self.word
    }

    /// Bytes of the text.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.word.len()
    }

    /// What the word may be, the likeliest first; the word itself may be among them.
    #[must_use]
    pub fn answers(&self) -> &[String] {
        &self.answers
    }

    /// Whether the first answer is so much likelier than the next that [`restore`] writes it.
    #[must_use]
    pub const fn is_certain(&self) -> bool {
        self.certain
    }
}

/// Whether a written letter may stand for one that it is not.
fn stands_for(written: u8, meant: u8) -> bool {
    written == meant
        || FOLDING
            .iter()
            .any(|&(kazakh, plain, _)| code(kazakh) == Some(meant) && code(plain) == Some(written))
}

struct Search<'a, 'w> {
    word: &'a Word<'w>,
    /// For each letter of the word, what it may stand for.
    options: Vec<Vec<u8>>,
    letters: Vec<u8>,
    answers: Vec<Answer>,
    bound: u32,
    steps: usize,
}

/// Answers dearer than the best by this much are not followed.
const SLACK: u32 = 96;

/// A word whose search takes more steps than this is left alone, so that no text takes long.
const MOST_STEPS: usize = 20_000;

impl Search<'_, '_> {
    fn stem(&mut self, node: Node, at: usize) {
        for index in node.entries() {
            let entry = blob::entry(index);
            let class = blob::class(entry.class);
            if class.odd {
                continue;
            }
            let name = if class.capital && !self.word.capital { super::NAME_WITHOUT_CAPITAL } else { 0 };
            self.suffixes(class.start, at, u32::from(entry.cost) + name, 0);
        }
        if at == self.word.len || self.steps > MOST_STEPS {
            return;
        }
        self.steps += 1;
        for option in self.options.get(at).cloned().unwrap_or_default() {
            if let Some(child) = node.child(option) {
                self.letters.push(option);
                self.stem(child, at + 1);
                self.letters.pop();
            }
        }
    }

    fn suffixes(&mut self, state: u16, at: usize, cost: u32, depth: usize) {
        self.steps += 1;
        if cost >= self.bound || self.steps > MOST_STEPS {
            return;
        }
        let state = blob::state(state);
        if at == self.word.len {
            for index in state.finals() {
                self.answer(cost + u32::from(blob::final_at(index).cost));
            }
            return;
        }
        if depth == MAX_MORPHEMES {
            return;
        }
        for option in self.options.get(at).cloned().unwrap_or_default() {
            for index in state.arcs(option) {
                let arc = blob::arc(index);
                let len = usize::from(arc.len);
                if at + len > self.word.len {
                    continue;
                }
                let surface = arc.surface.to_le_bytes();
                let surface = surface.get(..len).unwrap_or(&[]);
                if !surface.iter().enumerate().all(|(i, &meant)| stands_for(self.word.code(at + i), meant)) {
                    continue;
                }
                let before = self.letters.len();
                self.letters.extend(surface);
                self.suffixes(arc.target, at + len, cost + u32::from(arc.cost), depth + 1);
                self.letters.truncate(before);
            }
        }
    }

    fn answer(&mut self, cost: u32) {
        let needs = |kazakh: char, plain: char| {
            let (kazakh, plain) = (code(kazakh), code(plain));
            self.letters
                .iter()
                .zip(self.word.codes())
                .any(|(&meant, &typed)| Some(meant) == kazakh && Some(typed) == plain)
        };
        let odd: u32 =
            FOLDING.iter().filter(|&&(k, p, cost)| cost > 0 && needs(k, p)).map(|&(_, _, cost)| cost).sum();
        let cost = cost.saturating_add(odd);
        match self.answers.iter_mut().find(|answer| answer.letters == self.letters) {
            Some(answer) => answer.cost = answer.cost.min(cost),
            None => self.answers.push(Answer { letters: self.letters.clone(), cost, added: odd }),
        }
        self.bound = self.bound.min(cost.saturating_add(SLACK));
    }
}

/// What a word may be; `None` where it can only be itself or nothing is known.
fn answers(word: &Word<'_>) -> Option<Vec<Answer>> {
    let options: Vec<Vec<u8>> = word
        .codes()
        .iter()
        .map(|&written| {
            let mut options = alloc::vec![written];
            options.extend(
                FOLDING
                    .iter()
                    .filter(|(_, plain, _)| code(*plain) == Some(written))
                    .filter_map(|(c, _, _)| code(*c)),
            );
            options
        })
        .collect();
    if options.iter().all(|options| options.len() == 1) {
        return None;
    }
    let mut search =
        Search { word, options, letters: Vec::new(), answers: Vec::new(), bound: u32::MAX, steps: 0 };
    search.stem(Node::root(), 0);
    if search.steps > MOST_STEPS {
        return None;
    }
    let mut answers = search.answers;
    for answer in &mut answers {
        let form: String = answer.letters.iter().map(|&code| letter_of(code)).collect();
        if blob::common_form(form.as_bytes()).is_none() {
            answer.cost += UNCOMMON;
            answer.added += UNCOMMON;
        }
    }
    answers.sort_by_key(|answer| answer.cost);
    Some(answers).filter(|answers| !answers.is_empty())
}

/// The letters of an answer with the capitals of the word.
fn written(word: &str, answer: &Answer) -> String {
    let mut out = String::with_capacity(word.len());
    for (c, &letter) in word.chars().zip(&answer.letters) {
        let meant = letter_of(letter);
        if code(c) == Some(letter) {
            out.push(c);
        } else if c.is_uppercase() {
            out.extend(meant.to_uppercase())
        } else {
            out.push(meant)
        }
    }
    out
}

/// A word of a sentence and what it may be.
struct Candidate<'t> {
    word: &'t str,
    start: usize,
    /// What it may be, with what each costs more than its readings say; none where it can only be itself.
    answers: Vec<(String, u32)>,
}

/// The spellings of a word that the lexicon has.
fn spellings(word: &str) -> Vec<(String, u32)> {
    let Some(coded) = Word::new(word) else { return Vec::new() };
    let found = answers(&coded).unwrap_or_default();
    let best = found.first().map_or(0, |best| best.cost);
    found
        .iter()
        .filter(|answer| answer.cost - best < SLACK)
        .take(MOST_ANSWERS)
        .map(|answer| (written(word, answer), answer.added))
        .collect()
}

/// The spellings of a short piece, whatever they mean.
fn foldings(piece: &str) -> Vec<String> {
    let mut found = alloc::vec![String::new()];
    for c in piece.chars() {
        let others = FOLDING.iter().filter(|&&(_, plain, cost)| plain == c && cost == 0).map(|&(k, _, _)| k);
        let options: Vec<char> = core::iter::once(c).chain(others).collect();
        if found.len() * options.len() > MOST_FOLDINGS {
            return Vec::new();
        }
        found = found
            .iter()
            .flat_map(|start| options.iter().map(move |&c| start.chars().chain(Some(c)).collect()))
            .collect();
    }
    found
}

/// The most spellings of a piece that are tried.
const MOST_FOLDINGS: usize = 64;

/// The most answers that are weighed in their sentence.
const MOST_ANSWERS: usize = 8;

/// An acronym, alone or with suffixes after a hyphen, or digits with suffixes: `КР-нын`, `5-ши`.
fn with_suffixes(word: &str) -> Option<String> {
    let at = word.find('-').unwrap_or(word.len());
    let (left, rest) = word.split_at(at);
    let acronym = ACRONYMS.binary_search_by_key(&left, |&(plain, _)| plain).ok().map(|at| ACRONYMS[at].1);
    let stem = acronym.unwrap_or(left);
    let suffix = rest.strip_prefix('-').unwrap_or("");
    if suffix.is_empty() {
        return acronym.map(|stem| String::from(stem) + rest);
    }
    let suffixed = stem.chars().all(|c| c.is_ascii_digit() || c == '%' || c.is_uppercase());
    let fits = |whole: &str| {
        analyze(whole).first().is_some_and(|reading| {
            let ordinal = reading.features().get("NumType") == Some("Ord");
            reading.provenance() == Provenance::Form && (ordinal || reading.morphemes().count() > 1)
        })
    };
    let mut fitting = foldings(suffix)
        .into_iter()
        .filter(|_| suffixed)
        .map(|suffix| [stem, "-", &suffix].concat())
        .filter(|whole| fits(whole));
    let only = fitting.next()?;
    (fitting.next().is_none() && only != word).then_some(only)
}

/// Adds the words of a token: one, or the halves of a pair that the lexicon does not have whole.
fn candidates<'t>(word: &'t str, start: usize, found: &mut Vec<Candidate<'t>>) {
    let answers = match with_suffixes(word) {
        Some(answer) => alloc::vec![(answer, 0)],
        None => spellings(word),
    };
    if answers.is_empty() && word.contains('-') {
        let mut at = start;
        for half in word.split('-') {
            if !half.is_empty() {
                found.push(Candidate { word: half, start: at, answers: spellings(half) });
            }
            at += half.len() + 1;
        }
        return;
    }
    found.push(Candidate { word, start, answers });
}

/// The words of a sentence that may be others.
fn sentence(text: &str, start: usize) -> Vec<Restoration<'_>> {
    let mut found: Vec<Candidate<'_>> = Vec::new();
    for token in tokens(text).filter(|token| token.kind() != TokenKind::Space) {
        let at = start + token.span().start;
        match token.kind() {
            TokenKind::Word => candidates(token.as_str(), at, &mut found),
            _ if token.as_str().contains('-') => candidates(token.as_str(), at, &mut found),
            _ => found.push(Candidate { word: token.as_str(), start: at, answers: Vec::new() }),
        }
    }
    // The readings of all spellings compete, and the words around say which is the likelier.
    let mut tagged: Vec<Tagged<'_>> = found
        .iter()
        .map(|candidate| {
            let mut readings: Vec<Reading<'_>> = Vec::new();
            for (answer, added) in &candidate.answers {
                let known = analyze(answer).into_iter().filter(|r| r.provenance() != Provenance::Guessed);
                readings.extend(known.map(|reading| {
                    let cost = reading.cost() + added;
                    reading.with_cost(cost)
                }));
            }
            if readings.is_empty() {
                readings = analyze(candidate.word);
            }
            readings.sort_by_key(Reading::cost);
            Tagged::of(candidate.word, readings)
        })
        .collect();
    let mut restored = Vec::new();
    for (at, candidate) in found.iter().enumerate() {
        let (costs, _) = tag::weigh(&tagged, at);
        let cost_of = |answer: &str| -> i64 {
            let readings = tagged.get(at).map_or(&[][..], Tagged::readings);
            let costs = readings.iter().zip(&costs).filter(|(reading, _)| reading.word() == answer);
            costs.map(|(_, &cost)| cost).min().unwrap_or(i64::MAX / 2)
        };
        let mut order: Vec<(i64, &str)> =
            candidate.answers.iter().map(|(answer, _)| (cost_of(answer), answer.as_str())).collect();
        order.sort_by_key(|&(cost, _)| cost);
        let margin = match order[..] {
            [(best, _), (next, _), ..] => next - best,
            _ => i64::MAX,
        };
        let word = candidate.word;
        tag::choose(&mut tagged, at);
        let Some(&(_, best)) = order.first() else { continue };
        let certain = margin >= MARGIN;
        if best == word && certain {
            continue;
        }
        restored.push(Restoration {
            word,
            start: candidate.start,
            answers: order.iter().map(|&(_, answer)| String::from(answer)).collect(),
            certain: certain && best != word,
        });
    }
    restored
}

/// Every word of a text that may be another one with its Kazakh letters, in order: those that are certain, which [`restore`]
/// writes, and those that are open. The words around each are looked at, as [`tag()`](super::tag()) does.
///
/// ```
/// use qazaq::morphology::restorations;
/// let found: Vec<_> = restorations("оте жаксы").filter(|word| word.is_certain()).map(|w| w.answers()[0].clone()).collect();
/// assert_eq!(found, ["өте", "жақсы"]);
/// ```
#[must_use]
pub fn restorations(text: &str) -> Restorations<'_> {
    Restorations { sentences: sentences(text), ready: Vec::new().into_iter() }
}

/// The words of a text that may be others; see [`restorations`].
#[derive(Clone, Debug)]
pub struct Restorations<'a> {
    sentences: Sentences<'a>,
    /// Those of the last sentence that was looked at.
    ready: vec::IntoIter<Restoration<'a>>,
}

impl<'a> Iterator for Restorations<'a> {
    type Item = Restoration<'a>;

    fn next(&mut self) -> Option<Restoration<'a>> {
        loop {
            if let Some(word) = self.ready.next() {
                return Some(word);
            }
            let part = self.sentences.next()?;
            self.ready = sentence(part.as_str(), part.span().start).into_iter();
        }
    }
}

impl FusedIterator for Restorations<'_> {}

/// Puts Kazakh letters back where it is certain; every other word stays as it is.
///
/// ```
/// use qazaq::morphology::restore;
/// assert_eq!(restore("Оте коп китап бар ма, Казакстан?"), "Өте көп кітап бар ма, Қазақстан?");
/// assert_eq!(restore("Бұл — дұрыс жазылған сөйлем."), "Бұл — дұрыс жазылған сөйлем.");
/// ```
#[must_use]
pub fn restore(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for word in restorations(text).filter(Restoration::is_certain) {
        let span = word.span();
        out.push_str(text.get(done..span.start).unwrap_or(""));
        out.push_str(word.answers.first().map_or(word.word, String::as_str));
        done = span.end;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or(""));
    Cow::Owned(out)
}
