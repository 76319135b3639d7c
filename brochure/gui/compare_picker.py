"""What may be added to a comparison: a list with a search box, worked by finger, mouse or keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from brochure.desk.compare import COMPARABLE, choices
from brochure.gui.panel_head import PanelHead
from brochure.gui.search_results import ROW_PX, Result
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, Scroll, Segmented
from brochure.words import compare as say
from brochure.words import kinds
from brochure.words import lists as list_words

WIDTH_PX, LEAST_ROWS = 500, 4
ALL = "all"


class Picker(Panel):
    """Floats over the comparison; arrows move the mark, Enter adds or takes out, Esc leaves."""

    picked = Signal(str)
    left = Signal()

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.hub = hub
        self.kind, self._at = ALL, 0
        self.rows: list[Result] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 8)
        column.setSpacing(6)
        self.head = PanelHead(icon_px=18)
        self.close_button = self.head.button
        self.head.pressed.connect(self.left)
        column.addWidget(self.head)
        self.line = QLineEdit()
        self.line.setMaxLength(60)
        self.line.setFixedHeight(44)
        self.line.textChanged.connect(lambda _: self.fill())
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        self.kinds = Segmented([(ALL, ""), *((kind, "") for kind in COMPARABLE)], ALL, 44)
        self.kinds.chosen.connect(self._choose_kind)
        column.addWidget(self.kinds)
        self.area = Scroll()
        column.addWidget(self.area, 1)
        self.none = TextBlock("", "body", 400, "secondary")
        self.none.hide()
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        to = self.hub.say
        self.head.set_words(to(say.PICKER), to(say.DONE))
        self.line.setPlaceholderText(to(say.PICKER_HINT))
        self.line.setAccessibleName(to(say.PICKER))
        self.kinds.set_words({ALL: to(list_words.ALL), **{kind: to(kinds.KINDS[kind]) for kind in COMPARABLE}})
        self.none.set_text(to(say.PICKER_NONE))
        self.fill()

    def open(self) -> None:
        """Show it with an empty box and the keyboard in it."""
        self.clear()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self.kind = ALL
        self.kinds.set_current(ALL)
        self.line.setText("")  # clear() could be taken back with Ctrl+Z
        self.fill()

    def fill(self) -> None:
        """Show what fits the box and the kind, and which of it is compared already."""
        at = self.rows[self._at].record_id if self._at < len(self.rows) else ""
        bar = self.area.verticalScrollBar()
        read_to = bar.value()
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.rows = []
        for record in choices(self.hub.library, self.line.text(), None if self.kind == ALL else self.kind):
            there = record.id in self.hub.compared
            tail = self.hub.say(say.THERE if there else say.ONE_OF[record.kind])
            row = Result(record.id, record.kind, self.hub.say(record.name), tail)
            row.clicked.connect(lambda _=False, key=record.id: self.picked.emit(key))
            inner.addWidget(row)
            self.rows.append(row)
        inner.addStretch(1)
        self.area.setWidget(page)
        page.layout().activate()
        bar.setValue(read_to)
        self.area.setVisible(bool(self.rows))
        self.none.setVisible(not self.rows)
        self._at = next((number for number, row in enumerate(self.rows) if row.record_id == at), 0)
        self._light()

    def wanted_height(self, room: int) -> int:
        """Return how tall it wants to be in the room below its button."""
        rows = max(LEAST_ROWS, len(choices(self.hub.library)))
        return min(room, 44 + 6 + 44 + 6 + 44 + 6 + rows * ROW_PX + 14 + 2 * self.SHADOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.rows:
            self._mark(self._at + (1 if key == Qt.Key.Key_Down else -1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.rows:
                self.picked.emit(self.rows[self._at].record_id)
            return True
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def _choose_kind(self, kind: str) -> None:
        self.kind = kind
        self.fill()

    def _mark(self, index: int) -> None:
        self._at = index % len(self.rows)
        self._light()
        self.area.ensureWidgetVisible(self.rows[self._at], 0, 0)

    def _light(self) -> None:
        for number, row in enumerate(self.rows):
            row.set_marked(number == self._at)
