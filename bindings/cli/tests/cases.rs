//! The cases under `cmd`: every example of the README, and what else is best shown by its whole output.

#[test]
fn cases() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("qazaq", std::path::Path::new(env!("CARGO_BIN_EXE_qazaq")));
    cases.case("tests/cmd/*.toml").case("tests/cmd/*.md");
}
