"""The map in print: the same features and looks as on the screen, as vector shapes in millimetres.

``build_plan`` draws the ground, the zones, the ways, the points and their names on a sheet; ``SPREAD`` is its view on
the map spread. Legend, locator and the small map of one site are in ``legend`` and ``locator``.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from brochure import tokens
from brochure.drawing import Drawing, Group, Label, Path, Rect, Shape, Stroke, remembered
from brochure.maps import looks as table
from brochure.maps.labels import Name, Placed, Segment, overlap, place_aside, place_names
from brochure.maps.layers import layer_of, stage_numbers
from brochure.maps.looks import COLOURS, Look
from brochure.maps.marks import DISC_MM, build_mark, build_shields, is_marked
from brochure.maps.name_lines import on_one_line
from brochure.maps.naming import Naming, build_leaders, is_snug, names_of, over_and_under
from brochure.maps.outline import Frame, Point, around, band, box_of, centroid, grown, holds, rounded, touches
from brochure.maps.projection import View
from brochure.maps.terrain import relief
from brochure.maps.valley import build_rings, build_valleys
from brochure.maps.ways import build_river, build_ways, river_widths
from brochure.model.geometry import Feature, MapScale
from brochure.words import Lang

SPREAD: Final = View(width_mm=420, height_mm=297, lat=36.6653, lon=101.7456, x_mm=134.0, y_mm=247.7, mm_per_km=27.0)
"""The map spread: the south gate low on the left page, everything west of the fold."""
CHOSEN_RANK: Final = 11
"""Behind the wellness site, the south gate and the park, before everything else."""
FINE_NUDGES: Final = tuple(
    sorted(
        ((dx, dy) for dx in (-3.2, -1.6, 0.0, 1.6, 3.2) for dy in (-4.8, -3.2, -1.6, 0.0, 1.6, 3.2, 4.8)),
        key=lambda shift: math.hypot(*shift),
    )
)
"""How else the name of a chosen zone may move before it stands aside."""
WIDE_WAYS: Final = {"expressway": (2.4, 2.4), "tunnel": (1.6, 1.6)}
"""How wide these are drawn with what frames them, millimetres, at both ends."""
PRINT_LAYERS: Final = ("ground", "zones", "base", "chain", "access", "schools", "heights", "enterprises")


@remembered
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
    named: frozenset[str] | None = None,
    must_name: bool = False,
    bleed_mm: float = 0.0,
    tidy: bool = False,
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
        named: Ids of zones whose names are placed right after that of the park; what else lies in a zone gets none.
        must_name: Raise when a name of the first rank finds no room; for tests.
        bleed_mm: How far the map goes on over the edges of the sheet; names stay well inside.
        tidy: For a small map: no mark that an edge or a box would cut, no name that is wider than its zone.

    Returns:
        One drawing of the size of the view, clipped to it and its bleed; ``labels_of`` tells where the names lie.
    """
    frame: Frame = (0.0, 0.0, view.width_mm, view.height_mm)
    whole = (-bleed_mm, -bleed_mm, view.width_mm + 2 * bleed_mm, view.height_mm + 2 * bleed_mm)
    shown = _shown(features, layers, scale, view, frame, keep_free if tidy else None)
    parents = table.parents_of(features)
    panes: dict[str, list[Shape]] = {pane: [] for pane in table.PANES}
    if paper and scale == "park":
        panes["paper"].append(Rect(*whole, fill=COLOURS["paper"].light))
    elif paper:
        panes["paper"] += build_valleys(features, view)
    numbers = stage_numbers(features)
    taken: list[Frame] = list(keep_free)
    for feature in shown:
        look = table.look_of(feature, parents)
        if feature.shape == "polygon":
            panes[look.pane] += _area(feature, look, view, selected)
        elif feature.shape == "line" and feature.kind == "river":
            panes[look.pane] += build_river(feature, view)
        elif feature.shape == "point" and is_marked(feature, scale):
            point = view.point(feature.parts[0][0])
            panes["points"] += build_mark(feature, look, point, numbers, own_stage)
            if feature.kind == "incubator":
                taken.append(around(point, DISC_MM + 0.5))
            elif look.mark:
                taken.append(around(point, 1.2))
    panes["way"] += build_ways([f for f in shown if f.shape == "line" and f.kind != "river"], view)
    shields, boxes = build_shields(shown, view, frame, lang, scale, gutter, taken if tidy else None)
    panes["points"] += shields
    taken += boxes
    names = names_of(shown, Naming(view, lang, scale, frame, parents, selected, notes))
    told = {selected, *(named or ())}
    names = [name for name in names if not tidy or name.id in told or is_snug(name, shown, view, frame, keep_free)]
    if scale != "park":
        rings, lengths = build_rings(shown, view, lang)
        panes["paper"] += rings
        names += lengths
    placed, aside = _place(names, named, shown, view, taken, gutter, _lines(shown, view))
    if must_name:
        missing = {name.id for name in names if name.rank < 40} - {item.name.id for item in placed}
        if missing:
            raise ValueError(f"no room for the names of {sorted(missing)}")
    panes["labels"] += build_leaders(placed, shown, view, aside)
    panes["labels"] += [Group(item.labels, key=f"name-{item.name.id}") for item in placed]
    groups = tuple(Group(tuple(shapes), key=pane) for pane, shapes in panes.items() if shapes)
    return Drawing(view.width_mm, view.height_mm, (Group(groups, clip=whole, key="plan"),))


def _shown(
    features: Sequence[Feature],
    layers: Collection[str],
    scale: MapScale,
    view: View,
    frame: Frame,
    barred: Sequence[Frame] | None,
) -> list[Feature]:
    """Return what is drawn; with ``barred`` boxes no point whose mark they or an edge would cut."""
    shown = [f for f in features if layer_of(f) in layers or layer_of(f) == "ground"]
    shown = [f for f in shown if f.kind != "hsr_link" or scale == "region"]
    if barred is not None:
        shown = [f for f in shown if f.shape != "point" or _is_whole(f, view, frame, barred)]
    return [f for f in shown if touches([view.point(p) for run in f.parts for p in run], grown(frame, 8))]


def _place(
    names: Sequence[Name],
    named: frozenset[str] | None,
    shown: Sequence[Feature],
    view: View,
    taken: Sequence[Frame],
    gutter: Frame | None,
    lines: Mapping[str, Sequence[Segment]],
) -> tuple[tuple[Placed, ...], set[str]]:
    """Return the names in their places, those of chosen zones first, and which of these stand aside with a line.

    With chosen zones, greens and what lies in another zone and is not chosen get no name.
    """
    frame = grown((0.0, 0.0, view.width_mm, view.height_mm), -1.5)
    if named is None:
        return place_names(names, frame, taken, gutter, lines), set()
    known = {feature.id: feature for feature in shown}
    first = [name for name in names if name.id in named or name.rank <= CHOSEN_RANK]
    later = [
        name for name in names if name not in first and known[name.id].parent is None and known[name.id].kind != "park"
    ]
    best: tuple[tuple[Placed, ...], tuple[tuple[Placed, Frame], ...]] = (), ()
    for are_over in (True, False):
        asked = [_freed(name, known[name.id], shown, view, are_over) if name.id in named else name for name in first]
        placed = place_names(asked, frame, taken, gutter, lines)
        there = {item.name.id for item in placed}
        lost = [
            (name, box_of(view.run(known[name.id].parts[0])))
            for name in asked
            if name.id not in there and (name.id in named or known[name.id].kind == "site")
        ]
        beside = place_aside(lost, frame, [*taken, *(item.box for item in placed)], gutter, lines)
        if len(placed) + len(beside) > sum(map(len, best)):
            best = placed, beside
        if len(beside) == len(lost):
            break
    placed, beside = best
    placed += tuple(item for item, _ in beside)
    used = [*taken, *(item.box for item in placed), *(way for _, way in beside)]
    return placed + place_names(later, frame, used, gutter, lines), {item.name.id for item, _ in beside}


def _freed(name: Name, feature: Feature, shown: Sequence[Feature], view: View, is_over: bool) -> Name:
    """Return the name of a chosen zone with more places to stand: above one that is too small for it, or below."""
    near, more, outside = name.shifts, (*name.fallback, *FINE_NUDGES), False
    if is_over and not is_snug(name, shown, view, (0.0, 0.0, view.width_mm, view.height_mm)):
        name = msgspec.structs.replace(name, lines=on_one_line(name.lines))
        above, below = over_and_under(name, feature, view)
        near, more = (above,), (*near, *more, below) if feature.kind == "garden" else ()
        outside = not more
    first = CHOSEN_RANK - (feature.kind == "garden")  # the smallest has the least choice
    return msgspec.structs.replace(name, rank=min(name.rank, first), shifts=near, fallback=more, apart=outside)


def _lines(shown: Sequence[Feature], view: View) -> dict[str, list[Segment]]:
    """Return the ways, waters and edges that no name should cover where it can stand beside them.

    What is drawn wide counts with both its edges.
    """
    found: dict[str, list[Segment]] = {}
    for feature in shown:
        if feature.shape == "line" or (feature.shape == "polygon" and feature.kind != "hill"):
            found[feature.id] = [pair for part in feature.parts for pair in pairwise(view.run(part))]
        widths = river_widths(view) if feature.kind == "river" else WIDE_WAYS.get(feature.kind)
        if widths is not None:
            edges = [band(view.run(part), *widths) for part in feature.parts]
            times = 1 if feature.kind == "river" else 2  # an expressway is what such a map is for
            found[feature.id] += [pair for edge in edges for pair in pairwise(edge)] * times
    return found


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


def unnamed(features: Sequence[Feature], plan: Drawing, view: View, lang: Lang) -> tuple[str, ...]:
    """Return the ids of the great names that a plan could not place."""
    frame = (0.0, 0.0, view.width_mm, view.height_mm)
    parents, placed = table.parents_of(features), labels_of(plan)
    drawn = [
        feature
        for feature in features
        if layer_of(feature) in (*PRINT_LAYERS, "ground")
        and touches([view.point(p) for run in feature.parts for p in run], frame)
    ]
    wanted = [name.id for name in names_of(drawn, Naming(view, lang, "park", frame, parents)) if name.rank < 40]
    return tuple(key for key in wanted if key not in placed)


def _area(feature: Feature, look: Look, view: View, selected: str | None) -> list[Shape]:
    colour = table.colour_name(feature, look.fill)
    edge = table.colour_name(feature, look.edge)
    if feature.kind == "hill":
        return _hill(feature, view)
    runs = tuple(view.run(part) for part in feature.parts)
    if feature.kind == "water" or feature.id == "zone-wetland":
        runs = tuple(rounded(run, closed=True) for run in runs)
    mine = feature.id == selected
    dash = table.dash_of(feature) if look is not table.LOOKS["wetland"] else ()
    shapes: list[Shape] = []
    if look.glow and not mine:
        shapes.append(Path(runs, True, stroke=Stroke(COLOURS["glow"].light, table.GLOW_MM, alpha=0.38)))
        shapes.append(Path(runs, True, stroke=Stroke(COLOURS["glow"].light, table.GLOW_MM / 2, alpha=0.45)))
    if mine:
        shapes.append(Path(runs, True, tokens.LAKE, 0.34, Stroke(tokens.LAKE, table.SELECTED_MM, dash)))
    else:
        longer = max(1.0, look.width_mm / 0.5)
        stroke = Stroke(COLOURS[edge].light, look.width_mm, tuple(d * longer for d in dash)) if edge else None
        fill = COLOURS[colour].light if colour else None
        shapes.append(Path(runs, True, fill, table.fill_alpha(feature, look), stroke))
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


def _is_whole(feature: Feature, view: View, frame: Frame, keep_free: Sequence[Frame]) -> bool:
    """Tell whether neither an edge of the sheet nor a box that is kept free would cut the mark of a point."""
    box = around(view.point(feature.parts[0][0]), DISC_MM + 0.5)
    return holds(frame, box) and not any(overlap(box, other) for other in keep_free)


def _toward(point: Point, middle: Point, share: float) -> Point:
    return middle[0] + (point[0] - middle[0]) * share, middle[1] + (point[1] - middle[1]) * share


def _is_near(point: Point, view: View) -> bool:
    return -4 <= point[0] <= view.width_mm + 4 and -4 <= point[1] <= view.height_mm + 4
