"""An XLSX file as rows of text, each cell as the person who typed it saw it, or with what is wrong with it."""

import datetime
import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from brochure.content.package import check_sheet, column_letters, open_package
from brochure.errors import ContentError
from brochure.words import Text
from brochure.words import intake as say

FIRST_REAL_DAY = "1900-03-01"
"""Spreadsheets count a 29 February 1900 that never was; before it a serial number is no certain day."""
NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Cell(NamedTuple):
    """A cell as text; ``fault`` is what should stand there, where the text is not to be trusted."""

    text: str
    fault: Text | None = None


class Row(NamedTuple):
    """A row with its number in the sheet, 1 being the first."""

    number: int
    cells: list[Cell]


def read_workbook(data: bytes, file: str) -> Iterator[tuple[str, list[Row]]]:
    """Return name and rows of each sheet that is not empty; rows without text are left out.

    Raises:
        ContentError: The file or a sheet cannot be taken.
    """
    package = open_package(data, file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it leaves out (charts, validation) does not concern us
        import openpyxl

        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        except Exception as error:
            raise ContentError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
        for sheet in book.worksheets:
            rows = _rows(package, sheet, say.SHEET.fill(file, sheet.title))
            if rows:
                yield sheet.title, rows


def _rows(package: zipfile.ZipFile, sheet: Any, name: Text) -> list[Row]:
    strings = len(sheet._shared_strings or ())
    extent = check_sheet(package, sheet._worksheet_path, name, strings)
    if not extent.rows:
        return []
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    try:
        rows = [
            Row(number, [_cell(cell, number, place, extent.empty) for place, cell in enumerate(cells, start=1)])
            for number, cells in enumerate(sheet.iter_rows(max_row=extent.rows, max_col=extent.columns), start=1)
        ]
    except Exception as error:
        raise ContentError(say.SHEET_DAMAGED.fill(name, say.NOT_WHOLE)) from error
    return [row for row in rows if any(cell.text or cell.fault for cell in row.cells)]


def _cell(cell: Any, row: int, column: int, unknown: frozenset[str]) -> Cell:
    value = cell.value
    if f"{column_letters(column)}{row}" in unknown:
        return Cell("", say.NO_FORMULA_RESULT)
    if value is None:
        return Cell("")
    if cell.data_type == "e":
        return Cell(str(value), say.ERROR_VALUE)
    if isinstance(value, bool):
        return Cell("1" if value else "0")
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return Cell(value.isoformat(" "), say.NO_TIME)
    if isinstance(value, datetime.date):
        return _date(value, cell.number_format or "")
    if isinstance(value, datetime.time | datetime.timedelta):
        return Cell(str(value), say.NO_TIME)
    return Cell(str(value))


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
