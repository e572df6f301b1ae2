//! The core for JavaScript. Offsets are UTF-16 units, as in `String.prototype.slice`. No linguistic logic is here.
//!
//! Results are plain objects; `TYPES` below says what is in them, and TypeScript sees it.

#![forbid(unsafe_code)]

#[cfg(feature = "full")]
mod full;
mod letters;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

/// UTF-16 units for byte offsets that come in order.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Units<'t> {
    fn new(text: &'t str) -> Units<'t> {
        Units { text, byte: 0, unit: 0 }
    }

    fn at(&mut self, byte: usize) -> u32 {
        if byte < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        // A character of four bytes is two units.
        let units =
            |piece: &str| piece.chars().map(|c| if c.len_utf8() == 4 { 2u32 } else { 1 }).sum::<u32>();
        self.unit += units(&self.text[self.byte..byte]);
        self.byte = byte;
        self.unit
    }
}

/// A plain object.
fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a new object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object.into()
}

fn array(items: impl IntoIterator<Item = JsValue>) -> Array {
    let array = Array::new();
    for item in items {
        array.push(&item);
    }
    array
}

fn error(error: impl std::fmt::Display) -> JsError {
    JsError::new(&error.to_string())
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
