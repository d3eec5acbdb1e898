"""Prints an article as the page of a layout family, as a scraper would leave it.

It is the page reader's counterpart: what is printed here in a layout, the reader has to give back. So a
layout that the reader claims to know can be proven by a round trip instead of a few examples.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from jatskit.layouts import LABELS, MASTHEADS, Masthead
from jatskit.model import Article, HistoryDate, PersonName, PublicationDate, Reference, RichText, plain
from jatskit.months import MONTHS
from jatskit.names import split

#: The order of the parts on a page of the Magtech family.
_MAGTECH = ("title", "names", "masthead", "title", "abstract", "keywords", "references")


@dataclass(frozen=True, slots=True)
class PageLayout:
    """How the pages of one family are laid out.

    `parts` are the names of the parts, in order: those of `PARTS`, or a line of the web site in quotation marks. A part
    that the article lacks is not printed.

    `masthead` is the name of one of `layouts.MASTHEADS`, or a template in its form. `labels` is the language of the
    labels, or None for a page without them; `label_form` how a label and its value stand, and `forms` where a field
    differs. `names` is how a name is printed: `{given} {surname}`; `name_separator` what parts names, a line break among
    others, and `marks` what is glued to each; `citation` and `citation_names` are how the page cites itself. `date`
    names the form of dates. `title_form` and `reference_label` are templates; `own_line` puts the number of a reference
    on a line of its own.
    """

    parts: tuple[str, ...] = _MAGTECH
    masthead: str = "magtech"
    labels: str | None = None
    label_form: str = "{label}: {value}"
    forms: Mapping[str, str] = field(default_factory=dict)
    names: str = ""
    name_separator: str = ", "
    marks: Sequence[str] = ()
    keyword_separator: str = " / "
    citation: str = "{names}. {title}. {journal}, {year}, {volume}({issue}): {fpage}-{lpage}. https://doi.org/{doi}"
    citation_names: str = "{surname} {initials}"
    date: str = "iso"
    title_form: str = "{}"
    reference_label: str = "[[{}]] |"
    own_line: bool = True


#: The seed's own layout.
SEED = PageLayout(parts=(*_MAGTECH, "'〈 |'", "'〉 |'"))

#: How a date is printed, by the name of the form; month names are English.
DATE_FORMS: Mapping[str, str] = {
    "iso": "{year}-{month:02}-{day:02}",
    "slashes": "{year}/{month:02}/{day:02}",
    "dots": "{day:02}.{month:02}.{year}",
    "day first": "{day} {name} {year}",
    "month first": "{name} {day}, {year}",
    "Chinese": "{year}年{month}月{day}日",
    "Korean": "{year}. {month}. {day}.",
}


def render(article: Article, layout: PageLayout = SEED) -> str:
    """Return the page of `article` in a layout. What else the article holds is not printed.

    A name is printed in the order that its style says, unless the layout has a form for it.
    """
    lines: list[str] = []
    for part in layout.parts:
        lines += [part[1:-1]] if part.startswith("'") else PARTS[part](article, layout)
    return "\n".join(lines) + "\n"


# -- values -------------------------------------------------------------------------------------------------


def _name(name: object, form: str) -> str:
    if not isinstance(name, PersonName):
        return str(name)
    if form and name.given:
        initials = " ".join(f"{word[0]}." for word in name.given.replace("-", " ").split())
        return form.format(surname=name.surname, given=name.given, initials=initials)
    joined = f"{name.surname}{name.given or ''}"
    if name.style == "eastern" and (parts := split(joined)) and joined[slice(*parts.surname)] == name.surname:
        return joined
    return str(name)


def _values(article: Article) -> Mapping[str, str]:
    """Return the values of an issue's place, by the slots of mastheads."""
    values = {
        "journal": article.journal.titles[0].text if article.journal and article.journal.titles else None,
        "year": str(article.publication_dates[0].year) if article.publication_dates else None,
        "volume": article.volume,
        "issue": article.issue,
        "fpage": article.pages.first if article.pages else None,
        "lpage": article.pages.last if article.pages else None,
        "doi": article.doi,
        "title": plain(article.title or ()),
    }
    return {slot: value for slot, value in values.items() if value}


def _date(date: PublicationDate | HistoryDate, layout: PageLayout) -> str | None:
    if date.month is None or date.day is None:
        return None
    name = MONTHS[date.month - 1].split()[0].capitalize()
    return DATE_FORMS[layout.date].format(year=date.year, month=date.month, day=date.day, name=name)


def _labelled(layout: PageLayout, name: str, text: str | None, language: str | None = None) -> list[str]:
    if not text:
        return []
    language = language or layout.labels
    if language is None:
        return [text]
    words = LABELS[name].get(language) or LABELS[name]["en"]
    return layout.forms.get(name, layout.label_form).format(label=words[0], value=text).split("\n")


# -- parts --------------------------------------------------------------------------------------------------


def _title(article: Article, layout: PageLayout) -> list[str]:
    title = plain(article.title or ())
    return _labelled(layout, "title", title) if "title" in layout.forms else [layout.title_form.format(title)]


def _names(article: Article, layout: PageLayout, position: int = 0) -> list[str]:
    names = [c.names[position] for c in article.contributors if len(c.names) > position]
    marks = [*layout.marks, *[layout.marks[-1] if layout.marks else ""] * len(names)]
    printed = [_name(name, layout.names) + mark for name, mark in zip(names, marks, strict=False)]
    if not printed:
        return []
    text = layout.name_separator.join(printed)
    return _labelled(layout, "authors", text) if "authors" in layout.forms else text.split("\n")


def _masthead(article: Article, layout: PageLayout) -> list[str]:
    known = next((m for m in MASTHEADS if m.name == layout.masthead), None)
    text = (known or Masthead("", layout.masthead, "")).print(_values(article))
    return text.split("\n") if text.strip() else []


def _abstract(article: Article, layout: PageLayout) -> list[str]:
    lines: list[str] = []
    for abstract in article.abstracts:
        lines += _labelled(layout, "abstract", plain(abstract.paragraphs[0]))
        lines += [plain(paragraph) for paragraph in abstract.paragraphs[1:]]
    return lines


def _keywords(article: Article, layout: PageLayout) -> list[str]:
    groups = [group for group in article.keywords if group.lang is None]
    return [line for group in groups for line in _terms(group.keywords, layout)]


def _terms(terms: Sequence[RichText], layout: PageLayout, language: str | None = None) -> list[str]:
    return _labelled(layout, "keywords", layout.keyword_separator.join(plain(term) for term in terms), language)


def _translation(article: Article, layout: PageLayout) -> list[str]:
    """The head and the abstract once more, in the language of the translated title."""
    lines: list[str] = []
    for title in article.translated_titles:
        lines += [plain(title.title), *_names(article, layout, 1)]
    for abstract in article.translated_abstracts:
        lines += _labelled(layout, "abstract", plain(abstract.paragraphs[0]), abstract.lang)
    for group in article.keywords:
        if group.lang:
            lines += _terms(group.keywords, layout, group.lang)
    return lines


def _history(article: Article, layout: PageLayout) -> list[str]:
    return [line for date in article.history for line in _labelled(layout, str(date.type), _date(date, layout))]


def _dates(article: Article, layout: PageLayout) -> list[str]:
    """All dates of the history on one line."""
    return [" / ".join(_history(article, layout))] if article.history else []


def _published(article: Article, layout: PageLayout) -> list[str]:
    dates = [_date(date, layout) for date in article.publication_dates]
    return [line for date in dates if date for line in _labelled(layout, "published", date)]


def _value(name: str) -> Callable[[Article, PageLayout], list[str]]:
    return lambda article, layout: _labelled(layout, name, _values(article).get(name))


def _pages(article: Article, layout: PageLayout) -> list[str]:
    return _labelled(layout, "pages", f"{article.pages.first}-{article.pages.last}" if article.pages else None)


def _doi_link(article: Article, layout: PageLayout) -> list[str]:
    return [f"https://doi.org/{article.doi}"] if article.doi else []


def _citation(article: Article, layout: PageLayout) -> list[str]:
    names = ", ".join(_name(c.names[0], layout.citation_names) for c in article.contributors)
    values = _values(article)
    if not {"title", "journal", "year", "volume", "issue", "fpage", "lpage", "doi"} <= values.keys() or not names:
        return []
    return _labelled(layout, "citation", layout.citation.format(names=names, **values))


def _references(article: Article, layout: PageLayout) -> list[str]:
    lines = [line for n, reference in enumerate(article.references, 1) for line in _reference(layout, n, reference)]
    if not lines or layout.labels is None or "references" not in layout.forms:
        return lines
    return _labelled(layout, "references", "\n".join(lines))


def _reference(layout: PageLayout, number: int, reference: Reference) -> list[str]:
    label, text = layout.reference_label.format(number), plain(reference.raw)
    return [label, text] if layout.own_line else [f"{label} {text}".lstrip()]


#: What a layout may print, by the name of the part.
PARTS: Mapping[str, Callable[[Article, PageLayout], list[str]]] = {
    "title": _title,
    "names": _names,
    "masthead": _masthead,
    "abstract": _abstract,
    "keywords": _keywords,
    "translation": _translation,
    "history": _history,
    "dates": _dates,
    "published": _published,
    "journal": _value("journal"),
    "volume": _value("volume"),
    "issue": _value("issue"),
    "pages": _pages,
    "doi": _value("doi"),
    "doi link": _doi_link,
    "citation": _citation,
    "references": _references,
}
