//! Converts an HTML page to the Latin alphabet of 2021, or to any other scheme.
//!
//! `cargo run --example html_page` converts the page in `examples/data`;
//! `cargo run --example html_page -- PAGE SCHEME > OUT` any page. Tags, attributes, entities, code and what is marked
//! `translate="no"` stay; the language of the page is set to the script.

use qazaq::translit::{Fixed, html_spans};
use qazaq::{Scheme, Transliterator};
use std::borrow::Cow;
use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let page = match arguments.next() {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("data/page.html").to_owned(),
    };
    let scheme: Scheme = arguments.next().as_deref().unwrap_or("latin-2021").parse()?;
    let language = if scheme == Scheme::Arabic { "lang=\"kk-Arab\" dir=\"rtl\"" } else { "lang=\"kk-Latn\"" };
    // What stands inside a tag is kept, but for the language: the earlier and the longer span holds.
    let tags = html_spans(&page).map(|tag| {
        let text = &page[tag.span.clone()];
        match text.contains("lang=\"kk\"") {
            true => Fixed { replacement: Some(Cow::Owned(text.replace("lang=\"kk\"", language))), ..tag },
            false => tag,
        }
    });
    let mut converted = String::with_capacity(page.len());
    Transliterator::to(scheme).transliterate_around(&page, tags, &mut converted)?;
    write!(std::io::stdout(), "{converted}")?;
    Ok(())
}
