"""What has more tags or more lines than any page is refused before it takes memory."""

from __future__ import annotations

import pytest

from jatskit.errors import UnreadableSource
from jatskit.protocols import Source
from jatskit.readers.html import MOST_TAGS, read_html
from jatskit.readers.page import MOST_LINES, read_page


def test_a_page_of_too_many_tags() -> None:
    source = Source.from_bytes(b"<html><title>Rivers</title>" + b"a<p>" * MOST_TAGS, "many.html")
    with pytest.raises(UnreadableSource, match=r"many\.html has 1,000,003 tags: at most 1,000,000 are read"):
        read_html(source)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_text_of_too_many_lines(end: str) -> None:
    source = Source.from_bytes(("a" + end).encode() * (MOST_LINES + 1), "many.txt")
    with pytest.raises(UnreadableSource, match=r"many\.txt has 1,000,001 lines: at most 1,000,000 are read"):
        read_page(source)
