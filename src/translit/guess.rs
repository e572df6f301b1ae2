//! What a text is written in, what a word may stand for, and text that nobody wrote by a table.

use super::lattice::{self, BIT};
use super::reverse::{self, Reverse, in_case_of};
use super::table::{Casing, Table};
use super::{Scheme, Transliterator};
use crate::alphabet::Script;
use crate::segment::{Token, TokenKind, Tokens, tokens};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// How many words of a text are looked at to tell what it is written in.
const WORDS: usize = 80;

/// A reading that is this much less likely than the best (in bits) is no alternative.
const MARGIN: u32 = 4;

/// What a word may be on the other side, best first.
///
/// ```
/// use qazaq::{Scheme, Transliterator};
/// let back = Transliterator::from(Scheme::Latin2021);
/// let sure = back.candidates("qazaq");
/// assert_eq!((sure.best(), sure.is_certain()), ("қазақ", true));
/// // ц and тс are written alike.
/// let open = back.candidates("tsarizm");
/// assert!(!open.is_certain() && open.words().len() > 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidates {
    words: Vec<String>,
    certain: bool,
}

impl Candidates {
    /// What [`Transliterator::transliterate`] makes of the word.
    #[must_use]
    pub fn best(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// All of them, the best first, the others by how likely their letters follow each other in Kazakh. Each comes out as the word
    /// in question on the way there.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether the best is beyond doubt: nothing else that could be a Kazakh word is written so, or a list of words knows it.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.certain
    }
}

/// A word of a text that may not be what it was converted to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uncertain<'t> {
    /// The word as it stands in the text.
    pub word: &'t str,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it may be. On the way there the word itself, and what it would come back as.
    pub candidates: Candidates,
}

/// The uncertain words of a text; see [`Transliterator::uncertain`].
#[derive(Clone, Debug)]
pub struct Uncertainties<'t> {
    transliterator: Transliterator,
    tokens: Tokens<'t>,
}

impl<'t> Iterator for Uncertainties<'t> {
    type Item = Uncertain<'t>;

    fn next(&mut self) -> Option<Uncertain<'t>> {
        let transliterator = self.transliterator;
        self.tokens.by_ref().filter(|token| token.kind() == TokenKind::Word).find_map(|token: Token<'t>| {
            let candidates = transliterator.candidates(token.as_str());
            let uncertain = !candidates.certain;
            uncertain.then(|| Uncertain { word: token.as_str(), span: token.span(), candidates })
        })
    }
}

impl core::iter::FusedIterator for Uncertainties<'_> {}

impl Transliterator {
    /// What a word may be, and whether that is beyond doubt.
    ///
    /// On the way to a scheme there is one answer, and it is certain when it comes back to the word. Parts of a compound are looked
    /// at one by one, and only alternatives to one part at a time are given.
    #[must_use]
    pub fn candidates(&self, word: &str) -> Candidates {
        let best = self.transliterate(word).into_owned();
        if !self.back {
            let certain = self.is_lossless(word);
            return Candidates { words: alloc::vec![best], certain };
        }
        let mut found = Candidates { words: alloc::vec![best], certain: true };
        let table = self.scheme.table();
        let mut at = 0;
        for part in word.split_inclusive('-') {
            let core = part.trim_end_matches('-');
            self.alternatives(table, word, at..at + core.len(), &mut found);
            at += part.len();
        }
        found
    }

    fn alternatives(&self, table: &'static Table, word: &str, part: Range<usize>, found: &mut Candidates) {
        let text = &word[part.clone()];
        let reverse = Reverse { table, stems: self.word_list };
        let Some((best, known)) = reverse::single(reverse, text) else { return };
        if known || table.lossless {
            return;
        }
        let best_cost = lattice::cost(&best);
        for reading in lattice::readings(&[table], text) {
            if reading.cost > best_cost + MARGIN * BIT {
                break;
            }
            let mut alternative = String::from(&*self.transliterate(&word[..part.start]));
            in_case_of(text, &reading.letters, |c| alternative.push(c));
            alternative.push_str(&self.transliterate(&word[part.end..]));
            if !found.words.contains(&alternative) {
                found.words.push(alternative);
                found.certain = false;
            }
        }
    }

    /// Whether a word in Cyrillic comes back from the scheme just as it was.
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let latin = Transliterator::to(Scheme::Latin2021);
    /// assert!(latin.is_lossless("экономика"));
    /// assert!(!latin.is_lossless("вьюга"));
    /// assert!(Transliterator::to(Scheme::Iso9).is_lossless("вьюга"));
    /// ```
    #[must_use]
    pub fn is_lossless(&self, word: &str) -> bool {
        let there = Transliterator { back: false, ..*self }.transliterate(word);
        Transliterator { back: true, ..*self }.transliterate(&there) == word
    }

    /// The words of a text whose conversion is not beyond doubt, with their places; for editors to look at.
    ///
    /// ```
    /// use qazaq::{Scheme, Transliterator};
    /// let back = Transliterator::from(Scheme::Latin2021);
    /// let text = "Qazaqstan qalasy, tsarizm";
    /// let open: Vec<_> = back.uncertain(text).map(|word| word.word).collect();
    /// assert_eq!(open, ["tsarizm"]);
    /// ```
    pub fn uncertain<'t>(&self, text: &'t str) -> Uncertainties<'t> {
        Uncertainties { transliterator: *self, tokens: tokens(text) }
    }
}

/// What a text is written in; see [`detect`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Detection {
    /// The script of most of its words.
    pub script: Option<Script>,
    /// The scheme; nothing for Cyrillic.
    pub scheme: Option<Scheme>,
    /// From 0 to 1: how sure it is that the text is Kazakh and written so.
    pub confidence: f32,
}

/// Tells the script and the scheme that a Kazakh text is written in, by its first 80 words.
///
/// Each scheme is tried, and the one that gives the likeliest Kazakh is taken, the usual ones first where nothing tells them apart.
/// `None` where no word looks Kazakh.
///
/// ```
/// use qazaq::{Scheme, detect};
/// let found = |text| detect(text).and_then(|found| found.scheme);
/// assert_eq!(found("Qazaqstan Respublikasynyñ ükımetı"), Some(Scheme::Latin2021));
/// assert_eq!(found("Qazaqstan Respýblıkasynyń úkimeti"), Some(Scheme::Latin2018));
/// assert_eq!(found("قازاقستان ۇكىمەتى"), Some(Scheme::Arabic));
/// assert_eq!(found("Қазақстан үкіметі"), None);
/// assert!(detect("Қазақстан үкіметі").is_some());
/// assert!(detect("The quick brown fox jumps over the lazy dog").is_none());
/// // Kyrgyz looks like Kazakh, but lacks its own letters.
/// assert!(detect("Биз бүгүн базарга барып, жашылча сатып алдык").is_none_or(|found| found.confidence < 0.3));
/// ```
#[must_use]
pub fn detect(text: &str) -> Option<Detection> {
    let mut words: [(Option<Script>, Vec<&str>); 4] = [
        (Some(Script::Cyrillic), Vec::new()),
        (Some(Script::Latin), Vec::new()),
        (Some(Script::Arabic), Vec::new()),
        (None, Vec::new()),
    ];
    let is_braille = |c: char| matches!(c, '\u{2801}'..='\u{283f}');
    for token in tokens(text).filter(|token| token.kind() == TokenKind::Word).take(WORDS) {
        let script = token.as_str().chars().find_map(Script::of);
        if let Some((_, list)) = words.iter_mut().find(|(name, _)| name.is_some() && *name == script) {
            list.push(token.base());
        }
    }
    // Cells of Braille are symbols to the tokenizer.
    words[3].1.extend(text.split(|c| !is_braille(c)).filter(|word| !word.is_empty()).take(WORDS));
    let (script, words) =
        words.into_iter().max_by_key(|(_, words)| words.iter().map(|word| word.len()).sum::<usize>())?;
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    if letters == 0 {
        return None;
    }
    if script == Some(Script::Cyrillic) {
        let cost: u32 = words.iter().map(|word| lattice::cost(word)).sum();
        let confidence = likeness(cost, letters) * own_letters(&words, letters);
        return (confidence > 0.0).then_some(Detection { script, scheme: None, confidence });
    }
    let mut costs: Vec<(u32, Scheme, u32, usize)> = Vec::new();
    for scheme in Scheme::ALL {
        let table = scheme.table();
        let (mut read, mut letters) = (0, 0);
        for word in &words {
            let (cost, length) = word_cost(table, word);
            read += cost;
            letters += length;
        }
        costs.push((read + u32::from(table.prior) * BIT, scheme, read, letters));
    }
    let &(best, scheme, read, letters) = costs.iter().min()?;
    // Words are not independent of each other: a quarter of the evidence counts.
    let weights: f32 =
        costs.iter().map(|cost| 1.0 / (1u64 << ((cost.0 - best) / (4 * BIT)).min(60)) as f32).sum();
    let confidence = likeness(read, letters) / weights;
    (confidence > 0.0).then_some(Detection { script, scheme: Some(scheme), confidence })
}

/// The letters that Kazakh has and its neighbours in Cyrillic (Kyrgyz, Tatar, Russian) have not.
const OWN: &[char] = &['қ', 'Қ', 'ғ', 'Ғ', 'ұ', 'Ұ', 'і', 'І'];

/// How much is left of the likeness of a text in Cyrillic without the letters that only Kazakh has: one letter in six is one of
/// them, so that their want says more the longer the text is. A quarter stays for what is typed without a Kazakh keyboard.
fn own_letters(words: &[&str], letters: usize) -> f32 {
    if words.iter().any(|word| word.contains(OWN)) {
        return 1.0;
    }
    (0..letters.min(40)).fold(1.0f32, |left, _| left * 0.92).max(0.25)
}

/// What a word costs as one of a scheme, and how many letters it has.
fn word_cost(table: &'static Table, word: &str) -> (u32, usize) {
    let length = word.chars().count();
    let foreign = 12 * BIT * u32::try_from(length).unwrap_or(u32::MAX / 1000).min(1000);
    if table.likeliest {
        let best = lattice::readings(&[table], word).first().map(|reading| reading.cost);
        return (best.unwrap_or(foreign), length);
    }
    match reverse::single(Reverse { table, stems: false }, word) {
        Some((cyrillic, _)) => (lattice::cost(&cyrillic), cyrillic.chars().count()),
        None => (foreign, length),
    }
}

/// From 0 to 1 by the cost of a letter, vowel pairs included: sentences of Kazakh have 4.7 to 6.7 bits, Russian and Turkish from 7.3 on,
/// English above 8.
fn likeness(cost: u32, letters: usize) -> f32 {
    let bits = cost as f32 / BIT as f32 / letters as f32;
    ((7.4 - bits) / 1.4).clamp(0.0, 1.0)
}

/// Writes a Kazakh text in Cyrillic, whatever it is written in; borrows where nothing changes.
///
/// The scheme is that of [`detect`]. Words that it cannot have written are read by the letters of all Latin schemes where
/// they have a letter or a sign that only Kazakh alphabets have, and words without the marks that the scheme has elsewhere
/// (`Turkistan`) as the likeliest word: nobody wrote them by a table. Foreign words stay as they are.
///
/// This goes by letters alone; `qazaq::morphology::to_cyrillic` asks the lexicon too, and gets more of such words right.
///
/// ```
/// use qazaq::to_cyrillic;
/// assert_eq!(to_cyrillic("Nauryz meiramy, Qazaqstan"), "Наурыз мейрамы, Қазақстан");
/// assert_eq!(to_cyrillic("Qazaqstan úkimeti"), "Қазақстан үкіметі");
/// assert_eq!(to_cyrillic("Қазақстан"), "Қазақстан");
/// ```
#[must_use]
pub fn to_cyrillic(text: &str) -> Cow<'_, str> {
    match detect(text).and_then(|found| found.scheme) {
        Some(scheme) => choosing(scheme, text, None::<Nobody>),
        None => Cow::Borrowed(text),
    }
}

/// Asks nobody.
type Nobody = fn(&[String]) -> Option<usize>;

/// As [`to_cyrillic`], from a scheme, with somebody to ask about words that were written without marks: `choose` takes the words that one
/// may be, best first by the rules, and gives nothing where it has no opinion.
///
/// Generic, so that what asks nobody has no call of the lexicon in it: small builds leave that out.
pub(crate) fn choosing<C: Fn(&[String]) -> Option<usize>>(
    scheme: Scheme,
    text: &str,
    choose: Option<C>,
) -> Cow<'_, str> {
    let back = Transliterator::from(scheme);
    let table = scheme.table();
    if !matches!(table.casing, Casing::Plain | Casing::Turkic | Casing::SharedI | Casing::Apostrophe) {
        return back.transliterate(text);
    }
    let latin: Vec<&'static Table> = Scheme::ALL
        .into_iter()
        .map(Scheme::table)
        .filter(|table| {
            !table.likeliest && matches!(table.casing, Casing::Plain | Casing::Turkic | Casing::SharedI)
        })
        .collect();
    let ascii = Scheme::Ascii.table();
    let mut out = String::with_capacity(text.len() * 2);
    for token in tokens(text) {
        let word = token.as_str();
        if token.kind() != TokenKind::Word || word.contains('-') {
            out.push_str(&back.transliterate(word));
            continue;
        }
        let reverse = Reverse { table, stems: true };
        let found = reverse::single(reverse, word);
        let readings = match &found {
            None if word.is_ascii() => Vec::new(),
            None => lattice::readings(&latin, word),
            Some((_, true)) => Vec::new(),
            Some(_) if word.is_ascii() && (!table.likeliest || choose.is_some()) => {
                lattice::readings(&[ascii], word)
            }
            Some(_) => Vec::new(),
        };
        let letters = word.chars().count();
        let better = readings.first().filter(|reading| match &found {
            None => likeness(reading.cost, letters) > 0.0,
            Some((cyrillic, _)) => reading.cost + MARGIN * BIT < lattice::cost(cyrillic),
        });
        let in_case = |letters: &str| {
            let mut cased = String::new();
            in_case_of(word, letters, |c| cased.push(c));
            cased
        };
        let found = found.map(|found| found.0);
        if let (Some(choose), Some(cyrillic), false) = (&choose, &found, readings.is_empty()) {
            let mut words = Vec::with_capacity(readings.len() + 1);
            words.push(cyrillic.clone());
            words.extend(readings.iter().map(|reading| in_case(&reading.letters)));
            // A text with marks elsewhere means what it writes, if that is a word.
            let chosen = if table.likeliest { None } else { choose(&words[..1]) };
            if let Some(chosen) = chosen.or_else(|| choose(&words)).and_then(|at| words.get(at)) {
                out.push_str(chosen);
                continue;
            }
        }
        match (better, found) {
            (Some(reading), _) => out.push_str(&in_case(&reading.letters)),
            (None, Some(cyrillic)) => out.push_str(&cyrillic),
            (None, None) => out.push_str(word),
        }
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}
