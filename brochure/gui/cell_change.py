"""One changed cell for the eye: what it is called, what stands there now, what would stand there."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.text_block import TextBlock

TAG_PX = 92


class Value(QWidget):
    """A tag and a value on its own ground, with a bar at its edge: quiet for what is, green for what comes."""

    def __init__(self, tag: str, words: str, *, comes: bool, empty: bool) -> None:
        super().__init__()
        self.comes = comes
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 12, 7)
        row.setSpacing(8)
        head = TextBlock(tag, "small", 500, "grass" if comes else "secondary")
        head.setFixedWidth(TAG_PX)
        body = TextBlock(words, "small", 500 if comes and not empty else 400, "secondary" if empty else "text")
        row.addWidget(head)
        row.addWidget(body, stretch=1)
        self.setAccessibleName(f"{tag} {words}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QRectF(self.rect())
        painter.fillRect(frame, theme.colour("wash" if self.comes else "field"))
        painter.fillRect(QRectF(0, 0, 3, frame.height()), theme.colour("grass" if self.comes else "switch_off"))


class CellPair(QWidget):
    """The name of a cell over one or two values."""

    def __init__(self, label: str, values: list[tuple[str, str, bool, bool]]) -> None:
        """Build it.

        Args:
            label: What the cell is called.
            values: For each value its tag, its words, whether it is the one to come, and whether it is empty.
        """
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextBlock(label, "small", 700))
        column.addSpacing(2)
        for tag, words, comes, empty in values:
            column.addWidget(Value(tag, words, comes=comes, empty=empty))
