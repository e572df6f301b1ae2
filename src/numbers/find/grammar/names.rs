//! Digits that are a name: after №, in phones, accounts, laws, scores and versions.

use super::super::ending::Ending;
use super::super::lex::{self, Class, Lex, What};
use super::Reader;
use crate::numbers::Decimal;

/// No word before a colon is looked for in more letters.
const LONGEST_NAME: usize = 32;

/// Spaces between digits and words, as in the groups of a phone number.
pub(super) const SPACES: [char; 2] = [' ', '\u{a0}'];

impl<'t> Reader<'_, 't> {
    /// Passes over what is no number; a run of what belongs to an identifier goes as a whole.
    pub(super) fn skip(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.is_each_other(at) {
            return at + 3;
        }
        let lex = &self.cluster[at];
        let opens = matches!(lex.what, What::Sign('№')) || self.names_next(at);
        if opens || matches!(lex.what, What::Clock(..)) || self.is_identifier(at) {
            // 1:30 млн is a scale of a map.
            if matches!(self.cluster[at].what, What::Odd | What::Clock(..))
                && matches!(self.get(next).map(|lex| lex.what), Some(What::Scale(_)))
            {
                next += 1;
            }
            let numbered = self.sign(at) == Some('№');
            let mut words = true;
            while let Some(lex) = self.get(next) {
                // A number in words after нөмірі is its name as well; in brackets after it is another.
                words &= lex.is_numeral();
                let belongs = match lex.what {
                    What::Sign('(') => {
                        let digits = self.get(next + 1).map(|lex| lex.what);
                        !numbered && matches!(digits, Some(What::Number(_) | What::Odd))
                    }
                    // № 415 2003 жылғы
                    What::Number(_) => {
                        !numbered || next == at + 1 || !lex.spaced || self.sign(next - 1).is_some()
                    }
                    What::Odd | What::Fraction(..) | What::Roman(_) | What::Clock(..) => true,
                    What::Sign('-' | '/' | '+' | ')') => true,
                    _ => words,
                };
                if !belongs {
                    break;
                }
                next += 1;
            }
        }
        next
    }

    /// Whether digits are part of a name: after № and the like, glued to letters by a hyphen, a phone number, versions.
    #[inline]
    pub(super) fn is_identifier(&self, at: usize) -> bool {
        let Some(lex) = self.get(at) else { return false };
        match lex.what {
            What::Odd => true,
            What::Number(_) => {
                if self.no_identifier.get() == at {
                    return false;
                }
                let is = self.names_something(at);
                if !is {
                    self.no_identifier.set(at);
                }
                is
            }
            _ => lex.is_numeral() && at.checked_sub(1).is_some_and(|before| self.names_next(before)),
        }
    }

    fn names_something(&self, at: usize) -> bool {
        let Some(lex) = self.get(at) else { return false };
        let What::Number(value) = lex.what else { return false };
        let text = &self.text[lex.start..lex.end];
        let digits = || text.bytes().all(|byte| byte.is_ascii_digit());
        // Twelve digits in a row are an IIN or a BIN, longer ones accounts.
        if text.len() >= 11 && self.get(at + 1).is_none() && value.digits() % 1000 != 0 && digits() {
            return true;
        }
        // 007, and the groups of an account: 0410 0100
        if text.len() > 1 && text.starts_with('0') && digits() {
            let dated = matches!(self.class(at + 1), Some(Class::Month | Class::DayUnit | Class::ClockUnit));
            if !dated {
                return true;
            }
        }
        let named = match at.checked_sub(1) {
            None => {
                self.is_named_by_word_before(text)
                    || self.is_named_before_colon(lex.start) && !self.counts_something(at)
            }
            Some(before) => self.is_named_by_token_before(at, &self.cluster[before], text),
        };
        named
            || match self.get(at + 1).map(|lex| lex.what) {
                // 777 AAA 02: number plates.
                None => text.len() == 3 && is_of_capitals(self.word_of(self.after())),
                Some(What::Sign('-')) => self.starts_groups(at, value),
                // 8 (7172) 74-00-00
                Some(What::Sign('(')) => {
                    self.sign(at + 3) == Some(')')
                        && self.sign(at + 5) == Some('-')
                        && matches!(self.get(at + 2).map(|lex| lex.what), Some(What::Number(_)))
                }
                // 8 701 111 45 67
                Some(What::Number(_)) => {
                    let pair = |at: usize| {
                        self.get(at).is_some_and(|lex| {
                            matches!(lex.what, What::Number(_)) && lex.end - lex.start == 2
                        })
                    };
                    text.strip_prefix('8').is_some_and(|rest| rest.starts_with(SPACES))
                        && pair(at + 1)
                        && pair(at + 2)
                }
                // 2.1 нұсқасы, Android 8 нұсқасы, but 2 нұсқасы бар
                Some(What::Class(Class::Version, _)) => {
                    let name = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic());
                    text.contains('.') || at == 0 && name(self.word_of(self.before()))
                }
                _ => false,
            }
    }

    /// KZ86 1250 …, A 02: digits with which a cluster begins.
    fn is_named_by_word_before(&self, text: &str) -> bool {
        let word = self.word_of(self.before());
        let account = word.len() == 4
            && word.bytes().take(2).all(|b| b.is_ascii_uppercase())
            && word.bytes().skip(2).all(|b| b.is_ascii_digit());
        account || text.len() == 2 && text.starts_with('0') && is_of_capitals(word)
    }

    /// Телефон: 255 500
    fn is_named_before_colon(&self, start: usize) -> bool {
        let Some(before) = self.text[..start].trim_end_matches(SPACES).strip_suffix(':') else {
            return false;
        };
        let letters = before.chars().rev().take(LONGEST_NAME).take_while(|c| c.is_alphabetic() || *c == '.');
        let word = before.len() - letters.map(char::len_utf8).sum::<usize>();
        let named = lex::word(before, word, before.len());
        named.is_some_and(|lex| lex.class() == Some(Class::Identifier))
    }

    fn is_named_by_token_before(&self, at: usize, before: &Lex<'t>, text: &str) -> bool {
        match before.what {
            // COVID-19, Ми-8: a word before the hyphen.
            What::Sign('-') => {
                let joined = at == 1 && !before.spaced && !self.cluster[at].spaced;
                joined && self.before().is_some_and(|(_, end)| end == before.start)
            }
            // +7 701 …, +7(701)1114567
            What::Sign('+') => self.sign(at + 1) == Some('(') || text.len() > 6 && text.contains(SPACES),
            What::Sign('№') => true,
            What::Class(Class::Identifier, _) => self.names_next(at - 1),
            _ => false,
        }
    }

    /// Whether a word says that what follows is a name: нөмірі, but not телефон before екі жүз мың теңгеге, which is a price.
    fn names_next(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Identifier) && !self.counts_something(at + 1)
    }

    /// Whether numerals or digits stand here and what they count.
    fn counts_something(&self, at: usize) -> bool {
        let number = |lex: &&Lex<'t>| lex.is_numeral() || matches!(lex.what, What::Number(_));
        let length = self.cluster.iter().skip(at).take_while(number).count();
        let counted = |class| matches!(class, Class::Currency | Class::Land | Class::Percent | Class::Unit);
        length > 0 && self.class(at + length).is_some_and(counted)
    }

    /// Digits with a hyphen after them that are a score, a number of a law or of a phone.
    fn starts_groups(&self, at: usize, value: Decimal) -> bool {
        let what = |at: usize| self.get(at).map(|lex| lex.what);
        // 415-XII, as laws are numbered
        if self.joins(at + 1) && matches!(what(at + 2), Some(What::Roman(_))) {
            return true;
        }
        // 3-0, 15-2: a score, a house, an article of a law. What goes down is no range, unless it counts something.
        if self.joins(at + 1) {
            if let Some(Lex { what: What::Number(second), suffix: Ending::NONE, .. }) = self.get(at + 2) {
                let counts = matches!(
                    what(at + 3),
                    Some(
                        What::Scale(_)
                            | What::Sign('%' | '°')
                            | What::Class(
                                Class::Unit
                                    | Class::Currency
                                    | Class::Percent
                                    | Class::DayUnit
                                    | Class::ClockUnit
                                    | Class::Month,
                                _
                            )
                    )
                );
                let bare = self.cluster[at].suffix.is_empty();
                if bare && value < Decimal::from(1000) && *second <= value && !counts {
                    return true;
                }
            }
        }
        // Groups of digits joined by hyphens: phones.
        let hyphens = (0..3).take_while(|n| {
            self.sign(at + 2 * n + 1) == Some('-')
                && matches!(what(at + 2 * n + 2), Some(What::Number(_)))
                && !self.cluster[at + 2 * n + 2].spaced
        });
        hyphens.count() >= 2
    }
}

/// Two or three capitals, as on number plates.
fn is_of_capitals(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
