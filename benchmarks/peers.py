"""How long jatskit's rules take beside PMC's style checker and JATS4R's schematron, on the documents of validate.py.

usage: JATSKIT_CORPUS=<folder> python benchmarks/peers.py [--jats4r FILE] [--pmc FILE]

FILE is theirs: JATS4R's `schematrons/1.0/jats4r.sch` (or a stylesheet made of such a schema), PMC's
`nlm-stylechecker.xsl`. Neither is a part of jatskit; JATS4R_SCHEMATRON and PMC_STYLE_CHECKER in the environment name
them, too, and what is not named is left out with the reason. The schematron is run by SaxonC (the extra `schematron`),
the style checker by libxslt. Theirs are compiled before; their parsers read the bytes and then the stylesheet runs.
Ours reads, validates by the DTD and runs all rules. Every figure is the least of several rounds of the same run.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree
from validate import documents, least

from jatskit.rules.checking import rules
from jatskit.rules.targets import demands
from jatskit.rules.validation import validate_xml
from jatskit.schema.files.schematron import schematron
from jatskit.schema.files.schematron2 import Schematron2File
from jatskit.schema.gate import dtd_of, target_of_document
from jatskit.schema.parsing import parse

Documents = list[tuple[str, bytes]]


def jats4r(file: str, given: Documents) -> Callable[[], int]:
    """Return a run of JATS4R's schematron, which tells how much it says."""
    from saxonche import PySaxonProcessor

    if Path(file).suffix in {".xsl", ".xslt"}:
        processor: Any = PySaxonProcessor(license=False)
        sheet = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=Path(file).read_text("utf-8"))

        def one(text: str) -> str:
            said: str | None = sheet.transform_to_string(xdm_node=processor.parse_xml(xml_text=text))
            return said or ""
    else:
        schema = schematron(file)
        assert isinstance(schema, Schematron2File), f"{file} is not of XSLT 2"
        one = schema.run
    # their DTDs are not there, and without a DOCTYPE none is looked for
    plain = [etree.tostring(parse(data, name).getroot(), encoding="unicode") for name, data in given]
    return lambda: sum(len(one(text)) for text in plain)


def pmc(file: str, given: Documents) -> Callable[[], int]:
    """Return a run of PMC's style checker, which tells how much it says."""
    sheet = etree.XSLT(etree.parse(file))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)

    def run() -> int:
        said = [sheet(etree.fromstring(data, parser), style=etree.XSLT.strparam("article")) for _, data in given]
        return sum(len(bytes(each)) for each in said)

    return run


PEERS = {
    "JATS4R's schematron": ("jats4r", "JATS4R_SCHEMATRON", jats4r),
    "PMC's style checker": ("pmc", "PMC_STYLE_CHECKER", pmc),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, variable, _ in PEERS.values():
        parser.add_argument(f"--{option}", metavar="FILE", default=os.environ.get(variable))
    options = vars(parser.parse_args())
    given = documents()
    for name, data in given:  # the DTDs are loaded once in a run
        dtd_of(target_of_document(parse(data, name)))
    everything = demands(None)
    ours = least(lambda: [validate_xml(data, name, everything) for name, data in given])
    size = sum(len(data) for _, data in given)
    print(f"{len(given)} documents, {size / 1e6:.2f} MB")
    print(f"{f'jatskit, {len(rules())} rules and the schema':40} {ours:8.1f} ms")
    total, timed = 0.0, []
    for name, (option, variable, prepare) in PEERS.items():
        if not options[option]:
            print(f"{name:40}  skipped: neither --{option} nor {variable} names its file")
            continue
        try:
            run = prepare(options[option], given)
        except ImportError:
            print(f"{name:40}  skipped: saxonche is not installed (pip install '.[schematron]')")
            continue
        took = least(run)
        total += took
        timed.append(name)
        print(f"{name:40} {took:8.1f} ms   {took / ours:5.1f} times jatskit's")
    if len(timed) == len(PEERS):
        print(f"{'both together':40} {total:8.1f} ms   {total / ours:5.1f} times jatskit's")


if __name__ == "__main__":
    main()
