"""A list that breathes: head, rows of 44 px in a frame with round corners, and an empty state with a way back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from brochure.gui import theme
from brochure.gui.flow import FlowLayout
from brochure.gui.list_models import CELL, HEAD_PX, RECORD, ROW_PX, SIDE_PX, Column, RecordTable, RowPainter
from brochure.gui.states import EmptyState
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, LEFT, Chip, Panel, width_of
from brochure.model.record import Record

LIST_SHARE = 1000
"""A list takes all the height it has rows for, before anything else takes more."""


class Head(QHeaderView):
    """The headings on mist."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(False)
        self.setFixedHeight(HEAD_PX)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, frame, index: int) -> None:
        painter.save()
        painter.fillRect(frame, theme.colour("field"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        words = self.model().headerData(index, Qt.Orientation.Horizontal)
        left = SIDE_PX if index == 0 else 0
        button = not self.model().columns[index].share  # a column of buttons has the width of a button
        painter.drawText(QRectF(frame).adjusted(left, 0, 0 if button else -4, 0), CENTRE if button else LEFT, words)
        painter.restore()


class Corner(QWidget):
    """The end of the head above the scroll bar."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("field"))


class Table(QTableView):
    """Enter or a press opens the card; Space or the last column puts the row on the shortlist."""

    opened = Signal(str)
    toggled = Signal(str)

    def __init__(self, model: RecordTable) -> None:
        super().__init__()
        self.setModel(model)
        self.setHorizontalHeader(Head())
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setItemDelegate(RowPainter(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.clicked.connect(self._pressed)
        self._corner = Corner(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.currentIndex().data(RECORD) if self.currentIndex().isValid() else None
        if record is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(record.id)
        elif record is not None and event.key() == Qt.Key.Key_Space:
            self.toggled.emit(record.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _pressed(self, index) -> None:
        record = index.data(RECORD)
        (self.toggled if index.data(CELL).button else self.opened).emit(record.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._corner.setGeometry(self.viewport().geometry().right() + 1, 0, self.width(), HEAD_PX)
        self.share_width()

    def share_width(self) -> None:
        """Give each column its share; the least important go where there is no room for all."""
        model = self.model()
        assert isinstance(model, RecordTable)
        room = self.viewport().width()
        shown = list(range(len(model.columns)))
        while sum(model.columns[i].least_px for i in shown) > room and any(model.columns[i].rank for i in shown):
            shown.remove(max(shown, key=lambda i: model.columns[i].rank))
        spare = max(0, room - sum(model.columns[i].least_px for i in shown))
        whole = sum(model.columns[i].share for i in shown) or 1
        left = room
        for i, column in enumerate(model.columns):
            self.setColumnHidden(i, i not in shown)
            if i in shown:
                width = left if i == shown[-1] else round(column.least_px + spare * column.share / whole)
                self.setColumnWidth(i, width)
                left -= width


class RecordList(Panel):
    """A table in its frame; empty, it says so and offers the way back."""

    def __init__(self, hub: Hub, columns: Sequence[Column]) -> None:
        super().__init__()
        self.hub = hub
        self.model = RecordTable(columns, hub.say)
        self.table = Table(self.model)
        self.table.opened.connect(hub.choose)
        self.table.toggled.connect(self._toggle)
        self.empty = EmptyState()
        holder = QVBoxLayout(self)
        holder.setContentsMargins(1, 1, 1, 1)
        self._stack = QStackedLayout()
        holder.addLayout(self._stack)  # first: a stack without a home shows what it is given as a window of its own
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        hub.record_chosen.connect(self.mark)
        hub.card_closed.connect(self.table.clearSelection)
        hub.shortlist_changed.connect(lambda _ids: self.model.say_again())

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other rows."""
        self.model.set_records(records)
        self._stack.setCurrentWidget(self.table if records else self.empty)
        if self.hub.chosen:
            self.mark(self.hub.chosen)
        self.setMaximumHeight(16_777_215 if not records else HEAD_PX + ROW_PX * len(records) + 2)

    def mark(self, record_id: str) -> None:
        """Mark the row of the thing chosen, wherever it was chosen."""
        row = self.model.row_of(record_id)
        if row < 0:
            self.table.clearSelection()
        else:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def forget(self) -> None:
        """Mark no row, and begin at the first."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.table.scrollToTop()

    def _toggle(self, record_id: str) -> None:
        (self.hub.remove if record_id in self.hub.shortlist else self.hub.add)(record_id)

    def retranslate(self) -> None:
        self.table.horizontalHeader().setAccessibleName(self.table.accessibleName())
        self.model.say_again()


class Heading(QWidget):
    """What a list holds, with a word about it behind the title or, where there is no room, below it."""

    def __init__(self, tail: QWidget | None = None) -> None:
        super().__init__()
        self.title = TextBlock("", "title", 700)
        self.note = TextBlock("", "small", 400, "secondary")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.title, alignment=Qt.AlignmentFlag.AlignBottom)
        self._words.addWidget(self.note, 1, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(self._words, 1)
        self.tail = tail
        if tail is not None:
            whole.addWidget(tail, alignment=Qt.AlignmentFlag.AlignTop)

    def set_words(self, title: str, note: str) -> None:
        """Say both."""
        self.title.set_text(title)
        self.note.set_text(note)
        self.lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    def lay(self) -> None:
        """Put the note behind the title or below it."""
        tail = self.tail.sizeHint().width() + 16 if self.tail is not None and not self.tail.isHidden() else 0
        words = width_of(self.title.text(), "title", 700) + width_of(self.note.text(), "small") + 24
        beside = words <= self.width() - tail
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._words.setDirection(direction)
        self._words.setSpacing(16 if beside else 2)
        for block in (self.title, self.note):
            self._words.setAlignment(block, Qt.AlignmentFlag.AlignBottom if beside else Qt.AlignmentFlag(0))


class Filters(QWidget):
    """Chips above a list: one of a group at a time, each with the number of rows it would show."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(8, 0)
        self.setLayout(self._flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: dict[str, Chip] = {}

    def add(self, key: str, chip: Chip) -> None:
        """Put one more chip at the end."""
        self.chips[key] = chip
        chip.clicked.connect(lambda: self.set_current(key, tell=True))
        self._flow.addWidget(chip)

    def natural_width(self) -> int:
        """Return how wide all chips are in one line."""
        shown = [chip for chip in self.chips.values() if not chip.isHidden()]
        return sum(chip.sizeHint().width() + self._flow.gap for chip in shown)

    def set_current(self, key: str, *, tell: bool = False) -> None:
        """Light one chip."""
        for each, chip in self.chips.items():
            chip.setChecked(each == key)
        if tell:
            self.chosen.emit(key)
