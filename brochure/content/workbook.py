"""An XLSX file as rows of text, each cell as the person who typed it saw it, or with what is wrong with it."""

import datetime
import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from brochure.content.cells import check_sheet, column_letters
from brochure.content.package import MAIN, open_package
from brochure.errors import TableError
from brochure.words import Text
from brochure.words import intake as say

FIRST_REAL_DAY = "1900-03-01"
"""Spreadsheets count a 29 February 1900 that never was; before it a serial number is no certain day."""
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
UNWRITABLE = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Cell(NamedTuple):
    """A cell as text; ``fault`` is what should stand there, where the text is not to be trusted."""

    text: str
    fault: Text | None = None


NO_CELL = Cell("")


class Row(NamedTuple):
    """A row with its number in the sheet, 1 being the first."""

    number: int
    cells: list[Cell]


class Table(NamedTuple):
    """The rows of a sheet by its title, or why they cannot be taken."""

    title: str
    rows: list[Row]
    fault: TableError | None = None


def read_workbook(data: bytes, file: str) -> Iterator[Table]:
    """Return each sheet that is not empty; rows without text are left out, and one bad sheet does not hide the next.

    Raises:
        TableError: The file cannot be taken.
    """
    package = open_package(data, file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it leaves out (charts, validation) does not concern us
        import openpyxl

        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            titles = _titles(package)
        except Exception as error:
            raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
        for title in titles:
            if title not in book.sheetnames:  # a sheet without its part would be left out without a word
                raise TableError(say.DAMAGED.fill(file, say.SHEET_GONE.fill(title)), title)
        for sheet in book.worksheets:
            try:
                rows = _rows(package, sheet, say.SHEET.fill(file, sheet.title))
            except TableError as error:
                yield Table(sheet.title, [], error)
                continue
            if rows:
                yield Table(sheet.title, rows)


def _titles(package: zipfile.ZipFile) -> list[str]:
    from defusedxml.ElementTree import fromstring

    book = fromstring(package.read("xl/workbook.xml"), forbid_dtd=True)
    return [sheet.get("name", "") for sheet in book.iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet")]


def _rows(package: zipfile.ZipFile, sheet: Any, name: Text) -> list[Row]:
    strings = len(sheet._shared_strings or ())
    extent = check_sheet(package, sheet._worksheet_path, name, sheet.title, strings)
    if not extent.rows:
        return []
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    rows: list[Row] = []
    try:
        for number, cells in enumerate(sheet.iter_rows(max_row=extent.rows, max_col=extent.columns), start=1):
            filled = [_cell(cell, number, place, extent.empty) for place, cell in enumerate(cells, start=1)]
            while filled and not (filled[-1].text or filled[-1].fault):
                filled.pop()
            if filled:
                rows.append(Row(number, filled))
    except Exception as error:
        raise TableError(say.SHEET_DAMAGED.fill(name, say.NOT_WHOLE), sheet.title) from error
    return rows


def _cell(cell: Any, row: int, column: int, unknown: frozenset[str]) -> Cell:
    value = cell.value
    if unknown and f"{column_letters(column)}{row}" in unknown:
        return Cell("", say.NO_FORMULA_RESULT)
    if value is None:
        return NO_CELL
    if cell.data_type == "e":
        return Cell(str(value), say.ERROR_VALUE)
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return Cell(value.isoformat(" "), say.NO_TIME)
    if isinstance(value, datetime.date):
        return _date(value, cell.number_format or "")
    if isinstance(value, datetime.time | datetime.timedelta):
        return Cell(str(value), say.NO_TIME)
    return Cell(unescape(str(value)))


def _number(value: float, form: str) -> Cell:
    if not math.isfinite(value):
        return Cell(str(value), say.FINITE)
    text = str(value) if isinstance(value, int) else f"{value:.15g}"  # as many digits as the sheet keeps
    if "e" in text:
        text = f"{value:.15f}".rstrip("0").rstrip(".")
    return Cell(text, say.PERCENT if "%" in NOT_FORMAT.sub("", form) else None)


def _date(value: datetime.date, form: str) -> Cell:
    """Return a date as exact as the cell shows it: a month shown as a month is no first of the month."""
    shown = NOT_FORMAT.sub("", form).lower()
    day = value.isoformat()[:10]
    if day < FIRST_REAL_DAY:
        return Cell(day, say.REAL_DATE)
    return Cell(day if "d" in shown or "y" not in shown else day[:7] if "m" in shown else day[:4])


def escape(text: str) -> str:
    """Return a text as a workbook stores it: what XML cannot hold is spelt ``_x0007_``."""
    return UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescape(text: str) -> str:
    """Return the text that a workbook stores."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
