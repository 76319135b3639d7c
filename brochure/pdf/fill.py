"""Fill a column: which words go on which line, and what is squeezed or spread to make them meet the edge.

A line first squeezes its full-width marks, then gives its last word to the next line, then spreads.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from brochure.pdf.breaks import NEVER_FIRST, NEVER_LAST, SPACES, breaks, is_chinese, joints
from brochure.pdf.setting import Composer, Line

RAGGED_BELOW_PT: Final = 60 / 25.4 * 72
"""Columns under 60 mm are ragged: too few places to spread."""

SPREAD_LIMIT: Final = 0.28
"""The widest extra space between two squares, em; a line that needs more stays short."""

_PRESSABLE = re.compile("[，、；：。！？]")
_EDGE: Final = 0.02


def fill(composer: Composer, width_pt: float) -> tuple[Line, ...]:
    """Return the lines of a text in a column."""
    return tuple(_Column(composer, width_pt).lines())


class _Column:
    def __init__(self, composer: Composer, width_pt: float) -> None:
        self.composer, self.width = composer, width_pt
        self.text, self.kinds = composer.text, composer.kinds
        self.edges, self.size = composer.edges, composer.style.size_pt
        align = composer.style.align
        wide = width_pt >= RAGGED_BELOW_PT
        self.justify = align == "justify" or (align == "auto" and wide and is_chinese(self.kinds))
        self.joints = joints(self.kinds)
        self.breaks = breaks(self.text, self.joints)
        self.presses = self.pressable()
        self.done: list[tuple[Line, int, int]] = []

    def lines(self) -> list[Line]:
        start = 0
        for part in self.text.split("\n"):
            self.fill_paragraph(start, start + len(part.rstrip(SPACES)))
            start += len(part) + 1
        starts = [start for _, start, _ in self.done[1:]] + [len(self.text)]
        return [
            line._replace(joint=self.text[end:after]) for (line, _, end), after in zip(self.done, starts, strict=True)
        ]

    def fill_paragraph(self, start: int, stop: int) -> None:
        text, edges = self.text, self.edges
        while True:
            limit = self.limit(start)
            if start >= stop or edges[stop] - self.trim(stop) <= limit:
                break
            fits = bisect_right(edges, limit, start, stop + 1) - 1
            index = bisect_right(self.breaks, fits)
            end = self.breaks[index - 1] if index and self.breaks[index - 1] > start else start
            after = self.breaks[index] if index < len(self.breaks) and self.breaks[index] < stop else stop
            if self.takes(start, end, after, stop, limit):
                end = after
            if end == start:
                end = self.forced(start, after, fits, stop)
            elif self.lonely(end, stop):
                index = bisect_left(self.breaks, end) - 1
                if index >= 0 and self.breaks[index] > start:
                    end = self.breaks[index]
            if end >= stop:
                break
            self.add(start, end, ends=False)
            start = end
            while text[start] in SPACES:
                start += 1
        self.add(start, max(start, stop), ends=True)

    def limit(self, start: int) -> float:
        """Return where on the scale of ``edges`` a line from a position must end."""
        lead = self.composer.lead(start)
        if self.kinds[start : start + 1] in ("O", "q"):
            lead += 0.5 * self.composer.size_at(start)  # its empty half hangs out of the column
        return self.edges[start] + lead + self.width + _EDGE

    def trim(self, end: int) -> float:
        """Return the empty half of the mark before a position, which a line's end does without."""
        return 0.5 * self.composer.size_at(end - 1) if self.kinds[end - 1] in "CQ" else 0.0

    def takes(self, start: int, end: int, after: int, stop: int, limit: float) -> bool:
        """Tell whether the line can go on from ``end`` to ``after``, its marks and gaps squeezed if need be."""
        over = self.edges[after] - self.trim(after) - limit
        if over <= 0:
            return True
        if over > 2 * self.size or self.lonely(after, stop):
            return False
        if after - end == 1 and (not self.justify or over > limit - self.edges[end]):
            return False  # one square more is no gain
        return over <= sum([most for _, most in self.between(start, after)])

    def pressable(self) -> list[tuple[int, float]]:
        """Return the positions where a line can be squeezed, and by how many points at most."""
        gaps = self.composer.gaps
        found = [(at, 0.125 * self.size) for at, gap in gaps.items() if gap == 250]
        marks = [match.end() for match in _PRESSABLE.finditer(self.text)]
        return sorted(found + [(at, 0.25 * self.size) for at in marks if at not in gaps])

    def between(self, start: int, end: int) -> list[tuple[int, float]]:
        """Return those of them inside a line."""
        return self.presses[bisect_left(self.presses, (start + 1, 0.0)) : bisect_left(self.presses, (end, 0.0))]

    def forced(self, start: int, after: int, fits: int, stop: int) -> int:
        """Return where to break what is wider than the column: at an inner joint, or else anywhere."""
        inner = self.joints[bisect_right(self.joints, start) : bisect_right(self.joints, min(fits, after - 1))]
        if inner:
            return inner[-2] if len(inner) > 1 and self.lonely(inner[-1], stop) else inner[-1]
        cut = better = min(max(fits, start + 1), after)
        while better > start + 1 and (self.kinds[better] in NEVER_FIRST or self.kinds[better - 1] in NEVER_LAST):
            better -= 1
        return better if better > start + 1 or self.kinds[better : better + 1] not in NEVER_FIRST else cut

    def lonely(self, start: int, stop: int) -> bool:
        """Tell whether the paragraph's last line would be a single character."""
        rest = self.text[start:stop]
        if len(rest) > 8 or not rest or rest[0] in SPACES:
            return False
        return sum([kind in "HLDlw" for kind in self.kinds[start:stop]]) == 1

    def add(self, start: int, end: int, *, ends: bool) -> None:
        """Compose a line, squeezed or spread to the edge where it should meet it."""
        if start == end:
            self.done.append((Line((), 0.0, "", "", self.width), start, end))
            return
        room = self.limit(start) - _EDGE - self.edges[end] + self.trim(end)
        extra: list[tuple[int, float]] = []
        spread: tuple[list[int], float] | None = None
        if room < -_EDGE:
            places = self.between(start, end)
            capacity = sum([most for _, most in places])
            if capacity:
                share = min(1.0, -room / capacity)
                extra = [(at, -most * share) for at, most in places]
        elif self.justify and not ends and room > _EDGE:
            inner = self.joints[bisect_right(self.joints, start) : bisect_left(self.joints, end)]
            if "-" in self.text:
                inner = [at for at in inner if self.text[at - 1] != "-"]
            if inner and room / len(inner) <= SPREAD_LIMIT * self.size:
                spread = inner, room / len(inner)
        line = self.composer.compose(start, end, extra, spread)
        self.done.append((line._replace(room_pt=self.width - line.width_pt), start, end))
