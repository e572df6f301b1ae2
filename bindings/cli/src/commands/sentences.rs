//! `qazaq sentences`.

use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::{Sentence, TokenKind};
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
struct Row<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn sentences(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    qazaq::sentences(chunk.text).try_for_each(|sentence| write(chunk, &sentence, out, |s| s.as_str().into()))
}

pub(crate) fn hard_wrapped(chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    qazaq::hard_wrapped_sentences(chunk.text).try_for_each(|sentence| write(chunk, &sentence, out, one_line))
}

fn write<'t>(
    chunk: &Chunk<'t>,
    sentence: &Sentence<'t>,
    out: &mut Output,
    shown: impl FnOnce(&Sentence<'t>) -> Cow<'t, str>,
) -> Result<()> {
    if !out.is_jsonl() {
        return out.line(&shown(sentence));
    }
    let span = sentence.span();
    out.row(&Row {
        text: sentence.as_str(),
        start: chunk.offset + span.start,
        end: chunk.offset + span.end,
        file: chunk.file,
    })
}

/// The sentence with each line break, and the white space around it, shown as a space.
fn one_line<'t>(sentence: &Sentence<'t>) -> Cow<'t, str> {
    if !sentence.tokens().any(|token| token.is_line_break()) {
        return Cow::Borrowed(sentence.as_str());
    }
    let mut line = String::with_capacity(sentence.as_str().len());
    let mut after_break = false;
    for token in sentence.tokens() {
        if token.is_line_break() {
            line.truncate(line.trim_end().len());
            line.push(' ');
            after_break = true;
        } else if !after_break || token.kind() != TokenKind::Space {
            line.push_str(token.as_str());
            after_break = false;
        }
    }
    Cow::Owned(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_inside_are_spaces() {
        for (text, wanted) in [
            ("Жол қысқа.", "Жол қысқа."),
            ("Жол\nқысқа.", "Жол қысқа."),
            ("Жол \r\n\t қысқа  болды.", "Жол қысқа  болды."),
            ("Жол\rқысқа\u{2028}болды.", "Жол қысқа болды."),
        ] {
            let found: Vec<_> = qazaq::hard_wrapped_sentences(text).map(|s| one_line(&s)).collect();
            assert_eq!(found, [wanted], "{text:?}");
        }
    }
}
