"""Before the back: readings of one measure beside each other, figures easily confused, and the cautions they carry."""

from collections.abc import Iterator
from functools import lru_cache, partial

from brochure import tokens
from brochure.model.kinds import Figure
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Run
from brochure.pdf.sections.figures import dated, pick
from brochure.pdf.tables import NEXT_TOP_Y, Block, Column, Flow, Row
from brochure.provenance import how_compared, lookalikes, named_in_note, parts_of, readings
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import provenance as say
from brochure.words.numbers import say_figure
from brochure.words.page.front import QUESTIONS
from brochure.words.sentence import begun

COLUMNS_MM: tuple[tuple[float, float], ...] = ((16, 45.5), (64, 32), (97.5, 40), (138.5, 55.5))
ROW = 8.0
PAD = 5.2
FOOT = 2.0
NAME_ONLY = Text("", "")
Group = list[tuple[Figure, Text | None]]
"""Figures that stand together, each with what is said below its name."""


def write(edition: Edition) -> None:
    """Write every measure that has more than one reading, and the headline figures with what they are not."""
    groups = _groups(edition.library) if "figures" in edition.choice.sections else ()
    if not groups:
        return
    columns = [
        Column(edition.say(head), x, width) for head, (x, width) in zip(say.READING_COLUMNS, COLUMNS_MM, strict=True)
    ]
    table = Flow(columns, edition.setter, partial(_next_page, edition), row_mm=ROW, pad_mm=PAD, foot_mm=FOOT)
    printed = frozenset(figure.id for group in groups for figure, _ in group)
    rows = [
        [
            _row(edition, figure, told, before, printed)
            for (figure, told), before in zip(group, [None, *(figure for figure, _ in group)], strict=False)
        ]
        for group in groups
    ]
    table.balance([row for group in rows for row in group], sizes=[len(group) for group in rows])
    for group in rows:
        for place, row in enumerate(group):
            rest = 0.0 if place else sum([table.height(each) for each in group[1:]])
            table.add(row, keep_with=rest)  # readings of one measure stay on one page


def _next_page(edition: Edition) -> tuple[Sheet, float]:
    is_later = "readings" in edition.first
    sheet = edition.open("readings")
    if is_later:
        return sheet, NEXT_TOP_Y
    return sheet, edition.head(sheet, "readings", edition.say(say.OTHER_READINGS), edition.say(say.OTHER_READINGS_DECK))


@lru_cache(maxsize=2)
def _groups(library: Library) -> tuple[Group, ...]:
    return (*_histories(library), *_confusions(library))


def _histories(library: Library) -> Iterator[Group]:
    """Yield each measure with more than one reading, and below them what it is not."""
    seen: set[str] = set()
    for record in library.records("figures"):
        if not isinstance(record, Figure) or record.measure in seen:
            continue
        seen.add(record.measure)
        found = readings(library, record)
        if len(found) < 2:
            continue
        own: Group = [(each, how_compared(found) if each is found[0] else None) for each in found]
        doubles = {each.id: each for one in found for each in lookalikes(library, one)}
        yield own + [(each, say.ANOTHER_MEASURE) for each in doubles.values()]


def _confusions(library: Library) -> Iterator[Group]:
    """Yield the headline figures that have a double, or a caution for which their own page had no room."""
    told: set[str] = set()
    for topic in QUESTIONS:
        for figure in pick(library, topic):
            if len(readings(library, figure)) > 1:
                continue
            doubles = [each for each in lookalikes(library, figure) if each.id not in told]
            parts = [each for each in parts_of(library, figure) if each.note is not None]
            if not doubles and not (figure.note is not None and parts):
                continue
            told.update(each.id for each in (figure, *doubles))
            own: Group = [(each, NAME_ONLY) for each in (figure, *parts)]
            yield own + [(each, say.ANOTHER_MEASURE) for each in doubles]


def _row(edition: Edition, figure: Figure, told: Text | None, above: Figure | None, printed: frozenset[str]) -> Row:
    """Return a reading as a row; ``told`` stands below its name, and without it the name is that of the row above."""
    name: list[Block] = []
    if told is not None:
        said = edition.say(figure.name)
        name.append(Block(begun(said), theme.TABLE_FIRST._replace(leading_mm=4.8)))
        if told.zh:
            name.append(Block(edition.say(told), theme.NOTE_LEFT._replace(leading_mm=4.2)))
    value = Block((Run(say_figure(figure, edition.lang), 500, tokens.INK),), theme.TABLE_FIRST)
    small = theme.NOTE_LEFT._replace(leading_mm=4.2)
    words = _remarks(edition, figure, above, printed)
    when = Block(dated(edition, figure), small._replace(colour=tokens.INK))
    return Row((name, (value,), (when,), [Block(words, small)] if words else []), record=figure.id)


def _remarks(edition: Edition, figure: Figure, above: Figure | None, printed: frozenset[str]) -> tuple[Run, ...]:
    """Return scope and caution as one text, without one that stands above or that the caution begins with.

    A figure that the caution names by its value and that has no row of its own here is marked there.
    """
    zh = edition.lang == "zh"
    said = [figure.note] if figure.note is not None else []
    is_same = above is not None and above.measure == figure.measure and above.scope == figure.scope
    if figure.scope is not None and not is_same:
        begins = figure.note is not None and figure.note.zh.startswith(figure.scope.zh)
        said = said if begins else [figure.scope, *said]
    sentences = [edition.say(each).rstrip("。.") for each in said]
    words = ("。" if zh else ". ").join(begun(each) for each in sentences)
    others = [each for each in named_in_note(edition.library, figure) if each.id not in printed]
    cited = edition.noted(words, *(source for each in others for source in each.sources))
    return (*cited, Run("。" if zh else ".")) if words else ()
