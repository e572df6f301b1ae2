//! `qazaq tokens` and `qazaq words`.

use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::{Token, TokenKind};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    text: &'a str,
    kind: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

#[derive(Serialize)]
struct JunctionRow<'a> {
    offset: usize,
    joined: bool,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn tokens(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    write(chunk, out, |_| true)
}

pub(crate) fn words(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    write(chunk, out, |kind| kind.is_word())
}

fn write(chunk: &Chunk<'_>, out: &mut Output, wanted: impl Fn(TokenKind) -> bool) -> Result<()> {
    // In text, a line of the input that had anything is followed by an empty line.
    let mut line_has_tokens = false;
    for token in qazaq::tokens(chunk.text) {
        if out.is_jsonl() {
            if wanted(token.kind()) {
                row(chunk, &token, out)?;
            }
        } else if token.is_line_break() {
            if std::mem::take(&mut line_has_tokens) {
                out.end_line()?;
            }
        } else if token.kind() != TokenKind::Space && wanted(token.kind()) {
            out.line(token.as_str())?;
            line_has_tokens = true;
        }
    }
    Ok(())
}

fn row(chunk: &Chunk<'_>, token: &Token<'_>, out: &mut Output) -> Result<()> {
    let span = token.span();
    out.row(&Row {
        text: token.as_str(),
        kind: token.kind().name(),
        start: chunk.offset + span.start,
        end: chunk.offset + span.end,
        file: chunk.file,
    })
}

pub(crate) fn junctions(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    /// Characters shown on either side.
    const SHOWN: usize = 8;
    for junction in qazaq::junctions(chunk.text) {
        let (at, rule) = (junction.offset(), junction.rule().name());
        let offset = chunk.offset + at;
        if out.is_jsonl() {
            out.row(&JunctionRow { offset, joined: junction.joined(), rule, file: chunk.file })?;
            continue;
        }
        let (before, after) = chunk.text.split_at(at);
        let left: String = before.chars().rev().take_while(|c| !c.is_control()).take(SHOWN).collect();
        let left: String = left.chars().rev().collect();
        let right: String = after.chars().take_while(|c| !c.is_control()).take(SHOWN).collect();
        let verdict = if junction.joined() { "join" } else { "split" };
        out.line(&format!("{offset}\t{verdict}\t{rule}\t{left}¦{right}"))?;
    }
    Ok(())
}
