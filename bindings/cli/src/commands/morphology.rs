//! `qazaq stem`, `lemma`, `analyze`, `tag`, `inflect`, `paradigm` and `restore`.

use crate::args::{Case, Format, Inflection, Morphology, Possessor, Shape};
use crate::commands::Outcome;
use crate::input::Chunk;
use crate::output::Output;
use anyhow::{Result, bail};
use qazaq::TokenKind;
use qazaq::morphology::{self, Features, Form, Reading, Upos};
use serde::Serialize;
use std::fmt::Write as _;

/// What is done with the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Stems, each word by itself.
    Stem,
    /// Lemmas, in context.
    Lemma,
    /// All readings, each word by itself.
    Analyze,
    /// Readings chosen in context.
    Tag,
}

/// A word of the input and where it stands.
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// White space after it.
    space_after: bool,
}

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    stem: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lemma: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upos: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    features: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    readings: Vec<ReadingRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

#[derive(Serialize)]
struct ReadingRow {
    lemma: String,
    upos: &'static str,
    features: String,
    morphemes: String,
    provenance: &'static str,
    cost: u32,
}

impl ReadingRow {
    fn new(reading: &Reading<'_>) -> ReadingRow {
        let parts: Vec<String> =
            reading.morphemes().map(|piece| format!("{}:{}", piece.as_str(), piece.name())).collect();
        ReadingRow {
            lemma: reading.lemma().into_owned(),
            upos: reading.upos().as_str(),
            features: reading.features().to_string(),
            morphemes: parts.join(" "),
            provenance: reading.provenance().as_str(),
            cost: reading.cost(),
        }
    }
}

/// The sentences of a chunk as words: lines and blank lines where the input is one token a line.
fn sentences<'a>(chunk: &Chunk<'a>, one_a_line: bool) -> Vec<Vec<Word<'a>>> {
    let text = chunk.text;
    let mut found = Vec::new();
    if one_a_line {
        let mut sentence = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let word = line.trim_end_matches(['\n', '\r']);
            if word.is_empty() {
                found.push(std::mem::take(&mut sentence));
            } else {
                sentence.push(Word { text: word, start, space_after: true });
            }
            start += line.len();
        }
        found.push(sentence);
    } else {
        for sentence in qazaq::sentences(text) {
            let start = sentence.span().start;
            let mut words: Vec<Word<'a>> = Vec::new();
            for token in qazaq::tokens(&text[sentence.span()]) {
                if token.kind() == TokenKind::Space {
                    if let Some(last) = words.last_mut() {
                        last.space_after = true;
                    }
                    continue;
                }
                let span = start + token.span().start..start + token.span().end;
                words.push(Word { text: &text[span.clone()], start: span.start, space_after: false });
            }
            found.push(words);
        }
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// Whether a word has letters, so that it has a stem.
fn has_letters(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

pub(crate) fn run(
    what: What,
    how: &Morphology,
    number: &mut usize,
    chunk: &Chunk<'_>,
    out: &mut Output,
) -> Result<()> {
    match how.format {
        Shape::Text if matches!(what, What::Stem | What::Lemma) => replaced(what, how.tokens, chunk, out),
        Shape::Text => listed(what, how.tokens, chunk, out),
        Shape::Jsonl => rows(what, how.tokens, chunk, out),
        Shape::Conllu => conllu(what, how.tokens, number, chunk, out),
    }
}

/// The input with each word replaced and every other byte kept.
fn replaced(what: What, one_a_line: bool, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    let mut written = String::with_capacity(chunk.text.len());
    let mut done = 0;
    for sentence in sentences(chunk, one_a_line) {
        let texts: Vec<&str> = sentence.iter().map(|word| word.text).collect();
        let lemmas: Vec<Option<String>> = match what {
            What::Lemma => morphology::tag(&texts)
                .iter()
                .map(|word| Some(word.reading()?.lemma().into_owned()))
                .collect(),
            _ => texts.iter().map(|word| Some(morphology::stem(word).into_owned())).collect(),
        };
        for (word, lemma) in sentence.iter().zip(lemmas) {
            let Some(lemma) = lemma.filter(|_| has_letters(word.text)) else { continue };
            written.push_str(&chunk.text[done..word.start]);
            written.push_str(&lemma);
            done = word.start + word.text.len();
        }
    }
    written.push_str(&chunk.text[done..]);
    out.text(&written)
}

/// The readings of each word: of one in context, or of each by itself.
fn read<'a>(what: What, sentence: &[Word<'a>]) -> Vec<(Option<&'static str>, Vec<Reading<'a>>)> {
    if matches!(what, What::Tag | What::Lemma) {
        let texts: Vec<&str> = sentence.iter().map(|word| word.text).collect();
        morphology::tag(&texts).into_iter().map(|word| (word.rule(), word.into_readings())).collect()
    } else {
        sentence.iter().map(|word| (None, morphology::analyze(word.text))).collect()
    }
}

fn listed(what: What, one_a_line: bool, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    for sentence in sentences(chunk, one_a_line) {
        for (word, (_, readings)) in sentence.iter().zip(read(what, &sentence)) {
            if what == What::Tag {
                let line = readings.first().map_or_else(
                    || format!("{}\t_\tX\t_", word.text),
                    |reading| {
                        format!(
                            "{}\t{}\t{}\t{}",
                            word.text,
                            reading.lemma(),
                            reading.upos(),
                            reading.features()
                        )
                    },
                );
                out.line(&line)?;
                continue;
            }
            out.line(word.text)?;
            for reading in &readings {
                let row = ReadingRow::new(reading);
                out.line(&format!(
                    "  {}  {}  {}  {}  {}",
                    row.lemma, row.upos, row.features, row.morphemes, row.provenance
                ))?;
            }
        }
        out.end_group()?;
    }
    Ok(())
}

fn rows(what: What, one_a_line: bool, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    for sentence in sentences(chunk, one_a_line) {
        for (word, (rule, readings)) in sentence.iter().zip(read(what, &sentence)) {
            let first = readings.first().filter(|_| what == What::Tag);
            out.row(&Row {
                start: chunk.offset + word.start,
                end: chunk.offset + word.start + word.text.len(),
                text: word.text,
                stem: (what == What::Stem).then(|| morphology::stem(word.text).into_owned()),
                lemma: readings
                    .first()
                    .filter(|_| matches!(what, What::Lemma | What::Tag))
                    .map(|reading| reading.lemma().into_owned()),
                upos: first.map(|reading| reading.upos().as_str()),
                features: first.map(|reading| reading.features().to_string()),
                rule,
                readings: match what {
                    What::Analyze | What::Tag => readings.iter().map(ReadingRow::new).collect(),
                    _ => Vec::new(),
                },
                file: chunk.file,
            })?;
        }
    }
    Ok(())
}

fn conllu(
    what: What,
    one_a_line: bool,
    number: &mut usize,
    chunk: &Chunk<'_>,
    out: &mut Output,
) -> Result<()> {
    for sentence in sentences(chunk, one_a_line) {
        *number += 1;
        let mut text = String::new();
        for word in &sentence {
            text.push_str(word.text);
            if word.space_after {
                text.push(' ');
            }
        }
        out.line(&format!("# sent_id = {number}"))?;
        out.line(&format!("# text = {}", text.trim_end().replace(['\n', '\t'], " ")))?;
        let all = read(what, &sentence);
        let root = root(&all);
        for (at, (word, (_, readings))) in sentence.iter().zip(&all).enumerate() {
            // There is no parser here: a flat tree keeps the file valid.
            let upos = readings.first().map(Reading::upos);
            let (head, relation) = match upos {
                _ if at == root => (0, "root"),
                Some(Upos::Punct) => (root + 1, "punct"),
                _ => (root + 1, "dep"),
            };
            let mut misc = Vec::new();
            let mut lemmas: Vec<String> = Vec::new();
            for reading in readings {
                let lemma = reading.lemma().into_owned();
                if !lemmas.contains(&lemma) {
                    lemmas.push(lemma);
                }
            }
            if lemmas.len() > 1 {
                // A bar would end the attribute.
                misc.push(format!("Lemmas={}", lemmas.join("/").replace('|', "_")));
            }
            let own = readings.first().map(|reading| reading.features().own()).unwrap_or_default();
            misc.extend(own.iter().map(|(name, value)| format!("{name}={value}")));
            if !word.space_after && at + 1 < sentence.len() {
                misc.push("SpaceAfter=No".to_owned());
            }
            let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
            let mut row = String::new();
            match readings.first() {
                Some(reading) => write!(
                    row,
                    "{}\t{}\t{}\t{}\t_\t{}\t{head}\t{relation}\t_\t{misc}",
                    at + 1,
                    word.text,
                    reading.lemma(),
                    reading.upos(),
                    reading.features().universal()
                )?,
                None => write!(row, "{}\t{}\t_\tX\t_\t_\t{head}\t{relation}\t_\t{misc}", at + 1, word.text)?,
            }
            out.line(&row)?;
        }
        out.end_group()?;
    }
    Ok(())
}

/// The word that a flat tree hangs on: the last finite verb, or the last word that is no mark.
fn root(sentence: &[(Option<&'static str>, Vec<Reading<'_>>)]) -> usize {
    let place = |wanted: fn(&Reading<'_>) -> bool| {
        sentence.iter().rposition(|(_, readings)| readings.first().is_some_and(wanted))
    };
    let finite = place(|reading| reading.features().get("VerbForm") == Some("Fin"));
    let word = || place(|reading| reading.upos() != Upos::Punct);
    finite.or_else(word).unwrap_or(0)
}

#[derive(Serialize)]
struct FormRow<'a> {
    form: &'a str,
    upos: &'static str,
    features: String,
}

fn show(forms: &[Form], format: Format, out: &mut Output) -> Result<()> {
    for form in forms {
        if format == Format::Jsonl {
            out.row(&FormRow {
                form: form.as_str(),
                upos: form.upos().as_str(),
                features: form.features().to_string(),
            })?;
        } else {
            out.line(form.as_str())?;
        }
    }
    Ok(())
}

pub(crate) fn inflect(lemma: &str, how: &Inflection) -> Result<Outcome> {
    let mut features = match &how.features {
        Some(features) => features.parse()?,
        None => Features::default(),
    };
    let mut set = |name: &str, value: &str| -> Result<()> {
        features = features.set(name, value)?;
        Ok(())
    };
    if let Some(case) = how.case {
        let value = match case {
            Case::Nominative => "Nom",
            Case::Genitive => "Gen",
            Case::Dative => "Dat",
            Case::Accusative => "Acc",
            Case::Locative => "Loc",
            Case::Ablative => "Abl",
            Case::Instrumental => "Ins",
        };
        set("Case", value)?;
    }
    if how.plural {
        set("Number", "Plur")?;
    }
    if how.negative {
        set("Polarity", "Neg")?;
    }
    if let Some(possessor) = how.possessor {
        let (number, person, polite) = match possessor {
            Possessor::FirstSingular => ("Sing", "1", false),
            Possessor::SecondSingular => ("Sing", "2", false),
            Possessor::SecondPolite => ("Sing", "2", true),
            Possessor::FirstPlural => ("Plur", "1", false),
            Possessor::SecondPlural => ("Plur", "2", false),
            Possessor::SecondPluralPolite => ("Plur", "2", true),
            Possessor::Third => ("Plur,Sing", "3", false),
        };
        set("Number[psor]", number)?;
        set("Person[psor]", person)?;
        if polite {
            set("Polite", "Form")?;
        }
    }
    let (lemma, infinitive) = bare(lemma, how.upos);
    let forms = match how.upos.or(infinitive) {
        Some(upos) => morphology::inflect_as(&lemma, upos, features)?,
        None => morphology::inflect(&lemma, features)?,
    };
    let mut out = Output::new(how.format);
    show(&forms, how.format, &mut out)?;
    out.flush()?;
    Ok(Outcome::Found)
}

/// Dictionaries list verbs by their verbal noun: `бару` is the verb `бар`.
fn bare(lemma: &str, wanted: Option<Upos>) -> (String, Option<Upos>) {
    if wanted.is_some_and(|upos| !matches!(upos, Upos::Verb | Upos::Aux)) {
        return (lemma.to_owned(), None);
    }
    let readings = morphology::analyze(lemma);
    let verb = readings.iter().find(|reading| {
        reading.upos() == Upos::Verb && reading.features().universal().to_string() == "Case=Nom|VerbForm=Ger"
    });
    let noun = readings.iter().any(|reading| reading.lemma() == lemma);
    match verb {
        Some(verb) if !noun => (verb.lemma().into_owned(), Some(Upos::Verb)),
        _ => (lemma.to_owned(), None),
    }
}

pub(crate) fn paradigm(lemma: &str, upos: Option<Upos>, format: Format) -> Result<Outcome> {
    let (bare, infinitive) = bare(lemma, upos);
    let uposes: Vec<Upos> = match upos.or(infinitive) {
        Some(upos) => vec![upos],
        None => morphology::parts_of_speech(&bare),
    };
    if uposes.is_empty() {
        bail!("{lemma:?} has no forms");
    }
    let mut out = Output::new(format);
    for upos in uposes {
        let table = morphology::paradigm(&bare, upos)?;
        if format == Format::Jsonl {
            for row in &table {
                show(&row.forms, format, &mut out)?;
            }
            continue;
        }
        out.line(&format!("{bare} {upos}"))?;
        let mut group = "";
        for row in table {
            if row.group != group {
                group = row.group;
                out.line(&format!("  {group}"))?;
            }
            let forms: Vec<&str> = row.forms.iter().map(Form::as_str).collect();
            out.line(&format!("    {:<32} {}", forms.join(", "), row.features))?;
        }
    }
    out.flush()?;
    Ok(Outcome::Found)
}

#[derive(Serialize)]
struct RestoredRow<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    certain: bool,
    answers: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn restore(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    if !out.is_jsonl() {
        return out.text(&morphology::restore(chunk.text));
    }
    for word in morphology::restorations(chunk.text) {
        out.row(&RestoredRow {
            start: chunk.offset + word.span().start,
            end: chunk.offset + word.span().end,
            text: word.word(),
            certain: word.is_certain(),
            answers: word.answers().to_vec(),
            file: chunk.file,
        })?;
    }
    Ok(())
}
