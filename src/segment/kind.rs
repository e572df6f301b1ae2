//! The kinds of tokens.

use core::fmt;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word: letters, with hyphens, apostrophes and digits inside (`қарым-қатынас`, `U'lken`, `G20`, `ҚР-ның`).
    Word,
    /// A number: digits with groups, decimals, sign of percent and ending (`18,1`, `12,5%-ға`, `16.12.1991`, `3:2`).
    Number,
    /// An abbreviation or initial with its stop (`т.б.`, `млн.`, `Н.`).
    Abbreviation,
    /// A site or page address (`https://…`, `aqparat.kz`).
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Mention,
    /// `#тақырып`.
    Hashtag,
    /// A picture, with all its joiners and modifiers.
    Emoji,
    /// A sign that is no punctuation: `%`, `№`, `$`, `+`, control characters.
    Symbol,
    /// A punctuation mark; three or more stops are one.
    Punctuation,
    /// A run of horizontal white space, or one line break.
    Space,
}

impl TokenKind {
    /// Every kind, in the order of the declaration.
    pub const ALL: [TokenKind; 11] = [
        TokenKind::Word,
        TokenKind::Number,
        TokenKind::Abbreviation,
        TokenKind::Url,
        TokenKind::Email,
        TokenKind::Mention,
        TokenKind::Hashtag,
        TokenKind::Emoji,
        TokenKind::Symbol,
        TokenKind::Punctuation,
        TokenKind::Space,
    ];

    /// The stable name in lower case: `word`, `number`, …, `space`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Abbreviation => "abbreviation",
            TokenKind::Url => "url",
            TokenKind::Email => "email",
            TokenKind::Mention => "mention",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Emoji => "emoji",
            TokenKind::Symbol => "symbol",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Space => "space",
        }
    }

    /// Whether [`words`](super::words) yields it: words, numbers and abbreviations.
    #[must_use]
    #[inline]
    pub const fn is_word(self) -> bool {
        matches!(self, TokenKind::Word | TokenKind::Number | TokenKind::Abbreviation)
    }
}

impl fmt::Display for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
