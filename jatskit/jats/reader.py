"""Read a JATS document."""

from __future__ import annotations

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
    intake = Intake(tree, source.name)
    article = ARTICLE.read(root, intake, ())
    if article is None:
        raise UnreadableSource(f"{source.name}: no article can be made of it: {intake.findings[-1].message}")
    original = Original(source.data, tree, intake.ledger)
    return Reading(article, source, findings=tuple(intake.findings), original=original)
