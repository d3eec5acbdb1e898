"""Which language, in which encoding, a text of few bytes beyond ASCII most likely is.

Detectors made for long texts (charset-normalizer among them) get a title in Chinese, Turkish or capitals
wrong about one time in three. A page is decided here by one sum: how many bits each language would take to
write the decoded text. A common letter is cheap, a letter foreign to the language is dear, and so bytes read
in the wrong encoding, which give foreign letters or rare ideographs, lose. Of the languages that most of the
text belongs to, the cheapest wins; of equals, the first in the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_ASCII_BITS = 6.0
_MARK_BITS = 8.0
_FOREIGN_BITS = 20.0
CLOSE_BITS = 4.0  # within so many of the best, another reading may be the right one
_CAPITAL_BITS = 3.0  # of the first capital in a row
#: For "иСТОРИЯ" (KOI8-R and Windows-1251 have each other's letters in the other case) and "Tьrkiye".
_ODD_PAIR_BITS = 8.0

_LATIN_MARKS = "\u00a0\u00ad‘’‚“”„–—…«»‹›·•°§©®™×±€№²³µ"
_ASIAN_MARKS = "\u3000、。，．：；？！（）［］【】「」『』〈〉《》〔〕“”‘’…—～·・ー－％〇々①②③④⑤"


@dataclass(frozen=True, slots=True)
class Language:
    """A language, the encodings it is met in, commonest first, and what its letters and marks take."""

    name: str
    encodings: tuple[str, ...]
    bits: dict[str, float]
    latin: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """What a text would take in a language, and whether it can be of that language at all."""

    bits: float
    fits: bool


_LETTERS_BEYOND_ASCII = re.compile(r"(?:(?![A-Za-z])[^\W\d_]){2}")


def weigh(text: str, language: Language) -> Weight:
    """Weigh a text as one of `language`.

    It fits if seven tenths of what is not ASCII are letters and marks of the language, and, unless that is a
    Latin one, if two such letters stand together anywhere: one stray byte between ASCII letters is no Russian.
    """
    bits = 0.0
    beyond = foreign = 0
    for character, times in Counter(text).items():
        if character.isascii():
            bits += times * _ASCII_BITS
            continue
        beyond += times
        cost = language.bits.get(character, _FOREIGN_BITS)
        bits += times * cost
        foreign += times if cost >= _FOREIGN_BITS else 0
    for (left, right), times in Counter(pairwise(" " + text)).items():
        if right.isupper() and not left.isupper():
            bits += times * (_ODD_PAIR_BITS if left.islower() else _CAPITAL_BITS)
        if not language.latin and left.isascii() != right.isascii() and left.isalpha() and right.isalpha():
            bits += times * _ODD_PAIR_BITS
    together = language.latin or _LETTERS_BEYOND_ASCII.search(text) is not None
    return Weight(bits, together and foreign * 10 <= beyond * 3)


def _rows(codec: str, first: int, last: int) -> Iterable[str]:
    """Return the characters of some rows of a double-byte set, in which the common ones come first."""
    return b"".join(bytes((row, cell)) for row in range(first, last + 1) for cell in range(0xA1, 0xFF)).decode(
        codec, "ignore"
    )


def _bits(*tiers: tuple[Iterable[str], float], marks: str = _LATIN_MARKS) -> dict[str, float]:
    """Return the cost of each character, in both cases; the first tier that has it counts."""
    costs: dict[str, float] = {}
    for characters, cost in (*tiers, (marks, _MARK_BITS)):
        for character in characters:
            for form in (character, character.upper()):
                if len(form) == 1:
                    costs.setdefault(form, cost)
    return costs


def _latin(name: str, encodings: str, letters: str, bits: float = 7) -> Language:
    return Language(name, tuple(encodings.split()), _bits((letters, bits)), latin=True)


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that are weighed, with the encodings that their pages are met in."""
    han = [chr(code) for code in range(0x4E00, 0x9FA6)]
    west = "cp1252 iso8859-15"
    middle = "cp1250 iso8859-2"
    return (
        Language(
            "Chinese",
            ("gb18030",),
            _bits(
                ("的一是不在有中大和人国学年第期卷月日号研究方法分析与及对基于为", 8),
                (_rows("gb2312", 0xB0, 0xD7), 12),
                (han, 15),
                marks=_ASIAN_MARKS,
            ),
        ),
        Language(
            "traditional Chinese",
            ("cp950", "big5hkscs", "gb18030"),
            _bits(
                ("的一是不在有中大和人國學年第期卷月日號研究方法分析與及對基於為", 8),
                (_big5_common(), 12.5),
                (han, 15),
                marks=_ASIAN_MARKS,
            ),
        ),
        Language(
            "Japanese",
            ("cp932", "euc_jp"),
            _bits(
                (_rows("euc_jp", 0xA4, 0xA5), 7),
                (_rows("euc_jp", 0xB0, 0xCF), 12),
                (han, 15),
                marks=_ASIAN_MARKS,
            ),
        ),
        Language(
            "Korean",
            ("cp949",),
            _bits(
                ("이의는은을를에서고다한하로가과와도사인구연정지기자제학성어", 8),
                (_rows("euc_kr", 0xB0, 0xC8), 12),
                ([chr(code) for code in range(0xAC00, 0xD7A4)], 15),
                (_rows("euc_kr", 0xCA, 0xFD), 17),
                marks=_ASIAN_MARKS,
            ),
        ),
        _latin("French", west, "éèêëàâçîïôùûœ"),
        _latin("German", west, "äöüß"),
        _latin("Spanish", west, "áéíóúñü¿¡ªº"),
        _latin("Portuguese", west, "áâãàçéêíóôõúªº"),
        _latin("Italian", west, "àèéìòù"),
        _latin("Scandinavian", west, "åäöæøé"),
        _latin("Western European", west, "áàâãäåæçéèêëíìîïñóòôõöøœßúùûü¿¡ªº", 8.5),
        _latin("Turkish", "cp1254 iso8859-9", "çğıöşüâîûİ"),
        _latin("Icelandic", west, "áðéíóúýþæö"),
        _latin("Czech or Slovak", middle, "áčďéěíňóřšťúůýžľĺŕäô"),
        _latin("Polish", middle, "ąćęłńóśźż"),
        _latin("Hungarian", middle, "áéíóöőúüű"),
        _latin("Croatian or Slovene", middle, "čćđšž"),
        _latin("Romanian", middle, "ăâîşţ"),
        _latin("Central European", middle, "áâăäąćčçďđéęěëíîľĺłńňóôöőŕřśšşťţúůüűýźžż", 9),
        _latin("Baltic", "cp1257", "ąčęėįšųūžāēģīķļņõäöü"),
        Language(
            "Cyrillic",
            ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866"),
            _bits(("оеаинтсрвл", 4), ("кмдпуяыьгзбчйі", 5.5), ("хжшюцщэфъёїєґўјљњћђџѓќѕ", 7.5)),
        ),
        Language(
            "Greek",
            ("cp1253", "iso8859-7"),
            _bits(("αοιετνσςηρ", 4), ("κπυμλίάόέ", 5.5), ("γδβθξζφχψωήύώϊϋΐΰ", 7.5)),
        ),
        Language("Arabic", ("cp1256",), _bits(("ايلمنتربوع", 4), ("دسةفحكقهجأءآؤإئثخذزشصضطظغىًٌٍَُِّْپچژگ،؛؟", 6.5))),
        Language("Hebrew", ("cp1255",), _bits(("יוהלאתרבמש", 4), ("גדזחטךכםןנסעףפץצק", 6))),
        Language("Thai", ("cp874",), _bits(([chr(code) for code in range(0xE01, 0xE5C)], 6))),
    )


def _big5_common() -> str:
    pairs = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return b"".join(pairs).decode("big5", "ignore")
