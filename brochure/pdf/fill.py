"""Fill a column: which words go on which line, and what is squeezed or spread to make them meet the edge.

A line first squeezes its full-width marks, then gives its last word to the next line, then spreads.
"""

import re
from collections.abc import Sequence
from typing import Final

from brochure.pdf.breaks import HAN, MARKS, NEVER_FIRST, NEVER_LAST, WIDE_CLOSE, WIDE_OPEN, Unit, is_chinese, units
from brochure.pdf.setting import Composer, Line

RAGGED_BELOW_PT: Final = 60 / 25.4 * 72
"""Columns under 60 mm are ragged: too few places to spread."""

SPREAD_LIMIT: Final = 0.28
"""The widest extra space between two squares, em; a line that needs more stays short."""

_EDGE: Final = 0.02
_SLOT = re.compile(
    rf"(?<=[{HAN}{WIDE_CLOSE}{MARKS}%])(?=[{HAN}{WIDE_OPEN}A-Za-z0-9])"
    rf"|(?<=[A-Za-z0-9])(?=[{HAN}{WIDE_OPEN}])|(?<=[ \u3000])(?=\S)"
)


def fill(composer: Composer, width_pt: float) -> tuple[Line, ...]:
    """Return the lines of a text in a column."""
    return tuple(_Column(composer, width_pt).lines())


class _Column:
    def __init__(self, composer: Composer, width_pt: float) -> None:
        self.composer, self.width = composer, width_pt
        self.text, self.gaps, self.size = composer.text, composer.gaps, composer.style.size_pt
        align = composer.style.align
        wide = width_pt >= RAGGED_BELOW_PT
        self.justify = align == "justify" or (align == "auto" and wide and is_chinese(self.text))
        self.done: list[tuple[Line, int, int]] = []
        self.placed: list[Unit] = []
        self.used = 0.0

    def lines(self) -> list[Line]:
        waiting = list(reversed(units(self.text)))
        while waiting:
            unit = waiting.pop()
            if unit.newline:
                self.close(unit.start, ends=True)
            elif not self.fits(unit):
                self.wrap(unit, waiting)
        if self.placed or not self.done:
            self.close(len(self.text), ends=True)
        starts = [start for _, start, _ in self.done[1:]]
        joints = [self.text[end:start] for (_, _, end), start in zip(self.done, starts, strict=False)]
        return [line._replace(joint=joint) for (line, _, _), joint in zip(self.done, [*joints, ""], strict=True)]

    def fits(self, unit: Unit, least: float = 0.0) -> bool:
        """Put a unit on the line if there is room for it."""
        natural = self.lead(unit) + self.composer.span(unit.start, unit.end)
        if self.used + natural - self.trim(unit) > self.width + _EDGE + least:
            return False
        self.placed.append(unit)
        self.used += natural
        return True

    def wrap(self, unit: Unit, waiting: list[Unit]) -> None:
        """Deal with a unit that does not fit: in part, squeezed in, broken up, or on the next line."""
        if unit.bulk and unit.end - unit.start > 1:
            count = self.squares(unit)
            if count:
                self.placed.append(unit._replace(end=unit.start + count))
                unit = unit._replace(start=unit.start + count, spaced=False)
        elif self.placed and not self.leaves_one(waiting) and self.squeezes(unit):
            self.placed.append(unit)
            ends = not waiting or waiting[-1].newline
            if waiting and ends:
                waiting.pop()
            self.close(unit.end, ends=ends)
            return
        if not self.placed:
            parts = self.split(unit)
            if parts:
                waiting.extend(reversed(parts))
            else:  # one character wider than the column
                self.placed.append(unit)
                self.used = self.width
            return
        waiting.append(unit)
        self.spare_last(waiting)
        self.close(unit.start, ends=False)

    def lead(self, unit: Unit) -> float:
        """Return what comes before a unit: the space or gap to its neighbour, or the trim at a line's start."""
        if not self.placed:
            return -0.5 * self.composer.size_at(unit.start) if self.text[unit.start] in WIDE_OPEN else 0.0
        lead = self.gaps.get(unit.start, 0) / 1000 * self.size
        return lead + self.composer.span(self.placed[-1].end, unit.start) if unit.spaced else lead

    def trim(self, unit: Unit) -> float:
        """Return the empty half of the unit's last mark, which a line's end does without."""
        return 0.5 * self.composer.size_at(unit.end - 1) if self.text[unit.end - 1] in WIDE_CLOSE else 0.0

    def squares(self, unit: Unit) -> int:
        """Return how many squares of a run fit."""
        room = self.width - self.used - self.lead(unit)
        per = self.composer.span(unit.start, unit.end) / (unit.end - unit.start)
        count = max(0, min(unit.end - unit.start - 1, int((room + _EDGE) / per)))
        while count and self.composer.span(unit.start, unit.start + count) > room + _EDGE:
            count -= 1
        return count

    def squeezes(self, unit: Unit) -> bool:
        """Tell whether the line can take one more unit by squeezing its marks and gaps."""
        over = self.used + self.lead(unit) + self.composer.span(unit.start, unit.end) - self.trim(unit) - self.width
        if over > 2 * self.size or not (self.justify or unit.end - unit.start > 1):
            return False
        return over <= sum(most for _, most in self.pressable(self.placed[0].start, unit.end))

    def pressable(self, start: int, end: int) -> list[tuple[int, float]]:
        """Return the positions where a line can be squeezed, and by how many points at most."""
        text, gaps = self.text, self.gaps
        found = [(at, 0.125 * self.size) for at, gap in gaps.items() if gap == 250 and start < at < end]
        marks = [at for at in range(start + 1, end) if text[at - 1] in "，、；：。！？" and at not in gaps]
        return found + [(at, 0.25 * self.size) for at in marks]

    def split(self, unit: Unit) -> list[Unit]:
        """Return the parts of a unit wider than the column: at its inner joints, or else anywhere."""
        inner = units(self.text[unit.start : unit.end], loose=True)
        if len(inner) > 1:
            return [part._replace(start=part.start + unit.start, end=part.end + unit.start) for part in inner]
        if unit.end - unit.start < 2:
            return []
        cut = unit.start + 1
        lead = self.lead(unit)
        while cut < unit.end - 1 and lead + self.composer.span(unit.start, cut + 1) <= self.width + _EDGE:
            cut += 1
        better = cut
        while better > unit.start + 1 and (self.text[better] in NEVER_FIRST or self.text[better - 1] in NEVER_LAST):
            better -= 1
        if better > unit.start + 1 or self.text[better] not in NEVER_FIRST:
            cut = better
        return [unit._replace(end=cut), Unit(cut, unit.end, bulk=False, spaced=False)]

    def leaves_one(self, waiting: Sequence[Unit]) -> bool:
        """Tell whether the paragraph's last line would be a single character."""
        if not waiting or (len(waiting) > 1 and not waiting[-2].newline) or waiting[-1].spaced:
            return False
        unit = waiting[-1]
        return sum(char.isalnum() and char not in MARKS for char in self.text[unit.start : unit.end]) == 1

    def spare_last(self, waiting: list[Unit]) -> None:
        """Give the next line one square more where the paragraph would end with one alone."""
        if not self.leaves_one(waiting):
            return
        last = self.placed[-1]
        if last.bulk and last.end - last.start > 1:
            self.placed[-1] = last._replace(end=last.end - 1)
            waiting.append(Unit(last.end - 1, last.end, bulk=False, spaced=False))
        elif len(self.placed) > 1:
            waiting.append(self.placed.pop())

    def close(self, at: int, *, ends: bool) -> None:
        """Compose the line of what was placed; an empty line stands at a position."""
        if self.placed:
            start, end = self.placed[0].start, self.placed[-1].end
            line = self.meet(start, end, ends=ends)
        else:
            start = end = at
            line = Line((), 0.0, "")
        self.done.append((line._replace(room_pt=self.width - line.width_pt), start, end))
        self.placed, self.used = [], 0.0

    def meet(self, start: int, end: int, *, ends: bool) -> Line:
        """Return the line, squeezed or spread to the edge where it should meet it."""
        line = self.composer.compose(start, end, {})
        room = self.width - line.width_pt
        extra: dict[int, float] = {}
        if room < -_EDGE:
            places = self.pressable(start, end)
            capacity = sum(most for _, most in places)
            if capacity:
                share = min(1.0, -room / capacity) / self.size
                extra = {at: -most * share for at, most in places}
        elif self.justify and not ends and room > _EDGE:
            slots = [found.start() for found in _SLOT.finditer(self.text, start, end) if start < found.start() < end]
            if slots and room / len(slots) <= SPREAD_LIMIT * self.size:
                extra = dict.fromkeys(slots, room / len(slots) / self.size)
        return self.composer.compose(start, end, extra) if extra else line
