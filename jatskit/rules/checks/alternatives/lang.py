"""ALTERNATIVES-LANG."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import LANG, Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_WRAPPERS = ("name-alternatives", "collab-alternatives", "aff-alternatives", "citation-alternatives")


@rule("ALTERNATIVES-LANG")
def look(document: Document) -> Iterator[Fault]:
    """One of the alternatives is in the language of the article.

    What:
        Of the names, groups, affiliations or citations of one kind in `name-alternatives`, `collab-alternatives`, `aff-alternatives` and
        `citation-alternatives` that differ by `xml:lang`, exactly one has that of the article, or none written. Where one has
        `specific-use`, all have. Several citations of
        one kind differ by one of the two.
    Why:
        PMC shows the one in the language of the article, and does not know which otherwise.
    Fix:
        Write `xml:lang` on each.
    Bad:
        <contrib contrib-type="author"><name-alternatives><name xml:lang="ja"><surname>佐藤</surname></name><name xml:lang="fr">
            <surname>Sato</surname></name>
            </name-alternatives></contrib>
    Bad:
        <ref id="R1"><citation-alternatives><mixed-citation>Lind A. Rivers.</mixed-citation><mixed-citation>Lind A. Flüsse.</mixed-citation>
            </citation-alternatives></ref>
    Bad:
        <aff-alternatives id="aff1"><aff specific-use="print">Hull</aff><aff>Hull, UK</aff></aff-alternatives>
    Good:
        <contrib contrib-type="author"><name-alternatives><name xml:lang="ja"><surname>佐藤</surname></name><name xml:lang="en">
            <surname>Sato</surname></name>
            </name-alternatives></contrib>
    Source:
        PMC Tagging Guidelines, name-alternatives, aff-alternatives and citation-alternatives.
    """
    own = _primary(document.root.get(LANG) or "en")
    for wrapper in document.all(*_WRAPPERS):
        groups: dict[str, list[etree._Element]] = {}
        for child in wrapper.iterchildren("*"):
            if child.get("content-type") != "index":
                groups.setdefault(str(child.tag), []).append(child)
        for name, members in groups.items():
            if len(members) > 1 and (said := _judged(members, own, name, wrapper.tag == "citation-alternatives")):
                yield Fault(wrapper, said, "Write xml:lang on each.")


def _judged(members: list[etree._Element], own: str, name: str, is_citation: bool) -> str:
    langs = [member.get(LANG) for member in members]
    uses = [member.get("specific-use") for member in members]
    if any(langs):
        of_article = sum(lang is None or _primary(lang) == own for lang in langs)
        if of_article != 1:
            return f"{of_article or 'none'} of the <{name}> {'are' if of_article else 'is'} in “{own}”, the language of the article"
    elif any(uses):
        return f"some of the <{name}> do not say what they are for" if not all(uses) else ""
    elif is_citation:
        return f"the {len(members)} <{name}> of one work do not say how they differ"
    return ""


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
