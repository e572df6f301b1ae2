//! Words that are more or less than a stem with suffixes: numbers, acronyms, names in Latin letters, pairs joined by a
//! hyphen, abbreviations, punctuation.

use super::blob::{self, Class};
use super::features::{Features, Upos};
use super::letters::Word;
use super::reading::{Provenance, Reading};
use super::stems::{Joint, joint_after};
use super::tables::{INTENSIVE, PARTICLES, SYMBOLS};
use super::{analyze_plain, walk};
use crate::phonology::{Ending, Final, Harmony};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b"IVXLCDM".contains(&b))
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_joiner(c: char) -> bool {
    is_hyphen(c) || matches!(c, '\'' | '’' | 'ʼ')
}

/// The features of a value that `data/morphology/features.tsv` is known to have.
fn set(name: &str, value: &str) -> Features {
    Features::default().set(name, value).unwrap_or_default()
}

/// Adds the readings of a word that the lexicon does not have as it stands.
pub(crate) fn read<'a>(word: &'a str, readings: &mut Vec<Reading<'a>>) {
    let Some(first) = word.chars().next() else { return };
    if word.len() > usize::from(u8::MAX) {
        return;
    }
    if !word.chars().any(char::is_alphanumeric) {
        let symbol = word.chars().all(|c| SYMBOLS.contains(&c));
        let upos = if symbol { Upos::Sym } else { Upos::Punct };
        readings.push(Reading::whole(word, word, upos, Features::default(), Provenance::Form));
        return;
    }
    if first.is_ascii_digit() {
        number(word, readings);
        return;
    }
    if let Some((first, last)) = word.rsplit_once(' ') {
        compound_tense(word, first, last, readings);
        if !readings.is_empty() {
            return;
        }
    }
    let roman = word.find(is_joiner).map_or(word, |at| &word[..at]);
    if is_roman(roman) {
        suffixed(word, roman, "", Upos::Num, set("NumType", "Ord"), readings);
    }
    if readings.is_empty() && word.ends_with('.') {
        abbreviation(word, readings);
        return;
    }
    if readings.is_empty() {
        if let Some(at) = word.rfind(is_joiner).filter(|&at| at > 0) {
            joined(word, at, readings);
        }
    }
    if readings.is_empty() {
        one_piece(word, readings);
    }
}

/// `болған жоқ`, `деген екен`, where a treebank takes two words for one.
fn compound_tense<'a>(word: &'a str, first: &'a str, last: &str, readings: &mut Vec<Reading<'a>>) {
    let copula = analyze_plain(last);
    let Some(copula) = copula.first().filter(|copula| matches!(&*copula.lemma(), "е" | "жоқ")) else {
        return;
    };
    let added = match &*copula.lemma() {
        "жоқ" => set("Polarity", "Neg"),
        _ => Features::from_bits(
            copula.features().bits() & (set("Polarity", "Neg").mask() | set("Evident", "Fh").mask()),
        ),
    };
    for reading in analyze_plain(first) {
        if reading.features().get("VerbForm") == Some("Fin") {
            let lemma = reading.lemma().into_owned();
            let features = reading.features().with(added);
            readings.push(reading.within(word, 0, lemma).with_features(features));
        }
    }
}

/// `18`, `18,1`, `55-ші`, `90%-ға`.
fn number<'a>(word: &'a str, readings: &mut Vec<Reading<'a>>) {
    let digits =
        word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' ' | '\u{A0}' | ':' | '/'));
    let digits = word[..digits.unwrap_or(word.len())].trim_end().len();
    let (lemma, rest) = word.split_at(digits);
    if rest.chars().any(|c| c.is_ascii_digit()) {
        readings.push(Reading::whole(word, word, Upos::Num, set("NumType", "Card"), Provenance::Form));
        return;
    }
    let percent = rest.starts_with('%');
    let sign = if percent { "%" } else { "" };
    suffixed(word, lemma, sign, Upos::Num, set("NumType", "Card"), readings);
    // 5-сыныптағы, where it is one token.
    let right = rest.trim_start_matches(is_hyphen);
    if readings.is_empty() && right.len() < rest.len() {
        let shift = word.len() - right.len();
        for reading in analyze_plain(right) {
            if reading.provenance() != Provenance::Guessed {
                let lemma = alloc::format!("{lemma}-{}", reading.lemma());
                readings.push(reading.within(word, shift, lemma).with_provenance(Provenance::Derived));
            }
        }
    }
    if readings.is_empty() {
        readings.push(Reading::whole(word, lemma, Upos::Num, set("NumType", "Card"), Provenance::Form));
    }
}

/// A stem that is no Kazakh word, a sign, a hyphen or apostrophe, and suffixes of any harmony, since it may be read aloud in
/// more than one way.
fn suffixed<'a>(
    word: &'a str,
    stem: &str,
    sign: &str,
    upos: Upos,
    features: Features,
    readings: &mut Vec<Reading<'a>>,
) {
    let rest = &word[stem.len() + sign.len()..];
    let suffix = rest.trim_start_matches(is_joiner);
    let number = upos == Upos::Num;
    if suffix.is_empty() {
        // A percentage is a noun of sorts, a bare number is not.
        let features = if number && sign.is_empty() { features } else { features.with(set("Case", "Nom")) };
        readings.push(Reading::whole(word, stem, upos, features, Provenance::Form));
        return;
    }
    if number && matches!(suffix, "ші" | "шы") {
        readings.push(Reading::whole(word, stem, upos, set("NumType", "Ord"), Provenance::Form));
        return;
    }
    let shift = word.len() - suffix.len();
    let Some(coded) = Word::new(suffix) else { return };
    let mut best: Option<Reading<'a>> = None;
    for harmony in [Harmony::Back, Harmony::Front] {
        for sound in Final::ALL {
            for joint in [Joint::C, Joint::A, Joint::G] {
                let ending = Ending { harmony, sound };
                let letter = if number { 'M' } else { 'N' };
                let Some(start) = blob::start(blob::start_key(letter, ending, joint)) else { continue };
                let class = Class { features, start, upos, cut: 0, tail: "", capital: false, odd: false };
                let bound = best.as_ref().map_or(u32::MAX, Reading::cost);
                walk::suffixes(&coded, start, 0, 0, bound, |path| {
                    let reading = Reading::new(&coded, 0, &class, "", path, Provenance::Form);
                    if reading.provenance() == Provenance::Form && reading.upos() == upos {
                        best = Some(reading);
                        path.cost
                    } else {
                        bound
                    }
                });
            }
        }
    }
    readings.extend(best.map(|reading| reading.within(word, shift, stem.to_string())));
}

/// `т.б.`, `млрд.`, `Қ.`: the lemma keeps the stop.
fn abbreviation<'a>(word: &'a str, readings: &mut Vec<Reading<'a>>) {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let lemma = if letters == 1 || word.chars().skip(1).any(char::is_uppercase) {
        word.to_string()
    } else {
        word.to_lowercase()
    };
    readings.push(Reading::whole(word, &lemma, Upos::Noun, Features::default(), Provenance::Form));
}

fn is_acronym(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 1 && text.chars().all(|c| !c.is_lowercase())
}

/// Two parts and a hyphen or an apostrophe.
fn joined<'a>(word: &'a str, at: usize, readings: &mut Vec<Reading<'a>>) {
    let (left, rest) = word.split_at(at);
    let right = rest.trim_start_matches(is_joiner);
    if right.is_empty() || left.is_empty() {
        return;
    }
    let shift = word.len() - right.len();
    // АҚШ-қа, Google-дың, iPhone'ды.
    let foreign = left.chars().any(|c| c.is_ascii_alphabetic() || c.is_ascii_digit());
    if is_acronym(left) || foreign {
        suffixed(word, left, "", Upos::Propn, Features::default(), readings);
        if !readings.is_empty() {
            return;
        }
    }
    // бүгін-ақ, солай-ау.
    if PARTICLES.contains(&right) {
        for reading in analyze_plain(left) {
            let lemma = reading.lemma().into_owned();
            readings.push(reading.within(word, 0, lemma));
        }
        return;
    }
    // қып-қызыл.
    if is_intensive(left, right) {
        for reading in analyze_plain(right) {
            if matches!(reading.upos(), Upos::Adj | Upos::Adv) && reading.provenance() != Provenance::Guessed
            {
                let lemma = alloc::format!("{}-{}", left.to_lowercase(), reading.lemma());
                let features = reading.features().with(set("Intensive", "Yes"));
                let reading = reading.within(word, shift, lemma).with_features(features);
                readings.push(reading.with_provenance(Provenance::Derived));
            }
        }
        if !readings.is_empty() {
            return;
        }
    }
    // Both halves of a pair may be inflected, and the same way.
    let lefts = analyze_plain(left);
    let known = |reading: &Reading<'_>| reading.provenance() != Provenance::Guessed;
    let rights = analyze_plain(right);
    let left_known = lefts.iter().any(known);
    if !left_known {
        // ақш-пен: suffixes on a stem that nothing knows.
        let upos = if left.chars().next().is_some_and(char::is_uppercase) { Upos::Propn } else { Upos::Noun };
        suffixed(word, left, "", upos, Features::default(), readings);
        if !readings.is_empty() {
            return;
        }
    }
    let verbs = |readings: &[Reading<'_>]| readings.iter().any(|r| known(r) && r.upos() == Upos::Verb);
    // A name of something is not half of a verb: ағайын-туған.
    let nominal = left_known && !verbs(&lefts) && rights.iter().any(|r| known(r) && r.upos() != Upos::Verb);
    let mut seen = Vec::new();
    for reading in &rights {
        if nominal && reading.upos() == Upos::Verb {
            continue;
        }
        if known(reading) || left_known || readings.is_empty() {
            let twin = lefts.iter().find(|left| {
                left.features() == reading.features() && (left.upos() == reading.upos()) && known(left)
            });
            let bare = lefts.first().is_some_and(|left| left.morphemes().count() == 1);
            let mut lemma: String = match twin {
                Some(twin) if !bare => twin.lemma().into_owned(),
                _ => left.to_lowercase(),
            };
            let name = reading.upos() == Upos::Propn
                || left.chars().next().is_some_and(char::is_uppercase)
                    && right.chars().next().is_some_and(char::is_uppercase)
                    && (!left_known || !known(reading));
            let tail = reading.lemma();
            if twin.is_some() && reading.upos() == Upos::Pron && twin.is_some_and(|twin| twin.lemma() == tail)
            {
                // өзін-өзі.
                lemma = tail.into_owned();
            } else if name {
                lemma = left.to_string() + "-" + &tail;
            } else {
                lemma.push('-');
                lemma.push_str(&tail.to_lowercase());
            }
            if seen.contains(&(lemma.clone(), reading.features())) {
                continue;
            }
            seen.push((lemma.clone(), reading.features()));
            let noun = lefts.first().is_some_and(|left| known(left) && left.upos() == Upos::Noun);
            let upos = match reading.upos() {
                _ if name => Upos::Propn,
                Upos::Adj if noun => Upos::Noun,
                upos => upos,
            };
            let provenance = match (known(reading) && left_known, name) {
                (true, _) => Provenance::Derived,
                _ => Provenance::Guessed,
            };
            readings
                .push(reading.clone().within(word, shift, lemma).with_upos(upos).with_provenance(provenance));
        }
    }
}

/// Whether one part is the beginning of the other, up to its first vowel, with a consonant after it.
fn is_intensive(left: &str, right: &str) -> bool {
    let mut start = left.chars().flat_map(char::to_lowercase);
    let Some(closer) = start.next_back() else { return false };
    let vowel = |c: &char| crate::alphabet::letter(*c).is_some_and(|letter| letter.is_vowel());
    let start: String = start.collect();
    INTENSIVE.contains(&closer)
        && right.to_lowercase().starts_with(&start)
        && start.chars().filter(vowel).count() == 1
        && start.chars().next_back().is_some_and(|c| vowel(&c))
}

/// An acronym, a word in Latin letters or of letters that no Kazakh word has.
fn one_piece<'a>(word: &'a str, readings: &mut Vec<Reading<'a>>) {
    let name = word.chars().next().is_some_and(char::is_uppercase);
    let (upos, features) =
        if name { (Upos::Propn, set("Case", "Nom")) } else { (Upos::X, Features::default()) };
    readings.push(Reading::whole(word, word, upos, features, Provenance::Guessed));
}

/// Whether a word is all capitals, which no lexicon decides: ҚР, БҰҰ.
pub(crate) fn acronym<'a>(word: &'a str) -> Option<Reading<'a>> {
    (is_acronym(word) && word.chars().count() <= 6 && !word.chars().any(|c| joint_after(c) == Joint::W))
        .then(|| Reading::whole(word, word, Upos::Propn, set("Case", "Nom"), Provenance::Guessed))
}
