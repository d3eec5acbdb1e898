"""The reference list."""

from __future__ import annotations

from jatskit.model.identifiers import Language, XmlId
from jatskit.model.text import Line, Record, RichText


class Citation(Record):
    """One reading of a reference: in one of its languages, with what a line break had split joined again."""

    text: RichText
    lang: Language | None = None


class Reference(Record):
    """`ref`: an entry of the reference list.

    `raw` is the whole entry as printed. `citations` are its readings, one for each language that it is
    printed in; none if the raw text is all there is to say.
    """

    id: XmlId
    label: Line | None = None
    raw: RichText
    citations: tuple[Citation, ...] = ()
