"""The trifold's outside: flap with eight figures, back with contact and sources, cover; and both pages as one file.

Panels are 100, 100 and 97 mm: the one that folds in is narrower, so it lies on the left outside and on the right
inside. The A4 height scale is made smaller by the same share on both pages, so that one golden line runs through.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from brochure import tokens
from brochure.charts.fan import build_fan
from brochure.model.kinds import Figure
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.formats import trifold_inside
from brochure.pdf.formats.contact import reach_of, write_code
from brochure.pdf.formats.content import figures_of
from brochure.pdf.formats.fold import FLAP_W, GOLD_Y, INSET, PANEL_W, SHARE, TALL, WIDE, draw_fold_marks, draw_gold
from brochure.pdf.formats.leaf import (
    BEYOND,
    Leaf,
    cut_links,
    fill_ground,
    head_language,
    title_book,
    write_entries,
)
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.order import Order
from brochure.pdf.sections.cover import park_altitude
from brochure.pdf.sections.entries import Entry, entries_of
from brochure.pdf.sections.figures import dated
from brochure.words.numbers import say_large
from brochure.words.page import formats as say
from brochure.words.page import front, furniture
from brochure.words.sentence import begun

FAINT: Final = "#9FB2BC"
NOTE: Final = theme.NOTE_LEFT._replace(leading_mm=3.7)
EYEBROW_Y, TITLE_Y, RULE_Y = 15.4, 25.0, 33.8
LAST_Y = 202.0
LIST_Y: Final = GOLD_Y + 12.4
LIST_LEADINGS: Final = (3.7, 3.5, 3.3)
"""How close the lines of the list of sources may stand, so that it stays in one place."""
READER_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.5)


class Panel(NamedTuple):
    """One of the three parts of a page: where its text may stand."""

    left: float
    width: float


FLAP: Final = Panel(INSET, FLAP_W - 2 * INSET)
BACK: Final = Panel(FLAP_W + INSET, PANEL_W - 2 * INSET)
COVER: Final = Panel(FLAP_W + PANEL_W + INSET, PANEL_W - 2 * INSET)


def write(order: Order) -> None:
    """Write outside and inside, in one language after the other."""
    languages = order.recipe.editions()
    title_book(order, languages[0], say.PARK_TITLE.fill(say.NAME["trifold"]))
    for turn, lang in enumerate(languages):
        order.stop_if_cancelled()
        first = len(order.book.sheets)
        leaf = Leaf(order.edition(lang), "trifold", say.NAME["trifold"])
        outside = leaf.page(leaf.say(say.OUTSIDE))
        inside = leaf.page(leaf.say(say.INSIDE))
        trifold_inside.write(leaf, inside)
        _write_outside(leaf, outside)  # last: its back resolves what the inside cites
        for sheet, folds in ((outside, (FLAP_W, FLAP_W + PANEL_W)), (inside, (PANEL_W, 2 * PANEL_W))):
            draw_fold_marks(sheet, order.profile, folds)
        head_language(order, first, lang)
        order.tell((turn + 1) / (len(languages) + 1))
    cut_links(order)


def _write_outside(leaf: Leaf, sheet: Sheet) -> None:
    fill_ground(sheet, 0, 0, FLAP_W, TALL, tokens.SNOW)
    fill_ground(sheet, FLAP_W + PANEL_W, 0, PANEL_W, TALL, tokens.INK)
    _draw_cover(leaf, sheet)
    _write_back(leaf, sheet, _write_flap(leaf, sheet))
    draw_gold(sheet)


# cover


def _draw_cover(leaf: Leaf, sheet: Sheet) -> None:
    profile = leaf.library.profile
    left = FLAP_W + PANEL_W
    if profile:
        reach = BEYOND / SHARE
        fan = build_fan(
            profile, width_mm=(PANEL_W + BEYOND) / SHARE, height_mm=theme.PAGE_H, lines=38, most=6.0, band=False,
            true_line=False, clip=(0.0, -reach, (PANEL_W + BEYOND) / SHARE, theme.PAGE_H + 2 * reach),
        )  # fmt: skip
        with sheet.clip(left, -BEYOND, PANEL_W + BEYOND, TALL + 2 * BEYOND):
            sheet.draw(fan, left, 0.0, SHARE)
    x, width = COVER
    first, second = front.COVER_NAME
    if leaf.lang == "zh":
        sheet.text(x, 16.0, furniture.ZONE.zh, 9.5, 500, tokens.WHITE)
        sheet.text(x - 0.3, 33.0, first.zh, 35, 700, tokens.WHITE)
        sheet.text(x - 0.3, 47.6, second.zh, 35, 700, tokens.WHITE)
        sheet.text(x, 56.0, furniture.PARK.en, 10.5, 500, tokens.WHITE)
    else:
        size = leaf.setter.fit_size(furniture.ZONE.en, width * MM, 9.5, 7.5, 500)
        sheet.text(x, 16.0, furniture.ZONE.en, size, 500, tokens.WHITE)
        y = 30.0
        size = min(leaf.setter.fit_size(line.en, width * MM, 27, 16, 700) for line in (first, second))
        sheet.text(x - 0.2, y, first.en, size, 700, tokens.WHITE)
        sheet.text(x - 0.2, y + size * 0.43, second.en, size, 700, tokens.WHITE)
        sheet.text(x, y + size * 0.43 + 8.4, f"{furniture.ZONE.zh}{first.zh}{second.zh}", 9.5, 500, tokens.WHITE)
    sheet.text(x, GOLD_Y - 2.4, park_altitude(leaf), 8.5, 500, tokens.GOLD_BRIGHT)
    kind = f"{leaf.say(say.NAME['trifold'])}{leaf.gap}{leaf.cover_date}"
    sheet.text(x + width, 190.2, kind, 8.5, 400, tokens.WHITE, "end")
    sheet.text(x + width, 195.4, leaf.dated, 7.5, 400, FAINT, "end")
    if leaf.recipe.reader is None:
        return
    words = leaf.say(furniture.FOR.fill(leaf.recipe.reader))

    def write_reader(draft: Sheet, size: float) -> float:
        style = Style(size, size * 0.53, 500, tokens.WHITE, "right")
        lines = leaf.setter.lay(words, width * MM, style)
        top = 183.4 - (len(lines) - 1) * style.leading_mm
        for place, line in enumerate(lines):
            draft.put_line(line, x, top + place * style.leading_mm, style)
        return GOLD_Y + 10.0 - top  # grows upwards: it ends when it meets the golden line

    leaf.settle(sheet, say.READER_BLOCK, READER_SIZES, 0.0, write_reader)


# flap


def _write_flap(leaf: Leaf, sheet: Sheet) -> float:
    """Write the figures in pairs, one pair a row, the last row below the golden line; return where room begins."""
    x, width = FLAP
    sheet.text(x, EYEBROW_Y, leaf.say(furniture.SECTION["figures"]), 8.5, 500, tokens.LAKE)
    sheet.text(x, TITLE_Y, leaf.say(say.FLAP_TITLE), 20, 700)
    sheet.line(x, RULE_Y, x + width, RULE_Y, tokens.INK, theme.RULE)
    rows = [shown for _, shown in figures_of(leaf.library)]
    end = RULE_Y
    step = (GOLD_Y - RULE_Y) / 3
    for row, shown in enumerate(rows):
        top = RULE_Y + row * step
        if row in (1, 2):
            sheet.line(x, top, x + width, top, tokens.RULE_PRINT, theme.HAIRLINE)

        def write_row(draft: Sheet, size: float, top: float = top, shown: tuple[Figure, ...] = shown) -> float:
            half = (width + 4.0) / 2
            return max(
                _write_figure(leaf, draft, figure, x + place * half, top, half - 4.0, size)
                for place, figure in enumerate(shown)
            )

        end = leaf.settle(sheet, say.FIGURES_BLOCK, (8.5, 8.0, 7.5), top + step - 1.0, write_row)
    return end + 7.0


def _write_figure(leaf: Leaf, sheet: Sheet, figure: Figure, x: float, top: float, width: float, size: float) -> float:
    before, value, unit = say_large(figure, leaf.lang)
    small_mm = sum(leaf.setter.measure(words, 8.5) / MM + 1.0 for words in (before, unit) if words)
    big = leaf.setter.fit_size(value, (width - small_mm) * MM, 26, 14, 500)
    left = x + sheet.text(x, top + 12.6, before, 8.5) + 1.0 if before else x
    wide = sheet.text(left, top + 12.6, value, big, 500, tokens.INK, tracking_em=-0.02)
    if unit:
        sheet.text(left + wide + 1.0, top + 12.6, unit, 8.5)
    name = leaf.say(figure.name)
    label = theme.LABEL._replace(size_pt=size, leading_mm=size * 0.47)
    words = name if leaf.lang == "zh" else begun(name)
    y = sheet.paragraph(x, top + 17.6, width, words, label).bottom
    return sheet.paragraph(x, y, width, dated(leaf, figure), NOTE).bottom - NOTE.leading_mm


# back


def _write_back(leaf: Leaf, sheet: Sheet, flap_y: float) -> None:
    """Write the number and the code above the line, and below it what all marks of both pages stand for."""
    x, width = BACK
    sheet.text(x, EYEBROW_Y, leaf.say(say.CONTACT), 8.5, 500, tokens.LAKE)
    sheet.text(x, TITLE_Y, leaf.say(say.BACK_TITLE), 20, 700)

    def write_contact(draft: Sheet, size: float) -> float:
        style = theme.LETTER._replace(size_pt=size, leading_mm=size * 0.6)
        hotline, office = reach_of(leaf.library)
        y = 37.0
        if hotline is not None and hotline.number:
            draft.text(x, y + 9.0, hotline.number, 34, 500, tokens.INK, tracking_em=-0.01)
            words = leaf.noted(leaf.say(say.NUMBER_NOTE.fill(hotline.name)), hotline)
            y = draft.paragraph(x, y + 14.4, width, words, NOTE).bottom + 5.0
        for record in leaf.library.records("contacts"):
            text = record.note if record.id == "contact-task-force" else getattr(record, "hours", None)
            if text is not None:
                words = leaf.cited(leaf.say(text).rstrip("。."), record)
                y = draft.paragraph(x, y, width, (*words, Run("。" if leaf.lang == "zh" else ".")), style).bottom
        if office is not None:
            y = draft.paragraph(x, y, width, leaf.cited(leaf.say(office.address), office), style).bottom
        if leaf.officer:
            person = (Run(leaf.say(say.PERSON.fill(leaf.officer)), 500),)
            return draft.paragraph(x, y, width, person, style).bottom - style.leading_mm
        draw_chip(draft, x, y, "unverified", leaf.lang, say.PERSON_OPEN)
        return y

    leaf.settle(sheet, say.CONTACT_BLOCK, (9.5, 9.0, 8.5, 8.0, 7.5), 94.0, write_contact)
    write_code(leaf, sheet, x - 1.5, 98.5, 34.0, leaf.say(furniture.PARK), width=width)
    listed = entries_of(leaf)
    sheet.text(x, GOLD_Y + 7.4, leaf.say(furniture.SECTION["sources"]), 10, 700)
    close = next(
        (mm for mm in LIST_LEADINGS if _all_fit(leaf, listed, NOTE._replace(leading_mm=mm))), LIST_LEADINGS[-1]
    )
    _, rest = write_entries(leaf, sheet, x, LIST_Y, width, NOTE._replace(leading_mm=close), listed, LAST_Y)
    draft = Sheet(leaf.setter, WIDE, TALL)
    y = draft.paragraph(FLAP.left, 0.0, FLAP.width, leaf.say(say.MARKS_NOTE), NOTE).bottom
    if rest:  # the flap has room below its last figures
        y, _ = write_entries(leaf, draft, FLAP.left, y + 1.0, FLAP.width, NOTE, rest, TALL)
    top = LAST_Y - (y - NOTE.leading_mm)
    if top < flap_y:
        leaf.refuse(say.SOURCES_BLOCK)
    sheet.lay(draft, 0.0, max(top, flap_y))


def _all_fit(leaf: Leaf, listed: Sequence[Entry], style: Style) -> bool:
    """Tell whether every source finds room on the back; the sentence on inferred dates may stand on the flap."""
    marked = [entry for entry in listed if entry.mark is not None]
    scrap = Sheet(leaf.setter, WIDE, TALL)
    return not write_entries(leaf, scrap, BACK.left, LIST_Y, BACK.width, style, marked, LAST_Y)[1]
