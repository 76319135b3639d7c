"""What a reader chose that no other section prints by choice: what it is, since when, who says so, in what state."""

from collections.abc import Iterator
from functools import partial

from brochure import tokens
from brochure.model.kinds import Figure, Fund, Place, Source
from brochure.model.record import Record
from brochure.pdf import theme
from brochure.pdf.book import Sheet
from brochure.pdf.edition import Edition
from brochure.pdf.lines import Run
from brochure.pdf.sections.figures import dated
from brochure.pdf.tables import NEXT_TOP_Y, Block, Cell, Column, Flow, Row, chip_cell
from brochure.words import Text
from brochure.words.card import SAID_BY, SAID_BY_LATIN
from brochure.words.dates import say_seen
from brochure.words.fields import FIELDS
from brochure.words.kinds import KIND, LEVEL, TO_BE_CONFIRMED
from brochure.words.numbers import say_figure, say_number
from brochure.words.page import also as say
from brochure.words.sentence import begun, within

COLUMNS_MM: dict[str, tuple[tuple[float, float], ...]] = {
    "zh": ((16, 50), (71, 72), (148, 23), (175, 19)),
    "en": ((16, 50), (70, 72), (146, 25), (174, 20)),
}
ROW = 11.0
PAD = 5.8
FOOT = 1.8
NOTE_MM = 14.0
TABLE = theme.TABLE._replace(leading_mm=4.6)
SMALL = theme.NOTE_LEFT._replace(leading_mm=4.1)
BARE = ("summary", "statement", "role", "cite")
"""Fields that say what a record is without a label before them."""
SAID = (
    "scope",
    "focus",
    "entry_rules",
    "fits",
    "outputs",
    "purpose",
    "for_whom",
    "steps",
    "results",
    "hours",
    "field",
    "track_record",
    "road",
)
"""Fields that are words, not names: behind a label they begin small in English."""
TOLD: dict[str, tuple[str, ...]] = {
    "sources": ("cite",),
    "park": ("statement", "parts"),
    "figures": ("scope",),
    "carriers": ("focus", "entry_rules"),
    "stages": ("role", "fits", "place"),
    "base": ("statement",),
    "partners": ("role",),
    "projects": ("outputs",),
    "funds": ("purpose", "manager", "history"),
    "products": ("for_whom", "provider", "track_record"),
    "services": ("statement", "for_whom"),
    "platforms": ("field",),
    "honours": ("holders_text",),
    "events": ("where",),
    "alliances": ("members", "results"),
    "talents": ("steps",),
    "places": ("road", "accuracy"),
    "contacts": ("number", "address", "hours"),
}
"""What is told of each kind after its summary, field by field; what a record does not have is left out."""


def write(edition: Edition) -> None:
    """Write as many pages as the records need."""
    records = edition.choice.also
    columns = [
        Column(edition.say(head), x, width)
        for head, (x, width) in zip(say.COLUMNS, COLUMNS_MM[edition.lang], strict=True)
    ]
    table = Flow(
        columns, edition.setter, partial(_next_page, edition, len(records)), row_mm=ROW, pad_mm=PAD, foot_mm=FOOT
    )
    rows = [_row(edition, record) for record in records]
    table.balance(rows, NOTE_MM)
    for row in rows:
        table.add(row, keep_with=NOTE_MM if row is rows[-1] else 0.0)
    table.sheet.paragraph(theme.LEFT, table.y + 8.4, theme.TEXT_W, edition.say(say.NOTE), theme.NOTE)


def _next_page(edition: Edition, count: int) -> tuple[Sheet, float]:
    is_later = "also" in edition.first
    sheet = edition.open("also")
    if is_later:
        return sheet, NEXT_TOP_Y
    deck = edition.say(say.DECK.fill(count) if count > 1 else say.DECK_ONE)
    return sheet, edition.head(sheet, "also", edition.say(say.TITLE), deck) + 1


def _row(edition: Edition, record: Record) -> Row:
    status = record.status
    level = getattr(record, "level", None)
    kind = say.LEVELLED.fill(KIND[record.kind], LEVEL[level]) if level else KIND[record.kind]
    name: Cell = (
        Block(
            (Run(begun(edition.say(record.name))), *edition.label(record)),
            theme.TABLE_FIRST._replace(leading_mm=4.8),
        ),
        Block(edition.say(kind), SMALL),
    )
    state = chip_cell(status, edition.lang) if status else (Block(edition.say(say.NO_STATUS), SMALL),)
    return Row(
        (name, _what(edition, record), (Block(when_of(edition, record), SMALL),), state), False, *edition.names(record)
    )


def _what(edition: Edition, record: Record) -> Cell:
    """Return what is said of a record, the first of it in the size of the table, its caution last."""
    told = list(told_of(record))
    if not told:
        told = [TO_BE_CONFIRMED]
    lead = theme.TABLE_FIRST._replace(weight=500, leading_mm=4.8) if isinstance(record, Figure) else TABLE
    blocks = [Block(edition.noted(begun(edition.say(told[0]))), lead)]
    blocks += [Block(edition.noted(edition.say(text)), SMALL._replace(colour=tokens.INK)) for text in told[1:]]
    if record.note is not None:
        blocks.append(Block(edition.noted(edition.say(record.note)), SMALL))
    return blocks


def told_of(record: Record) -> Iterator[Text]:
    """Yield what a record says of itself, the most telling first; nothing where it says nothing."""
    if isinstance(record, Figure):
        yield Text(say_figure(record, "zh"), say_figure(record, "en"))
    if record.summary is not None:
        yield record.summary
    yield from _numbers(record)
    for field in TOLD[record.kind]:
        text = _text_of(getattr(record, field))
        if text is not None and text != record.summary:
            yield text if field in BARE else say.LABELLED.fill(FIELDS[field], _inside(text) if field in SAID else text)
    by = getattr(record, "attributed_to", None)
    if by is not None:
        yield (SAID_BY_LATIN if by.zh[:1].isascii() else SAID_BY).fill(by)


def _numbers(record: Record) -> Iterator[Text]:
    if isinstance(record, Fund) and record.size_yi is not None and not record.history:  # which gives it with its year
        size = Text(say_number(record.size_yi, "zh"), say_number(record.size_yi * 100, "en"))
        yield say.SIZE.fill(size)
    if isinstance(record, Place):
        for words, value in ((say.HEIGHT, record.elevation_m), (say.FROM_GATE, record.km_from_gate)):
            if value is not None:
                yield words.fill(Text(say_number(value, "zh"), say_number(value, "en")))


def _text_of(value: object) -> Text | None:
    """Return a field as a text: several texts in one line, a bare word in both languages, nothing for nothing."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value, value)
    if isinstance(value, tuple) and value:
        texts = [each for each in value if isinstance(each, Text)]
        told = [each.en or each.zh for each in texts]
        return Text("；".join(each.zh for each in texts), "; ".join([told[0], *map(within, told[1:])]))
    return None


def _inside(text: Text) -> Text:
    """Return words as they follow a label."""
    return Text(text.zh, within(text.en))


def when_of(edition: Edition, record: Record) -> tuple[Run, ...]:
    """Return the date of a record as its kind has it, with its marks."""
    if isinstance(record, Figure):
        return dated(edition, record)
    if isinstance(record, Source):
        seen = say_seen(record.published) if record.published else say.UNDATED
        return edition.noted(edition.say(seen), record.id)
    if record.as_of is None:
        return edition.noted(edition.say(say.UNDATED), record.sources)
    seen = say_seen(record.as_of)
    return edition.noted(edition.say(seen), record.sources)
