"""The head of a panel: its title, and at the right the one button that closes or folds it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import IconButton


class PanelHead(QWidget):
    """``pressed`` tells that the button was; ``left`` and ``right`` are its margins in pixels."""

    pressed = Signal()

    def __init__(
        self, role: str = "body", icon: str = "close", *, icon_px: int = 20, left: int = 0, right: int = 0
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(left, 0, right, 0)
        row.setSpacing(0)
        self.title = TextBlock("", role, 700)
        self.button = IconButton(icon, size=44, icon_size=icon_px)
        self.button.clicked.connect(self.pressed)
        row.addWidget(self.title, 1)
        row.addWidget(self.button)

    def set_words(self, title: str, button: str) -> None:
        """Say it again."""
        self.title.set_text(title)
        self.button.set_words(button)
