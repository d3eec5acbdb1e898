"""Metadata in JSON and YAML: the same model, there and back; what hands write is checked field by field."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from jatskit.errors import UnreadableSource
from jatskit.model import Article
from jatskit.pipeline import convert, read, validate
from jatskit.protocols import Source
from jatskit.readers.metadata import check_metadata, check_yaml
from jatskit.writers.metadata import metadata_schema, write_metadata, write_yaml
from tests.strategies import articles

SCHEMA = jsonschema.Draft202012Validator(json.loads(metadata_schema()))
_PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def yaml(text: str) -> Source:
    return Source.from_bytes(text.encode(), "a.yaml")


@_PATIENT
@given(article=articles())
def test_what_is_written_is_read_back_and_follows_the_schema(article: Article) -> None:
    for writer, check in ((write_metadata, check_metadata), (write_yaml, check_yaml)):
        data = writer(article).data
        assert check(Source.from_bytes(data, "a", encoding="utf-8")) == (article, ())
    SCHEMA.validate(json.loads(write_metadata(article).data))


def test_hand_written_yaml() -> None:
    article = read(
        yaml(
            "# yaml-language-server: $schema=metadata.schema.json\n"
            "$schema: metadata.schema.json\n"
            "title: Spring tides\nlanguage: no\nvolume: 012\nissue: 1.10\nelocation_id: 1e5\nissue_title:\n"
            "contributors:\n- type: author\n  corresponding: true\n  names: [{surname: Null, given: Ann}]\n"
            "publication_dates:\n- {year: 2020, month: 3, day: 31}\n"
        )
    ).article
    assert (article.language, article.volume, article.issue, article.elocation_id) == ("no", "012", "1.10", "1e5")
    assert article.issue_title is None
    assert str(article.contributors[0].names[0]) == "Ann Null"
    assert article.publication_dates[0].iso == "2020-03-31"


def test_the_schema_finds_what_the_reader_finds() -> None:
    data = {"titel": "A", "contributors": [{"names": [{"surname": "A"}], "typ": "author"}]}
    assert len(list(SCHEMA.iter_errors(data))) >= 2
    assert len(check_metadata(Source.from_bytes(json.dumps(data).encode(), "a.json"))[1]) >= 2
    assert SCHEMA.is_valid({"$schema": "x", "title": ["A ", {"style": "italic", "content": "b"}]})


def test_a_fault_is_told_where_it_stands() -> None:
    text = "title: A\ncontributors:\n- type: author\n  names:\n  - surname: A\n  orcid: 0000-0002-1825-0098\nissn: 1\n"
    found = validate(yaml(text))
    assert [(f.place and (f.place.line, f.place.column), f.path) for f in found] == [
        ((6, 10), ("contributors", 0, "orcid")),
        ((7, 7), ("issn",)),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &a [x]\nb: *a\n", "a.yaml:2:4: an alias"),
        ("title: A\ntitle: B\n", "a.yaml:2:1: the key 'title' stands twice"),
        ("? [a]\n: b\n", "a key that is no word"),
        ("title: 'A\n", "this is not YAML"),
        ("[" * 100_000, "nested more than 60 deep"),
        ("title: A\n---\ntitle: B\n", "this is not YAML"),
        ("title: " + "A" * 3_000_000, "too large for YAML"),
        ("title: \x1b\n", "is not YAML"),
    ],
)
def test_what_is_no_metadata_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        read(yaml(text))
    assert said in str(caught.value)


def test_yaml_is_told_by_its_name_or_asked_for() -> None:
    source = Source.from_bytes(b"title: A\n", "a.txt")
    assert read(source, from_="yaml").article == read(yaml("title: A\n")).article
    assert convert(source, from_="yaml", to="yaml").data == b"type: research-article\ntitle: A\n"


def test_json_may_name_its_schema() -> None:
    article, found = check_metadata(Source.from_bytes(b'{"$schema": "x.json", "title": "A"}', "a.json"))
    assert (article, found) == (Article(title=("A",)), ())
