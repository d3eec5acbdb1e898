"""How long validation takes: all rules and the schema on real documents, against lxml's parse alone; and a cold start.

usage: JATSKIT_CORPUS=<folder> python benchmarks/validate.py [--rules]

The documents are 50 of the corpus's valid ones of 40 to 250 kB, evenly picked by name. Every figure is the least of
several rounds, and all are of the same run. The cold start is `jatskit validate` of one document as a new process, with
the time of a Python that does nothing beside it. With --rules the dearest rules are listed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from jatskit.rules.checking import rules
from jatskit.rules.document import Document
from jatskit.rules.targets import demands
from jatskit.rules.validation import chosen, validate_xml
from jatskit.schema.gate import dtd_of, target_of_document
from jatskit.schema.parsing import parse

_BYTECODE = tempfile.TemporaryDirectory()
DOCUMENTS, ROUNDS = 50, 5
SMALLEST, LARGEST = 40_000, 250_000


def documents() -> list[tuple[str, bytes]]:
    if not (corpus := os.environ.get("JATSKIT_CORPUS")):
        sys.exit("JATSKIT_CORPUS does not name the folder of the corpus, whose documents are measured.")
    folder = Path(corpus) / "jats" / "valid"
    files = [file for file in sorted(folder.glob("*.xml")) if SMALLEST <= file.stat().st_size <= LARGEST]
    step = max(1, len(files) // DOCUMENTS)
    return [(file.name, file.read_bytes()) for file in files[::step][:DOCUMENTS]]


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least time that some work takes, in milliseconds of the processor."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def cold(*command: str) -> tuple[float, float]:
    """Return the least time that a command takes: by the clock, and of the processor, in milliseconds.

    Python's bytecode is there, as it is where the program has been installed.
    """
    walls, used = [], []
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = _BYTECODE.name
    for _ in range(10):
        before, start = os.times(), time.perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        walls.append(time.perf_counter() - start)
        after = os.times()
        used.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(walls) * 1000, min(used) * 1000


def main() -> None:
    given = documents()
    size = sum(len(data) for _, data in given)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    for _, data in given:  # the DTDs are loaded once in a run
        dtd_of(target_of_document(parse(data, "a.xml")))
    parsing = least(lambda: [etree.fromstring(data, parser) for _, data in given])
    bare = demands("schema")
    schema = least(lambda: [validate_xml(data, name, bare) for name, data in given])
    everything = demands(None)
    whole = least(lambda: [validate_xml(data, name, everything) for name, data in given])
    found = sum(len(validate_xml(data, name, everything)) for name, data in given)
    print(f"{len(given)} documents, {size / 1e6:.2f} MB, {len(rules())} rules, {found:,} findings")
    for what, took in (("lxml's parse", parsing), ("schema", schema), ("schema and rules", whole)):
        print(f"{what:18} {took:8.1f} ms   {took / parsing:5.1f} times lxml's parse")
    name = str(Path(os.environ["JATSKIT_CORPUS"]) / "jats" / "valid" / given[0][0])
    for what, command in (
        ("Python alone", ("-c", "pass")),
        ("jatskit --version", ("-m", "jatskit", "--version")),
        ("validate, cold", ("-m", "jatskit", "validate", name)),
    ):
        wall, used = cold(sys.executable, *command)
        print(f"{what:18} {wall:8.0f} ms by the clock, {used:.0f} ms of the processor")
    if "--rules" in sys.argv:
        trees = [parse(data, name) for name, data in given]
        looked = [Document(tree, target_of_document(tree), data) for tree, (_, data) in zip(trees, given, strict=True)]
        costs = [
            (least(lambda rule=rule: [list(rule.look(document)) for document in looked], 3), rule.id)
            for rule, _ in chosen(everything)
        ]
        print(f"all rules' looking {sum(cost for cost, _ in costs):8.1f} ms")
        print(
            f"indexing           {least(lambda: [Document(tree, d.target) for tree, d in zip(trees, looked, strict=True)]):8.1f} ms"
        )
        for cost, id in sorted(costs, reverse=True)[:25]:
            print(f"{cost:8.1f} ms  {id}")


if __name__ == "__main__":
    main()
