//! Stems, readings and tags beside `rust-stemmers` for Russian, in words of running text.
//!
//! `cargo bench --bench morphology`; texts of your own with `QAZAQ_BENCH_TEXT="FILE FILE"`. The Russian stemmer does not know
//! Kazakh: it stands for what search engines are used to.

#![allow(missing_docs, clippy::unwrap_used)]

mod texts;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use qazaq::morphology::{analyze, lemma, stem, tag};
use rust_stemmers::{Algorithm, Stemmer};
use std::hint::black_box;

/// Name and text of what is measured: all samples, and what is given.
fn texts() -> Vec<(&'static str, String)> {
    let hard = texts::samples(["hard-cases.txt", "social.txt"]);
    let given = texts::given().map(|text| ("given", text));
    [("samples", texts::articles() + &hard)].into_iter().chain(given).collect()
}

fn words(c: &mut Criterion) {
    for (name, text) in texts() {
        let sentences: Vec<Vec<&str>> = qazaq::sentences(&text)
            .map(|sentence| qazaq::words(&text[sentence.span()]).map(|word| word.as_str()).collect())
            .collect();
        let words: Vec<&str> = sentences.iter().flatten().copied().collect();
        let mut group = c.benchmark_group("morphology");
        group.throughput(Throughput::Elements(words.len() as u64)).sample_size(20);
        let russian = Stemmer::create(Algorithm::Russian);
        group.bench_with_input(BenchmarkId::new("rust-stemmers Russian", name), &words, |b, words| {
            b.iter(|| words.iter().map(|word| russian.stem(word).len()).sum::<usize>());
        });
        group.bench_with_input(BenchmarkId::new("stem", name), &words, |b, words| {
            b.iter(|| words.iter().map(|word| stem(word).len()).sum::<usize>());
        });
        group.bench_with_input(BenchmarkId::new("lemma", name), &words, |b, words| {
            b.iter(|| words.iter().map(|word| lemma(word).len()).sum::<usize>());
        });
        group.bench_with_input(BenchmarkId::new("all readings", name), &words, |b, words| {
            b.iter(|| words.iter().map(|word| analyze(word).len()).sum::<usize>());
        });
        group.bench_with_input(BenchmarkId::new("tag", name), &sentences, |b, sentences| {
            b.iter(|| sentences.iter().map(|sentence| black_box(tag(sentence)).len()).sum::<usize>());
        });
        group.finish();
    }
}

criterion_group!(benches, words);
criterion_main!(benches);
