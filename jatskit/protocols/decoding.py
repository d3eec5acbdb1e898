"""How the bytes of an input become text.

Tried in this order:

1. the encoding asked for;
2. a byte order mark;
3. UTF-8, if it is valid;
4. UTF-16 or UTF-32 without a mark, if there are zero bytes;
5. UTF-8 in which few places are damaged;
6. the encoding that an HTML or XML page says it is in, if the bytes are in it;
7. a national encoding, by weighing (`weighing.weigh`) what each of them would make of the bytes;
8. ASCII in which few places are damaged.

Whatever is left is refused. A guess is never silent: `Source.reason` says why the encoding was chosen, and
`Source.damage` where bytes were lost.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from jatskit.errors import UnreadableSource
from jatskit.protocols.weighing import CLOSE_BITS, languages, weigh


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, why that one, and where bytes were lost."""

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


def asked_for(data: bytes, shown: str, encoding: str) -> Decoded:
    """Decode by the encoding asked for; raise UnreadableSource if the bytes are not in it."""
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
    return Decoded(text, name, "it was asked for", damage)


def detected(data: bytes, shown: str) -> Decoded:
    """Decode by the first encoding that fits; raise UnreadableSource if none does."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data.removeprefix(mark), shown, name)
    decoded = (
        _valid_utf8(data)
        or (b"\0" in data and _by_zero_bytes(data))
        or (b"\0" not in data and (_damaged_utf8(data) or _declared(data) or _national(data) or _damaged_ascii(data)))
    )
    if decoded:
        return decoded
    raise binary(shown) if _CONTROL.search(data) else _undecodable(shown)


def _marked(data: bytes, shown: str, name: str) -> Decoded:
    try:
        text, damage, lost = _mended(data, name)
    except UnicodeDecodeError:  # cut off within a letter
        text, damage, lost = "", (), len(data)
    if lost * 10 > len(data):
        raise UnreadableSource(
            f"{shown} has the byte order mark of {name.upper()} and is not in it",
            "The file is cut off or spoilt; save the page again, as UTF-8.",
        )
    return Decoded(text, name, "its byte order mark", damage)


def _valid_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else Decoded(text, "utf-8", "it is valid UTF-8")


def _by_zero_bytes(data: bytes) -> Decoded | None:
    found: list[tuple[float, str, str]] = []
    for name in _WIDE:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        weights = [weigh(text[:_SAMPLE], language) for language in languages()]
        bits = min((weight.bits for weight in weights if weight.fits), default=None)
        if bits is not None and "\0" not in text:
            found.append((bits, name, text))
    if not found:
        return None
    _, name, text = min(found)
    return Decoded(text, name, "the pattern of its zero bytes")


def _damaged_utf8(data: bytes) -> Decoded | None:
    try:  # UTF-8 but for surrogates, as careless converters write them: certain, however many they are
        text, damage, lost = _mended(data, "utf-8", "surrogatepass")
        certain = lost * 2 < len(text)
    except UnicodeDecodeError:
        text, damage, lost = _mended(data, "utf-8")
        certain = False
    good = len(text) - len(text.encode("ascii", "ignore")) - len(damage)
    if certain or lost * 10 <= good or (lost < good and not _too_much(lost, data)):
        return Decoded(text, "utf-8", f"it is UTF-8 but for {_places(damage)}", damage)
    return None


_DECLARATION = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s{0,5}=\s{0,5}["']?([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
#: What browsers take some names to mean (WHATWG Encoding, section 4.2): the larger set that pages in fact use.
_LARGER = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "tis-620": "cp874", "iso-8859-11": "cp874",
}  # fmt: skip


def _declared(data: bytes) -> Decoded | None:
    """Decode as the page says, unless it is cut off from UTF-8, or its bytes do not fit what it says."""
    match = _DECLARATION.search(data, 0, 1 << 14)
    if not match:
        return None
    said = match[1].decode("ascii").lower()
    try:
        name = codecs.lookup(_LARGER.get(said, said)).name
        if name.startswith("utf"):
            return None
        text, damage, lost = _mended(data, name)
    except (LookupError, ValueError):
        return None
    if _too_much(lost, data) or _CONTROL.search(data):
        return None
    reason = f"the page says {said.upper()}" + (f", which it is but for {_places(damage)}" if damage else "")
    return Decoded(text, name, reason, damage)


def _national(data: bytes) -> Decoded | None:
    if _CONTROL.search(data):
        return None
    sample = b"\n".join(_lines_beyond_ascii(data))
    whole = len(sample) < _SAMPLE  # else it may end amid a letter, which the decoders then keep back
    found: list[tuple[float, int, str, str, str]] = []
    for rank, language in enumerate(languages()):
        for name in language.encodings:
            text = codecs.getincrementaldecoder(name)("replace").decode(sample, final=whole)
            weight = weigh(text, language)
            if weight.fits:
                found.append((weight.bits, rank, name, language.name, text))
    if not found:
        return None
    best, _, name, language_name, best_text = min(found)
    close = any(bits < best + CLOSE_BITS and text != best_text for bits, _, _, _, text in found)
    text, damage, lost = _mended(data, name)
    if _too_much(lost, data):
        return None
    reason = f"it is no UTF-8; {name.upper()} makes {language_name} text of it"
    if damage:
        reason += f" but for {_places(damage)}"
    if close:
        reason += ", though it is too short to be sure"
    return Decoded(text, name, reason, damage)


def _damaged_ascii(data: bytes) -> Decoded | None:
    text, damage, lost = _mended(data, "utf-8")
    if _too_much(lost, data):
        return None
    return Decoded(text, "utf-8", f"it is ASCII but for {_places(damage)}", damage)


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


def binary(shown: str) -> UnreadableSource:
    """Return the error that says that a file is not text."""
    return UnreadableSource(f"{shown} is a binary file, not text", "Save the page as text, HTML or XML.")


def _undecodable(shown: str) -> UnreadableSource:
    return UnreadableSource(
        f"{shown}: no known encoding makes text of it", "Save it as UTF-8, or say which encoding it is in."
    )
