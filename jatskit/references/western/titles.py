"""Titles: where one may end, and how good a title a stretch of text would be."""

from __future__ import annotations

import re

from jatskit.references.letters import CAPITAL, LETTER, SMALL
from jatskit.references.parts import Span
from jatskit.references.western import weights
from jatskit.references.western.genres import GENRE, VERSION, genre_at
from jatskit.references.western.heads import Head
from jatskit.references.western.publishers import is_publisher
from jatskit.references.western.scan import YEAR_INSIDE, Scan
from jatskit.references.western.words import JOURNAL, TITLE, Words

#: What stands in the place of `in` before the host of a chapter.
IN = re.compile(r"(?:(?:in|dans|en|em|im|в кн\.|в сб\.|no)\b ?:? |in: ?|// ?|aufsatz in )", re.IGNORECASE)
#: Words of editors and translators inside a stretch of text.
ROLE_INSIDE = re.compile(
    r"[.,(] ?(?:edited by|eds?\.|eds? |trans(?:\.|lated)|tradução|trad\.|\(trans\.\))", re.IGNORECASE
)

_QUOTES = {"\u201c": "\u201d\u201c\u201f", '"': '"', "\u2018": "'", "'": "'", "\u201e": "\u201c\u201d"}
_OPEN_QUOTE = re.compile("[\u201c\"\u2018\u201e']+ ?")
_SPACE_OR_MARK = re.compile(r"[\s.,;:\0]*")
#: What begins with a small letter behind a title and its dot.
_SMALL_BEGINNINGS = (
    r"(?:in[ :]|arxiv|v\. ?\d|vol\.|ed\.|eds\.|edited|trad\.|trans|tradução|traduit|hrsg|с\.|т\.|вып\.|под ред|№|"
    r"pp?\.|n\. ?\d|no\.|дис\.|[a-z][A-Z][a-z]{2}|npj |bioRxiv|medRxiv|"
    rf"(?:(?:de|van|von|der|den|del|della|di|da|le|la|el) ){{1,3}}[{CAPITAL}][{LETTER}'\-]{{1,20}} [{CAPITAL}]{{1,3}}[,.])"
)
#: Where a title may end, by the mark there: behind a sentence, or before what comes next.
_ENDS = {
    "sentence": rf"[.?!]['\u201d\"]?\)?\.?)(?= |\0|$)(?! ?(?!{_SMALL_BEGINNINGS})[{SMALL}(]",
    "hole": r"(?:[\s.,](?=[\s.,\0])){0,8}\0",
    "tight": rf"(?<=[{SMALL})\d])\.)(?=[{CAPITAL}][{SMALL}]",
    "ed": r",? )(?=(?:\d{1,2}(?:st|nd|rd|th|\.|ª)?|[Rr]ev(?:ised|\.)?|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth) "
    r"(?:ed[.n ]|edition|edição|Aufl|éd\.)",
    "comma": rf",) ?(?=[{CAPITAL}0-9\u201c\"\u2018(]|[Ii]n[: ]|[a-z]{{0,20}} ?\d",
    "semicolon": rf";) (?=[{CAPITAL}]",
    "version": r" ?)(?=\((?:[Vv]ersion|[Vv]\.?) ?\d",
    "paren": r" |(?=\((?:\d{1,2}(?:st|nd|rd|th) ed\.|Vol\. ?\d|[^()]{2,60}, ?Trans\.)))\((?=[^()]{2,80}\)",
    "bracket": r" ?)\[(?:",
    "in": r" )(?:[Ii]n: |In |//",
    "host": r" ?)//(?:",
    "slash": rf" )/ (?=[{CAPITAL}]",
    "thesis": r": )(?=дис\.|автореф",
    "date": rf" )(?=(?:1[89]|20)\d\d [{CAPITAL}]",
}
_TITLE_END = re.compile(
    r"(?=[ .?!,;:\[(/\0])(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _ENDS.items()) + ")"
)
_YEAR_LAST = re.compile(r"(?:^|[,;] ?)(?:1[5-9]|20)\d\d ?$")
#: Nothing but words cut short, and the small words between them: the beginning of a journal's name.
_ABBREVIATED = re.compile(rf" ?(?:[{CAPITAL}&][{LETTER}]{{0,8}}(?![{LETTER}]) ?\.?,? ?|(?:of|the|de|i|and|für|in) )*")
_CLOSED = re.compile(r"\[[^\[\]]{2,80}\] ?[.\0]")
#: Characters that no title has.
_LONGEST = 1000
#: Ends of one title that are looked at.
_MOST_ENDS = 24
#: Fewer letters are no title in quotation marks, nor before a comma.
_SHORTEST = 8
#: Words beyond which a title is likelier to be more than one.
_LONG = 35


def skip_marks(text: str, at: int, end: int) -> int:
    """Return where the blanks and the marks end that begin at `at`."""
    match = _SPACE_OR_MARK.match(text, at, end)
    return match.end() if match else at


def quoted_title(text: str, at: int, end: int) -> tuple[Span, int] | None:
    """Return a title in quotation marks, and where what follows it begins."""
    opened = _OPEN_QUOTE.match(text, at, end)
    if not opened:
        return None
    closers = _QUOTES[opened[0][0]]
    start = opened.end()
    stop = _closing(text, start, end, closers)
    if stop - start < _SHORTEST:
        return None
    behind = stop
    while behind < end and text[behind] in closers + " .,;\u201d'":
        behind += 1
    bare = text[stop - 1] not in ".,?!" and not text[stop + 1 : behind].strip(" " + closers)
    if bare and behind < end and text[behind] not in "(\0[":
        if text[behind].islower() and not IN.match(text, behind, end):
            return None  # quoted words at the head of a longer title
        if text[behind] in ":&/":
            return None
    while stop > start and text[stop - 1] in " ,;.":
        stop -= 1
    return (start, stop), behind


def _closing(text: str, start: int, end: int, closers: str) -> int:
    """Return where the mark stands that closes a quotation, -1 if none does; an apostrophe is none."""
    for at in range(start, end):
        if text[at] in closers and not (closers[0] == "'" and text[at + 1 : at + 2].isalpha()):
            return at
    return -1


def title_ends(scan: Scan, at: int, head: Head) -> list[tuple[float, Span, int]]:
    """Return where a title from `at` on may end: what speaks for it, its span, where what follows it begins.

    The likeliest comes first. An empty span stands for a citation that prints no title.
    """
    text, end = scan.text, scan.end
    comma_style = not head.ended or head.ended in ",:"
    found: list[tuple[float, Span, int]] = []
    if comma_style or head.ended == "d":
        found.append((weights.NO_TITLE, (at, at), at))
    elif head.ended in ".(":
        found.append((weights.NO_TITLE_BEHIND_STOP, (at, at), at))
    seen = 0
    sentences = 0.0
    for match in _TITLE_END.finditer(text, at + 1, min(end, at + _LONGEST)):
        kind = match.lastgroup or ""
        stop, after = match.start(), match.end()
        if kind == "comma" or kind == "semicolon":
            if stop - at < _SHORTEST or text.count("(", at, stop) > text.count(")", at, stop):
                continue
            worth = weights.END_AT_SEMICOLON if kind == "semicolon" else _worth_of_comma(text, after, end, comma_style)
        elif kind == "sentence" or kind == "tight":
            sure = scan.strength(stop)
            if sure < 0:
                continue
            worth = sure + sentences * weights.END_AT_LATER_SENTENCE
            if comma_style and sure < 0.5:
                worth += weights.WEAK_STOP_IN_COMMA_STYLE
            sentences += sure * weights.SENTENCE_COUNTS
            if text[stop] in "?!":
                stop += 1
                worth += weights.END_AT_QUESTION
        elif kind == "in":
            worth, after = weights.END_BEFORE_IN, stop
        elif kind == "host":
            worth, after = weights.END_BEFORE_SLASHES, stop
        elif kind == "paren":
            worth, after = _worth_of_parenthesis(text, stop, end), stop
        elif kind == "bracket":
            worth, after = _worth_of_bracket(text, text.find("[", stop), end), stop
        elif kind == "hole":
            worth, after = weights.END_BEFORE_ANCHOR, stop
        elif kind == "date":
            worth = weights.END_BEFORE_DATE
        else:
            worth = weights.END_BEFORE_KNOWN
        if stop > at:
            found.append((worth, (at, stop), skip_marks(text, after, end)))
        seen += 1
        if seen > _MOST_ENDS or kind == "hole":
            break
    else:
        stop = end
        while stop > at and text[stop - 1] in " .,;\0":
            stop -= 1
        found.append((weights.END_OF_ALL, (at, stop), end))
    found.sort(reverse=True)
    return found


def _worth_of_comma(text: str, after: int, end: int, comma_style: bool) -> float:
    if IN.match(text, after, end):
        return weights.END_AT_COMMA_BEFORE_IN_COLON if text[after + 2] == ":" else weights.END_AT_COMMA_BEFORE_IN
    return weights.END_AT_COMMA_IN_STYLE if comma_style else weights.END_AT_COMMA


def _worth_of_parenthesis(text: str, stop: int, end: int) -> float:
    closing = text.find(")", stop, end)
    last = not text[closing + 1 : end].strip(" .,\0")
    if closing < 0 or not (last or text[closing + 1 : closing + 3] in (", ", ". ")):
        return weights.END_BEFORE_PARENTHESIS
    if genre_at(text, stop + 2, closing):
        return weights.END_BEFORE_GENRE_IN_PARENTHESES
    inside = text[stop + 2 : closing]
    if is_publisher(inside) or _YEAR_LAST.search(inside):
        return weights.END_BEFORE_IMPRINT_IN_PARENTHESES
    return weights.END_BEFORE_LAST_PARENTHESIS


def _worth_of_bracket(text: str, bracket: int, end: int) -> float:
    if GENRE.match(text, bracket, end):
        return weights.END_BEFORE_GENRE
    if _CLOSED.match(text, bracket, end):
        return weights.END_BEFORE_CLOSED_BRACKET
    return weights.END_BEFORE_BRACKET


def title_quality(scan: Scan, start: int, stop: int) -> float:
    """Say how well a stretch of text would do as a title: up to `MOST_TITLE`, and down without limit."""
    known = scan.titles.get((start, stop))
    if known is None:
        known = scan.titles[start, stop] = _quality(scan, start, stop)
    return known


def _quality(scan: Scan, start: int, stop: int) -> float:
    text = scan.text
    words = scan.words.within(start, stop)
    count = words.count
    if count == 0:
        return weights.NO_WORDS
    score = weights.ONE_WORD if count == 1 else weights.FOUR_WORDS if count >= 4 else 0.0
    if count > _LONG:
        score += (count - _LONG) * weights.WORD_TOO_MANY
    if text[start].islower():
        score += weights.SMALL_FIRST_LETTER
    score += _likeness_to_a_journal(text, start, stop, words)
    if words.of_kind(TITLE):
        score += weights.SMALL_WORDS
    score += weights.LOCATOR_INSIDE * scan.count_of_locators(start, stop)
    if scan.may_hold_a_year and YEAR_INSIDE.search(text, start, stop):
        score += weights.YEAR_INSIDE
    if scan.may_name_people and ROLE_INSIDE.search(text, start, stop):
        score += weights.ROLE_INSIDE
    if opened := text.count("(", start, stop):
        if VERSION.search(text, start, stop) and text.find("(V", start, stop) >= 0:
            score += weights.VERSION_INSIDE
    if opened != text.count(")", start, stop):
        score += weights.OPEN_BRACKET
    if words.first_word in ("In", "IN", "pp", "PP", "Pp", "p", "P"):
        score += weights.BEGINS_WITH_PAGES_OR_IN
    if text.startswith(("In: ", "in: "), start):
        score += weights.BEGINS_WITH_IN_COLON
    return score


def _likeness_to_a_journal(text: str, start: int, stop: int, words: Words) -> float:
    """Say how much the end of a title, or all of it, is like the name of a journal: then it is none."""
    first = start
    tail = words
    if words.count > 1:
        first = max(text.rfind(",", start, stop) + 1, start)
        tail = words.behind(first) if first > start else words
    if tail.count > 8:
        return 0.0
    if text[stop : stop + 1] in ". " and _ABBREVIATED.fullmatch(text, first, stop):
        cut_short = text.find(".", first, stop) >= 0 or tail.of_kind(JOURNAL)
        return weights.ENDS_LIKE_ABBREVIATED_JOURNAL if cut_short else 0.0
    if tail.count <= 4 and tail.of_kind(JOURNAL) == tail.count:
        return weights.IS_JOURNAL_WORDS if words.count <= 4 else weights.ENDS_IN_JOURNAL_WORDS
    return 0.0
