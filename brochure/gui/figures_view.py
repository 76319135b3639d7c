"""数据: every measure with the figure in use; beside the list the chosen one with all its readings, and its chart."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from brochure import tokens
from brochure.desk.figures import Measure, measures
from brochure.gui.figure_saver import FigureSaver
from brochure.gui.list_models import Cell, Column
from brochure.gui.measure_panel import WIDE_PX, MeasurePanel, title_of
from brochure.gui.record_list import LIST_SHARE, Filters, Heading, RecordList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Chip, SecondaryButton
from brochure.model.kinds import Figure
from brochure.words import Text
from brochure.words import figures as say
from brochure.words.dates import say_period
from brochure.words.kinds import TO_BE_CONFIRMED
from brochure.words.lists import INFERRED
from brochure.words.numbers import say_figure

ALL, SEVERAL = "all", "several"
LIST_PX = 440
"""What the list needs at least; with less beside it the panel gives way to the card."""


class FiguresView(View):
    """Chips by topic, the list, and the measure chosen beside it."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.measures = {each.key: each for each in measures(hub.library)}
        self.topic = ALL
        self._taken_px = 0
        self.saver = FigureSaver(hub, self)
        self._build()
        hub.record_chosen.connect(self._follow)
        hub.card_closed.connect(self._mark)
        self.choose_topic(ALL)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.head.set_words(say_it(say.TITLE), say_it(say.NOTE))
        self.save_button.set_text(say_it(say.SAVE_TABLE))
        self.foot.set_text(say_it(say.FOOT))
        special = {ALL: say.ALL, SEVERAL: say.SEVERAL}
        for key, chip in self.filters.chips.items():
            chip.set_text(say_it(special.get(key) or say.TOPIC[key]))
        self.list.table.setAccessibleName(say_it(say.TITLE))
        self.list.empty.set_words(say_it(say.EMPTY), say_it(say.EMPTY_WHY), say_it(say.SHOW_ALL))
        self.list.retranslate()
        self.panel.retranslate()

    def new_visitor(self) -> None:
        """Show all again, and the first measure that has a chart."""
        self.list.forget()
        self.panel.measure = None
        self.choose_topic(ALL)

    def leave_room(self, right_px: int) -> None:
        """The card says what the panel says; beside it the panel stays only where there is room for all three."""
        self._taken_px = right_px
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._fit()

    def choose_topic(self, key: str) -> None:
        """List one topic, all, or the measures with more than one reading."""
        self.topic = key
        self.filters.set_current(key)
        shown = self.shown()
        self.list.set_records([each.current for each in shown])
        if shown and self.panel.measure not in shown:
            charted = [each for each in shown if each.why_no_chart is None]
            self.show_measure((charted or shown)[0].key)
        self._mark()

    def shown(self) -> list[Measure]:
        """Return the measures that are listed."""
        return [each for each in self.measures.values() if self._fits(each, self.topic)]

    def show_measure(self, key: str) -> None:
        """Show the readings of one measure."""
        self.panel.show_measure(self.measures[key])
        self._mark()

    def _fits(self, measure: Measure, key: str) -> bool:
        if key == SEVERAL:
            return len(measure.readings) > 1
        return key in (ALL, measure.topic)

    def _opened(self, record_id: str) -> None:
        """Show the measure of a row; where the card lies over the panel, the card follows."""
        figure = self.hub.library.find(record_id)
        if isinstance(figure, Figure):
            self.show_measure(figure.measure)
            if self.panel.isHidden():
                self.hub.choose(record_id)

    def _follow(self, record_id: str) -> None:
        figure = self.hub.library.find(record_id)
        if isinstance(figure, Figure) and figure.measure in self.measures and self.isVisible():
            self.show_measure(figure.measure)

    def _mark(self) -> None:
        if self.panel.measure is not None:
            self.list.mark(self.panel.measure.current.id)

    def _fit(self) -> None:
        margin = tokens.MARGIN_PX
        room = self.width() - margin - max(margin, self._taken_px) - WIDE_PX - tokens.GAP_PX
        self.panel.setVisible(bool(self.measures) and (room >= LIST_PX or not self._taken_px))
        self._column.setContentsMargins(margin, 24, max(margin, self._taken_px), 16)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self.save_button = SecondaryButton("", "download", 44)
        self.save_button.clicked.connect(lambda: self.saver.save_table(self.shown()))
        self.head = Heading(self.save_button)
        self._column.addWidget(self.head)
        self.filters = Filters()
        self._make_chips()
        self.filters.chosen.connect(self.choose_topic)
        self._column.addWidget(self.filters)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP_PX)
        left = QVBoxLayout()
        left.setSpacing(12)
        self.list = RecordList(self.hub, self._columns())
        self.list.table.opened.disconnect(self.hub.choose)
        self.list.table.opened.connect(self._opened)
        self.list.empty.add_action("", lambda: self.choose_topic(ALL))
        left.addWidget(self.list, stretch=LIST_SHARE)
        self.foot = TextBlock("", "small", 400, "secondary")
        left.addWidget(self.foot)
        left.addStretch(1)
        row.addLayout(left, 1)
        self.panel = MeasurePanel(self.hub)
        self.panel.save_asked.connect(self._save_chart)
        side = QVBoxLayout()
        side.addWidget(self.panel, stretch=LIST_SHARE)
        side.addStretch(1)
        row.addLayout(side)
        self._column.addLayout(row, 1)

    def _save_chart(self, kind: str) -> None:
        if self.panel.measure is not None:
            self.saver.save_chart(self.panel.measure, kind)

    def _make_chips(self) -> None:
        topics = Counter(each.topic for each in self.measures.values())
        self.filters.add(ALL, Chip("", len(self.measures)))
        several = sum(self._fits(each, SEVERAL) for each in self.measures.values())
        self.filters.add(SEVERAL, Chip("", several, icon="figures"))
        for topic in say.TOPIC:
            self.filters.add(topic, Chip("", topics[topic]))

    def _columns(self) -> list[Column]:
        return [
            Column(say.MEASURE, lambda f: Cell(title_of(f)), 6, 250),
            Column(say.VALUE, lambda f: Cell(Text(say_figure(f, "zh"), say_figure(f, "en"))), 0.6, 152),
            Column(say.PERIOD, self._period_cell, 0.4, 192, rank=1),
            Column(say.TOPIC_COLUMN, lambda f: Cell(say.TOPIC[f.topic]), 0.4, 110, rank=3),
            Column(say.READ, self._read_cell, 0.2, 96, rank=2),
        ]

    def _period_cell(self, figure: Figure) -> Cell:
        if figure.as_of is None:
            return Cell(TO_BE_CONFIRMED, mark="unverified")
        return Cell(say_period(figure.as_of, figure.span), suffix=INFERRED if figure.as_of_inferred else None)

    def _read_cell(self, figure: Figure) -> Cell:
        measure = self.measures[figure.measure]
        words = say.TIMES_SERIES if measure.why_no_chart is None else say.TIMES
        return Cell(words.fill(len(measure.readings)))
