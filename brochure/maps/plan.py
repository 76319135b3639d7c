"""The map in print: the same features and looks as on the screen, as vector shapes in millimetres.

``build_plan`` draws the ground, the zones, the ways, the points and their names on a sheet; ``SPREAD`` is its view on
the map spread. Legend, locator and the small map of one site are in ``legend`` and ``locator``.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from brochure import tokens
from brochure.drawing import Drawing, Group, Label, Path, Rect, Shape, Stroke, remembered
from brochure.maps import layers as table
from brochure.maps.labels import place_names
from brochure.maps.layers import COLOURS, Look
from brochure.maps.marks import DISC_MM, build_mark, build_shields, is_marked
from brochure.maps.naming import build_leaders, name_of
from brochure.maps.outline import Frame, Point, around, band, centroid, grown, rounded, touches
from brochure.maps.projection import View
from brochure.maps.terrain import relief
from brochure.maps.valley import build_rings, build_valleys
from brochure.maps.ways import build_ways
from brochure.model.geometry import Feature, MapScale
from brochure.words import Lang

SPREAD: Final = View(width_mm=420, height_mm=297, lat=36.6653, lon=101.7456, x_mm=134.0, y_mm=247.7, mm_per_km=27.0)
"""The map spread: the south gate low on the left page, everything west of the fold."""
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
    shown = [f for f in shown if touches([view.point(p) for run in f.parts for p in run], grown(frame, 8))]
    parents = table.parents_of(features)
    panes: dict[str, list[Shape]] = {pane: [] for pane in table.PANES}
    if paper and scale == "park":
        panes["paper"].append(Rect(0, 0, view.width_mm, view.height_mm, fill=COLOURS["paper"].light))
    elif paper:
        panes["paper"] += build_valleys(features, view)
    numbers = table.stage_numbers(features)
    taken: list[Frame] = list(keep_free)
    for feature in shown:
        look = table.look_of(feature, parents)
        if feature.shape == "polygon":
            panes[look.pane] += _area(feature, look, view, selected)
        elif feature.shape == "line" and feature.kind == "river":
            panes[look.pane] += _river(feature, view)
        elif feature.shape == "point" and is_marked(feature, scale):
            point = view.point(feature.parts[0][0])
            panes["points"] += build_mark(feature, look, point, numbers, own_stage)
            if feature.kind == "incubator":
                taken.append(around(point, DISC_MM + 0.5))
            elif look.mark:
                taken.append(around(point, 1.2))
    panes["way"] += build_ways([f for f in shown if f.shape == "line" and f.kind != "river"], view)
    shields, boxes = build_shields(shown, view, frame, lang, scale, gutter)
    panes["points"] += shields
    taken += boxes
    names = [
        name
        for feature in shown
        if feature.kind != "expressway"
        and (name := name_of(feature, view, lang, scale, parents, selected, notes, frame))
    ]
    if scale != "park":
        rings, lengths = build_rings(shown, view, lang)
        panes["paper"] += rings
        names += lengths
    placed = place_names(names, grown(frame, -1.5), taken, gutter)
    if must_name:
        missing = {name.id for name in names if name.rank < 40} - {item.name.id for item in placed}
        if missing:
            raise ValueError(f"no room for the names of {sorted(missing)}")
    panes["labels"] += build_leaders(placed, shown, view)
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


def _river(feature: Feature, view: View) -> list[Shape]:
    scale = max(0.5, min(1.6, view.mm_per_km / 27))
    shapes: list[Shape] = []
    for part in feature.parts:
        run = rounded(view.run(part), closed=False)
        shape = band(run, 1.5 * scale, 2.7 * scale)
        shapes.append(Path((shape,), True, stroke=Stroke(COLOURS["water_edge"].light, 0.5)))
        shapes.append(Path((shape,), True, fill=COLOURS["water"].light))
    return shapes


def _toward(point: Point, middle: Point, share: float) -> Point:
    return middle[0] + (point[0] - middle[0]) * share, middle[1] + (point[1] - middle[1]) * share


def _is_near(point: Point, view: View) -> bool:
    return -4 <= point[0] <= view.width_mm + 4 and -4 <= point[1] <= view.height_mm + 4
