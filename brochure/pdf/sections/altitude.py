"""The golden altitude: a ruler on the book's height scale, the park's band across the page, and how far the base is."""

from collections.abc import Iterator
from contextlib import nullcontext

from brochure import tokens
from brochure.charts.ruler import City, build_ruler
from brochure.model.kinds import BasePart, Place
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.words import Text
from brochure.words.dates import say_seen
from brochure.words.kinds import DIRECTION, STATUS
from brochure.words.page import growth as say
from brochure.words.sentence import begun, within

TEXT_X = 92.0
TEXT_W = theme.RIGHT - TEXT_X
BELOW_Y = 206.4
STEPS_X = 154.0
HOME_CITY = "place-xining"


def write(edition: Edition) -> None:
    """Write the page."""
    sheet = edition.open("altitude")
    sheet.draw(build_ruler(_cities(edition), lang=edition.lang, bleed_mm=theme.BLEED))
    sheet.text(TEXT_X, theme.EYEBROW_Y + 3.4, edition.short_name("altitude"), 9.5, 500, tokens.LAKE)
    size = edition.setter.fit_size(edition.say(say.ALTITUDE_TITLE), TEXT_W * MM, 34, 24, 700)
    sheet.text(TEXT_X, 36.4, edition.say(say.ALTITUDE_TITLE), size, 700)
    _write_statements(edition, sheet)
    _write_bands(edition, sheet)
    _write_neighbours(edition, sheet)
    _write_steps(edition, sheet)
    note = edition.noted(edition.say(say.RULER_NOTE), "open-public", "computed")
    sheet.paragraph(TEXT_X, 271.2, TEXT_W, note, theme.NOTE_LEFT._replace(leading_mm=4.0))


def parts(edition: Edition, part: str) -> list[BasePart]:
    """Return the parts of one sort, in their order."""
    found = [record for record in edition.library.records("base") if isinstance(record, BasePart)]
    return sorted((record for record in found if record.part == part), key=lambda record: record.order)


def _cities(edition: Edition) -> list[City]:
    """Return the cities, and the training places outside the ideal band, where names stand close enough already."""
    places = [record for record in edition.library.records("places") if isinstance(record, Place)]
    low, high = tokens.IDEAL_ALTITUDE_M
    return [
        City(_bare(place.name), place.elevation_m, bold=place.id == HOME_CITY)
        for place in places
        if place.elevation_m is not None
        and (
            place.type == "comparison"
            or place.id == HOME_CITY
            or (place.type == "training" and not low <= place.elevation_m <= high)
        )
    ]


def _bare(name: Text) -> Text:
    """Return a name without what stands in brackets."""
    return Text(name.zh.partition("（")[0], name.en.partition(" (")[0])


def _write_statements(edition: Edition, sheet: Sheet) -> None:
    """Write what the height is, whose idea it is, and what is planned there, as the records put it."""
    altitudes = parts(edition, "altitude")
    claims = [claim for claim in parts(edition, "claim") if claim.attributed_to is not None][:1]
    sites = parts(edition, "site")[:1]
    room = theme.y_mm(tokens.IDEAL_ALTITUDE_M[1]) - 6 - 56
    told: list[tuple[str, tuple[Run, ...]]] = []
    if altitudes:
        altitudes.sort(key=lambda record: record.attributed_to is not None)  # the park's own height leads
        told.append((altitudes[0].id, tuple(_heights(edition, altitudes))))
    told.extend((record.id, tuple(_sentence(edition, record))) for record in claims)
    told.extend((record.id, tuple(_sentence(edition, record))) for record in sites)
    functions = [record for record in parts(edition, "function") if record.status != "ended"]
    if sites and functions:
        told.append((functions[0].id, tuple(_functions(edition, functions))))
    texts = [words for _, words in told]
    note: Run | str = edition.say(claims[0].note) if claims else ""
    style, gap = _fitting(edition, texts, room)
    y = 55.0
    for record_id, words in told:
        with sheet.telling(record_id):
            y = sheet.paragraph(TEXT_X, y, TEXT_W, words, style).bottom + gap
    if note:
        sheet.paragraph(TEXT_X, y, TEXT_W, note, theme.NOTE_LEFT)


def _heights(edition: Edition, altitudes: list[BasePart]) -> Iterator[Run]:
    """Yield the park's height, and of the band round it, whose numbers stand there already, only whose idea it is."""
    first, *others = altitudes
    yield from _sentence(edition, first)
    for record in others:
        if record.attributed_to is not None and _names(first, record):
            yield from edition.cited(
                edition.say(say.IDEAL_BY.fill(record.attributed_to)), edition.spoken(record.sources)
            )
            yield _end(edition)
        else:
            yield from _sentence(edition, record)


def _names(record: BasePart, band: BasePart) -> bool:
    """Whether the statement of one part gives both ends of the other's band."""
    ends = (band.low_m, band.high_m)
    return all(end is not None and f"{end:g}" in record.statement.zh for end in ends)


def _functions(edition: Edition, functions: list[BasePart]) -> Iterator[Run]:
    """Yield what is planned there, as one list."""
    if edition.lang == "zh":
        joined = "、".join(record.name.zh for record in functions)
    else:
        joined = ", ".join(within(edition.say(record.name)) for record in functions)
    yield from edition.cited(edition.say(say.FUNCTIONS.fill(joined)), *functions)
    yield _end(edition)


def _sentence(edition: Edition, record: BasePart) -> Iterator[Run]:
    """Yield a statement with its marks; whose idea it is goes before it, unless the statement says so itself."""
    words = edition.say(record.statement).rstrip("。.")
    whose = edition.say(record.attributed_to) if record.attributed_to else ""
    if whose and whose not in words:
        yield Run(edition.say(say.ACCORDING_TO.fill(whose)))
        words = within(words) if edition.lang == "en" else words
    yield from edition.cited(words, record)
    yield _end(edition)


def _end(edition: Edition) -> Run:
    return Run("。" if edition.lang == "zh" else ". ")


def _fitting(edition: Edition, texts: list[tuple[Run, ...]], room: float) -> tuple[Style, float]:
    """Return the largest statement style, and the gap, that leave room for the caution under the statements."""
    for size in (12.0, 11.5, 11.0, 10.5, 10.0, 9.5):
        style = theme.STATEMENT._replace(size_pt=size, leading_mm=size * 0.625)
        lines = sum(len(edition.setter.lay(words, TEXT_W * MM, style)) for words in texts)
        for gap in (9.0, 7.0, 5.0):
            if lines * style.leading_mm + gap * len(texts) + 10 <= room:
                return style, gap
    return style, 3.0


def _write_bands(edition: Edition, sheet: Sheet) -> None:
    low, high = (f"{m:,}" if edition.lang == "en" else str(m) for m in tokens.PARK_ALTITUDE_M)
    sheet.text(TEXT_X, 193.0, edition.say(say.PARK_BAND.fill(low, high)), 23, 700)
    low, high = (f"{m:,}" if edition.lang == "en" else str(m) for m in tokens.IDEAL_ALTITUDE_M)
    width = sheet.text(TEXT_X, 174.2, edition.say(say.IDEAL_BAND.fill(low, high)), 9.5, 700, tokens.GOLD_TEXT)
    proposed = next((part for part in parts(edition, "altitude") if part.attributed_to is not None), None)
    if proposed is not None:
        words = edition.say(say.PROPOSED_BY.fill(proposed.attributed_to))
        style = theme.NOTE_LEFT._replace(colour=tokens.GOLD_TEXT)
        sheet.runs(TEXT_X + width + 5, 174.2, edition.noted(words, edition.spoken(proposed.sources)), style)


def _write_neighbours(edition: Edition, sheet: Sheet) -> None:
    """Draw the site as a box with its neighbours round it; the side the source leaves out says so."""
    sheet.text(TEXT_X, BELOW_Y, edition.say(say.NEIGHBOURS), 10, 700)
    box = (TEXT_X + 15, BELOW_Y + 15.4, 22.2, 18.0)
    sheet.rect(*box, fill=tokens.LAKE, alpha=0.14)
    sheet.rect(*box, stroke=tokens.LAKE, width_mm=0.5, dash=(1.5, 0.9))
    middle, centre = box[0] + box[2] / 2, box[1] + box[3] / 2
    site = next(iter(parts(edition, "site")), None)
    sheet.text(middle, centre + 0.4, edition.say(say.SITE), 8.5, 700, tokens.LAKE, "middle")
    if site is not None:
        area = next((zone for zone in (edition.library.find(site.zone or ""),) if zone is not None), None)
        mu = getattr(area, "area_mu", None)
        if mu:
            words = f"{mu:g} 亩" if edition.lang == "zh" else f"{mu:g} mu"
            sheet.text(middle, centre + 5.0, words, 8.5, 500, tokens.LAKE, "middle")
    sides: dict[str, list[BasePart]] = {}
    for part in parts(edition, "neighbour"):
        sides.setdefault(part.direction or "", []).append(part)
    spots = {
        "north": (middle, box[1] - 6.6, 40.0, "middle", -1),
        "south": (middle, box[1] + box[3] + 5.2, 46.0, "middle", 1),
        "west": (box[0] - 2, centre - 1.0, 17.0, "right", 0),
        "east": (box[0] + box[2] + 2, centre - 1.0, 20.0, "left", 0),
    }
    for side, (x, y, width, align, _) in spots.items():
        there = next(iter(sides.get(side, ())), None)
        with sheet.telling(there.id) if there is not None else nullcontext():
            _write_side(edition, sheet, side, sides.get(side, []), x, y, width, align)
    told = parts(edition, "neighbour")
    notes = [say.NEIGHBOUR_NOTE, *(part.note for part in told if part.note is not None)]
    cited = edition.noted(("" if edition.lang == "zh" else " ").join(map(edition.say, notes)), *told)
    foot = box[1] + box[3] + 17
    sheet.paragraph(TEXT_X, foot, STEPS_X - TEXT_X - 5, cited, theme.NOTE_LEFT._replace(leading_mm=4.0))


def _write_side(
    edition: Edition, sheet: Sheet, side: str, there: list[BasePart], x: float, y: float, width: float, align: str
) -> None:
    names = [_short(edition, part) for part in there if part.status != "unverified"]
    words = ("　" if edition.lang == "zh" else ", ").join(names) or edition.say(say.NOT_WRITTEN)
    left = {"middle": x - width / 2, "right": x - width, "left": x}[align]
    style = Style(8.5, 4.2, 500 if names else 400, tokens.INK if names else tokens.SLATE, align)  # type: ignore[arg-type]
    direction = Style(7.5, 4.2, 400, tokens.SLATE, align)  # type: ignore[arg-type]
    if side == "north":
        sheet.paragraph(left, y, width, words, style)
        sheet.paragraph(left, y + 4.4, width, edition.say(DIRECTION[side]), direction)
        return
    placed = sheet.paragraph(left, y, width, words, style)
    sheet.paragraph(left, placed.bottom, width, edition.say(DIRECTION[side]), direction)


def _short(edition: Edition, part: BasePart) -> str:
    """Return the neighbour's own name: that of its zone, or the part's name without the direction before it."""
    zone = edition.library.find(part.zone) if part.zone else None
    if zone is not None:
        return edition.say(zone.name).partition("（")[0].partition(" (")[0]
    name = edition.say(part.name)
    return name.partition("：")[2] or name.partition(": ")[2] or name


def _write_steps(edition: Edition, sheet: Sheet) -> None:
    sheet.text(STEPS_X, BELOW_Y, edition.say(say.STEPS), 10, 700)
    y = BELOW_Y + 6.6
    for phase in parts(edition, "phase"):
        with sheet.telling(phase.id):
            draw_chip(sheet, STEPS_X, y, phase.status or "unverified", edition.lang)
            seen = edition.say(say_seen(phase.as_of)) if phase.as_of and phase.status != "unverified" else ""
            gap = "　" if edition.lang == "zh" else ", "
            name = _beside_chip(edition, phase) + (gap + seen if seen else "")
            words = edition.noted(name, phase) if seen else (Run(name), *edition.label(phase))
            width = theme.RIGHT - STEPS_X - 4.1
            y = sheet.paragraph(STEPS_X + 4.1, y + 4.5, width, words, theme.NOTE_LEFT).bottom + 1.4


def _beside_chip(edition: Edition, phase: BasePart) -> str:
    """Return the name of a phase without the status it begins with, which the chip above it says."""
    name = edition.say(phase.name)
    status = edition.say(STATUS[phase.status]) if phase.status is not None else ""
    comma = "，" if edition.lang == "zh" else ", "
    rest = name.removeprefix(status + comma) if status else name
    return begun(rest)
