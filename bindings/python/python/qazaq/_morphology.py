"""Morphology: stems, lemmas, readings, tags, forms, restored letters, words of your own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import _qazaq
from ._kinds import Shape, TextFunction, described, describing, rewriting, rewritten
from ._results import Analysis, Form, ParadigmRow, Reading, Restoration


@rewriting
def stem(text: Any) -> str:
    """Replaces every word by its stem, for search; all else stays.

    >>> stem("кітаптарымыздың халқы")
    'кітап халық'
    """
    return _qazaq.stem(text)


@rewriting
def lemma(text: Any) -> str:
    """Replaces every word by its dictionary form, chosen in its sentence; all else stays.

    >>> lemma(["Үйдің алды таза.", None])
    ['үй алд таза.', None]
    """
    return _qazaq.lemma(text)


@describing
def analyze(word: Any) -> list[Reading]:
    """All readings of a word, the likeliest first.

    >>> analyze("кітапқа")[0]
    <Reading кітап NOUN Case=Dat>
    >>> [piece.text for piece in analyze("үйлерімізде")[0].morphemes]
    ['үй', 'лер', 'іміз', 'де']
    """
    return _qazaq.analyze(word)


@describing
def tag(text: Any) -> Analysis:
    """Sentences of a text with a reading chosen for every word, as an :class:`Analysis`.

    >>> tag("Үйдің алды таза.")
    [[<Tagged Үйдің үй NOUN>, <Tagged алды алд NOUN>, <Tagged таза таза ADJ>, <Tagged . . PUNCT>]]
    """
    return _qazaq.tag(text)


def _wanted(features: str | Mapping[str, str]) -> str:
    return features if isinstance(features, str) else "|".join(f"{name}={value}" for name, value in features.items())


def _forms(rows: list[tuple[str, str, list[tuple[str, str]]]]) -> list[Form]:
    return [Form(text, upos, dict(features)) for text, upos, features in rows]


def inflect(lemma: str, features: str | Mapping[str, str], *, upos: str | None = None) -> list[Form]:
    """The forms of a word with these features, the usual one first.

    >>> str(inflect("кітап", {"Case": "Dat", "Number[psor]": "Plur", "Person[psor]": "1"})[0])
    'кітабымызға'
    >>> inflect("тап", "Aspect=Perf|VerbForm=Conv")[0].text
    'тауып'
    >>> inflect("кітап", "Tense=Past")
    Traceback (most recent call last):
    ...
    ValueError: "кітап" has no form Tense=Past
    """
    return _forms(_qazaq.inflect(lemma, _wanted(features), upos))


def parts_of_speech(lemma: str) -> list[str]:
    """What parts of speech a word has forms as, the likeliest first.

    >>> sorted(parts_of_speech("жаз"))
    ['NOUN', 'VERB']
    """
    return _qazaq.parts_of_speech(lemma)


def paradigm(lemma: str, *, upos: str | None = None) -> list[ParadigmRow]:
    """The table of a word's forms.

    >>> paradigm("бала")[:3]
    [<singular: бала>, <singular: баланың>, <singular: балаға>]
    """
    rows = _qazaq.paradigm(lemma, upos)
    return [ParadigmRow(group, dict(features), tuple(_forms(forms))) for group, features, forms in rows]


@rewriting
def restore(text: Any) -> str:
    """Puts back Kazakh letters that a keyboard did not have, where that is certain.

    >>> restore("оте коп китап")
    'өте көп кітап'
    """
    return _qazaq.restore(text)


@describing
def restorations(text: Any) -> list[Restoration]:
    """The words in which Kazakh letters may be missing.

    >>> restorations("коп китап")[0].answers[0]
    'көп'
    """
    return _qazaq.restorations(text)


def stop_words() -> list[str]:
    """Words that say little about what a text is about.

    >>> "және" in stop_words()
    True
    """
    return _qazaq.stop_words()


_READINGS = Shape(list[Reading])


class Lexicon:
    """The built-in lexicon with words of your own: a brand, a surname, a term of the trade.

    ``rows`` is a mapping or pairs of lemma and part of speech, or text with a row of lemma, parts of speech and flags between tabs in each line,
    as the project's ``data/lexicon/`` has them.

    >>> lexicon = Lexicon({"блокчейн": "NOUN", "гуглде": "VERB"})
    >>> lexicon.analyze("блокчейнімізден")[0]
    <Reading блокчейн NOUN Case=Abl|Number[psor]=Plur|Person[psor]=1>
    >>> lexicon.lemma(["гуглдедім", "үйлер"])
    ['гуглде', 'үй']
    """

    __slots__ = ("_inner",)

    def __init__(self, rows: str | Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        self._inner = _qazaq.Lexicon()
        self.extend(rows)

    def extend(self, rows: str | Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        """Adds words; on an error none.

        >>> Lexicon().extend("дұрыс\\tNOUN\\nбұрыс\\tFOO\\n")
        Traceback (most recent call last):
        ...
        ValueError: line 2: ...
        """
        if isinstance(rows, Mapping):
            rows = rows.items()
        self._inner.extend(rows if isinstance(rows, str) else "".join(f"{lemma}\t{upos}\n" for lemma, upos in rows))

    def __len__(self) -> int:
        """How many words were added."""
        return self._inner.added()

    def __repr__(self) -> str:
        return f"<Lexicon with {len(self)} words of yours>"

    @property
    def analyze(self) -> TextFunction[[], list[Reading]]:
        """As :func:`qazaq.analyze`, with the added words."""

        def analyze(word: Any, /) -> Any:
            return described(word, _READINGS, self._inner.analyze)

        return analyze

    @property
    def lemma(self) -> TextFunction[[], str]:
        """The likeliest lemma of a word, with the added words."""

        def lemma(word: Any, /) -> Any:
            return rewritten(word, self._inner.lemma)

        return lemma

    def inflect(self, lemma: str, features: str | Mapping[str, str]) -> list[Form]:
        """As :func:`qazaq.inflect`; the added words go by their sound."""
        return _forms(self._inner.inflect(lemma, _wanted(features)))
