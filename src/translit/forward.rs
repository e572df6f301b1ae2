//! From Cyrillic.

use super::table::{Cell, Context, Table};
use crate::segment::{TokenKind, tokens};
use core::fmt;

/// Bytes gathered before they are handed to the sink.
const BUFFER: usize = 512;

/// Converts a text into a sink, leaving addresses, mentions and hashtags alone.
pub(super) fn convert<W: fmt::Write + ?Sized>(table: &Table, text: &str, out: &mut W) -> fmt::Result {
    // Few texts have anything to protect, and each such thing has one of these signs.
    if !text.bytes().any(|byte| matches!(byte, b'@' | b'#')) && !may_have_address(text) {
        return letters(table, text, out);
    }
    let mut done = 0;
    for token in tokens(text) {
        if matches!(token.kind(), TokenKind::Url | TokenKind::Email | TokenKind::Mention | TokenKind::Hashtag)
        {
            let span = token.span();
            letters(table, &text[done..span.start], out)?;
            // What follows a hyphen is a Kazakh ending, not the address.
            let kept = token.base().len();
            out.write_str(&text[span.start..span.start + kept])?;
            done = span.start + kept;
        }
    }
    letters(table, &text[done..], out)
}

/// Whether an address could be in a text: a stop between letters or a scheme.
fn may_have_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    let joins = |window: &[u8]| match window {
        [b'.', next] => !next.is_ascii_whitespace() && *next != b'.' && !next.is_ascii_digit(),
        [b':', b'/'] => true,
        _ => false,
    };
    bytes.windows(2).any(joins)
}

fn letters<W: fmt::Write + ?Sized>(table: &Table, text: &str, out: &mut W) -> fmt::Result {
    let mut buffer = Buffer { bytes: [0; BUFFER], length: 0 };
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut in_word = false;
    while let Some(&lead) = bytes.get(at) {
        buffer.make_room(out)?;
        if lead & 0xFC == 0xD0 {
            let trail = bytes.get(at + 1).copied().unwrap_or(0);
            let cell = &table.plain[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)];
            if !in_word {
                in_word = true;
                if let Some(hamza) = table.hamza.as_ref().filter(|hamza| takes_hamza(hamza, &text[at..])) {
                    let mut sign = [0; 4];
                    buffer.push(hamza.sign.encode_utf8(&mut sign).as_bytes());
                }
            }
            if cell.is_plain() {
                buffer.push_cell(cell);
            } else if cell.is_none() {
                buffer.push(&bytes[at..at + 2]);
            } else {
                buffer.push_cell(special(table, text, at));
            }
            at += 2;
        } else {
            in_word = false;
            // One character, whole: its continuation bytes follow at once.
            buffer.push(&[lead]);
            at += 1;
            while let Some(&next) = bytes.get(at).filter(|&&next| next & 0xC0 == 0x80) {
                buffer.push(&[next]);
                at += 1;
            }
        }
    }
    buffer.flush(out)
}

struct Buffer {
    bytes: [u8; BUFFER],
    length: usize,
}

impl Buffer {
    /// Makes room for a sign, a cell and the longest character.
    #[inline(always)]
    fn make_room<W: fmt::Write + ?Sized>(&mut self, out: &mut W) -> fmt::Result {
        if self.length > BUFFER - 24 { self.flush(out) } else { Ok(()) }
    }

    /// Copies a whole cell and counts what of it counts.
    #[inline(always)]
    fn push_cell(&mut self, cell: &Cell) {
        if let Some(place) = self.bytes.get_mut(self.length..self.length + 8) {
            place.copy_from_slice(&cell.bytes);
            self.length += cell.len();
        }
    }

    #[inline(always)]
    fn push(&mut self, bytes: &[u8]) {
        if let Some(place) = self.bytes.get_mut(self.length..self.length + bytes.len()) {
            place.copy_from_slice(bytes);
            self.length += bytes.len();
        }
    }

    fn flush<W: fmt::Write + ?Sized>(&mut self, out: &mut W) -> fmt::Result {
        // Cells and characters go in whole, so that what is there is always UTF-8.
        let text = core::str::from_utf8(&self.bytes[..self.length]).map_err(|_| fmt::Error)?;
        out.write_str(text)?;
        self.length = 0;
        Ok(())
    }
}

/// The cell of a letter that depends on its neighbours.
#[cold]
fn special<'t>(table: &'t Table, text: &str, at: usize) -> &'t Cell {
    let (before, from) = text.split_at(at);
    let mut rest = from.chars();
    let letter = rest.next().unwrap_or(' ');
    let previous = before.chars().next_back().filter(|c| c.is_alphabetic());
    let next = rest.next().filter(|c| c.is_alphabetic());
    // A capital among capitals: before one, or the last of a word after one.
    let all_caps = letter.is_uppercase()
        && match next {
            Some(next) => next.is_uppercase(),
            None => previous.is_some_and(char::is_uppercase),
        };
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let is_in = |letters: &str, c: Option<char>| {
        c.and_then(|c| c.to_lowercase().next()).is_some_and(|c| letters.contains(c))
    };
    for row in table.contextual.iter().filter(|row| row.letter == small) {
        let fits = match row.context {
            Context::After(letters) => is_in(letters, previous),
            Context::Before(letters) => is_in(letters, next),
        };
        if fits {
            return match (letter.is_uppercase(), all_caps) {
                (false, _) => &row.small,
                (true, false) => &row.capital,
                (true, true) => &row.all_caps,
            };
        }
    }
    let cells = if all_caps { &table.capitals } else { &table.plain };
    &cells[(letter as usize - 0x400) & 0xFF]
}

/// Whether the word that starts the text takes the sign of front vowels.
fn takes_hamza(hamza: &super::table::Hamza, text: &str) -> bool {
    let word = text.chars().take_while(|c| c.is_alphabetic()).map(|c| c.to_lowercase().next().unwrap_or(c));
    let mut front = false;
    for letter in word.clone() {
        if hamza.unless.contains(letter) {
            return false;
        }
        front |= hamza.front.contains(letter);
    }
    let starts_with = |stem: &&str| word.clone().take(stem.chars().count()).eq(stem.chars());
    front && !hamza.never.iter().any(starts_with)
}
