"""The altitude ruler: 1500 to 4000 m up the page, the bands, the cities at their heights, the thinning air."""

import itertools
from collections.abc import Sequence
from typing import Final

import msgspec

from brochure import tokens
from brochure.charts.scale import METRES_PER_MM, page_y
from brochure.drawing import Circle, Drawing, Group, Label, Path, Rect, Shape, Stroke
from brochure.model.altitude import oxygen_ratio
from brochure.words import Lang, Text
from brochure.words import maps as say

LOW_M: Final = 1500
HIGH_M: Final = 4000
AXIS_X_MM: Final = 50.0
CLOSEST_MM: Final = 3.6
"""Names closer than this are moved apart and led to their rings."""
EDGE_CLEAR_MM: Final = 2.1
"""How far the middle of a name keeps from the edges of the park's band."""


class City(msgspec.Struct, frozen=True):
    """A place at a height; the park's own city is set bold."""

    name: Text
    altitude_m: float
    bold: bool = False


def build_ruler(
    cities: Sequence[City],
    *,
    lang: Lang,
    width_mm: float = 210.0,
    height_mm: float = 297.0,
    axis_x_mm: float = AXIS_X_MM,
    low_m: int = LOW_M,
    high_m: int = HIGH_M,
    bands: bool = True,
    band_from_mm: float = 0.0,
    bleed_mm: float = 0.0,
) -> Drawing:
    """Draw the ruler on the book's height scale, with both bands over the whole width.

    Args:
        cities: Places to mark, in any order; those outside the ruler are left out.
        lang: Language of the names.
        width_mm: Width of the sheet.
        height_mm: Height of the sheet.
        axis_x_mm: Where the axis stands.
        low_m: Altitude at its foot.
        high_m: Altitude at its top.
        bands: Draw the ideal band and the park's band.
        band_from_mm: Where the bands begin.
        bleed_mm: How far they run out over the right edge, and over the left one where they begin at it.

    Returns:
        A drawing to lay over the white page, below the page's own text.
    """
    shapes: list[Shape] = []
    if bands:
        for (low, high), alpha in ((tokens.IDEAL_ALTITUDE_M, 0.13), (tokens.PARK_ALTITUDE_M, 1.0)):
            top, left = page_y(high), band_from_mm or -bleed_mm
            wide = width_mm + bleed_mm - left
            shapes.append(Rect(left, top, wide, page_y(low) - top, fill=tokens.GOLD, alpha=alpha))
    ticks: dict[float, list[tuple[tuple[float, float], ...]]] = {0.35: [], 0.25: []}
    ticks[0.35].append(((axis_x_mm, page_y(high_m)), (axis_x_mm, page_y(low_m))))
    for metres in range(low_m, high_m + 1, 50):
        long = 5.0 if metres % 500 == 0 else 3.0 if metres % 100 == 0 else 1.6
        y = page_y(metres)
        ticks[0.35 if long == 5 else 0.25].append(((axis_x_mm - long, y), (axis_x_mm, y)))
    shapes += [Path(tuple(runs), stroke=Stroke(tokens.INK, width, round=False)) for width, runs in ticks.items()]
    shapes += _numbers(axis_x_mm, low_m, high_m, lang)
    shapes += _cities(cities, axis_x_mm, low_m, high_m, lang, bands=bands)
    return Drawing(width_mm, height_mm, (Group(tuple(shapes), key="ruler"),))


def spread_apart(places: Sequence[float], closest: float, top: float, bottom: float) -> tuple[float, ...]:
    """Return positions at least ``closest`` apart, as near to the wanted ones as that allows; ``places`` ascend.

    Neighbours that are too close share the shift, so that a cluster grows evenly round its middle.
    """
    groups: list[tuple[float, int]] = []  # middle, members
    for place in places:
        middle, count = place, 1
        while groups:
            other, members = groups[-1]
            if middle - (count - 1) * closest / 2 - (other + (members - 1) * closest / 2) >= closest - 1e-9:
                break
            groups.pop()
            middle = (middle * count + other * members) / (count + members)
            count += members
            half = (count - 1) * closest / 2
            middle = min(max(middle, top + half), bottom - half)
        groups.append((middle, count))
    return tuple(middle + (i - (count - 1) / 2) * closest for middle, count in groups for i in range(count))


def _numbers(axis_x: float, low: int, high: int, lang: Lang) -> list[Shape]:
    shapes: list[Shape] = [
        Label(axis_x - 6.8, page_y(high) - 5.4, say.METRE.to(lang), 7.5, tokens.SLATE, anchor="end"),
        Label(axis_x - 18.5, page_y(high) - 5.4, say.PRESSURE.to(lang), 7.5, tokens.SLATE, anchor="end"),
    ]
    for metres in range(low, high + 1, 500):
        text = f"{metres:,}" if lang == "en" else str(metres)
        shapes.append(Label(axis_x - 6.8, page_y(metres) + 1.2, text, 9.5, tokens.INK, 500, "end"))
        share = f"{oxygen_ratio(metres) * 100:.0f}%"
        shapes.append(Label(axis_x - 18.5, page_y(metres) + 1.0, share, 7.5, tokens.SLATE, anchor="end"))
    return shapes


def _beside_band(wanted: Sequence[float], top: float, bottom: float) -> tuple[float, ...] | None:
    """Return where names stand so that none is cut by an edge of the park's band; None where they find no room so."""
    edges = [page_y(altitude) for altitude in reversed(tokens.PARK_ALTITUDE_M)]
    clear = EDGE_CLEAR_MM
    placed: list[float] = []
    for low, high in itertools.pairwise((top - clear, *edges, bottom + clear)):
        first, last = low + clear, high - clear
        inside = [min(max(y, first), last) for y in wanted if low <= y < high]
        if (len(inside) - 1) * CLOSEST_MM > last - first:
            return None
        placed += spread_apart(inside, CLOSEST_MM, first, last)
    return tuple(placed) if len(placed) == len(wanted) else None


def _cities(
    cities: Sequence[City], axis_x: float, low: int, high: int, lang: Lang, *, bands: bool = True
) -> list[Shape]:
    inside = sorted((c for c in cities if low <= c.altitude_m <= high), key=lambda c: -c.altitude_m)
    wanted = [page_y(city.altitude_m) for city in inside]
    placed = _beside_band(wanted, page_y(high), page_y(low) + CLOSEST_MM) if bands else None
    if placed is None:
        placed = spread_apart(wanted, CLOSEST_MM, page_y(high), page_y(low) + CLOSEST_MM)
    leaders: list[tuple[tuple[float, float], ...]] = []
    rings: list[Shape] = []
    names: list[Shape] = []
    band_top, band_bottom = page_y(tokens.PARK_ALTITUDE_M[1]), page_y(tokens.PARK_ALTITUDE_M[0])
    for city, y, label_y in zip(inside, wanted, placed, strict=True):
        leaders.append(((axis_x + 0.75, y), (axis_x + 1.6, y), (axis_x + 3.0, label_y)))
        rings.append(Circle(axis_x, y, 0.75, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.25)))
        altitude = f"{city.altitude_m:,.0f}" if lang == "en" else f"{city.altitude_m:.0f}"
        in_band = band_top < label_y < band_bottom
        colour = tokens.INK if city.bold or in_band else tokens.SLATE
        words = f"{city.name.to(lang)}　{altitude}" if lang == "zh" else f"{city.name.to(lang)}  {altitude}"
        names.append(
            Label(axis_x + 3.8, label_y + 0.95, words, 7.5, colour, 700 if city.bold else 500 if in_band else 400)
        )
    return [Path(tuple(leaders), stroke=Stroke(tokens.INK, 0.15)), *rings, *names]


def metres_of(y_mm: float) -> float:
    """Return the altitude at a place of the page: the ruler read the other way."""
    return 1500 + (270 - y_mm) * METRES_PER_MM
