"""产业: the chain of each industry with its gaps, what would fit a gap, and how the park brings the two together."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.desk.industry import Chain, Gap, Standing, build_chain, find_fit, industries, placeless
from brochure.gui.chain_board import ChainBoard, Column
from brochure.gui.chain_box import BoxWords
from brochure.gui.gap_panel import WIDE_PX as PANEL_PX
from brochure.gui.gap_panel import GapPanel
from brochure.gui.record_list import Heading
from brochure.gui.sector_list import SECTOR_ICONS, SectorList, SectorRow
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.ways_panel import WaysPanel
from brochure.gui.widgets import Button, Scroll
from brochure.model.kinds import Project
from brochure.words import industries as say
from brochure.words import kinds
from brochure.words.dates import say_seen

OPEN = "open"
"""The key of the row for firms whose industry is not known."""
BESIDE_PX = 1120
"""In a window narrower than this the sectors stand above the chain and the gap below it."""
SECTOR_PX = 230
PANEL_TALL_PX = 560


class IndustriesView(View):
    """Sectors at the left, the chain in the middle, the chosen gap at the right; all scrolls inside."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.industries = {each.id: each for each in industries(hub.library)}
        self.placeless = placeless(hub.library)
        self.current = next(iter(self.industries), OPEN)
        self.chain: Chain | None = None
        self._taken_px = 0
        self._build()
        hub.record_chosen.connect(self._follow)
        self.show_industry(self.current)

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.sectors.title.set_text(say_it(say.TITLE))
        self.sectors.foot.set_text(say_it(say.SECTORS_FOOT))
        for key, row in self.sectors.rows.items():
            name = self.industries[key].short if key in self.industries else say.NO_INDUSTRY
            count = self._firms(key)
            row.set_row(say_it(name), say_it(say.SECTOR_NAME.fill(name, count)), count)
        self.board_foot.set_text(say_it(say.BOARD_FOOT))
        self.card_button.set_text(say_it(say.OPEN_CARD))
        self.ways.retranslate()
        self.panel.retranslate()
        self._show()

    def new_visitor(self) -> None:
        """Show the first chain, no gap and the first page again."""
        self.ways.show_page("list")
        self.show_industry(next(iter(self.industries), OPEN))

    def leave_room(self, right_px: int) -> None:
        """The card covers the gap's panel; the chain gives way."""
        self._taken_px = right_px
        self._fit()

    def step_back(self) -> bool:
        """Put the gap back, unless the card lies over it."""
        if self.panel.isHidden():
            return False
        self.choose_gap(-1)
        return True

    def show_industry(self, key: str) -> None:
        """Show one chain, or the firms without an industry; no gap is chosen."""
        self.current = key
        self.sectors.set_current(key)
        industry = self.industries.get(key)
        self.chain = build_chain(self.hub.library, industry) if industry is not None else None
        records = [each.record for each in self.chain.standing] if self.chain is not None else self.placeless
        self.gap: Gap | None = None
        self.ways.set_records(records)
        self.retranslate()
        self.scroll.verticalScrollBar().setValue(0)

    def choose_gap(self, number: int) -> None:
        """Light a gap and show what fits; -1 puts it back."""
        assert self.chain is not None
        self.gap = next((gap for gap in self.chain.gaps if gap.number == number), None)
        self.board.choose_gap(number)
        if self.gap is not None:
            self.hub.close_card()
            self.panel.show_fit(self.chain, find_fit(self.hub.library, self.chain, self.gap))
        self._fit()
        if self.gap is not None and not self._beside():
            QTimer.singleShot(0, self.panel, lambda: self.scroll.ensureWidgetVisible(self.panel, 0, 24))

    def _show(self) -> None:
        """Say heading and chain of what is shown."""
        say_it = self.hub.say
        if self.chain is None:
            self.head.set_words(say_it(say.NO_INDUSTRY), say_it(say.NO_INDUSTRY_NOTE))
            self.board.set_columns(())
        else:
            chain = self.chain
            firms = len(chain.firms)
            counts = say_it(say.COUNTS.fill(firms, len(chain.standing) - firms, len(chain.gaps)))
            self.head.set_words(say_it(chain.industry.name), counts)
            self.board.set_columns(self._columns(chain))
            self.board.choose_gap(self.gap.number if self.gap is not None else -1)
        self.nobody.set_text(say_it(say.NOBODY))
        self.nobody.setVisible(self.chain is not None and not self.chain.firms)
        for part in (self.board, self.board_foot, self.card_button):
            part.setVisible(self.chain is not None)
        self._fit()

    def _columns(self, chain: Chain) -> list[Column]:
        say_it = self.hub.say
        columns = []
        for link in chain.links:
            marks = "".join(_circled(source.mark) for source in self._sources(link.sources))
            state = say.STATE[link.state]
            note = say_it(state if link.state == "gap" else state.fill(marks)).strip()
            boxes = [self._gap_box(gap) for gap in link.gaps]
            boxes += [
                BoxWords(say_it(text), say_it(say.NAMED_HERE), "named", target=chain.industry.id)
                for text in link.activities
            ]
            boxes += [self._standing_box(each, chain) for each in link.standing]
            columns.append(Column(say_it(say.COLUMN[link.link]), note, tuple(boxes)))
        apart = [self._standing_box(each, chain) for each in chain.unplaced] + [*map(self._gap_box, chain.open_gaps)]
        if apart:
            columns.append(Column(say_it(say.UNPLACED), say_it(say.UNPLACED_NOTE), tuple(apart), joined=False))
        return columns

    def _standing_box(self, each: Standing, chain: Chain) -> BoxWords:
        say_it, record = self.hub.say, each.record
        tail = say_it(say.PLACING) if each.inferred else ""
        colour = chain.industry.colour
        if isinstance(record, Project):
            state = record.status or "unverified"
            seen = f" · {say_it(say_seen(record.as_of))}" if record.as_of else ""
            note = say_it(kinds.STATUS[state]) + seen + tail
            return BoxWords(self.hub.name(record), note, "record", colour, state, record.id)
        note = say_it(record.does or say.NO_DETAIL) + tail
        return BoxWords(self.hub.name(record), note, "record", colour, target=record.id)

    def _gap_box(self, gap: Gap) -> BoxWords:
        say_it = self.hub.say
        name = say_it(say.GAP_NAME.fill(gap.title, gap.state))
        return BoxWords(say_it(gap.title), say_it(gap.state) or say_it(say.GAP), "gap", gap=gap.number, name=name)

    def _sources(self, ids: tuple[str, ...]):
        return sorted((each for id in ids if (each := self.hub.library.find(id)) is not None), key=lambda s: s.mark)

    def _firms(self, key: str) -> int:
        if key not in self.industries:
            return sum(not isinstance(each, Project) for each in self.placeless)
        return len(build_chain(self.hub.library, self.industries[key]).firms)

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        rows = [SectorRow(key, SECTOR_ICONS[each.colour], each.colour) for key, each in self.industries.items()]
        if self.placeless or not rows:
            rows.append(SectorRow(OPEN, "question", "secondary"))
        self.sectors = SectorList(rows)
        self.sectors.chosen.connect(self.show_industry)
        self._row.addWidget(self.sectors)
        self.page = QWidget()
        self.page.setObjectName("page")
        self._column = QVBoxLayout(self.page)
        self._column.setSpacing(12)
        self.card_button = Button("", "info", "link", 44)
        self.card_button.clicked.connect(lambda: self.hub.choose(self.current))
        self.head = Heading(self.card_button)
        self.nobody = TextBlock("", "body", 400, "secondary")
        self.board = ChainBoard()
        self.board.asked.connect(self.hub.choose)
        self.board.gap_chosen.connect(self.choose_gap)
        self.board_foot = TextBlock("", "note", 400, "secondary")
        self.ways = WaysPanel(self.hub)
        for part in (self.head, self.nobody, self.board, self.board_foot, self.ways):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.scroll = Scroll()
        self.scroll.setWidget(self.page)
        self._row.addWidget(self.scroll, 1)
        self.panel = GapPanel(self.hub)
        self.panel.closed.connect(lambda: self.choose_gap(-1))
        self._side = QVBoxLayout()
        self._row.addLayout(self._side)
        self._side.addWidget(self.panel)
        self.panel.hide()

    def _beside(self) -> bool:
        return self.width() >= BESIDE_PX

    def _fit(self) -> None:
        """Put sectors and gap beside the chain or above and below it."""
        beside = self._beside()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self.sectors.arrange(1 if beside else max(2, (self.width() - self._taken_px) // SECTOR_PX))
        self.sectors.foot.setVisible(beside)
        self.sectors.keep_clear(0 if beside else self._taken_px)
        shown = self.gap is not None and self.chain is not None and not (beside and self._taken_px)
        if beside and self._side.indexOf(self.panel) < 0:
            self._column.removeWidget(self.panel)
            self._side.addWidget(self.panel)
        elif not beside and self._column.indexOf(self.panel) < 0:
            self._side.removeWidget(self.panel)
            self._column.insertWidget(self._column.indexOf(self.ways), self.panel)
        self.panel.setMinimumWidth(PANEL_PX if beside else 0)
        self.panel.setMaximumWidth(PANEL_PX if beside else 16_777_215)
        self.panel.setMinimumHeight(0 if beside else PANEL_TALL_PX)
        self.panel.setVisible(shown)
        gap = tokens.GAP_PX
        self._side.setContentsMargins(0, gap, gap if shown and beside else 0, gap)
        margin = 24 if beside else gap
        right = max(margin, self._taken_px) if not (shown and beside) else gap
        self._column.setContentsMargins(margin, 20, right, gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow(self, record_id: str) -> None:
        """Show the chain of an industry that was chosen elsewhere, when this place is in view."""
        if self.isVisible() and record_id in self.industries and record_id != self.current:
            self.show_industry(record_id)


def _circled(mark: int) -> str:
    """Return the number of a source as the content writes it, ① to ⑳."""
    return chr(0x2460 + mark - 1) if 1 <= mark <= 20 else f"[{mark}]"
