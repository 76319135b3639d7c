"""政策: every rule, plan and measure the sources name, with topic, reach and validity; a press opens the card."""

import datetime
from collections import Counter

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.desk.browse import validity
from brochure.gui.list_models import Cell, Column
from brochure.gui.matcher_panel import PANEL_PX, MatcherPanel
from brochure.gui.record_list import LIST_SHARE, Filters, Heading, RecordList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Chip, SecondaryButton
from brochure.model.kinds import Policy
from brochure.words import Text, kinds
from brochure.words import lists as say
from brochure.words import matcher as matcher_say
from brochure.words.dates import say_seen

ALL = "all"
LEAST_LIST_PX, TALL_PX, AROUND_PX, BELOW_PX = 640, 1300, 208, (500, 760)
ANY_PX = 16_777_215


class PoliciesView(View):
    """Two groups of chips, topic and validity, both count the rows they would show; beside them the matcher.

    Where there is no room beside the list the matcher stands below it, and where there is none below, in its place.
    """

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.today = datetime.date.today()  # noqa: DTZ011  the reader's own day
        policies = [each for each in hub.library.records("policies") if isinstance(each, Policy)]
        self.policies = sorted(policies, key=_last_seen, reverse=True)
        self.topic, self.state = ALL, ALL
        self._right_px = 0
        self.how = ""
        self.asked_for = False
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.lists = QWidget()
        self._whole.addWidget(self.lists, 1)
        self.matcher = MatcherPanel(hub, self.today)
        self.matcher.closed.connect(lambda: self.ask(asked=False))
        self.matcher.asked.connect(self._arrange)
        self._whole.addWidget(self.matcher)
        self._column = QVBoxLayout(self.lists)
        self._column.setSpacing(12)
        self.to_matcher = SecondaryButton("", "question", 44)
        self.to_matcher.clicked.connect(lambda: self.ask(asked=True))
        self.head = Heading(self.to_matcher)
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
        self._right_px = right_px
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def ask(self, *, asked: bool) -> None:
        """Show the matcher in place of the list, or the list again, where there is room for one of them only."""
        self.asked_for = asked
        self._arrange()
        (self.matcher.chips["sector"] if asked else self.to_matcher).setFocus()

    def _arrange(self) -> None:
        """Put the matcher beside the list, below it or in its place; a card takes the place of one that is beside."""
        margin = tokens.MARGIN_PX
        room = self.width() - self._right_px
        if room >= LEAST_LIST_PX + PANEL_PX:
            self.how = "beside"
        elif self.height() >= TALL_PX:
            self.how = "below"
        else:
            self.how = "covered" if self._right_px and self.width() >= LEAST_LIST_PX + PANEL_PX else "instead"
        beside, instead = self.how == "beside", self.how == "instead"
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._whole.setDirection(way)
        aside = self._right_px if beside or not self._right_px else 0
        self._whole.setContentsMargins(0, 0, aside, 0)
        self.matcher.setVisible(self.how in ("beside", "below") or (instead and self.asked_for))
        self.lists.setVisible(not (instead and self.asked_for))
        self.to_matcher.setVisible(instead)
        spare = self.height() - self.list.maximumHeight() - AROUND_PX  # what all rows leave over
        tall = max(BELOW_PX[self.matcher.asking is not None], spare) if self.how == "below" else 0
        self.matcher.setMinimumSize(PANEL_PX if beside else 0, tall)
        self.matcher.setMaximumSize(PANEL_PX if beside else ANY_PX, tall or ANY_PX)
        self.matcher.set_edge(edge=beside, back=instead)
        self.matcher.leave_room(0 if beside else self._right_px)
        self._column.setContentsMargins(margin, 24, 24 if beside else max(margin, self._right_px), 16)
        self.head.lay()
        self._lay_chips()

    def _lay_chips(self) -> None:
        """Put both groups into one line where it holds them."""
        room = self._list_px()
        beside = self.topics.natural_width() + self.states.natural_width() + 24 <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._chips.setDirection(direction)
        self._chips.setStretch(0, 1)
        self.states.setFixedWidth(self.states.natural_width()) if beside else self.states.setMaximumWidth(ANY_PX)
        if not beside:
            self.states.setMinimumWidth(0)

    def _list_px(self) -> int:
        """Return how wide the list is, or will be once laid out."""
        margins = self._column.contentsMargins()
        taken = PANEL_PX + self._right_px if self.how == "beside" else 0
        return self.width() - taken - margins.left() - margins.right()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.to_matcher.set_text(say_it(matcher_say.SHOW_MATCHER))
        self.head.set_words(say_it(say.POLICIES), say_it(say.POLICIES_NOTE))
        self.foot.set_text(say_it(say.POLICIES_FOOT))
        for key, chip in self.topics.chips.items():
            chip.set_text(say_it(say.ALL if key == ALL else kinds.POLICY_TOPIC[key]))
        for key, chip in self.states.chips.items():
            chip.set_text(say_it(say.ANY_VALIDITY if key == ALL else self._state_words(key)))
        self.list.table.setAccessibleName(say_it(say.POLICIES))
        self.list.empty.set_words(say_it(say.NO_POLICY), say_it(say.NO_POLICY_WHY), say_it(say.SHOW_ALL))
        self.list.retranslate()
        self.matcher.retranslate()
        self._lay_chips()

    def new_visitor(self) -> None:
        """Forget filters and answers, and begin at the first question."""
        self.show_all()
        self.list.forget()
        self.matcher.clear()
        self.asked_for = False
        self._arrange()

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
        self._arrange()

    def _columns(self) -> list[Column]:
        return [
            Column(say.NAME, lambda p: Cell(p.name), 8, 360),
            Column(say.TOPIC, lambda p: Cell(kinds.POLICY_TOPIC[p.topic]), 0.4, 96, rank=1),
            Column(say.FOR_WHOM, lambda p: Cell(p.for_whom), 3, 190, rank=3),
            Column(
                say.LAST_SEEN, lambda p: Cell(say_seen(p.as_of) if p.as_of else kinds.TO_BE_CONFIRMED), 0.4, 112, rank=2
            ),
            Column(say.VALIDITY, self._state_cell, 0.4, 132),
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
