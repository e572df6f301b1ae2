//! `qazaq translit`.

use super::Outcome;
use crate::args::{Format, Writing};
use crate::input::Chunk;
use crate::output::Output;
use anyhow::Result;
use qazaq::{Scheme, Transliterator};
use std::borrow::Cow;

pub(crate) fn translit(from: Writing, to: Writing, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    let cyrillic = match from {
        Writing::Cyrillic => Cow::Borrowed(chunk.text),
        Writing::Scheme(scheme) => Transliterator::from(scheme).transliterate(chunk.text),
    };
    match to {
        Writing::Cyrillic => out.text(&cyrillic),
        Writing::Scheme(scheme) => out.text(&Transliterator::to(scheme).transliterate(&cyrillic)),
    }
}

/// The schemes, one a line.
pub(crate) fn list() -> Result<Outcome> {
    let mut out = Output::new(Format::Text);
    for scheme in Scheme::ALL {
        let back = if scheme.is_lossless() { "exact" } else { "by rules" };
        out.line(&format!("{}\t{back}\t{}\t{}", scheme.code(), scheme.title(), scheme.status()))?;
    }
    out.flush()?;
    Ok(Outcome::Found)
}
