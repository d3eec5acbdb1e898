"""How fast jatskit converts, as a ratio to a floor measured in the same run.

usage: python benchmarks/convert.py [PAGE] [--rounds N]

Warm: pages a second in one process, against the time that lxml alone needs to parse the same XML and validate it
against the same DTD. Cold: whole processes, against `python -c pass`. Medians; the ratios are what to quote.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

import jatskit
from jatskit.schema.gate import dtd_of

SAMPLE = Path(__file__).parent.parent / "samples" / "strategic-study-of-cae-2022-24-2-22.txt"


def median_ms(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of one call, in milliseconds, after a warm-up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def warm(page: Path, rounds: int) -> None:
    """Print the time of each stage in one process."""
    data = page.read_bytes()
    result = jatskit.convert(jatskit.Source.from_bytes(data, page.name))
    assert result.target is not None
    dtd = dtd_of(result.target)
    floor = median_ms(lambda: dtd.validate(etree.fromstring(result.data)), rounds)
    whole = median_ms(lambda: jatskit.convert(jatskit.Source.from_bytes(data, page.name)), rounds)
    reading = median_ms(lambda: jatskit.read(jatskit.Source.from_bytes(data, page.name)), rounds)
    writing = median_ms(lambda: jatskit.write(result.article), rounds)
    print(f"lxml parses and validates the output  {floor:8.3f} ms  1.0")
    for name, ms in (("jatskit.convert", whole), ("  of it: read", reading), ("  of it: write and gate", writing)):
        print(f"{name:36s}  {ms:8.3f} ms  {ms / floor:.1f}")
    print(f"{1000 / whole:.0f} pages a second")


def cold(page: Path, rounds: int) -> None:
    """Print the time of whole processes."""

    def run(*arguments: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "article.xml")
        floor = median_ms(run("-c", "pass"), rounds)
        print(f"python -c pass                        {floor:8.0f} ms")
        for name, arguments in (
            ("jatskit --version", ("-m", "jatskit", "--version")),
            ("jatskit convert", ("-m", "jatskit", "convert", str(page), "-o", output)),
        ):
            ms = median_ms(run(*arguments), rounds)
            print(f"{name:36s}  {ms:8.0f} ms  {ms - floor:+.0f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=200)
    arguments = parser.parse_args()
    warm(arguments.page, arguments.rounds)
    cold(arguments.page, max(5, arguments.rounds // 20))
