"""What microdata and RDFa of a page say, where nothing of better standing does."""

from __future__ import annotations

from jatskit.model import plain
from jatskit.protocols import Source
from jatskit.readers.html import read_html
from tests.readers.test_html_laws import check

TITLE = "Spoons that sing in fog"
ABSTRACT = (
    "Spoons sing in fog. We listened to two hundred spoons in forty fogs and wrote down what they sang, and when, and how loud. "
    "They sang low, and never in the sun."
)

MICRODATA = f"""<html><head><title>{TITLE} :: Example</title></head><body>
<div itemscope itemtype="http://schema.org/ScholarlyArticle"><h2 itemprop="headline">{TITLE}</h2>
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Jane Doe</span>
<span itemprop="affiliation">Example College</span></span>
<span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="givenName">Erik</b> <b itemprop="familyName">Berg</b></span>
<div itemprop="isPartOf" itemscope itemtype="http://schema.org/PublicationVolume"><span itemprop="volumeNumber">12</span>
<div itemprop="isPartOf" itemscope itemtype="http://schema.org/Periodical"><span itemprop="name">Journal of Invented Tests</span>
<meta itemprop="issn" content="0018-9200"></div></div>
<meta itemprop="pageStart" content="45"><meta itemprop="pageEnd" content="67">
<time itemprop="datePublished" datetime="2015-03-02">March</time><a itemprop="sameAs" href="https://doi.org/10.1234/abc.5">DOI</a>
<p itemprop="description">{ABSTRACT}</p><span itemprop="keywords">spoons, fog, singing</span></div>
<div itemscope itemtype="http://schema.org/ScholarlyArticle"><span itemprop="headline">Kites that hum</span></div></body></html>"""

RDFA = f"""<html><head><title>{TITLE} :: Example</title></head><body vocab="http://schema.org/">
<article typeof="schema:ScholarlyArticle"><h2 property="schema:name">{TITLE}</h2><span property="schema:author">Jane Doe</span>
<span property="schema:isPartOf" typeof="schema:PublicationIssue"><span property="schema:issueNumber">3</span></span>
<meta property="schema:datePublished" content="2015"><span property="schema:sameAs" content="doi:10.1234/abc.5">DOI</span>
</article></body></html>"""


def test_microdata() -> None:
    reading = read_html(Source.from_bytes(MICRODATA.encode(), "page.html"))
    check(reading)
    article = reading.article
    assert plain(article.title) == TITLE
    assert [c.names[0].model_dump()["surname"] for c in article.contributors] == ["Doe", "Berg"]
    assert article.journal and article.journal.titles[0].text == "Journal of Invented Tests"
    assert [i.value for i in article.journal.issns] == ["0018-9200"]
    assert article.volume == "12"
    assert article.pages and (article.pages.first, article.pages.last) == ("45", "67")
    assert [(d.year, d.month, d.day) for d in article.publication_dates] == [(2015, 3, 2)]
    assert [i.value for i in article.ids] == ["10.1234/abc.5"]
    assert plain(article.abstracts[0].paragraphs[0]) == ABSTRACT
    assert [plain(k) for k in article.keywords[0].keywords] == ["spoons", "fog", "singing"]


def test_rdfa() -> None:
    reading = read_html(Source.from_bytes(RDFA.encode(), "page.html"))
    check(reading)
    article = reading.article
    assert plain(article.title) == TITLE
    assert [c.names[0].model_dump()["surname"] for c in article.contributors] == ["Doe"]
    assert (article.issue, article.publication_dates[0].year) == ("3", 2015)
    assert [i.value for i in article.ids] == ["10.1234/abc.5"]
