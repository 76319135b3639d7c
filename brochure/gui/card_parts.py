"""What a card is put together from: a caution, facts in words, and sources with their dates."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.card_content import CardFact
from brochure.gui.facts import SourceMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import width_of
from brochure.model.kinds import Source
from brochure.provenance import say_published
from brochure.words import Text
from brochure.words import card as say
from brochure.words import provenance as proof_say

PAD, LABEL_PX = 20, 76
MARK_PX = 22


class Caution(QWidget):
    """Words that must stand beside the record, in gold wash."""

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(TextBlock(words, "small", 400, "text"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("gold_wash"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)


class FactRow(QWidget):
    """A fact whose value is words: label at the left, value at the right with its date behind or below it."""

    asked = Signal()

    def __init__(self, fact: CardFact, marks: str, hub: Hub, mark_words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        label = TextBlock(hub.say(fact.label), "small", 400, "secondary")
        label.setFixedWidth(LABEL_PX)
        row.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        unit = hub.say(fact.unit)
        value = TextBlock(hub.say(fact.value) + (f" {unit}" if unit else ""), "body", 500)
        date = hub.say(fact.date) if fact.date is not None and fact.date != fact.value else ""
        mark = SourceMark()
        mark.set_number(marks, mark_words)
        mark.clicked.connect(self.asked)
        room = tokens.CARD_PX - 2 * PAD - LABEL_PX - 12
        beside = width_of(value.text(), weight=500) + width_of(date, "note") + mark.width() + 12 <= room
        lines = QHBoxLayout() if beside else QVBoxLayout()
        lines.setSpacing(8 if beside else 0)
        lines.addWidget(value, alignment=Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.setContentsMargins(0, 3 if beside else 0, 0, 0)
        if date:
            note = TextBlock(date, "note", 400, "secondary")
            note.setFixedWidth(round(width_of(date, "note")) + 3)
            foot.addWidget(note, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addStretch(1)
        lines.addLayout(foot)
        row.addLayout(lines, stretch=1)


class DetailRow(QWidget):
    """A small label at the left and what it says at the right, without a date of its own."""

    def __init__(self, label: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        name = TextBlock(label, "small", 400, "secondary")
        name.setFixedWidth(LABEL_PX)
        row.addWidget(name, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(TextBlock(words, "small", 400, "text"), stretch=1)


class SourceEntry(QWidget):
    """A source in full: its mark, how it is cited, when it appeared, who wrote it, which file, and what is open."""

    def __init__(self, source: Source, hub: Hub) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(0)
        mark = TextBlock(str(source.mark), "small", 700, "brand")
        mark.setFixedWidth(MARK_PX)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(TextBlock(hub.say(source.cite), "small", 400, "text"))
        details = " · ".join(hub.say(each) for each in _details(source))
        for words in (details, hub.say(source.note) if source.note is not None else ""):
            if words:
                column.addWidget(TextBlock(words, "note", 400, "secondary"))
        row.addLayout(column, stretch=1)


def _details(source: Source) -> list[Text]:
    found: list[Text] = []
    published = say_published(source)
    if published is not None:
        found.append(say.PUBLISHED.fill(published))
    if source.reporter is not None:
        found.append(proof_say.REPORTER.fill(source.reporter))
    if source.publisher and source.role != "article":
        found.append(Text(source.publisher, source.publisher))
    if source.licence:
        found.append(Text(source.licence, source.licence))
    if source.file:
        found.append(proof_say.FILE.fill(source.file))
    return found
