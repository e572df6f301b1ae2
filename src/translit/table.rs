//! The shape of a scheme's table.

/// What a letter becomes: up to seven bytes of UTF-8 in place, so that a letter is one fixed-size copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) bytes: [u8; 8],
}

/// In the last byte of a cell: more than a look-up is needed.
const SPECIAL: u8 = 0x80;
/// In the last byte of a cell: no letter of the scheme.
const NONE: u8 = 0x40;

impl Cell {
    /// No letter of the scheme: it stays as it is.
    pub(super) const NONE: Cell = Cell { bytes: [0, 0, 0, 0, 0, 0, 0, NONE] };

    pub(super) const fn new(text: &str, special: bool) -> Cell {
        let text = text.as_bytes();
        let mut bytes = [0; 8];
        let mut at = 0;
        while at < text.len() {
            bytes[at] = text[at];
            at += 1;
        }
        bytes[7] = text.len() as u8 | if special { SPECIAL } else { 0 };
        Cell { bytes }
    }

    /// A plain cell: its length in bytes says all.
    #[inline(always)]
    pub(super) const fn is_plain(&self) -> bool {
        self.bytes[7] < NONE
    }

    pub(super) const fn is_none(&self) -> bool {
        self.bytes[7] & NONE != 0
    }

    #[inline(always)]
    pub(super) const fn len(&self) -> usize {
        (self.bytes[7] & 7) as usize
    }
}

/// A letter that becomes something else beside certain letters. The first row that fits holds.
#[derive(Debug)]
pub(super) struct Contextual {
    pub(super) letter: char,
    pub(super) context: Context,
    pub(super) small: Cell,
    pub(super) capital: Cell,
    pub(super) all_caps: Cell,
}

#[derive(Debug)]
pub(super) enum Context {
    /// Right after one of these small letters or their capitals.
    After(&'static str),
    /// Right before one of them.
    Before(&'static str),
}

/// When a word of the Arabic script takes the sign of front vowels.
#[derive(Debug)]
pub(super) struct Hamza {
    pub(super) sign: char,
    /// The word has one of these letters …
    pub(super) front: &'static str,
    /// … and none of these,
    pub(super) unless: &'static str,
    /// and does not start with one of these.
    pub(super) never: &'static [&'static str],
    /// On the way back: what back letters are in a word with the sign or with a letter of `unless` …
    pub(super) fronts: &'static [(char, char)],
    /// … and in a word with the sign only.
    pub(super) marked_fronts: &'static [(char, char)],
}

/// What a written string is in Cyrillic. Rows stand by first letter, longest first; the first that fits holds.
#[derive(Debug)]
pub(super) struct Back {
    /// In small letters.
    pub(super) written: &'static str,
    pub(super) letters: &'static str,
    /// All must hold.
    pub(super) places: &'static [Where],
}

#[derive(Debug)]
pub(super) enum Where {
    /// At the start of a word.
    Start,
    /// At the end of a word.
    End,
    /// After one of these Cyrillic letters.
    After(&'static str),
    /// Before one of these letters of the scheme.
    Before(&'static str),
}

/// How small and capital letters pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Casing {
    /// As in English.
    Plain,
    /// İ and i, I and ı.
    Turkic,
    /// I is the capital of both i and ı (2018).
    SharedI,
    /// As in English, and any apostrophe counts as ʼ (2017).
    Apostrophe,
    /// No case.
    None,
}

/// A scheme.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) status: &'static str,
    pub(super) source: &'static str,
    pub(super) lossless: bool,
    /// Whether borrowed words are given their letters back.
    pub(super) loans: bool,
    pub(super) hamza: Option<Hamza>,
    pub(super) contextual: &'static [Contextual],
    pub(super) casing: Casing,
    pub(super) back: &'static [Back],
    /// For U+0400 to U+04FF: the letter as it stands, capitals as at the start of a word.
    pub(super) plain: [Cell; 256],
    /// For capitals among capitals.
    pub(super) capitals: [Cell; 256],
}
