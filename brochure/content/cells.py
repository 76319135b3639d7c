"""The cells of a sheet as they are stored: how far they go, and what no spreadsheet program writes."""

import re
import zipfile
from typing import NamedTuple
from xml.parsers import expat

from brochure.content.package import FAULTS, MAIN, Suspicious, scan
from brochure.errors import TableError
from brochure.words import Text
from brochure.words import intake as say

MAX_ROWS, MAX_COLUMNS = 20_000, 100
MAX_CELLS = 150_000
TYPES = ("n", "s", "b", "str", "inlineStr", "e", "d")
COORDINATE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
CELL, ROW, VALUE, FORMULA, INLINE, MERGED = (f"{MAIN} {tag}" for tag in ("c", "row", "v", "f", "is", "mergeCell"))


class Extent(NamedTuple):
    """How far a sheet goes, and its formulas without a stored result."""

    rows: int
    columns: int
    empty: frozenset[str]


def check_sheet(package: zipfile.ZipFile, part: str, sheet: Text, title: str, strings: int) -> Extent:
    """Look at each cell of a sheet as it is stored, and return how far they go.

    Args:
        package: The archive.
        part: The name of the sheet inside it.
        sheet: What the sheet is called in a sentence.
        title: What it is called in the file.
        strings: How many shared texts there are.

    Raises:
        TableError: A cell stands there twice, points nowhere, lies too far out, or is merged with another.
    """
    look = _Look(sheet, title, strings)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.CharacterDataHandler = look.text
    parser.EndElementHandler = look.end
    try:
        with package.open(part.lstrip("/")) as file:
            scan(file, parser, look.start)
    except (Suspicious, *FAULTS) as error:
        raise look.fault(say.SHEET_DAMAGED.fill(sheet, say.NOT_WHOLE)) from error
    return Extent(look.rows, look.columns, frozenset(look.empty))


class _Look:
    """One look through a sheet, element by element."""

    def __init__(self, sheet: Text, title: str, strings: int) -> None:
        self.sheet, self.title, self.strings = sheet, title, strings
        self.rows = self.columns = self.row = self.cells = 0
        self.empty: set[str] = set()
        self._in_row: set[str] = set()
        self._given = ""
        self._place, self._kind = "", "n"
        self._value: list[str] | None = None
        self._inside, self._formula, self._inline = False, False, False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == CELL:
            self._place, self._kind = attributes.get("r", ""), attributes.get("t", "n")
            self._value, self._formula, self._inline = None, False, False
        elif tag == VALUE:
            self._value, self._inside = [], True
        elif tag == FORMULA:
            self._formula = True
        elif tag == INLINE:
            self._inline = True
        elif tag == ROW:
            self._given = attributes.get("r", str(self.row + 1))
        elif tag == MERGED:
            ref = attributes.get("ref", "?")
            raise self.fault(say.MERGED.fill(self.sheet, ref), ref.partition(":")[0])

    def text(self, data: str) -> None:
        """A piece of text."""
        if self._inside and self._value is not None:
            self._value.append(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == VALUE:
            self._inside = False
        elif tag == CELL:
            self._at_cell("".join(self._value) if self._value is not None else None)
        elif tag == ROW:
            self._at_row(self._given)

    def _at_row(self, given: str) -> None:
        """Look at the number of a row that ends: they only grow, and its cells lie in it."""
        if not (given.isascii() and given.isdigit() and int(given) > self.row):
            raise self._damaged(say.ROW_TWICE, given[:7])
        self.row = int(given)
        for place in self._in_row:
            if place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != given:
                raise self._damaged(say.BAD_CELL, place)
        self._in_row.clear()

    def _at_cell(self, value: str | None) -> None:
        """Look at a cell, and note how far out one lies that holds something."""
        place, kind = self._place, self._kind
        found = COORDINATE.fullmatch(place)
        if found is None or kind not in TYPES:
            raise self._damaged(say.BAD_CELL, place)
        if place in self._in_row:
            raise self._damaged(say.CELL_TWICE, place)
        self._in_row.add(place)
        if kind != "str":
            value = value or None
        if value is None and not self._inline and not self._formula:
            return  # only a style
        self.cells += 1
        row, column = int(found[2]), column_number(found[1])
        if row > MAX_ROWS + 1 or column > MAX_COLUMNS:
            raise self.fault(say.TOO_FAR.fill(self.sheet, place, MAX_ROWS, MAX_COLUMNS), place)
        if self.cells > MAX_CELLS:
            raise self.fault(say.TOO_MANY_CELLS.fill(self.sheet, place, MAX_CELLS), place)
        if value is None and self._formula:
            self.empty.add(place)
        elif value is not None:
            self._check_value(kind, value, place)
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def _check_value(self, kind: str, value: str, place: str) -> None:
        if kind == "s" and not (value.isascii() and value.isdigit() and int(value) < self.strings):
            raise self._damaged(say.BAD_STRING, place)
        if (kind == "b" and value not in ("0", "1")) or (kind == "n" and not NUMBER.fullmatch(value)):
            raise self._damaged(say.BAD_CELL, place)

    def _damaged(self, fault: Text, place: str) -> TableError:
        return self.fault(say.SHEET_DAMAGED.fill(self.sheet, fault.fill(place[:12] or "?")), place)

    def fault(self, message: Text, place: str = "") -> TableError:
        """Return an error of this sheet, at a cell where one is known."""
        found = COORDINATE.fullmatch(place)
        if found is None:
            return TableError(message, self.title, int(place) if place.isascii() and place.isdigit() else None)
        return TableError(message, self.title, int(found[2]), found[1])


def column_number(letters: str) -> int:
    """Return the number of a column, ``A`` being 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column, 1 being ``A``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
