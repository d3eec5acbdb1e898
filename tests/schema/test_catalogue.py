from __future__ import annotations

import re
import subprocess
import sys

import pytest

from jatskit.errors import UnknownTarget
from jatskit.schema import KNOWN, WRITABLE, TagSet, Target, checksums, schema_root, target_of


def test_identifiers_are_those_of_the_official_catalogue() -> None:
    entries = re.findall(
        r'<public publicId="([^"]*)" uri="([^"]*)"/>', (schema_root() / "catalog.xml").read_text("utf-8")
    )
    assert dict(entries) == {t.public_id: f"{t.version}/{t.system_id}" for t in KNOWN if not t.is_nlm}
    assert len(KNOWN) == 127


def test_versions_before_jats() -> None:
    old = Target.parse("publishing-nlm-2.3")
    assert old.public_id == "-//NLM//DTD Journal Publishing DTD v2.3 20070202//EN"
    assert old.dtd_version == "2.3"
    with pytest.raises(UnknownTarget):
        Target(TagSet.ARCHIVING, "nlm-3.0", mathml3=False)


def test_what_is_written() -> None:
    assert len(WRITABLE) == 9
    assert {t.version for t in WRITABLE} == {"1.2", "1.3", "1.4"}


@pytest.mark.parametrize("target", KNOWN, ids=lambda t: t.name)
def test_names_and_public_ids_lead_back(target: Target) -> None:
    assert target.dtd_file.is_file()
    assert Target.parse(target.name) == target
    assert target_of(target.public_id.replace(" ", "\n ")) == target


def test_the_version_may_be_left_out() -> None:
    assert Target.parse("Publishing") == Target(TagSet.PUBLISHING, "1.3")
    assert Target.parse("archiving-oasis") == Target(TagSet.ARCHIVING, "1.3", oasis=True)


@pytest.mark.parametrize("text", ["", "archiving-1.5", "authoring-1.3-oasis", "jats", "archiving-1.3-"])
def test_unknown_names_are_refused_with_advice(text: str) -> None:
    with pytest.raises(UnknownTarget) as caught:
        Target.parse(text)
    assert "publishing-1.4" in caught.value.advice


def test_did_you_mean() -> None:
    with pytest.raises(UnknownTarget) as caught:
        Target.parse("publsihing-1.4")
    assert caught.value.advice.startswith("Did you mean publishing-1.4?")


def test_a_target_that_does_not_exist_cannot_be_made() -> None:
    with pytest.raises(UnknownTarget):
        Target(TagSet.AUTHORING, oasis=True)
    assert target_of(None) is None
    assert target_of("-//X//EN") is None


def test_the_schemas_are_as_fetched() -> None:
    sums = list(checksums())
    assert len(sums) > 1200
    assert [name for name, right in sums if not right] == []
    assert [name for name, _ in sums] == sorted(name for name, _ in sums)


def test_the_catalogue_does_not_need_lxml() -> None:
    code = "import sys, jatskit.schema; sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
