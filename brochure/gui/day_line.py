"""The day for which validity is told, picked from a calendar, with the way back to today."""

import datetime

from PySide6.QtCore import QDate, QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from brochure.gui.fields import DayPicker
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, today
from brochure.gui.widgets import Button, width_of
from brochure.words import lists as say

FIELD_WIDTH_PX, TOUCH_PX, GAP = 146, 44, 8


class DayLine(QWidget):
    """A word, a day and, where it is not today, the way back."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.label = TextBlock("", "small", 400, "secondary")
        self.field = DayPicker()
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.field.setFixedSize(FIELD_WIDTH_PX, TOUCH_PX)
        self.field.dateChanged.connect(self._take)
        self.back = Button("", None, "link", TOUCH_PX)
        self.back.clicked.connect(lambda: hub.set_day(None))
        for widget in (self.label, self.field, self.back):
            row.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again, and show the day that holds now."""
        self.label.set_text(self.hub.say(say.VALID_ON))
        self.label.setFixedWidth(round(width_of(self.label.text(), "small")) + 2)
        self.field.setAccessibleName(self.hub.say(say.DAY_NAME))
        self.back.set_text(self.hub.say(say.BACK_TO_TODAY))
        day = self.hub.on
        self.field.blockSignals(True)
        self.field.setDate(QDate(day.year, day.month, day.day))
        self.field.blockSignals(False)
        self.back.setVisible(day != today())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        back = 0 if self.back.isHidden() else GAP + self.back.sizeHint().width()
        return QSize(self.label.maximumWidth() + GAP + FIELD_WIDTH_PX + back, TOUCH_PX)

    def _take(self, date: QDate) -> None:
        self.hub.set_day(datetime.date(date.year(), date.month(), date.day()))
