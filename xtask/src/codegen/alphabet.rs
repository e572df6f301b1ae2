//! `data/alphabet.tsv` to `src/alphabet/tables.rs`.

use super::{bytes, header, rows, single, variant};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Below this code point a letter is found by index, above it by search.
const INDEXED: usize = 0x800;

pub(super) fn generate() -> Result<String> {
    let mut letters = BTreeMap::new();
    for row in rows("alphabet.tsv", 10)? {
        let (lower, upper) = (single(&row[0])?, single(&row[1])?);
        let class = match row[4].as_str() {
            "vowel" => format!(
                "LetterClass::Vowel {{ backness: Backness::{}, rounding: Rounding::{} }}",
                variant(&row[5]),
                variant(&row[6])
            ),
            "consonant" => format!("LetterClass::Consonant {{ voicing: Voicing::{} }}", variant(&row[7])),
            other => {
                ensure!(other == "sign", "type {other:?}");
                "LetterClass::Sign".to_owned()
            }
        };
        ensure!(matches!(row[8].as_str(), "native" | "loan"), "stock {:?}", row[8]);
        let order: u8 = row[3].parse()?;
        for (letter, is_upper) in [(lower, false), (upper, true)] {
            if is_upper && lower == upper {
                continue;
            }
            let text = format!(
                "Letter {{ letter: {letter:?}, lower: {lower:?}, upper: {upper:?}, script: Script::{}, order: {order}, native: {}, class: {class} }}",
                variant(&row[2]),
                row[8] == "native",
            );
            ensure!(letters.insert(letter, text).is_none(), "{letter:?} stands twice");
        }
    }
    ensure!(letters.len() < 255, "the index holds 254 letters");
    let mut index = vec![0u8; INDEXED];
    for (number, letter) in letters.keys().enumerate() {
        if (*letter as usize) < INDEXED {
            index[*letter as usize] = u8::try_from(number + 1)?;
        }
    }
    let mut out = String::new();
    header(&mut out, "data/alphabet.tsv");
    out.push_str("use super::{Backness, Letter, LetterClass, Rounding, Script, Voicing};\n\n");
    let _ = writeln!(
        out,
        "/// Every letter, by code point.\npub(super) static LETTERS: [Letter; {}] = [",
        letters.len()
    );
    for text in letters.values() {
        let _ = writeln!(out, "    {text},");
    }
    let _ =
        writeln!(out, "];\n\n/// For code points below {INDEXED:#x}: place in `LETTERS` plus one, or zero.");
    let _ = writeln!(out, "pub(super) static INDEX: [u8; {INDEXED}] = [");
    bytes(&mut out, &index);
    out.push_str("];\n");
    Ok(out)
}
