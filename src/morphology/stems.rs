//! How a stem may be written before suffixes: voiced, shortened, contracted.
//!
//! Used when the lexicon is compiled, for words that users add, and for guesses.

use super::features::Upos;
use crate::phonology::{Ending, Final, Harmony};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// How a stem, or what stands before a suffix, may be continued. The letters are those of the column "after" in
/// `data/morphology/suffixes.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs, reason = "the letters are explained in the data file")]
pub enum Joint {
    C,
    K,
    G,
    B,
    W,
    A,
    I,
    T,
    Y,
    Z,
    J,
    Q,
    E,
    H,
    P,
    S,
}

impl Joint {
    /// All, in order.
    pub const ALL: [Joint; 16] = [
        Joint::C,
        Joint::K,
        Joint::G,
        Joint::B,
        Joint::W,
        Joint::A,
        Joint::I,
        Joint::T,
        Joint::Y,
        Joint::Z,
        Joint::J,
        Joint::Q,
        Joint::E,
        Joint::H,
        Joint::P,
        Joint::S,
    ];

    /// The letter in the data file.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Joint::C => 'c',
            Joint::K => 'k',
            Joint::G => 'g',
            Joint::B => 'b',
            Joint::W => 'w',
            Joint::A => 'a',
            Joint::I => 'i',
            Joint::T => 't',
            Joint::Y => 'y',
            Joint::Z => 'z',
            Joint::J => 'j',
            Joint::Q => 'q',
            Joint::E => 'e',
            Joint::H => 'h',
            Joint::P => 'p',
            Joint::S => 's',
        }
    }

    /// Whether the bare stem can stand like this: `кітап`, not `кітаб-`.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Joint::C | Joint::K | Joint::A | Joint::I | Joint::Y | Joint::Z | Joint::E | Joint::P)
    }
}

/// The inflection class that a part of speech starts in: a state of `data/morphology/suffixes.tsv`.
#[must_use]
pub const fn class(upos: Upos) -> &'static str {
    match upos {
        Upos::Noun | Upos::Propn => "N",
        Upos::Adj => "A",
        Upos::Pron => "P",
        Upos::Num => "M",
        Upos::Adv | Upos::Adp => "D",
        Upos::Verb | Upos::Aux => "V",
        _ => "X",
    }
}

/// What the lexicon says of a stem that rules do not: the column "flags".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "they are independent flags of a row")]
pub struct Flags {
    /// The last vowel drops before a vowel: `орын`, `орны`.
    pub elide: bool,
    /// п к қ stay before a vowel: `банк`, `банкі`.
    pub hard: bool,
    /// Harmony against the rules.
    pub harmony: Option<Harmony>,
}

impl Flags {
    /// Reads the column; `None` for a flag that there is not. Flags without an effect here are allowed.
    #[must_use]
    pub fn parse(cell: &str) -> Option<Flags> {
        let mut flags = Flags::default();
        for flag in cell.split(',') {
            match flag {
                "elide" => flags.elide = true,
                "hard" => flags.hard = true,
                "front" => flags.harmony = Some(Harmony::Front),
                "back" => flags.harmony = Some(Harmony::Back),
                "-" | "" | "voice" | "kept" | "pass" | "rcp" | "pronoun" | "irregular" => {}
                _ => return None,
            }
        }
        Some(flags)
    }
}

/// A way to write a stem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allomorph {
    /// The letters, small.
    pub surface: String,
    /// What may follow.
    pub joint: Joint,
    /// What suffixes agree with.
    pub ending: Ending,
    /// Tolerated, not standard.
    pub odd: bool,
}

/// The joint of what ends in a letter, where nothing about it changes.
#[must_use]
pub fn joint_after(last: char) -> Joint {
    match last {
        'ы' | 'і' => Joint::I,
        'а' | 'ә' | 'е' | 'ё' | 'о' | 'ө' | 'ұ' | 'ү' | 'э' | 'я' => Joint::A,
        _ => Joint::C,
    }
}

/// The voiced letter for п к қ.
#[must_use]
pub fn voiced(c: char) -> Option<char> {
    match c {
        'п' => Some('б'),
        'к' => Some('г'),
        'қ' => Some('ғ'),
        _ => None,
    }
}

fn is_vowel(c: char) -> bool {
    matches!(joint_after(c), Joint::A | Joint::I) || matches!(c, 'и' | 'у' | 'ю')
}

/// All ways to write a stem. `lemma` in small letters.
#[must_use]
pub fn allomorphs(lemma: &str, upos: Upos, flags: Flags) -> Vec<Allomorph> {
    let mut found = Vec::new();
    let Some(mut ending) = Ending::of(lemma) else { return found };
    if let Some(harmony) = flags.harmony {
        ending.harmony = harmony;
    }
    written(lemma, upos, flags, ending, &mut found);
    // Loans whose last vowel is neither front nor back, or that end in к г ь or like a surname, waver: циклі, циклы.
    let neutral = lemma.chars().rev().find(|&c| is_vowel(c)).is_some_and(|c| matches!(c, 'и' | 'у' | 'ю'));
    let surname = upos == Upos::Propn && (lemma.ends_with("ов") || lemma.ends_with("ев"));
    let wavers = flags.harmony.is_some() || neutral || surname || lemma.ends_with(['к', 'г', 'ь']);
    if wavers && matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj) && lemma.chars().count() > 2 {
        let standard = found.len();
        let harmony = match ending.harmony {
            Harmony::Back => Harmony::Front,
            Harmony::Front => Harmony::Back,
        };
        written(lemma, upos, flags, Ending { harmony, ..ending }, &mut found);
        for allomorph in found.iter_mut().skip(standard) {
            allomorph.odd = true;
        }
    }
    found
}

/// The ways to write a stem of this harmony.
fn written(lemma: &str, upos: Upos, flags: Flags, mut ending: Ending, found: &mut Vec<Allomorph>) {
    let class = class(upos);
    let letters: Vec<char> = lemma.chars().collect();
    let Some(&last) = letters.last() else { return };
    let before = letters.len().checked_sub(2).and_then(|at| letters.get(at)).copied().unwrap_or('-');
    let cut = |n: usize| -> String { letters.iter().take(letters.len().saturating_sub(n)).collect() };
    let mut add = |surface: String, joint: Joint, odd: bool| {
        let sound = Ending::of(&surface).map_or(ending.sound, |shorter| shorter.sound);
        found.push(Allomorph { surface, joint, ending: Ending { sound, ..ending }, odd });
    };
    let whole = lemma.to_string();
    if class == "X" {
        add(whole, Joint::C, false);
        return;
    }
    if flags.elide && letters.len() > 2 {
        add(whole.clone(), Joint::K, false);
        // дауысы beside даусы.
        add(whole, Joint::G, true);
        let mut short = cut(2);
        short.push(last);
        add(short, Joint::G, false);
        return;
    }
    let verb = class == "V";
    match last {
        'ь' => {
            add(whole, Joint::K, false);
            add(cut(1), Joint::G, false);
        }
        'п' | 'к' | 'қ' if is_vowel(before) || before == 'й' => {
            let changed = |c: char| {
                let mut stem = cut(1);
                stem.push(c);
                stem
            };
            let Some(soft) = voiced(last) else { return };
            if flags.hard && !verb {
                add(whole, Joint::C, false);
            } else if verb && last == 'п' {
                add(whole, Joint::K, false);
                add(changed(soft), Joint::B, false);
                add(changed('у'), Joint::W, false);
            } else {
                if !verb {
                    // Loans waver: принципі.
                    add(whole.clone(), Joint::G, true);
                }
                add(whole, Joint::K, false);
                add(changed(soft), Joint::G, false);
            }
        }
        'й' | 'и' if verb => {
            let (base, fused) = match ending.harmony {
                Harmony::Back => (Joint::Y, Joint::J),
                Harmony::Front => (Joint::Z, Joint::Q),
            };
            add(whole.clone(), base, false);
            add(if last == 'й' { cut(1) } else { whole }, fused, false);
        }
        'ы' | 'і' if verb || class == "M" => {
            add(whole, Joint::I, false);
            add(cut(1), Joint::T, false);
            if verb && before == 'й' {
                // байы, баю.
                add(cut(2), Joint::Q, false);
            }
        }
        'т' if before == 'к' && !verb && !flags.hard && !lemma.ends_with("нкт") => {
            // факт, фактіге; фактқа is read all the same.
            let mut longer = whole.clone();
            longer.push('і');
            add(whole.clone(), Joint::E, false);
            add(whole, Joint::C, true);
            ending.harmony = Harmony::Front;
            found.push(Allomorph {
                surface: longer,
                joint: Joint::I,
                ending: Ending { sound: Final::Vowel, ..ending },
                odd: false,
            });
        }
        'т' if before == 'с' && letters.len() > 3 && !verb => {
            // турист, туристке, but туристер with one т; туристтер is read all the same.
            add(whole.clone(), Joint::P, false);
            add(whole, Joint::C, true);
            add(cut(1), Joint::S, false);
        }
        'д' if before == 'з' && !verb => {
            // съезд, съезге, съезі.
            add(whole.clone(), Joint::E, false);
            add(whole, Joint::C, true);
            add(cut(1), Joint::C, false);
        }
        _ if last == before && joint_after(last) == Joint::C && !verb => {
            // процесс, процеске, процесі; with both letters it is read all the same.
            add(whole.clone(), Joint::E, false);
            add(whole, Joint::C, true);
            add(cut(1), Joint::H, false);
            add(cut(1), Joint::G, false);
        }
        'к' | 'т' | 'г' | 'д' | 'с' if !verb && ending.harmony == Harmony::Front && is_cluster(before) =>
        {
            add(whole.clone(), Joint::C, false);
            // рейтингіге beside рейтингке.
            let mut longer = whole;
            longer.push('і');
            found.push(Allomorph {
                surface: longer,
                joint: Joint::I,
                ending: Ending { sound: Final::Vowel, ..ending },
                odd: true,
            });
        }
        _ => add(whole, joint_after(last), false),
    }
}

/// Whether a consonant before the last one makes a cluster that only loans end in.
fn is_cluster(c: char) -> bool {
    matches!(c, 'н' | 'р' | 'л' | 'к' | 'п' | 'с' | 'ф')
}
