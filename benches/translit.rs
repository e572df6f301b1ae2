//! Transliteration beside a `match` per character, deunicode, any_ascii and unidecode, on the samples and on the
//! files that `QAZAQ_BENCH_TEXT` names.
//!
//! `cargo bench --bench translit`. The ratios between rows of one run are the figures to quote.

mod texts;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use qazaq::{Scheme, Transliterator};

/// Name and text of what is measured.
fn texts() -> Vec<(&'static str, String)> {
    let given = texts::given().map(|text| ("given", text));
    [("samples", texts::articles())].into_iter().chain(given).map(texts::long).collect()
}

/// What one would write first.
fn by_match(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let small = match c.to_lowercase().next().unwrap_or(c) {
            'а' => "a",
            'ә' => "ä",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'ғ' => "ğ",
            'д' => "d",
            'е' => "e",
            'ж' => "j",
            'з' => "z",
            'и' | 'й' => "i",
            'к' => "k",
            'қ' => "q",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'ң' => "ñ",
            'о' => "o",
            'ө' => "ö",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ұ' => "ū",
            'ү' => "ü",
            'ф' => "f",
            'х' | 'һ' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "ş",
            'ы' => "y",
            'і' => "ı",
            'э' => "e",
            'ю' => "iu",
            'я' => "ia",
            'ё' => "io",
            'щ' => "şch",
            'ъ' | 'ь' => "",
            _ => {
                out.push(c);
                continue;
            }
        };
        if c.is_uppercase() {
            out.extend(small.chars().flat_map(char::to_uppercase));
        } else {
            out.push_str(small);
        }
    }
    out
}

/// The same for the way back: `i` and `ts` by what stands beside, nothing looked up.
fn back_by_match(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text.chars().peekable();
    let mut after_vowel = false;
    while let Some(c) = rest.next() {
        let small = match c {
            'A'..='Z' => c.to_ascii_lowercase(),
            'İ' => 'i',
            _ => c.to_lowercase().next().unwrap_or(c),
        };
        let letter = match small {
            'a' => 'а',
            'ä' => 'ә',
            'b' => 'б',
            'v' => 'в',
            'g' => 'г',
            'ğ' => 'ғ',
            'd' => 'д',
            'e' => 'е',
            'j' => 'ж',
            'z' => 'з',
            'i' if after_vowel => 'й',
            'i' => 'и',
            'k' => 'к',
            'q' => 'қ',
            'l' => 'л',
            'm' => 'м',
            'n' => 'н',
            'ñ' => 'ң',
            'o' => 'о',
            'ö' => 'ө',
            'p' => 'п',
            'r' => 'р',
            's' => 'с',
            't' if rest.peek() == Some(&'s') => {
                rest.next();
                'ц'
            }
            't' => 'т',
            'u' => 'у',
            'ū' => 'ұ',
            'ü' => 'ү',
            'f' => 'ф',
            'h' => 'х',
            'ş' => 'ш',
            'y' => 'ы',
            'ı' => 'і',
            _ => {
                out.push(c);
                after_vowel = false;
                continue;
            }
        };
        after_vowel = "аәеоөуұүыі".contains(letter);
        if c.is_uppercase() {
            out.extend(letter.to_uppercase());
        } else {
            out.push(letter);
        }
    }
    out
}

fn translit(c: &mut Criterion) {
    for (name, text) in texts() {
        let mut group = c.benchmark_group(format!("translit/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(10);
        // What is compared stands side by side: a machine does not stay as fast for a whole run.
        let (to, from) = (Transliterator::to(Scheme::Latin2021), Transliterator::from(Scheme::Latin2021));
        group.bench_function("qazaq to latin-2021", |b| b.iter(|| to.transliterate(&text).len()));
        group.bench_function("match per character", |b| b.iter(|| by_match(&text).len()));
        group.bench_function("unidecode", |b| b.iter(|| unidecode::unidecode(&text).len()));
        group.bench_function("deunicode", |b| b.iter(|| deunicode::deunicode(&text).len()));
        group.bench_function("any_ascii", |b| b.iter(|| any_ascii::any_ascii(&text).len()));
        let arabic = Transliterator::to(Scheme::Arabic);
        group.bench_function("qazaq to arabic", |b| b.iter(|| arabic.transliterate(&text).len()));
        let latin = to.transliterate(&text).into_owned();
        group.bench_function("qazaq from latin-2021", |b| b.iter(|| from.transliterate(&latin).len()));
        group.bench_function("match per character, back", |b| b.iter(|| back_by_match(&latin).len()));
        let (written, from) =
            (arabic.transliterate(&text).into_owned(), Transliterator::from(Scheme::Arabic));
        group.bench_function("qazaq from arabic", |b| b.iter(|| from.transliterate(&written).len()));
        group.finish();
    }
}

criterion_group!(benches, translit);
criterion_main!(benches);
