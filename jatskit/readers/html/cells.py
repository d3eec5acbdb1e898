"""Where the page says a field in a table of its own: a label in one cell or line, the value behind it or in the next.

`Volume: 12`, `<dt>刊名</dt><dd>…</dd>`. One such cell may be anything's; the page's table of the article has several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.layouts.labels import spelt, words_of
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.citation import is_no_journal, offer_values
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind
#: What announces the journal and the year in a cell; the words for numbered parts are those of every reader.
WORDS: Mapping[str, str] = {
    "journal": r"刊名|期刊(?:名称)?|来源(?:期刊)?|出处|journal(?: title| name)?|published in|source|publication|revista|revue|"
    r"zeitschrift|журнал|dergi(?: adı)?|学術雑誌名|雑誌名|誌名|학술지(?:명)?|저널명",
    "year": r"year|год|yıl|jahr|año|ano|année|年份|发表年份",
}
_PARTS = {**WORDS, **{part: spelt(words_of(part)) for part in ("volume", "issue", "pages")}}
_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<{part}>{words})" for part, words in _PARTS.items()) + r")(?:\s{0,3}[:：]\s{0,3}|$)",
    re.IGNORECASE,
)
#: What the value of a part looks like, whole.
_VALUES: Mapping[str, re.Pattern[str]] = {
    "journal": re.compile(r"《?(?P<journal>[^\d《》:：|]{2,120}?)》?"),
    "volume": re.compile(r"(?:vol(?:ume|\.)?\s?)?(?P<volume>\d{1,4})", re.IGNORECASE),
    "issue": re.compile(
        r"(?:no\.?\s?|issue\s?)?(?P<issue>(?:S|Suppl\.? ?)?\d{1,4}(?:[-–/]\d{1,4})?(?: ?\(\d{1,5}\))?)", re.IGNORECASE
    ),
    "pages": re.compile(r"(?:pp?\.\s?)?(?P<fpage>[A-Za-z]{0,2}\d{1,7})\s?[-–—~～]\s?(?P<lpage>[A-Za-z]{0,2}\d{1,7})"),
    "year": re.compile(r"(?P<year>(?:1[89]|20)\d\d)(?:\s?年)?"),
}
_LONGEST = 160


#: Lines over which the table of an article goes.
_TABLE = 30

Cells = dict[str, tuple[Line, Text, re.Match[str]]]


def _together(found: Cells) -> Cells:
    """Return the cells that stand in one table: those around the volume, or else around the first part."""
    middle = next((found[part][0].index for part in ("volume", "issue", "pages") if part in found), -_TABLE)
    return {part: cell for part, cell in found.items() if abs(cell[0].index - middle) <= _TABLE}


def offer_cells(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer what labelled cells say of the article's place, if at least two parts of it have their cell."""
    volumes = {folded(c.quoted) for c in sheet.offers("volume") if not c.distrusted}
    found: Cells = {}
    for line in view.lines:
        if line.end - line.start > 6 * _LONGEST or line.inside(references) or len(line.text) > _LONGEST:
            continue
        label = _LABEL.match(line.text)
        if label is None or (part := str(label.lastgroup)) in found:
            continue
        content, at = line.content, label.end()
        if at >= len(line.text):
            following = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
            if following is None or following.is_long or len(following.text) > _LONGEST:
                continue
            content, at = following.content, 0
        if value := _VALUES[part].fullmatch(content.text, at, len(content.text.rstrip(" ,;，；|"))):
            found[part] = (line, content, value)
    found = _together(found)
    if len(found) < 2 or not found.keys() & {"volume", "issue", "pages"}:
        return
    if volumes and "volume" in found and folded(found["volume"][2]["volume"]) not in volumes:
        return
    for part, (line, content, value) in found.items():
        if part == "journal" and is_no_journal(value["journal"]):
            continue
        spans = {key: value.span(key) for key in value.re.groupindex if value[key]}
        if part == "year" and any(not c.distrusted for c in sheet.offers("published")):
            continue
        offer_values(sheet, content, spans)
        sheet.take_span(line.start, line.end, "label")
