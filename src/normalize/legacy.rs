//! Text set in the single-byte Kazakh fonts of the time before Unicode.

use super::tables::{LEGACY, LEGACY_WITH_GHE, LEGACY_WITHOUT_GHE};
use alloc::borrow::Cow;
use alloc::string::String;

/// Gives text that was typed in a legacy Kazakh font its letters back: `Ќазаќстан` to `Қазақстан`.
///
/// Those fonts drew Kazakh letters where Windows-1251 has Serbian, Macedonian, Ukrainian and Belarusian ones, so the
/// text decodes as `ќ ѓ ѕ ў ї ј ћ є ґ` for қ ғ ң ұ ү ә һ ө ө. This is a guess about the whole text and so never part of
/// [`normalize`](super::normalize): call it on text known to come from such a font, not on Serbian or Ukrainian. In
/// text that has ґ or µ these write ө, and є writes ә; elsewhere є writes ө. Borrows when nothing changes.
///
/// ```
/// use qazaq::repair_legacy_font;
/// assert_eq!(repair_legacy_font("Ќазаќстан Республикасыныѕ їкіметі"), "Қазақстан Республикасының үкіметі");
/// ```
#[must_use]
pub fn repair_legacy_font(text: &str) -> Cow<'_, str> {
    let depends = if text.contains(['ґ', 'Ґ', 'µ']) { &LEGACY_WITH_GHE } else { &LEGACY_WITHOUT_GHE };
    let meant = |c: char| {
        if c.is_ascii() {
            return c;
        }
        let find =
            |table: &[(char, char)]| table.binary_search_by_key(&c, |pair| pair.0).ok().map(|at| table[at].1);
        find(&LEGACY).or_else(|| find(depends)).unwrap_or(c)
    };
    let Some((at, _)) = text.char_indices().find(|&(_, c)| meant(c) != c) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..at]);
    out.extend(text[at..].chars().map(meant));
    Cow::Owned(out)
}
