"""Chips, segmented controls and switches, painted from the tokens."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.pressable import CENTRE, LEFT, Pressable, width_of

CHIP_PX, CHIP_TOUCH_PX = 32, 44


class Chip(Pressable):
    """A filter with a count, or a link to a related thing when it has an icon and no count.

    It looks 32 high and is pressed at 44: rows of them need no gap between.
    """

    def __init__(
        self, text: str = "", count: int | None = None, icon: str | None = None, mark: str | None = None
    ) -> None:
        super().__init__(text)
        self.count, self.icon_name, self.mark = count, icon, mark
        self.dot: str | None = None
        self.setCheckable(count is not None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._name()

    def set_count(self, count: int) -> None:
        """Show another count; zero stays in place."""
        self.count = count
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lead = 22 if self.icon_name or self.mark else 16 if self.dot else 0
        tail = width_of(str(self.count), "small") + 7 if self.count is not None else 0
        return QSize(round(24 + lead + width_of(self.text(), "small", 500) + tail), CHIP_TOUCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        from brochure.gui.status_mark import paint_mark

        painter = self.brush()
        painter.translate(0, (self.height() - CHIP_PX) / 2)
        shape = QRectF(0, 0, self.width(), CHIP_PX)
        frame = shape.adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("brand" if on or self.hovered() else "rule"), 1))
        painter.setBrush(theme.colour("brand" if on else "panel" if self.count != 0 else "ground"))
        painter.drawRoundedRect(frame, 16, 16)
        x = 12.0
        ink = theme.colour("on_brand" if on else "text")
        if self.icon_name:
            paint_icon(painter, self.icon_name, QRectF(x, 8, 16, 16), ink)
            x += 22
        elif self.mark and not on:
            paint_mark(painter, self.mark, x, 9)
            x += 22
        elif self.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink if on else theme.colour(self.dot))
            painter.drawEllipse(QPointF(x + 4, 16), 4, 4)
            x += 16
        painter.setFont(theme.font("small", 500))
        painter.setPen(ink if self.count != 0 or on else theme.colour("secondary"))
        words = width_of(self.text(), "small", 500)
        painter.drawText(QRectF(x, 0, words + 4, 32), LEFT, self.text())
        if self.count is not None:
            painter.setFont(theme.font("small"))
            painter.setPen(ink if on else theme.colour("secondary"))
            painter.drawText(QRectF(x + words + 7, 0, 60, 32), LEFT, str(self.count))
        if self.ring:
            theme.paint_focus(painter, shape, 15)

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self.count is None else f"{self.text()} {self.count}")


class _Part(Pressable):
    """One side of a segmented control."""

    tall = 36

    def sizeHint(self) -> QSize:
        return QSize(max(44, round(width_of(self.text(), "small", 500)) + 24), self.tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("rule"), 1))
            painter.setBrush(theme.colour("panel"))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(theme.font("small", 500 if self.isChecked() else 400))
        painter.setPen(theme.colour("text" if self.isChecked() or self.hovered() else "secondary"))
        painter.drawText(frame, CENTRE, self.text())
        if self.ring:
            theme.paint_focus(painter, frame, 6)


class Segmented(QWidget):
    """Two to four choices side by side; ``chosen`` tells the key. With ``current`` empty none is raised yet."""

    chosen = Signal(str)

    def __init__(self, parts: Sequence[tuple[str, str]], current: str, height: int = 36) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.parts: dict[str, _Part] = {}
        for key, word in parts:
            part = self.parts[key] = _Part(word)
            part.tall = height
            part.setCheckable(True)
            part.setChecked(key == current)
            part.setAccessibleName(word)
            part.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(part)
            row.addWidget(part)

    def set_current(self, key: str) -> None:
        """Raise a part without telling."""
        self.parts[key].setChecked(True)

    def clear(self) -> None:
        """Raise no part."""
        self._group.setExclusive(False)
        for part in self.parts.values():
            part.setChecked(False)
        self._group.setExclusive(True)

    def current(self) -> str:
        """Return the key of the raised part, empty where none is."""
        return next((key for key, part in self.parts.items() if part.isChecked()), "")

    def set_words(self, words: dict[str, str]) -> None:
        """Name the parts again."""
        for key, word in words.items():
            self.parts[key].set_text(word)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)


class SwitchRow(Pressable):
    """A row of 54 px with icon, question, a line below it and a switch; the whole row switches."""

    def __init__(self, icon: str, text: str = "", detail: str = "", *, on: bool = False) -> None:
        super().__init__(text)
        self.icon_name, self.detail = icon, detail
        self.setCheckable(True)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, detail: str) -> None:
        """Say it again."""
        self.detail = detail
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(264, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        on, able = self.isChecked(), self.isEnabled()
        room = frame.width() - 36 - (48 if able else 4)
        paint_icon(painter, self.icon_name, QRectF(2, 17, 20, 20), theme.colour("brand" if able else "disabled"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if able else "secondary"))
        metrics = QFontMetricsF(theme.font("body"))
        painter.drawText(
            QRectF(34, 4, room, 24), LEFT, metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        )
        painter.setFont(theme.font("note"))
        painter.setPen(theme.colour("secondary"))
        metrics = QFontMetricsF(theme.font("note"))
        painter.drawText(
            QRectF(34, 28, room, 18), LEFT, metrics.elidedText(self.detail, Qt.TextElideMode.ElideRight, room)
        )
        if able:
            track = QRectF(frame.width() - 38, 17, 36, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand" if on else "switch_off"))
            painter.drawRoundedRect(track, 10, 10)
            painter.setBrush(theme.colour("panel"))
            painter.drawEllipse(QRectF(track.left() + (18 if on else 2), 19, 16, 16))
        if self.ring:
            theme.paint_focus(painter, frame)
