"""REF-PAGES."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.edits import escaped
from jatskit.schema.faults import Delete, Fault, Insert, Repair, SetText, Side

_PAGE = re.compile(r"([^\d]{0,8})(\d{1,9})([A-Za-z]?)")
_RANGE = re.compile(r"([A-Za-z]{0,3}\d{1,7})\s?[-\u2010-\u2015\u2212]\s?([A-Za-z]{0,3}\d{1,7})")


@rule("REF-PAGES")
def look(document: Document) -> Iterator[Fault]:
    """A cited work has pages or an article number, and its last page is not before its first.

    What:
        `elocation-id` does not stand beside `fpage`, `lpage` or `page-range`. `fpage` holds one page. `lpage` is written in
        full (1032 to 1039, not 1032 to 9), and is not less than `fpage`, unless `page-range` tells how the pages run.
    Why:
        Matching compares the first page; a range in it, or an article number beside it, matches nothing.
    Fix:
        Put the first and the last page into elements of their own; keep the one of pages and number that the work has.
    Bad:
        <element-citation publication-type="journal"><source>Polar Res</source><fpage>12</fpage><elocation-id>e7</elocation-id>
        </element-citation>
    Bad:
        <element-citation publication-type="journal"><source>Polar Res</source><fpage>1032</fpage><lpage>9</lpage></element-citation>
    Bad:
        <element-citation publication-type="journal"><source>Polar Res</source><fpage>12-19</fpage></element-citation>
    Bad:
        <element-citation publication-type="journal"><source>Polar Res</source><fpage>212</fpage><lpage>119</lpage></element-citation>
    Good:
        <element-citation publication-type="journal"><source>Polar Res</source><fpage>1032</fpage><lpage>1039</lpage>
        </element-citation>
    Source:
        JATS4R, Citations; SciELO PS, fpage.
    """
    for citation in document.citations:
        if "fpage" not in citation.parts and "elocation-id" not in citation.parts:
            continue
        first, last, number = citation.first("fpage"), citation.first("lpage"), citation.first("elocation-id")
        if number is not None and citation.has("fpage", "lpage", "page-range"):
            other = first if first is not None else last if last is not None else citation.first("page-range")
            same = other is not None and words(other) == words(number)
            yield Fault(
                number,
                f"the article number “{words(number)[:30]}” stands beside pages",
                "" if same else "Keep the one that the work has.",
                value=words(number),
                repair=Repair("Take the article number away", (Delete(number),)) if same else None,
            )
        if first is None:
            continue
        if last is not None and _is_in_order(first.text or "", last.text or "") and not len(first):
            continue
        from_ = words(first)
        if last is None:
            if (match := _RANGE.fullmatch(from_)) and not len(first) and not citation.has("page-range"):
                split = Repair(
                    f"Write {match[1]} as first and {match[2]} as last page",
                    (
                        SetText(first, match[1]),
                        Insert(first, Side.AFTER, f"<lpage>{escaped(match[2])}</lpage>"),
                    ),
                )
                yield Fault(
                    first,
                    f"the first page is a range, “{from_}”",
                    value=from_,
                    expected=match[1],
                    repair=split if citation.is_marked_up else None,
                    advice="" if citation.is_marked_up else "Put the two pages into <fpage> and <lpage>.",
                )
            continue
        to = words(last)
        one, two = _PAGE.fullmatch(from_), _PAGE.fullmatch(to)
        if not one or not two or citation.has("page-range") or (two[1] and two[1] != one[1]):
            continue
        if int(two[2]) >= int(one[2]):
            continue
        number_in_full = one[2][: max(len(one[2]) - len(two[2]), 0)] + two[2]
        full = one[1] + number_in_full + two[3]
        shortened = len(two[2]) < len(one[2]) and int(number_in_full) >= int(one[2])
        repair = Repair(f"Write {full} as last page", (SetText(last, full),)) if shortened and not len(last) else None
        yield Fault(
            last,
            f"the last page “{to}” is less than the first, “{from_}”"
            if not shortened
            else f"the last page of {from_} is cut short to “{to}”",
            "" if repair else "See which of the two is wrong.",
            value=to,
            expected=full if shortened else "",
            repair=repair,
        )


def _is_in_order(first: str, last: str) -> bool:
    """Whether two plain numbers, of no more digits than pages have, are in order."""
    return first.isdecimal() and last.isdecimal() and len(first) < 10 > len(last) and int(first) <= int(last)
