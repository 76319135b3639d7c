"""What the map can show, put as questions; each is answered by a switch."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import IconButton, Panel, SwitchRow
from brochure.words import Lang, Text
from brochure.words import places as say


class Question(msgspec.Struct, frozen=True):
    """One layer: its key, its icon, the question, the line below it; without ``available`` the line says why."""

    key: str
    icon: str
    question: Text
    note: Text
    on: bool = True
    available: bool = True


class LayersPanel(Panel):
    """296 wide, rows of 54; folds up to its heading."""

    WIDTH = 296
    changed = Signal(tuple)
    folded = Signal(bool)

    def __init__(self, questions: tuple[Question, ...], parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.questions = questions
        self.setFixedWidth(self.WIDTH + 2 * self.SHADOW)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 10)
        column.setSpacing(0)
        head = QHBoxLayout()
        self.title = TextBlock("", "body", 700)
        self.fold_button = IconButton("chevron_up", size=44)
        self.fold_button.clicked.connect(lambda: self.fold(not self.is_folded))
        head.addWidget(self.title, 1)
        head.addWidget(self.fold_button)
        column.addLayout(head)
        self.rows: dict[str, SwitchRow] = {}
        for each in questions:
            row = self.rows[each.key] = SwitchRow(each.icon, on=each.on and each.available)
            row.setEnabled(each.available)
            row.toggled.connect(lambda _: self.changed.emit(self.shown()))
            column.addWidget(row)
        self.is_folded = False

    def shown(self) -> tuple[str, ...]:
        """Return the keys of the layers that are on."""
        return tuple(key for key, row in self.rows.items() if row.isEnabled() and row.isChecked())

    def retranslate(self, lang: Lang) -> None:
        """Ask again, in another language."""
        self.title.set_text(say.LAYERS_TITLE.to(lang))
        for each in self.questions:
            self.rows[each.key].set_words(each.question.to(lang), each.note.to(lang))
        self.fold_button.set_words((say.UNFOLD if self.is_folded else say.FOLD).to(lang))

    def wanted_height(self, room: int) -> int:
        """Return its height; where the window is low it folds its last rows away behind the edge."""
        return min(self.sizeHint().height(), room)

    def fold(self, folded: bool) -> None:
        """Fold up to the heading, or out again."""
        self.is_folded = folded
        for row in self.rows.values():
            row.setVisible(not self.is_folded)
        self.fold_button.set_icon("chevron_down" if self.is_folded else "chevron_up")
        self.folded.emit(self.is_folded)
