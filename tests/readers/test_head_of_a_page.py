"""The title and the names of pages whose head is built in ways of its own."""

from __future__ import annotations

import pytest

from jatskit.model import plain
from jatskit.protocols import Source
from jatskit.readers.page import read_page

TITLE = "On the growth of river clusters under heavy rain"
REST = (
    "Abstract\nWe measure what rain does to clusters in rivers, and find that they grow. They grow more where more rain "
    "falls.\nhttps://doi.org/10.1234/jit.2019.044\n"
)


def _read(page: str) -> tuple[str, list[str]]:
    article = read_page(Source.from_bytes(page.encode(), "page.txt")).article
    return plain(article.title or ()), [str(person.names[0]) for person in article.contributors]


@pytest.mark.parametrize(
    "head",
    [
        # Notices that a site repeats are no titles.
        f"Here's how you know\nHere's how you know\nHome\n{TITLE}\nAnn B. Lee, Bo Park\n",
        # What stands before a date that is printed twice.
        f"Published: 1 May 2019\n{TITLE}\nAnn B. Lee1, Bo Park2\nPublished: 1 May 2019\n",
        # The document's title, with the journal's, which is longer.
        f"{TITLE} - The Invented International Journal of Tests and of Samples in Rivers and Lakes\nHome\n"
        f"The Invented International Journal of Tests and of Samples in Rivers and Lakes\n{TITLE}\nAnn B. Lee, Bo Park\n",
        # The title and the names in one line.
        f"{TITLE} | Journal of Invented Tests\nHome\n{TITLE}Ann B. Lee1, Bo Park2\n",
        # Each name with its mark and a button behind it, on a line of its own.
        f"{TITLE}\nAnn B. Lee 1,\nBo Park 2 Email author\nJournal of Invented Tests 2019 3 :21\n",
        # An extractor's header, which parts surnames from given names.
        f"---\ntitle: {TITLE} - Tests\nauthor: Lee; Ann B.; Park; Bo\nsitename: Tests\n---\n## Rivers of the region\n",
        # Roman numbers that lead to places of work.
        f"{TITLE}\nAnn B. Lee I; Bo Park II\nI Department of Tests, University of Examples, Town\n",
        # What people did, where they work and who they are stand between the names.
        f"{TITLE}\nAnn B. Lee ,\nRoles Data curation\nAffiliation University of Examples, Town, Norway\n⨯\nBo Park\n"
        "Roles Supervision\nAffiliation University of Examples, Town, Norway\n⨯\n",
        f"{TITLE}\nAnn B. Lee\nORCID: orcid.org/0000-0002-1825-0097\n1,\nBo Park2\n1204 Accesses\n",
        f"{TITLE} †\nAnn B. Lee , *ab\nand\nBo Park  a\nAuthor affiliations\na School of Tests, University of Examples, UK\n",
        # Journals and breadcrumbs are no titles; the number of a footnote is none of a title's letters.
        f"Home\n>Journals\n>Journal of Invented Tests\n>Volume 51 Issue 2\n>{TITLE}\nEnglish\nJournal of Invented Tests\n"
        f"Article contents\nAbstract\nReferences\n{TITLE}1\nAnn B. Lee\nand\nBo Park\nShow author details\n",
        f"Home\nAll Journals\nJournal of Invented Tests\nList of Issues\nVolume 18, Issue 4\nJournal of Invented Tests\n"
        f"Volume 18, 2015 - Issue 4\n{TITLE}\nAnn B. Lee\nDepartment of Tests, University of Examples, Town, UK\n&\nBo Park\n",
        # Each name twice, with the buttons of its author.
        f"{TITLE}\nAnn B. Lee\nAnn B. Lee\nSchool of Tests, University of Examples, Town, UK\nFind this author on PubMed\n"
        "Search for more papers by this author\nand\nBo Park\nBo Park\nSchool of Tests, University of Examples, Town, UK\n"
        "Find this author on PubMed\nSearch for more papers by this author\n",
        # What an extractor leaves of links; places of work behind a wide blank.
        f"{TITLE}\n[Ann B. Lee]  * [Bo Park]  *\n",
        f"{TITLE}\n[Ann B. Lee];\n[Bo Park]\n",
        f"{TITLE}\nAuthors\nAnn B. Lee  University of Examples 12345 Town Norway\nBo Park  Institute of Tests 2 Town Norway\n",
        # The title in another language below.
        f"{TITLE}\nSur la croissance des groupes de rivières sous une forte pluie\nAnn B. Lee I; Bo Park II\n"
        "I Department of Tests, University of Examples, Town\n",
    ],
)
def test_the_head_is_read(head: str) -> None:
    assert _read(head + REST) == (TITLE, ["Ann B. Lee", "Bo Park"])


def test_a_header_that_left_a_name_out_names_nobody() -> None:
    page = f"---\ntitle: {TITLE}\nauthor: Lee; Ann B.; Park\nurl: https://example.org/1\n---\n{TITLE}\n"
    assert _read(page + REST) == (TITLE, [])
