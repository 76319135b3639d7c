"""Small maps: where the park lies in the valley, and where one site lies in the park."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from brochure import tokens
from brochure.drawing import Circle, Drawing, Group, Label, Path, Rect, Shape, Stroke, remembered
from brochure.maps.labels import Anchor, Name, overlap, place_names
from brochure.maps.legend import north_shapes, scale_shapes
from brochure.maps.looks import COLOURS
from brochure.maps.marks import build_shields
from brochure.maps.name_lines import lines_of
from brochure.maps.outline import Frame, Point, around, band, rounded, touches
from brochure.maps.projection import View, fit_view
from brochure.maps.terrain import relief
from brochure.maps.valley import build_rings, build_valleys
from brochure.model.geometry import Feature, Position
from brochure.words import Lang, Text
from brochure.words import maps as say

VALLEY: Final[tuple[Position, Position]] = ((36.4870, 101.43), (36.7240, 102.125))
"""From the western toll to Ping'an: what the locator shows."""
_SHOWN_NAMES: Final = ("city", "station", "airport", "town", "interchange")


def valley_view(width_mm: float, height_mm: float) -> View:
    """Return the view of the locator: the G6 from end to end, as large as the sheet allows; the north may be cut."""
    (south, west), (_, east) = VALLEY
    view = fit_view(width_mm, height_mm - 5.0, VALLEY, margin_mm=0.0)
    return View(
        width_mm=width_mm,
        height_mm=height_mm,
        lat=south,
        lon=(west + east) / 2,
        x_mm=width_mm / 2,
        y_mm=height_mm - 5.0,
        mm_per_km=view.mm_per_km,
    )


@remembered
def build_locator(
    features: Sequence[Feature],
    view: View,
    *,
    lang: Lang,
    other: View | None = None,
    other_name: Text = say.THIS_MAP,
    beyond: Collection[str] = (),
    radius_mm: float = 2.0,
    furnished: bool = True,
    ringed: bool = False,
) -> Drawing:
    """Draw the region: rivers, roads, rail and towns, no boundary; a frame marks what another map shows.

    Args:
        features: All features of the library.
        view: Sheet and scale, for example ``valley_view(142, 62)``.
        lang: Language of the names.
        other: The view whose frame is drawn.
        other_name: What is written beside it.
        beyond: Ids of points to which the upper edge points where they lie above it.
        radius_mm: Rounding of the white card it lies on.
        furnished: With its own scale bar and north arrow.
        ringed: With rings of straight distance round the south gate.
    """
    frame: Frame = (0.0, 0.0, view.width_mm, view.height_mm)
    ground = build_valleys(features, view, radius_mm=radius_mm)
    ways: list[Shape] = []
    points: list[Shape] = []
    names: list[Name] = []
    furniture, reserved = _furniture(view, lang) if furnished else ((), ())
    taken: list[Frame] = list(reserved)
    for feature in features:
        if not touches([view.point(p) for run in feature.parts for p in run], frame):
            continue
        if feature.kind == "hill":
            ground.append(Path((view.run(relief(feature.parts[0]).outline),), True, fill=COLOURS["hill"].light))
        elif feature.kind == "river":
            run = rounded(view.run(feature.parts[0]), closed=False)
            ground.append(Path((band(run, 0.8, 1.4),), True, fill=COLOURS["water"].light))
        elif feature.kind == "park_outline" or (feature.kind == "zone" and feature.parent is None):
            ground.append(
                Path((view.run(feature.parts[0]),), True, fill=tokens.LAKE, alpha=0.5, stroke=Stroke(tokens.LAKE, 0.3))
            )
        elif feature.kind == "railway":
            run = rounded(view.run(feature.parts[0]), closed=False)
            ways.append(Path((run,), stroke=Stroke(COLOURS["rail"].light, 0.25, (1.2, 0.7), round=False)))
        elif feature.kind == "expressway":
            run = view.run(feature.parts[0])
            ways.append(Path((run,), stroke=Stroke(COLOURS["expressway_case"].light, 1.3)))
            ways.append(Path((run,), stroke=Stroke(COLOURS["expressway"].light, 1.0)))
        elif feature.kind in _SHOWN_NAMES and "region" in feature.labels and not _lies_in(feature, view, reserved):
            point = view.point(feature.parts[0][0])
            gate = feature.kind == "interchange"
            ring = Stroke(tokens.INK, 0.35)
            fill = tokens.GOLD if gate else tokens.WHITE
            points.append(Circle(*point, radius_mm=1.25 if gate else 0.85, fill=fill, stroke=ring))
            taken.append(around(point, 1.3))
            if not gate:
                names.append(_name(feature, point, lang))
    shields, boxes = build_shields(features, view, frame, lang, "region", None)
    edge: list[Shape] = []
    if other is not None:
        (x0, y0), (x1, y1) = _frame_of(other, view)
        edge.append(Rect(x0, y0, x1 - x0, y1 - y0, stroke=Stroke(tokens.INK, 0.3)))  # open where it leaves the sheet
        y0, x1 = max(y0, 0.3), min(x1, view.width_mm - 0.3)
        names.append(
            Name(
                id="frame",
                lines=lines_of(other_name.to(lang), 7.5, 400, tokens.SLATE),
                at=(x1 + 1.2, y0 + 3.2),
                anchor="start",
                rank=1,
            )
        )
    arrows, goals = _pointers(features, beyond, view, lang)
    points += arrows
    names += goals
    rings: list[Shape] = []
    if ringed:
        rings, lengths = build_rings(features, view, lang)
        names += lengths
    placed = place_names(names, (1.0, 1.0, view.width_mm - 1.0, view.height_mm - 1.0), [*taken, *boxes])
    shapes = [
        *ground,
        *rings,
        *ways,
        *edge,
        *points,
        *shields,
        *furniture,
        *(Group(item.labels, key=f"name-{item.name.id}") for item in placed),
    ]
    clip = (0.0, 0.0, view.width_mm, view.height_mm)
    return Drawing(view.width_mm, view.height_mm, (Group(tuple(shapes), clip=clip, key="locator"),))


@remembered
def build_mini_map(
    features: Sequence[Feature],
    *,
    lang: Lang,
    selected: str | None,
    width_mm: float = 34.0,
    height_mm: float = 50.0,
    named: bool = True,
) -> Drawing:
    """Draw the outline of park and north area with one site filled in gold, the wetland and the south gate.

    ``named`` writes the word at the gate, for which the smallest of these maps have no room.
    """
    outlines = [f for f in features if f.kind == "park_outline" or (f.kind == "zone" and f.parent is None)]
    chosen = next((f for f in features if f.id == selected), None)
    gate = next((f for f in features if f.kind == "interchange" and f.scale == "region"), None)
    spots = [p for f in (*outlines, *((chosen,) if chosen else ())) for run in f.parts for p in run]
    spots += gate.parts[0] if gate else ()
    corners = (min(p[0] for p in spots), min(p[1] for p in spots)), (max(p[0] for p in spots), max(p[1] for p in spots))
    view = fit_view(width_mm, height_mm, corners, margin_mm=3.5)
    frame = (0.0, 0.0, width_mm, height_mm)
    shapes: list[Shape] = [
        Rect(0.1, 0.1, width_mm - 0.2, height_mm - 0.2, 1.5, fill=tokens.WHITE, stroke=Stroke(tokens.RULE_PRINT, 0.2))
    ]
    wetland = next((f for f in features if f.id == "zone-wetland"), None)
    if wetland:
        run = rounded(view.run(wetland.parts[0]), closed=True)
        shapes.append(Path((run,), True, fill=COLOURS["wetland"].light))
    shapes += [
        Path((view.run(feature.parts[0]),), True, fill=tokens.LAKE, alpha=0.12, stroke=Stroke(tokens.LAKE, 0.25))
        for feature in outlines
    ]
    if chosen is not None:
        shapes.append(
            Path(tuple(map(view.run, chosen.parts)), True, fill=tokens.GOLD, stroke=Stroke(tokens.GOLD_TEXT, 0.25))
            if chosen.shape == "polygon"
            else Circle(
                *view.point(chosen.parts[0][0]), radius_mm=1.2, fill=tokens.GOLD, stroke=Stroke(tokens.INK, 0.25)
            )
        )
    if gate:
        x, y = view.point(gate.parts[0][0])
        shapes.append(Circle(x, y, 0.9, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.4)))
        if named:
            name = ("南门", "Gate")[lang == "en"]
            shapes.append(Label(x - 1.8, y + 0.95, name, 7.5, tokens.INK, anchor="end"))
    return Drawing(width_mm, height_mm, (Group(tuple(shapes), clip=(*frame[:2], width_mm, height_mm), key="mini"),))


def _furniture(view: View, lang: Lang) -> tuple[tuple[Shape, ...], tuple[Frame, ...]]:
    """Return scale bar and north arrow, and the room they take."""
    bar, wide = scale_shapes(view.mm_per_km, lang, 5.0, view.height_mm - 5.0, longest_mm=25.0)
    boxes = (
        (2.0, view.height_mm - 11.0, wide + 7.0, view.height_mm),
        (view.width_mm - 10.0, 0.0, view.width_mm, 14.0),
    )
    return (*bar, *north_shapes(lang, view.width_mm - 6.0, 5.4)), boxes


def _pointers(
    features: Sequence[Feature], beyond: Collection[str], view: View, lang: Lang
) -> tuple[list[Shape], list[Name]]:
    """Return arrows at the upper edge to what lies beyond it, with their words."""
    found = [
        _pointer(feature, features, view, lang)
        for feature in features
        if feature.id in beyond and view.point(feature.parts[0][0])[1] < 0
    ]
    return [shape for shapes, _ in found for shape in shapes], [name for _, name in found]


def _pointer(feature: Feature, features: Sequence[Feature], view: View, lang: Lang) -> tuple[list[Shape], Name]:
    """Return an arrow at the upper edge, on the road that leads to a point beyond it, with where that goes."""
    target = view.point(feature.parts[0][0])
    runs = [view.run(part) for each in features if each.kind == "expressway" for part in each.parts]
    crossings = [x for run in runs for x in _crossings(run, 0.0)]
    x = min(crossings, key=lambda place: abs(place - target[0]), default=target[0])
    x = min(max(x, 4.0), view.width_mm - 4.0)
    arrow = ((x, 0.9), (x + 1.1, 3.1), (x, 2.6), (x - 1.1, 3.1))
    words = say.TOWARDS.fill(feature.short or feature.name).to(lang)
    shifts = tuple((dx, dy) for dy in (0.0, 2.6, 5.2) for dx in (0.0, 2.0, 4.0))
    at = (x + 2.4, 3.6)
    name = Name(
        id=feature.id,
        lines=lines_of(words, 7.5, 400, tokens.SLATE),
        at=at,
        anchor="start",
        rank=2,
        shifts=shifts,
    )
    return [Path((arrow,), True, fill=tokens.INK)], name


def _crossings(run: Sequence[Point], level: float) -> list[float]:
    """Return where a run crosses a height."""
    return [
        ax + (bx - ax) * (level - ay) / (by - ay)
        for (ax, ay), (bx, by) in pairwise(run)
        if (ay - level) * (by - level) <= 0 and ay != by
    ]


def _lies_in(feature: Feature, view: View, boxes: Sequence[Frame]) -> bool:
    """Tell whether a point lies under the furniture."""
    box = around(view.point(feature.parts[0][0]), 1.3)
    return any(overlap(box, other) for other in boxes)


def _name(feature: Feature, point: Point, lang: Lang) -> Name:
    words = (feature.short or feature.name).to(lang).replace("\n", " ")
    lat, lon = feature.labels["region"]
    side = lon - feature.parts[0][0][1]
    great = feature.kind in ("city", "airport")
    placing: Anchor = "start" if side > 1e-4 else "end" if side < -1e-4 else "middle"
    above = lat > feature.parts[0][0][0]
    beside = {"start": (1.9, 0.0), "end": (-1.9, 0.0), "middle": (0.0, -3.0 if above else 3.2)}
    gap = beside[placing]
    lines = lines_of(words, 7.5, 500 if great else 400, tokens.INK if great else tokens.SLATE)
    shifts = (
        (0.0, 0.0),
        (0.0, 2.6),
        (0.0, -2.6),
        (4.0, 3.0),
        (-4.0, 3.0),
        (1.0, -4.4),
        (3.0, -6.0),
        (0.0, 6.0),
        (-5.0, 0.0),
    )
    rank = {"city": 2, "airport": 3, "station": 4}.get(feature.kind, 9)
    return Name(
        id=feature.id, lines=lines, at=(point[0] + gap[0], point[1] + gap[1]), anchor=placing, rank=rank, shifts=shifts
    )


def _frame_of(other: View, view: View) -> tuple[Point, Point]:
    """Return the corners of another view's sheet on this one."""
    return view.point(other.position((0.0, 0.0))), view.point(other.position((other.width_mm, other.height_mm)))
