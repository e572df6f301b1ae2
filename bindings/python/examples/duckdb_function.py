"""A function of DuckDB: stems in SQL, a column at a time through Arrow."""

import duckdb

import qazaq

connection = duckdb.connect()
connection.create_function("kk_stem", qazaq.stem, ["VARCHAR"], "VARCHAR", type="arrow")
rows = connection.sql("select kk_stem(word) from (values ('қалада'), ('қаланың'), ('кітаптан')) as t(word)").fetchall()
assert rows == [("қала",), ("қала",), ("кітап",)]
print(rows)
