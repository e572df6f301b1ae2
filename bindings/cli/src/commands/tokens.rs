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
    for token in qazaq::tokens(chunk.text) {
        let kind = token.kind();
        if out.is_jsonl() {
            if wanted(kind) {
                row(chunk, &token, out)?;
            }
        } else if token.is_line_break() {
            out.end_group()?;
        } else if kind != TokenKind::Space && wanted(kind) {
            out.line(token.as_str())?;
        }
    }
    // The last line of an input may have no line break; a line cut for its length goes on.
    if chunk.last { out.end_group() } else { Ok(()) }
}

fn row(chunk: &Chunk<'_>, token: &Token<'_>, out: &mut Output) -> Result<()> {
    let (span, kind) = (token.span(), token.kind());
    let row = Row {
        text: token.as_str(),
        kind: kind.name(),
        start: chunk.offset + span.start,
        end: chunk.offset + span.end,
        file: chunk.file,
    };
    if kind == TokenKind::Space { out.side_row(&row) } else { out.row(&row) }
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
