"""The red line of a zone as one cell: rings of positions that were looked at before they take a sketch's place."""

import json
from collections.abc import Sequence
from typing import Any

from brochure.content.geometry import is_local
from brochure.content.rings import (
    MILLION,
    Dot,
    Polygon,
    Run,
    area_m2,
    crossing,
    doubled,
    doubled_area,
    parts_of,
    to_ring,
    to_run,
    turned,
    where,
)
from brochure.model.geometry import Position
from brochure.words import Text
from brochure.words import placing as say

Ring = tuple[Position, ...]
MAX_POINTS = 1_400
"""As many as a cell of a spreadsheet holds."""
LEAST_M2 = 1.0


class OutlineError(ValueError):
    """A red line cannot be taken; ``fault`` says why, as a part of a sentence."""

    def __init__(self, fault: Text) -> None:
        super().__init__(fault.en)
        self.fault = fault


def check_polygons(polygons: Sequence[Sequence[Sequence[Position]]]) -> tuple[Ring, ...]:
    """Return the rings of polygons as they are kept: six decimals, outer rings left round, holes right round.

    Args:
        polygons: For each polygon its outer ring and its holes, closed, latitude and longitude in WGS 84.

    Raises:
        OutlineError: A ring is open, too short, crosses itself or another, or encloses nothing; a hole lies outside.
    """
    count = sum(len(ring) for rings in polygons for ring in rings)
    if count > MAX_POINTS:
        raise OutlineError(say.MANY_POINTS.fill(count, MAX_POINTS))
    names: list[Text] = []
    shaped: list[Polygon] = []
    for number, rings in enumerate(polygons, start=1):
        if not rings:
            raise OutlineError(say.NO_SHELL)
        runs = []
        for place, ring in enumerate(rings):
            name = say.HOLE.fill(place) if place else say.SHELL.fill(number)
            names.append(name)
            runs.append(turned(_checked(ring, name), left=place == 0))
        shaped.append((runs[0], tuple(runs[1:])))
    _check_crossings(shaped, names)
    for run, name in zip(_runs(shaped), names, strict=True):
        if area_m2([to_ring(run)]) < LEAST_M2:
            raise OutlineError(say.FLAT.fill(name))
    _check_nesting(shaped)
    return tuple(to_ring(run) for run in _runs(shaped))


def _checked(ring: Sequence[Position], name: Text) -> Run:
    if len(ring) < 4:
        raise OutlineError(say.SHORT_RING.fill(name, len(ring)))
    if ring[0] != ring[-1]:
        raise OutlineError(say.OPEN_RING.fill(name))
    run = to_run(ring)
    if len(set(run)) < 3:
        raise OutlineError(say.FEW.fill(name, len(set(run))))
    if _is_flat(run):
        raise OutlineError(say.FLAT.fill(name))
    return run


def _runs(polygons: Sequence[Polygon]) -> list[Run]:
    return [run for shell, holes in polygons for run in (shell, *holes)]


def _check_crossings(polygons: Sequence[Polygon], names: Sequence[Text]) -> None:
    found = crossing(_runs(polygons))
    if found is None:
        return
    how, one, two, dot = found
    lat, lon = _degrees(dot)
    if how == "cross":
        raise OutlineError(say.RINGS_CROSS.fill(names[one], names[two], lat, lon))
    raise OutlineError((say.FOLDS if how == "folds" else say.CROSSES).fill(names[one], lat, lon))


def _is_flat(run: Run) -> bool:
    """Whether all positions lie on one line."""
    (ax, ay), (bx, by) = min(run), max(run)
    return all((bx - ax) * (y - ay) == (by - ay) * (x - ax) for x, y in run)


def _check_nesting(polygons: Sequence[Polygon]) -> None:
    for number, (shell, holes) in enumerate(polygons, start=1):
        outside = doubled(shell)
        for place, hole in enumerate(holes, start=1):
            if any(where(outside, dot) == -1 for dot in parts_of(hole)):
                raise OutlineError(say.HOLE_OUTSIDE.fill(say.HOLE.fill(place)))
            for other, second in enumerate(holes[place:], start=place + 1):
                if _overlap(hole, second):
                    raise OutlineError(say.HOLE_IN_HOLE.fill(say.HOLE.fill(other), say.HOLE.fill(place)))
        for other, (second, gaps) in enumerate(polygons[number:], start=number + 1):
            apart = any(_within(second, gap) for gap in holes) or any(_within(shell, gap) for gap in gaps)
            if not apart and _overlap(shell, second):
                raise OutlineError(say.OVERLAP.fill(say.SHELL.fill(other), say.SHELL.fill(number)))


def _overlap(one: Run, two: Run) -> bool:
    """Whether one of two rings that do not cross lies in the other."""
    return any(where(doubled(a), dot) == 1 for a, b in ((one, two), (two, one)) for dot in parts_of(b))


def _within(inner: Run, outer: Run) -> bool:
    around = doubled(outer)
    return all(where(around, dot) >= 0 for dot in parts_of(inner))


def _degrees(dot: Dot) -> tuple[str, str]:
    return f"{dot[1] / MILLION:.5f}", f"{dot[0] / MILLION:.5f}"


def write_outline(rings: Sequence[Ring]) -> str:
    """Return rings as a cell holds them: JSON, longitude first as in GeoJSON, six decimals."""
    return json.dumps([[[round(lon, 6), round(lat, 6)] for lat, lon in ring] for ring in rings], separators=(",", ":"))


def read_outline(cell: str) -> tuple[Ring, ...]:
    """Return the rings that a cell holds, looked at as closely as those of a file.

    Raises:
        OutlineError: It holds none, or they bound no area.
    """
    try:
        found: Any = json.loads(cell)
    except (ValueError, RecursionError) as error:
        raise OutlineError(say.NOT_RINGS) from error
    if not isinstance(found, list) or not found or not all(isinstance(ring, list) and ring for ring in found):
        raise OutlineError(say.NOT_RINGS)
    rings = [tuple(_position(pair) for pair in ring) for ring in found]
    count = sum(map(len, rings))
    if count > MAX_POINTS:
        raise OutlineError(say.MANY_POINTS.fill(count, MAX_POINTS))
    shells = [ring for ring in rings if len(rings) == 1 or doubled_area(to_run(ring)) >= 0]
    holes = [ring for ring in rings if ring not in shells]
    if not shells:
        raise OutlineError(say.NO_SHELL)
    polygons: list[list[Ring]] = [[shell] for shell in shells]
    for hole in holes:
        dots = list(parts_of(to_run(hole)))
        inside = [
            each for each in polygons
            if to_run(each[0]) and all(where(doubled(to_run(each[0])), dot) >= 0 for dot in dots)
        ]  # fmt: skip
        # An island in a hole of another island: the hole belongs to the smallest ring around it.
        owner = min(inside, key=lambda each: area_m2([each[0]]), default=polygons[0])
        owner.append(hole)
    return check_polygons(polygons)


def _position(pair: Any) -> Position:
    if not isinstance(pair, list) or len(pair) != 2 or not all(type(part) in (int, float) for part in pair):
        raise OutlineError(say.NOT_RINGS)
    lon, lat = pair
    if not is_local(lat, lon):
        raise OutlineError(say.LIES_OUTSIDE.fill(f"{lon}, {lat}"[:40]))
    return float(lat), float(lon)


def say_area(square_m: float) -> Text:
    """Return an area in hectares and mu."""
    hectares, mu = square_m / 10_000, square_m * 3 / 2_000
    first = f"{hectares:.2f}" if hectares < 100 else f"{hectares:,.1f}"
    second = f"{mu:.1f}" if mu < 100 else f"{mu:,.0f}"
    return say.AREA.fill(Text(first.replace(",", ""), first), Text(second.replace(",", ""), second))


def say_outline(cell: str) -> Text:
    """Return a cell in a few words: how many points, how large; a cell that holds no red line as it stands."""
    try:
        rings = read_outline(cell)
    except OutlineError:
        return Text(cell, cell)
    return say.OUTLINE.fill(sum(len(ring) - 1 for ring in rings), say_area(area_m2(rings)))
