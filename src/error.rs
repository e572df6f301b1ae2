//! The one error type.

use core::fmt;

/// What went wrong, in words.
///
/// Opaque on purpose: new failures are not breaking changes. Ask the predicates what kind it is.
///
/// ```
/// let error = "klingon".parse::<qazaq::Script>().unwrap_err();
/// assert!(error.is_unknown_name());
/// assert_eq!(error.to_string(), "unknown script \"klingon\": known are Cyrl, Latn, Arab");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum ErrorKind {
    UnknownName { what: &'static str, name: alloc::string::String, known: &'static str },
}

impl Error {
    pub(crate) fn unknown_name(what: &'static str, name: &str, known: &'static str) -> Error {
        Error { kind: ErrorKind::UnknownName { what, name: name.into(), known } }
    }

    /// Whether a name (of a script, …) was not known.
    #[must_use]
    pub fn is_unknown_name(&self) -> bool {
        matches!(self.kind, ErrorKind::UnknownName { .. })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::UnknownName { what, name, known } => {
                write!(f, "unknown {what} {name:?}: known are {known}")
            }
        }
    }
}

impl core::error::Error for Error {}
