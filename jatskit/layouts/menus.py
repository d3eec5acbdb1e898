"""The words of menus and buttons, in the languages of pages, and the paths that lead from a site's home to an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from jatskit.language import HAN

#: What a site offers beside the article, with ` | ` between. A line that is made of these words alone is a menu.
MENUS: Mapping[str, str] = {
    "en": "home | current issue | current | archives | archive | about | about us | about the journal | editorial board | announcements | "
    "instructions for authors | author guidelines | for authors | submissions | submit | register | login | log in | sign in | "
    "contact | contact us | search | advanced search | browse | subscribe | help | english | rss | e-mail alert | most read | "
    "academic journals | more info | skip to content | journals | books | menu | cart | my account | download citation",
    "zh": "首页 | 首頁 | 主页 | 期刊介绍 | 期刊简介 | 期刊概况 | 期刊信息 | 关于期刊 | 关于我们 | 关于本刊 | 本刊简介 | 本刊介绍 | 关于 | "
    "期刊 | 图书 | "
    "编委会 | 编辑委员会 | 編輯委員會 | 投稿指南 | 投稿须知 | 投稿須知 | 作者指南 | 作者中心 | 审稿中心 | 编辑中心 | 期刊订阅 | 订阅 | "
    "期刊征订 | 期刊在线 | "
    "在线期刊 | 联系我们 | 聯絡我們 | 联系方式 | 留言板 | 广告服务 | 广告合作 | 下载中心 | 资料下载 | 道德规范 | 出版伦理 | 出版道德 | 学术诚信 | "
    "期刊政策 | 开放获取 | 当期目录 | 本期目录 | 过刊浏览 | 过刊目录 | 最新录用 | 优先出版 | 高级检索 | 检索 | 搜索 | 中文 | 英文版 | "
    "中文版 | 登录 | "
    "登入 | 註冊 | 注册 | 退出 | 会员 | 帮助 | 导航 | 资源导航 | 期刊导航 | 出版物检索 | 知网节 | 充值 | 我的cnki | 我的维普 | 期刊评价报告 | "
    "下载app | "
    "购物车 | 購物車 | 简体中文 | 簡體中文 | 繁體中文 | 在线办公 | 在线投稿 | 在线阅读 | 作者投稿 | 作者登录 | 专家审稿 | 主编办公 | "
    "编辑办公 | 远程编辑 | "
    "虚拟专辑 | 热点文章 | 阅读排行 | 下载排行 | 收藏本站 | 设为首页 | 新闻公告 | 通知公告 | 期刊荣誉 | 网站地图 | 友情链接 | 记笔记 | 引用 | "
    "收藏 | "
    "分享 | 打印 | 导出 | 下载 | 手机阅读 | caj下载 | pdf下载 | 下载pdf | 全文下载 | 更多 | 展开更多 | 查看全部 | 查看全文 | 服务 | "
    "把本文推荐给朋友 | "
    "加入我的书架 | 加入引用管理器 | 作者相关文章 | 相关文章 | 施引文献 | 引证文献 | 共引文献 | 引文网络 | 资源附件 | html全文 | 使用本文 | 推荐 | "
    "查看该刊数据库收录来源 | 文章导航 | 文章信息 | 文章历史 | 详细信息 | 评价 | 查看/发表评论 | 下载pdf阅读器 | 阅读全文 | 原文链接 | "
    "语种切换 | 公告 | "
    "出版声明 | 稿约 | 投审稿系统 | 查询 | 返回 | 上一篇 | 下一篇 | 图表 | 全部评论 | 我要评论",
    "ja": "j-stageトップ | 資料・記事を探す | j-stageについて | my j-stage | ジャーナルホーム | ジャーナル | フリー | 著者情報 | 詳細 | 詳細検索 | "
    "メタデータをダウンロード | メタデータのダウンロード方法 | 発行機関連絡先 | ログイン | 新規登録 | 検索 | ホーム | トップ | 巻号一覧 | 閲覧 | "
    "オープンアクセス | 関連文献 | 本文へ | すべて | 研究データ | 論文 | 本 | 博士論文 | プロジェクト | 収録刊行物 | 書誌事項 | 詳細情報",
    "ko": "로그인 | 회원가입 | 논문검색 | 학술지검색 | 기관정보 | 통계정보 | 원문보기 | 다운로드 | 인용정보복사 | 정확도 | 확인 | 초록보기 | "
    "목록 | 이전 | "
    "다음 | 홈 | 메뉴 | 검색 | 상세검색 | 기관 | 추천 | 내서재 | 공유 | 논문 기본 정보 | 학술저널 | 학술대회자료 | 이용수 | 초록·키워드 | 목차 | "
    "저널 홈 | 투고 안내 | 학회 소개 | 오류신고 | 맨위로",
    "ru": "главная | о журнале | редакционная коллегия | редколлегия | редакция | правила для авторов | авторам | архив | архив номеров | архивы | "
    "текущий выпуск | последний выпуск | войти | вход | регистрация | поиск | контакты | поделиться | скачать | русский | подать статью | "
    "рецензирование | этика публикаций | rus | eng | журналы | персоналии | организации | конференции | семинары | видеотека | "
    "пакет amsbib | общая информация | импакт-фактор | загрузить рукопись | объявления | об авторах | дополнительные файлы | рецензия",
    "uk": "головна | поточний випуск | архіви | архів | про журнал | увійти | реєстрація | пошук | контакти | редакційна колегія | подання | "
    "оголошення | завантаження | розділ",
    "es": "inicio | actual | número actual | archivos | acerca de | avisos | registrarse | entrar | iniciar sesión | buscar | búsqueda avanzada | "
    "contacto | equipo editorial | envíos | ir al contenido | revistas | tesis | congresos | ayuda | texto completo | servicios personalizados | "
    "revista | articulo | artículo | indicadores | español (pdf) | articulo en xml | traducción automática | scielo analytics | "
    "google scholar h5m5 | compartir | descargas | sección | enlaces | identificarse",
    "pt": "início | atual | edição atual | arquivos | sobre | notícias | cadastro | acesso | equipe editorial | submissões | contato | sumário | "
    "anterior | seguinte | próximo | brasil | sobre os autores | seção | baixar pdf | ver todos",
    "fr": "accueil | numéro courant | à propos | recherche | se connecter | s’inscrire | s'inscrire | numéros | tous les numéros | revues | "
    "ouvrages | "
    "que sais-je ? | mon cairn.info | navigation – plan du site | plan du site | haut de page | rechercher | mon compte | "
    "parcourir les collections | télécharger | télécharger le document | entrées d’index | entrées d'index | texte intégral",
    "de": "startseite | aktuelle ausgabe | archiv | über uns | suche | suchen | anmelden | registrieren | kontakt | einloggen | impressum | "
    "merken | "
    "drucken | teilen | hilfe | zum inhalt springen",
    "it": "fascicolo corrente | archivi | informazioni | registrazione | cerca | saggi | chi siamo | contatti",
    "pl": "strona główna | bieżący numer | archiwum | o czasopiśmie | zaloguj | zaloguj się | zarejestruj | szukaj | dla autorów | kontakt",
    "tr": "giriş | kayıt | anasayfa | ana sayfa | arşiv | dergi hakkında | son sayı | ara | tam metin pdf | tam metin | ayrıntılar | iletişim | "
    "bu kişi benim | yazım kuralları",
    "ar": "الرئيسية | الصفحة الرئيسية | العدد الحالي | الأرشيف | أرشيف المجلة | عن المجلة | تسجيل الدخول | التسجيل | بحث | التنزيلات | اتصل بنا | "
    "هيئة التحرير | القسم",
    "fa": "صفحه اصلی | مرور | اطلاعات نشریه | راهنمای نویسندگان | ارسال مقاله | تماس با ما | ورود | ثبت نام | عضویت | شماره جاری | آرشیو | "
    "درباره نشریه",
    "id": "beranda | tentang kami | tentang | arsip | terkini | daftar | masuk | cari | unduhan | dewan redaksi | kontak | pengumuman",
    "cs": "domů | aktuální číslo | o časopise | přihlásit se | přihlásit | registrovat | hledat | stahování | redakční rada",
    "vi": "trang chủ | số hiện tại | số cũ | các số | giới thiệu | đăng nhập | đăng ký | tìm kiếm | ban biên tập | liên hệ",
    "el": "αρχική | τρέχον τεύχος | αρχείο | σύνδεση | εγγραφή | αναζήτηση | σχετικά",
    "sv": "hem | aktuellt nummer | arkiv | sök | logga in | registrera",
    "hu": "kezdőlap | aktuális szám | archívum | keresés | bejelentkezés",
}  # fmt: skip

#: Where a path through a site starts: `首页 > 期刊导航 > …`, `Home / Archives / Vol. 9 No. 1 (2021)`.
HOMES = (
    "home | 首页 | 首頁 | 当前位置 | 文章导航 | 您的位置 | j-stageトップ | ホーム | トップ | 홈 | главная | головна | inicio | início | "
    "accueil | startseite | "
    "strona główna | ana sayfa | anasayfa | الرئيسية | صفحه اصلی | beranda | domů | trang chủ | αρχική | hem | kezdőlap | acasă | početna | inici"
)
_LONGEST = 300
#: What parts the words of a menu, where anything does.
_PARTING = r"[\s|｜·•/›»>,，、;:：()（）\d?？*+＋–-]"


def _listed(words: str) -> list[str]:
    return sorted({word.strip() for word in words.split(" | ")}, key=lambda word: (-len(word), word))


def _spelt(word: str) -> str:
    # Sites space out short words of Han letters: 首 页, 编 委 会.
    if re.fullmatch(f"[{HAN}]{{2,4}}", word):
        return r"\s{0,3}".join(word)
    # A letter of another word may not stand next to one of an alphabet.
    if not re.search(f"[{HAN}\u3040-\u30ff]", word):
        return rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])"
    return re.escape(word)


@lru_cache(maxsize=1)
def _menu() -> re.Pattern[str]:
    words = "|".join(map(_spelt, _listed(" | ".join(MENUS.values()))))
    # Atomic, the longest word first: a line is read once, whatever words are parts of others.
    return re.compile(rf"{_PARTING}*+(?>(?:{words}){_PARTING}*+)++", re.IGNORECASE)


@lru_cache(maxsize=1)
def _path() -> re.Pattern[str]:
    homes = "|".join(map(re.escape, _listed(HOMES)))
    return re.compile(rf"[\s*-]{{0,6}}(?:{homes})\s{{0,3}}[/>›»:：|]+\s{{0,3}}\S", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_menu(line: str) -> bool:
    """Whether a whole line is words of menus and buttons."""
    if len(line) > _LONGEST:
        return False
    first = next(filter(str.isalpha, line), "").casefold()
    return first in _first_letters() and _menu().fullmatch(line) is not None


@lru_cache(maxsize=1)
def _first_letters() -> frozenset[str]:
    return frozenset(word[0] for word in _listed(" | ".join(MENUS.values())))


def is_path(line: str) -> bool:
    """Whether a line is the path from a site's home to its page."""
    return len(line) <= _LONGEST and _path().match(line) is not None
