"""A corpus with Spark: normalised text, lemmas, sentences and percentages of every document.

    spark-submit corpus.py INPUT OUTPUT

INPUT is Parquet with the columns ``id`` and ``text`` (strings); OUTPUT is a directory of JSON lines, an object a document. The work goes
through ``mapInArrow``: a task takes batches of its partition, and nothing is shared between tasks, so a task that is lost with
its executor is run again elsewhere with the same result.
"""

import json
import os
import sys
from collections.abc import Iterator

import pyarrow as pa

SCHEMA = "value string"


def analyse(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A JSON object for each document of each batch; of a text that is null all is null."""
    # Spark gives a core to a task: one thread each, or the tasks of a machine would fight for its cores.
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    import qazaq

    for batch in batches:
        names = batch.column("id").to_pylist()
        texts = qazaq.normalize(batch.column("text").to_pylist())
        rows = zip(names, texts, qazaq.lemma(texts), qazaq.sentences(texts), qazaq.percentages(texts), strict=True)
        lines = [
            json.dumps(
                {
                    "id": name,
                    "text": text,
                    "lemmas": lemmas,
                    "sentences": sentences and [sentence.text for sentence in sentences],
                    "percentages": percentages and [[percent.text, str(percent.value)] for percent in percentages],
                },
                ensure_ascii=False,
                separators=(",", ":"),
            )
            for name, text, lemmas, sentences, percentages in rows
        ]
        yield pa.RecordBatch.from_arrays([pa.array(lines, pa.string())], names=["value"])


def main(source: str, target: str) -> None:
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("qazaq corpus").getOrCreate()
    documents = spark.read.parquet(source).select("id", "text")
    documents.mapInArrow(analyse, SCHEMA).write.mode("overwrite").text(target)
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
