//! Texts with numbers in digits and in words: case files of `tests/cases/{verbalize,digitize}`, and laws.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use qazaq::numbers::{
    Affix, Case, Decimal, Rewritten, Speller, Suffix, digitize, numbers, verbalize, with_suffix,
};
use qazaq::{TokenKind, tokens};
use std::path::Path;

fn lines(folder: &str, file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder).join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(str::to_owned).collect()
}

fn check(folder: &str, files: &[&str], rewrite: fn(&str) -> Rewritten) {
    let mut failures = Vec::new();
    for file in files {
        for line in lines(folder, file) {
            let (text, wanted) = line.split_once('\t').unwrap_or((&line, &line));
            let found = rewrite(text);
            aligned(text, &found);
            if found.as_str() != wanted.replace('_', "\u{a0}") {
                failures.push(format!("{file}: {text}\n  wanted {wanted}\n  found  {}", found.as_str()));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The pieces are both texts in order, and those that were not changed are the same in both.
fn aligned(text: &str, rewritten: &Rewritten) {
    let (mut source, mut target) = (0, 0);
    for piece in rewritten.alignment() {
        assert_eq!((piece.source.start, piece.target.start), (source, target));
        let (before, after) = (&text[piece.source.clone()], &rewritten.as_str()[piece.target.clone()]);
        assert!(piece.changed || before == after);
        (source, target) = (piece.source.end, piece.target.end);
    }
    assert_eq!((source, target), (text.len(), rewritten.as_str().len()));
}

#[test]
fn digits_to_words() {
    check(
        "verbalize",
        &["numbers.tsv", "units.tsv", "ordinals.tsv", "sentences.tsv", "untouched.tsv"],
        verbalize,
    );
}

#[test]
fn words_to_digits() {
    check("digitize", &["words.tsv", "sentences.tsv", "untouched.tsv"], digitize);
}

#[test]
fn hostile_input() {
    for piece in [
        "бір ",
        "1 ",
        "1-",
        "%",
        "он-",
        "$",
        "5-бес ",
        "XX-",
        "жүз бір мың ",
        "(1) ",
        "– ",
        "1:30 ",
        "млн ",
        "бүтін оннан ",
        "№ 1-",
        "5 (бес) ",
        "бес (5) ",
        "5 (бес ",
        "XX ғасырдың 30-жылдары ",
        "2-ғасырдың ",
        "бірінші ғасырдың ",
        "2-ден 5-",
        "онбесжүз",
        "БIР ",
        "$1-",
        "5 кг – ",
        "15°С-",
        "1х",
        "б.з.д. ",
        "қазанның ",
    ] {
        let text = piece.repeat(20_000);
        aligned(&text, &verbalize(&text));
        aligned(&text, &digitize(&text));
    }
    // No number has a name.
    let long = "1".repeat(1_000_000);
    assert_eq!(verbalize(&long).as_str(), long);
}

/// A number in the notation that digitize writes, with what stands after it.
fn expression() -> impl Strategy<Value = String> {
    let suffix = prop::sample::select(vec![
        Suffix::NONE,
        Case::Genitive.into(),
        Case::Dative.into(),
        Case::Accusative.into(),
        Case::Locative.into(),
        Case::Ablative.into(),
        Case::Instrumental.into(),
        Affix::Possessive3.into(),
        Suffix::from(Affix::Possessive3).then(Case::Dative).unwrap(),
        Affix::Similative.into(),
        Affix::Ordinal.into(),
    ]);
    let whole = prop_oneof![13i64..10_000, 13i64..1_000_000_000_000];
    let number = (whole.clone(), prop::sample::select(vec![0u8, 1, 2, 4, 5])).prop_map(|(digits, scale)| {
        // No trailing noughts after the comma, which are not said where there is nothing else.
        let value = Decimal::new(digits.into(), scale).unwrap().normalized();
        // Three digits after a comma would be a group of thousands.
        notation(if value.scale() == 3 { value.to_string().replace('.', "").parse().unwrap() } else { value })
    });
    let percent = (number.clone(), suffix.clone(), any::<bool>()).prop_map(|(number, suffix, procent)| {
        use qazaq::numbers::PercentWord::{Paiyz, Procent};
        // An ordinal of a percentage is a number of an item; nobody writes it.
        let suffix = if suffix == Affix::Ordinal.into() { Suffix::NONE } else { suffix };
        let word = if procent && !suffix.is_none() { Procent } else { Paiyz };
        let written = Speller::new().percent_word(word).with_suffix(format!("{number}%"), suffix);
        // мен is the same after both words.
        written
    });
    let range = (13i64..1000, 1i64..1000)
        .prop_map(|(low, more)| format!("{}–{}", notation(low.into()), notation((low + more).into())));
    prop_oneof![
        whole.prop_flat_map(move |whole| (Just(whole), suffix.clone())).prop_map(|(whole, suffix)| {
            // жүзі is also a face.
            let whole = if whole == 100 { 200 } else { whole };
            let plain = suffix == Affix::Ordinal.into();
            // бірдей is also a word for the same.
            let alike = suffix == Affix::Similative.into() && whole % 10 == 1;
            let suffix = if alike { Case::Dative.into() } else { suffix };
            let digits = if plain { whole.to_string() } else { notation(whole.into()) };
            with_suffix(digits, suffix)
        }),
        number.clone(),
        number.prop_map(|number| format!("{number} теңге")),
        percent,
        range.clone(),
        range.prop_map(|range| format!("{range}%")),
        (1000u32..2199).prop_map(|year| format!("{year} жылғы")),
        (1u8..=31).prop_map(|day| format!("{day} қарашада")),
        // онда is also a word for there.
        (0u8..24, (0u8..60).prop_map(|minute| if minute == 10 { 20 } else { minute }))
            .prop_map(|(hour, minute)| with_suffix(format!("{hour}:{minute:02}"), Case::Locative)),
        // Larger parts are two numbers to the finder, and бірден is also a word for at once.
        (1i64..10, 1u64..10).prop_map(|(n, more)| match n.unsigned_abs() + more {
            11 => format!("{n}/12"),
            denominator => format!("{n}/{denominator}"),
        }),
    ]
}

/// Decimal comma, no-break spaces from five digits on.
fn notation(value: Decimal) -> String {
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 4 {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out = format!("{out},{fraction}");
    }
    out
}

/// The numbers of a text in digits, with scales multiplied out and hundredths of money added.
fn values(text: &str) -> Vec<String> {
    let words: Vec<_> = tokens(text).filter(|token| token.kind() != TokenKind::Space).collect();
    let word = |at: usize| words.get(at).map_or("", |token| token.as_str());
    let mut values = Vec::new();
    for (at, token) in words.iter().enumerate() {
        // A one may stay in words: it may be an article.
        if token.as_str().to_lowercase() == "бір" {
            values.push("1".to_owned());
        }
        if token.kind() != TokenKind::Number {
            continue;
        }
        let mut digits = token.digits().replace(['\u{a0}', ' '], "");
        for group in ['.', ','] {
            if digits.matches(group).count() > 1 && digits.split(group).skip(1).all(|part| part.len() != 4) {
                digits = digits.replace(group, "");
            }
        }
        let digits = digits.replace(',', ".");
        if let [day, month, year] = digits.split('.').collect::<Vec<_>>()[..] {
            if year.len() == 4 && month.len() == 2 {
                values.extend([year.to_owned(), day.trim_start_matches('0').to_owned()]);
                continue;
            }
        }
        let Ok(value) = digits.parse::<Decimal>() else {
            values.push(digits);
            continue;
        };
        let scale = match word(at + 1).trim_end_matches('.') {
            "мың" => 3,
            "млн" | "миллион" => 6,
            "млрд" | "миллиард" => 9,
            _ => 0,
        };
        let value = value.checked_mul(10i128.pow(scale).into()).unwrap().to_string();
        // 2 миллион 500 мың
        let scales = ["миллион", "миллиард"];
        if at > 0 && scales.contains(&word(at - 1)) && scale > 0 {
            let before: Decimal = values.pop().unwrap().parse().unwrap();
            values.push(before.checked_add(value.parse().unwrap()).unwrap().to_string());
            continue;
        }
        match word(at + 1) {
            "цент" => values.last_mut().unwrap().push_str(&format!(".{value:0>2}")),
            _ => values.push(value),
        }
    }
    values
}

#[test]
fn samples_keep_their_values() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let spoken = verbalize(line);
            aligned(line, &spoken);
            let back = digitize(spoken.as_str());
            aligned(spoken.as_str(), &back);
            // Number words of the sample become digits on both ways.
            let direct = values(digitize(line).as_str());
            let roman = direct.len() < values(back.as_str()).len() && line.contains(" ғ");
            assert!(roman || direct == values(back.as_str()), "{line}\n{}", back.as_str());
            assert_eq!(found(line), found(spoken.as_str()), "{}", spoken.as_str());
            assert_eq!(found(line), found(back.as_str()), "{}", back.as_str());
        }
    }
}

/// The values that the finder sees.
fn found(text: &str) -> Vec<String> {
    numbers(text).map(|number| number.value().to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn digits_come_back(numbers in prop::collection::vec(expression(), 1..6), glue in prop::sample::select(vec![", ", " және ", " адам; ", ".\n", " («"])) {
        let text = format!("Барлығы {} екен.", numbers.join(glue));
        let spoken = verbalize(&text);
        aligned(&text, &spoken);
        let letters = spoken.as_str().chars().all(|c| !c.is_ascii_digit());
        prop_assert!(letters, "{}\n{}", text, spoken.as_str());
        let back = digitize(spoken.as_str());
        aligned(spoken.as_str(), &back);
        prop_assert_eq!(back.as_str(), &text, "{}", spoken.as_str());
        prop_assert_eq!(found(&text), found(spoken.as_str()), "{}", spoken.as_str());
    }

    #[test]
    fn any_text_is_aligned(text in prop_oneof![
        any::<String>(),
        "[0-9]{1,5}([-–%$₸.,:/ ()°№+]|-[а-яі]{1,3}|[0-9 ]|бес|он|нөл| жүз|XX|млн|\n){0,12}",
    ]) {
        aligned(&text, &verbalize(&text));
        aligned(&text, &digitize(&text));
    }
}
