"""What a site prints around an article, in words that might be taken for the article's own; and pages that are none.

Each table is one of `words.py`; the tests run every row of it by its example.
"""

from __future__ import annotations

from jatskit.layouts.words import Words

#: Lines that count something, or that are a label with its value: `12 Cites in Papers`, `Published: 1 May 2001`.
COUNTS = Words(
    forms=(
        (
            r"[\d,.]{1,9}k?\s(?:cit\w{0,6}|views?|downloads?|accesses|altmetrics?|full text views|crossref|shares?|readers|reads|recommendations)\b",
            "12 Cites in Papers",
        ),
        (
            r"(?:publisher|published|received|accepted|publication date|pages?|doi|issn|citations?|views|downloads)\s?[:：]",
            "Published: 1 May 2001",
        ),
        (
            r"(?:摘要|全文|文章)?(?:点击|浏览|下载|被引|阅读|访问|引用|收藏)\s?(?:次数|数|量|频次)?\s?[:：]\s?\d|(?:摘要|全文)(?:点击|下载)",
            "摘要点击次数: 502",
        ),
        (r"(?:kci )?(?:피인용|이용|조회|다운로드)\s?(?:횟수|수)\s?:?\s?\d", "KCI 피인용횟수 : 12"),
        (r"(?:просмотров|цитирований|загрузок|скачиваний)\b.{0,12}[:：]", "Просмотров: 411"),
        (r"(?:연구분야|발행기관|자료유형|약어)\s?[:：]", "연구분야 : 사회과학"),
        (
            r"(?:专辑|专题|大小|页数|下载|分类|版本历史|所属期刊栏目|语种|语文|語文|提交时间|学科分类)\s?[:：]",
            "专辑：工程科技",
        ),
    )
)
#: How lines of the frame begin that are as long as a title.
NOTICES = Words(
    "skip to | access this article | rights and permissions | for more information | all journals | by accepting | click here | "
    "your privacy | javascript | about this article | access options | materials and methods | results and discussion | view all | "
    "get citation | you have | this document is | create an account | sign in | log in | about the journal | about this journal | "
    "browse more | browse journals | search all | search for | search this | please log | please sign | please note | "
    "please enable | related articles | related content | download pdf | download citation | download article | "
    "author information | author contributions | supplementary material | supplementary information | ![ | add to collections | "
    "add to favorites | add to favourites | add to cart | add to library | send a mail | send to a friend | remember me | "
    "remember email | keep up to date | sign up | subscribe to | register for | forgot | reset your password | follow us | "
    "follow journal | read more | read the full | learn more | back to | go to | email alerts | save to | "
    "password | permissions icon | pmcid: | pmid: | find articles by | find this author | search for articles | search for more | "
    "you have access | view in | username | email to | export citation | "
    "request permissions | check for updates | official websites use | secure .gov websites | locked padlock | "
    "primary site navigation | track citations | recommend to | reprints & | reprints and | skip directly | most read | "
    "most cited | recommended articles | people also read | similar content being | editors' picks | trending articles | "
    "articles you may be interested | article contents | search for other works | view large | view full | open in a new tab | "
    "open in new tab | submission status | manuscript received | manuscript revised | manuscript accepted | version of record",
    forms=(
        (r"here['’]s how", "Here's how you know"),
        (r"an? official website", "An official website of a government"),
        (r"accessibility\b", "Accessibility statement"),
        (r"no .{0,40}account\?\s?create an account", "No personal account? Create an account"),
        (r"this is an open[- ]access", "This is an open access article"),
        (r"(?:this (?:site|website)|we) uses? cookies", "This website uses cookies"),
        (r"loading\b", "Loading metrics"),
        (r"(?:on-?line|print|electronic) version", "On-line version"),
        (r"[pe]?-?issn\b", "e-ISSN 1234-5679"),
    ),
)
#: What a page says that stands in the way of the one that was asked for.
CHALLENGE = Words(
    "just a moment | attention required | access denied | request rejected | 403 forbidden | bot verification | recaptcha | "
    "captcha | ddos protection | 请稍候 | 安全验证 | 人机验证 | 访问验证 | 滑动验证 | 完成验证 | one more step | "
    "enable javascript and cookies to continue | unusual traffic | human verification | pardon our interruption | ray id | "
    "error 404 | 404 not found | 页面不存在 | service unavailable | 502 bad gateway | 500 internal | no soy un robot | "
    "로봇이 아닙니다 | セキュリティ | security check | security service | are you a robot | are you a human",
    forms=(
        (r"checking (?:if the site connection is secure|your browser)", "Checking your browser"),
        (r"verify(?:ing)? (?:that )?you are (?:a )?human", "Verify you are human"),
        (r"page (?:was )?not found", "Page not found"),
        (r"подтвердите,? что вы не робот", "Подтвердите, что вы не робот"),
    ),
)
#: What a page says of itself that lists articles.
LISTING = Words(
    "检索结果 | 搜索结果 | table of contents | issue archive | all issues | 当期目录 | 最新目录 | 本期目录 | list of issues | "
    "articles in press | результаты поиска | 검색결과 | 検索結果 | arama sonuçları | in this issue | current issue | "
    "latest issue | latest articles | browse by | browse issues | sort by | refine by | refine your search | refine results",
    forms=(
        (r"search results?(?:\b|$)", "Search results for tests"),
        (r"results for\b", "Results for tests"),
        (r"\d[\d,]{0,8} results\b", "1,204 results"),
        (r"results \d", "Results 1"),
        (r"showing \d{1,5}\s?[-–to]{1,3}\s?\d", "Showing 1-20"),
        (r"resultados de (?:la )?(?:búsqueda|busca)", "Resultados de la búsqueda"),
        (r"共\s?\d{1,7}\s?(?:条|篇)", "共 12 条"),
    ),
)
