//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use qazaq::morphology::Upos;
use std::path::PathBuf;

// clap breaks the lines to the width of the terminal.
const INPUT_AND_STATUS: &str = concat!(
    "Input is UTF-8 and is read by lines in constant memory. A line of more than 16 MiB is cut after white space that ",
    "stands between two letters; where it has none after any white space, and else between two characters.\n\n",
    "Offsets are bytes, counted from the start of each file; a byte order mark counts. With several files each row of ",
    "JSON lines has a \"file\".\n\n",
    "Exit status: 0 something was found, 1 nothing was found, 2 error. A closed pipe is no error, and a file that cannot ",
    "be read does not stop the others.",
);

/// Kazakh text on the command line: tokens, words, sentences, normalisation.
#[derive(Debug, Parser)]
#[command(
    name = "qazaq",
    version,
    max_term_width = 110,
    after_help = INPUT_AND_STATUS
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Cut text into tokens: every byte is in one
    ///
    /// Text output has one token a line without white space, and an empty line after each line of the input that had any.
    /// JSON lines have every token, white space too (kind "space").
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq tokens article.txt\n",
        "  echo '12,5%-ға өсті' | qazaq tokens --format jsonl\n",
        "  echo '2-жартысында 18,1.' | qazaq tokens --debug",
    ))]
    Tokens {
        /// Show where atoms were joined or split, and by which rule, instead of the tokens
        ///
        /// Each row of text has the offset, "join" or "split", the name of the rule, and what stands left and right. A split
        /// at white space has no row.
        #[arg(long)]
        debug: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Only the words, numbers and abbreviations
    ///
    /// The output is that of `tokens` with the other kinds left out.
    #[command(after_help = "Example:\n  qazaq words article.txt | sort | uniq -c | sort -rn")]
    Words {
        #[command(flatten)]
        common: Common,
    },
    /// Cut text into sentences, one a line
    ///
    /// A line break ends a sentence. In JSON lines the text of a sentence is as it stands in the input.
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq sentences article.txt\n",
        "  qazaq sentences --hard-wrapped --format jsonl book.txt",
    ))]
    Sentences {
        /// Lines are cut at some width: a line break is a space, a blank line ends a sentence
        ///
        /// Text output shows a line break inside a sentence as a space. What stands between two blank lines is read whole; the
        /// bound of 16 MiB is for that.
        #[arg(long)]
        hard_wrapped: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Mend look-alike letters, decomposed letters, invisible characters and odd spaces
    ///
    /// Text output is the mended text, all else as it was. JSON lines are the changes, with their places in the input and
    /// their reasons. The exit status is 0 or 2.
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq normalize dirty.txt > clean.txt\n",
        "  qazaq normalize --changes dirty.txt\n",
        "  qazaq normalize --legacy-font old.txt > new.txt",
    ))]
    Normalize {
        #[command(flatten)]
        common: Common,
        /// List the changes instead of the mended text: the same as --format jsonl
        #[arg(long)]
        changes: bool,
        #[command(flatten)]
        switches: Switches,
    },
    /// Convert between Cyrillic and the other ways of writing Kazakh
    ///
    /// Addresses, mentions, hashtags and words that the source scheme cannot have written stay as they are; every other byte is kept.
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq translit article.txt > article-latin.txt\n",
        "  qazaq translit --from latin-2018 --to cyrillic old.txt\n",
        "  qazaq translit --html --exceptions names.txt -w site/\n",
        "  qazaq translit --from auto --to cyrillic --report letters.txt\n",
        "  qazaq translit --from arabic --to cyrillic --capitals tote.txt\n",
        "  qazaq translit --list",
    ))]
    Translit {
        /// The scheme of the input: a code of --list, `cyrillic`, or `auto` to find out for each file
        #[arg(long, default_value = "cyrillic", value_parser = Writing::parse)]
        from: Writing,
        /// The scheme of the output: a code of --list, or `cyrillic`
        #[arg(long, default_value = "latin-2021", value_parser = Writing::parse_target)]
        to: Writing,
        #[command(flatten)]
        how: TranslitHow,
        /// Replace bytes that are no UTF-8 by U+FFFD instead of stopping
        #[arg(long)]
        lossy: bool,
        /// Files to read, and folders with -w or --diff; none or `-` is standard input
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Tell the script and the scheme that each file is written in
    ///
    /// A row has the script, the scheme (- for Cyrillic) and how sure that is, from 0 to 1; with several files their names come first.
    #[command(after_help = "Example:\n  echo 'Qazaqstan úkimeti' | qazaq detect")]
    Detect {
        #[command(flatten)]
        common: Common,
    },
    /// Make names for addresses and files, a line each
    #[command(after_help = "Example:\n  echo 'Қазақстан' | qazaq slug")]
    Slug {
        /// Replace bytes that are no UTF-8 by U+FFFD instead of stopping
        #[arg(long)]
        lossy: bool,
        /// Files to read; none or `-` is standard input
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write numbers in words
    ///
    /// A value is `88`, `18.1`, a range `10..15`, a fraction `2/3` or, with `--form date`, `2019-11-25`. Without values each line of standard input is one.
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq spell 88 18.1 2/3\n",
        "  qazaq spell --form ordinal 40\n",
        "  qazaq spell --form money:KZT --suffix dative 17.29",
    ))]
    Spell {
        #[command(flatten)]
        how: Spelling,
        /// The numbers
        #[arg(value_name = "VALUE", allow_negative_numbers = true)]
        values: Vec<String>,
    },
    /// Find numbers with their values
    ///
    /// A row of text has the place, the kind, the value with its unit, and the text.
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq numbers article.txt\n",
        "  qazaq numbers --kind percent,money --format jsonl article.txt",
    ))]
    Numbers {
        /// Only these kinds: cardinal, ordinal, percent, money, quantity, date, time
        #[arg(long, value_delimiter = ',', value_parser = kind)]
        kind: Vec<qazaq::numbers::NumberKind>,
        /// Also words that say when without a number: бүгін, өткен жылы
        #[arg(long)]
        relative: bool,
        /// How to write the result
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// Replace bytes that are no UTF-8 by U+FFFD instead of stopping; offsets are then those of the repaired text
        #[arg(long)]
        lossy: bool,
        /// Files to read; none or `-` is standard input
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Find what names by digits: phones, accounts, ЖСН and БСН (IIN, BIN), numbers of papers
    ///
    /// Those with check digits are right by them. `numbers` is silent on all of these.
    #[command(after_help = "Example:\n  qazaq identifiers --format jsonl letters.txt")]
    Identifiers {
        /// How to write the result
        #[arg(long, value_enum, default_value_t = Table::Text)]
        format: Table,
        /// Replace bytes that are no UTF-8 by U+FFFD instead of stopping; offsets are then those of the repaired text
        #[arg(long)]
        lossy: bool,
        /// Files to read; none or `-` is standard input
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Read numbers in words
    ///
    /// The arguments are one number; without any each line of standard input is. A row has value, form and suffix.
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq parse он сегіз бүтін оннан бір пайызға\n",
        "  echo 'екі мың он тоғызыншы жылы' | qazaq parse --format jsonl",
    ))]
    Parse {
        /// How to write the result
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// The words
        #[arg(value_name = "WORD")]
        words: Vec<String>,
    },
    /// Write the numbers of a text in words, as speech has them
    ///
    /// JSON lines are the places that were changed. The exit status is 0 or 2.
    #[command(after_help = "Example:\n  echo '18,1%-ға өсті' | qazaq verbalize")]
    Verbalize {
        #[command(flatten)]
        common: Common,
        /// Write `бір мың` for `мың`
        #[arg(long)]
        one_thousand: bool,
        /// Say процент, not пайыз, where the suffix leaves the choice
        #[arg(long)]
        procent: bool,
    },
    /// Write number words of a text in digits, as print has them
    ///
    /// JSON lines are the places that were changed. The exit status is 0 or 2.
    #[command(after_help = "Example:\n  echo 'елу процентке' | qazaq digitize")]
    Digitize {
        #[command(flatten)]
        common: Common,
    },
    /// Stem every word, for search
    ///
    /// Text output is the input with each word replaced by its stem and every other byte kept.
    #[command(after_help = "Examples:\n  qazaq stem article.txt\n  echo 'кітаптарымыздан' | qazaq stem")]
    Stem {
        #[command(flatten)]
        how: Morphology,
    },
    /// Replace every word by its dictionary form, chosen in its sentence
    ///
    /// Text output is the input with each word replaced by its lemma and every other byte kept.
    #[command(after_help = "Example:\n  echo 'Қалада жүргендер көп' | qazaq lemma")]
    Lemma {
        #[command(flatten)]
        how: Morphology,
    },
    /// List all readings of every word: lemma, part of speech, features, morphemes
    #[command(after_help = "Example:\n  echo 'алды' | qazaq analyze")]
    Analyze {
        #[command(flatten)]
        how: Morphology,
    },
    /// Choose a reading for every word in its sentence
    ///
    /// Text output has a word a line with its lemma, part of speech and features, and an empty line after each sentence.
    #[command(after_help = "Example:\n  qazaq tag --format conllu article.txt")]
    Tag {
        #[command(flatten)]
        how: Morphology,
    },
    /// Write a form of a word
    #[command(after_help = concat!(
        "Examples:\n",
        "  qazaq inflect кітап --case dative --possessor 1pl\n",
        "  qazaq inflect бару --features 'Mood=Ind|Tense=Past|VerbForm=Fin|Person=1|Number=Sing'",
    ))]
    Inflect {
        /// The dictionary form; a verb may end in -у
        lemma: String,
        #[command(flatten)]
        how: Inflection,
    },
    /// Print the whole table of a word's forms
    #[command(after_help = "Example:\n  qazaq paradigm бару")]
    Paradigm {
        /// The dictionary form; a verb may end in -у
        lemma: String,
        /// The part of speech, such as VERB; all that the word has without it
        #[arg(long, value_parser = upos)]
        upos: Option<Upos>,
        /// How to write the result
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Put Kazakh letters back into text typed without them
    ///
    /// Only words with one likely answer are changed. JSON lines are all words that may be another one, with the answers. The
    /// exit status is 0 or 2.
    #[command(after_help = "Example:\n  echo 'оте коп китап' | qazaq restore")]
    Restore {
        #[command(flatten)]
        common: Common,
    },
    /// Print completions for a shell
    #[command(hide = true)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page, or write one for each command into a folder
    #[command(hide = true)]
    Man {
        /// The folder to write into; it is made where there is none
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

/// How `spell` writes.
#[derive(Debug, Args)]
pub(crate) struct Spelling {
    /// cardinal, ordinal, collective, percent, percentage-point, per-mille, year, date, or money: and a code, such as
    /// money:KZT
    #[arg(long, default_value = "cardinal")]
    pub(crate) form: qazaq::numbers::Form,
    /// A suffix for the last word: dative, possessive-3+dative, ...
    #[arg(long, default_value = "")]
    pub(crate) suffix: qazaq::numbers::Suffix,
    /// Write `бір мың` for `мың`
    #[arg(long)]
    pub(crate) one_thousand: bool,
    /// Write процент for пайыз
    #[arg(long)]
    pub(crate) procent: bool,
}

fn kind(name: &str) -> Result<qazaq::numbers::NumberKind, String> {
    let known = qazaq::numbers::NumberKind::ALL;
    known.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|kind| kind.name()).collect();
        format!("known are {}", names.join(", "))
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    /// Columns for people
    Text,
    /// Columns parted by tabs, with a header
    Tsv,
    /// One JSON object a line
    Jsonl,
}

/// A way of writing Kazakh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    Cyrillic,
    Scheme(qazaq::Scheme),
    /// To be found out.
    Any,
}

#[derive(Debug, Args)]
pub(crate) struct TranslitHow {
    /// Words and names that are spelt as you say: a file of `from=to` lines
    #[arg(long, value_name = "FILE")]
    pub(crate) exceptions: Option<PathBuf>,
    /// Make a choice that the output scheme leaves open; --list has them
    #[arg(long = "option", value_name = "NAME")]
    pub(crate) options: Vec<String>,
    /// What the scheme's sign is written as: the apostrophe of latin-2017, the hamza of arabic
    #[arg(long, value_name = "CHARACTER")]
    pub(crate) sign: Option<char>,
    /// The input is HTML: leave tags, entities, code and what is marked translate="no"; reads each file whole
    #[arg(long, conflicts_with = "markdown")]
    pub(crate) html: bool,
    /// The input is Markdown: leave code and the targets of links; reads each file whole
    #[arg(long)]
    pub(crate) markdown: bool,
    /// Write capitals where sentences start, and those of names: for text from a script that has none; reads each file whole
    #[arg(long, conflicts_with_all = ["html", "markdown", "report"])]
    pub(crate) capitals: bool,
    /// Instead of the text, list the words whose conversion is not beyond doubt, as JSON lines with their places
    #[arg(long, conflicts_with_all = ["in_place", "diff"])]
    pub(crate) report: bool,
    /// Write the files anew in place; folders are gone through
    #[arg(short = 'w', long)]
    pub(crate) in_place: bool,
    /// Show what -w would change, as a unified diff
    #[arg(long, conflicts_with = "in_place")]
    pub(crate) diff: bool,
    /// List the schemes: code, whether the way back is exact, name, status, source, options
    #[arg(long)]
    pub(crate) list: bool,
}

impl Writing {
    fn parse(code: &str) -> Result<Writing, String> {
        if code.eq_ignore_ascii_case("auto") {
            return Ok(Writing::Any);
        }
        Writing::parse_target(code).map_err(|error| format!("{error}, auto"))
    }

    fn parse_target(code: &str) -> Result<Writing, String> {
        if code.eq_ignore_ascii_case("cyrillic") {
            return Ok(Writing::Cyrillic);
        }
        code.parse().map(Writing::Scheme).map_err(|error: qazaq::Error| format!("{error}, cyrillic"))
    }
}

fn upos(name: &str) -> Result<Upos, String> {
    name.to_uppercase().parse().map_err(|error: qazaq::Error| error.to_string())
}

/// What the commands of morphology share.
#[derive(Debug, Args)]
pub(crate) struct Morphology {
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    pub(crate) format: Shape,
    /// The input is one token a line, with a blank line between sentences
    #[arg(long)]
    pub(crate) tokens: bool,
    /// Replace bytes that are no UTF-8 by U+FFFD instead of stopping; offsets are then those of the repaired text
    #[arg(long)]
    pub(crate) lossy: bool,
    /// Files to read; none or `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// How morphology is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// Plain text
    Text,
    /// One JSON object a line
    Jsonl,
    /// The ten columns of Universal Dependencies
    Conllu,
}

/// Which form is wanted.
#[derive(Debug, Args)]
pub(crate) struct Inflection {
    /// The case
    #[arg(long, value_enum)]
    pub(crate) case: Option<Case>,
    /// Whose it is: 1sg, 2sg, 2sg-polite, 1pl, 2pl, 2pl-polite or 3
    #[arg(long, value_enum)]
    pub(crate) possessor: Option<Possessor>,
    /// The plural
    #[arg(long)]
    pub(crate) plural: bool,
    /// The negative of a verb
    #[arg(long)]
    pub(crate) negative: bool,
    /// Any other features, as in CoNLL-U
    #[arg(long)]
    pub(crate) features: Option<String>,
    /// The part of speech, such as VERB, for a word that has several
    #[arg(long, value_parser = upos)]
    pub(crate) upos: Option<Upos>,
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names say it")]
pub(crate) enum Case {
    Nominative,
    Genitive,
    Dative,
    Accusative,
    Locative,
    Ablative,
    Instrumental,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Possessor {
    /// My
    #[value(name = "1sg")]
    FirstSingular,
    /// Your, to a friend
    #[value(name = "2sg")]
    SecondSingular,
    /// Your, polite
    #[value(name = "2sg-polite")]
    SecondPolite,
    /// Our
    #[value(name = "1pl")]
    FirstPlural,
    /// Your, to friends
    #[value(name = "2pl")]
    SecondPlural,
    /// Your, polite, to several
    #[value(name = "2pl-polite")]
    SecondPluralPolite,
    /// His, her, its, their
    #[value(name = "3", alias = "3sg", alias = "3pl")]
    Third,
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
pub(crate) struct Switches {
    /// Replace typographic quotation marks by " and '
    #[arg(long, help_heading = MORE)]
    pub(crate) quotes: bool,
    /// Bring hyphens, minus signs and rare dashes to -, – and —
    #[arg(long, help_heading = MORE)]
    pub(crate) dashes: bool,
    /// First repair text of a font from before Unicode (Ќазаќстан); reads each file whole
    ///
    /// The repair decides by the whole text, so that memory is no longer constant. Use it on text known to come from such a
    /// font, not on Serbian or Ukrainian.
    #[arg(long, help_heading = MORE)]
    pub(crate) legacy_font: bool,
    /// Leave letters and marks decomposed
    #[arg(long, help_heading = LESS)]
    pub(crate) no_composition: bool,
    /// Leave look-alike letters of other scripts
    #[arg(long, help_heading = LESS)]
    pub(crate) no_lookalikes: bool,
    /// Leave letters of neighbouring Cyrillic alphabets
    #[arg(long, help_heading = LESS)]
    pub(crate) no_foreign_letters: bool,
    /// Leave invisible characters
    #[arg(long, help_heading = LESS)]
    pub(crate) no_invisible: bool,
    /// Leave unusual spaces
    #[arg(long, help_heading = LESS)]
    pub(crate) no_spaces: bool,
}

const MORE: &str = "To mend more";
const LESS: &str = "To mend less";
