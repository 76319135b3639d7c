"""What floats over the map: north, zoom, the way back to the park; and what stands in while there is no map."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from brochure import tokens
from brochure.desk.change import load_settings
from brochure.gui import theme
from brochure.gui.drawing_painter import DrawingPicture
from brochure.gui.icons import icon
from brochure.gui.states import ErrorState
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, Button, IconButton, Panel, Rule
from brochure.maps.layers import credits_for
from brochure.maps.review import review_line
from brochure.words import maps
from brochure.words import places as say


class North(QWidget):
    """The arrow to the north; the map never turns, so it does nothing but tell."""

    def __init__(self) -> None:
        super().__init__()
        self.word = ""
        self.setFixedSize(44, 56)

    def set_word(self, word: str, whole: str) -> None:
        """Name the direction: short on the arrow, whole for a screen reader."""
        self.word = word
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small", 700))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(0, 4, 44, 20), CENTRE, self.word)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        arrow = [QPointF(22, 25), QPointF(29, 47), QPointF(22, 42), QPointF(15, 47)]
        painter.drawPolygon(QPolygonF(arrow))


class Compass(QWidget):
    """North, the two zoom keys, measuring, and what the signs mean, one below the other."""

    zoomed = Signal(int)
    measuring = Signal(bool)
    notes_asked = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.north = North()
        self.zoom_in, self.zoom_out = IconButton("plus", size=44), IconButton("minus", size=44)
        self.zoom_in.clicked.connect(lambda: self.zoomed.emit(1))
        self.zoom_out.clicked.connect(lambda: self.zoomed.emit(-1))
        self.measure, self.notes = IconButton("measure", size=44), IconButton("info", size=44)
        for button, told in ((self.measure, self.measuring), (self.notes, self.notes_asked)):
            button.setCheckable(True)
            button.toggled.connect(told)
        top, edge = 0, 2 * Panel.SHADOW
        for widgets, height in (
            ((self.north,), 56),
            ((self.zoom_in, Rule(), self.zoom_out), 89),
            ((self.measure, Rule(), self.notes), 89),
        ):
            panel = Panel(floating=True, parent=self)
            inside = QVBoxLayout(panel)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            for widget in widgets:
                inside.addWidget(widget)
            panel.setGeometry(0, top, 44 + edge, height + edge)
            top += height + 12
        self.setFixedSize(44 + edge, top - 12 + edge)

    def retranslate(self, hub: Hub) -> None:
        self.north.set_word(hub.say(say.NORTH_SHORT), hub.say(say.NORTH))
        self.zoom_in.set_words(hub.say(say.ZOOM_IN))
        self.zoom_out.set_words(hub.say(say.ZOOM_OUT))
        self.measure.set_words(hub.say(maps.MEASURE))
        self.notes.set_words(hub.say(maps.NOTES_OPEN))


class HomeButton(Panel):
    """回到园区, floating."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        self.button = Button("", "home", "link", 44)
        self.button.clicked.connect(self.clicked)
        row.addWidget(self.button)

    def retranslate(self, hub: Hub) -> None:
        self.button.set_text(hub.say(say.HOME))
        self.adjustSize()


class MapSkeleton(QWidget):
    """The ground of the coming map with the golden line, shown until the web engine has drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""

    def set_words(self, words: str) -> None:
        """Say what is coming."""
        self.words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("ground"))
        middle = QPointF(self.rect().center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        for x, y, width, height in (
            (-150, -210, 210, 110),
            (-110, -80, 150, 130),
            (60, -80, 110, 130),
            (-40, 70, 180, 90),
        ):
            painter.drawRoundedRect(QRectF(middle.x() + x, middle.y() + y, width, height), theme.RADIUS, theme.RADIUS)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(0, middle.y() + 176, self.width(), 20), CENTRE, self.words)
        painter.fillRect(QRectF(middle.x() - 120, middle.y() + 206, 240, 1), theme.colour("rule"))
        painter.fillRect(QRectF(middle.x() - 120, middle.y() + 205.5, 96, 2), theme.colour("gold"))


class StillMap(QWidget):
    """The map as a picture and its things as a list, for when the web engine will not stay alive."""

    again = Signal()

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self.hub = hub
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.MARGIN_PX, 24, tokens.MARGIN_PX, 24)
        row.setSpacing(tokens.GAP_PX)
        self.picture, self.note = DrawingPicture(), TextBlock("", "note", 400, "secondary")
        side = QVBoxLayout()
        self.state = ErrorState()
        self.state.add_action("", self.again.emit, primary=True)
        self.list = QListWidget()
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        side.addWidget(self.state)
        side.addWidget(self.list, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.picture, 1)
        left.addWidget(self.note)
        row.addLayout(left, 1)
        row.addLayout(side)
        self.list.setFixedWidth(360)
        self.state.setFixedWidth(360)
        self.retranslate()

    def retranslate(self) -> None:
        from brochure.gui.plan_picture import build_picture

        say_it = self.hub.say
        self.state.set_words(say_it(say.STILL_TITLE), say_it(say.STILL_WHY), say_it(say.STILL_AGAIN))
        self.list.setAccessibleName(say_it(say.STILL_LIST))
        self.list.clear()
        for feature in self.hub.library.features:
            record = self.hub.library.find(feature.record) if feature.record else None
            if record is not None:
                item = QListWidgetItem(icon("pin"), self.hub.name(record))
                item.setData(Qt.ItemDataRole.UserRole, record.id)
                item.setSizeHint(QSize(0, 44))
                self.list.addItem(item)
        thanks = [say_it(credit) for credit in credits_for(self.hub.library.features)]
        lines = [say_it(maps.SKETCH_NOTE), say_it(review_line(load_settings(self.hub.places)))]
        between, gap = (" ", "; ") if self.hub.lang == "en" else ("", "；")
        self.note.set_text(between.join(lines) + "\n" + gap.join(thanks))
        self.picture.set_drawing(build_picture(self.hub.library, self.hub.lang, self.hub.theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("ground"))

    def _choose(self, item: QListWidgetItem) -> None:
        self.hub.choose(item.data(Qt.ItemDataRole.UserRole))
