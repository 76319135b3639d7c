"""The way of an approval, what came of it, five parties in their order, and everyday help."""

from collections.abc import Sequence

from brochure import tokens
from brochure.model.kinds import Figure, Policy, Service, Source
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.chips import draw_chip
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run, Style, Words, as_runs
from brochure.pdf.sections.figures import dated
from brochure.pdf.sections.tracks import TRACK_X, write_tracks
from brochure.pdf.signs import INNER, TRAILING, marks_in
from brochure.words.dates import say_seen
from brochure.words.numbers import say_figure, say_value
from brochure.words.page import service as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun, within

EARLY = "service-build-on-land-award"
MEASURES = "service-one-trip"
MEASURES_POLICY = "policy-one-trip"
ONE_WINDOW = "service-one-window"
PARTIES = "service-five-party-model"
RESULTS = ("approval-steps-cut", "approval-speed", "requests")
SHARE_OF_REQUESTS = "requests-resolved"

RESULTS_Y = 137.0
MEASURES_Y = 175.4
PARTIES_Y = 217.0
SQUARE_MM = 4.4
"""No numbered discs: those are the stages of the incubator chain."""
HELP_Y = 250.4
HELP_GAP = 6.0
HELP_SHARES = (1.0, 1.15, 1.3, 1.45, 1.6)
"""How much wider the column with most to say may be than the others."""


def write(edition: Edition) -> None:
    """Write the page; what no record tells is left out."""
    sheet = edition.open("services")
    early = _service(edition, EARLY)
    if early is not None and len(early.steps) > 2:
        edition.head(sheet, "services", edition.say(say.TITLE_EARLY), dated_sentence(edition, early))
        with sheet.telling(early.id):
            write_tracks(edition, sheet, early)
    else:
        edition.head(sheet, "services", edition.say(say.TITLE))
    _write_results(edition, sheet)
    _write_measures(edition, sheet)
    _write_help(edition, sheet, max(HELP_Y, _write_parties(edition, sheet) + 2.4))


def _service(edition: Edition, key: str) -> Service | None:
    record = edition.library.find(key)
    return record if isinstance(record, Service) and record.audience == "public" else None


def _policy(edition: Edition, key: str) -> Policy | None:
    record = edition.library.find(key)
    return record if isinstance(record, Policy) and record.audience == "public" else None


def dated_sentence(edition: Edition, record: Service) -> tuple[Run, ...]:
    """Return what a service is, behind the date of the report that says so: it may be done otherwise by now."""
    end = "。" if edition.lang == "zh" else "."
    words = edition.say(record.statement).rstrip("。.")
    if record.as_of:
        words = edition.say(say.REPORTED).replace("{}", edition.say(say_seen(record.as_of)), 1)
        words = words.replace("{}", within(edition.say(record.statement).rstrip("。.")), 1)
    return (*edition.cited(words, record), Run(end))


def _marked_inside(edition: Edition, words: str) -> tuple[Run, ...]:
    """Return words with marks of their own, as the steps of a service have, with the marks in lake and noted."""
    found = TRAILING.search(words)
    bare, last = (words[: found.start()], found[1]) if found is not None else (words, "")
    parts = [*INNER.split(bare), last]
    numbers = {number for _, number in marks_in("".join(parts[1::2]))}
    known = [record for record in edition.library.records("sources") if isinstance(record, Source)]
    edition.marks(source.id for source in known if source.role == "article" and source.mark in numbers)
    runs = (theme.note_mark(part, edition.source_key) if place % 2 else Run(part) for place, part in enumerate(parts))
    return tuple(run for run in runs if run.text)


# what came of it


def _write_results(edition: Edition, sheet: Sheet) -> None:
    shown = [figure for measure in RESULTS if (figure := _current(edition, measure)) is not None]
    if not shown:
        return
    sheet.line(theme.LEFT, RESULTS_Y, theme.RIGHT, RESULTS_Y, tokens.INK, theme.RULE)
    for place, figure in enumerate(shown):
        with sheet.telling(figure.id):
            _write_result(edition, sheet, figure, theme.LEFT + place * 61.3)


def _write_result(edition: Edition, sheet: Sheet, figure: Figure, x: float) -> None:
    value, unit = say_value(figure, edition.lang)
    size = edition.setter.fit_size(value, 40 * MM, 34, 22, 500)
    width = sheet.text(x, RESULTS_Y + 15.6, value, size, 500, tokens.INK, tracking_em=-0.02)
    sheet.text(x + width + 1.2, RESULTS_Y + 15.6, unit, 11)
    name = edition.say(figure.name)
    label = name if edition.lang == "zh" else begun(name)
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
    heading = begun(heading)
    sheet.runs(theme.LEFT, MEASURES_Y, edition.cited(heading, record), theme.H3)
    step = (theme.RIGHT - TRACK_X + 2) / len(record.steps)
    foot = MEASURES_Y
    style = Style(9.5 if edition.lang == "zh" else 8.0, 4.0, 500, tokens.INK, "left")
    for place, words in enumerate(record.steps):
        x = TRACK_X + place * step
        sheet.text(x, MEASURES_Y, str(place + 1), 10, 700, tokens.LAKE)
        foot = max(foot, sheet.paragraph(x + 3.6, MEASURES_Y, step - 5.4, edition.say(words), style).bottom)
    below = max(foot + 1.2, MEASURES_Y + 6.4)
    draw_chip(sheet, theme.LEFT, below, record.status or "unverified", edition.lang)
    note = _ways(edition)
    if note:
        sheet.paragraph(TRACK_X, below, theme.RIGHT - TRACK_X, note, theme.NOTE_LEFT)


def _ways(edition: Edition) -> Words:
    policy, window = _policy(edition, MEASURES_POLICY), _service(edition, ONE_WINDOW)
    if policy is None or window is None:
        return ""
    offers, name = (within(edition.say(words), is_name=False) for words in (policy.offers, window.name))
    return edition.noted(edition.say(say.WAYS).replace("{}", offers, 1).replace("{}", name, 1), policy, window)


# five parties


def _write_parties(edition: Edition, sheet: Sheet) -> float:
    """Draw the parties in the order of the source, each with whom it stands for; return where that ends."""
    record = _service(edition, PARTIES)
    if record is None or not record.steps:
        return PARTIES_Y
    sheet.line(theme.EDGE_LEFT, theme.GOLD_Y, theme.EDGE_RIGHT, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
    heading = edition.say(say.PARTIES.fill(say_count(len(record.steps))))
    sheet.runs(theme.LEFT, 205.6, edition.cited(begun(heading), record), theme.H2)
    step = (theme.TEXT_W + 6) / len(record.steps)
    foot = PARTIES_Y
    for place, party in enumerate(record.steps):
        x = theme.LEFT + place * step
        if place < len(record.steps) - 1:
            sheet.line(x + SQUARE_MM + 1.6, PARTIES_Y, x + step - 1.6, PARTIES_Y, tokens.LAKE, 0.4)
        sheet.rect(x, PARTIES_Y - SQUARE_MM / 2, SQUARE_MM, SQUARE_MM, fill=tokens.LAKE)
        foot = max(foot, sheet.paragraph(x, PARTIES_Y + 8.6, step - 5, edition.say(party), theme.H3).bottom)
    notes_y = foot
    for place, note in enumerate(record.step_notes):
        words = _marked_inside(edition, edition.say(note))
        style = theme.NOTE_LEFT._replace(colour=tokens.INK, leading_mm=4.2)
        foot = max(foot, sheet.paragraph(theme.LEFT + place * step, notes_y, step - 5, words, style).bottom)
    if record.note is not None:
        placed = sheet.paragraph(theme.LEFT, foot + 1.0, theme.TEXT_W, edition.say(record.note), theme.NOTE)
        foot = placed.bottom - theme.NOTE.leading_mm
    return foot


# everyday help


def _write_help(edition: Edition, sheet: Sheet, top: float) -> None:
    found: Sequence[Service] = [record for key in say.HELP if (record := _service(edition, key)) is not None]
    if not found:
        return
    sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.RULE_PRINT, theme.HAIRLINE)
    style = theme.NOTE_LEFT._replace(colour=tokens.INK, leading_mm=4.2)
    texts = [_help_words(edition, record) for record in found]
    x = theme.LEFT
    for record, words, width in zip(found, texts, _help_widths(edition, texts, style), strict=True):
        with sheet.telling(record.id):
            sheet.text(x, top + 6.4, edition.say(say.HELP[record.id]), 10, 700)
            sheet.paragraph(x, top + 11.4, width, words, style)
        x += width + HELP_GAP


def _help_widths(edition: Edition, texts: Sequence[Words], style: Style) -> list[float]:
    """Return the widths at which the tallest column ends highest, away from the folio; as even as that allows."""
    room = theme.TEXT_W - HELP_GAP * (len(texts) - 1)
    longest = max(range(len(texts)), key=lambda place: sum(len(run.text) for run in as_runs(texts[place])))
    best: tuple[int, list[float]] | None = None
    for share in HELP_SHARES:
        other = room / (len(texts) - 1 + share)
        widths = [other * share if place == longest else other for place in range(len(texts))]
        lines = max(len(edition.setter.lay(words, w * MM, style)) for words, w in zip(texts, widths, strict=True))
        if best is None or lines < best[0]:
            best = lines, widths
    assert best is not None
    return best[1]


def _help_words(edition: Edition, record: Service) -> Words:
    """Return what a service is in one sentence; in English, which is longer, visits by their kinds only."""
    words = edition.say(record.statement).rstrip("。.")
    if record.id == "service-three-visits" and record.steps and edition.lang == "en":
        words = "; ".join(
            within(edition.say(step)) if place else edition.say(step) for place, step in enumerate(record.steps)
        )
    seen = edition.say(say_seen(record.as_of)) if record.as_of else ""
    dated = f"{words}（{seen}）" if edition.lang == "zh" else f"{words} ({seen})"
    return edition.noted(dated if seen else words, record)
