//! One module a command; each turns a chunk of text into lines or rows.

mod normalize;
mod sentences;
mod setup;
mod tokens;

use crate::args::{Arguments, Command, Common};
use crate::input::{Chunk, CutAt, for_each_chunk};
use crate::output::Output;
use anyhow::Result;

/// Runs the command; answers whether anything was found.
pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    match &arguments.command {
        Command::Tokens { debug: true, common } => feed(common, CutAt::Line, tokens::junctions),
        Command::Tokens { common, .. } => feed(common, CutAt::Line, tokens::tokens),
        Command::Words { common } => feed(common, CutAt::Line, tokens::words),
        Command::Sentences { hard_wrapped: false, common } => feed(common, CutAt::Line, sentences::sentences),
        Command::Sentences { hard_wrapped: true, common } => {
            feed(common, CutAt::BlankLine, sentences::hard_wrapped)
        }
        Command::Normalize { switches, common } => {
            let cut = if switches.legacy_font { CutAt::End } else { CutAt::Line };
            feed(common, cut, |chunk, out| normalize::normalize(switches, chunk, out))?;
            Ok(true)
        }
        Command::Completions { shell } => setup::completions(*shell),
        Command::Man { dir } => setup::man(dir.as_deref()),
    }
}

/// Reads the inputs, gives every chunk to the command and flushes after each.
fn feed(
    common: &Common,
    cut: CutAt,
    mut command: impl FnMut(&Chunk<'_>, &mut Output) -> Result<()>,
) -> Result<bool> {
    let mut out = Output::new(common.format);
    let done = for_each_chunk(&common.files, cut, common.lossy, |chunk| {
        command(&chunk, &mut out)?;
        out.flush()
    });
    out.flush()?;
    done.map(|()| out.found())
}
