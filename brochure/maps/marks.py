"""Points and road numbers on paper: discs, rings, squares, triangles, shields."""

import itertools
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from brochure import tokens
from brochure.drawing import Circle, Label, Path, Rect, Shape, Stroke, text_width_mm
from brochure.maps.labels import overlap
from brochure.maps.looks import COLOURS, Look
from brochure.maps.outline import Frame, Point, grown, holds, nearest
from brochure.maps.projection import View
from brochure.model.geometry import Feature, MapScale
from brochure.words import Lang

DISC_MM = 2.4
STEP_MM: Final = 3.0
"""How far apart the places are that a plate tries along its road."""


def build_mark(feature: Feature, look: Look, point: Point, numbers: Mapping[str, int], own: int | None) -> list[Shape]:
    """Return the mark of a point; the reader's own stage of the chain is lit."""
    x, y = point
    solid = feature.precision == "surveyed"
    if look.mark == "number":
        number = numbers[feature.id]
        mine = number == own
        dash = (0.6, 0.6) if feature.assumed else ()
        ring = Stroke(tokens.GOLD if mine else tokens.SLATE if feature.assumed else tokens.LAKE, 0.4, dash)
        fill = tokens.INK if mine else tokens.WHITE
        colour = tokens.GOLD_BRIGHT if mine else tokens.SLATE if feature.assumed else tokens.INK
        outer = (
            [Circle(x, y, DISC_MM + 0.75, stroke=Stroke(tokens.LAKE, 0.25))] if feature.precision == "placed" else []
        )
        return [
            Circle(x, y, DISC_MM + 0.45, fill=COLOURS["halo"].light, alpha=0.85),
            *outer,
            Circle(x, y, DISC_MM, fill=fill, stroke=ring),
            Label(x, y + 1.1, str(number), 8.5, colour, 700, "middle"),
        ]
    if look.mark == "triangle":
        return [
            Path((((x - 1.05, y + 0.75), (x + 1.05, y + 0.75), (x, y - 1.05)),), True, fill=COLOURS["hill_text"].light)
        ]
    if look.mark == "square":
        return [Rect(x - 1.0, y - 1.0, 2.0, 2.0, 0.2, fill=tokens.INK)]
    if look.mark == "ring":
        big = 1.9 if feature.kind == "interchange" else 0.9
        return [Circle(x, y, big, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.5 if big > 1 else 0.35))]
    if solid:
        return [Circle(x, y, 0.7, fill=tokens.INK)]
    if feature.precision == "placed":
        return placed_mark(x, y)
    if feature.precision == "address":
        return [Circle(x, y, 0.7, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.35))]
    return [Circle(x, y, 0.7, fill=tokens.WHITE, stroke=Stroke(tokens.SLATE, 0.25, (0.5, 0.4)))]


def placed_mark(x: float, y: float) -> list[Shape]:
    """Return the mark of what the park's staff placed: a disc in a ring, which no survey and no sketch has."""
    return [
        Circle(x, y, 1.15, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.3)),
        Circle(x, y, 0.55, fill=tokens.LAKE),
    ]


def is_marked(feature: Feature, scale: MapScale) -> bool:
    """Tell whether a point is drawn at a scale: the stages always, others where they have a place for their name."""
    return feature.kind == "incubator" or scale in feature.labels


def build_shields(
    features: Iterable[Feature],
    view: View,
    frame: Frame,
    lang: Lang,
    scale: MapScale,
    gutter: Frame | None,
    keep_free: Collection[Frame] | None = None,
) -> tuple[list[Shape], list[Frame]]:
    """Return the road numbers on their green plates, on the line itself, and the room they take.

    Where boxes are kept free, a plate moves along its road to a free place; else it stands at its own or not at all.
    """
    shapes: list[Shape] = []
    boxes: list[Frame] = []
    barred = [*(keep_free or ()), *([(gutter[0], frame[1], gutter[2], frame[3])] if gutter else [])]
    for feature in features:
        anchor = feature.labels.get(scale)
        if feature.kind != "expressway" or anchor is None:
            continue
        text = (feature.short or feature.name).to(lang)
        wide = text_width_mm(text, 8, 700) + 2.4
        run, at = view.run(feature.parts[0]), view.point(anchor)
        spots = [nearest(run, at)[0]] if keep_free is None else _along(run, at, frame)
        spot = next((each for each in spots if _is_free(_plate(each, wide), frame, barred)), None)
        if spot is None:
            continue
        box = _plate(spot, wide)
        colour = COLOURS["shield"].light
        shapes.append(Rect(box[0], box[1], wide, 3.9, 0.7, fill=colour, stroke=Stroke(tokens.WHITE, 0.25)))
        shapes.append(Label(spot[0], spot[1] + 1.02, text, 8, COLOURS["shield_text"].light, 700, "middle"))
        boxes.append(grown(box, 0.5))
    return shapes, boxes


def _plate(spot: Point, wide: float) -> Frame:
    return spot[0] - wide / 2, spot[1] - 1.95, spot[0] + wide / 2, spot[1] + 1.95


def _is_free(box: Frame, frame: Frame, barred: Iterable[Frame]) -> bool:
    return holds(grown(frame, -2.0), box) and not any(overlap(box, other) for other in barred)


def _along(run: Sequence[Point], anchor: Point, frame: Frame) -> list[Point]:
    """Return where a plate may stand on a road: nearest its anchor first, then wherever the sheet shows the road."""
    first, _ = nearest(run, anchor)
    seen = [
        (ax + (bx - ax) * t, ay + (by - ay) * t)
        for (ax, ay), (bx, by) in itertools.pairwise(run)
        for steps in (max(1, int(math.hypot(bx - ax, by - ay) / STEP_MM)),)
        for t in (step / steps for step in range(steps + 1))
    ]
    inside = [(x, y) for x, y in seen if frame[0] < x < frame[2] and frame[1] < y < frame[3]]
    return [first, *sorted(inside, key=lambda spot: math.dist(spot, first))]
