"""The ground along the G6 as it is painted under the heading of the overview: its line, its marks, its axis."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.curves import monotone_slopes
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, RIGHT, width_of
from brochure.model.geometry import ProfilePoint
from brochure.words import Text
from brochure.words import window as say
from brochure.words.numbers import say_number

AXIS_PX, LINE_PX = 26, 20
NARROW_PX = 1100
"""Below this width the note of the profile has a line of its own below the names."""
LOW_M, HIGH_M = 2060, 2560
GATE = "海湖大道"


class GroundSection(QWidget):
    """Knows where each height and each kilometre lies, and paints the ground, without a word of its own above it."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.profile: Sequence[ProfilePoint] = sorted(hub.library.profile, key=lambda point: point.chainage_m)

    def _axis_px(self) -> int:
        """Return how high the strip below the ground is."""
        return AXIS_PX if self.width() >= NARROW_PX else AXIS_PX + LINE_PX

    def _x(self, chainage_m: float) -> float:
        first, last = self.profile[0].chainage_m, self.profile[-1].chainage_m
        return (chainage_m - first) / (last - first) * self.width()

    def _y(self, metres: float) -> float:
        ground = self.height() - self._axis_px()
        return ground - (metres - LOW_M) / (HIGH_M - LOW_M) * ground

    def _curve(self) -> QPainterPath:
        points = [(self._x(point.chainage_m), self._y(point.ground_m)) for point in self.profile]
        slopes = monotone_slopes(points)
        path = QPainterPath(QPointF(*points[0]))
        for i, ((x0, y0), (x1, y1)) in enumerate(itertools.pairwise(points)):
            third = (x1 - x0) / 3
            path.cubicTo(
                QPointF(x0 + third, y0 + slopes[i] * third),
                QPointF(x1 - third, y1 - slopes[i + 1] * third),
                QPointF(x1, y1),
            )
        return path

    def _paint_ground(self, painter: QPainter) -> None:
        line = self._curve()
        ground = self.height() - self._axis_px()
        area = QPainterPath(line)
        area.lineTo(self.width(), ground)
        area.lineTo(0, ground)
        area.closeSubpath()
        tint = QLinearGradient(0, self._y(2500), 0, ground)
        strong, weak = (0.34, 0.07) if theme.current() == "light" else (0.40, 0.10)
        tint.setColorAt(0, theme.colour("lake", strong))
        tint.setColorAt(1, theme.colour("lake", weak))
        painter.fillPath(area, tint)
        self._area = area
        painter.strokePath(line, QPen(theme.colour("lake"), 1.5))

    def _hill_words(self) -> tuple[str, ProfilePoint] | None:
        peak = max((p for p in self.profile if p.section == "tunnel_surface"), key=lambda p: p.ground_m, default=None)
        if peak is None:
            return None
        name = short_name(peak.name) if peak.name else say.TUNNEL_HILL
        return self.hub.say(say.METRES_OF.fill(name, say_metres(peak.ground_m))), peak

    def _hill_frame(self) -> QRectF:
        hill = self._hill_words()
        if hill is None:
            return QRectF()
        words, peak = hill
        x, y = self._x(peak.chainage_m) + 14, self._y(peak.ground_m) - 10
        return QRectF(x, y, width_of(words, "small") + 4, 20)

    def _gate_frame(self) -> QRectF:
        gate = self._gate()
        if gate is None:
            return QRectF()
        width = width_of(self.hub.say(say.GATE_HEIGHT.fill(say_metres(gate.ground_m))), weight=700)
        top = self._y(tokens.PARK_ALTITUDE_M[1]) - 29
        return QRectF(self._x(gate.chainage_m) - 16 - width, top, width + 4, 24)

    def _paint_axis(self, painter: QPainter) -> None:
        ground = self.height() - self._axis_px()
        painter.fillRect(QRectF(0, ground, self.width(), self._axis_px()), theme.colour("panel"))
        painter.fillRect(QRectF(0, ground, self.width(), 1), theme.colour("rule"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.colour("rule"))
        if not self.profile:
            return
        foot, gate = self.hub.say(self._foot_words()), self._gate()
        below = self._axis_px() > AXIS_PX
        if gate is not None and gate.name is not None and not below:
            named_to = self._x(gate.chainage_m) + 26 + width_of(self.hub.say(self._gate_words(gate)), "note", 500)
            if named_to > self.width() - 24 - width_of(foot, "note"):
                foot = self.hub.say(say.PROFILE_FOOT_SHORT)
        limit = self.width() - 24 - width_of(foot, "note")
        painter.setFont(theme.font("note"))
        painter.setPen(theme.colour("secondary"))
        at = ground + (AXIS_PX - 4 if below else 0)
        painter.drawText(QRectF(limit - 4, at, width_of(foot, "note") + 4, LINE_PX if below else AXIS_PX), RIGHT, foot)
        limit = self.width() if below else limit
        taken: list[tuple[float, float]] = []
        named = [p for p in self.profile if p.name is not None and p.section == "road"]
        for point in sorted(named, key=lambda p: p is not gate):
            assert point.name is not None
            mine = point is gate
            words = self.hub.say(self._gate_words(point) if mine else short_name(point.name))
            width = width_of(words, "note", 500 if mine else 400)
            x = self._x(point.chainage_m)
            left = x + 6 if mine else x - width / 2
            if not mine and (
                left < 24 or left + width > limit - 20 or any(left < b + 16 and left + width > a - 16 for a, b in taken)
            ):
                continue
            taken.append((left, left + width))
            painter.setPen(QPen(theme.colour("secondary"), 1))
            painter.drawLine(QPointF(x, ground), QPointF(x, ground + 5))
            painter.setFont(theme.font("note", 500 if mine else 400))
            painter.setPen(theme.colour("text" if mine else "secondary"))
            painter.drawText(QRectF(left, ground, width + 4, AXIS_PX), LEFT, words)

    def _gate(self) -> ProfilePoint | None:
        return next((p for p in self.profile if p.name is not None and GATE in p.name.zh), None)

    def _gate_words(self, gate: ProfilePoint) -> Text:
        return say.GATE_AXIS.fill(short_name(gate.name)) if gate.name is not None else Text("", "")

    def _foot_words(self) -> Text:
        km = (self.profile[-1].chainage_m - self.profile[0].chainage_m) / 1000 if self.profile else 0
        return say.PROFILE_FOOT.fill(round(km))


def short_name(name: Text) -> Text:
    """Return a name without what stands in brackets; the axis has room for no more."""
    return Text(name.zh.partition("（")[0], name.en.partition(" (")[0])


def say_metres(value: float) -> Text:
    """Return a height as a number in both languages, without its unit."""
    return Text(say_number(value, "zh"), say_number(value, "en"))
