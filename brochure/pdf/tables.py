"""Tables that breathe: rows are measured before they are set, never split, and the head comes again on each page."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from brochure import tokens
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import CHIPS, GAP_MM, MARK_MM, WORD_PT, draw_chip
from brochure.pdf.ink import MM
from brochure.pdf.lines import Style, Typesetter, Words
from brochure.words import Lang, Text

NEXT_TOP_Y = 24.0
"""Where the head of a table stands on the pages after its first."""

HEAD_MM = 6.0
LEAST_SHARE = 0.32
"""Of the room of a page, what the last one of a table holds at least, so that it is filled to a third."""
DESCENT_MM = 1.4
"""From the last baseline of a row to where its foot begins."""
LEAST_ROWS = 2
"""Of a group, and of a table, on either side of a page's end."""
CHIP_LETTERS = 9


class Column(NamedTuple):
    """One column: its head, where it begins and how wide it is, millimetres."""

    head: str
    x: float
    width: float


class Block(NamedTuple):
    """One stretch of text in a cell; ``paint`` draws something of its own, given sheet, x and baseline.

    What is painted stands instead of the words or, where these are ``indent`` millimetres further in, beside them.
    """

    words: Words = ""
    style: Style = theme.TABLE
    paint: Callable[[Sheet, float, float], object] | None = None
    indent: float = 0.0


Cell = Sequence[Block]


class Row(NamedTuple):
    """The cells of one row; ``lit`` is the reader's own, ``key`` its bookmark and ``name`` what it is asked for by."""

    cells: Sequence[Cell]
    lit: bool = False
    key: str = ""
    name: str = ""
    record: str = ""
    """The record it tells, where ``key`` does not say so."""


class Flow:
    """Sets rows down a page and asks for the next one when the room ends."""

    def __init__(
        self,
        columns: Sequence[Column],
        setter: Typesetter,
        next_page: Callable[[], tuple[Sheet, float]],
        *,
        row_mm: float,
        pad_mm: float = 5.4,
        foot_mm: float = 2.0,
        last_y: float = theme.LAST_LINE_Y - 2,
    ) -> None:
        """Prepare a table.

        Args:
            columns: Heads and places.
            setter: The fonts, for measuring.
            next_page: Gives a fresh page and the height at which the head of the table may stand.
            row_mm: The least height of a row.
            pad_mm: From the rule above a row to its first baseline.
            foot_mm: White between what stands lowest in a row and the rule below it.
            last_y: No rule lies below this.
        """
        self.columns = columns
        self.setter = setter
        self.next_page = next_page
        self.row_mm = row_mm
        self.pad_mm = pad_mm
        self.foot_mm = foot_mm
        self.last_y = last_y
        self.sheet, self.y = self._begin()
        self._set_rows = 0
        self._breaks: frozenset[int] = frozenset()

    def balance(self, rows: Sequence[Row], tail_mm: float = 0.0, sizes: Sequence[int] | None = None) -> None:
        """Look ahead at all rows, so that pages are full and the last one is no mere remainder.

        No more rows move to the last page from the one before than it needs for that.

        Args:
            rows: Every row that will be added, in order.
            tail_mm: What will stand below the table.
            sizes: How many rows each group has, where rows stand in groups that no page parts.
        """
        single = [self.height(row) for row in rows]
        later_mm = self.last_y - NEXT_TOP_Y - HEAD_MM
        whole = sizes if sizes is not None else [1] * len(rows)
        firsts = [0, *accumulate(_loosened(whole, single, later_mm))]
        heights = [sum(single[first:end]) for first, end in pairwise(firsts)]
        breaks, room = [], self.last_y - self.y
        for place, height in enumerate(heights):
            tail = tail_mm if place == len(heights) - 1 else 0.0
            if height + tail > room:
                breaks.append(place)
                room = later_mm
            room -= height
        if breaks:
            start, floor = breaks[-1], breaks[-2] + 1 if len(breaks) > 1 else 1
            while start > floor and (
                len(rows) - firsts[start] < LEAST_ROWS or sum(heights[start:]) + tail_mm < LEAST_SHARE * later_mm
            ):
                start -= 1
            breaks[-1] = start
        self._breaks = frozenset(firsts[place] for place in breaks)

    def height(self, row: Row) -> float:
        """Return how high a row will be."""
        tallest = max(self._cell_height(cell, column) for cell, column in zip(row.cells, self.columns, strict=True))
        return max(self.row_mm, self.pad_mm + tallest + self.foot_mm)

    def ends_before(self, row: Row, keep_with: float = 0.0) -> bool:
        """Tell whether the page ends before a row, so that it will stand on the next one."""
        return self._set_rows in self._breaks or self.y + self.height(row) + keep_with > self.last_y

    def add(self, row: Row, *, keep_with: float = 0.0) -> tuple[float, float]:
        """Set one row, on a new page when it and ``keep_with`` millimetres do not fit; return top and foot."""
        height = self.height(row)
        if self.ends_before(row, keep_with):
            self.sheet, self.y = self._begin()
        self._set_rows += 1
        top = self.y
        if row.lit:
            self.sheet.rect(theme.EDGE_LEFT, top, theme.WHOLE[2], height, fill=tokens.SKY, alpha=0.07)
        for cell, column in zip(row.cells, self.columns, strict=True):
            self._set(cell, column, top + self.pad_mm)
        if row.key:
            self.sheet.bookmark(row.key, top)
        if row.name:
            self.sheet.show(row.name, row.key, (0.0, top, theme.PAGE_W, height))
        if record := row.record or row.key.partition("-")[2]:  # a key is a language and an id
            self.sheet.note(record, (theme.LEFT, top, theme.TEXT_W, height))
        self.y = top + height
        self.rule(self.y)
        return top, self.y

    def rule(self, y: float, x: float = theme.LEFT) -> None:
        """Draw the rule under a row."""
        self.sheet.line(x, y, theme.RIGHT, y, tokens.RULE_PRINT, theme.HAIRLINE)

    def room(self) -> float:
        """Return the height that is left on this page."""
        return self.last_y - self.y

    def _begin(self) -> tuple[Sheet, float]:
        sheet, y = self.next_page()
        for column in self.columns:
            sheet.text(column.x, y + 3.2, column.head, 7.5, 400, tokens.SLATE)
        sheet.line(theme.LEFT, y + HEAD_MM, theme.RIGHT, y + HEAD_MM, tokens.INK, theme.RULE)
        return sheet, y + HEAD_MM

    def _cell_height(self, cell: Cell, column: Column) -> float:
        """Return the height from the first baseline of a cell to below its last."""
        heights = sum(self._block_height(block, column) for block in cell)
        return heights - cell[-1].style.leading_mm + DESCENT_MM if cell else 0.0

    def _block_height(self, block: Block, column: Column) -> float:
        if block.paint is not None and not block.indent:
            return block.style.leading_mm
        room = column.width - block.indent
        return len(self.setter.lay(block.words, room * MM, block.style)) * block.style.leading_mm

    def _set(self, cell: Cell, column: Column, baseline: float) -> None:
        for block in cell:
            if block.paint is not None:
                block.paint(self.sheet, column.x, baseline)
            if block.paint is not None and not block.indent:
                baseline += block.style.leading_mm
            else:
                x, room = column.x + block.indent, column.width - block.indent
                baseline = self.sheet.paragraph(x, baseline, room, block.words, block.style).bottom


def parts_of_group(count: int) -> list[int]:
    """Return how many rows of a group stand together, so that a page's end leaves two of it on either side."""
    if count < 2 * LEAST_ROWS:
        return [count]
    return [LEAST_ROWS, *[1] * (count - 2 * LEAST_ROWS), LEAST_ROWS]


def _loosened(sizes: Sequence[int], single: Sequence[float], most_mm: float) -> Iterator[int]:
    """Yield the sizes of groups, one that is taller than a page as its first two rows and then one by one."""
    first = 0
    for size in sizes:
        if size > LEAST_ROWS and sum(single[first : first + size]) > most_mm:
            yield from (LEAST_ROWS, *[1] * (size - LEAST_ROWS))
        else:
            yield size
        first += size


def chip_cell(state: str, lang: Lang, *, wide: bool = False) -> Cell:
    """Return a status for a column; words too long for a narrow one, as the English for 待核实, take a second line."""
    word = CHIPS[state][2].to(lang)
    if wide or len(word) <= CHIP_LETTERS:
        return (Block(paint=lambda sheet, x, y: draw_chip(sheet, x, y, state, lang)),)
    head, tail = word.rsplit(" ", 1)
    colour, indent = CHIPS[state][1], MARK_MM + GAP_MM
    return (
        Block(paint=lambda sheet, x, y: draw_chip(sheet, x, y, state, lang, Text(head, head))),
        Block(paint=lambda sheet, x, y: sheet.text(x + indent, y - 0.4, tail, WORD_PT, 500, colour)),
    )
