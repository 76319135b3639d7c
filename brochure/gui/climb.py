"""The six stages of the chain as columns that climb one golden line; the line shows order, not height."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.status_mark import GLYPH_PX, MARKS, paint_mark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.widgets import CENTRE, Pressable, width_of

GAP, DISC, STEP, FIRST, TOP, USUAL = 8, 16, 43, 214, 44, 148


@dataclass(frozen=True)
class Rung:
    """What one column says; ``short`` is the name for a narrow column."""

    order: int
    name: str
    short: str
    other: str
    role: str
    mark: str
    level: str
    place: str


class StageColumn(Pressable):
    """One stage; its disc sits on the upper edge and belongs to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.rung = Rung(0, "", "", "", "", "unverified", "", "")
        self.is_next = False
        self.tag = ""
        self.setCheckable(True)

    def set_rung(self, rung: Rung) -> None:
        """Say it."""
        self.rung = rung
        self.setAccessibleName(f"{rung.order}. {rung.name}")
        self.setAccessibleDescription(f"{rung.role}; {rung.level}; {rung.place}")
        self.update()

    def set_next(self, *, is_next: bool, tag: str) -> None:
        """Mark it as the stage after the chosen one."""
        self.is_next, self.tag = is_next, tag
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(1, DISC, -1, -1)
        fade = QLinearGradient(0, frame.top(), 0, frame.bottom())
        fade.setColorAt(0, theme.colour("panel"))
        fade.setColorAt(1, theme.colour("hover" if self.hovered() else "ground"))
        painter.setBrush(fade)
        pen = QPen(
            theme.colour("brand" if self.isChecked() or self.hovered() else "rule"), 2 if self.isChecked() else 1
        )
        if self.is_next:
            pen = QPen(theme.colour("gold"), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        y = self._paint_words(painter, frame)
        self._paint_foot(painter, frame, y)
        self._paint_disc(painter, QPointF(33, DISC + 1))
        if self.ring:
            theme.paint_focus(painter, frame.adjusted(3, 3, -3, -3), 6)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> float:
        room, y = frame.width() - 16, frame.top() + 28
        for words, role, weight, token, lines in (
            (self._name_for(room), "body", 700, "text", 3), (self.rung.other, "small", 400, "secondary", 2),
            (self.rung.role, "small", 400, "text", 2),
        ):  # fmt: skip
            layout, height, _ = lay_text(words, role, weight, room, lines)
            paint_text(painter, layout, frame.left() + 9, y, token)
            y += height + 2
        paint_mark(painter, self.rung.mark, frame.left() + 10, y + 3)
        layout, height, _ = lay_text(self.rung.level, "small", 400, room - GLYPH_PX - 6, 2)
        paint_text(painter, layout, frame.left() + 10 + GLYPH_PX + 6, y, MARKS[self.rung.mark][1])
        return y + height

    def _name_for(self, room: float) -> str:
        """Return the name, or the short one where a word of the name would be broken."""
        longest = max(self.rung.name.split(), key=len, default="")
        return self.rung.name if width_of(longest, "body", 700) <= room else self.rung.short or self.rung.name

    def _paint_foot(self, painter: QPainter, frame: QRectF, used: float) -> None:
        layout, height, _ = lay_text(self.rung.place, "small", 400, frame.width() - 38, 2)
        y = frame.bottom() - height - 8
        if y > used + 2:
            paint_icon(painter, "pin", QRectF(frame.left() + 9, y + 3, 14, 14), theme.colour("secondary"))
            paint_text(painter, layout, frame.left() + 28, y, "secondary")
        if self.tag and y - 30 > used:
            width = width_of(self.tag, "small", 500) + 20
            chip = QRectF(frame.left() + 10, y - 30, width, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("gold_wash"))
            painter.drawRoundedRect(chip, 12, 12)
            painter.setFont(theme.font("small", 500))
            painter.setPen(theme.colour("gold_text"))
            painter.drawText(chip, CENTRE, self.tag)

    def _paint_disc(self, painter: QPainter, at: QPointF) -> None:
        on = self.isChecked()
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand", 0.18))
            painter.drawEllipse(at, DISC + 1, DISC + 1)
        painter.setPen(QPen(theme.colour("brand" if on else "gold" if self.is_next else "text"), 2))
        painter.setBrush(theme.colour("brand" if on else "panel"))
        painter.drawEllipse(at, DISC - 3, DISC - 3)
        painter.setFont(theme.font("body", 700))
        painter.setPen(QColor(theme.colour("on_brand" if on else "text")))
        painter.drawText(QRectF(at.x() - 16, at.y() - 16, 32, 32), CENTRE, str(self.rung.order))


class Climb(QWidget):
    """The columns on their line; arrow keys move along it. The heading lies in the free corner at the upper left."""

    chosen = Signal(int)
    placed = Signal()

    def __init__(self, count: int, left: int) -> None:
        super().__init__()
        self._left = left
        self.columns = [StageColumn(self) for _ in range(count)]
        self._group = QButtonGroup(self)
        for index, column in enumerate(self.columns):
            self._group.addButton(column, index)
            column.installEventFilter(self)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(640, 400)

    def set_rungs(self, rungs: Sequence[Rung]) -> None:
        """Say what the columns say."""
        for column, rung in zip(self.columns, rungs, strict=True):
            column.set_rung(rung)

    def set_current(self, index: int, tag: str) -> None:
        """Raise one column and mark the one after it."""
        self.columns[index].setChecked(True)
        for number, column in enumerate(self.columns):
            is_next = number == index + 1
            column.set_next(is_next=is_next, tag=tag if is_next else "")

    def disc_at(self, index: int) -> QPointF:
        """Return where the middle of a disc lies."""
        column = self.columns[index]
        return QPointF(column.x() + 33, column.y() + DISC + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        count, height = len(self.columns), self.height()
        width = (self.width() - self._left - GAP * (count - 1)) / count
        first = height - FIRST
        slope = STEP * max(1.0, width / USUAL)  # a wider window keeps the angle of the line
        step = min(slope, max(8.0, (first - TOP) / max(count - 1, 1)))
        for index, column in enumerate(self.columns):
            top = first - index * step
            x = self._left + index * (width + GAP)
            column.setGeometry(round(x), round(top - DISC), round(width), round(height - top + DISC))
        super().resizeEvent(event)
        self.placed.emit()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.columns:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}.get(event.key())
            if step is not None:
                index = max(0, min(len(self.columns) - 1, self.columns.index(watched) + step))
                self.columns[index].setFocus(Qt.FocusReason.TabFocusReason)
                self.chosen.emit(index)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        discs = [self.disc_at(index) for index in range(len(self.columns))]
        line = QPainterPath(QPointF(0, discs[0].y() + 8))
        line.quadTo(QPointF(self._left, discs[0].y() + 6), discs[0])
        for disc in discs[1:]:
            line.lineTo(disc)
        rise = (discs[-1].y() - discs[0].y()) / (discs[-1].x() - discs[0].x())
        line.lineTo(self.width(), discs[-1].y() + rise * (self.width() - discs[-1].x()))
        painter.setPen(QPen(theme.colour("gold"), 2.5))
        painter.drawPath(line)
