"""One line of text: looks, gaps and squeezed marks turned into strings a page can draw. Lengths are points."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from brochure.pdf.breaks import clean, gaps
from brochure.tokens import INK, LAKE
from brochure.typeface import LONG_DASH, MEANING, Typeface

_TO_PLAIN = str.maketrans(dict(MEANING))

Align = Literal["auto", "left", "justify", "right", "middle"]
"""``auto`` justifies Chinese in columns of 60 mm and more and leaves everything else ragged."""


class Run(NamedTuple):
    """A stretch of text in one look; what is None comes from the style."""

    text: str
    weight: int | None = None
    colour: str | None = None
    size_pt: float | None = None
    rise_em: float = 0.0
    link: str = ""
    """What the numbers of source marks are put behind to make the bookmarks they lead to."""


class Style(NamedTuple):
    """How a text is set."""

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
    link: str = ""


class Line(NamedTuple):
    """One line: what is drawn, how wide it is, and the words on it."""

    pieces: tuple[Piece, ...]
    width_pt: float
    text: str
    joint: str = ""
    """What vanished between this line and the next: nothing, a space, or the end of a paragraph."""
    room_pt: float = 0.0


Words = str | Run | Sequence[Run | str]
"""Any text a page can be given."""


def mark(signs: str, size_pt: float = 7.5, link: str = "") -> Run:
    """Return source marks, raised, in lake: ①."""
    return Run(signs, 500, LAKE, size_pt, 0.3, link)


def as_runs(words: Words) -> tuple[Run, ...]:
    """Return any kind of words as runs."""
    if isinstance(words, str):
        return (Run(words),)
    if isinstance(words, Run):
        return (words,)
    return tuple([part if isinstance(part, Run) else Run(part) for part in words])


class Looks(NamedTuple):
    """A cleaned text and where each of its looks ends."""

    text: str
    kinds: str
    runs: tuple[Run, ...]
    ends: tuple[int, ...]


def join(runs: Sequence[Run]) -> Looks:
    """Clean runs as one text, so that marks and gaps at their seams are seen."""
    if len(runs) == 1:
        text, kinds, _ = clean(runs[0].text)
        return Looks(text, kinds, tuple(runs), (len(text),))
    kept = [run for run in runs if run.text] or [Run("")]
    text, kinds, dropped = clean("".join([run.text for run in kept]))
    ends: list[int] = []
    total = 0
    for run in kept:
        total += len(run.text)
        ends.append(total - sum(at < total for at in dropped))
    return Looks(text, kinds, tuple(kept), tuple(ends))


class Composer:
    """One text in one style: every width and code worked out once, so that a line is a slice."""

    def __init__(self, faces: Mapping[int, Typeface], looks: Looks, style: Style) -> None:
        self.text = text = looks.text
        self.kinds = looks.kinds
        self.shown = plain(text)
        self.style = style
        self.gaps = gaps(looks.kinds)
        self.stretches: list[tuple[int, int, Typeface, float, Run]] = []
        self._codes: list[str] = []
        self._cells: list[str] = []
        self._shifts: dict[int, float] = {}
        """What stands before a character, thousandths of an em of its run."""
        widths: list[float] = []
        first = 0
        for run, last in zip(looks.runs, looks.ends, strict=True):
            if last > first:
                face, size = faces[run.weight or style.weight], run.size_pt or style.size_pt
                self.stretches.append((first, last, face, size, run))
                widths += self._measure(text[first:last], first, face, size)
            first = last
        self.edges = [0.0, *accumulate(widths)]
        """Where each character ends, counted from the start of the text."""

    def _measure(self, text: str, first: int, face: Typeface, size: float) -> list[float]:
        style = self.style
        shifts: dict[int, float] = {}
        if self.gaps:
            scale = style.size_pt / size
            shifts = {at - first: gap * scale for at, gap in self.gaps.items() if first <= at < first + len(text)}
        for at, kern in face.kerned(text):
            shifts[at] = shifts.get(at, 0.0) + kern
        if style.tracking_em:
            for at in range(0 if first else 1, len(text)):
                shifts[at] = shifts.get(at, 0.0) + style.tracking_em * 1000
        codes = list(map(face.codes.__getitem__, text))
        if "——" in text:
            for found in re.finditer("——", text):
                codes[found.start() : found.end()] = face.codes[LONG_DASH], ""
        cells = codes.copy()
        unit = size / 1000
        widths = [advance * unit for advance in map(face.advances.__getitem__, text)]
        for at, shift in shifts.items():
            self._shifts[first + at] = shift
            cells[at] = f">{-shift:g}<{codes[at]}"
            widths[at] += shift * unit
        self._codes += codes
        self._cells += cells
        return widths

    def size_at(self, at: int) -> float:
        """Return the size of the character at a position."""
        for _, last, _, size, _ in self.stretches:
            if at < last:
                return size
        return self.style.size_pt

    def lead(self, at: int) -> float:
        """Return what stands before the character at a position, and is left out at the start of a line."""
        shift = self._shifts.get(at)
        return shift * self.size_at(at) / 1000 if shift else 0.0

    def compose(
        self,
        start: int,
        end: int,
        extra: Sequence[tuple[int, float]] = (),
        spread: tuple[Sequence[int], float] | None = None,
        *,
        trim: bool = True,
    ) -> Line:
        """Turn a stretch into a line.

        Args:
            start: First character.
            end: After the last character.
            extra: Positions and the points that squeezing adds before each.
            spread: Positions and the points that spreading adds before all of them.
            trim: Take away the empty half of a mark at either end.
        """
        text, style, edges = self.text, self.style, self.edges
        pieces: list[Piece] = []
        x = -0.5 * self.size_at(start) if trim and start < end and self.kinds[start] in "Oq" else 0.0
        for first, last, face, size, run in self.stretches:
            begin, stop = max(first, start), min(last, end)
            if begin >= stop:
                continue
            row = self._cells[begin:stop]
            row[0] = self._codes[begin]
            lead = self.lead(begin)
            width = edges[stop] - edges[begin] - lead
            if begin > start:
                x += lead
            for at, more in extra:
                if begin < at < stop:
                    row[at - begin] = f">{-self._shifts.get(at, 0.0) - more * 1000 / size:.1f}<{self._codes[at]}"
                    width += more
                elif at == begin:
                    x += more
            if spread:
                width += self._spread(row, begin, stop, spread, size)
                if begin > start and begin in spread[0]:
                    x += spread[1]
            colour, rise = run.colour or style.colour, run.rise_em * size
            inside = f"<{''.join(row)}>"
            pieces.append(Piece(x, inside, width, face.weight, size, colour, rise, text[begin:stop], run.link))
            x += width
        if trim and start < end and self.kinds[end - 1] in "CQ":
            x -= 0.5 * self.size_at(end - 1)
        return Line(tuple(pieces), x, self.shown[start:end])

    def _spread(self, row: list[str], begin: int, stop: int, spread: tuple[Sequence[int], float], size: float) -> float:
        """Spread a stretch of a line and return the points it gained."""
        codes, shifts = self._codes, self._shifts
        more = spread[1] * 1000 / size
        places = [at for at in spread[0] if begin < at < stop] if len(self.stretches) > 1 else spread[0]
        apart = f">{-more:.1f}<"
        for at in places:
            row[at - begin] = apart + codes[at]
        for at in shifts.keys() & places:
            row[at - begin] = f">{-shifts[at] - more:.1f}<{codes[at]}"
        return spread[1] * len(places)


def plain(text: str) -> str:
    """Return a cleaned text as a reader copies it."""
    return text.translate(_TO_PLAIN) if text and max(text) >= "\U000f0000" else text
