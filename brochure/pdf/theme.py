"""Page and type: the grid, the height scale of the book and every role text can play, in one place.

All lengths are millimetres from the top left corner of an A4 page unless a name says otherwise.
"""

from typing import Final

from brochure import tokens
from brochure.pdf.lines import Run, Style, mark
from brochure.pdf.profile import PROFILES

PAGE_W: Final = 210.0
PAGE_H: Final = 297.0
MARGIN_TOP: Final = 18.0
MARGIN_SIDE: Final = 16.0
MARGIN_FOOT: Final = 20.0
COLUMNS: Final = 12
COLUMN_W: Final = 9.333
GUTTER: Final = 6.0
LEFT: Final = MARGIN_SIDE
RIGHT: Final = PAGE_W - MARGIN_SIDE
TEXT_W: Final = RIGHT - LEFT
SPINE_CLEAR: Final = 10.0
"""No text nearer than this to the fold of a spread."""

EYEBROW_Y: Final = 17.4
TITLE_Y: Final = 24.0
"""Top of the page title; its baseline is ``TITLE_BASE``."""

TITLE_BASE: Final = 32.2
DECK_Y: Final = 40.5
CONTENT_Y: Final = 58.0
LAST_LINE_Y: Final = 272.0
FOLIO_Y: Final = 280.0

THUMB_LOW: Final = 162.0
THUMB_HIGH: Final = 17.0
BODY_LEADING: Final = 6.0
NOTE_LEADING: Final = 4.5
MEET: Final = 18.0
"""Body and notes share a baseline every so many millimetres."""

BLEED: Final = 3.0
"""Whatever touches the edge of the page is drawn so far over it; where a page has no bleed it ends at its edge."""

EDGE_LEFT: Final = -BLEED
EDGE_RIGHT: Final = PAGE_W + BLEED
WHOLE: Final = (-BLEED, -BLEED, PAGE_W + 2 * BLEED, PAGE_H + 2 * BLEED)
"""The page with its bleed: left, top, width, height."""

SAFE: Final = 5.0
"""No text nearer than this to the trim, on the shortest page as well."""

SHORT_HEAD: Final = PROFILES["press-285"].head_cut_mm
SHORT_FOOT: Final = PROFILES["press-285"].foot_cut_mm
"""What that page takes away above and below."""

PARK_LOW_M, PARK_HIGH_M = tokens.PARK_ALTITUDE_M
IDEAL_LOW_M, IDEAL_HIGH_M = tokens.IDEAL_ALTITUDE_M
GOLD_BLOCK_W: Final = 4.0
GOLD_RULE: Final = 0.35
HAIRLINE: Final = 0.2
RULE: Final = 0.35


def y_mm(altitude_m: float) -> float:
    """Return the height on the page of an altitude: 1 mm is 10 m in the whole book, 2240 m lies on 196."""
    return 270 - (altitude_m - 1500) / 10


def altitude_m(y: float) -> float:
    """Return the altitude a height on the page stands for."""
    return 1500 + (270 - y) * 10


GOLD_Y: Final = y_mm(PARK_LOW_M)
GOLD_TOP: Final = y_mm(PARK_HIGH_M)


def column_x(number: int) -> float:
    """Return the left edge of a column, counted from 0."""
    return LEFT + (COLUMN_W + GUTTER) * number


def columns_w(count: int) -> float:
    """Return the width of neighbouring columns with the gutters between them."""
    return COLUMN_W * count + GUTTER * (count - 1)


def thumb_y(place: int, count: int) -> float:
    """Return the top of a section's thumb index: it climbs through the book, and ends where no press cuts it."""
    return THUMB_LOW - min(15.6, (THUMB_LOW - THUMB_HIGH) / max(1, count - 1)) * place


COVER_NAME: Final = Style(66, 27, 700, tokens.WHITE, "left")
COVER_NAME_SMALL: Final = Style(35, 14.6, 700, tokens.WHITE, "left")
EYEBROW: Final = Style(9.5, 6, 500, tokens.LAKE, "left")
TITLE: Final = Style(26, 11, 700, tokens.INK, "left")
TITLE_TALL: Final = Style(34, 15, 700, tokens.INK, "left")
DECK: Final = Style(13, 7.5, 400, tokens.INK, "left")
H2: Final = Style(13, 6, 700, tokens.INK, "left")
H3: Final = Style(10, 5, 700, tokens.INK, "left")
BODY: Final = Style(10, 6, 400, tokens.INK)
BODY_SMALL: Final = Style(9.5, 6, 400, tokens.INK)
LETTER: Final = Style(10, 6, 400, tokens.INK, "left")
STATEMENT: Final = Style(12, 7.5, 400, tokens.INK, "left")
LABEL: Final = Style(9.5, 6, 500, tokens.INK, "left")
TABLE_FIRST: Final = Style(9.5, 5.4, 700, tokens.INK, "left")
TABLE: Final = Style(8.5, 5, 400, tokens.INK, "left")
TABLE_HEAD: Final = Style(7.5, 4.5, 400, tokens.SLATE, "left")
NOTE: Final = Style(7.5, 4.5, 400, tokens.SLATE)
NOTE_LEFT: Final = Style(7.5, 4.5, 400, tokens.SLATE, "left")
MAP_SMALL: Final = Style(7.5, 4.05, 400, tokens.INK, "left")
MAP_NOTE: Final = Style(7.5, 4.05, 400, tokens.SLATE, "left")
CHIP: Final = Style(8, 4.5, 500, tokens.SLATE, "left")
FIGURE: Final = Style(42, 17, 500, tokens.INK, "left", -0.02)
FIGURE_RESULT: Final = Style(34, 15, 500, tokens.INK, "left", -0.02)
FIGURE_TRIFOLD: Final = Style(26, 12, 500, tokens.INK, "left", -0.02)
FIGURE_SMALL: Final = Style(22, 10, 500, tokens.INK, "left", -0.02)
FIGURE_UNIT: Final = Style(11, 6, 400, tokens.INK, "left")
REASON_NUMBER: Final = Style(26, 11, 700, tokens.GOLD_TEXT, "left")
BAND_LABEL: Final = Style(23, 10, 700, tokens.INK, "left")
FOLIO: Final = Style(11, 6, 700, tokens.INK, "left")

MARK_PT: Final = 7.5


def marked(text: str, signs: str, link: str = "") -> tuple[Run, ...]:
    """Return a text with its source marks after it, each raised and in lake, leading to where ``link`` says."""
    return (Run(text), mark(signs, MARK_PT, link)) if signs else (Run(text),)


def note_mark(sign: str, link: str = "") -> Run:
    """Return a source mark on the baseline, as notes carry it."""
    return Run(sign, 500, tokens.LAKE, link=link)
