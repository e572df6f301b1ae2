//! Unicode properties to `src/segment/classes.rs`: the class that the tokenizer gives each code point.

use super::{bytes, header};
use anyhow::Result;
use std::fmt::Write as _;
use unicode_properties::{EmojiStatus, GeneralCategory as G, UnicodeEmoji, UnicodeGeneralCategory};

/// Two-byte sequences and ASCII are looked up directly, up to here; the rest by block.
const DIRECT: u32 = 0x800;
const END: u32 = 0x2_0000;
const BLOCK: u32 = 64;

/// The classes in the order of their numbers; the names are the library's.
const CLASSES: &[(&str, &str)] = &[
    ("Symbol", "anything that is none of the others"),
    ("Letter", "letters of alphabets that put spaces between words"),
    ("Mark", "combining marks, joiners, invisible format characters, superscripts: part of what they follow"),
    ("Digit", "decimal digits of any script and vulgar fractions"),
    ("Space", "horizontal white space"),
    ("Newline", "what ends a line"),
    ("Apostrophe", "signs that are apostrophes between letters and quotation marks elsewhere"),
    ("MiddleDot", "the middle dot of BGN/PCGN, joining letters only"),
    ("Hyphen", "hyphen-minus, hyphen, non-breaking hyphen"),
    ("Stop", "the full stop"),
    ("Comma", "the comma"),
    ("Colon", "the colon"),
    ("Slash", "the slash"),
    ("Percent", "percent and per mille signs"),
    ("At", "the commercial at"),
    ("Hash", "the number sign"),
    ("Underscore", "the low line"),
    ("Punctuation", "other punctuation"),
    ("Emoji", "what is shown as a picture by default"),
    ("Complex", "letters of scripts without spaces between words"),
];

pub(super) fn generate() -> Result<String> {
    // Four letters a class keep the tables short.
    let short = |name: &str| -> String { name.chars().take(4).collect::<String>().to_uppercase() };
    let class = |code: u32| short(char::from_u32(code).map_or("Symbol", class_of));

    let direct: Vec<String> = (0..DIRECT).map(class).collect();
    let mut blocks: Vec<u16> = Vec::new();
    let mut cells: Vec<Vec<String>> = Vec::new();
    for start in (DIRECT..END).step_by(BLOCK as usize) {
        let cell: Vec<String> = (start..start + BLOCK).map(class).collect();
        let place = cells.iter().position(|known| *known == cell).unwrap_or_else(|| {
            cells.push(cell);
            cells.len() - 1
        });
        blocks.push(u16::try_from(place)?);
    }

    let mut out = String::new();
    header(&mut out, "Unicode character properties (crate unicode-properties)");
    let (a, b, c) = unicode_properties::UNICODE_VERSION;
    let _ = writeln!(out, "// Unicode {a}.{b}.{c}.\n");
    out.push_str("/// What a code point is to the tokenizer.\n");
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[repr(u8)]\npub(crate) enum Class {\n");
    for (name, meaning) in CLASSES {
        let _ = writeln!(out, "    /// {meaning}\n    {name},");
    }
    out.push_str("}\n\n");
    for (name, _) in CLASSES {
        let _ = writeln!(out, "const {}: Class = Class::{name};", short(name));
    }
    out.push('\n');
    let _ = writeln!(out, "/// Classes of the code points below {DIRECT:#x}.");
    let _ = writeln!(out, "pub(super) static DIRECT: [Class; {DIRECT}] = [");
    bytes(&mut out, &direct);
    let _ = writeln!(
        out,
        "];\n\n/// Blocks of {BLOCK} code points from {DIRECT:#x} to {END:#x}: the row of `CELLS`."
    );
    let _ = writeln!(out, "pub(super) static BLOCKS: [u16; {}] = [", blocks.len());
    bytes(&mut out, &blocks);
    let _ = writeln!(
        out,
        "];\n\n/// The distinct blocks.\npub(super) static CELLS: [[Class; {BLOCK}]; {}] = [",
        cells.len()
    );
    for cell in &cells {
        let _ = writeln!(out, "    [{}],", cell.join(","));
    }
    out.push_str("];\n");
    Ok(out)
}

/// The rows that matter to Kazakh text first, general categories after.
fn class_of(c: char) -> &'static str {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "Newline",
        '\t' => "Space",
        '\'' | '\u{2018}' | '\u{2019}' | '`' | '\u{b4}' => "Apostrophe",
        '\u{b7}' => "MiddleDot",
        '-' | '\u{2010}' | '\u{2011}' => "Hyphen",
        '.' => "Stop",
        ',' => "Comma",
        ':' => "Colon",
        '/' => "Slash",
        '%' | '\u{2030}' | '\u{66a}' => "Percent",
        '@' => "At",
        '#' => "Hash",
        '_' => "Underscore",
        // Superscripts of units (км²) and the tail of a keycap.
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{207f}' => "Mark",
        // The joining digits and thousands sign of old numerals sit among the letters (see `cyrillic_run`).
        '\u{482}' => "Mark",
        _ => by_category(c),
    }
}

fn by_category(c: char) -> &'static str {
    let emoji = matches!(
        c.emoji_status(),
        EmojiStatus::EmojiPresentation
            | EmojiStatus::EmojiPresentationAndModifierBase
            | EmojiStatus::EmojiPresentationAndEmojiComponent
            | EmojiStatus::EmojiPresentationAndModifierAndEmojiComponent
            | EmojiStatus::EmojiModifierBase
    ) || (c.is_emoji_char() && c >= '\u{1f000}');
    if emoji {
        return "Emoji";
    }
    match c.general_category() {
        G::UppercaseLetter
        | G::LowercaseLetter
        | G::TitlecaseLetter
        | G::ModifierLetter
        | G::OtherLetter
        | G::LetterNumber => {
            if is_complex(c) {
                "Complex"
            } else {
                "Letter"
            }
        }
        G::NonspacingMark | G::SpacingMark | G::EnclosingMark => {
            if is_complex(c) {
                "Complex"
            } else {
                "Mark"
            }
        }
        G::Format => "Mark",
        G::DecimalNumber | G::OtherNumber => "Digit",
        G::SpaceSeparator => "Space",
        G::LineSeparator | G::ParagraphSeparator => "Newline",
        G::ConnectorPunctuation
        | G::DashPunctuation
        | G::OpenPunctuation
        | G::ClosePunctuation
        | G::InitialPunctuation
        | G::FinalPunctuation
        | G::OtherPunctuation => "Punctuation",
        _ => "Symbol",
    }
}

/// Scripts whose words are not set apart by spaces: unicode-segmentation decides inside them.
fn is_complex(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1950..=0x19FF | 0x1A20..=0x1AAF
        | 0x3005..=0x3007 | 0x3021..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x9FFF | 0xA9E0..=0xA9FF
        | 0xAA60..=0xAADF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F | 0x1AFF0..=0x1B2FF)
}
