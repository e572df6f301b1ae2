"""Runs corpus.py in a local cluster on generated text, whole and with an executor killed midway, and beside the command `qazaq`.

    python check.py QAZAQ SAMPLES [MEGABYTES]

QAZAQ is the command, SAMPLES a directory of texts whose sentences are shuffled (with a fixed seed, numbers varied) into documents.
Fails where an output differs, where no executor was killed, or where Spark ran no task again.
"""

import bisect
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pyspark

HERE = Path(__file__).parent
FILES = 16


def documents(samples: Path, size: int) -> list[tuple[str, str]]:
    import qazaq

    sentences: list[str] = []
    for path in sorted(samples.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            sentences += [sentence.text for sentence in qazaq.sentences(line)]
    chance = random.Random(2026)
    made, total = [], 0
    while total < size:
        picked = chance.choices(sentences, k=12)
        text = " ".join(re.sub(r"(?<![\d.,:/-])[1-9]\d?(?![\d.,:/-])", lambda _: str(chance.randrange(1, 99)), one) for one in picked)
        made.append((f"{len(made):08}", text))
        total += len(text.encode())
    return made


def by_command(qazaq: str, made: list[tuple[str, str]], work: Path) -> list[str]:
    """The same rows from what the command line says."""

    def run(*arguments: str, source: Path) -> bytes:
        return subprocess.run([qazaq, *arguments, str(source)], check=True, stdout=subprocess.PIPE).stdout

    raw, clean = work / "raw.txt", work / "clean.txt"
    raw.write_text("".join(text + "\n" for _, text in made), "utf-8")
    clean.write_bytes(run("normalize", source=raw))
    texts = clean.read_text("utf-8").split("\n")[:-1]
    lemmas = run("lemma", source=clean).decode().split("\n")[:-1]
    assert len(texts) == len(lemmas) == len(made)
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text.encode()) + 1
    sentences: list[list[str]] = [[] for _ in made]
    for line in run("sentences", "--format", "jsonl", source=clean).splitlines():
        row = json.loads(line)
        sentences[bisect.bisect_right(starts, row["start"]) - 1].append(row["text"])
    percentages: list[list[list[str]]] = [[] for _ in made]
    for line in run("numbers", "--kind", "percent", "--format", "jsonl", source=clean).splitlines():
        row = json.loads(line)
        percentages[bisect.bisect_right(starts, row["start"]) - 1].append([row["text"], row["value"]])
    return sorted(
        json.dumps(
            {"id": name, "text": text, "lemmas": lemma, "sentences": some, "percentages": percents},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for (name, _), text, lemma, some, percents in zip(made, texts, lemmas, sentences, percentages, strict=True)
    )


def executors(mark: str) -> list[int]:
    """Those of this run, and of no other Spark on the machine."""
    found = subprocess.run(["pgrep", "-f", f"{mark}.*CoarseGrainedExecutorBackend"], stdout=subprocess.PIPE, text=True).stdout
    return [int(line) for line in found.split()]


def spark(source: Path, target: Path, log: Path, kill: bool) -> tuple[float, list[int]]:
    home = Path(pyspark.__path__[0])
    log.mkdir()
    mark = f"qazaq.check={log.parent.name}"
    command = [
        str(home / "bin" / "spark-submit"), "--master", "local-cluster[2,1,1024]",
        "--conf", "spark.eventLog.enabled=true", "--conf", f"spark.eventLog.dir=file://{log}", "--conf", "spark.eventLog.compress=false",
        "--conf", "spark.eventLog.rolling.enabled=false",
        "--conf", "spark.ui.enabled=false", "--conf", "spark.sql.files.maxPartitionBytes=4m",
        "--conf", f"spark.executor.extraJavaOptions=-D{mark}", "--conf", "spark.executor.memory=900m", "--conf", "spark.sql.execution.arrow.maxRecordsPerBatch=2000",
        str(HERE / "corpus.py"), str(source), str(target),
    ]
    environment = {**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    killed: list[int] = []
    started = time.time()
    job = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=(log.parent / f"{log.name}.err").open("w"))

    def killer() -> None:
        # Some results must be there already, others not.
        while job.poll() is None:
            done = sum(len(list(path.glob("part-*"))) for path in target.glob("_temporary/0/*"))
            if done >= 3 and (running := executors(mark)):
                victim = running[0]
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)
                return
            time.sleep(0.1)

    thread = threading.Thread(target=killer)
    if kill:
        thread.start()
    if job.wait(timeout=1800):
        raise SystemExit((log.parent / f"{log.name}.err").read_text()[-4000:])
    if kill:
        thread.join()
    return time.time() - started, killed


def events(log: Path) -> tuple[int, int, float]:
    """Executors lost, tasks that failed, seconds that tasks ran."""
    lost, failed, ran = 0, 0, 0.0
    for path in log.rglob("*"):
        if not path.is_file() or path.name.startswith("."):
            continue
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerExecutorRemoved":
                lost += 1
            if event["Event"] == "SparkListenerTaskEnd":
                failed += event["Task End Reason"]["Reason"] != "Success"
                ran += event.get("Task Metrics", {}).get("Executor Run Time", 0) / 1000
    return lost, failed, ran


def nulls() -> None:
    """A document without a text, one with nothing in it."""
    from corpus import analyse

    batch = pa.RecordBatch.from_pydict({"id": ["a", "b"], "text": pa.array([None, ""], pa.string())})
    [out] = analyse(iter([batch]))
    a, b = (json.loads(line) for line in out.column("value").to_pylist())
    assert a == {"id": "a", "text": None, "lemmas": None, "sentences": None, "percentages": None}, a
    assert b == {"id": "b", "text": "", "lemmas": "", "sentences": [], "percentages": []}, b


def main(qazaq: str, samples: str, megabytes: str = "100") -> None:
    nulls()
    work = Path(tempfile.mkdtemp(prefix="qazaq-spark-"))
    try:
        made = documents(Path(samples), int(megabytes) * 1_000_000)
        source = work / "source"
        source.mkdir()
        size = -(-len(made) // FILES)
        for number in range(FILES):
            part = made[number * size : (number + 1) * size]
            table = pa.table({"id": [name for name, _ in part], "text": [text for _, text in part]})
            pq.write_table(table, source / f"part-{number:02}.parquet", row_group_size=2000)
        total = sum(len(text.encode()) for _, text in made) / 1e6
        print(f"{len(made)} documents, {total:.0f} MB in {FILES} files", flush=True)
        started = time.time()
        wanted = by_command(qazaq, made, work)
        print(f"command line: {time.time() - started:.0f} s", flush=True)
        for kill in (False, True):
            target, log = work / f"out-{kill}", work / f"log-{kill}"
            seconds, killed = spark(source, target, log, kill)
            lines = sorted(line for path in target.glob("part-*") for line in path.read_text("utf-8").split("\n")[:-1])
            lost, failed, ran = events(log)
            print(
                f"{'one executor killed' if kill else 'undisturbed'}: {seconds:.0f} s in all, {total / ran:.2f} MB/s for each core at work, "
                f"{lost} executors lost, {failed} tasks run again, {len(lines)} rows",
                flush=True,
            )
            if lines != wanted:
                differing = next(pair for pair in zip(lines, wanted) if pair[0] != pair[1]) if len(lines) == len(wanted) else len(lines)
                raise SystemExit(f"the output is not that of the command line: {differing}")
            if kill and not (killed and failed):
                raise SystemExit("no executor was killed, or no task was run again: nothing was shown")
        print("the same bytes from the command line, from Spark, and with an executor killed")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
