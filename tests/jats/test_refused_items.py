"""After a value of a list is left out, the accounts of the others have the addresses that they have in the model."""

from __future__ import annotations

from typing import cast

from jatskit.jats import read_jats
from jatskit.jats.document import Original, accounted
from jatskit.protocols import Source

XML = """<article article-type="research-article"><front><journal-meta>
<issn>1234-0000</issn><issn>2049-3630</issn><issn>nothing</issn><issn>1234-5679</issn>
</journal-meta><article-meta><title-group><article-title>T</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name/></contrib>
<contrib contrib-type="author"><name><surname>Doe</surname></name></contrib></contrib-group>
<aff id="a 1">Here</aff><aff id="a2">There</aff>
</article-meta></front></article>"""


def test_the_accounts_have_the_models_addresses() -> None:
    reading = read_jats(Source.from_bytes(XML.encode(), "a.xml"))
    rows = {str(row["xpath"]): (row["fate"], row["path"]) for row in accounted(cast("Original", reading.original))}
    journal = reading.article.journal
    assert journal is not None
    issns = "/article/front[1]/journal-meta[1]/issn"
    for number, index in ((2, 0), (4, 1)):
        assert rows[f"{issns}[{number}]"] == ("bound", f"journal.issns[{index}]")
    assert [rows[f"{issns}[{number}]"][0] for number in (1, 3)] == ["not bound", "not bound"]
    assert len(journal.issns) == 2
    people = "/article/front[1]/article-meta[1]/contrib-group[1]/contrib"
    assert rows[f"{people}[1]"][0] == "not bound"
    assert rows[f"{people}[2]"] == ("bound", "contributors[0]")
    assert rows[f"{people}[2]/name[1]/surname[1]"][0] == "bound"
    places = "/article/front[1]/article-meta[1]/aff"
    assert rows[f"{places}[1]"][0] == "bound"
    assert rows[f"{places}[1]/@id"][0] == "not bound"
    assert rows[f"{places}[2]/@id"][0] == "bound"
