"""How time and memory grow with pages of HTML that mean harm, or that something went wrong with.

usage: python benchmarks/hostile_html.py [MEGABYTES...] [--only NAME]

For each soup and each size (1, 2 and 4 MB by default): seconds of processor time, and the peak of Python's memory in
MB. What grows more than with the size is no linear time.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from contextlib import suppress

from jatskit.errors import UnreadableSource
from jatskit.protocols import Source
from jatskit.readers.html import read_html

HEAD = (
    '<html><head><meta name="citation_title" content="On the growth of alloys"><meta name="citation_doi" content="10.1234/a">'
    '<meta name="citation_author" content="Lee, Ann"><title>On the growth of alloys | Journal of Tests</title></head><body>'
    "<h1>On the growth of alloys</h1>"
)
#: What is repeated until the page is large; {n} is a number that counts up.
SOUPS: dict[str, str] = {
    "nested tables": "<table><tr><td>",
    "nested tables with text": "<table><tr><td>a b ",
    "nested lists": "<ul><li>a 2001 ",
    "unclosed divisions": "<div class=a>",
    "unclosed paragraphs": "<p>Received: 1 May 2020 ",
    "unclosed inline elements": "<b>a",
    "line breaks": "<br>",
    "line breaks with text": "a<br>",
    "authors": '<meta name="citation_author" content="Lee, Ann">',
    "different authors": '<meta name="citation_author" content="Lee{n}, Ann">',
    "refused numbers": '<meta name="citation_issn" content="1234-5678">',
    "different refused numbers": '<meta name="citation_doi" content="10.1234/ {n}">',
    "dates": '<meta name="citation_date" content="31 February {n}">',
    "keywords": '<meta name="citation_keywords" content="alloy {n}; growth">',
    "titles": '<meta name="citation_title" content="On the growth of alloys">',
    "references in tags": '<meta name="citation_reference" content="citation_title=A {n}; citation_year=2001">',
    "abstracts": '<meta name="dc.description" content="We study the growth of alloys in the clusters of this system {n}.">',
    "headings": "<h2>Abstract</h2>a",
    "reference headings": "<h2>References</h2><p>a",
    "references": "<li>Lee A. The alloys of the world. J Tests 2001;{n}:2-3. <a href='#'>CrossRef</a></li>",
    "marked as authors": "<p class=author>Ann Lee, Jo Doe</p>",
    "marked as keywords": "<div class='keywords'>",
    "marked as the journal": "<a class='journal-title' href='journal'>Tests</a>",
    "marked as references": "<div class='ref-list references'>",
    "nested in what is marked as authors": "<div class=authors><a>Ann Lee</a>",
    "nested in what is marked as the abstract": "<div class=abstract>We study alloys.",
    "nested in what is marked as keywords": "<div class='keywords'><a>alloys</a>",
    "nested in what is marked as the journal": "<div class='journal-title'>Tests",
    "nested in breadcrumbs": "<div class='breadcrumb'><a>Tests</a>",
    "nested forms": "<form><h1>",
    "nested headings": "<h1>On the growth",
    "nested in references": "<div class='references'><ol><li>Lee A. Alloys. 2001",
    "tables below references": "<h2>References</h2><table><tr><td>",
    "frames": "<nav><footer><aside>a",
    "issues": "<p>Volume {n}, Issue 2, pages 3-4 (2001)</p>",
    "DOIs": "<p>https://doi.org/10.1234/a.{n}</p>",
    "labels": "<p><b>Keywords:</b> a; b; c</p>",
    "blanks": "&nbsp;",
    "brackets": "<a <b ",
    "open quotes": "<a b='",
    "comments": "<!-- a -->",
    "open comments": "<!--",
    "end tags": "</i>",
    "data": '<script type="application/ld+json">{{"@type":"ScholarlyArticle","headline":"a","author":[{{"name":"Ann Lee"}}]}}</script>',
    "words for links": "<li>View Search Show CAS CAS CAS CAS CAS Show Search View Search Show View 2001 alloys alloys alloys</li>",
    "letters": "received ",
    "digits": "2001 ",
    "Han letters": "摘要",
}
#: Pages that are one large thing: how it begins, what is repeated in it, how it ends.
WHOLE: dict[str, tuple[str, str, str]] = {
    "script": ("<script>", 'var a="<b>";', "</script>"),
    "open script": ("<script>", 'var a="<b>";', ""),
    "data of many authors": (
        '<script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"a","author":[', '{"name":"Ann Lee"},', "]}</script>",
    ),
    "nested data": ('<script type="application/ld+json">', '{"a":[', "</script>"),
    "nested objects": ('<script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"a"', ',"isPartOf":{"a":1', "</script>"),
    "state of a script": ("<script>window.a=", '{"article":{"title":"On the growth of alloys","authors":[{"name":"a"}]}},', "</script>"),
    "title": ("<title>", "a | b - ", "</title>"),
    "heading": ("<h1>", "alloy <i>b</i> ", "</h1>"),
    "attribute": ("<p class='", "author ", "'>a</p>"),
    "one author tag": ('<meta name="citation_authors" content="', "Lee, Ann; ", '">'),
    "one keyword tag": ('<meta name="keywords" content="', "alloy, ", '">'),
    "one abstract": ("<h2>Abstract</h2><p>", "We study alloys. ", "</p>"),
    "one reference": ("<h2>References</h2><ol><li>a b c d e 2001</li><li>", "<span>Lee A. Alloys. 2001.</span> ", "</li></ol>"),
    "one byline": ("<p class=authors>", "Ann Lee, ", "</p>"),
}  # fmt: skip


def page(name: str, size: int) -> bytes:
    """Return the page of that name, of about `size` characters."""
    before, repeated, after = WHOLE.get(name) or ("", SOUPS[name].replace("{{", "{").replace("}}", "}"), "")
    times = (size - len(HEAD)) // len(repeated)
    middle = "".join(repeated.replace("{n}", str(n)) for n in range(times)) if "{n}" in repeated else repeated * times
    return (HEAD + before + middle + after).encode()


def measured(data: bytes, *, memory: bool) -> tuple[float, float]:
    """Return the seconds of processor time that a page takes, and the peak of memory in MB if asked for."""
    if memory:
        tracemalloc.start()
    start = time.process_time()
    with suppress(UnreadableSource):
        read_html(Source.from_bytes(data, "page"))
    taken = time.process_time() - start
    peak = 0.0
    if memory:
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    return taken, peak


def main() -> None:
    """Print a row for each page: seconds at each size, how they grow, and the memory at the smallest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("megabytes", nargs="*", type=float, default=[1, 2, 4])
    parser.add_argument("--only", default="", help="part of a page's name")
    parser.add_argument("--memory", action="store_true", help="measure the peak of memory, too, which is slow")
    options = parser.parse_args()
    sizes = sorted(options.megabytes)
    for name in [*SOUPS, *WHOLE]:
        if options.only not in name:
            continue
        seconds = [measured(page(name, int(size * 1e6)), memory=False)[0] for size in sizes]
        grows = seconds[-1] / seconds[0] / (sizes[-1] / sizes[0])
        told = f"  {measured(page(name, int(sizes[0] * 1e6)), memory=True)[1]:7.1f} MB" if options.memory else ""
        print(f"{name:28s}" + "".join(f"{each:8.2f} s" for each in seconds) + f"  {grows:5.1f}{told}", flush=True)


if __name__ == "__main__":
    main()
