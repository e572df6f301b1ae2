//! ЖСН and БСН: the numbers of persons and of legal entities in Kazakhstan, with their check digit.
//!
//! Twelve digits. Of a person: the date of birth (YYMMDD), the century and sex (1 to 6), four serial digits. Of a legal entity: the
//! year and month of registration, its type (4 to 6), its feature (0 to 4), five serial digits. The last digit checks the others: the sum of
//! the first eleven by the weights 1 to 11, modulo 11; where that gives 10, by the weights 3 to 11, 1, 2; where it gives 10 again,
//! the number is not given out. Source: the rules for forming identification numbers of the
//! Government of Kazakhstan (Resolution No. 565 of 11 June 2003).

/// What an identification number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IdentifierKind {
    /// ЖСН (IIN): a person.
    Person,
    /// БСН (BIN): a legal entity, its branch or a joint enterprise.
    Entity,
}

/// The weights of the check digit, and those of the second try.
const WEIGHTS: [[u32; 11]; 2] = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]];

/// What an ЖСН or БСН is of; `None` where the text is not twelve ASCII digits with a right check digit and a possible date.
///
/// [`numbers`](super::numbers()) is silent on any twelve digits in a row; this tells whether they can be such a number.
///
/// ```
/// use qazaq::numbers::{IdentifierKind, identifier_kind};
/// assert_eq!(identifier_kind("850101300124"), Some(IdentifierKind::Person));
/// assert_eq!(identifier_kind("850101300125"), None);
/// assert_eq!(identifier_kind("010540000009"), Some(IdentifierKind::Entity));
/// assert_eq!(identifier_kind("8501013001"), None);
/// ```
#[must_use]
pub fn identifier_kind(text: &str) -> Option<IdentifierKind> {
    let bytes: &[u8; 12] = text.as_bytes().try_into().ok()?;
    if !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let digits = bytes.map(|byte| u32::from(byte - b'0'));
    let check = WEIGHTS
        .iter()
        .map(|weights| digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11)
        .find(|&sum| sum < 10)?;
    if check != digits[11] {
        return None;
    }
    let month = digits[2] * 10 + digits[3];
    let day = digits[4] * 10 + digits[5];
    if !(1..=12).contains(&month) {
        return None;
    }
    match digits[4] {
        4..=6 if digits[5] <= 4 => Some(IdentifierKind::Entity),
        0..=3 if (1..=31).contains(&day) && (1..=6).contains(&digits[6]) => Some(IdentifierKind::Person),
        _ => None,
    }
}
