"""Which rules are asked for: selected and ignored by id or group, for all files or for some."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath

from jatskit.errors import UnknownRule
from jatskit.rules.targets import belongs


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected (`()`: everything), what is ignored, and what is ignored in files of some names.

    All are ids or groups. The closest says: with `ART` ignored and `ART-DOI` selected, that one counts; what is ignored
    in a file is ignored there whatever is selected (`never`).
    `by_file` has patterns of file names, each with what is ignored there; a pattern without a slash is one of bare names.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    by_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    never: tuple[str, ...] = ()

    def wants(self, id: str) -> bool:
        """Whether the findings of a rule are wanted."""
        if any(belongs(id, to) for to in self.never):
            return False
        selected, ignored = _closest(id, self.select), _closest(id, self.ignore)
        return (selected > 0 or not self.select) and (ignored == 0 or selected > ignored)

    def names(self, id: str) -> bool:
        """Whether a rule is selected by its own name, not by that of its group."""
        return any(id.upper() == to.upper() for to in self.select)

    def within(self, file: str) -> Selection:
        """Return what is wanted of the findings in one file, named from where the patterns are."""
        path = PurePath(file).as_posix()
        more = [
            id
            for pattern, ids in self.by_file
            if fnmatchcase(path if "/" in pattern else path.rpartition("/")[2], pattern)
            for id in ids
        ]
        return Selection(self.select, self.ignore, (), tuple(more)) if more else self


EVERYTHING = Selection()


def _closest(id: str, to: Iterable[str]) -> int:
    return max((len(name) for name in to if belongs(id, name)), default=0)


def refuse_unknown(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise `UnknownRule` for a name that is neither an id nor a group of the known ids."""
    ids = {id.upper() for id in known}
    groups = {"-".join(parts[:n]) for id in ids if (parts := id.split("-")) for n in range(1, len(parts))}
    for name in names:
        if name.upper() not in ids | groups:
            close = difflib.get_close_matches(name.upper(), sorted(ids | groups), 1)
            guess = f"Did you mean {close[0]}?" if close else "jatskit explain lists all rules."
            raise UnknownRule(f"{where}: there is no rule or group {name[:60]!r}", guess)
