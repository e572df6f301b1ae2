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
    /// Name and what it does; the place is the bit.
    options: Vec<(String, String)>,
    marks: Vec<(String, String)>,
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
    out.push_str(
        "use super::loans;
use super::table::{\n    Back, BackCell, Casing, Cell, Choice, Context, Contextual, Hamza, Mark, Table, Where, back_cells, cells, kinds, plain,\n};\n\n",
    );
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

/// The lists of `data/` that restore what a scheme loses, to `src/translit/loans.rs`.
pub(super) fn loans() -> Result<String> {
    let mut out = String::new();
    header(&mut out, "data/{loans,arabic-words,latin-stems,arabic-stems}.tsv");
    out.push_str("\nuse super::stems::{List, starts};\n");
    for (name, files, about) in [
        ("LATIN", &["loans.tsv", "latin-stems.tsv"][..], "Borrowed words, for the Latin alphabets."),
        (
            "ARABIC",
            &["arabic-words.tsv", "arabic-stems.tsv", "loans.tsv"],
            "Words whose vowels the Arabic script does not tell apart, and borrowed words.",
        ),
    ] {
        list(&mut out, name, files, about).with_context(|| format!("data/{}", files[0]))?;
    }
    Ok(out)
}

/// What letters fold to by a list, and its rows.
pub(crate) fn rows_of_list(file: &str) -> Result<(BTreeMap<char, String>, Vec<String>)> {
    let text =
        std::fs::read_to_string(root().join("data").join(file)).with_context(|| format!("data/{file}"))?;
    let (mut folds, mut rows) = (BTreeMap::new(), Vec::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("!fold\t") {
            Some(row) => {
                let (letter, folded) = row.split_once('\t').context("a fold has two columns")?;
                folds.insert(single(letter)?, folded.to_owned());
            }
            None => rows.push(line.to_owned()),
        }
    }
    Ok((folds, rows))
}

/// A node of the tree: what it stands for, and where letters lead.
#[derive(Default)]
struct Node {
    end: usize,
    edges: BTreeMap<u8, usize>,
}

/// Stems in a block of the list, as `stems.rs` has it.
const BLOCK: usize = 32;

/// A list of the stems of all the files; what letters fold to is said by the first. Of two rows that fold alike the one of the
/// earlier file holds, and in a later file the first.
fn list(out: &mut String, name: &str, files: &[&str], about: &str) -> Result<()> {
    let mut fold: BTreeMap<char, String> = BTreeMap::new();
    // Each with the place of its file.
    let mut stems: BTreeMap<String, usize> = BTreeMap::new();
    for (place, file) in files.iter().enumerate() {
        let (folds, rows) = rows_of_list(file)?;
        fold.extend(folds.into_iter().filter(|_| place == 0));
        let mut here = std::collections::BTreeSet::new();
        for row in rows {
            ensure!(here.insert(row.clone()), "{row} stands twice in {file}");
            // What the rules make of a word differs between scripts.
            if *file != "loans.tsv" || place == 0 || !row.contains('>') {
                stems.entry(row).or_insert(place);
            }
        }
    }
    // The letters of the alphabet, numbered as they come.
    let alphabet = super::rows("alphabet.tsv", 10)?;
    let letters = alphabet.iter().filter(|row| row[2] == "cyrillic").map(|row| single(&row[0]));
    let small = letters.take(42).collect::<Result<Vec<char>>>()?;
    let code = |c: char| -> Result<u8> {
        let place = small
            .iter()
            .position(|&letter| letter == c)
            .with_context(|| format!("{c:?} is no Cyrillic letter"))?;
        Ok(u8::try_from(place)? + 1)
    };
    let folded = |c: char| -> Result<Vec<u8>> {
        let letters = fold.get(&c).cloned().unwrap_or_else(|| c.to_string());
        letters.chars().map(code).collect()
    };
    let mut nodes = vec![Node::default()];
    let places: Vec<usize> = stems.values().copied().collect();
    let stems: Vec<&str> = stems.keys().map(String::as_str).collect();
    for (number, stem) in stems.iter().enumerate() {
        let spelt = stem.trim_end_matches(['=', '+', '~']);
        let (rules, spelt) = spelt.split_once('>').unwrap_or((spelt, spelt));
        ensure!(spelt.len() <= 96, "{stem} is too long");
        ensure!(
            rules.chars().count() >= 3 || stem.ends_with('='),
            "{stem} is too short to be told from the start of other words"
        );
        let mut node = 0;
        let mut length = 0;
        for c in rules.chars() {
            for code in folded(c)? {
                length += 1;
                node = match nodes[node].edges.get(&code) {
                    Some(&next) => next,
                    None => {
                        nodes.push(Node::default());
                        let next = nodes.len() - 1;
                        nodes[node].edges.insert(code, next);
                        next
                    }
                };
            }
        }
        ensure!(length >= 3 || stem.ends_with('='), "{stem} is too short without its signs");
        let taken = nodes[node].end;
        ensure!(
            taken == 0 || places[taken - 1] != 0 || places[number] != 0,
            "{stem} stands twice, or folds like another"
        );
        if taken == 0 || places[number] < places[taken - 1] {
            nodes[node].end = number + 1;
        }
    }
    // Breadth first: the children of a node stand together, and edge n leads to node n + 1.
    let prefixes = prefixes(&nodes, &stems);
    let (mut labels, mut counts, mut ends, mut ranks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // The stems in the order of their nodes.
    let mut spelt: Vec<&str> = Vec::new();
    let mut queue = std::collections::VecDeque::from([0]);
    while let Some(node) = queue.pop_front() {
        if counts.len() % 64 == 0 {
            ends.push(0u64);
            ranks.push(spelt.len());
        }
        if let Some(stem) = nodes[node].end.checked_sub(1).map(|number| stems[number]) {
            *ends.last_mut().context("a word of bits")? |= 1 << (counts.len() % 64);
            spelt.push(stem.rsplit('>').next().unwrap_or(stem));
        }
        counts.push(nodes[node].edges.len());
        for (&label, &next) in &nodes[node].edges {
            labels.push(label);
            queue.push_back(next);
        }
    }
    ensure!(labels.len() < usize::from(u16::MAX), "more nodes than fit");
    let (mut folds, mut singles) = (Vec::new(), Vec::new());
    for c in '\u{400}'..='\u{4ff}' {
        let c = c.to_lowercase().next().context("a small letter")?;
        let codes = folded(c).unwrap_or_else(|_| vec![255]);
        let [a, b] = [codes.first(), codes.get(1)].map(|code| code.copied().unwrap_or(0));
        ensure!(codes.len() <= 2, "{c} folds to more than two letters");
        folds.push(format!("[{a},{b}]"));
        singles.push(if codes.len() == 1 && a < 64 { a } else { 128 });
    }
    // Only the small list is in every build.
    let unused =
        if name == "ARABIC" { "#[cfg_attr(not(feature = \"word-lists\"), allow(dead_code))]\n" } else { "" };
    let _ = writeln!(out, "\n/// {about}\n{unused}pub(super) static {name}: List = List {{\n    fold: &[");
    super::bytes(out, &folds);
    out.push_str("    ],\n    singles: &[\n");
    super::bytes(out, &singles);
    out.push_str("    ],\n    prefixes: &[\n");
    super::bytes(out, &prefixes);
    out.push_str("    ],\n    labels: &[\n");
    super::bytes(out, &labels);
    let nodes = counts.len();
    let _ = writeln!(out, "    ],\n    edges: &starts::<{nodes}, {}>(&[", nodes + 1);
    super::bytes(out, &counts);
    out.push_str("    ]),\n    ranks: &[\n");
    super::bytes(out, &ranks);
    out.push_str("    ],\n    ends: &[\n");
    super::bytes(out, &ends);
    out.push_str("    ],\n    text: concat!(\n");
    for line in spelt.chunks(16) {
        let _ = writeln!(out, "        {:?},", line.concat());
    }
    out.push_str("    ),\n    lengths: &[\n");
    let lengths: Vec<usize> = spelt.iter().map(|stem| stem.len()).collect();
    ensure!(lengths.iter().all(|&length| length < 256), "a stem is too long");
    super::bytes(out, &lengths);
    let mut place = 0;
    let mut blocks = Vec::new();
    for block in lengths.chunks(BLOCK) {
        blocks.push(place);
        place += block.iter().sum::<usize>();
    }
    out.push_str("    ],\n    blocks: &[\n");
    super::bytes(out, &blocks);
    out.push_str("    ],\n};\n");
    Ok(())
}

fn read(path: &std::path::Path) -> Result<Scheme> {
    let mut scheme = Scheme::default();
    for (number, line) in std::fs::read_to_string(path)?.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if let ["!option" | "!mark", name, value] = cells[..] {
            let list = if cells[0] == "!option" { &mut scheme.options } else { &mut scheme.marks };
            list.push((name.to_owned(), value.to_owned()));
            continue;
        }
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
    let mut plain: BTreeMap<usize, String> = BTreeMap::new();
    let mut capitals: BTreeMap<usize, String> = BTreeMap::new();
    let mut contextual = Vec::new();
    let bit = |name: &str| -> Result<u8> {
        let place = scheme.options.iter().position(|option| option.0 == name);
        Ok(1 << place.with_context(|| format!("no option {name:?}"))?)
    };
    ensure!(scheme.options.len() <= 8, "more than eight options");
    for row in scheme.rows.iter().filter(|row| !row.context.is_empty()) {
        let (mut contexts, mut option) = (Vec::new(), 0);
        for context in row.context.split('&') {
            contexts.push(match context.split_once(':') {
                Some((kind @ ("after" | "before"), letters)) => {
                    format!("Context::{}({letters:?})", variant(kind))
                }
                Some(("option", name)) => {
                    option = bit(name)?;
                    continue;
                }
                None if matches!(context, "front" | "start" | "degree") => {
                    format!("Context::{}", variant(context))
                }
                _ => bail!("context {context:?}"),
            });
        }
        contextual.push(format!(
            "            Contextual {{ letter: {:?}, contexts: &[{}], option: {option}, small: {}, capital: {}, all_caps: {} }},\n",
            row.letter,
            contexts.join(", "),
            cell(&row.small, false)?,
            cell(&row.capital, false)?,
            cell(&all_caps(row), false)?
        ));
    }
    let roman = scheme.keys.get("roman").is_some_and(|value| value == "yes");
    for row in scheme.rows.iter().filter(|row| row.context.is_empty()) {
        let upper = row.letter.to_uppercase().next().context("a capital")?;
        // Rows that only an option asks for do not slow the others down.
        let in_context = |is: &dyn Fn(&str) -> bool| {
            scheme.rows.iter().any(|other| other.letter == row.letter && is(&other.context))
        };
        let is_degree = |context: &str| context == "degree";
        let has_context =
            in_context(&|context| !context.is_empty() && !context.contains("option:") && !is_degree(context));
        let caps = all_caps(row);
        let capital_is_special = has_context
            || in_context(&is_degree)
            || caps != row.capital
            || (roman && matches!(upper, 'Х' | 'І'));
        for (letter, text, special) in
            [(row.letter, &row.small, has_context), (upper, &row.capital, capital_is_special)]
        {
            let place = (letter as usize)
                .checked_sub(START)
                .filter(|&place| place < CELLS)
                .context("a letter of U+0400 to U+04FF")?;
            ensure!(plain.insert(place, cell(text, special)?).is_none(), "{letter} stands twice");
            capitals.insert(place, cell(if letter == upper { &caps } else { text }, false)?);
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
            let list = |name: &str| -> Vec<String> {
                key(name).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
            };
            let one = |name: &str| single(&key(name).with_context(|| format!("no {name}"))?);
            let others =
                ["hamza-back", "shows-front", "shows-back", "beside-front", "beside-back", "beside-either"];
            let kinds: Vec<[u64; 4]> = [front.clone(), unless.clone()]
                .into_iter()
                .chain(others.map(|name| key(name).unwrap_or_default()))
                .map(|letters| set(&letters))
                .collect();
            format!(
                "Some(Hamza {{ sign: {:?}, front: {front:?}, unless: {unless:?}, back_option: {}, kinds: kinds(&{:?}), never: &{never:?}, apart: &{:?}, apart_before: &{:?}, apart_not_after: &{:?}, unchanging: &{:?}, first_vowel: {:?}, name_end: {:?}, fronts: &[{}], marked_fronts: &[{}] }})",
                single(&sign)?,
                key("hamza-back-option").map_or(Ok(0), |name| bit(&name))?,
                kinds,
                list("apart"),
                list("apart-before"),
                list("apart-not-after"),
                list("unchanging"),
                one("first-vowel")?,
                one("name-end")?,
                letter_pairs("front")?,
                letter_pairs("front-marked")?
            )
        }
        (None, None, None, None) => "None".to_owned(),
        _ => bail!("{code}: some hamza keys without the others"),
    };
    let lossless = matches!(key("lossless").as_deref(), Some("yes"));
    let words = match key("words").as_deref() {
        None => "None",
        Some("latin") => "if cfg!(feature = \"word-lists\") { Some(&loans::LATIN) } else { None }",
        Some("arabic") => "if cfg!(feature = \"word-lists\") { Some(&loans::ARABIC) } else { None }",
        Some(other) => bail!("no list {other:?}"),
    };
    let option_names = match &scheme.options[..] {
        [] => "none".to_owned(),
        options => options.iter().map(|option| option.0.as_str()).collect::<Vec<_>>().join(", "),
    };
    let options: Vec<String> = scheme
        .options
        .iter()
        .map(|(name, about)| format!("Choice {{ name: {name:?}, about: {about:?} }}"))
        .collect();
    let marks: Vec<String> = scheme
        .marks
        .iter()
        .map(|(mark, written)| format!("Mark {{ mark: {mark:?}, written: {written:?} }}"))
        .collect();
    let sign = match key("sign").as_deref().map(|sign| sign.split_once(' ').unwrap_or((sign, ""))) {
        Some((sign, others)) => format!("Some(({:?}, {others:?}))", single(sign)?),
        None => "None".to_owned(),
    };
    let casing = key("case").context("no case")?;
    let back = Back::new(scheme, &casing)?;
    let _ = writeln!(
        out,
        "    Table {{\n        code: {code:?},\n        title: {:?},\n        status: {:?},\n        source: {:?},\n        lossless: {lossless},\n        likeliest: {},\n        prior: {},\n        \
         words: {words},\n        signs: {},\n        hamza: {hamza},\n        options: &[{}],\n        option_names: {option_names:?},\n        sign: {sign},\n        marks: &[{}],\n        \
         mark_option: {},\n        roman: {roman},\n        contextual: &[\n{}        ],",
        key("title").unwrap_or_default(),
        key("status").unwrap_or_default(),
        key("source").unwrap_or_default(),
        key("likeliest").as_deref() == Some("yes"),
        key("rarity").context("no rarity")?.parse::<u8>()?,
        back.rows.iter().any(|row| row.0.chars().all(|c| !c.is_alphabetic())),
        options.join(", "),
        marks.join(", "),
        key("mark-option").map_or(Ok(0), |name| bit(&name))?,
        contextual.concat()
    );
    let _ = writeln!(out, "        casing: Casing::{},\n        back: &[", variant(&casing));
    for (at, (written, letters, places)) in back.rows.iter().enumerate() {
        let to_single =
            back.rows[at..].iter().position(|row| row.0.chars().count() == 1).unwrap_or(31).min(31);
        let _ = writeln!(
            out,
            "            Back {{ written: {written:?}, letters: {letters:?}, to_single: {to_single}, {} }},",
            if places.is_empty() { "last: 0, places: &[]" } else { places }
        );
    }
    let _ =
        writeln!(out, "        ],\n        sorted: {},\n        back_base: {:#x},", back.sorted, back.base);
    let _ = writeln!(out, "        back_last: kinds(&{:?}),", back.after);
    write_cells(out, "back_cells", &format!("&back_cells::<{}>", back.room), &back.cells);
    write_cells(out, "plain", "plain", &plain);
    write_cells(out, "capitals", &format!("cells::<{CELLS}>"), &capitals);
    out.push_str("    },\n");
    Ok(())
}

fn write_cells(out: &mut String, name: &str, kind: &str, cells: &BTreeMap<usize, String>) {
    let _ = writeln!(out, "        {name}: {kind}(&[");
    let cells: Vec<String> = cells.iter().map(|(place, cell)| format!("({place:#x}, {cell})")).collect();
    for line in cells.chunks(6) {
        let _ = writeln!(out, "            {},", line.join(", "));
    }
    out.push_str("        ]),\n");
}

/// What is written, the Cyrillic letters, and where, as fields of the table's row; nothing for anywhere.
type BackRow = (String, String, String);

/// The way back.
struct Back {
    rows: Vec<BackRow>,
    /// How many of them stand by first letter; after them come the rows of capitals that stand for two letters.
    sorted: usize,
    base: usize,
    room: usize,
    cells: BTreeMap<usize, String>,
    /// Sets of letters that stand before.
    after: Vec<[u64; 4]>,
}

impl Back {
    fn new(scheme: &Scheme, casing: &str) -> Result<Back> {
        let (mut rows, after) = back(scheme)?;
        let sorted = rows.len();
        let firsts: Vec<char> = {
            let mut firsts: Vec<char> = rows.iter().filter_map(|row| row.0.chars().next()).collect();
            firsts.dedup();
            firsts
        };
        // The block that most letters are of; marks and signs beyond are looked up by halving.
        let (base, room) = match firsts.iter().max().copied().map_or(0, |c| c as usize) {
            0x600..=0x6ff => (0x600, 0x100),
            0x2800..=0x283f => (0x2800, 0x40),
            _ => (0, 0x400),
        };
        let mut cells = BTreeMap::new();
        for &first in &firsts {
            let Some(place) = (first as usize).checked_sub(base).filter(|&place| place < room) else {
                continue;
            };
            let (start, count) = group(&rows[..sorted], |c| c == first);
            let cell_for = |capital: bool| -> Result<String> {
                let only = &rows[start];
                let letters = if capital { only.1.to_uppercase() } else { only.1.clone() };
                let plain = count == 1 && only.0.chars().count() == 1 && only.2.is_empty();
                if plain && only.1.chars().count() == 1 && (first.is_lowercase() || casing == "none") {
                    let letter = single(&letters)?;
                    ensure!(letter as u32 >> 8 == 4, "{letter} is no letter of Kazakh");
                    Ok(format!("BackCell::plain({letter:?})"))
                } else {
                    to_rows(&rows, start, count, capital)
                }
            };
            cells.insert(place, cell_for(false)?);
            let capital = match (casing, first) {
                ("none", _) => continue,
                ("turkic", 'i') => 'İ',
                ("turkic", 'ı') => 'I',
                ("shared-i", 'i' | 'ı') => continue,
                _ => first.to_uppercase().next().context("a capital")?,
            };
            if capital != first {
                let place = (capital as usize).checked_sub(base).filter(|&place| place < room);
                cells.insert(place.context("a capital among the cells")?, cell_for(true)?);
            }
        }
        // Typed for ә and ө, these went through on the way there and go through on the way back.
        for typed in ['ə', 'Ə', 'ɵ', 'Ɵ'].into_iter().filter(|_| base == 0) {
            cells.entry(typed as usize).or_insert_with(|| format!("BackCell::plain({typed:?})"));
        }
        if casing == "shared-i" {
            // One capital for two letters: the rows of both, longest first.
            let mut both: Vec<_> = rows.iter().filter(|row| row.0.starts_with(['i', 'ı'])).cloned().collect();
            both.sort_by_key(|row| std::cmp::Reverse(row.0.chars().count()));
            let start = rows.len();
            let count = both.len();
            rows.extend(both);
            cells.insert('I' as usize - base, to_rows(&rows, start, count, true)?);
        }
        Ok(Back { rows, sorted, base, room, cells, after })
    }
}

/// Where the rows whose first letter is such a one start, and how many they are.
fn group(rows: &[BackRow], is: impl Fn(char) -> bool) -> (usize, usize) {
    let start = rows.iter().position(|row| row.0.starts_with(&is)).unwrap_or(0);
    (start, rows[start..].iter().take_while(|row| row.0.starts_with(&is)).count())
}

/// The first codes of stems, as `starts_stem` in src/translit/stems.rs has them.
fn prefixes(nodes: &[Node], stems: &[&str]) -> Vec<u64> {
    let mut prefixes = vec![0u64; 512];
    let mut insert = |codes: [u8; 4]| {
        let hash = u64::from(u32::from_le_bytes(codes)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        prefixes[(hash >> 55) as usize] |= 1 << (hash >> 49 & 63) | 1 << (hash >> 43 & 63);
    };
    let mut level = vec![([0u8; 4], 0usize)];
    for count in 0..4 {
        let longer = |&(codes, node): &([u8; 4], usize)| {
            nodes[node].edges.iter().map(move |(&code, &next)| {
                let mut codes = codes;
                codes[count] = code;
                (codes, next)
            })
        };
        level = level.iter().flat_map(longer).collect();
        for &(codes, node) in &level {
            let stem = nodes[node].end.checked_sub(1).map(|number| stems[number]);
            if stem.is_some() || count == 3 {
                insert(codes);
            }
            // What a shorter stem may go on with.
            if stem.is_some_and(|stem| !stem.ends_with('=')) {
                let rest = u32::try_from(3 - count).unwrap_or(0);
                for more in 0..64u32.pow(rest) {
                    let mut longer = codes;
                    for (at, code) in longer[count + 1..].iter_mut().enumerate() {
                        *code = (more >> (6 * at) & 63) as u8;
                    }
                    insert(longer);
                }
            }
        }
    }
    prefixes
}

fn to_rows(rows: &[BackRow], start: usize, count: usize, capital: bool) -> Result<String> {
    let mut seconds = 0u32;
    // What the letter is where it is alone, if that is one Cyrillic letter wherever it stands.
    let mut singles = rows[start..start + count].iter().filter(|row| row.0.chars().count() == 1);
    let alone = match (singles.next(), singles.next()) {
        (Some((_, letters, places)), None) if places.is_empty() && letters.chars().count() == 1 => {
            let letters = if capital { letters.to_uppercase() } else { letters.clone() };
            Some(single(&letters)?)
        }
        _ => None,
    };
    ensure!(start < 2047 && count < 32, "too many rows");
    let has_case = rows[start].0.starts_with(|c: char| c.is_lowercase());
    let alone = alone.filter(|&letter| has_case && letter as u32 >> 8 == 4);
    for row in &rows[start..start + count] {
        // A capital has the same low five bits, but for the letters that pair otherwise.
        let Some(second) = row.0.chars().nth(1) else { continue };
        let partners = std::iter::once(second).chain(second.to_uppercase()).chain(match second {
            'i' | 'ı' => vec!['I', 'İ', 'i', 'ı'],
            _ => Vec::new(),
        });
        ensure!(
            (second as u32) < 0x800,
            "{second}: the code of a second letter has to be told from two bytes"
        );
        // Any apostrophe stands for the letter.
        if second == 'ʼ' {
            seconds = u32::MAX;
        }
        for c in partners {
            seconds |= 1 << (c as u32 & 31);
        }
    }
    Ok(match alone.filter(|_| seconds != u32::MAX) {
        Some(letter) => format!("BackCell::rows({start}, {count}, {seconds:#x}, {letter:?})"),
        None => format!("BackCell::open({start}, {count}, {:#x})", seconds as u16 | (seconds >> 16) as u16),
    })
}

/// The ways back, by first letter, then longest first: those of the file, then the first letter that each written string stands for.
fn back(scheme: &Scheme) -> Result<(Vec<BackRow>, Vec<[u64; 4]>)> {
    let mut rows = Vec::new();
    let mut after = Vec::new();
    for [written, letters, context] in &scheme.back {
        let (mut places, mut last) = (Vec::new(), 0u8);
        for place in context.split('&').filter(|place| *place != "-") {
            match place.split_once(':') {
                None if place == "start" => last |= 1 << 7,
                None if place == "end" => places.push("Where::End".to_owned()),
                Some(("after", letters)) => {
                    let bits = set(letters);
                    let set = after.iter().position(|&other| other == bits).unwrap_or_else(|| {
                        after.push(bits);
                        after.len() - 1
                    });
                    ensure!(set < 7, "too many sets of letters before");
                    last |= 1 << set;
                }
                Some(("before", letters)) => {
                    let page = letters.chars().next().context("letters")? as u32 >> 9;
                    let mut bits = [0u64; 8];
                    for c in letters.chars().flat_map(cases) {
                        ensure!(c as u32 >> 9 == page, "before:{letters}: {c} is too far from the first");
                        let low = c as usize & 0x1ff;
                        bits[low >> 6] |= 1 << (low & 63);
                    }
                    places.push(format!("Where::Before({page}, {bits:?})"));
                }
                _ => bail!("context {place:?}"),
            }
        }
        let places = if last == 0 && places.is_empty() {
            String::new()
        } else {
            format!("last: {last:#x}, places: &[{}]", places.join(", "))
        };
        rows.push((written.clone(), letters.clone(), places));
    }
    let usual = |row: &&Row| !row.small.is_empty() && !row.context.contains("option:");
    for row in scheme.rows.iter().filter(usual) {
        // Where the file has rows for several letters, they say all about them; a single letter always means something.
        let settled = |(written, _, places): &BackRow| {
            *written == row.small && (places.is_empty() || written.chars().count() > 1)
        };
        if !rows.iter().any(settled) {
            rows.push((row.small.clone(), row.letter.to_string(), String::new()));
        }
    }
    // By first letter, so that the rows to try stand together; longest first among them.
    rows.sort_by_key(|(written, ..)| (written.chars().next(), std::cmp::Reverse(written.chars().count())));
    Ok((rows, after))
}

/// Cyrillic letters, ə among them, and their capitals, a bit each by the low byte.
fn set(letters: &str) -> [u64; 4] {
    let mut bits = [0u64; 4];
    for c in letters.chars().flat_map(cases).filter(|&c| c as u32 >> 8 == 4 || c == 'ə') {
        let low = c as usize & 0xff;
        bits[low >> 6] |= 1 << (low & 63);
    }
    bits
}

/// A letter and its capital, as the alphabet has them: İ and i, I and ı.
fn cases(c: char) -> Vec<char> {
    if c == 'i' { vec!['İ', 'i'] } else { c.to_uppercase().chain([c]).collect() }
}

/// A cell in the short form of the table module.
fn cell(text: &str, special: bool) -> Result<String> {
    ensure!(text.len() <= 7, "{text:?} has more than 7 bytes");
    Ok(format!("Cell::new({text:?}, {special})"))
}

/// `data/letter-pairs.tsv` to `src/translit/pairs.rs`: costs in eighths of a bit, by the order of the alphabet; 0 is the edge of a word.
pub(super) fn pairs() -> Result<String> {
    const PLACES: usize = 43;
    let alphabet = super::rows("alphabet.tsv", 10)?;
    let letters =
        alphabet.iter().filter(|row| row[2] == "cyrillic").take(PLACES - 1).map(|row| single(&row[0]));
    let letters = letters.collect::<Result<Vec<char>>>()?;
    let place = |c: char| match c {
        '^' | '$' => Some(0),
        _ => letters.iter().position(|&letter| letter == c).map(|place| place + 1),
    };
    let mut counts = BTreeMap::from([
        ("letters", vec![[0.0f64; PLACES]; PLACES]),
        ("vowels", vec![[0.0; PLACES]; PLACES]),
    ]);
    for row in super::rows("letter-pairs.tsv", 3)? {
        let mut pair = row[1].chars().map(|c| place(c).with_context(|| format!("{c:?} is no letter")));
        let (Some(first), Some(second), None) = (pair.next(), pair.next(), pair.next()) else {
            bail!("{:?} is no pair", row[1])
        };
        let table = counts.get_mut(row[0].as_str()).with_context(|| format!("no table {:?}", row[0]))?;
        table[first?][second?] += row[2].parse::<f64>()?;
    }
    let mut out = String::new();
    header(&mut out, "data/letter-pairs.tsv");
    for (name, about) in
        [("letters", "A letter after a letter."), ("vowels", "A vowel after the vowel before it.")]
    {
        let _ = writeln!(
            out,
            "\n/// {about} In eighths of a bit; place 0 is the edge of a word.\npub(super) static {}: [[u8; {PLACES}]; {PLACES}] = [",
            name.to_uppercase()
        );
        for row in &counts[name] {
            let total: f64 = row.iter().sum::<f64>() + PLACES as f64;
            let costs = row.iter().map(|count| (-8.0 * ((count + 1.0) / total).log2()).round().min(255.0));
            let costs: Vec<String> = costs.map(|cost| cost.to_string()).collect();
            let _ = writeln!(out, "    [{}],", costs.join(","));
        }
        out.push_str("];\n");
    }
    Ok(out)
}
