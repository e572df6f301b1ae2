//! One module a command; each turns a chunk of text into lines or rows.

mod detect;
mod identifiers;
mod morphology;
mod normalize;
mod numbers;
mod rewrite;
mod sentences;
mod setup;
mod tokens;
mod translit;
mod words;

use crate::args::{Arguments, Command, Common, Format, Morphology, Shape, Table};
use crate::input::{Chunk, CutAt, for_each_chunk};
use crate::output::Output;
use anyhow::Result;
use morphology::What;
use std::path::PathBuf;

/// How a run ended where nothing stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Something was found or written.
    Found,
    /// There was nothing to find.
    Nothing,
    /// An input could not be read to its end, of which the user has been told.
    Unread,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    match &arguments.command {
        Command::Tokens { debug: true, common } => {
            feed(common, common.format, CutAt::Line, tokens::junctions)
        }
        Command::Tokens { common, .. } => feed(common, common.format, CutAt::Line, tokens::tokens),
        Command::Words { common } => feed(common, common.format, CutAt::Line, tokens::words),
        Command::Sentences { hard_wrapped: false, common } => {
            feed(common, common.format, CutAt::Line, sentences::sentences)
        }
        Command::Sentences { hard_wrapped: true, common } => {
            feed(common, common.format, CutAt::BlankLine, sentences::hard_wrapped)
        }
        Command::Normalize { common, changes, switches } => {
            let cut = if switches.legacy_font { CutAt::End } else { CutAt::Line };
            let format = if *changes { Format::Jsonl } else { common.format };
            let outcome = feed(common, format, cut, |chunk, out| normalize::normalize(switches, chunk, out))?;
            // Text that needs no mending is a good result too.
            Ok(if outcome == Outcome::Nothing { Outcome::Found } else { outcome })
        }
        Command::Translit { how, .. } if how.list => translit::list(),
        Command::Translit { from, to, how, lossy, files } => translit::run(*from, *to, how, *lossy, files),
        Command::Detect { common } => feed(common, common.format, CutAt::End, detect::detect),
        Command::Slug { lossy, files } => {
            let common = Common { format: Format::Text, lossy: *lossy, files: files.clone() };
            feed(&common, Format::Text, CutAt::Line, detect::slug)
        }
        Command::Numbers { kind, relative, format, lossy, files } => {
            table(*format, *lossy, files, |header, chunk, out| {
                numbers::numbers(kind, *relative, *format, header, chunk, out)
            })
        }
        Command::Identifiers { format, lossy, files } => {
            table(*format, *lossy, files, |header, chunk, out| {
                identifiers::identifiers(*format, header, chunk, out)
            })
        }
        Command::Spell { how, values } => words::spell(how, values),
        Command::Parse { format, words } => words::parse(*format, words),
        Command::Verbalize { common, one_thousand, procent } => {
            let speller = words::speller(*one_thousand, *procent);
            any_text(feed(common, common.format, CutAt::Line, |chunk, out| {
                rewrite::rewrite(|text| speller.verbalize(text), chunk, out)
            }))
        }
        Command::Digitize { common } => any_text(feed(common, common.format, CutAt::Line, |chunk, out| {
            rewrite::rewrite(qazaq::numbers::digitize, chunk, out)
        })),
        Command::Stem { how } => words_of(What::Stem, how),
        Command::Lemma { how } => words_of(What::Lemma, how),
        Command::Analyze { how } => words_of(What::Analyze, how),
        Command::Tag { how } => words_of(What::Tag, how),
        Command::Inflect { lemma, how } => morphology::inflect(lemma, how),
        Command::Paradigm { lemma, upos, format } => morphology::paradigm(lemma, *upos, *format),
        Command::Restore { common } => {
            any_text(feed(common, common.format, CutAt::Line, morphology::restore))
        }
        Command::Completions { shell } => setup::completions(*shell),
        Command::Man { dir } => setup::man(dir.as_deref()),
    }
}

/// A command whose rows may be a table with a header, which the first chunk writes.
fn table(
    format: Table,
    lossy: bool,
    files: &[PathBuf],
    mut command: impl FnMut(&mut bool, &Chunk<'_>, &mut Output) -> Result<()>,
) -> Result<Outcome> {
    let shape = if format == Table::Jsonl { Format::Jsonl } else { Format::Text };
    let common = Common { format: shape, lossy, files: files.to_vec() };
    let mut header = format == Table::Tsv;
    feed(&common, shape, CutAt::Line, |chunk, out| command(&mut header, chunk, out))
}

/// The commands of morphology that read text.
fn words_of(what: What, how: &Morphology) -> Result<Outcome> {
    let format = if how.format == Shape::Jsonl { Format::Jsonl } else { Format::Text };
    let common = Common { format, lossy: how.lossy, files: how.files.clone() };
    let cut = if how.tokens { CutAt::BlankLine } else { CutAt::Line };
    let mut number = 0;
    any_text(feed(&common, format, cut, |chunk, out| morphology::run(what, how, &mut number, chunk, out)))
}

/// Text in which nothing was to be changed is a good result too.
fn any_text(outcome: Result<Outcome>) -> Result<Outcome> {
    outcome.map(|outcome| if outcome == Outcome::Nothing { Outcome::Found } else { outcome })
}

/// Reads the inputs, gives every chunk to the command and flushes after each.
fn feed(
    common: &Common,
    format: Format,
    cut: CutAt,
    mut command: impl FnMut(&Chunk<'_>, &mut Output) -> Result<()>,
) -> Result<Outcome> {
    let mut out = Output::new(format);
    let all_read = for_each_chunk(&common.files, cut, common.lossy, |chunk| {
        command(&chunk, &mut out)?;
        out.flush()
    })?;
    Ok(match (all_read, out.found()) {
        (false, _) => Outcome::Unread,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Nothing,
    })
}
