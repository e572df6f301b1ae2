//! Numbers in digits: groups, decimals, dates, times, fractions, Roman numerals.

use super::Decimal;
use alloc::string::String;

/// Whether a character may part groups of three digits.
pub(super) fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A number with groups and decimals; `None` for what is written otherwise, such as `2.0.1` and `007`.
///
/// Spaces part groups of three. A comma or a point before three digits parts groups too, if it stands more than once or a number of up to
/// three digits but nought stands before it (`200,000`, but `0,154`); else it is the decimal sign.
pub(super) fn read_decimal(text: &str) -> Option<Decimal> {
    let mark = |c: char| matches!(c, '.' | ',');
    let last = text.rfind(mark);
    let (whole, fraction) = match last {
        None => (text, ""),
        Some(at) => {
            let (whole, fraction) = (&text[..at], &text[at + 1..]);
            let same = &text[at..=at];
            let others = whole.matches(mark).count();
            let grouped = fraction.len() == 3
                && is_grouped(text, same)
                && (others > 0 || !whole.starts_with('0'))
                && !whole.contains(is_group_space);
            if grouped { (text, "") } else { (whole, fraction) }
        }
    };
    let separator = whole.chars().find(|c| !c.is_ascii_digit());
    let mut buffer = [0; 4];
    let separator = separator.map(|c| &*c.encode_utf8(&mut buffer));
    if let Some(separator) = separator {
        if !is_grouped(whole, separator) || !separator.chars().all(|c| is_group_space(c) || mark(c)) {
            return None;
        }
    }
    // A leading nought is that of a number below one, or of a code.
    let digits = || whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let noughts = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty()
        || noughts
        || fraction.bytes().any(|b| !b.is_ascii_digit())
        || (last.is_some() && text.ends_with(mark))
    {
        return None;
    }
    let value = digits()
        .try_fold(0i128, |value, digit| value.checked_mul(10)?.checked_add(i128::from(digit - b'0')))?;
    Decimal::new(value, u8::try_from(fraction.len()).ok()?)
}

/// What digits are before a million and more, where the comma or the point before the last three would part groups elsewhere: 1,525 млрд is
/// no 1525 milliards. Noughts alone are a group still. `None` for all other digits.
pub(super) fn before_millions(text: &str, value: Decimal) -> Option<Decimal> {
    let (whole, fraction) = text.split_once([',', '.'])?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let parted = fraction.len() == 3 && fraction != "000" && digits(fraction) && digits(whole);
    let grouped = value.to_integer().filter(|_| parted && value >= Decimal::from(1000))?;
    Some(Decimal::new(grouped, 3)?.normalized())
}

/// Whether a separator parts a text into one to three digits and then threes.
fn is_grouped(text: &str, separator: &str) -> bool {
    text.split(separator).enumerate().all(|(at, group)| {
        group.bytes().all(|byte| byte.is_ascii_digit())
            && (group.len() == 3 || (at == 0 && (1..=3).contains(&group.len())))
    })
}

/// `16.12.1991`, `16/12/1991` or `1991.12.16` as year, month and day.
pub(super) fn read_date(text: &str) -> Option<(u16, u8, u8)> {
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/'))?;
    let mut parts = text.split(sign);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (day, year) = if day.len() == 4 && sign == '.' { (year, day) } else { (day, year) };
    let digits = [day, month, year].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if parts.next().is_some() || !digits || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day) && year > 0).then_some((year, month, day))
}

/// `18:00` as hour and minute.
pub(super) fn read_time(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    let digits = hour.bytes().chain(minute.bytes()).all(|byte| byte.is_ascii_digit());
    let (hour_length, hour) = (hour.len(), hour.parse().ok()?);
    if minute.len() != 2 || hour_length > 2 || !digits {
        return None;
    }
    let minute = minute.parse().ok()?;
    ((hour < 24 && minute < 60) || (hour, minute) == (24, 0)).then_some((hour, minute))
}

/// `3/4`, a proper fraction.
pub(super) fn read_fraction(text: &str) -> Option<(i64, u64)> {
    let (numerator, denominator) = text.split_once('/')?;
    let digits = numerator.bytes().chain(denominator.bytes()).all(|byte| byte.is_ascii_digit());
    if !digits || numerator.starts_with('0') || denominator.starts_with('0') {
        return None;
    }
    let (numerator, denominator): (i64, u64) = (numerator.parse().ok()?, denominator.parse().ok()?);
    (numerator > 0 && numerator.unsigned_abs() < denominator).then_some((numerator, denominator))
}

/// ¾ as numerator and denominator.
pub(super) fn vulgar(c: char) -> Option<(i64, u64)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅛' => (1, 8),
        _ => return None,
    })
}

/// A Roman numeral below 90, in Latin letters or the Cyrillic ones that look like them.
pub(super) fn roman(text: &str) -> Option<u8> {
    let mut total = 0u8;
    let mut before = 0u8;
    let mut repeated = 0;
    for c in text.chars() {
        let value = match c {
            'I' | 'І' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            _ => return None,
        };
        total = total.checked_add(value)?;
        if value > before {
            total = total.checked_sub(before.checked_mul(2)?)?;
        }
        repeated = if value == before { repeated + 1 } else { 0 };
        if repeated > 2 {
            return None;
        }
        before = value;
    }
    (total > 0).then_some(total)
}

/// A number below 40 in Roman numerals.
pub(super) fn to_roman(number: i128) -> Option<String> {
    const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let number = usize::try_from(number).ok().filter(|number| (1..40).contains(number))?;
    Some([TENS[number / 10], ONES[number % 10]].concat())
}
