"""Polars expressions: stems of a column, and the numbers of its texts as a column of structs."""

import polars as pl

import qazaq

frame = pl.DataFrame({"text": ["Қазақстанда 18 пайызға өсті", None]})
frame = frame.with_columns(
    pl.col("text").map_batches(qazaq.stem, return_dtype=pl.String).alias("stems"),
    pl.col("text").map_batches(qazaq.numbers).alias("numbers"),
)
assert frame["stems"].to_list() == ["қазақстан 18 пайыз өс", None]
assert frame["numbers"][0][0]["value"] == "18"
print(frame)
