//! Morphology: case files of `tests/cases/morphology`, and the laws that bind analysis to inflection.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use qazaq::morphology::{
    Features, Lexicon, Provenance, Upos, analyze, inflect, inflect_as, lemma, paradigm, parts_of_speech,
    restorations, restore, stem, tag,
};
use std::fmt::Write as _;
use std::path::Path;

/// Checks every case of a file; all failures are shown together.
fn each_case(file: &str, check: impl Fn(&[&str]) -> Result<(), String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/morphology").join(file);
    let mut failures = String::new();
    let mut count = 0;
    for (at, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        count += 1;
        let cells: Vec<&str> = line.split('\t').collect();
        if let Err(why) = check(&cells) {
            let _ = writeln!(failures, "{file}:{}: {line}\n      {why}", at + 1);
        }
    }
    assert!(count > 0, "{file} has no cases");
    assert!(failures.is_empty(), "\n{failures}");
}

/// The readings of a word, for a message.
fn shown(word: &str) -> String {
    let readings: Vec<String> =
        analyze(word).iter().map(|r| format!("{} {} {}", r.lemma(), r.upos(), r.features())).collect();
    readings.join("; ")
}

#[test]
fn readings() {
    each_case("analyze.tsv", |cells| {
        let [word, lemma, upos, features] = cells[..] else { return Err("four columns".to_owned()) };
        let features: Features = features.parse().map_err(|error| format!("{error}"))?;
        let found = analyze(word)
            .iter()
            .any(|r| r.lemma() == lemma && r.upos().as_str() == upos && r.features() == features);
        if found { Ok(()) } else { Err(shown(word)) }
    });
}

#[test]
fn forms() {
    each_case("inflect.tsv", |cells| {
        let [lemma, upos, features, form] = cells[..] else { return Err("four columns".to_owned()) };
        let features = features.parse().map_err(|error| format!("{error}"))?;
        let upos = upos.parse().map_err(|error| format!("{error}"))?;
        let forms = inflect_as(lemma, upos, features).map_err(|error| error.to_string())?;
        if forms[0].as_str() == form { Ok(()) } else { Err(format!("{forms:?}")) }
    });
}

#[test]
fn stems() {
    each_case("stem.tsv", |cells| {
        let [forms, wanted] = cells[..] else { return Err("two columns".to_owned()) };
        match forms.split(' ').find(|form| stem(form) != wanted) {
            Some(form) => Err(format!("{form} is {}", stem(form))),
            None => Ok(()),
        }
    });
}

#[test]
fn tags() {
    each_case("tag.tsv", |cells| {
        let [sentence, lemma, upos] = cells[..] else { return Err("three columns".to_owned()) };
        let at = sentence.split(' ').position(|word| word.starts_with('[')).ok_or("no brackets")?;
        let words: Vec<&str> =
            sentence.split(' ').map(|word| word.trim_start_matches('[').trim_end_matches(']')).collect();
        let tagged = tag(&words);
        let reading = tagged[at].reading().ok_or("no reading")?;
        if reading.lemma() == lemma && reading.upos().as_str() == upos {
            Ok(())
        } else {
            Err(format!("{} {} by {:?}", reading.lemma(), reading.upos(), tagged[at].rule()))
        }
    });
}

#[test]
fn letters_restored() {
    each_case("restore.tsv", |cells| {
        let [typed, meant] = cells[..] else { return Err("two columns".to_owned()) };
        if restore(typed) == meant { Ok(()) } else { Err(restore(typed).into_owned()) }
    });
}

/// Lemmas of the lexicon with their parts of speech, every so many of them.
fn lexicon(step: usize) -> Vec<(String, Upos)> {
    let mut found = Vec::new();
    for file in ["words.tsv", "verbs.tsv", "names.tsv"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon").join(file);
        for line in std::fs::read_to_string(path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells[2].contains("pronoun") || cells[2].contains("irregular") {
                continue;
            }
            found.extend(cells[1].split(',').map(|upos| (cells[0].to_owned(), upos.parse().unwrap())));
        }
    }
    found.into_iter().step_by(step).collect()
}

/// Whether a form is read as what it was made from.
fn is_read_back(lemma: &str, form: &qazaq::morphology::Form) -> bool {
    // Any cost: the law is about what can be read, not about what is likely.
    qazaq::morphology::internals::is_reading(form.as_str(), lemma, form.upos(), form.features())
}

#[test]
fn every_lemma_is_read_and_its_forms_are_read_back() {
    let mut failures = Vec::new();
    let mut forms = 0;
    for (at, (lemma, upos)) in lexicon(1).into_iter().enumerate() {
        if !qazaq::morphology::internals::is_known(&lemma, upos) {
            failures.push(format!("{lemma} {upos} is not read"));
        }
        // The whole table of some, the commonest cells of all.
        if at % 23 != 0 {
            continue;
        }
        for row in paradigm(&lemma, upos).unwrap_or_default() {
            for form in &row.forms {
                forms += 1;
                if !is_read_back(&lemma, form) {
                    failures.push(format!("{} from {lemma} {upos} {}", form.as_str(), form.features()));
                }
            }
        }
    }
    assert!(forms > 40_000, "only {forms} forms were tried");
    assert!(
        failures.is_empty(),
        "{} failures:\n{}",
        failures.len(),
        failures[..failures.len().min(40)].join("\n")
    );
}

#[test]
fn every_reading_is_written_again() {
    let text: String = ["news.txt", "encyclopedia.txt", "law.txt", "dialogue.txt"]
        .map(|name| {
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples").join(name))
                .unwrap()
        })
        .concat();
    let mut failures = Vec::new();
    let mut tried = 0;
    let mut words: std::collections::BTreeSet<String> =
        qazaq::words(&text).map(|word| word.as_str().to_lowercase()).collect();
    let forms = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon/forms.tsv");
    let forms = std::fs::read_to_string(forms).unwrap();
    words.extend(forms.lines().filter(|form| !form.starts_with('#')).step_by(20).map(str::to_owned));
    for small in words {
        for reading in analyze(&small) {
            // Particles after a hyphen are no forms: солай-ақ.
            if reading.provenance() != Provenance::Lexicon || small.contains('-') {
                continue;
            }
            tried += 1;
            let forms = inflect_as(&reading.lemma(), reading.upos(), reading.features()).unwrap_or_default();
            if !forms.iter().any(|form| form.as_str().to_lowercase() == small) {
                failures.push(format!(
                    "{small} as {} {} {}",
                    reading.lemma(),
                    reading.upos(),
                    reading.features()
                ));
            }
        }
    }
    assert!(tried > 2_000, "only {tried} readings");
    // Tolerated spellings (кітапы) are read but not written: few words of good text are.
    assert!(failures.len() * 200 <= tried, "{} of {tried}:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn readings_are_sorted_and_tile_the_word() {
    for word in [
        "кітаптарымыздағылардан",
        "алды",
        "ағайын-туғандарымның",
        "90%-ға",
        "Google-дың",
        "ҚР",
        "қойыңыздаршы",
        "бүгін-ақ",
        "келсе-ші",
    ] {
        let readings = analyze(word);
        assert!(!readings.is_empty(), "{word}");
        assert!(readings.is_sorted_by_key(|reading| reading.cost()), "{word}");
        for reading in &readings {
            let mut end = 0;
            for piece in reading.morphemes() {
                assert_eq!(piece.span().start, end, "{word}");
                assert_eq!(&word[piece.span()], piece.as_str());
                end = piece.span().end;
            }
            assert_eq!(end, word.len(), "{word} {}", reading.lemma());
        }
    }
}

#[test]
fn guesses_say_so_and_keep_short_words() {
    assert_eq!(analyze("зумбрикқа")[0].provenance(), Provenance::Guessed);
    assert_eq!(lemma("фрр"), "фрр");
    assert_eq!(lemma("Шварценеггерге"), "Шварценеггер");
}

#[test]
fn words_of_the_user() {
    let mut lexicon = Lexicon::new();
    lexicon.extend("# мой\n\nтіктокер\tNOUN\nӘлдибек\tPROPN\t-\nстримде\tVERB\n").unwrap();
    assert_eq!(lexicon.added(), 3);
    assert_eq!(lexicon.lemma("тіктокерлердің"), "тіктокер");
    assert_eq!(lexicon.analyze("Әлдибекке")[0].upos(), Upos::Propn);
    assert_eq!(lexicon.lemma("стримдеп"), "стримде");
    for (rows, why) in [
        ("сөз", "line 1"),
        ("сөз\tNOUN\n\tNOUN\n", "line 2"),
        ("сөз\tFOO\n", "line 1"),
        ("word\tNOUN\n", "line 1"),
        ("сөз\tNOUN\tbent\n", "line 1"),
    ] {
        let error = lexicon.extend(rows).unwrap_err();
        assert!(error.to_string().starts_with(why), "{rows:?}: {error}");
    }
    assert_eq!(lexicon.added(), 3, "an error adds nothing");
}

#[test]
fn errors_of_inflection() {
    assert!(inflect("", Features::default()).is_err());
    assert!(inflect("book", Features::default()).is_err());
    assert!(inflect("кітап", "Tense=Past".parse().unwrap()).is_err());
    assert!(parts_of_speech("жаз").len() > 1);
}

#[test]
fn common_forms_have_the_stems_of_the_search() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon/forms.tsv");
    let text = std::fs::read_to_string(path).unwrap();
    let forms: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(forms.len() > 10_000);
    for form in forms {
        assert_eq!(stem(form), qazaq::morphology::internals::searched_stem(form), "{form}");
        let mut letters = form.chars();
        let capital: String =
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        assert_eq!(stem(&capital), qazaq::morphology::internals::searched_stem(&capital), "{capital}");
    }
}

#[test]
fn sizes() {
    assert!(qazaq::morphology::internals::len() <= 1_500_000, "{}", qazaq::morphology::internals::len());
}

/// Letters that readings are made of, and some that they are not.
fn wordlike() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(
            proptest::sample::select(
                "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАҚШКІ-'’.%5 iə".chars().collect::<Vec<_>>()
            ),
            0..60
        )
        .prop_map(|letters| letters.into_iter().collect()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read(text in wordlike()) {
        let _ = (stem(&text), lemma(&text), tag(&[&text, &text]));
        for reading in analyze(&text) {
            let whole: String = reading.morphemes().map(|piece| piece.as_str()).collect();
            prop_assert_eq!(&whole, &text);
        }
    }

    #[test]
    fn restoring_changes_only_letters(text in wordlike()) {
        let restored = restore(&text);
        prop_assert_eq!(restored.chars().count(), text.chars().count());
        for (before, after) in text.chars().zip(restored.chars()) {
            prop_assert!(before == after || (before.is_alphabetic() && after.is_alphabetic()));
        }
        for word in restorations(&text) {
            prop_assert_eq!(&text[word.span()], word.word());
        }
    }

    #[test]
    fn inflecting_anything(lemma in wordlike()) {
        let _ = inflect(&lemma, "Case=Dat".parse().unwrap());
        let _ = inflect(&lemma, "Tense=Past|VerbForm=Fin".parse().unwrap());
    }
}
