//! Words that users add.

use super::blob::{self, Class};
use super::features::{Features, Upos};
use super::generate::{Form, inflect};
use super::letters::{Word, code};
use super::reading::{Provenance, Reading, cased};
use super::stems::{self, Flags};
use super::tag::{Tagged, tag_by};
use super::walk;
use super::{analyze, settle, stem};
use crate::Error;
use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A stem of a word of the user.
#[derive(Clone, Debug)]
struct Stem {
    state: u16,
    upos: Upos,
    cut: u8,
    tail: String,
    capital: bool,
}

/// The built-in lexicon with words of your own: a brand, a surname, a term of the trade.
///
/// ```
/// use qazaq::morphology::{Lexicon, Provenance, Upos};
///
/// let mut lexicon = Lexicon::new();
/// lexicon.extend("блокчейн\tNOUN\nДамытпаев\tPROPN\nгуглде\tVERB\n")?;
/// let reading = &lexicon.analyze("блокчейнімізден")[0];
/// assert_eq!(reading.lemma(), "блокчейн");
/// assert_eq!(reading.provenance(), Provenance::Lexicon);
/// assert_eq!(lexicon.lemma("гуглдедім"), "гуглде");
/// let error = lexicon.extend("дұрыс\tNOUN\nбұрыс\tFOO\n").unwrap_err();
/// assert!(error.to_string().starts_with("line 2"));
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    stems: BTreeMap<Vec<u8>, Vec<Stem>>,
    /// Lemmas that replace built-in ones.
    lemmas: BTreeSet<(String, Upos)>,
}

/// What a word of the user costs: as a common one of the built-in lexicon does.
const COST: u32 = 80;

impl Lexicon {
    /// The built-in lexicon alone.
    #[must_use]
    pub const fn new() -> Lexicon {
        Lexicon { stems: BTreeMap::new(), lemmas: BTreeSet::new() }
    }

    /// Adds words from rows of lemma, parts of speech and flags between tabs, as `data/lexicon/*.tsv` has them; the flags, and
    /// any columns after them, may be missing. Empty lines and lines that start with `#` are skipped. A lemma that is there
    /// already is replaced. On an error nothing is added.
    ///
    /// # Errors
    ///
    /// When a row has less than two columns, an unknown part of speech or flag, or a lemma that is no word of Kazakh letters;
    /// the message names the line, and [`Error::offset`] is the byte where it starts.
    pub fn extend(&mut self, tsv: &str) -> Result<(), Error> {
        let mut added = self.clone();
        let mut offset = 0;
        for (number, line) in tsv.split('\n').enumerate() {
            let start = offset;
            offset += line.len() + 1;
            let line = line.trim_end_matches('\r');
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            added.add(line).map_err(|why| Error::malformed(format!("line {}: {why}", number + 1), start))?;
        }
        *self = added;
        Ok(())
    }

    fn add(&mut self, line: &str) -> Result<(), String> {
        let mut columns = line.split('\t');
        let lemma = columns.next().unwrap_or("").trim();
        let upos = columns.next().ok_or("a row is a lemma, a tab and a part of speech")?;
        let flags = columns.next().unwrap_or("-");
        let flags = Flags::parse(flags.trim()).ok_or_else(|| format!("unknown flag in {flags:?}"))?;
        let small = lemma.to_lowercase();
        if lemma.is_empty() || small.chars().any(|c| code(c).is_none()) {
            return Err(format!("{lemma:?} is no word of Kazakh letters"));
        }
        for name in upos.split(',') {
            let upos: Upos = name.trim().parse().map_err(|error: Error| error.to_string())?;
            let allomorphs = stems::allomorphs(&small, upos, flags);
            if allomorphs.is_empty() {
                return Err(format!("{lemma:?} has no letter that sounds"));
            }
            self.lemmas.insert((lemma.to_string(), upos));
            for allomorph in allomorphs {
                let letter = stems::class(upos).chars().next().unwrap_or('X');
                let Some(state) = blob::start(blob::start_key(letter, allomorph.ending, allomorph.joint))
                else {
                    continue;
                };
                let shared: usize =
                    allomorph.surface.chars().zip(small.chars()).take_while(|(a, b)| a == b).count();
                let cut = allomorph.surface.chars().count() - shared;
                let stem = Stem {
                    state,
                    upos,
                    cut: u8::try_from(cut).unwrap_or(0),
                    tail: small.chars().skip(shared).collect(),
                    capital: upos == Upos::Propn,
                };
                let codes: Vec<u8> = allomorph.surface.chars().filter_map(code).collect();
                self.stems.entry(codes).or_default().push(stem);
            }
        }
        Ok(())
    }

    /// How many lemmas were added.
    #[must_use]
    pub fn added(&self) -> usize {
        self.lemmas.len()
    }

    /// As [`analyze`](super::analyze), with the added words.
    #[must_use]
    pub fn analyze<'a>(&'a self, word: &'a str) -> Vec<Reading<'a>> {
        let mut own = Vec::new();
        if let Some(coded) = Word::new(word).filter(|_| !self.stems.is_empty()) {
            self.read(&coded, &mut own);
        }
        let mut readings = analyze(word);
        if own.is_empty() {
            return readings;
        }
        readings.retain(|reading| {
            reading.provenance() != Provenance::Guessed
                && !self.lemmas.contains(&(reading.lemma().into_owned(), reading.upos()))
        });
        readings.extend(own);
        settle(&mut readings);
        readings
    }

    fn read<'a>(&'a self, word: &Word<'a>, readings: &mut Vec<Reading<'a>>) {
        for letters in 1..=word.len {
            let Some(stems) = word.codes().get(..letters).and_then(|codes| self.stems.get(codes)) else {
                continue;
            };
            for stem in stems {
                let class = Class {
                    features: Features::default(),
                    start: stem.state,
                    upos: stem.upos,
                    cut: stem.cut,
                    tail: "",
                    capital: stem.capital,
                    odd: false,
                };
                walk::suffixes(word, stem.state, letters, COST, u32::MAX, |path| {
                    readings.push(Reading::new(word, letters, &class, &stem.tail, path, Provenance::Lexicon));
                    u32::MAX
                });
            }
        }
    }

    /// As [`lemma`](super::lemma()), with the added words.
    #[must_use]
    pub fn lemma<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        self.analyze(word).first().map_or_else(|| cased(word, "", false), Reading::lemma)
    }

    /// As [`stem`](super::stem()), with the added words, whose stem is their lemma in small letters.
    ///
    /// ```
    /// use qazaq::morphology::Lexicon;
    /// let mut lexicon = Lexicon::new();
    /// lexicon.extend("квазг\tNOUN")?;
    /// assert_eq!((&*lexicon.stem("квазгтардың"), &*lexicon.stem("үйлердің")), ("квазг", "үй"));
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    #[must_use]
    pub fn stem<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        let own = self.analyze(word).into_iter().next().map(|best| (best.lemma().into_owned(), best.upos()));
        match own.filter(|own| self.lemmas.contains(own)) {
            Some((lemma, _)) => Cow::Owned(lemma.to_lowercase()),
            None => stem(word),
        }
    }

    /// As [`tag`](super::tag()), with the added words.
    ///
    /// ```
    /// use qazaq::morphology::{Lexicon, Upos};
    /// let mut lexicon = Lexicon::new();
    /// lexicon.extend("квазгы\tADJ")?;
    /// let tagged = lexicon.tag(&["Бұл", "квазгы", "үй", "."]);
    /// assert_eq!(tagged[1].reading().map(|reading| reading.upos()), Some(Upos::Adj));
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    #[must_use]
    pub fn tag<'a>(&'a self, sentence: &[&'a str]) -> Vec<Tagged<'a>> {
        tag_by(sentence, |word| self.analyze(word))
    }

    /// As [`inflect`](super::inflect()); the added words go by their sound.
    ///
    /// # Errors
    ///
    /// As for [`inflect`](super::inflect()).
    pub fn inflect(&self, lemma: &str, features: Features) -> Result<Vec<Form>, Error> {
        inflect(lemma, features)
    }
}
