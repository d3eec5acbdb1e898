"""Invented JATS documents that hold what the model has no place for, written in all the ways that XML allows."""

from __future__ import annotations

from jatskit.schema.catalogue import Target

NAMESPACES = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"'


def doctype(name: str, subset: str = "") -> str:
    target = Target.parse(name)
    return f'<!DOCTYPE article PUBLIC "{target.public_id}" "{target.system_id}"{subset}>'


FRONT = """<front><journal-meta><journal-id journal-id-type="publisher-id">tide</journal-id>
<journal-title-group><journal-title>Tidal Letters</journal-title></journal-title-group>
<issn pub-type="epub">1234-5679</issn>
<publisher><publisher-name>Harbour Press</publisher-name></publisher></journal-meta>
<article-meta>
<article-id pub-id-type="doi">10.1234/tide.7</article-id>
<title-group><article-title>Spring <italic>tides</italic> &amp; neap</article-title>
<alt-title alt-title-type="running">Tides</alt-title></title-group>
<contrib-group><contrib contrib-type="author" id="c1"><name><surname>Vale</surname><given-names>Ann</given-names></name>
<xref ref-type="fn" rid="n1"><sup>*</sup></xref></contrib></contrib-group>
<author-notes><fn id="n1"><p>Deceased.</p></fn></author-notes>
<pub-date pub-type="epub"><year>2014</year></pub-date>
<volume>3</volume><fpage>1</fpage>
<abstract><p>Water &#x2014; and <sc>moon</sc>.</p></abstract>
</article-meta></front>"""

BODY = """<body><sec id="s1"><title>One</title><p>Mixed <bold>and <italic>nested</italic> words</bold> with
 <inline-formula><mml:math><mml:mi>x</mml:mi><mml:mo>&lt;</mml:mo><mml:mn>1</mml:mn></mml:math></inline-formula>,
a <xref ref-type="bibr" rid="r1">1</xref>.<!-- a comment --><?break here?></p>
<p><![CDATA[Raw <b> & text]]></p></sec></body>"""

BACK = """<back><ack><p>Thanks to the moon.</p></ack><ref-list><title>Works</title><ref id="r1"><label>1</label>
<mixed-citation publication-type="book">Poe N. <source>Seas</source>. <year>1999</year>.</mixed-citation></ref></ref-list></back>"""


def document(
    name: str, front: str = FRONT, body: str = BODY, back: str = BACK, prolog: str = "", subset: str = ""
) -> bytes:
    version = Target.parse(name).dtd_version
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}{doctype(name, subset)}\n<!-- before the root -->\n'
        f'<article {NAMESPACES} article-type="research-article" dtd-version="{version}" xml:lang="en">{front}{body}{back}'
        "</article>\n<?after the-root?>\n"
    ).encode()


#: A document of NLM 2.3, with what has got other names and places since.
OLD = document(
    "publishing-nlm-2.3",
    front="""<front><journal-meta><journal-id journal-id-type="nlm-ta">Tide</journal-id><journal-title>Tidal Letters</journal-title>
<abbrev-journal-title>Tidal Lett.</abbrev-journal-title><issn pub-type="ppub">1234-5679</issn></journal-meta>
<article-meta><article-id pub-id-type="doi">https://doi.org/10.1234/old</article-id>
<title-group><article-title>Old tides</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Vale</surname><given-names>A</given-names></name></contrib></contrib-group>
<pub-date pub-type="ppub"><year>2005</year></pub-date><volume>1</volume><fpage>3</fpage><lpage>9</lpage>
<copyright-statement>© Harbour Press</copyright-statement><copyright-year>2005</copyright-year>
<contract-num>42</contract-num><contract-sponsor>The Lighthouse Fund</contract-sponsor>
<custom-meta-wrap><custom-meta><meta-name>m</meta-name><meta-value>v</meta-value></custom-meta></custom-meta-wrap>
</article-meta></front>""",
    back="""<back><ref-list><ref id="r1"><label>1</label>
<citation citation-type="book">Poe N. <source>Seas</source>. <year>1999</year>.</citation></ref></ref-list></back>""",
)
