"""LINK-TYPE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import HREF, Document, words, written
from jatskit.rules.rule import rule
from jatskit.schema.faults import Change, Fault, Rename, Repair, SetAttribute

_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]{1,20}):")
_SCHEMES = frozenset(
    {"http", "https", "ftp", "sftp", "ftps", "doi", "info", "urn", "ark", "hdl", "tel", "git", "ssh", "news", "data"}
)
_RUNS = frozenset({"javascript", "vbscript", "data", "file"})
_TWICE = re.compile(r"https?:/?/?\s{0,3}(https?://\S{4,})")
_HOST = re.compile(
    r"(?:www\.[\w-]{1,63}|[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:org|com|net|edu|gov|int))(?:[./:?#]\S{0,2000})?"
)
_MEANT = {"url": "uri", "http": "uri", "https": "uri", "web": "uri", "www": "uri", "link": "uri"}


@rule("LINK-TYPE")
def look(document: Document) -> Iterator[Fault]:
    """A link says what kind it is and where it leads, and that is an address on the web.

    What:
        `ext-link` has `ext-link-type` (“uri” for an address) and `xlink:href`. The address begins with http, https or ftp: never
        with “javascript:”, and not twice, nor does it leave out the host. An e-mail address stands in `email`.
    Why:
        A link without its type is shown as plain text by some platforms, one without a scheme as a page of their own;
        one that runs a program is an attack on the reader.
    Fix:
        Write the type, and the whole address.
    Bad:
        <p>See <ext-link xlink:href="https://example.org/roe">the counts</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri">the counts</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri" xlink:href="javascript:open()">the counts</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri" xlink:href="www.example.org/roe">the counts</ext-link>.</p>
    Bad:
        <p>Write to <ext-link ext-link-type="uri" xlink:href="mailto:a@example.org">a@example.org</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri" xlink:href="http://https://example.org/roe">the counts</ext-link>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri" xlink:href="/salmo/4">the survey</ext-link>.</p>
    Good:
        <p>See <ext-link ext-link-type="uri" xlink:href="https://example.org/roe">the counts</ext-link>.</p>
    Source:
        PMC Tagging Guidelines, ext-link; SciELO PS, ext-link.
    """
    for link in document.all("ext-link"):
        type, href = link.get("ext-link-type"), link.get(HREF)
        if not type:
            found = "doi" if _is_bare_doi(href or "") else "uri" if _is_web(href or "") else ""
            write = Repair(f"Write ext-link-type “{found}”", (SetAttribute(link, "ext-link-type", found),), safe=True)
            yield Fault(
                link,
                f"the link “{words(link)[:60]}” does not say of what type it is",
                "" if found else "Add ext-link-type.",
                expected=found,
                repair=write if found else None,
            )
        elif type.lower() in _MEANT:
            meant = _MEANT[type.lower()]
            write = Repair(f"Write ext-link-type “{meant}”", (SetAttribute(link, "ext-link-type", meant),), safe=True)
            yield Fault(link, f"“{type}” is called “{meant}”", "", "ext-link-type", type, meant, write)
        if href is None or not href.strip():
            text = words(link)
            found = text if _is_web(text) else ""
            repair = Repair(f"Link to {found}", (SetAttribute(link, "xlink:href", found),)) if found else None
            yield Fault(
                link, f"the link “{text[:60]}” leads nowhere", "" if found else "Add xlink:href.", repair=repair
            )
        elif not (href.startswith(("http://", "https://")) and "http" not in href[4:]):
            yield from _address(link, href, type or "uri")
    for link in document.all("uri", "self-uri", "related-article", "related-object", "graphic", "media"):
        if (href := link.get(HREF)) and (scheme := _SCHEME.match(href)) and scheme[1].lower() in _RUNS:
            yield _dangerous(link, href, scheme[1])
    for link in document.all("uri"):
        if href := link.get(HREF):
            yield from _address(link, href, "uri")


def _address(link: etree._Element, href: str, type: str) -> Iterator[Fault]:
    name = written(link, HREF)
    scheme = _SCHEME.match(href)
    if scheme and scheme[1].lower() in _RUNS and link.tag == "ext-link":
        yield _dangerous(link, href, scheme[1])
    elif twice := _TWICE.fullmatch(href.strip()):
        repair = Repair(f"Link to {twice[1]}", (SetAttribute(link, name, twice[1]),))
        yield Fault(link, f"the address “{href[:80]}” begins twice", "", name, href, twice[1], repair)
    elif scheme and scheme[1].lower() == "mailto":
        mended: tuple[Change, ...] = (Rename(link, "email"),)
        if link.get("ext-link-type") is not None:
            mended += (SetAttribute(link, "ext-link-type", None),)
        plain = not len(link) and href[7:].strip() == (link.text or "").strip()
        rename = Repair("Write it as <email>", mended, safe=True) if plain else None
        yield Fault(link, f"“{href[:80]}” is an e-mail address", "Write it as <email>.", name, href, repair=rename)
    elif not scheme and type == "uri" and _HOST.fullmatch(href.strip()):
        whole = f"https://{href.strip()}"
        repair = Repair(f"Link to {whole}", (SetAttribute(link, name, whole),))
        yield Fault(link, f"the address “{href[:80]}” has no http:// or https://", "", name, href, whole, repair)
    elif type in ("uri", "url") and href.startswith("/") and not href.startswith("//"):
        yield Fault(link, f"“{href[:80]}” is an address of some site only", "Write the whole address.", name, href)


def _dangerous(link: etree._Element, href: str, scheme: str) -> Fault:
    what = "runs a program" if "script" in scheme.lower() else "is no address on the web"
    return Fault(link, f"the link “{href[:60]}” {what}", "Link to an address.", written(link, HREF), href)


def _is_web(text: str) -> bool:
    return text.startswith(("http://", "https://", "ftp://")) and not any(letter.isspace() for letter in text)


def _is_bare_doi(text: str) -> bool:
    return text.startswith("10.") and "/" in text
