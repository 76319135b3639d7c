"""地图: the web map fills the place; panels float over it; the card of what was tapped opens in the window."""

import json
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent

from brochure.gui import scheme, theme
from brochure.gui.jobs import Job
from brochure.gui.map_bridge import Bridge, request
from brochure.gui.map_over import Overlays
from brochure.gui.map_parts import MapSkeleton, StillMap
from brochure.gui.view import Hub, View
from brochure.gui.web_page import ParkView
from brochure.pages import Pages
from brochure.words import places as say

if TYPE_CHECKING:
    from brochure.gui.map_notes import MapNotes
    from brochure.gui.place_panel import PlacePanel

MAP_PAGE = "park://app/map.html"
LATE_MS = 15_000
FONTS_MS = 3_000

log = logging.getLogger(__name__)


class MapView(View):
    """The map with its layers; the engine starts when the place is first seen, until then a skeleton stands in."""

    ready = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.web: ParkView | None = None
        self.still: StillMap | None = None
        self.is_ready = False
        self._asked, self._last_view, self._tapped = False, "", ""
        self._ground_list: list = []
        self.skeleton = MapSkeleton(self)
        self.over = Overlays(hub, self)
        self.panel, self.compass, self.home = self.over.panel, self.over.compass, self.over.home
        self.grounds = self.over.grounds
        self.over.told.connect(self._pass_on)
        self.over.moved.connect(lambda: self._tell("setInset", self.over.room()))
        self.grounds.opened.connect(self._lay_grounds)
        self.grounds.opacity_moved.connect(lambda number, share: self._tell("fadeGround", number, share))
        hub.record_chosen.connect(self.show_record)
        hub.card_closed.connect(lambda: self._tell("show", None))
        hub.theme_changed.connect(self._change_theme)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)
        self.retranslate()

    @property
    def notes(self) -> "MapNotes | None":
        """The notes, once somebody asked for them."""
        return self.over.notes

    @property
    def placing(self) -> "PlacePanel | None":
        """The panel in which a thing is being placed."""
        return self.over.placing.panel

    def retranslate(self) -> None:
        self.skeleton.set_words(self.hub.say(say.MAP_LOADING))
        self.over.retranslate()
        if self.web is not None:
            self.web.setAccessibleName(self.hub.say(say.MAP_NAME))
        if self.still is not None:
            self.still.retranslate()
        self._tell("setLanguage", self.hub.lang)
        self._place()

    def leave_room(self, right_px: int) -> None:
        """The map lies under the card; only what floats moves aside, and the map's middle with it."""
        self.over.make_room(right_px)
        self._place()

    def show_record(self, record_id: str) -> None:
        """Fly to the feature of a record, where it has one."""
        if self.placing is not None and record_id != self.placing.record_id:
            self.over.placing.stop(choose=False)
        feature = self._feature_of(record_id)
        if self._tapped and feature == self._tapped:
            self._tapped = ""  # who taps a thing sees it already: the map stays, unless the card would cover it
            QTimer.singleShot(0, self, lambda: self._keep_in_sight(feature))
            return
        self._tell("show", feature)

    def step_back(self) -> bool:
        """Leave placing, the base maps, the notes, then measuring."""
        return self.over.step_back()

    def start_placing(self, record_id: str) -> None:
        """Open the panel in which staff put a thing at its true place."""
        self.over.placing.start(record_id)

    def new_visitor(self) -> None:
        """Ask the first questions again and lie as the map lay at the start."""
        self.over.forget()
        self.panel.ask_again()
        self._last_view = self._tapped = ""
        self._tell("show", None)
        self._tell("home", False)

    def resume(self, before: View) -> None:
        if isinstance(before, MapView):
            self._last_view = before._last_view

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

    def paintEvent(self, event: QPaintEvent) -> None:  # under the card no picture lies while the map stands still
        QPainter(self).fillRect(event.rect(), theme.colour("ground"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.over.make_room()
        self._place()

    def _start(self) -> None:
        scheme.prepare()
        self.bridge = Bridge(self)
        self.bridge.tapped.connect(self._on_tap)
        self.bridge.drawn.connect(self._on_ready)
        self.bridge.moved.connect(self._on_moved)
        self.bridge.placing_moved.connect(self.over.placing.hear)
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
            "inset": self.over.room(),
            "view": self._last_view or None,
        }
        self._tell("begin", first)
        if self._ground_list:
            self._tell("setGrounds", self._ground_list)
        feature = self._feature_of(self.hub.chosen) if self.hub.chosen else None
        if feature is not None and self._last_view:
            self._keep_in_sight(feature)
        elif feature is not None:
            self._tell("show", feature)
        if self.compass.measure.isChecked():
            self._tell("startMeasuring")
        self.over.placing.show_handle()
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
        self.over.set_shown(False)
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
        self.over.set_shown(True)
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

    def _keep_in_sight(self, feature: str) -> None:
        words = json.dumps(feature)
        free = self.width() - self.over.right_px
        self.web.run(f"{{const p=park.pointOf({words});park[p&&p[0]>{free}?'show':'mark']({words})}}")

    def _pass_on(self, verb: str, value: object) -> None:
        self._tell(verb, *(() if value is None else (value,)))

    def _tell(self, verb: str, *values: object) -> None:
        """Call one of the page's verbs, where there is a page."""
        if self.web is not None and self.is_ready:
            self.web.run(request(verb, *values))

    def _place(self) -> None:
        for whole in (self.skeleton, self.web, self.still):
            if whole is not None:
                right = self.over.right_px if whole is self.still else 0
                whole.setGeometry(0, 0, self.width() - right, self.height())
        self.over.place()
