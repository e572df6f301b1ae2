"""One text, a list or an Arrow array: functions answer in kind.

A function of the package takes a batch (a list of texts, or a column for :func:`rewriting`) and says in its annotation what it
answers for one text; the decorators make a :class:`TextFunction` of it.
"""

from __future__ import annotations

import datetime
import functools
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, Union, overload

from ._results import Analysis, Tagged, Value, value_of

P = ParamSpec("P")
R = TypeVar("R")


class ArrowArray(Protocol):
    """An Arrow array of one piece."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


class ArrowStream(Protocol):
    """An Arrow array of several pieces: a Polars series, a chunked array."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class Series(Protocol):
    """A pandas series, also one from before it had the Arrow interface."""

    def to_numpy(self) -> Any: ...


A = TypeVar("A", bound=Union[ArrowArray, ArrowStream, Series])


class TextFunction(Protocol[P, R]):
    """A function of a text, of a list of texts, or of an Arrow array of them."""

    # A str is an iterable of str as well, and the first of these holds.
    @overload
    def __call__(self, text: str, /, *args: P.args, **options: P.kwargs) -> R: ...  # type: ignore[overload-overlap]
    @overload
    def __call__(self, text: A, /, *args: P.args, **options: P.kwargs) -> A: ...
    @overload
    def __call__(self, text: Iterable[str], /, *args: P.args, **options: P.kwargs) -> list[R]: ...
    @overload
    def __call__(self, text: Iterable[str | None], /, *args: P.args, **options: P.kwargs) -> list[R | None]: ...


def rewriting(function: Callable[Concatenate[Any, P], str]) -> TextFunction[P, str]:
    """A function from text to text."""

    @functools.wraps(function)
    def answer(text: Any, /, *args: P.args, **options: P.kwargs) -> Any:
        return rewritten(text, lambda batch: function(batch, *args, **options))

    return typing.cast("TextFunction[P, str]", answer)


def describing(function: Callable[Concatenate[Any, P], R]) -> TextFunction[P, R]:
    """A function from text to anything else; its return annotation says to what."""
    shape = Shape(typing.get_type_hints(function)["return"])

    @functools.wraps(function)
    def answer(text: Any, /, *args: P.args, **options: P.kwargs) -> Any:
        return described(text, shape, lambda batch: function(batch, *args, **options))

    return typing.cast("TextFunction[P, R]", answer)


def rewritten(text: Any, call: Callable[[Any], Any]) -> Any:
    """The texts that a batch function makes of a text, a list or an array, in kind."""
    if isinstance(text, str):
        return call([text])[0]
    outside = Outside.of(text)
    if outside is None:
        return call(listed(text))
    if outside.array is None:
        return outside.back_values(call(outside.values()), texts=True)
    return outside.back(outside.rewritten(call))


def described(text: Any, shape: Shape, call: Callable[[list[str | None]], Any]) -> Any:
    """The results that a batch function makes of a text, a list or an array, in kind."""
    if isinstance(text, str):
        return shape.make(call([text])[0])
    outside = Outside.of(text)
    if outside is None:
        return [shape.make(row) for row in call(listed(text))]
    rows = call(outside.values())
    if outside.array is None or outside.library == "pandas":
        return outside.back_values([shape.make(row) for row in rows])
    import pyarrow

    return outside.back(pyarrow.array([shape.plain(row) for row in rows], shape.arrow()))


def listed(text: Any) -> list[Any]:
    """A list of what was given for a text."""
    if isinstance(text, (bytes, bytearray)):
        raise TypeError("text is wanted, not bytes: decode it first")
    if not isinstance(text, Iterable):
        raise TypeError(f"a str, a list of str or an Arrow array of text is wanted, not {type(text).__name__}")
    return list(text)


class Outside:
    """An array of another library, as a pyarrow array of text where pyarrow is there, and the way back."""

    def __init__(self, given: Any, library: str) -> None:
        self.given = given
        self.library = library
        self.array: Any = None
        # A column of Python objects has nothing to gain from Arrow, and errors can say where they are.
        if library == "pandas" and given.dtype == object:
            return
        try:
            import pyarrow
        except ImportError as error:
            if library in ("pandas", "polars"):
                return
            raise ImportError("Arrow arrays need pyarrow: pip install pyarrow") from error
        array = given
        if library == "pandas":
            array = pyarrow.array(given, from_pandas=True)
        elif not isinstance(given, (pyarrow.Array, pyarrow.ChunkedArray)):
            array = pyarrow.chunked_array(given) if hasattr(given, "__arrow_c_stream__") else pyarrow.array(given)
        self.chunked = isinstance(array, pyarrow.ChunkedArray)
        if self.chunked:
            array = pyarrow.concat_arrays(array.chunks) if array.num_chunks else pyarrow.array([], array.type)
        if pyarrow.types.is_dictionary(array.type):
            array = array.dictionary_decode()
        if pyarrow.types.is_null(array.type):
            array = array.cast(pyarrow.large_string())
        kind = array.type
        if not (pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind) or pyarrow.types.is_string_view(kind)):
            raise ValueError(f"an Arrow array of text is wanted, not of {kind}")
        self.array = array

    @staticmethod
    def of(text: Any) -> Outside | None:
        library = type(text).__module__.partition(".")[0]
        if library == "pandas" and type(text).__name__ == "Series":
            return Outside(text, library)
        if hasattr(text, "__arrow_c_stream__") or hasattr(text, "__arrow_c_array__"):
            return Outside(text, library)
        return None

    def values(self) -> list[str | None]:
        if self.array is not None:
            return typing.cast("list[str | None]", self.array.to_pylist())
        if self.library == "pandas":
            return [None if missing else text for text, missing in zip(self.given, self.given.isna(), strict=True)]
        return list(self.given)

    def rewritten(self, call: Callable[[Any], Any]) -> Any:
        """The buffers go over whole; no object is made for a row."""
        import pyarrow

        column = self.array.cast(pyarrow.large_string())
        _, offsets, data = column.buffers()
        count = len(column)
        cut = offsets.slice(8 * column.offset, 8 * (count + 1)).to_pybytes() if offsets is not None and count else bytes(8)
        ends, made = call((cut, data.to_pybytes() if data is not None else b""))
        valid = column.is_valid().buffers()[1] if column.null_count else None
        result = pyarrow.Array.from_buffers(pyarrow.large_string(), count, [valid, pyarrow.py_buffer(ends), pyarrow.py_buffer(made)])
        return result.cast(self.array.type) if pyarrow.types.is_string(self.array.type) else result

    def back(self, result: Any) -> Any:
        """An Arrow array as one of the library that the texts came from."""
        import pyarrow

        if self.library == "polars":
            import polars

            return polars.Series(self.given.name, result)
        if self.library == "pandas":
            return self.back_values(result.to_pylist(), texts=True)
        return pyarrow.chunked_array([result]) if self.chunked else result

    def back_values(self, values: list[Any], *, texts: bool = False) -> Any:
        """The same for Python objects, which may be ``texts``."""
        if self.library == "polars":
            import polars

            return polars.Series(self.given.name, values)
        import pandas

        kind = None if isinstance(self.given.dtype, pandas.CategoricalDtype) else self.given.dtype
        return pandas.Series(values, index=self.given.index, name=self.given.name, dtype=kind if texts else object)


class Shape:
    """What a result looks like: how it is made of the tuples of the compiled half, as objects and for Arrow."""

    def __init__(self, hint: Any) -> None:
        self.hint = hint
        self.make = _optional(_mapper(hint, objects=True))
        self.plain = _optional(_mapper(hint, objects=False))

    def arrow(self) -> Any:
        return _arrow_type(self.hint)


def _inner(hint: Any) -> Any:
    """The type of the items of a list or tuple, the type beside None; else the type itself."""
    if hint is Analysis:
        return list[Tagged]
    if typing.get_origin(hint) in (Union, types.UnionType) and hint != Value:
        return next(part for part in typing.get_args(hint) if part is not type(None))
    return typing.get_args(hint)[0] if typing.get_origin(hint) in (list, tuple) else hint


def _is_list(hint: Any) -> bool:
    return hint is Analysis or typing.get_origin(hint) in (list, tuple)


def _is_optional(hint: Any) -> bool:
    return hint != Value and typing.get_origin(hint) in (Union, types.UnionType)


def _optional(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda row: None if row is None else make(row)


def _same(row: Any) -> Any:
    return row


def _mapper(hint: Any, *, objects: bool) -> Callable[[Any], Any]:
    """What makes a result of a tuple, or what pyarrow makes a struct of."""
    if hint == Value:
        return value_of if objects else _same
    if _is_optional(hint):
        make = _mapper(_inner(hint), objects=objects)
        return make if make is _same else _optional(make)
    if _is_list(hint):
        kind = hint if hint is Analysis else typing.get_origin(hint)
        item = _mapper(_inner(hint), objects=objects)
        if not objects:
            return item if item is _same else lambda rows: [item(row) for row in rows]
        return kind if item is _same else lambda rows: kind([item(row) for row in rows])
    if typing.get_origin(hint) is dict:
        return dict if objects else _same
    if is_dataclass(hint):
        names, makers = zip(*((name, _mapper(kind, objects=objects)) for name, kind in _fields(hint).items()), strict=True)
        new: Any = hint if objects else lambda *cells: dict(zip(names, cells, strict=True))
        if all(make is _same for make in makers):
            return lambda row: new(*row)
        return lambda row: new(*[make(cell) for make, cell in zip(makers, row, strict=True)])
    return _same


def _fields(hint: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(hint)
    return {one.name: hints[one.name] for one in fields(hint)}


def _arrow_type(hint: Any) -> Any:
    import pyarrow

    if hint == Value:
        return pyarrow.string()
    if _is_optional(hint):
        return _arrow_type(_inner(hint))
    if _is_list(hint):
        return pyarrow.list_(_arrow_type(_inner(hint)))
    if typing.get_origin(hint) is dict:
        return pyarrow.map_(pyarrow.string(), pyarrow.string())
    if is_dataclass(hint):
        return pyarrow.struct([(name, _arrow_type(kind)) for name, kind in _fields(hint).items()])
    return {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}[hint]
