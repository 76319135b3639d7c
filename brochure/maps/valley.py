"""City and region on paper: the valleys lighter than what lies between them, and rings of distance. Art, no heights."""

import math
from collections.abc import Iterable

from brochure import tokens
from brochure.drawing import Circle, Path, Rect, Shape, Stroke
from brochure.maps import looks as table
from brochure.maps.labels import Name
from brochure.maps.looks import COLOURS
from brochure.maps.name_lines import lines_of
from brochure.maps.outline import rounded
from brochure.maps.projection import View
from brochure.model.geometry import Feature
from brochure.words import Lang
from brochure.words import maps as say

LEAST_RING_MM = 20.0
TURNS = (-0.25, -0.75, 0.25, 0.75, -0.1)
"""Where on a ring its length may be written, half turns clockwise from the east."""


def build_valleys(features: Iterable[Feature], view: View, *, radius_mm: float = 0.0) -> list[Shape]:
    """Return the ground of a map of city or region, over the whole sheet; what runs in a valley stands for it.

    Args:
        features: What is on the map.
        view: Sheet and scale.
        radius_mm: Rounding of the sheet's corners.
    """
    ground: list[Shape] = [Rect(0, 0, view.width_mm, view.height_mm, radius_mm, fill=COLOURS["upland"].light)]
    runs = [
        rounded(view.run(part), closed=False)
        for feature in features
        if feature.kind in table.VALLEY_KINDS
        for part in feature.parts
    ]
    for wide_km in table.VALLEY_KM:
        alpha = 1.0 if wide_km == table.VALLEY_KM[-1] else 0.5
        stroke = Stroke(COLOURS["paper"].light, wide_km * view.mm_per_km, alpha=alpha)
        ground += [Path((run,), stroke=stroke) for run in runs]
    return ground


def build_rings(features: Iterable[Feature], view: View, lang: Lang) -> tuple[list[Shape], list[Name]]:
    """Return rings of straight distance round the south gate, and their lengths as names; the first says from where."""
    gate = next((f for f in features if f.kind == "interchange" and f.scale == "region"), None)
    if gate is None:
        return [], []
    x, y = view.point(gate.parts[0][0])
    rings: list[Shape] = []
    names: list[Name] = []
    for km in table.RINGS_KM:
        radius = km * view.mm_per_km
        if radius < LEAST_RING_MM or radius > max(view.width_mm, view.height_mm):
            continue
        rings.append(Circle(x, y, radius, stroke=Stroke(tokens.SLATE, 0.2, (0.4, 1.0), alpha=0.6)))
        words = (say.RING if names else say.RING_FIRST).fill(f"{km:g}").to(lang)
        spots = [(radius * math.cos(math.pi * turn), radius * math.sin(math.pi * turn)) for turn in TURNS]
        names.append(
            Name(
                id=f"ring-{km:g}",
                lines=lines_of(words, 7.5, 400, tokens.SLATE),
                at=(x, y),
                rank=95,
                shifts=tuple(spots),
            )
        )
    return rings, names
