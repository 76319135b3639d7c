"""A page as another library reads it back: each stretch of text with its place, its size and its colour."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as raw

MM = 72 / 25.4


class Stretch(NamedTuple):
    """One stretch of text; millimetres from the lower left corner of the page's trim."""

    text: str
    left: float
    low: float
    right: float
    high: float
    size_pt: float
    colour: tuple[int, int, int]
    turned: bool


def stretches(page: pypdfium2.PdfPage) -> Iterator[Stretch]:
    """Yield the stretches of a page in the order they are drawn; the rims behind labels are left out."""
    reader = page.get_textpage()
    trim = page.get_trimbox()
    for place in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        if raw.FPDFTextObj_GetTextRenderMode(thing) != raw.FPDF_TEXTRENDERMODE_FILL:
            continue
        matrix, size = raw.FS_MATRIX(), ctypes.c_float()
        raw.FPDFPageObj_GetMatrix(thing, matrix)
        raw.FPDFTextObj_GetFontSize(thing, size)
        edges = [ctypes.c_float() for _ in range(4)]
        raw.FPDFPageObj_GetBounds(thing, *edges)
        left, low, right, high = (edge.value for edge in edges)
        colour = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(thing, *colour)
        yield Stretch(
            _text(thing, reader),
            (left - trim[0]) / MM, (low - trim[1]) / MM, (right - trim[0]) / MM, (high - trim[1]) / MM,
            size.value * math.hypot(matrix.c, matrix.d),
            (colour[0].value, colour[1].value, colour[2].value),
            abs(matrix.b) > 1e-4,
        )  # fmt: skip


def _text(thing: Any, reader: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(thing, reader, None, 0)
    found = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(thing, reader, ctypes.cast(found, ctypes.POINTER(ctypes.c_ushort)), length)
    return found.raw[: max(0, length - 2)].decode("utf-16-le", "replace")


def overlaps(found: list[Stretch], air_mm: float = 0.35) -> list[tuple[str, str]]:
    """Return the pairs of stretches that lie over each other; what is turned is left out."""
    straight = [each for each in found if not each.turned and each.text.strip()]
    pairs = []
    for place, one in enumerate(straight):
        for two in straight[place + 1 :]:
            across = min(one.right, two.right) - max(one.left, two.left)
            down = min(one.high, two.high) - max(one.low, two.low)
            if across > air_mm and down > air_mm:
                pairs.append((one.text, two.text))
    return pairs


def contrast(one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG counts it."""
    bright, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
