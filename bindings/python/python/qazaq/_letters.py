"""Tokens, sentences, normalisation, transliteration, letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import _qazaq
from ._kinds import describing, rewriting
from ._results import Candidates, Change, Detection, Scheme, Sentence, Token, Uncertain


@describing
def tokens(text: Any, *, spaces: bool = False) -> list[Token]:
    """Cuts a text into typed tokens; with ``spaces`` every character is in one.

    >>> [token.text for token in tokens("12,5%-ға өсті, т.б.")]
    ['12,5%-ға', 'өсті', ',', 'т.б.']
    >>> tokens("88-і")[0].suffix
    'і'
    """
    return _qazaq.tokens(text, spaces)


@describing
def words(text: Any) -> list[str]:
    """Only the words, numbers and abbreviations.

    >>> words("Бұл — сөйлем.")
    ['Бұл', 'сөйлем']
    """
    return _qazaq.words(text)


@describing
def sentences(text: Any, *, hard_wrapped: bool = False) -> list[Sentence]:
    """Cuts a text into sentences. A line break ends one, unless lines are ``hard_wrapped`` at some width.

    >>> [sentence.text for sentence in sentences("Ол 2010 ж. келді. Т.б. жоқ.")]
    ['Ол 2010 ж. келді.', 'Т.б. жоқ.']
    """
    return _qazaq.sentences(text, hard_wrapped)


@rewriting
def normalize(
    text: Any,
    *,
    composition: bool = True,
    lookalikes: bool = True,
    foreign_letters: bool = True,
    invisible: bool = True,
    spaces: bool = True,
    quotes: bool = False,
    dashes: bool = False,
) -> str:
    """Mends composition, look-alike letters, invisible characters and spaces; on demand quotation marks and dashes.

    >>> normalize("партияcы")  # with a Latin c
    'партиясы'
    >>> normalize(["қазақ", None])
    ['қазақ', None]
    """
    return _qazaq.normalize(text, (composition, lookalikes, foreign_letters, invisible, spaces, quotes, dashes))


@describing
def changes(
    text: Any,
    *,
    composition: bool = True,
    lookalikes: bool = True,
    foreign_letters: bool = True,
    invisible: bool = True,
    spaces: bool = True,
    quotes: bool = False,
    dashes: bool = False,
) -> list[Change]:
    """What :func:`normalize` would change, with places and reasons.

    >>> changes("партияcы")
    [<Change 'c' to 'с' lookalike 6:7>]
    """
    return _qazaq.changes(text, (composition, lookalikes, foreign_letters, invisible, spaces, quotes, dashes))


@rewriting
def repair_legacy_font(text: Any) -> str:
    """Gives text that was typed in a font from before Unicode its letters back. Only for text that is known to be such.

    >>> repair_legacy_font("Ќазаќстан")
    'Қазақстан'
    """
    return _qazaq.repair_legacy_font(text)


@rewriting
def transliterate(
    text: Any,
    *,
    to: str = "latin-2021",
    source: str = "cyrillic",
    options: Iterable[str] = (),
    exceptions: Mapping[str, str] | None = None,
    markup: str | None = None,
) -> str:
    """Converts between Cyrillic and the alphabets of :func:`schemes`.

    ``source="auto"`` finds out what each text is written in. ``options`` are those of the scheme that is written. ``exceptions`` are words and names spelled your
    own way, also with endings. ``markup`` (``"html"`` or ``"markdown"``) leaves tags and code alone.

    >>> transliterate("Ғылым")
    'Ğylym'
    >>> transliterate("Qazaqstan", to="cyrillic", source="auto")
    'Қазақстан'
    >>> transliterate("Нұр-Сұлтанда", exceptions={"Нұр-Сұлтан": "Nur-Sultan"})
    'Nur-Sultanda'
    >>> transliterate('<p title="атау">Ғылым</p>', markup="html")
    '<p title="атау">Ğylym</p>'
    >>> transliterate("сөз", to="klingon")
    Traceback (most recent call last):
    ...
    ValueError: unknown scheme "klingon": ...
    """
    return _qazaq.transliterate(text, to, source, list(options), list((exceptions or {}).items()), markup)


@rewriting
def to_cyrillic(text: Any) -> str:
    """Brings text of any alphabet to Cyrillic, also such as nobody wrote by a table.

    >>> to_cyrillic("Nauryz meiramy, Almaty qalasy")
    'Наурыз мейрамы, Алматы қаласы'
    """
    return _qazaq.transliterate(text, "cyrillic", "auto", [], [], None)


@describing
def candidates(word: Any, *, source: str = "latin-2021") -> Candidates:
    """What a word of another alphabet may be in Cyrillic, and whether that is beyond doubt.

    >>> candidates("qazaq")
    Candidates(words=('қазақ',), certain=True)
    >>> candidates("tsarizm").certain
    False
    """
    return _qazaq.candidates(word, source)


@describing
def uncertain(text: Any, *, source: str = "latin-2021") -> list[Uncertain]:
    """The words of a text whose way back to Cyrillic is open, for an editor to look at.

    >>> [word.text for word in uncertain("Qazaq tsarizm")]
    ['tsarizm']
    """
    return _qazaq.uncertain(text, source)


def schemes() -> dict[str, Scheme]:
    """All alphabets beside Cyrillic, by their codes.

    >>> schemes()["latin-2018"]
    <Scheme latin-2018: Latin alphabet of 2018 with acute accents>
    """
    return {row[0]: Scheme(*row[:-1], options=dict(row[-1])) for row in _qazaq.schemes()}


@describing
def detect(text: Any) -> Detection | None:
    """Tells what a text is written in; ``None`` where that cannot be told.

    >>> detect("Қазақстан Республикасы")
    <Detection cyrillic 1.00>
    """
    return _qazaq.detect(text)


@rewriting
def slug(text: Any) -> str:
    """A name for addresses and files: small ASCII letters and hyphens.

    >>> slug("Қазақстан Республикасы")
    'qazaqstan-respublikasy'
    """
    return _qazaq.slug(text)


@rewriting
def lower(text: Any, *, script: str | None = None) -> str:
    """Small letters. ``script`` is ``Cyrl``, ``Latn`` or ``Arab``, else that of most letters: in Kazakh Latin I is the capital of ı.

    >>> lower("BILIM", script="Latn")
    'bılım'
    """
    return _qazaq.lower(text, script)


@rewriting
def upper(text: Any, *, script: str | None = None) -> str:
    """Capital letters, see :func:`lower`.

    >>> upper("sinema", script="Latn")
    'SİNEMA'
    """
    return _qazaq.upper(text, script)


def sort_key(text: str) -> bytes:
    """A key for the alphabetical order.

    >>> sorted(["Шымкент", "Әулиеата", "Өскемен", "Ақтау"], key=sort_key)
    ['Ақтау', 'Әулиеата', 'Өскемен', 'Шымкент']
    """
    return _qazaq.sort_key(text)
