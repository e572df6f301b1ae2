//! Words as codes of one byte a letter, which the trie and the suffixes are stored in.

/// The most letters a word may have; longer ones are not analysed.
pub const MAX_LETTERS: usize = 48;

/// The letters in the order of their codes, the first being code 1.
const LETTERS: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя-";

/// The bit of a capital in [`CODES`].
const CAPITAL: u8 = 0x80;

/// Codes of U+0400 to U+04FF, with a bit for capitals; 0 for what words of the lexicon do not have.
static CODES: [u8; 256] = codes();

const fn codes() -> [u8; 256] {
    let mut table = [0; 256];
    let bytes = LETTERS.as_bytes();
    let (mut at, mut code) = (0, 1);
    while at + 1 < bytes.len() {
        // Two bytes a letter, but for the hyphen at the end.
        let c = ((bytes[at] as usize & 0x1F) << 6 | bytes[at + 1] as usize & 0x3F) - 0x400;
        table[c] = code;
        // Capitals: 0410..042F stand 32 before, 0400..040F 80 before, the letters of Kazakh 1 before.
        let capital = match c {
            0x30..=0x4F => c - 0x20,
            0x50..=0x5F => c - 0x50,
            _ => c - 1,
        };
        table[capital] = code | CAPITAL;
        at += 2;
        code += 1;
    }
    table
}

/// The code of the hyphen.
pub(crate) const HYPHEN: u8 = 43;

/// The code of a letter, small or capital; `None` where words of the lexicon have no such letter.
#[must_use]
pub fn code(c: char) -> Option<u8> {
    match c {
        '-' | '\u{2010}' | '\u{2011}' => Some(HYPHEN),
        // Look-alikes that fonts and keyboards without Kazakh letters left in much text.
        _ => (lookalike(c).unwrap_or(c) as usize)
            .checked_sub(0x400)
            .and_then(|at| CODES.get(at))
            .copied()
            .filter(|&code| code != 0)
            .map(|code| code & !CAPITAL),
    }
}

/// The Kazakh letter that a look-alike stands for.
pub(crate) fn lookalike(c: char) -> Option<char> {
    Some(match c {
        'ə' => 'ә',
        'Ə' => 'Ә',
        'i' => 'і',
        'I' => 'І',
        'h' => 'һ',
        'H' => 'Һ',
        'ӈ' => 'ң',
        'Ӈ' => 'Ң',
        _ => return None,
    })
}

/// Whether a text is a Kazakh word with look-alikes in it, not a foreign one.
pub(crate) fn has_lookalikes(text: &str) -> bool {
    // By bytes first, as nearly no word has any: Latin letters, ə Ə and ӈ Ӈ.
    let bytes = text.as_bytes();
    let suspect = |&[first, second]: &[u8; 2]| {
        first.is_ascii_alphabetic()
            || second.is_ascii_alphabetic()
            || matches!((first, second), (0xC9, 0x99) | (0xC6, 0x8F) | (0xD3, 0x87 | 0x88))
    };
    let pairs = bytes.windows(2).filter_map(|pair| <&[u8; 2]>::try_from(pair).ok());
    pairs.into_iter().any(suspect)
        && text.chars().any(|c| lookalike(c).is_some())
        && text.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c))
        && text.chars().all(|c| code(c).is_some())
}

/// The small letter of a code.
#[must_use]
pub fn letter_of(code: u8) -> char {
    if code == HYPHEN {
        return '-';
    }
    let at = (usize::from(code).saturating_sub(1)) * 2;
    LETTERS.get(at..at + 2).and_then(|pair| pair.chars().next()).unwrap_or('-')
}

/// A word in codes.
#[derive(Clone, Debug)]
pub(crate) struct Word<'w> {
    pub(crate) text: &'w str,
    codes: [u8; MAX_LETTERS + 8],
    /// Where each letter starts in the text.
    starts: [u8; MAX_LETTERS + 1],
    pub(crate) len: usize,
    /// The first letter is a capital.
    pub(crate) capital: bool,
    /// Some letter is a capital, or not of the Kazakh alphabet.
    pub(crate) changed: bool,
    /// There is a hyphen.
    pub(crate) hyphen: bool,
}

impl<'w> Word<'w> {
    /// `None` where the word is too long or has a character that is no letter of the lexicon, or nothing but look-alikes: II.
    #[inline]
    pub(crate) fn new(text: &'w str) -> Option<Word<'w>> {
        if text.is_empty() || text.len() > 2 * MAX_LETTERS {
            return None;
        }
        let mut word = Word {
            text,
            codes: [0; MAX_LETTERS + 8],
            starts: [0; MAX_LETTERS + 1],
            len: 0,
            capital: false,
            changed: false,
            hyphen: false,
        };
        let bytes = text.as_bytes();
        let mut cyrillic = false;
        let mut at = 0;
        while at < bytes.len() {
            let lead = bytes[at];
            let (code, width) = if lead & 0xFC == 0xD0 {
                let low = bytes.get(at + 1)?;
                cyrillic = true;
                (CODES[usize::from(lead & 3) << 6 | usize::from(low & 0x3F)], 2)
            } else {
                let c = text.get(at..)?.chars().next()?;
                word.changed |= c != '-';
                word.hyphen |= code(c)? == HYPHEN;
                (code(c)?, c.len_utf8())
            };
            if code == 0 || word.len >= MAX_LETTERS {
                return None;
            }
            word.changed |= code & CAPITAL != 0;
            word.codes[word.len] = code & !CAPITAL;
            #[allow(clippy::cast_possible_truncation, reason = "shorter than 2 * MAX_LETTERS")]
            {
                word.starts[word.len] = at as u8;
            }
            word.len += 1;
            at += width;
        }
        if !cyrillic {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, reason = "shorter than 2 * MAX_LETTERS")]
        {
            word.starts[word.len] = at as u8;
        }
        word.capital = text.chars().next().is_some_and(char::is_uppercase);
        Some(word)
    }

    #[inline]
    pub(crate) fn codes(&self) -> &[u8] {
        &self.codes[..self.len]
    }

    #[inline]
    pub(crate) fn code(&self, at: usize) -> u8 {
        self.codes[at]
    }

    /// Eight codes from here on, the first lowest; zeros after the end.
    #[inline]
    pub(crate) fn eight(&self, at: usize) -> u64 {
        match self.codes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()) {
            Some(bytes) => u64::from_le_bytes(bytes),
            None => 0,
        }
    }

    /// The byte of the text where a letter starts; its length for the letter after the last.
    #[inline]
    pub(crate) fn byte(&self, at: usize) -> usize {
        usize::from(self.starts[at])
    }
}
