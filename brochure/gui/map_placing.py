"""Putting a thing at its true place: the panel at the left, the point on the map; nothing else ever moves one."""

import json
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from brochure.gui.view import Hub
from brochure.words import Text
from brochure.words import placing as say

if TYPE_CHECKING:
    from brochure.gui.place_panel import PlacePanel


class Placing(QObject):
    """``told`` is a verb for the page with its value; ``turned`` says that the panel came or went."""

    told = Signal(str, object)
    turned = Signal()

    def __init__(self, hub: Hub, host: QWidget) -> None:
        super().__init__(host)
        self.hub, self.host = hub, host
        self.panel: PlacePanel | None = None

    def start(self, record_id: str) -> None:
        """Open the panel for a record, in place of any other."""
        from brochure.gui.place_panel import PlacePanel

        self.stop(choose=False)
        self.hub.close_card()
        panel = self.panel = PlacePanel(self.hub, record_id, self.host)
        panel.moved.connect(lambda lat, lon: self.told.emit("movePlacing", {"lat": lat, "lon": lon}))
        panel.left.connect(self.stop)
        panel.saved.connect(self._placed)
        panel.show()
        self.turned.emit()
        self.show_handle()
        panel.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self, *, choose: bool = True) -> None:
        """Leave everything where it was, and come back to the card."""
        if self.panel is None or self.panel.job is not None:  # what is being kept is waited for
            return
        record_id = self.panel.record_id
        self.panel.hide()  # at once: it is deleted when nobody looks
        self.panel.deleteLater()
        self.panel = None
        self.told.emit("stopPlacing", None)
        self.turned.emit()
        if choose:
            self.hub.choose(record_id)

    def show_handle(self) -> None:
        """Show the point on the page, also on one that came back."""
        if self.panel is not None:
            lat, lon = self.panel.position
            name = say.HANDLE.fill(self.panel.record.name)
            self.told.emit("startPlacing", {"lat": lat, "lon": lon, "name": {"zh": name.zh, "en": name.en}})

    def hear(self, told: str) -> None:
        """Take over where the point was put; what is no pair of numbers is none."""
        if self.panel is None:
            return
        try:
            spot = json.loads(told[:200])
            lat, lon = float(spot["lat"]), float(spot["lon"])
        except (ValueError, TypeError, KeyError):
            return
        if math.isfinite(lat) and math.isfinite(lon):
            self.panel.set_position(lat, lon)

    def _placed(self, number: int, words: Text) -> None:
        assert self.panel is not None
        self.hub.chosen, name = self.panel.record_id, self.panel.record.name
        from brochure.gui.place_panel import turn_placing

        self.hub.content_changed.emit(words, lambda view: turn_placing(view.hub, view, number, name, back=True))
