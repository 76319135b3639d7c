"""海拔: the park on the ruler of heights, the air there, the ground, the wellness base, and what is published."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from brochure.gui.altitude_air import AirPanel
from brochure.gui.altitude_base import BasePanels
from brochure.gui.altitude_side import RulerSide
from brochure.gui.altitude_spots import AREA, GATE, HILL, IDEAL, PARK, ChartSpots, figure_of
from brochure.gui.altitude_studies import StudiesPanel
from brochure.gui.base_parts import ClaimBox
from brochure.gui.flow import Flow
from brochure.gui.profile_chart import ProfileChart
from brochure.gui.ruler import NARROW_PX, ROOMY_PX
from brochure.gui.spot import LEAST_PX, Spot
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Panel, PrimaryButton, Rule, Scroll, SecondaryButton
from brochure.model.geometry import Position
from brochure.model.kinds import BasePart, Place
from brochure.model.link import link_of
from brochure.model.record import Record
from brochure.words import altitude as say
from brochure.words import places, window
from brochure.words.dates import say_seen

START_M = 3650
PROFILE_PX = 236, 340
PAGE_PX, BESIDE_PX, LEAST_PAGE_PX = 420, 720, 400
"""With less than the first for the page the ruler takes less, with less than the second panels stand in one column.
Where even the narrow ruler would leave less than the third it waits until the card is put away."""
LINE_PX = 34
"""One of the two sentences below each other: close enough to be read as one, its spot is still as tall as a finger."""


class AltitudeView(View):
    """The ruler at the left, always in sight; at the right a page that scrolls inside."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self.parts = [part for part in hub.library.records("base") if isinstance(part, BasePart)]
        self._taken_px = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side = RulerSide(hub)
        self.ruler = self.side.ruler
        row.addWidget(self.side)
        self.edge = Rule(standing=True)
        row.addWidget(self.edge)
        row.addWidget(self._build_page(), 1)
        self._build_spots()
        self.side.moved.connect(self._say_air)
        self.side.retranslate()
        self.ruler.setValue(self._start_height())
        self.retranslate()
        hub.shortlist_changed.connect(lambda _: self._say_actions())

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.side.retranslate()
        self.title.set_text(say_it(places.ALTITUDE_TITLE))
        lead = [part for kind in ("altitude", "site") for part in self._of(kind)[:1]]
        for block, part in zip((self.lead, self.lead_site), lead, strict=False):
            block.set_text(say_it(part.statement))
        self._say_lead_note()
        self._say_section()
        self.base.retranslate()
        self._say_claim()
        self.studies.retranslate()
        self._say_actions()
        self._say_spots()
        self._fit()

    def leave_room(self, right_px: int) -> None:
        """Give the card its room; where too little is left the ruler takes less too."""
        self._taken_px = right_px
        self.layout().setContentsMargins(0, 0, right_px, 0)
        self._fit()

    def new_visitor(self) -> None:
        """Put ruler, filter and section back as they were at the start."""
        self.side.show_only("all")
        self.ruler.setValue(self._start_height())
        self.profile.at = None
        self.profile.update()
        self._say_reading("")
        self.scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() - self._taken_px
        narrow = left - ROOMY_PX < PAGE_PX
        self.side.set_narrow(narrow=narrow)
        room = left - NARROW_PX >= LEAST_PAGE_PX
        if not room:
            self.side.close_list()
        self.side.setVisible(room)
        self.edge.setVisible(room)
        page = left - (self.side.width() if room else 0)
        self.base.set_narrow(narrow=page < BESIDE_PX)
        margin = 16 if page < PAGE_PX else 32
        self.page.layout().setContentsMargins(margin, 16, margin, 14)
        self._fit_head(page - 2 * margin)
        self.profile.setMinimumHeight(max(PROFILE_PX[0], min(PROFILE_PX[1], round(page * 0.26))))

    def _build_page(self) -> QWidget:
        self.page = QWidget()
        self.page.setObjectName("page")
        column = QVBoxLayout(self.page)
        column.setSpacing(12)
        column.addLayout(self._build_head())
        self.air = AirPanel(self.hub)
        column.addWidget(self.air)
        self.section = Panel()
        inside = QVBoxLayout(self.section)
        inside.setContentsMargins(20, 12, 20, 8)
        inside.setSpacing(4)
        self.section_title, self.section_note = TextBlock("", "body", 700), TextBlock("", "note", 400, "secondary")
        self.reading = TextBlock("", "small", 500, "brand")
        self.profile = ProfileChart()
        self.profile.exaggerated.connect(lambda _: self._say_note())
        self.profile.read.connect(self._say_reading)
        for widget in (self.section_title, self.section_note, self.profile, self.reading):
            inside.addWidget(widget, int(widget is self.profile))
        column.addWidget(self.section, 1)
        self.base = BasePanels(self.hub, self.parts)
        self.timeline, self.sides = self.base.timeline, self.base.sides
        column.addWidget(self.base)
        self.claim = ClaimBox()
        column.addWidget(self.claim)
        self.studies = StudiesPanel(self.hub)
        column.addWidget(self.studies)
        self.scroll = Scroll()
        self.scroll.setWidget(self.page)
        return self.scroll

    def _build_head(self) -> QVBoxLayout:
        whole = QVBoxLayout()
        whole.setSpacing(2)
        self._head, self._said = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        self.title, self.lead, self.lead_site = (
            TextBlock("", "title", 700),
            TextBlock("", "body"),
            TextBlock("", "body"),
        )
        self.see_button = SecondaryButton("", "map", LEAST_PX)
        self.add_button = PrimaryButton("", "plus", LEAST_PX)
        self.see_button.clicked.connect(self._see_on_map)
        self.add_button.clicked.connect(self._add)
        self._buttons = Flow(8)
        for button in (self.see_button, self.add_button):
            self._buttons.add(button)
        self._head.setSpacing(8)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self._buttons)
        self.lead_note = TextBlock("", "note", 400, "secondary")
        for block in (self.lead, self.lead_site):
            self._said.addWidget(block, int(block is self.lead_site))
        whole.addLayout(self._head)
        whole.addLayout(self._said)
        whole.addWidget(self.lead_note)
        return whole

    def _fit_head(self, room: int) -> None:
        """Put buttons beside the title, and the two sentences beside each other, where there is room for both."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        buttons = self.see_button.sizeHint().width() + self.add_button.sizeHint().width() + 8
        both = self.title.sizeHint().width() + buttons + 24 <= room
        self._head.setDirection(across if both else down)
        self._buttons.setMinimumWidth(buttons if both else 0)
        beside = self.lead.sizeHint().width() + self.lead_site.sizeHint().width() + 24 <= room
        self._said.setDirection(across if beside else down)
        self._said.setSpacing(24 if beside else 0)
        for block in (self.lead, self.lead_site):
            block.setMinimumHeight(LEAST_PX if beside else LINE_PX)

    def _build_spots(self) -> None:
        """Make every height, share and area on the page lead to the record that says it."""
        covered: dict[str, QWidget] = {
            "claim": self.claim,
            "altitude": self.lead,
            "area": self.lead_site,
            "own": self.air.own_pair,
            "park": self.air.park_pair,
        }
        self.spots = {key: Spot(self.hub, widget.parentWidget()) for key, widget in covered.items()}
        for key, spot in self.spots.items():
            spot.cover(covered[key])
        self.chart_spots = [ChartSpots(self.hub, chart) for chart in (self.profile, self.timeline, self.sides)]
        last: QWidget = self.add_button  # the keyboard reads down the page; spots are made last
        for key in ("altitude", "area", "own", "park"):
            QWidget.setTabOrder(last, self.spots[key])
            last = self.spots[key]

    def _say_spots(self) -> None:
        library = self.hub.library
        park, area = figure_of(library, PARK), figure_of(library, AREA)
        claim = next((part.id for part in self._of("claim")), None)
        targets = {"altitude": park, "area": area, "park": park, "own": self.side.place_here(), "claim": claim}
        for key, target in targets.items():
            self.spots[key].lead_to(target)
        section, steps, sides = self.chart_spots
        section.set_targets([figure_of(library, IDEAL), park, GATE, HILL])
        steps.set_targets([part.id for part in self._of("phase")])
        sides.set_targets(self.base.side_targets(area))

    def _of(self, part: str) -> list[BasePart]:
        return sorted((each for each in self.parts if each.part == part), key=lambda each: each.order)

    def _site(self) -> Record | None:
        """Return what stands for the base on the map and in the tray: its zone where there is one."""
        for part in (*self._of("site"), *self._of("core")):
            zone = self.hub.library.find(part.zone) if part.zone else None
            if zone is not None:
                return zone
        return next(iter(self._of("site")), None)

    def _start_height(self) -> int:
        heights = [mark.altitude_m for mark in self.ruler.marks if not mark.home]
        return min(heights, key=lambda height: abs(height - START_M), default=START_M)

    def _say_air(self) -> None:
        here = self.ruler.here()
        self.air.show_height(self.ruler.value(), here.name if here is not None else None)
        self.spots["own"].lead_to(self.side.place_here())

    def _say_lead_note(self) -> None:
        """Say when and where the two sentences were read, and whose the ideal band is."""
        parts = [part for part in self._of("altitude") if part.as_of]
        author = next((part.attributed_to for part in parts if part.attributed_to is not None), None)
        self.lead_note.setVisible(author is not None)
        if author is not None and parts[0].as_of is not None:
            marks = ",".join(str(source.mark) for source in self.hub.library.sources(parts[0]))
            self.lead_note.set_text(self.hub.say(say.LEAD_NOTE.fill(say_seen(parts[0].as_of), marks, author)))

    def _say_section(self) -> None:
        self.section_title.set_text(self.hub.say(places.SECTION_TITLE))
        stops = (each for each in self.hub.library.records("places") if isinstance(each, Place))
        airport = next((each for each in stops if each.type == "airport" and each.lat and each.lon), None)
        where = (airport.lat, airport.lon) if airport is not None and airport.lat and airport.lon else None
        self.profile.set_profile(self.hub.library.profile, self._park_position(), self.hub.lang, where)
        self._say_note()
        self._say_reading(self.profile.reading())

    def _say_note(self) -> None:
        points = self.profile.points
        span = (points[-1].chainage_m - points[0].chainage_m) if points else 0
        times = max(round(self.profile.factor()), 1)
        note = say.EXAGGERATED.fill(len(points), round(abs(span) / 1000), times)
        self.section_note.set_text(self.hub.say(note))

    def _say_reading(self, words: str) -> None:
        self.reading.set_text(words or self.hub.say(say.READING_HINT))

    def _park_position(self) -> Position | None:
        feature = next((each for each in self.hub.library.features if each.id == "zone-core"), None)
        if feature is None:
            return None
        corners = [position for ring in feature.parts for position in ring]
        south = min(lat for lat, _ in corners)
        return south, sum(lon for _, lon in corners) / len(corners)

    def _say_claim(self) -> None:
        claim = next(iter(self._of("claim")), None)
        self.claim.setVisible(claim is not None)
        if claim is None:
            return
        words = (
            claim.statement if claim.attributed_to is None else places.CLAIM.fill(claim.attributed_to, claim.statement)
        )
        marks = ",".join(str(source.mark) for source in self.hub.library.sources(claim))
        text = self.hub.say(words).rstrip()
        text = text if text.endswith(("。", ".")) else text + ("。" if self.hub.lang == "zh" else ".")
        gap = "" if self.hub.lang == "zh" else " "
        sources = self.hub.say(window.SOURCES_OF.fill(claim.name))
        self.claim.set_words(text + gap + self.hub.say(places.CLAIM_RULE), marks, sources)

    def _say_actions(self) -> None:
        site = self._site()
        inside = site is not None and site.id in self.hub.shortlist
        self.see_button.set_text(self.hub.say(places.SEE_ON_MAP))
        self.add_button.set_text(self.hub.say(places.IN_BROCHURE if inside else places.ADD_TO_BROCHURE))
        self.add_button.setEnabled(site is not None and not inside)
        self.see_button.setEnabled(site is not None)

    def _see_on_map(self) -> None:
        site = self._site()
        if site is not None:
            self.hub.follow(link_of(site))

    def _add(self) -> None:
        site = self._site()
        if site is not None:
            self.hub.add(site.id)
