"""政策: every rule, plan and measure the sources name, with topic, reach and validity; a press opens the card."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.desk.lists import STATES, Facet, policy_facets, state_of
from brochure.gui.day_line import DayLine
from brochure.gui.facet_bar import FacetBar
from brochure.gui.list_models import Cell, Column
from brochure.gui.matcher_panel import PANEL_PX, MatcherPanel
from brochure.gui.record_list import LIST_SHARE, Heading, RecordList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import SecondaryButton
from brochure.model.kinds import Policy
from brochure.words import kinds
from brochure.words import lists as say
from brochure.words import matcher as matcher_say
from brochure.words.dates import say_seen

LEAST_LIST_PX, TALL_PX, BELOW_PX = 640, 1300, (500, 760)
ANY_PX = 16_777_215


class PoliciesView(View):
    """Filters that count the rows they would leave, validity on a day that can be chosen; beside them the matcher.

    Where there is no room beside the list the matcher stands below it, and where there is none below, in its place.
    """

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        policies = [each for each in hub.library.records("policies") if isinstance(each, Policy)]
        self.policies = sorted(policies, key=_last_seen, reverse=True)
        self._right_px = 0
        self.how = ""
        self.asked_for = False
        self._told_for = hub.on
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.lists = QWidget()
        self._whole.addWidget(self.lists, 1)
        self.matcher = MatcherPanel(hub)
        self.matcher.closed.connect(lambda: self.ask(asked=False))
        self.matcher.asked.connect(self._arrange)
        self._whole.addWidget(self.matcher)
        self._column = QVBoxLayout(self.lists)
        self._column.setSpacing(12)
        self.to_matcher = SecondaryButton("", "question", 44)
        self.to_matcher.clicked.connect(lambda: self.ask(asked=True))
        self.head = Heading(self.to_matcher)
        self._column.addWidget(self.head)
        self.filters = FacetBar(
            hub, self.policies, self._facets(), {"topic": tuple(kinds.POLICY_TOPIC), "validity": tuple(STATES)}
        )
        self.filters.dress("validity", {state: state for state in STATES}, {})
        self.day = DayLine(hub)
        self.filters.add(self.day)
        self._column.addWidget(self.filters)
        self.list = RecordList(hub, self._columns())
        self._column.addWidget(self.list, stretch=LIST_SHARE)
        self.foot = TextBlock("", "small", 400, "secondary")
        self._column.addWidget(self.foot)
        self._column.addStretch(1)  # what the rows leave over stays below them
        self.list.empty.add_action("", self.filters.clear)
        self.filters.changed.connect(self._show)
        hub.day_changed.connect(self._follow_day)
        self.leave_room(0)
        self._show()
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
        self._column.setContentsMargins(margin, 24, 24 if beside else max(margin, self._right_px), 16)
        self.head.lay()
        spare = self.height() - self.list.maximumHeight() - self._around_px()  # what all rows leave over
        tall = max(BELOW_PX[self.matcher.asking is not None], spare) if self.how == "below" else 0
        self.matcher.setMinimumSize(PANEL_PX if beside else 0, tall)
        self.matcher.setMaximumSize(PANEL_PX if beside else ANY_PX, tall or ANY_PX)
        self.matcher.set_edge(edge=beside, back=instead)
        self.matcher.leave_room(0 if beside else self._right_px)

    def _around_px(self) -> int:
        """Return how tall everything above and below the rows is where the list has the whole width."""
        margins = self._column.contentsMargins()
        wide = self.width() - margins.left() - margins.right()
        parts = (self.head, self.filters, self.foot)
        gaps = margins.top() + margins.bottom() + self._column.spacing() * (len(parts) + 1)
        return gaps + sum(
            part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height() for part in parts
        )

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.to_matcher.set_text(say_it(matcher_say.SHOW_MATCHER))
        self.head.set_words(say_it(say.POLICIES), say_it(say.POLICIES_NOTE))
        self.foot.set_text(say_it(say.POLICIES_FOOT))
        self.filters.retranslate()
        self.day.retranslate()
        self.list.table.setAccessibleName(say_it(say.POLICIES))
        self.list.empty.set_words(say_it(say.NO_POLICY), say_it(say.NO_POLICY_WHY), say_it(say.SHOW_ALL))
        self.list.retranslate()
        self.matcher.retranslate()

    def new_visitor(self) -> None:
        """Forget filters and answers, and begin at the first question."""
        self.filters.clear()
        self.list.forget()
        self.matcher.clear()
        self.asked_for = False
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_day()  # the day may have turned meanwhile

    def _facets(self) -> tuple[Facet, ...]:
        return policy_facets(self.hub.library, self.policies, self.hub.on)

    def _follow_day(self) -> None:
        """Tell validity for the day that holds now."""
        if self._told_for == self.hub.on:
            return
        self._told_for = self.hub.on
        self.filters.set_facets(self._facets())
        self.day.retranslate()

    def _show(self) -> None:
        self.list.set_records(self.filters.kept())
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
        state = state_of(policy, self.hub.on)
        return Cell(STATES[state], mark=state)

    def _add_cell(self, policy: Policy) -> Cell:
        return add_cell(policy.id, self.hub)


def add_cell(record_id: str, hub: Hub) -> Cell:
    """Return the cell that puts a row on the shortlist."""
    there = record_id in hub.shortlist
    return Cell(say.TAKE_OUT if there else say.PUT_IN, button="check" if there else "plus")


def _last_seen(policy: Policy) -> str:
    return (policy.as_of or "").rpartition("/")[2].replace("H1", "06").replace("H2", "12")
