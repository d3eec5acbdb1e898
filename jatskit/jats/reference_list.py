"""A reference list alone as a JATS document, written bit by bit: the smallest article that the DTD accepts.

Only Archiving takes an article without title, journal and contributors. The type of the article is `other` and its
language undetermined, since a list tells neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jatskit.findings import Finding, Kind, Severity
from jatskit.jats.references import REFERENCE
from jatskit.jats.state import NAMESPACES, Fitting, Output, quoted
from jatskit.jats.writer import required
from jatskit.model import Article, Reference
from jatskit.schema.catalogue import Target
from jatskit.schema.gate import verdict

CITATION_REFUSED = Kind(
    "reference-refused-by-schema",
    Severity.WARNING,
    "The official schema refuses a reference with its parts, so it is written as raw text alone.",
)

_PAD = "\n      "


class ReferenceListWriter:
    """Writes a reference list for a target: `head`, then any number of batches, then `tail`.

    Each batch passes the gate inside of the same head and tail, and ids are the caller's to keep unique: so the whole
    document is valid.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self.head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<!DOCTYPE article PUBLIC "{quoted(target.public_id)}"\n  "{target.system_id}">\n'
            f'<article xmlns:mml="{NAMESPACES["mml"]}" xmlns:xlink="{NAMESPACES["xlink"]}" article-type="other" '
            f'dtd-version="{target.version}" xml:lang="und">\n'
            "  <front>\n    <article-meta/>\n  </front>\n  <back>\n    <ref-list>"
        ).encode()
        self.tail = b"\n    </ref-list>\n  </back>\n</article>\n"

    def required(self) -> tuple[Finding, ...]:
        """Return what the target requires of an article and a bare list does not have: nothing, or it is no use."""
        article = Article(type="other", references=(Reference(id="ref1", raw=("x",)),))
        return required(article, self._target)

    def batch(self, references: Sequence[Reference]) -> tuple[bytes, tuple[Finding, ...]]:
        """Return some references as XML, and what the target cannot hold of them; paths count within the batch.

        One that the schema refuses with its parts is written without them.
        """
        fitting = Fitting(self._target)
        written = [self._written(item, fitting, index) for index, item in enumerate(references)]
        if self._faults(written):
            for index, item in enumerate(references):
                if faults := self._faults(written[index : index + 1]):
                    bare = item.model_copy(update={"citations": ()})
                    written[index] = self._written(bare, Fitting(self._target), index)
                    message = f"{item.id} was written as raw text: {faults[0].message}"
                    fitting.findings.append(CITATION_REFUSED(message, path=("references", index)))
        return "".join(written).encode(), tuple(replace(f, path=fitting.original(f.path)) for f in fitting.findings)

    def _written(self, reference: Reference, fitting: Fitting, index: int) -> str:
        out = Output(self._target, {})
        path = ("references", index)
        held = REFERENCE.hold(reference, fitting, path)
        REFERENCE.write(held, out, _PAD, path)
        return "".join(out.parts)

    def _faults(self, written: Sequence[str]) -> list[Finding]:
        return verdict(self.head + "".join(written).encode() + self.tail, self._target) if written else []
