"""The ground along the G6, read point by point: by tap, pointer or arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)

from brochure.gui import theme
from brochure.gui.ground_section import say_metres
from brochure.gui.pressable import KeyboardRing
from brochure.gui.profile_face import ProfileFace
from brochure.gui.widgets import CENTRE, width_of
from brochure.model.geometry import Position, ProfilePoint
from brochure.words import Lang
from brochure.words import altitude as words_of


class ProfileChart(KeyboardRing, ProfileFace):
    """``read`` tells place and height of the point that is read.

    ``exaggerated`` tells how many times the height is drawn larger than the length, anew whenever the chart is another
    size.
    """

    exaggerated = Signal(int)
    read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_profile(
        self, points: Sequence[ProfilePoint], park: Position | None, lang: Lang, airport: Position | None = None
    ) -> None:
        super().set_profile(points, park, lang, airport)
        if self.at is not None and self.at >= len(self.points):
            self.at = None

    def read_at(self, index: int) -> None:
        """Show place and height of one point."""
        if self.points:
            self.at = max(0, min(index, len(self.points) - 1))
            self.setAccessibleDescription(self.reading())
            self.read.emit(self.reading())
            self.update()

    def reading(self) -> str:
        """Return what is read, empty before anything was."""
        if self.at is None:
            return ""
        point = self.points[self.at]
        gap = words_of.READING_GAP.to(self.lang)
        name = point.name.to(self.lang) + gap if point.name else ""
        chainage = f"K{point.chainage_m // 1000}+{point.chainage_m % 1000:03}"
        return words_of.READING.fill(name, chainage, say_metres(point.ground_m)).to(self.lang)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring = False
        self._read_under(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._read_under(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        if event.key() not in step or not self.points:
            super().keyPressEvent(event)
            return
        self.ring = True
        start = self.at if self.at is not None else self.points.index(self.gate) if self.gate else 0
        self.read_at(start + step[event.key()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.exaggerated.emit(round(self.factor()))

    def _read_under(self, event: QMouseEvent) -> None:
        if self.points:
            x = event.position().x()
            self.read_at(min(range(len(self.points)), key=lambda i: abs(self._x(self.points[i].chainage_m) - x)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_face(painter)
        if len(self.points) > 1:
            self._paint_reading(painter)
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))

    def _paint_reading(self, painter: QPainter) -> None:
        if self.at is None:
            return
        plot, point = self._plot(), self.points[self.at]
        x, y = self._x(point.chainage_m), self._y(point.ground_m)
        painter.setPen(QPen(theme.colour("text"), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(QPointF(x, y), 4, 4)
        words = self.reading()
        width = min(width_of(words, "small", 500) + 20, self.width() - 8.0)
        left = min(max(x - width / 2, 4.0), self.width() - width - 4)
        top = plot.bottom() - 36 if y < plot.bottom() - 60 else plot.top() + 30
        bubble = QRectF(left, top, width, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(bubble, 14, 14)
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("panel"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(width) - 16)
        painter.drawText(bubble, CENTRE, shown)
