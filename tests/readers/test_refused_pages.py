"""Pages that stand where an article's was asked for: each file of `refused_pages` is refused, and told why."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.errors import NotAnArticle
from jatskit.protocols import Source
from jatskit.readers.html import read_html

FOLDER = Path(__file__).parent / "refused_pages"
#: What the reason says, by the name of the page; of the others it says that an article's parts are not there.
REASONS = {
    "akamai": "browser check",
    "atypon-toc": "lists the articles of an issue",
    "author-profile": "profile",
    "chinese-check": "browser check",
    "chinese-not-found": "error page",
    "cloudflare": "browser check",
    "cloudflare-blocked": "browser check",
    "cookies-needed": "browser check",
    "datadome": "browser check",
    "doi-not-found": "error page",
    "incapsula": "browser check",
    "journal-home": "page of a journal",
    "login": "error page",
    "not-found": "error page",
    "ojs-issue": "lists the articles of an issue",
    "perimeter": "browser check",
    "radware": "browser check",
    "search-results": "search results",
    "several-articles-tags": "lists several articles",
    "issue-with-abstracts": "lists the articles of an issue",
    "tag-listing-with-tags": "search results",
}


@pytest.mark.parametrize("page", sorted(FOLDER.glob("*.html")), ids=lambda page: page.stem)
def test_a_page_that_is_no_article_is_refused_with_the_reason(page: Path) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read_html(Source.from_bytes(page.read_bytes(), "page.html"))
    assert REASONS.get(page.stem, "is not the page of an article") in str(refused.value)


def test_every_reason_has_its_page() -> None:
    assert set(REASONS) <= {page.stem for page in FOLDER.glob("*.html")}


@pytest.mark.parametrize(
    "title",
    [
        "Page Not Found: Broken Links in Journals, 1998-2008",
        "Access Denied: Patients and Their Records",
        "Solving the CAPTCHA: How Humans Read Distorted Words",
        "Search Results for Extraterrestrial Intelligence, 1990-2010",
        "Table of Contents as a Genre",
        "Just a Moment: Instants in Phenomenology",
    ],
)
def test_an_article_about_such_pages_is_none(title: str) -> None:
    html = (
        f'<html><head><title>{title}</title><meta name="dc.title" content="{title}"><meta name="dc.creator" '
        f'content="Jane Doe"><meta name="dc.identifier" content="doi:10.12345/t.7"></head><body><h1>{title}</h1></body></html>'
    )
    article = read_html(Source.from_bytes(html.encode(), "page.html")).article
    assert article.title == (title,)
