"""Pages that are not an article's: browser checks, listings, searches, errors."""

from __future__ import annotations

import re

from jatskit.errors import NotAnArticle
from jatskit.protocols import Source
from jatskit.protocols.markup import words
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.meta import Tags
from jatskit.readers.html.tree import Element, Page

_CHECK = "Check that it is the article's own page, not a list, an error page or a browser check."
#: What a page is called that stands in the way of the one that was asked for.
_CHALLENGE = re.compile(
    r"just a moment|checking your browser|attention required|security check|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a robot|access denied|request rejected|403 forbidden|bot verification|captcha|ddos protection|"
    r"请稍候|安全验证|人机验证|访问验证|validate user|one more step|enable javascript and cookies|"
    r"cookies (?:are )?(?:required|disabled)|robot check|access to this page has been denied|unusual traffic|"
    r"human verification|pardon our interruption",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:error )?404\b|page (?:was )?not found|not found$|page unavailable|500 internal|502 bad gateway|service unavailable|"
    r"页面不存在|article not found|site maintenance|under maintenance|sign in$|log ?in$|"
    r"^sign in\b|^log ?in\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"search results?\b|results for\b|\bsearch:|检索结果|搜索结果|advanced search|resultados de (?:la )?búsqueda",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"table of contents|\btoc\b|current issue|latest (?:issue|articles)|\bissue archive|all issues|(?:^|[|:–-]\s)archives?$|"
    r"当期目录|最新目录|过刊浏览|本期目录|list of issues|browse (?:by|issues)|articles in press",
    re.IGNORECASE,
)


_ISSUE = re.compile(
    r"(?:[^\d]{0,60}[\s,:–-])?(?:vol(?:ume|\.)?\s?\d{1,4}\b.{0,60}|issue\s?\d{1,3}\b.{0,40}|\d{4}\s?年.{0,12}期.{0,10}|第\s?\d+\s?[卷期].{0,20}|"
    r"(?:current|latest|past) issues?)|(?:[^\d]{0,60}\s?[|–-]\s)?(?:table of contents|contents|articles|in press|early view|archives?)",
    re.IGNORECASE,
)


#: What the guards of sites put into the pages that they show instead.
_GUARD = re.compile(
    r"_cf_chl_opt|cf-browser-verification|_Incapsula_Resource|captcha-delivery|px-captcha|geetest|distil_r_captcha|"
    r"awsWafCookieDomainList|errors\.edgesuite\.net|/_sec/cp_challenge|enable (?:js|javascript) and (?:disable|cookies)",
    re.IGNORECASE,
)
#: Characters of source in which a guard shows, and of words that a page has at least that is no guard's.
_BEGINNING, _EMPTY = 100_000, 1500
#: What a page says in its data that it is, if that is no article.
_KINDS = {
    "profile": "somebody's profile", "profilepage": "somebody's profile", "searchresultspage": "a page of search results",
    "collectionpage": "a list of articles",
}  # fmt: skip
_KIND = re.compile(
    r"<meta\s[^<>]{0,60}og:type[\"']\s{1,3}content=[\"'](profile)[\"']|"
    r"\"@type\"\s{0,3}:\s{0,3}\"(ProfilePage|SearchResultsPage|CollectionPage)\"",
    re.IGNORECASE,
)
_JOURNAL_TYPE = re.compile(
    r"[\s{\[]{1,40}(?:\"@context\"\s{0,3}:\s{0,3}\"[^\"]{1,80}\",\s{0,40})?\"@type\"\s{0,3}:\s{0,3}\"Periodical\""
)
_ARTICLE_TYPE = re.compile(r"\"@type\"\s{0,3}:\s{0,3}\[?\s{0,3}\"\w{0,20}Article\"")
_BROWSING = re.compile(r"browsing |search (?:results|the )|results for|(?:检索|搜索)结果|showing \d", re.IGNORECASE)


def _body(page: Page) -> str:
    """Return what the page says, its scripts and styles left out."""
    hidden = [(e.start, e.end) for e in page.all("script", "style", "noscript", "head")]
    pieces: list[str] = []
    at = 0
    for start, end in hidden:
        if start >= at:
            pieces.append(words(page.text[at:start]))
            at = end
    return " ".join([*pieces, words(page.text[at:])])


def names_an_issue(title: str) -> bool:
    """Whether what stands as a title is the name of an issue or of a listing."""
    return _ISSUE.fullmatch(title.strip()) is not None


def refuse(source: Source, page: Page, tags: Tags) -> None:
    """Raise NotAnArticle if the page shows that it is something else."""
    cited = any(tags.of(kind, "title") for kind in (SourceKind.HIGHWIRE, SourceKind.EPRINTS, SourceKind.BEPRESS))
    cited = cited or bool(tags.of(SourceKind.DUBLIN_CORE, "title") and tags.of(SourceKind.DUBLIN_CORE, "author"))
    title = next((element.words for element in page.all("title") if not _in_svg(element)), "")
    headings = [element.words for element in page.all("h1")[:4]]
    if not cited:
        for shown in (title, *headings):
            if len(shown) <= 120 and _CHALLENGE.search(shown):
                raise NotAnArticle(f"{source.name} is a browser check (“{shown}”), not the page of an article.", _CHECK)
            if len(shown) <= 80 and _ERROR.search(shown):
                raise NotAnArticle(f"{source.name} is an error page (“{shown}”), not the page of an article.", _CHECK)
        if _GUARD.search(page.text[:_BEGINNING]) and len(_body(page)) < _EMPTY:
            raise NotAnArticle(f"{source.name} is a browser check, not the page of an article.", _CHECK)
        if (match := _KIND.search(page.text)) and not _ARTICLE_TYPE.search(page.text):
            what = next(_KINDS[name.lower()] for name in match.groups() if name)
            raise NotAnArticle(f"{source.name} is {what}, as its data says, and not the page of an article.", _CHECK)
        if not _ARTICLE_TYPE.search(page.text) and any(
            _JOURNAL_TYPE.match(page.text, script.inner, script.inner_end) for script in page.all("script")
        ):
            raise NotAnArticle(
                f"{source.name} is the page of a journal, as its data says, and not of an article.", _CHECK
            )
        for shown in headings[:1]:
            if len(shown) <= 200 and (_SEARCH.match(shown) or _BROWSING.match(shown)):
                raise NotAnArticle(f"{source.name} is a page of search results (“{shown}”).", _CHECK)
        if len(title) <= 200 and _SEARCH.search(title):
            raise NotAnArticle(f"{source.name} is a page of search results (“{title}”).", _CHECK)
        if len(title) <= 200 and _LISTING.search(title):
            raise NotAnArticle(f"{source.name} lists articles (“{title}”), and is none itself.", _CHECK)
    titles, dois, firsts = (
        len({str(tag.raw) for tag in tags.of(SourceKind.HIGHWIRE, what)}) for what in ("title", "doi", "fpage")
    )
    # A title may be said in several languages; identifiers and pages are not.
    if titles > 5 or (titles > 1 and (dois > 1 or firsts > 1) and titles <= max(dois, firsts)):
        raise NotAnArticle(f"{source.name} lists several articles.", _CHECK)


def _in_svg(element: Element) -> bool:
    return element.parent is not None and element.parent.tag == "svg"
