"""A finished page as pixels: the one way into the renderer, which keeps its state in globals."""

import threading
from typing import Any, Final

ONE_AT_A_TIME: Final = threading.Lock()
"""Held by whoever opens, draws or closes a page."""
PT_PER_INCH: Final = 72


def open_document(data: bytes) -> Any:
    """Open the bytes of a file; hold the lock from here to its ``close``."""
    import pypdfium2

    return pypdfium2.PdfDocument(data)


def render_frame(
    data: bytes, page: int, frame_pt: tuple[float, float, float, float], dpi: float
) -> tuple[int, int, bytes]:
    """Return a part of a page in greys: width, height, and its rows one after the other, a byte a pixel.

    Args:
        data: A whole file.
        page: Counted from 0.
        frame_pt: Left, lower, right and upper edge on the paper, points from its lower left corner.
        dpi: Pixels an inch.
    """
    left, low, right, high = frame_pt
    with ONE_AT_A_TIME:
        document = open_document(data)
        try:
            sheet = document[page]
            wide, tall = sheet.get_size()
            crop = (left, low, wide - right, tall - high)
            bitmap = sheet.render(scale=dpi / PT_PER_INCH, crop=crop, grayscale=True)
            rows, stride = bytes(bitmap.buffer), bitmap.stride
            if stride != bitmap.width:
                starts = range(0, stride * bitmap.height, stride)
                rows = b"".join([rows[start : start + bitmap.width] for start in starts])
            return bitmap.width, bitmap.height, rows
        finally:
            document.close()
