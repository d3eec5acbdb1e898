"""Write an article as JATS XML for one tag set and version."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from jatskit.findings import Finding, Path
from jatskit.jats.state import EMPTY_BODY, NAMESPACES, REQUIRES, Fitting, Output
from jatskit.jats.table import ARTICLE
from jatskit.model import Article
from jatskit.protocols.reading import Written
from jatskit.rules.readiness import lacking
from jatskit.schema.catalogue import TagSet, Target

_HEAD = "<article"
_PROFILE = "Give it in the journal profile, or correct the source."


@dataclass(frozen=True, slots=True)
class Held:
    """What a target can hold of an article, what was left out, and how to find an address in the original."""

    article: Article
    findings: tuple[Finding, ...]
    original: Callable[[Path], Path]


def held(article: Article, target: Target) -> Held:
    """Return what a target can hold of an article; what it cannot is a finding each."""
    fitting = Fitting(target)
    kept = ARTICLE.hold(article, fitting, ())
    if not isinstance(kept, Article):
        raise AssertionError("what is left of an article is an article")  # rows only ever take values out
    return Held(kept, tuple(fitting.findings), fitting.original)


#: What the facts that tag sets require are called where one is missing, and where in an article they stand.
_FACTS: Mapping[str, tuple[str, Path]] = {
    "ART-TYPE": ("the type of the article (article-type, such as research-article)", ("type",)),
    "ART-TITLE": ("a title", ("title",)),
    "JMETA-JOURNAL-ID": ("an identifier of the journal (journal-id)", ("journal", "ids")),
    "JMETA-ISSN": ("an ISSN of the journal", ("journal", "issns")),
    "CONTRIB-NAME": ("a contributor", ("contributors",)),
    "ABS-PRESENT": ("an abstract", ("abstracts",)),
}
_NOTHING: tuple[str, Path] = "anything about the article itself, such as its title", ()


def required(article: Article, target: Target) -> tuple[Finding, ...]:
    """Return the facts that a target requires and the article does not have.

    Which they are is said by the table of targets. Archiving requires none of the metadata, but an `article-meta`, which
    cannot be empty.
    """
    missing = lacking(article, target.tag_set)
    told = [fact for id, fact in _FACTS.items() if id in missing]
    if target.tag_set is TagSet.ARCHIVING and not any(getattr(article, name) for name in _OF_THE_ARTICLE):
        told.append(_NOTHING)
    return tuple(REQUIRES(f"{target.name} requires {what}", path=path, advice=_PROFILE) for what, path in told)


_OF_THE_ARTICLE = tuple(name for name in Article.model_fields if name not in ("type", "language", "journal"))


def write_jats(article: Article, target: Target) -> Written:
    """Return an article as a JATS document, and what the target could not hold of it.

    Facts that the target requires and the article does not have are findings that are errors: the document
    is then given without them, for the schema to refuse.
    """
    kept = held(article, target)
    findings = kept.findings + required(kept.article, target)
    if target.tag_set is TagSet.AUTHORING:
        findings += (EMPTY_BODY(f"{target.name} requires a body: an empty one was written"),)
    return Written(_document(kept.article, target), findings, _Paths(kept, target))


def _document(article: Article, target: Target, marks: list[Path] | None = None) -> bytes:
    out = Output(target, {a.id: a.label for a in article.affiliations if a.label}, marks)
    ARTICLE.write(article, out, "\n", ())
    used = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in sorted(out.prefixes))
    out.parts[0] = f"\n{_HEAD}{used}{out.parts[0][len(_HEAD) + 1 :]}"
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<!DOCTYPE article PUBLIC "{target.public_id}"\n  "{target.system_id}">'
    )
    return (head + "".join(out.parts) + "\n").encode()


def marked(article: Article, target: Target) -> tuple[etree._Element, dict[Path, etree._Element]]:
    """Return an article as a tree, and the element that stands for each value.

    Of what the target cannot hold there is nothing; no element has an attribute more than it would be written with.
    """
    kept = held(article, target)
    marks: list[Path] = []
    root = etree.fromstring(_document(kept.article, target, marks))
    return root, {
        kept.original(marks[int(element.attrib.pop("mark"))]): element for element in root.xpath("//*[@mark]")
    }


class _Paths(Mapping[str, Path]):
    """The XPath of each element that stands for a value, and the value's path in the article; made when needed."""

    def __init__(self, kept: Held, target: Target) -> None:
        self._kept, self._target = kept, target

    @cached_property
    def _paths(self) -> dict[str, Path]:
        marks: list[Path] = []
        root = etree.fromstring(_document(self._kept.article, self._target, marks))
        tree = root.getroottree()
        return {
            tree.getpath(element): self._kept.original(marks[int(mark)])
            for element in root.iter("*")
            if (mark := element.get("mark")) is not None
        }

    def __getitem__(self, xpath: str) -> Path:
        return self._paths[xpath]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
