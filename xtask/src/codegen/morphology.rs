//! Suffixes and lexicon: `src/morphology/tables.rs`, `src/morphology/data.bin` and `src/morphology/forms.bin`.
//!
//! The rules of phonology and of stems are the library's own, so this part runs on the library as it was built: after a
//! change to `data/phonology/` run `cargo xtask codegen` twice.

use super::{header, rows};
use anyhow::{Context, Result, bail, ensure};
use qazaq::morphology::internals::{
    Allomorph, FIRST_OF_REST, Flags, Joint, MAGIC, SECTIONS, allomorphs, class, code, form_hash, joint_after,
    start_key, voiced,
};
use qazaq::morphology::{Features, Upos};
use qazaq::phonology::{Ending, Final, Harmony, suffix_to};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

/// The inventory of features as a table.
pub(super) fn tables() -> Result<String> {
    let mut out = String::new();
    header(&mut out, "data/morphology/features.tsv");
    out.push_str("use super::features::{Feature, Upos};\nuse super::generate::Cell;\nuse super::tag::{Around, Pattern, Rule};\n\n");
    let mut features = rows("morphology/features.tsv", 4)?;
    // CoNLL-U sorts without case.
    features.sort_by_key(|row| row[0].to_lowercase());
    let _ = writeln!(out, "/// All features, sorted by name without case.");
    let _ = writeln!(out, "pub(crate) static FEATURES: [Feature; {}] = [", features.len());
    let mut shift = 0;
    for row in &features {
        let values: Vec<&str> = row[2].split(' ').collect();
        let width = usize::BITS - values.len().leading_zeros();
        let own = match row[1].as_str() {
            "ud" => false,
            "own" => true,
            other => bail!("layer {other:?}"),
        };
        let _ = writeln!(
            out,
            "    Feature {{ name: {:?}, own: {own}, shift: {shift}, width: {width}, values: &{values:?} }},",
            row[0]
        );
        shift += width;
    }
    ensure!(shift <= 64, "the features need {shift} bits");
    out.push_str("];\n\n");
    particles(&mut out)?;
    forms(&mut out)?;
    rules(&mut out, &features)?;
    Ok(out)
}

fn particles(out: &mut String) -> Result<()> {
    let (mut words, mut signs, mut closers) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows("morphology/particles.tsv", 3)? {
        match row[0].as_str() {
            "particle" => words.push(row[1].clone()),
            "intensive" => closers.push(super::single(&row[1])?),
            "symbol" => signs.push(super::single(&row[1])?),
            other => bail!("kind {other:?}"),
        }
    }
    let _ = writeln!(out, "/// Words that a hyphen joins to any other.");
    let _ = writeln!(out, "pub(crate) static PARTICLES: &[&str] = &{words:?};\n");
    let _ = writeln!(out, "/// What closes the syllable that makes an adjective intense.");
    let _ = writeln!(out, "pub(crate) static INTENSIVE: &[char] = &{closers:?};\n");
    let _ = writeln!(out, "/// Signs that are symbols, not punctuation.");
    let _ = writeln!(out, "pub(crate) static SYMBOLS: &[char] = &{signs:?};\n");
    Ok(())
}

/// Irregular forms, and the cells of paradigms.
fn forms(out: &mut String) -> Result<()> {
    let mut closed: Vec<(String, String)> =
        rows("morphology/closed.tsv", 5)?.into_iter().map(|row| (row[1].clone(), row[0].clone())).collect();
    closed.sort();
    closed.dedup();
    let _ = writeln!(out, "/// Lemmas and their irregular forms.");
    let _ = writeln!(out, "pub(crate) static CLOSED: &[(&str, &str)] = &{closed:?};\n");
    let folding: Vec<(char, char, u32)> = rows("morphology/restoring.tsv", 4)?
        .iter()
        .map(|row| Ok((super::single(&row[0])?, super::single(&row[1])?, row[2].parse()?)))
        .collect::<Result<_>>()?;
    let _ = writeln!(out, "/// Kazakh letters, what is typed for them, and what that costs.");
    let _ = writeln!(out, "pub(crate) static FOLDING: &[(char, char, u32)] = &{folding:?};\n");
    let fold = |c: char| -> char {
        let small = c.to_lowercase().next().unwrap_or(c);
        let plain = folding.iter().find(|&&(kazakh, _, cost)| kazakh == small && cost == 0).map(|row| row.1);
        match plain {
            Some(plain) if small != c => plain.to_uppercase().next().unwrap_or(plain),
            Some(plain) => plain,
            None => c,
        }
    };
    let mut acronyms: Vec<(String, String)> = rows("morphology/acronyms.tsv", 2)?
        .iter()
        .map(|row| (row[0].chars().map(fold).collect(), row[0].clone()))
        .collect();
    acronyms.sort();
    let _ = writeln!(out, "/// Acronyms as typed without Kazakh letters, sorted, and with them.");
    let _ = writeln!(out, "pub(crate) static ACRONYMS: &[(&str, &str)] = &{acronyms:?};\n");
    let mut stop: Vec<String> =
        rows("morphology/stopwords.tsv", 2)?.into_iter().map(|row| row[0].clone()).collect();
    stop.sort();
    stop.dedup();
    let _ = writeln!(out, "/// Stop words, sorted.");
    let _ = writeln!(out, "pub(crate) static STOP_WORDS: &[&str] = &{stop:?};\n");
    let _ = writeln!(out, "/// The forms of a paradigm, in order.");
    let _ = writeln!(out, "pub(crate) static PARADIGMS: &[Cell] = &[");
    for row in rows("morphology/paradigms.tsv", 3)? {
        let upos: Result<Vec<String>> =
            row[0].split(',').map(|name| Ok(format!("Upos::{:?}", name.parse::<Upos>()?))).collect();
        let features = row[2].parse::<Features>().with_context(|| row.join(" "))?.bits();
        let (upos, group) = (upos?.join(", "), &row[1]);
        let _ = writeln!(out, "    Cell {{ upos: &[{upos}], group: {group:?}, features: {features} }},");
    }
    out.push_str("];\n\n");
    Ok(())
}

/// The rules of `data/morphology/context.tsv`.
fn rules(out: &mut String, features: &[Vec<String>]) -> Result<()> {
    let _ = writeln!(out, "/// Rules that choose readings in their sentence, in order.");
    let _ = writeln!(out, "pub(crate) static RULES: &[Rule] = &[");
    for row in rows("morphology/context.tsv", 5)? {
        let context = || format!("context.tsv: {}", row[0]);
        let cost: i32 = row[1].parse().with_context(context)?;
        let mut around = String::new();
        for condition in row[3].split("; ").filter(|condition| *condition != "-") {
            let (place, patterns) = condition.split_once(": ").with_context(context)?;
            let (place, negated) = place.strip_suffix(" not").map_or((place, false), |place| (place, true));
            let offset: isize = place.parse().with_context(context)?;
            let parts: Vec<&str> = patterns.split(" | ").collect();
            let written = |parts: &[&str]| -> Result<String> {
                let all: Result<Vec<String>> = parts.iter().map(|part| pattern(part, features)).collect();
                Ok(all.with_context(context)?.join(", "))
            };
            let kept: Vec<&str> = parts.iter().copied().filter(|part| *part != "edge").collect();
            let edge = kept.len() < parts.len();
            let kept = written(&kept)?;
            let _ = write!(
                around,
                "Around {{ offset: {offset}, negated: {negated}, edge: {edge}, patterns: &[{kept}] }}, "
            );
        }
        let target = pattern(&row[2], features).with_context(context)?;
        let name = &row[0];
        let _ = writeln!(
            out,
            "    Rule {{ name: {name:?}, cost: {cost}, target: {target}, around: &[{around}] }},"
        );
    }
    out.push_str("];\n");
    Ok(())
}

fn pattern(text: &str, features: &[Vec<String>]) -> Result<String> {
    let (mut upos, mut wanted, mut lemmas, mut forms, mut capital) =
        (0_u32, Vec::new(), Vec::new(), Vec::new(), "None");
    for token in text.split(' ') {
        if let Some(list) = token.strip_prefix('<').and_then(|t| t.strip_suffix('>')) {
            lemmas.extend(list.split('/'));
        } else if let Some(list) = token.strip_prefix('"').and_then(|t| t.strip_suffix('"')) {
            forms.extend(list.split('/'));
        } else if token == "^" {
            capital = "Some(true)";
        } else if token == "_" {
            capital = "Some(false)";
        } else if let Some((name, values)) = token.split_once('=') {
            let row =
                features.iter().find(|row| row[0] == name).with_context(|| format!("no feature {name}"))?;
            let first = row[2].split(' ').next().context("a value")?;
            let mask = Features::default().set(name, first)?.mask();
            let values: Result<Vec<u64>> = values
                .split('/')
                .map(|value| Ok(Features::default().set(name, if value == "-" { "" } else { value })?.bits()))
                .collect();
            wanted.push(format!("({mask}, &{:?})", values?));
        } else {
            for name in token.split('/') {
                upos |= 1 << (name.parse::<Upos>()? as u32);
            }
        }
    }
    Ok(format!(
        "Pattern {{ upos: {upos}, features: &[{}], lemmas: &{lemmas:?}, forms: &{forms:?}, capital: {capital} }}",
        wanted.join(", ")
    ))
}

/// A row of the suffix table, or what an include makes of one.
#[derive(Clone, Debug)]
struct Row {
    name: String,
    template: String,
    after: String,
    to: String,
    features: Features,
    upos: Option<Upos>,
}

#[derive(Debug, Default)]
struct Tactics {
    /// The rows of each state, includes resolved.
    rows: BTreeMap<String, Vec<Row>>,
}

fn features(cell: &str) -> Result<(Features, Option<Upos>)> {
    let mut upos = None;
    let mut kept = Vec::new();
    for part in cell.split('|').filter(|part| *part != "-") {
        match part.strip_prefix("UPOS=") {
            Some(name) => upos = Some(name.parse()?),
            None => kept.push(part),
        }
    }
    Ok((kept.join("|").parse()?, upos))
}

fn tactics() -> Result<Tactics> {
    let mut raw: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows("morphology/suffixes.tsv", 7)? {
        let (features, upos) = features(&row[5]).with_context(|| row.join(" "))?;
        for from in row[0].split(' ') {
            raw.entry(from.to_owned()).or_default().push(Row {
                name: row[1].clone(),
                template: row[2].clone(),
                after: row[3].clone(),
                to: row[4].clone(),
                features,
                upos,
            });
        }
    }
    fn resolve(raw: &BTreeMap<String, Vec<Row>>, state: &str, depth: usize) -> Result<Vec<Row>> {
        ensure!(depth < 12, "{state} includes itself");
        let mut found = Vec::new();
        for row in raw.get(state).with_context(|| format!("no state {state}"))? {
            if row.name == "include" {
                for mut inner in resolve(raw, &row.template, depth + 1)? {
                    inner.features = row.features.with(inner.features);
                    found.push(inner);
                }
            } else {
                found.push(row.clone());
            }
        }
        Ok(found)
    }
    let mut tactics = Tactics::default();
    for state in raw.keys() {
        let rows = resolve(&raw, state, 0)?;
        for row in &rows {
            ensure!(row.to == "." || raw.contains_key(&row.to), "{state} {}: no state {}", row.name, row.to);
            ensure!((row.template == "0") == (row.to == "."), "{state} {}: template and end", row.name);
        }
        tactics.rows.insert(state.clone(), rows);
    }
    Ok(tactics)
}

/// A state of the automaton.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key {
    state: String,
    joint: Joint,
    ending: (Harmony, Final),
}

impl Key {
    fn ending(&self) -> Ending {
        Ending { harmony: self.ending.0, sound: self.ending.1 }
    }
}

#[derive(Debug)]
struct ArcOut {
    surface: Vec<u8>,
    target: Key,
    morpheme: u16,
    choice: u16,
    cost: u8,
}

#[derive(Debug, Default)]
struct StateOut {
    arcs: Vec<ArcOut>,
    finals: Vec<(u16, u16, u8)>,
}

/// Costs by choice: state and row.
type Weights = HashMap<(String, String), u8>;

fn weights() -> Result<Weights> {
    let mut found = Weights::new();
    for row in rows("morphology/weights.tsv", 3)? {
        found.insert((row[0].clone(), row[1].clone()), row[2].parse().with_context(|| row.join(" "))?);
    }
    // What raw text cannot tell is set by hand.
    for row in rows("morphology/priors.tsv", 4)? {
        let key = (row[0].clone(), row[1].clone());
        let cost: u8 = row[2].parse().with_context(|| row.join(" "))?;
        let known = found.get(&key).copied().unwrap_or(DEFAULT_COST);
        found.insert(key, known.saturating_add(cost));
    }
    Ok(found)
}

/// What the costs of words are: `data/lexicon/frequency.tsv`.
fn frequencies() -> Result<HashMap<(String, String), u8>> {
    let mut found = HashMap::new();
    for row in rows("lexicon/frequency.tsv", 3)? {
        found.insert((row[0].clone(), row[1].clone()), row[2].parse().with_context(|| row.join(" "))?);
    }
    Ok(found)
}

#[derive(Default)]
struct Strings {
    bytes: Vec<u8>,
    at: HashMap<String, u16>,
}

impl Strings {
    fn add(&mut self, text: &str) -> Result<(u16, u8)> {
        let len = u8::try_from(text.len())?;
        if let Some(&at) = self.at.get(text) {
            return Ok((at, len));
        }
        let at = u16::try_from(self.bytes.len())?;
        self.bytes.extend(text.as_bytes());
        self.at.insert(text.to_owned(), at);
        Ok((at, len))
    }
}

/// Names of choices, in the order of their numbers.
pub(crate) type Choices = Vec<(String, String)>;

struct Automaton {
    tactics: Tactics,
    weights: Weights,
    states: BTreeMap<Key, StateOut>,
    morphemes: Vec<(u64, u64, Option<Upos>, bool, String)>,
    morpheme_at: HashMap<(u64, u64, Option<Upos>, String), u16>,
    choices: Choices,
    choice_at: HashMap<(String, String), u16>,
}

/// A row without a weight costs two bits, an end one.
const DEFAULT_COST: u8 = 16;

impl Automaton {
    fn choice(&mut self, state: &str, row: &str) -> Result<(u16, u8)> {
        let key = (state.to_owned(), row.to_owned());
        let cost = self.weights.get(&key).copied().unwrap_or(DEFAULT_COST);
        if let Some(&at) = self.choice_at.get(&key) {
            return Ok((at, cost));
        }
        let at = u16::try_from(self.choices.len())?;
        self.choices.push(key.clone());
        self.choice_at.insert(key, at);
        Ok((at, cost))
    }

    fn morpheme(&mut self, row: &Row) -> Result<u16> {
        let derives = row.name.starts_with('+');
        let (value, mask) = (row.features.bits(), if derives { u64::MAX } else { row.features.mask() });
        let key = (value, mask, row.upos, row.name.clone());
        if let Some(&at) = self.morpheme_at.get(&key) {
            return Ok(at);
        }
        let at = u16::try_from(self.morphemes.len())?;
        let name = row.name.trim_start_matches('+').to_owned();
        self.morphemes.push((value, mask, row.upos, derives, name));
        self.morpheme_at.insert(key, at);
        Ok(at)
    }

    /// Adds a state and all that it leads to.
    fn reach(&mut self, key: &Key) -> Result<()> {
        let mut open = vec![key.clone()];
        while let Some(key) = open.pop() {
            if self.states.contains_key(&key) {
                continue;
            }
            let mut out = StateOut::default();
            let rows =
                self.tactics.rows.get(&key.state).with_context(|| format!("no state {}", key.state))?.clone();
            for row in &rows {
                let (choice, cost) = self.choice(&key.state, &row.name)?;
                let morpheme = self.morpheme(row)?;
                if row.to == "." {
                    if key.joint.is_whole() {
                        out.finals.push((morpheme, choice, cost));
                    }
                    continue;
                }
                let mut surface = String::new();
                suffix_to(&row.template, key.ending(), &mut surface)?;
                if !fits(&row.after, &key, &surface) {
                    continue;
                }
                let last = surface.chars().next_back().context("an empty suffix")?;
                let sound = Ending::of(&surface).map_or(key.ending.1, |ending| ending.sound);
                let target = |joint| Key { state: row.to.clone(), joint, ending: (key.ending.0, sound) };
                let mut push = |surface: &str, target: Key| -> Result<()> {
                    let codes: Option<Vec<u8>> = surface.chars().map(code).collect();
                    let codes = codes.with_context(|| format!("{surface} has a letter without a code"))?;
                    ensure!(codes.len() <= 8, "{surface} is longer than eight letters");
                    open.push(target.clone());
                    out.arcs.push(ArcOut { surface: codes, target, morpheme, choice, cost });
                    Ok(())
                };
                match voiced(last).filter(|_| surface.chars().count() > 1 && last != 'п') {
                    Some(soft) => {
                        push(&surface, target(Joint::K))?;
                        surface.pop();
                        surface.push(soft);
                        push(&surface, target(Joint::G))?;
                    }
                    None => {
                        let mut joint = joint_after(last);
                        if last == 'п' {
                            joint = Joint::C;
                        }
                        push(&surface, target(joint))?;
                    }
                }
            }
            self.states.insert(key, out);
        }
        Ok(())
    }

    /// Takes away arcs that lead nowhere.
    fn prune(&mut self) {
        loop {
            let dead: std::collections::BTreeSet<Key> = self
                .states
                .iter()
                .filter(|(_, out)| out.arcs.is_empty() && out.finals.is_empty())
                .map(|(key, _)| key.clone())
                .collect();
            if dead.is_empty() {
                return;
            }
            for key in &dead {
                self.states.remove(key);
            }
            for out in self.states.values_mut() {
                out.arcs.retain(|arc| !dead.contains(&arc.target));
            }
        }
    }
}

fn vowel_first(surface: &str) -> bool {
    surface.chars().next().is_some_and(|c| "аәеоөұүыіуиюя".contains(c))
}

/// Whether the column "after" lets a suffix stand here.
fn fits(after: &str, key: &Key, surface: &str) -> bool {
    let tokens: Vec<&str> = after.split(' ').collect();
    if tokens.contains(&"!л") && key.ending.1 == Final::L {
        return false;
    }
    let listed: Vec<char> =
        tokens.iter().filter(|token| token.is_ascii()).filter_map(|t| t.chars().next()).collect();
    let by_letter = match key.joint {
        Joint::K | Joint::H => !vowel_first(surface),
        Joint::G | Joint::B => vowel_first(surface),
        Joint::S => surface.starts_with('т'),
        Joint::P => !surface.starts_with('т'),
        Joint::T | Joint::W | Joint::J | Joint::Q | Joint::E => false,
        _ => true,
    };
    if listed.is_empty() || listed == ['-'] {
        return by_letter;
    }
    let forced = matches!(key.joint, Joint::T | Joint::W | Joint::J | Joint::Q);
    listed.contains(&key.joint.letter()) && (by_letter || forced)
}

#[derive(Default)]
struct TrieNode {
    children: BTreeMap<u8, TrieNode>,
    entries: Vec<(u16, u8)>,
}

/// A stem of the lexicon as it goes into the trie.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct ClassOut {
    features: u64,
    start: Key,
    upos: Upos,
    cut: u8,
    tail: String,
    capital: bool,
    odd: bool,
}

/// A lemma with one part of speech.
#[derive(Clone, Debug)]
struct Lemma {
    lemma: String,
    upos: Upos,
    /// All parts of speech of the row, and which of them this is.
    uposes: Vec<Upos>,
    place: u8,
    flags: Flags,
    features: Features,
    band: u8,
    /// Has a reading without its last suffix, which comes first: a passive, an adjective in -ғы.
    second: bool,
    /// Keeps its voice in spite of that.
    kept: bool,
    /// The surface, and the state after it, of an irregular form.
    form: Option<(String, String)>,
}

fn lexicon() -> Result<Vec<Lemma>> {
    let mut found = Vec::new();
    let pronouns = kinds()?;
    for file in ["words.tsv", "verbs.tsv", "names.tsv"] {
        for row in rows(&format!("lexicon/{file}"), 5)? {
            let flags =
                Flags::parse(&row[2]).with_context(|| format!("{file}: {}: flags {}", row[0], row[2]))?;
            // Their forms are all in closed.tsv.
            if row[2].contains("irregular") || row[2].contains("pronoun") {
                continue;
            }
            let uposes: Vec<Upos> = row[1].split(',').map(str::parse).collect::<Result<_, _>>()?;
            for (at, &upos) in uposes.iter().enumerate() {
                let band: u8 = row[3].parse()?;
                let kind = pronouns.get(&(row[0].clone(), upos)).copied().unwrap_or_default();
                found.push(Lemma {
                    lemma: row[0].clone(),
                    upos,
                    uposes: uposes.clone(),
                    place: u8::try_from(at)?,
                    flags,
                    features: kind,
                    band,
                    second: row[2].contains("pass") || row[2].contains("rcp"),
                    kept: row[2].contains("kept"),
                    form: None,
                });
            }
        }
    }
    second(&mut found);
    let closed = rows("morphology/closed.tsv", 5)?;
    for (at, row) in closed.iter().enumerate() {
        let upos = row[2].parse()?;
        // The usual one of several forms comes first.
        let earlier = closed.iter().take(at).filter(|other| other[1..] == row[1..]).count();
        let kin = closed.iter().filter(|other| other[1] == row[1]).map(|other| other[2].parse());
        found.push(Lemma {
            lemma: row[1].clone(),
            upos,
            uposes: kin.collect::<Result<_, _>>()?,
            place: u8::try_from(earlier)?,
            flags: Flags::default(),
            features: row[4].parse().with_context(|| row.join(" "))?,
            band: 1,
            second: false,
            kept: false,
            form: Some((row[0].clone(), row[3].clone())),
        });
    }
    Ok(found)
}

/// What the lexicon has, with parts of speech and costs; irregular forms and the commonest forms stand for themselves, without one.
pub(crate) fn lemmas() -> Result<Vec<(String, Option<Upos>, u32)>> {
    let mut frequencies = BTreeMap::new();
    for row in rows("lexicon/frequency.tsv", 3)? {
        frequencies.insert((row[0].clone(), row[1].clone()), row[2].parse::<u32>()?);
    }
    let mut found = Vec::new();
    for file in ["words.tsv", "verbs.tsv", "names.tsv"] {
        for row in rows(&format!("lexicon/{file}"), 5)? {
            for upos in row[1].split(',') {
                let rare = 60 + 12 * row[3].parse::<u32>()?;
                let cost = frequencies.get(&(row[0].clone(), upos.to_owned())).copied().unwrap_or(rare);
                found.push((row[0].clone(), Some(upos.parse()?), cost));
            }
        }
    }
    for row in rows("morphology/closed.tsv", 5)? {
        let cost = frequencies.get(&(row[1].clone(), row[2].clone())).copied();
        found.push((row[0].clone(), None, cost.unwrap_or(FORM)));
    }
    found.extend(rows("lexicon/forms.tsv", 1)?.into_iter().map(|mut row| (row.remove(0), None, FORM)));
    Ok(found)
}

/// What one of the commonest forms costs.
const FORM: u32 = 112;

/// Marks the lemmas that the treebank's conventions read without their last suffix: productive passives, and adjectives in -ғы
/// of adverbs.
fn second(found: &mut [Lemma]) {
    let all = |wanted: fn(Upos) -> bool| -> std::collections::HashSet<String> {
        found.iter().filter(|row| wanted(row.upos)).map(|row| row.lemma.clone()).collect()
    };
    let verbs = all(|upos| upos == Upos::Verb);
    let adverbs = all(|upos| upos == Upos::Adv);
    for row in found {
        if row.kept {
            row.second = false;
            continue;
        }
        let stripped = |suffixes: &[&str]| -> Vec<String> {
            suffixes.iter().filter_map(|suffix| row.lemma.strip_suffix(suffix)).map(str::to_owned).collect()
        };
        row.second |= match row.upos {
            Upos::Verb => {
                let bases = stripped(&["л", "ыл", "іл"]);
                let after_l = stripped(&["ын", "ін"]).into_iter().filter(|base| base.ends_with('л'));
                bases.into_iter().chain(after_l).any(|base| verbs.contains(&base))
            }
            Upos::Adj => stripped(&["ғы", "гі", "қы", "кі"]).iter().any(|base| adverbs.contains(base)),
            _ => false,
        };
    }
}

/// What a settled adjective in -лы costs more than its noun.
const SETTLED: u8 = 18;

/// The noun of an adjective in -лы.
fn settled_base(lemma: &Lemma) -> Option<String> {
    (lemma.upos == Upos::Adj).then_some(())?;
    let base =
        ["лы", "лі", "ды", "ді", "ты", "ті"].iter().find_map(|suffix| lemma.lemma.strip_suffix(suffix))?;
    Some(base.to_owned())
}

/// What each later part of speech of a row costs more.
const LATER: u8 = 12;

/// What a lemma costs that has a reading without its last suffix.
const SECOND: u8 = 200;

/// What a lemma costs that the texts of `estimate` did not have, before its band.
const UNSEEN: u8 = 130;

/// Features that a word has of itself: `data/morphology/kinds.tsv`.
fn kinds() -> Result<HashMap<(String, Upos), Features>> {
    let mut found = HashMap::new();
    for row in rows("morphology/kinds.tsv", 3)? {
        for lemma in row[2].split(' ') {
            for upos in row[0].split(',') {
                found.insert((lemma.to_owned(), upos.parse()?), row[1].parse()?);
            }
        }
    }
    Ok(found)
}

fn ending_after(surface: &str) -> Ending {
    Ending::of(surface).unwrap_or(Ending { harmony: Harmony::Back, sound: Final::Vowel })
}

/// How many letters at the end of a stem the lemma does not have, and what it has instead.
fn transform(surface: &str, lemma: &str) -> (u8, String) {
    let surface: Vec<char> = surface.chars().collect();
    let lemma: Vec<char> = lemma.to_lowercase().chars().collect();
    let shared = surface.iter().zip(&lemma).take_while(|(a, b)| a == b).count();
    ((surface.len() - shared) as u8, lemma[shared..].iter().collect())
}

/// The two parts of the compiled lexicon: that which every build has, and the common forms.
pub(crate) type Parts = [Vec<u8>; 2];

pub(crate) fn compile() -> Result<(Parts, Choices)> {
    let mut automaton = Automaton {
        tactics: tactics()?,
        weights: weights()?,
        states: BTreeMap::new(),
        morphemes: Vec::new(),
        morpheme_at: HashMap::new(),
        choices: Vec::new(),
        choice_at: HashMap::new(),
    };
    let frequencies = frequencies()?;
    // Every start that a guess or a word of the user may need.
    let mut starts = BTreeMap::new();
    for class in ["N", "A", "P", "M", "D", "V", "X"] {
        for harmony in [Harmony::Back, Harmony::Front] {
            for sound in Final::ALL {
                for joint in Joint::ALL {
                    let key = Key { state: class.to_owned(), joint, ending: (harmony, sound) };
                    automaton.reach(&key)?;
                    let letter = class.chars().next().context("a class")?;
                    starts.insert(start_key(letter, key.ending(), joint), key);
                }
            }
        }
    }
    let mut classes: BTreeMap<ClassOut, u32> = BTreeMap::new();
    let mut stems: Vec<(Vec<u8>, ClassOut, u8)> = Vec::new();
    for lemma in lexicon()? {
        let small = lemma.lemma.to_lowercase();
        // The text cannot tell parts of speech apart that a word has in the same forms: there the order of the row decides.
        let cost = lemma
            .uposes
            .iter()
            .filter_map(|upos| frequencies.get(&(lemma.lemma.clone(), upos.to_string())))
            .min()
            .copied()
            // What the texts did not have is rarer than what they had once, whatever its band.
            .unwrap_or_else(|| UNSEEN + 4 * lemma.band.min(5))
            .saturating_add(lemma.place * LATER);
        let cost = if lemma.second { SECOND } else { cost };
        // A settled adjective in -лы looks like an accusative: no raw text shows which is meant, the lexicon does.
        let cost = settled_base(&lemma)
            .and_then(|base| frequencies.get(&(base, "NOUN".to_owned())))
            .map_or(cost, |base| cost.min(base.saturating_add(SETTLED)));
        let capital = lemma.upos == Upos::Propn;
        let written: Vec<(Allomorph, String)> = match &lemma.form {
            Some((surface, state)) => {
                let ending = ending_after(surface);
                let joint = surface.chars().next_back().map_or(Joint::C, joint_after);
                vec![(Allomorph { surface: surface.clone(), joint, ending, odd: false }, state.clone())]
            }
            None => allomorphs(&small, lemma.upos, lemma.flags)
                .into_iter()
                .map(|allomorph| (allomorph, class(lemma.upos).to_owned()))
                .collect(),
        };
        ensure!(!written.is_empty(), "{}: no way to write it", lemma.lemma);
        for (allomorph, state) in written {
            let codes: Option<Vec<u8>> = allomorph.surface.chars().map(code).collect();
            let codes = codes.with_context(|| format!("{}: a letter without a code", lemma.lemma))?;
            let start = Key {
                state,
                joint: allomorph.joint,
                ending: (allomorph.ending.harmony, allomorph.ending.sound),
            };
            automaton.reach(&start)?;
            let (cut, tail) = transform(&allomorph.surface, &lemma.lemma);
            let out = ClassOut {
                features: lemma.features.bits(),
                start,
                upos: lemma.upos,
                cut,
                tail,
                capital,
                odd: allomorph.odd,
            };
            *classes.entry(out.clone()).or_default() += 1;
            stems.push((codes, out, cost.saturating_add(if allomorph.odd { 48 } else { 0 })));
        }
    }
    automaton.prune();
    let blob = write(&automaton, &starts, &classes, stems)?;
    Ok((blob, automaton.choices))
}

fn write(
    automaton: &Automaton,
    starts: &BTreeMap<u32, Key>,
    classes: &BTreeMap<ClassOut, u32>,
    stems: Vec<(Vec<u8>, ClassOut, u8)>,
) -> Result<Parts> {
    let mut strings = Strings::default();
    let numbers: HashMap<&Key, u16> = automaton
        .states
        .keys()
        .enumerate()
        .map(|(at, key)| Ok((key, u16::try_from(at)?)))
        .collect::<Result<_>>()?;
    let (mut states, mut arc_starts, mut arcs, mut finals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (key, out) in &automaton.states {
        let mut sorted: Vec<&ArcOut> = out.arcs.iter().collect();
        sorted.sort_by(|a, b| a.surface[0].cmp(&b.surface[0]).then(a.cost.cmp(&b.cost)));
        let first = sorted.iter().fold(0_u64, |set, arc| set | 1 << arc.surface[0]);
        states.extend(first.to_le_bytes());
        states.extend(u32::try_from(arcs.len() / 16)?.to_le_bytes());
        states.extend(u32::try_from(arc_starts.len())?.to_le_bytes());
        states.extend(u32::try_from(finals.len() / 8)?.to_le_bytes());
        states.extend([
            u8::try_from(out.finals.len())?,
            u8::from(matches!(key.joint, Joint::G | Joint::B)),
            0,
            0,
        ]);
        let mut previous = 0;
        for (at, arc) in sorted.iter().enumerate() {
            if arc.surface[0] != previous {
                arc_starts.push(u8::try_from(at)?);
                previous = arc.surface[0];
            }
            let mut surface = [0; 8];
            surface[..arc.surface.len()].copy_from_slice(&arc.surface);
            arcs.extend(surface);
            arcs.extend(numbers[&arc.target].to_le_bytes());
            arcs.extend(arc.morpheme.to_le_bytes());
            arcs.extend(arc.choice.to_le_bytes());
            arcs.extend([u8::try_from(arc.surface.len())?, arc.cost]);
        }
        arc_starts.push(u8::try_from(sorted.len())?);
        for (morpheme, choice, cost) in &out.finals {
            finals.extend(morpheme.to_le_bytes());
            finals.extend(choice.to_le_bytes());
            finals.extend([*cost, 0, 0, 0]);
        }
    }
    let mut morphemes = Vec::new();
    for (value, mask, upos, derives, name) in &automaton.morphemes {
        let (at, len) = strings.add(name)?;
        morphemes.extend(value.to_le_bytes());
        morphemes.extend(mask.to_le_bytes());
        morphemes.extend(at.to_le_bytes());
        let upos = upos.and_then(|upos| Upos::ALL.iter().position(|known| *known == upos));
        morphemes.extend([len, upos.map_or(Ok(255), u8::try_from)?, u8::from(*derives), 0, 0, 0]);
    }
    let mut class_bytes = Vec::new();
    let mut class_numbers = HashMap::new();
    let mut class_list: Vec<&ClassOut> = Vec::new();
    for class in classes.keys() {
        // A stem that nothing can follow was pruned away.
        let Some(start) = numbers.get(&class.start) else { continue };
        class_numbers.insert(class, u16::try_from(class_numbers.len())?);
        class_list.push(class);
        let (at, len) = strings.add(&class.tail)?;
        class_bytes.extend(class.features.to_le_bytes());
        class_bytes.extend(start.to_le_bytes());
        class_bytes.extend(at.to_le_bytes());
        let upos = Upos::ALL.iter().position(|known| *known == class.upos).context("a part of speech")?;
        class_bytes.extend([
            u8::try_from(upos)?,
            class.cut,
            u8::from(class.capital) | u8::from(class.odd) << 1,
            len,
        ]);
    }
    let mut trie = TrieNode::default();
    for (codes, class, cost) in stems {
        let Some(&class) = class_numbers.get(&class) else { continue };
        let mut node = &mut trie;
        for code in codes {
            node = node.children.entry(code).or_default();
        }
        match node.entries.iter_mut().find(|(known, _)| *known == class) {
            Some(entry) => entry.1 = entry.1.min(cost),
            None => node.entries.push((class, cost)),
        }
    }
    let (mut trie_words, mut entries) = (Vec::new(), Vec::new());
    lay_out(&trie, &mut trie_words, &mut entries)?;
    let heads = heads(&trie, &trie_words);
    let (form_slots, forms) = common_forms(automaton, &trie, &class_list, &numbers)?;
    let mut start_bytes = Vec::new();
    for (key, state) in starts {
        let Some(number) = numbers.get(state) else { continue };
        start_bytes.extend(key.to_le_bytes());
        start_bytes.extend(number.to_le_bytes());
        start_bytes.extend([0, 0]);
    }
    let trie_bytes: Vec<u8> = trie_words.iter().flat_map(|word: &u32| word.to_le_bytes()).collect();
    let sections: [Vec<u8>; SECTIONS] = [
        states,
        arc_starts,
        arcs,
        finals,
        morphemes,
        strings.bytes,
        trie_bytes,
        entries,
        class_bytes,
        start_bytes,
        heads,
        form_slots,
        forms,
    ];
    let mut out = Vec::from(MAGIC);
    let mut at = u32::try_from(MAGIC.len() + SECTIONS * 8)?;
    for section in &sections {
        out.extend(at.to_le_bytes());
        let len = u32::try_from(section.len())?;
        out.extend(len.to_le_bytes());
        at += len;
    }
    let mut rest = Vec::new();
    for (index, section) in sections.into_iter().enumerate() {
        if index < FIRST_OF_REST { &mut out } else { &mut rest }.extend(section);
    }
    Ok([out, rest])
}

/// The stems of the forms in `data/lexicon/forms.tsv`, as a hash table: slots, and records of the length of the form, the bytes
/// that its stem keeps, the length of the tail, the form and the tail. The search is that of `stem` in the library.
fn common_forms(
    automaton: &Automaton,
    trie: &TrieNode,
    classes: &[&ClassOut],
    numbers: &HashMap<&Key, u16>,
) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut records = vec![0];
    let mut found: Vec<(u32, u32)> = Vec::new();
    for row in rows("lexicon/forms.tsv", 1)? {
        let form = &row[0];
        let codes: Option<Vec<u8>> = form.chars().map(code).collect();
        let codes = codes.with_context(|| format!("{form}: a letter without a code"))?;
        let Some((kept, tail)) = best_stem(automaton, trie, classes, numbers, &codes, false) else {
            continue;
        };
        // Whether the same word with a capital, which may be a name, has the same stem.
        let either = best_stem(automaton, trie, classes, numbers, &codes, true) == Some((kept, tail.clone()));
        let bytes: usize = form.chars().take(kept).map(char::len_utf8).sum();
        let at = u32::try_from(records.len())?;
        records.extend([
            u8::try_from(form.len())?,
            u8::try_from(bytes)?,
            u8::try_from(tail.len())? | u8::from(either) << 7,
        ]);
        records.extend(form.as_bytes());
        records.extend(tail.as_bytes());
        found.push((form_hash(form.as_bytes()), at + 1));
    }
    let slots = (found.len() * 4 / 3 + 1).next_power_of_two();
    let mut table = vec![0_u32; slots];
    for (hash, at) in found {
        let mut slot = hash as usize & (slots - 1);
        while table[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = at;
    }
    Ok((table.iter().flat_map(|at| at.to_le_bytes()).collect(), records))
}

/// The letters that the likeliest stem of a word keeps, and its tail.
fn best_stem(
    automaton: &Automaton,
    trie: &TrieNode,
    classes: &[&ClassOut],
    numbers: &HashMap<&Key, u16>,
    codes: &[u8],
    capital: bool,
) -> Option<(usize, String)> {
    let mut nodes = Vec::new();
    let mut node = trie;
    for (at, code) in codes.iter().enumerate() {
        match node.children.get(code) {
            Some(next) => node = next,
            None => break,
        }
        nodes.push((at + 1, node));
    }
    let mut best: Option<(u32, usize, String)> = None;
    for (letters, node) in nodes.into_iter().rev() {
        let mut entries = node.entries.clone();
        entries.sort_by_key(|&(_, cost)| cost);
        for (class, cost) in entries {
            let class = classes[usize::from(class)];
            let mut cost = u32::from(cost);
            if class.capital && !capital {
                cost += NAME_WITHOUT_CAPITAL;
            }
            let base = (letters - usize::from(class.cut), class.tail.clone());
            stems_from(automaton, numbers, &class.start, codes, letters, cost, &base, &mut best);
        }
    }
    best.map(|(_, kept, tail)| (kept, tail))
}

/// As in the library.
const NAME_WITHOUT_CAPITAL: u32 = 56;

#[allow(clippy::too_many_arguments, reason = "a step of a search, with all of its state")]
fn stems_from(
    automaton: &Automaton,
    numbers: &HashMap<&Key, u16>,
    state: &Key,
    codes: &[u8],
    at: usize,
    cost: u32,
    base: &(usize, String),
    best: &mut Option<(u32, usize, String)>,
) {
    let Some(out) = automaton.states.get(state) else { return };
    let bound = best.as_ref().map_or(u32::MAX, |best| best.0);
    if at == codes.len() {
        for (_, _, last) in &out.finals {
            let cost = cost + u32::from(*last);
            if cost < best.as_ref().map_or(u32::MAX, |best| best.0) {
                *best = Some((cost, base.0, base.1.clone()));
            }
        }
        return;
    }
    let mut arcs: Vec<&ArcOut> = out.arcs.iter().collect();
    arcs.sort_by(|a, b| a.surface[0].cmp(&b.surface[0]).then(a.cost.cmp(&b.cost)));
    for arc in arcs {
        let cost = cost + u32::from(arc.cost);
        if !codes[at..].starts_with(&arc.surface) || cost >= bound || !numbers.contains_key(&arc.target) {
            continue;
        }
        let end = at + arc.surface.len();
        let (_, _, _, derives, _) = &automaton.morphemes[usize::from(arc.morpheme)];
        let derived = derives.then(|| {
            if matches!(arc.target.joint, Joint::G | Joint::B) {
                let last = qazaq::morphology::internals::letter_of(codes[end - 1]);
                (end - 1, devoiced(last).to_owned())
            } else {
                (end, String::new())
            }
        });
        let base = derived.as_ref().unwrap_or(base);
        stems_from(automaton, numbers, &arc.target, codes, end, cost, base, best);
    }
}

fn devoiced(c: char) -> &'static str {
    match c {
        'б' => "п",
        'г' => "к",
        'ғ' => "қ",
        _ => "",
    }
}

/// The nodes after the first letter and after the first two, by code.
fn heads(root: &TrieNode, words: &[u32]) -> Vec<u8> {
    let mut table = vec![0_u32; 64 + 64 * 64];
    for (at, (&first, node)) in root.children.iter().enumerate() {
        let word = words[at];
        table[usize::from(first)] = word;
        let block = (word >> 9) as usize + usize::from(!node.entries.is_empty());
        for (at, &second) in node.children.keys().enumerate() {
            table[64 + (usize::from(first) << 6 | usize::from(second))] = words[block + at];
        }
    }
    table.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Writes a node's block, its stems and children, and returns nothing; the children's own blocks come after.
fn lay_out(root: &TrieNode, words: &mut Vec<u32>, entries: &mut Vec<u8>) -> Result<()> {
    fn block(node: &TrieNode, words: &mut Vec<u32>, entries: &mut Vec<u8>) -> Result<u32> {
        let start = words.len();
        if !node.entries.is_empty() {
            let first = u32::try_from(entries.len() / 4)?;
            words.push(first << 8 | u32::from(u8::try_from(node.entries.len())?));
            let mut sorted = node.entries.clone();
            sorted.sort_by_key(|&(_, cost)| cost);
            for (class, cost) in sorted {
                entries.extend(class.to_le_bytes());
                entries.extend([cost, 0]);
            }
        }
        let children = words.len();
        words.resize(children + node.children.len(), 0);
        for (at, (code, child)) in node.children.iter().enumerate() {
            let last = at + 1 == node.children.len();
            let link = block(child, words, entries)?;
            words[children + at] = u32::from(*code)
                | u32::from(last) << 6
                | u32::from(!child.entries.is_empty()) << 7
                | u32::from(!child.children.is_empty()) << 8
                | link << 9;
        }
        ensure!(words.len() < 1 << 23, "the trie is too large");
        Ok(u32::try_from(start)?)
    }
    block(root, words, entries).map(|_| ())
}
