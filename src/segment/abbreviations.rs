//! The table of abbreviations.

use super::lists::{Abbreviation, LONGEST, lower, place};
use super::tables::{ABBREVIATIONS, ABBREVIATIONS_PLACES};

/// The row of a form, in any letter case.
pub(super) fn find(form: &str) -> Option<&'static Abbreviation> {
    let mut buffer = [0u8; LONGEST];
    let key = lower(form, &mut buffer)?;
    place(key, &ABBREVIATIONS_PLACES, |at| ABBREVIATIONS[at].form).map(|at| &ABBREVIATIONS[at])
}
