//! Sounds, archiphonemes and odd stems to `src/phonology/tables.rs`.

use super::{header, rows, single};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The classes of `data/phonology/sounds.tsv`, in the order of `Final` in src/phonology/mod.rs.
const CLASSES: [(&str, &str); 7] = [
    ("vowel", "Vowel"),
    ("glide", "Glide"),
    ("р", "R"),
    ("л", "L"),
    ("nasal", "Nasal"),
    ("voiced", "Voiced"),
    ("voiceless", "Voiceless"),
];

pub(super) fn generate() -> Result<String> {
    let mut out = String::new();
    header(&mut out, "data/phonology/");
    out.push_str("use super::{Archiphoneme, Final, Harmony, HarmonyRule, OddStem};\n\n");
    sounds(&mut out)?;
    harmonies(&mut out)?;
    archiphonemes(&mut out)?;
    stems(&mut out)?;
    Ok(out)
}

fn sounds(out: &mut String) -> Result<()> {
    let mut classes = BTreeMap::new();
    for row in rows("phonology/sounds.tsv", 2)? {
        let (_, name) = CLASSES
            .iter()
            .find(|(class, _)| *class == row[0])
            .with_context(|| format!("class {}", row[0]))?;
        for letter in row[1].split(' ') {
            ensure!(classes.insert(single(letter)?, *name).is_none(), "{letter} stands twice");
        }
    }
    for row in rows("alphabet.tsv", 10)? {
        let wanted = row[2] == "cyrillic" && row[4] != "sign";
        let letter = single(&row[0])?;
        ensure!(!wanted || classes.contains_key(&letter), "{letter} has no class");
    }
    let _ = writeln!(out, "/// What a stem that ends with the letter ends in, sorted.");
    let _ = writeln!(out, "pub(super) static FINALS: [(char, Final); {}] = [", classes.len());
    for (letter, class) in &classes {
        let _ = writeln!(out, "    ({letter:?}, Final::{class}),");
    }
    out.push_str("];\n\n");
    Ok(())
}

fn harmony(cell: &str) -> Result<&'static str> {
    match cell {
        "front" => Ok("Harmony::Front"),
        "back" => Ok("Harmony::Back"),
        other => bail!("harmony {other:?}"),
    }
}

fn harmonies(out: &mut String) -> Result<()> {
    let mut lines = Vec::new();
    for row in rows("phonology/harmony.tsv", 4)? {
        let vowels: Vec<String> = match row[0].as_str() {
            "any" => vec!["None".to_owned()],
            cell => cell.split(' ').map(|c| Ok(format!("Some({:?})", single(c)?))).collect::<Result<_>>()?,
        };
        let endings: Vec<String> = match row[1].as_str() {
            "consonant" => vec!["None".to_owned()],
            cell => cell.split(' ').map(|ending| format!("Some({ending:?})")).collect(),
        };
        let harmony = match row[2].as_str() {
            "before" => "None".to_owned(),
            cell => format!("Some({})", harmony(cell)?),
        };
        for vowel in &vowels {
            for ending in &endings {
                lines.push(format!(
                    "    HarmonyRule {{ vowel: {vowel}, ending: {ending}, harmony: {harmony} }},"
                ));
            }
        }
    }
    let _ = writeln!(out, "/// The harmony of stems whose last vowel does not say it; the first that fits.");
    let _ = writeln!(out, "pub(super) static HARMONY: [HarmonyRule; {}] = [", lines.len());
    let _ = writeln!(out, "{}\n];\n", lines.join("\n"));
    Ok(())
}

/// What an archiphoneme is after each class: in back stems and in front ones.
type Choices = [Option<(char, char)>; CLASSES.len()];

fn archiphonemes(out: &mut String) -> Result<()> {
    let mut table: BTreeMap<String, Choices> = BTreeMap::new();
    for row in rows("phonology/archiphonemes.tsv", 5)? {
        ensure!(row[0].chars().all(char::is_uppercase), "{}: a name is in capitals", row[0]);
        let choices = table.entry(row[0].clone()).or_default();
        let written = (single(&row[2])?, single(&row[3])?);
        for class in row[1].split(' ') {
            let mut found = false;
            for (choice, (name, _)) in choices.iter_mut().zip(CLASSES) {
                if class == "any" || class == name {
                    found = true;
                    choice.get_or_insert(written);
                }
            }
            ensure!(found, "{}: after {class:?}", row[0]);
        }
    }
    let _ = writeln!(
        out,
        "/// The changing letters of suffix templates, sorted by name; by harmony and by the order of `Final`."
    );
    let _ = writeln!(out, "pub(super) static ARCHIPHONEMES: [Archiphoneme; {}] = [", table.len());
    for (name, choices) in &table {
        let choices: Option<Vec<_>> = choices.iter().copied().collect();
        let choices = choices.with_context(|| format!("{name}: not every class has a row"))?;
        let (back, front): (Vec<_>, Vec<_>) = choices.into_iter().unzip();
        let _ = writeln!(out, "    Archiphoneme {{ name: {name:?}, back: {back:?}, front: {front:?} }},");
    }
    out.push_str("];\n\n");
    Ok(())
}

fn stems(out: &mut String) -> Result<()> {
    let mut table = BTreeMap::new();
    for row in rows("phonology/stems.tsv", 3)? {
        let before_vowel = if row[1] == "-" { "None".to_owned() } else { format!("Some({:?})", row[1]) };
        let harmony = if row[2] == "-" { "None".to_owned() } else { format!("Some({})", harmony(&row[2])?) };
        ensure!(before_vowel != "None" || harmony != "None", "{}: nothing odd about it", row[0]);
        let text = format!(
            "    OddStem {{ stem: {:?}, before_vowel: {before_vowel}, harmony: {harmony} }},",
            row[0]
        );
        ensure!(table.insert(row[0].clone(), text).is_none(), "{} stands twice", row[0]);
    }
    let _ = writeln!(out, "/// Stems that the rules do not reach, sorted.");
    let _ = writeln!(out, "pub(super) static STEMS: [OddStem; {}] = [", table.len());
    for text in table.values() {
        let _ = writeln!(out, "{text}");
    }
    out.push_str("];\n");
    Ok(())
}

/// The names of the archiphonemes: what a template may have in capitals.
pub(super) fn names() -> Result<BTreeSet<String>> {
    Ok(rows("phonology/archiphonemes.tsv", 5)?.into_iter().map(|row| row[0].clone()).collect())
}

/// Fails where a template has what `fill` of src/phonology/mod.rs does not know.
pub(super) fn check_template(template: &str, names: &BTreeSet<String>) -> Result<()> {
    let mut rest = template.strip_prefix('~').unwrap_or(template);
    if let Some(inside) = rest.strip_prefix('(') {
        let (buffer, after) = inside.split_once(')').context("a bracket is not closed")?;
        single(buffer)?;
        ensure!(!after.is_empty(), "{template}: only a buffer");
        rest = after;
    }
    while let Some(c) = rest.chars().next() {
        let name = if c == '{' {
            let (name, after) = rest[1..].split_once('}').context("a brace is not closed")?;
            rest = after;
            name
        } else {
            let (name, after) = rest.split_at(c.len_utf8());
            rest = after;
            name
        };
        let plain = name.chars().all(|c| c.is_lowercase() || c == '-');
        ensure!(plain || names.contains(name), "{template}: no archiphoneme {name}");
    }
    Ok(())
}
