"""The ground along the G6, east to west, with the park's band behind it: drawn straight from point to point."""

import html
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.widgets import CENTRE, LEFT, RIGHT, width_of
from brochure.model.geometry import Position, ProfilePoint
from brochure.words import Lang, Text
from brochure.words import places as say

LEFT_PX, RIGHT_PX, TOP_PX, FOOT_PX = 60, 28, 14, 38
LOWEST_M, HIGHEST_M, STEP_M = 2050, 2500, 100
BANDS = ((say.IDEAL_BAND_LONG, tokens.IDEAL_ALTITUDE_M), (say.PARK_BAND_LONG, tokens.PARK_ALTITUDE_M))


class ProfileChart(QWidget):
    """A section with an exaggerated height, as its caption says; the line through the tunnel is dashed."""

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[ProfilePoint, ...] = ()
        self.gate: ProfilePoint | None = None
        self.lang: Lang = "zh"
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, 152)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, 152)

    def set_profile(self, points: Sequence[ProfilePoint], park: Position | None, lang: Lang) -> None:
        """Show a profile; the named point nearest the park is its gate."""
        self.points = tuple(sorted(points, key=lambda point: point.chainage_m))
        named = [point for point in self.points if point.name is not None]
        self.gate = min(named, key=lambda point: _apart(point, park)) if named and park else None
        self.lang = lang
        first, last = (point.name for point in (named[0], named[-1])) if named else (None, None)
        if first and last:
            self.setAccessibleName(say.PROFILE_NAME.fill(first, last).to(lang))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read place and height under the pointer."""
        if self.points:
            near = min(self.points, key=lambda point: abs(self._x(point.chainage_m) - event.position().x()))
            name = f"{near.name.to(self.lang)}  " if near.name else ""
            words = f"{name}K{near.chainage_m // 1000}+{near.chainage_m % 1000:03}  {near.ground_m} m"
            QToolTip.showText(event.globalPosition().toPoint(), f"<span>{html.escape(words)}</span>", self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        if len(self.points) > 1:
            self._paint_ground(painter)
            self._paint_tunnel(painter)
            self._paint_names(painter)

    def _plot(self) -> QRectF:
        return QRectF(LEFT_PX, TOP_PX, self.width() - LEFT_PX - RIGHT_PX, self.height() - TOP_PX - FOOT_PX)

    def _x(self, chainage_m: float) -> float:
        plot, first, last = self._plot(), self.points[0].chainage_m, self.points[-1].chainage_m
        return plot.left() + (chainage_m - first) / max(last - first, 1) * plot.width()

    def _y(self, altitude_m: float) -> float:
        plot = self._plot()
        return plot.bottom() - (altitude_m - LOWEST_M) / (HIGHEST_M - LOWEST_M) * plot.height()

    def word_frames(self) -> list[QRectF]:
        """Return where the words of the ideal band, the park's band, the gate and the hill stand; empty if unseen."""
        frames = [self._band_words(words, band) for words, band in BANDS]
        frames += [frame for point, frame in self._fitting() if point is self.gate][:1] or [QRectF()]
        hill = self._hill()
        return [*frames, hill[1] if hill is not None else QRectF()]

    def _band_words(self, words: Text, band: tuple[int, int]) -> QRectF:
        width = width_of(words.fill(*band).to(self.lang), "small", 500)
        return QRectF(self._plot().left() + 8, self._y(band[1]) + 3, width + 4, 20)

    def _paint_bands(self, painter: QPainter) -> None:
        plot = self._plot()
        for low, high, alpha in ((*tokens.IDEAL_ALTITUDE_M, 0.10), (*tokens.PARK_ALTITUDE_M, 0.22)):
            band = QRectF(plot.left(), self._y(high), plot.width(), self._y(low) - self._y(high))
            painter.fillRect(band, theme.colour("gold", alpha))
        painter.setFont(theme.font("small"))
        for height in range(math.ceil(LOWEST_M / STEP_M) * STEP_M, HIGHEST_M + 1, STEP_M):
            painter.setPen(QPen(theme.colour("rule"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), self._y(height)), QPointF(plot.right(), self._y(height)))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(QRectF(0, self._y(height) - 10, LEFT_PX - 10, 20), RIGHT, str(height))
        painter.setPen(QPen(theme.colour("gold"), 1.6))
        for height in tokens.PARK_ALTITUDE_M:
            painter.drawLine(QPointF(plot.left(), self._y(height)), QPointF(plot.right(), self._y(height)))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("gold_text"))
        for words, band in BANDS:
            painter.drawText(self._band_words(words, band), LEFT, words.fill(*band).to(self.lang))

    def _paint_ground(self, painter: QPainter) -> None:
        plot = self._plot()
        line = QPainterPath(QPointF(self._x(self.points[0].chainage_m), self._y(self.points[0].ground_m)))
        for point in self.points[1:]:
            line.lineTo(self._x(point.chainage_m), self._y(point.ground_m))
        ground = QPainterPath(line)
        ground.lineTo(plot.right(), plot.bottom())
        ground.lineTo(plot.left(), plot.bottom())
        wash = QLinearGradient(0, self._y(2450), 0, plot.bottom())
        wash.setColorAt(0, theme.colour("brand", 0.28))
        wash.setColorAt(1, theme.colour("brand", 0.04))
        painter.fillPath(ground, wash)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("brand"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))  # fmt: skip
        painter.drawPath(line)
        painter.setPen(QPen(theme.colour("text"), 1.2))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    def _paint_tunnel(self, painter: QPainter) -> None:
        inside = [index for index, point in enumerate(self.points) if point.section == "tunnel_surface"]
        if not inside:
            return
        east, west = self.points[max(inside[0] - 1, 0)], self.points[min(inside[-1] + 1, len(self.points) - 1)]
        painter.setPen(QPen(theme.colour("text"), 2, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(self._x(east.chainage_m), self._y(east.ground_m)),
                         QPointF(self._x(west.chainage_m), self._y(west.ground_m)))  # fmt: skip
        hill = self._hill()
        if hill is not None:
            painter.setFont(theme.font("small", 500))
            painter.setPen(theme.colour("text"))
            painter.drawText(hill[1], LEFT, hill[0])

    def _hill(self) -> tuple[str, QRectF] | None:
        """Return what is said of the ground over the tunnel, and where."""
        inside = [point for point in self.points if point.section == "tunnel_surface"]
        if not inside:
            return None
        top = max(inside, key=lambda point: point.ground_m)
        whole = say.HILL.fill(top.name or say.TUNNEL, top.ground_m).to(self.lang)
        short = f"{(top.name or say.TUNNEL).to(self.lang).split('（')[0].split(' (')[0]} {top.ground_m}"
        x, end = self._x(top.chainage_m) + 12, self.width() - RIGHT_PX
        words = whole if x + width_of(whole, "small", 500) + 4 <= end else short
        return words, QRectF(x, self._y(top.ground_m) - 12, min(width_of(words, "small", 500) + 4, end - x), 20)

    def _paint_names(self, painter: QPainter) -> None:
        plot = self._plot()
        shown = self._fitting()
        for point, frame in shown:
            x, own = self._x(point.chainage_m), point is self.gate
            words = point.name.to(self.lang) if point.name else ""
            painter.setPen(QPen(theme.colour("text"), 1.2))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 5))
            painter.setFont(theme.font("small", 700 if own else 400))
            painter.setPen(theme.colour("text" if own else "secondary"))
            painter.drawText(frame, CENTRE, f"{words} {point.ground_m}" if own else words)
        if self.gate is not None:
            x, y = self._x(self.gate.chainage_m), self._y(self.gate.ground_m)
            painter.setPen(QPen(theme.colour("gold_text"), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, y + 7), QPointF(x, plot.bottom()))
            painter.setPen(QPen(theme.colour("gold"), 3))
            painter.setBrush(theme.colour("panel"))
            painter.drawEllipse(QPointF(x, y), 6, 6)

    def _fitting(self) -> list[tuple[ProfilePoint, QRectF]]:
        """Return the names that find room: the gate first, then both ends, then from the east."""
        named = [point for point in self.points if point.name is not None and point.section == "road"]
        ends = [point for point in (named[:1] + named[-1:]) if point is not self.gate]
        order = [point for point in (self.gate, *ends) if point is not None]
        order += [point for point in named if all(point is not other for other in order)]
        taken: list[tuple[ProfilePoint, QRectF]] = []
        for point in order:
            own = point is self.gate
            words = point.name.to(self.lang) + (f" {point.ground_m}" if own else "") if point.name else ""
            width = width_of(words, "small", 700 if own else 400) + 8
            x = min(max(self._x(point.chainage_m) - width / 2, LEFT_PX - 4), self.width() - RIGHT_PX + 8 - width)
            frame = QRectF(x, self._plot().bottom() + 7, width, 20)
            if all(not frame.adjusted(-8, 0, 8, 0).intersects(other) for _, other in taken):
                taken.append((point, frame))
        return taken


def _apart(point: ProfilePoint, park: Position) -> float:
    """Return a distance good enough to compare: degrees, longitude shortened for the latitude."""
    lat, lon = park
    return math.hypot(point.lat - lat, (point.lon - lon) * math.cos(math.radians(lat)))
