//! `qazaq spell` and `qazaq parse`.

use super::Outcome;
use crate::args::{Format, Spelling};
use crate::input::{CutAt, for_each_chunk};
use crate::output::{Output, complain};
use anyhow::{Context, Result};
use qazaq::numbers::{PercentWord, Speller, Value, parse as parse_words};
use serde::Serialize;

pub(crate) fn speller(one_thousand: bool, procent: bool) -> Speller {
    let percent = if procent { PercentWord::Procent } else { PercentWord::Paiyz };
    Speller::new().one_before_thousand(one_thousand).percent_word(percent)
}

pub(crate) fn spell(how: &Spelling, values: &[String]) -> Result<Outcome> {
    let speller = speller(how.one_thousand, how.procent);
    each(Format::Text, values, |text, out| {
        let value: Value = text.parse()?;
        let spelling = speller.spelling(value, how.form)?.with_suffix(how.suffix);
        out.line(&spelling.to_string())
    })
}

#[derive(Serialize)]
struct Row<'a> {
    text: &'a str,
    value: String,
    form: String,
    suffix: String,
}

pub(crate) fn parse(format: Format, words: &[String]) -> Result<Outcome> {
    // One number may come as several arguments.
    let phrase = if words.is_empty() { Vec::new() } else { vec![words.join(" ")] };
    each(format, &phrase, |text, out| {
        let read = parse_words(text).map_err(|error| match error.offset() {
            Some(offset) => anyhow::anyhow!("byte {offset}: {error}"),
            None => error.into(),
        })?;
        let [value, form, suffix] =
            [read.value().to_string(), read.form().to_string(), read.suffix().to_string()];
        if out.is_jsonl() {
            out.row(&Row { text, value, form, suffix })
        } else {
            out.line(&[value, form, suffix].join("\t"))
        }
    })
}

/// Runs a command on every argument, or every line of standard input without any. What fails is told of, and the rest is done.
fn each(
    format: Format,
    arguments: &[String],
    mut command: impl FnMut(&str, &mut Output) -> Result<()>,
) -> Result<Outcome> {
    let mut out = Output::new(format);
    let mut all_good = true;
    let mut one = |text: &str, place: Option<usize>, out: &mut Output| {
        match command(text, out) {
            // What cannot be written ends the run.
            Err(error) if error.is::<std::io::Error>() || error.is::<serde_json::Error>() => {
                return Err(error);
            }
            Err(error) => {
                all_good = false;
                match place {
                    Some(line) => complain(&error.context(format!("line {line}"))),
                    None => complain(&error),
                }
            }
            Ok(()) => {}
        }
        Ok(())
    };
    let mut all_read = true;
    if arguments.is_empty() {
        let mut line = 0;
        all_read = for_each_chunk(&[], CutAt::Line, false, |chunk| {
            for text in chunk.text.lines() {
                line += 1;
                if !text.trim().is_empty() {
                    one(text, Some(line), &mut out)?;
                }
            }
            out.flush()
        })?;
    } else {
        for text in arguments {
            one(text, None, &mut out)?;
        }
    }
    out.flush().context("cannot write")?;
    Ok(match (all_good && all_read, out.found()) {
        (false, _) => Outcome::Unread,
        (true, true) => Outcome::Found,
        (true, false) => Outcome::Nothing,
    })
}
