"""The things in the tray side by side: each opens its card, moves and leaves by mouse, finger or keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from brochure.gui import theme
from brochure.gui.icons import RECORD_ICONS, paint_icon
from brochure.gui.widgets import LEFT, Pressable, width_of

ITEM_PX, TILE_PX, CLOSE_PX, GAP_PX = 44, 28, 44, 12
LONGEST_PX = 260
HOLD_MS = 300
"""How long a finger rests on a thing before it lifts it; a quicker stroke moves a row that is wider than its place."""
EDGE_PX, STEP_PX, STEP_MS = 40, 14, 30


class TrayItem(Pressable):
    """44 high: tile, name, close. Press: its card. Delete: out. Alt+arrows or a drag: another place in the row."""

    removed = Signal(str)
    moved = Signal(str, int)
    lifted = Signal(object, float)
    carried = Signal(float)
    let_go = Signal(bool)
    swiped = Signal(float)

    def __init__(self, record_id: str, kind: str, name: str, close_words: str) -> None:
        super().__init__(name)
        self.record_id, self.kind = record_id, kind
        self.carrying = self._swiping = self.finger_scrolls = False
        self._from: QPointF | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self.setAccessibleName(name)
        self.setAccessibleDescription(close_words)
        self.setToolTip(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        words = min(width_of(self.text(), "small", 500), LONGEST_PX)
        return QSize(round(6 + TILE_PX + 8 + words + CLOSE_PX), ITEM_PX)

    def close_frame(self) -> QRectF:
        """Return where a press takes the item out."""
        return QRectF(self.width() - CLOSE_PX, 0, CLOSE_PX, ITEM_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position()
            self._hold.start()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().x() - self._from.x()
        if not self.carrying and not self._swiping and abs(way) > QApplication.startDragDistance():
            self.setDown(False)
            finger = event.pointerType() == QPointingDevice.PointerType.Finger
            self._swiping = finger and self.finger_scrolls and self._hold.isActive()
            if not self._swiping:
                self.carrying = True
                self.lifted.emit(self, self._from.x())
        if self.carrying:
            self.carried.emit(self.mapToParent(event.position()).x())
        elif self._swiping:
            self.swiped.emit(-way)  # the item moves with the row: from where it was pressed, each step is the rest

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, self._from = self._from, None
        if self.carrying or self._swiping:
            carried, self.carrying, self._swiping = self.carrying, False, False
            self.setDown(False)
            if carried:
                self.let_go.emit(True)
            return
        if begun is not None and self.close_frame().contains(begun) and self.close_frame().contains(event.position()):
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
        painter = self.brush()
        frame = QRectF(self.rect())
        painter.setPen(QPen(theme.colour("brand" if self.hovered() or self.carrying else "rule"), 1))
        painter.setBrush(theme.colour("wash" if self.carrying else "ground"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(QRectF(6, 8, TILE_PX, TILE_PX), 6, 6)
        paint_icon(painter, RECORD_ICONS[self.kind], QRectF(11, 13, 18, 18), theme.colour("brand"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("text"))
        room = min(width_of(self.text(), "small", 500), LONGEST_PX)
        name = QFontMetricsF(theme.font("small", 500)).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(QRectF(42, 0, room + 4, ITEM_PX), LEFT, name)
        paint_icon(painter, "close", QRectF(self.width() - 28.5, 15.5, 13, 13), theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, frame)


class Row(QWidget):
    """The items; one that is carried follows the pointer, and a golden bar shows where it would come to lie."""

    dropped = Signal(str, int)
    swiped = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(4, 0, 4, 0)
        self.line.setSpacing(GAP_PX)
        self.items: list[TrayItem] = []
        self.carried: TrayItem | None = None
        self.target: int | None = None
        self._held_at = self._x = 0.0

    def set_items(self, items: Sequence[TrayItem]) -> None:
        """Show other things."""
        self.carried = self.target = None
        for item in self.items:
            item.setParent(None)
            item.deleteLater()
        while self.line.count():
            self.line.takeAt(0)
        self.items = list(items)
        for item in items:
            self.line.addWidget(item)
            item.lifted.connect(self._lift)
            item.carried.connect(self.carry)
            item.let_go.connect(lambda _kept: self.put_down())
            item.swiped.connect(self.swiped)
        self.line.addStretch(1)

    def _lift(self, item: TrayItem, held_at: float) -> None:
        self.carried, self._held_at = item, held_at
        item.raise_()

    def carry(self, x: float) -> None:
        """Let the lifted thing follow; it passes another when its leading edge passes the other's middle."""
        if self.carried is None:
            return
        self._x = x
        left = max(0, min(round(x - self._held_at), self.width() - self.carried.width()))
        self.carried.move(left, self.carried.y())
        right, begun = left + self.carried.width(), self.items.index(self.carried)
        self.target = sum(
            item.geometry().center().x() < (left if place < begun else right)
            for place, item in enumerate(self.items)
            if item is not self.carried
        )
        self.update()

    def scrolled(self, by: float) -> None:
        """Follow when the row moves under a pointer that stands still."""
        self.carry(self._x + by)

    def put_down(self) -> None:
        """Let the lifted thing lie where the bar is."""
        item, target = self.carried, self.target
        self.carried = self.target = None
        self.update()
        if item is not None and target is not None:
            self.line.invalidate()
            self.line.activate()
            self.dropped.emit(item.record_id, target)

    def bar_x(self) -> float | None:
        """Return where the golden bar stands."""
        if self.carried is None or self.target is None:
            return None
        others = self._others()
        if self.target < len(others):
            return others[self.target].x() - GAP_PX / 2 if self.target else max(1.5, others[0].x() - 3)
        return others[-1].geometry().right() + GAP_PX / 2 if others else 1.5

    def _others(self) -> list[TrayItem]:
        return [item for item in self.items if item is not self.carried]

    def paintEvent(self, event: QPaintEvent) -> None:
        x = self.bar_x()
        if x is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("gold"))
            painter.drawRoundedRect(QRectF(x - 1.5, 0, 3, self.height()), 1.5, 1.5)


class Fading(QScrollArea):
    """Scrolls sideways, with a fade where more lies beyond the edge; near an edge a carried thing pulls the row on."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(row)
        self.veil = Veil(self)
        self.horizontalScrollBar().valueChanged.connect(self.veil.update)
        self.horizontalScrollBar().rangeChanged.connect(self._ranged)
        row.swiped.connect(self._swipe)
        self._pull = QTimer(self)
        self._pull.setInterval(STEP_MS)
        self._pull.timeout.connect(self.pull)

    def watch(self, item: TrayItem) -> None:
        """Pull the row on while this item is carried near an edge."""
        item.carried.connect(lambda _: self._pull.start() if not self._pull.isActive() else None)
        item.let_go.connect(lambda _: self._pull.stop())

    def pull(self) -> None:
        """Move the row one step where the carried thing is near an edge that hides more."""
        item, bar = self.row.carried, self.horizontalScrollBar()
        if item is None:
            self._pull.stop()
            return
        left, right = item.x() - bar.value(), item.geometry().right() - bar.value()
        step = -STEP_PX if left < EDGE_PX / 2 else STEP_PX if right > self.width() - EDGE_PX / 2 else 0
        before = bar.value()
        bar.setValue(before + step)
        if bar.value() != before:
            self.row.scrolled(bar.value() - before)

    def _swipe(self, by: float) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(round(bar.value() + by))

    def _ranged(self, least: int, most: int) -> None:
        self.veil.update()
        for item in self.row.items:
            item.finger_scrolls = most > least

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
