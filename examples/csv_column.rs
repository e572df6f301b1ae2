//! Adds to a CSV table a column with another one in a different alphabet, and a column of slugs.
//!
//! `cargo run --example csv_column` reads the table in `examples/data`;
//! `cargo run --example csv_column -- TABLE COLUMN SCHEME > OUT` any table with a header.

use qazaq::{Scheme, Transliterator, slug};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let table = match arguments.next() {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("data/places.csv").to_owned(),
    };
    let column = arguments.next().unwrap_or_else(|| "атауы".to_owned());
    let scheme: Scheme = arguments.next().as_deref().unwrap_or("latin-2021").parse()?;
    let transliterator = Transliterator::to(scheme);

    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let mut header = reader.headers()?.clone();
    let place =
        header.iter().position(|name| name == column).ok_or_else(|| format!("no column {column:?}"))?;
    header.push_field(scheme.code());
    header.push_field("slug");
    writer.write_record(&header)?;
    for row in reader.records() {
        let mut row = row?;
        let name = row.get(place).unwrap_or_default().to_owned();
        row.push_field(&transliterator.transliterate(&name));
        row.push_field(&slug(&name));
        writer.write_record(&row)?;
    }
    writer.flush()?;
    Ok(())
}
