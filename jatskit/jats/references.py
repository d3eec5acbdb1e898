"""The reference list's part of the binding table: an entry as printed and, beside it, its readings."""

from __future__ import annotations

from itertools import islice
from typing import Any, Literal

from lxml import etree

from jatskit.findings import Path
from jatskit.jats.binding import IdAttr, Leaf, Node, Rich, Row, hold_items, read_runs
from jatskit.jats.citations import ELEMENT_CITATION, MIXED_CITATION, NODES, has_parts
from jatskit.jats.shared import authoring
from jatskit.jats.state import Fitting, Frame, Intake, Output, clark, shown
from jatskit.model import Reference

_LANG = clark("xml:lang")
_RAW_KNOWN = frozenset(("specific-use", _LANG))
#: Citations that are cut into elements, or of which the model does not know what they are.
_CUT = ("element-citation", "nlm-citation", "citation", "note")
#: What has no words of its own, only elements with words.
_CONTAINERS = {"collab-alternatives", "date", "name", "name-alternatives", "person-group", "string-name"}


class Citations(Row):
    """A reference as printed and, beside it, its readings, which are then alternatives."""

    fields = ("raw", "citations")
    tags = ("mixed-citation", "citation-alternatives", *_CUT)
    _raw = Rich("mixed-citation", "raw")

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the text as printed, alone or with the readings."""
        if not model.citations:
            self._raw.write(model, out, pad, path)
            return
        inner = pad + "  "
        out.parts.append(f"{pad}<citation-alternatives>")
        before = len(out.parts)
        self._raw.write(model, out, inner, path)
        out.parts[before] = out.parts[before].replace("<mixed-citation", '<mixed-citation specific-use="raw"', 1)
        for index, citation in enumerate(model.citations):
            NODES[type(citation)].write(citation, out, inner, (*path, "citations", index))
        out.parts.append(f"{pad}</citation-alternatives>")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read a citation, or alternatives.

        A text and a cut citation that stand side by side are alternatives, too, if the text holds what the other
        says; of other citations the first is read.
        """
        parent = element.getparent()
        siblings = [] if parent is None else list(islice(parent.iterchildren(*self.tags), 3))
        if len(siblings) == 2 and _are_one(*siblings):
            if element is siblings[0]:
                self._read_alternatives(siblings, intake, frame)
        elif "raw" in frame.data:
            intake.element_not_bound(element, frame.path)
        elif element.tag != "citation-alternatives":
            self._read_alternatives([element], intake, frame)
        else:
            intake.attributes(element, frame.path, frozenset())
            found = []
            for child in element:
                if child.tag in self.tags:
                    found.append(child)
                elif isinstance(child.tag, str):
                    intake.element_not_bound(child, frame.path)
            if found:
                self._read_alternatives(found, intake, frame)
        return True

    def _read_alternatives(self, found: list[etree._Element], intake: Intake, frame: Frame) -> None:
        """Read citations of one work.

        The raw text is the text that says so, else the first text, else the words of the first citation. Texts that
        say their language are readings as well. A text's elements are read if no citation that is cut stands beside.
        """
        texts = [element for element in found if _is_text(element)]
        cut = len(texts) < len(found)
        marked = next((element for element in texts if element.get("specific-use") == "raw"), None)
        raw = marked if marked is not None else (texts or found)[0]
        for element in found:
            if not _is_text(element):
                if element is raw and (words := _words(element)):
                    frame.data["raw"] = words
                self._read_cut(element, intake, frame, kept="words" if element is raw else "")
                continue
            parts = not cut and has_parts(element)
            if element is raw:
                if not parts:
                    intake.attributes(element, frame.path, _RAW_KNOWN)
                if (runs := read_runs(element, intake, (*frame.path, "raw"), markup_only=parts)) is not None:
                    frame.data["raw"] = runs
            alone = len(texts) == 1 and element.get(_LANG) is None
            if element is not marked and not alone and not (parts and element is raw):
                quiet = len(intake.findings)
                self._add(MIXED_CITATION, element, intake, frame)
                if element is raw or parts:
                    del intake.findings[quiet:]  # the raw text has them, or the parts have
            if parts:
                self._read_cut(element, intake, frame, kept="markup")

    def _read_cut(
        self, element: etree._Element, intake: Intake, frame: Frame, *, kept: Literal["", "words", "markup"]
    ) -> None:
        """Read a citation's elements; where `kept`, its words, or words and inline markup, are text beside."""
        if not has_parts(element) and not any(child.tag == "ext-link" for child in element):
            if kept:
                intake.attributes(element, frame.path, frozenset())
                tag = shown(str(element.tag))
                message = f"<{tag}>: its words were kept as the text of the reference, its elements not"
                intake.not_bound(message, element, frame.path)
            else:
                intake.element_not_bound(element, frame.path)
            return
        intake.kept = kept
        self._add(ELEMENT_CITATION, element, intake, frame)
        intake.kept = ""

    def _add(self, node: Node, element: etree._Element, intake: Intake, frame: Frame) -> None:
        at = len(frame.data.get("citations", ()))
        if (citation := node.read(element, intake, (*frame.path, "citations", at))) is not None:
            frame.data.setdefault("citations", []).append(citation)

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Fit the raw text, and each reading."""
        self._raw.hold(model, fitting, path, changes)
        if model.citations:

            def hold(citation: Any, at: Path) -> Any | None:
                return NODES[type(citation)].hold(citation, fitting, at)

            hold_items("citations", model.citations, hold, fitting, path, changes)


def _is_text(element: etree._Element) -> bool:
    """Return whether a citation is a text, with elements in it or without."""
    if element.tag == "mixed-citation":
        return True
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _words(element: etree._Element) -> str:
    """Return the words of a citation that is cut into elements, where there is no punctuation between them."""
    return " ".join(_words_of(child) for child in element if isinstance(child.tag, str)).strip()


def _words_of(element: etree._Element) -> str:
    if element.tag not in _CONTAINERS:
        return "".join(str(text) for text in element.xpath(".//text()"))
    words = [element.text or ""]
    for child in element:
        tail = child.tail or ""
        words += [_words_of(child) if isinstance(child.tag, str) else "", tail if tail.strip() else " "]
    return "".join(words).strip()


_TITLES = ("article-title", "chapter-title", "data-title", "source")


def _are_one(first: etree._Element, second: etree._Element) -> bool:
    """Return whether one is a text, the other cut into elements, and the title that the other gives in the text."""
    text, cut = (first, second) if first.tag == "mixed-citation" else (second, first)
    if text.tag != "mixed-citation" or cut.tag not in ("element-citation", "nlm-citation"):
        return False
    title = next((child for tag in _TITLES for child in cut.findall(tag)), None)
    return title is not None and _letters(title) in _letters(text) and bool(_letters(title))


def _letters(element: etree._Element) -> str:
    words = "".join(str(text) for text in element.xpath(".//text()"))
    return "".join(filter(str.isalnum, words.casefold()))


REFERENCE = Node("ref", Reference, IdAttr(), Leaf("label", "label", lacks=authoring), Citations())
