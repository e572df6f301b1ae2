//! Every way to read a word: stems from the trie, then suffixes.
//!
//! One pass down the trie finds the stems that the word starts with; from each, the suffix automaton is searched depth first.
//! The automaton has no cycles and a word has at most [`MAX_LETTERS`](super::letters::MAX_LETTERS) letters, so the work for a
//! word is bounded.

use super::blob::{self, Entry, Node};
use super::letters::{MAX_LETTERS, Word};

/// The most morphemes after a stem.
pub(crate) const MAX_MORPHEMES: usize = 10;

/// A step of a path: the arc and the letter it ends before.
pub(crate) type Step = (u32, u8);

/// A way to read the letters after a stem.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    steps: [Step; MAX_MORPHEMES],
    len: usize,
    /// Index of the final.
    pub(crate) last: u32,
    /// In eighths of a bit.
    pub(crate) cost: u32,
}

impl Path {
    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps[..self.len]
    }
}

struct Search<'a, 'w, F> {
    word: &'a Word<'w>,
    path: Path,
    /// Paths that cost as much are not followed.
    bound: u32,
    found: F,
}

impl<F: FnMut(&Path) -> u32> Search<'_, '_, F> {
    fn go(&mut self, state: u16, at: usize, cost: u32) {
        let state = blob::state(state);
        if at == self.word.len {
            for index in state.finals() {
                let cost = cost + u32::from(blob::final_at(index).cost);
                if cost < self.bound {
                    self.path.last = index;
                    self.path.cost = cost;
                    self.bound = (self.found)(&self.path);
                }
            }
            return;
        }
        let depth = self.path.len;
        if depth == MAX_MORPHEMES {
            return;
        }
        let arcs = state.arcs(self.word.code(at));
        if arcs.is_empty() {
            return;
        }
        let ahead = self.word.eight(at);
        for index in arcs {
            let arc = blob::arc(index);
            let mask = u64::MAX >> (64 - 8 * u32::from(arc.len));
            if ahead & mask != arc.surface {
                continue;
            }
            let cost = cost + u32::from(arc.cost);
            if cost >= self.bound {
                continue;
            }
            let end = at + usize::from(arc.len);
            self.path.steps[depth] = (index, end as u8);
            self.path.len = depth + 1;
            self.go(arc.target, end, cost);
            self.path.len = depth;
        }
    }
}

/// Every way from a state at a letter to the end of the word that costs less than `bound`. `found` returns the new bound.
#[inline]
pub(crate) fn suffixes(
    word: &Word<'_>,
    state: u16,
    at: usize,
    cost: u32,
    bound: u32,
    found: impl FnMut(&Path) -> u32,
) -> u32 {
    let path = Path { steps: [(0, 0); MAX_MORPHEMES], len: 0, last: 0, cost: 0 };
    let mut search = Search { word, path, bound, found };
    search.go(state, at, cost);
    search.bound
}

/// The stems of the lexicon that a word starts with, the shortest first: the letters of each and its entry.
#[inline]
pub(crate) fn stems(word: &Word<'_>, mut found: impl FnMut(usize, Entry)) {
    let mut nodes = [(0, Node::root()); MAX_LETTERS];
    for &(letters, node) in nodes_with_stems(word, &mut nodes) {
        for index in node.entries() {
            found(letters, blob::entry(index));
        }
    }
}

/// The nodes of the trie along a word that have stems, with the letters before each.
#[inline]
pub(crate) fn nodes_with_stems<'n>(
    word: &Word<'_>,
    nodes: &'n mut [(usize, Node); MAX_LETTERS],
) -> &'n [(usize, Node)] {
    let mut count = 0;
    let mut push = |letters: usize, node: Node| {
        if node.has_stems() {
            nodes[count] = (letters, node);
            count += 1;
        }
    };
    if let Some(first) = Node::first(word.code(0)) {
        push(1, first);
        if word.len > 1 {
            let mut next = Node::second(word.code(0), word.code(1));
            let mut letters = 2;
            while let Some(node) = next {
                push(letters, node);
                if letters == word.len {
                    break;
                }
                next = node.child(word.code(letters));
                letters += 1;
            }
        }
    }
    &nodes[..count]
}
