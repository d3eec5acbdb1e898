"""Lists that an extractor broke at links, italics and names: where an entry starts and where the list ends."""

from __future__ import annotations

import pytest

from jatskit.references import entries_of

#: A list as lines, `~` for the words of links between them; how each of its entries starts; each case is invented.
CASES = {
    "author, year, title and source on lines of their own": (
        """Doe, A., & Roe, B. C. (
2011
).
Counting pebbles in two invented rivers.
Journal of Pebbles
, 17,
15
–
27
.
~
Example, D. E. (
2004
).
What an invented river forgets.
River Studies
, 3,
1
–
9
.
Sample, F., Test, G. H., & Proof, I. (
1999
).
Stones.
Invented City
: Press of Stones
.
~
Zeugma, J. (
2009
).
Boulders and their invented names.
Journal of Boulders
, 1,
2
–
3
.
~
Contact Us
Privacy Statement""",
        ["Doe, A.", "Example, D.", "Sample, F.", "Zeugma, J."],
        "3 .",
    ),
    "initials first, links behind some entries": (
        """A. Doe and B. Roe, “Counting pebbles in an invented river,”
Journal of Pebbles
, vol. 1, no. 2, pp. 3–4, 2001.
~
C. Sample, “Traits of the genus
Lapidula
in invented rivers,”
River Studies
, vol. 5, pp. 6–7, 2002.
D. E. Test,
The Book of Stones
, Press of Stones, Invented City, 2003.
F. Proof, “Boulders,” in
Stones of the World
, G. Editor, Ed., pp. 8–9, Press of Stones, 2004.
~""",
        ["A. Doe", "C. Sample", "D. E. Test", "F. Proof"],
        "2004.",
    ),
    "every name on a line, below a menu of the page": (
        """INTRODUCTION
METHODS
Field samples
FINANCIAL SUPPORT
Doe
,
A.
,
Roe
,
B. C.
and
Sample
,
D.
(2008). Prevalence of
Lapidula
in invented rivers.
Journal of Pebbles
152
, 46–52.
~
Test
,
E. F.
and
Proof
,
G.
(2001). Stones.
River Studies
3
, 4–9.
~
Zeugma
,
H.
(1996). Boulders.
River Studies
1
, 2–3.
~
Copyright Statement""",
        ["Doe , A.", "Test , E. F.", "Zeugma , H."],
        ", 2–3.",
    ),
    "numbers on lines of their own": (
        """1.
Doe A, Roe B. Counting pebbles. J Pebbles 2001;3:4-9.
~
2.
Sample C. Stones. J Pebbles 2002;5:6-7.
~
3.
Test D. Boulders. J Pebbles 2003;8:9-10.
~""",
        ["Doe A", "Sample C", "Test D"],
        "9-10.",
    ),
    "bare numbers on lines of their own": (
        "\n".join(f"{n}\nDoe A. Invented count number {n}. J Pebbles 200{n};3:4-9." for n in range(1, 7)),
        [f"Doe A. Invented count number {n}" for n in range(1, 7)],
        "4-9.",
    ),
    "numbers glued to the names, and years glued to volumes": (
        "\n".join(f"{n}.Doe A{n}, Roe B. Invented count. J Pebbles 20014{n}101–110." for n in range(1, 7)),
        [f"Doe A{n}" for n in range(1, 7)],
        "101–110.",
    ),
    "numbers glued without a dot": (
        "\n".join(f"{n}A. Doe and B. Roe, Invented Count {n}, J. Pebbles {n}, 42 (200{n})." for n in range(1, 7)),
        ["A. Doe and B. Roe, Invented Count"] * 6,
        "(2006).",
    ),
    "an entry with hundreds of names, and one in print": (
        f"""Doe A. Counting pebbles in an invented river. J Pebbles 2001;3:4-9.
Roe B, {", ".join(f"Name{'abcdefghij'[n % 10]} {chr(65 + n % 26)}" for n in range(250))}. All stones. J Stones 2002;1:2.
Sample C. Stones of invented rivers in print. J Pebbles, in press.
Test D. Boulders of invented rivers. J Pebbles 2003;8:9-10.""",
        ["Doe A", "Roe B", "Sample C", "Test D"],
        "9-10.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_entry_starts_where_it_does_and_the_last_one_ends(case: str) -> None:
    text, starts, end = CASES[case]
    lines: list[str] = []
    gaps: set[int] = set()
    for line in text.splitlines():
        if line == "~":
            gaps.add(len(lines))
        else:
            lines.append(line)
    entries = entries_of(lines, headed=True, gaps=gaps)
    told = [" ".join(lines[n][a:b] for n, a, b in entry.text) for entry in entries]
    assert len(told) == len(starts)
    for entry, start in zip(told, starts, strict=True):
        assert entry.startswith(start)
    assert told[-1].endswith(end)


@pytest.mark.parametrize(
    "lines",
    [
        ["Read More", "About the Journal", "Contact Us", "Cookies", "Privacy Policy", "Terms of Use"],
        [f"The keepers of quarry {n} counted their stones in 20{n}. They wrote it down." for n in (10, 11)]
        + ["No stone was lost."] * 9,
        ["1", "Home", "2", "About", "3", "Contact", "4", "Help", "5", "Search", "6", "Menu"],
    ],
)
def test_what_is_no_list_has_no_broken_entries(lines: list[str]) -> None:
    assert len(entries_of(lines, headed=True)) in (0, sum("counted" in line for line in lines))
