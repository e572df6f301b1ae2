"""A million short strings through Arrow on one thread, beside what one would do in Python.

    pip install snowballstemmer pyarrow
    RAYON_NUM_THREADS=1 python benchmarks/arrow.py [ROWS]

Transliteration stands beside `str.translate` called for each row (letter by letter, so with less to do); stemming beside the pure Python
Snowball stemmer (Russian: there is none for Kazakh), on a column of words. The list column is what a list of `str` takes.
"""

import os
import random
import sys
import time

os.environ.setdefault("RAYON_NUM_THREADS", "1")

import pyarrow as pa
import snowballstemmer

import qazaq

WORDS = (
    "қазақстан республикасының үкіметі жаңа заң жобасын қабылдады балалар мектепке барды кітаптарымызды оқыдық ауылдағы үйлердің "
    "бағасы жоғары болды ғалымдар зерттеулерін жалғастырып жатыр қаланың көшелерінде жолаушылар көбейді жұмысшылар зауытта"
).split()
CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LATIN = "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ç ş şş _ y ı _ e iu ia".replace("_", "").split(" ")
TABLE = str.maketrans(dict(zip(CYRILLIC, LATIN, strict=True)) | {a.upper(): b.capitalize() for a, b in zip(CYRILLIC, LATIN, strict=True)})


def best(function, times=3):
    """Seconds of processor time, which a busy machine changes less than those of the clock."""
    took = []
    for _ in range(times):
        started = time.process_time()
        function()
        took.append(time.process_time() - started)
    return min(took)


def main(rows: int = 1_000_000) -> None:
    chance = random.Random(1)
    texts = [" ".join(chance.choices(WORDS, k=4)) for _ in range(rows)]
    words = chance.choices(WORDS, k=rows)
    text_column, word_column = pa.array(texts), pa.array(words)
    snowball = snowballstemmer.stemmer("russian")
    assert type(snowball).__module__.startswith("snowballstemmer"), "PyStemmer is installed: that is not the pure Python one"
    few = words[: max(1, rows // 10)]
    for name, ours, listed, theirs, share in [
        ("transliterate / str.translate", lambda: qazaq.transliterate(text_column), lambda: qazaq.transliterate(texts), lambda: [text.translate(TABLE) for text in texts], 1),
        ("stem / snowballstemmer", lambda: qazaq.stem(word_column), lambda: qazaq.stem(words), lambda: [snowball.stemWord(word) for word in few], rows / len(few)),
    ]:
        column, rows_, python = best(ours), best(listed), best(theirs) * share
        print(f"{name:32} Arrow {column:6.2f} s   list {rows_:6.2f} s   Python {python:6.2f} s   {python / column:6.1f} times (list {python / rows_:.1f})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
