//! `estimate`: how common words and suffixes are, from open text, by expectation maximisation.
//!
//! Every word of the text has some readings; each reading is counted by its share of the likelihood under the present costs,
//! the costs are made anew from the counts, and so on. Nothing but raw text goes in: no annotated data.

use anyhow::{Context, Result, ensure};
use qazaq::morphology::internals::choices;
use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;

/// A reading: the lemma and the choices on its path.
struct Reading {
    lemma: usize,
    choices: Vec<u16>,
    /// Costs that no count changes: of names without a capital.
    extra: f64,
}

const ROUNDS: usize = 12;

/// How many forms are looked up whole.
const FORMS: usize = 21_000;

/// A file counts as at most so many words, so that one kind of text does not outweigh the rest.
const WORDS_PER_FILE: f64 = 80_000.0;

pub(crate) fn run(files: &[&str]) -> Result<()> {
    ensure!(!files.is_empty(), "usage: cargo xtask estimate FILE...");
    let (_, names) = crate::codegen::morphology::compile()?;
    let mut words: HashMap<String, f64> = HashMap::new();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
        let count = qazaq::words(&text).count();
        #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
        let weight = (WORDS_PER_FILE / count.max(1) as f64).min(1.0);
        for word in qazaq::words(&text) {
            *words.entry(word.as_str().to_owned()).or_default() += weight;
        }
    }
    let mut lemmas: Vec<(String, String)> = Vec::new();
    let mut lemma_at: HashMap<(String, String), usize> = HashMap::new();
    let mut start_cost: Vec<f64> = Vec::new();
    let mut items: Vec<(f64, Vec<Reading>)> = Vec::new();
    let (mut known, mut all) = (0.0, 0.0);
    for (word, weight) in &words {
        let mut readings = Vec::new();
        let small = !word.chars().next().is_some_and(char::is_uppercase);
        choices(word, |lemma, upos, cost, path| {
            let key = (lemma, upos.to_string());
            let at = *lemma_at.entry(key.clone()).or_insert_with(|| {
                lemmas.push(key.clone());
                start_cost.push(f64::from(cost) / 8.0);
                lemmas.len() - 1
            });
            // A capital is mostly that of a name, but stands at the start of a sentence too.
            let extra = match (key.1 == "PROPN", small) {
                (true, true) => 7.0,
                (false, false) => 2.0,
                _ => 0.0,
            };
            readings.push(Reading { lemma: at, choices: path.to_vec(), extra });
        });
        all += weight;
        if !readings.is_empty() {
            known += weight;
            items.push((*weight, readings));
        }
    }
    let mut out = std::io::stdout();
    writeln!(out, "{:.2} % of the words have a reading", 100.0 * known / all)?;
    let mut lemma_cost = start_cost;
    let mut choice_cost = vec![2.0; names.len()];
    let mut lemma_count = Vec::new();
    for _ in 0..ROUNDS {
        lemma_count = vec![0.0; lemmas.len()];
        let mut choice_count = vec![0.3; names.len()];
        for (weight, readings) in &items {
            let costs: Vec<f64> = readings
                .iter()
                .map(|r| {
                    r.extra
                        + lemma_cost[r.lemma]
                        + r.choices.iter().map(|&c| choice_cost[usize::from(c)]).sum::<f64>()
                })
                .collect();
            let best = costs.iter().copied().fold(f64::INFINITY, f64::min);
            let shares: Vec<f64> = costs.iter().map(|cost| (best - cost).exp2()).collect();
            let sum: f64 = shares.iter().sum();
            for (reading, share) in readings.iter().zip(shares) {
                let part = weight * share / sum;
                lemma_count[reading.lemma] += part;
                for &choice in &reading.choices {
                    choice_count[usize::from(choice)] += part;
                }
            }
        }
        let total: f64 = lemma_count.iter().map(|count| count + 0.3).sum();
        lemma_cost = lemma_count.iter().map(|count| -((count + 0.3) / total).log2()).collect();
        let mut by_state: BTreeMap<&str, f64> = BTreeMap::new();
        for ((state, _), count) in names.iter().zip(&choice_count) {
            *by_state.entry(state).or_default() += count;
        }
        choice_cost = names
            .iter()
            .zip(&choice_count)
            .map(|((state, _), count)| -(count / by_state[state.as_str()]).log2())
            .collect();
    }
    let eighths = |cost: f64| (cost * 8.0).round().clamp(0.0, 250.0).abs();
    let mut out = head("data/morphology/weights.tsv")?;
    let mut rows: Vec<String> = names
        .iter()
        .zip(&choice_cost)
        .map(|((state, row), cost)| format!("{state}\t{row}\t{}\n", eighths(*cost)))
        .collect();
    rows.sort();
    out.extend(rows);
    std::fs::write("data/morphology/weights.tsv", out)?;
    let mut out = head("data/lexicon/frequency.tsv")?;
    let mut rows: Vec<(&(String, String), f64)> = Vec::new();
    for ((lemma, cost), count) in lemmas.iter().zip(&lemma_cost).zip(&lemma_count) {
        if *count >= 0.5 {
            rows.push((lemma, eighths(*cost)));
        }
    }
    rows.sort_by(|a, b| a.0.cmp(b.0));
    for ((lemma, upos), cost) in rows {
        out.push_str(&format!("{lemma}\t{upos}\t{cost}\n"));
    }
    std::fs::write("data/lexicon/frequency.tsv", out)?;
    // The commonest forms, which the library looks up whole.
    let mut forms: HashMap<String, f64> = HashMap::new();
    for (word, weight) in &words {
        let cyrillic = word.chars().all(|c| c == '-' || ('\u{400}'..='\u{4ff}').contains(&c));
        if cyrillic && word.chars().count() <= 40 {
            *forms.entry(word.to_lowercase()).or_default() += weight;
        }
    }
    let mut forms: Vec<(String, f64)> = forms.into_iter().collect();
    forms.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    forms.truncate(FORMS);
    forms.sort_by(|a, b| a.0.cmp(&b.0));
    let mut out = head("data/lexicon/forms.tsv")?;
    for (form, _) in forms {
        out.push_str(&form);
        out.push('\n');
    }
    std::fs::write("data/lexicon/forms.tsv", out)?;
    Ok(())
}

/// The comment lines of a file, which are kept.
fn head(file: &str) -> Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| format!("reading {file}"))?;
    Ok(text
        .lines()
        .take_while(|line| line.starts_with('#'))
        .fold(String::new(), |all, line| all + line + "\n"))
}
