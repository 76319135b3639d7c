"""Pages two by two on larger sheets, so that a stack printed on both sides and folded once is a booklet."""

from collections.abc import Iterator
from typing import Final

from brochure import tokens
from brochure.pdf.book import Book, Sheet

FOLD_MM: Final = 4.0
"""Length of a fold mark, from the edge of the sheet."""

SIDE: Final = 2
"""Pages to a side."""


def saddle_order(pages: int) -> Iterator[tuple[int, int]]:
    """Yield the left and the right page of each side, outermost sheet first, front before back; counted from 1.

    Raises:
        ValueError: The number of pages is no multiple of four.
    """
    if pages % 4:
        raise ValueError(f"a booklet has a multiple of four pages: {pages=}")
    for low in range(1, pages // 2, 2):
        high = pages + 1 - low
        yield high, low
        yield low + 1, high - 1


def impose_booklet(book: Book) -> None:
    """Put the pages of a complete book two by two on sheets; what could be clicked on them is left out."""
    pages = book.sheets
    book.sheets = [_lay_out(pages[left - 1], pages[right - 1]) for left, right in saddle_order(len(pages))]


def _lay_out(left: Sheet, right: Sheet) -> Sheet:
    sheet = Sheet(left.setter, SIDE * left.width_mm, left.height_mm)
    for page, x in ((left, 0.0), (right, left.width_mm)):
        with sheet.clip(x, 0, page.width_mm, page.height_mm):  # its bleed would lie on its neighbour
            sheet.put(page, x, 0)
    for top in (0.0, sheet.height_mm - FOLD_MM):
        _mark_fold(sheet, left.width_mm, top)
    return sheet


def _mark_fold(sheet: Sheet, x: float, y: float) -> None:
    """Draw a mark that is seen on white and on ink alike."""
    sheet.line(x, y, x, y + FOLD_MM, tokens.WHITE, 0.7)
    sheet.line(x, y, x, y + FOLD_MM, tokens.SLATE, 0.2, (0.8, 0.5))
