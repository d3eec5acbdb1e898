"""Where the entries of the reference list stand: the items of a list, or blocks that are alike.

Lists may stand in lists, so that what is tried is counted, and a page of any kind takes linear time.
"""

from __future__ import annotations

import re
from itertools import takewhile

from jatskit.layouts import LabelMatch, label_in
from jatskit.layouts.events import events_in
from jatskit.readers.html.link_words import are_link_words
from jatskit.readers.html.tree import Element
from jatskit.readers.html.view import View

#: Classes and ids by which sites mark the list.
_MARKED = re.compile(
    r"(?:class|id)\s*=\s*[\"'][^\"']{0,80}?(?:ref(?:erence)?s?[-_]?list|references?\b|bibliograph|article-?references|"
    r"citation-?list|reflist|refs\b)",
    re.IGNORECASE,
)
#: The label of an entry, with its number in a group.
LABEL = re.compile(r"[\[（(［【]?\s?(\d{1,4})\s?(?:[\])）］】]|[.．、](?!\d))?[.\s]*|\d{1,4}$")
#: Letters of the shortest entry.
LEAST_LETTERS = 15
#: Characters of source behind a heading within which its list starts.
_NEAR = 6000
#: Headings for references that are tried: the last ones.
_MOST_HEADINGS = 40
#: Characters of source of the longest entry in a list, and of the longest block that is one.
_LONGEST, _LONGEST_BLOCK = 60_000, 8000
#: What stands at the end of a list and is no entry of it: the history of the article, the address of its authors.
_NO_ENTRY = re.compile(
    r"(?:received|recibido|recebido|reçu|eingegangen|поступила|收稿日期|correspond(?:ence|ing|encia|ência)|copyright|©|"
    r"creative commons|this is an open|download references|how to cite|e-?mail)\b",
    re.IGNORECASE,
)
#: Characters at the head of an entry within which words for an event stand, if it begins with them.
_WORDS = 120
_REFERENCES = re.compile(r"ref|文献|bibl", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")


_LONGEST_HEADING = 200


def listed(view: View, labels: dict[int, LabelMatch]) -> list[Element]:
    """Return the entries of the longest list under a heading for references, or in an element that is marked as it."""
    search = _Search(view)
    best: list[Element] = []
    headings = [
        view.lines[index]
        for index, label in reversed(labels.items())
        if label.field == "references" and label.end == len(view.lines[index].text)
    ]
    for line in headings[:_MOST_HEADINGS]:
        entries = search.that_say_enough(search.after(line.end))
        if len(entries) > len(best) and _cites(entries):
            best = entries
    if len(best) < 2:
        words = ("refe", "refs", "refl", "ref-", "ref_", "bibliograph", "citation")
        for element, _ in view.page.marked(_MARKED, *words):
            if element.tag in ("a", "li", "button", "nav", "script", "link", "meta", "span", "sup") or (
                best and element.start < best[-1].end
            ):
                continue
            entries = search.that_say_enough(search.inside(element))
            if len(entries) > max(2, len(best)) and _cites(entries):
                best = entries
    return best


def _cites(entries: list[Element]) -> bool:
    return are_references([entry.words for entry in entries[:200]])


def are_references(texts: list[str]) -> bool:
    """Whether texts are a reference list: half of them say a year, and few say when something happened.

    Under a tab called “References” some pages have the article's own properties, or a form to sign in.
    """
    dated = sum(_YEAR.search(text) is not None for text in texts)
    events = sum((first := next(events_in(text[:_WORDS]), None)) is not None and first.start < 3 for text in texts)
    return 2 * dated >= len(texts) and 4 * events <= len(texts)


class _Search:
    """The search for lists in a page: it may look at so many elements and characters, and then finds nothing more."""

    def __init__(self, view: View) -> None:
        self.page = view.page
        self._elements = 100_000 + 20 * len(self.page.elements)
        self._characters = 1_000_000 + 20 * len(self.page.text)

    def _spend(self, element: Element) -> bool:
        """Whether there is still time to look at all the elements in an element."""
        self._elements -= element.last - element.index
        return self._elements >= 0

    def that_say_enough(self, elements: list[Element]) -> list[Element]:
        """Return those of the elements that may be entries."""
        return [element for element in elements if self._says_enough(element)]

    def _says_enough(self, element: Element) -> bool:
        size = element.inner_end - element.inner
        self._characters -= size
        if size > _LONGEST or self._characters < 0:
            return False
        text = element.words
        if _NO_ENTRY.match(text):
            return False
        # A Han letter says as much as some three of an alphabet.
        letters = 0
        for c in text[:400]:
            if c.isalpha():
                letters += 3 if "\u3400" <= c <= "\u9fff" else 1
                if letters >= LEAST_LETTERS:
                    return not are_link_words(text)
        return False

    def after(self, offset: int) -> list[Element]:
        """Return the entries of the list that follows a heading: items of a list, or blocks that are alike."""
        page = self.page
        first = page.after(offset)
        for element in page.elements[first : first + 400]:
            if element.start - offset > _NEAR:
                break
            if element.tag in ("h1", "h2") and element.words and not _REFERENCES.search(element.words):
                break
            if element.tag in ("ol", "ul", "dl", "table") and (entries := self.inside(element)):
                entries = self._with_siblings(element, entries)
                if len(entries) > 1 or _cites(entries):
                    return entries
        for element in page.elements[first : first + 30]:
            if element.tag in ("div", "section", "p", "cite", "li") and element.says_more_than(30):
                siblings = self._alike(element)
                if len(siblings) > 2 or (element.tag == "p" and len(siblings) == 2 and _cites(siblings)):
                    return siblings
                inner = self.inside(element)
                if len(inner) > 2:
                    return inner
        return []

    def inside(self, element: Element) -> list[Element]:
        """Return the items of a list element, or the blocks in an element that are alike and say enough."""
        if not self._spend(element):
            return []
        if element.tag in ("ol", "ul"):
            return self.that_say_enough([e for e in element.children() if e.tag == "li"])
        within = element.within()
        if element.tag == "table":
            return self.that_say_enough([e for e in within if e.tag == "tr"])
        if element.tag == "dl":
            return self.that_say_enough([e for e in within if e.tag == "dd"])
        best: list[Element] = []
        item = 0  # the first element behind the outermost item that was met last
        for each in within:
            if each.tag == "li":
                item = max(item, each.last)
            elif each.tag in ("ol", "ul") and each.index >= item:
                best += self.inside(each)
        if len(best) > 2:
            return best
        groups: dict[tuple[int, str], list[Element]] = {}
        for each in within:
            if each.tag in ("div", "p", "cite", "li", "tr") and each.parent is not None:
                groups.setdefault((each.parent.index, each.tag), []).append(each)
        for group in sorted(groups.values(), key=len, reverse=True)[:4]:
            good = self.that_say_enough([e for e in group if e.end - e.start < _LONGEST_BLOCK])
            if len(good) > 2 and sum(_ANY_YEAR.search(e.words) is not None for e in good) * 2 > len(good):
                return good
        return []

    def _with_siblings(self, element: Element, entries: list[Element]) -> list[Element]:
        """Add the entries of lists beside a list: some sites cut it, to show the rest on demand."""
        if element.parent is None or not self._spend(element.parent):
            return entries
        numbered = _number(entries[0]) == 1
        entries = list(entries)
        for other in element.parent.children():
            if other.start <= element.start:
                continue
            if other.tag in _HEADINGS:
                break
            inner = [e for e in other.within()[:5] if e.tag == element.tag] if other.tag in ("div", "section") else []
            if other.tag == element.tag or inner:
                other = inner[0] if inner else other
                more = self.inside(other)
                # A list that counts from 1 again is another one: of related or of citing articles.
                if other.get("class") != element.get("class") or (numbered and more and _number(more[0]) == 1):
                    break
                entries += more
        return entries

    def _alike(self, element: Element) -> list[Element]:
        """Return an element and those of the same tag and class that follow it in the same parent."""
        if element.parent is None or not self._spend(element.parent):
            return [element]
        mine = element.get("class")
        following = (e for e in element.parent.children() if e.index >= element.index)
        return [e for e in takewhile(_goes_on, following) if e.tag == element.tag and e.get("class") == mine]


def _goes_on(element: Element) -> bool:
    """Whether an element does not announce another part of the page than the references."""
    if element.tag not in ("h1", "h2", "h3", "h4", "h5") or element.inner_end - element.inner > _LONGEST_HEADING:
        return True
    label = label_in(element.words)
    return label is None or label.field == "references"


def _number(entry: Element) -> int:
    match = LABEL.match(entry.words)
    return int(match[1]) if match and match[1] else 0
