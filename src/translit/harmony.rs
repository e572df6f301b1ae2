//! Front and back vowels on the way back from the Arabic script, which writes them alike.
//!
//! Which letters tell what are keys of the scheme.

use super::stems::Found;
use super::table::Hamza;
use crate::alphabet::{Backness, Letter, letter};

/// How far around a letter harmony is looked for, in letters.
const REACH: usize = 32;

/// Tells front vowels from back ones. What a list found at the start is settled already.
///
/// A word with the sign is front throughout. In others each such letter goes by the nearest vowel that is told apart (а, е), the
/// one before it where there is one, and by қ ғ or к г beside where there is none. Every letter here has two bytes, and so
/// has its partner.
pub(super) fn harmonise(hamza: &Hamza, marked: bool, found: Option<Found>, word: &mut [u8]) {
    let fixed = found.map_or(0, |found| found.stem.len());
    let endings = found.and_then(|found| found.front_endings);
    let kinds_at = |word: &[u8], at: usize| low_at(word, at).map_or(0, |low| hamza.kinds[low]);
    let pair = |pairs: &[(char, char)], c: char| pairs.iter().find(|pair| pair.0 == c).map(|pair| pair.1);
    let all_kinds = (0..word.len()).fold(0, |all, at| all | kinds_at(word, at));
    let (has_back, has_front) = (all_kinds & Hamza::BESIDE_BACK != 0, all_kinds & Hamza::BESIDE_FRONT != 0);
    let stem = stem_of(hamza, word);
    // The vowel before, once there is one, and whether what is before is қ or ғ.
    let mut before: Option<bool> = None;
    let mut after_back = false;
    let mut after_vowel = false;
    let mut shown = false;
    // қ and ғ after a vowel start a part with back vowels, sign or no sign: бірқалыпты.
    let mut turned = false;
    let apart = apart(hamza, word);
    let mut at = 0;
    while at < word.len() {
        let Some(c) = low_at(word, at).and_then(|low| char::from_u32(0x400 + low as u32)) else {
            at += 1;
            continue;
        };
        let kinds = kinds_at(word, at);
        // Rounded vowels that are told apart stand in first syllables; а stays beside қ and ғ, sign or no sign.
        let ambiguous = at >= fixed
            && ((pair(hamza.fronts, c).is_some() && (marked || c != hamza.first_vowel || !after_vowel))
                || (marked && !has_back && pair(hamza.marked_fronts, c).is_some()));
        let known = match letter(c).and_then(Letter::backness) {
            // Names in -ев take the endings of what is before.
            Some(Backness::Front) if before == Some(false) && starts_with(word, at + 2, hamza.name_end) => {
                None
            }
            Some(Backness::Front) => Some(true),
            Some(Backness::Back) => Some(false),
            _ if kinds & Hamza::BESIDE_EITHER != 0 && has_front && !has_back => Some(true),
            _ => None,
        };
        after_vowel |= known.is_some();
        shown |= known.is_some() && !ambiguous && at >= fixed;
        if ambiguous {
            // Vowels that are told apart (а, е) show the harmony of the endings better than the stem.
            let settled = endings.filter(|_| !shown);
            let near_back = after_back || kinds_at(word, at + 2) & Hamza::BESIDE_BACK != 0;
            let around = || {
                let ahead = (at + 2..stem).step_by(2).take(REACH).map(|at| kinds_at(word, at));
                let behind =
                    (0..at).rev().step_by(2).take(REACH).map(|at| kinds_at(word, at.saturating_sub(1)));
                let vowel = shows(Hamza::SHOWS_FRONT, Hamza::SHOWS_BACK);
                let consonant = shows(Hamza::BESIDE_FRONT, Hamza::BESIDE_BACK);
                let first = ahead.clone().find_map(vowel);
                first.or_else(|| behind.chain(ahead).find_map(consonant)).unwrap_or(false)
            };
            let front = !near_back
                && at < apart
                && (settled.is_none() && marked && !turned || settled.or(before).unwrap_or_else(around));
            if front {
                if let Some(partner) = pair(hamza.fronts, c).or_else(|| pair(hamza.marked_fronts, c)) {
                    let mut bytes = [0; 4];
                    partner.encode_utf8(&mut bytes);
                    word[at..at + 2].copy_from_slice(&bytes[..2]);
                }
            }
            before = before.or(Some(front));
        } else if let Some(known) = known {
            before = Some(known);
        }
        after_back = kinds & Hamza::BESIDE_BACK != 0;
        if after_back && before.is_some() {
            (before, turned) = (Some(false), true);
        }
        at += 2;
    }
}

/// The low byte of the letter of U+0400 to U+04FF at a place.
fn low_at(word: &[u8], at: usize) -> Option<usize> {
    match word.get(at..at + 2) {
        Some(&[lead, trail]) if lead & 0xFC == 0xD0 => {
            Some(usize::from(lead & 3) << 6 | usize::from(trail & 0x3F))
        }
        _ => None,
    }
}

/// Whether kinds of a letter show front vowels; nothing where they show neither.
fn shows(front: u8, back: u8) -> impl Fn(u8) -> Option<bool> + Copy {
    move |kinds| match (kinds & front != 0, kinds & back != 0) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// Whether a letter stands at a place.
fn starts_with(word: &[u8], at: usize, letter: char) -> bool {
    let mut bytes = [0; 4];
    word.get(at..).is_some_and(|rest| rest.starts_with(letter.encode_utf8(&mut bytes).as_bytes()))
}

/// Where an ending starts that does not agree with its word (-мен); the end of the word where it has none, or little else.
fn stem_of(hamza: &Hamza, word: &[u8]) -> usize {
    let ending = hamza.unchanging.iter().find(|ending| word.ends_with(ending.as_bytes()));
    match ending {
        Some(ending) if word.len() > ending.len() + 4 => word.len() - ending.len(),
        _ => word.len(),
    }
}

/// Where a part of a word starts that has back vowels whatever stands before it: Берікұлы. The end of the word where it has none.
fn apart(hamza: &Hamza, word: &[u8]) -> usize {
    let place = hamza.apart.iter().find_map(|part| {
        let part = part.as_bytes();
        let least = word.len().saturating_sub(part.len() + 8).max(6);
        let at = (least..word.len()).find(|&at| word[at..].starts_with(part))?;
        // гүлі is a word of its own, and only a case may follow.
        let rest = &word[at + part.len()..];
        let ends = rest.is_empty() || hamza.apart_before.iter().any(|case| rest.starts_with(case.as_bytes()));
        let other = hamza.apart_not_after.iter().any(|before| word[..at].ends_with(before.as_bytes()));
        (ends && !other).then_some(at)
    });
    place.unwrap_or(word.len())
}
