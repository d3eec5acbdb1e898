"""What publishers call the kinds of articles, and which `article-type` of JATS that is.

The types are those that the JATS tag library suggests for `@article-type`. What publishers call just “Article”, or the
section of the journal, tells no type and is not here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: The names by their type, parted by bars, in lower case. A name is looked up without hyphens.
ARTICLE_TYPES: Mapping[str, str] = {
    "research-article": "research article | original research | original research article | original article | original paper | "
    "original investigation | original contribution | full length article | full length research article | full paper | "
    "regular article | regular paper | research paper | original research paper | artículo original | artigo original | "
    "article original | araştırma makalesi | оригинальная статья | 研究论文 | 原著 | 原著論文 | 原创论文",
    "review-article": "review article | review | reviews | review paper | mini review | minireview | literature review | narrative review | "
    "artículo de revisión | artigo de revisão | article de synthèse | derleme | derleme makalesi | обзор | обзорная статья | 综述 | 総説",
    "systematic-review": "systematic review | systematic review article | systematic review and meta analysis",
    "case-report": "case report | case study | case reports | olgu sunumu | relato de caso | reporte de caso | 病例报告 | 症例報告",
    "editorial": "editorial | editorials | editoryal | editoriale | от редакции | 卷首语",
    "letter": "letter | letter to the editor | letters to the editor | carta al editor | carta ao editor | editöre mektup",
    "brief-report": "brief report | brief communication | short report | brief research report",
    "short-communication": "short communication | short communications | short paper | kısa bildiri | comunicação breve | 短報",
    "rapid-communication": "rapid communication | rapid communications",
    "article-commentary": "commentary | invited commentary | article commentary | comment",
    "correction": "correction | corrections | corrigendum | erratum | author correction | publisher correction | 更正",
    "retraction": "retraction | retraction notice | 撤稿",
    "book-review": "book review | book reviews | compte rendu | reseña | resenha | kitap incelemesi | kitap tanıtımı | рецензия | 书评 | 書評",
    "meeting-report": "meeting report | conference report",
    "data-paper": "data paper | data descriptor | data article | data note",
    "methods-article": "methods article | methods paper | method article | methodology article",
    "obituary": "obituary | in memoriam | некролог",
    "protocol": "protocol | study protocol",
    "technical-report": "technical report",
    "news": "news | news in brief",
    "reply": "reply | authors reply | author response",
}

_HYPHENS = re.compile(r"[\s_-]+")


@cache
def _known() -> Mapping[str, str]:
    known = {name.strip(): type_ for type_, names in ARTICLE_TYPES.items() for name in names.split("|")}
    return {**{type_.replace("-", " "): type_ for type_ in ARTICLE_TYPES}, **known}


def article_type_of(name: str) -> str | None:
    """Return the type of JATS that a publisher's name for a kind of article stands for, or None if it tells none."""
    return _known().get(_HYPHENS.sub(" ", name.strip().lower())) if len(name) <= 60 else None
