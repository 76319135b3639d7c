"""Tables that somebody brings against the content of today: what would change, and every cell that cannot be taken."""

import contextlib
import functools
import re
from collections.abc import Collection, Iterable, Mapping

import msgspec

from brochure.content.decoding import CHINESE
from brochure.content.links import faults_of
from brochure.content.sheets import MAX_CELL, Sheet
from brochure.content.tables import explain_cell, period_faults
from brochure.content.workbook import NO_CELL, Row
from brochure.model.difference import CellChange, Problem, RecordChange
from brochure.model.flat import CellError, Column, cell_errors, columns, from_row, to_cells
from brochure.model.kinds import KINDS as CLASSES
from brochure.model.record import Record
from brochure.words import Text
from brochure.words import intake as say
from brochure.words.choices import say_choice
from brochure.words.content import ONE_OF
from brochure.words.kinds import KINDS
from brochure.words.text import shown

KEY = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
YES_NO = {"TRUE": "1", "FALSE": "0"}
"""What a spreadsheet makes of yes and no."""
SELDOM = "\u0250\u2000"
"""Letters between these are so seldom here that what would be one of them is rather two signs side by side."""
MAX_OUTLINE = 32_767
"""A red line of many points, as long as a cell of a spreadsheet can be."""
MAX_HINTS = 50
"""After so many problems no near spelling is looked for any more: it takes longer than everything else."""


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
        sheets = list(sheets)
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
        places = {(sheet.file, sheet.title): place for place, sheet in enumerate(sheets)}
        self.problems.sort(key=lambda problem: (places[problem.file, problem.sheet], problem.row or 0))
        return tuple(changes)

    def _take_row(self, sheet: Sheet, row: Row) -> None:
        cells = {
            name: row.cells[place - 1] if place <= len(row.cells) else NO_CELL for place, name in sheet.header.items()
        }
        given = {name: cell.text.replace("\r\n", "\n").replace("\r", "\n").strip() for name, cell in cells.items()}
        for name in _yes_no(CLASSES[sheet.kind]):
            if given.get(name) in YES_NO:
                given[name] = YES_NO[given[name]]
        id = given["id"]
        before = self.today.get(id)
        old: dict[str, str | None] = to_cells(before) if before is not None else {}
        faults: dict[str, tuple[Text, str]] = {}
        for name, cell in cells.items():
            text = given[name]
            wanted = cell.fault or (_text_fault(text, _longest(name)) if text != old.get(name) else None)
            if wanted is not None:
                faults[name] = (wanted, text)
        if "id" in faults or not self._check_id(sheet, row, id, faults):
            _, more = _read(CLASSES[sheet.kind], given, given)
            more = {name: fault for name, fault in more.items() if given.get(name) and name != "id"}
            self._tell(sheet, row, {**more, **faults}, new=False)
            return
        record, more = _read(CLASSES[sheet.kind], {**old, **given}, given)
        faults = {**more, **faults}
        if record is not None and not faults:
            self._brought[id] = (sheet, row, record)
        self._tell(sheet, row, faults, new=before is None)

    def _check_id(self, sheet: Sheet, row: Row, id: str, faults: dict[str, tuple[Text, str]]) -> bool:
        """Note what is wrong with an id; whether the rest of the row can be looked at."""
        if not KEY.fullmatch(id):
            faults["id"] = (say.ID, id)
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
        hint = len(self.problems) < MAX_HINTS
        found = [(each.column, each.expected, str(each.found)) for each in faults_of(record, kinds, self.drawn, hint)]
        before = self.today.get(record.id)
        if found and before is not None:
            old = {(each.column, str(each.found)) for each in faults_of(before, kinds, self.drawn, hint=False)}
            found = [each for each in found if (each[0], each[2]) not in old]
        faults: dict[str, tuple[Text, str]] = {}
        for column, wanted, value in found:
            faults.setdefault(column, (wanted, value))
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
        places = {name: place for place, name in sheet.header.items()}
        for name in sorted(faults, key=lambda name: places.get(name, 0)):
            wanted, found = faults[name]
            letter = sheet.letter(name)
            if letter is None:
                lacks = say.NO_CELL if new else say.LACKS
                message = lacks.fill(say.ROW.fill(sheet.name, row.number), name, wanted)
            else:
                place = say.PLACE.fill(sheet.name, row.number, letter, name)
                message = say.EXPECTED.fill(place, wanted, shown(found)) if found else say.NOT_EMPTY.fill(place, wanted)
            short = say.EXPECTED_SHORT.fill(wanted, shown(found)) if found else say.NOT_EMPTY_SHORT.fill(wanted)
            self.problems.append(msgspec.structs.replace(sheet.problem(message, row.number, name), short=short))


def _read(
    cls: type[Record], merged: Mapping[str, str | None], given: Collection[str]
) -> tuple[Record | None, dict[str, tuple[Text, str]]]:
    """Return the record of a row, or what is wrong with each of its cells; one that was given is named first."""
    faults: dict[str, tuple[Text, str]] = {}
    try:
        record = from_row(cls, merged)
    except CellError:
        for error in cell_errors(cls, merged):
            column = next(each for each in columns(cls) if error.column in (*each.names, each.field))
            name = next((each for each in (error.column, *column.names) if each in given), column.names[0])
            wanted = _choices(cls.kind, column) if column.choices else explain_cell(error)
            faults[name] = (wanted, merged.get(name) or "")
        return None, faults
    for field, wanted, found in period_faults(record):
        faults[field] = (wanted, found)
    return record, faults


def _choices(kind: str, column: Column) -> Text:
    """Return what a cell may hold, in Chinese with what it means."""
    words = {choice: say_choice(kind, column.field, choice) for choice in column.choices}
    chinese = [choice if said is None else f"{choice}（{said.zh}）" for choice, said in words.items()]
    return ONE_OF.fill(Text("、".join(chinese), ", ".join(words)))


@functools.cache
def _yes_no(cls: type[Record]) -> tuple[str, ...]:
    return tuple(column.field for column in columns(cls) if column.form == "bool")


def _longest(column: str) -> int:
    return MAX_OUTLINE if column == "outline" else MAX_CELL


def _text_fault(text: str, longest: int) -> Text | None:
    if text.isascii() and text.isprintable():
        return None if len(text) <= longest else say.SHORTER.fill(longest)
    if say.MOJIBAKE.search(text) or _was_utf8(text):
        return say.GARBLED
    if say.CONTROLS.search(text):
        return say.CONTROL
    return say.SHORTER.fill(longest) if len(text) > longest else None


def _was_utf8(text: str) -> bool:
    """Whether it is UTF-8 that somebody once read as GBK or as Western: turned back it gives other words."""
    for run in say.WESTERN.findall(text):
        with contextlib.suppress(UnicodeError):
            if not SELDOM[0] <= run.encode("latin-1").decode("utf-8")[0] < SELDOM[1]:
                return True
    for encoding in ("gb18030", "cp1252") if len(text) > 2 else ():
        with contextlib.suppress(UnicodeError):
            other = text.encode(encoding).decode("utf-8")
            if other != text and CHINESE.search(other):
                return True
    return False
