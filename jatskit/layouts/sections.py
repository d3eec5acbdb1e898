"""Headings of an abstract's sections, and what tells that an abstract or a list of references is over.

Each table of words is one of `words.py`; the tests run every row of it by its example.
"""

from __future__ import annotations

import re

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
LAST_SECTIONS = _headings(
    "conclusion | conclusions | interpretation | significance | 结论 | conclusions/significance | conclusion/significance | conclusão | "
    "conclusões | conclusiones | conclusión | summary | originality/value | conclusions and relevance | conclusions and implications"
)
AFTER_LAST_SECTIONS = _headings(
    "significance | interpretation | trial registration | registration | funding | level of evidence | clinical trial registration | "
    "trial registration number | trial registration details | clinical relevance"
)
#: All headings that stand on lines of their own below a label of an abstract.
SECTIONS = (
    ABSTRACT_SECTIONS
    | AFTER_LAST_SECTIONS
    | _headings(
        "summary | purpose of review | purpose of the review | recent findings | methodology/principal findings | "
        "methods and principal findings | conclusion/significance | conclusions and relevance | conclusions and implications | "
        "study objective | context | rationale | hypothesis | materials & methods | study selection | data sources | data extraction | "
        "clinical relevance | clinical trial registration | trial registration number | trial registration details | introducción | "
        "introdução | conclusión | objetivos y métodos | material y métodos | materiales y métodos | material e métodos | "
        "main outcome measures | study design | design and methods | "
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
    "issue section | subject | plain language summary | lay summary | key points | significance statement | this is a preview | "
    "author biograph | similar content | recommended | next section | previous section | export citation | "
    "author information | author affiliations | published in: | acknowledg | supporting information | supplementary material | "
    "use our pre-submission checklist | associated content | about this article | publication history | publisher’s note | "
    "get access | get full | buy | log in | sign in | show more | show less | full text | view article | jel | msc | back to top | share | "
    "article info | contributors | bibliographical | details | additional information | open in | correspond | competing | advertisement",
    forms=(
        (r"main(?: text)?$", "Main"),
        (r"information$", "Information"),
        (
            r"(?:(?:1|I)\s?[.．|]?\s{0,3})?(?:introduction|引言|前言|einleitung|introducción|introdução|введение)[:：.]?$",
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
#: Lines between the label of an abstract and its first word: a number, the languages to choose from, links of the page.
BEFORE_ABSTRACT = Words(
    forms=(
        (r"[:：.\-–|]|\[1\]", "[1]"),
        (r"(?:(?:en|fr|es|pt|de|it|zh|ru|pl|tr|ar|ja|ko)\b[\s|/]{0,3}){2,6}", "en fr"),
        (
            r"(?:next|previous) section|listen|translate|section:?|choose|top of page|en español|show all|hide|abstract",
            "Next Section",
        ),
    ),
)
#: The languages that a page lets choose from, one a line.
LANGUAGE_CODES = frozenset("en fr es pt de it zh ru pl tr ar ja ko".split())
#: A label that is glued to the first word of the abstract, with or without a blank.
GLUED_ABSTRACT = re.compile(
    r"(?:^|(?<=[a-z)]\s\s)|(?<=[a-z)]))(?:Abstract|ABSTRACT|RESUMEN|Resumen|RESUMO|Resumo|RÉSUMÉ|Résumé|Zusammenfassung)\s{0,2}"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ]{0,20}[,’']?\s[\w(])"
)
#: What begins the text, glued to the last sentence of the abstract.
BODY_BEGINS = Words(
    forms=(
        (r"(?<=[.)])\s{0,2}(?:1\.?\s{0,2})?introduction(?=[A-Z\s]|$)", ".Introduction"),
        (r"(?<=[.)])\s{0,2}key ?words?\b", ".Keywords"),
        (r"(?<=[.)])\s{0,2}(?:references|citation|issue section|download|subjects?|©|received)\b", ".References"),
    ),
)
#: Words that no line ends with unless its sentence goes on.
SMALL_WORDS = Words(
    "a | an | the | of | and | or | in | on | at | to | for | with | from | by | as | is | are | was | were | that | than | between | de | la | el | "
    "los | las | del | en | y | do | da | dos | das | e | du | des | le | les | et | der | die | das | und | von | within | into | under | against"
)
#: How paragraphs begin that are about the page, its publisher or its readers, and no abstract.
NOTICES = Words(
    "© | this is an open | this article is licensed | this article is distributed | this article is an open | this article is published | "
    "this work is licensed | this paper is licensed | this work is distributed | licensed under | open access | how to cite | cite this | "
    "citation: | received | copyright",
    forms=(
        (r"\bcookies?\b", "We use cookies"),
        (r"\b(?:your|you) (?:browser|account|institution|access|subscription|may|can|consent)", "your browser"),
        (
            r"\b(?:subscri(?:be|ption)|log ?in|sign ?in|privacy policy|all rights reserved|terms (?:of use|and conditions))\b",
            "log in",
        ),
        (r"creative commons", "Creative Commons"),
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
        (
            r"this (?:work|article|paper|document|publication) is (?:licen[cs]ed|distributed|published|made available|an open[- ]access)\b|"
            r"this is an open[- ]access\b|licen[cs]ed under\b|creative commons (?:attribution|licen[cs]e)\b",
            "This work is licensed under CC BY 4.0",
        ),
    ),
)
#: Links between the entries of a list in words that say something else elsewhere, and what stands between links.
LIST_LINKS = Words(
    forms=(
        (r"\[(?:abstract|pdf|doi|full text|links?|reference link|find full text|html)\]", "[Find Full Text]"),
        (r"[·•|]{1,3}", "·"),
    ),
)
