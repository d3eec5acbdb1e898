"""A11Y-ALT."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: What stands beside an image in `alternatives` and can be read aloud in its place.
_READABLE = frozenset(
    ("{http://www.w3.org/1998/Math/MathML}math", "tex-math", "table", "textual-form", "code", "chem-struct", "media")
)


@rule("A11Y-ALT")
def look(document: Document) -> Iterator[Fault]:
    """Every image has a text for readers who do not see it, and it is not the caption again.

    What:
        `graphic` holds an `alt-text` (or the figure around it does), unless what can be read stands beside it in `alternatives`.
        The text says what is to be seen: it is not the title, label or name of the file. A mere ornament
        has the text “null”. `long-desc` stands in the image or in the figure, not in both.
    Why:
        Screen readers read it; without it the figure is not there for them. Law demands it in many countries.
    Fix:
        Write one or two sentences that say what the image shows.
    Bad:
        <fig id="F1"><label>Figure 1</label><caption><title>Catch by year</title></caption><graphic xlink:href="f1.tif"/></fig>
    Bad:
        <fig id="F1"><label>Figure 1</label><caption><title>Catch by year</title></caption><graphic xlink:href="f1.tif">
        <alt-text>Catch by year</alt-text></graphic></fig>
    Good:
        <fig id="F1"><label>Figure 1</label><caption><title>Catch by year</title></caption><graphic xlink:href="f1.tif">
        <alt-text>Bars that fall from 90 tonnes in 2001 to 20 tonnes in 2019</alt-text></graphic></fig>
    Source:
        JATS4R, Accessibility 1.0 (NISO RP-47-2024): every graphic must have an alt-text, so for the target jats4r it is
        an error. Elsewhere nobody demands it of the XML. WCAG 2.2, 1.1.1.
    """
    for image in document.all("graphic"):
        holder = image.getparent()
        if holder is not None and holder.tag == "alternatives":
            if any(beside.tag in _READABLE for beside in holder):
                continue
            holder = holder.getparent()
        alt = document.child(image, "alt-text")
        if alt is None and holder is not None:
            alt = document.child(holder, "alt-text")
        if alt is None:
            yield Fault(image, "the image has no alt-text", "Say in <alt-text> what it shows.")
        else:
            yield from _judged(alt, image, holder, document)
        if (
            document.child(image, "long-desc") is not None
            and holder is not None
            and document.child(holder, "long-desc") is not None
        ):
            yield Fault(image, "the image and what holds it both have a long-desc", "Keep the one that describes both.")


def _judged(
    alt: etree._Element, image: etree._Element, holder: etree._Element | None, document: Document
) -> Iterator[Fault]:
    text = words(alt)
    if not text:
        yield Fault(alt, "the alt-text is empty", "Say what the image shows, or write “null” if it is an ornament.")
        return
    same = ""
    plain = text.rstrip(".").casefold()
    if holder is not None:
        for name in ("label", "caption/title", "caption/p", "title"):
            if any(words(part).rstrip(".").casefold() == plain for part in document.at(holder, name)[:1]):
                same = "caption" if name.startswith("caption") else name
    if text == image.get("{http://www.w3.org/1999/xlink}href"):
        same = "name of the file"
    if same:
        yield Fault(alt, f"the alt-text is the {same} again, “{text[:50]}”", "Say what the image shows.", value=text)
