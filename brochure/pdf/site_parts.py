"""What a page of one site draws, in the brochure and on the sheet: its map with locator, and the self-check."""

from collections.abc import Sequence
from typing import Final

from brochure import tokens
from brochure.maps.legend import build_north, build_scale_bar
from brochure.maps.locator import build_mini_map
from brochure.maps.marks import DISC_MM
from brochure.maps.outline import around, holds
from brochure.maps.plan import PRINT_LAYERS, build_plan
from brochure.maps.projection import View, bounds_of, fit_view
from brochure.model.geometry import Feature
from brochure.model.kinds import Zone
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Style
from brochure.words import Text
from brochure.words.page import land as say

LOCATOR_W: Final = 34.0
LOCATOR_MOST: Final = 54.0
FURNITURE_H: Final = 14.0
"""Room below the locator for the scale bar and the north arrow beside it."""
MAP_X: Final = theme.LEFT + LOCATOR_W + 6.0
MAP_W: Final = theme.PAGE_W - MAP_X
AROUND: Final = 0.22
"""Share of the height that is left above and below a site, so that it fills a good half."""
AROUND_LARGE_MM: Final = 5.0
MOST_MM_PER_KM: Final = 58.0
CROWDED_MM_PER_KM: Final = 20.0
BAR_MM: Final = 15.0
KEY: Final = theme.NOTE_LEFT._replace(leading_mm=3.6)


def draw_site_map(
    edition: Edition, sheet: Sheet, feature: Feature, top: float, height: float, *, tinted: bool = True
) -> None:
    """Draw a site, or what it lies in, large at the right; at the left where that is in the park, scale and north.

    A site is ``tinted`` in both, what one merely lies in is not.
    """
    mine = feature.id if tinted else None
    view = _view_of(feature, height)
    large = view.mm_per_km < CROWDED_MM_PER_KM
    plan = build_plan(
        edition.features,
        view,
        lang=edition.lang,
        selected=mine,
        named=None if tinted else frozenset((feature.id,)),
        layers=("ground", "zones", "access") if large else PRINT_LAYERS,
        keep_free=((MAP_W - theme.SAFE, 0.0, MAP_W + theme.BLEED, height),),
        bleed_mm=theme.BLEED,
        tidy=True,
    )
    with sheet.beneath(), sheet.clip(MAP_X, top, MAP_W + theme.BLEED, height):
        sheet.draw(plan, MAP_X, top)
    shown = [] if large else stages_on(edition.features, view, MAP_W - theme.SAFE)
    key = stages_key(shown)
    key_h = 0.0
    if key is not None:
        lines = len(edition.setter.lay(edition.say(key), LOCATOR_W * MM, KEY))
        key_h = lines * KEY.leading_mm + 1.0
        sheet.paragraph(theme.LEFT, top + height - FURNITURE_H + 2.6 - (lines - 1) * KEY.leading_mm, LOCATOR_W,
                        edition.say(key), KEY)  # fmt: skip
    tall = min(LOCATOR_MOST, height - FURNITURE_H - key_h)
    mini = build_mini_map(edition.features, lang=edition.lang, selected=mine, width_mm=LOCATOR_W, height_mm=tall)
    sheet.draw(mini, theme.LEFT, top)
    foot = top + height
    sheet.draw(build_scale_bar(view.mm_per_km, lang=edition.lang, longest_mm=BAR_MM), theme.LEFT - 0.5, foot - 7.0)
    sheet.draw(build_north(lang=edition.lang), theme.LEFT + LOCATOR_W - 5.6, foot - 10.6)


def stages_on(features: Sequence[Feature], view: View, width_mm: float) -> list[Feature]:
    """Return the stages of the chain whose numbered circles a map shows whole up to a width."""
    frame = (0.0, 0.0, width_mm, view.height_mm)
    stages = [feature for feature in features if feature.kind == "incubator"]
    return [each for each in stages if holds(frame, around(view.point(each.parts[0][0]), DISC_MM))]


def stages_key(stages: Sequence[Feature]) -> Text | None:
    """Return what the numbered circles of a map are, and its dotted ones."""
    if not stages:
        return None
    return say.STAGES_KEY_ASSUMED if any(each.assumed for each in stages) else say.STAGES_KEY


def _view_of(feature: Feature, height: float) -> View:
    """Return the view of a site; a zone as tall as the valley is shown larger, and only what it is made of."""
    bounds = bounds_of(feature.parts[0])
    view = fit_view(MAP_W, height, bounds, margin_mm=AROUND * height, most_mm_per_km=MOST_MM_PER_KM)
    if view.mm_per_km >= CROWDED_MM_PER_KM:
        return view
    return fit_view(MAP_W, height, bounds, margin_mm=AROUND_LARGE_MM, most_mm_per_km=MOST_MM_PER_KM)


def checks_of(zone: Zone) -> tuple[Text, ...]:
    """Return the entry rules that somebody can check: one whose value is open is none of them."""
    return tuple(rule for rule in zone.entry_rules if say.OPEN.zh not in rule.zh)


def write_self_check(
    edition: Edition, sheet: Sheet, rules: Sequence[Text], x: float, top: float, width: float, style: Style = theme.H3
) -> float:
    """Write a box to tick for each rule, with what to look at; return where that ends."""
    sheet.text(x, top + 7.6, edition.say(say.SELF_CHECK), 13, 700)
    y = top + 15.0
    for rule in rules:
        sheet.rect(x, y - 3.3, 3.8, 3.8, stroke=tokens.INK, width_mm=0.35)
        y = sheet.paragraph(x + 6.4, y, width - 6.4, edition.say(rule), style).bottom
        if (asks := say.CHECK_ASKS.get(rule.zh)) is not None:
            y = sheet.paragraph(x + 6.4, y - 0.4, width - 6.4, edition.say(asks), theme.NOTE_LEFT).bottom
        y += 2.6
    return sheet.paragraph(x, y + 1.0, width, edition.say(say.CHECK_NOTE), theme.NOTE_LEFT).bottom - 2.0
