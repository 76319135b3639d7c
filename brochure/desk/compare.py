"""Up to four zones, carriers or stages side by side: the same rows in the same order, each value with who says so.

What is unknown stays unknown: it neither equals nor differs from what is known.
"""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from brochure.desk.compare_fields import FIELDS, Line
from brochure.model.kinds import Carrier, Stage, Zone
from brochure.model.record import Record
from brochure.store.library import Library
from brochure.words import Text, kinds
from brochure.words import compare as say
from brochure.words.dates import say_seen

COMPARABLE: Final = ("zones", "carriers", "stages")
MOST: Final = 4
Verdict = Literal["differs", "same", "partly", "open", "alone"]
VERDICTS: Final[dict[Verdict, Text]] = {
    "differs": say.DIFFERS, "same": say.SAME, "partly": say.PARTLY_OPEN, "open": say.ALL_OPEN, "alone": say.ALONE,
}  # fmt: skip


class Column(msgspec.Struct, frozen=True):
    """One thing compared; ``feature`` is its outline or point on the map, where it has one."""

    record: str
    kind: str
    name: Text
    status: str
    seen: Text
    feature: str | None


class Cell(msgspec.Struct, frozen=True):
    """What is known of one thing in one row; an empty one has a single line that says 待核实."""

    lines: tuple[Line, ...]

    @property
    def known(self) -> bool:
        """Whether anything is said here."""
        return any(line.known for line in self.lines)


class Row(msgspec.Struct, frozen=True):
    """One measure of all things; ``verdict`` tells whether what is known differs."""

    key: str
    label: Text
    cells: tuple[Cell, ...]
    verdict: Verdict

    @property
    def telling(self) -> bool:
        """Whether the row stays where only differences are asked for: it differs, or it may."""
        return self.verdict in ("differs", "partly", "alone")


class Comparison(msgspec.Struct, frozen=True):
    """The whole table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def is_comparable(record: Record | None) -> bool:
    """Whether a record can stand in a comparison."""
    return record is not None and record.kind in COMPARABLE and record.audience == "public"


def keep_comparable(library: Library, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that can be compared, in their order, each once."""
    return tuple(dict.fromkeys(id for id in ids if is_comparable(library.find(id))))


def choices(library: Library, words: str = "", kind: str | None = None) -> tuple[Record, ...]:
    """Return what may be added to a comparison, in the order of the content or, with words, the best hit first."""
    if not words.strip():
        kinds_shown = (kind,) if kind else COMPARABLE
        return tuple(record for each in kinds_shown for record in library.records(each))
    from brochure.search import find_hits

    found = (library.record(hit.id) for hit in find_hits(library, words, 400))
    return tuple(record for record in found if is_comparable(record) and kind in (None, record.kind))


def compare(library: Library, ids: Iterable[str]) -> Comparison:
    """Return the table of up to four records; an id that is unknown or cannot be compared is left out.

    Args:
        library: The content.
        ids: What to compare, in the order of the columns; those after the fourth are not looked at.
    """
    found = [library.record(id) for id in keep_comparable(library, ids)[:MOST]]
    records = [record for record in found if isinstance(record, Zone | Carrier | Stage)]
    rows = []
    for key, label in say.ROWS.items():
        cells = tuple(Cell(tuple(FIELDS[key](record, library)) or (_unknown(record),)) for record in records)
        rows.append(Row(key, label, cells, _judge(cells)))
    return Comparison(tuple(_column(record) for record in records), tuple(rows))


def _judge(cells: tuple[Cell, ...]) -> Verdict:
    if len(cells) < 2:
        return "alone"
    known = [tuple(line.text for line in cell.lines if line.known) for cell in cells if cell.known]
    if not known:
        return "open"
    if len({frozenset(each) for each in known}) > 1:
        return "differs"
    return "same" if len(known) == len(cells) else "partly"


def _unknown(record: Record) -> Line:
    return Line(kinds.TO_BE_CONFIRMED, record.id, known=False)


def _column(record: Zone | Carrier | Stage) -> Column:
    seen = say_seen(record.as_of) if record.as_of else kinds.TO_BE_CONFIRMED
    feature = getattr(record, "feature", None)
    return Column(record.id, record.kind, record.name, record.status or "unverified", seen, feature)
