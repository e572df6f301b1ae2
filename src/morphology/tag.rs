//! Readings chosen in their sentence.
//!
//! Rules of `data/morphology/context.tsv` add to or take from the costs of readings, looking at the words around; what is
//! cheapest in the end is chosen. All readings are kept, and the rule that tipped the balance is named.

use super::analyze;
use super::reading::Reading;
use super::tables::RULES;
use alloc::vec::Vec;

/// What a rule asks of a reading, or of the word next to it.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// A bit for each part of speech; 0 for any.
    pub(crate) upos: u32,
    /// Bits of a feature, and the values it may have there.
    pub(crate) features: &'static [(u64, &'static [u64])],
    pub(crate) lemmas: &'static [&'static str],
    pub(crate) forms: &'static [&'static str],
    /// Whether the word starts with a capital.
    pub(crate) capital: Option<bool>,
}

/// A row of `data/morphology/context.tsv`.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// In eighths of a bit; what is negative makes a reading likelier.
    pub(crate) cost: i32,
    pub(crate) target: Pattern,
    pub(crate) around: &'static [Around],
}

/// A condition on a neighbour.
#[derive(Debug)]
pub(crate) struct Around {
    pub(crate) offset: isize,
    pub(crate) negated: bool,
    /// Whether the edge of the sentence will do.
    pub(crate) edge: bool,
    /// Several, of which one must fit.
    pub(crate) patterns: &'static [Pattern],
}

impl Pattern {
    fn fits(&self, reading: &Reading<'_>, word: &str) -> bool {
        (self.upos == 0 || self.upos & 1 << reading.upos() as u32 != 0)
            && self.features.iter().all(|(mask, values)| values.contains(&(reading.features().bits() & mask)))
            && (self
                .capital
                .is_none_or(|wanted| wanted == word.chars().next().is_some_and(char::is_uppercase)))
            && (self.forms.is_empty() || self.forms.iter().any(|form| same(form, word)))
            && (self.lemmas.is_empty() || {
                let lemma = reading.lemma();
                self.lemmas.contains(&&*lemma)
            })
    }
}

/// Whether a word is this form, without case.
fn same(form: &str, word: &str) -> bool {
    form.len() == word.len() && form.chars().eq(word.chars().flat_map(char::to_lowercase))
}

/// A word of a sentence with its readings, the chosen one first.
#[derive(Clone, Debug)]
pub struct Tagged<'a> {
    word: &'a str,
    readings: Vec<Reading<'a>>,
    rule: Option<&'static str>,
}

impl<'a> Tagged<'a> {
    /// The word.
    #[must_use]
    pub const fn word(&self) -> &'a str {
        self.word
    }

    /// The reading that was chosen; `None` only for the empty word.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading<'a>> {
        self.readings.first()
    }

    /// All readings: the chosen one, then the others by their cost in this sentence.
    #[must_use]
    pub fn readings(&self) -> &[Reading<'a>] {
        &self.readings
    }

    /// All readings, as [`readings`](Tagged::readings) has them.
    #[must_use]
    pub fn into_readings(self) -> Vec<Reading<'a>> {
        self.readings
    }

    /// The rule of `data/morphology/context.tsv` without which another reading would have been chosen; `None` where the word
    /// by itself decided.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static str> {
        self.rule
    }
}

/// Chooses a reading for every word of a sentence; punctuation marks are words too.
///
/// ```
/// use qazaq::morphology::{Upos, tag};
/// let sentence = tag(&["Менің", "досым", "мен", "інім", "келді", "."]);
/// let upos: Vec<_> = sentence.iter().filter_map(|w| w.reading()).map(|r| r.upos()).collect();
/// assert_eq!(upos, [Upos::Pron, Upos::Noun, Upos::Cconj, Upos::Noun, Upos::Verb, Upos::Punct]);
/// ```
#[must_use]
pub fn tag<'a>(sentence: &[&'a str]) -> Vec<Tagged<'a>> {
    tag_by(sentence, analyze)
}

/// Chooses among the readings that `analyze` has.
pub(crate) fn tag_by<'a>(
    sentence: &[&'a str],
    analyze: impl Fn(&'a str) -> Vec<Reading<'a>>,
) -> Vec<Tagged<'a>> {
    let mut words: Vec<Tagged<'a>> = sentence.iter().map(|word| Tagged::of(word, analyze(word))).collect();
    for at in 0..words.len() {
        choose(&mut words, at);
    }
    words
}

impl<'a> Tagged<'a> {
    /// A word with readings of other spellings of it too.
    pub(crate) fn of(word: &'a str, readings: Vec<Reading<'a>>) -> Tagged<'a> {
        Tagged { word, readings, rule: None }
    }
}

/// Which cost is the least; the first of equals.
fn cheapest(costs: &[i64]) -> usize {
    costs.iter().enumerate().min_by_key(|&(at, cost)| (*cost, at)).map_or(0, |(at, _)| at)
}

/// The costs of the readings of a word among its neighbours, and the rule that tipped the balance.
pub(crate) fn weigh(words: &[Tagged<'_>], at: usize) -> (Vec<i64>, Option<&'static str>) {
    let Some(tagged) = words.get(at) else { return (Vec::new(), None) };
    let mut costs: Vec<i64> = tagged.readings.iter().map(|reading| i64::from(reading.cost())).collect();
    let mut chosen = cheapest(&costs);
    let mut rule_of = None;
    for rule in RULES {
        let mut hits = 0_u64;
        for (index, reading) in tagged.readings.iter().enumerate().take(64) {
            if rule.target.fits(reading, tagged.word) {
                hits |= 1 << index;
            }
        }
        if hits == 0 || !rule.around.iter().all(|around| holds(words, at, around)) {
            continue;
        }
        for (index, cost) in costs.iter_mut().enumerate().take(64) {
            if hits & 1 << index != 0 {
                *cost += i64::from(rule.cost);
            }
        }
        let now = cheapest(&costs);
        if now != chosen {
            (chosen, rule_of) = (now, Some(rule.name));
        }
    }
    (costs, rule_of)
}

pub(crate) fn choose(words: &mut [Tagged<'_>], at: usize) {
    if words.get(at).is_none_or(|tagged| tagged.readings.len() < 2) {
        return;
    }
    let (costs, rule_of) = weigh(words, at);
    let Some(tagged) = words.get_mut(at) else { return };
    let mut order: Vec<usize> = (0..costs.len()).collect();
    order.sort_by_key(|&index| (costs.get(index).copied().unwrap_or(i64::MAX), index));
    let mut sorted = Vec::with_capacity(order.len());
    for index in order {
        let cost = costs.get(index).copied().unwrap_or(0).clamp(0, i64::from(u32::MAX));
        if let Some(reading) = tagged.readings.get(index) {
            sorted.push(reading.clone().with_cost(u32::try_from(cost).unwrap_or(u32::MAX)));
        }
    }
    tagged.readings = sorted;
    tagged.rule = rule_of;
}

fn holds(words: &[Tagged<'_>], at: usize, around: &Around) -> bool {
    let neighbour = at.checked_add_signed(around.offset).and_then(|index| words.get(index));
    let fits = match neighbour {
        None => around.edge,
        Some(word) => {
            // To the left the choice is made; to the right the best reading by itself stands for it.
            word.reading().is_some_and(|reading| around.patterns.iter().any(|p| p.fits(reading, word.word)))
        }
    };
    fits != around.negated
}
