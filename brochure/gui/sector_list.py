"""The industries to choose from: icon in the sector's colour, name, and how many firms the sources name."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock, lay_text, paint_text
from brochure.gui.widgets import RIGHT, Pressable, width_of

WIDE_PX, ROW_PX = 248, 48
SECTOR_ICONS = {
    "grass": "health", "sky": "device", "ochre": "sprout", "lake": "lotus", "slate": "gear", "plum": "energy",
    "ink": "digital", "brick": "service",
}  # fmt: skip
"""The icon of each sector's colour."""


class SectorRow(Pressable):
    """48 px: icon, name in up to two lines, count at the right."""

    def __init__(self, key: str, icon: str, colour: str) -> None:
        super().__init__()
        self.key, self.icon_name, self.colour, self.count = key, icon, colour, 0
        self.setCheckable(True)
        self.setFixedHeight(ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_row(self, text: str, name: str, count: int) -> None:
        """Say it."""
        self.count = count
        self.set_text(text)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDE_PX - 16, ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        on = self.isChecked()
        if on or self.hovered():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("wash" if on else "hover"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        paint_icon(painter, self.icon_name, QRectF(12, (ROW_PX - 20) / 2, 20, 20), theme.colour(self.colour))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(frame.right() - 44, 0, 32, ROW_PX), RIGHT, str(self.count) if self.count else "—")
        role, lines = ("body", 1) if self._are_short() else ("small", 2)
        layout, tall, _ = lay_text(self.text(), role, 500 if on else 400, self._room(), lines)
        paint_text(painter, layout, 44, (ROW_PX - tall) / 2, "text")
        if self.ring:
            theme.paint_focus(painter, frame)

    def _room(self) -> int:
        return self.width() - 44 - 44

    def _are_short(self) -> bool:
        """Whether every name of the list fits on one line: all are written in one size."""
        rows = self.group().buttons()
        return all(width_of(row.text(), "body", 500) <= self._room() - 2 for row in rows)


def indented(part: QWidget) -> QVBoxLayout:
    """Return a layout in which words begin where the rows' icons do."""
    layout = QVBoxLayout()
    layout.setContentsMargins(12, 0, 4, 0)
    layout.addWidget(part)
    return layout


class SectorList(QWidget):
    """Beside the chain as a column, above it as a grid; ``chosen`` tells the key of a row."""

    chosen = Signal(str)

    def __init__(self, rows: Sequence[SectorRow]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        self._column = column
        self.title = TextBlock("", "lead", 700)
        column.addLayout(indented(self.title))
        self.rows = {row.key: row for row in rows}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setHorizontalSpacing(8)
        for row in rows:
            self._group.addButton(row)
            row.clicked.connect(lambda _=False, key=row.key: self.chosen.emit(key))
        column.addLayout(self._grid)
        self.foot = TextBlock("", "note", 400, "secondary")
        column.addSpacing(8)
        column.addLayout(indented(self.foot))
        column.addStretch(1)
        self._across = 0
        self.arrange(1)

    def arrange(self, across: int) -> None:
        """Stand in so many columns."""
        if across == self._across:
            return
        self._across = across
        for number, row in enumerate(self.rows.values()):
            self._grid.removeWidget(row)
            self._grid.addWidget(row, number // across, number % across)
        beside = across == 1
        self._column.setContentsMargins(8, 24, 8, 16) if beside else self._column.setContentsMargins(4, 16, 16, 0)
        self.setMinimumWidth(WIDE_PX if beside else 0)
        self.setMaximumWidth(WIDE_PX if beside else 16_777_215)
        vertical = QSizePolicy.Policy.Preferred if beside else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)

    def keep_clear(self, right_px: int) -> None:
        """Leave the card its room, where the sectors stand above the chain."""
        margins = self._column.contentsMargins()
        margins.setRight(max(right_px, 8 if self._across == 1 else 16))
        self._column.setContentsMargins(margins)

    def set_current(self, key: str) -> None:
        """Mark a row without telling."""
        self.rows[key].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._across != 1:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.colour("rule"))
