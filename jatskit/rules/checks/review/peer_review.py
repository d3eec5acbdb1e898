"""PEER-REVIEW."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

TYPES = frozenset(
    {"reviewer-report", "editor-report", "author-comment", "community-comment", "aggregated-review-documents"}
)
_ROLES = frozenset({"reviewer", "reader", "author", "editor"})
_NEARLY = re.compile(
    r"(?i)(?:peer|referee|reviewers?)[-_ ]?(?:report|review|comments?)s?|review[-_ ]report|author[-_ ](?:reply|response)"
)


@rule("PEER-REVIEW")
def look(document: Document) -> Iterator[Fault]:
    """A review that is published says so in JATS4R's terms, and has title, date, people and their roles.

    What:
        The `article-type` of a review is `reviewer-report`, `editor-report`, `author-comment`, `community-comment` or
        `aggregated-review-documents`. Its metadata have a DOI, a title, contributors and a date of publication (that of the
        article counts for a `sub-article`), and as an article of its own permissions. Each contributor has a `role` whose
        `specific-use` is `reviewer`, `reader`, `author` or `editor`.
    Why:
        Crossref and Europe PMC credit reviewers by these facts, and readers can tell the report from the answer to it.
    Fix:
        Add what is missing, as the message says.
    Bad:
        <sub-article article-type="referee-report"/>
    Bad:
        <sub-article article-type="reviewer-report"><front-stub><article-id pub-id-type="doi">10.1234/salmo.5.r1</article-id>
            <title-group><article-title>Report</article-title></title-group><contrib-group><contrib contrib-type="author"><anonymous/>
            </contrib></contrib-group><pub-date date-type="pub"><year>2022</year></pub-date></front-stub></sub-article>
    Bad:
        <sub-article article-type="reviewer-report"><front-stub><title-group><article-title>Report</article-title></title-group>
            </front-stub></sub-article>
    Good:
        <sub-article article-type="reviewer-report"><front-stub><article-id pub-id-type="doi">10.1234/salmo.5.r1</article-id>
            <title-group><article-title>Report</article-title></title-group><contrib-group><contrib contrib-type="author"><anonymous/>
            <role specific-use="reviewer">Reviewer</role></contrib></contrib-group>
            <pub-date date-type="pub"><year>2022</year></pub-date></front-stub></sub-article>
    Source:
        JATS4R, peer review materials.
    """
    for article in [document.root, *document.all("sub-article")]:
        type = article.get("article-type", "")
        if type in TYPES:
            yield from _lacking(article, type, document)
        elif _NEARLY.fullmatch(type):
            author = type.lower().startswith("author")
            right = "author-comment" if author else "reviewer-report"
            repair = Repair(f"Write {right}", (SetAttribute(article, "article-type", right),))
            message = f"“{type[:40]}” is not what reviews are called"
            yield Fault(article, message, f"Write {right}.", "article-type", type, right, repair)


def _lacking(article: etree._Element, type: str, document: Document) -> Iterator[Fault]:
    own = article.find("front/article-meta")
    meta = own if own is not None else document.child(article, "front-stub")
    if meta is None:
        return
    ids = [id.get("pub-id-type") for id in document.children(meta, "article-id")]
    contribs = document.at(meta, "contrib-group/contrib")
    dated = document.child(meta, "pub-date") is not None
    if not dated and own is None and document.article_meta is not None:
        dated = document.child(document.article_meta, "pub-date") is not None
    needs = (
        ("a DOI", "doi" in ids, '<article-id pub-id-type="doi">'),
        ("a title", document.at(meta, "title-group/article-title"), "<title-group>"),
        ("contributors", bool(contribs), "<contrib-group>"),
        ("a date of publication", dated, "<pub-date>"),
        ("permissions", own is None or document.child(meta, "permissions") is not None, "<permissions>"),
    )
    lacking = [(what, tag) for what, there, tag in needs if not there]
    if lacking:
        listed = " and ".join(what for what, _ in lacking)
        yield Fault(meta, f"this {type} lacks {listed}", f"Add {', '.join(tag for _, tag in lacking)}.")
    for contrib in contribs:
        if not any(role.get("specific-use") in _ROLES for role in contrib.iter("role")):
            message = f"no specific-use of a <role> says what part this contributor had in the {type}"
            advice = 'Add <role specific-use="reviewer">, “reader”, “author” or “editor”.'
            yield Fault(contrib, message, advice)
