"""The meta tags of article pages, as data: which name says what, in which vocabulary.

Sources: Google Scholar's inclusion guidelines and Highwire's tags (`citation_`), DCMI Metadata Terms, the PRISM
specification, the tags of EPrints and of bepress, Open Graph. To teach jatskit a tag, add its name here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from jatskit.readers.candidates import SourceKind

#: The beginnings of names, and the vocabulary that each stands for. The first that fits counts.
VOCABULARIES: tuple[tuple[re.Pattern[str], SourceKind], ...] = (
    (re.compile(r"bepress_citation_"), SourceKind.BEPRESS),
    (re.compile(r"(?:citation_|wkhealth_|hw\.citation_)"), SourceKind.HIGHWIRE),
    (re.compile(r"eprints\."), SourceKind.EPRINTS),
    (re.compile(r"prism[.:]"), SourceKind.PRISM),
    (re.compile(r"(?:dc|dcterms)[.:]"), SourceKind.DUBLIN_CORE),
    (re.compile(r"(?:og|article|book):"), SourceKind.OPEN_GRAPH),
    (re.compile(r""), SourceKind.PLAIN_META),
)

_CITATION = """
title: title                              author: author                   authors: authors
author_institution: institution           author_orcid: orcid              author_email: email
editor: -                                 journal_title: journal           journal: journal
journal_name: journal                     conference_title: container              inbook_title: container
conference: container                      book_title: container              journal_abbrev: abbreviation
issn: issn                                eissn: eissn                     pissn: pissn
publisher: publisher                      volume: volume                   issue: issue
firstpage: fpage                          lastpage: lpage                  pages: pages
article_number: elocation                 elocation_id: elocation          elocation: elocation
doi: doi                                  pmid: pmid                       pmcid: pmcid
publication_date: published               date: date                       cover_date: published
online_date: online                       year: year                       keywords: keywords
keyword: keywords                         abstract: abstract               language: language
article_type: type                        reference: reference             dissertation_institution: publisher
technical_report_institution: -           num_pages: -                     spage: fpage
epage: lpage                              date_received: received          received_date: received
date_accepted: accepted                   accepted_date: accepted          publication_year: year
journal_issn: issn                        keywords_en: keywords            title_en: translated
"""
_DUBLIN_CORE = """
title: title                  title.alternative: translated    creator: author
creator.personalname: author  contributor: contributor         contributor.author: author
author: author                date: date                       issued: published
date.issued: published            date.created: created            date.published: date
date.available: -             identifier: identifier           identifier.doi: doi
identifier.pagenumber: pages  identifier.issn: issn            source: source
source.issn: issn             source.volume: volume            source.issue: issue
publisher: publisher          language: language               description: abstract
description.abstract: abstract abstract: abstract              subject: keywords
keywords: keywords            type: type                    type.articletype: type           rights: rights
license: rights               citation.volume: volume          citation.issue: issue
citation.spage: fpage         citation.epage: lpage            ispartof: journal
bibliographiccitation.volume: volume                           bibliographiccitation.issue: issue
bibliographiccitation: citation                                identifier.citation: citation
identifier.bibliographiccitation: citation                     source.citation: citation
relation.ispartof: -          source.uri: -                    date.datesubmitted: -
date.modified: -              rightsholder: -                  extent: -
"""
_PRISM = """
publicationname: journal   issn: pissn             eissn: eissn            volume: volume
number: issue              startingpage: fpage     endingpage: lpage       doi: doi
publicationdate: date      coverdate: published    keyword: keywords       pagerange: pages
publisher: publisher       section: type               issueidentifier: -      articlenumber: elocation
"""
_EPRINTS = """
title: title            creators_name: author   publication: journal    volume: volume
number: issue           pagerange: pages        date: date              abstract: abstract
keywords: keywords      issn: issn              publisher: publisher    id_number: doi
creators_orcid: orcid   official_url: -         type: -                 language: language
"""
_OPEN_GRAPH = """
title: title    description: abstract    published_time: published    site_name: -    publish_date: -
"""
_PLAIN = """
title: title      author: author        authors: author    keywords: keywords    description: abstract
doi: doi          citation: -           issn: issn         dc: -                 abstract: abstract
"""


def _table(text: str) -> dict[str, str]:
    pairs = re.findall(r"([\w.]+): ([\w-]+)", text)
    return {name: what for name, what in pairs if what != "-"}


#: What a name says, after the beginning that tells its vocabulary.
NAMES: Mapping[SourceKind, Mapping[str, str]] = {
    SourceKind.HIGHWIRE: _table(_CITATION),
    SourceKind.BEPRESS: _table(_CITATION),
    SourceKind.DUBLIN_CORE: _table(_DUBLIN_CORE),
    SourceKind.PRISM: _table(_PRISM),
    SourceKind.EPRINTS: _table(_EPRINTS),
    SourceKind.OPEN_GRAPH: _table(_OPEN_GRAPH),
    SourceKind.PLAIN_META: _table(_PLAIN),
}


@lru_cache(maxsize=1024)
def meaning(name: str) -> tuple[SourceKind, str] | None:
    """Return the vocabulary of a tag and what it says, or None if it says nothing of the article."""
    name = name.strip().lower()
    for beginning, kind in VOCABULARIES:
        if match := beginning.match(name):
            what = NAMES[kind].get(name[match.end() :])
            return (kind, what) if what else None
    return None
