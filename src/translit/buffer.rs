//! What is converted, gathered in pieces before it goes to the sink.

use super::reverse::Sink;
use core::fmt;

/// Bytes gathered before they are handed to the sink.
const ROOM: usize = 2048;

/// Where [`Buffer::make_room`] makes room: a sign, a cell and the longest character fit behind it.
pub(super) const LIMIT: usize = ROOM - 24;

/// Room for what a block of 64 bytes becomes: at most seven bytes of two, one sign more, and eight for the last copy.
const BLOCK_ROOM: usize = 256 + 8;

/// What goes in is a cell, a character, a text, or a block that may end within a character.
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
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn make_room<W: fmt::Write + ?Sized>(&mut self, out: &mut W) -> fmt::Result {
        if self.length >= LIMIT { self.flush(out) } else { Ok(()) }
    }

    /// Room for what a block becomes.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn block_room<W: fmt::Write + ?Sized>(
        &mut self,
        out: &mut W,
    ) -> Result<BlockRoom<'_>, fmt::Error> {
        if self.length > ROOM - BLOCK_ROOM {
            self.flush(out)?;
        }
        let room = self.bytes[self.length..].first_chunk_mut().ok_or(fmt::Error)?;
        Ok(BlockRoom { room, end: 0 })
    }

    /// So much of the block's room is taken now.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn take(&mut self, bytes: usize) {
        self.length += bytes;
    }

    /// Room for a piece of the word being written, if there is.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn word_room(&mut self) -> Option<BlockRoom<'_>> {
        let room = self.bytes.get_mut(self.length..).and_then(|room| room.first_chunk_mut())?;
        Some(BlockRoom { room, end: 0 })
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn push_byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    /// Bytes that are whole characters and for which there is room.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
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
        // A block may end within a character: what has come of it waits for the rest.
        let whole = whole_characters(&self.bytes[..self.length]);
        let text = simdutf8::basic::from_utf8(&self.bytes[..whole]).map_err(|_| fmt::Error)?;
        out.write_str(text)?;
        self.bytes.copy_within(whole..self.length, 0);
        self.length -= whole;
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

    /// Starts the word here, with the room that there is.
    #[inline]
    pub(super) fn begin_here(&mut self) {
        self.word = self.length;
    }

    /// Takes back so many bytes.
    pub(super) fn drop_back(&mut self, bytes: usize) {
        self.length = self.length.saturating_sub(bytes);
    }

    /// Forgets what came since.
    pub(super) fn rewind(&mut self, start: usize) {
        self.length = start;
    }

    /// The word being written.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn word(&self) -> &[u8] {
        &self.bytes[self.word..self.length]
    }

    /// The start of the word being written, or more.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn word_start(&self) -> Option<[u8; 8]> {
        self.bytes.get(self.word..).and_then(|rest| rest.first_chunk()).copied()
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

/// How many bytes are whole characters: all but those of one begun at the end.
fn whole_characters(bytes: &[u8]) -> usize {
    let last = bytes.iter().rev().take(4).position(|byte| byte & 0xC0 != 0x80).map_or(0, |back| back + 1);
    let begun = match bytes.len().checked_sub(last).and_then(|at| bytes.get(at)) {
        Some(0xC0..=0xDF) => last < 2,
        Some(0xE0..=0xEF) => last < 3,
        Some(0xF0..) => last < 4,
        _ => false,
    };
    if begun { bytes.len() - last } else { bytes.len() }
}

/// Room for a block, with so much of it taken. It is for all that a block can become, so that the remainders cut nothing off: they let
/// the compiler see the bounds.
pub(super) struct BlockRoom<'b> {
    room: &'b mut [u8; BLOCK_ROOM],
    end: usize,
}

impl BlockRoom<'_> {
    /// Copies a whole plain cell and counts what of it counts.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn push(&mut self, cell: u64) {
        self.room[self.end % 256..][..8].copy_from_slice(&cell.to_le_bytes());
        self.end += (cell >> 56) as usize;
    }

    /// Copies a letter of two bytes.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn push_letter(&mut self, letter: [u8; 2]) {
        self.room[self.end % 256..][..2].copy_from_slice(&letter);
        self.end += 2;
    }

    /// Copies a byte that counts or not.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn push_byte_if(&mut self, byte: u8, counts: u16) {
        self.room[self.end % 256] = byte;
        self.end += usize::from(counts);
    }

    pub(super) fn taken(&self) -> usize {
        self.end
    }
}

impl Sink for Buffer {
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
