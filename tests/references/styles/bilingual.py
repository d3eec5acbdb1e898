"""One work printed in Chinese and in English, joined in the ways that pages join them."""

from __future__ import annotations

from collections.abc import Callable


def _open(text: str) -> str:
    """A print without the stop at its end."""
    return text.rstrip(".。")


#: From the Chinese print and the English print to the entry.
JOINS: dict[str, Callable[[str, str], str]] = {
    "zh-en, nothing between": lambda zh, en: zh + en,
    "zh-en, blank": lambda zh, en: f"{zh} {en}",
    "zh-en, newline": lambda zh, en: f"{zh}\n{en}",
    "zh [en]": lambda zh, en: f"{zh} [{en}]",
    "zh (en)": lambda zh, en: f"{zh} ({en})",
    "zh（en）": lambda zh, en: f"{zh}（{en}）",
    "zh; en": lambda zh, en: f"{_open(zh)}; {en}",
    "zh (en (in Chinese))": lambda zh, en: f"{zh} ({_open(en)} (in Chinese).)",
    "zh-en (in Chinese)": lambda zh, en: f"{zh} {_open(en)} (in Chinese).",
    "en-zh, nothing between": lambda zh, en: en + zh,
    "en-zh, blank": lambda zh, en: f"{en} {zh}",
    "en-zh, newline": lambda zh, en: f"{en}\n{zh}",
    "en [zh]": lambda zh, en: f"{en} [{zh}]",
    "en (zh)": lambda zh, en: f"{en} ({zh})",
    "en (in Chinese) [zh]": lambda zh, en: f"{_open(en)} (in Chinese). [{zh}]",
    "en; zh": lambda zh, en: f"{_open(en)}; {zh}",
}

#: The style of the Chinese print and that of the English one, as lists combine them.
PAIRS = (
    ("gbt-2015", "gbt-2015"),
    ("gbt-2015-nocaps", "gbt-2015-nocaps"),
    ("gbt-2015-author-date", "gbt-2015-author-date"),
    ("gbt-2025", "gbt-2025"),
    ("gbt-2015", "vancouver"),
    ("zh-history", "chicago-notes"),
)
