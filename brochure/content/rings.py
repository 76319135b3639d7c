"""Rings of positions on a lattice of a millionth of a degree: whether they bound an area, and how large it is.

All checks are done in whole millionths (about a decimetre), so that none of them hangs on a rounding.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from brochure.model.geometry import Position

Dot = tuple[int, int]
"""Longitude and latitude in millionths of a degree."""
Run = tuple[Dot, ...]
"""A ring without its closing position."""
Polygon = tuple[Run, tuple[Run, ...]]
"""An outer ring, counter-clockwise, and the holes in it, clockwise."""
Segment = tuple[int, int, int, int, int, int]
"""The two ends with the smaller longitude first, the ring, and the place in it."""
MILLION = 1_000_000


def to_run(ring: Sequence[Position]) -> Run:
    """Return a closed ring on the lattice, without its closing position and without repeated ones."""
    dots = [(round(lon * MILLION), round(lat * MILLION)) for lat, lon in ring]
    kept = [dot for place, dot in enumerate(dots) if place == 0 or dot != dots[place - 1]]
    return tuple(kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept)


def to_ring(run: Run) -> tuple[Position, ...]:
    """Return a run as a closed ring of latitude and longitude in degrees."""
    return tuple((lat / MILLION, lon / MILLION) for lon, lat in (*run, run[0]))


def turned(run: Run, *, left: bool) -> Run:
    """Return a run going round counter-clockwise where ``left``, else clockwise."""
    return run if (doubled_area(run) > 0) == left else run[::-1]


def doubled_area(run: Run) -> int:
    """Return twice the area in square millionths of a degree; above zero when it goes round counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(run, (*run[1:], run[0]), strict=True))


def area_m2(rings: Sequence[Sequence[Position]]) -> float:
    """Return the area that closed rings bound, square metres: outer rings count, what goes round clockwise is a hole.

    A single ring counts whichever way it goes round. Good to a thousandth over a few kilometres.

    Source:
        Length of a degree on the ellipsoid of WGS 84 (NIMA TR8350.2): its series in the latitude.
    """
    signed = 0.0
    for ring in rings:
        turn = math.radians(sum(lat for lat, _ in ring) / len(ring))
        north_m = 111132.954 - 559.822 * math.cos(2 * turn) + 1.175 * math.cos(4 * turn)
        east_m = 111412.84 * math.cos(turn) - 93.5 * math.cos(3 * turn) + 0.118 * math.cos(5 * turn)
        signed += doubled_area(to_run(ring)) / 2 / MILLION**2 * north_m * east_m
    return abs(signed)


def crossing(runs: Sequence[Run]) -> tuple[str, int, int, Dot] | None:
    """Return the first place where runs meet as they should not, or nothing.

    Returns:
        ``folds`` where a ring turns back on itself, ``crosses`` where it meets itself, ``cross`` where two rings do;
        the numbers of both rings; and a position there. Rings of two may touch in a point.
    """
    segments: list[Segment] = []
    for number, run in enumerate(runs):
        for place, (a, b) in enumerate(zip(run, (*run[1:], run[0]), strict=True)):
            c = run[(place + 2) % len(run)]
            ahead = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
            if side(a, b, c) == 0 and ahead < 0:
                return "folds", number, number, b
            (ax, ay), (bx, by) = sorted((a, b))
            segments.append((ax, ay, bx, by, number, place))
    segments.sort()
    for at, one in enumerate(segments):
        low, high = (one[1], one[3]) if one[1] < one[3] else (one[3], one[1])
        for place in range(at + 1, len(segments)):
            two = segments[place]
            if two[0] > one[2]:
                break  # sorted by their western end: none of the rest reaches back to this one
            if (two[1] > high and two[3] > high) or (two[1] < low and two[3] < low):
                continue
            met = _meet(one, two, len(runs[one[4]]))
            if met is not None:
                return ("crosses" if one[4] == two[4] else "cross"), one[4], two[4], met
    return None


def _meet(one: Segment, two: Segment, length: int) -> Dot | None:
    """Return where two segments meet as they should not."""
    same = one[4] == two[4]
    if same and abs(one[5] - two[5]) in (1, length - 1):
        return None  # neighbours share an end, and whether they fold was looked at
    a, b, c, d = one[:2], one[2:4], two[:2], two[2:4]
    sides = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
        return c
    touching = [dot for dot, zero, ends in ((c, sides[0], (a, b)), (d, sides[1], (a, b)), (a, sides[2], (c, d)),
                                            (b, sides[3], (c, d))) if zero == 0 and _between(ends, dot)]  # fmt: skip
    if not touching:
        return None
    along = sides == (0, 0, 0, 0) and len(set(touching)) > 1
    return touching[0] if same or along else None


def side(a: Dot, b: Dot, c: Dot) -> int:
    """Return on which side of the line from ``a`` to ``b`` a dot lies: above zero left, below right, zero on it."""
    turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (turn > 0) - (turn < 0)


def _between(ends: tuple[Dot, Dot], dot: Dot) -> bool:
    (ax, ay), (bx, by) = ends
    return min(ax, bx) <= dot[0] <= max(ax, bx) and min(ay, by) <= dot[1] <= max(ay, by)


def where(run: Run, dot: Dot) -> int:
    """Return 1 where a dot lies inside a run, -1 outside, 0 on its edge; twice its millionths keep halves whole."""
    inside = False
    x, y = dot
    for a, b in zip(run, (*run[1:], run[0]), strict=True):
        if side(a, b, dot) == 0 and _between((a, b), dot):
            return 0
        if (a[1] > y) != (b[1] > y):
            across = (b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])
            if (across > 0) == (b[1] > a[1]):
                inside = not inside
    return 1 if inside else -1


def parts_of(run: Run) -> Iterator[Dot]:
    """Return the positions of a run and the middle of each of its sides, in half millionths."""
    for a, b in zip(run, (*run[1:], run[0]), strict=True):
        yield 2 * a[0], 2 * a[1]
        yield a[0] + b[0], a[1] + b[1]


def doubled(run: Run) -> Run:
    """Return a run in half millionths."""
    return tuple((2 * x, 2 * y) for x, y in run)


def anchor(rings: Sequence[Sequence[Position]]) -> Position:
    """Return a position well inside the largest outer ring, for a name: the best of a few rounds of looking."""
    runs = [to_run(ring) for ring in rings]
    shell = max(runs, key=lambda run: abs(doubled_area(run)))
    holes = [run for run in runs if run is not shell]
    south, north = min(y for _, y in shell), max(y for _, y in shell)
    squeeze = math.cos(math.radians((south + north) / 2 / MILLION))
    best, room = shell[0], -math.inf
    looked: Iterable[Dot] = _middles(shell, south, north)
    step = (north - south) / 12
    for _ in range(3):
        for dot in looked:
            if where(shell, dot) == 1 and all(where(hole, dot) == -1 for hole in holes):
                free = min(_far(run, dot, squeeze) for run in runs)
                if free > room:
                    best, room = dot, free
        looked = [(round(best[0] + i * step), round(best[1] + j * step)) for i in range(-2, 3) for j in range(-2, 3)]
        step /= 3
    return best[1] / MILLION, best[0] / MILLION


def _middles(run: Run, south: int, north: int) -> Iterator[Dot]:
    """Return dots across a run on lines from west to east, between the sides that each line meets."""
    for number in range(1, 24):
        y = south + (north - south) * number / 24 + 0.25  # between the dots of the lattice, so that none is met
        met = sorted(
            a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])
            for a, b in zip(run, (*run[1:], run[0]), strict=True)
            if (a[1] > y) != (b[1] > y)
        )
        for west, east in itertools.pairwise(met):
            for part in (0.15, 0.5, 0.85):  # where the middle is a hole, its sides are not
                yield round(west + (east - west) * part), round(y)


def _far(run: Run, dot: Dot, squeeze: float) -> float:
    """Return how far a dot lies from the edge, in millionths of latitude."""
    x, y = dot[0] * squeeze, float(dot[1])
    least = math.inf
    for a, b in zip(run, (*run[1:], run[0]), strict=True):
        ax, ay, dx, dy = a[0] * squeeze, float(a[1]), (b[0] - a[0]) * squeeze, float(b[1] - a[1])
        length = dx * dx + dy * dy
        along = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
        least = min(least, math.hypot(ax + along * dx - x, ay + along * dy - y))
    return least
