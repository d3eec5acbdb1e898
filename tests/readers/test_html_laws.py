"""Laws 5 and 6 for HTML: evidence is true and complete, and nothing makes the reader raise."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jatskit.errors import UnreadableSource
from jatskit.protocols import Origin, Reading, Source
from jatskit.protocols.evidence import normalised
from jatskit.readers.candidates import SourceKind
from jatskit.readers.html import read_html
from jatskit.readers.html.meta import read_tags
from jatskit.readers.html.tags import NAMES
from jatskit.readers.html.tree import Page

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>On the growth of alloys | Journal of Tests</title>
<meta name="citation_title" content="On the growth of &lt;i&gt;alloys&lt;/i&gt; &amp; clusters">
<meta name="citation_author" content="Lee, Ann"><meta name="citation_author_institution" content="Institute of Tests">
<meta name='citation_author' content='M&uuml;ller, Jo'><meta name=citation_volume content=12>
<meta name="citation_publication_date" content="2021/03/04"><meta name="citation_doi" content="10.1234/abc.5">
<script type="application/ld+json">{"@type": "ScholarlyArticle", "headline": "On the growth", "author": [{"name": "Ann Lee"}]}</script>
</head><body><nav><a href="/">Home</a></nav><main><h1>On the growth of <i>alloys</i> &amp; clusters<sup>*</sup></h1>
<p class="authors">Ann Lee<sup>1</sup>, Jo M&uuml;ller<sup>2</sup></p><p>Received: 3 May 2020; Accepted 4 June 2020</p>
<h2>Abstract</h2><p>We study the growth of alloys in the clusters of this system, and the end of it all is near.</p>
<p>Keywords: alloys; clusters; growth</p><h2>References</h2><ol><li>Lee A. The alloys of the world. J Tests 2001;1:2-3.
<a href="#">CrossRef</a></li><li>Doe J. The clusters of the world. J Tests 2002;1:2-3.</li></ol></main></body></html>"""


def check(reading: Reading) -> None:
    """Law 5, for one reading."""
    assert reading.accounts is not None
    text = reading.source.text
    for evidence in reading.evidence:
        if evidence.origin is Origin.PAGE:
            value: object = reading.article
            for step in evidence.path:
                value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
            said = normalised(text, evidence)
            if isinstance(value, tuple) and isinstance(said, str):
                said = (said,)
            assert said == value, evidence
    parts = [span for e in reading.accounts.evidence for span in e.spans]
    parts += [furniture.span for furniture in reading.accounts.furniture] + list(reading.accounts.unassigned)
    at = 0
    for start, end in sorted(parts):
        assert start == at < end, (at, start, text[at:start], text[start:end])
        at = end
    assert at == len(text)


def test_the_accounts_of_a_page_balance() -> None:
    reading = read_html(Source.from_bytes(PAGE.encode(), "page"))
    check(reading)
    assert [str(c.names[0]) for c in reading.article.contributors] == ["Ann Lee", "Jo Müller"]
    assert [h.type for h in reading.article.history] == ["received", "accepted"]
    assert len(reading.article.references) == 2


_PIECES = st.sampled_from(
    [PAGE[i : i + 60] for i in range(0, len(PAGE), 60)]
    + ["<", ">", '"', "'", "<!--", "-->", "<script>", "</script>", "<table><tr><td>", "</p>", "&amp;", "&#0;", "&#xD800;", "\x00",
       "<p>", "<li>", "<math><mi>x</mi></math>", "<meta name=citation_title content=", "{", '"}', "\u2028", "<title>", "&nbsp;",
       '<meta name="citation_author" content="Lee, Ann">', "<h1>A title of some length</h1>", "10.1234/x", "<svg/>", "<a <b>"]
)  # fmt: skip


@given(pieces=st.lists(_PIECES | st.text(max_size=12), max_size=30))
def test_no_soup_unbalances_the_accounts(pieces: list[str]) -> None:
    """Laws 5 and 6, on pages that are put together at random."""
    head = '<html><meta name="citation_title" content="On the growth of alloys"><meta name="citation_doi" content="10.1234/a">'
    data = (head + "".join(pieces)).encode("utf-8", "surrogatepass")
    try:
        reading = read_html(Source.from_bytes(data, "page"))
    except UnreadableSource:
        return
    check(reading)


@given(cut=st.integers(0, len(PAGE)), more=st.integers(0, len(PAGE)))
def test_a_page_that_is_cut_out_of_another_balances(cut: int, more: int) -> None:
    data = PAGE[min(cut, more) : max(cut, more)].encode()
    try:
        check(read_html(Source.from_bytes(data, "page")))
    except UnreadableSource as error:
        assert error.message


#: Names of every vocabulary, and what is put into them: values that are sound, that no type takes, or that say two things.
_NAMES = st.sampled_from(
    [
        prefix + name
        for kind, prefix in (
            (SourceKind.HIGHWIRE, "citation_"), (SourceKind.DUBLIN_CORE, "DC."), (SourceKind.PRISM, "prism."),
            (SourceKind.EPRINTS, "eprints."), (SourceKind.OPEN_GRAPH, "og:"), (SourceKind.PLAIN_META, ""),
        )
        for name in sorted(NAMES[kind])
    ]
)  # fmt: skip
_CONTENTS = st.sampled_from(
    ["10.1234/", "10.1234/x", "10.12", "1234-5678", "1234-5679", "99", "12", "99-12", "2023/13/45", "31 February 2022", "03/04/2021", "2021-03-04T10:00:00Z",
     "en", "Klingon", "Lee, Ann", "Lee, A; Doe, B", "Dr. X", "https://doi.org/10.1234/x", "https://example.org/a", "0000-0002-1825-0097", "0000-0002-1825-0000",
     "alloys; clusters; alloys", "11R23", "a@b.example", "Journal of Tests", "0", "Vol. 3", "e123", "citation_title=A; citation_year=2001", "&lt;i&gt;alloys&lt;/i&gt;",
     "We study the growth of alloys in the clusters of this system, and the end of it all is near.", "http://creativecommons.org/licenses/by/4.0/", "CC BY"]
) | st.text("ab1 ,;.-/&<", max_size=30)  # fmt: skip
#: What is put down for where it stands, and not for what it says.
_BY_PLACE = {"head", "markup", "comment", "script", "body", "reference-list", "link", "label", "separator", "space"}


def _untold(reading: Reading, start: int, end: int) -> str:
    """Return what of a stretch is covered by the frame of the page only."""
    assert reading.accounts is not None
    by_place = [f.span for f in reading.accounts.furniture if f.rule in _BY_PLACE]
    text = reading.source.text
    return "".join(text[max(start, a) : min(end, b)] for a, b in by_place if a < end and b > start)


@given(tags=st.lists(st.tuples(_NAMES, _CONTENTS), max_size=8))
def test_what_a_known_tag_says_is_evidence_an_alternative_or_told(tags: list[tuple[str, str]]) -> None:
    """Nothing lost: no known tag is put down as part of the page's head."""
    head = '<html><head><meta name="citation_title" content="On the growth of alloys"><meta name="citation_doi" content="10.1234/a">'
    metas = "".join(f'<meta name="{name}" content="{escape(content)}">' for name, content in tags)
    reading = read_html(Source.from_bytes(f"{head}{metas}</head><body><p>1</p></body>".encode(), "page"))
    check(reading)
    page = Page(reading.source.text)
    for known in read_tags(page).by_kind.values():
        for tag in known:
            untold = _untold(reading, *tag.span)
            assert not re.search(r"[^\W_]", re.sub(r"&\w+;", "", untold)), (tag, untold)


@given(
    key=st.sampled_from(["headline", "datePublished", "doi", "identifier", "abstract", "keywords", "volumeNumber", "issn", "pageStart", "author"]),
    content=_CONTENTS.filter(lambda text: not set(text) & {'"', "\\", "<"}),
)  # fmt: skip
def test_what_the_data_say_of_the_article_is_evidence_an_alternative_or_told(key: str, content: str) -> None:
    script = f'{{"@type": "ScholarlyArticle", "headline": "On the growth of alloys", "doi": "10.1234/a", "{key}": "{content}"}}'
    page = f'<html><head><meta name=citation_doi content=10.1234/a><script type="application/ld+json">{script}</script></head><body></body>'
    reading = read_html(Source.from_bytes(page.encode(), "page"))
    check(reading)
    start = page.rindex(content + '"}')
    untold = _untold(reading, start, start + len(content))
    assert not re.search(r"[^\W_]", re.sub(r"&\w+;", "", untold)), untold


@pytest.mark.parametrize(
    ("tags", "finding"),
    [
        ('<meta name="citation_doi" content="10.1234/">', "doi: “10.1234/” in the citation_ tag"),
        ('<meta name="citation_issn" content="1234-5678">', "issn: “1234-5678” in the citation_ tag"),
        ('<meta name="citation_firstpage" content="99"><meta name="citation_lastpage" content="12">', "“99, 12”"),
        ('<meta name="citation_date" content="2023/13/45">', "“2023/13/45”"),
        ('<meta name="citation_date" content="31 February 2022">', "“31 February 2022”"),
        ('<meta name="citation_publication_date" content="2021"><meta name="citation_date" content="May 2019">', "May 2019"),
    ],
)  # fmt: skip
def test_what_a_tag_says_and_no_type_takes_is_one_finding(tags: str, finding: str) -> None:
    head = '<html><meta name="citation_title" content="On the growth of alloys"><meta name="citation_author" content="Lee, Ann">'
    head += '<meta name="citation_volume" content="3">'
    reading = read_html(Source.from_bytes((head + tags).encode(), "page"))
    assert [f.message for f in reading.findings if finding in f.message] == [f.message for f in reading.findings]
    assert len(reading.findings) == 1
    assert [d.year for d in reading.article.publication_dates] == [
        int(y) for y in re.findall(r"(?:content=\"|February )(20\d\d)", tags)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>" * 60_000,
        '<meta name="citation_author" content="Lee, Ann">' * 20_000,
        "<script>" + "\"<a href='" * 100_000,
        "<a b='" * 100_000,
        "<!--" * 100_000,
        "<p>" + "Received: " * 60_000,
        "<a <a <a" * 60_000 + '">' * 3,
        "<div>" * 100_000 + "</i>" * 100_000,
    ],
    ids=["tables", "meta tags", "script soup", "open quotes", "comments", "one line", "tags in tags", "stray end tags"],
)
def test_a_large_page_of_soup_is_read_in_time(text: str) -> None:
    """Linear time: each of these takes a fraction of a second; what is quadratic would take minutes."""
    page = (
        "<html><meta name=citation_title content='On the growth of alloys'><meta name=citation_doi content=10.1234/a>"
    )
    import time

    start = time.process_time()
    read_html(Source.from_bytes((page + text).encode(), "page"))
    assert time.process_time() - start < 20
