//! Look-alikes, typography and legacy fonts to `src/normalize/tables.rs`.

use super::{header, rows, single, variant};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(super) fn generate() -> Result<String> {
    let mut out = String::new();
    header(&mut out, "data/lookalikes.tsv, data/typography.tsv, data/legacy-fonts.tsv");
    out.push_str("use super::Reason;\n\n");

    let mut by_context: BTreeMap<String, BTreeMap<char, char>> = BTreeMap::new();
    for row in rows("lookalikes.tsv", 3)? {
        ensure!(
            matches!(row[2].as_str(), "cyrillic" | "latin" | "front" | "kazakh-line"),
            "when {:?}",
            row[2]
        );
        let known = by_context.entry(row[2].clone()).or_default().insert(single(&row[0])?, single(&row[1])?);
        ensure!(known.is_none(), "{} stands twice", row[0]);
    }
    for (context, doc, name) in [
        ("cyrillic", "Letters of other scripts meant as Cyrillic ones, sorted.", "TO_CYRILLIC"),
        ("front", "The same where the word's other vowels are front.", "TO_CYRILLIC_FRONT"),
        ("latin", "Cyrillic letters meant as Latin ones, sorted.", "TO_LATIN"),
        (
            "kazakh-line",
            "Letters of neighbouring Cyrillic alphabets typed for Kazakh ones, sorted.",
            "FOREIGN",
        ),
    ] {
        pairs(&mut out, doc, name, by_context.get(context).unwrap_or(&BTreeMap::new()));
    }

    let mut typography = BTreeMap::new();
    for row in rows("typography.tsv", 4)? {
        let typed = code(&row[1])?;
        let meant = if row[2] == "-" { None } else { Some(code(&row[2])?) };
        ensure!(typography.insert(typed, (variant(&row[0]), meant)).is_none(), "{} stands twice", row[1]);
    }
    let _ =
        writeln!(out, "/// Spaces, invisible characters, quotes and dashes with what replaces them, sorted.");
    let _ = writeln!(
        out,
        "pub(super) static TYPOGRAPHY: [(char, Option<char>, Reason); {}] = [",
        typography.len()
    );
    for (typed, (class, meant)) in &typography {
        let _ = writeln!(out, "    ({typed:?}, {meant:?}, Reason::{class}),");
    }
    out.push_str("];\n\n");

    let mut legacy: BTreeMap<String, BTreeMap<char, char>> = BTreeMap::new();
    for row in rows("legacy-fonts.tsv", 3)? {
        ensure!(matches!(row[2].as_str(), "always" | "with-ґ" | "without-ґ"), "when {:?}", row[2]);
        legacy.entry(row[2].clone()).or_default().insert(single(&row[0])?, single(&row[1])?);
    }
    for (context, doc, name) in [
        ("always", "Letters of legacy Kazakh fonts read as Windows-1251, sorted.", "LEGACY"),
        ("with-ґ", "The same, in text that writes ө as ґ or µ.", "LEGACY_WITH_GHE"),
        ("without-ґ", "The same, in other text.", "LEGACY_WITHOUT_GHE"),
    ] {
        pairs(&mut out, doc, name, legacy.get(context).unwrap_or(&BTreeMap::new()));
    }
    Ok(out)
}

fn code(cell: &str) -> Result<char> {
    char::from_u32(u32::from_str_radix(cell, 16)?).ok_or_else(|| anyhow::anyhow!("{cell} is no code point"))
}

fn pairs(out: &mut String, doc: &str, name: &str, pairs: &BTreeMap<char, char>) {
    let _ = writeln!(out, "/// {doc}\npub(super) static {name}: [(char, char); {}] = [", pairs.len());
    for (typed, meant) in pairs {
        let _ = writeln!(out, "    ({typed:?}, {meant:?}),");
    }
    out.push_str("];\n\n");
}
