//! Sentences, over the tokens.
//!
//! A sentence ends at a stop, question mark, exclamation mark or ellipsis, with the quotation marks and brackets that
//! close after it, unless what follows shows that it goes on. Working on tokens means that a stop inside a number,
//! an address, an abbreviation or an initial never comes into question. Looking ahead is bounded by a few tokens.

use super::abbreviations;
use super::class::{Class, class_of};
use super::kind::TokenKind;
use super::scan::{Tokens, tokens};
use super::token::Token;
use core::iter::FusedIterator;
use core::ops::Range;

/// The sentences of a text. A line break ends a sentence, as in UAX 29.
///
/// A sentence has no white space at its ends; between sentences there is nothing but white space. Stops of
/// abbreviations (`т.б.`, `2010 ж. 25 қаңтарда`), initials (`Н.Ә.Назарбаев`), list numbers (`1. Жалпы ережелер`) and stops
/// before a lower-case word or the author's words (`… — деді ол`) do not end one. For text whose lines are cut at some
/// width see [`hard_wrapped_sentences`].
///
/// ```
/// use qazaq::sentences;
/// let text = "«Келдің бе?» — деді Н.Ә.Сейітов. Ол 2010 ж. 25 қаңтарда, т.б. күні келген!";
/// let found: Vec<_> = sentences(text).map(|s| s.as_str()).collect();
/// assert_eq!(found, ["«Келдің бе?» — деді Н.Ә.Сейітов.", "Ол 2010 ж. 25 қаңтарда, т.б. күні келген!"]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text, tokens: tokens(text), hard_wrapped: false }
}

/// The sentences of a text whose lines are hard-wrapped: a line break counts as a space, a blank line ends a sentence.
///
/// ```
/// use qazaq::hard_wrapped_sentences;
/// let found: Vec<_> = hard_wrapped_sentences("Бұл сөйлем\nекі жолда.\n\nТақырып\n\nСоңы.").map(|s| s.span()).collect();
/// assert_eq!(found, [0..38, 40..54, 56..65]);
/// ```
#[must_use]
pub fn hard_wrapped_sentences(text: &str) -> Sentences<'_> {
    Sentences { hard_wrapped: true, ..sentences(text) }
}

/// A sentence with its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sentence<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Sentence<'t> {
    /// The sentence as it stands in the text.
    #[must_use]
    pub const fn as_str(&self) -> &'t str {
        self.text
    }

    /// Where it stands: byte offsets into the text given to [`sentences`].
    #[must_use]
    pub const fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Its tokens, with spans counted from the start of the sentence.
    ///
    /// Rules that look at the token before start afresh with each sentence.
    #[must_use]
    pub fn tokens(&self) -> Tokens<'t> {
        tokens(self.text)
    }
}

/// Iterator over the sentences of a text: see [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    hard_wrapped: bool,
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        let first = self.tokens.find(|token| token.kind != TokenKind::Space)?;
        let start = first.start;
        let mut end = first.start + first.text.len();
        // What a stop at the head of a sentence may number: `1.`, `IV.`, `а.`.
        let mut heads_list = is_list_head(&first);
        if let Some(closed) = self.terminated(&first, end, false) {
            return Some(self.sentence(start, closed));
        }
        while let Some(token) = self.tokens.next() {
            match token.kind {
                TokenKind::Space => {
                    if self.ends_paragraph(&token) {
                        break;
                    }
                    continue;
                }
                TokenKind::Punctuation | TokenKind::Abbreviation => {
                    end = token.start + token.text.len();
                    if let Some(closed) = self.terminated(&token, end, heads_list) {
                        return Some(self.sentence(start, closed));
                    }
                }
                _ => end = token.start + token.text.len(),
            }
            heads_list = false;
        }
        Some(self.sentence(start, end))
    }
}

impl FusedIterator for Sentences<'_> {}

impl<'t> Sentences<'t> {
    fn sentence(&self, start: usize, end: usize) -> Sentence<'t> {
        Sentence { text: &self.text[start..end], start }
    }

    /// Whether white space ends the paragraph: a line break, or in hard-wrapped text a blank line.
    fn ends_paragraph(&self, space: &Token<'t>) -> bool {
        if !space.is_line_break() {
            return false;
        }
        if !self.hard_wrapped {
            return true;
        }
        let mut ahead = self.tokens.clone().skip_while(|t| t.kind == TokenKind::Space && !t.is_line_break());
        ahead.next().is_some_and(|t| t.is_line_break())
    }

    /// Where the sentence ends, if it ends at this token; takes the closing marks off the tokens then.
    fn terminated(&mut self, token: &Token<'t>, end: usize, heads_list: bool) -> Option<usize> {
        let mark = Mark::of(token)?;
        // Most often a space and a capital follow, or a line break: no need to look at tokens.
        let rest = self.tokens.as_str();
        let plain = !matches!(mark, Mark::Abbreviation(_)) && !heads_list;
        if plain && !self.hard_wrapped && rest.starts_with('\n') {
            return Some(end);
        }
        if plain
            && rest.strip_prefix(' ').and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
        {
            return Some(end);
        }
        let mut ahead = self.tokens.clone();
        let mut end = end;
        let mut closed = false;
        // Further marks and closing brackets that stand right behind: `?!`, `?..`, `.»)`.
        let mut after = ahead.clone();
        let mut next = after.next();
        while let Some(t) = next {
            let closes = is_closing(&t, &after);
            let marks = t.kind == TokenKind::Punctuation && Mark::of(&t).is_some();
            if !closes && !marks {
                break;
            }
            closed |= closes;
            end = t.start + t.text.len();
            ahead = after.clone();
            next = after.next();
        }
        let ends = match next {
            None => true,
            Some(t) => self.goes_no_further(token, mark, closed, heads_list, &t, after.clone()),
        };
        if !ends {
            return None;
        }
        // A picture after the mark belongs to what it comments.
        let mut peek = ahead.clone();
        while let Some(t) = peek.next() {
            match t.kind {
                TokenKind::Emoji => {
                    end = t.start + t.text.len();
                    ahead = peek.clone();
                }
                TokenKind::Space if !t.is_line_break() => {}
                _ => break,
            }
        }
        self.tokens = ahead;
        Some(end)
    }

    /// Whether what follows a terminating mark starts a new sentence.
    fn goes_no_further(
        &self,
        token: &Token<'t>,
        mark: Mark,
        closed: bool,
        heads_list: bool,
        next: &Token<'t>,
        mut after: Tokens<'t>,
    ) -> bool {
        if heads_list && mark == Mark::Stop {
            return false;
        }
        let spaced = next.kind == TokenKind::Space;
        let mut next = *next;
        while next.kind == TokenKind::Space {
            if self.ends_paragraph_at(&next, &after) {
                return true;
            }
            match after.next() {
                Some(t) => next = t,
                None => return true,
            }
        }
        let glued = matches!(next.kind, TokenKind::Word | TokenKind::Abbreviation) || next.text == "«";
        match (mark, start_of(&next, after)) {
            (_, Start::Inside) => false,
            // `болды.Ол`: a space was forgotten.
            (_, Start::Capital) if !spaced => glued && !matches!(mark, Mark::Abbreviation(_)) && !closed,
            (Mark::Abbreviation(ends), Start::Capital | Start::Caseless) => {
                ends && !closed && !is_initial(token)
            }
            (Mark::Abbreviation(_), _) => false,
            (_, Start::Capital | Start::Caseless | Start::Number | Start::Other) => {
                spaced || next.kind == TokenKind::Emoji
            }
            (_, Start::Small) => false,
        }
    }

    fn ends_paragraph_at(&self, space: &Token<'t>, after: &Tokens<'t>) -> bool {
        Sentences { text: self.text, tokens: after.clone(), hard_wrapped: self.hard_wrapped }
            .ends_paragraph(space)
    }
}

/// A mark that can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Stop,
    Ellipsis,
    /// `!`, `?`, `؟`
    Strong,
    /// The stop of an abbreviation, and whether a sentence can end with it.
    Abbreviation(bool),
}

impl Mark {
    #[inline]
    fn of(token: &Token<'_>) -> Option<Mark> {
        match token.kind {
            TokenKind::Abbreviation => token
                .text
                .ends_with('.')
                .then(|| Mark::Abbreviation(abbreviations::find(token.text).is_some_and(|row| row.ends))),
            TokenKind::Punctuation => match token.text.chars().next()? {
                '.' if token.text.len() > 2 => Some(Mark::Ellipsis),
                '.' => Some(Mark::Stop),
                '\u{2026}' => Some(Mark::Ellipsis),
                '!' | '?' | '\u{203c}' | '\u{2047}'..='\u{2049}' | '\u{61f}' | '\u{6d4}' | '\u{3002}' => {
                    Some(Mark::Strong)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// What stands where a new sentence might start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Capital,
    Small,
    /// A letter of a script without case.
    Caseless,
    Number,
    /// Punctuation that only stands inside a sentence.
    Inside,
    Other,
}

/// Reads through opening marks and dashes to what they stand before.
fn start_of(token: &Token<'_>, mut after: Tokens<'_>) -> Start {
    let mut token = *token;
    // `— «Деп…`: a dash, a space, an opening mark, and one to spare.
    for _ in 0..5 {
        match token.kind {
            TokenKind::Word | TokenKind::Abbreviation | TokenKind::Hashtag | TokenKind::Url => {
                let first = token.text.chars().find(|c| c.is_alphanumeric());
                return match first {
                    Some(c) if c.is_uppercase() => Start::Capital,
                    Some(c) if c.is_lowercase() && token.kind != TokenKind::Url => Start::Small,
                    Some(_) => Start::Caseless,
                    None => Start::Other,
                };
            }
            TokenKind::Number => return Start::Number,
            TokenKind::Punctuation => match token.text.chars().next() {
                Some(
                    ',' | ';' | ':' | '.' | '!' | '?' | '\u{2026}' | '\u{60c}' | '\u{61b}' | ')' | ']' | '}',
                ) => {
                    return Start::Inside;
                }
                Some('»' | '›' | '”' | '’') => return Start::Inside,
                _ => {}
            },
            TokenKind::Space => {
                if token.is_line_break() {
                    return Start::Other;
                }
            }
            _ => return Start::Other,
        }
        match after.next() {
            Some(next) => token = next,
            None => return Start::Other,
        }
    }
    Start::Other
}

/// Whether a mark right behind a terminating one closes what the sentence is in.
fn is_closing(token: &Token<'_>, after: &Tokens<'_>) -> bool {
    if token.kind != TokenKind::Punctuation {
        return false;
    }
    match token.text.chars().next() {
        Some('»' | '›' | '”' | '’' | ')' | ']' | '}') => true,
        // Undirected marks, and “ where it closes „: closing unless a word follows at once.
        Some('"' | '\'' | '“') => !after
            .as_str()
            .chars()
            .next()
            .is_some_and(|c| matches!(class_of(c), Class::Letter | Class::Digit)),
        _ => false,
    }
}

/// Whether a token numbers an item when a stop follows it: `1`, `IV`, `а`.
fn is_list_head(token: &Token<'_>) -> bool {
    match token.kind {
        TokenKind::Number => token.text.bytes().all(|b| b.is_ascii_digit()) && token.text.len() <= 3,
        TokenKind::Word => {
            token.text.chars().nth(1).is_none()
                || token.text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
        }
        _ => false,
    }
}

/// A capital letter and its stop.
fn is_initial(token: &Token<'_>) -> bool {
    let mut chars = token.text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.as_str() == "."
}
