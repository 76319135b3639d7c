"""The cover: the ground along the G6 as a fan of lines, hung on the book's height scale, and for whom the book is."""

from brochure import tokens
from brochure.charts.fan import build_fan
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Line, Style
from brochure.words import Text
from brochure.words.dates import say_date
from brochure.words.numbers import say_number
from brochure.words.page import front as say
from brochure.words.page import furniture

FAINT = "#9FB2BC"
COVER_NAME_W = 105.0
"""As wide as the English name may be before it meets the lines of the fan."""
READER_W = 104.0
READER_TOP = 132.0
"""No reader's name reaches higher, however long it is: above stands the park's."""
READER_SIZES = (15.0, 13.0, 11.0, 9.5, 8.5, 7.5)


def write(edition: Edition) -> None:
    """Write the cover."""
    sheet = edition.open("cover", bare=True, ground=tokens.INK)
    sheet.draw(build_fan(edition.library.profile, bleed_mm=theme.BLEED))
    _write_names(edition, sheet)
    low, high = tokens.PARK_ALTITUDE_M
    metres = f"{high:,}" if edition.lang == "en" else str(high)
    sheet.text(theme.LEFT, theme.y_mm(high) - 1.8, edition.say(say.METRES.fill(metres)), 7.5, 400, tokens.GOLD_BRIGHT)
    metres = f"{low:,}" if edition.lang == "en" else str(low)
    sheet.text(theme.LEFT, theme.GOLD_Y - 2.4, edition.say(say.ALTITUDE.fill(metres)), 9.5, 500, tokens.GOLD_BRIGHT)
    _write_reader(edition, sheet)
    _write_foot(edition, sheet)


def park_altitude(edition: Edition) -> str:
    """Return the height of the park in words, from its lowest to its highest metre."""
    low, high = (say_number(metres, edition.lang) for metres in tokens.PARK_ALTITUDE_M)
    return edition.say(say.ALTITUDE.fill(Text(f"{low}～{high}", f"{low}–{high}")))


def _write_names(edition: Edition, sheet: Sheet) -> None:
    """Set the name: Chinese large with English below, or the other way round in the English book."""
    first, second = say.COVER_NAME
    x = theme.LEFT - 0.6
    if edition.lang == "zh":
        sheet.text(theme.LEFT, 23.2, furniture.ZONE.zh, 14, 500, tokens.WHITE)
        sheet.text(x, 52.6, first.zh, 66, 700, tokens.WHITE)
        sheet.text(x, 79.6, second.zh, 66, 700, tokens.WHITE)
        sheet.text(theme.LEFT, 93.4, furniture.PARK.en, 15.5, 500, tokens.WHITE)
        sheet.text(theme.LEFT, 99.6, furniture.ZONE.en, 9.5, 400, FAINT)
        return
    sheet.text(theme.LEFT, 23.2, furniture.ZONE.en, 11, 500, tokens.WHITE)
    size = min(edition.setter.fit_size(line.en, COVER_NAME_W * MM, 46, 20, 700) for line in (first, second))
    sheet.text(x, 46.0, first.en, size, 700, tokens.WHITE)
    sheet.text(x, 46.0 + size * 0.42, second.en, size, 700, tokens.WHITE)
    below = 46.0 + size * 0.42 + 13
    sheet.text(theme.LEFT, below, furniture.ZONE.zh + first.zh + second.zh, 13, 500, tokens.WHITE)


def _write_reader(edition: Edition, sheet: Sheet) -> None:
    """Write for whom the book is; a long name takes a second and a third line, upwards."""
    date = f"{edition.say(furniture.BOOK)}{'　' if edition.lang == 'zh' else '  ·  '}{edition.cover_date}"
    sheet.text(theme.RIGHT, 246.4, date, 10, 400, tokens.WHITE, "end")
    if edition.recipe.reader is None:
        return
    words = edition.say(furniture.FOR.fill(edition.recipe.reader))
    for size in READER_SIZES:
        style = Style(size, size * 0.533, 500, tokens.WHITE, "right")
        lines = _balanced(edition, words, style)
        top = 238.0 - (len(lines) - 1) * style.leading_mm
        if top >= READER_TOP:
            break
    sheet.paragraphs.append((lines, READER_W * MM))
    for place, line in enumerate(lines):  # in reading order, for those who copy it or have it read out
        sheet.put_line(line, theme.RIGHT - READER_W, top + place * style.leading_mm, style)


def _balanced(edition: Edition, words: str, style: Style) -> tuple[Line, ...]:
    """Return the lines of a right-aligned text, broken so that none is a lone word where it need not be."""
    lines = edition.setter.lay(words, READER_W * MM, style)
    longest = max(line.width_pt for line in lines)
    width = READER_W * MM
    while len(lines) > 1 and width > longest * 0.55:
        tighter = edition.setter.lay(words, width - 6, style)
        if len(tighter) > len(lines):
            break
        width -= 6
    # laid again to that width, each line keeps its own room to the right edge of the page
    chosen = edition.setter.lay(words, width, style)
    return tuple(line._replace(room_pt=READER_W * MM - line.width_pt) for line in chosen)


def _write_foot(edition: Edition, sheet: Sheet) -> None:
    style = Style(7.5, 4.5, 400, FAINT, "right")
    gap = "　" if edition.lang == "zh" else "  ·  "
    dated: Text = furniture.DATA_TO.fill(say_date(edition.library.content_date))
    version = edition.say(furniture.VERSION.fill(edition.library.content_version))
    words = [
        run._replace(colour=tokens.DARK["brand"]) if run.colour else run  # the mark, in a lake that reads on ink
        for run in edition.noted(edition.say(say.CURVE), "open-srtm")
    ]
    placed = sheet.paragraph(theme.RIGHT - 92, 271.6, 92, words, style)
    sheet.text(theme.RIGHT, placed.bottom, f"{edition.say(dated)}{gap}{version}", 7.5, 400, FAINT, "end")
