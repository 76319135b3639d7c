"""The ground along the G6, east to west, with the park's band behind it: drawn straight from point to point."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.ground_section import say_metres
from brochure.gui.widgets import CENTRE, LEFT, RIGHT, width_of
from brochure.model.geometry import Position, ProfilePoint
from brochure.words import Lang, Text
from brochure.words import altitude as words_of
from brochure.words import places as say
from brochure.words.sentence import begun

LEFT_PX, RIGHT_PX, TOP_PX, FOOT_PX = 60, 28, 14, 58
NAME_ROW_PX = 20
LOWEST_M, HIGHEST_M, STEP_M = 2050, 2500, 100
BANDS = ((say.IDEAL_BAND_LONG, tokens.IDEAL_ALTITUDE_M), (say.PARK_BAND_LONG, tokens.PARK_ALTITUDE_M))


class ProfileFace(QWidget):
    """A section with an exaggerated height, as its caption says; the line through the tunnel is dotted."""

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[ProfilePoint, ...] = ()
        self.gate: ProfilePoint | None = None
        self.airport: ProfilePoint | None = None
        self.lang: Lang = "zh"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(640, 236)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 236)

    def set_profile(
        self, points: Sequence[ProfilePoint], park: Position | None, lang: Lang, airport: Position | None = None
    ) -> None:
        """Show a profile; of the named points the one nearest the park is its gate, and one is the airport's."""
        self.points = tuple(sorted(points, key=lambda point: point.chainage_m))
        named = [point for point in self.points if point.name is not None]
        self.gate = min(named, key=lambda point: _apart(point, park)) if named and park else None
        self.airport = min(named, key=lambda point: _apart(point, airport)) if named and airport else None
        self.lang = lang
        first, last = (point.name for point in (named[0], named[-1])) if named else (None, None)
        if first and last:
            self.setAccessibleName(say.PROFILE_NAME.fill(first, last).to(lang))
        self.update()

    def factor(self) -> float:
        """Return how many times the height is drawn larger than the length; 0 without a profile."""
        if len(self.points) < 2:
            return 0.0
        plot, length_m = self._plot(), self.points[-1].chainage_m - self.points[0].chainage_m
        return (plot.height() / (HIGHEST_M - LOWEST_M)) / (plot.width() / length_m)

    def paint_face(self, painter: QPainter) -> None:
        """Paint all but what is read."""
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
        width = width_of(self._band_says(words, band), "small", 500)
        return QRectF(self._plot().left() + 8, self._y(band[1]) + 3, width + 4, 20)

    def _band_says(self, words: Text, band: tuple[int, int]) -> str:
        """Return what stands in a band: its name alone with the heights where the sentence finds no room."""
        whole = words.fill(*map(say_metres, band)).to(self.lang)
        if width_of(whole, "small", 500) + 16 <= self._plot().width() / 2:
            return whole
        short = (say.IDEAL_BAND if band == tokens.IDEAL_ALTITUDE_M else say.PARK_BAND).to(self.lang)
        low, high = (say_metres(each).to(self.lang) for each in band)
        return f"{short} {low}{'～' if self.lang == 'zh' else '–'}{high}"

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
            painter.drawText(self._band_words(words, band), LEFT, self._band_says(words, band))

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
        painter.setFont(theme.font("note", 500))
        painter.setPen(theme.colour("text"))
        word = words_of.TUNNEL_SHORT.to(self.lang)
        middle = (self._x(east.chainage_m) + self._x(west.chainage_m)) / 2
        under = max(self._y(east.ground_m), self._y(west.ground_m)) + 3
        left = middle - width_of(word, "note", 500) / 2
        if self.gate is not None:  # beside the dashed line of the gate, not on it
            left = max(left, self._x(self.gate.chainage_m) + 5)
        painter.drawText(QRectF(left, under, 80, 18), LEFT, word)
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
        whole = say.HILL.fill(top.name or say.TUNNEL, say_metres(top.ground_m)).to(self.lang)
        bare = (top.name or say.TUNNEL).to(self.lang).split("（")[0].split(" (")[0]
        short = f"{bare} {say_metres(top.ground_m).to(self.lang)}"
        x, end = self._x(top.chainage_m) + 12, self.width() - RIGHT_PX
        words = whole if x + width_of(whole, "small", 500) + 4 <= end else short
        width = width_of(words, "small", 500) + 4
        return words, QRectF(min(x, self.width() - 2 - width), self._y(top.ground_m) - 22, width, 20)

    def _paint_names(self, painter: QPainter) -> None:
        plot = self._plot()
        shown = self._fitting()
        for point, frame in shown:
            x, own = self._x(point.chainage_m), point is self.gate
            words = self._name(point)
            painter.setPen(QPen(theme.colour("text" if own or point is self.airport else "secondary"), 1.2))
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, frame.top() + 2))
            painter.setFont(theme.font("small", self._weight(point)))
            painter.setPen(theme.colour("text" if own or point is self.airport else "secondary"))
            painter.drawText(frame, CENTRE, words)
        if self.gate is not None:
            x, y = self._x(self.gate.chainage_m), self._y(self.gate.ground_m)
            painter.setPen(QPen(theme.colour("gold_text"), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, y + 7), QPointF(x, plot.bottom()))
            painter.setPen(QPen(theme.colour("gold"), 3))
            painter.setBrush(theme.colour("panel"))
            painter.drawEllipse(QPointF(x, y), 6, 6)

    def _name(self, point: ProfilePoint) -> str:
        """Return what stands below a point: its name, for the gate with its height, short where room is little."""
        if point.name is None:
            return ""
        name = point.name.to(self.lang)
        name = begun(name)
        height = f" {say_metres(point.ground_m).to(self.lang)}" if point is self.gate else ""
        if width_of(name + height, "small", 700) + 8 > self._plot().width() * 0.6:
            name = name.partition("（")[0].partition(" (")[0]
        return name + height

    def _weight(self, point: ProfilePoint) -> int:
        return 700 if point is self.gate else 500 if point is self.airport else 400

    def _fitting(self) -> list[tuple[ProfilePoint, QRectF]]:
        """Return the names that find room in two rows: the gate, the airport, both ends, then from the east."""
        named = [point for point in self.points if point.name is not None and point.section == "road"]
        first = (self.gate, self.airport, *named[:1], *named[-1:])
        order: list[ProfilePoint] = []
        for point in (*first, *named):
            if point is not None and all(point is not other for other in order):
                order.append(point)
        taken: list[tuple[ProfilePoint, QRectF]] = []
        for point in order:
            width = width_of(self._name(point), "small", self._weight(point)) + 8
            x = min(max(self._x(point.chainage_m) - width / 2, LEFT_PX - 4), self.width() - RIGHT_PX + 8 - width)
            for row in range(2):
                frame = QRectF(x, self._plot().bottom() + 7 + row * NAME_ROW_PX, width, 20)
                tick = QRectF(self._x(point.chainage_m) - 1, self._plot().bottom() + 6, 2, row * NAME_ROW_PX)
                if all(self._apart_enough(frame, tick, other, at) for at, other in taken):
                    taken.append((point, frame))
                    break
        return taken

    def _apart_enough(self, frame: QRectF, tick: QRectF, other: QRectF, at: ProfilePoint) -> bool:
        """Whether neither the names nor the ticks that lead to them run into each other."""
        its = QRectF(
            self._x(at.chainage_m) - 1, self._plot().bottom() + 6, 2, max(0.0, other.top() - self._plot().bottom() - 6)
        )
        wide = frame.adjusted(-8, 0, 8, 0)
        return not (wide.intersects(other) or tick.intersects(other) or its.intersects(wide))


def _apart(point: ProfilePoint, park: Position) -> float:
    """Return a distance good enough to compare: degrees, longitude shortened for the latitude."""
    lat, lon = park
    return math.hypot(point.lat - lat, (point.lon - lon) * math.cos(math.radians(lat)))
