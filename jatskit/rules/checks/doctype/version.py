"""DOCTYPE-VERSION."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jatskit.rules.document import XSI, Document
from jatskit.rules.rule import rule
from jatskit.schema.catalogue import target_of
from jatskit.schema.faults import Fault

_IN_NAME = re.compile(r"(?:publishing|article|authoring)1-([0-9](?:d[0-9])?)(?:-|\.)")
_IN_PATH = re.compile(r"/(?:publishing|archiving|articleauthoring|authoring)/(1\.[0-9](?:d[0-9])?)/")


_LOCATION = f"{XSI}noNamespaceSchemaLocation"


@rule("DOCTYPE-VERSION")
def look(document: Document) -> Iterator[Fault]:
    """The version that the root element states is the one of the schema that the document names.

    What:
        `dtd-version` on `article` is the version of the DOCTYPE, of the XSD in `xsi:noNamespaceSchemaLocation`, and of
        the schema in an `xml-model` instruction, as far as there are such.
    Why:
        Each program takes one of them for the truth. If they differ, the document is valid for one and not for another.
    Fix:
        See which schema the document really follows, and name it everywhere.
    Bad:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article" dtd-version="1.1"/>
    Bad:
        <article article-type="research-article" dtd-version="1.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:noNamespaceSchemaLocation="https://jats.nlm.nih.gov/publishing/1.3/xsd/JATS-journalpublishing1-3.xsd"/>
    Good:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article" dtd-version="1.3"/>
    Source:
        JATS tag library, dtd-version; JATS4R validator.
    """
    root = document.root
    stated = root.get("dtd-version", "").strip()
    if not stated:
        return
    info: Any = document.tree.docinfo
    known = target_of(info.public_id)
    named = {
        "the DOCTYPE": known.dtd_version if known else "",
        # `in root.attrib` would not do: where there is none, libxml2 looks for a default of the DTD's under each of the
        # prefixes, however many there are.
        "the XSD": _version(root.get(_LOCATION, "")) if _LOCATION in root.attrib.keys() else "",  # noqa: SIM118  see above
        "the xml-model instruction": next(filter(None, map(_version, _models(document))), ""),
    }
    for what, version in named.items():
        if version and version != stated:
            message = f"dtd-version is “{stated[:20]}”, and {what} is of {version}"
            advice = f"Write dtd-version=“{version}”, or name the schema of {stated[:20]}."
            yield Fault(root, message, advice, attribute="dtd-version", value=stated, expected=version)


def _models(document: Document) -> Iterator[str]:
    node = document.root.getprevious()
    while node is not None:
        instruction: Any = node
        if getattr(instruction, "target", None) == "xml-model":
            yield instruction.text or ""
        node = node.getprevious()


def _version(location: str) -> str:
    """Return the version of JATS that a schema's address tells, or ""."""
    if match := _IN_NAME.search(location):
        return f"1.{match[1]}"
    match = _IN_PATH.search(location)
    return match[1] if match else ""
