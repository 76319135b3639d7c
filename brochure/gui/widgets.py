"""Buttons and their kin, painted from the tokens; every one is reached by keyboard and shows where the keyboard is."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon

CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def width_of(text: str, role: str = "body", weight: int = 400) -> float:
    """Return how wide one line of text is, pixels."""
    return QFontMetricsF(theme.font(role, weight)).horizontalAdvance(text)


def plain_hint(words: str) -> str:
    """Return words for a tooltip, which Qt would read as markup where they look like it."""
    return f"<qt>{html.escape(words)}</qt>" if GuiQt.mightBeRichText(words) else words


class Pressable(QAbstractButton):
    """What all our buttons share: a hover, a ring for the keyboard only, a pointing hand."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setShortcut(QKeySequence())  # an “&” in a name is no key

    def setToolTip(self, words: str) -> None:
        super().setToolTip(plain_hint(words))

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def hovered(self) -> bool:
        """Whether the pointer is over it."""
        return self.isEnabled() and self.underMouse()

    def brush(self) -> QPainter:
        """Return a painter ready for round shapes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


class Button(Pressable):
    """A word with or without an icon; ``tone`` is primary, secondary or link."""

    def __init__(self, text: str = "", icon: str | None = None, tone: str = "secondary", height: int = 36) -> None:
        super().__init__(text)
        self.icon_name, self.tone, self._height = icon, tone, height
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        icon = 26 if self.icon_name else 0
        pad = 8 if self.tone == "link" else 28
        return QSize(round(width_of(self.text(), weight=500)) + icon + pad, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        inner = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        ink = self._paint_ground(painter, inner)
        words = width_of(self.text(), weight=500)
        whole = words + (26 if self.icon_name and self.text() else 18 if self.icon_name else 0)
        x = (frame.width() - whole) / 2
        if self.icon_name:
            paint_icon(painter, self.icon_name, QRectF(x, (frame.height() - 18) / 2, 18, 18), ink)
            x += 26
        painter.setFont(theme.font("body", 500))
        painter.setPen(ink)
        painter.drawText(QRectF(x, 0, words + 4, frame.height()), LEFT, self.text())
        if self.ring:
            if self.tone == "primary":
                painter.setPen(QPen(theme.colour("on_brand"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(frame.adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)
            theme.paint_focus(painter, frame)

    def _paint_ground(self, painter: QPainter, inner: QRectF):
        if not self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("field"))
            painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
            return theme.colour("disabled")
        if self.tone == "primary":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand_pressed" if self.isDown() or self.hovered() else "brand"))
            painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
            return theme.colour("on_brand")
        if self.tone == "secondary":
            painter.setPen(QPen(theme.colour("brand" if self.hovered() else "rule"), 1))
            painter.setBrush(theme.colour("wash" if self.isDown() else "panel"))
            painter.drawRoundedRect(inner, theme.RADIUS, theme.RADIUS)
        return theme.colour("brand_pressed" if self.isDown() else "brand")


class PrimaryButton(Button):
    """The one main action of a panel."""

    def __init__(self, text: str = "", icon: str | None = None, height: int = 36) -> None:
        super().__init__(text, icon, "primary", height)


class SecondaryButton(Button):
    """Any other action."""

    def __init__(self, text: str = "", icon: str | None = None, height: int = 36) -> None:
        super().__init__(text, icon, "secondary", height)


class IconButton(Pressable):
    """An icon alone; its words are its tooltip and its name for a screen reader."""

    def __init__(
        self, icon: str, words: str = "", size: int = 36, icon_size: int = 20, colour: str = "secondary"
    ) -> None:
        super().__init__()
        self.icon_name, self._size, self._icon_size, self.colour = icon, size, icon_size, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Name it."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def set_icon(self, icon: str) -> None:
        """Show another picture."""
        self.icon_name = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("wash" if self.isChecked() else "hover"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        ink = "disabled" if not self.isEnabled() else "brand" if self.isChecked() else self.colour
        half = self._icon_size / 2
        middle = frame.center()
        paint_icon(
            painter, self.icon_name, QRectF(middle.x() - half, middle.y() - half, half * 2, half * 2), theme.colour(ink)
        )
        if self.ring:
            theme.paint_focus(painter, frame)


class Chip(Pressable):
    """A filter with a count, or a link to a related thing when it has an icon and no count."""

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
        return QSize(round(24 + lead + width_of(self.text(), "small", 500) + tail), 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        from brochure.gui.status_mark import paint_mark

        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
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
            theme.paint_focus(painter, QRectF(self.rect()), 15)

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self.count is None else f"{self.text()} {self.count}")


class _Part(Pressable):
    """One side of a segmented control."""

    def sizeHint(self) -> QSize:
        return QSize(max(44, round(width_of(self.text(), "small", 500)) + 24), 36)

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
    """Two or three choices side by side; ``chosen`` tells the key."""

    chosen = Signal(str)

    def __init__(self, parts: Sequence[tuple[str, str]], current: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self.parts: dict[str, _Part] = {}
        for key, word in parts:
            part = self.parts[key] = _Part(word)
            part.setCheckable(True)
            part.setChecked(key == current)
            part.setAccessibleName(word)
            part.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(part)
            row.addWidget(part)

    def set_current(self, key: str) -> None:
        """Raise a part without telling."""
        self.parts[key].setChecked(True)

    def current(self) -> str:
        return next(key for key, part in self.parts.items() if part.isChecked())

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


class Rule(QWidget):
    """A hairline, lying or standing."""

    def __init__(self, *, standing: bool = False) -> None:
        super().__init__()
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("rule"))


class Panel(QWidget):
    """A white ground with a hairline and round corners; one that floats has the one soft shadow around it."""

    SHADOW = 16

    def __init__(self, *, floating: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.floating = floating
        if floating:
            self.setContentsMargins(self.SHADOW, self.SHADOW, self.SHADOW, self.SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.contentsRect())
        if self.floating:
            paint_shadow(painter, frame, self.SHADOW)
        painter.setPen(QPen(theme.colour("rule"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)


def paint_shadow(painter: QPainter, frame: QRectF, reach: float) -> None:
    """Draw the soft shadow of something that floats, a little below it."""
    painter.setPen(Qt.PenStyle.NoPen)
    steps = 8
    for step in range(steps, 0, -1):
        spread = reach * step / steps
        shade = theme.colour(
            "ink" if theme.current() == "light" else "ground", 0.010 if theme.current() == "light" else 0.06
        )
        painter.setBrush(shade)
        painter.drawRoundedRect(
            frame.adjusted(-spread * 0.8, -spread * 0.55, spread * 0.8, spread),
            theme.RADIUS + spread,
            theme.RADIUS + spread,
        )
