"""From candidates to the article: the order in which fields are settled, and what is checked across them."""

from __future__ import annotations

from collections.abc import Sequence

from jatskit.language import language_of
from jatskit.model import plain
from jatskit.readers.agreement import folded, names_of, same_person
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.html.cut_references import cut_references
from jatskit.readers.html.meta import AND_OTHERS
from jatskit.readers.html.surnames import tell_surnames
from jatskit.readers.sheet import SOURCE_DISTRUSTED, Sheet

_K = SourceKind
#: Sources that say all they say of one article.
_RECORDS = ((_K.HIGHWIRE, _K.PRISM, _K.DUBLIN_CORE, _K.EPRINTS, _K.BEPRESS), (_K.JSON_LD,))


def settle(sheet: Sheet, stated: Sequence[str]) -> None:
    """Settle every field; `stated` are the languages that the tags say the article is in."""
    _distrust_fillers(sheet)
    sheet.settle("title")
    if not sheet.has("title"):
        return
    language = _language(sheet, stated)
    for lang in sheet.variants("translated-title"):
        if lang != language:
            sheet.settle("translated-title", lang)
    _distrust_beginnings(sheet)
    tell_surnames(sheet, language)
    for about in (
        "byline",
        "journal-title",
        "publisher",
        "journal-abbreviation",
        "volume",
        "issue",
        "pages",
        "doi",
        "licence",
        "type",
    ):
        sheet.settle(about)
    cut_references(sheet, sheet.settle("references"))
    for about in ("issn", "other-id", "history", "translated-journal-title"):
        for variant in sheet.variants(about):
            sheet.settle(about, variant)
    _settle_dates(sheet)
    _settle_abstracts(sheet, language)
    _settle_keywords(sheet, language)


def _text(candidate: Candidate) -> str:
    value = candidate.values.get(())
    return plain(value) if isinstance(value, tuple) else str(value or "")


def distrust_strangers(sheet: Sheet) -> None:
    """Distrust a record whose title is not what the page itself shows as its heading and its title."""
    shown = [c for c in sheet.offers("title") if c.kind in (_K.HEADING, _K.TITLE_TAG, _K.OPEN_GRAPH)]
    journals = {folded(c.quoted) for about in ("journal-title", "publisher") for c in sheet.offers(about)}
    headings = [h for c in shown if c.kind is _K.HEADING and (h := folded(_text(c))) not in journals]
    others = [folded(_text(c)) for c in shown if c.kind is not _K.HEADING]
    # Only if the page says its title twice, heading and document, is a tag that says another one a stranger's.
    agreed = [h for h in headings if len(h) > 12 and any(h in o or (len(o) > 12 and o in h) for o in others)]
    if not agreed:
        return
    for kinds in _RECORDS:
        titles = [c for c in sheet.offers("title") if c.kind in kinds]
        if not titles or any(_alike(folded(_text(c)), h) for c in titles for h in (*agreed, *others)):
            continue
        sheet.distrust(kinds, "its title is not the one that the page shows")
        sheet.find(
            SOURCE_DISTRUSTED,
            f"The tags name another title than the page shows: “{_text(titles[0])[:80]}”.",
            offset=titles[0].spans[0][0],
            advice="They may be left over from another article; check what was taken from the page instead.",
        )


def _alike(a: str, b: str) -> bool:
    """Whether two folded titles may be one: one in the other, or alike at one end."""
    if not a or not b:
        return False
    end = min(len(a), len(b), 16)
    return a in b or b in a or a[:end] == b[:end] or a[-end:] == b[-end:]


def _distrust_fillers(sheet: Sheet) -> None:
    """Distrust first pages that say nothing: a lone 0 or 1 beside another page, or an internal number."""
    pages = sheet.offers("pages")
    printed = [c for c in pages if c.kind in (_K.LABEL, _K.MASTHEAD, _K.CITATION)]
    for candidate in pages:
        first = str(candidate.values.get(("pages", "first"), ""))
        last = candidate.values.get(("pages", "last"))
        if candidate in printed:
            continue
        if first.strip("0") == "" and first:
            candidate.distrusted = "page 0 is a filler"
        elif last is not None and _number(last) < _number(first):
            candidate.distrusted = "the last page is before the first"


def _distrust_beginnings(sheet: Sheet) -> None:
    """Distrust a byline that is only the beginning of the list of authors that another source has."""
    bylines = sheet.offers("byline")
    lists = [names_of(c.values) for c in bylines if c.kind in (_K.DUBLIN_CORE, *_DATA) and not c.distrusted]
    for candidate in bylines:
        if spans := candidate.spans:
            end = spans[-1][1]
            if len(bylines) > 1 and AND_OTHERS.match(candidate.text[end : end + 30].split('"')[0]):
                candidate.distrusted = "it leaves authors out"
        if candidate.kind is not _K.BYLINE:
            continue
        mine = names_of(candidate.values)
        if any(len(mine) < len(all_) <= _MOST_MORE * len(mine) and all(map(same_person, mine, all_)) for all_ in lists):
            candidate.distrusted = "another source goes on where it ends"


#: Sources made for programs, that name all of the authors.
_DATA = (_K.JSON_LD, _K.PAGE_DATA)
#: How many times as many authors the whole list may have.
_MOST_MORE = 30


def _number(value: object) -> int:
    digits = "".join(c for c in str(value) if c.isdigit())
    return int(digits or 0)


def _language(sheet: Sheet, stated: Sequence[str]) -> str | None:
    """Infer the language of the article from its title, its abstracts and, between those, what its tags state.

    A title is short, and its small words may be those of another language; it tells alone only where nothing else does.
    """
    title = sheet.value(("title",))
    words = plain(title) if isinstance(title, tuple) else str(title)
    own = language_of(words)
    abstracts = [c.variant for c in sheet.offers("abstract") if c.variant]
    known = {*abstracts, *stated}
    if own is None or (known and own not in known):
        own = next((lang for lang in stated if lang in abstracts), None) or next(iter(abstracts), None) or own
        own = own if own in abstracts or not stated else stated[0]
    if own:
        sheet.infer(("language",), own, "the letters and small words of the title or the abstract, and the tags")
    return own


def _settle_dates(sheet: Sheet) -> None:
    online = next(iter(sheet.offers("published", "electronic")), None)
    undated = next(iter(sheet.offers("published", "")), None)
    _part_printed(sheet, undated)
    once = online and undated and all(online.values.get(p) == v for p, v in undated.values.items())
    for variant in ("electronic",) if once else ("", "printed", "print", "electronic"):
        if variant in sheet.variants("published"):
            sheet.settle("published", variant)
    years = {value for path, value in sheet.values() if path[0] == "publication_dates" and path[-1] == "year"}
    # The year of the issue is said once more only where it is another one.
    if any(candidate.values[("year",)] not in years for candidate in sheet.offers("published", "issue")[:1]):
        sheet.settle("published", "issue")


def _part_printed(sheet: Sheet, best: Candidate | None) -> None:
    """Let the day that the page prints stand beside that of the tags, if it is another one: a tag may date the issue."""
    if best is None or best.kind not in (*_RECORDS[0], *_RECORDS[1]):
        return
    said = [best, *sheet.offers("published", "electronic"), *sheet.offers("published", "print")]
    printed = [c for c in sheet.offers("published", "") if c.kind is _K.BODY and ("day",) in c.values]
    if printed and not any(_as_far_as(one, known) for one in printed for known in said):
        sheet.vary("published", printed[0], "printed")


def _as_far_as(date: Candidate, other: Candidate) -> bool:
    """Whether a date is another one as far as that goes."""
    return all(date.values.get(path) == value for path, value in other.values.items() if path[0] in _DATE)


_DATE = ("year", "month", "day")


def _settle_abstracts(sheet: Sheet, language: str | None) -> None:
    sheet.merge_variant("abstract", "", language)
    variants = sheet.variants("abstract")
    own = language if language in variants else "" if "" in variants else variants[0] if len(variants) == 1 else None
    if own is not None:
        sheet.settle("abstract", own, ("abstracts", 0))
    number = 0
    for variant in variants:
        if variant != own and variant and sheet.settle("abstract", variant, ("translated_abstracts", number)):
            path = ("translated_abstracts", number, "lang")
            sheet.infer(path, variant, "the language of its tag, its label or its words")
            number += 1


def _settle_keywords(sheet: Sheet, language: str | None) -> None:
    sheet.merge_variant("keywords", "", language)
    variants = sheet.variants("keywords")
    best = next((c.variant for c in sheet.offers("keywords")), None)
    own = language if language in variants else "" if "" in variants else best
    if own is None:
        return
    good = {c.variant for c in sheet.offers("keywords") if c.kind not in (_K.DUBLIN_CORE, _K.PLAIN_META)}
    # Subjects in another language than the keywords are the site's, unless there is nothing better in either.
    others = [v for v in variants if v != own and v and (v in good or own not in good)]
    for number, variant in enumerate([own, *others]):
        if sheet.settle("keywords", variant, ("keywords", number)) and number:
            sheet.infer(("keywords", number, "lang"), variant, "the language of their tag, their label or their words")
