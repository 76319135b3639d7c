"""企业: the firms the sources name in the park; those the park talks to stand on a page of their own."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from brochure import tokens
from brochure.gui.list_models import Cell, Column
from brochure.gui.policies_view import ALL, add_cell
from brochure.gui.record_list import LIST_SHARE, Filters, Heading, RecordList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Chip, Segmented
from brochure.model.kinds import Enterprise, Industry, Partner
from brochure.words import Text, kinds
from brochure.words import lists as say
from brochure.words.dates import say_seen

HONOURED, OPEN = "honoured", "open"


class EnterprisesView(View):
    """Two lists that never mix: tenants, and partners at whatever step of talking."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        library = hub.library
        self.industries = {each.id: each for each in library.records("industries") if isinstance(each, Industry)}
        self.enterprises = [each for each in library.records("enterprises") if isinstance(each, Enterprise)]
        self.partners = [each for each in library.records("partners") if isinstance(each, Partner)]
        self.page, self.industry = "enterprises", ALL
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self.tabs = Segmented([("enterprises", ""), ("partners", "")], "enterprises")
        self.tabs.chosen.connect(self.show_page)
        self.head = Heading(self.tabs)
        self._column.addWidget(self.head)
        self.filters = Filters()
        self._column.addWidget(self.filters)
        self.list = RecordList(hub, self._firm_columns())
        self.partner_list = RecordList(hub, self._partner_columns())
        for each in (self.list, self.partner_list):
            each.empty.add_action("", self.show_all)
            self._column.addWidget(each, stretch=LIST_SHARE)
        self.foot = TextBlock("", "small", 400, "secondary")
        self._column.addWidget(self.foot)
        self._column.addStretch(1)  # what the rows leave over stays below them
        self._make_chips()
        self.filters.chosen.connect(self.choose)
        self.leave_room(0)
        self.show_page("enterprises")
        hub.record_chosen.connect(self._follow)

    def leave_room(self, right_px: int) -> None:
        self._column.setContentsMargins(tokens.MARGIN_PX, 24, max(tokens.MARGIN_PX, right_px), 16)

    def retranslate(self) -> None:
        say_it = self.hub.say
        firms = self.page == "enterprises"
        title, note = (say.FIRMS, say.FIRMS_NOTE) if firms else (say.PARTNERS, say.PARTNERS_NOTE)
        self.head.set_words(say_it(title), say_it(note))
        self.tabs.set_words({
            "enterprises": say_it(say.COUNTED.fill(say.FIRMS_TAB, len(self.enterprises))),
            "partners": say_it(say.COUNTED.fill(say.PARTNERS_TAB, len(self.partners))),
        })  # fmt: skip
        self.tabs.set_current(self.page)
        self.foot.set_text(say_it(say.FIRMS_FOOT if firms else say.PARTNERS_FOOT))
        special = {ALL: say.ALL, HONOURED: say.WITH_HONOURS, OPEN: kinds.TO_BE_CONFIRMED}
        for key, chip in self.filters.chips.items():
            chip.set_text(say_it(special[key] if key in special else self.industries[key].short))
        for each, name in ((self.list, say.FIRMS), (self.partner_list, say.PARTNERS)):
            each.table.setAccessibleName(say_it(name))
            each.empty.set_words(say_it(say.NO_FIRM), say_it(say.NO_FIRM_WHY), say_it(say.SHOW_ALL))
            each.retranslate()

    def new_visitor(self) -> None:
        self.industry = ALL
        self.show_page("enterprises")
        for each in (self.list, self.partner_list):
            each.forget()

    def show_page(self, page: str) -> None:
        """Show the tenants or the partners."""
        self.page = page
        self.list.setVisible(page == "enterprises")
        self.partner_list.setVisible(page == "partners")
        self.choose(self.industry if page == "enterprises" or self.industry != HONOURED else ALL)
        self.retranslate()

    def choose(self, key: str) -> None:
        """Show one industry, or those with honours."""
        self.industry = key
        rows = self._rows()
        counts = Counter(each.industry or OPEN for each in rows)
        for each, chip in self.filters.chips.items():
            honoured = sum(self._is_honoured(row) for row in rows)
            chip.set_count(len(rows) if each == ALL else honoured if each == HONOURED else counts[each])
            chip.setVisible(each != HONOURED or self.page == "enterprises")
        self.filters.set_current(key)
        shown = [row for row in rows if self._fits(row, key)]
        (self.list if self.page == "enterprises" else self.partner_list).set_records(shown)

    def show_all(self) -> None:
        """Take the filter away."""
        self.choose(ALL)

    def _follow(self, record_id: str) -> None:
        """Open the page on which the thing chosen stands, when this place is in view."""
        kind = getattr(self.hub.library.find(record_id), "kind", "")
        if self.isVisible() and kind in ("enterprises", "partners") and kind != self.page:
            self.show_page(kind)

    def _rows(self) -> Sequence[Enterprise | Partner]:
        return self.enterprises if self.page == "enterprises" else self.partners

    def _fits(self, row: Enterprise | Partner, key: str) -> bool:
        if key == HONOURED:
            return self._is_honoured(row)
        return key == ALL or (row.industry or OPEN) == key

    def _is_honoured(self, row: Enterprise | Partner) -> bool:
        if not isinstance(row, Enterprise):
            return False
        return bool(row.honours) or any(each.kind == "honours" for each in self.hub.library.related(row.id))

    def _make_chips(self) -> None:
        self.filters.add(ALL, Chip("", 0))
        for industry in sorted(self.industries.values(), key=lambda each: each.order):
            chip = Chip("", 0)
            chip.dot = industry.colour
            self.filters.add(industry.id, chip)
        self.filters.add(OPEN, Chip("", 0, mark="unverified"))
        self.filters.add(HONOURED, Chip("", 0, icon="medal"))

    def _firm_columns(self) -> list[Column]:
        return [
            Column(say.NAME, lambda e: Cell(e.name), 3, 250),
            Column(say.INDUSTRY, self._industry_cell, 1, 220),
            Column(say.DOES, lambda e: Cell(e.does or e.summary or kinds.NOT_LISTED), 3, 180, rank=1),
            Column(say.ACHIEVEMENTS, self._won_cell, 3, 180, rank=2),
            Column(say.YEAR, lambda e: Cell(say_seen(e.as_of) if e.as_of else kinds.TO_BE_CONFIRMED), 0.2, 110, rank=1),
            Column(say.IN_BROCHURE, lambda e: add_cell(e.id, self.hub), 0, 60),
        ]

    def _partner_columns(self) -> list[Column]:
        return [
            Column(say.NAME, lambda p: Cell(p.name), 2, 230),
            Column(say.STEP, self._step_cell, 0.3, 130),
            Column(say.INDUSTRY, self._industry_cell, 1, 160, rank=2),
            Column(say.ROLE, lambda p: Cell(p.role), 3, 180, rank=1),
            Column(say.YEAR, lambda p: Cell(say_seen(p.as_of) if p.as_of else kinds.TO_BE_CONFIRMED), 0.2, 110, rank=3),
            Column(say.IN_BROCHURE, lambda p: add_cell(p.id, self.hub), 0, 60),
        ]

    def _step_cell(self, partner: Partner) -> Cell:
        state = partner.status or "unverified"
        return Cell(kinds.STATUS[state], mark=state)

    def _industry_cell(self, row: Enterprise | Partner) -> Cell:
        industry = self.industries.get(row.industry or "")
        if industry is None:
            return Cell(kinds.TO_BE_CONFIRMED, mark="unverified")
        inferred = getattr(row, "industry_inferred", False)
        why = getattr(row, "placement_note", None) if inferred else None
        return Cell(industry.short, dot=industry.colour, suffix=say.INFERRED if inferred else None, why=why)

    def _won_cell(self, firm: Enterprise) -> Cell:
        if firm.achievements:
            zh, en = "；".join(a.zh for a in firm.achievements), "; ".join(a.en for a in firm.achievements)
            return Cell(Text(zh, en))
        return Cell(say.NONE_LISTED)
