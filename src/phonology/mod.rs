//! How suffixes agree with what they follow: vowel harmony, assimilation, buffer letters, what happens to the stem.
//!
//! A suffix is a template. Small letters stand for themselves; a capital letter, or several in braces, is an archiphoneme of
//! `data/phonology/archiphonemes.tsv`, chosen by the harmony of the stem and the sound before it; `(с)` is a buffer that is
//! written after a vowel, `(Ы)` one that is written after a consonant; `~` takes away a vowel at the end of the stem.
//!
//! ```
//! use qazaq::phonology::{attach, suffix};
//!
//! assert_eq!(attach("сегіз", "ГА"), "сегізге");
//! assert_eq!(attach("кітап", "(с)Ы"), "кітабы");
//! assert_eq!(attach("қырық", "(Ы)ншЫ"), "қырқыншы");
//! assert_eq!(attach("алты", "~Ау"), "алтау");
//! assert_eq!(suffix("миллиард", "НЫң"), "тың");
//! ```

use crate::alphabet::{Backness, Letter, Script, letter};
use alloc::string::String;
use core::fmt;

#[rustfmt::skip]
mod tables;

use tables::{ARCHIPHONEMES, FINALS, HARMONY, STEMS};

/// The two sides of vowel harmony.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Harmony {
    /// а о ұ ы: балаға, ұлының.
    Back,
    /// ә е ө ү і: үйге, кісінің.
    Front,
}

/// What a stem ends in, as suffixes hear it: the classes of `data/phonology/sounds.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Final {
    /// A vowel.
    Vowel,
    /// й, and и у ю, which end in it.
    Glide,
    /// р
    R,
    /// л
    L,
    /// м н ң
    Nasal,
    /// ж з
    Voiced,
    /// п т к қ с ш, and the voiced stops at the end of borrowed stems.
    Voiceless,
}

impl Final {
    /// All classes, in the order of the tables.
    pub const ALL: [Final; 7] =
        [Final::Vowel, Final::Glide, Final::R, Final::L, Final::Nasal, Final::Voiced, Final::Voiceless];

    /// The class of a small Cyrillic letter; `None` for signs and what is no letter.
    fn of(c: char) -> Option<Final> {
        FINALS.binary_search_by_key(&c, |&(letter, _)| letter).ok().map(|at| FINALS[at].1)
    }
}

/// All that a suffix needs to know of the stem before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ending {
    /// Front or back.
    pub harmony: Harmony,
    /// The last sound.
    pub sound: Final,
}

impl Ending {
    /// The ending of a word; of the last one where there are several, or parts joined by a hyphen. `None` without a
    /// Cyrillic letter.
    ///
    /// The last vowel decides, where `data/phonology/harmony.tsv` and the odd stems of `data/phonology/stems.tsv` do not say
    /// otherwise.
    ///
    /// ```
    /// use qazaq::phonology::{Ending, Final, Harmony};
    /// assert_eq!(Ending::of("елу"), Some(Ending { harmony: Harmony::Front, sound: Final::Glide }));
    /// assert_eq!(Ending::of("рубль").unwrap().harmony, Harmony::Front);
    /// assert_eq!(Ending::of("минут").unwrap().harmony, Harmony::Back);
    /// assert_eq!(Ending::of("88"), None);
    /// ```
    #[must_use]
    pub fn of(word: &str) -> Option<Ending> {
        let word = last_word(word);
        let letters =
            || word.chars().rev().filter_map(|c| letter(c).filter(|l| l.script() == Script::Cyrillic));
        let last = letters().next()?.lower();
        let sound = letters().find_map(|letter| Final::of(letter.lower()))?;
        let odd = odd_stem(word).and_then(|stem| stem.harmony);
        let vowel = letters().find(|letter| letter.is_vowel()).map(Letter::lower);
        let rule = || {
            HARMONY.iter().find(|rule| {
                rule.vowel.is_none_or(|wanted| Some(wanted) == vowel)
                    && rule.ending.map_or(Some(last) != vowel, |ending| {
                        let mut end = letters().map(Letter::lower);
                        ending.chars().rev().all(|wanted| end.next() == Some(wanted))
                    })
            })
        };
        let heard = |skipped: usize| {
            let mut vowels = letters().filter(|letter| letter.is_vowel()).skip(skipped);
            vowels.find_map(|letter| match letter.backness() {
                Some(Backness::Front) => Some(Harmony::Front),
                Some(Backness::Back) => Some(Harmony::Back),
                _ => None,
            })
        };
        let by_letters = || match rule() {
            Some(rule) => rule.harmony.or_else(|| heard(1)),
            None => heard(0),
        };
        let harmony = odd.or_else(by_letters).unwrap_or(Harmony::Back);
        Some(Ending { harmony, sound })
    }

    /// Every ending there is.
    pub(crate) fn all() -> impl Iterator<Item = Ending> {
        [Harmony::Back, Harmony::Front]
            .into_iter()
            .flat_map(|harmony| Final::ALL.into_iter().map(move |sound| Ending { harmony, sound }))
    }
}

/// A letter of a template that changes with the stem.
#[derive(Debug)]
struct Archiphoneme {
    name: &'static str,
    /// What is written after each class of [`Final`].
    back: [char; 7],
    front: [char; 7],
}

/// A row of `data/phonology/harmony.tsv`.
#[derive(Debug)]
struct HarmonyRule {
    /// The last vowel; `None` is any.
    vowel: Option<char>,
    /// The last letters; `None` is any consonant.
    ending: Option<&'static str>,
    /// `None` is what the vowel before the last one says.
    harmony: Option<Harmony>,
}

/// A row of `data/phonology/stems.tsv`.
#[derive(Debug)]
struct OddStem {
    stem: &'static str,
    before_vowel: Option<&'static str>,
    harmony: Option<Harmony>,
}

/// Where the last of several words or parts stands.
fn last_word(text: &str) -> &str {
    let start = text.rfind(|c: char| c == '-' || c.is_whitespace());
    start.map_or(text, |at| text[at..].trim_start_matches(|c: char| c == '-' || c.is_whitespace()))
}

fn odd_stem(word: &str) -> Option<&'static OddStem> {
    STEMS.binary_search_by_key(&word, |stem| stem.stem).ok().map(|at| &STEMS[at])
}

/// The letters of a template after a stem.
#[derive(Clone, Debug)]
pub(crate) struct Filled<'a> {
    rest: &'a str,
    ending: Ending,
}

/// The letters that a template becomes after a stem with this ending.
pub(crate) fn fill(template: &str, ending: Ending) -> Filled<'_> {
    Filled { rest: template.strip_prefix('~').unwrap_or(template), ending }
}

impl Filled<'_> {
    /// What the suffixes that come after this one agree with; for when all letters have been taken.
    pub(crate) fn ending(&self) -> Ending {
        self.ending
    }

    /// The letter that a piece of a template stands for here.
    fn written(&self, name: &str) -> Option<char> {
        let first = name.chars().next()?;
        let Ok(at) = ARCHIPHONEMES.binary_search_by_key(&name, |archiphoneme| archiphoneme.name) else {
            return Some(first);
        };
        let choices = match self.ending.harmony {
            Harmony::Back => &ARCHIPHONEMES[at].back,
            Harmony::Front => &ARCHIPHONEMES[at].front,
        };
        choices.get(self.ending.sound as usize).copied()
    }
}

impl Iterator for Filled<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let first = self.rest.chars().next()?;
            let closing = match first {
                '{' => Some('}'),
                '(' => Some(')'),
                _ => None,
            };
            let (name, after) = match closing.and_then(|closing| self.rest[1..].split_once(closing)) {
                Some(parts) => parts,
                None => self.rest.split_at(first.len_utf8()),
            };
            self.rest = after;
            let c = self.written(name)?;
            let sound = Final::of(c).unwrap_or(self.ending.sound);
            // A buffer parts two vowels or two consonants, and is not needed elsewhere.
            if first == '(' && (sound == Final::Vowel) == (self.ending.sound == Final::Vowel) {
                continue;
            }
            self.ending.sound = sound;
            return Some(c);
        }
    }
}

/// Writes a suffix alone, as it is after a stem with this ending.
///
/// # Errors
///
/// Only those of `out`.
///
/// ```
/// use qazaq::phonology::{Ending, suffix_to};
/// let mut out = String::from("88-");
/// suffix_to("ГА", Ending::of("сегіз").unwrap(), &mut out)?;
/// assert_eq!(out, "88-ге");
/// # Ok::<(), std::fmt::Error>(())
/// ```
pub fn suffix_to<W: fmt::Write + ?Sized>(template: &str, ending: Ending, out: &mut W) -> fmt::Result {
    fill(template, ending).try_for_each(|c| out.write_char(c))
}

/// A suffix alone, as it is after a word; as after a back vowel where the word has no Cyrillic letter.
///
/// ```
/// use qazaq::phonology::suffix;
/// assert_eq!(suffix("қазан", "{ДН}Ан"), "нан");
/// ```
#[must_use]
pub fn suffix(word: &str, template: &str) -> String {
    fill(template, ending_or_default(word)).collect()
}

fn ending_or_default(word: &str) -> Ending {
    Ending::of(word).unwrap_or(Ending { harmony: Harmony::Back, sound: Final::Vowel })
}

/// A word without the second of two like consonants at its end.
fn without_double(word: &str) -> &str {
    let mut back = word.char_indices().rev();
    match (back.next(), back.next()) {
        (Some((at, last)), Some((_, before)))
            if last == before && !matches!(Final::of(last), None | Some(Final::Vowel)) =>
        {
            &word[..at]
        }
        _ => word,
    }
}

/// A word as it is before a suffix: what is kept of it and what is written after that.
///
/// Before a vowel some stems lose their last one (`қырқы`), and п к қ after a vowel become б г ғ (`кітабы`); a soft sign is dropped.
/// Before a consonant one of two like consonants goes, as the rules of spelling have it: `грамнан`, `киловаттық`, but `граммы`.
pub(crate) fn stem_before<'w>(word: &'w str, template: &str, ending: Ending) -> (&'w str, &'static str) {
    if template.starts_with('~') {
        let trimmed = match word.char_indices().next_back() {
            Some((at, c)) if Final::of(c) == Some(Final::Vowel) => &word[..at],
            _ => word,
        };
        return (trimmed, "");
    }
    match fill(template, ending).next().and_then(Final::of) {
        Some(Final::Vowel) => {}
        Some(_) => return (without_double(word), ""),
        None => return (word, ""),
    }
    let last = last_word(word);
    if let Some(changed) = odd_stem(last).and_then(|stem| stem.before_vowel) {
        return (&word[..word.len() - last.len()], changed);
    }
    let mut back = word.char_indices().rev();
    let voiced = match back.next() {
        Some((at, 'п')) => (at, "б"),
        Some((at, 'к')) => (at, "г"),
        Some((at, 'қ')) => (at, "ғ"),
        // The soft sign gives way: рублі.
        Some((at, 'ь')) => return (&word[..at], ""),
        _ => return (word, ""),
    };
    match back.next().and_then(|(_, c)| Final::of(c)) {
        Some(Final::Vowel | Final::Glide) => (&word[..voiced.0], voiced.1),
        _ => (word, ""),
    }
}

/// Writes a word with a suffix, the stem changed where the suffix asks for it.
///
/// # Errors
///
/// Only those of `out`.
///
/// ```
/// use qazaq::phonology::attach_to;
/// let mut out = String::new();
/// attach_to("пайыз", "{НД}Ы", &mut out)?;
/// assert_eq!(out, "пайызды");
/// # Ok::<(), std::fmt::Error>(())
/// ```
pub fn attach_to<W: fmt::Write + ?Sized>(word: &str, template: &str, out: &mut W) -> fmt::Result {
    let ending = ending_or_default(word);
    let (kept, changed) = stem_before(word, template, ending);
    out.write_str(kept)?;
    out.write_str(changed)?;
    // A stem that lost its vowel ends in a consonant.
    let ending = match (template.starts_with('~'), Ending::of(kept)) {
        (true, Some(shorter)) => Ending { sound: shorter.sound, ..ending },
        _ => ending,
    };
    suffix_to(template, ending, out)
}

/// A word with a suffix, the stem changed where the suffix asks for it.
///
/// ```
/// use qazaq::phonology::attach;
/// assert_eq!(attach("орын", "(с)Ы"), "орны");
/// assert_eq!(attach("банк", "(с)Ы"), "банкі");
/// assert_eq!(attach("грамм", "{ДН}Ан"), "грамнан");
/// ```
#[must_use]
pub fn attach(word: &str, template: &str) -> String {
    let mut out = String::with_capacity(word.len() + template.len());
    // A String takes everything.
    let _ = attach_to(word, template, &mut out);
    out
}
