//! Stems for search: the likeliest reading alone, found without an allocation.

use super::blob::{self, Node};
use super::letters::{HYPHEN, MAX_LETTERS, Word};
use super::reading::{cased, devoiced};
use super::tables::PARTICLES;
use super::{NAME_WITHOUT_CAPITAL, analyze, guess, walk};
use crate::alphabet::{self, Script};
use crate::translit::{Scheme, Transliterator};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

/// The stem of a word as letters kept and a tail.
#[derive(Clone, Copy)]
struct Best {
    kept: usize,
    tail: Tail,
}

/// What comes after the kept letters.
#[derive(Clone, Copy)]
enum Tail {
    /// That of a class of the lexicon.
    Class(u16),
    /// The last kept letter, without its voice.
    Devoiced(u8),
    Nothing,
}

impl Best {
    fn tail(&self) -> &'static str {
        match self.tail {
            Tail::Class(class) => blob::class(class).tail,
            Tail::Devoiced(code) => devoiced(code),
            Tail::Nothing => "",
        }
    }
}

fn best(word: &Word<'_>) -> Option<Best> {
    let mut best: Option<Best> = None;
    let mut bound = u32::MAX;
    let mut nodes = [(0, Node::root()); MAX_LETTERS];
    // Long stems are the likeliest, and a bound that is low early saves most of the work.
    for &(letters, node) in walk::nodes_with_stems(word, &mut nodes).iter().rev() {
        for index in node.entries() {
            let entry = blob::entry(index);
            let mut cost = u32::from(entry.cost);
            if cost >= bound {
                break;
            }
            let (start, cut, has_tail, name) = blob::class_head(entry.class);
            if name && !word.capital {
                cost += NAME_WITHOUT_CAPITAL;
            }
            bound = walk::suffixes(word, start, letters, cost, bound, |path| {
                let mut kept = letters - usize::from(cut).min(letters);
                let mut tail = if has_tail { Tail::Class(entry.class) } else { Tail::Nothing };
                for &(index, end) in path.steps() {
                    let arc = blob::arc(index);
                    if blob::derives(arc.morpheme) {
                        (kept, tail) = (usize::from(end), Tail::Nothing);
                        if blob::state(arc.target).changed {
                            kept -= 1;
                            tail = Tail::Devoiced(word.code(kept));
                        }
                    }
                }
                best = Some(Best { kept, tail });
                path.cost
            });
        }
    }
    best
}

/// What all forms of a word share, for search: its lemma where the lexicon knows the word, otherwise what is left when the
/// likely suffixes are off; small letters. Borrowed where that is how the word starts.
///
/// Kazakh Latin of 2021 is read through the transliterator and answered in kind.
///
/// ```
/// use qazaq::morphology::stem;
/// assert_eq!(stem("кітаптарымыздың"), "кітап");
/// assert_eq!(stem("халқы"), "халық");
/// assert_eq!(stem("бармаған"), stem("барады"));
/// assert_eq!(stem("kıtaptarda"), "kıtap");
/// assert_eq!(stem("2024"), "2024");
/// ```
#[must_use]
pub fn stem(word: &str) -> Cow<'_, str> {
    // Most of running text is a few thousand forms, whose stems the compiler of the lexicon has found already.
    let mut small = [0; LONGEST_FORM];
    let (form, capital) = match small_first(word, &mut small) {
        Some(form) => (form, true),
        None => (word.as_bytes(), false),
    };
    if let Some((kept, tail, either)) = blob::common_form(form).filter(|&(_, _, either)| either || !capital) {
        debug_assert!(either || !capital);
        if !capital && tail.is_empty() {
            return Cow::Borrowed(word.get(..kept).unwrap_or(word));
        }
        let kept = form.get(..kept).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or(word);
        return Cow::Owned(String::from(kept) + tail);
    }
    searched(word)
}

/// The most bytes of a form in the table of common ones.
const LONGEST_FORM: usize = 80;

/// A word that starts with a Kazakh capital, in bytes, with a small first letter; the rest is taken as it is.
#[inline]
fn small_first<'b>(word: &str, buffer: &'b mut [u8; LONGEST_FORM]) -> Option<&'b [u8]> {
    let bytes = word.as_bytes();
    let &[lead, trail, ..] = bytes else { return None };
    // Letters of two bytes, U+0400 to U+04FF, whose small partner has two as well.
    if lead & 0xFC != 0xD0 || bytes.len() > LONGEST_FORM {
        return None;
    }
    let first =
        char::from_u32(u32::from(lead & 0x1F) << 6 | u32::from(trail & 0x3F)).and_then(alphabet::letter)?;
    let small = first.lower();
    if small == first.letter() {
        return None;
    }
    let form = buffer.get_mut(..bytes.len())?;
    form.copy_from_slice(bytes);
    small.encode_utf8(form);
    Some(form)
}

/// The stem by the lexicon and the suffixes, or by a guess.
pub(crate) fn searched(word: &str) -> Cow<'_, str> {
    if let Some(coded) = Word::new(word) {
        // A word with a hyphen may be two.
        let plain = || Some(()).filter(|()| !coded.hyphen).and_then(|()| guess::best(&coded));
        let best = best(&coded).or_else(|| {
            plain().map(|(kept, tail)| Best { kept, tail: tail.map_or(Tail::Nothing, Tail::Devoiced) })
        });
        if let Some(best) = best {
            let kept = word.get(..coded.byte(best.kept)).unwrap_or(word);
            if !coded.changed && matches!(best.tail, Tail::Nothing) {
                return Cow::Borrowed(kept);
            }
            return cased(kept, best.tail(), false);
        }
        if let Some(stem) = pair(word, &coded) {
            return stem;
        }
    } else if word.chars().next().and_then(Script::of) == Some(Script::Latin)
        && !word.chars().any(|c| Script::of(c) == Some(Script::Cyrillic))
    {
        return latin(word);
    }
    if !word.chars().any(char::is_alphabetic) {
        return Cow::Borrowed(word);
    }
    match analyze(word).first() {
        Some(reading) => match reading.lemma() {
            Cow::Borrowed(lemma) => cased(lemma, "", false),
            // As latin() writes it: IT-ға and IT are one.
            Cow::Owned(lemma) if lemma.chars().next().and_then(Script::of) == Some(Script::Latin) => {
                Cow::Owned(crate::alphabet::to_lowercase(&lemma, Script::Latin).to_string())
            }
            Cow::Owned(lemma) => Cow::Owned(lemma.to_lowercase()),
        },
        None => cased(word, "", false),
    }
}

/// Two words of the lexicon with a hyphen, the first one bare: `қарым-қатынастардың`.
fn pair<'w>(word: &'w str, coded: &Word<'w>) -> Option<Cow<'w, str>> {
    let hyphen = coded.codes().iter().rposition(|&code| code == HYPHEN)?;
    let left = Word::new(word.get(..coded.byte(hyphen))?)?;
    let right = word.get(coded.byte(hyphen + 1)..)?;
    let first = best(&left).filter(|first| first.kept == left.len && matches!(first.tail, Tail::Nothing))?;
    let second = Word::new(right).filter(|_| !PARTICLES.contains(&right)).as_ref().and_then(best)?;
    let kept = word.get(..coded.byte(first.kept + 1 + second.kept))?;
    if !coded.changed && matches!(second.tail, Tail::Nothing) {
        return Some(Cow::Borrowed(kept));
    }
    Some(cased(kept, second.tail(), false))
}

/// A word of Kazakh Latin; one that the lexicon does not know in Cyrillic stays as it is.
fn latin(word: &str) -> Cow<'_, str> {
    let small = crate::alphabet::to_lowercase(word, Script::Latin);
    let cyrillic = Transliterator::from(Scheme::Latin2021).transliterate(&small).to_string();
    let Some(best) = Word::new(&cyrillic).as_ref().and_then(best) else {
        return if small == word { Cow::Borrowed(word) } else { Cow::Owned(small.to_string()) };
    };
    let mut stem: String = cyrillic.chars().take(best.kept).collect();
    stem.push_str(best.tail());
    let stem = Transliterator::to(Scheme::Latin2021).transliterate(&stem).to_string();
    match word.get(..stem.len()) {
        Some(prefix) if prefix == stem => Cow::Borrowed(prefix),
        _ => Cow::Owned(stem),
    }
}

/// Writes the [`stem`](stem()) of a word.
///
/// # Errors
///
/// Only those of `out`.
///
/// ```
/// let mut out = String::new();
/// qazaq::morphology::stem_to("үйлерде", &mut out)?;
/// assert_eq!(out, "үй");
/// # Ok::<(), std::fmt::Error>(())
/// ```
pub fn stem_to<W: fmt::Write + ?Sized>(word: &str, out: &mut W) -> fmt::Result {
    out.write_str(&stem(word))
}
