"""Kazakh text: tokens, sentences, transliteration, numbers and morphology.

Every function that takes a text takes a ``str``, a list of them (``None`` stays ``None``) or an Arrow array (pyarrow, Polars, pandas,
DuckDB: anything with ``__arrow_c_array__`` or ``__arrow_c_stream__``) and answers in kind; lists and arrays are worked on
in parallel, without the interpreter's lock. Offsets are code points, as Python counts them.

>>> import qazaq
>>> qazaq.transliterate("Қазақстан Республикасы", to="latin-2018")
'Qazaqstan Respýblıkasy'
>>> qazaq.lemma("Қалада жүргендер кітаптарын оқыды.")
'қала жүр кітап оқы.'
>>> qazaq.numbers("Өнім 12,5%-ға өсті")[0].value
Decimal('12.5')
"""

from __future__ import annotations

import datetime as _datetime
import html as _html
import re as _re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import _qazaq
from ._qazaq import __version__

__all__ = [
    "Analysis",
    "Detection",
    "Form",
    "Morpheme",
    "Money",
    "Number",
    "Percent",
    "Range",
    "Reading",
    "Sentence",
    "Tagged",
    "Token",
    "__version__",
    "analyze",
    "detect",
    "digitize",
    "inflect",
    "lemma",
    "normalize",
    "numbers",
    "paradigm",
    "parse",
    "percentages",
    "restore",
    "schemes",
    "sentences",
    "slug",
    "spell",
    "stem",
    "stop_words",
    "tag",
    "tokens",
    "transliterate",
    "verbalize",
    "words",
]



@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text. ``base`` is the token without its ending, ``suffix`` the ending of a number or an acronym."""

    text: str
    kind: str
    start: int
    end: int
    base: str
    suffix: str | None

    def __repr__(self) -> str:
        return f"<Token {self.text!r} {self.kind} {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Range:
    """A range of values, ends included."""

    low: int | Decimal | Fraction
    high: int | Decimal | Fraction

    def __str__(self) -> str:
        return f"{self.low}..{self.high}"




@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a hundred.

    >>> Percent(Decimal("12.5")).fraction
    Fraction(1, 8)
    """

    value: int | Decimal | Fraction

    @property
    def fraction(self) -> Fraction:
        """The share of one, exact."""
        return Fraction(self.value) / 100

    def __str__(self) -> str:
        return f"{self.value}%"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a currency (ISO 4217).

    >>> str(Money(Decimal("17.29"), "KZT"))
    '17.29 KZT'
    """

    amount: int | Decimal | Fraction
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text.

    ``value`` is exact: ``int``, ``Decimal``, ``Fraction``, a ``Range`` of these, a ``datetime.date`` for a full date, or the notation as text
    for other dates and times. ``unit`` is an ISO 4217 code, a unit symbol or ``%``.
    """

    text: str
    kind: str
    value: Any
    unit: str | None
    modifiers: tuple[str, ...]
    start: int
    end: int

    def __repr__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        return f"<Number {self.kind} {self.value}{unit} {self.text!r}>"

    @property
    def percent(self) -> Percent | None:
        """The value as :class:`Percent`, where it is one number of per cent (not a range, not percentage points).

        >>> numbers("баға 12,5%-ға өсті")[0].percent
        Percent(value=Decimal('12.5'))
        """
        return Percent(self.value) if self.unit == "%" and isinstance(self.value, int | Decimal | Fraction) else None

    @property
    def money(self) -> Money | None:
        """The value as :class:`Money`, where it is one amount.

        >>> numbers("17 теңге 29 тиын төледі")[0].money
        Money(amount=Decimal('17.29'), currency='KZT')
        """
        if self.kind != "money" or self.unit is None or not isinstance(self.value, int | Decimal | Fraction):
            return None
        return Money(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Detection:
    """What a text is written in: the code of a scheme or ``cyrillic``, and how sure that is (0 to 1)."""

    scheme: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A piece of a word: ``stem`` or the name of a suffix, and its letters."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word. Names are those of Universal Dependencies; a lower ``cost`` is likelier."""

    lemma: str
    upos: str
    features: dict[str, str]
    morphemes: tuple[Morpheme, ...]
    provenance: str
    cost: int = field(compare=False)

    def __repr__(self) -> str:
        features = "|".join(f"{name}={value}" for name, value in self.features.items()) or "_"
        return f"<Reading {self.lemma} {self.upos} {features}>"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word of a sentence: all its readings, the chosen one first, and the rule that decided, if one did."""

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    rule: str | None

    @property
    def reading(self) -> Reading:
        """The chosen reading."""
        return self.readings[0]

    @property
    def lemma(self) -> str:
        """The lemma of the chosen reading."""
        return self.readings[0].lemma if self.readings else self.text

    @property
    def upos(self) -> str:
        """The part of speech of the chosen reading."""
        return self.readings[0].upos if self.readings else "X"

    def __repr__(self) -> str:
        return f"<Tagged {self.text} {self.lemma} {self.upos}>"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a word."""

    text: str
    upos: str
    features: dict[str, str]

    def __str__(self) -> str:
        return self.text


class Analysis(list[list[Tagged]]):
    """The sentences of a text, each a list of :class:`Tagged`. In a notebook it shows itself as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Words over their lemmas and parts of speech; what else a word may be and its morphemes stand in its title."""
        pieces = ["<div lang='kk'>"]
        for sentence in self:
            pieces.append("<p style='line-height:3.2'>")
            for word in sentence:
                best = word.readings[0] if word.readings else None
                about = "&#10;".join(_html.escape(repr(reading)[len("<Reading ") : -1], quote=True) for reading in word.readings[:8])
                under = _html.escape(f"{best.lemma} {best.upos}") if best else "?"
                pieces.append(
                    f"<ruby title='{about}' style='ruby-position:under;margin-right:.5em'>{_html.escape(word.text)}"
                    f"<rt style='font-size:.65em;opacity:.75'>{under}</rt></ruby> "
                )
            pieces.append("</p>")
        pieces.append("</div>")
        return "".join(pieces)


def _is_arrow(texts: object) -> bool:
    return hasattr(texts, "__arrow_c_array__") or hasattr(texts, "__arrow_c_stream__")


def _text_type(array: Any) -> Any:
    import pyarrow

    kind = array.type
    if not (pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind) or pyarrow.types.is_string_view(kind)):
        raise ValueError(f"an Arrow array of text is wanted, not of {kind}")
    return kind


def _arrow(texts: Any) -> tuple[list[str | None], Callable[[list[Any]], Any]]:
    """The values of an Arrow array, and what makes an array of the same library out of results."""
    try:
        import pyarrow
    except ImportError as error:  # pragma: no cover
        raise ImportError("Arrow arrays need pyarrow: pip install pyarrow") from error
    if hasattr(texts, "__arrow_c_stream__"):
        array = pyarrow.chunked_array(texts)
    else:
        array = pyarrow.array(texts)
    kind = _text_type(array)
    module = type(texts).__module__.split(".")[0]

    def back(values: list[Any]) -> Any:
        plain = all(value is None or isinstance(value, str) for value in values)
        if not plain:
            return values
        made = pyarrow.array(values, kind if not pyarrow.types.is_string_view(kind) else pyarrow.large_string())
        if module == "polars":
            import polars

            return polars.Series(texts.name, made)
        if module == "pandas":
            import pandas

            return pandas.Series(values, index=texts.index, name=texts.name, dtype=texts.dtype)
        return made if isinstance(texts, pyarrow.Array) else pyarrow.chunked_array([made])

    return array.to_pylist(), back


def _column(texts: Any, function: Callable[[Any], Any]) -> Any:
    """As :func:`_apply` for an Arrow array and a function from text to text: the buffers go over whole, no object is made for a row."""
    try:
        import pyarrow
    except ImportError as error:  # pragma: no cover
        raise ImportError("Arrow arrays need pyarrow: pip install pyarrow") from error

    chunked = hasattr(texts, "__arrow_c_stream__")
    array = pyarrow.chunked_array(texts).combine_chunks() if chunked else pyarrow.array(texts)
    if isinstance(array, pyarrow.ChunkedArray):
        array = array.chunk(0)
    kind = _text_type(array)
    column = array.cast(pyarrow.large_string())
    _, offsets, data = column.buffers()
    count = len(column)
    cut = offsets.slice(8 * column.offset, 8 * (count + 1)).to_pybytes() if offsets is not None and count else bytes(8)
    ends, made = function((cut, data.to_pybytes() if data is not None else b""))
    valid = column.is_valid().buffers()[1] if column.null_count else None
    result = pyarrow.Array.from_buffers(pyarrow.large_string(), count, [valid, pyarrow.py_buffer(ends), pyarrow.py_buffer(made)])
    if pyarrow.types.is_string(kind):
        result = result.cast(kind)
    module = type(texts).__module__.split(".")[0]
    if module == "polars":
        import polars

        return polars.Series(texts.name, result)
    if module == "pandas":
        import pandas

        return pandas.Series(result.to_pandas().to_numpy(), index=texts.index, name=texts.name, dtype=texts.dtype)
    return pyarrow.chunked_array([result]) if chunked else result


def _rewrite(texts: Any, function: Callable[[Any], Any]) -> Any:
    """:func:`_apply` for a function from text to text."""
    if _is_arrow(texts) and not isinstance(texts, str):
        return _column(texts, function)
    return _apply(texts, function)


def _apply(texts: Any, function: Callable[[list[str | None]], list[Any]], wrap: Callable[[Any], Any] | None = None) -> Any:
    """Calls a batch function for one text, a list or an Arrow array, and answers in kind."""

    def wrapped(values: list[Any]) -> list[Any]:
        return values if wrap is None else [None if value is None else wrap(value) for value in values]

    if isinstance(texts, str):
        return wrapped(function([texts]))[0]
    if _is_arrow(texts):
        values, back = _arrow(texts)
        return back(wrapped(function(values)))
    if isinstance(texts, (bytes, bytearray)):
        raise TypeError("text is wanted, not bytes: decode it first")
    return wrapped(function(list(texts)))


def normalize(text: Any, *, quotes: bool = False, dashes: bool = False) -> Any:
    """Mends look-alike letters, composition, invisible characters and spaces.

    >>> normalize("партияcы")  # with a Latin c
    'партиясы'
    >>> normalize(["қазақ", None])
    ['қазақ', None]
    """
    return _rewrite(text, lambda texts: _qazaq.normalize(texts, quotes, dashes))


def transliterate(text: Any, *, to: str = "latin-2021", source: str = "cyrillic") -> Any:
    """Converts between Cyrillic and the schemes of :func:`schemes`. ``source="auto"`` reads any mixture.

    >>> transliterate("Ғылым")
    'Ğylym'
    >>> transliterate("Qazaqstan", to="cyrillic", source="auto")
    'Қазақстан'
    >>> transliterate("сөз", to="klingon")
    Traceback (most recent call last):
    ...
    ValueError: unknown scheme "klingon": ...
    """
    return _rewrite(text, lambda texts: _qazaq.transliterate(texts, to, source))


def schemes() -> dict[str, str]:
    """The codes of all schemes and what they are called.

    >>> "latin-2021" in schemes()
    True
    """
    return dict(_qazaq.schemes())


def detect(text: Any) -> Any:
    """Tells what a text is written in; ``None`` where that cannot be told.

    >>> detect("Қазақстан Республикасы").scheme
    'cyrillic'
    """
    return _apply(text, _qazaq.detect, lambda found: Detection(*found))


def slug(text: Any) -> Any:
    """A name for addresses and files: small ASCII letters and hyphens.

    >>> slug("Қазақстан Республикасы")
    'qazaqstan-respublikasy'
    """
    return _rewrite(text, _qazaq.slug)


def tokens(text: Any, *, spaces: bool = False) -> Any:
    """Cuts a text into typed tokens; with ``spaces`` every character is in one.

    >>> [token.text for token in tokens("12,5%-ға өсті, т.б.")]
    ['12,5%-ға', 'өсті', ',', 'т.б.']
    >>> tokens("88-і")[0].suffix
    'і'
    """
    return _apply(text, lambda texts: _qazaq.tokens(texts, spaces), lambda rows: [Token(*row) for row in rows])


def words(text: Any) -> Any:
    """Only the words, numbers and abbreviations.

    >>> words("Бұл — сөйлем.")
    ['Бұл', 'сөйлем']
    """
    return _apply(text, _qazaq.words)


def sentences(text: Any) -> Any:
    """Cuts a text into sentences.

    >>> [sentence.text for sentence in sentences("Ол 2010 ж. келді. Т.б. жоқ.")]
    ['Ол 2010 ж. келді.', 'Т.б. жоқ.']
    """
    return _apply(text, _qazaq.sentences, lambda rows: [Sentence(*row) for row in rows])


_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"


def _value(notation: str) -> Any:
    """The value of the library's notation."""
    if _re.fullmatch(r"-?\d+", notation):
        return int(notation)
    if _re.fullmatch(r"-?\d+\.\d+", notation):
        return Decimal(notation)
    if _re.fullmatch(r"-?\d+/\d+", notation):
        return Fraction(notation)
    if (found := _re.fullmatch(f"({_NUMBER})\\.\\.({_NUMBER})", notation)) is not None:
        return Range(_value(found[1]), _value(found[2]))
    if _re.fullmatch(r"\d{4}-\d\d-\d\d", notation):
        try:
            return _datetime.date.fromisoformat(notation)
        except ValueError:
            return notation
    return notation


def _number(row: tuple[Any, ...]) -> Number:
    text, kind, notation, unit, modifiers, start, end = row
    return Number(text, kind, _value(notation), unit, tuple(modifiers), start, end)


def numbers(text: Any, *, relative: bool = False) -> Any:
    """Finds numbers with exact values: digits and words, percent, money, quantities, dates, times.

    >>> numbers("екі миллионнан астам, 17 теңге 29 тиын")
    [<Number cardinal 2000000 'екі миллионнан астам'>, <Number money 17.29 KZT '17 теңге 29 тиын'>]
    >>> numbers("10-15%")[0].value
    Range(low=10, high=15)
    """
    return _apply(text, lambda texts: _qazaq.find_numbers(texts, relative), lambda rows: [_number(row) for row in rows])


def percentages(text: Any) -> Any:
    """Only the percentages of :func:`numbers`.

    >>> [number.value for number in percentages("елу процентке, 18,1%")]
    [50, Decimal('18.1')]
    """
    return _apply(
        text,
        lambda texts: _qazaq.find_numbers(texts, False),
        lambda rows: [_number(row) for row in rows if row[1] == "percent"],
    )


def spell(value: Any, form: str = "cardinal") -> str:
    """Writes a number in words. ``form``: cardinal, ordinal, collective, percent, ``money:KZT`` …

    >>> spell(140, "ordinal")
    'жүз қырқыншы'
    >>> spell(Decimal("18.1"))
    'он сегіз бүтін оннан бір'
    """
    if isinstance(value, float):
        raise TypeError("a float has no exact value: give an int, a Decimal or a str")
    return str(_apply(str(value), lambda texts: _qazaq.spell(texts, form)))


def parse(text: Any) -> Any:
    """Reads a number in words; ``ValueError`` names the word that cannot be.

    >>> parse("он сегіз бүтін оннан бір")
    Decimal('18.1')
    >>> parse("он екі үш")
    Traceback (most recent call last):
    ...
    ValueError: "үш" cannot follow "екі" (at 7)
    """
    return _apply(text, _qazaq.parse, _value)


def verbalize(text: Any) -> Any:
    """Writes the numbers of a text in words.

    >>> verbalize("18,1%-ға өсті")
    'он сегіз бүтін оннан бір пайызға өсті'
    """
    return _rewrite(text, _qazaq.verbalize)


def digitize(text: Any) -> Any:
    """Writes number words of a text in digits.

    >>> digitize("елу процентке")
    '50%-ке'
    """
    return _rewrite(text, _qazaq.digitize)


def stem(text: Any) -> Any:
    """Replaces every word by its stem, for search; all else stays.

    >>> stem("кітаптарымыздың халқы")
    'кітап халық'
    """
    return _rewrite(text, _qazaq.stem)


def lemma(text: Any) -> Any:
    """Replaces every word by its dictionary form, chosen in its sentence; all else stays.

    >>> lemma(["Үйдің алды таза.", None])
    ['үй алд таза.', None]
    """
    return _rewrite(text, _qazaq.lemma)


def restore(text: Any) -> Any:
    """Puts back Kazakh letters that a keyboard did not have, where that is certain.

    >>> restore("оте коп китап")
    'өте көп кітап'
    """
    return _rewrite(text, _qazaq.restore)


def _reading(row: tuple[Any, ...]) -> Reading:
    lemma, upos, features, morphemes, provenance, cost = row
    return Reading(lemma, upos, dict(features), tuple(Morpheme(*piece) for piece in morphemes), provenance, cost)


def analyze(word: Any) -> Any:
    """All readings of a word, the likeliest first.

    >>> analyze("кітапқа")[0]
    <Reading кітап NOUN Case=Dat>
    >>> [piece.text for piece in analyze("үйлерімізде")[0].morphemes]
    ['үй', 'лер', 'іміз', 'де']
    """
    return _apply(word, _qazaq.analyze, lambda rows: [_reading(row) for row in rows])


def tag(text: Any) -> Any:
    """Sentences of a text with a reading chosen for every word, as an :class:`Analysis`.

    >>> tag("Үйдің алды таза.")
    [[<Tagged Үйдің үй NOUN>, <Tagged алды алд NOUN>, <Tagged таза таза ADJ>, <Tagged . . PUNCT>]]
    """

    def sentence(rows: list[Any]) -> list[Tagged]:
        return [
            Tagged(text, start, end, tuple(_reading(reading) for reading in readings), rule)
            for text, start, end, readings, rule in rows
        ]

    return _apply(text, _qazaq.tag, lambda found: Analysis(sentence(rows) for rows in found))


def _features(features: str | dict[str, str]) -> str:
    return features if isinstance(features, str) else "|".join(f"{name}={value}" for name, value in features.items())


def inflect(lemma: str, features: str | dict[str, str], *, upos: str | None = None) -> list[Form]:
    """The forms of a word with these features, the usual one first.

    >>> str(inflect("кітап", {"Case": "Dat", "Number[psor]": "Plur", "Person[psor]": "1"})[0])
    'кітабымызға'
    >>> inflect("кітап", "Tense=Past")
    Traceback (most recent call last):
    ...
    ValueError: "кітап" has no form Tense=Past
    """
    return [Form(text, pos, dict(all)) for text, pos, all in _qazaq.inflect(lemma, _features(features), upos)]


def paradigm(lemma: str, *, upos: str | None = None) -> list[tuple[str, list[Form]]]:
    """The table of a word's forms: groups and forms.

    >>> group, forms = paradigm("бала")[0]
    >>> group, forms[0].text
    ('singular', 'бала')
    """
    return [
        (group, [Form(text, pos, dict(all)) for text, pos, all in forms])
        for group, forms in _qazaq.paradigm(lemma, upos)
    ]


def stop_words() -> list[str]:
    """Words that say little about what a text is about.

    >>> "және" in stop_words()
    True
    """
    return _qazaq.stop_words()
