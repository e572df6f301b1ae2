//! Parts of speech and feature sets, with the names of Universal Dependencies.

use super::tables::FEATURES;
use crate::Error;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// Universal parts of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names are those of Universal Dependencies")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// All of them, sorted by name.
    pub const ALL: [Upos; 17] = [
        Upos::Adj,
        Upos::Adp,
        Upos::Adv,
        Upos::Aux,
        Upos::Cconj,
        Upos::Det,
        Upos::Intj,
        Upos::Noun,
        Upos::Num,
        Upos::Part,
        Upos::Pron,
        Upos::Propn,
        Upos::Punct,
        Upos::Sconj,
        Upos::Sym,
        Upos::Verb,
        Upos::X,
    ];

    /// The name in CoNLL-U: `NOUN`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Upos::Adj => "ADJ",
            Upos::Adp => "ADP",
            Upos::Adv => "ADV",
            Upos::Aux => "AUX",
            Upos::Cconj => "CCONJ",
            Upos::Det => "DET",
            Upos::Intj => "INTJ",
            Upos::Noun => "NOUN",
            Upos::Num => "NUM",
            Upos::Part => "PART",
            Upos::Pron => "PRON",
            Upos::Propn => "PROPN",
            Upos::Punct => "PUNCT",
            Upos::Sconj => "SCONJ",
            Upos::Sym => "SYM",
            Upos::Verb => "VERB",
            Upos::X => "X",
        }
    }
}

impl fmt::Display for Upos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Upos {
    type Err = Error;

    fn from_str(name: &str) -> Result<Upos, Error> {
        Upos::ALL.into_iter().find(|upos| upos.as_str() == name).ok_or_else(|| {
            Error::unknown_name(
                "part of speech",
                name,
                "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X",
            )
        })
    }
}

/// A row of `data/morphology/features.tsv`.
#[derive(Debug)]
pub(crate) struct Feature {
    pub(crate) name: &'static str,
    /// Ours, not of Universal Dependencies.
    pub(crate) own: bool,
    pub(crate) shift: u32,
    pub(crate) width: u32,
    pub(crate) values: &'static [&'static str],
}

impl Feature {
    const fn mask(&self) -> u64 {
        ((1 << self.width) - 1) << self.shift
    }

    fn of(&self, bits: u64) -> Option<&'static str> {
        let value = usize::try_from((bits & self.mask()) >> self.shift).ok()?;
        value.checked_sub(1).and_then(|at| self.values.get(at)).copied()
    }
}

/// A set of features, at most one value each.
///
/// Written and read as in CoNLL-U: sorted by name, `Case=Dat|Number=Plur`, `_` when empty. The names are those of
/// `data/morphology/features.tsv`.
///
/// ```
/// use qazaq::morphology::Features;
/// let features: Features = "Number=Plur|Case=Dat".parse()?;
/// assert_eq!(features.to_string(), "Case=Dat|Number=Plur");
/// assert_eq!(features.get("Case"), Some("Dat"));
/// assert_eq!(Features::default().to_string(), "_");
/// assert!("Case=Foo".parse::<Features>().is_err());
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Features {
    bits: u64,
}

impl Features {
    pub(crate) const fn from_bits(bits: u64) -> Features {
        Features { bits }
    }

    /// The set as it is stored.
    #[doc(hidden)]
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.bits
    }

    /// The bits of every feature that has a value here.
    #[doc(hidden)]
    #[must_use]
    pub fn mask(self) -> u64 {
        FEATURES.iter().filter(|feature| self.bits & feature.mask() != 0).map(Feature::mask).sum()
    }

    /// The value of a feature; `None` where it has none.
    #[must_use]
    pub fn get(self, name: &str) -> Option<&'static str> {
        FEATURES.iter().find(|feature| feature.name == name)?.of(self.bits)
    }

    /// Whether no feature has a value.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Names and values, sorted by name.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        FEATURES.iter().filter_map(move |feature| Some((feature.name, feature.of(self.bits)?)))
    }

    /// Only the features that Universal Dependencies has.
    #[must_use]
    pub fn universal(self) -> Features {
        let own: u64 = FEATURES.iter().filter(|feature| feature.own).map(Feature::mask).sum();
        Features { bits: self.bits & !own }
    }

    /// Only the features that are ours: `Attr`, `Request` and those of predicative endings.
    #[must_use]
    pub fn own(self) -> Features {
        Features { bits: self.bits & !self.universal().bits }
    }

    /// Whether every feature of `other` has the same value here.
    #[must_use]
    pub fn contains(self, other: Features) -> bool {
        self.bits & other.mask() == other.bits
    }

    /// These features with those of `other` put over them.
    #[must_use]
    pub fn with(self, other: Features) -> Features {
        Features { bits: self.bits & !other.mask() | other.bits }
    }

    /// The value of a feature changed; an empty value takes it away.
    ///
    /// # Errors
    ///
    /// When there is no such feature, or it has no such value.
    pub fn set(self, name: &str, value: &str) -> Result<Features, Error> {
        let feature = FEATURES
            .iter()
            .find(|feature| feature.name == name)
            .ok_or_else(|| Error::unknown_name("feature", name, "those of data/morphology/features.tsv"))?;
        let kept = self.bits & !feature.mask();
        if value.is_empty() {
            return Ok(Features { bits: kept });
        }
        let code = feature.values.iter().position(|known| *known == value).ok_or_else(|| {
            Error::malformed(
                format!("{name} has no value {value:?}: known are {}", feature.values.join(" ")),
                0,
            )
        })?;
        Ok(Features { bits: kept | (code as u64 + 1) << feature.shift })
    }
}

impl fmt::Display for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("_");
        }
        for (at, (name, value)) in self.iter().enumerate() {
            let bar = if at == 0 { "" } else { "|" };
            write!(f, "{bar}{name}={value}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Features {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Features({self})")
    }
}

impl FromStr for Features {
    type Err = Error;

    fn from_str(text: &str) -> Result<Features, Error> {
        let mut features = Features::default();
        if text == "_" || text.is_empty() {
            return Ok(features);
        }
        for part in text.split('|') {
            let (name, value) = part.split_once('=').ok_or_else(|| {
                Error::malformed(String::from("a feature is written Name=Value: ") + part, 0)
            })?;
            features = features.set(name, value)?;
        }
        Ok(features)
    }
}
