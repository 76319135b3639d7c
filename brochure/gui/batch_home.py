"""The first page of a batch: a place to drop a list, three steps, and who has a copy already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui.drop_side import DropSide
from brochure.gui.register_list import RegisterList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import SecondaryButton
from brochure.words import batch as say


class BatchHome(QWidget):
    """``left`` goes back to the studio; the view listens to the buttons of the zone and the register."""

    left = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.heading, self.note = TextBlock("", "title", 700), TextBlock("", "small", 400, "secondary", max_lines=2)
        self.back = SecondaryButton("", "chevron_left", 44)
        self.back.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.note)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, stretch=1)
        head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(32)
        self.side = DropSide(len(say.STEPS))
        self.zone, self.steps = self.side.zone, self.side.steps
        body.addWidget(self.side, stretch=5)
        self.register = RegisterList(hub)
        body.addWidget(self.register, stretch=6)
        column.addLayout(body, stretch=1)

    def retranslate(self) -> None:
        """Say it again in the language of the window."""
        to = self.hub.say
        self.heading.set_text(to(say.TITLE))
        self.note.set_text(to(say.TITLE_NOTE))
        self.back.set_text(to(say.BACK_TO_STUDIO))
        self.zone.heading.set_text(to(say.DROP_HERE))
        self.zone.line.set_text(to(say.DROP_NOTE))
        self.zone.choose.set_text(to(say.CHOOSE))
        self.zone.write.set_text(to(say.SAVE_EMPTY))
        self.side.say_steps(say.STEPS, to)
        self.register.retranslate()
