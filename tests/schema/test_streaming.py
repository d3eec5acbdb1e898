"""A document that is read piece by piece is judged as one whose whole tree is there, by libxml2 and by xmllint.

`python -m pytest tests/schema/test_streaming.py --hypothesis-profile=deep` tries thousands of documents with faults.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from lxml import etree

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.findings import Finding
from jatskit.jats import write_jats
from jatskit.schema import KNOWN, Target, pieces
from jatskit.schema.declarations import dtd_without_ids
from jatskit.schema.gate import dtd_of, target_of_document, validate_document, verdict
from jatskit.schema.parsing import parse
from jatskit.schema.streaming import validate_stream
from tests.conftest import ROOT, some_of
from tests.hostile import CASES
from tests.jats.documents import BACK, BODY, FRONT, OLD, document
from tests.jats.test_binding import full_article
from tests.schema.mutants import KINDS, mutant
from tests.schema.test_mutants import count, repeatable

XMLLINT = shutil.which("xmllint")


def streamed(data: bytes, target: Target | None = None) -> list[Finding]:
    return validate_stream(io.BytesIO(data), "a.xml", target)[0]


def told(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.kind, finding.xpath) for finding in findings}


@pytest.fixture(params=[64, 1000])
def small_pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    size: int = request.param
    monkeypatch.setattr(pieces, "PIECE", size)
    return size


# -- documents with faults -----------------------------------------------------------------------------------


def _elements(root: etree._Element, which: Callable[[etree._Element], object]) -> list[etree._Element]:
    return [element for element in root.iter("*") if element is not root and which(element)]


def _duplicate(root: etree._Element, rnd: Random) -> None:
    element = rnd.choice(_elements(root, lambda _: True))
    element.addnext(deepcopy(element))


def _adopt(root: etree._Element, rnd: Random) -> None:
    elements = _elements(root, lambda _: True)
    element, holder = rnd.choice(elements), rnd.choice(elements)
    if holder is not element and element not in holder.iterancestors():
        holder.insert(rnd.randrange(len(holder) + 1), element)


def _put_text(root: etree._Element, rnd: Random) -> None:
    element = rnd.choice(_elements(root, lambda _: True))
    element.tail = (element.tail or "") + rnd.choice(["word", "\xa0", " ", "\u3000"])


def _put_comment(root: etree._Element, rnd: Random) -> None:
    rnd.choice(_elements(root, lambda _: True)).append(rnd.choice([etree.Comment("x"), etree.PI("x", "y")]))


def _move_attribute(root: etree._Element, rnd: Random) -> None:
    element = rnd.choice(_elements(root, lambda e: e.attrib))
    name = str(rnd.choice(list(element.attrib)))
    rnd.choice(_elements(root, lambda _: True)).set(name, str(element.get(name)))
    if rnd.random() < 0.5:
        del element.attrib[name]


def _spoil_id(root: etree._Element, rnd: Random) -> None:
    element = rnd.choice(_elements(root, lambda e: e.get("id") or e.get("rid")))
    name = "id" if element.get("id") else "rid"
    element.set(
        name, rnd.choice(["1a", "a b", "", " a", "a  b", "nowhere", f"{element.get(name)} {element.get(name)}"])
    )


MORE = {
    "duplicate": _duplicate,
    "adopt": _adopt,
    "put text": _put_text,
    "put a comment": _put_comment,
    "move attribute": _move_attribute,
    "spoil id": _spoil_id,
}


def mutants(tree: etree._ElementTree, number: int, rnd: Random) -> Iterator[bytes]:
    """Yield documents with one thing wrong, or another: of each kind as many."""
    kinds = (*KINDS, *MORE)
    for at in range(number):
        kind = kinds[at % len(kinds)]
        if kind in MORE:
            copy = deepcopy(tree)
            try:
                MORE[kind](copy.getroot(), rnd)
            except IndexError:  # nothing to choose from
                continue
            yield etree.tostring(copy, encoding="utf-8")
        elif (made := mutant(tree, kind, rnd)) is not None:
            yield made.data


def compare(tree: etree._ElementTree, target: Target, number: int, rnd: Random) -> tuple[int, int]:
    """Judge mutants by all roads; return how many there were, and how many of them are told of at other elements."""
    seen = apart = 0
    for data in mutants(tree, number, rnd):
        by_tree = verdict(data, target)
        by_pieces = streamed(data, target)
        right = bool(dtd_of(target).validate(parse(data, "a.xml")))
        assert (not by_tree, not by_pieces) == (right, right), data
        assert all(parse(data, "a.xml").xpath(f.xpath.partition("/@")[0], namespaces=_PREFIXES) for f in by_pieces)
        seen += 1
        apart += told(by_tree) != told(by_pieces)
    return seen, apart


_PREFIXES = {
    "mml": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "oasis": "http://www.niso.org/standards/z39-96/ns/oasis-exchange/table",
}


@pytest.mark.parametrize("name", ["archiving-1.2", "publishing-1.3", "archiving-1.4"])
def test_mutants(name: str, small_pieces: int) -> None:
    target = Target.parse(name)
    tree = parse(write_jats(full_article(), target).data, "a.xml")
    seen, apart = compare(tree, target, count() // 4, repeatable())
    assert seen > count() / 8
    assert apart <= 0.1 * seen


def test_mutants_with_a_body(small_pieces: int) -> None:
    seen, apart = compare(
        parse(document("archiving-1.3"), "a.xml"), Target.parse("archiving-1.3"), count(), repeatable()
    )
    assert seen > count() / 2
    assert apart <= 0.1 * seen


@pytest.mark.skipif(XMLLINT is None, reason="xmllint is not installed")
def test_mutants_by_xmllint(tmp_path: Path) -> None:
    target = Target.parse("archiving-1.3")
    made = list(mutants(parse(document("archiving-1.3"), "a.xml"), count() // 2, repeatable()))
    for number, data in enumerate(made):
        (tmp_path / f"{number}.xml").write_bytes(data)
    names = [f"{number}.xml" for number in range(len(made))]
    command = [str(XMLLINT), "--noout", "--nonet", "--dtdvalid", str(target.dtd_file), *names]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    refused = {line.split()[1] for line in done.stderr.splitlines() if " does not validate against " in line}
    assert len(refused) > len(made) / 3
    assert refused == {name for name, data in zip(names, made, strict=True) if verdict(data, target)}
    assert refused == {name for name, data in zip(names, made, strict=True) if streamed(data, target)}


def test_mutants_of_the_corpus(corpus: Path, small_pieces: int) -> None:
    rnd = repeatable()
    files = [file for file in sorted((corpus / "jats" / "valid").glob("*.xml")) if file.stat().st_size < 60_000]
    for file in files[:: max(1, 5000 // count())]:
        tree = parse(file.read_bytes(), file.name)
        compare(tree, target_of_document(tree), count() // 10, rnd)


def test_the_corpus(corpus: Path) -> None:
    for file in some_of((corpus / "jats").glob("*/*.xml"), 0):
        data = file.read_bytes()
        by_tree, by_pieces = (answer(road, data) for road in (_whole, streamed))
        assert by_tree == by_pieces, file.name


def _whole(data: bytes) -> list[Finding]:
    return validate_document(data, "a.xml")


def answer(road: Callable[[bytes], list[Finding]], data: bytes) -> object:
    """Return whether a road finds something wrong, or what it says of a document that it cannot read."""
    try:
        return bool(road(data))
    except UnreadableSource as error:
        return error.message


# -- one by one ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["archiving-1.3", "publishing-1.0", "publishing-nlm-3.0", "archiving-1.2-oasis"])
def test_a_valid_document(name: str, small_pieces: int) -> None:
    findings, target = validate_stream(io.BytesIO(document(name)), "a.xml")
    assert findings == []
    assert target == Target.parse(name)


def test_an_old_document(small_pieces: int) -> None:
    assert streamed(OLD) == []


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be", "utf-32", "utf-8-sig"])
def test_encodings(codec: str, small_pieces: int) -> None:
    text = document("archiving-1.3").decode().replace("moon", "\u6708\U0001f315").replace('encoding="UTF-8"', "")
    assert streamed(text.encode(codec)) == []


def test_namespaces_that_only_the_dtd_declares(small_pieces: int) -> None:
    data = document("archiving-1.3").replace(b' xmlns:mml="http://www.w3.org/1998/Math/MathML"', b"")
    assert streamed(data) == []


def test_a_namespace_that_nobody_declares(small_pieces: int) -> None:
    data = document("archiving-1.3").replace(b"<ack>", b"<no:ack>").replace(b"</ack>", b"</no:ack>")
    with pytest.raises(NotWellFormed, match="no: on <ack> is declared nowhere"):
        streamed(data)


def test_entities(small_pieces: int) -> None:
    data = document("archiving-1.3", subset=' [<!ENTITY mdash "own"><!ENTITY b "<bold>x</bold>">]')
    assert streamed(data.replace(b"moon", b"&mdash;&nbsp;&b;&b;&b;")) == []


def test_an_id_far_from_its_reference(small_pieces: int) -> None:
    data = document("archiving-1.3").replace(b'<ref id="r1">', b'<ref id="r2">')
    [finding] = streamed(data)
    assert finding.message == "rid on <xref> refers to “r1”, and no element has that id"
    assert finding.xpath == "/article/body/sec/p[1]/xref/@rid"
    assert finding.place is not None
    assert finding.place.line == data[: data.index(b'rid="r1"')].count(b"\n") + 1


def test_an_id_twice(small_pieces: int) -> None:
    [finding] = streamed(
        document("archiving-1.3").replace(b'<ref id="r1">', b'<ref id="c1">').replace(b'"r1"', b'"c1"')
    )
    assert finding.message == "the id “c1” is taken by an element before this <ref>"
    assert finding.xpath == "/article/back/ref-list/ref/@id"


@pytest.mark.parametrize(
    ("front", "body", "back", "message", "xpath"),
    [
        (FRONT, BACK, BODY, "<body> comes too late in <article>", "/article/body"),
        (FRONT, BODY + BODY.replace("s1", "s2"), BACK, "<article> has one <body> too many; there is one on line 18", "/article/body[2]"),
        ("", BODY, BACK, "<body> stands too early in <article>: <front> must come before it", "/article/body"),
        (FRONT, "<body>words</body>", BACK, "<body> holds elements only, and here it holds the text “words”", "/article/body"),
        (FRONT, "<body><nosuch/></body>", BACK, "there is no element <nosuch> in this schema", "/article/body/nosuch"),
        (FRONT, BODY, "<back><ref-list><ref/></ref-list></back>", "<ref> lacks ", "/article/back/ref-list/ref"),
    ],
)  # fmt: skip
def test_faults_of_what_encloses(front: str, body: str, back: str, message: str, xpath: str, small_pieces: int) -> None:
    data = document("archiving-1.3", front, body, back)
    findings = [finding for finding in streamed(data) if finding.kind != "SCHEMA-IDREF"]
    assert [finding.xpath for finding in findings] == [xpath]
    assert findings[0].message.startswith(message)


def test_many_faults_are_not_all_told() -> None:
    body = "<body>" + "<nosuch/>" * 5000 + "<p/></body>"
    findings = [
        finding for finding in streamed(document("archiving-1.3", body=body)) if finding.kind == "SCHEMA-ELEMENT"
    ]
    assert 900 < len(findings) <= 1001


def test_the_end_is_still_looked_for_after_many_faults() -> None:
    data = document("archiving-1.3", body="<body>" + "<nosuch/>" * 50_000 + "</body>")
    with pytest.raises(NotWellFormed):
        streamed(data[: data.index(b"<back>") + 20])


def test_hostile_documents() -> None:
    for name, make in CASES.items():
        data = make()
        if len(data) < 100_000:
            by_tree, by_pieces = answer(_whole, data), answer(streamed, data)
            assert (by_tree is False) == (by_pieces is False), name
            if name != "an entity that holds the root":  # which is never valid, and is refused before it is parsed
                assert isinstance(by_tree, str) == isinstance(by_pieces, str), name


def signature(dtd: Any) -> dict[tuple[str | None, str], object]:
    """Return all that lxml tells of a DTD's declarations, with ids and references as mere text."""

    def model(node: Any) -> object:
        return node and (node.name, node.type, node.occur, model(node.left), model(node.right))

    def attribute(decl: Any) -> object:
        text = "cdata" if decl.type in ("id", "idref", "idrefs") else decl.type
        return decl.prefix, decl.name, text, decl.default, decl.default_value, tuple(decl.itervalues())

    return {
        (decl.prefix, decl.name): (decl.type, model(decl.content), {attribute(a) for a in decl.iterattributes()})
        for decl in dtd.iterelements()
    }


def test_the_dtd_without_ids_is_the_official_one() -> None:
    deep = settings().max_examples >= 1000
    for target in KNOWN if deep else map(Target.parse, ("archiving-1.3-oasis", "publishing-1.0", "publishing-nlm-3.0")):
        assert signature(dtd_without_ids(target)) == signature(etree.DTD(str(target.dtd_file))), target.name


_CHILD = """
import io, sys
from jatskit.schema.streaming import validate_stream
from tests.schema.test_streaming import Endless

print(validate_stream(Endless(int(sys.argv[1])), "a.xml")[0])
status = open("/proc/self/status")
print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


class Endless(io.BytesIO):
    """A file of a document whose body is as often repeated as asked for."""

    def __init__(self, times: int) -> None:
        data = document("archiving-1.3")
        start, end = data.index(b"<body>") + 6, data.index(b"</body>")
        self._parts = data[:start], data[start:end].replace(b' id="s1"', b""), data[end:]
        self._times = times
        self._made: Iterator[bytes] = iter(())
        self._rest = b""
        super().__init__(b"")

    def seek(self, offset: int, whence: int = 0) -> int:
        head, body, tail = self._parts
        many = [body * 100] * (self._times // 100)
        self._made, self._rest = iter([head, *many, tail]), b""
        return 0

    def read(self, size: int | None = -1) -> bytes:
        while len(self._rest) < (size or 0) and (more := next(self._made, b"")):
            self._rest += more
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_does_not_grow() -> None:
    peaks = []
    for times in (10_000, 60_000):  # 5 and 30 MB
        command = [sys.executable, "-c", _CHILD, str(times)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        said, peak = done.stdout.splitlines()
        assert said == "[]"
        peaks.append(int(peak))
    assert peaks[1] - peaks[0] < 10_000, peaks  # kilobytes
