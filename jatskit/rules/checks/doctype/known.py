"""DOCTYPE-KNOWN."""

from __future__ import annotations

from jatskit.rules.rule import verdict
from jatskit.schema import kinds


@verdict(kinds.DOCTYPE_KNOWN)
def page() -> None:
    """The DOCTYPE names an official schema.

    What:
        The public identifier is that of one of the tag sets and versions of JATS, or of NLM's Publishing before it, letter
        by letter.
    Why:
        The identifier says which rules the document follows. If it is unknown, everybody who receives the document guesses.
    Fix:
        Write the identifier of the schema that the document follows; `jatskit schemas` lists them.
    Bad:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS Journal Publishing DTD v1.3//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article"/>
    Bad:
        <article article-type="research-article" dtd-version="1.3"/>
    Good:
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN"
            "JATS-journalpublishing1-3.dtd">
        <article article-type="research-article"/>
    Source:
        JATS, the catalogue of its DTDs; PMC File Submission Specifications.
    """
