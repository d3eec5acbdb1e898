"""The parts of an issue's place as pages print them: a word and a number, in the languages of pages.

The words are those of `labels.LABELS`, and here those that say something only beside a number. `#` stands for it:
`Т. #`, `第#卷`. The tests run every form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jatskit.layouts.labels import is_spaceless, preceded, words_of

Span = tuple[int, int]

#: What stands around a number and nowhere else, by part: abbreviations of one letter, words that are names or nouns
#: when they stand alone, and the counters of East Asian languages. A colon in a form must be there.
FORMS: Mapping[str, tuple[str, ...]] = {
    "volume": (
        "V. #", "Т. #", "Tom #", "Tome #", "Band #", "C: #", "C.: #", "م #", "第#卷", "第#巻", "제#권", "#卷", "#巻", "#권",
    ),
    "issue": (
        "№ #", "N. #", "n.º #", "n.° #", "n. º #", "n.o #", "n° #", "nº #", "H. #", "S.: #", "ع. #", "ش. #",
        "第#期", "第#号", "第#號", "제#호", "#期", "#号", "#號", "#호",
    ),
    "pages": ("p. #", "p #", "S. #", "С. #", "C. #", "ss. #", "с. #", "ص. #", "ص #", "#쪽", "第#页", "第#頁"),
    "number": ("Article #", "Paper #", "Art. #", "Artikel #", "Artículo #", "Artigo #"),
}  # fmt: skip
_DIGIT = re.compile(r"\d")
#: Characters of the form of a single letter.
_ONE_LETTER = 4
_GAP = r"\s{0,6}(?:[:：]\s{0,30})?"
_PAGE = r"[A-Za-z]{0,3}\d{1,7}"
_ONE_PAGE = r"(?P<{0}>{1})(?:\s{{0,3}}[-–—‐−~～]\s{{0,3}}(?P<{2}>{1}(?:\.e\d{{1,3}})?))?(?!\d)"
#: What a part's number looks like behind its word; `first` and `last` are the pages'.
_NUMBERS: Mapping[str, str] = {
    "volume": r"(?:volume\s|vol\.?\s{0,2}|№\s?)?(?P<volume>(?-i:[A-Z]?)\d{1,4}(?:(?-i:[A-Z])(?![^\W_]))?)(?!\d|\.\d)",
    "issue": r"\(?(?!(?:19|20)\d\d/)(?P<issue>(?:S|Suppl\.?\s?|E)?\d{1,4}(?:[-–/]\d{1,4})?(?:\s?\((?!(?:19|20)\d\d\))\d{1,5}\))?)(?!\d|\.\d)",
    "pages": r"(?:pp?\.?\s?)?" + _ONE_PAGE.format("first", _PAGE, "last"),
    "number": r"(?P<number>[A-Za-z]{0,3}[-.]?\d{1,9})(?!\d|[A-Za-z]|\.\d)",
}
#: … and where words stand around it.
_COUNTED: Mapping[str, str] = {
    "volume": r"\d{1,4}",
    "issue": r"(?:\d{1,4}(?:[-–/]\d{1,2})?|[SＳZ]\d?)",
    "pages": _PAGE,
    "number": r"\d{1,9}",
}
#: What must not stand behind a counted number: 3号楼 is a house.
_NOT_BEFORE = "(?![楼线码樓線碼])"
#: What must not stand before a word.
_NOT_AFTER: Mapping[str, str] = {"issue": r"(?<!article\s)(?<!paper\s)"}


@dataclass(frozen=True)
class Numbered:
    """A part of an issue's place: `volume`, `issue`, `pages` or `number` (an article's own number)."""

    part: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that stand before the number; a counter, which also stands behind one, only with a colon."""
        # A letter without a dot is a word only if a blank parts it from the number: p53 is no page.
        before = [
            form[:-1] if len(form) < _ONE_LETTER else form[:-1].strip()
            for form in FORMS[self.part]
            if form.endswith("#")
        ]
        known = [f"{word}:" if len(word) == 1 and is_spaceless(word) else word for word in words_of(self.part)]
        return (*known, *before)

    @property
    def counted(self) -> tuple[tuple[str, str], ...]:
        """What stands before and behind the number where words stand around it."""
        forms = (form.partition("#") for form in FORMS[self.part] if not form.endswith("#"))
        return tuple((before, behind) for before, _, behind in forms)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression; case does not count in it."""
        ways = [rf"(?:{preceded(self.words, _NOT_AFTER.get(self.part, ''))}){_GAP}{_NUMBERS[self.part]}"]
        for before, behind in self.counted:
            edge = re.escape(before) + r"\s{0,2}" if before else r"(?<!\d)"
            number = _COUNTED[self.part]
            name = "first" if self.part == "pages" else self.part
            if self.part == "pages":
                number = _ONE_PAGE.format(f"first{len(ways)}", _PAGE, f"last{len(ways)}").replace("(?!\\d)", "")
            else:
                number = f"(?P<{name}{len(ways)}>{number})"
            ways.append(rf"{edge}{number}\s{{0,2}}{re.escape(behind)}{_NOT_BEFORE}")
        return re.compile("|".join(ways), re.IGNORECASE)

    def within(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return where the first such part stands in a text."""
        return self.expression.search(text, start) if _DIGIT.search(text, start) else None


def numbers_of(match: re.Match[str]) -> dict[str, Span]:
    """Return the spans of a part's numbers in what its expression found: `first` and `last` for pages, else the part's."""
    return {name.rstrip("0123456789"): match.span(name) for name, value in match.groupdict().items() if value}


#: The parts of an issue's place, by name.
PARTS: Mapping[str, Numbered] = {part: Numbered(part) for part in FORMS}
