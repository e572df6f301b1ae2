//! `qazaq normalize`.

use crate::args::Switches;
use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::Normalizer;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    original: &'a str,
    replacement: &'a str,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn normalize(switches: &Switches, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    let normalizer = Normalizer::new()
        .composition(!switches.no_composition)
        .lookalikes(!switches.no_lookalikes)
        .foreign_letters(!switches.no_foreign_letters)
        .invisible(!switches.no_invisible)
        .spaces(!switches.no_spaces)
        .quotes(switches.quotes)
        .dashes(switches.dashes);
    let repaired;
    let text = if switches.legacy_font {
        repaired = qazaq::repair_legacy_font(chunk.text);
        &repaired
    } else {
        chunk.text
    };
    if !out.is_jsonl() {
        return out.text(&normalizer.normalize(text));
    }
    for change in normalizer.changes(text) {
        let span = change.span();
        out.row(&Row {
            start: chunk.offset + span.start,
            end: chunk.offset + span.end,
            original: change.original(),
            replacement: change.replacement(),
            reason: change.reason().name(),
            file: chunk.file,
        })?;
    }
    Ok(())
}
