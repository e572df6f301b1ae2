//! The rows of `data/lexicon` are well-formed.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;

const UPOS: &[&str] = &[
    "NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON", "NUM", "DET", "ADP", "CCONJ", "SCONJ", "PART", "INTJ",
    "AUX",
];
const FLAGS: &[&str] =
    &["elide", "hard", "voice", "front", "back", "pronoun", "irregular", "pass", "rcp", "kept"];

#[test]
fn rows_are_well_formed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon");
    let mut seen = BTreeSet::new();
    for file in ["words.tsv", "verbs.tsv", "names.tsv"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let place = format!("{file}:{}: {line}", number + 1);
            let cells: Vec<&str> = line.split('\t').collect();
            let [lemma, upos, flags, band, source] = cells[..] else { panic!("{place}: five columns") };
            let cyrillic = |c: char| c == '-' || ('\u{400}'..='\u{4ff}').contains(&c);
            assert!(!lemma.is_empty() && lemma.chars().all(cyrillic), "{place}: lemma");
            assert!(upos.split(',').all(|name| UPOS.contains(&name)), "{place}: part of speech");
            assert!(flags == "-" || flags.split(',').all(|flag| FLAGS.contains(&flag)), "{place}: flags");
            assert!(matches!(band, "1" | "2" | "3" | "4" | "5"), "{place}: band");
            assert!(matches!(source, "candidates" | "own"), "{place}: source");
            assert!(seen.insert((lemma.to_owned(), upos.to_owned())), "{place}: twice");
            assert_eq!(upos == "PROPN", file == "names.tsv", "{place}: names have a file of their own");
        }
    }
    assert!(seen.len() >= 15_000);
}
