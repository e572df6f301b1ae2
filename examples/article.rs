//! Reads an article and shows what the library sees in it.
//!
//! `cargo run --example article` reads the news sample; `cargo run --example article FILE` any text file.

use qazaq::morphology::{Provenance, Reading, Upos, is_stop_word, tag};
use qazaq::numbers::numbers;
use qazaq::{Normalizer, Scheme, Script, TokenKind, Transliterator, normalize, sentences, tokens};
use std::collections::BTreeMap;
use std::io::Write;

fn main() -> std::io::Result<()> {
    match show(&mut std::io::stdout().lock()) {
        // `cargo run --example article | head` is no error.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

fn show(out: &mut impl Write) -> std::io::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("../data/samples/news.txt").to_owned(),
    };
    let script = Script::detect(&text).map_or("none", Script::code);
    writeln!(out, "Script: {script}; {} bytes, {} characters", text.len(), text.chars().count())?;

    writeln!(out, "\nMended:")?;
    for change in Normalizer::new().changes(&text) {
        let shown =
            |text: &str| text.chars().map(|c| format!("U+{:04X}", c as u32)).collect::<Vec<_>>().join(" ");
        writeln!(
            out,
            "  {:>5}  {} -> {}  {}",
            change.span().start,
            shown(change.original()),
            shown(change.replacement()),
            change.reason()
        )?;
    }
    let text = normalize(&text);

    writeln!(
        out,
        "\nSentences and tokens (white space left out; kinds of what is no plain word in brackets):"
    )?;
    let mut kinds: BTreeMap<TokenKind, Vec<&str>> = BTreeMap::new();
    for (number, sentence) in sentences(&text).enumerate() {
        writeln!(out, "\n{:>3}. {}", number + 1, sentence.as_str())?;
        let mut line = String::new();
        for token in sentence.tokens().filter(|token| token.kind() != TokenKind::Space) {
            kinds.entry(token.kind()).or_default().push(token.as_str());
            line.push_str(if line.is_empty() { "     " } else { " · " });
            line.push_str(token.base());
            if let Some(suffix) = token.suffix() {
                line.push('+');
                line.push_str(suffix);
            }
            if token.kind() != TokenKind::Word && token.kind() != TokenKind::Punctuation {
                line.push_str(&format!(" [{}]", token.kind()));
            }
        }
        writeln!(out, "{line}")?;
    }

    writeln!(out, "\nIn the Latin alphabet of 2021 (a draft decree):\n")?;
    for sentence in sentences(&text).take(5) {
        writeln!(out, "  {}", Transliterator::to(Scheme::Latin2021).transliterate(sentence.as_str()))?;
    }

    writeln!(out, "\nNumbers:")?;
    for number in numbers(&text) {
        let value = format!("{} {}", number.value(), number.unit().unwrap_or_default());
        writeln!(
            out,
            "  {:>5}  {:<9} {:<24} {}",
            number.span().start,
            number.kind(),
            value,
            number.as_str()
        )?;
    }

    writeln!(out, "\nCommonest lemmas:")?;
    let mut lemmas: BTreeMap<String, usize> = BTreeMap::new();
    for sentence in sentences(&text) {
        let words: Vec<&str> = sentence
            .tokens()
            .filter(|token| token.kind() != TokenKind::Space)
            .map(|token| token.as_str())
            .collect();
        for word in tag(&words) {
            let content = |reading: &&Reading<'_>| {
                matches!(reading.upos(), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj)
                    && reading.provenance() != Provenance::Form
            };
            if let Some(reading) = word.reading().filter(content).filter(|_| !is_stop_word(word.word())) {
                *lemmas.entry(reading.lemma().into_owned()).or_default() += 1;
            }
        }
    }
    let mut lemmas: Vec<(String, usize)> = lemmas.into_iter().collect();
    lemmas.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (lemma, count) in lemmas.iter().take(10) {
        writeln!(out, "  {count:>5}  {lemma}")?;
    }

    writeln!(out, "\nKinds:")?;
    for (kind, found) in kinds {
        writeln!(
            out,
            "  {:<13}{:>5}  {}",
            kind.name(),
            found.len(),
            found.iter().take(6).copied().collect::<Vec<_>>().join("  ")
        )?;
    }
    debug_assert_eq!(tokens(&text).map(|token| token.as_str()).collect::<String>(), text);
    Ok(())
}
