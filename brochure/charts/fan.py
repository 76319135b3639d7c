"""The art of the cover: the real ground along the G6, drawn again and again with growing exaggeration round 2240 m."""

import functools
import itertools
import math
from collections.abc import Sequence
from typing import Final

from brochure import tokens
from brochure.charts.scale import GATE_CHAINAGE_M, METRES_PER_MM, height_at, page_y
from brochure.drawing import Circle, Drawing, Group, Path, Point, Rect, Shape, Stroke, remembered
from brochure.model.geometry import ProfilePoint

PIVOT_M: Final = 2240.0
SAMPLES: Final = 520
LAKE_TINT: Final = "#2F8F99"
SLATE_TINT: Final = "#8FA3AD"


@remembered
def build_fan(
    profile: Sequence[ProfilePoint],
    *,
    width_mm: float = 210.0,
    height_mm: float = 297.0,
    lines: int = 54,
    most: float = 14.0,
    band: bool = True,
    true_line: bool = True,
    above_only: bool = False,
    x_from_mm: float = 0.0,
    clip: tuple[float, float, float, float] | None = None,
    bleed_mm: float = 0.0,
) -> Drawing:
    """Draw the fan of ground profiles on the book's height scale, east at the left.

    Args:
        profile: Ground heights along the road, east to west.
        width_mm: Width of the sheet; the profile fills it from ``x_from_mm`` to the right edge.
        height_mm: Height of the sheet.
        lines: How many curves; 54 on the cover, 38 on the trifold.
        most: Largest exaggeration; 14 on the cover, 6 on the trifold, 2.4 on the back.
        band: Draw the park's band 2240–2350 m and its golden line.
        true_line: Draw the bright line of the true profile and the ring of the south gate.
        above_only: Keep to what lies above 2240 m, as on the back page.
        x_from_mm: Where the east end lies.
        clip: Frame ``(x, y, width, height)`` to keep inside; the whole sheet with its bleed if not given.
        bleed_mm: How far all of it runs out over the sheet, level, for a printer who cuts it there.

    Returns:
        A drawing without ground: lay it over ink.
    """
    first, last = profile[0].chainage_m, profile[-1].chainage_m
    heights = _samples(tuple((p.chainage_m, p.ground_m) for p in profile))
    step = (width_mm - x_from_mm) / (SAMPLES - 1)
    picks = (*range(0, SAMPLES - 1, 2), SAMPLES - 1)
    xs = [round(x_from_mm + i * step, 2) for i in picks]
    level = page_y(PIVOT_M)
    tall = page_y(PIVOT_M) if above_only else height_mm + bleed_mm
    frame = clip or (-bleed_mm, -bleed_mm, width_mm + 2 * bleed_mm, tall + bleed_mm)
    shapes: list[Shape] = []
    if band:
        top = page_y(tokens.PARK_ALTITUDE_M[1])
        wide = width_mm + 2 * bleed_mm
        shapes.append(Rect(-bleed_mm, top, wide, page_y(PIVOT_M) - top, fill=tokens.GOLD, alpha=0.12))
    for k in range(lines, 0, -1):
        share = k / lines
        factor = most * share**1.35
        smooth = _smoothed(heights, _reach(3 + 9 * share))
        rise = factor / METRES_PER_MM
        ys = [level - (smooth[i] - PIVOT_M) * rise for i in picks]
        run = _visible(_over(list(zip(xs, ys, strict=True)), bleed_mm), frame)
        colour = _between(share)
        shapes += [Path((part,), stroke=Stroke(colour, 0.25, alpha=round(1 - 0.66 * share, 3))) for part in run]
    if band:
        y = page_y(PIVOT_M)
        shapes.append(Path((((-bleed_mm, y), (width_mm + bleed_mm, y)),), stroke=Stroke(tokens.GOLD, 0.7, round=False)))
    if true_line:
        across = (width_mm - x_from_mm) / (last - first)
        line = [(x_from_mm + (p.chainage_m - first) * across, page_y(p.ground_m)) for p in profile]
        shapes.append(Path((tuple(_over(line, bleed_mm)),), stroke=Stroke(tokens.GOLD_BRIGHT, 0.55)))
        gate = (x_from_mm + (GATE_CHAINAGE_M - first) * across, page_y(height_at(profile, GATE_CHAINAGE_M)))
        shapes.append(Circle(*gate, radius_mm=1.5, fill=tokens.INK, stroke=Stroke(tokens.GOLD_BRIGHT, 0.5)))
    return Drawing(width_mm, height_mm, (Group(tuple(shapes), clip=frame, key="fan"),))


def _over(run: list[Point], bleed_mm: float) -> list[Point]:
    """Return a run that goes on level over both edges of the sheet."""
    if not bleed_mm:
        return run
    (left, first), (right, last) = run[0], run[-1]
    return [(left - bleed_mm, first), *run, (right + bleed_mm, last)]


@functools.lru_cache(maxsize=4)
def _samples(points: tuple[tuple[int, int], ...]) -> tuple[float, ...]:
    """Return heights at equal steps of the road."""
    made: list[float] = []
    i = 0
    first, last = points[0][0], points[-1][0]
    for k in range(SAMPLES):
        at = first + (last - first) * k / (SAMPLES - 1)
        while i < len(points) - 2 and points[i + 1][0] < at:
            i += 1
        (a, low), (b, high) = points[i], points[i + 1]
        made.append(low + (high - low) * (at - a) / (b - a))
    return tuple(made)


def _reach(sigma: float) -> int:
    """Return how far to each side three running means must reach to be as good as a Gaussian of ``sigma`` samples."""
    return max(1, round((math.sqrt(12 * sigma * sigma / 3 + 1) - 1) / 2))


@functools.lru_cache(maxsize=64)  # neighbouring curves reach equally far
def _smoothed(heights: tuple[float, ...], reach: int) -> tuple[float, ...]:
    """Return the heights after three running means over ``reach`` samples to each side."""
    run = list(heights)
    size = 2 * reach + 1
    for _ in range(3):
        padded = [run[0]] * (reach + 1) + run + [run[-1]] * reach
        sums = list(itertools.accumulate(padded))
        run = [(high - low) / size for low, high in zip(sums, sums[size:], strict=False)]
    return tuple(run)


def _visible(points: list[Point], frame: tuple[float, float, float, float]) -> list[tuple[Point, ...]]:
    """Return the parts of a run inside the frame, cut exactly at its upper and lower edge."""
    top, bottom = frame[1], frame[1] + frame[3]
    if all(top <= y <= bottom for _, y in points):
        return [tuple(points)]
    parts: list[list[Point]] = []
    for a, b in itertools.pairwise(points):
        if (a[1] < top and b[1] < top) or (a[1] > bottom and b[1] > bottom):
            continue
        start, end = _pulled(a, b, top, bottom), _pulled(b, a, top, bottom)
        if parts and parts[-1][-1] == start:
            parts[-1].append(end)
        else:
            parts.append([start, end])
    return [tuple(part) for part in parts]


def _pulled(a: Point, b: Point, top: float, bottom: float) -> Point:
    """Return ``a``, or where the way to ``b`` enters the frame."""
    edge = top if a[1] < top else bottom if a[1] > bottom else None
    if edge is None:
        return a
    t = (edge - a[1]) / (b[1] - a[1])
    return round(a[0] + (b[0] - a[0]) * t, 2), edge


def _between(share: float) -> str:
    """Return the colour at a share of the way: gold, then the tint of the lake, then that of slate."""
    a, b, t = (
        (tokens.GOLD_BRIGHT, LAKE_TINT, share / 0.45)
        if share < 0.45
        else (LAKE_TINT, SLATE_TINT, (share - 0.45) / 0.55)
    )
    mixed = [round(int(a[i : i + 2], 16) + (int(b[i : i + 2], 16) - int(a[i : i + 2], 16)) * t) for i in (1, 3, 5)]
    return "#" + "".join(f"{value:02X}" for value in mixed)
