"""The words of menus, and the paths of sites."""

from __future__ import annotations

import time

import pytest

from jatskit.layouts import furniture_in, label_in
from jatskit.layouts.menus import MENUS, is_menu, is_path


@pytest.mark.parametrize("language", MENUS)
def test_every_word_of_a_menu_is_one_alone_and_among_others(language: str) -> None:
    words = [word.strip() for word in MENUS[language].split(" | ")]
    for word in words:
        assert is_menu(word) and is_menu(word.upper()), word
        assert furniture_in(word) or label_in(word), word
    assert is_menu(" | ".join(words[:8]))
    assert is_menu(" · ".join(reversed(words[:8])))


@pytest.mark.parametrize(
    "line",
    ["首页期刊介绍编委会道德规范投稿指南", "首 页 | 期刊介绍 | 编 委 会", "* Home * Archives * About", "Поиск   Войти"],
)
def test_menus_as_pages_print_them(line: str) -> None:
    assert furniture_in(line) == "menu"


@pytest.mark.parametrize(
    "line",
    [
        "On the archives of a home",
        "投稿指南的历史演变",
        "期刊评价研究",
        "Архив писем Примерова",
        "Sobre el método",
        "12 (3)",
        "",
    ],
)
def test_other_lines_are_no_menus(line: str) -> None:
    assert not is_menu(line)


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 期刊导航 > 2018年4期",
        "Home / Archives / Vol. 9 No. 1 (2021) / Articles",
        "Trang chủ / Số cũ / Tập 56",
        "Главная > Том 14",
    ],
)
def test_paths_from_a_home(line: str) -> None:
    assert is_path(line)
    assert not is_path(line.partition(" ")[2].strip(" />"))


def test_a_line_of_many_words_takes_linear_time() -> None:
    start = time.perf_counter()
    for line in ("首页" * 140 + "x", "检索" * 140 + "x", "archivearchives" * 19 + "x"):
        assert not is_menu(line)
    assert time.perf_counter() - start < 0.5
