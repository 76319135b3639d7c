"""Where a trifold is folded, what marks the folds, and the golden line through all panels."""

from typing import Final

from brochure import tokens
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.formats.leaf import BEYOND
from brochure.pdf.profile import Profile

WIDE, TALL = 297.0, 210.0
PANEL_W, FLAP_W = 100.0, 97.0
INSET: Final = 9.0
"""From a fold or an edge to the nearest text."""
SHARE: Final = TALL / theme.PAGE_H
GOLD_Y: Final = theme.GOLD_Y * SHARE
GOLD_W: Final = 0.7
MARK_MM: Final = 3.0


def draw_gold(sheet: Sheet) -> None:
    """Draw the line at the park's height over all panels."""
    sheet.rect(-BEYOND, GOLD_Y - GOLD_W / 2, WIDE + 2 * BEYOND, GOLD_W, fill=tokens.GOLD)


def draw_fold_marks(sheet: Sheet, profile: Profile, folds: tuple[float, ...]) -> None:
    """Mark the folds above and below: for the press outside the bleed, else in short dashes at the very edge."""
    sheet.folds = folds
    if profile.marks:
        return  # drawn with the other marks
    for x in folds:
        for y1, y2 in ((0.0, MARK_MM), (TALL - MARK_MM, TALL)):
            sheet.line(x, y1, x, y2, tokens.SLATE, 0.2, (0.7, 0.5))
