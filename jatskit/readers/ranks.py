"""Which source of a page counts for which field, and why: the one table of the reconciliation.

The reasons rest on what publishers' pages were seen to do. In general, tags that a publisher makes for indexers
(`citation_`, then PRISM, then Dublin Core) are from the journal's database and hold one value without any words
around it; what people see is proof-read, but has to be told from its surroundings; Open Graph and the document's
title are made for other sites and carry slogans; a plain `description` or `author` may be about anything.
"""

from __future__ import annotations

from collections.abc import Mapping

from jatskit.identifiers import doi, issn
from jatskit.language import language_tag
from jatskit.readers import agreement
from jatskit.readers.candidates import Field, SourceKind, Values

_K = SourceKind
#: Tags made for indexers, in the order in which they are trusted.
_TAGS = (_K.HIGHWIRE, _K.EPRINTS, _K.BEPRESS, _K.PRISM, _K.DUBLIN_CORE, _K.JSON_LD, _K.PAGE_DATA)


def _is_doi(values: Values) -> bool:
    try:
        return bool(doi(str(values.get(("value",), ""))))
    except ValueError:
        return False


def _is_issn(values: Values) -> bool:
    try:
        return bool(issn(str(values.get(("value",), ""))))
    except ValueError:
        return False


FIELDS: Mapping[str, Field] = {
    "title": Field(
        ("title",),
        (
            _K.LABEL,
            _K.HIGHWIRE,
            _K.EPRINTS,
            _K.BEPRESS,
            _K.HEADING,
            _K.HEADER,
            _K.DUBLIN_CORE,
            _K.JSON_LD,
            _K.PAGE_DATA,
            _K.MASTHEAD,
        ),
        "a tag holds the title and nothing else; a heading may be the site's, and has footnote marks",
        agreement.same,
        fallback=(_K.CITATION, _K.MICRODATA, _K.OPEN_GRAPH, _K.TITLE_TAG, _K.BODY),
        detail=agreement.marked_up,
    ),
    "subtitle": Field(
        ("subtitle",), (_K.LABEL, _K.HEADING, *_TAGS), "as the title", agreement.same, detail=agreement.marked_up
    ),
    "translated-title": Field(
        ("translated_titles",),
        (_K.LABEL, *_TAGS, _K.HEADING),
        "as the title; each language has its own",
        lambda a, b: agreement.folded(a.get(("title",))) == agreement.folded(b.get(("title",))),
        fallback=(_K.TITLE_TAG,),
        listed=True,
    ),
    "byline": Field(
        (),
        (_K.LABEL, _K.HIGHWIRE, _K.EPRINTS, _K.BEPRESS, _K.BYLINE, _K.JSON_LD, _K.PAGE_DATA, _K.DUBLIN_CORE, _K.HEADER),
        "an author's tag holds one name, and most tell the surname by a comma; a byline has marks and degrees in it; "
        "Dublin Core may name contributors of other kinds",
        agreement.same_people,
        fallback=(_K.CITATION, _K.MICRODATA, _K.PLAIN_META),
        detail=agreement.full_names,
        parts=frozenset({"orcid", "emails", "affiliations", "corresponding", "equal", "degrees"}),
    ),
    "journal-title": Field(
        ("journal", "titles", 0, "text"),
        (
            _K.LABEL,
            _K.HIGHWIRE,
            _K.EPRINTS,
            _K.BEPRESS,
            _K.PRISM,
            _K.TITLE_TAG,
            _K.MASTHEAD,
            _K.JSON_LD,
            _K.PAGE_DATA,
            _K.HEADER,
            _K.CITATION,
        ),
        "a tag holds the full title; a masthead often abbreviates it",
        agreement.same,
        fallback=(_K.DUBLIN_CORE, _K.MICRODATA, _K.BODY),
        of_journal=True,
    ),
    "translated-journal-title": Field(
        ("journal", "translated_titles"),
        (*_TAGS,),
        "only tags say in which language a title is",
        lambda a, b: agreement.folded(a.get(("text",))) == agreement.folded(b.get(("text",))),
        listed=True,
        of_journal=True,
    ),
    "journal-abbreviation": Field(
        ("journal", "abbreviations"),
        (*_TAGS, _K.MASTHEAD),
        "only tags say of a title that it is abbreviated",
        lambda a, b: True,
        listed=True,
        of_journal=True,
    ),
    "issn": Field(
        ("journal", "issns"),
        (*_TAGS, _K.LABEL, _K.MASTHEAD, _K.BODY),
        "an ISSN has a check digit, so every well-formed one counts; of each format there is one",
        lambda a, b: True,
        fallback=(_K.MICRODATA, _K.FURNITURE),
        listed=True,
        valid=_is_issn,
        fault="no ISSN has this check digit",
        of_journal=True,
    ),
    "publisher": Field(
        ("journal", "publisher", "name"),
        (_K.HIGHWIRE, _K.LABEL, _K.EPRINTS, _K.BEPRESS, _K.DUBLIN_CORE, _K.PRISM, _K.JSON_LD, _K.PAGE_DATA),
        "a tag names the publisher of the journal; what people see is often the platform",
        agreement.same,
        fallback=(_K.BODY, _K.FURNITURE),
        of_journal=True,
    ),
    "volume": Field(
        ("volume",),
        (_K.LABEL, _K.MASTHEAD, *_TAGS, _K.CITATION),
        "what is printed beside the article is what people cite; tags are kept from before the issue was made",
        agreement.same,
        fallback=(_K.MICRODATA, _K.FURNITURE),
    ),
    "issue": Field(
        ("issue",),
        (_K.LABEL, _K.MASTHEAD, *_TAGS, _K.CITATION),
        "as the volume",
        agreement.same,
        fallback=(_K.MICRODATA, _K.FURNITURE),
    ),
    "pages": Field(
        (),
        (_K.LABEL, _K.MASTHEAD, _K.CITATION, *_TAGS),
        "first pages in tags may be fillers or internal numbers, so what is printed counts first",
        agreement.same_pages,
        fallback=(_K.MICRODATA,),
    ),
    "doi": Field(
        ("ids",),
        (
            _K.LABEL,
            _K.HIGHWIRE,
            _K.MASTHEAD,
            _K.EPRINTS,
            _K.BEPRESS,
            _K.PRISM,
            _K.DUBLIN_CORE,
            _K.JSON_LD,
            _K.PAGE_DATA,
            _K.CITATION,
        ),
        "a labelled DOI or a tag for it is the article's; any other may be a reference's or a supplement's",
        agreement.same_identifier,
        fallback=(_K.MICRODATA, _K.BODY, _K.PLAIN_META, _K.ADDRESS),
        listed=True,
        valid=_is_doi,
        fault="it is no DOI",
    ),
    "other-id": Field(
        ("ids",),
        (*_TAGS, _K.LABEL, _K.BODY),
        "each type of identifier for itself",
        agreement.same_identifier,
        listed=True,
    ),
    "published": Field(
        ("publication_dates",),
        (_K.LABEL, _K.MASTHEAD, *_TAGS, _K.CITATION, _K.HEADER),
        "each kind of date (print, electronic, the issue's) for itself; the date of an upload is none of them",
        agreement.same_date,
        fallback=(_K.MICRODATA, _K.BODY, _K.OPEN_GRAPH),
        listed=True,
    ),
    "history": Field(
        ("history",),
        (_K.LABEL, _K.BODY, *_TAGS),
        "history lines are printed with their labels; few tags exist for them",
        agreement.same_date,
        listed=True,
    ),
    "abstract": Field(
        ("abstracts",),
        (_K.LABEL, _K.BODY, _K.HIGHWIRE, _K.EPRINTS, _K.BEPRESS, _K.DUBLIN_CORE, _K.JSON_LD, _K.PAGE_DATA),
        "the printed abstract has its paragraphs and italics; tags flatten it, and some hold a digest",
        agreement.same_text,
        fallback=(_K.MICRODATA, _K.PLAIN_META, _K.OPEN_GRAPH),
        listed=True,
        detail=lambda values: 0,  # the best source's own, not the longest
    ),
    "keywords": Field(
        ("keywords",),
        (_K.LABEL, _K.HIGHWIRE, _K.BODY, _K.JSON_LD, _K.PAGE_DATA, _K.EPRINTS, _K.BEPRESS, _K.PRISM, _K.HEADER),
        "what is printed as keywords are the authors'; tags add subject codes, and Dublin Core's subjects may be the journal's",
        agreement.same_terms,
        fallback=(_K.MICRODATA, _K.DUBLIN_CORE, _K.PLAIN_META),
        listed=True,
    ),
    "licence": Field(
        ("permissions",),
        (_K.LABEL, _K.BODY, *_TAGS),
        "the licence that a link on the page names is the one that readers were given",
        lambda a, b: agreement.folded(a.get(("licences", 0, "url"))) == agreement.folded(b.get(("licences", 0, "url"))),
    ),
    "references": Field(
        (),
        (_K.BODY, _K.HIGHWIRE),
        "the printed list has its labels, order and markup; tags hold parts of it",
        lambda a, b: len({p[1] for p in a if len(p) > 1}) == len({p[1] for p in b if len(p) > 1}),
    ),
    "language": Field(
        ("language",),
        (_K.BODY, *_TAGS),
        "the words tell; the tag of a page is often its interface's",
        lambda a, b: language_tag(str(a.get(()))) == language_tag(str(b.get(()))),
    ),
    "type": Field(("type",), (_K.LABEL, *_TAGS, _K.HEADING), "as printed", agreement.same),
}
