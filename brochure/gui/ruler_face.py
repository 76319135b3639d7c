"""How the altitude ruler looks: bands in gold, scale, places with their names, and the handle at a height."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider

from brochure import tokens
from brochure.gui import theme
from brochure.gui.pressable import KeyboardRing
from brochure.gui.widgets import LEFT, RIGHT, paint_shadow
from brochure.words import Lang
from brochure.words import places as say

LOWEST_M, HIGHEST_M = 1500, 4000
TOP, FOOT = 30, 14
APART = 18
FAR_PX = 32
"""Where a name would stand further than this from its height, training places keep their sign and lose their name."""


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


class RulerFace(KeyboardRing, QAbstractSlider):
    """The ruler as it is painted; what it does is in ``ruler``."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.lang: Lang = "zh"
        self.spread = ROOMY
        self._picked: Mark | None = None
        self._named: tuple[tuple[object, ...], tuple[Mark, ...]] = ((), ())

    def here(self) -> Mark | None:
        """Return the place the handle stands at exactly; of two at one height the one that was chosen."""
        if self._picked is not None and self._picked.altitude_m == self.value():
            return self._picked
        return next((mark for mark in self.marks if mark.altitude_m == self.value()), None)

    def y_of(self, altitude_m: float) -> float:
        """Return where a height lies, pixels from the top."""
        return TOP + (HIGHEST_M - altitude_m) / (HIGHEST_M - LOWEST_M) * (self.height() - TOP - FOOT)

    def labels(self) -> list[tuple[Mark, float]]:
        """Return the places whose names are written, the highest first, and where each name stands."""
        named = self._named_marks()
        return list(zip(named, self._spread(named), strict=True))

    def _named_marks(self) -> tuple[Mark, ...]:
        """Drop names of training places, those that crowd most first, until each name stands near its height.

        All signs stay on the scale, and the list of places has every name.
        """
        here = self.here()
        key = (self.marks, self.height(), here)
        if self._named[0] == key:
            return self._named[1]
        named = self.marks
        while self._furthest(named) > FAR_PX:
            spare = [mark for mark in named if mark.training and mark is not here]
            if not spare:
                break
            without = [tuple(mark for mark in named if mark is not each) for each in spare]
            named = min(without, key=self._furthest)
        self._named = (key, named)
        return named

    def _spread(self, marks: Sequence[Mark]) -> list[float]:
        return spread([self.y_of(mark.altitude_m) for mark in marks], APART, TOP, self.height() - FOOT)

    def _furthest(self, marks: Sequence[Mark]) -> float:
        moved = zip(marks, self._spread(marks), strict=True)
        return max((abs(y - self.y_of(mark.altitude_m)) for mark, y in moved), default=0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        self._paint_scale(painter)
        self._paint_marks(painter)
        self._paint_handle(painter)

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
            band = self.spread.band  # the line goes between the two heights, not through them
            painter.drawPolyline([QPointF(62, middle), QPointF(band - 5, middle), QPointF(band, park)])

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
        for mark in self.marks:
            self._paint_sign(painter, mark, QPointF(axis, self.y_of(mark.altitude_m)))
        for mark, label in self.labels():
            y = self.y_of(mark.altitude_m)
            painter.setPen(QPen(theme.colour("secondary", 0.6), 1))
            painter.drawLine(QPointF(axis + 5, y), QPointF(name_x - 5, label))
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
        if self.ring:
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-3, -3, 3, 3), 25, 25)
