"""ABS-TRANS-LANG."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import LANG, Document, article_of
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("ABS-TRANS-LANG")
def look(document: Document) -> Iterator[Fault]:
    """Each translated title and abstract says into which language, and it is another one than the article's.

    What:
        `trans-abstract` and `trans-title-group` (`trans-title` where it stands alone) have `xml:lang`, which is not that of the
        article, and no two translations of one kind have the same.
    Why:
        A database that shows the English abstract takes the one marked “en”.
    Fix:
        Write the language's tag. What is in the article's own language is no translation, but another `abstract`.
    Bad:
        <trans-abstract><p>Forellen sind Fische.</p></trans-abstract>
    Bad:
        <article-meta><trans-abstract xml:lang="en"><p>Trout are fish.</p></trans-abstract></article-meta>
    Bad:
        <article-meta><trans-abstract xml:lang="de"><p>Forellen.</p></trans-abstract>
            <trans-abstract xml:lang="de"><p>Truites.</p></trans-abstract></article-meta>
    Good:
        <article-meta><trans-abstract xml:lang="de"><p>Forellen sind Fische.</p></trans-abstract>
            <trans-abstract xml:lang="fr"><p>Les truites sont des poissons.</p></trans-abstract></article-meta>
    Source:
        JATS4R, abstracts; PMC Tagging Guidelines, trans-abstract; SciELO PS, trans-abstract.
    """
    seen: dict[tuple[etree._Element | None, str, str, str], etree._Element] = {}
    for element in document.all("trans-abstract", "trans-title-group", "trans-title"):
        parent = element.getparent()
        if parent is None or (element.tag == "trans-title" and parent.tag == "trans-title-group"):
            continue
        if parent.tag in ("element-citation", "mixed-citation", "nlm-citation", "product"):
            continue
        what = "abstract" if element.tag == "trans-abstract" else "title"
        lang = element.get(LANG) or _inner(element, document)
        article = article_of(element)
        if not lang:
            yield Fault(element, f"this translated {what} does not say into which language", 'Add xml:lang="…".')
            continue
        own = _own(article, document)
        if own and lang.lower() == own.lower():
            message = f"this translated {what} is in “{lang}”, which is the language of the article"
            advice = f"See which of them is right; a second {what} in one language is no translation."
            yield Fault(element, message, advice, "xml:lang" if element.get(LANG) else "", lang)
        key = (parent, what, element.get("abstract-type", ""), lang.lower())
        if key in seen:
            message = f"there are two translated {what}s in “{lang}” (line {seen[key].sourceline})"
            yield Fault(element, message, "See which of them is in another language.", value=lang)
        seen[key] = element


def _inner(group: etree._Element, document: Document) -> str:
    title = document.child(group, "trans-title")
    return title.get(LANG, "") if title is not None else ""


def _own(article: etree._Element | None, document: Document) -> str:
    """Return the language of an article: its own, or that of the document; "" if it is not stated."""
    found = article.get(LANG) if article is not None else None
    return found or document.root.get(LANG) or ""
