"""Below a chain: the same as a list, the five parties, funds and projects, approvals and mechanisms."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from brochure.desk import ways
from brochure.gui.chain_board import ChainBoard, Column
from brochure.gui.chain_box import BoxWords, ChainBox
from brochure.gui.flow import Flow
from brochure.gui.list_models import HEAD_PX, ROW_PX, Cell
from brochure.gui.list_models import Column as TableColumn
from brochure.gui.policies_view import add_cell
from brochure.gui.record_link import RecordLink
from brochure.gui.record_list import RecordList
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import Segmented
from brochure.model.kinds import Enterprise, Fund, Project, Service
from brochure.words import Text, kinds, lists
from brochure.words import industries as say
from brochure.words.card import SERVICE_TOPIC
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number

STEP_PX, EMPTY_PX = 196, 200


class StepFlow(QWidget):
    """A mechanism: its sentence, its status, its steps in the order of the source, and its card."""

    def __init__(self, hub: Hub, way: ways.Way) -> None:
        super().__init__()
        self.hub, self.way = hub, way
        say_it, service = hub.say, way.service
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(6)
        column.addWidget(TextBlock(say_it(service.name), "lead", 700))
        column.addWidget(TextBlock(say_it(service.statement), "body", 400, "secondary"))
        state = service.status or "unverified"
        seen = f" · {say_it(say_seen(service.as_of))}" if service.as_of else ""
        column.addWidget(StatusMark(state, say_it(kinds.STATUS[state]) + seen))
        flow = Flow(8)
        self.steps = [self._box(step, leads=way.in_turn and step is not way.steps[-1]) for step in way.steps]
        tall = max(box.heightForWidth(STEP_PX) for box in self.steps)
        for box in self.steps:
            box.tall_px = tall
            flow.add(box)
        column.addWidget(flow)
        if service.note is not None:
            column.addWidget(TextBlock(say_it(service.note), "note", 400, "secondary"))
        self.card_link = RecordLink(hub, "service", framed=False)
        self.card_link.lead_to(service.id, say_it(say.WHOLE_CARD))
        self.card_link.setAccessibleName(f"{say_it(say.WHOLE_CARD)}: {say_it(service.name)}")
        column.addWidget(self.card_link)

    def _box(self, step: ways.Step, *, leads: bool) -> ChainBox:
        say_it = self.hub.say
        note = say_it(step.note) if step.note is not None else ""
        name = say_it(say.STEP_NAME.fill(step.number, step.text, step.note or Text("", "")))
        words = BoxWords(
            f"{step.number}  {say_it(step.text)}", note, "record", "lake", target=step.target, leads=leads, name=name
        )
        box = ChainBox(words, wide_px=STEP_PX)
        box.clicked.connect(lambda: self.hub.choose(step.target))
        return box


class WaysPanel(QWidget):
    """Four pages under one switch; each is made when it is asked for, in the language of the window."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.records: tuple[Enterprise | Project, ...] = ()
        self.page = "list"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.tabs = Segmented([(key, "") for key in say.TABS], self.page, 44)
        self.tabs.chosen.connect(self.show_page)
        self._column.addWidget(self.tabs)
        self.list = RecordList(hub, self._columns())
        self._column.addWidget(self.list)
        self.host: QWidget | None = None
        self.retranslate()

    def set_records(self, records: Sequence[Enterprise | Project]) -> None:
        """List other firms and projects."""
        self.records = tuple(records)
        self.list.set_records(records)
        self.list.setFixedHeight(HEAD_PX + ROW_PX * len(records) + 2 if records else EMPTY_PX)

    def show_page(self, page: str) -> None:
        """Show one of the four pages."""
        self.page = page
        self.tabs.set_current(page)
        if self.host is not None:
            self._column.removeWidget(self.host)
            self.host.hide()
            self.host.deleteLater()
            self.host = None
        self.list.setVisible(page == "list")
        if page != "list":
            self.host = {"parties": self._parties, "funds": self._funds, "ways": self._ways}[page]()
            self._column.addWidget(self.host)

    def retranslate(self) -> None:
        """Say it again."""
        say_it = self.hub.say
        self.tabs.set_words({key: say_it(words) for key, words in say.TABS.items()})
        self.list.table.setAccessibleName(say_it(say.TABS["list"]))
        self.list.empty.set_words(say_it(say.EMPTY), say_it(say.EMPTY_WHY))
        self.list.retranslate()
        self.show_page(self.page)

    def _host(self, parts: Sequence[QWidget]) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in parts or [TextBlock(self.hub.say(say.NOT_HERE), "body", 400, "secondary")]:
            column.addWidget(part)
        return host

    def _parties(self) -> QWidget:
        way = ways.find_way(self.hub.library, ways.PARTIES)
        return self._host([StepFlow(self.hub, way)] if way is not None else [])

    def _funds(self) -> QWidget:
        say_it, library = self.hub.say, self.hub.library
        way, found = ways.find_way(library, ways.FUNDS), ways.fund_board(library)
        parts: list[QWidget] = [StepFlow(self.hub, way)] if way is not None else []
        if found.funds:
            board = ChainBoard()
            board.asked.connect(self.hub.choose)
            board.set_columns([
                Column(say_it(say.FUNDS), "", tuple(map(self._fund_box, found.funds))),
                Column(say_it(say.LANDED), "", tuple(map(self._project_box, found.projects))),
            ])  # fmt: skip
            parts += [board, TextBlock(say_it(say.FUNDS_FOOT), "note", 400, "secondary")]
        return self._host(parts)

    def _fund_box(self, fund: Fund) -> BoxWords:
        say_it = self.hub.say
        size = say.SIZE_OPEN
        if fund.size_yi is not None:
            size = say.SIZE.fill(Text(say_number(fund.size_yi, "zh"), say_number(fund.size_yi * 100, "en")))
        seen = f" · {say_it(say_seen(fund.as_of))}" if fund.as_of else ""
        return BoxWords(say_it(fund.name), say_it(size) + seen, "record", "gold", fund.status, fund.id)

    def _project_box(self, project: Project) -> BoxWords:
        say_it, state = self.hub.say, project.status or "unverified"
        seen = f" · {say_it(say_seen(project.as_of))}" if project.as_of else ""
        return BoxWords(say_it(project.name), say_it(kinds.STATUS[state]) + seen, "record", "lake", state, project.id)

    def _ways(self) -> QWidget:
        say_it, library = self.hub.say, self.hub.library
        parts: list[QWidget] = [StepFlow(self.hub, way) for way in ways.approvals(library)]
        found = ways.mechanisms(library)
        if found:
            table = RecordList(self.hub, self._way_columns())
            table.table.setAccessibleName(say_it(say.ALL_WAYS))
            table.set_records(found)
            table.setFixedHeight(HEAD_PX + ROW_PX * len(found) + 2)
            table.retranslate()
            parts += [TextBlock(say_it(say.ALL_WAYS), "lead", 700), table]
        return self._host(parts)

    def _columns(self) -> list[TableColumn]:
        return [
            TableColumn(lists.NAME, lambda r: Cell(r.name), 2, 200),
            TableColumn(say.LINK_COLUMN, self._link_cell, 1, 150, rank=1),
            TableColumn(say.NEWS_COLUMN, self._news_cell, 2, 160, rank=2),
            TableColumn(lists.YEAR, self._year_cell, 0.2, 110, rank=3),
            TableColumn(lists.IN_BROCHURE, lambda r: add_cell(r.id, self.hub), 0, 60),
        ]

    def _way_columns(self) -> list[TableColumn]:
        return [
            TableColumn(say.WAY_COLUMN, lambda r: Cell(r.name), 2, 200),
            TableColumn(say.STEPS_COLUMN, self._steps_cell, 3, 200, rank=1),
            TableColumn(lists.TOPIC, lambda r: Cell(SERVICE_TOPIC[r.topic]), 0.2, 110, rank=2),
            TableColumn(lists.YEAR, self._year_cell, 0.2, 110, rank=3),
            TableColumn(lists.IN_BROCHURE, lambda r: add_cell(r.id, self.hub), 0, 60),
        ]

    def _link_cell(self, record: Enterprise | Project) -> Cell:
        if record.link is None:
            return Cell(say.UNPLACED, mark="unverified")
        own = record.link_inferred or record.industry_inferred
        return Cell(kinds.LINK[record.link], suffix=lists.INFERRED if own else None, why=record.placement_note)

    def _news_cell(self, record: Enterprise | Project) -> Cell:
        if isinstance(record, Project):
            state = record.status or "unverified"
            return Cell(kinds.STATUS[state], mark=state)
        if record.achievements:
            zh, en = "；".join(a.zh for a in record.achievements), "; ".join(a.en for a in record.achievements)
            return Cell(Text(zh, en))
        return Cell(record.does or lists.NONE_LISTED)

    def _year_cell(self, record: Enterprise | Project | Service) -> Cell:
        return Cell(say_seen(record.as_of) if record.as_of else kinds.TO_BE_CONFIRMED)

    def _steps_cell(self, service: Service) -> Cell:
        zh, en = say.STEP_JOIN.zh.join(s.zh for s in service.steps), say.STEP_JOIN.en.join(s.en for s in service.steps)
        return Cell(Text(zh, en))
