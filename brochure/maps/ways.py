"""Roads and rails on paper: casings first, then fills, so that crossings stay open."""

import math
from collections.abc import Sequence

from brochure.drawing import Path, Shape, Stroke
from brochure.maps import layers as table
from brochure.maps.layers import COLOURS, Look
from brochure.maps.outline import Point, nearest, rounded
from brochure.maps.projection import View
from brochure.model.geometry import Feature


def build_ways(lines: Sequence[Feature], view: View) -> list[Shape]:
    """Return casings first, then fills, so that crossings stay open; rails lie under roads, expressways on top."""
    grow = max(0.45, min(1.35, view.mm_per_km / 27))
    order = {"hsr_link": 0, "railway": 1, "local_road": 2, "arterial": 3, "expressway": 5, "tunnel": 4}
    tunnels = [view.run(f.parts[0]) for f in lines if f.kind == "tunnel"]
    shapes: list[Shape] = []
    for step in sorted({order.get(f.kind, 2) for f in lines}):
        group = [f for f in lines if order.get(f.kind, 2) == step]
        for feature in group:
            look = table.look_of(feature)
            if look.case:
                width = look.width_mm * grow + 2 * look.case_mm
                shapes += [
                    Path((run,), stroke=Stroke(COLOURS[look.case].light, width))
                    for run in _runs(feature, view, tunnels)
                ]
        for feature in group:
            look = table.look_of(feature)
            colour = COLOURS[look.edge or "rail"].light
            for run in _runs(feature, view, tunnels):
                shapes += _way(run, look, colour, grow)
    return shapes


def _way(run: tuple[Point, ...], look: Look, colour: str, grow: float) -> list[Shape]:
    if look.pattern == "dashes":
        width = look.width_mm * grow
        return [
            Path((run,), stroke=Stroke(COLOURS["paper"].light, width + 0.5, round=False)),
            Path((run,), stroke=Stroke(colour, width, (1.8 * grow, 0.9 * grow), alpha=0.8, round=False)),
        ]
    if look.pattern == "ticks":
        width = look.width_mm * grow
        return [
            Path((run,), stroke=Stroke(colour, width + 0.12, round=False)),
            Path((run,), stroke=Stroke(COLOURS["rail_gap"].light, max(0.12, width - 0.2), (2.0, 2.0), round=False)),
        ]
    return [Path((run,), stroke=Stroke(colour, look.width_mm * grow))]


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
