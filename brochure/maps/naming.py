"""Which name a feature gets on paper, how large, and where it would like to stand."""

import math
from collections.abc import Iterable
from typing import Final

from brochure import tokens
from brochure.drawing import Circle, Path, Shape, Stroke
from brochure.maps import layers as table
from brochure.maps.labels import Anchor, Line, Name, Placed, lines_of
from brochure.maps.layers import COLOURS, Look
from brochure.maps.outline import Frame, Point, centroid, clipped, contains, grown, nearest, rounded
from brochure.maps.projection import View
from brochure.model.geometry import Feature, MapScale, Position
from brochure.words import Lang

UP_MM: Final = 3.2
NUDGES: Final[tuple[Point, ...]] = (
    (0.0, 0.0), (0.0, UP_MM), (0.0, -UP_MM), (UP_MM, 0.0), (-UP_MM, 0.0), (0.0, 2 * UP_MM), (0.0, -2 * UP_MM),
)  # fmt: skip
"""How a name may move when its place is taken, millimetres."""


def name_of(
    feature: Feature,
    view: View,
    lang: Lang,
    scale: MapScale,
    parents: frozenset[str],
    selected: str | None,
    notes: bool,
    frame: Frame,
) -> Name | None:
    """Return the name of a feature, or None where it is not named at this scale or not to be seen in this frame."""
    anchor = feature.labels.get(scale)
    if anchor is None or feature.kind == "incubator":
        return None
    look = table.look_of(feature, parents)
    mine = feature.id == selected
    at = view.point(anchor)
    grow = 1.2 if view.mm_per_km >= 45 else 1.0
    size = max(7.5, look.size_pt * grow + (1.5 if mine else 0))
    weight = 700 if mine else look.weight
    colour = tokens.INK if mine else COLOURS[table.colour_name(feature, look.text) or "text"].light
    if feature.sector in ("ochre", "slate", "ink") and look.text == "sector" and not mine:
        colour = {"ochre": tokens.GOLD_TEXT, "slate": tokens.SLATE, "ink": tokens.INK}[feature.sector]
    words = (feature.short or feature.name).to(lang)
    if feature.shape == "line":
        return _way_name(feature, view, words, at, look, colour)
    rank = 0 if mine else look.rank
    if feature.shape == "point":
        return _point_name(feature, view, anchor, lines_of(words, size, weight, colour), rank)
    told = table.note_of(feature) if notes else None
    note = told.to(lang) if told is not None else None
    ring = view.run(feature.parts[0])
    lines = lines_of(words, size, weight, colour, note)
    placing: Anchor = "middle"
    if not contains(ring, at):
        left, right = min(x for x, _ in ring), max(x for x, _ in ring)
        placing = "end" if at[0] < left else "start" if at[0] > right else "middle"
    elif not (frame[0] < at[0] < frame[2] and frame[1] < at[1] < frame[3]):
        piece = clipped(ring, grown(frame, -3))
        if len(piece) < 3 or feature.id in parents or feature.kind == "park_outline":
            return None
        at = centroid(piece)
    return Name(id=feature.id, lines=lines, at=at, anchor=placing, rank=rank, shifts=NUDGES)


def _point_name(feature: Feature, view: View, anchor: Position, lines: tuple[Line, ...], rank: int) -> Name:
    """Return the name of a point, on the side its anchor lies on."""
    if feature.kind == "interchange":  # the height below the name is set smaller
        lines = (lines[0], *(Line(line.text, 7.5, 400, tokens.INK) for line in lines[1:]))
    (x, _), at = view.point(feature.parts[0][0]), view.point(anchor)
    side = anchor[1] - feature.parts[0][0][1]
    gap = 2.9 if feature.kind == "interchange" else 1.9
    placing: Anchor = "start" if side > 1e-4 else "end" if side < -1e-4 else "middle"
    across = {"start": x + gap, "end": x - gap, "middle": at[0]}[placing]
    return Name(id=feature.id, lines=lines, at=(across, at[1]), anchor=placing, rank=rank, shifts=NUDGES[:3])


def _way_name(feature: Feature, view: View, words: str, at: Point, look: Look, colour: str) -> Name | None:
    """Return the name of a road, rail or river, turned along it and beside it on the side of its anchor."""
    run = rounded(view.run(feature.parts[0]), closed=False, times=1)
    q, (dx, dy) = nearest(run, at)
    angle = math.degrees(math.atan2(dy, dx))
    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    nx, ny = -dy, dx
    if (at[0] - q[0]) * nx + (at[1] - q[1]) * ny < 0:
        nx, ny = -nx, -ny
    gap = 2.6 if feature.kind != "river" else 3.4
    at = (q[0] + nx * gap, q[1] + ny * gap)
    along = tuple((dx * s, dy * s) for s in (0.0, 8.0, -8.0, 16.0, -16.0, 26.0, -26.0))
    if abs(angle) < 15 or feature.kind == "tunnel":
        return Name(
            id=feature.id,
            lines=lines_of(words, 7.5, look.weight, colour),
            at=(q[0], q[1] + 4.6),
            rank=look.rank,
            shifts=along,
        )
    line = lines_of(words.replace("\n", " "), 7.5, look.weight, colour)
    return Name(id=feature.id, lines=line, at=at, turn_deg=round(angle, 1), rank=look.rank, shifts=along)


def build_leaders(placed: Iterable[Placed], features: Iterable[Feature], view: View) -> list[Shape]:
    """Return the fine lines from a name outside to the site it belongs to."""
    sites = {f.id: view.run(f.parts[0]) for f in features if f.kind == "site"}
    shapes: list[Shape] = []
    for item in placed:
        ring = sites.get(item.name.id)
        if ring is None or contains(ring, item.name.at):
            continue
        y = (item.box[1] + item.box[3]) / 2
        right = item.name.anchor == "end"
        edge = item.box[2] + 0.8 if right else item.box[0] - 0.8
        xs = [x for x, _ in ring]
        target = min(xs) + 2.6 if right else max(xs) - 2.6
        colour = COLOURS["gold_text"].light
        shapes.append(Path((((edge, y), (target, y)),), stroke=Stroke(colour, 0.25)))
        shapes.append(Circle(target, y, 0.55, fill=colour))
    return shapes
