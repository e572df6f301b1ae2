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
const LETTER: u32 = 26;

/// What an unknown stem costs by its part of speech.
const NOUN: u32 = 40;
const NAME: u32 = 16;
const VERB: u32 = 88;

/// Stems shorter than this are not guessed, unless they are the whole word.
const SHORTEST: usize = 3;

/// Adds the guessed readings of a word, none dearer by more than `slack` than the best.
pub(crate) fn guess<'a>(word: &Word<'a>, readings: &mut Vec<Reading<'a>>) {
    let mut bound = u32::MAX;
    let mut stem = String::new();
    for letters in 1..=word.len {
        let code = word.code(letters - 1);
        stem.push(letter_of(code));
        let rest = word.len - letters;
        if (letters < SHORTEST && rest > 0) || code == HYPHEN {
            continue;
        }
        let Some(ending) = Ending::of(&stem) else { continue };
        let Some(last) = stem.chars().next_back() else { continue };
        // A stem has a vowel.
        if rest > 0 && !stem.chars().any(|c| joint_after(c) != Joint::C || matches!(c, 'и' | 'у' | 'ю')) {
            continue;
        }
        let spelling = u32::try_from(letters).unwrap_or(0) * LETTER;
        let mut read = |upos: Upos, joint: Joint, tail: &'static str, price: u32, bound: u32| -> u32 {
            let letter = if upos == Upos::Verb { 'V' } else { 'N' };
            let Some(start) = blob::start(blob::start_key(letter, ending, joint)) else { return bound };
            let class = Class {
                features: Features::default(),
                start,
                upos,
                cut: u8::from(!tail.is_empty()),
                tail,
                capital: upos == Upos::Propn,
                odd: false,
            };
            let mut best = bound;
            walk::suffixes(word, start, letters, price + spelling, bound, |path| {
                readings.push(Reading::new(word, letters, &class, tail, path, Provenance::Guessed));
                best = best.min(path.cost.saturating_add(SLACK));
                best
            })
        };
        let joint = if voiced(last).is_some() { Joint::K } else { joint_after(last) };
        let (upos, price) = if word.capital { (Upos::Propn, NAME) } else { (Upos::Noun, NOUN) };
        bound = read(upos, joint, "", price, bound);
        if word.capital {
            bound = read(Upos::Noun, joint, "", NOUN, bound);
        }
        if rest > 0 {
            let tail = devoiced(code);
            if !tail.is_empty() {
                bound = read(upos, Joint::G, tail, price + 8, bound);
            }
        }
        if !word.capital && rest > 0 && (joint != Joint::I) && letters > SHORTEST {
            bound = read(Upos::Verb, joint, "", VERB, bound);
        }
    }
}

/// Guesses dearer than the best by this much are dropped.
const SLACK: u32 = 64;
