//! `qazaq detect` and `qazaq slug`.

use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    script: Option<&'a str>,
    scheme: Option<&'a str>,
    confidence: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn detect(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    let Some(found) = qazaq::detect(chunk.text) else { return Ok(()) };
    let script = found.script.map(|script| script.to_string());
    let row = Row {
        script: script.as_deref(),
        scheme: found.scheme.map(qazaq::Scheme::code),
        confidence: (found.confidence * 100.0).round() / 100.0,
        file: chunk.file,
    };
    if out.is_jsonl() {
        return out.row(&row);
    }
    let file = row.file.map_or_else(String::new, |file| format!("{file}\t"));
    let (script, scheme) = (row.script.unwrap_or("Brai"), row.scheme.unwrap_or("-"));
    out.line(&format!("{file}{script}\t{scheme}\t{:.2}", row.confidence))
}

pub(crate) fn slug(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    chunk.text.lines().try_for_each(|line| out.line(&qazaq::slug(line)))
}
