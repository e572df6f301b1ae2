//! Capitals for text that comes from a script without them.

use super::analyze;
use super::features::Upos;
use super::reading::Provenance;
use crate::alphabet::letter;
use crate::segment::{Token, TokenKind, tokens};
use alloc::borrow::Cow;
use alloc::string::String;

/// Writes capitals where a sentence starts, and those of names; borrows where nothing changes.
///
/// Arabic script has no capitals, and what comes from it has none either. A sentence starts with the text, after a stop, and after
/// an empty line. A name is a word of the lexicon that is nothing but a name; what may be something else as well stays small, so
/// that capitals are missing rather than wrong. Capitals that a text has stay.
///
/// ```
/// use qazaq::morphology::capitalize;
/// use qazaq::{Scheme, Transliterator};
/// let text = Transliterator::from(Scheme::Arabic).transliterate("قازاقستاننىڭ استاناسى قايدا؟ «ول ورتالىقتا» دەدى.");
/// assert_eq!(capitalize(&text), "Қазақстанның астанасы қайда? «Ол орталықта» деді.");
/// ```
#[must_use]
pub fn capitalize(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    // Whether a sentence starts with the next word, and how many lines have ended since the last token.
    let (mut starts, mut breaks) = (true, 1);
    for token in tokens(text) {
        match token.kind() {
            TokenKind::Space => {
                breaks += usize::from(token.is_line_break());
                starts |= breaks > 1;
                continue;
            }
            // A dash after a stop leads back from what was said: «Келді!» – деді.
            TokenKind::Punctuation => {
                starts = match token.as_str().chars().next() {
                    Some('.' | '!' | '?' | '…') => true,
                    Some('–' | '—' | '-' | ',' | ';' | ':') if breaks == 0 => false,
                    _ => starts,
                }
            }
            _ => {
                if token.kind() == TokenKind::Word && (starts || is_name(&token)) {
                    if let Some((first, capital)) = capital(token.as_str()) {
                        out.push_str(&text[done..token.span().start]);
                        out.push(capital);
                        done = token.span().start + first.len_utf8();
                    }
                }
                starts = false;
            }
        }
        breaks = 0;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// The first letter of a word and its capital, if it is small and has one.
fn capital(word: &str) -> Option<(char, char)> {
    let first = word.chars().next()?;
    let capital = letter(first)?.upper();
    (capital != first).then_some((first, capital))
}

fn is_name(token: &Token<'_>) -> bool {
    let readings = analyze(token.as_str());
    let mut known = readings.iter().filter(|reading| reading.provenance() == Provenance::Lexicon).peekable();
    known.peek().is_some() && known.all(|reading| reading.upos() == Upos::Propn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_names() {
        for (small, wanted) in [
            ("бүгін келді. ертең кетеді! солай ма? солай…", "Бүгін келді. Ертең кетеді! Солай ма? Солай…"),
            ("«қайда барасың?» – деді ол.", "«Қайда барасың?» – деді ол."),
            ("көл, тау т.б. жерлер", "Көл, тау т.б. жерлер"),
            ("тақырып\n\nмәтін осы\nжолда жалғасады", "Тақырып\n\nМәтін осы\nжолда жалғасады"),
            ("біз қазақстанда тұрамыз", "Біз Қазақстанда тұрамыз"),
            ("– сәлем!\n– сәлем!", "– Сәлем!\n– Сәлем!"),
            ("2024 жылы келді", "2024 жылы келді"),
            ("Алматы", "Алматы"),
            ("", ""),
        ] {
            assert_eq!(capitalize(small), wanted);
        }
    }
}
