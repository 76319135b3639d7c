"""The first page of 资料: three steps, a place to drop files, what awaits a choice, what was changed so far."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.claims import Issue
from brochure.desk.intake import say_files
from brochure.gui.audit_list import AuditList
from brochure.gui.cell_change import CellPair
from brochure.gui.cell_words import say_cell, say_column
from brochure.gui.drop_side import DropSide
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Rule, ScrollPanel, SecondaryButton
from brochure.model.change import Change, Conflict, Import
from brochure.words import content_place as say
from brochure.words.kinds import KINDS

Made = tuple[Import, tuple[Change, ...]]


class IntakeHome(QWidget):
    """``undo``, ``redo`` and ``settled`` tell what was pressed; the place does it."""

    undo = Signal(int)
    redo = Signal(int)
    settled = Signal(str, bool)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.made: Sequence[Made] = ()
        self.issues: Sequence[Issue] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.heading, self.note = TextBlock("", "title", 700), TextBlock("", "small", 400, "secondary", max_lines=1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.heading, alignment=Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.note, stretch=1, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(32)
        self.side = DropSide(len(say.STEPS))
        self.zone, self.steps = self.side.zone, self.side.steps
        body.addWidget(self.side, stretch=5)
        self.log = ScrollPanel()
        body.addWidget(self.log, stretch=6)
        column.addLayout(body, stretch=1)

    def show_made(self, made: Sequence[Made]) -> None:
        """List the imports so far, the newest first."""
        self.made = made
        self.retranslate()

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """List what the audit found."""
        self.issues = issues
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        to, library = self.hub.say, self.hub.library
        count = sum(len(library.records(kind, archive=True)) for kind in KINDS)
        self.heading.set_text(to(say.TITLE))
        self.note.set_text(to(say.NOTE.fill(count, library.content_date)))
        self.zone.heading.set_text(to(say.DROP_HERE))
        self.zone.line.set_text(to(say.DROP_NOTE))
        self.zone.choose.set_text(to(say.CHOOSE_FILES))
        self.zone.write.set_text(to(say.WRITE_TABLES))
        self.side.say_steps(say.STEPS, to)
        self.log.show_inside(self._log(), (20, 16, 20, 16), 10)

    def _log(self) -> Iterator[QWidget]:
        to = self.hub.say
        conflicts = self.hub.library.conflicts
        if conflicts:
            records = dict.fromkeys(conflict.record for conflict in conflicts)
            yield TextBlock(to(say.CONFLICTS.fill(len(records))), "lead", 700, "brick")
            yield TextBlock(to(say.CONFLICTS_NOTE), "small", 400, "secondary")
            for record in records:
                yield self._conflict(record, [each for each in conflicts if each.record == record])
                yield Rule()
        yield TextBlock(to(say.HISTORY), "lead", 700)
        if not self.made:
            yield TextBlock(to(say.HISTORY_EMPTY), "body", 400, "secondary")
        for one, changes in self.made:
            yield self._import(one, changes)
            yield Rule()
        if self.issues is not None:
            audit = AuditList(self.hub, self.issues)
            audit.chosen.connect(self.hub.choose)
            yield audit

    def _conflict(self, record: str, conflicts: Sequence[Conflict]) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 4, 0, 4)
        to, lang, library = self.hub.say, self.hub.lang, self.hub.library
        found = library.find(record)
        names = {each.id: each.name for kind in KINDS for each in library.records(kind, archive=True)}
        column.addWidget(TextBlock(found.name.to(lang) if found is not None else record, "body", 700))
        for each in conflicts:
            values = [
                (to(tag), say_cell(each.kind, each.field, value, names, lang), comes, value is None)
                for tag, value, comes in ((say.OURS, each.ours, True), (say.THEIRS, each.theirs, False))
            ]
            column.addWidget(CellPair(say_column(each.field, lang), values))
        column.addLayout(
            _buttons((to(say.KEEP), lambda: self.settled.emit(record, True)),
                     (to(say.TAKE_THEIRS), lambda: self.settled.emit(record, False)))
        )  # fmt: skip
        return widget

    def _import(self, one: Import, changes: Sequence[Change]) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 4, 0, 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        to = self.hub.say
        undone = bool(changes) and all(change.undone for change in changes)
        records = len({change.record for change in changes})
        files = to(say_files(one, self.hub.library))
        words.addWidget(TextBlock(files, "body", 500, "secondary" if undone else "text", max_lines=1))
        day = one.made_at.replace("T", " ").removesuffix("Z")
        line = to(say.HISTORY_LINE.fill(day, records, len(changes)))
        words.addWidget(TextBlock(f"{line} · {to(say.HISTORY_UNDONE)}" if undone else line, "small", 400, "secondary"))
        row.addLayout(words, stretch=1)
        signal = self.redo if undone else self.undo
        button = SecondaryButton("", None, 44)
        button.set_text(to(say.REDO if undone else say.UNDO))
        button.setAccessibleDescription(files)
        button.clicked.connect(lambda _=False: signal.emit(one.id))
        row.addWidget(button)
        return widget


def _buttons(*pairs: tuple[str, Callable[[], object]]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for words, do in pairs:
        button = SecondaryButton("", None, 44)
        button.set_text(words)
        button.clicked.connect(lambda _=False, do=do: do())
        row.addWidget(button)
    row.addStretch(1)
    return row
