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


def required(article: Article, target: Target) -> tuple[Finding, ...]:
    """Return the facts that a target requires and the article does not have."""
    name = target.name
    lacking: list[tuple[str, Path]] = []
    if article.type is None:
        lacking.append(("the type of the article (article-type, such as research-article)", ("type",)))
    if target.tag_set is not TagSet.ARCHIVING and article.title is None:
        lacking.append(("a title", ("title",)))
    if target.tag_set is TagSet.PUBLISHING:
        journal = article.journal
        if journal is None or not journal.ids:
            lacking.append(("an identifier of the journal (journal-id)", ("journal", "ids")))
        if journal is None or not journal.issns:
            lacking.append(("an ISSN of the journal", ("journal", "issns")))
    elif target.tag_set is TagSet.AUTHORING:
        if not article.contributors:
            lacking.append(("a contributor", ("contributors",)))
        if not article.abstracts:
            lacking.append(("an abstract", ("abstracts",)))
    elif not any(getattr(article, name) for name in _OF_THE_ARTICLE):
        lacking.append(("anything about the article itself, such as its title", ()))
    return tuple(REQUIRES(f"{name} requires {what}", path=path, advice=_PROFILE) for what, path in lacking)


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
