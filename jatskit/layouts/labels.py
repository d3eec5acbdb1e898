"""The words that announce a part of an article, in the languages of pages: one table for every reader.

A row is a field and, for each language, the spellings of its label. To teach jatskit a word, add it here: it is then
known as a label before a colon, in brackets or on a line of its own, before a date (if its field is an event) and
before a number (if its field is a part of an issue's place, see `numbered.py`). The tests run every spelling.

Case, blanks, hyphens, zero-width joiners and the two codings of Arabic letters do not count when a label is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jatskit.language import HAN

#: The spellings of the labels, by field and language (BCP 47). The first language that has a spelling owns it.
LABELS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "abstract": {
        "en": ("Abstract", "Summary"),
        "zh": ("摘要", "内容摘要", "内容提要", "提要", "中文摘要", "內容摘要", "英文摘要", "並列摘要", "中文提要", "內容提要", "文摘"),
        "ja": ("要旨", "抄録", "概要", "要約", "和文要旨", "和文抄録", "論文要旨", "あらまし", "和文概要"),
        "ko": ("초록", "요약", "국문초록", "국문요약", "영문초록", "논문요약", "초록·키워드"),
        "ru": ("Аннотация", "Резюме", "Реферат"),
        "uk": ("Анотація",),
        "es": ("Resumen", "Resúmenes"),
        "pt": ("Resumo", "Resumos"),
        "fr": ("Résumé", "Résumés"),
        "de": ("Zusammenfassung", "Kurzfassung"),
        "it": ("Riassunto", "Sommario"),
        "pl": ("Streszczenie", "Abstrakt"),
        "tr": ("Öz", "Özet"),
        "ar": ("الملخص", "ملخص", "المستخلص", "مستخلص", "ملخص البحث", "ملخص الدراسة", "الخلاصة", "ملخص المقال"),
        "fa": ("چکیده", "خلاصه"),
        "id": ("Abstrak", "Intisari"),
        "cs": ("Souhrn", "Anotace"),
        "sk": ("Súhrn", "Anotácia"),
        "vi": ("Tóm tắt",),
        "el": ("Περίληψη",),
        "ca": ("Resum",),
        "ro": ("Rezumat",),
        "hu": ("Összefoglalás", "Absztrakt", "Kivonat", "Összefoglaló"),
        "sv": ("Sammanfattning", "Sammandrag"),
        "hr": ("Sažetak",),
        "kk": ("Аңдатпа", "Түйіндеме"),
    },
    "keywords": {
        "en": ("Keywords", "Key words", "Keyword", "Index terms", "Author keywords", "Additional keywords"),
        "zh": ("关键词", "关键字", "關鍵詞", "關鍵字", "主题词", "中文关键词", "英文关键词", "中文關鍵詞", "英文關鍵詞", "關鍵字詞", "关键词语"),
        "ja": ("キーワード", "索引用語", "キーワーズ", "鍵語"),
        "ko": ("주제어", "키워드", "핵심어", "중심어", "색인어", "핵심단어", "국문키워드"),
        "ru": ("Ключевые слова",),
        "uk": ("Ключові слова", "Ключові слова та фрази"),
        "es": ("Palabras clave", "Palabras claves", "Descriptores"),
        "pt": ("Palavras-chave", "Palavra-chave", "Descritores", "Unitermos"),
        "fr": ("Mots-clés", "Mots clés", "Mots-clefs"),
        "de": ("Schlüsselwörter", "Schlagwörter", "Stichwörter", "Schlüsselbegriffe"),
        "it": ("Parole chiave", "Parola chiave"),
        "pl": ("Słowa kluczowe", "Słowa klucze"),
        "tr": ("Anahtar Kelimeler", "Anahtar Sözcükler", "Anahtar Kelime"),
        "ar": (
            "الكلمات المفتاحية", "الكلمات الدالة", "كلمات مفتاحية", "الكلمات الرئيسية", "كلمات دالة",
            "الكلمات الافتتاحية", "كلمات البحث", "الكلمات المفاتيح",
        ),
        "fa": ("کلیدواژه‌ها", "واژه‌های کلیدی", "واژگان کلیدی", "کلمات کلیدی", "کلیدواژگان", "کلید واژه"),
        "id": ("Kata kunci", "Kata-kata kunci"),
        "cs": ("Klíčová slova",),
        "sk": ("Kľúčové slová",),
        "vi": ("Từ khóa", "Từ khoá"),
        "el": ("Λέξεις-κλειδιά", "Λέξεις κλειδιά"),
        "ca": ("Paraules clau",),
        "ro": ("Cuvinte cheie", "Cuvinte-cheie"),
        "hu": ("Kulcsszavak", "Kulcsszó"),
        "sv": ("Nyckelord",),
        "hr": ("Ključne riječi", "Ključne reči"),
        "bg": ("Ключови думи",),
        "kk": ("Түйін сөздер", "Кілт сөздер", "Түйінді сөздер"),
    },
    "references": {
        "en": (
            "References", "Reference", "Bibliography", "Literature cited", "Works cited", "Reference list", "References cited",
            "References and notes", "Notes and references", "Cited literature",
        ),
        "zh": ("参考文献", "參考文獻", "引用文獻", "参考书目"),
        "ja": ("引用文献", "参考文献リスト", "文献", "参照文献"),
        "ko": ("참고문헌", "인용문헌"),
        "ru": (
            "Список литературы", "Литература", "Библиография", "Библиографический список", "Список источников",
            "Список использованной литературы", "Список использованных источников", "Литература и источники",
            "Библиографические ссылки",
        ),
        "uk": (
            "Список літератури", "Література", "Список використаних джерел", "Посилання",
            "Список використаної літератури", "Перелік посилань",
        ),
        "es": (
            "Referencias", "Bibliografía", "Referencias bibliográficas", "Bibliografía citada",
            "Fuentes y bibliografía", "Obras citadas",
        ),
        "pt": ("Referências", "Referências bibliográficas"),
        "fr": ("Références", "Bibliographie", "Références bibliographiques"),
        "de": ("Literatur", "Literaturverzeichnis", "Quellenverzeichnis", "Literaturhinweise", "Quellen"),
        "it": ("Bibliografia", "Riferimenti bibliografici", "Riferimenti"),
        "pl": ("Piśmiennictwo", "Literatura", "Spis literatury", "Wykaz literatury", "Źródła"),
        "tr": ("Kaynakça", "Kaynaklar", "Referanslar", "Yararlanılan Kaynaklar"),
        "ar": (
            "المراجع", "المصادر", "قائمة المراجع", "المصادر والمراجع", "مراجع", "الهوامش", "قائمة المصادر والمراجع",
        ),
        "fa": ("منابع", "مراجع", "فهرست منابع", "منابع و مآخذ", "فهرست مراجع", "کتابنامه"),
        "id": ("Daftar Pustaka", "Referensi", "Rujukan"),
        "cs": ("Použitá literatura", "Seznam literatury"),
        "sk": ("Použitá literatúra", "Zoznam literatúry", "Literatúra"),
        "vi": ("Tài liệu tham khảo",),
        "el": ("Βιβλιογραφία", "Αναφορές", "Βιβλιογραφικές αναφορές"),
        "ca": ("Referències", "Referències bibliogràfiques"),
        "ro": ("Referințe", "Bibliografie"),
        "hu": ("Irodalom", "Irodalomjegyzék", "Hivatkozások", "Felhasznált irodalom"),
        "sv": ("Referenser", "Litteratur", "Källor"),
        "kk": ("Пайдаланылған әдебиеттер тізімі", "Әдебиеттер тізімі"),
    },
    "title": {
        "en": ("Title", "Article title", "Paper title"),
        "zh": ("标题", "题名", "篇名", "論文標題"),
        "ja": ("論文題名", "表題", "タイトル"),
        "ko": ("논문명", "제목"),
        "ru": ("Название статьи", "Заглавие"),
        "es": ("Título",),
        "fr": ("Titre",),
        "de": ("Titel",),
        "it": ("Titolo",),
        "pl": ("Tytuł",),
        "tr": ("Başlık", "Makale başlığı"),
        "ar": ("العنوان", "عنوان البحث"),
        "fa": ("عنوان", "عنوان مقاله"),
        "id": ("Judul",),
        "cs": ("Název", "Název článku"),
        "vi": ("Tiêu đề", "Tên bài báo"),
        "el": ("Τίτλος",),
        "ca": ("Títol",),
        "ro": ("Titlu",),
        "hu": ("Cím",),
        "hr": ("Naslov",),
        "sk": ("Názov", "Názov článku"),
    },
    "authors": {
        "en": ("Authors", "Author", "Author(s)"),
        "zh": ("作者", "著者"),
        "ja": ("執筆者", "著者名"),
        "ko": ("저자", "저자명", "저자정보"),
        "ru": ("Авторы", "Автор"),
        "uk": ("Автори",),
        "es": ("Autores",),
        "pt": ("Autoria", "Autor(es)"),
        "fr": ("Auteurs", "Auteur"),
        "de": ("Autoren", "Verfasser", "Autor", "verfasst von"),
        "it": ("Autori", "Autore"),
        "pl": ("Autorzy",),
        "tr": ("Yazarlar", "Yazar"),
        "ar": ("المؤلفون", "المؤلف", "المؤلفين", "الكاتب", "الباحث", "الباحثون", "أسماء المؤلفين"),
        "fa": ("نویسندگان", "نویسنده"),
        "id": ("Penulis",),
        "cs": ("Autoři",),
        "vi": ("Tác giả", "Các tác giả"),
        "el": ("Συγγραφείς", "Συγγραφέας"),
        "ca": ("Autors",),
        "hu": ("Szerzők", "Szerző"),
        "sv": ("Författare",),
    },
    "journal": {
        "en": ("Journal", "Journal title", "Journal name"),
        "zh": ("期刊", "刊名", "期刊名称", "刊名称", "期刊名稱", "期刊名"),
        "ja": ("雑誌名", "掲載誌", "誌名", "ジャーナル"),
        "ko": ("저널정보", "학술지명", "저널명", "학술지", "간행물명"),
        "ru": ("Журнал", "Название журнала"),
        "es": ("Revista",),
        "pt": ("Periódico",),
        "fr": ("Revue", "Nom de la revue"),
        "de": ("Zeitschrift", "Erschienen in"),
        "it": ("Rivista",),
        "pl": ("Czasopismo", "Tytuł czasopisma"),
        "tr": ("Dergi", "Dergi adı"),
        "ar": ("المجلة", "اسم المجلة"),
        "fa": ("نشریه", "مجله", "نام نشریه"),
        "id": ("Jurnal", "Nama jurnal"),
        "cs": ("Časopis", "Název časopisu"),
        "sk": ("Názov časopisu",),
        "vi": ("Tạp chí", "Tên tạp chí"),
        "el": ("Περιοδικό", "Τίτλος περιοδικού"),
        "hu": ("Folyóirat",),
        "sv": ("Tidskrift",),
    },
    "doi": {
        "en": ("DOI", "Digital Object Identifier"),
        "zh": ("DOI号", "数字对象标识符"),
        "fa": ("شناسه دیجیتال",),
    },
    # -- events: each may stand before a date ----------------------------------------------------------------
    "received": {
        "en": (
            "Received", "Received date", "Date received", "Submitted", "Submission date", "Date of submission",
            "Received on", "Received for review", "Received for publication", "Manuscript received",
        ),
        "zh": (
            "收稿日期", "收稿", "收稿时间", "投稿时间", "收到日期", "投稿日期", "来稿日期", "收稿日", "收到修改稿前日期", "收稿時間",
            "投稿收件日期", "投稿日", "收件日期",
        ),
        "ja": ("受付", "受付日", "原稿受付", "受領日", "投稿受付日", "受稿日", "受付年月日"),
        "ko": ("접수일", "투고일", "접수일자", "논문접수일", "원고접수일", "접수", "투고일자", "접수일시", "논문투고일"),
        "ru": (
            "Поступила в редакцию", "Поступила", "Статья поступила", "Получена", "Дата поступления",
            "Поступила в редакцию статья", "Поступило", "Поступила в редколлегию", "Дата поступления статьи",
            "Статья поступила в редакцию",
        ),
        "uk": ("Надійшла до редакції", "Надійшла", "Стаття надійшла", "Отримано"),
        "es": ("Recibido", "Fecha de recepción", "Recepción"),
        "pt": ("Recebido", "Recebido em", "Recebido para publicação em", "Data de submissão", "Submetido", "Submetido em", "Data de recebimento"),
        "fr": ("Reçu", "Reçu le", "Date de réception", "Soumis le"),
        "de": ("Eingegangen", "Eingegangen am", "Eingereicht", "Eingereicht am", "Eingang des Manuskripts"),
        "it": ("Ricevuto", "Ricevuto il", "Data di ricezione", "Pervenuto", "Pervenuto il"),
        "pl": ("Otrzymano", "Nadesłano", "Wpłynęło", "Data otrzymania", "Data wpłynięcia"),
        "tr": (
            "Geliş tarihi", "Gönderilme tarihi", "Gönderme tarihi", "Başvuru tarihi", "Gönderim tarihi", "Makale geliş tarihi",
            "Alındı",
        ),
        "ar": ("تاريخ الاستلام", "تاريخ التسليم", "تاريخ استلام البحث", "تاريخ الإرسال", "استلم في", "تاريخ التقديم"),
        "fa": ("تاریخ دریافت", "دریافت", "تاریخ ارسال"),
        # “Diterima” says received in some journals and accepted in others, so it tells nothing.
        "id": ("Dikirim", "Disubmit", "Naskah masuk", "Tanggal masuk", "Tanggal pengiriman"),
        "cs": ("Doručeno", "Došlo", "Datum doručení"),
        "sk": ("Doručené",),
        "vi": ("Ngày nhận bài", "Ngày nhận", "Nhận bài"),
        "el": ("Ημερομηνία υποβολής", "Υποβλήθηκε"),
        "ca": ("Rebut", "Data de recepció"),
        "ro": ("Primit", "Data primirii"),
        "hu": ("Beérkezett", "Beérkezés dátuma"),
        "sv": ("Mottagen", "Inkommen"),
        "hr": ("Zaprimljeno", "Primljeno"),
    },
    "rev-recd": {
        "en": (
            "Received in revised form", "Received in final revised form", "Received in its revised form",
            "Revision received", "Revised manuscript received",
        ),
        "zh": ("修回日期", "修回", "收修改稿日期", "收到修改稿日期", "修改稿收到日期", "收修定稿日期"),
        "ja": ("改訂稿受付", "改稿受付"),
        "ru": ("Поступила после доработки", "Поступила в редакцию после доработки", "Поступила после рецензирования"),
        "fr": ("Reçu sous forme révisée", "Reçu en version révisée"),
        "de": ("Überarbeitete Fassung eingegangen", "Eingang der revidierten Fassung"),
        "pl": ("Otrzymano po poprawkach",),
        "vi": ("Ngày nhận bài sửa", "Ngày nhận bản sửa"),
    },
    "revised": {
        "en": ("Revised", "Revised date", "Date revised", "Revision date", "Last revised"),
        "zh": ("修改日期", "修订日期", "修稿日期", "最后修改时间", "修改时间", "修訂日期"),
        "ja": ("改訂日", "改訂", "修正日", "改稿日"),
        "ko": ("수정일", "수정일자", "심사완료일", "심사수정일", "논문수정일", "수정"),
        "ru": ("После доработки", "Доработана", "Отредактирована", "Исправленный вариант"),
        "uk": ("Доопрацьована", "Після доопрацювання"),
        "es": ("Revisado", "Fecha de revisión"),
        "pt": ("Revisado em", "Revisto em", "Data de revisão"),
        "fr": ("Révisé", "Révisé le", "Date de révision"),
        "de": ("Überarbeitet", "Überarbeitet am", "Revidiert"),
        "it": ("Revisionato", "Rivisto", "Data di revisione"),
        "pl": ("Poprawiono", "Data poprawienia"),
        "tr": ("Düzeltme tarihi", "Revizyon tarihi", "Düzenleme tarihi"),
        "ar": ("تاريخ التعديل", "تاريخ المراجعة", "تاريخ التنقيح"),
        "fa": ("تاریخ بازنگری", "بازنگری", "تاریخ اصلاح", "تاریخ ویرایش"),
        "id": ("Direvisi", "Revisi", "Tanggal revisi"),
        "cs": ("Revidováno", "Datum revize"),
        "vi": ("Ngày sửa bài", "Ngày chỉnh sửa", "Ngày hoàn thiện"),
        "el": ("Αναθεωρήθηκε",),
        "ca": ("Revisat",),
        "ro": ("Revizuit",),
        "hu": ("Átdolgozva",),
        "sv": ("Reviderad",),
        "hr": ("Revidirano",),
    },
    "accepted": {
        "en": (
            "Accepted", "Accepted date", "Date accepted", "Accepted for publication", "Acceptance date",
            "Accepted on",
        ),
        "zh": ("录用日期", "接受日期", "接受", "录用时间", "接收日期", "錄用日期", "录用日", "接受刊登日期", "採用日期", "通過日期", "審查通過日期"),
        "ja": ("受理", "受理日", "採択日", "採択", "掲載決定日", "採録日", "採録", "採録決定日", "受理年月日"),
        "ko": ("게재확정일", "게재확정일자", "게재승인일", "게재확정", "채택일", "게재결정일"),
        "ru": (
            "Принята к публикации", "Принята", "Принята в печать", "Статья принята", "Дата принятия",
            "Принята к печати", "Принята к опубликованию", "Принято к публикации", "Принято к печати", "Одобрена",
        ),
        "uk": ("Прийнята до друку", "Прийнята до публікації", "Прийнято", "Прийнята"),
        "es": ("Aceptado", "Fecha de aceptación", "Aceptación"),
        "pt": ("Aceito", "Aceito em", "Aprovado", "Aprovado em", "Aceite", "Data de aceitação", "Data de aceite"),
        "fr": ("Accepté", "Accepté le", "Date d’acceptation", "Date d'acceptation"),
        "de": ("Angenommen", "Angenommen am", "Akzeptiert"),
        "it": ("Accettato", "Accettato il", "Data di accettazione"),
        "pl": ("Przyjęto", "Zaakceptowano", "Przyjęto do druku", "Data przyjęcia", "Data akceptacji"),
        "tr": ("Kabul tarihi", "Makale kabul tarihi", "Kabul edildi"),
        "ar": ("تاريخ القبول", "قبل للنشر", "تاريخ قبول النشر", "قبل في"),
        "fa": ("تاریخ پذیرش", "پذیرش"),
        "id": ("Disetujui", "Tanggal persetujuan", "Tanggal diterima untuk publikasi"),
        "cs": ("Přijato k publikaci", "Přijato k tisku", "Schváleno"),
        "sk": ("Prijaté na publikovanie",),
        "vi": ("Ngày chấp nhận", "Ngày duyệt đăng", "Ngày chấp nhận đăng", "Chấp nhận đăng"),
        "el": ("Ημερομηνία αποδοχής", "Έγινε αποδεκτό"),
        "ca": ("Acceptat", "Data d’acceptació"),
        "ro": ("Data acceptării",),
        "hu": ("Elfogadva", "Elfogadás dátuma"),
        "sv": ("Accepterad",),
        "hr": ("Prihvaćeno",),
    },
    "electronic": {
        "en": (
            "Published online", "First published online", "First published on the web", "Published on the web", "Available online",
            "Version of record online", "Article first published online", "Online publication date", "Online date", "Epub",
            "Date of publication (online)", "First online", "Online published", "Published electronically", "Posted online",
            "Online publication", "Published online date", "Published Online First", "Electronic publication date", "Publication date (web)",
        ),
        "zh": (
            "网络出版日期", "在线发表", "网络首发", "网络出版时间", "在线出版日期", "网络首发日期", "在线公开时间",
            "网络发表日期", "網路出版日期", "在线日期",
        ),
        "ja": ("オンライン公開日", "公開日", "早期公開日", "J-STAGE公開日", "電子公開日"),
        "ko": ("온라인 게재일", "온라인 발행일", "온라인 공개일"),
        "ru": ("Опубликована онлайн", "Опубликовано онлайн", "Дата публикации онлайн"),
        "es": ("Publicado en línea", "Publicación en línea", "Publicado online"),
        "pt": ("Publicado online", "Publicação nesta coleção", "Disponível online"),
        "fr": ("Publié en ligne", "Mis en ligne le", "Publié en ligne le", "Disponible en ligne"),
        "de": ("Online veröffentlicht", "Online erschienen", "Online publiziert"),
        "it": ("Pubblicato online", "Pubblicato online il"),
        "pl": ("Opublikowano online", "Data publikacji online"),
        "tr": ("Çevrimiçi yayın tarihi", "Erken görünüm tarihi"),
        "ar": ("تاريخ النشر الإلكتروني", "نشر على الإنترنت"),
        "fa": ("تاریخ انتشار آنلاین", "تاریخ انتشار الکترونیکی"),
        "id": ("Terbit daring", "Dipublikasikan online"),
        "cs": ("Publikováno online", "Zveřejněno online"),
        "vi": ("Ngày đăng trực tuyến", "Ngày xuất bản trực tuyến"),
        "hu": ("Online megjelenés",),
        "sv": ("Publicerad online",),
        "hr": ("Objavljeno online",),
    },
    "issue-date": {
        "en": ("Issue date", "Issue published", "Cover date", "Date of issue", "Published in issue"),
        "zh": ("刊期日期",),
    },
    "published": {
        "en": (
            "Published", "First published", "Published in print", "Publication date", "Date of publication", "Date published",
            "Publication history", "Year of publication", "Published on", "Print publication date",
        ),
        "zh": (
            "出版日期", "刊出日期", "发布日期", "出版时间", "发表日期", "发表时间", "刊出时间", "發表日期", "刊登日期", "出刊日期",
            "提交时间", "出版年月",
        ),
        "ja": ("発行日", "発行年月日", "出版日", "刊行日", "発行", "掲載日", "刊行年月日"),
        "ko": ("발행연도", "발행일", "발행일자", "게재일", "출판일", "발간일"),
        "ru": ("Опубликована", "Опубликовано", "Дата публикации", "Статья опубликована"),
        "uk": ("Опубліковано", "Опублікована", "Дата публікації"),
        "es": ("Publicado", "Publicación", "Fecha de publicación"),
        "pt": ("Publicado em", "Publicação", "Data de publicação", "Data da publicação"),
        "fr": ("Publié", "Publié le", "Date de publication", "Paru le"),
        "de": (
            "Erscheinungsdatum", "Veröffentlicht", "Veröffentlicht am", "Erschienen", "Publiziert",
            "Publikationsdatum",
        ),
        "it": ("Pubblicato", "Pubblicato il", "Data di pubblicazione"),
        "pl": ("Opublikowano", "Data publikacji", "Data opublikowania", "Opublikowane"),
        "tr": ("Yayım tarihi", "Yayımlanma tarihi", "Yayınlanma tarihi", "Yayın tarihi", "Basım tarihi"),
        "ar": ("تاريخ النشر", "نشر في", "منشور"),
        "fa": ("تاریخ انتشار", "تاریخ چاپ", "انتشار"),
        "id": ("Diterbitkan", "Dipublikasikan", "Terbit", "Tanggal terbit", "Tanggal publikasi"),
        "cs": ("Publikováno", "Vydáno", "Zveřejněno", "Datum publikace", "Datum vydání"),
        "sk": ("Publikované", "Uverejnené"),
        "vi": ("Ngày đăng", "Ngày xuất bản", "Đã xuất bản", "Xuất bản", "Ngày đăng bài"),
        "el": ("Δημοσιευμένα", "Δημοσιεύτηκε", "Ημερομηνία δημοσίευσης", "Δημοσιεύθηκε"),
        "ca": ("Publicat", "Data de publicació"),
        "ro": ("Data publicării",),
        "hu": ("Megjelent", "Közzétéve", "Publikálva"),
        "sv": ("Publicerad", "Publicerades", "Utgivningsdatum"),
        "hr": ("Objavljeno", "Datum objave"),
    },
    "date": {"en": ("Date",)},
    # -- parts of an issue's place: each may stand before a number --------------------------------------------
    "volume": {
        "en": ("Volume", "Vol.", "Volumes"),
        "zh": ("卷", "卷号", "卷號", "年卷"),
        "ja": ("巻", "巻号"),
        "ko": ("권", "볼륨"),
        "ru": ("Том",),
        "es": ("Volumen", "Tomo"),
        "de": ("Bd.", "Jahrgang", "Jg."),
        "it": ("Annata",),
        "pl": ("Rocznik",),
        "tr": ("Cilt", "Cilt No"),
        "ar": ("المجلد", "مجلد", "مج."),
        "fa": ("دوره", "جلد"),
        "id": ("Jilid",),
        "cs": ("Ročník", "Roč.", "Svazek"),
        "vi": ("Tập",),
        "el": ("Τόμος", "Τόμ."),
        "ca": ("Volum",),
        "ro": ("Volumul",),
        "hu": ("Évfolyam", "Évf.", "Kötet"),
        "sv": ("Årgång", "Årg.", "Volym"),
        "hr": ("Svezak", "Godište"),
    },
    "issue": {
        "en": ("Issue", "Number", "No.", "Iss.", "Issue no."),
        "zh": ("期", "期号", "期数", "期號"),
        "ja": ("号", "号数"),
        "ko": ("호", "권호"),
        "ru": ("Выпуск", "Вып.", "Номер"),
        "uk": ("Випуск", "Вип.", "Число"),
        "es": ("Número", "Núm.", "Num.", "Numero"),
        "pt": ("Edição",),
        "fr": ("Numéro", "Fascicule", "Fasc."),
        "de": ("Heft", "Ausgabe", "Nr."),
        "it": ("Fascicolo",),
        "pl": ("Zeszyt", "Zesz."),
        "tr": ("Sayı", "Sayi", "Sayı No"),
        "ar": ("العدد", "عدد"),
        "fa": ("شماره",),
        "id": ("Nomor", "Edisi"),
        "cs": ("Číslo",),
        "vi": ("Số",),
        "el": ("Τεύχος", "Τεύχ.", "Αρ."),
        "ro": ("Numărul",),
        "hu": ("Szám",),
        "sv": ("Häfte",),
        "hr": ("Broj",),
    },
    "pages": {
        "en": ("Pages", "Page", "pp.", "pgs.", "pg.", "First page", "Page range"),
        "zh": ("页码", "页", "頁", "頁碼", "起止页码"),
        "ja": ("ページ", "掲載頁"),
        "ko": ("페이지", "쪽", "수록면", "수록페이지"),
        "ru": ("Страницы", "Стр."),
        "uk": ("Сторінки", "Стор."),
        "es": ("Páginas", "Página", "pág.", "págs.", "pag.", "pags.", "Paginas"),
        "de": ("Seiten", "Seite"),
        "it": ("Pagine", "pagg."),
        "pl": ("Strony", "Str.", "ss."),
        "tr": ("Sayfa", "Sayfalar", "Sayfa aralığı", "Sayfa no"),
        "ar": ("الصفحات", "صفحات", "الصفحة", "ص ص"),
        "fa": ("صفحه", "صص", "شماره صفحات"),
        "id": ("Halaman", "Hlm.", "Hal."),
        "cs": ("Stránky", "Rozsah stran"),
        "vi": ("Trang",),
        "el": ("Σελίδες", "σσ."),
        "ca": ("Pàgines",),
        "ro": ("Pagini", "Paginile"),
        "hu": ("Oldalszám", "Oldalak"),
        "sv": ("Sidor", "Sidan"),
        "hr": ("Stranice",),
    },
    "number": {
        "en": (
            "Article number", "Article no.", "Article ID", "Art. no.", "e-location", "elocation", "e-location ID", "Paper number",
            "Paper no.", "Article nr.", "Article num.",
        ),
        "zh": ("论文编号",),
        "ko": ("논문번호",),
        "ru": ("Номер статьи",),
        "es": ("Número de artículo",),
        "fr": ("Numéro d’article", "Numéro d'article"),
        "de": ("Artikelnummer",),
        "pl": ("Numer artykułu",),
        "tr": ("Makale numarası",),
    },
    # -- people and places ----------------------------------------------------------------------------------
    "corresponding": {
        "en": (
            "Corresponding author", "Corresponding authors", "Correspondence", "Corresponding author(s)",
            "Author for correspondence", "Correspondence to", "Address for correspondence",
        ),
        "zh": ("通讯作者", "通信作者", "通訊作者", "责任作者", "联系作者"),
        "ja": ("責任著者", "連絡先", "連絡著者", "別刷請求先"),
        "ko": ("교신저자", "책임저자", "통신저자"),
        "ru": (
            "Автор для корреспонденции", "Автор для переписки", "Контактное лицо", "Для корреспонденции",
            "Ответственный автор",
        ),
        "uk": ("Автор для листування", "Контактна особа"),
        "es": (
            "Autor de correspondencia", "Autor para correspondencia", "Correspondencia", "Autora de correspondencia",
        ),
        "pt": (
            "Autor correspondente", "Autor para correspondência", "Correspondência", "Endereço para correspondência",
        ),
        "fr": ("Auteur correspondant", "Auteur pour correspondance", "Correspondance"),
        "de": ("Korrespondenzautor", "Korrespondierender Autor", "Korrespondenzadresse", "Korrespondenz"),
        "it": ("Autore corrispondente", "Corrispondenza", "Autore per la corrispondenza"),
        "pl": ("Autor korespondencyjny", "Adres do korespondencji", "Autor do korespondencji"),
        "tr": ("Sorumlu yazar", "İletişim yazarı", "Yazışma adresi"),
        "ar": ("المؤلف المراسل", "الباحث المراسل", "المؤلف المسؤول", "للمراسلة"),
        "fa": ("نویسنده مسئول", "نویسنده مسؤول", "نویسنده رابط"),
        "id": ("Penulis korespondensi", "Korespondensi", "Alamat korespondensi"),
        "cs": ("Korespondenční autor", "Korespondující autor"),
        "vi": ("Tác giả liên hệ", "Tác giả liên lạc"),
        "el": ("Υπεύθυνος αλληλογραφίας",),
        "ca": ("Autor de correspondència",),
        "ro": ("Autor corespondent",),
        "hu": ("Levelező szerző",),
        "sv": ("Korresponderande författare",),
        "hr": ("Autor za dopisivanje", "Dopisni autor"),
    },
    "email": {
        "en": ("E-mail", "Email", "E-mail address", "Email address"),
        "zh": ("电子邮箱", "邮箱", "电子邮件", "電子郵件", "電子信箱"),
        "ja": ("メールアドレス", "電子メール"),
        "ko": ("이메일", "전자우편"),
        "ru": ("Электронная почта", "Эл. почта", "Адрес электронной почты"),
        "uk": ("Електронна пошта", "Ел. пошта"),
        "es": ("Correo electrónico", "Correo-e"),
        "pt": ("Correio eletrônico", "Correio eletrónico"),
        "fr": ("Courriel", "Adresse électronique", "Courrier électronique", "Mél"),
        "de": ("E-Mail-Adresse",),
        "it": ("Posta elettronica", "Indirizzo e-mail"),
        "pl": ("Adres e-mail",),
        "tr": ("E-posta", "Eposta", "Elektronik posta"),
        "ar": ("البريد الإلكتروني", "البريد الالكتروني", "الإيميل"),
        "fa": ("ایمیل", "پست الکترونیک", "رایانامه", "پست الکترونیکی"),
        "id": ("Surel", "Pos-el"),
    },
    "affiliation": {
        "en": ("Affiliation", "Affiliations", "Author affiliations", "Author affiliation", "Author information"),
        "zh": ("作者单位", "单位", "作者單位", "工作单位", "作者机构", "所属机构"),
        "ja": ("所属", "所属機関", "著者所属"),
        "ko": ("소속", "소속기관", "저자소속"),
        "ru": ("Место работы", "Аффилиация", "Сведения об организациях", "Организация"),
        "uk": ("Місце роботи", "Афіліація"),
        "es": ("Afiliación", "Filiación", "Afiliaciones"),
        "pt": ("Afiliação", "Afiliações", "Filiação institucional"),
        "fr": ("Affiliation de l’auteur", "Rattachement"),
        "de": ("Institution", "Institutionen", "Anschrift der Verfasser"),
        "it": ("Affiliazione", "Affiliazioni", "Ente di appartenenza"),
        "pl": ("Afiliacja", "Afiliacje"),
        "tr": ("Kurum", "Kurumlar", "Yazar kurumları", "Yazarların kurumları"),
        "ar": ("الانتماء", "جهة العمل", "الانتماء المؤسسي"),
        "fa": ("وابستگی سازمانی", "وابستگی", "محل خدمت"),
        "id": ("Afiliasi", "Institusi"),
        "cs": ("Afiliace", "Pracoviště"),
        "vi": ("Cơ quan", "Đơn vị công tác"),
        "el": ("Ίδρυμα",),
        "hu": ("Munkahely",),
        "ro": ("Afiliere",),
    },
    "funding": {
        "en": (
            "Funding", "Funding information", "Funding statement", "Financial support", "Fund", "Foundation item",
            "Fund project", "Funding source", "Funding sources", "Supported by",
        ),
        "zh": ("基金项目", "基金", "资助项目", "基金資助", "资助", "基金资助", "項目基金", "项目基金"),
        "ja": ("助成", "研究助成", "助成金", "研究費"),
        "ko": ("연구비", "연구비 지원", "지원기관"),
        "ru": ("Финансирование", "Источник финансирования", "Источники финансирования", "Финансовая поддержка"),
        "uk": ("Фінансування", "Джерело фінансування"),
        "es": ("Financiación", "Financiamiento", "Fuente de financiación", "Fuentes de financiamiento"),
        "pt": ("Financiamento da pesquisa", "Fonte de financiamento", "Apoio financeiro", "Agência de fomento"),
        "fr": ("Financement", "Financements", "Source de financement"),
        "de": ("Förderung", "Finanzierung", "Fördermittel"),
        "it": ("Finanziamento", "Finanziamenti", "Fondi"),
        "pl": ("Finansowanie", "Źródło finansowania", "Źródła finansowania"),
        "tr": ("Finansal destek", "Destekleyen kurum", "Mali destek", "Proje numarası"),
        "ar": ("التمويل", "مصدر التمويل", "الدعم المالي"),
        "fa": ("حمایت مالی", "منبع مالی", "تأمین مالی"),
        "id": ("Pendanaan", "Sumber dana"),
        "cs": ("Financování",),
        "vi": ("Tài trợ", "Nguồn kinh phí"),
        "el": ("Χρηματοδότηση",),
        "ca": ("Finançament",),
        "ro": ("Finanțare",),
        "hu": ("Támogatás",),
        "sv": ("Finansiering",),
        "hr": ("Financiranje",),
    },
    "citation": {
        "en": (
            "How to cite", "How to cite this article", "How to cite this paper", "How to cite this document", "To cite this article",
            "To cite this document", "To cite this paper", "Cite this article", "Cite this paper", "Cite this publication", "Cite as",
            "Cite this article as", "Cite this paper as", "Please cite as", "Please cite this article as", "Recommended citation",
            "Suggested citation", "Citation", "Article citation", "Reference this article", "Citation for published version",
            "Citation information", "For citation",
        ),
        "zh": (
            "引用本文", "引用本文格式", "本文引用格式", "引用格式", "引文格式", "中文引用格式", "英文引用格式", "本文引文格式", "引用文章",
            "引用方式", "推荐引用方式", "文献引用", "参考引用格式", "如何引用本文",
        ),
        "ja": ("引用方法", "引用例", "引用形式", "この論文の引用", "引用情報", "引用"),
        "ko": ("인용", "인용하기", "인용방법", "논문 인용"),
        "ru": (
            "Как цитировать", "Для цитирования", "Образец цитирования", "Цитировать", "Цитирование",
            "Ссылка для цитирования",
        ),
        "uk": ("Як цитувати", "Для цитування", "Цитування", "Цитувати"),
        "es": (
            "Para citar", "Cómo citar", "Cómo citar este artículo", "Para citar este artículo", "Citar como",
            "Citación", "Forma de citar", "Cita recomendada", "Cómo citar el artículo", "Referencia",
            "Forma de citación",
        ),
        "pt": ("Como citar", "Como citar este artigo", "Para citar este artigo", "Citar este artigo", "Citação"),
        "fr": (
            "Pour citer", "Pour citer cet article", "Citer cet article", "Pour citer ce document",
            "Référence électronique", "Comment citer", "Référence bibliographique", "Référence papier",
        ),
        "de": (
            "Zitiervorschlag", "Zitierweise", "Zitation", "Zitierhinweis", "Bitte zitieren als", "Zitieren als",
            "Zitationsvorschlag", "Empfohlene Zitierweise",
        ),
        "it": ("Come citare", "Come citare questo articolo", "Per citare", "Per citare questo articolo", "Citazione"),
        "pl": ("Jak cytować", "Sposób cytowania", "Cytowanie", "Proponowane cytowanie"),
        "tr": ("Atıf", "Atıf için", "Kaynak göster", "Kaynak gösterimi", "Alıntı", "Atıf yapmak için", "Atıf şekli"),
        "ar": ("للاستشهاد", "للاقتباس", "كيفية الاستشهاد", "الاستشهاد المرجعي", "كيفية الاقتباس", "توثيق البحث"),
        "fa": ("نحوه استناد", "استناد", "ارجاع به مقاله", "استناد به این مقاله", "شیوه استناد"),
        "id": ("Cara mengutip", "Cara sitasi", "Sitasi", "Kutipan", "Cara mensitasi"),
        "cs": ("Jak citovat", "Citovat", "Citace"),
        "sk": ("Ako citovať", "Citácia"),
        "vi": ("Trích dẫn", "Cách trích dẫn", "Trích dẫn bài báo này"),
        "el": ("Πώς να δημιουργήσετε Αναφορές", "Πώς να αναφερθείτε", "Παραπομπή"),
        "ca": ("Com citar", "Citació"),
        "ro": ("Cum se citează", "Cum să citezi"),
        "hu": ("Hogyan kell idézni", "Hivatkozás", "Idézés"),
        "sv": ("Referera så här", "Hur man refererar"),
        "hr": ("Kako citirati",),
    },
    # -- what kind of article, and what else stands around it -------------------------------------------------
    "article-type": {
        "en": ("Article type", "Type of article", "Document type", "Paper type"),
        "zh": ("文章类型", "文献类型", "论文类型", "文章類型"),
        "ja": ("論文種別", "記事種別", "原稿種別", "論文の種類"),
        "ko": ("논문유형", "논문종류", "논문 구분"),
        "ru": ("Тип статьи", "Вид публикации", "Тип публикации"),
        "uk": ("Тип статті", "Вид публікації"),
        "es": ("Tipo de artículo", "Tipo de documento"),
        "pt": ("Tipo de artigo",),
        "fr": ("Type d’article", "Type de document"),
        "de": ("Artikeltyp", "Beitragsart"),
        "it": ("Tipo di articolo", "Tipologia di articolo"),
        "pl": ("Typ artykułu", "Rodzaj artykułu"),
        "tr": ("Makale türü", "Makale tipi"),
        "ar": ("نوع المقال", "نوع البحث", "نوع المقالة"),
        "fa": ("نوع مقاله",),
        "id": ("Jenis artikel", "Tipe artikel"),
        "cs": ("Typ článku",),
        "vi": ("Loại bài báo",),
        "el": ("Τύπος άρθρου",),
    },
    "classification": {
        "en": (
            "CLC number", "CLC", "UDC", "JEL classification", "JEL", "JEL codes", "JEL code", "MSC", "MSC 2010", "MSC 2020", "PACS", "PACS numbers",
            "Mathematics Subject Classification", "2010 Mathematics Subject Classification", "2020 Mathematics Subject Classification",
            "Chinese Library Classification", "Document code", "Document identification code", "DDC", "ACM classification", "Subject classification",
        ),
        "zh": ("中图分类号", "分类号", "文献标识码", "文献标志码", "中圖分類號", "學科分類號", "学科分类号", "中图法分类号"),
        "ja": ("分類番号", "分類コード"),
        "ru": ("УДК", "ББК", "ГРНТИ", "ВАК", "Классификация JEL", "JEL-классификация", "Код JEL"),
        "uk": ("Класифікація JEL",),
        "es": ("Clasificación JEL", "Códigos JEL"),
        "pt": ("Classificação JEL", "CDU"),
        "fr": ("Codes JEL", "Classification JEL"),
        "de": ("JEL-Klassifikation",),
        "it": ("Classificazione JEL", "Codici JEL"),
        "pl": ("Klasyfikacja JEL", "Kody JEL", "Kod JEL"),
        "tr": ("JEL kodları", "JEL sınıflandırması", "JEL kodu", "JEL sınıflaması"),
        "ar": ("تصنيف JEL", "رموز JEL"),
        "fa": ("طبقه‌بندی JEL", "طبقه بندی موضوعی"),
        "id": ("Klasifikasi JEL", "Kode JEL"),
    },
    "acknowledgements": {
        "en": ("Acknowledgements", "Acknowledgments", "Acknowledgement", "Acknowledgment"),
        "zh": ("致谢", "致謝", "鸣谢"),
        "ja": ("謝辞",),
        "ko": ("감사의 글", "사사", "감사의 말"),
        "ru": ("Благодарности", "Благодарность", "Выражение признательности"),
        "uk": ("Подяки", "Подяка"),
        "es": ("Agradecimientos", "Agradecimiento"),
        "pt": ("Agradecimento",),
        "fr": ("Remerciements",),
        "de": ("Danksagung",),
        "it": ("Ringraziamenti",),
        "pl": ("Podziękowania", "Podziękowanie"),
        "tr": ("Teşekkür", "Teşekkürler"),
        "ar": ("شكر وتقدير", "الشكر والتقدير", "شكر وعرفان"),
        "fa": ("تشکر و قدردانی", "سپاسگزاری", "تقدیر و تشکر"),
        "id": ("Ucapan terima kasih",),
        "cs": ("Poděkování",),
        "sk": ("Poďakovanie",),
        "vi": ("Lời cảm ơn", "Lời cám ơn"),
        "el": ("Ευχαριστίες",),
        "ca": ("Agraïments",),
        "ro": ("Mulțumiri",),
        "hu": ("Köszönetnyilvánítás",),
        "sv": ("Tack",),
        "hr": ("Zahvala",),
    },
    "conflicts": {
        "en": (
            "Conflict of interest", "Conflicts of interest", "Competing interests", "Competing interest", "Declaration of competing interest",
            "Declaration of interest", "Declaration of interests", "Disclosure", "Disclosure statement", "Declaration of conflicting interests",
            "Conflict of interest statement",
        ),
        "zh": ("利益冲突", "利益冲突声明", "利益衝突", "利益冲突申明"),
        "ja": ("利益相反", "利益相反の開示"),
        "ko": ("이해관계", "이해상충", "이해충돌"),
        "ru": ("Конфликт интересов", "Раскрытие интересов"),
        "uk": ("Конфлікт інтересів",),
        "es": ("Conflicto de intereses", "Conflictos de interés", "Conflicto de interés"),
        "pt": ("Conflito de interesses", "Conflitos de interesse", "Conflito de interesse"),
        "fr": ("Conflits d’intérêts", "Conflit d’intérêts", "Déclaration d’intérêts", "Liens d’intérêts"),
        "de": ("Interessenkonflikt", "Interessenkonflikte"),
        "it": ("Conflitto di interessi", "Conflitto d’interessi", "Conflitti di interesse"),
        "pl": ("Konflikt interesów",),
        "tr": ("Çıkar çatışması", "Çıkar çatışması beyanı"),
        "ar": ("تضارب المصالح",),
        "fa": ("تعارض منافع", "تضاد منافع"),
        "id": ("Konflik kepentingan", "Benturan kepentingan"),
        "cs": ("Střet zájmů", "Konflikt zájmů"),
        "vi": ("Xung đột lợi ích",),
        "el": ("Σύγκρουση συμφερόντων",),
        "hu": ("Érdekütközés",),
        "hr": ("Sukob interesa",),
    },
}  # fmt: skip

#: The fields that are what happened on a date.
EVENTS = ("received", "rev-recd", "revised", "accepted", "electronic", "issue-date", "published", "date")
#: The fields that are announced among the names of the authors, without ending them.
BESIDE_NAMES = frozenset({"authors", "title", "email", "affiliation", "corresponding"})

# -- one form for every spelling ----------------------------------------------------------------------------

_SPACELESS = f"[{HAN}\u3040-\u30ff\uac00-\ud7af]"
_JOINERS = re.compile(r"[\s\u200b-\u200f\u0640\ufeff‐‑\-]+")
_ARABIC = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ؤ": "و", "’": "'", "İ": "i", "ı": "i"}
)


def folded_word(text: str) -> str:
    """Return a label in the form in which its spellings are compared."""
    return _JOINERS.sub("", text).translate(_ARABIC).casefold().replace("\u0307", "")


def spelt(words: Iterable[str]) -> str:
    """Return an expression for any of these words, the longest first; to be compiled without regard to case.

    A dot after two letters or more may be missing, and a blank may be any; between letters of a script without
    blanks one may stand.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        by_letter.setdefault(word[0].lower(), []).append(word)
    # An expression tries each of its alternatives in full, so the first letter is looked at once for all, and for many.
    ways = "|".join(_begun_alike(alike) for alike in by_letter.values())
    return (
        f"(?={_first_of(word for alike in by_letter.values() for word in alike)})(?:{ways})"
        if len(by_letter) > 1
        else ways
    )


def _begun_alike(words: list[str]) -> str:
    if len(words) == 1:
        return _spelt(words[0])
    return f"(?={_first_of(words)})(?:{'|'.join(map(_spelt, words))})"


def _first_of(words: Iterable[str]) -> str:
    """Return an expression for the letters that words begin with, as `_spelt` writes them."""
    return f"[{''.join(sorted({re.escape(word[0]) for word in words}))}]"


def _spelt(word: str) -> str:
    out = []
    for at, letter in enumerate(word):
        before = word[at - 1] if at else ""
        if letter in " -":
            out.append(r"[-‐‑\s]{0,3}" if letter == "-" else r"\s{1,3}" if before != "." else r"\s{0,3}")
        elif letter == "\u200c":
            out.append(r"[\u200c\s]?")
        elif letter == ".":
            long = at > 1 and word[at - 2].isalpha() and before.isalpha()
            out.append(r"\.?" if long else r"\.")
        elif letter == ":":
            out.append(r"\s{0,2}[:：]")
        elif letter in "’'":
            out.append("[’']")
        else:
            spaced = before and re.match(_SPACELESS, letter) and re.match(_SPACELESS, before)
            out.append((r"\s{0,2}" if spaced else "") + re.escape(letter))
    return "".join(out)


def is_spaceless(word: str) -> bool:
    """Whether a word begins with a letter of a script that writes no blanks."""
    return re.match(_SPACELESS, word) is not None


def preceded(words: Iterable[str], guard: str = "") -> str:
    """Return an expression for any of these words where one begins; a script without blanks does not show where."""
    words = list(words)
    anywhere = [word for word in words if is_spaceless(word) and len(word) > 1 and word[1] != ":"]
    begun = rf"(?<![^\W_]){guard}(?:{spelt(word for word in words if word not in anywhere)})"
    return f"{begun}|{spelt(anywhere)}" if anywhere else begun


def words_of(*fields: str) -> list[str]:
    """Return every spelling of these fields, in all languages."""
    return [word for field in fields for words in LABELS[field].values() for word in words]


# -- labels at the start of a line --------------------------------------------------------------------------

#: Characters of a line within which a label stands.
_LABEL_LENGTH = 60
_OPENING = re.compile(r"[\s#>]{0,8}(?P<bold>\*{1,3}|_{1,3}|)\s{0,2}(?P<bracket>[【\[〔［〖「『（(〈《]?)\s{0,2}")
_CLOSING = {
    "【": "】",
    "[": "]",
    "〔": "〕",
    "［": "］",
    "〖": "〗",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "〈": "〉",
    "《": "》",
}
_COLON = "[:：﹕︰∶]"
_AFTER = re.compile(rf"\s{{0,3}}(?:\*{{1,3}}|_{{1,3}})?\s{{0,3}}{_COLON}?\s{{0,3}}(?:\*{{1,3}}|_{{1,3}})?\s*")
_END = re.compile(rf"\s*(?:{_COLON}|$)")
#: What ends a label that runs into its text: `Abstract—We …`, `Аннотация. В статье …`, `摘　要　本文…`.
_RUN_IN = re.compile(rf"\s{{0,2}}[—–―]\s?|(?<=[{HAN}])\s(?=[{HAN}])|\.[-–—]?\s|[\t\u3000]|\s{{2,}}|(?<=\S)\s(?=[|｜])")
_RUN_IN_FIELDS = frozenset({"abstract", "keywords"})


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label at the start of a line: its field, the language of its word, and where what it announces starts."""

    field: str
    language: str
    end: int


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[str, str]]:
    """Return the field and the language of each folded spelling; an abbreviation alone announces nothing."""
    known: dict[str, tuple[str, str]] = {}
    for field, by_language in LABELS.items():
        for language, spellings in by_language.items():
            for word in spellings:
                if len(folded_word(word).rstrip(".:")) > 1 or re.match(_SPACELESS, word):
                    known.setdefault(folded_word(word.rstrip(":")), (field, language))
                    if word.endswith("."):
                        known.setdefault(folded_word(word.rstrip(".")), (field, language))
    return known


#: What pages call languages in brackets behind a label: `چکیده [English]`, `Schlagwörter (Deutsch)`.
_CALLED: Mapping[str, str] = {
    called: language
    for language, names in {
        "en": "english en eng 英文 英語 영문 inglés inglês anglais englisch ingilizce английский англійська انگلیسی الإنجليزية angielski",
        "zh": "chinese zh 中文",
        "ja": "japanese ja 日本語 和文",
        "ko": "korean ko 국문 한국어",
        "ru": "russian ru русский rus",
        "uk": "ukrainian uk українська",
        "es": "spanish es español",
        "pt": "portuguese pt português",
        "fr": "french fr français",
        "de": "german de deutsch",
        "it": "italian it italiano",
        "pl": "polish pl polski",
        "tr": "turkish tr türkçe",
        "ar": "arabic ar العربية عربي",
        "fa": "persian fa فارسی",
        "id": "indonesian id indonesia",
    }.items()
    for called in names.split()
}
_CALLING = re.compile(r"\s{0,3}[(（\[［]\s?(?P<called>[^\W\d_]{2,12})\s?[)）\]］]$")


def _known_word(text: str) -> tuple[str, str] | None:
    """Return the field and the language of a label's words; what calls a language in brackets behind them tells it."""
    if found := _known().get(folded_word(text)):
        return found
    if (calling := _CALLING.search(text)) and (language := _CALLED.get(calling["called"].casefold())):
        found = _known().get(folded_word(text[: calling.start()]))
        return (found[0], language) if found else None
    return None


#: Letters of a line that are compared with the beginnings of labels.
_BEGINNING = 8


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """Return what each folded spelling begins with, letter by letter."""
    return frozenset(word[:count] for word in _known() for count in range(1, _BEGINNING + 1))


def _begins_a_label(line: str) -> bool:
    """Whether the letters that `line` starts with are those of a label, if they are plain letters with single blanks."""
    first = line[:_BEGINNING].replace(" ", "")
    if not (first.isascii() and first.isalpha()) or "  " in line[: _BEGINNING + 1]:
        return True
    return first.lower() in _beginnings()


def may_begin_label(line: str) -> bool:
    """Whether `line` starts as a label may: a quick look before `label_in`."""
    first = line[:2]
    return not (first.isascii() and first.isalpha()) or first.lower() in _beginnings()


def begins_with_label(line: str) -> bool:
    """Whether the first letters of `line` are those of a label, whatever follows it: a quick look, as `may_begin_label`."""
    first = line[:_BEGINNING].replace(" ", "").lower()
    if not (first.isascii() and first.isalpha()):
        return may_begin_label(line)
    known = _known()
    return first in _beginnings() or any(first[:count] in known for count in range(2, len(first)))


def label_in(line: str) -> LabelMatch | None:
    """Return the label that `line` starts with, if a colon or a closing bracket follows it or nothing else stands in the line.

    An abstract and keywords may also run in after a dash, a dot or a wide blank.
    """
    if not (may_begin_label(line) and _begins_a_label(line)):
        return None
    head = line[:_LABEL_LENGTH]
    opening = _OPENING.match(head)
    start, bold, bracket = (opening.end(), opening["bold"], opening["bracket"]) if opening else (0, "", "")
    mark = _CLOSING[bracket] if bracket else bold
    if mark and ((stop := head.find(mark, start)) >= 0 or bracket):
        if stop < 0:
            return None
        found = _known().get(folded_word(head[start:stop].rstrip(" :：")))
        if not found or (bracket in "（(《〈" and bracket and not _END.match(head, stop + len(mark))):
            return None
        after = _AFTER.match(line, stop + len(mark))
        return LabelMatch(*found, after.end() if after else stop + len(mark))
    for end in _END.finditer(head):
        if end.end() == len(head) < len(line) and end[0].strip() == "":
            break  # At the cut there is no line's end, and so no label without its colon.
        if found := _known_word(head[start : end.start()]):
            after = _AFTER.match(line, end.start())
            return LabelMatch(*found, after.end() if after else end.end())
    for end in _RUN_IN.finditer(head):
        found = _known().get(folded_word(head[start : end.start()]))
        if found and found[0] in _RUN_IN_FIELDS:
            at = end.end()
            return LabelMatch(*found, at + len(line[at:]) - len(line[at:].lstrip(" \t\u3000|｜—–")))
    return None
