"""The office's own changes, laid over the shipped records; what no longer fits is left out and told.

A record that the new ``data/`` changed in the same cell is in conflict: nobody guesses which of the two is right, so it
stays as shipped, none of its changes is laid over it, and both values are told until somebody chooses.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from brochure.content.links import faults_of
from brochure.content.tables import period_faults
from brochure.model.change import Change, Conflict, Edit
from brochure.model.flat import cell_errors, columns, from_row, to_cells
from brochure.model.kinds import KINDS
from brochure.model.record import Record

Records = Mapping[str, tuple[Record, ...]]


class Laid(NamedTuple):
    """The records with the changes made, those that could not be made or await a choice, and what now differs."""

    records: dict[str, tuple[Record, ...]]
    unfit: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    edits: tuple[Edit, ...] = ()


def lay_over(
    records: Records,
    changes: Sequence[Change],
    drawn: Collection[str] | None = None,
    files: Mapping[int, tuple[str, ...]] | None = None,
) -> Laid:
    """Return the records with the changes made.

    A change does not fit when its record or column is gone, when the cell would not hold what the column asks for, or
    when it would point to a record that is not there.

    Args:
        records: The shipped records.
        changes: What the office changed, in the order it was made; of two changes of a cell the later one holds.
        drawn: The ids of what is on the map; not looked at when not given.
        files: The files of each import by its number, for whoever asks where a cell comes from.
    """
    return _Overlay(records, changes, drawn, files or {}).laid()


class _Overlay:
    def __init__(
        self,
        records: Records,
        changes: Sequence[Change],
        drawn: Collection[str] | None,
        files: Mapping[int, tuple[str, ...]],
    ) -> None:
        self.records, self.files = records, files
        self.shipped = {record.id: record for each in records.values() for record in each}
        self.drawn = drawn
        self.unfit: list[Change] = []
        self.conflicts: list[Conflict] = []
        self.wanted: dict[str, dict[str, Change]] = {}
        for change in changes:
            if not change.undone:
                self.wanted.setdefault(change.record, {})[change.field] = change
        for id in list(self.wanted):
            self._sift(id)

    def laid(self) -> Laid:
        """Make the changes; dropping one may leave another without what it points to, so it goes on until all fit."""
        made = {id: self._made(id) for id in self.wanted}
        while True:
            there = {**self.shipped, **{id: record for id, record in made.items() if record is not None}}
            kinds = {id: record.kind for id, record in there.items()}
            loose = {
                id: bad
                for id, record in made.items()
                if record is not None and (bad := self._loose_columns(record, kinds))
            }
            if not loose:
                break
            for id, names in loose.items():
                self._drop(id, names)
                made[id] = self._made(id)
        kept = {id: record for id, record in made.items() if record is not None}
        added: dict[str, list[Record]] = {}
        for id, record in kept.items():
            if id not in self.shipped:
                added.setdefault(record.kind, []).append(record)
        laid = {
            kind: (*(kept.get(record.id, record) for record in each), *added.get(kind, ()))
            for kind, each in self.records.items()
        }
        unfit = tuple(sorted(self.unfit, key=lambda change: change.id or 0))
        return Laid(laid, unfit, tuple(self.conflicts), tuple(edit for id in kept for edit in self._edits(id)))

    def _edits(self, id: str) -> Iterator[Edit]:
        """Return the cells in which a record now differs from what was shipped."""
        record = self.shipped.get(id)
        now = to_cells(record) if record is not None else {}
        for name, change in self.wanted[id].items():
            if change.value != now.get(name):
                yield Edit(id, name, change.made_at, record is None, self.files.get(change.import_id or 0, ()))

    def _sift(self, id: str) -> None:
        """Put aside what no longer fits, and hold a record back whose shipped cells changed meanwhile."""
        record, wanted = self.shipped.get(id), self.wanted[id]
        cls = KINDS.get(next(iter(wanted.values())).kind)
        names = {name for column in columns(cls) for name in column.names} if cls is not None else set()
        gone = record is None and "id" not in wanted
        for name, change in list(wanted.items()):
            other = (record is not None and record.kind != change.kind) or (name == "id" and change.value != id)
            if gone or other or name not in names:
                self._drop(id, {name})
        now = to_cells(record) if record is not None else {}
        differing = [change for name, change in wanted.items() if change.value != now.get(name)]
        if any(change.base_value != now.get(change.field) for change in differing):
            self.conflicts += [
                Conflict(
                    id, change.kind, change.field, change.base_value, change.value, now.get(change.field), change.id
                )
                for change in differing
            ]
            wanted.clear()

    def _made(self, id: str) -> Record | None:
        """Return a record with its changes, dropping those whose cells do not hold; nothing where none is left."""
        record = self.shipped.get(id)
        while self.wanted[id]:
            cls: type[Record] = KINDS[next(iter(self.wanted[id].values())).kind]
            cells: dict[str, Any] = to_cells(record) if record is not None else {}
            cells |= {name: change.value for name, change in self.wanted[id].items()}
            bad = {error.column for error in cell_errors(cls, cells)}
            if not bad:
                made = from_row(cls, cells)
                bad = {field for field, _, _ in period_faults(made)}
                if not bad:
                    return made
            self._drop(id, bad)
        return None

    def _drop(self, id: str, bad: Collection[str]) -> None:
        """Take out the changes of some columns; of a new record all of them, for half a record is none."""
        wanted = self.wanted[id]
        fields = {name.removesuffix("_zh").removesuffix("_en") for name in bad} | set(bad)
        out = [name for name in wanted if name in bad or name.removesuffix("_zh").removesuffix("_en") in fields]
        for name in out if id in self.shipped and out else list(wanted):
            self.unfit.append(wanted.pop(name))

    def _loose_columns(self, record: Record, kinds: Mapping[str, str]) -> set[str]:
        drawn = self.drawn if self.drawn is not None else {getattr(record, "feature", None) or ""}
        before = self.shipped.get(record.id)
        old = {fault[::2] for fault in faults_of(before, kinds, drawn, hint=False)} if before is not None else set()
        return {fault.column for fault in faults_of(record, kinds, drawn, hint=False) if fault[::2] not in old}
