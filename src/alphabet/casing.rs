//! Capital and small letters as Kazakh pairs them.

use super::{Script, letter};
use alloc::borrow::Cow;
use alloc::string::String;

/// The small form of a letter under the casing of a script: in Latin Kazakh `I` gives `ı` and `İ` gives `i`.
///
/// Characters that the alphabet does not know follow Unicode's default mapping where that is one character.
#[must_use]
pub fn lowercase_letter(c: char, script: Script) -> char {
    convert_letter(c, script, |l| l.lower(), crate::unicode::lower)
}

/// The capital form of a letter under the casing of a script: in Latin Kazakh `i` gives `İ` and `ı` gives `I`.
///
/// Characters that the alphabet does not know follow Unicode's default mapping where that is one character.
#[must_use]
pub fn uppercase_letter(c: char, script: Script) -> char {
    convert_letter(c, script, |l| l.upper(), crate::unicode::upper)
}

/// Small letters throughout, by the casing of the script that the text is in.
///
/// With [`Script::Latin`], `I`/`ı` and `İ`/`i` pair as in the Latin alphabets of Kazakh since 2019 and in QazAqparat,
/// where `str::to_lowercase` would give `i` and `i̇`. For a scheme with the English pair (2017, BGN/PCGN), and
/// for Cyrillic and Arabic text, any other [`Script`] leaves `I`/`i` to Unicode. Borrows when nothing changes.
///
/// ```
/// use qazaq::{to_lowercase, Script};
/// assert_eq!(to_lowercase("QYZYLORDA İNSTİTUTI", Script::Latin), "qyzylorda institutı");
/// assert_eq!(to_lowercase("ҚЫЗЫЛОРДА", Script::Cyrillic), "қызылорда");
/// ```
#[must_use]
pub fn to_lowercase(text: &str, script: Script) -> Cow<'_, str> {
    convert(text, |c| lowercase_letter(c, script))
}

/// Capital letters throughout, by the casing of the script that the text is in; see [`to_lowercase`].
///
/// One character gives one character: `ß` and the like, which Unicode spells out, stay as they are.
///
/// ```
/// use qazaq::{to_uppercase, Script};
/// assert_eq!(to_uppercase("bılım", Script::Latin), "BILIM");
/// assert_eq!(to_uppercase("sinema", Script::Latin), "SİNEMA");
/// ```
#[must_use]
pub fn to_uppercase(text: &str, script: Script) -> Cow<'_, str> {
    convert(text, |c| uppercase_letter(c, script))
}

fn convert_letter(
    c: char,
    script: Script,
    ours: impl Fn(&super::Letter) -> char,
    default: impl Fn(char) -> char,
) -> char {
    match c {
        // The four letters whose partners depend on the script.
        'i' | 'I' | 'ı' | 'İ' if script != Script::Latin => match c {
            'İ' | 'ı' => c,
            _ => default(c),
        },
        _ => letter(c).map_or_else(|| default(c), ours),
    }
}

fn convert(text: &str, map: impl Fn(char) -> char) -> Cow<'_, str> {
    let Some((at, _)) = text.char_indices().find(|&(_, c)| map(c) != c) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..at]);
    out.extend(text[at..].chars().map(map));
    Cow::Owned(out)
}
