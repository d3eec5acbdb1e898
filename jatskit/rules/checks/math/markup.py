"""MATH-MARKUP."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import MML, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: How many arguments elements of MathML have.
_ARGUMENTS = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
}  # fmt: skip
#: Attributes of MathML 1 that MathML 3 takes back.
_OLD_ATTRIBUTES = ("fontfamily", "fontweight", "fontstyle", "fontsize", "color", "background")
#: One of these is in every file that has such an attribute, and in few others.
_WRITTEN = (b"font", b"color=", b"background=")
_OLD = etree.XPath(
    f"//mml:*[{' or '.join(f'@{attribute}' for attribute in _OLD_ATTRIBUTES)}]",
    namespaces={"mml": MML.strip("{}")},
)
_NEW = {"color": "mathcolor", "background": "mathbackground", "fontsize": "mathsize"}
#: Elements whose children are written beside one another.
_ROWS = frozenset({"math", "mrow", "mstyle", "mtd", "msqrt"})
_FORMULAS = ("disp-formula", "inline-formula")
#: What says a formula in words or signs.
_FORMS = (f"{MML}math", "tex-math", "textual-form")


@rule("MATH-MARKUP", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """A formula is written as mathematics, not as an image alone, and its MathML has the parts that it needs.

    What:
        A formula that has an image has MathML or TeX, too. `mfrac`, `msub`, `msup`, `munder`, `mover` and `mroot` have two
        arguments, `msubsup` and `munderover` three. No two `mn` stand
        side by side. Attributes that MathML took back are not used.
    Why:
        An image of a formula can neither be read aloud nor searched nor enlarged. A fraction with three parts is shown as an error.
    Fix:
        Write the formula as MathML or TeX in `alternatives` beside the image; put `mml:mrow` around what is one argument.
    Bad:
        <disp-formula id="E1"><graphic xlink:href="e1.tif"/></disp-formula>
    Bad:
        <disp-formula id="E1"><mml:math><mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn><mml:mn>3</mml:mn></mml:mfrac></mml:math>
        </disp-formula>
    Bad:
        <disp-formula id="E1"><mml:math><mml:mi fontweight="bold">a</mml:mi></mml:math></disp-formula>
    Good:
        <disp-formula id="E1"><mml:math><mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac></mml:math></disp-formula>
    Source:
        JATS4R, Math; MathML 3, 3.1.3 and 3.2.2.1.
    """
    for formula in document.all(*_FORMULAS):
        if len(formula) and formula[0].tag in _FORMS:  # So it is mostly.
            continue
        if next(formula.iterdescendants(*_FORMS), None) is None:
            image = next(formula.iterdescendants("graphic", "inline-graphic"), None)
            if image is not None and _is_image_alone(formula):
                yield Fault(formula, "the formula is an image alone", "Write it as MathML or TeX in <alternatives>.")
    if f"{MML}math" not in document.names:
        return
    for name, count in _ARGUMENTS.items():
        for element in document.all(MML + name):
            if len(element) != count and sum(1 for _ in element.iterchildren("*")) != count:
                given = sum(1 for _ in element.iterchildren("*"))
                message = f"<mml:{name}> has {given} arguments, and needs {count}"
                yield Fault(element, message, "Put <mml:mrow> around what is one argument.")
    for number in document.all(f"{MML}mn"):
        after = number.getnext()
        if after is not None and after.tag == number.tag and (holder := number.getparent()) is not None:
            if str(holder.tag).removeprefix(MML) not in _ROWS:
                continue
            message = f"“{number.text or ''}” and “{after.text or ''}” are two numbers beside one another"
            yield Fault(after, message, "Write one number in one <mml:mn>, or a sign between the two.")
    if not any(word in document.source for word in _WRITTEN):
        return
    old = _OLD(document.tree)
    for element in old if isinstance(old, list) else ():
        if not isinstance(element, etree._Element):
            continue
        for attribute in _OLD_ATTRIBUTES:
            value = element.get(attribute)
            if value is not None:
                new = _NEW.get(attribute, "mathvariant")
                message = f"“{attribute}” is of the past in MathML"
                yield Fault(element, message, f"Use {new}.", attribute, value, new)


def _is_image_alone(formula: etree._Element) -> bool:
    """Whether a formula says nothing beside its image and label."""
    said = [formula.text or "", *(child.tail or "" for child in formula)]
    said += [child.text or "" for child in formula.iterchildren("italic", "bold", "sup", "sub", "styled-content")]
    return not any(any(letter.isalnum() for letter in text) for text in said)
