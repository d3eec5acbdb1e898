"""The types of the model's identifiers and addresses; each holds one canonical form."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from jatskit.identifiers import issn, orcid, ror
from jatskit.model.text import Line

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
#: What an id of an element may be.
XML_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"]+")


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} is not a language tag: one reads en, zh-Hans, pt-BR (BCP 47)")
    return value


def _xml_id(value: str) -> str:
    if not XML_ID.fullmatch(value):
        raise ValueError(f"{value!r} cannot be an id: a letter first, then letters, digits, '.', '-' and '_'")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise ValueError(f"{value!r} is not an e-mail address")
    return value


def _url(value: str) -> str:
    if not _URL.fullmatch(value):
        raise ValueError(f"{value!r} is not a URL: one starts with a scheme such as https:")
    return value


Issn = Annotated[str, AfterValidator(issn)]
Orcid = Annotated[str, AfterValidator(orcid)]
Ror = Annotated[str, AfterValidator(ror)]
#: A language tag that is well formed by BCP 47, as `@xml:lang` takes it.
Language = Annotated[str, AfterValidator(_language)]
#: An id within the document, as XML's type ID takes it.
XmlId = Annotated[str, AfterValidator(_xml_id)]
Email = Annotated[Line, AfterValidator(_email)]
Url = Annotated[Line, AfterValidator(_url)]
