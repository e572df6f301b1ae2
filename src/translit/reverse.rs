//! Back to Cyrillic.

use super::loans::{FOLD, LONGEST, STEMS};
use super::table::{Back, Casing, Hamza, Table, Where};
use crate::alphabet::{Letter, Script, letter};
use crate::segment::{Class, Token, TokenKind, class_of, tokens};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Converts the words of a text that the scheme can have written; the others stay.
pub(super) fn convert<W: fmt::Write + ?Sized>(table: &Table, text: &str, out: &mut W) -> fmt::Result {
    let mut cyrillic = String::new();
    let mut rest = tokens(text).peekable();
    let mut quoted = false;
    while let Some(token) = rest.next() {
        let suffixed = token.suffix().is_some() && token.kind() != TokenKind::Word;
        if !matches!(token.kind(), TokenKind::Word | TokenKind::Abbreviation | TokenKind::Symbol) && !suffixed
        {
            out.write_str(token.as_str())?;
            continue;
        }
        // Parts of a compound are words by themselves: one that is not Kazakh does not keep the other.
        let kept = if suffixed { token.base().len() } else { 0 };
        out.write_str(&token.as_str()[..kept])?;
        let mut end = token.span().end;
        if token.kind() == TokenKind::Word {
            // A sign of the scheme that is punctuation elsewhere: between letters, or after a consonant (`korabl’`).
            while let Some(sign) = rest.peek().filter(|sign| is_sign(table, sign)).copied() {
                let mut ahead = rest.clone();
                ahead.next();
                let between = ahead.peek().is_some_and(|next| next.kind() == TokenKind::Word);
                let closes = quoted
                    || sign.as_str() != "’"
                    || !text[..end].ends_with(['l', 'n', 'r', 't', 's', 'd', 'L', 'N', 'R', 'T']);
                if !between && closes {
                    break;
                }
                end = sign.span().end;
                rest = ahead;
                if between {
                    end = rest.next().map_or(end, |next| next.span().end);
                }
            }
        } else if token.as_str() == "‘" || token.is_line_break() {
            quoted = token.as_str() == "‘";
        }
        for part in text[token.span().start + kept..end].split_inclusive(|c| class_of(c) == Class::Hyphen) {
            cyrillic.clear();
            let back = word(table, part, &mut cyrillic);
            out.write_str(if back { &cyrillic } else { part })?;
        }
    }
    Ok(())
}

/// Writes a word in Cyrillic; `false` where a letter of it is none of the scheme.
fn word(table: &Table, word: &str, out: &mut String) -> bool {
    // A lossless scheme gives every word back, ХХ typed in Cyrillic too.
    if !table.lossless && is_roman(word) {
        return false;
    }
    let (word, marked) = match &table.hamza {
        // The high hamza and the hamza of two code points are met too.
        Some(hamza) => match word.strip_prefix([hamza.sign, 'ٴ']) {
            Some(rest) => (rest, true),
            None => (word, false),
        },
        None => (word, false),
    };
    // The capital that и, й and і share: і in a word in capitals that has no back vowel.
    let shared =
        if word.contains(char::is_lowercase) || word.contains(['A', 'O', 'U', 'Y']) { 'ı' } else { 'i' };
    let mut at = 0;
    while let Some(c) = word[at..].chars().next() {
        let Some((row, length)) = candidates(table, c).iter().find_map(|row| {
            let length = matches(table.casing, shared, &word[at..], row.written)?;
            fits(row, word, at, length, out).then_some((row, length))
        }) else {
            // ə typed for ә went through on the way there and goes through on the way back.
            let passes = matches!(c, 'ə' | 'Ə' | 'ɵ' | 'Ɵ');
            if !passes && matches!(Script::of(c), Some(Script::Latin | Script::Arabic)) {
                return false;
            }
            out.push(c);
            at += c.len_utf8();
            continue;
        };
        push(row.letters, &word[..at], &word[at..at + length], &word[at + length..], out);
        at += length;
    }
    if table.loans {
        respell(out);
    }
    if let Some(hamza) = &table.hamza {
        harmonise(hamza, marked, out);
    }
    true
}

/// Tells front vowels from back ones, which the Arabic script writes alike.
///
/// A word with the sign is front throughout. In others each such letter goes by the nearest vowel that is told apart (а, е), the
/// one before it where there is one, and by қ ғ or к г beside where there is none.
fn harmonise(hamza: &Hamza, marked: bool, word: &mut String) {
    let pair = |pairs: &[(char, char)], c: char| pairs.iter().find(|pair| pair.0 == c).map(|pair| pair.1);
    if marked {
        let front = |c| pair(hamza.fronts, c).or_else(|| pair(hamza.marked_fronts, c)).unwrap_or(c);
        *word = word.chars().map(front).collect();
        return;
    }
    let letters: Vec<char> = word.chars().collect();
    let vowel = |c: &char| match c {
        'е' | 'ә' | 'э' => Some(true),
        'а' | 'я' => Some(false),
        _ => None,
    };
    let consonant = |c: &char| match c {
        'к' | 'г' => Some(true),
        'қ' | 'ғ' => Some(false),
        _ => None,
    };
    let settled = |at: usize| {
        // No word is longer than what is looked through.
        let (before, after) = (letters[..at].iter().rev().take(32), letters[at + 1..].iter().take(32));
        if before.clone().next().and_then(consonant) == Some(false) {
            return false;
        }
        let in_first_syllable = !before.clone().any(|&c| letter(c).is_some_and(Letter::is_vowel));
        let vowels = if in_first_syllable {
            after.clone().find_map(vowel)
        } else {
            before.clone().find_map(vowel).or_else(|| after.clone().find_map(vowel))
        };
        vowels.or_else(|| before.chain(after).find_map(consonant)).unwrap_or(false)
    };
    let front = |(at, &c): (usize, &char)| match pair(hamza.fronts, c) {
        Some(front) if settled(at) => front,
        _ => c,
    };
    *word = letters.iter().enumerate().map(front).collect();
}

/// Gives a word that starts like a borrowed one the letters that its scheme does not have: `електр` is `электр`.
fn respell(word: &mut String) {
    // Where each letter ends, in the word and in its folded form.
    let mut folded = String::with_capacity(LONGEST + 8);
    let mut ends = Vec::new();
    for (at, c) in word.char_indices() {
        if folded.len() > LONGEST {
            break;
        }
        let small = c.to_lowercase().next().unwrap_or(c);
        match FOLD.binary_search_by_key(&small, |row| row.0) {
            Ok(row) => folded.push_str(FOLD[row].1),
            Err(_) => folded.push(small),
        }
        ends.push((at + c.len_utf8(), folded.len()));
    }
    let stem = ends.iter().rev().find_map(|&(end, length)| {
        let row = STEMS.binary_search_by(|row| row.0.cmp(&folded[..length])).ok()?;
        // The soft sign goes before a vowel: профиль, профилі.
        let vowel = word[end..].chars().next().and_then(letter).is_some_and(Letter::is_vowel);
        (!vowel || !STEMS[row].1.ends_with('ь')).then_some((end, STEMS[row].1))
    });
    let Some((end, stem)) = stem else { return };
    let letters = || word[..end].chars().filter(|c| c.is_alphabetic());
    let all_caps = letters().nth(1).is_some() && letters().all(char::is_uppercase);
    let capital = letters().next().is_some_and(char::is_uppercase);
    let mut spelt = String::with_capacity(word.len() + 8);
    for (number, c) in stem.chars().enumerate() {
        if all_caps || (capital && number == 0) {
            spelt.extend(c.to_uppercase());
        } else {
            spelt.push(c);
        }
    }
    word.replace_range(..end, &spelt);
}

/// Whether a punctuation mark is a letter of the scheme (’ of BGN/PCGN).
fn is_sign(table: &Table, token: &Token<'_>) -> bool {
    let written = |c| candidates(table, c).iter().any(|row| row.written == token.as_str());
    token.kind() == TokenKind::Punctuation && token.as_str().chars().next().is_some_and(written)
}

/// The rows that a letter can start, whatever its case.
fn candidates(table: &Table, c: char) -> &[Back] {
    let small = match (table.casing, c) {
        // One capital for two letters: the rows of both.
        (Casing::SharedI, 'I') => return table.back,
        (Casing::Turkic, 'I') => 'ı',
        (Casing::Turkic, 'İ') => 'i',
        _ if c.is_lowercase() => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    };
    let first = |row: &Back| row.written.chars().next();
    let start = table.back.partition_point(|row| first(row) < Some(small));
    let end = start + table.back[start..].partition_point(|row| first(row) == Some(small));
    &table.back[start..end]
}

/// The letters in the case of what was written.
fn push(letters: &str, before: &str, written: &str, after: &str, out: &mut String) {
    let first = written.chars().next().unwrap_or(' ');
    let upper = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let (previous, next) = (before.chars().next_back(), after.chars().next().filter(|c| c.is_alphabetic()));
    // A sign without case (ʹ) is a capital among capitals.
    let is_capital = if first.is_lowercase() || first.is_uppercase() {
        first.is_uppercase()
    } else {
        let before_last = before.chars().rev().nth(1);
        upper(previous) && if next.is_some() { upper(next) } else { upper(before_last) }
    };
    // The second of two letters is a capital when what stands beside is in capitals.
    let all_caps = is_capital
        && (written.chars().filter(|c| c.is_alphabetic()).nth(1).is_some_and(char::is_uppercase)
            || upper(next)
            || (next.is_none() && upper(previous)));
    for (number, letter) in letters.chars().enumerate() {
        if is_capital && (number == 0 || all_caps) {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
    }
}

fn fits(row: &Back, word: &str, at: usize, length: usize, out: &str) -> bool {
    let next = word[at + length..].chars().next().filter(|c| c.is_alphabetic());
    let last = out.chars().next_back().filter(|c| c.is_alphabetic());
    let small = |c: Option<char>| c.and_then(|c| c.to_lowercase().next());
    row.places.iter().all(|place| match place {
        Where::Start => last.is_none(),
        Where::End => next.is_none(),
        Where::After(letters) => small(last).is_some_and(|c| letters.contains(c)),
        Where::Before(letters) => small(next).is_some_and(|c| letters.contains(c)),
    })
}

/// How many bytes of the text are the letters of a row, in any case.
fn matches(casing: Casing, shared: char, text: &str, written: &str) -> Option<usize> {
    let mut length = 0;
    let mut found = text.chars();
    for wanted in written.chars() {
        let c = found.next()?;
        let same = c == wanted
            || match (casing, c, wanted) {
                (Casing::Turkic, 'I', _) => wanted == 'ı',
                (Casing::Turkic, 'İ', _) => wanted == 'i',
                (Casing::SharedI, 'I', _) => {
                    wanted == shared || (shared == 'ı' && wanted == 'i' && written.len() > 1)
                }
                (Casing::Apostrophe, _, 'ʼ') => is_apostrophe(c),
                _ => !c.is_lowercase() && c.to_lowercase().eq([wanted]),
            };
        if !same {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

fn is_apostrophe(c: char) -> bool {
    c == 'ʼ' || class_of(c) == Class::Apostrophe
}

/// Roman numerals of two letters and more stay.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'))
}
