"""The hill as art: an outline with softened corners, tints that step inward, hachures along the fall. No contours.

All of it is the same on every run: the unevenness of the strokes comes from a fixed sequence of numbers.
"""

import functools
import math

import msgspec

from brochure.maps.outline import Point, inset, normals, resampled, rounded
from brochure.maps.projection import KM_PER_DEGREE
from brochure.model.geometry import Position

TINTS_KM = (0.16, 0.36, 0.60)
"""How far inside the outline each tint begins."""
ROWS_KM = (0.03, 0.17, 0.33, 0.51, 0.72)
"""How far inside the outline each row of hachures begins."""
STEP_KM = 0.075


class Relief(msgspec.Struct, frozen=True):
    """The parts of a drawn hill, as positions."""

    outline: tuple[Position, ...]
    tints: tuple[tuple[Position, ...], ...]
    strokes: tuple[tuple[Position, Position], ...]


@functools.lru_cache(maxsize=16)
def relief(ring: tuple[Position, ...]) -> Relief:
    """Return the art of a hill from its sketched outline."""
    lat0 = sum(lat for lat, _ in ring) / len(ring)
    across = KM_PER_DEGREE * math.cos(math.radians(lat0))
    flat = [(lon * across, lat * KM_PER_DEGREE) for lat, lon in ring]
    outline = rounded(flat, closed=True, times=3)
    even = resampled(outline, 0.14)

    def back(point: Point) -> Position:
        return round(point[1] / KM_PER_DEGREE, 6), round(point[0] / across, 6)

    tints = tuple(rounded(inset(even, depth), closed=True, times=1) for depth in TINTS_KM)
    strokes: list[tuple[Position, Position]] = []
    noise = 7
    for depth in ROWS_KM:
        row = inset(even, depth)
        if len(row) < 8:
            break
        row = resampled(row, STEP_KM)
        for (x, y), (nx, ny) in zip(row, normals(row), strict=True):
            noise = (noise * 1103515245 + 12345) % 2147483648
            shift = (noise >> 8) % 1000 / 1000
            if shift > 0.86:  # a gap now and then, as a pen would leave it
                continue
            start, length = 0.02 * shift, 0.055 + 0.055 * ((noise >> 18) % 1000 / 1000)
            a = (x + nx * start, y + ny * start)
            strokes.append((back(a), back((a[0] + nx * length, a[1] + ny * length))))
    return Relief(
        outline=tuple(map(back, outline)),
        tints=tuple(tuple(map(back, tint)) for tint in tints if len(tint) > 8),
        strokes=tuple(strokes),
    )
