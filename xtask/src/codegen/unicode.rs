//! Composition of the letters of a few blocks, from Unicode's data by way of unicode-normalization.

use anyhow::Result;
use std::fmt::Write as _;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// Latin with all its extensions, Cyrillic, Arabic, marks, signs of mathematics (≠ is = and a stroke), kelvin and ångström.
fn blocks() -> impl Iterator<Item = char> {
    ('\u{a0}'..'\u{370}')
        .chain('\u{400}'..'\u{530}')
        .chain('\u{600}'..'\u{700}')
        .chain('\u{1e00}'..'\u{1f00}')
        .chain('\u{212a}'..'\u{212c}')
        .chain('\u{2190}'..'\u{2300}')
}

fn marks() -> impl Iterator<Item = char> {
    ('\u{300}'..'\u{370}')
        .chain('\u{483}'..'\u{488}')
        .chain('\u{610}'..'\u{700}')
        .chain('\u{1ab0}'..'\u{1b00}')
        .chain('\u{1dc0}'..'\u{1e00}')
        .chain('\u{20d0}'..'\u{2100}')
        .chain('\u{fe20}'..'\u{fe30}')
}

pub(super) fn generate() -> Result<String> {
    // The full decomposition of a letter ends in the mark that its last step adds.
    let mut letters: Vec<(u16, u16, u16, bool)> = Vec::new();
    for c in blocks() {
        let mut parts = Vec::new();
        decompose_canonical(c, |part| parts.push(part));
        if parts == [c] {
            continue;
        }
        let code = |c: char| u16::try_from(u32::from(c));
        let mark = parts.pop().unwrap_or(c);
        let Some(first) = parts.first().copied() else {
            letters.push((code(c)?, code(mark)?, 0, false));
            continue;
        };
        let base = parts[1..].iter().try_fold(first, |base, &mark| compose(base, mark));
        // Where the base is no letter by itself the whole is only taken apart, mark by mark.
        let base = base.unwrap_or(first);
        letters.push((code(c)?, code(base)?, code(mark)?, compose(base, mark) == Some(c)));
    }
    letters.sort_unstable();
    let mut by_base: Vec<u16> = (0..letters.len()).filter(|&at| letters[at].3).map(|at| at as u16).collect();
    by_base.sort_by_key(|&at| (letters[usize::from(at)].1, letters[usize::from(at)].2));
    let mut classes: Vec<(u32, u32, u8)> = Vec::new();
    for c in marks() {
        let class = canonical_combining_class(c);
        match classes.last_mut() {
            Some((_, last, same)) if *same == class && *last + 1 == u32::from(c) => *last += 1,
            _ if class != 0 => classes.push((c.into(), c.into(), class)),
            _ => {}
        }
    }
    let mut out = String::new();
    super::header(&mut out, "Unicode's decompositions and combining classes");
    let _ = writeln!(
        out,
        "/// A letter, the letter and the mark it is made of (0 where it stands for a letter only); sorted."
    );
    let _ = writeln!(out, "pub(super) static LETTERS: [(u16, u16, u16); {}] = [", letters.len());
    for chunk in letters.chunks(6) {
        let row: Vec<String> =
            chunk.iter().map(|(c, b, m, _)| format!("({c:#06x}, {b:#06x}, {m:#06x})")).collect();
        let _ = writeln!(out, "    {},", row.join(", "));
    }
    let _ = writeln!(out, "];\n\n/// The rows of `LETTERS` that compose, by base and mark.");
    let _ = writeln!(out, "pub(super) static BY_BASE: [u16; {}] = [", by_base.len());
    for chunk in by_base.chunks(20) {
        let row: Vec<String> = chunk.iter().map(u16::to_string).collect();
        let _ = writeln!(out, "    {},", row.join(", "));
    }
    let _ = writeln!(out, "];\n\n/// First and last mark of a run, and their combining class.");
    let _ = writeln!(out, "pub(super) static CLASSES: [(u16, u16, u8); {}] = [", classes.len());
    for chunk in classes.chunks(8) {
        let row: Vec<String> = chunk.iter().map(|(a, b, c)| format!("({a:#06x}, {b:#06x}, {c})")).collect();
        let _ = writeln!(out, "    {},", row.join(", "));
    }
    let _ = writeln!(out, "];");
    let single = |mut found: Box<dyn Iterator<Item = char>>| found.next().filter(|_| found.next().is_none());
    let mut cases = Vec::new();
    for small in blocks() {
        let Some(capital) = single(Box::new(small.to_uppercase())).filter(|&capital| capital != small) else {
            continue;
        };
        if single(Box::new(capital.to_lowercase())) == Some(small) {
            cases.push((u16::try_from(u32::from(capital))?, u16::try_from(u32::from(small))?));
        }
    }
    cases.sort_unstable();
    let _ = writeln!(out, "\n/// Capital and small letters, sorted.");
    let _ = writeln!(out, "pub(super) static CASES: [(u16, u16); {}] = [", cases.len());
    for chunk in cases.chunks(10) {
        let row: Vec<String> = chunk.iter().map(|(a, b)| format!("({a:#06x}, {b:#06x})")).collect();
        let _ = writeln!(out, "    {},", row.join(", "));
    }
    let _ = writeln!(out, "];");
    Ok(out)
}
