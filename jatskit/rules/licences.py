"""Licences as articles name them: the addresses of Creative Commons', and where a `license` states its own."""

from __future__ import annotations

import re

from lxml import etree

from jatskit.rules.document import HREF

_CC = re.compile(
    r"(?i)https?://(?:www\.)?creativecommons\.org/(?:(?P<public>publicdomain)/(?P<tool>zero|mark)"
    r"|licen[sc]es/(?P<code>by(?:-nc)?(?:-nd|-sa)?|by-nd-nc))/(?P<version>[1-4]\.[0-9])(?:/(?P<port>igo|[a-z]{2,3}))?"
    r"(?:/(?:legalcode|deed)(?:\.[a-z_-]{2,8})?)?/?"
)
#: The versions that there are.
_VERSIONS = frozenset({"1.0", "2.0", "2.1", "2.5", "3.0", "4.0"})


def canonical(address: str) -> str | None:
    """Return the address of a Creative Commons licence as Creative Commons writes it, or None if it is not one's."""
    match = _CC.fullmatch(address.strip())
    if match is None or match["version"] not in _VERSIONS:
        return None
    if match["public"]:
        return f"https://creativecommons.org/publicdomain/{match['tool'].lower()}/{match['version']}/"
    code = match["code"].lower().replace("by-nd-nc", "by-nc-nd")
    port = f"{match['port'].lower()}/" if match["port"] else ""
    return f"https://creativecommons.org/licenses/{code}/{match['version']}/{port}"


def code_of(address: str) -> str | None:
    """Return what kind of Creative Commons licence an address is of: `by-nc`, `zero`."""
    right = canonical(address)
    return right.split("/")[4] if right else None


def references(licence: etree._Element) -> list[etree._Element]:
    """Return the `ali:license_ref` elements of a licence, whatever address the prefix stands for."""
    return [child for child in licence.iterchildren("*") if str(child.tag).endswith("}license_ref")]


def addresses(licence: etree._Element) -> list[str]:
    """Return the addresses that a licence states for itself, in `ali:license_ref` and in `xlink:href`."""
    found = [(reference.text or "").strip() for reference in references(licence)]
    return list(dict.fromkeys(filter(None, [*found, (licence.get(HREF) or "").strip()])))
