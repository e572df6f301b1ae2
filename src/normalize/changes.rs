//! The walk over the text that finds what to change.

use super::tables::{FOREIGN, TO_CYRILLIC, TO_CYRILLIC_FRONT, TO_LATIN, TYPOGRAPHY};
use super::{Normalizer, Reason};
use crate::alphabet::{Backness, Script, letter};
use crate::segment::{Class, TokenKind, Tokens, class_of, is_digit_suffix, tokens};
use crate::unicode::{composed, first_grapheme, needs_composing, starts_cluster};
use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec::Vec;
use core::iter::FusedIterator;
use core::ops::Range;

/// One change: what stood where, what replaces it, and why.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change<'t> {
    start: usize,
    original: &'t str,
    replacement: String,
    reason: Reason,
}

impl<'t> Change<'t> {
    /// Where: byte offsets into the text given to [`Normalizer::changes`].
    #[must_use]
    pub const fn span(&self) -> Range<usize> {
        self.start..self.start + self.original.len()
    }

    /// What stood there.
    #[must_use]
    pub const fn original(&self) -> &'t str {
        self.original
    }

    /// What replaces it; empty where it is dropped.
    #[must_use]
    pub fn replacement(&self) -> &str {
        &self.replacement
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }
}

/// Iterator over the changes of a text: see [`Normalizer::changes`].
#[derive(Clone, Debug)]
pub struct Changes<'t> {
    normalizer: Normalizer,
    text: &'t str,
    at: usize,
    /// Changes of the piece before `at` that have not been yielded.
    pending: VecDeque<Change<'t>>,
    line: Line,
    addresses: Addresses<'t>,
}

/// The clean letters of U+0400 to U+04FF: those of the Kazakh alphabet, which nothing is ever done to.
static CLEAN: [bool; 256] = {
    let mut clean = [false; 256];
    let mut code = 0x410;
    while code < 0x450 {
        clean[code - 0x400] = true;
        code += 1;
    }
    let others =
        ['Ё', 'ё', 'І', 'і', 'Ғ', 'ғ', 'Қ', 'қ', 'Ң', 'ң', 'Ү', 'ү', 'Ұ', 'ұ', 'Һ', 'һ', 'Ә', 'ә', 'Ө', 'ө'];
    let mut at = 0;
    while at < others.len() {
        clean[others[at] as usize - 0x400] = true;
        at += 1;
    }
    clean
};

impl<'t> Changes<'t> {
    pub(super) fn new(normalizer: Normalizer, text: &'t str) -> Changes<'t> {
        Changes {
            normalizer,
            text,
            at: 0,
            pending: VecDeque::new(),
            line: Line::default(),
            addresses: Addresses { tokens: tokens(text), span: 0..0, joined: false },
        }
    }

    /// Moves over what is clean, up to a piece that wants a closer look.
    fn skip_clean(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            // A run of clean Cyrillic, or of ASCII letters, or one other ASCII byte …
            let start = at;
            match bytes.get(at) {
                None => break,
                Some(lead) if lead & 0xFC == 0xD0 => {
                    while let Some(&[lead, trail]) = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>())
                    {
                        if lead & 0xFC != 0xD0
                            || !CLEAN[usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)]
                        {
                            break;
                        }
                        at += 2;
                    }
                }
                Some(b) if b.is_ascii_alphabetic() => {
                    at += bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
                }
                Some(b) if b.is_ascii() => at += 1,
                Some(_) => break,
            }
            // … that no letter or mark of another kind follows.
            let clean = match bytes.get(at) {
                None => at > start,
                Some(b) if b.is_ascii_alphabetic() => !matches!(bytes[start], 0xD0..=0xD3),
                Some(b) if b.is_ascii() => at > start,
                Some(lead) if lead & 0xFC == 0xD0 => {
                    // Clean letters after an ASCII letter, or unclean ones after clean ones, are a run to look at.
                    at > start && !bytes[start].is_ascii_alphabetic() && bytes[start].is_ascii()
                }
                Some(_) => {
                    at > start
                        && !self.text[at..]
                            .chars()
                            .next()
                            .is_some_and(|c| matches!(class_of(c), Class::Letter | Class::Mark))
                }
            };
            if !clean {
                at = start;
                break;
            }
        }
        self.at = at;
    }

    /// Looks at the piece at `self.at` closely and moves past it.
    fn piece(&mut self) {
        let Some(first) = self.text[self.at..].chars().next() else { return };
        let start = self.at;
        let mut end = start + first.len_utf8();
        let class = class_of(first);
        match class {
            Class::Emoji => {
                // Joiners and selectors mean something here.
                self.at += first_grapheme(&self.text[start..]).len();
                return;
            }
            Class::Newline => {
                self.at = end;
                return;
            }
            _ => {}
        }
        for c in self.text[end..].chars() {
            let class = class_of(c);
            let belongs =
                class == Class::Mark || (class == Class::Letter && starts_run(first)) || !starts_cluster(c);
            if !belongs {
                break;
            }
            end += c.len_utf8();
        }
        self.at = end;
        if end == start + first.len_utf8() && !starts_run(first) {
            self.lone(start, first);
        } else if !self.addresses.contain(start) {
            self.run(start..end);
        }
    }

    /// A character that is neither letter nor mark, nor followed by marks.
    fn lone(&mut self, start: usize, c: char) {
        let end = start + c.len_utf8();
        if let Some((meant, reason)) = self.plain(c) {
            self.push(start..end, String::from(meant), reason);
            return;
        }
        if self.normalizer.does(Reason::Composition) && needs_composing(core::iter::once(c)) {
            self.push_if_different(
                start..end,
                composed(c.encode_utf8(&mut [0; 4])).collect(),
                Reason::Composition,
            );
        }
    }

    /// The plain form of a space, quote or dash, where it is to be brought to one.
    fn plain(&self, c: char) -> Option<(char, Reason)> {
        let (meant, reason) = typography(c)?;
        meant.filter(|_| self.normalizer.does(reason)).map(|meant| (meant, reason))
    }

    /// A run of letters and marks, or another character with marks.
    fn run(&mut self, span: Range<usize>) {
        let letters = self.letters(span.clone());
        let target = self.target(&letters, &span);
        let front = is_front(&letters);
        // In a run that stays mixed, a mended foreign letter could tip the balance the next time.
        let foreign = self.normalizer.does(Reason::ForeignLetter)
            && (target == Some(Script::Cyrillic) || !Script::is_mixed(&self.text[span.clone()]));
        for cluster in letters {
            let mut reason = cluster.reason;
            let mut replacement = cluster.text;
            let mut chars = replacement.chars();
            if let (Some(only), None) = (chars.next(), chars.next()) {
                let lookalike = match target {
                    Some(Script::Cyrillic) => to_cyrillic(only, front),
                    Some(_) => find(&TO_LATIN, only),
                    None => None,
                };
                let kazakh = foreign && self.line_at(span.start).kazakh;
                let meant = lookalike
                    .map(|meant| (meant, Reason::Lookalike))
                    .or_else(|| {
                        find(&FOREIGN, only).filter(|_| kazakh).map(|meant| (meant, Reason::ForeignLetter))
                    })
                    .or_else(|| self.plain(only));
                if let Some((meant, why)) = meant {
                    replacement = String::from(meant);
                    reason = why;
                }
            }
            self.push_if_different(cluster.span, replacement, reason);
        }
    }

    /// The run without its invisible characters, in composed clusters; pushes what is dropped between clusters.
    fn letters(&mut self, span: Range<usize>) -> Vec<Cluster> {
        let compose = self.normalizer.does(Reason::Composition);
        let drops = self.normalizer.does(Reason::Invisible);
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut dropped: Vec<Range<usize>> = Vec::new();
        let mut last_letter = None;
        for (offset, c) in self.text[span.clone()].char_indices() {
            let at = span.start + offset..span.start + offset + c.len_utf8();
            if drops && self.is_droppable(c, last_letter, span.start) {
                dropped.push(at);
                continue;
            }
            if class_of(c) != Class::Mark {
                last_letter = Some(c);
            }
            let boundary = !compose || starts_cluster(c);
            match clusters.last_mut() {
                Some(cluster) if !boundary => {
                    cluster.span.end = at.end;
                    cluster.text.push(c);
                }
                _ => clusters.push(Cluster { span: at, text: String::from(c), reason: Reason::Composition }),
            }
        }
        for cluster in &mut clusters {
            if compose && needs_composing(cluster.text.chars()) {
                cluster.text = composed(&cluster.text).collect();
            }
        }
        if dropped.is_empty() {
            return clusters;
        }
        // Both are in the order of the text.
        let mut all: Vec<Cluster> = Vec::with_capacity(clusters.len() + dropped.len());
        let mut clusters = clusters.into_iter().peekable();
        for at in dropped {
            while let Some(cluster) = clusters.next_if(|cluster| cluster.span.start < at.start) {
                all.push(cluster);
            }
            match all.last_mut().filter(|cluster| at.end < cluster.span.end) {
                // What is dropped inside a cluster goes with the change of the cluster.
                Some(cluster) => cluster.reason = Reason::Invisible,
                None => all.push(Cluster { span: at, text: String::new(), reason: Reason::Invisible }),
            }
        }
        all.extend(clusters);
        all
    }

    /// Whether an invisible character may go: joiners only after a Cyrillic or Latin letter, marks of direction only
    /// on lines without right-to-left letters.
    fn is_droppable(&mut self, c: char, last_letter: Option<char>, at: usize) -> bool {
        if !matches!(typography(c), Some((_, Reason::Invisible))) {
            return false;
        }
        match c {
            '\u{200c}' | '\u{200d}' => {
                last_letter.is_some_and(|l| matches!(Script::of(l), Some(Script::Cyrillic | Script::Latin)))
            }
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                !self.line_at(at).right_to_left
            }
            _ => true,
        }
    }

    /// The script that a mixed run is meant in, where that can be told.
    fn target(&self, letters: &[Cluster], span: &Range<usize>) -> Option<Script> {
        if !self.normalizer.does(Reason::Lookalike) {
            return None;
        }
        let mut facts = Mixture::default();
        for c in letters.iter().flat_map(|cluster| cluster.text.chars()) {
            facts.see(c);
        }
        if !facts.cyrillic || !facts.other {
            return None;
        }
        if facts.others_have_twins {
            // Every letter could be either: a formula where digits touch it, else Cyrillic.
            let decided = facts.cyrillic_only || !self.touches_digit(span);
            return decided.then_some(Script::Cyrillic);
        }
        // `Facebookсі`: a Kazakh ending written to a Latin name is no mistake.
        let run = &self.text[span.clone()];
        let ending = run.trim_start_matches(|c| Script::of(c) != Some(Script::Cyrillic));
        let ends_in_suffix = is_digit_suffix(ending);
        (facts.cyrillic_has_twins && facts.others_are_latin && !ends_in_suffix).then_some(Script::Latin)
    }

    fn touches_digit(&self, span: &Range<usize>) -> bool {
        let digit = |c: Option<char>| c.is_some_and(|c| class_of(c) == Class::Digit);
        digit(self.text[..span.start].chars().next_back())
            || digit(self.text[span.clone()].chars().next())
            || digit(self.text[span.end..].chars().next())
    }

    /// What the line around an offset shows; offsets must not go back.
    fn line_at(&mut self, at: usize) -> &Line {
        if !self.line.span.contains(&at) {
            let newline = |c| class_of(c) == Class::Newline;
            // Lines are looked at once each, in order: the start is never before the end of the last one.
            let floor = self.line.span.end;
            let start = self.text[floor..at].rfind(newline).map_or(floor, |offset| floor + offset);
            let end = self.text[at..].find(newline).map_or(self.text.len(), |offset| at + offset);
            self.line = Line::of(&self.text[start..end], start..end.max(at + 1));
        }
        &self.line
    }

    fn push(&mut self, span: Range<usize>, replacement: String, reason: Reason) {
        let original = &self.text[span.clone()];
        self.pending.push_back(Change { start: span.start, original, replacement, reason });
    }

    fn push_if_different(&mut self, span: Range<usize>, replacement: String, reason: Reason) {
        if self.text[span.clone()] != replacement {
            self.push(span, replacement, reason);
        }
    }
}

impl<'t> Iterator for Changes<'t> {
    type Item = Change<'t>;

    fn next(&mut self) -> Option<Change<'t>> {
        loop {
            if let Some(change) = self.pending.pop_front() {
                return Some(change);
            }
            self.skip_clean();
            if self.at == self.text.len() {
                return None;
            }
            self.piece();
        }
    }
}

impl FusedIterator for Changes<'_> {}

/// A letter with its marks.
struct Cluster {
    span: Range<usize>,
    text: String,
    reason: Reason,
}

/// Which letters a run mixes.
struct Mixture {
    cyrillic: bool,
    /// A Cyrillic letter that no Latin one looks like.
    cyrillic_only: bool,
    cyrillic_has_twins: bool,
    other: bool,
    others_are_latin: bool,
    others_have_twins: bool,
}

impl Default for Mixture {
    fn default() -> Mixture {
        Mixture {
            cyrillic: false,
            cyrillic_only: false,
            cyrillic_has_twins: true,
            other: false,
            others_are_latin: true,
            others_have_twins: true,
        }
    }
}

impl Mixture {
    fn see(&mut self, c: char) {
        match Script::of(c) {
            Some(Script::Cyrillic) => {
                self.cyrillic = true;
                let twin = find(&TO_LATIN, c).is_some();
                self.cyrillic_only |= !twin;
                self.cyrillic_has_twins &= twin;
            }
            script => {
                if script.is_none() && !c.is_alphabetic() {
                    return;
                }
                self.other = true;
                self.others_are_latin &= script == Some(Script::Latin);
                self.others_have_twins &= find(&TO_CYRILLIC, c).is_some();
            }
        }
    }
}

/// What a line shows about its language.
#[derive(Clone, Debug, Default)]
struct Line {
    span: Range<usize>,
    /// Letters that only Kazakh has together: ұ, or і beside one of ә ң ө ү қ ғ.
    kazakh: bool,
    right_to_left: bool,
}

impl Line {
    fn of(line: &str, span: Range<usize>) -> Line {
        let (mut own, mut soft_i, mut shared, mut right_to_left) = (false, false, false, false);
        for c in line.chars() {
            match c {
                'ұ' | 'Ұ' => own = true,
                // With their look-alikes, so that a mended line shows what it showed before. For the same reason Ү,
                // which a mended Y may give, is no evidence.
                'і' | 'І' | 'i' | 'I' | 'ı' | 'Ι' => soft_i = true,
                'ә' | 'Ә' | 'ң' | 'Ң' | 'ө' | 'Ө' | 'ү' | 'қ' | 'Қ' | 'ғ' | 'Ғ' => shared = true,
                'ə' | 'Ə' | 'ǝ' | 'Ǝ' | 'ɵ' | 'Ɵ' => shared = true,
                '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                    right_to_left |= c.is_alphabetic();
                }
                _ => {}
            }
        }
        Line { span, kazakh: own || (soft_i && shared), right_to_left }
    }
}

/// Which parts of the text are addresses, mentions or hashtags: a cursor over its tokens.
#[derive(Clone, Debug)]
struct Addresses<'t> {
    tokens: Tokens<'t>,
    /// The last such token.
    span: Range<usize>,
    /// Whether no white space is between the next token and a word before it: once that is mended, it may be no address.
    joined: bool,
}

impl Addresses<'_> {
    /// Whether an offset lies in one; offsets must not go back.
    fn contain(&mut self, at: usize) -> bool {
        while self.tokens.offset() <= at {
            let Some(token) = self.tokens.next() else { break };
            match token.kind() {
                TokenKind::Url | TokenKind::Email | TokenKind::Mention | TokenKind::Hashtag
                    if !self.joined =>
                {
                    self.span = token.span();
                }
                TokenKind::Word | TokenKind::Number | TokenKind::Abbreviation => self.joined = true,
                TokenKind::Space => self.joined = false,
                _ => {}
            }
        }
        self.span.contains(&at)
    }
}

/// Whether letters after this character make a run with it.
fn starts_run(c: char) -> bool {
    matches!(class_of(c), Class::Letter | Class::Mark)
}

fn is_front(letters: &[Cluster]) -> bool {
    let (mut front, mut back) = (false, false);
    for c in letters.iter().flat_map(|cluster| cluster.text.chars()) {
        let meant = find(&TO_CYRILLIC, c).unwrap_or(c);
        match letter(meant).and_then(|l| l.backness()) {
            Some(Backness::Front) => front = true,
            Some(Backness::Back) => back = true,
            _ => {}
        }
    }
    front && !back
}

fn to_cyrillic(c: char, front: bool) -> Option<char> {
    if front {
        if let Some(meant) = find(&TO_CYRILLIC_FRONT, c) {
            return Some(meant);
        }
    }
    find(&TO_CYRILLIC, c)
}

fn typography(c: char) -> Option<(Option<char>, Reason)> {
    TYPOGRAPHY.binary_search_by_key(&c, |row| row.0).ok().map(|at| (TYPOGRAPHY[at].1, TYPOGRAPHY[at].2))
}

fn find(table: &[(char, char)], c: char) -> Option<char> {
    table.binary_search_by_key(&c, |pair| pair.0).ok().map(|at| table[at].1)
}
