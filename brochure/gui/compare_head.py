"""The head of a column: where the thing lies, both its names, its state, and the ways to move it or let it go."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure.desk.compare import Column
from brochure.drawing import Drawing, Group, Rect, Stroke
from brochure.gui import theme
from brochure.gui.drawing_painter import DrawingPicture
from brochure.gui.icons import RECORD_ICONS, paint_icon
from brochure.gui.plan_picture import PX_PER_MM, in_the_dark
from brochure.gui.pressable import Pressable
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import IconButton
from brochure.maps.locator import build_mini_map
from brochure.words import compare as say
from brochure.words import kinds

MAP_PX = (76, 104)
ROOM_FOR_MAP_PX, NARROW_PX = 208, 152


class NameButton(Pressable):
    """Both names; a press opens the card."""

    def __init__(self, first: str, second: str, kind: str) -> None:
        super().__init__(first)
        self.second, self.kind = second, kind
        self.setAccessibleName(f"{kind} {first}")
        self.setAccessibleDescription(second)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def texts(self) -> tuple[str, ...]:
        """Return every word it shows."""
        return (self.kind, self.text(), self.second)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(44, round(sum(lay_text(words, role, weight, width)[1] for words, role, weight, _ in self._lines())))

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        y = 0.0
        for words, role, weight, ink in self._lines():
            layout, height, _ = lay_text(words, role, weight, self.width())
            paint_text(painter, layout, 0, y, "brand" if self.hovered() and ink == "text" else ink)
            y += height
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()), 4)

    def _lines(self) -> list[tuple[str, str, int, str]]:
        lines = [(self.kind, "note", 400, "secondary"), (self.text(), "body", 700, "text")]
        return [*lines, (self.second, "note", 400, "secondary")] if self.second else lines


class Where(QWidget):
    """In place of a map, where nothing is drawn of the thing: its picture and that it has no outline."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        self.icon_name, self._words = icon, words
        self.setFixedSize(*MAP_PX)
        self.setAccessibleName(words)

    def text(self) -> str:
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        paint_icon(painter, self.icon_name, QRectF(self.width() / 2 - 12, 18, 24, 24), theme.colour("secondary"))
        layout, _, _ = lay_text(self._words, "note", 400, self.width() - 12)
        paint_text(painter, layout, 6, 50, "secondary")


class HeadCell(QWidget):
    """Stays above its column while the rows scroll."""

    removed = Signal(str)
    shifted = Signal(str, int)

    def __init__(self, column: Column, hub: Hub, *, first: bool, last: bool) -> None:
        super().__init__()
        self.record = column.record
        names = (column.name.zh, column.name.en) if hub.lang == "zh" else (column.name.en, column.name.zh)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 12, 6, 6)
        whole.setSpacing(4)
        self._top = top = QHBoxLayout()
        top.setSpacing(10)
        self.picture = _picture(column, hub)
        top.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        self.name = NameButton(names[0], names[1] if names[1] != names[0] else "", hub.say(say.ONE_OF[column.kind]))
        self.name.clicked.connect(lambda: hub.choose(column.record))
        words.addWidget(self.name)
        self.state = StatusMark(column.status, hub.say(kinds.STATUS[column.status]))
        words.addWidget(self.state)
        words.addStretch(1)
        top.addLayout(words, 1)
        whole.addLayout(top, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.to_left = self._button("chevron_left", hub.say(say.TO_LEFT.fill(column.name)), -1)
        self.to_right = self._button("chevron_right", hub.say(say.TO_RIGHT.fill(column.name)), 1)
        self.to_left.setEnabled(not first)
        self.to_right.setEnabled(not last)
        self.close_button = IconButton("close", hub.say(say.REMOVE.fill(column.name)), size=44, icon_size=18)
        self.close_button.clicked.connect(lambda: self.removed.emit(self.record))
        row.addWidget(self.to_left)
        row.addWidget(self.to_right)
        row.addStretch(1)
        row.addWidget(self.close_button)
        words.addLayout(row)

    def heightForWidth(self, width: int) -> int:
        self.picture.setVisible(width >= ROOM_FOR_MAP_PX)
        side = 6 if width > NARROW_PX else 0
        self.layout().setContentsMargins(side, 12, side, 6)
        self._top.invalidate()  # a picture that goes would still be counted until the next round of events
        return self.layout().totalHeightForWidth(width)

    def _button(self, icon: str, words: str, step: int) -> IconButton:
        button = IconButton(icon, words, size=44, icon_size=18)
        button.clicked.connect(lambda: self.shifted.emit(self.record, step))
        return button


def _picture(column: Column, hub: Hub) -> QWidget:
    """Return a small map with the thing in gold, or what stands in for one."""
    if column.feature is None or all(each.id != column.feature for each in hub.library.features):
        return Where(RECORD_ICONS[column.kind], hub.say(say.NO_OUTLINE))
    width, height = (side / PX_PER_MM for side in MAP_PX)
    drawing = build_mini_map(
        hub.library.features, lang=hub.lang, selected=column.feature, width_mm=width, height_mm=height, named=False
    )
    picture = DrawingPicture(_on_the_panel(in_the_dark(drawing)) if hub.theme == "dark" else drawing)
    picture.setFixedSize(*MAP_PX)
    picture.setAccessibleName(hub.say(say.MINI_MAP.fill(column.name)))
    return picture


def _on_the_panel(drawing: Drawing) -> Drawing:
    """Return a small map whose paper, white in print, has the colours of the panel it lies on."""
    whole = drawing.shapes[0]
    assert isinstance(whole, Group)
    paper = whole.shapes[0]
    assert isinstance(paper, Rect)
    edge = Stroke(theme.colour("rule").name(), 0.2)
    paper = msgspec.structs.replace(paper, fill=theme.colour("ground").name(), stroke=edge)
    return msgspec.structs.replace(drawing, shapes=(msgspec.structs.replace(whole, shapes=(paper, *whole.shapes[1:])),))
