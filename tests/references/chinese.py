"""Chinese citations and their parts, as data: made up for the tests, one for each rule of the grammars.

A row: the text; the type; the people as `role: surname|given; whole` with `…` for et al.; the single parts.
"""

from __future__ import annotations

Row = tuple[str, str | None, str, dict[str, str]]

CODED: tuple[Row, ...] = (
    (
        "周小川, 林雨. 湿地鸟类的迁徙[J]. 江河学报, 2016, 12(4): 21-29, 40.",
        "journal",
        "author: 周|小川; 林|雨",
        {
            "title": "湿地鸟类的迁徙",
            "container": "江河学报",
            "year": "2016",
            "volume": "12",
            "issue": "4",
            "fpage": "21",
            "lpage": "29",
            "pages": "21-29, 40",
        },
    ),
    (
        "周小川，林雨，等，2016．湿地 鸟类的迁徙［ J ］．江河学报（4）：21—29",
        "journal",
        "author: 周|小川; 林|雨…",
        {
            "title": "湿地 鸟类的迁徙",
            "container": "江河学报",
            "year": "2016",
            "issue": "4",
            "fpage": "21",
            "lpage": "29",
        },
    ),
    (
        "周小川,林雨.湿地鸟类的迁徙[J].江河学报,2016,12:100234.",
        "journal",
        "author: 周|小川; 林|雨",
        {"title": "湿地鸟类的迁徙", "container": "江河学报", "year": "2016", "volume": "12", "elocation": "100234"},
    ),
    (
        "[法]勒布朗. 河流史: 第 2 卷[M]. 何青, 译. 3 版. 北 京: 清波出版社, 1999: 12.",
        "book",
        "author: [法]勒布朗 translator: 何|青",
        {
            "title": "河流史",
            "volume": "2",
            "edition": "3 版",
            "place": "北 京",
            "publisher": "清波出版社",
            "year": "1999",
            "fpage": "12",
        },
    ),
    (
        "BROOK A B, van DIJK C. Rivers of the north: Vol. 3[M]. 2nd ed. Albany, N.Y.: Heron & Sons, Inc., 1988.",
        "book",
        "author: BROOK|A B; van DIJK|C",
        {
            "title": "Rivers of the north",
            "volume": "3",
            "edition": "2nd",
            "place": "Albany, N.Y.",
            "publisher": "Heron & Sons, Inc.",
            "year": "1988",
        },
    ),
    (
        "周小川. 迁徙的路线[M]//林雨, 河海鸟类研究中心. 鸟类志: 上册. 增订本. 南京: 清波出版社, 2003: 5-9.",
        "chapter",
        "author: 周|小川 editor: 林|雨; 河海鸟类研究中心*",
        {
            "title": "迁徙的路线",
            "container": "鸟类志",
            "volume": "上册",
            "edition": "增订本",
            "place": "南京",
            "publisher": "清波出版社",
            "year": "2003",
            "fpage": "5",
            "lpage": "9",
        },
    ),
    (
        "周小川. 迁徙的路线[A]. 林雨. 鸟类志[C]. 南京: 清波出版社, 2003: 5-9.",
        "chapter",
        "author: 周|小川 editor: 林|雨",
        {
            "title": "迁徙的路线",
            "container": "鸟类志",
            "place": "南京",
            "publisher": "清波出版社",
            "year": "2003",
            "fpage": "5",
            "lpage": "9",
        },
    ),
    (
        "BROOK A. On banks[C]//Proceedings of the river meeting. Oslo, Norway, 2001: 7.",
        "confproc",
        "author: BROOK|A",
        {
            "title": "On banks",
            "container": "Proceedings of the river meeting",
            "place": "Oslo, Norway",
            "year": "2001",
            "fpage": "7",
        },
    ),
    (
        "林雨. 洲滩植被演替[D]: [博士学位论文]. 武汉: 江河大学, 2011.",
        "thesis",
        "author: 林|雨",
        {"title": "洲滩植被演替", "genre": "博士学位论文", "place": "武汉", "publisher": "江河大学", "year": "2011"},
    ),
    (
        "河海鸟类研究中心. 鸟类环志规程: LY/T 9001—2015[S]. 北京: 清波出版社, 2015.",
        "standard",
        "author: 河海鸟类研究中心*",
        {
            "title": "鸟类环志规程",
            "number": "LY/T 9001—2015",
            "place": "北京",
            "publisher": "清波出版社",
            "year": "2015",
        },
    ),
    (
        "林雨. 一种鸟巢: 中国, 99123456.7[P]. 1999-05-06.",
        "patent",
        "author: 林|雨",
        {
            "title": "一种鸟巢",
            "number": "99123456.7",
            "year": "1999",
            "month": "05",
            "day": "06",
        },
    ),
    (
        "河海省人民政府. 关于保护湿地的通知: 河政发〔2009〕7号[A]. 2009.",
        "archive",
        "author: 河海省人民政府*",
        {"title": "关于保护湿地的通知", "number": "河政发〔2009〕7号", "year": "2009"},
    ),
    (
        "河鸟归来[N]. 江河日报, 2005-03-04(02).",
        "newspaper",
        "",
        {"title": "河鸟归来", "container": "江河日报", "year": "2005", "month": "03", "day": "04", "fpage": "02"},
    ),
    (
        "Brook A，2020. Bird counts[DS/OL]. V1. River Data Bank（2020-02-03）[2021-01-02].",
        "data",
        "author: Brook|A",
        {
            "title": "Bird counts",
            "version": "1",
            "publisher": "River Data Bank",
            "year": "2020",
            "month": "02",
            "day": "03",
            "accessed": "2021-01-02",
        },
    ),
    (
        "江河学会. 江河[J]. 1950, 1(1)-. 武汉: 清波出版社, 1950-.",
        "journal",
        "author: 江河学会*",
        {
            "title": "江河",
            "year": "1950",
            "volume": "1",
            "issue": "1",
            "place": "武汉",
            "publisher": "清波出版社",
        },
    ),
    (
        "Crown v. Heron[A]//L.R.: Vol. 12. 1901: 33.",
        "archive",
        "",
        {"title": "Crown v. Heron", "container": "L.R.", "volume": "12", "year": "1901", "fpage": "33"},
    ),
    (
        "鸟名词典 (A dictionary of bird names) [M]. 上海: 清波出版社, 1990.",
        "book",
        "",
        {
            "title": "鸟名词典",
            "trans_title": "A dictionary of bird names",
            "place": "上海",
            "publisher": "清波出版社",
            "year": "1990",
        },
    ),
)

UNCODED: tuple[Row, ...] = (
    (
        "周小川, 林雨. 湿地鸟类的迁徙. 江河学报, 2016, 12(4): 21～29",
        "journal",
        "author: 周|小川; 林|雨",
        {
            "title": "湿地鸟类的迁徙",
            "container": "江河学报",
            "year": "2016",
            "volume": "12",
            "issue": "4",
            "fpage": "21",
            "lpage": "29",
        },
    ),
    (
        "Brook A B, Heron C. Birds of the delta. River Studies, 2016, 12(4): 21～29",
        "journal",
        "author: Brook|A B; Heron|C",
        {
            "title": "Birds of the delta",
            "container": "River Studies",
            "year": "2016",
            "volume": "12",
            "issue": "4",
            "fpage": "21",
            "lpage": "29",
        },
    ),
    (
        "林雨. 洲滩植被演替: 〔学位论文〕. 武汉: 江河大学, 2011. 24～25",
        "thesis",
        "author: 林|雨",
        {
            "title": "洲滩植被演替",
            "genre": "〔学位论文〕",
            "place": "武汉",
            "publisher": "江河大学",
            "year": "2011",
            "fpage": "24",
            "lpage": "25",
        },
    ),
    (
        "白鹭. 见: 河海鸟类学会编. 鸟类志: 一部. 南京: 清波出版社, 2003. 5～9",
        "chapter",
        "editor: 河海鸟类学会*",
        {
            "title": "白鹭",
            "container": "鸟类志",
            "volume": "一部",
            "place": "南京",
            "publisher": "清波出版社",
            "year": "2003",
            "fpage": "5",
            "lpage": "9",
        },
    ),
    (
        "林雨. 河鸟归来. 江河日报, 2005.3.4",
        "newspaper",
        "author: 林|雨",
        {"title": "河鸟归来", "container": "江河日报", "year": "2005", "month": "3", "day": "4"},
    ),
    (
        "周小川、林雨：《湿地鸟类的迁徙》，《江河研究》2016年第4期，第21-29页。",
        "journal",
        "author: 周|小川; 林|雨",
        {
            "title": "湿地鸟类的迁徙",
            "container": "江河研究",
            "year": "2016",
            "issue": "4",
            "fpage": "21",
            "lpage": "29",
        },
    ),
    (
        "周小川、林雨和何青，2016，《湿地鸟类的迁徙》，《江河研究》第4期。",
        "journal",
        "author: 周|小川; 林|雨; 何|青",
        {"title": "湿地鸟类的迁徙", "container": "江河研究", "year": "2016", "issue": "4"},
    ),
    (
        "林雨等：《河流与人》，何青译，清波出版社2008年版，第5页。",
        "book",
        "author: 林|雨… translator: 何|青",
        {"title": "河流与人", "publisher": "清波出版社", "year": "2008", "fpage": "5"},
    ),
    (
        "林雨，2011：《洲滩植被演替》，江河大学博士学位论文。",
        "thesis",
        "author: 林|雨",
        {"title": "洲滩植被演替", "year": "2011", "publisher": "江河大学", "genre": "博士学位论文"},
    ),
    (
        "保罗·勒布朗：《论河》，载何青主编：《河流文集》，上海：清波出版社，2001年，第3-8页。",
        "chapter",
        "author: 保罗·勒布朗 editor: 何|青",
        {
            "title": "论河",
            "container": "河流文集",
            "place": "上海",
            "publisher": "清波出版社",
            "year": "2001",
            "fpage": "3",
            "lpage": "8",
        },
    ),
)

#: Both halves, in the order in which they are printed: the title, the first author and the year of each.
BILINGUAL: tuple[tuple[str, tuple[str, str, str], tuple[str, str, str]], ...] = (
    (
        "林雨. 湿地鸟类[J]. 江河学报, 2016, 12(4): 21-29. Lin Y. Birds of wetlands[J]. River Studies, 2016, 12(4): 21-29.",
        ("湿地鸟类", "林雨", "2016"),
        ("Birds of wetlands", "Lin Y", "2016"),
    ),
    (
        "LIN Yu. Birds of wetlands[J]. River Studies, 2016, 12(4): 21-29 (in Chinese). (林雨. 湿地鸟类[J]. 江河学报, 2016, 12(4): 21-29)",
        ("Birds of wetlands", "LIN Yu", "2016"),
        ("湿地鸟类", "林雨", "2016"),
    ),
    (
        "林雨. 2016. 湿地鸟类. 江河学报, 12(4): 21-29 [Lin Y. 2016. Birds of wetlands. River Studies, 12(4): 21-29]",
        ("湿地鸟类", "林雨", "2016"),
        ("Birds of wetlands", "Lin Y", "2016"),
    ),
    (
        "林雨. 湿地鸟类[M]. 北京: 清波出版社, 2016; Lin Y. Birds of wetlands[M]. Beijing: Clear Wave Press, 2016",
        ("湿地鸟类", "林雨", "2016"),
        ("Birds of wetlands", "Lin Y", "2016"),
    ),
    (
        "林雨, 何青, 等. 湿地鸟类. 江河学报，2016，12：21-29\nLin Y, He Q, 等. Birds of wetlands. River Studies，2016，12：21-29",
        ("湿地鸟类", "林雨", "2016"),
        ("Birds of wetlands", "Lin Y", "2016"),
    ),
)

#: One citation with letters of both scripts is no pair.
ONE_LANGUAGE: tuple[str, ...] = (
    "林雨. 基于 GPS Tracking Methods 的鸟类研究[DS/OL]. River Data Bank, 2018. http://example.org/2018/River.Data.Bank",
    "林雨, BROOK A. IEEE 802.15 协议的模型. 江河学报, 2019, 42(3): 100-115.",
    "Brook A. Birds of the delta[J]. River Studies, 2016, 12(4): 21-29.",
)
