"""Finished pages looked over: what a reader of the print would stumble on. The product and its tests ask the same."""

import functools
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, Literal, get_args

import msgspec

from brochure.pdf.book import Book, Frame, Sheet
from brochure.pdf.ink import SetLine
from brochure.pdf.lines import Typesetter, faults
from brochure.pdf.preflight import Finding
from brochure.pdf.raster import render_frame
from brochure.pdf.sender import LEAST_DPI
from brochure.words import Text
from brochure.words import lint as say
from brochure.words.text import shown

Check = Literal["cut", "fonts", "lines", "sections", "pictures", "code"]
CHECKS: Final[tuple[Check, ...]] = get_args(Check)
EDGE_MM: Final = 3.0
"""Text nearer to the trim than this is lost in cutting."""
LEAST_CODE_MM: Final = 20.0
LEAST_LETTERS: Final = 40
"""A page of a section holds more than this many letters besides thumb index and folio."""
HEADING_PT: Final = 10.0
FOOT_Y: Final = 276.0
BOOK_PAGE_MM: Final = 280.0
"""Pages as high as this are pages of a book."""
CODE_DPI: Final = 220
_PLAIN_FONT: Final = re.compile(rb"<<([^<>]*/Type\s*/FontDescriptor[^<>]*)>>")
_FONT_NAME: Final = re.compile(rb"/FontName\s*/([^\s/<>\[\]]+)")
_LETTERS: Final = re.compile(rb"/FontFile[23]?\s")
"""What describes a font, as our writer puts it down: in plain sight."""


class Looked(msgspec.Struct, frozen=True):
    """What was found on the pages, and which checks had something to look at and found nothing."""

    findings: tuple[Finding, ...]
    passed: tuple[Check, ...]


def look_over(book: Book, data: bytes) -> Looked:
    """Return what is wrong with the pages of a book and the file that was made of it."""
    looks: dict[Check, Callable[[], Iterator[Finding]]] = {
        "cut": lambda: cut(book),
        "fonts": lambda: fonts(data),
        "lines": lambda: broken_lines(book),
        "sections": lambda: sections(book),
        "pictures": lambda: coarse_pictures(book),
        "code": lambda: codes(book, data),
    }
    nothing_to_look_at = {
        "pictures": not any(sheet.placed for sheet in book.sheets),
        "code": not any(sheet.codes for sheet in book.sheets),
    }
    findings: list[Finding] = []
    passed: list[Check] = []
    for check, look in looks.items():
        found = tuple(look())
        findings += [_on_paper(book, finding) for finding in found]
        if not found and not nothing_to_look_at.get(check):
            passed.append(check)
    return Looked(tuple(findings), tuple(passed))


def _on_paper(book: Book, finding: Finding) -> Finding:
    """Return a finding whose frame is where it lies on the paper, edges, scale and all."""
    if finding.frame is None or not finding.page:
        return finding
    frame = book.place(book.sheets[finding.page - 1]).on_paper(finding.frame)
    return msgspec.structs.replace(finding, frame=frame)


def cut(book: Book) -> Iterator[Finding]:
    """Yield text that was left out, that the trim would take, or that runs over other text."""
    profile = book.profile
    for number, sheet in enumerate(book.sheets, 1):
        top = profile.head_cut_mm / profile.scale
        foot = sheet.height_mm - profile.foot_cut_mm / profile.scale
        for lines, left_out in sheet.left_out:
            yield _found(sheet, number, say.CUT.fill(shown(lines[-1].text), shown(left_out[0].text)))
        for line in sheet.lines:
            x, y = line.x, line.y
            inside = x >= EDGE_MM and x + line.width <= sheet.width_mm - EDGE_MM + 0.3
            if line.turned is False and not (inside and top + EDGE_MM <= y <= foot - EDGE_MM):
                yield _found(sheet, number, say.OUTSIDE.fill(shown(line.text)), line)
        for upper, lower in overlaps(sheet):
            yield _found(sheet, number, say.OVER.fill(shown(lower.text), shown(upper.text)), lower)


def overlaps(sheet: Sheet) -> Iterator[tuple[SetLine, SetLine]]:
    """Yield pairs of lines of which one runs over the letters of the other."""
    rows = sorted((line for line in sheet.lines if not line.turned and line.text.strip()), key=lambda line: line.top)
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            if other.top >= one.y:
                break
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y, other.y) - other.top
            if across > 0.8 and down > 0.1 * min(one.y - one.top, other.y - other.top):
                yield one, other


def fonts(data: bytes) -> Iterator[Finding]:
    """Yield each font that is named in the file and not part of it."""
    described = _PLAIN_FONT.findall(data)
    bare = [_name_of(each) for each in described if not _LETTERS.search(each)] if described else _bare_fonts(data)
    for name in bare:
        yield Finding("stop", say.PAGE.fill(1), say.FONT.fill(name))


def _name_of(description: bytes) -> str:
    found = _FONT_NAME.search(description)
    return found[1].decode("ascii", "replace") if found else "?"


def _bare_fonts(data: bytes) -> list[str]:
    """Return the fonts without letters of a file whose objects do not stand there in plain sight."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        items = [item for item in file.objects if isinstance(item, pikepdf.Dictionary)]
        fonts = [item for item in items if item.get("/Type") == pikepdf.Name.Font and "/DescendantFonts" not in item]
        bare = [item for item in fonts if not _has_letters(item.get("/FontDescriptor"))]
        return [str(item.get("/BaseFont", "?")).lstrip("/") for item in bare]


def _has_letters(descriptor: Any) -> bool:
    return descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def broken_lines(book: Book) -> Iterator[Finding]:
    """Yield each paragraph in which a line begins, ends or is parted against the rules of Chinese setting."""
    for number, sheet in enumerate(book.sheets, 1):
        for lines, width_pt in sheet.paragraphs:
            for fault in _faults(sheet.setter, lines, width_pt):
                yield _found(sheet, number, say.LINE.fill(shown(fault)), level="warn")


def sections(book: Book) -> Iterator[Finding]:
    """Yield pages without anything on them, and headings below which nothing follows."""
    for number, sheet in enumerate(book.sheets, 1):
        if sheet.height_mm < BOOK_PAGE_MM or sheet.is_for_writing:
            continue  # a card or a slide is small, and says little on purpose; a page for notes says next to nothing
        letters = sum(len(line.text) for line in sheet.lines if not line.turned and line.y < FOOT_Y)
        if letters < LEAST_LETTERS and not sheet.placed:
            yield _found(sheet, number, say.EMPTY.fill(say.PAGE.fill(number)))
        body = [line for line in sheet.lines if not line.turned and line.y < FOOT_Y]
        for line in body:
            is_heading = line.weight == 700 and line.size_pt >= HEADING_PT and not line.text.endswith(("。", "."))
            if not is_heading or line.y < sheet.height_mm / 2 or len(line.text) < 2:
                continue
            if not any(other.y > line.y + 1 for other in body):
                yield _found(sheet, number, say.HEADING.fill(shown(line.text)), line)


def coarse_pictures(book: Book) -> Iterator[Finding]:
    """Yield each picture that is too coarse at the size it is printed."""
    for number, sheet in enumerate(book.sheets, 1):
        for picture, (_, _, width, height) in sheet.placed:
            dpi = round(picture.dpi(width, height) / book.profile.scale)
            if dpi < LEAST_DPI:
                yield Finding("warn", _where(sheet, number), say.COARSE.fill(dpi, LEAST_DPI), page=number, fix="sender")


def codes(book: Book, data: bytes) -> Iterator[Finding]:
    """Yield each code that a camera could not read from the finished page, or that is too small for one."""
    for number, sheet in enumerate(book.sheets, 1):
        paper = book.place(sheet)
        for code in sheet.codes:
            dark_mm = code.dark_mm * book.profile.scale
            if dark_mm < LEAST_CODE_MM:
                yield _found(sheet, number, say.CODE_SMALL.fill(f"{dark_mm:.0f}"))
            left, top, width, height = code.frame
            frame = paper.across(left), paper.up(top + height), paper.across(left + width), paper.up(top)
            if read_code(data, number - 1, frame) != code.content:
                yield _found(sheet, number, say.CODE)


def read_code(data: bytes, page: int, frame: Frame) -> str:
    """Return what a camera reads in a frame of a page, nothing where it reads nothing."""
    return _read_code(_Drawn(data, page, frame))


class _Drawn:
    """A code on a page; equal where what is drawn is equal, so that a book set anew need not be read again."""

    def __init__(self, data: bytes, page: int, frame: Frame) -> None:
        self.key = render_frame(data, page, frame, CODE_DPI)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Drawn) and self.key == other.key


@functools.lru_cache(maxsize=8)
def _read_code(drawn: _Drawn) -> str:
    import zxingcpp

    width, height, rows = drawn.key
    found = zxingcpp.read_barcodes(memoryview(rows).cast("B", (height, width)))
    return found[0].text if len(found) == 1 else ""


def _faults(setter: Typesetter, lines: Sequence[object], width_pt: float) -> list[str]:
    """Return what is wrong with a paragraph, remembered as long as the setter remembers its lines."""
    known = setter.looked_over.get(id(lines))
    if known is None or known[0] is not lines:
        if len(setter.looked_over) > 20_000:
            setter.looked_over.clear()
        known = setter.looked_over[id(lines)] = (lines, faults(lines, width_pt))  # type: ignore[arg-type]
    return known[1]


def _found(
    sheet: Sheet, number: int, what: Text, line: SetLine | None = None, level: Literal["stop", "warn"] = "stop"
) -> Finding:
    frame = None if line is None else (line.x, line.top, line.width, line.y - line.top + 1)
    return Finding(level, _where(sheet, number), what, page=number, frame=frame)


def _where(sheet: Sheet, number: int) -> Text:
    """Name a page and, where the outline has one, its heading."""
    heading = next((title for title, _, _ in sheet.headings), "")
    return say.PAGE_OF.fill(number, heading) if heading else say.PAGE.fill(number)
