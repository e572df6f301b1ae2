//! Fails when a generated file does not come from the data beside it.

#![allow(clippy::unwrap_used)]

use std::process::Command;

#[test]
fn generated_files_are_fresh() {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "xtask", "--", "codegen", "--check"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
