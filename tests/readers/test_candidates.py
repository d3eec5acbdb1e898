"""The one reconciliation: what several sources of a page say of a field."""

from __future__ import annotations

from itertools import pairwise

from jatskit.protocols import Source
from jatskit.readers.candidates import Candidate, SourceKind
from jatskit.readers.ranks import FIELDS
from jatskit.readers.sheet import Sheet

PAGE = "Volume 12 | 21 | Growth of Alloys | growth of alloys. | Decay | Ann Lee | Lee, A. | a@b.org | 10.1/x"


def _span(text: str) -> tuple[int, int]:
    return PAGE.index(text), PAGE.index(text) + len(text)


def _sheet() -> Sheet:
    return Sheet(Source.from_bytes(PAGE.encode(), "page"))


def test_the_losing_value_stands_beside_the_winner_and_is_a_finding() -> None:
    sheet = _sheet()
    sheet.offer("volume", SourceKind.HIGHWIRE).quote((), _span("21"))
    sheet.offer("volume", SourceKind.MASTHEAD).quote((), _span("12"))
    assert sheet.settle("volume")
    assert sheet.article().volume == "12"
    (beside,) = sheet.alternatives
    assert (beside.quoted, beside.source, beside.agrees) == ("21", "citation_ tag", False)
    (finding,) = sheet.findings
    assert finding.kind == "page-sources-disagree"
    assert finding.path == ("volume",)
    assert "“12”" in finding.message
    assert "“21”" in finding.message
    assert "line 1" in finding.message


def test_sources_that_mean_the_same_do_not_disagree() -> None:
    sheet = _sheet()
    sheet.offer("title", SourceKind.HIGHWIRE).quote((), _span("Growth of Alloys"))
    sheet.offer("title", SourceKind.HEADING).quote((), _span("growth of alloys."))
    sheet.settle("title")
    assert sheet.findings == []
    assert [beside.agrees for beside in sheet.alternatives] == [True]


def test_a_source_of_poor_standing_counts_only_alone() -> None:
    sheet = _sheet()
    sheet.offer("title", SourceKind.TITLE_TAG).quote((), _span("Decay"))
    sheet.offer("title", SourceKind.HIGHWIRE).quote((), _span("Growth of Alloys"))
    sheet.settle("title")
    assert sheet.value(("title",)) == "Growth of Alloys"
    assert sheet.findings == []
    alone = _sheet()
    alone.offer("title", SourceKind.TITLE_TAG).quote((), _span("Decay"))
    alone.settle("title")
    assert alone.value(("title",)) == "Decay"


def test_a_distrusted_source_counts_after_the_others_and_is_kept() -> None:
    sheet = _sheet()
    stale = sheet.offer("title", SourceKind.HIGHWIRE).quote((), _span("Decay"))
    stale.distrusted = "it is about another article"
    sheet.offer("title", SourceKind.HEADING).quote((), _span("Growth of Alloys"))
    sheet.settle("title")
    assert sheet.value(("title",)) == "Growth of Alloys"
    assert [beside.distrusted for beside in sheet.alternatives] == ["it is about another article"]


def test_what_is_not_well_formed_does_not_win() -> None:
    sheet = _sheet()
    sheet.offer("doi", SourceKind.HIGHWIRE).set(("type",), "doi").quote(("value",), _span("Decay"))
    assert sheet.settle("doi") is None


def _byline(sheet: Sheet, kind: SourceKind, name: str) -> Candidate:
    return sheet.offer("byline", kind).quote(("contributors", 0, "names", 0, "unsplit"), _span(name))


def test_an_agreeing_source_speaks_where_the_chosen_one_is_silent() -> None:
    sheet = _sheet()
    _byline(sheet, SourceKind.HIGHWIRE, "Ann Lee")
    other = _byline(sheet, SourceKind.BYLINE, "Lee, A.")
    other.quote(("contributors", 0, "emails", 0), _span("a@b.org"))
    sheet.settle("byline")
    (contributor,) = sheet.article().contributors
    assert str(contributor.names[0]) == "Ann Lee"
    assert contributor.emails == ("a@b.org",)
    assert sheet.findings == []


def test_evidence_that_overlaps_is_accounted_for_once() -> None:
    sheet = _sheet()
    sheet.quote(("volume",), (0, 9), reason="first")
    sheet.quote(("issue",), (7, 9), reason="second")
    accounts = sheet.accounts()
    spans = sorted(
        [s for e in accounts.evidence for s in e.spans] + [f.span for f in accounts.furniture] + [*accounts.unassigned]
    )
    assert spans[0][0] == 0
    assert spans[-1][1] == len(PAGE)
    assert all(a[1] == b[0] for a, b in pairwise(spans))


def test_every_field_says_why_its_sources_rank_as_they_do() -> None:
    for name, field in FIELDS.items():
        assert field.why, name
        assert not set(field.order) & set(field.fallback), name
        assert len(set(field.order)) == len(field.order), name
