"""Where files come in: a frame to drop them into, and below it how it goes, step by step."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.file_drop import FileDrop
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import PrimaryButton, SecondaryButton
from brochure.words import Text


class Step(QWidget):
    """A golden number, a few words, a line below."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 0, 0, 0)
        column.setSpacing(2)
        self.heading, self.line = TextBlock("", "body", 700), TextBlock("", "small", 400, "secondary")
        column.addWidget(self.heading)
        column.addWidget(self.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("gold"), 1.5))
        painter.drawEllipse(QRectF(1, 1, 28, 28))
        painter.setFont(theme.font("body", 700))
        painter.setPen(theme.colour("gold_text"))
        painter.drawText(QRectF(1, 1, 28, 28), int(Qt.AlignmentFlag.AlignCenter), str(self.number))


class DropZone(FileDrop, QWidget):
    """A dashed frame that takes files; beside the drop there are two buttons, for not everybody drags."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 64, 24, 24)
        column.setSpacing(6)
        self.heading, self.line = TextBlock("", "lead", 700), TextBlock("", "small", 400, "secondary")
        self.choose, self.write = PrimaryButton("", "folder", 44), SecondaryButton("", "download", 44)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.choose, self.write):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self.heading)
        column.addWidget(self.line)
        column.addSpacing(8)
        column.addLayout(buttons)

    def take(self, paths: list[Path]) -> None:
        self.dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("brand" if self.is_over else "switch_off"), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("wash" if self.is_over else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        paint_icon(painter, "download", QRectF(24, 24, 28, 28), theme.colour("brand"))


class DropSide(QWidget):
    """The left of a place that takes files: the zone, and as many steps as there are below it."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        self.zone = DropZone()
        self.steps = [Step(number) for number in range(1, steps + 1)]
        for widget in (self.zone, *self.steps):
            column.addWidget(widget)
        column.addStretch(1)

    def say_steps(self, steps: Sequence[tuple[Text, Text]], to: Callable[[Text], str]) -> None:
        """Say each step and the line below it."""
        for step, (heading, line) in zip(self.steps, steps, strict=True):
            step.heading.set_text(to(heading))
            step.line.set_text(to(line))
