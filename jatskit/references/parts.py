"""What a grammar finds in a citation: spans of its text under neutral names, before they are elements of JATS."""

from __future__ import annotations

from dataclasses import dataclass, field

#: A half-open span of offsets in the text of a reference.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name as printed: a person split into `surname` and `given`, or one whole, or an organisation.

    `style` is JATS's `@name-style`, which says in which order the parts of a split name are printed.
    """

    whole: Span
    surname: Span | None = None
    given: Span | None = None
    suffix: Span | None = None
    style: str = "western"
    is_organisation: bool = False


@dataclass(slots=True)
class Group:
    """The people of one role, in the order in which they are printed. `role` is JATS's `@person-group-type`."""

    role: str
    names: list[CitedName]
    etal: bool = False


#: What `Parts.spans` may hold.
FIELDS = frozenset(
    "title trans_title container series edition version publisher place conference year month day season volume issue "
    "supplement fpage lpage pages elocation number accessed genre isbn issn".split()
)


@dataclass(slots=True)
class Parts:
    """The parts of one reading of a citation.

    `type` is JATS's `@publication-type`. `spans` has the single parts by the names in `FIELDS`: `title` is what
    the reference cites (an article, a chapter, a whole book), `trans_title` its translation in the same
    citation, `container` what that stands in, `pages` the whole
    run of pages where it is more than first and last, `number` that of a standard, patent or report, `genre` a word
    for the kind of work ("Doctoral dissertation", "Dataset"). `ids` are identifiers by their `@pub-id-type`.
    `cover` is what the parts and the marks around them explain of the text; the rest is `lost`, in characters.
    """

    type: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    ids: list[tuple[str, Span]] = field(default_factory=list)
    links: list[Span] = field(default_factory=list)
    style: str = ""
    score: float = 0.0
