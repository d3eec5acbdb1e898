"""Pages that are not an article's: browser checks, listings, searches, errors."""

from __future__ import annotations

import re

from jatskit.errors import NotAnArticle
from jatskit.protocols import Source
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.meta import Tags
from jatskit.readers.html.tree import Page

_CHECK = "Check that it is the article's own page, not a list, an error page or a browser check."
#: What a page is called that stands in the way of the one that was asked for.
_CHALLENGE = re.compile(
    r"just a moment|checking your browser|attention required|security check|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a robot|access denied|request rejected|403 forbidden|bot verification|captcha|ddos protection|"
    r"请稍候|安全验证|人机验证|访问验证|validate user|one more step|enable javascript and cookies|"
    r"robot check|unusual traffic|human verification|pardon our interruption",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:error )?404\b|page (?:was )?not found|not found$|page unavailable|500 internal|502 bad gateway|service unavailable|"
    r"页面不存在|article not found|site maintenance|under maintenance|sign in$|log ?in$",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"search results?\b|results for\b|\bsearch:|检索结果|搜索结果|advanced search|resultados de (?:la )?búsqueda",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"table of contents|\btoc\b|current issue|latest (?:issue|articles)|\bissue archive|all issues|archives?$|"
    r"当期目录|最新目录|过刊浏览|本期目录|list of issues|browse (?:by|issues)|articles in press",
    re.IGNORECASE,
)


def refuse(source: Source, page: Page, tags: Tags) -> None:
    """Raise NotAnArticle if the page shows that it is something else."""
    cited = any(tags.of(kind, "title") for kind in (SourceKind.HIGHWIRE, SourceKind.EPRINTS, SourceKind.BEPRESS))
    title = next((element.words for element in page.all("title") if not _in_svg(element)), "")
    headings = [element.words for element in page.all("h1")[:4]]
    if not cited:
        for shown in (title, *headings):
            if len(shown) <= 120 and _CHALLENGE.search(shown):
                raise NotAnArticle(f"{source.name} is a browser check (“{shown}”), not the page of an article.", _CHECK)
            if len(shown) <= 80 and _ERROR.search(shown):
                raise NotAnArticle(f"{source.name} is an error page (“{shown}”), not the page of an article.", _CHECK)
        if len(title) <= 200 and _SEARCH.search(title):
            raise NotAnArticle(f"{source.name} is a page of search results (“{title}”).", _CHECK)
        if len(title) <= 200 and _LISTING.search(title):
            raise NotAnArticle(f"{source.name} lists articles (“{title}”), and is none itself.", _CHECK)
    if len({str(t.raw) for t in tags.of(SourceKind.HIGHWIRE, "title")}) > 5:
        raise NotAnArticle(f"{source.name} lists several articles.", _CHECK)


def _in_svg(element: object) -> bool:
    parent = getattr(element, "parent", None)
    return parent is not None and parent.tag == "svg"
