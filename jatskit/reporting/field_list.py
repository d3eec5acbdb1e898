"""The fields as the evidence page shows them: in the groups that an editor thinks in, each with what vouches for it.

Nothing here knows the model beyond the first step of a path: what stands under it is grouped by its own indices, so a
field that the model gains is shown without a change.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jatskit.findings import Path
from jatskit.protocols.evidence import NORMALISATIONS
from jatskit.reporting.markup import attribute, escaped

#: The groups: the id, the heading, and the first steps of the paths that belong to it. All others are the last's.
GROUPS: tuple[tuple[str, str, frozenset[str]], ...] = tuple(
    (id, heading, frozenset(steps.split()))
    for id, heading, steps in (
        ("title", "Title", "title subtitle translated_titles"),
        ("contributors", "Contributors", "contributors affiliations"),
        ("journal", "Journal and issue", "journal volume issue issue_title pages elocation_id"),
        ("dates", "Dates", "publication_dates history"),
        ("identifiers", "Identifiers", "ids related_articles"),
        ("abstract", "Abstract", "abstracts translated_abstracts"),
        ("keywords", "Keywords", "keywords subjects"),
        ("rights", "Licence and funding", "permissions awards funding_statements"),
        ("references", "References", "references"),
        ("article", "The article itself", "type language"),
    )
)
_GROUP_OF = {step: id for id, _, steps in GROUPS for step in steps}

#: Words for steps whose names in the model are not words.
_STEPS = {
    "elocation_id": "article number", "given": "given name", "issn": "ISSN", "issn_l": "ISSN-L", "issns": "ISSN",
    "doi": "DOI", "lang": "language", "orcid": "ORCID iD", "raw": "as printed", "ror": "ROR", "style": "order",
    "url": "URL", "ids": "id", "id": "id", "isbn": "ISBN", "pmid": "PMID", "unsplit": "as printed",
}  # fmt: skip
#: A last step that says nothing beside the one before it.
_EMPTY_STEPS = frozenset({"text", "value"})

#: What an editor reads of an origin and of a certainty.
_ORIGINS = {"page": "from the page", "profile": "from the journal's profile", "inference": "inferred"}
_CERTAINTIES = {"stated": "stated", "laid out": "told by the layout", "inferred": "worked out"}
_STYLES = {"italic": "i", "bold": "b", "sub": "sub", "sup": "sup", "underline": "u", "strike": "s", "monospace": "code"}

_Token = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Item:
    """A value as the evidence file has it, its path, and the links to the findings about it."""

    number: int
    path: Path
    told: Mapping[str, Any]
    flags: str = ""


@dataclass(slots=True)
class _Node:
    """What stands under one step: values that end here, and further steps."""

    items: list[Item] = field(default_factory=list)
    below: dict[_Token, _Node] = field(default_factory=dict)
    siblings: Counter[str] = field(default_factory=Counter)

    def step(self, token: _Token) -> _Node:
        """Return what stands under a step."""
        if token not in self.below:
            self.below[token] = _Node()
            self.siblings[token[0]] += 1
        return self.below[token]

    def ordered(self) -> list[tuple[_Token, _Node]]:
        """Return the steps in the order of their first occurrence, those of one name by their index."""
        names = {name: at for at, (name, _) in reversed(list(enumerate(self.below)))}
        return sorted(self.below.items(), key=lambda pair: (names[pair[0][0]], pair[0][1] or 0))


def group_of(path: Path) -> str:
    """Return the id of the group that a path belongs to."""
    return _GROUP_OF.get(str(path[0]), GROUPS[-1][0]) if path else GROUPS[-1][0]


def field_list(items: Sequence[Item]) -> Iterator[str]:
    """Yield the HTML of all fields, in their groups."""
    by_group: dict[str, list[Item]] = {}
    for item in items:
        by_group.setdefault(group_of(item.path), []).append(item)
    shown = [(id, heading, _tree(by_group[id])) for id, heading, _ in GROUPS if id in by_group]
    links = "".join(f'<li><a href="#g-{id}">{heading}</a>{_count(tree)}</li>' for id, heading, tree in shown)
    yield f'<nav aria-label="Groups of fields"><ul class="groups">{links}</ul></nav>\n'
    for id, heading, tree in shown:
        yield f'<section class="group g-{id}" id="g-{id}" tabindex="-1" aria-labelledby="h-{id}">'
        yield f'<h3 id="h-{id}">{heading}{_count(tree)}</h3>\n'
        yield from _group(tree, says_what=id != GROUPS[-1][0])
        yield "</section>\n"


def _count(root: _Node) -> str:
    """Return how many things a group holds, if it holds several of one sort."""
    several = len(root.below) > 1 and len(root.siblings) == 1
    return f" <span>{len(root.below)}</span>" if several else ""


def _tree(items: Sequence[Item]) -> _Node:
    root = _Node()
    for item in items:
        node = root
        for token in _tokens(item.path):
            node = node.step(token)
        node.items.append(item)
    return root


def _tokens(path: Path) -> Iterator[_Token]:
    """Yield the steps of a path, each with the index that follows it."""
    for at, step in enumerate(path):
        if isinstance(step, str):
            index = path[at + 1] if at + 1 < len(path) else None
            yield step, index if isinstance(index, int) else None


def _group(root: _Node, *, says_what: bool) -> Iterator[str]:
    """Yield a group: a heading for each thing of several in it (a contributor, a reference), and its rows.

    A single thing needs no heading of its own if the group's heading `says_what` it is.
    """
    alone = says_what and len(root.below) == 1
    loose: list[tuple[str, Item]] = []
    for token, node in root.ordered():
        label = _label(token, root)
        if token[1] is None or not node.below:
            loose += _rows(node, (label,))
        elif alone:
            loose += [(label if name in _EMPTY_STEPS else name, item) for name, item in _rows(node, ())]
        else:
            yield from _list(loose)
            loose = []
            yield f"<h4>{_capital(label)}</h4>\n"
            yield from _thing(node)
    yield from _list(loose)


def _thing(node: _Node) -> Iterator[str]:
    """Yield the rows of one thing, and under headings of their own the parts that it has several of."""
    parts = [
        (token, part)
        for token, part in node.ordered()
        if token[1] is not None and part.below and node.siblings[token[0]] > 1
    ]
    apart = {token for token, _ in parts}
    rows = [("", item) for item in node.items]
    for token, inner in node.ordered():
        if token not in apart:
            rows += _rows(inner, (_label(token, node),))
    yield from _list(rows)
    for token, part in parts:
        yield f"<h5>{_capital(_label(token, node))}</h5>\n"
        yield from _list(list(_rows(part, ())))


def _rows(node: _Node, label: tuple[str, ...]) -> Iterator[tuple[str, Item]]:
    for item in node.items:
        yield " · ".join(label), item
    for token, inner in node.ordered():
        empty = token[0] in _EMPTY_STEPS and token[1] is None and label
        yield from _rows(inner, label if empty else (*label, _label(token, node)))


def _label(token: _Token, parent: _Node) -> str:
    name, index = token
    word = _words(name, one=index is not None)
    return f"{word} {index + 1}" if index is not None and parent.siblings[name] > 1 else word


def _words(step: str, *, one: bool) -> str:
    """Return a step as words; `one` if it names several and one of them is meant."""
    if step in _STEPS:
        return _STEPS[step]
    words = step.replace("_", " ")
    if not one:
        return words
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _list(rows: Sequence[tuple[str, Item]]) -> Iterator[str]:
    if rows:
        yield "<ul>\n"
        for label, item in rows:
            yield _field(label, item)
        yield "</ul>\n"


def _field(label: str, item: Item) -> str:
    told, number = item.told, item.number
    spans = told["spans"]
    value = f'<span dir="auto">{value_html(told["value"])}</span>'
    at = _at(spans)
    link = (f'<a class="v" href="#s{number}-0">', "</a>")
    opened, closed = link if spans else ('<span class="v" tabindex="0">', "</span>")
    return (
        f'<li class="f" id="f{number}" data-v="{number}" data-path="{attribute(told["path"])}" data-at="{at}">'
        f'<span class="k">{escaped(label)}</span>{opened}{value}{closed}'
        f'<span class="tag-cell">{item.flags}{_tag(told, at)}</span><div class="why">{_why(item)}</div></li>\n'
    )


def _at(spans: Sequence[Mapping[str, int]]) -> str:
    lines = list(dict.fromkeys(span["line"] for span in spans))
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}" if lines else ""


def _tag(told: Mapping[str, Any], at: str) -> str:
    origin = str(told["origin"])
    if origin == "page":
        return f'<span class="tag">{at}</span>'
    words = "inferred" if origin == "inference" else origin
    return f'<span class="tag {attribute(origin)}">{escaped(words)}</span>'


def _why(item: Item) -> str:
    """Return in words where a value comes from, how sure that is, and how it was made of what is printed."""
    told, spans = item.told, item.told["spans"]
    origin = _ORIGINS.get(told["origin"], told["origin"])
    if told["origin"] == "page":
        origin += f", {_CERTAINTIES.get(told['certainty'], told['certainty'])}"
    lines = [f"{escaped(_capital(origin))}: {escaped(told['reason'])}."]
    if not spans:
        lines.append("It has no place of its own in the source.")
    elif len(spans) > 1:
        links = ", ".join(
            f'<a href="#s{item.number}-{at}">{span["line"]}:{span["column"]}</a>' for at, span in enumerate(spans)
        )
        lines.append(f"Its parts stand at {links}.")
    else:
        lines.append(f"It stands at line {spans[0]['line']}, column {spans[0]['column']}.")
    if spans and told["quoted"] != told["value"]:
        lines.append(f"Normalised by “{escaped(told['normalisation'])}”: {escaped(_meaning(told['normalisation']))}")
    paragraphs = "".join(f"<p>{text}</p> " for text in lines)
    return f"{paragraphs}<p><code>{escaped(told['path'])}</code></p>"


def _meaning(normalisation: str) -> str:
    function = NORMALISATIONS.get(normalisation)
    return (function.__doc__ or "").strip().split("\n")[0].replace("`", "") if function else ""


def value_html(value: object) -> str:
    """Return a value as the evidence file has it (text, a number, runs of rich text, a record) as inline HTML."""
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "".join(map(value_html, value)) if _is_rich(value) else ", ".join(map(value_html, value))
    if isinstance(value, dict):
        if "content" in value:
            element, inner = _STYLES.get(value.get("style", "")), value_html(value["content"])
            return f"<{element}>{inner}</{element}>" if element else inner
        if "notation" in value and "source" in value:
            return f"<code>{escaped(str(value['source']))}</code>"
    return escaped(json.dumps(value, ensure_ascii=False))


def _is_rich(value: list[Any]) -> bool:
    """Whether the list is runs of text; of records, the values stand apart."""
    return any(isinstance(run, dict) and ("content" in run or "notation" in run) for run in value)
