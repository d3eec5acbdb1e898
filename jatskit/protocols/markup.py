"""What a stretch of HTML says: its words, and its words with the inline markup that JATS has too.

These are normalisations of evidence: a value that was read from HTML is a stretch of its source, tags and all, and
one of these functions. Every expression here takes linear time.
"""

from __future__ import annotations

import json
import re
from html import unescape

from jatskit.characters import UNCARRIABLE
from jatskit.model.text import Inline, Math, Style, Styled, canonical, plain, tidy

#: Where a tag ends: HTML's own rules, by which a quotation mark counts only after an equals sign.
ATTRIBUTES = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?[^>=]*+)*+"
_TAG = re.compile(rf"<(?:(/?)([a-zA-Z][^\s/>]*+)({ATTRIBUTES})>|!--|[!?/][^>]*+>)")
#: A tag with more in it than any in a value; a bracket ends it wherever it stands.
_LONG_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*+)([^<>]*+)>")
_LONGEST_TAG = 4000
_MOST_FAULTS = 50


def tag_at(text: str, at: int) -> re.Match[str] | None:
    """Return the tag that starts at `at`, with its solidus, name and attributes; None if none does."""
    return _TAG.match(text, at, at + _LONGEST_TAG) or _LONG_TAG.match(text, at)


_HIDDEN = frozenset("script style template noscript head svg select option button".split())
#: Elements that stand in a line; at the border of any other there is a blank.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark mjx-container nobr q rp rt ruby s "
    "samp small span strong sub sup strike time tt u var wbr o n formula inline".split()
)
_STYLES: dict[str, Style] = {
    "i": "italic", "em": "italic", "b": "bold", "strong": "bold", "sub": "sub", "sup": "sup", "u": "underline",
    "inf": "sub", "italic": "italic", "bold": "bold", "sc": "sc",
}  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile("[ \t\r\n\f\u00a0\u2002-\u200a\u202f\u205f\u3000]+")
_COMMENT_END = re.compile("--!?>")
#: Formulas for a screen reader, or for a browser without MathML, which say a formula once more.
_MATH = "math"


def decoded(text: str) -> str:
    """Return the text of a stretch of HTML without tags: references resolved, blanks made plain."""
    if "&" in text:
        text = unescape(text)
    if text.isascii():
        if text.isprintable():
            return _SPACES.sub(" ", text) if "  " in text else text
    elif _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    text = UNCARRIABLE.sub("", text) if UNCARRIABLE.search(text) else text
    return _SPACES.sub(" ", text)


#: Inline tags that people write into titles, wherever these go.
_WRITTEN = re.compile(
    r"</?(?:i|em|b|strong|sub|sup|su[bp]script|u|p|br|span|italic|bold|inf|sc|jats:\w+|math|mml:\w+|h[1-6]|div|"
    r"ul|ol|li|section|sec|title|font|small)\b[^<>]{0,200}>|<a\s+href=[^<>]{1,300}>|</a>",
    re.I,
)
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")


def twice(text: str) -> str:
    """Return HTML for the value of an attribute: resolved once, and marks that are no tags made safe."""
    text = decoded(text)
    if _REFERENCE.search(text):
        text = decoded(text)
    if "<" not in text and "&" not in text:
        return text
    out: list[str] = []
    at = 0
    for tag in _WRITTEN.finditer(text):
        out += [_safe(text[at : tag.start()]), tag[0]]
        at = tag.end()
    return "".join([*out, _safe(text[at:])])


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def unquoted(text: str) -> str:
    """Return what a JSON string says, without its quotation marks; as it stands if its escapes are broken."""
    if "\\" not in text:
        return text
    try:
        value = json.loads(f'"{text}"', strict=False)
    except ValueError:
        return text.replace("\\/", "/").replace('\\"', '"').replace("\\n", " ")
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else text


_NAMES = "|".join(
    # Each alternative is tried in full, so those of a letter are tried only where it stands.
    f"{letter}(?:{'|'.join(sorted((n[1:] for n in INLINE if n[0] == letter), key=len, reverse=True))})"
    for letter in sorted({name[0] for name in INLINE})
)
_INLINE_TAG = re.compile(rf"</?(?:{_NAMES})(?:[\s/][^<>]*+)?>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*+>")
#: A comment, or one that never ends; and one that is none, since it stands in a tag.
_COMMENT = re.compile(r"<!--.*?(?:--!?>|\Z)", re.DOTALL)
_COMMENT_IN_TAG = re.compile(r"<[a-zA-Z/][^<>]*+<!--")
_HOLDS_HIDDEN = re.compile(
    rf"<(?:!|\?|/[^a-zA-Z]|[^\s<>/]{{0,20}}:|(?:{'|'.join(sorted(_HIDDEN))}|math)(?![a-zA-Z]))", re.IGNORECASE
)


def _without_comments(fragment: str) -> str:
    if "<!--" in fragment and not _COMMENT_IN_TAG.search(fragment):
        return _COMMENT.sub("", fragment)
    return fragment


def words(fragment: str) -> str:
    """Return the words of a stretch of HTML, on one line."""
    if "<" not in fragment:
        return decoded(fragment).strip(" ")
    if "<!--" in fragment:
        fragment = _without_comments(fragment)
    if not _HOLDS_HIDDEN.search(fragment):
        # Nearly every fragment is this simple; one whose attributes hold brackets leaves some.
        bare = _ANY_TAG.sub(" ", _INLINE_TAG.sub("", fragment))
        if "<" not in bare and ">" not in bare:
            return decoded(bare).strip(" ")
    return tidy("".join(text for text, _ in _texts(fragment)))


def _texts(fragment: str) -> list[tuple[str, str]]:
    """Return the pieces of a fragment in order: a text and "", or "" and a tag (`i`, `/i`, or `math` and its source)."""
    out: list[tuple[str, str]] = []
    at, size, faults = 0, len(fragment), 0
    while at < size:
        start = fragment.find("<", at)
        if start < 0:
            out.append((decoded(fragment[at:]), ""))
            break
        # Of a text with many brackets that begin no tag, no long stretch is looked at for each of them.
        match = _TAG.match(fragment, start, start + _LONGEST_TAG) if faults < _MOST_FAULTS else None
        if match is None:
            faults += 1
            match = _LONG_TAG.match(fragment, start)
        if match is None:
            out.append((decoded(fragment[at : start + 1]), ""))
            at = start + 1
            continue
        if start > at:
            out.append((decoded(fragment[at:start]), ""))
        at = match.end()
        if match[0] == "<!--":
            end = _COMMENT_END.search(fragment, at)
            at = end.end() if end else size
            continue
        if not match[2]:
            continue
        name = match[2].lower()
        if not match[1] and (name in _HIDDEN or name == _MATH):
            close = _closing(name).search(fragment, at)
            end_of = close.end() if close else size
            if name == _MATH:
                out.append(("", fragment[match.start() : end_of]))
            at = end_of
        elif name in _STYLES:
            out.append(("", match[1] + name))
        elif name.rpartition(":")[2] not in INLINE:
            out.append((" ", ""))
    return out


_CLOSINGS: dict[str, re.Pattern[str]] = {}


def _closing(name: str) -> re.Pattern[str]:
    if name not in _CLOSINGS:
        _CLOSINGS[name] = re.compile(rf"</{re.escape(name)}[\s/>][^>]*+>?|</{re.escape(name)}>", re.IGNORECASE)
    return _CLOSINGS[name]


def rich(fragment: str) -> tuple[Inline, ...]:
    """Return the words of a stretch of HTML with italics, bold, indices and formulas; as the model has them."""
    fragment = _without_comments(fragment)
    if not _STYLED.search(fragment):
        text = words(fragment)
        return (text,) if text else ()
    root: list[Inline] = []
    stack: list[tuple[str, list[Inline]]] = [("", root)]
    for text, tag in _texts(fragment):
        if text:
            stack[-1][1].append(text)
        elif tag.startswith("<"):
            stack[-1][1].append(_formula(tag))
        elif not tag.startswith("/"):
            if len(stack) < _DEEPEST:
                stack.append((tag, []))
        elif any(open_tag == tag[1:] for open_tag, _ in stack):
            while True:
                name, content = stack.pop()
                _close(stack[-1][1], name, content)
                if name == tag[1:]:
                    break
    while len(stack) > 1:
        name, content = stack.pop()
        _close(stack[-1][1], name, content)
    runs = canonical(root)
    while len(runs) == 1 and isinstance(runs[0], Styled):  # the style of a heading as a whole says nothing
        runs = canonical(runs[0].content)
    return runs


_STYLED = re.compile(rf"</?(?:{'|'.join(_STYLES)}|{_MATH})(?![^\s/>])", re.IGNORECASE)
_DEEPEST = 12


def _close(outer: list[Inline], name: str, content: list[Inline]) -> None:
    text = plain(content)
    if text.strip() or any(isinstance(run, Math) for run in content):
        outer.append(Styled(style=_STYLES[name], content=tuple(content)))
    else:
        outer.extend(content)


def _formula(source: str) -> Inline:
    """Return MathML as a formula, or as its words if it is not well-formed."""
    opening = _TAG.match(source)
    if opening and len(source) < _LONGEST_FORMULA:
        declared = "xmlns=" in opening[3]
        body = source if declared else f'<math xmlns="http://www.w3.org/1998/Math/MathML"{source[5:]}'
        try:
            return Math(notation="mathml", source=body)
        except ValueError:
            pass
    return _TAG.sub(" ", decoded(source))


_LONGEST_FORMULA = 100_000
