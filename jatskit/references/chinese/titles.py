"""Titles in Chinese citations: what stands behind a colon at their end is a volume or a document's number."""

from __future__ import annotations

import re

from jatskit.language import HAN
from jatskit.references.chinese.stops import trimmed
from jatskit.references.parts import Parts

_HAN_NUMBER = "[一二三四五六七八九十百〇零○上中下\\d首末前后後]"
#: A volume as digits, of which the digits are the value, and one in words, which is quoted whole.
_VOLUME = re.compile(
    r"[:,] ?(?:(?:卷|第|册|冊|[Vv]ol\.? ?|[Vv]olume|[Vv]\.|Bd\. ?|T\. ?|pt\. ?) ?(?P<digits>\d{1,4})"
    r"(?: ?[卷册冊集辑輯编編部])?"
    rf"|(?P<words>(?:第 ?|卷 ?)?{_HAN_NUMBER}{{1,5}} ?(?:[卷册冊集辑輯编編部篇]"
    rf"(?: ?第?{_HAN_NUMBER}{{1,4}} ?[分卷册冊号號集编編期]{{1,2}})?)"
    r"|卷[一二三四五六七八九十百〇零上中下之]{1,6}|[上中下]))$"
)
#: GB/T 7714-2015, ISO/IEC 80079-20-2:2016(en), NB/T 10386-2020, T/CSEE 0001-2016, DB11/T 64.1-2008.
STANDARD = (
    r"(?<![A-Za-z])(?:[A-Z]{1,7}\d{0,4}(?:[/ ](?:[A-Z]{1,6}|\d(?=[A-Z]))){0,3}) ?[A-Z]{0,2}[- ]?\d{1,7}"
    r"(?:[.\-:/ ]{1,2}\d{1,6}){0,5}"
    r"(?:\([a-zE/]{1,5}\))?"
)
_STANDARD_LAST = re.compile(rf"(?:[:,.] ?| ){STANDARD}$")
_STANDARD_FIRST = re.compile(rf"(?P<number>{STANDARD})[ ,.:]{{1,2}}(?=[^\d ])")
_NUMBER_LAST = re.compile(
    r"[:,] ?(?:(?P<country>[^\W\d]{2,20}|[A-Z]{2}) ?, ?)?(?P<number>(?:[A-Z]{0,8}[ \-./]?)?"
    r"(?=[A-Za-z./\-]{0,9}\d)[A-Z\d][A-Za-z\d.\-/:]{4,40})$"
)
_CODED = re.compile(r"[A-Z]{2,6}-[A-Z\d\-]{1,12}\d$")
#: That of a patent in a citation without a code.
_LONG_NUMBER_LAST = re.compile(
    r"[:,] ?(?:(?P<country>[^\W\d]{2,3}|[A-Z]{2}) ?[,:] ?)?(?P<number>[A-Z]{0,2}\d{7,13}(?:\.[\dX])?[A-Z]?\d?)$"
)
#: 国发〔2007〕19号, (2011)民一终字第81号, No. 12/2019.
_NOTICE_LAST = re.compile(
    r"[:,] ?(?P<number>[^\s:,。]{0,16}[〔\[(【] ?\d{4} ?[〕\])】][^:,]{1,24}[号號]|(?:No|Nr|N)\. ?\d{1,5}/\d{4})$"
)
#: 词典 (A dictionary of words): one citation whose title is printed in two languages.
_TRANSLATED = re.compile(rf"(?P<han>[{HAN}\d:,、 ]{{2,80}}?) ?\((?P<other>[A-Z][A-Za-z\d :,\-']{{7,240}})\)$")
_EPISODE = re.compile(r"[:,] ?(?P<number>Season \d{1,3}, ?Episode \d{1,4})$")


def place_title(text: str, start: int, end: int, parts: Parts, *, key: str = "title", code: str = "") -> None:
    """Put the title of `text[start:end]` into `parts` under `key`, and the volume or number that ends it.

    `code` is the code of GB/T 7714, which tells what kind of number there may be.
    """
    start, end = _outer(text, start, end)
    if start >= end:
        return
    if key == "title" and (match := _TRANSLATED.match(text, start, end)) and _is_translation(match):
        parts.spans["trans_title"] = match.span("other")
        end = match.end("han")
    if key == "title" or code == "S":
        end = _numbers(text, start, end, parts, code)
        match = _STANDARD_FIRST.match(text, start, end) if code in ("S", "") and "number" not in parts.spans else None
        if match and (code == "S" or match["number"].startswith(("GB", "ISO", "IEC"))):
            parts.spans["number"] = match.span("number")
            start = match.end()
    elif match := _NOTICE_LAST.search(text, max(start, end - 60), end):
        parts.spans["number"] = match.span("number")
        end = match.start()
    if match := _VOLUME.search(text, max(start, end - 24), end):
        volume = match.span("digits") if match["digits"] else match.span("words")
        if match.start() > start:
            parts.spans["volume"] = volume
            end = match.start()
    start, end = _outer(text, start, end)
    if start < end:
        parts.spans[key] = (start, end)


def _is_translation(match: re.Match[str]) -> bool:
    """Whether the Latin words in brackets say as much as the whole Han title, and not one term of it."""
    return len(match["other"]) >= 2.5 * len(match["han"].rstrip()) and " " in match["other"]


def _numbers(text: str, start: int, end: int, parts: Parts, code: str) -> int:
    if code in ("S", "") and (match := _STANDARD_LAST.search(text, max(start, end - 60), end)):
        first = match.start()
        while text[first] in " :,.":
            first += 1
        if first > start and (code == "S" or re.search(r"[\d.]{3,12}-\d{2,4}$|^(?:GB|ISO|IEC)", text[first:end])):
            parts.spans["number"] = (first, end)
            return match.start()
    if match := _NOTICE_LAST.search(text, max(start, end - 60), end) or _EPISODE.search(
        text, max(start, end - 40), end
    ):
        parts.spans["number"] = match.span("number")
        return match.start()
    pattern = _NUMBER_LAST if code in ("P", "R", "A") else _LONG_NUMBER_LAST if not code else None
    match = pattern.search(text, max(start, end - 80), end) if pattern else None
    if match and (code != "R" or _is_report_number(match["number"])):
        parts.spans["number"] = match.span("number")
        if match["country"] and code not in ("P", ""):
            return match.start("number")  # a subtitle, not the country of a patent
        return match.start()
    return end


def _is_report_number(number: str) -> bool:
    return sum(letter.isdigit() for letter in number) > 4 or _CODED.match(number) is not None


def _outer(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks, marks and the marks of a title around it; a question mark stays."""
    start, end = trimmed(text, start, end)
    if end - start > 2 and text[start] == "《" and text.find("》", start, end) == end - 1:
        return start + 1, end - 1
    return start, end
