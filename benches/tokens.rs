//! Tokens and sentences beside unicode-segmentation and ICU4X, in one run, on the samples and on the files that
//! `QAZAQ_BENCH_TEXT` names; then hostile input in growing sizes.
//!
//! `cargo bench --bench tokens`. Every row of a group reads the same text and touches the same thing: the length of each
//! item. The ratios between rows of one run are the figures to quote.

mod texts;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{SentenceSegmenter, WordSegmenter};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// Name and text of everything measured: our articles, our hard cases, and what is given.
fn texts() -> Vec<(&'static str, String)> {
    let hard = texts::samples(["hard-cases.txt", "social.txt"]);
    let given = texts::given().map(|text| ("given", text));
    [("samples", texts::articles()), ("hard", hard)].into_iter().chain(given).map(texts::long).collect()
}

fn tokens(c: &mut Criterion) {
    for (name, text) in texts() {
        let mut group = c.benchmark_group(format!("tokens/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function("qazaq tokens with kinds", |b| {
            b.iter(|| qazaq::tokens(&text).map(|t| t.as_str().len() + t.kind() as usize).sum::<usize>());
        });
        group.bench_function("qazaq words", |b| {
            b.iter(|| qazaq::words(&text).map(|t| t.as_str().len()).sum::<usize>());
        });
        group.bench_function("unicode_words", |b| {
            b.iter(|| text.unicode_words().map(str::len).sum::<usize>());
        });
        group.bench_function("split_word_bounds", |b| {
            b.iter(|| text.split_word_bounds().map(str::len).sum::<usize>());
        });
        let icu = WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default());
        group.bench_function("ICU4X words", |b| {
            b.iter(|| {
                let mut breaks = icu.segment_str(&text);
                let (mut sum, mut last) = (0, 0);
                while let Some(at) = breaks.next() {
                    if breaks.is_word_like() {
                        sum += text[last..at].len();
                    }
                    last = at;
                }
                sum
            });
        });
        group.finish();
    }
}

fn sentences(c: &mut Criterion) {
    for (name, text) in texts() {
        let mut group = c.benchmark_group(format!("sentences/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function("qazaq sentences", |b| {
            b.iter(|| qazaq::sentences(&text).map(|s| s.as_str().len()).sum::<usize>());
        });
        group.bench_function("unicode_sentences", |b| {
            b.iter(|| text.unicode_sentences().map(str::len).sum::<usize>());
        });
        let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        group.bench_function("ICU4X sentences", |b| {
            b.iter(|| icu.segment_str(&text).fold((0, 0), |(sum, last), at| (sum + at - last, at)).0);
        });
        group.finish();
    }
}

fn normalization(c: &mut Criterion) {
    for (name, text) in texts() {
        let mut group = c.benchmark_group(format!("normalize/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
        group.bench_function("qazaq changes", |b| {
            b.iter(|| qazaq::Normalizer::new().changes(&text).count());
        });
        group.bench_function("unicode-normalization is_nfc", |b| {
            b.iter(|| unicode_normalization::is_nfc(&text));
        });
        group.finish();
    }
}

/// The texts that make a careless scanner quadratic.
const HOSTILE: &[(&str, &str)] = &[
    ("one letter", "қ"),
    ("stops", "."),
    ("digits", "7"),
    ("hyphens", "-"),
    ("marks", "\u{306}"),
    ("quotes", "\""),
    ("apostrophes", "'"),
    ("letter-apostrophe", "a'"),
    ("initials", "Қ."),
    ("abbreviations", "т.б."),
    ("labels", "a."),
    ("groups", "1 000 "),
    ("digit-comma", "1,"),
    ("compound", "а-"),
    ("ratio", "1:2/"),
    ("question", "? "),
    ("closing", "».\""),
    ("mixed run", "аb"),
    ("address", "http://a.kz/("),
    ("emoji", "👩\u{200d}"),
];

fn hostile(c: &mut Criterion) {
    for (name, unit) in HOSTILE {
        let mut group = c.benchmark_group(format!("hostile/{name}"));
        group.sample_size(10).measurement_time(std::time::Duration::from_millis(500));
        group.warm_up_time(std::time::Duration::from_millis(100));
        for megabytes in [1usize, 2, 4, 8] {
            let text = unit.repeat((megabytes << 20) / unit.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new("tokens", megabytes), &text, |b, text| {
                b.iter(|| qazaq::tokens(black_box(text)).count());
            });
            group.bench_with_input(BenchmarkId::new("sentences", megabytes), &text, |b, text| {
                b.iter(|| qazaq::sentences(black_box(text)).count());
            });
            group.bench_with_input(BenchmarkId::new("normalize", megabytes), &text, |b, text| {
                b.iter(|| qazaq::normalize(black_box(text)).len());
            });
        }
        group.finish();
    }
}

criterion_group!(benches, tokens, sentences, normalization, hostile);
criterion_main!(benches);
