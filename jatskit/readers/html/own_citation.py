"""How the page says that the article is to be cited: a reference that holds the article's title, read as one."""

from __future__ import annotations

import re

from jatskit.findings import Path
from jatskit.layouts.head import CITE
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.meta import Tags
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet
from jatskit.references.parse import parse_reference
from jatskit.references.parts import Parts

_K = SourceKind
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
#: Characters of a citation; and how many letters it has beside the title, at the least.
_LONGEST, _MORE = 1200, 18
#: Letters by which a title is known among others.
_LEAST_TITLE = 20
_HAN_TITLE = 6
_MOST = 4


def offer_own_citation(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer what the lines say that hold the article's title, a year, and more: its citations in some style."""
    titles = [folded(candidate.quoted) for candidate in sheet.offers("title") if not candidate.distrusted]
    titles = [t for t in titles[:3] if len(t) > _LEAST_TITLE or (not t.isascii() and len(t) > _HAN_TITLE)]
    if not titles:
        return
    found = 0
    for line in view.lines:
        if found >= _MOST:
            return
        if line.end - line.start > 6 * _LONGEST or line.inside(references):
            continue
        text = line.text
        if not _LEAST_TITLE < len(text) <= _LONGEST or not _YEAR.search(text):
            continue
        place = line.folded
        title = next((t for t in titles if t in place and len(place) - len(t) > _MORE), "")
        if title and _offer(sheet, line, title):
            sheet.take_span(line.start, line.end, "own-citation")
            found += 1


def offer_cited_tags(sheet: Sheet, tags: Tags) -> None:
    """Offer what the tags say that hold a citation, or an identifier that is one: journal, year, volume, issue, pages."""
    volumes = {folded(c.quoted) for c in sheet.offers("volume")}
    for tag in tags.of(_K.DUBLIN_CORE, "citation", "identifier"):
        if "://" in tag.raw or len(tag.raw) > _LONGEST or (tag.what == "identifier" and not _VOLUME.search(tag.raw)):
            continue
        content = Text(sheet.source.text, *tag.span)
        parts = next(iter(parse_reference(content.text).readings), None)
        if parts is None or not {"container", "volume", "year"} <= parts.spans.keys():
            continue
        journal = content.text[slice(*parts.spans["container"])]
        volume = folded(content.text[slice(*parts.spans["volume"])])
        if not re.search(r"\d", journal) and (not volumes or volume in volumes):
            _offer_place(sheet, content, 0, parts)
            return


_VOLUME = re.compile(r"\bvol(?:ume|\.)\s{0,2}\d", re.IGNORECASE)


def _offer(sheet: Sheet, line: Line, title: str) -> bool:
    content = line.content
    start = match.end() if (match := CITE.expression.match(content.text + "\n")) else 0
    # The reader of references begins at a letter.
    start = min(start, len(content.text))
    start += len(content.text[start:]) - len(content.text[start:].lstrip())
    text = content.text[start:]
    parts = next(iter(parse_reference(text).readings), None)
    if parts is None or "year" not in parts.spans or not ("container" in parts.spans and len(parts.spans) > 3):
        return False
    cited = folded(text[slice(*parts.spans["title"])]) if "title" in parts.spans else ""
    # A title in which the reader of references found something else tells that the rest is not to be trusted either.
    if not cited or not (title.startswith(cited) or cited.startswith(title)) or 2 * len(cited) < len(title):
        return False
    _offer_place(sheet, content, start, parts)
    _offer_people(sheet, content, start, parts)
    return True


def _offer_place(sheet: Sheet, content: Text, base: int, parts: Parts) -> None:
    text = content.text[base:]

    def quote(candidate: Candidate, path: Path, inner: Span, normalisation: str = "html") -> None:
        candidate.quote(path, content.span(base + inner[0], base + inner[1]), normalisation=normalisation)

    start, end = parts.spans["container"]
    if re.search(r"\d", text[start:end]):
        return
    if re.search(r"\.\s", text[start:end]):
        end += text[end : end + 1] == "."
        quote(sheet.offer("journal-abbreviation", _K.CITATION), ("text",), (start, end))
    else:
        quote(sheet.offer("journal-title", _K.CITATION), (), (start, end))
    for about in ("volume", "issue"):
        if about in parts.spans:
            quote(sheet.offer(about, _K.CITATION), (), parts.spans[about])
    if "elocation" in parts.spans:
        quote(sheet.offer("pages", _K.CITATION), ("elocation_id",), parts.spans["elocation"])
    elif "fpage" in parts.spans:
        candidate = sheet.offer("pages", _K.CITATION)
        quote(candidate, ("pages", "first"), parts.spans["fpage"])
        if "lpage" in parts.spans:
            quote(candidate, ("pages", "last"), parts.spans["lpage"])
    if text[slice(*parts.spans["year"])].isdecimal():
        candidate = sheet.offer("published", _K.CITATION, "issue")
        quote(candidate, ("year",), parts.spans["year"], "number")
        candidate.infer(("type",), "collection", "the year of the page's own citation")
    for name, where in parts.ids:
        if name == "doi":
            candidate = sheet.offer("doi", _K.CITATION).set(("type",), "doi")
            quote(candidate, ("value",), where)


def _offer_people(sheet: Sheet, content: Text, start: int, parts: Parts) -> None:
    group = next((g for g in parts.groups if g.role == "author"), None)
    if group is None or group.etal or not group.names:
        return
    candidate = sheet.offer("byline", _K.CITATION)
    for number, name in enumerate(group.names):
        base = ("contributors", number, "names", 0)
        candidate.infer(("contributors", number, "type"), "author", "the page's own citation names the authors")
        if name.is_organisation or name.surname is None:
            path = (*base, "organisation" if name.is_organisation else "unsplit")
            candidate.quote(path, content.span(start + name.whole[0], start + name.whole[1]), normalisation="html")
            continue
        candidate.infer((*base, "style"), name.style, "the order of the citation")
        for part, span in (("surname", name.surname), ("given", name.given), ("suffix", name.suffix)):
            if span:
                candidate.quote((*base, part), content.span(start + span[0], start + span[1]), normalisation="html")
