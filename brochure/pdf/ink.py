"""What can be put on a page: fills, strokes, text. Millimetres from the top left corner, y downwards.

Everything becomes a list of strings, so a page drawn once can be put into many files.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Literal, NamedTuple

from brochure.pdf.lines import Line, Piece, Style, Typesetter, Words
from brochure.pdf.picture import Picture
from brochure.pdf.strokes import Segment, colour_numbers, rounded, trace
from brochure.tokens import INK

MM: Final = 72 / 25.4
"""Points in a millimetre."""

_PT: Final = f"{25.4 / 72:.6f}"
_CAPS: Final = {"butt": "0", "round": "1", "square": "2"}

Anchor = Literal["start", "middle", "end"]
Cap = Literal["butt", "round", "square"]


class Halo(NamedTuple):
    """A rim behind a label, so that it reads on any ground."""

    colour: str
    width_mm: float = 0.9
    alpha: float = 1.0


class Placed(NamedTuple):
    """Where a paragraph came to lie."""

    lines: tuple[Line, ...]
    height_mm: float
    bottom: float
    """Baseline of the line that would come next."""
    left_out: tuple[Line, ...] = ()
    """Lines that ``max_lines`` kept out."""


class SetLine(NamedTuple):
    """One line as it came onto a surface: its left end, baseline and width, millimetres, and how it looks."""

    x: float
    y: float
    width: float
    size_pt: float
    weight: int
    text: str
    turned: bool = False

    @property
    def top(self) -> float:
        """Where its letters begin: about the height of a Chinese square above the baseline."""
        return self.y - 0.8 * self.size_pt / MM


class Code(NamedTuple):
    """A contact code: where its white square stands, how wide its dark part is, and what it should say."""

    frame: tuple[float, float, float, float]
    dark_mm: float
    content: str


class Ink:
    """A surface to draw on, not yet bound to a page.

    Besides the strokes it remembers what a look over the finished page needs: lines, paragraphs, pictures, codes.
    """

    def __init__(self, setter: Typesetter) -> None:
        self.setter = setter
        self.ops: list[str] = []
        self.used: dict[int, set[str]] = {}
        self.rimmed: dict[int, set[str]] = {}
        self.alphas: set[tuple[int, int]] = set()
        self.pictures: dict[str, Picture] = {}
        self.placed: list[tuple[Picture, tuple[float, float, float, float]]] = []
        self.codes: list[Code] = []
        self.lines: list[SetLine] = []
        self.paragraphs: list[tuple[tuple[Line, ...], float]] = []
        self.left_out: list[tuple[tuple[Line, ...], tuple[Line, ...]]] = []

    # shapes

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        alpha: float = 1.0,
        stroke: str | None = None,
        width_mm: float = 0.2,
        radius: float = 0.0,
        dash: Sequence[float] | None = None,
        stroke_alpha: float | None = None,
    ) -> None:
        """Draw a rectangle, with rounded corners where a radius is given."""
        shape = f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re" if not radius else rounded(x, y, w, h, radius)
        self._paint(shape, fill, stroke, width_mm, dash, "butt", alpha, stroke_alpha)

    def rects(self, frames: Iterable[Sequence[float]], fill: str) -> None:
        """Fill many rectangles as one shape; each is left, top, width and height."""
        shape = " ".join([f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re" for x, y, w, h in frames])
        if shape:
            self._paint(shape, fill, None, 0.0, None, "butt", 1.0, None)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: str = INK,
        width_mm: float = 0.2,
        dash: Sequence[float] | None = None,
        cap: Cap = "butt",
        alpha: float = 1.0,
    ) -> None:
        """Draw a straight line."""
        self._paint(f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l", None, colour, width_mm, dash, cap, alpha, None)

    def path(
        self,
        subpaths: Iterable[Sequence[Segment]],
        closed: bool = False,
        fill: str | None = None,
        stroke: str | None = None,
        width_mm: float = 0.2,
        dash: Sequence[float] | None = None,
        cap: Cap = "round",
        alpha: float = 1.0,
        stroke_alpha: float | None = None,
    ) -> None:
        """Draw runs of straight and curved segments; the first of each run is the point it starts from.

        Holes follow the even-odd rule.
        """
        shape = " ".join([trace(run, closed) for run in subpaths if run])
        if shape:
            self._paint(shape, fill, stroke, width_mm, dash, cap, alpha, stroke_alpha)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None = None,
        stroke: str | None = None,
        width_mm: float = 0.2,
        alpha: float = 1.0,
        dash: Sequence[float] | None = None,
        stroke_alpha: float | None = None,
    ) -> None:
        """Draw a disc or a ring."""
        shape = rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
        self._paint(shape, fill, stroke, width_mm, dash, "butt", alpha, stroke_alpha)

    @contextmanager
    def clip(self, x: float, y: float, w: float, h: float, radius: float = 0.0) -> Iterator[None]:
        """Draw only inside a frame until the block ends."""
        shape = f"{x:.3f} {y:.3f} {w:.3f} {h:.3f} re" if not radius else rounded(x, y, w, h, radius)
        self.ops.append(f"q {shape} W n")
        yield
        self.ops.append("Q")

    @contextmanager
    def clip_path(self, subpaths: Iterable[Sequence[Segment]]) -> Iterator[None]:
        """Draw only inside closed runs until the block ends."""
        self.ops.append(f"q {' '.join([trace(run, True) for run in subpaths if run])} W* n")
        yield
        self.ops.append("Q")

    @contextmanager
    def moved(self, x: float = 0.0, y: float = 0.0, scale: float = 1.0, turn_deg: float = 0.0) -> Iterator[None]:
        """Draw from another origin, larger or turned clockwise, until the block ends."""
        cos, sin = math.cos(math.radians(turn_deg)) * scale, math.sin(math.radians(turn_deg)) * scale
        self.ops.append(f"q {cos:.6f} {sin:.6f} {-sin:.6f} {cos:.6f} {x:.3f} {y:.3f} cm")
        yield
        self.ops.append("Q")

    def picture(self, picture: Picture, x: float, y: float, w: float, h: float) -> None:
        """Put a picture into a frame, stretched to it."""
        self.pictures[picture.name] = picture
        self.placed.append((picture, (x, y, w, h)))
        self.ops.append(f"q {w:.3f} 0 0 {-h:.3f} {x:.3f} {y + h:.3f} cm /P{picture.name} Do Q")

    def put(self, art: "Ink", x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        """Put something drawn elsewhere here, with its top left corner at a position."""
        for weight, characters in art.used.items():
            self.used.setdefault(weight, set()).update(characters)
        for weight, characters in art.rimmed.items():
            self.rimmed.setdefault(weight, set()).update(characters)
        self.alphas |= art.alphas
        self.pictures |= art.pictures
        if art.paragraphs:
            self._take_notes(art, x, y, scale)
        with self.moved(x, y, scale):
            self.ops.extend(art.ops)

    def _take_notes(self, other: "Ink", x: float, y: float, scale: float) -> None:
        """Remember of a page that was put here what a look over the finished page needs; drawings have none of it."""
        self.lines += [
            line._replace(
                x=x + line.x * scale, y=y + line.y * scale, width=line.width * scale, size_pt=line.size_pt * scale
            )
            for line in other.lines
        ]
        self.paragraphs += other.paragraphs
        self.left_out += other.left_out
        self.placed += [
            (picture, (x + left * scale, y + top * scale, w * scale, h * scale))
            for picture, (left, top, w, h) in other.placed
        ]
        for frame, dark_mm, content in other.codes:
            left, top, w, h = frame
            moved = (x + left * scale, y + top * scale, w * scale, h * scale)
            self.codes.append(Code(moved, dark_mm * scale, content))

    # text

    def text(
        self,
        x: float,
        y: float,
        string: str,
        size_pt: float = 10.0,
        weight: int = 400,
        colour: str = INK,
        anchor: Anchor = "start",
        tracking_em: float = 0.0,
        halo: Halo | None = None,
        rotate: float = 0.0,
        alpha: float = 1.0,
    ) -> float:
        """Write one line with its baseline at ``y`` and return its width in millimetres; ``rotate`` is clockwise."""
        style = Style(size_pt=size_pt, weight=weight, colour=colour, tracking_em=tracking_em)
        return self._write(self.setter.line(string, style), x, y, anchor, halo, rotate, alpha)

    def runs(
        self,
        x: float,
        y: float,
        words: Words,
        style: Style,
        anchor: Anchor = "start",
        halo: Halo | None = None,
        rotate: float = 0.0,
        alpha: float = 1.0,
    ) -> float:
        """Write one line in several looks and return its width in millimetres."""
        return self._write(self.setter.line(words, style), x, y, anchor, halo, rotate, alpha)

    def paragraph(
        self, x: float, y: float, width_mm: float, words: Words, style: Style, max_lines: int | None = None
    ) -> Placed:
        """Set a text in a column, first baseline at ``y``, and return where it ended."""
        lines = self.setter.lay(words, width_mm * MM, style)
        shown = lines if max_lines is None else lines[:max_lines]
        for number, line in enumerate(shown):
            self.put_line(line, x, y + number * style.leading_mm, style)
        height = len(shown) * style.leading_mm
        self.paragraphs.append((lines, width_mm * MM))
        if len(shown) < len(lines):
            self.left_out.append((shown, lines[len(shown) :]))
        return Placed(shown, height, y + height, lines[len(shown) :])

    def put_line(self, line: Line, x: float, y: float, style: Style) -> None:
        """Put a line that was laid before into the column it was laid for."""
        room = max(0.0, line.room_pt) / MM
        shift = room if style.align == "right" else room / 2 if style.align == "middle" else 0.0
        self._write(line, x + shift, y, "start", None, 0.0, 1.0)

    def _write(
        self, line: Line, x: float, y: float, anchor: Anchor, halo: Halo | None, rotate: float, alpha: float
    ) -> float:
        width = line.width_pt / MM
        if not line.pieces:
            return 0.0
        shift = {"start": 0.0, "middle": -width / 2, "end": -width}[anchor]
        first = line.pieces[0]
        self.lines.append(SetLine(x + shift, y, width, first.size_pt, first.weight, line.text, bool(rotate)))
        cos, sin = (math.cos(math.radians(rotate)), math.sin(math.radians(rotate))) if rotate else (1.0, 0.0)
        across, down = _times(cos), _times(sin)
        rim: list[str] = []
        body: list[str] = []
        for piece in line.pieces:
            along, rise = shift + piece.x_pt / MM, piece.rise_pt / MM
            place = f"{x + along * cos + rise * sin:.3f} {y + along * sin - rise * cos:.3f}"
            at = f"{across} {down} {down} {_minus(across)} {place} Tm"
            self.used.setdefault(piece.weight, set()).update(piece.text)
            if piece.link and not rotate:
                self.follow(piece, x + along, y - rise)
            body.append(
                f"{colour_numbers(piece.colour)} rg /F{piece.weight} {piece.size_pt:g} Tf {at} [{piece.inside}] TJ"
            )
            if halo:
                self.rimmed.setdefault(piece.weight, set()).update(piece.text, " ")
                # a space more than the text has, or readers would take the text itself for the copy and drop it
                face = self.setter.faces[piece.weight]
                space = f"<{face.codes[' ']}>{face.advances[' ']}"
                rim.append(f"/H{piece.weight} {piece.size_pt:g} Tf {at} [{space}{piece.inside}] TJ")
        if halo:
            pen = f"{colour_numbers(halo.colour)} RG {2 * halo.width_mm:.3f} w [] 0 d"
            self._state(f"/Artifact BMC BT 1 Tr 1 j {pen} {' '.join(rim)} ET EMC", halo.alpha, halo.alpha)
        if alpha < 1:
            self._state(f"BT {' '.join(body)} ET", alpha, alpha)
        else:
            self.ops.append(f"BT {' '.join(body)} ET")
        return width

    def follow(self, piece: Piece, x: float, y: float) -> None:
        """Make source marks lead where they say, on a surface that can be clicked."""

    # painting

    def _paint(
        self,
        shape: str,
        fill: str | None,
        stroke: str | None,
        width_mm: float,
        dash: Sequence[float] | None,
        cap: Cap,
        alpha: float,
        stroke_alpha: float | None,
    ) -> None:
        parts: list[str] = []
        if fill:
            parts.append(f"{colour_numbers(fill)} rg")
        if stroke:
            join = "1" if cap == "round" else "0"
            parts.append(f"{colour_numbers(stroke)} RG {width_mm:.3f} w {_CAPS[cap]} J {join} j")
            parts.append(f"[{' '.join([f'{part:.3f}' for part in dash])}] 0 d" if dash else "[] 0 d")
        if not parts:
            return
        parts.append(shape)
        parts.append("B*" if fill and stroke else "f*" if fill else "S")
        self._state(" ".join(parts), alpha, alpha if stroke_alpha is None else stroke_alpha)

    def _state(self, ops: str, fill_alpha: float, stroke_alpha: float) -> None:
        if fill_alpha >= 1 and stroke_alpha >= 1 and " Tr " not in ops:
            self.ops.append(ops)
            return
        state = round(max(0.0, fill_alpha) * 1000), round(max(0.0, stroke_alpha) * 1000)
        self.alphas.add(state)
        self.ops.append(f"q /A{state[0]}-{state[1]} gs {ops} Q")


def _times(number: float) -> str:
    return _PT if number == 1 else "0" if number == 0 else f"{number * 25.4 / 72:.6f}"


def _minus(number: str) -> str:
    return number[1:] if number[0] == "-" else "0" if number == "0" else "-" + number
