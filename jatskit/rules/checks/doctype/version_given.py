"""DOCTYPE-VERSION-GIVEN."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.catalogue import target_of
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("DOCTYPE-VERSION-GIVEN", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The root element states the version of JATS.

    What:
        `article` has `dtd-version`.
    Why:
        A DOCTYPE is lost as soon as a program has parsed the document; the attribute stays.
    Fix:
        Write the version of the DOCTYPE, such as `dtd-version="1.3"`.
    Bad:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article"/>
    Good:
        <article article-type="research-article" dtd-version="1.3"/>
    Source:
        JATS tag library, dtd-version; JATS4R validator.
    """
    root = document.root
    if root.get("dtd-version", "").strip():
        return
    info: Any = document.tree.docinfo
    known = target_of(info.public_id)
    repair = None
    if known and root.get("dtd-version") is None:
        change = SetAttribute(root, "dtd-version", known.dtd_version)
        repair = Repair(f"Write dtd-version=“{known.dtd_version}”", (change,), safe=True)
    advice = "" if repair else "Write the version of the schema that the document follows."
    expected = known.dtd_version if known else ""
    yield Fault(root, "<article> does not state its version of JATS", advice, expected=expected, repair=repair)
