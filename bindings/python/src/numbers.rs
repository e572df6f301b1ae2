//! Numbers: found, written, read.

use crate::batch::{Answer, Points, Rows, Source, Texts, each, each_checked, error, located, rewrite};
use pyo3::prelude::*;
use qazaq::identifiers::{self, IdentifierKind};
use qazaq::numbers::{self, Agreement, Finder, Form, Modifier, PercentWord, Speller, Suffix, Value};

type NumberRow =
    (String, &'static str, String, Option<String>, Vec<&'static str>, Option<String>, usize, usize);

#[pyfunction]
pub(crate) fn find_numbers(
    py: Python<'_>,
    texts: Texts,
    kind: Option<&str>,
    relative: bool,
) -> Rows<Vec<NumberRow>> {
    let finder = Finder::new().relative(relative);
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        finder
            .numbers(text)
            .filter(|number| kind.is_none_or(|kind| number.kind().name() == kind))
            .map(|number| {
                let (start, end) = points.span(number.span());
                (
                    number.as_str().to_owned(),
                    number.kind().name(),
                    number.value().to_string(),
                    number.unit().map(str::to_owned),
                    number.modifiers().iter().map(Modifier::name).collect(),
                    number.suffix().map(str::to_owned),
                    start,
                    end,
                )
            })
            .collect()
    })
}

/// Whether one thousand is `бір мың`, and whether per cent is процент.
type Style = (bool, bool);

fn speller((one_before_thousand, procent): Style) -> Speller {
    let word = if procent { PercentWord::Procent } else { PercentWord::default() };
    Speller::new().one_before_thousand(one_before_thousand).percent_word(word)
}

#[pyfunction]
pub(crate) fn verbalize(py: Python<'_>, texts: Source, style: Style) -> PyResult<Answer<'_>> {
    let speller = speller(style);
    rewrite(py, &texts, |text, out| out.push_str(speller.verbalize(text).as_str()))
}

#[pyfunction]
pub(crate) fn digitize(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(numbers::digitize(text).as_str()))
}

#[pyfunction]
pub(crate) fn parse(py: Python<'_>, texts: Texts) -> Rows<String> {
    each_checked(py, &texts, |text| {
        numbers::parse(text).map(|parsed| parsed.value().to_string()).map_err(|why| located(&why, text))
    })
}

#[pyfunction]
pub(crate) fn spell(py: Python<'_>, texts: Texts, form: &str, suffix: &str, style: Style) -> Rows<String> {
    let form: Form = form.parse().map_err(error)?;
    let suffix: Suffix = suffix.parse().map_err(error)?;
    let speller = speller(style);
    each_checked(py, &texts, |text| {
        let spell = || Ok(speller.spelling(text.parse::<Value>()?, form)?.with_suffix(suffix).to_string());
        spell().map_err(|why: qazaq::Error| why.to_string())
    })
}

#[pyfunction]
pub(crate) fn with_suffix(py: Python<'_>, texts: Texts, suffix: &str) -> Rows<String> {
    let suffix: Suffix = suffix.parse().map_err(error)?;
    each(py, &texts, |base| numbers::with_suffix(base, suffix))
}

#[pyfunction]
pub(crate) fn check_suffix(base: &str, suffix: &str) -> &'static str {
    match numbers::check_suffix(base, suffix) {
        Agreement::Agrees => "agrees",
        Agreement::Disagrees => "disagrees",
        Agreement::NoSuffix => "no suffix",
        _ => "unknown",
    }
}

type IdentifierRow = (String, &'static str, usize, usize);

#[pyfunction]
pub(crate) fn find_identifiers(py: Python<'_>, texts: Texts) -> Rows<Vec<IdentifierRow>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        identifiers::identifiers(text)
            .map(|one| {
                let (start, end) = points.span(one.span());
                (one.as_str().to_owned(), one.kind().name(), start, end)
            })
            .collect()
    })
}

#[pyfunction]
pub(crate) fn identifier_kind(py: Python<'_>, texts: Texts) -> Rows<Option<&'static str>> {
    each(py, &texts, |text| identifiers::identifier_kind(text).map(IdentifierKind::name))
}
