"""Names on the printed map: each at its hand-set anchor, none over another, the important ones first."""

import math
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from brochure import tokens
from brochure.drawing import PT, Label, Stroke, text_width_mm
from brochure.maps.layers import COLOURS
from brochure.maps.outline import Frame, Point

HALO_MM = 0.9
LEADING = 1.28
WIDEST_MM = 44.0
MOST_LINES = 3
Anchor = Literal["start", "middle", "end"]


class Line(msgspec.Struct, frozen=True):
    """One line of a name."""

    text: str
    size_pt: float
    weight: Literal[400, 500, 700]
    colour: str


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name that wants a place: its lines, where it stands and how it may move."""

    id: str
    lines: tuple[Line, ...]
    at: Point
    anchor: Anchor = "middle"
    turn_deg: float = 0.0
    rank: int = 50
    shifts: tuple[Point, ...] = ((0.0, 0.0),)
    """Tried in turn, millimetres from the anchor."""


class Placed(msgspec.Struct, frozen=True):
    """A name on the sheet, with the box it covers."""

    name: Name
    box: Frame
    labels: tuple[Label, ...]


def place_names(
    names: Iterable[Name], frame: Frame, taken: Sequence[Frame] = (), gutter: Frame | None = None
) -> tuple[Placed, ...]:
    """Return the names that find room, the lowest rank first.

    Args:
        names: All that would like to be written.
        frame: They must lie inside it.
        taken: Boxes that no name may cover: discs, shields, the scale bar.
        gutter: A strip no name may touch, as the fold of a spread.
    """
    used = list(taken)
    placed: list[Placed] = []
    for name in sorted(names, key=lambda name: name.rank):
        for dx, dy in name.shifts:
            at = (name.at[0] + dx, name.at[1] + dy)
            box = _box(name, at)
            if (
                not _inside(box, frame)
                or (gutter and overlap(box, gutter))
                or any(overlap(box, other) for other in used)
            ):
                continue
            used.append(box)
            placed.append(Placed(name, box, _labels(name, at)))
            break
    return tuple(placed)


def overlap(a: Frame, b: Frame) -> bool:
    """Tell whether two boxes share ground."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _inside(box: Frame, frame: Frame) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _size(name: Name) -> tuple[float, float]:
    wide = max(text_width_mm(line.text, line.size_pt, line.weight) for line in name.lines)
    return wide, sum(line.size_pt * PT * LEADING for line in name.lines)


def _box(name: Name, at: Point) -> Frame:
    wide, tall = _size(name)
    if name.turn_deg:
        angle = math.radians(name.turn_deg)
        sin, cos = abs(math.sin(angle)), abs(math.cos(angle))
        wide, tall = wide * cos + tall * sin, wide * sin + tall * cos
        return at[0] - wide / 2, at[1] - tall / 2, at[0] + wide / 2, at[1] + tall / 2
    left = at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[name.anchor]
    return left, at[1] - tall / 2, left + wide, at[1] + tall / 2


def _labels(name: Name, at: Point) -> tuple[Label, ...]:
    halo = Stroke(COLOURS["halo"].light, HALO_MM, alpha=0.92)
    if name.turn_deg:
        line = name.lines[0]
        angle = math.radians(name.turn_deg)
        drop = line.size_pt * PT * 0.36
        x, y = at[0] - math.sin(angle) * drop, at[1] + math.cos(angle) * drop
        return (
            Label(x, y, line.text, line.size_pt, line.colour, line.weight, "middle", halo=halo, turn_deg=name.turn_deg),
        )
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


def lines_of(
    text: str, size_pt: float, weight: Literal[400, 500, 700], colour: str, note: str | None = None
) -> tuple[Line, ...]:
    """Return the lines of a name, broken where it says so and where it grows too wide, with a fainter note below.

    The card tells a name of any length in full; the map tells its beginning.
    """
    parts = [piece for part in text.split("\n") for piece in _pieces(part, size_pt, weight)]
    if len(parts) > MOST_LINES:
        parts = [*parts[: MOST_LINES - 1], parts[MOST_LINES - 1][:-1] + "…"]
    lines = [Line(part, size_pt, weight, colour) for part in parts]
    if note:
        lines.append(Line(note, max(7.5, size_pt - 2), 400, colour if colour != tokens.INK else tokens.SLATE))
    return tuple(lines)


def _pieces(text: str, size_pt: float, weight: int) -> list[str]:
    if text_width_mm(text, size_pt, weight) <= WIDEST_MM:
        return [text]
    pieces, line, width = [], "", 0.0
    for char in text:
        width += text_width_mm(char, size_pt, weight)
        if width > WIDEST_MM:
            pieces.append(line)
            line, width = "", text_width_mm(char, size_pt, weight)
        line += char
    return [*pieces, line]
