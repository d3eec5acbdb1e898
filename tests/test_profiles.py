"""The journal profile: it fills, it never overrides, and it says what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from jatskit.errors import UnusableProfile
from jatskit.findings import Severity
from jatskit.model import Article
from jatskit.profiles import Profile, apply, template
from jatskit.protocols import Evidence, Origin, Reading, Source

SAMPLE = "samples/strategic-study-of-cae.toml"


def reading(**fields: object) -> Reading:
    article = Article.model_validate({"title": "A title", **fields})
    evidence = ()
    if article.journal:
        evidence = (Evidence(("journal", "titles", 0, "text"), Origin.PAGE, "a masthead", ((0, 1),)),)
    return Reading(article, Source.from_bytes(b"A title", "page"), evidence)


def profile(text: str, folder: Path) -> Profile:
    file = folder / "journal.toml"
    file.write_text(text, encoding="utf-8")
    return Profile.load(file)


def test_it_fills_what_the_page_leaves_open(tmp_path: Path) -> None:
    applied = apply(reading(), profile('article_type = "editorial"\nlanguage = "fr"\n', tmp_path))
    assert (applied.article.type, applied.article.language) == ("editorial", "fr")
    assert {(e.path, e.origin) for e in applied.evidence} == {
        (("type",), Origin.PROFILE),
        (("language",), Origin.PROFILE),
    }


def test_it_never_overrides_and_says_that_it_differs(tmp_path: Path) -> None:
    applied = apply(reading(language="en"), profile('language = "fr"\n', tmp_path))
    assert applied.article.language == "en"
    assert [f.kind for f in applied.findings] == ["profile-differs"]


def test_the_pages_title_keeps_its_evidence_in_its_new_place(tmp_path: Path) -> None:
    text = '[[journal.titles]]\ntext = "Un titre"\n[[journal.titles]]\ntext = "Strategic Study of CAE"\n[[journal.issns]]\nvalue = "1009-1742"\n'
    applied = apply(reading(journal={"titles": [{"text": "STRATEGIC Study of CAE"}]}), profile(text, tmp_path))
    assert applied.article.journal
    assert [title.text for title in applied.article.journal.titles] == ["Un titre", "STRATEGIC Study of CAE"]
    origins = {e.path: e.origin for e in applied.evidence}
    assert origins[("journal", "titles", 1, "text")] is Origin.PAGE
    assert origins[("journal", "titles", 0, "text")] is Origin.PROFILE
    assert origins[("journal", "issns", 0, "value")] is Origin.PROFILE


def test_another_journals_facts_are_not_used(tmp_path: Path) -> None:
    text = '[[journal.titles]]\ntext = "Another"\n[[journal.issns]]\nvalue = "1009-1742"\n'
    applied = apply(reading(journal={"titles": [{"text": "This one"}]}), profile(text, tmp_path))
    assert applied.article.journal and applied.article.journal.issns == ()
    assert [(f.kind, f.severity) for f in applied.findings] == [("profile-other-journal", Severity.ERROR)]


def test_a_licence_and_a_holder_make_permissions(tmp_path: Path) -> None:
    text = 'copyright_holder = "The Authors"\n[licence]\nurl = "https://creativecommons.org/licenses/by/4.0/"\n'
    permissions = apply(reading(), profile(text, tmp_path)).article.permissions
    assert permissions and permissions.licences[0].url and permissions.years == ()


def test_the_template_is_an_empty_profile_and_a_full_one_without_its_marks(tmp_path: Path) -> None:
    assert profile(template(), tmp_path) == Profile()
    lines = [line[1:] if line[:1] == "#" and line[:2] != "# " else line for line in template().splitlines()]
    full = profile("\n".join(lines), tmp_path)
    assert full.meets_publishing
    assert all(getattr(full, name) is not None for name in Profile.model_fields)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"journal = ", "is not TOML"),
        (b"colour = 1", "colour"),
        (b'[[journal.issns]]\nvalue = "1009-1743"', "check digit"),
        (b"\xff\xfe\x00", "is not UTF-8"),
    ],
)
def test_a_wrong_profile_is_told_in_one_line(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "journal.toml").write_bytes(data)
    with pytest.raises(UnusableProfile, match=message) as raised:
        Profile.load(tmp_path / "journal.toml")
    assert "\n" not in raised.value.message


def test_a_missing_profile(tmp_path: Path) -> None:
    with pytest.raises(UnusableProfile, match="cannot be read"):
        Profile.load(tmp_path / "none.toml")


def test_what_the_input_says_of_the_journal_stands(tmp_path: Path) -> None:
    journal = {
        "titles": [{"text": "Strategic Study of CAE", "lang": "en"}],
        "ids": [{"type": "publisher-id", "value": "PAGEID"}],
        "issns": [{"value": "0378-5955"}],
    }
    text = (
        '[[journal.titles]]\ntext = "Strategic Study of CAE"\n[[journal.ids]]\ntype = "publisher-id"\nvalue = "SSCAE"\n'
        '[[journal.issns]]\nvalue = "1009-1742"\n[journal.publisher]\nname = "A Press"\n'
    )
    applied = apply(reading(journal=journal), profile(text, tmp_path)).article.journal
    assert applied and applied.publisher and applied.publisher.name == "A Press"
    assert applied.ids[0].value == "PAGEID" and applied.issns[0].value == "0378-5955"
    kinds = [f.path for f in apply(reading(journal=journal), profile(text, tmp_path)).findings]
    assert kinds == [("journal", "ids"), ("journal", "issns")]
