"""Empty, failed and loading: three states that are designed, never left blank."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import PrimaryButton, SecondaryButton


class _Sign(QWidget):
    def __init__(self, icon: str, colour: str) -> None:
        super().__init__()
        self.icon_name, self.colour = icon, colour
        self.setFixedSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self.icon_name, QRectF(0, 0, 28, 28), theme.colour(self.colour))


class MessageState(QWidget):
    """What is the matter, one sentence, and the way on."""

    def __init__(self, icon: str, colour: str = "secondary") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        self.heading = TextBlock("", "lead", 700)
        self.sentence = TextBlock("", "body", 400, "secondary")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        column.addStretch(1)
        column.addWidget(_Sign(icon, colour))
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addSpacing(4)
        column.addLayout(self._actions)
        column.addStretch(1)
        self.actions: list[SecondaryButton | PrimaryButton] = []

    def set_words(self, heading: str, sentence: str, *actions: str) -> None:
        """Say it; as many action words as there are actions."""
        self.heading.set_text(heading)
        self.sentence.set_text(sentence)
        for button, words in zip(self.actions, actions, strict=False):
            button.set_text(words)

    def add_action(self, words: str, do: Callable[[], object], *, primary: bool = False) -> None:
        """Offer a way on."""
        button = PrimaryButton(words, height=44) if primary else SecondaryButton(words, height=44)
        button.clicked.connect(lambda _=False: do())
        self._actions.insertWidget(len(self.actions), button)
        self.actions.append(button)


class EmptyState(MessageState):
    """Nothing fits what was asked."""

    def __init__(self) -> None:
        super().__init__("search")


class ErrorState(MessageState):
    """Something failed: where, why, what next, what is safe."""

    def __init__(self) -> None:
        super().__init__("warning", "brick")


class Skeleton(QWidget):
    """Blocks of the coming layout over a thin golden line; still, without shimmer."""

    def __init__(self, lines: int = 4) -> None:
        super().__init__()
        self.lines = lines
        self.done = 0.0

    def set_done(self, share: float) -> None:
        """Lengthen the golden line, 0 to 1."""
        self.done = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 60 + 28 * self.lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        width = self.width() - 48
        painter.drawRoundedRect(QRectF(24, 24, width * 0.6, 24), 4, 4)
        for row in range(self.lines - 1):
            share = (0.92, 0.84, 0.48)[row % 3]
            painter.drawRoundedRect(QRectF(24, 62 + 28 * row, width * share, 14), 4, 4)
        foot = self.height() - 26
        painter.fillRect(QRectF(24, foot, width, 1), theme.colour("rule"))
        painter.fillRect(QRectF(24, foot - 0.5, width * self.done, 2), theme.colour("gold"))
