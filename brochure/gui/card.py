"""The card of the thing chosen: 376 wide, over the right of whatever place is open, the same for every kind."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.card_content import CardContent, CardFact, CardPart, build_card
from brochure.gui.facts import FactBlock, SourceMark
from brochure.gui.flow import Flow
from brochure.gui.icons import RECORD_ICONS
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, Chip, IconButton, Panel, PrimaryButton, Rule, SecondaryButton, width_of
from brochure.model.kinds import Source
from brochure.words import Text
from brochure.words import card as say
from brochure.words import window as window_say
from brochure.words.dates import say_date

PAD, LABEL_PX = 20, 76
RELATED_SHOWN = 14


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


class Card(Panel):
    """Head with marks and both names, three key facts, text, neighbours, sources; two actions at the foot."""

    map_asked = Signal(str)

    def __init__(self, hub: Hub, parent: QWidget) -> None:
        super().__init__(floating=True, parent=parent)
        self.hub = hub
        self.content: CardContent | None = None
        self.trail: list[str] = []
        self.setFixedWidth(tokens.CARD_PX + 2 * self.SHADOW)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body: QWidget | None = None
        self.scroll: QScrollArea | None = None
        self.hide()
        hub.shortlist_changed.connect(self._name_add)

    def show_record(self, record_id: str) -> None:
        """Show a record from outside; the trail begins anew."""
        if self.content is None or record_id not in self.trail:
            self.trail = [record_id]
        self._fill()

    def follow(self, record_id: str) -> None:
        """Go on to a related thing; the way back stays."""
        if record_id in self.trail:
            self.trail = self.trail[: self.trail.index(record_id) + 1]
        else:
            self.trail.append(record_id)
        self.hub.choose(record_id)

    def go_back(self) -> None:
        """Return to where one came from."""
        if len(self.trail) > 1:
            self.trail.pop()
            self.hub.choose(self.trail[-1])

    def retranslate(self) -> None:
        if self.content is not None and self.trail:
            self._fill()

    def clear(self) -> None:
        """Put everything away."""
        self.content, self.trail = None, []
        self.hide()

    def _fill(self) -> None:
        record = self.hub.library.record(self.trail[-1])
        self.content = build_card(record, self.hub.library)
        old = self.body
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Rule())
        column.addWidget(self._facts())
        column.addWidget(Rule())
        column.addWidget(self._middle(), stretch=1)
        column.addWidget(Rule())
        column.addWidget(self._foot(record.id))
        if old is not None:
            self._column.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._column.addWidget(self.body)
        self.setAccessibleName(self.hub.say(say.CARD_OF.fill(record.name)))
        self.show()
        self.raise_()

    def _head(self) -> QWidget:
        assert self.content is not None
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(PAD, 8, 8, 14)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(12)
        if len(self.trail) > 1:
            before = self.hub.library.record(self.trail[-2])
            words = self.hub.say(say.BACK_TO.fill(before.name))
            back = IconButton("chevron_left", words, size=44)
            back.clicked.connect(self.go_back)
            top.addWidget(back)
        marks = Flow(10)
        for mark, word in self.content.marks:
            marks.add(StatusMark(mark, self.hub.say(word)))
        top.addWidget(marks, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.close_button = IconButton("close", self.hub.say(say.CLOSE_CARD), size=44)
        self.close_button.clicked.connect(self.hub.close_card)
        top.addWidget(self.close_button)
        column.addLayout(top)
        name = self.content.name
        first, second = (name.zh, name.en) if self.hub.lang == "zh" else (name.en, name.zh)
        if self.content.kind == "figures":  # a label that stands behind a number elsewhere opens a card here
            first, second = first[:1].upper() + first[1:], second[:1].upper() + second[1:]
        self.title = TextBlock(first or second, "lead", 700)
        column.addWidget(self.title)
        if first and second and first != second:
            column.addWidget(TextBlock(second, "small", 400, "secondary"))
        return head

    def _facts(self) -> QWidget:
        assert self.content is not None
        box = QWidget()
        facts = self.content.facts
        marks = ",".join(str(source.mark) for source in self.content.sources)
        room = (tokens.CARD_PX - 2 * PAD - 21 * (len(facts) - 1)) / len(facts)
        if all(self._fits(fact, room) for fact in facts):
            row = QHBoxLayout(box)
            row.setContentsMargins(PAD, 14, PAD, 14)
            row.setSpacing(10)
            for number, fact in enumerate(facts):
                if number:
                    row.addWidget(Rule(standing=True))
                block = FactBlock(large=False)
                block.set_fact(
                    self.hub.say(fact.value), self.hub.say(fact.unit), self.hub.say(fact.label),
                    self.hub.say(fact.date) if fact.date else "", marks,
                    mark_words=self.hub.say(window_say.SOURCES_OF.fill(self.content.name)),
                )  # fmt: skip
                block.asked.connect(self.show_sources)
                row.addWidget(block, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
            return box
        column = QVBoxLayout(box)
        column.setContentsMargins(PAD, 8, PAD, 8)
        column.setSpacing(0)
        words = self.hub.say(window_say.SOURCES_OF.fill(self.content.name))
        for fact in facts:
            row_of_fact = FactRow(fact, marks, self.hub, words)
            row_of_fact.asked.connect(self.show_sources)
            column.addWidget(row_of_fact)
        return box

    def _fits(self, fact: CardFact, room: float) -> bool:
        words = width_of(self.hub.say(fact.value), "lead", 700) + width_of(self.hub.say(fact.unit), "small") + 6
        return words <= room and width_of(self.hub.say(fact.label), "small") <= 1.9 * room

    def _middle(self) -> QWidget:
        assert self.content is not None
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(PAD, 16, PAD, 20)
        column.setSpacing(6)
        if self.content.note is not None:
            column.addWidget(Caution(self.hub.say(self.content.note)))
            column.addSpacing(6)
        for part in self.content.parts:
            self._add_part(column, part)
        if self.content.quote:
            self._add_heading(column, say.QUOTE)
            column.addWidget(TextBlock(f"“{self.content.quote.strip('“”')}”", "small", 400, "secondary"))
        if self.content.related:
            self._add_heading(column, say.RELATED)
            chips = Flow(8)
            for other in self.content.related[:RELATED_SHOWN]:
                chip = Chip(self._short(getattr(other, "short", None) or other.name), icon=RECORD_ICONS[other.kind])
                chip.clicked.connect(lambda _=False, key=other.id: self.follow(key))
                chips.add(chip)
            column.addWidget(chips)
        self._sources_heading = self._add_heading(column, say.SOURCES)
        for source in self.content.sources:
            self._add_source(column, source)
        column.addStretch(1)
        self.scroll.setWidget(page)
        return self.scroll

    def _short(self, name: Text) -> str:
        from PySide6.QtGui import QFontMetricsF

        metrics = QFontMetricsF(theme.font("small", 500))
        return metrics.elidedText(self.hub.say(name), Qt.TextElideMode.ElideRight, tokens.CARD_PX - 2 * PAD - 60)

    def _add_heading(self, column: QVBoxLayout, words: Text) -> TextBlock:
        column.addSpacing(8)
        heading = TextBlock(self.hub.say(words), "small", 500, "secondary")
        column.addWidget(heading)
        return heading

    def _add_part(self, column: QVBoxLayout, part: CardPart) -> None:
        if part.heading is not None:
            self._add_heading(column, part.heading)
        for number, line in enumerate(part.lines, start=1):
            words = self.hub.say(line)
            if part.steps:
                words = f"{number}. {words}"
            elif part.heading is not None and len(part.lines) > 1:
                words = f"· {words}"
            column.addWidget(TextBlock(words, "body"))

    def _add_source(self, column: QVBoxLayout, source: Source) -> None:
        words = f"{source.mark}  {self.hub.say(source.cite)}"
        column.addWidget(TextBlock(words, "small", 400, "text"))
        details = []
        if source.published:
            said = say_date(source.published)
            said = say.INFERRED_DATE.fill(said) if source.published_is_inferred else said
            details.append(self.hub.say(say.PUBLISHED.fill(said)))
        if source.licence:
            details.append(source.licence)
        if details:
            column.addWidget(TextBlock("    " + " · ".join(details), "note", 400, "secondary"))

    def show_sources(self) -> None:
        """Scroll down to where the card says who says so."""
        assert self.scroll is not None
        bar = self.scroll.verticalScrollBar()
        bar.setValue(min(self._sources_heading.y() - 8, bar.maximum()))

    def _foot(self, record_id: str) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(68)
        row = QHBoxLayout(foot)
        row.setContentsMargins(PAD, 12, PAD, 12)
        row.setSpacing(8)
        self.add_button = PrimaryButton(icon="plus", height=44)
        self.add_button.clicked.connect(lambda: self._add_or_remove(record_id))
        row.addWidget(self.add_button, stretch=1)
        other: Button
        if self._on_map(record_id):
            other = SecondaryButton(self.hub.say(say.ON_MAP), "map", 44)
            other.clicked.connect(lambda: self.map_asked.emit(record_id))
        else:
            other = SecondaryButton(self.hub.say(say.CLOSE), "close", 44)
            other.clicked.connect(self.hub.close_card)
        row.addWidget(other, stretch=1)
        self._name_add()
        return foot

    def _on_map(self, record_id: str) -> bool:
        return any(record_id in (feature.id, feature.record) for feature in self.hub.library.features)

    def _add_or_remove(self, record_id: str) -> None:
        if record_id in self.hub.shortlist:
            self.hub.remove(record_id)
        else:
            self.hub.add(record_id)

    def _name_add(self) -> None:
        if self.content is None or not self.trail:
            return
        there = self.trail[-1] in self.hub.shortlist
        self.add_button.icon_name = "check" if there else "plus"
        self.add_button.set_text(self.hub.say(say.REMOVE if there else say.ADD))
