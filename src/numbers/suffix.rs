//! Suffixes of numbers: chains of affixes, written after words and after digits, read, and checked.

use super::Affix;
use super::spoken::Spoken;
use super::tables::{AFFIX_NAMES, AFFIXES};
use crate::Error;
use crate::Script;
use crate::alphabet::to_lowercase;
use crate::phonology::{Ending, Filled, fill, stem_before};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// The grammatical cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// No ending.
    Nominative,
    /// 88-дің
    Genitive,
    /// 88-ге
    Dative,
    /// 88-ді
    Accusative,
    /// 88-де
    Locative,
    /// 88-ден
    Ablative,
    /// 88-бен
    Instrumental,
}

impl Case {
    /// All of them.
    pub const ALL: [Case; 7] = [
        Case::Nominative,
        Case::Genitive,
        Case::Dative,
        Case::Accusative,
        Case::Locative,
        Case::Ablative,
        Case::Instrumental,
    ];
}

/// How many affixes a [`Suffix`] has at most.
const LONGEST: usize = 5;

/// A chain of affixes, such as possessive and dative: `88-іне`.
///
/// ```
/// use qazaq::numbers::{Affix, Case, Suffix, with_suffix};
///
/// let of_them = Suffix::from(Affix::Possessive3).then(Case::Dative).unwrap();
/// assert_eq!(with_suffix(88, of_them), "88-іне");
/// assert_eq!(with_suffix(6, of_them), "6-сына");
/// // What cannot follow, cannot be built.
/// assert!(Suffix::from(Case::Dative).then(Affix::Ordinal).is_none());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Suffix {
    affixes: [Option<Affix>; LONGEST],
}

impl Suffix {
    /// No suffix at all.
    pub const NONE: Suffix = Suffix { affixes: [None; LONGEST] };

    /// This suffix with more after it; `None` where the grammar of `data/numbers/suffixes.tsv` does not allow that.
    #[must_use]
    pub fn then(self, more: impl Into<Suffix>) -> Option<Suffix> {
        more.into().affixes().try_fold(self, |suffix, affix| suffix.push(affix))
    }

    fn push(mut self, affix: Affix) -> Option<Suffix> {
        let last = self.affixes().last();
        let fits = AFFIXES.iter().any(|row| row.affix == affix && follows(row.base, row.after, last));
        let free = self.affixes.iter_mut().find(|slot| slot.is_none())?;
        *free = Some(affix);
        fits.then_some(self)
    }

    /// Its affixes, from the stem outwards.
    pub fn affixes(&self) -> impl Iterator<Item = Affix> + '_ {
        self.affixes.iter().map_while(|affix| *affix)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.affixes[0].is_none()
    }

    /// Whether the first affix is this one.
    pub(super) fn starts_with(&self, affix: Affix) -> bool {
        self.affixes[0] == Some(affix)
    }

    /// The chain without its first affix.
    pub(super) fn without_first(&self) -> Suffix {
        let mut rest = Suffix::NONE;
        for (slot, affix) in rest.affixes.iter_mut().zip(self.affixes().skip(1)) {
            *slot = Some(affix);
        }
        rest
    }
}

impl fmt::Display for Suffix {
    /// The names of the affixes, joined by `+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, affix) in self.affixes().enumerate() {
            write!(f, "{}{}", if at == 0 { "" } else { "+" }, affix.name())?;
        }
        Ok(())
    }
}

impl FromStr for Suffix {
    type Err = Error;

    /// Names of affixes joined by `+`: `dative`, `possessive-3+dative`. Nothing is no suffix.
    fn from_str(names: &str) -> Result<Suffix, Error> {
        let mut suffix = Suffix::NONE;
        let mut offset = 0;
        for name in names.split('+').filter(|_| !names.is_empty()) {
            let affix = Affix::ALL.iter().find(|affix| affix.name() == name);
            let affix = affix.ok_or_else(|| Error::unknown_name("suffix", name, AFFIX_NAMES))?;
            suffix = suffix.then(*affix).ok_or_else(|| {
                Error::malformed(alloc::format!("{name} cannot follow {:?}", &names[..offset]), offset)
            })?;
            offset += name.len() + 1;
        }
        Ok(suffix)
    }
}

impl fmt::Debug for Suffix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.affixes()).finish()
    }
}

fn follows(base: bool, after: u64, last: Option<Affix>) -> bool {
    match last {
        None => base,
        Some(last) => after & (1 << last as u64) != 0,
    }
}

impl From<Affix> for Suffix {
    fn from(affix: Affix) -> Suffix {
        let mut suffix = Suffix::NONE;
        suffix.affixes[0] = Some(affix);
        suffix
    }
}

impl From<Case> for Suffix {
    fn from(case: Case) -> Suffix {
        Suffix::from(match case {
            Case::Nominative => return Suffix::NONE,
            Case::Genitive => Affix::Genitive,
            Case::Dative => Affix::Dative,
            Case::Accusative => Affix::Accusative,
            Case::Locative => Affix::Locative,
            Case::Ablative => Affix::Ablative,
            Case::Instrumental => Affix::Instrumental,
        })
    }
}

/// The template of an affix after a stem and the affixes before it.
fn template(affix: Affix, stem: &str, last: Option<Affix>) -> Option<&'static str> {
    let own = |stem_of_row| last.is_none() && stem_of_row == Some(stem);
    AFFIXES
        .iter()
        .find(|row| row.affix == affix && (own(row.stem) || follows(row.base, row.after, last)))
        .map(|row| row.template)
}

/// A word that a suffix is put to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'w> {
    pub(super) word: &'w str,
    /// The word itself ends in a possessive (`АҚШ доллары`).
    pub(super) possessed: bool,
}

impl Stem<'_> {
    fn last(&self) -> Option<Affix> {
        self.possessed.then_some(Affix::Possessive3)
    }
}

impl<'w> From<&'w str> for Stem<'w> {
    fn from(word: &'w str) -> Stem<'w> {
        Stem { word, possessed: false }
    }
}

/// Writes a suffix as it is after a word, without the word.
pub(super) fn write_suffix(out: &mut impl fmt::Write, stem: Stem<'_>, suffix: Suffix) -> fmt::Result {
    let Some(ending) = Ending::of(stem.word) else { return Ok(()) };
    write_chain(out, stem, suffix, ending)
}

fn write_chain(out: &mut impl fmt::Write, stem: Stem<'_>, suffix: Suffix, ending: Ending) -> fmt::Result {
    let (mut ending, mut last) = (ending, stem.last());
    for affix in suffix.affixes() {
        // A chain that may be built but not after this stem is written as after any other.
        let template = template(affix, stem.word, last).or_else(|| template_of(affix)).unwrap_or_default();
        let mut filled = fill(template, ending);
        filled.by_ref().try_for_each(|c| out.write_char(c))?;
        ending = filled.ending();
        last = Some(affix);
    }
    Ok(())
}

/// The first template of an affix.
fn template_of(affix: Affix) -> Option<&'static str> {
    AFFIXES.iter().find(|row| row.affix == affix).map(|row| row.template)
}

/// Writes a word with a suffix, the stem changed where the suffix asks for it.
pub(super) fn write_inflected(out: &mut impl fmt::Write, stem: Stem<'_>, suffix: Suffix) -> fmt::Result {
    let Some(first) = suffix.affixes().next() else { return out.write_str(stem.word) };
    let Some(ending) = Ending::of(stem.word) else { return out.write_str(stem.word) };
    let template = template(first, stem.word, stem.last()).unwrap_or_default();
    let (kept, changed) = stem_before(stem.word, template, ending);
    out.write_str(kept)?;
    out.write_str(changed)?;
    write_chain(out, stem, suffix, ending)
}

/// Reads the suffix that a word carries: `ге` after `сегіз` is the dative. `None` for what is no suffix of that word.
///
/// With `same` as letters are compared: without Kazakh letters both sides are folded.
pub(super) fn read_suffix(text: &str, stem: Stem<'_>, same: fn(char, char) -> bool) -> Option<Suffix> {
    if text.is_empty() {
        return Some(Suffix::NONE);
    }
    read_chain(text, stem, Ending::of(stem.word)?, same)
}

/// The same for what stands after a hyphen, which may belong to the suffix itself: `-ақ`.
pub(super) fn read_after_hyphen(text: &str, stem: Stem<'_>, same: fn(char, char) -> bool) -> Option<Suffix> {
    read_suffix(text, stem, same).or_else(|| read_suffix(&alloc::format!("-{text}"), stem, same))
}

/// Reads a suffix that stands after a hyphen without regard to the stem: what somebody meant who wrote `60-ке`.
pub(super) fn read_any_suffix(text: &str) -> Option<Suffix> {
    let own = AFFIXES.iter().filter_map(|row| row.stem);
    let read = |text: &str| {
        core::iter::once("").chain(own.clone()).find_map(|stem| {
            Ending::all().find_map(|ending| read_chain(text, Stem::from(stem), ending, |a, b| a == b))
        })
    };
    read(text).or_else(|| read(&alloc::format!("-{text}")))
}

fn read_chain(text: &str, stem: Stem<'_>, ending: Ending, same: fn(char, char) -> bool) -> Option<Suffix> {
    // No suffix is longer, and none is read in more steps.
    const LONGEST_BYTES: usize = 40;
    if text.len() > LONGEST_BYTES {
        return None;
    }
    deeper(text, stem.word, stem.last(), ending, Suffix::NONE, same)
}

/// Tries every affix that may come next. The affixes of a chain are few and each eats letters, so that this ends soon.
fn deeper(
    text: &str,
    stem: &str,
    last: Option<Affix>,
    ending: Ending,
    so_far: Suffix,
    same: fn(char, char) -> bool,
) -> Option<Suffix> {
    if text.is_empty() {
        return Some(so_far);
    }
    let mut tried = 0u64;
    AFFIXES.iter().find_map(|row| {
        // The first row of an affix that fits is its form here.
        let own = last.is_none() && row.stem == Some(stem);
        if tried & row.bit() != 0 || !(own || follows(row.base, row.after, last)) {
            return None;
        }
        tried |= row.bit();
        let (rest, ending) = eat(text, fill(row.template, ending), same)?;
        let mut longer = so_far;
        *longer.affixes.iter_mut().find(|slot| slot.is_none())? = Some(row.affix);
        deeper(rest, stem, Some(row.affix), ending, longer, same)
    })
}

/// What is left of a text after the letters of an affix, and what it ends in.
fn eat<'t>(text: &'t str, mut filled: Filled<'_>, same: fn(char, char) -> bool) -> Option<(&'t str, Ending)> {
    let mut letters = text.chars();
    for wanted in filled.by_ref() {
        if !letters.next().is_some_and(|c| same(c, wanted)) {
            return None;
        }
    }
    Some((letters.as_str(), filled.ending()))
}

/// Digits, or anything else that is said as a word, with a suffix and the hyphen before it: `88-ге`.
///
/// What decides is the last word that is said: that of the number, of its decimals, of the sign or the abbreviation after it. The
/// `base` may be an integer, a [`Decimal`](super::Decimal), or text: `18,1%`, `2 млн`, `АҚШ`. [`Speller::with_suffix`] has
/// the options. Text of which nothing is known is taken to end in a back vowel.
///
/// ```
/// use qazaq::numbers::{Affix, Case, with_suffix};
///
/// assert_eq!(with_suffix(88, Case::Dative), "88-ге");
/// assert_eq!(with_suffix(1_000_000_000, Case::Ablative), "1000000000-тан");
/// assert_eq!(with_suffix("18,1%", Case::Dative), "18,1%-ға");
/// assert_eq!(with_suffix("АҚШ", Case::Dative), "АҚШ-қа");
/// assert_eq!(with_suffix("ТМД", Case::Genitive), "ТМД-ның");
/// assert_eq!(with_suffix("2 млн", Case::Dative), "2 млн-ға");
/// assert_eq!(with_suffix(20, Affix::Ordinal), "20-сыншы");
/// ```
///
/// [`Speller::with_suffix`]: super::Speller::with_suffix
#[must_use]
pub fn with_suffix(base: impl fmt::Display, suffix: impl Into<Suffix>) -> String {
    super::Speller::new().with_suffix(base, suffix)
}

/// What [`check_suffix`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Agreement {
    /// The suffix is as it should be.
    Agrees,
    /// It is a suffix, but in the wrong form (`60-ке`).
    Disagrees,
    /// It is no suffix of numbers (`29 пайызғы`).
    NoSuffix,
    /// Nothing is known of how the base is said.
    Unknown,
}

/// Whether a suffix, given without its hyphen, agrees with the digits, sign or abbreviation it was written to.
///
/// A percent sign may be read as пайыз or as процент.
///
/// ```
/// use qazaq::numbers::{Agreement, check_suffix};
///
/// assert_eq!(check_suffix("88", "і"), Agreement::Agrees);
/// assert_eq!(check_suffix("60", "ке"), Agreement::Disagrees);
/// assert_eq!(check_suffix("12,5%", "ке"), Agreement::Agrees);
/// assert_eq!(check_suffix("12,5%", "қа"), Agreement::Disagrees);
/// assert_eq!(check_suffix("АҚШ", "қа"), Agreement::Agrees);
/// assert_eq!(check_suffix("29", "ғы"), Agreement::NoSuffix);
/// ```
#[must_use]
pub fn check_suffix(base: &str, suffix: &str) -> Agreement {
    let suffix = to_lowercase(suffix, Script::Cyrillic);
    if read_any_suffix(&suffix).is_none() {
        return Agreement::NoSuffix;
    }
    let readings = Spoken::readings(base);
    if readings.iter().all(Option::is_none) {
        return Agreement::Unknown;
    }
    let agrees = |spoken: Spoken<'_>| read_after_hyphen(&suffix, spoken.stem(), |a, b| a == b).is_some();
    if readings.into_iter().flatten().any(agrees) { Agreement::Agrees } else { Agreement::Disagrees }
}
