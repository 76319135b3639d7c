"""孵化: six stages on one line, the chosen one or three questions below, a small map, counts and the growth ladder."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from brochure import tokens
from brochure.gui.chain_side import SIDE_PX, ChainSide
from brochure.gui.climb import UPRIGHT_PX, Climb
from brochure.gui.ladder import LadderPanel
from brochure.gui.pages import Pages
from brochure.gui.stage_column import Light, Rung
from brochure.gui.stage_detail import TALL_PX, StageDetail
from brochure.gui.stage_questions import QuestionPanel
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import PrimaryButton, Scroll
from brochure.model.kinds import Stage, Zone
from brochure.model.link import link_of
from brochure.words import chain as say
from brochure.words import kinds, places
from brochure.words.dates import say_seen

TOUCH_PX = 44
BESIDE_PX = 1120
"""In a window narrower than this, one that stands upright, map and counts go below the chain."""
LADDER_PX, LADDER_BESIDE_PX = 680, 1380
"""The ladder stands beside the stage where the place is wide enough for both."""
BESIDE_MORE_PX = 50
"""Beside the ladder the stage is narrower, so its longest words need two lines more."""
UPRIGHT_ROOM_PX, NARROW_PX = 800, 740
"""With less than the first map and counts stand below each other, with less than the second the panels do too."""
CLIMB_PX, NARROW_EDGE_PX, ANY_PX = 540, 16, 16_777_215
PEEK_PX = 56
"""So much of the ladder's heading is seen where the whole does not fit, to tell that there is more below."""


class ChainView(View):
    """The climb, the detail of one stage, a small map, four counts and the ladder; all scrolls inside."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        stages = [stage for stage in hub.library.records("stages") if isinstance(stage, Stage)]
        self.stages = sorted(stages, key=lambda stage: stage.order)
        ids = [stage.id for stage in self.stages]
        self.current = ids.index(hub.chosen) if hub.chosen in ids else 0
        self.possible: tuple[int, ...] = (ids.index(hub.own_stage),) if hub.own_stage in ids else ()
        self._taken_px = 0
        self._build()
        hub.record_chosen.connect(self._follow)
        hub.own_stage_changed.connect(self._follow_own)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.title.set_text(say_it(places.CHAIN_TITLE))
        seen = next((stage.as_of for stage in self.stages if stage.as_of), None)
        self.lead.set_text(say_it(places.CHAIN_LEAD))
        self.order.set_text(say_it(places.CHAIN_ORDER.fill(say_seen(seen))) if seen else "")
        self.climb.set_rungs([self._rung(stage) for stage in self.stages])
        self.side.retranslate()
        self.questions.retranslate()
        self.ladder.retranslate()
        self.show_stage(self.current)
        self._fit()

    def leave_room(self, right_px: int) -> None:
        """The card covers the small map and the counts, which it repeats; the columns stay where they are."""
        self._taken_px = right_px
        self._fit()

    def new_visitor(self) -> None:
        """Forget the answers and the visitor's own stage, and show the first stage."""
        self.questions.clear()
        self.below.show_page(self.detail)
        self.show_stage(0)
        self.scroll.verticalScrollBar().setValue(0)

    def show_stage(self, index: int) -> None:
        """Show one stage in full and light it on the map."""
        if not self.stages:
            return
        self.current = max(0, min(index, len(self.stages) - 1))
        lights = self._lights()
        self.climb.set_current(self.current, lights)
        self.picture.set_current(self.current, lights)
        self.detail.show_stage(self.stages[self.current])
        self._say_ask()

    def ask(self) -> None:
        """Show the three questions in place of the stage."""
        self.below.show_page(self.questions)
        self._show_below()
        next(iter(self.questions.choices.values())).parts["idea"].setFocus()

    def _lights(self) -> list[Light]:
        """Return how each stage is lit: the visitor's own and the next; before the questions the one that is shown."""
        say_it = self.hub.say
        own = self.possible or (self.current,)
        following = own[0] + 1 if len(own) == 1 else None
        tag = say_it(say.YOU_ARE_HERE if len(own) == 1 else say.MAYBE_HERE) if self.possible else ""
        lights = []
        for index in range(len(self.stages)):
            if index in own:
                lights.append(Light("own", tag))
            elif index == following:
                lights.append(Light("next", say_it(places.NEXT_STAGE)))
            else:
                lights.append(Light())
        return lights

    def _answered(self, possible: tuple[int, ...]) -> None:
        self.possible = possible
        self.hub.set_own_stage(self.stages[possible[0]].id if len(possible) == 1 else None)
        self.show_stage(possible[0] if possible else self.current)
        if self.below.current() is self.questions:
            self._show_below()

    def _show_below(self) -> None:
        """Scroll to all of the questions, once they have the height that their words ask for."""
        QTimer.singleShot(0, self, lambda: self.scroll.ensureWidgetVisible(self.below, 0, tokens.GAP_PX))

    def _follow_own(self, record_id: object) -> None:
        """Light the stage that the visitor answered elsewhere, or none any more."""
        places = tuple(place for place, stage in enumerate(self.stages) if stage.id == record_id)
        if places != self.possible and (places or len(self.possible) == 1):
            self.possible = places
            self.show_stage(places[0] if places else self.current)

    def _see_stage(self) -> None:
        self.below.show_page(self.detail)
        self.climb.columns[self.current].setFocus()

    def _choose(self, index: int) -> None:
        self.below.show_page(self.detail)
        self.show_stage(index)

    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.page = QWidget()
        self.page.setObjectName("page")
        whole = QVBoxLayout(self.page)
        whole.setSpacing(tokens.GAP_PX)
        self.top = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.top)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.GAP_PX)
        left = QVBoxLayout()
        left.setSpacing(tokens.GAP_PX)
        self.climb = Climb(len(self.stages), tokens.MARGIN_PX)
        self.climb.chosen.connect(self._choose)
        self._build_heading()
        left.addWidget(self.climb, 1)
        self.detail = StageDetail(self.hub)
        self.questions = QuestionPanel(self.hub, self.stages)
        self.questions.answered.connect(self._answered)
        self.questions.closed.connect(self._see_stage)
        self.below = Pages()
        self.below.add(self.detail)
        self.below.add(self.questions)
        self._below_row = QHBoxLayout()
        self._below_row.setContentsMargins(tokens.MARGIN_PX, 0, 0, 0)
        self._below_row.setSpacing(tokens.GAP_PX)
        self._below_row.addWidget(self.below, 1)
        left.addLayout(self._below_row)
        self._row.addLayout(left, 1)
        self.side = ChainSide(self.hub, self.stages)
        self.side.chosen.connect(self._choose)
        self.side.map_asked.connect(self._open_map)
        self.picture, self.open_map, self.counts = self.side.picture, self.side.open_map, self.side.counts
        self._row.addWidget(self.side)
        whole.addWidget(self.top, 1)
        self.ladder = LadderPanel(self.hub)
        self._foot_row = QHBoxLayout()
        self._foot_row.setContentsMargins(tokens.MARGIN_PX, 0, 0, 0)
        self._foot_row.addWidget(self.ladder)
        whole.addLayout(self._foot_row)
        self.scroll = Scroll()
        self.scroll.setWidget(self.page)
        outer.addWidget(self.scroll)

    def _build_heading(self) -> None:
        self.heading = QWidget(self.climb)
        column = QVBoxLayout(self.heading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.title = TextBlock("", "title", 700)
        self.lead = TextBlock("", "body", 400, "secondary")
        self.order = TextBlock("", "note", 400, "secondary")
        for widget in (self.title, self.lead, self.order):
            column.addWidget(widget)
        self.heading.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # a disc may lie at its edge
        self.ask_button = PrimaryButton("", "chain", TOUCH_PX)
        self.ask_button.setParent(self.climb)
        self.ask_button.clicked.connect(self.ask)
        self.climb.placed.connect(self._place_heading)

    def _place_heading(self) -> None:
        upright = self.climb.upright
        edge = tokens.MARGIN_PX // 2 if upright else tokens.MARGIN_PX
        third = self.climb.columns[min(3, len(self.climb.columns) - 1)].x()
        room = self.climb.width() - edge if upright else third - edge - 12
        height = self.heading.layout().heightForWidth(room) or self.heading.sizeHint().height()
        self.heading.setGeometry(edge, 16, room, height)
        self.ask_button.setGeometry(edge, 16 + height + 6, self.ask_button.sizeHint().width(), TOUCH_PX)
        self.climb.set_head(height + TOUCH_PX + 32)

    def _fit(self) -> None:
        """Put things beside or below each other, and let the first row fill what is seen."""
        room = self.width() - self._taken_px
        beside = self.width() >= BESIDE_PX
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(tokens.MARGIN_PX if beside else tokens.GAP_PX)
        self.side.arrange(beside=beside, tight=room < UPRIGHT_ROOM_PX)
        self.side.setVisible(not beside or self._taken_px == 0)
        rows = room - NARROW_EDGE_PX < UPRIGHT_PX
        self.climb.setMaximumHeight(ANY_PX if beside or rows else CLIMB_PX)  # upright the map takes what is left
        self._row.setStretch(0, int(beside))
        self._row.setStretch(1, int(not beside))
        narrow = room - (SIDE_PX + tokens.MARGIN_PX if self.side.isVisibleTo(self) and beside else 0) < NARROW_PX
        self.detail.set_narrow(narrow=narrow)
        self.questions.set_narrow(narrow=narrow)
        ladder_beside = beside and room - SIDE_PX - 2 * tokens.MARGIN_PX >= LADDER_BESIDE_PX
        into = self._below_row if ladder_beside else self._foot_row
        if into.indexOf(self.ladder) < 0:
            (self._foot_row if ladder_beside else self._below_row).removeWidget(self.ladder)
            into.addWidget(self.ladder)
        self.detail.setMinimumHeight(TALL_PX + (BESIDE_MORE_PX if ladder_beside else 0))
        self.ladder.setMaximumWidth(LADDER_PX if ladder_beside else 16_777_215)
        self.ladder.setMinimumWidth(LADDER_PX if ladder_beside else 0)
        margin = max(tokens.MARGIN_PX if room >= BESIDE_PX else NARROW_EDGE_PX, self._taken_px)
        self.page.layout().setContentsMargins(0, 0, margin, 16)
        seen = self.scroll.viewport().height()
        below = 0 if ladder_beside else self.ladder.sizeHint().height() + 2 * tokens.GAP_PX
        whole = self._row.minimumSize().height() + below
        self.top.setMinimumHeight(max(0, seen - PEEK_PX) if beside and not ladder_beside and whole > seen else 0)

    def _rung(self, stage: Stage) -> Rung:
        first, second = (stage.name.zh, stage.name.en) if self.hub.lang == "zh" else (stage.name.en, stage.name.zh)
        zone = self.hub.library.find(stage.zone) if stage.zone else None
        level = kinds.LEVEL[stage.level] if stage.level else places.LEVEL_UNKNOWN
        feature = next((each for each in self.hub.library.features if each.id == stage.feature), None)
        short = self.hub.say(feature.short).replace("\n", " ") if feature is not None and feature.short else ""
        back = "en" if self.hub.lang == "zh" else "zh"
        other = feature.short.to(back).replace("\n", " ") if feature is not None and feature.short else ""
        return Rung(
            stage.order, first, short, second if second != first else "", self.hub.say(stage.role),
            "operating" if stage.level else "unverified", self.hub.say(level),
            self._zone_name(zone) if isinstance(zone, Zone) else self.hub.say(stage.place), other,
        )  # fmt: skip

    def _zone_name(self, zone: Zone) -> str:
        """Return the name of a zone as the map has it, which is the shorter one."""
        drawn = next((each for each in self.hub.library.features if zone.feature and each.id == zone.feature), None)
        name = drawn.short if drawn is not None and drawn.short else zone.name
        return self.hub.say(name).replace("\n", "" if self.hub.lang == "zh" else " ")

    def _say_ask(self) -> None:
        self.ask_button.set_text(self.hub.say(say.ASK_AGAIN if self.possible else say.ASK))
        self._place_heading()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._fit()
        self.side.late.start(0)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open_map(self) -> None:
        if self.stages:
            self.hub.follow(link_of(self.stages[self.current]))
        else:
            self.hub.go("map")

    def _follow(self, record_id: str) -> None:
        index = next((at for at, stage in enumerate(self.stages) if stage.id == record_id), None)
        if index is not None and index != self.current:
            self._choose(index)
