from __future__ import annotations

import codecs
import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jatskit.errors import UnreadableSource
from jatskit.findings import Place
from jatskit.protocols import files
from jatskit.protocols.files import MAX_BYTES, read_bytes
from jatskit.protocols.source import Source

#: Text as an input can hold it: no lone surrogates, no U+0000, and not only white space.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip)

SENTENCES = [
    ("gb18030", "基于深度学习的遥感图像目标检测方法研究"),
    ("gb18030", "摘要：目的 探讨慢性阻塞性肺疾病患者的护理干预效果。作者：王小明，李华（北京大学第一医院）"),
    ("gb18030", "收稿日期：2021-03-15"),
    ("gb18030", "计算机科学 2020年 第3期"),
    ("gb18030", "臺灣地區圖書館學研究之發展與趨勢，國立臺灣大學圖書資訊學系"),
    ("gb18030", "<p>Corresponding author: 张伟, School of Physics</p>"),
    ("gb18030", "关键词：糖尿病；DNA甲基化；中医药；生存分析"),
    ("gb18030", "第39卷第2期"),
    ("gb18030", "引用本文: 陈晓红, 刘洋. 乡村振兴战略下的农村金融. 经济研究, 2019, 54(2): 1-12."),
    ("cp950", "臺灣地區圖書館學研究之發展與趨勢"),
    ("cp950", "摘要：本文探討資訊素養教育對大學生學習成效的影響。"),
    ("cp950", "關鍵詞：高齡社會、長期照顧、家庭政策"),
    ("cp932", "日本語における形態素解析の手法に関する研究"),
    ("cp932", "要旨：本稿では、東京大学の学生を対象とした調査について報告する。"),
    ("cp932", "著者：山田太郎（京都大学）"),
    ("euc_jp", "日本語における形態素解析の手法に関する研究"),
    ("euc_jp", "データベースの検索システムを開発した。"),
    ("euc_jp", "キーワード：地域社会、高齢者、福祉政策の展開"),
    ("cp949", "한국 사회의 변화와 교육 정책에 관한 연구"),
    ("cp949", "초록: 본 연구는 대학생의 학습 동기를 분석하였다."),
    ("cp949", "주제어: 인공지능, 윤리, 청소년"),
    ("cp1252", "Étude de la qualité des données dans les réseaux hydrographiques à l’échelle européenne"),
    ("cp1252", "Die Veränderung der Wälder in Österreich und ihre Auswirkungen auf Vögel. Straße, Größe"),
    ("cp1252", "Análisis de la producción científica en España: ¿cuál es el impacto de los niños?"),
    ("cp1252", "A avaliação da educação e a formação de professores no Brasil: questões e opções"),
    ("cp1252", "La qualità della vita è più alta nelle città: perché?"),
    ("cp1252", "Utbildning och lärande på svenska högskolor: en studie för åren"),
    ("cp1252", "Það er mikilvægt að rannsaka áhrif veðurs á íslenska náttúru"),
    ("cp1252", "The “new” approach – it’s author: Müller"),
    ("cp1252", "Résumé"),
    ("cp1252", "Authors: José Müller, Søren Kjær, François Lefèvre"),
    ("cp1252", "RÉSUMÉ DE LA THÈSE"),
    ("iso8859-15", "Le cœur des élèves coûte 30 € à l'école"),
    ("cp1251", "Исследование методов машинного обучения в задачах обработки текста"),
    ("cp1251", "ВЕСТНИК МОСКОВСКОГО УНИВЕРСИТЕТА"),
    ("cp1251", "Ключевые слова: образование, наука"),
    ("cp1251", "Дослідження методів навчання в українській освіті"),
    ("cp1251", "Аннотация. Рассмотрены особенности экономического развития регионов (Сибирь, Урал)"),
    ("koi8-r", "Исследование методов машинного обучения в задачах обработки текста"),
    ("koi8-r", "ВЕСТНИК МОСКОВСКОГО УНИВЕРСИТЕТА"),
    ("koi8-u", "Дослідження методів навчання в українській освіті"),
    ("iso8859-5", "Исследование методов машинного обучения в задачах"),
    ("cp866", "Исследование методов машинного обучения в задачах"),
    ("cp1254", "Türkiye'de öğretmen adaylarının eğitim üzerine görüşleri: İstanbul örneği"),
    ("cp1254", "Yükseköğretimde kalite güvencesi ve değişim"),
    ("cp1254", "Öz: Bu çalışmanın amacı, öğrencilerin başarısını incelemektir."),
    ("iso8859-9", "Anahtar kelimeler: sağlık, hemşirelik, yaşlı bakımı"),
    ("cp1250", "Výzkum kvality vody v řekách České republiky a její změny"),
    ("cp1250", "Wpływ zmian klimatu na środowisko w Polsce: źródła i przyczyny"),
    ("iso8859-2", "Wpływ zmian klimatu na środowisko w Polsce: źródła i przyczyny"),
    ("cp1250", "A magyar felsőoktatás fejlődése és a hűség kérdése a környezetvédelemben"),
    ("cp1250", "Kvaliteta života studenata u Hrvatskoj: istraživanje na uzorku različitih sveučilišta"),
    ("cp1253", "Μελέτη της ποιότητας της εκπαίδευσης στην Ελλάδα"),
    ("cp1256", "دراسة جودة التعليم في الجامعات العربية"),
    ("cp1255", "מחקר על איכות החינוך בישראל"),
    # Written after the table of languages was settled.
    ("gb18030", "浅谈高校图书馆阅读推广服务"),
    ("gb18030", "通讯作者：赵敏，副教授，主要从事肿瘤免疫治疗研究"),
    ("gb18030", "责任编辑：孙丽"),
    ("cp950", "通訊作者：林淑芬，助理教授"),
    ("cp932", "特集 災害と医療"),
    ("euc_jp", "日本経済の構造変化と金融政策の有効性について"),
    ("cp949", "저자: 김민수, 서울대학교 교수"),
    ("cp1252", "Übersicht über die Ergebnisse"),
    ("cp1252", "Educação física e saúde pública: uma revisão sistemática"),
    ("cp1252", "Université de Montréal, Faculté de médecine"),
    ("cp1251", "Автор: Иванов Пётр Сергеевич, кандидат технических наук"),
    ("koi8-r", "Автор: Иванов Пётр Сергеевич, кандидат технических наук"),
    ("cp1254", "Sorumlu yazar: Ayşe Yılmaz, Hacettepe Üniversitesi"),
    ("cp1250", "Univerzita Karlova, Filozofická fakulta, ústav českých dějin"),
    ("cp1250", "Uniwersytet Łódzki, Wydział Filologiczny"),
    ("cp1253", "Περίληψη: Σκοπός της έρευνας ήταν η διερεύνηση"),
]


def refusal(data: bytes, **options: str) -> UnreadableSource:
    with pytest.raises(UnreadableSource) as caught:
        Source.from_bytes(data, "page.html", **options)
    error = caught.value
    assert "page.html" in error.message
    assert "\n" not in error.message
    assert error.advice
    return error


def check_laws(read: Source) -> None:
    read.text.encode("utf-8")  # raises for a lone surrogate
    assert "\0" not in read.text
    assert all(read.text[offset] == "\ufffd" for offset in read.damage)
    assert list(read.damage) == sorted(set(read.damage))
    assert read.reason


# -- Any bytes ----------------------------------------------------------------------------------------------


@given(st.binary(max_size=300) | texts.map(lambda text: text.encode("gb18030")))
@example(b"\xed\xa0\x80")
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example(b"\x00\x00\xfe\xff\x00\x11\x00\x00")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read = Source.from_bytes(data, "x")
    except UnreadableSource as error:
        assert "x" in error.message
    else:
        check_laws(read)
        assert read.data == data


@given(
    st.binary(max_size=60),
    st.sampled_from(["utf-8", "utf-16", "utf-7", "gb18030", "hex", "idna", "undefined", "no such", "\0", "\ud800", ""]),
)
def test_any_bytes_in_any_encoding_are_read_or_refused(data: bytes, encoding: str) -> None:
    try:
        read = Source.from_bytes(data, "x", encoding=encoding)
    except UnreadableSource:
        return
    check_laws(read)


# -- Decoding -----------------------------------------------------------------------------------------------


@given(texts, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_text_with_a_byte_order_mark_comes_back(text: str, encoding: str) -> None:
    read = Source.from_bytes(text.encode(encoding), "x")
    assert (read.text, read.reason, read.damage) == (text, "its byte order mark", ())


@given(texts)
def test_big_endian_marks_are_known(text: str) -> None:
    assert Source.from_bytes(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "x").text == text
    assert Source.from_bytes(codecs.BOM_UTF32_BE + text.encode("utf-32-be"), "x").text == text


@given(texts)
def test_utf8_comes_back(text: str) -> None:
    assert Source.from_bytes(b"<" + text.encode(), "x").text == "<" + text


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"]))
def test_the_encoding_asked_for_is_used(text: str, encoding: str) -> None:
    read = Source.from_bytes((f"<{text}").encode(encoding), "x", encoding=encoding)
    assert (read.text, read.reason) == (f"<{text}", "it was asked for")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["Title: A study\n", "题目：一种一般的方法 2020\n", "Étude 1", "Статья № 1\n"])
def test_utf16_and_utf32_without_a_mark(text: str, encoding: str) -> None:
    read = Source.from_bytes(text.encode(encoding), "x")
    assert (read.text, read.encoding) == (text, encoding)


@pytest.mark.parametrize(("encoding", "text"), SENTENCES)
def test_sentences_in_national_encodings(encoding: str, text: str) -> None:
    read = Source.from_bytes(text.encode(encoding), "x")
    assert read.text == text
    assert read.damage == ()
    assert "no UTF-8" in read.reason


@pytest.mark.parametrize(("encoding", "text"), SENTENCES[::4])
def test_pages_in_national_encodings(encoding: str, text: str) -> None:
    page = "<html>\n<p>" + "Plain words of the page.\n" * 5 + f"{text}</p>\n" * 300
    assert Source.from_bytes(page.encode(encoding), "x").text == page


def test_a_sample_that_ends_amid_a_letter() -> None:
    page = "a" + "的研究" * 20_000
    assert Source.from_bytes(page.encode("gb18030"), "x").text == page


def test_a_long_line_that_begins_in_ascii() -> None:
    page = "<script>" + "var a; " * 5000 + "</script><h1>基于深度学习的目标检测</h1>"
    assert Source.from_bytes(page.encode("gb18030"), "x").text == page


def test_the_reason_is_told() -> None:
    assert Source.from_bytes("数据".encode(), "x").reason == "it is valid UTF-8"
    reason = Source.from_bytes("数据的分析".encode("gb18030"), "x").reason
    assert reason == "it is no UTF-8; GB18030 makes Chinese text of it"


def test_a_guess_at_three_letters_says_so() -> None:
    reason = Source.from_bytes("УДК 37.013".encode("cp1251"), "x").reason
    assert reason.endswith("too short to be sure")


def test_spoilt_bytes_in_utf8_are_damage() -> None:
    data = "这是一个数据".encode() * 5 + b"\xe4\xb8" + "<p>分析\ufffd".encode() + b"\xff"
    read = Source.from_bytes(data, "x")
    assert read.text == "这是一个数据" * 5 + "\ufffd<p>分析\ufffd\ufffd"
    assert read.damage == (30, 37)
    assert read.reason == "it is UTF-8 but for 2 damaged places"


def test_lone_surrogates_in_utf8_are_damage() -> None:
    read = Source.from_bytes("数据".encode() + b"\xed\xa0\x80" + "分析".encode(), "x")
    assert (read.text, read.damage, read.encoding) == ("数据\ufffd分析", (2,), "utf-8")


def test_lone_surrogates_in_utf16_are_damage() -> None:
    read = Source.from_bytes(codecs.BOM_UTF16_LE + "some text \ud800 here".encode("utf-16-le", "surrogatepass"), "x")
    assert (read.text, read.damage) == ("some text \ufffd here", (10,))


def test_a_stray_byte_in_ascii_is_damage_and_no_russian() -> None:
    read = Source.from_bytes(b"Plain words of the page. " * 10 + b"wo\xffrd", "x")
    assert (read.damage, read.reason) == ((252,), "it is ASCII but for one damaged place")


def test_spoilt_bytes_in_a_national_encoding_are_damage() -> None:
    read = Source.from_bytes("这是一个数据的分析方法。".encode("gb18030") * 20 + b"\xff\n", "x")
    assert (read.encoding, read.damage) == ("gb18030", (240,))


def test_a_few_cp1252_bytes_are_no_damage() -> None:
    assert Source.from_bytes(b"It\x92s the authors\x92 page", "x").text == "It’s the authors’ page"


# -- Refusing -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe \x00", "\u3000\u00a0".encode()])
def test_empty_inputs_are_refused(data: bytes) -> None:
    assert "is empty" in refusal(data).message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a\x01", "GIF"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x7fELF\x02", "program"),
        (b"some\x00text\x01\x00\x00", "binary"),
        (b"a\0b", "binary"),
    ],
)
def test_other_kinds_of_file_are_refused(data: bytes, kind: str) -> None:
    assert kind in refusal(data).message


def test_undecodable_bytes_are_refused() -> None:
    assert "no known encoding" in refusal(bytes(range(0x80, 0x100)) * 3).message
    assert "byte order mark" in refusal(codecs.BOM_UTF8 + b"\xff\xe9" * 40).message
    assert "not in the encoding" in refusal("数据".encode("gb18030"), encoding="utf-8").message
    assert "no encoding 'utf-9'" in refusal(b"text", encoding="utf-9").message


# -- Reading ------------------------------------------------------------------------------------------------


def test_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("数据\r\n".encode("gb18030") * 3)
    read = Source.from_path(path)
    assert (read.name, read.text) == (str(path), "数据\r\n" * 3)
    assert read.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read == Source.from_bytes(path.read_bytes(), str(path))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"text")))
    read = Source.from_path("-")
    assert (read.name, read.text) == ("<standard input>", "text")


@pytest.mark.parametrize("name", ["missing.txt", "bad\0name", "two\nlines", "."])
def test_unreadable_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableSource) as caught:
        read_bytes(name)
    assert "\n" not in caught.value.message
    assert repr(name)[1:-1] in caught.value.message
    assert caught.value.advice


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbid)
    with pytest.raises(UnreadableSource, match="no permission"):
        read_bytes(tmp_path / "page.txt")


class Endless(io.RawIOBase):
    """A stream that comes in small pieces and counts what was taken from it."""

    taken = 0

    def read(self, size: int = -1, /) -> bytes:
        piece = min(size, 1 << 16)
        self.taken += piece
        return b"a" * piece


def test_a_stream_is_read_no_further_than_the_cap() -> None:
    stream = Endless()
    with pytest.raises(UnreadableSource, match="endless is too large: at most 20 MB"):
        Source.from_stream(stream, "endless")  # type: ignore[arg-type]
    assert stream.taken == MAX_BYTES + 1


def test_a_stream_that_fails_is_refused() -> None:
    class Failing(io.RawIOBase):
        def read(self, size: int = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableSource, match="tape cannot be read: Input/output error"):
        Source.from_stream(Failing(), "tape")  # type: ignore[arg-type]


def test_the_cap_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert Source.from_stream(io.BytesIO(b"a" * 10), "x").text == "a" * 10
    with pytest.raises(UnreadableSource, match="too large"):
        Source.from_stream(io.BytesIO(b"a" * 11), "x")
    with pytest.raises(UnreadableSource, match="too large"):
        Source.from_bytes(b"a" * 11, "x")


def test_a_large_file_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 50 * 1024 * 1024)
    monkeypatch.delattr(files, "read_stream")
    with pytest.raises(UnreadableSource, match=r"large\.txt is too large"):
        Source.from_path(path)


# -- Places -------------------------------------------------------------------------------------------------


def naive_place(text: str, offset: int) -> Place:
    line, column = 1, 1
    for index in range(offset):
        ends = text[index] in "\n\v\f\x85\u2028\u2029" or (text[index] == "\r" and text[index + 1 : index + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return Place("x", line, column)


@given(st.text(st.sampled_from("ab字\r\n\v\f\x85\u2028\u2029\x1c𝒳"), max_size=30))
def test_place_agrees_with_counting(text: str) -> None:
    read = Source.from_bytes(("." + text).encode(), "x")
    for offset in range(len(read.text) + 1):
        assert read.place(offset) == naive_place(read.text, offset)


@pytest.mark.parametrize("offset", [-1, 5])
def test_there_is_no_place_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        Source.from_bytes(b"text", "x").place(offset)


@given(text=st.text(alphabet="ab\r\n\v\f\x85\u2028\x1c", min_size=1, max_size=12).filter(str.strip))
def test_every_line_starts_where_its_place_says(text: str) -> None:
    source = Source("page", text.encode(), text, "utf-8", "")
    for number, (start, end) in enumerate(source.lines(), 1):
        assert [(source.place(at).line, source.place(at).column) for at in range(start, end + 1)] == [
            (number, column) for column in range(1, end - start + 2)
        ]
