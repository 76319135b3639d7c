"""A sheet that stands alone: its marks are resolved on itself, and a text finds the size at which it fits or is named.

Only slides keep their links; what is printed has none.
"""

from collections.abc import Callable, Sequence
from typing import Final

from brochure import tokens
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.order import Order
from brochure.pdf.sections.entries import Entry, entries_of
from brochure.words import Lang, Text
from brochure.words.dates import say_date
from brochure.words.page import formats as say
from brochure.words.page import furniture

BEYOND: Final = theme.BLEED
"""How far a ground runs out over the trim."""
Write = Callable[[Sheet, float], float]
"""Writes a block on a sheet at a size and returns where it ends."""


class Leaf(Edition):
    """What one sheet, or a few that belong together, are written from."""

    def __init__(self, edition: Edition, name: str, title: Text) -> None:
        super().__init__(
            edition.book, edition.library, edition.recipe, edition.choice, edition.lang,
            edition.review_number, edition.forced, edition.sender,
        )  # fmt: skip
        self.name = name
        self.title = title

    @property
    def source_key(self) -> str:
        """What the number of a mark is put behind to name the bookmark of its entry on this very sheet."""
        return f"{self.lang}-{self.name}-source-"

    def page(self, heading: str | None = None, ground: str | None = None) -> Sheet:
        """Add a page and list it in the outline."""
        sheet = self.book.sheet()
        if ground is not None:
            fill_ground(sheet, 0, 0, sheet.width_mm, sheet.height_mm, ground)
            sheet.floor = len(sheet.ops)
        if heading is not None:
            sheet.outline(heading, f"{self.lang}-{self.name}-{len(self.book.sheets)}", self.outline_level)
        return sheet

    def settle(self, sheet: Sheet, block: Text, sizes: Sequence[float], last_y: float, write: Write) -> float:
        """Write a block at the first of the sizes at which it ends above ``last_y``; name it when there is none."""
        for size in sizes:
            draft = Sheet(self.setter, sheet.width_mm, sheet.height_mm)
            end = write(draft, size)
            if end <= last_y + 0.01:
                break
        else:
            self.refuse(block)
        sheet.lay(draft)
        return end

    def refuse(self, block: Text) -> None:
        """Note that a block found no room."""
        self.book.refused.append((self.title, block))

    @property
    def gap(self) -> str:
        """What stands between two facts on one line."""
        return "　" if self.lang == "zh" else " · "

    @property
    def dated(self) -> str:
        """How new the content is, and its version."""
        date = self.say(furniture.DATA_TO.fill(say_date(self.library.content_date)))
        return f"{date}{self.gap}{self.say(furniture.VERSION.fill(self.library.content_version))}"


def fill_ground(sheet: Sheet, x: float, y: float, w: float, h: float, colour: str) -> None:
    """Fill a frame; where it reaches the trim it runs out over it, for the knife."""
    left = x - BEYOND if x <= 0 else x
    top = y - BEYOND if y <= 0 else y
    right = x + w + BEYOND if x + w >= sheet.width_mm else x + w
    foot = y + h + BEYOND if y + h >= sheet.height_mm else y + h
    sheet.ground((left, top, right - left, foot - top), colour)


def write_foot(leaf: Leaf, sheet: Sheet, left: float, right: float, y: float, colour: str = tokens.SLATE) -> None:
    """Write the foot line: short title, date, version; ranged right as in the book, over two lines where it must."""
    title = f"{leaf.say(furniture.PARK)}{leaf.gap}{leaf.say(say.NAME[leaf.choice.composition])}"
    dated, space = leaf.dated, 2.9
    x = right - sheet.text(right, y, dated, 7.5, 400, colour, "end") - space
    if x - space - leaf.setter.measure(title, 7.5) / MM < left:
        sheet.text(right, y - 4.2, title, 7.5, 400, colour, "end")
        return
    sheet.line(x, y - 2.4, x, y + 0.5, tokens.RULE_PRINT, 0.2)
    sheet.text(x - space, y, title, 7.5, 400, colour, "end")


def write_sources(leaf: Leaf, sheet: Sheet, x: float, y: float, width: float, style: Style) -> float:
    """Write what the marks of this sheet stand for, and return the baseline that comes next."""
    return write_entries(leaf, sheet, x, y, width, style, entries_of(leaf), theme.PAGE_H * 2)[0]


def write_entries(
    leaf: Leaf, sheet: Sheet, x: float, y: float, width: float, style: Style, listed: Sequence[Entry], last_y: float
) -> tuple[float, Sequence[Entry]]:
    """Write entries of the list of sources down to a height; return the next baseline, and those that found no room."""
    for place, entry in enumerate(listed):
        indent = 0.0
        sign = "" if entry.mark is None else leaf.sign(entry.mark)
        if sign:
            indent = leaf.setter.measure(sign, style.size_pt, 500) / MM + 1.2
        words = tuple(run._replace(colour=None) for run in entry.words[:1])
        lines = leaf.setter.lay(words, (width - indent) * MM, style)
        if y + (len(lines) - 1) * style.leading_mm > last_y:
            return y, listed[place:]
        if sign:
            sheet.bookmark(f"{leaf.source_key}{entry.mark}", y - style.leading_mm)
            sheet.text(x, y, sign, style.size_pt, 500, tokens.LAKE)
        y = sheet.paragraph(x + indent, y, width - indent, words, style).bottom
    return y, ()


def title_book(order: Order, first: Lang, title: Text) -> None:
    """Give the file the title of its format."""
    named = say.TITLE_FOR.fill(title, order.recipe.reader) if order.recipe.reader else title
    order.book.about["title"] = named.to(first)


def head_language(order: Order, first: int, lang: Lang) -> None:
    """Put the name of a language over its pages in the outline of a file that has two."""
    if order.recipe.lang == "both" and len(order.book.sheets) > first:
        sheet = order.book.sheets[first]
        sheet.bookmark(f"edition-{lang}")
        sheet.headings.insert(0, ("中文" if lang == "zh" else "English", f"edition-{lang}", 0))


def cut_links(order: Order) -> None:
    """Take all links away: nothing on paper can be clicked."""
    for sheet in order.book.sheets:
        sheet.links.clear()
        sheet.addresses.clear()


def sentence(leaf: Edition, words: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return words with the full stop of the language behind their marks."""
    return (*words, Run("。" if leaf.lang == "zh" else "."))
