//! Lists of words that the rules of the way back do not give all their letters.
//!
//! A list is a tree of folded letters: what of a letter a scheme keeps (э is е, я is иа in the Latin alphabets). A word is
//! walked down its letters once, and the longest stem it starts with tells how it is spelt. Most words leave the tree
//! after two or three letters.

/// No stem is longer, in bytes; codegen sees to it.
pub(super) const LONGEST: usize = 96;

/// A list.
#[derive(Debug)]
pub(super) struct List {
    /// What is left of the letters U+0400 to U+04FF: up to two codes below 64, 0 for none. 255 is no letter.
    pub(super) fold: &'static [[u8; 2]; 256],
    /// The same for letters that are one code, and 128 for the others.
    pub(super) singles: &'static [u8; 256],
    /// Which codes a word that starts with a stem may start with: see [`starts_stem`].
    pub(super) prefixes: &'static [u64; 512],
    /// The labels of the edges, node by node, sorted within a node.
    pub(super) labels: &'static [u8],
    /// Where the edges of a node start; the last entry closes the last node. Edge `n` leads to node `n + 1`.
    pub(super) edges: &'static [u16],
    /// The nodes that are the end of a stem, a bit each, …
    pub(super) ends: &'static [u64],
    /// … and how many of them come before each 64: the number of a stem is the place of its node among those.
    pub(super) ranks: &'static [u16],
    /// The stems as they are spelt, by number, one after the other. `=` after one: only as a whole word; `+`, `~`: its endings have front
    /// vowels, back vowels.
    pub(super) text: &'static str,
    /// How long each is, in bytes.
    pub(super) lengths: &'static [u8],
    /// Where each [`BLOCK`]th of them starts.
    pub(super) blocks: &'static [u32],
}

/// Where the edges of each node start, by how many it has: the tables have the counts, which pack in much less.
pub(super) const fn starts<const NODES: usize, const STARTS: usize>(counts: &[u8; NODES]) -> [u16; STARTS] {
    assert!(STARTS == NODES + 1);
    let mut starts = [0; STARTS];
    let mut node = 0;
    while node < NODES {
        starts[node + 1] = starts[node] + counts[node] as u16;
        node += 1;
    }
    starts
}

/// Stems in a block: lengths within one are added up, which takes a quarter of the room of a list of places.
const BLOCK: usize = 32;

impl List {
    /// What a node stands for.
    fn stem(&self, node: usize) -> Option<&'static str> {
        let (bits, bit) = (*self.ends.get(node / 64)?, 1u64 << (node % 64));
        if bits & bit == 0 {
            return None;
        }
        let number = usize::from(*self.ranks.get(node / 64)?) + (bits & (bit - 1)).count_ones() as usize;
        let block = number / BLOCK;
        let before = self.lengths.get(block * BLOCK..number)?.iter().map(|&length| usize::from(length));
        let start = *self.blocks.get(block)? as usize + before.sum::<usize>();
        self.text.get(start..start + usize::from(*self.lengths.get(number)?))
    }
}

/// The start of a word that is a stem.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Where it ends in the word, in bytes.
    pub(super) end: usize,
    /// How it is spelt.
    pub(super) stem: &'static str,
    /// Whether its endings have front vowels, where the stem does not show it.
    pub(super) front_endings: Option<bool>,
}

impl Found {
    /// A row of a list: a stem and the mark after it.
    pub(super) fn new(end: usize, row: &'static str) -> Found {
        let front_endings = match row.as_bytes().last() {
            Some(b'+') => Some(true),
            Some(b'~') => Some(false),
            _ => None,
        };
        Found { end, stem: row.trim_end_matches(['=', '+', '~']), front_endings }
    }
}

/// What is left of a letter.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn code(list: &List, pair: &[u8]) -> [u8; 2] {
    match *pair {
        [lead, trail] if lead & 0xFC == 0xD0 => {
            list.fold[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)]
        }
        _ => [255, 0],
    }
}

/// Whether a word in Cyrillic may start with a stem: all but a few that start with none are told by their first four codes. Behind the word
/// comes as much as there is in four letters, whatever it is.
///
/// A letter that is none of Cyrillic counts as some: no stem goes on after it, and shorter ones are found by the letters before.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(super) fn may_find(list: &List, word: &[u8], start: [u8; 8]) -> bool {
    let four = u64::from_le_bytes(start);
    let code = |pair: u64| u32::from(list.singles[usize::from((pair << 6 | pair >> 8 & 0x3F) as u8)]);
    let codes = code(four) | code(four >> 16) << 8 | code(four >> 32) << 16 | code(four >> 48) << 24;
    // What stands behind the word does not count.
    let behind = 32 - 4 * word.len().clamp(2, 8);
    let codes = codes << behind >> behind;
    if codes & 0x8080_8080 == 0 { starts_stem(list, codes) } else { may_find_any(list, word) }
}

/// As [`may_find`], for words with a letter that is two codes or none.
#[inline(never)]
fn may_find_any(list: &List, word: &[u8]) -> bool {
    let codes = word.chunks_exact(2).flat_map(|pair| code(list, pair)).filter(|&code| code != 0);
    let mut first = [0; 4];
    for (place, code) in first.iter_mut().zip(codes) {
        *place = code;
    }
    starts_stem(list, u32::from_le_bytes(first))
}

/// Whether four codes, 0 after the last, may be the start of a stem or start with one: each that is has two bits in one place.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn starts_stem(list: &List, four: u32) -> bool {
    let hash = u64::from(four).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let bits = list.prefixes[(hash >> 55) as usize];
    bits >> (hash >> 49 & 63) & bits >> (hash >> 43 & 63) & 1 != 0
}

/// The longest stem that a word in Cyrillic starts with.
pub(super) fn find(list: &'static List, word: &[u8]) -> Option<Found> {
    let mut node = 0usize;
    let mut found = None;
    for (number, pair) in word.chunks_exact(2).enumerate() {
        for code in code(list, pair).into_iter().take_while(|&code| code != 0) {
            let (start, end) = (usize::from(list.edges[node]), usize::from(list.edges[node + 1]));
            let Some(edge) = list.labels[start..end].iter().position(|&label| label == code) else {
                return found;
            };
            node = start + edge + 1;
        }
        let Some(stem) = list.stem(node) else {
            continue;
        };
        let end = number * 2 + 2;
        let rest = &word[end..];
        let fits = match stem.strip_suffix('=') {
            Some(_) => rest.is_empty(),
            // The soft sign goes before a vowel: профиль, профилі.
            None => !(stem.trim_end_matches(['+', '~']).ends_with('ь') && starts_with_vowel(rest)),
        };
        if fits {
            found = Some(Found::new(end, stem));
        }
    }
    found
}

fn starts_with_vowel(rest: &[u8]) -> bool {
    let first =
        rest.get(..2).and_then(|first| core::str::from_utf8(first).ok()).and_then(|s| s.chars().next());
    first.and_then(crate::alphabet::letter).is_some_and(crate::alphabet::Letter::is_vowel)
}
