//! Exact values: decimals, ranges, fractions.

use super::calendar::{Date, Duration, Time};
use crate::Error;
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

/// An exact decimal number: an integer of up to 38 digits and how many of them stand after the point.
///
/// Trailing zeros after the point are kept as they were written (`18.10` is not changed to `18.1`), but equality and
/// order go by value.
///
/// ```
/// use qazaq::numbers::Decimal;
///
/// let share: Decimal = "18.1".parse()?;
/// assert_eq!(share, Decimal::new(181, 1).unwrap());
/// assert_eq!(share.to_string(), "18.1");
/// assert_eq!(Decimal::from(88).to_string(), "88");
/// # Ok::<(), qazaq::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    // The two halves of an i128, which alone would have every value be copied and aligned by sixteen bytes.
    high: i64,
    low: u64,
    scale: u8,
}

/// Ten to the 38th is the largest power that fits.
const MAX_SCALE: u8 = 38;

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal::of(0, 0);

    /// `digits` with `scale` of them after the point; `None` for a scale over 38.
    pub const fn new(digits: i128, scale: u8) -> Option<Decimal> {
        if scale > MAX_SCALE { None } else { Some(Decimal::of(digits, scale)) }
    }

    #[inline]
    const fn of(digits: i128, scale: u8) -> Decimal {
        Decimal { high: (digits >> 64) as i64, low: digits as u64, scale }
    }

    /// The digits as one integer, sign included.
    #[inline]
    pub const fn digits(self) -> i128 {
        (self.high as i128) << 64 | self.low as i128
    }

    /// How many digits stand after the point.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The same value without trailing zeros after the point.
    #[inline]
    pub const fn normalized(self) -> Decimal {
        if self.scale == 0 { self } else { self.without_noughts() }
    }

    const fn without_noughts(self) -> Decimal {
        let (mut digits, mut scale) = (self.digits(), self.scale);
        // Most values fit 64 bits, which are divided much faster than 128.
        while scale > 0 && digits as i64 as i128 == digits {
            let short = digits as i64;
            if short % 10 != 0 {
                return Decimal::of(digits, scale);
            }
            (digits, scale) = ((short / 10) as i128, scale - 1);
        }
        while scale > 0 && digits % 10 == 0 {
            (digits, scale) = (digits / 10, scale - 1);
        }
        Decimal::of(digits, scale)
    }

    /// Whether nothing but zeros stands after the point.
    pub const fn is_integer(self) -> bool {
        self.normalized().scale == 0
    }

    /// The value as an integer, when it is one.
    pub const fn to_integer(self) -> Option<i128> {
        let value = self.normalized();
        if value.scale == 0 { Some(value.digits()) } else { None }
    }

    /// The nearest binary floating-point number.
    pub fn to_f64(self) -> f64 {
        // The decimal notation is read by the standard library, which rounds correctly.
        let mut text = Notation::default();
        let _ = fmt::write(&mut text, format_args!("{self}"));
        text.as_str().parse().unwrap_or(f64::NAN)
    }

    /// The sum, when it fits.
    pub const fn checked_add(self, other: Decimal) -> Option<Decimal> {
        match Decimal::add_at_scale(self, other) {
            // 37 digits and 0.50: without the last nought the sum fits.
            None => Decimal::add_at_scale(self.normalized(), other.normalized()),
            sum => sum,
        }
    }

    const fn add_at_scale(a: Decimal, b: Decimal) -> Option<Decimal> {
        let scale = if a.scale > b.scale { a.scale } else { b.scale };
        match (a.at_scale(scale), b.at_scale(scale)) {
            (Some(a), Some(b)) => match a.checked_add(b) {
                Some(digits) => Some(Decimal::of(digits, scale)),
                None => None,
            },
            _ => None,
        }
    }

    /// The product, when it fits; without trailing zeros after the point.
    pub const fn checked_mul(self, other: Decimal) -> Option<Decimal> {
        let (a, b) = (self.normalized(), other.normalized());
        match a.digits().checked_mul(b.digits()) {
            Some(digits) if a.scale + b.scale <= MAX_SCALE => {
                Some(Decimal::of(digits, a.scale + b.scale).normalized())
            }
            _ => None,
        }
    }

    /// The same value with its sign turned, when it fits.
    pub const fn checked_neg(self) -> Option<Decimal> {
        match self.digits().checked_neg() {
            Some(digits) => Some(Decimal::of(digits, self.scale)),
            None => None,
        }
    }

    /// The digits this value has at a larger scale.
    const fn at_scale(self, scale: u8) -> Option<i128> {
        match 10i128.checked_pow((scale - self.scale) as u32) {
            Some(factor) => self.digits().checked_mul(factor),
            None => None,
        }
    }
}

impl From<i32> for Decimal {
    fn from(value: i32) -> Decimal {
        Decimal::of(i128::from(value), 0)
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Decimal {
        Decimal::of(i128::from(value), 0)
    }
}

impl From<i128> for Decimal {
    fn from(value: i128) -> Decimal {
        Decimal::of(value, 0)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl core::hash::Hash for Decimal {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        let value = self.normalized();
        value.digits().hash(state);
        value.scale.hash(state);
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    #[inline]
    fn cmp(&self, other: &Decimal) -> Ordering {
        if self.scale == other.scale {
            (self.high, self.low).cmp(&(other.high, other.low))
        } else {
            self.cmp_scaled(other)
        }
    }
}

impl Decimal {
    fn cmp_scaled(&self, other: &Decimal) -> Ordering {
        let whole = |d: &Decimal| {
            let factor = 10i128.pow(u32::from(d.scale));
            (d.digits().div_euclid(factor), d.digits().rem_euclid(factor), d.scale)
        };
        let ((a, a_rest, a_scale), (b, b_rest, b_scale)) = (whole(self), whole(other));
        // What stands after the point is below 10^scale, so it fits when brought to the larger scale, which is at most 38.
        let scale = a_scale.max(b_scale);
        let rest = |rest: i128, from: u8| rest * 10i128.pow(u32::from(scale - from));
        a.cmp(&b).then_with(|| rest(a_rest, a_scale).cmp(&rest(b_rest, b_scale)))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Notation::default();
        let magnitude = self.digits().unsigned_abs();
        let factor = 10u128.pow(u32::from(self.scale));
        let _ = match self.scale {
            0 => fmt::write(&mut text, format_args!("{magnitude}")),
            scale => {
                let (whole, rest) = (magnitude / factor, magnitude % factor);
                fmt::write(&mut text, format_args!("{whole}.{rest:0width$}", width = usize::from(scale)))
            }
        };
        f.pad_integral(self.high >= 0, "", text.as_str())
    }
}

impl FromStr for Decimal {
    type Err = Error;

    /// Digits with an optional leading `-` and an optional point; no other notation.
    fn from_str(text: &str) -> Result<Decimal, Error> {
        let wrong = || {
            Error::malformed(
                alloc::format!("{text:?} is no decimal number of up to 38 digits, such as -18.1"),
                0,
            )
        };
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = match rest.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(wrong()),
            None => (rest, ""),
        };
        if whole.is_empty() {
            return Err(wrong());
        }
        let mut digits = 0i128;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return Err(wrong());
            }
            digits = digits
                .checked_mul(10)
                .and_then(|d| d.checked_add(sign * i128::from(byte - b'0')))
                .ok_or_else(wrong)?;
        }
        u8::try_from(fraction.len()).ok().and_then(|scale| Decimal::new(digits, scale)).ok_or_else(wrong)
    }
}

/// Room for the longest notation, so that nothing is allocated.
struct Notation {
    bytes: [u8; 48],
    length: usize,
}

impl Default for Notation {
    fn default() -> Notation {
        Notation { bytes: [0; 48], length: 0 }
    }
}

impl Notation {
    fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl fmt::Write for Notation {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let end = self.length + s.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(s.as_bytes());
        self.length = end;
        Ok(())
    }
}

/// What a number in a text stands for. Its `Display` is the notation `18.1`, `10..15`, `2/3`.
///
/// ```
/// use qazaq::numbers::{Decimal, Value};
///
/// assert_eq!(Value::Range(Decimal::from(10), Decimal::from(15)).to_string(), "10..15");
/// assert_eq!(Value::Rational(2, 3).to_string(), "2/3");
/// assert_eq!(Value::Rational(3, 4).to_f64(), Some(0.75));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// One number.
    Decimal(Decimal),
    /// Everything between two numbers, both included.
    Range(Decimal, Decimal),
    /// A numerator and a denominator, as they were written: `2/4` is not reduced. The denominator is never 0.
    Rational(i64, u64),
    /// A calendar date.
    Date(Date),
    /// From one date to another.
    Dates(Date, Date),
    /// A length of time.
    Duration(Duration),
    /// Between two lengths of time.
    Durations(Duration, Duration),
    /// A time of day.
    Time(Time),
    /// From one time of day to another.
    Times(Time, Time),
    /// A word such as today, that has no value of its own.
    Relative,
}

impl Value {
    /// A whole number.
    pub const fn integer(value: i64) -> Value {
        Value::Decimal(Decimal::of(value as i128, 0))
    }

    /// The nearest floating-point number; `None` for a range and for dates and times.
    pub fn to_f64(self) -> Option<f64> {
        match self {
            Value::Decimal(value) => Some(value.to_f64()),
            Value::Rational(numerator, denominator) => Some(numerator as f64 / denominator as f64),
            _ => None,
        }
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Value {
        Value::Decimal(value.into())
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Decimal(value.into())
    }
}

impl From<i128> for Value {
    fn from(value: i128) -> Value {
        Value::Decimal(value.into())
    }
}

impl From<Decimal> for Value {
    fn from(value: Decimal) -> Value {
        Value::Decimal(value)
    }
}

impl FromStr for Value {
    type Err = Error;

    /// The notation of `Display`: `18.1`, `10..15`, `2/3`, `2019-11-25`, `XXXX-11-25`, `2019-11`.
    ///
    /// ```
    /// use qazaq::numbers::{Form, Value, spell};
    /// let day: Value = "XXXX-11-25".parse()?;
    /// assert_eq!(spell(day, Form::Date)?, "жиырма бесінші қараша");
    /// assert!("2019-13-01".parse::<Value>().is_err());
    /// # Ok::<(), qazaq::Error>(())
    /// ```
    fn from_str(text: &str) -> Result<Value, Error> {
        if let Some(date) = Date::read(text) {
            return Ok(Value::Date(date));
        }
        if let Some((low, high)) = text.split_once("..") {
            return Ok(Value::Range(low.parse()?, high.parse()?));
        }
        match text.split_once('/') {
            None => text.parse().map(Value::Decimal),
            Some((numerator, denominator)) => match (numerator.parse(), denominator.parse()) {
                (Ok(numerator), Ok(denominator)) if denominator != 0 => {
                    Ok(Value::Rational(numerator, denominator))
                }
                _ => Err(Error::malformed(alloc::format!("{text:?} is no fraction, such as 2/3"), 0)),
            },
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Decimal(value) => value.fmt(f),
            Value::Range(low, high) => write!(f, "{low}..{high}"),
            Value::Rational(numerator, denominator) => write!(f, "{numerator}/{denominator}"),
            Value::Date(date) => date.fmt(f),
            Value::Dates(first, last) => write!(f, "{first}..{last}"),
            Value::Duration(duration) => duration.fmt(f),
            Value::Durations(low, high) => write!(f, "{low}..{high}"),
            Value::Time(time) => time.fmt(f),
            Value::Times(first, last) => write!(f, "{first}..{last}"),
            Value::Relative => f.write_str("relative"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn largest_numbers() {
        for text in ["170141183460469231731687303715884105727", "-170141183460469231731687303715884105728"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        let small = Decimal::new(i128::MIN, 38).unwrap();
        assert_eq!(small.to_string().parse::<Decimal>().unwrap(), small);
        assert!("170141183460469231731687303715884105728".parse::<Decimal>().is_err());
        assert!(small < Decimal::ZERO && Decimal::new(1, 38).unwrap() > Decimal::ZERO);
    }

    #[test]
    fn order_by_value() {
        let decimal = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(decimal("1.50"), decimal("1.5"));
        assert!(decimal("-1.5") < decimal("-1.49"));
        assert!(decimal("2") > decimal("1.99999999999999999999"));
        assert_eq!(decimal("-0.5").checked_mul(decimal("4")), Some(decimal("-2")));
    }
}
