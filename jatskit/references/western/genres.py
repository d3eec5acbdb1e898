"""Words for the kind of a work: a thesis, a report, a patent, a data set; and the version of what has versions."""

from __future__ import annotations

import re

from jatskit.references.parts import Span

_GENRES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            "thesis",
            r"(?:\(? ?(?:unpublished |doctoral |ph\.? ?d\.?,? |m\.? ?(?:sc|a|s|phil|eng)\.?,? |masters?'?s?'? |master |bachelor'?s?'? |d\.phil\.? |"
            r"honours |habilitation |licentiate )+(?:thesis|dissertation|diss\.)|(?:thesis|dissertation)(?=[,. )]|$)|tese|dissertação|diss\.|"
            r"tesis(?: doctoral)?|thèse|mémoire|dissertation|inaugural-dissertation|diplomarbeit|masterarbeit|habilitationsschrift|"
            r"trabalho de conclusão de curso|дис\. ?\.{0,3}|автореф\. дис\. ?\.{0,3})"
            r"(?: ?\(?(?:(?:de |em |in |of |doutorado|mestrado|doctorado|maestría|graduação|ph\.? ?d\.?|master|канд|д-ра)[^().,]{0,70}\)?))?"
            r"(?: apresentada [^.]{1,100}?(?:d[aoe]) (?=[A-Z]{2,}))?",
        ),
        (
            "report",
            r"(?:(?:tech(?:nical|\.)?|research|working|discussion|final|annual|internal|project) )?(?:summary )?(?:report|paper|memo(?:randum)?)"
            r"(?: (?:series|no\.|number|nr\.|n[oº°]\.?|#))*(?:(?<=#)| ?)(?P<number>#? ?[A-Z0-9][A-Z0-9\-/.]*\d[A-Z0-9\-/]*)?(?=[,.;: )]|$)",
        ),
        (
            "patent",
            r"(?:(?P<country>U\.?S\.?|European|German|Japanese|Chinese) )?patent(?: (?:no\.|application))* "
            r"?(?P<number>[A-Z]{0,2}[\d,./ ]{5,16}\d ?[A-Z]?\d?)",
        ),
    )
)


#: One of these is in any of the words above.
_STEMS = (
    "thesis", "diss", "tese", "tesis", "thèse", "mémoire", "diplom", "masterarb", "habilit", "trabalho de", "дис",
    "report", "paper", "memo", "patent",
)  # fmt: skip
#: A word for the kind of work, in brackets behind its title.
GENRE = re.compile(
    r"\[ ?(?P<genre>(?:data ?sets?|database|computer software|software|mobile app|apparatus|photograph|song|film|video|audio|podcast|tweet|"
    r"preprint|letter|map|lecture notes|powerpoint slides|slides|web ?log post|blog post|online forum post|image attached|"
    r"unpublished manuscript|manuscript [^\[\]]{4,60}|(?:unpublished )?doctoral dissertation|(?:unpublished "
    r")?master'?s? thesis|entrevista [^\[\]]{3,60}|"
    r"conference presentation|paper presentation|poster|patent|standard|computer program|review of [^\[\]]{3,120})"
    r")(?:, (?P<by>[^\[\]]{2,100}))? ?\]",
    re.IGNORECASE,
)


#: The version of a program or of data.
VERSION = re.compile(
    r"\(?(?:version|ver\.|v(?=\d)|versão|versión) ?(?P<version>\d[\d.]{0,10}\d|\d)\)?(?![\d\w])", re.IGNORECASE
)


#: Types that a bracketed word tells.
_GENRE_TYPES = {
    "data": "data", "database": "database", "computer": "software", "software": "software", "mobile": "software",
    "apparatus": "other", "preprint": "preprint", "doctoral": "thesis", "master": "thesis", "patent": "patent",
    "standard": "standard", "map": "map",
}  # fmt: skip


def genre_type(match: re.Match[str]) -> str | None:
    """Return the type of work that a word in brackets tells."""
    return next(
        (type for word in match["genre"].lower().split() if (type := _GENRE_TYPES.get(word.rstrip("'s")))), None
    )


def genre_spans(match: re.Match[str]) -> dict[str, Span]:
    """Return the spans of a word in brackets, and of the university behind it."""
    spans = {"genre": match.span("genre")}
    if match["by"] and genre_type(match) == "thesis":
        spans["publisher"] = match.span("by")
    return spans


def may_name_genre(lower: str) -> bool:
    """Whether a text, in lower case, has a word that `genre_at` may find."""
    return any(stem in lower for stem in _STEMS)


def genre_at(text: str, at: int, end: int) -> tuple[str, int, dict[str, Span]] | None:
    """Return the type of work that words here tell, without brackets, where they end, and their spans."""
    for kind, pattern in _GENRES:
        if match := pattern.match(text, at, end):
            spans = {"genre": (match.start() + (match[0][0] == "("), match.end())}
            if kind != "thesis" and match["number"]:
                spans["number"] = match.span("number")
            return kind, match.end(), spans
    return None
