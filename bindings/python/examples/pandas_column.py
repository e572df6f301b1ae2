"""Lemmas and percentages of a pandas column."""

import pandas as pd

import qazaq

frame = pd.DataFrame({"text": ["Өнім 12,5%-ға өсті.", "Қалада жүргендер көп.", None]}, dtype="string")
frame["lemmas"] = qazaq.lemma(frame["text"])
frame["percent"] = qazaq.percentages(frame["text"]).map(lambda found: [number.value for number in found], na_action="ignore")
assert frame["lemmas"][1] == "қала жүр көп."
assert str(frame["percent"][0][0]) == "12.5"
print(frame)
