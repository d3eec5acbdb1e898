"""The engine of the binding table, and what it does with documents that it does not expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from jatskit.findings import Path
from jatskit.jats import read_jats, required, write_jats
from jatskit.jats.binding import Attr, Leaf, Node, Text
from jatskit.model import (
    Abstract,
    AbstractSection,
    Affiliation,
    Article,
    Contributor,
    Journal,
    JournalId,
    JournalIssn,
    KeywordGroup,
    Link,
    Math,
    PersonName,
    Publisher,
    Styled,
    TranslatedTitle,
)
from jatskit.protocols import Reading, Source
from jatskit.schema.catalogue import WRITABLE, Target
from jatskit.schema.gate import verdict
from tests.strategies import articles

_ARCHIVING, _PUBLISHING, _AUTHORING = map(Target.parse, ("archiving", "publishing", "authoring"))
_MATHML = Math(notation="mathml", source='<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>')


def _read(text: str) -> Reading:
    return read_jats(Source.from_bytes(text.encode(), "a.xml", encoding="utf-8"))


def _meta(inside: str) -> Reading:
    return _read(f'<article article-type="x">\n<front><article-meta>\n{inside}\n</article-meta></front></article>')


def _said(reading: Reading) -> list[tuple[str, int, Path]]:
    return [(f.kind, f.place.line if f.place else 0, f.path) for f in reading.findings]


# -- Construction -------------------------------------------------------------------------------------------


def test_a_field_that_is_not_bound_is_refused_when_the_node_is_made() -> None:
    with pytest.raises(TypeError, match="Publisher: location is not bound"):
        Node("publisher", Publisher, Leaf("publisher-name", "name"))


def test_a_field_that_is_bound_twice_or_does_not_exist_is_refused() -> None:
    rows = (Leaf("publisher-name", "name"), Leaf("publisher-loc", "location"))
    with pytest.raises(TypeError, match="name is bound 2 times"):
        Node("publisher", Publisher, *rows, Text("name"))
    with pytest.raises(TypeError, match="town is no field"):
        Node("publisher", Publisher, *rows, Attr("town", "town"))


# -- Reading what is not expected ---------------------------------------------------------------------------


def test_an_unknown_element_is_reported_with_its_line_and_words() -> None:
    reading = _meta("<volume>1</volume>\n<conference><conf-name>C</conf-name></conference>")
    assert reading.article.volume == "1"
    assert _said(reading) == [("jats-not-bound", 4, ())]
    assert "'C'" in reading.findings[0].message


def test_an_unknown_attribute_is_reported() -> None:
    reading = _meta('<volume seq="3">1</volume>')
    assert _said(reading) == [("jats-not-bound", 3, ())]
    assert "seq='3'" in reading.findings[0].message


def test_the_words_of_unknown_inline_elements_are_kept() -> None:
    reading = _meta("<title-group><article-title>A <x-y>b</x-y> <i>c</i><!-- no --></article-title></title-group>")
    assert reading.article.title == ("A b c",)
    assert _said(reading) == [("jats-not-bound", 3, ("title",))]
    assert "<x-y>, <i>" in reading.findings[0].message


def test_a_refused_value_is_reported_and_the_rest_kept() -> None:
    reading = _meta(
        '<contrib-group><contrib contrib-type="author">\n'
        '<contrib-id contrib-id-type="orcid">0000-0002-1825-0098</contrib-id>\n'
        "<name><surname>Li</surname></name><email>nobody</email><email>a@b.cn</email>\n"
        "</contrib></contrib-group>"
    )
    [contributor] = reading.article.contributors
    assert (contributor.orcid, contributor.emails, str(contributor.names[0])) == (None, ("a@b.cn",), "Li")
    path = ("contributors", 0)
    assert {(f.kind, f.path) for f in reading.findings} == {
        ("jats-not-well-formed", (*path, "orcid")),
        ("jats-not-well-formed", (*path, "emails", 0)),
    }
    assert any("0000-0002-1825-0098" in f.message for f in reading.findings)


def test_a_model_that_cannot_do_without_a_refused_value_goes_alone() -> None:
    reading = _read(
        '<article article-type="x"><front><journal-meta><journal-id journal-id-type="a">b</journal-id>'
        "<issn>1234-5678</issn><issn>2086-2431</issn></journal-meta><article-meta/></front></article>"
    )
    assert reading.article.journal is not None
    assert [issn.value for issn in reading.article.journal.issns] == ["2086-2431"]
    assert [f.kind for f in reading.findings] == ["jats-not-well-formed"]


def test_defaults_that_a_dtd_would_fill_in_make_no_difference() -> None:
    def document(style: str, toggle: str) -> str:
        return (
            f"<article article-type='x'><front><article-meta><title-group><article-title><italic{toggle}>T</italic>"
            f"</article-title></title-group><contrib-group><contrib contrib-type='author'><name{style}><surname>Li"
            "</surname></name></contrib></contrib-group></article-meta></front></article>"
        )

    bare, full = _read(document("", "")), _read(document(" name-style='western'", " toggle='yes'"))
    assert bare.article == full.article
    assert bare.findings == full.findings == ()
    assert bare.article.language == "en"


def test_a_language_that_is_not_known_is_und() -> None:
    written = write_jats(Article(type="x", title="T"), _ARCHIVING).data
    assert b'xml:lang="und"' in written
    assert read_jats(Source.from_bytes(written, "a.xml", encoding="utf-8")).article.language is None


def test_a_count_that_does_not_agree_is_reported() -> None:
    reading = _meta("<fpage>3</fpage><lpage>7</lpage><counts><page-count count='5'/><ref-count count='9'/></counts>")
    assert len(reading.findings) == 1
    assert "<ref-count count='9'>" in reading.findings[0].message


def test_separators_between_the_parts_of_an_affiliation_are_no_text() -> None:
    reading = _meta(
        "<aff id='a'><label>1</label> Room 5, <institution>Inst</institution>; <city>Rome</city>, <country>I</country>.</aff>"
    )
    [affiliation] = reading.article.affiliations
    assert (affiliation.text, affiliation.institution, affiliation.city) == ("Room 5", "Inst", "Rome")
    assert reading.findings == ()


def test_an_affiliation_inside_its_contributor_is_linked() -> None:
    reading = _meta(
        "<contrib-group><contrib contrib-type='author'><name><surname>Li</surname></name>"
        "<aff><institution>I</institution></aff></contrib></contrib-group>"
    )
    assert reading.article.contributors[0].affiliations == (reading.article.affiliations[0].id,)


def test_ids_that_are_missing_improper_or_taken_are_replaced() -> None:
    refs = "".join(f"<ref {id}><mixed-citation>c</mixed-citation></ref>" for id in ("", "id='1'", "id='r'", "id='r'"))
    reading = _read(
        f"<article article-type='x'><front><article-meta/></front><back><ref-list>{refs}</ref-list></back></article>"
    )
    ids = [reference.id for reference in reading.article.references]
    assert len(set(ids)) == 4
    assert ids[2] == "r"
    assert [f.kind for f in reading.findings] == ["jats-not-well-formed"] * 2


# -- Writing ------------------------------------------------------------------------------------------------


def full_article() -> Article:
    journal = Journal(ids=(JournalId(type="publisher-id", value="j"),), issns=(JournalIssn(value="2086-2431"),))
    return Article(
        type="research-article",
        journal=journal,
        title=("A ", Styled(style="italic", content=("b",)), " ", Styled(style="bold", content=("c",))),
        translated_titles=(TranslatedTitle(lang="zh", title="题"),),
        contributors=tuple(
            Contributor(names=(PersonName(surname=name),), affiliations=("aff1",)) for name in ("A", "B")
        ),
        affiliations=(Affiliation(id="aff1", label="1", institution="I", city="C"),),
        abstracts=(
            Abstract(sections=(AbstractSection(paragraphs=("p",)), AbstractSection(title="t", paragraphs=("q",)))),
        ),
        keywords=(KeywordGroup(keywords=((_MATHML,), "k")),),
    )


def test_paths_lead_from_elements_to_values() -> None:
    paths = write_jats(full_article(), _ARCHIVING).paths
    meta = "/article/front/article-meta"
    assert paths["/article"] == ()
    assert paths[f"{meta}/contrib-group/contrib[2]"] == ("contributors", 1)
    assert paths[f"{meta}/contrib-group/contrib[2]/name/surname"] == ("contributors", 1, "names", 0, "surname")
    assert paths[f"{meta}/aff/city"] == ("affiliations", 0, "city")
    assert paths[f"{meta}/title-group/article-title"] == ("title",)


def test_paths_are_the_article_s_own_where_the_target_left_something_out() -> None:
    written = write_jats(full_article(), _PUBLISHING)
    meta = "/article/front/article-meta"
    assert written.paths[f"{meta}/kwd-group/kwd"] == ("keywords", 0, "keywords", 1)
    assert written.paths[f"{meta}/abstract/p"] == ("abstracts", 0, "sections", 0, "paragraphs", 0)
    assert written.paths[f"{meta}/abstract/sec"] == ("abstracts", 0, "sections", 1)
    assert {(f.kind, f.path) for f in written.findings} == {
        ("target-cannot-hold", ("keywords", 0, "keywords", 0)),
        ("target-cannot-hold", ("abstracts", 0, "sections", 0)),
    }


def test_a_formula_outlives_the_link_around_it() -> None:
    article = full_article().model_copy(
        update={"title": (Link(href="https://e.org", content=(_MATHML,)),), "keywords": ()}
    )
    data = write_jats(article, _PUBLISHING).data
    assert b"<article-title><inline-formula>" in data
    assert verdict(data, _PUBLISHING) == []


@pytest.mark.parametrize("target", WRITABLE, ids=lambda target: target.name)
def test_a_full_article_is_valid_for_every_target(target: Target) -> None:
    assert verdict(write_jats(full_article(), target).data, target) == []


def test_facts_that_a_target_requires_are_named() -> None:
    article = Article(title="T")
    assert {f.path for f in required(article, _ARCHIVING)} == {("type",)}
    assert {f.path for f in required(article, _PUBLISHING)} == {("type",), ("journal", "ids"), ("journal", "issns")}
    assert {f.path for f in required(article, _AUTHORING)} == {("type",), ("contributors",), ("abstracts",)}
    assert {f.path for f in required(Article(type="x"), _ARCHIVING)} == {()}
    assert {f.kind for f in required(article, _AUTHORING)} == {"target-requires"}


def test_indentation_does_not_change_mixed_content() -> None:
    data = write_jats(full_article(), _ARCHIVING).data
    assert b"<article-title>A <italic>b</italic> <bold>c</bold></article-title>" in data
    assert b'<aff id="aff1"><label>1</label><institution>I</institution>, <city>C</city></aff>' in data


@given(data=st.data())
def test_output_is_deterministic_and_has_no_empty_elements(data: st.DataObject) -> None:
    target = data.draw(st.sampled_from(WRITABLE))
    article = data.draw(articles(target))
    written = write_jats(article, target).data
    assert write_jats(Article.model_validate_json(article.model_dump_json()), target).data == written
    root = etree.fromstring(written)
    says_all = "etal"  # that there are more names
    empty = [e.tag for e in root.iter("{*}*") if len(e) == 0 and not e.text and not e.attrib and e.tag != says_all]
    assert empty == (["body"] if target.tag_set == "authoring" else [])


def test_only_the_namespaces_that_are_used_are_declared() -> None:
    assert b"xmlns" not in write_jats(Article(type="x", title="T"), _ARCHIVING).data
    linked = write_jats(Article(type="x", title=(Link(href="u", content=("T",)),)), _ARCHIVING).data
    assert linked.count(b"xmlns") == linked.count(b"xmlns:xlink=") == 1
