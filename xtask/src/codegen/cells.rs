//! Automata in one array of cells, for `src/numbers/find/words.rs`.
//!
//! A state is a place of the array; the cell that many places on as its symbol's number says has the next state. Every state has a place of
//! its own, so that a cell whose symbol is right belongs to the state that asks.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

/// The symbol behind whose cell no state is, but what the text so far means.
const END: u8 = 1;

/// As many cells, so that a place and a symbol need no check.
const CELLS: usize = 8192;

/// How far before the state that was laid last room is looked for.
const LOOK_BACK: usize = 400;

/// A state: what follows by each symbol, and what the text so far means.
#[derive(Default)]
pub(super) struct State {
    next: BTreeMap<u8, State>,
    means: Option<u32>,
}

impl State {
    pub(super) fn insert(&mut self, symbols: impl Iterator<Item = u8>, means: u32) {
        let state = symbols.fold(self, |state, symbol| state.next.entry(symbol).or_default());
        state.means = Some(means);
    }
}

/// The symbols of texts: a number for every byte, or letter of U+0400 to U+04FF, that is in them. Those letters are in the table from 256 on,
/// and capitals are as their small letters.
pub(super) struct Symbols(pub(super) [u8; 512]);

impl Symbols {
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Result<Symbols> {
        let mut table = [0; 512];
        let mut last = END;
        for place in texts.flat_map(places) {
            if table[place] == 0 {
                last = last.checked_add(1).context("symbols")?;
                table[place] = last;
            }
        }
        for capital in b'A'..=b'Z' {
            // The capital of ı to Kazakh, not of i.
            if capital != b'I' {
                table[usize::from(capital)] = table[usize::from(capital.to_ascii_lowercase())];
            }
        }
        for code in 0..256 {
            let small = match code {
                0x00..=0x0F => code + 0x50,
                0x10..=0x2F => code + 0x20,
                0x30..=0x5F => code,
                // Capitals and small letters take turns.
                _ => code | 1,
            };
            table[256 + code] = table[256 + small];
        }
        // No state has a cell for the last one.
        table.iter_mut().filter(|symbol| **symbol == 0).for_each(|symbol| *symbol = u8::MAX);
        ensure!(last < u8::MAX, "symbols");
        Ok(Symbols(table))
    }

    pub(super) fn text<'a>(&'a self, text: &'a str) -> impl Iterator<Item = u8> + 'a {
        places(text).map(|place| self.0[place])
    }
}

/// Where the symbols of a text are.
fn places(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.chars().flat_map(|c| match u32::from(c) {
        code @ 0x400..=0x4FF => vec![(code - 0x300) as usize],
        _ => c.to_string().bytes().map(usize::from).collect(),
    })
}

/// The cells of the automata, each a symbol and how far on the next state is, or what a text means; and the place of the first state of
/// each. Equal states of one automaton or several are one. States lie as they are come by, so that steps are short and the table packs well.
pub(super) fn lay_out(automata: &[State]) -> Result<(Vec<u8>, Vec<i16>, Vec<u32>)> {
    let mut states = States::default();
    let first: Vec<usize> = automata.iter().map(|state| states.add(state)).collect();
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    for &state in &first {
        states.visit(state, &mut seen, &mut order);
    }
    let mut symbols = vec![0u8; CELLS];
    let mut taken = HashSet::new();
    let mut place_of = vec![0usize; states.cells.len()];
    let mut last = 0usize;
    for state in order {
        let own: Vec<u8> = states.cells[state].iter().map(|&(symbol, _)| symbol).collect();
        last = (last.saturating_sub(LOOK_BACK)..CELLS - usize::from(u8::MAX))
            .find(|place| {
                !taken.contains(place) && own.iter().all(|&symbol| symbols[place + usize::from(symbol)] == 0)
            })
            .context("the automata of the finder have too many states for their cells")?;
        taken.insert(last);
        place_of[state] = last;
        for symbol in own {
            symbols[last + usize::from(symbol)] = symbol;
        }
    }
    let mut steps = vec![0i16; CELLS];
    for (state, next) in states.cells.iter().enumerate() {
        for &(symbol, next) in next {
            let cell = place_of[state] + usize::from(symbol);
            let to = match next {
                Next::State(next) => place_of[next],
                Next::Meaning(means) => means as usize,
            };
            steps[cell] = i16::try_from(to as i64 - cell as i64)?;
        }
    }
    let first = first.into_iter().map(|state| Ok(u32::try_from(place_of[state])?)).collect::<Result<_>>()?;
    Ok((symbols, steps, first))
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Next {
    State(usize),
    Meaning(u32),
}

#[derive(Default)]
struct States {
    cells: Vec<Vec<(u8, Next)>>,
    known: HashMap<Vec<(u8, Next)>, usize>,
}

impl States {
    /// A state and what follows it, each once, the first symbols first.
    fn visit(&self, state: usize, seen: &mut HashSet<usize>, order: &mut Vec<usize>) {
        if !seen.insert(state) {
            return;
        }
        order.push(state);
        for &(_, next) in &self.cells[state] {
            if let Next::State(next) = next {
                self.visit(next, seen, order);
            }
        }
    }

    fn add(&mut self, state: &State) -> usize {
        let means = state.means.map(|means| (END, Next::Meaning(means)));
        let mut cells: Vec<_> = means.into_iter().collect();
        for (&symbol, next) in &state.next {
            let next = self.add(next);
            cells.push((symbol, Next::State(next)));
        }
        if let Some(&known) = self.known.get(&cells) {
            return known;
        }
        self.cells.push(cells.clone());
        self.known.insert(cells, self.cells.len() - 1);
        self.cells.len() - 1
    }
}

/// A table of numbers as code.
pub(super) fn table<T: std::fmt::Display>(out: &mut String, doc: &str, name: &str, kind: &str, values: &[T]) {
    let _ = writeln!(out, "/// {doc}\npub(super) static {name}: [{kind}; {}] = [", values.len());
    for line in values.chunks(16) {
        let line: Vec<String> = line.iter().map(T::to_string).collect();
        let _ = writeln!(out, "    {},", line.join(","));
    }
    out.push_str("];\n\n");
}
