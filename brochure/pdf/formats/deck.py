"""A slide and what all slides share: dark ground, large type, status in bright colours, marks that lead to the list."""

from collections.abc import Iterable, Sequence
from typing import Final

from brochure import tokens
from brochure.model.record import Record
from brochure.pdf.book import Sheet
from brochure.pdf.chips import CHIPS, draw_mark
from brochure.pdf.edition import Edition, Part
from brochure.pdf.formats.leaf import Leaf, fill_ground
from brochure.pdf.lines import Run, Style
from brochure.words import Text
from brochure.words.page import formats as say
from brochure.words.page import furniture

WIDE, TALL = 338.67, 190.5
LEFT, RIGHT = 24.0, WIDE - 24.0
TEXT_W: Final = RIGHT - LEFT
TOP, LAST_Y, FOOT_Y = 66.0, 168.0, 181.0
LEAST_PT: Final = 14.0
"""Nothing on a slide is smaller: it is read across a room or on a phone."""
METRES_PER_MM: Final = 2500 / 164.0
GROUND: Final = tokens.DARK["ground"]
TEXT: Final = tokens.DARK["text"]
FAINT: Final = tokens.DARK["secondary"]
LAKE: Final = tokens.DARK["brand"]
GOLD: Final = tokens.DARK["gold"]
RULE: Final = "#2C4552"
BRIGHT: Final[dict[str, str]] = {
    tokens.LAKE: LAKE,
    tokens.INK: TEXT,
    tokens.SLATE: FAINT,
    tokens.GRASS: tokens.DARK["grass"],
    tokens.SKY: tokens.DARK["sky"],
    tokens.OCHRE: tokens.DARK["ochre"],
    tokens.PLUM: tokens.DARK["plum"],
    tokens.BRICK: tokens.DARK["brick"],
    tokens.GOLD_TEXT: GOLD,
}
"""What each colour of the page becomes on the dark ground."""
EYEBROW: Final = Style(14, 7, 500, LAKE, "left")
TITLE: Final = Style(34, 14.4, 700, TEXT, "left")
DECK: Final = Style(18, 8.8, 400, FAINT, "left")
BODY: Final = Style(18, 9.4, 400, TEXT, "left")
NOTE: Final = Style(14, 7.2, 400, FAINT, "left")
HEAD: Final = Style(20, 9.6, 700, TEXT, "left")
SIZES: Final = (20.0, 18.0, 16.0, 15.0, 14.0)


def slide_y(altitude_m: float) -> float:
    """Return where an altitude lies on a slide: one scale for all of them, 4000 m near the top."""
    return 13.7 + (4000 - altitude_m) / METRES_PER_MM


GOLD_TOP, GOLD_Y = slide_y(tokens.PARK_ALTITUDE_M[1]), slide_y(tokens.PARK_ALTITUDE_M[0])


class Deck(Leaf):
    """The slides of one language."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(edition, "screen", say.NAME["screen"])

    def cited(self, text: str, *cited: Record | str | Iterable[str]) -> tuple[Run, ...]:
        """Return a text with its marks, in colours and sizes of a slide."""
        return bright(super().cited(text, *cited))

    def noted(self, text: str, *cited: Record | str | Iterable[str]) -> tuple[Run, ...]:
        """Return a small text with its marks, in colours and sizes of a slide."""
        return bright(super().noted(text, *cited))

    def label(self, *cited: Record | str | Iterable[str]) -> tuple[Run, ...]:
        """Return the label of records printed on request, in colours and sizes of a slide."""
        return bright(super().label(*cited))

    def slide(self, part: Part, ground: str = GROUND, *, bare: bool = False) -> Sheet:
        """Add a slide; the first of a section is what outline and links point to."""
        sheet = self.page(ground=ground)
        if part not in self.first:
            self.first[part] = sheet
            sheet.outline(self.short_name(part), self.key(part), self.outline_level)
        if not bare:
            sheet.rect(WIDE - 5.0, GOLD_TOP, 5.0, GOLD_Y - GOLD_TOP, fill=GOLD)
            self.foot(sheet)
        return sheet

    def foot(self, sheet: Sheet, left: float = LEFT, right: float = RIGHT) -> None:
        """Write short title, date, version and number; only the number and the date where there is little room."""
        number = str(self.book.number(sheet) or len(self.book.sheets))
        sheet.text(right, FOOT_Y, number, 14, 700, TEXT, "end")
        words = f"{self.say(furniture.PARK)}{self.gap}{self.dated}" if right - left > 200 else self.dated
        sheet.text(left, FOOT_Y, words, 14, 400, FAINT)

    def counted(self, title: str, turn: int, count: int) -> str | tuple[Run, ...]:
        """Return a title that several slides share with a faint counter behind it: the second of four is 2/4."""
        return title if count < 2 else (Run(title), Run(f"　{turn}/{count}", 400, FAINT, size_pt=18.0))

    def head(
        self,
        sheet: Sheet,
        part: Part,
        title: str | Sequence[Run],
        deck: str | Sequence[Run] = "",
        width: float = TEXT_W,
        last_y: float = TOP + 8.0,
        eyebrow: Text | None = None,
    ) -> float:
        """Write eyebrow, title and deck; return where the content may begin."""
        sheet.text(LEFT, 22.0, self.say(eyebrow) if eyebrow else self.short_name(part), 14, 500, LAKE)

        def write_head(draft: Sheet, size: float) -> float:
            title_style = TITLE._replace(size_pt=size, leading_mm=size * 0.424)
            named = title if isinstance(title, str) else tuple(title)
            y = draft.paragraph(LEFT, 38.0, width, named, title_style).bottom - title_style.leading_mm
            if not deck:
                return y + 10.0
            deck_style = DECK._replace(size_pt=max(LEAST_PT, size * 0.53), leading_mm=max(7.2, size * 0.26))
            words = deck if isinstance(deck, str) else tuple(deck)
            return draft.paragraph(LEFT, y + 12.0, width, words, deck_style).bottom + 1.0

        end = self.settle(sheet, say.TITLE_BLOCK, (34, 30, 26, 22, 18, 14), last_y, write_head)
        return max(end, TOP - 8.0)

    def chip(self, sheet: Sheet, x: float, y: float, state: str, word: Text | None = None, size: float = 14.0) -> float:
        """Draw a status in bright colours and return its width."""
        shape, colour, usual = CHIPS[state]
        colour, k = BRIGHT[colour], size / 8.0
        with sheet.moved(x, y, k):
            draw_mark(sheet, 1.5, -1.05, shape, colour)
        left = 4.1 * k
        return left + sheet.text(x + left, y, self.say(word or usual), size, 500, colour)


def bright(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs in colours that read on the dark ground, none smaller than a slide allows."""
    return tuple(
        run._replace(
            colour=BRIGHT.get(run.colour, run.colour) if run.colour else None,
            size_pt=None if run.size_pt is None else max(LEAST_PT, run.size_pt),
            rise_em=run.rise_em / 2,
        )
        for run in runs
    )


def rule(sheet: Sheet, y: float, left: float = LEFT, right: float = RIGHT, *, strong: bool = False) -> None:
    """Draw a rule."""
    sheet.line(left, y, right, y, FAINT if strong else RULE, 0.5 if strong else 0.3)


def panel(sheet: Sheet, x: float, w: float, colour: str) -> None:
    """Fill a part of a slide from top to foot."""
    fill_ground(sheet, x, 0, w, TALL, colour)
