"""One page of numbers: four questions, two figures each, every one with its date and its source."""

from collections.abc import Iterator

from brochure import tokens
from brochure.model.kinds import Figure
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.ink import MM
from brochure.pdf.lines import Run
from brochure.provenance import say_when
from brochure.store.library import Library
from brochure.words.numbers import say_figure, say_value
from brochure.words.page import front as say
from brochure.words.page.furniture import say_count

TOP: float = 72.0
ROW: float = 41.333
FIGURE_X: tuple[float, float] = (56.0, 129.0)
FIGURE_W: float = 64.0
BAR: tuple[float, float] = (64.0, 1.4)
PER_QUESTION = 2
CAPTION = theme.NOTE_LEFT._replace(leading_mm=3.9)


def write(edition: Edition) -> None:
    """Write the page."""
    rows = [(topic, shown) for topic in say.QUESTIONS if (shown := pick(edition.library, topic))]
    sheet = edition.open("figures")
    count, questions = say_count(sum(len(shown) for _, shown in rows)), say_count(len(rows))
    title = edition.say(say.FIGURES_TITLE).replace("{}", edition.say(count))
    deck = edition.say(say.FIGURES_DECK.fill(count, questions))
    edition.head(sheet, "figures", title, deck[:1].upper() + deck[1:])
    sheet.line(theme.LEFT, TOP, theme.RIGHT, TOP, tokens.INK, theme.RULE)
    for place, (topic, shown) in enumerate(rows):
        top = TOP + place * ROW
        if place:
            if abs(top - theme.GOLD_Y) < 0.5:
                sheet.line(0, theme.GOLD_Y, theme.PAGE_W, theme.GOLD_Y, tokens.GOLD, theme.GOLD_RULE)
            else:
                sheet.line(theme.LEFT, top, theme.RIGHT, top, tokens.RULE_PRINT, theme.HAIRLINE)
        name, question = say.QUESTIONS[topic]
        sheet.text(theme.LEFT, top + 9.6, edition.say(name), 13, 700)
        sheet.paragraph(theme.LEFT, top + 14.9, 33, edition.say(question), theme.NOTE_LEFT)
        for x, figure in zip(FIGURE_X, shown, strict=False):
            write_figure(edition, sheet, figure, x, top)
    sheet.paragraph(theme.LEFT, TOP + len(rows) * ROW + 14.6, theme.TEXT_W, edition.say(say.FIGURES_NOTE), theme.NOTE)


def pick(library: Library, topic: str) -> tuple[Figure, ...]:
    """Return the figures that answer a question: those with a headline first, in its order, then in file order."""
    known = [record for record in library.records("figures") if isinstance(record, Figure)]
    fitting = [figure for figure in known if figure.topic == topic and figure.current and figure.value is not None]
    fitting.sort(key=lambda figure: (figure.headline is None, figure.headline or 0))
    return tuple(fitting[:PER_QUESTION])


def write_figure(edition: Edition, sheet: Sheet, figure: Figure, x: float, top: float) -> None:
    """Write one figure block: value, unit, label, period with mark, then one line or bar at most."""
    value, unit = say_value(figure, edition.lang)
    unit_pt = edition.setter.measure(unit, 11) + 1.2 * MM
    size = edition.setter.fit_size(value, FIGURE_W * MM - unit_pt, 42, 22, 500)
    width = sheet.text(x, top + 17.2, value, size, 500, tokens.INK, tracking_em=-0.02)
    if unit:
        sheet.text(x + width + 1.2, top + 17.2, unit, 11, 400)
    name = edition.say(figure.name)
    style = theme.LABEL._replace(leading_mm=4.4, size_pt=edition.setter.fit_size(name, FIGURE_W * MM, 9.5, 8.5, 500))
    label = sheet.paragraph(x, top + 23.7, FIGURE_W, name, style)
    date = dated(edition, figure)
    below = sheet.paragraph(x, label.bottom + 0.4, FIGURE_W, date, CAPTION)
    y = below.bottom - 0.9
    share = next(_shares(edition, figure), None)
    if share is not None:
        part, words = share
        sheet.rect(x, y - 1.2, BAR[0], BAR[1], fill=tokens.MIST)
        sheet.rect(x, y - 1.2, BAR[0] * part, BAR[1], fill=tokens.LAKE)
        room = min(theme.RIGHT - x, FIGURE_X[1] - FIGURE_X[0] - 2)
        sheet.paragraph(x, y + 4.0, room, words, CAPTION)
    elif figure.note is not None:
        sheet.paragraph(x, y + 1.2, FIGURE_W, edition.say(figure.note), CAPTION, max_lines=2)


def dated(edition: Edition, figure: Figure) -> tuple[Run, ...]:
    """Return the period of a figure and its mark, as every figure carries them."""
    period = edition.say(say_when(figure))
    words = period if edition.lang == "zh" else period[:1].upper() + period[1:]
    return edition.noted(words, figure)


def _shares(edition: Edition, figure: Figure) -> Iterator[tuple[float, tuple[Run, ...]]]:
    """Yield the real parts of a figure: readings that say ``part_of`` it, as a share between 0 and 1."""
    for record in edition.library.records("figures"):
        if not isinstance(record, Figure) or record.part_of != figure.id or not record.current or record.value is None:
            continue
        percent = record.unit.zh == "%"
        share = record.value / 100 if percent else record.value / figure.value if figure.value else 0.0
        if 0 < share <= 1:
            name, value = edition.say(record.name), say_figure(record, edition.lang)
            words = f"{name} {value}" if edition.lang == "zh" else f"{value}, {name}"
            yield share, edition.noted(words, record)
