"""Which name a feature gets on paper, how large, and where it would like to stand."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from brochure import tokens
from brochure.drawing import PT, Circle, Path, Shape, Stroke, text_width_mm
from brochure.maps import looks as table
from brochure.maps.labels import Anchor, Name, Placed, height_of, width_of
from brochure.maps.layers import note_of
from brochure.maps.looks import COLOURS, Look
from brochure.maps.name_lines import Line, lines_of, on_one_line
from brochure.maps.outline import (
    Frame,
    Point,
    box_of,
    centroid,
    clipped,
    contains,
    grown,
    length_to,
    nearest,
    point_at,
    rounded,
)
from brochure.maps.projection import View
from brochure.maps.ways import river_widths
from brochure.model.geometry import Feature, MapScale, Position
from brochure.words import Lang

NUDGES: Final[tuple[Point, ...]] = tuple(
    sorted(
        ((0.8 * x, 0.8 * y) for x in range(-8, 9) for y in range(-8, 9) if abs(x) <= 4 or y == 0),
        key=lambda shift: math.hypot(*shift),
    )
)
"""How a name may move when its place is taken or lies on a line, millimetres: the nearest first."""
UP_AND_DOWN: Final[tuple[Point, ...]] = tuple((0.0, step) for step in (0.0, 1.6, -1.6, 3.2, -3.2))
BELOW_ROAD: Final[tuple[Point, ...]] = tuple((0.0, step) for step in (0.0, 1.6, 3.2, 4.8, 6.4))
"""A gate lies on a road and below the park: its name keeps off both."""
HALF_EXPRESSWAY_MM: Final = 1.3
STILL: Final[tuple[Point, ...]] = ((0.0, 0.0),)
AROUND: Final[tuple[Anchor, ...]] = ("start", "end", "middle", "middle")
WAY_PT: Final = 7.5
LEVEL_DEG: Final = 15
"""The name of a way that lies flatter than this stands level below it."""
STEEP_DEG: Final = 75
"""What falls more steeply than this is read from below, as its neighbours are."""
SLIDES_MM: Final = (0.0, *(side * step for step in (4.0, 8.0, 12.0, 16.0, 21.0, 26.0, 32.0, 40.0) for side in (1, -1)))
"""How far along its way a name may move."""
HALF_WAY_MM: Final = 0.8
"""From the middle of a road or rail to its edge, at most."""
BEND_MM: Final = 1.6
"""How far a way may bend away from the name beside it."""
BESIDE_MM: Final = 0.5
"""Between an outline and a name above or below it."""
SNUG_KINDS: Final = ("zone", "garden", "park", "campus")
SPILL_MM: Final = 1.0
"""How far the halo of a snug name may reach over the edge of its zone."""


class Naming(NamedTuple):
    """How names are asked for: on which sheet, in which language, at which scale, and which feature is lit."""

    view: View
    lang: Lang
    scale: MapScale
    frame: Frame
    parents: frozenset[str]
    selected: str | None = None
    notes: bool = True


def names_of(features: Iterable[Feature], asked: Naming) -> list[Name]:
    """Return the names that would like to be written; expressways have their plates."""
    found = (_name_of(feature, asked) for feature in features if feature.kind != "expressway")
    return [name for name in found if name is not None]


def _name_of(feature: Feature, asked: Naming) -> Name | None:
    """Return the name of a feature, or None where it is not named at this scale or not to be seen in this frame."""
    view, lang, scale, frame, parents, selected, notes = asked
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
    if feature.assumed and not mine:
        colour, weight = tokens.SLATE, 400
    words = (feature.short or feature.name).to(lang)
    if feature.kind == "spot_height":
        words += " 米" if lang == "zh" else " m"
    if feature.shape == "line":
        return _way_name(feature, view, words, at, look, colour)
    rank = 0 if mine else look.rank
    if feature.shape == "point":
        lines = lines_of(words, size, weight, colour)
        if not notes:  # on one line, and a gate without its height
            lines = lines[:1] if feature.kind == "interchange" else on_one_line(lines)
        return _point_name(feature, view, anchor, lines, rank)
    told = note_of(feature)
    note = told.to(lang) if told is not None else None
    if note is not None and not notes:  # the whole park has its name elsewhere; what the pages speak of is its core
        words, note = (note if feature.kind == "park_outline" else words), None
    ring = view.run(feature.parts[0])
    lines = lines_of(words, size, weight, colour, note)
    placing: Anchor = "middle"
    is_cut = False
    if not contains(ring, at):
        left, right = min(x for x, _ in ring), max(x for x, _ in ring)
        placing = "end" if at[0] < left else "start" if at[0] > right else "middle"
    elif not (frame[0] < at[0] < frame[2] and frame[1] < at[1] < frame[3]):
        piece = clipped(ring, grown(frame, -3))
        if len(piece) < 3 or feature.id in parents or feature.kind == "park_outline":
            return None
        at, is_cut = centroid(piece), True
    inside = tuple(shift for shift in NUDGES if contains(ring, (at[0] + shift[0], at[1] + shift[1])))
    is_held = is_cut or feature.kind != "park"  # the name of a green that is seen whole may stand beside it
    kept = inside if inside and is_held else NUDGES
    beside = () if is_cut else NUDGES
    return Name(id=feature.id, lines=lines, at=at, anchor=placing, rank=rank, shifts=kept, fallback=beside)


def is_snug(
    name: Name, features: Iterable[Feature], view: View, frame: Frame, keep_free: Collection[Frame] = ()
) -> bool:
    """Tell whether the name of a zone that stands in it is no wider than what is seen of the zone."""
    feature = next((feature for feature in features if feature.id == name.id), None)
    if feature is None or feature.kind not in SNUG_KINDS:
        return True
    ring = view.run(feature.parts[0])
    if not contains(ring, name.at):
        return True
    left, _, right, _ = box_of(ring)
    for free in keep_free:
        if free[1] <= name.at[1] <= free[3]:
            left, right = (max(left, free[2]), right) if free[2] <= name.at[0] else (left, min(right, free[0]))
    return width_of(name) <= min(right, frame[2]) - max(left, frame[0]) + SPILL_MM


def over_and_under(name: Name, feature: Feature, view: View) -> tuple[Point, Point]:
    """Return how a name must move to stand just above and just below the outline of its feature."""
    left, top, right, foot = box_of(view.run(feature.parts[0]))
    across, off = (left + right) / 2 - name.at[0], height_of(name) / 2 + BESIDE_MM
    return (across, top - off - name.at[1]), (across, foot + off - name.at[1])


def _point_name(feature: Feature, view: View, anchor: Position, lines: tuple[Line, ...], rank: int) -> Name:
    """Return the name of a point, on the side its anchor lies on."""
    if feature.kind == "interchange":  # the height below the name is set smaller
        lines = (lines[0], *(Line(line.text, 7.5, 400, tokens.INK) for line in lines[1:]))
    (x, y), at = view.point(feature.parts[0][0]), view.point(anchor)
    side = anchor[1] - feature.parts[0][0][1]
    gap = 2.9 if feature.kind == "interchange" else 1.9
    placing: Anchor = "start" if side > 1e-4 else "end" if side < -1e-4 else "middle"
    across = {"start": x + gap, "end": x - gap, "middle": at[0]}[placing]
    shifts = BELOW_ROAD if feature.kind == "interchange" else UP_AND_DOWN
    name = Name(id=feature.id, lines=lines, at=(across, at[1]), anchor=placing, rank=rank, shifts=shifts)
    return msgspec.structs.replace(name, instead=_around(name, (x, y), gap, is_gate=feature.kind == "interchange"))


def _around(name: Name, point: Point, gap: float, *, is_gate: bool) -> tuple[Name, ...]:
    """Return the name right of a point, left of it, below and above it; that of a gate stays out of the park above."""
    x, y = point
    off = gap + height_of(name) / 2
    right, left, below, above = (x + gap, y), (x - gap, y), (x, y + off), (x, y - off)
    low = y + HALF_EXPRESSWAY_MM + height_of(name) / 2
    spots: tuple[tuple[Point, Anchor, tuple[Point, ...]], ...] = (
        (
            ((x + gap, low), "start", BELOW_ROAD),
            ((x - gap, low), "end", BELOW_ROAD),
            (below, "middle", STILL),
            (left, "end", UP_AND_DOWN),
            (above, "middle", STILL),
        )
        if is_gate
        else tuple((at, anchor, name.shifts) for at, anchor in zip((right, left, below, above), AROUND, strict=True))
    )
    return tuple(msgspec.structs.replace(name, at=at, anchor=anchor, shifts=shifts) for at, anchor, shifts in spots)


def _way_name(feature: Feature, view: View, words: str, at: Point, look: Look, colour: str) -> Name | None:
    """Return the name of a road, rail or river, turned along it and beside it on the side of its anchor."""
    run = rounded(view.run(feature.parts[0]), closed=False, times=1)
    q, (dx, dy) = nearest(run, at)
    if feature.kind == "tunnel" or abs(_readable(dx, dy)) < LEVEL_DEG:
        left, _, right, _ = box_of(run)
        slides = tuple((dx * s, dy * s) for s in SLIDES_MM if s == 0 or left < q[0] + dx * s < right)
        lines = lines_of(words, WAY_PT, look.weight, colour)
        return Name(id=feature.id, lines=lines, at=(q[0], q[1] + 4.6), rank=look.rank, shifts=slides)
    lines = lines_of(words.replace("\n", " "), WAY_PT, look.weight, colour)
    deep = max(river_widths(view)) / 2 if feature.kind == "river" else HALF_WAY_MM
    gap = deep + BESIDE_MM + WAY_PT * PT / 2
    if (at[0] - q[0]) * -dy + (at[1] - q[1]) * dx < 0:
        gap = -gap  # the anchor lies on the other side
    wide = max(text_width_mm(line.text, line.size_pt, line.weight) for line in lines)
    found = [spot for side in (gap, -gap) for spot in _along(run, q, wide, side)]
    if not found:
        return None
    shifts = tuple((x - q[0], y - q[1]) for (x, y), _ in found)
    return Name(id=feature.id, lines=lines, at=q, rank=look.rank, shifts=shifts, turns=tuple(turn for _, turn in found))


def _along(run: Sequence[Point], near: Point, wide: float, gap: float) -> Iterator[tuple[Point, float]]:
    """Return where a name stands beside a line, and its turn there: only where the line is straight enough for it."""
    middle = length_to(run, near)
    for slide in SLIDES_MM:
        a, b = (point_at(run, middle + slide + side * wide / 2) for side in (-1, 1))
        if a is None or b is None:
            continue
        far = math.dist(a, b)
        dx, dy = (b[0] - a[0]) / far, (b[1] - a[1]) / far
        turn = round(_readable(dx, dy), 1)
        inner = [point_at(run, middle + slide + share * wide) or a for share in (-0.25, 0.0, 0.25)]
        bends = [0.0, *((x - a[0]) * -dy + (y - a[1]) * dx for x, y in inner)]
        if far < 0.9 * wide or max(bends) - min(bends) > BEND_MM or not turn:
            continue
        off = gap + (max(bends) if gap > 0 else min(bends))
        yield ((a[0] + b[0]) / 2 - dy * off, (a[1] + b[1]) / 2 + dx * off), turn


def _readable(dx: float, dy: float) -> float:
    """Return the turn of a direction, degrees clockwise: never upside down, and upwards where it is steep."""
    angle = math.degrees(math.atan2(dy, dx))
    return angle - 180 if angle > STEEP_DEG else angle + 180 if angle <= STEEP_DEG - 180 else angle


def build_leaders(
    placed: Iterable[Placed], features: Iterable[Feature], view: View, aside: Collection[str] = ()
) -> list[Shape]:
    """Return the fine lines from a name outside to the site it belongs to, or to a zone whose name stands aside."""
    sites = {f.id: view.run(f.parts[0]) for f in features if f.kind == "site" or f.id in aside}
    shapes: list[Shape] = []
    for item in placed:
        ring = sites.get(item.name.id)
        if ring is None or contains(ring, item.name.at):
            continue
        y = (item.box[1] + item.box[3]) / 2
        right = item.name.anchor == "end"
        edge = item.box[2] + 0.8 if right else item.box[0] - 0.8
        xs = [x for x, _ in ring]
        deep = 0.8 if item.name.id in aside else 2.6
        target = min(xs) + deep if right else max(xs) - deep
        colour = COLOURS["gold_text"].light
        shapes.append(Path((((edge, y), (target, y)),), stroke=Stroke(colour, 0.25)))
        shapes.append(Circle(target, y, 0.55, fill=colour))
    return shapes
