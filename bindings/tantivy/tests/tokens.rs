//! What the chain makes of text, and that offsets are those of the text.

use qazaq_tantivy::{AllLemmas, KazakhTokenizer, analyzer};
use tantivy_tokenizer_api::{Token, TokenFilter, TokenStream, Tokenizer};

fn tokens(mut tokenizer: impl Tokenizer, text: &str) -> Vec<Token> {
    let mut stream = tokenizer.token_stream(text);
    let mut found = Vec::new();
    while stream.advance() {
        found.push(stream.token().clone());
    }
    found
}

fn terms(text: &str) -> Vec<String> {
    tokens(analyzer(), text).into_iter().map(|token| token.text).collect()
}

#[test]
fn one_term_for_all_forms_and_scripts() {
    for form in ["кітап", "Кітаптарымыздан", "кітабы", "kıtaptarda", "КІТАПҚА", "كىتاپتار"]
    {
        assert_eq!(terms(form), ["кітап"], "{form}");
    }
    // The alphabets of 2021, 2018 and 2017.
    for form in ["үкіметі", "ükımetı", "úkimeti", "u'kimeti"] {
        assert_eq!(terms(form), ["үкімет"], "{form}");
    }
    // Latin that is no Kazakh stays.
    assert_eq!(terms("Google"), ["google"]);
}

#[test]
fn numbers_in_one_notation() {
    for number in ["50%", "елу пайыз", "50 пайызға", "елу процент"] {
        assert_eq!(terms(number), ["50%"], "{number}");
    }
    assert_eq!(terms("екі мың үй"), ["2000", "үй"]);
    assert_eq!(terms("17 теңге"), ["17 KZT"]);
    // The sign stands before the first word.
    assert_eq!(terms("таңертең −5 пайыз болды"), ["таңертең", "-5%"]);
}

#[test]
fn offsets_are_of_the_text() {
    let text = "Бұл — Қазақстанның 50 пайызы, kıtaptar және т.б.";
    for token in tokens(KazakhTokenizer::new().numbers(true), text) {
        assert!(text.is_char_boundary(token.offset_from) && text.is_char_boundary(token.offset_to));
        assert!(token.offset_from < token.offset_to);
    }
    let found = tokens(analyzer(), text);
    let spans: Vec<&str> = found.iter().map(|token| &text[token.offset_from..token.offset_to]).collect();
    assert_eq!(spans[..3], ["Қазақстанның", "50 пайызы", "kıtaptar"]);
    // Letters of four bytes, and marks that normalisation joins to their letters.
    let text = "😀 и\u{306} Кита\u{301}п 𐰴 қaлаға, елу paiyz";
    let found = tokens(analyzer(), text);
    let pairs: Vec<(&str, &str)> =
        found.iter().map(|token| (&text[token.offset_from..token.offset_to], &*token.text)).collect();
    assert!(pairs.contains(&("қaлаға", "қала")), "{pairs:?}");
    assert!(pairs.contains(&("елу paiyz", "50%")), "{pairs:?}");
}

#[test]
fn all_lemmas_share_a_position() {
    let found = tokens(AllLemmas.transform(KazakhTokenizer::new()), "алды келді");
    let first: Vec<&str> =
        found.iter().filter(|token| token.position == 0).map(|token| &*token.text).collect();
    assert!(first.contains(&"ал") && first.contains(&"алд"), "{first:?}");
    assert!(found.iter().any(|token| token.position == 1 && token.text == "кел"));
}

#[test]
fn stop_words_leave_a_gap_in_positions() {
    let found = tokens(analyzer(), "үй және бала");
    let positions: Vec<usize> = found.iter().map(|token| token.position).collect();
    assert_eq!(positions, [0, 2]);
}
