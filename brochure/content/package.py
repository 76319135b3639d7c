"""The inside of an XLSX file before anybody trusts it: whole, of sane size, without tricks."""

import io
import re
import zipfile
import zlib
from typing import NamedTuple, NoReturn
from xml.etree.ElementTree import Element, ParseError

from brochure.errors import ContentError
from brochure.words import Text
from brochure.words import intake as say

MAX_PARTS = 2_000
MAX_UNPACKED = 80 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS = 20_000, 300
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
TYPES = ("n", "s", "b", "str", "inlineStr", "e", "d")
COORDINATE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
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
        ContentError: It is not whole, no workbook, or holds what no spreadsheet program writes.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except _FAULTS as error:
        raise ContentError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
    _check_parts(file, parts)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise ContentError(say.OTHER_FORMAT.fill(file, _what_else(names)))
    try:
        if package.testzip() is not None:
            raise ContentError(say.DAMAGED.fill(file, say.NOT_WHOLE))
    except _FAULTS as error:
        raise ContentError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
    for name in sorted(names):
        if name.endswith((".xml", ".rels")):
            _check_part(package, name, file)
    return package


def check_sheet(package: zipfile.ZipFile, part: str, sheet: Text, strings: int) -> Extent:
    """Look at each cell of a sheet as it is stored, and return how far they go.

    Args:
        package: The archive.
        part: The name of the sheet inside it.
        sheet: What the sheet is called in a sentence.
        strings: How many shared texts there are.

    Raises:
        ContentError: A cell stands there twice, points nowhere, lies too far out, or is merged with another.
    """
    from defusedxml.ElementTree import iterparse

    seen: set[str] = set()
    empty: set[str] = set()
    rows = columns = 0
    try:
        with package.open(part.lstrip("/")) as file:
            for _, element in iterparse(file, forbid_dtd=True):
                if element.tag == f"{MAIN}c":
                    row, column = _check_cell(element, sheet, strings, seen, empty)
                    rows, columns = max(rows, row), max(columns, column)
                    element.clear()
                elif element.tag == f"{MAIN}mergeCell":
                    raise ContentError(say.MERGED.fill(sheet, element.get("ref", "?")))
    except (ParseError, *_FAULTS) as error:
        raise ContentError(say.SHEET_DAMAGED.fill(sheet, say.NOT_WHOLE)) from error
    return Extent(rows, columns, frozenset(empty))


def _check_cell(cell: Element, sheet: Text, strings: int, seen: set[str], empty: set[str]) -> tuple[int, int]:
    """Return row and column of a cell that holds something, else zeros."""
    place, kind = cell.get("r", ""), cell.get("t", "n")
    value, formula = cell.findtext(f"{MAIN}v"), cell.find(f"{MAIN}f")
    found = COORDINATE.fullmatch(place)
    if found is None or kind not in TYPES:
        _refuse(sheet, say.BAD_CELL, place)
    if place in seen:
        _refuse(sheet, say.CELL_TWICE, place)
    seen.add(place)
    if formula is not None and value is None:
        empty.add(place)
    if value is None and cell.find(f"{MAIN}is") is None and formula is None:
        return 0, 0  # only a style
    row, column = int(found[2]), column_number(found[1])
    if row > MAX_ROWS + 1 or column > MAX_COLUMNS:
        raise ContentError(say.TOO_FAR.fill(sheet, place, MAX_ROWS, MAX_COLUMNS))
    if kind == "s" and value is not None and not (value.isascii() and value.isdigit() and int(value) < strings):
        _refuse(sheet, say.BAD_STRING, place)
    if kind == "b" and value not in ("0", "1"):
        _refuse(sheet, say.BAD_CELL, place)
    if kind == "n" and value is not None:
        try:
            float(value)
        except ValueError:
            _refuse(sheet, say.BAD_CELL, place)
    return row, column


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


def _refuse(sheet: Text, fault: Text, place: str) -> NoReturn:
    raise ContentError(say.SHEET_DAMAGED.fill(sheet, fault.fill(place or "?")))


def _check_parts(file: str, parts: list[zipfile.ZipInfo]) -> None:
    def suspicious(what: Text) -> ContentError:
        return ContentError(say.DAMAGED.fill(file, say.SUSPICIOUS.fill(what)))

    names: set[str] = set()
    for part in parts:
        if part.filename.casefold() in names:
            raise suspicious(say.TWICE_INSIDE.fill(part.filename))
        names.add(part.filename.casefold())
        if part.flag_bits & 0x1:
            raise ContentError(say.OLD_EXCEL.fill(file))
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
                    raise ContentError(say.STRICT.fill(file))
                element.clear()
    except DefusedXmlException as error:
        raise ContentError(say.DAMAGED.fill(file, say.SUSPICIOUS.fill(say.ENTITIES))) from error
    except (ParseError, *_FAULTS) as error:
        raise ContentError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error


def _what_else(names: set[str]) -> Text:
    if "xl/workbook.bin" in names:
        return say.BINARY_SHEET
    if "word/document.xml" in names:
        return say.WORD_FILE
    return say.OPEN_DOCUMENT if "content.xml" in names else say.SOME_ZIP
