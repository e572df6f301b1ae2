//! What the README says of other tools is what they do.

use unicode_segmentation::UnicodeSegmentation;

#[test]
fn uax_29_words() {
    for (text, wanted) in [
        ("12,5%-ға өсті", "12,5/ға/өсті"),
        ("ҚР-ның 88-і", "ҚР/ның/88/і"),
        ("т.б. және т.с.с.", "т.б/және/т.с.с"),
        ("Қ.Сәтбаев", "Қ.Сәтбаев"),
        ("1 234 567,89", "1/234/567,89"),
    ] {
        assert_eq!(text.unicode_words().collect::<Vec<_>>().join("/"), wanted);
    }
}

#[test]
fn ours() {
    for (text, wanted) in [
        ("12,5%-ға өсті", "12,5%-ға/өсті"),
        ("ҚР-ның 88-і", "ҚР-ның/88-і"),
        ("т.б. және т.с.с.", "т.б./және/т.с.с."),
        ("Қ.Сәтбаев", "Қ./Сәтбаев"),
        ("1 234 567,89", "1 234 567,89"),
    ] {
        assert_eq!(qazaq::words(text).map(|word| word.as_str()).collect::<Vec<_>>().join("/"), wanted);
    }
}
