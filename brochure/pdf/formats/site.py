"""The site sheet: one A4 page for each chosen zone, with the same eight rows in the same order on every one."""

from collections.abc import Callable
from typing import Final, NamedTuple

import msgspec

from brochure import tokens
from brochure.maps.layers import credits_for
from brochure.model.geometry import Feature
from brochure.model.kinds import Zone
from brochure.model.record import Record
from brochure.pdf import theme
from brochure.pdf.apart import notes_on
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.formats.contact import write_code, write_contact
from brochure.pdf.formats.leaf import (
    BEYOND,
    Leaf,
    cut_links,
    head_language,
    sentence,
    title_book,
    write_foot,
    write_sources,
)
from brochure.pdf.ink import MM
from brochure.pdf.lines import Words
from brochure.pdf.order import Order
from brochure.pdf.sections.zone_facts import (
    altitude_of,
    cited_part,
    distance_of,
    feature_of,
    last_told_by,
    marked_area,
    sketched,
    told_by,
)
from brochure.pdf.site_parts import checks_of, draw_site_map, write_self_check
from brochure.words import Text
from brochure.words.dates import say_seen
from brochure.words.page import formats as say
from brochure.words.page import furniture
from brochure.words.page.land import NOT_REVIEWED, REVIEW_NUMBER, ZONES_NOTE
from brochure.words.sentence import begun

SIZES = (9.5, 9.0, 8.5, 8.0, 7.5)
"""Of the rows; summary and self-check go down with them, the title keeps its size."""
TITLE_PT: Final = {"zh": 26.0, "en": 22.0}
MAP_MOST, MAP_LEAST = 106.0, 58.0
FOOT_Y = theme.FOLIO_Y + 3.9
LAST_Y = 275.0
NAME_W = 36.0
LEFT_W = theme.columns_w(8)
SIDE_X = theme.column_x(8) + 4.0
SIDE_W = theme.RIGHT - SIDE_X
CODE_MM = 30.0
USUAL_MM = {"title": 48.0, "rows": 76.0, "check": 60.0, "notes": 60.0}


class Part(NamedTuple):
    """A block set at one size: what was drawn, from its own top downwards, and how high it is."""

    draft: Sheet
    height: float


def write(order: Order) -> None:
    """Write one page for each zone, in one language after the other."""
    languages, zones = order.recipe.editions(), order.choice.zones
    kind = say.PARK_TITLE.fill(say.NAME["sheet"])
    title_book(order, languages[0], say.TITLE.fill(kind, zones[0].name) if len(zones) == 1 else kind)
    for turn, lang in enumerate(languages):
        first = len(order.book.sheets)
        for done, zone in enumerate(zones):
            order.stop_if_cancelled()
            leaf = Leaf(order.edition(lang), zone.id, zone.name)
            _Page(leaf, zone).write()
            order.tell((turn * len(zones) + done + 1) / (len(languages) * len(zones) + 1))
        head_language(order, first, lang)
    cut_links(order)


class _Page:
    """One sheet: head, map, rows beside the self-check, notes and sources beside the contact."""

    def __init__(self, leaf: Leaf, zone: Zone) -> None:
        self.leaf = leaf
        self.zone = zone
        self.sheet = leaf.page(leaf.say(zone.name))
        self.feature, self.host = self._shown()
        self.checks = checks_of(zone)

    def write(self) -> None:
        leaf, sheet = self.leaf, self.sheet
        sheet.rect(theme.PAGE_W - theme.GOLD_BLOCK_W, theme.GOLD_TOP, theme.GOLD_BLOCK_W + BEYOND,
                   theme.GOLD_Y - theme.GOLD_TOP, fill=tokens.GOLD)  # fmt: skip
        key, name = leaf.names(self.zone)
        sheet.show(name, key, (0.0, 0.0, theme.PAGE_W, theme.PAGE_H))
        for size in SIZES:
            parts = self._parts(size)
            below = max(parts["rows"].height, parts["check"].height) + 6.0 + max(
                parts["notes"].height, parts["contact"].height
            )  # fmt: skip
            head = parts["title"].height
            height = min(MAP_MOST, LAST_Y - head - below - 8.0)
            if height >= MAP_LEAST:
                break
        else:
            self._refuse(parts)
            height = MAP_LEAST
        sheet.lay(parts["title"].draft)
        top = head
        draw_site_map(leaf, sheet, self.feature, top, height, tinted=self.host is None)
        top += height + 8.0
        sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.INK, theme.RULE)
        sheet.lay(parts["rows"].draft, theme.LEFT, top)
        sheet.lay(parts["check"].draft, SIDE_X, top)
        top += max(parts["rows"].height, parts["check"].height) + 6.0
        sheet.lay(parts["notes"].draft, theme.LEFT, top)
        sheet.lay(parts["contact"].draft, SIDE_X, top)
        write_foot(leaf, sheet, theme.LEFT, theme.RIGHT, FOOT_Y)

    def _parts(self, size: float) -> dict[str, Part]:
        writers: dict[str, Callable[[Sheet, float], float]] = {
            "title": self._write_title,
            "rows": self._write_rows,
            "check": self._write_check,
            "contact": self._write_contact,
            "notes": self._write_notes,  # last, for it resolves what all others cite
        }
        parts = {}
        for name, writer in writers.items():
            draft = Sheet(self.leaf.setter, theme.PAGE_W, theme.PAGE_H)
            parts[name] = Part(draft, writer(draft, size))
        return parts

    def _refuse(self, parts: dict[str, Part]) -> None:
        """Name the block that asks for most beyond its share."""
        names = {"title": say.TITLE_BLOCK, "rows": say.ROWS_BLOCK, "check": say.CHECK_BLOCK, "notes": say.NOTES_BLOCK}
        worst = max(USUAL_MM, key=lambda name: parts[name].height / USUAL_MM[name])
        self.leaf.refuse(names[worst])

    def _shown(self) -> tuple[Feature, Text | None]:
        """Return the shape to draw, and whose it is where it is not the zone's own but that of what it lies in."""
        own = feature_of(self.leaf, self.zone)
        if own is not None:
            return own, None
        for key in (self.zone.parent, "zone-core"):
            other = self.leaf.library.find(key) if key else None
            if isinstance(other, Zone) and (found := feature_of(self.leaf, other)) is not None:
                return found, other.name
        first = next(each for each in self.leaf.features if each.shape == "polygon")
        return first, first.name

    def _stated(self) -> tuple[Record | tuple[str, ...], ...]:
        """Return what is cited for the words of the zone: the record, for its label, with the sources that speak."""
        return (msgspec.structs.replace(self.zone, sources=told_by(self.leaf, self.zone)),)

    # blocks

    def _write_title(self, sheet: Sheet, size: float) -> float:
        leaf, zone = self.leaf, self.zone
        eyebrow = leaf.say(furniture.SECTION["zones"])
        room = theme.TEXT_W - leaf.setter.measure(eyebrow, 9.5, 500) / MM - 8
        sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, eyebrow, 9.5, 500, tokens.LAKE)
        extra = 0.0
        if leaf.recipe.reader is not None:
            reader = leaf.say(furniture.FOR.fill(leaf.recipe.reader))
            style = theme.NOTE_LEFT._replace(align="right", leading_mm=4.0)
            lines = len(leaf.setter.lay(reader, room * MM, style))
            base = theme.EYEBROW_Y + 3.4 - max(0, min(lines - 1, 1)) * 4.0
            placed = sheet.paragraph(theme.RIGHT - room, base, room, reader, style)
            extra = max(0.0, placed.bottom - theme.EYEBROW_Y - 7.5)
        big = TITLE_PT[leaf.lang]
        title = theme.TITLE._replace(size_pt=big, leading_mm=big * 0.423)
        placed = sheet.paragraph(theme.LEFT, theme.TITLE_BASE + extra, theme.TEXT_W, leaf.say(zone.name), title)
        y = placed.bottom - title.leading_mm + 6.6
        if zone.summary is not None:
            deck = theme.DECK._replace(size_pt=min(13.0, size + 3.5), leading_mm=min(7.5, size * 0.33 + 4.0))
            words = sentence(leaf, leaf.cited(leaf.say(zone.summary).rstrip("。."), *self._stated()))
            y = sheet.paragraph(theme.LEFT, y + deck.leading_mm - 0.5, theme.TEXT_W, words, deck).bottom - 1.4
        y += 2.4
        x = theme.LEFT + draw_chip(sheet, theme.LEFT, y, zone.status or "unverified", leaf.lang) + 6
        if (sketch := sketched(leaf, zone)) is not None:
            x += draw_chip(sheet, x, y, "schematic", leaf.lang, sketch) + 6
        seen = leaf.noted(leaf.say(say.SEEN.fill(say_seen(zone.as_of))), last_told_by(leaf, zone)) if zone.as_of else ()
        sheet.runs(x, y, (*seen, *leaf.label(zone)), theme.NOTE_LEFT)
        return y + 5.2

    def _write_rows(self, sheet: Sheet, size: float) -> float:
        leaf, zone = self.leaf, self.zone
        width = LEFT_W if self.checks else theme.TEXT_W
        rows: tuple[tuple[str, Words | None], ...] = (
            ("focus", cited_part(leaf, zone, "focus")),
            ("entry", cited_part(leaf, zone, "entry")),
            ("where", cited_part(leaf, zone, "clue")),
            ("distance", distance_of(leaf, zone)),
            ("altitude", altitude_of(leaf)),
            ("area", marked_area(leaf, zone)),
            ("utilities", None),
            ("price", None),
        )
        style = theme.BODY_SMALL._replace(align="left", size_pt=size, leading_mm=size * 0.55)
        pad, after = size * 0.62, size * 0.3
        y = 0.0
        for key, words in rows:
            base = y + pad
            sheet.text(0.0, base, leaf.say(say.ROWS[key]), min(size, 9.5), 700)
            if words is None:
                draw_chip(sheet, NAME_W, base, "unverified", leaf.lang)
                end = base
            else:
                end = sheet.paragraph(NAME_W, base, width - NAME_W, words, style).bottom - style.leading_mm
            y = end + after
            sheet.line(0.0, y, width, y, tokens.RULE_PRINT, theme.HAIRLINE)
        return y

    def _write_check(self, sheet: Sheet, size: float) -> float:
        leaf = self.leaf
        if not self.checks:
            return 0.0
        style = theme.H3._replace(size_pt=min(10.0, size + 0.5), leading_mm=size * 0.53)
        return write_self_check(leaf, sheet, self.checks, 0.0, 0.0, SIDE_W, style)

    def _write_notes(self, sheet: Sheet, _: float) -> float:
        """Write what the map is, then where everything comes from; the map's own sources are cited by being drawn."""
        leaf, zone = self.leaf, self.zone
        credit = "；" if leaf.lang == "zh" else "; "
        owed = credit.join(leaf.say(text) for text in credits_for(leaf.features))
        end = "。" if leaf.lang == "zh" else ". "
        number = leaf.say(REVIEW_NUMBER.fill(leaf.review_number or leaf.say(NOT_REVIEWED)))
        note = leaf.say(zone.note or ZONES_NOTE)
        space = "" if leaf.lang == "zh" else " "
        if self.host is not None:
            note += f"{space}{leaf.say(say.NOT_DRAWN.fill(self.host))}"
        note += "".join(f"{space}{words}" for words in notes_on(leaf, (zone,)))
        style = theme.NOTE_LEFT._replace(leading_mm=4.0)
        y = sheet.paragraph(0.0, 3.0, LEFT_W, leaf.noted(note, *self._stated()), style).bottom
        y = sheet.paragraph(0.0, y, LEFT_W, f"{begun(owed)}{end}{number}{end.strip()}", style).bottom
        return write_sources(leaf, sheet, 0.0, y + 2.0, LEFT_W, style) - 2.6

    def _write_contact(self, sheet: Sheet, _: float) -> float:
        y = write_contact(self.leaf, sheet, 0.0, 6.4, SIDE_W, number_pt=20.0)
        name = self.leaf.say(self.zone.name)
        return write_code(self.leaf, sheet, 0.0, y - 1.2, CODE_MM, name, width=SIDE_W)
