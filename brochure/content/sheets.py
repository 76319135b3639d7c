"""CSV and XLSX files as tables of a kind: which kind, which column stands where, and the text of each cell."""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from brochure.content.decoding import EncodingError, decode
from brochure.content.package import column_letters
from brochure.content.workbook import Cell, Row, read_workbook
from brochure.errors import ContentError
from brochure.model.difference import Problem
from brochure.model.flat import column_names
from brochure.model.kinds import KINDS as CLASSES
from brochure.words import Text
from brochure.words import intake as say
from brochure.words.fields import FIELDS
from brochure.words.kinds import KINDS

MAX_BYTES = 20 * 1024 * 1024
MAX_CELL = 20_000
MAX_TEXT_ROWS = 20_000
SEPARATORS = ",;\t"
_STARTS: tuple[tuple[bytes, Text], ...] = (
    (b"%PDF", say.A_PDF), (b"\x89PNG", say.A_PICTURE), (b"\xff\xd8\xff", say.A_PICTURE), (b"GIF8", say.A_PICTURE),
    (b"<!doctype html", say.A_PAGE), (b"<html", say.A_PAGE), (b"<?xml", say.A_PAGE),
)  # fmt: skip


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
        return Text(self.file, self.file) if self.title is None else say.SHEET.fill(self.file, self.title)

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
            for title, rows in _tables(path, known, encoding):
                _take(reading, path.name, title, rows, kinds, kind)
        except ContentError as error:
            unclear = isinstance(error, EncodingError)
            reading.problems.append(Problem(path.name, error.message, asks="encoding" if unclear else None))
    return reading


def _tables(path: Path, known: frozenset[str], encoding: str | None) -> Iterator[tuple[str | None, list[Row]]]:
    data = _read(path)
    if data.startswith(b"PK"):
        tables = list(read_workbook(data, path.name))
        if not tables:
            raise ContentError(say.EMPTY.fill(path.name))
        yield from tables
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ContentError(say.OLD_EXCEL.fill(path.name))
    start = data[:64].lstrip().lower()
    for mark, what in _STARTS:
        if start.startswith(mark.lower()):
            raise ContentError(say.OTHER_FORMAT.fill(path.name, what))
    text = decode(data, path.name, known, encoding)
    rows = _split(text, path.name)
    if not rows:
        raise ContentError(say.EMPTY.fill(path.name))
    yield None, rows


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ContentError(say.FOLDER.fill(path.name))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ContentError(say.TOO_LARGE.fill(path.name, size >> 20, MAX_BYTES >> 20))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ContentError(say.NOT_THERE.fill(path)) from error
    except (OSError, ValueError) as error:  # a NUL in a name is a ValueError
        raise ContentError(say.NOT_READABLE.fill(path.name, getattr(error, "strerror", None) or error)) from error


def _split(text: str, file: str) -> list[Row]:
    """Return the rows of CSV that are not blank, counted as a spreadsheet counts them."""
    first = text.split("\n", maxsplit=1)[0]
    separator = max(SEPARATORS, key=first.count)
    rows: list[Row] = []
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, [Cell(cell) for cell in cells]))
            if len(rows) > MAX_TEXT_ROWS:
                raise ContentError(say.TOO_FAR.fill(file, number, MAX_TEXT_ROWS, len(cells)))
    except csv.Error as error:
        raise ContentError(say.NOT_CSV.fill(file, number + 1, error)) from error
    return rows


def _take(
    reading: Reading, file: str, title: str | None, rows: list[Row], kinds: Mapping[str, str], kind: str | None
) -> None:
    heading, *body = rows
    sheet = Sheet(file, title, "", {}, body)
    names = [cell.text.strip() for cell in heading.cells]
    found = kind or find_kind(title or "", names, body, kinds) or find_kind(Path(file).stem, names, body, kinds)
    if found is None:
        reading.problems.append(Problem(file, say.NO_KIND.fill(sheet.name), title, asks="kind"))
        return
    sheet.kind = found
    problems = _read_header(sheet, names)
    if not body:
        problems.append(sheet.problem(say.NO_ROWS.fill(sheet.name)))
    reading.problems += problems
    if "id" in sheet.header.values():
        reading.problems += _check_widths(sheet, len(names), padded=title is not None)
        reading.sheets.append(sheet)


def find_kind(title: str, names: list[str], rows: list[Row], kinds: Mapping[str, str]) -> str | None:
    """Return the kind of a table by its title, else by the ids in it; nothing where neither tells."""
    words = re.findall(r"[a-z]+|[\u4e00-\u9fff]+", title.casefold())
    by_title = [kind for kind, name in KINDS.items() if kind in words or name.zh in words]
    if len(by_title) == 1:
        return by_title[0]
    place = next((place for place, name in enumerate(names) if _column(name, ("id",)) == "id"), None)
    if place is None:
        return None
    ids = [row.cells[place].text.strip() for row in rows if place < len(row.cells)]
    by_id = {kinds[id] for id in ids if id in kinds}
    return by_id.pop() if len(by_id) == 1 else None


def _read_header(sheet: Sheet, names: list[str]) -> list[Problem]:
    """Fill the header of a table, and return what is wrong with it."""
    known = column_names(CLASSES[sheet.kind])
    problems: list[Problem] = []
    for place, name in enumerate(names, start=1):
        column = _column(name, known)
        letter = column_letters(place)
        if column is not None and column not in sheet.header.values():
            sheet.header[place] = column
        elif column is not None:
            message = say.COLUMN_TWICE.fill(sheet.name, name)
            problems.append(Problem(sheet.file, message, sheet.title, 1, column, letter))
        elif name or any(place <= len(row.cells) and row.cells[place - 1].text.strip() for row in sheet.rows):
            near = difflib.get_close_matches(name, known, n=1)
            message = say.UNKNOWN_COLUMN.fill(
                sheet.name, letter, name, say.NEAR.fill(near[0]) if near else Text("", "")
            )
            problems.append(Problem(sheet.file, message, sheet.title, 1, name, letter))
    if "id" not in sheet.header.values():
        problems.append(sheet.problem(say.NO_ID_COLUMN.fill(sheet.name), 1, "id"))
    return problems


def _column(name: str, known: Iterable[str]) -> str | None:
    """Return the column a heading names: by its own name, as the last word of the heading, or by its label."""
    words = name.split()
    wanted = words[-1] if words else ""
    labels = {label: column for column in known for label in heading_of(column)}
    return wanted if wanted in set(known) else labels.get(name)


def heading_of(column: str) -> tuple[str, str]:
    """Return what a column is called in a heading, in both languages."""
    field, _, side = column.rpartition("_")
    if side in ("zh", "en") and field in FIELDS:
        label = (say.HEADING_ZH if side == "zh" else say.HEADING_EN).fill(FIELDS[field])
        return label.zh, label.en
    return (FIELDS[column].zh, FIELDS[column].en) if column in FIELDS else (column, column)


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
            message = say.WRONG_WIDTH.fill(sheet.name, row.number, wanted, len(row.cells))
            problems.append(sheet.problem(message, row.number))
        else:
            whole.append(row)
    sheet.rows = whole
    return problems
