"""The validation report in a real browser: its keys, filters, theme and policy.

It needs the package playwright (the extra `browser`) and the system's Chromium; no browser is ever downloaded.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jatskit.findings import Finding, Place, Severity
from jatskit.reporting.validation import About, report
from jatskit.validating.checking import Checked
from jatskit.validating.excerpts import excerpts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install '.[browser]')")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if not CHROMIUM:
    pytest.skip("there is no chromium (apt-get install chromium)", allow_module_level=True)

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"

#: Rule, severity, message; in three files, with one that cannot be read and one without findings.
FOUND = {
    "rivers.xml": [
        ("ART-DOI", Severity.ERROR, "the article has no DOI"),
        ("REF-YEAR", Severity.ERROR, "“19” is no year of four digits"),
        ("ABS-PRESENT", Severity.WARNING, "this article has no abstract"),
    ],
    "lakes.xml": [
        ("ART-DOI", Severity.ERROR, "the article has no DOI"),
        ("VERSION-DEPRECATED", Severity.INFO, "pub-type is kept for old documents"),
    ],
}


def checked() -> list[Checked]:
    files = []
    for name, rows in FOUND.items():
        found = tuple(
            Finding(rule, severity, message, place=Place(name, line, 1, line, 5), xpath="/article")
            for line, (rule, severity, message) in enumerate(rows, 1)
        )
        files.append(Checked(name, found, excerpts("<article>\n<front>\n<p>\n", list(found)), "archiving-1.3"))
    broken = Checked("broken.xml", (), (), "", refused=("it is no XML", "Save it again."))
    return [*files, broken, Checked("clean.xml", (), (), "archiving-1.3")]


def page_of(files: list[Checked]) -> bytes:
    return "".join(report("html")(iter(files), About("pmc"))).encode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Opened:
    """A report in the browser, and all that it said and asked for."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(file.as_uri())
        self.url = file.as_uri()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def visible(self) -> list[str]:
        """The messages that can be seen."""
        found: list[str] = self.page.locator(".finding[data-severity]:visible .message").all_inner_texts()
        return found

    def files(self) -> list[str]:
        """The names of the files that can be seen, with findings or unreadable."""
        return [
            name for name in ("rivers.xml", "lakes.xml", "broken.xml") if self.page.is_visible(f'[data-name="{name}"]')
        ]

    def current(self) -> str | None:
        """The message of the finding that one is at, which has the focus."""
        at: str | None = self.page.evaluate("document.querySelector('.current .message')?.textContent")
        focused: str | None = self.page.evaluate("document.activeElement.querySelector('.message')?.textContent")
        assert at is None or at == focused
        return at

    def assert_quiet(self) -> None:
        assert self.said == []
        assert self.asked == [self.url]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    pages: list[Opened] = []

    def show(files: list[Checked] | None = None, scheme: Any = "light", width: int = 1200) -> Opened:
        file = tmp_path / "report.html"
        file.write_bytes(page_of(checked() if files is None else files))
        page = browser.new_page(viewport={"width": width, "height": 700}, color_scheme=scheme)
        pages.append(Opened(page, file))
        return pages[-1]

    yield show
    for one in pages:
        one.page.close()


ALL = [message for rows in FOUND.values() for *_, message in rows]


def test_one_walks_through_the_findings_by_j_and_k(opened: Any) -> None:
    shown = opened()
    assert shown.visible() == ALL
    walked = []
    for _ in ALL:
        shown.press("j")
        walked.append(shown.current())
    assert walked == ALL
    shown.press("j")
    assert shown.current() == ALL[-1], "the last one stays"
    shown.press("k", "k")
    assert shown.current() == ALL[-3]
    shown.assert_quiet()


def test_k_begins_at_the_end_and_opens_a_file_that_is_shut(opened: Any) -> None:
    shown = opened()
    shown.page.click('[data-name="lakes.xml"] summary')
    assert len(shown.visible()) == 3
    shown.page.evaluate("document.activeElement.blur()")
    shown.press("k")
    assert shown.current() == ALL[-1]
    assert len(shown.visible()) == 5


def test_severities_are_hidden_by_e_w_and_n(opened: Any) -> None:
    shown = opened()
    shown.press("e")
    assert shown.visible() == [ALL[2], ALL[4]]
    assert shown.page.inner_text("#shown") == "2 of 5 findings"
    assert shown.files() == ["rivers.xml", "lakes.xml"], "what cannot be read is an error"
    shown.press("w")
    assert shown.visible() == [ALL[4]]
    assert shown.files() == ["lakes.xml"]
    shown.press("n")
    assert shown.visible() == []
    assert shown.page.is_visible("#nothing")
    shown.press("e", "w", "n")
    assert shown.visible() == ALL
    assert shown.files() == ["rivers.xml", "lakes.xml", "broken.xml"]
    assert not shown.page.is_visible("#nothing")
    shown.assert_quiet()


def test_r_keeps_the_rule_of_the_finding_that_one_is_at(opened: Any) -> None:
    shown = opened()
    shown.press("r")
    assert shown.visible() == ALL, "one is at none yet"
    shown.press("j", "r")
    assert shown.visible() == [ALL[0], ALL[3]]
    assert shown.page.input_value("#rule") == "ART-DOI"
    shown.press("j")
    assert shown.current() == ALL[3]
    shown.press("r")
    assert shown.visible() == ALL
    shown.press("r", "Escape")
    shown.page.wait_for_timeout(50)
    assert shown.visible() == ALL


def test_words_filter_and_keys_are_letters_while_one_writes(opened: Any) -> None:
    shown = opened()
    shown.press("/")
    shown.page.keyboard.type("lakes new")
    assert shown.visible() == []
    assert shown.page.input_value("#words") == "lakes new", "e, w and n are written"
    shown.page.fill("#words", "lakes doi")
    assert shown.visible() == [ALL[3]]
    shown.page.fill("#words", "save again")
    assert shown.files() == ["broken.xml"]
    shown.press("Escape")
    shown.page.wait_for_timeout(50)
    assert shown.visible() == ALL
    shown.press("j")
    assert shown.current() == ALL[0], "the keys are keys again"
    shown.assert_quiet()


def test_what_cannot_be_read_is_shown_with_the_reason(opened: Any) -> None:
    shown = opened()
    assert "it is no XML" in shown.page.inner_text('[data-name="broken.xml"]')
    assert shown.page.inner_text("#shown") == "5 of 5 findings"


def test_help_opens_by_a_key_and_takes_the_others_keys(opened: Any) -> None:
    shown = opened()
    shown.press("?")
    assert shown.page.is_visible("#help")
    shown.press("j", "e")
    assert shown.current() is None
    shown.press("Escape")
    assert not shown.page.is_visible("#help")
    assert shown.visible() == ALL
    shown.page.click("#to-help")
    shown.page.click("#help button")
    assert not shown.page.is_visible("#help")
    shown.assert_quiet()


def test_by_the_pointer(opened: Any) -> None:
    shown = opened()
    shown.page.click('button[data-rule="ART-DOI"]')
    assert shown.visible() == [ALL[0], ALL[3]]
    shown.page.select_option("#rule", "REF-YEAR")
    assert shown.visible() == [ALL[1]]
    shown.page.uncheck('input[value="error"]')
    assert shown.visible() == []
    shown.page.click("button[type=reset]")
    shown.page.wait_for_timeout(50)
    assert shown.visible() == ALL
    shown.page.click('.finding a[href="#rule-ART-DOI"] >> nth=0')
    assert shown.page.url.endswith("#rule-ART-DOI")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_t_turns_from_the_systems_colours_to_light_and_dark(opened: Any, scheme: str) -> None:
    shown = opened(scheme=scheme)
    colour = "getComputedStyle(document.body).backgroundColor"
    own = shown.page.evaluate(colour)
    seen = []
    for name in ("light", "dark", "auto"):
        shown.press("t")
        assert shown.page.inner_text("#theme span") == f"Theme: {name}"
        seen.append(shown.page.evaluate(colour))
    light, dark, auto = seen
    assert light != dark
    assert auto == own == (light if scheme == "light" else dark)
    shown.page.click("#theme")
    assert shown.page.evaluate(colour) == light


def test_a_hostile_document_runs_nothing(opened: Any) -> None:
    found = (
        Finding("ART-DOI", Severity.ERROR, HOSTILE, place=Place("x.xml", 1, 1, 1, 2), advice=HOSTILE, value=HOSTILE),
    )
    shown = opened([Checked(f"{HOSTILE}.xml", found, excerpts(HOSTILE + "\n", list(found)), "archiving-1.3")])
    shown.page.wait_for_timeout(200)
    shown.press("j", "r", "t", "e", "e")
    assert shown.current() == HOSTILE
    assert shown.page.evaluate("window.hit") is None
    shown.assert_quiet()


def test_the_policy_stops_what_an_escape_would_have_missed(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "tampered.html"
    evil = b"<main><script>window.hit = 1</script><img src='https://example.org/x.png' onerror='window.hit = 2'>"
    file.write_bytes(page_of(checked()).replace(b"<main>", evil))
    page = browser.new_page()
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert not [url for url in answered if url.startswith("http")]
    page.close()


def test_without_its_script_the_report_still_shows_all(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(page_of(checked()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator(".finding[data-severity]:visible").count() == len(ALL)
    assert page.is_visible("text=it is no XML")
    assert not page.is_visible(".tools")
    context.close()


def test_a_narrow_window_and_print(opened: Any) -> None:
    shown = opened(width=400)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 400
    shown.page.emulate_media(media="print", color_scheme="dark")
    assert not shown.page.is_visible(".tools")
    assert shown.page.locator(".finding[data-severity]:visible").count() == len(ALL)
    assert shown.page.pdf().startswith(b"%PDF")


def test_ten_thousand_findings_are_filtered_at_once(opened: Any) -> None:
    found = tuple(
        Finding("REF-YEAR" if number % 100 else "ART-DOI", Severity.ERROR, f"fault {number}", xpath="/article")
        for number in range(10_000)
    )
    shown = opened([Checked("large.xml", found, (), "archiving-1.3")])
    begin = shown.page.evaluate("performance.now()")
    shown.page.select_option("#rule", "ART-DOI")
    assert shown.page.inner_text("#shown") == "100 of 10000 findings"
    assert shown.page.evaluate("performance.now()") - begin < 5_000
    shown.press("Escape")
    shown.assert_quiet()
