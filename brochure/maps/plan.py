"""The map in print: the same features and looks as on the screen, as vector shapes in millimetres.

``build_plan`` draws the ground, the zones, the ways, the points and their names on a sheet; ``SPREAD`` is its view on
the map spread. Legend, locator and the small map of one site are in ``legend`` and ``locator``.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from brochure import tokens
from brochure.drawing import Circle, Drawing, Group, Label, Path, Rect, Shape, Stroke, text_width_mm
from brochure.maps import layers as table
from brochure.maps.labels import Name, Placed, lines_of, place_names
from brochure.maps.layers import COLOURS, Look
from brochure.maps.outline import Frame, Point, band, centroid, clipped, contains, nearest, rounded, touches
from brochure.maps.projection import View
from brochure.maps.terrain import relief
from brochure.model.geometry import Feature, MapScale
from brochure.words import Lang
from brochure.words import maps as say

SPREAD: Final = View(width_mm=420, height_mm=297, lat=36.6653, lon=101.7456, x_mm=134.0, y_mm=247.7, mm_per_km=27.0)
"""The map spread: the south gate low on the left page, everything west of the fold."""
PRINT_LAYERS: Final = ("ground", "zones", "base", "chain", "access", "schools", "heights")
DISC_MM: Final = 2.4


def build_plan(
    features: Sequence[Feature],
    view: View,
    *,
    lang: Lang,
    layers: Collection[str] = PRINT_LAYERS,
    selected: str | None = None,
    scale: MapScale = "park",
    own_stage: int | None = None,
    notes: bool = True,
    paper: bool = True,
    keep_free: Sequence[Frame] = (),
    gutter: Frame | None = None,
    must_name: bool = False,
) -> Drawing:
    """Draw the map of the park.

    Args:
        features: All features of the library, in their order.
        view: Sheet, scale and place.
        lang: Language of the names.
        layers: Which layers are drawn; the ground always is.
        selected: Id of the zone the sheet is about: filled stronger, edged in lake, named first.
        scale: Which of the hand-set anchors are used.
        own_stage: Number of the reader's own stage of the chain, lit.
        notes: Write the second line under the great names: planned area, status.
        paper: Fill the sheet with the ground colour.
        keep_free: Boxes ``(left, top, right, bottom)`` in which no name may stand: title, legend, scale bar.
        gutter: A strip no name may touch, as the fold.
        must_name: Raise when a name of the first rank finds no room; for tests.

    Returns:
        One drawing of the size of the view, clipped to it; ``labels_of`` tells where the names lie.
    """
    frame: Frame = (0.0, 0.0, view.width_mm, view.height_mm)
    shown = [f for f in features if table.layer_of(f) in layers or table.layer_of(f) == "ground"]
    shown = [f for f in shown if f.kind != "hsr_link" or scale == "region"]
    shown = [f for f in shown if touches([view.point(p) for run in f.parts for p in run], _grown(frame, 8))]
    parents = table.parents_of(features)
    panes: dict[str, list[Shape]] = {pane: [] for pane in table.PANES}
    if paper:
        panes["paper"].append(Rect(0, 0, view.width_mm, view.height_mm, fill=COLOURS["paper"].light))
    numbers = table.stage_numbers(features)
    taken: list[Frame] = list(keep_free)
    for feature in shown:
        look = table.look_of(feature, parents)
        if feature.shape == "polygon":
            panes[look.pane] += _area(feature, look, view, selected)
        elif feature.shape == "line" and feature.kind == "river":
            panes[look.pane] += _river(feature, view)
        elif feature.shape == "point" and _is_marked(feature, scale):
            point = view.point(feature.parts[0][0])
            panes["points"] += _mark(feature, look, point, numbers, own_stage)
            if feature.kind == "incubator":
                taken.append(around(point, DISC_MM + 0.5))
            elif look.mark:
                taken.append(around(point, 1.2))
    panes["way"] += _ways([f for f in shown if f.shape == "line" and f.kind != "river"], view)
    shields, boxes = build_shields(shown, view, frame, lang, scale, gutter)
    panes["points"] += shields
    taken += boxes
    names = [
        name
        for feature in shown
        if feature.kind != "expressway" and (name := _name(feature, view, lang, scale, parents, selected, notes, frame))
    ]
    placed = place_names(names, _grown(frame, -1.5), taken, gutter)
    if must_name:
        missing = {name.id for name in names if name.rank < 40} - {item.name.id for item in placed}
        if missing:
            raise ValueError(f"no room for the names of {sorted(missing)}")
    panes["labels"] += _leaders(placed, shown, view)
    panes["labels"] += [Group(item.labels, key=f"name-{item.name.id}") for item in placed]
    groups = tuple(Group(tuple(shapes), key=pane) for pane, shapes in panes.items() if shapes)
    return Drawing(
        view.width_mm, view.height_mm, (Group(groups, clip=(0, 0, view.width_mm, view.height_mm), key="plan"),)
    )


def labels_of(drawing: Drawing) -> Mapping[str, tuple[Label, ...]]:
    """Return the lines of each name written on a plan, by feature id."""
    plan = drawing.shapes[0]
    assert isinstance(plan, Group)
    panes = [group for group in plan.shapes if isinstance(group, Group) and group.key == "labels"]
    return {
        group.key.removeprefix("name-"): tuple(shape for shape in group.shapes if isinstance(shape, Label))
        for pane in panes
        for group in pane.shapes
        if isinstance(group, Group) and group.key
    }


def _area(feature: Feature, look: Look, view: View, selected: str | None) -> list[Shape]:
    colour = table.colour_name(feature, look.fill)
    edge = table.colour_name(feature, look.edge)
    if feature.kind == "hill":
        return _hill(feature, view)
    runs = tuple(view.run(part) for part in feature.parts)
    if feature.kind == "water" or feature.id == "zone-wetland":
        runs = tuple(rounded(run, closed=True) for run in runs)
    mine = feature.id == selected
    dash = table.DASH_MM if table.is_dashed(feature) and look is not table.LOOKS["wetland"] else ()
    shapes: list[Shape] = []
    if look.glow and not mine:
        shapes.append(Path(runs, True, stroke=Stroke(COLOURS["glow"].light, table.GLOW_MM, alpha=0.38)))
        shapes.append(Path(runs, True, stroke=Stroke(COLOURS["glow"].light, table.GLOW_MM / 2, alpha=0.45)))
    if mine:
        edge_stroke = Stroke(tokens.LAKE, table.SELECTED_MM, table.DASH_MM if table.is_dashed(feature) else ())
        fill, alpha = tokens.LAKE, 0.34
    else:
        width = look.width_mm
        edge_stroke = (
            Stroke(COLOURS[edge].light, width, tuple(d * max(1.0, width / 0.5) for d in dash)) if edge else None
        )
        fill, alpha = (COLOURS[colour].light if colour else None), table.fill_alpha(feature, look)
    shapes.append(Path(runs, True, fill=fill, alpha=alpha, stroke=edge_stroke))
    if feature.kind == "water":  # the shore, a little inside
        inner = tuple(tuple(_toward(point, centroid(run), 0.86) for point in run) for run in runs)
        shapes.append(Path(inner, True, stroke=Stroke(COLOURS["water_edge"].light, 0.12, alpha=0.5)))
    return shapes


def _hill(feature: Feature, view: View) -> list[Shape]:
    art = relief(feature.parts[0])
    shapes: list[Shape] = [Path((view.run(art.outline),), True, fill=COLOURS["hill"].light)]
    for number, tint in enumerate(art.tints):
        colour = COLOURS["hill_2" if number == 0 else "hill_3"].light
        shapes.append(Path((view.run(tint),), True, fill=colour, alpha=1.0 if number < 2 else 0.75))
    strokes = tuple(run for a, b in art.strokes if _is_near((run := view.run((a, b)))[0], view))
    shapes.append(Path(strokes, stroke=Stroke(COLOURS["hachure"].light, 0.13, alpha=0.85)))
    return shapes


def _river(feature: Feature, view: View) -> list[Shape]:
    scale = max(0.5, min(1.6, view.mm_per_km / 27))
    shapes: list[Shape] = []
    for part in feature.parts:
        run = rounded(view.run(part), closed=False)
        shape = band(run, 1.5 * scale, 2.7 * scale)
        shapes.append(Path((shape,), True, stroke=Stroke(COLOURS["water_edge"].light, 0.5)))
        shapes.append(Path((shape,), True, fill=COLOURS["water"].light))
    return shapes


def _ways(lines: Sequence[Feature], view: View) -> list[Shape]:
    """Return casings first, then fills, so that crossings stay open; rails lie under roads, expressways on top."""
    grow = max(0.45, min(1.35, view.mm_per_km / 27))
    order = {"hsr_link": 0, "railway": 1, "local_road": 2, "arterial": 3, "expressway": 5, "tunnel": 4}
    tunnels = [view.run(f.parts[0]) for f in lines if f.kind == "tunnel"]
    shapes: list[Shape] = []
    for step in sorted({order.get(f.kind, 2) for f in lines}):
        group = [f for f in lines if order.get(f.kind, 2) == step]
        for feature in group:
            look = table.look_of(feature)
            if look.case:
                width = look.width_mm * grow + 2 * look.case_mm
                shapes += [
                    Path((run,), stroke=Stroke(COLOURS[look.case].light, width))
                    for run in _runs(feature, view, tunnels)
                ]
        for feature in group:
            look = table.look_of(feature)
            colour = COLOURS[look.edge or "rail"].light
            for run in _runs(feature, view, tunnels):
                shapes += _way(run, look, colour, grow)
    return shapes


def _way(run: tuple[Point, ...], look: Look, colour: str, grow: float) -> list[Shape]:
    if look.pattern == "dashes":
        width = look.width_mm * grow
        return [
            Path((run,), stroke=Stroke(COLOURS["paper"].light, width + 0.5, round=False)),
            Path((run,), stroke=Stroke(colour, width, (1.8 * grow, 0.9 * grow), alpha=0.8, round=False)),
        ]
    if look.pattern == "ticks":
        width = look.width_mm * grow
        return [
            Path((run,), stroke=Stroke(colour, width + 0.12, round=False)),
            Path((run,), stroke=Stroke(COLOURS["rail_gap"].light, max(0.12, width - 0.2), (2.0, 2.0), round=False)),
        ]
    return [Path((run,), stroke=Stroke(colour, look.width_mm * grow))]


def _runs(feature: Feature, view: View, tunnels: Sequence[tuple[Point, ...]]) -> list[tuple[Point, ...]]:
    """Return the runs of a line; an expressway is interrupted where it is a tunnel, a sketch has soft corners."""
    runs = [view.run(part) for part in feature.parts]
    if feature.precision == "schematic":
        return [rounded(run, closed=False) for run in runs]
    if feature.kind != "expressway":
        return runs
    for tunnel in tunnels:
        runs = [piece for run in runs for piece in _without(run, tunnel[0], tunnel[-1])]
    return runs


def _without(run: tuple[Point, ...], a: Point, b: Point) -> list[tuple[Point, ...]]:
    """Return a run without its part between two points that lie on it."""
    places = []
    for end in (a, b):
        q, _ = nearest(run, end)
        if math.dist(q, end) > 3:
            return [run]
        index = min(range(len(run) - 1), key=lambda i: _off(q, run[i], run[i + 1]))
        places.append((index, q))
    (i, p), (j, q) = sorted(places)
    return [piece for piece in ((*run[: i + 1], p), (q, *run[j + 1 :])) if len(piece) > 1]


def _off(q: Point, a: Point, b: Point) -> float:
    return math.dist(a, q) + math.dist(q, b) - math.dist(a, b)


def _mark(feature: Feature, look: Look, point: Point, numbers: Mapping[str, int], own: int | None) -> list[Shape]:
    x, y = point
    solid = feature.precision == "surveyed"
    if look.mark == "number":
        number = numbers[feature.id]
        mine = number == own
        ring = Stroke(tokens.GOLD if mine else tokens.LAKE, 0.4)
        fill = tokens.INK if mine else tokens.WHITE
        colour = tokens.GOLD_BRIGHT if mine else tokens.INK
        return [
            Circle(x, y, DISC_MM + 0.45, fill=COLOURS["halo"].light, alpha=0.85),
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
    if feature.precision == "address":
        return [Circle(x, y, 0.7, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.35))]
    return [Circle(x, y, 0.7, fill=tokens.WHITE, stroke=Stroke(tokens.SLATE, 0.25, (0.5, 0.4)))]


def _is_marked(feature: Feature, scale: MapScale) -> bool:
    return feature.kind == "incubator" or scale in feature.labels


def build_shields(
    features: Iterable[Feature], view: View, frame: Frame, lang: Lang, scale: MapScale, gutter: Frame | None
) -> tuple[list[Shape], list[Frame]]:
    """Return the road numbers on their green plates, on the line itself, and the room they take."""
    shapes: list[Shape] = []
    boxes: list[Frame] = []
    for feature in features:
        anchor = feature.labels.get(scale)
        if feature.kind != "expressway" or anchor is None:
            continue
        run = view.run(feature.parts[0])
        (x, y), _ = nearest(run, view.point(anchor))
        text = (feature.short or feature.name).to(lang)
        wide = text_width_mm(text, 8, 700) + 2.4
        box = (x - wide / 2, y - 1.95, x + wide / 2, y + 1.95)
        outside = box[0] < frame[0] + 2 or box[2] > frame[2] - 2 or box[1] < frame[1] + 2 or box[3] > frame[3] - 2
        if outside or (gutter and box[0] < gutter[2] and gutter[0] < box[2]):
            continue
        colour = COLOURS["shield"].light
        shapes.append(Rect(box[0], box[1], wide, 3.9, 0.7, fill=colour, stroke=Stroke(tokens.WHITE, 0.25)))
        shapes.append(Label(x, y + 1.02, text, 8, COLOURS["shield_text"].light, 700, "middle"))
        boxes.append((box[0] - 0.5, box[1] - 0.5, box[2] + 0.5, box[3] + 0.5))
    return shapes, boxes


def _name(
    feature: Feature,
    view: View,
    lang: Lang,
    scale: MapScale,
    parents: frozenset[str],
    selected: str | None,
    notes: bool,
    frame: Frame,
) -> Name | None:
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
    note = say.NOTES[feature.id].to(lang) if notes and feature.id in say.NOTES else None
    rank = 0 if mine else look.rank
    up = 3.2
    nudges = ((0.0, 0.0), (0.0, up), (0.0, -up), (up, 0.0), (-up, 0.0), (0.0, 2 * up), (0.0, -2 * up))
    if feature.shape == "point":
        spot = view.point(feature.parts[0][0])
        side = anchor[1] - feature.parts[0][0][1]
        gap = 2.9 if feature.kind == "interchange" else 1.9
        placing = "start" if side > 1e-4 else "end" if side < -1e-4 else "middle"
        x = spot[0] + gap if placing == "start" else spot[0] - gap if placing == "end" else spot[0]
        at = (x, at[1]) if placing != "middle" else at
        lines = lines_of(words, size, weight, colour)
        if feature.kind == "interchange" and len(lines) > 1:
            lines = (lines[0], *lines_of("\n".join(words.split("\n")[1:]), 7.5, 400, tokens.INK))
        return Name(id=feature.id, lines=lines, at=at, anchor=placing, rank=rank, shifts=nudges[:3])
    ring = view.run(feature.parts[0])
    lines = lines_of(words, size, weight, colour, note)
    if contains(ring, at):
        if not (frame[0] < at[0] < frame[2] and frame[1] < at[1] < frame[3]):
            piece = clipped(ring, _grown(frame, -3))
            if len(piece) < 3 or feature.id in parents or feature.kind == "park_outline":
                return None
            at = centroid(piece)
        return Name(id=feature.id, lines=lines, at=at, rank=rank, shifts=nudges)
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    placing = "end" if at[0] < left else "start" if at[0] > right else "middle"
    return Name(id=feature.id, lines=lines, at=at, anchor=placing, rank=rank, shifts=nudges)


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


def _leaders(placed: Iterable[Placed], features: Iterable[Feature], view: View) -> list[Shape]:
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


def _grown(frame: Frame, by: float) -> Frame:
    return frame[0] - by, frame[1] - by, frame[2] + by, frame[3] + by


def around(point: Point, reach: float) -> Frame:
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach


def _toward(point: Point, middle: Point, share: float) -> Point:
    return middle[0] + (point[0] - middle[0]) * share, middle[1] + (point[1] - middle[1]) * share


def _is_near(point: Point, view: View) -> bool:
    return -4 <= point[0] <= view.width_mm + 4 and -4 <= point[1] <= view.height_mm + 4
