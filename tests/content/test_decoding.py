"""The encoding of a table: read right, or asked about, never garbled."""

import random

import pytest

from brochure.content.decoding import EncodingError, decode
from brochure.store.library import Library

HEADER = "id,name_zh,name_en,note_zh\r\n"
ROWS = (
    "zone-core,园区本部,Core area,海湖大道与宁大路之间的建成区\r\nzone-north,北部片区,North area,青海省西宁市城北区\r\n"
)
TEXT = HEADER + ROWS
RARE = HEADER + "partner-x,𠮷野家与㐂多食品公司,Yoshinoya,“引号”、①和 km² 都在\r\n"


@pytest.fixture(scope="module")
def known(library: Library) -> frozenset[str]:
    return library.characters


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [TEXT, HEADER, TEXT.replace("\r\n", "\n"), TEXT.replace("\r\n", "\r")])
def test_what_a_spreadsheet_program_saves_is_read_right(encoding: str, text: str, known: frozenset[str]) -> None:
    assert decode(text.encode(encoding), "x.csv", known) == text


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark(order: str, known: frozenset[str]) -> None:
    assert decode(("\ufeff" + TEXT).encode(order), "x.csv", known) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_rare_characters_are_kept(encoding: str, known: frozenset[str]) -> None:
    assert decode(RARE.encode(encoding), "x.csv", known) == RARE


def test_a_mark_of_gb18030_is_taken_off(known: frozenset[str]) -> None:
    assert decode(("\ufeff" + TEXT).encode("gb18030"), "x.csv", known) == TEXT


def test_long_chinese_in_utf16_without_a_mark(known: frozenset[str]) -> None:
    text = HEADER + "zone-core,园区,Core," + "青海省西宁市生物科技产业园区的说明文字。" * 200 + "\r\n"
    for order in ("utf-16-le", "utf-16-be"):
        assert decode(text.encode(order), "x.csv", known) == text


def test_a_single_zero_byte_makes_no_utf16(known: frozenset[str]) -> None:
    for text in (TEXT.replace("园区", "园\0区"), TEXT.replace("Core", "Co\0re")):
        for encoding in ("utf-8", "gb18030"):
            assert decode(text.encode(encoding), "x.csv", known) == text


TAIWAN = "zone-core,園區本部,Core,這裡是說明文字，請確認後再匯入資料\n"
JAPAN = "zone-core,生物科技園区の中心,Core,メモをここに書いてください\n"
KOREA = "zone-core,생명과학단지,Core,여기에 설명을 적어 주세요\n"
FRANCE = "zone-core,,Zone Café,Für die Öffnung: größer, très élégant\n"
RUSSIA = "zone-core,,Зона,Зона биотехнологий Синин\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TAIWAN, "big5"), (JAPAN, "shift_jis"), (JAPAN, "euc_jp"), (KOREA, "euc_kr"), (KOREA, "cp949"),
        (FRANCE, "latin-1"), (FRANCE, "cp1252"), (FRANCE, "mac_roman"), (RUSSIA, "cp1251"), (RUSSIA, "koi8-r"),
        ("zone-core,資產\n", "big5"), ("zone-core,한국\n", "euc_kr"), ("zone-core,ﾃﾞｰﾀ\n", "shift_jis"),
        ("zone-core,Café\n", "latin-1"), ("zone-core,日本\n", "euc_jp"),
    ],
)  # fmt: skip
def test_other_encodings_are_asked_about(text: str, encoding: str, known: frozenset[str]) -> None:
    """Never read as something that nobody wrote; what both encodings spell alike may be read."""
    data = (HEADER + text).encode(encoding)
    try:
        found = decode(data, "x.csv", known)
    except EncodingError as error:
        said = error.message
    else:
        said = None
        assert found == HEADER + text
    assert said is None or ("x.csv" in said.zh and "--encoding" in said.en)


def test_big5_is_read_when_it_is_named(known: frozenset[str]) -> None:
    assert decode((HEADER + TAIWAN).encode("big5"), "x.csv", known, "big5") == HEADER + TAIWAN


@pytest.mark.parametrize(
    ("asked", "encoding"),
    [
        ("utf-8", "utf-8-sig"),
        ("gb18030", "gbk"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-16-be"),
        ("utf-16", "utf-16-le"),
    ],
)  # fmt: skip
def test_the_named_encoding_is_taken(asked: str, encoding: str, known: frozenset[str]) -> None:
    assert decode(TEXT.encode(encoding), "x.csv", known, asked) == TEXT


@pytest.mark.parametrize(
    ("asked", "encoding"),
    [
        ("utf-8", "gbk"), ("gb18030", "utf-8"), ("gb18030", "utf-8-sig"), ("big5", "utf-8"), ("utf-8", "utf-16"),
        ("gb18030", "utf-16"), ("utf-16", "utf-8-sig"),
    ],
)  # fmt: skip
def test_a_wrong_name_is_told(asked: str, encoding: str, known: frozenset[str]) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(TEXT.encode(encoding), "x.csv", known, asked)
    assert asked.upper() in caught.value.message.zh


def test_the_bytes_of_liantong_are_no_trap(known: frozenset[str]) -> None:
    """Notepad once took these GBK bytes for UTF-8."""
    text = "id,name_zh\npartner-x,联通\n"
    assert decode(text.encode("gbk"), "x.csv", known) == text


def test_bytes_that_are_good_in_two_encodings_are_asked_about(known: frozenset[str]) -> None:
    data = b"id,name_zh\nx," + "证票学证".encode("gbk") + b"\n"
    assert data.decode("utf-8")
    with pytest.raises(EncodingError):
        decode(data, "x.csv", known)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-16-le"])
def test_parts_of_the_content_come_back_in_every_encoding(encoding: str, library: Library) -> None:
    """A hundred pieces of the real texts, short and long: read right, or for a few short ones asked about."""
    texts = [
        record.name.zh for kind in ("enterprises", "policies", "zones", "figures") for record in library.records(kind)
    ]
    dice = random.Random(7)
    asked = 0
    for _ in range(100):
        picked = dice.sample(texts, dice.choice((1, 2, 3, 20)))
        text = HEADER + "".join(f"x,{name},X,\n" for name in picked)
        if encoding == "gbk":
            text = text.encode("gbk", "ignore").decode("gbk")
        try:
            assert decode(text.encode(encoding), "x.csv", library.characters) == text
        except EncodingError:
            asked += 1
    assert asked <= (8 if encoding == "gbk" else 0)
