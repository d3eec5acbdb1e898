"""Personal names as bylines print them: where one is split, and when it cannot be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from jatskit.language import HAN

#: Lower-case words that belong to the surname after them.
PARTICLES = frozenset(
    "af al ap av bin da das de del della den der des di do dos du el la las le los 't te ten ter van von vom "
    "y zu zum zur".split()
)
#: Particles that surnames begin with in capitals, too, and that are seldom given names: De Luca, Le Goff, Von Arx.
_CAPITAL_PARTICLES = frozenset("De Del Della Dello Dalla Dal Degli Dos Von Van Der Den Ter Le La El Al Di Du".split())
#: Capitalised words that stand alone in a line of their own and are nobody's name.
NOT_NAMES = frozenset(
    "roles role affiliation affiliations auteur personid footnotes notes orcid contributions "
    "abstract access advertisement article articles author authors brief case communication contents correspondence "
    "database download editorial figures full home information introduction issue journal keywords letter metrics "
    "news note open original paper pdf print references report research review science search section share short "
    "cc scilit sciprofiles about us contact menu journals submit help sign register policy privacy terms cookies alerts tools login "
    "study summary supplementary tables text title view volume accept archives background cite cited citing conclusion "
    "conclusions coverage current dashboard discussion followers guidelines issn issue items manage materials methods "
    "library folder citation create history mailing address addresses electronic option options save "
    "online panel written posted reviewed peer permissions preferences publications related results status submission this user year".split()
)
_SUFFIX = re.compile(r"(?:Jr|JR|Sr|SR)\.?|I{2,3}|IV|V")
_SUFFIX_AFTER = re.compile(r"[,\s]\s{0,3}((?:Jr|JR|Sr|SR)\.?|I{2,3})\s{0,3}$")
_INITIALS = re.compile(r"(?:[^\W\d_a-zà-öø-ÿ]\.?-?){1,4}")
_TOKEN = re.compile(r"\S+")
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}")
#: A Korean name, whose surname has one letter unless it is one of a few.
_HANGUL_NAME = re.compile("[가-힣]{2,4}")
_HANGUL_SURNAMES = frozenset("남궁 황보 제갈 사공 선우 서문 독고 동방".split())
#: Korean surnames of one letter, nearly all that there are.
_HANGUL_LETTERS = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간견당창라나량려련렬령로뢰룡리림"
)
_HANGUL = re.compile("[가-힣]")
_HANGUL_SPACED = re.compile("([가-힣]{1,2}) ([가-힣]{1,3})")
#: A Japanese name with its parts apart.
_KANA_NAME = re.compile(f"[{HAN}\u3040-\u30ff]{{1,5}}[ \u3000][{HAN}\u3040-\u30ff]{{1,5}}")
#: A name of Han letters whose parts a comma parts, as tags do: 佐々木, 健.
_HAN_COMMA = re.compile(f"([{HAN}\u3040-\u30ff]{{1,4}})\\s?[,，]\\s?([{HAN}\u3040-\u30ff]{{1,4}})")
#: A word of a name: letters, with marks above and below them, joiners of Arabic letters, hyphens and apostrophes.
_NAME_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‐‑–`\u0300-\u036f\u064b-\u065f\u200c])*")

#: Chinese surnames of two letters.
COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 "
    "赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 "
    "仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 呼延 歐陽 司馬 東方 諸葛 尉遲 赫連 澹臺 濮陽 鍾離 長孫 鮮于 南宮".split()
)


@dataclass(frozen=True, slots=True)
class SplitName:
    """Where the parts of a name stand in its text: half-open spans. `style` is JATS's `@name-style`."""

    surname: tuple[int, int]
    given: tuple[int, int] | None
    style: str
    suffix: tuple[int, int] | None = None


def looks_like_a_name(text: str) -> bool:
    """Whether `text`, one item of a byline, could be the name of a person."""
    if _HAN_NAME.fullmatch(text.replace(" ", "").replace("\u3000", "")):
        return True
    if re.fullmatch(f"[{HAN}]+(?:[·•・][{HAN}]+)+", text):
        return True
    if _KANA_NAME.fullmatch(text):
        return True
    if _HANGUL.match(text):
        spaced = _HANGUL_SPACED.fullmatch(text)
        return _is_korean_surname(spaced[1]) if spaced else _is_korean(text)
    tokens = text.split()
    if not 1 <= len(tokens) <= 6 or len(text) > 60 or not all(_NAME_TOKEN.fullmatch(t) for t in tokens):
        return False
    if any(token.lower() in NOT_NAMES for token in tokens):
        return False
    return len(tokens) > 1 and all(not t[0].islower() or t.lower() in PARTICLES for t in tokens)


def _is_korean(text: str) -> bool:
    return _HANGUL_NAME.fullmatch(text) is not None and (text[:2] in _HANGUL_SURNAMES or text[0] in _HANGUL_LETTERS)


def _is_korean_surname(text: str) -> bool:
    return text in _HANGUL_SURNAMES or text in _HANGUL_LETTERS


def romanised(surname: str) -> frozenset[str]:
    """Return the pinyin, in lower case and without tones, of every way to read a Han surname."""
    from pypinyin import Style, pinyin

    # Each letter for itself: then the table of phrases, which takes long to load, is not needed.
    readings = [pinyin(letter, style=Style.NORMAL, heteronym=True)[0] for letter in surname]
    return frozenset("".join(syllables) for syllables in product(*readings))


def split(text: str, surnames: frozenset[str] = frozenset(), *, japanese: bool = False) -> SplitName | None:
    """Say which part of a printed name is the surname, or None if the name does not tell.

    A Han name starts with the surname, of one letter or two that are known; a Japanese one tells only by a blank. A name
    with a comma, in capitals first or followed by initials has its surname first; any other name of several words has
    it last, with the particles before it. Where the surname is known from another script, `surnames` are its spellings
    in lower case, and the one that is printed tells.
    """
    if _KANA_NAME.fullmatch(text):
        blank = next(i for i, letter in enumerate(text) if letter.isspace())
        return SplitName((0, blank), (blank + 1, len(text)), "eastern")
    if parted := _HAN_COMMA.fullmatch(text):
        return SplitName(parted.span(1), parted.span(2), "eastern")
    if re.match(f"[{HAN}]", text):
        return None if japanese else _split_han(text)
    if spaced := _HANGUL_SPACED.fullmatch(text):
        return SplitName(spaced.span(1), spaced.span(2), "eastern")
    if _HANGUL_NAME.fullmatch(text):
        length = 2 if len(text) > 3 and text[:2] in _HANGUL_SURNAMES else 1
        return SplitName((0, length), (length, len(text)), "eastern")
    if (comma := text.find(",")) > 0:
        end, suffix = len(text), None
        if after := _SUFFIX_AFTER.search(text, comma + 1):
            end, suffix = after.start(), after.span(1)
        given = text[comma + 1 : end].strip()
        if not given:
            return None
        start = text.index(given, comma)
        return SplitName((0, len(text[:comma].rstrip())), (start, start + len(given)), "western", suffix)
    tokens = list(_TOKEN.finditer(text))
    suffix = None
    # After an initial, V is an initial too.
    if len(tokens) > 2 and _SUFFIX.fullmatch(tokens[-1][0]) and not _INITIALS.fullmatch(tokens[-2][0]):
        suffix = tokens.pop().span()
    if len(tokens) < 2:
        return None
    words = [token[0] for token in tokens]
    if surnames:
        is_first, is_last = words[0].lower() in surnames, words[-1].lower() in surnames
        if is_first == is_last:
            return None
        if is_first:
            return SplitName(tokens[0].span(), (tokens[1].start(), tokens[-1].end()), "eastern", suffix)
        return SplitName(tokens[-1].span(), (tokens[0].start(), tokens[-2].end()), "western", suffix)
    if tail := _shouted_tail(words):
        return SplitName(
            (tokens[tail].start(), tokens[-1].end()), (tokens[0].start(), tokens[tail - 1].end()), "western", suffix
        )
    if (
        _INITIALS.fullmatch(words[-1])
        and words[-1].isupper()
        and not (_INITIALS.fullmatch(words[0]) and not _is_word(words[0]))
        and not (_INITIALS.fullmatch(words[0]) and all(map(str.isupper, words)) and any(map(_is_short_word, words[1:])))
        and not _is_shouted_pinyin(words)
        # Three letters before them are a name: TUAN ANH LE.
        and not any(len(word) > 2 and "." not in word and _INITIALS.fullmatch(word) for word in words[1:-1])
    ):
        first_initial = next(i for i, word in enumerate(words) if i and _INITIALS.fullmatch(word))
        return SplitName(
            (0, tokens[first_initial - 1].end()), (tokens[first_initial].start(), tokens[-1].end()), "eastern", suffix
        )
    if _shouted(words[0]) and not any(_shouted(word) for word in words[1:]) and not _are_initials(words):
        return SplitName(tokens[0].span(), (tokens[1].start(), tokens[-1].end()), "eastern", suffix)
    if _folded(words[0]) in _VIETNAMESE and _folded(words[-1]) not in _VIETNAMESE:
        return SplitName(tokens[0].span(), (tokens[1].start(), tokens[-1].end()), "eastern", suffix)
    if len(words) == 3 and _PATRONYMIC.search(words[2]) and not _PATRONYMIC.search(words[1]) and "." not in text:
        return SplitName(tokens[0].span(), (tokens[1].start(), tokens[2].end()), "eastern", suffix)
    first = len(words) - 1
    if (
        first > 1
        and _SPANISH.fullmatch(words[first - 1])
        and len(words[first]) > 2
        and not _INITIALS.fullmatch(words[first])
    ):
        first -= 1
    while first > 1 and (
        (words[first - 1] in _CAPITAL_PARTICLES and _folded(words[-1]) not in _VIETNAMESE)
        or (words[first - 1].lower() in PARTICLES and words[first - 1][0].islower())
    ):
        first -= 1
    return SplitName(
        (tokens[first].start(), tokens[-1].end()), (tokens[0].start(), tokens[first - 1].end()), "western", suffix
    )


def surnames_told(names: Sequence[str]) -> list[frozenset[str]]:
    """Return for each name of a byline its surname in lower case, if the order of the others tells it; else nothing.

    Names are printed in one order. Names after fathers, and frequent Chinese surnames, show which.
    """
    chinese, russian, vietnamese = eastern_order(names), _before_patronymics(names), _vietnamese_order(names)
    told = []
    for name in names:
        words = name.lower().split()
        first = words[0] if words else ""
        known = (chinese and first in PINYIN_SURNAMES) or (russian and len(words) == 2 and "." not in name)
        known = known or (vietnamese and _folded(first) in _MORE_VIETNAMESE)
        told.append(frozenset({first}) if known else frozenset())
    return told


def _vietnamese_order(names: Sequence[str]) -> bool:
    """Whether names begin with frequent Vietnamese surnames, and none ends with one."""
    ends = [(words[0], words[-1]) for name in names if len(words := _folded(name).split()) > 1]
    return any(first in _VIETNAMESE for first, _ in ends) and not any(
        last in _VIETNAMESE and first not in _VIETNAMESE | _MORE_VIETNAMESE for first, last in ends
    )


#: Other Vietnamese surnames, which are known as such beside a frequent one.
_MORE_VIETNAMESE = frozenset(
    "le vo do ho ly duong dinh trinh dao mai lam truong luong luu ta thai to vu ha doan".split()
)


def _before_patronymics(names: Sequence[str]) -> bool:
    """Whether a name ends with one after the father, and none has it in its middle: the surnames stand first."""
    split_names = [name.split() for name in names if "," not in name]
    last = any(len(words) == 3 and _PATRONYMIC.search(words[2]) for words in split_names)
    middle = any(len(words) == 3 and _PATRONYMIC.search(words[1]) for words in split_names)
    return last and not middle


#: Surnames that Spanish names have as the first of two.
_SPANISH = re.compile(
    r"[A-ZÁÉÍÓÚ][a-záéíóúñ]{2,9}[eé]z|Garc[ií]a|D[ií]az|Ruiz|Ortiz|Moreno|Romero|Torres|Navarro|Castillo|Mu[ñn]oz|Rojas|Molina|Delgado"
)


def _shouted_tail(words: Sequence[str]) -> int:
    """Return the first of the words in capitals that a name ends with, if they are its surname: Igor DO VALE; else 0."""
    first = len(words)
    while first and _shouted(words[first - 1]):
        first -= 1
    tail = words[first:]
    told = any(map(_is_word, tail))
    before = words[:first]
    return first if told and before and any(len(word.rstrip(".")) > 2 and not word.isupper() for word in before) else 0


def _is_word(text: str) -> bool:
    """Whether a word in capitals is too long to be initials, and can be spoken."""
    return len(text) >= _WORD and "." not in text and re.search("[AEIOUÀ-ÖØ-Ý]", text) is not None


def _is_short_word(text: str) -> bool:
    """Whether capitals beside other capitals are a word: DOE, ANH, and not JB."""
    return len(text) > 2 and "." not in text and re.search("[AEIOUYÀ-ÖØ-Ý]", text) is not None


def _are_initials(words: Sequence[str]) -> bool:
    """Whether a name's first word is initials without dots, and no surname in capitals: RB Unaen, and not LI Ming."""
    first = words[0]
    if len(first) > 2:
        return not re.search("[AEIOUYÀ-ÖØ-Ý]", first) and len(first) < _WORD
    chinese = _PINYIN.fullmatch(first.lower()) and all(_PINYIN.fullmatch(word.lower()) for word in words[1:])
    return not chinese and first.lower() not in _SHORT_SURNAMES


#: Letters of a word in capitals that is no run of initials.
_WORD = 4
#: Surnames of two letters that are not Chinese, or not only.
_SHORT_SURNAMES = frozenset("le do vo ho ng ko oh im no an yi li wu ma xu".split())


#: What a name after the father ends in; where it stands last, the surname stood first.
_PATRONYMIC = re.compile(r"[а-яёії](?:вич|ьич|вна|чна)$|^(?:оглы|кызы)$", re.IGNORECASE)

#: Frequent Vietnamese surnames, which stand first unless another one stands last; those that are words elsewhere are not here.
_VIETNAMESE = frozenset("nguyen tran pham huynh hoang phan bui dang ngo".split())


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


#: Frequent Chinese surnames in pinyin.
PINYIN_SURNAMES = frozenset(
    "zhang wang li zhao chen yang wu liu huang zhou xu zhu lin sun ma gao hu zheng guo xiao xie he song shen tang han feng "
    "dong deng cao peng zeng jiang cai jia ding wei xue ye yan yu pan du dai xia zhong tian ren fan fang shi yao liao zou "
    "xiong jin lu hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian yin chang qiao lai gong wen "
    "niu ge shang ouyang situ zhuang".split()
)


def eastern_order(names: Sequence[str]) -> bool:
    """Whether names in Latin letters are Chinese ones with the surname first, as the names that tell have it.

    A name tells if only one of its two words is a frequent surname; none may tell the other order.
    """
    first, last = _orders(names)
    return first > 0 and last == 0


def chinese_given_first(names: Sequence[str]) -> bool:
    """Whether names in Latin letters are Chinese ones with the surname last, as all that tell have it."""
    first, last = _orders(names)
    return last > 0 and first == 0


def _orders(names: Sequence[str]) -> tuple[int, int]:
    """Return how many names have a frequent Chinese surname as their first word only, and as their last word only."""
    first = last = 0
    for name in names:
        words = name.lower().replace("-", "").split()
        if len(words) != 2 or not all(_PINYIN.fullmatch(word) for word in words):
            continue
        one, other = (word in PINYIN_SURNAMES for word in words)
        first += one and not other
        last += other and not one
    return first, last


_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ong|ian|iao|ing|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|"
    r"ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v|ü)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?")


def _is_shouted_pinyin(words: list[str]) -> bool:
    """Whether a name such as “Ming ZHAO” ends with a Chinese surname in capitals, and not with initials."""
    first, last = words[0].lower(), words[-1].lower()
    if len(words) != 2 or not (_PINYIN.fullmatch(first) and re.fullmatch(_SYLLABLE, last)):
        return False
    return len(last) > 2 or (len(first) > 4 and not re.fullmatch(_SYLLABLE, first))


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


def _split_han(text: str) -> SplitName | None:
    letters = [i for i, letter in enumerate(text) if not letter.isspace()]
    bare = "".join(text[i] for i in letters)
    if not _HAN_NAME.fullmatch(bare):
        return None
    length = 2 if len(bare) > 2 and bare[:2] in COMPOUND_SURNAMES else 1
    return SplitName((0, letters[length - 1] + 1), (letters[length], letters[-1] + 1), "eastern")


#: Words by which an author's name is a group's or an organisation's.
_ORGANISATION = re.compile(
    r"\b(?:collaborations?|consortium|consortia|committee|society|association|academy|network|investigators|"
    r"task force|working group|study group|research group|centers? for|centre for|institute|university|ministry|"
    r"department of|organi[sz]ation|federation|foundation|council of|editorial (?:board|office)|team|group|project)\b|"
    r"编辑部|委员会|课题组|研究院|研究所|项目组|协会|学会|工作组|研究组|大学|편집",
    re.IGNORECASE,
)
#: Frequent Spanish given names, without accents, that are seldom surnames: what stands before one surname, not two.
SPANISH_GIVEN_NAMES = frozenset(
    "maria jose luis carlos antonio manuel angel angeles jesus javier alberto fernando miguel isabel carmen pilar teresa rosa "
    "elena ana alejandra alejandro eduardo enrique felipe ignacio pablo ramon rafael guadalupe cristina beatriz patricia "
    "lucia laura julia francisco francisca juan juana pedro david daniel daniela jorge roberto ricardo sergio victor raul "
    "oscar hector cesar hugo ivan ernesto arturo alfredo gustavo guillermo gabriel gabriela andrea claudia monica veronica "
    "adriana silvia sandra susana mercedes dolores concepcion rocio esther eugenia fernanda luisa josefa antonia mar "
    "belen raquel marta sofia paula natalia carolina catalina leonardo mauricio rodrigo esteban emilio joaquin julio mario "
    "marcos armando adolfo rodolfo agustin eliseo estela leticia norma martha ines irene milagros nieves paz soledad".split()
)

#: Titles before a name.
TITLES = re.compile(
    r"(?:(?:prof(?:essor)?|dr|mrs?|ms)\.?\s+|(?:prof|dr|eng|ing|doç|yrd|arş|gör|öğr|uzm|assoc|asst|med|rer|nat|phil|dipl|habil|mgr|"
    r"phdr|rndr|mudr|hab|inż)\.[\s-]*|öğr\s|üyesi\s)+(?=[^\W\d_])",
    re.IGNORECASE,
)
#: Academic degrees behind a name.
DEGREES = re.compile(
    r"(?:,?\s+|,)(?:M\.?D\.?|Ph\.?\s?D\.?|D\.?Phil\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?P\.?H\.?|M\.?B\.?B\.?S\.?|Dr\.?P\.?H\.?|"
    r"M\.?S\.?N\.?|R\.?N\.?|FRCP|FRCS|FACP|FACS|M\.?B\.?A\.?|Pharm\.?D\.?|D\.?V\.?M\.?|Sc\.?D\.?|Ed\.?D\.?|M\.?A\.?|"
    r"MBChB|DDS|DMD|MHS|MPhil|BSc|JD|PsyD|DO|MS|BA|BS)(?=$|[,\s])"
)


def is_organisation(text: str) -> bool:
    """Whether a name in a byline is that of a group or an organisation."""
    return _ORGANISATION.search(text) is not None and ("," not in text or len(text.split()) > 3)


def split_off_degrees(text: str) -> int:
    """Return where a name ends and the academic degrees after it begin; its length if there are none."""
    end = len(text)
    while match := next((m for m in DEGREES.finditer(text) if m.end() >= len(text[:end].rstrip(" ,."))), None):
        if "." not in match[0] and "," not in text[: match.end()]:
            break  # without a comma, MA and DO are surnames too
        end = match.start()
        text = text[:end]
    return end
