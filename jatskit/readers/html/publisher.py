"""The publisher, where the page prints it: “Published by”, a labelled cell, a copyright line with a publishing house."""

from __future__ import annotations

import re

from jatskit.protocols import Span
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet

_NAME = r"(?-i:[^\W\d_a-z])[^.,;:()|\d©\n]{2,80}?"
_END = r"(?=\s{0,3}(?:[.,;:()|©]|\d|on behalf|in association|under|all rights|$))"
_SAID = re.compile(rf"\bpublished by (?:the )?(?P<name>{_NAME}){_END}", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:publisher|verlag|éditeur|editorial|editora|yayıncı|издательство|издатель|出版社|出版单位|出版者|발행기관|发行单位)\s{0,2}[:：]\s{0,2}"
    r"(?P<name>[^\W\d_][^;|\n]{1,100}?)\s{0,2}$",
    re.IGNORECASE,
)
#: Whoever holds the rights may be anybody; a house says that it is one.
_RIGHTS = re.compile(
    rf"(?:©|\(c\)|copyright)\s{{0,2}}(?:©|\(c\))?\s{{0,2}}(?:(?:19|20)\d\d),?\s(?:by )?(?:the )?(?P<name>{_NAME}"
    rf"(?:press|publishing|publishers?|publications|verlag)(?:\s(?:ltd|limited|group|inc|gmbh|ag)\b)?){_END}",
    re.IGNORECASE,
)
_LONGEST = 600


def offer_publisher(sheet: Sheet, view: View, references: Span | None) -> None:
    """Offer the publisher that a line of the page names, unless a tag does."""
    if sheet.offers("publisher"):
        return
    for expression in (_LABELLED, _SAID, _RIGHTS):
        for line in view.lines:
            if line.end - line.start > 4 * _LONGEST or line.inside(references) or len(line.text) > _LONGEST:
                continue
            if match := expression.search(line.text):
                span = line.content.span(*match.span("name"))
                sheet.offer("publisher", SourceKind.FURNITURE).quote((), span, normalisation="html")
                return
