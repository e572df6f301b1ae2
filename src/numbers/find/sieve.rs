//! Passing over what means nothing to numbers.
//!
//! Most of a text is words of Cyrillic letters that are no number and stand beside none. They are told by their first four letters
//! and their length, without a token being made of them. What else there is goes to the tokenizer, one token at a time, until one
//! may count. The cluster it stands in may have begun before it: the way back is kept as an anchor, the last place where no cluster was open.
//!
//! Windows of 64 bytes with masks of letters and spaces (SSE2) were tried: they took fewer instructions and no less time, for what costs is that
//! nobody can foresee where words end and signs stand.

use super::tables::WORDS;
use super::{Left, lex};
use crate::segment::{
    Token, TokenKind, Tokens, cyrillic_run, ends_plainly, plain_mixed_word, plain_sign, plain_word,
};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// What may count, be it a word or digits.
    Numbers,
    /// Also what says when without a number.
    Relative,
}

/// A place where no cluster is open, and the word right before it.
#[derive(Clone, Copy)]
struct Anchor {
    at: usize,
    before: Option<(usize, usize)>,
    /// Whether anything but white space has been passed over up to there.
    any: bool,
}

/// Moves the tokens to where the cluster with the next token that may count begins, or before, and gives where that token starts; `None` at
/// the end of the text. They stand where no cluster is open, and still do; what is right before them is told anew if they move.
pub(super) fn next<'t>(
    text: &'t str,
    tokens: &mut Tokens<'t>,
    left: &mut Left,
    wanted: Wanted,
) -> Option<usize> {
    let bytes = text.as_bytes();
    // The tokens as far as they have been looked at, where they had to be.
    let mut ahead: Option<Tokens<'t>> = None;
    loop {
        let passed = pass_over(text, ahead.as_ref().unwrap_or(tokens).offset(), wanted);
        if let Some(last) = passed.anchor {
            if let Some(ahead) = &ahead {
                tokens.clone_from(ahead);
            }
            tokens.pass_over(last.at, last.any, passed.line);
            *left = Left { word: last.before, spaced: last.before.is_none() };
        }
        // Whether it does is found out when the cluster is read.
        if passed.may_count || bytes.get(passed.to).is_some_and(u8::is_ascii_digit) {
            return Some(passed.to);
        }
        let ahead = ahead.get_or_insert_with(|| tokens.clone());
        ahead.pass_over(passed.to, passed.any, passed.line);
        let Some(token) = next_token(ahead) else {
            tokens.clone_from(ahead);
            return None;
        };
        if counts(text, &token, wanted) {
            return Some(token.span().start);
        }
        if token.is_line_break() {
            tokens.clone_from(ahead);
            *left = Left { word: None, spaced: true };
        }
    }
}

/// The next token, where few are asked for.
#[inline(never)]
pub(super) fn next_token<'t>(tokens: &mut Tokens<'t>) -> Option<Token<'t>> {
    tokens.next()
}

/// Whether a cluster with such a token may be a number.
#[inline(never)]
fn counts(text: &str, token: &Token<'_>, wanted: Wanted) -> bool {
    match token.kind() {
        TokenKind::Number => true,
        TokenKind::Word | TokenKind::Abbreviation => {
            let run = letters_of(text, token);
            !means_nothing(text, token, run)
                && (lex::lex(text, token)
                    .is_some_and(|lex| wanted == Wanted::Relative || lex.what.may_count())
                    || lex::twice(text, token, run).is_some()
                    || lex::is_glued(text, token.span().start, token.span().end))
        }
        _ => false,
    }
}

/// The end of the word with Latin letters in it that starts at a place, where the tokenizer ends it whatever follows; `None` for what may be a
/// Roman numeral.
#[inline(never)]
pub(super) fn plain_mixed_word_at(text: &str, at: usize) -> Option<usize> {
    let end = plain_mixed_word(text.as_bytes(), at)?;
    (!lex::may_be_roman(&text[at..end])).then_some(end)
}

/// How much of a token, and of what follows it, is letters of U+0400 to U+04FF.
pub(super) fn letters_of(text: &str, token: &Token<'_>) -> usize {
    let start = token.span().start;
    cyrillic_run(text.as_bytes(), start) - start
}

/// The end of the word of letters of U+0400 to U+04FF that starts at a place, where the tokenizer ends it whatever follows, and its
/// [`meaning`]; `None` where it does not, for what may be a Roman numeral, and near the end of the text.
#[inline(always)]
pub(super) fn plain_word_at(bytes: &[u8], at: usize) -> Option<(usize, u64)> {
    let eight: &[u8; 8] = bytes.get(at..)?.first_chunk()?;
    let first = u16::from_be_bytes([eight[0], eight[1]]);
    // Marks; Х, І.
    if first & 0xFC00 != 0xD000 || first.wrapping_sub(0xD282) < 8 || matches!(first, 0xD0A5 | 0xD086) {
        return None;
    }
    let end = cyrillic_run(bytes, at);
    if ends_plainly(bytes, at, end) {
        return Some((end, meaning(eight, end - at)));
    }
    // Of a word that is no numeral, what a hyphen joins to it.
    let joined = bytes.get(end) == Some(&b'-') && meaning(eight, end - at) == 0;
    let end = if joined { plain_word(bytes, at, end)? } else { return None };
    (bytes.get(end) != Some(&b'.')).then_some((end, 0))
}

/// Whether a word that starts with so many letters is told by the first ones to mean nothing, in whole or in its halves.
#[inline]
pub(super) fn means_nothing(text: &str, token: &Token<'_>, run: usize) -> bool {
    // Letters of another alphabet, or an apostrophe, may be part of it.
    let ends = token.as_str().as_bytes().get(run).is_none_or(|&byte| matches!(byte, b'-' | b'.'));
    let eight = text.as_bytes().get(token.span().start..).and_then(|rest| rest.first_chunk());
    run > 0 && ends && eight.is_some_and(|eight| meaning(eight, run) == 0)
}

/// What has been passed over without the tokenizer.
struct Passed {
    to: usize,
    /// Whether a word follows that is not passed over for its meaning.
    may_count: bool,
    /// Anything but white space.
    any: bool,
    /// A line break.
    line: bool,
    /// The last one. All line breaks are before it.
    anchor: Option<Anchor>,
}

/// Passes over words that mean nothing, and signs, up to a token that the tokenizer is to look at.
fn pass_over(text: &str, from: usize, wanted: Wanted) -> Passed {
    let bytes = text.as_bytes();
    const NONE: usize = usize::MAX;
    let mask = if wanted == Wanted::Relative { 3 } else { MAY_COUNT };
    let (mut any, mut line, mut may_count) = (false, false, false);
    // The anchor, the start of the word that ends there, and whether anything is before it.
    let (mut anchor, mut word, mut anchor_any) = (NONE, NONE, false);
    let mut at = from;
    while let Some(&first) = bytes.get(at) {
        if first & 0xFC == 0xD0 {
            let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) else { break };
            let run = cyrillic_run(bytes, at);
            let meaning = meaning(eight, run - at);
            // U+0482 to U+0489 are no letters.
            let marks = u16::from_be_bytes([first, eight[1]]).wrapping_sub(0xD282) < 8;
            if meaning & mask != 0 || marks {
                may_count = true;
                break;
            }
            // A word that means nothing closes the cluster before it, and mostly what follows opens none with it.
            let after = |place: usize| bytes.get(run + place).copied();
            if after(0) == Some(b' ') {
                if meaning == 0 {
                    (anchor, word) = (run, at);
                }
                at = run + 1;
            } else if after(0) == Some(b',') && after(1) == Some(b' ') {
                // Here and below the commonest signs by themselves.
                if meaning == 0 {
                    (anchor, word) = (run, at);
                }
                at = run + 2;
            } else if after(0) == Some(b'.') && after(1) == Some(b' ') && run - at > 2 {
                if meaning == 0 {
                    (anchor, word, anchor_any) = (run + 1, NONE, true);
                }
                at = run + 2;
            } else if let Some(end) = plain_word(bytes, at, run) {
                match AFTER[usize::from(bytes.get(end).copied().unwrap_or(b' '))] {
                    After::Closed if meaning == 0 => (anchor, word) = (end, at),
                    // It may be an abbreviation with its stop.
                    After::Stop if meaning == 0 => (anchor, word, anchor_any) = (end + 1, NONE, true),
                    _ => {}
                }
                at = end;
            } else {
                // With a Latin letter in it.
                let Some(end) = mixed_word(text, at) else { break };
                (anchor, word) = (end, at);
                at = end;
            }
            any = true;
        } else if first == b' ' {
            at += 1;
        } else if first == b'\n' {
            at += 1;
            line = true;
            (anchor, word, anchor_any) = (at, NONE, any);
        } else if first.is_ascii_digit() {
            break;
        } else if let Some(end) = plain_sign(bytes, at) {
            any = true;
            at = end;
        } else if first == b'_' && bytes.get(at + 1).is_none_or(|next| matches!(next, b'_' | b' ' | b'\n')) {
            any = true;
            at += 1;
        } else {
            let Some(end) = mixed_word(text, at) else { break };
            (anchor, word) = (end, at);
            any = true;
            at = end;
        }
    }
    let before = (word != NONE).then_some((word, anchor));
    let anchor =
        (anchor != NONE).then_some(Anchor { at: anchor, before, any: anchor_any || before.is_some() });
    Passed { to: at, may_count, any, line, anchor }
}

/// The end of a word that has Latin letters, where it means nothing and what follows is in no cluster with what stands before it.
#[inline(never)]
fn mixed_word(text: &str, at: usize) -> Option<usize> {
    let end = plain_mixed_word(text.as_bytes(), at)?;
    let closes =
        matches!(AFTER[usize::from(text.as_bytes().get(end).copied().unwrap_or(b' '))], After::Closed);
    let nothing = || {
        says_nothing_with_latin_i(&text.as_bytes()[at..end])
            || lex::word(text, at, end).is_none() && !lex::is_glued(text, at, end)
    };
    (closes && !lex::may_be_roman(&text[at..end]) && nothing()).then_some(end)
}

/// Whether a word of Cyrillic letters and of Latin i for the letter that looks like it means nothing by its first letters.
fn says_nothing_with_latin_i(word: &[u8]) -> bool {
    let (mut first, mut length, mut at) = ([0; 8], 0, 0);
    while let Some(&byte) = word.get(at) {
        let (pair, step) = match byte {
            0xD0..=0xD3 => ([byte, word.get(at + 1).copied().unwrap_or(0)], 2),
            b'i' | b'I' => (LATIN_I, 1),
            _ => return false,
        };
        if let Some(place) = first.get_mut(length..length + 2) {
            place.copy_from_slice(&pair);
        }
        (length, at) = (length + 2, at + step);
    }
    meaning(&first, length) == 0
}

/// The Cyrillic letter that looks like a Latin i.
const LATIN_I: [u8; 2] = [0xD1, 0x96];

/// What may follow a plain word, by its first byte.
#[derive(Clone, Copy)]
enum After {
    /// White space, or what is in no cluster.
    Closed,
    Stop,
    /// What may be in a cluster.
    Open,
}

static AFTER: [After; 256] = {
    let mut table = [After::Closed; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'.' => After::Stop,
            b'(' | b')' | b'+' | b'$' | b'%' | b'/' => After::Open,
            // Quotation marks, but dashes too.
            0xE2 => After::Open,
            _ => After::Closed,
        };
        byte += 1;
    }
    table
};

/// The bit of a [`meaning`] that a word may count.
pub(super) const MAY_COUNT: u64 = 2;

/// What the letters of U+0400 to U+04FF that a word starts with say, by the first four and their length in bytes, as far as six letters: 0 that the word is nothing
/// to the finder, 1 that it may stand in a cluster, 3 that it may count. Codegen has the same for the words of the tables.
#[inline(always)]
fn meaning(eight: &[u8; 8], length: usize) -> u64 {
    // Of each letter five bits, which most small letters and their capitals share, and whether it is one from U+0480 on.
    const LETTERS: u64 = 0x1F02_1F02_1F02_1F02;
    let letters = u64::from_le_bytes(*eight) & (LETTERS >> (64 - 8 * length.min(8) as u32));
    let hash = (letters ^ (length.min(12) as u64) << 2).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let cells = WORDS[(hash >> 53) as usize];
    let cell = |place: u64| cells >> (place & 62);
    cell(hash >> 47) & cell(hash >> 41) & 3
}
