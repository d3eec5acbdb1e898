"""Printed references, each with what a reader has to find in it; the laws and the sweep judge readings by them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

from hypothesis import strategies as st

from tests.references.agree import Difference, differences
from tests.references.items import Item, bilingual, items
from tests.references.noise import folded, harmed
from tests.references.styles import STYLES
from tests.references.styles.bilingual import JOINS, PAIRS


@dataclass(frozen=True)
class Case:
    """A text, and for each of its languages in their order the work and the name of the style it is printed in."""

    text: str
    parts: tuple[tuple[Item, str], ...]
    noises: tuple[str, ...] = ()

    def through(self, noises: Sequence[str]) -> Case:
        """The same reference with these harms done to it."""
        return Case(harmed(self.text, noises, crc32(self.text.encode())), self.parts, tuple(noises))

    def judge(self, readings: Sequence[Mapping[str, Any]]) -> list[Difference]:
        """Return what is wrong in the readings, one for each language."""
        if len(readings) != len(self.parts):
            return [Difference("languages", len(self.parts), len(readings))]
        fold = folded(self.noises)
        pairs = zip(self.parts, readings, strict=True)
        return [found for (item, name), got in pairs for found in differences(item, STYLES[name], got, fold)]


@st.composite
def works(draw: st.DrawFn, name: str) -> Item:
    """Any work that the style prints; a book is sometimes its editors'."""
    style = STYLES[name]
    item = draw(items(draw(st.sampled_from(style.languages)), draw(st.sampled_from(style.types))))
    if style.edited and item.type == "book" and draw(st.booleans()):
        return replace(item, authors=(), editors=item.authors, translators=())
    return item


def prints(name: str) -> st.SearchStrategy[Case]:
    """Any work, printed in the style."""
    return works(name).map(lambda item: Case(STYLES[name].render(item), ((item, name),)))


@st.composite
def joined(draw: st.DrawFn, join: str) -> Case:
    """Any work in two languages, its two prints joined."""
    zh_style, en_style = draw(st.sampled_from(PAIRS))
    common = set(STYLES[zh_style].types) & set(STYLES[en_style].types) & {"journal", "book", "chapter", "thesis"}
    zh, en = draw(bilingual(draw(st.sampled_from(sorted(common)))))
    text = JOINS[join](STYLES[zh_style].render(zh), STYLES[en_style].render(en))
    parts = ((zh, zh_style), (en, en_style))
    return Case(text, parts if join.startswith("zh") else parts[::-1])
