//! `qazaq numbers`.

use crate::args::Table;
use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::numbers::{Finder, Modifier, NumberKind};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'a str,
    value: String,
    unit: Option<&'a str>,
    modifiers: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn numbers(
    kinds: &[NumberKind],
    relative: bool,
    format: Table,
    header: &mut bool,
    chunk: &Chunk<'_>,
    out: &mut Output,
) -> Result<()> {
    if std::mem::take(header) {
        out.line("start\tend\ttext\tkind\tvalue\tunit\tmodifiers")?;
    }
    for number in Finder::new().relative(relative).numbers(chunk.text) {
        if !kinds.is_empty() && !kinds.contains(&number.kind()) {
            continue;
        }
        let row = Row {
            start: chunk.offset + number.span().start,
            end: chunk.offset + number.span().end,
            text: number.as_str(),
            kind: number.kind().name(),
            value: number.value().to_string(),
            unit: number.unit(),
            modifiers: number.modifiers().iter().map(Modifier::name).collect(),
            file: chunk.file,
        };
        match format {
            Table::Jsonl => out.row(&row)?,
            Table::Tsv => {
                let (unit, modifiers) = (row.unit.unwrap_or("-"), row.modifiers.join(","));
                let text = row.text;
                out.line(&format!(
                    "{}\t{}\t{text}\t{}\t{}\t{unit}\t{modifiers}",
                    row.start, row.end, row.kind, row.value
                ))?;
            }
            Table::Text => {
                let value = match row.unit {
                    Some(unit) => format!("{} {unit}", row.value),
                    None => row.value.clone(),
                };
                let file = row.file.map_or_else(String::new, |file| format!("{file}:"));
                out.line(&format!(
                    "{file}{}-{}  {:<8}  {value}  {}",
                    row.start, row.end, row.kind, row.text
                ))?;
            }
        }
    }
    Ok(())
}
