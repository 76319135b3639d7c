"""What goes with the printed map: legend, scale bar, north arrow."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from brochure import tokens
from brochure.drawing import PT, Circle, Drawing, Group, Label, Path, Rect, Shape, Stroke, text_width_mm
from brochure.maps.looks import COLOURS, DASH_MM, DOTS_MM, LOOKS
from brochure.maps.marks import placed_mark
from brochure.model.geometry import Feature
from brochure.words import Lang, Text
from brochure.words import maps as say

LEGEND_ORDER: Final = ("park", "site", "zone", "chain", "expressway", "railway", "arterial", "campus", "hill", "spot")
PLACED_FOR: Final = {"park": "park_placed", "site": "site_placed"}
"""Which words stand for a shape once a red line took the place of its sketch."""
NUMBER_GAP_MM: Final = 2.2
"""From the middle number of a scale bar to those at its ends, a digit of which stands this side of them."""
ROW_MM: Final = 7.0
SWATCH_MM: Final = (8.2, 3.2)


def legend_entries(features: Iterable[Feature], entries: Sequence[str] = LEGEND_ORDER) -> tuple[str, ...]:
    """Return the entries of a legend for what is drawn: red lines and placed things are told apart from sketches."""
    features = tuple(features)
    placed = [feature for feature in features if feature.precision == "placed"]
    entry_of = {"park_outline": "park", "site": "site"}
    outlined = {entry_of.get(feature.kind) for feature in placed if feature.shape == "polygon"}
    named = [PLACED_FOR[entry] if entry in PLACED_FOR and entry in outlined else entry for entry in entries]
    if any(feature.assumed for feature in features) and "chain" in named:
        named.insert(named.index("chain") + 1, "assumed")
    if any(feature.shape == "point" for feature in placed):
        named.append("placed")
    if any(feature.shape == "polygon" and feature.kind not in ("park_outline", "site") for feature in placed):
        named.append("red_line")
    return tuple(named)


def build_legend(
    *,
    lang: Lang,
    width_mm: float = 142.0,
    columns: int = 3,
    entries: Sequence[str] = LEGEND_ORDER,
    size_pt: float = 7.5,
    words: Mapping[str, Text] = say.LEGEND,
) -> Drawing:
    """Draw the legend of the printed map, row by row.

    Args:
        lang: Language of the words.
        width_mm: Width of the sheet; the columns share it evenly.
        columns: How many columns; a longer word than its column allows takes a second line.
        entries: Keys of ``words.maps.LEGEND``, in reading order.
        size_pt: Size of the words.
        words: What each entry means.
    """
    step = width_mm / columns
    shapes: list[Shape] = []
    for number, entry in enumerate(entries):
        x, y = number % columns * step, number // columns * ROW_MM + ROW_MM / 2
        shapes += _swatch(entry, x, y)
        room = step - SWATCH_MM[0] - 4.0
        lines = wrapped(words[entry].to(lang), room, size_pt, lang)
        lead = size_pt * PT * 1.2
        first = y + size_pt * PT * 0.36 - (len(lines) - 1) * lead / 2
        shapes += [
            Label(x + SWATCH_MM[0] + 2.4, first + i * lead, line, size_pt, tokens.INK) for i, line in enumerate(lines)
        ]
    rows = math.ceil(len(entries) / columns)
    return Drawing(width_mm, rows * ROW_MM, (Group(tuple(shapes), key="legend"),))


def build_scale_bar(mm_per_km: float, *, lang: Lang, longest_mm: float = 40.0, size_pt: float = 7.5) -> Drawing:
    """Draw a scale bar of a round length, half black and half white; it says 约 / about, as the map does."""
    shapes, wide = scale_shapes(mm_per_km, lang, 1.5, 5.2, longest_mm=longest_mm, size_pt=size_pt)
    return Drawing(wide + 2.5, 7.0, (Group(shapes, key="scale"),))


def scale_shapes(
    mm_per_km: float, lang: Lang, x: float, y: float, *, longest_mm: float = 40.0, size_pt: float = 7.5
) -> tuple[tuple[Shape, ...], float]:
    """Return a scale bar whose upper left corner lies at a point, and its width with the words."""
    lengths = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
    km = max((length for length in lengths if length * mm_per_km <= longest_mm), default=lengths[0])
    wide = km * mm_per_km
    end = say.ABOUT_KM.fill(f"{km:g}").to(lang)
    middle = Label(x + wide / 2, y - 1.4, f"{km / 2:g}", size_pt, tokens.INK, anchor="middle")
    half = (middle,) if text_width_mm(middle.text, size_pt) < wide - 2 * NUMBER_GAP_MM - 1.0 else ()
    shapes: tuple[Shape, ...] = (
        Rect(x, y, wide, 1.1, fill=tokens.WHITE, stroke=Stroke(tokens.INK, 0.2)),
        Rect(x, y, wide / 2, 1.1, fill=tokens.INK),
        Label(x, y - 1.4, "0", size_pt, tokens.INK, anchor="middle"),
        *half,
        Label(x + wide - 1.0, y - 1.4, end, size_pt, tokens.INK),
    )
    return shapes, wide + text_width_mm(end, size_pt)


def build_north(*, lang: Lang, size_pt: float = 7.5) -> Drawing:
    """Draw the north arrow with its letter above."""
    return Drawing(7.0, 10.6, (Group(north_shapes(lang, 3.5, 2.6, size_pt=size_pt), key="north"),))


def north_shapes(lang: Lang, x: float, y: float, *, size_pt: float = 7.5) -> tuple[Shape, ...]:
    """Return the north arrow; ``x`` is its middle, ``y`` the baseline of its letter."""
    arrow = ((x, y + 1.0), (x + 2.1, y + 7.6), (x, y + 6.4), (x - 2.1, y + 7.6))
    return (
        Label(x, y, say.NORTH.to(lang), size_pt, tokens.INK, 700, "middle"),
        Path((arrow,), True, fill=tokens.INK),
    )


def swatch_of(entry: str) -> Drawing:
    """Return one sign of the legend alone, for a list in the window."""
    wide, tall = SWATCH_MM
    return Drawing(wide + 0.8, tall + 1.8, (Group(tuple(_swatch(entry, 0.4, tall / 2 + 0.9)), key=entry),))


_BOXES: Final[dict[str, tuple[str, float, str, float, tuple[float, ...]]]] = {
    "park": (tokens.LAKE, 0.12, tokens.LAKE, 0.6, DASH_MM),
    "park_placed": (tokens.LAKE, 0.12, tokens.LAKE, 0.6, ()),
    "site": (tokens.GOLD, LOOKS["site"].fill_alpha, tokens.GOLD, 0.7, DASH_MM),
    "site_placed": (tokens.GOLD, LOOKS["site"].fill_alpha, tokens.GOLD, 0.7, ()),
    "zone": (tokens.SKY, 0.22, tokens.SKY, 0.35, DASH_MM),
    "red_line": (tokens.SLATE, 0.12, tokens.SLATE, 0.5, ()),
    "campus": (tokens.BRICK, 0.1, tokens.BRICK, 0.3, DASH_MM),
}
"""Fill with its strength, edge with its width and dashes."""


def _swatch(entry: str, x: float, y: float) -> list[Shape]:
    wide, tall = SWATCH_MM
    top = y - tall / 2

    if entry in _BOXES:
        fill, alpha, edge, width, dash = _BOXES[entry]
        return [Rect(x, top, wide, tall, fill=fill, alpha=alpha, stroke=Stroke(edge, width, dash))]
    match entry:
        case "placed":
            return placed_mark(x + wide / 2, y)
        case "wetland":
            return [
                Rect(x, top, wide, tall, 0.8, fill=COLOURS["wetland"].light),
                Path((((x, y + 0.4), (x + wide, y - 0.4)),), stroke=Stroke(COLOURS["water"].light, 1.4, round=False)),
            ]
        case "assumed":
            box = Rect(
                x, top, wide - 3.6, tall, fill=tokens.SLATE, alpha=0.07, stroke=Stroke(tokens.SLATE, 0.35, DOTS_MM)
            )
            return [
                box,
                Circle(x + wide - 1.3, y, 1.3, fill=tokens.WHITE, stroke=Stroke(tokens.SLATE, 0.35, (0.6, 0.6))),
            ]
        case "chain":
            ring = Circle(x + wide / 2, y, 2.1, fill=tokens.WHITE, stroke=Stroke(tokens.LAKE, 0.4))
            return [ring, Label(x + wide / 2, y + 0.95, "1", 7.5, tokens.INK, 700, "middle")]
        case "expressway" | "arterial":
            look = LOOKS[entry]
            run = (((x, y), (x + wide, y)),)
            case_width = look.width_mm + 2 * look.case_mm
            return [
                Path(run, stroke=Stroke(COLOURS[look.case or "rail"].light, case_width, round=False)),
                Path(run, stroke=Stroke(COLOURS[look.edge or "rail"].light, look.width_mm, round=False)),
            ]
        case "tunnel":
            return [
                Path(
                    (((x, y), (x + wide, y)),),
                    stroke=Stroke(COLOURS["expressway_case"].light, 1.0, (1.5, 0.8), round=False),
                )
            ]
        case "railway":
            run = (((x, y), (x + wide, y)),)
            inside = Stroke(COLOURS["rail_gap"].light, 0.3, (2.0, 2.0), round=False)
            return [Path(run, stroke=Stroke(COLOURS["rail"].light, 0.62, round=False)), Path(run, stroke=inside)]
        case "spot":
            return [
                Path(
                    (((x + 3, y + 0.9), (x + 5.2, y + 0.9), (x + 4.1, y - 1.1)),), True, fill=COLOURS["hill_text"].light
                )
            ]
        case _:
            hill = Rect(x, top, wide, tall, 0.8, fill=COLOURS["hill"].light)
            strokes = tuple(((x + 1 + i * 1.3, top + 0.6), (x + 1.3 + i * 1.3, top + 2.0)) for i in range(5))
            return [hill, Path(strokes, stroke=Stroke(COLOURS["hachure"].light, 0.18))]


def wrapped(text: str, room: float, size_pt: float, lang: Lang) -> tuple[str, ...]:
    """Return a text in lines no wider than ``room`` millimetres, as well as can be told without opening a font."""
    if text_width_mm(text, size_pt) <= room:
        return (text,)
    parts = text.split(" ") if lang == "en" else list(text)
    glue = " " if lang == "en" else ""
    line, lines = "", []
    for part in parts:
        longer = f"{line}{glue}{part}" if line else part
        if line and text_width_mm(longer, size_pt) > room and not (part in "，。）、；：" and lang == "zh"):
            lines.append(line)
            line = part
        else:
            line = longer
    return (*lines, line)
