"""How far the known places are from the park, as the table of the map sheet."""

from collections.abc import Sequence
from typing import Final

from brochure import tokens
from brochure.model.kinds import Place
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Words
from brochure.pdf.signs import INNER
from brochure.store.library import Library
from brochure.words import takeaway as say
from brochure.words.numbers import say_number
from brochure.words.page.land import OPEN
from brochure.words.sentence import begun

SHOWN_PLACES: Final = 6
COLUMNS_MM: Final = (0.0, 88.0, 124.0, 130.0)
"""Where name, both straight lines and the road begin or end, from the left."""


def nearest_places(library: Library) -> list[Place]:
    """Return the places with a distance from the south gate, nearest first."""
    known = [place for place in library.records("places") if isinstance(place, Place)]
    return sorted(
        (place for place in known if place.km_from_gate is not None), key=lambda place: place.km_from_gate or 0
    )[:SHOWN_PLACES]


def write_distances(
    sheet: Sheet, edition: Edition, places: Sequence[Place], top: float, left: float, right: float
) -> float:
    """Write the table and return where it ends; straight lines and roads are never in one column."""
    columns = tuple(left + x for x in COLUMNS_MM)
    for x, words, anchor in zip(columns, say.DISTANCE_COLUMNS, ("start", "end", "end", "start"), strict=True):
        sheet.text(x, top + 1.6, words.to(edition.lang), 7.5, 400, tokens.SLATE, anchor)  # type: ignore[arg-type]
    y = top + 3.4
    sheet.line(left, y, right, y, tokens.INK, theme.RULE)
    for place in places:
        y = _row(sheet, edition, place, y, columns, right)
    note = edition.noted(say.DISTANCE_NOTE.to(edition.lang), "computed")
    end = sheet.paragraph(left, y + 4.2, right - left, note, theme.MAP_NOTE).bottom
    return end - theme.MAP_NOTE.leading_mm + 1.2


def say_road(edition: Edition, place: Place) -> Words:
    """Return how far it is by road. What is open carries no mark, and what has marks of its own gets no others."""
    said = edition.say(place.road or OPEN)
    words = begun(said)
    if place.road is None or place.road.zh.endswith(OPEN.zh):
        return (Run(words), *edition.label(place))
    if INNER.search(words):
        return (*edition.noted(words), *edition.label(place))
    return edition.noted(words, place)


def _row(sheet: Sheet, edition: Edition, place: Place, y: float, columns: tuple[float, ...], right: float) -> float:
    road_w = right - columns[3]
    road = say_road(edition, place)
    lines = edition.setter.lay(road, road_w * MM, theme.MAP_SMALL)
    tall = max(6.2, 2.0 + theme.MAP_SMALL.leading_mm * len(lines))
    base = y + 4.2
    name = place.name.to(edition.lang)
    size = edition.setter.fit_size(name, 66 * MM, 9, 7.5, 700)
    sheet.text(columns[0], base, name, size, 700)
    for x, km in ((columns[1], place.km_from_gate), (columns[2], place.km_from_centre)):
        words = "—" if km is None else say_number(km, edition.lang)
        sheet.text(x, base, words, 9, 500, tokens.INK, "end")
    sheet.paragraph(columns[3], base, road_w, road, theme.MAP_SMALL)
    sheet.line(columns[0], y + tall, right, y + tall, tokens.RULE_PRINT, theme.HAIRLINE)
    return y + tall
