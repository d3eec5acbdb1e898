"""The laws of the binding table: what is written is read back, and the official schema accepts it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jatskit.jats import held, read_jats, write_jats
from jatskit.model import Article
from jatskit.protocols import Source
from jatskit.schema.catalogue import WRITABLE, TagSet, Target
from jatskit.schema.gate import verdict
from tests.strategies import articles

_TARGETS = pytest.mark.parametrize("target", WRITABLE, ids=lambda target: target.name)
_PATIENT = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)


def _read(data: bytes) -> Article:
    return _reading(data)[0]


def _reading(data: bytes) -> tuple[Article, list[str]]:
    reading = read_jats(Source.from_bytes(data, "a.xml", encoding="utf-8"))
    return reading.article, [finding.message for finding in reading.findings]


@_TARGETS
@_PATIENT
@given(data=st.data())
def test_what_is_written_is_valid_and_read_back(target: Target, data: st.DataObject) -> None:
    article = data.draw(articles(target))
    written = write_jats(article, target)
    assert written.data, [finding.message for finding in written.findings]
    assert verdict(written.data, target) == []
    read, findings = _reading(written.data)
    assert read == held(article, target).article
    assert findings == []


@_PATIENT
@given(data=st.data())
def test_archiving_holds_everything_but_markup_in_a_copyright_holder(data: st.DataObject) -> None:
    article = data.draw(articles())
    kept = held(article, Target(TagSet.ARCHIVING))
    assert all("copyright-holder" in f.message or "punctuation" in f.message for f in kept.findings)


@_TARGETS
@_PATIENT
@given(data=st.data())
def test_what_is_held_is_held_entirely(target: Target, data: st.DataObject) -> None:
    once = held(data.draw(articles(target)), target).article
    again = held(once, target)
    assert again.article is once
    assert again.findings == ()


def _corpus() -> list[Path]:
    root = os.environ.get("JATSKIT_CORPUS")
    return sorted(Path(root, "jats", "valid").glob("*.xml")) if root else []


@pytest.mark.skipif("JATSKIT_CORPUS" not in os.environ, reason="JATSKIT_CORPUS names no folder of real documents")
def test_real_documents_are_a_fixed_point_after_one_pass() -> None:
    files = _corpus()
    assert files
    target = Target(TagSet.ARCHIVING)
    for file in files:
        article = read_jats(Source.from_path(file)).article
        if article.type is None:
            continue
        written = write_jats(article, target)
        assert written.data, file.name
        assert verdict(written.data, target) == [], file.name
        assert write_jats(_read(written.data), target).data == written.data, file.name
