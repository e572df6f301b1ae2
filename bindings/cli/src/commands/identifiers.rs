//! `qazaq identifiers`.

use crate::args::Table;
use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn identifiers(
    format: Table,
    header: &mut bool,
    chunk: &Chunk<'_>,
    out: &mut Output,
) -> Result<()> {
    if std::mem::take(header) {
        out.line("start\tend\ttext\tkind")?;
    }
    for one in qazaq::identifiers::identifiers(chunk.text) {
        let row = Row {
            start: chunk.offset + one.span().start,
            end: chunk.offset + one.span().end,
            text: one.as_str(),
            kind: one.kind().name(),
            file: chunk.file,
        };
        match format {
            Table::Jsonl => out.row(&row)?,
            Table::Tsv => out.line(&format!("{}\t{}\t{}\t{}", row.start, row.end, row.text, row.kind))?,
            Table::Text => {
                let file = row.file.map_or_else(String::new, |file| format!("{file}:"));
                out.line(&format!("{file}{}-{}  {:<8}  {}", row.start, row.end, row.kind, row.text))?;
            }
        }
    }
    Ok(())
}
