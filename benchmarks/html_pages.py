"""How long an HTML page takes to read, beside lxml.html's own parse of it.

usage: python benchmarks/html_pages.py FILE...
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from jatskit.errors import UnreadableSource
from jatskit.protocols import Source
from jatskit.readers.html import read_html


def best(run: Callable[[], object], times: int = 5) -> float:
    """Return the shortest of several runs, in milliseconds of processor time."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def main() -> None:
    """Print a row for each file, and the ratio of the sums."""
    sums = [0.0, 0.0]
    for name in sys.argv[1:]:
        data = Path(name).read_bytes()

        def read(data: bytes = data, name: str = name) -> object:
            try:
                return read_html(Source.from_bytes(data, name))
            except UnreadableSource:
                return None

        read()
        ours = best(read)
        theirs = best(lambda data=data: lxml.html.document_fromstring(data))  # type: ignore[misc]  # no type for lambdas with defaults
        sums[0] += ours
        sums[1] += theirs
        print(
            f"{len(data):9d} bytes  {ours:8.2f} ms  lxml.html {theirs:7.2f} ms  {ours / theirs:5.1f}  {Path(name).name}"
        )
    if sums[1]:
        print(f"all: {sums[0]:.1f} ms, {sums[0] / sums[1]:.1f} times lxml.html")


if __name__ == "__main__":
    main()
