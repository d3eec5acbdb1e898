"""TRIAL-OBJECT."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

_STAGES = frozenset({"pre-results", "results", "post-results"})
_SOURCES = frozenset({"crossref-doi", "registry-name"})
_NUMBERS = frozenset({"clinical-trial-number", "doi"})
#: How the numbers of the large registries read.
_FORMS = {
    "NCT": re.compile(r"NCT\d{8}"),
    "ISRCTN": re.compile(r"ISRCTN\d{8}"),
    "ACTRN": re.compile(r"ACTRN\d{14}"),
    "DRKS": re.compile(r"DRKS\d{8}"),
}
_REGISTRY_DOI = re.compile(r"10\.18810/[a-z-]{2,40}")


@rule("TRIAL-OBJECT")
def look(document: Document) -> Iterator[Fault]:
    """A clinical trial is linked with its number and with the registry that gave it.

    What:
        `related-object` for a trial has `source-id-type` (“crossref-doi” or “registry-name”), `source-id`, `document-id-type`
        (“clinical-trial-number” or “doi”) and `document-id` with one number, in the form that the registry gives.
    Why:
        Crossref links all articles on a trial by this number, from its protocol to its results.
    Fix:
        Write the number alone, as in the registry; write each trial as a `related-object` of its own.
    Bad:
        <related-object content-type="results" document-id="NCT0012345, NCT0099999" document-id-type="clinical-trial-number"
        source-id="ClinicalTrials.gov" source-id-type="registry-name"/>
    Bad:
        <related-object content-type="results" document-id="NCT00123456" source-id="ClinicalTrials.gov"/>
    Good:
        <related-object content-type="results" document-id="NCT00123456" document-id-type="clinical-trial-number"
        source-id="ClinicalTrials.gov" source-id-type="registry-name"/>
    Source:
        JATS4R, Clinical trials; Crossref, linked clinical trials.
    """
    seen: dict[tuple[str, str], int] = {}
    for trial in document.all("related-object"):
        if (
            trial.get("content-type") not in _STAGES
            and trial.get("source-id-type") not in _SOURCES
            and trial.get("document-id-type") != "clinical-trial-number"
        ):
            continue
        yield from _registry(trial)
        yield from _number(trial)
        key = trial.get("document-id", "").strip(), trial.get("content-type", "")
        if key[0] and key in seen:
            yield Fault(trial, f"the trial {key[0][:40]} is there twice (line {seen[key]})", "Keep one.", value=key[0])
        seen.setdefault(key, trial.sourceline or 0)


def _registry(trial: etree._Element) -> Iterator[Fault]:
    type, source = trial.get("source-id-type"), trial.get("source-id", "").strip()
    if type not in _SOURCES:
        message = f"the trial's source-id-type is “{type}”" if type else "the trial has no source-id-type"
        advice = "Write “crossref-doi” or “registry-name”."
        yield Fault(trial, message, advice, "source-id-type" if type else "", type or "")
    if not source:
        yield Fault(trial, "the trial does not say which registry gave its number", "Add source-id.")
    elif type == "crossref-doi" and not _REGISTRY_DOI.fullmatch(source):
        message = f"“{source[:60]}” is not the DOI of a registry of the WHO"
        yield Fault(trial, message, "Write the DOI that Crossref lists for it.", "source-id", source, "10.18810/…")


def _number(trial: etree._Element) -> Iterator[Fault]:
    type, number = trial.get("document-id-type"), trial.get("document-id", "")
    if type not in _NUMBERS:
        message = f"the trial's document-id-type is “{type}”" if type else "the trial has no document-id-type"
        advice = "Write “clinical-trial-number” or “doi”."
        yield Fault(trial, message, advice, "document-id-type" if type else "", type or "")
    if not number.strip():
        yield Fault(trial, "the trial has no number", "Write it into document-id.")
        return
    if any(mark in number for mark in ",; "):
        message = f"“{number[:80]}” is more than one number"
        yield Fault(trial, message, "Write one number, alone.", "document-id", number)
        return
    for start, form in _FORMS.items():
        if number.upper().startswith(start) and not form.fullmatch(number):
            yield Fault(
                trial, f"“{number[:60]}” is no number that {start} gives", "See the registry.", "document-id", number
            )
