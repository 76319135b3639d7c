"""All that floats over the map: questions, base maps, north and zoom, the way home, notes, placing; and where."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from brochure.gui.grounds_panel import GroundsPanel
from brochure.gui.icons import RECORD_ICONS
from brochure.gui.layers_panel import LayersPanel, Question
from brochure.gui.map_parts import Compass, HomeButton
from brochure.gui.map_placing import Placing
from brochure.gui.view import Hub
from brochure.maps.layers import layers_for

if TYPE_CHECKING:
    from brochure.gui.map_notes import MapNotes

AIR = 16
BAR_PX = 640
"""What legend and scale take at the foot; where they would be met, the way home goes above them."""
LEAST_MAP_PX = 480
FOOT_PX = 126
"""What credit and bar take at the foot; the base maps leave them free."""
NOTES_PX = 720


class Overlays(QObject):
    """``told`` is a verb for the page with its value; ``moved`` says that another part of the map is free now."""

    told = Signal(str, object)
    moved = Signal()

    def __init__(self, hub: Hub, host: QWidget) -> None:
        super().__init__(host)
        self.hub, self.host = hub, host
        self.right_px = 0
        """What the card covers."""
        self.notes: MapNotes | None = None
        self._shown, self._folded_for_room = True, False
        layers = layers_for(hub.library.features)
        questions = (
            Question(each.id, _icon(each.icon), each.question, each.note, each.on, each.available) for each in layers
        )
        self.panel = LayersPanel(tuple(questions), host)
        self.grounds = GroundsPanel(hub, host)
        self.grounds.hide()
        self.compass, self.home, self.placing = Compass(host), HomeButton(host), Placing(hub, host)
        self.panel.changed.connect(lambda shown: self.told.emit("setLayers", list(shown)))
        self.panel.folded.connect(lambda _: self._turned())
        self.panel.grounds_asked.connect(lambda: self.show_grounds(on=True))
        self.grounds.resized.connect(self._turned)
        self.grounds.closed.connect(lambda: self.show_grounds(on=False))
        self.compass.zoomed.connect(lambda step: self.told.emit("zoom", step))
        self.compass.measuring.connect(lambda on: self.told.emit("startMeasuring" if on else "stopMeasuring", None))
        self.compass.notes_asked.connect(self.show_notes)
        self.home.clicked.connect(lambda: self.told.emit("home", True))
        self.placing.told.connect(self.told)
        self.placing.turned.connect(self._turned)

    def retranslate(self) -> None:
        """Say every visible text again, in place."""
        self.panel.retranslate(self.hub.lang)
        self.grounds.retranslate()
        self.compass.retranslate(self.hub)
        self.home.retranslate(self.hub)
        if self.notes is not None:
            self.notes.retranslate()
        if self.placing.panel is not None:
            self.placing.panel.retranslate()

    def set_shown(self, shown: bool) -> None:
        """Hide everything while there is no map, or bring back what belongs to one."""
        self._shown = shown
        self.grounds.setVisible(shown and self.grounds.isVisible())
        for floating in (self.compass, self.home):
            floating.setVisible(shown)
        self._turned()

    def step_back(self) -> bool:
        """Leave placing, the base maps, the notes, then measuring; tell whether there was anything."""
        if self.placing.panel is not None and self.placing.panel.job is None:
            self.placing.stop()
            return True
        if self.grounds.isVisible():
            self.show_grounds(on=False)
            return True
        for button in (self.compass.notes, self.compass.measure):
            if button.isChecked():
                button.setChecked(False)
                return True
        return False

    def forget(self) -> None:
        """Put everything away with what was begun in it, for the next visitor."""
        self.placing.stop(choose=False)
        while self.step_back():
            pass
        self.grounds.forget()
        if self.notes is not None:
            self.notes.forget()

    def show_grounds(self, *, on: bool) -> None:
        """Show the base maps in the place of the questions, or go back."""
        self.grounds.setVisible(on)
        self._turned()
        (self.grounds.close_button if on else self.panel.grounds).setFocus(Qt.FocusReason.TabFocusReason)

    def show_notes(self, on: bool) -> None:
        """Show what the signs mean, or put it away."""
        if on and self.notes is None:
            from brochure.gui.map_notes import MapNotes

            self.notes = MapNotes(self.hub, self.host)
            self.notes.closed.connect(lambda: self.compass.notes.setChecked(False))
            self.notes.saved.connect(lambda line: self.told.emit("setReview", {"zh": line.zh, "en": line.en}))
        if self.notes is not None:
            self.notes.setVisible(on)
            self._turned()
            if on:
                self.notes.close_button.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.compass.notes.setFocus()

    def make_room(self, right_px: int | None = None) -> None:
        """Fold the questions away where they and the card would leave too little of the map, and back again."""
        came = right_px is not None and right_px > self.right_px
        self.right_px = self.right_px if right_px is None else right_px
        if came and self.host.width() - self.right_px - self.grounds.WIDTH - 2 * AIR < LEAST_MAP_PX:
            self.grounds.hide()  # what was begun there stays
        free = self.host.width() - self.right_px - self.panel.WIDTH - 2 * AIR
        if free < LEAST_MAP_PX and not self.panel.is_folded:
            self._folded_for_room = True
            self.panel.fold(True)
        elif free >= LEAST_MAP_PX and self._folded_for_room:
            self._folded_for_room = False
            self.panel.fold(False)
        self._turned()

    def room(self) -> dict[str, object]:
        """Return what lies over the page, pixels: whole strips at both sides, and boxes that hide single names."""
        placing = self.placing.panel
        left = 0 if self.panel.is_folded else self.panel.WIDTH + 2 * AIR
        first = placing or (self.grounds if self.grounds.isVisible() else self.panel)
        left = left if first is self.panel else first.WIDTH + 2 * AIR
        floating = [first, self.compass, self.home]
        if self.notes is not None and self.notes.isVisible():
            floating.append(self.notes)
        covers = [each.geometry().marginsRemoved(each.contentsMargins()).getCoords() for each in floating]
        return {"left": left, "right": self.right_px, "covers": covers}

    def place(self) -> None:
        """Put everything where it belongs over the map of this size."""
        width, height, edge = self.host.width(), self.host.height(), AIR - self.panel.SHADOW
        self.panel.setVisible(self._shown and self.placing.panel is None and not self.grounds.isVisible())
        self.panel.setGeometry(edge, edge, self.panel.width(), self.panel.wanted_height(height - 2 * edge))
        self.compass.move(width - self.right_px - AIR - 44 - self.panel.SHADOW, edge)
        self.home.adjustSize()
        left = width - self.right_px - self.home.width()
        above = 0 if left > BAR_PX else 60
        self.home.move(left - edge, height - self.home.height() - edge - above)
        room = self.grounds.wanted_height(height - 2 * edge - FOOT_PX)
        self.grounds.setGeometry(edge, edge, self.grounds.width(), room)
        for floating in (self.panel, self.grounds, self.compass, self.home):
            floating.raise_()
        if self.placing.panel is not None:
            self.placing.panel.move(edge, edge)
            self.placing.panel.raise_()
        if self.notes is not None:
            right, shadow = self.compass.x() + self.notes.SHADOW - AIR, self.notes.SHADOW
            tall = min(self.home.y() + shadow - 2 * AIR, NOTES_PX) + 2 * shadow
            self.notes.setGeometry(right - self.notes.width() + shadow, edge, self.notes.width(), tall)
            self.notes.raise_()

    def _turned(self) -> None:
        if self.placing.panel is not None:  # one thing at a time
            self.grounds.hide()
            for button in (self.compass.notes, self.compass.measure):
                button.setChecked(False)
        self.compass.measure.setEnabled(self.placing.panel is None)
        self.place()
        self.moved.emit()


def _icon(name: str) -> str:
    return RECORD_ICONS.get(f"{name}s", "building") if name == "enterprise" else name
