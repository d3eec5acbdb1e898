"""Fixes mend what they can, keep every other byte, never make a valid document invalid, and are made once."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from jatskit.findings import Edit, Finding, Fix, Severity
from jatskit.jats import write_jats
from jatskit.rules.checking import check, rules
from jatskit.rules.document import Document
from jatskit.rules.mending import Mended, mend
from jatskit.schema import Target
from jatskit.schema.gate import target_of_document, validate_document
from jatskit.schema.parsing import parse
from tests.jats.test_binding import full_article
from tests.schema.mutants import KINDS, mutant
from tests.schema.test_gate import document


def look(data: bytes) -> Sequence[Finding]:
    tree = parse(data, "a.xml")
    found = check(Document(tree, target_of_document(tree), data), [(rule, rule.severity) for rule in rules().values()])
    return [*validate_document(data, "a.xml"), *found]


def mended(data: bytes, *, unsafe: bool = False) -> Mended:
    return mend(data, "a.xml", look, unsafe=unsafe)


WRONG_ORDER = document('<sec>\r\n  <title>é</title>\r\n  <sec><title/>\n</sec>\r\n  <p  id = "a" >b</p>\r\n</sec>')


def test_a_safe_fix_keeps_every_other_byte() -> None:
    said = mended(WRONG_ORDER)
    assert [finding.fix.what for finding in said.made if finding.fix] == ["Move it before <sec> of line 7"]
    moved = b'  <p  id = "a" >b</p>\r\n  <sec><title/>\n</sec>\r\n'
    assert said.data == WRONG_ORDER.replace(b'  <sec><title/>\n</sec>\r\n  <p  id = "a" >b</p>\r\n', moved)
    assert validate_document(said.data, "a.xml") == []


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_a_document_keeps_its_encoding(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    data = f'<?xml version="1.0" encoding="{declared}"?>\n{WRONG_ORDER.decode()}'.encode(encoding)
    said = mended(data)
    assert said.made
    assert said.data.decode(encoding).startswith(f'<?xml version="1.0" encoding="{declared}"?>')
    assert said.data.decode(encoding).count("é") == 1


def test_an_unsafe_fix_is_made_only_where_it_is_wished() -> None:
    data = document("<sec><titel>One</titel><p/></sec>")
    assert mended(data).data == data
    assert b"<title>One</title>" in mended(data, unsafe=True).data


def test_a_fix_that_would_make_the_document_worse_is_not_made() -> None:
    data = document("<p>a word</p>")
    at = data.decode().index("<p>")
    bad = Finding("X", Severity.ERROR, "x", fix=Fix("Break it", (Edit(at, at + 3, "<q>"),), safe=True))
    worse = Finding("X", Severity.ERROR, "x", fix=Fix("Spoil it", (Edit(at, at + 13, "<year/>"),), safe=True))
    good = Finding("Y", Severity.ERROR, "x", fix=Fix("Say it", (Edit(at + 3, at + 4, "one"),), safe=True))
    assert mend(data, "a.xml", lambda _: [bad, worse]).data == data
    assert mend(data, "a.xml", lambda now: [bad, good] if now == data else []).data == data.replace(
        b"a word", b"one word"
    )


def test_fixes_that_are_in_each_others_way_are_made_one_after_the_other() -> None:
    licence = 'xlink:href="http://creativecommons.org/licenses/by/4.0"'
    front = f"<permissions><license {licence}><license-p>CC BY</license-p></license></permissions>"
    said = mended(document(front=front))
    assert {"PERM-CC-CANONICAL", "PERM-LICENSE-URI"} <= {finding.kind for finding in said.made}
    assert not [finding for finding in said.left if finding.kind.startswith("PERM-") and finding.fix]
    assert mended(said.data).data == said.data


def test_a_fix_that_mends_nothing_is_not_made() -> None:
    data = document("<p>a word</p>")
    at = data.decode().index("a word")
    useless = Finding("X", Severity.ERROR, "x", fix=Fix("Say more", (Edit(at, at, "!"),), safe=True))
    assert mend(data, "a.xml", lambda _: [useless]) == Mended(data, (), (useless,))


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_mutants_mended_twice_are_the_same(kind: str, unsafe: bool) -> None:
    tree = parse(write_jats(full_article(), Target.parse("publishing-1.3")).data, "a.xml")
    rnd = Random(3)  # noqa: S311  (a repeatable choice, no secret)
    for made in filter(None, (mutant(tree, kind, rnd) for _ in range(10))):
        before = len(validate_document(made.data, "a.xml"))
        said = mended(made.data, unsafe=unsafe)
        assert len(validate_document(said.data, "a.xml")) <= before
        assert mended(said.data, unsafe=unsafe).data == said.data


#: Paragraphs of another vocabulary: far more faults than are mended in one round, and fixes that bring other faults to light.
FOREIGN = document(
    "".join(
        f'<sec><p rend="x" n="{n}">On <hi rend="italic">trout</hi><titel>Lake {n}</titel></p><title>Site {n}</title></sec>'
        for n in range(150)
    )
)


def test_hundreds_of_faults_are_mended_until_a_second_time_changes_nothing() -> None:
    said = mend(FOREIGN, "a.xml", lambda data: validate_document(data, "a.xml"), unsafe=True)
    assert said.finished and len(said.made) > 300
    again = mend(said.data, "a.xml", lambda data: validate_document(data, "a.xml"), unsafe=True)
    assert (again.data, again.made) == (said.data, ())


def test_a_document_that_is_not_mended_to_the_end_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jatskit.rules.mending.MOST_ROUNDS", 1)
    said = mend(FOREIGN, "a.xml", lambda data: validate_document(data, "a.xml"), unsafe=True)
    assert said.made and not said.finished


def test_two_fixes_that_undo_each_other_are_not_made_for_ever() -> None:
    data = document("<p>black</p>")

    def wants_the_other(now: bytes) -> list[Finding]:
        old, new = (b"black", "white") if b"black" in now else (b"white", "black")
        at = now.index(old)
        fix = Fix(f"Write {new}", (Edit(at, at + 5, new),), safe=True)
        return [Finding(f"SCHEMA-{new}", Severity.ERROR, "x", fix=fix)]

    assert not mend(data, "a.xml", wants_the_other).finished
