//! The letters of Kazakh: what each is, its case partner, its place in the alphabet, its script.
//!
//! One table, `data/alphabet.tsv`, holds the 42 Cyrillic letters, the Latin letters of every scheme and the letters of
//! the Arabic script; this module reads it and depends on no other module of the crate.
//!
//! ```
//! use qazaq::alphabet::{letter, LetterClass, Backness};
//! let ә = letter('ә').unwrap();
//! assert!(ә.is_vowel() && ә.is_native());
//! assert_eq!(ә.backness(), Some(Backness::Front));
//! assert_eq!((ә.lower(), ә.upper()), ('ә', 'Ә'));
//! assert!(matches!(letter('қ').unwrap().class(), LetterClass::Consonant { .. }));
//! ```

mod casing;
mod collation;
mod script;
#[rustfmt::skip]
mod tables;

pub use casing::{lowercase_letter, to_lowercase, to_uppercase, uppercase_letter};
pub use collation::{compare, sort_key};
pub use script::Script;

/// A letter of Kazakh in one of its scripts.
///
/// Facts from `data/alphabet.tsv`; the classes are those that the grammar of suffixes asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    letter: char,
    lower: char,
    upper: char,
    script: Script,
    order: u8,
    native: bool,
    class: LetterClass,
}

/// What kind of sound a letter writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LetterClass {
    /// A vowel.
    Vowel {
        /// Where the tongue is: what vowel harmony is about.
        backness: Backness,
        /// Whether the lips are rounded.
        rounding: Rounding,
    },
    /// A consonant.
    Consonant {
        /// How the grammar of suffixes sorts it.
        voicing: Voicing,
    },
    /// A sign without a sound of its own: ъ, ь, ʼ, ء.
    Sign,
}

/// Front or back: the two sides of vowel harmony.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Backness {
    /// ә е і ө ү э
    Front,
    /// а ы о ұ ё я
    Back,
    /// и у ю: whatever the neighbours are.
    Neutral,
    /// A Latin or Arabic letter that writes a front vowel in one scheme or word and a back one in another.
    Varies,
}

/// Lips rounded or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rounding {
    /// о ө ұ ү у ё ю
    Rounded,
    /// а ә е ы і и э я
    Unrounded,
    /// Differs between Latin schemes.
    Varies,
}

/// The three classes of consonants that suffixes agree with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Voicing {
    /// п т к қ с ш щ ц ч х һ ф
    Voiceless,
    /// б в г ғ д ж з
    Voiced,
    /// й л м н ң р
    Sonorant,
}

impl Letter {
    /// The letter itself.
    #[must_use]
    pub const fn letter(&self) -> char {
        self.letter
    }

    /// Its small form; itself where the script has no case.
    #[must_use]
    pub const fn lower(&self) -> char {
        self.lower
    }

    /// Its capital form; itself where the script has no case.
    #[must_use]
    pub const fn upper(&self) -> char {
        self.upper
    }

    /// The script it belongs to.
    #[must_use]
    pub const fn script(&self) -> Script {
        self.script
    }

    /// Its place in the alphabet of its script, from 1. Capital and small letter share it.
    #[must_use]
    pub const fn order(&self) -> u8 {
        self.order
    }

    /// Whether it writes Kazakh's own words, not only borrowed ones.
    #[must_use]
    pub const fn is_native(&self) -> bool {
        self.native
    }

    /// The sound it writes.
    #[must_use]
    pub const fn class(&self) -> LetterClass {
        self.class
    }

    /// Whether it writes a vowel.
    #[must_use]
    pub const fn is_vowel(&self) -> bool {
        matches!(self.class, LetterClass::Vowel { .. })
    }

    /// Front or back, for a vowel.
    #[must_use]
    pub const fn backness(&self) -> Option<Backness> {
        match self.class {
            LetterClass::Vowel { backness, .. } => Some(backness),
            _ => None,
        }
    }

    /// Voiceless, voiced or sonorant, for a consonant.
    #[must_use]
    pub const fn voicing(&self) -> Option<Voicing> {
        match self.class {
            LetterClass::Consonant { voicing } => Some(voicing),
            _ => None,
        }
    }
}

/// What the table knows of a character: `None` for what is no letter of Kazakh in any script.
///
/// ```
/// use qazaq::alphabet::letter;
/// assert_eq!(letter('Қ').unwrap().order(), 15);
/// assert!(letter('ў').is_none());
/// ```
#[must_use]
pub fn letter(c: char) -> Option<&'static Letter> {
    match tables::INDEX.get(c as usize) {
        Some(0) => None,
        Some(&place) => tables::LETTERS.get(usize::from(place) - 1),
        None => tables::LETTERS.binary_search_by_key(&c, |l| l.letter).ok().map(|at| &tables::LETTERS[at]),
    }
}

/// Every small letter of a script's table, in the order of the code points.
///
/// For the alphabet's own order sort by [`Letter::order`].
///
/// ```
/// use qazaq::{alphabet::letters, Script};
/// assert_eq!(letters(Script::Cyrillic).count(), 42);
/// ```
pub fn letters(script: Script) -> impl Iterator<Item = &'static Letter> + Clone {
    tables::LETTERS.iter().filter(move |l| l.script == script && l.letter == l.lower)
}
