"""TRIAL-SOURCE-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.findings import Severity
from jatskit.rules.document import Document
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute


@rule("TRIAL-SOURCE-TYPE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """The link to a trial says that it leads to a registry of trials.

    What:
        `related-object` whose `source-id-type` is “registry-name” has `source-type="clinical-trials-registry"`.
    Why:
        Programs tell trials from other related things by it.
    Fix:
        Add it.
    Bad:
        <related-object id="o1" source-id="ClinicalTrials.gov" source-id-type="registry-name" document-id="NCT01234567"
            document-id-type="clinical-trial-number"/>
    Good:
        <related-object id="o1" source-type="clinical-trials-registry" source-id="ClinicalTrials.gov" source-id-type="registry-name"
            document-id="NCT01234567" document-id-type="clinical-trial-number"/>
    Source:
        JATS4R, Clinical trials.
    """
    for trial in document.all("related-object"):
        type = trial.get("source-type")
        if trial.get("source-id-type") == "registry-name" and type != "clinical-trials-registry":
            write = SetAttribute(trial, "source-type", "clinical-trials-registry")
            message = (
                f"the source of the trial is of the type “{type}”"
                if type
                else "the trial's source does not say that it is a registry"
            )
            repair = Repair("Write clinical-trials-registry", (write,), safe=not type)
            name = "source-type" if type else ""
            yield Fault(trial, message, "", name, type or "", "clinical-trials-registry", repair)
