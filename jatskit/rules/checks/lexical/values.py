"""SCHEMA-LEXICAL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.rules.document import HREF, XLINK, Document, strings, written
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_LANGUAGES = etree.XPath("//@xml:lang")
_ADDRESSES = etree.XPath("//@xlink:href", namespaces={"xlink": XLINK.strip("{}")})
#: A language as it is written in the file. That it begins with one letter alone makes the search faster.
_LANGUAGE = re.compile(rb"""x(?=ml:lang)ml:lang\s*+=\s*+["']([^"']*+)""")
#: RFC 5646, 2.1: language, script, region, variants, extensions, private use; or a tag of private use alone.
_TAG = re.compile(
    r"(?i)(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})){0,8}(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8}){1,8}){0,8}(?:-x(?:-[a-z0-9]{1,8}){1,8})?"
    r"|x(?:-[a-z0-9]{1,8}){1,8}"
)
#: ISO 639-2 and 639-3 codes of languages that have a code of two letters, which RFC 5646 (2.2.1) asks for.
_SHORT = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "chi": "zh", "zho": "zh", "dan": "da", "deu": "de",
    "ger": "de", "dut": "nl", "nld": "nl", "ell": "el", "gre": "el", "eng": "en", "est": "et", "eus": "eu", "baq": "eu",
    "fas": "fa", "per": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "glg": "gl", "heb": "he", "hin": "hi", "hrv": "hr",
    "hun": "hu", "ind": "id", "isl": "is", "ice": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lat": "la", "lav": "lv",
    "lit": "lt", "msa": "ms", "may": "ms", "nor": "no", "nob": "nb", "nno": "nn", "pol": "pl", "por": "pt", "ron": "ro",
    "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv", "tha": "th",
    "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "chinese": "zh", "japanese": "ja",
    "korean": "ko", "russian": "ru", "turkish": "tr", "polish": "pl", "arabic": "ar",
}  # fmt: skip
#: Characters that no address holds unless they are escaped (RFC 3986); brackets are let pass, for DOIs of the form SICI.
_FORBIDDEN = re.compile(r'[\s<>"{}|\\^`\x00-\x1f]')
#: An address in the file that may hold one of them, as itself or as a reference.
_SUSPECT = re.compile(
    rb"""href\s*+=\s*+(?:"[^"\s{}|\\^`&<>]*+(?:&amp;[^"\s{}|\\^`&<>]*+)*+[^"]"""
    rb"""|'[^'\s"{}|\\^`&<>]*+(?:&amp;[^'\s"{}|\\^`&<>]*+)*+[^'])"""
)
_ESCAPES = {letter: f"%{ord(letter):02X}" for letter in ' <>"{}|\\^`'}


@rule("SCHEMA-LEXICAL", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Languages and addresses are written in the form that their standards demand, which a DTD cannot check.

    What:
        `xml:lang` is a tag of BCP 47: two letters where the language has such a code, hyphens between the parts. `xlink:href` is an address
        of RFC 3986: no blanks, quotation marks, angle or curly brackets, and no whole one that ends in white space.
    Why:
        Browsers choose fonts, hyphenation and voices by the tag, and know no “eng” or “en_US”. An address with a
        blank is cut at it.
    Fix:
        Write the tag of the language; escape the characters in the address (a blank is %20).
    Bad:
        <p>See <italic xml:lang="eng">the end</italic>.</p>
    Bad:
        <p>See <ext-link ext-link-type="uri" xlink:href="https://example.org/my file">the file</ext-link>.</p>
    Good:
        <p>See <ext-link ext-link-type="uri" xlink:href="https://example.org/my%20file">the file</ext-link>
        in <italic xml:lang="zh-Hant">臺北</italic>.</p>
    Source:
        BCP 47 (RFC 5646); RFC 3986; JATS tag library, xml:lang and xlink:href.
    """
    # The file's text shows quickly whether any value may be wrong; the tree, which is slower, shows which.
    if not all(_is_language(value.decode("utf-8", "replace")) for value in set(_LANGUAGE.findall(document.source))):
        for value in strings(_LANGUAGES(document.tree)):
            if not _is_language(value) and (element := value.getparent()) is not None:
                yield _language(element, str(value))
    if _SUSPECT.search(document.source):
        for value in strings(_ADDRESSES(document.tree)):
            if _FORBIDDEN.search(value) and (element := value.getparent()) is not None and element.tag not in _FILES:
                yield _address(element, str(value))


_FILES = frozenset({"graphic", "inline-graphic", "media", "inline-media"})


def _is_language(tag: str) -> bool:
    return bool(_TAG.fullmatch(tag)) and tag.partition("-")[0].lower() not in _SHORT


def _language(element: etree._Element, tag: str) -> Fault:
    first, _, rest = tag.strip().replace("_", "-").partition("-")
    meant = _SHORT.get(first.lower(), first) + (f"-{rest}" if rest else "")
    right = _is_language(meant)
    repair = (
        Repair(f"Write xml:lang “{meant}”", (SetAttribute(element, "xml:lang", meant),), safe=True) if right else None
    )
    message = f"“{tag[:40]}” is no tag of a language" if tag.strip() else "xml:lang is empty"
    advice = "" if right else "Write a tag of BCP 47, such as en, pt-BR or zh-Hant."
    return Fault(element, message, advice, "xml:lang", tag, meant if right else "", repair)


def _address(element: etree._Element, href: str) -> Fault:
    whole = href.strip()
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in whole)
    name = written(element, HREF)
    # A blank inside is a line's end that was left in, or part of the name: nobody can tell.
    right = escaped and not _FORBIDDEN.search(escaped) and not any(letter.isspace() for letter in whole)
    repair = Repair(f"Write {escaped[:80]}", (SetAttribute(element, name, escaped),), safe=True) if right else None
    letter = _FORBIDDEN.search(href)
    what = "white space" if letter and letter[0].isspace() else f"“{letter[0]}”" if letter else ""
    message = f"the address “{href[:80]}” has {what} in it"
    return Fault(
        element,
        message,
        "" if right else "Take it out, or write %20 where it belongs to the address.",
        name,
        href,
        escaped if right else "",
        repair,
    )
