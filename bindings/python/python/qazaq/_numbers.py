"""Numbers: found, written, read."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Union, overload

from . import _qazaq
from ._kinds import describing, rewriting
from ._results import Exact, Identifier, Money, Number, Percent, Value

Sayable = Union[Exact, str, Percent, Money]


@describing
def numbers(text: Any, *, kind: str | None = None, relative: bool = False) -> list[Number]:
    """Finds numbers with exact values: digits and words, percent, money, quantities, dates, times.

    ``kind`` asks for one kind only (cardinal, ordinal, percent, money, quantity, date, time); ``relative`` for words such as бүгін too.

    >>> numbers("екі миллионнан астам, 17 теңге 29 тиын")
    [<Number cardinal 2000000 'екі миллионнан астам'>, <Number money 17.29 KZT '17 теңге 29 тиын'>]
    >>> numbers("10-15%")[0].value
    Range(low=10, high=15)
    >>> numbers("17 теңге 29 тиын төледі")[0].money
    Money(amount=Decimal('17.29'), currency='KZT')
    """
    return _qazaq.find_numbers(text, kind, relative)


@describing
def percentages(text: Any) -> list[Number]:
    """Only the percentages of :func:`numbers`.

    >>> [number.value for number in percentages("елу процентке, 18,1%")]
    [50, Decimal('18.1')]
    >>> percentages("баға 12,5%-ға өсті")[0].percent
    Percent(value=Decimal('12.5'))
    """
    return _qazaq.find_numbers(text, "percent", False)


def _procent(percent_word: str) -> bool:
    if percent_word not in ("пайыз", "процент"):
        raise ValueError(f"percent_word is пайыз or процент, not {percent_word!r}")
    return percent_word == "процент"


def _notation(value: object) -> str:
    """A number as the library reads it."""
    if isinstance(value, (str, Fraction)):
        return str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float):
        raise TypeError("a float has no exact value: give an int, a Decimal, a Fraction or a str")
    return str(operator.index(value))  # type: ignore[arg-type]


@overload
def spell(value: Sayable, form: str | None = None, *, suffix: str = "", one_before_thousand: bool = False, percent_word: str = "пайыз") -> str: ...  # type: ignore[overload-overlap]
@overload
def spell(
    value: Iterable[Exact | str], form: str | None = None, *, suffix: str = "", one_before_thousand: bool = False, percent_word: str = "пайыз"
) -> list[str]: ...
@overload
def spell(
    value: Iterable[Exact | str | None], form: str | None = None, *, suffix: str = "", one_before_thousand: bool = False, percent_word: str = "пайыз"
) -> list[str | None]: ...
def spell(
    value: Any, form: str | None = None, *, suffix: str = "", one_before_thousand: bool = False, percent_word: str = "пайыз"
) -> Any:
    """Writes a number, or a list of them, in words.

    ``form``: cardinal, ordinal, collective, percent, ``money:KZT`` …; a :class:`Percent` and a :class:`Money` know theirs. ``suffix``: dative,
    ``possessive-3+dative`` ….

    >>> spell(140, "ordinal")
    'жүз қырқыншы'
    >>> spell(Decimal("18.1"))
    'он сегіз бүтін оннан бір'
    >>> spell(Money(Decimal("17.29"), "KZT"), suffix="dative")
    'он жеті теңге жиырма тоғыз тиынға'
    >>> spell([1, None, Fraction(2, 3)])
    ['бір', None, 'үштен екі']
    """
    if isinstance(value, Percent):
        value, form = value.value, form or "percent"
    elif isinstance(value, Money):
        value, form = value.amount, form or f"money:{value.currency}"
    style = (one_before_thousand, _procent(percent_word))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return _qazaq.spell([None if one is None else _notation(one) for one in value], form or "cardinal", suffix, style)
    return _qazaq.spell([_notation(value)], form or "cardinal", suffix, style)[0]


@describing
def parse(text: Any) -> Value:
    """Reads a number in words; ``ValueError`` names the word that cannot be.

    >>> parse("он сегіз бүтін оннан бір")
    Decimal('18.1')
    >>> parse("он екі үш")
    Traceback (most recent call last):
    ...
    ValueError: "үш" cannot follow "екі" (at 7)
    """
    return _qazaq.parse(text)


@rewriting
def verbalize(text: Any, *, one_before_thousand: bool = False, percent_word: str = "пайыз") -> str:
    """Writes the numbers of a text in words.

    >>> verbalize("18,1%-ға өсті")
    'он сегіз бүтін оннан бір пайызға өсті'
    """
    return _qazaq.verbalize(text, (one_before_thousand, _procent(percent_word)))


@rewriting
def digitize(text: Any) -> str:
    """Writes number words of a text in digits.

    >>> digitize("елу процентке")
    '50%-ке'
    """
    return _qazaq.digitize(text)


def with_suffix(base: Exact | str, suffix: str) -> str:
    """Puts a suffix to digits, a sign or an acronym, as the last word that is said asks for it.

    >>> with_suffix(88, "dative"), with_suffix("18,1%", "dative"), with_suffix("ТМД", "genitive")
    ('88-ге', '18,1%-ға', 'ТМД-ның')
    """
    found = _qazaq.with_suffix([_notation(base)], suffix)[0]
    return found if found is not None else ""


def check_suffix(base: Exact | str, suffix: str) -> str:
    """Whether a suffix agrees with what it was written to: ``agrees``, ``disagrees``, ``no suffix`` or ``unknown``.

    >>> check_suffix(88, "ге"), check_suffix(60, "ке")
    ('agrees', 'disagrees')
    """
    return _qazaq.check_suffix(_notation(base), suffix)


@describing
def identifiers(text: Any) -> list[Identifier]:
    """Finds what names by digits: phones, accounts, ЖСН and БСН (IIN, BIN), addresses, versions, plates, numbers of papers.

    >>> identifiers("ЖСН 850101300124, тел. +7 (701) 555-12-34")
    [<Identifier person '850101300124' 4:16>, <Identifier phone '+7 (701) 555-12-34' 23:41>]
    """
    return _qazaq.find_identifiers(text)


@describing
def identifier_kind(text: Any) -> str | None:
    """What an ЖСН or БСН (IIN, BIN) is of, ``person`` or ``entity``; ``None`` where its check digit or date is wrong.

    >>> identifier_kind("123456789012") is None
    True
    """
    return _qazaq.identifier_kind(text)
