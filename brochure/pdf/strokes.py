"""Shapes and colours as the operators of a page stream."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

Point = tuple[float, float]
Segment = Point | tuple[Point, Point, Point]
"""A straight step to a point, or a curve by two handles to a point."""

_ROUND: Final = 0.5522847498
"""Length of a handle that makes a quarter circle of a cubic curve, in radii."""

GROUND: Final = "/Artifact<</Type/Background>>BDC"
"""What stands before the colour of a ground."""


def colour_numbers(colour: str) -> str:
    """Return ``#RRGGBB`` as the three numbers a page stream takes."""
    known = _COLOURS.get(colour)
    if known is None:
        if len(colour) != 7 or colour[0] != "#":
            raise ValueError(f"a colour is #RRGGBB: {colour!r}")
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        known = _COLOURS[colour] = " ".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in parts)
    return known


_COLOURS: dict[str, str] = {}


def trace(run: Sequence[Segment], closed: bool) -> str:
    """Return a run of segments as path operators."""
    start, *rest = run
    if isinstance(start[0], tuple):
        raise ValueError("a run starts from a point")
    try:  # most runs are straight throughout: one call writes them all
        straight = "%.2f %.2f m" + " %.2f %.2f l" * len(rest) + (" h" if closed else "")
        return straight % tuple(chain.from_iterable(run))
    except TypeError:  # a curve among the steps
        pass
    steps = [f"{start[0]:.2f} {start[1]:.2f} m"]
    for step in rest:
        if isinstance(step[0], tuple):
            (a, b), (c, d), (e, f) = step
            steps.append(f"{a:.2f} {b:.2f} {c:.2f} {d:.2f} {e:.2f} {f:.2f} c")
        else:
            steps.append(f"{step[0]:.2f} {step[1]:.2f} l")
    if closed:
        steps.append("h")
    return " ".join(steps)


def rounded(x: float, y: float, w: float, h: float, radius: float) -> str:
    """Return a rectangle with round corners as path operators; a square with half its side is a circle."""
    r = min(radius, w / 2, h / 2)
    k = r * (1 - _ROUND)
    right, bottom = x + w, y + h
    corners = (
        (x + r, y),
        (right - r, y),
        ((right - k, y), (right, y + k), (right, y + r)),
        (right, bottom - r),
        ((right, bottom - k), (right - k, bottom), (right - r, bottom)),
        (x + r, bottom),
        ((x + k, bottom), (x, bottom - k), (x, bottom - r)),
        (x, y + r),
        ((x, y + k), (x + k, y), (x + r, y)),
    )
    return trace(corners, closed=True)
