"""One base map of the list: shown or not, its name, how strongly it is drawn, its place in the order, the way out."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from brochure.desk.grounds import Listed
from brochure.gui import theme
from brochure.gui.pressable import KeyboardRing
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import IconButton
from brochure.words import grounds as say

REST_MS = 300
"""How long a slider rests before its value is kept; the map follows at once."""


class ShareSlider(KeyboardRing, QSlider):
    """From 10 to 100 %, 44 px to the finger; a press on the track goes there."""

    rested = Signal(int)

    def __init__(self, value: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(10, 100)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setValue(value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(lambda: self.rested.emit(self.value()))
        self.valueChanged.connect(lambda _: self._rest.start(REST_MS))

    def sizeHint(self) -> QSize:
        return QSize(100, 44)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = self.height() / 2, 9.0, self.width() - 9.0
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        x = left + share * (right - left)
        able = self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("switch_off" if able else "rule"))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        painter.setBrush(theme.colour("brand" if able else "disabled"))
        painter.drawRoundedRect(QRectF(left, middle - 2, x - left, 4), 2, 2)
        painter.setPen(QPen(theme.colour("brand" if able else "disabled"), 2))
        painter.setBrush(theme.colour("panel"))
        painter.drawEllipse(QPointF(x, middle), 8, 8)
        if self.ring:
            theme.paint_focus(painter, QRectF(self.rect()))

    def _go(self, x: float) -> None:
        share = min(1.0, max(0.0, (x - 9) / max(1.0, self.width() - 18)))
        self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))


class GroundRow(QWidget):
    """Tells what was pressed; the panel does it."""

    asked = Signal(str, int)
    opacity_moved = Signal(int, float)
    opacity_kept = Signal(int, float)

    def __init__(self, hub: Hub, listed: Listed, place: int, count: int) -> None:
        super().__init__()
        self.ground = ground = listed.ground
        to, name = hub.say, ground.name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        self.eye = IconButton("eye" if ground.visible else "eye_off", to(say.SHOW.fill(name)), size=44)
        self.eye.setCheckable(True)
        self.eye.setChecked(ground.visible)
        self.eye.clicked.connect(lambda: self.asked.emit("eye", ground.id))
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(name, "body", 500, "text" if ground.visible else "secondary", max_lines=2))
        words.addWidget(TextBlock(self._about(hub), "note", 400, "secondary", max_lines=3))
        for told, colour in self._notes(hub, listed):
            words.addSpacing(4)
            words.addWidget(TextBlock(told, "note", 400, colour))
        head.addWidget(self.eye, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column.addLayout(head)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        self.slider = ShareSlider(100 if ground.is_locked else round(ground.opacity * 100))
        self.slider.setAccessibleName(to(say.OPACITY.fill(name)))
        self.share = TextBlock(to(say.PERCENT.fill(self.slider.value())), "small", 400, "secondary")
        self.share.setFixedWidth(40)
        self.slider.valueChanged.connect(self._say_share)
        self.slider.rested.connect(lambda value: self.opacity_kept.emit(ground.id, value / 100))
        self._percent = lambda value: to(say.PERCENT.fill(value))
        if ground.is_locked:  # the line above says why there is nothing to slide
            foot.addStretch(1)
            self.slider.setParent(None)
            self.share.setParent(None)
        else:
            foot.addWidget(self.slider, 1)
            foot.addWidget(self.share)
        self.buttons = {"eye": self.eye}
        for verb, icon, told, able in (
            ("up", "chevron_up", say.RAISE, place > 0), ("down", "chevron_down", say.LOWER, place < count - 1),
            ("remove", "close", say.REMOVE, True),
        ):  # fmt: skip
            button = self.buttons[verb] = IconButton(icon, to(told.fill(name)), size=44)
            button.setEnabled(able)
            button.clicked.connect(lambda _=False, verb=verb: self.asked.emit(verb, ground.id))
            foot.addWidget(button)
        column.addLayout(foot)

    def focused(self) -> str:
        """Return which of its buttons the keyboard is on, or nothing."""
        return next((verb for verb, button in self.buttons.items() if button.hasFocus()), "")

    def take_focus(self, verb: str) -> None:
        """Put the keyboard on one of its buttons; at an end of the list on the one that leads back."""
        wanted = self.buttons[verb]
        if not wanted.isEnabled():
            wanted = self.buttons["down" if verb == "up" else "up"]
        (wanted if wanted.isEnabled() else self.eye).setFocus(Qt.FocusReason.TabFocusReason)

    def _about(self, hub: Hub) -> str:
        ground, parts = self.ground, [hub.say(say.KIND[self.ground.kind])]
        if ground.kind != "picture":
            parts.append(hub.say(say.ZOOMS.fill(ground.min_zoom, ground.max_zoom)))
        parts += [words for words in (ground.attribution, ground.maker, ground.map_date) if words]
        return " · ".join(parts)

    def _notes(self, hub: Hub, listed: Listed) -> list[tuple[str, str]]:
        notes = []
        if listed.problem is not None:
            notes.append((hub.say(listed.problem), "brick"))
        if self.ground.is_locked:
            notes.append((hub.say(say.LOCKED.fill(self.ground.review_number)), "secondary"))
        if self.ground.datum == "gcj02":
            notes.append((hub.say(say.GCJ_NOTE), "secondary"))
        return notes

    def _say_share(self, value: int) -> None:
        self.share.set_text(self._percent(value))
        self.opacity_moved.emit(self.ground.id, value / 100)
