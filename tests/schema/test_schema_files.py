"""Schemas that a user brings: each kind finds the fault at its element, and none reads a file outside of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from jatskit.cli import cli
from jatskit.errors import UnusableSchema
from jatskit.findings import Severity
from jatskit.rules.selection import Selection
from jatskit.rules.targets import demands
from jatskit.validating.checking import Checked, Job, check_file

DTD = "<!ENTITY % more SYSTEM 'parts/more.dtd'> %more; <!ELEMENT book (title, p+)> <!ELEMENT title (#PCDATA)>"
MORE_DTD = "<!ELEMENT p (#PCDATA)> <!ATTLIST p id ID #IMPLIED>"
RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="parts/more.rng"/><start><element name="book">
<element name="title"><text/></element><oneOrMore><ref name="p"/></oneOrMore></element></start></grammar>"""
MORE_RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><define name="p"><element name="p">
<optional><attribute name="id"/></optional><text/></element></define></grammar>"""
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="parts/more.xsd"/>
<xs:element name="book"><xs:complexType><xs:sequence><xs:element name="title" type="xs:string"/>
<xs:element name="p" type="P" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""
MORE_XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:complexType name="P" mixed="true">
<xs:attribute name="id"/></xs:complexType></xs:schema>"""
SCH = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" {binding}>
<let name="least" value="2"/>
<pattern><include href="parts/more.sch"/>
<rule context="book"><report test="count(p) &lt; $least" role="warning">a book has <value-of select="count(p)"/> paragraph</report></rule>
</pattern></schema>"""
MORE_SCH = """<rule xmlns="http://purl.oclc.org/dsdl/schematron" context="p"><assert test="{test}">each <name/> has an id</assert></rule>"""
GOOD = b'<book><title>A</title>\n<p id="a">B</p><p id="c">D</p></book>'
BAD = b'<book><title>A</title>\n<p id="a">B</p><q>C</q></book>'

FILES = {
    "book.dtd": DTD, "parts/more.dtd": MORE_DTD, "book.rng": RNG, "parts/more.rng": MORE_RNG,
    "book.xsd": XSD, "parts/more.xsd": MORE_XSD, "book.sch": SCH.format(binding=""), "parts/more.sch": MORE_SCH.format(test="@id"),
    "two/book.sch": SCH.format(binding='queryBinding="xslt2"'), "two/parts/more.sch": MORE_SCH.format(test="exists(@id) and matches(@id, '^[a-z]+$')"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def checked(folder: Path, schema: str, data: bytes, target: str = "schema") -> Checked:
    (folder / "a.xml").write_bytes(data)
    return check_file(Job(str(folder / "a.xml"), demands(target), Selection(), schemas=(str(folder / schema),)))


@pytest.mark.parametrize("schema", ["book.dtd", "book.rng", "book.xsd"])
def test_a_fault_is_found_at_its_element_and_nothing_in_what_is_good(schema: str, folder: Path) -> None:
    assert checked(folder, schema, GOOD).findings == ()
    found = checked(folder, schema, BAD)
    assert not found.valid
    assert any(f.place and (f.place.line, f.place.column) == (2, 16) for f in found.findings), found.findings
    assert {f.kind.partition("-")[0] for f in found.findings} == {"SCHEMA"}


@pytest.mark.parametrize("schema", ["book.sch", "two/book.sch"])
def test_schematron_comes_on_top(schema: str, folder: Path) -> None:
    if schema.startswith("two"):
        pytest.importorskip("saxonche", reason="saxonche, of the extra schematron, is not installed")
    (folder / "a.xml").write_bytes(b"<book><title>A</title>\n<p>B</p></book>")
    schemas = (str(folder / "book.dtd"), str(folder / schema))
    found = check_file(Job(str(folder / "a.xml"), demands("schema"), Selection(), schemas=schemas)).findings
    said = [(f.severity, f.message, f.place and (f.place.line, f.place.column), f.xpath) for f in found]
    assert said == [
        (Severity.WARNING, "a book has 1 paragraph", (1, 1), "/book"),
        (Severity.ERROR, "each p has an id", (2, 1), "/book/p"),
    ]


def test_abstract_patterns_and_rules_are_filled_in(tmp_path: Path) -> None:
    pytest.importorskip("saxonche", reason="saxonche, of the extra schematron, is not installed")
    (tmp_path / "a.sch").write_text("""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
      <ns prefix="x" uri="urn:x"/>
      <pattern abstract="true" id="has"><rule context="$what"><assert test="exists($part)">$what lacks {a} part</assert></rule></pattern>
      <pattern is-a="has"><param name="what" value="x:b"/><param name="part" value="x:c | x:d"/></pattern>
      <pattern><rule abstract="true" id="r"><let name="n" value="string-length(.)"/><assert test="$n gt 1">short</assert></rule>
        <rule context="x:c[@skip]"><assert test="true()">never</assert></rule>
        <rule context="x:c"><extends rule="r"/></rule></pattern></schema>""")
    (tmp_path / "a.xml").write_bytes(b'<a xmlns="urn:x"><b/><b><c/></b><b><c skip=""/></b></a>')
    job = Job(
        str(tmp_path / "a.xml"), demands("schema"), Selection(), schemas=(str(tmp_path / "a.sch"), str(_dtd(tmp_path)))
    )
    said = [f.message for f in check_file(job).findings if f.kind == "SCHEMA-FILE"]
    assert said == ["$what lacks {a} part", "short"]


def test_functions_have_the_types_of_xml_schema_without_a_declaration(tmp_path: Path) -> None:
    """JATS4R's own schema is such a one: the ISO's stylesheets declare the prefixes in what they make."""
    pytest.importorskip("saxonche", reason="saxonche, of the extra schematron, is not installed")
    (tmp_path / "a.sch").write_text("""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"
        xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:j="urn:j"><ns prefix="j" uri="urn:j"/>
      <xsl:function name="j:late" as="xsd:boolean"><xsl:param name="v"/>
        <xsl:sequence select="xs:decimal($v) ge 1.1"/></xsl:function>
      <pattern><rule context="a"><assert test="j:late(@v)">an early one</assert></rule></pattern></schema>""")
    (tmp_path / "a.dtd").write_text("<!ELEMENT a ANY><!ATTLIST a v CDATA #IMPLIED>")
    schemas = (str(tmp_path / "a.dtd"), str(tmp_path / "a.sch"))
    for data, said in ((b'<a v="1.2"/>', []), (b'<a v="1.0"/>', ["an early one"])):
        (tmp_path / "a.xml").write_bytes(data)
        found = check_file(Job(str(tmp_path / "a.xml"), demands("schema"), Selection(), schemas=schemas)).findings
        assert [f.message for f in found] == said


def _dtd(folder: Path) -> Path:
    (folder / "any.dtd").write_text(
        "<!ELEMENT a ANY><!ELEMENT b ANY><!ELEMENT c ANY><!ATTLIST a xmlns CDATA #IMPLIED><!ATTLIST c skip CDATA #IMPLIED>"
    )
    return folder / "any.dtd"


OUTSIDE = {
    "a.dtd": "<!ENTITY % more SYSTEM '{outside}'> %more; <!ELEMENT a ANY>",
    "up.dtd": "<!ENTITY % more SYSTEM '../secret.dtd'> %more; <!ELEMENT a ANY>",
    "a.rng": '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="{outside}"/><start><ref name="a"/></start></grammar>',
    "web.rng": '<externalRef xmlns="http://relaxng.org/ns/structure/1.0" href="http://localhost:9/a.rng"/>',
    "a.xsd": '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="{outside}"/><xs:element name="a"/></xs:schema>',
    "a.sch": '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="{outside}"/></schema>',
    "b.sch": '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:include href="{outside}"/></schema>',
    "link.dtd": "<!ENTITY % more SYSTEM 'link'> %more; <!ELEMENT a ANY>",
}  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_is_outside_of_the_folder_is_not_read(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text("<!ELEMENT secret ANY>")
    folder = tmp_path / "schemas"
    folder.mkdir()
    (folder / "link").symlink_to(secret)
    (folder / name).write_text(OUTSIDE[name].replace("{outside}", secret.as_uri()))
    with pytest.raises(UnusableSchema):
        checked(folder, name, b"<a/>")


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_an_assertion_cannot_read_a_file(binding: str, tmp_path: Path) -> None:
    if binding == "xslt2":
        pytest.importorskip("saxonche", reason="saxonche, of the extra schematron, is not installed")
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>word</secret>")
    (tmp_path / "a.sch").write_text(
        f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="{binding}"><pattern><rule context="a">'
        f'<assert test="false()"><value-of select="document(\'{secret.as_uri()}\')"/></assert></rule></pattern></schema>'
    )
    try:
        said = " ".join(f.message for f in checked(tmp_path, "a.sch", b"<a/>").findings)
    except UnusableSchema as error:
        said = error.message
    assert "word" not in said


BROKEN = {
    "a.dtd": "<!ELEMENT a (b>", "b.dtd": "", "a.rng": "<grammar", "b.rng": "<book/>", "a.xsd": "<book/>", "b.xsd": "no XML",
    "a.sch": "<book/>", "a.rnc": "start = a", "a.txt": "",
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_schema_is_refused_before_anything_is_checked(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(BROKEN[name])
    (tmp_path / "a.xml").write_text("<a/>")
    result = CliRunner().invoke(cli, ["validate", "--schema", str(tmp_path / name), str(tmp_path / "a.xml")])
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert name in result.stderr and "Traceback" not in result.stderr


def test_a_schema_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["validate", "--schema", str(tmp_path / "none.xsd"), str(tmp_path)])
    assert result.exit_code == 2 and "No such file" in result.stderr
