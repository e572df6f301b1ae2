//! Runs the case files of `tests/cases`: one file a phenomenon, one case a line, `#` for comments.
//!
//! `tokens/<rule>.txt`: tokens parted by `|`; each line must make the rule of that name speak.
//! `sentences/*.txt`: sentences parted by `|`, white space included.
//! `normalize/*.txt`: input, output and the reasons of the changes, parted by tabs.
//! `kinds.txt`: a token and its kind. `parts.txt`: a token and its parts.
//! `translit/*.tsv`: scheme (with options: `latin-2021+short`), Cyrillic, what is written, and whether the case is for the way there
//! (`to`), for the way back (`from`), or for `both`; `to` asks also that it does not come back.
//! `slugs.tsv`, `detect.tsv`, `to-cyrillic.tsv`: input and output. `exceptions.tsv`: the list (rows parted by `;`), input, output.
//! `numbers/*.tsv`: text, and its numbers as kind:value[unit] parted by ` | `, or NONE.
//! `spans.tsv`: text, and its numbers as text=kind:value[unit]{modifiers}.
//! `identifiers.tsv`: text, and what is found in it as kind:text, or NONE.
//! `html.tsv`: input and output by latin-2021.

#![allow(clippy::unwrap_used)]

use qazaq::numbers::{Finder, Modifier, Number, numbers};
use qazaq::translit::html_spans;
use qazaq::{Exceptions, Normalizer, Rule, Scheme, Transliterator, junctions, normalize, sentences, tokens};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The case files of a folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{}", folder.display());
    files
}

/// Runs `check` on every case line of a file; all failures are shown together.
fn each_line(file: &Path, check: impl Fn(&str) -> Result<(), String>) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    let mut count = 0;
    let failures = lines
        .inspect(|_| count += 1)
        .filter_map(|(number, line)| {
            check(line).err().map(|why| format!("{}:{}: {why}", file.display(), number + 1))
        })
        .collect();
    assert!(count > 0, "{} has no cases", file.display());
    failures
}

fn all_pass(failures: Vec<String>) {
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn token_rules() {
    let mut failures = Vec::new();
    let mut covered = BTreeSet::new();
    for file in files("tokens") {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let rule = Rule::ALL
            .into_iter()
            .find(|rule| rule.name() == name)
            .unwrap_or_else(|| panic!("no rule {name}"));
        covered.insert(rule);
        failures.extend(each_line(&file, |line| {
            let text = line.replace('|', "");
            let found: Vec<_> = tokens(&text).map(|token| token.as_str()).collect();
            let wanted: Vec<_> = line.split('|').collect();
            if found != wanted {
                return Err(format!("wanted {line}\n      found {}", found.join("|")));
            }
            let spoke = junctions(&text).any(|junction| junction.rule() == rule);
            if spoke { Ok(()) } else { Err(format!("{line}: {name} did not speak")) }
        }));
    }
    all_pass(failures);
    for rule in Rule::ALL {
        assert!(covered.contains(&rule), "no cases for {rule}");
    }
}

#[test]
fn token_kinds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/kinds.txt");
    all_pass(each_line(&file, |line| {
        let (text, kind) = line.split_once('\t').unwrap();
        let found: Vec<_> = tokens(text).map(|token| (token.as_str(), token.kind().name())).collect();
        if found == [(text, kind)] { Ok(()) } else { Err(format!("wanted {line}, found {found:?}")) }
    }));
}

#[test]
fn token_parts() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/parts.txt");
    all_pass(each_line(&file, |line| {
        let cells: Vec<_> = line.split('\t').collect();
        let token = tokens(cells[0]).next().unwrap();
        let sign = token.percent_sign().map(String::from).unwrap_or_default();
        let found = [token.as_str(), token.base(), token.digits(), &sign, token.suffix().unwrap_or("")];
        if found == cells[..] { Ok(()) } else { Err(format!("wanted {cells:?}, found {found:?}")) }
    }));
}

#[test]
fn sentence_boundaries() {
    let mut failures = Vec::new();
    for file in files("sentences") {
        failures.extend(each_line(&file, |line| {
            let text = line.replace('|', "");
            let found: Vec<_> = sentences(&text).map(|sentence| sentence.as_str()).collect();
            let wanted: Vec<_> = line.split('|').map(str::trim).collect();
            if found == wanted {
                Ok(())
            } else {
                Err(format!("wanted {line}\n      found {}", found.join(" |")))
            }
        }));
    }
    all_pass(failures);
}

#[test]
fn normalization() {
    let mut failures = Vec::new();
    for file in files("normalize") {
        failures.extend(each_line(&file, |line| {
            let cells: Vec<_> = line.split('\t').collect();
            let [input, output, reasons] = cells[..] else { return Err(format!("{} columns", cells.len())) };
            let found = normalize(input);
            let why: Vec<_> = Normalizer::new().changes(input).map(|change| change.reason().name()).collect();
            if found == output && why.join(" ") == reasons {
                Ok(())
            } else {
                Err(format!("wanted {line}\n      found {found}\t{}", why.join(" ")))
            }
        }));
    }
    all_pass(failures);
}

#[test]
fn transliteration() {
    let mut failures = Vec::new();
    for file in files("translit") {
        failures.extend(each_line(&file, |line| {
            let cells: Vec<_> = line.split('\t').collect();
            let [scheme, cyrillic, written, way] = cells[..] else {
                return Err(format!("{} columns", cells.len()));
            };
            let mut names = scheme.split('+');
            let scheme: Scheme = names.next().unwrap().parse().unwrap();
            let to = names.try_fold(Transliterator::to(scheme), Transliterator::option).unwrap();
            let there = to.transliterate(cyrillic);
            let back = Transliterator::from(scheme).transliterate(written);
            if way != "from" && there != written {
                Err(format!("wanted {written}\n      found {there}"))
            } else if (way != "to") != (back == cyrillic) {
                Err(format!("{way}, but {cyrillic} came back as {back}"))
            } else {
                Ok(())
            }
        }));
    }
    all_pass(failures);
}

/// Runs a file of inputs and outputs.
fn conversions(file: &str, convert: impl Fn(&str) -> String) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    all_pass(each_line(&file, |line| {
        let (input, output) = line.rsplit_once('\t').ok_or("one column")?;
        let found = convert(input);
        if found == output { Ok(()) } else { Err(format!("wanted {line}\n      found {found}")) }
    }));
}

#[test]
fn slugs() {
    conversions("slugs.tsv", qazaq::slug);
}

#[test]
fn detection() {
    conversions("detect.tsv", |text| match qazaq::detect(text) {
        Some(found) => found.scheme.map_or("cyrillic", Scheme::code).to_owned(),
        None => "none".to_owned(),
    });
}

#[test]
fn any_alphabet_to_cyrillic() {
    conversions("to-cyrillic.tsv", |text| qazaq::to_cyrillic(text).into_owned());
}

#[test]
fn exceptions() {
    conversions("exceptions.tsv", |line| {
        let (list, text) = line.split_once('\t').unwrap();
        let list = Exceptions::parse(&list.replace(';', "\n")).unwrap();
        let mut out = String::new();
        Transliterator::to(Scheme::Latin2021).transliterate_around(text, list.find(text), &mut out).unwrap();
        out
    });
}

#[test]
fn html() {
    conversions("html.tsv", |text| {
        let mut out = String::new();
        Transliterator::to(Scheme::Latin2021).transliterate_around(text, html_spans(text), &mut out).unwrap();
        out
    });
}

/// A number as kind:value[unit].
fn shown(number: &Number<'_>) -> String {
    let unit = number.unit().map(|unit| format!("[{unit}]")).unwrap_or_default();
    format!("{}:{}{unit}", number.kind(), number.value())
}

/// Runs a case file of texts and of what is found in them, parted by ` | `, or NONE.
fn each_text(file: &Path, find: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    each_line(file, |line| {
        let (text, wanted) = line.rsplit_once('\t').ok_or("one column")?;
        let found = find(text);
        let found = if found.is_empty() { "NONE".to_owned() } else { found.join(" | ") };
        if found == wanted { Ok(()) } else { Err(format!("wanted {line}\n      found {found}")) }
    })
}

/// A case file by its name.
fn case_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name)
}

#[test]
fn numbers_in_text() {
    let found = |text: &str| numbers(text).map(|number| shown(&number)).collect();
    all_pass(files("numbers").iter().flat_map(|file| each_text(file, found)).collect());
}

#[test]
fn spans_and_modifiers_of_numbers() {
    all_pass(each_text(&case_file("spans.tsv"), |text| {
        let modifiers = |number: &Number<'_>| {
            let names: Vec<_> = number.modifiers().iter().map(Modifier::name).collect();
            if names.is_empty() { String::new() } else { format!("{{{}}}", names.join(",")) }
        };
        numbers(text).map(|n| format!("{}={}{}", n.as_str(), shown(&n), modifiers(&n))).collect()
    }));
}

#[test]
fn relative_words_in_text() {
    all_pass(each_text(&case_file("relative.tsv"), |text| {
        let found = Finder::new().relative(true).numbers(text);
        found.map(|number| format!("{}={}", number.as_str(), number.value())).collect()
    }));
}

#[test]
fn identifiers_in_text() {
    all_pass(each_text(&case_file("identifiers.tsv"), |text| {
        let found = qazaq::identifiers::identifiers(text);
        found.map(|one| format!("{}:{}", one.kind(), one.as_str())).collect()
    }));
}
