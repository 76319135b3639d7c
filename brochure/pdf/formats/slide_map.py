"""The map beside a slide: larger than on paper, with scale and north on a plate in whichever corner is emptiest."""

from collections.abc import Sequence
from typing import Final

import msgspec

from brochure.maps.legend import build_north, build_scale_bar
from brochure.maps.looks import COLOURS
from brochure.maps.outline import Frame, clipped, grown, signed_area
from brochure.maps.plan import PRINT_LAYERS, build_plan
from brochure.maps.projection import View, bounds_of, fit_view
from brochure.model.geometry import Feature, Position
from brochure.pdf.book import Sheet
from brochure.pdf.formats.content import is_overview
from brochure.pdf.formats.deck import LEFT, TALL, WIDE, Deck
from brochure.pdf.site_parts import stages_key, stages_on
from brochure.words import Text

MAP_X: Final = 150.0
MAP_W: Final = WIDE - MAP_X
SIDE_W: Final = MAP_X - LEFT - 12.0
MAP_SCALE: Final = 1.9
"""The plan is drawn for paper in 7.5 pt; on a slide it is larger by this."""
MOST_MM_PER_KM: Final = 40.0
HIGHER_MM: Final = 4.0
"""The overview stands so much above the middle: the names of gate and station lie below the expressway."""
CLOSE_MM_PER_KM: Final = 12.0
"""From this scale on a map tells everything, below it only what an overview needs."""
BAR_MM: Final = 15.0
PLATE: Final = (36.0, 13.0)
"""Width and height of the plate, as the plan counts."""
EDGE: Final = 3.0
WEIGHTS: Final = ("zone", "park_outline", "site", "garden", "campus")
POINTS: Final = ("interchange", "station", "incubator")
ROOM_MM: Final = 9.0
"""A point has its name beside it."""
POINT_WEIGHT: Final = 100.0
"""A hidden point counts as so many square millimetres of a hidden zone."""


def draw_overview(deck: Deck, sheet: Sheet, around: Sequence[Position], margin_mm: float) -> None:
    """Draw where the park lies: its outline, the wellness site, expressway, gate and station, and what was chosen."""
    chosen = {zone.feature for zone in deck.choice.zones} if deck.choice.zones_chosen else set()
    shown = [each for each in deck.features if is_overview(each) or each.id in chosen]
    view = _view(around, margin_mm)
    view = msgspec.structs.replace(view, y_mm=view.y_mm - HIGHER_MM)
    named = frozenset(key for key in chosen if key)
    _draw(deck, sheet, shown, view, layers=PRINT_LAYERS, named=named)


def draw_site(deck: Deck, sheet: Sheet, feature: Feature, margin_mm: float) -> Text | None:
    """Draw a site with its surroundings; return what its numbered circles are, where it has any."""
    view = _view(feature.parts[0], margin_mm)
    layers = PRINT_LAYERS if view.mm_per_km > CLOSE_MM_PER_KM else ("ground", "zones", "base", "access")
    _draw(deck, sheet, deck.features, view, layers=layers, selected=feature.id)
    return stages_key(stages_on(deck.features, view, view.width_mm)) if "chain" in layers else None


def _view(around: Sequence[Position], margin_mm: float) -> View:
    wide, tall = MAP_W / MAP_SCALE, TALL / MAP_SCALE
    return fit_view(wide, tall, bounds_of(tuple(around)), margin_mm=margin_mm, most_mm_per_km=MOST_MM_PER_KM)


def _draw(
    deck: Deck,
    sheet: Sheet,
    features: Sequence[Feature],
    view: View,
    *,
    layers: Sequence[str],
    selected: str | None = None,
    named: frozenset[str] | None = None,
) -> None:
    plate = emptiest_corner(features, view)
    plan = build_plan(
        features, view, lang=deck.lang, layers=layers, selected=selected, keep_free=(grown(plate, 1.0),),
        named=named, notes=selected is not None, tidy=True,
    )  # fmt: skip
    paper = COLOURS["paper"].light
    sheet.rect(MAP_X, 0, MAP_W, TALL, fill=paper)
    with sheet.clip(MAP_X, 0, MAP_W, TALL):
        sheet.draw(plan, MAP_X, 0, MAP_SCALE)
    x, y, *_ = (edge * MAP_SCALE for edge in plate)
    x += MAP_X
    sheet.rect(x, y, PLATE[0] * MAP_SCALE, PLATE[1] * MAP_SCALE, fill=paper, radius=2.0)
    sheet.draw(build_north(lang=deck.lang), x + 1.5 * MAP_SCALE, y + 1.2 * MAP_SCALE, MAP_SCALE)
    bar = build_scale_bar(view.mm_per_km, lang=deck.lang, longest_mm=BAR_MM)
    sheet.draw(bar, x + 9.5 * MAP_SCALE, y + 3.0 * MAP_SCALE, MAP_SCALE)


def emptiest_corner(features: Sequence[Feature], view: View) -> Frame:
    """Return where the plate stands: the corner in which it hides least of the zones."""
    wide, tall = PLATE
    right, foot = view.width_mm - EDGE - wide, view.height_mm - EDGE - tall
    frames = [(x, y, x + wide, y + tall) for y in (EDGE, foot) for x in (EDGE, right)]
    rings = [view.run(each.parts[0]) for each in features if each.kind in WEIGHTS and each.shape == "polygon"]
    points = [view.point(each.parts[0][0]) for each in features if each.kind in POINTS]
    spots = [(x, y) for x, y in points if 0 < x < view.width_mm and 0 < y < view.height_mm]

    def hidden(frame: Frame) -> float:
        near = grown(frame, ROOM_MM)
        lost = sum(near[0] < x < near[2] and near[1] < y < near[3] for x, y in spots)
        return round(sum(_covered(ring, frame) for ring in rings) + POINT_WEIGHT * lost, 1)

    return min(frames, key=hidden)


def _covered(ring: Sequence[tuple[float, float]], frame: Frame) -> float:
    piece = clipped(ring, frame)
    return abs(signed_area(piece)) if len(piece) > 2 else 0.0
