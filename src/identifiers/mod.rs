//! What names a person, a legal entity, an account, a phone, a device or a paper by digits, and so is no number.
//!
//! `qazaq::numbers::numbers` is silent on these; here they are found, told apart and checked, for masking personal data, for
//! indexing, for reading aloud. What each looks like is a row of `data/identifiers.tsv`: a pattern, and a check where digits check each other.
//!
//! Each pattern goes over the text once, so the work is linear. Two designs were compared: a walk over the tokens, as the finder
//! of numbers has it, would say in fifty lines of conditions what one pattern says in one, and nobody could review it; a single pattern with a
//! group for each kind saves passes, but captures are slower than the passes, and a match whose check digit is wrong would hide what else stands there.
//! The patterns are compiled when they are first asked for (a millisecond), and by nothing else in the crate.

mod check;
#[cfg(feature = "identifiers")]
mod find;
#[cfg(feature = "identifiers")]
#[rustfmt::skip]
mod tables;

pub use check::identifier_kind;
#[cfg(feature = "identifiers")]
pub use find::{Identifier, Identifiers, identifiers};

use core::fmt;

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum IdentifierKind {
    /// ЖСН (IIN): a person.
    Person,
    /// БСН (BIN): a legal entity, its branch or a joint enterprise.
    Entity,
    /// IBAN: a bank account, by ISO 13616 with its check digits.
    Account,
    /// A phone number: of Kazakhstan with +7 or 8, of other countries with +.
    Phone,
    /// An address of the Internet, version 4.
    Address,
    /// A version of a program: `1.24.3`, `v2.0`.
    Version,
    /// A number plate of Kazakhstan: `777 AAA 02`.
    Plate,
    /// What follows №: a law, an order, a room.
    Document,
}

impl IdentifierKind {
    /// Every kind.
    pub const ALL: [IdentifierKind; 8] = [
        IdentifierKind::Person,
        IdentifierKind::Entity,
        IdentifierKind::Account,
        IdentifierKind::Phone,
        IdentifierKind::Address,
        IdentifierKind::Version,
        IdentifierKind::Plate,
        IdentifierKind::Document,
    ];

    /// The stable name in small letters.
    ///
    /// ```
    /// assert_eq!(qazaq::identifiers::IdentifierKind::Account.name(), "account");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            IdentifierKind::Person => "person",
            IdentifierKind::Entity => "entity",
            IdentifierKind::Account => "account",
            IdentifierKind::Phone => "phone",
            IdentifierKind::Address => "address",
            IdentifierKind::Version => "version",
            IdentifierKind::Plate => "plate",
            IdentifierKind::Document => "document",
        }
    }
}

impl fmt::Display for IdentifierKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
