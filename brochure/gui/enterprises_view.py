"""企业: the firms the sources name in the park; those the park talks to stand on a page of their own."""

from PySide6.QtWidgets import QVBoxLayout

from brochure import tokens
from brochure.desk.lists import OPEN, firm_facets, partner_facets
from brochure.gui.facet_bar import FacetBar
from brochure.gui.list_models import Cell, Column
from brochure.gui.policies_view import add_cell
from brochure.gui.record_list import LIST_SHARE, Heading, RecordList
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Segmented
from brochure.model.kinds import Enterprise, Industry, Partner
from brochure.words import Text, kinds
from brochure.words import lists as say
from brochure.words.dates import say_seen


class EnterprisesView(View):
    """Two lists that never mix: tenants, and partners at whatever step of talking."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        library = hub.library
        self.industries = {each.id: each for each in library.records("industries") if isinstance(each, Industry)}
        self.enterprises = [each for each in library.records("enterprises") if isinstance(each, Enterprise)]
        self.partners = [each for each in library.records("partners") if isinstance(each, Partner)]
        self.page = "enterprises"
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self.tabs = Segmented([("enterprises", ""), ("partners", "")], "enterprises")
        self.tabs.chosen.connect(self.show_page)
        self.head = Heading(self.tabs)
        self._column.addWidget(self.head)
        dots = {each.id: each.colour for each in sorted(self.industries.values(), key=lambda each: each.order)}
        industries = (*dots, OPEN)
        self.filters = {
            "enterprises": FacetBar(
                hub, self.enterprises, firm_facets(library, self.enterprises), {"industry": industries}
            ),
            "partners": FacetBar(
                hub, self.partners, partner_facets(library, self.partners),
                {"industry": industries, "step": tuple(kinds.STATUS)},
            ),
        }  # fmt: skip
        for bar in self.filters.values():
            bar.dress("industry", {OPEN: "unverified"}, dots)
            bar.dress("step", {step: step for step in kinds.STATUS}, {})
            bar.changed.connect(self._show)
            self._column.addWidget(bar)
        self.list = RecordList(hub, self._firm_columns())
        self.partner_list = RecordList(hub, self._partner_columns())
        for each in (self.list, self.partner_list):
            each.empty.add_action("", self.show_all)
            self._column.addWidget(each, stretch=LIST_SHARE)
        self.foot = TextBlock("", "small", 400, "secondary")
        self._column.addWidget(self.foot)
        self._column.addStretch(1)  # what the rows leave over stays below them
        self.leave_room(0)
        self._show()
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
        for bar in self.filters.values():
            bar.retranslate()
        for each, name in ((self.list, say.FIRMS), (self.partner_list, say.PARTNERS)):
            each.table.setAccessibleName(say_it(name))
            each.empty.set_words(say_it(say.NO_FIRM), say_it(say.NO_FIRM_WHY), say_it(say.SHOW_ALL))
            each.retranslate()

    def new_visitor(self) -> None:
        for bar in self.filters.values():
            bar.clear()
        self.show_page("enterprises")
        for each in (self.list, self.partner_list):
            each.forget()

    def show_page(self, page: str) -> None:
        """Show the tenants or the partners."""
        self.page = page
        self.list.setVisible(page == "enterprises")
        self.partner_list.setVisible(page == "partners")
        for key, bar in self.filters.items():
            bar.setVisible(key == page)
        self.retranslate()

    def show_all(self) -> None:
        """Take the filters of the page away."""
        self.filters[self.page].clear()

    def _show(self) -> None:
        self.list.set_records(self.filters["enterprises"].kept())
        self.partner_list.set_records(self.filters["partners"].kept())

    def _follow(self, record_id: str) -> None:
        """Open the page on which the thing chosen stands, when this place is in view."""
        kind = getattr(self.hub.library.find(record_id), "kind", "")
        if self.isVisible() and kind in ("enterprises", "partners") and kind != self.page:
            self.show_page(kind)

    def _firm_columns(self) -> list[Column]:
        return [
            Column(say.NAME, lambda e: Cell(e.name), 3, 250),
            Column(say.INDUSTRY, self._industry_cell, 1, 250),
            Column(say.LINK, self._link_cell, 0.3, 150, rank=3),
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

    def _link_cell(self, firm: Enterprise) -> Cell:
        if firm.link is None:
            return Cell(kinds.TO_BE_CONFIRMED, mark="unverified")
        inferred = firm.link_inferred
        why = firm.placement_note if inferred else None
        return Cell(kinds.LINK[firm.link], suffix=say.INFERRED if inferred else None, why=why)

    def _won_cell(self, firm: Enterprise) -> Cell:
        if firm.achievements:
            zh, en = "；".join(a.zh for a in firm.achievements), "; ".join(a.en for a in firm.achievements)
            return Cell(Text(zh, en))
        return Cell(say.NONE_LISTED)
