"""The evidence page in a real browser, by hand and by keyboard, in light and dark.

It needs the package playwright (the extra `browser`) and the system's Chromium; no browser is ever downloaded.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jatskit.pipeline import Result
from jatskit.reporting.evidence_page import evidence_page
from tests.reporting.outcomes import hostile, outcome, sample, value

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install '.[browser]')")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if not CHROMIUM:
    pytest.skip("there is no chromium (apt-get install chromium)", allow_module_level=True)

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Opened:
    """A page in the browser, and all that it said and asked for."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(file.as_uri())
        self.url = file.as_uri()

    def assert_quiet(self) -> None:
        assert self.said == []
        assert self.asked == [self.url]

    def chosen(self) -> str | None:
        """The path of the chosen field."""
        chosen: list[str] = self.page.eval_on_selector_all(".f.sel", "all => all.map(one => one.dataset.path)")
        assert len(chosen) <= 1
        return chosen[0] if chosen else None

    def lit(self) -> str:
        """The words that are lit up in the source."""
        words: list[str] = self.page.eval_on_selector_all("mark.on", "all => all.map(one => one.textContent)")
        return "".join(words)

    def focused(self) -> Any:
        return self.page.evaluate("document.activeElement.closest('.f, .finding, section, dialog, button')?.id")

    def in_view(self, selector: str) -> bool:
        self.page.wait_for_timeout(100)
        box = self.page.locator(selector).first.bounding_box()
        size = self.page.viewport_size
        assert size is not None
        return box is not None and 0 <= box["y"] < size["height"]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    pages: list[Opened] = []

    def show(result: Result, scheme: Any = "light", width: int = 1440) -> Opened:
        file = tmp_path / "evidence.html"
        file.write_bytes(evidence_page(result))
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        pages.append(Opened(page, file))
        return pages[-1]

    yield show
    for one in pages:
        one.page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_by_keyboard(opened: Any, scheme: str) -> None:
    shown = opened(sample(), scheme)
    page = shown.page
    page.keyboard.press("j")
    assert shown.chosen() == "title"
    assert shown.focused() == "f0"
    assert shown.lit().startswith("Construction of Modern Science")
    page.keyboard.press("ArrowDown")
    assert shown.chosen() == "contributors[0].names[0].given"
    assert shown.lit() == "Yong"
    page.keyboard.press("k")
    assert shown.chosen() == "title"
    page.keyboard.press("ArrowUp")
    assert shown.chosen() == "title"

    for _ in range(30):
        page.keyboard.press("n")
    assert shown.chosen() == "language"
    assert shown.lit() == ""
    assert page.inner_text("#said") == "The article itself: language, not on the page"
    page.keyboard.press("p")
    assert shown.chosen() == "references[0].label"
    page.keyboard.press("Enter")
    assert shown.lit() == "[1]"
    assert shown.in_view("mark.on")

    page.keyboard.press("Escape")
    assert shown.chosen() is None
    shown.assert_quiet()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_findings_help_and_the_keys_that_can_be_turned_off(opened: Any, scheme: str) -> None:
    shown = opened(sample(), scheme)
    page = shown.page
    page.keyboard.press("f")
    first = shown.focused()
    assert "finding warning" in page.get_attribute(f"#{first}", "class")
    assert page.get_attribute(".r.hit", "id") == "L2"
    page.click(f"#{first} >> text=its field")
    assert shown.chosen() == "contributors[4].names[0].unsplit"
    page.keyboard.press("f")
    page.keyboard.press("f")
    assert page.get_attribute("details.more", "open") is not None, "the notes are unfolded when their turn comes"
    page.keyboard.press("F")
    assert shown.focused() == first

    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.uncheck("#single")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert shown.chosen() is None
    page.click("#to-help")
    page.check("#single")
    page.click("#help button")
    page.keyboard.press("r")
    assert page.get_attribute("#reasons", "aria-pressed") == "true"
    assert page.locator(".why:visible").count() == page.locator(".f").count()
    shown.assert_quiet()


def test_by_the_first_tab_one_skips_to_the_fields(opened: Any) -> None:
    shown = opened(sample())
    shown.page.keyboard.press("Tab")
    assert shown.in_view(".skip a:focus")
    shown.page.keyboard.press("Enter")
    assert shown.focused() == "fields"
    shown.page.keyboard.press("Tab")
    assert shown.page.evaluate("document.activeElement.closest('nav') !== null")


def test_by_the_pointer(opened: Any) -> None:
    shown = opened(sample())
    page = shown.page
    page.click("mark >> text=Haiqiang")
    assert shown.chosen() == "contributors[2].names[0].given"
    assert shown.in_view(".f.sel")
    page.click("#f11 .k")
    assert shown.lit() == page.inner_text("#f11 .v")
    page.click(".note.warning")
    assert "warning" in page.get_attribute(".finding.sel", "class")
    field = page.locator(".f", has=page.locator(".why a")).first
    field.locator(".v").click()
    field.locator(".why a").last.click()
    assert shown.in_view("mark.on")
    shown.assert_quiet()


def luminance(colour: str) -> float:
    parts = [float(part) for part in re.findall(r"[\d.]+", colour)]
    scale = 1 if colour.startswith("color(") else 255
    linear = [(c / scale / 12.92 if c / scale <= 0.03928 else ((c / scale + 0.055) / 1.055) ** 2.4) for c in parts[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


COLOURS = """(element) => {
    let behind = element;
    while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_kind_of_text_can_be_read(opened: Any, scheme: str) -> None:
    shown = opened(sample(), scheme)
    for selector in ("h1", ".file", ".counts", ".accounts", ".k", ".v", ".tag", ".tag.profile", ".x", ".note.warning",
                     ".note.info", ".note span", ".missing b", ".ready", ".groups a", ".finding .kind", "kbd"):  # fmt: skip
        colour, behind = shown.page.eval_on_selector(selector, COLOURS)
        assert contrast(colour, behind) >= 4.5, (selector, colour, behind)
    shown.page.keyboard.press("j")
    colour, behind = shown.page.eval_on_selector("mark.on", COLOURS)
    assert contrast(colour, behind) >= 4.5


def test_light_and_dark(opened: Any) -> None:
    def paper(shown: Opened) -> float:
        return luminance(shown.page.eval_on_selector("#source", "e => getComputedStyle(e).backgroundColor"))

    light, dark = (opened(sample(), scheme) for scheme in SCHEMES)
    assert paper(light) > 0.9
    assert paper(dark) < 0.1
    for shown, other in ((light, 0.1), (dark, 0.9)):
        shown.page.keyboard.press("t")  # from the system's to light
        assert paper(shown) > 0.9
        shown.page.click("#theme")
        assert paper(shown) < 0.1
        assert "dark" in shown.page.inner_text("#theme")
        shown.page.click("#theme")
        assert (paper(shown) > 0.5) == (other < 0.5), "after dark, what the system wants"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_hostile_page_runs_nothing(opened: Any, scheme: str) -> None:
    shown = opened(hostile(), scheme)
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("window.hit") is None
    shown.page.keyboard.press("j")
    assert shown.chosen() == "title"
    assert shown.lit().startswith("</script><script>")
    shown.page.hover("mark.on")
    for key in "jjnpfFfurt":
        shown.page.keyboard.press(key)
    assert shown.page.evaluate("window.hit") is None
    shown.assert_quiet()


def test_the_policy_stops_what_an_escape_would_have_missed(browser: Browser, tmp_path: Path) -> None:
    html = evidence_page(sample()).replace(
        b"<main>", b"<main><script>window.hit=1</script><img src='https://example.org/x.png' onerror='window.hit=2'>"
    )
    file = tmp_path / "tampered.html"
    file.write_bytes(html)
    page = browser.new_page()
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert not [url for url in answered if url.startswith("http")]
    page.close()


def test_without_its_script_the_page_still_shows_all(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "evidence.html"
    file.write_bytes(evidence_page(sample()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert not page.is_visible(".tools")
    assert page.locator(".why:visible").count() == page.locator(".f").count()
    page.click("#f1 .v")
    assert page.inner_text("mark:target") == "Yong"
    context.close()


def test_unassigned_words_one_after_the_other(opened: Any) -> None:
    text = "one two three"
    shown = opened(outcome(text, [value(("title",), (4, 7))], unassigned=[(0, 3), (8, 13)]))
    for words in ("one", "three", "one"):
        shown.page.keyboard.press("u")
        assert shown.page.inner_text(".u.on") == words
    shown.page.hover("mark")
    assert shown.page.get_attribute("mark", "title") == "Title: title"
    shown.assert_quiet()


def test_a_narrow_window_and_print(opened: Any) -> None:
    shown = opened(sample(), width=400)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 400
    shown.page.click("#f1 .v")
    assert shown.in_view("mark.on")
    shown.page.emulate_media(media="print", color_scheme="dark")
    assert not shown.page.is_visible(".tools")
    assert shown.page.locator(".why:visible").count() == shown.page.locator(".f").count()
    assert luminance(shown.page.eval_on_selector("body", "e => getComputedStyle(e).color")) < 0.1
    assert shown.page.pdf().startswith(b"%PDF")
    shown.assert_quiet()


def test_five_megabytes(opened: Any) -> None:
    line = '<div class="x"><p>some words &amp; more of them</p></div>\n'
    count, every = 5 * 1024 * 1024 // len(line), 100
    text = line * count
    starts = [len(line) * at + 18 for at in range(0, count, every)]
    values = [value(("references", at, "raw"), (start, start + 10)) for at, start in enumerate(starts)]
    ends = [0, *(start + 10 for start in starts)]
    furniture = [(end, start, "markup") for end, start in zip(ends, [*starts, len(text)], strict=True)]
    shown = opened(outcome(text, values, furniture=furniture))
    shown.page.keyboard.press("k")  # from nothing, the last field
    assert shown.chosen() == f"references[{len(starts) - 1}].raw"
    assert shown.lit() == "some words"
    assert shown.in_view("mark.on")
    shown.assert_quiet()
