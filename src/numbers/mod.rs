//! Numbers: find them in text, understand them, write them.

mod calendar;
mod find;
mod lexicon;
mod parse;
mod spell;
mod spoken;
mod suffix;
#[rustfmt::skip]
mod tables;
mod value;

pub use calendar::{Date, Duration, DurationUnit, Time, Year};
pub use find::{Finder, Modifier, Modifiers, Number, NumberKind, Numbers, numbers, percentages};
pub use lexicon::Currency;
pub use parse::{Parsed, parse};
pub use spell::{AcronymReading, Form, PercentWord, Speller, Spelling, spell};
pub use suffix::{Agreement, Case, Suffix, check_suffix, with_suffix};
pub use tables::Affix;
pub use value::{Decimal, Value};
