"""What stands behind a number on a card: its readings, its whole and parts, and what it must not be taken for."""

import msgspec

from brochure.model.kinds import Figure
from brochure.model.record import Record
from brochure.provenance import (
    figures_of,
    how_compared,
    lookalikes,
    parts_of,
    readings,
    same_matter,
    whole_of,
)
from brochure.store.library import Library
from brochure.words import Text
from brochure.words import provenance as say


class ReadingRow(msgspec.Struct, frozen=True):
    """A figure as a line of a list; ``tag`` says what is special about it, ``here`` that it is the card's own."""

    figure: Figure
    named: bool = True
    tag: Text | None = None
    here: bool = False


class ReadingGroup(msgspec.Struct, frozen=True):
    """Lines below a small heading, and the sentence that says how they may be read."""

    heading: Text
    rows: tuple[ReadingRow, ...]
    note: Text | None = None


class Proof(msgspec.Struct, frozen=True):
    """All that is said of a record's numbers besides the numbers themselves."""

    details: tuple[tuple[Text, Text], ...] = ()
    groups: tuple[ReadingGroup, ...] = ()
    other_readings: tuple[Figure, ...] = ()


def build_proof(record: Record, library: Library) -> Proof:
    """Return the proof of a record: for a figure everything around it, for others the figures linked with it."""
    if not isinstance(record, Figure):
        return Proof(groups=_groups((say.FIGURES, figures_of(library, record))))
    found = readings(library, record)
    whole = whole_of(library, record)
    around = _groups(
        (say.WHOLE, (whole,) if whole is not None else ()), (say.PARTS, parts_of(library, record)),
        (say.LOOKALIKES, lookalikes(library, record)), (say.SAME_MATTER, same_matter(library, record)),
    )  # fmt: skip
    return Proof(_details(record), (*_history(record, found), *around), found if len(found) > 1 else ())


def _details(figure: Figure) -> tuple[tuple[Text, Text], ...]:
    rows = [(say.SCOPE, figure.scope or say.SCOPE_OPEN)]
    if figure.named is not None:
        rows.append((say.NAMED, say.say_named(figure.named, figure.value, figure.unit)))
    return tuple(rows)


def _history(record: Figure, found: tuple[Figure, ...]) -> tuple[ReadingGroup, ...]:
    if len(found) < 2:
        return ()
    rows = tuple(
        ReadingRow(each, named=False, tag=say.CURRENT if each.current else None, here=each.id == record.id)
        for each in found
    )
    return (ReadingGroup(say.READINGS, rows, how_compared(found)),)


def _groups(*wanted: tuple[Text, tuple[Figure, ...]]) -> tuple[ReadingGroup, ...]:
    return tuple(ReadingGroup(heading, tuple(map(ReadingRow, found))) for heading, found in wanted if found)
