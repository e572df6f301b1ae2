//! From Cyrillic.

use super::buffer::{BlockRoom, Buffer};
use super::chars::{is_letter, lower};
use super::table::{CYRILLIC, Cell, Context, FILLER, Hamza, PLACES, Table, starts_letter};
use crate::alphabet::{Backness, Letter, letter};
use crate::segment::{TokenKind, tokens};
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
    letters::<false, W>(forward, &forward.table.plain, text, &mut buffer, out)?;
    buffer.flush(out)
}

/// The cells with the letters marked that a chosen option touches, and the chosen sign in place.
fn chosen(forward: Forward<'_>) -> [Cell; PLACES] {
    let mut cells = forward.table.plain;
    for row in forward.table.contextual.iter().filter(|row| row.option & forward.options != 0) {
        for letter in [row.letter, crate::unicode::upper(row.letter)] {
            cells[CYRILLIC + (letter as usize).wrapping_sub(0x400) % 256].make_special();
        }
    }
    if forward.options & forward.table.mark_option != 0 {
        for mark in forward.table.marks {
            cells[usize::from(mark.mark.as_bytes()[0])].make_special();
        }
    }
    if let (Some((usual, _)), Some(wanted)) = (forward.table.sign, forward.sign) {
        for cell in &mut cells[CYRILLIC..] {
            *cell = cell.replaced(usual, wanted);
        }
    }
    cells
}

fn around_addresses<W: fmt::Write + ?Sized>(
    forward: Forward<'_>,
    plain: &[Cell; PLACES],
    text: &str,
    out: &mut W,
) -> fmt::Result {
    let mut buffer = Buffer::new();
    let letters = if forward.table.hamza.is_some() { letters::<true, W> } else { letters::<false, W> };
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
    let joins = |at: usize| match bytes[at] {
        b'@' | b'#' => true,
        b'.' => bytes.get(at + 1).is_some_and(|next| next.is_ascii_alphanumeric() || starts_letter(*next)),
        b':' => bytes.get(at + 1) == Some(&b'/'),
        _ => false,
    };
    let mut at = from;
    while at < bytes.len() {
        // Blocks without such a sign before anything but a space are passed over quickly.
        let end = bytes.len().min(at + BLOCK);
        let passed = bytes[at..].first_chunk::<{ BLOCK + 1 }>().is_some_and(|block| {
            (0..BLOCK).fold(0, |found, at| {
                let (sign, next) = (block[at], block[at + 1]);
                let stops = matches!(sign, b'.' | b':') & (next > b' ');
                found | u8::from(stops | (sign == b'@') | (sign == b'#'))
            }) == 0
        });
        if !passed {
            if let Some(found) = (at..end).find(|&at| joins(at)) {
                return Some(found);
            }
        }
        at = end;
    }
    None
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Converts letters and everything between them.
///
/// Bytes are taken by two, wherever letters start: two bytes are a letter, or the end of one or a byte that stays and then a byte that
/// stays or the start of a letter. So nothing asks what comes next: a branch that goes another way at each end of a word costs more than
/// the look-up. Only letters that depend on their neighbours leave the loop.
fn letters<const SIGNS: bool, W: fmt::Write + ?Sized>(
    forward: Forward<'_>,
    cells: &[Cell; PLACES],
    text: &str,
    buffer: &mut Buffer,
    out: &mut W,
) -> fmt::Result {
    let bytes = text.as_bytes();
    let mut block = Block::<SIGNS> { forward, cells, text, at: 0, in_word: false };
    while block.at < bytes.len() {
        let mut room = buffer.block_room(out)?;
        let mut part = [NOWHERE; BLOCK + 1];
        // The byte before counts too: nothing is before the first.
        let (block_bytes, count) =
            match block.at.checked_sub(1).and_then(|before| bytes[before..].first_chunk()) {
                Some(whole) => (whole, BLOCK / 2),
                None => {
                    let rest = &bytes[block.at..];
                    let rest = rest.get(..BLOCK).unwrap_or(rest);
                    part[1..=rest.len()].copy_from_slice(rest);
                    part[0] = block.at.checked_sub(1).map_or(0, |before| bytes[before]);
                    (&part, rest.len().div_ceil(2))
                }
            };
        block.convert(block_bytes, count, &mut room);
        let taken = room.taken();
        buffer.take(taken);
        block.at += BLOCK;
    }
    Ok(())
}

/// What two bytes are, with the byte before them.
///
/// Below 256 a byte that stays, from [`CYRILLIC`] on the letter that starts or ends here; [`STAYS`] where the last byte stays as well.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn place(last: [u8; 2], next: [u8; 2]) -> u16 {
    let (last, next) = (u16::from_le_bytes(last), u16::from_le_bytes(next));
    let starts = next & 0xFC == 0xD0;
    let pair = if starts { next } else { last };
    let letter = CYRILLIC as u16 | (pair & 3) << 6 | pair >> 8 & 0x3F;
    let place = if pair & 0xFC == 0xD0 { letter } else { next & 0xFF };
    let stays = !starts & (next & 0xFC00 != 0xD000);
    place | if stays { STAYS } else { 0 }
}

/// See [`place`].
const STAYS: u16 = 1 << 15;

/// A byte that as the second of two becomes nothing.
const NOWHERE: u8 = 0xD0;

/// A block of a text that is being converted.
struct Block<'t, const SIGNS: bool> {
    forward: Forward<'t>,
    cells: &'t [Cell; PLACES],
    text: &'t str,
    /// Where it starts.
    at: usize,
    in_word: bool,
}

impl<const SIGNS: bool> Block<'_, SIGNS> {
    /// Converts so many times two bytes after the first.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn convert(&mut self, bytes: &[u8; BLOCK + 1], count: usize, room: &mut BlockRoom<'_>) {
        let mut places = [0; BLOCK / 2];
        let pairs = bytes.chunks_exact(2).zip(bytes[1..].chunks_exact(2));
        for (there, (last, next)) in places.iter_mut().zip(pairs) {
            if let (Ok(last), Ok(next)) = (last.try_into(), next.try_into()) {
                *there = place(last, next);
            }
        }
        // By four, of which those after the end of the text become nothing.
        if count < BLOCK / 2 {
            places[count..].fill(FILLER);
        }
        let fours = places.chunks_exact(4).zip(bytes[1..].chunks_exact(8));
        for (number, four) in fours.enumerate().take(count.div_ceil(4)) {
            if let (&[a, b, c, d], &[_, a_last, _, b_last, _, c_last, _, d_last]) = four {
                self.pair(a, a_last, number * 4, bytes, room);
                self.pair(b, b_last, number * 4 + 1, bytes, room);
                self.pair(c, c_last, number * 4 + 2, bytes, room);
                self.pair(d, d_last, number * 4 + 3, bytes, room);
            }
        }
    }

    /// Converts two bytes.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn pair(
        &mut self,
        place: u16,
        last: u8,
        number: usize,
        bytes: &[u8; BLOCK + 1],
        room: &mut BlockRoom<'_>,
    ) {
        let letter = usize::from(place) % PLACES;
        if SIGNS {
            if letter < CYRILLIC {
                self.in_word = false;
            } else if !self.in_word {
                self.in_word = true;
                if let Some(sign) = hamza(self.forward, &self.text[self.start(number, bytes)..]) {
                    room.push(Cell::of(sign).to_bits());
                }
            }
        }
        let cell = self.cells[letter].to_bits();
        if cell >> 63 == 0 {
            room.push(cell);
        } else {
            room.push(self.not_plain(self.start(number, bytes)));
        }
        if !SIGNS {
            room.push_byte_if(last, place >> 15);
        } else if place & STAYS != 0 {
            self.in_word = false;
            let cell = self.cells[usize::from(last)];
            if cell.is_plain() {
                room.push(cell.to_bits());
            } else {
                room.push(self.not_plain(self.at + number * 2 + 1));
            }
        }
    }

    /// Where the first character of two bytes starts in the text.
    fn start(&self, number: usize, bytes: &[u8; BLOCK + 1]) -> usize {
        let at = self.at + number * 2;
        if starts_letter(bytes[number * 2]) { at - 1 } else { at }
    }

    /// What a character becomes that is more than a look-up.
    #[cold]
    #[inline(never)]
    fn not_plain(&self, at: usize) -> u64 {
        let c = self.text[at..].chars().next().unwrap_or(' ');
        let cell = if c.is_ascii() {
            let mark = mark(self.forward, &self.text.as_bytes()[at..]);
            mark.map_or(Cell::of(c), |mark| Cell::new(mark, false))
        } else if self.forward.table.letter(c).is_none() {
            Cell::of(c)
        } else {
            special(self.forward, self.text, at).unmarked()
        };
        cell.to_bits()
    }
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
    let previous = before.chars().next_back().filter(|&c| is_letter(c));
    let next = rest.clone().next().filter(|&c| is_letter(c));
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
        Context::Degree => letter.is_uppercase() && next.is_none() && before.ends_with('°'),
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
            if all_caps {
                table.capitals[letter as usize & 0xFF]
            } else {
                *table.letter(letter)
            }
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
    let within = |c: &char| is_letter(*c);
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

/// The sign of front vowels, if the word that starts the text takes it.
fn hamza(forward: Forward<'_>, text: &str) -> Option<char> {
    let hamza = forward.table.hamza.as_ref()?;
    takes_hamza(hamza, forward, text).then(|| forward.sign.unwrap_or(hamza.sign))
}

/// Whether the word that starts the text takes the sign of front vowels.
fn takes_hamza(hamza: &Hamza, forward: Forward<'_>, text: &str) -> bool {
    let chosen =
        if forward.options & hamza.back_option != 0 { Hamza::UNLESS | Hamza::BACK } else { Hamza::UNLESS };
    let bytes = text.as_bytes();
    let mut kinds = 0;
    let mut at = 0;
    loop {
        at += match bytes[at..] {
            // U+0482 to U+0489 are no letters.
            [0xD2, 0x82..=0x89, ..] => break,
            [lead @ 0xD0..=0xD3, trail, ..] => {
                kinds |= hamza.kinds[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)];
                if kinds & chosen != 0 {
                    return false;
                }
                2
            }
            [] => break,
            [byte @ 0..0x80, ..] if byte.is_ascii_alphabetic() => 1,
            [0..0x80, ..] => break,
            _ => match text.get(at..).and_then(|rest| rest.chars().next()).filter(|&c| is_letter(c)) {
                Some(c) => c.len_utf8(),
                None => break,
            },
        };
    }
    let word = || text[..at].chars().map(lower);
    let starts_with = |stem: &&str| word().take(stem.chars().count()).eq(stem.chars());
    kinds & Hamza::FRONT != 0 && !hamza.never.iter().any(starts_with)
}
