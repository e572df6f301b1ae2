//! Abbreviations, endings after digits and top-level domains to `src/segment/tables.rs`.

use super::{bytes, header, rows};
use anyhow::{Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The classes of abbreviations, for the reader of the table.
const CLASSES: &[&str] =
    &["calendar", "scale", "unit", "title", "initial", "place", "etc", "reference", "language", "other"];

pub(super) fn generate() -> Result<String> {
    let mut out = String::new();
    header(
        &mut out,
        "data/abbreviations.tsv, data/digit-suffixes.tsv, data/numeral-words.tsv, data/top-level-domains.tsv",
    );
    out.push_str("use super::lists::{Abbreviation, List};\n\n");
    abbreviations(&mut out)?;
    suffixes(&mut out)?;
    let numerals: BTreeSet<String> =
        rows("numeral-words.tsv", 2)?.into_iter().map(|row| row[0].clone()).collect();
    list(
        &mut out,
        "Numerals that may stand at either end of a range in words, sorted.",
        "NUMERALS",
        &numerals,
    );
    shapes(&mut out, "NUMERAL_SHAPES", "are a numeral", numerals.iter().map(String::as_str));
    let domains: BTreeSet<String> =
        rows("top-level-domains.tsv", 2)?.into_iter().map(|row| row[0].clone()).collect();
    list(&mut out, "Top-level domains of bare site addresses, sorted.", "DOMAINS", &domains);
    Ok(out)
}

fn abbreviations(out: &mut String) -> Result<()> {
    let mut table = BTreeMap::new();
    let mut units = BTreeSet::new();
    for row in rows("abbreviations.tsv", 6)? {
        let (form, ends) = (row[0].clone(), row[3] == "yes");
        ensure!(CLASSES.contains(&row[1].as_str()), "{form}: class {:?}", row[1]);
        ensure!(matches!(row[3].as_str(), "yes" | "no"), "{form}: ends {:?}", row[3]);
        if !form.contains('.') {
            ensure!(row[2] == "-", "{form}: a form without a stop has no context");
            ensure!(units.insert(form.clone()), "{form} stands twice");
            continue;
        }
        let mut flags = [false; 6];
        for context in row[2].split('|') {
            let at = match context {
                "always" => 0,
                "after-number" => 1,
                "before-number" => 2,
                "before-capital" => 3,
                "continues" => 4,
                "counted" => 5,
                other => bail!("{form}: context {other:?}"),
            };
            flags[at] = true;
        }
        let [always, after_number, before_number, before_capital, continues, counted] = flags;
        let text = format!(
            "Abbreviation {{ form: {form:?}, always: {always}, after_number: {after_number}, before_number: {before_number}, before_capital: {before_capital}, continues: {continues}, counted: {counted}, ends: {ends} }}"
        );
        ensure!(table.insert(form.clone(), text).is_none(), "{form} stands twice");
    }
    let heads = table.keys().filter_map(|form| form.split('.').next());
    shapes(out, "SHAPES", "start an abbreviation before its first stop", heads);
    let _ = writeln!(out, "/// Abbreviations that keep their stop, sorted by form.");
    let _ = writeln!(out, "pub(super) static ABBREVIATIONS: [Abbreviation; {}] = [", table.len());
    for text in table.values() {
        let _ = writeln!(out, "    {text},");
    }
    let forms: Vec<&str> = table.keys().map(String::as_str).collect();
    let places = places(&forms);
    let _ = writeln!(out, "];\n\n/// Where to look for them: see `List::places`.");
    let _ = writeln!(out, "pub(super) static ABBREVIATIONS_PLACES: [u16; {}] = [", places.len());
    bytes(out, &places);
    out.push_str("];\n\n");
    list(out, "Unit and scale names that may be glued to digits (5км), lower case, sorted.", "UNITS", &units);
    Ok(())
}

/// A bit set that tells most words apart from those of a list at one look: by first letter, last letter and length.
/// `has_shape` in src/segment/scan.rs computes the same place.
fn shapes<'a>(out: &mut String, name: &str, doc: &str, words: impl Iterator<Item = &'a str>) {
    let mut shapes = [0u64; 256];
    for word in words {
        let letters = word.chars().count();
        let ends = [word.chars().next(), word.chars().next_back()].map(|c| c.unwrap_or(' '));
        let lower = ends.map(|c| c as usize);
        let upper = ends.map(|c| c.to_uppercase().next().unwrap_or(c) as usize);
        // `проф`, `Проф`, `ПРОФ`
        for [first, last] in
            [lower, [upper[0], lower[1]], upper].map(|ends| ends.map(|c| c.wrapping_sub(0x400)))
        {
            if first < 256 && last < 256 {
                let key = u32::try_from(first | last << 8 | letters << 16).unwrap_or(0);
                let place = (key.wrapping_mul(0x9E37_79B1) >> 18) as usize;
                shapes[place / 64] |= 1 << (place % 64);
            }
        }
    }
    let _ = writeln!(
        out,
        "/// The shapes of Cyrillic words that {doc}.\npub(super) static {name}: [u64; 256] = ["
    );
    for line in shapes.chunks(4) {
        let cells: Vec<String> = line.iter().map(|bits| format!("{bits:#018x}")).collect();
        let _ = writeln!(out, "    {},", cells.join(", "));
    }
    out.push_str("];\n\n");
}

fn suffixes(out: &mut String) -> Result<()> {
    let mut forms = BTreeSet::new();
    for row in rows("digit-suffixes.tsv", 2)? {
        for form in row[1].split(' ') {
            ensure!(!form.is_empty(), "{}: two spaces", row[0]);
            forms.insert(form.to_owned());
        }
    }
    let longest = forms.iter().map(String::len).max().unwrap_or(0);
    let _ = writeln!(
        out,
        "/// The longest of `SUFFIXES`, in bytes.\npub(super) const LONGEST_SUFFIX: usize = {longest};\n"
    );
    list(out, "Endings written after digits and acronyms, lower case, sorted.", "SUFFIXES", &forms);
    Ok(())
}

/// A sorted list with the table to find its words by.
fn list(out: &mut String, doc: &str, name: &str, items: &BTreeSet<String>) {
    let words: Vec<&str> = items.iter().map(String::as_str).collect();
    let places = places(&words);
    let _ = writeln!(out, "/// {doc}");
    let _ = writeln!(
        out,
        "pub(super) static {name}: List<{}, {}> = List {{\n    words: [",
        words.len(),
        places.len()
    );
    for line in words.chunks(10) {
        let cells: Vec<String> = line.iter().map(|item| format!("{item:?}")).collect();
        let _ = writeln!(out, "    {},", cells.join(", "));
    }
    out.push_str("    ],\n    places: [\n");
    bytes(out, &places);
    out.push_str("    ],\n};\n\n");
}

/// As `hash` in src/segment/lists.rs.
fn hash(key: &[u8]) -> u32 {
    let mix = |hash: u64, bits: u64| {
        let hash = (hash ^ bits).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        hash ^ hash >> 32
    };
    let bits = |bytes: &[u8]| bytes.iter().rev().fold(0, |bits, &byte| bits << 8 | u64::from(byte));
    let length = key.len() as u64;
    let hash = match key.len() {
        8.. => mix(key.chunks_exact(8).map(bits).fold(length, mix), bits(&key[key.len() - 8..])),
        4.. => mix(length, bits(&key[..4]) | bits(&key[key.len() - 4..]) << 32),
        _ => mix(length, bits(key)),
    };
    hash as u32
}

/// An open hash table of places plus one, as `place` in src/segment/lists.rs probes it.
fn places(words: &[&str]) -> Vec<u16> {
    let mut places = vec![0u16; (words.len() * 2).next_power_of_two()];
    for (number, word) in words.iter().enumerate() {
        let mut at = hash(word.as_bytes()) as usize % places.len();
        while places[at] != 0 {
            at = (at + 1) % places.len();
        }
        places[at] = u16::try_from(number + 1).unwrap_or(0);
    }
    places
}
