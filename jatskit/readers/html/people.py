"""Names of authors on HTML pages: cut out of tags and bylines, split, tied to places of work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jatskit.language import HAN, has_han
from jatskit.names import COMPOUND_SURNAMES, TITLES, is_organisation, romanised, split, split_off_degrees, surnames_told
from jatskit.protocols import Certainty, Span
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.text import Text
from jatskit.readers.sheet import Sheet
from jatskit.references.chinese.vocabulary import SURNAMES

_SEMICOLON = re.compile(r"\s*(?<!&nbsp)(?<!&amp)[;；]\s*")
_HAN_SEPARATOR = re.compile(r"\s*[,，、;；]\s*")
_HAN_NAME_BLANK = re.compile(f"(?<=[{HAN}]{{2}})\\s+(?=[{HAN}])")
_AND = re.compile(r"\s*(?:,\s*(?:and|&)\s+|,\s*|\s+(?:and|&|und|et)\s+)", re.IGNORECASE)
#: What stands around a name in a tag and is none of it.
_EDGES = " \t\r\n,，;；、*†‡§¶#.·"
_MARKS = re.compile(r"(?:[\s,]*(?:\d{1,2}|[*†‡§¶#✉⁎∗]))+$")
_MOST = 6000


@dataclass(slots=True)
class Person:
    """A name found in a text: where it stands, in which language its tag is, and what belongs to it."""

    text: Text
    start: int
    end: int
    lang: str = ""
    places: list[Span] = field(default_factory=list)
    orcid: Span | None = None
    email: Span | None = None
    corresponding: bool = False

    @property
    def name(self) -> str:
        """The name, as printed."""
        return self.text.text[self.start : self.end]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    if not (inner := piece.strip(_EDGES)):
        return None
    # The dot of a last initial belongs to the name.
    stop = start + piece.index(inner) + len(inner)
    if text[stop : stop + 1] == "." and re.search(r"(?:^|[\s.\-])[^\W\d_]{1,2}$", inner):
        stop += 1
    return start + piece.index(inner), stop


#: What stands behind a name in a catalogue: the years of a life; in brackets an iD or a place of work.
_TAIL = re.compile(
    r"(?:,?\s{0,3}\(?(?:b\.\s?)?\d{4}\s?[-–]\s?(?:\d{4}|\.{0,4})\)?|\s{0,3}[(\[][^()\[\]]{3,120}[)\]])\s{0,3}$"
)
_NOT_A_NAME = re.compile(r"et\.? al\.?|and others|anonymous|unknown|n/?a|-+|等|佚名", re.IGNORECASE)
#: Names of which each one's initials stand behind a comma of their own: `Doe, J., Berg, E. A.`
_WITH_INITIALS = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]\.?[\s-]?){1,4}")


def _cut_pairs(text: str) -> list[Span]:
    """Return where names stand that are each a surname, a comma and initials; nothing if the text is not such a list."""
    commas = [match.span() for match in re.finditer(r"\s*,\s*(?:(?:and|&)\s+)?", text)]
    if len(commas) < 3 or len(commas) % 2 == 0:
        return []
    edges = [0, *(end for _, end in commas)]
    ends = [*(start for start, _ in commas), len(text)]
    pieces = [text[a:b] for a, b in zip(edges, ends, strict=True)]
    if not all(map(_WITH_INITIALS.fullmatch, pieces[1::2])) or any(map(_WITH_INITIALS.fullmatch, pieces[::2])):
        return []
    return [(edges[n], ends[n + 1]) for n in range(0, len(pieces), 2)]


def _cut(text: str, separator: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        if span := _trimmed(text, at, end):
            spans.append(span)
        at = match.end() if match else end
    return spans


def cut_names(text: str, *, many: bool) -> list[Span]:
    """Return where the names in a tag stand; `many` if the tag is known to hold several."""
    if len(text) > 20_000:
        return []
    if has_han(text):
        spans = _cut(text, _HAN_SEPARATOR)
        if len(spans) == 1 and len(re.findall(f"[{HAN}]", text)) > 4:
            spans = _cut(text, _HAN_NAME_BLANK)
        if len(spans) == 2 and not many and _is_given(text[slice(*spans[1])]):
            return [(spans[0][0], spans[1][1])]
        return spans
    if _SEMICOLON.search(text.strip(" ;")):
        return _cut(text, _SEMICOLON)
    if pairs := _cut_pairs(text.rstrip(" ,")):
        return pairs
    pieces = [piece for piece in re.split(r"\s*,\s*", text.strip(_EDGES)) if piece]
    if len(pieces) > 2 and split_off_degrees(text) == len(text) and all(" " in p.strip() for p in pieces[:-1]):
        return _cut(text, _AND)
    if many and len(pieces) == 2 and all(len(p.split()) in (2, 3) for p in pieces):
        return _cut(text, _AND)
    whole = _trimmed(text, 0, len(text))
    if len(pieces) > 1 and re.search(r"\s(?:and|&)\s", pieces[-1]) and not is_organisation(text):
        names = _cut(text, _AND)
        if all(len(text[a:b].split()) in (2, 3, 4) for a, b in names):
            return names
    if whole and re.search(r"\s(?:and|&)\s", text) and not is_organisation(text) and "," not in text:
        return _cut(text, _AND)
    return [whole] if whole else []


def _is_given(text: str) -> bool:
    """Whether Han letters behind a comma are the given name of a Japanese person, not another Chinese one."""
    return len(text) == 1 or (len(text) < 4 and text[0] not in SURNAMES and text[:2] not in COMPOUND_SURNAMES)


def offer_people(
    sheet: Sheet,
    kind: SourceKind,
    people: Sequence[Person],
    *,
    normalisation: str,
    certainty: Certainty = Certainty.STATED,
) -> Candidate | None:
    """Offer the names as the byline; the names of a second language are those of the same people."""
    people = [
        p
        for p in people
        if p.name
        and not _NOT_A_NAME.fullmatch(p.name)
        and not p.name.isdecimal()
        and "@" not in p.name
        and "http" not in p.name
    ]
    first, second = _two_languages(people[:_MOST])
    if not first:
        return None
    candidate = sheet.offer("byline", kind)
    places: dict[str, str] = {}
    told = surnames_told([person.name for person in first])
    for number, person in enumerate(first):
        base = ("contributors", number)
        candidate.infer((*base, "type"), "author", "the source names the authors")
        own = _surnames_of(second[number]) if second else frozenset()
        known = own or told[number]
        _quote_name(candidate, person, (*base, "names", 0), normalisation, certainty, known)
        if second:
            other = _surnames_of(person)
            _quote_name(candidate, second[number], (*base, "names", 1), normalisation, certainty, other)
            for position, named in enumerate((person, second[number])):
                if lang := named.lang or ("zh" if has_han(named.name) else "en" if named.lang == "" else ""):
                    candidate.infer((*base, "names", position, "lang"), lang, "the language of the tag or the script")
        if person.orcid:
            candidate.quote((*base, "orcid"), person.orcid, normalisation="attribute")
        if person.email:
            candidate.quote((*base, "emails", 0), person.email, normalisation="attribute")
        if person.corresponding:
            candidate.infer((*base, "corresponding"), True, "the mark of the corresponding author")
        _place(candidate, sheet, person, base, places, normalisation)
    return candidate


def _place(
    candidate: Candidate,
    sheet: Sheet,
    person: Person,
    base: tuple[str, int],
    places: dict[str, str],
    normalisation: str,
) -> None:
    """Tie a person to their places of work; a place that several name stands once."""
    mine: list[str] = []
    for span in person.places:
        raw = " ".join(sheet.source.text[slice(*span)].split())
        if raw not in places:
            places[raw] = f"aff{len(places) + 1}"
            candidate.set(("affiliations", len(places) - 1, "id"), places[raw])
            candidate.quote(("affiliations", len(places) - 1, "text"), span, normalisation=normalisation)
        if places[raw] not in mine:
            mine.append(places[raw])
    for position, id in enumerate(mine):
        candidate.set((*base, "affiliations", position), id)


def _two_languages(people: Sequence[Person]) -> tuple[list[Person], list[Person]]:
    """Part names into those of the first language and, if there are as many, those of the second."""
    keys = [p.lang or ("han" if has_han(p.name) else "other") for p in people]
    if len({k for k in keys if k}) < 2:
        return _once(people), []
    groups: dict[str, list[Person]] = {}
    for key, person in zip(keys, people, strict=True):
        groups.setdefault(key, []).append(person)
    first, *rest = (_once(group) for group in groups.values())
    scripts = {bool(has_han(p.name)) for p in people}
    if len(rest) == 1 and len(rest[0]) == len(first):
        return first, rest[0] if any(a.name != b.name for a, b in zip(first, rest[0], strict=True)) else []
    if any(p.lang for p in people) and len(groups) > 1:
        return first, []
    if len(scripts) == 2 and len(rest) == 1:
        # Authors in two scripts among each other: nobody is another's translation.
        return _once(people), []
    return _once(people), []


def _once(people: Sequence[Person]) -> list[Person]:
    """Return the people without a list that the page repeats as a whole."""
    names = [p.name for p in people]
    half = len(names) // 2
    if half and len(names) == 2 * half and names[:half] == names[half:]:
        return list(people[:half])
    return list(people)


def _surnames_of(person: Person) -> frozenset[str]:
    """Return how the surname of a name in Han letters is written in Latin ones; nothing for any other name."""
    if not has_han(person.name) or (parts := split(person.name)) is None:
        return frozenset()
    return romanised(person.name[slice(*parts.surname)])


def _quote_name(
    candidate: Candidate,
    person: Person,
    base: tuple[str | int, ...],
    normalisation: str,
    certainty: Certainty,
    surnames: frozenset[str] = frozenset(),
) -> None:
    quote_name_parts(candidate, person.text, person.start, person.end, base, normalisation, certainty, surnames)


def quote_name_parts(
    candidate: Candidate,
    text: Text,
    start: int,
    end: int,
    base: tuple[str | int, ...],
    normalisation: str,
    certainty: Certainty,
    surnames: frozenset[str] = frozenset(),
) -> None:
    """Quote a name, split if it tells how; titles before it, degrees and marks after it are none of it.

    `surnames` are the spellings of its surname, if another script tells it.
    """
    if title := TITLES.match(text.text, start, end):
        start = title.end()
    name = text.text[start:end]
    if (tail := _TAIL.search(name)) and tail.start() > 1 and not is_organisation(name[: tail.start()]):
        end = start + tail.start()
        name = text.text[start:end]
    end = start + split_off_degrees(name)
    if mark := _MARKS.search(name[: end - start]):
        end = start + mark.start()
    name = text.text[start:end]

    def quote(field: str, a: int, b: int, reason: str, sure: Certainty) -> None:
        candidate.quote((*base, field), text.span(a, b), reason=reason, normalisation=normalisation, certainty=sure)

    if is_organisation(name):
        quote("organisation", start, end, f"{candidate.kind}: its words are an organisation's", certainty)
        return
    parts = (split(name, surnames) if surnames and not has_han(name) else None) or split(name)
    if parts is None:
        quote("unsplit", start, end, str(candidate.kind), certainty)
        return
    stated = "," in name
    where = "before its comma" if stated else "printed first" if parts.style == "eastern" else "printed last"
    candidate.infer((*base, "style"), parts.style, f"the surname is {where}")
    for field_name, span in (("surname", parts.surname), ("given", parts.given), ("suffix", parts.suffix)):
        if span:
            sure = certainty if stated else Certainty.INFERRED
            quote(field_name, start + span[0], start + span[1], f"{candidate.kind}; the surname is {where}", sure)
