//! Numbers found in text, beside splitting it into words, a regular expression for digits, and a search for the number words, on the
//! samples and on the files that `QAZAQ_BENCH_TEXT` names.
//!
//! `cargo bench --bench numbers`. The ratios between rows of one run are the figures to quote.

mod texts;

use aho_corasick::AhoCorasick;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qazaq::numbers::numbers;
use regex::Regex;
use unicode_segmentation::UnicodeSegmentation;

/// Name and text of what is measured.
fn texts() -> Vec<(&'static str, String)> {
    let given = texts::given().map(|text| ("given", text));
    [("samples", texts::articles())].into_iter().chain(given).map(texts::long).collect()
}

fn speed(c: &mut Criterion) {
    let digits = Regex::new("[0-9]+").expect("a pattern");
    let words = [
        "нөл",
        "бір",
        "екі",
        "үш",
        "төрт",
        "бес",
        "алты",
        "жеті",
        "сегіз",
        "тоғыз",
        "он",
        "жиырма",
        "отыз",
        "қырық",
        "елу",
        "алпыс",
        "жетпіс",
        "сексен",
        "тоқсан",
        "жүз",
        "мың",
        "миллион",
        "миллиард",
        "триллион",
    ];
    let words = AhoCorasick::new(words).expect("an automaton");
    for (name, text) in texts() {
        let mut group = c.benchmark_group(format!("numbers/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
        group.bench_function("qazaq, with values", |b| b.iter(|| numbers(&text).count()));
        group.bench_function("unicode_words", |b| b.iter(|| text.unicode_words().count()));
        group.bench_function("regex [0-9]+", |b| b.iter(|| digits.find_iter(&text).count()));
        group.bench_function("aho-corasick, number words", |b| b.iter(|| words.find_iter(&text).count()));
        group.finish();
    }
}

/// Nothing takes more than linear time: the same throughput at every size.
fn hostile(c: &mut Criterion) {
    for (name, piece) in [
        ("one", "бір "),
        ("thousands", "мың "),
        ("digits", "1"),
        ("groups", "1 000 "),
        ("ranges", "5-"),
        ("parts of day", "таңғы "),
        ("before", "шамамен "),
        ("ablatives", "үштен "),
        ("and", "бір де "),
        ("hyphens", "бір-"),
    ] {
        let mut group = c.benchmark_group(format!("numbers/hostile/{name}"));
        group.sample_size(10);
        for size in [1 << 17, 1 << 20] {
            let text = piece.repeat(size / piece.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(size.to_string(), |b| b.iter(|| numbers(&text).count()));
        }
        group.finish();
    }
}

criterion_group!(benches, speed, hostile);
criterion_main!(benches);
