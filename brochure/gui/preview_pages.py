"""A brochure as pictures: the bytes of a PDF drawn page by page, away from the window's thread."""

import threading
from collections.abc import Sequence

import msgspec
import pypdfium2 as pdfium
from PySide6.QtGui import QImage

PX_PER_PT = 96 / 72
_ONE_AT_A_TIME = threading.Lock()  # pdfium keeps its state in globals


class Preview(msgspec.Struct, frozen=True):
    """One composed brochure: its bytes, the size of its first page in points, its headings with their pages."""

    data: bytes
    pages: int
    width_pt: float
    height_pt: float
    headings: tuple[tuple[str, int], ...]
    thumbs: tuple[QImage, ...] = ()


def read_preview(data: bytes, thumb_height_px: int, ratio: float) -> Preview:
    """Open a PDF and draw a small picture of each page."""
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(data)
        try:
            width, height = document[0].get_size()
            headings = tuple(
                (item.get_title(), item.get_dest().get_index())
                for item in document.get_toc(max_depth=1)
                if item.get_dest() is not None
            )
            scale = thumb_height_px * ratio / height
            thumbs = tuple(_draw(document[number], scale, ratio) for number in range(len(document)))
            return Preview(data, len(document), width, height, headings, thumbs)
        finally:
            document.close()


def draw_pages(data: bytes, numbers: Sequence[int], height_px: float, ratio: float) -> tuple[QImage, ...]:
    """Draw some pages at the height they will have on the screen."""
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(data)
        try:
            scale = height_px * ratio / document[0].get_size()[1]
            return tuple(_draw(document[number], scale, ratio) for number in numbers)
        finally:
            document.close()


def spread_of(number: int, pages: int, *, single: bool) -> tuple[int, ...]:
    """Return the pages seen together, counted from 0: the cover alone, then left and right as they bind."""
    if single or number == 0:
        return (number,)
    left = number if number % 2 == 1 else number - 1
    return (left, left + 1) if left + 1 < pages else (left,)


def _draw(page: pdfium.PdfPage, scale: float, ratio: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image
