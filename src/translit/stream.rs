//! Texts that are not in memory.

use super::Transliterator;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use std::io::{self, ErrorKind, Read, Write};

/// How much is read at a time.
const CHUNK: usize = 64 << 10;

/// Without a space in so many bytes the text is cut between two characters.
const LONGEST: usize = 1 << 20;

impl Transliterator {
    /// Converts all that a reader gives into a writer, in constant memory; answers how many bytes were written.
    ///
    /// The result is that of [`transliterate`](Transliterator::transliterate) on the whole text, but for text without any white space in
    /// a megabyte, which is cut.
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let mut out = Vec::new();
    /// Transliterator::to(Scheme::Latin2021).copy("Қазақ тілі".as_bytes(), &mut out)?;
    /// assert_eq!(out, "Qazaq tılı".as_bytes());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of the reader and of the writer, and `InvalidData` where the text is no UTF-8: what comes before the bad byte is written,
    /// and the message has its offset.
    pub fn copy(&self, mut reader: impl Read, mut writer: impl Write) -> io::Result<u64> {
        let mut buffer: Vec<u8> = Vec::with_capacity(2 * CHUNK);
        let mut chunk = vec![0; CHUNK];
        let mut converted = String::new();
        let (mut written, mut read) = (0, 0u64);
        loop {
            let length = match reader.read(&mut chunk) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                length => length?,
            };
            let searched = buffer.len();
            buffer.extend_from_slice(&chunk[..length]);
            let end = if length == 0 { buffer.len() } else { place_to_cut(&buffer, searched) };
            if end > 0 {
                let (text, bad) = match core::str::from_utf8(&buffer[..end]) {
                    Ok(text) => (text, false),
                    Err(error) => {
                        (core::str::from_utf8(&buffer[..error.valid_up_to()]).unwrap_or_default(), true)
                    }
                };
                converted.clear();
                let _ = self.transliterate_to(text, &mut converted);
                writer.write_all(converted.as_bytes())?;
                written += converted.len() as u64;
                read += text.len() as u64;
                if bad {
                    let message = alloc::format!("invalid UTF-8 at byte {read}");
                    return Err(io::Error::new(ErrorKind::InvalidData, message));
                }
                buffer.drain(..end);
            }
            if length == 0 {
                writer.flush()?;
                return Ok(written);
            }
        }
    }
}

/// After the last line break or else the last space that is new; 0 where there is none.
fn place_to_cut(bytes: &[u8], searched: usize) -> usize {
    let new = &bytes[searched..];
    let line = new.iter().rposition(|&byte| byte == b'\n');
    if let Some(at) = line.or_else(|| new.iter().rposition(|&byte| byte == b' ')) {
        return searched + at + 1;
    }
    if bytes.len() < LONGEST {
        return 0;
    }
    // Between two characters, the second of which is whole.
    (bytes.len() - 4..bytes.len()).rev().find(|&at| bytes[at] & 0xC0 != 0x80).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::translit::Scheme;
    use alloc::string::ToString;

    /// Gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    #[test]
    fn pieces_do_not_show() {
        let text = "Ғылым ҒЫЛЫМ, «Nur Otan» aqparat.kz-тің\n‘Гор’ко’ 12,5%-ға ХХІ ғасыр";
        for scheme in Scheme::ALL {
            let to = Transliterator::to(scheme);
            let whole = to.transliterate(text);
            let back = Transliterator::from(scheme);
            for size in 1..40 {
                let mut out = Vec::new();
                assert_eq!(to.copy(Slow(text.as_bytes(), size), &mut out).unwrap(), whole.len() as u64);
                assert_eq!(core::str::from_utf8(&out).unwrap(), whole);
                out.clear();
                back.copy(Slow(whole.as_bytes(), size), &mut out).unwrap();
                assert_eq!(
                    core::str::from_utf8(&out).unwrap(),
                    back.transliterate(&whole),
                    "{scheme} {size}"
                );
            }
        }
    }

    #[test]
    fn bad_bytes_have_their_place() {
        let mut out = Vec::new();
        let error = Transliterator::to(Scheme::Latin2021).copy(&b"\xd2\x9b \xff"[..], &mut out).unwrap_err();
        assert_eq!((error.to_string().as_str(), &out[..]), ("invalid UTF-8 at byte 3", &b"q "[..]));
    }

    #[test]
    fn a_text_without_spaces_is_cut() {
        let text = "қ".repeat(LONGEST);
        let mut out = Vec::new();
        Transliterator::to(Scheme::Latin2021).copy(text.as_bytes(), &mut out).unwrap();
        assert_eq!(out, "q".repeat(LONGEST).as_bytes());
    }
}
