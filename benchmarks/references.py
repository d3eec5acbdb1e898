"""How fast citations are parsed and written, as a ratio to a floor measured in the same run; and what memory it takes.

usage: python benchmarks/references.py [--rounds N] [--lines N]

The list is invented: works by one fixed recipe, printed in a dozen styles. The floor is `json.dumps` of the same texts;
`re.split` of them at marks stands beside it. Times are medians, on one core. Long lines are timed at two lengths: twice
the length is to take about twice the time. Memory is the peak of a process that streams a list, against one a tenth as
long.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from jatskit.jats.reference_list import ReferenceListWriter
from jatskit.references.parse import parse_reference
from jatskit.schema.catalogue import TagSet, Target
from jatskit.writers.csl import csl_json
from jatskit.writers.reference_lines import reference_line

STYLES = (
    "{S} {i}, {T} {j}{k}. {title}. {journal}. {y};{v}({n}):{a}-{b}. doi:10.1234/x.{a}",
    "{S}, {i}., & {T}, {j}. ({y}). {title}. {journal}, {v}({n}), {a}–{b}. https://doi.org/10.1234/x.{a}",
    "{i}. {S} and {j}. {T}, “{title},” {journal}, vol. {v}, no. {n}, pp. {a}–{b}, {y}.",
    "[{n}] {S} {i}, {T} {j}. {title}[J]. {journal}, {y}, {v}({n}): {a}-{b}.",
    "{S}, {i}., {T}, {j}., {y}. {title}. {journal} {v}, {a}–{b}.",
    "{S}, {i}.; {T}, {j}. {title}. {journal} {y}, {v}, {a}–{b}.",
    "{S}, {i}. {title}. {n}. ed. Boston: {publisher}, {y}.",
    "{S} {i}, {T} {j}. {title}. In: {T} {j}, editor. {title} again. Boston: {publisher}; {y}. p. {a}-{b}.",
    "{T} {j}. {title} [Internet]. {publisher}; {y} [cited 2020 May 3]. Available from: https://example.org/{a}/",
    "[{n}] 张伟, 李{han}. {zh}的研究[J]. {han}学报, {y}, {v}({n}): {a}-{b}.",
    "王芳. {zh}[M]. 北京: {han}出版社, {y}: {a}.",
    "张伟, 李{han}. {zh}的研究 [J]. {han}学报, {y} ({n}): {a}-{b}. "
    "Zhang W, Li H. {title} [J]. {journal}, {y} ({n}): {a}-{b}.",
)
WORDS = (
    "adaptive rivers in the urban network of energy and soil under heat a model for growth with thermal layers".split()
)
NAMES = ("Smith", "Garcia-Lopez", "van der Berg", "O’Brien", "Müller", "Chen", "Okafor", "Lindqvist")
#: What lines are made of that could cost more than their length, by a name for it.
HOSTILE = {
    "brackets": "[",
    "closing brackets": ")",
    "digits": "7",
    "Han": "测",
    "capitals": "A",
    "initials": "A. ",
    "names": "Smith J, ",
    "dots": ". ",
    "Han and blanks": "测 试 ",
    "hyphens": "a- b",
    "years": "2019 ",
    "links": "http://a ",
}
HAN = ("河流", "产业", "能源", "网络")


def citations(count: int) -> Iterator[str]:
    """Yield invented citations, the same ones each time."""
    for n in range(count):
        title = " ".join(WORDS[(n * 7 + k * (n % 5 + 1)) % len(WORDS)] for k in range(6 + n % 6)).capitalize()
        yield STYLES[n % len(STYLES)].format(
            S=NAMES[n % len(NAMES)],
            T=NAMES[(n * 3 + 1) % len(NAMES)],
            i="ABCDEJKM"[n % 8],
            j="RSTWL"[n % 5],
            k="ACE"[n % 3],
            title=title,
            journal=("J Tests", "Annals of Rivers", "Energy Letters")[n % 3],
            publisher="Harbour Press",
            zh=HAN[n % 4] + HAN[(n + 1) % 4] + "关系",
            han=HAN[n % 4],
            y=1950 + n % 75,
            v=1 + n % 90,
            n=1 + n % 12,
            a=100 + n % 800,
            b=110 + n % 800,
        )


def median_s(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of one call, in seconds, after a warm-up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def speed(rounds: int) -> None:
    """Print citations a second, for parsing alone and up to each output."""
    texts = list(citations(1200))
    marks = re.compile(r"[.,;:()\[\]]")
    writer = ReferenceListWriter(Target(TagSet.ARCHIVING))

    def jats() -> None:
        writer.batch([parse_reference(text).reference_with(f"ref{n}") for n, text in enumerate(texts, 1)])

    floor = median_s(lambda: [json.dumps(text) for text in texts], rounds)
    rows: tuple[tuple[str, Callable[[], object]], ...] = (
        ("re.split at marks", lambda: [marks.split(text) for text in texts]),
        ("parse_reference", lambda: [parse_reference(text) for text in texts]),
        ("  and model, evidence", lambda: [parse_reference(text).reference for text in texts]),
        ("  and JATS through the gate", jats),
        ("  and CSL-JSON", lambda: [csl_json(parse_reference(text).reference) for text in texts]),
        ("  and JSON lines", lambda: [reference_line(parse_reference(text), 1, 1) for text in texts]),
    )
    print(f"{'':30s}  citations/s  ratio to json.dumps of the texts")
    for name, work in rows:
        seconds = median_s(work, rounds)
        print(f"{name:30s}  {len(texts) / seconds:11,.0f}  {seconds / floor:8.0f}")


def long_lines(length: int = 10_000) -> None:
    """Print how the time of one line grows with its length."""
    print(f"\n{'one line of':30s}  ms at {length:,}  ms at {2 * length:,}")
    for name, piece in HOSTILE.items():
        times = []
        for size in (length, 2 * length):
            text = (piece * (size // len(piece) + 1))[:size]
            start = time.perf_counter()
            _ = parse_reference(text).evidence
            times.append((time.perf_counter() - start) * 1000)
        print(f"{name:30s}  {times[0]:12,.0f}  {times[1]:12,.0f}  {times[1] / times[0]:5.1f}")


def memory(lines: int) -> None:
    """Print the peak memory of processes that stream a short list and a long one."""
    program = (
        "import resource, sys; from jatskit.cli import cli\n"
        "try: cli.main(sys.argv[1:])\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    print(f"\n{'peak memory, MB':30s}  {lines // 10:,} lines  {lines:,} lines  lines/s")
    with tempfile.TemporaryDirectory() as folder:
        for form in ("jats", "csl-json", "jsonl"):
            peaks, seconds = [], 0.0
            for count in (lines // 10, lines):
                source = Path(folder) / "list.txt"
                with source.open("w", encoding="utf-8") as file:
                    file.writelines(f"{text}\n" for text in citations(count))
                arguments = ["references", str(source), "--to", form, "-q", "-o", str(Path(folder) / "out")]
                start = time.perf_counter()
                done = subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True)
                seconds = time.perf_counter() - start
                peaks.append(int(done.stderr.split()[-1]) / 1024)
            print(f"{form:30s}  {peaks[0]:12,.0f}  {peaks[1]:12,.0f}  {lines / seconds:10,.0f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lines", type=int, default=200_000)
    options = parser.parse_args()
    speed(options.rounds)
    long_lines()
    if options.lines:
        memory(options.lines)
