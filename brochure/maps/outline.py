"""Shapes of points: rounding corners, moving an outline inward, clipping to a frame, finding a direction."""

import itertools
import math
from collections.abc import Sequence

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def rounded(points: Sequence[Point], closed: bool, times: int = 2) -> tuple[Point, ...]:
    """Return the run with its corners cut again and again (Chaikin); it never leaves the corners' hull."""
    run = list(points[:-1] if closed and points[0] == points[-1] else points)
    for _ in range(times):
        if len(run) < 3:
            break
        made: list[Point] = [] if closed else [run[0]]
        pairs = zip(run, [*run[1:], run[0]], strict=True) if closed else itertools.pairwise(run)
        for (ax, ay), (bx, by) in pairs:
            made.append((ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25))
            made.append((ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75))
        if not closed:
            made.append(run[-1])
        run = made
    return tuple(run)


def resampled(points: Sequence[Point], step: float) -> tuple[Point, ...]:
    """Return points at equal steps along a closed run."""
    ring = [*points, points[0]]
    made: list[Point] = []
    rest = 0.0
    for (ax, ay), (bx, by) in itertools.pairwise(ring):
        length = math.hypot(bx - ax, by - ay)
        while rest < length:
            t = rest / length
            made.append((ax + (bx - ax) * t, ay + (by - ay) * t))
            rest += step
        rest -= length
    return tuple(made)


def signed_area(points: Sequence[Point]) -> float:
    """Return the area of a closed run; its sign tells the way round."""
    total = 0.0
    ax, ay = points[-1]
    for bx, by in points:
        total += ax * by - bx * ay
        ax, ay = bx, by
    return total / 2


def normals(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the unit vector that points inward at each point of a closed run."""
    way = 1.0 if signed_area(points) > 0 else -1.0
    made: list[Point] = []
    n = len(points)
    for i in range(n):
        (ax, ay), (bx, by) = points[i - 2], points[(i + 2) % n]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1.0
        made.append((-dy / length * way, dx / length * way))
    return tuple(made)


def inset(points: Sequence[Point], distance: float) -> tuple[Point, ...]:
    """Return the closed run moved inward; where it would run into itself, points are left out."""
    keep: list[Point] = []
    least = (distance * 0.96) ** 2
    for (x, y), (nx, ny) in zip(points, normals(points), strict=True):
        px, py = x + nx * distance, y + ny * distance
        for qx, qy in points:
            if (px - qx) * (px - qx) + (py - qy) * (py - qy) < least:
                break
        else:
            keep.append((px, py))
    return tuple(keep)


def band(points: Sequence[Point], first: float, last: float) -> tuple[Point, ...]:
    """Return the outline of a line whose width grows from ``first`` to ``last``."""
    n = len(points) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(n, i + 1)]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1.0
        half = (first + (last - first) * i / n) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return (*left, *reversed(right))


def clipped(points: Sequence[Point], frame: Frame) -> tuple[Point, ...]:
    """Return the part of a closed run inside a frame (Sutherland and Hodgman)."""
    run = list(points)
    for axis, limit, sign in ((0, frame[0], 1), (0, frame[2], -1), (1, frame[1], 1), (1, frame[3], -1)):
        made: list[Point] = []
        for i, b in enumerate(run):
            a = run[i - 1]
            inside_a, inside_b = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if inside_a != inside_b:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                made.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t))
            if inside_b:
                made.append(b)
        run = made
    return tuple(run)


def centroid(points: Sequence[Point]) -> Point:
    """Return the centre of mass of a closed run."""
    area = signed_area(points)
    if abs(area) < 1e-12:
        return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    sx = sy = 0.0
    ax, ay = points[-1]
    for bx, by in points:
        cross = ax * by - bx * ay
        sx += (ax + bx) * cross
        sy += (ay + by) * cross
        ax, ay = bx, by
    return sx / (6 * area), sy / (6 * area)


def contains(points: Sequence[Point], point: Point) -> bool:
    """Tell whether a point lies inside a closed run."""
    x, y = point
    inside = False
    ax, ay = points[-1]
    for bx, by in points:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
        ax, ay = bx, by
    return inside


def nearest(points: Sequence[Point], point: Point) -> tuple[Point, Point]:
    """Return the point of a line nearest to another point, and the line's unit direction there."""
    best: tuple[float, Point, Point] | None = None
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        if not length:
            continue
        t = max(0.0, min(1.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / length))
        q = (ax + dx * t, ay + dy * t)
        far = (q[0] - point[0]) ** 2 + (q[1] - point[1]) ** 2
        if best is None or far < best[0]:
            root = math.sqrt(length)
            best = (far, q, (dx / root, dy / root))
    assert best is not None
    return best[1], best[2]


def length_to(points: Sequence[Point], place: Point) -> float:
    """Return how long a line is up to the point of it that is nearest to a place."""
    q, _ = nearest(points, place)
    gone = 0.0
    best, least = 0.0, math.inf
    for a, b in itertools.pairwise(points):
        off = math.dist(a, q) + math.dist(q, b) - math.dist(a, b)
        if off < least:
            best, least = gone + math.dist(a, q), off
        gone += math.dist(a, b)
    return best


def point_at(points: Sequence[Point], length: float) -> Point | None:
    """Return the point of a line that far from its beginning, or None where the line does not reach."""
    if length < 0:
        return None
    for a, b in itertools.pairwise(points):
        step = math.dist(a, b)
        if length <= step:
            share = length / step if step else 0.0
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        length -= step
    return None


def touches(points: Sequence[Point], frame: Frame) -> bool:
    """Tell whether the box round some points meets a frame."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) <= frame[2] and max(xs) >= frame[0] and min(ys) <= frame[3] and max(ys) >= frame[1]


def box_of(points: Sequence[Point]) -> Frame:
    """Return the box that holds all points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def grown(frame: Frame, by: float) -> Frame:
    """Return a frame moved outward on all sides."""
    return frame[0] - by, frame[1] - by, frame[2] + by, frame[3] + by


def holds(frame: Frame, box: Frame) -> bool:
    """Tell whether a box lies whole in a frame."""
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def length_inside(frame: Frame, a: Point, b: Point) -> float:
    """Return how much of a straight line lies in a frame."""
    (ax, ay), (bx, by) = a, b
    left, top, right, foot = frame
    if (ax < left and bx < left) or (ax > right and bx > right) or (ay < top and by < top) or (ay > foot and by > foot):
        return 0.0
    first, last = 0.0, 1.0
    for start, step, low, high in ((ax, bx - ax, left, right), (ay, by - ay, top, foot)):
        if step == 0:
            if not low <= start <= high:
                return 0.0
            continue
        ends = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, ends[0]), min(last, ends[1])
    return math.dist(a, b) * max(0.0, last - first)


def union(boxes: Sequence[Frame]) -> Frame:
    """Return the box around boxes."""
    lefts, tops, rights, feet = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)


def around(point: Point, reach: float) -> Frame:
    """Return the square round a point."""
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach
