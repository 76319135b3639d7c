"""Buttons and panels, painted from the tokens; every one is reached by keyboard and shows where the keyboard is."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.choices import Chip, Segmented, SwitchRow
from brochure.gui.icons import paint_icon
from brochure.gui.pressable import CENTRE, LEFT, RIGHT, Pressable, plain_hint, width_of

__all__ = [
    "CENTRE", "LEFT", "RIGHT", "Button", "Chip", "IconButton", "Panel", "Pressable", "PrimaryButton",
    "Rule", "Scroll", "ScrollPanel", "SecondaryButton", "Segmented", "SwitchRow", "paint_shadow", "plain_hint",
    "width_of",
]  # fmt: skip


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


class Scroll(QScrollArea):
    """What is inside is as wide as this and scrolls up and down; the keyboard goes to what is inside alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class ScrollPanel(Panel):
    """A panel whose inside scrolls up and down, ``bare`` within a panel that has the frame already.

    ``show_inside`` puts another inside in.
    """

    def __init__(self, *, bare: bool = False) -> None:
        super().__init__()
        self._bare = bare
        holder = QVBoxLayout(self)
        holder.setContentsMargins(1, 1, 1, 1)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.addWidget(self.scroll)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bare:
            super().paintEvent(event)

    def show_inside(self, widgets: Iterable[QWidget], margins: tuple[int, int, int, int], spacing: int) -> None:
        """Show widgets one below the other in place of those of before."""
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*margins)
        column.setSpacing(spacing)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.scroll.setWidget(inside)


def paint_shadow(painter: QPainter, frame: QRectF, reach: float) -> None:
    """Draw the soft shadow of something that floats, a little below it."""
    painter.setPen(Qt.PenStyle.NoPen)
    light = theme.current() == "light"
    layers, shade = 14, theme.colour("ink" if light else "ground", (1 if light else 4) / 255)
    painter.setBrush(shade)
    for layer in range(1, layers + 1):  # they lie closer towards the thing: soft at its end, as a blur is
        spread = reach * (1 - (layer / layers) ** 0.5)
        painter.drawRoundedRect(
            frame.adjusted(-spread * 0.8, -spread * 0.55, spread * 0.8, spread),
            theme.RADIUS + spread,
            theme.RADIUS + spread,
        )
