//! Writing results and complaints.

use crate::args::Format;
use anyhow::Result;
use serde::Serialize;
use std::io::{BufWriter, IsTerminal, StdoutLock, Write};

/// Standard output, buffered; flushed by chunk, or by line on a terminal.
pub(crate) struct Output {
    out: BufWriter<StdoutLock<'static>>,
    format: Format,
    terminal: bool,
    found: bool,
    /// Whether lines stand after the last empty one.
    in_group: bool,
}

impl Output {
    pub(crate) fn new(format: Format) -> Output {
        let stdout = std::io::stdout();
        let terminal = stdout.is_terminal();
        Output {
            out: BufWriter::with_capacity(64 << 10, stdout.lock()),
            format,
            terminal,
            found: false,
            in_group: false,
        }
    }

    pub(crate) fn is_jsonl(&self) -> bool {
        self.format == Format::Jsonl
    }

    /// Text as it is.
    pub(crate) fn text(&mut self, text: &str) -> Result<()> {
        self.found |= !text.is_empty();
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// A line of text.
    pub(crate) fn line(&mut self, text: &str) -> Result<()> {
        (self.found, self.in_group) = (true, true);
        self.out.write_all(text.as_bytes())?;
        self.end_line()
    }

    /// An empty line after the lines since the last one, if there are any.
    pub(crate) fn end_group(&mut self) -> Result<()> {
        if std::mem::take(&mut self.in_group) { self.end_line() } else { Ok(()) }
    }

    /// A row as a JSON object.
    pub(crate) fn row(&mut self, row: &impl Serialize) -> Result<()> {
        self.found = true;
        self.side_row(row)
    }

    /// A row that does not count as found: white space.
    pub(crate) fn side_row(&mut self, row: &impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.out, row)?;
        self.end_line()
    }

    fn end_line(&mut self) -> Result<()> {
        self.out.write_all(b"\n")?;
        if self.terminal {
            self.out.flush()?;
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }

    /// Whether anything was written that counts as found.
    pub(crate) fn found(&self) -> bool {
        self.found
    }
}

/// Says what went wrong, on standard error.
pub(crate) fn complain(error: &anyhow::Error) {
    // There is nobody to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "qazaq: {error:#}");
}
