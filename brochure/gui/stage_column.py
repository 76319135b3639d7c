"""One stage of the chain: a column under the golden line, or a row beside it where the place is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.status_mark import GLYPH_PX, MARKS, paint_mark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.widgets import CENTRE, Pressable, width_of

DISC = 16


@dataclass(frozen=True)
class Rung:
    """What one stage says; ``short`` and ``other_short`` are the names for a narrow column."""

    order: int
    name: str
    short: str
    other: str
    role: str
    mark: str
    level: str
    place: str
    other_short: str = ""


@dataclass(frozen=True)
class Light:
    """How a stage is lit: ``own`` is the visitor's, ``next`` the one after it; ``tag`` says so in words."""

    kind: str = ""
    tag: str = ""


class StageColumn(Pressable):
    """One stage; its disc sits on the upper edge and belongs to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.rung = Rung(0, "", "", "", "", "unverified", "", "")
        self.light = Light()
        self.upright = False
        self.setCheckable(True)

    @property
    def tag(self) -> str:
        """What the light says in words."""
        return self.light.tag

    def set_rung(self, rung: Rung) -> None:
        """Say it."""
        self.rung = rung
        self._name()
        self.update()

    def set_light(self, light: Light) -> None:
        """Light it as the visitor's own or the next stage, or not."""
        self.light = light
        self._name()
        self.update()

    def set_upright(self, *, upright: bool) -> None:
        """Be a row beside the line instead of a column below it."""
        self.upright = upright
        self.update()

    def disc_at(self) -> QPointF:
        """Return where the middle of the disc lies."""
        return QPointF(DISC + 2, self.height() / 2) if self.upright else QPointF(33, DISC + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = (
            QRectF(self.rect()).adjusted(DISC + 1, 3, -1, -3)
            if self.upright
            else QRectF(self.rect()).adjusted(1, DISC, -1, -1)
        )
        fade = QLinearGradient(0, frame.top(), 0, frame.bottom())
        fade.setColorAt(0, theme.colour("panel"))
        fade.setColorAt(1, theme.colour("hover" if self.hovered() else "ground"))
        painter.setBrush(fade)
        marked = self.isChecked() or self.light.kind == "own"
        pen = QPen(theme.colour("brand" if marked or self.hovered() else "rule"), 2 if marked else 1)
        if self.light.kind == "next" and not self.isChecked():
            pen = QPen(theme.colour("gold"), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        if self.upright:
            self._paint_row(painter, frame)
        else:
            self._paint_foot(painter, frame, self._paint_words(painter, frame))
        self._paint_disc(painter, self.disc_at())
        if self.ring:
            theme.paint_focus(painter, frame.adjusted(3, 3, -3, -3), 6)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.rung.order}. {self.rung.name}")
        told = (self.light.tag, self.rung.role, self.rung.level, self.rung.place)
        self.setAccessibleDescription("; ".join(each for each in told if each))

    def _paint_row(self, painter: QPainter, frame: QRectF) -> None:
        left = frame.left() + DISC + 14
        aside = min(frame.width() * 0.42, 230.0)
        room = frame.right() - left - aside - 20
        name, height, _ = lay_text(self.rung.name, "body", 700, room, 2)
        other, other_height, _ = lay_text(self.rung.other, "small", 400, room, 1)
        y = frame.center().y() - (height + other_height) / 2
        paint_text(painter, name, left, y, "text")
        paint_text(painter, other, left, y + height, "secondary")
        x = frame.right() - aside - 8
        role, role_height, _ = lay_text(self.rung.role, "small", 400, aside, 1)
        level, level_height, _ = lay_text(self.rung.level, "small", 400, aside - GLYPH_PX - 6, 2)
        y = frame.center().y() - (role_height + level_height) / 2
        if self.light.tag:
            self._chip(painter, QPointF(x, frame.top() + 6))
            y = frame.top() + 32
            level, level_height, _ = lay_text(self.rung.level, "small", 400, aside - GLYPH_PX - 6, 1)
        paint_text(painter, role, x, y, "text")
        paint_mark(painter, self.rung.mark, x, y + role_height + 3)
        paint_text(painter, level, x + GLYPH_PX + 6, y + role_height, MARKS[self.rung.mark][1])

    def _paint_words(self, painter: QPainter, frame: QRectF) -> float:
        room, y = frame.width() - 16, frame.top() + 28
        for words, role, weight, token, lines in (
            (self._name_for(room), "body", 700, "text", 3), (self._other_for(room), "small", 400, "secondary", 2),
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

    def _other_for(self, room: float) -> str:
        """Return the name in the other language, or its short one where two lines would cut it."""
        two_lines = 2 * theme.line_height("small")
        fits = lay_text(self.rung.other, "small", 400, room)[1] <= two_lines
        longest = max(self.rung.other.split(), key=len, default="")
        if fits and width_of(longest, "small") <= room:
            return self.rung.other
        return self.rung.other_short or self.rung.other

    def _paint_foot(self, painter: QPainter, frame: QRectF, used: float) -> None:
        layout, height, _ = lay_text(self.rung.place, "small", 400, frame.width() - 38, 3)
        y = frame.bottom() - height - 8
        if self.light.tag and y - 30 <= used:  # whose stage it is comes before where it lies
            y = frame.bottom() - 8
        elif y > used + 2:
            paint_icon(painter, "pin", QRectF(frame.left() + 9, y + 3, 14, 14), theme.colour("secondary"))
            paint_text(painter, layout, frame.left() + 28, y, "secondary")
        if self.light.tag and y - 30 > used - 6:
            self._chip(painter, QPointF(frame.left() + 8, y - 30))

    def _chip(self, painter: QPainter, at: QPointF) -> None:
        own = self.light.kind == "own"
        chip = QRectF(at.x(), at.y(), min(width_of(self.light.tag, "small", 500) + 20, self.width() - 14.0), 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("brand" if own else "gold_wash"))
        painter.drawRoundedRect(chip, 12, 12)
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("on_brand" if own else "gold_text"))
        painter.drawText(chip, CENTRE, self.light.tag)

    def _paint_disc(self, painter: QPainter, at: QPointF) -> None:
        on, following = self.light.kind == "own", self.light.kind == "next"
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("panel"))
            painter.drawEllipse(at, DISC + 1, DISC + 1)
            painter.setBrush(theme.colour("brand", 0.18))
            painter.drawEllipse(at, DISC + 1, DISC + 1)
        edge = QPen(theme.colour("brand" if on or self.isChecked() else "gold" if following else "text"), 2)
        if following:
            edge.setDashPattern([2.2, 1.6])
        painter.setPen(edge)
        painter.setBrush(theme.colour("brand" if on else "panel"))
        painter.drawEllipse(at, DISC - 3, DISC - 3)
        painter.setFont(theme.font("body", 700))
        painter.setPen(QColor(theme.colour("on_brand" if on else "text")))
        painter.drawText(QRectF(at.x() - 16, at.y() - 16, 32, 32), CENTRE, str(self.rung.order))
