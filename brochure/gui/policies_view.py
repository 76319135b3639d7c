"""政策: every rule, plan and measure the sources name, with topic, reach and validity; a press opens the card."""

import datetime
from collections import Counter

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from brochure import tokens
from brochure.desk.browse import validity
from brochure.gui.list_models import Cell, Column
from brochure.gui.record_list import LIST_SHARE, Filters, Heading, RecordList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Chip
from brochure.model.kinds import Policy
from brochure.words import Text, kinds
from brochure.words import lists as say
from brochure.words.dates import say_seen

ALL = "all"


class PoliciesView(View):
    """Two groups of chips, topic and validity, both count the rows they would show."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.today = datetime.date.today()  # noqa: DTZ011  the reader's own day
        policies = [each for each in hub.library.records("policies") if isinstance(each, Policy)]
        self.policies = sorted(policies, key=_last_seen, reverse=True)
        self.topic, self.state = ALL, ALL
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self.head = Heading()
        self._column.addWidget(self.head)
        self.topics, self.states = Filters(), Filters()
        self._chips = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._chips.setSpacing(8)
        self._chips.addWidget(self.topics)
        self._chips.addWidget(self.states)
        self._column.addLayout(self._chips)
        self.list = RecordList(hub, self._columns())
        self._column.addWidget(self.list, stretch=LIST_SHARE)
        self.foot = TextBlock("", "small", 400, "secondary")
        self._column.addWidget(self.foot)
        self._column.addStretch(1)  # what the rows leave over stays below them
        self._make_chips()
        self.list.empty.add_action("", self.show_all)
        self.topics.chosen.connect(self.choose_topic)
        self.states.chosen.connect(self.choose_state)
        self.leave_room(0)
        self.show_all()
        self.retranslate()

    def leave_room(self, right_px: int) -> None:
        margin = tokens.MARGIN_PX
        self._column.setContentsMargins(margin, 24, max(margin, right_px), 16)
        self._lay_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_chips()

    def _lay_chips(self) -> None:
        """Put both groups into one line where it holds them."""
        room = self.width() - self._column.contentsMargins().left() - self._column.contentsMargins().right()
        beside = self.topics.natural_width() + self.states.natural_width() + 24 <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._chips.setDirection(direction)
        self._chips.setStretch(0, 1)
        self.states.setFixedWidth(self.states.natural_width()) if beside else self.states.setMaximumWidth(16_777_215)
        if not beside:
            self.states.setMinimumWidth(0)

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.head.set_words(say_it(say.POLICIES), say_it(say.POLICIES_NOTE))
        self.foot.set_text(say_it(say.POLICIES_FOOT))
        for key, chip in self.topics.chips.items():
            chip.set_text(say_it(say.ALL if key == ALL else kinds.POLICY_TOPIC[key]))
        for key, chip in self.states.chips.items():
            chip.set_text(say_it(say.ANY_VALIDITY if key == ALL else self._state_words(key)))
        self.list.table.setAccessibleName(say_it(say.POLICIES))
        self.list.empty.set_words(say_it(say.NO_POLICY), say_it(say.NO_POLICY_WHY), say_it(say.SHOW_ALL))
        self.list.retranslate()
        self._lay_chips()

    def new_visitor(self) -> None:
        self.show_all()
        self.list.forget()

    def choose_topic(self, key: str) -> None:
        """Show one topic."""
        self.topic = key
        self._show()

    def choose_state(self, key: str) -> None:
        """Show one validity."""
        self.state = key
        self._show()

    def show_all(self) -> None:
        """Take both filters away."""
        self.topic = self.state = ALL
        self._show()

    def state_of(self, policy: Policy) -> str:
        """Return the mark of a policy: a draft is a draft, everything else has a validity today."""
        return "drafting" if policy.status == "drafting" else validity(policy, self.today)

    def _state_words(self, key: str) -> Text:
        return kinds.STATUS["drafting"] if key == "drafting" else kinds.VALIDITY[key]

    def _make_chips(self) -> None:
        self.topics.add(ALL, Chip("", 0))
        for topic in kinds.POLICY_TOPIC:
            if any(each.topic == topic for each in self.policies):
                self.topics.add(topic, Chip("", 0))
        self.states.add(ALL, Chip("", 0))
        for state in (*kinds.VALIDITY, "drafting"):
            if any(self.state_of(each) == state for each in self.policies):
                self.states.add(state, Chip("", 0, mark=state))

    def _show(self) -> None:
        fits_state = [each for each in self.policies if self.state in (ALL, self.state_of(each))]
        fits_topic = [each for each in self.policies if self.topic in (ALL, each.topic)]
        topics, states = Counter(each.topic for each in fits_state), Counter(self.state_of(each) for each in fits_topic)
        for key, chip in self.topics.chips.items():
            chip.set_count(len(fits_state) if key == ALL else topics[key])
        for key, chip in self.states.chips.items():
            chip.set_count(len(fits_topic) if key == ALL else states[key])
        self.topics.set_current(self.topic)
        self.states.set_current(self.state)
        self.list.set_records([each for each in fits_topic if each in fits_state])

    def _columns(self) -> list[Column]:
        return [
            Column(say.NAME, lambda p: Cell(p.name), 5, 400),
            Column(say.TOPIC, lambda p: Cell(kinds.POLICY_TOPIC[p.topic]), 0.4, 96),
            Column(say.FOR_WHOM, lambda p: Cell(p.for_whom), 3, 150, rank=2),
            Column(
                say.LAST_SEEN, lambda p: Cell(say_seen(p.as_of) if p.as_of else kinds.TO_BE_CONFIRMED), 0.4, 112, rank=1
            ),
            Column(say.VALIDITY, self._state_cell, 0.4, 140),
            Column(say.IN_BROCHURE, self._add_cell, 0, 60),
        ]

    def _state_cell(self, policy: Policy) -> Cell:
        state = self.state_of(policy)
        return Cell(self._state_words(state), mark=state)

    def _add_cell(self, policy: Policy) -> Cell:
        return add_cell(policy.id, self.hub)


def add_cell(record_id: str, hub: Hub) -> Cell:
    """Return the cell that puts a row on the shortlist."""
    there = record_id in hub.shortlist
    return Cell(say.TAKE_OUT if there else say.PUT_IN, button="check" if there else "plus")


def _last_seen(policy: Policy) -> str:
    return (policy.as_of or "").rpartition("/")[2].replace("H1", "06").replace("H2", "12")
