"""Where the article stands: journal, year, volume, issue and pages, in lines that a page may have broken; and its DOI."""

from __future__ import annotations

import re

from jatskit.language import width
from jatskit.layouts import PARTS, numbers_of
from jatskit.layouts.head import JOURNAL, PLATFORM
from jatskit.months import month_number
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.recognisers.title_evidence import journals_of

_K = SourceKind
_YEAR = re.compile(r"(?<![\d/.\-])(?:1[89]|20)\d\d(?![\d/])")
#: `4(4), 932-945`, `24(2): 22-28`, `16:2`, `9(12): e115884`; blanks and line breaks stand anywhere.
_COMPACT = re.compile(
    r"(?<![\d/.:\-])(?P<volume>\d{1,4})\s{0,3}(?:[(（]\s{0,2}(?P<issue>[^()（）\n]{1,24}?)\s{0,2}[)）])?\s{0,3}(?P<mark>[:：,，])\s{0,3}"
    r"(?:pp?\.\s?)?(?P<first>[A-Za-z]{0,3}\d{1,9})(?:\s{0,2}[-–—‐−~～]\s{0,2}(?P<last>[A-Za-z]{0,3}\d{1,7}))?(?![\d:])"
)
_BEFORE, _AFTER, _WINDOW = 45, 60, 260
_LONG, _MOST_PLACES = 300, 3
_EDGES = " \t\n,.;:：，。/|>»›-–—()（）《》"
_DOI = re.compile(
    r"(?P<label>doi(?:\s?号)?\s{0,3}[:：]?\s{0,3}|digital object identifier\s{0,3}[:：]?\s{0,3})?(?:https?://(?:dx\.|www\.)?doi\.org/)?"
    r"(?P<doi>10\.\d{4,9}(?:\.\d{1,4})*/[^\s<>\"，。；|]{1,120})",
    re.IGNORECASE,
)
_COMPONENT = re.compile(r"(?<=\d)\.[gtsedv]\d{1,3}$")
_CLUSTER = re.compile(r"(?:volume|vol|issue|no|pages?|pp|article)\b.{0,6}$", re.IGNORECASE)


def recognise(draft: Draft) -> None:
    """Offer what the lines around the title say of the article's place; then the DOI and the journal."""
    _offer_dois(draft)
    for start, end in sorted(journals_of(draft), key=lambda span: span[0] - span[1])[:1]:
        draft.cite(
            draft.offer("journal-title", _K.TITLE_TAG),
            (),
            (start, end),
            reason="in the document's title, and on a line",
        )
    title = draft.marks.get("title")
    if title is None:
        return
    lines = [line for line in _near(draft, title) if len(line.text) <= _LONG]
    lines.sort(key=lambda line: abs(line.index - title))
    journals = [folded(c.quoted) for c in draft.offers("journal-title")]
    seen: set[int] = set()
    offered = 0
    for line in lines:
        if line.index in seen or offered >= _MOST_PLACES:
            continue
        taken = _labelled(draft, line) or _compact(draft, line, journals)
        if taken:
            offered += 1
            seen |= taken


def _near(draft: Draft, title: int) -> list[Line]:
    references = draft.marks.get("references", len(draft.lines))
    end = min(references if references > title else len(draft.lines), draft.marks.get("title-end", title) + _AFTER)
    return [line for line in draft.lines[max(0, title - _BEFORE) : end] if line.index > draft.marks.get("header", -1)]


def _window(draft: Draft, line: Line) -> str:
    end = line.end
    for following in draft.lines[line.index + 1 : line.index + 12]:
        if following.end - line.start > _WINDOW or width(following.text) > 120:
            break
        end = following.end
    return draft.text[line.start : end]


def _labelled(draft: Draft, line: Line) -> set[int]:
    """Offer a place whose volume has its label; the other parts stand before or behind it."""
    window = _window(draft, line)
    volume = PARTS["volume"].expression.search(window)
    if not volume or volume.start() >= len(line.text):
        return set()
    spans: dict[str, Span] = {}
    spans["volume"] = numbers_of(volume)["volume"]
    end = volume.end()
    for part in ("issue", "number", "pages"):
        match = PARTS[part].expression.search(window, volume.end(), min(len(window), volume.end() + 120))
        if match is None and part != "pages":
            match = PARTS[part].expression.search(line.text)
        if match is None and part == "number" and line.index:
            above = draft.lines[max(0, line.index - 2)]
            before = draft.text[above.start : line.start]
            if inner := PARTS["number"].expression.search(before):
                spans["number"] = (inner.start("number") - len(before), inner.end("number") - len(before))
            continue
        if match is None:
            continue
        found = numbers_of(match)
        if part != "pages":
            spans[part] = found[part]
        elif "number" not in spans:
            spans["fpage"] = found["first"]
            if "last" in found:
                spans["lpage"] = found["last"]
        end = max(end, match.end())
    if "fpage" not in spans and "number" not in spans:
        # `Volume 2 / 2016, e5`: what stands behind the year.
        if loose := re.compile(r"[,，]\s{0,2}(?P<n>e\d{1,7})(?![\w.])").search(window, volume.end(), volume.end() + 40):
            spans["number"] = loose.span("n")
    years = [m for m in _YEAR.finditer(window, 0, min(len(window), end + 30)) if m.span() not in spans.values()]
    near = [m for m in years if abs(m.start() - volume.start()) < 120]
    if near:
        spans["year"] = near[0].span()
    _offer(draft, line.start, spans, _journal_before(draft, line, volume.start()))
    return {other.index for other in draft.lines[line.index : line.index + 12] if other.start < line.start + end}


def _compact(draft: Draft, line: Line, journals: list[str]) -> set[int]:
    """Offer a place that is numbers only, beside a year and behind the journal's title."""
    window = _window(draft, line)
    for match in _COMPACT.finditer(window):
        if match.start() >= max(len(line.text), 40):
            break
        lead = window[: match.start()]
        years = list(_YEAR.finditer(lead)) or list(
            _YEAR.finditer(window, match.end(), min(len(window), match.end() + 20))
        )
        if (
            not years
            or match["volume"] == years[-1][0]
            or (match["mark"] in ",，" and not match["issue"] and not match["last"])
        ):
            continue
        year = years[-1]
        name = lead[: year.start()] if year.start() < match.start() else lead
        if year.start() < match.start() and len(re.findall(r"[^\W\d_]", lead[year.end() :])) > 3:
            continue
        named = any(len(j) > 3 and j in folded(name) for j in journals)
        numbered = match["issue"] or (year.start() < match.start() and "doi" in window.lower())
        if not named and not (numbered and name.strip(_EDGES) and name.count("\n") <= 1 and len(name.split()) <= 10):
            continue
        spans = {"volume": match.span("volume"), "year": year.span()}
        if match["issue"]:
            spans["issue"] = match.span("issue")
        spans["fpage" if match["last"] or (match["issue"] and match["first"].isdigit()) else "number"] = match.span(
            "first"
        )
        if match["last"]:
            spans["lpage"] = match.span("last")
        inner = name.strip(_EDGES)
        journal = None
        if inner and not re.search(r"\d", inner) and len(inner) <= 120:
            at = line.start + name.index(inner)
            journal = (at, at + len(inner))
        _offer(draft, line.start, spans, journal)
        return {
            other.index for other in draft.lines[line.index : line.index + 12] if other.start < line.start + match.end()
        }
    return set()


def _journal_before(draft: Draft, line: Line, volume: int) -> Span | None:
    """Return where the journal's title stands before a volume: on its line, or on the one above."""
    lead = line.text[:volume]
    inner = re.sub(r"[\s,.;:：，/|>»›\-–—(（《]+(?:[^\W\d_]{3,9}\.?\s)?(?:1[89]|20)\d\d.*$", "", lead).strip(_EDGES)
    if inner and not re.search(r"\d", inner) and 2 < len(inner) <= 120 and not _CLUSTER.search(inner):
        if not PLATFORM.whole(inner) and (JOURNAL.within(inner) or len(inner.split()) <= 8):
            if month_number(inner.split()[0]) is None:
                at = line.start + lead.index(inner)
                return at, at + len(inner)
    if line.index and not inner:
        above = draft.lines[line.index - 1]
        text = above.text.strip(_EDGES)
        seen = sum(folded(other.text) == folded(text) for other in draft.lines)
        if (
            text
            and not re.search(r"\d|:", text)
            and len(text) <= 120
            and not PLATFORM.whole(text)
            and (JOURNAL.within(text) or seen > 1)
        ):
            at = above.start + above.text.index(text)
            return at, at + len(text)
    return None


def _offer(draft: Draft, base: int, spans: dict[str, Span], journal: Span | None) -> None:
    kind = _K.MASTHEAD
    for about in ("volume", "issue"):
        if about in spans:
            draft.cite(draft.offer(about, kind), (), (base + spans[about][0], base + spans[about][1]))
    if "number" in spans:
        draft.cite(
            draft.offer("pages", kind), ("elocation_id",), (base + spans["number"][0], base + spans["number"][1])
        )
    elif "fpage" in spans:
        candidate = draft.offer("pages", kind)
        draft.cite(candidate, ("pages", "first"), (base + spans["fpage"][0], base + spans["fpage"][1]))
        if "lpage" in spans:
            draft.cite(candidate, ("pages", "last"), (base + spans["lpage"][0], base + spans["lpage"][1]))
    if "year" in spans:
        candidate = draft.offer("published", kind)
        draft.cite(candidate, ("year",), (base + spans["year"][0], base + spans["year"][1]), normalisation="number")
        candidate.infer(("type",), "pub", "the year of an issue is that of its publication")
    if journal:
        draft.cite(draft.offer("journal-title", kind), (), journal)


def _offer_dois(draft: Draft) -> None:
    """Offer the DOIs that stand close to the title, the closest first; else the one that a label states."""
    title = draft.marks.get("title", 0)
    references = draft.marks.get("references")
    found: list[tuple[int, str, Span]] = []
    for line in draft.lines:
        if (
            len(line.text) > _LONG
            or "10." not in line.text
            or (references is not None and line.index > references and not draft.is_free(line))
        ):
            continue
        if match := _DOI.search(line.text):
            value = match["doi"].rstrip(".,;:")
            if value.endswith(")") and value.count("(") < value.count(")"):
                value = value.rstrip(").,")
            if _COMPONENT.search(value):
                continue
            above = draft.lines[line.index - 1].text.strip(" :：").casefold() if line.index else ""
            alone = len(match[0]) + 6 >= len(line.text)
            stated = bool(match["label"]) or above in ("doi", "digital object identifier", "doi号")
            near = -_BEFORE <= line.index - title <= 80
            if (near and (alone or stated)) or (alone and above in ("doi", "digital object identifier", "doi号")):
                start = line.start + match.start("doi")
                found.append((abs(line.index - title), value, (start, start + len(value))))
    for _, _, span in sorted(found)[:3]:
        draft.cite(draft.offer("doi", _K.LABEL).set(("type",), "doi"), ("value",), span)
