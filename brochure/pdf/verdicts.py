"""Verdicts on paper: a box that is ticked, asked or crossed, and a word; round marks are the status of a record."""

from typing import Final

from brochure import tokens
from brochure.eligibility import Verdict
from brochure.pdf.chips import draw_question
from brochure.pdf.ink import Ink
from brochure.pdf.lines import Style
from brochure.pdf.tables import CHIP_LETTERS, Block, Cell
from brochure.words import Lang
from brochure.words.matcher import VERDICT

COLOURS: Final[dict[Verdict, str]] = {"met": tokens.GRASS, "unknown": tokens.SLATE, "unmet": tokens.BRICK}
BOX_MM: Final = 2.9
INDENT_MM: Final = 4.8
WORD_PT: Final = 8.0
LEADING_MM: Final = 4.2


def draw_box(ink: Ink, x: float, baseline: float, verdict: Verdict) -> None:
    """Draw the box of a verdict, its left edge at ``x``; a tick leaves it, so that it reads from afar and in grey."""
    colour, half = COLOURS[verdict], BOX_MM / 2
    middle_x, middle_y = x + half, baseline - 1.05
    ink.rect(x, middle_y - half, BOX_MM, BOX_MM, stroke=colour, width_mm=0.3)
    if verdict == "met":
        tick = [
            (middle_x - 0.85, middle_y + 0.05),
            (middle_x - 0.2, middle_y + 0.75),
            (middle_x + 1.35, middle_y - 1.35),
        ]
        ink.path([tick], stroke=colour, width_mm=0.5)
    elif verdict == "unknown":
        draw_question(ink, middle_x, middle_y, colour)
    else:
        for side in (-1, 1):
            ink.line(middle_x - 0.8, middle_y - 0.8 * side, middle_x + 0.8, middle_y + 0.8 * side, colour, 0.4)


def verdict_cell(verdict: Verdict, lang: Lang) -> Cell:
    """Return a verdict for a narrow column; words too long for one line take a second."""
    head, *tail = _in_two(VERDICT[verdict].to(lang))

    def draw(sheet: Ink, x: float, y: float) -> None:
        draw_box(sheet, x, y, verdict)
        for line, word in enumerate([head, *tail]):
            sheet.text(x + INDENT_MM, y + LEADING_MM * line, word, WORD_PT, 500, COLOURS[verdict])

    return (Block(style=Style(leading_mm=LEADING_MM * (1 + len(tail))), paint=draw),)


def _in_two(word: str) -> list[str]:
    return [word] if len(word) <= CHIP_LETTERS else word.rsplit(" ", 1)
