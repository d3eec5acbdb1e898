"""What each target demands of a document: which rules count, how severe what they find is, and which facts are required.

One table. A row is a rule, or a group of rules; a column is a destination. A row for a rule counts before one for its
group. In a cell stands how severe the rule's findings are there: `E` an error, `W` a warning, `I` a remark, `=` as the
rule itself says, `.` the rule does not count, and `R` that the fact is required: an error, and without it the article
is not ready for the destination. The first column is for a document that goes nowhere in particular: it lacks only what
is one destination's private wish.

The sources are those of the rules: JATS4R's recommendations, PMC's Tagging Guidelines, SciELO PS. What Crossref requires is
what its deposit schema 5.3.1 does: of `journal_article` titles, a date of publication and the DOI, of a person a
surname, of the journal its title, and by its documentation an ISSN or a DOI of the journal. What DOAJ requires is what its
documentation of the XML for articles (doaj.org/docs/xml) does: the titles of journal and article, an ISSN, a date and
where the text is; authors are optional there, while its form asks for one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from jatskit.errors import UnknownTarget
from jatskit.findings import Severity
from jatskit.schema.catalogue import TagSet, Target

_TABLE = """
                     own jats4r pmc crossref doaj scielo
XML                  =   =      =   =        =    =
DOCTYPE              =   =      =   .        .    =
NS                   =   =      =   .        .    =
SCHEMA               =   =      =   =        =    =
SUPPRESSION          =   =      =   =        =    =
XREF-RID             =   =      =   .        .    =
XREF-TYPE-MATCH      =   =      =   .        .    =
XREF-ORPHAN          =   .      =   .        .    =
XREF-LABEL           =   =      =   .        .    =
XREF-COMMA           =   .      =   .        .    =
ID-PATTERN           .   .      =   .        .    .
ID-DOI               =   =      =   =        .    =
JMETA-PRESENT        .   .      R   R        R    R
JMETA-JOURNAL-ID     =   .      R   .        .    =
JMETA-TITLE          =   .      R   R        R    R
JMETA-ISSN           =   .      R   R        R    R
JMETA-ID-TYPE        .   .      E   .        .    .
JMETA-PUBLISHER      =   .      R   .        I    R
ART-TYPE             =   .      R   .        .    R
ART-SUBJECT          W   .      R   .        .    R
ART-SUBJECT-ONE      .   .      =   .        .    .
ART-SUBJECT-PLAIN    .   .      =   .        .    .
ART-SUBJECT-GROUPS   .   =      .   .        .    .
ART-LANG             W   W      .   W        I    R
ART-DOI              =   .      =   R        W    R
ART-TITLE            =   .      R   R        R    R
ART-TITLE-STYLE      =   .      W   .        .    =
ART-FPAGE-ELOC       W   .      R   W        I    R
ART-LPAGE            .   .      =   .        .    .
ART-PRODUCT          =   .      =   .        .    .
ART-NOTICE           =   .      =   .        .    .
ART-VERSION          =   =      =   .        .    .
ART-ID               =   =      =   .        .    =
ART-ID-TYPE          .   .      =   .        .    .
ART-DELAY            .   .      =   .        .    .
ART-ADDRESS          .   .      .   .        R    .
ART-ISSUE            =   .      =   W        W    =
DATE-PUB             =   =      R   R        R    R
DATE-PUB-TYPE        =   .      E   .        .    =
DATE-VALID           =   =      =   =        =    =
DATE-HISTORY         =   .      =   .        .    =
DATE-HISTORY-TYPE    .   .      =   .        .    .
DATE-PUB-DAY         .   .      =   .        .    .
DATE-PARTS           .   .      =   .        .    .
CONTRIB-TYPE         =   =      =   .        .    =
CONTRIB-KNOWN-TYPE   .   .      =   .        .    .
CONTRIB-ONE          .   .      =   .        .    .
CONTRIB-PRESENT      .   .      .   .        W    .
CONTRIB-NAME         =   =      R   R        =    =
CONTRIB-NAME-CLEAN   =   =      =   =        =    =
CONTRIB-STRING-NAME  =   .      E   E        W    =
CONTRIB-ALTERNATIVES =   .      E   .        .    .
CONTRIB-TWICE        =   .      E   .        .    .
CONTRIB-XREF-MARK    =   .      =   .        .    =
CONTRIB-EMAIL        =   =      =   .        .    =
CONTRIB-DUPLICATE    =   .      =   =        =    =
CONTRIB-ORCID        =   =      =   =        =    =
CONTRIB-CORRESP      =   =      .   .        .    =
CONTRIB-EQUAL        =   =      .   .        .    =
CONTRIB-AFF-LINK     =   =      .   .        .    =
AFF-XREF             =   =      =   .        .    =
AFF-LABEL            =   =      .   .        .    =
AFF-INSTITUTION      =   =      .   I        .    =
AFF-COUNTRY          =   =      .   .        .    =
COLLAB               =   =      =   W        .    .
COLLAB-ID            .   .      =   .        .    .
COLLAB-INNER         .   .      =   .        .    .
CREDIT               =   =      .   .        .    =
ABS-PRESENT          =   =      =   .        I    =
ABS-GRAPHICAL        =   =      =   .        .    .
ABS-TYPE             .   =      .   .        .    .
ABS-KEYWORDS         =   =      =   .        =    =
ABS-TRANS-PAIR       .   .      .   .        .    E
ABS-SEC-TITLE        =   =      =   .        .    .
ABS-TRANS-LANG       =   =      =   .        W    =
KWD                  =   =      =   .        W    =
KWD-PARTS            .   =      .   .        .    .
PERM-PRESENT         =   =      R   .        W    R
PERM-COPYRIGHT       =   =      W   .        W    =
PERM-LICENSE-URI     =   =      =   W        W    =
PERM-LICENSE-FN      =   .      =   .        .    .
PERM-OPEN            .   .      =   .        .    .
PERM                 =   =      =   .        W    =
FUND                 =   =      .   W        .    =
COI                  =   =      .   .        .    .
DAS                  =   =      .   .        .    =
ETHICS               =   =      .   .        .    .
TRIAL                =   =      .   W        .    .
TRIAL-SOURCE-TYPE    .   =      .   .        .    .
REF-ID               =   =      =   .        .    =
REF-PUBTYPE          =   =      =   .        .    =
REF-REQUIRED         =   .      .   .        .    =
REF-YEAR             =   =      .   .        .    =
REF-PUBID            =   =      =   =        .    =
REF-ELEMENT-VS-MIXED I   .      .   .        .    =
REF-ALTERNATIVES     .   .      =   .        .    .
REF-DUPLICATE        =   =      =   =        .    =
REF-LINKED-DOI       =   =      =   =        .    =
REF-OTHER            .   =      .   .        .    .
REF                  =   =      .   .        .    =
FIG-GRAPHIC          =   =      =   .        .    =
FIG-EXTENSION        =   .      .   .        .    E
FIG                  =   =      .   .        .    =
FLOATS-POSITION      =   .      E   .        .    =
FLOATS-STATED        .   .      =   .        .    .
ALTERNATIVES-COUNT   =   .      E   .        .    =
ALTERNATIVES-KINDS   .   .      =   .        .    .
ALTERNATIVES-LANG    .   .      =   .        .    .
TABLE                =   =      =   .        .    =
A11Y-ALT             W   =      .   .        .    W
A11Y                 =   =      .   .        .    =
MATH-ID              .   .      =   .        .    .
MATH-TEX             =   =      .   .        .    =
MATH-TEX-DOCUMENT    .   .      =   .        .    .
MATH-NUMBER-SPLIT    =   .      E   .        .    =
MATH-TEXT-SPLIT      .   .      =   .        .    .
MATH-NESTED          =   =      E   .        .    =
MATH-STRUCTURE       =   =      E   .        .    =
MATH-SEMANTICS       .   .      =   .        .    .
MATH                 =   =      =   .        .    =
SEC-BOLD-PARAGRAPH   =   =      =   .        .    =
SEC-BOLD-TITLE       =   .      =   .        .    =
SEC                  =   =      .   .        .    =
EMPTY                =   =      =   .        .    =
LIST                 =   =      =   .        .    =
LINK                 =   =      =   .        .    =
LINK-KNOWN-TYPE      .   .      =   .        .    .
LINK-DOI             .   .      =   .        .    .
SUPP                 =   .      .   .        .    =
RELATED-TYPES        =   .      E   .        .    .
RELATED-OBJECT       =   =      =   .        .    .
RELATED-ID           .   .      E   .        .    .
RELATED-REPLY        .   .      =   .        .    .
RELATED-MATCH        .   .      =   .        .    .
RELATED-LINK         .   .      =   .        .    .
RELATED-OBJECT-ARTICLE .   .      =   .        .    .
RELATED-ARTICLE      =   .      =   W        .    =
SUBARTICLE           =   .      =   .        .    =
SUBARTICLE-ID        .   .      =   .        .    .
PEER-REVIEW          =   =      .   W        .    .
FN                   =   .      =   .        .    =
FN-SYMBOL            .   .      =   .        .    .
LABEL-SUP            =   .      W   .        .    =
BACK-PLACE           .   .      =   .        .    .
BACK-GLOSSARY        .   .      =   .        .    .
COUNT                =   .      =   .        .    =
LANG                 =   =      =   =        =    =
LANG-GROUP           =   .      E   .        .    =
LANG-REPEATED        .   =      .   .        .    .
LANG-TRANSLATED      .   .      =   .        .    .
VERSION              =   .      =   .        .    .
SPS                  .   .      .   .        .    =
"""
#: What the tag sets' own schemas require, where a rule says the same of an article.
_REQUIRED_BY_SCHEMA = {
    TagSet.ARCHIVING: ("ART-TYPE",),
    TagSet.PUBLISHING: ("ART-TYPE", "JMETA-JOURNAL-ID", "JMETA-ISSN", "ART-TITLE"),
    TagSet.AUTHORING: ("ART-TYPE", "ART-TITLE", "CONTRIB-NAME", "ABS-PRESENT"),
}
#: The destinations, and how people call them.
DESTINATIONS = {"jats4r": "JATS4R", "pmc": "PMC", "crossref": "Crossref", "doaj": "DOAJ", "scielo": "SciELO"}
_LETTERS = {"E": Severity.ERROR, "R": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}

#: The target that checks nothing but well-formedness, the document's own schema, and its ids.
SCHEMA_ONLY = "schema"


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return the table: a rule's or group's id, a column's name, a letter."""
    columns, *rows = (line.split() for line in _TABLE.strip().splitlines())
    return {id: dict(zip(columns, cells, strict=True)) for id, *cells in rows}


def belongs(id: str, to: str) -> bool:
    """Whether a rule is the one, or of the group, that `to` names: `ART-DOI` is `art-doi`, and of `ART`."""
    id, to = id.upper(), to.upper()
    return id == to or id.startswith(f"{to}-")


@dataclass(frozen=True)
class Demands:
    """What is demanded of a document.

    `schema` is what it is validated against: None for what it declares itself. `column` is that of the table, or ""
    if no rule counts. `own` says what a journal wants otherwise, by rule or group: a severity, or None for nothing;
    `facts` are the rules that it requires.
    """

    name: str
    column: str = "own"
    schema: Target | None = None
    own: tuple[tuple[str, Severity | None], ...] = ()
    facts: tuple[str, ...] = ()

    def severity(self, id: str, usual: Severity) -> Severity | None:
        """Return how severe the findings of a rule are here, or None if it does not count."""
        if not self.column:
            return None
        if any(belongs(id, to) for to in self.facts):
            return Severity.ERROR
        closest = max((pair for pair in self.own if belongs(id, pair[0])), key=lambda pair: len(pair[0]), default=None)
        if closest:
            return closest[1]
        letter = _cell(id, self.column)
        return None if letter == "." else _LETTERS.get(letter, usual)

    def required(self) -> tuple[str, ...]:
        """Return the ids of the rules that must be silent for a document to be ready."""
        listed = [id for id, row in _table().items() if self.column and row[self.column] == "R"]
        if self.schema is not None:
            listed += _REQUIRED_BY_SCHEMA[self.schema.tag_set]
        return tuple(dict.fromkeys([*listed, *self.facts]))


def _cell(id: str, column: str) -> str:
    table = _table()
    row = table.get(id) or table.get(id.partition("-")[0]) or next((table[to] for to in table if belongs(id, to)), {})
    return row.get(column, "=")


def listed() -> frozenset[str]:
    """Return the rules and groups that the table has rows for."""
    return frozenset(_table())


def demands(name: str | None) -> Demands:
    """Return what a target demands: `schema`, a tag set with a version or without, a destination, or None for none.

    Raises UnknownTarget.
    """
    if name is None:
        return Demands("")
    lower = name.strip().lower()
    if lower == SCHEMA_ONLY:
        return Demands(lower, column="")
    if lower in DESTINATIONS:
        return Demands(lower, column=lower)
    try:
        schema = Target.parse(lower)
    except UnknownTarget as error:
        close = difflib.get_close_matches(lower, [SCHEMA_ONLY, *DESTINATIONS], 1)
        guess = f"Did you mean {close[0]}? " if close else ""
        places = ", ".join([SCHEMA_ONLY, *DESTINATIONS])
        raise UnknownTarget(f"there is no target {name!r}", f"{guess}{error.advice} And: {places}.") from None
    return Demands(schema.name, schema=schema)


def a_journals(table: Mapping[str, str], facts: Iterable[str], base: Demands) -> Demands:
    """Return what a journal demands on top of a target: severities by rule or group (`off` for none), required facts."""
    own = tuple((id, None if word == "off" else Severity[word.upper()]) for id, word in table.items())
    return Demands(base.name, base.column, base.schema, own, tuple(facts))
