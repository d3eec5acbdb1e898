"""From the parts of a reading to an `element-citation`: which part is which element depends on what is cited.

Every value is a quotation of the text through a named normalisation, or an inference that says that it is one: the
type, the language, a date in ISO 8601, a patent's country. What the model refuses is left out and reported, so that
nothing here raises, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from jatskit.findings import Finding, Kind, Path, Severity
from jatskit.identifiers import doi
from jatskit.language import han_language, has_han, language_of
from jatskit.model import ElementCitation
from jatskit.model.dates import IsoDate
from jatskit.months import month_number
from jatskit.protocols import Certainty, Evidence, Origin
from jatskit.protocols.evidence import value_of
from jatskit.references.dates import iso_date
from jatskit.references.differences import differences
from jatskit.references.parts import CitedName, Parts, Span
from jatskit.references.quoting import Cut, without

if TYPE_CHECKING:
    from jatskit.references.parsed import ParsedReference

HALVES_DIFFER = Kind(
    "reference-halves-differ",
    Severity.WARNING,
    "The two halves of a bilingual reference say different things, such as another issue or another number of authors. "
    "Each is kept as printed.",
)
VALUE_REFUSED = Kind(
    "reference-value-refused",
    Severity.WARNING,
    "A reference states a value that is not well formed, such as a DOI without a suffix. It is left out of the parts; "
    "the raw text has it.",
)

# -- which element a part is --------------------------------------------------------------------------------

#: Types whose title is an `article-title`, whether they name what it stands in or not.
_ARTICLES = frozenset("journal newspaper magazine preprint patent legal-doc archive".split())
_DATA = frozenset(("data", "database"))
#: Parts whose element has another name.
_ELEMENTS = {
    "conference": "conf_name",
    "publisher": "publisher_name",
    "place": "publisher_loc",
    "pages": "page_range",
    "elocation": "elocation_id",
}
_SAME = (
    "series edition version year month day season volume issue supplement fpage lpage isbn issn "
    "conference publisher place pages elocation"
).split()
#: `@pub-id-type` of a number, by what it numbers; JATS lists no type for those that are not here.
_NUMBERS = {"preprint": "archive", "data": "accession", "database": "accession", "report": "report-number"}
#: Codes of patent offices (WIPO ST.3) that a number may begin with.
_OFFICES = frozenset(
    "AT AU BE BR CA CH CN CZ DD DE DK EA EP ES FI FR GB HK HU IL IN IT JP KR MX NL NO NZ PL PT RU SE SG SU TW UA US WO "
    "ZA".split()
)
#: Fields that are words only.
_TITLES = frozenset(("article_title", "chapter_title", "data_title", "source"))
_OFFICE = re.compile(r"([A-Z]{2}) ?[A-Z]{0,2} ?\d")
_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBER = re.compile(r"\d{1,9}")
_BEYOND_LATIN = re.compile("[\u0370-\u1cff\u2e80-\ufdff\U00020000-\U0003ffff]")
_BLANKS = re.compile(r"\s+")
_ISO = TypeAdapter(IsoDate)


def title_element(type: str | None, *, in_container: bool) -> str:
    """Return the field of `ElementCitation` that the title of a work goes to, as JATS has it for its type."""
    if type in _ARTICLES:
        return "article_title"
    if type in _DATA:
        return "data_title"
    if type == "chapter" or (type == "book" and in_container):
        return "chapter_title"
    return "article_title" if in_container else "source"


# -- one reading --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Read:
    """What the readings of a reference came to: the values of citations as they were found, as plain data.

    Paths are relative to the reference: `("citations", 0, "people", 0, "names", 1, "surname")`. `readings` has the
    index of the reading that each citation was made of.
    """

    data: tuple[dict[str, Any], ...]
    readings: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def citations(self) -> tuple[ElementCitation, ...]:
        """The citations as the model has them."""
        return tuple(map(ElementCitation.model_validate, self.data))


class _Reading:
    """One reading on its way into the model."""

    def __init__(self, text: str, cuts: Sequence[Cut], parts: Parts, path: Path) -> None:
        self.text, self.cuts, self.parts, self.path = text, cuts, parts, path
        self.data: dict[str, Any] = {}
        self.evidence: list[Evidence] = []
        self.findings: list[Finding] = []
        self._reason = f"it stands where the style {parts.style} has it" if parts.style else "it says what it is"

    def quote(self, span: Span, *path: str | int, blanks: bool = True) -> str | None:
        """Return what a span says, with its evidence kept; None if it says nothing."""
        cuts = self.cuts
        if not blanks:
            cuts = [Cut(m.start(), m.end(), "no such thing has blanks") for m in _BLANKS.finditer(self.text, *span)]
        pieces, inside = without(span, cuts) if cuts else ((span,), ())
        value = str(value_of(self.text, pieces, "pieces" if inside else "line"))
        if not value or value.isspace():
            return None
        reason, certainty = self._reason, Certainty.LAID_OUT
        if inside:
            reason = "; ".join([reason, *sorted({f"joined: {cut.reason}" for cut in inside})])
            certainty = Certainty.INFERRED
        normalisation = "pieces" if inside else "line"
        self.evidence.append(Evidence((*self.path, *path), Origin.PAGE, reason, pieces, normalisation, certainty))
        return value

    def infer(self, reason: str, *path: str | int) -> None:
        """Keep why the value at a path was inferred."""
        evidence = Evidence((*self.path, *path), Origin.INFERENCE, reason, certainty=Certainty.INFERRED)
        self.evidence.append(evidence)

    def refuse(self, value: str, reason: str, *path: str | int) -> None:
        """Report a value that is left out."""
        self.findings.append(VALUE_REFUSED(f"{value!r} was left out: {reason}.", path=self.path))

    def read(self) -> dict[str, Any]:
        """Return the fields of an `ElementCitation`; nothing if the reading has none."""
        self._people()
        self._titles()
        spans = self.parts.spans
        for name in _SAME:
            if name in spans and (value := self.quote(spans[name], field := _ELEMENTS.get(name, name))):
                self.data[field] = value
        self._pages()
        self._date()
        self._number()
        self._identifiers()
        self._accessed()
        if "genre" in spans and (genre := self.quote(spans["genre"], "comments", 0)):
            self.data["comments"] = [genre]
        if self.data and self.parts.type:
            self.data["type"] = self.parts.type
            self.infer("what its parts, marks and words are those of", "type")
        return self.data

    def _people(self) -> None:
        groups: list[dict[str, Any]] = []
        for group in self.parts.groups:
            at = ("people", len(groups))
            names: list[dict[str, str]] = []
            for cited in group.names:
                if name := self._name(cited, (*at, "names", len(names))):
                    names.append(name)
            if names or group.etal:
                groups.append({"role": group.role, "names": names, "etal": group.etal})
        if groups:
            self.data["people"] = groups

    def _name(self, cited: CitedName, path: Path) -> dict[str, str]:
        found: dict[str, str] = {}
        if not cited.is_organisation and (cited.surname or cited.given):
            for part in ("surname", "given", "suffix"):
                span = getattr(cited, part)
                if span and (value := self.quote(span, *path, part)):
                    found[part] = value
            if "surname" in found or "given" in found:
                return {**found, "style": cited.style}
        kind = "organisation" if cited.is_organisation else "unsplit"
        whole = self.quote(cited.whole, *path, kind)
        return {kind: whole} if whole else {}

    def _titles(self) -> None:
        spans = self.parts.spans
        if "title" in spans:
            element = title_element(self.parts.type, in_container="container" in spans)
            if value := self.quote(spans["title"], element):
                self.data[element] = value
        if "trans_title" in spans and (value := self.quote(spans["trans_title"], "translated_title")):
            self.data["translated_title"] = value
        if "container" in spans and (value := self.quote(spans["container"], "source")):
            self.data["source"] = value

    def _pages(self) -> None:
        """A last page that is printed short (1032–9) is less than the first: then JATS4R wants the range, too."""
        first, last = self.data.get("fpage", ""), self.data.get("lpage", "")
        if "page_range" in self.data or not (_NUMBER.fullmatch(first) and _NUMBER.fullmatch(last)):
            return
        if int(last) < int(first):
            start, end = self.parts.spans["fpage"][0], self.parts.spans["lpage"][1]
            if 0 < end - start <= 30 and (value := self.quote((start, end), "page_range")):
                self.data["page_range"] = value

    def _date(self) -> None:
        """Add the date in ISO 8601 where it says more than the year as printed."""
        if not (year := self.data.get("year")):
            return
        iso = iso_date(year)
        digits = _FOUR_DIGITS.search(year)
        month = self.data.get("month")
        if digits and month:
            number = month_number(month)
            if number and 1 <= number <= 12:
                iso = f"{digits[0]}-{number:02d}"
                day = self.data.get("day", "")
                if _NUMBER.fullmatch(day):
                    iso += f"-{int(day):02d}"
        if iso and (iso != year or "-" in year) and self._is_date(iso, year):
            self.data["iso_date"] = iso
            self.infer("the date as printed, in ISO 8601", "iso_date")

    def _is_date(self, iso: str, printed: str) -> bool:
        try:
            _ISO.validate_python(iso)
        except ValidationError:
            self.refuse(iso, f"there is no such day, though {printed!r} stands there")
            return False
        return True

    def _number(self) -> None:
        if "number" not in (spans := self.parts.spans):
            return
        type = self.parts.type
        if type == "standard":
            if value := self.quote(spans["number"], "standard"):
                self.data["standard"] = value
        elif type == "patent":
            if value := self.quote(spans["number"], "patent", "number"):
                self.data["patent"] = {"number": value}
                office = _OFFICE.match(value)
                if office and office[1] in _OFFICES:
                    self.data["patent"]["country"] = office[1]
                    self.infer("the code of the patent office that the number begins with", "patent", "country")
        elif value := self.quote(spans["number"], "ids", 0, "value"):
            self.data["ids"] = [{"type": _NUMBERS.get(type or "", "other"), "value": value}]

    def _identifiers(self) -> None:
        ids: list[dict[str, str]] = self.data.get("ids", [])
        for type, span in self.parts.ids:
            path = ("ids", len(ids), "value")
            if not (value := self.quote(span, *path, blanks=False)):
                continue
            if type == "doi":
                try:
                    doi(value)
                except ValueError as error:
                    self.evidence.pop()
                    self.refuse(value, str(error).partition(" is ")[2].join(("it is ", "")))
                    continue
            ids.append({"type": type, "value": value})
        links: list[dict[str, str]] = []
        for span in self.parts.links:
            at = ("links", len(links))
            href = self.quote(span, *at, "href", blanks=False)
            text = self.quote(span, *at, "text", blanks=False)
            if href and text:
                links.append({"href": href, "text": text})
        for name, found in (("ids", ids), ("links", links)):
            if found:
                self.data[name] = found

    def _accessed(self) -> None:
        if "accessed" not in (spans := self.parts.spans):
            return
        if text := self.quote(spans["accessed"], "accessed", "text"):
            self.data["accessed"] = {"text": text}
            iso = iso_date(text)
            if iso and self._is_date(iso, text):
                self.data["accessed"]["iso"] = iso
                self.infer("the date as printed, in ISO 8601", "accessed", "iso")


# -- a reference --------------------------------------------------------------------------------------------


def read(parsed: ParsedReference, cuts: Sequence[Cut], *, list_language: str | None = None) -> Read:
    """Return the readings of a reference as citations; a reading without any part that is sure gives none.

    `cuts` is what values leave out of the text. `list_language` is that of the other halves in the list, for a half
    that does not tell its own.
    """
    data: list[dict[str, Any]] = []
    made: list[int] = []
    evidence: list[Evidence] = []
    findings: list[Finding] = []
    for index, (parts, span) in enumerate(zip(parsed.readings, parsed.spans, strict=True)):
        reading = _Reading(parsed.text, cuts, parts, ("citations", len(data)))
        fields = reading.read()
        findings += reading.findings
        if not fields or (parts.type is None and fields.keys() <= _TITLES):
            continue  # words without a mark of a citation: to call them a title would be a guess
        if tag := _language(parsed, parts, span, list_language):
            fields["lang"], reason = tag
            reading.infer(reason, "lang")
        data.append(fields)
        made.append(index)
        evidence += reading.evidence
    if len(parsed.readings) == 2:
        told = [
            f"{d.part}: {d.first or 'nothing'} and {d.second or 'nothing'}"
            for d in differences(parsed.text, *parsed.readings)
        ]
        if told:
            message = f"The two halves differ in {'; '.join(told)}."
            findings.append(HALVES_DIFFER(message, path=("raw",), advice="Compare with the cited work."))
    return Read(tuple(data), tuple(made), tuple(evidence), tuple(findings))


def _language(parsed: ParsedReference, parts: Parts, span: Span, of_list: str | None) -> tuple[str, str] | None:
    """Return the language of a reading and what tells it. Of a reference in one language only the script tells it."""
    text = parsed.text[slice(*span)]
    bilingual = len(parsed.spans) == 2
    if text.isascii() or not _BEYOND_LATIN.search(text):
        if not bilingual:
            return None
    elif tag := language_of(text):
        if tag == "zh":
            tag = han_language(text)
        if not bilingual or has_han(text):
            return tag, "the letters of the citation"
    if not bilingual:
        return None
    titles = " ".join(parsed.text[slice(*parts.spans[name])] for name in ("title", "container") if name in parts.spans)
    if tag := language_of(titles or text):
        return tag, "the letters and small words of this half"
    if of_list:
        return of_list, "the language of these halves in the whole list"
    return "en", "it stands beside a Chinese half, and such halves are mostly in English"


def han_language_of(half: str) -> str | None:
    """Return the language of a half in Han letters (Japanese if there is kana in it); None of another half."""
    return han_language(half) if language_of(half) in ("zh", "ja") else None


def flat(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield the single values of plain data, each with its path."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from flat(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from flat(value, (*path, index))
    else:
        yield path, node
