"""The one height scale of the book: a millimetre of page is ten metres of air, and 2240 m lies at y 196 everywhere."""

import itertools
from collections.abc import Sequence
from typing import Final

from brochure.model.geometry import ProfilePoint

METRES_PER_MM: Final = 10.0
BASE_M: Final = 1500
BASE_Y_MM: Final = 270.0
GATE_CHAINAGE_M: Final = 1807400
"""The interchange of Haihu Avenue: the south gate of the park."""


def page_y(altitude_m: float) -> float:
    """Return how far below the upper edge of an A4 page an altitude lies, in millimetres."""
    return BASE_Y_MM - (altitude_m - BASE_M) / METRES_PER_MM


def height_at(profile: Sequence[ProfilePoint], chainage_m: float) -> float:
    """Return the ground height at a chainage, straight between two points; beyond the ends that of the end."""
    if chainage_m <= profile[0].chainage_m:
        return float(profile[0].ground_m)
    for a, b in itertools.pairwise(profile):
        if chainage_m <= b.chainage_m:
            t = (chainage_m - a.chainage_m) / (b.chainage_m - a.chainage_m)
            return a.ground_m + (b.ground_m - a.ground_m) * t
    return float(profile[-1].ground_m)
