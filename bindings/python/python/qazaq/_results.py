"""What the functions answer with: small frozen objects."""

from __future__ import annotations

import datetime
import html
import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Union

Exact = Union[int, Decimal, Fraction]


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

    def __repr__(self) -> str:
        return f"<Sentence {self.text!r} {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Identifier:
    """What names a person, an account, a phone, a paper by digits. ``kind`` is one of person, entity, account, phone, address,
    version, plate, document."""

    text: str
    kind: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"<Identifier {self.kind} {self.text!r} {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Change:
    """What :func:`normalize` changes in a text, and why."""

    start: int
    end: int
    original: str
    replacement: str
    reason: str

    def __repr__(self) -> str:
        return f"<Change {self.original!r} to {self.replacement!r} {self.reason} {self.start}:{self.end}>"


@dataclass(frozen=True, slots=True)
class Scheme:
    """An alphabet beside Cyrillic. ``lossless``: different words always come out different. ``options``: names and what they do."""

    code: str
    title: str
    status: str
    source: str
    lossless: bool
    options: dict[str, str]

    def __repr__(self) -> str:
        return f"<Scheme {self.code}: {self.title}>"


@dataclass(frozen=True, slots=True)
class Detection:
    """What a text is written in: the code of a scheme or ``cyrillic``, and how sure that is (0 to 1)."""

    scheme: str
    confidence: float

    def __repr__(self) -> str:
        return f"<Detection {self.scheme} {self.confidence:.2f}>"


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a word may stand for in Cyrillic, the best first, and whether that is beyond doubt."""

    words: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A word of a text whose way back to Cyrillic is open."""

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Uncertain {self.text!r} {self.start}:{self.end} {'/'.join(self.candidates)}>"


@dataclass(frozen=True, slots=True)
class Range:
    """A range of values, ends included."""

    low: Exact
    high: Exact

    def __str__(self) -> str:
        return f"{self.low}..{self.high}"


Value = Union[int, Decimal, Fraction, Range, datetime.date, str]


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of a hundred.

    >>> Percent(Decimal("12.5")).fraction
    Fraction(1, 8)
    """

    value: Exact

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

    amount: Exact
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text.

    ``value`` is exact: ``int``, ``Decimal``, ``Fraction``, a :class:`Range` of these, a ``datetime.date`` for a full date, or the notation
    as text for other dates and times. ``unit`` is an ISO 4217 code, a unit symbol or ``%``, ``suffix`` the ending that was written to it.
    """

    text: str
    kind: str
    value: Value
    unit: str | None
    modifiers: tuple[str, ...]
    suffix: str | None
    start: int
    end: int

    def __repr__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        return f"<Number {self.kind} {self.value}{unit} {self.text!r}>"

    @property
    def percent(self) -> Percent | None:
        """The value as :class:`Percent`, where it is one number of per cent (not a range, not percentage points)."""
        return Percent(self.value) if self.unit == "%" and isinstance(self.value, (int, Decimal, Fraction)) else None

    @property
    def money(self) -> Money | None:
        """The value as :class:`Money`, where it is one amount."""
        if self.kind != "money" or self.unit is None or not isinstance(self.value, (int, Decimal, Fraction)):
            return None
        return Money(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A piece of a word: ``stem`` or the name of a suffix, and its letters."""

    name: str
    text: str


def _features(features: dict[str, str]) -> str:
    return "|".join(f"{name}={value}" for name, value in features.items()) or "_"


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
        return f"<Reading {self.lemma} {self.upos} {_features(self.features)}>"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word of a sentence: all its readings, the chosen one first, and the rule that decided, if one did."""

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    rule: str | None

    @property
    def reading(self) -> Reading | None:
        """The chosen reading; what is no word of any language (``☂``) may have none."""
        return self.readings[0] if self.readings else None

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

    def __repr__(self) -> str:
        return f"<Form {self.text} {self.upos} {_features(self.features)}>"


@dataclass(frozen=True, slots=True)
class ParadigmRow:
    """A row of the table of a word's forms: its group, what was asked for, and the forms, the usual one first."""

    group: str
    features: dict[str, str]
    forms: tuple[Form, ...]

    def __repr__(self) -> str:
        return f"<{self.group}: {' / '.join(form.text for form in self.forms)}>"


@dataclass(frozen=True, slots=True)
class Restoration:
    """A word in which Kazakh letters may be missing, and what it may be, the likeliest first."""

    start: int
    end: int
    text: str
    answers: tuple[str, ...]
    certain: bool

    def __repr__(self) -> str:
        return f"<Restoration {self.text} {self.start}:{self.end} {'/'.join(self.answers)}>"


class Analysis(list[list[Tagged]]):
    """The sentences of a text, each a list of :class:`Tagged`. In a notebook it shows itself: words over their lemmas."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Words over their lemmas and parts of speech; what else a word may be stands in its title."""
        pieces = ["<div lang='kk'>"]
        for sentence in self:
            pieces.append("<p style='line-height:3.2'>")
            for word in sentence:
                about = "&#10;".join(html.escape(repr(reading)[len("<Reading ") : -1], quote=True) for reading in word.readings[:8])
                under = html.escape(f"{word.lemma} {word.upos}") if word.readings else "?"
                pieces.append(
                    f"<ruby title='{about}' style='ruby-position:under;margin-right:.5em'>{html.escape(word.text)}"
                    f"<rt style='font-size:.65em;opacity:.75'>{under}</rt></ruby> "
                )
            pieces.append("</p>")
        pieces.append("</div>")
        return "".join(pieces)


_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"


def value_of(notation: str) -> Value:
    """The value that the library writes so."""
    if re.fullmatch(r"-?\d+", notation):
        return int(notation)
    if re.fullmatch(r"-?\d+\.\d+", notation):
        return Decimal(notation)
    if re.fullmatch(r"-?\d+/\d+", notation):
        return Fraction(notation)
    if (found := re.fullmatch(f"({_NUMBER})\\.\\.({_NUMBER})", notation)) is not None:
        low, high = value_of(found[1]), value_of(found[2])
        if isinstance(low, (int, Decimal, Fraction)) and isinstance(high, (int, Decimal, Fraction)):
            return Range(low, high)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", notation):
        try:
            return datetime.date.fromisoformat(notation)
        except ValueError:
            return notation
    return notation
