"""DATE-PUB."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.dates import of
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault


@rule("DATE-PUB")
def look(document: Document) -> Iterator[Fault]:
    """The article says when it was published, and each date says what it is the date of.

    What:
        `article-meta` has a `pub-date` with a year. Each has a `pub-type`, or a `date-type` with a `publication-format`, and
        not both ways of saying it. The date of a collection or an issue does not stand alone, not beside one of print,
        and no kind of date comes twice.
    Why:
        Priority, embargoes and citations are counted from that date. A year alone that belongs to a collection tells
        nobody when the article came out.
    Fix:
        Add the date of the electronic version: `<pub-date date-type="pub" publication-format="electronic">`.
    Bad:
        <article-meta><volume>5</volume></article-meta>
    Bad:
        <article-meta><pub-date pub-type="collection"><year>2022</year></pub-date></article-meta>
    Bad:
        <pub-date pub-type="epub" date-type="pub"><year>2022</year></pub-date>
    Bad:
        <pub-date><year>2022</year></pub-date>
    Bad:
        <article-meta><pub-date pub-type="epub"><year>2021</year></pub-date>
            <pub-date pub-type="epub"><year>2022</year></pub-date></article-meta>
    Good:
        <pub-date date-type="pub" publication-format="electronic"><day>3</day><month>6</month><year>2022</year></pub-date>
    Source:
        PMC Tagging Guidelines, pub-date; JATS4R, article publication and history dates.
    """
    meta = document.article_meta
    if meta is None:
        return
    dates = document.children(meta, "pub-date")
    if not dates:
        if document.child(meta, "pub-date-not-available") is None and document.child(meta, "pub-history") is None:
            advice = 'Add <pub-date date-type="pub" publication-format="electronic">.'
            yield Fault(meta, "the article does not say when it was published", advice)
        return
    seen: dict[tuple[str, ...], etree._Element] = {}
    for date in dates:
        kind, type, format = (date.get(name, "") for name in ("pub-type", "date-type", "publication-format"))
        if kind and (type or format):
            advice = "Keep date-type and publication-format." if type and format else "Keep one way of saying it."
            yield Fault(date, f"pub-type “{kind}” stands beside the newer attributes", advice, "pub-type", kind)
        elif not kind and not type:
            advice = 'Add date-type="pub" and publication-format.'
            yield Fault(date, "this date does not say what it is the date of", advice)
        if document.child(date, "year") is None and of(date) is None and document.child(date, "string-date") is None:
            yield Fault(date, "this date has no year", "Write it.")
        other = seen.setdefault((kind, type, format), date)
        one, two = of(other), of(date)
        if other is not date:
            named = kind or " ".join(filter(None, (type, format))) or "published"
            said = f"two dates, {one} and {two}" if one and two and not one.agrees(two) else "two dates"
            yield Fault(date, f"“{named}” has {said}", "See which of them is right.")
    whole = [date for date in dates if _is_of_whole(date)]
    if whole and document.type != "correction" and not any(_is_electronic(date) for date in dates):
        message = "the date of the collection is stated, and not that of the article itself"
        yield Fault(whole[0], message, 'Add <pub-date date-type="pub" publication-format="electronic">.')
    printed = [date for date in dates if date.get("pub-type") == "ppub" or _kinds(date) == ("pub", "print")]
    if whole and printed:
        message = "the article has a date of print and one of a collection, which is an electronic issue"
        yield Fault(printed[0], message, "Keep the one that there is.")


def _kinds(date: etree._Element) -> tuple[str | None, str | None]:
    return date.get("date-type"), date.get("publication-format")


def _is_of_whole(date: etree._Element) -> bool:
    return "collection" in (date.get("pub-type"), *_kinds(date))


def _is_electronic(date: etree._Element) -> bool:
    if _is_of_whole(date):
        return False
    # That the newer word for it is “pub” is said by DATE-PUB-TYPE.
    return date.get("pub-type") in ("epub", "epub-ppub") or date.get("date-type") in ("pub", "publication")
