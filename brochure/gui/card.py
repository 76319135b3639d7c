"""The card of the thing chosen: 376 wide, over the right of whatever place is open, the same for every kind."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brochure import tokens
from brochure.desk.place import is_placeable
from brochure.gui.card_content import CardContent, CardFact, CardPart, build_card
from brochure.gui.card_foot import CardFoot
from brochure.gui.card_parts import PAD, Caution, DetailRow, FactRow, SourceEntry
from brochure.gui.card_related import RelatedChips
from brochure.gui.facts import FactBlock
from brochure.gui.flow import Flow
from brochure.gui.proof_content import ReadingGroup
from brochure.gui.reading_line import ReadingLine
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import IconButton, Panel, Rule, SecondaryButton, width_of
from brochure.model.kinds import Figure
from brochure.model.record import Record
from brochure.words import Text, kinds, placing
from brochure.words import card as say
from brochure.words import provenance as proof_say
from brochure.words import window as window_say
from brochure.words.sentence import begun


class Card(Panel):
    """Head with marks and both names, three key facts, text, neighbours, sources; two actions at the foot."""

    map_asked = Signal(str)
    place_asked = Signal(str)

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
        self.foot: CardFoot | None = None
        self._place = ""
        self.hide()
        hub.shortlist_changed.connect(lambda _: self._say_actions())
        hub.compared_changed.connect(lambda _: self._say_actions())
        hub.day_changed.connect(self.retranslate)

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
        self.content, self.foot, self.trail = None, None, []
        self.hide()

    def _fill(self) -> None:
        record = self.hub.library.record(self.trail[-1])
        self.content = build_card(record, self.hub.library, self.hub.on)
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
        self.foot = CardFoot(self.hub, record.id)
        self.foot.map_asked.connect(self.map_asked)
        self.foot.set_place(self._place)
        column.addWidget(self.foot)
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
        if not self.content.marks:  # what it is, where no state stands
            marks.add(TextBlock(self.hub.say(self._eyebrow()), "small", 400, "secondary"))
        room = tokens.CARD_PX - PAD - 8 - 44 - 12 - (56 if len(self.trail) > 1 else 0)
        marks.setMinimumHeight(marks.flow.heightForWidth(room))  # more marks than one line holds push the name down
        top.addWidget(marks, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.close_button = IconButton("close", self.hub.say(say.CLOSE_CARD), size=44)
        self.close_button.clicked.connect(self.hub.close_card)
        top.addWidget(self.close_button)
        column.addLayout(top)
        if marks.flow.heightForWidth(room) > 44:
            column.addSpacing(6)
        name = self.content.name
        first, second = (name.zh, name.en) if self.hub.lang == "zh" else (name.en, name.zh)
        if self.content.kind == "figures":  # a label that stands behind a number elsewhere opens a card here
            first, second = begun(first), begun(second)
        self.title = TextBlock(first or second, "lead", 700)
        column.addWidget(self.title)
        if first and second and first != second:
            column.addWidget(TextBlock(second, "small", 400, "secondary"))
        return head

    def _eyebrow(self) -> Text:
        assert self.content is not None
        kind = kinds.KINDS[self.content.kind]
        record = self.hub.library.record(self.trail[-1])
        if not isinstance(record, Figure):
            return kind
        return say.STATE_SEEN.fill(kind, proof_say.CURRENT if record.current else proof_say.PAST)

    def _facts(self) -> QWidget:
        assert self.content is not None
        box = QWidget()
        facts = self.content.facts
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
                    self.hub.say(fact.date) if fact.date else "", self._marks_of(fact),
                    mark_words=self.hub.say(window_say.SOURCES_OF.fill(self.content.name)),
                )  # fmt: skip
                other = fact.record if fact.record != self.trail[-1] else None
                block.faint = other is not None
                block.asked.connect(self.show_sources if other is None else lambda key=other: self.follow(key))
                row.addWidget(block, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
            return self._with_details(box)
        column = QVBoxLayout(box)
        column.setContentsMargins(PAD, 8, PAD, 8)
        column.setSpacing(0)
        words = self.hub.say(window_say.SOURCES_OF.fill(self.content.name))
        for fact in facts:
            row_of_fact = FactRow(fact, self._marks_of(fact), self.hub, words)
            row_of_fact.asked.connect(self.show_sources)
            column.addWidget(row_of_fact)
        return self._with_details(box)

    def _marks_of(self, fact: CardFact) -> str:
        """Return the marks of a fact: those of its own reading where it is one, else those of the record."""
        record = self.hub.library.record(fact.record or self.trail[-1])
        return ",".join(dict.fromkeys(str(source.mark) for source in self.hub.library.sources(record)))

    def _with_details(self, facts: QWidget) -> QWidget:
        """Return the facts with what is said about them below: scope, and how many the source names."""
        assert self.content is not None
        if not self.content.proof.details:
            return facts
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(0)
        column.addWidget(facts)
        below = QVBoxLayout()
        below.setContentsMargins(PAD, 0, PAD, 0)
        below.setSpacing(0)
        for label, words in self.content.proof.details:
            below.addWidget(DetailRow(self.hub.say(label), self.hub.say(words)))
        column.addLayout(below)
        return box

    def _fits(self, fact: CardFact, room: float) -> bool:
        words = width_of(self.hub.say(fact.value), "lead", 700) + width_of(self.hub.say(fact.unit), "small") + 6
        return words <= room and width_of(self.hub.say(fact.label), "small") <= 1.9 * room

    def _middle(self) -> QWidget:
        assert self.content is not None
        self.scroll = QScrollArea()
        self.scroll.setAccessibleName(self.hub.say(say.REST))
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
        if self.content.place is not None:
            self._add_place(column, self.content.place)
        if self.content.kind == "figures":  # who says so comes before what else is said
            self._add_sources(column)
        for group in self.content.proof.groups:
            self._add_group(column, group)
        if self.content.versions:
            self._add_related(column, say.VERSIONS, self.content.versions)
            if self.content.versions_note is not None:
                column.addWidget(TextBlock(self.hub.say(self.content.versions_note), "small", 400, "secondary"))
        if self.content.related:
            self._add_related(column, say.RELATED, self.content.related)
        if self.content.kind != "figures":
            self._add_sources(column)
        column.addStretch(1)
        self.scroll.setWidget(page)
        return self.scroll

    def _add_sources(self, column: QVBoxLayout) -> None:
        assert self.content is not None
        self._sources_heading = self._add_heading(column, say.SOURCES)
        for source in self.content.sources:
            column.addWidget(SourceEntry(source, self.hub))

    def _add_group(self, column: QVBoxLayout, group: ReadingGroup) -> None:
        self._add_heading(column, group.heading)
        for row in group.rows:
            line = ReadingLine(row, self.hub)
            if not row.here:
                line.clicked.connect(lambda _=False, key=row.figure.id: self.follow(key))
            column.addWidget(line)
        if group.note is not None:
            column.addWidget(TextBlock(self.hub.say(group.note), "small", 400, "secondary"))

    def _add_related(self, column: QVBoxLayout, heading: Text, related: Sequence[Record]) -> None:
        self._add_heading(column, heading)
        chips = RelatedChips(self.hub, related)
        chips.asked.connect(self.follow)
        column.addWidget(chips)

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

    def _add_place(self, column: QVBoxLayout, part: CardPart) -> None:
        """Say who put it where it is on the map and, where staff can, offer to put it elsewhere."""
        self._add_part(column, part)
        record_id = self.trail[-1]
        if is_placeable(self.hub.library, record_id):
            self.place_button = SecondaryButton(self.hub.say(placing.PLACE), "pin", 44)
            self.place_button.clicked.connect(lambda: self.place_asked.emit(record_id))
            column.addSpacing(4)
            column.addWidget(self.place_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_sources(self) -> None:
        """Scroll down to where the card says who says so."""
        assert self.scroll is not None
        bar = self.scroll.verticalScrollBar()
        bar.setValue(min(self._sources_heading.y() - 8, bar.maximum()))

    def set_place(self, place: str) -> None:
        """Know which place is open: on the map the way to it would lead nowhere."""
        self._place = place
        if self.foot is not None:
            self.foot.set_place(place)

    def _say_actions(self) -> None:
        if self.foot is not None and self.content is not None:
            self.foot.say_actions()
