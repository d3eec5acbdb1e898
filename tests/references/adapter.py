"""The one place that knows how jatskit reads a reference: from an entry's text to plain dicts that the laws judge."""

from __future__ import annotations

from typing import Any

from jatskit.references import parse_reference
from jatskit.references.dates import iso_date, month_number
from jatskit.references.parsed import ParsedReference
from jatskit.references.parts import CitedName, Group, Parts

Reading = dict[str, Any]

_ROLES = {
    "author": "authors",
    "inventor": "authors",
    "compiler": "authors",
    "editor": "editors",
    "translator": "translators",
}
_AS_PRINTED = (
    "title", "container", "year", "day", "volume", "issue", "fpage", "lpage", "elocation", "publisher", "place", "edition",
    "number", "version",
)  # fmt: skip


def readings(text: str) -> list[Reading]:
    """Return one plain dict of fields for each language of a reference."""
    parsed = parse_reference(text)
    return [_plain(parsed, parts) for parts in parsed.readings]


def _plain(parsed: ParsedReference, parts: Parts) -> Reading:
    out: Reading = {name: parsed.value(parts.spans[name]) for name in _AS_PRINTED if name in parts.spans}
    if parts.type:
        out["type"] = parts.type
    if "month" in parts.spans:
        printed = parsed.value(parts.spans["month"])
        out["month"] = month_number(printed) or printed
    if "accessed" in parts.spans:
        out["accessed"] = iso_date(parsed.value(parts.spans["accessed"]))
    if parts.links:
        out["url"] = parsed.value(parts.links[0])
    for type, span in parts.ids:
        if type in ("doi", "cstr"):
            out.setdefault(type, parsed.value(span))
    for group in parts.groups:
        if field := _ROLES.get(group.role):
            out.setdefault(field, []).extend(_names(parsed, group))
            if group.etal:
                out["etal"] = True
    return out


def _names(parsed: ParsedReference, group: Group) -> list[dict[str, str]]:
    return [_name(parsed, name) for name in group.names]


def _name(parsed: ParsedReference, name: CitedName) -> dict[str, str]:
    if name.surname is None:
        return {"literal": parsed.value(name.whole)}
    parts = {"surname": name.surname, "given": name.given, "suffix": name.suffix}
    return {key: parsed.value(span) for key, span in parts.items() if span}
