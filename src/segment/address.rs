//! Site and mail addresses.
//!
//! A domain has at most 253 bytes, a local part 64, and a run of letters, digits, hyphens and stops without an address
//! in it is looked through once, so a text full of would-be addresses stays linear.

use super::class::{Class, class_of, run};
use super::kind::TokenKind;
use super::tables::DOMAINS;

/// Longest domain name, RFC 1035.
const DOMAIN: usize = 253;
/// Longest local part, RFC 5321.
const LOCAL: usize = 64;

/// What a look for an address found.
pub(super) enum Found {
    /// An address that ends there.
    Address(usize, TokenKind),
    /// None, and none that starts anywhere before that offset: no label up to it is a top-level domain.
    NoneBefore(usize),
    /// None here.
    Nothing,
}

/// The address that starts the text, if one does.
pub(super) fn address(text: &str) -> Found {
    if let Some((end, kind)) = scheme(text).or_else(|| email(text)) {
        return Found::Address(end, kind);
    }
    match domain(text, 0) {
        Domain::Ends(end) => Found::Address(page(text, end), TokenKind::Url),
        // A mail address may still start inside a run without a top-level domain before its @ sign.
        Domain::NoTopLevel(end) if text.as_bytes().get(end) != Some(&b'@') => Found::NoneBefore(end),
        _ => Found::Nothing,
    }
}

/// `https://…`, `http://…`, `ftp://…`, `www.…`: up to white space or a character no address has.
fn scheme(text: &str) -> Option<(usize, TokenKind)> {
    for prefix in ["https://", "http://", "ftp://", "www."] {
        let found = text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        if found {
            let end = rest(text, prefix.len());
            return (end > prefix.len()).then_some((end, TokenKind::Url));
        }
    }
    None
}

/// `local@domain.tld`.
fn email(text: &str) -> Option<(usize, TokenKind)> {
    let at = text.bytes().take(LOCAL + 1).position(|b| !is_local(b))?;
    if at == 0 || text.as_bytes()[at] != b'@' || text.as_bytes()[at - 1] == b'.' {
        return None;
    }
    match domain(text, at + 1) {
        Domain::Ends(end) => Some((end, TokenKind::Email)),
        _ => None,
    }
}

/// The end of the port, path or query after a domain name.
fn page(text: &str, end: usize) -> usize {
    match text.as_bytes().get(end) {
        Some(b'/' | b'?') => rest(text, end),
        Some(b':') if text.as_bytes().get(end + 1).is_some_and(u8::is_ascii_digit) => rest(text, end),
        _ => end,
    }
}

/// What a look for a domain name found.
enum Domain {
    /// One that ends there.
    Ends(usize),
    /// None: no label up to that offset is a top-level domain.
    NoTopLevel(usize),
    /// None for another reason.
    Malformed,
}

/// Where a domain name with a known top level ends.
fn domain(text: &str, start: usize) -> Domain {
    let name = |class| matches!(class, Class::Letter | Class::Digit | Class::Hyphen | Class::Stop);
    let whole = run(text, start, name);
    if whole - start > DOMAIN {
        // Nor does one start further on in it: a run is looked through once.
        return Domain::NoTopLevel(whole);
    }
    // `kyzylorda-news.kz-тің`, `Egemen.kz.`: an ending or a stop may follow the top level.
    let mut end = whole;
    while let Some((head, top)) = text[start..end].rsplit_once('.') {
        if let Some((tld, tail)) = top_level(top) {
            let labels =
                !head.is_empty() && !head.starts_with('.') && !head.ends_with('.') && !head.contains("..");
            return if labels && tail_fits(tail) {
                Domain::Ends(start + head.len() + 1 + tld.len())
            } else {
                Domain::Malformed
            };
        }
        // `site.kz.Келесі`: what follows the last stop is no top level, what precedes it may end in one.
        end = start + head.len();
    }
    Domain::NoTopLevel(whole)
}

/// A known top-level domain at the start of a label, and what stands after it.
fn top_level(label: &str) -> Option<(&str, &str)> {
    let split = label.find('-').unwrap_or(label.len());
    let (name, tail) = label.split_at(split);
    let typed = name.chars().all(char::is_lowercase) || name.chars().all(char::is_uppercase);
    (typed && DOMAINS.has_in_any_case(name)).then_some((name, tail))
}

/// After the top level only an ending may follow: `-тің`, but not `-portal`.
fn tail_fits(tail: &str) -> bool {
    tail.is_empty()
        || tail.strip_prefix('-').is_some_and(|tail| !tail.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// The end of the path, query and fragment from `at` on: no white space, no closing punctuation at the end.
fn rest(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut open = 0usize;
    let mut kept = at;
    for c in text[at..].chars() {
        match c {
            '<' | '>' | '"' | '«' | '»' | '“' | '”' | '„' | '`' | '{' | '}' | '|' | '\\' | '^' => {
                break;
            }
            '(' | '[' => open += 1,
            ')' | ']' => {
                if open == 0 {
                    break;
                }
                open -= 1;
            }
            _ if matches!(class_of(c), Class::Space | Class::Newline) || c.is_control() => break,
            _ => {}
        }
        end += c.len_utf8();
        if !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '\'' | '’' | '(' | '[') {
            kept = end;
        }
    }
    kept
}

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-')
}
