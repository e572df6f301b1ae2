"""Lemmas and percentages of a pandas column."""

import pandas as pd

import qazaq

frame = pd.DataFrame({"text": ["Өнім 12,5%-ға өсті.", "Қалада жүргендер көп.", None]}, dtype="string")
frame["lemmas"] = qazaq.lemma(frame["text"])
frame["percent"] = [
    [str(number.value) for number in qazaq.percentages(text)] if isinstance(text, str) else [] for text in frame["text"]
]
assert frame["lemmas"][1] == "қала жүр көп."
assert frame["percent"][0] == ["12.5"]
print(frame)
