//! The compiled half of the Python package: texts in, tuples out. `python/qazaq/__init__.py` gives them names and types.
//!
//! Every function takes a list of texts, works on it in parallel without the interpreter's lock, and looks for Ctrl-C between
//! batches. Offsets leave here in code points.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyBytes;
use qazaq::morphology::{self, Features, Form, Reading};
use qazaq::numbers::{self, Finder, Modifier, Speller};
use qazaq::{Normalizer, Scheme, TokenKind, Transliterator};
use rayon::prelude::*;

/// Texts of a batch between two looks for Ctrl-C.
const BATCH: usize = 4096;

type Texts = Vec<Option<PyBackedStr>>;

fn error(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// Texts one by one, or an Arrow column: 64-bit offsets and the bytes that they cut.
#[derive(FromPyObject)]
enum Source {
    Column(PyBackedBytes, PyBackedBytes),
    Rows(Texts),
}

/// What comes back is of the same shape.
#[derive(IntoPyObject)]
enum Answer<'py> {
    Column((Bound<'py, PyBytes>, Bound<'py, PyBytes>)),
    Rows(Strings),
}

/// Rewrites every text into the end of a string.
fn rewrite<'py>(
    py: Python<'py>,
    source: &Source,
    f: impl Fn(&str, &mut String) + Sync,
) -> PyResult<Answer<'py>> {
    let (offsets, data) = match source {
        Source::Column(offsets, data) => (offsets, data),
        Source::Rows(texts) => {
            let rows = each(py, texts, |text| {
                let mut out = String::with_capacity(text.len() + 8);
                f(text, &mut out);
                out
            })?;
            return Ok(Answer::Rows(rows));
        }
    };
    let offsets: Vec<usize> = offsets
        .chunks_exact(8)
        .filter_map(|bytes| bytes.try_into().ok().map(i64::from_le_bytes))
        .map(|offset| usize::try_from(offset).map_err(error))
        .collect::<PyResult<_>>()?;
    let rows = offsets.len().saturating_sub(1);
    let all = simdutf8::basic::from_utf8(data).map_err(error)?;
    let mut pieces: Vec<(String, Vec<usize>)> = Vec::new();
    for start in (0..rows).step_by(16 * BATCH) {
        let batch = &offsets[start..=(start + 16 * BATCH).min(rows)];
        let piece = |at: usize| {
            let cut = &batch[at..=(at + BATCH).min(batch.len() - 1)];
            let mut text = String::with_capacity(cut[cut.len() - 1].saturating_sub(cut[0]));
            let mut ends = Vec::with_capacity(cut.len());
            for pair in cut.windows(2) {
                f(all.get(pair[0]..pair[1]).ok_or("offsets that cut a letter")?, &mut text);
                ends.push(text.len());
            }
            Ok((text, ends))
        };
        let some: Result<Vec<_>, &str> =
            py.detach(|| (0..batch.len() - 1).into_par_iter().step_by(BATCH).map(piece).collect());
        pieces.extend(some.map_err(error)?);
        py.check_signals()?;
    }
    let total = pieces.iter().map(|(text, _)| text.len()).sum();
    let made = PyBytes::new_with(py, total, |bytes| {
        let mut at = 0;
        for (text, _) in &pieces {
            bytes[at..at + text.len()].copy_from_slice(text.as_bytes());
            at += text.len();
        }
        Ok(())
    })?;
    let ends = PyBytes::new_with(py, 8 * (rows + 1), |bytes| {
        let mut base = 0;
        let mut places = bytes.chunks_exact_mut(8).skip(1);
        for (text, ends) in &pieces {
            for (end, place) in ends.iter().zip(&mut places) {
                place.copy_from_slice(&i64::try_from(base + end).map_err(error)?.to_le_bytes());
            }
            base += text.len();
        }
        Ok(())
    })?;
    Ok(Answer::Column((ends, made)))
}

/// Applies a function to every text that is there.
fn each<T: Send>(py: Python<'_>, texts: &Texts, f: impl Fn(&str) -> T + Sync) -> Rows<T> {
    let mut found = Vec::with_capacity(texts.len());
    for batch in texts.chunks(BATCH) {
        let part: Vec<Option<T>> = py.detach(|| {
            if batch.len() < 16 {
                batch.iter().map(|text| text.as_deref().map(&f)).collect()
            } else {
                batch.par_iter().map(|text| text.as_deref().map(&f)).collect()
            }
        });
        found.extend(part);
        py.check_signals()?;
    }
    Ok(found)
}

/// As [`each`], for what may fail; the message says which text.
fn each_checked<T: Send>(
    py: Python<'_>,
    texts: &Texts,
    f: impl Fn(&str) -> Result<T, String> + Sync,
) -> Rows<T> {
    let results = each(py, texts, f)?;
    let many = results.len() > 1;
    let checked = results.into_iter().enumerate().map(|(at, result)| match result {
        None => Ok(None),
        Some(Ok(value)) => Ok(Some(value)),
        Some(Err(why)) if many => Err(error(format!("text {at}: {why}"))),
        Some(Err(why)) => Err(error(why)),
    });
    checked.collect()
}

/// Bytes to code points, for offsets that come in order.
struct Points<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl<'t> Points<'t> {
    fn new(text: &'t str) -> Points<'t> {
        Points { text, byte: 0, point: 0 }
    }

    fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}

/// A result for every text, none for none.
type Rows<T> = PyResult<Vec<Option<T>>>;

type Strings = Vec<Option<String>>;

#[pyfunction]
fn normalize(py: Python<'_>, texts: Source, quotes: bool, dashes: bool) -> PyResult<Answer<'_>> {
    let normalizer = Normalizer::new().quotes(quotes).dashes(dashes);
    rewrite(py, &texts, |text, out| out.push_str(&normalizer.normalize(text)))
}

fn scheme(code: &str) -> PyResult<Option<Scheme>> {
    if code == "cyrillic" { Ok(None) } else { code.parse().map(Some).map_err(error) }
}

#[pyfunction]
fn transliterate<'py>(py: Python<'py>, texts: Source, to: &str, source: &str) -> PyResult<Answer<'py>> {
    let to = scheme(to)?.map(Transliterator::to);
    let auto = source == "auto";
    let from = if auto { None } else { scheme(source)?.map(Transliterator::from) };
    rewrite(py, &texts, |text, out| {
        let cyrillic = match from {
            Some(from) => from.transliterate(text),
            None if auto => qazaq::to_cyrillic(text),
            None => text.into(),
        };
        match to {
            // Writing to a string does not fail.
            Some(to) => to.transliterate_to(&cyrillic, out).unwrap_or_default(),
            None => out.push_str(&cyrillic),
        }
    })
}

#[pyfunction]
fn schemes() -> Vec<(&'static str, &'static str)> {
    Scheme::ALL.iter().map(|scheme| (scheme.code(), scheme.title())).collect()
}

#[pyfunction]
fn slug(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(&qazaq::slug(text)))
}

#[pyfunction]
fn stem(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| {
        let mut done = 0;
        for word in qazaq::words(text).filter(|word| word.as_str().chars().any(char::is_alphabetic)) {
            out.push_str(&text[done..word.span().start]);
            out.push_str(&morphology::stem(word.as_str()));
            done = word.span().end;
        }
        out.push_str(&text[done..]);
    })
}

#[pyfunction]
fn lemma(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| {
        let mut done = 0;
        for sentence in qazaq::sentences(text) {
            let start = sentence.span().start;
            let words: Vec<_> = qazaq::tokens(&text[sentence.span()])
                .filter(|token| token.kind() != TokenKind::Space)
                .collect();
            let texts: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
            for (word, tagged) in words.iter().zip(morphology::tag(&texts)) {
                let Some(reading) =
                    tagged.reading().filter(|_| word.as_str().chars().any(char::is_alphabetic))
                else {
                    continue;
                };
                out.push_str(&text[done..start + word.span().start]);
                out.push_str(&reading.lemma());
                done = start + word.span().end;
            }
        }
        out.push_str(&text[done..]);
    })
}

#[pyfunction]
fn restore(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(&morphology::restore(text)))
}

#[pyfunction]
fn verbalize(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(Speller::new().verbalize(text).as_str()))
}

#[pyfunction]
fn digitize(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(numbers::digitize(text).as_str()))
}

#[pyfunction]
fn parse(py: Python<'_>, texts: Texts) -> PyResult<Strings> {
    each_checked(py, &texts, |text| {
        numbers::parse(text).map(|parsed| parsed.value().to_string()).map_err(|error| match error.offset() {
            Some(at) => format!("{error} (at {})", text[..at].chars().count()),
            None => error.to_string(),
        })
    })
}

#[pyfunction]
fn spell(py: Python<'_>, texts: Texts, form: &str) -> PyResult<Strings> {
    let form: numbers::Form = form.parse().map_err(error)?;
    each_checked(py, &texts, |text| {
        let value: numbers::Decimal = text.parse().map_err(|error: qazaq::Error| error.to_string())?;
        Ok(numbers::spell(value, form).map_err(|error| error.to_string())?.to_string())
    })
}

/// A scheme and how sure it is.
type Detected = (&'static str, f64);

/// A piece of text and where it stands.
type Span = (String, usize, usize);

type TokenRow = (String, &'static str, usize, usize, String, Option<String>);

#[pyfunction]
fn tokens(py: Python<'_>, texts: Texts, spaces: bool) -> Rows<Vec<TokenRow>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        qazaq::tokens(text)
            .filter(|token| spaces || token.kind() != TokenKind::Space)
            .map(|token| {
                (
                    token.as_str().to_owned(),
                    token.kind().name(),
                    points.at(token.span().start),
                    points.at(token.span().end),
                    token.base().to_owned(),
                    token.suffix().map(str::to_owned),
                )
            })
            .collect()
    })
}

#[pyfunction]
fn words(py: Python<'_>, texts: Texts) -> Rows<Vec<String>> {
    each(py, &texts, |text| qazaq::words(text).map(|word| word.as_str().to_owned()).collect())
}

#[pyfunction]
fn sentences(py: Python<'_>, texts: Texts) -> Rows<Vec<Span>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        qazaq::sentences(text)
            .map(|s| (s.as_str().to_owned(), points.at(s.span().start), points.at(s.span().end)))
            .collect()
    })
}

type NumberRow = (String, &'static str, String, Option<String>, Vec<&'static str>, usize, usize);

#[pyfunction]
fn find_numbers(py: Python<'_>, texts: Texts, relative: bool) -> Rows<Vec<NumberRow>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        Finder::new()
            .relative(relative)
            .numbers(text)
            .map(|number| {
                (
                    number.as_str().to_owned(),
                    number.kind().name(),
                    number.value().to_string(),
                    number.unit().map(str::to_owned),
                    number.modifiers().iter().map(Modifier::name).collect(),
                    points.at(number.span().start),
                    points.at(number.span().end),
                )
            })
            .collect()
    })
}

#[pyfunction]
fn detect(py: Python<'_>, texts: Texts) -> Rows<Option<Detected>> {
    each(py, &texts, |text| {
        qazaq::detect(text).map(|found| {
            (found.scheme.map_or("cyrillic", |scheme| scheme.code()), f64::from(found.confidence))
        })
    })
}

type ReadingRow =
    (String, &'static str, Vec<(&'static str, &'static str)>, Vec<(&'static str, String)>, &'static str, u32);

fn reading(reading: &Reading<'_>) -> ReadingRow {
    (
        reading.lemma().into_owned(),
        reading.upos().as_str(),
        reading.features().iter().collect(),
        reading.morphemes().map(|piece| (piece.name(), piece.as_str().to_owned())).collect(),
        reading.provenance().as_str(),
        reading.cost(),
    )
}

#[pyfunction]
fn analyze(py: Python<'_>, texts: Texts) -> Rows<Vec<ReadingRow>> {
    each(py, &texts, |word| morphology::analyze(word).iter().map(reading).collect())
}

type TaggedRow = (String, usize, usize, Vec<ReadingRow>, Option<&'static str>);

#[pyfunction]
fn tag(py: Python<'_>, texts: Texts) -> Rows<Vec<Vec<TaggedRow>>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        let mut found = Vec::new();
        for sentence in qazaq::sentences(text) {
            let start = sentence.span().start;
            let words: Vec<_> = qazaq::tokens(&text[sentence.span()])
                .filter(|token| token.kind() != TokenKind::Space)
                .collect();
            let texts: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
            let tagged = morphology::tag(&texts);
            found.push(
                words
                    .iter()
                    .zip(tagged)
                    .map(|(word, tagged)| {
                        (
                            word.as_str().to_owned(),
                            points.at(start + word.span().start),
                            points.at(start + word.span().end),
                            tagged.readings().iter().map(reading).collect(),
                            tagged.rule(),
                        )
                    })
                    .collect(),
            );
        }
        found
    })
}

type FormRow = (String, &'static str, Vec<(&'static str, &'static str)>);

fn form(form: &Form) -> FormRow {
    (form.as_str().to_owned(), form.upos().as_str(), form.features().iter().collect())
}

#[pyfunction]
fn inflect(lemma: &str, features: &str, upos: Option<&str>) -> PyResult<Vec<FormRow>> {
    let features: Features = features.parse().map_err(error)?;
    let forms = match upos {
        Some(upos) => morphology::inflect_as(lemma, upos.parse().map_err(error)?, features),
        None => morphology::inflect(lemma, features),
    };
    Ok(forms.map_err(error)?.iter().map(form).collect())
}

#[pyfunction]
fn paradigm(lemma: &str, upos: Option<&str>) -> PyResult<Vec<(&'static str, Vec<FormRow>)>> {
    let upos = match upos {
        Some(upos) => upos.parse().map_err(error)?,
        None => *morphology::parts_of_speech(lemma)
            .first()
            .ok_or_else(|| error(format!("{lemma:?} has no forms")))?,
    };
    let rows = morphology::paradigm(lemma, upos).map_err(error)?;
    Ok(rows.iter().map(|row| (row.group, row.forms.iter().map(form).collect())).collect())
}

#[pyfunction]
fn stop_words() -> Vec<&'static str> {
    morphology::stop_words().to_vec()
}

#[pymodule(gil_used = false)]
fn _qazaq(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    for function in [
        wrap_pyfunction!(normalize, module)?,
        wrap_pyfunction!(transliterate, module)?,
        wrap_pyfunction!(schemes, module)?,
        wrap_pyfunction!(slug, module)?,
        wrap_pyfunction!(stem, module)?,
        wrap_pyfunction!(lemma, module)?,
        wrap_pyfunction!(restore, module)?,
        wrap_pyfunction!(verbalize, module)?,
        wrap_pyfunction!(digitize, module)?,
        wrap_pyfunction!(parse, module)?,
        wrap_pyfunction!(spell, module)?,
        wrap_pyfunction!(tokens, module)?,
        wrap_pyfunction!(words, module)?,
        wrap_pyfunction!(sentences, module)?,
        wrap_pyfunction!(find_numbers, module)?,
        wrap_pyfunction!(detect, module)?,
        wrap_pyfunction!(analyze, module)?,
        wrap_pyfunction!(tag, module)?,
        wrap_pyfunction!(inflect, module)?,
        wrap_pyfunction!(paradigm, module)?,
        wrap_pyfunction!(stop_words, module)?,
    ] {
        module.add_function(function)?;
    }
    Ok(())
}
