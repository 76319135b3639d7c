"""The ground along the G6, from the airport to the western valley, with the park's band: straight between points."""

from collections.abc import Sequence
from typing import Final

import msgspec

from brochure import tokens
from brochure.charts.scale import GATE_CHAINAGE_M, height_at
from brochure.drawing import Circle, Drawing, Group, Label, Path, Point, Rect, Shape, Stroke, remembered, text_width_mm
from brochure.model.geometry import ProfilePoint
from brochure.words import Lang, Text

HILL_CHAINAGE_M: Final = 1808600
MARKS: Final[tuple[tuple[int, Text], ...]] = (
    (1766600, Text("平安收费站", "Ping'an toll")),
    (1774600, Text("曹家堡机场一带", "near the airport")),
    (1790600, Text("韵家口立交", "Yunjiakou")),
    (1800500, Text("朝阳互通", "Chaoyang")),
    (GATE_CHAINAGE_M, Text("海湖大道互通 2305", "Park gate 2,305")),
    (1836000, Text("西宁西收费站", "Xining West toll")),
)
"""Names below the axis, east to west."""


class ProfileLook(msgspec.Struct, frozen=True):
    """Colours of the profile: those of the page, or those on ink."""

    line: str = tokens.INK
    ground: str = tokens.MIST
    text: str = tokens.INK
    secondary: str = tokens.SLATE
    grid: str = tokens.RULE
    gold: str = tokens.GOLD
    gold_text: str = tokens.GOLD_TEXT
    paper: str = tokens.WHITE


ON_PAPER: Final = ProfileLook()
ON_INK: Final = ProfileLook(
    line=tokens.GOLD_BRIGHT, ground="#17343F", text="#E9EFF1", secondary="#9FB2BC", grid="#233A46",
    gold=tokens.GOLD_BRIGHT, gold_text=tokens.GOLD_BRIGHT, paper=tokens.INK,
)  # fmt: skip


class Axes(msgspec.Struct, frozen=True):
    """Where the profile lies on its sheet: chainage or longitude across, metres up."""

    left: float
    right: float
    top: float
    bottom: float
    low_m: float
    high_m: float
    first: float
    last: float

    def x(self, value: float) -> float:
        """Return the place across of a chainage in metres, or of a longitude when ``by_longitude``."""
        return self.left + (value - self.first) / (self.last - self.first) * (self.right - self.left)

    def y(self, metres: float) -> float:
        """Return the place down of a height."""
        return self.bottom - (metres - self.low_m) / (self.high_m - self.low_m) * (self.bottom - self.top)


@remembered
def build_profile(
    profile: Sequence[ProfilePoint],
    *,
    width_mm: float,
    height_mm: float,
    lang: Lang,
    low_m: float = 2060,
    high_m: float = 2500,
    west_left: bool = False,
    by_longitude: bool = False,
    lon_range: tuple[float, float] | None = None,
    look: ProfileLook = ON_PAPER,
    axis: bool = True,
    names: bool = True,
    band_labels: bool = True,
    marks: bool = True,
    band_full_width: bool = True,
    size_pt: float = 7.5,
) -> Drawing:
    """Draw the ground profile with the park's band, the hill, the tunnel and the south gate.

    Args:
        profile: Ground heights along the road, east to west.
        width_mm: Width of the sheet.
        height_mm: Height of the sheet.
        lang: Language of the labels.
        low_m: Height at the foot of the plot.
        high_m: Height at its top; on the book's scale ``(high_m - low_m) / 10`` millimetres without an axis.
        west_left: Put the west at the left, as on a map; otherwise the road runs from east to west.
        by_longitude: Space the points by longitude, so that the profile hangs under a map.
        lon_range: West and east end of the map above; needs ``by_longitude``.
        look: Colours of page or ink.
        axis: Metres at the left, with fine lines.
        names: Names of places under the plot.
        band_labels: 2240 and 2350 at the right end of the band.
        marks: Names at hill, gate and both ends inside the plot.
        band_full_width: Let the band run over the whole sheet instead of the plot.
        size_pt: Size of the labels.
    """
    axes = _axes(profile, width_mm, height_mm, (low_m, high_m), west_left, by_longitude, lon_range, axis, names)
    value = [p.lon if by_longitude else float(p.chainage_m) for p in profile]
    line = tuple((axes.x(v), axes.y(p.ground_m)) for v, p in zip(value, profile, strict=True))
    shapes: list[Shape] = []
    if axis:
        shapes += _grid(axes, low_m, high_m, lang, look, size_pt)
    shapes.append(
        Path(((*line, (line[-1][0], axes.bottom), (line[0][0], axes.bottom)),), closed=True, fill=look.ground)
    )
    shapes += _band(axes, width_mm if band_full_width else axes.right, 0.0 if band_full_width else axes.left, look)
    shapes.append(Path((line,), stroke=Stroke(look.line, 0.45)))
    shapes += _tunnel(profile, line, look)
    at = dict(zip((p.chainage_m for p in profile), line, strict=True))
    if band_labels:
        shapes += _band_labels(axes, lang, look, size_pt)
    if marks:
        shapes += _marks(profile, at, axes, lang, look, size_pt)
    if GATE_CHAINAGE_M in at:
        gate = at[GATE_CHAINAGE_M]
        shapes.append(Circle(*gate, radius_mm=1.25, fill=look.gold, stroke=Stroke(look.line, 0.35)))
    if names:
        shapes += _names(profile, at, axes, lang, look, size_pt)
    return Drawing(width_mm, height_mm, (Group(tuple(shapes), key="profile"),))


def gate_point(drawing: Drawing) -> Point:
    """Return where the ring of the south gate lies, to join it to something above or below."""
    group = drawing.shapes[0]
    assert isinstance(group, Group)
    ring = next(shape for shape in group.shapes if isinstance(shape, Circle))
    return ring.x, ring.y


def _axes(
    profile: Sequence[ProfilePoint],
    width: float,
    height: float,
    heights: tuple[float, float],
    west_left: bool,
    by_longitude: bool,
    lon_range: tuple[float, float] | None,
    axis: bool,
    names: bool,
) -> Axes:
    left, bottom = (11.0 if axis else 0.0), height - (6.0 if names else 0.0)
    if by_longitude:
        first, last = lon_range or (profile[-1].lon, profile[0].lon)
    else:
        first, last = float(profile[0].chainage_m), float(profile[-1].chainage_m)
        if west_left:
            first, last = last, first
    return Axes(left, width, 0.0, bottom, heights[0], heights[1], first, last)


def _grid(axes: Axes, low: float, high: float, lang: Lang, look: ProfileLook, size: float) -> list[Shape]:
    shapes: list[Shape] = []
    for metres in range(int(-(-low // 100) * 100), int(high) + 1, 100):
        y = axes.y(metres)
        shapes.append(Path((((axes.left, y), (axes.right, y)),), stroke=Stroke(look.grid, 0.15, (0.8, 0.8))))
        text = f"{metres:,}" if lang == "en" else str(metres)
        shapes.append(Label(axes.left - 1.6, y + 0.95, text, size, look.secondary, anchor="end"))
    return shapes


def _band(axes: Axes, right: float, left: float, look: ProfileLook) -> list[Shape]:
    low, high = tokens.PARK_ALTITUDE_M
    top, bottom = axes.y(high), axes.y(low)
    return [
        Rect(left, top, right - left, bottom - top, fill=look.gold, alpha=0.28),
        Path((((left, bottom), (right, bottom)),), stroke=Stroke(look.gold, 0.7, round=False)),
    ]


def _band_labels(axes: Axes, lang: Lang, look: ProfileLook, size: float) -> list[Shape]:
    low, high = (f"{m:,}" if lang == "en" else str(m) for m in tokens.PARK_ALTITUDE_M)
    return [
        Label(axes.right - 1.5, axes.y(2350) + 3.2, high, size, look.gold_text, 700, "end"),
        Label(axes.right - 1.5, axes.y(2240) - 1.2, low, size, look.gold_text, 700, "end"),
    ]


def _tunnel(profile: Sequence[ProfilePoint], line: tuple[Point, ...], look: ProfileLook) -> list[Shape]:
    """Return the road through the hill: dashed from portal to portal, for there the profile is the hill above it."""
    inside = [i for i, p in enumerate(profile) if p.section == "tunnel_surface"]
    if not inside or inside[0] == 0 or inside[-1] == len(profile) - 1:
        return []
    return [Path(((line[inside[0] - 1], line[inside[-1] + 1]),), stroke=Stroke(look.secondary, 0.4, (1.0, 0.7)))]


def _marks(
    profile: Sequence[ProfilePoint], at: dict[int, Point], axes: Axes, lang: Lang, look: ProfileLook, size: float
) -> list[Shape]:
    high = {p.chainage_m: f"{p.ground_m:,}" if lang == "en" else str(p.ground_m) for p in profile}
    first, last = profile[0].chainage_m, profile[-1].chainage_m
    mirrored = at[first][0] > at[last][0]
    shapes: list[Shape] = []
    if HILL_CHAINAGE_M in at:
        x, y = at[HILL_CHAINAGE_M]
        name = Text("大酉山", "Dayou Hill").to(lang)
        shapes.append(
            Label(
                x - 1.5 if mirrored else x + 1.5,
                y - 0.2,
                f"{name} {high[HILL_CHAINAGE_M]}",
                size,
                look.text,
                700,
                "end" if mirrored else "start",
            )
        )
    if GATE_CHAINAGE_M in at:
        x, y = at[GATE_CHAINAGE_M]
        name = Text("园区南门", "Park south gate").to(lang)
        words = f"{name} {high[GATE_CHAINAGE_M]}"
        shapes.append(
            Label(x + (2.2 if mirrored else -2.2), y - 0.8, words, size, look.text, 700,
                  "start" if mirrored else "end", halo=Stroke(look.paper, 0.6, alpha=0.6))
        )  # fmt: skip
    ends = ((first, Text("平安", "Ping'an")), (last, Text("西宁西", "Xining West")))
    for chainage, place in ends:
        x = at[chainage][0]
        right = x > (axes.left + axes.right) / 2
        words = f"{place.to(lang)} {high[chainage]}"
        reach = text_width_mm(words, size) + 1.0
        above = min(py for px, py in at.values() if abs(px - x) <= reach) - 1.6
        shapes.append(Label(x, above, words, size, look.text, 400, "end" if right else "start"))
    return shapes


def _names(
    profile: Sequence[ProfilePoint], at: dict[int, Point], axes: Axes, lang: Lang, look: ProfileLook, size: float
) -> list[Shape]:
    shapes: list[Shape] = [
        Path((((axes.left, axes.bottom), (axes.right, axes.bottom)),), stroke=Stroke(look.secondary, 0.2))
    ]
    taken: list[tuple[float, float]] = []
    order = sorted(MARKS, key=lambda mark: mark[0] != GATE_CHAINAGE_M)
    for chainage, name in order:
        if not profile[0].chainage_m <= chainage <= profile[-1].chainage_m:
            continue
        x = at[chainage][0] if chainage in at else axes.x(height_at(profile, chainage))
        weight = 700 if chainage == GATE_CHAINAGE_M else 400
        words = name.to(lang)
        width = text_width_mm(words, size, weight)
        left = min(max(x - width / 2, axes.left), axes.right - width)
        if any(left < b + 2 and a < left + width + 2 for a, b in taken):
            continue
        taken.append((left, left + width))
        shapes.append(Path((((x, axes.bottom), (x, axes.bottom + 1)),), stroke=Stroke(look.secondary, 0.2)))
        colour = look.text if weight == 700 else look.secondary
        shapes.append(Label(left, axes.bottom + 4.4, words, size, colour, 700 if weight == 700 else 400))
    return shapes
