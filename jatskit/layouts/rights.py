"""How pages say who holds the rights of an article, and what readers may do with it."""

from __future__ import annotations

import re

from jatskit.layouts.words import Words

#: The address of a Creative Commons licence.
LICENCE_ADDRESS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/licen[sc]es/(?P<code>by(?:-nc)?(?:-nd|-sa)?)/(?P<version>[1-4]\.[05])(?![\d.])/?",
    re.IGNORECASE,
)
#: Its name, with its version: `CC BY-NC 4.0`, `Creative Commons Attribution-NonCommercial 4.0 International License`.
_CONDITIONS = r"(?P<nc>[\s–-]{0,3}(?:nc\b|non[\s-]?commercial))?(?P<more>[\s–-]{0,3}(?:nd\b|sa\b|no[\s-]?deriv\w{0,7}|share[\s-]?alike))?"
LICENCE_NAME = re.compile(
    rf"(?:\bcc[\s-]{{0,2}}by\b|\bcreative commons (?:licen[sc]e )?(?:\(?cc[\s-]by\)? )?(?:attribution|by)\b){_CONDITIONS}"
    r"(?: (?:international|unported|licen[sc]e))?,?\s?(?:\((?:https?://[^\s()]{1,80}|cc[\s-]by[a-z-]{0,6})\)\s)?(?:version |v)?"
    r"(?P<version>[1-4]\.[05])(?![\d.])",
    re.IGNORECASE,
)
#: What a line says that speaks of the site, and not of the article.
OF_THE_SITE = Words(
    "unless otherwise | except where otherwise | this site | this website | all content on | all rights reserved. no part | "
    "rights and permissions policy | learn more about"
)
#: A line of copyright: the year and the holder.
COPYRIGHT = re.compile(
    r"(?:copyright\s?:?\s{0,2}(?:©|\(c\))?|©|\(c\))\s{0,2}(?:the author\(s\),? )?(?P<year>(?:19|20)\d\d)[,.:]?\s{1,3}(?:by\s)?"
    r"(?P<holder>[^\W\d_](?:[^.;|©\n]|(?<=[\s.][^\W\d_])\.){1,90}?(?:\b(?:al|Inc|Ltd|Co|Corp|B\.V|S\.A)\.)?)"
    r"(?=\s?(?:$|[;|]|(?<![\s.][^\W\d_])\.|,? licensee\b|,? published by\b|,? this (?:is|article|work)\b|,? all rights\b|,? distributed\b)"
    r"|(?<=\.)(?<![\s.][^\W\d_]\.)\s)",
    re.IGNORECASE,
)
#: Holders that are none.
NO_HOLDER = Words(
    "all rights | published | this | licensee | distributed | open access | licen[sc]e | terms | privacy | cookies"
)
#: Words near the address of a licence that say whose it is.
OF_THE_ARTICLE = Words(
    "this article | this work | this paper | open access | open-access | distributed under | licensed under | the terms of the"
)


def licence_address(text: str) -> str | None:
    """Return the address of the Creative Commons licence that a text names or links, as Creative Commons writes it."""
    match = LICENCE_ADDRESS.search(text) or LICENCE_NAME.search(text)
    if match is None:
        return None
    groups = match.groupdict()
    code = str(groups.get("code") or "").lower()
    if not code:
        more = (groups.get("more") or "").lower()
        kind = "" if not more else "-sa" if "sa" in more or "share" in more else "-nd"
        code = f"by{'-nc' if groups.get('nc') else ''}{kind}"
    return f"https://creativecommons.org/licenses/{code}/{match['version']}/"
