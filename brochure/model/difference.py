"""What an import would change: record by record, cell by cell, and every place that must be mended first."""

from typing import Literal

import msgspec

from brochure.model.datum import Datum
from brochure.words import Text

Action = Literal["added", "changed", "removed"]


class Problem(msgspec.Struct, frozen=True):
    """One thing that stands in the way: where it is, and in ``message`` the whole sentence about it.

    ``row`` counts as a spreadsheet does; ``column`` is the name of the column, ``letter`` its place in a spreadsheet.
    ``asks`` is what a person has to say before the file can be read; ``short`` is the sentence without its place, for
    where the place stands beside it.
    """

    file: str
    message: Text
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    letter: str | None = None
    asks: Literal["encoding", "kind"] | None = None
    short: Text | None = None
    feature: int | None = None
    """Which feature of a file of red lines it is about."""


class CellChange(msgspec.Struct, frozen=True):
    """One cell before and after; ``None`` is an empty cell."""

    column: str
    before: str | None
    after: str | None

    @property
    def action(self) -> Action:
        """Whether the cell is filled, filled otherwise, or emptied."""
        if self.before is None:
            return "added"
        return "changed" if self.after is not None else "removed"


class Notice(msgspec.Struct, frozen=True):
    """What the audit would say of a record once it is taken over, and does not say of it today.

    A ``note`` is only good to know: how much larger a red line is than the sketch.
    """

    level: Literal["error", "warning", "note"]
    field: str | None
    message: Text


class RecordChange(msgspec.Struct, frozen=True):
    """What an import does to one record, and where it says so; ``name`` is the name it has afterwards."""

    record: str
    kind: str
    name: Text
    new: bool
    cells: tuple[CellChange, ...]
    file: str
    sheet: str | None
    row: int
    notices: tuple[Notice, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """All that an import comes to; ``seen`` marks the changes it knows of, so that a later one is noticed."""

    files: tuple[str, ...]
    changes: tuple[RecordChange, ...]
    unchanged: int
    problems: tuple[Problem, ...] = ()
    seen: str = ""
    inputs: str = ""
    datum: Datum | None = None
    """The datum that red lines were read in, where some of their files do not state one."""
