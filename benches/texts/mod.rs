//! What the benches measure on: our samples, and texts of your own.

/// Samples of these names, one after the other.
pub(crate) fn samples<const N: usize>(names: [&str; N]) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/samples");
    names.map(|name| std::fs::read_to_string(folder.join(name)).expect("a sample")).concat()
}

/// The articles among the samples.
pub(crate) fn articles() -> String {
    samples(["news.txt", "encyclopedia.txt", "law.txt", "dialogue.txt"])
}

/// The files that `QAZAQ_BENCH_TEXT` names, parted by spaces.
pub(crate) fn given() -> Option<String> {
    let files = std::env::var("QAZAQ_BENCH_TEXT").ok()?;
    Some(files.split(' ').map(|file| std::fs::read_to_string(file).expect("a text file")).collect())
}

/// A small text repeated, so that a round is longer than the clock's grain.
#[allow(dead_code, reason = "not every bench repeats")]
pub(crate) fn long((name, text): (&'static str, String)) -> (&'static str, String) {
    (name, text.repeat((1 << 20) / text.len().max(1) + 1))
}
