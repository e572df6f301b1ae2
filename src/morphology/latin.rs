//! Words typed in Latin letters without marks.

use super::analyze;
use super::reading::Provenance;
use crate::translit::{Scheme, choosing, detect};
use alloc::borrow::Cow;
use alloc::string::String;

/// Writes a Kazakh text in Cyrillic, whatever it is written in, as [`qazaq::to_cyrillic`](crate::translit::to_cyrillic) does; the lexicon says
/// what words are that were typed without the marks of any alphabet.
///
/// ```
/// use qazaq::morphology::to_cyrillic;
/// assert_eq!(to_cyrillic("Bul ote manyzdy ozgeris"), "Бұл өте маңызды өзгеріс");
/// assert_eq!(to_cyrillic("Қазақстан"), "Қазақстан");
/// ```
#[must_use]
pub fn to_cyrillic(text: &str) -> Cow<'_, str> {
    match detect(text).and_then(|found| found.scheme) {
        Some(scheme) => to_cyrillic_from(scheme, text),
        None => Cow::Borrowed(text),
    }
}

/// As [`to_cyrillic`], where the scheme is known.
#[must_use]
pub fn to_cyrillic_from(scheme: Scheme, text: &str) -> Cow<'_, str> {
    choosing(scheme, text, Some(likeliest))
}

/// The likeliest word of the lexicon.
fn likeliest(words: &[String]) -> Option<usize> {
    let costs = words.iter().enumerate().filter_map(|(at, word)| {
        let best = analyze(word).first().filter(|best| best.provenance() == Provenance::Lexicon)?.cost();
        Some((best, at))
    });
    costs.min().map(|(_, at)| at)
}
