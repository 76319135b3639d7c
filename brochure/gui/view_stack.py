"""The middle of the window: one view for each place, one of them seen."""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from brochure.errors import BrochureError
from brochure.gui import theme
from brochure.gui.log import log_failure
from brochure.gui.view import Hub, View
from brochure.words import Text
from brochure.words import window as say

if TYPE_CHECKING:  # loaded when a place fails
    from brochure.gui.states import ErrorState

VIEWS = {
    "overview": ("brochure.gui.overview_view", "OverviewView"),
    "map": ("brochure.gui.map_view", "MapView"),
    "altitude": ("brochure.gui.altitude_view", "AltitudeView"),
    "chain": ("brochure.gui.chain_view", "ChainView"),
    "industries": ("brochure.gui.industries_view", "IndustriesView"),
    "policies": ("brochure.gui.policies_view", "PoliciesView"),
    "enterprises": ("brochure.gui.enterprises_view", "EnterprisesView"),
    "figures": ("brochure.gui.figures_view", "FiguresView"),
    "compare": ("brochure.gui.compare_view", "CompareView"),
    "studio": ("brochure.gui.studio_view", "StudioView"),
    "content": ("brochure.gui.content_view", "ContentView"),
}
"""Where each place lives; a module is imported when its place is first visited."""


class ViewStack(QStackedWidget):
    """``built`` tells that a place was made for the first time; one that fails says so and can be tried again."""

    resized = Signal()
    built = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.views: dict[str, QWidget] = {}

    def show_place(self, place: str) -> None:
        """Bring a place to the front."""
        self.setCurrentWidget(self.views[place])

    def warm(self, place: str) -> None:
        """Build a place, unless it is there, without showing it."""
        if place not in self.views:
            self.views[place] = self._build(place)
            self.addWidget(self.views[place])
            self.built.emit()

    def retranslate(self) -> None:
        """Say every place again, in place."""
        for view in self.views.values():
            if isinstance(view, View):
                view.retranslate()
            elif view.property("failed"):
                self._say_failure(view)

    def forget_visitor(self) -> None:
        """Let every place forget; one that does not say how it forgets is built anew at the next visit."""
        for place, view in list(self.views.items()):
            if isinstance(view, View) and type(view).new_visitor is not View.new_visitor:
                view.new_visitor()
            else:
                self._drop(place)

    def close_pages(self) -> None:
        """Put away what must not outlive the views."""
        for view in self.views.values():
            if isinstance(view, View):
                view.close_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("ground"))

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def _build(self, place: str) -> QWidget:
        module, name = VIEWS[place]
        try:
            return getattr(importlib.import_module(module), name)(self.hub)
        except Exception as error:  # noqa: BLE001  one place that fails leaves the others standing
            log_failure(f"the place {place} did not open", error)
            why = error.message if isinstance(error, BrochureError) else say.NOT_HERE
            return self._failure(place, why)

    def _failure(self, place: str, why: Text) -> "ErrorState":
        from brochure.gui.states import ErrorState

        state = ErrorState()
        state.add_action("", lambda: self._try_again(place), primary=True)
        state.setProperty("failed", (place, why))
        self._say_failure(state)
        return state

    def _say_failure(self, state: "ErrorState") -> None:
        place, why = state.property("failed")
        state.set_words(
            self.hub.say(say.NOT_OPENED.fill(say.PLACES[place])), self.hub.say(say.NOT_OPENED_WHY.fill(why)),
            self.hub.say(say.TRY_AGAIN),
        )  # fmt: skip

    def _try_again(self, place: str) -> None:
        self._drop(place)
        self.hub.go(place)

    def _drop(self, place: str) -> None:
        view = self.views.pop(place)
        if isinstance(view, View):
            view.close_page()
        self.removeWidget(view)
        view.deleteLater()
