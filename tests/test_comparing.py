"""In what two articles differ: nothing for equal ones, and each difference once."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from jatskit.comparing import Difference, differences
from jatskit.model import Affiliation, Article, Contributor, PersonName, Reference
from tests.strategies import articles

_PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def people(*surnames: str) -> Article:
    names = (PersonName(surname=surname, given="Ann") for surname in surnames)
    return Article(title=("T",), contributors=tuple(Contributor(type="author", names=(name,)) for name in names))


@_PATIENT
@given(one=articles(), other=articles())
def test_equal_articles_do_not_differ_and_others_do_both_ways(one: Article, other: Article) -> None:
    assert differences(one, one.model_copy()) == []
    there, back = differences(one, other), differences(other, one)
    assert bool(there) == bool(back)
    assert all(difference.before != difference.after for difference in there)
    if one != other and [a.id for a in one.affiliations] == [a.id for a in other.affiliations]:
        ids = [r.id for r in one.references] == [r.id for r in other.references]
        assert there or not ids


def test_one_item_more_is_one_difference() -> None:
    (found,) = differences(people("A", "B", "C"), people("A", "X", "B", "C"))
    assert (found.path, found.other, found.before) == (("contributors", 3), ("contributors", 1), None)
    (found,) = differences(people("A", "X", "B"), people("A", "B"))
    assert (found.path, found.after) == (("contributors", 1), None)


def test_a_changed_item_differs_in_what_was_changed() -> None:
    path = ("contributors", 1, "names", 0, "surname")
    assert differences(people("A", "B"), people("A", "C")) == [Difference(path, path, "B", "C")]
    assert differences(people("A", "B"), people("B")) != []


def test_rich_text_is_one_value() -> None:
    one, other = Article(title=("Old ", {"style": "italic", "content": "tides"})), Article(title=("Old tides",))  # type: ignore[arg-type]
    (found,) = differences(one, other)
    assert found.path == ("title",)


def test_ids_are_no_metadata() -> None:
    def article(aff: str, ref: str, name: str = "Cove") -> Article:
        person = Contributor(type="author", names=(PersonName(surname="A"),), affiliations=(aff,))
        return Article(
            title=("T",),
            contributors=(person,),
            affiliations=(Affiliation(id=aff, text=name),),
            references=(Reference(id=ref, raw=("Poe.",)),),
        )

    assert differences(article("aff1", "B1"), article("a-x", "r9")) == []
    (found,) = differences(article("aff1", "B1"), article("a-x", "r9", "Harbour"))
    assert found.path == ("affiliations", 0, "text")
