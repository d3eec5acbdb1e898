"""Headings of an abstract's sections, and what tells that an abstract or a list of references is over.

Each table of words is one of `words.py`; the tests run every row of it by its example.
"""

from __future__ import annotations

from jatskit.layouts.words import Words


def _headings(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(" | "))


#: Headings of the sections of a structured abstract, on any page.
ABSTRACT_SECTIONS = _headings(
    "aim | aims | background | conclusion | conclusions | design | findings | introduction | interpretation | method | methods | "
    "methodology | objective | objectives | purpose | result | results | setting | significance | 目的 | 方法 | 结果 | 结论 | "
    "背景 | materials and methods | methods and results | patients and methods"
)
#: The sections that close an abstract, and those that may follow them.
LAST_SECTIONS = _headings("conclusion | conclusions | interpretation | significance | 结论")
AFTER_LAST_SECTIONS = _headings(
    "significance | interpretation | trial registration | registration | funding | level of evidence"
)
#: All headings that stand on lines of their own below a label of an abstract.
SECTIONS = (
    ABSTRACT_SECTIONS
    | AFTER_LAST_SECTIONS
    | _headings(
        "summary | purpose of review | recent findings | main outcome measures | study design | design and methods | "
        "methods and findings | methods/principal findings | conclusions/significance | objectives and methods | discussion | "
        "originality/value | practical implications | research limitations/implications | design/methodology/approach | "
        "importance | setting and participants | participants | interventions | measurements | main results | "
        "main results and the role of chance | objetivo | objetivos | métodos | resultados | conclusão | conclusões | conclusiones"
    )
)
#: How lines begin where an abstract is over, whatever they look like.
AFTER_ABSTRACT = Words(
    "© | graphical abstract | author summary | access options | related articles | similar articles | view full text | download | "
    "editor: | physics subject | locked icon | data availability | funding: | competing interests | how to cite | cite this | "
    "issue section | subject",
    forms=(
        (
            r"(?:(?:1|I)\s?[.．]?\s{0,3})?(?:introduction|引言|前言|einleitung|introducción|introdução|введение)[:：.]?$",
            "1. Introduction",
        ),
        (r"introduction\b.{0,3}$", "Introduction »"),
        (r"copyright\b", "Copyright 2019"),
        (r"key ?words?\b", "Key words"),
        (r"highlights$", "Highlights"),
        (r"cited by\b", "Cited by 12"),
        (r"references?$", "References"),
        (r"figures?$", "Figures"),
        (r"metrics$", "Metrics"),
        (r"(?:full )?citation[:：]?$", "Full citation:"),
        (r"\(?(?:received|revised|accepted|published|submitted)\b", "(Received 1 May 2001"),
        (r"doi\b", "DOI: 10.1234/5"),
        (r"https?://", "https://doi.org/10.1234/5"),
        (r"(?:the )?authors?\b.{0,12}$", "The Authors 2019"),
        (r"topics?[:：]", "Topics: Tests"),
        (r"pdf\b", "PDF (2 MB)"),
    ),
)
#: How lines begin where a list of references is over.
AFTER_REFERENCES = Words(
    forms=(
        (
            r"(?:citation|received|accepted|edited by|reviewed by|how to cite|cite (?:this|as))\b.{0,20}[:：]",
            "Cite this article as:",
        ),
        (r"received:?\s\d", "Received 1 May 2001"),
        (
            r"(?:download references|author information|authors and affiliations|acknowledge?ments?|about this article|"
            r"rights and permissions|footnotes|cited by(?: \(\d+\))?|citing articles|related articles|copyright (?:information|statement)|"
            r"supplementary (?:material|information|data)|article metrics|metrics|details|downloads|author notes|back to top|"
            r"issue section:?|topics?:?|published)$",
            "Authors and Affiliations",
        ),
        (r"(?:copyright )?©", "Copyright © 2019"),
    ),
)
#: Links between the entries of a list in words that say something else elsewhere, and what stands between links.
LIST_LINKS = Words(
    forms=(
        (r"\[(?:abstract|pdf|doi|full text|links?|reference link|find full text|html)\]", "[Find Full Text]"),
        (r"[·•|]{1,3}", "·"),
    ),
)
