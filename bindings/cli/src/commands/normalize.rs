//! `qazaq normalize`.

use crate::args::Switches;
use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::Normalizer;
use serde::Serialize;
use std::borrow::Cow;
use std::ops::Range;

/// The reason in rows of `--legacy-font`; the others are named by the library.
const LEGACY_FONT: &str = "legacy-font";

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    original: &'a str,
    replacement: &'a str,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn normalize(switches: &Switches, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    let normalizer = Normalizer::new()
        .composition(!switches.no_composition)
        .lookalikes(!switches.no_lookalikes)
        .foreign_letters(!switches.no_foreign_letters)
        .invisible(!switches.no_invisible)
        .spaces(!switches.no_spaces)
        .quotes(switches.quotes)
        .dashes(switches.dashes);
    let text =
        if switches.legacy_font { qazaq::repair_legacy_font(chunk.text) } else { Cow::Borrowed(chunk.text) };
    if !out.is_jsonl() {
        return out.text(&normalizer.normalize(&text));
    }
    // Both kinds in the order of their places.
    let mut repairs = repairs(chunk.text, &text).peekable();
    for change in normalizer.changes(&text) {
        let span = change.span();
        while let Some((span, old, new)) = repairs.next_if(|(repair, ..)| repair.start <= span.start) {
            out.row(&row(chunk, span, old, new, LEGACY_FONT))?;
        }
        out.row(&row(chunk, span, change.original(), change.replacement(), change.reason().name()))?;
    }
    repairs.try_for_each(|(span, old, new)| out.row(&row(chunk, span, old, new, LEGACY_FONT)))
}

fn row<'a>(
    chunk: &Chunk<'a>,
    span: Range<usize>,
    original: &'a str,
    replacement: &'a str,
    reason: &'a str,
) -> Row<'a> {
    let (start, end) = (chunk.offset + span.start, chunk.offset + span.end);
    Row { start, end, original, replacement, reason, file: chunk.file }
}

/// The letters that the repair of a legacy font replaced. It replaces one letter by one of the same length, so that offsets
/// into the repaired text are offsets into the input.
fn repairs<'a>(
    before: &'a str,
    after: &'a str,
) -> impl Iterator<Item = (Range<usize>, &'a str, &'a str)> + use<'a> {
    let letters = before.char_indices().map(|(start, letter)| start..start + letter.len_utf8());
    // Text that was borrowed has no repairs and is not gone through.
    letters.take(if std::ptr::eq(before, after) { 0 } else { usize::MAX }).filter_map(|span| {
        let (old, new) = (&before[span.clone()], &after[span.clone()]);
        (old != new).then_some((span, old, new))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legacy_font_repair_keeps_every_offset() {
        let letters: String = ('\0'..='\u{2fff}').collect();
        for text in [letters.clone(), letters.replace(['ґ', 'Ґ', 'µ'], "")] {
            let repaired = qazaq::repair_legacy_font(&text);
            let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert!(repaired != text && places(&repaired) == places(&text));
        }
        let found: Vec<_> = repairs("Ќазаќ", "Қазақ").collect();
        assert_eq!(found, [(0..2, "Ќ", "Қ"), (8..10, "ќ", "қ")]);
    }
}
