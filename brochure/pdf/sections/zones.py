"""The chosen sites: one on a page of its own, a few with the same rows each, many as one table to compare."""

from functools import partial

from brochure import tokens
from brochure.maps.legend import build_scale_bar
from brochure.maps.locator import build_mini_map
from brochure.maps.plan import PRINT_LAYERS, build_plan
from brochure.maps.projection import bounds_of, distance_km, fit_view
from brochure.model.altitude import hectares
from brochure.model.geometry import Feature, Position
from brochure.model.kinds import Zone
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Words
from brochure.pdf.tables import NEXT_TOP_Y, Block, Cell, Column, Flow, Row, chip_cell
from brochure.words import Text
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number
from brochure.words.page import land as say
from brochure.words.page.furniture import say_count

NOTE_MM = 12.0
FEW = 6
PER_PAGE = 3
MAP_TOP = 60.0
MAP_H = 106.0
CROWDED_MM_PER_KM = 20.0
MINI = (34.0, 50.0)
COLUMNS_MM = ((16.0, 43.0), (62.0, 44.0), (109.0, 40.0), (151.0, 21.5), (174.0, 20.0))
DISTANCES = ("poi-gate", "poi-city-centre", "poi-airport")
"""From where a site's distance is given: south gate, city centre, airport."""


def write(edition: Edition) -> None:
    """Write as many pages as the chosen zones need."""
    zones = edition.choice.zones
    if len(zones) == 1:
        _write_alone(edition, zones[0])
    elif len(zones) <= FEW:
        _write_few(edition)
    else:
        _write_many(edition)


# one site


def _write_alone(edition: Edition, zone: Zone) -> None:
    sheet = edition.open("zones")
    key, name = edition.names(zone)
    sheet.show(name, key, (0.0, 0.0, theme.PAGE_W, theme.PAGE_H))
    deck = edition.cited(edition.say(zone.summary).rstrip("。."), zone.sources) if zone.summary else ""
    edition.head(sheet, "zones", edition.say(zone.name), deck)
    feature = _feature(edition, zone)
    top = MAP_TOP + 6
    _write_state(edition, sheet, zone, theme.LEFT, top - 3.6)
    if feature is not None:
        _draw_site_map(edition, sheet, feature, top)
        top += MAP_H + 9
    else:
        top += 8
    width = theme.columns_w(8) if zone.entry_rules else theme.TEXT_W
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
    y = _write_rows(edition, sheet, zone, theme.LEFT, top, width, 36.0)
    if zone.entry_rules:
        _write_self_check(edition, sheet, zone, theme.column_x(8) + 4, top)
    sheet.paragraph(theme.LEFT, y + 5.4, theme.TEXT_W, _caution(edition, zone), theme.NOTE)


def _draw_site_map(edition: Edition, sheet: Sheet, feature: Feature, top: float) -> None:
    """Draw the site large with its surroundings, and where it lies in the park."""
    bounds = bounds_of(feature.parts[0])
    view = fit_view(theme.PAGE_W, MAP_H, bounds, margin_mm=30, most_mm_per_km=58)
    if view.mm_per_km < CROWDED_MM_PER_KM:  # a zone as tall as the valley: larger, and only what it is made of
        view = fit_view(theme.PAGE_W, MAP_H, bounds, margin_mm=5, most_mm_per_km=58)
    layers = PRINT_LAYERS if view.mm_per_km >= CROWDED_MM_PER_KM else ("ground", "zones", "access")
    mini_box = (theme.LEFT, 6.0, theme.LEFT + MINI[0], 6.0 + MINI[1])
    plan = build_plan(
        edition.features,
        view,
        lang=edition.lang,
        selected=feature.id,
        layers=layers,
        keep_free=(mini_box, (theme.LEFT, MAP_H - 12, theme.LEFT + 46, MAP_H)),
    )
    with sheet.beneath(), sheet.clip(0, top, theme.PAGE_W, MAP_H):
        sheet.draw(plan, 0, top)
    sheet.draw(
        build_mini_map(edition.features, lang=edition.lang, selected=feature.id, width_mm=MINI[0], height_mm=MINI[1]),
        mini_box[0],
        top + mini_box[1],
    )
    sheet.draw(build_scale_bar(view.mm_per_km, lang=edition.lang), theme.LEFT, top + MAP_H - 10)


def _write_self_check(edition: Edition, sheet: Sheet, zone: Zone, x: float, top: float) -> None:
    sheet.text(x, top + 7.6, edition.say(say.SELF_CHECK), 13, 700)
    y = top + 15
    for rule in zone.entry_rules:
        sheet.rect(x, y - 3.3, 3.8, 3.8, stroke=tokens.INK, width_mm=0.35)
        y = sheet.paragraph(x + 6.4, y, theme.RIGHT - x - 6.4, edition.say(rule), theme.H3).bottom + 4
    sheet.paragraph(
        x, y + 2, theme.RIGHT - x, edition.noted(edition.say(say.SELF_CHECK_NOTE), zone.sources), theme.NOTE_LEFT
    )


# a few sites


def _write_few(edition: Edition) -> None:
    zones = edition.choice.zones
    sheet = edition.open("zones")
    title = edition.say(say.ZONES_TITLE.fill(say_count(len(zones))))
    top = edition.head(sheet, "zones", title[:1].upper() + title[1:], edition.say(say.ZONES_DECK)) + 1
    for place, zone in enumerate(zones):
        if place and place % PER_PAGE == 0:
            sheet = edition.open("zones")
            top = 26.0
        top = _write_card(edition, sheet, zone, top)
    sheet.paragraph(theme.LEFT, top + 3.4, theme.TEXT_W, _with_review(edition, edition.say(say.ZONES_NOTE)), theme.NOTE)


def _write_card(edition: Edition, sheet: Sheet, zone: Zone, top: float) -> float:
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
    feature = _feature(edition, zone)
    if feature is not None:
        mini = build_mini_map(edition.features, lang=edition.lang, selected=feature.id, width_mm=36, height_mm=54)
        sheet.draw(mini, theme.LEFT, top + 5)
    else:
        sheet.rect(theme.LEFT, top + 5, 36, 54, stroke=tokens.RULE_PRINT, radius=1.5)
        draw_chip(sheet, theme.LEFT + 4, top + 33, "unverified", edition.lang)
    x = theme.LEFT + 44
    placed = sheet.paragraph(x, top + 9.6, theme.RIGHT - x, edition.say(zone.name), theme.H2)
    _write_state(edition, sheet, zone, x, placed.bottom - 0.4)
    y = _write_rows(edition, sheet, zone, x, placed.bottom + 2.6, theme.RIGHT - x, 35.0, close=True)
    foot = max(y + 4, top + 64)
    key, name = edition.names(zone)
    sheet.show(name, key, (0.0, top, theme.PAGE_W, foot - top))
    return foot


# many sites


def _write_many(edition: Edition) -> None:
    zones = edition.choice.zones
    columns = [
        Column(edition.say(head), x, width) for head, (x, width) in zip(say.ZONE_COLUMNS, COLUMNS_MM, strict=True)
    ]
    table = Flow(columns, edition.setter, partial(_next_page, edition, len(zones)), row_mm=11.0, pad_mm=4.8)
    rows = [Row(_cells(edition, zone), _is_lit(edition, zone), *edition.names(zone)) for zone in zones]
    table.balance(rows, NOTE_MM)
    for row in rows:
        table.add(row, keep_with=NOTE_MM if row is rows[-1] else 0.0)
    table.sheet.paragraph(theme.LEFT, table.y + 7, theme.TEXT_W, edition.say(say.ZONES_NOTE), theme.NOTE)


def _next_page(edition: Edition, count: int) -> tuple[Sheet, float]:
    begun = "zones" in edition.first
    sheet = edition.open("zones")
    if begun:
        return sheet, NEXT_TOP_Y
    title = edition.say(say.ZONES_TITLE.fill(say_count(count))).strip()
    return sheet, edition.head(sheet, "zones", title[:1].upper() + title[1:], edition.say(say.ZONES_DECK))


def _is_lit(edition: Edition, zone: Zone) -> bool:
    return bool({sector.id for sector in edition.choice.sectors} & set(zone.industries))


def _cells(edition: Edition, zone: Zone) -> tuple[Cell, ...]:
    small = theme.NOTE_LEFT._replace(leading_mm=4.0)
    state = zone.status or "unverified"
    return (
        (Block(edition.say(zone.name), theme.TABLE_FIRST._replace(leading_mm=4.6)), Block(_seen(edition, zone), small)),
        (Block(_listed(edition, zone.focus) or edition.say(say.OPEN), theme.TABLE._replace(leading_mm=4.4)),),
        (Block(_listed(edition, zone.entry_rules) or edition.say(say.OPEN), small),),
        (Block(_area(edition, zone) or edition.say(say.OPEN), small),),
        chip_cell(state, edition.lang),
    )


# shared


def _write_state(edition: Edition, sheet: Sheet, zone: Zone, x: float, y: float) -> None:
    x += draw_chip(sheet, x, y, zone.status or "unverified", edition.lang) + 6
    if zone.drawn_as == "schematic":
        x += draw_chip(sheet, x, y, "schematic", edition.lang, say.SKETCHED) + 6
    sheet.runs(x, y, _seen(edition, zone), theme.NOTE_LEFT)


def _write_rows(
    edition: Edition,
    sheet: Sheet,
    zone: Zone,
    x: float,
    top: float,
    width: float,
    name_mm: float,
    *,
    close: bool = False,
) -> float:
    """Write the same rows for every site, the unknown ones too; return where they end."""
    rows: tuple[tuple[str, Words | None], ...] = (
        ("focus", _cited(edition, zone, _listed(edition, zone.focus))),
        ("entry", _cited(edition, zone, _listed(edition, zone.entry_rules))),
        ("distance", _distance(edition, zone)),
        ("altitude", _altitude(edition)),
        ("area", _area(edition, zone) or None),
        ("utilities", None),
        ("price", None),
    )
    style = (
        theme.TABLE._replace(size_pt=8, leading_mm=4.2)
        if close
        else theme.BODY_SMALL._replace(align="left", leading_mm=5.2)
    )
    pad, after = (4.2, 1.3) if close else (6.0, 3.0)
    y = top
    for key, words in rows:
        base = y + pad
        sheet.text(x, base, edition.say(say.FIELDS[key]), 8.5 if close else 9.5, 700)
        if words is None:
            draw_chip(sheet, x + name_mm, base, "unverified", edition.lang, say.TO_FILL)
            bottom = base + style.leading_mm
        else:
            bottom = sheet.paragraph(x + name_mm, base, width - name_mm, words, style).bottom
        y = bottom - style.leading_mm + after
        sheet.line(x, y, x + width, y, tokens.RULE_PRINT, theme.HAIRLINE)
    return y


def _cited(edition: Edition, zone: Zone, words: str) -> Words | None:
    return edition.cited(words, zone.sources) if words else None


def _listed(edition: Edition, items: tuple[Text, ...]) -> str:
    return ("、" if edition.lang == "zh" else ", ").join(edition.say(item) for item in items)


def _seen(edition: Edition, zone: Zone) -> Words:
    return edition.noted(edition.say(say_seen(zone.as_of)), zone) if zone.as_of else edition.label(zone)


def _area(edition: Edition, zone: Zone) -> str:
    """Return the area with what it rests on, or nothing."""
    basis = edition.say(zone.area_basis)
    if zone.area_mu is not None:
        ha = say_number(round(hectares(zone.area_mu), 1), edition.lang)
        mu = say_number(zone.area_mu, edition.lang)
        words = f"{mu} 亩（{ha} 公顷）" if edition.lang == "zh" else f"{mu} mu ({ha} ha)"
    elif zone.area_km2 is not None:
        words = f"{say_number(zone.area_km2, edition.lang)} km²"
    else:
        return ""
    if not basis:
        return words
    return f"{words}，{basis}" if edition.lang == "zh" else f"{words}, {basis}"


def _distance(edition: Edition, zone: Zone) -> Words | None:
    """Return straight lines from the middle of the sketch to gate, centre and airport, said to be about."""
    feature = _feature(edition, zone)
    if feature is None:
        return None
    here = _middle(feature)
    known = {other.id: other for other in edition.features}
    parts = [
        edition.say(
            say.DISTANCE_TO.fill(
                _first_line(known[key].short or known[key].name),
                say_number(round(distance_km(here, known[key].parts[0][0]), 1), edition.lang),
            )
        )
        for key in DISTANCES
        if key in known
    ]
    return (
        edition.cited(("，" if edition.lang == "zh" else ", ").join(parts).replace("\n", " "), "computed")
        if parts
        else None
    )


def _first_line(name: Text) -> Text:
    """Return a map name without its second line, which carries a height or a remark."""
    return Text(name.zh.partition("\n")[0], name.en.partition("\n")[0])


def _middle(feature: Feature) -> Position:
    ring = feature.parts[0]
    return sum(lat for lat, _ in ring) / len(ring), sum(lon for _, lon in ring) / len(ring)


def _altitude(edition: Edition) -> Words:
    sides = [say_number(metres, edition.lang) for metres in tokens.PARK_ALTITUDE_M]
    return edition.cited(edition.say(say.ALTITUDE_OF_PARK.fill(*sides)), "article-2023")


def _feature(edition: Edition, zone: Zone) -> Feature | None:
    found = next((feature for feature in edition.features if feature.id == zone.feature), None)
    return found if found is not None and found.shape == "polygon" else None


def _caution(edition: Edition, zone: Zone) -> str:
    return _with_review(edition, edition.say(zone.note) if zone.note else edition.say(say.ZONES_NOTE))


def _with_review(edition: Edition, note: str) -> str:
    """Return the note under a map, which says so when no office has reviewed the map."""
    if edition.review_number:
        return note
    return f"{note}{'' if edition.lang == 'zh' else ' '}{edition.say(say.NOT_REVIEWED_NOTE)}"
