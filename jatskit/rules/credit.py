"""The roles of CRediT, as JATS documents name them."""

from __future__ import annotations

import re

HOME = "https://credit.niso.org/"
_TERMS = (
    "Conceptualization", "Data curation", "Formal analysis", "Funding acquisition", "Investigation", "Methodology",
    "Project administration", "Resources", "Software", "Supervision", "Validation", "Visualization",
    "Writing – original draft", "Writing – review & editing",
)  # fmt: skip
_BETWEEN = re.compile(r"[^a-z]+")


def slug(text: str) -> str:
    """Return a term as it stands in its address: “Writing – review & editing” is `writing-review-editing`."""
    return _BETWEEN.sub("-", text.lower().replace(" and ", " & ")).strip("-")


#: The terms by what stands in their addresses.
TERMS = {slug(term): term for term in _TERMS}
# How they were called before the standard of 2022, and how they are often spelt.
_ALSO = {
    "writing-original-draft-preparation": "writing-original-draft",
    "conceptualisation": "conceptualization",
    "visualisation": "visualization",
    "writing-reviewing-editing": "writing-review-editing",
}


def term_of(text: str) -> str | None:
    """Return the slug of the role that a text names, or None if it is none of CRediT's."""
    found = slug(text)
    found = _ALSO.get(found, found)
    return found if found in TERMS else None


def address_of(term: str) -> str:
    """Return the address of a term, by its slug."""
    return f"{HOME}contributor-roles/{term}/"


def term_of_address(address: str) -> str | None:
    """Return the slug of the role that an address leads to: that of NISO, or of CASRAI before it."""
    bare = address.strip().lower().removeprefix("https://").removeprefix("http://")
    host, _, path = bare.partition("/")
    if not host.endswith(("credit.niso.org", "credit.casrai.org", "casrai.org")):
        return None
    return term_of(path.rstrip("/").rpartition("/")[2])
