//! What is converted, gathered in pieces before it goes to the sink.

use super::reverse::Sink;
use super::table::Cell;
use core::fmt;

/// Bytes gathered before they are handed to the sink.
const ROOM: usize = 4096;

/// Where [`Buffer::make_room`] makes room: a sign, a cell and the longest character fit behind it.
pub(super) const LIMIT: usize = ROOM - 24;

/// Always whole characters: what goes in is a cell, a character, or a text.
pub(super) struct Buffer {
    bytes: [u8; ROOM],
    length: usize,
    /// Where the word that is being written starts.
    word: usize,
}

impl Buffer {
    pub(super) fn new() -> Buffer {
        Buffer { bytes: [0; ROOM], length: 0, word: 0 }
    }

    /// Makes room for a sign, a cell and the longest character.
    #[inline(always)]
    pub(super) fn make_room<W: fmt::Write + ?Sized>(&mut self, out: &mut W) -> fmt::Result {
        if self.length >= LIMIT { self.flush(out) } else { Ok(()) }
    }

    /// All the room, and how much of it is taken.
    #[inline(always)]
    pub(super) fn whole_room(&mut self) -> (&mut [u8; ROOM], &mut usize) {
        (&mut self.bytes, &mut self.length)
    }

    /// The room up to where [`Buffer::make_room`] makes more, and how much of it is taken.
    #[inline(always)]
    pub(super) fn room(&mut self) -> (&mut [u8], &mut usize) {
        (&mut self.bytes[..LIMIT], &mut self.length)
    }

    /// Copies a whole cell and counts what of it counts.
    #[inline(always)]
    pub(super) fn push_cell(&mut self, cell: &Cell) {
        if let Some(place) = self.bytes.get_mut(self.length..self.length + 8) {
            place.copy_from_slice(&cell.bytes);
            self.length += cell.len();
        }
    }

    #[inline(always)]
    pub(super) fn push_byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    /// Bytes that are whole characters and for which there is room.
    #[inline(always)]
    pub(super) fn push(&mut self, bytes: &[u8]) {
        if let Some(place) = self.bytes.get_mut(self.length..self.length + bytes.len()) {
            place.copy_from_slice(bytes);
            self.length += bytes.len();
        }
    }

    /// A text of any length.
    #[inline]
    pub(super) fn push_str<W: fmt::Write + ?Sized>(&mut self, text: &str, out: &mut W) -> fmt::Result {
        if let [byte] = text.as_bytes() {
            self.make_room(out)?;
            self.push_byte(*byte);
            return Ok(());
        }
        if self.length + text.len() > ROOM {
            self.flush(out)?;
            if text.len() > ROOM {
                return out.write_str(text);
            }
        }
        self.push(text.as_bytes());
        Ok(())
    }

    #[inline(never)]
    pub(super) fn flush<W: fmt::Write + ?Sized>(&mut self, out: &mut W) -> fmt::Result {
        let text = simdutf8::basic::from_utf8(&self.bytes[..self.length]).map_err(|_| fmt::Error)?;
        out.write_str(text)?;
        self.length = 0;
        Ok(())
    }

    /// Starts a word, with room for the longest that is written here.
    #[inline]
    pub(super) fn begin<W: fmt::Write + ?Sized>(&mut self, out: &mut W) -> Result<usize, fmt::Error> {
        // A letter of one byte becomes at most four, and a stem may grow.
        if self.length > ROOM - 1536 {
            self.flush(out)?;
        }
        self.word = self.length;
        Ok(self.length)
    }

    /// Forgets what came since.
    pub(super) fn rewind(&mut self, start: usize) {
        self.length = start;
    }

    /// The word being written.
    pub(super) fn word(&self) -> &[u8] {
        &self.bytes[self.word..self.length]
    }

    /// The word being written.
    pub(super) fn word_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[self.word..self.length]
    }

    /// Puts a text in place of the first `end` bytes of the word.
    pub(super) fn replace_head(&mut self, end: usize, head: &[u8]) {
        let (from, to) = (self.word + end, self.word + head.len());
        let length = to + self.length.saturating_sub(from);
        if length <= ROOM && from <= self.length {
            self.bytes.copy_within(from..self.length, to);
            self.bytes[self.word..to].copy_from_slice(head);
            self.length = length;
        }
    }
}

impl Sink for Buffer {
    #[inline(always)]
    fn push_cell(&mut self, cell: &Cell) {
        Buffer::push_cell(self, cell);
    }

    fn push_char(&mut self, c: char) {
        let mut bytes = [0; 4];
        self.push(c.encode_utf8(&mut bytes).as_bytes());
    }

    fn last(&self) -> Option<char> {
        let word = self.word();
        let start = word.iter().rposition(|byte| byte & 0xC0 != 0x80)?;
        core::str::from_utf8(&word[start..]).ok()?.chars().next()
    }
}
