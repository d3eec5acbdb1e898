"""What the styles share: the Style itself, and the small forms of names, pages, dates and stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tests.references.items import Item, Name, Organisation, Person

#: The fields that tell who wrote what.
WHO_WHAT = frozenset({"authors", "etal", "title"})
PAGES = frozenset({"fpage", "lpage"})


@dataclass(frozen=True)
class Style:
    """A way to print works: a pure function, the languages it is used in, and for each type the fields it prints.

    Of more than `most` authors the first `kept` are printed.
    """

    render: Callable[[Item], str]
    languages: tuple[str, ...]
    holds: Mapping[str, frozenset[str]]
    most: int | None = None
    kept: int = 1
    #: Whether it prints a book of an editor's under his name and marks him as the editor.
    edited: bool = False

    @property
    def types(self) -> tuple[str, ...]:
        """The types of work that the style can print."""
        return tuple(self.holds)

    def shown(self, item: Item) -> dict[str, object]:
        """Return the fields of `item` that its print states, authors cut as the style cuts them."""
        held = self.holds[item.type]
        out: dict[str, object] = {name: getattr(item, name) for name in sorted(held)}
        if "authors" in held:
            first = "authors" if item.authors else "editors"
            names, cut = shorten(item.authors or item.editors, self.most, self.kept)
            out |= {first: names, "etal": item.etal or cut}
        return {name: value for name, value in out.items() if value not in (None, (), False)}


def fields(*extra: str) -> frozenset[str]:
    """The fields named in the words of `extra`, with authors and title."""
    return WHO_WHAT | frozenset(" ".join(extra).split())


def shorten(names: Sequence[Name], most: int | None, kept: int) -> tuple[tuple[Name, ...], bool]:
    """Return the names that a style prints, and whether it cut some."""
    cut = most is not None and len(names) > most
    return tuple(names[:kept] if cut else names), cut


# -- Names --------------------------------------------------------------------------------------------------


def initials(given: str, dot: str = ".", gap: str = " ", hyphen: str = "-") -> str:
    """Return the initials of a given name: `Jean-Paul` is `J.-P.`, with the marks asked for."""
    words = given.replace(".", " ").split()
    return gap.join(hyphen.join(part[0].upper() + dot for part in word.split("-")) for word in words)


def inverted(comma: str = ", ", **marks: str) -> Callable[[Name], str]:
    """Surname first, with initials: `Harker, A. B.`."""
    return lambda name: (
        name.name if isinstance(name, Organisation) else (name.surname + comma + initials(name.given, **marks)).strip()
    )


def direct(**marks: str) -> Callable[[Name], str]:
    """Initials first: `A. B. Harker`."""
    return lambda name: (
        name.name if isinstance(name, Organisation) else f"{initials(name.given, **marks)} {name.surname}".strip()
    )


def full(name: Name) -> str:
    """Given name and surname in full: `Anna Harker`."""
    return name.name if isinstance(name, Organisation) else f"{name.given} {name.surname}".strip()


def full_inverted(name: Name) -> str:
    """Surname, then given name in full: `Harker, Anna`."""
    return name.name if isinstance(name, Organisation) else f"{name.surname}, {name.given}"


def caps(name: Name) -> Name:
    """The same name with its surname in capitals; an organisation keeps its letters."""
    return Person(name.surname.upper(), name.given) if isinstance(name, Person) else name


def han(name: Name) -> str:
    """A Han name, set without a blank."""
    return name.name if isinstance(name, Organisation) else name.surname + name.given


NameForm = Callable[[Name], str]


def named(
    item: Item,
    form: NameForm,
    *,
    sep: str = ", ",
    last: str | None = None,
    two: str | None = None,
    etal: str = ", et al.",
    most: int | None = None,
    kept: int = 1,
    first: NameForm | None = None,
    roles: tuple[str, str] = ("", ""),
) -> str:
    """Return the authors in a row: `last` stands before the last of them, `two` between two, `first` prints the first.

    A work without authors stands under its editors, with the role of one or of several behind them.
    """
    if not item.authors and item.editors:
        edited = replace(item, authors=item.editors)
        who = named(edited, form, sep=sep, last=last, two=two, etal=etal, most=most, kept=kept, first=first)
        return who + roles[len(item.editors) > 1]
    shown, cut = shorten(item.authors, most, kept)
    printed = [(first or form)(name) if index == 0 else form(name) for index, name in enumerate(shown)]
    if cut or item.etal:
        return sep.join(printed) + etal
    return row(printed, sep, last, two)


def row(printed: Sequence[str], sep: str = ", ", last: str | None = None, two: str | None = None) -> str:
    """Join names in a row."""
    last = sep if last is None else last
    if len(printed) == 2:
        return (last if two is None else two).join(printed)
    return last.join([sep.join(printed[:-1]), printed[-1]]) if len(printed) > 1 else "".join(printed)


# -- Numbers, dates, stops ----------------------------------------------------------------------------------


def span(item: Item, dash: str = "–", short: Callable[[str, str], str] | None = None) -> str:
    """Return the pages, or the article number; empty if there are none. `short` abbreviates the last page."""
    if not item.fpage or not item.lpage:
        return item.fpage or item.elocation or ""
    return item.fpage + dash + (short(item.fpage, item.lpage) if short else item.lpage)


def changed_digits(first: str, last: str) -> str:
    """The last page without the digits that it shares with the first: 132–9."""
    if len(first) != len(last):
        return last
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(last) - 1)
    return last[same:]


def chicago_digits(first: str, last: str) -> str:
    """The last page as the Chicago manual (9.61) abbreviates it: 71–72, 100–104, 107–8, 321–25, 1496–500."""
    if len(first) != len(last) or len(first) < 3 or first.endswith("00"):
        return last
    changed = changed_digits(first, last)
    if first[-2] == "0":
        return changed
    return last[-max(2, len(changed)) :]


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: str) -> str:
    """Return an English ordinal: `3` is `3rd`."""
    value = int(number)
    return number + (_ENDINGS.get(value % 10, "th") if value % 100 not in (11, 12, 13) else "th")


def month(number: str | int, letters: int | None = None) -> str:
    """Return an English month, cut to some letters."""
    return MONTHS[int(number) - 1][:letters]


def dotted_month(number: str | int) -> str:
    """Return a month as IEEE abbreviates it: `Mar.`, `June`, `Sept.`."""
    name = month(number)
    return name if len(name) < 5 else ("Sept." if name == "September" else name[:3] + ".")


def day_month_year(iso: str, letters: int | None = None) -> str:
    """Return an ISO date in British order: `4 March 2020`."""
    year, mon, day = iso.split("-")
    return f"{int(day)} {month(mon, letters)} {year}"


def stop(text: str, mark: str = ".") -> str:
    """Close a sentence, unless it closes itself."""
    return text if not text or text.endswith((".", "?", "!", "？", "！", "。")) else text + mark


def sentences(*parts: str | None) -> str:
    """Return the parts, each closed, one behind the other."""
    return " ".join(stop(part) for part in parts if part)


def quoted(title: str, mark: str, marks: str = "“”") -> str:
    """Return a title in quotation marks with the comma or stop inside them, unless a question mark is there."""
    return marks[0] + (title if title.endswith(("?", "!")) else title + mark) + marks[1]


def dotless(container: str) -> str:
    """A journal's abbreviation as Index Medicus prints it: without dots."""
    return container.replace(".", "")


def doi_url(doi: str) -> str:
    """The DOI as an address."""
    return f"https://doi.org/{doi}"
