"""Set text in lines: measure, break, squeeze, spread. Plain text in, glyph strings with their places out.

Lengths are points. A line first squeezes its full-width marks, then gives its last word to the next line, then spreads.
Everything is remembered by its arguments, so the second brochure of a batch sets only what differs.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from brochure.pdf.breaks import HAN, MARKS, WIDE_CLOSE, WIDE_OPEN, Unit, clean, gaps, has_han, units
from brochure.tokens import INK, LAKE
from brochure.typeface import MEANING, Typeface

Align = Literal["auto", "left", "justify", "right", "middle"]
RAGGED_BELOW_PT: Final = 60 / 25.4 * 72
"""Columns under 60 mm are ragged: too few places to spread."""

SPREAD_LIMIT: Final = 0.28
"""The widest extra space between two squares, em; a line that needs more stays short."""

_SLOT = re.compile(
    rf"(?<=[{HAN}{WIDE_CLOSE}{MARKS}%])(?=[{HAN}{WIDE_OPEN}A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{HAN}{WIDE_OPEN}])|(?<=[ \u3000])(?=\S)"
)
_EDGE: Final = 0.02


class Run(NamedTuple):
    """A stretch of text in one look; what is None comes from the style."""

    text: str
    weight: int | None = None
    colour: str | None = None
    size_pt: float | None = None
    rise_em: float = 0.0


class Style(NamedTuple):
    """How a paragraph is set."""

    size_pt: float = 10.0
    leading_mm: float = 6.0
    weight: int = 400
    colour: str = INK
    align: Align = "auto"
    tracking_em: float = 0.0


class Piece(NamedTuple):
    """One stretch of one look on a line, ready to draw."""

    x_pt: float
    inside: str
    """The inside of a PDF ``TJ`` array."""
    width_pt: float
    weight: int
    size_pt: float
    colour: str
    rise_pt: float
    text: str


class Line(NamedTuple):
    """One line: what is drawn, how wide it is, and the words on it."""

    pieces: tuple[Piece, ...]
    width_pt: float
    text: str
    ends_paragraph: bool = True
    room_pt: float = 0.0


Words = str | Run | Sequence[Run | str]


def mark(sign: str, size_pt: float = 7.5) -> Run:
    """Return a source mark, raised: ① in lake."""
    return Run(sign, 500, LAKE, size_pt, 0.3)


class _Text(NamedTuple):
    """A cleaned text with the looks of its stretches."""

    text: str
    runs: tuple[Run, ...]
    ends: tuple[int, ...]


class Typesetter:
    """Sets text in the three weights of one family."""

    def __init__(self, faces: Mapping[int, Typeface]) -> None:
        self.faces = faces
        self._laid: dict[tuple[tuple[Run, ...], float, Style], tuple[Line, ...]] = {}
        self._single: dict[tuple[tuple[Run, ...], Style], Line] = {}

    def measure(self, text: Words, size_pt: float, weight: int = 400, tracking_em: float = 0.0) -> float:
        """Return the width of a text on one line, points."""
        return self.line(text, Style(size_pt=size_pt, weight=weight, tracking_em=tracking_em)).width_pt

    def fit_size(
        self, text: Words, width_pt: float, size_pt: float, least_pt: float = 7.5, weight: int = 400, lines: int = 1
    ) -> float:
        """Return the largest size up to ``size_pt`` at which a text fits, in steps of half a point, not under ``least_pt``."""
        size = size_pt
        while size > least_pt:
            if lines == 1 and self.measure(text, size, weight) <= width_pt:
                break
            if lines > 1 and len(self.lay(text, width_pt, Style(size_pt=size, weight=weight, align="left"))) <= lines:
                break
            size = max(least_pt, size - 0.5)
        return size

    def line(self, text: Words, style: Style) -> Line:
        """Set a text on one line, however long; breaks in it become spaces."""
        runs = as_runs(text)
        key = runs, style
        known = self._single.get(key)
        if known is None:
            if len(self._single) > 20_000:
                self._single.clear()
            whole = _join([run._replace(text=run.text.replace("\n", " ").replace("\r", "")) for run in runs])
            known = self._single[key] = self._compose(whole, style, 0, len(whole.text), {}, trim=False)
        return known

    def lay(self, text: Words, width_pt: float, style: Style) -> tuple[Line, ...]:
        """Break a text into lines of a width."""
        runs = as_runs(text)
        key = runs, width_pt, style
        known = self._laid.get(key)
        if known is None:
            if len(self._laid) > 20_000:
                self._laid.clear()
            known = self._laid[key] = tuple(_Breaker(self, _join(runs), width_pt, style).lines())
        return known

    def _compose(
        self, whole: _Text, style: Style, start: int, end: int, extra: Mapping[int, float], *, trim: bool = True
    ) -> Line:
        """Turn a stretch into pieces; ``extra`` holds what justifying adds before a position, em of its run."""
        text = whole.text
        shifts: dict[int, float] = {at: gap / 1000 for at, gap in gaps(text).items() if start < at < end}
        for at, more in extra.items():
            shifts[at] = shifts.get(at, 0.0) + more
        if style.tracking_em:
            for at in range(start + 1, end):
                shifts[at] = shifts.get(at, 0.0) + style.tracking_em
        pieces: list[Piece] = []
        x = 0.0
        if trim and start < end and text[start] in WIDE_OPEN:
            x = -0.5 * self._look(whole, style, start)[1]
        first = 0
        for run, last in zip(whole.runs, whole.ends, strict=True):
            begin, stop = max(first, start), min(last, end)
            first = last
            if begin >= stop:
                continue
            size = run.size_pt or style.size_pt
            weight = run.weight or style.weight
            face = self.faces[weight]
            x += shifts.pop(begin, 0.0) * min(size, style.size_pt)
            cuts = sorted(at for at in shifts if begin < at < stop)
            inside: list[str] = []
            width = 0.0
            at = begin
            for cut in cuts:
                codes, advance = face.word(text[at:cut])
                shift = round(shifts[cut] * 1000)
                inside.append(f"{codes}{-shift}")
                width += advance + shift
                at = cut
            codes, advance = face.word(text[at:stop])
            inside.append(codes)
            width = (width + advance) * size / 1000
            pieces.append(
                Piece(x, "".join(inside), width, weight, size, run.colour or style.colour, run.rise_em * size, text[begin:stop])
            )
            x += width
        if trim and start < end and text[end - 1] in WIDE_CLOSE:
            x -= 0.5 * self._look(whole, style, end - 1)[1]
        return Line(tuple(pieces), x, _plain(text[start:end]))

    def _look(self, whole: _Text, style: Style, at: int) -> tuple[Run, float]:
        for run, last in zip(whole.runs, whole.ends, strict=True):
            if at < last:
                return run, run.size_pt or style.size_pt
        return whole.runs[-1], whole.runs[-1].size_pt or style.size_pt


class _Breaker:
    """Fills one paragraph's lines, word by word."""

    def __init__(self, setter: Typesetter, whole: _Text, width_pt: float, style: Style) -> None:
        self.setter, self.whole, self.width, self.style = setter, whole, width_pt, style
        self.text = whole.text
        self.gaps = gaps(self.text)
        self.size = style.size_pt
        wide = width_pt >= RAGGED_BELOW_PT and has_han(self.text)
        self.justify = style.align == "justify" or (style.align == "auto" and wide)

    def span(self, start: int, end: int) -> float:
        """Return the width of a stretch with its inner gaps, points."""
        total = 0.0
        first = 0
        style = self.style
        for run, last in zip(self.whole.runs, self.whole.ends, strict=True):
            begin, stop = max(first, start), min(last, end)
            first = last
            if begin < stop:
                size = run.size_pt or style.size_pt
                advance = self.setter.faces[run.weight or style.weight].width(self.text[begin:stop])
                total += (advance / 1000 + style.tracking_em * (stop - begin)) * size
        if self.gaps:
            for at in range(start + 1, end):
                if at in self.gaps:
                    total += self.gaps[at] / 1000 * self.size
        return total

    def half(self, at: int) -> float:
        """Return half a square at a position, points."""
        return 0.5 * self.setter._look(self.whole, self.style, at)[1]

    def lines(self) -> list[Line]:
        """Return the lines."""
        waiting = list(reversed(units(self.text)))
        lines: list[Line] = []
        placed: list[Unit] = []
        used = 0.0
        while waiting:
            unit = waiting.pop()
            if unit.newline:
                lines.append(self.close(placed, ends=True))
                placed, used = [], 0.0
                continue
            lead = self.lead(placed, unit)
            natural = self.span(unit.start, unit.end)
            trim = self.half(unit.end - 1) if self.text[unit.end - 1] in WIDE_CLOSE else 0.0
            if used + lead + natural - trim <= self.width + _EDGE:
                placed.append(unit)
                used += lead + natural
                continue
            room = self.width - used - lead
            if unit.bulk and unit.end - unit.start > 1:
                count = self.squares(unit, room)
                if count:
                    placed.append(unit._replace(end=unit.start + count))
                    unit = unit._replace(start=unit.start + count, spaced=False)
            elif placed and self.squeezes(placed, unit, natural - trim - room):
                placed.append(unit)
                if waiting:
                    lines.append(self.close(placed, ends=waiting[-1].newline))
                    placed, used = [], 0.0
                    if waiting[-1].newline and len(waiting) > 1:
                        waiting.pop()
                continue
            if not placed:
                waiting.extend(reversed(self.split(unit)))
                continue
            waiting.append(unit)
            self.spare_last(placed, waiting)
            lines.append(self.close(placed, ends=False))
            placed, used = [], 0.0
        if placed or not lines:
            lines.append(self.close(placed, ends=True))
        return lines

    def lead(self, placed: Sequence[Unit], unit: Unit) -> float:
        """Return what comes before a unit: the space or gap to its neighbour, or the trim at a line's start."""
        if not placed:
            return -self.half(unit.start) if self.text[unit.start] in WIDE_OPEN else 0.0
        lead = self.gaps.get(unit.start, 0) / 1000 * self.size
        if unit.spaced:
            lead += self.span(placed[-1].end, unit.start)
        return lead

    def squares(self, unit: Unit, room: float) -> int:
        """Return how many squares of a run fit."""
        per = self.span(unit.start, unit.end) / (unit.end - unit.start)
        count = max(0, min(unit.end - unit.start - 1, int((room + _EDGE) / per)))
        while count and self.span(unit.start, unit.start + count) > room + _EDGE:
            count -= 1
        return count

    def squeezes(self, placed: Sequence[Unit], unit: Unit, over: float) -> bool:
        """Tell whether a line that is too long by ``over`` points can take the unit by squeezing its marks and gaps."""
        if over > self.size or not has_han(self.text):
            return False
        capacity = sum(share for _, share in self.pressable(placed[0].start, unit.end))
        left = self.size + max(0.0, over)  # what would have to be spread otherwise
        return over <= capacity and (self.justify or unit.end - unit.start > 1) and over < left

    def pressable(self, start: int, end: int) -> list[tuple[int, float]]:
        """Return the positions where a line can be squeezed and by how much, points."""
        found = []
        for at in range(start + 1, end):
            gap = self.gaps.get(at)
            if gap == 250:
                found.append((at, 0.125 * self.size))
            elif gap is None and self.text[at - 1] in "，、；：。！？":
                found.append((at, 0.25 * self.size))
        return found

    def split(self, unit: Unit) -> list[Unit]:
        """Return the parts of a unit that is wider than the column: at its inner joints, or else anywhere."""
        inner = units(self.text[unit.start : unit.end], loose=True)
        if len(inner) > 1:
            return [
                part._replace(start=part.start + unit.start, end=part.end + unit.start, newline=False) for part in inner
            ]
        lead = self.lead([], unit)
        cut = unit.start + 1
        while cut < unit.end - 1 and lead + self.span(unit.start, cut + 1) <= self.width + _EDGE:
            cut += 1
        if cut >= unit.end:  # a single character wider than the column
            cut = unit.end
        head = unit._replace(end=cut, bulk=False)
        if cut == unit.end:
            return [head._replace(end=cut, newline=False), Unit(cut, cut, bulk=False, spaced=False)]
        return [head, Unit(cut, unit.end, bulk=False, spaced=False)]

    def spare_last(self, placed: list[Unit], waiting: list[Unit]) -> None:
        """Move a square to the next line where the paragraph would end with one alone."""
        unit = waiting[-1]
        if len(waiting) > 1 and not waiting[-2].newline:
            return
        letters = sum(1 for char in self.text[unit.start : unit.end] if char.isalnum() and char not in MARKS)
        if letters != 1 or unit.spaced:
            return
        last = placed[-1]
        if last.bulk and last.end - last.start > 1:
            placed[-1] = last._replace(end=last.end - 1)
            waiting.append(Unit(last.end - 1, last.end, bulk=False, spaced=False))
        elif len(placed) > 1:
            waiting.append(placed.pop())

    def close(self, placed: Sequence[Unit], *, ends: bool) -> Line:
        """Compose the line of these units."""
        if not placed:
            return Line((), 0.0, "", ends, self.width)
        start, end = placed[0].start, placed[-1].end
        line = self.setter._compose(self.whole, self.style, start, end, {})
        room = self.width - line.width_pt
        extra: dict[int, float] = {}
        if room < -_EDGE:
            places = self.pressable(start, end)
            capacity = sum(share for _, share in places)
            if capacity:
                share = min(1.0, -room / capacity)
                extra = {at: -most * share / self.size for at, most in places}
        elif self.justify and not ends and room > _EDGE:
            slots = [match.start() for match in _SLOT.finditer(self.text, start, end) if start < match.start() < end]
            if slots and room / len(slots) / self.size <= SPREAD_LIMIT:
                extra = dict.fromkeys(slots, room / len(slots) / self.size)
        if extra:
            line = self.setter._compose(self.whole, self.style, start, end, extra)
        return line._replace(ends_paragraph=ends, room_pt=self.width - line.width_pt)


def as_runs(text: Words) -> tuple[Run, ...]:
    """Return any kind of words as runs."""
    if isinstance(text, str):
        return (Run(text),)
    if isinstance(text, Run):
        return (text,)
    return tuple(Run(part) if isinstance(part, str) else part for part in text)


def _join(runs: Sequence[Run]) -> _Text:
    """Clean runs as one text, so that marks and gaps at their seams are seen."""
    kept = [run for run in runs if run.text] or [Run("")]
    text, dropped = clean("".join(run.text for run in kept))
    ends: list[int] = []
    total = 0
    for run in kept:
        total += len(run.text)
        ends.append(total - sum(1 for at in dropped if at < total))
    return _Text(text, tuple(kept), tuple(ends))


def _plain(text: str) -> str:
    """Return the text as a reader copies it."""
    return text if text.isascii() else "".join([MEANING.get(char, char) for char in text])
