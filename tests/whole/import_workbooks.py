"""Bad workbooks as people, programs and attackers make them; see ``import_cases`` for what a case is."""

import datetime
import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

from tests.books import book, by_hand, head, packed, parts_of, row, words
from tests.whole.import_cases import (
    ENCODING,
    FIRM,
    GARBLED,
    KNOWN,
    NUMBER,
    PERIOD,
    YES_NO,
    ZONE,
    Case,
    spots,
    written,
)

FILE, SHEET = "book.xlsx", "zones"
PART = "xl/worksheets/sheet1.xml"
NOT_WHOLE = ("文件不完整", "the file is not whole")
DAY, NOW = datetime.date(1900, 1, 20), datetime.datetime(2025, 6, 15, 8, 30)  # noqa: DTZ001 - cells know no zone


def file_case(name: str, data: bytes | Callable[[], bytes], zh: str, en: str, file: str = FILE) -> Case:
    """A case in which nothing but the file can be named."""
    return Case(name, written(file, data), spots("-", file), zh, en)


def sheet_case(name: str, data: Callable[[], bytes], where: str, zh: str, en: str, sheet: str = SHEET) -> Case:
    """A case in a sheet."""
    return Case(name, written(FILE, data), spots(where, FILE, sheet), zh, en)


def cell_case(column: str, value: Any, zh: str, en: str, form: str = "", name: str = "") -> Case:
    """A case of one bad cell, in a form of its own where one is given."""

    def make() -> bytes:
        def dress(made: Any) -> None:
            cell = made[SHEET]["C2"]
            cell.value = value
            if form:
                cell.number_format = form

        return book({SHEET: [["id", "note_zh", column], [ZONE, "注", None]]}, dress)

    return sheet_case(name or f"{column} {value} {form}".strip(), make, f"2 C {column}", zh, en)


def xml_case(name: str, cells: str, where: str, zh: str, en: str, column: str = "area_mu", **more: Any) -> Case:
    """A case whose cells below the header are given as XML."""
    return sheet_case(name, lambda: by_hand(head("id", column) + cells, **more), where, zh, en)


def good() -> bytes:
    """A workbook without a fault."""
    rows = [["id", "note_zh"], *([f"zone-{name}", "注" * 40] for name in ("core", "north", "kangyang"))]
    return book({SHEET: rows})


def changed(part: str, old: bytes, new: bytes) -> Callable[[], bytes]:
    """Return what makes a good workbook with one part spoilt."""

    def make() -> bytes:
        parts = parts_of(good())
        assert old in parts[part], parts[part]
        return packed({**parts, part: parts[part].replace(old, new)})

    return make


def without(part: str) -> Callable[[], bytes]:
    """Return what makes a good workbook that lacks a part."""
    return lambda: packed({name: data for name, data in parts_of(good()).items() if name != part})


def twice(name: str) -> Callable[[], bytes]:
    """Return what makes a workbook with one more sheet part under a name."""

    def make() -> bytes:
        parts = parts_of(good())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return packed([*parts.items(), (name, parts[PART])])

    return make


def flipped(share: float) -> Callable[[], bytes]:
    """Return what flips a bit in the packed sheet."""

    def make() -> bytes:
        data = bytearray(good())
        with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
            part = package.getinfo(PART)
        start = part.header_offset + 30 + len(PART)
        data[start + int(share * part.compress_size)] ^= 0x10
        return bytes(data)

    return make


def overlapping() -> bytes:
    """Two names in the list of parts for the same bytes."""
    data = bytearray(good())
    entries = [at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"]
    data[entries[2] + 42 : entries[2] + 46] = data[entries[1] + 42 : entries[1] + 46]
    return bytes(data)


def locked() -> bytes:
    """Every part marked as encrypted."""
    data = bytearray(good())
    for at in range(len(data) - 4):
        if data[at : at + 4] == b"PK\x01\x02":
            data[at + 8] |= 1
    return bytes(data)


def false_size() -> bytes:
    """The list of parts says that the sheet is small, which it is not."""
    parts = parts_of(good())
    parts[PART] = parts[PART].replace(b"</sheetData>", b" " * 5_000_000 + b"</sheetData>")
    data = bytearray(packed(parts))
    at = data.rindex(PART.encode()) - 46
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


def entity(doctype: bytes, use: bytes) -> Callable[[], bytes]:
    """Return what declares entities in the sheet."""

    def make() -> bytes:
        parts = parts_of(good())
        body = parts[PART]
        mark = body.index(b"<worksheet")
        text = body[:mark] + doctype + body[mark:].replace(b"</sheetData>", use + b"</sheetData>")
        return packed({**parts, PART: text})

    return make


LAUGHS = b"<!DOCTYPE w [" + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"ha") for n in range(9)
) + b"]>"  # fmt: skip
SUSPICIOUS = ("压缩包里的内容不正常", "inside is not as it should be")


def _files() -> list[Case]:
    ole = bytes.fromhex("d0cf11e0a1b11ae1")
    return [
        file_case("old Excel", ole + bytes(2000), "旧式 .xls", "an old .xls"),
        file_case("with a password", ole + "EncryptedPackage".encode("utf-16-le") + bytes(900), "加了密码", "a password"),
        file_case("parts with a password", locked, "加了密码", "a password"),
        file_case("OpenDocument", lambda: packed([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                  ("content.xml", b"<office/>")]), ".ods", ".ods"),
        file_case("binary workbook", lambda: packed([("xl/workbook.bin", b"\x00")]), ".xlsb", ".xlsb"),
        file_case("text document", lambda: packed([("word/document.xml", b"<w/>")]), "文字文档", "a text document"),
        file_case("some archive", lambda: packed([("readme.txt", b"hello")]), "别的压缩包", "some other archive"),
        file_case("an empty archive", lambda: packed([]), "别的压缩包", "some other archive"),
        file_case("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF", "a PDF"),
        file_case("PNG", b"\x89PNG\r\n\x1a\n" + bytes(100), "图片", "a picture"),
        file_case("JPEG", b"\xff\xd8\xff\xe0" + bytes(100), "图片", "a picture"),
        file_case("web page", b"<!DOCTYPE html><html></html>", "网页", "a web page"),
        file_case("RAR", b"Rar!\x1a\x07\x01\x00" + bytes(50), "别的压缩包", "some other archive"),
        file_case("the first two bytes", b"PK\x03\x04", *NOT_WHOLE),
        file_case("zeros", bytes(5000), *ENCODING),
        *(file_case(f"cut at {share} %", lambda share=share: good()[: len(good()) * share // 100], *NOT_WHOLE)
          for share in (2, 5, 10, 20, 35, 50, 65, 80, 90, 95, 99)),
        *(file_case(f"a bit flipped at {share}", flipped(share), *NOT_WHOLE) for share in (0.1, 0.3, 0.5, 0.7, 0.95)),
        file_case("a part twice", twice(PART), *SUSPICIOUS),
        file_case("a part twice but for capitals", twice(PART.replace("sheet1", "SHEET1")), *SUSPICIOUS),
        file_case("parts that overlap", overlapping, "重叠", "overlap"),
        file_case("unpacks to too much", lambda: packed({**parts_of(good()), "xl/media/x.xml": bytes(49 << 20)}), "解开后过大",
                  "far too much"),
        file_case("too many parts", lambda: packed({**parts_of(good()), **{f"x/{n}": b"" for n in range(2001)}}),
                  "解开后过大", "far too much"),
        file_case("too many cells", lambda: by_hand(head("id") + row(2, '<c r="A2" s="0"/>' * 1_000_001)), "超过 1000000 个",
                  "more than 1000000 cells"),
        file_case("too many texts", lambda: by_hand(head("id"), ["<t/>"] * 1_000_001), "超过 1000000 个",
                  "more than 1000000 cells"),
        file_case("nested without end", lambda: by_hand("<x>" * 500_000 + "</x>" * 500_000), "太长或嵌套太深", "too long or too deep"),
        file_case("a tag without end", lambda: by_hand("<x " + "".join(f'a{n}="" ' for n in range(200_000)) + "/>"),
                  "太长或嵌套太深", "too long or too deep"),
        file_case("a text without end", lambda: by_hand(head("id") + row(2, words("A2", "x" * 5_000_000))), "太长或嵌套太深",
                  "too long or too deep"),
        file_case("a false size", false_size, *NOT_WHOLE),
        file_case("entities without end", entity(LAUGHS, b"&a8;"), "含有外部实体", "declares entities"),
        file_case("an entity of a file", entity(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', b"&x;"), "含有外部实体",
                  "declares entities"),
        file_case("a document type", entity(b"<!DOCTYPE w>", b""), "含有外部实体", "declares entities"),
        file_case("strict dialect", lambda: by_hand(head("id", "name_zh"),
                  main="http://purl.oclc.org/ooxml/spreadsheetml/main"), "Strict Open XML", "Strict Open XML"),
        file_case("no workbook part", without("xl/workbook.xml"), "别的压缩包", "some other archive"),
        file_case("no list of relations", without("xl/_rels/workbook.xml.rels"), *NOT_WHOLE),
        file_case("no list of types", without("[Content_Types].xml"), *NOT_WHOLE),
        file_case("broken XML in the sheet", changed(PART, b"</sheetData>", b"</sheetDat>"), *NOT_WHOLE),
        file_case("broken XML in the styles", changed("xl/styles.xml", b"</styleSheet>", b""), *NOT_WHOLE),
        file_case("broken XML in the texts", lambda: by_hand(head("id"), ["</t>"]), *NOT_WHOLE),
        Case("no part for a sheet", written(FILE, without(PART)),
             spots("-", FILE, SHEET), "不在文件里", "is not in the file"),
        Case("no sheets with anything", written(FILE, lambda: book({"zones": [], "funds": []})),
             spots("1", FILE), "是空的", "is empty"),
    ]  # fmt: skip


def a2(cell: str) -> str:
    return row(2, words("A2", ZONE), cell)


def _inside() -> list[Case]:
    damaged = ("已损坏", "is damaged")
    values = ("NaN", "inf", "1_000", "１２", "0x1F", "1e", "1,5", "--1", "1 0")
    return [
        xml_case("a cell twice", row(2, words("A2", ZONE), '<c r="B2"><v>1</v></c><c r="B2"><v>2</v></c>'), "2 B", "B2 出现两次",
                 "B2 is there twice"),
        xml_case("a row twice", a2('<c r="B2"><v>1</v></c>') + a2('<c r="B2"><v>2</v></c>'), "2", "第 2 行出现两次",
                 "row 2 is there twice"),
        xml_case("rows out of order", row(5, words("A5", ZONE)) + row(3, words("A3", ZONE)), "3", "次序颠倒", "out of order"),
        xml_case("a cell in another row", row(2, words("A2", ZONE), words("B9", "1")), "9 B", *damaged),
        xml_case("text number -1", a2('<c r="B2" t="s"><v>-1</v></c>'), "2 B", "不存在的文字", "a text that is not there"),
        xml_case("text number too large", a2('<c r="B2" t="s"><v>1</v></c>'), "2 B", "不存在的文字", "a text that is not there",
                 strings=["<t>x</t>"]),
        xml_case("text number 0.0", a2('<c r="B2" t="s"><v>0.0</v></c>'), "2 B", "不存在的文字", "a text that is not there",
                 strings=["<t>x</t>"]),
        xml_case("the last cell there is", a2('<c r="XFD1048576"><v>1</v></c>'), "1048576 XFD", "最多 20000 行",
                 "20000 rows and 100 columns"),
        xml_case("a far row", row(30_000, '<c r="A30000"><v>1</v></c>'), "30000 A", "最多 20000 行", "20000 rows"),
        xml_case("a far column", a2('<c r="CW2"><v>1</v></c>'), "2 CW", "100 列", "100 columns"),
        sheet_case("too many cells with something", crowded, "1517 N", "超过 150000 格", "150000 cells are the most"),
        xml_case("a place turned round", a2('<c r="2B"><v>1</v></c>'), "-", *damaged),
        xml_case("a place in small letters", a2('<c r="b2"><v>1</v></c>'), "-", *damaged),
        xml_case("no place", a2("<c><v>1</v></c>"), "-", *damaged),
        xml_case("row 0", row(0, '<c r="A0"><v>1</v></c>'), "-", *damaged),
        xml_case("an unknown type", a2('<c r="B2" t="z"><v>1</v></c>'), "2 B", *damaged),
        *(xml_case(f"number {value}", a2(f'<c r="B2"><v>{value}</v></c>'), "2 B", *damaged) for value in values),
        xml_case("yes or no 2", a2('<c r="B2" t="b"><v>2</v></c>'), "2 B", *damaged),
        xml_case("number 1E400", a2('<c r="B2"><v>1E400</v></c>'), "2 B area_mu", "有限的数字", "a finite number"),
        xml_case("a date that is none", a2('<c r="B2" t="d"><v>2025-13-99</v></c>'), "-", *damaged),
        xml_case("a control sign in a text", a2(words("B2", "a_x0007_b")), "2 B name_zh", "没有控制字符", "without control",
                 column="name_zh"),
        xml_case("garbled text", a2(words("B2", "鐢熺墿绉戞妧")), "2 B name_zh", *GARBLED, column="name_zh"),
        xml_case("merged cells", a2(words("B2", "1")), "3 A", "A3:B3 是合并单元格", "A3:B3 are merged",
                 after='<mergeCells><mergeCell ref="A3:B3"/></mergeCells>'),
        xml_case("a merged title", a2(words("B2", "1")), "1 A", "A1:H1 是合并单元格", "A1:H1 are merged",
                 after='<mergeCells><mergeCell ref="A1:H1"/></mergeCells>'),
    ]  # fmt: skip


def _cells() -> list[Case]:
    formula = ("公式没有存下结果", "no stored result")
    failed = ("公式出错", "the formula failed")
    percent = ("百分比格式", "a percentage")
    clock = ("不带钟点", "without a time of day")
    return [
        cell_case("area_mu", "=900+1", *formula),
        cell_case("note_en", '=CONCATENATE("a","b")', *formula),
        xml_case("a formula with an empty result", a2('<c r="B2"><f>1+1</f><v></v></c>'), "2 B area_mu", *formula),
        cell_case("area_mu", "#N/A", *failed),
        cell_case("name_en", "#REF!", *failed),
        xml_case("an error with its formula", a2('<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), "2 B area_mu", *failed),
        cell_case("area_mu", 0.099, *percent, form="0.0%"),
        cell_case("note_en", 0.5, *percent, form="0%"),
        cell_case("area_mu", "1,332", *NUMBER, name="a thousands comma in a text"),
        cell_case("area_mu", "９００", *NUMBER, name="wide digits in a text"),
        cell_case("area_mu", True, *NUMBER, name="yes for a number"),
        cell_case("area_mu", datetime.date(2025, 6, 15), *NUMBER, name="a date for a number"),
        cell_case("as_of", DAY, "1900 年 3 月以后", "after February 1900", name="a day of 1900"),
        xml_case("serial 60", a2('<c r="B2" s="1"><v>60</v></c>'), "2 B as_of", "1900 年 3 月以后", "after February 1900",
                 column="as_of", styles=DATE_STYLES),
        xml_case("serial 0", a2('<c r="B2" s="1"><v>0</v></c>'), "2 B as_of", *clock,
                 column="as_of", styles=DATE_STYLES),
        xml_case("serial 99999999", a2('<c r="B2" s="1"><v>99999999</v></c>'), "2 B as_of", *failed,
                 column="as_of", styles=DATE_STYLES),
        cell_case("as_of", NOW, *clock, name="a day with a time"),
        cell_case("as_of", datetime.time(8, 30), *clock, name="a time"),
        cell_case("as_of", datetime.timedelta(hours=30), *clock, name="a length of time"),
        cell_case("as_of", 45823, *PERIOD, name="a day shown as a number"),
        cell_case("as_of", 2025.06, *PERIOD),
        cell_case("as_of", "2025年6月", *PERIOD),
        cell_case("as_of_inferred", "是", *YES_NO),
        cell_case("as_of_inferred", 2, *YES_NO),
        cell_case("parent", FIRM, *KNOWN),
        cell_case("naem_zh", "一", "是否指“name_zh”", "did you mean")._replace(spots=spots("1 C naem_zh", FILE, SHEET)),
        sheet_case("a fault in the second sheet", lambda: book({"funds": [["id", "name_zh"], ["fund-cicc", "一"]],
                   "片区": [["编号", "面积（亩）"], [ZONE, "x"]]}), "2 B area_mu", *NUMBER, sheet="片区"),
        sheet_case("a sheet of no kind", lambda: book({"funds": [["id"], ["fund-cicc"]], "说明": [["怎样填", "x"], ["请看", "y"]]}),
                   "-", "看不出是哪一类", "is not clear", sheet="说明"),
        sheet_case("an id in two sheets", lambda: book({"funds": [["id"], ["fund-cicc"]], "基金": [["id"], ["fund-cicc"]]}),
                   "2 A id", "工作表“funds”", "sheet “funds”", sheet="基金"),
        sheet_case("header only", lambda: book({SHEET: [["id", "name_zh"]]}), "2", "只有列名", "no rows"),
        sheet_case("empty rows above the header", lambda: book({SHEET: [[], [], ["id", "naem_zh"], [ZONE, "x"]]}), "3 B naem_zh",
                   "第 3 行 B 列", "row 3, column B"),
        sheet_case("a cell beyond the header", lambda: book({SHEET: [["id"], [ZONE, None, "x"]]}), "2", "应有 1 格",
                   "expected 1 cells"),
        sheet_case("a fault in a hidden row", hidden, "3 B area_mu", *NUMBER),
        sheet_case("a long Chinese sheet name", lambda: book({"片区" + "长" * 29: [["id", "area_mu"], [ZONE, "x"]]}), "2 B area_mu",
                   *NUMBER, sheet="片区" + "长" * 29),
        Case("one bad sheet does not hide the next", written(FILE, two_bad_sheets),
             (*spots("3 A", FILE, "funds"), *spots("2 B area_mu", FILE, "zones")), "合并单元格", "merged cells"),
    ]  # fmt: skip


DATE_STYLES = (
    "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
)


def hidden() -> bytes:
    """A fault where nobody sees it."""

    def hide(made: Any) -> None:
        made[SHEET].row_dimensions[3].hidden = True

    return book({SHEET: [["id", "area_mu"], [ZONE, 1], ["zone-north", "x"]]}, hide)


def crowded() -> bytes:
    """One cell more than is taken: 99 in each row below the header."""
    from brochure.content.cells import column_letters

    letters = [column_letters(place) for place in range(1, 100)]
    rows = (row(number, *(f'<c r="{letter}{number}"><v>1</v></c>' for letter in letters)) for number in range(2, 1520))
    return by_hand(head("id", "area_mu") + "".join(rows))


def two_bad_sheets() -> bytes:
    """Merged cells in the first sheet, a wrong cell in the second."""
    sheets = {"funds": [["id", "name_zh"], ["fund-cicc", "一"], ["x", "y"]], "zones": [["id", "area_mu"], [ZONE, "x"]]}
    return book(sheets, lambda made: made["funds"].merge_cells("A3:B3"))


XLSX_CASES: tuple[Case, ...] = (*_files(), *_inside(), *_cells())
