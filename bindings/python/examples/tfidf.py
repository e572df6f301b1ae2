"""Stems as the terms of scikit-learn's TfidfVectorizer."""

from sklearn.feature_extraction.text import TfidfVectorizer

import qazaq


def terms(text: str) -> list[str]:
    """The stems of the words of a text."""
    return qazaq.stem(qazaq.words(text))


texts = ["Кітаптарды оқыдым.", "Кітабымды оқып отырмын.", "Үйге бардым."]
vectorizer = TfidfVectorizer(tokenizer=terms, token_pattern=None, stop_words=None, lowercase=False)
matrix = vectorizer.fit_transform(texts)
found = set(vectorizer.get_feature_names_out())
assert {"кітап", "оқы", "үй", "бар"} <= found, found
print(sorted(found))
