//! Which script a character, a word or a text is written in.

use super::letter;
use crate::Error;
use core::fmt;
use core::str::FromStr;

/// A script that Kazakh is written in.
///
/// ```
/// use qazaq::Script;
/// assert_eq!(Script::detect("Қазақстан"), Some(Script::Cyrillic));
/// assert_eq!(Script::detect("Qazaqstan"), Some(Script::Latin));
/// assert_eq!(Script::detect("قازاقستان"), Some(Script::Arabic));
/// assert_eq!("Cyrl".parse::<Script>()?, Script::Cyrillic);
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Script {
    /// Cyrillic (`Cyrl`), in use in Kazakhstan since 1940.
    Cyrillic,
    /// Latin (`Latn`), of whatever scheme.
    Latin,
    /// Arabic (`Arab`): төте жазу, in use in China, Iran and elsewhere.
    Arabic,
}

impl Script {
    /// Every script, in the order of the declaration.
    pub const ALL: [Script; 3] = [Script::Cyrillic, Script::Latin, Script::Arabic];

    /// The ISO 15924 code: `Cyrl`, `Latn` or `Arab`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Script::Cyrillic => "Cyrl",
            Script::Latin => "Latn",
            Script::Arabic => "Arab",
        }
    }

    /// The script of a letter, Kazakh or not; `None` for digits, signs and letters of other scripts.
    ///
    /// ```
    /// use qazaq::Script;
    /// assert_eq!(Script::of('ў'), Some(Script::Cyrillic));
    /// assert_eq!(Script::of('5'), None);
    /// ```
    #[must_use]
    pub fn of(c: char) -> Option<Script> {
        match c {
            'a'..='z' | 'A'..='Z' => Some(Script::Latin),
            '\u{0}'..='\u{7f}' => None,
            '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{1c80}'..='\u{1c8a}' => Some(Script::Cyrillic),
            '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}' => Some(Script::Cyrillic),
            '\u{c0}'..='\u{24f}' if c.is_alphabetic() => Some(Script::Latin),
            '\u{250}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' => Some(Script::Latin),
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' if c.is_alphabetic() => {
                Some(Script::Arabic)
            }
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' if c.is_alphabetic() => Some(Script::Arabic),
            _ => letter(c).map(super::Letter::script),
        }
    }

    /// The script that most letters of a word or text belong to; `None` where there is no letter of the three.
    ///
    /// Equal counts go to the script that comes first in [`Script::ALL`]. Reads the whole text.
    ///
    /// ```
    /// use qazaq::Script;
    /// assert_eq!(Script::detect("«Nur Otan» партиясы"), Some(Script::Cyrillic));
    /// assert_eq!(Script::detect("2024"), None);
    /// ```
    #[must_use]
    pub fn detect(text: &str) -> Option<Script> {
        let mut counts = [0usize; Script::ALL.len()];
        for script in text.chars().filter_map(Script::of) {
            counts[script as usize] += 1;
        }
        let best = counts.iter().copied().max().filter(|&count| count > 0)?;
        Script::ALL.into_iter().find(|&script| counts[script as usize] == best)
    }

    /// Whether a word or text has letters of more than one of the three scripts.
    ///
    /// ```
    /// use qazaq::Script;
    /// assert!(Script::is_mixed("партияcы")); // with a Latin c
    /// assert!(!Script::is_mixed("партиясы"));
    /// ```
    #[must_use]
    pub fn is_mixed(text: &str) -> bool {
        let mut scripts = text.chars().filter_map(Script::of);
        let first = scripts.next();
        scripts.any(|script| Some(script) != first)
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Script {
    type Err = Error;

    /// Reads an ISO 15924 code or the English name, in any case.
    fn from_str(name: &str) -> Result<Script, Error> {
        for (script, english) in Script::ALL.into_iter().zip(["cyrillic", "latin", "arabic"]) {
            if name.eq_ignore_ascii_case(script.code()) || name.eq_ignore_ascii_case(english) {
                return Ok(script);
            }
        }
        Err(Error::unknown_name("script", name, "Cyrl, Latn, Arab"))
    }
}
