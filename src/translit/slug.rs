//! Names for addresses and files.

use super::{Scheme, Transliterator, guess};
use crate::alphabet::Script;
use crate::segment::tokens;
use crate::unicode::compatible;
use alloc::string::String;
use core::fmt;

/// A name for an address or a file: ASCII letters and digits in small case, hyphens between words.
///
/// Cyrillic and Latin spellings of a word give the same slug, by the scheme `ascii`: the letters of the alphabet of 2021 without
/// their marks, `sh` for ш. Arabic script goes by way of Cyrillic. Letters of other languages lose their marks; what is no letter
/// and no digit even then is a hyphen, but apostrophes inside a word are left out. A text without any gives an empty string.
///
/// ```
/// use qazaq::slug;
/// assert_eq!(slug("Қазақстан"), "qazaqstan");
/// assert_eq!(slug("Шымкентте 12,5%-ға өсті!"), "shymkentte-12-5-ga-osti");
/// assert_eq!(slug("Qazaqşa – Қазақша"), "qazaqsha-qazaqsha");
/// assert_eq!(slug("Café d’été"), "cafe-dete");
/// ```
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string does not fail.
    let _ = slug_to(text, &mut out);
    out
}

/// As [`slug`], into a sink.
///
/// # Errors
/// Those of the sink.
pub fn slug_to<W: fmt::Write + ?Sized>(text: &str, out: &mut W) -> fmt::Result {
    let ascii = Transliterator::to(Scheme::Ascii);
    let mut slug = Slug { out, gap: false, started: false };
    let mut latin = String::new();
    for token in tokens(text) {
        let word = token.as_str();
        latin.clear();
        let arabic = word.chars().any(|c| Script::of(c) == Some(Script::Arabic));
        // Letter by letter, addresses too: a slug has no letters but ASCII ones.
        let cyrillic = if arabic { guess::to_cyrillic(word) } else { alloc::borrow::Cow::Borrowed(word) };
        ascii.letters_to(&cyrillic, &mut latin)?;
        compatible(&latin).try_for_each(|c| slug.push(c))?;
    }
    Ok(())
}

struct Slug<'w, W: fmt::Write + ?Sized> {
    out: &'w mut W,
    gap: bool,
    started: bool,
}

impl<W: fmt::Write + ?Sized> Slug<'_, W> {
    fn push(&mut self, c: char) -> fmt::Result {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => {
                if self.gap && self.started {
                    self.out.write_char('-')?;
                }
                (self.gap, self.started) = (false, true);
                self.out.write_char(c.to_ascii_lowercase())
            }
            'ı' => self.push('i'),
            'ŋ' => self.push('n'),
            'ə' | 'Ə' => self.push('a'),
            'ɵ' | 'Ɵ' => self.push('o'),
            // ş, taken apart.
            '\u{327}' if self.started => self.out.write_char('h'),
            // What is between letters of one word.
            '\''
            | '’'
            | '‘'
            | 'ʼ'
            | 'ʹ'
            | 'ʺ'
            | '`'
            | '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}' => Ok(()),
            _ => {
                self.gap = true;
                Ok(())
            }
        }
    }
}
