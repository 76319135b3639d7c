"""One line of text: looks, gaps and squeezed marks turned into strings a page can draw. Lengths are points."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from brochure.pdf.breaks import WIDE_CLOSE, WIDE_OPEN, clean, gaps
from brochure.tokens import INK, LAKE
from brochure.typeface import MEANING, Typeface

Align = Literal["auto", "left", "justify", "right", "middle"]
"""``auto`` justifies Chinese in columns of 60 mm and more and leaves everything else ragged."""


class Run(NamedTuple):
    """A stretch of text in one look; what is None comes from the style."""

    text: str
    weight: int | None = None
    colour: str | None = None
    size_pt: float | None = None
    rise_em: float = 0.0


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


def mark(signs: str, size_pt: float = 7.5) -> Run:
    """Return source marks, raised, in lake: ①."""
    return Run(signs, 500, LAKE, size_pt, 0.3)


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
    runs: tuple[Run, ...]
    ends: tuple[int, ...]


def join(runs: Sequence[Run]) -> Looks:
    """Clean runs as one text, so that marks and gaps at their seams are seen."""
    kept = [run for run in runs if run.text] or [Run("")]
    text, dropped = clean("".join([run.text for run in kept]))
    ends: list[int] = []
    total = 0
    for run in kept:
        total += len(run.text)
        ends.append(total - sum(at < total for at in dropped))
    return Looks(text, tuple(kept), tuple(ends))


class Composer:
    """Measures and composes stretches of one text in one style."""

    def __init__(self, faces: Mapping[int, Typeface], looks: Looks, style: Style) -> None:
        self.text = looks.text
        self.style = style
        self.gaps = gaps(looks.text)
        self._stretches = []
        first = 0
        for run, last in zip(looks.runs, looks.ends, strict=True):
            if last > first:
                face = faces[run.weight or style.weight]
                self._stretches.append((first, last, face, run.size_pt or style.size_pt, run))
            first = last

    def size_at(self, at: int) -> float:
        """Return the size of the character at a position."""
        for _, last, _, size, _ in self._stretches:
            if at < last:
                return size
        return self.style.size_pt

    def span(self, start: int, end: int) -> float:
        """Return the width of a stretch with its inner gaps."""
        tracking = self.style.tracking_em
        total = 0.0
        for first, last, face, size, _ in self._stretches:
            if first < end and last > start:
                begin, stop = max(first, start), min(last, end)
                total += (face.width(self.text[begin:stop]) / 1000 + tracking * (stop - begin)) * size
        for at, gap in self.gaps.items():
            if start < at < end:
                total += gap / 1000 * self.style.size_pt
        return total

    def compose(self, start: int, end: int, extra: Mapping[int, float], *, trim: bool = True) -> Line:
        """Turn a stretch into a line.

        Args:
            start: First character.
            end: After the last character.
            extra: What justifying adds before a position, em of the style.
            trim: Take away the empty half of a mark at either end.
        """
        text, style = self.text, self.style
        shifts: dict[int, float] = {at: gap / 1000 for at, gap in self.gaps.items() if start < at < end}
        for at, more in extra.items():
            shifts[at] = shifts.get(at, 0.0) + more
        if style.tracking_em:
            for at in range(start + 1, end):
                shifts[at] = shifts.get(at, 0.0) + style.tracking_em
        pieces: list[Piece] = []
        x = -0.5 * self.size_at(start) if trim and start < end and text[start] in WIDE_OPEN else 0.0
        for first, last, face, size, run in self._stretches:
            begin, stop = max(first, start), min(last, end)
            if begin >= stop:
                continue
            x += shifts.pop(begin, 0.0) * style.size_pt
            scale = style.size_pt / size * 1000
            inside: list[str] = []
            width = 0
            at = begin
            for cut in sorted([cut for cut in shifts if begin < cut < stop]):
                codes, advance = face.word(text[at:cut])
                shift = round(shifts[cut] * scale)
                inside.append(f"{codes}{-shift}")
                width += advance + shift
                at = cut
            codes, advance = face.word(text[at:stop])
            inside.append(codes)
            width_pt = (width + advance) * size / 1000
            colour, rise = run.colour or style.colour, run.rise_em * size
            pieces.append(Piece(x, "".join(inside), width_pt, face.weight, size, colour, rise, text[begin:stop]))
            x += width_pt
        if trim and start < end and text[end - 1] in WIDE_CLOSE:
            x -= 0.5 * self.size_at(end - 1)
        return Line(tuple(pieces), x, plain(text[start:end]))


def plain(text: str) -> str:
    """Return a cleaned text as a reader copies it."""
    return text if text.isascii() else "".join([MEANING.get(char, char) for char in text])
