"""Where the park is: the map over a spread, the distances, the valley, and the ground on the book's height scale."""

from collections.abc import Iterable, Iterator

from brochure import tokens
from brochure.charts.profile import build_profile, gate_point
from brochure.charts.scale import METRES_PER_MM
from brochure.drawing import Drawing, Group, Label, Path, Shape, remembered
from brochure.maps.layers import credits_for
from brochure.maps.legend import build_legend, build_scale_bar, legend_entries
from brochure.maps.locator import build_locator, valley_view
from brochure.maps.looks import COLOURS
from brochure.maps.plan import SPREAD, build_plan
from brochure.maps.projection import View
from brochure.model.kinds import ParkFact, Place, Source
from brochure.pdf import theme
from brochure.pdf.apart import notes_on_sites
from brochure.pdf.book import Frame, Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run
from brochure.pdf.map_distances import say_road
from brochure.pdf.profile import Profile
from brochure.words import Text
from brochure.words import maps as map_words
from brochure.words.numbers import say_number
from brochure.words.page import land as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

SHOWN_PLACES = 6
LOCATOR_H = 62.0
COLUMNS_MM = {"name": theme.LEFT, "gate": 92.0, "centre": 122.0, "road": 128.0}
NAME_W = 54.0
ROW = 7.5
TITLE_FREE = (10.0, 10.0, 100.0, 62.0)
KEY_FREE = (10.0, 92.0, 80.0, 118.0)
WIDEST_PEN = 3.0
NEAR_EDGE = 15.0
"""How far names reach back where the page's edge is near."""

EDGES_FREE = (
    (-NEAR_EDGE, -NEAR_EDGE, 2 * theme.PAGE_W, theme.SHORT_HEAD + theme.SAFE),
    (-NEAR_EDGE, theme.PAGE_H - theme.SHORT_FOOT - theme.SAFE, 2 * theme.PAGE_W, theme.PAGE_H + NEAR_EDGE),
    (-NEAR_EDGE, -NEAR_EDGE, theme.SAFE, theme.PAGE_H + NEAR_EDGE),
)
"""Where no name may stand, or the knife would come too near."""

SINGLE = View(width_mm=210, height_mm=297, lat=36.6653, lon=101.7456, x_mm=134.0, y_mm=247.7, mm_per_km=27.0)


def write(edition: Edition) -> None:
    """Write two pages: the map, and how to get there. Over an open spread the map runs on under the second page."""
    left = edition.open("location", ground=COLOURS["paper"].light)
    right = edition.open("location", ground=COLOURS["paper"].light)
    spread = not edition.is_right_hand(left)
    _draw_map(edition, left, right if spread else None)
    _write_title(edition, left)
    y = _write_distances(edition, right)
    number = map_words.MAP_ON_PAGE.fill(edition.book.number(left))
    _write_valley(edition, right, y + 5, SINGLE, number)  # the frame is that of the left page, as its words say


def _draw_map(edition: Edition, left: Sheet, right: Sheet | None) -> None:
    """Put the map under what the pages already carry."""
    view = SPREAD if right is not None else SINGLE
    own = edition.choice.stage.order if edition.choice.stage else None
    plan = build_plan(
        edition.features,
        view,
        lang=edition.lang,
        own_stage=own,
        paper=False,
        keep_free=(TITLE_FREE, KEY_FREE, (10.0, 276.0, 200.0, 287.0), *EDGES_FREE),
        gutter=(200.0, 0.0, 420.0, 297.0) if right is not None else None,
        bleed_mm=theme.BLEED,
    )
    _lay_under(left, plan, 0.0)
    _link_zones(edition, left, view, 0.0)
    if right is not None:
        _lay_under(right, _right_half(plan.shapes), -theme.PAGE_W)
        _link_zones(edition, right, view, -theme.PAGE_W)


@remembered
def _right_half(shapes: tuple[Shape, ...]) -> Drawing:
    """Return the map for the second page, without what ends on the first: hidden names would be copied."""
    return Drawing(SPREAD.width_mm, SPREAD.height_mm, tuple(_beyond(shapes, theme.PAGE_W - theme.BLEED)))


def _beyond(shapes: Iterable[Shape], x: float) -> Iterator[Shape]:
    """Yield what reaches over a line beside the fold, its pen included."""
    for shape in shapes:
        match shape:
            case Group():
                yield Group(tuple(_beyond(shape.shapes, x)), shape.clip, shape.key)
            case Path():
                if any(max(point[0] for point in run) >= x - WIDEST_PEN for run in shape.runs):
                    yield shape
            case Label():
                if shape.x >= x:
                    yield shape
            case _:
                yield shape


def _link_zones(edition: Edition, sheet: Sheet, view: View, x: float) -> None:
    """Let each zone that has a place in this book lead to it; the smaller ones lie over those that hold them."""
    frames: list[tuple[Frame, str]] = []
    for zone in edition.choice.zones:
        feature = next((each for each in edition.features if each.id == zone.feature), None)
        if feature is None or feature.shape != "polygon":
            continue
        run = [point for part in feature.parts for point in view.run(part)]
        left, right = max(0.0, min(p[0] for p in run) + x), min(theme.PAGE_W, max(p[0] for p in run) + x)
        top, foot = max(0.0, min(p[1] for p in run)), min(theme.PAGE_H, max(p[1] for p in run))
        if right - left > 2 and foot - top > 2:
            frames.append(((left, top, right - left, foot - top), edition.names(zone)[0]))
    for frame, key in sorted(frames, key=lambda each: -each[0][2] * each[0][3]):
        sheet.link(frame, key)
        sheet.note(key.partition("-")[2], frame)


def _lay_under(sheet: Sheet, drawing: Drawing, x: float) -> None:
    """Draw after the ground and before the furniture, so that no road crosses a folio."""
    with sheet.beneath(), sheet.clip(*theme.WHOLE):
        sheet.draw(drawing, x, 0)


def _write_title(edition: Edition, sheet: Sheet) -> None:
    sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, edition.short_name("location"), 9.5, 500, tokens.LAKE)
    placed = sheet.paragraph(theme.LEFT, theme.TITLE_BASE, 92, edition.say(say.LOCATION_TITLE), theme.TITLE)
    y = placed.bottom + 0.6
    facts = [
        record
        for record in edition.library.records("park")
        if isinstance(record, ParkFact) and record.aspect == "location"
    ]
    runs: list[Run] = []
    for record in facts[:2]:
        runs.extend(edition.cited(edition.say(record.statement).rstrip("。."), record))
        runs.append(Run("。" if edition.lang == "zh" else ". "))
    if runs:
        y = sheet.paragraph(theme.LEFT, y, 72, tuple(runs), theme.LETTER).bottom
    y = max(y + 4, 92.0)
    sheet.draw(build_scale_bar(SPREAD.mm_per_km, lang=edition.lang), theme.LEFT - 1.5, y)
    _draw_north(edition, sheet, theme.LEFT + 46, y + 1)
    note = edition.noted(edition.say(map_words.SKETCH_NOTE), "open-srtm", "open-osm")
    sheet.paragraph(theme.LEFT, y + 15, 60, note, theme.NOTE_LEFT)


def _draw_north(edition: Edition, sheet: Sheet, x: float, y: float) -> None:
    sheet.text(x, y, edition.say(map_words.NORTH), 7.5, 500, tokens.INK, "middle")
    sheet.path([[(x, y + 1.4), (x + 2.4, y + 8), (x, y + 6.6), (x - 2.4, y + 8)]], closed=True, fill=tokens.INK)


def _write_distances(edition: Edition, sheet: Sheet) -> float:
    """Write the table of distances; straight lines and roads are never in one column."""
    places = _places(edition)
    sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, edition.short_name("location"), 9.5, 500, tokens.LAKE)
    title = edition.say(say.DISTANCES_TITLE.fill(say_count(len(places))))
    sheet.text(theme.LEFT, theme.TITLE_BASE - 0.6, begun(title), 20, 700)
    heads = [edition.say(head) for head in say.DISTANCE_COLUMNS]
    y = 41.4
    sheet.text(theme.LEFT, y, heads[0], 7.5, 400, tokens.SLATE)
    sheet.text(COLUMNS_MM["gate"], y, heads[1], 7.5, 400, tokens.SLATE, "end")
    sheet.text(COLUMNS_MM["centre"], y, heads[2], 7.5, 400, tokens.SLATE, "end")
    sheet.text(COLUMNS_MM["road"], y, heads[3], 7.5, 400, tokens.SLATE)
    y += 2.4
    sheet.line(theme.LEFT, y, theme.RIGHT, y, tokens.INK, theme.RULE)
    for place in places:
        y = _write_place(edition, sheet, place, y)
    note = edition.noted(edition.say(say.DISTANCE_NOTE), *_measured(edition, places))
    return sheet.paragraph(theme.LEFT, y + 4.8, theme.TEXT_W, note, theme.NOTE_LEFT).bottom - 4.5


def _write_place(edition: Edition, sheet: Sheet, place: Place, y: float) -> float:
    road_w = theme.RIGHT - COLUMNS_MM["road"]
    road = say_road(edition, place)
    lines = edition.setter.lay(road, road_w * MM, theme.NOTE_LEFT._replace(leading_mm=3.8))
    height = max(ROW, 3.9 + 3.8 * len(lines))
    base = y + 5.0
    name = edition.say(place.name)
    size = edition.setter.fit_size(name, NAME_W * MM, 9.5, 8, 700)
    sheet.text(theme.LEFT, base, name, size, 700)
    for column, km in (("gate", place.km_from_gate), ("centre", place.km_from_centre)):
        words = "—" if km is None else say_number(km, edition.lang)
        sheet.text(COLUMNS_MM[column], base, words, 10, 500, tokens.INK, "end")
    sheet.paragraph(COLUMNS_MM["road"], base - 0.2, road_w, road, theme.NOTE_LEFT._replace(leading_mm=3.8))
    sheet.line(theme.LEFT, y + height, theme.RIGHT, y + height, tokens.RULE_PRINT, theme.HAIRLINE)
    return y + height


def _measured(edition: Edition, places: Iterable[Place]) -> Iterator[str]:
    """Yield the sources of the straight lines: points on open maps and our arithmetic, no articles."""
    for key in dict.fromkeys(key for place in places for key in place.sources):
        source = edition.library.find(key)
        if isinstance(source, Source) and source.role in ("open_data", "computed"):
            yield key


def _places(edition: Edition) -> list[Place]:
    """Return the places with a distance from the south gate, nearest first."""
    known = [record for record in edition.library.records("places") if isinstance(record, Place)]
    measured = [place for place in known if place.km_from_gate is not None]
    return sorted(measured, key=lambda place: place.km_from_gate or 0.0)[:SHOWN_PLACES]


def _write_valley(edition: Edition, sheet: Sheet, top: float, park: View, park_name: Text) -> None:
    """Draw the valley and below it the ground along the G6, on the book's scale and under the same longitudes."""
    profile_top = theme.y_mm(2500)
    height = min(LOCATOR_H, profile_top - top - 2)
    view = valley_view(theme.TEXT_W, height)
    beyond = tuple(place.feature for place in _places(edition) if place.feature is not None)
    locator = build_locator(edition.features, view, lang=edition.lang, other=park, other_name=park_name, beyond=beyond)
    sheet.draw(locator, theme.LEFT, top)
    low = 2060
    section = build_profile(
        edition.library.profile,
        width_mm=theme.TEXT_W,
        height_mm=theme.y_mm(low) - profile_top,
        lang=edition.lang,
        low_m=low,
        high_m=2500,
        west_left=True,
        by_longitude=True,
        lon_range=view.lon_range,
        axis=False,
        names=False,
        band_full_width=False,
    )
    left, right = theme.LEFT, theme.RIGHT
    band = theme.GOLD_Y - theme.GOLD_TOP
    if edition.is_right_hand(sheet):
        sheet.rect(right, theme.GOLD_TOP, theme.EDGE_RIGHT - right, band, fill=tokens.GOLD, alpha=0.38)
    else:
        sheet.rect(theme.EDGE_LEFT, theme.GOLD_TOP, left - theme.EDGE_LEFT, band, fill=tokens.GOLD, alpha=0.38)
    sheet.draw(section, left, profile_top)
    x, y = gate_point(section)
    sheet.line(left + x, top + height, left + x, profile_top + y - 1.4, tokens.SLATE, 0.2, (0.9, 0.7))
    _write_notes(edition, sheet, theme.y_mm(low) + 5.6)


def vertical_scale(profile: Profile) -> int:
    """Return what 1 stands for in the heights of the printed page, rounded to hundreds."""
    return round(METRES_PER_MM * 1000 / profile.scale / 100) * 100


def _write_notes(edition: Edition, sheet: Sheet, y: float) -> None:
    numbers = (vertical_scale(edition.book.profile), *tokens.PARK_ALTITUDE_M)
    said = (f"{number:,}" if edition.lang == "en" else str(number) for number in numbers)
    note = edition.noted(edition.say(say.SECTION_NOTE.fill(*said)), "open-srtm")
    y = sheet.paragraph(theme.LEFT, y, theme.TEXT_W, note, theme.NOTE_LEFT).bottom - 1.0
    sheet.line(theme.LEFT, y, theme.RIGHT, y, tokens.INK, theme.RULE)
    own = {"chain": map_words.CHAIN_WITH_OWN} if edition.choice.stage is not None else {}
    words = map_words.LEGEND | own
    legend = build_legend(lang=edition.lang, entries=legend_entries(edition.features), words=words)
    sheet.draw(legend, theme.LEFT, y + 2)
    y += 2 + legend.height_mm + 4.5
    number = edition.review_number or edition.say(say.NOT_REVIEWED)
    credit = _joined(edition, [edition.say(text) for text in credits_for(edition.features)])
    credit = begun(credit)
    tail = edition.say(say.REVIEW_NUMBER.fill(number))
    end = "。" if edition.lang == "zh" else ". "
    notes = ("" if edition.lang == "zh" else " ").join((f"{credit}{end}{tail}{end.strip()}", *notes_on_sites(edition)))
    sheet.paragraph(theme.LEFT, y, theme.TEXT_W, notes, theme.NOTE_LEFT)


def _joined(edition: Edition, parts: Iterable[str]) -> str:
    return ("；" if edition.lang == "zh" else "; ").join(parts)
