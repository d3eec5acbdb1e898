"""FIG-EXTENSION."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import HREF, Document, written
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}$")


@rule("FIG-EXTENSION", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Images are named with the extension of their files.

    What:
        `xlink:href` of `graphic` and `inline-graphic` ends with an extension, such as “.tif”. One finding tells how many do not. (Of `media`
        and supplements FIG-GRAPHIC asks it.)
    Why:
        Without it a program has to guess which of the files of that name is meant. PMC does so, and leaves it out itself; SciELO does not.
    Fix:
        Write the name of the file as it is in the package.
    Bad:
        <fig id="F1"><label>Figure 1</label><graphic xlink:href="figure1"/></fig>
    Good:
        <fig id="F1"><label>Figure 1</label><graphic xlink:href="figure1.tif"/></fig>
    Source:
        SciELO PS, graphic; JATS tag library, graphic.
    """
    bare = []
    for image in document.all("graphic", "inline-graphic"):
        href = image.get(HREF, "").strip()
        if href and not _SCHEME.match(href) and not _EXTENSION.search(href):
            bare.append((image, href))
    if bare:
        image, href = bare[0]
        more = f" (and {len(bare) - 1} more)" if len(bare) > 1 else ""
        message = f"the name of the file, “{href[:80]}”, has no extension{more}"
        yield Fault(image, message, "Write the whole name, such as “figure1.tif”.", written(image, HREF), href)
