//! Numbers and morphology.

use crate::letters::scheme;
use crate::{Units, array, error, object};
use js_sys::{Array, Object, Reflect};
use qazaq::morphology::{self, Features, Form, Reading};
use qazaq::numbers::{self, Finder, Modifier, Number, NumberKind};
use qazaq::{Token, TokenKind, Transliterator};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface Uncertain {
  start: number;
  end: number;
  word: string;
  /** What it may stand for, the best first. */
  candidates: string[];
}
export interface Span {
  start: number;
  end: number;
  text: string;
}
export interface FoundNumber {
  start: number;
  end: number;
  text: string;
  kind: "cardinal" | "ordinal" | "percent" | "money" | "quantity" | "date" | "time";
  /** Exact: "18.1", "10..15", "2/3", "2019-11-25". */
  value: string;
  /** The nearest number, where there is one. */
  number?: number;
  unit?: string;
  modifiers: string[];
  suffix?: string;
}
export interface Morpheme {
  text: string;
  name: string;
}
export interface Reading {
  lemma: string;
  upos: string;
  features: Record<string, string>;
  morphemes: Morpheme[];
  provenance: string;
  /** Less is likelier. */
  cost: number;
}
export interface Tagged {
  start: number;
  end: number;
  text: string;
  /** The best first. */
  readings: Reading[];
  /** The context rule that decided, if one did. */
  rule?: string;
}
export interface Form {
  text: string;
  upos: string;
  features: Record<string, string>;
}
export interface ParadigmRow {
  group: string;
  forms: Form[];
}
export interface Restoration {
  start: number;
  end: number;
  word: string;
  answers: string[];
  certain: boolean;
}
"#;

fn features<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> JsValue {
    let object = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&object, &name.into(), &value.into());
    }
    object.into()
}

fn number(number: &Number<'_>, units: &mut Units<'_>) -> JsValue {
    object([
        ("start", units.at(number.span().start).into()),
        ("end", units.at(number.span().end).into()),
        ("text", number.as_str().into()),
        ("kind", number.kind().name().into()),
        ("value", number.value().to_string().into()),
        ("number", number.value().to_f64().map_or(JsValue::UNDEFINED, JsValue::from)),
        ("unit", number.unit().map_or(JsValue::UNDEFINED, JsValue::from)),
        (
            "modifiers",
            array(number.modifiers().iter().map(|modifier| Modifier::name(modifier).into())).into(),
        ),
        ("suffix", number.suffix().map_or(JsValue::UNDEFINED, JsValue::from)),
    ])
}

/// Words whose way back to Cyrillic is open, with what they may stand for.
#[wasm_bindgen(unchecked_return_type = "Uncertain[]")]
pub fn uncertain(text: &str, from: &str) -> Result<Array, JsError> {
    let Some(from) = scheme(from)? else { return Ok(Array::new()) };
    let mut units = Units::new(text);
    Ok(array(Transliterator::from(from).uncertain(text).map(|word| {
        let start = units.at(word.span.start);
        let end = units.at(word.span.end);
        object([
            ("start", start.into()),
            ("end", end.into()),
            ("word", text[word.span.clone()].into()),
            ("candidates", array(word.candidates.words().iter().map(|word| word.as_str().into())).into()),
        ])
    })))
}

/// The sentences of a text.
#[wasm_bindgen(unchecked_return_type = "Span[]")]
#[must_use]
pub fn sentences(text: &str) -> Array {
    let mut units = Units::new(text);
    array(qazaq::sentences(text).map(|sentence| {
        object([
            ("start", units.at(sentence.span().start).into()),
            ("end", units.at(sentence.span().end).into()),
            ("text", sentence.as_str().into()),
        ])
    }))
}

/// The numbers of a text with their values. `relative`: also words that say when without a number (бүгін, биыл).
#[wasm_bindgen(js_name = numbers, unchecked_return_type = "FoundNumber[]")]
#[must_use]
pub fn find_numbers(text: &str, relative: Option<bool>) -> Array {
    let mut units = Units::new(text);
    let finder = Finder::new().relative(relative.unwrap_or(false));
    array(finder.numbers(text).map(|found| number(&found, &mut units)))
}

/// The percentages of a text.
#[wasm_bindgen(unchecked_return_type = "FoundNumber[]")]
#[must_use]
pub fn percentages(text: &str) -> Array {
    let mut units = Units::new(text);
    let percents = numbers::numbers(text).filter(|found| found.kind() == NumberKind::Percent);
    array(percents.map(|found| number(&found, &mut units)))
}

/// A number in words: `spell("18.1", "percent")`. Forms: cardinal, ordinal, collective, percent, year …
#[wasm_bindgen]
pub fn spell(value: &str, form: Option<String>) -> Result<String, JsError> {
    let value: numbers::Decimal = value.parse().map_err(error)?;
    let form: numbers::Form = form.as_deref().unwrap_or("cardinal").parse().map_err(error)?;
    numbers::spell(value, form).map_err(error)
}

/// The value of a number in words; throws where it is none.
#[wasm_bindgen]
pub fn parse(words: &str) -> Result<String, JsError> {
    numbers::parse(words).map(|parsed| parsed.value().to_string()).map_err(|failure| match failure.offset() {
        Some(at) => error(format!("{failure} (at {})", Units::new(words).at(at))),
        None => error(failure),
    })
}

/// Digits, a sign or an acronym with a suffix, as the last word that is said asks for it: `withSuffix("88", "dative")` is `88-ге`.
#[wasm_bindgen(js_name = withSuffix)]
pub fn with_suffix(base: &str, suffix: &str) -> Result<String, JsError> {
    let suffix: numbers::Suffix = suffix.parse().map_err(error)?;
    Ok(numbers::with_suffix(base, suffix))
}

/// Every number of a text in words, its ending carried over.
#[wasm_bindgen]
#[must_use]
pub fn verbalize(text: &str) -> String {
    numbers::verbalize(text).into_string()
}

/// Numbers in words as digits.
#[wasm_bindgen]
#[must_use]
pub fn digitize(text: &str) -> String {
    numbers::digitize(text).into_string()
}

/// The stem of a word, for search; Cyrillic or Latin.
#[wasm_bindgen]
#[must_use]
pub fn stem(word: &str) -> String {
    morphology::stem(word).into_owned()
}

/// The likeliest lemma of a word.
#[wasm_bindgen]
#[must_use]
pub fn lemma(word: &str) -> String {
    morphology::lemma(word).into_owned()
}

fn reading(reading: &Reading<'_>) -> JsValue {
    let morphemes = reading
        .morphemes()
        .map(|piece| object([("text", piece.as_str().into()), ("name", piece.name().into())]));
    object([
        ("lemma", reading.lemma().as_ref().into()),
        ("upos", reading.upos().as_str().into()),
        ("features", features(reading.features().iter())),
        ("morphemes", array(morphemes).into()),
        ("provenance", reading.provenance().as_str().into()),
        ("cost", reading.cost().into()),
    ])
}

/// Every reading of a word, the likeliest first.
#[wasm_bindgen(unchecked_return_type = "Reading[]")]
#[must_use]
pub fn analyze(word: &str) -> Array {
    array(morphology::analyze(word).iter().map(reading))
}

/// The tokens of a text with their readings, chosen in context, a list for each sentence.
#[wasm_bindgen(unchecked_return_type = "Tagged[][]")]
#[must_use]
pub fn tag(text: &str) -> Array {
    let mut units = Units::new(text);
    array(qazaq::sentences(text).map(|sentence| {
        let start = sentence.span().start;
        let words: Vec<Token<'_>> =
            sentence.tokens().filter(|token| token.kind() != TokenKind::Space).collect();
        let texts: Vec<&str> = words.iter().map(Token::as_str).collect();
        array(words.iter().zip(morphology::tag(&texts)).map(|(word, tagged)| {
            object([
                ("start", units.at(start + word.span().start).into()),
                ("end", units.at(start + word.span().end).into()),
                ("text", word.as_str().into()),
                ("readings", array(tagged.readings().iter().map(reading)).into()),
                ("rule", tagged.rule().map_or(JsValue::UNDEFINED, JsValue::from)),
            ])
        }))
        .into()
    }))
}

fn form(form: &Form) -> JsValue {
    object([
        ("text", form.as_str().into()),
        ("upos", form.upos().as_str().into()),
        ("features", features(form.features().iter())),
    ])
}

/// Forms of a lemma: `inflect("кітап", "Case=Dat|Number=Plur")`.
#[wasm_bindgen(unchecked_return_type = "Form[]")]
pub fn inflect(lemma: &str, features: &str, upos: Option<String>) -> Result<Array, JsError> {
    let features: Features = features.parse().map_err(error)?;
    let forms = match upos {
        Some(upos) => morphology::inflect_as(lemma, upos.parse().map_err(error)?, features),
        None => morphology::inflect(lemma, features),
    };
    Ok(array(forms.map_err(error)?.iter().map(form)))
}

/// What parts of speech a lemma has forms as.
#[wasm_bindgen(js_name = partsOfSpeech)]
#[must_use]
pub fn parts_of_speech(lemma: &str) -> Vec<String> {
    morphology::parts_of_speech(lemma).iter().map(|upos| upos.as_str().to_owned()).collect()
}

/// The forms of a lemma, by groups.
#[wasm_bindgen(unchecked_return_type = "ParadigmRow[]")]
pub fn paradigm(lemma: &str, upos: &str) -> Result<Array, JsError> {
    let rows = morphology::paradigm(lemma, upos.parse().map_err(error)?).map_err(error)?;
    Ok(array(rows.iter().map(|row| {
        object([("group", row.group.into()), ("forms", array(row.forms.iter().map(form)).into())])
    })))
}

/// Kazakh letters that a Russian keyboard left out, where they are certain.
#[wasm_bindgen]
#[must_use]
pub fn restore(text: &str) -> String {
    morphology::restore(text).into_owned()
}

/// The words in which Kazakh letters may be missing.
#[wasm_bindgen(unchecked_return_type = "Restoration[]")]
#[must_use]
pub fn restorations(text: &str) -> Array {
    let mut units = Units::new(text);
    array(morphology::restorations(text).map(|found| {
        object([
            ("start", units.at(found.span().start).into()),
            ("end", units.at(found.span().end).into()),
            ("word", found.word().into()),
            ("answers", array(found.answers().iter().map(|answer| answer.as_str().into())).into()),
            ("certain", found.is_certain().into()),
        ])
    }))
}

/// The built-in lexicon with words of your own: rows of lemma and part of speech, between them a tab.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Lexicon(morphology::Lexicon);

#[wasm_bindgen]
impl Lexicon {
    /// The built-in lexicon and these rows; throws with the line that is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: &str) -> Result<Lexicon, JsError> {
        let mut lexicon = Lexicon::default();
        lexicon.0.extend(rows).map_err(error)?;
        Ok(lexicon)
    }

    /// Every reading of a word, the likeliest first.
    #[wasm_bindgen(unchecked_return_type = "Reading[]")]
    #[must_use]
    pub fn analyze(&self, word: &str) -> Array {
        array(self.0.analyze(word).iter().map(reading))
    }

    /// The likeliest lemma of a word.
    #[must_use]
    pub fn lemma(&self, word: &str) -> String {
        self.0.lemma(word).into_owned()
    }
}

/// Text of fonts from before Unicode with its letters back; only for text that is known to be such.
#[wasm_bindgen(js_name = repairLegacyFont)]
#[must_use]
pub fn repair_legacy_font(text: &str) -> String {
    qazaq::repair_legacy_font(text).into_owned()
}

/// Words that say little by themselves, for search.
#[wasm_bindgen(js_name = stopWords)]
#[must_use]
pub fn stop_words() -> Vec<String> {
    morphology::stop_words().iter().map(|word| (*word).to_owned()).collect()
}

/// Less than, equal to or more than 0: the alphabetical order, for `Array.prototype.sort`.
#[wasm_bindgen]
#[must_use]
pub fn compare(a: &str, b: &str) -> i32 {
    qazaq::compare(a, b) as i32
}
