"""LANG-AGREE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jatskit.findings import Severity
from jatskit.language import SMALL_WORDS, language_of
from jatskit.rules.document import LANG, Document, article_of
from jatskit.rules.rule import rule
from jatskit.schema.faults import Fault

#: The letters of the scripts, and the languages that are written in them.
_SCRIPTS = {
    "Latin": (re.compile("[A-Za-z\u00c0-\u024f]"), frozenset(
        "en pt es fr de it nl sv da no nb nn fi pl cs sk sl hr hu ro tr ca gl eu id ms vi et lv lt is ga cy af".split())),
    "Cyrillic": (re.compile("[\u0400-\u04ff]"), frozenset("ru uk bg be mk ky tg".split())),
    "Han": (re.compile("[\u4e00-\u9fff]"), frozenset(["zh"])),
    "Arabic": (re.compile("[\u0620-\u06d3]"), frozenset("ar fa ur".split())),
    "Hangul": (re.compile("[\uac00-\ud7a3]"), frozenset(["ko"])),
    "Greek": (re.compile("[\u0370-\u03ff]"), frozenset(["el"])),
}  # fmt: skip
_OF = {lang: script for script, (_, langs) in _SCRIPTS.items() for lang in langs}
#: So many letters must be there, and such a share of them be of another script, for the language to be wrong.
FEWEST, SHARE = 20, 0.8
#: How much of a text is looked at, and how much of an abstract there must be for its small words to tell the language.
SAMPLE, ENOUGH = 400, 200


@rule("LANG-AGREE", Severity.WARNING)
def look(document: Document) -> Iterator[Fault]:
    """Titles, abstracts and keywords are in the language that they are said to be in.

    What:
        The letters of a title, an abstract or a list of keywords are those in which the language of its `xml:lang` (its own, or the
        article's) is written, and the small words of an abstract are that language's. What is too short to tell is not
        looked at.
    Why:
        Databases choose by the language. They would show a text that their readers cannot read.
    Fix:
        See whether the language or the text is the wrong one.
    Bad:
        <trans-abstract xml:lang="ru"><p>Trout live in cold rivers and in lakes.</p></trans-abstract>
    Bad:
        <trans-abstract xml:lang="en"><p>A truta vive nos rios frios e nos lagos das montanhas, onde a água é limpa e rica
            em oxigênio. O estudo mostra como a temperatura dos rios mudou nas últimas décadas, e que os peixes se mudam para
            partes mais altas do rio quando o verão é quente. Os dados foram colhidos com a ajuda dos pescadores.</p></trans-abstract>
    Good:
        <trans-abstract xml:lang="ru"><p>Форель живёт в холодных реках и озёрах.</p></trans-abstract>
    Source:
        JATS tag library, xml:lang; SciELO PS, xml:lang.
    """
    for meta in document.metas:
        own = _own(meta, document)
        parts = [
            *document.at(meta, "title-group/article-title"), *document.at(meta, "title-group/trans-title-group"),
            *document.children(meta, "abstract"), *document.children(meta, "trans-abstract"), *document.children(meta, "kwd-group"),
        ]  # fmt: skip
        for part in parts:
            lang = part.get(LANG) or ("" if str(part.tag).startswith("trans-") else own)
            said = lang.partition("-")[0].lower()
            if not said or "-latn" in lang.lower():
                continue
            text = _sample(part)
            told = _script(text, said) or _language(text, said, part)
            if told:
                shown = " ".join(text.split())[:40]
                message = f"“{shown}” is said to be in “{lang}”, and is in {told}"
                yield Fault(part, message, "See which of them is right.", "xml:lang" if part.get(LANG) else "", lang)


def _script(text: str, lang: str) -> str:
    """Return the letters in which a text is written, if the language is not written in them."""
    script = _OF.get(lang)
    if script is None or (script == "Latin" and text.isascii()):
        return ""
    own = len(_SCRIPTS[script][0].findall(text))
    if own * 4 > len(text):
        return ""
    letters = {name: len(form.findall(text)) for name, (form, _) in _SCRIPTS.items()}
    best = max(letters, key=lambda name: letters[name])
    total = sum(letters.values())
    wrong = total >= FEWEST and best != script and letters[best] >= SHARE * total
    return f"{best} letters" if wrong else ""


def _language(text: str, lang: str, part: etree._Element) -> str:
    """Return the language of an abstract, if it is another one than it is said to be in."""
    if part.tag not in ("abstract", "trans-abstract") or len(text) < ENOUGH or lang not in SMALL_WORDS:
        return ""
    said = text.lower().split()
    if sum(word in SMALL_WORDS[lang] for word in said) * 8 > len(said):
        return ""  # it is plain
    found = language_of(text)
    return f"“{found}”" if found in SMALL_WORDS and found != lang else ""


def _sample(part: etree._Element) -> str:
    pieces, length = [], 0
    for piece in part.itertext("*"):
        pieces.append(piece)
        length += len(piece.strip())
        if length > SAMPLE:
            break
    return " ".join(pieces)[: SAMPLE * 3 // 2]


def _own(meta: etree._Element, document: Document) -> str:
    article = article_of(meta)
    return (article.get(LANG) if article is not None else None) or document.root.get(LANG) or ""
