//! Endings of numbers and of the words beside them, compared in any letter case.

use crate::Script;
use crate::alphabet::lowercase_letter;

/// An ending as it is written, which is compared as if it were in small letters and its Latin i were the Cyrillic letter that looks like it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ending<'t> {
    text: &'t str,
    /// Whether it is not as the tables write it.
    odd: bool,
}

impl<'t> Ending<'t> {
    pub(super) const NONE: Ending<'static> = Ending { text: "", odd: false };

    pub(super) fn of(text: &'t str) -> Ending<'t> {
        Ending { text, odd: !is_as_in_tables(text.as_bytes()) }
    }

    /// As it is written.
    pub(super) const fn as_str(self) -> &'t str {
        self.text
    }

    pub(super) const fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    #[inline(always)]
    pub(super) fn is(self, form: &str) -> bool {
        self.text == form || self.odd && is_read_as(self.text, form)
    }

    #[inline(always)]
    pub(super) fn starts(self, form: &str) -> bool {
        self.text.starts_with(form) || self.odd && starts_as(self.text, form)
    }

    #[inline(always)]
    pub(super) fn ends(self, form: &str) -> bool {
        self.text.ends_with(form) || self.odd && ends_as(self.text, form)
    }

    /// Whether a form stands anywhere in it.
    #[inline(always)]
    pub(super) fn has(self, form: &str) -> bool {
        self.text.as_bytes().windows(form.len()).any(|part| part == form.as_bytes())
            || self.odd && self.text.char_indices().any(|(at, _)| starts_as(&self.text[at..], form))
    }
}

#[cold]
fn is_read_as(text: &str, form: &str) -> bool {
    letters(text).eq(form.chars())
}

#[cold]
fn starts_as(text: &str, form: &str) -> bool {
    let mut letters = letters(text);
    form.chars().all(|c| letters.next() == Some(c))
}

#[cold]
fn ends_as(text: &str, form: &str) -> bool {
    let mut letters = letters(text).rev();
    form.chars().rev().all(|c| letters.next() == Some(c))
}

/// Small letters of U+0430 to U+04FF throughout, for certain. Without a branch for a letter: nobody foresees how long an ending is.
fn is_as_in_tables(text: &[u8]) -> bool {
    let odd = text.chunks_exact(2).fold(text.len() as u8, |odd, pair| {
        let letter = u16::from_be_bytes([pair[0], pair[1]]);
        let plain = letter.wrapping_sub(0xD0B0) < 0x110;
        let further = (0xD280..0xD400).contains(&letter);
        odd | !(u8::from(plain) | u8::from(further) & pair[1])
    });
    odd & 1 == 0
}

fn letters(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().map(|c| match lowercase_letter(c, Script::Cyrillic) {
        'i' => 'і',
        small => small,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_case_and_a_latin_i_make_no_difference() {
        for text in ["інші", "ІНШІ", "iншi", "Iнші"] {
            let ending = Ending::of(text);
            assert!(
                ending.is("інші") && ending.starts("ін") && ending.ends("ші") && ending.has("нш"),
                "{text}"
            );
            assert!(
                !ending.is("інш") && !ending.starts("нш") && !ending.ends("ын") && !ending.has("шн"),
                "{text}"
            );
        }
        assert!(Ending::NONE.is("") && Ending::of("ҒА").is("ға") && Ending::of("-ақ").ends("ақ"));
    }
}
