"""Articles in the languages of pages, and the families of layouts that pages print them in, for law 4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from jatskit.model import Article
from jatskit.model.journal import JournalIssn
from jatskit.model.people import Affiliation, Contributor
from jatskit.writers.page import SEED, PageLayout


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: words of titles and keywords, a sentence's frame, names, journals.

    `blank` is what stands between words. In the frame `{}` stands for words.
    """

    words: str
    frame: str
    given: str
    surnames: str
    journals: str
    style: str = "western"
    blank: str = " "
    title: str = "{}"


#: Names are parted by a comma, parts of names by a blank or a low line.
TONGUES: Mapping[str, Tongue] = {
    "en": Tongue(
        "adaptive analysis alloy bridge carbon cluster dynamic energy forest growth heat layer market method model network ocean policy "
        "polymer process quantum river signal soil structure thermal tunnel urban water",
        "We study the {} of this system, and the effect is measured.",
        "Yong,Anna-Lena,J. K.,Zoë,Mary Ann,Łukasz,Ahmed",
        "Gan,Xie,O’Brien,van der Berg,García,Smith-Jones,Müller,Šimić",
        "Strategic Study of Tests,Engineering Letters,Acta Physica Exempli",
        title="On the {} of the clusters",
    ),
    "zh": Tongue(
        "产业 集群 制造 科技 支撑 体系 建设 研究 分析 系统 模型 方法 数据 能源 网络 河流 土壤",
        "本文对{}进行了深入的探讨，结果表明其效果良好。",
        "勇,曼,海强,伟丽,明芳,丽",
        "王,李,欧阳,干,赵,司马,刘",
        "中国测试科学,钢铁试验学报,示例大学学报",
        "eastern",
        "",
    ),
    "ja": Tongue(
        "図書館 における 読書 時間 の測定 について 河川 の流れ 都市 に関する 研究 データ による 解析",
        "本研究では{}について調べ、その結果を報告した。",
        "太郎,花子,次郎,美咲,健一",
        "山田,鈴木,高橋,佐藤,田中",
        "架空図書館学会誌,日本試験学会論文集",
        "eastern",
        "",
    ),
    "ko": Tongue(
        "도서관 하천 도시 에너지 분석 연구 모형 자료 구조 성장 측정 효과 토양 정책",
        "본 연구는 {} 관계를 분석하고 그 결과를 제시하였다.",
        "철수,영희,민수,지은,현우",
        "김,이,박,최,정",
        "한국시험학회지,가상도서관연구",
        "eastern",
        title="{}에 관한 연구",
    ),
    "ru": Tongue(
        "анализ развития речных систем модели почвы городской среды энергии структуры рынка метода данных оценки",
        "В статье рассмотрены вопросы {} и показано, что они не решены.",
        "Иван Петрович,Анна,Мария Сергеевна,Пётр",
        "Иванов,Смирнова,Кузнецов-Орлов,Щербаков",
        "Вестник примеров,Журнал испытаний",
        title="Особенности {} в условиях региона",
    ),
    "uk": Tongue(
        "аналіз розвитку річкових систем моделі ґрунту міського середовища енергії структури ринку методу даних",
        "У статті розглянуто питання {} та показано, що їх вирішення є можливим.",
        "Іван,Олена Петрівна,Марія,Тарас",
        "Шевченко,Коваленко,Бондар,Ткачук",
        "Вісник прикладів,Журнал випробувань",
        title="Особливості {} та їх оцінка в умовах регіону",
    ),
    "es": Tongue(
        "análisis crecimiento ríos suelo ciudades energía modelo mercado estructura red método datos política",
        "En el trabajo se estudian los efectos del {} con una muestra para las regiones.",
        "José Luis,María,Ana,Íñigo",
        "García,Núñez,Pérez-Galdós,Ortega",
        "Revista de Ensayos,Estudios Inventados",
        title="Los efectos del {} sobre las regiones",
    ),
    "pt": Tongue(
        "análise crescimento rios solo cidades energia modelo mercado estrutura rede método dados política",
        "O trabalho estuda os efeitos do {} com uma amostra para as regiões do país.",
        "João Pedro,Conceição,Ana,Luís",
        "da Silva,Gonçalves,Araújo,Moreira",
        "Revista de Ensaios,Cadernos Inventados",
        title="Os efeitos do {} nas regiões",
    ),
    "fr": Tongue(
        "analyse croissance rivières sol villes énergie modèle marché structure réseau méthode données politique",
        "Nous étudions les effets de la {} dans les régions et avec une méthode pour les mesurer.",
        "Jean-Pierre,Hélène,François,Zoé",
        "Dupont,Lefèvre,de la Tour,Béranger",
        "Revue des Essais,Annales Imaginaires",
        title="Les effets de la {} dans les régions",
    ),
    "de": Tongue(
        "Analyse Wachstum Flüsse Boden Städte Energie Modell Markt Struktur Netz Methode Daten Politik",
        "Wir untersuchen die Wirkung von {} auf den Boden und zeigen, dass sie mit der Zeit zunimmt.",
        "Jürgen,Änne,Karl-Heinz,Ursula",
        "Müller,Groß,von der Heide,Schäfer",
        "Zeitschrift für Versuche,Erfundene Blätter",
        title="Die Wirkung von {} auf den Boden",
    ),
    "it": Tongue(
        "analisi crescita fiumi suolo città energia modello mercato struttura rete metodo dati politica",
        "Lo studio della {} nelle regioni mostra gli effetti del suolo e della rete con una misura.",
        "Niccolò,Maria,Giovanni,Chiara",
        "Rossi,De Luca,Bianchi,D’Angelo",
        "Rivista di Prove,Annali Inventati",
        title="Gli effetti della {} nelle regioni",
    ),
    "pl": Tongue(
        "analiza wzrostu rzek gleby miast energii modelu rynku struktury sieci metody danych polityki",
        "W pracy badano wpływ {} na glebę oraz pokazano, że się on zmienia i jest duży dla miast.",
        "Łukasz,Małgorzata,Józef,Anna",
        "Kowalski,Wiśniewska,Zieliński,Dąbrowska",
        "Przegląd Prób,Zeszyty Wymyślone",
        title="Wpływ {} na glebę oraz jej stan",
    ),
    "tr": Tongue(
        "analizi büyüme nehirler toprak şehirler enerji modeli pazar yapı ağı yöntem veri politikası",
        "Bu çalışmada {} ile toprak arasındaki ilişki için bir yöntem ve etkisi incelenmiştir.",
        "Çağla,Ömer Faruk,İbrahim,Ayşe",
        "Yılmaz,Şahin,Öztürk,Güneş",
        "Örnek Dergisi,Deneme Araştırmaları Dergisi",
        title="{} ile toprak arasındaki ilişki üzerine bir inceleme",
    ),
    "ar": Tongue(
        "تحليل نمو الأنهار التربة المدن الطاقة النموذج السوق البنية الشبكة المنهج البيانات",
        "تتناول هذه الدراسة أثر {} في المدن، وتبين النتائج أن هذا الأثر كبير على التربة من حيث النمو.",
        "محمد,فاطمة,خالد,مريم",
        "العلي,الحسن,البغدادي,النجار",
        "مجلة التجارب,مجلة الأمثلة العلمية",
        title="أثر {} في نمو المدن على ضفاف الأنهار",
    ),
    "fa": Tongue(
        "تحلیل رشد رودخانه خاک شهر انرژی مدل بازار ساختار شبکه روش داده",
        "در این مقاله اثر {} بر خاک بررسی شده است و نتایج برای شهرها با روش تازه به دست آمده است.",
        "محمد,زهرا,رضا,مریم",
        "احمدی,رضایی,کریمی,تهرانی",
        "مجله آزمون,فصلنامه نمونه‌ها",
        title="بررسی اثر {} بر رشد خاک در شهرها",
    ),
    "id": Tongue(
        "analisis pertumbuhan sungai tanah kota energi model pasar struktur jaringan metode data kebijakan",
        "Penelitian ini membahas pengaruh {} terhadap tanah dan kota dengan metode yang diukur untuk wilayah.",
        "Budi,Siti,Dewi Ayu,Agus",
        "Santoso,Wijaya,Rahmawati,Kusuma",
        "Jurnal Percobaan,Jurnal Contoh Ilmiah",
        title="Pengaruh {} terhadap tanah di wilayah dengan sungai",
    ),
    "cs": Tongue(
        "analýza růst řek půdy měst energie modelu trhu struktury sítě metody dat politiky",
        "V práci byl zkoumán vliv {} na půdu a je ukázáno, že se mění pro města v regionu.",
        "Jiří,Kateřina,Tomáš,Zdeňka",
        "Dvořák,Nováková,Šťastný,Růžičková",
        "Geografické příklady,Vymyšlené listy",
        title="Vliv {} na půdu ve městech",
    ),
    "vi": Tongue(
        "phân tích tăng trưởng sông đất đô thị năng lượng mô hình thị trường cấu trúc mạng lưới phương pháp dữ liệu",
        "Nghiên cứu này đánh giá ảnh hưởng của {} đến đất và các đô thị trong vùng, với những kết quả được trình bày.",
        "Văn Minh,Thị Bích Ngọc,Quốc Bảo,Thu Hà",
        "Nguyễn,Trần,Phạm,Bùi",
        "Tạp chí Khoa học Ví dụ,Tạp chí Thử nghiệm",
        "eastern",
        title="Ảnh hưởng của {} đến đất trong các vùng ven sông",
    ),
    "el": Tongue(
        "ανάλυση ανάπτυξη ποταμών εδάφους πόλεων ενέργειας μοντέλο αγορά δομή δίκτυο μέθοδος δεδομένα πολιτική",
        "Η εργασία εξετάζει την επίδραση {} στο έδαφος και δείχνει ότι αλλάζει με τον χρόνο.",
        "Γιώργος,Ελένη,Κωνσταντίνος,Άννα",
        "Παπαδάκης,Νικολάου,Οικονόμου,Ιωάννου",
        "Επιθεώρηση Παραδειγμάτων,Ελληνικά Δοκίμια",
        title="Η επίδραση {} στο έδαφος των πόλεων",
    ),
    "ca": Tongue(
        "anàlisi creixement rius sòl ciutats energia model mercat estructura xarxa mètode dades política",
        "El treball estudia els efectes del {} amb una mostra per a les regions dels rius.",
        "Jordi,Núria,Lluís,Mercè",
        "Puig,Güell,Ferrer,Sabaté",
        "Revista d’Exemples,Estudis Inventats",
        title="Els efectes del {} amb dades per a les regions",
    ),
    "ro": Tongue(
        "analiză creștere râuri sol orașe energie model piață structură rețea metodă date politică",
        "Lucrarea prezintă efectele {} asupra solului și arată că este nevoie de măsuri în regiunile din țară.",
        "Ștefan,Ioana Maria,Țvetan,Raluca",
        "Popescu,Ionescu,Țepeș,Mureșan",
        "Revista de Exemple,Analele Inventate",
        title="Efectele {} asupra solului din orașe și în regiuni",
    ),
    "hu": Tongue(
        "elemzés növekedés folyók talaj városok energia modell piac szerkezet hálózat módszer adatok politika",
        "A dolgozat azt vizsgálja, hogy a {} és az idő között van-e kapcsolat, valamint ez hogyan változik a talajban.",
        "István,Erzsébet,Zoltán,Ágnes",
        "Kovács,Szabó,Nagy-Tóth,Őri",
        "Példák Szemléje,Kitalált Közlemények",
        title="A {} és az idő a városok között",
    ),
    "sv": Tongue(
        "analys tillväxt floder jord städer energi modell marknad struktur nät metod data politik",
        "Arbetet undersöker effekten av {} på jorden och visar att den ökar med tiden för ett område.",
        "Åke,Ingrid,Sven-Erik,Märta",
        "Lindström,Öberg,Andersson,Sjögren",
        "Tidskrift för exempel,Påhittade blad",
        title="Effekten av {} på jorden och för städer",
    ),
    "hr": Tongue(
        "analiza rast rijeka tla gradova energije modela tržišta strukture mreže metode podataka politike",
        "U radu se istražuje utjecaj {} na tlo i pokazuje kako se mijenja za gradove koji su u regiji.",
        "Željko,Mirjana,Tomislav,Ćiril",
        "Horvat,Šimić,Đurić,Kovačević",
        "Časopis primjera,Izmišljeni listovi",
        title="Utjecaj {} na tlo i kako se mijenja u gradovima",
    ),
}


@st.composite
def articles_of(draw: st.DrawFn, language: str, bilingual: bool = False) -> Article:
    """Articles with all that some layout prints, in one language; `bilingual` adds the head and the abstract in English."""
    tongue = TONGUES[language]
    words = st.sampled_from(tongue.words.split())

    def phrase(least: int, most: int) -> str:
        return tongue.blank.join(draw(st.lists(words, min_size=least, max_size=most, unique=True)))

    def people(of: Tongue, least: int, most: int) -> list[dict[str, object]]:
        pairs = st.tuples(st.sampled_from(of.given.split(",")), st.sampled_from(of.surnames.split(",")))
        drawn = draw(st.lists(pairs, min_size=least, max_size=most, unique=True))
        return [{"given": given, "surname": surname, "style": of.style} for given, surname in drawn]

    long = 3 if tongue.blank else 5
    title = tongue.title.format(phrase(long, long + 4))
    title = title[0].upper() + title[1:]
    sentences = [tongue.frame.format(phrase(long, long + 2)) for _ in range(draw(st.integers(3, 5)))]
    names = people(tongue, 2, 5)
    pair = st.lists(words, min_size=2, max_size=3, unique=True).map(tongue.blank.join)
    keywords = draw(st.lists(pair, min_size=2, max_size=5, unique=True))
    year = draw(st.integers(1996, 2025))
    first = draw(st.integers(1, 3000))
    day = st.integers(1, 28)
    groups: list[dict[str, object]] = [{"type": "author", "keywords": keywords}]
    found: dict[str, object] = {
        "language": language,
        "journal": {"titles": [{"text": draw(st.sampled_from(tongue.journals.split(",")))}]},
        "title": title,
        "publication_dates": [{"year": year, "month": draw(st.integers(1, 12)), "day": draw(day)}],
        "volume": str(draw(st.integers(1, 400))),
        "issue": draw(st.integers(1, 24).map(str)),
        "pages": {"first": str(first), "last": str(first + draw(st.integers(1, 30)))},
        "ids": [{"type": "doi", "value": f"10.{draw(st.integers(1000, 99999))}/test.{year}.{first}"}],
        "abstracts": [{"paragraphs": [(tongue.blank and " ").join(sentences)]}],
        "keywords": groups,
        "history": [
            {"type": "received", "year": year - 1, "month": draw(st.integers(1, 12)), "day": draw(day)},
            {"type": "accepted", "year": year, "month": draw(st.integers(1, 12)), "day": draw(day)},
        ],
    }
    contributors: list[dict[str, object]] = [{"type": "author", "names": [name]} for name in names]
    if bilingual:
        other = TONGUES["en"]
        english = st.lists(st.sampled_from(other.words.split()), min_size=4, max_size=7, unique=True).map(" ".join)
        found["translated_titles"] = [{"lang": "en", "title": other.title.format(draw(english))}]
        sentences = [other.frame.format(draw(english)) for _ in range(4)]
        found["translated_abstracts"] = [{"lang": "en", "paragraphs": [" ".join(sentences)]}]
        groups.append(
            {"type": "author", "lang": "en", "keywords": draw(st.lists(english, min_size=2, max_size=4, unique=True))}
        )
        drawn = st.lists(
            st.sampled_from(["Mei", "Haiqiang", "Xiaoming", "Lihua"]), min_size=len(names), max_size=len(names)
        )
        for contributor, given in zip(contributors, draw(drawn), strict=True):
            surname = ROMANISED[str(contributor["names"][0]["surname"])]  # type: ignore[index]
            contributor["names"] = [
                {**contributor["names"][0], "lang": language},  # type: ignore[index]
                {"given": given, "surname": surname, "style": "western", "lang": "en"},
            ]
    return Article.model_validate({**found, "contributors": contributors})


#: The Han surnames above, in letters.
ROMANISED = {"王": "Wang", "李": "Li", "欧阳": "Ouyang", "干": "Gan", "赵": "Zhao", "司马": "Sima", "刘": "Liu"}

_EAST = ("zh", "ja")
_HEAD = ("title", "names")
_BODY = ("abstract", "keywords")
_ARABIC_COMMA = ("ar", "fa")


@dataclass(frozen=True, slots=True)
class Family:
    """A family of layouts, and the languages whose pages are laid out so; the labels are in the article's language."""

    layout: PageLayout
    languages: tuple[str, ...] = tuple(TONGUES)
    bilingual: bool = False


FAMILIES: Mapping[str, Family] = {
    "magtech": Family(SEED, ("en", "zh")),
    "label lines": Family(
        PageLayout(
            parts=(*_HEAD, "journal", "published", "volume", "issue", "pages", "doi", *_BODY, "history"),
            labels="",
            forms={"title": "{label}: {value}", "authors": "{label}: {value}"},
            keyword_separator="; ",
        )
    ),
    "labels above": Family(
        PageLayout(
            parts=(*_HEAD, "journal", "published", "volume", "issue", "pages", "doi", *_BODY, "history"),
            labels="",
            label_form="{label}\n{value}",
            keyword_separator="; ",
        )
    ),
    "values above labels": Family(
        PageLayout(
            parts=(*_HEAD, "doi", "volume", "issue", "pages", "history", *_BODY),
            labels="",
            label_form="{value}\n{label}",
            forms={"abstract": "{label}\n{value}", "keywords": "{label}: {value}"},
            keyword_separator="; ",
        )
    ),
    "Chinese brackets": Family(
        PageLayout(
            parts=("masthead", *_HEAD, *_BODY, "history", "doi"),
            masthead="engineering-cn",
            labels="",
            label_form="【{label}】{value}",
            name_separator="，",
            keyword_separator="；",
            date="Chinese",
        ),
        ("zh",),
    ),
    "Markdown": Family(
        PageLayout(
            parts=("title", "names", "masthead", "doi link", "abstract", "keywords"),
            masthead="{journal}, {year}, {volume}({issue}): {fpage}-{lpage}.",
            labels="",
            label_form="## {label}\n\n{value}\n",
            forms={"keywords": "**{label}:** {value}\n"},
            title_form="# {}\n",
            keyword_separator="; ",
        )
    ),
    "one citation line": Family(
        PageLayout(
            parts=("title", "names", "abstract", "citation"),
            labels="",
            label_form="{label}: {value}",
            citation="{names} ({year}). {title}. {journal}, {volume}({issue}), {fpage}-{lpage}. https://doi.org/{doi}",
        ),
        ("en", "es", "pt", "fr", "de", "it", "pl"),
    ),
    "MDPI": Family(
        PageLayout(
            parts=("masthead", "'Article'", "title", "names", "dates", "abstract", "keywords"),
            masthead="mdpi",
            labels="en",
            name_separator=" and ",
            keyword_separator="; ",
            date="day first",
            forms={"abstract": "{label}\n{value}", "keywords": "{label}: {value}"},
        ),
        ("en", "es", "pt", "fr", "de", "pl", "tr"),
    ),
    "PLOS": Family(
        PageLayout(
            parts=("'Open Access'", "'Peer-reviewed'", "'Research Article'", "title", "names", "published", "doi link", "abstract", "citation", "dates"),
            labels="en",
            label_form="{label}: {value}",
            forms={"abstract": "{label}\n{value}"},
            date="month first",
            citation="{names} ({year}) {title}. {journal} {volume}({issue}): {fpage}-{lpage}. https://doi.org/{doi}",
        ),
        ("en",),
    ),
    "Elsevier": Family(
        PageLayout(
            parts=("masthead", "title", "'Author links open overlay panel'", "names", "doi link", "'Get rights and content'", "abstract", "keywords"),
            masthead="{journal}\nVolume {volume}, Issue {issue}, {year}, Pages {fpage}-{lpage}",
            labels="en",
            label_form="{label}\n{value}",
            keyword_separator="; ",
            marks=(" a", " b"),
        ),
        ("en", "es", "pt", "fr", "de", "it", "pl", "tr"),
    ),
    "Springer": Family(
        PageLayout(
            parts=("title", "'Original Article'", "published", "masthead", "'Cite this article'", "names", "abstract", "history", "doi"),
            masthead="Volume {volume}, pages {fpage}–{lpage}, ({year})",
            labels="en",
            label_form="{label}: {value}",
            forms={"abstract": "{label}\n{value}", "received": "{label}\n{value}", "accepted": "{label}\n{value}", "doi": "{label}\nhttps://doi.org/{value}"},
            name_separator="\n",
            date="day first",
        ),
        ("en", "de", "fr", "it"),
    ),
    "J-STAGE": Family(
        PageLayout(
            parts=("journal", "'Online ISSN : 1234-5679'", "title", "names", "masthead", "doi", "abstract", "keywords", "history"),
            masthead="{year} 年 {volume} 巻 {issue} 号 p. {fpage}-{lpage}",
            labels="ja",
            label_form="{label}: {value}",
            forms={"journal": "{value}", "doi": "DOI https://doi.org/{value}", "abstract": "{label}\n{value}"},
            date="slashes",
            keyword_separator=", ",
        ),
        ("ja",),
    ),
    "KCI": Family(
        PageLayout(
            parts=("journal", "masthead", "doi", "title", "names", "abstract", "keywords", "history"),
            masthead="{year}, vol.{volume}, no.{issue}, pp. {fpage}-{lpage}",
            labels="ko",
            label_form="{label}\n{value}",
            forms={"journal": "{value}", "doi": "DOI : {value}"},
            name_separator=" , ",
            keyword_separator=", ",
            date="Korean",
        ),
        ("ko",),
    ),
    "UDC first": Family(
        PageLayout(
            parts=("'УДК 551.4'", "title", "names", "journal", "masthead", "doi", "abstract", "keywords", "history"),
            masthead="Т. {volume}, № {issue}, {year}. С. {fpage}–{lpage}",
            labels="",
            label_form="{label}: {value}",
            forms={"journal": "{value}", "abstract": "{label}. {value}"},
            date="dots",
            keyword_separator=", ",
        ),
        ("ru", "uk"),
    ),
    "SciELO": Family(
        PageLayout(
            parts=("masthead", "doi link", "title", "names", "abstract", "keywords", "history"),
            masthead="{journal}\nvol. {volume}, n. {issue}, {year}, p. {fpage}-{lpage}",
            labels="",
            label_form="{label}: {value}",
            forms={"abstract": "{label}\n{value}"},
            names="{surname}, {given}",
            name_separator="; ",
            keyword_separator="; ",
            date="day first",
        ),
        ("es", "pt", "en"),
    ),
    "one author a line": Family(
        PageLayout(
            parts=("title", "names", "masthead", "abstract", "keywords"),
            masthead="{journal}, {year}, {volume}({issue}): {fpage}-{lpage}.",
            labels="",
            name_separator="\n",
            keyword_separator="; ",
        )
    ),
    "marks and places": Family(
        PageLayout(
            parts=("title", "names", "'1 Department of Tests, University of Examples, Town'", "'2 Institute of Samples, Village'", "masthead", "abstract", "keywords"),
            masthead="{journal}, {year}, {volume}({issue}): {fpage}-{lpage}.",
            labels="",
            marks=("1,*", "2"),
            keyword_separator="; ",
        )
    ),
    "metadata at the end": Family(
        PageLayout(
            parts=("title", "names", "abstract", "keywords", "journal", "volume", "issue", "pages", "published", "doi", "history"),
            labels="",
            label_form="{label}: {value}",
            forms={"abstract": "{label}\n{value}"},
            keyword_separator="; ",
        )
    ),
    "two languages": Family(
        PageLayout(
            parts=("title", "names", "abstract", "keywords", "masthead", "translation", "doi"),
            masthead="gbt-cite",
            labels="",
            name_separator="，",
            keyword_separator="；",
        ),
        ("zh",),
        bilingual=True,
    ),
}  # fmt: skip


def laid_out(family: Family, language: str) -> PageLayout:
    """Return the layout of a family in a language."""
    layout = family.layout
    if layout.labels == "":
        layout = replace(layout, labels=language)
    if language in _ARABIC_COMMA and layout.name_separator == ", ":
        layout = replace(layout, name_separator="، ")
    return layout


def printed(article: Article, layout: PageLayout) -> Article:
    """Return what of an article a layout prints."""
    parts = set(layout.parts)
    template = layout.masthead if "masthead" in parts else ""
    cited = "citation" in parts
    shown: dict[str, object] = {}

    def says(slot: str, part: str) -> bool:
        known = {"magtech", "mdpi", "engineering-cn", "gbt-cite"}
        slots = "{journal}{year}{volume}{issue}{fpage}{lpage}" + ("{doi}" if template != "gbt-cite" else "")
        return part in parts or cited or f"{{{slot}}}" in (slots if template in known else template)

    for name, slot, part in (
        ("journal", "journal", "journal"), ("volume", "volume", "volume"), ("issue", "issue", "issue"), ("pages", "fpage", "pages"), ("ids", "doi", "doi"),
    ):  # fmt: skip
        if not says(slot, part) and not (name == "ids" and "doi link" in parts):
            shown[name] = None if name in ("journal", "volume", "issue", "pages") else ()
    if template == "engineering-cn" and "pages" in shown:
        shown.pop("pages")
    if article.journal and any("ISSN" in part for part in parts):
        issn = JournalIssn(value="1234-5679", format="electronic")
        shown["journal"] = article.journal.model_copy(update={"issns": (issn,)})
    if not {"history", "dates"} & parts:
        shown["history"] = ()
    if "published" not in parts:
        years = tuple(d.model_copy(update={"month": None, "day": None}) for d in article.publication_dates)
        shown["publication_dates"] = years if says("year", "year") else ()
    if "keywords" not in parts:
        shown["keywords"] = ()
    if "names" not in parts and not cited:
        shown["contributors"] = ()
    elif places := [part.strip("'").split(" ", 1) for part in layout.parts if part[:2] in ("'1", "'2")]:
        shown |= _placed(article.contributors, layout.marks, dict(places))
    return article.model_copy(update=shown)


def _placed(people: tuple[Contributor, ...], marks: Sequence[str], places: dict[str, str]) -> dict[str, object]:
    """Return people and their places of work, by the marks behind the names: the last mark is that of all who follow."""
    own = [marks[min(index, len(marks) - 1)].partition(",")[0] for index in range(len(people))]
    ids = {mark: f"aff{mark}" for mark in places if mark in own}
    return {
        "contributors": tuple(
            each.model_copy(update={"affiliations": (ids[mark],)}) for each, mark in zip(people, own, strict=True)
        ),
        "affiliations": tuple(Affiliation(id=ids[mark], text=places[mark]) for mark in ids),
    }
