//! The compiled half of the Python package: texts in, tuples out. `python/qazaq` gives them names and types.
//!
//! Every function of a text takes a list of texts, or an Arrow column where it answers with one. Offsets leave here in code points.
//! No linguistic logic is here.

mod batch;
mod letters;
mod morphology;
mod numbers;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _qazaq {
    use super::*;

    #[pymodule_export]
    use super::letters::{
        candidates, changes, detect, lower, normalize, repair_legacy_font, schemes, sentences, slug,
        sort_key, tokens, transliterate, uncertain, upper, words,
    };
    #[pymodule_export]
    use super::morphology::{
        Lexicon, analyze, inflect, lemma, paradigm, parts_of_speech, restorations, restore, stem, stop_words,
        tag,
    };
    #[pymodule_export]
    use super::numbers::{
        check_suffix, digitize, find_identifiers, find_numbers, identifier_kind, parse, spell, verbalize,
        with_suffix,
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
