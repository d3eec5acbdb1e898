"""What stands around the head of an article on a page: words that are data, in all the languages that pages speak.

Each table is an expression for a whole line or for a word in it, with an example that the tests run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from jatskit.layouts.labels import spelt, words_of


@dataclass(frozen=True)
class Words:
    """Spellings, as parts of one expression without regard to case; `example` holds one of them."""

    pattern: str
    example: str

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression."""
        return re.compile(self.pattern, re.IGNORECASE)

    def whole(self, text: str) -> bool:
        """Whether a whole line is such a word."""
        return self.expression.fullmatch(text) is not None

    def within(self, text: str) -> re.Match[str] | None:
        """Return where the first such word stands in a text."""
        return self.expression.search(text)


#: The fields whose labels stand below the names.
_AFTER_NAMES = (
    "abstract", "keywords", "references", "doi", "received", "rev-recd", "revised", "accepted", "electronic", "published", "citation", "volume",
)  # fmt: skip

#: The sites that journals stand on. They are part of a document's title, and no journal.
PLATFORM = Words(
    r"(?:science ?direct(?:\.com)?|wiley online library|cambridge (?:journals online|core)|springer(?:link| nature link)?|"
    r"the lancet|free full[- ]text|full[- ]?text|html|pdf|abstract|oxford academic|taylor & francis(?: online)?|sage journals|"
    r"mit press journals|ieee xplore|jstor|pubmed(?: central)?|pmc|bmc|biomed central|hindawi(?: publishing corporation)?|"
    r"nature(?:\.com)?|plos|frontiers|mdpi|iopscience|acs publications|rsc publishing|royal society publishing|researchgate|"
    r"google scholar|scielo(?: - \S{1,20})?|redalyc|dergipark|j-?stage|cyberleninka|cnki|中国知网|万方(?:数据)?|维普|知网|"
    r"academia(?:\.edu)?|europe pmc|semantic scholar|crossref|wikipedia|home|article|error|эиб|elibrary(?:\.ru)?|"
    r"киберленинка|научная электронная библиотека|full text article|full article|journals?|library|table of contents|contents|kci|dbpia|riss|"
    r"emerald insight|emerald|de gruyter|degruyter|karger(?: publishers)?|thieme(?: connect)?|aip publishing|jama network|"
    r"annual reviews|bioone|project muse|persée|cairn\.info|openedition(?: journals)?|springeropen|peerj|elife|arxiv|ssrn)",
    "ScienceDirect",
)
#: Words that only the name of a journal begins with or holds.
JOURNAL = Words(
    r"\b(?:journal|review|reviews|letters|annals|archives|bulletin|proceedings|transactions|acta|revista|revue|zeitschrift|"
    r"jurnal|dergisi|rivista|quarterly|gazette|magazine|advances in|international|studies|boletín|boletim|cadernos|anales|"
    r"anais|cuadernos|estudos|estudios|arquivos|annales|cahiers|jahrbuch|blätter|herald|science|sciences|research|reports|"
    r"communications|frontiers in|plos|bmc|j\.)|журнал|вестник|вісник|збірник|праці|известия|записки|бюллетень|труды|наука|"
    r"学报|杂志|研究|科学|工程|通报|评论|大学学报|学刊|論文集|雑誌|紀要|会誌|학회지|논문집|연구|مجلة|مجله|فصلنامه",
    "Journal of Tests",
)
#: Lines that name a place of work.
AFFILIATION = Words(
    r"\b(?:universit\w{0,6}|üniversitesi|fakültesi|institut\w{0,6}|depart(?:e?ment|amento)\w{0,4}|faculty|facult(?:ad|é|y)|faculdade|fakultät|"
    r"school of|college|hospital|laborator\w{0,6}|academy|centre|center|escuela|escola|école|klinik\w{0,4}|division of|"
    r"ministry|corporation|co\.,? ltd|inc\.|gmbh|company|foundation|agency|museum|bölümü|enstitüsü|hastanesi|"
    r"cnrs|inserm|e-?mail|author to whom|corresponding author|correspondence)\b|университет|институт|академия|кафедра|"
    r"大学|学院|研究院|研究所|医院|实验室|公司|大學|研究室|센터|대학교|연구원|연구소|학과|جامعة|دانشگاه|كلية|@",
    "Department of Tests, University of Examples",
)
#: Lines between a title and its names, and between the names, that are neither.
BETWEEN = Words(
    r"(?:author links open overlay panel|show authors|show more|show less|show all authors|authors?\b.{0,20}|"
    r"download(?: pdf)?(?: citation)?|pdf|html|"
    r"full[- ]?text.{0,20}|cite(?: this article)?|share|open access|peer[- ]reviewed|(?:original |research |review )?(?:article|paper|research)s?|"
    r"original (?:research|investigation)|review|editorial|letter|case report|short communication|brief (?:report|communication)|study protocol|"
    r"research article|get rights and content|view pdf|mail|e-?mail|x|⨯|×|…|\.\.\.|orcid(?:\s?:)?|orcid\.org/\S{1,40}|https?://\S{1,200}|"
    r"search for more papers by this author|view author publications|view (?:author )?information|you can also search for this author in.{0,40}|"
    r"article author query|article (?:views|metrics|history).{0,30}|metrics|permissions|references|figures|abstract view|"
    r"and|&|et|und|y|e|ve|и|和|with|by|par|von|por|作者|论文|研究论文|原著|논문|оригинальная статья|equal contribut.{0,60}|"
    r"these authors contributed.{0,80}|[✉☎†‡§¶*#⁎∗,;，；、.·|()\[\]\s\d]{1,12}|[a-h]{1}\d?|\d{1,2}[,*]?)",
    "Author links open overlay panel",
)
#: Where the names are over: a label, or what else a page prints below them.
AFTER_NAMES = Words(
    r"(?:introduction|published|first published|available online|vol\.|digital object|copyright|editors?|academic editor|"
    r"edited by|reviewed by|highlights|contents|outline|purchase|access options|section snippets|article info|issn|基金|分类号|"
    + spelt(word for word in words_of(*_AFTER_NAMES) if not word.endswith("."))
    + r")(?![^\W_])",
    "Academic Editor: Jane Doe",
)
#: What announces how the article itself is cited.
CITE = Words(
    rf"(?<![^\W_])(?:{spelt(words_of('citation'))})"
    r"\s{0,3}(?:this article|as)?\s{0,3}(?:[:：]|\n|(?=\s[A-ZÀ-ÞА-Я]))",
    "How to cite: Doe J. Tests. J Tests. 2020;1(2):3-4.",
)
#: What a page says that stands in the way of the one that was asked for.
CHALLENGE = Words(
    r"just a moment|checking (?:if the site connection is secure|your browser)|attention required|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a (?:robot|human)|access denied|request rejected|403 forbidden|bot verification|recaptcha|captcha|ddos protection|"
    r"请稍候|安全验证|人机验证|访问验证|滑动验证|完成验证|one more step|enable javascript and cookies to continue|security (?:check|service)|"
    r"unusual traffic|human verification|pardon our interruption|ray id|page (?:was )?not found|error 404|404 not found|"
    r"页面不存在|service unavailable|502 bad gateway|500 internal|подтвердите,? что вы не робот|no soy un robot|로봇이 아닙니다|セキュリティ",
    "Just a moment...",
)
#: What a page says of itself that lists articles.
LISTING = Words(
    r"search results?(?:\b|$)|results for\b|\d[\d,]{0,8} results\b|results \d|showing \d{1,5}\s?[-–to]{1,3}\s?\d|检索结果|搜索结果|table of contents|"
    r"latest (?:issue|articles)|issue archive|all issues|当期目录|最新目录|本期目录|list of issues|browse (?:by|issues)|articles in press|"
    r"sort by:?|refine (?:by|your search|results)|resultados de (?:la )?(?:búsqueda|busca)|результаты поиска|검색결과|検索結果|"
    r"共\s?\d{1,7}\s?(?:条|篇)|arama sonuçları|in this issue|current issue",
    "Search results for tests",
)
