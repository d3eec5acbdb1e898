"""LINK-KNOWN-TYPE."""

from __future__ import annotations

from collections.abc import Iterator

from jatskit.rules.document import HREF, Document, words
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault, Repair, SetAttribute

_KNOWN = frozenset(
    {"aoi", "arrayexpress", "biomodels", "bmrb", "bsh", "cdd", "clinicaltrials", "clone", "dare", "ddbj/embl/genbank", "doi", "ebi:arrayexpress",
     "ebi:ena", "ec", "emblalign", "ensembl", "fmridc", "ftp", "gen", "genbank", "gene", "geneweaver:geneset", "genpept", "geo",
     "highwire", "hmh", "mgi", "mmdb", "ncbi:gene", "ncbi:geo", "ncbi:nucleotide", "ncbi:protein", "ncbi:pubchem-bioassay",
     "ncbi:pubchem-compound", "ncbi:pubchem-substance", "ncbi:refseq", "ncbi:reseq_gene", "ncbi:sra", "ncbi:structure", "ncbi:taxonomy", "nuccore",
     "omim", "pcsubstance", "pdb", "pgr", "pir", "pirdb", "pmc", "pmcid", "pmid", "pride", "pubchem", "pubmed", "sgd", "snp", "sprot",
     "swissprot", "tax", "uniprot", "uri", "url", "wbase", "webcite"}
)  # fmt: skip


@rule("LINK-KNOWN-TYPE")
def look(document: Document) -> Iterator[Fault]:
    """Links are of kinds that PMC knows.

    What:
        `ext-link-type` is one of PMC's values: “uri”, “doi”, “pmid”, the names of databases and so on. An e-mail address is no `ext-link`.
    Why:
        PMC makes the address of the link from it, and refuses what it does not know.
    Fix:
        Write “uri” where the link is an address; an e-mail address into `email`.
    Bad:
        <p>See <ext-link ext-link-type="weblink" xlink:href="https://example.org/salmo">the river's page</ext-link>.</p>
    Bad:
        <p>Write <ext-link ext-link-type="email" xlink:href="a.lind@example.org">to the author</ext-link>.</p>
    Good:
        <p>See <ext-link ext-link-type="uri" xlink:href="https://example.org/salmo">the river's page</ext-link>.</p>
    Source:
        PMC Tagging Guidelines, ext-link.
    """
    for link in document.all("ext-link"):
        type = link.get("ext-link-type", "").strip()
        if not type or type.lower() in _KNOWN:
            continue
        if type.lower() == "email":
            message = f"“{(link.get(HREF) or words(link))[:60]}” is an e-mail address"
            yield Fault(link, message, "Write it as <email>.", "ext-link-type", type)
            continue
        is_address = link.get(HREF, "").startswith(("http://", "https://"))
        repair = Repair("Write uri", (SetAttribute(link, "ext-link-type", "uri"),)) if is_address else None
        message = f"“{type[:40]}” is no kind of link that PMC knows"
        yield Fault(
            link,
            message,
            "" if repair else "Write uri, or one of PMC's list.",
            "ext-link-type",
            type,
            "uri" if repair else "",
            repair,
        )
