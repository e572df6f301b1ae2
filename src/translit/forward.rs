//! From Cyrillic.

use super::buffer::{Buffer, LIMIT};
use super::table::{Cell, Context, Table};
use crate::alphabet::{Backness, Letter, letter};
use crate::segment::{TokenKind, tokens};
use crate::unicode::lower;
use core::fmt;

/// No rule looks further than this many letters along a word.
const REACH: usize = 32;

/// A table with the choices of the caller.
#[derive(Clone, Copy)]
pub(super) struct Forward<'t> {
    pub(super) table: &'t Table,
    /// The options chosen, a bit each.
    pub(super) options: u8,
    /// What the sign of the scheme is written as.
    pub(super) sign: Option<char>,
}

/// Converts a text into a sink, leaving addresses, mentions and hashtags alone.
pub(super) fn convert<W: fmt::Write + ?Sized>(forward: Forward<'_>, text: &str, out: &mut W) -> fmt::Result {
    let plain = (forward.options == 0 && forward.sign.is_none()).then_some(&forward.table.plain);
    match plain {
        Some(plain) => around_addresses(forward, plain, text, out),
        None => around_addresses(forward, &chosen(forward), text, out),
    }
}

/// Converts a text into a sink, addresses too.
pub(super) fn convert_all<W: fmt::Write + ?Sized>(
    forward: Forward<'_>,
    text: &str,
    out: &mut W,
) -> fmt::Result {
    let mut buffer = Buffer::new();
    letters::<false, false, W>(forward, &forward.table.plain, text, &mut buffer, out)?;
    buffer.flush(out)
}

/// The cells with the letters marked that a chosen option touches, and the chosen sign in place.
fn chosen(forward: Forward<'_>) -> [Cell; 256] {
    let mut cells = forward.table.plain;
    for row in forward.table.contextual.iter().filter(|row| row.option & forward.options != 0) {
        for letter in [row.letter, crate::unicode::upper(row.letter)] {
            cells[(letter as usize).wrapping_sub(0x400) & 0xFF].make_special();
        }
    }
    if let (Some((usual, _)), Some(wanted)) = (forward.table.sign, forward.sign) {
        for cell in &mut cells {
            *cell = cell.replaced(usual, wanted);
        }
    }
    cells
}

fn around_addresses<W: fmt::Write + ?Sized>(
    forward: Forward<'_>,
    plain: &[Cell; 256],
    text: &str,
    out: &mut W,
) -> fmt::Result {
    let mut buffer = Buffer::new();
    let letters = match (
        forward.table.hamza.is_some(),
        !forward.table.marks.is_empty() && forward.options & forward.table.mark_option != 0,
    ) {
        (false, false) => letters::<false, false, W>,
        (true, false) => letters::<true, false, W>,
        (false, true) => letters::<false, true, W>,
        (true, true) => letters::<true, true, W>,
    };
    let mut done = 0;
    let mut from = 0;
    // An address has no space inside, so that only what stands between spaces around such a sign is looked at.
    while let Some(sign) = next_sign(text.as_bytes(), from) {
        let start = text[done..sign].rfind(char::is_whitespace).map_or(done, |space| done + space);
        let end = text[sign..].find(char::is_whitespace).map_or(text.len(), |space| sign + space);
        for token in tokens(&text[start..end]) {
            if is_address(token.kind()) {
                let span = start + token.span().start..start + token.span().start + token.base().len();
                letters(forward, plain, &text[done..span.start], &mut buffer, out)?;
                // What follows a hyphen is a Kazakh ending, not the address.
                buffer.push_str(&text[span.clone()], out)?;
                done = span.end;
            }
        }
        from = end;
    }
    letters(forward, plain, &text[done..], &mut buffer, out)?;
    buffer.flush(out)
}

/// What no alphabet changes.
pub(super) fn is_address(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Url | TokenKind::Email | TokenKind::Mention | TokenKind::Hashtag)
}

/// The next sign that an address could have inside or before it: each has one between other characters.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    let rare = |byte: &u8| matches!(byte, b'@' | b'#' | b'.' | b':');
    let joins = |at: usize| match bytes[at] {
        b'@' | b'#' => true,
        b'.' => bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || *next & 0xFC == 0xD0),
        b':' => bytes.get(at + 1) == Some(&b'/'),
        _ => false,
    };
    // Blocks without any of the four are passed over quickly.
    let blocks = bytes.get(from..)?.chunks(64).enumerate();
    blocks.map(|(number, block)| (from + number * 64, block)).find_map(|(start, block)| {
        let any = block.iter().fold(false, |found, byte| found | rare(byte));
        if !any {
            return None;
        }
        (0..block.len()).find(|&at| rare(&block[at]) && joins(start + at)).map(|at| start + at)
    })
}

fn letters<const HAMZA: bool, const MARKS: bool, W: fmt::Write + ?Sized>(
    forward: Forward<'_>,
    plain: &[Cell; 256],
    text: &str,
    buffer: &mut Buffer,
    out: &mut W,
) -> fmt::Result {
    let table = forward.table;
    let mut rest = text.as_bytes();
    let mut in_word = false;
    loop {
        buffer.make_room(out)?;
        if !HAMZA && !MARKS {
            rest = plain_letters(plain, rest, buffer);
        }
        let at = text.len() - rest.len();
        match *rest {
            [lead @ 0xD0..=0xD3, trail, ref after @ ..] => {
                let cell = &plain[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)];
                if HAMZA && !in_word {
                    in_word = true;
                    if let Some(hamza) =
                        table.hamza.as_ref().filter(|hamza| takes_hamza(hamza, forward, &text[at..]))
                    {
                        let mut sign = [0; 4];
                        buffer.push(forward.sign.unwrap_or(hamza.sign).encode_utf8(&mut sign).as_bytes());
                    }
                }
                if cell.is_plain() {
                    buffer.push_cell(cell);
                } else if cell.is_none() {
                    buffer.push(&[lead, trail]);
                } else {
                    buffer.push_cell(&special(forward, text, at));
                }
                rest = after;
            }
            [byte @ 0..0x80, ref after @ ..] => {
                in_word = false;
                match if MARKS { mark(forward, rest) } else { None } {
                    Some(mark) => buffer.push(mark.as_bytes()),
                    None => buffer.push_byte(byte),
                }
                rest = after;
            }
            [] => return Ok(()),
            _ => {
                in_word = false;
                let length = text[at..].chars().next().map_or(1, char::len_utf8);
                buffer.push(&rest[..length]);
                rest = &rest[length..];
            }
        }
    }
}

/// Converts letters that are one look-up, and ASCII, up to what is neither or to the end of the room.
#[inline(always)]
fn plain_letters<'t>(plain: &[Cell; 256], mut rest: &'t [u8], buffer: &mut Buffer) -> &'t [u8] {
    let (room, length) = buffer.whole_room();
    let mut end = *length;
    while end < LIMIT {
        let [lead, trail, ref after @ ..] = *rest else { break };
        if lead & 0xFC == 0xD0 {
            let cell = &plain[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)];
            if !cell.is_plain() {
                break;
            }
            // The limit leaves room for a cell: the compiler sees it.
            room[end..end + 8].copy_from_slice(&cell.bytes);
            end += cell.len();
            rest = after;
        } else if lead < 0x80 {
            room[end] = lead;
            end += 1;
            rest = &rest[1..];
        } else {
            break;
        }
    }
    *length = end;
    rest
}

/// The partner of a punctuation mark, unless it stands inside a number.
fn mark(forward: Forward<'_>, bytes: &[u8]) -> Option<&'static str> {
    let row = forward.table.marks.iter().find(|row| row.mark.as_bytes() == &bytes[..1])?;
    let digit_after = bytes.get(1).is_some_and(u8::is_ascii_digit);
    (!digit_after).then_some(row.written)
}

/// The cell of a letter that depends on its neighbours.
#[cold]
fn special(forward: Forward<'_>, text: &str, at: usize) -> Cell {
    let table = forward.table;
    let (before, from) = text.split_at(at);
    let mut rest = from.chars();
    let letter = rest.next().unwrap_or(' ');
    if table.roman && matches!(letter, 'Х' | 'І') && in_roman_numeral(before, from) {
        return Cell::new(if letter == 'Х' { "X" } else { "I" }, false);
    }
    let previous = before.chars().next_back().filter(|c| c.is_alphabetic());
    let next = rest.clone().next().filter(|c| c.is_alphabetic());
    // A capital among capitals: before one, or the last of a word after one.
    let all_caps = letter.is_uppercase()
        && match next {
            Some(next) => next.is_uppercase(),
            None => previous.is_some_and(char::is_uppercase),
        };
    let small = lower(letter);
    let is_in = |letters: &str, c: Option<char>| c.map(lower).is_some_and(|c| letters.contains(c));
    let holds = |context: &Context| match context {
        Context::After(letters) => is_in(letters, previous),
        Context::Before(letters) => is_in(letters, next),
        Context::Front => is_front(before, rest.as_str()),
        Context::Start => previous.is_none(),
    };
    let chosen = |option: u8| option == 0 || option & forward.options != 0;
    let fits = table
        .contextual
        .iter()
        .find(|row| row.letter == small && chosen(row.option) && row.contexts.iter().all(holds));
    let cell = match fits {
        Some(row) => match (letter.is_uppercase(), all_caps) {
            (false, _) => row.small,
            (true, false) => row.capital,
            (true, true) => row.all_caps,
        },
        None => {
            let cells = if all_caps { &table.capitals } else { &table.plain };
            cells[(letter as usize).wrapping_sub(0x400) & 0xFF]
        }
    };
    match (table.sign, forward.sign) {
        (Some((usual, _)), Some(wanted)) => cell.replaced(usual, wanted),
        _ => cell,
    }
}

/// Whether the vowels around a letter are front ones: the nearest before it, else the nearest after.
fn is_front(before: &str, after: &str) -> bool {
    let vowel = |c: char| match letter(c).and_then(Letter::backness) {
        Some(Backness::Front) => Some(true),
        Some(Backness::Back) => Some(false),
        _ => None,
    };
    let within = |c: &char| c.is_alphabetic();
    let before = before.chars().rev().take(REACH).take_while(within).find_map(vowel);
    before.or_else(|| after.chars().take(REACH).take_while(within).find_map(vowel)).unwrap_or(false)
}

/// Whether a word in two pieces is a Roman numeral of two signs or more, typed with Cyrillic letters or Latin ones.
fn in_roman_numeral(before: &str, from: &str) -> bool {
    let part = |c: &char| c.is_alphanumeric();
    let mut signs = [0u8; 12];
    let mut length = 0;
    let start = before.chars().rev().take(signs.len()).take_while(part).count();
    let word = before.chars().rev().take(start).collect_signs(&mut signs, &mut length);
    signs[..length].reverse();
    word && from.chars().take_while(part).take(signs.len()).collect_signs(&mut signs, &mut length)
        && length > 1
        && is_canonical(&signs[..length])
}

/// Roman signs out of letters of both scripts.
trait CollectSigns {
    fn collect_signs(self, signs: &mut [u8; 12], length: &mut usize) -> bool;
}

impl<I: Iterator<Item = char>> CollectSigns for I {
    fn collect_signs(self, signs: &mut [u8; 12], length: &mut usize) -> bool {
        for c in self {
            let sign = match c {
                'Х' | 'X' => b'X',
                'І' | 'I' => b'I',
                'V' => b'V',
                _ => return false,
            };
            let Some(place) = signs.get_mut(*length) else { return false };
            *place = sign;
            *length += 1;
        }
        true
    }
}

/// Up to XXXIX, each part in its one right form.
fn is_canonical(signs: &[u8]) -> bool {
    let tens = signs.iter().take_while(|&&sign| sign == b'X').count();
    tens <= 3
        && matches!(
            &signs[tens..],
            b"" | b"I" | b"II" | b"III" | b"IV" | b"V" | b"VI" | b"VII" | b"VIII" | b"IX"
        )
}

/// Whether the word that starts the text takes the sign of front vowels.
fn takes_hamza(hamza: &super::table::Hamza, forward: Forward<'_>, text: &str) -> bool {
    let word = text.chars().take_while(|c| c.is_alphabetic()).map(lower);
    let mut front = false;
    for letter in word.clone() {
        if hamza.unless.contains(letter)
            || (forward.options & hamza.back_option != 0 && hamza.back.contains(letter))
        {
            return false;
        }
        front |= hamza.front.contains(letter);
    }
    let starts_with = |stem: &&str| word.clone().take(stem.chars().count()).eq(stem.chars());
    front && !hamza.never.iter().any(starts_with)
}
