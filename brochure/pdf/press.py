"""Around the page, for the printer: crop and register marks, a strip of inks, and which page of what this is.

All of it lies outside the bleed and is cut off; lengths are millimetres from the top left corner of the paper.
"""

from collections.abc import Iterable
from typing import Final

from brochure import tokens
from brochure.pdf.book import Sheet
from brochure.pdf.ink import MM, Ink
from brochure.pdf.lines import Style
from brochure.pdf.order import Order
from brochure.pdf.profile import Profile
from brochure.pdf.separation import GROUNDS, Inks, inks_of
from brochure.pdf.strokes import Point, rounded, trace
from brochure.words import Text
from brochure.words import brochure as title
from brochure.words import press as say
from brochure.words.page import formats, furniture

PEN: Final = "/All CS 1 SCN 0.100 w 0 J [] 0 d"
"""Every plate prints the marks, so that they show whether the plates lie on each other."""

FOLD_DASH: Final = "[0.7 0.5] 0 d"
"""What is folded is dashed, so that nobody cuts there."""

CROP_MM: Final = 5.0
FOLD_MM: Final = 3.0
GAP_MM: Final = 1.0
"""From the bleed to the marks."""

RING_MM: Final = 1.4
ARM_MM: Final = 2.6
PATCH_MM: Final = 4.0
WORDS_PT: Final = 6.5
LEAST_PT: Final = 5.0
LINE_MM: Final = 2.2
ASIDE_MM: Final = 12.0
"""How far words and inks keep away from the corners."""

PATCHES: Final[tuple[Inks, ...]] = (
    (1.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.5),
    GROUNDS[tokens.INK], *map(inks_of, (tokens.LAKE, tokens.GOLD, tokens.GRASS, tokens.SKY, tokens.PLUM, tokens.BRICK)),
)  # fmt: skip
"""The four inks, half black, then the ground and the colours of the book."""


def mark_sheets(order: Order) -> None:
    """Draw the marks round every page of a book that is complete."""
    sheets = order.book.sheets
    for number, sheet in enumerate(sheets, 1):
        around = Ink(sheet.setter)
        _draw_marks(around, sheet, order.profile)
        _draw_patches(around, sheet, order.profile)
        _write_page(around, order, number, len(sheets))
        sheet.around = around


def _size(sheet: Sheet, profile: Profile) -> tuple[float, float]:
    """Return width and height of the trimmed page."""
    cut = profile.head_cut_mm + profile.foot_cut_mm
    return sheet.width_mm * profile.scale, sheet.height_mm * profile.scale - cut


def _draw_marks(ink: Ink, sheet: Sheet, profile: Profile) -> None:
    width, height = _size(sheet, profile)
    edge, far = profile.edge_mm, profile.bleed_mm + GAP_MM
    right, foot = edge + width, edge + height
    runs: list[tuple[Point, Point]] = []
    for x, outward in ((edge, -1), (right, 1)):
        for y, away in ((edge, -1), (foot, 1)):
            runs.append(((x + outward * far, y), (x + outward * (far + CROP_MM), y)))
            runs.append(((x, y + away * far), (x, y + away * (far + CROP_MM))))
    folds: list[tuple[Point, Point]] = []
    for x in (edge + fold for fold in sheet.folds):
        folds += [((x, edge - far), (x, edge - far - FOLD_MM)), ((x, foot + far), (x, foot + far + FOLD_MM))]
    rings: list[str] = []
    out = profile.bleed_mm + profile.slug_mm / 2
    middle, centre = edge + width / 2, edge + height / 2
    for x, y in ((middle, edge - out), (middle, foot + out), (edge - out, centre), (right + out, centre)):
        runs.append(((x - ARM_MM, y), (x + ARM_MM, y)))
        runs.append(((x, y - ARM_MM), (x, y + ARM_MM)))
        rings.append(rounded(x - RING_MM, y - RING_MM, 2 * RING_MM, 2 * RING_MM, RING_MM))
    ink.ops.append(f"{PEN} {_traced(runs)} {' '.join(rings)} S")
    if folds:
        ink.ops.append(f"{FOLD_DASH} {_traced(folds)} S [] 0 d")


def _traced(runs: Iterable[tuple[Point, Point]]) -> str:
    return " ".join(trace(run, closed=False) for run in runs)


def _draw_patches(ink: Ink, sheet: Sheet, profile: Profile) -> None:
    """Draw the strip of inks under the foot, on the right."""
    width, height = _size(sheet, profile)
    x = profile.edge_mm + width - ASIDE_MM - PATCH_MM * len(PATCHES)
    y = profile.edge_mm + height + profile.bleed_mm + (profile.slug_mm - PATCH_MM) / 2
    for inks in PATCHES:
        colour = " ".join(f"{part:g}" for part in inks)
        ink.ops.append(f"{colour} k {x:.3f} {y:.3f} {PATCH_MM:.3f} {PATCH_MM:.3f} re f")
        x += PATCH_MM


def _write_page(ink: Ink, order: Order, number: int, count: int) -> None:
    """Write over the head what a loose sheet must say of itself: left what it is, right which page and how."""
    profile, lang = order.profile, order.recipe.editions()[0]
    version = furniture.VERSION.fill(order.library.content_version)
    trimmed = f"{profile.width_mm:g} × {profile.height_mm:g} mm + {profile.bleed_mm:g} mm"
    size = say.INKS.fill(say.INK_CONDITION, trimmed)
    joint = "　" if lang == "zh" else "  ·  "
    what = _named(order).to(lang)
    which = joint.join(part.to(lang) for part in (_which(profile, number, count), version, size))
    left, right = profile.edge_mm + ASIDE_MM, profile.edge_mm + profile.width_mm - ASIDE_MM
    room = (profile.width_mm / 2 - ASIDE_MM - 2 * ARM_MM) * MM
    y = profile.slug_mm / 2 + 0.8
    style = Style(ink.setter.fit_size(what, room, WORDS_PT, LEAST_PT), LINE_MM, 400, tokens.INK, "left")
    lines = ink.setter.lay(what, room, style)  # the name of a reader may be long
    for place, line in enumerate(lines):
        ink.put_line(line, left, y + (place - (len(lines) - 1) / 2) * LINE_MM, style)
    ink.text(right, y, which, ink.setter.fit_size(which, room, WORDS_PT, LEAST_PT), 400, tokens.INK, "end")


def _named(order: Order) -> Text:
    """Return what the sheet is: the brochure, or the smaller format by its own name."""
    reader = order.recipe.reader
    if order.profile.composition == "book":
        return title.TITLE_FOR.fill(reader) if reader else title.TITLE
    format_title = formats.PARK_TITLE.fill(formats.NAME[order.profile.composition])
    return formats.TITLE_FOR.fill(format_title, reader) if reader else format_title


def _which(profile: Profile, number: int, count: int) -> Text:
    """Return which page this is; a trifold has two sides."""
    if profile.composition == "trifold":
        return formats.INSIDE if number % 2 == 0 else formats.OUTSIDE
    return say.PAGE.fill(number, count)
