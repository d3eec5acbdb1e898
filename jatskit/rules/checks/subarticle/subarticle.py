"""SUBARTICLE."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import LANG, Document, spaced
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("SUBARTICLE")
def look(document: Document) -> Iterator[Fault]:
    """An article inside another says what it is; a translation says into which language, and translates the whole.

    What:
        `sub-article` has `article-type`. One of type “translation” has `xml:lang`, which is not that of the article and of no other
        translation, and a title; if it has a body, it has as many sections, figures and tables as the article.
    Why:
        SciELO and PMC show the translation to those who read that language. What is missing in it is missing for them.
    Fix:
        Write `xml:lang`; see what was left out.
    Bad:
        <sub-article article-type="translation" xml:lang="en"><front-stub><title-group><article-title>The trout</article-title>
            </title-group></front-stub></sub-article>
    Bad:
        <sub-article article-type="translation"><front-stub><title-group><article-title>Die Forelle</article-title></title-group>
            </front-stub></sub-article>
    Bad:
        <sub-article article-type="translation" xml:lang="de"><front-stub/></sub-article>
    Good:
        <sub-article article-type="translation" xml:lang="de"><front-stub><title-group><article-title>Die Forelle</article-title>
            </title-group></front-stub></sub-article>
    Source:
        PMC Tagging Guidelines, sub-article; SciELO PS, sub-article; JATS tag library, sub-article.
    """
    seen: dict[str, etree._Element] = {}
    whole: dict[etree._Element, Sizes] = {}
    for article in document.all("sub-article"):
        if not article.get("article-type", "").strip():
            yield Fault(article, "it is not said what this article is", "Write article-type.")
        if article.get("article-type") != "translation":
            continue
        lang = article.get(LANG, "").strip()
        parent = article.getparent()
        own = (parent.get(LANG) if parent is not None else None) or document.root.get(LANG) or ""
        if not lang:
            yield Fault(article, "this translation does not say into which language", "Write xml:lang.")
        elif lang.lower() == own.lower():
            message = f"this translation is in “{lang}”, which is the language of the article"
            yield Fault(article, message, "See which of them is right.", "xml:lang", lang)
        elif lang.lower() in seen:
            message = f"there is another translation into “{lang}” (line {seen[lang.lower()].sourceline})"
            yield Fault(article, message, "See which of them is in another language.", "xml:lang", lang)
        else:
            seen[lang.lower()] = article
        title = article.find("front-stub/title-group/article-title")
        if title is None:
            title = article.find("front/article-meta/title-group/article-title")
        if title is None or not spaced(title):
            yield Fault(article, "this translation has no title", "Add <title-group><article-title>…</article-title>.")
        yield from _left_out(article, parent, whole, document)


def _left_out(
    article: etree._Element, parent: etree._Element | None, whole: dict[etree._Element, Sizes], document: Document
) -> Iterator[Fault]:
    """Compare the body of a translation with that of the article."""
    if parent is None or document.child(article, "body") is None or document.child(parent, "body") is None:
        return
    if parent not in whole:
        whole[parent] = _sizes(parent, document)
    for what, one, other in zip(_KINDS, _sizes(article, document), whole[parent], strict=True):
        if one != other:
            message = f"this translation has {_count(one, what)}, and the article has {_count(other, what)}"
            yield Fault(article, message, "See what was left out.", value=str(one), expected=str(other))


Sizes = tuple[int, int, int]
_KINDS = ("section", "figure", "table")


def _sizes(article: etree._Element, document: Document) -> Sizes:
    """Return how many sections, figures and tables the body of an article has; of sections, the outermost."""
    body = document.child(article, "body")
    if body is None:
        return 0, 0, 0
    return (
        len(document.children(body, "sec")),
        sum(1 for _ in body.iter("fig")),
        sum(1 for _ in body.iter("table-wrap")),
    )


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' * (number != 1)}"
