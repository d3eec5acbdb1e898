"""The lines that print where the article stands: journal, year, volume, issue, pages or article number.

A page prints such lines for other articles, too. A line counts if it names the journal, or the volume that the tags
name, or if it stands close to the title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jatskit.layouts import PARTS, masthead_in, numbers_of
from jatskit.layouts.head import CITE, JOURNAL
from jatskit.layouts.labels import preceded, spelt, words_of
from jatskit.months import MONTH
from jatskit.protocols import Span
from jatskit.readers.agreement import folded
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.meta import is_article_number
from jatskit.readers.html.text import Text
from jatskit.readers.html.view import Line, View
from jatskit.readers.sheet import Sheet

_K = SourceKind
#: `41(Database issue):D36–D42`, `164(13): 2507-2538`, `5:781`.
_COMPACT = re.compile(
    r"(?<![\d/.:-])(?P<volume>\d{1,4})\s{0,2}(?:[(（](?P<issue>[^()（）]{1,24})[)）])?\s{0,2}[:：]\s{0,2}(?P<first>[A-Za-z]{0,3}\d{1,7})"
    r"(?:\s{0,2}[-–—‐]\s{0,2}(?P<last>[A-Za-z]{0,3}\d{1,7}(?:\.e\d{1,3})?))?(?![\d:])"
)
#: `Tests 38(2) 123-130`: behind the journal's name, without a colon.
_NAME_ISSUE = re.compile(
    r"(?P<journal>[^\W\d_][^\d()|<>]{1,90}?),?\s(?P<volume>\d{1,4})\s?\((?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\),?\s(?:pp?\.\s?)?"
    r"(?P<first>[A-Za-z]{0,3}\d{1,7})\s?[-–—‐]\s?(?P<last>[A-Za-z]{0,3}\d{1,7})(?!\d)"
)
#: `2016, 138, 12, 4073-4083`, `2014, 4(4), 932-945`.
_WITH_COMMAS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d),\s{0,2}(?P<volume>\d{1,4})(?:,\s{0,2}(?P<i1>\d{1,3})|\s{0,2}\((?P<i2>[^()]{1,20})\)|(?=,\s{0,2}[A-Za-z]{0,3}\d{1,7}\s{0,2}[-–—‐]\s{0,2}[A-Za-z]{0,3}\d)),"
    r"\s{0,2}(?P<first>[A-Za-z]{0,3}\d{1,7})(?:\s{0,2}[-–—‐]\s{0,2}(?P<last>[A-Za-z]{0,3}\d{1,7}(?:\.e\d{1,3})?))?(?!\d)"
)
#: `2018 ,29 (04)`, `2018,29(04):12-15`.
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s{0,2}[,，;]\s{0,2}(?P<volume>\d{1,4})\s{0,2}[(（](?P<issue>[A-Za-z]?\d{1,3})[)）]"
    r"(?:\s{0,2}[:：,]\s{0,2}(?P<first>\d{1,7})(?:\s{0,2}[-–—]\s{0,2}(?P<last>\d{1,7}))?)?(?!\d)"
)
#: `Rev. Mod. Phys. 94, 045004 – Published 6 December 2022`, `Opt. Express 25, 1234-1245 (2017)`: behind the journal's name.
_NAME_FIRST = re.compile(
    r"(?P<journal>[^\W\d_][^\d()|<>]{1,90}?),?\s(?:vol(?:ume|\.)\s)?(?P<volume>\d{1,4}),\s(?:pp?\.\s?)?(?P<first>[A-Za-z]{0,3}\d{1,7})"
    r"(?:\s?[-–—‐]\s?(?P<last>[A-Za-z]{0,3}\d{1,7}(?:\.e\d{1,3})?))?(?:\s\((?P<year>(?:1[89]|20)\d\d)\)|,\s(?P<year2>(?:1[89]|20)\d\d)(?!\d)|\s[-–—]\s)",
)
#: `Int J Tests 53 (2003), 12-19`, `Proc. Test. Soc. 140 (2012), no. 4, 1-10`: behind the journal's name.
_NAME_VOLUME_YEAR = re.compile(
    r"(?P<journal>[^\W\d_][^\d()|<>]{1,90}?),?\s(?P<volume>\d{1,4})\s\((?P<year>(?:1[89]|20)\d\d)\),?\s(?:no\.\s?(?P<issue>\d{1,3}),\s)?"
    r"(?:pp?\.\s?)?(?P<first>[A-Za-z]{0,3}\d{1,7})(?:\s?[-–—‐]{1,2}\s?(?P<last>[A-Za-z]{0,3}\d{1,7}))?(?![\d(])"
)
#: `Jane Doe et al 2019 Biomed. Mater. 14 035018`.
_YEAR_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:1[89]|20)\d\d)\s(?P<journal>[^\W\d_][^\d()|<>]{1,80}?)\s(?P<volume>\d{1,4})\s(?P<first>[A-Za-z]{0,3}\d{1,7})"
    r"(?:\s?[-–—‐]\s?(?P<last>[A-Za-z]{0,3}\d{1,7}(?:\.e\d{1,3})?))?(?=$|\s(?:DOI|https?:)|[.,;])",
    re.IGNORECASE,
)
#: `vol. 53 no. 1 1-12`: what stands behind the issue.
_BARE_PAGES = re.compile(
    r"[,;:]?\s{1,3}(?P<first>[A-Za-z]{0,2}\d{1,6})\s?[-–]\s?(?P<last>[A-Za-z]{0,2}\d{1,6})\s{0,3}$"
)
#: `09:14` is no volume and page.
_TIME = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d")
#: `Volume 2013:5`
_YEAR_AND_VOLUME = re.compile(r"(?:19|20)\d\d:(?P<volume>\d{1,3})(?!\d)")
#: `No. 214 (Apr., 1974), pp. 15-28`: a journal that counts its numbers, and no volumes.
_NUMBER_FIRST = re.compile(
    r"(?:no|nr|n[º°])\.?\s{0,2}(?P<issue>\d{1,4}(?:/\d{1,4})?)\s{0,2}\([^()\d]{0,30}(?:1[89]|20)\d\d\),\s{0,2}pp?\.\s{0,2}"
    r"(?P<fpage>[A-Za-z]{0,3}\d{1,7})\s{0,2}[-–—]\s{0,2}(?P<lpage>[A-Za-z]{0,3}\d{1,7})(?!\d)",
    re.IGNORECASE,
)
#: `《测试学报》 2014年第2期130-136,共7页`, `测试学报 2016年35卷4期`.
_HAN_PLACE = re.compile(
    r"(?:《(?P<journal>[^《》]{2,60})》[^《》\d]{0,20})?(?<!\d)(?P<year>(?:19|20)\d\d)\s?年\s?[,，]?\s?(?:第?\s?(?P<volume>\d{1,4})\s?卷\s?)?[,，]?\s?"
    r"第?\s?(?P<issue>\d{1,4}|[SZ]\d)\s?期(?:[\s,，:：]{0,3}(?P<first>[A-Z]?\d{1,6})\s?[-–—~～]\s?(?P<last>[A-Z]?\d{1,6}))?"
)
#: What alone on a line is a part of an issue's place, which goes on in the next line.
_PART = re.compile(
    rf"[\s,;|(]{{0,3}}(?:(?:{spelt(w for part in PARTS.values() for w in part.words)})\s{{0,2}}[:：]?\s{{0,2}}"
    r"[A-Za-z]{0,3}\d[\w\s–—-]{0,20}|(?:1[89]|20)\d\d|第\s?\d{1,4}\s?[卷期])[\s,;|)]{0,3}",
    re.IGNORECASE,
)
#: Pages behind a word for them of two letters or more, and a colon.
_PAGES_SAID = re.compile(rf"(?:{preceded(words_of('pages'))})\s{{0,2}}[:：]", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_LONGEST = 260
_BEFORE, _AFTER, _FAR = 12, 30, 120
#: Characters of markup between two lines that say one thing.
_GAP = 400


def offer_citations(sheet: Sheet, view: View, head: int, references: Span | None) -> None:
    """Offer what the lines that print the article's place say."""
    journals = {
        folded(c.quoted)
        for name in ("journal-title", "journal-abbreviation")
        for c in sheet.offers(name)
        if not c.distrusted
    }
    volumes = {folded(c.quoted) for c in sheet.offers("volume") if not c.distrusted}
    dois = {folded(str(c.values[("value",)])) for c in sheet.offers("doi")[:1] if not c.distrusted}
    tagged = bool(volumes)
    titles = [folded(c.quoted) for c in sheet.offers("title")[:1]]
    offered = 0
    until = 0
    for line in view.lines:
        if (
            line.start < until
            or line.end - line.start > 3000
            or (references and references[0] <= line.start < references[1])
        ):
            continue
        text = line.text
        if not 5 < len(text) <= _LONGEST or not _DIGIT.search(text):
            continue
        near = head - _BEFORE <= line.index <= head + (_FAR if _stands_far(text) else _AFTER) or _is_slug(view, line)
        place = line.folded
        named = any(len(j) > 3 and j in place for j in journals)
        cites = any(len(t) > 20 and t in place for t in titles) or any(doi in place for doi in dois)
        if not (near or named or cites):
            continue
        if _CITED.search(text):
            # A reference in the form of GB/T 7714: the article's own is read as one, others are not the article's.
            continue
        if (match := masthead_in(text)) and _fits(text, match.spans, volumes, journals):
            offer_values(sheet, line.content, match.spans)
            sheet.take_span(line.start, line.end, "masthead")
            offered += 1
            continue
        content, until = _with_following(view, line)
        offered += _offer_parts(
            sheet,
            view,
            line,
            content,
            until,
            volumes,
            journals,
            head,
            near=near and not tagged,
            close=near,
            named=named or cites,
            cites=cites,
        )
        if near and not volumes:
            # What stands closest to the title is the article's; another volume is another's.
            volumes = {folded(c.quoted) for c in sheet.offers("volume") if not c.distrusted}
        if offered >= 6:
            return


_CITED = re.compile(r"[\[［][A-Z](?:/OL)?[\]］]")


def _fits(text: str, spans: Mapping[str, Span], volumes: set[str], journals: set[str]) -> bool:
    """Whether a masthead names no other volume than the tags, and a journal that may be one."""
    if volumes and "volume" in spans and folded(text[slice(*spans["volume"])]) not in volumes:
        return False
    name = text[slice(*spans["journal"])] if "journal" in spans else ""
    return not re.search(r"[^\W\d_]{3}[.。]\s?[^\W\d_]", name) or folded(name) in journals


_SLUG = re.compile(r"(?:class|id)\s?=\s?[\"']slug")


def _is_slug(view: View, line: Line) -> bool:
    """Whether a line is marked as the article's slug line: what journals print at the foot of its first page."""
    return _SLUG.search(view.page.text, max(line.start - _GAP, 0), line.end) is not None


def _stands_far(text: str) -> bool:
    """Whether a line says enough of a place to be believed below a long byline: from its volume on, or with its pages."""
    volume = PARTS["volume"].within(text)
    return volume is not None and (volume.start() == 0 or PARTS["pages"].within(text, volume.end()) is not None)


def _with_following(view: View, line: Line) -> tuple[Text, int]:
    """Return the text of a line, with the next ones if each is a part of the place, and where it ends."""
    end = line.end
    if _PART.fullmatch(line.text):
        for following in view.lines[line.index + 1 : line.index + 4]:
            if following.start - end > _GAP or following.is_long or not _PART.fullmatch(following.text):
                break
            end = following.end
    return (Text(view.page.text, line.start, end), end) if end > line.end else (line.content, line.end)


def _offer_parts(
    sheet: Sheet,
    view: View,
    line: Line,
    content: Text,
    end: int,
    volumes: set[str],
    journals: set[str],
    head: int,
    *,
    near: bool,
    close: bool,
    named: bool,
    cites: bool,
) -> int:
    text = content.text
    spans: dict[str, Span] = {}
    start = len(text)
    if volume := PARTS["volume"].within(text):
        start = volume.start()
        spans["volume"] = numbers_of(volume)["volume"]
        if part := _YEAR_AND_VOLUME.match(text, spans["volume"][0]):
            spans["volume"] = part.span("volume")
        if issue := PARTS["issue"].within(text, volume.end()) or PARTS["issue"].within(text):
            spans["issue"] = numbers_of(issue)["issue"]
        if number := PARTS["number"].within(text):
            spans["number"] = numbers_of(number)["number"]
        elif pages := PARTS["pages"].within(text):
            spans |= _pages(pages)
        elif issue and (bare := _BARE_PAGES.match(text, issue.end())):
            spans |= {"fpage": bare.span("first"), "lpage": bare.span("last")}
    elif han := _HAN_PLACE.search(text):
        spans |= {key: han.span(key) for key in ("journal", "volume", "issue", "year") if han[key]}
        if han["first"]:
            spans |= {"fpage": han.span("first"), "lpage": han.span("last")}
        elif (announced := _PAGES_SAID.search(text)) and (pages := _page_range(text[announced.start() :])):
            at = announced.start()
            spans |= {part: (at + a, at + b) for part, (a, b) in _pages(pages).items()}
        if "volume" not in spans:
            if not (near or named):
                return 0
            offer_values(sheet, content, spans)
            sheet.take_span(line.start, end, "masthead")
            return 1
    elif near and (number := _NUMBER_FIRST.match(text)):
        spans = {key: number.span(key) for key in ("issue", "fpage", "lpage")}
        start = 0
    elif near and (pages := _page_range(text)):
        offer_values(sheet, content, _pages(pages))
        return 1
    elif (near or named) and (
        match := _NAME_FIRST.match(text) or _NAME_ISSUE.match(text) or _NAME_VOLUME_YEAR.match(text) or _year_name(text)
    ):
        known = match.groupdict()
        if known.get("year2"):
            spans["year"] = match.span("year2")
        spans |= {key: match.span(key) for key in ("journal", "volume", "issue", "year") if known.get(key)}
        last = match.span("last") if match["last"] else None
        if last is None and is_article_number(match["first"]):
            spans["number"] = match.span("first")
        else:
            spans["fpage"] = match.span("first")
            spans |= {"lpage": last} if last else {}
    elif commas := _WITH_COMMAS.search(text):
        spans["volume"] = commas.span("volume")
        if commas["i1"] or commas["i2"]:
            spans["issue"] = commas.span("i1" if commas["i1"] else "i2")
        spans["fpage" if commas["last"] else "number"] = commas.span("first")
        if commas["last"]:
            spans["lpage"] = commas.span("last")
    elif year_first := _YEAR_FIRST.search(text):
        spans |= {key: year_first.span(key) for key in ("volume", "issue")}
        spans |= {
            key: year_first.span(group) for key, group in (("fpage", "first"), ("lpage", "last")) if year_first[group]
        }
        if not sheet.offers("published"):
            spans["year"] = year_first.span("year")
    else:
        compacts = [
            m for m in _COMPACT.finditer(text) if (not volumes or m["volume"] in volumes) and not _TIME.fullmatch(m[0])
        ]
        if not compacts or not (_YEAR.search(text) or named):
            return 0
        match = compacts[0]
        spans["volume"] = match.span("volume")
        if match["issue"]:
            spans["issue"] = match.span("issue")
        key = "fpage" if match["last"] else "number" if not match["issue"] or match["first"][0].isalpha() else "fpage"
        spans[key] = match.span("first")
        if match["last"]:
            spans["lpage"] = match.span("last")
    dated = [c for c in sheet.offers("published") if not c.distrusted]
    # Tags may have the day of an upload; beside the very volume that they name, the printed year is the issue's.
    is_own = "volume" in spans and folded(text[slice(*spans["volume"])]) in volumes and (close or cites)
    if (is_own or all(c.kind is _K.BODY for c in dated)) and (year := _YEAR.search(text)):
        spans["year"] = year.span()
    if "journal" not in spans:
        numbered = [first for key, (first, _) in spans.items() if key != "year"]
        if journal := _journal_before(text, min(start, *numbered)):
            spans["journal"] = journal
        elif (
            near
            and (
                _NUMBER_FIRST.match(text)
                or (volume and not re.search(r"[^\W\d_]{3}", _dateless(text[: volume.start()])))
            )
            and (above := _journal_above(view, line, line.index < head))
        ):
            sheet.offer("journal-title", _K.MASTHEAD).quote((), above, normalisation="html")
    if not cites and _names_another(text[: min(start, *(first for first, _ in spans.values()))], journals):
        return 0
    if not close and not cites:
        # Far from the title, what has the same volume may be another article of the same issue.
        firsts = {_first(c) for c in sheet.offers("pages") if c.kind not in (_K.MASTHEAD, _K.CITATION)}
        printed = spans.get("number") or spans.get("fpage")
        if firsts and printed and folded(text[slice(*printed)]).lstrip("0") not in firsts:
            for key in ("number", "fpage", "lpage"):
                spans.pop(key, None)
    if volumes and "volume" in spans and folded(text[slice(*spans["volume"])]) not in volumes:
        return 0
    if not volumes and not (near or named):
        return 0
    offer_values(sheet, content, spans)
    sheet.take_span(line.start, end, "masthead")
    return 1


def _pages(match: re.Match[str]) -> dict[str, Span]:
    return dict(zip(("fpage", "lpage"), numbers_of(match).values(), strict=False))


def _page_range(text: str) -> re.Match[str] | None:
    """Return the pages that a line begins with, or that its word for pages announces, if they are a range."""
    for match in (PARTS["pages"].expression.match(text), _PAGES_SAID.search(text)):
        found = PARTS["pages"].expression.match(text, match.start()) if match else None
        if found and "last" in numbers_of(found):
            return found
    return None


def _first(candidate: Candidate) -> str:
    value = candidate.values.get(("pages", "first"), candidate.values.get(("elocation_id",), ""))
    return folded(value).lstrip("0")


def _names_another(lead: str, journals: set[str]) -> bool:
    """Whether there are names or a title before the journal: the line cites another article of it."""
    if re.search("[>›»/|]", lead):
        return False
    place = folded(lead)
    at = min((found for journal in journals if len(journal) > 3 and (found := place.find(journal)) >= 0), default=-1)
    return at > _MOST_BEFORE


#: Letters before the journal's name in a line that names no other article: “Published in”, “Citation”.
_MOST_BEFORE = 20


def _year_name(text: str) -> re.Match[str] | None:
    """Return the place behind the names of a citation that says the year before the journal."""
    if CITE.expression.match(text) or " et al" in text:
        return _YEAR_NAME.search(text)
    match = _YEAR_NAME.search(text)
    return match if match and match.end() == len(text) and " and " in text[: match.start()] else None


def _dateless(text: str) -> str:
    return re.sub(MONTH, "", text, flags=re.IGNORECASE)


_JOURNAL_MARK = re.compile(
    r"(?:journal|publication|periodical|source)[\s_-]{0,2}(?:title|name|head(?:er|ing)?)(?![a-z])"
)


def _journal_above(view: View, line: Line, is_before: bool) -> Span | None:
    """Return the name on the line above a volume, if a comma joins the two or the page marks it as the journal's.

    `is_before` says that the line stands before the article's heading: then a heading above it is the journal's.
    """
    above = view.lines[line.index - 1] if line.index else None
    if above is None or above.is_long or line.start - above.end > _GAP:
        return None
    text = above.text.strip()
    name = text.strip(" ,;:|·")
    element = view.page.around(above.start)
    marked = element is not None and (
        element.tag == "cite"
        or view.page.text.startswith("<cite", above.start)
        or (view.heading_of(element) is not None and (is_before or JOURNAL.within(name) is not None))
        or any(_JOURNAL_MARK.search(e.marked) for e in (element, *list(element.ancestors())[:3]))
    )
    if not (text.endswith(",") or marked) or not 2 <= len(name) <= 120 or re.search(r"\d", name) or is_no_journal(name):
        return None
    at = above.content.text.index(name)
    return above.content.span(at, at + len(name))


_BREADCRUMB = re.compile(r"\s*[>›»/|]\s*")
_FIRST_STEP = re.compile(r"(?:home|journals|期刊)\s(?=[A-Z])", re.IGNORECASE)
#: The date between a journal and its volume: `(2014)`, `2014 Jan 5;`, `, March 2013,`.
_YEAR_BEFORE = re.compile(
    rf"(?<![\s,(;:·–-])[\s,(;:·–-]{{0,6}}(?:(?:\d{{1,2}}\s)?{MONTH}(?:[-–/]{MONTH})?\s)?(?:\(?(?:19|20)\d\d\)?(?:\s{MONTH}(?:[-–/]{MONTH})?(?:\s\d{{1,2}})?)?)?"
    r"[\s,(;:·–-]{0,6}$|^(?:\d{1,2}\s)?"
    rf"{MONTH}\s(?:19|20)\d\d[\s,(;:·–-]{{0,6}}$",
    re.IGNORECASE,
)
#: What announces the journal in a line.
_ANNOUNCED = re.compile(
    r"(?:source|from|published in|in|publication|periodical|journal(?: title| name)?|revista|revue|zeitschrift)\s{0,2}[:：]\s{0,3}|source\s(?=[A-Z])",
    re.IGNORECASE,
)
_VOLUME_WORD = re.compile(rf"[\s,]{{0,3}}\(?(?:{spelt(PARTS['volume'].words)}|第)[:：.]?\s{{0,3}}$", re.IGNORECASE)
_NOT_A_JOURNAL = re.compile(
    r"home|journals?|archives?|issues?|articles?|volume|vol\.?|current|past|browse|content|published(?: in)?|citation|in|cite.*|"
    r"source|article info.*|year|yıl|año|ano|année|jahr|год|arquivos?|"
    r"archivos?|edições|números?|hefte?|首页|期刊|刊名|出处|来源|research article|open access|pages?",
    re.IGNORECASE,
)


def is_no_journal(text: str) -> bool:
    """Whether a text is one of the words that stand where a journal's name may."""
    return _NOT_A_JOURNAL.fullmatch(text.strip()) is not None or _A_MONTH.fullmatch(text.strip()) is not None


_A_MONTH = re.compile(rf"{MONTH}(?:\s?[-–/]\s?{MONTH})?|spring|summer|autumn|fall|winter", re.IGNORECASE)


def _journal_before(text: str, end: int) -> Span | None:
    """Return the name of the journal that a line begins with, or its last step before the volume."""
    if year := _YEAR_BEFORE.search(text, 0, end):
        end = year.start()
    start = 0
    for match in _BREADCRUMB.finditer(text, 0, end):
        start = match.end()
    if (first := _FIRST_STEP.match(text, start)) and first.end() < end:
        start = first.end()
    if announced := _ANNOUNCED.match(text, start, end):
        start = announced.end()
    name = _VOLUME_WORD.sub("", text[start:end]).strip(' .,;:·《》“”"')
    if not 2 <= len(name) <= 120 or not name[0].isalpha() or name[0].islower() or any(c.isdigit() for c in name):
        return None
    if is_no_journal(name):
        return None
    at = text.index(name, start)
    stop = at + len(name) + (text[at + len(name) : at + len(name) + 1] == "." and "." in name)
    return at, stop


def offer_values(sheet: Sheet, content: Text, spans: Mapping[str, Span]) -> None:
    """Offer the parts of an article's place that a text holds, by their names."""
    for about in ("volume", "issue"):
        if about in spans:
            sheet.offer(about, _K.MASTHEAD).quote((), content.span(*spans[about]), normalisation="html")
    if "number" in spans:
        sheet.offer("pages", _K.MASTHEAD).quote(("elocation_id",), content.span(*spans["number"]), normalisation="html")
    elif "fpage" in spans:
        candidate = sheet.offer("pages", _K.MASTHEAD)
        candidate.quote(("pages", "first"), content.span(*spans["fpage"]), normalisation="html")
        if "lpage" in spans:
            candidate.quote(("pages", "last"), content.span(*spans["lpage"]), normalisation="html")
    if "doi" in spans:
        candidate = sheet.offer("doi", _K.MASTHEAD).set(("type",), "doi")
        candidate.quote(("value",), content.span(*spans["doi"]), normalisation="html")
    if "journal" in spans:
        span = content.span(*spans["journal"])
        if "." in content.text[slice(*spans["journal"])]:
            sheet.offer("journal-abbreviation", _K.MASTHEAD).quote(("text",), span, normalisation="html")
        else:
            sheet.offer("journal-title", _K.MASTHEAD).quote((), span, normalisation="html")
    if "year" in spans:
        candidate = sheet.offer("published", _K.MASTHEAD, "issue")
        candidate.quote(("year",), content.span(*spans["year"]), normalisation="number")
        candidate.infer(("type",), "collection", "the year of an issue")
