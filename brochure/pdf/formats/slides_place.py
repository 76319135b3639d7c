"""Slides of place: where the park lies, the value chains, and each chosen site or all of them as a table."""

from collections.abc import Sequence

from brochure import tokens
from brochure.maps.layers import credits_for
from brochure.model.geometry import Feature
from brochure.model.kinds import Industry, Zone
from brochure.pdf.apart import notes_on_sites
from brochure.pdf.book import Sheet
from brochure.pdf.formats.content import extent_of, facts_of
from brochure.pdf.formats.deck import (
    BODY,
    BRIGHT,
    FAINT,
    FOOT_Y,
    HEAD,
    LAST_Y,
    LEFT,
    NOTE,
    SIZES,
    TALL,
    TEXT,
    TEXT_W,
    WIDE,
    Deck,
    rule,
)
from brochure.pdf.formats.slide_map import SIDE_W, draw_overview, draw_site
from brochure.pdf.formats.slides_lists import Line, write_table
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Words
from brochure.pdf.sections.enterprises import SECTOR
from brochure.pdf.sections.industries import link_words
from brochure.pdf.sections.zone_facts import (
    Part,
    feature_of,
    focus_of,
    last_told_by,
    marked_area,
    said_of,
    sketched,
    told_by,
)
from brochure.words import Text
from brochure.words import maps as map_words
from brochure.words.dates import say_seen
from brochure.words.page import formats as say
from brochure.words.page import land
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

FEW, ZONES_A_SLIDE = 6, 6
ROWS_LAST_Y = 173.0


def write_location(deck: Deck) -> None:
    """Write where the park lies beside its map; the map keeps its light ground."""
    sheet = deck.slide("location", bare=True)
    draw_overview(deck, sheet, extent_of(deck.features), 9.0)
    y = deck.head(sheet, "location", deck.say(land.LOCATION_TITLE), width=SIDE_W) + 4.0
    runs: list[Run] = []
    for fact in facts_of(deck.library):
        runs += deck.cited(deck.say(fact.statement).rstrip("。."), fact)
        runs.append(Run("。" if deck.lang == "zh" else ". "))
    runs += [Run(words, colour=FAINT) for words in notes_on_sites(deck)]

    notes_y = _write_map_note(deck, sheet)

    def write(draft: Sheet, size: float) -> float:
        style = BODY._replace(size_pt=size, leading_mm=size * 0.5)
        return draft.paragraph(LEFT, y, SIDE_W, tuple(runs), style).bottom - style.leading_mm

    deck.settle(sheet, say.STATEMENT_BLOCK, SIZES, notes_y - 8.0, write)


def _write_map_note(deck: Deck, sheet: Sheet) -> float:
    """Write whom the map owes and its review number, above the foot line; return where that begins."""
    deck.marks([source for feature in deck.features for source in feature.sources])
    joint = "；" if deck.lang == "zh" else "; "
    credit = joint.join(deck.say(text) for text in credits_for(deck.features))
    number = deck.say(land.REVIEW_NUMBER.fill(deck.review_number or deck.say(land.NOT_REVIEWED)))
    stop = "。" if deck.lang == "zh" else ". "
    words = deck.noted(f"{begun(credit)}{stop}{number}", "open-srtm")
    style = NOTE._replace(leading_mm=NOTE.size_pt * 0.45)
    top = 172.0 - (len(deck.setter.lay(words, SIDE_W * MM, style)) - 1) * style.leading_mm
    sheet.paragraph(LEFT, top, SIDE_W, words, style)
    sheet.text(LEFT, FOOT_Y, deck.dated, 14, 400, FAINT)
    sheet.text(LEFT + SIDE_W, FOOT_Y, str(deck.book.number(sheet)), 14, 700, TEXT, "end")
    return top


# value chains


def write_industries(deck: Deck) -> None:
    """Write all chains by name, then one slide for each of the reader's."""
    industries = [record for record in deck.library.records("industries") if isinstance(record, Industry)]
    industries.sort(key=lambda industry: industry.order)
    sheet = deck.slide("industries")
    lit = {sector.id for sector in deck.choice.sectors}
    title = deck.say(say.INDUSTRIES_TITLE.fill(say_count(len(industries))))
    top = deck.head(sheet, "industries", begun(title), deck.say(say.YOUR_CHAINS) if lit else "") + 4.0
    half = (len(industries) + 1) // 2
    step = (LAST_Y - top) / max(1, half)

    def write(draft: Sheet, size: float) -> float:
        fits = True
        for place, industry in enumerate(industries):
            x = LEFT + (place // half) * (TEXT_W / 2 + 6.0)
            y = top + place % half * step
            width = TEXT_W / 2 - 6.0
            if industry.id in lit:
                draft.rect(x - 4.0, y - 1.0, width + 8.0, step - 2.0, fill=tokens.DARK["wash"], radius=2.0)
            draft.rect(x, y + 3.0, 2.4, step - 10.0, fill=BRIGHT.get(SECTOR[industry.colour], TEXT))
            name = HEAD._replace(size_pt=size, leading_mm=size * 0.46)
            words = (Run(deck.say(industry.short)), *deck.label(industry))
            below = draft.paragraph(x + 8.0, y + 9.0, width - 10.0, words, name).bottom
            last = draft.paragraph(x + 8.0, below - 0.4, width - 10.0, deck.say(industry.subtitle), NOTE).bottom
            fits = fits and last - NOTE.leading_mm <= y + step - 3.0
        return LAST_Y if fits else TALL

    deck.settle(sheet, say.CHAINS_BLOCK, (22, 20, 18, 16, 14), LAST_Y, write)
    for sector in deck.choice.sectors:
        _write_chain(deck, sector)


def _write_chain(deck: Deck, industry: Industry) -> None:
    """Write one chain: who stands at each of its three links, and what is open."""
    sheet = deck.slide("industries")
    colour = BRIGHT.get(SECTOR[industry.colour], TEXT)
    top = deck.head(sheet, "industries", deck.say(industry.short), deck.say(industry.subtitle)) + 12.0
    step = TEXT_W / 3
    links = (
        (industry.upstream, industry.upstream_state, industry.upstream_sources),
        (industry.midstream, industry.midstream_state, industry.midstream_sources),
        (industry.downstream, industry.downstream_state, industry.downstream_sources),
    )
    for place, (_, state, _) in enumerate(links):
        x = LEFT + place * step
        solid = state == "present"
        sheet.line(x + 6.0, top, x + step - 4.0, top, colour, 1.4 if solid else 0.7, None if solid else (2.4, 1.6))
        if solid:
            sheet.circle(x + 3.6, top, 3.6, fill=colour)
        else:
            sheet.circle(x + 3.6, top, 3.6, stroke=colour, width_mm=0.7, dash=(2.0, 1.3))

    def write(draft: Sheet, size: float) -> float:
        end = top
        for place, (head, (items, state, cited)) in enumerate(zip(land.LINKS, links, strict=True)):
            x = LEFT + place * step
            label = NOTE._replace(colour=colour, weight=500)
            y = draft.paragraph(x, top + 15.0, step - 10.0, deck.say(head), label).bottom + 3.0
            style = BODY._replace(size_pt=size, leading_mm=size * 0.5)
            y = draft.paragraph(x, y, step - 10.0, deck.noted(link_words(deck, items), cited), style).bottom + 1.0
            if state != "present":
                said = land.GAP if state == "gap" else land.IN_TALKS
                y = draft.paragraph(x, y, step - 10.0, deck.say(said), label._replace(weight=700)).bottom
            end = max(end, y)
        return draft.paragraph(LEFT, max(end + 4.0, 152.0), TEXT_W, deck.say(land.INDUSTRIES_NOTE), NOTE).bottom - 7.2

    deck.settle(sheet, say.CHAINS_BLOCK, (20, 18, 16, 15, 14), LAST_Y + 4.0, write)


# sites


def write_zones(deck: Deck) -> None:
    """Write a slide for each chosen site; many, or those nobody chose, as a table to compare."""
    zones = deck.choice.zones
    if deck.choice.zones_chosen and len(zones) <= FEW:
        for zone in zones:
            _write_site(deck, zone)
        return
    rows = [
        Line(
            (Run(deck.say(zone.name)), *deck.label(zone)),
            focus_of(deck, zone) or deck.say(say.FOCUS_OPEN),
            zone.status or "unverified",
            deck.noted(deck.say(say_seen(zone.as_of)) if zone.as_of else "", last_told_by(deck, zone)),
            deck.names(zone)[0],
        )
        for zone in zones
    ]
    count = deck.say(land.ZONES_TITLE.fill(say_count(len(zones)))).strip()
    title = begun(count)
    write_table(deck, "zones", Text(title, title), say.SKETCHES, rows, ZONES_A_SLIDE)


def _title_of(deck: Deck, zone: Zone, feature: Feature | None) -> str:
    """Return the name of a site, broken where the map breaks it if that is the same name."""
    name, short = deck.say(zone.name), feature.short.to(deck.lang) if feature is not None and feature.short else ""
    return short if short.replace("\n", "" if deck.lang == "zh" else " ") == name else name


def _write_site(deck: Deck, zone: Zone) -> None:
    feature = feature_of(deck, zone)
    sheet = deck.slide("zones", bare=True)
    key, name = deck.names(zone)
    sheet.show(name, key, (0.0, 0.0, WIDE, TALL))
    wide, circles = TEXT_W, None
    if feature is not None:
        circles = draw_site(deck, sheet, feature, 22.0)
        wide = SIDE_W
        sheet.text(LEFT, FOOT_Y, deck.dated, 14, 400, FAINT)
    else:
        deck.foot(sheet)
    top = deck.head(sheet, "zones", _title_of(deck, zone, feature), width=wide, last_y=64.0)
    width = deck.chip(sheet, LEFT, top + 1.0, zone.status or "unverified", size=16)
    if zone.as_of:
        seen = deck.noted(deck.say(say.SEEN.fill(say_seen(zone.as_of))), last_told_by(deck, zone))
        sheet.runs(LEFT + width + 5.0, top + 1.0, seen, NOTE._replace(colour=FAINT))

    def told(part: Part) -> Words | None:
        words = said_of(deck, zone, part)
        return deck.noted(words, told_by(deck, zone, part)) if words else None

    rows = (
        ("focus", told("focus")),
        ("entry", told("entry")),
        ("where", told("clue")),
        ("area", marked_area(deck, zone, small=True)),
    )

    def write(draft: Sheet, size: float) -> float:
        y = top + 8.0
        style = BODY._replace(size_pt=size, leading_mm=size * 0.44)
        for row, words in rows:
            rule(draft, y, LEFT, LEFT + wide)
            draft.text(LEFT, y + 6.4, deck.say(say.ROWS[row]), 14, 500, FAINT)
            base = y + 6.4 + size * 0.43
            if words:
                y = draft.paragraph(LEFT, base, wide, words, style).bottom
            else:
                deck.chip(draft, LEFT, base, "unverified")
                y = base + style.leading_mm
            y -= style.leading_mm - 4.4
        if feature is None:
            return y
        sketch = sketched(deck, zone)
        notes = [deck.say(each) for each in (map_words.SKETCH_SHORT, sketch) if each is not None]
        more = [*notes, deck.say(circles)] if circles is not None else notes
        words, end = _notes_at(deck, more, y + 6.0, wide)
        if end > ROWS_LAST_Y:  # what the circles are, only where there is room for it
            words, end = _notes_at(deck, notes, y + 6.0, wide)
        draft.paragraph(LEFT, y + 6.0, wide, words, NOTE)
        return end

    deck.settle(sheet, say.ROWS_BLOCK, (18, 17, 16, 15, 14), ROWS_LAST_Y, write)
    deck.marks([source for each in deck.features for source in each.sources])
    if feature is not None:
        sheet.text(LEFT + SIDE_W, FOOT_Y, str(deck.book.number(sheet)), 14, 700, TEXT, "end")


def _notes_at(deck: Deck, notes: Sequence[str], y: float, wide: float) -> tuple[Words, float]:
    """Return what the map beside a site is, in a row, and the baseline on which it ends."""
    words = deck.noted(deck.gap.join(notes), "open-srtm")
    return words, y + (len(deck.setter.lay(words, wide * MM, NOTE)) - 1) * NOTE.leading_mm
