"""The head of the overview: one sentence, and the park on its altitude line, painted from the real ground profile."""

import bisect

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.altitude_spots import GATE as GATE_PLACE
from brochure.gui.altitude_spots import HILL, PARK, figure_of
from brochure.gui.curves import lay_balanced
from brochure.gui.facts import SourceLabel
from brochure.gui.ground_section import NARROW_PX, GroundSection, say_metres
from brochure.gui.spot import Spot
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, width_of
from brochure.model.kinds import ParkFact
from brochure.words import Text
from brochure.words import window as say

FADE_FROM_PX, FADE_OVER_PX = 400.0, 240.0
"""Where the band comes out of the ground at the earliest, and over how long a way: never under the heading."""
DRAW_MS = 900


class Hero(GroundSection):
    """Reads place and height under the pointer; a press opens the altitude page."""

    pressed = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(236)
        self.vision = _vision(hub)
        self.mark = SourceLabel(self)
        self._pointer: float | None = None
        self.drawn = 1.0
        self._drawing: QVariantAnimation | None = None
        self.spots = {key: Spot(hub, self, self._said_by(key)) for key in ("band", "gate", "hill", "vision")}
        self.retranslate()

    def retranslate(self) -> None:
        number = ""
        if self.vision is not None:
            number = ",".join(str(source.mark) for source in self.hub.library.sources(self.vision))
            self.mark.set_number(number, self.hub.say(say.SOURCES_OF.fill(self.vision.name)))
        self.setAccessibleName(f"{self.eyebrow()} {self.sentence()}")
        self.setAccessibleDescription(self.hub.say(say.PROFILE_NAME))
        for spot in self.spots.values():
            spot.retranslate()
        self._place_spots()
        self.update()

    def _said_by(self, key: str) -> str | None:
        """Return the record that says one of the heights on the profile."""
        if key == "band":
            return figure_of(self.hub.library, PARK)
        if key == "vision":
            return self.vision.id if self.vision is not None else None
        return GATE_PLACE if key == "gate" else HILL

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_spots()

    def _place_spots(self) -> None:
        """Put a spot over each height that is painted; what is not painted cannot be pressed."""
        if not self.profile:
            for spot in self.spots.values():
                spot.hide()
            return
        frames = {"band": self._band_frame(), "gate": self._gate_frame(), "hill": self._hill_frame()}
        for key, frame in frames.items():
            self.spots[key].put(frame)

    def eyebrow(self) -> str:
        return self.hub.say(say.EYEBROW)

    def sentence(self) -> str:
        words = self.vision.statement if self.vision is not None else say.TITLE
        return self.hub.say(words).rstrip("。.")

    def texts(self) -> list[str]:
        """Return every word it shows."""
        words = [self.eyebrow(), self.sentence(), self.hub.say(self._band_words()), self.hub.say(self._foot_words())]
        return words + [self.hub.say(point.name) for point in self.profile if point.name is not None]

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the line once, from the airport up to the park, when it is first seen; never for who asks for calm."""
        super().showEvent(event)
        if self._drawing is None and wants_motion(self):
            self._drawing = QVariantAnimation(self)
            self._drawing.setDuration(DRAW_MS)
            self._drawing.setStartValue(0.0)
            self._drawing.setEndValue(1.0)
            self._drawing.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._drawing.valueChanged.connect(self._draw_to)
            self._drawing.start()

    def _draw_to(self, share: float) -> None:
        self.drawn = share
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        self.update()

    def leaveEvent(self, event) -> None:
        self._pointer = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("ground"))
        if self.profile:
            painter.save()
            painter.setClipRect(QRectF(0, 0, self.width() * self.drawn, self.height()))
            self._paint_ground(painter)
            self._paint_band(painter)
            painter.restore()
            self._paint_marks(painter)
        self._paint_axis(painter)
        self._paint_words(painter)
        if self._pointer is not None and self.profile:
            self._paint_reading(painter)

    def _paint_band(self, painter: QPainter) -> None:
        low, high = tokens.PARK_ALTITUDE_M
        top, bottom = self._y(high), self._y(low)
        start, end = self._fade()
        for y, height, share in ((top, bottom - top, 0.13), (top - 0.75, 1.5, 1.0), (bottom - 0.75, 1.5, 1.0)):
            fade = QLinearGradient(start, 0, end, 0)
            fade.setColorAt(0, theme.colour("gold", 0.0))
            fade.setColorAt(1, theme.colour("gold", share))
            painter.fillRect(QRectF(start, y, self.width() - start, height), fade)

    def _fade(self) -> tuple[float, float]:
        """Return between which points the band appears: from the edge where it passes below the words."""
        if self._is_tall():
            return 0.0, 160.0
        start = max(FADE_FROM_PX, self._words_right + 12)
        return start, start + FADE_OVER_PX

    def _is_tall(self) -> bool:
        """Whether the band passes below the heading."""
        return self._y(tokens.PARK_ALTITUDE_M[1]) > self._words_foot + 16

    def _band_frame(self) -> QRectF:
        """Return where the height of the park is written: in its band, before the line of the ground rises into it."""
        low, high = tokens.PARK_ALTITUDE_M
        top = self._y(high)
        width = width_of(self.hub.say(self._band_words()), weight=700)
        left = float(tokens.MARGIN_PX) if self._is_tall() else max(470.0, self.width() * 0.36)
        gate = self._gate()
        if gate is not None:
            left = min(left, self._x(gate.chainage_m) - 28 - width)
        share = 1.0 if self._is_tall() else 0.8  # a little high, for the ground comes up from below
        return QRectF(left, top, width + 4, (self._y(low) - top) * share)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setFont(theme.font("body", 700))
        painter.setPen(theme.colour("gold_text"))
        painter.drawText(self._band_frame(), LEFT, self.hub.say(self._band_words()))
        ground = self.height() - self._axis_px()
        hill = self._hill_words()
        if hill is not None:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("secondary"))
            painter.drawText(self._hill_frame(), LEFT, hill[0])
        gate = self._gate()
        if gate is None:
            return
        x, y = self._x(gate.chainage_m), self._y(gate.ground_m)
        painter.setPen(QPen(theme.colour("gold_text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, y + 9), QPointF(x, ground))
        words = self.hub.say(say.GATE_HEIGHT.fill(say_metres(gate.ground_m)))
        painter.setFont(theme.font("body", 700))
        frame = self._gate_frame()
        painter.setPen(theme.colour("text"))
        painter.drawText(frame, LEFT, words)
        painter.setPen(QPen(theme.colour("text"), 1))
        painter.drawLine(QPointF(x - 13, frame.top() + 22), QPointF(x - 4, y - 8))
        painter.setPen(QPen(theme.colour("gold"), 3))
        painter.setBrush(theme.colour("panel"))
        painter.drawEllipse(QPointF(x, y), 6.5, 6.5)

    def _lay_words(self) -> tuple[list[tuple[QTextLayout, float, str]], str, float]:
        """Return eyebrow and sentence with where they stand, the caption, and where that stands; low there is none."""
        tight = self.height() < 300
        y = 20.0 if tight else 28.0
        eyebrow, height, _ = lay_text(self.eyebrow(), "body", 400, 620)
        laid = [(eyebrow, y, "secondary")]
        y += height + (4 if tight else 8)
        layout, height, _ = lay_balanced(self.sentence(), "hero", 376 if self.hub.lang == "zh" else 424)
        if height > (2 if tight else 3) * theme.line_height("hero"):
            layout, height, _ = lay_balanced(self.sentence(), "title", 400)
        laid.append((layout, y, "text"))
        y += height
        caption = "" if tight else self.hub.say(self._caption())
        return laid, "" if self._meets_gate(caption, y) else caption, y

    def _meets_gate(self, caption: str, y: float) -> bool:
        """Whether the caption would run up to the words of the gate; the source mark then says it alone."""
        gate = self._gate_frame()
        if gate.isEmpty() or not caption:
            return False
        end = tokens.MARGIN_PX + width_of(caption, "small") + self.mark.width() + 24
        return end > gate.left() and abs(y + 14 - gate.center().y()) < 32

    @property
    def _words_foot(self) -> float:
        _, caption, y = self._lay_words()
        return y + (24 if caption else 0)

    @property
    def _words_right(self) -> float:
        sentence = self._lay_words()[0][-1][0]
        lines = (sentence.lineAt(number) for number in range(sentence.lineCount()))
        return tokens.MARGIN_PX + max(line.naturalTextWidth() for line in lines)

    def _paint_words(self, painter: QPainter) -> None:
        laid, caption, y = self._lay_words()
        x = tokens.MARGIN_PX
        for layout, top, ink in laid:
            paint_text(painter, layout, x, top, ink)
        if not caption:
            layout, top, _ = laid[-1]
            last = layout.lineAt(layout.lineCount() - 1)
            pitch = (y - top) / layout.lineCount()
            self._place_mark(x + last.naturalTextWidth(), y - pitch + 6)
            return
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(x, y + 4, 600, 20), LEFT, caption)
        self._place_mark(x + width_of(caption, "small"), y)

    def _place_mark(self, x: float, y: float) -> None:
        """Put the source mark of the sentence where the words end, and the spot that a finger finds around it."""
        self.mark.move(round(x), round(y))
        self.spots["vision"].put(QRectF(self.mark.geometry()))

    def _paint_reading(self, painter: QPainter) -> None:
        assert self._pointer is not None
        first, last = self.profile[0].chainage_m, self.profile[-1].chainage_m
        at = first + (last - first) * self._pointer / max(1, self.width())
        index = min(bisect.bisect(self.profile, at, key=lambda point: point.chainage_m), len(self.profile) - 1)
        before = self.profile[max(0, index - 1)]
        point = min(before, self.profile[index], key=lambda each: abs(each.chainage_m - at))
        x, y = self._x(point.chainage_m), self._y(point.ground_m)
        painter.setPen(QPen(theme.colour("text", 0.4), 1))
        painter.drawLine(QPointF(x, y), QPointF(x, self.height() - self._axis_px()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("lake"))
        painter.drawEllipse(QPointF(x, y), 4, 4)
        place = point.name or Text(f"K{point.chainage_m / 1000:.0f}", f"K{point.chainage_m / 1000:.0f}")
        words = self.hub.say(say.METRES_OF.fill(place, say_metres(point.ground_m)))
        width = QFontMetricsF(theme.font("small", 500)).horizontalAdvance(words) + 16
        frame = QRectF(
            min(max(8, x - width / 2), self.width() - width - 8), self.height() - self._axis_px() - 32, width, 26
        )
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("ground"))
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), words)

    def _band_words(self) -> Text:
        words = say.PARK_BAND if self.width() >= NARROW_PX else say.PARK_BAND_SHORT
        return words.fill(*(say_metres(each) for each in tokens.PARK_ALTITUDE_M))

    def _caption(self) -> Text:
        if self.vision is None:
            return Text("", "")
        years = sorted(s.published[:4] for s in self.hub.library.sources(self.vision) if s.published)
        if len(set(years)) > 1:
            return say.GOAL_YEARS.fill(years[0], years[-1])
        return say.GOAL_YEAR.fill(years[0]) if years else say.GOAL


def wants_motion(widget: QWidget) -> bool:
    """Whether the system lets things move."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


def _vision(hub: Hub) -> ParkFact | None:
    facts = [fact for fact in hub.library.records("park") if isinstance(fact, ParkFact)]
    return next((fact for aspect in ("vision", "goal") for fact in facts if fact.aspect == aspect), None)
