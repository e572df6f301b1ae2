//! `qazaq completions` and `qazaq man`.

use super::Outcome;
use crate::args::Arguments;
use anyhow::{Context, Result};
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::Write;
use std::path::Path;

pub(crate) fn completions(shell: Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "qazaq", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Outcome::Found)
}

pub(crate) fn man(dir: Option<&Path>) -> Result<Outcome> {
    match dir {
        Some(dir) => std::fs::create_dir_all(dir)
            .and_then(|()| clap_mangen::generate_to(Arguments::command(), dir))
            .with_context(|| format!("cannot write into {}", dir.display()))?,
        None => {
            let mut page = Vec::new();
            Man::new(Arguments::command()).render(&mut page)?;
            std::io::stdout().write_all(&page)?;
        }
    }
    Ok(Outcome::Found)
}
