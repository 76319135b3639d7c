"""What the map can show, put as questions; each is answered by a switch."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.panel_head import PanelHead
from brochure.gui.widgets import LEFT, Panel, Pressable, Rule, SwitchRow
from brochure.words import Lang, Text
from brochure.words import grounds as grounds_say
from brochure.words import places as say


class Question(msgspec.Struct, frozen=True):
    """One layer: its key, its icon, the question, the line below it; without ``available`` the line says why."""

    key: str
    icon: str
    question: Text
    note: Text
    on: bool = True
    available: bool = True


class MoreRow(Pressable):
    """A row of 54 px that leads on: icon, words, a line below them, and a chevron where others have a switch."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon_name, self.detail = icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, detail: str) -> None:
        """Say it again."""
        self.detail = detail
        self.set_text(text)
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(264, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = self.brush(), QRectF(self.rect())
        room = frame.width() - 36 - 32
        paint_icon(painter, self.icon_name, QRectF(2, 17, 20, 20), theme.colour("brand"))
        for role, y, height, ink, words in (
            ("body", 4, 24, "text", self.text()), ("note", 28, 18, "secondary", self.detail),
        ):  # fmt: skip
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(ink))
            shown = QFontMetricsF(theme.font(role)).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(34, y, room, height), LEFT, shown)
        paint_icon(painter, "chevron_right", QRectF(frame.width() - 26, 18, 18, 18), theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, frame)


class LayersPanel(Panel):
    """296 wide, rows of 54; folds up to its heading."""

    WIDTH = 296
    changed = Signal(tuple)
    folded = Signal(bool)
    grounds_asked = Signal()

    def __init__(self, questions: tuple[Question, ...], parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.questions = questions
        self.setFixedWidth(self.WIDTH + 2 * self.SHADOW)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(0)
        self.head = PanelHead(icon="chevron_up")
        self.title, self.fold_button = self.head.title, self.head.button
        self.head.pressed.connect(lambda: self.fold(not self.is_folded))
        column.addWidget(self.head)
        self.rows: dict[str, SwitchRow] = {}
        for each in questions:
            row = self.rows[each.key] = SwitchRow(each.icon, on=each.on and each.available)
            row.setEnabled(each.available)
            row.toggled.connect(lambda _: self.changed.emit(self.shown()))
            column.addWidget(row)
        self.rule, self.grounds = Rule(), MoreRow("layers")
        self.grounds.clicked.connect(self.grounds_asked)
        self._counts = (0, 0)
        column.addWidget(self.rule)
        column.addWidget(self.grounds)
        self.is_folded = False

    def shown(self) -> tuple[str, ...]:
        """Return the keys of the layers that are on."""
        return tuple(key for key, row in self.rows.items() if row.isEnabled() and row.isChecked())

    def ask_again(self) -> None:
        """Set every switch as it stood at first."""
        for each in self.questions:
            self.rows[each.key].setChecked(each.on and each.available)

    def retranslate(self, lang: Lang) -> None:
        """Ask again, in another language."""
        for each in self.questions:
            self.rows[each.key].set_words(each.question.to(lang), each.note.to(lang))
        note = grounds_say.ROW_COUNT.fill(*self._counts) if self._counts[0] else grounds_say.ROW_NONE
        self.grounds.set_words(grounds_say.ROW.to(lang), note.to(lang))
        self.head.set_words(say.LAYERS_TITLE.to(lang), (say.UNFOLD if self.is_folded else say.FOLD).to(lang))

    def count_grounds(self, count: int, shown: int, lang: Lang) -> None:
        """Tell how many base maps of one's own there are."""
        self._counts = (count, shown)
        self.retranslate(lang)

    def wanted_height(self, room: int) -> int:
        """Return its height; where the window is low it folds its last rows away behind the edge."""
        return min(self.sizeHint().height(), room)

    def fold(self, folded: bool) -> None:
        """Fold up to the heading, or out again."""
        self.is_folded = folded
        for row in (*self.rows.values(), self.rule, self.grounds):
            row.setVisible(not self.is_folded)
        self.fold_button.set_icon("chevron_down" if self.is_folded else "chevron_up")
        self.folded.emit(self.is_folded)
