"""The journal's title: before the article's place, in the document's title, in what the page says of its journal."""

from __future__ import annotations

import re

from jatskit.language import has_han
from jatskit.layouts import furniture_in
from jatskit.layouts.head import BETWEEN, JOURNAL, PLATFORM
from jatskit.months import month_number
from jatskit.names import NOT_NAMES
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft
from jatskit.readers.page.recognisers.title_evidence import journals_of

_K = SourceKind
_EDGES = " \t\r\n\u00a0,.;:：，。/|>»›-–—(（）《》[]•·*"
#: What is printed before a journal's title on its line.
_LEAD = re.compile(
    r".{0,200}[|›»>]\s{0,3}|(?:published in|journal(?: title)?|source|in|cite this|citation|期刊名称|刊名|来源|出处)\s{0,2}[:：]\s{0,3}",
    re.IGNORECASE,
)
#: A date, or the start of one, between the journal's title and its volume.
_DATE = re.compile(
    r"[\s,.;:：，/|>»›\-–—(（《]{1,6}(?:[^\W\d_]{3,9}\.?\s)?(?:\d{1,2},?\s)?(?:1[89]|20)\d\d(?:\s?年)?[\s,;:(（|–-]{0,6}$"
)
#: Where a page names its journal in words.
_SAID = re.compile(
    r"(?:articles? from|provided here courtesy of|published in|about) (?P<journal>[^.,;:\d]{4,100}?)"
    r"(?= are provided here| is provided here|$)",
    re.IGNORECASE,
)
_SMALL = frozenset("of the and in for on & de da do del di des et y e la le les für und the a an".split())
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST, _LONGEST_LEAD, _LINES_BACK = 120, 130, 2
_NO_JOURNAL = re.compile(
    r"(?:(?:articles?|archives?|year|yıl|home|research|reviews?|published|received|accepted|citation|doi|issn|abstract|vol|pages?|"
    r"date|search|about|issue|references?|original|editorial|letters?|online|sections?)(?: articles?| papers?)?$)|"
    r"sec\. |section |special issue|table of contents|.*\bet al\b|.*\baccess\b|by\s|[&+]|.*©|\w+ \w+ university",
    re.IGNORECASE,
)
#: Journals whose site has their own name.
_SITES_TOO = re.compile("elife|peerj|nature|plos one", re.IGNORECASE)
#: What a Chinese citation prints behind a title.
_TYPE_CODE = re.compile(r"\[[A-Z](?:/OL)?\]\s?[.．]?\s{0,3}")
_LONGEST_ABBREVIATED = 50
_LABELLED = re.compile(
    r"(?:刊\s?名|期刊名称|期刊|来源期刊|文献来源|journal(?: title| name)?|publication title|"
    r"revista|название журнала|журнал|dergi adı)\s?[:：]\s{0,3}",
    re.IGNORECASE,
)
_ISSN_LINE = re.compile(r"(?:(?:print|on-?line|electronic)(?: version)?\s?)?[pe]?-?ISSN(?:-L)?\b", re.IGNORECASE)
#: `Tests in Physics, 02 August 2014`: a journal with the day of publication, on a line of its own.
_DATED = re.compile(
    r"(?P<journal>[^\d,|:]{4,100}),\s{1,2}(?:\d{1,2}\s[^\W\d_]{3,9}|[^\W\d_]{3,9}\s\d{1,2},?)\s(?:1[89]|20)\d\d(?:\s?\|.{0,80})?"
)


def before(draft: Draft, offset: int, *, sure: bool) -> Span | None:
    """Return the journal's title before a place that starts at `offset`: on its line, or on one of those above it.

    `sure` says that nothing else stands before a place of this form.
    """
    index = draft.line_at(offset)
    line = draft.lines[index]
    lead = draft.text[line.start : offset] if line.start < offset else ""
    inner = _DATE.sub("", lead).strip(_EDGES)
    start = line.start
    back = 0
    while not inner and index and back < _LINES_BACK:
        index, back = index - 1, back + 1
        start = draft.lines[index].start
        lead = draft.lines[index].text
        inner = _DATE.sub("", lead).strip(_EDGES)
    if type_code := list(_TYPE_CODE.finditer(lead)):
        inner = lead[type_code[-1].end() :].strip(_EDGES)
    if not inner or (len(lead) > _LONGEST_LEAD and not type_code):
        return None
    first = lead.rindex(inner)
    if label := _LEAD.match(lead, first):
        first = label.end()
        inner = inner[label.end() - lead.index(inner) :].strip(_EDGES)
        if not inner:
            return None
        first = lead.index(inner, first)
    if "." in inner[:-1] and len(inner) > _LONGEST_ABBREVIATED:
        # The names and the title of a citation stand before the journal.
        return None
    span = (start + first, start + first + len(inner))
    # `Tests, Volume 12` and `Tests (Volume: 12` name the journal, too.
    joined = lead[first + len(inner) :].strip() in (",", "(", ".") or bool(type_code)
    # The first line of a page, with the title below, names the journal if a place follows it.
    heads = back == 1 and index == 0 < draft.marks.get("title", 0) and index not in draft.labels
    return span if could_be(draft, span, sure=((sure or joined) and not back) or heads) else None


def could_be(draft: Draft, span: Span, *, sure: bool) -> bool:
    """Whether a stretch of the page may be the title of its journal; one that is not `sure` needs the page's word."""
    text = draft.text[slice(*span)]
    words = _WORD.findall(text)
    if (
        not 2 < len(text) + has_han(text) <= _LONGEST
        or not words
        or re.search(r"\d|:", text)
        or (text[0].islower() and not text[1:2].isupper())
        or (PLATFORM.whole(text) and not _SITES_TOO.fullmatch(text))
        or furniture_in(text)
        or BETWEEN.whole(text)
        or _NO_JOURNAL.match(text)
        or all(word.lower() in NOT_NAMES for word in words)
        or month_number(words[0]) is not None
        or len(words) > 14
    ):
        return False
    titles = [folded(candidate.quoted) for candidate in draft.offers("title")] or [
        folded(draft.value(("title",)) or "")
    ]
    known = folded(text)
    if any(known in title for title in titles):
        return False
    return sure or JOURNAL.within(text) is not None or _times(draft, known) > 1


def _times(draft: Draft, known: str) -> int:
    return sum(folded(line.text) == known for line in draft.lines if len(line.text) <= 2 * _LONGEST)


def recognise(draft: Draft) -> None:
    """Offer the part of the document's title that is the journal's, and the full form of a title that is abbreviated."""
    found = [span for span in journals_of(draft) if could_be(draft, span, sure=True)]
    for start, end in sorted(found, key=lambda span: span[0] - span[1])[:1]:
        reason = "in the document's title, and on a line"
        draft.cite(draft.offer("journal-title", _K.TITLE_TAG), (), (start, end), reason=reason)
    title = draft.marks.get("title", 0)
    for line in draft.lines[max(0, title - 30) : title + 60]:
        if not (match := _LABELLED.match(line.text)):
            continue
        at = line.start + match.end(), line.end
        if match.end() == len(line.text) and line.index + 1 < len(draft.lines):
            at = draft.lines[line.index + 1].start, draft.lines[line.index + 1].end
        if could_be(draft, at, sure=True):
            draft.cite(draft.offer("journal-title", _K.LABEL), (), at, reason="behind the label for the journal")
            break
    for line in draft.lines[max(0, title - 10) : title + 10]:
        if (match := _DATED.fullmatch(line.text)) and could_be(draft, at := _shifted(match, line.start), sure=False):
            draft.cite(draft.offer("journal-title", _K.MASTHEAD), (), at)
            break
    for line in draft.lines[max(0, title - 30) : title]:
        # A masthead in two lines: the journal, and its ISSN.
        if (
            _ISSN_LINE.match(line.text)
            and line.index
            and line.index - 1 not in draft.labels
            and could_be(draft, at := _above(draft, line.index), sure=True)
        ):
            draft.cite(draft.offer("journal-title", _K.MASTHEAD), (), at)
            break
    short = next((c for c in draft.offers("journal-title") if c.kind is not _K.HEADER), None)
    if short and (full := _expansion(draft, short.quoted)):
        draft.cite(draft.offer("journal-title", _K.LABEL), (), full, reason="the full form of the abbreviated title")


def _above(draft: Draft, index: int) -> Span:
    line = draft.lines[index - 1]
    return line.start, line.end


def _shifted(match: re.Match[str], by: int) -> Span:
    return by + match.start("journal"), by + match.end("journal")


def _expansion(draft: Draft, short: str) -> Span | None:
    """Return where the page says in full the title that `short` abbreviates."""
    stems = [word for word in map(str.casefold, _WORD.findall(short)) if word not in _SMALL]
    if not stems:
        return None
    for line in draft.lines:
        if len(line.text) > 2 * _LONGEST:
            continue
        said = _SAID.search(line.text)
        for start, end in [said.span("journal") if said else (0, len(line.text)), *_parts_of(line.text)]:
            text = line.text[start:end]
            if len(text) > _LONGEST or not any(text.casefold().find(stem) >= 0 for stem in stems[:1]):
                continue
            if _abbreviates(stems, text):
                inner = text.strip(_EDGES)
                at = line.start + start + text.index(inner)
                return at, at + len(inner)
    return None


def _parts_of(text: str) -> list[Span]:
    cuts = [match.span() for match in re.finditer(r"\s[|»›-]\s", text)][:6]
    if not cuts:
        return []
    return list(zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)], strict=True))


def _abbreviates(stems: list[str], text: str) -> bool:
    if re.search(r"[.,;:\d]", text.strip(_EDGES)):
        return False
    words = [word for word in map(str.casefold, _WORD.findall(text)) if word not in _SMALL]
    return (
        len(words) == len(stems)
        and any(word != stem for word, stem in zip(words, stems, strict=True))
        and all(word.startswith(stem) for word, stem in zip(words, stems, strict=True))
    )
