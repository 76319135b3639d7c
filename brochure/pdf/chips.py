"""Status on paper: a shape, a word and one colour for both, so that it also reads in grey."""

from typing import Final, Literal

from brochure import tokens
from brochure.pdf.ink import Ink
from brochure.words import Lang, Text
from brochure.words.kinds import SCHEMATIC, STATUS, VALIDITY

Shape = Literal["disc", "dashed", "half", "dot", "ring", "struck", "question", "box"]

CHIPS: Final[dict[str, tuple[Shape, str, Text]]] = {
    "operating": ("disc", tokens.GRASS, STATUS["operating"]),
    "in_force": ("disc", tokens.GRASS, VALIDITY["in_force"]),
    "planned": ("dashed", tokens.SLATE, STATUS["planned"]),
    "drafting": ("dashed", tokens.SLATE, STATUS["drafting"]),
    "upcoming": ("dashed", tokens.SLATE, VALIDITY["upcoming"]),
    "building": ("half", tokens.LAKE, STATUS["building"]),
    "in_talks": ("dot", tokens.SKY, STATUS["in_talks"]),
    "signed": ("ring", tokens.SKY, STATUS["signed"]),
    "ended": ("struck", tokens.BRICK, STATUS["ended"]),
    "expired": ("struck", tokens.BRICK, VALIDITY["expired"]),
    "replaced": ("struck", tokens.BRICK, VALIDITY["replaced"]),
    "unverified": ("question", tokens.GOLD_TEXT, STATUS["unverified"]),
    "schematic": ("box", tokens.SLATE, SCHEMATIC),
}
MARK_MM: Final = 3.0
GAP_MM: Final = 1.1
WORD_PT: Final = 8.0


def draw_chip(ink: Ink, x: float, baseline: float, key: str, lang: Lang, word: Text | None = None) -> float:
    """Draw a status with its word and return the width used, millimetres.

    Args:
        ink: Where to draw.
        x: Left edge of the mark.
        baseline: Baseline of the word.
        key: A status or validity, or ``schematic``.
        lang: Language of the word.
        word: Another word for the same state, such as 级别待核实.
    """
    shape, colour, usual = CHIPS[key]
    draw_mark(ink, x + MARK_MM / 2, baseline - 1.05, shape, colour)
    return MARK_MM + GAP_MM + ink.text(x + MARK_MM + GAP_MM, baseline, (word or usual).to(lang), WORD_PT, 500, colour)


def draw_mark(ink: Ink, x: float, y: float, shape: Shape, colour: str, radius: float = 1.2) -> None:
    """Draw only the mark, centred on a point."""
    if shape == "disc":
        ink.circle(x, y, radius, fill=colour)
        return
    if shape == "box":
        ink.rect(x - radius, y - radius, 2 * radius, 2 * radius, stroke=colour, width_mm=0.35, dash=(0.7, 0.5))
        return
    ink.circle(x, y, radius, stroke=colour, width_mm=0.35, dash=(0.7, 0.55) if shape == "dashed" else None)
    if shape == "half":
        k = 0.5523 * radius
        right = (
            ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
            ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        )
        ink.path([[(x, y - radius), *right]], closed=True, fill=colour)
    elif shape == "dot":
        ink.circle(x, y, radius * 0.42, fill=colour)
    elif shape == "struck":
        reach = radius * 0.72
        ink.line(x - reach, y + reach, x + reach, y - reach, colour, 0.35, cap="round")
    elif shape == "question":
        draw_question(ink, x, y, colour)


def draw_question(ink: Ink, x: float, y: float, colour: str) -> None:
    """Draw a question mark; it is not written, so that copied text does not carry a stray one."""
    hook = ((x - 0.42, y - 0.28), ((x - 0.42, y - 0.86), (x + 0.46, y - 0.86), (x + 0.46, y - 0.26)))
    ink.path([[*hook, ((x + 0.46, y + 0.06), (x, y + 0.02), (x, y + 0.34))]], stroke=colour, width_mm=0.28)
    ink.circle(x, y + 0.72, 0.17, fill=colour)
