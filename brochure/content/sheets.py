"""CSV and XLSX files as tables of a kind: which kind, which column stands where, and the text of each cell."""

import codecs
import csv
import difflib
import io
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from brochure.content.cells import MAX_COLUMNS, MAX_ROWS, column_letters
from brochure.content.decoding import EncodingError, decode
from brochure.content.headings import column_of, find_kind, is_kind
from brochure.content.workbook import Cell, Row, Table, read_workbook
from brochure.errors import TableError
from brochure.model.difference import Problem
from brochure.model.flat import column_names
from brochure.model.kinds import KINDS as CLASSES
from brochure.words import Text
from brochure.words import intake as say
from brochure.words.text import MAX_SHOWN, shown

MAX_BYTES = 20 * 1024 * 1024
MAX_CELL = 20_000
MAX_LINES = 1_048_576
"""Blank ones too, as many as a sheet has rows."""
SEPARATORS = ",;\t"
QUOTED = re.compile(r'"[^"]*"')
_STARTS: tuple[tuple[bytes, Text], ...] = (
    (b"%pdf", say.A_PDF), (b"\x89png", say.A_PICTURE), (b"\xff\xd8\xff", say.A_PICTURE), (b"gif8", say.A_PICTURE),
    (b"<!doctype html", say.A_PAGE), (b"<html", say.A_PAGE), (b"<table", say.A_PAGE), (b"<meta", say.A_PAGE),
    (b"<?xml", say.A_PAGE), (b"rar!", say.SOME_ZIP), (b"7z\xbc\xaf", say.SOME_ZIP), (b"\x1f\x8b", say.SOME_ZIP),
    (b"{\\rtf", say.WORD_FILE),
)  # fmt: skip
"""How other files begin, in small letters."""


class Sheet(msgspec.Struct):
    """One table: where it stands, of which kind it is, the name of the column at each place, and its rows."""

    file: str
    title: str | None
    kind: str
    header: dict[int, str]
    rows: list[Row]

    @property
    def name(self) -> Text:
        """What it is called in a sentence."""
        return Text(f"{self.file} ", self.file) if self.title is None else say.SHEET.fill(self.file, self.title)

    def letter(self, column: str) -> str | None:
        """Return what a spreadsheet calls a column, where the table has it."""
        return next((column_letters(place) for place, name in self.header.items() if name == column), None)

    def problem(self, message: Text, row: int | None = None, column: str | None = None) -> Problem:
        """Return a problem of this table."""
        letter = self.letter(column) if column is not None else None
        return Problem(self.file, message, self.title, row, column, letter)


class Reading(msgspec.Struct):
    """What came out of the files that were read."""

    sheets: list[Sheet] = []
    problems: list[Problem] = []


def read_sheets(
    paths: Iterable[Path],
    kinds: Mapping[str, str],
    known: frozenset[str],
    *,
    kind: str | None = None,
    encoding: str | None = None,
) -> Reading:
    """Return the tables of all files, and what was wrong on the way; one bad file does not hide the next.

    Args:
        paths: The files.
        kinds: The kind of each id that there is.
        known: The characters that the content uses.
        kind: The kind of all tables, where somebody named it.
        encoding: The encoding of text files, where somebody named it.
    """
    reading = Reading()
    for path in paths:
        try:
            for table in read_tables(path, known, encoding):
                if table.fault is not None:
                    reading.problems.append(explain_table_error(path, table.fault))
                else:
                    _take(reading, name_of(path), table.title or None, table.rows, kinds, kind)
        except TableError as error:
            reading.problems.append(explain_table_error(path, error))
    return reading


def explain_table_error(path: Path, error: TableError) -> Problem:
    """Return what is wrong with a whole file as a problem of its import."""
    asks: Literal["encoding"] | None = "encoding" if isinstance(error, EncodingError) else None
    return Problem(name_of(path), error.message, error.sheet, error.row, None, error.letter, asks)


def read_tables(path: Path, known: frozenset[str], encoding: str | None = None) -> Iterator[Table]:
    """Return the tables of a file; the one of a CSV file has no title.

    Raises:
        TableError: The file cannot be taken.
    """
    data, file = read_file(path), name_of(path)
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        tables = list(read_workbook(data, file))
        if not tables:
            raise TableError(say.EMPTY.fill(file), row=1)
        yield from tables
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError(say.OLD_EXCEL.fill(file))
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for mark, what in _STARTS:
        if start.startswith(mark):
            raise TableError(say.OTHER_FORMAT.fill(file, what))
    rows = _split(decode(data, file, known, encoding), file)
    if not rows:
        raise TableError(say.EMPTY.fill(file), row=1)
    yield Table("", rows)


def name_of(path: Path) -> str:
    """Return what a file is called in a sentence; a name in another encoding than the system's has odd bytes."""
    return _legible(path.name or str(path))


def _legible(name: str) -> str:
    return name.encode(errors="surrogateescape").decode(errors="replace")


def read_file(path: Path) -> bytes:
    """Return the bytes of a file that somebody brings.

    Raises:
        TableError: It is not there, is no ordinary file, is too large or cannot be read.
    """
    name = name_of(path)
    try:
        seen = path.stat()
        if stat.S_ISDIR(seen.st_mode):
            raise TableError(say.FOLDER.fill(name))
        if not stat.S_ISREG(seen.st_mode):  # reading a pipe or a device may never end
            raise TableError(say.NO_FILE.fill(name))
        if seen.st_size > MAX_BYTES:
            raise TableError(say.TOO_LARGE.fill(name, -(-seen.st_size >> 20), MAX_BYTES >> 20))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TableError(say.NOT_THERE.fill(_legible(str(path)))) from error
    except (OSError, ValueError) as error:  # a NUL in a name is a ValueError
        raise TableError(say.NOT_READABLE.fill(name, getattr(error, "strerror", None) or error)) from error


def _split(text: str, file: str) -> list[Row]:
    """Return the rows of CSV that are not blank, counted as a spreadsheet counts them."""
    separator, asked = _separator(text)
    if text.count(separator) > MAX_ROWS * MAX_COLUMNS:
        raise TableError(say.TOO_FULL.fill(file, MAX_ROWS * MAX_COLUMNS))
    rows: list[Row] = []
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if asked and number == 1:
                continue
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, [Cell(cell) for cell in cells]))
            if len(cells) > MAX_COLUMNS and any(cell.strip() for cell in cells[MAX_COLUMNS:]):
                place = f"{column_letters(MAX_COLUMNS + 1)}{number}"
                raise TableError(say.TOO_FAR.fill(Text(f"{file} ", file), place, MAX_ROWS, MAX_COLUMNS), row=number)
            if len(rows) > MAX_ROWS + 1 or number > MAX_LINES:
                raise TableError(say.TOO_MANY_ROWS.fill(file, number, MAX_ROWS), row=number)
    except csv.Error as error:
        raise TableError(say.NOT_CSV.fill(file, number + 1), row=number + 1) from error
    return rows


def _separator(text: str) -> tuple[str, bool]:
    """Return what stands between the cells, and whether the first line does nothing but say so, as Excel has it."""
    first = QUOTED.sub("", text[:100_000]).replace("\r", "\n").lstrip("\n").split("\n", maxsplit=1)[0]
    if first.strip().lower() in [f"sep={separator}" for separator in SEPARATORS] + ["sep="]:
        return first.strip()[4:] or "\t", True
    return max(SEPARATORS, key=first.count), False


def _take(
    reading: Reading, file: str, title: str | None, rows: list[Row], kinds: Mapping[str, str], kind: str | None
) -> None:
    heading, *body = rows
    sheet = Sheet(file, title, "", {}, body)
    names = [cell.text.strip() for cell in heading.cells]
    texts = ([cell.text for cell in row.cells] for row in body)
    titles = [each for each in (title, Path(file).stem) if each is not None]
    found = kind or find_kind(titles, names, texts, kinds)
    if found is None:
        reading.problems.append(Problem(file, say.NO_KIND.fill(sheet.name), title, asks="kind"))
        return
    sheet.kind = found
    problems = _read_header(sheet, heading.number, names)
    if not body:
        problems.append(sheet.problem(say.NO_ROWS.fill(sheet.name, heading.number + 1), heading.number + 1))
    reading.problems += problems
    if "id" in sheet.header.values():
        reading.problems += _check_widths(sheet, len(names), padded=title is not None)
        reading.sheets.append(sheet)


def _read_header(sheet: Sheet, row: int, names: list[str]) -> list[Problem]:
    """Fill the header of a table, and return what is wrong with it."""
    known = column_names(CLASSES[sheet.kind])
    problems: list[Problem] = []
    for place, name in enumerate(names, start=1):
        column = column_of(name, known)
        letter = column_letters(place)
        if column is not None and column not in sheet.header.values():
            sheet.header[place] = column
            continue
        if column is None and is_kind(name):
            problems += _check_kinds(sheet, place)
            continue
        if column is not None:
            message = say.COLUMN_TWICE.fill(sheet.name, row, letter, shown(name))
        elif name:
            near = difflib.get_close_matches(name[:MAX_SHOWN], known, n=1)
            hint = say.NEAR.fill(near[0]) if near else say.LEAVE_OUT
            message = say.UNKNOWN_COLUMN.fill(sheet.name, row, letter, shown(name), hint)
        elif any(place <= len(each.cells) and each.cells[place - 1].text.strip() for each in sheet.rows):
            message = say.NO_HEADING.fill(sheet.name, row, letter)
        else:
            continue
        problems.append(Problem(sheet.file, message, sheet.title, row, column or shown(name) or None, letter))
    if "id" not in sheet.header.values():
        problems.append(sheet.problem(say.NO_ID_COLUMN.fill(sheet.name, row), row, "id"))
    return problems


def _check_kinds(sheet: Sheet, place: int) -> list[Problem]:
    """Tell of rows whose own kind is another than that of their table."""
    problems: list[Problem] = []
    letter = column_letters(place)
    for row in sheet.rows:
        found = row.cells[place - 1].text.strip() if place <= len(row.cells) else ""
        if found not in ("", sheet.kind):
            where = say.PLACE.fill(sheet.name, row.number, letter, say.KIND.en)
            message = say.EXPECTED.fill(where, say.OF_THE_KIND.fill(sheet.kind), shown(found))
            problems.append(Problem(sheet.file, message, sheet.title, row.number, say.KIND.en, letter))
    return problems


def _check_widths(sheet: Sheet, wanted: int, *, padded: bool) -> list[Problem]:
    """Take out the rows that are shorter or longer than the header, and tell of them.

    A workbook leaves empty cells at the end of a row out, which is ``padded``.
    """
    problems: list[Problem] = []
    whole: list[Row] = []
    for row in sheet.rows:
        filled = len(row.cells)
        while filled > wanted and not row.cells[filled - 1].text.strip():
            filled -= 1
        if filled > wanted or (len(row.cells) < wanted and not padded):
            message = say.WRONG_WIDTH.fill(sheet.name, row.number, wanted, max(filled, len(row.cells)))
            problems.append(sheet.problem(message, row.number))
        else:
            whole.append(row)
    sheet.rows = whole
    return problems
