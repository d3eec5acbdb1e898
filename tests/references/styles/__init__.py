"""Citation styles as test renderers: the registry of all that there are."""

from __future__ import annotations

from tests.references.styles import author_date, chinese, europe, gbt, humanities, medical, science
from tests.references.styles.common import Style

STYLES: dict[str, Style] = {
    **gbt.STYLES,
    **chinese.STYLES,
    **medical.STYLES,
    **author_date.STYLES,
    **humanities.STYLES,
    **science.STYLES,
    **europe.STYLES,
}

__all__ = ["STYLES", "Style"]
