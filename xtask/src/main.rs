//! Project chores, run as `cargo xtask <command>`.
//!
//! `codegen` turns the tables of `data/` into the committed `tables.rs` files of the library;
//! `codegen --check` fails when they are stale. `estimate` counts how common words and suffixes are in the texts it is given; `stems` finds
//! which stems of the lexicon the lists of the way back need; `restored` says how many words of a text `restore` gets back without their
//! Kazakh letters. The library never depends on this crate.

mod codegen;
mod estimate;
mod restored;
mod stems;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["codegen"] => codegen::run(false),
        ["codegen", "--check"] => codegen::run(true),
        ["estimate", ref files @ ..] => estimate::run(files),
        ["stems"] => stems::run(),
        ["restored", ref files @ ..] => restored::run(files),
        _ => bail!("usage: cargo xtask codegen [--check] | estimate FILE... | restored FILE... | stems"),
    }
}
