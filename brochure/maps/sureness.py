"""What goes with a map that stands alone: the whole legend in its own words, and how sure the positions are."""

from collections.abc import Iterable, Sequence
from typing import Final

from brochure import tokens
from brochure.drawing import PT, Circle, Drawing, Group, Label, Path, Rect, Shape, Stroke
from brochure.maps.legend import SWATCH_MM, legend_entries, wrapped
from brochure.maps.looks import COLOURS, DASH_MM
from brochure.model.geometry import Feature
from brochure.words import Lang
from brochure.words import maps as say
from brochure.words.takeaway import ZONE_SIGN

SHEET_ORDER: Final = (
    "park", "site", "zone", "chain", "expressway", "railway", "arterial", "tunnel", "campus", "wetland", "hill", "spot",
)  # fmt: skip
"""Everything a map that stands alone shows."""
SHEET_WORDS: Final = {**say.LEGEND, "zone": ZONE_SIGN}
"""There is no page on industries beside it."""

GAP_MM: Final = 1.8
LEAD: Final = 1.2


def signs_of(features: Iterable[Feature]) -> tuple[str, ...]:
    """Return the entries of the whole legend for what is drawn; a placed point is told among the precisions."""
    return tuple(entry for entry in legend_entries(features, SHEET_ORDER) if entry != "placed")


def precisions_of(features: Iterable[Feature]) -> tuple[str, ...]:
    """Return the precisions to explain: those a map always has, and what the park placed where it placed something."""
    known = {str(feature.precision) for feature in features}
    return tuple(key for key in say.PRECISION_LONG if key in known or key != "placed")


def build_precision(
    precisions: Sequence[str], *, lang: Lang, width_mm: float, columns: int = 1, size_pt: float = 7.5
) -> Drawing:
    """Explain how sure the positions are, each with the line or dot it is drawn with; rows are as high as their words.

    Args:
        precisions: Keys of ``words.maps.PRECISION_LONG``, in reading order.
        lang: Language of the words.
        width_mm: Width of the sheet; the columns share it evenly.
        columns: How many columns.
        size_pt: Size of the words.
    """
    step, lead = width_mm / columns, size_pt * PT * LEAD
    lines = [wrapped(say.PRECISION_LONG[key].to(lang), step - SWATCH_MM[0] - 4.0, size_pt, lang) for key in precisions]
    shapes: list[Shape] = []
    top = 0.0
    for start in range(0, len(precisions), columns):
        row = range(start, min(start + columns, len(precisions)))
        for number in row:
            x = (number - start) * step
            shapes += _sign(precisions[number], x, top + lead / 2)
            shapes += [
                Label(
                    x + SWATCH_MM[0] + 2.4, top + lead / 2 + size_pt * PT * 0.36 + i * lead, line, size_pt, tokens.INK
                )
                for i, line in enumerate(lines[number])
            ]
        top += max(len(lines[number]) for number in row) * lead + GAP_MM
    return Drawing(width_mm, max(0.0, top - GAP_MM), (Group(tuple(shapes), key="precision"),))


def _sign(precision: str, x: float, y: float) -> list[Shape]:
    """Return a line or an edge beside a dot, as each precision is drawn."""
    wide, tall = SWATCH_MM
    dot = x + wide - 0.9
    if precision == "surveyed":
        line = Path((((x, y), (x + wide - 3, y)),), stroke=Stroke(tokens.INK, 0.5, round=False))
        return [line, Circle(dot, y, 0.8, fill=tokens.INK)]
    ring = Circle(dot, y, 0.8, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.35))
    if precision == "address":
        return [ring]
    if precision == "placed":
        return [
            Circle(dot, y, 1.05, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.35)),
            Circle(dot, y, 0.5, fill=COLOURS["lake"].light),
        ]
    edge = Stroke(tokens.SLATE, 0.35, DASH_MM, round=False)
    faint = Circle(dot, y, 0.8, fill=tokens.WHITE, stroke=Stroke(tokens.SLATE, 0.25, (0.5, 0.4)))
    return [Rect(x, y - (tall - 0.6) / 2, wide - 3, tall - 0.6, stroke=edge), faint]
