//! Holds the dependency direction that ARCHITECTURE.md states.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Which modules of the crate a module may use; `error` may be used by all.
const MAY_USE: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("unicode", &[]),
    ("identifiers", &[]),
    ("alphabet", &["unicode"]),
    ("segment", &["alphabet", "unicode"]),
    ("normalize", &["alphabet", "segment", "unicode"]),
    ("translit", &["alphabet", "segment", "unicode"]),
    ("phonology", &["alphabet"]),
    ("morphology", &["alphabet", "numbers", "phonology", "segment", "translit"]),
    ("numbers", &["alphabet", "phonology", "segment"]),
];

/// What a file re-exported at the crate root belongs to (`crate::Script` is `crate::alphabet::Script`).
const AT_ROOT: &[(&str, &str)] = &[("Script", "alphabet"), ("Error", "error")];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn modules_depend_in_one_direction() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let may_use: BTreeMap<_, _> = MAY_USE.iter().copied().collect();
    let at_root: BTreeMap<_, _> = AT_ROOT.iter().copied().collect();
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut edges = 0;
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let allowed = may_use
            .get(module)
            .unwrap_or_else(|| panic!("{module} is not in the list: add it there and in ARCHITECTURE.md"));
        let text = std::fs::read_to_string(&file).unwrap();
        for (_, after) in text.match_indices("crate::").map(|(at, found)| text.split_at(at + found.len())) {
            let name: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let used = *at_root.get(name.as_str()).unwrap_or(&name.as_str());
            edges += 1;
            assert!(
                used == module || used == "error" || allowed.contains(&used),
                "{}: {module} must not use {used}",
                inside.display()
            );
        }
    }
    assert!(edges > 3, "no edges found: the test looks in the wrong place");
}

#[test]
fn the_library_reads_no_files_and_no_environment() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for forbidden in ["std::fs", "std::env", "std::process", "std::net"] {
            assert!(!text.contains(forbidden), "{}: {forbidden}", file.display());
        }
    }
}
