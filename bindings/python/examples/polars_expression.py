"""A Polars expression: stems of a column."""

import polars as pl

import qazaq

frame = pl.DataFrame({"text": ["Қазақстанда кітаптар", None]})
frame = frame.with_columns(pl.col("text").map_batches(qazaq.stem, return_dtype=pl.String).alias("stems"))
assert frame["stems"].to_list() == ["қазақстан кітап", None]
print(frame)
