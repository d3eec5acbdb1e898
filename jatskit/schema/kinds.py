"""What the parser and the schema can find, under the ids of the rules' catalogue; `rules/checks` has a page for each."""

from __future__ import annotations

from jatskit.findings import Kind, Severity

WELL_FORMED = Kind("XML-WF", Severity.ERROR, "The document is no well-formed XML.")
ENCODING = Kind("XML-ENC", Severity.ERROR, "The bytes are not in the encoding that the document declares.")
CHARACTERS = Kind("XML-CTRL", Severity.ERROR, "The document holds a character that XML or its readers cannot take.")
ENTITY_UNDECLARED = Kind("XML-ENTITY-UNDECL", Severity.ERROR, "A named entity is declared nowhere.")
ENTITY_EXTERNAL = Kind("XML-ENTITY-EXT", Severity.ERROR, "An entity stands for another file, which is never read.")
LIMITS = Kind("XML-LIMITS", Severity.ERROR, "The document is larger, deeper or more entangled than any article is.")
DOCTYPE_KNOWN = Kind(
    "DOCTYPE-KNOWN", Severity.WARNING, "The document names no schema that is known, so another was used."
)
FILE = Kind("SCHEMA-FILE", Severity.ERROR, "The document is not as a schema that was given demands.")
ROOT = Kind("SCHEMA-ROOT", Severity.ERROR, "The XML is not a JATS article: its root element is another.")
ELEMENT = Kind("SCHEMA-ELEMENT", Severity.ERROR, "The schema declares no element of this name.")
CONTENT = Kind(
    "SCHEMA-CONTENT", Severity.ERROR, "An element stands where it cannot, or one that is required is missing."
)
TEXT = Kind("SCHEMA-TEXT", Severity.ERROR, "Words stand where the schema allows elements only.")
ATTRIBUTE = Kind(
    "SCHEMA-ATTR", Severity.ERROR, "An attribute is not allowed, is missing, or has a value it cannot have."
)
ID = Kind("SCHEMA-ID", Severity.ERROR, "Two elements have the same id, or an id is not a proper name.")
IDREF = Kind("SCHEMA-IDREF", Severity.ERROR, "A reference names an id that no element has.")
