"""The content as a workbook and back: what nobody touched is no change, what somebody typed is."""

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from brochure.desk import intake
from brochure.desk.opening import open_library
from brochure.desk.workbook import write_workbook
from brochure.errors import RenderError
from brochure.model.flat import column_names, to_cells
from brochure.model.kinds import KINDS
from brochure.resources import data_folder
from brochure.settings import Places
from brochure.store.library import Library
from brochure.words import LANGS, Lang, Text
from tests import factories
from tests.desk.conftest import Office
from tests.hostile import hostile_strings


@pytest.fixture
def home(places: Places, library: Library) -> Places:
    """Writable folders in which the shipped content is the content of today."""
    assert open_library(places).inputs == library.inputs
    return places


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_comes_back_unchanged(lang: Lang, library: Library, home: Places, tmp_path: Path) -> None:
    out = tmp_path / "全部.xlsx"
    sheets, records = write_workbook(library, out, KINDS, lang)
    assert (sheets, records) == (len(KINDS), sum(len(library.records(kind, archive=True)) for kind in KINDS))
    found = intake.compare(library, home, [out])
    assert (found.problems, found.changes, found.unchanged) == ((), (), records)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_content_file_comes_back_unchanged(
    encoding: str, separator: str, library: Library, home: Places, tmp_path: Path
) -> None:
    """As a spreadsheet program of any country saves it."""
    for kind in KINDS:
        with (data_folder() / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator).writerows(rows)
        (tmp_path / f"{kind}.csv").write_bytes(out.getvalue().encode(encoding))
    found = intake.compare(library, home, [tmp_path / f"{kind}.csv" for kind in KINDS])
    assert (found.problems, found.changes) == ((), ())


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_saved_as_csv_with_its_headings_is_understood(
    lang: Lang, library: Library, home: Places, tmp_path: Path
) -> None:
    """Whoever opens the workbook and saves a sheet as CSV gets headings of two lines."""
    write_workbook(library, tmp_path / "all.xlsx", KINDS, lang)
    for sheet in openpyxl.load_workbook(tmp_path / "all.xlsx").worksheets:
        path = tmp_path / f"{sheet.title}.csv"
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file, delimiter=";").writerows(
                ["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)
            )
    found = intake.compare(library, home, sorted(tmp_path.glob("*.csv")))
    assert (found.problems, found.changes) == ((), ())


@pytest.mark.parametrize("style", ["label", "CAPITALS", "spaces", "narrow brackets"])
def test_headings_as_people_retype_them(style: str, library: Library, home: Places, tmp_path: Path) -> None:
    write_workbook(library, tmp_path / "all.xlsx", ["zones", "policies"], "zh")
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    for sheet in book.worksheets:
        for cell in sheet[1]:
            label, name = cell.value.split("\n")
            cell.value = {
                "label": label,
                "CAPITALS": name.upper(),
                "spaces": f"  {name}  ",
                "narrow brackets": label.replace("（", "(").replace("）", ")"),
            }[style]
    book.save(tmp_path / "again.xlsx")
    found = intake.compare(library, home, [tmp_path / "again.xlsx"])
    assert (found.problems, found.changes) == ((), ())


def test_one_typed_cell_is_one_change(library: Library, home: Places, tmp_path: Path) -> None:
    out = tmp_path / "zones.xlsx"
    write_workbook(library, out, ["zones"], "zh")
    book = openpyxl.load_workbook(out)
    sheet = book.worksheets[0]
    names = list(column_names(KINDS["zones"]))
    sheet.cell(row=2, column=names.index("area_mu") + 1).value = 1332
    sheet.cell(row=3, column=names.index("note_zh") + 1).value = None
    book.save(out)
    found = intake.compare(library, home, [out])
    assert found.problems == ()
    first, second = found.changes
    assert [(cell.column, cell.after) for cell in first.cells] == [("area_mu", "1332")]
    assert [(cell.column, cell.action) for cell in second.cells] == [("note_zh", "removed")]
    assert (first.sheet, first.row, second.row) == ("片区 zones", 2, 3)


def test_texts_that_look_like_something_else_stay_texts(office: Office, tmp_path: Path) -> None:
    """Formulas, errors, numbers with zeros, escapes, controls: the workbook holds them as texts, and they come back."""
    texts = (*hostile_strings(500), "=1+1", "#N/A", "007", "_x0041_", "1E5", "TRUE", "2025-06-15")
    records: dict[str, Any] = factories.small_records()
    records["events"] = tuple(
        factories.make(KINDS["events"], f"event-{number}", name=Text(text, text))
        for number, text in enumerate(texts)
        if "\0" not in text and text.strip() == text.replace("\r\n", "\n")
    )
    factories.write_content(office.data, records)
    library = office.open()
    assert library.problem is None
    out = tmp_path / "events.xlsx"
    write_workbook(library, out, ["events"], "en")
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2, max_col=3) for cell in row} == {"s"}
    found = office.compare(out)
    assert (found.changes, found.unchanged) == ((), len(records["events"]))


def test_a_workbook_of_a_filled_home_holds_what_the_office_changed(office: Office, tmp_path: Path) -> None:
    office.take(office.table("zones", ["id", "area_mu", "note_zh"], ["zone-test", "", "新注"]))
    out = tmp_path / "zones.xlsx"
    write_workbook(office.open(), out, ["zones"], "zh")
    rows = list(openpyxl.load_workbook(out).worksheets[0].iter_rows(values_only=True))
    names = [str(heading).split("\n")[1] for heading in rows[0]]
    wanted = to_cells(office.open().record("zone-test"))
    shown = dict(zip(names, next(row for row in rows if row[0] == "zone-test"), strict=True))
    assert {name: None if value is None else str(value) for name, value in shown.items()} == wanted
    assert office.compare(out).changes == ()


def test_a_place_that_cannot_be_written_is_said_and_the_old_file_stays(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for out in (tmp_path / "file" / "x.xlsx", tmp_path / "no folder" / "x.xlsx", tmp_path / ("x" * 300)):
        with pytest.raises(RenderError) as caught:
            write_workbook(library, out, ["funds"], "zh")
        assert str(out) in caught.value.message.zh
    out = tmp_path / "folder.xlsx"
    out.mkdir()
    with pytest.raises(RenderError):
        write_workbook(library, out, ["funds"], "zh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.xlsx"]
