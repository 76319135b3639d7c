"""The way of an approval as two tracks, what came of it, five parties in their order, and everyday help."""

from collections.abc import Sequence

from brochure import tokens
from brochure.model.kinds import Figure, Policy, Service, Source
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Words
from brochure.pdf.sections.figures import dated
from brochure.pdf.signs import TRAILING, marks_in
from brochure.words.numbers import say_figure, say_value
from brochure.words.page import service as say
from brochure.words.page.furniture import say_count

EARLY = "service-build-on-land-award"
EARLY_POLICY = "policy-build-on-land-award"
MEASURES = "service-one-trip"
MEASURES_POLICY = "policy-one-trip"
ONE_WINDOW = "service-one-window"
PARTIES = "service-five-party-model"
RESULTS = ("approval-steps-cut", "approval-speed", "requests")
SHARE_OF_REQUESTS = "requests-resolved"

TRACK_X = 46.0
FIRST_W = 48.0
STEP_W = 25.0
GAP = 1.3
BAR_H = 9.0
USUAL_Y = 65.0
EARLY_Y = 91.9
PAPER_H = 6.2
GOLD_ALPHAS = (0.9, 0.68, 0.46)
RESULTS_Y = 137.0
MEASURES_Y = 175.4
PARTIES_Y = 217.0
HELP_Y = 250.4
BAR_WORDS = Style(8.5, 3.8, 500, tokens.INK, "middle")


def write(edition: Edition) -> None:
    """Write the page; what no record tells is left out."""
    sheet = edition.open("services")
    early = _service(edition, EARLY)
    if early is not None and len(early.steps) > 2:
        edition.head(sheet, "services", edition.say(say.TITLE_EARLY), _cited_sentence(edition, early))
        _write_tracks(edition, sheet, early)
    else:
        edition.head(sheet, "services", edition.say(say.TITLE))
    _write_results(edition, sheet)
    _write_measures(edition, sheet)
    _write_parties(edition, sheet)
    _write_help(edition, sheet)


def _service(edition: Edition, key: str) -> Service | None:
    record = edition.library.find(key)
    return record if isinstance(record, Service) and record.audience == "public" else None


def _policy(edition: Edition, key: str) -> Policy | None:
    record = edition.library.find(key)
    return record if isinstance(record, Policy) and record.audience == "public" else None


def _cited_sentence(edition: Edition, record: Service) -> tuple[Run, ...]:
    end = "。" if edition.lang == "zh" else "."
    return (*edition.cited(edition.say(record.statement).rstrip("。."), record), Run(end))


def _marked_inside(edition: Edition, words: str) -> tuple[Run, ...]:
    """Return words that end in marks of their own, as the steps of a service do, with the marks in lake and noted."""
    found = TRAILING.search(words)
    bare, marks = (words[: found.start()], found[1]) if found is not None else (words, "")
    numbers = {number for _, number in marks_in(marks)}
    known = [record for record in edition.library.records("sources") if isinstance(record, Source)]
    edition.marks(source.id for source in known if source.role == "article" and source.mark in numbers)
    return (Run(bare), theme.note_mark(marks, edition.source_key)) if marks else (Run(bare),)


# two tracks


def _write_tracks(edition: Edition, sheet: Sheet, early: Service) -> None:
    """Draw the usual way as blocks in sequence, and below it the way with the papers prepared beside the first one."""
    policy = _policy(edition, EARLY_POLICY)
    first, *papers, _ = early.steps
    later = policy.steps if policy is not None and policy.steps else tuple(papers)
    _write_track_name(edition, sheet, USUAL_Y, edition.say(say.USUAL), edition.say(say.USUAL_NOTE), tokens.SLATE)
    x = TRACK_X
    _bar(edition, sheet, x, USUAL_Y, FIRST_W, BAR_H, edition.say(first), tokens.MIST)
    x += FIRST_W + GAP
    step = (theme.RIGHT - 20.0 - x) / len(later) - GAP
    for words in later:
        _bar(edition, sheet, x, USUAL_Y, step, BAR_H, edition.say(words), tokens.MIST)
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
    whom = _lower(edition.say(early.for_whom), edition)
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


# what came of it


def _write_results(edition: Edition, sheet: Sheet) -> None:
    shown = [figure for measure in RESULTS if (figure := _current(edition, measure)) is not None]
    if not shown:
        return
    sheet.line(theme.LEFT, RESULTS_Y, theme.RIGHT, RESULTS_Y, tokens.INK, theme.RULE)
    for place, figure in enumerate(shown):
        x = theme.LEFT + place * 61.3
        value, unit = say_value(figure, edition.lang)
        size = edition.setter.fit_size(value, 40 * MM, 34, 22, 500)
        width = sheet.text(x, RESULTS_Y + 15.6, value, size, 500, tokens.INK, tracking_em=-0.02)
        sheet.text(x + width + 1.2, RESULTS_Y + 15.6, unit, 11)
        name = edition.say(figure.name)
        label = name if edition.lang == "zh" else name[:1].upper() + name[1:]
        placed = sheet.paragraph(x, RESULTS_Y + 22.0, 57.0, label, theme.LABEL._replace(leading_mm=4.8))
        words: Words = dated(edition, figure)
        share = _current(edition, SHARE_OF_REQUESTS) if figure.measure == RESULTS[-1] else None
        if share is not None and share.as_of == figure.as_of:
            date = dated(edition, figure)[0].text
            solved = say.SOLVED.fill(date, say_figure(share, edition.lang))
            words = edition.noted(edition.say(solved), figure, share)
        sheet.paragraph(x, placed.bottom, 56.0, words, theme.NOTE_LEFT)


def _current(edition: Edition, measure: str) -> Figure | None:
    for figure in edition.library.readings(measure):
        if figure.current and figure.value is not None:
            return figure
    return None


# measures


def _write_measures(edition: Edition, sheet: Sheet) -> None:
    record = _service(edition, MEASURES)
    if record is None or not record.steps:
        return
    heading = edition.say(say.MEASURES.fill(say_count(len(record.steps))))
    heading = heading[:1].upper() + heading[1:]
    sheet.runs(theme.LEFT, MEASURES_Y, edition.cited(heading, record), theme.H3)
    draw_chip(sheet, theme.LEFT, MEASURES_Y + 6.4, record.status or "unverified", edition.lang)
    step = (theme.RIGHT - TRACK_X + 2) / len(record.steps)
    foot = MEASURES_Y
    style = Style(9.5 if edition.lang == "zh" else 8.0, 4.0, 500, tokens.INK, "left")
    for place, words in enumerate(record.steps):
        x = TRACK_X + place * step
        sheet.text(x, MEASURES_Y, str(place + 1), 10, 700, tokens.LAKE)
        foot = max(foot, sheet.paragraph(x + 3.6, MEASURES_Y, step - 5.4, edition.say(words), style).bottom)
    note = _ways(edition)
    if note:
        sheet.paragraph(TRACK_X, max(foot + 1.2, MEASURES_Y + 6.4), theme.RIGHT - TRACK_X, note, theme.NOTE_LEFT)


def _ways(edition: Edition) -> Words:
    policy, window = _policy(edition, MEASURES_POLICY), _service(edition, ONE_WINDOW)
    if policy is None or window is None:
        return ""
    offers, name = (_lower(edition.say(words), edition) for words in (policy.offers, window.name))
    return edition.noted(edition.say(say.WAYS).replace("{}", offers, 1).replace("{}", name, 1), policy, window)


# five parties


def _write_parties(edition: Edition, sheet: Sheet) -> None:
    """Draw the parties in the order of the source, joined by a line, each with whom it stands for."""
    record = _service(edition, PARTIES)
    if record is None or not record.steps:
        return
    sheet.line(0, theme.GOLD_Y, theme.PAGE_W, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
    heading = edition.say(say.PARTIES.fill(say_count(len(record.steps))))
    sheet.runs(theme.LEFT, 205.6, edition.cited(heading[:1].upper() + heading[1:], record), theme.H2)
    step = (theme.TEXT_W + 6) / len(record.steps)
    foot = PARTIES_Y
    for place, party in enumerate(record.steps):
        x = theme.LEFT + place * step
        if place < len(record.steps) - 1:
            sheet.line(x + 10.6, PARTIES_Y, x + step + 1.6, PARTIES_Y, tokens.LAKE, 0.4)
        sheet.circle(x + 6, PARTIES_Y, 3.8, fill=tokens.LAKE)
        sheet.text(x + 6, PARTIES_Y + 1.7, str(place + 1), 13, 700, tokens.WHITE, "middle")
        foot = max(foot, sheet.paragraph(x, PARTIES_Y + 10.2, step - 5, edition.say(party), theme.H3).bottom)
    notes_y = foot
    for place, note in enumerate(record.step_notes):
        words = _marked_inside(edition, edition.say(note))
        style = theme.NOTE_LEFT._replace(colour=tokens.INK, leading_mm=4.2)
        foot = max(foot, sheet.paragraph(theme.LEFT + place * step, notes_y, step - 5, words, style).bottom)
    if record.note is not None:
        sheet.paragraph(theme.LEFT, foot + 1.4, theme.TEXT_W, edition.say(record.note), theme.NOTE)


# everyday help


def _write_help(edition: Edition, sheet: Sheet) -> None:
    found: Sequence[Service] = [record for key in say.HELP if (record := _service(edition, key)) is not None]
    if not found:
        return
    sheet.line(theme.LEFT, HELP_Y, theme.RIGHT, HELP_Y, tokens.RULE_PRINT, theme.HAIRLINE)
    step = (theme.TEXT_W + 6) / len(found)
    style = theme.NOTE_LEFT._replace(colour=tokens.INK, leading_mm=4.2)
    for place, record in enumerate(found):
        x = theme.LEFT + place * step
        sheet.text(x, HELP_Y + 6.4, edition.say(say.HELP[record.id]), 10, 700)
        sheet.paragraph(x, HELP_Y + 11.4, step - 6, _help_words(edition, record), style)


def _help_words(edition: Edition, record: Service) -> Words:
    """Return what a service is in one sentence: a hotline with what is open about it, visits by their kinds."""
    words = edition.say(record.statement).rstrip("。.")
    if record.id == "service-hotline" and record.step_notes:
        words += ("；" if edition.lang == "zh" else "; ") + _lower(edition.say(record.step_notes[0]), edition)
    elif record.id == "service-three-visits" and record.steps:
        first, *others = (edition.say(step) for step in record.steps)
        words = ("、" if edition.lang == "zh" else "; ").join([first, *(_lower(step, edition) for step in others)])
    return edition.noted(words, record)


def _lower(words: str, edition: Edition) -> str:
    return words if edition.lang == "zh" else words[:1].lower() + words[1:]
