"""Measure the reader: `python -m tests.references.sweep --style gbt-2015 -n 200 --noise tight --noise wide`.

Prints, for each style or join of two languages, the share of works of which every field was read right, the fields that
fail most, and the first failures. The same seed gives the same works. Without `--style` and `--join` all are measured.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.references.adapter import Reading, readings
from tests.references.agree import tell
from tests.references.cases import Case, joined, prints
from tests.references.noise import NOISES
from tests.references.styles import STYLES
from tests.references.styles.bilingual import JOINS


@dataclass
class Score:
    """How many references were read right, which fields were not, and the failures in words."""

    right: int = 0
    total: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        worst = ", ".join(f"{name} {times}" for name, times in self.fields.most_common(6))
        return f"{self.right:5}/{self.total:<5} {self.right / max(self.total, 1):6.1%}  {worst}"


def sample(cases: st.SearchStrategy[Case], count: int, start: int) -> list[Case]:
    """Some cases, the same for the same start, none twice."""
    found: dict[str, Case] = {}

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases)
    def draw(case: Case) -> None:
        found[case.text] = case

    draw()
    return list(found.values())


def score(cases: Sequence[Case], read: Callable[[str], list[Reading]]) -> Score:
    """Read the cases and count."""
    out = Score()
    for case in cases:
        found = case.judge(read(case.text))
        out.total += 1
        out.right += not found
        out.fields.update(difference.field for difference in found)
        if found:
            out.failures.append(f"{case.text}\n{tell(found)}")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", action="append", choices=sorted(STYLES), default=[], help="may be given again")
    parser.add_argument("--join", action="append", choices=list(JOINS), default=[], help="may be given again")
    parser.add_argument("-n", type=int, default=100, help="references of each style or join")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", action="append", choices=sorted(NOISES), default=[], help="may be given again")
    parser.add_argument("--failures", type=int, default=3, help="failures to print for each style or join")
    parser.add_argument("--show", action="store_true", help="print the references, read nothing")
    options = parser.parse_args(arguments)
    everything = not options.style and not options.join
    sources = {name: prints(name) for name in (STYLES if everything else options.style)}
    sources |= {join: joined(join) for join in (JOINS if everything else options.join)}
    every = Score()
    for name, source in sources.items():
        cases = [case.through(options.noise) for case in sample(source, options.n, options.seed + crc32(name.encode()))]
        if options.show:
            print("".join(f"{name}\t{case.parts[0][0].type}\t{case.text!r}\n" for case in cases), end="")
            continue
        result = score(cases, readings)
        every.right, every.total = every.right + result.right, every.total + result.total
        every.fields.update(result.fields)
        print(f"{name:24} {result}")
        print("".join(f"{failure}\n" for failure in result.failures[: options.failures]), end="")
    if not options.show:
        print(f"{'all':24} {every}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
