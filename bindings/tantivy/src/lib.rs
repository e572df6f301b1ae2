//! Kazakh for [tantivy](https://docs.rs/tantivy): a [`Tokenizer`] and filters over the `qazaq` library.
//!
//! ```
//! use qazaq_tantivy::analyzer;
//! use tantivy_tokenizer_api::{TokenStream, Tokenizer};
//!
//! let mut kazakh = analyzer();
//! let mut terms = Vec::new();
//! let mut stream = kazakh.token_stream("Кітаптарымызда елу пайыз және kıtap");
//! while stream.advance() {
//!     terms.push(stream.token().text.clone());
//! }
//! // A Latin word finds a Cyrillic one, an inflected one its lemma, words a number in digits.
//! assert_eq!(terms, ["кітап", "50%", "кітап"]);
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]

use qazaq::morphology::{Provenance, analyze, is_stop_word, stem, to_cyrillic};
use qazaq::numbers::{Value, numbers};
use qazaq::{Aligned, Scheme, Script, Transliterator, normalize};
use std::ops::Range;
use tantivy_tokenizer_api::{Token, TokenFilter, TokenStream, Tokenizer};

/// The usual chain: words, numbers in one notation, one script, no stop words, stems.
#[must_use]
pub fn analyzer() -> impl Tokenizer {
    Stems.transform(StopWords.transform(FoldScript.transform(KazakhTokenizer::new().numbers(true))))
}

/// Cuts a text into words, numbers and abbreviations, mended and in small letters; offsets are bytes of the text as given.
#[derive(Clone, Copy, Debug, Default)]
pub struct KazakhTokenizer {
    numbers: bool,
}

impl KazakhTokenizer {
    /// Words only.
    #[must_use]
    pub const fn new() -> KazakhTokenizer {
        KazakhTokenizer { numbers: false }
    }

    /// Whether a number with its unit is one token in one notation: `елу пайыз` and `50%` are both `50%`. Dates, times and
    /// ranges stay words.
    #[must_use]
    pub const fn numbers(self, on: bool) -> KazakhTokenizer {
        KazakhTokenizer { numbers: on }
    }
}

/// The tokens of a text.
#[derive(Debug)]
pub struct KazakhStream {
    tokens: Vec<Token>,
    /// The place after the current token.
    next: usize,
}

impl Tokenizer for KazakhTokenizer {
    type TokenStream<'a> = KazakhStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> KazakhStream {
        let mut tokens = Vec::new();
        let mut found = if self.numbers { canonical(text) } else { Vec::new() }.into_iter().peekable();
        let mut covered = 0;
        for word in qazaq::words(text) {
            let span = word.span();
            // A number may start before its first word, with a sign. It stands for all of its words.
            while let Some((number, notation)) = found.next_if(|(number, _)| number.start < span.end) {
                covered = number.end;
                push(&mut tokens, number.start, number.end, notation);
            }
            if span.start < covered {
                continue;
            }
            // Google-дан: the name without its Kazakh ending.
            let foreign = word.as_str().chars().next().and_then(Script::of) == Some(Script::Latin);
            let text = if foreign && word.suffix().is_some() { word.base() } else { word.as_str() };
            push(&mut tokens, span.start, span.end, lower(&normalize(text)));
        }
        KazakhStream { tokens, next: 0 }
    }
}

fn push(tokens: &mut Vec<Token>, from: usize, to: usize, text: String) {
    tokens.push(Token { offset_from: from, offset_to: to, position: tokens.len(), text, position_length: 1 });
}

fn lower(text: &str) -> String {
    let script = Script::detect(text).unwrap_or(Script::Cyrillic);
    qazaq::to_lowercase(text, script).into_owned()
}

/// The numbers of a text that have one value, in one notation, also where they are written in Latin letters (`елу paiyz`).
fn canonical(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = notations(text);
    if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        let back = Transliterator::from(Scheme::Latin2021);
        let parts: Vec<Aligned> = back.align(text).collect();
        for (span, notation) in notations(&back.transliterate(text)) {
            let first = parts.partition_point(|part| part.target.end <= span.start);
            let last = parts.partition_point(|part| part.target.start < span.end).saturating_sub(1);
            if let (Some(first), Some(last)) = (parts.get(first), parts.get(last)) {
                found.push((first.source.start..last.source.end, notation));
            }
        }
        // Of two that overlap the longer holds: `18,1 paiyz` over `18,1`, `5 USD` over `5`.
        found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut kept: Vec<(Range<usize>, String)> = Vec::with_capacity(found.len());
        for (span, notation) in found {
            match kept.last_mut().filter(|last| span.start < last.0.end) {
                Some(last) if span.len() > last.0.len() => *last = (span, notation),
                Some(_) => {}
                None => kept.push((span, notation)),
            }
        }
        found = kept;
    }
    found
}

fn notations(text: &str) -> Vec<(Range<usize>, String)> {
    numbers(text)
        .filter_map(|number| match number.value() {
            Value::Decimal(value) => {
                let unit = number.unit().unwrap_or("");
                let gap = if unit.is_empty() || unit == "%" { "" } else { " " };
                Some((number.span(), format!("{value}{gap}{unit}")))
            }
            _ => None,
        })
        .collect()
}

impl TokenStream for KazakhStream {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}

/// Declares a filter that rewrites or drops tokens one by one.
macro_rules! filter {
    ($(#[$about:meta])* $filter:ident, $tokenizer:ident, $stream:ident, |$token:ident| $keep:expr) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default)]
        pub struct $filter;

        #[doc = concat!("A tokenizer with [`", stringify!($filter), "`] after it.")]
        #[derive(Clone, Debug)]
        pub struct $tokenizer<T>(T);

        #[doc = concat!("The tokens that [`", stringify!($filter), "`] leaves.")]
        #[derive(Debug)]
        pub struct $stream<T>(T);

        impl TokenFilter for $filter {
            type Tokenizer<T: Tokenizer> = $tokenizer<T>;

            fn transform<T: Tokenizer>(self, tokenizer: T) -> $tokenizer<T> {
                $tokenizer(tokenizer)
            }
        }

        impl<T: Tokenizer> Tokenizer for $tokenizer<T> {
            type TokenStream<'a> = $stream<T::TokenStream<'a>>;

            fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
                $stream(self.0.token_stream(text))
            }
        }

        impl<T: TokenStream> TokenStream for $stream<T> {
            fn advance(&mut self) -> bool {
                while self.0.advance() {
                    let $token = self.0.token_mut();
                    if $keep {
                        return true;
                    }
                }
                false
            }

            fn token(&self) -> &Token {
                self.0.token()
            }

            fn token_mut(&mut self) -> &mut Token {
                self.0.token_mut()
            }
        }
    };
}

fn is_known(word: &str) -> bool {
    analyze(word).first().is_some_and(|reading| reading.provenance() == Provenance::Lexicon)
}

filter!(
    /// Brings every script to Cyrillic, so that a query in Latin or Arabic letters finds Cyrillic text and the other way round.
    /// A Latin word is read by the alphabet of 2021, then by the one it looks like; what is no Kazakh word by the lexicon stays as it is.
    FoldScript,
    FoldScriptTokenizer,
    FoldScriptStream,
    |token| {
        let first = token.text.chars().find_map(Script::of);
        if matches!(first, Some(Script::Latin | Script::Arabic)) {
            let scheme = if first == Some(Script::Latin) { Scheme::Latin2021 } else { Scheme::Arabic };
            let by_table = Transliterator::from(scheme).transliterate(&token.text).to_lowercase();
            if first == Some(Script::Arabic) || is_known(&by_table) {
                token.text = by_table;
            } else {
                // Another Latin alphabet, or none.
                let by_guess = to_cyrillic(&token.text).to_lowercase();
                if is_known(&by_guess) {
                    token.text = by_guess;
                }
            }
        }
        true
    }
);

filter!(
    /// Puts the stem in place of a word.
    Stems,
    StemsTokenizer,
    StemsStream,
    |token| {
        // A number in its notation has no stem.
        if !token.text.starts_with(|c: char| c.is_ascii_digit()) {
            let stem = stem(&token.text);
            if *stem != *token.text {
                token.text = stem.into_owned();
            }
        }
        true
    }
);

filter!(
    /// Drops stop words.
    StopWords,
    StopWordsTokenizer,
    StopWordsStream,
    |token| !is_stop_word(&token.text)
);

/// Puts all lemmas of a word at its position, the likeliest first: better recall than [`Stems`] for words of several readings.
#[derive(Clone, Copy, Debug, Default)]
pub struct AllLemmas;

/// A tokenizer with [`AllLemmas`] after it.
#[derive(Clone, Debug)]
pub struct AllLemmasTokenizer<T>(T);

/// The tokens that [`AllLemmas`] makes.
#[derive(Debug)]
pub struct AllLemmasStream<T> {
    inner: T,
    /// Lemmas still to give out at the position of the current token, the next one last.
    waiting: Vec<String>,
}

impl TokenFilter for AllLemmas {
    type Tokenizer<T: Tokenizer> = AllLemmasTokenizer<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> AllLemmasTokenizer<T> {
        AllLemmasTokenizer(tokenizer)
    }
}

impl<T: Tokenizer> Tokenizer for AllLemmasTokenizer<T> {
    type TokenStream<'a> = AllLemmasStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        AllLemmasStream { inner: self.0.token_stream(text), waiting: Vec::new() }
    }
}

impl<T: TokenStream> TokenStream for AllLemmasStream<T> {
    fn advance(&mut self) -> bool {
        if let Some(next) = self.waiting.pop() {
            self.inner.token_mut().text = next;
            return true;
        }
        if !self.inner.advance() {
            return false;
        }
        let token = self.inner.token_mut();
        let mut lemmas: Vec<String> = Vec::new();
        for reading in analyze(&token.text) {
            let lemma = reading.lemma().to_lowercase();
            if !lemmas.contains(&lemma) {
                lemmas.push(lemma);
            }
        }
        let mut lemmas = lemmas.into_iter();
        if let Some(first) = lemmas.next() {
            token.text = first;
        }
        self.waiting = lemmas.rev().collect();
        true
    }

    fn token(&self) -> &Token {
        self.inner.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.inner.token_mut()
    }
}
