"""Measure the reader: `python -m tests.references.sweep --style gbt-2015 -n 200 --noise tight --noise wide`.

Prints, for each style, the share of works of which every field was read right, and the first failures. The same seed
gives the same works. Without `--style` all styles are measured; `--show` prints references instead of reading them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from zlib import crc32

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.references.adapter import WHY_NOT, reader
from tests.references.agree import Difference, differences, tell
from tests.references.items import Item, items
from tests.references.noise import NOISES, folded, harmed
from tests.references.styles import STYLES


def works(name: str, count: int, start: int) -> Iterator[Item]:
    """Some works that the style prints, the same for the same start."""
    style = STYLES[name]
    found: list[Item] = []

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.sampled_from([(lang, type_) for lang in style.languages for type_ in style.types]).flatmap(
            lambda p: items(*p)
        )
    )
    def draw(item: Item) -> None:
        found.append(item)

    draw()
    yield from found


def measure(name: str, count: int, start: int, noises: list[str], failures: int) -> tuple[int, int]:
    """Print a style's accuracy, which fields fail, and the first failures; return right and all."""
    read = reader()
    assert read
    right = total = 0
    failed: list[str] = []
    fields: Counter[str] = Counter()
    for item in works(name, count, start):
        total += 1
        text = STYLES[name].render(item)
        text = harmed(text, noises, crc32(text.encode()))
        readings = read(text)
        if len(readings) == 1:
            found = differences(item, STYLES[name], readings[0], folded(noises))
        else:
            found = [Difference("languages", 1, len(readings))]
        right += not found
        fields.update(difference.field for difference in found)
        if found and len(failed) < failures:
            failed.append(f"{text}\n{tell(found)}")
    worst = ", ".join(f"{field} {times}" for field, times in fields.most_common(6))
    print(f"{name:24} {right:5}/{total:<5} {right / total:6.1%}  {worst}")
    print("".join(f"{failure}\n" for failure in failed), end="")
    return right, total


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", action="append", choices=sorted(STYLES), help="may be given again")
    parser.add_argument("-n", type=int, default=100, help="works of each style")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", action="append", choices=sorted(NOISES), default=[], help="may be given again")
    parser.add_argument("--failures", type=int, default=3, help="failures to print for each style")
    parser.add_argument("--show", action="store_true", help="print the references, read nothing")
    options = parser.parse_args()
    names = options.style or list(STYLES)
    if options.show:
        for name in names:
            for item in works(name, options.n, options.seed):
                text = STYLES[name].render(item)
                print(f"{name}\t{item.type}\t{harmed(text, options.noise, crc32(text.encode()))}")
        return 0
    if reader() is None:
        print(WHY_NOT, file=sys.stderr)
        return 1
    results = [measure(name, options.n, options.seed, options.noise, options.failures) for name in names]
    right, total = (sum(column) for column in zip(*results, strict=True))
    print(f"{'all':24} {right:5}/{total:<5} {right / total:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
