"""XML that means harm, or that something went wrong with: each must be refused, or read, in one clear way.

Each case is a function that makes the bytes, so that the large ones take no room; `SPECIAL` are files that are none.
"""

from __future__ import annotations

import codecs
import gzip
import os
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.jats.documents import doctype, document

DOCTYPE = doctype("archiving-1.3-mathml2")
DATA = document("archiving-1.3-mathml2")
HEAD = f'<?xml version="1.0"?>\n{DOCTYPE}\n'
MB = 1024 * 1024


def article(inside: str, subset: str = "", attributes: str = "") -> bytes:
    opened = DOCTYPE[:-1] + f" [{subset}]>" if subset else DOCTYPE
    return (
        f'<?xml version="1.0"?>\n{opened}\n<article dtd-version="1.3"{attributes}><front><article-meta><title-group><article-title>'
        f"{inside}</article-title></title-group></article-meta></front></article>"
    ).encode()


def laughs(levels: int, times: int, parameter: bool = False) -> str:
    percent, mark = ("% ", "%") if parameter else ("", "&")
    text = f'<!ENTITY {percent}a0 "ha">'
    for level in range(levels):
        text += f"<!ENTITY {percent}a{level + 1} '{f'{mark}a{level};' * times}'>"
    return text


def nested(depth: int, tag: str = "sec") -> bytes:
    return HEAD.encode() + b"<article>" + f"<{tag}>".encode() * depth + f"</{tag}>".encode() * depth + b"</article>"


def declared(encoding: str, data: bytes = DATA) -> bytes:
    return data.replace(b'"UTF-8"', f'"{encoding}"'.encode())


CASES: dict[str, Callable[[], bytes]] = {
    # -- entities
    "billion laughs": lambda: article("&a9;", laughs(9, 10)),
    "billion laughs in an attribute": lambda: article("x", laughs(9, 10), ' id="&a9;"'),
    "billion laughs by parameter entities": lambda: article("x", laughs(9, 10, parameter=True) + "%a9;"),
    "a tower of entities": lambda: article("&a30;", laughs(30, 2)),
    "quadratic blow-up": lambda: article("&a;" * 50_000, f'<!ENTITY a "{"x" * 50_000}">'),
    "quadratic blow-up in an attribute": lambda: article("x", f'<!ENTITY a "{"x" * 50_000}">', f' id="{"&a;" * 50_000}"'),
    "quadratic blow-up with elements": lambda: article("&a;" * 5_000, f'<!ENTITY a "{"<bold>x</bold>" * 5_000}">'),
    "an entity of itself": lambda: article("&a;", '<!ENTITY a "&a;">'),
    "entities of each other": lambda: article("&a;", '<!ENTITY a "&b;"><!ENTITY b "&a;">'),
    "a parameter entity of itself": lambda: article("x", '<!ENTITY % a "%a;">%a;'),
    "an unknown entity": lambda: article("&nothing;"),
    "a bare ampersand": lambda: article("R & D"),
    "100,000 entities": lambda: article("x", "".join(f'<!ENTITY e{n} "x">' for n in range(100_000))),
    "100,000 references": lambda: article("&nbsp;&mdash;" * 100_000),
    "an entity with half an element": lambda: article("&a;", '<!ENTITY a "<bold>">'),
    # -- what lies outside
    "an external entity": lambda: article("&a;", '<!ENTITY a SYSTEM "file:///etc/passwd">'),
    "an external entity on the network": lambda: article("&a;", '<!ENTITY a SYSTEM "http://127.0.0.1:9/x">'),
    "an external entity that never ends": lambda: article("&a;", '<!ENTITY a SYSTEM "file:///dev/zero">'),
    "an external parameter entity": lambda: article("x", '<!ENTITY % a SYSTEM "file:///etc/passwd">%a;'),
    "a parameter entity on the network": lambda: article("x", '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x">%a;'),
    "an external DTD that never ends": lambda: b'<!DOCTYPE article SYSTEM "file:///dev/zero"><article/>',
    "a DTD on the network": lambda: b'<!DOCTYPE article SYSTEM "http://127.0.0.1:9/x.dtd"><article/>',
    "a DTD in another folder": lambda: b'<!DOCTYPE article SYSTEM "../../../../etc/passwd"><article/>',
    "an unparsed entity": lambda: article("x", '<!NOTATION g SYSTEM "g"><!ENTITY a SYSTEM "file:///etc/passwd" NDATA g>'),
    "XInclude": lambda: article('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'),
    "XInclude of itself": lambda: article('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href=""/>'),
    "a stylesheet": lambda: b'<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>' + DATA.split(b"?>", 1)[1].lstrip(),
    "an xml-model": lambda: b'<?xml-model href="http://127.0.0.1:9/x.rng"?>' + DATA.split(b"?>", 1)[1].lstrip(),
    "a schema location": lambda: article(
        "x", "", ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://127.0.0.1:9/x.xsd"'
    ),
    "an exfiltrating DTD": lambda: article(
        "&send;", '<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % e "<!ENTITY send SYSTEM \'http://127.0.0.1:9/%f;\'>">%e;'
    ),
    # -- depth and size
    "100,000 deep": lambda: nested(100_000),
    "a million deep, not closed": lambda: HEAD.encode() + b"<article>" * 1_000_000,
    "5,000 deep in inline markup": lambda: article("<bold>" * 5_000 + "x" + "</bold>" * 5_000),
    "255 deep": lambda: nested(250),
    "a text of 15 MB": lambda: article("x" * (15 * MB)),
    "an attribute of 15 MB": lambda: article("x", "", f' id="{"x" * (15 * MB)}"'),
    "a name of 5 MB": lambda: article(f"<{'x' * (5 * MB)}/>"),
    "a comment of 15 MB": lambda: article(f"<!--{'x' * (15 * MB)}-->"),
    "a processing instruction of 15 MB": lambda: article(f"<?x {'x' * (15 * MB)}?>"),
    "100,000 attributes": lambda: article("x", "", "".join(f' a{n}="x"' for n in range(100_000))),
    "a million attributes": lambda: article("x", "", "".join(f' a{n}="x"' for n in range(1_000_000))),
    "a million elements with ids": lambda: article("".join(f'<bold id="a{n}"/>' for n in range(1_000_000))),
    "a million siblings": lambda: document("archiving-1.3", body="<body>" + "<p/>" * 1_000_000 + "</body>"),
    "a million unknown siblings": lambda: document("archiving-1.3", body="<body>" + "<z/>" * 1_000_000 + "</body>"),
    "a million processing instructions": lambda: article("<?x?>" * 1_000_000),
    "a million comments": lambda: article("<!---->" * 1_000_000),
    "200,000 declared attributes": lambda: article("x", "".join(f"<!ATTLIST p a{n} CDATA #IMPLIED>" for n in range(200_000))),
    "100,000 parameter entities": lambda: article("x", "".join(f'<!ENTITY % p{n} "">%p{n};' for n in range(100_000))),
    "an entity that holds the root": lambda: article("&a;", '<!ENTITY a "&#60;article>x</article>">'),
    "100,000 namespaces": lambda: article("x", "", "".join(f' xmlns:n{n}="urn:{n}"' for n in range(100_000))),
    "100,000 empty elements": lambda: article("<break/>" * 100_000),
    "100,000 unknown elements": lambda: article("<x/>" * 100_000),
    "100,000 duplicate ids": lambda: article('<bold id="a"/>' * 100_000),
    "100,000 dangling references": lambda: article('<xref rid="a"/>' * 100_000),
    "a reference to 50,000 ids": lambda: article(f'<xref rid="{"a " * 50_000}"/>'),
    "50,000 names in a citation": lambda: DATA.replace(b"Poe N.", b"<string-name>A</string-name>" * 50_000),
    "20,000 contributors": lambda: DATA.replace(b"<author-notes>", b"<contrib-group><contrib><collab>A</collab></contrib></contrib-group>" * 20_000 + b"<author-notes>"),
    "a subset of comments": lambda: article("x", "<!-- ' -->" * 100_000),
    "a subset that does not end": lambda: DOCTYPE[:-1].encode() + b" [" + b"<!-- x --> \"" * 100_000,
    "a prolog of comments": lambda: b"<!-- x -->" * 300_000 + b"<article/>",
    "21 MB": lambda: b"<article>" + b" " * (21 * MB) + b"</article>",
    "a DOCTYPE of blanks": lambda: b"<!DOCTYPE article" + b" " * (5 * MB) + b"><article/>",
    # -- other files
    "a gzip bomb": lambda: gzip.compress(b"<article>" + b" " * (100 * MB)),
    "gzipped XML": lambda: gzip.compress(DATA),
    "deflated XML": lambda: zlib.compress(DATA),
    "a ZIP archive": lambda: b"PK\x03\x04" + bytes(1000),
    "a PDF": lambda: b"%PDF-1.7\n" + DATA,
    "random bytes": lambda: bytes((n * 7919 + n // 3) % 256 for n in range(100_000)),
    "nothing": lambda: b"",
    "blanks": lambda: b" \n\t" * 100,
    "HTML": lambda: b"<!DOCTYPE html><html><body><p>502<br></body></html>",
    "JSON": lambda: b'{"title": "x"}',
    "another root": lambda: b"<book/>",
    # -- encodings
    "UTF-8 with a mark": lambda: codecs.BOM_UTF8 + DATA,
    "UTF-16 with a mark": lambda: declared("UTF-16").decode().encode("utf-16"),
    "UTF-16 big-endian without a mark": lambda: declared("UTF-16").decode().encode("utf-16-be"),
    "UTF-16 cut within a letter": lambda: declared("UTF-16").decode().encode("utf-16")[:-1],
    "UTF-16 with a lone surrogate": lambda: declared("UTF-16").decode().replace("moon", "\ud800").encode("utf-16", "surrogatepass"),
    "UTF-32": lambda: declared("UTF-32").decode().encode("utf-32"),
    "UTF-32 without a mark": lambda: declared("UTF-32").decode().encode("utf-32-be"),
    "two marks that disagree": lambda: codecs.BOM_UTF16_LE + codecs.BOM_UTF8 + DATA,
    "UTF-8 that says UTF-16": lambda: declared("UTF-16"),
    "UTF-8 that says UCS-4": lambda: declared("ISO-10646-UCS-4"),
    "Latin-1 that says UTF-8": lambda: DATA.replace(b"Thanks", b"Merc\xed"),
    "Latin-1 that says so": lambda: declared("ISO-8859-1").replace(b"Thanks", b"Merc\xed"),
    "an unknown encoding": lambda: declared("no-such-encoding"),
    "a stateful encoding": lambda: declared("ISO-2022-JP").replace(b"Thanks", "\u6d77".encode("iso-2022-jp")),
    "UTF-7": lambda: declared("UTF-7"),
    "EBCDIC": lambda: declared("ebcdic-cp-us").decode("ascii", "ignore").encode("cp037", "replace"),
    "overlong UTF-8": lambda: DATA.replace(b"moon", b"\xc0\xbc"),
    "CESU-8": lambda: DATA.replace(b"moon", b"\xed\xa0\x80\xed\xb0\x80"),
    "GB 18030": lambda: declared("GB18030").decode().replace("moon", "\u6708").encode("gb18030"),
    # -- characters and truncations
    "a NUL": lambda: DATA.replace(b"moon", b"mo\0on"),
    "a NUL by reference": lambda: DATA.replace(b"moon", b"&#0;"),
    "a control character": lambda: DATA.replace(b"moon", b"\x1b[31m"),
    "a surrogate by reference": lambda: DATA.replace(b"moon", b"&#xD800;"),
    "a reference beyond Unicode": lambda: DATA.replace(b"moon", b"&#x110000;"),
    "a reference of a million digits": lambda: DATA.replace(b"moon", b"&#" + b"9" * 1_000_000 + b";"),
    "U+FFFF": lambda: DATA.replace(b"moon", "\uffff".encode()),
    "cut in the declaration": lambda: DATA[:10],
    "cut in the DOCTYPE": lambda: DATA[: DATA.index(b"DTD") + 3],
    "cut in a tag": lambda: DATA[: DATA.index(b"<article-meta>") + 6],
    "cut in an attribute": lambda: DATA[: DATA.index(b'pub-id-type="') + 13],
    "cut in a comment": lambda: DATA[: DATA.index(b"a comment")],
    "cut in a CDATA section": lambda: DATA[: DATA.index(b"Raw")],
    "cut in a text": lambda: DATA[: DATA.index(b"Thanks") + 3],
    "cut in a letter": lambda: DATA.replace(b"moon", "\u6708".encode())[: DATA.index(b"moon") + 2],
    "cut before the last tag": lambda: DATA[: DATA.index(b"</article>\n")],
    "twice": lambda: DATA + DATA,
    "XML 1.1": lambda: DATA.replace(b'version="1.0"', b'version="1.1"', 1),
    "a declaration that is not first": lambda: b"\n" + DATA,
    "an attribute twice": lambda: DATA.replace(b'article-type="research-article"', b'id="a" id="b"'),
    "an undeclared prefix": lambda: DATA.replace(b"<ack>", b"<no:ack>").replace(b"</ack>", b"</no:ack>"),
    "a reserved prefix": lambda: article("x", "", ' xmlns:xml="urn:x"'),
}  # fmt: skip


def _fifo(path: Path) -> None:
    os.mkfifo(path)


#: Names under which there is no file, and how they are made; they are read as they are.
SPECIAL: dict[str, Callable[[Path], None]] = {
    "a pipe that nobody writes": _fifo,
    "a folder": Path.mkdir,
    "a dangling link": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a device that never ends": lambda path: path.symlink_to("/dev/zero"),
    "an empty device": lambda path: path.symlink_to("/dev/null"),
}
