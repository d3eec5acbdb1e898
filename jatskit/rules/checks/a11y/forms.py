"""A11Y-FORMS."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_OASIS = "{http://www.niso.org/standards/z39-96/ns/oasis-exchange/table}table"
_NAMES = frozenset({"accessibilityFeature", "accessibilityHazard", "accessibilitySummary"})


@rule("A11Y-FORMS", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Nothing is written in a form that tools for blind readers cannot use.

    What:
        Tables are those of XHTML, not OASIS (CALS) ones. Letters are characters, not `private-char`. `textual-form` does not stand for
        a formula or a figure. Metadata of accessibility are in `processing-meta`, with the names of schema.org.
    Why:
        Screen readers know the tables of HTML, Unicode and MathML, and nothing of the others.
    Fix:
        Write the table as `table`, the letter as the character that it is, the formula as MathML.
    Bad:
        <p>The <private-char description="hooked s"><inline-graphic xlink:href="s.gif"/></private-char> is rare.</p>
    Bad:
        <disp-formula id="E1"><alternatives><textual-form>a plus b</textual-form><tex-math>a+b</tex-math></alternatives></disp-formula>
    Good:
        <p>The ʂ is rare.</p>
    Source:
        JATS4R, Accessibility.
    """
    for table in document.all(_OASIS):
        yield Fault(table, "the table is an OASIS (CALS) one", "Write it as <table>.")
    for letter in document.all("private-char"):
        yield Fault(letter, "a letter is written as <private-char>", "Write the character of Unicode.")
    for form in document.all("textual-form"):
        holder = next(form.iterancestors("disp-formula", "inline-formula", "fig"), None)
        if holder is not None:
            what = "the figure" if holder.tag == "fig" else "the formula"
            yield Fault(
                form, f"a <textual-form> stands for {what}", "Use <alt-text> or <long-desc>, or MathML for a formula."
            )
    for group in document.all("custom-meta-group"):
        if group.get("content-type") != "accessibility-metadata":
            continue
        parent = group.getparent()
        if parent is not None and parent.tag != "processing-meta":
            yield Fault(group, "metadata of accessibility stand outside <processing-meta>", "Move them there.")
        for meta in group.iterchildren("custom-meta"):
            name = (meta.findtext("meta-name") or "").strip()
            if name not in _NAMES:
                message = f"“{name[:40]}” is no name of schema.org for accessibility"
                yield Fault(meta, message, f"Use one of {', '.join(sorted(_NAMES))}.", value=name)
            elif meta.get("vocab") != "schema.org" and not document.before("1.3"):
                repair = Repair("Write vocab=“schema.org”", (SetAttribute(meta, "vocab", "schema.org"),), safe=True)
                yield Fault(meta, f"“{name}” does not say that it is a name of schema.org", repair=repair)
