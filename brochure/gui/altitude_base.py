"""The wellness base in three panels: how far it has come and who talks, what it is for, what lies around it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui.base_parts import Step, Surroundings, Timeline
from brochure.gui.flow import Flow
from brochure.gui.record_link import RecordLink
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.tiles import Tiles
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, Rule
from brochure.model.altitude import hectares
from brochure.model.kinds import BasePart, Partner, Zone
from brochure.words import altitude as say
from brochure.words import kinds, places
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number

DIRECTIONS = ("north", "east", "south", "west")
AROUND_PX = 340
FUNCTION_ICONS = {
    "base-function-industry": "industry", "base-function-rehabilitation": "health",
    "base-function-services": "service", "base-function-stays": "home",
}  # fmt: skip
"""A function the park adds later gets the lotus of the base."""


class PartnerRow(QWidget):
    """One year's partners: the status, when it was reported, and each of them as a link to its card."""

    def __init__(self, hub: Hub, phase: BasePart, partners: Sequence[Partner]) -> None:
        super().__init__()
        self.hub, self.phase, self.partners = hub, phase, partners
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.when = TextBlock("", "small", 400, "secondary")
        column.addWidget(self.when)
        flow = Flow(8)
        self.links = [RecordLink(hub, "handshake") for _ in partners]
        for link in self.links:
            flow.add(link)
        column.addWidget(flow)

    def retranslate(self) -> None:
        """Say it again."""
        if self.phase.as_of:
            self.when.set_text(self.hub.say(say.PARTNERS_IN.fill(say_seen(self.phase.as_of))))
        for link, partner in zip(self.links, self.partners, strict=True):
            link.lead_to(partner.id, self.hub.name(partner))


class BasePanels(QWidget):
    """Steps with partners at the left, neighbours at the right, functions below; one column where it is narrow."""

    def __init__(self, hub: Hub, parts: Sequence[BasePart]) -> None:
        super().__init__()
        self.hub, self.parts = hub, parts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(tokens.GAP_PX)
        self.steps_title, self.timeline = TextBlock("", "body", 700), Timeline()
        steps, inside = _panel(self.steps_title, self.timeline)
        partners = [each for each in hub.library.records("partners") if isinstance(each, Partner)]
        self.rows = [
            PartnerRow(hub, phase, found)
            for phase in self.of("phase")
            if (found := [partner for partner in partners if phase.id in partner.related])
        ]
        self.talks = StatusMark("in_talks", "")
        if self.rows:
            inside.addWidget(Rule())
            inside.addWidget(self.talks)
            for row in self.rows:
                inside.addWidget(row)
        inside.addStretch(1)
        self._row.addWidget(steps, 1)
        self.sides_title, self.sides = TextBlock("", "body", 700), Surroundings()
        self.sides_note = TextBlock("", "note", 400, "secondary")
        self.around, inside = _panel(self.sides_title, self.sides, self.sides_note)
        inside.setStretch(1, 1)
        self._row.addWidget(self.around)
        column.addLayout(self._row)
        self.functions_title = TextBlock("", "body", 700)
        self.functions_note = TextBlock("", "small", 400, "secondary")
        self.tiles = Tiles(150, 12, 4)
        self.functions = [RecordLink(hub) for _ in self.of("function")]
        for link in self.functions:
            self.tiles.add(link)
        self.purpose, _ = _panel(self.functions_title, self.tiles, self.functions_note)
        column.addWidget(self.purpose)
        if not self.functions:
            self.purpose.hide()
        self.set_narrow(narrow=False)

    def of(self, part: str) -> list[BasePart]:
        """Return the parts of one sort that are not kept for the archive, in their order."""
        found = (each for each in self.parts if each.part == part and each.audience == "public")
        return sorted(found, key=lambda each: each.order)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the neighbours below the steps, or beside them."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self.around.setMinimumWidth(0 if narrow else AROUND_PX)
        self.around.setMaximumWidth(16_777_215 if narrow else AROUND_PX)

    def retranslate(self) -> None:
        """Say it again, in place."""
        self._say_steps()
        self._say_functions()
        self._say_sides()

    def side_targets(self, area: str | None) -> list[str | None]:
        """Return the records behind the words of the surroundings: the area, then each direction."""
        around = {part.direction: part.id for part in reversed(self.of("neighbour")) if part.direction}
        return [area, *(around.get(direction) for direction in DIRECTIONS)]

    def _say_steps(self) -> None:
        phases, say_it = self.of("phase"), self.hub.say
        steps = [
            Step(
                say_it(say_seen(part.as_of)) if part.as_of else "", say_it(part.statement), part.status or "unverified"
            )
            for part in phases
        ]
        if phases and phases[-1].status == "unverified":  # the record itself says that nothing more is known
            steps[-1] = replace(steps[-1], when=say_it(places.STEPS_AFTER))
        else:
            steps.append(Step(say_it(places.STEPS_AFTER), say_it(places.STEPS_UNKNOWN), "unverified"))
        self.steps_title.set_text(say_it(places.STEPS_TITLE))
        self.timeline.set_steps(steps)
        self.talks.set_mark("in_talks", say_it(say.PARTNERS_TITLE))
        for row in self.rows:
            row.retranslate()

    def _say_functions(self) -> None:
        functions = self.of("function")
        self.functions_title.set_text(self.hub.say(say.FUNCTIONS_TITLE))
        seen = next((part.as_of for part in functions if part.as_of), None)
        self.functions_note.set_text(self.hub.say(say.FUNCTIONS_NOTE.fill(say_seen(seen))) if seen else "")
        for link, part in zip(self.functions, functions, strict=True):
            link.lead_to(part.id, self.hub.name(part), FUNCTION_ICONS.get(part.id, "lotus"))

    def _say_sides(self) -> None:
        neighbours, say_it = self.of("neighbour"), self.hub.say
        sides = {}
        for direction in DIRECTIONS:
            named = [part for part in neighbours if part.direction == direction and part.status != "unverified"]
            joint = "、" if self.hub.lang == "zh" else ", "
            name = joint.join(self.hub.name(part) for part in named) or say_it(kinds.TO_BE_CONFIRMED)
            sides[direction] = (say_it(kinds.DIRECTION[direction]), name, bool(named))
        site = next((zone for part in self.of("site") if (zone := self.hub.library.find(part.zone or ""))), None)
        area = site.area_mu if isinstance(site, Zone) else None
        size = say_it(places.AREA_MU_SHORT.fill(say_number(area, self.hub.lang))) if area else ""
        same = say_it(say.AREA_HA.fill(say_number(round(hectares(area), 1), self.hub.lang))) if area else ""
        self.sides_title.set_text(say_it(places.AROUND_TITLE))
        self.sides.set_sides((say_it(places.SITE_SHORT), size, f"= {same}" if same else ""), sides)
        seen = next((part.as_of for part in neighbours if part.as_of), None)
        self.sides_note.set_text(say_it(places.AROUND_NOTE.fill(say_seen(seen))) if seen else "")


def _panel(*widgets: QWidget) -> tuple[Panel, QVBoxLayout]:
    panel = Panel()
    column = QVBoxLayout(panel)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return panel, column
