"""Slides of height and growth: the golden altitude with its ruler, and the incubator chain on its golden line."""

from typing import Final

from brochure import tokens
from brochure.charts.chain import ChainLook, node_points
from brochure.model.kinds import BasePart, Place, Stage
from brochure.pdf.book import Sheet
from brochure.pdf.formats.deck import (
    BODY,
    DECK,
    FAINT,
    GOLD,
    GOLD_TOP,
    GOLD_Y,
    GROUND,
    LEAST_PT,
    NOTE,
    RIGHT,
    TEXT,
    WIDE,
    Deck,
    slide_y,
)
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.sections.altitude import HOME_CITY, parts
from brochure.pdf.sections.chain import stage_caution
from brochure.words.dates import say_seen
from brochure.words.kinds import LEVEL
from brochure.words.page import formats as say
from brochure.words.page import growth
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

AXIS_X, TEXT_X = 61.4, 125.0
TEXT_W: Final = RIGHT - TEXT_X
CAUTION_W: Final = TEXT_W - 16.0
CLOSEST_MM: Final = 7.0
LOOK: Final = ChainLook(first=(40.0, 121.6), right_mm=50.0, up_mm=9.4, radius_mm=7.0)


def write_altitude(deck: Deck) -> None:
    """Write the slide: ruler, both bands at their heights, whose idea it is, and how far the base has come."""
    sheet = deck.slide("altitude", bare=True)
    low, high = tokens.IDEAL_ALTITUDE_M
    sheet.rect(0, slide_y(high), WIDE, slide_y(low) - slide_y(high), fill=GOLD, alpha=0.15)
    sheet.rect(0, GOLD_TOP, WIDE, GOLD_Y - GOLD_TOP, fill=GOLD)
    _draw_ruler(deck, sheet)
    title = deck.say(growth.ALTITUDE_TITLE)
    size = deck.setter.fit_size(title, TEXT_W * MM, 62, 34, 700)
    sheet.text(TEXT_X - 0.8, 44.0, title, size, 700, tokens.WHITE)
    _write_statements(deck, sheet)
    metres = [f"{m:,}" if deck.lang == "en" else str(m) for m in (*tokens.IDEAL_ALTITUDE_M, *tokens.PARK_ALTITUDE_M)]
    middle = (slide_y(high) + GOLD_TOP) / 2
    sheet.text(TEXT_X, middle + 2.2, deck.say(growth.IDEAL_BAND.fill(*metres[:2])), 17, 700, GOLD)
    sheet.text(TEXT_X, GOLD_Y - 1.5, deck.say(growth.PARK_BAND.fill(*metres[2:])), 17, 700, tokens.INK)
    end = "。" if deck.lang == "zh" else ". "
    caution = (*deck.noted(deck.say(say.HEIGHT_NOTE), "open-public"), Run(f"{end}{deck.dated}"))
    small = NOTE._replace(leading_mm=5.8)
    top = 182.6 - (len(deck.setter.lay(caution, CAUTION_W * MM, small)) - 1) * small.leading_mm
    sheet.paragraph(TEXT_X, top, CAUTION_W, caution, small)
    _write_facts(deck, sheet, top - 6.4)
    sheet.text(RIGHT, 181.6, str(deck.book.number(sheet)), 14, 700, TEXT, "end")


def _draw_ruler(deck: Deck, sheet: Sheet) -> None:
    sheet.line(AXIS_X, slide_y(4000), AXIS_X, slide_y(1500), TEXT, 0.5)
    for metres in range(1500, 4001, 100):
        y, long = slide_y(metres), 5.0 if metres % 500 == 0 else 2.0
        inside = GOLD_TOP < y < GOLD_Y
        sheet.line(AXIS_X - long, y, AXIS_X, y, tokens.INK if inside else TEXT, 0.4 if long == 5 else 0.25)
        if long == 5:
            words = f"{metres:,}" if deck.lang == "en" else str(metres)
            sheet.text(AXIS_X - 8.6, y + 1.9, words, 16, 500, TEXT, "end")
    places = [record for record in deck.library.records("places") if isinstance(record, Place)]
    shown = sorted(
        (
            place
            for place in places
            if place.elevation_m is not None and (place.type == "comparison" or place.id == HOME_CITY)
        ),
        key=lambda place: (place.id != HOME_CITY, place.elevation_m or 0),
    )
    taken: list[float] = []
    for place in shown:
        y = slide_y(place.elevation_m or 0)
        if any(abs(y - other) < CLOSEST_MM for other in taken) or not slide_y(4000) < y < slide_y(1500):
            continue  # a name that would lie on another is left to the book
        taken.append(y)
        home = place.id == HOME_CITY
        sheet.circle(AXIS_X, y, 1.2, fill=GOLD if home else GROUND, stroke=tokens.INK if home else TEXT, width_mm=0.4)
        name = deck.say(place.name).partition("（")[0].partition(" (")[0]
        said = f"{place.elevation_m:,.0f}" if deck.lang == "en" else f"{place.elevation_m:.0f}"
        style = NOTE._replace(colour=tokens.INK if home else TEXT, weight=700 if home else 400)
        base = min(y + 1.8, GOLD_Y - 1.5) if GOLD_TOP < y < GOLD_Y else y + 1.8  # in the band with its letters too
        sheet.text(AXIS_X + 5.2, base, f"{name} {said}", 14, style.weight, style.colour)


def _write_statements(deck: Deck, sheet: Sheet) -> None:
    """Write that the park's height lies in the band, whose metres stand below, and whose idea the band is."""
    known = parts(deck, "altitude")
    own = [record for record in known if record.attributed_to is None]
    ideal = [record for record in known if record.attributed_to is not None]
    (low, high), (least, most) = tokens.PARK_ALTITUDE_M, tokens.IDEAL_ALTITUDE_M
    lines: list[tuple[Style, tuple[Run, ...]]] = []
    if own and least <= low and high <= most:
        lines.append((BODY, deck.cited(deck.say(say.HEIGHT_TITLE), *own)))
    lines += [
        (DECK, deck.cited(deck.say(growth.IDEAL_BY.fill(record.attributed_to)), deck.spoken(record.sources)))
        for record in ideal
    ]

    def write(draft: Sheet, size: float) -> float:
        y = 58.0
        for usual, words in lines:
            style = usual._replace(size_pt=size if usual is BODY else max(14, size - 4))
            style = style._replace(leading_mm=style.size_pt * 0.5)
            end = Run("。" if deck.lang == "zh" else ".")
            y = draft.paragraph(TEXT_X, y, TEXT_W, (*words, end), style).bottom + 1.6
        return y - 6.0

    deck.settle(sheet, say.STATEMENT_BLOCK, (22, 20, 18, 16, 14), slide_y(most) - 10.0, write)


def _write_facts(deck: Deck, sheet: Sheet, last_y: float) -> None:
    """Write three facts below the band: how large, how far it has come, and what lies around."""
    site = next(iter(parts(deck, "site")), None)
    phases = [part for part in parts(deck, "phase") if part.status != "unverified"]
    around = [part for part in parts(deck, "neighbour") if part.status != "unverified"]
    facts: list[tuple[str, str, tuple[BasePart, ...]]] = []
    if site is not None:
        facts.append((deck.say(growth.SITE), deck.say(site.statement).rstrip("。."), (site,)))
    if phases:
        last = phases[-1]
        seen = begun(deck.say(say_seen(last.as_of))) if last.as_of else ""
        facts.append((seen, deck.say(last.statement).rstrip("。."), (last,)))
    if around:
        joint = "、" if deck.lang == "zh" else ", "
        names = joint.join(deck.say(part.name).partition("（")[0].partition(" (")[0] for part in around)
        facts.append((deck.say(growth.NEIGHBOURS), names, tuple(around)))
    step = (TEXT_W + 8.0) / max(1, len(facts))

    def write(draft: Sheet, size: float) -> float:
        end = 142.0
        for place, (head, words, cited) in enumerate(facts):
            x = TEXT_X + place * step
            draft.text(x, 144.0, head, 22, 700, tokens.WHITE)
            style = NOTE._replace(size_pt=size, leading_mm=size * 0.48, colour=TEXT)
            end = max(end, draft.paragraph(x, 152.4, step - 8.0, deck.noted(words, *cited), style).bottom)
        return end - 7.0

    deck.settle(sheet, say.FACTS_BLOCK, (16, 15, 14), last_y, write)


def write_chain(deck: Deck) -> None:
    """Write the slide: numbered discs that climb the golden line, each with its name, role and level."""
    stages = [record for record in deck.library.records("stages") if isinstance(record, Stage)]
    stages.sort(key=lambda stage: stage.order)
    sheet = deck.slide("chain", bare=True)
    deck.foot(sheet)
    title = deck.say(growth.CHAIN_TITLE.fill(say_count(len(stages))))
    words = (deck.say(growth.CHAIN_DECK), stage_caution(deck))
    deck.head(sheet, "chain", begun(title), ("" if deck.lang == "zh" else " ").join(filter(None, words)))
    points = node_points(len(stages), LOOK)
    ends = ((0.0, GOLD_Y), *points, (WIDE, points[-1][1] - LOOK.up_mm * (WIDE - points[-1][0]) / LOOK.right_mm))
    sheet.path([list(ends)], stroke=GOLD, width_mm=1.4)
    own = deck.choice.stage.order if deck.choice.stage else None
    for stage, (x, y) in zip(stages, points, strict=True):
        mine = stage.order == own
        if mine:
            sheet.circle(x, y, LOOK.radius_mm + 3.4, fill=GOLD, alpha=0.3)
            sheet.text(x, y - 14.0, deck.say(growth.YOU_ARE_HERE), 16, 700, GOLD, "middle")
        sheet.circle(x, y, LOOK.radius_mm, fill=GOLD if mine else tokens.LAKE, stroke=GROUND, width_mm=1.0)
        sheet.text(x, y + 3.0, str(stage.order), 24, 700, tokens.INK if mine else tokens.WHITE, "middle")
        left = x - LOOK.radius_mm
        width = min(LOOK.right_mm - 3.0, RIGHT - left)

        def write(draft: Sheet, size: float, stage: Stage = stage, left: float = left, y: float = y,
                  width: float = width) -> float:  # fmt: skip
            size = _whole_words(deck, deck.say(stage.name), width, size)
            name = BODY._replace(size_pt=size, leading_mm=size * 0.44, weight=700)
            end = draft.paragraph(left, y + 17.0, width, deck.noted(deck.say(stage.name), stage), name).bottom
            role = NOTE._replace(colour=GOLD, leading_mm=6.4, weight=500)
            end = draft.paragraph(left, end, width, deck.say(stage.role), role).bottom
            fits = NOTE._replace(colour=TEXT, leading_mm=6.4)
            end = draft.paragraph(left, end, width, deck.say(stage.fits), fits).bottom
            if stage.level is not None:
                end = _write_level(deck, draft, left, end, stage)
            return end - 6.4

        deck.settle(sheet, say.STAGES_BLOCK, (17, 16, 15, 14), 172.0, write)
    note = say.FITS_READ_NO_LEVELS if any(stage.level is None for stage in stages) else say.FITS_READ
    sheet.text(RIGHT, 172.0, deck.say(note), 14, 400, FAINT, "end")


def _write_level(deck: Deck, sheet: Sheet, x: float, y: float, stage: Stage) -> float:
    """Write the level of a stage and return the baseline that comes next."""
    assert stage.level is not None
    sheet.text(x, y, deck.say(LEVEL[stage.level]), 14, 500, FAINT)
    return y + 6.4


def _whole_words(deck: Deck, words: str, width: float, size: float) -> float:
    """Return the largest size, down from one given, at which no word is wider than its column."""
    longest = max(words.split(), key=len, default="")
    return deck.setter.fit_size(longest, width * MM, size, LEAST_PT, 700)
