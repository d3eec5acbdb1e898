"""Outcomes for the tests of reports: the sample's, a hostile page's, and any text with any spans."""

from __future__ import annotations

from collections.abc import Iterable

from jatskit.findings import Finding, Place, Severity
from jatskit.model import Article
from jatskit.pipeline import Result, convert
from jatskit.profiles import Profile
from jatskit.protocols import Evidence, Origin, Source
from jatskit.protocols.evidence import Accounts, Furniture, Span
from jatskit.protocols.reading import Reading
from tests.conftest import ROOT

SAMPLE = ROOT / "samples" / "strategic-study-of-cae-2022-24-2-22.txt"
PROFILE = ROOT / "samples" / "strategic-study-of-cae.toml"

ATTACK = '</script><script>window.hit=1</script><img src=x onerror="window.hit=1">\'"&amp;<!--'


def sample() -> Result:
    return convert(Source.from_path(SAMPLE), profile=Profile.load(PROFILE), to="json")


def value(path: tuple[str | int, ...], *spans: Span, reason: str = "a test's") -> Evidence:
    return Evidence(path, Origin.PAGE, reason, spans)


def outcome(
    text: str,
    evidence: Iterable[Evidence] = (),
    *,
    furniture: Iterable[tuple[int, int, str]] = (),
    unassigned: Iterable[Span] = (),
    article: Article | None = None,
    findings: Iterable[Finding] = (),
    name: str = "page.txt",
) -> Result:
    """Return what a reader could have made of `text`."""
    accounts = Accounts(
        tuple(evidence), tuple(Furniture((start, end), rule) for start, end, rule in furniture), tuple(unassigned)
    )
    source = Source(name, text.encode(), text, "utf-8", "it is valid UTF-8")
    article = article or Article(title="A title")
    reading = Reading(article, source, accounts.evidence, accounts, tuple(findings))
    return Result(article, reading, None, b"{}", reading.findings, ())


def hostile() -> Result:
    """Return a page in which every text that its author chooses is an attack."""
    lines = [ATTACK, f"javascript:alert(1) {ATTACK}", f"{ATTACK} \u202e\x07", ATTACK]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    finding = Finding(ATTACK, Severity.ERROR, ATTACK, ("title",), Place(ATTACK, 1, 1), ATTACK)
    return outcome(
        text,
        [value(("title",), spans[0], reason=ATTACK), value(("volume",), spans[1], reason=ATTACK)],
        furniture=[(*spans[2], ATTACK)],
        unassigned=[spans[3]],
        article=Article(title=ATTACK, volume=ATTACK),
        findings=[finding],
        name=ATTACK,
    )
