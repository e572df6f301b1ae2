//! Numbers: find them in text, understand them, write them.

mod value;

pub use value::{Decimal, Value};
