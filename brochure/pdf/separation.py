"""Colours as four inks: the one place where a page written in red, green and blue is turned for the press.

The look is declared once, as tokens; a token has its inks set by hand here, any other colour follows a formula. No
colour lays more than 300 % of ink, and neither does one seen through another: what lies between two of them is mixed.
"""

import re
from collections.abc import Mapping
from typing import Final

from brochure import tokens
from brochure.pdf.strokes import GROUND

MOST_INK: Final = 3.0
LEAN: Final = 0.3
"""How much yellow it takes to bring one part of cyan ink back from blue."""

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, 0 to 1."""

BUILDS: Final[Mapping[str, Inks]] = {
    tokens.WHITE: (0.0, 0.0, 0.0, 0.0),
    tokens.INK: (0.0, 0.0, 0.0, 1.0),
    tokens.SLATE: (0.0, 0.0, 0.0, 0.75),
    tokens.RULE_PRINT: (0.0, 0.0, 0.0, 0.20),
    tokens.DARK["secondary"]: (0.0, 0.0, 0.0, 0.35),
    "#DCE5E8": (0.0, 0.0, 0.0, 0.10),
    tokens.MIST: (0.05, 0.0, 0.0, 0.05),
    tokens.LAKE: (0.80, 0.0, 0.25, 0.50),
    tokens.GOLD: (0.05, 0.35, 0.90, 0.20),
    tokens.GOLD_TEXT: (0.0, 0.35, 1.0, 0.60),
    tokens.GOLD_BRIGHT: (0.05, 0.25, 0.75, 0.0),
    tokens.GRASS: (0.65, 0.0, 0.65, 0.40),
    tokens.SKY: (0.80, 0.55, 0.0, 0.10),
    tokens.OCHRE: (0.05, 0.40, 0.90, 0.40),
    tokens.PLUM: (0.60, 0.75, 0.05, 0.15),
    tokens.BRICK: (0.10, 0.80, 0.80, 0.30),
}
"""Text and fine lines take black alone, so that no ink can lie beside another; white, black and greys come first."""

GROUNDS: Final[Mapping[str, Inks]] = {tokens.INK: (0.80, 0.50, 0.35, 0.80)}
"""A dark ground takes all four, or it would look like slate: 245 %."""

_COLOUR: Final = re.compile(r"([\d.]+ [\d.]+ [\d.]+) (rg|RG)\b")
_GROUND: Final = re.compile(rf"({re.escape(GROUND)}) ([\d.]+ [\d.]+ [\d.]+) rg\b")
_OTHER: Final = re.compile(r"(?<![\w/])(?:rg|RG|g|G|cs|CS|sc|scn|SC|SCN|sh|Do|BI|ri)(?!\w)")
_ALL: Final = "/All CS 1 SCN"
_PICTURE: Final = re.compile(r"/P[0-9a-f]{12} Do\b")
"""A picture of ours; ``picture.build_image`` turns it into inks as well."""
_STRINGS: Final = re.compile(r"<[0-9A-Fa-f]*>")


def inks_of(colour: str, *, ground: bool = False) -> Inks:
    """Return the inks of a colour.

    Args:
        colour: ``#RRGGBB``.
        ground: Whether it lies under a whole page or a great part of it.

    Returns:
        The inks set by hand, else all the grey a colour has as black and the rest as colours:
        k = 1 - max(r, g, b); c = (1 - r - k) / (1 - k), m and y alike, so that one of the three is nil. Cyan ink is
        bluer than the cyan of a screen, so yellow takes it back where magenta does not: y + 0.3 (c - m), at most 1.
    """
    if ground and colour in GROUNDS:
        return GROUNDS[colour]
    if colour in BUILDS:
        return BUILDS[colour]
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = max(red, green, blue)
    if not light:
        return 0.0, 0.0, 0.0, 1.0
    cyan, magenta, yellow = (1 - part / light for part in (red, green, blue))
    return cyan, magenta, min(1.0, yellow + LEAN * max(0.0, cyan - magenta)), 1 - light


def separate(content: str) -> str:
    """Return the operators of a page with every colour in four inks."""
    grounded = _GROUND.sub(lambda found: f"{found[1]} {_numbers(found[2], ground=True)} k", content)
    return _COLOUR.sub(lambda found: f"{_numbers(found[1])} {'k' if found[2] == 'rg' else 'K'}", grounded)


def left_over(content: str) -> str:
    """Return the first operator that paints in anything but inks: another colour space, a shading, a picture."""
    found = _OTHER.search(_PICTURE.sub("", _STRINGS.sub("", content.replace(_ALL, ""))))
    return found[0] if found else ""


_KNOWN: dict[tuple[str, bool], str] = {}


def _numbers(numbers: str, *, ground: bool = False) -> str:
    known = _KNOWN.get((numbers, ground))
    if known is None:
        colour = "#" + "".join(f"{round(float(part) * 255):02X}" for part in numbers.split())
        inks = inks_of(colour, ground=ground)
        known = _KNOWN[numbers, ground] = " ".join(f"{round(ink, 3):g}" for ink in inks)
    return known
