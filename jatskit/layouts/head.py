"""What stands around the head of an article on a page: words that are data, in all the languages that pages speak.

Each table is one of `words.py`; the tests run every row of it by its example.
"""

from __future__ import annotations

from jatskit.layouts.labels import spelt, words_of
from jatskit.layouts.words import Words

#: The sites that journals stand on. They are part of a document's title, and no journal.
PLATFORM = Words(
    "wiley online library | the lancet | html | pdf | abstract | oxford academic | sage journals | mit press journals | "
    "ieee xplore | jstor | pmc | bmc | biomed central | plos | frontiers | mdpi | iopscience | acs publications | rsc publishing | "
    "royal society publishing | researchgate | google scholar | redalyc | dergipark | cyberleninka | cnki | 中国知网 | 维普 | "
    "知网 | 万方 | 万方数据 | europe pmc | semantic scholar | crossref | wikipedia | home | article | error | эиб | киберленинка | "
    "научная электронная библиотека | full text article | full article | library | table of contents | contents | kci | dbpia | "
    "riss | emerald insight | emerald | de gruyter | degruyter | aip publishing | jama network | annual reviews | bioone | "
    "万方数据知识服务平台 | 中文期刊服务平台 | 【维普期刊官网】 | 维普期刊官网 | chinaxiv | sciengine | 华艺在线图书馆 | 華藝線上圖書館 | "
    "airiti library | airiti library 華藝線上圖書館 | chinaxiv 中国科学院科技论文预发布平台 | 中国科学院科技论文预发布平台 | "
    "国家哲学社会科学文献中心 | cinii | cinii research | cinii 国立情報学研究所 学術情報ナビゲータ[サイニィ] | "
    "kci 한국학술지인용색인 | 한국학술지인용색인 | "
    "koreascience | korea science | earticle | "
    "asjp | asjp المنصة الجزائرية للمجلات العلمية | magiran | مگیران | sid | sid.ir | dialnet | fundación dialnet | mathnet.ru | "
    "общероссийский математический портал | springermedizin.de | pedocs | hrčak | dergipark akademik | "
    "project muse | persée | cairn.info | springeropen | peerj | elife | arxiv | ssrn | journal | journals",
    forms=(
        (r"science ?direct(?:\.com)?", "ScienceDirect"),
        (r"cambridge (?:journals online|core)", "Cambridge Core"),
        (r"springer(?:link| nature link)?", "SpringerLink"),
        (r"free full[- ]text", "Free Full-Text"),
        (r"full[- ]?text", "Full text"),
        (r"taylor & francis(?: online)?", "Taylor & Francis Online"),
        (r"pubmed(?: central)?", "PubMed Central"),
        (r"hindawi(?: publishing corporation)?", "Hindawi Publishing Corporation"),
        (r"nature(?:\.com)?", "nature.com"),
        (r"scielo(?: - \S{1,20})?", "SciELO - Brasil"),
        (r"j-?stage", "J-STAGE"),
        (r"academia(?:\.edu)?", "Academia.edu"),
        (r"elibrary(?:\.ru)?", "eLibrary.ru"),
        (r"karger(?: publishers)?", "Karger Publishers"),
        (r"thieme(?: connect)?", "Thieme Connect"),
        (r"openedition(?: journals)?", "OpenEdition Journals"),
    ),
)
#: Words that only the name of a journal begins with or holds.
JOURNAL = Words(
    "journal | review | reviews | letters | annals | archives | bulletin | proceedings | transactions | acta | revista | revue | "
    "zeitschrift | jurnal | dergisi | rivista | quarterly | gazette | magazine | advances in | international | studies | boletín | "
    "boletim | cadernos | anales | anais | cuadernos | estudos | estudios | arquivos | annales | cahiers | jahrbuch | blätter | "
    "herald | science | sciences | research | reports | communications | frontiers in | plos | bmc | časopis | tạp chí | tidskrift | "
    "rivista di | czasopismo | przegląd | zeszyty | revija | folyóirat | "
    "szemle | analele | buletinul | majalah | forschung | archiv für",
    forms=((r"j\.", "J. Tests"),),
    anywhere="журнал | вестник | вісник | збірник | праці | известия | записки | бюллетень | труды | наука | 学报 | 杂志 | 研究 | 科学 | "
    "工程 | 通报 | 评论 | 学刊 | 論文集 | 雑誌 | 紀要 | 会誌 | 학회지 | 논문집 | 연구 | مجلة | مجله | فصلنامه | 學報 | 學刊 | 期刊 | "
    "集刊 | 导报 | 導報 | 季刊 | 月刊 | "
    "论坛 | 雜誌 | 研究紀要 | 학보 | 논총 | 学会誌 | حوليات | پژوهش‌های | επιθεώρηση | περιοδικό | весник | хабаршысы",
    before=r"\b",
)
#: Lines that name a place of work.
AFFILIATION = Words(
    "üniversitesi | fakültesi | faculty | faculdade | fakultät | facultad | faculté | faculty | school of | law school | "
    "medical school | business school | graduate school | college | hospital | "
    "academy | centre | center | escuela | escola | école | division of | ministry | corporation | gmbh | company | foundation | "
    "agency | museum | bölümü | enstitüsü | hastanesi | cnrs | inserm | author to whom | corresponding author | correspondence",
    forms=(
        (r"universi[td]\w{0,6}", "University of Examples"),
        (r"institut\w{0,6}", "Institute of Tests"),
        (r"depart(?:e?ment|amento)\w{0,4}", "Department of Tests"),
        (r"laborator\w{0,6}", "Laboratory of Tests"),
        (r"klinik\w{0,4}", "Klinikum"),
        (r"inc(?=\.)", "Tests Inc., Town"),
        (r"co\.,? ltd", "Tests Co., Ltd"),
        (r"univerzit\w{0,4}", "Univerzita v Brně"),
        (r"uniwersyte\w{0,4}", "Uniwersytet Przykładowy"),
        (r"trường đại học|đại học", "Trường Đại học Ví dụ"),
        (r"sveučilišt\w{0,3}|egyetem\w{0,3}|högskola\w{0,3}", "Sveučilište u Gradu"),
        (r"e-?mail", "E-mail"),
    ),
    anywhere="университет | институт | академия | кафедра | 大学 | 学院 | 研究院 | 研究所 | 医院 | 实验室 | 公司 | 大學 | 研究室 | 센터 | "
    "대학교 | 연구원 | 연구소 | 학과 | جامعة | دانشگاه | كلية | @ | 學院 | 研究中心 | 研究所 | 教研室 | "
    "設計院 | 设计院 | 재단 | 병원 | پژوهشگاه | دانشکده | πανεπιστήμιο | ινστιτούτο | університет | інститут | "
    "академії | гимназия | гімназія | филиал",
    before=r"\b",
    behind=r"\b",
)
#: Lines between a title and its names, and between the names, that are neither.
BETWEEN = Words(
    "author links open overlay panel | show authors | show more | show less | show all authors | pdf | html | share | open access | "
    "review | editorial | letter | case report | short communication | study protocol | research article | "
    "get rights and content | view pdf | mail | x | ⨯ | × | … | ... | search for more papers by this author | "
    "view author publications | article author query | metrics | permissions | references | figures | abstract view | and | & | et | "
    "und | y | e | ve | и | 和 | with | by | par | von | por | 作者 | 论文 | 研究论文 | 原著 | 논문 | оригинальная статья",
    forms=(
        (r"authors?\b.{0,20}", "Authors:"),
        (r"download(?: pdf)?(?: citation)?", "Download PDF"),
        (r"full[- ]?text.{0,20}", "Full text (HTML)"),
        (r"cite(?: this(?: article| paper)?)?", "Cite this article"),
        (r"peer[- ]reviewed", "Peer-reviewed"),
        (r"(?:original |research |review )?(?:article|paper|research)s?", "Original Article"),
        (r"original (?:research|investigation)", "Original Investigation"),
        (r"brief (?:report|communication)", "Brief Report"),
        (r"e-?mail", "E-mail"),
        (r"orcid(?:\s?:)?", "ORCID:"),
        (r"(?:orcid\s?:?\s)?orcid\.org/\S{1,40}", "ORCID: orcid.org/0000-0002-1825-0097"),
        (r"https?://\S{1,200}", "https://orcid.org/0000-0002-1825-0097"),
        (r"view (?:author )?information", "View author information"),
        (r"you can also search for this author in.{0,40}", "You can also search for this author in PubMed"),
        (r"article (?:views|metrics|history).{0,30}", "Article views 12"),
        (r"equal contribut.{0,60}", "Equal contributors"),
        (r"these authors contributed.{0,80}", "These authors contributed equally"),
        (r"[✉☎†‡§¶*#⁎∗,;，；、.·|()\[\]\s\d]{1,12}", "1, 2, *"),
        (r"[a-h]{1}\d?", "a1"),
        (r"\d{1,2}[,*]?", "12*"),
    ),
)
#: Buttons behind a name on its line.
BEHIND_NAMES = Words(
    "email author | email the author | mail author | author email | corresponding author | contact author | view orcid profile | "
    "orcid profile | view orcid | see profile | author profile",
    before=r"\s{0,3}\(?\b",
    behind=r"s?\)?\s{0,3}$",
)
#: What stands before the first name on its line.
BEFORE_NAMES = Words(
    "by | written by | par | von | por | and | & | et | und | author links open overlay panel",
    forms=(
        (r"authors?\s*[:：]", "Authors:"),
        (r"作\s?者\s*[:：]", "作者："),
        (r"저자\s*[:：]?", "저자"),
        (r"著者\s*[:：]?", "著者"),
        (r"авторы?\s*[:：]", "Авторы:"),
        (r"yazar(?:lar)?\s*[:：]", "Yazarlar:"),
    ),
)
#: Where the names are over: a label, or what else a page prints below them.
AFTER_NAMES = Words(
    "introduction | published | first published | available online | vol. | digital object | copyright | editor | editors | "
    "contributions | academic editor | edited by | reviewed by | highlights | contents | outline | purchase | access options | section snippets | "
    "article info | issn | 基金 | 分类号",
    behind=r"(?![^\W_])",
    fields=(
        "abstract", "keywords", "references", "doi", "received", "rev-recd", "revised", "accepted", "electronic", "published",
        "citation", "volume",
    ),
)  # fmt: skip
#: What ends the names if there are any; before them it says nothing.
AFTER_NAMES_ONLY = Words(
    "published | received | accepted | revised | article info | contents | outline | purchase | citation",
    forms=((r"doi\b", "DOI: 10.1234/5"), (r"issn\b", "ISSN 1234-5679"), (r"editors?\b", "Editors: Jane Doe")),
)
#: What announces how the article itself is cited.
CITE = Words(
    forms=(
        (
            rf"(?:{spelt(words_of('citation'))})\s{{0,3}}(?:this article|as)?\s{{0,3}}(?:[:：]|\n|(?=\s[A-ZÀ-ÞА-Я]))",
            "How to cite: Doe J. Tests. J Tests. 2020;1(2):3-4.",
        ),
    ),
    before=r"(?<![^\W_])",
)
#: Lines between what announces the citation and the citation.
BEFORE_CITATION = Words(
    "copy | close | 复制",
    forms=(
        (r"download.{0,30}", "Download citation"),
        (r"export.{0,30}", "Export to RIS"),
        (r"\[?j\]?", "[J]"),
        (r"格式.{0,6}", "格式"),
        (r"[\s|.·×]+", "×"),
    ),
)
#: What is printed before a journal's title on its line.
BEFORE_JOURNAL = Words(
    forms=(
        (r".{0,200}[|›»>]\s{0,3}", "Home › "),
        (
            r"(?:published in|journal(?: title)?|source|in|cite this|citation|期刊名称|刊名|来源|出处)\s{0,2}[:：]\s{0,3}",
            "Published in: ",
        ),
        (r"(?:出\s?处|刊\s?名|来\s?源|期刊名称)\s{0,3}[:：]?\s{0,3}(?=《)", "出 处 《"),
    )
)
#: Words that are a periodical's, where a name begins or ends with them.
PERIODICAL = Words(
    forms=(
        (
            r"(?:the )?(?:[^\W\d_]{2,20} )?(?:journal|annals|archives|bulletin|proceedings|transactions|quarterly) (?:of|for|on|in) ",
            "Journal of Tests",
        ),
        (
            r"(?:acta|revista|revue|zeitschrift für|jurnal|rivista|cahiers|cadernos|cuadernos|anais|anales|arquivos) ",
            "Revista de Pruebas",
        ),
        (
            r".{2,80}\b(?:journal|quarterly|gazette|dergisi|bülteni|jurnal|proceedings|annals|bulletin)$",
            "The Tests Journal",
        ),
        (r"(?:plos|bmc|frontiers in|annual review of|current opinion in|trends in) [^\W\d_]{3}", "BMC Tests"),
        (r".{1,40}(?:学报|學報|杂志|雜誌|学刊|会誌|論文集|紀要|雑誌|학회지|논문집|연구지)$", "测试学报"),
        (r"(?:журнал|вестник|вісник|известия|ученые записки|труды|бюллетень) ", "Вестник испытаний"),
        (r"(?:مجلة|مجله|فصلنامه) ", "مجلة الاختبارات"),
    )
)
#: Lines that stand where a journal's title does, and are none.
NO_JOURNAL = Words(
    "special issue | table of contents | list of issues",
    forms=(
        (
            r"(?:articles?|archives?|year|yıl|home|research|reviews?|published|received|accepted|citation|doi|issn|abstract|vol|pages?|"
            r"date|search|about|issues?|references?|original|editorials?|letters?|online|sections?|contents?|current(?: issue)?|"
            r"past issues|all issues|announcements?|contact(?: us)?|log ?(?:in|out)|sign (?:in|up|out)|register|subscribe|help|menu|"
            r"tools|share|cite|save|alerts?|metrics|figures|authors?|editors?|journals?|books?|news|volume|early view|latest|browse|"
            r"more|skip|advanced search|case reports?|short communications?|brief (?:reports?|communications?)|protocols?|methods?|"
            r"rapid communications?|technical notes?|commentar(?:y|ies)|perspectives?|viewpoints?|opinions?|correspondence|"
            r"book reviews?|english|español|português|français|deutsch|türkçe)(?: articles?| papers?)?$",
            "Review Articles",
        ),
        (
            r"(?:original|research|review|invited|regular|featured?|special) "
            r"(?:articles?|papers?|reports?|contributions?|stud(?:y|ies))$",
            "Original Articles",
        ),
        (
            r".*\b(?:cookies?|preferences|crossref|pdf|html|download|supplement\w{0,8}|peer[- ]?reviewed)\b",
            "Manage Preferences",
        ),
        (
            r"(?:next|previous|back to|view|your?|return to|part of|from the|in the|an?|edited|published|this) ",
            "Back to Issue",
        ),
        (r"submi(?:t|ssions?)\b", "Submit an Article"),
        (
            r"(?:the )?(?:about|browse|search|this)? ?journals? (?:home|homepage|info(?:rmation)?|metrics|policies|archives?|list|finder|"
            r"menu|overview|impact|of record|article|articles|contents?|pages?|titles?|sections?|name|title)\b",
            "Journal Metrics",
        ),
        (r"advertis", "Advertisement"),
        (r"(?:sec\.|section) ", "Section Tests"),
        (r".*\bet al\b", "Doe et al"),
        (r".*\baccess\b", "Open Access"),
        (
            r"(?:ausgabe|issue|number|número|numéro|номер|випуск|выпуск|terbitan|numer|číslo|numero|číslo|edição|sayı|العدد|期|号)$",
            "Ausgabe",
        ),
        (r"by\s", "by Jane Doe"),
        (r"[&+]", "& more"),
        (r".*©", "2019 © Tests"),
        (r"\w+ \w+ university", "New Test University"),
    ),
)
#: Labels for the journal.
JOURNAL_LABELS = Words(
    "期刊名称 | 期刊 | 来源期刊 | 文献来源 | publication title | revista | название журнала | журнал | dergi adı",
    forms=((r"刊\s?名", "刊名："), (r"journal(?: title| name)?", "Journal title: Tests")),
)
#: Journals whose site has their own name.
SITES_TOO = Words("elife | peerj | nature | plos one")
#: Sites that an extractor's header names where the journal would stand.
SITES = Words(
    "wiki | project euclid | sciencedirect | science direct | pubmed | pmc | springer | wiley | elsevier | nature.com",
    forms=((r"^the royal society$", "The Royal Society"), (r"\.(?:com|org|net|cn|edu)\b", "example.org")),
)
