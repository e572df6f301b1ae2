"""The shape of ``datasets.map(batched=True)``: a dict of lists in, a dict of lists out."""

import qazaq


def clean(batch: dict[str, list[str]]) -> dict[str, list[str]]:
    """Normalised text and its Latin transliteration."""
    text = qazaq.normalize(batch["text"])
    return {"text": text, "latin": qazaq.transliterate(text)}


out = clean({"text": ["партияcы", "Ғылым"]})
assert out == {"text": ["партиясы", "Ғылым"], "latin": ["partiiasy", "Ğylym"]}
print(out)
