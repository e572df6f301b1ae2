//! Kazakh text: letters, normalisation, tokens, sentences, transliteration, numbers and morphology, in Cyrillic, Latin and Arabic script.
//!
//! ```
//! use qazaq::{normalize, sentences, tokens, words, TokenKind};
//!
//! let text = "«Nur Otan» партияcы 2010 ж. 25 қаңтарда 12,5%-ға өсті. Н.Ә.Сейітов 88-і келді, — деді.";
//!
//! // A Latin c in a Cyrillic word is mended, the party's Latin name is left alone.
//! let text = normalize(text);
//! assert!(text.contains("«Nur Otan» партиясы"));
//!
//! // Stops of abbreviations and initials end no sentence.
//! assert_eq!(sentences(&text).count(), 2);
//!
//! // Every byte is in one token, and each token knows what it is.
//! let numbers: Vec<_> = tokens(&text).filter(|t| t.kind() == TokenKind::Number).map(|t| t.as_str()).collect();
//! assert_eq!(numbers, ["2010", "25", "12,5%-ға", "88-і"]);
//!
//! assert_eq!(words("қарым-қатынас, т.б.").map(|t| t.as_str()).collect::<Vec<_>>(), ["қарым-қатынас", "т.б."]);
//! ```
//!
//! # What is here
//!
//! | to do | use |
//! |---|---|
//! | cut text into typed tokens, losslessly | [`tokens`], [`Token`], [`TokenKind`] |
//! | only the words | [`words`] |
//! | sentences | [`sentences`], [`hard_wrapped_sentences`] |
//! | see which rule made a token | [`junctions`], [`Rule`] |
//! | mend look-alike letters, composition, spaces | [`normalize()`], [`Normalizer`] |
//! | repair text of fonts from before Unicode | [`repair_legacy_font`] |
//! | convert to another alphabet and back | [`Transliterator`], [`Scheme`], [`to_cyrillic`] |
//! | tell what a text is written in | [`detect`] |
//! | find the words whose conversion is open | [`Transliterator::uncertain`] |
//! | keep names, markup, spans | [`Exceptions`], [`translit::html_spans`] |
//! | names for addresses and files | [`slug`](slug()) |
//! | find numbers with their values | [`numbers::numbers`], [`numbers::percentages`], [`numbers::Finder`] |
//! | find phones, accounts, ЖСН and БСН (IIN, BIN), numbers of papers | [`identifiers`](identifiers::identifiers()) |
//! | check an ЖСН or БСН | [`identifiers::identifier_kind`] |
//! | write numbers in words, and read them | [`numbers::spell`], [`numbers::parse`], [`numbers::Speller`] |
//! | digits of a text to words, and words to digits | [`numbers::verbalize`], [`numbers::digitize`] |
//! | put a suffix to digits or an acronym, or check one | [`numbers::with_suffix`], [`numbers::check_suffix`] |
//! | the lemma, stem or all readings of a word | [`morphology::lemma`](morphology::lemma()), [`morphology::stem`](morphology::stem()), [`morphology::analyze`] |
//! | forms of a word | [`morphology::inflect`](morphology::inflect()), [`morphology::paradigm`](morphology::paradigm()) |
//! | parts of speech in a sentence | [`morphology::tag`](morphology::tag()) |
//! | Kazakh letters that a keyboard left out | [`morphology::restore`](morphology::restore()) |
//! | put a suffix to a word | [`phonology::attach`] |
//! | what a letter is | [`alphabet::letter`] |
//! | which script | [`Script`] |
//! | small and capital letters, `i`/`İ` and `ı`/`I` among them | [`to_lowercase`], [`to_uppercase`] |
//! | sort alphabetically | [`compare`], [`sort_key`] |
//!
//! Offsets are bytes. Iterators borrow from the text and allocate nothing per item. Nothing is built at start-up.
//! No function panics on any input, and none takes more than linear time.
//!
//! # Features
//!
//! - `std` (default): streams over `std::io`. Without it the crate is `no_std` and needs `alloc`.
//! - `unicode` (default): composition, grapheme clusters and word boundaries of all scripts. Without it, for small builds, of the Latin,
//!   Cyrillic and Arabic blocks; letters of other scripts pass as they are, one a token where they are written without spaces.
//! - `common-forms` (default): a table of the 21,000 commonest word forms. Without it `morphology::stem` gives the same stems more slowly,
//!   and `morphology::restore` does not know which words are common.
//! - `identifiers` (default): [`identifiers`](identifiers::identifiers()) and with it the crates regex and once_cell, which nothing else here needs.
//! - `word-lists` (default): the words that do not come back from Latin and Arabic script by rule: loan-words, vowels that are written alike.

#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod alphabet;
mod error;
pub mod identifiers;
pub mod morphology;
pub mod normalize;
pub mod numbers;
pub mod phonology;
pub mod segment;
pub mod translit;
mod unicode;

pub use alphabet::{Script, compare, sort_key, to_lowercase, to_uppercase};
pub use error::Error;
pub use normalize::{Change, Changes, Normalizer, Reason, normalize, repair_legacy_font};
pub use segment::{
    Junction, Junctions, Rule, Sentence, Sentences, Token, TokenKind, Tokens, Words, hard_wrapped_sentences,
    junctions, sentences, tokens, words,
};
pub use translit::{
    Aligned, Alignment, Candidates, Detection, Exceptions, Scheme, Transliterator, Uncertain, Uncertainties,
    detect, slug, to_cyrillic,
};

#[cfg(test)]
mod auto_traits {
    //! Every public type can be sent, shared and carried through a panic.

    use super::*;
    use core::panic::{RefUnwindSafe, UnwindSafe};

    fn check<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}

    #[test]
    fn hold() {
        check::<alphabet::Letter>();
        check::<Script>();
        check::<Error>();
        check::<Normalizer>();
        check::<Change<'_>>();
        check::<Changes<'_>>();
        check::<Token<'_>>();
        check::<Tokens<'_>>();
        check::<Words<'_>>();
        check::<Junction>();
        check::<Junctions<'_>>();
        check::<Sentence<'_>>();
        check::<Sentences<'_>>();
        check::<Rule>();
        check::<Reason>();
        check::<Scheme>();
        check::<Transliterator>();
        check::<Candidates>();
        check::<Detection>();
        check::<Exceptions>();
        check::<Alignment<'_>>();
        check::<Uncertainties<'_>>();
        check::<TokenKind>();
        #[cfg(feature = "identifiers")]
        check::<identifiers::Identifiers<'_>>();
        check::<identifiers::IdentifierKind>();
        check::<morphology::Reading<'_>>();
        check::<morphology::Features>();
        check::<morphology::Form>();
        check::<morphology::Lexicon>();
        check::<morphology::Tagged<'_>>();
        check::<morphology::Restoration<'_>>();
        check::<numbers::Decimal>();
        check::<numbers::Value>();
        check::<numbers::Number<'_>>();
        check::<numbers::Numbers<'_>>();
        check::<numbers::Finder>();
        check::<numbers::Affix>();
        check::<numbers::Agreement>();
        check::<numbers::Case>();
        check::<numbers::Currency>();
        check::<numbers::Form>();
        check::<numbers::Parsed>();
        check::<numbers::Speller>();
        check::<numbers::Spelling>();
        check::<numbers::Suffix>();
        check::<numbers::Aligned>();
        check::<numbers::Rewritten>();
        check::<phonology::Ending>();
    }
}

/// The README's Rust blocks are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
