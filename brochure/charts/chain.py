"""The incubator chain: numbered discs that climb a golden line from left to right; the climb is order, not height."""

import msgspec

from brochure import tokens
from brochure.drawing import Circle, Curve, Drawing, Group, Label, Point, Shape, Stroke
from brochure.words import Lang, Text

STEP_RIGHT_MM = 30.4
STEP_UP_MM = 16.6
RADIUS_MM = 5.2


class ChainLook(msgspec.Struct, frozen=True):
    """Where the line starts and how far each disc stands from the one before."""

    first: Point = (20.8, 176.0)
    right_mm: float = STEP_RIGHT_MM
    up_mm: float = STEP_UP_MM
    radius_mm: float = RADIUS_MM
    start: Point = (4.0, 190.5)
    end: Point = (210.0, 76.0)


def node_points(count: int, look: ChainLook | None = None) -> tuple[Point, ...]:
    """Return the centres of the discs, first to last."""
    look = look or ChainLook()
    return tuple((look.first[0] + i * look.right_mm, look.first[1] - i * look.up_mm) for i in range(count))


def build_chain(
    count: int,
    *,
    lang: Lang,
    width_mm: float = 210.0,
    height_mm: float = 297.0,
    own: int | None = None,
    here: Text | None = None,
    look: ChainLook | None = None,
) -> Drawing:
    """Draw the line and its numbered discs; the words beside each disc belong to the page.

    Args:
        count: How many stages there are.
        lang: Language of ``here``.
        width_mm: Width of the sheet.
        height_mm: Height of the sheet.
        own: Number of the reader's own stage, 1 to ``count``: lit, with a halo.
        here: Words above the reader's own stage.
        look: Places and sizes; by default those of the A4 page, where the line leaves the block at the fore edge.
    """
    look = look or ChainLook()
    points = node_points(count, look)
    shapes: list[Shape] = [
        Curve(look.start, _through((look.start, *points, look.end)), stroke=Stroke(tokens.GOLD, 1.1))
    ]
    for number, (x, y) in enumerate(points, 1):
        mine = number == own
        if mine:
            shapes.append(Circle(x, y, look.radius_mm * 8.2 / 5.2, fill="#F4E9D3"))
        shapes.append(Circle(x, y, look.radius_mm + 0.7, fill=tokens.WHITE))
        shapes.append(Circle(x, y, look.radius_mm, fill=tokens.INK if mine else tokens.LAKE))
        size = 17 * look.radius_mm / RADIUS_MM
        colour = tokens.GOLD_BRIGHT if mine else tokens.WHITE
        shapes.append(Label(x, y + size * 0.127, str(number), size, colour, 700, "middle"))
        if mine and here is not None:
            shapes.append(Label(x, y - look.radius_mm * 2.6, here.to(lang), 13, tokens.INK, 500, "middle"))
    return Drawing(width_mm, height_mm, (Group(tuple(shapes), key="chain"),))


def _through(points: tuple[Point, ...]) -> tuple[tuple[Point, Point, Point], ...]:
    """Return cubic segments through all points without a bump: handles lie level with the chord at each point."""
    made: list[tuple[Point, Point, Point]] = []
    last = len(points) - 1
    for i in range(last):
        (ax, ay), (bx, by) = points[i], points[i + 1]
        (px, py), (qx, qy) = points[max(0, i - 1)], points[min(last, i + 2)]
        third = (bx - ax) / 3
        slope_a = (by - py) / (bx - px) if bx != px else 0.0
        slope_b = (qy - ay) / (qx - ax) if qx != ax else 0.0
        made.append(((ax + third, ay + third * slope_a), (bx - third, by - third * slope_b), (bx, by)))
    return tuple(made)
