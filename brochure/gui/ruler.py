"""The altitude ruler: 1500 to 4000 m on one line, the park's band in gold, and a handle for the reader's own height."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from brochure import tokens
from brochure.gui import theme
from brochure.gui.widgets import KEYBOARD, LEFT, RIGHT, paint_shadow
from brochure.words import Lang
from brochure.words import places as say

LOWEST_M, HIGHEST_M = 1500, 4000
TOP, FOOT = 30, 14
AXIS_X, NAME_X, VALUE_X, BAND_X = 138, 164, 320, 116
APART = 18
SNAP_PX = 7


@dataclass(frozen=True)
class Mark:
    """A place on the ruler; ``home`` is the one the park belongs to."""

    name: str
    altitude_m: int
    home: bool = False


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Move labels along a line so that none is closer than ``apart`` to the next, each as near its own place as can be.

    Args:
        wanted: Places in rising order, pixels.
        apart: The smallest distance between two, pixels.
        low: The first place that may be used.
        high: The last place that may be used.

    Returns:
        Places in the same order; with too many for the line they stand evenly over it.
    """
    groups: list[tuple[float, int]] = []  # (sum of wished starts, members): neighbours that touch move as one
    for place in wanted:
        groups.append((place, 1))
        while len(groups) > 1:
            (first, many), (then, more) = groups[-2], groups[-1]
            if first / many + many * apart <= then / more:
                break
            groups[-2:] = [(first + then - more * many * apart, many + more)]
    placed = [total / many + apart * step for total, many in groups for step in range(many)]
    for index, place in enumerate(placed):
        placed[index] = max(place, low + index * apart)
    for back, place in enumerate(reversed(placed)):
        placed[-1 - back] = min(place, high - back * apart)
    return placed


class AltitudeRuler(QAbstractSlider):
    """Drag the handle, or use the arrow keys (10 m) and Page keys (100 m); near a city it snaps to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setOrientation(Qt.Orientation.Vertical)
        self.setRange(LOWEST_M, HIGHEST_M)
        self.setSingleStep(10)
        self.setPageStep(100)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.marks: tuple[Mark, ...] = ()
        self.lang: Lang = "zh"
        self._ring = False
        self.valueChanged.connect(self._name_value)

    def sizeHint(self) -> QSize:
        return QSize(344, 592 + TOP + FOOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(344, 420)

    def set_marks(self, marks: Sequence[Mark], lang: Lang) -> None:
        """Show these places, in this language."""
        self.marks = tuple(sorted(marks, key=lambda mark: -mark.altitude_m))
        self.lang = lang
        self.setAccessibleName(say.RULER_NAME.to(lang))
        self._name_value()
        self.update()

    def here(self) -> Mark | None:
        """Return the place the handle stands at exactly."""
        return next((mark for mark in self.marks if mark.altitude_m == self.value()), None)

    def y_of(self, altitude_m: float) -> float:
        """Return where a height lies, pixels from the top."""
        return TOP + (HIGHEST_M - altitude_m) / (HIGHEST_M - LOWEST_M) * (self.height() - TOP - FOOT)

    def altitude_at(self, y: float) -> int:
        """Return the height at a place, in steps of 10 m; a city nearby wins."""
        share = (y - TOP) / (self.height() - TOP - FOOT)
        altitude = HIGHEST_M - share * (HIGHEST_M - LOWEST_M)
        near = min(self.marks, key=lambda mark: abs(self.y_of(mark.altitude_m) - y), default=None)
        if near is not None and abs(self.y_of(near.altitude_m) - y) <= SNAP_PX:
            return near.altitude_m
        return round(max(LOWEST_M, min(HIGHEST_M, altitude)) / 10) * 10

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in whole tens, also from the crooked height of a city."""
        step = {
            Qt.Key.Key_Up: 10, Qt.Key.Key_Right: 10, Qt.Key.Key_Down: -10, Qt.Key.Key_Left: -10,
            Qt.Key.Key_PageUp: 100, Qt.Key.Key_PageDown: -100,
        }.get(event.key())  # fmt: skip
        self._ring = True
        if step is None:
            super().keyPressEvent(event)  # Home and End
            return
        self._move_by(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._move_by(10 if event.angleDelta().y() > 0 else -10)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._ring = False
            self.setSliderDown(True)
            self.setValue(self.altitude_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.altitude_at(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        self._paint_scale(painter)
        self._paint_marks(painter)
        self._paint_handle(painter)

    def _move_by(self, step_m: int) -> None:
        value = self.value()
        whole = value // 10 * 10 if step_m > 0 else -(-value // 10) * 10
        target = whole + step_m
        passed = [
            mark.altitude_m
            for mark in self.marks
            if abs(step_m) == 10 and min(value, target) < mark.altitude_m < max(value, target)
        ]
        self.setValue(min(passed, key=lambda height: abs(height - value)) if passed else target)

    def _name_value(self) -> None:
        mark = self.here()
        words = say.METRES.fill(self.value()).to(self.lang)
        self.setAccessibleDescription(f"{words} {mark.name}" if mark else words)
        self.update()

    def _paint_bands(self, painter: QPainter) -> None:
        low, high = (self.y_of(height) for height in tokens.IDEAL_ALTITUDE_M)
        wash = QRectF(AXIS_X, high, self.width() - 20 - AXIS_X, low - high)
        painter.fillRect(wash, theme.colour("gold", 0.10))
        painter.fillRect(QRectF(BAND_X, high, AXIS_X - BAND_X, low - high), theme.colour("gold", 0.32))
        low, high = (self.y_of(height) for height in tokens.PARK_ALTITUDE_M)
        painter.fillRect(QRectF(BAND_X, high, AXIS_X - BAND_X, low - high), theme.colour("gold"))

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.colour("text"), 1.6))
        painter.drawLine(QPointF(AXIS_X, self.y_of(HIGHEST_M)), QPointF(AXIS_X, self.y_of(LOWEST_M)))
        taken = [*tokens.IDEAL_ALTITUDE_M, *tokens.PARK_ALTITUDE_M]
        for height in range(LOWEST_M, HIGHEST_M + 1, 50):
            y, long = self.y_of(height), height % 500 == 0
            inside = tokens.IDEAL_ALTITUDE_M[0] <= height <= tokens.IDEAL_ALTITUDE_M[1]
            if not inside:
                painter.setPen(QPen(theme.colour("text" if long else "secondary"), 1.2 if long else 0.8))
                reach = 14 if long else 8 if height % 100 == 0 else 0
                painter.drawLine(QPointF(AXIS_X - reach, y), QPointF(AXIS_X, y))
            if long and height not in taken:
                self._left(painter, str(height), y, "secondary", 400)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(0, 0, BAND_X - 6, 18), RIGHT, say.METRE.to(self.lang))
        ideal, park = tokens.IDEAL_ALTITUDE_M, tokens.PARK_ALTITUDE_M
        wanted = [self.y_of(ideal[1]), self.y_of(park[1]), self.y_of(park[0]), self.y_of(ideal[0])]
        tops = spread(wanted, APART, TOP, self.height() - FOOT)
        for y, height, token in zip(
            tops, (ideal[1], park[1], park[0], ideal[0]), ("gold_text", "text", "text", "gold_text"), strict=True
        ):
            self._left(painter, str(height), y, token, 500)
        self._paint_band_names(painter, tops)

    def _paint_band_names(self, painter: QPainter, tops: Sequence[float]) -> None:
        covered = self._pill().adjusted(-4, -8, 4, 8)
        middle = (tops[1] + tops[2]) / 2
        for words, y, token in (
            (say.IDEAL_BAND.to(self.lang), tops[0], "gold_text"), (say.PARK_BAND.to(self.lang), middle, "text")
        ):  # fmt: skip
            if not covered.contains(QPointF(40, y)):
                painter.setFont(theme.font("small", 500))
                painter.setPen(theme.colour(token))
                painter.drawText(QRectF(20, y - 10, 60, 20), LEFT, words)
        park = sum(self.y_of(height) for height in tokens.PARK_ALTITUDE_M) / 2
        painter.setPen(QPen(theme.colour("gold"), 2))
        if not covered.contains(QPointF(60, park)):
            painter.drawLine(QPointF(62, park), QPointF(BAND_X, park))

    def _left(self, painter: QPainter, words: str, y: float, token: str, weight: int) -> None:
        if self._pill().adjusted(-4, -8, 30, 8).contains(QPointF(92, y)):
            return  # the handle lies over it
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.colour(token))
        painter.drawText(QRectF(40, y - 10, BAND_X - 6 - 40, 20), RIGHT, words)

    def _paint_marks(self, painter: QPainter) -> None:
        own = [self.y_of(mark.altitude_m) for mark in self.marks]
        for mark, y, label in zip(self.marks, own, spread(own, APART, TOP, self.height() - FOOT), strict=True):
            painter.setPen(QPen(theme.colour("secondary", 0.6), 1))
            painter.drawLine(QPointF(AXIS_X + 5, y), QPointF(NAME_X - 5, label))
            painter.setPen(QPen(theme.colour("brand" if mark.home else "text"), 1.6))
            painter.setBrush(theme.colour("brand" if mark.home else "panel"))
            painter.drawEllipse(QPointF(AXIS_X, y), 3.6, 3.6)
            strong = mark.home or mark.altitude_m == self.value()
            painter.setFont(theme.font("small", 700 if strong else 400))
            painter.setPen(theme.colour("text"))
            room = VALUE_X - NAME_X - 36
            name = painter.fontMetrics().elidedText(mark.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(NAME_X, label - 10, room + 4, 20), LEFT, name)
            painter.setPen(theme.colour("text" if strong else "secondary"))
            painter.drawText(QRectF(VALUE_X - 40, label - 10, 40, 20), RIGHT, str(mark.altitude_m))

    def _pill(self) -> QRectF:
        y = self.y_of(self.value())
        return QRectF(20, min(max(y - 18, 2), self.height() - 38), 74, 36)

    def _paint_handle(self, painter: QPainter) -> None:
        y, pill = self.y_of(self.value()), self._pill()
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(QPointF(pill.right() + 8, y), QPointF(AXIS_X - 4, y))
        paint_shadow(painter, pill, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(pill, 18, 18)
        painter.setPen(QPen(theme.colour("gold"), 1.6))
        for step in (-4, 0, 4):
            painter.drawLine(QPointF(pill.left() + 12, pill.center().y() + step),
                             QPointF(pill.left() + 18, pill.center().y() + step))  # fmt: skip
        painter.setFont(theme.font("small", 700))
        painter.setPen(theme.colour("panel"))
        painter.drawText(pill.adjusted(26, 0, -6, 0), LEFT, str(self.value()))
        if self._ring:
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-3, -3, 3, 3), 21, 21)
