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
    ],
)
def test_the_head_is_read(head: str) -> None:
    assert _read(head + REST) == (TITLE, ["Ann B. Lee", "Bo Park"])


def test_a_header_that_left_a_name_out_names_nobody() -> None:
    page = f"---\ntitle: {TITLE}\nauthor: Lee; Ann B.; Park\nurl: https://example.org/1\n---\n{TITLE}\n"
    assert _read(page + REST) == (TITLE, [])
