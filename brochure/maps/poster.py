"""The map as one drawing that stands alone: title, map, legend and everything that must be said beside it."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from brochure import tokens
from brochure.drawing import Drawing, Group, Label, Rect, Shape, Stroke, moved, text_width_mm
from brochure.maps.layers import credits_for
from brochure.maps.legend import (
    build_legend,
    build_north,
    build_scale_bar,
    wrapped,
)
from brochure.maps.locator import build_locator
from brochure.maps.outline import Frame
from brochure.maps.plan import build_plan
from brochure.maps.projection import View
from brochure.maps.review import is_draft, review_line
from brochure.maps.sureness import SHEET_WORDS, build_precision, precisions_of, signs_of
from brochure.model.geometry import Feature, MapScale
from brochure.words import Lang, Text
from brochure.words import maps as map_say
from brochure.words import takeaway as say
from brochure.words.page import furniture

MARGIN: Final = 12.0
HEAD: Final = 34.0
"""From the upper margin to the map."""
LEAD: Final = 4.2
"""From line to line of the small print."""


def _view(size: tuple[float, float], at: tuple[float, float], mm_per_km: float) -> View:
    """Return a view with the south gate at a place of the map."""
    return View(
        width_mm=size[0], height_mm=size[1], lat=36.6653, lon=101.7456, x_mm=at[0], y_mm=at[1], mm_per_km=mm_per_km
    )


VIEWS: Final[dict[MapScale, View]] = {
    "park": _view((273, 306), (142, 256), 28),
    "city": _view((273, 298), (105, 171), 18.5),
    "region": _view((186, 184), (87, 116), 2.95),
}
VALLEY_ORDER: Final = ("park", "expressway", "railway", "wetland")
"""What the map of the valley shows."""
FURNITURE: Final[Frame] = (3.0, 3.0, 66.0, 19.0)


def build_poster(
    features: Sequence[Feature],
    settings: Mapping[str, str],
    *,
    lang: Lang,
    scale: MapScale = "park",
    selected: str | None = None,
    dated: Sequence[Text] = (),
) -> Drawing:
    """Draw the map with all that belongs to it.

    Args:
        features: What may be drawn.
        settings: Review number, maker and date of the map, where the office has set them.
        lang: Language of the words.
        scale: How much is shown: the park, the park and the city, or the valley.
        selected: Id of the feature the map is about.
        dated: Up to which day the content goes, its version, when it was taken out.
    """
    view = VIEWS[scale]
    top = MARGIN + HEAD
    shapes = _title(settings, lang, scale, view.width_mm)
    y = top + view.height_mm + 5.0
    entries = VALLEY_ORDER if scale == "region" else signs_of(features)
    legend = build_legend(lang=lang, width_mm=view.width_mm, columns=4, entries=entries, words=SHEET_WORDS)
    shapes.append(_put(legend, MARGIN, y, "legend"))
    y += legend.height_mm + 2.4
    known = precisions_of(features)
    sure = build_precision(known, lang=lang, width_mm=view.width_mm, columns=len(known))
    shapes.append(_put(sure, MARGIN, y, "precision"))
    y += sure.height_mm + 2.0
    lines = _lines(features, settings, lang, dated, view.width_mm)
    shapes.append(Group(tuple(_printed(lines, y + 5.0)), key="notes"))
    tall = y + 5.0 + LEAD * (len(lines) - 1) + MARGIN - 2.0
    wide = view.width_mm + 2 * MARGIN
    ground = Rect(0, 0, wide, tall, fill=tokens.WHITE)
    plan = Group(_map(features, view, lang, scale, selected, tall), key="map")
    return Drawing(wide, round(tall, 1), (ground, plan, *shapes))


def _map(
    features: Sequence[Feature], view: View, lang: Lang, scale: MapScale, selected: str | None, tall: float
) -> tuple[Shape, ...]:
    """Return the map in its frame, with scale bar and north arrow, and the white of the sheet round it."""
    x, y = MARGIN, MARGIN + HEAD
    if scale == "region":
        plan = build_locator(tuple(features), view, lang=lang, other=VIEWS["park"], furnished=False, ringed=True)
    else:
        plan = build_plan(
            tuple(features), view, lang=lang, scale=scale, selected=selected, keep_free=(FURNITURE,), layers=_LAYERS
        )
    edge = Rect(x, y, view.width_mm, view.height_mm, stroke=Stroke(tokens.RULE_PRINT, 0.3))
    bar = build_scale_bar(view.mm_per_km, lang=lang)
    return (
        *(moved(shape, x, y) for shape in plan.shapes),
        *_margins(x, y, view, tall),
        edge,
        _put(build_north(lang=lang), x + 5.0, y + 5.0, "north"),
        _put(bar, x + 16.0, y + 6.0, "scale"),
    )


def _margins(x: float, y: float, view: View, tall: float) -> tuple[Shape, ...]:
    """Return the white of the sheet round the frame: broad strokes, rings and round ends of roads reach over it."""
    wide, right, foot = view.width_mm + 2 * x, x + view.width_mm, y + view.height_mm
    return (
        Rect(0, 0, wide, y, fill=tokens.WHITE),
        Rect(0, foot, wide, tall - foot, fill=tokens.WHITE),
        Rect(0, y, x, view.height_mm, fill=tokens.WHITE),
        Rect(right, y, x, view.height_mm, fill=tokens.WHITE),
    )


_LAYERS: Final = ("ground", "zones", "base", "chain", "access", "schools", "heights")


def _put(drawing: Drawing, x: float, y: float, key: str) -> Group:
    inside = [shape for group in drawing.shapes for shape in (group.shapes if isinstance(group, Group) else (group,))]
    return Group(tuple(moved(shape, x, y) for shape in inside), key=key)


def _title(settings: Mapping[str, str], lang: Lang, scale: MapScale, wide: float) -> list[Shape]:
    """Return the names of the park in both languages over a golden line, and whether this is a draft."""
    zh, en = furniture.PARK_FULL.zh, furniture.PARK_FULL.en
    great = zh if lang == "zh" else furniture.PARK.en
    small = en if lang == "zh" else f"{en}　{zh}"
    right = MARGIN + wide
    shapes: list[Shape] = [
        Label(MARGIN, MARGIN + 3.6, say.SCALE_NAME[scale].to(lang), 10, tokens.LAKE, 500),
        Label(MARGIN, MARGIN + 16.2, great, 27, tokens.INK, 700),
        Label(MARGIN, MARGIN + 22.6, small, min(11, 10.8 * wide / text_width_mm(small, 11, 500)), tokens.SLATE, 500),
        Rect(MARGIN, MARGIN + 27.0, wide, 0.5, fill=tokens.GOLD),
    ]
    if is_draft(settings):
        words = say.DRAFT.to(lang)
        chip = text_width_mm(words, 8.5, 700) + 7.0
        box = Rect(right - chip, MARGIN, chip, 6.6, 1.0, stroke=Stroke(tokens.BRICK, 0.35))
        shapes += [box, Label(right - chip / 2, MARGIN + 4.45, words, 8.5, tokens.BRICK, 700, "middle")]
    return [Group(tuple(shapes), key="heading")]


class _Line(msgspec.Struct, frozen=True):
    text: str
    strong: bool = False


def _lines(
    features: Sequence[Feature], settings: Mapping[str, str], lang: Lang, dated: Sequence[Text], wide: float
) -> tuple[_Line, ...]:
    """Return the small print line by line: review number, no evidence, credits, age."""
    zh = lang == "zh"
    between, stop = ("", "。") if zh else (" ", ".")
    credit = ("；" if zh else "; ").join(text.to(lang) for text in credits_for(features))
    age = ("　" if zh else " · ").join(text.to(lang) for text in dated)
    caution = f"{map_say.SKETCH_NOTE.to(lang)}{between}{map_say.RELIEF_NOTE.to(lang)}"
    found = [_Line(review_line(settings).to(lang), strong=True)]
    for text in (caution, f"{credit}{stop}" if credit else "", age):
        found += [_Line(line) for line in wrapped(text, wide, 8, lang)] if text else []
    return tuple(found)


def _printed(lines: Sequence[_Line], y: float) -> list[Shape]:
    return [
        Label(
            MARGIN,
            y + LEAD * place,
            line.text,
            8,
            tokens.INK if line.strong else tokens.SLATE,
            700 if line.strong else 400,
        )
        for place, line in enumerate(lines)
    ]


def words_of(drawing: Drawing) -> dict[int, str]:
    """Return everything written on a drawing, by the weight it is written in."""
    found: dict[int, set[str]] = {}

    def read(shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            if isinstance(shape, Label):
                found.setdefault(shape.weight, set()).update(shape.text)
            elif isinstance(shape, Group):
                read(shape.shapes)

    read(drawing.shapes)
    return {weight: "".join(sorted(characters)) for weight, characters in sorted(found.items())}
