"""The journal's title: before the article's place, in the document's title, in what the page says of its journal."""

from __future__ import annotations

import re

from jatskit.language import has_han
from jatskit.layouts import furniture_in
from jatskit.layouts.head import (
    BEFORE_JOURNAL,
    BETWEEN,
    JOURNAL,
    JOURNAL_LABELS,
    NO_JOURNAL,
    PERIODICAL,
    PLATFORM,
    SITES_TOO,
)
from jatskit.layouts.imprint import ISSN_WORD
from jatskit.layouts.menus import is_path
from jatskit.months import month_number
from jatskit.names import NOT_NAMES
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.page.draft import Draft, Line
from jatskit.readers.page.titles import journals_of

_K = SourceKind
_EDGES = " \t\r\n\u00a0,.;:：，。/|>»›-–—(（）《》[]•·*"
#: A date, or the start of one, between the journal's title and its volume.
_DATE = re.compile(
    r"(?:^|[\s,.;:：，/|>»›\-–—(（《]{1,6})(?:\d{1,2}\s)?(?:[^\W\d_]{3,9}\.?\s)?(?:\d{1,2},?\s)?(?:1[89]|20)\d\d(?:\s?年)?[\s,;:(（|–-]{0,6}$"
)
#: Words of a title that its abbreviation leaves out.
_SMALL = frozenset("of the and in for on & de da do del di des et y e la le les für und the a an".split())
_WORD = re.compile(r"[^\W\d_]+")
#: What the style of ABNT prints for a place that is not known.
_NOWHERE = re.compile(r",?\s{0,2}\[S\.\s?[lnLN]\.\]?$")
#: What leads from one step of a path through the site to the next.
_STEP = re.compile(r"\s{0,3}[/>›»]\s{0,3}")
#: Words of a title that is looked for in full; letters by which it is longer.
_MOST_WORDS, _LONGER = 10, 2
_FIRST_LINES, _SHORT = 8, 5
_LONGEST, _LONGEST_LEAD, _LINES_BACK = 120, 130, 2
#: A document's title with the journal and the site of its publisher.
_HOSTED = re.compile(r"\s[-–]\s(?P<journal>[^()|]{4,100}?)\s\(RSC Publishing\)")
_LONGEST_FIRST = 600
#: Names on lines of their own from which on they are a list.
_LISTED = 3
#: Lines above the title that may be the banner of the journal; a page with more names there lists journals.
_BANNER, _MOST_BANNERS = 30, 2
#: The format of an ISSN before the word.
_FORMAT_LAST = re.compile(
    r"(?:[\s(,;|.]{0,3}(?:print|on-?line|electronic|version|[ep])[\s-]{0,2}){1,2}$", re.IGNORECASE
)
#: Digits that names have in them, and the colon behind the letter of a series.
_WITH_DIGITS = re.compile(r"(?<!\w)[A-Z]\d{1,4}[A-Za-z]{2,}|^[23]D(?= )|^3(?= Biotech$)|^G3$|(?<= [A-Z]):(?= [A-Z])")
#: What a Chinese citation prints behind a title.
_TYPE_CODE = re.compile(r"\[[A-Z](?:/OL)?\]\s?[.．]?\s{0,3}")
_LONGEST_ABBREVIATED = 50
_LABELLED = re.compile(rf"(?:{JOURNAL_LABELS.expression.pattern})\s?[:：]\s{{0,3}}", re.IGNORECASE)
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
        # A line that is a date is none between the journal and its place.
        back += 0 if back and _DATE.fullmatch(lead) else 1
        index -= 1
        start = draft.lines[index].start
        lead = draft.lines[index].text
        inner = _DATE.sub("", lead).strip(_EDGES)
    if is_path(lead):
        inner = _STEP.split(lead.rstrip(_EDGES))[-1].strip(_EDGES)
    if type_code := list(_TYPE_CODE.finditer(lead)):
        inner = lead[type_code[-1].end() :].strip(_EDGES)
    inner = _NOWHERE.sub("", inner).rstrip(_EDGES)
    if not inner or (len(lead) > _LONGEST_LEAD and not type_code):
        return None
    first = lead.rindex(inner)
    if label := BEFORE_JOURNAL.expression.match(lead, first):
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
    # A line of its own above a place is the journal's, if it is written as a title is; below the article's title
    # others stand there, too.
    between = _DATE.sub("", draft.text[draft.lines[index].end : offset])
    over = back == 1 and index not in draft.labels and not between.strip(_EDGES)
    below = index > draft.marks.get("title", 0)
    opened = draft.text[draft.lines[index].end : offset].strip() == "("
    above = over and is_a_name(inner) and (opened or not below or sure or PERIODICAL.starts(inner))
    return span if could_be(draft, span, sure=((sure or joined) and not back) or heads or above) else None


def is_listed(draft: Draft, line: Line) -> bool:
    """Whether the name on a line is the first of a list to choose from."""
    names = draft.lines[line.index : line.index + _LISTED]
    return len(names) == _LISTED and all(
        name.index not in draft.labels and is_a_name(name.text) and not has_han(name.text) for name in names
    )


def is_a_name(text: str) -> bool:
    """Whether a text is written as the names of journals are: its words have capitals, but for the small ones."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    named = sum(word[:2] != word[:2].lower() or has_han(word) for word in words)
    return 0 < len(words) == named or (named > 0 and JOURNAL.within(text) is not None)


def could_be(draft: Draft, span: Span, *, sure: bool) -> bool:
    """Whether a stretch of the page may be the title of its journal; one that is not `sure` needs the page's word."""
    text = draft.text[slice(*span)]
    words = _WORD.findall(text)
    if (
        not 2 < len(text) + has_han(text) <= _LONGEST
        or not words
        or re.search(r"\d|:", _WITH_DIGITS.sub("", text))
        or (text[0].islower() and not text[1:2].isupper() and not text.startswith("npj "))
        or (PLATFORM.whole(text) and not SITES_TOO.whole(text))
        or furniture_in(text)
        or BETWEEN.whole(text)
        or NO_JOURNAL.starts(text)
        or ISSN_WORD.search(text)
        or all(word.lower() in NOT_NAMES for word in words)
        or month_number(words[0]) is not None
        or len(words) > 14
    ):
        return False
    titles = [folded(candidate.quoted) for candidate in draft.offers("title")] or [
        folded(draft.value(("title",)) or "")
    ]
    known = folded(text)
    if any(known == title or (not sure and known in title) for title in titles):
        return False
    return sure or JOURNAL.within(text) is not None or _times(draft, known) > 1


def _times(draft: Draft, known: str) -> int:
    lines = sum(folded(line.text) == known for line in draft.lines if len(line.text) <= 2 * _LONGEST)
    # The document's title, on one of the first lines, may hold it.
    return lines + (len(known) > _SHORT and any(len(f) > len(known) and known in f for f in _first(draft)))


def _is_cited(draft: Draft, text: str) -> bool:
    """Whether the page's references cite what a text says as a journal: with the number of a volume behind it."""
    start = draft.lines[draft.marks["references"]].start if "references" in draft.marks else len(draft.text)
    cited = re.compile(
        rf"(?<!\w){re.escape(text)}[\s.,]{{1,3}}(?:\(?(?:19|20)\d\d\)?[\s.,;]{{1,3}})?(?:vol\.?\s?)?\d", re.IGNORECASE
    )
    return cited.search(draft.text, start) is not None


def _first(draft: Draft) -> list[str]:
    return [folded(line.text) for line in draft.lines[:_FIRST_LINES]]


def recognise(draft: Draft) -> None:
    """Offer the part of the document's title that is the journal's, and the full form of a title that is abbreviated."""
    found = [span for span in journals_of(draft) if could_be(draft, span, sure=True) and not _is_cut(draft, span)]
    for start, end in sorted(found, key=lambda span: span[0] - span[1])[:1]:
        reason = "in the document's title, and on a line"
        draft.cite(draft.offer("journal-title", _K.TITLE_TAG), (), (start, end), reason=reason)
    for line in draft.lines[:_FIRST_LINES]:
        if (match := _HOSTED.search(line.text[:_LONGEST_FIRST])) and could_be(
            draft, at := _shifted(match, line.start), sure=True
        ):
            draft.cite(
                draft.offer("journal-title", _K.TITLE_TAG),
                (),
                at,
                reason="before its publisher in the document's title",
            )
            break
    title = draft.marks.get("title", 0)
    for line in draft.lines[max(0, title - 30) : title + 60]:
        if not (match := _LABELLED.match(line.text)):
            continue
        at = line.start + match.end(), line.end
        if match.end() == len(line.text) and line.index + 1 < len(draft.lines):
            below = draft.lines[line.index + 1]
            if is_listed(draft, below):
                continue
            at = below.start, below.end
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
    if not draft.offers("journal-title"):
        _offer_banner(draft, title)
    if not draft.offers("journal-title"):
        _offer_beside_issn(draft)
    short = next((c for c in draft.offers("journal-title") if c.kind is not _K.HEADER), None)
    if short and (full := _expansion(draft, short.quoted)):
        draft.cite(draft.offer("journal-title", _K.LABEL), (), full, reason="the full form of the abbreviated title")


def _is_cut(draft: Draft, span: Span) -> bool:
    """Whether a colon cuts a name that has one, on a line without the article's title."""
    line = draft.lines[draft.line_at(span[0])]
    titles = [folded(candidate.quoted) for candidate in draft.offers("title")]
    return draft.text[span[1] : span[1] + 1] == ":" and not any(title in draft.folded(line) for title in titles)


def _offer_banner(draft: Draft, title: int) -> None:
    """Offer the line above the title that is a periodical's by its words, or by what the references cite."""
    found: dict[str, Line] = {}
    for line in draft.lines[max(0, title - _BANNER) : title]:
        known = PERIODICAL.starts(line.text) or (is_a_name(line.text) and _is_cited(draft, line.text))
        if known and line.index not in draft.labels and could_be(draft, (line.start, line.end), sure=True):
            found[draft.folded(line)] = line
    if 0 < len(found) <= _MOST_BANNERS:
        line = list(found.values())[-1]
        reason = "a periodical's name above the title"
        draft.cite(draft.offer("journal-title", _K.BODY), (), (line.start, line.end), reason=reason)


def _offer_beside_issn(draft: Draft) -> None:
    """Offer the name that stands before the journal's ISSN on one line, as feet of pages have it."""
    for line in draft.lines:
        word = (
            ISSN_WORD.search(line.text) if len(line.text) <= _LONGEST and draft.rule(line) != "reference-list" else None
        )
        name = _FORMAT_LAST.sub("", line.text[: word.start()]).strip(_EDGES) if word else ""
        if not name or not is_a_name(name):
            continue
        at = line.start + line.text.index(name)
        if could_be(draft, (at, at + len(name)), sure=True):
            draft.cite(draft.offer("journal-title", _K.BODY), (), (at, at + len(name)), reason="before the ISSN")
            return


def _above(draft: Draft, index: int) -> Span:
    line = draft.lines[index - 1]
    return line.start, line.end


def _shifted(match: re.Match[str], by: int) -> Span:
    return by + match.start("journal"), by + match.end("journal")


def _expansion(draft: Draft, short: str) -> Span | None:
    """Return where the page says in full the title that `short` abbreviates."""
    stems = [word for word in _WORD.findall(short) if word.casefold() not in _SMALL]
    if not 1 < len(stems) <= _MOST_WORDS:
        return None
    small = rf"(?:\s(?:{'|'.join(map(re.escape, sorted(_SMALL)))})(?=\s)){{0,3}}"
    words = rf"{small}\s".join(rf"{re.escape(stem)}[^\W\d_]{{0,20}}" for stem in stems)
    for match in re.finditer(rf"(?<!\w){words}(?![\w.])", draft.text, re.IGNORECASE):
        full = [word for word in _WORD.findall(match[0]) if word.casefold() not in _SMALL]
        line = draft.lines[draft.line_at(match.start())]
        # In an entry of the reference list it is another article's, in lower case nobody's title.
        if draft.rule(line) != "reference-list" and len("".join(full)) > len("".join(stems)) + _LONGER:
            # A label may be glued to it.
            if all(word[0].isupper() for word in full) and not match[0].lower().endswith("volume"):
                return match.span()
    return None
