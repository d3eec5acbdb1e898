"""PERM-COPYRIGHT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, words
from jatskit.rules.licences import addresses, code_of
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Insert, Repair, SetText, Side

_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_FREE = re.compile(
    r"(?i)public domain|free of (?:all|any) copyright|no (?:claim to )?copyright|not subject to copyright|government work|\bCC0\b"
)

#: The words of a licence; not those that only say that the data are in the public domain.
_WITHOUT = re.compile(r"(?i)free of (?:all|any) copyright|(?:article|work) is in the public domain")


@rule("PERM-COPYRIGHT")
def look(document: Document) -> Iterator[Fault]:
    """Year and holder of the copyright are stated each on its own, and the statement says the same.

    What:
        In the article's `permissions`, where there is a statement, year or holder, there are `copyright-year`, four digits and
        nothing else, and `copyright-holder`; the year is one of those in the statement. What is in the public domain
        needs neither.
    Why:
        A program cannot tell from “© The Authors, 2022. Licensee Trout Press” who holds the right and since when.
    Fix:
        Add the missing element after the statement.
    Bad:
        <permissions><copyright-statement>© 2022 The Authors</copyright-statement></permissions>
    Bad:
        <permissions><copyright-statement>© 2022 The Authors</copyright-statement><copyright-year>2021</copyright-year>
            <copyright-holder>The Authors</copyright-holder></permissions>
    Bad:
        <permissions><copyright-year> 2022</copyright-year><copyright-holder>The Authors</copyright-holder></permissions>
    Good:
        <permissions><copyright-statement>© 2022 The Authors</copyright-statement><copyright-year>2022</copyright-year>
            <copyright-holder>The Authors</copyright-holder></permissions>
    Good:
        <permissions><copyright-statement>This work is in the public domain.</copyright-statement></permissions>
    Good:
        <permissions><copyright-year>2022</copyright-year><license><license-p>This is an open-access article, free of all
            copyright.</license-p></license></permissions>
    Source:
        JATS4R, permissions, 2 and 3; PMC Tagging Guidelines, copyright-statement.
    """
    for meta in document.metas:
        for permissions in document.children(meta, "permissions"):
            yield from _faults(permissions, document)


def _faults(permissions: etree._Element, document: Document) -> Iterator[Fault]:
    statement, year, holder = (
        document.child(permissions, f"copyright-{name}") for name in ("statement", "year", "holder")
    )
    said = words(statement) if statement is not None else ""
    stated = statement is not None or year is not None or holder is not None
    demanded = stated and (year is None or holder is None) and not _is_free(permissions, said, document)
    if year is None and demanded:
        told = set(_YEAR.findall(said))
        repair = None
        if len(told) == 1 and statement is not None:
            xml = f"<copyright-year>{told.pop()}</copyright-year>"
            repair = Repair(
                f"Add {xml}", (Insert(document.children(permissions, "copyright-statement")[-1], Side.AFTER, xml),)
            )
        at = statement if statement is not None else permissions
        yield Fault(at, "the year of the copyright is not stated on its own", "Add <copyright-year>.", repair=repair)
    if holder is None and demanded:
        at = statement if statement is not None else permissions
        yield Fault(at, "the holder of the copyright is not stated on its own", "Add <copyright-holder>.")
    if year is None:
        return
    text = year.text or ""
    bare = text.strip()
    if len(bare) != 4 or not bare.isdecimal():
        yield Fault(year, f"“{bare[:40]}” is not a year of four digits", "Write the year alone.", value=bare)
    elif bare != text:
        repair = Repair(f"Write {bare}", (SetText(year, bare),), safe=True)
        yield Fault(year, "there is white space around the year", value=text, expected=bare, repair=repair)
    elif (told := set(_YEAR.findall(said))) and bare not in told:
        message = f"the year of the copyright is {bare}, and the statement says {' and '.join(sorted(told))}"
        yield Fault(year, message, "See which of them is right.", value=bare)


def _is_free(permissions: etree._Element, said: str, document: Document) -> bool:
    """Whether it is in the public domain, by its statement or its licence."""
    licences = document.children(permissions, "license")
    return (
        bool(_FREE.search(said))
        or any(code_of(address) in ("zero", "mark") for licence in licences for address in addresses(licence))
        or any(_WITHOUT.search(words(licence)[:2000]) for licence in licences)
    )
