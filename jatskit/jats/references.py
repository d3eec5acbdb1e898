"""The reference list's part of the binding table."""

from __future__ import annotations

from typing import Any

from lxml import etree

from jatskit.findings import Path
from jatskit.jats.binding import IdAttr, Leaf, Many, Node, Rich, Row, Words, read_runs
from jatskit.jats.shared import authoring, lang
from jatskit.jats.state import Fitting, Frame, Intake, Output, clark, shown
from jatskit.model import MixedCitation, Reference

CITATION = Node("mixed-citation", MixedCitation, lang(), Words("text", "mixed-citation"))


#: Citations that are cut into elements, or of which the model does not know what they are.
_OTHER_CITATIONS = ("element-citation", "nlm-citation", "citation", "note")


class Citations(Row):
    """A reference as printed and, beside it, its readings, which are then alternatives."""

    fields = ("raw", "citations")
    tags = ("mixed-citation", "citation-alternatives", *_OTHER_CITATIONS)
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
            CITATION.write(citation, out, inner, (*path, "citations", index))
        out.parts.append(f"{pad}</citation-alternatives>")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read a citation, or alternatives."""
        if "raw" in frame.data:
            intake.element_not_bound(element, frame.path)
            return True
        if element.tag in _OTHER_CITATIONS:
            self._read_elements(element, intake, frame)
        elif element.tag == "mixed-citation":
            self._read_readings([element], intake, frame)
        else:
            intake.attributes(element, frame.path, frozenset())
            mixed = [child for child in element if child.tag == "mixed-citation"]
            elements = [child for child in element if child.tag in _OTHER_CITATIONS]
            kept = mixed or elements[:1]
            for child in element:
                if isinstance(child.tag, str) and child not in kept:
                    intake.element_not_bound(child, frame.path)
            if mixed:
                self._read_readings(mixed, intake, frame)
            elif elements:
                self._read_elements(elements[0], intake, frame)
        return True

    def _read_readings(self, mixed: list[etree._Element], intake: Intake, frame: Frame) -> None:
        """The raw text is the reading that says so, else the first; readings that say their language stay readings."""
        raw = next((element for element in mixed if element.get("specific-use") == "raw"), None)
        known = frozenset(("specific-use", clark("xml:lang")))
        first = mixed[0] if raw is None else raw
        alone = len(mixed) == 1 and first.get(clark("xml:lang")) is None
        intake.attributes(first, frame.path, known)
        if (runs := read_runs(first, intake, (*frame.path, "raw"))) is not None:
            frame.data["raw"] = runs
        for element in mixed:
            if element is raw or alone:
                continue
            quiet = len(intake.findings)
            citation = CITATION.read(element, intake, (*frame.path, "citations", len(frame.data.get("citations", ()))))
            if element is first:
                del intake.findings[quiet:]  # they were made above
            if citation is not None:
                frame.data.setdefault("citations", []).append(citation)

    def _read_elements(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Keep the words of a citation; where it is cut into elements there is no punctuation between them."""
        intake.attributes(element, frame.path, frozenset())
        if any((child.tail or "").strip() for child in element) or (element.text or "").strip():
            if (runs := read_runs(element, intake, (*frame.path, "raw"))) is not None:
                frame.data["raw"] = runs
        else:
            words = " ".join("".join(str(text) for text in child.xpath(".//text()")) for child in element)
            if not words.strip():
                return
            frame.data["raw"] = words
        message = f"<{shown(str(element.tag))}>: its words were kept as the text of the reference, its elements not"
        intake.not_bound(message, element, frame.path)

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Fit the texts: every target has the same inline elements here, formulas apart."""
        self._raw.hold(model, fitting, path, changes)
        _CITATIONS.hold(model, fitting, path, changes)


_CITATIONS = Many("citations", CITATION)

REFERENCE = Node("ref", Reference, IdAttr(), Leaf("label", "label", lacks=authoring), Citations())
