"""What follows a title or a host: editions, editors, translators, publishers, places, pages, dates, kinds of work.

These are read piece by piece, from left to right; a piece that nothing knows is kept as a chunk, and chunks that
look like a publisher or a place become one at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from jatskit.references import people
from jatskit.references.letters import CAPITAL, LETTER
from jatskit.references.parts import Group, Span
from jatskit.references.people import NameList
from jatskit.references.western.heads import EDITOR_MARK
from jatskit.references.western.locators import Run, items_of, runs_of, spans_of_run
from jatskit.references.western.vocabulary import PLACES, PUBLISHER_WORDS, REGIONS

#: Words before the names of editors.
_EDITED_BY = re.compile(
    r"(?:\(? ?(?:edited by|edited and translated by|eds?\. by|eds?\.|ed\. by|eds?(?![^\W\d_])|hrsg\. v(?:on|\.)|hg\. v(?:on|\.)|"
    r"herausgegeben von|organizado por|org\. por|editado por|sous la dir(?:ection|\.) d(?:e |')|dir\. par|édité par|"
    r"под ред\.|под редакцией|отв\. ред\.) ?:? ?)(?=[^\W\d_])",
    re.IGNORECASE,
)
_TRANSLATED_BY = re.compile(
    r"(?:\(? ?(?:translated by|translated from .{3,20} by|trans(?:l|lated)?\.? by|transl?\.|trans\.\)|tradução (?:e nota das tradutoras )?(?:de|do|da|por)?|"
    r"trad\.(?: de| por| par| d')?|traducción de|traducido por|traduit (?:de .{3,20} )?par|trad(?:uit|\.) (?:par|de)|übers(?:\.|etzt) von|"
    r"aus dem .{4,20} von|пер\. с .{3,8}|пер\.|перевод) ?:? ?)(?=[^\W\d_])",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(rf",? ?{EDITOR_MARK}(?![{LETTER}])", re.IGNORECASE)
_TRANSLATORS_AFTER = re.compile(
    r",? ?\(?(?:trans(?:l|lator|lators)?\.?|trad\.|tradutores|trads\.|übers\.|пер\.)\)?(?![^\W\d_])", re.I
)
_LISTS = (
    (people.COMMA_INITIALS, (people.COMMA_INITIALS, people.INITIALS_SURNAME)),
    (people.SURNAME_INITIALS, (people.SURNAME_INITIALS,)),
    (people.INITIALS_SURNAME, (people.INITIALS_SURNAME, people.GIVEN_SURNAME)),
    (people.GIVEN_SURNAME, (people.GIVEN_SURNAME, people.INITIALS_SURNAME)),
    (people.COMMA_GIVEN, (people.COMMA_GIVEN, people.GIVEN_SURNAME)),
)

_GENRES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            "thesis",
            r"(?:\(? ?(?:unpublished |doctoral |ph\.? ?d\.?,? |m\.? ?(?:sc|a|s|phil|eng)\.?,? |masters?'?s?'? |master |bachelor'?s?'? |d\.phil\.? |"
            r"honours |habilitation |licentiate )+(?:thesis|dissertation|diss\.)|(?:thesis|dissertation)(?=[,. )]|$)|tese|dissertação|diss\.|"
            r"tesis(?: doctoral)?|thèse|mémoire|dissertation|inaugural-dissertation|diplomarbeit|masterarbeit|habilitationsschrift|"
            r"trabalho de conclusão de curso|дис\. ?\.{0,3}|автореф\. дис\. ?\.{0,3})"
            r"(?: ?\(?(?:(?:de |em |in |of |doutorado|mestrado|doctorado|maestría|graduação|ph\.? ?d\.?|master|канд|д-ра)[^().,]{0,70}\)?))?"
            r"(?: apresentada [^.]{1,100}?(?:d[aoe]) (?=[A-Z]{2,}))?",
        ),
        (
            "report",
            r"(?:(?:tech(?:nical|\.)?|research|working|discussion|final|annual|internal|project) )?(?:summary )?(?:report|paper|memo(?:randum)?)"
            r"(?: (?:series|no\.|number|nr\.|n[oº°]\.?|#))*(?:(?<=#)| ?)(?P<number>#? ?[A-Z0-9][A-Z0-9\-/.]*\d[A-Z0-9\-/]*)?(?=[,.;: )]|$)",
        ),
        (
            "patent",
            r"(?:(?P<country>U\.?S\.?|European|German|Japanese|Chinese) )?patent(?: (?:no\.|application))* ?(?P<number>[A-Z]{0,2}[\d,./ ]{5,16}\d ?[A-Z]?\d?)",
        ),
    )
)
#: A word for the kind of work, in brackets behind its title.
GENRE = re.compile(
    r"\[ ?(?P<genre>(?:data ?sets?|database|computer software|software|mobile app|apparatus|photograph|song|film|video|audio|podcast|tweet|"
    r"preprint|letter|map|lecture notes|powerpoint slides|slides|web ?log post|blog post|online forum post|image attached|"
    r"unpublished manuscript|manuscript [^\[\]]{4,60}|(?:unpublished )?doctoral dissertation|(?:unpublished )?master'?s? thesis|entrevista [^\[\]]{3,60}|"
    r"conference presentation|paper presentation|poster|patent|standard|computer program|review of [^\[\]]{3,120})"
    r")(?:, (?P<by>[^\[\]]{2,100}))? ?\]",
    re.IGNORECASE,
)
#: The version of a program or of data.
VERSION = re.compile(
    r"\(?(?:version|ver\.|v(?=\d)|versão|versión) ?(?P<version>\d[\d.]{0,10}\d|\d)\)?(?![\d\w])", re.IGNORECASE
)
#: Types that a bracketed word tells.
GENRE_TYPES = {
    "data": "data", "database": "database", "computer": "software", "software": "software", "mobile": "software",
    "apparatus": "other", "preprint": "preprint", "doctoral": "thesis", "master": "thesis", "patent": "patent",
    "standard": "standard", "map": "map",
}  # fmt: skip
_PLACE_NAME = (
    rf"(?:\[?[Ss]\. ?[lL]\.\]?|[{CAPITAL}][{LETTER}.'\-]*(?: (?:(?:d[aeo]s?|del|la|le|a|o|am|an der|of|and|e|y|&|upon|on|sur|im|in|der) )?"
    rf"[{CAPITAL}(][{LETTER}.'\-)]*){{0,4}}(?:(?:, ?| ?/ ?| ?; ?| : | - | \()[{CAPITAL}][{LETTER}.'\-]*\)?(?: [{CAPITAL}][{LETTER}.'\-]*){{0,3}}){{0,3}})"
)
_IMPRINT = re.compile(
    rf"(?P<place>{_PLACE_NAME}) ?: (?P<publisher>[^\0:;\[\]]{{2,120}})|(?P<place2>{_PLACE_NAME}): ?(?P<publisher2>[^\0:;\[\]]{{2,120}})"
)
_CUT = re.compile(r"(?:\. |; |, |\.$|\0| ?\(|\)|\[|\]|: | - )")
_JUNK = re.compile(r"[\s,.;:()\[\]\0/<>|\-]+")
_ENDS_A_COMPANY = re.compile(r"(?:Inc|Ltd|Co|Corp|Bros|Univ|Publ|Pub|St|(?<![^\W\d_])[A-Z])\.?$")


#: Without any of these words there are no editors and no translators.
_ANY_ROLE = re.compile(
    r"(?<![^\W\d_])(?:ed(?:s|ited|itors?|itores|itado)?|hrsg|hgg?|herausgegeben|org(?:s|anizado|anizador(?:es|a)?)?|coords?|dirs?|dir|"
    r"comps?|éds?|édité|sous la dir|ред|под ред|transl?(?:ated|ator|ators)?|trad(?:uit|ução|utores|ucción|ucido|s)?|übers|"
    r"aus dem|пер|перевод|redaktion)(?![^\W\d_])",
    re.IGNORECASE,
)


def genre_type(match: re.Match[str]) -> str | None:
    """Return the type of work that a word in brackets tells."""
    return next((type for word in match["genre"].lower().split() if (type := GENRE_TYPES.get(word.rstrip("'s")))), None)


def genre_spans(match: re.Match[str]) -> dict[str, Span]:
    """Return the spans of a word in brackets, and of the university behind it."""
    spans = {"genre": match.span("genre")}
    if match["by"] and genre_type(match) == "thesis":
        spans["publisher"] = match.span("by")
    return spans


@dataclass(slots=True)
class Pieces:
    """What was read of an imprint; `lost` counts the characters of the chunks that nothing knew."""

    spans: dict[str, Span] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    chunks: list[Span] = field(default_factory=list)
    type: str | None = None
    lost: int = 0


@dataclass(slots=True)
class _Step:
    """One piece: where it ends and what it is."""

    end: int
    kind: str
    spans: dict[str, Span] = field(default_factory=dict)
    group: Group | None = None
    type: str | None = None


def names_at(text: str, start: int, end: int) -> NameList | None:
    """Return the longest list of names that starts here."""
    best: NameList | None = None
    for first, rest in _LISTS:
        found = people.read_list(text, start, end, first, rest)
        if found and (best is None or found.end > best.end):
            best = found
    return best and _without_publisher(text, best)


def _without_publisher(text: str, names: NameList) -> NameList | None:
    """Return the names before one that is a publisher's: `edited by John Harker, Harbour Press`."""
    for index, name in enumerate(names.names):
        if is_publisher(text[slice(*name.whole)]):
            before = names.names[:index]
            return NameList(before, before[-1].whole[1], False, names.order) if before else None
    return names


def editors_at(text: str, start: int, end: int) -> tuple[Group, int] | None:
    """Return people who are said to be editors, by a mark before or behind them, and where that ends."""
    if mark := _EDITED_BY.match(text, start, end):
        if names := names_at(text, mark.end(), end):
            return Group("editor", list(names.names), names.etal), _closed(text, mark, names.end, end)
        return None
    best: tuple[Group, int] | None = None
    for first, rest in _LISTS:
        names = people.read_list(text, start, end, first, rest)
        if names and (mark := _MARK_AFTER.match(text, names.end, end)) and (best is None or mark.end() > best[1]):
            best = Group("editor", list(names.names), names.etal), mark.end()
    return best


def _translators_at(text: str, start: int, end: int) -> tuple[Group, int] | None:
    if mark := _TRANSLATED_BY.match(text, start, end):
        if names := names_at(text, mark.end(), end):
            return Group("translator", list(names.names), names.etal), _closed(text, mark, names.end, end)
        return None
    names = names_at(text, start, end)
    if names and (mark := _TRANSLATORS_AFTER.match(text, names.end, end)):
        return Group("translator", list(names.names), names.etal), mark.end()
    return None


def people_of_the_work(text: str, start: int, end: int) -> tuple[Group, int] | None:
    """Return editors or translators who are announced by a word before their names, and where that ends."""
    for mark, read in ((_EDITED_BY, editors_at), (_TRANSLATED_BY, _translators_at)):
        if mark.match(text, start, end) and (found := read(text, start, end)):
            return found
    return None


def _closed(text: str, mark: re.Match[str], at: int, end: int) -> int:
    return at + 1 if "(" in mark[0] and at < end and text[at] == ")" else at


_YEARS = re.compile(r"(?:1[4-9]|20)\d\d ?- ?(?:(?:1[4-9]|20)\d\d|\d\d)")
#: Kinds of locator that no title holds.
_IN_NO_TITLE = ("volumeissue", "labelvol", "labelpages", "fulldate", "range")


class Scan:
    """A citation's text, looked at once: its locators, and the pieces that begin at a place, each read only once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        self.runs = runs_of(text, items_of(text, start, end))
        self.may_name_people = _ANY_ROLE.search(text, start, end) is not None
        self._spans: dict[tuple[int, int, bool], dict[str, Span]] = {}
        self._steps: dict[int, _Step] = {}
        self._starts = {item.start: (run, i) for run in self.runs for i, item in enumerate(run)}
        self._sure = [
            i.start
            for run in self.runs
            for i in run
            if (i.kind in _IN_NO_TITLE and len(run) > 1 and not _YEARS.fullmatch(text, i.start, i.end))
            or i.kind in ("fulldate", "edition")
        ]
        self._read: dict[tuple[int, int, bool], Pieces] = {}

    def runs_from(self, at: int) -> list[Run]:
        """Return the runs behind a place; of one that goes across it, what stands behind."""
        out = []
        for run in self.runs:
            if run[0].start >= at:
                out.append(run)
            elif run[-1].start >= at:
                out.append([item for item in run if item.start >= at])
        return out

    def spans_of(self, run: Run, *, dated: bool) -> dict[str, Span]:
        """Say what the items of a run are; not to be changed."""
        key = (run[0].start, len(run), dated)
        spans = self._spans.get(key)
        if spans is None:
            spans = self._spans[key] = spans_of_run(self.text, run, dated=dated)
        return spans

    def people_at(self, at: int, end: int) -> tuple[Group, int] | None:
        """Return editors or translators who are named here and said to be that, and where that ends."""
        if not self.may_name_people:
            return None
        text = self.text
        found = people_of_the_work(text, at, end)
        if found is None and text[at].isalpha():
            found = editors_at(text, at, end) or _translators_at(text, at, end)
        return found

    def date_at(self, at: int) -> tuple[dict[str, Span], int] | None:
        """Return a bare date that begins here with words behind it, as between a title and a journal, and its end."""
        located = self._starts.get(at)
        if not located or len(located[0]) > located[1] + 1:
            return None
        item = located[0][located[1]]
        if self.text[max(0, at - 2) : at].strip()[-1:] in ".:;":
            return None
        if item.kind not in ("year", "fulldate") or not self.text[item.end : item.end + 2].strip()[:1].isalpha():
            return None
        return spans_of_run(self.text, [item], dated=False), item.end

    def count_of_locators(self, start: int, end: int) -> int:
        """Return how many pieces of locators, which no title holds, stand in a stretch of text."""
        return sum(start < place < end for place in self._sure)

    def pieces(self, start: int, end: int, *, dated: bool) -> Pieces:
        """Read all of a stretch of text piece by piece."""
        key = (start, end, dated)
        if (known := self._read.get(key)) is not None:
            return known
        pieces = self._read[key] = Pieces()
        text, at = self.text, start
        while True:
            if junk := _JUNK.match(text, at, end):
                at = next((i for i in range(at, junk.end()) if i in self._starts), junk.end())
            if at >= end:
                break
            step = self._step(at, dated)
            at = min(step.end, end)
            if step.kind == "chunk":
                pieces.chunks.append((step.spans["chunk"][0], at))
                continue
            if step.kind == "imprint" and "publisher" in pieces.spans:
                pieces.chunks.append((min(span[0] for span in step.spans.values()), at))
                continue
            if step.kind == "pages":  # told by a label, and surer than what came before
                pieces.spans.pop("lpage", None)
                pieces.spans.update(step.spans)
            for name, span in step.spans.items():
                pieces.spans.setdefault(name, span)
            if step.group is not None:
                pieces.groups.append(step.group)
            pieces.type = step.type or pieces.type
        _settle(text, pieces, dated)
        return pieces

    def _step(self, at: int, dated: bool) -> _Step:
        step = self._steps.get(at)
        if step is None:
            step = self._steps[at] = self._read_step(at, dated)
        return step

    def _read_step(self, at: int, dated: bool) -> _Step:
        text, end = self.text, self.end
        if located := self._starts.get(at):
            run = located[0][located[1] :]
            kind = "pages" if any(item.kind == "labelpages" for item in run) else "run"
            return _Step(run[-1].end, kind, self.spans_of(run, dated=dated))
        letter = text[at]
        if letter.isalpha():
            if found := self.people_at(at, end):
                return _Step(found[1], "people", group=found[0])
        if text[at - 1 : at] == "[" and (match := GENRE.match(text, at - 1, end)):
            return _Step(match.end(), "genre", genre_spans(match), type=genre_type(match))
        if match := VERSION.match(text, at, end):
            return _Step(match.end(), "version", {"version": match.span("version")})
        if step := _genre(text, at, end):
            return step
        if letter.isupper() or letter == "[":
            if match := _IMPRINT.match(text, at, end):
                return self._imprint(match)
        stop = self._chunk_end(at, end)
        return _Step(stop, "chunk", {"chunk": (at, stop)})

    def _imprint(self, match: re.Match[str]) -> _Step:
        text = self.text
        which = "" if match["place"] else "2"
        place, start = match.span("place" + which), match.start("publisher" + which)
        stop = self._chunk_end(start, match.end())
        first, second = match["place" + which], text[start:stop]
        if is_publisher(first) > is_publisher(second) or is_place(second) > is_place(first):  # ACS prints them turned
            return _Step(max(stop, start + 1), "imprint", {"publisher": place, "place": _trim(text, start, stop)})
        while company := _COMPANY_TAIL.match(text, stop, match.end()):  # W. W. Norton & Company, Inc.
            stop = company.end()
        return _Step(max(stop, start + 1), "imprint", {"place": place, "publisher": _trim(text, start, stop)})

    def _chunk_end(self, at: int, end: int) -> int:
        """Return where the chunk that starts here ends: at a mark, or where a locator begins."""
        text, first = self.text, at
        while True:
            match = _CUT.search(text, at, end)
            if not match:
                stop = end
                break
            if match[0] == ", " and (region := _REGION.match(text, match.end(), end)):
                stop = region.end()  # Washington, D. C.
                break
            if match[0] == ". " and _ENDS_A_COMPANY.search(text[first : match.start()]):
                at = match.end()
                continue
            stop = match.start()
            break
        for run in self.runs:
            start = run[0].start
            if first < start < stop and text[start - 1] in " (" and run[0].kind not in ("number", "edition"):
                stop = start
                break
        return max(stop, first + 1)


def _genre(text: str, at: int, end: int) -> _Step | None:
    for kind, pattern in _GENRES:
        if match := pattern.match(text, at, end):
            spans = {"genre": (match.start() + (match[0][0] == "("), match.end())}
            if kind != "thesis" and match["number"]:
                spans["number"] = match.span("number")
            return _Step(match.end(), "genre", spans, type=kind)
    return None


_REGION = re.compile(
    rf"(?:D\. ?C\.|{'|'.join(sorted(REGIONS, key=len, reverse=True))}|the Netherlands|The Netherlands|Republic of Korea|"
    r"South Korea|United Kingdom|United States|New Zealand|South Africa|N\. ?[YJ]\.)(?: \d{5})?"
    rf"(?: and {_PLACE_NAME})?(?![{LETTER}])"
)
_COMPANY_TAIL = re.compile(r", (?:Inc|Ltd|LLC|S\.A|GmbH|Co|Incorporated)\.?(?=[,.;)\s]|$)")


def _trim(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " ,;:\0":
        end -= 1
    if text[end - 1 : end] == "." and not _ENDS_A_COMPANY.search(text[start : end - 1]):
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return start, end


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether a chunk reads like the name of a place."""
    word = text.strip(" .,()[]")
    if word.lower() in PLACES or text.strip().lower() in PLACES or word in REGIONS:
        return True
    head, _, region = word.rpartition(", ")
    region = region.removeprefix("the ").removeprefix("The ")
    if head and not is_publisher(head) and region.strip(". ") in REGIONS | {"D. C", "D.C"}:
        return True
    parts = re.split(r" and | & | e |/|, |; | : ", word)
    return len(parts) > 1 and all(part.strip().lower() in PLACES or part.strip() in REGIONS for part in parts)


@lru_cache(maxsize=4096)
def is_publisher(text: str) -> bool:
    """Whether a chunk holds a word that publishers' names are made of."""
    return any(word.strip("(),.").lower() in PUBLISHER_WORDS for word in re.split(r"[\s/&\-]+", text))


def _settle(text: str, pieces: Pieces, dated: bool) -> None:
    """Make publishers and places of the chunks that look like them."""
    chunks = _joined(text, pieces.chunks)
    left: list[Span] = []
    for span in chunks:
        span = _trim(text, *span)
        if span[0] >= span[1]:
            continue
        words = text[slice(*span)]
        if "place" not in pieces.spans and is_place(words) and not is_publisher(words):
            pieces.spans["place"] = span
        elif "publisher" not in pieces.spans and is_publisher(words) and words[0].isupper():
            pieces.spans["publisher"] = span
        else:
            left.append(span)
    known = dated or bool({"place", "edition", "year"} & pieces.spans.keys())
    if len(left) == 1 and "publisher" not in pieces.spans and known:
        words = text[slice(*left[0])]
        acronym = words.isupper() and text[left[0][0] - 1] == "("
        if words[0].isupper() and not acronym and len(words) < 60 and len(words.split()) <= 6 and not words.isdigit():
            pieces.spans["publisher"] = left.pop()
    pieces.chunks = left
    pieces.lost = sum(end - start for start, end in left)


_IS_PART = re.compile(
    r"(?:[^\W\d_]+ )?(?:dep(?:t\.?|artment|artamento|\.)|faculdade|facultad|faculty|faculté|school|college|instituto|institute|institut|fakultät|"
    r"programa|centro|graduate|universidade|universidad|laboratory|laborat[oó]rio|division|escola|escuela|кафедра)(?![^\W\d_])",
    re.IGNORECASE,
)


def _joined(text: str, chunks: list[Span]) -> list[Span]:
    """Join a city to the state that follows it, and a university to its department."""
    out: list[Span] = []
    for span in chunks:
        words = text[slice(*span)].strip(" .")
        if (
            out
            and text[out[-1][1] : span[0]].strip() in (",", "(")
            and (
                words in REGIONS
                or words in ("D. C", "D.C", "Inc", "Ltd", "LLC", "Incorporated")
                or (re.match(r"[A-Z]{2} \d{5}$", words) is not None)
            )
        ):
            out[-1] = (out[-1][0], span[1])
        elif out and text[out[-1][1] : span[0]] == ", " and _IS_PART.match(text, out[-1][0]) and is_publisher(words):
            out[-1] = (out[-1][0], span[1])  # a department and its university
        else:
            out.append(span)
    return out
