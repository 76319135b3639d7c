"""One page of numbers: four questions, two figures each, every one with its date and its source."""

from collections.abc import Iterator
from typing import NamedTuple

from brochure import tokens
from brochure.model.kinds import Figure
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run
from brochure.provenance import say_when
from brochure.store.library import Library
from brochure.words.numbers import say_figure, say_large
from brochure.words.page import front as say
from brochure.words.page.furniture import say_count
from brochure.words.sentence import begun

TOP: float = 72.0
ROW: float = 41.333
FIGURE_X: tuple[float, float] = (56.0, 129.0)
FIGURE_W: float = 64.0
BAR: tuple[float, float] = (64.0, 1.4)
AIR = 3.0
"""Between the last line of a figure and the rule below."""
MOST_LIFT = 4.0
"""So far the numbers of a row with many words may rise."""
PER_QUESTION = 2
CAPTION = theme.NOTE_LEFT._replace(leading_mm=3.9)


def write(edition: Edition) -> None:
    """Write the page."""
    rows = [(topic, shown) for topic in say.QUESTIONS if (shown := pick(edition.library, topic))]
    sheet = edition.open("figures")
    count, questions = say_count(sum(len(shown) for _, shown in rows)), say_count(len(rows))
    title = edition.say(say.FIGURES_TITLE).replace("{}", edition.say(count))
    deck = edition.say(say.FIGURES_DECK.fill(count, questions))
    edition.head(sheet, "figures", title, begun(deck))
    sheet.line(theme.LEFT, TOP, theme.RIGHT, TOP, tokens.INK, theme.RULE)
    for place, (topic, shown) in enumerate(rows):
        top = TOP + place * ROW
        if place:
            if abs(top - theme.GOLD_Y) < 0.5:
                sheet.line(theme.EDGE_LEFT, theme.GOLD_Y, theme.EDGE_RIGHT, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
            else:
                sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.RULE_PRINT, theme.HAIRLINE)
        name, question = say.QUESTIONS[topic]
        sheet.text(theme.LEFT, top + 9.6, edition.say(name), 13, 700)
        sheet.paragraph(theme.LEFT, top + 14.9, 33, edition.say(question), theme.NOTE_LEFT)
        drafts = [Sheet(edition.setter) for _ in shown]
        ends = [
            write_figure(edition, draft, figure, x, top)
            for draft, x, figure in zip(drafts, FIGURE_X, shown, strict=False)
        ]
        lift = min(MOST_LIFT, max(0.0, max(ends) - CAPTION.leading_mm + AIR - top - ROW))  # a rule may lie below
        for draft, figure in zip(drafts, shown, strict=True):
            with sheet.telling(figure.id):
                sheet.lay(draft, y=-lift)
    sheet.paragraph(theme.LEFT, TOP + len(rows) * ROW + 14.6, theme.TEXT_W, edition.say(say.FIGURES_NOTE), theme.NOTE)


def pick(library: Library, topic: str) -> tuple[Figure, ...]:
    """Return the figures that answer a question: those with a headline first, in its order, then in file order."""
    known = [record for record in library.records("figures") if isinstance(record, Figure)]
    fitting = [figure for figure in known if figure.topic == topic and figure.current and figure.value is not None]
    fitting.sort(key=lambda figure: (figure.headline is None, figure.headline or 0))
    return tuple(fitting[:PER_QUESTION])


def write_figure(edition: Edition, sheet: Sheet, figure: Figure, x: float, top: float) -> float:
    """Write one figure block: value, unit, label, period with mark, then one line or bar at most; return its foot."""
    before, value, unit = say_large(figure, edition.lang)
    small_pt = sum(edition.setter.measure(words, 11) + 1.2 * MM for words in (before, unit) if words)
    size = edition.setter.fit_size(value, FIGURE_W * MM - small_pt, 42, 22, 500)
    left = x + sheet.text(x, top + 17.2, before, 11, 400) + 1.2 if before else x
    width = sheet.text(left, top + 17.2, value, size, 500, tokens.INK, tracking_em=-0.02)
    if unit:
        sheet.text(left + width + 1.2, top + 17.2, unit, 11, 400)
    said = edition.say(figure.name)
    name = begun(said)
    style = theme.LABEL._replace(leading_mm=4.4, size_pt=edition.setter.fit_size(name, FIGURE_W * MM, 9.5, 8.5, 500))
    label = sheet.paragraph(x, top + 23.7, FIGURE_W, name, style)
    date = dated(edition, figure)
    below = sheet.paragraph(x, label.bottom + 0.4, FIGURE_W, date, CAPTION)
    y = below.bottom - 0.9
    part = next(_parts(edition, figure), None)
    if part is None:
        words = edition.say(figure.note)
        return sheet.paragraph(x, y + 1.2, FIGURE_W, words, CAPTION, max_lines=2).bottom if words else y
    if part.share is not None:
        sheet.rect(x, y - 1.2, BAR[0], BAR[1], fill=tokens.MIST)
        sheet.rect(x, y - 1.2, BAR[0] * part.share, BAR[1], fill=tokens.LAKE)
        y += 2.8
    return sheet.paragraph(x, y + 1.2, FIGURE_W, part.words, CAPTION).bottom


def dated(edition: Edition, figure: Figure) -> tuple[Run, ...]:
    """Return the period of a figure and its mark, as every figure carries them."""
    period = edition.say(say_when(figure))
    words = period if edition.lang == "zh" else begun(period)
    return edition.noted(words, figure)


class Part(NamedTuple):
    """A part of a figure: its words, and its share between 0 and 1 where the source itself states one."""

    words: tuple[Run, ...]
    share: float | None


def _parts(edition: Edition, figure: Figure) -> Iterator[Part]:
    """Yield the parts of a figure: what the source states as a share with a bar, a count with the first of its caution.

    A bar of our own making would claim that the one is wholly inside the other.
    """
    for record in edition.library.records("figures"):
        if not isinstance(record, Figure) or record.part_of != figure.id or not record.current or record.value is None:
            continue
        name, value = edition.say(record.name), say_figure(record, edition.lang)
        told = edition.noted(f"{name} {value}" if edition.lang == "zh" else f"{value}, {name}", record)
        if record.unit.zh == "%":
            yield Part(told, record.value / 100)
        elif record.note is not None:
            end, comma = ("。", "；") if edition.lang == "zh" else (". ", ";")
            caution = edition.say(record.note).partition(comma)[0].rstrip("。.")
            yield Part((*told, Run(f"{end}{caution}{end.rstrip()}")), None)
        else:
            yield Part(told, None)
