"""The window: rail, top bar, the place that is open, the card over it, the tray below."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.keeper import Keeper
from brochure.gui.rail import KEYS, Rail
from brochure.gui.shell import SMALLEST_PX
from brochure.gui.top_bar import TopBar
from brochure.gui.tray import Tray
from brochure.gui.view import Hub, View
from brochure.gui.view_stack import VIEWS, ViewStack
from brochure.gui.widgets import Panel
from brochure.model.link import link_of
from brochure.words import compare as compare_say
from brochure.words import window as say

if TYPE_CHECKING:  # each of these is loaded when it is first needed
    from brochure.gui.card import Card
    from brochure.gui.export_run import ExportRun
    from brochure.gui.toast import Toast


class MainWindow(QWidget):
    """Everything a person sees; ``go`` opens a place, ``hub`` tells who was chosen."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.place = ""
        self._exporting: ExportRun | None = None
        self.keeper = Keeper(hub, self)
        self.setMinimumSize(*SMALLEST_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(hub)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.top_bar, self.stage, self.tray = TopBar(hub), ViewStack(hub), Tray(hub)
        self.views = self.stage.views
        column.addWidget(self.top_bar)
        column.addWidget(self.stage, stretch=1)
        column.addWidget(self.tray)
        row.addLayout(column, stretch=1)
        self._card: Card | None = None
        self._toast: Toast | None = None
        self._connect()
        self._bind_keys()
        self.retranslate()
        self.go("overview")

    @property
    def card(self) -> "Card":
        """The card; made when something is chosen for the first time, for the first window is quicker without."""
        if self._card is None:
            from brochure.gui.card import Card

            self._card = Card(self.hub, self)
            self._card.map_asked.connect(self._show_on_map)
            self._card.place_asked.connect(self._place_on_map)
            self._card.set_place(self.place)
            self._order_focus()
        return self._card

    @property
    def toast(self) -> "Toast":
        """The toast; made when there is something to say for the first time."""
        if self._toast is None:
            from brochure.gui.toast import Toast

            self._toast = Toast(self)
        return self._toast

    @property
    def has_card(self) -> bool:
        """Whether the card is open."""
        return self._card is not None and not self._card.isHidden()

    def _connect(self) -> None:
        hub = self.hub
        self.rail.chosen.connect(self.go)
        hub.place_chosen.connect(self.go)
        hub.record_chosen.connect(self._open_card)
        hub.card_closed.connect(self._card_closed)
        hub.language_changed.connect(self._said_anew)
        hub.theme_changed.connect(self._dressed_anew)
        hub.visitor_changed.connect(self._forget_visitor)
        hub.shortlist_changed.connect(lambda _: self._order_focus())
        hub.toast.connect(self._tell)
        hub.offer.connect(self.say_toast)
        self.stage.resized.connect(self._lay_over)
        self.stage.built.connect(self._order_focus)
        self.top_bar.about_asked.connect(self.show_about)
        self.tray.preview_asked.connect(lambda: self.go("studio"))
        self.tray.export_asked.connect(lambda: self.export(None))
        self.tray.cancel_asked.connect(self.stop_export)
        QApplication.instance().aboutToQuit.connect(self.stop_export)

    def _bind_keys(self) -> None:
        keys = {f"Ctrl+{key}": lambda place=place: self.go(place) for key, place in zip(KEYS, VIEWS, strict=False)}
        keys |= {
            "Ctrl+K": self.top_bar.search.take_focus,
            "Ctrl+L": lambda: self.hub.set_language("en" if self.hub.lang == "zh" else "zh"),
            "F11": self.turn_full,
            "Esc": self._step_back,
        }
        for key, do in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def go(self, place: str) -> None:
        """Open a place; a first visit builds it, and a failure shows what failed with a way to try again."""
        if place not in VIEWS:
            return
        self.stage.warm(place)
        self.place = place
        if self._card is not None:
            self._card.set_place(place)
        self.stage.show_place(place)
        self.rail.set_current(place)
        self.tray.setVisible(place not in ("studio", "content"))
        self._leave_room()
        self._lay_over()

    def warm(self, place: str) -> None:
        """Build a place before it is asked for, without showing it."""
        self.stage.warm(place)

    def _order_focus(self) -> None:
        """Let the keyboard come to the tray last, as the eye does: places and card are made later than the tray."""
        last = self.window().previousInFocusChain()
        for widget in self.tray.in_order():
            if widget is not last:
                QWidget.setTabOrder(last, widget)
                last = widget

    def put_away(self) -> None:
        """Leave the web engine in the right order before this window gives way to a new one."""
        self.stop_export()
        self.stage.close_pages()

    def retranslate(self) -> None:
        """Say every visible text again, in place."""
        self.window().setWindowTitle(self.hub.say(say.TITLE))
        self.rail.retranslate()
        self.top_bar.retranslate()
        self.tray.retranslate()
        if self._card is not None:
            self._card.retranslate()
        self.stage.retranslate()
        self._lay_over()

    def _said_anew(self, lang: str) -> None:
        if self._toast is not None:
            self._toast.hide()
        theme.set_language(lang)
        self.retranslate()
        self.keeper.keep("lang", lang)

    def _dressed_anew(self, name: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply_theme(app, name)
        self.top_bar.retranslate()
        for widget in self.findChildren(QWidget):
            widget.update()
        self.keeper.keep("theme", name)

    def _open_card(self, record_id: str) -> None:
        self.card.show_record(record_id)
        self._leave_room()
        self._lay_over()

    def _card_closed(self) -> None:
        had_focus = self.card.isAncestorOf(QApplication.focusWidget() or self)
        self.card.clear()
        self._leave_room()
        if had_focus:
            self.stage.currentWidget().setFocus()

    def _show_on_map(self, record_id: str) -> None:
        record = self.hub.library.find(record_id)
        if record is not None:
            self.hub.follow(link_of(record))

    def _place_on_map(self, record_id: str) -> None:
        self.go("map")
        view = self.views["map"]
        if hasattr(view, "start_placing"):  # a map that failed to open has no panel
            view.start_placing(record_id)

    def _leave_room(self) -> None:
        view = self.views.get(self.place)
        if isinstance(view, View):
            view.leave_room(tokens.CARD_PX + 2 * tokens.GAP_PX if self.has_card else 0)

    def _forget_visitor(self) -> None:
        """Leave nothing of the last visitor: neither typed, nor kept, nor in a line that could be taken back."""
        self.stop_export()
        self.go("overview")
        self.top_bar.search.forget()
        self.stage.forget_visitor()
        if self._card is not None:
            self._card.clear()
        self.keeper.keep("reader", "")
        if self._toast is not None:
            self._toast.forget()
        self.say_toast(self.hub.say(compare_say.CLEARED))

    def _lay_over(self) -> None:
        """Put card and toast where they belong over the place that is open."""
        edge, gap = Panel.SHADOW, tokens.GAP_PX
        if self._card is not None:
            corner = self.stage.mapTo(self, self.stage.rect().topRight())
            x, y = corner.x() + 1 - gap - tokens.CARD_PX - edge, corner.y() + gap - edge
            self._card.setGeometry(x, y, self._card.width(), self.stage.height() - 2 * gap + 2 * edge)
            self._card.raise_()
        if self._toast is not None:
            left = self.stage.mapTo(self, self.stage.rect().bottomLeft())
            x = left.x() + (self.stage.width() - self._toast.width()) // 2
            foot = self.height() - tokens.TRAY_PX  # where there is no tray a place has its own buttons at its foot
            self._toast.move(x, min(left.y(), foot) - self._toast.height() - gap + edge)
            self._toast.raise_()

    def _tell(self, words: str, undo: object) -> None:
        self.say_toast(words, self.hub.say(say.UNDO) if undo else "", undo)

    def say_toast(self, words: str, action: str = "", do=None) -> None:
        """Show one line at the foot, above the tray."""
        self.toast.set_words(words, action, do)
        self._lay_over()
        self.toast.appear()

    def _step_back(self) -> None:
        if self.top_bar.search.results is not None and self.top_bar.search.results.isVisible():
            self.top_bar.search.close_results()
        elif isinstance(view := self.views.get(self.place), View) and view.step_back():
            pass
        elif self.has_card:
            self.hub.close_card()
        elif self.window().isFullScreen():
            self.turn_full()

    def turn_full(self) -> None:
        """Fill the screen, or give it back."""
        window = self.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def show_about(self) -> None:
        """Open About; Esc closes it."""
        from brochure.gui.about import About

        About(self.hub, self).open()

    @property
    def is_exporting(self) -> bool:
        """Whether a brochure is being written."""
        return self._exporting is not None and self._exporting.is_running

    def export(self, out: Path | None = None) -> None:
        """Write what the tray holds; the person says where, the window stays free."""
        if self._exporting is None:
            from brochure.gui.export_run import ExportRun

            self._exporting = ExportRun(self.hub, self)
            self._exporting.progress.connect(self.tray.set_progress)
        self._exporting.start(out)

    def stop_export(self) -> None:
        """Ask the export to stop; it leaves nothing behind."""
        if self._exporting is not None:
            self._exporting.stop()
