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
    Malformed { message: alloc::string::String, offset: usize },
}

impl Error {
    pub(crate) fn unknown_name(what: &'static str, name: &str, known: &'static str) -> Error {
        Error { kind: ErrorKind::UnknownName { what, name: name.into(), known } }
    }

    /// Input that cannot be understood; `offset` is the byte where the trouble starts.
    pub(crate) fn malformed(message: impl Into<alloc::string::String>, offset: usize) -> Error {
        Error { kind: ErrorKind::Malformed { message: message.into(), offset } }
    }

    /// Whether the input was not of the form that was asked for.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        matches!(self.kind, ErrorKind::Malformed { .. })
    }

    /// The byte of the input where the trouble starts, where there is one.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        match self.kind {
            ErrorKind::Malformed { offset, .. } => Some(offset),
            ErrorKind::UnknownName { .. } => None,
        }
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
            ErrorKind::Malformed { message, .. } => f.write_str(message),
        }
    }
}

impl core::error::Error for Error {}
