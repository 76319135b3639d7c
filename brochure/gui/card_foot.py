"""What can be done with the thing on the card: brochure and comparison, and the map where it is not in view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.desk.compare import is_comparable
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, PrimaryButton, SecondaryButton
from brochure.words import card as say
from brochure.words import compare as compare_say

PAD = 20


class CardFoot(QWidget):
    """Two actions side by side, a third below them where there are three."""

    map_asked = Signal(str)

    def __init__(self, hub: Hub, record_id: str) -> None:
        super().__init__()
        self.hub, self.record_id = hub, record_id
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 12, PAD, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        self.add_button = PrimaryButton(icon="plus", height=44)
        self.add_button.clicked.connect(self._add_or_remove)
        row.addWidget(self.add_button, stretch=1)
        self.compare_button: Button | None = None
        self.map_button: Button | None = None
        if is_comparable(hub.library.record(record_id)):
            self.compare_button = SecondaryButton(icon="compare", height=44)
            self.compare_button.clicked.connect(self._compare_or_leave)
            row.addWidget(self.compare_button, stretch=1)
        if any(record_id in (feature.id, feature.record) for feature in hub.library.features):
            self.map_button = SecondaryButton(hub.say(say.ON_MAP), "map", 44)
            self.map_button.clicked.connect(lambda: self.map_asked.emit(record_id))
            (row if self.compare_button is None else column).addWidget(self.map_button, 1)
        elif self.compare_button is None:
            close = SecondaryButton(hub.say(say.CLOSE), "close", 44)
            close.clicked.connect(hub.close_card)
            row.addWidget(close, stretch=1)
        self.say_actions()

    def set_place(self, place: str) -> None:
        """Know which place is open: on the map the way to it would lead nowhere."""
        if self.map_button is not None:
            self.map_button.setVisible(place != "map" or self.compare_button is None)

    def say_actions(self) -> None:
        """Name each action by what it would do now."""
        there = self.record_id in self.hub.shortlist
        self.add_button.icon_name = "check" if there else "plus"
        self.add_button.set_text(self.hub.say(say.REMOVE if there else say.ADD))
        if self.compare_button is not None:
            there = self.record_id in self.hub.compared
            self.compare_button.icon_name = "check" if there else "compare"
            self.compare_button.set_text(self.hub.say(compare_say.IN_COMPARE if there else compare_say.COMPARE))

    def _add_or_remove(self) -> None:
        there = self.record_id in self.hub.shortlist
        (self.hub.remove if there else self.hub.add)(self.record_id)

    def _compare_or_leave(self) -> None:
        there = self.record_id in self.hub.compared
        (self.hub.leave_compare if there else self.hub.compare)(self.record_id)
