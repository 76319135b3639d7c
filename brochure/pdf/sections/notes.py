"""Pages for the reader's own writing, where the press needs a few more: lines on the book's grid, the golden line."""

from typing import Final

from brochure import tokens
from brochure.pdf import theme
from brochure.pdf.book import Book, Sheet
from brochure.pdf.edition import Edition
from brochure.words.page import notes as say

LINE_MM: Final = 9.0
"""From line to line: as much as a hand needs, every second one on the grid of the notes."""

FIRST_Y: Final = theme.CONTENT_Y + 3
LAST_Y: Final = theme.LAST_LINE_Y


def fill_up(book: Book, edition: Edition, multiple_of: int) -> None:
    """Add pages until their number is a multiple; the back stays last, and the language is that of the edition."""
    back = book.sheets.pop() if edition.has_back() else None
    ends = 0 if back is None else 1
    first = True
    while (len(book.sheets) + ends) % multiple_of:
        _write(edition, first=first)
        first = False
    if back is not None:
        book.sheets.append(back)


def _write(edition: Edition, *, first: bool) -> None:
    sheet = edition.open_plain()
    sheet.is_for_writing = True
    top = 21.0
    if first:
        sheet.outline(edition.say(say.NOTES), f"{edition.lang}-notes", edition.outline_level)
        sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, edition.say(say.NOTES), 9.5, 500, tokens.LAKE)
        sheet.text(theme.LEFT, theme.TITLE_BASE, edition.say(say.TITLE), theme.TITLE.size_pt, 700)
        sheet.paragraph(theme.LEFT, 46.1, theme.TEXT_W, edition.say(say.DECK), theme.DECK)
        top = FIRST_Y
    else:
        sheet.text(theme.LEFT, theme.EYEBROW_Y + 3.4, edition.say(say.NOTES), 9.5, 500, tokens.LAKE)
        top = FIRST_Y - 3 * LINE_MM
    _rule(sheet, top, theme.GOLD_Y - 4)
    sheet.line(theme.EDGE_LEFT, theme.GOLD_Y, theme.EDGE_RIGHT, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
    step = (theme.TEXT_W + theme.GUTTER) / len(say.COLUMNS)
    for place, words in enumerate(say.COLUMNS):
        x = theme.LEFT + place * step
        sheet.text(x, theme.GOLD_Y + 8.2, edition.say(words), 9.5, 500)
        _rule(sheet, theme.GOLD_Y + 20, LAST_Y, x, x + step - theme.GUTTER)


def _rule(sheet: Sheet, top: float, foot: float, left: float = theme.LEFT, right: float = theme.RIGHT) -> None:
    """Draw lines to write on."""
    y = top
    while y <= foot:
        sheet.line(left, y, right, y, tokens.RULE_PRINT, theme.HAIRLINE)
        y += LINE_MM
