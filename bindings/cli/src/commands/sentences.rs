//! `qazaq sentences`.

use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::Sentence;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn sentences(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    qazaq::sentences(chunk.text).try_for_each(|sentence| write(chunk, &sentence, out))
}

pub(crate) fn hard_wrapped(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    qazaq::hard_wrapped_sentences(chunk.text).try_for_each(|sentence| write(chunk, &sentence, out))
}

fn write(chunk: &Chunk<'_>, sentence: &Sentence<'_>, out: &mut Output) -> Result<()> {
    let text = sentence.as_str();
    if !out.is_jsonl() {
        // One a line, so that a line break inside is shown as a space.
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        return out.line(&lines.join(" "));
    }
    let span = sentence.span();
    out.row(&Row { text, start: chunk.offset + span.start, end: chunk.offset + span.end, file: chunk.file })
}
