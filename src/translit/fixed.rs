//! What is not converted by rule: spans to keep, words that the user spells, markup.

use super::Transliterator;
use crate::Error;
use crate::segment::{TokenKind, is_digit_suffix, tokens};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

/// A span of a text that is not converted by rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed<'a> {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What takes its place; nothing keeps it as it is.
    pub replacement: Option<Cow<'a, str>>,
}

impl Fixed<'_> {
    /// A span that stays as it is.
    #[must_use]
    pub const fn keep(span: Range<usize>) -> Fixed<'static> {
        Fixed { span, replacement: None }
    }
}

impl Transliterator {
    /// Converts a text around spans that are not converted by rule.
    ///
    /// Spans may come in any order; of two that overlap the one that starts first holds, and the longer of two that start together. What
    /// is not inside the text, or not on character boundaries, is passed over.
    ///
    /// ```
    /// use qazaq::translit::{Exceptions, Fixed};
    /// use qazaq::{Scheme, Transliterator};
    /// let latin = Transliterator::to(Scheme::Latin2021);
    /// let names = Exceptions::parse("Нұр-Сұлтан=Nur-Sultan\n")?;
    /// let text = "Нұр-Сұлтанда {атау}";
    /// let kept = text.find('{').map(|at| Fixed::keep(at..text.len()));
    /// let mut out = String::new();
    /// latin.transliterate_around(text, names.find(text).chain(kept), &mut out).unwrap();
    /// assert_eq!(out, "Nur-Sultanda {атау}");
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of the sink.
    pub fn transliterate_around<'a, W: fmt::Write + ?Sized>(
        &self,
        text: &str,
        fixed: impl IntoIterator<Item = Fixed<'a>>,
        out: &mut W,
    ) -> fmt::Result {
        let inside = |fixed: &Fixed<'_>| text.get(fixed.span.clone()).is_some();
        let mut fixed: Vec<Fixed<'a>> = fixed.into_iter().filter(inside).collect();
        fixed.sort_by_key(|fixed| (fixed.span.start, core::cmp::Reverse(fixed.span.end)));
        let mut done = 0;
        for Fixed { span, replacement } in fixed {
            if span.start < done {
                continue;
            }
            self.transliterate_to(&text[done..span.start], out)?;
            out.write_str(replacement.as_deref().unwrap_or(&text[span.clone()]))?;
            done = span.end;
        }
        self.transliterate_to(&text[done..], out)
    }
}

/// Words and names that the user spells, whatever the scheme does.
///
/// One `from=to` a line; blank lines and lines that start with `#` are passed over. A name is found as a whole word in any number of
/// words (`Нұр-Сұлтан`, `Қазақстан Республикасы`), also with a Kazakh ending, which is converted as usual, and also all in
/// capitals. Case counts otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// By the first word; longer ones first.
    rows: Vec<(String, String)>,
}

impl Exceptions {
    /// Reads the list.
    ///
    /// ```
    /// use qazaq::translit::Exceptions;
    /// assert!(Exceptions::parse("# қалалар\nНұр-Сұлтан=Nur-Sultan\n").is_ok());
    /// let error = Exceptions::parse("Астана\n").unwrap_err();
    /// assert_eq!(error.to_string(), "line 1: \"Астана\" is no `from=to`");
    /// ```
    ///
    /// # Errors
    /// When a line is none of these; the message has its number.
    pub fn parse(list: &str) -> Result<Exceptions, Error> {
        let mut exceptions = Exceptions::default();
        let mut offset = 0;
        for (number, line) in list.split_inclusive('\n').enumerate() {
            let row = line.trim_matches(['\r', '\n', ' ', '\t', '\u{feff}']);
            if !row.is_empty() && !row.starts_with('#') {
                let Some((from, to)) = row.split_once('=').map(|(from, to)| (from.trim(), to.trim())) else {
                    return Err(Error::malformed(
                        format!("line {}: {row:?} is no `from=to`", number + 1),
                        offset,
                    ));
                };
                if !from.contains(char::is_alphanumeric) {
                    return Err(Error::malformed(format!("line {}: nothing before `=`", number + 1), offset));
                }
                exceptions.add(from, to);
            }
            offset += line.len();
        }
        Ok(exceptions)
    }

    /// Adds a word; it holds over an earlier one that is the same.
    pub fn add(&mut self, from: &str, to: &str) {
        self.insert(from.to_string(), to.to_string());
        let capitals = |text: &str| text.chars().flat_map(char::to_uppercase).collect::<String>();
        if capitals(from) != from {
            self.insert(capitals(from), capitals(to));
        }
    }

    fn insert(&mut self, from: String, to: String) {
        let order = |row: &(String, String)| {
            first_word(&row.0)
                .cmp(first_word(&from))
                .then(from.len().cmp(&row.0.len()))
                .then(row.0.cmp(&from))
        };
        match self.rows.binary_search_by(order) {
            Ok(place) => self.rows[place].1 = to,
            Err(place) => self.rows.insert(place, (from, to)),
        }
    }

    /// Where they stand in a text.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Fixed<'a>> {
        tokens(text).filter(|token| token.kind() != TokenKind::Space && !self.rows.is_empty()).filter_map(
            move |token| {
                let rest = &text[token.span().start..];
                let first = first_word(rest);
                let starts = |row: &(String, String)| -> bool {
                    rest.starts_with(&row.0) && ends_word(&row.0, &rest[row.0.len()..])
                };
                // A name with an ending glued to it has a shorter first word: all that sort before are tried from the longest.
                let found = (1..=first.len())
                    .rev()
                    .filter(|&length| first.is_char_boundary(length))
                    .take(64)
                    .find_map(|length| {
                        let word = &first[..length];
                        let from = self.rows.partition_point(|row| first_word(&row.0) < word);
                        self.rows[from..]
                            .iter()
                            .take_while(|row| first_word(&row.0) == word)
                            .find(|row| starts(row))
                    });
                found.map(|(from, to)| {
                    let start = token.span().start;
                    Fixed { span: start..start + from.len(), replacement: Some(Cow::Borrowed(to.as_str())) }
                })
            },
        )
    }
}

/// Up to what is no letter or digit; the whole when that comes first.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).filter(|&end| end > 0);
    end.map_or(text, |end| &text[..end])
}

/// Whether a word is over: nothing of it follows, or an ending.
fn ends_word(word: &str, rest: &str) -> bool {
    if !word.ends_with(char::is_alphanumeric) {
        return true;
    }
    let tail = rest.strip_prefix(['-', '’', '\'', 'ʼ']).unwrap_or(rest);
    let ending: String = tail.chars().take(16).take_while(|c| c.is_alphanumeric()).collect();
    ending.is_empty() || is_digit_suffix(&ending)
}

/// What of an HTML text is no text: tags, comments, entities, and what stands inside `script`, `style`, `code`, `pre`, `kbd`, `samp`,
/// `var`, `textarea`, `svg`, `math`, and elements with `translate="no"` or the class `notranslate`.
///
/// A scan, not a parser: broken markup is no error, and each `<` that starts no tag is text.
///
/// ```
/// use qazaq::translit::html_spans;
/// use qazaq::{Scheme, Transliterator};
/// let page = "<p title=\"атау\">Қазақ&nbsp;тілі <code>let а</code></p>";
/// let mut out = String::new();
/// Transliterator::to(Scheme::Latin2021).transliterate_around(page, html_spans(page), &mut out).unwrap();
/// assert_eq!(out, "<p title=\"атау\">Qazaq&nbsp;tılı <code>let а</code></p>");
/// ```
pub fn html_spans(text: &str) -> impl Iterator<Item = Fixed<'_>> {
    HtmlSpans { text, at: 0, found: markers(text) }
}

/// Elements whose content is no running text.
const OPAQUE: &[&str] = &[
    "script", "style", "code", "pre", "kbd", "samp", "var", "textarea", "svg", "math", "noscript", "template",
];

/// Where the next of each kind of closing is searched no more, as there is none: the scan stays linear.
#[derive(Clone, Copy)]
struct Markers {
    comment_end: bool,
    tag_end: bool,
}

fn markers(text: &str) -> Markers {
    Markers { comment_end: text.contains("-->"), tag_end: text.contains('>') }
}

struct HtmlSpans<'t> {
    text: &'t str,
    at: usize,
    found: Markers,
}

impl<'t> Iterator for HtmlSpans<'t> {
    type Item = Fixed<'t>;

    fn next(&mut self) -> Option<Fixed<'t>> {
        loop {
            let start = self.at + self.text[self.at..].find(['<', '&'])?;
            let rest = &self.text[start..];
            let length = if rest.starts_with('&') { entity(rest) } else { self.markup(start) };
            self.at = start + length.unwrap_or(1);
            if length.is_some() {
                return Some(Fixed::keep(start..self.at));
            }
        }
    }
}

impl HtmlSpans<'_> {
    /// How long the tag, the comment or the opaque element is that starts here.
    fn markup(&mut self, start: usize) -> Option<usize> {
        let rest = &self.text[start..];
        if rest.starts_with("<!--") {
            let end = if self.found.comment_end { rest.find("-->") } else { None };
            self.found.comment_end = end.is_some();
            return end.map(|end| end + 3);
        }
        if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
            || !self.found.tag_end
        {
            return None;
        }
        let Some(end) = tag_end(rest) else {
            self.found.tag_end = false;
            return None;
        };
        let tag = &rest[..end];
        let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let opaque = OPAQUE.iter().any(|element| element.eq_ignore_ascii_case(name)) || is_untranslated(tag);
        if name.is_empty()
            || !opaque
            || tag.ends_with("/>")
            || VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
        {
            return Some(end);
        }
        Some(end + element_end(&rest[end..], name))
    }
}

/// Elements without content.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Where a tag ends; a `>` inside a quoted attribute does not end it.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return Some(at + 1),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    // An apostrophe that closes nothing.
    tag.find('>').map(|at| at + 1)
}

/// Whether a tag asks not to be translated.
fn is_untranslated(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    tag.contains("translate=\"no\"")
        || tag.contains("translate='no'")
        || tag.contains("translate=no")
        || tag.contains("notranslate")
}

/// Where the content of an element ends, its closing tag included: elements of the same name inside are counted.
fn element_end(text: &str, name: &str) -> usize {
    let mut depth = 1usize;
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        at += found;
        let rest = &text[at + 1..];
        let (closing, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let same = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            && !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if same {
            depth = if closing { depth - 1 } else { depth + 1 };
            if depth == 0 {
                return text[at..].find('>').map_or(text.len(), |end| at + end + 1);
            }
        }
        at += 1;
    }
    text.len()
}

/// How long the character reference is that starts here.
fn entity(text: &str) -> Option<usize> {
    let length =
        text.bytes().skip(1).take(32).position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#')?;
    (length > 0 && text.as_bytes()[length + 1] == b';').then_some(length + 2)
}

/// What of a Markdown text is code: between backticks, in fenced blocks, and the targets of links.
///
/// ```
/// use qazaq::translit::markdown_spans;
/// use qazaq::{Scheme, Transliterator};
/// let text = "Мына `сөз` және [сілтеме](беттер/бас.md)";
/// let mut out = String::new();
/// Transliterator::to(Scheme::Latin2021).transliterate_around(text, markdown_spans(text), &mut out).unwrap();
/// assert_eq!(out, "Myna `сөз` jäne [sılteme](беттер/бас.md)");
/// ```
pub fn markdown_spans(text: &str) -> impl Iterator<Item = Fixed<'_>> {
    let mut spans = Vec::new();
    let mut fence: Option<(char, usize, usize)> = None;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let inner = line.trim_start();
        let sign = inner.chars().next().filter(|c| matches!(c, '`' | '~'));
        let run = sign.map_or(0, |sign| inner.chars().take_while(|&c| c == sign).count());
        match (fence, sign) {
            (Some((open, length, from)), Some(sign)) if sign == open && run >= length => {
                spans.push(Fixed::keep(from..offset));
                fence = None;
            }
            (None, Some(sign)) if run >= 3 => fence = Some((sign, run, start)),
            (None, _) => inline(line, start, &mut spans),
            _ => {}
        }
    }
    if let Some((_, _, from)) = fence {
        spans.push(Fixed::keep(from..text.len()));
    }
    spans.into_iter()
}

/// Code and link targets within a line.
fn inline(line: &str, offset: usize, spans: &mut Vec<Fixed<'_>>) {
    let mut code: Option<usize> = None;
    let mut target: Option<usize> = None;
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        match (c, code, target) {
            ('`', None, None) => code = Some(at),
            ('`', Some(from), _) => {
                spans.push(Fixed::keep(offset + from..offset + at + 1));
                code = None;
            }
            ('(', None, None) if previous == ']' => target = Some(at),
            (')', None, Some(from)) => {
                spans.push(Fixed::keep(offset + from..offset + at + 1));
                target = None;
            }
            _ => {}
        }
        previous = c;
    }
}
