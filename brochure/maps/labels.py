"""Names on the printed map: each at its hand-set anchor, none over another, the important ones first."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from brochure.drawing import PT, Label, Stroke, text_width_mm
from brochure.maps.looks import COLOURS
from brochure.maps.name_lines import Line
from brochure.maps.outline import Frame, Point, grown, holds, length_inside, union

HALO_MM = 0.9
LEADING = 1.28
FARTHEST_MM = 60
"""How far from what it names a name may stand when a line leads to it."""
FAR_COST = 0.15
"""What a millimetre from its place costs a name, in millimetres of line that it covers."""
SPACE_MM = 1.5
"""White between two names side by side, so that they are not read as one."""
CLEAR_MM = 0.2
"""How far a name along a line keeps from other lines, so that nobody takes it for theirs."""
MOST_HIDDEN_MM = 3.0
"""A name along a line that would hide more than that of other lines is not written."""
APART_MM = 2.5
STACKED_COST = 4.0
"""What standing nearer than this below or above another name costs, for the two are then read as one."""
OTHER_COST = 1.5
"""What each step down its list of places costs a name, in millimetres of line that it covers."""
Segment = tuple[Point, Point]
Anchor = Literal["start", "middle", "end"]
SIDES: tuple[Anchor, ...] = ("start", "end")


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name that wants a place: its lines, where it stands and how it may move."""

    id: str
    lines: tuple[Line, ...]
    at: Point
    anchor: Anchor = "middle"
    rank: int = 50
    shifts: tuple[Point, ...] = ((0.0, 0.0),)
    """Where it may stand, millimetres from the anchor, the nearest first."""
    turns: tuple[float, ...] = ()
    """How it is turned in each of these places, degrees clockwise, where it runs along a line."""
    fallback: tuple[Point, ...] = ()
    """Where it may stand when none of these is free."""
    apart: bool = False
    """Whether it may not stand right below or above another name, as one outside of what it names."""
    instead: tuple["Name", ...] = ()
    """Itself at other places, for when it finds no room at this one or hides too much there."""


class Spot(NamedTuple):
    """A place where a name may stand: its middle or edge, the turn, the upright box it covers, how far it moved."""

    at: Point
    turn_deg: float
    box: Frame
    far_mm: float


class Placed(msgspec.Struct, frozen=True):
    """A name on the sheet, with the box it covers."""

    name: Name
    box: Frame
    labels: tuple[Label, ...]


def place_names(
    names: Iterable[Name],
    frame: Frame,
    taken: Sequence[Frame] = (),
    gutter: Frame | None = None,
    lines: Mapping[str, Sequence[Segment]] | None = None,
) -> tuple[Placed, ...]:
    """Return the names that find room, the lowest rank first, each where it covers least of the lines of the map.

    Args:
        names: All that would like to be written.
        frame: They must lie inside it.
        taken: Boxes that no name may cover: discs, shields, the scale bar.
        gutter: A strip no name may touch, as the fold of a spread.
        lines: The lines of the map by what they belong to; a name that runs along its own line does not mind it.
    """
    used = list(taken)
    placed: list[Placed] = []
    for name in sorted(names, key=lambda name: name.rank):
        barred = [*used, gutter] if gutter else used
        options = [
            (found[0] + OTHER_COST * place, place, option, found[1])
            for place, option in enumerate((name, *name.instead))
            if (found := _best(option, frame, barred, [item.box for item in placed], lines or {})) is not None
        ]
        if options:
            *_, option, best = min(options, key=lambda each: each[:2])
            used.append((best.box[0] - SPACE_MM, best.box[1], best.box[2] + SPACE_MM, best.box[3]))
            placed.append(Placed(option, best.box, _labels(option, best.at, best.turn_deg)))
    return tuple(placed)


def _best(
    name: Name,
    frame: Frame,
    used: Sequence[Frame],
    others: Sequence[Frame],
    lines: Mapping[str, Sequence[Segment]],
) -> tuple[float, Spot] | None:
    """Return what the best free place of a name costs, and that place; None where it has none."""
    for shifts, turns in ((name.shifts, name.turns), (name.fallback, ())):
        spots = [spot for spot in _spots(name, shifts, turns) if holds(frame, spot.box)]
        if not spots:
            continue
        reach = union([spot.box for spot in spots])
        near = [other for other in used if overlap(reach, other)]
        free = [spot for spot in spots if not any(overlap(spot.box, other) for other in near)]
        close = [box for box in others if overlap(grown(reach, APART_MM), box)]
        if name.apart:
            free = [spot for spot in free if not _is_stacked(spot.box, close)]
        if found := _clearest(name, free, close, lines):
            return found
    return None


def _spots(name: Name, shifts: Sequence[Point], turns: Sequence[float] = ()) -> list[Spot]:
    """Return the places a name asks for."""
    size = _size(name)
    made: list[Spot] = []
    for place, (dx, dy) in enumerate(shifts):
        at, turn = (name.at[0] + dx, name.at[1] + dy), turns[place] if turns else 0.0
        made.append(Spot(at, turn, _box(name.anchor, size, at, turn), math.hypot(dx, dy)))
    return made


def _clearest(
    name: Name, free: Sequence[Spot], others: Sequence[Frame], lines: Mapping[str, Sequence[Segment]]
) -> tuple[float, Spot] | None:
    """Return where a name covers least of the lines near it, behind its cost; farther and stacked cost more."""
    if not free:
        return None
    near = _near(name, [spot.box for spot in free], lines)
    if not near and not others:
        return FAR_COST * free[0].far_mm, free[0]
    best: tuple[float, Spot] | None = None
    for spot in free:
        far, hidden = FAR_COST * spot.far_mm + STACKED_COST * _is_stacked(spot.box, others), 0.0
        most = math.inf if best is None else best[0]
        for segment in near:
            if far + hidden >= most:
                break  # it costs too much already
            hidden += _hidden(name, spot, segment)
        if far + hidden < most and not (spot.turn_deg and hidden > MOST_HIDDEN_MM):
            best = far + hidden, spot
    return best


def _is_stacked(box: Frame, others: Sequence[Frame]) -> bool:
    """Tell whether a name stands close above or below another one."""
    tall = (box[0], box[1] - APART_MM, box[2], box[3] + APART_MM)
    return any(overlap(tall, other) for other in others)


def _near(name: Name, boxes: Sequence[Frame], lines: Mapping[str, Sequence[Segment]]) -> list[Segment]:
    """Return the lines that a name could cover in one of its places."""
    left, top, right, foot = union(boxes)
    return [
        (a, b)
        for key, segments in lines.items()
        if not (name.turns and key == name.id)
        for a, b in segments
        if min(a[0], b[0]) < right and max(a[0], b[0]) > left and min(a[1], b[1]) < foot and max(a[1], b[1]) > top
    ]


def _hidden(name: Name, spot: Spot, segment: Segment) -> float:
    """Return how much of a segment a name hides, millimetres; one along a line keeps clear of its neighbours too."""
    if not spot.turn_deg:
        return length_inside(spot.box, *segment)
    (wide, tall), angle = _size(name), math.radians(spot.turn_deg)
    cos, sin = math.cos(angle), math.sin(angle)

    def level(point: Point) -> Point:
        x, y = point[0] - spot.at[0], point[1] - spot.at[1]
        return x * cos + y * sin, y * cos - x * sin

    wide, tall = wide / 2 + CLEAR_MM, tall / 2 + CLEAR_MM
    return length_inside((-wide, -tall, wide, tall), level(segment[0]), level(segment[1]))


def place_aside(
    names: Iterable[tuple[Name, Frame]],
    frame: Frame,
    taken: Sequence[Frame],
    gutter: Frame | None = None,
    lines: Mapping[str, Sequence[Segment]] | None = None,
) -> tuple[tuple[Placed, Frame], ...]:
    """Return names that found no room at their places beside them, near and clear, on a level with what they name.

    Args:
        names: Each with the box of what it names.
        frame: They must lie inside it.
        taken: Boxes that neither a name nor the way to it may cover.
        gutter: A strip no name may touch.
        lines: The lines of the map, which a name covers as little as it can; the way to it may cross them.

    Returns:
        The names that found room, each with the strip in which the line to it may run.
    """
    used = list(taken) + ([gutter] if gutter else [])
    found: list[tuple[Placed, Frame]] = []
    for name, (left, top, right, foot) in names:
        middle = (top + foot) / 2
        levels = sorted(
            (top + 0.8 + step for step in range(max(1, int(foot - top - 0.6)))), key=lambda y: abs(y - middle)
        )
        spots = ((far, y, side) for far in range(3, FARTHEST_MM, 2) for y in levels for side in SIDES)
        best, least, size = None, math.inf, _size(name)
        for far, y, side in spots:
            out = right + far if side == "start" else left - far
            box = _box(side, size, (out, y))
            way = (right, y - 0.3, out, y + 0.3) if side == "start" else (out, y - 0.3, left, y + 0.3)
            if FAR_COST * far >= least or not holds(frame, box):
                continue
            if any(overlap(box, other) or overlap(way, other) for other in used):
                continue
            hidden = sum(length_inside(box, *segment) for segment in _near(name, [box], lines or {}))
            if FAR_COST * far + hidden < least:
                best, least = (out, y, side, box, way), FAR_COST * far + hidden
        if best is not None:
            out, y, side, box, way = best
            aside = msgspec.structs.replace(name, at=(out, y), anchor=side)
            used += [box, way]
            found.append((Placed(aside, box, _labels(aside, aside.at)), way))
    return tuple(found)


def overlap(a: Frame, b: Frame) -> bool:
    """Tell whether two boxes share ground."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def width_of(name: Name) -> float:
    """Return how wide a name is that is not turned."""
    return _size(name)[0]


def height_of(name: Name) -> float:
    """Return how high the lines of a name are together."""
    return _size(name)[1]


def _size(name: Name) -> tuple[float, float]:
    wide = max(text_width_mm(line.text, line.size_pt, line.weight) for line in name.lines)
    return wide, sum(line.size_pt * PT * LEADING for line in name.lines)


def _box(anchor: Anchor, size: tuple[float, float], at: Point, turn_deg: float = 0.0) -> Frame:
    wide, tall = size
    if turn_deg:
        angle = math.radians(turn_deg)
        sin, cos = abs(math.sin(angle)), abs(math.cos(angle))
        wide, tall = wide * cos + tall * sin, wide * sin + tall * cos
        return at[0] - wide / 2, at[1] - tall / 2, at[0] + wide / 2, at[1] + tall / 2
    left = at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return left, at[1] - tall / 2, left + wide, at[1] + tall / 2


def _labels(name: Name, at: Point, turn_deg: float = 0.0) -> tuple[Label, ...]:
    halo = Stroke(COLOURS["halo"].light, HALO_MM, alpha=0.92)
    if turn_deg:
        line = name.lines[0]
        angle = math.radians(turn_deg)
        drop = line.size_pt * PT * 0.36
        x, y = at[0] - math.sin(angle) * drop, at[1] + math.cos(angle) * drop
        return (Label(x, y, line.text, line.size_pt, line.colour, line.weight, "middle", halo=halo, turn_deg=turn_deg),)
    _, tall = _size(name)
    y = at[1] - tall / 2
    made: list[Label] = []
    for line in name.lines:
        step = line.size_pt * PT * LEADING
        made.append(
            Label(
                round(at[0], 2), round(y + step * 0.5 + line.size_pt * PT * 0.36, 2), line.text, line.size_pt,
                line.colour, line.weight, name.anchor, halo=halo,
            )
        )  # fmt: skip
        y += step
    return tuple(made)
