"""How long jatskit takes to validate a large JATS document, and how much memory, against xmllint with the same DTD.

usage: python benchmarks/large.py [FILE] [--mb N] [--rounds N]

Whole processes, in turns; medians. FILE is made as large as asked for by repeating its body and its list of references,
with ids of their own; without one, an invented article is. xmllint is Debian's package libxml2-utils.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jatskit.schema.gate import target_of_document
from jatskit.schema.parsing import parse

SAMPLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.3 20210610//EN"
 "JATS-archivearticle1-3-mathml3.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article" dtd-version="1.3" xml:lang="en">
<front><article-meta><title-group><article-title>Tides of a shallow bay</article-title></title-group></article-meta></front>
<body><sec id="s1"><title>Levels</title><p>The level <italic>h</italic> was read each hour at three poles <xref ref-type="bibr" rid="r1">1</xref>,
and its mean is <inline-formula><mml:math><mml:mi>h</mml:mi><mml:mo>=</mml:mo><mml:mn>2.1</mml:mn></mml:math></inline-formula> m over
the months of the survey; the neap tides of <bold>spring</bold> were lower than those of autumn by a hand (see
<xref ref-type="table" rid="t1">Table 1</xref>).</p>
<table-wrap id="t1"><label>Table 1</label><caption><p>Readings.</p></caption><table><tbody>
<tr><td>1</td><td>2.04</td><td>low</td></tr><tr><td>2</td><td>2.31</td><td>high</td></tr></tbody></table></table-wrap></sec></body>
<back><ref-list><ref id="r1"><label>1</label><element-citation publication-type="journal"><person-group person-group-type="author">
<name><surname>Vale</surname><given-names>Ann</given-names></name></person-group><article-title>On poles</article-title>
<source>Tidal Letters</source><year>2014</year><volume>3</volume><fpage>1</fpage><lpage>9</lpage></element-citation></ref></ref-list></back>
</article>
"""  # fmt: skip
_BODY = re.compile(r"(?s)<body[^>]*>(.*?)</body>")
_REFERENCES = re.compile(r"(?s)<ref .*</ref>")
_ID = re.compile(r'\b(id|rid)="([^"]*)"')


def numbered(text: str, number: int) -> str:
    """Give ids and the references to them a number."""
    return _ID.sub(lambda m: f'{m[1]}="{" ".join(f"{id}-{number}" for id in m[2].split())}"', text)


def enlarged(text: str, megabytes: int, path: Path) -> None:
    """Write an article with its body and references repeated."""
    body = _BODY.search(text)
    references = _REFERENCES.search(text, body.end()) if body else None
    if body is None or references is None:
        raise SystemExit("the article needs a body and references behind it")
    times = megabytes * 1_000_000 // len((body[1] + references[0]).encode()) + 1
    with path.open("w", encoding="utf-8") as file:
        file.write(numbered(text[: body.start(1)], 0))
        file.writelines(numbered(body[1], number) for number in range(times))
        file.write(numbered(text[body.end(1) : references.start()], 0))
        file.writelines(numbered(references[0], number) for number in range(times))
        file.write(numbered(text[references.end() :], 0))


def run(command: list[str]) -> tuple[float, float, int]:
    """Return the seconds, the megabytes and the exit status of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--mb", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    xmllint = shutil.which("xmllint")
    if xmllint is None:
        raise SystemExit("xmllint is not installed")
    text = arguments.file.read_text(encoding="utf-8") if arguments.file else SAMPLE
    dtd = target_of_document(parse(text.encode(), "sample")).dtd_file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.xml"
        enlarged(text, arguments.mb, path)
        commands = {
            "xmllint --dtdvalid": [xmllint, "--noout", "--nonet", "--dtdvalid", str(dtd), str(path)],
            "jatskit validate": [sys.executable, "-m", "jatskit", "validate", "--target", "schema", str(path)],
        }
        took: dict[str, list[tuple[float, float, int]]] = {name: [] for name in commands}
        for _ in range(arguments.rounds):
            for name, command in commands.items():
                took[name].append(run(command))
        print(f"{path.stat().st_size / 1_000_000:.1f} MB")
    floor = statistics.median(seconds for seconds, _, _ in took["xmllint --dtdvalid"])
    for name, runs in took.items():
        seconds, memory = statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)
        print(f"{name:20s} {seconds:6.2f} s  {seconds / floor:4.2f}  {memory:5.0f} MB  status {runs[0][2]}")


if __name__ == "__main__":
    main()
