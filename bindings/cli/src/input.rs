//! Reading files and standard input by whole lines, in constant memory.

use anyhow::{Context, Result, anyhow};
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::File;
use std::io::{ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// How much is read at a time.
const CHUNK: usize = 256 << 10;
/// A longer line is cut; a longer paragraph, where the cuts are at blank lines.
const LONGEST: usize = 16 << 20;
/// A larger file gets a progress bar.
const LARGE: u64 = 8 << 20;

/// Where a chunk may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CutAt {
    /// After any line break.
    Line,
    /// After a blank line, which may have white space.
    BlankLine,
    /// Nowhere: the whole input at once.
    End,
}

/// A piece of one input.
pub(crate) struct Chunk<'a> {
    pub(crate) text: &'a str,
    /// Where it starts in its input.
    pub(crate) offset: usize,
    /// The name of its input, where there are several.
    pub(crate) file: Option<&'a str>,
    /// Whether it is the last one of its input; that may be empty.
    pub(crate) last: bool,
}

/// Feeds every input to `each`, chunk by chunk; answers whether all could be read to their ends. The user is told of those
/// that could not, and the others are still read.
pub(crate) fn for_each_chunk(
    files: &[PathBuf],
    cut: CutAt,
    lossy: bool,
    mut each: impl FnMut(Chunk<'_>) -> Result<()>,
) -> Result<bool> {
    let stdin = [PathBuf::from("-")];
    let files = if files.is_empty() { &stdin } else { files };
    let mut all_read = true;
    for path in files {
        let name = path.display().to_string();
        let shown = (files.len() > 1).then_some(name.as_str());
        let reader = Chunks { cut, lossy, file: shown, chunk: CHUNK, longest: LONGEST };
        let done = open(path).map_err(Failure::Input).and_then(|(source, bar)| {
            let done = reader.run(source, &mut each);
            bar.finish_and_clear();
            done
        });
        match done {
            Ok(()) => {}
            // What cannot be written ends the run; what cannot be read ends only its own input.
            Err(Failure::Output(error)) => return Err(error),
            Err(Failure::Input(error)) => {
                all_read = false;
                crate::output::complain(&error.context(name));
            }
        }
    }
    Ok(all_read)
}

#[derive(Debug)]
enum Failure {
    Input(anyhow::Error),
    Output(anyhow::Error),
}

fn open(path: &Path) -> Result<(Box<dyn Read>, ProgressBar)> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(std::io::stdin().lock()), ProgressBar::hidden()));
    }
    let file = File::open(path).context("cannot open")?;
    let size = file.metadata().map_or(0, |data| data.len());
    let wanted = size > LARGE && std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
    let bar = if wanted { ProgressBar::new(size) } else { ProgressBar::hidden() };
    bar.set_style(ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}")?);
    Ok((Box::new(bar.wrap_read(file)), bar))
}

struct Chunks<'a> {
    cut: CutAt,
    lossy: bool,
    file: Option<&'a str>,
    /// [`CHUNK`] and [`LONGEST`], but for tests.
    chunk: usize,
    longest: usize,
}

impl Chunks<'_> {
    fn run(
        &self,
        mut source: impl Read,
        each: &mut impl FnMut(Chunk<'_>) -> Result<()>,
    ) -> Result<(), Failure> {
        let mut buffer: Vec<u8> = Vec::with_capacity(2 * self.chunk);
        let mut offset = 0;
        // No place to cut before this one: what has been searched is not searched again.
        let mut searched = 0;
        loop {
            // One read, not a full chunk: who types or follows a log sees each line as it comes.
            let length = buffer.len();
            buffer.resize(length + self.chunk, 0);
            let read = match source.read(&mut buffer[length..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {
                    buffer.truncate(length);
                    continue;
                }
                read => read.context("cannot read").map_err(Failure::Input)?,
            };
            buffer.truncate(length + read);
            let last = read == 0;
            let end = if last { buffer.len() } else { self.place_to_cut(&buffer, searched) };
            searched = buffer.len() - end;
            if end > 0 || last {
                offset += self.send(&buffer[..end], offset, last, each)?;
                buffer.drain(..end);
            }
            if last {
                return Ok(());
            }
        }
    }

    /// Where the bytes read so far may be cut; 0 where they may not.
    fn place_to_cut(&self, bytes: &[u8], searched: usize) -> usize {
        let mut new_breaks = (searched..bytes.len()).rev().filter(|&at| bytes[at] == b'\n');
        let line_break = match self.cut {
            CutAt::Line => new_breaks.next(),
            CutAt::BlankLine => new_breaks.find(|&at| ends_blank_line(&bytes[..at])),
            CutAt::End => return 0,
        };
        match line_break {
            Some(at) => at + 1,
            None if bytes.len() < self.longest => 0,
            None => place_in_line(bytes),
        }
    }

    /// Checks the encoding and hands the text on; answers how long it is.
    fn send(
        &self,
        bytes: &[u8],
        offset: usize,
        last: bool,
        each: &mut impl FnMut(Chunk<'_>) -> Result<()>,
    ) -> Result<usize, Failure> {
        let mut hand_on = |text: &str, last| {
            each(Chunk { text, offset, file: self.file, last }).map(|()| text.len()).map_err(Failure::Output)
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => hand_on(text, last),
            Err(_) if self.lossy => hand_on(&String::from_utf8_lossy(bytes), last),
            Err(error) => {
                // What comes before the bad byte is still worth having, and is the end of this input.
                let good = error.valid_up_to();
                hand_on(std::str::from_utf8(&bytes[..good]).unwrap_or_default(), true)?;
                let place = offset + good;
                Err(Failure::Input(anyhow!("invalid UTF-8 at byte {place} (--lossy replaces it)")))
            }
        }
    }
}

/// Whether a line break that follows these bytes would end a line that is blank.
fn ends_blank_line(bytes: &[u8]) -> bool {
    bytes.iter().rev().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n')
}

/// Where to cut a line that is too long to be read whole: after white space between two letters, which no token has inside; else
/// after any white space; else between two characters.
fn place_in_line(bytes: &[u8]) -> usize {
    let after_space = || (1..bytes.len()).rev().filter(|&at| matches!(bytes[at - 1], b' ' | b'\t' | b'\n'));
    let between_letters = |&at: &usize| {
        let before = (1..=4).find_map(|n| one_character(bytes.get((at - 1).checked_sub(n)?..at - 1)?));
        let after = (1..=4).find_map(|n| one_character(bytes.get(at..at + n)?));
        before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic)
    };
    after_space()
        .find(between_letters)
        .or_else(|| after_space().next())
        .unwrap_or_else(|| character_boundary(bytes))
}

fn one_character(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

/// The last place that does not split a character.
fn character_boundary(bytes: &[u8]) -> usize {
    let mut at = bytes.len();
    for back in 1..=4.min(bytes.len()) {
        let byte = bytes[bytes.len() - back];
        if byte & 0xC0 != 0x80 {
            let length = match byte {
                0x00..=0x7F => 1,
                0xC0..=0xDF => 2,
                0xE0..=0xEF => 3,
                _ => 4,
            };
            at = if length <= back { bytes.len() } else { bytes.len() - back };
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(cut: CutAt, chunk: usize, longest: usize) -> Chunks<'static> {
        Chunks { cut, lossy: false, file: None, chunk, longest }
    }

    /// The pieces that `bytes` are handed on in, with their offsets, and the complaint if there is one.
    fn pieces(reader: &Chunks<'_>, bytes: &[u8]) -> (Vec<(usize, String)>, Option<String>) {
        let (mut pieces, mut lasts) = (Vec::new(), Vec::new());
        let done = reader.run(bytes, &mut |chunk| {
            pieces.push((chunk.offset, chunk.text.to_owned()));
            lasts.push(chunk.last);
            Ok(())
        });
        assert_eq!(lasts.iter().position(|&last| last), Some(lasts.len() - 1), "one last piece, at the end");
        let complaint = done.err().map(|failure| match failure {
            Failure::Input(error) | Failure::Output(error) => error.to_string(),
        });
        (pieces, complaint)
    }

    #[test]
    fn cuts_stand_after_line_breaks() {
        for (cut, text, searched, wanted) in [
            (CutAt::Line, "ана\nтіл", 0, 7),
            (CutAt::Line, "ана тіл", 0, 0),
            (CutAt::BlankLine, "ана\nтіл\n\nсөз\n", 0, 15),
            (CutAt::BlankLine, "ана\r\n\r\nсөз\r\n", 0, 10),
            (CutAt::BlankLine, "ана\n \t \nсөз\n", 0, 11),
            (CutAt::BlankLine, "ана\n\nсөз", 7, 8),
            (CutAt::BlankLine, "ана\nсөз\n", 0, 0),
            (CutAt::End, "ана\n\nсөз", 0, 0),
        ] {
            let found = chunks(cut, CHUNK, LONGEST).place_to_cut(text.as_bytes(), searched);
            assert_eq!(found, wanted, "{text:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        for (text, left) in [
            ("Бағасы шамамен 1 234 567 теңге", "Бағасы "),
            ("т. б. 5 адам", "т. б. 5 "),
            // White space at the very end is between nothing yet.
            ("1 234 567", "1 234 "),
            ("қазақ", "қазақ"),
            ("аб вг ", "аб "),
        ] {
            let found = place_in_line(text.as_bytes());
            assert!(text.is_char_boundary(found), "{text:?} {found}");
            assert_eq!(&text[..found], left);
        }
    }

    #[test]
    fn a_character_is_not_split() {
        for (text, cut, wanted) in
            [("аб", 4, 4), ("аб", 3, 2), ("a😀", 5, 5), ("a😀", 4, 1), ("a😀", 2, 1), ("x", 1, 1)]
        {
            assert_eq!(character_boundary(&text.as_bytes()[..cut]), wanted, "{text} {cut}");
        }
    }

    const TEXT: &str = "\u{feff}Н.Ә.Сейітов 12,5%-ға өсті, — деді.\r\n\r\nХалқы 1 234 567 адам 😀 екен\n \n\
                        «Келдің бе?»\nпартияcы Ӊ\u{a0}қaзaқ и\u{306}од\nШамамен 25 қаң. т.б. күні\n\n\nҚР-ның 88-і";

    #[test]
    fn pieces_are_the_text_wherever_reads_end() {
        for cut in [CutAt::Line, CutAt::BlankLine, CutAt::End] {
            for chunk in 1..=TEXT.len() {
                for longest in [1, 9, 40, LONGEST] {
                    let (pieces, complaint) = pieces(&chunks(cut, chunk, longest), TEXT.as_bytes());
                    assert_eq!(complaint, None);
                    let mut at = 0;
                    for (offset, piece) in &pieces {
                        assert_eq!(*offset, at);
                        assert_eq!(&TEXT[at..at + piece.len()], piece);
                        at += piece.len();
                    }
                    assert_eq!(at, TEXT.len());
                }
            }
        }
    }

    #[test]
    fn results_do_not_depend_on_the_reads() {
        fn collect<'t, T>(
            pieces: &'t [(usize, String)],
            cut: impl Fn(&'t str) -> T,
        ) -> Vec<std::ops::Range<usize>>
        where
            T: Iterator<Item = std::ops::Range<usize>>,
        {
            let moved = |(at, text): &'t (usize, String)| cut(text).map(move |s| s.start + at..s.end + at);
            pieces.iter().flat_map(moved).collect()
        }
        let whole = [(0, TEXT.to_owned())];
        for chunk in 1..=TEXT.len() {
            let (lines, _) = pieces(&chunks(CutAt::Line, chunk, LONGEST), TEXT.as_bytes());
            let (paragraphs, _) = pieces(&chunks(CutAt::BlankLine, chunk, LONGEST), TEXT.as_bytes());
            let tokens = |text| qazaq::tokens(text).map(|t| t.span());
            assert_eq!(collect(&lines, tokens), collect(&whole, tokens));
            let junctions = |text| qazaq::junctions(text).map(|j| j.offset()..j.offset());
            assert_eq!(collect(&lines, junctions), collect(&whole, junctions));
            let changes = |text| qazaq::Normalizer::new().changes(text).map(|c| c.span());
            assert_eq!(collect(&lines, changes), collect(&whole, changes));
            let sentences = |text| qazaq::sentences(text).map(|s| s.span());
            assert_eq!(collect(&lines, sentences), collect(&whole, sentences));
            let wrapped = |text| qazaq::hard_wrapped_sentences(text).map(|s| s.span());
            assert_eq!(collect(&paragraphs, wrapped), collect(&whole, wrapped));
        }
    }

    #[test]
    fn invalid_utf_8_has_its_place_wherever_reads_end() {
        // Bad bytes, a cut sequence, a surrogate, and a sequence that the end of the input cuts.
        let tails: [&[u8]; 4] = [b"\xff\n", b"\xd2\n", b"\xed\xa0\x80 ", b"\xf0\x9f\x98"];
        for tail in tails {
            let bytes = [TEXT.as_bytes(), tail].concat();
            for chunk in 1..=bytes.len() {
                for longest in [9, LONGEST] {
                    let strict = chunks(CutAt::Line, chunk, longest);
                    let (good, complaint) = pieces(&strict, &bytes);
                    let wanted = format!("invalid UTF-8 at byte {} (--lossy replaces it)", TEXT.len());
                    assert_eq!(complaint, Some(wanted));
                    assert_eq!(good.iter().map(|piece| piece.1.as_str()).collect::<String>(), TEXT);

                    let (repaired, complaint) = pieces(&Chunks { lossy: true, ..strict }, &bytes);
                    assert_eq!(complaint, None);
                    let text: String = repaired.iter().map(|piece| piece.1.as_str()).collect();
                    assert_eq!(text, String::from_utf8_lossy(&bytes));
                }
            }
        }
    }
}
