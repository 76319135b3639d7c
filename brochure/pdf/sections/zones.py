"""The chosen sites: one on a page of its own, a few with the same rows each, many as one table to compare."""

from functools import partial
from math import ceil

from brochure import tokens
from brochure.maps.locator import build_mini_map
from brochure.model.kinds import Zone
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import CHIPS, draw_chip, draw_mark
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Style, Words
from brochure.pdf.sections.zone_facts import (
    altitude_of,
    caution_of,
    cited_part,
    distance_of,
    feature_of,
    focus_of,
    listed,
    marked_area,
    seen_of,
    sketched,
    with_review,
)
from brochure.pdf.site_parts import checks_of, draw_site_map, write_self_check
from brochure.pdf.tables import NEXT_TOP_Y, Block, Cell, Column, Flow, Row, chip_cell
from brochure.words import Text
from brochure.words.page import land as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

NOTE_MM = 12.0
FEW = 6
PER_PAGE = 3
ROOMY = 2
"""So many cards on a page are larger."""
NEXT_CARD_Y = 30.0
NAME_MM, NAME_CLOSE_MM = 40.0, 35.0
MAP_TOP, MAP_END = 66.0, 172.0
"""Where the map of one site begins, unless its name and summary take more, and where it ends."""
MINI_CARD, MINI_ROOMY = (36.0, 54.0), (48.0, 72.0)
COLUMNS_MM = ((16.0, 41.0), (60.0, 41.0), (104.0, 38.0), (145.0, 26.0), (174.0, 20.0))


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
    sheet.note(zone.id, (0.0, 0.0, theme.PAGE_W, theme.LAST_LINE_Y))
    deck = edition.cited(edition.say(zone.summary).rstrip("。."), zone.sources) if zone.summary else ""
    below = edition.head(sheet, "zones", edition.say(zone.name), deck)
    feature = feature_of(edition, zone)
    top = max(MAP_TOP, below + 1.9)
    _write_state(edition, sheet, zone, theme.LEFT, top - 3.6)
    if feature is not None:
        draw_site_map(edition, sheet, feature, top, MAP_END - top)
        top = MAP_END + 9
    else:
        top += 8
    checks = checks_of(zone)
    width = theme.columns_w(8) if checks else theme.TEXT_W
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
    y = _write_rows(edition, sheet, zone, theme.LEFT, top, width, NAME_MM)
    if checks:
        x = theme.column_x(8) + 4
        write_self_check(edition, sheet, checks, x, top, theme.RIGHT - x)
    sheet.paragraph(theme.LEFT, y + 5.4, theme.TEXT_W, caution_of(edition, zone), theme.NOTE)


# a few sites


def _write_few(edition: Edition) -> None:
    zones = edition.choice.zones
    sheet = edition.open("zones")
    title = edition.say(say.ZONES_TITLE.fill(say_count(len(zones))))
    title = begun(title)
    top = edition.head(sheet, "zones", title, edition.say(say.ZONES_DECK)) + 1
    pages = ceil(len(zones) / PER_PAGE)
    for page in range(pages):
        shown = zones[len(zones) * page // pages : len(zones) * (page + 1) // pages]
        if page:
            sheet, top = edition.open("zones"), NEXT_CARD_Y
            sheet.text(theme.LEFT, top - 6.0, edition.say(say.CONTINUED.fill(Text(title, title))), 10, 700)
        for zone in shown:
            top = _write_card(edition, sheet, zone, top, close=len(shown) > ROOMY)
    sheet.paragraph(theme.LEFT, top + 3.4, theme.TEXT_W, with_review(edition, edition.say(say.ZONES_NOTE)), theme.NOTE)


def _write_card(edition: Edition, sheet: Sheet, zone: Zone, top: float, *, close: bool) -> float:
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
    wide, tall = MINI_CARD if close else MINI_ROOMY
    _draw_place(edition, sheet, zone, top + 5, wide, tall)
    x = theme.LEFT + wide + 8
    placed = sheet.paragraph(x, top + 9.6, theme.RIGHT - x, edition.say(zone.name), theme.H2)
    _write_state(edition, sheet, zone, x, placed.bottom - 0.4)
    y = _write_rows(
        edition, sheet, zone, x, placed.bottom + 2.6, theme.RIGHT - x, NAME_CLOSE_MM if close else NAME_MM, close=close
    )
    foot = max(y + 4, top + tall + 10)
    key, name = edition.names(zone)
    sheet.show(name, key, (0.0, top, theme.PAGE_W, foot - top))
    sheet.note(zone.id, (theme.LEFT, top, theme.TEXT_W, foot - top))
    return foot


def _draw_place(edition: Edition, sheet: Sheet, zone: Zone, top: float, wide: float, tall: float) -> None:
    """Draw where a zone lies in the park, or say in the empty frame that this is open."""
    feature = feature_of(edition, zone)
    if feature is not None:
        mini = build_mini_map(edition.features, lang=edition.lang, selected=feature.id, width_mm=wide, height_mm=tall)
        sheet.draw(mini, theme.LEFT, top)
        return
    sheet.rect(theme.LEFT, top, wide, tall, stroke=tokens.RULE_PRINT, radius=1.5)
    shape, colour, _ = CHIPS["unverified"]
    draw_mark(sheet, theme.LEFT + wide / 2, top + tall / 2 - 3.0, shape, colour)
    style = Style(8.0, 4.0, 500, colour, "middle")
    sheet.paragraph(theme.LEFT + 2, top + tall / 2 + 2.6, wide - 4, edition.say(say.NO_PLACE), style)


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
    is_later = "zones" in edition.first
    sheet = edition.open("zones")
    if is_later:
        return sheet, NEXT_TOP_Y
    title = edition.say(say.ZONES_TITLE.fill(say_count(count))).strip()
    return sheet, edition.head(sheet, "zones", begun(title), edition.say(say.MANY_ZONES_DECK))


def _is_lit(edition: Edition, zone: Zone) -> bool:
    return bool({sector.id for sector in edition.choice.sectors} & set(zone.industries))


def _cells(edition: Edition, zone: Zone) -> tuple[Cell, ...]:
    first, small = theme.TABLE_FIRST._replace(leading_mm=4.6), theme.NOTE_LEFT._replace(leading_mm=4.0)
    table = theme.TABLE._replace(leading_mm=4.4)
    told: tuple[tuple[Words | None, Style], ...] = (
        (focus_of(edition, zone) or None, table),
        (listed(edition, zone.entry_rules) or None, small),
        (marked_area(edition, zone, small=True), small),
    )
    return (
        (Block(edition.say(zone.name), first), Block(seen_of(edition, zone), small)),
        *(
            (Block(words, style),) if words else chip_cell("unverified", edition.lang, wide=True)
            for words, style in told
        ),
        chip_cell(zone.status or "unverified", edition.lang),
    )


# rows


def _write_state(edition: Edition, sheet: Sheet, zone: Zone, x: float, y: float) -> None:
    x += draw_chip(sheet, x, y, zone.status or "unverified", edition.lang) + 6
    if (sketch := sketched(edition, zone)) is not None:
        x += draw_chip(sheet, x, y, "schematic", edition.lang, sketch) + 6
    sheet.runs(x, y, seen_of(edition, zone), theme.NOTE_LEFT)


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
        ("focus", cited_part(edition, zone, "focus")),
        ("entry", cited_part(edition, zone, "entry")),
        ("distance", distance_of(edition, zone)),
        ("altitude", altitude_of(edition)),
        ("area", marked_area(edition, zone)),
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
