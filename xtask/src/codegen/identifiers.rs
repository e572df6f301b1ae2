//! `data/identifiers.tsv` to `src/identifiers/tables.rs`.

use super::{header, rows, variant};
use anyhow::Result;
use std::fmt::Write as _;

pub(super) fn generate() -> Result<String> {
    let rows = rows("identifiers.tsv", 3)?;
    let mut out = String::new();
    header(&mut out, "data/identifiers.tsv");
    out.push_str("use super::IdentifierKind;\nuse super::check;\nuse super::find::Row;\n\n");
    let _ = writeln!(out, "/// What identifiers look like; of two that match at one place the first holds.");
    let _ = writeln!(out, "pub(super) static ROWS: [Row; {}] = [", rows.len());
    for row in rows {
        let check = if row[1] == "-" { "none" } else { &row[1] };
        let _ = writeln!(
            out,
            "    Row {{ kind: IdentifierKind::{}, check: check::{check}, pattern: {:?} }},",
            variant(&row[0]),
            row[2]
        );
    }
    out.push_str("];\n");
    Ok(out)
}
