//! The compiled lexicon and suffixes, read in place.
//!
//! `data.bin` is written by `cargo xtask codegen`; all numbers are little-endian. Eight bytes of magic and version, then an
//! offset and a length of four bytes each for every section, in the order of [`Section`]. The last two are in `forms.bin`, which
//! goes on where `data.bin` ends, so that small builds can do without them.

use super::features::{Features, Upos};

static BYTES: &[u8] = include_bytes!("data.bin");

/// The rest of the file: the table of common forms.
#[cfg(feature = "common-forms")]
static REST: &[u8] = include_bytes!("forms.bin");
#[cfg(not(feature = "common-forms"))]
static REST: &[u8] = &[];

/// First bytes of the file; the last one is the version of the layout.
pub const MAGIC: [u8; 8] = *b"qazaqmo\x03";

/// What the file holds.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the record types below say it")]
pub(crate) enum Section {
    States,
    ArcStarts,
    Arcs,
    Finals,
    Morphemes,
    Strings,
    Trie,
    Entries,
    Classes,
    Starts,
    Heads,
    FormSlots,
    Forms,
}

/// How many sections there are.
pub const SECTIONS: usize = 13;

/// The first section that is in `forms.bin`.
pub const FIRST_OF_REST: usize = Section::FormSlots as usize;

/// Bytes of a record: [`State`], [`Arc`], [`Final`], [`Morpheme`], [`Class`].
#[allow(missing_docs, reason = "named after the record")]
pub(crate) mod size {
    pub(crate) const STATE: usize = 24;
    pub(crate) const ARC: usize = 16;
    pub(crate) const FINAL: usize = 8;
    pub(crate) const MORPHEME: usize = 24;
    pub(crate) const CLASS: usize = 16;
    pub(crate) const START: usize = 8;
}

const fn word(bytes: &[u8], at: usize) -> usize {
    bytes[at] as usize
        | (bytes[at + 1] as usize) << 8
        | (bytes[at + 2] as usize) << 16
        | (bytes[at + 3] as usize) << 24
}

/// A section; empty where the file is of another layout, so that `cargo xtask codegen`, which needs this crate, can mend it.
const fn section(index: usize) -> &'static [u8] {
    let mut at = 0;
    while at < MAGIC.len() {
        if at >= BYTES.len() || BYTES[at] != MAGIC[at] {
            return &[];
        }
        at += 1;
    }
    let header = MAGIC.len() + index * 8;
    let (start, len) = (word(BYTES, header), word(BYTES, header + 4));
    let (file, start) = if index < FIRST_OF_REST { (BYTES, start) } else { (REST, start - BYTES.len()) };
    if start + len > file.len() {
        return &[];
    }
    file.split_at(start).1.split_at(len).0
}

static STATES: &[u8] = section(Section::States as usize);
static ARC_STARTS: &[u8] = section(Section::ArcStarts as usize);
static ARCS: &[u8] = section(Section::Arcs as usize);
static FINALS: &[u8] = section(Section::Finals as usize);
static MORPHEMES: &[u8] = section(Section::Morphemes as usize);
static STRINGS: &[u8] = section(Section::Strings as usize);
static TRIE: &[u8] = section(Section::Trie as usize);
static ENTRIES: &[u8] = section(Section::Entries as usize);
static CLASSES: &[u8] = section(Section::Classes as usize);
static STARTS: &[u8] = section(Section::Starts as usize);
static HEADS: &[u8] = section(Section::Heads as usize);
static FORM_SLOTS: &[u8] = section(Section::FormSlots as usize);
static FORMS: &[u8] = section(Section::Forms as usize);

/// The bytes of the compiled form, for measuring.
#[must_use]
pub fn len() -> usize {
    BYTES.len() + REST.len()
}

#[inline]
fn u16_at(record: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([record[at], record[at + 1]])
}

#[inline]
fn u32_at(record: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([record[at], record[at + 1], record[at + 2], record[at + 3]])
}

#[inline]
fn u64_at(record: &[u8], at: usize) -> u64 {
    u64::from(u32_at(record, at)) | u64::from(u32_at(record, at + 4)) << 32
}

fn string(at: usize, len: usize) -> &'static str {
    STRINGS.get(at..at + len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("")
}

/// A place between morphemes: what came before (by harmony, sound and [`Joint`](super::stems::Joint)) and what may come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    /// A bit for every code that an arc starts with.
    first: u64,
    /// The first arc.
    arcs: u32,
    /// The first byte of [`ARC_STARTS`].
    starts: u32,
    finals: u32,
    final_count: u8,
    /// Whether what came before is voiced or shortened, and its last letter is to be mended for a lemma.
    pub(crate) changed: bool,
}

#[inline]
pub(crate) fn state(index: u16) -> State {
    let record = &STATES[usize::from(index) * size::STATE..][..size::STATE];
    State {
        first: u64_at(record, 0),
        arcs: u32_at(record, 8),
        starts: u32_at(record, 12),
        finals: u32_at(record, 16),
        final_count: record[20],
        changed: record[21] != 0,
    }
}

impl State {
    /// The arcs whose first letter has this code.
    #[inline]
    pub(crate) fn arcs(&self, code: u8) -> core::ops::Range<u32> {
        let bit = 1_u64 << (code & 63);
        if self.first & bit == 0 {
            return 0..0;
        }
        let at = self.starts as usize + (self.first & (bit - 1)).count_ones() as usize;
        self.arcs + u32::from(ARC_STARTS[at])..self.arcs + u32::from(ARC_STARTS[at + 1])
    }

    /// All arcs.
    pub(crate) fn all_arcs(&self) -> core::ops::Range<u32> {
        let at = self.starts as usize + self.first.count_ones() as usize;
        self.arcs..self.arcs + u32::from(ARC_STARTS[at])
    }

    #[inline]
    pub(crate) fn finals(&self) -> core::ops::Range<u32> {
        self.finals..self.finals + u32::from(self.final_count)
    }
}

/// A morpheme with letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arc {
    /// The codes, the first lowest.
    pub(crate) surface: u64,
    pub(crate) target: u16,
    pub(crate) morpheme: u16,
    /// Which row of the suffix table in which state: what `cargo xtask estimate` counts.
    pub(crate) choice: u16,
    pub(crate) len: u8,
    pub(crate) cost: u8,
}

#[inline]
pub(crate) fn arc(index: u32) -> Arc {
    let record = &ARCS[index as usize * size::ARC..][..size::ARC];
    Arc {
        surface: u64_at(record, 0),
        target: u16_at(record, 8),
        morpheme: u16_at(record, 10),
        choice: u16_at(record, 12),
        len: record[14],
        cost: record[15],
    }
}

/// An end of a word, perhaps with a morpheme without letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Final {
    pub(crate) morpheme: u16,
    pub(crate) choice: u16,
    pub(crate) cost: u8,
}

#[inline]
pub(crate) fn final_at(index: u32) -> Final {
    let record = &FINALS[index as usize * size::FINAL..][..size::FINAL];
    Final { morpheme: u16_at(record, 0), choice: u16_at(record, 2), cost: record[4] }
}

/// What a morpheme does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Morpheme {
    value: u64,
    mask: u64,
    /// Of a derivation.
    pub(crate) upos: Option<Upos>,
    /// The lemma keeps it.
    pub(crate) derives: bool,
    pub(crate) name: &'static str,
}

pub(crate) fn morpheme(index: u16) -> Morpheme {
    let record = &MORPHEMES[usize::from(index) * size::MORPHEME..][..size::MORPHEME];
    Morpheme {
        value: u64_at(record, 0),
        mask: u64_at(record, 8),
        upos: Upos::ALL.get(usize::from(record[19])).copied(),
        derives: record[20] != 0,
        name: string(usize::from(u16_at(record, 16)), usize::from(record[18])),
    }
}

/// Whether the lemma keeps a morpheme, without reading the rest of it.
#[inline]
pub(crate) fn derives(index: u16) -> bool {
    MORPHEMES[usize::from(index) * size::MORPHEME + 20] != 0
}

impl Morpheme {
    pub(crate) fn apply(&self, features: Features) -> Features {
        Features::from_bits(features.bits() & !self.mask | self.value)
    }
}

/// What many stems of the lexicon share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Class {
    pub(crate) features: Features,
    pub(crate) start: u16,
    pub(crate) upos: Upos,
    /// How many letters of the stem the lemma does not have.
    pub(crate) cut: u8,
    /// What the lemma has instead.
    pub(crate) tail: &'static str,
    pub(crate) capital: bool,
    /// Tolerated, not standard: read, but not written.
    pub(crate) odd: bool,
}

#[inline]
pub(crate) fn class(index: u16) -> Class {
    let record = &CLASSES[usize::from(index) * size::CLASS..][..size::CLASS];
    Class {
        features: Features::from_bits(u64_at(record, 0)),
        start: u16_at(record, 8),
        upos: Upos::ALL.get(usize::from(record[12])).copied().unwrap_or(Upos::X),
        cut: record[13],
        tail: string(usize::from(u16_at(record, 10)), usize::from(record[15])),
        capital: record[14] & 1 != 0,
        odd: record[14] & 2 != 0,
    }
}

/// What [`stem`](super::stem()) needs of a class: the start, how many letters to cut, whether there is a tail, whether it is a
/// name.
#[inline]
pub(crate) fn class_head(index: u16) -> (u16, u8, bool, bool) {
    let record = &CLASSES[usize::from(index) * size::CLASS..][..size::CLASS];
    (u16_at(record, 8), record[13], record[15] != 0, record[14] & 1 != 0)
}

/// A stem of the lexicon: its class and how rare it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) class: u16,
    pub(crate) cost: u8,
}

#[inline]
pub(crate) fn entry(index: u32) -> Entry {
    let record = &ENTRIES[index as usize * 4..][..4];
    Entry { class: u16_at(record, 0), cost: record[2] }
}

/// A node of the trie: bits 0..6 the code, 6 last of its siblings, 7 it has stems, 8 it has children, 9.. where its stems (one
/// word: first entry and, in the low byte, how many) and then its children are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node(u32);

impl Node {
    #[inline]
    fn at(index: usize) -> Node {
        Node(u32_at(TRIE, index * 4))
    }

    /// The node after the first letter, without a search.
    #[inline]
    pub(crate) fn first(code: u8) -> Option<Node> {
        let at = usize::from(code & 63) * 4;
        HEADS.get(at..at + 4).map(|record| Node(u32_at(record, 0))).filter(|node| node.0 != 0)
    }

    /// The node after the first two letters.
    #[inline]
    pub(crate) fn second(first: u8, second: u8) -> Option<Node> {
        let at = 256 + (usize::from(first & 63) << 6 | usize::from(second & 63)) * 4;
        HEADS.get(at..at + 4).map(|record| Node(u32_at(record, 0))).filter(|node| node.0 != 0)
    }

    /// Before the first letter.
    pub(crate) fn root() -> Node {
        Node(1 << 8)
    }

    #[inline]
    pub(crate) fn code(self) -> u8 {
        (self.0 & 0x3F) as u8
    }

    /// Whether stems end here.
    #[inline]
    pub(crate) fn has_stems(self) -> bool {
        self.0 & 1 << 7 != 0
    }

    #[inline]
    pub(crate) fn child(self, code: u8) -> Option<Node> {
        if self.0 & 1 << 8 == 0 {
            return None;
        }
        let mut at = (self.0 >> 9) as usize + usize::from(self.has_stems());
        loop {
            let node = Node::at(at);
            if node.code() == code {
                return Some(node);
            }
            if node.code() > code || node.0 & 1 << 6 != 0 {
                return None;
            }
            at += 1;
        }
    }

    /// The stems that end here.
    #[inline]
    pub(crate) fn entries(self) -> core::ops::Range<u32> {
        if !self.has_stems() {
            return 0..0;
        }
        let stems = u32_at(TRIE, (self.0 >> 9) as usize * 4);
        stems >> 8..(stems >> 8) + (stems & 0xFF)
    }

    /// All children, in the order of their codes.
    pub(crate) fn children(self) -> impl Iterator<Item = Node> {
        let first = (self.0 >> 9) as usize + usize::from(self.has_stems());
        let mut next = (self.0 & 1 << 8 != 0).then_some(first);
        core::iter::from_fn(move || {
            let at = next?;
            let node = Node::at(at);
            next = (node.0 & 1 << 6 == 0).then_some(at + 1);
            Some(node)
        })
    }
}

/// The state in which a stem of this inflection class, harmony, sound and joint starts. The key is packed as in
/// [`start_key`].
pub(crate) fn start(key: u32) -> Option<u16> {
    let (mut low, mut high) = (0, STARTS.len() / size::START);
    while low < high {
        let middle = usize::midpoint(low, high);
        let record = &STARTS[middle * size::START..][..size::START];
        match u32_at(record, 0).cmp(&key) {
            core::cmp::Ordering::Equal => return Some(u16_at(record, 4)),
            core::cmp::Ordering::Less => low = middle + 1,
            core::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// The key of a start: the class letter, harmony, sound and joint.
#[must_use]
pub fn start_key(class: char, ending: crate::phonology::Ending, joint: super::stems::Joint) -> u32 {
    u32::from(class) << 24
        | u32::from(ending.harmony == crate::phonology::Harmony::Front) << 16
        | (ending.sound as u32) << 8
        | joint as u32
}

/// Where a form stands in the table of common forms. The number of slots is a power of two.
#[must_use]
#[inline]
pub fn form_hash(form: &[u8]) -> u32 {
    let mut hash = 0x9E37_79B9_7F4A_7C15_u64 ^ form.len() as u64;
    let mut chunks = form.chunks_exact(8);
    let mut mix = |word: u64| hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    for chunk in &mut chunks {
        mix(chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    let rest = chunks.remainder().iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
    mix(rest);
    (hash >> 32) as u32
}

/// The stem of a common form in small letters: how many bytes of it are kept, what comes after them, and whether a capital at
/// the start makes no difference.
#[inline]
pub(crate) fn common_form(form: &[u8]) -> Option<(usize, &'static str, bool)> {
    let slots = FORM_SLOTS.len() / 4;
    if slots == 0 {
        return None;
    }
    let mut slot = form_hash(form) as usize & (slots - 1);
    loop {
        let at = u32_at(FORM_SLOTS, slot * 4) as usize;
        // Zero is an empty slot; there is always one.
        let &[len, kept, tail, ..] = FORMS.get(at.checked_sub(1)?..)? else { return None };
        let start = at + 2;
        let end = start + usize::from(len);
        if FORMS.get(start..end) == Some(form) {
            let bytes = FORMS.get(end..end + usize::from(tail & 0x7F)).unwrap_or(&[]);
            let text = if bytes.is_empty() { "" } else { core::str::from_utf8(bytes).unwrap_or("") };
            return Some((usize::from(kept), text, tail & 0x80 != 0));
        }
        slot = (slot + 1) & (slots - 1);
    }
}
