"""海拔: where the park stands on the ruler of heights, on the ground, and how far its wellness base has come."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.altitude_spots import AREA, GATE, HILL, IDEAL, PARK, ChartSpots, figure_of
from brochure.gui.base_parts import ClaimBox, Step, Surroundings, Timeline
from brochure.gui.profile_chart import ProfileChart
from brochure.gui.ruler import AltitudeRuler, Mark
from brochure.gui.spot import LEAST_PX, Spot
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Panel, PrimaryButton, Rule, SecondaryButton
from brochure.model.altitude import oxygen_ratio
from brochure.model.geometry import Position
from brochure.model.kinds import BasePart, Place, Zone
from brochure.model.record import Record
from brochure.words import kinds, window
from brochure.words import places as say
from brochure.words.dates import say_seen
from brochure.words.numbers import say_number

DIRECTIONS = ("north", "east", "south", "west")
START_M = 3650


class AltitudeView(View):
    """The ruler at the left; the section, the steps, the neighbours and the claim at the right."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.parts = [part for part in hub.library.records("base") if isinstance(part, BasePart)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_ruler())
        row.addWidget(Rule(standing=True))
        row.addWidget(self._build_page(), 1)
        self._build_spots()
        self.ruler.valueChanged.connect(self._say_pressure)
        self.ruler.setValue(self._start_height())
        self.retranslate()
        hub.shortlist_changed.connect(lambda _: self._say_actions())

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.ruler_title.set_text(say_it(say.ALTITUDE_RULER))
        self.ruler_hint.set_text(say_it(say.ALTITUDE_DRAG))
        self.pressure_words.set_text(say_it(say.PRESSURE))
        self.ruler.set_marks(self._marks(), self.hub.lang)
        self._say_pressure()
        self.title.set_text(say_it(say.ALTITUDE_TITLE))
        lead = [part for kind in ("altitude", "site") for part in self._of(kind)[:1]]
        for block, part in zip((self.lead, self.lead_site), lead, strict=False):
            block.set_text(say_it(part.statement))
        self._say_section()
        self._say_steps()
        self._say_sides()
        self._say_claim()
        self._say_actions()
        self._say_spots()

    def leave_room(self, right_px: int) -> None:
        """Give the card its room."""
        self.layout().setContentsMargins(0, 0, right_px, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.ruler_side.width(), self.height(), theme.colour("panel"))

    def _build_ruler(self) -> QWidget:
        self.ruler_side = QWidget()
        self.ruler_side.setFixedWidth(344)
        column = QVBoxLayout(self.ruler_side)
        column.setContentsMargins(0, 22, 0, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        self.ruler_title = TextBlock("", "lead", 700)
        self.ruler_hint = TextBlock("", "small", 400, "secondary")
        head.addWidget(self.ruler_title, 1)
        head.addWidget(self.ruler_hint)
        self.ruler = AltitudeRuler()
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 20, 0)
        foot.setSpacing(4)
        foot.addWidget(Rule())
        self.pressure_words = TextBlock("", "small", 400, "secondary")
        foot.addWidget(self.pressure_words)
        values = QHBoxLayout()
        self.own_share = TextBlock("", "title", 700)
        self.own_name = TextBlock("", "small", 400, "secondary")
        self.park_share = TextBlock("", "title", 700, "gold_text")
        self.park_name = TextBlock("", "small", 400, "secondary")
        self.own_pair, self.park_pair = QWidget(), QWidget()
        for holder, blocks in (
            (self.own_pair, (self.own_share, self.own_name)), (self.park_pair, (self.park_share, self.park_name))
        ):  # fmt: skip
            pair = QVBoxLayout(holder)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(0)
            for block in blocks:
                pair.addWidget(block)
            values.addWidget(holder, 1)
        foot.addLayout(values)
        column.addLayout(head)
        column.addWidget(self.ruler, 1)
        column.addLayout(foot)
        return self.ruler_side

    def _build_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 16, 32, 14)
        column.setSpacing(12)
        column.addLayout(self._build_head())
        self.section = Panel()
        inside = QVBoxLayout(self.section)
        inside.setContentsMargins(20, 14, 20, 8)
        head = QHBoxLayout()
        self.section_title, self.section_note = TextBlock("", "body", 700), TextBlock("", "note", 400, "secondary")
        head.addWidget(self.section_title)
        head.addStretch(1)
        head.addWidget(self.section_note)
        self.profile = ProfileChart()
        inside.addLayout(head)
        inside.addWidget(self.profile, 1)
        column.addWidget(self.section, 1)
        lower = QHBoxLayout()
        lower.setSpacing(tokens.GAP_PX)
        left = QVBoxLayout()
        left.setSpacing(tokens.GAP_PX)
        self.steps_title, self.timeline = TextBlock("", "body", 700), Timeline()
        left.addWidget(_panel(self.steps_title, self.timeline), 1)
        self.claim = ClaimBox()
        left.addWidget(self.claim)
        self.sides_title, self.sides = TextBlock("", "body", 700), Surroundings()
        self.sides_note = TextBlock("", "note", 400, "secondary")
        around = _panel(self.sides_title, self.sides, self.sides_note)
        around.setFixedWidth(332)
        lower.addLayout(left, 1)
        lower.addWidget(around)
        column.addLayout(lower)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        return scroll

    def _build_head(self) -> QVBoxLayout:
        whole, head = QVBoxLayout(), QHBoxLayout()
        self.title, self.lead, self.lead_site = (
            TextBlock("", "title", 700),
            TextBlock("", "body"),
            TextBlock("", "body"),
        )
        self.see_button = SecondaryButton("", "map")
        self.add_button = PrimaryButton("", "plus")
        self.see_button.clicked.connect(self._see_on_map)
        self.add_button.clicked.connect(self._add)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.see_button)
        head.addWidget(self.add_button)
        whole.setSpacing(2)
        whole.addLayout(head)
        said = QHBoxLayout()
        said.setSpacing(24)
        for block in (self.lead, self.lead_site):
            block.setMinimumHeight(LEAST_PX)
            said.addWidget(block)
        said.addStretch(1)
        whole.addLayout(said)
        return whole

    def _build_spots(self) -> None:
        """Make every height, share and area on the page lead to the record that says it."""
        covered: dict[str, QWidget] = {
            "claim": self.claim,
            "altitude": self.lead,
            "area": self.lead_site,
            "own": self.own_pair,
            "park": self.park_pair,
        }
        self.spots = {key: Spot(self.hub, widget.parentWidget()) for key, widget in covered.items()}
        for key, spot in self.spots.items():
            spot.cover(covered[key])
        self.chart_spots = [ChartSpots(self.hub, chart) for chart in (self.profile, self.timeline, self.sides)]

    def _say_spots(self) -> None:
        library = self.hub.library
        park, area = figure_of(library, PARK), figure_of(library, AREA)
        claim = next((part.id for part in self._of("claim")), None)
        targets = {"altitude": park, "area": area, "park": park, "own": self._place_here(), "claim": claim}
        for key, target in targets.items():
            self.spots[key].lead_to(target)
        section, steps, sides = self.chart_spots
        section.set_targets([figure_of(library, IDEAL), park, GATE, HILL])
        steps.set_targets([part.id for part in self._of("phase")])
        around = {part.direction: part.id for part in reversed(self._of("neighbour")) if part.direction}
        sides.set_targets([area, *(around.get(direction) for direction in DIRECTIONS)])

    def _place_here(self) -> str | None:
        """Return the place whose height the handle shows, where it stands on one."""
        here = self.ruler.here()
        places = self.hub.library.records("places")
        return next((each.id for each in places if here is not None and self.hub.name(each) == here.name), None)

    def _of(self, part: str) -> list[BasePart]:
        return sorted((each for each in self.parts if each.part == part), key=lambda each: each.order)

    def _site(self) -> Record | None:
        """Return what stands for the base on the map and in the tray: its zone where there is one."""
        for part in (*self._of("site"), *self._of("core")):
            zone = self.hub.library.find(part.zone) if part.zone else None
            if zone is not None:
                return zone
        return next(iter(self._of("site")), None)

    def _marks(self) -> list[Mark]:
        cities = [place for place in self.hub.library.records("places") if isinstance(place, Place)]
        return [
            Mark(self.hub.say(place.name), round(place.elevation_m), place.type == "city")
            for place in cities
            if place.elevation_m is not None and place.type in ("comparison", "city")
        ]

    def _start_height(self) -> int:
        heights = [mark.altitude_m for mark in self._marks() if not mark.home]
        return min(heights, key=lambda height: abs(height - START_M), default=START_M)

    def _say_pressure(self) -> None:
        height, here = self.ruler.value(), self.ruler.here()
        self.own_share.set_text(f"{oxygen_ratio(height):.1%}")
        self.own_name.set_text(here.name if here else self.hub.say(say.METRES.fill(height)))
        self.spots["own"].lead_to(self._place_here())
        low, high = tokens.PARK_ALTITUDE_M
        dash = "—" if self.hub.lang == "zh" else "–"
        self.park_share.set_text(f"{oxygen_ratio(high) * 100:.1f}{dash}{oxygen_ratio(low):.1%}")
        self.park_name.set_text(self.hub.say(say.PARK_BAND))

    def _say_section(self) -> None:
        points = self.hub.library.profile
        span = (points[-1].chainage_m - points[0].chainage_m) if points else 0
        self.section_title.set_text(self.hub.say(say.SECTION_TITLE))
        self.section_note.set_text(self.hub.say(say.SECTION_NOTE.fill(len(points), round(abs(span) / 1000))))
        self.profile.set_profile(points, self._park_position(), self.hub.lang)

    def _park_position(self) -> Position | None:
        feature = next((each for each in self.hub.library.features if each.id == "zone-core"), None)
        if feature is None:
            return None
        corners = [position for ring in feature.parts for position in ring]
        south = min(lat for lat, _ in corners)
        return south, sum(lon for _, lon in corners) / len(corners)

    def _say_steps(self) -> None:
        phases = self._of("phase")
        steps = [
            Step(
                self.hub.say(say_seen(part.as_of)) if part.as_of else "",
                self.hub.say(part.statement),
                part.status or "unverified",
                self.hub.name(part),
            )
            for part in phases
        ]
        if phases and phases[-1].status == "unverified":  # the record itself says that nothing more is known
            steps[-1] = replace(steps[-1], when=self.hub.say(say.STEPS_AFTER))
        else:
            steps.append(Step(self.hub.say(say.STEPS_AFTER), self.hub.say(say.STEPS_UNKNOWN), "unverified"))
        self.steps_title.set_text(self.hub.say(say.STEPS_TITLE))
        self.timeline.set_steps(steps)

    def _say_sides(self) -> None:
        site, neighbours = self._site(), self._of("neighbour")
        by_side = {part.direction: part for part in reversed(neighbours) if part.direction}
        sides = {}
        for direction in DIRECTIONS:
            named = [part for part in neighbours if part.direction == direction and part.status != "unverified"]
            joint = "、" if self.hub.lang == "zh" else ", "
            name = joint.join(self.hub.name(part) for part in named) or self.hub.say(kinds.TO_BE_CONFIRMED)
            sides[direction] = (self.hub.say(kinds.DIRECTION[direction]), name, bool(named))
        area = site.area_mu if isinstance(site, Zone) else None
        size = self.hub.say(say.AREA_MU_SHORT.fill(say_number(area, self.hub.lang))) if area else ""
        self.sides_title.set_text(self.hub.say(say.AROUND_TITLE))
        self.sides.set_sides((self.hub.say(say.SITE_SHORT), size), sides)
        seen = next((part.as_of for part in by_side.values() if part.as_of), None)
        self.sides_note.set_text(self.hub.say(say.AROUND_NOTE.fill(say_seen(seen))) if seen else "")

    def _say_claim(self) -> None:
        claim = next(iter(self._of("claim")), None)
        self.claim.setVisible(claim is not None)
        if claim is None:
            return
        words = claim.statement if claim.attributed_to is None else say.CLAIM.fill(claim.attributed_to, claim.statement)
        marks = ",".join(str(source.mark) for source in self.hub.library.sources(claim))
        text = self.hub.say(words).rstrip()
        text = text if text.endswith(("。", ".")) else text + ("。" if self.hub.lang == "zh" else ".")
        gap = "" if self.hub.lang == "zh" else " "
        sources = self.hub.say(window.SOURCES_OF.fill(claim.name))
        self.claim.set_words(text + gap + self.hub.say(say.CLAIM_RULE), marks, sources)

    def _say_actions(self) -> None:
        site = self._site()
        inside = site is not None and site.id in self.hub.shortlist
        self.see_button.set_text(self.hub.say(say.SEE_ON_MAP))
        self.add_button.set_text(self.hub.say(say.IN_BROCHURE if inside else say.ADD_TO_BROCHURE))
        self.add_button.setEnabled(site is not None and not inside)
        self.see_button.setEnabled(site is not None)

    def _see_on_map(self) -> None:
        site = self._site()
        if site is not None:
            self.hub.go("map")
            self.hub.choose(site.id)

    def _add(self) -> None:
        site = self._site()
        if site is not None:
            self.hub.add(site.id)


def _panel(*widgets: QWidget) -> Panel:
    panel = Panel()
    column = QVBoxLayout(panel)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(8)
    for index, widget in enumerate(widgets):
        column.addWidget(widget, int(index == 1))
    return panel
