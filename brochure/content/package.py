"""The inside of an XLSX file before anybody trusts it: whole, of sane size, without tricks."""

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import IO
from xml.parsers import expat
from xml.parsers.expat import XMLParserType

from brochure.errors import TableError
from brochure.words import Text
from brochure.words import intake as say

MAX_PARTS = 2_000
MAX_UNPACKED = 48 * 1024 * 1024
MAX_ELEMENTS = 1_000_000
"""Of cells, with and without content, and of shared texts."""
MAX_DEPTH = 100
CHUNK, MAX_RUN = 64 * 1024, 1024 * 1024
"""How much is read at a time, and how much may follow without the end of a tag: a cell holds 32,767 characters."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_TAGS = (f"{STRICT} sheets", f"{STRICT} sheetData")
COUNTED = (f"{MAIN} c", f"{MAIN} si")
FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, IndexError, KeyError, NotImplementedError, OSError, RuntimeError,
    ValueError, expat.ExpatError,
)  # fmt: skip
"""What a damaged archive or part may raise."""


def open_package(data: bytes, file: str) -> zipfile.ZipFile:
    """Return the archive of a workbook.

    Raises:
        TableError: It is not whole, no workbook, or holds what no spreadsheet program writes.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except FAULTS as error:
        raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
    _check_parts(file, parts)
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise TableError(say.OTHER_FORMAT.fill(file, _what_else(names)))
    try:
        if package.testzip() is not None:
            raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE))
    except FAULTS as error:
        raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error
    for name in sorted(names):
        if name.endswith((".xml", ".rels")):
            _check_part(package, name, file)
    return package


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


def scan(part: IO[bytes], parser: XMLParserType, start: Callable[[str, dict[str, str]], None]) -> None:
    """Let a parser run through XML, refusing declarations, depths and lengths that no spreadsheet program writes.

    Args:
        part: The XML.
        parser: Its own handlers must be set, but for the start of an element.
        start: Called with name and attributes of each element that begins.

    Raises:
        Suspicious: There is something that no spreadsheet program writes.
        ExpatError: It is not whole.
    """
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise Suspicious(say.TOO_DEEP)
        start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if closed is not None:
            closed(name)

    def declare(*_: object) -> None:
        raise Suspicious(say.ENTITIES)

    closed = parser.EndElementHandler
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.StartDoctypeDeclHandler = declare
    run = 0
    while chunk := part.read(CHUNK):
        run = 0 if b">" in chunk else run + len(chunk)
        if run > MAX_RUN:
            raise Suspicious(say.TOO_DEEP)
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


class Suspicious(Exception):  # noqa: N818 - always caught here and put into a sentence
    """XML holds something that no spreadsheet program writes."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def _check_part(package: zipfile.ZipFile, name: str, file: str) -> None:
    """Refuse XML that is broken or no spreadsheet's, and the strict dialect, which would read as an empty sheet."""
    cells = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal cells
        if tag in COUNTED:
            cells += 1
            if cells > MAX_ELEMENTS:
                raise TableError(say.TOO_FULL.fill(file, MAX_ELEMENTS))
        elif tag in STRICT_TAGS:
            raise TableError(say.STRICT.fill(file))

    try:
        with package.open(name) as part:
            scan(part, expat.ParserCreate(namespace_separator=" "), start)
    except Suspicious as error:
        raise TableError(say.DAMAGED.fill(file, say.SUSPICIOUS.fill(error.what))) from error
    except FAULTS as error:
        raise TableError(say.DAMAGED.fill(file, say.NOT_WHOLE)) from error


def _what_else(names: set[str]) -> Text:
    if "xl/workbook.bin" in names:
        return say.BINARY_SHEET
    if "word/document.xml" in names:
        return say.WORD_FILE
    return say.OPEN_DOCUMENT if "content.xml" in names else say.SOME_ZIP
