"""The air at a height: what the standard atmosphere says of the handle's height, and of the park beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui.ground_section import say_metres
from brochure.gui.text_block import TextBlock
from brochure.gui.tiles import Tiles
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel
from brochure.model.altitude import (
    air_density,
    boiling_point_c,
    oxygen_ratio,
    points_apart,
    pressure_hpa,
    temperature_c,
)
from brochure.words import Text
from brochure.words import altitude as say

VALUES: tuple[tuple[Text, Text, Callable[[float], float], int], ...] = (
    (say.PRESSURE, say.HPA, pressure_hpa, 0),
    (say.TEMPERATURE, say.CELSIUS, temperature_c, 1),
    (say.DENSITY, say.KG_M3, air_density, 2),
    (say.BOILING, say.CELSIUS, boiling_point_c, 1),
)
"""What is told: its name, its unit, how it is computed, and how many decimals the formula deserves."""
ROOMY_PX, TIGHT_PX = 620, 420


class AirValue(QWidget):
    """One value at the handle's height, the park's below it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.label = TextBlock("", "small", 400, "secondary")
        self.own = TextBlock("", "lead", 700)
        self.park = TextBlock("", "small", 500, "gold_text")
        for block in (self.label, self.own, self.park):
            column.addWidget(block)


class AirPanel(Panel):
    """Oxygen in large, the difference in words, four values, and which formula they come from."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.title, self.note = TextBlock("", "body", 700), TextBlock("", "note", 400, "secondary")
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.note)
        column.addLayout(self._head)
        self.oxygen_words = TextBlock("", "small", 400, "secondary")
        column.addWidget(self.oxygen_words)
        self._lead = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lead.setSpacing(24)
        self.own_share, self.own_name = TextBlock("", "title", 700), TextBlock("", "small", 400, "secondary")
        self.park_share = TextBlock("", "title", 700, "gold_text")
        self.park_name = TextBlock("", "small", 400, "secondary")
        pairs = QWidget()
        both = self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, pairs)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        self.own_pair, self.park_pair = _pair(self.own_share, self.own_name), _pair(self.park_share, self.park_name)
        both.addWidget(self.own_pair, 1)
        both.addWidget(self.park_pair, 1)
        self.words = TextBlock("", "body", 500)
        self._lead.addWidget(pairs, 3)
        self._lead.addWidget(self.words, 2)
        column.addLayout(self._lead)
        self.tiles = Tiles(116, 16, len(VALUES))
        self.values = [AirValue() for _ in VALUES]
        for value in self.values:
            self.tiles.add(value)
        column.addWidget(self.tiles)
        self.formula = TextBlock("", "note", 400, "secondary")
        column.addWidget(self.formula)

    def show_height(self, height_m: int, name: str | None) -> None:
        """Tell the air at a height, and at the place of this name where one stands there."""
        say_it, dash = self.hub.say, "～" if self.hub.lang == "zh" else "–"
        low, high = tokens.PARK_ALTITUDE_M
        own = say_metres(height_m)
        self.title.set_text(say_it(say.AIR_TITLE))
        self.note.set_text(say_it(say.AIR_NOTE))
        self.oxygen_words.set_text(say_it(say.OXYGEN))
        self.own_share.set_text(f"{oxygen_ratio(height_m):.1%}")
        self.own_name.set_text(say_it(say.OWN_AT.fill(name, own) if name else say.OWN_HEIGHT.fill(own)))
        self.park_share.set_text(f"{oxygen_ratio(high) * 100:.1f}{dash}{oxygen_ratio(low):.1%}")
        self.park_name.set_text(say_it(say.PARK_AT.fill(say_metres(low), say_metres(high))))
        self.words.set_text(say_it(difference(height_m, name)))
        for tile, (label, unit, compute, digits) in zip(self.values, VALUES, strict=True):
            tile.label.set_text(say_it(label))
            tile.own.set_text(say_it(unit.fill(_number(compute(height_m), digits))))
            ends = sorted(compute(each) for each in (low, high))
            joint = dash if ends[0] >= 0 else (" 到 " if self.hub.lang == "zh" else " to ")
            span = _number(ends[0], digits) + joint + _number(ends[1], digits)
            tile.park.set_text(say_it(say.PARK_SHORT.fill(span)))
        self.formula.set_text(say_it(say.FORMULA))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        roomy, tight = self.width() >= ROOMY_PX, self.width() < TIGHT_PX
        self._lead.setDirection(across if roomy else down)
        self._lead.setSpacing(24 if roomy else 4)
        for row in (self._head, self._both):
            row.setDirection(down if tight else across)
            row.setSpacing(4 if tight else 16)


def difference(height_m: int, name: str | None) -> Text:
    """Return in words how much more or less oxygen pressure the park has, in whole points of the sea-level value."""
    low, high = tokens.PARK_ALTITUDE_M
    there: Text | str = name or say.THIS_HEIGHT
    if low <= height_m <= high:
        return say.INSIDE.fill(name or say.THIS_HEIGHT_FIRST)
    top, foot = points_apart(height_m, low, high)
    if max(abs(top), abs(foot)) < 1:
        return say.ALIKE.fill(there)
    least, most = sorted((abs(top), abs(foot)))
    more = foot > 0 and height_m > high
    if round(least) == 0:
        return (say.MORE_UP_TO if more else say.LESS_UP_TO).fill(there, say.POINTS.fill(int(most) + 1))
    few, many = round(least), round(most)
    apart: Text | int = few if few == many else Text(f"{few}～{many}", f"{few}–{many}")
    return (say.MORE if more else say.LESS).fill(there, say.POINTS.fill(apart))


def _number(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace("-", "\u2212")


def _pair(*blocks: TextBlock) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for block in blocks:
        column.addWidget(block)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder
