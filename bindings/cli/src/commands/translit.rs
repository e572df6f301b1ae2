//! `qazaq translit`.

use super::{Outcome, feed};
use crate::args::{Common, Format, TranslitHow, Writing};
use crate::input::{Chunk, CutAt};
use crate::output::{Output, complain};
use anyhow::{Context, Result, ensure};
use ignore::WalkBuilder;
use indicatif::{ProgressBar, ProgressStyle};
use qazaq::translit::{Exceptions, Fixed, html_spans, markdown_spans};
use qazaq::{Scheme, Transliterator};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{IsTerminal, Write as _};
use std::path::{Path, PathBuf};

/// What is to be done with every text.
struct Job<'a> {
    from: Writing,
    to: Option<Transliterator>,
    exceptions: Exceptions,
    how: &'a TranslitHow,
}

impl<'a> Job<'a> {
    fn new(from: Writing, to: Writing, how: &'a TranslitHow) -> Result<Job<'a>> {
        let to = match to {
            Writing::Scheme(scheme) => {
                ensure!(!how.capitals, "--capitals is for --to cyrillic");
                let mut to = Transliterator::to(scheme);
                for name in &how.options {
                    to = to.option(name).with_context(|| format!("--option for {scheme}"))?;
                }
                if let Some(sign) = how.sign {
                    to = to.sign(sign).with_context(|| format!("--sign for {scheme}"))?;
                }
                Some(to)
            }
            _ => {
                ensure!(how.options.is_empty() && how.sign.is_none(), "Cyrillic has no options");
                None
            }
        };
        let exceptions = match &how.exceptions {
            Some(path) => std::fs::read_to_string(path)
                .map_err(anyhow::Error::from)
                .and_then(|list| Ok(Exceptions::parse(&list)?))
                .with_context(|| path.display().to_string())?,
            None => Exceptions::default(),
        };
        Ok(Job { from, to, exceptions, how })
    }

    /// The steps: to Cyrillic, and from there.
    fn steps(&self, text: &str) -> Vec<Transliterator> {
        let from = match self.from {
            Writing::Cyrillic => None,
            Writing::Scheme(scheme) => Some(scheme),
            Writing::Any => qazaq::detect(text).and_then(|found| found.scheme),
        };
        from.map(Transliterator::from).into_iter().chain(self.to).collect()
    }

    fn convert<'t>(&self, text: &'t str) -> Cow<'t, str> {
        // What is fixed is so in every step: exceptions name words of the input.
        let mut fixed: Vec<Fixed<'_>> = self.exceptions.find(text).collect();
        if self.how.html {
            fixed.extend(html_spans(text));
        }
        if self.how.markdown {
            fixed.extend(markdown_spans(text));
        }
        // Words without marks are asked of the lexicon.
        match (self.from, self.to) {
            (Writing::Any, None) if fixed.is_empty() => {
                return self.finish(qazaq::morphology::to_cyrillic(text));
            }
            (Writing::Scheme(Scheme::Ascii), None) if fixed.is_empty() => {
                return self.finish(qazaq::morphology::to_cyrillic_from(Scheme::Ascii, text));
            }
            _ => {}
        }
        let steps = self.steps(text);
        if fixed.is_empty() {
            let first = Cow::Borrowed(text);
            return self.finish(steps.iter().fold(first, |text, step| match step.transliterate(&text) {
                Cow::Borrowed(_) => text,
                Cow::Owned(text) => Cow::Owned(text),
            }));
        }
        fixed.sort_by_key(|fixed| (fixed.span.start, std::cmp::Reverse(fixed.span.end)));
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        let piece = |piece: &str, out: &mut String| {
            let mut piece = Cow::Borrowed(piece);
            for step in &steps {
                piece = Cow::Owned(step.transliterate(&piece).into_owned());
            }
            out.push_str(&piece);
        };
        for Fixed { span, replacement } in fixed {
            if span.start >= done {
                piece(&text[done..span.start], &mut out);
                out.push_str(replacement.as_deref().unwrap_or(&text[span.clone()]));
                done = span.end;
            }
        }
        piece(&text[done..], &mut out);
        self.finish(Cow::Owned(out))
    }

    /// Capitals, where they are asked for.
    fn finish<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        if !self.how.capitals {
            return text;
        }
        match qazaq::morphology::capitalize(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(text) => Cow::Owned(text),
        }
    }
}

#[derive(Serialize)]
struct Row<'a> {
    start: usize,
    end: usize,
    word: &'a str,
    candidates: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

pub(crate) fn run(
    from: Writing,
    to: Writing,
    how: &TranslitHow,
    lossy: bool,
    files: &[PathBuf],
) -> Result<Outcome> {
    let job = Job::new(from, to, how)?;
    if how.in_place || how.diff {
        ensure!(!files.is_empty(), "-w and --diff need files");
        return trees(&job, files);
    }
    let whole = how.html || how.markdown || how.capitals || from == Writing::Any;
    let format = if how.report { Format::Jsonl } else { Format::Text };
    let common = Common { format, lossy, files: files.to_vec() };
    let outcome = feed(&common, format, if whole { CutAt::End } else { CutAt::Line }, |chunk, out| {
        if how.report { report(&job, chunk, out) } else { out.text(&job.convert(chunk.text)) }
    })?;
    Ok(if outcome == Outcome::Nothing { Outcome::Found } else { outcome })
}

/// The words of the first step that are not beyond doubt.
fn report(job: &Job<'_>, chunk: &Chunk<'_>, out: &mut Output) -> Result<()> {
    let Some(step) = job.steps(chunk.text).into_iter().next() else { return Ok(()) };
    step.uncertain(chunk.text).try_for_each(|found| {
        out.row(&Row {
            start: chunk.offset + found.span.start,
            end: chunk.offset + found.span.end,
            word: found.word,
            candidates: found.candidates.words(),
            file: chunk.file,
        })
    })
}

/// Converts files in place, or shows how they would change.
fn trees(job: &Job<'_>, paths: &[PathBuf]) -> Result<Outcome> {
    let mut files = Vec::new();
    let mut all_read = true;
    for path in paths {
        for entry in WalkBuilder::new(path)
            .standard_filters(path.is_dir())
            .require_git(false)
            .sort_by_file_path(Path::cmp)
            .build()
        {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    files.push(entry.into_path())
                }
                Ok(_) => {}
                Err(error) => {
                    all_read = false;
                    complain(&error.into());
                }
            }
        }
    }
    let bar = if files.len() > 1 && std::io::stderr().is_terminal() {
        ProgressBar::new(files.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    bar.set_style(ProgressStyle::with_template("{wide_bar} {pos}/{len} files {eta}")?);
    let mut changed = 0;
    for path in bar.wrap_iter(files.iter()) {
        match file(job, path) {
            Ok(true) => changed += 1,
            Ok(false) => {}
            Err(error) => {
                all_read = false;
                bar.suspend(|| complain(&error.context(path.display().to_string())));
            }
        }
    }
    bar.finish_and_clear();
    Ok(match (all_read, changed) {
        (false, _) => Outcome::Unread,
        (true, 0) => Outcome::Nothing,
        (true, _) => Outcome::Found,
    })
}

/// Converts a file; answers whether it changes.
fn file(job: &Job<'_>, path: &Path) -> Result<bool> {
    let bytes = std::fs::read(path).context("cannot read")?;
    // Pictures and archives of a tree are no text and no error.
    if bytes.contains(&0) {
        return Ok(false);
    }
    let text = String::from_utf8(bytes).context("no UTF-8")?;
    let converted = job.convert(&text);
    if converted == text {
        return Ok(false);
    }
    if job.how.diff {
        let name = path.display().to_string();
        let diff = similar::TextDiff::from_lines(text.as_str(), &*converted);
        let mut unified = diff.unified_diff();
        let mut out = std::io::stdout().lock();
        write!(out, "{}", unified.header(&name, &name))?;
        return Ok(true);
    }
    replace(path, &converted)?;
    Ok(true)
}

/// Writes beside the file and renames, so that a file is never half written; its permissions stay.
fn replace(path: &Path, text: &str) -> Result<()> {
    let path = path.canonicalize().context("cannot resolve")?;
    let folder = path.parent().context("no folder")?;
    let mut written = tempfile::NamedTempFile::new_in(folder).context("cannot write")?;
    written.write_all(text.as_bytes()).context("cannot write")?;
    written
        .as_file()
        .set_permissions(std::fs::metadata(&path)?.permissions())
        .context("cannot set permissions")?;
    written.persist(&path).context("cannot replace")?;
    Ok(())
}

/// The schemes, one a line.
pub(crate) fn list() -> Result<Outcome> {
    let mut out = Output::new(Format::Text);
    for scheme in Scheme::ALL {
        let back = if scheme.is_lossless() { "exact" } else { "by rules" };
        out.line(&format!(
            "{}\t{back}\t{}\t{}\t{}",
            scheme.code(),
            scheme.title(),
            scheme.status(),
            scheme.source()
        ))?;
        for (name, about) in scheme.options() {
            out.line(&format!("  --option {name}\t{about}"))?;
        }
        let signs: Vec<String> = scheme.signs().map(String::from).collect();
        if !signs.is_empty() {
            out.line(&format!("  --sign\t{}", signs.join(" ")))?;
        }
    }
    out.flush()?;
    Ok(Outcome::Found)
}
