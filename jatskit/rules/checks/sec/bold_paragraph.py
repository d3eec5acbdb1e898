"""SEC-BOLD-PARAGRAPH."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: The most characters that a heading has.
_LONGEST = 200


@rule("SEC-BOLD-PARAGRAPH", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """No paragraph in the text is bold from end to end: that is a heading, or no bold at all.

    What:
        A `p` in a section or the body does not consist of one `bold` alone, nor does the first `p` of a `caption` of `bold` alone, be it
        one or several.
    Why:
        A heading that is only bold is in no table of contents, and screen readers pass over it.
    Fix:
        Begin a `sec` with the words as its `title`, or take `bold` away.
    Bad:
        <sec id="s1"><title>Methods</title><p><bold>Counting</bold></p><p>We counted fish.</p></sec>
    Bad:
        <fig id="F1"><label>Figure 1</label><caption><p><bold>Salmon of the </bold><bold><italic>Ouse</italic></bold></p><p>Drawn from life.</p>
            </caption>
            <graphic xlink:href="f1.tif"/></fig>
    Good:
        <sec id="s1"><title>Methods</title><sec id="s2"><title>Counting</title><p>We counted fish.</p></sec></sec>
    Source:
        PMC Tagging Guidelines, Sections; JATS4R, Accessibility.
    """
    for bold in document.all("bold"):
        p = bold.getparent()
        if p is None or p.tag != "p" or len(p) != 1 or (p.text or "").strip() or (bold.tail or "").strip():
            continue
        holder = p.getparent()
        if holder is None or holder.tag not in ("sec", "body", "abstract", "app", "ack"):
            continue
        text = words(bold)
        if 0 < len(text) <= _LONGEST and p.getnext() is not None:
            message = f"the paragraph “{text[:60]}” is bold from end to end"
            yield Fault(p, message, "Make it the <title> of a section, or take <bold> away.", value=text)
    for caption in document.all("caption"):
        p = document.child(caption, "p")
        if p is not None and len(p) and document.child(caption, "title") is None and not (p.text or "").strip():
            if all(child.tag == "bold" and not (child.tail or "").strip() for child in p):
                message = f"the caption “{words(p)[:60]}” is bold from end to end"
                yield Fault(
                    p, message, "Make it the <title> of the caption, or take <bold> away.", value=words(p)[:200]
                )
