"""The vector map of the printed page as a picture for the window, by day and in the dark."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from brochure.drawing import Drawing, Group, Label, Path, Shape, Stroke
from brochure.maps.looks import COLOURS
from brochure.maps.outline import Frame
from brochure.maps.plan import PRINT_LAYERS, build_plan
from brochure.maps.projection import View
from brochure.model.geometry import Feature, Position
from brochure.store.library import Library
from brochure.words import Lang
from brochure.words import places as say

PX_PER_MM = 96 / 25.4
_DARK = {colour.light.upper(): colour.dark for colour in reversed(tuple(COLOURS.values()))}


def build_picture(
    library: Library,
    lang: Lang,
    theme: str,
    *,
    width_mm: float = 200,
    height_mm: float = 200,
    mm_per_km: float = 22,
    centre: Position | None = None,
    layers: Collection[str] = PRINT_LAYERS,
    own_stage: int | None = None,
    named: Collection[str] | None = None,
    anchors: Mapping[str, Position] | None = None,
    keep_free: Sequence[Frame] = (),
) -> Drawing:
    """Draw the park round a middle, the heart of the park where none is given.

    ``named`` are the ids of the features whose names are written, all of them where none are given; ``anchors`` puts
    some of them elsewhere than on the large map. No name stands in a box of ``keep_free`` (left, top, right, bottom;
    millimetres).
    """
    view = picture_view(width_mm, height_mm, mm_per_km, centre or heart_of(library.features))
    features = [_named(each, named, anchors or {}) for each in library.features]
    bar: Frame = (2.0, height_mm - 8.0, mm_per_km + 22.0, height_mm)
    drawing = build_plan(
        features, view, lang=lang, layers=layers, own_stage=own_stage, notes=False, keep_free=(*keep_free, bar)
    )
    drawing = msgspec.structs.replace(drawing, shapes=(*drawing.shapes, *_scale_bar(drawing, mm_per_km, lang)))
    return in_the_dark(drawing) if theme == "dark" else drawing


def _named(feature: Feature, named: Collection[str] | None, anchors: Mapping[str, Position]) -> Feature:
    if named is not None and feature.id not in named:
        return msgspec.structs.replace(feature, labels={})
    if feature.id in anchors:
        return msgspec.structs.replace(feature, labels={**feature.labels, "park": anchors[feature.id]})
    return feature


def picture_view(width_mm: float, height_mm: float, mm_per_km: float, centre: Position) -> View:
    """Return the view of a picture, to find where on it a position lies."""
    lat, lon = centre
    return View(width_mm=width_mm, height_mm=height_mm, lat=lat, lon=lon, x_mm=width_mm / 2, y_mm=height_mm / 2,
                mm_per_km=mm_per_km)  # fmt: skip


def _scale_bar(drawing: Drawing, mm_per_km: float, lang: Lang) -> tuple[Shape, ...]:
    x, y, ink = 4.0, drawing.height_mm - 4.5, COLOURS["text"].light
    halo = Stroke(COLOURS["halo"].light, 1.0)
    bar = ((x, y - 1.2), (x, y), (x + mm_per_km, y), (x + mm_per_km, y - 1.2))
    return (
        Path((bar,), stroke=Stroke(COLOURS["halo"].light, 1.3)),
        Path((bar,), stroke=Stroke(ink, 0.4)),
        Label(x + mm_per_km + 1.6, y + 0.3, say.ABOUT_KM.to(lang), 8.5, ink, 500, halo=halo),
    )


def heart_of(features: Collection[Feature], kinds: Collection[str] = ("zone", "site", "park_outline")) -> Position:
    """Return the middle of all zones."""
    corners = [position for each in features if each.kind in kinds for part in each.parts for position in part]
    if not corners:
        return 36.69, 101.75
    lats, lons = [lat for lat, _ in corners], [lon for _, lon in corners]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def in_the_dark(drawing: Drawing) -> Drawing:
    """Return the drawing with each colour of the map in its dark form."""
    return msgspec.structs.replace(drawing, shapes=tuple(_dark(shape) for shape in drawing.shapes))


def _dark(shape: Shape) -> Shape:
    if isinstance(shape, Group):
        return msgspec.structs.replace(shape, shapes=tuple(_dark(each) for each in shape.shapes))
    if isinstance(shape, Label):
        return msgspec.structs.replace(shape, colour=_swap(shape.colour), halo=_stroke(shape.halo))
    return msgspec.structs.replace(shape, fill=_swap(shape.fill), stroke=_stroke(shape.stroke))


def _stroke(stroke: Stroke | None) -> Stroke | None:
    return stroke and msgspec.structs.replace(stroke, colour=_swap(stroke.colour))


def _swap(colour: str | None) -> str | None:
    return colour and _DARK.get(colour.upper(), colour)
