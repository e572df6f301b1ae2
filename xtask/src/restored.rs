//! `restored`: how much of a text `restore` gets back after its Kazakh letters were taken away.

use anyhow::{Context, Result, ensure};
use std::collections::HashMap;
use std::io::Write as _;

/// Letters of Kazakh, and what a keyboard without them leaves.
const LETTERS: [(char, char); 9] = [
    ('ә', 'а'),
    ('ғ', 'г'),
    ('қ', 'к'),
    ('ң', 'н'),
    ('ө', 'о'),
    ('ұ', 'у'),
    ('ү', 'у'),
    ('і', 'и'),
    ('һ', 'х'),
];

fn plain(c: char) -> char {
    let small = c.to_lowercase().next().unwrap_or(c);
    match LETTERS.iter().find(|(kazakh, _)| *kazakh == small) {
        Some(&(_, plain)) if small != c => plain.to_uppercase().next().unwrap_or(plain),
        Some(&(_, plain)) => plain,
        None => c,
    }
}

pub(crate) fn run(files: &[&str]) -> Result<()> {
    ensure!(!files.is_empty(), "usage: cargo xtask restored FILE...");
    let mut out = std::io::stdout();
    let mut failures: HashMap<(String, String), usize> = HashMap::new();
    let mut total = [0_usize; 4];
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
        let typed: String = text.chars().map(plain).collect();
        let restored = qazaq::morphology::restore(&typed);
        let mut counts = [0_usize; 4];
        let (mut word, mut was, mut is) = (String::new(), String::new(), String::new());
        let ends = [(' ', ' ', ' ')];
        let letters = text.chars().zip(typed.chars()).zip(restored.chars()).map(|((a, b), c)| (a, b, c));
        for (meant, typed, restored) in letters.chain(ends) {
            if meant.is_alphabetic() {
                word.push(meant);
                was.push(typed);
                is.push(restored);
            } else if !word.is_empty() {
                counts[0] += 1;
                if word == is {
                    counts[1] += 1;
                } else {
                    counts[if is == was { 3 } else { 2 }] += 1;
                    *failures.entry((word.clone(), is.clone())).or_default() += 1;
                }
                (word, was, is) = (String::new(), String::new(), String::new());
            }
        }
        report(&mut out, file, counts)?;
        for (sum, count) in total.iter_mut().zip(counts) {
            *sum += count;
        }
    }
    report(&mut out, "all", total)?;
    let mut failures: Vec<_> = failures.into_iter().collect();
    failures.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for ((meant, got), count) in failures.iter().take(30) {
        writeln!(out, "{count}\t{meant}\t{got}")?;
    }
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
fn report(out: &mut impl std::io::Write, name: &str, [words, right, wrong, left]: [usize; 4]) -> Result<()> {
    let share = |n: usize| 100.0 * n as f64 / words.max(1) as f64;
    let (right, wrong, left) = (share(right), share(wrong), share(left));
    writeln!(
        out,
        "{name}: {words} words, right {right:.2} %, changed wrongly {wrong:.2} %, left {left:.2} %"
    )?;
    Ok(())
}
