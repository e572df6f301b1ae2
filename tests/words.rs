//! Numbers in words: case files of `tests/cases/{spell,parse,suffix}`, and every number there and back.
//!
//! `spell/*.tsv`: value, form, words. `parse/lenient.tsv`: words, value, form, suffix. `parse/rejected.tsv`: words, byte offset,
//! message. `suffix/agreement.tsv`: base, suffix, verdict; other `suffix/*.tsv`: base, names of the suffix, both.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use qazaq::numbers::{
    Agreement, Currency, Date, Decimal, Form, Speller, Suffix, Value, Year, check_suffix, parse, spell,
    with_suffix,
};
use std::fmt::Write as _;
use std::path::Path;

/// Checks every case of a folder; all failures are shown together.
fn each_case(folder: &str, wanted: impl Fn(&str) -> bool, check: impl Fn(&[&str]) -> Result<(), String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut failures = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if !wanted(path.file_stem().unwrap().to_str().unwrap()) {
            continue;
        }
        for (at, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
            if line.is_empty() || line.starts_with("# ") {
                continue;
            }
            count += 1;
            let cells: Vec<&str> = line.split('\t').collect();
            if let Err(why) = check(&cells) {
                failures.push(format!("{}:{}: {line}\n      {why}", path.display(), at + 1));
            }
        }
    }
    assert!(count > 0, "{} has no cases", folder.display());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, wanted: T) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("found {found:?}")) }
}

/// The notation of `Value`, with dates.
fn read_value(text: &str) -> Value {
    let date = text.strip_suffix('d').map(|date| date.split('-').collect::<Vec<_>>());
    match date.as_deref() {
        Some([year, month, day]) => {
            let year = match year.parse() {
                Ok(year @ 1..) => Year::Exact(year),
                _ => Year::Open,
            };
            Value::Date(Date { year, month: month.parse().unwrap(), day: day.parse().unwrap() })
        }
        _ => text.parse().unwrap(),
    }
}

#[test]
fn spelled_and_read_back() {
    each_case(
        "spell",
        |_| true,
        |cells| {
            let [value, form, words] = *cells else { return Err("columns".into()) };
            let (value, form): (Value, Form) = (read_value(value), form.parse().unwrap());
            same(spell(value, form).unwrap().as_str(), words)?;
            let read = parse(words).map_err(|error| error.to_string())?;
            same((read.value(), read.form(), read.suffix()), (value, form, Suffix::NONE))
        },
    );
}

#[test]
fn read_leniently() {
    each_case(
        "parse",
        |name| name == "lenient",
        |cells| {
            let [words, value, form, suffix] = *cells else { return Err("columns".into()) };
            let read = parse(words).map_err(|error| error.to_string())?;
            let found = (read.value().to_string(), read.form().to_string(), read.suffix().to_string());
            same(found, (value.into(), form.into(), suffix.into()))
        },
    );
}

#[test]
fn rejected_with_word_and_offset() {
    each_case(
        "parse",
        |name| name == "rejected",
        |cells| {
            let [words, offset, message] = *cells else { return Err("columns".into()) };
            match parse(words) {
                Ok(read) => Err(format!("read as {read:?}")),
                Err(error) => {
                    same((error.offset(), error.to_string()), (offset.parse().ok(), message.into()))
                }
            }
        },
    );
}

#[test]
fn suffixes_written() {
    each_case(
        "suffix",
        |name| name != "agreement",
        |cells| {
            let [base, suffix, both] = *cells else { return Err("columns".into()) };
            let suffix: Suffix = suffix.parse().map_err(|error: qazaq::Error| error.to_string())?;
            same(with_suffix(base, suffix).as_str(), both)?;
            let written = &both[base.len() + 1..];
            same(check_suffix(base, written), Agreement::Agrees)
        },
    );
}

#[test]
fn suffixes_checked() {
    each_case(
        "suffix",
        |name| name == "agreement",
        |cells| {
            let [base, suffix, verdict] = *cells else { return Err("columns".into()) };
            let verdict = match verdict {
                "agrees" => Agreement::Agrees,
                "disagrees" => Agreement::Disagrees,
                "no-suffix" => Agreement::NoSuffix,
                _ => Agreement::Unknown,
            };
            same(check_suffix(base, suffix), verdict)
        },
    );
}

/// What a number is in words is that number again.
fn there_and_back(value: Value, form: Form, speller: Speller, words: &mut String) {
    words.clear();
    write!(words, "{}", speller.spelling(value, form).unwrap()).unwrap();
    let read = parse(words).unwrap_or_else(|error| panic!("{value} {words:?}: {error}"));
    assert_eq!((read.value(), read.form()), (value, form), "{words}");
}

#[test]
fn every_number_up_to_a_million() {
    let part = |from: i64| {
        let (plain, full) = (Speller::new(), Speller::new().one_before_thousand(true));
        let mut words = String::new();
        for number in (from..=1_000_000).step_by(2) {
            let value = Value::integer(number);
            // Both ways of a thousand, for one half each.
            let speller = if number / 2 % 2 == 0 { plain } else { full };
            there_and_back(value, Form::Cardinal, speller, &mut words);
            // Ordinals differ in the last word only: all that there are come below a hundred thousand.
            if number < 100_000 || number % 17 == 0 {
                there_and_back(value, Form::Ordinal, speller, &mut words);
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(move || part(0));
        part(1);
    });
}

/// Were any of these more than linear in time or in depth, the test would not end.
#[test]
fn hostile_input() {
    for piece in
        ["бір ", "мың", "нөл ", "он-", "жүз бір мың ", "а", "теңге ", "үштен ", "минус ", "-", "екеу"]
    {
        let text = piece.repeat(30_000);
        assert!(parse(&text).is_err(), "{piece}");
    }
    for piece in ["0", "1/", ",00", " 000", ".5", "Х", "ТМД", "%", "м."] {
        let text = piece.repeat(100_000);
        let _ = check_suffix(&text, "ға");
        let _ = check_suffix("88", &text);
    }
}

#[test]
fn what_has_no_form() {
    let day = Value::Date(Date { year: Year::Open, month: 13, day: 1 });
    for (value, form) in [
        (day, Form::Date),
        (day, Form::Cardinal),
        (Value::Relative, Form::Percent),
        (Value::integer(8), Form::Collective),
        (Value::Rational(1, 2), Form::Ordinal),
        (Value::integer(-1), Form::Year),
        (Value::integer(1), Form::Date),
    ] {
        assert!(spell(value, form).unwrap_err().is_malformed(), "{value} {form}");
    }
}

/// Numbers of every length, round ones among them.
fn digits() -> impl Strategy<Value = i128> {
    let below = (0u32..=38, any::<u128>()).prop_map(|(length, seed)| (seed % 10u128.pow(length)) as i128);
    let round = (1i128..1000, 0u32..=12)
        .prop_map(|(count, thousands)| count.checked_mul(1000i128.pow(thousands)).unwrap_or(count));
    let positive = prop_oneof![below, round];
    (positive, any::<bool>()).prop_map(|(digits, negative)| if negative { -digits } else { digits })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn large_numbers(digits in digits(), full in any::<bool>()) {
        let speller = Speller::new().one_before_thousand(full);
        there_and_back(digits.into(), Form::Cardinal, speller, &mut String::new());
        there_and_back(digits.into(), Form::Ordinal, speller, &mut String::new());
    }

    #[test]
    fn decimals(digits in digits(), scale in 0u8..=38, form in 0usize..5, currency in any::<prop::sample::Index>()) {
        let value = Value::from(Decimal::new(digits, scale).unwrap());
        let currencies: Vec<_> = Currency::all().collect();
        let form = [
            Form::Cardinal,
            Form::Percent,
            Form::PerMille,
            Form::PercentagePoint,
            Form::Money(*currency.get(&currencies)),
        ][form];
        there_and_back(value, form, Speller::new(), &mut String::new());
    }

    #[test]
    fn money(hundredths in -1_000_000i128..1_000_000, currency in any::<prop::sample::Index>()) {
        let value = Value::from(Decimal::new(hundredths, 2).unwrap());
        let currencies: Vec<_> = Currency::all().collect();
        there_and_back(value, Form::Money(*currency.get(&currencies)), Speller::new(), &mut String::new());
    }

    #[test]
    fn ranges_and_fractions(low in digits(), more in 1i64..1_000_000, numerator in any::<i32>(), denominator in 1u64..1_000_000) {
        let low = Decimal::from(low);
        let range = Value::Range(low, low.checked_add(more.into()).unwrap());
        there_and_back(range, Form::Cardinal, Speller::new(), &mut String::new());
        there_and_back(Value::Rational(numerator.into(), denominator), Form::Cardinal, Speller::new(), &mut String::new());
    }

    #[test]
    fn any_words_are_read_or_rejected(words in prop::collection::vec(prop_oneof![
        prop::sample::select(vec![
            "нөл", "бір", "он", "жүз", "мың", "млн", "бүтін", "жарым", "жарты", "оннан", "те", "минус", "пайыз", "теңге", "тиын",
            "екінші", "екеу", "жылы", "-", " – ", "қырқы", "доллар", "пайыздық", "тармаққа", "ундециллион", "онбір",
        ]).prop_map(str::to_owned),
        any::<String>(),
    ], 0..12), separator in prop_oneof![Just(" "), Just(""), Just("-")]) {
        let words = words.join(separator);
        if let Err(error) = parse(&words) {
            prop_assert!(words.is_char_boundary(error.offset().unwrap()));
        }
    }

    #[test]
    fn any_base_takes_any_suffix(base in any::<String>(), digits in "[0-9 .,%/:-]{0,12}", suffix in "[а-яәіңғүұқөһ]{0,12}") {
        for base in [base.as_str(), digits.as_str()] {
            let written = with_suffix(base, qazaq::numbers::Case::Dative);
            prop_assert!(written.starts_with(base));
            let _ = check_suffix(base, &suffix);
        }
    }
}
