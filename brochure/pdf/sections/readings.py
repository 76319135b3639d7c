"""Before the back: readings of one measure beside each other, figures easily confused, and the cautions they carry."""

from collections.abc import Iterator
from functools import partial

from brochure import tokens
from brochure.model.kinds import Figure
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Run
from brochure.pdf.sections.figures import dated, pick
from brochure.pdf.tables import NEXT_TOP_Y, Block, Column, Flow, Row
from brochure.provenance import how_compared, lookalikes, parts_of, readings
from brochure.words import Text
from brochure.words import provenance as say
from brochure.words.numbers import say_figure
from brochure.words.page.front import QUESTIONS

COLUMNS_MM: tuple[tuple[float, float], ...] = ((16, 50), (70, 30), (104, 40), (148, 46))
ROW = 8.0
PAD = 5.2


def write(edition: Edition) -> None:
    """Write every measure that has more than one reading, and the headline figures with what they are not."""
    if "figures" not in edition.choice.sections:
        return
    groups = [*_histories(edition), *_confusions(edition)]
    if not groups:
        return
    columns = [
        Column(edition.say(head), x, width) for head, (x, width) in zip(say.READING_COLUMNS, COLUMNS_MM, strict=True)
    ]
    table = Flow(columns, edition.setter, partial(_next_page, edition), row_mm=ROW, pad_mm=PAD)
    table.balance([row for group in groups for row in group])
    for group in groups:
        for place, row in enumerate(group):
            rest = sum(table.height(each) for each in group[place + 1 :])
            table.add(row, keep_with=rest if place == 0 else 0.0)  # readings of one measure stay on one page


def _next_page(edition: Edition) -> tuple[Sheet, float]:
    begun = "sources" in edition.first
    sheet = edition.open("sources")
    if begun:
        return sheet, NEXT_TOP_Y
    return sheet, edition.head(sheet, "sources", edition.say(say.OTHER_READINGS), edition.say(say.OTHER_READINGS_DECK))


def _histories(edition: Edition) -> Iterator[list[Row]]:
    """Yield the rows of each measure with more than one reading, and below them what it is not."""
    seen: set[str] = set()
    for record in edition.library.records("figures"):
        if not isinstance(record, Figure) or record.measure in seen:
            continue
        seen.add(record.measure)
        found = readings(edition.library, record)
        if len(found) < 2:
            continue
        rows = [_row(edition, each, how_compared(found) if each is found[0] else None) for each in found]
        doubles = {each.id: each for one in found for each in lookalikes(edition.library, one)}
        yield rows + [_row(edition, each, say.ANOTHER_MEASURE) for each in doubles.values()]


def _confusions(edition: Edition) -> Iterator[list[Row]]:
    """Yield the headline figures that have a double, or a caution for which their own page had no room."""
    told: set[str] = set()
    for topic in QUESTIONS:
        for figure in pick(edition, topic):
            if len(readings(edition.library, figure)) > 1:
                continue
            doubles = [each for each in lookalikes(edition.library, figure) if each.id not in told]
            parts = [each for each in parts_of(edition.library, figure) if each.note is not None]
            if not doubles and not (figure.note is not None and parts):
                continue
            told.update(each.id for each in (figure, *doubles))
            rows = [_row(edition, figure, Text("", ""))] + [_row(edition, each, Text("", "")) for each in parts]
            yield rows + [_row(edition, each, say.ANOTHER_MEASURE) for each in doubles]


def _row(edition: Edition, figure: Figure, told: Text | None) -> Row:
    """Return a reading as a row; ``told`` stands below its name, and without it the name is that of the row above."""
    name: list[Block] = []
    if told is not None:
        name.append(Block(edition.say(figure.name), theme.TABLE_FIRST._replace(leading_mm=4.8)))
        if told.zh:
            name.append(Block(edition.say(told), theme.NOTE_LEFT._replace(leading_mm=4.2)))
    value = Block((Run(say_figure(figure, edition.lang), 500, tokens.INK),), theme.TABLE_FIRST)
    small = theme.NOTE_LEFT._replace(leading_mm=4.2)
    words = [Block(edition.say(each), small) for each in (figure.scope, figure.note) if each is not None]
    when = Block(dated(edition, figure), small._replace(colour=tokens.INK))
    return Row((name, (value,), (when,), words))
