//! Text into tokens, words and sentences.
//!
//! # Tokens
//!
//! [`tokens`] cuts a text so that every byte is in exactly one token and no token crosses a line break. Runs of letters,
//! digits and signs are *atoms*; named rules ([`Rule`]) join neighbouring atoms or keep them apart, in a fixed order, and
//! [`junctions`] tells which rule decided where.
//!
//! What is one token:
//!
//! | text | tokens | rule |
//! |---|---|---|
//! | `қарым-қатынас`, `ҚР-ның` | one word | [`Rule::Compound`] |
//! | `88-і`, `12,5%-ға` | one number with its ending | [`Rule::NumberSuffix`] |
//! | `2-жартысында` | `2` `-` `жартысында` | [`Rule::NumberWord`] |
//! | `18,1`, `16.12.1991` | one number | [`Rule::Decimal`] |
//! | `1 234 567,89` | one number; space, no-break, narrow no-break or thin space | [`Rule::DigitGroup`] |
//! | `3:2`, `18:00`, `1/2` | one number | [`Rule::Ratio`] |
//! | `10–15`, `10-15` | `10` `–` `15`: each end is a number | [`Rule::Range`] |
//! | `5,3млн`, `20км` | `5,3` `млн` | [`Rule::GluedWord`] |
//! | `т.б.`, `млн.`, `б.з.б.` | one abbreviation with its stops | [`Rule::Abbreviation`] |
//! | `Н.Ә.Назарбаев` | `Н.` `Ә.` `Назарбаев` | [`Rule::Initial`] |
//! | `U'lken`, `iPhone’ды` | one word | [`Rule::Apostrophe`] |
//! | `Ми-8`, `COVID-19`, `G20` | one word | [`Rule::Designator`], [`Rule::LetterDigit`] |
//! | `https://…`, `aqparat.kz`, `a@b.kz`, `@at`, `#наурыз` | one token of its kind | [`Rule::Address`], [`Rule::Tag`] |
//!
//! # How it works, and the alternative
//!
//! Two designs were compared. UAX 29 boundaries with a pass that joins and splits them afterwards keeps the rules small
//! but inherits the speed of the boundary finder and needs look-behind over finished tokens. A single forward scan over
//! a class table, with the rules tried only where an atom ends on a byte that could join, is as fast as the table walk
//! and needs no buffer; it is what stands here. unicode-segmentation still decides inside runs that our table has no
//! rules for: emoji sequences and scripts without spaces.
//!
//! The common case, a run of two-byte Cyrillic letters that ends on a space or comma, never leaves `Tokens::next`.
//! Everything else goes through `scan`, which takes a trace: nothing for [`tokens`], a recorder for
//! [`junctions`]. No rule looks further ahead than a fixed number of bytes, so the scan is linear on any input.

mod abbreviations;
mod address;
#[rustfmt::skip]
mod classes;
mod class;
mod kind;
mod lists;
mod rules;
mod scan;
mod sentences;
mod suffix;
#[rustfmt::skip]
mod tables;
mod token;

pub use kind::TokenKind;
pub use rules::Rule;
pub use scan::{Junction, Junctions, Tokens, Words, junctions, tokens, words};
pub use sentences::{Sentence, Sentences, hard_wrapped_sentences, sentences};
pub use token::Token;

// For the other modules of the crate, which must see text as the tokenizer does.
pub(crate) use class::{class_of, cyrillic_run};
pub(crate) use classes::Class;
pub(crate) use scan::{PlainNumber, ends_plainly, plain_mixed_word, plain_sign, plain_word};
pub(crate) use suffix::is_suffix as is_digit_suffix;
