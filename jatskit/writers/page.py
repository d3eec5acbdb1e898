"""Prints an article as the page of a layout family, as a scraper would leave it.

It is the page reader's counterpart: what is printed here in a layout, the reader has to give back. So a
layout that the reader claims to know can be proven by a round trip instead of a few examples.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jatskit.layouts import LABELS, MASTHEADS
from jatskit.model import Article, PersonName, Reference, plain
from jatskit.names import split


@dataclass(frozen=True, slots=True)
class PageLayout:
    """How a page of the Magtech family, or one like it, is laid out.

    `masthead` is the name of one of `layouts.MASTHEADS`; `labels` the language of the words before abstract and
    keywords, or None for a page without them; `label_lines` puts those words on lines of their own.
    `reference_label` is a template for a number; `own_line` puts it on a line of its own. `leftovers` are
    lines of the web site: before the article, and after it.
    """

    masthead: str = "magtech"
    title_repeated: bool = True
    name_separator: str = ", "
    keyword_separator: str = " / "
    labels: str | None = None
    label_lines: bool = False
    reference_label: str = "[[{}]] |"
    own_line: bool = True
    leftovers: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


#: The seed's own layout.
SEED = PageLayout(leftovers=((), ("〈 |", "〉 |")))


def render(article: Article, layout: PageLayout = SEED) -> str:
    """Return the page of `article`: its title, authors, masthead, abstract, keywords and references.

    What else the article holds is not printed. A name is printed in the order that its style says.
    """
    title = plain(article.title or ())
    before, after = layout.leftovers
    lines = [*before, title]
    if article.contributors:
        lines.append(layout.name_separator.join(_name(c.names[0]) for c in article.contributors))
    if values := _masthead_values(article):
        masthead = next(m for m in MASTHEADS if m.name == layout.masthead)
        lines.append(masthead.print(values))
    if layout.title_repeated:
        lines.append(title)
    for abstract in article.abstracts:
        lines += _labelled(layout, "abstract", plain(abstract.paragraphs[0]))
        lines += [plain(paragraph) for paragraph in abstract.paragraphs[1:]]
    for group in article.keywords:
        lines += _labelled(layout, "keywords", layout.keyword_separator.join(map(plain, group.keywords)))
    for number, reference in enumerate(article.references, 1):
        lines += _reference(layout, number, reference)
    return "\n".join([*lines, *after]) + "\n"


def _name(name: object) -> str:
    if not isinstance(name, PersonName):
        return str(name)
    if name.style == "eastern" and split(f"{name.surname}{name.given}"):
        return f"{name.surname}{name.given}"
    return str(name)


def _masthead_values(article: Article) -> Mapping[str, str]:
    values = {
        "journal": article.journal.titles[0].text if article.journal and article.journal.titles else None,
        "year": str(article.publication_dates[0].year) if article.publication_dates else None,
        "volume": article.volume,
        "issue": article.issue,
        "fpage": article.pages.first if article.pages else None,
        "lpage": article.pages.last if article.pages else None,
        "doi": article.doi,
    }
    return {slot: value for slot, value in values.items() if value is not None}


def _labelled(layout: PageLayout, field: str, text: str) -> list[str]:
    if layout.labels is None:
        return [text]
    word = LABELS[field][layout.labels][0]
    if layout.label_lines:
        return [word, text]
    return [f"{word}：{text}" if layout.labels == "zh" else f"{word}: {text}"]


def _reference(layout: PageLayout, number: int, reference: Reference) -> list[str]:
    label, text = layout.reference_label.format(number), plain(reference.raw)
    return [label, text] if layout.own_line else [f"{label} {text}"]
