"""Documents to check: one with faults, one without."""

from __future__ import annotations

DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3 v1.3 20210610//EN"'
    ' "JATS-archivearticle1-3-mathml3.dtd">'
)


def document(meta: str = "", before: str = "", body: str = "<p>Text.</p>") -> bytes:
    """Return an article with this in its `article-meta`, and in its body."""
    return (
        f'{DOCTYPE}\n{before}<article article-type="research-article" dtd-version="1.3" xml:lang="en">\n'
        f"<front><article-meta>{meta}</article-meta></front>\n<body>{body}</body>\n</article>\n"
    ).encode()


DOI = '<article-id pub-id-type="doi">10.1234/salmo.5</article-id>'
#: An address in place of the DOI; a misspelt element in the body.
FAULTY = document(DOI.replace("10.", "https://doi.org/10."), body="<p>Text.</p>\n<lizt/>")
