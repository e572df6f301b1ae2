//! The shape of a scheme's table.

/// What a letter becomes: up to seven bytes of UTF-8 in place, so that a letter is one fixed-size copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) bytes: [u8; 8],
}

/// In the last byte of a cell: more than a look-up is needed.
const SPECIAL: u8 = 0x80;
/// In the last byte of a cell: no letter of the scheme.
const NONE: u8 = SPECIAL | 0x40;

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

    /// A character as it is.
    pub(super) fn of(c: char) -> Cell {
        let mut bytes = [0; 8];
        bytes[7] = c.encode_utf8(&mut bytes).len() as u8;
        Cell { bytes }
    }

    /// All of it at once, the length in the highest byte. What is asked of a cell in a loop is asked of this, so that it is one load.
    #[inline(always)]
    pub(super) const fn to_bits(self) -> u64 {
        u64::from_le_bytes(self.bytes)
    }

    /// A plain cell: its length in bytes says all.
    #[inline(always)]
    pub(super) const fn is_plain(&self) -> bool {
        self.to_bits() >> 63 == 0
    }

    /// A letter that is left out.
    pub(super) const fn is_empty(&self) -> bool {
        !self.is_none() && self.len() == 0
    }

    /// The text of a plain cell.
    pub(super) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.len()]).unwrap_or_default()
    }

    pub(super) const fn make_special(&mut self) {
        self.bytes[7] |= SPECIAL;
    }

    /// As a plain cell.
    pub(super) const fn unmarked(mut self) -> Cell {
        self.bytes[7] &= 7;
        self
    }

    /// With one sign in place of another, where there is room for it.
    pub(super) fn replaced(&self, usual: char, wanted: char) -> Cell {
        if self.is_none() {
            return *self;
        }
        let mut bytes = [0; 8];
        let mut length = 0;
        for c in self.as_str().chars().map(|c| if c == usual { wanted } else { c }) {
            match bytes.get_mut(length..length + c.len_utf8()).filter(|_| length + c.len_utf8() <= 7) {
                Some(place) => c.encode_utf8(place),
                None => return *self,
            };
            length += c.len_utf8();
        }
        bytes[7] = length as u8 | self.bytes[7] & SPECIAL;
        Cell { bytes }
    }

    pub(super) const fn is_none(&self) -> bool {
        self.bytes[7] >= NONE
    }

    #[inline(always)]
    pub(super) const fn len(&self) -> usize {
        (self.bytes[7] & 7) as usize
    }
}

/// What a letter of a scheme is on the way back, in one load: the two bytes of a Cyrillic letter, the rows that are asked where that is not
/// all, and when they are asked, a bit for each second letter (the low five bits of its code).
#[derive(Clone, Copy, Debug)]
pub(super) struct BackCell(u64);

/// The rows of no letter of the scheme.
const NO_ROWS: u64 = 0xFFFF;

impl BackCell {
    /// No letter of the scheme.
    pub(super) const NONE: BackCell = BackCell(NO_ROWS << 48 | u32::MAX as u64);

    /// One letter wherever it stands.
    pub(super) const fn plain(letter: char) -> BackCell {
        BackCell::rows(0, 0, 0, letter)
    }

    /// One letter, unless a second one follows with which it may be in a row of several: its rows are asked then.
    pub(super) const fn rows(start: u16, count: u8, seconds: u32, letter: char) -> BackCell {
        let letter = letter as u64;
        let bytes = 0x80C0 | letter >> 6 & 0x1F | (letter & 0x3F) << 8;
        BackCell(((start as u64) << 5 | count as u64) << 48 | bytes << 32 | seconds as u64)
    }

    /// Its rows are asked wherever it stands: those of several letters if one of these may be the second (the low four bits of its code).
    pub(super) const fn open(start: u16, count: u8, seconds: u16) -> BackCell {
        BackCell(((start as u64) << 5 | count as u64) << 48 | (seconds as u64) << 32 | u32::MAX as u64)
    }

    #[inline(always)]
    pub(super) const fn is_none(self) -> bool {
        self.0 >> 48 == NO_ROWS
    }

    /// Whether its rows are asked before a character of this code; it is one letter before others.
    #[inline(always)]
    pub(super) const fn is_open(self, next: u32) -> bool {
        (self.0 as u32).wrapping_shr(next) & 1 != 0
    }

    /// The letter, if it is settled.
    #[inline(always)]
    pub(super) const fn letter(self) -> [u8; 2] {
        ((self.0 >> 32) as u16).to_le_bytes()
    }

    /// The letter, if it is one wherever it stands.
    pub(super) fn only_letter(self) -> Option<char> {
        let [lead, trail] = self.letter();
        let code = u32::from(lead & 0x1F) << 6 | u32::from(trail & 0x3F);
        if self.0 as u32 == 0 { char::from_u32(code) } else { None }
    }

    /// The place of its rows.
    pub(super) const fn group(self) -> core::ops::Range<usize> {
        let both = (self.0 >> 48) as usize;
        if self.is_none() { 0..0 } else { both >> 5..(both >> 5) + (both & 31) }
    }

    /// Whether a character of this code may be the second of a row of several.
    #[inline(always)]
    pub(super) const fn may_be_followed_by(self, next: usize) -> bool {
        if self.0 as u32 == u32::MAX {
            self.0 >> (32 + (next & 15)) & 1 != 0
        } else {
            self.is_open(next as u32)
        }
    }
}

/// A letter that becomes something else beside certain letters, or by choice. The first row that fits holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contextual {
    pub(super) letter: char,
    /// All must hold.
    pub(super) contexts: &'static [Context],
    /// The bit of the option that asks for this row; 0 for none.
    pub(super) option: u8,
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
    /// In a word, or a part of one, with front vowels.
    Front,
    /// At the start of a word.
    Start,
    /// A capital after ° and before no letter: a unit (°С), which is the same in every script.
    Degree,
}

/// A choice that a scheme leaves to the user.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
}

/// A punctuation mark and its partner in the scheme.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) mark: &'static str,
    pub(super) written: &'static str,
}

/// When a word of the Arabic script takes the sign of front vowels.
#[derive(Debug)]
pub(super) struct Hamza {
    pub(super) sign: char,
    /// The word has one of these letters …
    pub(super) front: &'static str,
    /// … and none of these,
    pub(super) unless: &'static str,
    /// and, with an option, none of some others,
    pub(super) back_option: u8,
    /// [`Hamza::FRONT`] and the others for letters, by the low byte of U+04xx,
    pub(super) kinds: [u8; 256],
    /// and does not start with one of these.
    pub(super) never: &'static [&'static str],
    /// Last parts of names, which have back vowels after any stem, …
    pub(super) apart: &'static [&'static str],
    /// … if nothing follows, or one of these …
    pub(super) apart_before: &'static [&'static str],
    /// … and none of these stands before.
    pub(super) apart_not_after: &'static [&'static str],
    /// Endings that do not agree with their word.
    pub(super) unchanging: &'static [&'static str],
    /// The vowel that stands in first syllables only, but for words with the sign.
    pub(super) first_vowel: char,
    /// The last letter of names whose vowel says nothing of their endings.
    pub(super) name_end: char,
    /// On the way back: what back letters are in a word with the sign or with a letter of `unless` …
    pub(super) fronts: &'static [(char, char)],
    /// … and in a word with the sign only.
    pub(super) marked_fronts: &'static [(char, char)],
}

impl Hamza {
    /// A letter of `front`.
    pub(super) const FRONT: u8 = 1;
    /// A letter of `unless`.
    pub(super) const UNLESS: u8 = 2;
    /// A letter that keeps the sign away with the option.
    pub(super) const BACK: u8 = 4;
    /// A vowel that shows that others are front.
    pub(super) const SHOWS_FRONT: u8 = 8;
    /// A vowel that shows that others are back.
    pub(super) const SHOWS_BACK: u8 = 16;
    /// A consonant that shows it where no vowel does.
    pub(super) const BESIDE_FRONT: u8 = 32;
    /// A consonant that shows it where no vowel does, and always right beside.
    pub(super) const BESIDE_BACK: u8 = 64;
    /// A vowel that is front among the former consonants.
    pub(super) const BESIDE_EITHER: u8 = 128;
}

/// What a written string is in Cyrillic. Rows stand by first letter, longest first; the first that fits holds.
#[derive(Debug)]
pub(super) struct Back {
    /// In small letters.
    pub(super) written: &'static str,
    pub(super) letters: &'static str,
    /// How many rows on the next one of one letter is; 31 for far.
    pub(super) to_single: u8,
    /// What the letter before must be, a bit for each kind in [`Table::back_last`], or [`START`].
    pub(super) last: u8,
    /// All must hold.
    pub(super) places: &'static [Where],
}

/// Among the kinds of the letter before: there is none, as a word starts here.
pub(super) const START: u8 = 1 << 7;

impl Back {
    /// Whether it is of one letter.
    pub(super) const fn is_single(&self) -> bool {
        self.to_single == 0
    }
}

#[derive(Debug)]
pub(super) enum Where {
    /// At the end of a word.
    End,
    /// Before one of these letters of the scheme, small or capital: which 512 characters they are of, and a bit each.
    Before(u32, [u64; 8]),
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
    /// Whether the way back takes the likeliest reading of a word, as the scheme writes too many letters alike for rules.
    pub(super) likeliest: bool,
    /// How many bits less likely it is to be met than the commonest scheme.
    pub(super) prior: u8,
    /// The list of words that the rules of the way back do not give their letters.
    pub(super) words: Option<&'static super::stems::List>,
    /// Whether a punctuation mark is a letter of the scheme.
    pub(super) signs: bool,
    pub(super) hamza: Option<Hamza>,
    /// Each has the bit of its place.
    pub(super) options: &'static [Choice],
    /// Their names, for messages.
    pub(super) option_names: &'static str,
    /// The sign that may be written otherwise (an apostrophe, a hamza), and how.
    pub(super) sign: Option<(char, &'static str)>,
    /// Punctuation that the scheme has its own of, and the option that asks for it on the way there.
    pub(super) marks: &'static [Mark],
    pub(super) mark_option: u8,
    /// Whether Cyrillic letters that write a Roman numeral become Latin ones.
    pub(super) roman: bool,
    pub(super) contextual: &'static [Contextual],
    pub(super) casing: Casing,
    /// Rows by first letter; those of capitals that stand for several letters after `sorted`.
    pub(super) back: &'static [Back],
    pub(super) sorted: usize,
    /// Of which kinds a Cyrillic letter is for the letter after it, a bit each, by the low byte of U+04xx; ə is ә.
    pub(super) back_last: [u8; 256],
    /// What letters are on the way back, from this code point on.
    pub(super) back_base: u32,
    pub(super) back_cells: &'static [BackCell],
    /// The letter as it stands, capitals as at the start of a word, in [`PLACES`].
    pub(super) plain: [Cell; PLACES],
    /// For U+0400 to U+04FF: capitals among capitals.
    pub(super) capitals: [Cell; 256],
}

/// Places for bytes and for the letters from U+0400 to U+04FF, which come after them.
pub(super) const PLACES: usize = 512;

/// Where the letters are among the places.
pub(super) const CYRILLIC: usize = 256;

/// The place of no byte: nothing comes of it.
pub(super) const FILLER: u16 = 0xC0;

/// Whether a byte is the first of two of a letter from U+0400 to U+04FF.
#[inline(always)]
pub(super) const fn starts_letter(byte: u8) -> bool {
    byte & 0xFC == 0xD0
}

impl Table {
    /// What a letter from U+0400 to U+04FF becomes as it stands.
    pub(super) const fn letter(&self, letter: char) -> &Cell {
        &self.plain[CYRILLIC + (letter as usize & 0xFF)]
    }

    /// What a letter of the scheme is on the way back; nothing outside the cells.
    #[inline(always)]
    pub(super) fn back_cell(&self, c: char) -> Option<BackCell> {
        self.back_cells.get((c as usize).wrapping_sub(self.back_base as usize)).copied()
    }
}

/// Cells for all places: those listed for the letters, and each byte as it is.
pub(super) const fn plain(listed: &[(usize, Cell)]) -> [Cell; PLACES] {
    let mut all = [Cell::NONE; PLACES];
    let mut byte = 0;
    while byte < CYRILLIC {
        all[byte] = Cell { bytes: [byte as u8, 0, 0, 0, 0, 0, 0, (byte != FILLER as usize) as u8] };
        byte += 1;
    }
    let mut at = 0;
    while at < listed.len() {
        all[CYRILLIC + listed[at].0] = listed[at].1;
        at += 1;
    }
    all
}

/// Cells for a run of characters: those listed, and no letter elsewhere.
pub(super) const fn cells<const N: usize>(listed: &[(usize, Cell)]) -> [Cell; N] {
    let mut all = [Cell::NONE; N];
    let mut at = 0;
    while at < listed.len() {
        all[listed[at].0] = listed[at].1;
        at += 1;
    }
    all
}

/// Cells of the way back for a run of characters: those listed, and no letter elsewhere.
pub(super) const fn back_cells<const N: usize>(listed: &[(usize, BackCell)]) -> [BackCell; N] {
    let mut all = [BackCell::NONE; N];
    let mut at = 0;
    while at < listed.len() {
        all[listed[at].0] = listed[at].1;
        at += 1;
    }
    all
}

/// Kinds of letters, a bit for each set of them; sets have a bit each by the low byte of U+04xx, small and capital.
pub(super) const fn kinds(sets: &[[u64; 4]]) -> [u8; 256] {
    let mut all = [0; 256];
    let mut at = 0;
    while at < sets.len() * 256 {
        let (set, low) = (at / 256, at % 256);
        all[low] |= ((sets[set][low / 64] >> (low % 64) & 1) as u8) << set;
        at += 1;
    }
    all
}
