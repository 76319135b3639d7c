"""The tray at the foot: the visitor's shortlist, which is the brochure at once."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.icons import RECORD_ICONS, paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, Pressable, PrimaryButton, SecondaryButton, width_of
from brochure.words import window as say

ITEM_PX, TILE_PX, CLOSE_PX = 40, 28, 44
LONGEST_PX = 260
MIME = "application/x-park-record"


class TrayItem(Pressable):
    """40 high: tile, name, close. Press: its card. Delete: out. Alt+arrows or a drag: another place in the row."""

    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, record_id: str, kind: str, name: str, close_words: str) -> None:
        super().__init__(name)
        self.record_id, self.kind = record_id, kind
        self._from: QPoint | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(close_words)
        self.setToolTip(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        words = min(width_of(self.text(), "small", 500), LONGEST_PX)
        return QSize(round(6 + TILE_PX + 8 + words + 4 + 32), ITEM_PX)

    def close_frame(self) -> QRectF:
        """Return where a press takes the item out."""
        return QRectF(self.width() - 36, 0, 36, ITEM_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        if self._from is not None and (event.position().toPoint() - self._from).manhattanLength() > far:
            self._from = None
            self.setDown(False)
            drag = QDrag(self)
            data = QMimeData()
            data.setData(MIME, self.record_id.encode())
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and self.close_frame().contains(event.position()):
            self.setDown(False)
            self.removed.emit(self.record_id)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.record_id)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(self.record_id, -1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtGui import QFontMetricsF

        painter = self.brush()
        frame = QRectF(self.rect())
        painter.setPen(QPen(theme.colour("brand" if self.hovered() else "rule"), 1))
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(QRectF(6, 6, TILE_PX, TILE_PX), 6, 6)
        paint_icon(painter, RECORD_ICONS[self.kind], QRectF(11, 11, 18, 18), theme.colour("brand"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("text"))
        room = min(width_of(self.text(), "small", 500), LONGEST_PX)
        name = QFontMetricsF(theme.font("small", 500)).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(QRectF(42, 0, room + 4, ITEM_PX), LEFT, name)
        paint_icon(painter, "close", QRectF(self.width() - 25, 13.5, 13, 13), theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, frame)


class Row(QWidget):
    """The items side by side; it takes a dragged one at the place where it is let go."""

    dropped = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)
        self.items: list[TrayItem] = []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        key = bytes(event.mimeData().data(MIME).data()).decode()
        others = [item for item in self.items if item.record_id != key]
        x = event.position().x()
        self.dropped.emit(key, sum(item.geometry().center().x() < x for item in others))
        event.acceptProposedAction()


class Fading(QScrollArea):
    """Scrolls sideways, with a fade where more lies beyond the edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.veil = Veil(self)
        self.horizontalScrollBar().valueChanged.connect(self.veil.update)
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self.veil.update())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.veil.setGeometry(self.rect())
        self.veil.raise_()

    def wheelEvent(self, event) -> None:
        bar = self.horizontalScrollBar()
        turn = event.angleDelta()
        bar.setValue(bar.value() - (turn.y() or turn.x()))
        event.accept()


class Veil(QWidget):
    """The fade itself; the pointer goes through it."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self.area = area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = self.area.horizontalScrollBar()
        for more, left in ((bar.value() > bar.minimum(), True), (bar.value() < bar.maximum(), False)):
            if more:
                x = 0 if left else self.width() - 32
                fade = QLinearGradient(x, 0, x + 32, 0)
                fade.setColorAt(0 if left else 1, theme.colour("panel"))
                fade.setColorAt(1 if left else 0, theme.colour("panel", 0.0))
                painter.fillRect(QRectF(x, 0, 32, self.height()), fade)


class Tray(QWidget):
    """手册 n, the items, 预览 and 导出 PDF; while an export runs, a golden line and a way to stop it."""

    preview_asked = Signal()
    export_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.done: float | None = None
        self.setFixedHeight(tokens.TRAY_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 1, 24, 0)
        row.setSpacing(12)
        self.count = TextBlock("", "body", 700)
        row.addWidget(self.count)
        row.addSpacing(4)
        self.hint = TextBlock("", "small", 400, "secondary", max_lines=1)
        row.addWidget(self.hint, stretch=1)
        self.area = Fading()
        self.area.setFixedHeight(ITEM_PX)
        self.row = Row()
        self.row.dropped.connect(self._place)
        self.area.setWidget(self.row)
        row.addWidget(self.area, stretch=1)
        self.preview = SecondaryButton(icon="eye")
        self.preview.clicked.connect(self.preview_asked)
        row.addWidget(self.preview)
        self.cancel = SecondaryButton(icon="close")
        self.cancel.clicked.connect(self.cancel_asked)
        self.cancel.hide()
        row.addWidget(self.cancel)
        self.export = PrimaryButton(icon="download")
        self.export.clicked.connect(self.export_asked)
        row.addWidget(self.export)
        hub.shortlist_changed.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        self.preview.set_text(self.hub.say(say.PREVIEW))
        self.cancel.set_text(self.hub.say(say.STOP))
        self.hint.set_text(self.hub.say(say.TRAY_EMPTY))
        self._name_export()
        self._fill()

    def set_progress(self, share: float | None) -> None:
        """Draw the golden line, 0 to 1; None when no export runs."""
        self.done = share
        self.preview.setVisible(share is None)
        self.cancel.setVisible(share is not None)
        self.export.setEnabled(share is None)
        self._name_export()
        self.update()

    def _name_export(self) -> None:
        words = say.EXPORT if self.done is None else say.EXPORTING.fill(round(self.done * 100))
        self.export.set_text(self.hub.say(words))

    def _fill(self) -> None:
        records = [record for key in self.hub.shortlist if (record := self.hub.library.find(key)) is not None]
        focused = next((item.record_id for item in self.row.items if item.hasFocus()), None)
        for item in self.row.items:
            item.setParent(None)
            item.deleteLater()
        while self.row.line.count():
            self.row.line.takeAt(0)
        self.row.items = []
        for record in records:
            name = self.hub.say(record.name)
            item = TrayItem(record.id, record.kind, name, self.hub.say(say.TRAY_KEYS))
            item.clicked.connect(lambda _=False, key=record.id: self.hub.choose(key))
            item.removed.connect(self.hub.remove)
            item.moved.connect(self._shift)
            self.row.line.addWidget(item)
            self.row.items.append(item)
            if record.id == focused:
                item.setFocus(Qt.FocusReason.TabFocusReason)
        self.row.line.addStretch(1)
        self.count.set_text(self.hub.say(say.TRAY_COUNT.fill(len(records))))
        self.area.setVisible(bool(records))
        self.hint.setVisible(not records)

    def _shift(self, record_id: str, step: int) -> None:
        ids = list(self.hub.shortlist)
        self._place(record_id, max(0, min(len(ids) - 1, ids.index(record_id) + step)))

    def _place(self, record_id: str, index: int) -> None:
        ids = [key for key in self.hub.shortlist if key != record_id]
        if record_id in self.hub.shortlist:
            ids.insert(index, record_id)
            self.hub.set_shortlist(tuple(ids))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("rule"))
        paint_icon(painter, "book", QRectF(24, 22, 20, 20), theme.colour("text"))
        if self.done is not None:
            painter.fillRect(QRectF(0, 0, self.width() * self.done, 2), theme.colour("gold"))
