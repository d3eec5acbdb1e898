"""What says of itself what it is: identifiers, links, access dates, notes on medium and language.

These are found first, wherever they stand, and taken out of what the grammars look at.
"""

from __future__ import annotations

import re
from itertools import islice

from jatskit.language import HAN
from jatskit.references.dates import DATE
from jatskit.references.parts import Parts

#: Stands in the place of what is taken out: no grammar goes across it.
HOLE = "\0"

#: Words before a link, in the languages of citations. Case does not count.
_AVAILABLE = (
    r"(?:preprint (?:available )?at|available (?:online )?(?:from|at|in|on)|available|retrieved (?:online )?from|accessed (?:from|at)|"
    r"accessible at|disponível(?: em)?|disponible en|recuperado de|obtenido de|disponible sur|disponible à(?: l'adresse)?|"
    r"consultable sur|verfügbar unter|abgerufen von|online verfügbar unter|режим доступа|доступ(?:но|но по адресу)?|"
    r"URL|from|in:)"
)
_ACCESSED = (
    r"(?:accessed(?: on)?|retrieved(?: on)?|viewed|visited|last (?:accessed|visited|checked)|cited|"
    r"acesso em|acessado em|acedido em|citado(?: em)?|consultado (?:el|em)|consulta(?:do)?|acceso(?: el)?|"
    r"consulté le|page consultée le|zugriff(?: am)?|abgerufen am|abruf(?: am)?|letzter zugriff(?: am)?|stand|"
    r"дата обращения|最后访问(?:日期|时间)|最近访问(?:日期|时间)|访问(?:日期|时间)|引用日期|检索日期|存取日期)"
)
#: An address in Chinese text has no Han letters of its own, and ends before the date of the last look.
_URL = re.compile(rf"(?:https?://|ftp://|www\d?\.)(?:(?!,(?:1[4-9]|20)\d\d ?[年-])[^\s<>\"“”\0{HAN}])+", re.IGNORECASE)
#: What stands between the citation and a link: the words for it, perhaps twice, and brackets.
_BEFORE_URL = re.compile(
    rf"(?:[<\[(]\s?)?(?:(?<![^\W\d_]){_AVAILABLE}\s?:?\s?[<\[(]?\s?){{1,2}}$|[<\[(]\s?$", re.IGNORECASE
)
_AFTER_URL = re.compile(r"\s?[>\])]?\.?")
_DOI = re.compile(
    r"(?P<label>(?<![^\W\d_])(?:tex\.)?doi\s?:?\s{0,2})?(?P<site>https?://(?:dx\.|www\.)?doi\.org/\s?)?"
    r"(?P<doi>(?<![\d.])10\.\d{4,9}/(?:[^\s\"<>\0]|<[^\s<>\"]{1,40}>)+|(?<=doi:)10/[a-z0-9]{3,10}|(?<=doi: )10/[a-z0-9]{3,10}"
    r"|(?<=doi\.org/)10/[a-z0-9]{3,10})\.?",
    re.IGNORECASE,
)
_CSTR = re.compile(r"CSTR\s?:\s?(?P<id>\d{4,5}\.\d{1,3}\.[^\s,;\0]+)", re.IGNORECASE)
_PMID = re.compile(r"(?<![^\W_])(?P<type>PMID|PMCID)\s?:?\s?(?P<id>(?:PMC)?\d{1,9})(?!\d)\.?", re.IGNORECASE)
_TRAILING_PMID = re.compile(r"[\0.] (?P<id>\d{7,8})\.?\s*$")
_ARXIV = re.compile(
    r"[\[(]?\s?(?:preprint )?arXiv ?: ?(?P<id>\d{4} ?\. ?\d{4,5}(?:v\d+)?|[a-z\-]+(?:\.[A-Z]{2})?/\d{7})"
    r"(?: ?\[ ?[a-z\-]+(?: ?- ?[a-z]+)?(?:\.[A-Za-z]{2})? ?\])?\s?[\])]?",
    re.IGNORECASE,
)
_ISBN = re.compile(r"ISBN(?:-1[03])?\s?:?\s?(?P<id>[\d][\d \-]{8,16}[\dXx])(?!\d)", re.IGNORECASE)
_ISSN = re.compile(r"ISSN\s?:?\s?(?P<id>\d{4}-\d{3}[\dXx])(?!\d)", re.IGNORECASE)
_ACCESS = re.compile(rf"{_ACCESSED}\s?:?,? ?(?P<date>{DATE})(?:,? from:?)?\s?[\])]?[.,]?", re.IGNORECASE)
_LOOKED_UP_WORDS = ("访问", "查阅", "浏览", "检索", "下载")
#: 2020年1月1日访问
_LOOKED_UP = re.compile(rf"(?P<date>{DATE}) ?(?:最后|最近)?(?:{'|'.join(_LOOKED_UP_WORDS)})[.,]?", re.IGNORECASE)
#: One of these is in any of the words above.
_ACCESS_STEMS = (
    "access",
    "retriev",
    "view",
    "visit",
    "check",
    "cit",
    "acess",
    "aced",
    "consult",
    "zugriff",
    "abruf",
    "stand",
    "обращ",
    "日期",
    "访问",
    "查阅",
    "浏览",
    "检索",
    "下载",
)
#: GB/T 7714: the date of the last look in brackets, before the link.
_BRACKETED_DATE = re.compile(
    r"\[ ?(?P<date>(?:1[4-9]|20)\d\d(?:-\d{1,2}(?:-\d{1,2})?)?) ?\](?! ?\d) ?\.?(?=\s*(?:$|\0|[(\[]))"
)
_MEDIUM = re.compile(
    r"\[ ?(?:internet|on-?line|www document|electronic resource|recurso eletr[oô]nico|en ligne|en línea|"
    r"электронный ресурс|web page|網路|互联网)\.? ?\]",
    re.IGNORECASE,
)
_IN_LANGUAGE = re.compile(
    r"[(\[] ?(?:(?:written |article )?in (?:simplified |traditional )?(?:chinese|japanese|russian|korean|german|french|"
    r"spanish|portuguese|italian|polish|english)(?: with [^()\[\]]{3,40})?|em português|en español|auf deutsch) ?[)\]]",
    re.IGNORECASE,
)
#: Anchors of one kind that one citation has at most.
_MOST = 50
#: Characters before a link among which its words stand.
_LEAD = 60
_OPENERS = {")": "(", "]": "[", "}": "{"}


def take_anchors(text: str, start: int, end: int, parts: Parts) -> str:
    """Put what says of itself what it is, in the folded `text` from `start` to `end`, into `parts`.

    Return the text with holes in its place, of the same length.
    """
    masked = text
    has_site = "://" in text or "www" in text
    if "10." in text or "10/" in text:
        masked = _take_dois(masked, start, end, parts)
    if "CSTR" in text:
        masked = _take_ids(_CSTR, "cstr", masked, start, end, parts)
    lower = text.lower()
    if has_site:
        masked = _take_links(masked, start, end, parts)
    if "arxiv" in lower:
        masked = _take_ids(_ARXIV, "arxiv", masked, start, end, parts)
    if "pmid" in lower or "pmcid" in lower:
        masked = _take_ids(_PMID, "", masked, start, end, parts)
    for name, pattern in (("isbn", _ISBN), ("issn", _ISSN)):
        if name in lower and (match := pattern.search(masked, start, end)):
            parts.spans[name] = match.span("id")
            masked = _without(masked, *match.span())
    if "[" in text or any(stem in lower for stem in _ACCESS_STEMS):
        masked = _take_access_date(masked, start, end, parts)
    if "[" in text:
        masked = _MEDIUM.sub(_hole, masked)
    if " in " in lower or "in " in lower:
        masked = _IN_LANGUAGE.sub(_hole, masked)
    if HOLE in masked and (match := _TRAILING_PMID.search(masked, max(start, end - 20), end)):
        parts.ids.append(("pmid", match.span("id")))
        masked = _without(masked, *match.span("id"))
    return masked


def _hole(match: re.Match[str]) -> str:
    return HOLE * len(match[0])


def _without(text: str, start: int, end: int) -> str:
    return text[:start] + HOLE * (end - start) + text[end:]


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where an identifier or a link ends, without the marks of the sentence around it."""
    while end > start:
        last = text[end - 1]
        if last in ".,;:'”" or (
            last in _OPENERS and text.count(last, start, end) > text.count(_OPENERS[last], start, end)
        ):
            end -= 1
        else:
            break
    return end


def _take_dois(masked: str, start: int, end: int, parts: Parts) -> str:
    matches = list(islice(_DOI.finditer(masked, start, end), _MOST))
    labelled = any(match["label"] for match in matches)
    for match in reversed(matches):
        inside_a_link = not match["site"] and masked.rfind("://", start, match.start()) > masked.rfind(
            " ", start, match.start()
        )
        if inside_a_link or (match["site"] and labelled and not match["label"]):
            continue  # a link, as it stands
        first = match.start("doi")
        last = _trimmed(masked, first, match.end("doi"))
        parts.ids.insert(0, ("doi", (first, last)))
        before = _BEFORE_URL.search(masked, max(start, match.start() - _LEAD), match.start()) if match["site"] else None
        masked = _without(
            masked,
            before.start() if before else match.start(),
            max(last, match.end() if match[0].endswith(".") else last),
        )
    return masked


def _take_links(masked: str, start: int, end: int, parts: Parts) -> str:
    for match in list(islice(_URL.finditer(masked, start, end), _MOST)):
        first, last = match.start(), _trimmed(masked, *match.span())
        parts.links.append((first, last))
        after = _AFTER_URL.match(masked, last, end)
        before = _BEFORE_URL.search(masked, max(start, first - _LEAD), first)
        masked = _without(masked, before.start() if before else first, after.end() if after else last)
    return masked


def _take_access_date(masked: str, start: int, end: int, parts: Parts) -> str:
    for pattern in (_ACCESS, _LOOKED_UP, _BRACKETED_DATE):
        if pattern is _LOOKED_UP and not any(word in masked for word in _LOOKED_UP_WORDS):
            continue
        for match in pattern.finditer(masked, start, end):
            first = match.start()
            if first > start and (masked[first - 1].isalpha() and pattern is _ACCESS):
                continue
            while first > start and masked[first - 1] in " [(":
                first -= 1
            parts.spans["accessed"] = match.span("date")
            return _without(masked, first, match.end())
    return masked


def _take_ids(pattern: re.Pattern[str], type: str, masked: str, start: int, end: int, parts: Parts) -> str:
    for match in list(islice(pattern.finditer(masked, start, end), _MOST)):
        span = match.span("id")
        if type != "arxiv":
            span = (span[0], _trimmed(masked, *span))
        parts.ids.append((type or match["type"].lower(), span))
        masked = _without(masked, *match.span())
    return masked
