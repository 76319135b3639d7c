"""A few characters of a font, small enough to travel inside the file that is set in them."""

import base64
import io
import logging
from collections.abc import Iterable

from brochure.fonts import FontFiles, Weight


def build_excerpt(files: FontFiles, weight: Weight, characters: Iterable[str]) -> bytes:
    """Return one weight cut to some characters, as WOFF; equal characters give equal bytes.

    Args:
        files: A set that has them; what it lacks is left to the reader's own fonts.
        weight: 400, 500 or 700.
        characters: Longer strings count as their characters.
    """
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    wanted = sorted({ord(char) for text in characters for char in text} | {0x20})
    options = subset.Options(layout_features=["kern", "locl"], notdef_outline=True, hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    out = io.BytesIO()
    with TTFont(files.path(weight), recalcTimestamp=False) as font:
        cutter.subset(font)
        font.flavor = "woff"
        font.save(out, reorderTables=None)
    return out.getvalue()


def data_address(font: bytes) -> str:
    """Return a font as an address that holds it."""
    return f"data:font/woff;base64,{base64.b64encode(font).decode('ascii')}"
