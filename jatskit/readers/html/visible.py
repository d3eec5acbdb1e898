"""What people see on the page, offered as candidates."""

from __future__ import annotations

import re

from jatskit.readers.candidates import SourceKind
from jatskit.readers.html.meta import Tags
from jatskit.readers.html.tree import Element, Page
from jatskit.readers.sheet import Sheet


class View:
    """The visible page."""

    def __init__(self, page: Page) -> None:
        self.page = page


def offer_visible(sheet: Sheet, view: View, tags: Tags) -> None:
    """Offer what the page shows."""
    for element in view.page.all("title")[:1]:
        if element.words:
            sheet.offer("title", SourceKind.TITLE_TAG).quote((), element.content, normalisation="html")
