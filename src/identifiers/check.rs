//! What must hold of an identifier besides its pattern: check digits, dates, lengths.

use super::IdentifierKind;

/// The weights of the check digit of ЖСН and БСН, and those of the second try.
const WEIGHTS: [[u32; 11]; 2] = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]];

/// What an ЖСН or БСН is of; `None` where the text is not twelve ASCII digits with a right check digit and a possible date.
///
/// Of a person: the date of birth (YYMMDD), the century and sex (1 to 6), four serial digits. Of a legal entity: the
/// year and month of registration, its type (4 to 6), its feature (0 to 4), five serial digits. The last digit checks the others: the sum of
/// the first eleven by the weights 1 to 11, modulo 11; where that gives 10, by the weights 3 to 11, 1, 2; where it gives 10 again,
/// the number is not given out. Source: the rules for forming identification numbers of the Government of Kazakhstan (Resolution No. 565 of
/// 11 June 2003).
///
/// ```
/// use qazaq::identifiers::{IdentifierKind, identifier_kind};
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

#[cfg(feature = "identifiers")]
pub(super) use of_patterns::*;

#[cfg(feature = "identifiers")]
mod of_patterns {
    use super::{IdentifierKind, identifier_kind};

    /// A row's own check.
    pub(in crate::identifiers) type Check = fn(&str) -> bool;

    pub(in crate::identifiers) fn none(_: &str) -> bool {
        true
    }

    pub(in crate::identifiers) fn person(text: &str) -> bool {
        identifier_kind(text) == Some(IdentifierKind::Person)
    }

    pub(in crate::identifiers) fn entity(text: &str) -> bool {
        identifier_kind(text) == Some(IdentifierKind::Entity)
    }

    /// ISO 7064: the first four characters go to the end, letters are 10 to 35, and the whole is 1 modulo 97.
    pub(in crate::identifiers) fn iban(text: &str) -> bool {
        let letters =
            |text: &str| text.chars().filter_map(|c| c.to_digit(36)).collect::<alloc::vec::Vec<_>>();
        let mut code = letters(text);
        if !(15..=34).contains(&code.len()) {
            return false;
        }
        code.rotate_left(4);
        code.iter().fold(0, |rest, &n| (rest * if n > 9 { 100 } else { 10 } + n) % 97) == 1
    }

    fn digits(text: &str) -> usize {
        text.bytes().filter(u8::is_ascii_digit).count()
    }

    /// Eleven digits; a round sum in the milliards (8 700 000 000, 87 000 000 000) is a number.
    pub(in crate::identifiers) fn phone(text: &str) -> bool {
        digits(text) == 11 && (text.starts_with('+') || !text.ends_with("000"))
    }

    /// What ITU-T E.164 allows; shorter than eight is no number of another country.
    pub(in crate::identifiers) fn international(text: &str) -> bool {
        (8..=15).contains(&digits(text))
    }

    pub(in crate::identifiers) fn octets(text: &str) -> bool {
        text.split('.').all(|part| part.parse::<u8>().is_ok() && (part.len() == 1 || !part.starts_with('0')))
    }

    /// A date in digits (16.12.1991, 1991.12.16) is no version, nor are four octets.
    pub(in crate::identifiers) fn version(text: &str) -> bool {
        let parts: alloc::vec::Vec<u32> = text.split('.').filter_map(|part| part.parse().ok()).collect();
        let is_date = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
        match parts[..] {
            [first, second, last] => {
                let year_last = last > 999 || text.len() == 8;
                !(year_last && is_date(first, second) || first > 999 && is_date(last, second))
            }
            _ => true,
        }
    }
}
