//! Back to Cyrillic.

use super::buffer::Buffer;
use super::chars::{is_letter, lower, upper};
use super::harmony;
use super::stems::{self, Found, List};
use super::table::{Back, BackCell, Casing, START, Table, Where};
use super::window::{CODES, Window};
use crate::alphabet::{Script, letter};
use crate::segment::{Class, Token, TokenKind, class_of, tokens};
use alloc::string::String;
use core::fmt;

/// A table and whether the list of borrowed words is asked.
#[derive(Clone, Copy)]
pub(super) struct Reverse {
    pub(super) table: &'static Table,
    pub(super) stems: bool,
}

/// Words up to this many bytes are converted in place; longer ones are rare enough to have room made for them.
const LONGEST: usize = 240;

/// Converts the words of a text that the scheme can have written; the others stay.
///
/// Most of a text is words between spaces: those are converted letter by letter (`plain_word`). What is between spaces and is
/// anything else is left to the tokenizer, as nothing that it keeps together has both a space and a letter.
pub(super) fn convert<W: fmt::Write + ?Sized>(reverse: Reverse, text: &str, out: &mut W) -> fmt::Result {
    pieces(reverse, text, Plain::new(reverse), out)
}

/// What words between spaces are converted with.
struct Plain {
    table: &'static Table,
    cells: &'static [BackCell; CODES],
    list: Option<&'static List>,
    window: Window,
}

impl Plain {
    /// Nothing for the schemes whose words ask more than their letters.
    fn new(reverse: Reverse) -> Option<Plain> {
        let table = reverse.table;
        let cells = table.back_cells.first_chunk().filter(|_| table.back_base == 0)?;
        let list = table.words.filter(|_| reverse.stems);
        (!(table.signs || table.hamza.is_some() || table.likeliest)).then(|| Plain {
            table,
            cells,
            list,
            window: Window::new(),
        })
    }
}

/// With plain words or, for the tests, without.
fn pieces<W: fmt::Write + ?Sized>(
    reverse: Reverse,
    text: &str,
    mut plain: Option<Plain>,
    out: &mut W,
) -> fmt::Result {
    let mut buffer = Buffer::new();
    let mut long = String::new();
    let mut quoted = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if first.is_ascii_whitespace() {
            quoted &= first != b'\n';
            buffer.make_room(out)?;
            buffer.push_byte(first);
            at += 1;
            continue;
        }
        let start = buffer.begin(out)?;
        let end = plain.as_mut().and_then(|plain| plain_word(reverse, plain, text, at, &mut buffer));
        at = match end {
            Some(end) => end,
            None => {
                buffer.rewind(start);
                let rest = text.get(at..).unwrap_or("");
                let length = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
                by_tokens(reverse, &rest[..length], &mut quoted, &mut long, &mut buffer, out)?;
                at + length
            }
        };
        // Mostly one space follows: it need not come round again.
        if bytes.get(at) == Some(&b' ') {
            buffer.make_room(out)?;
            buffer.push_byte(b' ');
            at += 1;
        }
    }
    buffer.flush(out)
}

/// Converts what stands from a place of the text to the next space, if that is a word with marks beside it, or words joined by hyphens, or
/// nothing that is converted; gives its end. Whatever tokens the tokenizer would make of it, the outcome is the same.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn plain_word(
    reverse: Reverse,
    plain: &mut Plain,
    text: &str,
    start: usize,
    buffer: &mut Buffer,
) -> Option<usize> {
    let (table, list) = (plain.table, plain.list);
    let bytes = text.as_bytes();
    let first = *bytes.get(start)?;
    // Whether an apostrophe is a letter depends on the token it stands in.
    let by_itself = table.casing == Casing::Apostrophe;
    let is_letter = first.is_ascii_alphabetic() || matches!(first, 0xC3..0xE0);
    let opened = if is_letter { 0 } else { opening(&bytes[start..], by_itself) };
    let mut from = start + opened;
    if opened > 0 {
        buffer.push(&bytes[start..from]);
        buffer.begin_here();
    }
    let mut at;
    // Whether a stop may make the word another one for the list, as that of an abbreviation.
    let mut by_stop = opened > 0;
    loop {
        at = letters(plain, text, from, buffer).filter(|&at| at - start <= LONGEST)?;
        let capital = bytes.get(from).is_some_and(u8::is_ascii_uppercase);
        if capital && !table.lossless {
            // The capitals of Roman numerals are plain in some schemes, and none of others.
            let end = from + roman(&bytes[from..]);
            if end > from && end >= at {
                let is_word = match bytes[end..] {
                    [] | [0xC2, 0xBB, ..] | [0xE2, 0x80, ..] => true,
                    [next, ..] => next < 0x80 && next != b'-' && !next.is_ascii_alphanumeric(),
                };
                if from != start + opened || !is_word || by_itself {
                    return None;
                }
                buffer.drop_back(buffer.word().len());
                buffer.push(&bytes[from..end]);
                at = end;
                break;
            }
        }
        if at == from {
            if at > start + opened {
                return None;
            }
            buffer.drop_back(opened);
            return untouched(table, bytes, start, buffer);
        }
        let found = list.filter(|list| {
            buffer.word_start().is_some_and(|start| stems::may_find(list, buffer.word(), start))
        });
        if bytes.get(at) != Some(&b'-')
            || !bytes.get(at + 1).is_some_and(|&next| next >= 0x80 || next.is_ascii_alphabetic())
        {
            if found.is_some() {
                by_stop &= finish(reverse, false, buffer);
            } else {
                by_stop = false;
            }
            break;
        }
        // What the list says of a part depends on whether the tokenizer parts it from the hyphen.
        if found.is_some_and(|list| stems::find(list, buffer.word()).is_some()) || by_itself {
            return None;
        }
        buffer.push_byte(b'-');
        buffer.begin_here();
        from = at + 1;
    }
    if bytes.get(at).is_none_or(|&next| next == b' ') {
        return Some(at);
    }
    let end = at + marks(&bytes[at..], by_stop)?;
    match bytes[at..end] {
        [mark] => buffer.push_byte(mark),
        ref marks => buffer.push(marks),
    }
    Some(end)
}

/// How long the Roman numeral of two letters or more is that a text starts with; 0 for none.
fn roman(bytes: &[u8]) -> usize {
    let numeral = |byte: &u8| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M');
    let length = bytes.iter().take(LONGEST).take_while(|byte| numeral(byte)).count();
    if length > 1 { length } else { 0 }
}

/// How long what stands before a word is: an opening mark, or a number and a hyphen (15-bap, 12,5%-ğa: its letters are a word by themselves, or an
/// ending), unless an apostrophe may be a letter of it; 0 for nothing.
#[inline(never)]
fn opening(bytes: &[u8], by_itself: bool) -> usize {
    match bytes {
        [b'(' | b'"', ..] => 1,
        [0xC2, 0xAB, ..] => 2,
        [0xE2, 0x80, 0x9C, ..] => 3,
        [b'0'..=b'9', ..] if !by_itself => {
            let of_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b',' | b'.' | b':' | b'%');
            let digits = bytes.iter().take(LONGEST).take_while(|byte| of_number(byte)).count();
            if bytes.get(digits) == Some(&b'-') { digits + 1 } else { 0 }
        }
        _ => 0,
    }
}

/// How long the marks after a word are, if a space follows or nothing: those that the tokenizer joins to no word, or a stop where it makes no
/// difference if it does.
#[inline(never)]
fn marks(bytes: &[u8], by_stop: bool) -> Option<usize> {
    let mut end = 0;
    loop {
        end += match bytes[end..] {
            [b')' | b'"' | b',' | b';' | b':' | b'!' | b'?', ..] => 1,
            [b'.', ..] if !by_stop || end > 0 => 1,
            [0xC2, 0xBB, ..] => 2,
            // ” …
            [0xE2, 0x80, 0x9D | 0xA6, ..] => 3,
            [] => return Some(end),
            [next, ..] if next.is_ascii_whitespace() => return Some(end),
            _ => return None,
        };
        if end > LONGEST {
            return None;
        }
    }
}

/// Converts the letters from a place of the text on, up to what is outside the cells; gives their end.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn letters(plain: &mut Plain, text: &str, from: usize, buffer: &mut Buffer) -> Option<usize> {
    let (table, bytes) = (plain.table, text.as_bytes());
    let mut at = from;
    loop {
        let mut room = buffer.word_room()?;
        let places = plain.window.at(bytes, at);
        let mut taken = 0;
        let open = loop {
            let Some(place) = places.get(taken) else { break None };
            let cell = plain.cells[place.code()];
            if cell.is_open(place.next()) {
                break Some(cell);
            }
            room.push_letter(cell.letter());
            taken += place.len();
        };
        let letters = room.taken();
        buffer.take(letters);
        at += taken;
        match open {
            // A space, which no scheme writes, closes the word, and so does what is outside the cells.
            Some(cell) if cell.is_none() => return Some(at),
            Some(cell) => match lone(table, cell, &bytes[at..], buffer) {
                Some(length) => at += length,
                None => {
                    let word = &text[from..];
                    at += special(table, word, at - from, shared_capital(table.casing, word), buffer)?;
                }
            },
            // The next window.
            None => {}
        }
        if at - from > LONGEST {
            return None;
        }
    }
}

/// What is between two spaces if none of it is a letter, such as a number, a bullet or a dash: it stays.
#[inline(never)]
fn untouched(table: &Table, bytes: &[u8], start: usize, buffer: &mut Buffer) -> Option<usize> {
    let mut end = start;
    loop {
        end += match bytes[end..] {
            [] => break,
            [byte, ..] if byte.is_ascii_whitespace() => break,
            [byte @ 0..0x80, ..] => {
                let letter = table.back_cell(char::from(byte)).is_some_and(|cell| !cell.is_none());
                if letter || byte.is_ascii_alphabetic() {
                    return None;
                }
                1
            }
            // – — №
            [0xE2, 0x80, 0x93 | 0x94, ..] | [0xE2, 0x84, 0x96, ..] => 3,
            _ => return None,
        };
        if end - start > LONGEST {
            return None;
        }
    }
    buffer.push(&bytes[start..end]);
    (end > start).then_some(end)
}

/// The code point that a text starts with, if it is of one byte or two; otherwise one that is in no cell, and 0 at the end.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn code_of(bytes: &[u8]) -> usize {
    match *bytes {
        [byte @ 0..0x80, ..] => usize::from(byte),
        [lead @ 0xC0..0xE0, trail, ..] => usize::from(lead & 0x1F) << 6 | usize::from(trail & 0x3F),
        _ => 0,
    }
}

/// Converts a small letter that depends on its neighbours, or the several that it starts; gives their length. What it cannot tell is left to
/// [`special`], which gives the same where it can.
#[inline(never)]
fn lone(table: &Table, cell: BackCell, bytes: &[u8], buffer: &mut Buffer) -> Option<usize> {
    let rows = &table.back[cell.group()];
    let first = rows.first()?;
    let single = match code_of(bytes) {
        0x61..=0x7A => 1,
        // Signs without case, further on, are capitals among capitals.
        0xDF..0x180 => 2,
        _ => return None,
    };
    if !bytes.iter().zip(first.written.as_bytes()).take(single).all(|(a, b)| a == b) {
        return None;
    }
    let next = Neighbour::of(bytes.get(single..)?)?;
    let last = match *buffer.word() {
        [] => START,
        [.., lead, trail] if lead & 0xFC == 0xD0 => {
            match usize::from(lead & 3) << 6 | usize::from(trail & 0x3F) {
                // U+0482 to U+0489 are no letters.
                0x82..=0x89 => return None,
                low => table.back_last[low & 0xFF],
            }
        }
        // ə and Ə are ә.
        [.., 0xC9, 0x99] | [.., 0xC6, 0x8F] => table.back_last['ə' as usize & 0xFF],
        _ => return None,
    };
    let fits = |row: &Back, next: Neighbour| {
        row.last & !last == 0
            && row.places.iter().all(|place| match place {
                Where::End => !next.is_letter,
                Where::Before(page, letters) => {
                    next.is_letter && next.code >> 9 == *page as usize && has(letters, next.code & 0x1FF)
                }
            })
    };
    let (several, singles) = rows.split_at_checked(usize::from(first.to_single)).unwrap_or((rows, &[]));
    if cell.may_be_followed_by(next.code) {
        for row in several {
            if starts_row(table, row, bytes)? {
                let length = row.written.len();
                if fits(row, Neighbour::of(&bytes[length..])?) {
                    buffer.push(row.letters.as_bytes());
                    return Some(length);
                }
            }
        }
    }
    let row = singles.iter().find(|row| fits(row, next))?;
    match *row.letters.as_bytes() {
        [lead, trail] => buffer.push(&[lead, trail]),
        ref letters => buffer.push(letters),
    }
    Some(single)
}

/// Whether a text starts with the small letters of a row; nothing where it may with others: in another case, or with another apostrophe.
fn starts_row(table: &Table, row: &Back, text: &[u8]) -> Option<bool> {
    let written = row.written.as_bytes();
    match written.iter().zip(text).position(|(a, b)| a != b) {
        None => Some(text.len() >= written.len()),
        Some(at) => match text[at] {
            b'A'..=b'Z' => None,
            0..0x80 if table.casing != Casing::Apostrophe => Some(false),
            // A small letter of two bytes that starts here is another one.
            0xC3..0xC6 => {
                let code = u32::try_from(code_of(&text[at..])).ok()?;
                char::from_u32(code)?.is_lowercase().then_some(false)
            }
            _ => None,
        },
    }
}

/// What stands after a letter.
#[derive(Clone, Copy)]
struct Neighbour {
    /// Its code point; 0 for the end of the text.
    code: usize,
    is_letter: bool,
}

impl Neighbour {
    /// `None` for what is not told here.
    fn of(rest: &[u8]) -> Option<Neighbour> {
        let code = code_of(rest);
        let is_letter = match code {
            0 if rest.is_empty() => false,
            1..0x80 => (code as u8).is_ascii_alphabetic(),
            0xC0..0x250 => !matches!(code, 0xD7 | 0xF7),
            _ => return None,
        };
        Some(Neighbour { code, is_letter })
    }
}

/// Converts what stands between two spaces, token by token.
#[inline(never)]
fn by_tokens<W: fmt::Write + ?Sized>(
    reverse: Reverse,
    text: &str,
    quoted: &mut bool,
    long: &mut String,
    buffer: &mut Buffer,
    out: &mut W,
) -> fmt::Result {
    let table = reverse.table;
    let mut rest = tokens(text);
    // A sign of front vowels that stands before the quotation mark of its word.
    let mut outside = None;
    while let Some(token) = rest.next() {
        let kind = token.kind();
        if let Some(hamza) = &table.hamza {
            let mut letters = token.as_str().chars();
            let alone = letters.next().filter(|&c| (c == hamza.sign || c == 'ٴ') && letters.next().is_none());
            let mut ahead = rest.clone().map(|next| next.kind());
            if alone.is_some()
                && ahead.next() == Some(TokenKind::Punctuation)
                && ahead.next() == Some(TokenKind::Word)
            {
                outside = Some(hamza.sign);
                continue;
            }
        }
        let suffixed = kind != TokenKind::Word && token.suffix().is_some();
        if !matches!(kind, TokenKind::Word | TokenKind::Abbreviation | TokenKind::Symbol) && !suffixed {
            *quoted = token.as_str() == "‘" || (*quoted && !token.is_line_break() && token.as_str() != "’");
            buffer.push_str(mark(table, &token).unwrap_or(token.as_str()), out)?;
            continue;
        }
        let kept = if suffixed { token.base().len() } else { 0 };
        buffer.push_str(&token.as_str()[..kept], out)?;
        let start = token.span().start + kept;
        let end = if table.signs && kind == TokenKind::Word {
            with_signs(table, text, token.span().end, *quoted, &mut rest)
        } else {
            token.span().end
        };
        // Parts of a compound are words by themselves: one that is not Kazakh does not keep the other.
        for part in text[start..end].split_inclusive(|c| class_of(c) == Class::Hyphen) {
            if let Some(sign) = outside.take().filter(|_| part.len() + 2 <= LONGEST) {
                long.clear();
                long.push(sign);
                long.push_str(part);
                let start = buffer.begin(out)?;
                if word(reverse, long, buffer).is_none() {
                    buffer.rewind(start);
                    buffer.push_str(long, out)?;
                }
                continue;
            }
            if part.len() <= LONGEST {
                let start = buffer.begin(out)?;
                if word(reverse, part, buffer).is_none() {
                    buffer.rewind(start);
                    buffer.push_str(part, out)?;
                }
            } else {
                long.clear();
                buffer.flush(out)?;
                out.write_str(if long_word(reverse, part, long) { long } else { part })?;
            }
        }
    }
    Ok(())
}

/// The end of a word with the signs of the scheme that are punctuation elsewhere: between letters, or after a consonant
/// (`korabl’`).
fn with_signs(
    table: &Table,
    text: &str,
    mut end: usize,
    quoted: bool,
    rest: &mut crate::segment::Tokens<'_>,
) -> usize {
    loop {
        let mut ahead = rest.clone();
        let Some(sign) = ahead.next().filter(|sign| is_sign(table, sign)) else { return end };
        let between = ahead.next().filter(|next| next.kind() == TokenKind::Word);
        let closes = quoted
            || sign.as_str() != "’"
            || !text[..end].ends_with(['l', 'n', 'r', 't', 's', 'd', 'L', 'N', 'R', 'T']);
        if between.is_none() && closes {
            return end;
        }
        rest.next();
        end = sign.span().end;
        if let Some(next) = between {
            rest.next();
            end = next.span().end;
        }
    }
}

/// The partner of a punctuation mark that the scheme has its own of.
fn mark(table: &Table, token: &Token<'_>) -> Option<&'static str> {
    if table.marks.is_empty() || token.kind() != TokenKind::Punctuation {
        return None;
    }
    table.marks.iter().find(|row| row.written == token.as_str()).map(|row| row.mark)
}

/// Where a word being written stands: its letters so far.
pub(super) trait Sink {
    fn push_char(&mut self, c: char);
    /// The letter pushed last, unless the word starts here.
    fn last(&self) -> Option<char>;
}

/// A word by the rules, and by the lists where they are asked, with whether a list knew it; nothing where a letter is none of
/// the scheme's.
pub(super) fn single(reverse: Reverse, text: &str) -> Option<(String, bool)> {
    let mut buffer = Buffer::new();
    // Into a string: the buffer's room is never left for it.
    buffer.begin(&mut String::new()).ok()?;
    if text.len() > LONGEST {
        let mut long = String::new();
        return long_word(reverse, text, &mut long).then_some((long, false));
    }
    let found = word(reverse, text, &mut buffer)?;
    core::str::from_utf8(buffer.word()).ok().map(|word| (String::from(word), found))
}

/// Writes a word into the buffer, and tells whether a list knew it; nothing where a letter of it is none of the scheme.
fn word(reverse: Reverse, text: &str, buffer: &mut Buffer) -> Option<bool> {
    if reverse.table.likeliest {
        likeliest(reverse.table, text, buffer)?;
        return Some(false);
    }
    let marked = convert_letters(reverse, text, buffer)?;
    Some(finish(reverse, marked, buffer))
}

/// Writes the likeliest reading of a word, in its case.
fn likeliest(table: &'static Table, text: &str, buffer: &mut Buffer) -> Option<()> {
    if is_roman(text) {
        return None;
    }
    let core = text.trim_end_matches(|c| !is_letter(c));
    let readings = super::lattice::readings(&[table], core);
    in_case_of(core, &readings.first()?.letters, |c| Sink::push_char(buffer, c));
    text[core.len()..].chars().for_each(|c| Sink::push_char(buffer, c));
    Some(())
}

/// A word in small letters in the case of another: capitals throughout, at the start, or none.
pub(super) fn in_case_of(model: &str, word: &str, mut push: impl FnMut(char)) {
    let letters = || model.chars().filter(|&c| is_letter(c));
    let all_caps = letters().nth(1).is_some() && letters().all(char::is_uppercase);
    let capital = letters().next().is_some_and(char::is_uppercase);
    for (number, c) in word.chars().enumerate() {
        push(if all_caps || (capital && number == 0) { upper(c) } else { c });
    }
}

/// What the letters alone do not tell: looks the word in the buffer up, and gives its vowels their harmony.
#[inline]
fn finish(reverse: Reverse, marked: bool, buffer: &mut Buffer) -> bool {
    // What is in the buffer is a handful of letters of two bytes: respelt in place.
    let word = buffer.word();
    let found = reverse.table.words.filter(|_| reverse.stems).and_then(|list| stems::find(list, word));
    let found = found.filter(|found| may_stand(reverse.table, found, marked, word));
    if let Some(found) = found {
        respell(&found, buffer);
    }
    if let Some(hamza) = &reverse.table.hamza {
        harmony::harmonise(hamza, marked, found, buffer.word_mut());
    }
    found.is_some()
}

/// A word without the sign of front vowels and without the letters that make it needless has no front vowel.
pub(super) fn may_stand(table: &Table, found: &Found, marked: bool, word: &[u8]) -> bool {
    match &table.hamza {
        Some(hamza) if !marked && found.stem.contains(|c| hamza.front.contains(c)) => {
            let letters = core::str::from_utf8(word).unwrap_or_default();
            letters.contains(|c| hamza.unless.contains(lower(c)))
                || hamza.never.iter().any(|never| found.stem.starts_with(never))
        }
        _ => true,
    }
}

/// As [`word`], for words too long for the buffer: no list knows them.
fn long_word(reverse: Reverse, text: &str, out: &mut String) -> bool {
    let Some(marked) = convert_letters(reverse, text, out) else { return false };
    if let Some(hamza) = &reverse.table.hamza {
        let mut bytes = core::mem::take(out).into_bytes();
        harmony::harmonise(hamza, marked, None, &mut bytes);
        *out = String::from_utf8(bytes).unwrap_or_default();
    }
    true
}

impl Sink for String {
    fn push_char(&mut self, c: char) {
        self.push(c);
    }

    fn last(&self) -> Option<char> {
        self.chars().next_back()
    }
}

/// The letters one by one, by the rules alone. Gives whether the word had the sign of front vowels, or nothing where a letter
/// is none of the scheme's.
pub(super) fn convert_letters<S: Sink>(reverse: Reverse, text: &str, out: &mut S) -> Option<bool> {
    let table = reverse.table;
    // A lossless scheme gives every word back, ХХ typed in Cyrillic too.
    if !table.lossless && is_roman(text) {
        return None;
    }
    let (word, marked) = match &table.hamza {
        // The high hamza and the hamza of two code points are met too.
        Some(hamza) => match text.strip_prefix([hamza.sign, 'ٴ']) {
            Some(rest) => (rest, true),
            None => (text, false),
        },
        None => (text, false),
    };
    let shared = shared_capital(table.casing, word);
    let mut at = 0;
    while let Some(c) = word[at..].chars().next() {
        match table.back_cell(c).and_then(BackCell::only_letter) {
            Some(letter) => {
                out.push_char(letter);
                at += c.len_utf8();
            }
            None => at += special(table, word, at, shared, out)?,
        }
    }
    Some(marked)
}

/// Converts the letters at a place where a look-up is not enough; gives how many bytes they are, or nothing where they are none
/// of the scheme's.
fn special<S: Sink>(table: &Table, word: &str, at: usize, shared: char, out: &mut S) -> Option<usize> {
    let mut rest = word[at..].chars();
    let c = rest.next()?;
    let several = match (table.back_cell(c), rest.next()) {
        (Some(cell), Some(next)) => cell.may_be_followed_by(next as usize),
        (None, _) => true,
        (_, None) => false,
    };
    let last = out.last();
    let found = candidates(table, c).iter().find_map(|row| {
        if row.is_single() || several {
            // The rows are those of this letter; only the capital of 2018 has rows of two.
            let length = match table.casing {
                Casing::SharedI | Casing::Apostrophe => {
                    matches(table.casing, shared, &word[at..], row.written)?
                }
                _ if row.is_single() => c.len_utf8(),
                _ => matches(table.casing, shared, &word[at..], row.written)?,
            };
            fits(table, row, word, at + length, last).then_some((row, length))
        } else {
            None
        }
    });
    match found {
        Some((row, length)) => {
            push(row.letters, &word[..at], &word[at..at + length], &word[at + length..], out);
            Some(length)
        }
        // ə typed for ә went through on the way there and goes through on the way back.
        None if matches!(c, 'ə' | 'Ə' | 'ɵ' | 'Ɵ')
            || !matches!(Script::of(c), Some(Script::Latin | Script::Arabic)) =>
        {
            out.push_char(c);
            Some(c.len_utf8())
        }
        None => None,
    }
}

/// What the capital that и, й and і share in the alphabet of 2018 is: і in a word in capitals that has no back vowel.
fn shared_capital(casing: Casing, word: &str) -> char {
    if casing != Casing::SharedI {
        return 'ı';
    }
    let mut letters = word.chars().take(LONGEST).take_while(|&c| is_letter(c));
    let front_capitals = letters.all(|c| !c.is_lowercase() && !matches!(c, 'A' | 'O' | 'U' | 'Y'));
    if front_capitals { 'i' } else { 'ı' }
}

/// Writes a stem in the case of what was written.
fn respell(found: &Found, buffer: &mut Buffer) {
    let Some(Ok(written)) = buffer.word().get(..found.end).map(core::str::from_utf8) else { return };
    if written.chars().next().and_then(letter).is_some_and(|first| written.starts_with(first.lower())) {
        buffer.replace_head(found.end, found.stem.as_bytes());
        return;
    }
    // Stems are checked to be shorter when they are generated.
    let mut head = [0; stems::LONGEST];
    let mut length = 0;
    in_case_of(written, found.stem, |c| {
        if let Some(place) = head.get_mut(length..length + c.len_utf8()) {
            c.encode_utf8(place);
            length += c.len_utf8();
        }
    });
    buffer.replace_head(found.end, &head[..length]);
}

#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn has(bits: &[u64], place: usize) -> bool {
    bits.get(place >> 6).is_some_and(|bits| bits >> (place & 63) & 1 != 0)
}

/// Whether a punctuation mark is a letter of the scheme (’ of BGN/PCGN).
fn is_sign(table: &Table, token: &Token<'_>) -> bool {
    let written = |c| candidates(table, c).iter().any(|row| row.written == token.as_str());
    token.kind() == TokenKind::Punctuation && token.as_str().chars().next().is_some_and(written)
}

/// The rows that a letter can start, whatever its case.
pub(super) fn candidates(table: &Table, c: char) -> &'static [Back] {
    if let Some(cell) = table.back_cell(c) {
        return &table.back[cell.group()];
    }
    let c = if c.is_lowercase() { c } else { crate::unicode::lower(c) };
    let first = |row: &Back| row.written.chars().next();
    let sorted = &table.back[..table.sorted];
    let start = sorted.partition_point(|row| first(row) < Some(c));
    let end = start + sorted[start..].partition_point(|row| first(row) == Some(c));
    &sorted[start..end]
}

/// The letters in the case of what was written.
fn push<S: Sink>(letters: &str, before: &str, written: &str, after: &str, out: &mut S) {
    let first = written.chars().next().unwrap_or(' ');
    if first.is_lowercase() {
        letters.chars().for_each(|c| out.push_char(c));
        return;
    }
    let upper = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let (previous, next) = (before.chars().next_back(), after.chars().next().filter(|&c| is_letter(c)));
    // A sign without case (ʹ) is a capital among capitals.
    let is_capital = if first.is_uppercase() {
        true
    } else {
        let before_last = before.chars().rev().nth(1);
        upper(previous) && if next.is_some() { upper(next) } else { upper(before_last) }
    };
    // The second of two letters is a capital when what stands beside is in capitals.
    let all_caps = is_capital
        && (written.chars().filter(|&c| is_letter(c)).nth(1).is_some_and(char::is_uppercase)
            || upper(next)
            || (next.is_none() && upper(previous)));
    for (number, letter) in letters.chars().enumerate() {
        if is_capital && (number == 0 || all_caps) {
            out.push_char(crate::unicode::upper(letter));
        } else {
            out.push_char(letter);
        }
    }
}

/// Whether the places of a row hold, `end` being where its letters end in the word.
fn fits(table: &Table, row: &Back, word: &str, end: usize, last: Option<char>) -> bool {
    let next = || word[end..].chars().next().filter(|&c| is_letter(c));
    let last = match last {
        Some(c) if is_letter(c) => match c {
            'Ə' => table.back_last['ə' as usize & 0xFF],
            _ if matches!(c as u32 >> 8, 0x04 | 0x02) => table.back_last[c as usize & 0xFF],
            _ => 0,
        },
        _ => START,
    };
    row.last & !last == 0
        && row.places.iter().all(|place| match place {
            Where::End => next().is_none(),
            Where::Before(page, letters) => {
                next().is_some_and(|c| c as u32 >> 9 == *page && has(letters, c as usize & 0x1FF))
            }
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
                _ => {
                    lower(c) == wanted && c != 'I' && c != 'İ'
                        || c == 'I' && wanted == 'i' && casing != Casing::Turkic
                }
            };
        if !same {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

pub(super) fn is_apostrophe(c: char) -> bool {
    // ʻ and ʹ are letters elsewhere.
    matches!(c, 'ʼ' | 'ʻ' | 'ʹ') || class_of(c) == Class::Apostrophe
}

/// Roman numerals of two letters and more stay.
fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translit::Scheme;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            6 => "[aäbdegğiıjklmnoöpqrsştuūüy]{1,9}",
            2 => "[A-ZÄĞÑÖŞŪÜİ][a-zäğñöşūüı]{0,7}",
            1 => "[A-ZÄĞÑÖŞŪÜİ]{1,5}|[IVXLCM]{1,4}",
            2 => select(&["iu", "ia", "ts", "io", "ch", "şch", "tsirk", "park", "zavod", "ekonomik", "ə", "Ə"][..])
                .prop_map(String::from),
            2 => "[0-9]{1,3}([.,:]?[0-9]{1,2})?",
            1 => "[а-яәі]{1,4}|[ʼ’'‘ʹ̄]|kz|www",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2048, ..ProptestConfig::default() })]

        #[test]
        fn words_between_spaces_are_as_their_tokens(
            pieces in proptest::collection::vec((piece(), select(&[" ", " ", " ", "-", "", "\n", ", ", ". ", ".", ")", " (", "\"", " «", "» ", ";", " – ", "-", "%", "/", " “", "” ", "!»", "…", "?”,", ".)"][..])), 0..12),
        ) {
            let text: String = pieces.iter().flat_map(|(piece, after)| [piece.as_str(), after]).collect();
            for scheme in [Scheme::Latin2021, Scheme::Latin2018, Scheme::Latin2019, Scheme::BgnPcgn1979, Scheme::Qazaqparat] {
                let reverse = Reverse { table: scheme.table(), stems: true };
                let (mut plain, mut by_tokens) = (String::new(), String::new());
                convert(reverse, &text, &mut plain).unwrap();
                super::pieces(reverse, &text, None, &mut by_tokens).unwrap();
                prop_assert_eq!(plain, by_tokens, "{:?} {:?}", scheme, text);
            }
        }
    }
}
