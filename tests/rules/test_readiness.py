"""What readiness says of an article is what the required rules say of its JATS."""

from __future__ import annotations

from typing import Any

import pytest

from jatskit.findings import Severity
from jatskit.jats import write_jats
from jatskit.jats.writer import required
from jatskit.model import Article
from jatskit.rules.checking import check, rules
from jatskit.rules.document import Document
from jatskit.rules.readiness import FACTS, lacking, readiness
from jatskit.rules.targets import DESTINATIONS, demands
from jatskit.schema.catalogue import TagSet, Target
from jatskit.schema.parsing import parse

WHOLE: dict[str, Any] = {
    "type": "research-article",
    "language": "en",
    "title": "Trout in mountain lakes",
    "journal": {
        "ids": [{"type": "publisher-id", "value": "SALMO"}],
        "titles": [{"text": "Journal of Trout"}],
        "issns": [{"value": "1234-5679", "format": "electronic"}],
        "publisher": {"name": "Lake Press"},
    },
    "ids": [{"type": "doi", "value": "10.1234/salmo.5"}],
    "subjects": [{"type": "heading", "subjects": ["Fish"]}],
    "contributors": [{"type": "author", "names": [{"surname": "Lee", "given": "Ann"}]}],
    "publication_dates": [{"type": "pub", "format": "electronic", "year": 2021, "month": 3, "day": 4}],
    "elocation_id": "e5",
    "permissions": {"statements": ["© 2021 The Authors"], "years": ["2021"], "holders": ["The Authors"]},
    "abstracts": [{"paragraphs": ["Trout live in lakes."]}],
}
#: What is left out for the fact to be missing: a field, or a field of the journal.
LEFT_OUT = {
    "ART-TYPE": "type", "ART-LANG": "language", "ART-TITLE": "title", "JMETA-JOURNAL-ID": "journal.ids",
    "JMETA-TITLE": "journal.titles", "JMETA-ISSN": "journal.issns", "JMETA-PUBLISHER": "journal.publisher",
    "ART-DOI": "ids", "ART-ADDRESS": "ids", "ART-SUBJECT": "subjects", "DATE-PUB": "publication_dates", "ART-FPAGE-ELOC": "elocation_id",
    "PERM-PRESENT": "permissions", "ABS-PRESENT": "abstracts",
}  # fmt: skip


def without(left_out: str) -> Article:
    data = {**WHOLE, "journal": dict(WHOLE["journal"])}
    place, _, field = left_out.rpartition(".")
    del (data[place] if place else data)[field]
    return Article.model_validate(data)


def complains(id: str, article: Article) -> bool:
    target = Target.parse("archiving-1.3")
    data = write_jats(article, target).data
    return bool(check(Document(parse(data, "a.xml"), target, data), [(rules()[id], Severity.ERROR)]))


@pytest.mark.parametrize("id", sorted(FACTS.keys() & LEFT_OUT.keys()))
def test_a_fact_is_missing_if_and_only_if_its_rule_complains(id: str) -> None:
    whole, lacking = Article.model_validate(WHOLE), without(LEFT_OUT[id])
    assert FACTS[id](whole) is None and not complains(id, whole)
    assert FACTS[id](lacking) is not None and complains(id, lacking)


def test_each_fact_is_tried() -> None:
    assert FACTS.keys() - LEFT_OUT.keys() == {"CONTRIB-NAME"}, "a name without a surname cannot be written as one"


def test_an_article_with_every_fact_is_ready_for_every_destination() -> None:
    article = Article.model_validate(WHOLE)
    assert not [row for row in readiness(article) if row.missing]
    for name in DESTINATIONS:
        assert not [id for id in demands(name).required() if complains(id, article)]


@pytest.mark.parametrize("tag_set", TagSet)
def test_what_a_tag_set_requires_is_told_by_the_writer_in_its_own_words(tag_set: TagSet) -> None:
    missing = lacking(Article(), tag_set)
    assert set(missing) == set(demands(tag_set.value).required())
    told = [finding for finding in required(Article(), Target(tag_set)) if finding.path]
    assert len(told) == len(missing)
