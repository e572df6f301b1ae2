//! Letters, normalisation, tokens, transliteration.

use crate::{Units, array, error, object};
use js_sys::Array;
use qazaq::{Normalizer, Scheme, Transliterator};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The code of an alphabet: "cyrillic" or that of a scheme, as `schemes()` lists them. */
export type Alphabet = "cyrillic" | (string & {});
export interface SchemeInfo {
  code: string;
  title: string;
  status: string;
  source: string;
  lossless: boolean;
  /** Names of options that `transliterate` takes. */
  options: string[];
}
export interface Detection {
  alphabet: Alphabet;
  /** 0 to 1. */
  confidence: number;
}
export interface Change {
  start: number;
  end: number;
  original: string;
  replacement: string;
  reason: string;
}
export interface Token {
  start: number;
  end: number;
  text: string;
  kind: string;
}
export interface NormalizeOptions {
  /** Also make quotation marks «…». */
  quotes?: boolean;
  /** Also mend dashes. */
  dashes?: boolean;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// What [`normalize`] takes beside the text.
    #[wasm_bindgen(typescript_type = "NormalizeOptions")]
    pub type NormalizeOptions;

    #[wasm_bindgen(method, getter)]
    fn quotes(this: &NormalizeOptions) -> Option<bool>;

    #[wasm_bindgen(method, getter)]
    fn dashes(this: &NormalizeOptions) -> Option<bool>;
}

fn normalizer(options: Option<NormalizeOptions>) -> Normalizer {
    let quotes = options.as_ref().and_then(NormalizeOptions::quotes);
    let dashes = options.as_ref().and_then(NormalizeOptions::dashes);
    Normalizer::new().quotes(quotes.unwrap_or(false)).dashes(dashes.unwrap_or(false))
}

/// A scheme; `None` for Cyrillic.
pub(crate) fn scheme(code: &str) -> Result<Option<Scheme>, JsError> {
    if code == "cyrillic" { Ok(None) } else { code.parse().map(Some).map_err(error) }
}

/// The alphabets beside Cyrillic.
#[wasm_bindgen(unchecked_return_type = "SchemeInfo[]")]
#[must_use]
pub fn schemes() -> Array {
    array(Scheme::ALL.iter().map(|scheme| {
        object([
            ("code", scheme.code().into()),
            ("title", scheme.title().into()),
            ("status", scheme.status().into()),
            ("source", scheme.source().into()),
            ("lossless", scheme.is_lossless().into()),
            ("options", array(scheme.options().map(|(name, _)| name.into())).into()),
        ])
    }))
}

/// A text in another alphabet; addresses, code and words of other languages stay. `from` is told by the text itself unless it is given.
#[wasm_bindgen]
pub fn transliterate(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "Alphabet")] to: &str,
    from: Option<String>,
    options: Option<Vec<String>>,
) -> Result<String, JsError> {
    let mut to = scheme(to)?.map(Transliterator::to);
    for option in options.iter().flatten() {
        to = to.map(|to| to.option(option)).transpose().map_err(error)?;
    }
    let cyrillic = match from.as_deref().map(scheme).transpose()? {
        #[cfg(feature = "full")]
        None => qazaq::morphology::to_cyrillic(text),
        #[cfg(not(feature = "full"))]
        None => qazaq::to_cyrillic(text),
        Some(None) => text.into(),
        Some(Some(from)) => Transliterator::from(from).transliterate(text),
    };
    Ok(match to {
        Some(to) => to.transliterate(&cyrillic).into_owned(),
        None => cyrillic.into_owned(),
    })
}

/// What alphabet a Kazakh text is written in; `undefined` where it does not look Kazakh.
#[wasm_bindgen(unchecked_return_type = "Detection | undefined")]
#[must_use]
pub fn detect(text: &str) -> JsValue {
    qazaq::detect(text).map_or(JsValue::UNDEFINED, |found| {
        object([
            ("alphabet", found.scheme.map_or("cyrillic", Scheme::code).into()),
            ("confidence", f64::from(found.confidence).into()),
        ])
    })
}

/// ASCII in small letters with hyphens, for addresses and file names.
#[wasm_bindgen]
#[must_use]
pub fn slug(text: &str) -> String {
    qazaq::slug(text)
}

/// Mends look-alike letters, composition, invisible characters and spaces.
#[wasm_bindgen]
#[must_use]
pub fn normalize(text: &str, options: Option<NormalizeOptions>) -> String {
    normalizer(options).normalize(text).into_owned()
}

/// What `normalize` would change.
#[wasm_bindgen(unchecked_return_type = "Change[]")]
#[must_use]
pub fn changes(text: &str, options: Option<NormalizeOptions>) -> Array {
    let mut units = Units::new(text);
    array(normalizer(options).changes(text).map(|change| {
        object([
            ("start", units.at(change.span().start).into()),
            ("end", units.at(change.span().end).into()),
            ("original", change.original().into()),
            ("replacement", change.replacement().into()),
            ("reason", change.reason().name().into()),
        ])
    }))
}

/// The tokens of a text, without the white space.
#[wasm_bindgen(unchecked_return_type = "Token[]")]
#[must_use]
pub fn tokens(text: &str) -> Array {
    let mut units = Units::new(text);
    array(qazaq::tokens(text).filter(|token| token.kind() != qazaq::TokenKind::Space).map(|token| {
        object([
            ("start", units.at(token.span().start).into()),
            ("end", units.at(token.span().end).into()),
            ("text", token.as_str().into()),
            ("kind", token.kind().name().into()),
        ])
    }))
}
