"""The altitude ruler: 1500 to 4000 m on one line, the park's band in gold, and a handle for the reader's own height.

A press on the scale sets a height; a tap among the names chooses the place whose name is nearest, however close the
names stand, so that a finger need not be as fine as a line of words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
APART = 18
SNAP_PX = 7
DRAG_PX = 8
"""A finger that moves less than this taps."""


class Spread(NamedTuple):
    """Where the ruler's parts stand, pixels from the left."""

    axis: int
    name: int
    value: int
    band: int


ROOMY = Spread(138, 164, 320, 116)
NARROW = Spread(112, 130, 0, 96)
"""In a narrow place the handle alone says the heights."""
ROOMY_PX, NARROW_PX = 344, 248


@dataclass(frozen=True)
class Mark:
    """A place on the ruler; ``home`` is the park's own city, ``training`` a place where people train at altitude."""

    name: str
    altitude_m: int
    home: bool = False
    training: bool = False
    key: str = ""


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
        self.spread = ROOMY
        self._ring = False
        self._picked: Mark | None = None
        self._tapped: float | None = None
        self.valueChanged.connect(self._name_value)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), 592 + TOP + FOOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(), 400)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room: heights stand only at the handle."""
        self.spread = NARROW if narrow else ROOMY
        self.updateGeometry()
        self.update()

    def _wide(self) -> int:
        return NARROW_PX if self.spread is NARROW else ROOMY_PX

    def set_marks(self, marks: Sequence[Mark], lang: Lang) -> None:
        """Show these places, in this language."""
        self.marks = tuple(sorted(marks, key=lambda mark: -mark.altitude_m))
        self._picked = next((mark for mark in self.marks if self._picked and mark.key == self._picked.key), None)
        self.lang = lang
        self.setAccessibleName(say.RULER_NAME.to(lang))
        self._name_value()
        self.update()

    def here(self) -> Mark | None:
        """Return the place the handle stands at exactly; of two at one height the one that was chosen."""
        if self._picked is not None and self._picked.altitude_m == self.value():
            return self._picked
        return next((mark for mark in self.marks if mark.altitude_m == self.value()), None)

    def choose(self, mark: Mark) -> None:
        """Put the handle at a place."""
        again = mark.altitude_m == self.value()
        self._picked = mark
        self.setValue(mark.altitude_m)
        if again:  # another place at the same height
            self.valueChanged.emit(self.value())

    def neighbour(self, step: int) -> Mark | None:
        """Return the next place up (1) or down (-1) from the handle; ``None`` beyond the last."""
        here = self.here()
        if here is not None:
            index = self.marks.index(here) - step
            return self.marks[index] if 0 <= index < len(self.marks) else None
        beyond = [mark for mark in self.marks if (mark.altitude_m - self.value()) * step > 0]
        return min(beyond, key=lambda mark: abs(mark.altitude_m - self.value()), default=None)

    def label_ys(self) -> list[float]:
        """Return where the names stand, in the order of ``marks``."""
        return spread([self.y_of(mark.altitude_m) for mark in self.marks], APART, TOP, self.height() - FOOT)

    def mark_at(self, y: float) -> Mark | None:
        """Return the place whose name is nearest."""
        near = min(zip(self.label_ys(), self.marks, strict=True), key=lambda pair: abs(pair[0] - y), default=None)
        return near[1] if near is not None else None

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
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._ring = False
        if event.position().x() >= self.spread.name - 8:
            self._tapped = event.position().y()
            return
        self.setSliderDown(True)
        self.setValue(self.altitude_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        if self._tapped is not None and abs(y - self._tapped) > DRAG_PX:
            self._tapped = None
            self.setSliderDown(True)
        if self.isSliderDown():
            self.setValue(self.altitude_at(y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(self._tapped) if self._tapped is not None else None
        self._tapped = None
        self.setSliderDown(False)
        if mark is not None:
            self.choose(mark)

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
        axis, _, _, band_x = self.spread
        low, high = (self.y_of(height) for height in tokens.IDEAL_ALTITUDE_M)
        wash = QRectF(axis, high, self.width() - 20 - axis, low - high)
        painter.fillRect(wash, theme.colour("gold", 0.10))
        painter.fillRect(QRectF(band_x, high, axis - band_x, low - high), theme.colour("gold", 0.32))
        low, high = (self.y_of(height) for height in tokens.PARK_ALTITUDE_M)
        painter.fillRect(QRectF(band_x, high, axis - band_x, low - high), theme.colour("gold"))

    def _paint_scale(self, painter: QPainter) -> None:
        axis, _, _, band_x = self.spread
        painter.setPen(QPen(theme.colour("text"), 1.6))
        painter.drawLine(QPointF(axis, self.y_of(HIGHEST_M)), QPointF(axis, self.y_of(LOWEST_M)))
        taken = [*tokens.IDEAL_ALTITUDE_M, *tokens.PARK_ALTITUDE_M]
        for height in range(LOWEST_M, HIGHEST_M + 1, 50):
            y, long = self.y_of(height), height % 500 == 0
            inside = tokens.IDEAL_ALTITUDE_M[0] <= height <= tokens.IDEAL_ALTITUDE_M[1]
            if not inside:
                painter.setPen(QPen(theme.colour("text" if long else "secondary"), 1.2 if long else 0.8))
                reach = 14 if long else 8 if height % 100 == 0 else 0
                painter.drawLine(QPointF(axis - reach, y), QPointF(axis, y))
            if long and height not in taken:
                self._left(painter, str(height), y, "secondary", 400)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(0, 0, band_x - 6, 18), RIGHT, say.METRE.to(self.lang))
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
        left = 20 if self.spread is ROOMY else 8
        for words, y, token in (
            (say.IDEAL_BAND.to(self.lang), tops[0], "gold_text"), (say.PARK_BAND.to(self.lang), middle, "text")
        ):  # fmt: skip
            if not covered.contains(QPointF(40, y)):
                painter.setFont(theme.font("small", 500))
                painter.setPen(theme.colour(token))
                painter.drawText(QRectF(left, y - 10, 60, 20), LEFT, words)
        park = sum(self.y_of(height) for height in tokens.PARK_ALTITUDE_M) / 2
        painter.setPen(QPen(theme.colour("gold"), 2))
        if not covered.contains(QPointF(60, park)) and self.spread is ROOMY:
            painter.drawLine(QPointF(62, park), QPointF(self.spread.band, park))

    def _left(self, painter: QPainter, words: str, y: float, token: str, weight: int) -> None:
        if self._pill().adjusted(-4, -8, 30, 8).contains(QPointF(self.spread.band - 24, y)):
            return  # the handle lies over it
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.colour(token))
        painter.drawText(QRectF(40, y - 10, self.spread.band - 6 - 40, 20), RIGHT, words)

    def _paint_marks(self, painter: QPainter) -> None:
        axis, name_x, value_x, _ = self.spread
        here = self.here()
        room = (value_x - 36 if value_x else self.width() - 4) - name_x
        for mark, label in zip(self.marks, self.label_ys(), strict=True):
            y = self.y_of(mark.altitude_m)
            painter.setPen(QPen(theme.colour("secondary", 0.6), 1))
            painter.drawLine(QPointF(axis + 5, y), QPointF(name_x - 5, label))
            self._paint_sign(painter, mark, QPointF(axis, y))
            strong = mark.home or mark is here
            if mark is here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("wash"))
                end = value_x + 6 if value_x else self.width() - 2
                painter.drawRoundedRect(QRectF(name_x - 6, label - 10, end - name_x + 6, 20), 5, 5)
            painter.setFont(theme.font("small", 700 if strong else 400))
            painter.setPen(theme.colour("sky" if mark.training else "text"))
            name = painter.fontMetrics().elidedText(mark.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(name_x, label - 10, room + 4, 20), LEFT, name)
            if value_x:
                painter.setPen(theme.colour("text" if strong else "secondary"))
                painter.drawText(QRectF(value_x - 40, label - 10, 40, 20), RIGHT, str(mark.altitude_m))

    def _paint_sign(self, painter: QPainter, mark: Mark, at: QPointF) -> None:
        """A ring for a city, a filled one for the park's own, a diamond where people train."""
        if mark.training:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sky"))
            painter.drawPolygon([at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)])
            return
        painter.setPen(QPen(theme.colour("brand" if mark.home else "text"), 1.6))
        painter.setBrush(theme.colour("brand" if mark.home else "panel"))
        painter.drawEllipse(at, 3.6, 3.6)

    def _pill(self) -> QRectF:
        y = self.y_of(self.value())
        left = 20 if self.spread is ROOMY else 4
        return QRectF(left, min(max(y - 22, 2), self.height() - 46), 74, 44)

    def _paint_handle(self, painter: QPainter) -> None:
        y, pill = self.y_of(self.value()), self._pill()
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawLine(QPointF(pill.right() + 8, y), QPointF(self.spread.axis - 4, y))
        paint_shadow(painter, pill, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(pill, 22, 22)
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
            painter.drawRoundedRect(pill.adjusted(-3, -3, 3, 3), 25, 25)
