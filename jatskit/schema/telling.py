"""Tell what is wrong with an element as a finding: with its place in the file, its XPath, and the edits that mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from jatskit.findings import Finding, Path, Severity
from jatskit.schema.edits import fix_of
from jatskit.schema.faults import Fault
from jatskit.schema.places import Places

#: The most characters of a message.
MOST_CHARACTERS = 300
#: For so many findings libxml2 writes the paths, which is the faster way as long as they are few.
MOST_ASKED = 200


class Paths:
    """The XPaths of a tree's elements, as `getpath` writes them.

    `getpath` counts an element's siblings each time, so that the paths of many siblings take it quadratic time.
    """

    def __init__(self) -> None:
        self._steps: dict[etree._Element, dict[etree._Element, str]] = {}

    def of(self, element: etree._Element) -> str:
        """Return the path of an element from the root."""
        steps: list[str] = []
        above = element.getparent()
        while above is not None:
            if above not in self._steps:
                self._steps[above] = _steps(above)
            steps.append(self._steps[above][element])
            element, above = above, above.getparent()
        return "/".join(["", _name(element), *reversed(steps)])


def _steps(parent: etree._Element) -> dict[etree._Element, str]:
    """Return the last steps of the paths of an element's children: their names, counted where one comes again."""
    children = list(parent.iterchildren("*"))
    names = [_name(child) for child in children]
    total, seen = Counter(names), Counter[str]()
    steps = {}
    for index, (child, name) in enumerate(zip(children, names, strict=True), 1):
        seen[name] += 1
        if name == "*":  # one of no prefix, which is counted among all
            steps[child] = f"*[{index}]" if len(children) > 1 else name
        else:
            steps[child] = f"{name}[{seen[name]}]" if total[name] > 1 else name
    return steps


def _name(element: etree._Element) -> str:
    namespace, _, local = str(element.tag).rpartition("}")
    if not namespace:
        return local
    return f"{element.prefix}:{local}" if element.prefix else "*"


class Teller:
    """Tells the faults of one document.

    `data` are the bytes that the tree was parsed from. Without them a finding has its element's line alone, and no fix.
    `elements` are all elements of the tree, if they are known.
    """

    def __init__(
        self,
        tree: etree._ElementTree,
        name: str,
        data: bytes = b"",
        elements: Sequence[etree._Element] | None = None,
    ) -> None:
        self.tree = tree
        self._name = name
        self._paths = Paths()
        self._asked = 0
        self._anchors: dict[etree._Element, str] = {}
        self._places = Places.of(data, tree, name, elements) if data else Places("", tree, name)

    def finding(self, fault: Fault, kind: str, severity: Severity, path: Path = ()) -> Finding:
        """Return a fault as a finding of this kind; `path` is the address of its value in the model."""
        return Finding(
            kind,
            severity,
            clip(fault.message, MOST_CHARACTERS),
            path,
            self._places.place_of(fault.element, fault.attribute),
            fault.advice or (f"{fault.repair.what}." if fault.repair else ""),
            self.xpath(fault),
            clip(fault.value, MOST_CHARACTERS),
            fault.expected,
            fix_of(fault.repair, self._places),
            self._anchor(fault.element) + (f"/@{fault.attribute}" if fault.attribute else ""),
        )

    def _anchor(self, element: etree._Element) -> str:
        """Return the names of elements from the closest one with an id, which stands for itself, to this one."""
        known = self._anchors.get(element)
        if known is None:
            above = element.getparent()
            if id := element.get("id"):
                known = f"#{id}"
            else:
                known = _name(element) if above is None else f"{self._anchor(above)}/{_name(element)}"
            self._anchors[element] = known
        return known

    def xpath(self, fault: Fault) -> str:
        """Return where a fault is in the tree: the path of an element, or of an attribute."""
        self._asked += 1
        few = self._asked <= MOST_ASKED
        found = self.tree.getpath(fault.element) if few else self._paths.of(fault.element)
        return f"{found}/@{fault.attribute}" if fault.attribute else found


def clip(text: str, most: int) -> str:
    """Return a text, its end cut off if it has more characters than `most`."""
    return text if len(text) <= most else text[: most - 1] + "…"
