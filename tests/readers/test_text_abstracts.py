"""Where an abstract of a text page begins and ends: invented pages, as data."""

from __future__ import annotations

import pytest

from jatskit.model import Abstract
from jatskit.protocols import Source
from jatskit.readers.page import read_page

STONES = (
    "The stones of two invented rivers were counted by day and by night. Each count was another one, and so both were "
    "kept. We conclude that stones should be counted only once a year, by one keeper, with a pencil."
)
WHY = (
    "Nobody knows how many stones an invented river holds. Earlier counts disagree with each other, and their keepers no "
    "longer remember why they counted at all, or which of the rivers it was."
)
HEAD = (
    "Journal of Invented Quarries, 2019, 4(2): 11-19.",
    "How an invented quarry counts its stones",
    "Ann Example, Bob Sample",
)
TAIL = (
    "References",
    "[1] Doe J. Counting pebbles. J Pebbles. 2001;3(1):4-9.",
    "[2] Roe R. Boulders. J Pebbles. 2004;5(2):14-19.",
)

#: What stands between the names and the references, and the paragraphs that are the abstract; none if there is none.
PARAGRAPHS = {
    "a label, then the heading of the text": (("Abstract", STONES, "1. Introduction", WHY), (STONES,)),
    "a label and its keywords": (("Abstract", STONES, "Keywords: stones; rivers", WHY), (STONES,)),
    "broken at italics and figures": (
        (
            "Abstract",
            "We describe a stone (",
            "Lapis inventus",
            ") of 10",
            "3",
            "grains. " + STONES,
            "Introduction",
            WHY,
        ),
        (f"We describe a stone (Lapis inventus) of 10 3 grains. {STONES}",),
    ),
    "a number before the first word": (("Abstract", "[1]", STONES, "1 | INTRODUCTION", WHY), (STONES,)),
    "an arrow behind the last word": (
        ("Next Section", "Abstract", f"{STONES}⇓", "Previous Section", WHY),
        (f"{STONES}⇓",),
    ),
    "links of a shop below it": (
        ("Abstract", STONES, "This is a preview of subscription content, log in", WHY),
        (STONES,),
    ),
    "the page's citation below it": (
        (
            "Abstract",
            STONES,
            "Ann Example. How an invented quarry counts. J. Quarries 4 (2019) https://doi.org/10.5555/jiq.1",
        ),
        (STONES,),
    ),
    "glued to the label": (("Abstract" + STONES, "Introduction", WHY), (STONES,)),
    "a blank behind the label": (("ABSTRACT " + STONES + " " + WHY, "Introduction", WHY), (f"{STONES} {WHY}",)),
    "no label, above the introduction": (
        ("Received 4 May 2018", STONES + " " + WHY, "Introduction", WHY),
        (f"{STONES} {WHY}",),
    ),
    "the text right below the label": (
        ("Abstract", STONES, WHY + " Yes.", WHY + " No.", WHY, "Quarries", WHY),
        (STONES,),
    ),
    "a menu of the page": (("Abstract", "Full-Text HTML", "Full-Text PDF", "Article Versions", "Export"), ()),
    "affiliations without a label": (("University of Examples, " + STONES + " " + WHY, "Introduction", WHY), ()),
    "a piece of one": (("Abstract", STONES.rpartition(" with")[0].rpartition("We")[0].rstrip(". ")[:90] + " and"), ()),
}


def read(lines: tuple[str, ...], head: tuple[str, ...] = HEAD) -> tuple[tuple[Abstract, ...], tuple[Abstract, ...]]:
    article = read_page(Source.from_bytes("\n\n".join((*head, *lines, *TAIL)).encode(), "quarry.txt")).article
    return article.abstracts, article.translated_abstracts


def words(abstract: Abstract) -> tuple[str, ...]:
    return tuple("".join(map(str, paragraph)) for paragraph in abstract.paragraphs)


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_paragraphs_of_an_abstract(case: str) -> None:
    lines, expected = PARAGRAPHS[case]
    abstracts, _ = read(lines)
    assert [words(abstract) for abstract in abstracts] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (
            (
                "Abstract",
                "Background",
                f"In count 1: {WHY}",
                "Methods",
                f"In count 2: {WHY}",
                "Conclusions",
                STONES,
                "Introduction",
                f"In count 3: {WHY}",
            ),
            ["Background", "Methods", "Conclusions"],
        ),
        (
            (
                "Abstract",
                "Purpose of the Review",
                f"In count 4: {WHY}",
                "Recent Findings",
                f"In count 5: {WHY}",
                "Summary",
                STONES,
                "Access options",
                f"In count 6: {WHY}",
            ),
            ["Purpose of the Review", "Recent Findings", "Summary"],
        ),
        (
            (
                "Abstract",
                "Background",
                f"In count 7: {WHY}",
                "Counting by Night",
                f"In count 8: {WHY}",
                "Conclusions/Significance",
                STONES,
                "Introduction",
                f"In count 9: {WHY}",
            ),
            ["Background", "Counting by Night", "Conclusions/Significance"],
        ),
        (
            (
                "Background",
                f"In count 10: {WHY}",
                "Methods",
                f"In count 11: {WHY}",
                "Results",
                f"In count 12: {WHY}",
                "Conclusion",
                STONES,
                "Introduction",
                f"In count 13: {WHY}",
            ),
            ["Background", "Methods", "Results", "Conclusion"],
        ),
    ],
)
def test_sections_of_an_abstract(lines: tuple[str, ...], titles: list[str]) -> None:
    abstracts, _ = read(lines)
    assert [["".join(map(str, section.title or ())) for section in one.sections] for one in abstracts] == [titles]
    assert "".join(map(str, abstracts[0].sections[-1].paragraphs[-1])) == STONES


def test_one_label_for_two_languages() -> None:
    french = (
        "Les pierres de deux rivières inventées ont été comptées le jour et la nuit. Chaque compte était un autre, et les deux "
        "ont été gardés. Nous concluons que les pierres ne doivent être comptées qu’une fois par an."
    )
    abstracts, translated = read(("Résumé", "en", "fr", STONES, french, "Licence", "Keywords"))
    assert [words(abstract) for abstract in abstracts] == [(STONES,)]
    assert [(one.lang, words(one)) for one in translated] == [("fr", (french,))]
