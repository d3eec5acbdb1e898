"""Read a JATS document."""

from __future__ import annotations

from itertools import islice
from typing import Any, NoReturn

from lxml import etree

from jatskit.errors import UnreadableSource
from jatskit.jats.document import Original
from jatskit.jats.state import Intake, shown
from jatskit.jats.table import ARTICLE
from jatskit.protocols.reading import Reading
from jatskit.protocols.source import Source
from jatskit.schema.parsing import parse


def read_jats(source: Source) -> Reading:
    """Return the article that a JATS document describes; report what the model has no place for.

    The reading's `original` is the document itself, with an account of each of its parts.

    Raises UnreadableSource if it is no XML, or its root element is not `article`.
    """
    tree = parse(source.data, source.name)
    root = tree.getroot()
    if root.tag != "article":
        raise UnreadableSource(
            f"{source.name}: the root element is <{shown(str(root.tag))[:60]}>, and an article's is <article>",
            "Give a JATS document that describes one article.",
        )
    _refuse_excess(tree, source)
    intake = Intake(tree, source.name)
    article = ARTICLE.read(root, intake, ())
    if article is None:
        raise UnreadableSource(f"{source.name}: no article can be made of it: {intake.findings[-1].message}")
    original = Original(source.data, tree, intake.ledger)
    return Reading(article, source, findings=tuple(intake.findings), original=original)


#: The most attributes of one element, the most namespaces, the most comments and processing instructions around the root
#: element, and the most lists of attributes that a document declares itself. No document comes near, and libxml2 takes
#: quadratic time for what it has more of.
MOST_ATTRIBUTES, MOST_NAMESPACES, MOST_AROUND, MOST_DECLARED = 2_000, 500, 2_000, 1_000


def _refuse_excess(tree: etree._ElementTree, source: Source) -> None:
    root = tree.getroot()

    def refuse(what: str, most: int, element: etree._Element) -> NoReturn:
        line: Any = element.sourceline
        raise UnreadableSource(f"{source.name}:{line or 1}: more than {most:,} {what}, which no article needs")

    for direction in (True, False):
        around = root.itersiblings(preceding=direction)
        if sum(1 for _ in islice(around, MOST_AROUND + 1)) > MOST_AROUND:
            refuse("comments or processing instructions around the root element", MOST_AROUND, root)
    if source.data.count(b"<!ATTLIST") > MOST_DECLARED:
        refuse("declared lists of attributes", MOST_DECLARED, root)
    namespaces = source.data.count(b"xmlns") > MOST_NAMESPACES
    attributes = source.data.count(b"=") > MOST_ATTRIBUTES
    for element in root.iter("*") if namespaces or attributes else ():
        if len(element.attrib) > MOST_ATTRIBUTES:
            refuse("attributes in one tag", MOST_ATTRIBUTES, element)
        if namespaces and len(element.nsmap) > MOST_NAMESPACES:
            refuse("namespaces in one place", MOST_NAMESPACES, element)
