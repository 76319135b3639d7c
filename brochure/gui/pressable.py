"""What every button of ours is made of: hover, keyboard ring, and how words are measured and placed."""

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QWidget

from brochure.gui import theme

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


class KeyboardRing:
    """Mixed into a widget that shows a ring where the keyboard brought somebody, and none after finger or mouse."""

    ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)


class Pressable(KeyboardRing, QAbstractButton):
    """What all our buttons share: a hover, a ring for the keyboard only, a pointing hand."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()  # Qt's own buttons outside a dialog answer to Space only
        else:
            super().keyPressEvent(event)

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
