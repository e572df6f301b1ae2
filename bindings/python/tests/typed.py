"""Checked by mypy, not run: what a type checker sees of the package."""

from typing_extensions import assert_type

import polars as pl

import qazaq
from qazaq import Analysis, Detection, Number, Reading, Token


def check() -> None:
    assert_type(qazaq.stem("а"), str)
    assert_type(qazaq.stem(["а", "б"]), list[str])
    assert_type(qazaq.stem(["а", None]), list[str | None])
    assert_type(qazaq.transliterate("а", to="arabic"), str)
    assert_type(qazaq.tokens("а", spaces=True), list[Token])
    assert_type(qazaq.tokens(["а", "б"]), list[list[Token]])
    assert_type(qazaq.numbers("а"), list[Number])
    assert_type(qazaq.detect("а"), Detection | None)
    assert_type(qazaq.tag("а"), Analysis)
    assert_type(qazaq.spell(5), str)
    assert_type(qazaq.spell([5, 6]), list[str])
    assert_type(qazaq.Lexicon().analyze("а"), list[Reading])
    assert_type(qazaq.stem(pl.Series(["а"])), pl.Series)
    qazaq.stem(5)  # type: ignore[call-overload]
    qazaq.transliterate("а", into="arabic")  # type: ignore[call-overload]
