"""A name on the printed map as lines: broken where it says so and where it grows too wide."""

from typing import Literal

import msgspec

from brochure import tokens
from brochure.drawing import text_width_mm

WIDEST_MM = 44.0
MOST_LINES = 3


class Line(msgspec.Struct, frozen=True):
    """One line of a name."""

    text: str
    size_pt: float
    weight: Literal[400, 500, 700]
    colour: str


def lines_of(
    text: str, size_pt: float, weight: Literal[400, 500, 700], colour: str, note: str | None = None
) -> tuple[Line, ...]:
    """Return the lines of a name, broken where it says so and where it grows too wide, with a fainter note below.

    The card tells a name of any length in full; the map tells its beginning.
    """
    parts = [piece for part in text.split("\n") for piece in _pieces(part, size_pt, weight)]
    if len(parts) > MOST_LINES:
        parts = [*parts[: MOST_LINES - 1], parts[MOST_LINES - 1][:-1] + "…"]
    lines = [Line(part, size_pt, weight, colour) for part in parts]
    if note:
        lines.append(Line(note, max(7.5, size_pt - 2), 400, colour if colour != tokens.INK else tokens.SLATE))
    return tuple(lines)


def on_one_line(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a name with those of one look joined, and what stands below them as it was."""
    first, *_ = lines
    alike = [line for line in lines if (line.size_pt, line.weight) == (first.size_pt, first.weight)]
    joint = " " if first.text.isascii() else ""
    whole = Line(joint.join(line.text for line in alike), first.size_pt, first.weight, first.colour)
    return (whole, *(line for line in lines if line not in alike))


def _pieces(text: str, size_pt: float, weight: int) -> list[str]:
    if text_width_mm(text, size_pt, weight) <= WIDEST_MM:
        return [text]
    pieces, line, width = [], "", 0.0
    for char in text:
        width += text_width_mm(char, size_pt, weight)
        if width > WIDEST_MM:
            pieces.append(line)
            line, width = "", text_width_mm(char, size_pt, weight)
        line += char
    return [*pieces, line]
