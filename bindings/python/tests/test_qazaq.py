"""The package as its users meet it."""

import datetime
import doctest
import inspect
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qazaq

REWRITING = [
    qazaq.normalize,
    qazaq.repair_legacy_font,
    qazaq.transliterate,
    qazaq.to_cyrillic,
    qazaq.slug,
    qazaq.lower,
    qazaq.upper,
    qazaq.stem,
    qazaq.lemma,
    qazaq.restore,
    qazaq.verbalize,
    qazaq.digitize,
]
DESCRIBING = [
    qazaq.tokens,
    qazaq.words,
    qazaq.sentences,
    qazaq.changes,
    qazaq.candidates,
    qazaq.uncertain,
    qazaq.detect,
    qazaq.numbers,
    qazaq.percentages,
    qazaq.identifiers,
    qazaq.identifier_kind,
    qazaq.analyze,
    qazaq.tag,
    qazaq.restorations,
]
SEQUENCES = REWRITING + DESCRIBING


@pytest.mark.parametrize("name", sorted(set(qazaq.__all__) - {"__version__"}))
def test_every_name_has_a_docstring_and_every_function_an_example(name):
    thing = getattr(qazaq, name)
    assert thing.__doc__
    # Decorated functions escape the usual search for doc tests.
    found = doctest.DocTestParser().get_doctest(thing.__doc__, {**vars(qazaq), "Decimal": Decimal, "Fraction": Fraction}, name, None, 0)
    if inspect.isroutine(thing):
        assert found.examples, f"{name} has no example"
        assert "args" not in str(inspect.signature(thing))
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(found)
    assert not runner.failures


@pytest.mark.parametrize("function", SEQUENCES, ids=lambda f: f.__name__)
def test_lists_and_nulls(function):
    texts = ["Қалада 5%, қaла.", None, "", "Qalada"] * 20
    assert function(texts) == [None if text is None else function(text) for text in texts]
    assert function(iter(["Қала"])) == [function("Қала")]
    assert function([]) == []


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
    assert function(pyarrow.array(texts).dictionary_encode()).to_pylist() == wanted
    assert function(pyarrow.array([None, None])).to_pylist() == [None, None]
    series = function(polars.Series("т", texts))
    assert isinstance(series, polars.Series) and series.to_list() == wanted and series.name == "т"
    for kind in ["string", "object", "category", pandas.ArrowDtype(pyarrow.string())]:
        given = pandas.Series(texts, index=[3, 4, 5], name="т", dtype=kind)
        back = function(given)
        assert isinstance(back, pandas.Series) and list(back.index) == [3, 4, 5] and back.name == "т"
        assert [None if pandas.isna(value) else value for value in back] == wanted
        assert kind == "category" or back.dtype == given.dtype
    with pytest.raises(ValueError, match="array of text is wanted, not of int64"):
        function(pyarrow.array([1, 2]))
    with pytest.raises(ValueError, match="array of text is wanted, not of struct"):
        function(pyarrow.table({"т": texts}))
    with pytest.raises(TypeError, match="text 1: str or None is wanted, not int"):
        function(pandas.Series(["а", 5], dtype="object"))


class Capsule:
    """An array of a library that nobody has heard of."""

    def __init__(self, array):
        self.array = array

    def __arrow_c_array__(self, requested_schema=None):
        return self.array.__arrow_c_array__(requested_schema)


def test_any_library_with_the_capsule_interface():
    pyarrow = pytest.importorskip("pyarrow")
    assert qazaq.stem(Capsule(pyarrow.array(["Қалада", None]))).to_pylist() == ["қала", None]


def test_duckdb():
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.create_function("kk_stem", qazaq.stem, ["VARCHAR"], "VARCHAR", type="arrow")
    rows = connection.sql("select kk_stem(t) from (values ('Қалада'), ('кітаптың')) v(t)").fetchall()
    assert rows == [("қала",), ("кітап",)]


def plain(value):
    """An object as Arrow gives it back."""
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return [(name, one) for name, one in value.items()]
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return str(value) if isinstance(value, (Decimal, Fraction, qazaq.Range, datetime.date)) else value


@pytest.mark.parametrize("function", DESCRIBING, ids=lambda f: f.__name__)
def test_arrow_columns_of_results(function):
    pyarrow = pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    pandas = pytest.importorskip("pandas")
    texts = ["Қалада 12,5%-ға өсті, қaла.", None, "", "qalada tsarizm 😀"]
    wanted = function(texts)
    found = function(pyarrow.array(texts))
    assert isinstance(found, pyarrow.Array)
    found.validate(full=True)

    def noted(value):
        return {**value, "value": str(value["value"])} if isinstance(value, dict) and "value" in value else value

    for one, other in zip(found.to_pylist(), [plain(value) for value in wanted], strict=True):
        assert one == ([noted(value) for value in other] if isinstance(other, list) else other)
    assert isinstance(function(polars.Series(texts)), polars.Series)
    series = function(pandas.Series(texts, index=[5, 6, 7, 8]))
    assert list(series.index) == [5, 6, 7, 8] and list(series) == wanted
    assert function(pyarrow.array([], pyarrow.string())).to_pylist() == []


def test_offsets_are_code_points():
    # Outside the first plane, and with combining marks.
    text = "😀 𐰴 e\u0301 Қазақстанда и\u0306 12,5%-ға, қaла коп. Екінші 😀 сөйлем."
    for token in qazaq.tokens(text, spaces=True):
        assert text[token.start : token.end] == token.text
    for sentence in qazaq.sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
    for change in qazaq.changes(text):
        assert text[change.start : change.end] == change.original
    assert {change.original for change in qazaq.changes(text)} >= {"a", "и\u0306"}
    [number] = qazaq.percentages(text)
    assert text[number.start : number.end] == number.text == "12,5%-ға"
    for word in [word for sentence in qazaq.tag(text) for word in sentence]:
        assert text[word.start : word.end] == word.text
    for word in qazaq.restorations(text):
        assert text[word.start : word.end] == word.text
    latin = "😀 e\u0301 tsarizm"
    for word in qazaq.uncertain(latin):
        assert latin[word.start : word.end] == word.text
    with pytest.raises(ValueError, match=r"\(at 4\)"):
        qazaq.parse("бес 😀")


def test_values():
    def value(text):
        return qazaq.numbers(text)[0].value

    assert value("екі мың") == 2000
    assert value("18,1%") == Decimal("18.1")
    assert value("үштен екісі") == Fraction(2, 3)
    assert value("10-15%") == qazaq.Range(10, 15)
    assert value("2019 жылғы 25 қараша") == datetime.date(2019, 11, 25)
    assert qazaq.numbers("12,5%-ға")[0].suffix == "ға"
    assert qazaq.numbers("5%, он теңге", kind="money")[0].money == qazaq.Money(10, "KZT")


def test_words_for_values():
    assert qazaq.spell(qazaq.Percent(Decimal("18.1"))) == "он сегіз бүтін оннан бір пайыз"
    assert qazaq.spell(1991, one_before_thousand=True).startswith("бір мың")
    assert qazaq.spell(Decimal("1E+3")) == "мың"
    assert qazaq.verbalize("50%-ке", percent_word="процент") == "елу процентке"
    for number in [0, 7, 88, 1_000_001, -5, Decimal("0.05"), Fraction(2, 3)]:
        assert qazaq.parse(qazaq.spell(number)) == number
    with pytest.raises(ValueError, match="пайыз or процент"):
        qazaq.verbalize("5%", percent_word="percent")


def test_errors_say_what_and_where():
    with pytest.raises(ValueError, match="unknown scheme"):
        qazaq.transliterate("а", to="x")
    with pytest.raises(ValueError, match="option"):
        qazaq.transliterate("а", options=["x"])
    with pytest.raises(ValueError, match="unknown markup"):
        qazaq.transliterate("а", markup="rst")
    with pytest.raises(ValueError, match="text 1: .*сөз"):
        qazaq.parse(["бес", "сөз"])
    with pytest.raises(ValueError, match="text 1: "):
        qazaq.spell(["5", "x"])
    with pytest.raises(ValueError, match="no form"):
        qazaq.inflect("кітап", {"Tense": "Past"})
    with pytest.raises(ValueError, match="Foo"):
        qazaq.inflect("кітап", "Foo=Bar")
    with pytest.raises(ValueError, match="surrogates"):
        qazaq.stem("\ud800")
    with pytest.raises(ValueError, match="text 1: .*surrogates"):
        qazaq.stem(["а", "\ud800"])
    with pytest.raises(TypeError, match="text 2: str or None is wanted, not float"):
        qazaq.tokens(["а", None, float("nan")])
    with pytest.raises(TypeError, match="decode"):
        qazaq.stem(b"bytes")
    with pytest.raises(TypeError, match="not int"):
        qazaq.stem(5)
    with pytest.raises(TypeError, match="exact"):
        qazaq.spell(0.1)


def test_reprs():
    assert repr(qazaq.tokens("88-і")[0]) == "<Token '88-і' number 0:4>"
    assert repr(qazaq.paradigm("бала")[2].forms[0]) == "<Form балаға NOUN Case=Dat>"
    assert repr(qazaq.Lexicon({"блокчейн": "NOUN"})) == "<Lexicon with 1 words of yours>"


def test_a_lexicon_of_ones_own():
    pyarrow = pytest.importorskip("pyarrow")
    lexicon = qazaq.Lexicon([("гуглде", "VERB")])
    lexicon.extend("Дамытпаев\tPROPN\n")
    assert len(lexicon) == 2
    assert lexicon.lemma(pyarrow.array(["гуглдедім", None])).to_pylist() == ["гуглде", None]
    assert lexicon.analyze(["гуглдедім"])[0][0].provenance == "lexicon"
    assert lexicon.inflect("гуглде", "VerbForm=Ger")[0].text == "гуглдеу"
    assert qazaq.analyze("гуглдедім")[0].provenance == "guessed"


@given(st.text())
def test_any_text(text):
    assert "".join(token.text for token in qazaq.tokens(text, spaces=True)) == text
    for function in REWRITING:
        assert isinstance(function(text), str)
    for function in DESCRIBING:
        function(text)


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


@pytest.mark.parametrize("texts", ["['Қалада жүргендер кітаптарын оқыды. '] * 3_000_000", "['Қалада жүргендер кітаптарын оқыды. ' * 20_000] * 60"], ids=["many", "long"])
@pytest.mark.parametrize("column", [False, True], ids=["list", "column"])
def test_ctrl_c_stops_a_long_batch(texts, column):
    pytest.importorskip("pyarrow")
    code = (
        "import os, signal, threading, time, pyarrow, qazaq\n"
        f"texts = {texts}\n"
        f"texts = pyarrow.array(texts) if {column} else texts\n"
        "threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "start = time.time()\n"
        "try:\n    qazaq.lemma(texts)\n"
        "except KeyboardInterrupt:\n    print('stopped', time.time() - start)\n"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True).stdout
    assert said.startswith("stopped") and float(said.split()[1]) < 10


def test_other_threads_go_on():
    done = threading.Event()
    beats = 0

    def work():
        qazaq.lemma(["Қалада жүргендер кітаптарын оқыды. "] * 100_000)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        time.sleep(0.001)
        beats += 1
    thread.join()
    assert beats > 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_fork_does_not_hang():
    # As multiprocessing does: the threads of the parent are not there in the child.
    qazaq.stem(["Қалада"] * 10_000)
    child = os.fork()
    if child == 0:
        os._exit(0 if qazaq.stem(["Қалада"] * 10_000) == ["қала"] * 10_000 else 1)
    for _ in range(300):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            assert os.waitstatus_to_exitcode(status) == 0
            return
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    pytest.fail("the child hangs")


def test_results_and_functions_travel():
    for thing in [qazaq.stem, qazaq.numbers, qazaq.tag("Үйдің алды."), qazaq.numbers("5%"), qazaq.paradigm("үй")]:
        assert pickle.loads(pickle.dumps(thing)) == thing
