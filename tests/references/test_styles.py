"""Each style by a readable example, set by hand after its manual; `python -m tests.references.sweep --show` prints more."""

from __future__ import annotations

import pytest

from tests.references.items import Item, Organisation, Person
from tests.references.styles import STYLES

HARKER, VEEN = Person("Harker", "Anna Marie"), Person("van der Veen", "Jean-Paul")
ARTICLE = Item(
    "journal", "Thermal behaviour of thin films: a review", authors=(HARKER, VEEN), container="J. Appl. Coat.", year="2019",
    volume="12", issue="3", fpage="132", lpage="139", doi="10.1234/jac.2019.7",
)  # fmt: skip
CHAPTER = Item(
    "chapter", "Reading habits", authors=(HARKER,), editors=(VEEN, Person("Li", "Xiu")), container="A world of books",
    edition="2", place="London", publisher="Harbour Press", year="2001", fpage="93", lpage="113",
)  # fmt: skip
MANY = Item(
    "journal", "Why do glaciers retreat?", container="Coastal Science", year="2020", volume="4", fpage="1496", lpage="1500",
    authors=(HARKER, VEEN, Person("Li", "Xiu"), Person("Smith", "John"), Person("O’Neill", "Ruth"), Person("Wang", "Lei"),
             Person("Petersen", "Ole")),
)  # fmt: skip
ZHAO, OUYANG = Person("赵", "志远"), Person("欧阳", "明")
ZH_ARTICLE = Item(
    "journal", "清代盐政研究：以东江为例", lang="zh", authors=(ZHAO, OUYANG), container="史地丛刊", year="2018", issue="3",
    fpage="5", lpage="9",
)  # fmt: skip
ZH_BOOK = Item(
    "book", "出版的路径", lang="zh", authors=(ZHAO,), translators=(OUYANG,), volume="3", edition="2", place="北京",
    publisher="文史书局", year="2004",
)  # fmt: skip
ZH_CHAPTER = Item(
    "chapter", "盐政", lang="zh", authors=(ZHAO,), editors=(OUYANG,), container="清史论集", place="北京", publisher="文史书局",
    year="2004", fpage="5", lpage="9",
)  # fmt: skip
PT_ARTICLE = Item(
    "journal", "A gestão da água", lang="pt", authors=(Person("Silva", "João"), Person("Souza", "Ana")),
    container="Cadernos do Mar", year="2019", volume="12", issue="3", fpage="132", lpage="139",
    url="https://mar.example/a7", accessed="2020-03-04",
)  # fmt: skip
FR_CHAPTER = Item(
    "chapter", "La lecture", lang="fr", authors=(Person("Dupont", "Jean"), Person("Martin", "Anne")), container="Les livres",
    editors=(Person("de La Tour", "Marie"),), edition="3", place="Paris", publisher="Éditions du Nord", year="2001",
    fpage="93", lpage="113",
)  # fmt: skip
ES_ARTICLE = Item(
    "journal", "La gestión del agua", lang="es", authors=(Person("García", "Juan"), Person("López", "Ana")), container="Mar",
    year="2019", volume="12", issue="3", fpage="132", lpage="139", url="https://mar.example/a7", accessed="2020-03-04",
)  # fmt: skip
DE_ARTICLE = Item(
    "journal", "Lesen lernen", lang="de", authors=(Person("Müller", "Hans"), Person("von Stein", "Eva")),
    container="Holz und Technik", year="2004", volume="3", issue="2", fpage="11", lpage="15",
)  # fmt: skip
DE_CHAPTER = Item(
    "chapter", "Lesen lernen", lang="de", authors=(Person("Müller", "Hans"),), editors=(Person("Groß", "Anna"),),
    container="Die Bücher", edition="3", place="Berlin", publisher="Nordverlag", year="2001", fpage="93", lpage="113",
)  # fmt: skip
RU_ARTICLE = Item(
    "journal", "Рост городов", lang="ru", authors=(Person("Иванов", "Иван Олегович"), Person("Петрова", "Анна Борисовна")),
    container="Лесной журнал", year="2019", volume="5", issue="2", fpage="11", lpage="15",
)  # fmt: skip
RU_PAGE = Item(
    "webpage", "Рост городов", lang="ru", authors=(Person("Иванов", "Иван Олегович"),), year="2019",
    url="https://mar.example/a7", accessed="2020-03-04",
)  # fmt: skip
STANDARD = Item(
    "standard", "资源描述", lang="zh", authors=(Organisation("全国包装标准化技术委员会"),), number="GB/T 3792—2021",
    place="北京", publisher="新知科技出版社", year="2021",
)  # fmt: skip
PATENT = Item(
    "patent", "一种压舌板", lang="zh", authors=(ZHAO,), number="92214985.2", year="1993", month="4", day="14",
)  # fmt: skip
NEWS = Item(
    "newspaper", "水网的演变", lang="zh", authors=(ZHAO,), container="北山日报", year="2019", month="6", day="11", fpage="06",
)  # fmt: skip
PREPRINT = Item(
    "preprint", "Sparse learning", authors=(HARKER,), publisher="OpenRxiv", version=None, year="2024", month="2", day="3",
    doi="10.1234/or.5",
)  # fmt: skip
PAGE = Item(
    "webpage", "Coastal erosion", authors=(Organisation("Coastal Survey Agency"),), year="2018", month="9", day="5",
    url="https://coast.example/a", accessed="2020-03-04",
)  # fmt: skip

GOLDEN: list[tuple[str, Item, str]] = [
    # GB/T 7714: clauses 4.1 to 4.6 and annex A of each edition.
    ("gbt-1987", ZH_CHAPTER, "赵志远. 盐政. 见: 欧阳明 编. 清史论集. 北京: 文史书局, 2004. 5～9."),
    ("gbt-2005", PATENT, "赵志远. 一种压舌板: 中国, 92214985.2[P]. 1993-04-14."),
    ("gbt-2005-author-date", ZH_ARTICLE, "赵志远, 欧阳明, 2018. 清代盐政研究：以东江为例[J]. 史地丛刊(3): 5-9."),
    (
        "gbt-2015",
        ARTICLE,
        "HARKER A M, VAN DER VEEN J-P. Thermal behaviour of thin films: a review[J/OL]. J. Appl. Coat., 2019, 12(3): 132-139. "
        "DOI:10.1234/jac.2019.7.",
    ),
    ("gbt-2015", ZH_BOOK, "赵志远. 出版的路径: 卷 3[M]. 欧阳明, 译. 2版. 北京: 文史书局, 2004."),
    ("gbt-2015", STANDARD, "全国包装标准化技术委员会. 资源描述: GB/T 3792—2021[S]. 北京: 新知科技出版社, 2021."),
    ("gbt-2015", NEWS, "赵志远. 水网的演变[N]. 北山日报, 2019-06-11(06)."),
    ("gbt-2015", PAGE, "Coastal Survey Agency. Coastal erosion[EB/OL]. (2018-09-05)[2020-03-04]. https://coast.example/a."),
    (
        "gbt-2015",
        MANY,
        "HARKER A M, VAN DER VEEN J-P, LI X, et al. Why do glaciers retreat?[J]. Coastal Science, 2020, 4: 1496-1500.",
    ),
    (
        "gbt-2015-author-date",
        CHAPTER,
        "HARKER A M, 2001. Reading habits[M]//VAN DER VEEN J-P, LI X. A world of books. 2nd ed. London: Harbour Press: 93-113.",
    ),
    ("gbt-2015-wide", ZH_ARTICLE, "赵志远，欧阳明. 清代盐政研究：以东江为例[J]. 史地丛刊，2018（3）：5-9."),
    (
        "gbt-2015-nocaps",
        CHAPTER,
        "Harker A M. Reading habits [M]//van der Veen J-P, Li X. A world of books. 2nd ed. London: Harbour Press, 2001: 93-113.",
    ),
    ("gbt-2025", PREPRINT, "Harker A M. Sparse learning[PP/OL]. OpenRxiv（2024-02-03）. DOI:10.1234/or.5."),
    ("gbt-2025", STANDARD, "全国包装标准化技术委员会. GB/T 3792—2021 资源描述[S]. 北京：新知科技出版社，2021."),
    (
        "gbt-2025-author-date",
        ARTICLE,
        "Harker A M，van der Veen J-P，2019. Thermal behaviour of thin films: a review[J/OL]. J. Appl. Coat.，12（3）：132-139. "
        "DOI:10.1234/jac.2019.7.",
    ),
    # Chinese house styles: notes of historical and law reviews, lists of social-science reviews.
    ("zh-history", ZH_ARTICLE, "赵志远、欧阳明：《清代盐政研究：以东江为例》，《史地丛刊》2018年第3期，第5~9页。"),
    ("zh-history", ZH_CHAPTER, "赵志远：《盐政》，载欧阳明主编：《清史论集》，北京：文史书局，2004年，第5~9页。"),
    ("zh-law", ZH_ARTICLE, "赵志远、欧阳明：《清代盐政研究：以东江为例》，载《史地丛刊》2018年第3期，第5—9页。"),
    ("zh-plain", ZH_BOOK, "赵志远：《出版的路径》第3卷（第2版），欧阳明译，文史书局，2004年版。"),
    ("zh-author-date", ZH_ARTICLE, "赵志远、欧阳明，2018，《清代盐政研究：以东江为例》，《史地丛刊》第3期，第5-9页。"),
    # Citing Medicine, chapters 1, 2 and 25; AMA Manual of Style, chapter 3; the publishers' instructions to authors.
    (
        "vancouver",
        ARTICLE,
        "Harker AM, van der Veen JP. Thermal behaviour of thin films: a review. J Appl Coat. 2019;12(3):132-9. "
        "doi: 10.1234/jac.2019.7",
    ),
    (
        "vancouver",
        CHAPTER,
        "Harker AM. Reading habits. In: van der Veen JP, Li X, editors. A world of books. 2nd ed. London: Harbour Press; 2001. "
        "p. 93-113.",
    ),
    (
        "vancouver",
        PAGE,
        "Coastal Survey Agency. Coastal erosion [Internet]. 2018 Sep 5 [cited 2020 Mar 4]. Available from: "
        "https://coast.example/a",
    ),
    (
        "ama",
        MANY,
        "Harker AM, van der Veen JP, Li X, et al. Why do glaciers retreat? Coastal Science. 2020;4:1496-1500.",
    ),
    (
        "elsevier-vancouver",
        ARTICLE,
        "Harker AM, van der Veen JP. Thermal behaviour of thin films: a review. J Appl Coat 2019;12:132–9. "
        "https://doi.org/10.1234/jac.2019.7",
    ),
    (
        "springer-basic",
        ARTICLE,
        "Harker AM, van der Veen JP (2019) Thermal behaviour of thin films: a review. J Appl Coat 12(3):132–139. "
        "https://doi.org/10.1234/jac.2019.7",
    ),
    (
        "springer-basic",
        CHAPTER,
        "Harker AM (2001) Reading habits. In: van der Veen JP, Li X (eds) A world of books, 2nd edn. Harbour Press, London, "
        "pp 93–113",
    ),
    # Publication Manual of the APA, 7th edition, 10.1 to 10.16; Cite them right; Chicago Manual, 17th edition, 14 and 15.
    (
        "apa",
        ARTICLE,
        "Harker, A. M., & van der Veen, J.-P. (2019). Thermal behaviour of thin films: a review. J. Appl. Coat., 12(3), 132–139. "
        "https://doi.org/10.1234/jac.2019.7",
    ),
    (
        "apa",
        CHAPTER,
        "Harker, A. M. (2001). Reading habits. In J.-P. van der Veen & X. Li (Eds.), A world of books (2nd ed., pp. 93–113). "
        "Harbour Press.",
    ),
    ("apa", PREPRINT, "Harker, A. M. (2024). Sparse learning. OpenRxiv. https://doi.org/10.1234/or.5"),
    (
        "harvard",
        CHAPTER,
        "Harker, A.M. (2001) ‘Reading habits’, in van der Veen, J.-P. and Li, X. (eds) A world of books. 2nd edn. "
        "London: Harbour Press, pp. 93–113.",
    ),
    (
        "chicago-author-date",
        MANY,
        "Harker, Anna Marie, Jean-Paul van der Veen, Xiu Li, John Smith, Ruth O’Neill, Lei Wang, and Ole Petersen. 2020. "
        "“Why do glaciers retreat?” Coastal Science 4: 1496–500.",
    ),
    (
        "elsevier-harvard",
        ARTICLE,
        "Harker, A.M., van der Veen, J.-P., 2019. Thermal behaviour of thin films: a review. J. Appl. Coat. 12 (3), 132–139. "
        "https://doi.org/10.1234/jac.2019.7",
    ),
    (
        "cell",
        ARTICLE,
        "Harker, A.M., and van der Veen, J.-P. (2019). Thermal behaviour of thin films: a review. J. Appl. Coat. 12, 132–139. "
        "https://doi.org/10.1234/jac.2019.7.",
    ),
    (
        "chicago-notes",
        CHAPTER,
        "Harker, Anna Marie. “Reading habits.” In A world of books, 2nd ed., edited by Jean-Paul van der Veen and Xiu Li, "
        "93–113. London: Harbour Press, 2001.",
    ),
    (
        "mla",
        ARTICLE,
        "Harker, Anna Marie, and Jean-Paul van der Veen. “Thermal behaviour of thin films: a review.” J. Appl. Coat., vol. 12, "
        "no. 3, 2019, pp. 132–39, https://doi.org/10.1234/jac.2019.7.",
    ),
    # IEEE Reference Guide; ACS Guide, 4.3; the journals' instructions to authors; AIP Style Manual.
    (
        "ieee",
        ARTICLE,
        "A. M. Harker and J.-P. van der Veen, “Thermal behaviour of thin films: a review,” J. Appl. Coat., vol. 12, no. 3, "
        "pp. 132–139, 2019, doi: 10.1234/jac.2019.7.",
    ),
    (
        "ieee",
        CHAPTER,
        "A. M. Harker, “Reading habits,” in A world of books, 2nd ed., J.-P. van der Veen and X. Li, Eds. "
        "London: Harbour Press, 2001, pp. 93–113.",
    ),
    (
        "acs",
        CHAPTER,
        "Harker, A. M. Reading habits. In A world of books, 2nd ed.; van der Veen, J.-P.; Li, X., Eds.; Harbour Press: London, "
        "2001; pp 93–113.",
    ),
    ("nature", MANY, "Harker, A. M. et al. Why do glaciers retreat? Coastal Science 4, 1496–1500 (2020)."),
    (
        "science",
        ARTICLE,
        "A. M. Harker, J.-P. van der Veen, Thermal behaviour of thin films: a review. J. Appl. Coat. 12, 132–139 (2019). "
        "https://doi.org/10.1234/jac.2019.7.",
    ),
    (
        "elsevier-numeric",
        ARTICLE,
        "A.M. Harker, J.-P. van der Veen, Thermal behaviour of thin films: a review, J. Appl. Coat. 12 (2019) 132–139. "
        "https://doi.org/10.1234/jac.2019.7.",
    ),
    (
        "springer-physics",
        ARTICLE,
        "A.M. Harker, J.-P. van der Veen, Thermal behaviour of thin films: a review. J. Appl. Coat. 12(3), 132–139 (2019). "
        "https://doi.org/10.1234/jac.2019.7",
    ),
    (
        "aip",
        ARTICLE,
        "A. M. Harker and J.-P. van der Veen, “Thermal behaviour of thin films: a review,” J. Appl. Coat. 12(3), 132–139 (2019).",
    ),
    ("aps", ARTICLE, "A. M. Harker and J.-P. van der Veen, J. Appl. Coat. 12, 132 (2019)."),
    (
        "aps-titled",
        ARTICLE,
        "A. M. Harker and J.-P. van der Veen, Thermal behaviour of thin films: a review, J. Appl. Coat. 12, 132 (2019).",
    ),
    # ABNT NBR 6023; ISO 690; DIN 1505-2; GOST R 7.0.5-2008 and GOST 7.1-2003.
    (
        "abnt",
        PT_ARTICLE,
        "SILVA, João; SOUZA, Ana. A gestão da água. Cadernos do Mar, v. 12, n. 3, p. 132-139, 2019. "
        "Disponível em: https://mar.example/a7. Acesso em: 4 mar. 2020.",
    ),
    (
        "iso690-fr",
        FR_CHAPTER,
        "DUPONT, Jean et MARTIN, Anne. La lecture. In : DE LA TOUR, Marie (éd.), Les livres. 3e éd. Paris : Éditions du Nord, "
        "2001, p. 93-113.",
    ),
    (
        "iso690-es",
        ES_ARTICLE,
        "GARCÍA, Juan y LÓPEZ, Ana. La gestión del agua. Mar. 2019, vol. 12, núm. 3, p. 132-139. "
        "Disponible en: https://mar.example/a7 [consulta: 4 de marzo de 2020].",
    ),
    (
        "din-1505",
        DE_ARTICLE,
        "MÜLLER, Hans ; VON STEIN, Eva: Lesen lernen. In: Holz und Technik Bd. 3 (2004), Nr. 2, S. 11–15",
    ),
    (
        "din-1505",
        DE_CHAPTER,
        "MÜLLER, Hans: Lesen lernen. In: GROSS, Anna (Hrsg.): Die Bücher. 3. Aufl. Berlin : Nordverlag, 2001, S. 93–113",
    ),
    ("gost-7.0.5", RU_ARTICLE, "Иванов И. О., Петрова А. Б. Рост городов // Лесной журнал. 2019. Т. 5. № 2. С. 11–15."),
    (
        "gost-7.0.5",
        RU_PAGE,
        "Иванов И. О. Рост городов [Электронный ресурс]. URL: https://mar.example/a7 (дата обращения: 04.03.2020).",
    ),
    (
        "gost-7.1",
        RU_ARTICLE,
        "Иванов, И. О. Рост городов / И. О. Иванов, А. Б. Петрова // Лесной журнал. – 2019. – Т. 5, № 2. – С. 11–15.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "item", "text"), GOLDEN, ids=[f"{name} {item.type}" for name, item, _ in GOLDEN])
def test_a_style_prints_as_its_manual_says(name: str, item: Item, text: str) -> None:
    assert STYLES[name].render(item) == text


def test_every_style_has_an_example() -> None:
    assert {name for name, _, _ in GOLDEN} == set(STYLES)
