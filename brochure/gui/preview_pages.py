"""A brochure as pictures: the bytes of a PDF drawn page by page, away from the window's thread."""

from collections.abc import Sequence

import msgspec
import pypdfium2 as pdfium
from PySide6.QtGui import QImage

from brochure.pdf.raster import ONE_AT_A_TIME, open_document

PX_PER_PT = 96 / 72
PT_PER_MM = 72 / 25.4
KEPT_THUMBS = 400
Frame = tuple[float, float, float, float]
_THUMBS: dict[tuple[bytes, float], QImage] = {}
"""Small pictures by what the page says: a change in one section draws only its own pages anew."""


class Preview(msgspec.Struct, frozen=True):
    """One composed brochure: its bytes, the size of its first page in points, its headings with their pages."""

    data: bytes
    pages: int
    width_pt: float
    height_pt: float
    headings: tuple[tuple[str, int], ...]
    thumbs: tuple[QImage, ...] = ()
    blocks: tuple[tuple[tuple[Frame, str], ...], ...] = ()
    """The frames of each page, millimetres, with the id of the record that each tells."""

    def first_of(self, record: str) -> tuple[int, Frame] | None:
        """Return the first page that tells a record, counted from 0, and where."""
        for page, blocks in enumerate(self.blocks):
            for frame, told in blocks:
                if told == record:
                    return page, frame
        return None


def read_preview(
    data: bytes, thumb_height_px: int, ratio: float, blocks: tuple[tuple[tuple[Frame, str], ...], ...] = ()
) -> Preview:
    """Open a PDF and read its headings; with a height, draw a small picture of each page too."""
    with ONE_AT_A_TIME:
        document = open_document(data)
        try:
            width, height = document[0].get_size()
            headings = _headings(document)
            scale = thumb_height_px * ratio / height
            numbers = range(len(document)) if thumb_height_px else ()
            thumbs = tuple(_draw(document[number], scale, ratio) for number in numbers)
            return Preview(data, len(document), width, height, headings, thumbs, blocks)
        finally:
            document.close()


def _headings(document: pdfium.PdfDocument) -> tuple[tuple[str, int], ...]:
    """Return the sections with their pages; in a book of two languages they stand below the names of these."""
    items = [item for item in document.get_toc(max_depth=2) if item.get_dest() is not None]
    deepest = max((item.level for item in items), default=0)
    return tuple((item.get_title(), item.get_dest().get_index()) for item in items if item.level == deepest)


def draw_thumbs(data: bytes, contents: Sequence[bytes], height_px: int, ratio: float) -> tuple[QImage, ...]:
    """Draw a small picture of each page, but for those that were drawn before and say the same."""
    if len(_THUMBS) > KEPT_THUMBS:
        _THUMBS.clear()
    keys = [(content, ratio) for content in contents]
    missing = [number for number, key in enumerate(keys) if key not in _THUMBS]
    fresh = draw_pages(data, missing, height_px, ratio) if missing else ()
    _THUMBS.update(zip([keys[number] for number in missing], fresh, strict=True))
    return tuple(_THUMBS[key] for key in keys)


def forget_thumbs() -> None:
    """Keep no picture of what was set for somebody else."""
    _THUMBS.clear()


def draw_pages(data: bytes, numbers: Sequence[int], height_px: float, ratio: float) -> tuple[QImage, ...]:
    """Draw some pages at the height they will have on the screen."""
    with ONE_AT_A_TIME:
        document = open_document(data)
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
