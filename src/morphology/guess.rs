//! Readings of words whose stem no lexicon has, from their ending alone.
//!
//! Every split of the word into a stem and suffixes is tried, with a price for each letter of the stem, so that a suffix is
//! taken off only where it is likelier than as many letters of a stem.

use super::blob::{self, Class};
use super::features::{Features, Upos};
use super::letters::{HYPHEN, Word, letter_of};
use super::reading::{Provenance, Reading, devoiced};
use super::stems::{Joint, joint_after, voiced};
use super::walk;
use crate::phonology::Ending;
use alloc::string::String;
use alloc::vec::Vec;

/// What a letter of an unknown stem costs, in eighths of a bit.
const LETTER: u32 = 32;

/// What an unknown stem costs by its part of speech.
const NOUN: u32 = 40;
const NAME: u32 = 16;
const VERB: u32 = 88;

/// What a stem costs more that ends in б or г before a suffix.
const LOAN: u32 = 24;

/// Stems shorter than this are not guessed, unless they are the whole word.
const SHORTEST: usize = 3;

/// A way to split a word: what stands before the suffixes, and what it is read as.
struct Split {
    letters: usize,
    upos: Upos,
    start: u16,
    /// Whether the last letter lost its voice in the lemma.
    voiced: bool,
    price: u32,
}

/// Every split that makes sense, from the shortest stem to the whole word.
fn splits(word: &Word<'_>, mut found: impl FnMut(&Split)) {
    let mut stem = String::new();
    let mut vowels = false;
    for letters in 1..=word.len {
        let code = word.code(letters - 1);
        let last = letter_of(code);
        stem.push(last);
        vowels |= joint_after(last) != Joint::C || matches!(last, 'и' | 'у' | 'ю');
        let rest = word.len - letters;
        // A stem has a vowel.
        if code == HYPHEN || (rest > 0 && (letters < SHORTEST || !vowels)) {
            continue;
        }
        let Some(ending) = Ending::of(&stem) else { continue };
        let spelling = u32::try_from(letters).unwrap_or(0) * LETTER;
        let mut split = |upos: Upos, joint: Joint, price: u32| {
            let class = if upos == Upos::Verb { 'V' } else { 'N' };
            if let Some(start) = blob::start(blob::start_key(class, ending, joint)) {
                found(&Split { letters, upos, start, voiced: joint == Joint::G, price: price + spelling });
            }
        };
        let joint = if voiced(last).is_some() { Joint::K } else { joint_after(last) };
        let (upos, price) = if word.capital { (Upos::Propn, NAME) } else { (Upos::Noun, NOUN) };
        // What looks voiced before a suffix mostly is: no word ends in ғ, and loans in б г are few.
        let voiced = rest > 0 && !devoiced(code).is_empty();
        let dearer = if voiced { LOAN } else { 0 };
        if !voiced || last != 'ғ' {
            split(upos, joint, price + dearer);
            if word.capital {
                split(Upos::Noun, joint, NOUN + dearer);
            }
        }
        if voiced {
            split(upos, Joint::G, price);
        }
        if !word.capital && rest > 0 && joint != Joint::I && letters > SHORTEST {
            split(Upos::Verb, joint, VERB);
        }
    }
}

/// Adds the guessed readings of a word, none dearer by more than [`SLACK`] than the best.
pub(crate) fn guess<'a>(word: &Word<'a>, readings: &mut Vec<Reading<'a>>) {
    let mut bound = u32::MAX;
    splits(word, |split| {
        let tail = if split.voiced { devoiced(word.code(split.letters - 1)) } else { "" };
        let class = Class {
            features: Features::default(),
            start: split.start,
            upos: split.upos,
            cut: u8::from(split.voiced),
            tail,
            capital: split.upos == Upos::Propn,
            odd: false,
        };
        bound = walk::suffixes(word, split.start, split.letters, split.price, bound, |path| {
            readings.push(Reading::new(word, split.letters, &class, tail, path, Provenance::Guessed));
            bound.min(path.cost.saturating_add(SLACK))
        });
    });
}

/// The stem of the best guess: letters kept, and the code of a voiced letter that the lemma has without its voice.
pub(crate) fn best(word: &Word<'_>) -> Option<(usize, Option<u8>)> {
    let mut bound = u32::MAX;
    let mut best = None;
    splits(word, |split| {
        bound = walk::suffixes(word, split.start, split.letters, split.price, bound, |path| {
            let mut kept = split.letters - usize::from(split.voiced);
            let mut tail = split.voiced.then(|| word.code(kept));
            for &(index, end) in path.steps() {
                let arc = blob::arc(index);
                if blob::derives(arc.morpheme) {
                    (kept, tail) = (usize::from(end), None);
                    if blob::state(arc.target).changed {
                        kept -= 1;
                        tail = Some(word.code(kept));
                    }
                }
            }
            best = Some((kept, tail));
            path.cost
        });
    });
    best
}

/// Guesses dearer than the best by this much are dropped.
const SLACK: u32 = 64;
