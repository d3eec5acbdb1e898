"""The binding table: jatskit's model and JATS, row by row, in the order of the schema.

What a tag set lacks is marked `lacks=`; the inline elements that its texts lack are listed in `inline`. Facts about
the DTDs hold for the versions 1.2 to 1.4, unless the version is named.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from jatskit.findings import Path
from jatskit.jats.binding import (
    Attr,
    Attribute,
    Derived,
    IdAttr,
    Inlined,
    Known,
    Leaf,
    Many,
    Node,
    One,
    Rich,
    Row,
    Said,
    Text,
    Version,
    Words,
    Wrapper,
    flag,
)
from jatskit.jats.references import REFERENCE
from jatskit.jats.shared import ID_TYPES, NAMES_BY_TAG, NAMES_BY_TYPE, ListedType, authoring, lang
from jatskit.jats.state import Fate, Fitting, Frame, Intake, Output, clark, escaped, quoted
from jatskit.model import (
    Abstract,
    AbstractSection,
    Affiliation,
    Article,
    ArticleId,
    Award,
    Contributor,
    Country,
    CreditTerm,
    Funder,
    HistoryDate,
    Journal,
    JournalAbbreviation,
    JournalId,
    JournalIssn,
    JournalTitle,
    KeywordGroup,
    Licence,
    OrganisationName,
    Pages,
    PartialDate,
    Permissions,
    PublicationDate,
    Publisher,
    RelatedArticle,
    Role,
    SubjectGroup,
    TranslatedAbstract,
    TranslatedJournalTitle,
    TranslatedTitle,
)
from jatskit.model.text import tidy
from jatskit.schema.catalogue import TagSet

_HREF = clark("xlink:href")


# -- The journal --------------------------------------------------------------------------------------------

_FORMATS = {"ppub": "print", "epub": "electronic"}


def _old_issn(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """Read `@pub-type`, which `@publication-format` has taken the place of."""
    if (old := element.get("pub-type")) is not None:
        if old in _FORMATS and "format" not in frame.data:
            frame.data["format"] = _FORMATS[old]
        else:
            intake.not_bound(f"pub-type={old!r} was left out", element, frame.path, "pub-type")


JOURNAL = Node(
    "journal-meta",
    Journal,
    Many("ids", Node("journal-id", JournalId, Attr("journal-id-type", "type"), Text("value"))),
    Wrapper(
        "journal-title-group",
        Many("titles", Node("journal-title", JournalTitle, lang(), Text("text"))),
        Many(
            "translated_titles",
            Node("trans-title-group", TranslatedJournalTitle, lang(), Leaf("trans-title", "text")),
        ),
        Many(
            "abbreviations",
            Node("abbrev-journal-title", JournalAbbreviation, Attr("abbrev-type", "type"), lang(), Text("text")),
        ),
        bare_once=True,
    ),
    Many(
        "issns",
        Node(
            "issn",
            JournalIssn,
            Attr("publication-format", "format"),
            Known("pub-type"),
            Text("value"),
            mend=_old_issn,
        ),
    ),
    Leaf("issn-l", "issn_l"),
    One(
        "publisher",
        Node("publisher", Publisher, Leaf("publisher-name", "name"), Leaf("publisher-loc", "location")),
    ),
)

# -- Identifiers and subjects -------------------------------------------------------------------------------


_ARTICLE_ID_TYPE = ListedType("pub-id-type", "type", ID_TYPES)


def _fit_article_id(id: ArticleId, fitting: Fitting, path: Path) -> ArticleId | None:
    if not _ARTICLE_ID_TYPE.lacks(id.type, fitting.target):
        return id
    fitting.report(f"an article-id of the type {id.type!r} has no place ({id.value})", path)
    return None


ARTICLE_ID = Node("article-id", ArticleId, _ARTICLE_ID_TYPE, Text("value"), fit=_fit_article_id)

SUBJECTS = Node(
    "subj-group", SubjectGroup, Attr("subj-group-type", "type"), lang(), Rich("subject", "subjects", many=True)
)

TRANSLATED_TITLE = Node(
    "trans-title-group",
    TranslatedTitle,
    lang(),
    Rich("trans-title", "title"),
    Rich("trans-subtitle", "subtitle"),
)

# -- Contributors and affiliations --------------------------------------------------------------------------


class Names(Row):
    """The names of one party: an element for each by its type, in an alternatives element if there are several."""

    fields = ("names",)
    tags = (*NAMES_BY_TAG, "name-alternatives", "collab-alternatives")

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write the names."""
        names = model.names
        if len(names) == 1:
            NAMES_BY_TYPE[type(names[0])].write(names[0], out, pad, (*path, "names", 0))
            return
        tag = "collab-alternatives" if model.is_organisation else "name-alternatives"
        out.parts.append(f"{pad}<{tag}>")
        for index, name in enumerate(names):
            NAMES_BY_TYPE[type(name)].write(name, out, pad + "  ", (*path, "names", index))
        out.parts.append(f"{pad}</{tag}>")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read a name, or several."""
        if not isinstance(element.tag, str):
            return False
        names = frame.data.setdefault("names", [])
        if element.tag in NAMES_BY_TAG:
            found: list[etree._Element] = [element]
        else:
            intake.attributes(element, frame.path, frozenset())
            found = [child for child in element if isinstance(child.tag, str)]
        for child in found:
            node = NAMES_BY_TAG.get(str(child.tag))
            if node is None:
                intake.element_not_bound(child, frame.path)
            elif (name := node.read(child, intake, (*frame.path, "names", len(names)))) is not None:
                names.append(name)
        return True


class Credit:
    """The attributes that name a role of CRediT."""

    fields: tuple[str, ...] = ("credit",)
    names: tuple[str, ...] = ("vocab", "vocab-identifier", "vocab-term", "vocab-term-identifier")

    def text(self, model: Any, out: Output) -> str:
        """Return the four attributes, or none."""
        term = model.credit
        if term is None:
            return ""
        return (
            ' vocab="credit" vocab-identifier="https://credit.niso.org/"'
            f' vocab-term="{quoted(term.value)}" vocab-term-identifier="{term.url}"'
        )

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> None:
        """Find the term by its name or its URL."""
        said = {name: element.get(name, "") for name in self.names if element.get(name)}
        if not said:
            return
        term = next((term for term in CreditTerm if self._is(term, said)), None)
        if term is None or "credit" not in (said.get("vocab", "") + said.get("vocab-identifier", "")).lower():
            intake.not_bound(f"a role's vocabulary was left out: {said}", element, frame.path, *said)
        else:
            frame.data["credit"] = term

    @staticmethod
    def _is(term: CreditTerm, said: dict[str, str]) -> bool:
        def bare(text: str) -> str:
            return "".join(letter for letter in text.lower() if letter.isalpha())

        url = said.get("vocab-term-identifier", "").rstrip("/")
        return bare(said.get("vocab-term", "")) == bare(term.value) or url.endswith(term.url[8:].rstrip("/"))


class AffiliationLinks(Row):
    """Links to affiliations; each shows the affiliation's label, if it has one."""

    fields = ("affiliations",)
    tags = ("xref",)

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write a link for each affiliation."""
        for index, id in enumerate(model.affiliations):
            mark = out.mark((*path, "affiliations", index))
            label = out.labels.get(id)
            end = f">{escaped(label)}</xref>" if label else "/>"
            out.parts.append(f'{pad}<xref ref-type="aff" rid="{id}"{mark}{end}')

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read a link, if it is one to affiliations."""
        if element.get("ref-type") != "aff":
            return False
        intake.attributes(element, frame.path, frozenset(("ref-type", "rid")))
        ids = frame.data.setdefault("affiliations", [])
        found = [intake.id_for(raw) for raw in element.get("rid", "").split()]
        for id in found:
            if id is None:
                intake.not_bound(f"a link to {element.get('rid')!r} was left out", element, frame.path)
            elif id not in ids:
                ids.append(id)
        shows = tidy("".join(str(text) for text in element.xpath(".//text()")))
        for inside in element.iterdescendants("*"):
            intake.ledger.element(inside, Fate.WORDS, frame.path)
        intake.marks.append((element, " ".join(id for id in found if id), shows))
        return True

    def hold(self, model: Any, fitting: Fitting, path: Path, changes: dict[str, Any]) -> None:
        """Leave the links out together with what they lead to, which is reported there."""
        if model.affiliations and authoring(fitting.target):
            changes["affiliations"] = ()


class InnerAffiliation(Row):
    """An affiliation that stands inside its contributor: read, and written after the contributors."""

    tags = ("aff",)

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read it, and link it."""
        affiliation = AFFILIATION.read(element, intake, frame.path)
        if affiliation is not None:
            intake.inner_affiliations.append(affiliation)
            frame.data.setdefault("affiliations", []).append(affiliation.id)
        return True


def _mend_contributor(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """A contributor is a person or an organisation: keep what stands first."""
    names = frame.data.get("names", [])
    of_one_kind = [n for n in names if isinstance(n, OrganisationName) == isinstance(names[0], OrganisationName)]
    for name in names:
        if name not in of_one_kind:
            intake.not_bound(f"{str(name)!r}, another party in one contributor, was left out", element, frame.path)
    frame.data["names"] = of_one_kind


def _orcid(id: str) -> str:
    return f"https://orcid.org/{id}"


CONTRIBUTOR = Node(
    "contrib",
    Contributor,
    Attr("contrib-type", "type"),
    flag("corresp", "corresponding"),
    flag("equal-contrib", "equal"),
    flag("deceased", "deceased"),
    Leaf("contrib-id", "orcid", given={"contrib-id-type": "orcid"}, encode=_orcid),
    Names(),
    Leaf("degrees", "degrees", many=True),
    Many("roles", Node("role", Role, Credit(), Text("text"))),
    Leaf("email", "emails", many=True),
    AffiliationLinks(),
    InnerAffiliation(),
    mend=_mend_contributor,
)


AFFILIATION = Node(
    "aff",
    Affiliation,
    IdAttr(),
    Leaf("label", "label"),
    Leaf("institution", "departments", many=True, given={"content-type": "dept"}),
    Wrapper(
        "institution-wrap",
        Leaf("institution-id", "ror", given={"institution-id-type": "ror"}),
        Leaf("institution", "departments", many=True, given={"content-type": "dept"}, alias=True),
        Leaf("institution", "institution"),
        only_with="ror",
    ),
    Leaf("city", "city"),
    Leaf("state", "state"),
    Leaf("postal-code", "postal_code"),
    One("country", Node("country", Country, Attr("country", "code"), Text("name"))),
    loose="text",
)

# -- Dates --------------------------------------------------------------------------------------------------


def _two_digits(number: int) -> str:
    return f"{number:02d}"


def _date_rows() -> tuple[Attribute | Row, ...]:
    return (
        Said("iso-8601-date", _iso),
        Leaf("day", "day", encode=_two_digits),
        Leaf("month", "month", encode=_two_digits),
        Leaf("season", "season"),
        Leaf("year", "year"),
    )


def _iso(date: PartialDate) -> str:
    return date.iso


#: What the old `@pub-type` says: the type of the date, and the format.
_PUB_TYPES: dict[str, tuple[str, str | None]] = {
    "pub": ("pub", None),
    "epub": ("pub", "electronic"),
    "ppub": ("pub", "print"),
    "collection": ("collection", None),
    "preprint": ("preprint", None),
}


def _old_pub_date(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """Read `@pub-type`, which `@date-type` and `@publication-format` have taken the place of."""
    if (old := element.get("pub-type")) is not None:
        if old in _PUB_TYPES and frame.data.get("type") is None and "format" not in frame.data:
            frame.data["type"], format = _PUB_TYPES[old]
            if format:
                frame.data["format"] = format
        else:
            intake.not_bound(f"pub-type={old!r} was left out", element, frame.path, "pub-type")


PUBLICATION_DATE = Node(
    "pub-date",
    PublicationDate,
    Attr("publication-format", "format"),
    Attr("date-type", "type", missing=None),
    Known("pub-type"),
    *_date_rows(),
    mend=_old_pub_date,
)
HISTORY_DATE = Node("date", HistoryDate, Attr("date-type", "type"), *_date_rows())

# -- Permissions and relations ------------------------------------------------------------------------------


def _linked_licence(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """Read `@xlink:href`, which `ali:license_ref` has taken the place of."""
    href = element.get(_HREF, "").strip()
    if href and frame.data.setdefault("url", href) != href:
        intake.not_bound(f"xlink:href={href!r} was left out: another URL is given inside", element, frame.path, _HREF)


PERMISSIONS = Node(
    "permissions",
    Permissions,
    Rich("copyright-statement", "statements", many=True),
    Leaf("copyright-year", "years", many=True),
    Rich("copyright-holder", "holders", many=True),
    Many(
        "licences",
        Node(
            "license",
            Licence,
            Attr("license-type", "type"),
            lang(),
            Known("xlink:href"),
            Leaf("ali:license_ref", "url"),
            Rich("license-p", "paragraphs", many=True),
            mend=_linked_licence,
        ),
    ),
)


class BarePermissions(Row):
    """What stands bare in NLM 2.3, and in `permissions` since: read as permissions, if there are none beside it."""

    tags = ("copyright-statement", "copyright-year", "copyright-holder", "license")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Read one of them into a frame of permissions."""
        parent = element.getparent()
        if parent is not None and parent.find("permissions") is not None:
            return False
        inner = frame.inlined.get("permissions")
        if inner is None:
            inner = frame.inlined["permissions"] = Frame((*frame.path, "permissions"))
            inner.late.append((Permissions, element))
        PERMISSIONS.content.read_child(element, intake, inner)
        return True


RELATED = Node(
    "related-article",
    RelatedArticle,
    Attr("related-article-type", "type"),
    Attr("ext-link-type", "link_type"),
    Attr("xlink:href", "href"),
    Words("text", "related-article"),
)

# -- Abstracts, keywords, funding ---------------------------------------------------------------------------

SECTION = Node("sec", AbstractSection, Rich("title", "title"), Rich("p", "paragraphs", many=True))


def _fit_abstract(abstract: Any, fitting: Fitting, path: Path) -> Any:
    """Join sections without a title to what stands before them, where every section needs one."""
    if fitting.target.tag_set is TagSet.ARCHIVING or all(section.title for section in abstract.sections):
        return abstract
    paragraphs = list(abstract.paragraphs)
    sections: list[AbstractSection] = []
    for index, section in enumerate(abstract.sections):
        at = (*path, "sections", index)
        if section.title:
            if len(sections) != index:
                fitting.moved[*path, "sections", len(sections)] = at
            sections.append(section)
            continue
        fitting.report("a section needs a title; one without was joined to what stands before it", at)
        start = (*path, "sections", len(sections) - 1, "paragraphs") if sections else (*path, "paragraphs")
        before = len(sections[-1].paragraphs) if sections else len(paragraphs)
        for number in range(len(section.paragraphs)):
            fitting.moved[*start, before + number] = (*at, "paragraphs", number)
        if sections:
            joined = sections[-1].paragraphs + section.paragraphs
            sections[-1] = sections[-1].model_copy(update={"paragraphs": joined})
        else:
            paragraphs += section.paragraphs
    return abstract.model_copy(update={"paragraphs": tuple(paragraphs), "sections": tuple(sections)})


def _abstract_rows() -> tuple[Attribute | Row, ...]:
    return (
        Attr("abstract-type", "type"),
        lang(),
        Rich("title", "title"),
        Rich("p", "paragraphs", many=True),
        Many("sections", SECTION),
    )


ABSTRACT = Node("abstract", Abstract, *_abstract_rows(), fit=_fit_abstract)
TRANSLATED_ABSTRACT = Node("trans-abstract", TranslatedAbstract, *_abstract_rows(), fit=_fit_abstract)

KEYWORDS = Node(
    "kwd-group",
    KeywordGroup,
    Attr("kwd-group-type", "type"),
    lang(),
    Rich("title", "title"),
    Rich("kwd", "keywords", many=True),
)

AWARD = Node(
    "award-group",
    Award,
    Many(
        "funders",
        Node(
            "funding-source",
            Funder,
            Wrapper(
                "institution-wrap",
                Leaf("institution", "name"),
                Leaf("institution-id", "id", Attr("institution-id-type", "id_type")),
            ),
            Text("name", alias=True),
        ),
    ),
    Leaf("award-id", "award_ids", many=True),
)

# -- The article --------------------------------------------------------------------------------------------


def _ref_count(article: Article) -> str | None:
    return str(len(article.references)) if article.references else None


def _page_count(article: Article) -> str | None:
    """Return the number of pages, if the first and the last are plain numbers."""
    pages = article.pages
    if pages is None or pages.last is None:
        return None
    first, last = pages.first, pages.last
    plain = all(len(page) < 10 and page.isascii() and page.isdigit() for page in (first, last))
    return str(int(last) - int(first) + 1) if plain and int(last) >= int(first) else None


def _all_authors(article: Article) -> str | None:
    contributors = article.contributors
    return "authors" if contributors and all(c.type == "author" for c in contributors) else None


class Body(Row):
    """The body, which Authoring requires: an empty one. jatskit's model has none, so a full one is reported."""

    tags = ("body",)

    def write(self, model: Any, out: Output, pad: str, path: Path) -> None:
        """Write an empty body for Authoring."""
        if authoring(out.target):
            out.parts.append(f"{pad}<body/>")

    def read(self, element: etree._Element, intake: Intake, frame: Frame) -> bool:
        """Ignore an empty body."""
        if len(element) or (element.text or "").strip():
            return False
        intake.attributes(element, frame.path, frozenset())
        return True


def _mend_article(frame: Frame, element: etree._Element, intake: Intake) -> None:
    """Make the parts of an article agree; what has to go for that is reported."""
    data = frame.data
    affiliations = data.setdefault("affiliations", [])
    affiliations += intake.inner_affiliations
    labels = {affiliation.id: affiliation.label for affiliation in affiliations}
    contributors = data.get("contributors", [])
    for index, contributor in enumerate(contributors):
        known = tuple(id for id in contributor.affiliations if id in labels)
        if known != contributor.affiliations:
            contributors[index] = contributor.model_copy(update={"affiliations": known})
            lost = ", ".join(id for id in contributor.affiliations if id not in labels)
            message = f"the links of {str(contributor.names[0])!r} to affiliations that could not be read: {lost}"
            intake.not_bound(message, element, (*frame.path, "contributors", index))
    for link, id, shows in intake.marks:
        if shows and shows != labels.get(id):
            intake.not_bound(f"what a link to an affiliation shows was left out: {shows!r}", link, frame.path)
    if "pages" in data and "elocation_id" in data:
        intake.not_bound(f"elocation-id {data.pop('elocation_id')!r} was left out: there are pages", element, ())
    if "title" not in data:
        for name in ("subtitle", "translated_titles"):
            if name in data:
                intake.not_bound(f"{name} was left out, because there is no title: {data.pop(name)!r}", element, ())


ARTICLE = Node(
    "article",
    Article,
    Attr("article-type", "type"),
    Version(),
    Attr(
        "xml:lang",
        "language",
        decode=lambda raw: None if raw == "und" else raw,
        missing="en",
        absent="und",
    ),
    Wrapper(
        "front",
        One("journal", JOURNAL, lacks=authoring),
        Wrapper(
            "article-meta",
            Many("ids", ARTICLE_ID, lacks=authoring),
            Wrapper("article-categories", Many("subjects", SUBJECTS), lacks=authoring),
            Wrapper(
                "title-group",
                Rich("article-title", "title"),
                Rich("subtitle", "subtitle"),
                Many("translated_titles", TRANSLATED_TITLE, lacks=authoring),
            ),
            Wrapper(
                "contrib-group",
                Said("content-type", _all_authors),
                Many("contributors", CONTRIBUTOR),
                Many("affiliations", AFFILIATION, alias=True),
            ),
            Many("affiliations", AFFILIATION, lacks=authoring),
            Many("publication_dates", PUBLICATION_DATE, lacks=authoring),
            Leaf("volume", "volume", lacks=authoring),
            Leaf("issue", "issue", lacks=authoring),
            Leaf("issue-title", "issue_title", lacks=authoring),
            Inlined(
                "pages",
                Pages,
                Leaf("fpage", "first"),
                Leaf("lpage", "last"),
                Leaf("page-range", "range"),
                lacks=authoring,
            ),
            Leaf("elocation-id", "elocation_id", lacks=authoring),
            Wrapper("history", Many("history", HISTORY_DATE), lacks=authoring),
            One("permissions", PERMISSIONS),
            BarePermissions(),
            Many("related_articles", RELATED),
            Many("abstracts", ABSTRACT),
            Many("translated_abstracts", TRANSLATED_ABSTRACT, lacks=authoring),
            Many("keywords", KEYWORDS),
            Wrapper(
                "funding-group",
                Many("awards", AWARD),
                Rich("funding-statement", "funding_statements", many=True),
            ),
            Wrapper(
                "counts",
                Derived("ref-count", "count", _ref_count),
                Derived("page-count", "count", _page_count),
                lacks=authoring,
            ),
        ),
    ),
    Body(),
    Wrapper("back", Wrapper("ref-list", Many("references", REFERENCE))),
    mend=_mend_article,
)
