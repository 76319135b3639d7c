"""One drawing, three surfaces: shapes in millimetres that page, SVG and window all know how to put down.

Positions are ``(x, y)`` in millimetres from the top left corner, y downwards. Colours are ``#RRGGBB``; ``None`` is
not drawn. Later shapes lie over earlier ones.
"""

from typing import Literal

import msgspec

Point = tuple[float, float]


class Stroke(msgspec.Struct, frozen=True):
    """How a line is drawn: width and dash pattern in millimetres."""

    colour: str
    width_mm: float
    dash_mm: tuple[float, ...] = ()
    alpha: float = 1.0
    round: bool = True


class Path(msgspec.Struct, frozen=True, tag=True):
    """One or more runs of straight segments; with several closed runs the even-odd rule makes holes."""

    runs: tuple[tuple[Point, ...], ...]
    closed: bool = False
    fill: str | None = None
    alpha: float = 1.0
    stroke: Stroke | None = None


class Curve(msgspec.Struct, frozen=True, tag=True):
    """Cubic segments: a start, then triples of two handles and an end."""

    start: Point
    segments: tuple[tuple[Point, Point, Point], ...]
    closed: bool = False
    fill: str | None = None
    alpha: float = 1.0
    stroke: Stroke | None = None


class Circle(msgspec.Struct, frozen=True, tag=True):
    """A disc or a ring."""

    x: float
    y: float
    radius_mm: float
    fill: str | None = None
    alpha: float = 1.0
    stroke: Stroke | None = None


class Rect(msgspec.Struct, frozen=True, tag=True):
    """A rectangle, with rounded corners where asked."""

    x: float
    y: float
    width_mm: float
    height_mm: float
    radius_mm: float = 0.0
    fill: str | None = None
    alpha: float = 1.0
    stroke: Stroke | None = None


class Label(msgspec.Struct, frozen=True, tag=True):
    """One line of text; ``y`` is its baseline, ``turn_deg`` turns it clockwise round its anchor."""

    x: float
    y: float
    text: str
    size_pt: float
    colour: str
    weight: Literal[400, 500, 700] = 400
    anchor: Literal["start", "middle", "end"] = "start"
    halo: Stroke | None = None
    turn_deg: float = 0.0
    tracking_em: float = 0.0


class Group(msgspec.Struct, frozen=True, tag=True):
    """Shapes that belong together; ``clip`` is a frame ``(x, y, width, height)``, ``key`` names what was drawn."""

    shapes: tuple["Shape", ...]
    clip: tuple[float, float, float, float] | None = None
    key: str | None = None


Shape = Path | Curve | Circle | Rect | Label | Group


class Drawing(msgspec.Struct, frozen=True):
    """A sheet with shapes on it."""

    width_mm: float
    height_mm: float
    shapes: tuple[Shape, ...]
