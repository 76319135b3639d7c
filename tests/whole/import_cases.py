"""Bad tables as people bring them: how each is made, where its faults lie, and what must be said about them."""

import csv
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

PLACE = ("36.6171", "101.7782")
POLICY, ZONE, FIRM, FIGURE, EVENT, SPOT = (
    "policy-plan-14th-five-year", "zone-core", "enterprise-jinhe", "market-entities-2025-06-15", "event-fair-24",
    "place-city-centre",
)  # fmt: skip
KIND_OF = {
    POLICY: "policies", ZONE: "zones", FIRM: "enterprises", FIGURE: "figures", EVENT: "events", SPOT: "places",
}  # fmt: skip


class Spot(NamedTuple):
    """Where a fault lies; what is not known stays empty."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    letter: str | None = None


class Case(NamedTuple):
    """Files that somebody brings; ``words`` must be in the Chinese and in the English sentences."""

    name: str
    files: Callable[[Path], list[Path]]
    spots: tuple[Spot, ...]
    zh: str
    en: str
    options: tuple[str, ...] = ()


def spots(text: str, file: str, sheet: str | None = None) -> tuple[Spot, ...]:
    """Return the places that ``2 B name_zh; 3 - id`` tells of: row, letter, column; ``-`` where there is none."""
    found = []
    for part in text.split(";"):
        row, letter, column = (None if word == "-" else word for word in (*part.split(), "-", "-", "-")[:3])
        found.append(Spot(file, sheet, int(row) if row else None, column, letter))
    return tuple(found)


def written(name: str, data: bytes | Callable[[], bytes]) -> Callable[[Path], list[Path]]:
    """Return what writes one file; its bytes are made only then where a way to make them is given."""

    def write(folder: Path) -> list[Path]:
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data())
        return [path]

    return write


def several(**files: str) -> Callable[[Path], list[Path]]:
    """Return what writes several CSV files."""
    return lambda folder: [
        path for name, text in files.items() for path in written(f"{name}.csv", text.encode("utf-8-sig"))(folder)
    ]


def table(*rows: list[str]) -> str:
    """Return rows as a spreadsheet program writes them."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def text_case(name: str, file: str, text: str | bytes, where: str, zh: str, en: str, *options: str) -> Case:
    """A case of one file given as its text, or its bytes."""
    data = text if isinstance(text, bytes) else text.encode("utf-8-sig")
    return Case(name, written(file, data), spots(where, file), zh, en, options)


def cell_case(record: str, column: str, value: str, zh: str, en: str) -> Case:
    """A case of one bad cell of a record that is there."""
    file = f"{KIND_OF[record]}.csv"
    text = table(["id", column], [record, value])
    name = value if value.isprintable() and len(value) < 30 else ascii(value)[:30]
    return text_case(f"{column} {name}", file, text, f"2 B {column}", zh, en)


NUMBER, INTEGER, YES_NO = (("数字，如", "a number such as"), ("整数，如", "a whole number"), ("1 或 0", "1 or 0"))
PERIOD = ("2025-06-15", "a period such as")
GARBLED, CONTROL = ("没有乱码", "not garbled"), ("没有控制字符", "without control characters")
ONE_OF, KNOWN = ("以下之一", "one of"), ("已有的 id", "an id that exists")
ID = ("小写字母、数字和连字符", "lower-case letters, digits and hyphens")
ENCODING = ("文字编码看不准", "encoding of")
CHOICE_CELLS = [
    (ZONE, "status", "营业"), (ZONE, "status", "Operating"), (ZONE, "type", "楼"), (FIGURE, "topic", "money"),
    (FIGURE, "qualifier", "大约"), (FIGURE, "span", "during"), (POLICY, "level", "省"), (POLICY, "audience", "staff"),
    (SPOT, "precision", "exact"),
]  # fmt: skip
NUMBER_CELLS = [
    "九百", "1,332", "1，332", "９００", "1_000", "1e5", "NaN", "inf", "-inf", "1,5", "9.9%", "约900", "900亩", "1 332",
    "0x10", "1.2.3", "--5", "9" * 400, "½", "٣٤", "=1+1", "900-1000", "待定", "#N/A",
]  # fmt: skip
INTEGER_CELLS = ["24.5", "24届", "第24届", "99999999999999999999", "1_0", "二十四", "24,000", "２４"]
BOOL_CELLS = ["是", "真", "yes", "2", "√", "1.0"]
PERIOD_CELLS = [
    "2025-13", "2023-02-29", "2025-00", "2025-05/2025-01", "2025/2024", "June 2025", "Jun-25", "2025/6/15", "2025年6月15日",
    "20250615", "2025-6-5", "２０２５", "2025-H3", "25-06", "2025-06-15 08:00", "2025.06", "2025Q1", "2025—2026", "今年",
    "0000", "45823", "15.06.2025",
]  # fmt: skip
REFERENCES = [
    (FIRM, "zone", "zone-cor", "zone-core"), (FIRM, "zone", "金诃", ""), (FIRM, "sources", "article-2025|article-205", ""),
    (FIRM, "related", "nobody", ""), (FIRM, "zone", FIRM, ""), (ZONE, "sources", "article-2025、article-2023", ""),
    (ZONE, "sources", ZONE, ""),
]  # fmt: skip
TEXT_CELLS = [
    ("bell", "铃\x07声", CONTROL), ("NUL", "空\0字符", CONTROL), ("escape", "\x1b[31m红", CONTROL), ("NEL", "行\x85尾", CONTROL),
    ("U+FFFD", "生物\ufffd园区", GARBLED), ("UTF-8 read as GBK", "鐢熺墿绉戞妧", GARBLED), ("锟斤拷", "锟斤拷园区", GARBLED),
    ("UTF-8 read as Latin-1", "ç\x94\x9fç\x89©", GARBLED), ("noncharacter", "园\uffff区", CONTROL),
    ("too long", "长" * 20_001, ("20000 字以内", "up to 20000")), ("BOM in the middle", "园\ufeff区", CONTROL),
]  # fmt: skip


def _cells() -> list[Case]:
    cases = [cell_case(record, column, value, *ONE_OF) for record, column, value in CHOICE_CELLS]
    cases += [cell_case(ZONE, "area_mu", value, *NUMBER) for value in NUMBER_CELLS]
    cases += [cell_case(EVENT, "edition", value, *INTEGER) for value in INTEGER_CELLS]
    cases += [cell_case(ZONE, "as_of_inferred", value, *YES_NO) for value in BOOL_CELLS]
    cases += [cell_case(ZONE, "as_of", value, *PERIOD) for value in PERIOD_CELLS]
    cases += [cell_case(POLICY, "valid_from", "2024年初", *PERIOD)]
    cases += [
        cell_case(record, column, value, near or KNOWN[0], KNOWN[1]) for record, column, value, near in REFERENCES
    ]
    cases += [cell_case(ZONE, "name_zh", value, *words)._replace(name=name) for name, value, words in TEXT_CELLS]
    return [
        *cases,
        cell_case(SPOT, "pressure_percent", "101", "0 到 100", "from 0 to 100"),
        cell_case(SPOT, "pressure_percent", "-1", "0 到 100", "from 0 to 100"),
        cell_case(FIGURE, "series", "Big Series", *ID),
        cell_case(ZONE, "feature", "no-such-thing", "地图上已有的要素", "on the map"),
        cell_case(SPOT, "lat", "3.66", "35.5 到 38", "between 35.5 and 38"),
        cell_case(SPOT, "lon", "121.5", "100 到 103.5", "between 100 and 103.5"),
        cell_case(SPOT, "lat", "", "纬度和经度都有", "both latitude and longitude"),
        text_case("swapped", "places.csv", table(["id", "lat", "lon"], [SPOT, *PLACE[::-1]]), "2 B lat", "写反", "swapped"),
    ]  # fmt: skip


NEW_FUND = ["fund-new", "新基金", "New Fund"]


def _rows() -> list[Case]:
    head = ["id", "name_zh", "name_en"]
    known = ["fund-cicc", "一", "One"]
    return [
        text_case("no id in a row", "funds.csv", table(head, known, ["", "二", "Two"]), "3 A id", "不能空着", "may not be empty"),
        text_case("bad id", "funds.csv", table(head, ["Fund One", "一", "One"]), "2 A id", *ID),
        text_case("Chinese id", "funds.csv", table(head, ["基金一", "一", "One"]), "2 A id", *ID),
        text_case("id with an invisible sign", "funds.csv", table(head, ["fund-\u200bcicc", "一", "One"]), "2 A id",
                  "U+200B", "U+200B"),
        text_case("id twice", "funds.csv", table(head, known, known), "3 A id", "第 2 行出现", "row 2, already"),
        text_case("id of another kind", "funds.csv", table(head, [ZONE, "一", "One"]), "2 A id", "片区的编号", "Zones"),
        text_case("a name in no language", "funds.csv", table(head, ["fund-cicc", "", ""]), "2 B name_zh", "不能空着",
                  "may not be empty"),
        text_case("a new record without a name", "funds.csv", table(["id", "size_yi"], ["fund-new", "5"]),
                  "2 - name_zh", "还缺“name_zh”", "lacks “name_zh”"),
        text_case("a new record without a type", "zones.csv", table(head, ["zone-new", "一", "One"]), "2 - type",
                  "还缺“type”", "lacks “type”"),
        text_case("a new record with an empty type", "zones.csv",
                  table([*head, "type"], ["zone-new", "一", "One", ""]), "2 D type", "不能空着", "may not be empty"),
        text_case("more items in one language", "zones.csv",
                  table(["id", "focus_zh", "focus_en"], [ZONE, "一|二", "one"]), "2 C focus_en", "项数相同", "as many items"),
        text_case("items of one language emptied", "zones.csv",
                  table(["id", "focus_zh", "focus_en"], [ZONE, "一|二", ""]), "2 C focus_en", "项数相同", "as many items"),
        text_case("three faults in a row", "zones.csv",
                  table(["id", "status", "area_mu", "as_of"], [ZONE, "x", "y", "z"]),
                  "2 B status; 2 C area_mu; 2 D as_of", *ONE_OF),
        text_case("a bad id hides no other fault", "zones.csv", table(["id", "area_mu"], ["", "many"]),
                  "2 B area_mu; 2 A id", *NUMBER),
        text_case("faults in many rows", "zones.csv",
                  table(["id", "area_mu"], [ZONE, "x"], ["zone-kangyang", "1"], ["zone-north", "y"]),
                  "2 B area_mu; 4 B area_mu", *NUMBER),
        text_case("rows are counted as a spreadsheet counts", "zones.csv",
                  table(["id", "note_zh", "area_mu"], [ZONE, "一\n二\n三", "1"], [], ["zone-north", "", "x"]),
                  "4 C area_mu", *NUMBER),
        text_case("a row too short", "funds.csv", "id,name_zh,name_en\nfund-cicc,一\n", "2", "应有 3 格，现有 2 格",
                  "expected 3 cells, found 2"),
        text_case("a row too long", "funds.csv", "id,name_zh,name_en\nfund-cicc,一,One,more\n", "2", "应有 3 格，现有 4 格",
                  "expected 3 cells, found 4"),
        text_case("a thousands comma without quotes", "zones.csv", f"id,area_mu\n{ZONE},1,332\n", "2", "现有 3 格",
                  "found 3"),
        Case("id twice across files", several(funds="id,name_zh\nfund-cicc,一\n", 基金="id,name_zh\nfund-cicc,二\n"),
             spots("2 A id", "基金.csv"), "已在 funds.csv 第 2 行", "in funds.csv, row 2"),
        Case("one good file, one bad one", several(funds="id,name_zh\nfund-cicc,一\n", zones=f"id,area_mu\n{ZONE},x\n"),
             spots("2 B area_mu", "zones.csv"), *NUMBER),
        Case("two bad files", several(funds="id,size_yi\nfund-cicc,x\n", zones=f"id,area_mu\n{ZONE},x\n"),
             (*spots("2 B size_yi", "funds.csv"), *spots("2 B area_mu", "zones.csv")), *NUMBER),
        Case("a reference to a record another file adds wrongly",
             several(funds="id,name_zh\nFund New,一\n", projects="id,funds\nproject-whitethorn,fund-new\n"),
             (*spots("2 A id", "funds.csv"), *spots("2 B funds", "projects.csv")), *KNOWN),
    ]  # fmt: skip


def _headers() -> list[Case]:
    one = f"{ZONE},x"
    return [
        text_case("empty", "zones.csv", b"", "1", "是空的", "is empty"),
        text_case("blank lines only", "zones.csv", "\n\n , ,\n", "1", "是空的", "is empty"),
        text_case("a mark and nothing else", "zones.csv", b"\xef\xbb\xbf", "1", "是空的", "is empty"),
        text_case("header only", "zones.csv", "id,name_zh\n", "2", "只有列名", "no rows"),
        text_case("no header", "zones.csv", f"{ZONE},园区本部\n{ZONE},x\n", "1 A zone-core; 1 B 园区本部; 1 - id",
                  "缺少列“id”", "“id” is missing"),
        text_case("no id column", "zones.csv", "name_zh,name_en\n一,One\n", "1 - id", "缺少列“id”", "“id” is missing"),
        text_case("an unknown column", "zones.csv", f"id,naem_zh\n{one}\n", "1 B naem_zh", "是否指“name_zh”", "“name_zh”"),
        text_case("a column of notes", "zones.csv", f"id,经办人\n{one}\n", "1 B 经办人", "不需要就删去", "delete the column"),
        text_case("a column of another kind", "zones.csv", f"id,size_yi\n{ZONE},5\n", "1 B size_yi", "已知的列名", "no column"),
        text_case("a column without a heading", "zones.csv", f"id,name_zh,\n{ZONE},一,二\n", "1 C", "没有列名", "no heading"),
        text_case("a column twice", "zones.csv", f"id,name_zh,name_zh\n{ZONE},a,b\n", "1 C name_zh", "前面已经有了",
                  "there already"),
        text_case("a column by its name and its label", "zones.csv", f"id,name_zh,名称（中文）\n{ZONE},a,b\n", "1 C",
                  "前面已经有了", "there already"),
        text_case("a title above the header", "zones.csv", f"片区表,\nid,name_zh\n{ZONE},x\n", "1 A 片区表; 1 B; 1 - id",
                  "缺少列“id”", "“id” is missing"),
        text_case("headers further down", "zones.csv", f"\n\nid,naem_zh\n{ZONE},x\n", "3 B naem_zh", "第 3 行 B 列", "row 3"),
        text_case("no known kind", "表一.csv", "id,name_zh\nsomething,x\n", "-", "看不出是哪一类", "is not clear"),
        text_case("ids of two kinds", "表一.csv", f"id,name_zh\n{ZONE},x\n{FIRM},y\n", "-", "看不出是哪一类", "is not clear"),
        text_case("another kind was named", "zones.csv", f"id,name_zh\n{ZONE},x\n", "2 A id", "基金的编号", "an id of Funds",
                  "--kind", "funds"),
    ]  # fmt: skip


GOOD = f"id,name_zh,note_zh\n{ZONE},园区本部,核心区的说明文字\n"
JAPANESE = "id,name_zh,note_zh\nzone-core,生物科技園区の中心,メモをここに書いてください\n"
TAIWAN = "id,name_zh,note_zh\nzone-core,園區本部,這裡是說明文字，請確認後再匯入資料\n"
KOREAN = "id,name_zh,note_zh\nzone-core,생명과학단지,여기에 설명을 적어 주세요\n"
LATIN = "id,name_en,note_en\nzone-core,Zone Café,Für die Öffnung: größer, schöner, très élégant\n"


def _files() -> list[Case]:
    return [
        Case("missing", lambda folder: [folder / "nothing.csv"], spots("-", "nothing.csv"), "找不到文件", "There is no file"),
        Case("a folder", lambda folder: [_folder(folder / "zones.csv")], spots("-", "zones.csv"), "是文件夹", "is a folder"),
        Case("a name that is too long", lambda folder: [folder / ("长" * 200 + ".csv")], spots("-", "长" * 200 + ".csv"),
             "读不了", "cannot be read"),
        *([Case("a pipe", lambda folder: [_pipe(folder / "zones.csv")], spots("-", "zones.csv"), "不是普通文件",
                "no ordinary file")] if hasattr(os, "mkfifo") else []),
        Case("over 20 MB", lambda folder: [_large(folder / "zones.csv")], spots("-", "zones.csv"), "最多 20 MB",
             "20 MB are the most"),
        text_case("10 MB in a line", "zones.csv", f"id,name_zh\n{ZONE},{'长' * 3_400_000}\n", "2 B name_zh", "字以内", "up to"),
        text_case("10 MB in a line without commas", "zones.csv", b"x" * 10_000_000, "1 A; 1 - id; 2", "已知的列名", "no column"),
        text_case("too many rows", "zones.csv", "id,name_zh\n" + "".join(f"zone-{n},x\n" for n in range(20_001)), "20002",
                  "最多 20000 行", "20000 rows are the most"),
        text_case("too many columns", "zones.csv", "id" + ",name_zh" * 100 + "\n", "1", "100 列", "100 columns"),
        text_case("too many commas", "zones.csv", b"," * 15_000_000, "-", "超过 2000000 个", "more than 2000000 cells"),
        text_case("too many lines", "zones.csv", "id\n" + "\n" * 1_048_576, "1048577", "最多 20000 行", "20000 rows"),
        text_case("an open quote", "zones.csv", f'id,name_zh\n{ZONE},"园区\nzone-north,北\n', "2", "引号没有成对",
                  "quotes do not pair"),
        text_case("text after a quote", "zones.csv", f'id,name_zh\n{ZONE},"园区"本部\n', "2", "引号没有成对",
                  "quotes do not pair"),
        text_case("Big5", "zones.csv", TAIWAN.encode("big5"), "-", *ENCODING),
        text_case("Big5, short", "zones.csv", "id,name_zh\nzone-core,資產\n".encode("big5"), "-", *ENCODING),
        text_case("Shift-JIS", "zones.csv", JAPANESE.encode("shift_jis"), "-", *ENCODING),
        text_case("Shift-JIS, short", "zones.csv", "id,name_zh\nzone-core,ﾃﾞｰﾀ\n".encode("shift_jis"), "-", *ENCODING),
        text_case("EUC-KR", "zones.csv", KOREAN.encode("euc_kr"), "-", *ENCODING),
        text_case("EUC-KR, short", "zones.csv", "id,name_zh\nzone-core,한국\n".encode("euc_kr"), "-", *ENCODING),
        text_case("EUC-JP", "zones.csv", JAPANESE.encode("euc_jp"), "-", *ENCODING),
        text_case("Latin-1", "zones.csv", LATIN.encode("latin-1"), "-", *ENCODING),
        text_case("Cyrillic", "zones.csv", "id,name_en\nzone-core,Зона Синин биотех\n".encode("cp1251"), "-", *ENCODING),
        text_case("联通: bytes that are good in two encodings", "zones.csv",
                  b"id,name_zh\nzone-core," + bytes.fromhex("d6a4c6b1d1a7d6a4") + b"\n", "-", *ENCODING),
        text_case("GBK with a broken byte", "zones.csv", GOOD.encode("gbk").replace(b"\xd4\xb0", b"\xff\xff"), "-", *ENCODING),
        text_case("UTF-8 with a broken byte", "zones.csv", GOOD.encode().replace("本".encode(), b"\xe6\x9c"), "-", *ENCODING),
        text_case("two encodings in one file", "zones.csv", GOOD.encode() + "zone-north,北区,说明\n".encode("gbk"), "-",
                  *ENCODING),
        text_case("UTF-16 cut short", "zones.csv", GOOD.encode("utf-16")[:-1], "-", "可能没有存完整", "cut short"),
        text_case("UTF-16 without a mark, cut short", "zones.csv", GOOD.encode("utf-16-le")[:-1], "-", *ENCODING),
        text_case("not what was named", "zones.csv", GOOD.encode("gbk"), "-", "不是 UTF-8 编码", "not in UTF-8", "--encoding",
                  "utf-8"),
        text_case("UTF-8 that was named GB 18030", "zones.csv", GOOD.encode(), "-", "不是 GB18030 编码", "not in GB18030",
                  "--encoding", "gb18030"),
        text_case("BOM before a later id", "zones.csv", GOOD.encode() + "\ufeffzone-north,北区,说明\n".encode(), "3 A id",
                  *CONTROL),
        text_case("old Excel", "政策.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "-", ".xls", "old .xls"),
        text_case("a web page named .xls", "政策.xls", b"\xef\xbb\xbf<html><table><tr><td>id</td></tr></table>", "-", "网页",
                  "a web page"),
        text_case("a table of a web page", "政策.xls", "<table><tr><td>编号</td></tr></table>".encode("gbk"), "-", "网页",
                  "a web page"),
        text_case("Excel 2003 XML", "政策.xml", b'<?xml version="1.0"?><Workbook/>', "-", "网页", "a web page"),
        text_case("JSON", "policies.json", '{"id":"x"}', "-", "不是 GeoJSON 的", "no GeoJSON FeatureCollection"),
        text_case("zeros", "zones.csv", bytes(4096), "-", *ENCODING),
        text_case("random bytes", "zones.csv", bytes(n * 89 % 256 for n in range(4000)), "-", *ENCODING),
        text_case("ten lines of a log", "policies.txt", "2025-06-15 08:00 start\n" * 10, "1 A; 1 - id", "缺少列“id”", "missing"),
    ]  # fmt: skip


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _large(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    return path


CSV_CASES: tuple[Case, ...] = (*_cells(), *_rows(), *_headers(), *_files())
