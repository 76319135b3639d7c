"""The left side of the altitude page: the ruler, which places stand on it, and a way to each of them for a finger."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.ruler import NARROW_PX, ROOMY_PX, AltitudeRuler, Mark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import LEFT, RIGHT, IconButton, Pressable, ScrollPanel, Segmented
from brochure.model.kinds import Place
from brochure.words import altitude as say
from brochure.words import places

ROW_PX = 44
FILTERS = {"all": say.ALL_PLACES, "city": say.CITIES, "training": say.TRAINING}


class PlaceRow(Pressable):
    """One place of the list: its sign, name and height."""

    def __init__(self, mark: Mark, words: str) -> None:
        super().__init__(mark.name)
        self.mark = mark
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered() or self.isDown():
            painter.fillRect(frame, theme.colour("wash"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("sky" if self.mark.training else "text"))
        painter.drawText(frame.adjusted(14, 0, 0, 0), LEFT, ("◆ " if self.mark.training else "○ ") + self.mark.name)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(frame.adjusted(0, 0, -14, 0), RIGHT, str(self.mark.altitude_m))
        if self.ring:
            theme.paint_focus(painter, frame, 4)


class PlaceButton(Pressable):
    """The place the handle stands at; a press opens the list of all."""

    def __init__(self) -> None:
        super().__init__()
        self.is_open = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("brand" if self.hovered() else "rule"))
        painter.setBrush(theme.colour("wash" if self.isDown() or self.is_open else "panel"))
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        painter.setFont(theme.font("small", 700))
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 44)
        painter.drawText(frame.adjusted(12, 0, -30, 0), LEFT, words)
        box = QRectF(self.width() - 28, (ROW_PX - 16) / 2, 16, 16)
        paint_icon(painter, "chevron_down" if self.is_open else "chevron_up", box, theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, frame, 6)


class RulerSide(QWidget):
    """Title, filter, ruler, and below it the step from place to place; ``moved`` tells of another height or place."""

    moved = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.shown = "all"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 22, 0, 16)
        column.setSpacing(8)
        self._head = QHBoxLayout()
        self.title = TextBlock("", "lead", 700)
        self.hint = TextBlock("", "small", 400, "secondary")
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.hint)
        column.addLayout(self._head)
        self._filter_row = QHBoxLayout()
        self.filter = Segmented([(key, hub.say(words)) for key, words in FILTERS.items()], "all", ROW_PX)
        self.filter.chosen.connect(self.show_only)
        self._filter_row.addWidget(self.filter)
        self._filter_row.addStretch(1)
        column.addLayout(self._filter_row)
        self.ruler = AltitudeRuler()
        column.addWidget(self.ruler, 1)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(6)
        self.lower, self.higher = IconButton("chevron_down", size=ROW_PX), IconButton("arrow_up", size=ROW_PX)
        self.lower.set_icon("chevron_down")
        self.higher.set_icon("chevron_up")
        self.here = PlaceButton()
        self.lower.clicked.connect(lambda: self._step(-1))
        self.higher.clicked.connect(lambda: self._step(1))
        self.here.clicked.connect(self.toggle_list)
        self._steps.addWidget(self.lower)
        self._steps.addWidget(self.here, 1)
        self._steps.addWidget(self.higher)
        column.addLayout(self._steps)
        self.list: ScrollPanel | None = None
        self.ruler.valueChanged.connect(lambda _: self._moved())
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take as little room as the ruler needs."""
        side = 8 if narrow else 24
        self.setFixedWidth(NARROW_PX if narrow else ROOMY_PX)
        self.hint.setVisible(not narrow)
        self._head.setContentsMargins(side, 0, side, 0)
        self._filter_row.setContentsMargins(side - (6 if narrow else 0), 0, 0, 0)
        self._steps.setContentsMargins(side, 0, side - 4, 0)
        self.ruler.set_narrow(narrow=narrow)
        self._say_here()
        self._place_list()

    def retranslate(self) -> None:
        """Say it again, in place."""
        say_it = self.hub.say
        self.title.set_text(say_it(places.ALTITUDE_RULER))
        self.hint.set_text(say_it(places.ALTITUDE_DRAG))
        self.filter.set_words({key: say_it(words) for key, words in FILTERS.items()})
        self.filter.setAccessibleName(say_it(say.FILTER_NAME))
        self.lower.set_words(say_it(say.LOWER))
        self.higher.set_words(say_it(say.HIGHER))
        self.close_list()
        self.ruler.set_marks(self._marks(), self.hub.lang)
        self._moved()

    def show_only(self, which: str) -> None:
        """Let cities, training places or both stand on the ruler; the park's own city always does."""
        self.shown = which
        self.filter.set_current(which)
        self.close_list()
        self.ruler.set_marks(self._marks(), self.hub.lang)
        self._moved()

    def place_here(self) -> str | None:
        """Return the id of the place whose height the handle shows, where it stands on one."""
        mark = self.ruler.here()
        return mark.key if mark is not None else None

    def toggle_list(self) -> None:
        """Open the list of places over the ruler, or close it."""
        if self.list is not None:
            self.close_list()
            return
        self.list = ScrollPanel()
        self.list.setParent(self)
        rows = []
        for mark in self.ruler.marks:
            row = PlaceRow(mark, self.hub.say(say.PLACE_AT.fill(mark.name, mark.altitude_m)))
            row.clicked.connect(lambda _=False, mark=mark: self._take(mark))
            rows.append(row)
        self.list.show_inside(rows, (0, 4, 0, 4), 0)
        self._place_list()
        self.list.show()
        self.list.raise_()
        self.here.is_open = True
        self.here.update()
        here = self.ruler.here()
        current = next((row for row in rows if row.mark is here), rows[0] if rows else None)
        if current is not None:
            current.setFocus()
            self.list.scroll.ensureWidgetVisible(current)

    def close_list(self) -> None:
        """Put the list away."""
        if self.list is not None:
            if self.list.isAncestorOf(QApplication.focusWidget() or self):
                self.here.setFocus()
            self.list.hide()
            self.list.deleteLater()
            self.list = None
            self.here.is_open = False
            self.here.update()

    def event(self, event: QEvent) -> bool:
        """Take Esc while the list is open, before it closes the card or leaves the full screen."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.list is not None:
            if event.type() == QEvent.Type.KeyPress:
                self.close_list()
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_list()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("panel"))

    def _marks(self) -> Sequence[Mark]:
        found = [place for place in self.hub.library.records("places") if isinstance(place, Place)]
        kinds = {"all": ("city", "comparison", "training"), "city": ("city", "comparison"), "training": ("training",)}
        return [
            Mark(short_name(self.hub.say(place.name)), round(place.elevation_m), place.type == "city",
                 place.type == "training", place.id)
            for place in found
            if place.elevation_m is not None and (place.type in kinds[self.shown] or place.type == "city")
        ]  # fmt: skip

    def _step(self, step: int) -> None:
        mark = self.ruler.neighbour(step)
        if mark is not None:
            self.ruler.choose(mark)

    def _take(self, mark: Mark) -> None:
        self.close_list()
        self.ruler.choose(mark)
        self.here.setFocus()

    def _moved(self) -> None:
        self._say_here()
        self.lower.setEnabled(self.ruler.neighbour(-1) is not None)
        self.higher.setEnabled(self.ruler.neighbour(1) is not None)
        self.moved.emit()

    def _say_here(self) -> None:
        mark, height = self.ruler.here(), self.ruler.value()
        name = mark.name if mark is not None else self.hub.say(say.BETWEEN)
        if self.maximumWidth() >= ROOMY_PX:
            self.here.setText(f"{name} · {height}")
        else:
            self.here.setText(name if mark is not None else self.hub.say(places.METRES.fill(height)))
        self.here.setAccessibleName(self.hub.say(say.PLACE_AT.fill(name, height)))
        self.here.setAccessibleDescription(self.hub.say(say.ALL_LISTED))

    def _place_list(self) -> None:
        if self.list is not None:
            top = self.ruler.y() + 4
            self.list.setGeometry(8, top, self.width() - 16, self.here.y() - top - 6)


def short_name(name: str) -> str:
    """Return a name without what stands in brackets."""
    return name.partition("（")[0].partition(" (")[0]
