//! Batches of texts: in from lists and Arrow columns, worked on in parallel without the interpreter's lock, and out again.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyTuple};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

/// What is worked on between two looks for Ctrl-C: so many texts at the most,
const TEXTS: usize = 4096;
/// or so many bytes, unless one text is longer.
const BYTES: usize = 1 << 20;

pub(crate) fn error(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The message of an error of the library, with the place in code points.
pub(crate) fn located(error: &qazaq::Error, text: &str) -> String {
    match error.offset().and_then(|at| text.get(..at)) {
        Some(before) => format!("{error} (at {})", before.chars().count()),
        None => error.to_string(),
    }
}

/// Texts one by one. Errors say which of them is none.
pub(crate) struct Texts(Vec<Option<PyBackedStr>>);

impl FromPyObject<'_, '_> for Texts {
    type Error = PyErr;

    fn extract(texts: Borrowed<'_, '_, PyAny>) -> PyResult<Texts> {
        let mut all = Vec::with_capacity(texts.len().unwrap_or(0));
        for (at, text) in texts.try_iter()?.enumerate() {
            let text = text?;
            all.push(match text.extract::<Option<PyBackedStr>>() {
                Ok(text) => text,
                Err(why) if why.is_instance_of::<PyValueError>(texts.py()) => {
                    return Err(error(format!("text {at}: {}", why.value(texts.py()))));
                }
                Err(_) => {
                    let kind = text.get_type().name()?.to_string();
                    return Err(PyTypeError::new_err(format!(
                        "text {at}: str or None is wanted, not {kind}"
                    )));
                }
            });
        }
        Ok(Texts(all))
    }
}

/// Texts one by one, or an Arrow column: 64-bit offsets and the bytes that they cut.
pub(crate) enum Source {
    Column(PyBackedBytes, PyBackedBytes),
    Rows(Texts),
}

impl FromPyObject<'_, '_> for Source {
    type Error = PyErr;

    fn extract(source: Borrowed<'_, '_, PyAny>) -> PyResult<Source> {
        match source.cast::<PyTuple>() {
            Ok(column) => {
                let (offsets, data) = column.extract()?;
                Ok(Source::Column(offsets, data))
            }
            Err(_) => source.extract().map(Source::Rows),
        }
    }
}

/// What comes back is of the same shape.
#[derive(IntoPyObject)]
pub(crate) enum Answer<'py> {
    Column((Bound<'py, PyBytes>, Bound<'py, PyBytes>)),
    Rows(Vec<Option<String>>),
}

/// A result for every text, none for none.
pub(crate) type Rows<T> = PyResult<Vec<Option<T>>>;

/// The process that the threads belong to: a fork has none of them, and would wait for them for ever.
static OWNER: AtomicU32 = AtomicU32::new(0);

/// How many threads there are to work on; one in a fork.
fn threads() -> usize {
    let here = std::process::id();
    match OWNER.compare_exchange(0, here, Ordering::Relaxed, Ordering::Relaxed) {
        Err(owner) if owner != here => 1,
        _ => rayon::current_num_threads(),
    }
}

/// Applies a function to all items, in parallel where there is more than one and more than one to do it.
fn spread<T: Sync, U: Send, C: FromParallelIterator<U> + FromIterator<U>>(
    items: &[T],
    f: impl Fn(&T) -> U + Sync + Send,
) -> C {
    if items.len() > 1 && threads() > 1 {
        items.par_iter().map(f).collect()
    } else {
        items.iter().map(f).collect()
    }
}

/// Cuts items of these sizes into batches.
fn batches(sizes: impl ExactSizeIterator<Item = usize>) -> Vec<Range<usize>> {
    let count = sizes.len();
    let mut found = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, size) in sizes.enumerate() {
        if at > start && (at - start == TEXTS || bytes + size > BYTES) {
            found.push(start..at);
            (start, bytes) = (at, 0);
        }
        bytes += size;
    }
    if start < count {
        found.push(start..count);
    }
    found
}

/// Applies a function to every text that is there.
pub(crate) fn each<T: Send>(
    py: Python<'_>,
    Texts(texts): &Texts,
    f: impl Fn(&str) -> T + Sync + Send,
) -> Rows<T> {
    let mut found = Vec::with_capacity(texts.len());
    for batch in batches(texts.iter().map(|text| text.as_deref().map_or(0, str::len))) {
        let batch = &texts[batch];
        let part: Vec<Option<T>> = py.detach(|| spread(batch, |text| text.as_deref().map(&f)));
        found.extend(part);
        py.check_signals()?;
    }
    Ok(found)
}

/// As [`each`], for what may fail; the message says which text.
pub(crate) fn each_checked<T: Send>(
    py: Python<'_>,
    texts: &Texts,
    f: impl Fn(&str) -> Result<T, String> + Sync + Send,
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

/// Rewrites every text into the end of a string.
pub(crate) fn rewrite<'py>(
    py: Python<'py>,
    source: &Source,
    f: impl Fn(&str, &mut String) + Sync + Send,
) -> PyResult<Answer<'py>> {
    match source {
        Source::Column(offsets, data) => column(py, offsets, data, f),
        Source::Rows(texts) => each(py, texts, |text| {
            let mut out = String::with_capacity(text.len() + 8);
            f(text, &mut out);
            out
        })
        .map(Answer::Rows),
    }
}

/// The same for a column. What is under a null is rewritten as well, and stays under it.
fn column<'py>(
    py: Python<'py>,
    offsets: &[u8],
    data: &[u8],
    f: impl Fn(&str, &mut String) + Sync + Send,
) -> PyResult<Answer<'py>> {
    let offsets: Vec<usize> = offsets
        .chunks_exact(8)
        .filter_map(|bytes| bytes.try_into().ok().map(i64::from_le_bytes))
        .map(|offset| usize::try_from(offset).map_err(error))
        .collect::<PyResult<_>>()?;
    let rows = offsets.len().saturating_sub(1);
    let all = simdutf8::basic::from_utf8(data).map_err(error)?;
    let sizes = offsets.windows(2).map(|pair| pair[1].saturating_sub(pair[0]));
    let piece = |rows: &Range<usize>| {
        let cut = &offsets[rows.start..=rows.end];
        let mut text = String::with_capacity(cut[cut.len() - 1].saturating_sub(cut[0]));
        let mut ends = Vec::with_capacity(rows.len());
        for pair in cut.windows(2) {
            f(all.get(pair[0]..pair[1]).ok_or("offsets that cut a letter")?, &mut text);
            ends.push(text.len());
        }
        Ok((text, ends))
    };
    let mut pieces: Vec<(String, Vec<usize>)> = Vec::new();
    for some in batches(sizes).chunks(2 * threads().max(1)) {
        let done: Result<Vec<_>, &str> = py.detach(|| spread(some, piece));
        pieces.extend(done.map_err(error)?);
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

/// Bytes to code points, for offsets that come in order.
pub(crate) struct Points<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl<'t> Points<'t> {
    pub(crate) fn new(text: &'t str) -> Points<'t> {
        Points { text, byte: 0, point: 0 }
    }

    pub(crate) fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }

    /// Start and end.
    pub(crate) fn span(&mut self, span: Range<usize>) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}
