"""TABLE-MARKUP."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document, is_blank, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Rename, Repair

_OASIS = "{http://www.niso.org/standards/z39-96/ns/oasis-exchange/table}table"
#: The most columns of a table that is looked at.
_WIDEST = 300


@rule("TABLE-MARKUP")
def look(document: Document) -> Iterator[Fault]:
    """A table is marked up as one, with its headings, all rows equally wide, and its notes below it.

    What:
        `table-wrap` holds a `table`, not an image alone. The `table` has `th` for its headings. The cells of all
        rows, with `colspan` and `rowspan`, are equally wide, and no `rowspan` reaches beyond the last row. Notes stand in
        `table-wrap-foot`, not in the cells or in `tfoot`.
    Why:
        Screen readers tell the heading of each cell by `th` and by its place. An image of a table can neither be read nor reused.
    Fix:
        Mark the table up; see the row that is named for a cell or a `colspan` that lacks.
    Bad:
        <table-wrap id="T1"><label>Table 1</label><graphic xlink:href="t1.tif"/></table-wrap>
    Bad:
        <table-wrap id="T1"><label>Table 1</label><table><thead><tr><td>River</td><td>Fish</td></tr></thead>
        <tbody><tr><td>Alta</td><td>9</td></tr></tbody></table></table-wrap>
    Bad:
        <table-wrap id="T1"><label>Table 1</label><table><thead><tr><th>River</th><th>Fish</th></tr></thead>
        <tbody><tr><td>Alta</td></tr></tbody></table></table-wrap>
    Good:
        <table-wrap id="T1"><label>Table 1</label><table><thead><tr><th>River</th><th>Fish</th></tr></thead>
        <tbody><tr><td>Alta</td><td>9</td></tr></tbody></table></table-wrap>
    Source:
        JATS4R, Accessibility; PMC Tagging Guidelines, Tables.
    """
    for wrap in document.all("table-wrap"):
        if (
            next(wrap.iterdescendants("table", _OASIS, "array", "list", "disp-formula", "code", "preformat"), None)
            is None
        ):
            label = words(label) if (label := document.child(wrap, "label")) is not None else wrap.get("id", "")
            image = next(wrap.iterdescendants("graphic", "media"), None)
            what = "is an image" if image is not None else "holds no table"
            yield Fault(wrap, f"the table “{label[:40]}” {what}", "Mark it up as <table>.")
    cells = document.all("td", "th")
    spanning = {
        cell.getparent() for cell in cells if cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1"
    }
    for table in document.all("table"):
        yield from _headings(table, document)
        fault = _ragged(table, spanning, document)
        if fault:
            yield fault
    for fn in document.all("fn"):
        if next(fn.iterancestors("td", "th"), None) is not None:
            yield Fault(fn, "the note stands in a cell of the table", "Move it to <table-wrap-foot>, and refer to it.")


def _headings(table: etree._Element, document: Document) -> Iterator[Fault]:
    if next(table.iterdescendants("th"), None) is not None:
        return
    head = document.child(table, "thead")
    repair = None
    if head is not None:
        cells = [cell for cell in head.iterdescendants("td") if not is_blank(cell)]
        repair = (
            Repair("Write <th> in the head of the table", tuple(Rename(cell, "th") for cell in cells))
            if cells
            else None
        )
    yield Fault(
        table, "no cell of the table is a heading, <th>", "" if repair else "Write headings as <th>.", repair=repair
    )


def _ragged(table: etree._Element, spanning: set[etree._Element | None], document: Document) -> Fault | None:
    """Return the first fault of the grid that the cells of a table make, if there is one.

    `spanning` are the rows with a cell that fills more than one.
    """
    width = 0
    for section in _sections(table, document):
        #: For each column, how many rows a cell from above still fills.
        below: list[int] = []
        last = len(section) - 1
        for number, row in enumerate(section):
            if row not in spanning and not any(below):
                wide = len(row)
                if wide != width:  # Comments count as children, too.
                    wide = sum(1 for _ in row.iterchildren("td", "th"))
                if wide and wide != (width := width or wide):
                    return _uneven(row, wide, width)
                continue
            column, filled = 0, []
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                across, down = _number(cell.get("colspan")), _number(cell.get("rowspan"))
                while column < len(below) and below[column]:
                    column += 1
                if number + down - 1 > last:
                    message = f"the cell “{words(cell)[:30]}” spans {down} rows, and {last - number + 1} are there"
                    return Fault(cell, message, "Mend its rowspan.", "rowspan", cell.get("rowspan", ""))
                filled.append((column, across, down))
                column += across
                if column > _WIDEST:
                    return None
            for at, across, down in filled:
                below += [0] * (at + across - len(below))
                below[at : at + across] = [down] * across
            wide = max((n + 1 for n, rows in enumerate(below) if rows), default=0)
            gaps = below[:wide].count(0)
            below = [rows - 1 if rows else 0 for rows in below]
            if not filled and not gaps and wide == width:
                continue
            if width == 0:
                width = wide
            elif filled and (wide != width or gaps):
                return _uneven(row, wide - gaps, width)
    return None


def _uneven(row: etree._Element, wide: int, width: int) -> Fault:
    message = f"the row is {wide} columns wide, and the rows before it are {width}"
    advice = "See which cell, colspan or rowspan lacks or is too much."
    return Fault(row, message, advice, value=words(row)[:40])


def _sections(table: etree._Element, document: Document) -> list[list[etree._Element]]:
    """Return the rows of a table, section by section: no cell reaches from one into another."""
    parts = [document.at(table, "thead/tr"), *(document.children(body, "tr") for body in table.iterchildren("tbody"))]
    parts += [document.children(table, "tr"), document.at(table, "tfoot/tr")]
    return [rows for rows in parts if rows]


def _number(value: str | None) -> int:
    return max(int(value), 1) if value and len(value) < 9 and value.isdecimal() else 1
