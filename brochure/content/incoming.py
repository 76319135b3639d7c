"""Tables that somebody brings against the content of today: what would change, and every cell that cannot be taken."""

from collections.abc import Collection, Iterable, Mapping

from brochure.content.links import faults_of
from brochure.content.sheets import MAX_CELL, Sheet
from brochure.content.tables import explain_cell, period_faults
from brochure.content.workbook import Row
from brochure.model.difference import CellChange, Problem, RecordChange
from brochure.model.flat import cell_errors, columns, from_row, to_cells
from brochure.model.kinds import KINDS as CLASSES
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import intake as say
from brochure.words.kinds import KINDS


class Incoming:
    """The rows of all tables, checked one by one and then against each other."""

    def __init__(self, today: Mapping[str, Record], drawn: Collection[str]) -> None:
        """Begin with the content of today.

        Args:
            today: Every record by its id.
            drawn: The ids of what is on the map.
        """
        self.today, self.drawn = today, drawn
        self.problems: list[Problem] = []
        self.unchanged = 0
        self._brought: dict[str, tuple[Sheet, Row, Record]] = {}
        self._places: dict[str, tuple[Sheet, Row]] = {}

    def take(self, sheets: Iterable[Sheet]) -> tuple[RecordChange, ...]:
        """Return what the tables change, in their order; ``problems`` holds what cannot be taken."""
        for sheet in sheets:
            for row in sheet.rows:
                self._take_row(sheet, row)
        kinds = {id: record.kind for id, record in self.today.items()}
        kinds |= {id: sheet.kind for id, (sheet, _) in self._places.items()}
        changes = []
        for sheet, row, record in self._brought.values():
            self._check_links(sheet, row, record, kinds)
            change = self._compare(sheet, row, record)
            if change is None:
                self.unchanged += 1
            else:
                changes.append(change)
        return tuple(changes)

    def _take_row(self, sheet: Sheet, row: Row) -> None:
        cells = {
            name: row.cells[place - 1] if place <= len(row.cells) else None for place, name in sheet.header.items()
        }
        faults: dict[str, tuple[Text, str]] = {}
        given: dict[str, str] = {}
        for name, cell in cells.items():
            given[name] = text = cell.text.replace("\r\n", "\n").strip() if cell is not None else ""
            wanted = (cell.fault if cell is not None else None) or _text_fault(text)
            if wanted is not None:
                faults[name] = (wanted, text)
        id = given["id"]
        if "id" not in faults and not self._check_id(sheet, row, id, faults):
            self._tell(sheet, row, faults, new=False)
            return
        before = self.today.get(id)
        merged = {**(to_cells(before) if before is not None else {}), **given}
        new = before is None
        cls = CLASSES[sheet.kind]
        for error in cell_errors(cls, merged):
            names = next(column.names for column in columns(cls) if error.column in (*column.names, column.field))
            name = next((each for each in (error.column, *names) if each in given), names[0])
            faults.setdefault(name, (explain_cell(error), str(merged.get(name) or "")))
        if not faults:
            record = from_row(cls, merged)
            faults = {field: (wanted, found) for field, wanted, found in period_faults(record)}
            if not faults:
                self._brought[id] = (sheet, row, record)
        self._tell(sheet, row, faults, new=new)

    def _check_id(self, sheet: Sheet, row: Row, id: str, faults: dict[str, tuple[Text, str]]) -> bool:
        """Note what is wrong with an id; whether the rest of the row can be looked at."""
        if not id:
            faults["id"] = (say.ID, "")
            return False
        if id in self._places:
            other, place = self._places[id]
            faults["id"] = (say.ID_ONCE.fill(other.name, place.number), id)
            return False
        self._places[id] = (sheet, row)
        kind = self.today[id].kind if id in self.today else sheet.kind
        if kind != sheet.kind:
            faults["id"] = (say.ID_OF_KIND.fill(KINDS[sheet.kind], KINDS[kind]), id)
            return False
        return True

    def _check_links(self, sheet: Sheet, row: Row, record: Record, kinds: Mapping[str, str]) -> None:
        """Tell of what a record points to in vain; what it did already today is left to the audit."""
        before = self.today.get(record.id)
        old = {(fault.column, str(fault.found)) for fault in faults_of(before, kinds, self.drawn)} if before else set()
        faults = {
            fault.column: (fault.expected, str(fault.found))
            for fault in faults_of(record, kinds, self.drawn)
            if (fault.column, str(fault.found)) not in old
        }
        self._tell(sheet, row, faults, new=before is None)

    def _compare(self, sheet: Sheet, row: Row, record: Record) -> RecordChange | None:
        before = self.today.get(record.id)
        old: dict[str, str | None] = to_cells(before) if before is not None else {}
        cells = tuple(
            CellChange(name, old.get(name), value) for name, value in to_cells(record).items() if value != old.get(name)
        )
        if not cells:
            return None
        return RecordChange(
            record.id, sheet.kind, record.name, before is None, cells, sheet.file, sheet.title, row.number
        )

    def _tell(self, sheet: Sheet, row: Row, faults: Mapping[str, tuple[Text, str]], *, new: bool) -> None:
        for name, (wanted, found) in faults.items():
            letter = sheet.letter(name)
            if letter is None and new:
                row_name = say.ROW.fill(sheet.name, row.number)
                message = say.NO_CELL.fill(row_name, name, wanted)
            else:
                place = say.PLACE.fill(sheet.name, row.number, letter or "–", name)
                shown = found if len(found) <= 60 else found[:59] + "…"
                message = say.EXPECTED.fill(place, wanted, shown) if shown else say.NOT_EMPTY.fill(place, wanted)
            self.problems.append(sheet.problem(message, row.number, name))


def _text_fault(text: str) -> Text | None:
    if say.MOJIBAKE.search(text):
        return say.GARBLED
    if say.CONTROLS.search(text):
        return say.CONTROL
    return say.SHORTER.fill(MAX_CELL) if len(text) > MAX_CELL else None
