//! `qazaq verbalize` and `qazaq digitize`.

use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::numbers::Rewritten;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    original: &'a str,
    replacement: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn rewrite(
    rewrite: impl Fn(&str) -> Rewritten,
    chunk: &Chunk<'_>,
    out: &mut Output,
) -> Result<()> {
    let rewritten = rewrite(chunk.text);
    if !out.is_jsonl() {
        return out.text(rewritten.as_str());
    }
    for piece in rewritten.alignment().filter(|piece| piece.changed) {
        out.row(&Row {
            start: chunk.offset + piece.source.start,
            end: chunk.offset + piece.source.end,
            original: &chunk.text[piece.source],
            replacement: &rewritten.as_str()[piece.target],
            file: chunk.file,
        })?;
    }
    Ok(())
}
