//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Kazakh text on the command line: tokens, words, sentences, normalisation.
#[derive(Debug, Parser)]
#[command(
    name = "qazaq",
    version,
    max_term_width = 110,
    after_help = "\
Offsets are bytes, counted from the start of each file. Input is UTF-8 and is read by lines in constant memory; a line of
more than 16 MiB is cut at white space, or between characters where it has none.

Exit status: 0 something was found, 1 nothing was found, 2 error."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Cut text into tokens: every byte is in one
    ///
    /// Text output has one token a line without white space, and an empty line after each line of the input. JSON lines
    /// have every token, white space too (kind "space").
    #[command(
        after_help = "Examples:\n  qazaq tokens article.txt\n  echo '12,5%-ға өсті' | qazaq tokens --format jsonl"
    )]
    Tokens {
        /// Show where atoms were joined or split, and by which rule, instead of the tokens
        #[arg(long)]
        debug: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Only the words, numbers and abbreviations
    #[command(after_help = "Example:\n  qazaq words article.txt | sort | uniq -c | sort -rn")]
    Words {
        #[command(flatten)]
        common: Common,
    },
    /// Cut text into sentences, one a line
    #[command(after_help = "Example:\n  qazaq sentences --hard-wrapped book.txt")]
    Sentences {
        /// Lines are cut at some width: a line break is a space, a blank line ends a sentence
        #[arg(long)]
        hard_wrapped: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Mend look-alike letters, decomposed letters, invisible characters and odd spaces
    ///
    /// Text output is the mended text. JSON lines are the changes, with their places and reasons.
    #[command(
        after_help = "Examples:\n  qazaq normalize dirty.txt > clean.txt\n  qazaq normalize --format jsonl dirty.txt"
    )]
    Normalize {
        #[command(flatten)]
        switches: Switches,
        #[command(flatten)]
        common: Common,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write one for each command into a folder
    Man {
        /// The folder to write into
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Common {
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Replace bytes that are no UTF-8 by U+FFFD instead of stopping; offsets are then those of the repaired text
    #[arg(long)]
    pub(crate) lossy: bool,
    /// Files to read; none or `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Plain text
    Text,
    /// One JSON object a line
    Jsonl,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "What to mend")]
pub(crate) struct Switches {
    /// Replace typographic quotation marks by " and '
    #[arg(long)]
    pub(crate) quotes: bool,
    /// Bring hyphens, minus signs and rare dashes to -, – and —
    #[arg(long)]
    pub(crate) dashes: bool,
    /// Leave letters and marks decomposed
    #[arg(long)]
    pub(crate) no_composition: bool,
    /// Leave look-alike letters of other scripts
    #[arg(long)]
    pub(crate) no_lookalikes: bool,
    /// Leave letters of neighbouring Cyrillic alphabets
    #[arg(long)]
    pub(crate) no_foreign_letters: bool,
    /// Leave invisible characters
    #[arg(long)]
    pub(crate) no_invisible: bool,
    /// Leave unusual spaces
    #[arg(long)]
    pub(crate) no_spaces: bool,
    /// First repair text of a font from before Unicode (Ќазаќстан); reads each file whole
    #[arg(long, conflicts_with = "lossy")]
    pub(crate) legacy_font: bool,
}
