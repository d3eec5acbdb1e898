"""Schematron with the query languages of XSLT 2 and 3: made into one stylesheet, and run by SaxonC (the extra `schematron`).

Each pattern is a mode of its own, each rule a template in it whose priority says that it comes first; what fails is an
element of the result, with the place as `path()` writes it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from lxml import etree

from jatskit.errors import UnusableSchema
from jatskit.schema.files.schematron import SCH, XSL, SchematronFile, severity_of
from jatskit.schema.files.telling import Error

_STEP = re.compile(r"Q\{([^}]*)\}([^\[/]+)")
#: The prefixes that the ISO's own stylesheets declare in what they make, so schemas use them without declaring them.
_TYPES = {"xs": "http://www.w3.org/2001/XMLSchema", "xsd": "http://www.w3.org/2001/XMLSchema"}
_EXTRA = "Install it with pip install 'jatskit[schematron]'."


class Schematron2File(SchematronFile):
    """Schematron with XPath 2 or 3 in a file."""

    def __init__(self, name: str, root: etree._Element) -> None:
        super().__init__(name)
        try:
            from saxonche import PySaxonApiError, PySaxonProcessor
        except ImportError:
            raise UnusableSchema(f"{name} needs XPath 2, and saxonche is not installed", _EXTRA) from None
        self._failed: type[Exception] = PySaxonApiError
        self._processor: Any = PySaxonProcessor(license=False)
        for feature, value in (("allowedProtocols", "none"), ("allow-external-functions", "off")):
            self._processor.set_configuration_property(f"http://saxon.sf.net/feature/{feature}", value)
        try:
            stylesheet = etree.tostring(_Stylesheet(root).made(), encoding="unicode")
            self._run: Any = self._processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)
        except PySaxonApiError as error:
            words = " ".join(str(error).split())[:200]
            raise UnusableSchema(f"{name} is no Schematron that can be used: {words}") from None

    def errors(self, tree: etree._ElementTree, data: bytes) -> list[Error]:
        """Return the assertions that failed, and the reports that were made."""
        result = self.run(etree.tostring(tree.getroot(), encoding="unicode"))
        said: list[Error] = []
        for each in etree.fromstring(result.encode()).iter("said"):
            words = "".join(each.itertext()) or each.get("test", "")
            said.append((_xpath(each.get("path", "")), 0, words, "", severity_of(each.get("role", ""))))
        return said

    def run(self, text: str) -> str:
        """Return the result for a document without a DOCTYPE: an element `said` for each assertion and report."""
        try:
            document = self._processor.parse_xml(xml_text=text)
            result: str = self._run.transform_to_string(xdm_node=document)
        except self._failed as error:
            raise UnusableSchema(f"{self.name} cannot be run: {' '.join(str(error).split())[:200]}") from None
        return result


def _xpath(path: str) -> str:
    """Return what `path()` says as an expression of XPath 1."""
    plain = _STEP.sub(
        lambda match: (
            f"*[local-name()='{match[2]}' and namespace-uri()='{match[1]}']"
            if match.string[match.start() - 1] != "@"
            else f"*[local-name()='{match[2]}']"
        ),
        path,
    )
    return plain.partition("/text()")[0]


class _Stylesheet:
    """The stylesheet that a schema is made into."""

    def __init__(self, schema: etree._Element) -> None:
        self._schema = schema
        self._abstract = {p.get("id", ""): p for p in schema.iter(f"{SCH}pattern") if p.get("abstract") == "true"}
        spaces = {ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iter(f"{SCH}ns")}
        spaces = {prefix: uri for prefix, uri in spaces.items() if prefix and prefix != "xsl"}
        self._top = etree.Element(f"{XSL}stylesheet", {"version": "3.0"}, nsmap={**_TYPES, **spaces, "xsl": XSL[1:-1]})

    def made(self) -> etree._Element:
        """Return the stylesheet."""
        for child in self._schema.iterchildren(f"{XSL}*"):
            self._top.append(deepcopy(child))
        for let in self._schema.iterchildren(f"{SCH}let"):
            self._let(self._top, let, let.get("value", ""))
        start = etree.SubElement(self._top, f"{XSL}template", {"match": "/"})
        result = etree.SubElement(start, "result")
        patterns = [p for p in self._schema.iterchildren(f"{SCH}pattern") if p.get("abstract") != "true"]
        for number, pattern in enumerate(map(self._instance, patterns)):
            mode = f"pattern-{number}"
            etree.SubElement(result, f"{XSL}apply-templates", {"select": ".", "mode": mode})
            self._pattern(pattern, mode)
        return self._top

    def _instance(self, pattern: etree._Element) -> etree._Element:
        """Return a pattern as it is, or the abstract one that it is an instance of, with its parameters put in."""
        if not pattern.get("is-a"):
            return pattern
        found = self._abstract.get(pattern.get("is-a", ""))
        if found is None:
            raise UnusableSchema(f"there is no abstract pattern {pattern.get('is-a')!r}")
        made = deepcopy(found)
        values = {p.get("name", ""): p.get("value", "") for p in pattern.iterchildren(f"{SCH}param")}
        for element in made.iter("*"):
            for key, text in element.attrib.items():
                for name in sorted(values, key=len, reverse=True):
                    text = str(text).replace(f"${name}", values[name])
                element.set(key, text)
        return made

    def _pattern(self, pattern: etree._Element, mode: str) -> None:
        rules = list(pattern.iterchildren(f"{SCH}rule"))
        shared = {rule.get("id", ""): rule for rule in rules if rule.get("abstract") == "true"}
        concrete = [rule for rule in rules if rule.get("abstract") != "true"]
        for number, rule in enumerate(concrete):
            settings = {"match": rule.get("context", ""), "mode": mode, "priority": str(len(concrete) - number)}
            template = etree.SubElement(self._top, f"{XSL}template", settings)
            for let in pattern.iterchildren(f"{SCH}let"):
                self._let(template, let, f"root(.)/({let.get('value', '')})")
            self._rule(template, rule, shared, 0)
            _go_on(template, mode)
        rest = etree.SubElement(self._top, f"{XSL}template", {"match": "/|node()|@*", "mode": mode, "priority": "0"})
        _go_on(rest, mode)

    def _rule(
        self, template: etree._Element, rule: etree._Element, shared: dict[str, etree._Element], depth: int
    ) -> None:
        for child in rule.iterchildren("*"):
            if child.tag == f"{SCH}let":
                self._let(template, child, child.get("value", ""))
            elif child.tag == f"{SCH}extends" and child.get("rule") in shared and depth < 20:
                self._rule(template, shared[child.get("rule", "")], shared, depth + 1)
            elif child.tag in (f"{SCH}assert", f"{SCH}report"):
                test = child.get("test", "")
                wrong = test if child.tag == f"{SCH}report" else f"not({test})"
                tested = etree.SubElement(template, f"{XSL}if", {"test": wrong})
                said = etree.SubElement(tested, "said", {"role": _plain(child.get("role") or rule.get("role") or "")})
                path = etree.SubElement(said, f"{XSL}attribute", {"name": "path"})
                etree.SubElement(path, f"{XSL}value-of", {"select": "path(.)"})
                said.append(_words(child))

    def _let(self, into: etree._Element, let: etree._Element, value: str) -> None:
        variable = etree.SubElement(into, f"{XSL}variable", {"name": let.get("name", "")})
        if value and let.get("value"):
            variable.set("select", value)
        else:
            variable.extend(deepcopy(child) for child in let)


def _go_on(template: etree._Element, mode: str) -> None:
    etree.SubElement(template, f"{XSL}apply-templates", {"select": "@*|node()", "mode": mode})


def _plain(text: str) -> str:
    """Return a text so that it is no template of values in an attribute."""
    return text.replace("{", "{{").replace("}", "}}")


def _words(message: etree._Element) -> etree._Element:
    """Return what makes the words of a message: its text, and the values and names in it."""
    made = etree.Element("words")

    def add(element: etree._Element) -> None:
        _text(made, element.text)
        for child in element.iterchildren("*"):
            if child.tag == f"{SCH}value-of":
                etree.SubElement(made, f"{XSL}value-of", {"select": child.get("select", ".")})
            elif child.tag == f"{SCH}name":
                etree.SubElement(made, f"{XSL}value-of", {"select": f"name({child.get('path', '.')})"})
            else:
                add(child)
            _text(made, child.tail)

    add(message)
    return made


def _text(into: etree._Element, text: str | None) -> None:
    if text:
        etree.SubElement(into, f"{XSL}text").text = text
