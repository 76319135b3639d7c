"""A sheet of recipients: read in every encoding, in both languages, and every fault said of its own cell."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from brochure.content.workbook import escape
from brochure.desk.file_names import is_safe
from brochure.desk.recipients import Recipients, read_recipients
from brochure.desk.row_cells import asked_fields, column_fields
from brochure.errors import TableError
from brochure.pdf.recipe import SECTIONS, Recipe
from brochure.store.library import Library
from brochure.words import batch as say
from tests.desk.sheets_of import write_csv, write_xlsx
from tests.hostile import hostile_strings

ON = datetime.date(2026, 3, 2)
DEFAULTS = Recipe(on=ON, contact="王主任")
ROWS = (("公司", "语言", "片区"), ("青海𠮷科技", "双语", "北部片区"), ("大美中药", "", ""))


def read(library: Library, path: Path, defaults: Recipe = DEFAULTS, **named: object) -> Recipients:
    return read_recipients(library, path, defaults, **named)  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_of_an_office_is_read(library: Library, tmp_path: Path, encoding: str) -> None:
    found = read(library, write_csv(tmp_path / "名单.csv", *ROWS, encoding=encoding))
    assert [row.name for row in found.rows] == ["青海𠮷科技", "大美中药"]
    assert [row.recipe.lang for row in found.rows if row.recipe] == ["both", "zh"]
    assert found.rows[0].recipe is not None
    assert found.rows[0].recipe.zones == ("zone-north",)


def test_gbk_is_read(library: Library, tmp_path: Path) -> None:
    found = read(
        library, write_csv(tmp_path / "名单.csv", ("公司", "语言"), ("青海生物科技公司", "英文"), encoding="gbk")
    )
    assert [(row.name, row.recipe.lang) for row in found.rows if row.recipe] == [("青海生物科技公司", "en")]


def test_a_workbook_is_read_with_its_dates_and_other_sheets_are_left_out(library: Library, tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx", ("Recipient", "Date", "Language"), ("Acme", datetime.date(2026, 5, 1), "English"),
        more={"说明": [["随便写的"], ["x"]]},
    )  # fmt: skip
    found = read(library, path)
    assert found.left_out == ("说明",)
    assert found.rows[0].recipe == Recipe(reader="Acme", contact="王主任", lang="en", on=datetime.date(2026, 5, 1))
    assert found.rows[0].sheet == "Sheet"


def test_ids_names_and_aliases_of_either_language_may_be_mixed(library: Library, tmp_path: Path) -> None:
    zone, other = library.record("zone-north"), library.record("zone-core")
    industry = library.records("industries")[1]
    path = write_csv(
        tmp_path / "a.csv", ("recipient", "zones", "sectors", "sections", "stage", "policies", "enterprises"),
        ("A", f"{zone.name.zh}、{other.name.en.upper()};zone-core | {zone.id}", industry.id, "封面，Figures,来源",
         library.records("stages")[2].name.zh, library.records("policies")[0].name.en, "金诃藏药"),
    )  # fmt: skip
    row = read(library, path).rows[0]
    assert row.problems == ()
    assert row.recipe is not None
    assert row.recipe.zones == ("zone-north", "zone-core")
    assert row.recipe.sectors == (industry.id,)
    assert row.recipe.sections == ("cover", "figures", "sources")
    assert row.recipe.stage == library.records("stages")[2].id
    assert row.recipe.policies == (library.records("policies")[0].id,)
    assert row.recipe.enterprises is not None
    assert "jinhe" in row.recipe.enterprises[0]


def test_a_name_with_a_comma_in_it_is_one_name(library: Library, tmp_path: Path) -> None:
    named = [each for each in library.records("policies") if "," in each.name.en]
    others = [each for each in library.records("policies") if each not in named]
    assert named
    listed = f"{others[0].name.en}, {named[0].name.en}, {others[1].name.en}"
    row = read(library, write_csv(tmp_path / "a.csv", ("name", "policies"), ("A", listed))).rows[0]
    assert row.recipe is not None
    assert row.recipe.policies == (others[0].id, named[0].id, others[1].id)


FAULTS = (
    ("语言", "法文", "“法文”不行，可取：zh、en、both。"),
    ("片区", "北部片区、东区", "片区里没有“东区”"),
    ("企业", "不存在公司", "企业里没有“不存在公司”"),
    ("日期", "2026-02-30", "“2026-02-30”不是日期，请写成 2026-11-21。"),
    ("章节", "封面、附录", "“附录”不行，可取："),
    ("版式", "羊皮纸", "“羊皮纸”不行，可取：office"),
    ("未核实也印", "也许", "“也许”不行，可取：是、否。"),
    ("阶段", "第九级", "孵化链里没有“第九级”"),
    ("电话", "0971", "没有“电话”这一列"),
    ("配方", "../x.toml", "配方文件“../x.toml”不在本表的文件夹里"),
    ("配方", "nothing", "配方文件“nothing”不在本表的文件夹里"),
)


@pytest.mark.parametrize(("column", "value", "sentence"), FAULTS)
def test_a_fault_is_said_of_its_cell_and_holds_up_no_other(
    library: Library, tmp_path: Path, column: str, value: str, sentence: str
) -> None:
    path = write_csv(tmp_path / "名单.csv", ("公司", column), ("甲", ""), ("乙", value), ("丙", ""))
    rows = read(library, path).rows
    assert [bool(row.recipe) for row in rows] == [True, False, True]
    (problem,) = rows[1].problems
    assert sentence in problem.message.zh
    assert (problem.file, problem.row) == ("名单.csv", 3)
    assert "第 3 行" in problem.message.zh
    assert "row 3" in problem.message.en
    if column != "配方":
        assert (problem.letter, problem.column) == ("B", column)


def test_every_fault_of_a_row_is_said(library: Library, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ("公司", "语言", "日期"), ("", "法文", "昨天"))
    problems = read(library, path).rows[0].problems
    assert [(problem.sheet, problem.row, problem.letter) for problem in problems] == [
        ("Sheet", 2, "B"), ("Sheet", 2, "C"), ("Sheet", 2, None),
    ]  # fmt: skip
    assert problems[2].message.zh == "a.xlsx（工作表“Sheet”）第 2 行：没有写为谁准备。"


def test_a_near_miss_is_offered(library: Library, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("recipient", "langage", "zones"), ("A", "en", "North zome"))
    problems = read(library, path).rows[0].problems
    assert "did you mean “Language”?" in problems[0].message.en
    assert "did you mean “" in problems[1].message.en


def test_company_and_person_in_two_columns_are_one_reader(library: Library, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("公司", "姓名", "备注"), ("大美中药", "李总", "老客户"), ("", "张三", ""))
    assert [row.name for row in read(library, path).rows] == ["大美中药 李总", "张三"]


def test_one_heading_may_name_both(library: Library, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("姓名/公司", "语言 language"), ("大美中药", "en"))
    assert read(library, path).rows[0].recipe == Recipe(reader="大美中药", contact="王主任", lang="en", on=ON)


def test_cells_go_over_the_recipe_file_and_that_over_the_options(library: Library, tmp_path: Path) -> None:
    (tmp_path / "fair.toml").write_text('lang = "zh"\nsections = ["cover"]\non = 2025-01-01\n', "utf-8")
    defaults = Recipe(on=ON, lang="en", sections=("figures",), zones=("zone-core",), reader="展会来宾")
    path = write_csv(
        tmp_path / "a.csv",
        ("配方", "章节", "日期"),
        ("fair", "", ""),
        ("fair.toml", "来源", "2026/4/5"),
        ("", "", "2026年4月6日"),
    )
    first, second, third = (row.recipe for row in read(library, path, defaults).rows)
    assert first == Recipe(
        reader="展会来宾", lang="zh", sections=("cover",), zones=("zone-core",), on=datetime.date(2025, 1, 1)
    )
    assert second == Recipe(
        reader="展会来宾", lang="zh", sections=("sources",), zones=("zone-core",), on=datetime.date(2026, 4, 5)
    )
    assert third is not None
    assert (third.lang, third.on) == ("en", datetime.date(2026, 4, 6))


def test_a_recipe_of_the_folder_of_recipes_is_found(library: Library, tmp_path: Path) -> None:
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "short.toml").write_text('sections = ["cover"]\n', "utf-8")
    (tmp_path / "desk").mkdir()
    path = write_csv(tmp_path / "desk" / "a.csv", ("公司", "配方"), ("甲", "short"))
    assert read(library, path, recipes=tmp_path / "recipes").rows[0].recipe == Recipe(
        reader="甲", contact="王主任", sections=("cover",), on=ON
    )


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((("电话", "语言"), ("1", "zh")), "没有“公司”或“姓名”一列"),
        ((("公司",),), "里没有收件人"),
        ((), "是空的"),
    ],
)
def test_a_sheet_without_recipients_is_refused(
    library: Library, tmp_path: Path, rows: tuple[tuple[str, ...], ...], sentence: str
) -> None:
    with pytest.raises(TableError) as caught:
        read(library, write_csv(tmp_path / "a.csv", *rows))
    assert sentence in caught.value.message.zh
    assert "a.csv" in caught.value.message.en


def test_a_long_list_in_a_cell_is_refused_quickly(library: Library, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ("公司", "企业"), ("甲", ",".join("x" * 2 for _ in range(5000))))
    assert "最多 300 项" in read(library, path).rows[0].problems[0].message.zh


def test_hostile_cells_of_a_workbook_stay_text(library: Library, tmp_path: Path) -> None:
    """Whatever stands in a cell is a name, or a sentence about its cell; never a formula, never lost."""
    names = hostile_strings(400)
    book = openpyxl.Workbook()
    book.active.append(["Recipient", "Zones"])
    for row, name in enumerate(names, start=2):
        cell = book.active.cell(row, 1 + row % 2, escape(name))
        cell.data_type = "s"
    book.save(tmp_path / "a.xlsx")
    rows = {row.row: row for row in read(library, tmp_path / "a.xlsx", Recipe(reader="甲", on=ON)).rows}
    assert len(rows) == len(names)
    for row, name in enumerate(names, start=2):
        if row % 2 == 0:
            assert (rows[row].name, rows[row].problems) == (name.strip(), ())
            assert is_safe(f"{rows[row].stem}.pdf")
        else:
            (problem,) = rows[row].problems
            assert (problem.row, problem.letter) == (row, "B")


def test_every_field_of_a_request_is_a_column_with_a_name_and_a_line() -> None:
    """What is added to the request is added to the sheet; a table of its own stays in the recipe file."""
    assert {"reader", "zones", "policies", "enterprises", "sections", "lang", "profile", "on"} <= set(asked_fields())
    assert set(asked_fields()) <= set(column_fields())
    assert set(Recipe.__struct_fields__) - set(asked_fields()) <= {
        "answers",
        "greeting",
        "closing",
    }  # tables of their own
    assert set(column_fields()) <= set(say.COLUMNS) == set(say.EXPLAINED)
    assert asked_fields()["sections"].choices == SECTIONS
