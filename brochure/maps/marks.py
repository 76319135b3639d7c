"""Points and road numbers on paper: discs, rings, squares, triangles, shields."""

from collections.abc import Iterable, Mapping

from brochure import tokens
from brochure.drawing import Circle, Label, Path, Rect, Shape, Stroke, text_width_mm
from brochure.maps.layers import COLOURS, Look
from brochure.maps.outline import Frame, Point, nearest
from brochure.maps.projection import View
from brochure.model.geometry import Feature, MapScale
from brochure.words import Lang

DISC_MM = 2.4


def build_mark(feature: Feature, look: Look, point: Point, numbers: Mapping[str, int], own: int | None) -> list[Shape]:
    """Return the mark of a point; the reader's own stage of the chain is lit."""
    x, y = point
    solid = feature.precision == "surveyed"
    if look.mark == "number":
        number = numbers[feature.id]
        mine = number == own
        ring = Stroke(tokens.GOLD if mine else tokens.LAKE, 0.4)
        fill = tokens.INK if mine else tokens.WHITE
        colour = tokens.GOLD_BRIGHT if mine else tokens.INK
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
