//! What a word may be.

use super::blob::{self, Class};
use super::features::{Features, Upos};
use super::letters::{Word, has_lookalikes, lookalike};
use super::walk::{MAX_MORPHEMES, Path};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;
use core::ops::Range;

/// Where a reading comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Provenance {
    /// The lemma is in the lexicon.
    Lexicon,
    /// The lemma is a word of the lexicon with a productive derivation: `адамсыз`.
    Derived,
    /// A number, a name in Latin letters or an acronym: the stem needs no lexicon.
    Form,
    /// The stem is unknown; only the ending speaks for the reading.
    Guessed,
}

impl Provenance {
    /// The name in the output of the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Provenance::Lexicon => "lexicon",
            Provenance::Derived => "derived",
            Provenance::Form => "form",
            Provenance::Guessed => "guessed",
        }
    }
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A lemma as it stands to its word.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Base<'a> {
    /// The first bytes of the word, then a tail.
    Prefix {
        kept: u8,
        tail: &'a str,
        capital: bool,
    },
    Owned(Box<str>),
}

/// One reading of a word: lemma, part of speech, features, morphemes.
///
/// ```
/// use qazaq::morphology::{Provenance, Upos, analyze};
/// let reading = &analyze("кітаптарымызда")[0];
/// assert_eq!(reading.lemma(), "кітап");
/// assert_eq!(reading.upos(), Upos::Noun);
/// assert_eq!(reading.features().to_string(), "Case=Loc|Number=Plur|Number[psor]=Plur|Person[psor]=1");
/// assert_eq!(reading.provenance(), Provenance::Lexicon);
/// let parts: Vec<_> = reading.morphemes().map(|m| m.as_str()).collect();
/// assert_eq!(parts, ["кітап", "тар", "ымыз", "да"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    word: &'a str,
    base: Base<'a>,
    upos: Upos,
    features: Features,
    provenance: Provenance,
    cost: u32,
    /// Bytes of the stem.
    stem: u8,
    /// Bytes of the stem and of what derivations added to it.
    root_of: u8,
    steps: [(u16, u8); MAX_MORPHEMES],
    len: u8,
}

#[allow(clippy::cast_possible_truncation, reason = "a word has less than 256 bytes")]
fn narrow(byte: usize) -> u8 {
    byte as u8
}

impl<'a> Reading<'a> {
    /// A reading by the lexicon or by a guess: a stem of so many letters, its class, and the path after it.
    pub(crate) fn new(
        word: &Word<'a>,
        letters: usize,
        class: &Class,
        tail: &'a str,
        path: &Path,
        known: Provenance,
    ) -> Reading<'a> {
        let mut upos = class.upos;
        let mut features = class.features;
        let mut provenance = known;
        let mut kept = letters - usize::from(class.cut).min(letters);
        let mut tail = tail;
        let mut capital = class.capital;
        let mut steps = [(0, 0); MAX_MORPHEMES];
        let mut derived = 0;
        for (slot, &(index, end)) in steps.iter_mut().zip(path.steps()) {
            let arc = blob::arc(index);
            let morpheme = blob::morpheme(arc.morpheme);
            features = morpheme.apply(features);
            *slot = (arc.morpheme, narrow(word.byte(usize::from(end))));
            if morpheme.derives {
                upos = morpheme.upos.unwrap_or(upos);
                derived = usize::from(end);
                (kept, tail) = (derived, "");
                if blob::state(arc.target).changed {
                    kept -= 1;
                    tail = devoiced(word.code(kept));
                }
                capital = false;
                if provenance == Provenance::Lexicon {
                    provenance = Provenance::Derived;
                }
            }
        }
        features = blob::morpheme(blob::final_at(path.last).morpheme).apply(features);
        let stem = narrow(word.byte(letters));
        Reading {
            word: word.text,
            base: Base::Prefix { kept: narrow(word.byte(kept)), tail, capital },
            upos,
            features,
            provenance,
            cost: path.cost,
            stem,
            root_of: narrow(word.byte(derived.max(letters))),
            steps,
            len: narrow(path.steps().len()),
        }
    }

    /// A reading of a word that is one piece.
    pub(crate) fn whole(
        word: &'a str,
        lemma: &str,
        upos: Upos,
        features: Features,
        provenance: Provenance,
    ) -> Reading<'a> {
        let len = u8::try_from(word.len()).unwrap_or(u8::MAX);
        Reading {
            word,
            base: Base::Owned(lemma.into()),
            upos,
            features,
            provenance,
            cost: 0,
            stem: len,
            root_of: len,
            steps: [(0, 0); MAX_MORPHEMES],
            len: 0,
        }
    }

    /// This reading of the end of a longer word, which starts `shift` bytes before it and has this lemma.
    pub(crate) fn within(self, word: &'a str, shift: usize, lemma: String) -> Reading<'a> {
        let Ok(shift) = u8::try_from(shift) else { return self };
        if word.len() > usize::from(u8::MAX) {
            return self;
        }
        let mut steps = self.steps;
        for step in &mut steps {
            step.1 = step.1.saturating_add(shift);
        }
        Reading {
            word,
            base: Base::Owned(lemma.into()),
            stem: self.stem + shift,
            root_of: self.root_of + shift,
            steps,
            ..self
        }
    }

    pub(crate) fn with_upos(mut self, upos: Upos) -> Reading<'a> {
        self.upos = upos;
        self
    }

    pub(crate) fn with_features(mut self, features: Features) -> Reading<'a> {
        self.features = features;
        self
    }

    pub(crate) fn with_provenance(mut self, provenance: Provenance) -> Reading<'a> {
        self.provenance = provenance;
        self
    }

    pub(crate) fn with_cost(mut self, cost: u32) -> Reading<'a> {
        self.cost = cost;
        self
    }

    /// The word that was read.
    #[must_use]
    pub fn word(&self) -> &'a str {
        self.word
    }

    /// The dictionary form: nominative singular, the bare stem of a verb. Small letters, but for names. Borrows from the word
    /// where it starts with its lemma.
    #[must_use]
    pub fn lemma(&self) -> Cow<'a, str> {
        match &self.base {
            Base::Owned(lemma) => Cow::Owned(lemma.to_string()),
            &Base::Prefix { kept, tail, capital } => {
                let kept = self.word.get(..usize::from(kept)).unwrap_or(self.word);
                cased(kept, tail, capital)
            }
        }
    }

    /// The part of speech.
    #[must_use]
    pub const fn upos(&self) -> Upos {
        self.upos
    }

    /// The features.
    #[must_use]
    pub const fn features(&self) -> Features {
        self.features
    }

    /// Where the reading comes from.
    #[must_use]
    pub const fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// How unlikely the reading is by itself, in eighths of a bit, comparable among readings of one word.
    #[must_use]
    pub const fn cost(&self) -> u32 {
        self.cost
    }

    /// The stem, the suffixes and a particle written with a hyphen (`бүгін-ақ`), in order, without gaps.
    pub fn morphemes(&self) -> impl Iterator<Item = Morpheme<'a>> + use<'a> {
        let word = self.word;
        let stem = usize::from(self.stem);
        let steps = self.steps;
        let len = usize::from(self.len);
        let inflected = steps[..len].last().map_or(stem, |&(_, end)| usize::from(end));
        // Places in longer words are not told.
        let particle = (inflected < word.len() && word.len() <= usize::from(u8::MAX)).then_some(word.len());
        let mut start = 0;
        core::iter::once(("stem", stem))
            .chain(steps.into_iter().take(len).map(|(m, end)| (blob::morpheme(m).name, usize::from(end))))
            .chain(particle.map(|end| ("particle", end)))
            .map(move |(name, end)| {
                let span = start..end;
                start = end;
                Morpheme { name, text: word.get(span.clone()).unwrap_or(""), span }
            })
    }

    /// The stem without productive derivation, as written: `жазушы` has the root `жаз` where it is read as derived.
    #[must_use]
    pub fn root(&self) -> &'a str {
        self.word.get(..usize::from(self.stem)).unwrap_or(self.word)
    }
}

/// A piece of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Morpheme<'a> {
    name: &'static str,
    text: &'a str,
    span: Range<usize>,
}

impl<'a> Morpheme<'a> {
    /// `stem`, the name of the suffix in `data/morphology/suffixes.tsv`, or `particle` with its hyphen.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The letters, as written.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.text
    }

    /// Bytes of the word.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

/// What a voiced letter at the end of a stem is in the lemma.
pub(crate) fn devoiced(code: u8) -> &'static str {
    match super::letters::letter_of(code) {
        'б' => "п",
        'г' => "к",
        'ғ' => "қ",
        _ => "",
    }
}

/// The kept letters and the tail, in small letters; for a name with capitals at the start and after hyphens. Look-alikes in a
/// Kazakh word become what they stand for.
pub(crate) fn cased<'a>(kept: &'a str, tail: &str, capital: bool) -> Cow<'a, str> {
    // Most words: small letters of the alphabet, of which those above U+0490 have odd numbers.
    let small = |c: char| match c {
        '\u{430}'..='\u{45F}' => true,
        '\u{490}'..='\u{4BF}' | '\u{4D0}'..='\u{4FF}' => u32::from(c) % 2 == 1,
        _ => false,
    };
    if !capital && tail.is_empty() && kept.chars().all(small) {
        return Cow::Borrowed(kept);
    }
    let mixed = !kept.is_ascii() && has_lookalikes(kept);
    let plain = |c: char| if mixed { lookalike(c).unwrap_or(c) } else { c };
    if !capital {
        if tail.is_empty() && !mixed && !kept.chars().any(char::is_uppercase) {
            return Cow::Borrowed(kept);
        }
        let mut lemma: String = kept.chars().map(plain).flat_map(char::to_lowercase).collect();
        lemma.push_str(tail);
        return Cow::Owned(lemma);
    }
    let mut start = true;
    let wanted = |c: char| {
        let upper = start;
        start = c == '-';
        upper
    };
    let fits = tail.is_empty()
        && !mixed
        && kept.chars().zip(kept.chars().map(wanted)).all(|(c, upper)| c == '-' || c.is_uppercase() == upper);
    if fits {
        return Cow::Borrowed(kept);
    }
    let mut start = true;
    let mut lemma = String::with_capacity(kept.len() + tail.len());
    for c in kept.chars().map(plain).chain(tail.chars()) {
        if start {
            lemma.extend(c.to_uppercase());
        } else {
            lemma.extend(c.to_lowercase());
        }
        start = c == '-';
    }
    Cow::Owned(lemma)
}
