//! Replays what the fuzzer found once: `fuzz/regressions/`, one input a file.

#![allow(clippy::unwrap_used)]

use qazaq::{hard_wrapped_sentences, normalize, sentences, tokens};

#[test]
fn once_found_never_again() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/regressions");
    let mut replayed = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert_eq!(tokens(&text).map(|token| token.as_str()).collect::<String>(), text);
        assert!(sentences(&text).chain(hard_wrapped_sentences(&text)).all(|s| text[s.span()] == *s.as_str()));
        let once = normalize(&text).into_owned();
        assert_eq!(normalize(&once), once);
        replayed += 1;
    }
    assert!(replayed > 0);
}
