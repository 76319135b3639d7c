"""The way of an approval as two tracks: as usual, and with the papers prepared beside the first step."""

from brochure import tokens
from brochure.model.kinds import Service
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Style
from brochure.words.page import service as say
from brochure.words.sentence import within

TRACK_X = 46.0
FIRST_W = 48.0
GAP = 1.3
BAR_H = 9.0
USUAL_Y = 65.0
EARLY_Y = 91.9
PAPER_H = 6.2
GOLD_ALPHAS = (0.9, 0.68, 0.46)
BAR_WORDS = Style(8.5, 3.8, 500, tokens.INK, "middle")


def write_tracks(edition: Edition, sheet: Sheet, early: Service) -> None:
    """Draw the usual way as blocks in sequence, and below it the way with the papers prepared beside the first one.

    In which order the usual papers follow each other no source tells: they are one block.
    """
    first, *papers, _ = early.steps
    _write_track_name(edition, sheet, USUAL_Y, edition.say(say.USUAL), edition.say(say.USUAL_NOTE), tokens.SLATE)
    x = TRACK_X
    _bar(edition, sheet, x, USUAL_Y, FIRST_W, BAR_H, edition.say(first), tokens.MIST)
    x += FIRST_W + GAP
    step = theme.RIGHT - 20.0 - x - GAP
    _bar(edition, sheet, x, USUAL_Y, step, BAR_H, edition.say(say.USUAL_PAPERS), tokens.MIST)
    x += step + GAP
    start = edition.say(say.START)
    _bar(edition, sheet, x, USUAL_Y, theme.RIGHT - x, BAR_H, start, tokens.SLATE, colour=tokens.WHITE)
    usual_end = (x + theme.RIGHT) / 2

    name = edition.say(say.EARLY)
    below = _write_track_name(edition, sheet, EARLY_Y + 2.0, name, edition.say(say.EARLY_NOTE), tokens.GOLD_TEXT)
    draw_chip(sheet, theme.LEFT, below + 1.0, early.status or "unverified", edition.lang)
    _bar(edition, sheet, TRACK_X, EARLY_Y, FIRST_W, BAR_H, edition.say(first), tokens.MIST)
    y = EARLY_Y + BAR_H + GAP
    for place, words in enumerate(papers):
        alpha = GOLD_ALPHAS[min(place, len(GOLD_ALPHAS) - 1)]
        sheet.rect(TRACK_X, y, FIRST_W, PAPER_H, fill=tokens.GOLD, alpha=alpha)
        sheet.text(TRACK_X + 2.4, y + PAPER_H / 2 + 1.1, edition.say(words), 8.5, 500)
        y += PAPER_H + 0.8
    x, foot = TRACK_X + FIRST_W + GAP, y - 0.8
    style = BAR_WORDS._replace(colour=tokens.GOLD_BRIGHT)
    _bar(edition, sheet, x, EARLY_Y, 20.0, foot - EARLY_Y, start, tokens.INK, colour=style.colour)
    _write_gain(edition, sheet, early, x + 20.0, usual_end)
    whom = within(edition.say(early.for_whom)) if edition.lang == "en" else edition.say(early.for_whom)
    note = edition.say(say.TRACKS_NOTE.fill(whom, edition.say(early.note))) if whom else edition.say(early.note)
    sheet.paragraph(TRACK_X, foot + 5.6, theme.RIGHT - TRACK_X, edition.noted(note, early.sources), theme.NOTE_LEFT)


def _write_track_name(edition: Edition, sheet: Sheet, y: float, name: str, note: str, colour: str) -> float:
    size = 13 if edition.lang == "zh" else 10.5
    style = theme.H2._replace(colour=colour, size_pt=size, leading_mm=size * 0.48)
    width = TRACK_X - theme.LEFT - 3
    placed = sheet.paragraph(theme.LEFT, y + 4.6, width, name, style)
    return sheet.paragraph(
        theme.LEFT, placed.bottom - 0.4, width, note, theme.NOTE_LEFT._replace(leading_mm=4.0)
    ).bottom


def _bar(
    edition: Edition,
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    height: float,
    words: str,
    ground: str,
    *,
    colour: str = tokens.INK,
) -> None:
    """Draw a block with its words in the middle, in as many lines as they need."""
    sheet.rect(x, y, width, height, fill=ground)
    style = BAR_WORDS._replace(colour=colour)
    lines = edition.setter.lay(words, (width - 2) * MM, style)
    base = y + height / 2 + 1.1 - (len(lines) - 1) * style.leading_mm / 2
    sheet.paragraph(x + 1, base, width - 2, words, style)


def _write_gain(edition: Edition, sheet: Sheet, early: Service, left: float, right: float) -> None:
    """Draw the way back from the usual start to the early one, and say what is known of its length."""
    y, tip = EARLY_Y + 15.3, left + 2.8
    top = USUAL_Y + BAR_H
    sheet.line(right, top, right, y, tokens.GOLD_TEXT, 0.25, dash=(1.2, 0.9))
    sheet.line(right, y, tip, y, tokens.GOLD_TEXT, 0.25, dash=(1.2, 0.9))
    sheet.path([[(tip + 1.6, y - 1.4), (tip, y), (tip + 1.6, y + 1.4)]], stroke=tokens.GOLD_TEXT, width_mm=0.35)
    sheet.text(tip + 2.0, y + 5.4, edition.say(say.GAINED), 10, 700)
    if len(early.step_notes) == len(early.steps):
        draw_chip(sheet, tip + 2.0, y + 10.4, "unverified", edition.lang, early.step_notes[-1])
