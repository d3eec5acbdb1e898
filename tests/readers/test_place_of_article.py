"""Where an article stands, as the pages of many platforms print it: lines above and below the title, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from jatskit.model import Article
from jatskit.protocols import Source
from jatskit.readers.page import read_page

TITLE = "Counting of invented pebbles along the shore of a lake that is not there"
_HEAD = f"{TITLE}\nJane Doe, John A. Roe\n"
_BODY = """Abstract
We looked at invented things for three years. The things were counted every month, and their number did not change.
"""


@dataclass(frozen=True)
class Printed:
    """Lines of a page, and the facts in them by name."""

    name: str
    above: str = ""
    below: str = ""
    foot: str = ""
    says: dict[str, object] = field(default_factory=dict)


PAGES = (
    Printed(
        "date-before-the-place",
        above="Environmental Pebbles\nSeptember 2015, Volume 22, Issue 18, pp 14021–14030 | Cite as\n",
        says={"journal": "Environmental Pebbles", "volume": "22", "issue": "18", "fpage": "14021", "lpage": "14030", "year": 2015},
    ),
    Printed(
        "day-before-the-journal",
        above="February 15, 2015 J Exp Pebb 218, 551-559.\n",
        says={"journal": "J Exp Pebb", "volume": "218", "fpage": "551", "lpage": "559", "year": 2015},
    ),
    Printed(
        "day-between-journal-and-volume",
        below="PEBS September 25, 2012 109 (39) 15888-15893;\n",
        says={"journal": "PEBS", "volume": "109", "issue": "39", "fpage": "15888", "lpage": "15893", "year": 2012},
    ),
    Printed(
        "day-above-the-volume",
        below="Pebble Science  24 Jan 2014:\nVol. 343, Issue 6169, pp. 425-428\n",
        says={"journal": "Pebble Science", "volume": "343", "issue": "6169", "fpage": "425", "year": 2014},
    ),
    Printed(
        "running-head",
        above="The Journal of Pebbles, June 15, 2005 • 25(24):5763–5773 • 5763\n\n",
        says={"journal": "The Journal of Pebbles", "volume": "25", "issue": "24", "fpage": "5763", "lpage": "5773", "year": 2005},
    ),
    Printed(
        "at-the-foot-below-a-day",
        foot="Proceedings of the Invented Society P: Pebbles\n22 June 2015\nVolume 282, issue 1809\n",
        says={"journal": "Proceedings of the Invented Society P: Pebbles", "volume": "282", "issue": "1809", "year": 2015},
    ),
    Printed(
        "one-word-above-a-volume-and-a-number",
        above="Exemplaria\nVolume 5\n e12444\n",
        says={"journal": "Exemplaria", "volume": "5", "number": "e12444"},
    ),
    Printed(
        "volume-issue-pages-without-a-year",
        above="Pebble Psychology Quarterly\n",
        below="Volume: 25 issue: 5, page(s): 1115-1122\n",
        says={"journal": "Pebble Psychology Quarterly", "volume": "25", "issue": "5", "fpage": "1115", "lpage": "1122"},
    ),
    Printed(
        "pages-behind-on",
        below="Volume: 58 Issue:11\nOn page(s): 5513 - 5526\nIssue Date: Nov. 2010\n",
        says={"volume": "58", "issue": "11", "fpage": "5513", "lpage": "5526", "year": 2010},
    ),
    Printed(
        "one-page-and-dates",
        below="Page(s): 351\nVolume: 7\n",
        says={"volume": "7", "fpage": "351"},
    ),
    Printed(
        "number-with-a-hyphen",
        below="Pebble Announc. 2016, 4(3), e00514-16\n",
        says={"journal": "Pebble Announc.", "volume": "4", "issue": "3", "number": "e00514-16", "year": 2016},
    ),
    Printed(
        "article-number",
        below="Scientific Pebbles volume 8, Article\u00a0number:\u00a03 (2018) Cite this article\n",
        says={"journal": "Scientific Pebbles", "volume": "8", "issue": None, "number": "3", "year": 2018},
    ),
    Printed(
        "journal-before-its-issn",
        foot="DOI: 10.5555/jip.8.2\nJournal of Invented Pebbles. ISSN: 2049-3630\n",
        says={"journal": "Journal of Invented Pebbles", "doi": "10.5555/jip.8.2"},
    ),
    Printed(
        "citation-with-small-initials",
        foot=f"How to Cite\nDoe, J. d. S., & Roe, J. A. (2021). {TITLE}. Pebblea, 48, e1272020. https://doi.org/10.5555/pebblea.48\n",
        says={"journal": "Pebblea", "volume": "48", "number": "e1272020", "year": 2021, "doi": "10.5555/pebblea.48"},
    ),
    Printed(
        "doi-with-a-button",
        foot=f"Cite this article\nDoe, J., Roe, J.A. {TITLE}. Pebb Stud 43, 345–361 (2021). https://doi.org/10.5555/ps-021Download citation\n",
        says={"journal": "Pebb Stud", "volume": "43", "fpage": "345", "lpage": "361", "year": 2021, "doi": "10.5555/ps-021"},
    ),
    Printed(
        "year-and-volume-glued",
        below="Pebbles in Processing201614:70\n",
        says={"journal": "Pebbles in Processing", "volume": "14", "fpage": "70", "year": 2016},
    ),
    Printed(
        "two-volumes",
        above="Pebble Sci Total. 2011 Nov 15;410-411:87-93. doi: 10.5555/pst.2011.09.012. Epub 2011 Oct 14.\n",
        says={"journal": "Pebble Sci Total", "volume": "410-411", "fpage": "87", "lpage": "93", "year": 2011},
    ),
    Printed(
        "supplement",
        above="Pebble Sci Total. 2011 Nov;25 Suppl 2:S12-8.\n",
        says={"journal": "Pebble Sci Total", "volume": "25", "issue": "Suppl 2", "fpage": "S12", "year": 2011},
    ),
    Printed(
        "each-part-on-its-line",
        below="Rev. Mod. Pebb. \n94\n, 045004 – \nPublished  6 December, 2022\n",
        says={"journal": "Rev. Mod. Pebb", "volume": "94", "number": "045004", "year": 2022},
    ),
    Printed(
        "parts-on-indented-lines-at-the-foot",
        foot="Introduction\n" + "Pebbles were counted on each day.\n" * 200
        + "This Article\n          doi:\n10.5555/jip.0.0265\n            JIP\n      \t    January 2003 \n\n\n            vol. 53 \n\n"
        "            no. 1 \n            1-2\n",
        says={"volume": "53", "issue": "1", "fpage": "1", "lpage": "2", "year": 2003, "doi": "10.5555/jip.0.0265"},
    ),
    Printed(
        "two-places-at-the-foot-are-other-articles",
        foot="Introduction\n" + "Pebbles were counted on each day.\n" * 200
        + "doi: 10.5555/jip.0.0265\n2003 vol. 53 no. 1 1-2\n2004 vol. 54 no. 3 7-9\n",
        says={"volume": None, "fpage": None},
    ),
    Printed(
        "a-book-that-the-text-cites",
        foot="Muster, M. O. (2001). Genus XVII. Fictum gen. nov. In A Manual of Pebbles that were Invented, 2nd edn, vol. 1, pp. 189–190.\n",
        says={"journal": None, "volume": None, "fpage": None},
    ),
    Printed(
        "authors-above-a-volume-are-no-journal",
        below="Max Mustermann\nVolume 12, Number 3\n",
        says={"journal": None, "volume": "12", "issue": "3"},
    ),
    Printed(
        "a-list-to-choose-from-is-no-journal",
        above="Journal:\nPebb. Rev. Lett.\nPebb. Rev. X\nRev. Mod. Pebb.\n",
        says={"journal": None},
    ),
    Printed(
        "words-and-numbers-are-no-pages",
        below="Volume 12 of the series on Ki-67 and p53\n",
        says={"fpage": None},
    ),
    Printed(
        "day-order-by-the-other-dates",
        foot="Received: 03/05/2011; Revised: 25/07/2011; Accepted: 02/08/2011\n",
        says={"received": (2011, 5, 3), "accepted": (2011, 8, 2)},
    ),
    Printed(
        "day-order-that-nothing-tells",
        foot="Received: 03/05/2011; Accepted: 02/08/2011\n",
        says={"received": None, "accepted": None},
    ),
    Printed(
        "dates-below-the-references",
        foot="References\n1. Example E. On pebbles. Pebb Stud. 2001;4:17-29.\n2. Muster M. On lakes. Pebb Stud. 2009;12:301-310.\n"
        "Received 4 March 2013; Accepted 12 June 2013\n",
        says={"received": (2013, 3, 4), "accepted": (2013, 6, 12)},
    ),
)  # fmt: skip


def _facts(article: Article) -> dict[str, object]:
    journal = article.journal
    dates = {date.type: (date.year, date.month, date.day) for date in article.history if date.month}
    return {
        "journal": journal.titles[0].text if journal and journal.titles else None,
        "year": article.publication_dates[0].year if article.publication_dates else None,
        "volume": article.volume,
        "issue": article.issue,
        "fpage": article.pages.first if article.pages else None,
        "lpage": article.pages.last if article.pages else None,
        "number": article.elocation_id,
        "doi": next((one.value for one in article.ids if one.type == "doi"), None),
        "received": dates.get("received"),
        "accepted": dates.get("accepted"),
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_place_is_read(page: Printed) -> None:
    text = page.above + _HEAD + page.below + _BODY + page.foot
    found = _facts(read_page(Source.from_bytes(text.encode(), "page.txt")).article)
    assert {name: found[name] for name in page.says} == page.says
