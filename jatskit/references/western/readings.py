"""Citations in the styles of the West: Vancouver, APA, Chicago, Harvard, MLA, IEEE, ACS, Nature, ABNT, ISO 690, GOST…

The styles are not told apart first. A citation is read in each way that its head, the end of its title and what
follows allow, and each reading is scored by how well it explains the whole; the best one is kept. `Parts.score` is
that score, and what the reading leaves unexplained lowers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jatskit.references.letters import CAPITAL, LETTER, SMALL
from jatskit.references.parts import Group, Parts, Span
from jatskit.references.western.heads import Head, heads_of
from jatskit.references.western.imprints import (
    GENRE,
    VERSION,
    Pieces,
    Scan,
    genre_spans,
    genre_type,
    is_place,
    is_publisher,
    names_at,
)
from jatskit.references.western.locators import Run, pages_of
from jatskit.references.western.vocabulary import ABBREVIATIONS, JOURNAL_WORDS, MEETING_WORDS, TITLE_WORDS

_QUOTES = {"\u201c": "\u201d\u201c\u201f", '"': '"', "\u2018": "'", "'": "'", "\u201e": "\u201c\u201d"}
_OPEN_QUOTE = re.compile("[\u201c\"\u2018\u201e']+ ?")
_IN = re.compile(r"(?:(?:in|dans|en|em|im|в кн\.|в сб\.|no)\b ?:? |in: ?|// ?|aufsatz in )", re.IGNORECASE)
_PAGES_IN = re.compile(r"(?:pp?\. ?|pages )(?P<pages>[\dA-Za-z\-]+) (?:of|in) ", re.IGNORECASE)
_SPACE_OR_MARK = re.compile(r"[\s.,;:\0]*")
#: What begins with a small letter behind a title and its dot.
_SMALL_BEGINNINGS = r"(?:in[ :]|arxiv|v\. ?\d|vol\.|ed\.|eds\.|edited|trad\.|trans|tradução|traduit|hrsg|с\.|т\.|вып\.|под ред|№|pp?\.|n\. ?\d|no\.|дис\.)"
#: Where a title may end: after a sentence, before a mark of what comes next.
_TITLE_END = re.compile(
    rf"(?P<sentence>[.?!]['\u201d\"]?\)?\.?)(?= |\0|$)(?! ?(?!{_SMALL_BEGINNINGS})[{SMALL}(])|(?P<hole>[\s.,]*\0)|(?P<tight>(?<=[{SMALL})\d])\.)(?=[{CAPITAL}][{SMALL}])"
    rf"|(?P<ed>,? )(?=(?:\d{{1,2}}(?:st|nd|rd|th|\.|ª)?|[Rr]ev(?:ised|\.)?|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth) (?:ed[.n ]|edition|edição|Aufl|éd\.))"
    rf"|(?P<comma>,) ?(?=[{CAPITAL}0-9\u201c\"\u2018(]|[Ii]n[: ]|[a-z]* ?\d)|(?P<semicolon>;) (?=[{CAPITAL}])"
    rf"|(?P<version> )(?=\((?:[Vv]ersion|[Vv]\.?) ?\d)|(?P<paren> )\((?=[^()]{{2,80}}\))|(?P<bracket> ?)\[|(?P<in> )(?:[Ii]n: |In |//)|(?P<host> ?)//|(?P<slash> )/ (?=[{CAPITAL}])|(?P<thesis>: )(?=дис\.|автореф)"
    rf"|(?P<date> )(?=(?:1[89]|20)\d\d [{CAPITAL}])"
)
_YEAR_LAST = re.compile(r"(?:^|[,;] ?)(?:1[5-9]|20)\d\d ?$")
#: Nothing but words cut short, and the small words between them: the beginning of a journal's name.
_ABBREVIATED = re.compile(rf" ?(?:[{CAPITAL}&][{LETTER}]{{0,8}}(?![{LETTER}]) ?\.?,? ?|(?:of|the|de|i|and|für|in) )*")
_YEAR_INSIDE = re.compile(r"[,;] (?:1[5-9]|20)\d\d(?: ?\(|[.;,] )")
_ROLE_INSIDE = re.compile(
    r"[.,(] ?(?:edited by|eds?\.|eds? |trans(?:\.|lated)|tradução|trad\.|\(trans\.\))", re.IGNORECASE
)
_CLOSED = re.compile(r"\[[^\[\]]{2,80}\] ?[.\0]")
_LAST_WORD = re.compile(rf"[{LETTER}.']+$")
_WORD = re.compile(rf"[{LETTER}][{LETTER}'\-]*")

#: What an item tells of the run that it stands in: whether the run is a journal's locator.
_WEIGHTS = {
    "volumeissue": 3.0, "labelvol": 2.5, "labelissue": 2.0, "labelpages": 2.0, "labelarticle": 2.0, "range": 2.0,
    "number": 1.0, "yearparen": 1.0, "year": 0.6, "fulldate": 0.8, "yeardate": 0.8, "isodate": 0.8, "seasondate": 0.6, "supplement": 0.5,
    "month": 0.4,
}  # fmt: skip


@dataclass(slots=True)
class _Reading:
    """One way to read a citation, in the making."""

    score: float
    type: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    lost: int = 0


def read(text: str, start: int, end: int, parts: Parts) -> Parts:
    """Return the parts of the citation from `start` to `end` of a folded text with holes for its anchors.

    `parts` has what the anchors gave.
    """
    end = _end_of(text, start, end)
    scan = Scan(text, start, end)
    best: _Reading | None = None
    for head in heads_of(text, start, end):
        at = _skip(text, head.after, end)
        quoted = _quoted(text, at, end)
        ends = [(2.5, quoted[0], quoted[1])] if quoted else sorted(_title_ends(text, at, end, head), reverse=True)
        for worth, title, after in ends:
            if best is not None and head.score + worth + _BEST_TITLE + _BEST_REST < best.score:
                break  # whatever follows, it cannot be better
            if quoted is None:
                worth += _title_quality(scan, *title) if title[1] > title[0] else -0.6
            if best is not None and head.score + worth + _BEST_REST < best.score:
                continue
            for reading in _rests(scan, after, end, head, parts, quoted=quoted is not None):
                if title[1] > title[0]:
                    reading.spans["title"] = title
                elif reading.type != "journal":
                    continue
                reading.score += head.score + worth - reading.lost * 0.03
                if best is None or reading.score > best.score:
                    best = reading
    if best is None:
        return parts
    return replace(
        parts,
        type=best.type,
        spans={**{name: span for name, span in best.spans.items() if span[0] < span[1]}, **parts.spans},
        groups=best.groups,
        style="western",
        score=best.score,
    )


#: The most that a title, and what follows it, can add to the score of a reading.
_BEST_TITLE = 0.8
_BEST_REST = 4.6


def _end_of(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \0":
        end -= 1
    return end


# -- titles -------------------------------------------------------------------------------------------------


def _skip(text: str, at: int, end: int) -> int:
    match = _SPACE_OR_MARK.match(text, at, end)
    return match.end() if match else at


def _quoted(text: str, at: int, end: int) -> tuple[Span, int] | None:
    """Return a title in quotation marks, and where what follows it begins."""
    opened = _OPEN_QUOTE.match(text, at, end)
    if not opened:
        return None
    closers = _QUOTES[opened[0][0]]
    start, stop = opened.end(), opened.end()
    while True:
        stop = min((i for c in closers if (i := text.find(c, stop, end)) > 0), default=-1)
        if stop < 0:
            return None
        after = text[stop + 1 : stop + 2]
        if closers[0] == "'" and after.isalpha():
            stop += 1  # an apostrophe
            continue
        break
    if stop - start < 8:
        return None
    behind = stop
    while behind < end and text[behind] in closers + " .,;\u201d'":
        behind += 1
    if (
        text[stop + 1 : behind].strip(" " + closers) == ""
        and text[stop - 1] not in ".,?!"
        and behind < end
        and text[behind] not in "(\0["
    ):
        if not _IN.match(text, behind, end) and text[behind].islower():
            return None  # quoted words at the head of a longer title
        if text[behind] in ":&/":
            return None
    while stop > start and text[stop - 1] in " ,;.":
        stop -= 1
    return (start, stop), behind


def _title_ends(text: str, at: int, end: int, head: Head) -> Iterator[tuple[float, Span, int]]:
    """Yield what speaks for a title, its span, and where what follows it begins."""
    comma_style = head.ended in ",:"
    if comma_style or head.ended in ".(d":
        yield -0.3 if head.ended in ",:d" else -0.8, (at, at), at
    found = 0
    sentences = 0.0
    for match in _TITLE_END.finditer(text, at + 1, end):
        kind = match.lastgroup or ""
        stop, after = match.start(), match.end()
        if kind in ("comma", "semicolon"):
            if stop - at < 8 or text.count("(", at, stop) > text.count(")", at, stop):
                continue
            worth = -0.5 if comma_style else -1.8
            if _IN.match(text, after, end):
                worth = 0.3 if text[after + 2] == ":" else -0.8
            if kind == "semicolon":
                worth = -1.0
        elif kind in ("sentence", "tight"):
            strength = _strength(text, stop)
            if strength < 0:
                continue
            worth = strength - sentences * 0.8
            if comma_style and strength < 0.5:
                worth -= 0.6
            sentences += strength * 0.9
            if text[stop] in "?!":
                stop += 1
                worth -= 0.1
        elif kind in ("in", "host"):
            worth, after = (0.2 if kind == "host" else 0.0), match.start(kind)
        elif kind == "paren":
            worth, after = -0.6, stop
            closing = text.find(")", stop, end)
            inside = text[stop + 2 : closing]
            if closing > 0 and (
                not text[closing + 1 : end].strip(" .,\0") or text[closing + 1 : closing + 3] in (", ", ". ")
            ):
                worth = 0.9 if is_publisher(inside) or _YEAR_LAST.search(inside) else -0.3
        elif kind == "bracket":
            worth, after = -0.3, stop
            if GENRE.match(text, text.find("[", stop), end):
                worth = 1.4
            elif _CLOSED.match(text, text.find("[", stop), end):
                worth = 0.9
        elif kind == "hole":
            worth, after = 0.7, stop
        elif kind in ("ed", "version", "slash", "thesis"):
            worth, after = 0.8, match.end()
        else:
            worth, after = -0.2, match.end()
        found += 1
        if stop > at:
            yield worth, (at, stop), _skip(text, after, end)
        if found > 24 or kind == "hole":
            return
    stop = end
    while stop > at and text[stop - 1] in " .,;\0":
        stop -= 1
    yield 0.2, (at, stop), end


def _strength(text: str, dot: int) -> float:
    """Say how surely a mark ends a sentence: 1 surely, less where an abbreviation may end, below 0 not at all."""
    if text[dot] != ".":
        return 0.8
    match = _LAST_WORD.search(text, max(0, dot - 24), dot)
    if not match:
        return 0.9
    word = match[0].lstrip("'")
    lower = word.lower().rstrip(".")
    if lower in ("v", "vs", "cf", "pp", "vol", "no", "e.g", "i.e"):
        return -1
    if len(word) == 1:
        return 0.1 if word.isupper() else 0.5
    if "." in word:
        return 0.15
    if lower in ABBREVIATIONS:
        return 0.25 if word[0].isupper() else 0.6 if len(word) > 4 else 0.2
    if word[0].isupper() and len(word) <= 9:
        return 0.8 if lower in JOURNAL_WORDS else 0.65
    return 1.0


def _title_quality(scan: Scan, start: int, stop: int) -> float:
    """Say how well a stretch of text would do as a title: up to `_BEST_TITLE`, and down without limit."""
    text = scan.text
    words = _WORD.findall(text, start, stop)
    count = len(words)
    score = 0.0
    if count == 0:
        return -2.0
    if count == 1:
        score -= 0.5
    elif count >= 4:
        score += 0.5
    if count > 35:
        score -= (count - 35) * 0.1
    first = text[start]
    if first.islower():
        score -= 0.8
    tail = words if count <= 5 else _WORD.findall(text, max(text.rfind(",", start, stop), start), stop)
    first_of_tail = start if count <= 5 else max(text.rfind(",", start, stop) + 1, start)
    if len(tail) <= 8 and text[stop : stop + 1] in ". " and _ABBREVIATED.fullmatch(text, first_of_tail, stop):
        cut = text.count(".", first_of_tail, stop) + any(_is_journal_word(word) for word in tail)
        score -= 1.5 if cut else 0.0
    elif len(tail) <= 4 and all(_is_journal_word(word) for word in tail):
        score -= 1.5 if count <= 4 else 1.0
    if _YEAR_INSIDE.search(text, start, stop):
        score -= 0.8
    if _ROLE_INSIDE.search(text, start, stop):
        score -= 1.0
    if any(word in TITLE_WORDS for word in words):
        score += 0.3
    score -= 0.9 * scan.count_of_locators(start, stop)
    if "(V" in text[start:stop] and VERSION.search(text, start, stop):
        score -= 1.2
    opened = text.count("(", start, stop) - text.count(")", start, stop)
    if opened:
        score -= 1.0
    if words[0].lower() in ("in", "pp", "p") and words[0] != "in":
        score -= 0.3
    if text[start : start + 4] in ("In: ", "in: "):
        score -= 2.0
    return score


def _is_journal_word(word: str) -> bool:
    lower = word.lower().rstrip("'")
    return (lower in JOURNAL_WORDS or len(word) == 1) and word[0].isupper()


# -- what follows the title ---------------------------------------------------------------------------------


def _rests(scan: Scan, at: int, end: int, head: Head, parts: Parts, *, quoted: bool) -> Iterator[_Reading]:
    """Yield the ways to read what follows a title."""
    text = scan.text
    date = dict(head.date)
    at = _skip(text, at, end)
    type = None
    if version := VERSION.match(text, at, end):
        date["version"] = version.span("version")
        at = _skip(text, version.end(), end)
    if text[at - 2 : at] == "/ " and (names := names_at(text, at, end)):  # GOST names all authors behind the title
        at = _skip(text, names.end, end)
        if not head.groups or len(names.names) >= len(head.groups[0].names):
            head = replace(head, groups=[Group("author", list(names.names), names.etal)])
    if text[at : at + 1] == "[" and (genre := GENRE.match(text, at, end)):
        date.update(genre_spans(genre))
        type = genre_type(genre)
        at = _skip(text, genre.end(), end)
    if dated := scan.date_at(at):
        date.update({k: v for k, v in dated[0].items() if k not in date})
        at = _skip(text, dated[1], end)
    for reading in _of_a_kind(scan, at, end, head, date, parts, quoted=quoted):
        reading.type = type or reading.type
        yield reading


def _of_a_kind(
    scan: Scan, at: int, end: int, head: Head, date: dict[str, Span], parts: Parts, *, quoted: bool
) -> Iterator[_Reading]:
    text = scan.text
    dated = "year" in date
    if at >= end:
        type = "webpage" if parts.links and not parts.ids else None
        yield _Reading(0.4 if dated or parts.links else -0.3, type, date, list(head.groups))
        return
    if pages := _PAGES_IN.match(text, at, end):
        date.update(pages_of(text, *pages.span("pages")))
        yield from _hosted(scan, pages.end(), end, head, date, parts)
        return
    if mark := _IN.match(text, at, end):
        if text[at].isupper() or mark[0].rstrip()[-1:] in ":/" or quoted or text[at - 1 : at] in " .,":
            at = mark.end()
            yield from _hosted(scan, at, end, head, date, parts)
            if reading := _journal(scan, at, end, head, date, parts, quoted=quoted):
                yield reading
            return
    found = scan.people_at(at, end)
    if found and found[0].role == "editor" and not quoted and text[at].isupper():
        yield from _hosted(scan, at, end, head, date, parts)
    elif quoted and scan.may_name_people:
        for reading in _hosted(scan, at, end, head, date, parts):
            reading.score -= 0.6
            yield reading
    if found and found[1] < end:
        head = replace(head, groups=[*head.groups, found[0]])
        at = _skip(text, found[1], end)
    if reading := _journal(scan, at, end, head, date, parts, quoted=quoted):
        yield reading
    if reading := _book(scan, at, end, head, date, parts, quoted=quoted):
        yield reading
    if reading := _periodical(scan, at, end, head, date, parts, quoted=quoted):
        yield reading


def _weight(run: Run) -> float:
    total = 0.0
    for item in run:
        total += _WEIGHTS.get(item.kind, 0.0)
    return total


def _journal(
    scan: Scan, at: int, end: int, head: Head, date: dict[str, Span], parts: Parts, *, quoted: bool
) -> _Reading | None:
    """Read a journal and the article's place in it."""
    text = scan.text
    runs = scan.runs_from(at)
    candidates = [run for run in runs if run[0].start > at and _weight(run) >= 1.0]
    if not candidates:
        return None
    run = max(candidates, key=lambda r: (_weight(r), r[0].start))
    position = runs.index(run)
    first = position
    while first > 0 and run[0].start - runs[first - 1][-1].end <= 45 and runs[first - 1][0].start > at:
        between = text[runs[first - 1][-1].end : runs[first][0].start]
        if any(i.kind in ("labelvol", "labelissue", "volumeissue") for i in runs[first - 1]) or between.strip(
            " ,.;:()"
        ) in ("", "Supplement"):
            first -= 1
        else:
            break
    start = runs[first][0].start
    spans: dict[str, Span] = {}
    for each in runs[first : position + 1]:
        for name, span in scan.spans_of(each, dated="year" in date).items():
            spans.setdefault(name, span)
    if not ("volume" in spans or "issue" in spans or "fpage" in spans or "elocation" in spans):
        return None
    container = _container(text, at, start)
    if container is None:
        return None
    if "day" in date and not {"fpage", "issue", "elocation"} & spans.keys():
        spans["fpage"] = spans.pop("volume")  # a newspaper has no volumes
    volume = spans.get("volume")
    letter = _series_letter(text, container, volume) if volume else None
    if letter is not None and volume is not None:
        container, spans["volume"] = (container[0], letter), (letter, volume[1])
    quality = _container_quality(text, *container)
    score = quality + 0.8
    score += 0.9 * ("volume" in spans) + 0.5 * ("issue" in spans) + 0.8 * ("fpage" in spans or "elocation" in spans)
    if "volume" not in spans and "issue" not in spans:
        score -= 0.5
    year = "year" in date or "year" in spans
    score += 0.4 if year else -0.6
    publisher: dict[str, Span] = {}
    gap = text[runs[first][-1].end : run[0].start] if first < position else ""
    if len(gap.strip(" ,.;:()")) > 3:
        middle = scan.pieces(runs[first][-1].end, run[0].start, dated=True)
        publisher = {k: v for k, v in middle.spans.items() if k in ("publisher", "place")}
    rest = scan.pieces(run[-1].end, end, dated=True) if run[-1].end < end else Pieces()
    if place := _place_within(text, *container):
        container, publisher["place"] = (container[0], place[0]), place[1]
    spans = {**rest.spans, **publisher, **spans, **date, "container": container}
    if "year" not in spans and "year" in rest.spans:
        spans["year"] = rest.spans["year"]
    words = {word.lower() for word in _WORD.findall(text, *container)}
    type = (
        "confproc"
        if not words.isdisjoint(MEETING_WORDS - JOURNAL_WORDS) or {"proceedings", "conference"} & words
        else "journal"
    )
    if type == "confproc" and "volume" in spans and "issue" in spans:
        type = "journal"
    elif type == "journal" and "day" in spans and "volume" not in spans:
        type = "newspaper"
    if rest.spans.get("publisher") and "volume" not in spans:
        score -= 0.5
    return _Reading(score, type, spans, [*head.groups, *rest.groups], rest.lost)


_TRAILING_PLACE = re.compile(
    rf"(?: \[|, )(?P<place>[{CAPITAL}][{LETTER} .\-]{{2,30}}(?:, [{CAPITAL}][{LETTER} .]{{1,20}})?)\]?$"
)


def _place_within(text: str, start: int, end: int) -> tuple[int, Span] | None:
    """Return where a journal's name ends and the place of its publication is, if one follows the name."""
    match = _TRAILING_PLACE.search(text[start:end])
    if match and match.start() > 3 and (is_place(match["place"]) or _is_city_in_abnt(text, start, match, end)):
        return start + match.start(), (start + match.start("place"), start + match.end("place"))
    return None


def _is_city_in_abnt(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """ABNT NBR 6023 prints the city between the name of a journal and `v.`, and no other comma before it."""
    words = match["place"].split()
    labelled = text[end : end + 4].lstrip(" ,.")[:2] == "v."
    return (
        labelled
        and len(words) <= 2
        and all(w[0].isupper() for w in words)
        and "," not in text[start : start + match.start()]
    )


def _series_letter(text: str, container: Span, volume: Span) -> int | None:
    """Return where the number begins in D95, B64: the letter belongs to the journal (Phys. Rev. D)."""
    if text[volume[0]].isalpha() and volume[1] - volume[0] > 1 and text[volume[0] + 1].isdigit():
        gap = text[container[1] : volume[0]].strip()
        if gap in ("", ".") and text[volume[0]] in "ABCDE":
            return volume[0] + 1
    return None


def _container(text: str, start: int, end: int) -> Span | None:
    """Return the span of a host's name between a title and a locator, without the marks around it."""
    while end > start and (text[end - 1] in " ,;:(\0[-" or (text[end - 1] == "." and text[end - 2 : end - 1] in " \0")):
        end -= 1
    if text[end - 1 : end] == ".":
        end -= 1
    while start < end and text[start] in " .,;:":
        start += 1
    return (start, end) if end - start > 1 else None


def count_digits(text: str, start: int, end: int) -> int:
    """Return how many digits a stretch of text begins with."""
    at = start
    while at < end and text[at].isdigit():
        at += 1
    return at - start


def _container_quality(text: str, start: int, end: int) -> float:
    """Say how well a stretch of text would do as the name of a periodical or of proceedings."""
    words = _WORD.findall(text, start, end)
    if not words:
        return -3.0
    count = len(words)
    lower = [word.lower() for word in words]
    score = 0.0
    known = sum(word in JOURNAL_WORDS or word in MEETING_WORDS for word in lower)
    score += min(known, 3) * 0.4 if known else -0.1
    if lower[0] in JOURNAL_WORDS or lower[0] in MEETING_WORDS:
        score += 0.3
    if text[start].isdigit() and count_digits(text, start, end) > 3:
        score -= 1.0
    if text[start].islower() and text[start : start + 3] not in ("npj", "eLi", "bio", "mBi", "pla"):
        score -= 2.0
    small = sum(word in TITLE_WORDS for word in lower)
    score -= small * 0.35
    capitals = sum(word[0].isupper() for word in words)
    content = [w for w in words if len(w) > 3 or w[0].isupper()]
    score += 0.5 if capitals >= len(content) * 0.7 else -0.3
    if count > 9 and not known:
        score -= (count - 9) * 0.3
    if count > 14:
        score -= (count - 14) * 0.2
    for match in re.finditer(r"[.?!:] ", text[start:end]):
        strength = _strength(text, start + match.start()) if match[0][0] != ":" else 0.55
        score -= max(0.0, strength - 0.25) * 1.4
    if text.count("(", start, end) != text.count(")", start, end):
        score -= 0.6
    score -= text.count(",", start, end) * 0.25
    if "\0" in text[start:end]:
        score -= 1.5
    if _ROLE_INSIDE.search(text, start, end):
        score -= 1.5
    head, colon, _ = text[start:end].partition(": ")
    if colon and is_place(head):
        score -= 2.0  # Beijing: Science Press
    return score


def _hosted(scan: Scan, at: int, end: int, head: Head, date: dict[str, Span], parts: Parts) -> Iterator[_Reading]:
    """Read a host that is announced by a word for `in`: its editors, its name, and its imprint."""
    text = scan.text
    groups = list(head.groups)
    at = _skip(text, at, end)
    found = scan.people_at(at, end)
    if found is None and text[at - 2 : at] in (": ", "//"):  # In: BAKHTIN, M. Os gêneros do discurso
        names = names_at(text, at, end)
        if names and text[names.end : names.end + 1] in ". " and names.order.endswith("initials"):
            found = Group("editor", list(names.names), names.etal), names.end
    if found and found[0].role == "editor":
        groups.append(found[0])
        at = _skip(text, found[1], end)
    ends = list(_host_ends(scan, at, end))
    best: _Reading | None = None
    for stop, after, strength in ends:
        container = _container(text, at, stop)
        if container is None:
            continue
        pieces = scan.pieces(after, end, dated="year" in date) if after < end else Pieces()
        words = {word.lower() for word in _WORD.findall(text, *container)}
        meeting = not words.isdisjoint(MEETING_WORDS)
        journal = "volume" in pieces.spans and "publisher" not in pieces.spans and not meeting and not pieces.groups
        journal = journal and ("fpage" in pieces.spans or "issue" in pieces.spans) and len(groups) <= 1
        score = (
            2.2
            + 0.3 * ("publisher" in pieces.spans)
            + 0.3 * ("place" in pieces.spans)
            + 0.4 * ("fpage" in pieces.spans)
        )
        score += 0.3 * bool(pieces.groups) + 0.3 * ("year" in pieces.spans or "year" in date)
        inner = text[slice(*container)]
        score -= (
            sum(max(0.0, _strength(text, container[0] + m.start()) - 0.25) for m in re.finditer(r"\. ", inner)) * 1.2
        )
        score -= 0.5 * (inner.count("(") != inner.count(")")) + (1.0 - strength) * 0.8
        score -= 0.9 * scan.count_of_locators(*container) + 1.0 * (_ROLE_INSIDE.search(inner) is not None)
        if is_place(inner.strip()) or (
            is_publisher(inner) and "publisher" not in pieces.spans and "place" not in pieces.spans and len(words) < 4
        ):
            continue
        spans = {**pieces.spans, **date, "container": container}
        if (page := spans.get("volume")) and "fpage" not in spans and text[page[0] - 2 : page[0]] in (", ", ") "):
            spans["fpage"] = spans.pop("volume")
        type = "journal" if journal else "confproc" if meeting else "chapter"
        if pieces.type in ("thesis", "report"):
            score -= 0.5
        reading = _Reading(score - len(inner) * 0.004, type, spans, [*groups, *pieces.groups], pieces.lost)
        if best is None or reading.score - reading.lost * 0.03 > best.score - best.lost * 0.03:
            best = reading
    if best is not None:
        yield best
    pieces = scan.pieces(at, end, dated="year" in date)
    if pieces.spans and pieces.lost == 0:  # "In: New York, 1985": the host is not named
        yield _Reading(1.4, "confproc", {**pieces.spans, **date}, [*groups, *pieces.groups], pieces.lost)


_HOST_END = re.compile(
    r"(?P<sentence>[.?!])(?= |\0|$)|(?P<comma>, )|(?P<paren> \()|(?P<semicolon>; )|(?P<dash> - )|(?P<hole>\0)|(?P<bracket> ?\[)"
)


def _host_ends(scan: Scan, at: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Yield where a host's name may end, where what follows begins, and how surely it ends there."""
    text = scan.text
    runs = scan.runs_from(at)
    starts = [run[0].start for run in runs if run[0].start > at and (_weight(run) >= 1.5 or run[0].kind == "edition")]
    count = 0
    for match in _HOST_END.finditer(text, at, end):
        strength = _strength(text, match.start()) if match["sentence"] == "." else 0.9
        if strength < 0.2:
            continue
        if match.start() - at < 4:
            continue
        count += 1
        stop = match.end() if match["sentence"] in ("?", "!") else match.start()
        yield stop, match.start() if match["paren"] or match["bracket"] else match.end(), strength
        if count > 12:
            break
    for start in starts[:4]:
        yield start, start, 0.9
    yield end, end, 1.0


def _book(
    scan: Scan, at: int, end: int, head: Head, date: dict[str, Span], parts: Parts, *, quoted: bool
) -> _Reading | None:
    """Read a publisher, a university or a server: the work stands for itself."""
    text = scan.text
    pieces = scan.pieces(at, end, dated="year" in date)
    spans = {**pieces.spans, **date}
    if not ({"publisher", "place", "edition", "genre", "number"} & spans.keys()):
        if pieces.chunks or not pieces.spans:
            return None
        type = "webpage" if parts.links else None
        score = 0.3 + 0.7 * ("year" in pieces.spans) + 0.2 * ("fpage" in spans)
        return _Reading(score, type, spans, [*head.groups, *pieces.groups])
    score = 0.6 + 0.8 * ("publisher" in spans) + 0.5 * ("place" in spans) + 0.5 * ("edition" in spans)
    score += 0.4 * ("year" in spans)
    score += 1.2 * (pieces.type in ("thesis", "report", "patent")) + 0.5 * bool(pieces.groups)
    if "publisher" in spans and "place" in spans and not is_publisher(text[slice(*spans["publisher"])]):
        place = text[slice(*spans["place"])]
        if not is_place(place):
            score -= 1.1
    if "publisher" in pieces.spans and not ({"place", "edition", "genre"} & spans.keys()):
        publisher = pieces.spans["publisher"]
        name = text[slice(*publisher)]
        if not (is_publisher(name) or name.isupper()) and text[publisher[1] : publisher[1] + 1] != ";":
            score -= 0.9
    type = pieces.type
    if type is None:
        type = "book"
        if parts.links and "place" not in spans and "edition" not in spans and "isbn" not in parts.spans:
            type = "webpage"
    if quoted and type == "book":
        score -= 0.3
    return _Reading(score, type, spans, [*head.groups, *pieces.groups], pieces.lost)


_NEWSPAPER = re.compile(
    r"\b(?:times|post|news|herald|tribune|gazette|guardian|monde|país|folha|globo|journal|daily|zeitung)\b", re.I
)


def _periodical(
    scan: Scan, at: int, end: int, head: Head, date: dict[str, Span], parts: Parts, *, quoted: bool
) -> _Reading | None:
    """Read a newspaper, a magazine or a site that is named, perhaps with a date, and nothing more."""
    text = scan.text
    runs = scan.runs_from(at)
    start = next((run[0].start for run in runs if run[0].start > at and run[0].kind in _DATED), end)
    run = next((run for run in runs if run[0].start == start), [])
    container = _container(text, at, start)
    if container is None or container[1] - container[0] > 120 or text[at] == "(":
        return None
    if any(_weight(each) >= 2.0 for each in runs if each[0].start < start):
        return None
    spans = scan.spans_of(run, dated="year" in date) if run else {}
    behind = run[-1].end if run else end
    rest = scan.pieces(behind, end, dated=True) if behind < end else Pieces()
    if place := _place_within(text, *container):
        container, rest.spans["place"] = (container[0], place[0]), place[1]
    quality = _container_quality(text, *container)
    dated = "year" in spans or "year" in date
    inner = text[slice(*container)]
    type = "newspaper" if "month" in spans or "month" in date else "webpage" if parts.links else None
    if _NEWSPAPER.search(inner) and type is None:
        type = "newspaper"
    words = {word.lower() for word in _WORD.findall(inner)}
    if not words.isdisjoint(MEETING_WORDS):
        type = "confproc"
        quality += 0.6
    if type is None:
        type = "journal" if quality > 0.6 else "other"
    score = quality + 0.3 + 0.4 * dated - 2.0 * is_place(inner) - 0.5 * is_publisher(inner)
    score += 0.5 * ("day" in spans)
    return _Reading(
        score, type, {**rest.spans, **spans, **date, "container": container}, [*head.groups, *rest.groups], rest.lost
    )


_DATED = ("year", "fulldate", "yeardate", "isodate", "yearparen", "month", "seasondate")
