"""The authors that the page shows, for pages whose tags name none."""

from __future__ import annotations

from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import View
from jatskit.readers.sheet import Sheet


def offer_byline(sheet: Sheet, view: View, heading: Element | None) -> None:
    """Offer the names close below the heading."""
