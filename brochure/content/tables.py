"""One CSV file of ``data/`` as records: whatever is wrong with it is said with file, row and column."""

import csv
import difflib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from brochure.errors import ContentError
from brochure.model.flat import CellError, columns, from_row
from brochure.model.record import Record
from brochure.model.validity import first_day, last_day
from brochure.words import Text
from brochure.words import content as say

R = TypeVar("R", bound=Record)
PERIODS = ("as_of", "published", "issued", "valid_from", "valid_to")
_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def read_records(path: Path, cls: type[R]) -> list[tuple[int, R]]:
    """Return the records of a file with the row each begins at, in the order of the file.

    Raises:
        ContentError: The file is missing, is not UTF-8 CSV, or a column or cell is not what the kind asks for.
    """
    header, rows = read_rows(path)
    _check_header(path.name, header, cls)
    return [(row, _read_record(path.name, row, cls, dict(zip(header, cells, strict=True)))) for row, cells in rows]


def read_rows(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Return the names of the columns, and the cells of each row that is not blank with its line number.

    Raises:
        ContentError: The file is missing, is not UTF-8, or is not whole CSV.
    """
    text = read_text(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise ContentError(say.NOT_CSV.fill(path.name, start, error)) from error
    if not rows or rows[0][0] != 1:
        raise ContentError(say.EMPTY.fill(path.name))
    header = [name.strip() for name in rows[0][1]]
    for name in header:
        if header.count(name) > 1:
            raise ContentError(say.COLUMN_TWICE.fill(path.name, name))
    for row, cells in rows[1:]:
        if len(cells) != len(header):
            raise ContentError(say.WRONG_WIDTH.fill(path.name, row, len(header), len(cells)))
    return header, rows[1:]


def read_text(path: Path) -> str:
    """Return a file's text.

    Raises:
        ContentError: The file is missing, cannot be read, is not UTF-8, or holds a NUL character.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ContentError(say.MISSING_FILE.fill(path.name)) from error
    except OSError as error:
        raise ContentError(say.NOT_READABLE.fill(path.name, error.strerror or error)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(say.NOT_UTF8.fill(path.name, _guess(data))) from error
    if "\0" in text:
        raise ContentError(say.NUL.fill(path.name, text.count("\n", 0, text.index("\0")) + 1))
    return text


def _guess(data: bytes) -> Text:
    """Return the likely name of an encoding that is not UTF-8, for the sentence about it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Text(name, name)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return say.ANOTHER
    return Text("GBK 或 GB18030", "GBK or GB18030")


def _check_header(file: str, header: list[str], cls: type[Record]) -> None:
    known = [name for column in columns(cls) for name in column.names]
    for name in header:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise ContentError(say.UNKNOWN_COLUMN.fill(file, name, say.NEAR.fill(near[0]) if near else Text("", "")))
    for column in columns(cls):
        absent = [name for name in column.names if name not in header]
        if absent and (not (column.optional or column.nullable) or len(absent) < len(column.names)):
            raise ContentError(say.NO_COLUMN.fill(file, absent[0]))


def _read_record(file: str, row: int, cls: type[R], cells: dict[str, str]) -> R:
    try:
        record = from_row(cls, cells)
    except CellError as error:
        column, found = error.column, error.found
        if column in cells:
            found = cells[column]
        raise ContentError(say.CELL.fill(file, row, column, explain_cell(error), found)) from error
    for field, wanted, period in period_faults(record):
        raise ContentError(say.CELL.fill(file, row, field, wanted, period))
    return record


def period_faults(record: Record) -> Iterator[tuple[str, Text, str]]:
    """Return the fields whose period is not in the calendar, with what should stand there and what does."""
    for field in PERIODS:
        period = getattr(record, field, None)
        if period is not None and not is_period(period):
            yield field, say.PERIOD, period


def is_period(period: str) -> bool:
    """Whether a period of the right form lies in the calendar and does not run backwards."""
    try:
        return first_day(period) <= first_day(period.rsplit("/", maxsplit=1)[-1]) and last_day(period) is not None
    except ValueError:
        return False


def explain_cell(error: CellError) -> Text:
    """Return what a cell should hold; what msgspec says of a pattern is put in words."""
    column = error.column
    if not isinstance(error.__cause__, Exception):
        return error.expected
    said = str(error.__cause__)
    if column in PERIODS:
        return say.PERIOD
    if "a-z0-9" in said:
        return say.KEY
    return say.SHARE if "<= 100" in said or ">= 0" in said else error.expected
