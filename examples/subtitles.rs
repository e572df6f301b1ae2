//! Converts SubRip subtitles (`.srt`): numbers and times stay, the lines of text are converted.
//!
//! `cargo run --example subtitles` converts the file in `examples/data`;
//! `cargo run --example subtitles -- FILE SCHEME > OUT` any file. Tags such as `<i>` stay. A line that the conversion makes longer
//! than 42 characters is named on standard error, as players break it.

use qazaq::translit::html_spans;
use qazaq::{Scheme, Transliterator};
use std::error::Error;
use std::io::Write;

/// What most players show in a line.
const LONGEST: usize = 42;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let subtitles = match arguments.next() {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("data/film.srt").to_owned(),
    };
    let scheme: Scheme = arguments.next().as_deref().unwrap_or("latin-2021").parse()?;
    let transliterator = Transliterator::to(scheme);
    for (number, line) in subtitles.split_inclusive('\n').enumerate() {
        let mut converted = String::new();
        // The number of a subtitle and its times have no Kazakh letters and come through as they are.
        transliterator.transliterate_around(line, html_spans(line), &mut converted)?;
        let length = converted.trim_end().chars().count();
        if length > LONGEST && line.trim_end().chars().count() <= LONGEST {
            writeln!(std::io::stderr(), "line {}: {length} characters now", number + 1)?;
        }
        write!(std::io::stdout(), "{converted}")?;
    }
    Ok(())
}
