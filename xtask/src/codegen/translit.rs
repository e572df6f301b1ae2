//! `data/schemes/*.tsv` to `src/translit/tables.rs`.

use super::{header, root, single, variant};
use anyhow::{Context as _, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// First and last code points with a cell.
const START: usize = 0x400;
const CELLS: usize = 256;

#[derive(Default)]
struct Scheme {
    keys: BTreeMap<String, String>,
    rows: Vec<Row>,
    back: Vec<[String; 3]>,
}

struct Row {
    letter: char,
    small: String,
    capital: String,
    context: String,
}

pub(super) fn generate() -> Result<String> {
    let mut schemes = BTreeMap::new();
    for entry in std::fs::read_dir(root().join("data/schemes"))? {
        let path = entry?.path();
        let scheme = read(&path).with_context(|| path.display().to_string())?;
        let code = scheme.keys.get("code").context("no code")?.clone();
        ensure!(
            path.file_stem().is_some_and(|stem| stem == code.as_str()),
            "{code} stands in {}",
            path.display()
        );
        schemes.insert(code, scheme);
    }
    let mut out = String::new();
    header(&mut out, "data/schemes/*.tsv");
    out.push_str("use super::table::{Back, Casing, Cell, Context, Contextual, Hamza, Table, Where};\n\n");
    out.push_str("/// A way of writing Kazakh in letters other than the Cyrillic of 1940.\n///\n");
    out.push_str("/// Codes are stable; the tables are `data/schemes/*.tsv`.\n");
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[non_exhaustive]\npub enum Scheme {\n");
    for (code, scheme) in &schemes {
        let key = |name: &str| {
            scheme.keys.get(name).map(String::as_str).with_context(|| format!("{code}: no {name}"))
        };
        let _ = writeln!(
            out,
            "    /// `{code}`: {}. {}. Source: {}.\n    {},",
            key("title")?,
            key("status")?,
            key("source")?,
            variant(code)
        );
    }
    let _ = writeln!(
        out,
        "}}\n\nimpl Scheme {{\n    /// Every scheme, by code.\n    pub const ALL: [Scheme; {}] = [",
        schemes.len()
    );
    for code in schemes.keys() {
        let _ = writeln!(out, "        Scheme::{},", variant(code));
    }
    out.push_str("    ];\n}\n\n/// The codes, for messages.\n");
    let codes: Vec<&str> = schemes.keys().map(String::as_str).collect();
    let _ = writeln!(out, "pub(super) const CODES: &str = {:?};\n", codes.join(", "));
    out.push_str("pub(super) static TABLES: [Table; Scheme::ALL.len()] = [\n");
    for (code, scheme) in &schemes {
        table(&mut out, code, scheme).with_context(|| format!("data/schemes/{code}.tsv"))?;
    }
    out.push_str("];\n");
    Ok(out)
}

/// `data/loans.tsv` to `src/translit/loans.rs`.
pub(super) fn loans() -> Result<String> {
    let text = std::fs::read_to_string(root().join("data/loans.tsv"))?;
    let mut fold: BTreeMap<char, String> = BTreeMap::new();
    let mut stems: BTreeMap<String, String> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(row) = line.strip_prefix("!fold\t") {
            let (letter, folded) = row.split_once('\t').context("a fold has two columns")?;
            fold.insert(single(letter)?, folded.to_owned());
            continue;
        }
        let folded: String =
            line.chars().map(|c| fold.get(&c).cloned().unwrap_or_else(|| c.to_string())).collect();
        ensure!(folded.len() >= 6, "{line} is too short to be told from the start of other words");
        ensure!(
            stems.insert(folded, line.to_owned()).is_none(),
            "{line} stands twice, or folds like another"
        );
    }
    let longest = stems.keys().map(String::len).max().unwrap_or(0);
    let mut out = String::new();
    header(&mut out, "data/loans.tsv");
    let _ = writeln!(
        out,
        "\n/// What the Latin alphabets make of a letter, sorted.\npub(super) static FOLD: [(char, &str); {}] = [",
        fold.len()
    );
    for (letter, folded) in &fold {
        let _ = writeln!(out, "    ({letter:?}, {folded:?}),");
    }
    let _ = writeln!(
        out,
        "];\n\n/// The longest folded stem, in bytes.\npub(super) const LONGEST: usize = {longest};\n"
    );
    let _ = writeln!(
        out,
        "/// Folded stems and what they stand for, sorted.\npub(super) static STEMS: [(&str, &str); {}] = [",
        stems.len()
    );
    for (folded, stem) in &stems {
        let _ = writeln!(out, "    ({folded:?}, {stem:?}),");
    }
    out.push_str("];\n");
    Ok(out)
}

fn read(path: &std::path::Path) -> Result<Scheme> {
    let mut scheme = Scheme::default();
    for (number, line) in std::fs::read_to_string(path)?.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if let Some(key) = cells[0].strip_prefix('!') {
            ensure!(cells.len() == 2, "line {}: a key has one value", number + 1);
            scheme.keys.insert(key.to_owned(), cells[1].to_owned());
            continue;
        }
        if let Some(written) = line.strip_prefix('<') {
            let cells: Vec<String> = written.split('\t').map(str::to_owned).collect();
            let cells = cells
                .try_into()
                .map_err(|_| anyhow::anyhow!("line {}: a way back has three columns", number + 1))?;
            scheme.back.push(cells);
            continue;
        }
        let [letter, small, capital, context] = cells[..] else {
            bail!("line {}: {} columns", number + 1, cells.len())
        };
        let text = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
        scheme.rows.push(Row {
            letter: single(letter)?,
            small: text(small),
            capital: text(capital),
            context: text(context),
        });
    }
    Ok(scheme)
}

fn table(out: &mut String, code: &str, scheme: &Scheme) -> Result<()> {
    // Capital partners of single small letters, for digraphs in capitals.
    let partners: BTreeMap<char, String> =
        scheme.rows.iter().filter_map(|row| Some((single(&row.small).ok()?, row.capital.clone()))).collect();
    let all_caps = |row: &Row| -> String {
        if row.small.chars().count() < 2 {
            return row.capital.clone();
        }
        row.small
            .chars()
            .map(|c| partners.get(&c).cloned().unwrap_or_else(|| c.to_uppercase().collect()))
            .collect()
    };
    let mut plain: Vec<String> = vec!["Cell::NONE".to_owned(); CELLS];
    let mut capitals: Vec<String> = vec!["Cell::NONE".to_owned(); CELLS];
    let mut contextual = Vec::new();
    for row in scheme.rows.iter().filter(|row| !row.context.is_empty()) {
        let (kind, letters) = row.context.split_once(':').context("a context is KIND:LETTERS")?;
        ensure!(matches!(kind, "after" | "before"), "context {kind:?}");
        contextual.push(format!(
            "Contextual {{ letter: {:?}, context: Context::{}({letters:?}), small: {}, capital: {}, all_caps: {} }}",
            row.letter,
            variant(kind),
            cell(&row.small, false)?,
            cell(&row.capital, false)?,
            cell(&all_caps(row), false)?
        ));
    }
    for row in scheme.rows.iter().filter(|row| row.context.is_empty()) {
        let upper = row.letter.to_uppercase().next().context("a capital")?;
        let has_context =
            scheme.rows.iter().any(|other| other.letter == row.letter && !other.context.is_empty());
        let caps = all_caps(row);
        for (letter, text, special) in
            [(row.letter, &row.small, has_context), (upper, &row.capital, has_context || caps != row.capital)]
        {
            let place = (letter as usize)
                .checked_sub(START)
                .filter(|&place| place < CELLS)
                .context("a letter of U+0400 to U+04FF")?;
            ensure!(plain[place] == "Cell::NONE", "{letter} stands twice");
            plain[place] = cell(text, special)?;
            capitals[place] = cell(if letter == upper { &caps } else { text }, false)?;
        }
    }
    let key = |name: &str| scheme.keys.get(name).cloned();
    let letter_pairs = |name: &str| -> Result<String> {
        let letters: Vec<String> = key(name).unwrap_or_default().split(' ').map(str::to_owned).collect();
        let pairs: Result<Vec<String>> = letters
            .chunks(2)
            .map(|pair| Ok(format!("({:?}, {:?})", single(&pair[0])?, single(&pair[1])?)))
            .collect();
        Ok(pairs?.join(", "))
    };
    let hamza = match (key("hamza"), key("hamza-if"), key("hamza-unless"), key("hamza-never")) {
        (Some(sign), Some(front), Some(unless), Some(never)) => {
            let never: Vec<&str> = never.split(' ').collect();
            format!(
                "Some(Hamza {{ sign: {:?}, front: {front:?}, unless: {unless:?}, never: &{never:?}, fronts: &[{}], marked_fronts: &[{}] }})",
                single(&sign)?,
                letter_pairs("front")?,
                letter_pairs("front-marked")?
            )
        }
        (None, None, None, None) => "None".to_owned(),
        _ => bail!("{code}: some hamza keys without the others"),
    };
    let lossless = matches!(key("lossless").as_deref(), Some("yes"));
    let _ = writeln!(
        out,
        "    Table {{\n        code: {code:?},\n        title: {:?},\n        status: {:?},\n        source: {:?},\n        lossless: {lossless},\n        loans: {},\n        hamza: {hamza},\n        contextual: &[{}],",
        key("title").unwrap_or_default(),
        key("status").unwrap_or_default(),
        key("source").unwrap_or_default(),
        key("loans").as_deref() == Some("yes"),
        contextual.join(", ")
    );
    let _ = writeln!(
        out,
        "        casing: Casing::{},\n        back: &[",
        variant(&key("case").context("no case")?)
    );
    for (written, letters, places) in back(scheme)? {
        let _ = writeln!(
            out,
            "            Back {{ written: {written:?}, letters: {letters:?}, places: &[{places}] }},"
        );
    }
    out.push_str("        ],\n");
    for (name, cells) in [("plain", plain), ("capitals", capitals)] {
        let _ = writeln!(out, "        {name}: [");
        for line in cells.chunks(8) {
            let _ = writeln!(out, "            {},", line.join(", "));
        }
        out.push_str("        ],\n");
    }
    out.push_str("    },\n");
    Ok(())
}

/// The ways back, by first letter, then longest first: those of the file, then the first letter that each written string stands for.
fn back(scheme: &Scheme) -> Result<Vec<(String, String, String)>> {
    let mut rows = Vec::new();
    for [written, letters, context] in &scheme.back {
        let mut places = Vec::new();
        for place in context.split('&').filter(|place| *place != "-") {
            places.push(match place.split_once(':') {
                None if place == "start" => "Where::Start".to_owned(),
                None if place == "end" => "Where::End".to_owned(),
                Some(("after", letters)) => format!("Where::After({letters:?})"),
                Some(("before", letters)) => format!("Where::Before({letters:?})"),
                _ => bail!("context {place:?}"),
            });
        }
        rows.push((written.clone(), letters.clone(), places.join(", ")));
    }
    for row in scheme.rows.iter().filter(|row| !row.small.is_empty()) {
        // Where the file has rows for several letters, they say all about them; a single letter always means something.
        let settled = |(written, _, places): &(String, String, String)| {
            *written == row.small && (places.is_empty() || written.chars().count() > 1)
        };
        if !rows.iter().any(settled) {
            rows.push((row.small.clone(), row.letter.to_string(), String::new()));
        }
    }
    // By first letter, so that the rows to try stand together; longest first among them.
    rows.sort_by_key(|(written, ..)| (written.chars().next(), std::cmp::Reverse(written.chars().count())));
    Ok(rows)
}

/// A cell in the short form of the table module.
fn cell(text: &str, special: bool) -> Result<String> {
    ensure!(text.len() <= 7, "{text:?} has more than 7 bytes");
    Ok(format!("Cell::new({text:?}, {special})"))
}
