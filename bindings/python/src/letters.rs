//! Tokens, sentences, normalisation, transliteration, letters.

use crate::batch::{Answer, Points, Rows, Source, Texts, each, error, rewrite};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use qazaq::translit::{Exceptions, Fixed, html_spans, markdown_spans};
use qazaq::{Normalizer, Scheme, Script, TokenKind, Transliterator};

/// A piece of text and where it stands.
type Span = (String, usize, usize);

type TokenRow = (String, &'static str, usize, usize, String, Option<String>);

#[pyfunction]
pub(crate) fn tokens(py: Python<'_>, texts: Texts, spaces: bool) -> Rows<Vec<TokenRow>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        qazaq::tokens(text)
            .filter(|token| spaces || token.kind() != TokenKind::Space)
            .map(|token| {
                let (start, end) = points.span(token.span());
                let suffix = token.suffix().map(str::to_owned);
                (token.as_str().to_owned(), token.kind().name(), start, end, token.base().to_owned(), suffix)
            })
            .collect()
    })
}

#[pyfunction]
pub(crate) fn words(py: Python<'_>, texts: Texts) -> Rows<Vec<String>> {
    each(py, &texts, |text| qazaq::words(text).map(|word| word.as_str().to_owned()).collect())
}

#[pyfunction]
pub(crate) fn sentences(py: Python<'_>, texts: Texts, hard_wrapped: bool) -> Rows<Vec<Span>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        let found = if hard_wrapped { qazaq::hard_wrapped_sentences(text) } else { qazaq::sentences(text) };
        found
            .map(|sentence| {
                let (start, end) = points.span(sentence.span());
                (sentence.as_str().to_owned(), start, end)
            })
            .collect()
    })
}

/// Which of the repairs of [`Normalizer`] are wanted: composition, look-alikes, foreign letters, invisible characters, spaces,
/// quotes, dashes.
type Repairs = (bool, bool, bool, bool, bool, bool, bool);

fn normalizer(
    (composition, lookalikes, foreign_letters, invisible, spaces, quotes, dashes): Repairs,
) -> Normalizer {
    Normalizer::new()
        .composition(composition)
        .lookalikes(lookalikes)
        .foreign_letters(foreign_letters)
        .invisible(invisible)
        .spaces(spaces)
        .quotes(quotes)
        .dashes(dashes)
}

#[pyfunction]
pub(crate) fn normalize<'py>(py: Python<'py>, texts: Source, repairs: Repairs) -> PyResult<Answer<'py>> {
    let normalizer = normalizer(repairs);
    rewrite(py, &texts, |text, out| out.push_str(&normalizer.normalize(text)))
}

type ChangeRow = (usize, usize, String, String, &'static str);

#[pyfunction]
pub(crate) fn changes(py: Python<'_>, texts: Texts, repairs: Repairs) -> Rows<Vec<ChangeRow>> {
    let normalizer = normalizer(repairs);
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        normalizer
            .changes(text)
            .map(|change| {
                let (start, end) = points.span(change.span());
                let (original, replacement) = (change.original().to_owned(), change.replacement().to_owned());
                (start, end, original, replacement, change.reason().name())
            })
            .collect()
    })
}

#[pyfunction]
pub(crate) fn repair_legacy_font(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(&qazaq::repair_legacy_font(text)))
}

/// A scheme; `None` for Cyrillic.
fn scheme(code: &str) -> PyResult<Option<Scheme>> {
    if code == "cyrillic" { Ok(None) } else { code.parse().map(Some).map_err(error) }
}

/// What is to be done with every text.
struct Conversion {
    /// The first step, unless (`auto`) each text says itself what it is written in.
    from: Option<Transliterator>,
    auto: bool,
    to: Option<Transliterator>,
    exceptions: Exceptions,
    markup: Option<Markup>,
}

#[derive(Clone, Copy)]
enum Markup {
    Html,
    Markdown,
}

impl Conversion {
    fn write(&self, text: &str, out: &mut String) {
        let plain = self.markup.is_none() && self.exceptions == Exceptions::default();
        if self.auto && plain {
            let cyrillic = qazaq::morphology::to_cyrillic(text);
            match self.to {
                Some(to) => self.step(to, plain, &cyrillic, out),
                None => out.push_str(&cyrillic),
            }
            return;
        }
        let from = if self.auto {
            qazaq::detect(text).and_then(|found| found.scheme).map(Transliterator::from)
        } else {
            self.from
        };
        match (from, self.to) {
            (None, None) => out.push_str(text),
            (Some(only), None) | (None, Some(only)) => self.step(only, plain, text, out),
            (Some(first), Some(second)) => {
                let mut cyrillic = String::with_capacity(text.len() * 2);
                self.step(first, plain, text, &mut cyrillic);
                self.step(second, plain, &cyrillic, out);
            }
        }
    }

    fn step(&self, step: Transliterator, plain: bool, text: &str, out: &mut String) {
        // Writing to a string does not fail.
        if plain {
            step.transliterate_to(text, out).unwrap_or_default();
            return;
        }
        let mut fixed: Vec<Fixed<'_>> = self.exceptions.find(text).collect();
        match self.markup {
            Some(Markup::Html) => fixed.extend(html_spans(text)),
            Some(Markup::Markdown) => fixed.extend(markdown_spans(text)),
            None => {}
        }
        step.transliterate_around(text, fixed, out).unwrap_or_default();
    }
}

#[pyfunction]
pub(crate) fn transliterate<'py>(
    py: Python<'py>,
    texts: Source,
    to: &str,
    source: &str,
    options: Vec<String>,
    exceptions: Vec<(String, String)>,
    markup: Option<&str>,
) -> PyResult<Answer<'py>> {
    let auto = source == "auto";
    let from = if auto { None } else { scheme(source)?.map(Transliterator::from) };
    let mut to = scheme(to)?.map(Transliterator::to);
    for option in &options {
        to = match to {
            Some(to) => Some(to.option(option).map_err(error)?),
            None => return Err(error("Cyrillic has no options")),
        };
    }
    let mut names = Exceptions::default();
    for (from, to) in &exceptions {
        names.add(from, to);
    }
    let markup = match markup {
        None => None,
        Some("html") => Some(Markup::Html),
        Some("markdown") => Some(Markup::Markdown),
        Some(other) => {
            return Err(error(format!("unknown markup {other:?}: known are html, markdown")));
        }
    };
    if !exceptions.is_empty() && to.is_some() && (auto || from.is_some()) {
        return Err(error("exceptions need Cyrillic on one side: convert to it first"));
    }
    let conversion = Conversion { from, auto, to, exceptions: names, markup };
    rewrite(py, &texts, |text, out| conversion.write(text, out))
}

type SchemeRow =
    (&'static str, &'static str, &'static str, &'static str, bool, Vec<(&'static str, &'static str)>);

#[pyfunction]
pub(crate) fn schemes() -> Vec<SchemeRow> {
    let row = |scheme: &Scheme| {
        let options = scheme.options().collect();
        (scheme.code(), scheme.title(), scheme.status(), scheme.source(), scheme.is_lossless(), options)
    };
    Scheme::ALL.iter().map(row).collect()
}

type UncertainRow = (usize, usize, String, Vec<String>);

#[pyfunction]
pub(crate) fn uncertain(py: Python<'_>, texts: Texts, source: &str) -> Rows<Vec<UncertainRow>> {
    let from = scheme(source)?.map(Transliterator::from);
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        let found = from.iter().flat_map(|from| from.uncertain(text));
        found
            .map(|open| {
                let (start, end) = points.span(open.span);
                (start, end, open.word.to_owned(), open.candidates.words().to_vec())
            })
            .collect()
    })
}

type CandidatesRow = (Vec<String>, bool);

#[pyfunction]
pub(crate) fn candidates(py: Python<'_>, texts: Texts, source: &str) -> Rows<CandidatesRow> {
    let from = scheme(source)?.map(Transliterator::from);
    each(py, &texts, |word| match from {
        Some(from) => {
            let found = from.candidates(word);
            (found.words().to_vec(), found.is_certain())
        }
        None => (vec![word.to_owned()], true),
    })
}

/// A scheme and how sure it is.
type Detected = (&'static str, f64);

#[pyfunction]
pub(crate) fn detect(py: Python<'_>, texts: Texts) -> Rows<Option<Detected>> {
    each(py, &texts, |text| {
        qazaq::detect(text)
            .map(|found| (found.scheme.map_or("cyrillic", Scheme::code), f64::from(found.confidence)))
    })
}

#[pyfunction]
pub(crate) fn slug(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(&qazaq::slug(text)))
}

fn script(code: Option<&str>) -> PyResult<Option<Script>> {
    code.map(str::parse).transpose().map_err(error)
}

#[pyfunction]
pub(crate) fn lower<'py>(py: Python<'py>, texts: Source, code: Option<&str>) -> PyResult<Answer<'py>> {
    let script = script(code)?;
    rewrite(py, &texts, |text, out| {
        let script = script.or_else(|| Script::detect(text)).unwrap_or(Script::Cyrillic);
        out.push_str(&qazaq::to_lowercase(text, script));
    })
}

#[pyfunction]
pub(crate) fn upper<'py>(py: Python<'py>, texts: Source, code: Option<&str>) -> PyResult<Answer<'py>> {
    let script = script(code)?;
    rewrite(py, &texts, |text, out| {
        let script = script.or_else(|| Script::detect(text)).unwrap_or(Script::Cyrillic);
        out.push_str(&qazaq::to_uppercase(text, script));
    })
}

#[pyfunction]
pub(crate) fn sort_key<'py>(py: Python<'py>, text: &str) -> Bound<'py, PyBytes> {
    PyBytes::new(py, &qazaq::sort_key(text))
}
