"""A field for words of the office's own: the claim guard reads along, marks the words and says what is wrong."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from brochure.claims import Claim, judge_text
from brochure.gui import theme
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Segmented
from brochure.pdf.own_words import said
from brochure.pdf.recipe import OWN_LONGEST, OwnBlock, OwnWords
from brochure.words import studio as say

LEAST_PX, MOST_PX, PAD_PX = 72, 220, 22
NEARLY = 200
"""From so few characters left on, the count is shown."""


class OwnWordsField(QWidget):
    """Label, language where the brochure has two, text, and the first thing that is wrong with it."""

    changed = Signal()

    def __init__(self, hub: Hub, block: OwnBlock) -> None:
        super().__init__()
        self.hub, self.block = hub, block
        self.texts = {"zh": "", "en": ""}
        self.claims: tuple[Claim, ...] = ()
        self._editions: tuple[str, ...] = ("zh",)
        self._lang = "zh"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self.label = TextBlock("", "small", 400, "secondary")
        self.sides = Segmented((("zh", "中"), ("en", "EN")), "zh", 44)
        self.sides.chosen.connect(self._turn)
        head.addWidget(self.label, 1)
        head.addWidget(self.sides)
        column.addLayout(head)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(LEAST_PX)
        self.edit.textChanged.connect(self._on_text)
        self.edit.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        column.addWidget(self.edit)
        self.remark = TextBlock("", "small", 400, "brick")
        column.addWidget(self.remark)
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(60)
        self._judging.timeout.connect(self.judge)
        self.set_editions(("zh",))
        self.retranslate()

    def retranslate(self) -> None:
        self.label.set_text(self.hub.say(say.OWN[self.block]))
        self.edit.setPlaceholderText(self.hub.say(say.OWN_HINT[self.block]))
        self.edit.setAccessibleName(self.hub.say(say.OWN[self.block]))
        self.judge()

    def set_editions(self, editions: tuple[str, ...]) -> None:
        """Ask for a text in each language that is printed."""
        self._editions = editions
        self.sides.setVisible(len(editions) > 1)
        if self._lang not in editions:
            self._turn(editions[0])
            self.sides.set_current(editions[0])

    def words(self) -> OwnWords | None:
        """Return what was written; nothing where it is only white."""
        zh, en = (text if text.strip() else "" for text in (self.texts["zh"], self.texts["en"]))
        return OwnWords(zh=zh, en=en) if zh or en else None

    def show_words(self, words: OwnWords | None) -> None:
        """Show what a recipe holds; it cannot be taken back with a key."""
        self.texts = {"zh": words.zh if words else "", "en": words.en if words else ""}
        self._show_side()

    def judge(self) -> None:
        """Let the guard read the side that is open: mark each wording, tell the first."""
        text = self.texts[self._lang]
        self.claims = judge_text(text)
        over = len(text) - OWN_LONGEST
        if over > 0:
            words, colour = say.OWN_OVER.fill(over), "brick"
        elif self.claims:
            words, colour = said(self.claims[0]), "brick"
        elif over > -NEARLY:
            words, colour = say.OWN_LEFT.fill(-over), "secondary"
        else:
            words, colour = None, "secondary"
        self.remark.set_colour(colour)
        self.remark.set_text(self.hub.say(words) if words else "")
        self.remark.setVisible(words is not None)
        self.edit.setAccessibleDescription(self.remark.text())
        self._mark_wordings(text)

    def _mark_wordings(self, text: str) -> None:
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(theme.colour("brick"))
        shape.setBackground(theme.colour("brick", 0.14))
        marks = []
        for claim in self.claims:
            start = text.find(claim.wording)
            while start >= 0:
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.edit.document())
                cursor.setPosition(_qt_at(text, start))
                end = start + len(claim.wording)
                cursor.setPosition(_qt_at(text, end), QTextCursor.MoveMode.KeepAnchor)
                mark.cursor, mark.format = cursor, shape
                marks.append(mark)
                start = text.find(claim.wording, end)
        self.edit.setExtraSelections(marks)

    def _turn(self, lang: str) -> None:
        self._lang = lang
        self._show_side()

    def _show_side(self) -> None:
        self.edit.blockSignals(True)
        self.edit.setPlainText(self.texts[self._lang])
        self.edit.blockSignals(False)
        self._grow()
        self.judge()

    def _on_text(self) -> None:
        self.texts[self._lang] = self.edit.toPlainText()
        self._judging.start()
        self.changed.emit()

    def _grow(self) -> None:
        lines = self.edit.document().documentLayout().documentSize().height()
        tall = round(lines * self.edit.fontMetrics().lineSpacing()) + PAD_PX
        self.edit.setFixedHeight(max(LEAST_PX, min(MOST_PX, tall)))


def _qt_at(text: str, place: int) -> int:
    """Return a position as Qt counts it, in units of UTF-16."""
    return len(text[:place].encode("utf-16-le")) // 2
