"""Hypothesis strategies for any article that the model allows, composed from the model's own parts."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import ValidationError

from jatskit.model import (
    Abstract,
    AbstractSection,
    AccessDate,
    Affiliation,
    Article,
    ArticleId,
    Award,
    CitedId,
    CitedLink,
    Contributor,
    Country,
    CreditTerm,
    ElementCitation,
    Funder,
    HistoryDate,
    Inline,
    Journal,
    JournalAbbreviation,
    JournalId,
    JournalIssn,
    JournalTitle,
    KeywordGroup,
    Licence,
    Link,
    Math,
    MixedCitation,
    OrganisationName,
    Pages,
    Patent,
    Permissions,
    PersonGroup,
    PersonName,
    PublicationDate,
    Publisher,
    Reference,
    RelatedArticle,
    RichText,
    Role,
    Size,
    Styled,
    SubjectGroup,
    TranslatedAbstract,
    TranslatedJournalTitle,
    TranslatedTitle,
    UnsplitName,
)
from jatskit.model.text import Style, canonical
from jatskit.schema.catalogue import TagSet, Target

# -- Text ---------------------------------------------------------------------------------------------------

_PHRASES = (
    "Growth", "of the", "R&D <in> practice", "]]>", "<!--", "&amp;", 'quo"ted', "it’s", "naïve", "e\u0301t\u0302",
    "中国科学", "制造，业", "（题名）", "Журнал", "№ 5", "한국어", "ひらがな", "عربى", "עברית", "\u200fRTL\u200e",
    "🧪👩‍🔬", "no\u00a0break", "wide\u3000space", "\u2028", "a, b", "—", ",", "؟", "x", "10.1", "\ufeff", "𠮷野",
)  # fmt: skip
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


@cache
def lines() -> st.SearchStrategy[str]:
    """One line of text: phrases of several scripts, awkward ones among them, or any characters."""
    phrases = st.lists(st.sampled_from(_PHRASES), min_size=1, max_size=3).map(" ".join)
    return st.one_of(phrases, st.text(_CHARACTERS, min_size=1, max_size=8)).map(_tidy).filter(_has_text)


def _tidy(text: str) -> str:
    return " ".join(part for part in text.split(" ") if part)


def _has_text(text: str) -> bool:
    return bool(text) and not text.isspace()


@cache
def tokens() -> st.SearchStrategy[str]:
    """A short name, such as attributes hold."""
    return st.sampled_from(["publisher-id", "author", "heading", "a b", "été", 'q"<&>'])


@cache
def formulas() -> st.SearchStrategy[Math]:
    """A formula, in TeX or MathML."""
    tex = st.sampled_from([r"\frac{a}{b} < c & d", "x^2\n + y  z", "$ŷ$"]).map(lambda s: Math(notation="tex", source=s))
    start = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
    mathml = st.sampled_from(
        [
            f"{start}<mi>x</mi></math>",
            f"{start[:-1]} display='inline'><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mn>1</mn></mrow></math>",
            '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"> <mml:mtext>a &amp; b</mml:mtext> </mml:math>',
        ]
    ).map(lambda s: Math(notation="mathml", source=s))
    return st.one_of(tex, mathml)


@cache
def runs() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Words with nested markup, with white space at any border."""
    spaced = st.tuples(st.sampled_from(["", " "]), lines(), st.sampled_from(["", " "])).map("".join)

    def around(inner: st.SearchStrategy[tuple[Inline, ...]]) -> st.SearchStrategy[tuple[Inline, ...]]:
        styled = st.builds(Styled, style=st.sampled_from(get_args(Style)), content=inner)
        link = st.builds(Link, href=lines(), kind=st.none() | tokens(), content=inner)
        return st.lists(st.one_of(spaced, styled, link, formulas()), min_size=1, max_size=3).map(tuple)

    return st.recursive(spaced.map(lambda text: (text,)), around, max_leaves=5)


@cache
def rich() -> st.SearchStrategy[RichText]:
    """Rich text in its canonical form, with words or a formula in it."""
    return st.one_of(lines().map(lambda text: (text,)), runs().map(canonical).filter(_says_something))


def _says_something(text: RichText) -> bool:
    try:
        MixedCitation(text=text)
    except ValidationError:
        return False
    return True


@cache
def many(items: st.SearchStrategy[Any], least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few items."""
    return st.lists(items, min_size=least, max_size=most).map(tuple)


@cache
def maybe(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or nothing."""
    return st.none() | value


def valid(model: type[Any], **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A model of these parts, where its parts agree."""
    return st.fixed_dictionaries(parts).map(lambda data: _made(model, data)).filter(lambda made: made is not None)


def _made(model: type[Any], data: dict[str, Any]) -> Any | None:
    try:
        return model(**data)
    except ValidationError:
        return None


# -- Identifiers --------------------------------------------------------------------------------------------


@cache
def languages() -> st.SearchStrategy[str]:
    """A language tag."""
    return st.sampled_from(["en", "zh", "zh-Hans", "pt-BR", "ru", "ar", "EN"])


@cache
def issns() -> st.SearchStrategy[str]:
    """An ISSN with its check digit."""

    def made(number: int) -> str:
        digits = f"{number:07d}"
        check = -sum(int(d) * (8 - i) for i, d in enumerate(digits)) % 11
        return f"{digits[:4]}-{digits[4:]}{'X' if check == 10 else check}"

    return st.integers(0, 9_999_999).map(made)


@cache
def orcids() -> st.SearchStrategy[str]:
    """An ORCID iD with its check digit."""

    def made(number: int) -> str:
        digits = f"{number:015d}"
        total = 0
        for digit in digits:
            total = (total + int(digit)) * 2
        check = (12 - total % 11) % 11
        all_digits = digits + ("X" if check == 10 else str(check))
        return "-".join(all_digits[i : i + 4] for i in range(0, 16, 4))

    return st.integers(0, 10**15 - 1).map(made)


@cache
def rors() -> st.SearchStrategy[str]:
    """A ROR identifier with its check digits."""
    letters = "0123456789abcdefghjkmnpqrstvwxyz"

    def made(rest: str) -> str:
        number = 0
        for letter in "0" + rest:
            number = number * 32 + letters.index(letter)
        return f"https://ror.org/0{rest}{98 - (number * 100) % 97:02d}"

    return st.text("abcdefghjkmnpqrstvwxyz23456789", min_size=6, max_size=6).map(made)


@cache
def dois() -> st.SearchStrategy[str]:
    """A DOI."""
    return st.sampled_from(["10.1000/182", "10.3969/j.issn.1000-1565.2021.01", "10.1002/(SICI)1<1::AID-X>3.0.CO;2-#&"])


# -- Parts --------------------------------------------------------------------------------------------------


@cache
def journals(*, full: bool = False) -> st.SearchStrategy[Journal]:
    """A journal; with `full`, one that has what Publishing requires."""
    least = 1 if full else 0
    return valid(
        Journal,
        ids=many(st.builds(JournalId, type=tokens(), value=lines()), least),
        titles=many(st.builds(JournalTitle, text=lines(), lang=maybe(languages()))),
        translated_titles=many(st.builds(TranslatedJournalTitle, text=lines(), lang=languages())),
        abbreviations=many(st.builds(JournalAbbreviation, text=lines(), type=maybe(tokens()), lang=maybe(languages()))),
        issns=many(st.builds(JournalIssn, value=issns(), format=st.sampled_from([None, "print", "electronic"])), least),
        issn_l=maybe(issns()),
        publisher=maybe(st.builds(Publisher, name=lines(), location=maybe(lines()))),
    )


@cache
def article_ids() -> st.SearchStrategy[ArticleId]:
    """An identifier of the article, of a type that every target has or one that some do not."""
    other = st.builds(ArticleId, type=st.sampled_from(["publisher-id", "custom", "cstr", "pmid"]), value=lines())
    return st.one_of(other, st.builds(ArticleId, type=st.just("doi"), value=dois()))


@cache
def names() -> st.SearchStrategy[Any]:
    """The names of a person, split or not, or those of an organisation."""
    person = valid(
        PersonName,
        surname=maybe(lines()),
        given=maybe(lines()),
        prefix=maybe(lines()),
        suffix=maybe(lines()),
        style=st.sampled_from(["western", "eastern", "islensk", "given-only"]),
        lang=maybe(languages()),
    )
    unsplit = st.builds(UnsplitName, unsplit=lines(), lang=maybe(languages()))
    organisation = st.builds(OrganisationName, organisation=lines(), lang=maybe(languages()))
    return st.one_of(many(st.one_of(person, unsplit), 1, 3), many(organisation, 1, 2))


@cache
def contributors(ids: tuple[str, ...]) -> st.SearchStrategy[Contributor]:
    """A contributor who works at some of the affiliations of these ids."""
    linked = st.lists(st.sampled_from(ids), unique=True, max_size=2).map(tuple) if ids else st.just(())
    return st.builds(
        Contributor,
        type=st.sampled_from(["author", "author", "editor"]),
        names=names(),
        orcid=maybe(orcids()),
        degrees=many(lines()),
        roles=many(st.builds(Role, text=lines(), credit=maybe(st.sampled_from(CreditTerm)))),
        emails=many(st.sampled_from(["a@b.cn", "o'x+y&z@例子.测试"])),
        affiliations=linked,
        corresponding=st.booleans(),
        equal=st.booleans(),
        deceased=st.booleans(),
    )


@cache
def affiliations(id: str) -> st.SearchStrategy[Affiliation]:
    """An affiliation of this id."""
    return valid(
        Affiliation,
        id=st.just(id),
        label=maybe(lines()),
        text=maybe(lines()),
        departments=many(lines()),
        institution=maybe(lines()),
        ror=maybe(rors()),
        city=maybe(lines()),
        state=maybe(lines()),
        postal_code=maybe(lines()),
        country=maybe(st.builds(Country, name=lines(), code=st.sampled_from([None, "CN", "BR"]))),
    )


def dates(model: type[Any], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A date, as precise as it happens to be."""

    def made(day: date, precision: str, season: str, rest: dict[str, Any]) -> Any:
        parts: dict[str, Any] = {"year": day.year}
        if precision == "season":
            parts["season"] = season
        if precision in ("month", "day"):
            parts["month"] = day.month
        if precision == "day":
            parts["day"] = day.day
        return model(**parts, **rest)

    return st.builds(
        made,
        st.dates(date(1000, 1, 1), date(2999, 12, 31)),
        st.sampled_from(["year", "season", "month", "day"]),
        lines(),
        st.fixed_dictionaries(more),
    )


@cache
def permissions() -> st.SearchStrategy[Permissions]:
    """Permissions that say something."""
    licence = valid(
        Licence,
        type=maybe(tokens()),
        lang=maybe(languages()),
        url=maybe(st.sampled_from(["https://creativecommons.org/licenses/by/4.0/", "urn:x?a=1&b='2'"])),
        paragraphs=many(rich()),
    )
    return valid(
        Permissions,
        statements=many(rich()),
        years=many(st.integers(1000, 2999)),
        holders=many(rich()),
        licences=many(licence),
    )


@cache
def _abstracts(model: type[Any], lang: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    section = st.builds(AbstractSection, title=maybe(rich()), paragraphs=many(rich(), 1))
    return valid(
        model,
        type=maybe(tokens()),
        lang=lang,
        title=maybe(rich()),
        paragraphs=many(rich()),
        sections=many(section, 0, 3),
    )


@cache
def _people() -> st.SearchStrategy[PersonGroup]:
    """A group of a role that every target has, or one that some do not."""
    role = st.sampled_from(["author", "editor", "inventor", "custom", "host"])
    group = valid(PersonGroup, role=role, names=st.just(()) | names(), etal=st.booleans())
    mixed = many(names().map(lambda some: some[0]), 1, 2).map(lambda some: PersonGroup(names=some))
    return group | mixed


@cache
def element_citations() -> st.SearchStrategy[ElementCitation]:
    """A citation that is cut into a few of its parts."""
    texts = {"article_title", "chapter_title", "data_title", "translated_title", "source"}
    id = st.builds(CitedId, type=st.sampled_from(["doi", "custom", "other", "cstr"]), value=lines())
    iso = st.sampled_from(["1865", "2020-02", "2020-02-29"])
    parts: dict[str, st.SearchStrategy[Any]] = {
        "lang": languages(),
        "people": many(_people(), 1),
        "size": st.builds(Size, value=lines(), units=tokens()),
        "patent": st.builds(Patent, number=lines(), country=maybe(tokens())),
        "ids": many(id, 1),
        "links": many(st.builds(CitedLink, href=lines(), text=rich()), 1),
        "accessed": st.builds(AccessDate, text=lines(), iso=maybe(iso)),
        "comments": many(rich(), 1),
        "iso_date": iso,
        **{name: rich() for name in texts},
    }
    others = {name: lines() for name in ElementCitation.model_fields if name not in parts}
    return st.lists(st.sampled_from(sorted({**parts, **others})), min_size=1, max_size=6, unique=True).flatmap(
        lambda chosen: valid(ElementCitation, **{name: {**parts, **others}[name] for name in chosen})
    )


@cache
def references(id: str) -> st.SearchStrategy[Reference]:
    """A reference of this id."""
    citation = st.builds(MixedCitation, text=rich(), lang=maybe(languages())) | element_citations()
    return st.builds(Reference, id=st.just(id), label=maybe(lines()), raw=rich(), citations=many(citation))


@cache
def _fields(tag_set: TagSet | None) -> dict[str, st.SearchStrategy[Any]]:
    """The fields that no other field bears on."""
    publishing, authoring = tag_set is TagSet.PUBLISHING, tag_set is TagSet.AUTHORING
    related = valid(RelatedArticle, type=tokens(), link_type=maybe(tokens()), href=maybe(lines()), text=maybe(rich()))
    group = st.builds(
        KeywordGroup,
        type=maybe(tokens()),
        lang=maybe(languages()),
        title=maybe(rich()),
        keywords=many(rich(), 1, 3),
    )
    funder = valid(Funder, name=lines(), id=maybe(lines()), id_type=maybe(tokens()))
    subjects = st.builds(SubjectGroup, type=maybe(tokens()), lang=maybe(languages()), subjects=many(rich(), 1))
    return {
        "type": tokens() if tag_set else maybe(tokens()),
        "language": maybe(languages() | st.just("und")),
        "journal": journals(full=True) if publishing else maybe(journals()),
        "ids": many(article_ids()),
        "subjects": many(subjects),
        "publication_dates": many(dates(PublicationDate, type=maybe(tokens()), format=maybe(tokens()))),
        "volume": maybe(lines()),
        "issue": maybe(lines()),
        "issue_title": maybe(lines()),
        "history": many(dates(HistoryDate, type=tokens())),
        "permissions": maybe(permissions()),
        "related_articles": many(related),
        "abstracts": many(_abstracts(Abstract, maybe(languages())), int(authoring)),
        "translated_abstracts": many(_abstracts(TranslatedAbstract, languages())),
        "keywords": many(group),
        "awards": many(valid(Award, funders=many(funder), award_ids=many(lines()))),
        "funding_statements": many(rich()),
    }


@cache
def _translated_titles() -> st.SearchStrategy[Any]:
    return many(st.builds(TranslatedTitle, lang=languages(), title=rich(), subtitle=maybe(rich())))


@cache
def _pages() -> st.SearchStrategy[Pages]:
    page = st.one_of(st.integers(1, 999).map(str), lines())
    return st.builds(Pages, first=page, last=maybe(page), range=maybe(lines()))


@st.composite
def articles(draw: st.DrawFn, target: Target | None = None) -> Article:
    """Return any article; with a target, one that has what the target requires (Archiving: a type, at least).

    Only some of the fields are drawn each time, so that examples stay small.
    """
    tag_set = target.tag_set if target else None
    fields = _fields(tag_set)
    needed = {"type", "journal", "abstracts"} if target else set()
    chosen = draw(st.sets(st.sampled_from(sorted(fields)), max_size=8)) | needed
    titled = tag_set in (TagSet.PUBLISHING, TagSet.AUTHORING) or draw(st.booleans())
    ids = draw(st.sampled_from([(), ("aff1",), ("a.1", "_b-2")]))
    paged = draw(st.sampled_from(["pages", "number", "neither"]))
    return Article(
        **{name: draw(fields[name]) for name in sorted(chosen)},
        title=draw(rich()) if titled else None,
        subtitle=draw(maybe(rich())) if titled else None,
        translated_titles=draw(_translated_titles()) if titled else (),
        contributors=draw(many(contributors(ids), int(tag_set is TagSet.AUTHORING), 3)),
        affiliations=tuple(draw(affiliations(id)) for id in ids),
        pages=draw(_pages()) if paged == "pages" else None,
        elocation_id=draw(lines()) if paged == "number" else None,
        references=tuple(draw(references(f"r{number}")) for number in range(draw(st.integers(0, 3)))),
    )
