"""Citations: how they are written for each target, and read from documents that tag them in other ways."""

from __future__ import annotations

import pytest

from jatskit.jats import held, read_jats, write_jats
from jatskit.model import (
    AccessDate,
    Article,
    CitedId,
    CitedLink,
    ElementCitation,
    MixedCitation,
    OrganisationName,
    PersonGroup,
    PersonName,
    Reference,
    Styled,
    UnsplitName,
    plain,
)
from jatskit.protocols import Reading, Source
from jatskit.schema.catalogue import Target

_LI, _MA = PersonName(surname="Li", given="W"), PersonName(surname="Ma", given="X")


def _read(inside: str) -> Reading:
    text = (
        "<article article-type='x' xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta/></front>"
        f"<back><ref-list><ref id='r1'>{inside}</ref></ref-list></back></article>"
    )
    return read_jats(Source.from_bytes(text.encode(), "a.xml", encoding="utf-8"))


def _reference(inside: str) -> tuple[Reference, list[str]]:
    reading = _read(inside)
    (reference,) = reading.article.references
    return reference, [finding.message.partition(" (at")[0] for finding in reading.findings]


def _article(*citations: ElementCitation | MixedCitation) -> Article:
    return Article(type="x", title="T", references=(Reference(id="r1", raw="As printed.", citations=citations),))


# -- Writing ------------------------------------------------------------------------------------------------


def test_the_parts_stand_beside_the_raw_text_in_the_order_that_citations_are_read_in() -> None:
    citation = ElementCitation(
        type="journal",
        lang="zh",
        people=(PersonGroup(names=(PersonName(surname="李", given="伟", style="eastern", lang="zh"),), etal=True),),
        article_title="题名",
        source="学报",
        year="2020",
        iso_date="2020-03",
        volume="4",
        ids=(CitedId(type="doi", value="10.1000/1"),),
        links=(CitedLink(href="https://e.org/a", text="https://e.org/a"),),
        accessed=AccessDate(text="2021年1月2日", iso="2021-01-02"),
    )
    data = write_jats(_article(citation), Target.parse("publishing")).data.decode()
    inner = "\n          "
    assert (
        inner.join(
            (
                '<mixed-citation specific-use="raw">As printed.</mixed-citation>',
                '<element-citation publication-type="journal" xml:lang="zh">',
                '  <person-group person-group-type="author"><name name-style="eastern" xml:lang="zh"><surname>李</surname>'
                "<given-names>伟</given-names></name><etal/></person-group>",
                "  <article-title>题名</article-title>",
                "  <source>学报</source>",
                '  <year iso-8601-date="2020-03">2020</year>',
                "  <volume>4</volume>",
                '  <pub-id pub-id-type="doi">10.1000/1</pub-id>',
                '  <ext-link ext-link-type="uri" xlink:href="https://e.org/a">https://e.org/a</ext-link>',
                '  <date-in-citation content-type="access-date" iso-8601-date="2021-01-02">2021年1月2日</date-in-citation>',
                "</element-citation>",
            )
        )
        in data
    )


@pytest.mark.parametrize(
    ("target", "attributes", "findings"),
    [
        ("archiving-1.2", 'pub-id-type="cstr"', 0),
        ("publishing-1.3", 'pub-id-type="other" custom-type="cstr"', 0),
        ("publishing-1.2", 'pub-id-type="other"', 1),
    ],
)
def test_an_identifier_of_a_type_that_is_not_listed(target: str, attributes: str, findings: int) -> None:
    written = write_jats(_article(ElementCitation(ids=(CitedId(type="cstr", value="3.1.2"),))), Target.parse(target))
    assert f"<pub-id {attributes}>3.1.2</pub-id>" in written.data.decode()
    assert [f.path for f in written.findings if f.kind == "target-cannot-hold"] == (
        [("references", 0, "citations", 0, "ids", 0)] * findings
    )


def test_a_role_that_a_target_cannot_say_is_not_made_another() -> None:
    group = PersonGroup(role="host", names=(_LI,))
    article = _article(ElementCitation(people=(group,)), ElementCitation(people=(group,), year="2020"))
    assert held(article, Target.parse("authoring-1.3")).article == article
    kept = held(article, Target.parse("authoring-1.2"))
    assert kept.article.references[0].citations == (ElementCitation(year="2020"),)
    assert kept.findings[0].path == ("references", 0, "citations", 0, "people", 0)
    assert "host" in kept.findings[0].message
    assert "W Li" in kept.findings[0].message


# -- Reading ------------------------------------------------------------------------------------------------


def test_a_cut_citation_alone_gives_its_words_as_the_raw_text() -> None:
    reference, findings = _reference(
        "<element-citation publication-type='journal'><person-group person-group-type='author'><name><surname>Li"
        "</surname><given-names>W</given-names></name>, <collab>Group</collab><etal/></person-group><article-title>On "
        "H<sub>2</sub>O</article-title><date><year iso-8601-date='2020'>2020</year></date></element-citation>"
    )
    assert plain(reference.raw) == "Li W, Group On H2O 2020"
    assert reference.citations == (
        ElementCitation(
            type="journal",
            people=(PersonGroup(names=(_LI, OrganisationName(organisation="Group")), etal=True),),
            article_title=("On H", Styled(style="sub", content=("2",)), "O"),
            year="2020",
            iso_date="2020",
        ),
    )
    assert findings == []


def test_elements_in_a_text_are_parts_and_the_text_is_kept() -> None:
    reference, findings = _reference(
        "<mixed-citation publication-type='book'><string-name><surname>Li</surname>, <given-names>W</given-names>"
        "</string-name>, <string-name>Old Ma</string-name>, <etal>et al.</etal> <italic><source>Things</source></italic>."
        " Ed. by <name><surname>Ma</surname></name>, <x-y>odd</x-y> <year>1999</year>. <bold>!</bold></mixed-citation>"
    )
    assert plain(reference.raw) == "Li, W, Old Ma, et al. Things. Ed. by Ma, odd 1999. !"
    assert Styled(style="italic", content=("Things",)) in reference.raw
    group = PersonGroup(names=(_LI, UnsplitName(unsplit="Old Ma")), etal=True)
    assert reference.citations == (ElementCitation(type="book", people=(group,), source="Things", year="1999"),)
    kept = "its words were kept as the text of the reference, the element not"
    assert findings == [f"<name>: {kept}", f"<x-y>: {kept}"]


def test_inline_markup_alone_makes_no_parts() -> None:
    link = "<ext-link ext-link-type='uri' xlink:href='https://e.org'>here</ext-link>"
    reference, findings = _reference(f"<mixed-citation>See <bold>it</bold> {link}</mixed-citation>")
    assert (reference.citations, findings) == ((), [])
    assert len(reference.raw) == 4


_TEXT = "<mixed-citation>Li W. On <bold>Things</bold>. 2020.</mixed-citation>"
_CUT = "<element-citation><article-title>On things</article-title></element-citation>"


@pytest.mark.parametrize(
    "inside", [_TEXT + _CUT, _CUT + _TEXT, f"<citation-alternatives>{_CUT}{_TEXT}</citation-alternatives>"]
)
def test_a_text_and_a_cut_citation_of_one_work_are_alternatives(inside: str) -> None:
    reference, findings = _reference(inside)
    assert plain(reference.raw) == "Li W. On Things. 2020."
    assert reference.citations == (ElementCitation(article_title="On things"),)
    assert findings == []


def test_a_second_work_in_a_reference_is_reported() -> None:
    other = "<element-citation><article-title>Another work</article-title></element-citation>"
    reference, findings = _reference(_TEXT + other)
    assert (plain(reference.raw), reference.citations) == ("Li W. On Things. 2020.", ())
    assert findings == ["<element-citation> was left out: 'Another work'"]


def test_of_alternative_names_the_first_is_read() -> None:
    names = "<name><surname>Li</surname><given-names>W</given-names></name><string-name>李伟</string-name>"
    reference, findings = _reference(
        f"<nlm-citation citation-type='thesis'><person-group><name-alternatives>{names}</name-alternatives>"
        "</person-group></nlm-citation>"
    )
    assert reference.citations == (ElementCitation(type="thesis", people=(PersonGroup(names=(_LI,)),)),)
    assert findings == ["<string-name>: its words were kept as the text of the reference, the element not"]


def test_what_a_cut_citation_beside_a_text_holds_and_nobody_binds_is_left_out() -> None:
    cut = "<element-citation><trans-source>Dinge</trans-source><year>2020</year>loose</element-citation>"
    reference, findings = _reference(
        f"<citation-alternatives><mixed-citation specific-use='raw'>Li.</mixed-citation>{cut.replace('loose', '')}"
        "</citation-alternatives>"
    )
    assert reference.citations == (ElementCitation(year="2020"),)
    assert findings == ["<trans-source> was left out: 'Dinge'"]


def test_a_text_with_elements_that_is_not_the_raw_one_is_both_a_text_and_parts() -> None:
    reference, findings = _reference(
        "<citation-alternatives><mixed-citation specific-use='raw' xml:lang='zh'>李。</mixed-citation>"
        "<mixed-citation xml:lang='en'><name><surname>Ma</surname><given-names>X</given-names></name>. Things.</mixed-citation>"
        "</citation-alternatives>"
    )
    assert reference.raw == ("李。",)
    assert reference.citations == (
        MixedCitation(text="MaX. Things.", lang="en"),
        ElementCitation(lang="en", people=(PersonGroup(names=(_MA,)),)),
    )
    assert findings == []
