"""Laws 4, 5 and 6: printed pages read back, evidence is true and complete, and nothing makes the reader raise."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jatskit.errors import UnreadableSource
from jatskit.layouts import LABELS
from jatskit.model import Article, plain
from jatskit.protocols import Origin, Reading, Source
from jatskit.protocols.evidence import normalised
from jatskit.readers.page import read_page
from jatskit.writers.page import SEED, PageLayout, render

# -- articles that a page of the family can print -----------------------------------------------------------

_EN = st.sampled_from(
    "adaptive analysis alloy bridge carbon cluster dynamic effect energy forest growth heat industrial layer market "
    "measured method model network ocean policy polymer process quantum river signal soil structure support system "
    "thermal tunnel urban water".split()
)
_GIVEN = st.sampled_from(["Yong", "Man", "Haiqiang", "Anna-Lena", "J. K.", "Zoë", "Mary Ann", "O.", "Łukasz"])
_SURNAME = st.sampled_from(
    ["Gan", "Xie", "O’Brien", "van der Berg", "García", "Smith-Jones", "Müller", "Lian", "Šimić"]
)
_HAN = st.text(st.sampled_from("产业集群制造科技支撑体系建设研究分析系统模型方法数据能源网络"), min_size=2, max_size=6)
_HAN_SURNAME = st.sampled_from(["王", "李", "欧阳", "干", "赵", "司马"])
_HAN_GIVEN = st.text(st.sampled_from("勇曼海强伟丽明芳"), min_size=1, max_size=2)


def _words(least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(_EN, min_size=least, max_size=most).map(" ".join)


@st.composite
def _english(draw: st.DrawFn) -> dict[str, object]:
    sentence = _words(12, 40).map(lambda words: f"We study the {words} of this system.")
    people = st.tuples(_GIVEN, _SURNAME).map(lambda n: {"given": n[0], "surname": n[1], "style": "western"})
    return {
        "language": "en",
        "title": draw(_words(5, 14).map(lambda words: f"On the {words} of the clusters")),
        "abstract": draw(st.lists(sentence, min_size=4, max_size=8).map(" ".join)),
        "names": draw(st.lists(people, min_size=2, max_size=7)),
        "keywords": draw(st.lists(_words(1, 4), min_size=2, max_size=6)),
        "journal": draw(st.sampled_from(["Strategic Study of CAE", "Engineering", "Acta Physica Sinica"])),
        "references": draw(
            st.lists(
                st.tuples(_SURNAME, _words(4, 9), st.integers(1950, 2025), st.integers(1, 900)).map(
                    lambda r: f"{r[0]} J. The {r[1]} [J]. Journal of Tests, {r[2]} (3): {r[3]}–{r[3] + 7}."
                ),
                max_size=15,
            )
        ),
    }


@st.composite
def _chinese(draw: st.DrawFn) -> dict[str, object]:
    phrase = st.lists(_HAN, min_size=8, max_size=14).map("，".join)
    people = st.tuples(_HAN_SURNAME, _HAN_GIVEN).map(lambda n: {"surname": n[0], "given": n[1], "style": "eastern"})
    return {
        "language": "zh",
        "title": draw(st.lists(_HAN, min_size=6, max_size=9).map("".join)),
        "abstract": draw(st.lists(phrase, min_size=5, max_size=7).map(lambda parts: "。".join(parts) + "。")),
        "names": draw(st.lists(people, min_size=2, max_size=7)),
        "keywords": draw(st.lists(_HAN, min_size=2, max_size=6)),
        "journal": draw(st.sampled_from(["中国工程科学", "钢铁研究学报"])),
        "references": draw(
            st.lists(
                st.tuples(_HAN_SURNAME, _HAN, _HAN, st.integers(1950, 2025)).map(
                    lambda r: f"{r[0]}伟. {r[1]}{r[2]} [J]. 科技中国, {r[3]} (6): 4–7."
                ),
                max_size=15,
            )
        ),
    }


@st.composite
def printable_articles(draw: st.DrawFn) -> Article:
    """Articles of the parts that a page of the seed's family prints."""
    parts = draw(_english() | _chinese())
    first = draw(st.integers(1, 3000))
    return Article.model_validate(
        {
            "language": parts["language"],
            "journal": {"titles": [{"text": parts["journal"]}]},
            "title": parts["title"],
            "contributors": [{"names": [name]} for name in parts["names"]],  # type: ignore[attr-defined]
            "publication_dates": [{"year": draw(st.integers(1950, 2026))}],
            "volume": str(draw(st.integers(1, 400))),
            "issue": draw(st.integers(1, 24).map(str) | st.just("S1")),
            "pages": {"first": str(first), "last": str(first + draw(st.integers(0, 30)))},
            "abstracts": [{"paragraphs": [parts["abstract"]]}],
            "keywords": [{"type": "author", "keywords": parts["keywords"]}],
            "references": [{"id": f"ref{i}", "raw": raw} for i, raw in enumerate(parts["references"], 1)],  # type: ignore[arg-type]
        }
    )


_ONCE = ("title", "names", "masthead", "abstract", "keywords", "references")
LAYOUTS = {
    "seed": SEED,
    "title once": PageLayout(parts=_ONCE),
    "semicolons": PageLayout(name_separator="; ", keyword_separator="; "),
    "labels in line": PageLayout(labels="en", keyword_separator=", "),
    "labels above": PageLayout(labels="en", label_form="{label}\n{value}", keyword_separator="; "),
    "Chinese labels": PageLayout(
        labels="zh", label_form="{label}：{value}", name_separator="，", keyword_separator="；"
    ),
    "short masthead": PageLayout(masthead="magtech-short"),
    "single brackets": PageLayout(reference_label="[{}]", own_line=False),
    "navigation": PageLayout(parts=("'首页'", "'Back to top'", *_ONCE, "'Download PDF'", "'〈 |'", "'〉 |'")),
}


def without_readings(article: Article) -> Article:
    """Leave out what the reader adds to a reference: its label as printed, and its readings."""
    bare = [reference.model_copy(update={"label": None, "citations": ()}) for reference in article.references]
    return article.model_copy(update={"references": tuple(bare)})


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@given(article=printable_articles())
def test_what_is_printed_reads_back(layout: PageLayout, article: Article) -> None:
    """Law 4."""
    page = render(article, layout)
    reading = read_page(Source.from_bytes(page.encode(), "page"))
    assert without_readings(reading.article) == article, page
    assert reading.accounts and reading.accounts.unassigned == (), page


@given(article=printable_articles())
def test_labels_number_the_references(article: Article) -> None:
    reading = read_page(Source.from_bytes(render(article).encode(), "page"))
    assert [r.label for r in reading.article.references] == [f"[{n + 1}]" for n in range(len(article.references))]


# -- the accounts -------------------------------------------------------------------------------------------


def check_accounts(reading: Reading) -> None:
    """Law 5, for one reading."""
    assert reading.accounts is not None
    text = reading.source.text
    for evidence in reading.evidence:
        if evidence.spans:
            value: object = reading.article
            for step in evidence.path:
                value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
            shown = plain(value) if isinstance(value, tuple) else value
            assert normalised(text, evidence) == shown, evidence
    parts = [span for e in reading.accounts.evidence for span in e.spans]
    assert all(e.origin is Origin.PAGE for e in reading.accounts.evidence)
    parts += [furniture.span for furniture in reading.accounts.furniture] + list(reading.accounts.unassigned)
    at = 0
    for start, end in sorted(parts):
        assert start == at < end, (at, start, text[at:start], text[start:end])
        at = end
    assert at == len(text)


_PIECES = st.sampled_from(
    [
        "Abstract", "摘要：", "Keywords: a; b", "[1]", "[[1]] |", "[2] x 2019.", "References", "参考文献", "DOI: 10.1234/abc",
        "Strategic Study of CAE ›› 2022, Vol. 24 ›› Issue (2) : 22-28.", "Yong Gan, Man Xie", "甘勇，谢曼", "〈 |", "Home",
        "A long title that could well be the title of the article", "收稿日期：2021-13-45", "Received: 2021-02-03",
        "中国工程科学 ›› 2022 ›› (2) : 22-28. DOI: 10.15302/J-SSCAE-2022.02.004", "\x00", "\x0b", "\u2028", "\r", "  ", "a",
        "周济. 提升 [J]. 中国 工业, 2019 (12): 38–41. Zhou J. Improve the level [J]. China, 2019 (12): 38–41.", "Background",
        "We " + "measure the things that are there and " * 12 + "end.", "title: Something about a thing", "author: A B; C D",
    ]
)  # fmt: skip


@example(lines=["A title that is long enough here", "ANAHTAR KELİMELER: bir; iki", "Yong Gan, Man Xie"], ending="\n")
@example(lines=["References", "[1] Foo bar. 2019. baz", "[2] \x01", "[3] Gah. 2018.", "[4] Hah 2019"], ending="\n")
@example(
    lines=["A long title", "J ›› 2022, Vol. 24 ›› Issue (2) : 22-28.", "J ›› 2022, Vol. 2 ›› Issue (4) : 2-8."],
    ending="\n",
)
@given(
    lines=st.lists(_PIECES | st.text(max_size=30), max_size=25), ending=st.sampled_from(["\n", "\r\n", "\r", "\n\n"])
)
def test_evidence_is_true_and_every_character_is_accounted_for(lines: list[str], ending: str) -> None:
    """Laws 5 and 6, on pages that are put together at random."""
    data = ending.join(lines).encode("utf-8", "surrogatepass")
    try:
        reading = read_page(Source.from_bytes(data, "page"))
    except UnreadableSource:
        return
    check_accounts(reading)


@given(article=printable_articles(), layout=st.sampled_from(list(LAYOUTS.values())))
def test_the_accounts_of_printed_pages_balance(article: Article, layout: PageLayout) -> None:
    """Law 5."""
    check_accounts(read_page(Source.from_bytes(render(article, layout).encode(), "page")))


@given(data=st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    """Law 6."""
    try:
        read_page(Source.from_bytes(data, "page"))
    except UnreadableSource as error:
        assert error.message


def test_every_label_has_a_word_in_english() -> None:
    assert all("en" in by_language for by_language in LABELS.values())


def test_a_date_that_no_calendar_has_is_one_finding_and_keeps_its_year() -> None:
    text = """Journal of Tests, 2022, 5(2): 10-20.
On the growth of alloys in clusters
Ann Lee, Jo Doe
Received: 31 February 2022; Accepted: 3 May 2022
DOI: 10.1234/abc
Abstract: We study the growth of alloys in the clusters of this system, and the end of it all is near.
"""
    reading = read_page(Source.from_bytes(text.encode(), "page"))
    assert [(date.type, date.iso) for date in reading.article.history] == [
        ("received", "2022"),
        ("accepted", "2022-05-03"),
    ]
    (message,) = [f.message for f in reading.findings if f.kind == "page-not-well-formed"]
    assert "31 February 2022" in message
