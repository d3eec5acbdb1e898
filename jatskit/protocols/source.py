"""The bytes of an input, the text that they spell, and the map from offsets in the text back to lines.

How the bytes are decoded, first come first served:

1. the encoding asked for;
2. a byte order mark;
3. UTF-8, if it is valid;
4. UTF-16 or UTF-32 without a mark, if there are zero bytes;
5. UTF-8 in which few places are damaged;
6. a national encoding, by weighing (`_weigh`) what each of them would make of the bytes;
7. ASCII in which few places are damaged.

Whatever is left is refused. A guess is never silent: `Source.reason` says why the encoding was chosen, and
`Source.damage` where bytes were lost.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from jatskit.errors import UnreadableSource
from jatskit.findings import Place

#: The largest input that is read; the page of an article is a hundredth of this.
MAX_BYTES = 20 * 1024 * 1024

#: What is written for standard input on the command line, and how messages call it.
STDIN = "-"
STDIN_NAME = "<standard input>"


@dataclass(frozen=True, slots=True)
class Source:
    """An input, as read and as decoded.

    `data` is the input as read; `text` its exact decoding, less a byte order mark, and never holds a lone
    surrogate or U+0000; `reason` says in words why `encoding` was chosen; `damage` holds the offsets in
    `text` of each U+FFFD that stands for bytes that could not be decoded.
    """

    name: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str
    reason: str
    damage: tuple[int, ...] = ()
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    @classmethod
    def from_bytes(cls, data: bytes, name: str, *, encoding: str | None = None) -> Source:
        """Decode `data`, in the given encoding or in the one that its bytes speak for."""
        shown = _shown(name)
        _refuse_size(len(data), shown)
        if not data.strip():
            raise _empty(shown)
        _refuse_other_kinds(data, shown)
        decoded = _asked_for(data, shown, encoding) if encoding is not None else _detected(data, shown)
        if "\0" in decoded.text:
            raise _binary(shown)
        if not decoded.text.strip():
            raise _empty(shown)
        return cls(name, data, decoded.text, decoded.encoding, decoded.reason, decoded.damage)

    @classmethod
    def from_path(cls, path: str | os.PathLike[str], *, encoding: str | None = None) -> Source:
        """Read and decode a file, or standard input if `path` is "-"."""
        name = os.fspath(path)
        return cls.from_bytes(read_bytes(path), STDIN_NAME if name == STDIN else name, encoding=encoding)

    @classmethod
    def from_stream(cls, stream: BinaryIO, name: str, *, encoding: str | None = None) -> Source:
        """Read a binary stream to its end, and decode what it held."""
        return cls.from_bytes(_read_stream(stream, _shown(name)), name, encoding=encoding)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def place(self, offset: int) -> Place:
        """Return the line and column of an offset in `text`; the end of the text has a place, too."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the text of {self.name!r}, which has {len(self.text)}")
        if not self._line_starts:
            self._line_starts[:] = [0, *(end.end() for end in _LINE_END.finditer(self.text))]
        line = bisect_right(self._line_starts, offset)
        return Place(self.name, line, offset - self._line_starts[line - 1] + 1)


_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


# -- Reading ------------------------------------------------------------------------------------------------


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file, or of standard input if `path` is "-"; refuse more than `MAX_BYTES`."""
    name = os.fspath(path)
    if name == STDIN:
        return _read_stream(sys.stdin.buffer, STDIN_NAME)
    shown = _shown(name)
    try:
        with Path(path).open("rb") as file:
            status = os.fstat(file.fileno())
            if S_ISREG(status.st_mode):
                _refuse_size(status.st_size, shown)
            return _read_stream(file, shown)
    except FileNotFoundError:
        raise UnreadableSource(f"{shown}: there is no such file", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise UnreadableSource(f"{shown} is a folder", "Name a file in it.") from None
    except PermissionError:
        raise UnreadableSource(
            f"{shown}: no permission to read it", "Ask its owner for the right to read it, or copy it."
        ) from None
    except OSError as error:
        raise _unreadable(shown, error) from None
    except ValueError:  # a name with a NUL or a lone surrogate in it
        raise UnreadableSource(f"{shown}: no file can have this name", "Check the name.") from None


def _read_stream(stream: BinaryIO, shown: str) -> bytes:
    """Read to the end, but never more than one byte beyond the cap; a raw stream may come in pieces."""
    held = BytesIO()
    while wanted := MAX_BYTES + 1 - held.tell():
        try:
            piece = stream.read(wanted)
        except OSError as error:
            raise _unreadable(shown, error) from None
        if not piece:
            break
        held.write(piece)
    _refuse_size(held.tell(), shown)
    return held.getvalue()


def _shown(name: str) -> str:
    """Return a name that is fit for a message of one line."""
    return name if name.isprintable() and name.strip() else repr(name)


# -- Refusing -----------------------------------------------------------------------------------------------


def _unreadable(shown: str, error: OSError) -> UnreadableSource:
    return UnreadableSource(f"{shown} cannot be read: {error.strerror or type(error).__name__}")


def _empty(shown: str) -> UnreadableSource:
    return UnreadableSource(f"{shown} is empty", "Save the page again and look at the file.")


def _binary(shown: str) -> UnreadableSource:
    return UnreadableSource(f"{shown} is a binary file, not text", "Save the page as text, HTML or XML.")


def _undecodable(shown: str) -> UnreadableSource:
    return UnreadableSource(
        f"{shown}: no known encoding makes text of it", "Save it as UTF-8, or say which encoding it is in."
    )


def _refuse_size(size: int, shown: str) -> None:
    if size > MAX_BYTES:
        raise UnreadableSource(
            f"{shown} is too large: at most {MAX_BYTES // 1024 // 1024} MB are read",
            "Give the page of one article at a time, without embedded images.",
        )


_UNPACK = "Unpack it and give the page that is in it."
_IMAGE = "An image has no text that could be read; save the page itself."
_EXPORT = "Open it and save its text as plain text in UTF-8."

#: How other kinds of file begin, what they are, and what to do about it.
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "Save its text (pdftotext, or copy it from a viewer), or the article's web page."),
    (b"PK\x03\x04", "a ZIP archive, as DOCX, ODT and EPUB are", f"{_EXPORT} If it is a plain archive, unpack it."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, PPT)", _EXPORT),
    (b"{\\rtf", "an RTF document", _EXPORT),
    (b"\x1f\x8b", "compressed with gzip", _UNPACK),
    (b"\xfd7zXZ\x00", "compressed with xz", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"GIF87a", "a GIF image", _IMAGE),
    (b"GIF89a", "a GIF image", _IMAGE),
    (b"II*\x00", "a TIFF image", _IMAGE),
    (b"MM\x00*", "a TIFF image", _IMAGE),
    (b"AT&TFORM", "a DjVu document", "Save its text (djvutxt), or the article's web page."),
    (b"SQLite format 3\x00", "an SQLite database", "Export the article's record as text."),
    (b"\x7fELF", "a program", "Check the name: this is no document."),
)


def _refuse_other_kinds(data: bytes, shown: str) -> None:
    for magic, kind, advice in _OTHER_KINDS:
        if data.startswith(magic):
            raise UnreadableSource(f"{shown} is {kind}, not text", advice)


# -- Decoding -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Decoded:
    text: str
    encoding: str
    reason: str
    damage: tuple[int, ...] = ()


#: Byte order marks, the longer ones first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_BEYOND_ASCII = re.compile(b"[\x80-\xff]")
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 1 << 13


def _asked_for(data: bytes, shown: str, encoding: str) -> _Decoded:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UnreadableSource(
            f"{shown}: there is no encoding {encoding!r}", "Try utf-8, gb18030, big5, cp932, cp949, cp1251 or cp1252."
        ) from None
    for mark, marked in _MARKS:  # the mark's own codec, so that the mark and nothing else is dropped
        if data.startswith(mark) and marked.startswith(name.removesuffix("-sig")):
            data, name = data.removeprefix(mark), marked
            break
    try:
        text, damage, lost = _mended(data, name)
    except (LookupError, ValueError):  # no codec of text; or not even damaged text
        text, damage, lost = "", (), len(data)
    if _too_much(lost, data):
        raise UnreadableSource(
            f"{shown} is not in the encoding {encoding!r}", "Leave the encoding out, or name another one."
        )
    return _Decoded(text, name, "it was asked for", damage)


def _detected(data: bytes, shown: str) -> _Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data.removeprefix(mark), shown, name)
    decoded = (
        _valid_utf8(data)
        or (b"\0" in data and _by_zero_bytes(data))
        or (b"\0" not in data and (_damaged_utf8(data) or _national(data) or _damaged_ascii(data)))
    )
    if decoded:
        return decoded
    raise _binary(shown) if _CONTROL.search(data) else _undecodable(shown)


def _marked(data: bytes, shown: str, name: str) -> _Decoded:
    try:
        text, damage, lost = _mended(data, name)
    except UnicodeDecodeError:  # cut off within a letter
        text, damage, lost = "", (), len(data)
    if lost * 10 > len(data):
        raise UnreadableSource(
            f"{shown} has the byte order mark of {name.upper()} and is not in it",
            "The file is cut off or spoilt; save the page again, as UTF-8.",
        )
    return _Decoded(text, name, "its byte order mark", damage)


def _valid_utf8(data: bytes) -> _Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else _Decoded(text, "utf-8", "it is valid UTF-8")


def _by_zero_bytes(data: bytes) -> _Decoded | None:
    found: list[tuple[float, str, str]] = []
    for name in _WIDE:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        weights = [_weigh(text[:_SAMPLE], language) for language in _languages()]
        bits = min((weight.bits for weight in weights if weight.fits), default=None)
        if bits is not None and "\0" not in text:
            found.append((bits, name, text))
    if not found:
        return None
    _, name, text = min(found)
    return _Decoded(text, name, "the pattern of its zero bytes")


def _damaged_utf8(data: bytes) -> _Decoded | None:
    try:  # UTF-8 but for surrogates, as careless converters write them: certain, however many they are
        text, damage, lost = _mended(data, "utf-8", "surrogatepass")
        certain = lost * 2 < len(text)
    except UnicodeDecodeError:
        text, damage, lost = _mended(data, "utf-8")
        certain = False
    good = len(text) - len(text.encode("ascii", "ignore")) - len(damage)
    if certain or lost * 10 <= good or (lost < good and not _too_much(lost, data)):
        return _Decoded(text, "utf-8", f"it is UTF-8 but for {_places(damage)}", damage)
    return None


def _national(data: bytes) -> _Decoded | None:
    if _CONTROL.search(data):
        return None
    sample = b"\n".join(_lines_beyond_ascii(data))
    whole = len(sample) < _SAMPLE  # else it may end amid a letter, which the decoders then keep back
    found: list[tuple[float, int, str, str, str]] = []
    for rank, language in enumerate(_languages()):
        for name in language.encodings:
            text = codecs.getincrementaldecoder(name)("replace").decode(sample, final=whole)
            weight = _weigh(text, language)
            if weight.fits:
                found.append((weight.bits, rank, name, language.name, text))
    if not found:
        return None
    best, _, name, language_name, best_text = min(found)
    close = any(bits < best + _CLOSE_BITS and text != best_text for bits, _, _, _, text in found)
    text, damage, lost = _mended(data, name)
    if _too_much(lost, data):
        return None
    reason = f"it is no UTF-8; {name.upper()} makes {language_name} text of it"
    if damage:
        reason += f" but for {_places(damage)}"
    if close:
        reason += ", though it is too short to be sure"
    return _Decoded(text, name, reason, damage)


def _damaged_ascii(data: bytes) -> _Decoded | None:
    text, damage, lost = _mended(data, "utf-8")
    if _too_much(lost, data):
        return None
    return _Decoded(text, "utf-8", f"it is ASCII but for {_places(damage)}", damage)


def _mended(data: bytes, encoding: str, errors: str = "") -> tuple[str, tuple[int, ...], int]:
    """Decode, with one U+FFFD for each run of undecodable bytes.

    Return the text, where those U+FFFD stand, and how many bytes (or surrogates) they stand for. No codec in
    the tables here decodes bytes to lone surrogates of its own accord, so these can mark what was lost.
    """
    text = data.decode(encoding, errors or ("surrogatepass" if encoding in _WIDE else "surrogateescape"))
    damage: list[int] = []
    lost = 0
    for run in _SURROGATES.finditer(text):
        damage.append(run.start() - lost + len(damage))
        lost += run.end() - run.start()
    return (_SURROGATES.sub("\ufffd", text) if damage else text), tuple(damage), lost


def _too_much(lost: int, data: bytes) -> bool:
    """Return whether so many bytes were lost, one in a hundred, that the encoding must be another one."""
    return lost * 100 > len(data)


def _places(damage: tuple[int, ...]) -> str:
    return "one damaged place" if len(damage) == 1 else f"{len(damage)} damaged places"


def _lines_beyond_ascii(data: bytes) -> Iterator[bytes]:
    """Yield what has to be guessed at, as far as the sample goes: lines, from a little before their first such byte."""
    room = _SAMPLE
    for line in data.splitlines():
        if room <= 0:
            return
        if first := _BEYOND_ASCII.search(line):
            piece = line[max(0, first.start() - 20) :][:room]
            yield piece
            room -= len(piece) + 1


# -- Weighing languages -------------------------------------------------------------------------------------
#
# Detectors made for long texts (charset-normalizer among them) get a title in Chinese, Turkish or capitals
# wrong about one time in three. A page is decided here by one sum: how many bits each language would take to
# write the decoded text. A common letter is cheap, a letter foreign to the language is dear, and so bytes read
# in the wrong encoding, which give foreign letters or rare ideographs, lose. Of the languages that most of the
# text belongs to, the cheapest wins; of equals, the first in the table.

_ASCII_BITS = 6.0
_MARK_BITS = 8.0
_FOREIGN_BITS = 20.0
_CLOSE_BITS = 4.0  # within so many of the best, another reading may be the right one
_CAPITAL_BITS = 3.0  # of the first capital in a row
#: For "иСТОРИЯ" (KOI8-R and Windows-1251 have each other's letters in the other case) and "Tьrkiye".
_ODD_PAIR_BITS = 8.0

_LATIN_MARKS = "\u00a0\u00ad‘’‚“”„–—…«»‹›·•°§©®™×±€№²³µ"
_ASIAN_MARKS = "\u3000、。，．：；？！（）［］【】「」『』〈〉《》〔〕“”‘’…—～·・ー－％〇々①②③④⑤"


@dataclass(frozen=True, slots=True)
class _Language:
    """A language, the encodings it is met in, commonest first, and what its letters and marks take."""

    name: str
    encodings: tuple[str, ...]
    bits: dict[str, float]
    latin: bool = False


@dataclass(frozen=True, slots=True)
class _Weight:
    """What a text would take in a language, and whether it can be of that language at all."""

    bits: float
    fits: bool


_LETTERS_BEYOND_ASCII = re.compile(r"(?:(?![A-Za-z])[^\W\d_]){2}")


def _weigh(text: str, language: _Language) -> _Weight:
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
    return _Weight(bits, together and foreign * 10 <= beyond * 3)


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


def _latin(name: str, encodings: str, letters: str, bits: float = 7) -> _Language:
    return _Language(name, tuple(encodings.split()), _bits((letters, bits)), latin=True)


@cache
def _languages() -> tuple[_Language, ...]:
    han = [chr(code) for code in range(0x4E00, 0x9FA6)]
    west = "cp1252 iso8859-15"
    middle = "cp1250 iso8859-2"
    return (
        _Language(
            "Chinese",
            ("gb18030",),
            _bits(
                ("的一是不在有中大和人国学年第期卷月日号研究方法分析与及对基于为", 8),
                (_rows("gb2312", 0xB0, 0xD7), 12),
                (han, 15),
                marks=_ASIAN_MARKS,
            ),
        ),
        _Language(
            "traditional Chinese",
            ("cp950", "big5hkscs", "gb18030"),
            _bits(
                ("的一是不在有中大和人國學年第期卷月日號研究方法分析與及對基於為", 8),
                (_big5_common(), 12.5),
                (han, 15),
                marks=_ASIAN_MARKS,
            ),
        ),
        _Language(
            "Japanese",
            ("cp932", "euc_jp"),
            _bits(
                (_rows("euc_jp", 0xA4, 0xA5), 7),
                (_rows("euc_jp", 0xB0, 0xCF), 12),
                (han, 15),
                marks=_ASIAN_MARKS,
            ),
        ),
        _Language(
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
        _Language(
            "Cyrillic",
            ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866"),
            _bits(("оеаинтсрвл", 4), ("кмдпуяыьгзбчйі", 5.5), ("хжшюцщэфъёїєґўјљњћђџѓќѕ", 7.5)),
        ),
        _Language(
            "Greek",
            ("cp1253", "iso8859-7"),
            _bits(("αοιετνσςηρ", 4), ("κπυμλίάόέ", 5.5), ("γδβθξζφχψωήύώϊϋΐΰ", 7.5)),
        ),
        _Language("Arabic", ("cp1256",), _bits(("ايلمنتربوع", 4), ("دسةفحكقهجأءآؤإئثخذزشصضطظغىًٌٍَُِّْپچژگ،؛؟", 6.5))),
        _Language("Hebrew", ("cp1255",), _bits(("יוהלאתרבמש", 4), ("גדזחטךכםןנסעףפץצק", 6))),
        _Language("Thai", ("cp874",), _bits(([chr(code) for code in range(0xE01, 0xE5C)], 6))),
    )


def _big5_common() -> str:
    pairs = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return b"".join(pairs).decode("big5", "ignore")
