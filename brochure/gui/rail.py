"""The rail at the left: the places of the window, a golden line at the current one, the content's date at the foot."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, Pressable, Rule
from brochure.words import window as say

ICONS = {
    "overview": "overview", "map": "map", "altitude": "altitude", "chain": "chain", "industries": "industry",
    "policies": "policy", "enterprises": "building", "figures": "figures", "compare": "compare", "studio": "book",
    "content": "folder",
}  # fmt: skip
KEYS = "1234567890-"
"""With Ctrl, the keys of the places in the order of the rail, as they lie on the keyboard."""
ITEM_PX, LEAST_ITEM_PX = 64, 50


class RailItem(Pressable):
    """72 × 64: icon and word; 50 high at least where the window is low."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon_name = icon
        self.setCheckable(True)
        self.setFixedWidth(tokens.RAIL_PX)
        self.setMinimumHeight(LEAST_ITEM_PX)
        self.setMaximumHeight(ITEM_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(tokens.RAIL_PX, ITEM_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        top = (self.height() - ITEM_PX) / 2
        on = self.isChecked()
        if self.hovered() and not on:
            painter.fillRect(frame, theme.colour("hover"))
        ink = "brand" if on else "text" if self.hovered() else "secondary"
        paint_icon(painter, self.icon_name, QRectF(25, top + 11, 22, 22), theme.colour(ink))
        painter.setFont(theme.font("small", 500 if on else 400))
        painter.setPen(theme.colour("text" if on or self.hovered() else "secondary"))
        painter.drawText(QRectF(0, top + 35, 72, 20), CENTRE, self.text())
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("gold"))
            painter.drawRoundedRect(QRectF(-3, 12, 6, self.height() - 24), 2, 2)
        if self.ring:
            theme.paint_focus(painter, frame.adjusted(6, 4, -6, -4))


class Logo(QWidget):
    """Our own mark; the park's official emblem is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(tokens.RAIL_PX, tokens.TOP_BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, "logo", QRectF(18, 10, 36, 36), theme.colour("text"))


class ContentDate(QWidget):
    """The newest day in the content, in two lines at the foot."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setFixedSize(tokens.RAIL_PX, 52)
        self.retranslate()

    def text(self) -> str:
        return self.hub.say(say.AS_OF) + " " + self.hub.library.content_date

    def retranslate(self) -> None:
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.RAIL_PX, 52)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme.font("note")
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(0, 4, 72, 16), CENTRE, self.hub.say(say.AS_OF))
        painter.drawText(QRectF(0, 20, 72, 16), CENTRE, self.hub.library.content_date)


class Rail(QWidget):
    """Icon and word for each place; the brochure stands apart at the end."""

    chosen = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.setFixedWidth(tokens.RAIL_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Logo())
        self.items: dict[str, RailItem] = {}
        for place in say.PLACES:
            if place == "studio":
                column.addSpacing(8)
                line = Rule()
                line.setFixedWidth(40)
                column.addWidget(line, alignment=Qt.AlignmentFlag.AlignHCenter)
                column.addSpacing(8)
            item = self.items[place] = RailItem(ICONS[place])
            item.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            column.addWidget(item)
        column.addStretch(1)
        self.date = ContentDate(hub)
        column.addWidget(self.date)
        self.retranslate()

    def set_current(self, place: str) -> None:
        """Move the golden line."""
        for key, item in self.items.items():
            item.setChecked(key == place)

    def retranslate(self) -> None:
        for key, (place, item) in zip(KEYS, self.items.items(), strict=False):
            item.set_text(self.hub.say(say.PLACES[place]))
            item.setToolTip(f"{item.text()}  Ctrl+{key}")
        self.date.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.colour("rule"))
