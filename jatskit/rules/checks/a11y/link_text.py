"""A11Y-LINK-TEXT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import CITATIONS, XLINK, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_SAYS_NOTHING = frozenset(
    {"here", "click here", "link", "this link", "read more", "more", "website", "aquí", "aqui", "hier", "ici"}
)
#: Identifiers whose makers ask that they are shown as addresses.
_IDENTIFIES = re.compile(r"https?://(?:(?:dx\.)?doi\.org/10\.|orcid\.org/\d|ror\.org/0)")
_ADDRESS = ("http://", "https://", "ftp://", "www.")


@rule("A11Y-LINK-TEXT", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The words of a link say where it leads.

    What:
        An `ext-link` or `uri` in the text has words that describe its target, or an `xlink:title` that does: not
        nothing, not “here”, and not the address itself. DOIs and ORCID iDs, which are shown as addresses, and addresses in
        references are left as they are.
    Why:
        Screen readers list the links of a page by their words, and spell an address letter by letter.
    Fix:
        Put the link on the words that name the target, or add `xlink:title`.
    Bad:
        <p>The data are <ext-link ext-link-type="uri" xlink:href="https://example.org/roe">here</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri" xlink:href="https://example.org/roe">https://example.org/roe</ext-link>.</p>
    Good:
        <p>See the <ext-link ext-link-type="uri" xlink:href="https://example.org/roe">counts of roe</ext-link>.</p>
    Source:
        JATS4R, Accessibility; WCAG 2.2, 2.4.4.
    """
    title = f"{XLINK}title"
    for link in document.all("ext-link", "uri"):
        if link.get(title, "").strip():
            continue
        text = words(link) if len(link) else " ".join((link.text or "").split())
        said = ""
        if not text:
            said = "the link has no words" if not len(link) else ""
        elif text.startswith(_ADDRESS) and not _IDENTIFIES.match(text):
            said = f"the words of the link are its address, “{text[:60]}”"
        elif text.lower().strip(" .") in _SAYS_NOTHING:
            said = f"“{text}” does not say where the link leads"
        if said and next(link.iterancestors(*CITATIONS, "product", "related-object", "license"), None) is None:
            yield Fault(link, said, "Put the link on words that name the target, or add xlink:title.", value=text)
