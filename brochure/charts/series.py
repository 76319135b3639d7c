"""One series over time: each reading a step as wide as the time it covers, their middles joined."""

import datetime
import itertools
from collections.abc import Mapping
from typing import Final

import msgspec

from brochure import tokens
from brochure.drawing import Circle, Drawing, Group, Label, Path, Rect, Shape, Stroke, text_width_mm

LEFT_MM: Final = 4.0
TOP_MM: Final = 9.0
FOOT_MM: Final = 9.0
LEAST_MM: Final = 3.0
"""A day would be a hair; a step is never narrower than this."""
ALIKE: Final = 0.85
"""Readings are joined whose times are as long as this part of each other: months and leap years differ."""
VALUE_PT: Final = 11.0
PERIOD_PT: Final = 9.0


class Reading(msgspec.Struct, frozen=True):
    """A value with the days it covers, both included, and how value and period are said."""

    first: datetime.date
    last: datetime.date
    value: float
    said: str
    period: str


def build_series(
    readings: tuple[Reading, ...],
    *,
    width_mm: float = 92.0,
    height_mm: float = 56.0,
    palette: Mapping[str, str] = tokens.LIGHT,
) -> Drawing:
    """Draw readings of one series, zero included so that heights may be compared.

    Args:
        readings: At least two, in any order; whoever calls has made sure that they are one series.
        width_mm: Width of the sheet.
        height_mm: Height of the sheet.
        palette: Colours of the surface by token: the page is light, the window may be dark.

    Returns:
        A drawing without ground.

    Raises:
        ValueError: One reading is no series.
    """
    if len(readings) < 2:
        raise ValueError(f"a series has at least two readings: {len(readings)}")
    ordered = sorted(readings, key=lambda each: (each.first, each.last))
    first, last = ordered[0].first, max(each.last for each in ordered)
    days = max(1, (last - first).days + 1)
    across = (width_mm - 2 * LEFT_MM) / days
    low, high = min(0.0, *(each.value for each in ordered)), max(0.0, *(each.value for each in ordered))
    tall = (height_mm - TOP_MM - FOOT_MM) / ((high - low) or 1.0)

    def y_of(value: float) -> float:
        return round(TOP_MM + (high - value) * tall, 3)

    zero = y_of(0.0)
    shapes: list[Shape] = []
    middles = []
    for each in ordered:
        x = LEFT_MM + (each.first - first).days * across
        wide = max(LEAST_MM, ((each.last - each.first).days + 1) * across)
        y = y_of(each.value)
        shapes.append(Rect(x, min(y, zero), wide, abs(zero - y), fill=palette["brand"], alpha=0.14))
        shapes.append(Path((((x, y), (x + wide, y)),), stroke=Stroke(palette["brand"], 0.7, round=False)))
        middles.append((x + wide / 2, y))
    shapes.append(Path((((LEFT_MM, zero), (width_mm - LEFT_MM, zero)),), stroke=Stroke(palette["secondary"], 0.25)))
    shapes += [
        Path(((one, other),), stroke=Stroke(palette["gold"], 0.5))
        for (one, other), (before, after) in zip(itertools.pairwise(middles), itertools.pairwise(ordered), strict=True)
        if _last_alike(before, after)
    ]
    shapes += [Circle(x, y, 1.2, fill=palette["panel"], stroke=Stroke(palette["gold"], 0.6)) for x, y in middles]
    shapes += _labels(ordered, middles, width_mm, height_mm, palette)
    return Drawing(width_mm, height_mm, (Group(tuple(shapes), key="series"),))


def _last_alike(before: Reading, after: Reading) -> bool:
    """Whether two readings cover about as long a time: a line from a year to five months would tell of a rise."""
    one, other = ((each.last - each.first).days + 1 for each in (before, after))
    return min(one, other) >= ALIKE * max(one, other)


def _labels(
    readings: list[Reading],
    middles: list[tuple[float, float]],
    width_mm: float,
    height_mm: float,
    palette: Mapping[str, str],
) -> list[Shape]:
    """Return value and period of each reading; a period that would run into the one before it is left to the table."""
    shapes: list[Shape] = []
    free = 0.0
    for each, (x, y) in zip(readings, middles, strict=True):
        half = text_width_mm(each.said, VALUE_PT, 500) / 2
        value_x = min(max(x, half), width_mm - half)
        shapes.append(Label(value_x, y - 2.6, each.said, VALUE_PT, palette["text"], 500, "middle"))
        half = text_width_mm(each.period, PERIOD_PT) / 2
        middle = min(max(x, half), width_mm - half)
        if middle - half >= free:
            shapes.append(Label(middle, height_mm - 2.4, each.period, PERIOD_PT, palette["secondary"], anchor="middle"))
            free = middle + half + 1.5
    return shapes
