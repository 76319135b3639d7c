"""Files as tables: which kind, which columns, which rows, and what is wrong on the way."""

from pathlib import Path

import pytest

from brochure.content.headings import column_of, find_kind, heading_of
from brochure.content.sheets import Reading, Sheet, read_sheets
from brochure.model.flat import column_names
from brochure.model.kinds import KINDS
from brochure.words.kinds import KINDS as NAMES
from brochure.words.text import shown
from tests.books import book

IDS = {"zone-core": "zones", "zone-north": "zones", "fund-cicc": "funds"}
KNOWN = frozenset("园区本部北注文字名称编号")


def read(folder: Path, name: str, data: str | bytes, **options: str) -> Reading:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_sheets([path], IDS, KNOWN, **options)


def only(reading: Reading) -> Sheet:
    assert reading.problems == []
    (sheet,) = reading.sheets
    return sheet


@pytest.mark.parametrize(
    "text",
    [
        "id,name_zh\nzone-core,园区\n",
        "id;name_zh\nzone-core;园区\n",
        "id\tname_zh\nzone-core\t园区\n",
        "id,name_zh\rzone-core,园区\r",
        "id,name_zh\r\nzone-core,园区",
        "\ufeffid,name_zh\nzone-core,园区\n",
        "sep=,\nid,name_zh\nzone-core,园区\n",
        "sep=;\r\nid;name_zh\r\nzone-core;园区\r\n",
        '"编号\nid";"名称，（中文）\nname_zh"\n"zone-core";"园区"\n',
        '"编号\nid","名称; 中; 文\nname_zh"\nzone-core,园区\n',
        " ID , Name_ZH \nzone-core,园区\n",
        "ｉｄ,名称（中文）\nzone-core,园区\n",
        "编号,名称(中文)\nzone-core,园区\n",
        "id,name_zh,,\nzone-core,园区,,\n",
        "id,name_zh\nzone-core,园区,,,\n",
        "id,name_zh\n\n,\nzone-core,园区\n\n\n",
        "\n\nid,name_zh\nzone-core,园区\n",
    ],
)
def test_tables_of_every_make(tmp_path: Path, text: str) -> None:
    sheet = only(read(tmp_path, "zones.csv", text))
    assert list(sheet.header.values()) == ["id", "name_zh"]
    assert [[cell.text for cell in row.cells][:2] for row in sheet.rows] == [["zone-core", "园区"]]


def test_rows_are_counted_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    sheet = only(read(tmp_path, "zones.csv", 'id,name_zh\nzone-core,"一\n二\n三"\n\nzone-north,北\n'))
    assert [row.number for row in sheet.rows] == [2, 4]
    assert sheet.rows[0].cells[1].text == "一\n二\n三"


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (["zones"], "zones"), (["片区"], "zones"), (["片区 zones"], "zones"), (["ZONES_2025"], "zones"),
        (["zones (1)"], "zones"), (["2025年政策"], "policies"), (["政策表"], "policies"),
        (["政策汇总-最终版"], "policies"), (["Sheet1", "政策"], "policies"), (["Sheet1", "政策表2"], "policies"),
        (["企业和项目"], None), (["Sheet1"], None), (["zones-funds"], None), (["金融产品"], "products"),
        (["amazones"], None), ([""], None),
    ],
)  # fmt: skip
def test_the_kind_by_its_title(titles: list[str], kind: str | None) -> None:
    assert find_kind(titles, ["id"], [["something-new"]], {}) == kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_is_known_by_its_own_name(kind: str, lang: str) -> None:
    titles = {kind, f"{kind}-2025"} | ({NAMES[kind].zh, f"{NAMES[kind].zh} {kind}"} if lang == "zh" else set())
    assert {find_kind([title], [], [], {}) for title in titles} == {kind}


def test_ids_tell_more_than_a_part_of_the_title() -> None:
    assert find_kind(["园区片区表"], ["编号"], [["zone-core"]], IDS) == "zones"
    assert find_kind(["园区通讯录"], ["id"], [["fund-cicc"], ["new"]], IDS) == "funds"
    assert find_kind(["zones"], ["id"], [["fund-cicc"]], IDS) == "zones"  # a word of its own is meant
    assert find_kind(["表"], ["id"], [["fund-cicc"], ["zone-core"]], IDS) is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_of_a_kind_names_one_column(kind: str) -> None:
    known = column_names(KINDS[kind])
    for column in known:
        for heading in (
            column,
            column.upper(),
            *heading_of(column),
            *(f"{label}\n{column}" for label in heading_of(column)),
        ):
            assert column_of(heading, known) == column


@pytest.mark.parametrize("heading", ["", " ", "备注", "经办人", "names_zh", "名称", "id号"])
def test_other_headings_name_none(heading: str) -> None:
    assert column_of(heading, column_names(KINDS["zones"])) is None


def test_one_bad_file_does_not_hide_the_next(tmp_path: Path) -> None:
    (tmp_path / "zones.csv").write_text("id,name_zh\nzone-core,园区\n", encoding="utf-8")
    reading = read_sheets([tmp_path / "none.csv", tmp_path, tmp_path / "zones.csv"], IDS, KNOWN)
    assert len(reading.sheets) == 1
    assert len(reading.problems) == 2


def test_a_workbook_may_hold_several_kinds_and_empty_sheets(tmp_path: Path) -> None:
    data = book({"片区": [["id"], ["zone-core"]], "Sheet2": [], "表": [["id"], ["fund-cicc"]]})
    reading = read(tmp_path, "book.xlsx", data)
    assert reading.problems == []
    assert [(sheet.title, sheet.kind) for sheet in reading.sheets] == [("片区", "zones"), ("表", "funds")]


def test_a_table_named_as_a_workbook_is_read_all_the_same(tmp_path: Path) -> None:
    assert only(read(tmp_path, "zones.xlsx", "id,name_zh\nzone-core,园区\n")).kind == "zones"


def test_a_text_that_begins_like_an_archive_is_a_text(tmp_path: Path) -> None:
    reading = read(tmp_path, "zones.csv", "PK,name_zh\nzone-core,园区\n")
    assert [problem.column for problem in reading.problems] == ["PK", "id"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [("a\nb", "a⏎b"), ("a\tb", "a<U+0009>b"), ("x" * 61, "x" * 59 + "…"), ("x" * 60, "x" * 60), ("\u200b", "<U+200B>"),
     ("园\u3000区", "园\u3000区"), ("\ud800", "<U+D800>"), ("\u202e", "<U+202E>"), ("𠮷", "𠮷")],
)  # fmt: skip
def test_what_is_quoted_can_be_seen(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_what_a_person_has_to_say_first_is_asked_for(tmp_path: Path) -> None:
    korean = "id,name_zh\nzone-core,생명과학단지\n".encode("euc_kr")
    assert [problem.asks for problem in read(tmp_path, "zones.csv", korean).problems] == ["encoding"]
    assert [problem.asks for problem in read(tmp_path, "表.csv", "id,name_zh\nnew,一\n").problems] == ["kind"]
    cut = "id,name_zh\nzone-core,园\n".encode("utf-16")[:-1]
    assert [problem.asks for problem in read(tmp_path, "zones.csv", cut).problems] == [None]


def test_a_column_may_say_the_kind(tmp_path: Path) -> None:
    sheet = only(read(tmp_path, "list.csv", "id,kind,name.zh\nzone-new,zones,新区\nzone-two,zones,二区\n"))
    assert (sheet.kind, list(sheet.header.values())) == ("zones", ["id", "name_zh"])
    assert only(read(tmp_path, "list.csv", "编号,类别,名称（中文）\nzone-new,zones,新区\n")).kind == "zones"


def test_two_kinds_in_one_table_are_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "zones.csv", "id,kind,name_zh\nzone-core,zones,园区\nfund-cicc,funds,中金\n")
    (problem,) = reading.problems
    assert (problem.row, problem.column, problem.letter) == (3, "kind", "B")
    assert problem.message.zh == "zones.csv 第 3 行 B 列“kind”应为zones（一张表只放一类），现为“funds”。"
    assert "one table holds one kind" in problem.message.en
