"""The first page of 资料: three steps, a place to drop files, what awaits a choice, what was changed so far."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.claims import Issue
from brochure.desk.intake import say_files
from brochure.gui import theme
from brochure.gui.audit_list import AuditList
from brochure.gui.cell_change import CellPair
from brochure.gui.cell_words import say_cell, say_column
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import PrimaryButton, Rule, ScrollPanel, SecondaryButton
from brochure.model.change import Change, Conflict, Import
from brochure.words import content_place as say
from brochure.words.kinds import KINDS

Made = tuple[Import, tuple[Change, ...]]


class Step(QWidget):
    """A golden number, a few words, a line below."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 0, 0, 0)
        column.setSpacing(2)
        self.heading, self.line = TextBlock("", "body", 700), TextBlock("", "small", 400, "secondary")
        column.addWidget(self.heading)
        column.addWidget(self.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("gold"), 1.5))
        painter.drawEllipse(QRectF(1, 1, 28, 28))
        painter.setFont(theme.font("body", 700))
        painter.setPen(theme.colour("gold_text"))
        painter.drawText(QRectF(1, 1, 28, 28), int(Qt.AlignmentFlag.AlignCenter), str(self.number))


class DropZone(QWidget):
    """A dashed frame that takes files; beside the drop there are two buttons, for not everybody drags."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.over = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 64, 24, 24)
        column.setSpacing(6)
        self.heading, self.line = TextBlock("", "lead", 700), TextBlock("", "small", 400, "secondary")
        self.choose, self.write = PrimaryButton("", "folder", 44), SecondaryButton("", "download", 44)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.choose, self.write):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self.heading)
        column.addWidget(self.line)
        column.addSpacing(8)
        column.addLayout(buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(over=False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.dropped.emit(files)

    def _set_over(self, *, over: bool) -> None:
        self.over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("brand" if self.over else "switch_off"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("wash" if self.over else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        paint_icon(painter, "download", QRectF(24, 24, 28, 28), theme.colour("brand"))


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
        left = QVBoxLayout()
        left.setSpacing(20)
        self.zone = DropZone()
        self.steps = [Step(number) for number in range(1, len(say.STEPS) + 1)]
        left.addWidget(self.zone)
        for step in self.steps:
            left.addWidget(step)
        left.addStretch(1)
        body.addLayout(left, stretch=5)
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
        for step, (heading, line) in zip(self.steps, say.STEPS, strict=True):
            step.heading.set_text(to(heading))
            step.line.set_text(to(line))
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
