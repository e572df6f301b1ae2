//! Forms of a word: the suffix automaton run the other way.

use super::blob::{self, Class, Node};
use super::features::{Features, Upos};
use super::letters::{code, letter_of};
use super::reading::cased;
use super::stems::{self, Flags};
use super::tables::{CLOSED, FEATURES, PARADIGMS};
use super::walk::MAX_MORPHEMES;
use crate::Error;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// A form of a lemma.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    text: String,
    upos: Upos,
    features: Features,
    cost: u32,
}

impl Form {
    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The part of speech that the lemma has here.
    #[must_use]
    pub const fn upos(&self) -> Upos {
        self.upos
    }

    /// All features of the form.
    #[must_use]
    pub const fn features(&self) -> Features {
        self.features
    }
}

/// A stem of a lemma and the state after it.
struct Start {
    letters: Vec<u8>,
    state: u16,
    upos: Upos,
    features: Features,
    cost: u32,
}

/// The forms of a word that have these features, the usual one first.
///
/// The features may be incomplete: what is not asked for is left plain, so `Case=Dat` is the dative singular without a
/// possessor. A lemma that the lexicon does not have is inflected by its sound: as a verb where the features are those of one,
/// otherwise as a noun.
///
/// # Errors
///
/// When the lemma has no such form, or is no word of Kazakh letters.
///
/// ```
/// use qazaq::morphology::inflect;
/// let forms = inflect("кітап", "Case=Dat|Number[psor]=Plur|Person[psor]=1".parse()?)?;
/// assert_eq!(forms[0].as_str(), "кітабымызға");
/// assert_eq!(inflect("бар", "Tense=Past|VerbForm=Fin|Person=1|Number=Sing|Polarity=Neg".parse()?)?[0].as_str(), "бармадым");
/// assert_eq!(inflect("мен", "Case=Dat|Person=1".parse()?)?[0].as_str(), "маған");
/// assert_eq!(inflect("Берлин", "Case=Loc".parse()?)?[0].as_str(), "Берлинде");
/// assert!(inflect("кітап", "Tense=Past".parse()?).is_err());
/// # Ok::<(), qazaq::Error>(())
/// ```
pub fn inflect(lemma: &str, features: Features) -> Result<Vec<Form>, Error> {
    inflect_any(lemma, None, features)
}

/// As [`inflect`], of the lemma as one part of speech: `жаз` is summer and to write.
///
/// # Errors
///
/// As for [`inflect`].
pub fn inflect_as(lemma: &str, upos: Upos, features: Features) -> Result<Vec<Form>, Error> {
    inflect_any(lemma, Some(upos), features)
}

/// The features of forms that the language does not tell apart, by the names that forms have: `сендердің кітабың` is as
/// `сенің кітабың`, and a third person is one or many.
fn told_apart(features: Features) -> Features {
    let number = match (features.get("Person[psor]"), features.get("Number[psor]")) {
        (Some("2"), Some(_)) => "Sing",
        (Some("3"), Some(_)) => "Plur,Sing",
        _ => return features,
    };
    features.set("Number[psor]", number).unwrap_or(features)
}

/// Whether features are those of a noun.
fn nominal(features: Features) -> bool {
    ["Case", "Number", "Person[psor]"].iter().any(|name| features.get(name).is_some())
        && ["VerbForm", "Tense", "Mood", "Voice", "Aspect", "Polarity", "Person", "NumType", "PronType"]
            .iter()
            .all(|name| features.get(name).is_none())
}

fn inflect_any(lemma: &str, upos: Option<Upos>, features: Features) -> Result<Vec<Form>, Error> {
    let features = told_apart(features);
    let known = inflect_from(starts(lemma, features)?, lemma, upos, features);
    let noun = nominal(features) && upos.is_none_or(|upos| stems::class(upos) == "N");
    if !noun {
        return known;
    }
    // A noun in the singular has no feature that says so.
    let singular = || match features.get("Number") {
        Some("Sing") => Some(features.set("Number", "").unwrap_or(features)),
        _ => None,
    };
    let known = match (known, singular()) {
        (Err(_), Some(features)) => inflect_from(starts(lemma, features)?, lemma, upos, features),
        (known, _) => known,
    };
    // What the lexicon has as a verb or an adverb only may be a noun as well.
    let verbal = |forms: &[Form]| upos.is_none() && forms.iter().all(|form| stems::class(form.upos) == "V");
    match known {
        Ok(forms) if !verbal(&forms) => Ok(forms),
        known => {
            let features = singular().unwrap_or(features);
            inflect_from(guessed(lemma, upos.unwrap_or(Upos::Noun)), lemma, upos, features).or(known)
        }
    }
}

fn inflect_from(
    starts: Vec<Start>,
    lemma: &str,
    upos: Option<Upos>,
    features: Features,
) -> Result<Vec<Form>, Error> {
    let mut found: Vec<Form> = Vec::new();
    for start in &starts {
        if upos.is_some_and(|wanted| wanted != start.upos) {
            continue;
        }
        // What the stem says of itself is taken as asked for, unless it contradicts.
        if features.bits() & start.features.mask() & !start.features.bits() & features.mask() != 0
            && !features.with(start.features).contains(features)
        {
            continue;
        }
        let mut search =
            Search { wanted: features, start, letters: start.letters.clone(), found: &mut found, lemma };
        search.go(start.state, start.features, start.cost, 0);
    }
    // The plainest forms that have what was asked for.
    let free = |pair: &(&str, &str)| matches!(*pair, ("Case", "Nom") | ("NumType", "Card"));
    let count = |form: &Form| form.features.iter().filter(|pair| !free(pair)).count();
    let Some(fewest) = found.iter().map(count).min() else {
        return Err(Error::malformed(format!("{lemma:?} has no form {features}"), 0));
    };
    found.retain(|form| count(form) == fewest);
    found.sort_by(|a, b| a.cost.cmp(&b.cost).then_with(|| a.text.cmp(&b.text)));
    let mut at = 0;
    while let Some(form) = found.get(at) {
        if found.iter().take(at).any(|other| {
            other.text == form.text && other.features == form.features && other.upos == form.upos
        }) {
            found.remove(at);
        } else {
            at += 1;
        }
    }
    Ok(found)
}

struct Search<'s> {
    wanted: Features,
    start: &'s Start,
    letters: Vec<u8>,
    found: &'s mut Vec<Form>,
    lemma: &'s str,
}

impl Search<'_> {
    /// Whether a morpheme may still lead to what is wanted. A case inside of -ғы gives way to one outside.
    fn may(&self, features: Features) -> bool {
        let attr = self.wanted.get("Attr").is_some();
        let shared = features.mask() & self.wanted.mask();
        let case = FEATURES
            .iter()
            .find(|feature| feature.name == "Case")
            .map_or(0, |feature| Features::default().set(feature.name, "Nom").map_or(0, Features::mask));
        let shared = if attr { shared & !case } else { shared };
        features.bits() & shared == self.wanted.bits() & shared
    }

    fn go(&mut self, state: u16, features: Features, cost: u32, depth: usize) {
        let place = blob::state(state);
        for index in place.finals() {
            let last = blob::final_at(index);
            let all = blob::morpheme(last.morpheme).apply(features);
            if all.contains(self.wanted) {
                let second = matches!(blob::morpheme(last.morpheme).name, "fin" | "part" | "ger" | "inf");
                let text: String = self.letters.iter().map(|&code| letter_of(code)).collect();
                let capital = self.start.upos == Upos::Propn
                    || self.lemma.chars().next().is_some_and(char::is_uppercase);
                self.found.push(Form {
                    text: if capital { cased(&text, "", true).into_owned() } else { text },
                    upos: self.start.upos,
                    features: all,
                    cost: cost + u32::from(last.cost) + if second { SECOND } else { 0 },
                });
            }
        }
        if depth == MAX_MORPHEMES {
            return;
        }
        for index in place.all_arcs() {
            let arc = blob::arc(index);
            let morpheme = blob::morpheme(arc.morpheme);
            if morpheme.derives {
                continue;
            }
            let after = morpheme.apply(features);
            // Nothing that was not asked for, but for what every form of a kind has.
            if !self.may(after) || !plain(after, self.wanted) {
                continue;
            }
            let before = self.letters.len();
            self.letters.extend(arc.surface.to_le_bytes().into_iter().take(usize::from(arc.len)));
            self.go(arc.target, after, cost + u32::from(arc.cost), depth + 1);
            self.letters.truncate(before);
        }
    }
}

/// Whether features have none of the layers that a user would have to ask for.
fn plain(features: Features, wanted: Features) -> bool {
    const ASKED: [&str; 14] = [
        "Without",
        "Attr",
        "Question",
        "Request",
        "Person[subj]",
        "Similar",
        "Manner",
        "Voice",
        "Polarity",
        "Person[psor]",
        "Polite",
        "Degree",
        "Evident",
        "NumType",
    ];
    ASKED.iter().all(|name| features.get(name).is_none() || wanted.get(name).is_some() || *name == "NumType")
        && (features.get("Number") != Some("Plur")
            || wanted.get("Number") == Some("Plur")
            || wanted.get("Person").is_some()
            || features.get("Person").is_some())
}

/// All stems of a lemma.
fn starts(lemma: &str, features: Features) -> Result<Vec<Start>, Error> {
    let mut codes = Vec::new();
    for (at, c) in lemma.char_indices() {
        let Some(code) = code(c) else {
            return Err(Error::malformed(
                format!("{lemma:?} has {c:?}, which is no letter of a Kazakh word"),
                at,
            ));
        };
        codes.push(code);
    }
    if codes.is_empty() {
        return Err(Error::malformed("an empty lemma", 0));
    }
    let mut found = Vec::new();
    // Stems differ from their lemma in the last letters only.
    let shared = codes.len().saturating_sub(2).max(1).min(codes.len());
    let mut node = Some(Node::root());
    for &code in codes.iter().take(shared) {
        node = node.and_then(|node| node.child(code));
    }
    if let Some(node) = node {
        let mut letters: Vec<u8> = codes.iter().take(shared).copied().collect();
        below(node, &mut letters, codes.len() + 1, lemma, &mut found);
    }
    let small = lemma.to_lowercase();
    for (_, form) in CLOSED.iter().filter(|(known, _)| *known == small) {
        let letters: Vec<u8> = form.chars().filter_map(code).collect();
        let mut node = Some(Node::root());
        for &code in &letters {
            node = node.and_then(|node| node.child(code));
        }
        if let Some(node) = node {
            take(node, &letters, lemma, &mut found);
        }
    }
    if found.is_empty() {
        let verb =
            ["VerbForm", "Tense", "Mood", "Voice", "Aspect"].iter().any(|name| features.get(name).is_some());
        found = guessed(lemma, if verb { Upos::Verb } else { Upos::Noun });
    }
    Ok(found)
}

/// The stems of a lemma by its sound alone.
fn guessed(lemma: &str, upos: Upos) -> Vec<Start> {
    let letter = if upos == Upos::Verb { 'V' } else { 'N' };
    let found = stems::allomorphs(&lemma.to_lowercase(), upos, Flags::default());
    let found = found.into_iter().filter(|allomorph| !allomorph.odd);
    found
        .filter_map(|allomorph| {
            let state = blob::start(blob::start_key(letter, allomorph.ending, allomorph.joint))?;
            let letters = allomorph.surface.chars().filter_map(code).collect();
            Some(Start { letters, state, upos, features: Features::default(), cost: 0 })
        })
        .collect()
}

fn below(node: Node, letters: &mut Vec<u8>, longest: usize, lemma: &str, found: &mut Vec<Start>) {
    take(node, letters, lemma, found);
    if letters.len() >= longest {
        return;
    }
    for child in node.children() {
        letters.push(child.code());
        below(child, letters, longest, lemma, found);
        letters.pop();
    }
}

/// Adds the stems of a node that have this lemma.
fn take(node: Node, letters: &[u8], lemma: &str, found: &mut Vec<Start>) {
    for index in node.entries() {
        let entry = blob::entry(index);
        let class = blob::class(entry.class);
        // A name is no reading of a lemma in small letters.
        let small = lemma.chars().next().is_some_and(char::is_lowercase);
        if class.odd
            || (class.capital && small)
            || !is_of(&class, letters, lemma)
            || found.iter().any(|start| {
                start.state == class.start
                    && start.letters == letters
                    && start.features == class.features
                    && start.upos == class.upos
            })
        {
            continue;
        }
        found.push(Start {
            letters: letters.to_vec(),
            state: class.start,
            upos: class.upos,
            features: class.features,
            cost: u32::from(entry.cost),
        });
    }
}

fn is_of(class: &Class, letters: &[u8], lemma: &str) -> bool {
    let kept = letters.len().saturating_sub(usize::from(class.cut));
    let mut rest = lemma.chars().flat_map(char::to_lowercase);
    letters.iter().take(kept).all(|&code| rest.next() == Some(letter_of(code))) && rest.eq(class.tail.chars())
}

/// A row of a paradigm: what it is called and its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The group, such as `singular` or `past`.
    pub group: &'static str,
    /// The features that were asked for.
    pub features: Features,
    /// The forms, the usual one first.
    pub forms: Vec<Form>,
}

/// What a form costs more whose end is a second reading: барған for барды.
const SECOND: u32 = 64;

/// How much dearer than the usual form, in eighths of a bit, a form may be and stand in a paradigm.
const UNUSUAL: u32 = 40;

/// A row of `data/morphology/paradigms.tsv`.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) upos: &'static [Upos],
    pub(crate) group: &'static str,
    pub(crate) features: u64,
}

/// The whole table of a word's forms, as `data/morphology/paradigms.tsv` lists them.
///
/// # Errors
///
/// When the word is not inflected, or is no word of Kazakh letters.
///
/// ```
/// use qazaq::morphology::{Upos, paradigm};
/// let table = paradigm("бала", Upos::Noun)?;
/// assert!(table.iter().any(|row| row.forms[0].as_str() == "балаларымызға"));
/// # Ok::<(), qazaq::Error>(())
/// ```
pub fn paradigm(lemma: &str, upos: Upos) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for cell in PARADIGMS.iter().filter(|cell| cell.upos.contains(&upos)) {
        let features = Features::from_bits(cell.features);
        if let Ok(mut forms) = inflect_as(lemma, upos, features) {
            // Only what is usual: inflect() has the rest.
            let bound = forms.iter().map(|form| form.cost).min().unwrap_or(0) + UNUSUAL;
            forms.retain(|form| form.cost < bound);
            rows.push(Row { group: cell.group, features, forms });
        }
    }
    if rows.is_empty() {
        return Err(Error::malformed(format!("no forms of {lemma:?} as {upos}"), 0));
    }
    Ok(rows)
}

/// The parts of speech of a lemma that are inflected, the likeliest first; a noun where the lexicon does not have the word.
///
/// ```
/// use qazaq::morphology::{Upos, parts_of_speech};
/// assert!(parts_of_speech("жаз").contains(&Upos::Verb));
/// assert_eq!(parts_of_speech("және"), []);
/// ```
#[must_use]
pub fn parts_of_speech(lemma: &str) -> Vec<Upos> {
    let Ok(mut starts) = starts(lemma, Features::default()) else { return Vec::new() };
    starts.sort_by_key(|start| start.cost);
    let mut found = Vec::new();
    for start in starts {
        let inflected = PARADIGMS.iter().any(|cell| cell.upos.contains(&start.upos));
        // An auxiliary has the forms of its verb.
        if inflected && start.upos != Upos::Aux && !found.contains(&start.upos) {
            found.push(start.upos);
        }
    }
    found
}
