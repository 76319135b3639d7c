"""A drawing on paper: every neutral shape as ink, in its own millimetres, to be put wherever a page wants it."""

from collections.abc import Iterable
from typing import Final, assert_never

from brochure.drawing import Circle, Curve, Drawing, Group, Label, Path, Rect, Shape, Stroke
from brochure.pdf.ink import Cap, Halo, Ink
from brochure.pdf.lines import Typesetter
from brochure.pdf.strokes import Segment

_KEPT_MOST: Final = 64
_composed: dict[tuple[int, int], tuple[Drawing, Typesetter, Ink]] = {}

NO_PEN: Final = Stroke("", 0.0, round=False)
"""The stroke of a shape that has none."""


def compose(drawing: Drawing, setter: Typesetter) -> Ink:
    """Return a drawing as ink, to be put where it is wanted and never drawn on; the same drawing is composed once."""
    key = id(drawing), id(setter)
    known = _composed.pop(key, None)
    if known is None:
        ink = Ink(setter)
        draw_shapes(ink, drawing.shapes)
        known = drawing, setter, ink  # both are kept too, or others could get their numbers
        if len(_composed) >= _KEPT_MOST:
            del _composed[next(iter(_composed))]
    _composed[key] = known
    return known[2]


def draw_shapes(ink: Ink, shapes: Iterable[Shape]) -> None:
    """Draw shapes in order, later over earlier."""
    for shape in shapes:
        _draw(ink, shape)


def _draw(ink: Ink, shape: Shape) -> None:
    match shape:
        case Path():
            _path(ink, shape.runs, shape.closed, shape.fill, shape.alpha, shape.stroke)
        case Curve():
            run: list[Segment] = [shape.start, *shape.segments]
            _path(ink, [run], shape.closed, shape.fill, shape.alpha, shape.stroke)
        case Circle():
            pen = shape.stroke or NO_PEN
            ink.circle(
                shape.x,
                shape.y,
                shape.radius_mm,
                fill=shape.fill,
                alpha=shape.alpha,
                stroke=pen.colour or None,
                width_mm=pen.width_mm,
                dash=pen.dash_mm,
                stroke_alpha=pen.alpha,
            )
        case Rect():
            pen = shape.stroke or NO_PEN
            ink.rect(
                shape.x,
                shape.y,
                shape.width_mm,
                shape.height_mm,
                fill=shape.fill,
                alpha=shape.alpha,
                radius=shape.radius_mm,
                stroke=pen.colour or None,
                width_mm=pen.width_mm,
                dash=pen.dash_mm,
                stroke_alpha=pen.alpha,
            )
        case Label():
            halo = shape.halo
            ink.text(
                shape.x,
                shape.y,
                shape.text,
                size_pt=shape.size_pt,
                weight=shape.weight,
                colour=shape.colour,
                anchor=shape.anchor,
                tracking_em=shape.tracking_em,
                halo=Halo(halo.colour, halo.width_mm, halo.alpha) if halo else None,
                rotate=shape.turn_deg,
            )
        case Group():
            if shape.clip:
                with ink.clip(*shape.clip):
                    draw_shapes(ink, shape.shapes)
            else:
                draw_shapes(ink, shape.shapes)
        case _:
            assert_never(shape)


def _path(
    ink: Ink,
    runs: Iterable[Iterable[Segment]],
    closed: bool,
    fill: str | None,
    alpha: float,
    stroke: Stroke | None,
) -> None:
    pen = stroke or NO_PEN
    cap: Cap = "round" if pen.round else "butt"
    ink.path(
        [tuple(run) for run in runs],
        closed=closed,
        fill=fill,
        alpha=alpha,
        stroke=pen.colour or None,
        width_mm=pen.width_mm,
        dash=pen.dash_mm,
        cap=cap,
        stroke_alpha=pen.alpha,
    )
