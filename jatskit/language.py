"""Which script a text is in, how wide it is, and which language it is written in.

Languages with a script of their own are known by their letters. Those that share one are told apart by the
small words that no sentence of theirs does without. Nothing is guessed: a text that shows too few of them has
no language here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

#: Letters of the Han script and the marks that are written as one of its words; for a character class.
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7af]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_SCRIPTS = (
    ("han", _HAN),
    ("kana", _KANA),
    ("hangul", _HANGUL),
    ("cyrillic", _CYRILLIC),
    ("arabic", _ARABIC),
    ("greek", _GREEK),
    ("latin", _LATIN),
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
#: Characters of a text that are enough to tell its language.
_SAMPLE = 2000
_WORD = re.compile(r"[^\W\d_]+")

#: The small words by which a language is known. Words that several of these languages share tell nothing.
SMALL_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and for in to with on from by an is are was were its their this that using between",
        "es": "el los las del y con por una para su sus como sobre entre",
        "pt": "o os das dos do da em uma com para na no nas nos ao não sobre entre",
        "fr": "le les des et une du dans pour sur par aux est avec sont entre",
        "de": "der die das und von zur im mit für des eine einer den dem bei auf",
        "it": "il gli della delle dei nel nella e di una per con sulla tra",
        "tr": "ve bir ile için olarak üzerine bu üzerinde arasındaki olan etkisi",
        "pl": "i w z na do oraz się przez dla jest",
        "id": "yang dan di dari untuk pada dengan dalam ini adalah terhadap oleh sebagai serta antara",
        "nl": "het een van en voor met naar bij over zijn",
        "cs": "v se je na k ke že byly bylo jsou pro při mezi který které jako nebo této",
        "sk": "v vo sa je na k ku že boli bolo sú pre pri medzi ktorý ktoré ako alebo tejto",
        "vi": "và của các trong được cho có là với đến những này trên từ đã",
        "ca": "els les i amb per dels és són aquest aquesta com als pel",
        "ro": "și în din pentru este sunt prin cu pe unei unui între asupra",
        "hu": "az és egy hogy nem volt között által ez amely szerint valamint",
        "sv": "och att det som av för på är den ett mellan med",
        "hr": "i u na je se za su od te kako koji između kao iz",
    }.items()
}
_CYRILLIC_WORDS = {
    "ru": frozenset("и в на с по для из от при как что это к их не является".split()),
    "uk": frozenset("і в на з для та що до як від це є у їх".split()),
    "bg": frozenset("и на в за от се с са че е да по като между".split()),
    "kk": frozenset("және мен бұл үшін болып туралы бойынша осы пен арасындағы".split()),
}
_ARABIC_WORDS = {
    "ar": frozenset("من في على إلى عن التي هذا هذه أن".split()),
    "fa": frozenset("از به با که این در را است برای بر".split()),
}


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language of `text`, or None if its letters and small words do not tell."""
    text = text[:_SAMPLE]
    if text.isascii():
        return _by_small_words(text, SMALL_WORDS)
    beyond = "".join(_BEYOND_ASCII.findall(text))
    counts = {script: len(pattern.findall(beyond)) for script, pattern in _SCRIPTS}
    counts["latin"] += len(text) - len(beyond)
    if counts["kana"] >= 3 and 2 * (counts["kana"] + counts["han"]) > counts["latin"] / 3:
        return "ja"
    # A Han or Hangul letter says about as much as three of an alphabet.
    if 3 * counts["hangul"] > counts["latin"]:
        return "ko"
    if counts["han"] and 3 * counts["han"] > counts["latin"]:
        return "zh"
    if counts["cyrillic"] > counts["latin"]:
        return _by_small_words(text, _CYRILLIC_WORDS)
    if counts["arabic"] > counts["latin"]:
        return _by_small_words(text, _ARABIC_WORDS)
    if counts["greek"] > counts["latin"]:
        return "el"
    return _by_small_words(text, SMALL_WORDS)


def _by_small_words(text: str, languages: dict[str, frozenset[str]]) -> str | None:
    words = Counter(_WORD.findall(text.lower()))
    scores = sorted(
        ((sum(words[word] for word in small & words.keys()), tag) for tag, small in languages.items()), reverse=True
    )
    (best, tag), (second, _) = scores[:2]
    return tag if best > second and best * 20 >= words.total() else None


def han_language(text: str) -> str:
    """Return the language of a text in Han letters: Japanese if there is kana in it, else Chinese."""
    return "ja" if _KANA.search(text) else "zh"


#: What pages call languages, beside their tags.
_NAMED = {
    "eng": "en", "chi": "zh", "zho": "zh", "jpn": "ja", "kor": "ko", "rus": "ru", "spa": "es", "por": "pt", "fre": "fr",
    "fra": "fr", "ger": "de", "deu": "de", "tur": "tr", "ara": "ar", "per": "fa", "ita": "it", "pol": "pl", "ukr": "uk",
    "cze": "cs", "ces": "cs", "slo": "sk", "slk": "sk", "vie": "vi", "gre": "el", "ell": "el", "cat": "ca", "rum": "ro", "ron": "ro",
    "hun": "hu", "swe": "sv", "hrv": "hr", "bul": "bg", "kaz": "kk", "ind": "id",
    "english": "en", "chinese": "zh", "cn": "zh", "jp": "ja", "turkish": "tr", "spanish": "es", "german": "de",
    "french": "fr", "portuguese": "pt", "russian": "ru", "japanese": "ja", "korean": "ko",
}  # fmt: skip
_FIRST_WORD = re.compile("[a-z]+")


def language_tag(value: str) -> str:
    """Return the BCP 47 tag for what a page calls a language; "" if that is none."""
    value = value.strip().strip("\"'").replace("_", "-").lower()
    if match := _FIRST_WORD.match(value):
        word = match[0]
        if word in _NAMED:
            return _NAMED[word]
        if len(word) == 2:
            return word
    return ""


def has_kana(text: str) -> bool:
    """Whether any letter of `text` is kana, as in no text that is Chinese."""
    return _KANA.search(text) is not None


def has_han(text: str) -> bool:
    """Whether any letter of `text` is Han."""
    return _HAN.search(text) is not None


_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def is_dense(text: str) -> bool:
    """Whether a text is in a script of which a letter says a syllable or a word: Han, kana or Hangul."""
    return _DENSE.search(text) is not None


def width(text: str) -> int:
    """Return how many columns of a terminal, or half ems of a printed line, `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
