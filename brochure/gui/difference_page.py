"""What an import would change: the records at the left, cell by cell at the right, one decision for each record."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.content.redlines import is_red_line
from brochure.gui.card_parts import Caution
from brochure.gui.cell_change import CellPair
from brochure.gui.cell_words import say_cell, say_column
from brochure.gui.list_models import Cell, Column, RecordTable
from brochure.gui.record_list import Table
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, PrimaryButton, Rule, ScrollPanel, SecondaryButton, Segmented
from brochure.model.datum import DATUMS
from brochure.model.difference import Difference, RecordChange
from brochure.words import Text
from brochure.words import content_place as say
from brochure.words.fields import FIELDS
from brochure.words.kinds import KINDS
from brochure.words.placing import DATUM_ASKED, DATUMS_SHORT, FROM_FEATURE


class Proposal(msgspec.Struct):
    """One changed record and whether it is wanted."""

    id: str
    change: RecordChange
    taken: bool = True


class DifferencePage(QWidget):
    """``applied`` tells the ids that are wanted, ``left`` that nothing is, ``datum_asked`` what red lines are in."""

    applied = Signal(tuple)
    left = Signal()
    datum_asked = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.difference: Difference | None = None
        self.proposals: list[Proposal] = []
        self.current = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading, self.note = TextBlock("", "title", 700), TextBlock("", "small", 400, "secondary", max_lines=2)
        column.addWidget(self.heading)
        column.addWidget(self.note)
        column.addWidget(self._build_question())
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._build_list(), stretch=5)
        self.detail = ScrollPanel()
        body.addWidget(self.detail, stretch=6)
        column.addLayout(body, stretch=1)
        column.addLayout(self._build_foot())

    def show_difference(self, difference: Difference) -> None:
        """Show another difference, every record taken."""
        self.difference = difference
        self.proposals = [Proposal(change.record, change) for change in difference.changes]
        self.model.set_records(self.proposals)
        self.retranslate()
        if self.proposals:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.show_record(self.proposals[0].id)

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        to = self.hub.say
        self.heading.set_text(to(say.DIFFERENCE))
        if self.difference is not None:
            new = sum(change.new for change in self.difference.changes)
            changed, files = len(self.difference.changes) - new, ", ".join(self.difference.files)
            self.question.setVisible(self.difference.datum is not None)
            self.asked.set_text(to(DATUM_ASKED))
            if self.difference.datum is not None:
                self.datum.set_current(self.difference.datum)
            self.note.set_text(to(say.DIFFERENCE_NOTE.fill(files, new, changed, self.difference.unchanged)))
        self.table.setAccessibleName(to(say.DIFFERENCE))
        self.all_button.set_text(to(say.TAKE_ALL))
        self.none_button.set_text(to(say.TAKE_NONE))
        self.leave_button.set_text(to(say.GIVE_UP))
        self.safe.set_text(to(say.SAFE))
        self.model.say_again()
        self._say_count()
        if self.current:
            self.show_record(self.current)

    def _build_question(self) -> QWidget:
        """Return the question for the datum of red lines; asked only where their files do not say."""
        self.question = QWidget()
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.asked = TextBlock("", "small", 400, "secondary")
        self.datum = Segmented([(datum, DATUMS_SHORT[datum].zh) for datum in DATUMS], DATUMS[0])
        self.datum.chosen.connect(self._choose_datum)
        row.addWidget(self.asked)
        row.addWidget(self.datum)
        row.addStretch(1)
        return self.question

    def _choose_datum(self, datum: str) -> None:
        if self.difference is not None and datum != self.difference.datum:
            self.datum_asked.emit(datum)

    def show_record(self, record_id: str) -> None:
        """Show the cells of a record."""
        proposal = next((each for each in self.proposals if each.id == record_id), None)
        if proposal is not None:
            self.current = record_id
            self.detail.show_inside(self._cells_of(proposal.change), (20, 16, 20, 20), 14)

    def toggle(self, record_id: str) -> None:
        """Take a record or leave it out."""
        for proposal in self.proposals:
            if proposal.id == record_id:
                proposal.taken = not proposal.taken
        self._counted_anew()

    def take(self, *, wanted: bool) -> None:
        """Take every record, or none."""
        for proposal in self.proposals:
            proposal.taken = wanted
        self._counted_anew()

    def taken(self) -> tuple[str, ...]:
        """Return the ids of the records that are wanted."""
        return tuple(each.id for each in self.proposals if each.taken)

    def _counted_anew(self) -> None:
        self.model.say_again()
        self._say_count()

    def _say_count(self) -> None:
        count = len(self.taken())
        self.apply_button.set_text(self.hub.say(say.APPLY.fill(count)))
        self.apply_button.setEnabled(count > 0)

    def _build_list(self) -> Panel:
        frame = Panel()
        holder = QVBoxLayout(frame)
        holder.setContentsMargins(1, 1, 1, 9)  # the table must not cover the round corners
        columns = [
            Column(say.NAME, lambda each: Cell(each.change.name, dot=_dot(each.change)), 5, 180),
            Column(say.KIND, lambda each: Cell(KINDS[each.change.kind]), 1, 84, rank=1),
            Column(say.CELLS, _say_cells, 1, 84),
            Column(say.TAKE, _say_taken, 0, 60),
        ]
        self.model = RecordTable(columns, self.hub.say)
        self.table = Table(self.model)
        self.table.opened.connect(self.show_record)
        self.table.toggled.connect(self.toggle)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        holder.addWidget(self.table)
        return frame

    def _row_changed(self, index) -> None:
        if index.isValid():
            self.show_record(self.proposals[index.row()].id)

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.all_button, self.none_button = SecondaryButton("", None, 44), SecondaryButton("", None, 44)
        self.leave_button, self.apply_button = SecondaryButton("", None, 44), PrimaryButton("", "check", 44)
        self.safe = TextBlock("", "small", 400, "secondary", max_lines=2)
        self.all_button.clicked.connect(lambda: self.take(wanted=True))
        self.none_button.clicked.connect(lambda: self.take(wanted=False))
        self.leave_button.clicked.connect(self.left)
        self.apply_button.clicked.connect(lambda: self.applied.emit(self.taken()))
        foot.addWidget(self.all_button)
        foot.addWidget(self.none_button)
        foot.addSpacing(8)
        foot.addWidget(self.safe, stretch=1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.apply_button)
        return foot

    def _cells_of(self, change: RecordChange) -> Iterator[QWidget]:
        to, lang = self.hub.say, self.hub.lang
        yield TextBlock(change.name.to(lang), "lead", 700)
        from_where = FROM_FEATURE if is_red_line(Path(change.file)) else say.FROM_ROW
        place = to(
            from_where.fill(change.file if change.sheet is None else f"{change.file} · {change.sheet}", change.row)
        )
        state = to(say.NEW if change.new else say.CHANGED)
        yield TextBlock(f"{state} · {to(KINDS[change.kind])} · {change.record}\n{place}", "small", 400, "secondary")
        yield Rule()
        for notice in change.notices:
            label = say.NOTICE.fill(FIELDS[notice.field], notice.message) if notice.field in FIELDS else notice.message
            yield Caution(to(label))
        names = self._names()
        for cell in change.cells:
            values = []
            for tag, value, comes in ((say.NOW, cell.before, False), (say.THEN, cell.after, True)):
                if not (change.new and not comes):
                    words = say_cell(change.kind, cell.column, value, names, lang)
                    values.append((to(tag), words, comes, value is None))
            yield CellPair(say_column(cell.column, lang), values)

    def _names(self) -> dict[str, Text]:
        library = self.hub.library
        names = {record.id: record.name for kind in KINDS for record in library.records(kind, archive=True)}
        return names | {each.id: each.change.name for each in self.proposals}


def _dot(change: RecordChange) -> str:
    """Return the colour of a change: brick where it could not be printed, else new or changed."""
    if any(notice.level == "error" for notice in change.notices):
        return "brick"
    return "grass" if change.new else "sky"


def _say_cells(proposal: Proposal) -> Cell:
    if proposal.change.new:
        return Cell(say.NEW)
    return Cell(say.CELLS_COUNT.fill(len(proposal.change.cells)))


def _say_taken(proposal: Proposal) -> Cell:
    return Cell(say.TAKEN if proposal.taken else say.LEFT_OUT, button="check" if proposal.taken else "close")
