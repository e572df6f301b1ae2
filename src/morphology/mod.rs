//! Morphology: lemmas, stems, all readings of a word, and its forms.
//!
//! One description serves both directions: the suffixes in `data/morphology/suffixes.tsv`, with the stems of `data/lexicon/`.
//! `cargo xtask codegen` compiles them into one file that is read in place, so nothing is built at start-up.
//!
//! Parts of speech and features have the names of Universal Dependencies; lemmas follow the conventions of its Kazakh
//! treebank: a verb's lemma is its bare stem, voices that are stripped are features, derived words are their own lemmas.
//!
//! ```
//! use qazaq::morphology::{analyze, lemma, stem};
//!
//! assert_eq!(lemma("кітабымыздан"), "кітап");
//! assert_eq!(lemma("барған"), "бар");
//! assert_eq!(stem("халқының"), "халық");
//! for reading in analyze("алды") {
//!     println!("{} {} {}", reading.lemma(), reading.upos(), reading.features());
//! }
//! ```

mod best;
mod blob;
mod capitals;
mod features;
mod generate;
mod guess;
mod latin;
mod letters;
mod lexicon;
mod pieces;
mod reading;
mod restore;
mod stems;
#[rustfmt::skip]
mod tables;
mod tag;
mod walk;

pub use best::{stem, stem_to};
pub use capitals::capitalize;
pub use features::{Features, Upos};
pub use generate::{Form, Row, inflect, inflect_as, paradigm, parts_of_speech};
pub use latin::{to_cyrillic, to_cyrillic_from};
pub use lexicon::Lexicon;
pub use reading::{Morpheme, Provenance, Reading};
pub use restore::{Restoration, Restorations, restorations, restore};
pub use tag::{Tagged, tag};

use alloc::borrow::Cow;
use alloc::vec::Vec;
use letters::Word;

/// What the compiler of the lexicon needs. Not for users.
#[doc(hidden)]
pub mod internals {
    pub use super::blob::{FIRST_OF_REST, MAGIC, SECTIONS, form_hash, len, start_key};
    pub use super::letters::{MAX_LETTERS, code, letter_of};
    pub use super::stems::{Allomorph, Flags, Joint, allomorphs, class, joint_after, voiced};

    use super::letters::Word;
    use super::reading::{Provenance, Reading};
    use super::{blob, walk};
    use alloc::string::String;
    use alloc::vec::Vec;

    /// The stem of a word without the table of common forms.
    #[must_use]
    pub fn searched_stem(word: &str) -> String {
        super::best::searched(word).into_owned()
    }

    /// The stem of a word as if the lexicon did not have it, for measuring guesses.
    #[must_use]
    pub fn guessed_stem(word: &str) -> Option<String> {
        let coded = Word::new(word)?;
        let (kept, voiced) = super::guess::best(&coded)?;
        let tail = voiced.map_or("", super::reading::devoiced);
        Some(super::reading::cased(word.get(..coded.byte(kept))?, tail, false).into_owned())
    }

    /// Whether a word has a reading by the lexicon, however unlikely.
    #[must_use]
    pub fn is_reading(word: &str, lemma: &str, upos: super::Upos, features: super::Features) -> bool {
        let Some(word) = Word::new(word) else { return false };
        let mut readings = Vec::new();
        super::known(&word, &mut readings);
        readings.iter().any(|r| r.upos() == upos && r.features() == features && r.lemma() == lemma)
    }

    /// Whether a lemma is read as itself.
    #[must_use]
    pub fn is_known(lemma: &str, upos: super::Upos) -> bool {
        let Some(word) = Word::new(lemma) else { return false };
        let mut readings = Vec::new();
        super::known(&word, &mut readings);
        readings.iter().any(|r| r.upos() == upos && r.lemma() == lemma && r.morphemes().count() == 1)
    }

    /// Every reading of a word by the lexicon, with the rows of the suffix table that it used.
    pub fn choices(word: &str, mut found: impl FnMut(String, super::Upos, u32, &[u16])) {
        let Some(word) = Word::new(word) else { return };
        let mut used = Vec::new();
        walk::stems(&word, |letters, entry| {
            let class = blob::class(entry.class);
            walk::suffixes(&word, class.start, letters, u32::from(entry.cost), u32::MAX, |path| {
                let bare = Reading::new(&word, letters, &class, class.tail, path, Provenance::Lexicon);
                used.clear();
                used.extend(path.steps().iter().map(|&(arc, _)| blob::arc(arc).choice));
                used.push(blob::final_at(path.last).choice);
                // The lemma of the entry, not of a derivation.
                let kept = letters - usize::from(class.cut);
                let lemma = super::reading::cased(&word.text[..word.byte(kept)], class.tail, class.capital);
                found(lemma.into_owned(), class.upos, bare.cost(), &used);
                u32::MAX
            });
        });
    }
}

/// What a reading as a name costs more in a word without a capital.
const NAME_WITHOUT_CAPITAL: u32 = 56;

/// The dearest reading that is kept, over the best.
const SLACK: u32 = 160;

/// Every reading of a word, the likeliest first. Empty only where the text is no word at all.
///
/// Readings by the lexicon, if there are any; guesses otherwise, which say so in [`Reading::provenance`].
///
/// ```
/// use qazaq::morphology::{analyze, Upos};
/// let readings = analyze("жаз");
/// assert!(readings.iter().any(|r| r.upos() == Upos::Noun));
/// assert!(readings.iter().any(|r| r.upos() == Upos::Verb));
/// ```
#[must_use]
pub fn analyze(word: &str) -> Vec<Reading<'_>> {
    let mut readings = analyze_plain(word);
    if readings.first().is_none_or(|best| best.provenance() == Provenance::Guessed) {
        let mut others = Vec::new();
        if readings.is_empty() || word.contains(['-', '\u{2010}', '\u{2011}']) {
            pieces::read(word, &mut others);
        }
        others.extend(pieces::acronym(word));
        if !others.is_empty() {
            readings = others;
            settle(&mut readings);
        }
    }
    readings
}

/// The readings of a word of Kazakh letters; empty for anything else.
fn analyze_plain(word: &str) -> Vec<Reading<'_>> {
    let mut readings = Vec::new();
    if let Some(coded) = Word::new(word) {
        known(&coded, &mut readings);
        if readings.is_empty() {
            guess::guess(&coded, &mut readings);
        }
        settle(&mut readings);
    }
    readings
}

/// Sorts readings, and drops the dear ones and those that say the same.
fn settle(readings: &mut Vec<Reading<'_>>) {
    readings.sort_by_key(Reading::cost);
    let bound = readings.first().map_or(0, |best| best.cost() + SLACK);
    readings.retain(|reading| reading.cost() < bound);
    let mut at = 0;
    while let Some(reading) = readings.get(at) {
        let twin = readings.iter().take(at).any(|other| {
            other.upos() == reading.upos()
                && other.features() == reading.features()
                && other.lemma() == reading.lemma()
        });
        if twin {
            readings.remove(at);
        } else {
            at += 1;
        }
    }
}

fn known<'a>(word: &Word<'a>, readings: &mut Vec<Reading<'a>>) {
    walk::stems(word, |letters, entry| {
        let class = blob::class(entry.class);
        let mut cost = u32::from(entry.cost);
        if class.capital && !word.capital {
            cost += NAME_WITHOUT_CAPITAL;
        }
        walk::suffixes(word, class.start, letters, cost, u32::MAX, |path| {
            readings.push(Reading::new(word, letters, &class, class.tail, path, Provenance::Lexicon));
            u32::MAX
        });
    });
}

/// The dictionary form of a word by its likeliest reading; the word itself in small letters where nothing is known.
#[must_use]
pub fn lemma(word: &str) -> Cow<'_, str> {
    analyze(word).first().map_or_else(|| reading::cased(word, "", false), Reading::lemma)
}

/// The stop words of `data/morphology/stopwords.tsv`, sorted: small letters, every form that counts on its own.
///
/// ```
/// use qazaq::morphology::{is_stop_word, stop_words};
/// assert!(stop_words().contains(&"және"));
/// assert!(is_stop_word("Бірақ"));
/// assert!(!is_stop_word("кітап"));
/// ```
#[must_use]
pub fn stop_words() -> &'static [&'static str] {
    tables::STOP_WORDS
}

/// Whether a word is in [`stop_words`], without case.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    tables::STOP_WORDS.binary_search(&&*reading::cased(word, "", false)).is_ok()
}
