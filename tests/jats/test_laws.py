"""The laws of the binding table: what is written is read back, and the official schema accepts it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jatskit.jats import held, read_jats, required, write_jats
from jatskit.protocols import Source
from jatskit.schema.catalogue import WRITABLE, TagSet, Target
from jatskit.schema.gate import verdict
from tests.conftest import some_of
from tests.strategies import articles

_TARGETS = pytest.mark.parametrize("target", WRITABLE, ids=lambda target: target.name)
_PATIENT = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)


@_TARGETS
@_PATIENT
@given(data=st.data())
def test_what_is_written_is_valid_and_read_back(target: Target, data: st.DataObject) -> None:
    article = data.draw(articles(target))
    kept = held(article, target)
    assume(not required(kept.article, target))
    again = held(kept.article, target)
    assert again.article is kept.article
    assert again.findings == ()
    written = write_jats(article, target)
    assert verdict(written.data, target) == []
    reading = read_jats(Source.from_bytes(written.data, "a.xml", encoding="utf-8"))
    assert reading.article == kept.article
    assert reading.findings == ()


@_PATIENT
@given(data=st.data())
def test_archiving_holds_everything_but_markup_in_two_places(data: st.DataObject) -> None:
    article = data.draw(articles())
    kept = held(article, Target(TagSet.ARCHIVING))
    assert all("<copyright-holder>" in f.message or "<data-title>" in f.message for f in kept.findings)


def test_real_documents_are_read_and_a_fixed_point_after_one_pass(corpus: Path) -> None:
    target = Target(TagSet.ARCHIVING)
    files = some_of((corpus / "jats" / "valid").glob("*.xml"), 1)
    assert files
    for file in files:
        reading = read_jats(Source.from_path(file))
        assert all(finding.place and finding.place.line for finding in reading.findings), file.name
        if required(held(reading.article, target).article, target):
            continue
        written = write_jats(reading.article, target)
        assert verdict(written.data, target) == [], file.name
        again = read_jats(Source.from_bytes(written.data, file.name, encoding="utf-8"))
        assert again.findings == (), file.name
        assert write_jats(again.article, target).data == written.data, file.name
