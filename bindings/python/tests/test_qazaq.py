"""The package as its users meet it."""

import datetime
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qazaq

TEXT_FUNCTIONS = [
    qazaq.normalize,
    qazaq.transliterate,
    qazaq.slug,
    qazaq.stem,
    qazaq.lemma,
    qazaq.restore,
    qazaq.verbalize,
    qazaq.digitize,
]


@pytest.mark.parametrize("function", TEXT_FUNCTIONS)
def test_lists_and_nulls(function):
    texts = ["Қазақстанда 5 қала бар.", None, ""] * 20
    assert function(texts) == [None if text is None else function(text) for text in texts]


@pytest.mark.parametrize("function", [qazaq.stem, qazaq.transliterate])
def test_arrow_in_kind(function):
    pyarrow = pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    texts = ["Қалада", None, "кітаптың"]
    wanted = function(texts)
    array = function(pyarrow.array(texts))
    assert isinstance(array, pyarrow.Array) and array.to_pylist() == wanted
    chunked = function(pyarrow.chunked_array([texts, []]))
    assert isinstance(chunked, pyarrow.ChunkedArray) and chunked.to_pylist() == wanted
    series = function(polars.Series("т", texts))
    assert isinstance(series, polars.Series) and series.to_list() == wanted and series.name == "т"
    frame = pandas.Series(texts, index=[3, 4, 5], name="т", dtype="string")
    back = function(frame)
    assert isinstance(back, pandas.Series) and list(back.index) == [3, 4, 5]
    assert [None if pandas.isna(value) else value for value in back] == wanted
    with pytest.raises(ValueError, match="array of text"):
        function(pyarrow.array([1, 2]))


def test_offsets_are_code_points():
    text = "😀 e\u0301 Қазақстанда 12,5%-ға"
    for token in qazaq.tokens(text, spaces=True):
        assert text[token.start : token.end] == token.text
    number = qazaq.numbers(text)[0]
    assert text[number.start : number.end] == number.text == "12,5%-ға"
    for sentence in qazaq.tag(text):
        for word in sentence:
            assert text[word.start : word.end] == word.text


def test_values():
    def value(text):
        return qazaq.numbers(text)[0].value

    assert value("екі мың") == 2000
    assert value("18,1%") == Decimal("18.1")
    assert value("үштен екісі") == Fraction(2, 3)
    assert value("10-15%") == qazaq.Range(10, 15)
    assert value("2019 жылғы 25 қараша") == datetime.date(2019, 11, 25)


def test_errors_say_what_and_where():
    with pytest.raises(ValueError, match="unknown scheme"):
        qazaq.transliterate("а", to="x")
    with pytest.raises(ValueError, match="text 1: .*сөз"):
        qazaq.parse(["бес", "сөз"])
    with pytest.raises(ValueError, match="no form"):
        qazaq.inflect("кітап", {"Tense": "Past"})
    with pytest.raises(TypeError):
        qazaq.stem(b"bytes")
    with pytest.raises(TypeError):
        qazaq.spell(0.1)


@given(st.text())
def test_any_text(text):
    assert "".join(token.text for token in qazaq.tokens(text, spaces=True)) == text
    for function in TEXT_FUNCTIONS:
        assert isinstance(function(text), str)


@pytest.mark.parametrize("example", sorted((Path(__file__).parent.parent / "examples").glob("*.py")), ids=lambda p: p.stem)
def test_examples(example):
    done = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=True)
    assert done.stdout


@pytest.mark.parametrize("function", [qazaq.stem, qazaq.transliterate, qazaq.normalize, qazaq.lemma])
def test_columns_say_what_lists_say(function):
    pyarrow = pytest.importorskip("pyarrow")
    texts = ["Қалада", None, "", "кітаптың 😀", "й", "a\nб"] * 4000
    whole = pyarrow.array(texts)
    wanted = function(texts)
    for kind in [pyarrow.string(), pyarrow.large_string(), pyarrow.string_view()]:
        found = function(whole.cast(kind))
        assert found.to_pylist() == wanted
        found.validate(full=True)
    # Slices have an offset of their own, for values and for nulls.
    for start, length in [(1, 5), (7, 4096), (3, 0), (9, 20001)]:
        found = function(whole.slice(start, length))
        found.validate(full=True)
        assert found.to_pylist() == wanted[start : start + length]
    assert function(pyarrow.array([], pyarrow.string())).to_pylist() == []
    assert function(pyarrow.array([None, None], pyarrow.string())).to_pylist() == [None, None]
    assert function(pyarrow.chunked_array([whole.slice(2, 3), whole.slice(9, 4)])).to_pylist() == wanted[2:5] + wanted[9:13]
    assert function(pyarrow.chunked_array([], pyarrow.string())).to_pylist() == []


def test_analysis_shows_itself():
    shown = qazaq.tag("Үйдің <b> алды. Екінші!")._repr_html_()
    assert "Үйдің" in shown and "үй NOUN" in shown and "&lt;" in shown and "<b>" not in shown
    assert shown.count("<p ") == 2


@pytest.mark.parametrize("column", [False, True])
def test_ctrl_c_stops_a_long_batch(column):
    pytest.importorskip("pyarrow")
    code = (
        "import os, signal, threading, time, pyarrow, qazaq\n"
        "texts = ['Қалада жүргендер кітаптарын оқыды. '] * 3_000_000\n"
        f"texts = pyarrow.array(texts) if {column} else texts\n"
        "threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "start = time.time()\n"
        "try:\n    qazaq.lemma(texts)\n"
        "except KeyboardInterrupt:\n    print('stopped', time.time() - start)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True).stdout
    assert said.startswith("stopped") and float(said.split()[1]) < 10
