//! Kazakh letters put back into text that was typed without them: `оте коп кітап` to `өте көп кітап`.
//!
//! A keyboard without Kazakh letters leaves а for ә, г for ғ, к for қ, н for ң, о for ө, у for ұ and ү, и for і, х for һ. Every
//! word of the language that the letters may stand for is looked up, stems and suffixes at once, so vowel harmony does its part;
//! a word is changed only where one answer is much likelier than all others, the word as it stands among them.

use super::blob::{self, Node};
use super::letters::{Word, code, letter_of};
use super::tables::FOLDING;
use super::walk::MAX_MORPHEMES;
use crate::segment::{TokenKind, tokens};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// How much dearer the next answer must be, in eighths of a bit, for the best one to be certain.
const MARGIN: u32 = 20;

/// What an answer costs more that is not among the commonest forms of text.
const UNCOMMON: u32 = 24;

/// A word with other letters, in sum.
#[derive(Clone, Debug)]
struct Answer {
    letters: Vec<u8>,
    cost: u32,
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
            None => self.answers.push(Answer { letters: self.letters.clone(), cost }),
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

/// Every word of a text that may be another one with its Kazakh letters, in order: those that are certain, which [`restore`]
/// writes, and those that are open.
///
/// ```
/// use qazaq::morphology::restorations;
/// let found: Vec<_> = restorations("оте жаксы").filter(|word| word.is_certain()).map(|w| w.answers()[0].clone()).collect();
/// assert_eq!(found, ["өте", "жақсы"]);
/// ```
pub fn restorations(text: &str) -> impl Iterator<Item = Restoration<'_>> {
    tokens(text).filter(|token| token.kind() == TokenKind::Word).filter_map(move |token| {
        let word = token.as_str();
        let coded = Word::new(word)?;
        let answers = answers(&coded)?;
        let best = answers.first()?;
        let itself = best.letters == coded.codes();
        if itself && answers.len() == 1 {
            return None;
        }
        let margin = answers.get(1).map_or(u32::MAX, |next| next.cost - best.cost);
        let certain = margin >= MARGIN;
        if itself && certain {
            return None;
        }
        Some(Restoration {
            word,
            start: token.span().start,
            answers: answers.iter().map(|answer| written(word, answer)).collect(),
            certain: certain && !itself,
        })
    })
}

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
