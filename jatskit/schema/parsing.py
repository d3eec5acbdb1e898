"""Parse XML that nobody vouches for: nothing outside the bytes is ever read, and what is wrong is said plainly.

Named entities and `xmlns:` defaults that only the DTD declares come from tables here. They are put in as an
internal subset, on the DOCTYPE's own line, so that line numbers stay those of the document.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5
from typing import Any, Protocol, cast

from lxml import etree

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.findings import Kind
from jatskit.protocols.files import has_more_parts
from jatskit.schema import kinds

#: The most bytes that a document may have.
MAX_BYTES = 64 * 1024 * 1024

#: The most tags, and twice as many attributes, of which a tree is made: it and its copies take some 600 bytes for each.
MOST_PARTS = 500_000

#: The namespaces whose prefixes every JATS DTD declares on the root element.
NAMESPACES = {
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

#: Where the entity sets of the JATS DTDs (the same in 1.1 to 1.4) differ from HTML's, or have more: name, character.
_OFFICIAL = (
    "Aacgr Ά Agr Α Bgr Β Dgr Δ EEacgr Ή EEgr Η Eacgr Έ Egr Ε Ggr Γ Hmacr H\u0304 Iacgr Ί Idigr Ϊ Igr Ι KHgr Χ "
    "Kgr Κ Lang 《 LeftAngleBracket 〈 LeftDoubleBracket 〚 Lgr Λ Mgr Μ Ngr Ν NotGreaterFullEqual ≦\u0338 "
    "OHacgr Ώ OHgr Ω Oacgr Ό Ogr Ο OverBar ¯ OverBrace ︷ OverParenthesis ︵ PHgr Φ PSgr Ψ Pgr Π Rang 》 "
    "Rgr Ρ RightAngleBracket 〉 RightDoubleBracket 〛 Sgr Σ THgr Θ Tgr Τ ThickSpace \u2009\u200a\u200a Uacgr Ύ Udigr Ϋ "
    "Ugr Υ UnderBar \u0332 UnderBrace ︸ UnderParenthesis ︶ Xgr Ξ Zgr Ζ aacgr ά agr α angst Å b.Delta 𝚫 "
    "b.Gamma 𝚪 b.Gammad Ϝ b.Lambda 𝚲 b.Omega 𝛀 b.Phi 𝚽 b.Pi 𝚷 b.Psi 𝚿 b.Sigma 𝚺 b.Theta 𝚯 b.Upsi 𝚼 b.Xi 𝚵 "
    "b.alpha 𝛂 b.beta 𝛃 b.chi 𝛘 b.delta 𝛅 b.epsi 𝛆 b.epsiv 𝛜 b.eta 𝛈 b.gamma 𝛄 b.gammad ϝ b.iota 𝛊 "
    "b.kappa 𝛋 b.kappav 𝛞 b.lambda 𝛌 b.mu 𝛍 b.nu 𝛎 b.omega 𝛚 b.phi 𝛗 b.phiv 𝛟 b.pi 𝛑 b.piv 𝛡 b.psi 𝛙 "
    "b.rho 𝛒 b.rhov 𝛠 b.sigma 𝛔 b.sigmav 𝛓 b.tau 𝛕 b.thetas 𝛉 b.thetav 𝛝 b.upsi 𝛖 b.xi 𝛏 b.zeta 𝛇 bgr β "
    "bsolhsub \\⊂ dgr δ eacgr έ eeacgr ή eegr η egr ε epsi ϵ epsiv ε franc ₣ gcaron ǧ ggr γ iacgr ί "
    "idiagr ΐ idigr ϊ igr ι jmath j kgr κ khgr χ lang 〈 langle 〈 lbbrk 〔 lgr λ loang 〘 lobrk 〚 mgr μ "
    "ngr ν oacgr ό ogr ο ohacgr ώ ohgr ω ohm Ω pgr π phgr φ phi ϕ phiv φ psgr ψ race ⧚ rang 〉 rangle 〉 "
    "rbbrk 〕 rgr ρ roang 〙 robrk 〛 sfgr ς sgr σ suphsol ⊃/ tgr τ thgr θ uacgr ύ udiagr ΰ udigr ϋ ugr υ "
    "varepsilon ε varphi φ xgr ξ zgr ζ"
)

_OTHER_FILES = (
    (b"\x1f\x8b", "gzip-compressed", "Decompress it first."),
    (b"PK\x03\x04", "a ZIP archive", "Take the XML file out of it first."),
    (b"%PDF", "a PDF file", "Give the XML file."),
    (b"\x89PNG", "an image", "Give the XML file."),
    (b"\xff\xd8\xff", "an image", "Give the XML file."),
)
#: How documents of more than a byte a character begin: what by, and the codec.
WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
# Every repetition is possessive or runs to the end of the data, so that hostile data costs linear time.
DOCTYPE = re.compile(
    rb"""(?s)\A(?:\xef\xbb\xbf)?+\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+)*+<!DOCTYPE\s++(?P<root>[^\s\[>]++)\s*+"""
    rb"""(?:PUBLIC\s*+(?:"[^"]*+"|'[^']*+')|SYSTEM)\s*+(?:"[^"]*+"|'[^']*+')\s*+(?P<open>\[)?+"""
)
#: An internal subset after its bracket, with the closing one.
SUBSET = re.compile(rb"""(?s)(?:<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\]"'<]++|<)*+\]""")
_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_COMMENT = re.compile(rb"(?s)<!--.*?(?:-->|\Z)")
_DECLARED = re.compile(rb"<!ENTITY\s++([^\s%]\S*)")
_REFERENCE = re.compile(rb"&([A-Za-z][\w.]*);")

SAFE: dict[str, Any] = {
    "resolve_entities": "internal",
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "collect_ids": False,
}
_PLAIN = {
    "ERR_DOCUMENT_EMPTY": "this is not XML: it does not begin with a tag",
    "ERR_DOCUMENT_END": "there is something after the end of the root element",
    "ERR_INVALID_ENCODING": "these bytes are not in the encoding that the document declares",
    "ERR_INVALID_CHAR": "a character that XML does not allow",
    "ERR_ATTRIBUTE_NOT_STARTED": "an attribute's value is not in quotation marks",
    "ERR_ATTRIBUTE_WITHOUT_VALUE": "an attribute has no value",
    "ERR_LT_IN_ATTRIBUTE": "a bare < in an attribute's value; write &lt;",
    "ERR_HYPHEN_IN_COMMENT": "-- inside a comment",
    "ERR_ENTITYREF_SEMICOL_MISSING": "a bare &, or a reference without its semicolon; for the character write &amp;",
    "ERR_ENTITY_LOOP": "an entity that contains itself",
    "ERR_RESERVED_XML_NAME": "the XML declaration is not the very first thing in the file",
}


class LogEntry(Protocol):
    """An entry of libxml2's error log, as lxml hands it on."""

    line: int
    column: int
    message: str
    type_name: str
    level_name: str
    path: str | None


@lru_cache(maxsize=1)
def entities() -> dict[str, str]:
    """Return the characters of every named entity that the JATS DTDs declare, by name."""
    table = {name[:-1]: text for name, text in html5.items() if name.endswith(";")}
    official = _OFFICIAL.split(" ")
    table.update(zip(official[::2], official[1::2], strict=True))
    return table


class NothingOutside(etree.Resolver):
    """Answer every request for an external DTD with an empty one.

    `load_dtd=False` is not enough: with `collect_ids=False` lxml (6.1.3) reads the DTD of a DOCTYPE all the same,
    from whatever local file its system identifier names.
    """

    def resolve(self, *request: Any, **_: Any) -> Any:
        """Return an empty DTD, whatever was asked for."""
        answer: Any = self.resolve_string
        return answer("<!-- -->", request[2])


def parse(data: bytes, name: str) -> etree._ElementTree:
    """Return the tree of an XML document that nobody vouches for; raise `UnreadableSource` if it is not one.

    `name` is what messages call the document. The tree's entities are resolved; its internal subset may hold
    declarations that the document did not have.
    """
    data, encoding = readable(data, name)
    _refuse_dense(data, name)
    doctype = DOCTYPE.match(data)
    tree, errors = _attempt(declaring(data, doctype, []) if doctype else data, encoding)
    if doctype and any(error.type_name == "NS_ERR_UNDEFINED_NAMESPACE" for error in errors):
        used = [prefix for prefix in NAMESPACES if f"{prefix}:".encode() in data]
        tree, errors = _attempt(declaring(data, doctype, used), encoding)
    if tree is not None:
        return tree
    if errors and errors[0].type_name == "ERR_INVALID_ENCODING" and (wrong := _wrong_byte(name, data, encoding)):
        raise wrong
    raise refused(errors, name, data, doctype)


def _refuse_dense(data: bytes, name: str) -> None:
    """Refuse a document of which too large a tree would be made."""
    if has_more_parts(data, MOST_PARTS):
        fault = f"has more tags and attributes than any article: {MOST_PARTS:,} are read"
        advice = "Take it into parts; with --target schema it is validated as it is."
        raise NotWellFormed(name, fault, advice, kind=kinds.LIMITS.id)


def refused(errors: list[LogEntry], name: str, data: bytes, doctype: re.Match[bytes] | None) -> NotWellFormed:
    """Return the error that tells what the parser said; `data` is the document, or as much of it as is at hand."""
    if not errors:
        return NotWellFormed(name, "is not well-formed XML")
    worst = errors[0]
    if worst.type_name == "ERR_INVALID_ENCODING":
        return NotWellFormed(name, _PLAIN[worst.type_name], "", worst.line, worst.column, kinds.ENCODING.id)
    fault, advice = _plain(worst, data, doctype), _advice(worst, doctype)
    return NotWellFormed(name, fault, advice, worst.line, worst.column, _kind(worst, data).id)


#: As `DOCTYPE`, with no external identifier, too; the subset is matched by `SUBSET`.
ANY_DOCTYPE = re.compile(
    rb"""(?s)<!DOCTYPE\s++[^\s\[>]++\s*+(?:(?:PUBLIC\s*+(?:"[^"]*+"|'[^']*+')|SYSTEM)\s*+(?:"[^"]*+"|'[^']*+')\s*+)?+"""
    rb"""(?P<open>\[)?+"""
)
_MISC = re.compile(rb"(?s)\s++|<\?(?P<instruction>.*?)\?>|<!--.*?-->")


@dataclass(frozen=True, slots=True)
class Prolog:
    """What stands before the root element: the DOCTYPE as it is written ("" if there is none), and what precedes it.

    `before` is how many comments and processing instructions do, the XML declaration not counted.
    """

    doctype: str
    before: int


def prolog_of(data: bytes, tree: etree._ElementTree) -> Prolog:
    """Return the prolog of a document that `parse` has read."""
    data, encoding = readable(data, "")
    info: Any = tree.docinfo
    at, before = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0, 0
    while match := _MISC.match(data, at):
        before += bool(match[0].strip()) and not (match["instruction"] or b"").startswith(b"xml ")
        at = match.end()
    doctype = ANY_DOCTYPE.match(data, at)
    if doctype is None:
        return Prolog("", 0)
    end = doctype.end()
    if doctype["open"]:
        subset = SUBSET.match(data, end)
        end = subset.end() if subset else end
    end = data.index(b">", end) + 1
    text = data[at:end].decode(encoding or info.encoding or "utf-8", "replace")
    return Prolog(text.replace("\r\n", "\n"), before)


def readable(data: bytes, name: str) -> tuple[bytes, str | None]:
    """Return the bytes in an encoding that extends ASCII, and its name if the document's own declaration is not it."""
    if len(data) > MAX_BYTES:
        fault = f"is too large: {len(data):,} bytes, and {MAX_BYTES:,} is the most"
        raise NotWellFormed(name, fault, "Take large parts out of it.", kind=kinds.LIMITS.id)
    codec = wide_codec(data, name)
    if codec is None:
        return data, None
    try:
        return data.decode(codec).removeprefix("\ufeff").encode(), "utf-8"
    except UnicodeError as error:
        raise not_in(codec, name, error) from error


def wide_codec(head: bytes, name: str) -> str | None:
    """Return the encoding that a document's first bytes speak for if it does not extend ASCII; refuse other files."""
    if not head[:1024].strip() and not head.strip():  # To strip a whole document is to copy it.
        raise UnreadableSource(f"{name} is empty")
    for magic, what, advice in _OTHER_FILES:
        if head.startswith(magic):
            raise UnreadableSource(f"{name} is {what}, not XML", advice)
    for start, codec in WIDE:
        if head.startswith(start):
            return codec
    if b"\0" in head[:1024]:
        raise UnreadableSource(f"{name} is a binary file, not XML")
    return None


def not_in(codec: str, name: str, error: UnicodeError) -> NotWellFormed:
    """Return the error of a document that is not in the encoding that its first bytes speak for."""
    return NotWellFormed(name, f"begins as {codec.upper()} and is not: {error}", kind=kinds.ENCODING.id)


def declaring(data: bytes, doctype: re.Match[bytes], prefixes: list[str], *, whole: bool = True) -> bytes:
    """Return the document with the declarations put in that it needs and does not have.

    If `data` are not the `whole` of it, any entity may be needed.
    """
    subset = SUBSET.match(data, doctype.end()) if doctype["open"] else None
    own = set(_DECLARED.findall(_COMMENT.sub(b"", subset[0]))) if subset else set()
    table = entities()
    used = set(_REFERENCE.findall(data)) if whole else {name.encode() for name in table}
    wanted = sorted({name.decode("ascii", "ignore") for name in used - own} & table.keys() - _XML)
    text = "".join(f'<!ENTITY {name} "{_escaped(table[name])}">' for name in wanted)
    if prefixes:
        defaults = " ".join(f'xmlns:{prefix} CDATA "{NAMESPACES[prefix]}"' for prefix in prefixes)
        text += f"<!ATTLIST {doctype['root'].decode('utf-8', 'replace')} {defaults}>"
    if not text:
        return data
    if not doctype["open"]:
        text = f"[{text}]"
    return data[: doctype.end()] + text.encode() + data[doctype.end() :]


def _escaped(text: str) -> str:
    """Write the value of an entity as character references; `&` and `<` doubly, as XML wants them."""
    return "".join(f"&#38;#{ord(c)};" if c in "&<" else f"&#{ord(c)};" for c in text)


def _attempt(data: bytes, encoding: str | None) -> tuple[etree._ElementTree | None, list[LogEntry]]:
    """Parse once: the tree, or the errors."""
    parser = etree.XMLParser(encoding=encoding, **SAFE)
    parser.resolvers.add(NothingOutside())
    try:
        return etree.fromstring(data, parser).getroottree(), []
    except etree.XMLSyntaxError:
        log = cast("Iterable[LogEntry]", parser.error_log)
        return None, [entry for entry in log if entry.level_name in ("ERROR", "FATAL")]


def _plain(error: LogEntry, data: bytes, doctype: re.Match[bytes] | None) -> str:
    """Say in plain words what is wrong where the parser stopped."""
    message = error.message.strip()
    if m := re.fullmatch(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", message):
        return f"</{m[3]}> closes <{m[1]}> of line {m[2]}"
    if m := re.match(r"Premature end of data in tag (\S+) line (\d+)", message):
        return f"the document ends before <{m[1]}> of line {m[2]} is closed"
    if m := re.match(r"Entity '([^']+)' not defined", message):
        if _is_external(m[1], data):
            return f"the entity {m[1]} stands for another file, which jatskit never reads"
        return f"the entity &{m[1]}; is not declared" + ("" if doctype else ", because the document has no DOCTYPE")
    if m := re.match(r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined", message):
        return f"the prefix {m[1]}: on <{m[2]}> is declared nowhere"
    if m := re.match(r"Attribute (\S+) redefined", message):
        return f"the attribute {m[1]} stands twice in one tag"
    if m := re.search(r"[Cc]har value (\d{1,9})\Z", message):
        return f"a character that XML does not allow, U+{int(m[1]):04X}"
    if m := re.match(r"Unsupported encoding:? ?(.*)", message):
        return f"the encoding {m[1][:40]} is unknown"
    if "amplification" in message:
        return "its entities expand to far more than the document itself (an entity bomb)"
    if "Excessive depth" in message:
        return "elements are nested more than 256 deep"
    if "Resource limit" in message:
        return "a text, a comment or a tag is longer than 10 MB"
    if message.startswith("xmlParseEntityRef"):
        return "a bare &; write &amp;"
    if message.startswith("StartTag: invalid element name"):
        return "a bare <, or a tag without a proper name; for the character itself write &lt;"
    return _PLAIN.get(error.type_name, message[:200])


#: An XML declaration that names an encoding.
DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>?]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")


def _wrong_byte(name: str, data: bytes, encoding: str | None) -> NotWellFormed | None:
    """Return the error of the first byte that the declared encoding does not have, as Python finds it."""
    declared = DECLARED.match(data)
    codec = encoding or (declared[1].decode() if declared else "utf-8")
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode(codec, "replace").removeprefix("\ufeff")) + 1
        said = f"the byte {data[error.start]:02X} is not {codec.upper()}"
        said += ", which the document declares" if declared else ", and the document declares no other encoding"
        advice = "Save the file as UTF-8, or declare the encoding that it has."
        return NotWellFormed(name, said, advice, before.count(b"\n") + 1, column, kinds.ENCODING.id)
    except LookupError:
        pass
    return None


def _is_external(entity: str, data: bytes) -> bool:
    """Whether a document declares an entity to be another file."""
    return (
        re.search(rb"<!ENTITY\s+(?:%\s+)?" + re.escape(entity.encode()) + rb"\s+(?:SYSTEM|PUBLIC)\b", data) is not None
    )


def _kind(error: LogEntry, data: bytes) -> Kind:
    """Return the kind of finding that an error of the parser's is."""
    if m := re.match(r"Entity '([^']+)' not defined", error.message):
        return kinds.ENTITY_EXTERNAL if _is_external(m[1], data) else kinds.ENTITY_UNDECLARED
    if error.type_name in _LIMITS or "amplification" in error.message or "Excessive depth" in error.message:
        return kinds.LIMITS
    return _KINDS.get(error.type_name, kinds.WELL_FORMED)


_LIMITS = frozenset({"ERR_RESOURCE_LIMIT", "ERR_ENTITY_LOOP", "ERR_NAME_TOO_LONG"})
_KINDS = {
    "ERR_UNSUPPORTED_ENCODING": kinds.ENCODING,
    "ERR_UNKNOWN_ENCODING": kinds.ENCODING,
    "ERR_INVALID_CHAR": kinds.CHARACTERS,
    "ERR_INVALID_CHARREF": kinds.CHARACTERS,
}


def _advice(error: LogEntry, doctype: re.Match[bytes] | None) -> str:
    """Say what to do about it, where that is not plain from the message."""
    if error.type_name.endswith("UNDECLARED_ENTITY"):
        return "Write the character itself." if doctype else "Write the character itself, or add the DOCTYPE."
    if error.type_name == "NS_ERR_UNDEFINED_NAMESPACE":
        return "Declare it on the root element with xmlns:…"
    return ""
