"""ALTERNATIVES-KINDS."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import MML, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: What PMC can show of the alternatives in each element: one of them must be there.
_SHOWN = {
    "p": ("textual-form",),
    "element-citation": ("textual-form",),
    "mixed-citation": ("textual-form",),
    "disp-quote": ("textual-form", "graphic"),
    "boxed-text": ("textual-form", "graphic"),
    "sig": ("textual-form", "graphic"),
    "sig-block": ("textual-form", "graphic"),
    "glossary": ("textual-form", "graphic"),
    "td": ("textual-form", "graphic"),
    "th": ("textual-form", "graphic"),
    "fig": ("media", "graphic"),
    "app": ("media", "textual-form", "table"),
    "chem-struct-wrap": ("tex-math", "graphic", f"{MML}math", "media"),
    "disp-formula": ("tex-math", "graphic", f"{MML}math", "media"),
    "inline-formula": ("tex-math", "graphic", f"{MML}math", "media", "inline-graphic"),
    "table-wrap": ("textual-form", "preformat", "table", "graphic", "array"),
}
#: What may hold alternatives besides.
_ALSO = ("array", "chem-struct", "inline-supplementary-material", "supplementary-material")


@rule("ALTERNATIVES-KINDS")
def look(document: Document) -> Iterator[Fault]:
    """One of the alternatives is a form that PMC can show.

    What:
        `alternatives` stands where PMC looks for it (a figure, a table, a formula, a box, a paragraph and the like), and one of them
        is of a kind that is shown there: of a figure `graphic` or `media`, of a paragraph `textual-form`.
    Why:
        PMC takes the form that it can show, and has nothing to show if there is none.
    Fix:
        Add that form, or take the tags of `alternatives` away.
    Bad:
        <fig id="F1"><label>Figure 1</label><alternatives><textual-form>A</textual-form><preformat>B</preformat></alternatives></fig>
    Bad:
        <sec id="s1"><title>Methods</title><alternatives><graphic xlink:href="a.tif"/><textual-form>A</textual-form></alternatives></sec>
    Good:
        <fig id="F1"><label>Figure 1</label><alternatives><graphic xlink:href="f1.tif"/><textual-form>A</textual-form></alternatives></fig>
    Source:
        PMC Tagging Guidelines, alternatives.
    """
    for wrapper in document.all("alternatives"):
        holder = wrapper.getparent()
        if holder is None:
            continue
        name = str(holder.tag)
        if name not in _SHOWN and name not in _ALSO:
            yield Fault(wrapper, f"PMC looks for no <alternatives> in <{name}>", "Keep one form alone.")
            continue
        wanted = _SHOWN.get(name, ())
        if wanted and len(wrapper) and not any(child.tag in wanted for child in wrapper):
            listed = ", ".join(f"<{each.rpartition('}')[2]}>" for each in wanted)
            yield Fault(wrapper, f"none of the alternatives in <{name}> can be shown", f"Add one of {listed}.")
