"""地图: the web map fills the place; panels float over it; the card of what was tapped opens in the window."""

import json
import logging
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent

from brochure.gui import scheme, theme
from brochure.gui.grounds_panel import GroundsPanel
from brochure.gui.icons import RECORD_ICONS
from brochure.gui.jobs import Job
from brochure.gui.layers_panel import LayersPanel, Question
from brochure.gui.map_parts import Compass, HomeButton, MapSkeleton, StillMap
from brochure.gui.view import Hub, View
from brochure.gui.web_page import ParkView
from brochure.maps.layers import layers_for
from brochure.pages import Pages
from brochure.words import Text
from brochure.words import places as say
from brochure.words import placing as placing_say

MAP_PAGE = "park://app/map.html"
AIR = 16
BAR_PX = 640
"""What legend and scale take at the foot; where they would be met, the way home goes above them."""
LEAST_MAP_PX = 480
FOOT_PX = 126
"""What credit and bar take at the foot; the base maps leave them free."""
LATE_MS = 15_000
FONTS_MS = 3_000

if TYPE_CHECKING:
    from brochure.gui.map_notes import MapNotes
    from brochure.gui.place_panel import PlacePanel

log = logging.getLogger(__name__)


class Bridge(QObject):
    """What the page may tell the window; every word of it is taken as a stranger's."""

    tapped = Signal(str)
    drawn = Signal(int)
    moved = Signal(str)
    measure_left = Signal()
    measure_made = Signal(str)
    placing_moved = Signal(str)

    @Slot(str)
    def placingMoved(self, told: str) -> None:
        self.placing_moved.emit(told)

    @Slot()
    def measuringEnded(self) -> None:
        self.measure_left.emit()

    @Slot(str)
    def measured(self, told: str) -> None:
        self.measure_made.emit(told)

    @Slot(str)
    def featureTapped(self, feature_id: str) -> None:
        self.tapped.emit(feature_id)

    @Slot(int)
    def ready(self, count: int) -> None:
        self.drawn.emit(count)

    @Slot(str)
    def viewMoved(self, view: str) -> None:
        self.moved.emit(view)


class MapView(View):
    """The map with its layers; the engine starts when the place is first seen, until then a skeleton stands in."""

    ready = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.web: ParkView | None = None
        self.still: StillMap | None = None
        self.notes: MapNotes | None = None
        self.placing: PlacePanel | None = None
        self.is_ready = False
        self._inset, self._asked, self._last_view = 0, False, ""
        self._tapped, self._folded_for_room = "", False
        self.skeleton = MapSkeleton(self)
        layers = layers_for(hub.library.features)
        self.panel = LayersPanel(
            tuple(
                Question(each.id, _icon(each.icon), each.question, each.note, each.on, each.available)
                for each in layers
            ),
            self,
        )
        self.grounds = GroundsPanel(hub, self)
        self.grounds.hide()
        self.grounds.opened.connect(self._lay_grounds)
        self.grounds.opacity_moved.connect(lambda number, share: self._tell("fadeGround", number, share))
        self.grounds.resized.connect(self._place)
        self.grounds.closed.connect(lambda: self._show_grounds(on=False))
        self._ground_list: list = []
        self.panel.grounds_asked.connect(lambda: self._show_grounds(on=True))
        self.compass = Compass(self)
        self.home = HomeButton(self)
        self.panel.changed.connect(lambda shown: self._tell("setLayers", list(shown)))
        self.panel.folded.connect(lambda _: (self._place(), self._say_inset()))
        self.compass.zoomed.connect(self._zoom)
        self.compass.measuring.connect(lambda on: self._tell("startMeasuring" if on else "stopMeasuring"))
        self.compass.notes_asked.connect(self._show_notes)
        self.home.clicked.connect(lambda: self._tell("home"))
        hub.record_chosen.connect(self.show_record)
        hub.card_closed.connect(lambda: self._tell("show", None))
        hub.theme_changed.connect(self._change_theme)
        self.retranslate()

    def retranslate(self) -> None:
        self.skeleton.set_words(self.hub.say(say.MAP_LOADING))
        self.panel.retranslate(self.hub.lang)
        self.grounds.retranslate()
        self.compass.retranslate(self.hub)
        self.home.retranslate(self.hub)
        if self.notes is not None:
            self.notes.retranslate()
        if self.placing is not None:
            self.placing.retranslate()
        if self.web is not None:
            self.web.setAccessibleName(self.hub.say(say.MAP_NAME))
        if self.still is not None:
            self.still.retranslate()
        self._tell("setLanguage", self.hub.lang)
        self._place()

    def leave_room(self, right_px: int) -> None:
        """The map lies under the card; only what floats moves aside, and the map's middle with it."""
        self._inset = right_px
        self._make_room()
        self._say_inset()
        self._place()

    def show_record(self, record_id: str) -> None:
        """Fly to the feature of a record, where it has one."""
        if self.placing is not None and record_id != self.placing.record_id:
            self.stop_placing(choose=False)
        feature = self._feature_of(record_id)
        if self._tapped and feature == self._tapped:
            self._tapped = ""  # who taps a thing sees it already: the map stays, unless the card would cover it
            QTimer.singleShot(0, self, lambda: self._keep_in_sight(feature))
            return
        self._tell("show", feature)

    def step_back(self) -> bool:
        """Leave placing, the base maps, the notes, then measuring."""
        if self.placing is not None and self.placing.job is None:
            self.stop_placing()
            return True
        if self.grounds.isVisible():
            self._show_grounds(on=False)
            return True
        for button in (self.compass.notes, self.compass.measure):
            if button.isChecked():
                button.setChecked(False)
                return True
        return False

    def new_visitor(self) -> None:
        """Ask the first questions again and lie as the map lay at the start."""
        self.stop_placing(choose=False)
        while self.step_back():
            pass
        self.panel.ask_again()
        self._last_view = self._tapped = ""
        self._tell("show", None)
        self._tell("home", False)

    def close_page(self) -> None:
        """Put the web engine away in the right order."""
        if self.web is not None:
            self.web.close_page()
            self.pages.close()

    def warm(self) -> None:
        """Start the engine and load the page before anybody comes; it draws itself when it is first seen."""
        if not self._asked:
            self._asked = True
            self._start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._start)  # the skeleton is painted first

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._place()

    def _make_room(self) -> None:
        """Fold the questions away where they and the card would leave too little of the map, and back again."""
        free = self.width() - self._inset - self.panel.WIDTH - 2 * AIR
        if free < LEAST_MAP_PX and not self.panel.is_folded:
            self._folded_for_room = True
            self.panel.fold(True)
        elif free >= LEAST_MAP_PX and self._folded_for_room:
            self._folded_for_room = False
            self.panel.fold(False)

    def _start(self) -> None:
        scheme.prepare()
        self.bridge = Bridge(self)
        self.bridge.tapped.connect(self._on_tap)
        self.bridge.drawn.connect(self._on_ready)
        self.bridge.moved.connect(self._on_moved)
        self.bridge.placing_moved.connect(self._on_placing)
        self.bridge.measure_left.connect(lambda: self.compass.measure.setChecked(False))
        self.pages = Pages(self.hub.library, self.hub.places)
        self.web = ParkView(self.pages.find, self.bridge, self)
        self.web.setAccessibleName(self.hub.say(say.MAP_NAME))
        self.web.paint_ground(theme.colour("ground"))
        self.web.revived.connect(self._on_revived)
        self.web.gave_up.connect(self._show_still)
        QCoreApplication.instance().aboutToQuit.connect(self.web.close_page)
        self.grounds.reload()
        self._open()

    def _open(self) -> None:
        assert self.web is not None
        self._place()
        self.web.show()
        self.web.lower()
        self.skeleton.show()
        self.skeleton.stackUnder(self.panel)
        self.web.open(MAP_PAGE)
        QTimer.singleShot(LATE_MS, self, self._look_late)

    def _look_late(self) -> None:
        if not self.isVisible():  # a page that nobody sees draws nothing, and is not late
            QTimer.singleShot(LATE_MS, self, self._look_late)
            return
        if not self.is_ready and self.still is None:
            log.warning("the map page told nothing for %s s", LATE_MS // 1000)
            self._show_still()

    def _on_ready(self, count: int) -> None:
        log.info("map drawn: %s features", count)
        self.is_ready = True
        first = {
            "theme": self.hub.theme,
            "lang": self.hub.lang,
            "layers": list(self.panel.shown()),
            "inset": self._room(),
            "view": self._last_view or None,
        }
        self._tell("begin", first)
        if self._ground_list:
            self._tell("setGrounds", self._ground_list)
        if self.hub.chosen and not self._last_view:
            self._tell("show", self._feature_of(self.hub.chosen))
        if self.hub.chosen and self._last_view:
            self._tell("mark", self._feature_of(self.hub.chosen))
        if self.compass.measure.isChecked():
            self._tell("startMeasuring")
        self._show_handle()
        self.skeleton.hide()
        self.ready.emit()
        QTimer.singleShot(FONTS_MS, self, self._cut_fonts)

    def _cut_fonts(self) -> None:
        """Make the next opening quicker, beside the window; without it this one was as good."""
        job = Job(lambda _: self.pages.cut_fonts(), self)
        job.failed.connect(lambda error: log.warning("the fonts of the map page were not cut: %s", error))
        for told in (job.done, job.failed):
            told.connect(job.deleteLater)
        job.start()

    def _on_tap(self, feature_id: str) -> None:
        """Open the card of what was tapped; a tap on the ground closes it."""
        feature = next((each for each in self.hub.library.features if each.id == feature_id), None)
        record_id = (feature.record or feature.id) if feature is not None else feature_id
        if record_id and self.hub.library.find(record_id) is not None:
            self._tapped = self._feature_of(record_id) or ""
            self.hub.choose(record_id)
        elif not record_id:
            self.hub.close_card()

    def _on_moved(self, view: str) -> None:
        self._last_view = view[:200]

    def _on_revived(self) -> None:
        self.is_ready = False
        self.skeleton.show()
        self.skeleton.stackUnder(self.panel)

    def _show_still(self) -> None:
        assert self.web is not None
        if self.still is None:
            self.still = StillMap(self.hub, self)
            self.still.again.connect(self._try_again)
        self.web.hide()
        self.skeleton.hide()
        for floating in (self.panel, self.grounds, self.compass, self.home):
            floating.hide()
        self._place()
        self.still.show()
        self.still.raise_()

    def _try_again(self) -> None:
        assert self.still is not None
        assert self.web is not None
        self.still.setParent(None)
        self.still.deleteLater()
        self.still = None
        self.is_ready = False
        for floating in (self.panel, self.compass, self.home):
            floating.show()
        self.web.renew()
        self._open()

    def _change_theme(self, name: str) -> None:
        if self.web is not None:
            self.web.paint_ground(theme.colour("ground"))
        if self.still is not None:
            self.still.retranslate()
        self._tell("setTheme", name)

    def _lay_grounds(self, shelf: object, told: list) -> None:
        """Serve the base maps that are shown, and tell the page which they are."""
        self._ground_list = told
        if shelf is None:  # a slider: the page has followed it already
            return
        self.pages.put_shelf(shelf)
        self._tell("setGrounds", told)
        self.panel.count_grounds(*self.grounds.told(), self.hub.lang)
        self._place()

    def _show_grounds(self, *, on: bool) -> None:
        """Show the base maps in the place of the questions, or go back."""
        self.grounds.setVisible(on)
        self.panel.setVisible(not on and self.still is None)
        self._place()
        (self.grounds.close_button if on else self.panel.grounds).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_notes(self, on: bool) -> None:
        if on and self.notes is None:
            from brochure.gui.map_notes import MapNotes

            self.notes = MapNotes(self.hub, self)
            self.notes.closed.connect(lambda: self.compass.notes.setChecked(False))
            self.notes.saved.connect(lambda line: self._tell("setReview", {"zh": line.zh, "en": line.en}))
        if self.notes is not None:
            self.notes.setVisible(on)
            self._place()
            if on:
                self.notes.close_button.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.compass.notes.setFocus()

    def start_placing(self, record_id: str) -> None:
        """Open the panel in which staff put a thing at its true place; nothing else ever moves one."""
        from brochure.gui.place_panel import PlacePanel

        self.stop_placing(choose=False)
        self.hub.close_card()
        panel = self.placing = PlacePanel(self.hub, record_id, self)
        panel.moved.connect(lambda lat, lon: self._tell("movePlacing", {"lat": lat, "lon": lon}))
        panel.left.connect(self.stop_placing)
        panel.saved.connect(self._placed)
        self.panel.hide()
        self.grounds.hide()
        panel.show()
        self._say_inset()
        self._place()
        self._show_handle()
        panel.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_placing(self, *, choose: bool = True) -> None:
        """Leave everything where it was, and come back to the card."""
        if self.placing is None or self.placing.job is not None:  # what is being kept is waited for
            return
        record_id = self.placing.record_id
        self.placing.hide()  # at once: it is deleted when nobody looks
        self.placing.deleteLater()
        self.placing = None
        self.panel.setVisible(self.still is None)
        self._tell("stopPlacing")
        self._say_inset()
        self._place()
        if choose:
            self.hub.choose(record_id)

    def resume(self, before: View) -> None:
        if isinstance(before, MapView):
            self._last_view = before._last_view

    def _show_handle(self) -> None:
        if self.placing is not None:
            lat, lon = self.placing.position
            name = placing_say.HANDLE.fill(self.placing.record.name)
            self._tell("startPlacing", {"lat": lat, "lon": lon, "name": {"zh": name.zh, "en": name.en}})

    def _on_placing(self, told: str) -> None:
        """Take over where the point was put; what is no pair of numbers is none."""
        if self.placing is None:
            return
        try:
            spot = json.loads(told[:200])
            lat, lon = float(spot["lat"]), float(spot["lon"])
        except (ValueError, TypeError, KeyError):
            return
        if math.isfinite(lat) and math.isfinite(lon):
            self.placing.set_position(lat, lon)

    def _placed(self, number: int, words: Text) -> None:
        assert self.placing is not None
        self.hub.chosen, name = self.placing.record_id, self.placing.record.name
        from brochure.gui.place_panel import turn_placing

        self.hub.content_changed.emit(words, lambda view: turn_placing(view.hub, view, number, name, back=True))

    def _zoom(self, step: int) -> None:
        self._tell("zoom", step)

    def _feature_of(self, record_id: str) -> str | None:
        """Return the feature to show for a record: its own, or that of its zone."""
        features = self.hub.library.features
        for feature in features:
            if record_id in (feature.id, feature.record):
                return feature.id
        record = self.hub.library.find(record_id)
        for name in (getattr(record, "feature", None), getattr(record, "zone", None)):
            found = next((each.id for each in features if name and name in (each.id, each.record)), None)
            if found is not None:
                return found
        return None

    def _room(self) -> dict[str, int]:
        """Return what the panels cover at the left and the card at the right, pixels."""
        left = 0 if self.panel.is_folded else self.panel.WIDTH + 2 * AIR
        left = left if self.placing is None else self.placing.WIDTH + 2 * AIR
        return {"left": left, "right": self._inset, "panel": self.panel.geometry().bottom()}

    def _say_inset(self) -> None:
        self._tell("setInset", self._room())

    def _keep_in_sight(self, feature: str) -> None:
        words = json.dumps(feature)
        free = self.width() - self._inset
        self.web.run(f"{{const p=park.pointOf({words});park[p&&p[0]>{free}?'show':'mark']({words})}}")

    def _tell(self, name: str, *values: object) -> None:
        """Call one of the page's verbs; what goes in is JSON, so that no name is ever read as a program."""
        if self.web is not None and self.is_ready:
            arguments = ",".join(json.dumps(value).replace("<", "\\u003c") for value in values)
            self.web.run(f"window.park&&park.{name}&&park.{name}({arguments})")

    def _place(self) -> None:
        for whole in (self.skeleton, self.web, self.still):
            if whole is not None:
                whole.setGeometry(0, 0, self.width() - (self._inset if whole is self.still else 0), self.height())
        edge = AIR - self.panel.SHADOW
        self.panel.setGeometry(edge, edge, self.panel.width(), self.panel.wanted_height(self.height() - 2 * edge))
        self.compass.move(self.width() - self._inset - AIR - 44 - self.panel.SHADOW, edge)
        self.home.adjustSize()
        free = self.width() - self._inset - self.home.width()
        self.home.move(
            self.width() - self._inset - self.home.width() - edge,
            self.height() - self.home.height() - edge - (0 if free > BAR_PX else 60),
        )
        self.grounds.setGeometry(
            edge, edge, self.grounds.width(), self.grounds.wanted_height(self.height() - 2 * edge - FOOT_PX)
        )
        for floating in (self.panel, self.grounds, self.compass, self.home):
            floating.raise_()
        if self.placing is not None:
            self.placing.move(edge, edge)
            self.placing.raise_()
        if self.notes is not None:
            right = self.compass.x() + self.notes.SHADOW - AIR
            height = min(self.height() - 2 * AIR, 720) + 2 * self.notes.SHADOW
            self.notes.setGeometry(right - self.notes.width() + self.notes.SHADOW, edge, self.notes.width(), height)
            self.notes.raise_()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)


def _icon(name: str) -> str:
    return RECORD_ICONS.get(f"{name}s", "building") if name == "enterprise" else name
