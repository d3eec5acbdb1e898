"""Licence, copyright and funding of a text page: what is the article's, and what is the site's. Invented, as data."""

from __future__ import annotations

import pytest

from jatskit.model import Article
from jatskit.protocols import Source
from jatskit.readers.page import read_page
from tests.readers.test_laws import check_accounts

HEAD = (
    "Journal of Invented Quarries, 2019, 4(2): 11-19.",
    "How an invented quarry counts its stones",
    "Ann Example, Bob Sample",
    "Abstract",
    "The stones of two invented rivers were counted by day and by night. Each count was another one, and so both were kept.",
)
BY = "https://creativecommons.org/licenses/by/4.0/"
LICENCES = {
    "This is an open access article under the CC BY-NC-ND 4.0 license.": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    "This work is licensed under a Creative Commons Attribution 4.0 International License.": BY,
    "Licensed under Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported": "https://creativecommons.org/licenses/by-nc-sa/3.0/",
    "This article is distributed under the terms of a licence (http://creativecommons.org/licenses/by/4.0/), which permits use.": BY,
    "Open Access: http://www.creativecommons.org/licenses/by-nc/4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "Creative Commons Attribution License": None,
    "Except where otherwise noted, content on this site is CC BY 4.0": None,
}  # fmt: skip
RIGHTS = {
    "© 2019 The Authors. Published by the Invented Quarry Press.": ([2019], ["The Authors"]),
    "Copyright: © 2019 Example et al. This is an open-access article.": ([2019], ["Example et al."]),
    "Copyright © 2019 Ann T. Example and Bob Sample. This is an open access article.": ([2019], ["Ann T. Example and Bob Sample"]),
    "© 2019 by the authors; licensee Invented Quarry Press.": ([2019], ["the authors"]),
    "© 2026 Invented Quarry Press. All rights reserved.": None,
    "© 2019 Invented Quarry Press unless otherwise stated": None,
}  # fmt: skip


def read(*lines: str) -> Article:
    reading = read_page(Source.from_bytes("\n\n".join((*HEAD, *lines)).encode(), "quarry.txt"))
    check_accounts(reading)
    return reading.article


@pytest.mark.parametrize("line", LICENCES)
def test_a_licence_by_its_name_or_address(line: str) -> None:
    permissions = read(line).permissions
    found = [licence.url for licence in permissions.licences] if permissions else []
    assert found == ([LICENCES[line]] if LICENCES[line] else [])


@pytest.mark.parametrize("line", [line for line in LICENCES if line.startswith(("This ", "Licensed", "Creative"))])
def test_a_licence_below_the_references_is_none_of_them(line: str) -> None:
    listed = (
        "References",
        "Holm, A. (1999). Eels. J Eel Res, 4(2), 9-12.",
        "Fuente, J. (2005). Silt. Sediment Lett, 3, 11-19.",
    )
    assert len(read(*listed, f"{line} © 2019 The Authors").references) == 2


def test_two_licences_are_none() -> None:
    assert read("This article is licensed under CC BY 4.0.", "This article: CC BY-NC 4.0.").permissions is None


@pytest.mark.parametrize("line", RIGHTS)
def test_the_line_of_copyright_of_the_article(line: str) -> None:
    permissions = read(line).permissions
    if RIGHTS[line] is None:
        assert permissions is None
    else:
        holders = ["".join(map(str, holder)) for holder in permissions.holders]
        assert (list(permissions.years), holders) == RIGHTS[line]


@pytest.mark.parametrize(
    ("lines", "statement"),
    [
        (("Funding: The Invented Stone Fund, grant 12.", "Notes"), "The Invented Stone Fund, grant 12."),
        (("Funding", "This work was paid by", "the Invented Stone Fund", ", grant 12.", "Notes"), "This work was paid by the Invented Stone Fund, grant 12."),
        (("Funding", "Competing interests"), None),
        (("Funding", "Home", "Contact"), None),
    ],
)  # fmt: skip
def test_a_statement_of_funding(lines: tuple[str, ...], statement: str | None) -> None:
    found = read(*lines).funding_statements
    assert ["".join(map(str, one)) for one in found] == ([statement] if statement else [])
