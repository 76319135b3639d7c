"""One line at the foot that says what was done, with a way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.widgets import LEFT, Panel, Pressable, paint_shadow, width_of

STAYS_MS = 5000
LONGEST_MS = 20_000
"""A finger leaves the pointer where it last touched: a pointer that does not go away is nobody reading."""
AGAIN_MS = 1000


class _Undo(Pressable):
    def sizeHint(self) -> QSize:

        return QSize(round(width_of(self.text(), weight=500)) + 24, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        painter.setFont(theme.font("body", 500))
        painter.setPen(QColor(tokens.GOLD_BRIGHT))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))


class Toast(QWidget):
    """420 × 48, one at a time, five seconds; the keyboard on it keeps it, and the pointer for a while."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        edge = Panel.SHADOW
        self._words, self._undo = "", None
        self.resize(420 + 2 * edge, 48 + 2 * edge)
        row = QHBoxLayout(self)
        row.setContentsMargins(edge, edge, edge + 4, edge)
        row.addStretch(1)
        self.button = _Undo()
        self.button.clicked.connect(self._take_back)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._stood_ms = 0
        self.hide()

    def text(self) -> str:
        return self._words

    def set_words(self, words: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Take the words, with an action where there is one, and the size they need; the newer replaces the older."""
        self._words, self._undo = words, do
        self.setAccessibleName(words)
        self.button.set_text(action)
        self.button.setVisible(do is not None)
        room = 52 + width_of(words) + (self.button.sizeHint().width() if do else 16)
        self.resize(round(min(max(420, room), 720)) + 2 * Panel.SHADOW, self.height())
        self.update()

    def appear(self) -> None:
        """Be seen from now on, where it has been put."""
        self.show()
        self.raise_()
        self._stood_ms = STAYS_MS
        self._timer.start(STAYS_MS)

    def forget(self) -> None:
        """Leave with what could have been taken back, and with the words."""
        self._words, self._undo = "", None
        self.setAccessibleName("")
        self.button.set_text("")
        self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _leave(self) -> None:
        pointed_at = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if self.button.hasFocus() or (pointed_at and self._stood_ms < LONGEST_MS):
            self._stood_ms += AGAIN_MS
            self._timer.start(AGAIN_MS)
        else:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Panel.SHADOW
        frame = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        paint_shadow(painter, frame, edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ground())
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)

        paint_icon(
            painter, "check", QRectF(frame.left() + 16, frame.center().y() - 9, 18, 18), QColor(tokens.GOLD_BRIGHT)
        )
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(QColor(tokens.WHITE))
        room = frame.width() - 52 - (self.button.width() + 8 if self._undo else 12)
        words = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(frame.left() + 48, frame.top(), room + 4, frame.height()), LEFT, words)


def _ground() -> QColor:
    """Return the ground of a toast: ink, and a lifted field where the window itself is dark."""
    return QColor(tokens.INK) if theme.current() == "light" else theme.colour("field")
