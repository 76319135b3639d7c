"""The map as one sheet of A3 for the wall and the meeting table: composed for paper, not a picture of the screen.

Left the map of the park at 1:40,000, right what it rests on: where the park lies, how far things are, what the signs
mean, how sure the positions are, and who says so. Every block knows its frame, so a test can see that none crosses.
"""

import io
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import msgspec

from brochure import tokens
from brochure.charts.profile import build_profile, gate_point
from brochure.maps.layers import credits_for
from brochure.maps.legend import (
    build_legend,
    build_north,
    build_scale_bar,
)
from brochure.maps.locator import build_locator, valley_view
from brochure.maps.outline import Frame
from brochure.maps.plan import build_plan, unnamed
from brochure.maps.projection import View
from brochure.maps.review import is_draft, review_line
from brochure.maps.sureness import SHEET_WORDS, build_precision, precisions_of, signs_of
from brochure.model.geometry import Feature
from brochure.model.kinds import Place
from brochure.pdf.book import Book, Sheet
from brochure.pdf.choice import choose
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Typesetter
from brochure.pdf.map_distances import nearest_places, write_distances
from brochure.pdf.map_views import name_views
from brochure.pdf.recipe import Recipe
from brochure.pdf.sections.entries import entries_of
from brochure.pdf.theme import MAP_NOTE, MAP_SMALL
from brochure.store.library import Library
from brochure.words import Lang, Text
from brochure.words import brochure as book_say
from brochure.words import maps as map_say
from brochure.words import takeaway as say
from brochure.words.dates import say_date
from brochure.words.page import furniture
from brochure.words.sentence import begun

A3: Final = (420.0, 297.0)
MARGIN: Final = 12.0
MAP_W: Final = 204.0
MAP_H: Final = A3[1] - 2 * MARGIN
MM_PER_KM: Final = 25.0
RATIO: Final = round(1_000_000 / MM_PER_KM)
VIEW: Final = View(
    width_mm=MAP_W, height_mm=MAP_H, lat=36.6653, lon=101.7456, x_mm=110.0, y_mm=227.5, mm_per_km=MM_PER_KM
)
"""The south gate low in the middle, everything up to the head of the north area."""
LEFT: Final = MARGIN + MAP_W + 10.0
RIGHT: Final = A3[0] - MARGIN
WIDE: Final = RIGHT - LEFT
VALLEY_W: Final = 122.0
BETWEEN: Final = 3.6
"""White between the blocks below each other."""
SIDE: Final = LEFT + VALLEY_W + 8.0
"""Where the narrow column beside the valley begins."""
FURNITURE: Final[Frame] = (4.0, 4.0, 66.0, 27.0)
"""Scale bar and north arrow, on the map itself; no name may stand there."""


class MapSheet(msgspec.Struct, frozen=True):
    """A sheet that was set: the book to save, and the frame ``(left, top, right, bottom)`` of each block on it."""

    book: Book
    out: io.BytesIO
    boxes: Mapping[str, Frame]
    unnamed: tuple[str, ...]
    """Ids of great names, of rank below 40, that found no room."""


def compose_sheet(
    library: Library,
    features: Sequence[Feature],
    recipe: Recipe,
    setter: Typesetter,
    settings: Mapping[str, str],
    left_out: Collection[str] = (),
    selected: str | None = None,
) -> MapSheet:
    """Set the sheet in the language of the recipe.

    Args:
        library: The content: places, profile, sources.
        features: What may be drawn.
        recipe: Gives the language and the day in the document information.
        setter: The fonts.
        settings: Review number, maker and date of the map, where the office has set them.
        left_out: Ids of records the guard holds back.
        selected: Id of the feature the map is about.
    """
    lang: Lang = "en" if recipe.lang == "en" else "zh"
    out = io.BytesIO()
    book = Book(
        out,
        setter,
        lang="zh-CN" if lang == "zh" else "en",
        title=say.TITLE.to(lang),
        author=book_say.AUTHOR.to(lang),
        subject=say.SUBJECT.to(lang),
        creator=book_say.CREATOR.to(lang),
        made_on=recipe.on,
    )
    sheet = book.sheet(*A3)
    page = _Page(Edition(book, library, recipe, choose(library, recipe), lang), sheet, features, settings, selected)
    page.write([place for place in nearest_places(library) if place.id not in left_out])
    return MapSheet(book, out, page.boxes, page.unnamed)


class _Page:
    """The sheet while it is being set."""

    def __init__(
        self,
        edition: Edition,
        sheet: Sheet,
        features: Sequence[Feature],
        settings: Mapping[str, str],
        selected: str | None,
    ) -> None:
        self.edition = edition
        self.lang: Lang = edition.lang
        self.sheet = sheet
        self.features = tuple(features)
        self.settings = settings
        self.selected = selected
        self.boxes: dict[str, Frame] = {}
        self.unnamed: tuple[str, ...] = ()

    def say(self, text: Text) -> str:
        return text.to(self.lang)

    def write(self, places: Sequence[Place]) -> None:
        self.sheet.rect(0, 0, *A3, fill=tokens.WHITE)
        self.map()
        y = self.title(MARGIN) + 5.0
        y = max(self.valley(y), self.notes(self.precision(y) + 5.0))
        y = self.distances(places, y + BETWEEN)
        y = self.legend(y + BETWEEN)
        self.sources(y + BETWEEN)

    # blocks

    def map(self) -> None:
        sheet = self.sheet
        plan = build_plan(self.features, VIEW, lang=self.lang, selected=self.selected, keep_free=(FURNITURE,))
        self.unnamed = unnamed(self.features, plan, VIEW, self.lang)
        sheet.draw(plan, MARGIN, MARGIN)
        sheet.rect(MARGIN, MARGIN, MAP_W, MAP_H, stroke=tokens.RULE_PRINT, width_mm=0.3)
        x, y = MARGIN + FURNITURE[0], MARGIN + FURNITURE[1]
        north = build_north(lang=self.lang)
        sheet.draw(north, x + 1.0, y + 1.0)
        bar = build_scale_bar(MM_PER_KM, lang=self.lang)
        sheet.draw(bar, x + 12.0, y + 1.6)
        ratio = f"{RATIO:,}" if self.lang == "en" else str(RATIO)
        sheet.text(x + 13.5, y + 13.4, self.say(say.RATIO.fill(ratio)), 7.5, 400, tokens.INK)
        sheet.text(x + 1.0, y + 20.4, self.say(map_say.SKETCH_SHORT), 9, 700, tokens.INK)
        self.boxes["map"] = (MARGIN, MARGIN, MARGIN + MAP_W, MARGIN + MAP_H)
        name_views(sheet, self.edition, self.features, VIEW, MARGIN)

    def title(self, top: float) -> float:
        sheet = self.sheet
        sheet.text(LEFT, top + 3.6, self.say(say.SHEET), 9.5, 500, tokens.LAKE)
        if is_draft(self.settings):
            words = self.say(say.DRAFT)
            style = Style(8, 4.5, 700, tokens.BRICK, "left")
            wide = self.edition.setter.line(words, style).width_pt / MM + 6.0
            sheet.rect(RIGHT - wide, top + 0.2, wide, 6.0, stroke=tokens.BRICK, width_mm=0.35, radius=1.0)
            sheet.text(RIGHT - wide / 2, top + 4.25, words, 8, 700, tokens.BRICK, "middle")
        big = (furniture.PARK_FULL if self.lang == "zh" else furniture.PARK).to(self.lang)
        sheet.text(LEFT, top + 14.6, big, self.edition.setter.fit_size(big, WIDE * MM, 24, 16, 700), 700)
        y = top + 20.8
        small = [furniture.PARK_FULL.en] if self.lang == "zh" else [furniture.PARK_FULL.en, furniture.PARK_FULL.zh]
        for line in small:
            size = self.edition.setter.fit_size(line, WIDE * MM, 11, 8, 500)
            sheet.text(LEFT, y, line, size, 500, tokens.SLATE)
            y += 5.2
        y -= 5.2
        self.boxes["title"] = (LEFT, top, RIGHT, y + 1.2)
        sheet.rect(LEFT, y + 3.4, WIDE, 0.5, fill=tokens.GOLD)
        return y + 3.9

    def valley(self, top: float) -> float:
        """Draw the valley, and below it the ground along the G6 under the same longitudes."""
        sheet, tall = self.sheet, 57.0
        y = self.head(say.VALLEY, top)
        view = valley_view(VALLEY_W, tall)
        sheet.draw(build_locator(self.features, view, lang=self.lang, other=VIEW), LEFT, y)
        sheet.rect(LEFT, y, VALLEY_W, tall, stroke=tokens.RULE_PRINT, width_mm=0.2, radius=2.0)
        self.boxes["locator"] = (LEFT, top, LEFT + VALLEY_W, y + tall)
        profile = self.edition.library.profile
        if not profile:
            return y + tall
        high, low, deep = 2500, 2080, 31.0
        top = y + tall + 1.5
        section = build_profile(
            profile, width_mm=VALLEY_W, height_mm=deep, lang=self.lang, low_m=low, high_m=high, west_left=True,
            by_longitude=True, lon_range=view.lon_range, axis=False, names=False, band_full_width=False,
        )  # fmt: skip
        sheet.draw(section, LEFT, top)
        x, gate = gate_point(section)
        sheet.line(LEFT + x, y + tall, LEFT + x, top + gate - 1.4, tokens.SLATE, 0.2, (0.9, 0.7))
        times = round(deep / ((high - low) / 1000 * view.mm_per_km))
        ends = tuple(f"{side:,}" if self.lang == "en" else str(side) for side in tokens.PARK_ALTITUDE_M)
        note = self.edition.noted(self.say(say.PROFILE_NOTE.fill(times, *ends)), "open-srtm")
        end = sheet.paragraph(LEFT, top + deep + 4.2, VALLEY_W, note, MAP_NOTE).bottom - MAP_NOTE.leading_mm + 1.2
        self.boxes["profile"] = (LEFT, top, LEFT + VALLEY_W, end)
        return end

    def precision(self, top: float) -> float:
        """Explain beside the valley how sure the positions are."""
        y = self.head(say.PRECISION, top, SIDE)
        known = build_precision(precisions_of(self.features), lang=self.lang, width_mm=RIGHT - SIDE)
        self.sheet.draw(known, SIDE, y)
        self.boxes["precision"] = (SIDE, top, RIGHT, y + known.height_mm)
        return y + known.height_mm

    def notes(self, top: float) -> float:
        """Write what the map is and is not, whom it owes, and its review number."""
        sheet, wide = self.sheet, RIGHT - SIDE
        y = self.head(say.NOTES, top, SIDE) + 1.6
        number = (Run(review_line(self.settings).to(self.lang), 700),)
        y = sheet.paragraph(SIDE, y, wide, number, MAP_SMALL).bottom + 1.0
        for words in self.caveats():
            y = sheet.paragraph(SIDE, y, wide, words, MAP_SMALL).bottom + 1.0
        end = y - MAP_SMALL.leading_mm + 0.4
        self.boxes["notes"] = (SIDE, top, RIGHT, end)
        return end

    def caveats(self) -> list[str]:
        """Return the sentences beside the map: no evidence, relief, credits, age."""
        library = self.edition.library
        zh = self.lang == "zh"
        credit = ("；" if zh else "; ").join(self.say(text) for text in credits_for(self.features))
        dated = [
            furniture.DATA_TO.fill(say_date(library.content_date)),
            furniture.VERSION.fill(library.content_version),
        ]
        found = [
            f"{self.say(map_say.SKETCH_NOTE)}{'' if zh else ' '}{self.say(map_say.RELIEF_NOTE)}",
            f"{begun(credit)}{'。' if zh else '.'}" if credit else "",
            ("　" if zh else " · ").join(map(self.say, dated)),
        ]
        return [words for words in found if words]

    def distances(self, places: Sequence[Place], top: float) -> float:
        end = write_distances(self.sheet, self.edition, places, self.head(say.DISTANCES, top), LEFT, RIGHT)
        self.boxes["distances"] = (LEFT, top, RIGHT, end)
        return end

    def legend(self, top: float) -> float:
        sheet = self.sheet
        y = self.head(say.LEGEND, top)
        legend = build_legend(
            lang=self.lang, width_mm=WIDE, columns=4, entries=signs_of(self.features), words=SHEET_WORDS
        )
        sheet.draw(legend, LEFT, y - 1.6)
        y += legend.height_mm - 1.6
        self.boxes["legend"] = (LEFT, top, RIGHT, y)
        return y

    def sources(self, top: float) -> None:
        """List what the marks stand for; whatever is drawn counts as cited."""
        sheet, edition = self.sheet, self.edition
        edition.marks([source for feature in self.features for source in feature.sources])
        y = self.head(say.SOURCES, top) + 1.6
        for entry in entries_of(edition):
            indent = 5.6 if entry.mark is not None else 0.0
            if entry.mark is not None:
                sheet.bookmark(f"{edition.source_key}{entry.mark}", y - 4)
                sheet.text(LEFT, y, edition.sign(entry.mark), 7.5, 500, tokens.LAKE)
            y = sheet.paragraph(LEFT + indent, y, WIDE - indent, entry.words[:1], MAP_SMALL).bottom
        self.boxes["sources"] = (LEFT, top, RIGHT, y - MAP_SMALL.leading_mm + 1.2)

    def head(self, words: Text, top: float, x: float = LEFT) -> float:
        """Write a small heading and return the height at which its block begins."""
        self.sheet.text(x, top + 3.2, self.say(words), 10, 700)
        return top + 5.6
