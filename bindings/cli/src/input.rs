//! Reading files and standard input by whole lines, in constant memory.

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::File;
use std::io::{ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// How much is read at a time.
const CHUNK: usize = 256 << 10;
/// A longer line is cut.
const LONGEST_LINE: usize = 16 << 20;
/// A larger file gets a progress bar.
const LARGE: u64 = 8 << 20;

/// Where a chunk may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CutAt {
    /// After any line break.
    Line,
    /// After a blank line.
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
}

/// Feeds every input to `each`, chunk by chunk. An input that fails is reported at the end; the others are still read.
pub(crate) fn for_each_chunk(
    files: &[PathBuf],
    cut: CutAt,
    lossy: bool,
    mut each: impl FnMut(Chunk<'_>) -> Result<()>,
) -> Result<()> {
    let stdin = [PathBuf::from("-")];
    let files = if files.is_empty() { &stdin } else { files };
    let mut failures = 0;
    for path in files {
        let name = path.display().to_string();
        let shown = (files.len() > 1).then_some(name.as_str());
        let reader = Chunks { cut, lossy, file: shown };
        match open(path).map_err(Failure::Input).and_then(|(source, bar)| reader.run(source, &bar, &mut each))
        {
            Ok(()) => {}
            // What cannot be written ends the run; what cannot be read ends only its own input.
            Err(Failure::Output(error)) => return Err(error),
            Err(Failure::Input(error)) => {
                failures += 1;
                crate::output::complain(&error.context(name));
            }
        }
    }
    if failures > 0 {
        bail!("{failures} of {} inputs could not be read whole", files.len());
    }
    Ok(())
}

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
}

impl Chunks<'_> {
    fn run(
        &self,
        mut source: Box<dyn Read>,
        bar: &ProgressBar,
        each: &mut impl FnMut(Chunk<'_>) -> Result<()>,
    ) -> Result<(), Failure> {
        let mut buffer: Vec<u8> = Vec::with_capacity(2 * CHUNK);
        let mut offset = 0;
        // No place to cut before this one: what has been searched is not searched again.
        let mut searched = 0;
        loop {
            // One read, not a full chunk: who types or follows a log sees each line as it comes.
            let length = buffer.len();
            buffer.resize(length + CHUNK, 0);
            let read = match source.read(&mut buffer[length..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => Ok(None),
                read => read.map(Some),
            };
            buffer.truncate(length + read.as_ref().map_or(0, |read| read.unwrap_or(0)));
            let ended = read.context("cannot read").map_err(Failure::Input)? == Some(0);
            let end = if ended { buffer.len() } else { self.place_to_cut(&buffer, searched) };
            searched = buffer.len() - end;
            if end > 0 {
                let sent = self.send(&buffer[..end], offset, each)?;
                offset += sent;
                buffer.drain(..end);
            }
            if ended {
                bar.finish_and_clear();
                return Ok(());
            }
        }
    }

    /// Where the bytes read so far may be cut; 0 where they may not.
    fn place_to_cut(&self, bytes: &[u8], searched: usize) -> usize {
        // A blank line may begin before what is new.
        let from = searched.saturating_sub(4);
        let after = |place: usize| from + place + 1;
        let place = match self.cut {
            CutAt::Line => bytes[from..].iter().rposition(|&b| b == b'\n').map(after),
            CutAt::BlankLine => {
                let line_break = |window: &[u8]| window.ends_with(b"\n\n") || window.ends_with(b"\n\r\n");
                (from..bytes.len()).rev().find(|&at| line_break(&bytes[..=at])).map(|at| at + 1)
            }
            CutAt::End => return 0,
        };
        match place {
            Some(place) => place,
            None if bytes.len() < LONGEST_LINE => 0,
            None => {
                let space = bytes.iter().rposition(|&b| b == b' ').map(|place| place + 1);
                space.filter(|&place| place > 1).unwrap_or_else(|| character_boundary(bytes))
            }
        }
    }

    /// Checks the encoding and hands the text on; answers how long it is.
    fn send(
        &self,
        bytes: &[u8],
        offset: usize,
        each: &mut impl FnMut(Chunk<'_>) -> Result<()>,
    ) -> Result<usize, Failure> {
        let mut hand_on = |text: &str| {
            let length = text.len();
            each(Chunk { text, offset, file: self.file }).map(|()| length).map_err(Failure::Output)
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => hand_on(text),
            Err(_) if self.lossy => hand_on(&String::from_utf8_lossy(bytes)),
            Err(error) => {
                // What comes before the bad byte is still worth having.
                let good = error.valid_up_to();
                if let Ok(text) = std::str::from_utf8(&bytes[..good]) {
                    hand_on(text)?;
                }
                let place = offset + good;
                Err(Failure::Input(anyhow::anyhow!("invalid UTF-8 at byte {place} (--lossy replaces it)")))
            }
        }
    }
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

    fn place(cut: CutAt, text: &str, searched: usize) -> usize {
        Chunks { cut, lossy: false, file: None }.place_to_cut(text.as_bytes(), searched)
    }

    #[test]
    fn cuts_stand_after_line_breaks() {
        assert_eq!(place(CutAt::Line, "ана\nтіл", 0), 7);
        assert_eq!(place(CutAt::Line, "ана тіл", 0), 0);
        assert_eq!(place(CutAt::BlankLine, "ана\nтіл\n\nсөз\n", 0), 15);
        assert_eq!(place(CutAt::BlankLine, "ана\r\n\r\nсөз\r\n", 0), 10);
        assert_eq!(place(CutAt::BlankLine, "ана\n\nсөз", 7), 8);
        assert_eq!(place(CutAt::End, "ана\n\nсөз", 0), 0);
    }

    #[test]
    fn a_character_is_not_split() {
        for (text, cut, wanted) in
            [("аб", 4, 4), ("аб", 3, 2), ("a😀", 5, 5), ("a😀", 4, 1), ("a😀", 2, 1), ("x", 1, 1)]
        {
            assert_eq!(character_boundary(&text.as_bytes()[..cut]), wanted, "{text} {cut}");
        }
    }
}
