"""The search box and its results, which drop below at the same width."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.facts import KeyCap
from brochure.gui.icons import RECORD_ICONS, paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, RIGHT, Panel, Pressable, width_of
from brochure.words import Text, kinds
from brochure.words import window as say

WIDTH_PX, BOX_PX, ROW_PX, ROWS = 420, 44, 44, 9
WAIT_MS = 60


class Result(Pressable):
    """One hit: icon, name, and at the right its kind or why it was found."""

    def __init__(self, record_id: str, kind: str, name: str, why: str) -> None:
        super().__init__(name)
        self.record_id, self.kind, self.why = record_id, kind, why
        self.marked = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the box; arrows move the mark
        self.setAccessibleName(f"{name} {why}")
        self.setFixedHeight(ROW_PX)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, ROW_PX)

    def set_marked(self, marked: bool) -> None:
        self.marked = marked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.marked or self.hovered():
            painter.fillRect(frame, theme.colour("wash" if self.marked else "hover"))
        paint_icon(painter, RECORD_ICONS[self.kind], QRectF(14, 13, 18, 18), theme.colour("brand"))
        why = width_of(self.why, "small")
        why = min(why, frame.width() * 0.42)
        room = frame.width() - 44 - 14 - why - 12
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.colour("text"))
        metrics = QFontMetricsF(theme.font("body", 500))
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(44, 0, room + 4, ROW_PX), LEFT, name)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        metrics = QFontMetricsF(theme.font("small"))
        words = metrics.elidedText(self.why, Qt.TextElideMode.ElideRight, why + 2)
        painter.drawText(QRectF(frame.width() - 14 - why - 2, 0, why + 2, ROW_PX), RIGHT, words)


class Results(Panel):
    """The list below the box; it floats over whatever place is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(floating=True, parent=window)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.area)
        self.hide()

    def fill(self, rows: Sequence[QWidget], height: int) -> None:
        """Show other rows."""
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for row in rows:
            inner.addWidget(row)
        inner.addStretch(1)
        self.area.setWidget(page)
        self.resize(WIDTH_PX + 2 * self.SHADOW, height + 8 + 2 * self.SHADOW)


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
        from brochure.desk.browse import search

        words = self.line.text().strip()
        if not words:
            self.close_results()
            return
        hits = search(self.hub.library, words, limit=20)
        self.rows = [self._row(hit.id, hit.kind, hit.title, hit.why) for hit in hits]
        if self.results is None:
            self.results = Results(self.window())
        if self.rows:
            self.results.fill(self.rows, min(len(self.rows), ROWS) * ROW_PX)
            self._mark(0)
        else:
            nothing = TextBlock(self.hub.say(say.NO_HITS.fill(words)), "body", 400, "secondary", max_lines=2)
            nothing.setContentsMargins(16, 10, 16, 10)
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(16, 10, 16, 10)
            inner.addWidget(nothing)
            self.results.fill([holder], 68)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 6))
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
            self.results.fill([], 0)

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

    def _row(self, record_id: str, kind: str, title: Text, why: Text) -> Result:
        row = Result(record_id, kind, self.hub.say(title), self.hub.say(why) or self.hub.say(kinds.KINDS[kind]))
        row.clicked.connect(lambda: self._choose(record_id))
        return row

    def _typed(self) -> None:
        self._timer.start()

    def _mark(self, index: int) -> None:
        self._at = index % len(self.rows)
        for number, row in enumerate(self.rows):
            row.set_marked(number == self._at)
        if self.results is not None:
            self.results.area.ensureWidgetVisible(self.rows[self._at], 0, 0)

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
