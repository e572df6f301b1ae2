//! Morphology: stems, lemmas, readings, tags, forms, restored letters, words of users.

use crate::batch::{Answer, Points, Rows, Source, Texts, each, error, located, rewrite};
use pyo3::prelude::*;
use qazaq::morphology::{self, Features, Form, Reading, Tagged, Upos};
use qazaq::{Sentence, Token, TokenKind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Whether a token is a word to look up: it has a letter.
fn has_letters(token: &Token<'_>) -> bool {
    token.as_str().chars().any(char::is_alphabetic)
}

/// The tokens of a sentence, but white space.
fn tokens<'t>(sentence: &Sentence<'t>) -> Vec<Token<'t>> {
    sentence.tokens().filter(|token| token.kind() != TokenKind::Space).collect()
}

/// Their readings, chosen beside each other.
fn tagged<'t>(words: &[Token<'t>]) -> Vec<Tagged<'t>> {
    let texts: Vec<&str> = words.iter().map(Token::as_str).collect();
    morphology::tag(&texts)
}

#[pyfunction]
pub(crate) fn stem(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| {
        let mut done = 0;
        for word in qazaq::words(text).filter(has_letters) {
            out.push_str(&text[done..word.span().start]);
            out.push_str(&morphology::stem(word.as_str()));
            done = word.span().end;
        }
        out.push_str(&text[done..]);
    })
}

#[pyfunction]
pub(crate) fn lemma(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| {
        let mut done = 0;
        for sentence in qazaq::sentences(text) {
            let start = sentence.span().start;
            let words = tokens(&sentence);
            for (word, tagged) in words.iter().zip(tagged(&words)) {
                if let Some(reading) = tagged.reading().filter(|_| has_letters(word)) {
                    out.push_str(&text[done..start + word.span().start]);
                    out.push_str(&reading.lemma());
                    done = start + word.span().end;
                }
            }
        }
        out.push_str(&text[done..]);
    })
}

#[pyfunction]
pub(crate) fn restore(py: Python<'_>, texts: Source) -> PyResult<Answer<'_>> {
    rewrite(py, &texts, |text, out| out.push_str(&morphology::restore(text)))
}

type RestorationRow = (usize, usize, String, Vec<String>, bool);

#[pyfunction]
pub(crate) fn restorations(py: Python<'_>, texts: Texts) -> Rows<Vec<RestorationRow>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        morphology::restorations(text)
            .map(|found| {
                let (start, end) = points.span(found.span());
                (start, end, found.word().to_owned(), found.answers().to_vec(), found.is_certain())
            })
            .collect()
    })
}

type Pairs = Vec<(&'static str, &'static str)>;

type ReadingRow = (String, &'static str, Pairs, Vec<(&'static str, String)>, &'static str, u32);

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
pub(crate) fn analyze(py: Python<'_>, texts: Texts) -> Rows<Vec<ReadingRow>> {
    each(py, &texts, |word| morphology::analyze(word).iter().map(reading).collect())
}

type TaggedRow = (String, usize, usize, Vec<ReadingRow>, Option<&'static str>);

#[pyfunction]
pub(crate) fn tag(py: Python<'_>, texts: Texts) -> Rows<Vec<Vec<TaggedRow>>> {
    each(py, &texts, |text| {
        let mut points = Points::new(text);
        qazaq::sentences(text)
            .map(|sentence| {
                let start = sentence.span().start;
                let words = tokens(&sentence);
                let rows = words.iter().zip(tagged(&words)).map(|(word, tagged)| {
                    let (from, to) = points.span(start + word.span().start..start + word.span().end);
                    let readings = tagged.readings().iter().map(reading).collect();
                    (word.as_str().to_owned(), from, to, readings, tagged.rule())
                });
                rows.collect()
            })
            .collect()
    })
}

type FormRow = (String, &'static str, Pairs);

fn form(form: &Form) -> FormRow {
    (form.as_str().to_owned(), form.upos().as_str(), form.features().iter().collect())
}

fn upos(name: Option<&str>) -> PyResult<Option<Upos>> {
    name.map(str::parse).transpose().map_err(error)
}

fn features(features: &str) -> PyResult<Features> {
    features.parse().map_err(|why| error(located(&why, features)))
}

#[pyfunction]
pub(crate) fn inflect(lemma: &str, wanted: &str, part: Option<&str>) -> PyResult<Vec<FormRow>> {
    let forms = match upos(part)? {
        Some(upos) => morphology::inflect_as(lemma, upos, features(wanted)?),
        None => morphology::inflect(lemma, features(wanted)?),
    };
    Ok(forms.map_err(error)?.iter().map(form).collect())
}

#[pyfunction]
pub(crate) fn parts_of_speech(lemma: &str) -> Vec<&'static str> {
    morphology::parts_of_speech(lemma).iter().map(|upos| upos.as_str()).collect()
}

#[pyfunction]
pub(crate) fn paradigm(
    lemma: &str,
    part: Option<&str>,
) -> PyResult<Vec<(&'static str, Pairs, Vec<FormRow>)>> {
    let upos = match upos(part)? {
        Some(upos) => upos,
        None => *morphology::parts_of_speech(lemma)
            .first()
            .ok_or_else(|| error(format!("{lemma:?} has no forms")))?,
    };
    let rows = morphology::paradigm(lemma, upos).map_err(error)?;
    let row = |row: &morphology::Row| {
        (row.group, row.features.iter().collect(), row.forms.iter().map(form).collect())
    };
    Ok(rows.iter().map(row).collect())
}

#[pyfunction]
pub(crate) fn stop_words() -> Vec<&'static str> {
    morphology::stop_words().to_vec()
}

/// The built-in lexicon with words of the user. Those who read it keep what they began with: no lock is held while they work,
/// since whoever waits for one with the interpreter's lock in hand would wait for ever.
#[pyclass(frozen, module = "qazaq._qazaq")]
pub(crate) struct Lexicon(Mutex<Arc<morphology::Lexicon>>);

impl Lexicon {
    fn held(&self) -> MutexGuard<'_, Arc<morphology::Lexicon>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Arc<morphology::Lexicon> {
        Arc::clone(&self.held())
    }
}

#[pymethods]
impl Lexicon {
    #[new]
    fn new() -> Lexicon {
        Lexicon(Mutex::new(Arc::new(morphology::Lexicon::new())))
    }

    fn extend(&self, rows: &str) -> PyResult<()> {
        Arc::make_mut(&mut self.held()).extend(rows).map_err(error)
    }

    fn added(&self) -> usize {
        self.now().added()
    }

    fn analyze(&self, py: Python<'_>, texts: Texts) -> Rows<Vec<ReadingRow>> {
        let lexicon = self.now();
        each(py, &texts, |word| lexicon.analyze(word).iter().map(reading).collect())
    }

    fn lemma<'py>(&self, py: Python<'py>, texts: Source) -> PyResult<Answer<'py>> {
        let lexicon = self.now();
        rewrite(py, &texts, |word, out| out.push_str(&lexicon.lemma(word)))
    }

    fn inflect(&self, lemma: &str, wanted: &str) -> PyResult<Vec<FormRow>> {
        let forms = self.now().inflect(lemma, features(wanted)?).map_err(error)?;
        Ok(forms.iter().map(form).collect())
    }
}
