"""Parse a document of any length piece by piece, by the same policy as `parsing`."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO, cast

from lxml import etree

from jatskit.errors import NotWellFormed, UnreadableSource
from jatskit.schema import kinds
from jatskit.schema.parsing import (
    DOCTYPE,
    NAMESPACES,
    SAFE,
    LogEntry,
    NothingOutside,
    declaring,
    not_in,
    parse,
    refused,
    wide_codec,
)
from jatskit.schema.text import root_starts_at

#: How many bytes of a long document are read at a time, and the most that may stand before its root element.
PIECE, MOST_PROLOG = 1 << 16, 1 << 22

_TAG = re.compile(rb"<(?:(?P<prefix>[^\s:/<>]++):)?+(?P<local>[^\s:/<>]++)")
_NUMERIC = re.compile(rb"&#(x[0-9A-Fa-f]{1,8}|[0-9]{1,8});")
_HIDDEN = re.compile(rb"<(?:[^\s:/<>]++:)?+article[\s/>\"'&]")


class LacksNamespaces(Exception):
    """A document uses prefixes that only its DTD declares."""


def parsed(file: BinaryIO, name: str, prefixes: list[str] | None) -> Iterator[etree._Element]:
    """Parse a document of any length piece by piece; after each piece, yield its root as far as it was read.

    The caller takes away what it has seen: the last node of an element that may not have ended must stay. When all is
    read, the root is yielded once more. `prefixes` are declared as the DTD does it. Raises `LacksNamespaces` if some
    are wanted and none were looked for (None), and otherwise what `parse` raises.
    """
    file.seek(0)
    pieces, encoding = _pieces(file, name)
    head = b"".join(islice(pieces, MOST_PROLOG // PIECE))
    start = _root_start(head, name)
    doctype = DOCTYPE.match(head)
    _refuse_hidden_roots(head[:start], name)
    root = None if _is_article(head, start) else _stand_in(head, start)
    if doctype:
        head = declaring(head, doctype, prefixes or [], whole=False)
    # With `recover`, an error leaves what was read before it in peace; it ends the parsing below.
    options = SAFE | {"encoding": encoding, "recover": True}
    making_nothing: Any = {"target": _Nothing()}
    parser: Any = etree.XMLParser(**making_nothing, **options)
    if root is None:
        parser = etree.XMLPullParser(("start",), tag="{*}article", **options)
    parser.resolvers.add(NothingOutside())

    def look_for_errors() -> None:
        log = cast("Iterable[LogEntry]", parser.feed_error_log)
        errors = [entry for entry in log if entry.level_name in ("ERROR", "FATAL")]
        if doctype and prefixes is None and any(error.type_name == "NS_ERR_UNDEFINED_NAMESPACE" for error in errors):
            raise LacksNamespaces
        if errors:
            raise refused(errors, name, head, doctype)

    article: etree._Element | None = None
    for piece in chain((head[at : at + PIECE] for at in range(0, len(head), PIECE)), pieces):
        parser.feed(piece)
        if len(parser.feed_error_log):
            look_for_errors()
        for _, element in parser.read_events() if root is None else ():
            article = element if article is None else article
        if article is not None:
            yield article
    try:
        article = parser.close()
    except etree.XMLSyntaxError:
        look_for_errors()
        raise refused([], name, head, doctype) from None
    look_for_errors()
    last = article if root is None else root
    if last is not None:
        yield last


class _Nothing:
    """Makes nothing of a document, so that only the parser's errors come of it."""

    def close(self) -> None:
        """Return nothing."""


def _root_start(head: bytes, name: str) -> int:
    """Return the offset of the root element's start tag; refuse a document that does not come to it."""
    mark = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    start = mark + root_starts_at(head[mark:].decode("latin-1"))
    if start >= len(head) >= MOST_PROLOG:
        said = f"has more than {MOST_PROLOG // 1024 // 1024} MB before its root element"
        raise NotWellFormed(name, said, "Take that out.", kind=kinds.LIMITS.id)
    return start


def _is_article(head: bytes, start: int) -> bool:
    """Whether the root element is called so; a document without one is taken for an article, too."""
    tag = _TAG.match(head, start)
    return tag is None or tag["local"] == b"article"


def _stand_in(head: bytes, start: int) -> etree._Element | None:
    """Return an element that is called as the root is, in a document with the same prolog; None if there is no such."""
    tag = _TAG.match(head, start)
    if tag is None:
        return None
    colon = b":" if tag["prefix"] else b""
    prefix = tag["prefix"] or b""
    declared = b' xmlns:%b="urn:x"' % prefix if prefix else b""
    try:
        return parse(head[:start] + b"<%b%b%b%b/>" % (prefix, colon, tag["local"], declared), "").getroot()
    except UnreadableSource:
        return None


def _refuse_hidden_roots(prolog: bytes, name: str) -> None:
    """Refuse an entity that holds an <article>, which the root would be taken for."""
    if b"<!ENTITY" not in prolog:
        return
    text = _NUMERIC.sub(_character, prolog)
    if _HIDDEN.search(text):
        raise NotWellFormed(name, "an entity holds an <article>", kind=kinds.LIMITS.id)


def _character(reference: re.Match[bytes]) -> bytes:
    """Return the ASCII character that a reference stands for; any other as a blank."""
    number = int(reference[1][1:], 16) if reference[1][:1] == b"x" else int(reference[1])
    return bytes([number]) if number < 128 else b" "


def prefixes_in(file: BinaryIO) -> list[str]:
    """Return the prefixes of JATS that a document uses, or may use."""
    file.seek(0)
    used, last = set(), b""
    while piece := file.read(PIECE):
        last += piece
        used |= {prefix for prefix in NAMESPACES if f"{prefix}:".encode() in last}
        last = last[-8:]
    return [prefix for prefix in NAMESPACES if prefix in used]


def _pieces(file: BinaryIO, name: str) -> tuple[Iterator[bytes], str | None]:
    """Return a document's bytes, piece by piece and in an encoding that extends ASCII; and its name as `readable` does."""
    first = file.read(PIECE)
    codec = wide_codec(first, name) if first.strip() or len(first) < PIECE else None
    bare = chain((first,), iter(lambda: file.read(PIECE), b""))
    return (bare, None) if codec is None else (_converted(bare, codec, name), "utf-8")


def _converted(pieces: Iterable[bytes], codec: str, name: str) -> Iterator[bytes]:
    decoder, mark = codecs.getincrementaldecoder(codec)(), "\ufeff"
    try:
        for piece in pieces:
            text = decoder.decode(piece)
            yield text.removeprefix(mark).encode()
            mark = mark if not text else "\0"
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise not_in(codec, name, error) from error
