"""ART-VERSION."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

#: The terms of NISO RP-8-2008, with their letters.
_TERMS = {
    "AO": "Author's Original", "SMUR": "Submitted Manuscript Under Review", "AM": "Accepted Manuscript", "P": "Proof",
    "VoR": "Version of Record", "CVoR": "Corrected Version of Record", "EVoR": "Enhanced Version of Record",
}  # fmt: skip


@rule("ART-VERSION", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The version of the article is told in the terms that all use.

    What:
        `article-version` with `vocab="JAV"` has in `article-version-type` one of the letters of NISO's recommendation: AO, SMUR, AM,
        P, VoR, CVoR or EVoR.
    Why:
        Whether a reader has the accepted manuscript or the version of record decides what he may cite and keep.
    Fix:
        Write the letters of the version.
    Bad:
        <article-meta><article-version vocab="JAV" article-version-type="Version of record">1</article-version></article-meta>
    Bad:
        <article-meta><article-version vocab="JAV">1</article-version></article-meta>
    Good:
        <article-meta><article-version vocab="JAV" article-version-type="VoR">Version of Record</article-version></article-meta>
    Source:
        NISO RP-8, Journal Article Versions; JATS tag library, article-version.
    """
    for version in document.all("article-version"):
        if version.get("vocab", "").upper() != "JAV":
            continue
        type = version.get("article-version-type", "")
        if type in _TERMS:
            continue
        if not type:
            advice = f"Write one of {', '.join(_TERMS)} into article-version-type."
            yield Fault(version, "it is not said in NISO's terms which version this is", advice)
            continue
        names = {name.lower(): letters for letters, name in _TERMS.items()} | {key.lower(): key for key in _TERMS}
        close = difflib.get_close_matches(type.lower().replace("-", " "), names, 1, 0.8)
        best = names[close[0]] if close else ""
        repair = (
            Repair(f"Write {best}", (SetAttribute(version, "article-version-type", best),), safe=True) if best else None
        )
        message = f"“{type[:40]}” is none of NISO's terms for versions"
        advice = "" if repair else f"Write one of {', '.join(_TERMS)}."
        yield Fault(version, message, advice, "article-version-type", type, best, repair)
