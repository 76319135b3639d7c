"""The inside of an XLSX file before anybody trusts it: whole, of sane size, without tricks."""

import io
import re
import zipfile
import zlib
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from brochure.errors import TableError
from brochure.words import Text
from brochure.words import intake as say

MAX_PARTS = 2_000
MAX_UNPACKED = 48 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS = 20_000, 100
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
TYPES = ("n", "s", "b", "str", "inlineStr", "e", "d")
COORDINATE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, IndexError, KeyError, NotImplementedError, OSError, RuntimeError,
    ValueError,
)  # fmt: skip


class Extent(NamedTuple):
    """How far a sheet goes, and its formulas without a stored result."""

    rows: int
    columns: int
    empty: frozenset[str]


def open_package(data: bytes, file: str) -> zipfile.ZipFile:
    """Return the archive of a workbook.

    Raises:
        TableError: It is not whole, no workbook, or holds what no spreadsheet program writes.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except _FAULTS as error:
        raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
    _check_parts(file, parts)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise TableError(say.OTHER_FORMAT.fill(file, _what_else(names)))
    try:
        if package.testzip() is not None:
            raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE))
    except _FAULTS as error:
        raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
    for name in sorted(names):
        if name.endswith((".xml", ".rels")):
            _check_part(package, name, file)
    return package


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
    from defusedxml.ElementTree import iterparse

    look = _Look(sheet, title, strings)
    try:
        with package.open(part.lstrip("/")) as file:
            for _, element in iterparse(file, forbid_dtd=True):
                if element.tag == f"{MAIN}c":
                    look.at_cell(element)
                    element.clear()
                elif element.tag == f"{MAIN}row":
                    look.at_row(element)
                    element.clear()
                elif element.tag == f"{MAIN}mergeCell":
                    ref = element.get("ref", "?")
                    raise look.fault(say.MERGED.fill(sheet, ref), ref.partition(":")[0])
    except (ParseError, *_FAULTS) as error:
        raise look.fault(say.SHEET_DAMAGED.fill(sheet, say.NOT_WHOLE)) from error
    return Extent(look.rows, look.columns, frozenset(look.empty))


class _Look:
    """One look through a sheet: how far it goes, and what no spreadsheet program writes."""

    def __init__(self, sheet: Text, title: str, strings: int) -> None:
        self.sheet, self.title, self.strings = sheet, title, strings
        self.rows = self.columns = self.row = 0
        self.empty: set[str] = set()
        self._in_row: set[str] = set()

    def at_row(self, row: Element) -> None:
        """Look at the number of a row that ends: they only grow, and its cells lie in it."""
        given = row.get("r", str(self.row + 1))
        if not (given.isascii() and given.isdigit() and int(given) > self.row):
            raise self.damaged(say.ROW_TWICE, given[:7])
        self.row = int(given)
        for place in self._in_row:
            if place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != given:
                raise self.damaged(say.BAD_CELL, place)
        self._in_row.clear()

    def at_cell(self, cell: Element) -> None:
        """Look at a cell, and note how far out one lies that holds something."""
        place, kind = cell.get("r", ""), cell.get("t", "n")
        value, formula = cell.findtext(f"{MAIN}v"), cell.find(f"{MAIN}f")
        found = COORDINATE.fullmatch(place)
        if found is None or kind not in TYPES:
            raise self.damaged(say.BAD_CELL, place)
        if place in self._in_row:
            raise self.damaged(say.CELL_TWICE, place)
        self._in_row.add(place)
        if kind != "str":
            value = value or None
        if value is None and cell.find(f"{MAIN}is") is None and formula is None:
            return  # only a style
        row, column = int(found[2]), column_number(found[1])
        if row > MAX_ROWS + 1 or column > MAX_COLUMNS:
            raise self.fault(say.TOO_FAR.fill(self.sheet, place, MAX_ROWS, MAX_COLUMNS), place)
        if value is None and formula is not None:
            self.empty.add(place)
        elif value is not None:
            self._check_value(kind, value, place)
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def _check_value(self, kind: str, value: str, place: str) -> None:
        if kind == "s" and not (value.isascii() and value.isdigit() and int(value) < self.strings):
            raise self.damaged(say.BAD_STRING, place)
        if (kind == "b" and value not in ("0", "1")) or (kind == "n" and not NUMBER.fullmatch(value)):
            raise self.damaged(say.BAD_CELL, place)

    def damaged(self, fault: Text, place: str) -> TableError:
        """Return the error for a cell that is not as it should be."""
        return self.fault(say.SHEET_DAMAGED.fill(self.sheet, fault.fill(place or "?")), place)

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


def _check_parts(file: str, parts: list[zipfile.ZipInfo]) -> None:
    def suspicious(what: Text) -> TableError:
        return TableError(say.DAMAGED.fill(file, say.SUSPICIOUS.fill(what)))

    names: set[str] = set()
    for part in parts:
        if part.filename.casefold() in names:
            raise suspicious(say.TWICE_INSIDE.fill(part.filename))
        names.add(part.filename.casefold())
        if part.flag_bits & 0x1:
            raise TableError(say.OLD_EXCEL.fill(file))
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise suspicious(say.SWELLS)
    end = 0
    for part in sorted(parts, key=lambda each: each.header_offset):  # Python before 3.11.8 does not look itself
        if part.header_offset < end:
            raise suspicious(say.OVERLAP)
        end = part.header_offset + 30 + part.compress_size


def _check_part(package: zipfile.ZipFile, name: str, file: str) -> None:
    """Refuse XML that is broken or declares entities, and the strict dialect, which would read as an empty sheet."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        with package.open(name) as part:
            for _, element in iterparse(part, forbid_dtd=True):
                if element.tag == f"{STRICT}sheets" or element.tag == f"{STRICT}sheetData":
                    raise TableError(say.STRICT.fill(file))
                element.clear()
    except DefusedXmlException as error:
        raise TableError(say.DAMAGED.fill(file, say.SUSPICIOUS.fill(say.ENTITIES))) from error
    except (ParseError, *_FAULTS) as error:
        raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error


def _what_else(names: set[str]) -> Text:
    if "xl/workbook.bin" in names:
        return say.BINARY_SHEET
    if "word/document.xml" in names:
        return say.WORD_FILE
    return say.OPEN_DOCUMENT if "content.xml" in names else say.SOME_ZIP
