from __future__ import annotations

import gzip
import html
from pathlib import Path

import pytest

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.schema import KNOWN
from jatskit.schema.gate import dtd_of
from jatskit.schema.parsing import MAX_BYTES, NAMESPACES, entities, parse

HEAD = b'<!DOCTYPE a PUBLIC "-//X//EN" "a.dtd">'


def fault(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        parse(data, "a.xml")
    return caught.value.message


def text(data: bytes) -> str:
    return str(parse(data, "a.xml").xpath("string()"))


def test_named_entities_of_the_dtd_resolve() -> None:
    assert text(HEAD + b"<a>x&nbsp;y&mdash;z&agr;&Hmacr;&amp;&lt;&AMP;&LT;</a>") == "x\u00a0y—zαH\u0304&<&<"


def test_named_entities_resolve_in_attributes() -> None:
    assert parse(HEAD + b'<a t="&ndash;&LT;"/>', "a.xml").getroot().get("t") == "–<"


def test_the_documents_own_declarations_win() -> None:
    subset = b'[<!-- ]> <!ENTITY mdash "no"> --><!ENTITY nbsp "mine ]">]'
    assert text(HEAD[:-1] + subset + b"><a>&nbsp;&mdash;</a>") == "mine ]—"


def test_entities_are_those_of_every_dtd() -> None:
    odd = {"elinters", "trpezium"}  # the DTDs have U+FFFD for these
    for target in (t for t in KNOWN if t.oasis is False):
        declared = {e.name: html.unescape(html.unescape(e.content or "")) for e in dtd_of(target).iterentities()}
        characters = {name: text for name, text in declared.items() if name in entities() and 0 < len(text) <= 3}
        assert len(characters) > 2000
        assert {name for name, text in characters.items() if text != entities()[name]} == odd, target.name
        assert {n for n, t in declared.items() if len(t) == 1 and not t.isascii()} <= characters.keys() | {" "}


def test_lines_stay_right() -> None:
    tree = parse(b"<?xml version='1.0'?>\n<!-- c -->\n" + HEAD + b"\n<a>&nbsp;\n<b xlink:href='x'/>\n</a>", "a.xml")
    assert [e.sourceline for e in tree.iter()][-2:] == [4, 5]
    assert tree.docinfo.public_id == "-//X//EN"


@pytest.mark.parametrize("prefix", sorted(NAMESPACES))
def test_prefixes_that_the_dtd_declares_need_no_declaration(prefix: str) -> None:
    tree = parse(HEAD + f"<a><{prefix}:b/></a>".encode(), "a.xml")
    assert tree.getroot()[0].tag == f"{{{NAMESPACES[prefix]}}}b"


def test_other_prefixes_do() -> None:
    assert "the prefix foo: on <b> is declared nowhere" in fault(HEAD + b"<a><foo:b/></a>")
    assert "the prefix xlink:" in fault(b"<a xlink:href='x'/>")


def test_undeclared_entities_are_told() -> None:
    assert "the entity &zzz; is not declared" in fault(HEAD + b"<a>&zzz;</a>")
    assert "because the document has no DOCTYPE" in fault(b"<a>&nbsp;</a>")


def test_an_entity_bomb_is_refused() -> None:
    declarations = b'<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 20) for i in range(12)
    )
    assert "entity bomb" in fault(b"<!DOCTYPE a [" + declarations + b"]><a>&m;</a>")
    assert "contains itself" in fault(b'<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a>&a;</a>')


def test_external_entities_are_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    message = fault(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode())
    assert "another file" in message
    assert "SECRET" not in message


def test_a_local_dtd_is_never_read(tmp_path: Path) -> None:
    dtd = tmp_path / "local.dtd"
    dtd.write_text('<!ENTITY leak "SECRET"><!ATTLIST a b CDATA "SECRET">')
    for name in (str(dtd), dtd.as_uri()):
        assert "&leak; is not declared" in fault(f'<!DOCTYPE a SYSTEM "{name}"><a>&leak;</a>'.encode())
        tree = parse(f'<!DOCTYPE a SYSTEM "{name}"><a/>'.encode(), "a.xml")
        assert tree.getroot().attrib == {}
        assert "another file" in fault(f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{name}"> %p;]><a>&leak;</a>'.encode())


def test_xinclude_is_left_alone(tmp_path: Path) -> None:
    data = f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{tmp_path}/x" parse="text"/></a>'.encode()
    assert len(parse(data, "a.xml").getroot()) == 1


def test_other_files_are_named() -> None:
    assert "gzip" in fault(gzip.compress(b"<a/>"))
    assert "ZIP" in fault(b"PK\x03\x04....")
    assert "PDF" in fault(b"%PDF-1.7")
    assert "binary" in fault(b"abc\0\1\2")
    assert "is empty" in fault(b"")
    assert "is empty" in fault(b" \n")
    assert "not XML" in fault(b"hello")


def test_too_large_is_refused() -> None:
    assert "too large" in fault(b" " * (MAX_BYTES + 1))


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0" encoding="utf-16"?>'])
def test_wide_encodings(codec: str, declaration: str) -> None:
    if codec == "utf-8-sig":
        declaration = ""
    data = (declaration + HEAD.decode() + "<a>é&mdash;\N{CJK UNIFIED IDEOGRAPH-6587}</a>").encode(codec)
    assert text(data) == "é—文"


def test_bytes_of_no_encoding() -> None:
    assert "encoding" in fault("<a>é</a>".encode("latin-1"))
    assert "UTF-16" in fault(b"\xff\xfe<\0a\0/\0>\0x")
    assert text('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode("latin-1")) == "é"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<a>\n<b></a>", "a.xml:2:8: </a> closes <b> of line 2"),
        (b"<a>\n<b>", "ends before <b> of line 2 is closed"),
        (b"<a b='1' b='2'/>", "the attribute b stands twice"),
        (b"<a b=1/>", "not in quotation marks"),
        (b"<a>x & y</a>", "a bare &"),
        (b"<a>x < y</a>", "a bare <"),
        (b"<a>\x01</a>", "a character that XML does not allow"),
        (b"<a/><a/>", "after the end of the root"),
        (b"<?xml version='1.0' encoding='foo'?><a/>", "the encoding foo is unknown"),
        (b"<a>" * 300 + b"</a>" * 300, "nested more than 256 deep"),
    ],
)
def test_what_is_wrong_is_said_plainly(data: bytes, said: str) -> None:
    assert said in fault(data)


def test_a_hostile_prologue_takes_linear_time() -> None:  # minutes, if it were not
    fault(b"<!-- " + b"<!-- x " * 100_000)
    fault(b"<!DOCTYPE a SYSTEM 'x' [" + b"<!-- '" * 100_000)
    fault(b"<!DOCTYPE a SYSTEM 'x' [<!ENTITY a '" + b"<!-- " * 100_000 + b"'>]><a>&zzz;</a>")
    fault(b"<!DOCTYPE a SYSTEM 'x' " + b"<!ENTITY " * 100_000)


@pytest.mark.parametrize(
    ("data", "kind", "said", "place"),
    [
        (b"<article>\n a\x01</article>", "XML-CTRL", "U+0001", (2, 0)),
        (b"<article>&#65534;</article>", "XML-CTRL", "U+FFFE", (1, 0)),
        ("<article>\n  Öl\xe4</article>".encode("latin-1"), "XML-ENC", "the byte D6 is not UTF-8", (2, 3)),
        ("<?xml version='1.0' encoding='us-ascii'?><a>Ö</a>".encode(), "XML-ENC", "is not US-ASCII", (1, 45)),
        (b"<?xml version='1.0' encoding='utf-99'?><a/>", "XML-ENC", "utf-99 is unknown", (1, 0)),
        (b"\xff\xfe<\0a\0/\0>", "XML-ENC", "begins as UTF-16", (0, 0)),
        (b"<article>&nbsp;</article>", "XML-ENTITY-UNDECL", "&nbsp; is not declared", (1, 0)),
        (b"<!DOCTYPE a [<!ENTITY x SYSTEM 'x.xml'>]><a>&x;</a>", "XML-ENTITY-EXT", "another file", (1, 0)),
        (b"<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>", "XML-LIMITS", "contains itself", (1, 0)),
        (b"<a>" * 300 + b"</a>" * 300, "XML-LIMITS", "256 deep", (1, 0)),
        (b"<a>" + b"x" * 10_500_000 + b"</a>", "XML-LIMITS", "longer than 10 MB", (1, 0)),
        (b"<a><b></a>", "XML-WF", "</a> closes <b>", (1, 0)),
    ],
)
def test_what_stops_the_parser_is_of_a_kind_that_has_a_page(
    data: bytes, kind: str, said: str, place: tuple[int, int]
) -> None:
    with pytest.raises(NotWellFormed) as told:
        parse(data, "a.xml")
    error = told.value
    assert error.kind == kind
    assert said in error.fault
    assert error.line == place[0]
    assert not place[1] or error.column == place[1]
