"""The slides: cover, figures, then section by section what was asked, and at the end the contact and the sources."""

from collections.abc import Callable
from typing import Final

from brochure import tokens
from brochure.charts.fan import build_fan
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.formats import slides_answers, slides_growth, slides_lists, slides_place
from brochure.pdf.formats.contact import code_of, reach_of
from brochure.pdf.formats.content import counts_large_only, figures_of
from brochure.pdf.formats.deck import (
    BODY,
    FAINT,
    GOLD,
    GOLD_Y,
    LAST_Y,
    LEAST_PT,
    LEFT,
    NOTE,
    RIGHT,
    TALL,
    TEXT,
    TEXT_W,
    WIDE,
    Deck,
    bright,
    rule,
)
from brochure.pdf.formats.leaf import head_language, title_book
from brochure.pdf.formats.slides_reasons import write_reasons
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style
from brochure.pdf.order import Order
from brochure.pdf.qr import draw_code
from brochure.pdf.recipe import Section
from brochure.pdf.sections.cover import park_altitude
from brochure.pdf.sections.entries import Entry, entries_of
from brochure.pdf.sections.figures import dated
from brochure.words.numbers import say_large
from brochure.words.page import back, front, furniture
from brochure.words.page import formats as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

FAN_SHARE: Final = GOLD_Y / theme.GOLD_Y
QUESTION_X, FIGURE_X = LEFT, (96.0, 212.0)
FIGURE_W: Final = 98.0
CODE_MM: Final = 74.0
LIST_END: Final = LAST_Y + 4.0


def write(order: Order) -> None:
    """Write the slides of each language, one after the other."""
    languages, sections = order.recipe.editions(), order.choice.sections
    title_book(order, languages[0], say.PARK_TITLE.fill(say.NAME["screen"]))
    for turn, lang in enumerate(languages):
        first = len(order.book.sheets)
        deck = Deck(order.edition(lang))
        for done, section in enumerate(sections):
            order.stop_if_cancelled()
            WRITERS[section](deck)
            order.tell((turn * len(sections) + done + 1) / (len(languages) * len(sections) + 1))
        head_language(order, first, lang)


def _write_front(deck: Deck) -> None:
    _write_cover(deck)
    write_reasons(deck)


def _write_cover(deck: Deck) -> None:
    sheet = deck.slide("cover", tokens.INK, bare=True)
    if deck.library.profile:
        fan = build_fan(
            deck.library.profile, width_mm=WIDE / FAN_SHARE, height_mm=TALL / FAN_SHARE, lines=46, most=9.0, band=False
        )
        with sheet.clip(0, 0, WIDE, TALL):
            sheet.draw(fan, 0, 0, FAN_SHARE)
    sheet.rect(0, GOLD_Y - 0.5, WIDE, 1.0, fill=GOLD)
    first, second = front.COVER_NAME
    if deck.lang == "zh":
        sheet.text(LEFT, 27.0, furniture.ZONE.zh, 18, 500, TEXT)
        sheet.text(LEFT - 0.8, 58.0, first.zh, 72, 700, tokens.WHITE)
        sheet.text(LEFT - 0.8, 87.4, second.zh, 72, 700, tokens.WHITE)
        sheet.text(LEFT, 103.0, furniture.PARK.en, 18, 500, TEXT)
    else:
        sheet.text(LEFT, 27.0, furniture.ZONE.en, 16, 500, TEXT)
        sheet.text(LEFT - 0.6, 55.0, first.en, 54, 700, tokens.WHITE)
        sheet.text(LEFT - 0.6, 78.0, second.en, 54, 700, tokens.WHITE)
        sheet.text(LEFT, 94.0, f"{furniture.ZONE.zh}{first.zh}{second.zh}", 18, 500, TEXT)
    sheet.text(LEFT, GOLD_Y - 3.4, park_altitude(deck), 14, 500, GOLD)
    sheet.text(RIGHT, 172.0, f"{deck.cover_date}{deck.gap}{deck.dated}", 14, 400, FAINT, "end")
    if deck.recipe.reader is None:
        return
    words, width = deck.say(furniture.FOR.fill(deck.recipe.reader)), 170.0

    def write_reader(draft: Sheet, size: float) -> float:
        style = Style(size, size * 0.5, 500, TEXT, "right")
        lines = deck.setter.lay(words, width * MM, style)
        top = 161.0 - (len(lines) - 1) * style.leading_mm
        for place, line in enumerate(lines):
            draft.put_line(line, RIGHT - width, top + place * style.leading_mm, style)
        return GOLD_Y + 8.0 - top

    deck.settle(sheet, say.READER_BLOCK, (24, 20, 18, 16, 14), 0.0, write_reader)


def _write_figures(deck: Deck) -> None:
    """Write two questions a slide, two figures each."""
    rows = figures_of(deck.library)
    count = say_count(sum(len(shown) for _, shown in rows))
    for start in range(0, len(rows), 2):
        sheet = deck.slide("figures")
        title = deck.say(say.FIGURES_TITLE).replace("{}", deck.say(count))
        top = deck.head(sheet, "figures", deck.counted(title, start // 2 + 1, (len(rows) + 1) // 2))
        step = (LAST_Y - top) / 2
        for place, (topic, shown) in enumerate(rows[start : start + 2]):
            y = top + place * step
            rule(sheet, y, strong=not place)
            name, question = front.QUESTIONS[topic]
            sheet.text(QUESTION_X, y + 13.0, deck.say(name), 22, 700, TEXT)
            sheet.paragraph(QUESTION_X, y + 22.0, 60.0, deck.say(question), NOTE)
            for x, figure in zip(FIGURE_X, shown, strict=False):

                def write_figure(draft: Sheet, size: float, x: float = x, y: float = y, figure=figure) -> float:  # type: ignore[no-untyped-def]
                    before, value, unit = say_large(figure, deck.lang)
                    small = sum(deck.setter.measure(words, 18) + 2 * MM for words in (before, unit) if words)
                    big = deck.setter.fit_size(value, FIGURE_W * MM - small, 60, 24, 500)
                    left = x + draft.text(x, y + 23.0, before, 18, 400, TEXT) + 2.0 if before else x
                    wide = draft.text(left, y + 23.0, value, big, 500, tokens.WHITE, tracking_em=-0.02)
                    if unit:
                        draft.text(left + wide + 2.0, y + 23.0, unit, 18, 400, TEXT)
                    label = BODY._replace(size_pt=size, leading_mm=size * 0.46, weight=500)
                    words = deck.say(figure.name)
                    words = words if deck.lang == "zh" else begun(words)
                    end = draft.paragraph(x, y + 33.0, FIGURE_W, words, label).bottom
                    return draft.paragraph(x, end, FIGURE_W, bright(dated(deck, figure)), NOTE).bottom - 5.0

                deck.settle(sheet, say.FIGURES_BLOCK, (18, 16, 14), y + step - 1.0, write_figure)
        if any(counts_large_only(figure) for _, shown in rows[start : start + 2] for figure in shown):
            sheet.text(LEFT, LAST_Y + 4.4, deck.say(say.THRESHOLD), LEAST_PT, 400, FAINT)


def _write_end(deck: Deck) -> None:
    """Write what the marks stand for, on as many slides as the list needs, and on the last one whom to call."""
    hotline, office = reach_of(deck.library)
    deck.marks(*(record for record in (hotline, office) if record is not None))
    _write_list(deck, list(entries_of(deck)))
    _write_contact(deck)


def _write_contact(deck: Deck) -> None:
    """Write the number with the code, who answers, and the next steps."""
    sheet = deck.slide("sources")
    top = deck.head(sheet, "sources", deck.say(say.BACK_TITLE), width=TEXT_W - CODE_MM - 20, eyebrow=say.CONTACT)
    hotline, office = reach_of(deck.library)
    y, width = top + 18.0, TEXT_W - CODE_MM - 20
    if hotline is not None and hotline.number:
        sheet.text(LEFT, y, hotline.number, 66, 500, tokens.WHITE, tracking_em=-0.01)
        words = deck.noted(deck.say(say.NUMBER_NOTE.fill(hotline.name)), hotline)
        y = sheet.paragraph(LEFT, y + 12.0, width, words, BODY._replace(size_pt=16, leading_mm=8.4)).bottom

    def write_rest(draft: Sheet, size: float) -> float:
        style = BODY._replace(size_pt=size, leading_mm=size * 0.52)
        end = y
        if office is not None:
            park = deck.say(furniture.PARK_FULL)
            words = deck.noted(f"{park}{deck.gap}{deck.say(office.address)}", office)
            end = draft.paragraph(LEFT, end, width, words, style).bottom
        if deck.officer:
            return draft.paragraph(LEFT, end, width, deck.say(say.PERSON.fill(deck.officer)), style).bottom
        deck.chip(draft, LEFT, end + 1.0, "unverified", say.PERSON_OPEN, 16)
        return end + 8.0

    deck.settle(sheet, say.CONTACT_BLOCK, (16, 15, 14), GOLD_Y - 4.0, write_rest)
    _write_steps(deck, sheet)
    x = RIGHT - CODE_MM
    draw_code(sheet, x, 26.0, CODE_MM, code_of(deck, deck.say(furniture.PARK)))
    sheet.text(x + CODE_MM / 2, 26.0 + CODE_MM + 8.0, deck.say(say.SCAN), 16, 700, TEXT, "middle")
    sheet.text(x + CODE_MM / 2, 26.0 + CODE_MM + 15.4, deck.say(say.SCAN_SHORT), 14, 400, FAINT, "middle")


def _write_steps(deck: Deck, sheet: Sheet) -> None:
    """Write the three next steps below the golden line."""
    sheet.rect(0, GOLD_Y - 0.25, WIDE, 0.5, fill=GOLD)
    step = (TEXT_W + 10.0) / len(back.STEPS)
    for place, (name, words) in enumerate(back.STEPS):
        x = LEFT + place * step
        sheet.text(x, GOLD_Y + 14.0, str(place + 1), 28, 700, GOLD)
        sheet.text(x + 10.0, GOLD_Y + 13.4, deck.say(name), 18, 700, TEXT)
        style = NOTE._replace(leading_mm=6.4)
        sheet.paragraph(x + 10.0, GOLD_Y + 21.4, step - 20.0, deck.say(words), style)


def _write_list(deck: Deck, listed: list[Entry]) -> None:
    """Write the list of sources, without the slides they are used on, and below it what they do not promise."""
    listed = [Entry(entry.mark, entry.words[:1]) for entry in listed]
    listed.append(Entry(None, (Run(deck.say(back.DISCLAIMER_WORDS), colour=FAINT),)))
    title = deck.say(back.SOURCES)
    top = deck.head(Sheet(deck.setter, WIDE, TALL), "sources", title)
    slides: list[list[Entry]] = [[]]
    y = top
    for entry in listed:
        end = _write_entry(deck, Sheet(deck.setter, WIDE, TALL), entry, y)
        if slides[-1] and end - NOTE.leading_mm - 2.0 > LIST_END + 0.01:
            slides.append([])
            end += top - y
        slides[-1].append(entry)
        y = end
    if len(slides) > 1 and len(slides[-1]) == 1:  # a slide with nothing but the disclaimer reads as a mistake
        slides[-1].insert(0, slides[-2].pop())
    for turn, entries in enumerate(slides, 1):
        sheet = deck.slide("sources")
        y = deck.head(sheet, "sources", deck.counted(title, turn, len(slides)))
        for entry in entries:
            y = _write_entry(deck, sheet, entry, y)


def _write_entry(deck: Deck, sheet: Sheet, entry: Entry, y: float) -> float:
    """Write what one mark stands for, and return where the next one begins."""
    sign = "" if entry.mark is None else deck.sign(entry.mark)
    indent = 9.0 if sign else 0.0
    words = tuple(run._replace(colour=TEXT if entry.mark is not None else FAINT) for run in entry.words)
    if sign:
        sheet.bookmark(f"{deck.source_key}{entry.mark}", y - NOTE.leading_mm)
        sheet.text(LEFT, y, sign, LEAST_PT, 500, tokens.DARK["brand"])
    return sheet.paragraph(LEFT + indent, y, TEXT_W - indent, words, NOTE).bottom + 2.0


WRITERS: Final[dict[Section, Callable[[Deck], None]]] = {
    "cover": _write_front,
    "figures": _write_figures,
    "location": slides_place.write_location,
    "industries": slides_place.write_industries,
    "zones": slides_place.write_zones,
    "altitude": slides_growth.write_altitude,
    "chain": slides_growth.write_chain,
    "policies": slides_lists.write_policies,
    "match": slides_answers.write_match,
    "enterprises": slides_lists.write_enterprises,
    "services": slides_lists.write_services,
    "also": slides_answers.write_also,
    "sources": _write_end,
}
"""Which slides each section becomes."""
