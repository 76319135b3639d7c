"""Roads, rails and rivers on paper: casings first, then fills, so that crossings stay open."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from brochure.drawing import Path, Shape, Stroke
from brochure.maps import looks as table
from brochure.maps.looks import COLOURS, Look
from brochure.maps.outline import Point, band, nearest, rounded
from brochure.maps.projection import View
from brochure.model.geometry import Feature

FADE_MM: Final = 9.0
FADE_STEPS: Final = 4
MEET_MM: Final = 2.5
"""An end that near to another way meets it."""


def build_ways(lines: Sequence[Feature], view: View) -> list[Shape]:
    """Return casings first, then fills, so that crossings stay open; rails lie under roads, expressways on top."""
    grow = max(0.45, min(1.35, view.mm_per_km / 27))
    order = {"hsr_link": 0, "railway": 1, "local_road": 2, "arterial": 3, "expressway": 5, "tunnel": 4}
    tunnels = [view.run(f.parts[0]) for f in lines if f.kind == "tunnel"]
    every = {f.id: [view.run(part) for part in f.parts] for f in lines}
    shapes: list[Shape] = []
    for step in sorted({order.get(f.kind, 2) for f in lines}):
        group = [f for f in lines if order.get(f.kind, 2) == step]
        for feature in group:
            look = table.look_of(feature)
            if look.case:
                width = look.width_mm * grow + 2 * look.case_mm
                for run in _runs(feature, view, tunnels):
                    shapes += _stroked(run, COLOURS[look.case].light, width, _open_ends(feature, run, every, view))
        for feature in group:
            look = table.look_of(feature)
            colour = COLOURS[look.edge or "rail"].light
            for run in _runs(feature, view, tunnels):
                shapes += _way(run, look, colour, grow, _open_ends(feature, run, every, view))
    return shapes


def build_river(feature: Feature, view: View) -> list[Shape]:
    """Return a river as a band that widens downstream, with its shores."""
    first, last = river_widths(view)
    shapes: list[Shape] = []
    for part in feature.parts:
        shape = band(rounded(view.run(part), closed=False), first, last)
        shapes.append(Path((shape,), True, stroke=Stroke(COLOURS["water_edge"].light, 0.5)))
        shapes.append(Path((shape,), True, fill=COLOURS["water"].light))
    return shapes


def river_widths(view: View) -> tuple[float, float]:
    """Return how wide a river is drawn at its beginning and at its end, millimetres."""
    scale = max(0.5, min(1.6, view.mm_per_km / 27))
    return 1.5 * scale, 2.7 * scale


def _way(run: tuple[Point, ...], look: Look, colour: str, grow: float, open_ends: tuple[bool, bool]) -> list[Shape]:
    width = look.width_mm * grow
    if look.pattern == "dashes":
        return [
            Path((run,), stroke=Stroke(COLOURS["paper"].light, width + 0.5, round=False)),
            Path((run,), stroke=Stroke(colour, width, (1.8 * grow, 0.9 * grow), alpha=0.8, round=False)),
        ]
    if look.pattern == "ticks":
        return [
            Path((run,), stroke=Stroke(colour, width + 0.12, round=False)),
            Path((run,), stroke=Stroke(COLOURS["rail_gap"].light, max(0.12, width - 0.2), (2.0, 2.0), round=False)),
        ]
    return _stroked(run, colour, width, open_ends)


def _open_ends(
    feature: Feature, run: tuple[Point, ...], every: Mapping[str, Sequence[tuple[Point, ...]]], view: View
) -> tuple[bool, bool]:
    """Tell which ends of a sketched road lie open on the sheet: it goes on, and nobody drew how."""
    if feature.precision != "schematic":
        return False, False
    others = [other for key, runs in every.items() if key != feature.id for other in runs]

    def is_open(end: Point) -> bool:
        inside = 0 < end[0] < view.width_mm and 0 < end[1] < view.height_mm
        return inside and all(math.dist(nearest(other, end)[0], end) > MEET_MM for other in others)

    return is_open(run[0]), is_open(run[-1])


def _stroked(run: tuple[Point, ...], colour: str, width: float, ends: tuple[bool, bool]) -> list[Shape]:
    """Return a run as one stroke, that grows fainter towards an open end."""
    rest, faint = run, []
    for is_last, is_open in enumerate(ends):
        if not is_open:
            continue
        turned = rest[::-1] if is_last else rest
        for step in range(FADE_STEPS):
            piece, turned = _parted(turned, FADE_MM / FADE_STEPS)
            faint.append(Path((piece,), stroke=Stroke(colour, width, alpha=(step + 0.5) / FADE_STEPS, round=False)))
        rest = turned[::-1] if is_last else turned
    return [Path((rest,), stroke=Stroke(colour, width, round=not any(ends))), *faint]


def _parted(run: tuple[Point, ...], mm: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the beginning of a run, at most half of it, and what is left."""
    left = min(mm, sum(math.dist(a, b) for a, b in pairwise(run)) / 2)
    for place, (a, b) in enumerate(pairwise(run), 1):
        length = math.dist(a, b)
        if length >= left:
            share = left / length if length else 0.0
            cut = (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            return (*run[:place], cut), (cut, *run[place:])
        left -= length
    return run, run[-1:]


def _runs(feature: Feature, view: View, tunnels: Sequence[tuple[Point, ...]]) -> list[tuple[Point, ...]]:
    """Return the runs of a line; an expressway is interrupted where it is a tunnel, a sketch has soft corners."""
    runs = [view.run(part) for part in feature.parts]
    if feature.precision == "schematic":
        return [rounded(run, closed=False) for run in runs]
    if feature.kind != "expressway":
        return runs
    for tunnel in tunnels:
        runs = [piece for run in runs for piece in _without(run, tunnel[0], tunnel[-1])]
    return runs


def _without(run: tuple[Point, ...], a: Point, b: Point) -> list[tuple[Point, ...]]:
    """Return a run without its part between two points that lie on it."""
    places = []
    for end in (a, b):
        q, _ = nearest(run, end)
        if math.dist(q, end) > 3:
            return [run]
        index = min(range(len(run) - 1), key=lambda i: _off(q, run[i], run[i + 1]))
        places.append((index, q))
    (i, p), (j, q) = sorted(places)
    return [piece for piece in ((*run[: i + 1], p), (q, *run[j + 1 :])) if len(piece) > 1]


def _off(q: Point, a: Point, b: Point) -> float:
    return math.dist(a, q) + math.dist(q, b) - math.dist(a, b)
