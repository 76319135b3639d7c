"""The search box and its results, which drop below at the same width."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from brochure.gui import theme
from brochure.gui.facts import KeyCap
from brochure.gui.icons import paint_icon
from brochure.gui.search_results import HEAD_PX, WIDTH_PX, Result, Results
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel
from brochure.words import window as say

BOX_PX, MOST_SHARE = 44, 0.7
"""The list covers no more than this share of the window's height."""
MOST_HITS, FEW, MORE = 1000, 3, 6
"""How many hits are looked at, how many of a kind are shown, and how many where there are few kinds."""
WAIT_MS = 0
"""Until the keys that are waiting are all in the box: a burst of them is one search."""


class SearchBox(QWidget):
    """420 × 44 on mist, with the key that opens it; a press anywhere on it puts the keyboard in."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setFixedSize(WIDTH_PX, BOX_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 8, 0)
        row.setSpacing(8)
        self.line = QLineEdit()
        self.line.setObjectName("search")
        self.line.setMaxLength(120)
        self.line.setFont(theme.font("body"))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        row.addWidget(self.line)
        self.cap = KeyCap("Ctrl K")
        row.addWidget(self.cap)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.look)
        self.results: Results | None = None
        self.rows: list[Result] = []
        self._at = 0
        self.retranslate()

    def retranslate(self) -> None:
        self.line.setPlaceholderText(self.hub.say(say.SEARCH))
        self.line.setAccessibleName(self.hub.say(say.SEARCH_NAME))
        if self.results is not None and self.results.isVisible():
            self.look()

    def take_focus(self) -> None:
        """Put the keyboard here with everything marked."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def look(self) -> None:
        """Search for what stands in the box and show the hits."""
        from brochure.desk.browse import group_hits, search

        words = self.line.text().strip()
        if not words:
            self.close_results()
            return
        if self.results is None:
            self.results = Results(self.window())
            self.results.page.chosen.connect(self._choose)
        hits = search(self.hub.library, words, limit=MOST_HITS)
        few_kinds = len({hit.kind for hit in hits}) <= FEW
        groups = group_hits(hits, MORE if few_kinds else FEW)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 6))
        room = round(self.window().height() * MOST_SHARE)
        self.rows = self.results.fill(groups, self.hub.say, room)
        if self.rows:
            self._mark(0)
        else:
            self.results.say_nothing(self.hub.say(say.NO_HITS.fill(words)), room)
        self.results.move(corner - QPoint(Panel.SHADOW, Panel.SHADOW))
        self.results.show()
        self.results.raise_()

    def close_results(self) -> None:
        """Put the list away."""
        if self.results is not None:
            self.results.hide()
        self.rows = []

    def forget(self) -> None:
        """Empty the box and drop the rows that were found."""
        self.line.setText("")  # clear() could be taken back with Ctrl+Z
        self.line.clearFocus()
        self._timer.stop()
        self.close_results()
        if self.results is not None:
            self.results.deleteLater()  # with the names in it
            self.results = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line:
            if event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.cap.setVisible(event.type() == QEvent.Type.FocusOut and not self.line.text())
                if event.type() == QEvent.Type.FocusOut:
                    QTimer.singleShot(150, self, self._left)  # a press on a row comes first
                self.update()
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        if not self.line.hasFocus():
            self.close_results()

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.rows:
            self._mark(self._at + (1 if key == Qt.Key.Key_Down else -1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self.look()
            if self.rows:
                self._choose(self.rows[self._at].record_id)
            return True
        if key == Qt.Key.Key_Escape:
            if self.line.text():
                self.line.clear()
            else:
                self.line.clearFocus()
            self.close_results()
            return True
        return False

    def _typed(self) -> None:
        self._timer.start()

    def _mark(self, index: int) -> None:
        self._at = index % len(self.rows)
        for number, row in enumerate(self.rows):
            row.set_marked(number == self._at)
        if self.results is not None:
            self.results.area.ensureWidgetVisible(self.rows[self._at], 0, HEAD_PX)

    def _choose(self, record_id: str) -> None:
        self.close_results()
        self.line.clear()
        self.line.clearFocus()
        self.hub.choose(record_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        paint_icon(painter, "search", QRectF(12, (BOX_PX - 18) / 2, 18, 18), theme.colour("secondary"))
        if self.line.hasFocus():
            theme.paint_focus(painter, QRectF(self.rect()))
