//! `stems`: which stems of the lexicon the rules of the way back do not give their letters.
//!
//! Every form of every lemma goes to a scheme and back by the rules and the lists. Where it does not come back, the shortest row that
//! mends it is tried on all forms that start alike, weighed by how common they are, and kept where it mends more than it spoils.
//! The rows are facts of `data/lexicon/` and of the rules; nothing else goes in.

use crate::codegen::{lemmas, rows_of_list};
use anyhow::{Context as _, Result};
use qazaq::morphology::{Upos, paradigm};
use qazaq::translit::internals::{finished, letters};
use qazaq::{Scheme, Transliterator};
use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;

/// The lists: the file that is written, the schemes that it serves, and the files of the list, its own among them.
const LISTS: &[(&str, &[Scheme], &[&str])] = &[
    (
        "latin-stems.tsv",
        &[Scheme::Latin2021, Scheme::Latin2018, Scheme::Latin2017],
        &["loans.tsv", "latin-stems.tsv"],
    ),
    ("arabic-stems.tsv", &[Scheme::Arabic], &["arabic-words.tsv", "arabic-stems.tsv", "loans.tsv"]),
];

/// What a row must mend, as a share of all words: rarer ones are not worth their room.
const LEAST: f64 = 2e-6;

/// A form of the lexicon and what becomes of it.
struct Form {
    word: String,
    weight: f64,
    lemma: usize,
    letters: String,
    folded: String,
    marked: bool,
    right: bool,
}

/// A form, its weight, and the number and the length of its lemma.
type Counted = (String, f64, (usize, usize));

/// What is left of letters in a list.
type Folds = BTreeMap<char, String>;

struct List {
    folds: Folds,
    /// By folded letters: the row as it stands in the list, without its key.
    rows: HashMap<String, &'static str>,
    longest: usize,
}

impl List {
    fn fold(&self, word: &str) -> String {
        let mut folded = String::new();
        word.chars().for_each(|c| match self.folds.get(&c) {
            Some(left) => folded.push_str(left),
            None => folded.push(c),
        });
        folded
    }

    /// As `stems::find` of the library.
    fn find(&self, letters: &str) -> Option<(usize, &'static str)> {
        let mut found = None;
        let mut folded = String::new();
        for (at, c) in letters.char_indices() {
            match self.folds.get(&c) {
                Some(left) => folded.push_str(left),
                None => folded.push(c),
            }
            if folded.len() > self.longest {
                break;
            }
            let end = at + c.len_utf8();
            if let Some(&row) = self.rows.get(&folded) {
                if fits(row, &letters[end..]) {
                    found = Some((end, row));
                }
            }
        }
        found
    }
}

fn fits(row: &str, rest: &str) -> bool {
    if row.ends_with('=') {
        return rest.is_empty();
    }
    let vowel =
        rest.chars().next().and_then(qazaq::alphabet::letter).is_some_and(qazaq::alphabet::Letter::is_vowel);
    !(row.trim_end_matches(['+', '~']).ends_with('ь') && vowel)
}

fn is_right(list: &List, scheme: Scheme, form: &Form) -> bool {
    let row = list.find(&form.letters);
    let made = finished(scheme, &form.letters, form.marked, row)
        .or_else(|| finished(scheme, &form.letters, form.marked, None));
    made.is_some_and(|made| made == form.word)
}

pub(crate) fn run() -> Result<()> {
    let words = forms()?;
    writeln!(std::io::stdout(), "{} forms", words.len())?;
    for (file, schemes, files) in LISTS {
        let mut list = List { folds: Folds::new(), rows: HashMap::new(), longest: 0 };
        for source in files.iter().filter(|source| *source != file) {
            let (folds, rows) = rows_of_list(source)?;
            if list.folds.is_empty() {
                list.folds = folds;
            }
            for row in rows {
                let (key, spelt) =
                    row.split_once('>').unwrap_or((row.trim_end_matches(['=', '+', '~']), &row));
                // What the rules make of a word differs between scripts.
                if *source == "loans.tsv" && *file != "latin-stems.tsv" && row.contains('>') {
                    continue;
                }
                let key = list.fold(key);
                list.longest = list.longest.max(key.len());
                list.rows.entry(key).or_insert_with(|| spelt.to_owned().leak());
            }
        }
        let mut made = BTreeMap::new();
        for &scheme in *schemes {
            derive(&mut list, scheme, &words, &mut made)?;
        }
        write(file, &made)?;
    }
    Ok(())
}

/// All forms with their weights and lemmas.
fn forms() -> Result<Vec<Counted>> {
    let mut found: HashMap<String, (f64, f64, (usize, usize))> = HashMap::new();
    for (number, (lemma, pos, cost)) in lemmas()?.into_iter().enumerate() {
        let share = (-f64::from(cost) / 8.0).exp2();
        let length = lemma.chars().count();
        let mut add = |form: &str, weight: f64| {
            let form: String = form.chars().flat_map(char::to_lowercase).collect();
            if form.chars().any(|c| !('\u{430}'..='\u{4ff}').contains(&c)) {
                return;
            }
            let entry = found.entry(form).or_insert((0.0, 0.0, (number, length)));
            entry.0 += weight;
            if weight > entry.1 {
                (entry.1, entry.2) = (weight, (number, length));
            }
        };
        // Names in -ов and -ев take endings by what stands before them, which the rules of the way back know.
        let surname =
            pos == Some(Upos::Propn) && ["ов", "ев", "ова", "ева"].iter().any(|end| lemma.ends_with(end));
        let pos = pos.filter(|_| !surname);
        let rows = pos.and_then(|upos| paradigm(&lemma, upos).ok()).unwrap_or_default();
        if rows.is_empty() {
            add(&lemma, share);
        }
        for row in rows {
            let weight = match row.group {
                "singular" | "his, her, its, their" | "participle, past" | "converb" | "verbal noun" => 1.0,
                "plural" | "past" | "present" | "his, her, its, their, plural" | "attributive" | "voice" => {
                    0.4
                }
                "participle, future"
                | "participle, present"
                | "conditional"
                | "imperative"
                | "my"
                | "our" => 0.1,
                _ => 0.03,
            };
            for (place, form) in row.forms.iter().enumerate() {
                add(form.as_str(), share * weight / f64::from(1 << (3 * place.min(3))));
            }
        }
    }
    let mut forms: Vec<_> =
        found.into_iter().map(|(form, (weight, _, lemma))| (form, weight, lemma)).collect();
    forms.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(forms)
}

fn derive(
    list: &mut List,
    scheme: Scheme,
    words: &[Counted],
    made: &mut BTreeMap<String, String>,
) -> Result<()> {
    let there = Transliterator::to(scheme);
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    let mut forms: Vec<Form> = words
        .iter()
        .filter_map(|(word, weight, (lemma, length))| {
            let (letters, marked) = letters(scheme, &there.transliterate(word))?;
            lengths.insert(*lemma, *length);
            let folded = list.fold(&letters);
            Some(Form {
                word: word.clone(),
                weight: *weight,
                lemma: *lemma,
                letters,
                folded,
                marked,
                right: false,
            })
        })
        .collect();
    forms.sort_by(|a, b| (&a.folded, &a.word).cmp(&(&b.folded, &b.word)));
    for form in &mut forms {
        form.right = is_right(list, scheme, form);
    }
    let report = |forms: &[Form]| {
        let all: f64 = forms.iter().map(|form| form.weight).sum();
        let right: f64 = forms.iter().filter(|form| form.right).map(|form| form.weight).sum();
        100.0 * right / all
    };
    let before = report(&forms);
    // Commonest lemmas first.
    let mut by_lemma: HashMap<usize, (f64, Vec<usize>)> = HashMap::new();
    for (at, form) in forms.iter().enumerate() {
        let entry = by_lemma.entry(form.lemma).or_default();
        entry.0 += form.weight;
        entry.1.push(at);
    }
    let mut order: Vec<(usize, (f64, Vec<usize>))> = by_lemma.into_iter().collect();
    order.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(a.0.cmp(&b.0)));
    let rows = made.len();
    // Twice, as a row may spoil a commoner word that is then given one of its own.
    for (lemma, (_, members)) in order.iter().chain(&order) {
        for _ in 0..6 {
            let mut wrong: Vec<usize> = members.iter().copied().filter(|&at| !forms[at].right).collect();
            wrong.sort_by(|&a, &b| forms[b].weight.total_cmp(&forms[a].weight).then(a.cmp(&b)));
            wrong.truncate(6);
            let mut best: Option<(f64, String, &'static str, String)> = None;
            for at in wrong {
                for (key, row, shown) in candidates(list, &forms[at], lengths[lemma]) {
                    // A row that stands is not replaced.
                    if list.rows.contains_key(&key) {
                        continue;
                    }
                    let (gain, loss) = try_row(list, scheme, &forms, &key, row);
                    let net = gain - loss;
                    if net > LEAST
                        && loss < 0.34 * gain
                        && best.as_ref().is_none_or(|best| net > best.0 * 1.000_001)
                    {
                        best = Some((net, key, row, shown));
                    }
                }
            }
            let Some((_, key, row, shown)) = best else { break };
            list.longest = list.longest.max(key.len());
            let range = range(&forms, &key);
            list.rows.insert(key.clone(), row);
            for at in range {
                forms[at].right = is_right(list, scheme, &forms[at]);
            }
            made.insert(shown, key);
        }
    }
    writeln!(
        std::io::stdout(),
        "{scheme}: {before:.3} % of the forms come back, {:.3} % with {} rows more",
        report(&forms),
        made.len() - rows
    )?;
    Ok(())
}

/// The rows that would mend a form: keys, rows and how they are written, short ones first.
fn candidates(list: &List, form: &Form, lemma: usize) -> Vec<(String, &'static str, String)> {
    let mut found = Vec::new();
    let ends = |word: &str| -> Vec<usize> { word.char_indices().map(|(at, c)| at + c.len_utf8()).collect() };
    let length = form.word.chars().count();
    let least = if lemma > 5 { lemma - 1 } else { lemma }.min(length).max(1);
    let mut places: Vec<usize> = ends(&form.word).into_iter().skip(least - 1).collect();
    // What is shorter than the lemma comes last, as it may be the start of other words.
    if lemma.min(length) > least {
        places.rotate_left(1);
    }
    for end in places {
        let rest = list.fold(&form.word[end..]);
        for at in ends(&form.letters) {
            if list.fold(&form.letters[at..]) != rest {
                continue;
            }
            let (spelt, key) = (&form.word[..end], &form.letters[..at]);
            let whole = end == form.word.len();
            for mark in ["", "+", "~", "="] {
                if (mark == "=" && !whole)
                    || (mark != "=" && key.chars().count().min(spelt.chars().count()) < 3)
                {
                    continue;
                }
                let row = format!("{spelt}{mark}");
                let shown =
                    if list.fold(spelt) == list.fold(key) { row.clone() } else { format!("{key}>{row}") };
                found.push((list.fold(key), &*row.leak(), shown));
            }
        }
    }
    found
}

/// The forms whose letters start so.
fn range(forms: &[Form], key: &str) -> std::ops::Range<usize> {
    let start = forms.partition_point(|form| form.folded.as_str() < key);
    let length = forms[start..].partition_point(|form| form.folded.starts_with(key));
    start..start + length
}

/// What a row mends and what it spoils.
fn try_row(list: &mut List, scheme: Scheme, forms: &[Form], key: &str, row: &'static str) -> (f64, f64) {
    let range = range(forms, key);
    let longest = list.longest;
    list.longest = longest.max(key.len());
    list.rows.insert(key.to_owned(), row);
    let (mut gain, mut loss) = (0.0, 0.0);
    for form in &forms[range] {
        match (form.right, is_right(list, scheme, form)) {
            (false, true) => gain += form.weight,
            (true, false) => loss += form.weight,
            _ => {}
        }
    }
    list.rows.remove(key);
    list.longest = longest;
    (gain, loss)
}

fn write(file: &str, made: &BTreeMap<String, String>) -> Result<()> {
    let mut out = String::from(
        "# Stems of data/lexicon/ that the rules of the way back do not give all their letters. Written by `cargo xtask stems`; not edited.\n\
         # stem (= after it: only as a whole word; + ~: its endings have front vowels, back vowels; a>b: what the rules make of it)\n",
    );
    for row in made.keys() {
        out.push_str(row);
        out.push('\n');
    }
    std::fs::write(format!("data/{file}"), out).with_context(|| format!("writing data/{file}"))
}
