//! The letters of a stretch of text, told for all of its bytes at once.

/// Bytes that are told at once.
const BYTES: usize = 64;

/// Bytes that are looked at: a letter of two and the one after it may start at the last.
const LOOKED_AT: usize = BYTES + 3;

/// What starts at each byte of a stretch of text.
///
/// Every byte takes the same steps, so that the compiler does eight in one; where a letter ends, which cannot be foreseen, matters only to
/// the reader.
pub(super) struct Window {
    start: usize,
    places: [Place; BYTES],
}

/// A character of one byte or two, with what is asked of the one after it.
#[derive(Clone, Copy)]
pub(super) struct Place(u16);

/// Codes below this are told; other characters are 0.
pub(super) const CODES: usize = 1 << 10;

impl Place {
    /// Its code.
    #[inline(always)]
    pub(super) const fn code(self) -> usize {
        self.0 as usize % CODES
    }

    /// The low five bits of the code of the next character, and a bit above them that says nothing.
    #[inline(always)]
    pub(super) const fn next(self) -> u32 {
        self.0 as u32 >> 10
    }

    /// How many bytes it has.
    #[inline(always)]
    pub(super) const fn len(self) -> usize {
        1 + (self.0 >> 15) as usize
    }
}

impl Window {
    /// A window of no text.
    pub(super) const fn new() -> Window {
        Window { start: usize::MAX - BYTES + 1, places: [Place(0); BYTES] }
    }

    /// What starts at a place of a text that is not behind its end, always the same text, and what starts at the bytes after it, so far as that
    /// is told. After the end come characters of code 0.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn at(&mut self, bytes: &[u8], at: usize) -> &[Place] {
        if at.wrapping_sub(self.start) >= BYTES {
            self.fill(bytes, at);
        }
        self.places.get(at - self.start..).unwrap_or(&[])
    }

    #[inline(never)]
    fn fill(&mut self, bytes: &[u8], at: usize) {
        self.start = at;
        let rest = bytes.get(at..).unwrap_or(&[]);
        if let Some(chunk) = rest.first_chunk() {
            tell(chunk, &mut self.places);
        } else {
            let mut chunk = [0; LOOKED_AT];
            chunk[..rest.len()].copy_from_slice(rest);
            tell(&chunk, &mut self.places);
        }
    }
}

fn tell(bytes: &[u8; LOOKED_AT], places: &mut [Place; BYTES]) {
    // The low bits of the code that starts at a byte: they are those of its last byte.
    let mut lows = [0; BYTES + 2];
    for (low, (&first, &second)) in lows.iter_mut().zip(bytes[..BYTES + 2].iter().zip(&bytes[1..])) {
        *low = if first >= 0x80 { second } else { first } & 31;
    }
    let part = |from: usize| bytes[from..].first_chunk::<BYTES>();
    let low = |from: usize| lows[from..].first_chunk::<BYTES>();
    if let (Some(first), Some(second), Some(near), Some(far)) = (part(0), part(1), low(1), low(2)) {
        for at in 0..BYTES {
            places[at] = place(first[at], second[at], near[at], far[at]);
        }
    }
}

/// What two bytes start, by the low bits of what is one and two bytes on.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn place(first: u8, second: u8, near: u8, far: u8) -> Place {
    // Masks in place of branches.
    let two = 0u16.wrapping_sub(u16::from(first >> 7));
    let known = 0u16.wrapping_sub(u16::from(first < 0xD0));
    let wide = (u16::from(first & 0xF) << 6 | u16::from(second & 0x3F)) & known | 1 << 15;
    let pick = |there: u16, else_there: u16| there & two | else_there & !two;
    Place(pick(wide, u16::from(first)) | pick(u16::from(far), u16::from(near)) << 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn tells_characters_of_one_byte_and_two(text in "[a-zäğıişñ ʼʹA-Zəа-я–]{0,90}", skip in 0usize..90) {
            let mut window = Window::new();
            let from = text.char_indices().map(|(at, _)| at).nth(skip).unwrap_or(0);
            let _ = window.at(text.as_bytes(), from);
            let known: String = text[from..].chars().take_while(|&c| (c as usize) < 0x800).collect();
            let mut at = from;
            for (number, c) in known.char_indices().take_while(|&(number, _)| number < BYTES) {
                let place = window.at(text.as_bytes(), at)[0];
                prop_assert_eq!(place.code(), if (c as usize) < CODES { c as usize } else { 0 });
                prop_assert_eq!(place.len(), c.len_utf8());
                if let Some(next) = known[number + c.len_utf8()..].chars().next() {
                    prop_assert_eq!(place.next() & 31, next as u32 & 31);
                }
                at += c.len_utf8();
            }
        }
    }
}
