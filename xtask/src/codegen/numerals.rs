//! Number words, their suffixes and what else numbers are said with, to `src/numbers/tables.rs`.

use super::cells::{self, State, Symbols};
use super::{header, phonology, rows, single, variant};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

pub(super) fn generate() -> Result<String> {
    let mut out = String::new();
    header(&mut out, "data/numbers/, data/abbreviations.tsv");
    out.push_str(
        "use super::lexicon::{AffixRow, CurrencyRow, Form, OrdinalContext, Particle, Word, Written};\n\n",
    );
    let words = words()?;
    forms(&mut out, &words)?;
    spelt(&mut out)?;
    affixes(&mut out)?;
    currencies(&mut out)?;
    months(&mut out)?;
    ordinal_contexts(&mut out)?;
    neighbours(&mut out)?;
    readings(&mut out)?;
    Ok(out)
}

/// Every form of every word: the form, its `Word`, the standard form.
fn words() -> Result<Vec<(String, String, String)>> {
    let mut forms = Vec::new();
    let numerals = rows("numbers/numerals.tsv", 4)?.into_iter().map(|row| {
        let word = match row[1].as_str() {
            "digit" => format!("Word::Digit({})", row[2]),
            "ten" => format!("Word::Ten({})", row[2]),
            "hundred" => "Word::Hundred".to_owned(),
            "scale" => format!("Word::Scale({})", row[2]),
            other => bail!("{}: kind {other:?}", row[0]),
        };
        Ok((row[0].clone(), word, row[3].clone()))
    });
    let particles = rows("numbers/particles.tsv", 3)?.into_iter().map(|row| {
        Ok((row[0].clone(), format!("Word::Particle(Particle::{})", variant(&row[1])), row[2].clone()))
    });
    for entry in numerals.chain(particles) {
        let (standard, word, also) = entry?;
        forms.push((standard.clone(), word.clone(), standard.clone()));
        for form in also.split(' ').filter(|form| *form != "-") {
            forms.push((form.to_owned(), word.clone(), standard.clone()));
        }
    }
    Ok(forms)
}

fn forms(out: &mut String, words: &[(String, String, String)]) -> Result<()> {
    let mut folding = BTreeMap::new();
    for row in rows("numbers/folding.tsv", 2)? {
        folding.insert(single(&row[0])?, single(&row[1])?);
    }
    let fold = |text: &str| text.chars().map(|c| *folding.get(&c).unwrap_or(&c)).collect::<String>();
    // Of two forms with one start the longer comes first.
    let mut plain: Vec<_> = words.to_vec();
    plain.sort_by_key(|(form, ..)| (form.chars().next(), std::cmp::Reverse(form.len()), form.clone()));
    let mut seen = BTreeMap::new();
    let mut folded = Vec::new();
    for (form, word, standard) in words {
        match seen.insert(fold(form), word) {
            None => folded.push((fold(form), word.clone(), standard.clone())),
            Some(other) => {
                ensure!(other == word, "{form}: another word looks like it without Kazakh letters")
            }
        }
    }
    folded.sort_by_key(|(form, ..)| (form.chars().next(), std::cmp::Reverse(form.len()), form.clone()));
    let _ = writeln!(out, "/// The letters that `fold` changes, sorted.");
    let _ = writeln!(out, "pub(super) static FOLDING: [(char, char); {}] = [", folding.len());
    for (letter, typed) in &folding {
        let _ = writeln!(out, "    ({letter:?}, {typed:?}),");
    }
    out.push_str("];\n\n");
    for (name, doc, forms) in [
        ("FORMS", "The forms of number words, by first letter, the longer first.", &plain),
        ("FOLDED", "The same without Kazakh letters.", &folded),
    ] {
        let _ = writeln!(out, "/// {doc}");
        let _ = writeln!(out, "pub(super) static {name}: [Form; {}] = [", forms.len());
        for (form, word, standard) in forms {
            let _ = writeln!(out, "    Form {{ form: {form:?}, word: {word}, standard: {standard:?} }},");
        }
        out.push_str("];\n\n");
    }
    Ok(())
}

/// What numbers are written with: the standard words in the order of their values.
fn spelt(out: &mut String) -> Result<()> {
    let (mut digits, mut tens, mut hundred, mut scales) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in rows("numbers/numerals.tsv", 4)? {
        let value: usize = row[2].parse()?;
        let counts = [digits.len(), tens.len(), scales.len()];
        let (list, expected) = match row[1].as_str() {
            "digit" => (&mut digits, counts[0]),
            "ten" => (&mut tens, (counts[1] + 1) * 10),
            "hundred" => (&mut hundred, 100),
            _ => (&mut scales, (counts[2] + 1) * 3),
        };
        ensure!(value == expected, "numerals.tsv: {} out of order", row[0]);
        list.push(row[0].clone());
    }
    ensure!(
        digits.len() == 10 && tens.len() == 9 && scales.len() == 12 && hundred.len() == 1,
        "numerals.tsv: rows are missing"
    );
    for (name, doc, words) in [
        ("DIGITS", "0 to 9.", &digits),
        ("TENS", "10 to 90.", &tens),
        ("SCALES", "The powers of a thousand, from the first.", &scales),
    ] {
        let _ = writeln!(out, "/// {doc}\npub(super) static {name}: [&str; {}] = {words:?};\n", words.len());
    }
    let _ = writeln!(out, "/// 100.\npub(super) const HUNDRED: &str = {:?};\n", hundred[0]);
    let mut named = BTreeSet::new();
    for row in rows("numbers/particles.tsv", 3)? {
        // The others are only read.
        if !matches!(
            row[1].as_str(),
            "minus"
                | "plus"
                | "whole"
                | "percent"
                | "per-mille"
                | "point"
                | "year"
                | "of-year"
                | "square"
                | "cubic"
        ) {
            continue;
        }
        let name = row[1].to_uppercase().replace('-', "_");
        // Percent has two words.
        let name = if row[0] == "процент" { "PROCENT".to_owned() } else { name };
        // The first word of a role is the one that is written.
        if !named.insert(name.clone()) {
            continue;
        }
        let _ = writeln!(
            out,
            "/// See data/numbers/particles.tsv.\npub(super) const {name}: &str = {:?};\n",
            row[0]
        );
    }
    Ok(())
}

fn affixes(out: &mut String) -> Result<()> {
    let table = rows("numbers/suffixes.tsv", 4)?;
    let archiphonemes = phonology::names()?;
    let mut names: Vec<String> = Vec::new();
    for row in &table {
        if !names.contains(&row[0]) {
            names.push(row[0].clone());
        }
    }
    ensure!(names.len() <= 64, "a set of affixes is 64 bits");
    out.push_str(
        "/// One suffix of numerals, as `data/numbers/suffixes.tsv` names it; its forms agree with what is before it.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n#[non_exhaustive]\npub enum Affix {\n",
    );
    for name in &names {
        let shown: Vec<String> = table
            .iter()
            .filter(|row| row[0] == *name)
            .map(|row| format!("`{}` ({})", row[1], row[3]))
            .collect();
        let _ = writeln!(out, "    /// {}", shown.join(", "));
        let _ = writeln!(out, "    {},", variant(name));
    }
    out.push_str("}\n\nimpl Affix {\n    /// All of them, in the order of the table.\n    pub const ALL: &[Affix] = &[");
    let all: Vec<String> = names.iter().map(|name| format!("Affix::{}", variant(name))).collect();
    let _ = writeln!(out, "{}];\n", all.join(", "));
    out.push_str("    /// The name, in small letters with hyphens.\n    #[must_use]\n    pub const fn name(self) -> &'static str {\n        match self {\n");
    for name in &names {
        let _ = writeln!(out, "            Affix::{} => {name:?},", variant(name));
    }
    out.push_str("        }\n    }\n}\n\n");
    let _ = writeln!(
        out,
        "/// For the message of an error.\npub(super) const AFFIX_NAMES: &str = {:?};\n",
        names.join(", ")
    );
    let numerals: BTreeSet<String> =
        rows("numbers/numerals.tsv", 4)?.into_iter().map(|row| row[0].clone()).collect();
    let _ = writeln!(out, "/// The forms of affixes; of one affix the first that fits.");
    let _ = writeln!(out, "pub(super) static AFFIXES: [AffixRow; {}] = [", table.len());
    for row in &table {
        phonology::check_template(&row[1], &archiphonemes)?;
        let (mut base, mut stem, mut after) = (false, None, 0u64);
        for place in row[2].split(' ') {
            if place == "base" {
                base = true;
            } else if numerals.contains(place) {
                ensure!(stem.replace(place).is_none(), "{}: two stems", row[0]);
            } else {
                let at = names.iter().position(|name| name == place);
                after |= 1 << at.with_context(|| format!("{}: after {place:?}", row[0]))?;
            }
        }
        let _ = writeln!(
            out,
            "    AffixRow {{ affix: Affix::{}, template: {:?}, base: {base}, stem: {stem:?}, after: {after:#x} }},",
            variant(&row[0]),
            row[1]
        );
    }
    out.push_str("];\n\n");
    Ok(())
}

fn currencies(out: &mut String) -> Result<()> {
    let mut table = BTreeMap::new();
    for row in rows("numbers/currencies.tsv", 3)? {
        ensure!(row[0].len() == 3 && row[0].bytes().all(|b| b.is_ascii_uppercase()), "code {}", row[0]);
        let hundredth = if row[2] == "-" { "None".to_owned() } else { format!("Some({:?})", row[2]) };
        let text = format!(
            "    CurrencyRow {{ code: {:?}, name: {:?}, possessed: {}, hundredth: {hundredth} }},",
            row[0],
            row[1].replace('+', ""),
            row[1].contains('+')
        );
        ensure!(table.insert(row[0].clone(), text).is_none(), "{} stands twice", row[0]);
    }
    let _ = writeln!(out, "/// Currencies, sorted by code.");
    let _ = writeln!(out, "pub(super) static CURRENCIES: [CurrencyRow; {}] = [", table.len());
    for text in table.values() {
        let _ = writeln!(out, "{text}");
    }
    out.push_str("];\n\n");
    let mut hundredths: Vec<(String, String)> = Vec::new();
    for row in rows("numbers/currencies.tsv", 3)? {
        if row[2] != "-" && !hundredths.iter().any(|(name, _)| *name == row[2]) {
            hundredths.push((row[2].clone(), row[0].clone()));
        }
    }
    let _ = writeln!(
        out,
        "/// Hundredth parts with the currency that is meant where none is named, the first of the table."
    );
    let _ = writeln!(
        out,
        "pub(super) static HUNDREDTHS: [(&str, &str); {}] = {hundredths:?};\n",
        hundredths.len()
    );
    let codes: Vec<&str> = table.keys().map(String::as_str).collect();
    let _ = writeln!(
        out,
        "/// For the message of an error.\npub(super) const CODES: &str = {:?};\n",
        codes.join(", ")
    );
    Ok(())
}

fn months(out: &mut String) -> Result<()> {
    let months: Vec<String> = rows("numbers/months.tsv", 2)?.into_iter().map(|row| row[1].clone()).collect();
    ensure!(months.len() == 12, "{} months", months.len());
    let _ = writeln!(out, "/// The months.\npub(super) static MONTHS: [&str; 12] = {months:?};\n");
    Ok(())
}

/// Signs, acronyms, letters and abbreviations with the word they are said as.
fn readings(out: &mut String) -> Result<()> {
    let mut table = BTreeMap::new();
    for row in rows("numbers/signs.tsv", 2)?.into_iter().chain(rows("numbers/acronyms.tsv", 2)?) {
        ensure!(table.insert(row[0].clone(), row[1].clone()).is_none(), "{} stands twice", row[0]);
    }
    let mut units = BTreeSet::new();
    let cyrillic = |text: &str| text.chars().all(|c| matches!(c, '\u{400}'..='\u{52f}' | ' '));
    for row in rows("abbreviations.tsv", 6)? {
        let counted = matches!(row[1].as_str(), "unit" | "scale" | "calendar");
        let form = row[0].trim_end_matches('.');
        let said = row[4].split([';', '(']).next().unwrap_or_default().trim();
        if row[1] == "unit" {
            units.insert(form.to_owned());
        }
        if counted && !form.contains('.') && cyrillic(form) && cyrillic(said) && form != said {
            table.entry(form.to_owned()).or_insert_with(|| said.to_owned());
        }
    }
    pairs(out, "READINGS", "What signs, acronyms, letters and abbreviations are said as, sorted.", &table);
    let signs =
        rows("numbers/signs.tsv", 2)?.into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    pairs(out, "SIGNS", "Signs that are said as a word, sorted.", &signs);
    let units = table.into_iter().filter(|(form, _)| units.contains(form)).collect();
    pairs(out, "UNITS", "Units and what their abbreviations are said as, sorted.", &units);
    Ok(())
}

fn pairs(out: &mut String, name: &str, doc: &str, table: &BTreeMap<String, String>) {
    let _ = writeln!(out, "/// {doc}\npub(super) static {name}: [(&str, &str); {}] = [", table.len());
    for (form, said) in table {
        let _ = writeln!(out, "    ({form:?}, {said:?}),");
    }
    out.push_str("];\n\n");
}

fn neighbours(out: &mut String) -> Result<()> {
    let table = rows("numbers/neighbours.tsv", 2)?;
    let (lists, cases): (Vec<_>, Vec<_>) = table.iter().partition(|row| row[1] == "list");
    let _ = writeln!(
        out,
        "/// Words after a date in digits, and the case that they ask of it.\npub(super) static CASES_BEFORE: [(&str, Affix); {}] = [",
        cases.len()
    );
    for row in cases {
        let _ = writeln!(out, "    ({:?}, Affix::{}),", row[0], variant(&row[1]));
    }
    let words: Vec<&str> = lists.iter().map(|row| row[0].as_str()).collect();
    let _ = writeln!(
        out,
        "];\n\n/// Words that join numbers.\npub(super) static LISTS: [&str; {}] = {words:?};\n",
        words.len()
    );
    Ok(())
}

fn ordinal_contexts(out: &mut String) -> Result<()> {
    let table = rows("numbers/ordinal-contexts.tsv", 7)?;
    let _ = writeln!(
        out,
        "/// Words before which a number is said as an ordinal; the first that fits.\n\
         pub(super) static ORDINAL_CONTEXTS: [OrdinalContext; {}] = [",
        table.len()
    );
    for row in &table {
        let [low, high, step]: [i128; 3] = [row[1].parse()?, row[2].parse()?, row[3].parse()?];
        let said = match row[6].split(' ').collect::<Vec<_>>()[..] {
            ["-"] => "None".to_owned(),
            [stem, alone, before] => format!("Some([{stem:?}, {alone:?}, {before:?}])"),
            _ => bail!("{}: said {:?}", row[0], row[6]),
        };
        ensure!(matches!(row[4].as_str(), "yes" | "no"), "{}: bare {:?}", row[0], row[4]);
        ensure!(matches!(row[5].as_str(), "digits" | "hyphen" | "roman"), "{}: written {:?}", row[0], row[5]);
        let _ = writeln!(
            out,
            "    OrdinalContext {{ word: {:?}, low: {low}, high: {high}, step: {step}, bare: {}, written: Written::{}, said: {said} }},",
            row[0],
            row[4] == "yes",
            variant(&row[5])
        );
    }
    out.push_str("];\n\n");
    Ok(())
}

/// What parts the tokens of a form.
const PARTS: [char; 4] = [' ', '/', '⋅', '*'];

/// The forms of the finder's entries, in their order, a line each: for its tests.
pub(super) fn finding_forms() -> Result<String> {
    Ok(entries()?.into_iter().map(|(form, _)| form + "\n").collect())
}

/// What the finder looks up: each form, what it is, and whether it takes endings.
fn entries() -> Result<Vec<(String, (String, bool))>> {
    let mut entries: BTreeMap<String, (String, bool)> = BTreeMap::new();
    for row in rows("numbers/finding.tsv", 4)? {
        let [form, class, value, endings] = &row[..] else { bail!("columns") };
        let value = if value == "-" { "" } else { value.as_str() };
        let endings = match endings.as_str() {
            "yes" => true,
            "no" => false,
            other => bail!("{form}: endings {other:?}"),
        };
        let what = format!("What::Class(Class::{}, {value:?})", variant(class));
        ensure!(entries.insert(form.clone(), (what, endings)).is_none(), "{form} stands twice");
    }
    // Currencies that are named with their land: канада доллар, with whatever ending.
    for row in rows("numbers/currencies.tsv", 3)? {
        let Some((root, ending)) = row[1].split_once('+') else { continue };
        let stem = match root.strip_suffix('с') {
            // песос+ы: the с comes with the ending
            Some(stem) if stem.ends_with(|c| "аеоуяиіы".contains(c)) && !ending.is_empty() => stem,
            _ => root,
        };
        let what = format!("What::Class(Class::Currency, {:?})", row[0]);
        entries.entry(stem.to_lowercase()).or_insert((what, true));
    }
    for row in rows("numbers/numerals.tsv", 4)? {
        let what = match row[1].as_str() {
            "digit" => format!("What::Digit({})", row[2]),
            "ten" => format!("What::Ten({})", row[2]),
            "hundred" => "What::Hundred".to_owned(),
            "scale" => format!("What::Scale({})", row[2]),
            other => bail!("{}: kind {other:?}", row[0]),
        };
        for form in std::iter::once(row[0].as_str()).chain(row[3].split(' ').filter(|form| *form != "-")) {
            // A numeral that is another word as well has the numeral's row last.
            entries.entry(form.to_owned()).or_insert((what.clone(), true));
        }
    }
    Ok(entries.into_iter().collect())
}

/// What numbers in text are found by, to `src/numbers/find/tables.rs`.
pub(super) fn finding() -> Result<String> {
    let sorted = entries()?;
    let mut out = String::new();
    header(
        &mut out,
        "data/numbers/finding.tsv, data/numbers/currencies.tsv, data/numbers/signs.tsv, data/numbers/numerals.tsv, data/numbers/endings.tsv, data/numbers/articles.tsv",
    );
    out.push_str("use super::lex::{Class, What};\nuse super::words::Entry;\n\n/// By their forms.\n");
    let _ = writeln!(out, "pub(super) static ENTRIES: [Entry; {}] = [", sorted.len());
    for (form, (what, endings)) in &sorted {
        let first = form.find(PARTS).unwrap_or(0);
        let _ = writeln!(out, "    Entry {{ first: {first}, what: {what}, endings: {endings} }},");
    }
    out.push_str("];\n\n");
    let endings = endings()?;
    out.push_str(&automata(&sorted, &endings)?);
    out.push_str(&words_of(&sorted, &endings)?);
    let ratios: BTreeSet<String> = rows("numbers/finding.tsv", 4)?
        .into_iter()
        .filter(|row| row[1] == "unit" && row[2].contains('/'))
        .map(|row| row[2].clone())
        .collect();
    let _ = writeln!(
        out,
        "/// Codes of units for each of another.\npub(super) static RATIOS: [&str; {}] = {:?};\n",
        ratios.len(),
        Vec::from_iter(&ratios)
    );
    let currencies = rows("numbers/currencies.tsv", 3)?;
    let mut signs = Vec::new();
    for row in rows("numbers/signs.tsv", 2)? {
        let named = |name: &str| name == row[1] || name.split(' ').next() == Some(row[1].as_str());
        let Some(currency) = currencies.iter().find(|currency| named(&currency[1])) else { continue };
        let sign = row[0].chars().next().context("a sign")?;
        signs.push((sign, currency[0].as_str()));
    }
    let _ = writeln!(
        out,
        "/// Signs of currencies: the words of signs.tsv that are names in currencies.tsv.\npub(super) static CURRENCY_SIGNS: [(char, &str); {}] = {signs:?};\n",
        signs.len()
    );
    for row in rows("numbers/endings.tsv", 3)? {
        // It is asked of the automaton of the endings only.
        if row[0] == "particle" {
            continue;
        }
        let endings: Vec<&str> = row[1].split(' ').collect();
        let _ = writeln!(
            out,
            "/// Endings: {}.\npub(super) static {}: [&str; {}] = {endings:?};\n",
            row[2],
            row[0].replace('-', "_").to_uppercase(),
            endings.len()
        );
    }
    Ok(out)
}

/// The endings of numbers and of what stands beside them: those that digits have, plurals, and both.
fn endings() -> Result<BTreeSet<String>> {
    let mut endings = BTreeSet::new();
    for row in rows("digit-suffixes.tsv", 2)? {
        endings.extend(row[1].split(' ').map(str::to_owned));
    }
    let plurals = of_kind("plural")?;
    let with_plural: Vec<String> = std::iter::once(String::new())
        .chain(endings.iter().cloned())
        .flat_map(|ending| plurals.iter().map(move |plural| format!("{plural}{ending}")).collect::<Vec<_>>())
        .collect();
    endings.extend(with_plural);
    Ok(endings)
}

/// The endings of a kind of `data/numbers/endings.tsv`.
fn of_kind(kind: &str) -> Result<Vec<String>> {
    let rows = rows("numbers/endings.tsv", 3)?;
    let row =
        rows.iter().find(|row| row[0] == kind).with_context(|| format!("no {kind} among the endings"))?;
    Ok(row[1].split(' ').map(str::to_owned).collect())
}

/// The automata that find forms, their endings, and the words that make бір an article.
fn automata(entries: &[(String, (String, bool))], endings: &BTreeSet<String>) -> Result<String> {
    let particles = of_kind("particle")?;
    let articles = rows("numbers/articles.tsv", 2)?;
    let forms = entries.iter().map(|(form, _)| form.as_str());
    let symbols = Symbols::of(
        forms
            .clone()
            .chain(endings.iter().chain(&particles).map(String::as_str))
            .chain(articles.iter().map(|row| row[1].as_str())),
    )?;
    let mut automata: [State; 3] = Default::default();
    for (number, form) in (0..).zip(forms) {
        automata[0].insert(symbols.text(form), number);
    }
    for ending in endings {
        automata[1].insert(symbols.text(ending), 3);
    }
    for ending in &particles {
        automata[1].insert(symbols.text(ending), 2);
    }
    for row in &articles {
        let place = match row[0].as_str() {
            "before" => 1,
            "after" => 2,
            other => bail!("{}: place {other:?}", row[1]),
        };
        ensure!(articles.iter().filter(|other| other[1] == row[1]).count() == 1, "{} stands twice", row[1]);
        automata[2].insert(symbols.text(&row[1]), place);
    }
    let (cells, steps, first) = cells::lay_out(&automata)?;
    let mut out = String::new();
    cells::table(
        &mut out,
        "The symbols of bytes, and from 256 on of the letters of U+0400 to U+04FF; 255 for what is in no automaton.",
        "SYMBOLS",
        "u8",
        &symbols.0,
    );
    cells::table(
        &mut out,
        "The symbol of each cell; 0 of an empty one, 1 of one that has a meaning in place of a state.",
        "CELL_SYMBOLS",
        "u8",
        &cells,
    );
    cells::table(
        &mut out,
        "How far after each cell its state is, or the meaning's number.",
        "CELL_STEPS",
        "i16",
        &steps,
    );
    for ((name, doc), first) in [
        ("FORMS", "The forms; their meanings are entries."),
        ("ENDINGS", "The endings: 1 for those written to a word, 2 for those after a hyphen."),
        ("ARTICLES", "The words that make бір an article: 1 before it, 2 after it."),
    ]
    .into_iter()
    .zip(first)
    {
        let _ = writeln!(
            out,
            "/// The first state of an automaton. {doc}\npub(super) const {name}: u32 = {first};\n"
        );
    }
    Ok(out)
}

/// What a word of Cyrillic letters says by its first four letters and its length, to the finder's sieve: 1 that it may mean something
/// to numbers, 3 that it may be a number.
fn words_of(entries: &[(String, (String, bool))], endings: &BTreeSet<String>) -> Result<String> {
    let mut words: BTreeSet<(String, u64)> = BTreeSet::new();
    for (form, (what, takes)) in entries {
        let bits = if may_count(what) { 3 } else { 1 };
        let last = form.rsplit(' ').next().unwrap_or(form);
        // The words of a form of several are read with the first, or not at all.
        words.extend(form.split(' ').map(|word| (word.to_owned(), bits)));
        let bare = std::iter::once("");
        let endings = bare.chain(endings.iter().map(String::as_str)).filter(|_| *takes);
        words.extend(endings.map(|ending| (format!("{last}{ending}"), bits)));
    }
    // A row of its own goes before a numeral with an ending: үшін, оның.
    let own = |word: &str| entries.iter().any(|(form, (what, _))| form == word && !may_count(what));
    words = words.into_iter().map(|(word, bits)| if own(&word) { (word, 1) } else { (word, bits) }).collect();
    // Numerals that are written as one: онбес. `words::may_follow` has which they may be.
    let is = |what: &str, kinds: &[&str]| kinds.iter().any(|kind| what.starts_with(kind));
    for (first, (before, _)) in entries.iter().filter(|(_, (what, _))| is(what, &NUMERALS)) {
        let seconds = entries.iter().filter(|(_, (what, _))| is(what, &NUMERALS) && what != before);
        // An ending makes them longer; which one it is does not show in four letters.
        words.extend(
            seconds.flat_map(|(second, _)| ["", "о", "оо"].map(|more| (format!("{first}{second}{more}"), 3))),
        );
    }
    // What the tokenizer parts from another numeral; Roman numerals of Cyrillic letters.
    words.extend(rows("numeral-words.tsv", 2)?.into_iter().map(|row| (row[0].clone(), 3)));
    let mut roman = vec![String::new()];
    for _ in 0..7 {
        roman = roman.iter().flat_map(|text| ["і", "х"].map(|sign| format!("{text}{sign}"))).collect();
        words.extend(roman.iter().map(|text| (text.clone(), 3)));
    }
    let mut cells = vec![0u64; 2048];
    for (word, bits) in &words {
        // A word ends at a hyphen; one with other letters does not come here.
        let letters: Vec<char> = word.chars().take_while(|&c| ('\u{400}'..='\u{4ff}').contains(&c)).collect();
        // Small letters and capitals that have not the same code both have their own keys.
        let mut keys = vec![(letters.len().min(6) as u64) << 3];
        for (at, &c) in letters.iter().take(4).enumerate() {
            let codes: BTreeSet<u64> = c.to_uppercase().chain([c]).map(code).collect();
            keys =
                keys.iter().flat_map(|key| codes.iter().map(move |code| key ^ code << (16 * at))).collect();
        }
        for key in keys {
            let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            for place in [hash >> 47, hash >> 41] {
                cells[(hash >> 53) as usize] |= bits << (place & 62);
            }
        }
    }
    let mut out = String::from(
        "/// By a hash of a word's first four letters and its length, two cells in one place: 1 for what may mean something to numbers, 3 for what may\n/// be one.\n",
    );
    let _ = writeln!(out, "pub(super) static WORDS: [u64; {}] = [", cells.len());
    for line in cells.chunks(6) {
        let cells: Vec<String> = line.iter().map(|bits| format!("{bits:#x}")).collect();
        let _ = writeln!(out, "    {},", cells.join(","));
    }
    out.push_str("];\n\n");
    Ok(out)
}

/// What words are numerals.
const NUMERALS: [&str; 4] = ["What::Digit(", "What::Ten(", "What::Hundred", "What::Scale("];

/// Whether a cluster with such a word may be a number; `What::may_count` says the same.
fn may_count(what: &str) -> bool {
    let Some(class) = what.strip_prefix("What::Class(Class::") else { return true };
    let (class, value) = class.split_once(',').unwrap_or((class, ""));
    match class {
        "Collective" | "Half" | "Quarter" | "Forty" | "Rough" => true,
        "Not" => value.trim() != "\"\")",
        _ => false,
    }
}

/// Six bits of a letter of U+0400 to U+04FF, where they are in UTF-8: the same for most small letters and their capitals.
fn code(c: char) -> u64 {
    (u64::from(c) & 0x1f) << 8 | u64::from(c >= '\u{480}') << 1
}
