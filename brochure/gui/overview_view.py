"""总览: one sentence, the park on its altitude line, eight dated figures, four doors."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.facts import FactBlock
from brochure.gui.hero import Hero
from brochure.gui.icons import paint_icon
from brochure.gui.view import Hub, View
from brochure.gui.widgets import LEFT, Pressable
from brochure.model.altitude import hectares
from brochure.model.kinds import Figure, Zone
from brochure.words import Text, kinds
from brochure.words import window as say
from brochure.words.numbers import say_number

COLUMNS = 4
COLUMN_PAD_PX = 20
BASE = "zone-kangyang"
NARROW_PX = 1120
"""Below this width four doors beside each other would cut their words."""


class Door(Pressable):
    """112 high: tile, name, what is behind it; on hover its rule turns lake and nothing moves."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon_name = icon
        self.line = self.note = ""
        self.high = 112
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, name: str, line: str, note: str) -> None:
        """Say what is behind it."""
        self.setText(name)
        self.line, self.note = line, note
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{line} {note}")
        self.update()

    def set_height(self, high: int) -> None:
        """Take other measures: below 112 the tile is smaller and the air less."""
        self.high = high
        self.updateGeometry()

    def texts(self) -> tuple[str, ...]:
        """Return every word it shows."""
        return (self.text(), self.line, self.note)

    def sizeHint(self) -> QSize:
        return QSize(240, self.high)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        painter.setPen(QPen(theme.colour("brand" if self.hovered() else "rule"), 1))
        painter.setBrush(theme.colour("wash" if self.isDown() else "panel"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        tight = self.high < 112
        size = 40 if tight else 48
        left = 12 if tight else 16
        inset = (size - 24) / 2
        tile = QRectF(left, (frame.height() - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("wash"))
        painter.drawRoundedRect(tile, theme.RADIUS, theme.RADIUS)
        paint_icon(painter, self.icon_name, tile.adjusted(inset, inset, -inset, -inset), theme.colour("brand"))
        x = tile.right() + (12 if tight else 16)
        room = frame.width() - x - 36
        y = (frame.height() - 70) / 2
        lines = (
            (self.text(), "lead", 700, "text", 26), (self.line, "body", 400, "text", 24),
            (self.note, "small", 400, "secondary", 20),
        )  # fmt: skip
        for words, role, weight, ink, height in lines:
            font = theme.font(role, weight)
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, y, room + 4, height), LEFT, shown)
            y += height
        paint_icon(
            painter,
            "chevron_right",
            QRectF(frame.width() - 34, frame.center().y() - 10, 20, 20),
            theme.colour("secondary"),
        )
        if self.ring:
            theme.paint_focus(painter, frame)


class Figures(QWidget):
    """The headline figures, four beside each other with hairlines between."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        found = [f for f in hub.library.records("figures") if isinstance(f, Figure) and f.headline]
        self.figures = sorted(found, key=lambda figure: figure.headline or 0)[: 2 * COLUMNS]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.blocks: list[FactBlock] = []
        for figure in self.figures:
            block = FactBlock()
            block.asked.connect(lambda key=figure.id: hub.choose(key))
            self.blocks.append(block)
        self._grid.setHorizontalSpacing(2 * COLUMN_PAD_PX)
        self.columns = 0
        self.set_columns(COLUMNS)
        self.retranslate()

    def set_columns(self, count: int) -> None:
        """Stand in as many columns."""
        if count != self.columns:
            self.columns = count
            for number, block in enumerate(self.blocks):
                self._grid.addWidget(block, number // count, number % count, alignment=Qt.AlignmentFlag.AlignTop)
            for line in range(len(self.blocks)):  # what a tall window has more goes between the rows
                self._grid.setColumnStretch(line, 1 if line < count else 0)
                self._grid.setRowStretch(line, 1 if line < len(self.blocks) // count else 0)

    def set_air(self, air_px: int) -> None:
        """Set how far the rows stand apart."""
        self._grid.setVerticalSpacing(air_px)

    def retranslate(self) -> None:
        for block, figure in zip(self.blocks, self.figures, strict=True):
            block.set_figure(figure, self.hub.library, self.hub.lang)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for block in self.blocks:
            if block.x() > 0:
                painter.fillRect(
                    QRectF(block.x() - COLUMN_PAD_PX, block.y(), 1, max(104, block.height())), theme.colour("rule")
                )


class OverviewView(View):
    """It must look finished at 1280 × 800."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.hero = Hero(hub)
        self.hero.pressed.connect(lambda: hub.go("altitude"))
        column.addWidget(self.hero)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self.figures = Figures(hub)
        self._body.addWidget(self.figures, 1)
        self._row = QGridLayout()
        self.doors = {place: Door(icon) for place, icon in _DOORS.items()}
        for place, door in self.doors.items():
            door.clicked.connect(lambda _=False, place=place: hub.go(place))
        self._lay_doors(COLUMNS)
        self._body.addLayout(self._row)
        column.addLayout(self._body, stretch=1)
        self.retranslate()

    def new_visitor(self) -> None:
        """Nothing is typed or filtered here."""

    def retranslate(self) -> None:
        self.hero.retranslate()
        self.figures.retranslate()
        library, to = self.hub.library, self.hub.say
        zones = [each for each in library.records("zones") if isinstance(each, Zone) and each.type != "neighbour"]
        base = library.find(BASE)
        line, note = say.DOOR_BASE_PLAIN, Text("", "")
        if isinstance(base, Zone):
            if base.area_mu is not None:
                area = say_number(round(hectares(base.area_mu)), "en")
                line = Text(
                    say.DOOR_BASE_LINE.fill(say_number(base.area_mu, "zh")).zh, say.DOOR_BASE_LINE.fill(area).en
                )
            note = kinds.STATUS[base.status] if base.status else kinds.TO_BE_CONFIRMED
        words = {
            "map": (say.PLACES["map"], say.DOOR_MAP, say.DOOR_MAP_NOTE.fill(len(zones))),
            "altitude": (say.DOOR_BASE, line, note),
            "chain": (say.DOOR_CHAIN, say.DOOR_CHAIN_LINE, say.DOOR_CHAIN_NOTE.fill(len(library.records("stages")))),
            "policies": (
                say.PLACES["policies"],
                say.DOOR_POLICIES_LINE.fill(len(library.records("policies"))),
                say.DOOR_POLICIES_NOTE,
            ),
        }  # fmt: skip
        for place, door in self.doors.items():
            door.set_words(*(to(text) for text in words[place]))

    def _lay_doors(self, count: int) -> None:
        for number, door in enumerate(self.doors.values()):
            self._row.addWidget(door, number // count, number % count)
        for column in range(COLUMNS):
            self._row.setColumnStretch(column, 1 if column < count else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        found = measure(self.width(), self.height())
        self.hero.setFixedHeight(found.hero)
        self.figures.set_columns(found.figure_columns)
        self.figures.set_air(found.air)
        self._lay_doors(found.door_columns)
        for door in self.doors.values():
            door.set_height(found.door)
        self._row.setSpacing(found.gap)
        self._row.setContentsMargins(0, found.air, 0, 0)
        margin = tokens.MARGIN_PX
        self._body.setContentsMargins(margin, found.top, margin, found.foot)


class Measures(NamedTuple):
    """How high each part of the overview is in a window, pixels."""

    hero: int
    figure_columns: int
    air: int
    door_columns: int
    door: int
    gap: int
    top: int
    foot: int


def measure(width: int, height: int) -> Measures:
    """Return the measures for a place of this size: wide, low, narrow, or standing upright."""
    if height > max(1.2 * width, 1300):  # a screen that stands: figures two by four, doors two by two, all within reach
        spare = max(0, height - 1300)
        return Measures(
            hero=min(round(width * 0.66), 420 + round(spare * 0.4)), figure_columns=2, air=32 + round(spare * 0.04),
            door_columns=2, door=112 + round(spare * 0.06), gap=16, top=32 + round(spare * 0.08), foot=28,
        )  # fmt: skip
    narrow = width < NARROW_PX
    if narrow and height < 780:
        return Measures(236, COLUMNS, 8, 2, 76, 8, 10, 12)
    if height < 780:
        return Measures(252, COLUMNS, 20, 4, 104, 12, 14, 20)
    spare = max(0, height - 780)  # a tall window gives most of what it has more to the profile
    hero, top = 330 + round(spare * 0.65), 24 + round(spare * 0.08)
    if narrow:
        return Measures(hero - 110, COLUMNS, 24, 2, 96, 12, 20, 20)
    return Measures(hero, COLUMNS, 28 + round(spare * 0.12), 4, 112, 16, top, 24)


_DOORS = {"map": "map", "altitude": "altitude", "chain": "chain", "policies": "policy"}
