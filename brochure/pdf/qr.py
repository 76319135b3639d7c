"""A contact as a code: the card itself is in it, so that a phone without a network can keep it."""

import functools
import sys
from collections.abc import Sequence
from typing import Any

from brochure.pdf.ink import Code, Ink
from brochure.tokens import INK, WHITE

QUIET_MODULES = 4
Bar = tuple[int, int, int]
"""First module, row, length."""


def build_card(fields: Sequence[tuple[str, str | Sequence[str]]]) -> str:
    """Return a vCard 3.0 of the fields that have a value, in their order; several parts make a structured value."""
    lines = [
        f"{name}:{_escape(value) if isinstance(value, str) else ';'.join(map(_escape, value))}"
        for name, value in fields
        if (value if isinstance(value, str) else any(value))
    ]
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


@functools.lru_cache(maxsize=32)
def encode(content: str) -> tuple[int, tuple[Bar, ...]]:
    """Return how many modules a side has, and the dark ones as bars; correction level M or better."""
    code = _load_encoder().encode(content, error="m", encoding="utf-8", eci=False, micro=False)
    bars = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                bars.append((start, y, x - start))
            x += 1
    return len(code.matrix), tuple(bars)


def draw_code(ink: Ink, x: float, y: float, side_mm: float, content: str) -> None:
    """Draw a code on white, quiet zone included, with its top left corner at a position.

    Args:
        ink: Where to draw.
        x: Left edge of the white square.
        y: Top edge of the white square.
        side_mm: Side of the white square.
        content: What a phone reads.
    """
    size, bars = encode(content)
    module = side_mm / (size + 2 * QUIET_MODULES)
    left, top = x + QUIET_MODULES * module, y + QUIET_MODULES * module
    ink.rect(x, y, side_mm, side_mm, fill=WHITE)
    ink.codes.append(Code((x, y, side_mm, side_mm), size * module, content))
    frames = [(left + start * module, top + row * module, length * module, module) for start, row, length in bars]
    ink.rects(frames, INK)  # one shape: a seam between rows would confuse a camera


def _escape(value: str) -> str:
    """Escape what has a meaning in a card."""
    for char in "\\,;":
        value = value.replace(char, f"\\{char}")
    return value.replace("\r", "").replace("\n", "\\n")


def _load_encoder() -> Any:
    """Import segno's encoder without its writers of pictures.

    WORKAROUND segno imports its writers at once, and they the library's whole web client; a page draws the code itself.
    """
    import importlib.util

    if "segno" in sys.modules or (spec := importlib.util.find_spec("segno")) is None:
        import segno.encoder

        return segno.encoder
    sys.modules["segno"] = importlib.util.module_from_spec(spec)  # empty: it has its place, but nothing is run
    try:
        return importlib.import_module("segno.encoder")
    finally:
        del sys.modules["segno"]
