"""FIG-GRAPHIC."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from jatskit.rules.document import HREF, LANG, Document, words, written
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: What a figure can show beside files: program text, formulas, structures, tables, statements.
_SHOWN = frozenset(
    "graphic media inline-graphic inline-media alternatives code preformat chem-struct chem-struct-wrap disp-formula "
    "disp-formula-group table table-wrap array list disp-quote verse-group boxed-text statement fig speech supplementary-material "
    "inline-formula p".split()
)
_FILES = (
    "graphic", "inline-graphic", "media", "inline-media", "supplementary-material", "inline-supplementary-material",
)  # fmt: skip
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")
_BLANK = re.compile(r"\s")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}$")


@rule("FIG-GRAPHIC")
def look(document: Document) -> Iterator[Fault]:
    """Every figure shows something, and every image names its file: one that is there.

    What:
        A `fig` holds a `graphic`, `media` or other content. `xlink:href` of `graphic`, `media` and `supplementary-material`
        is not empty and has no blanks, and of the last two it ends with an extension. If files of the article lie beside it, each file
        that it names is one of them.
    Why:
        A name that leads to no file is a hole in the page. Systems differ in what they do with a blank or without extension.
    Fix:
        Write the name of the file as it is in the package, with its extension.
    Bad:
        <fig id="F1"><label>Figure 1</label><caption><title>Roe</title></caption></fig>
    Bad:
        <fig id="F1"><label>Figure 1</label><graphic xlink:href="figure one.tif"/></fig>
    Bad:
        <supplementary-material id="S1" xlink:href="table1"><label>Table S1</label></supplementary-material>
    Good:
        <fig id="F1"><label>Figure 1</label><graphic xlink:href="figure1.tif"/></fig>
    Source:
        JATS4R, Display objects; PMC Tagging Guidelines, graphic; SciELO PS, graphic.
    """
    for fig in document.all("fig"):
        if not any(child.tag in _SHOWN for child in fig) and not _is_translated(fig):
            label = words(label) if (label := document.child(fig, "label")) is not None else fig.get("id", "")
            yield Fault(
                fig, f"the figure “{label[:40]}” shows nothing", "Add the <graphic> or the <media> of the figure."
            )
    local: list[tuple[etree._Element, str]] = []
    for image in document.all(*_FILES):
        href = image.get(HREF)
        if href is None:
            continue
        if not href.strip():
            yield Fault(
                image, "the name of the file is empty", "Write the name of the file.", written(image, HREF), href
            )
        elif _SCHEME.match(href):
            continue
        elif _BLANK.search(href):
            message = f"the name of the file, “{href[:80]}”, has a blank in it"
            yield Fault(
                image, message, "Rename the file, or take the blank out of the name.", written(image, HREF), href
            )
        elif not _EXTENSION.search(href):
            if image.tag in ("graphic", "inline-graphic"):
                continue  # FIG-EXTENSION tells of these, and its file can have any
            message = f"the name of the file, “{href[:80]}”, has no extension"
            yield Fault(image, message, "Write the whole name, such as “figure1.tif”.", written(image, HREF), href)
        else:
            local.append((image, href))
    if document.folder is not None and local:
        yield from _missing(document.folder, local)


def _is_translated(fig: etree._Element) -> bool:
    """Whether a figure gives the words of one beside it in another language."""
    group = fig.getparent()
    if group is None or group.tag != "fig-group":
        return False
    return any(other.get(LANG) != fig.get(LANG) for other in group.iterchildren("fig", "graphic") if other is not fig)


def _missing(folder: Path, local: list[tuple[etree._Element, str]]) -> Iterator[Fault]:
    """Yield the files that lack, if others of the same article lie beside it."""
    lacking = [each for each in local if not _is_there(folder, each[1])]
    if len(lacking) == len(local):
        return
    for image, href in lacking:
        name = written(image, HREF)
        yield Fault(
            image, f"there is no file “{href[:80]}” beside the article", "Add it, or mend its name.", name, href
        )


def _is_there(folder: Path, href: str) -> bool:
    name = unquote(href)
    return not name.startswith("/") and ".." not in name and os.path.isfile(f"{folder}/{name}")  # noqa: PTH113  faster
