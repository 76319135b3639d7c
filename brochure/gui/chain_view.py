"""孵化: six stages on one line, the chosen one or three questions below, a small map, counts and the growth ladder."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from brochure import tokens
from brochure.gui.chain_map import ChainMap
from brochure.gui.climb import Climb
from brochure.gui.facts import FactBlock
from brochure.gui.jobs import Job
from brochure.gui.ladder import LadderPanel
from brochure.gui.stage_column import Light, Rung
from brochure.gui.stage_detail import TALL_PX, StageDetail
from brochure.gui.stage_questions import QuestionPanel
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Button, Panel, PrimaryButton, Rule
from brochure.model.kinds import Figure, Stage, Zone
from brochure.words import chain as say
from brochure.words import kinds, places
from brochure.words.dates import say_seen

COUNTS = ("incubating-firms", "carriers", "national-incubators", "national-maker-spaces")
"""Measures shown beside the chain, in this order."""
MAP_LAYERS = ("ground", "zones", "base", "chain", "access")
SIDE_PX, TOUCH_PX = 344, 44
BESIDE_PX = 1120
"""In a window narrower than this, one that stands upright, map and counts go below the chain."""
LADDER_PX, LADDER_BESIDE_PX = 680, 1380
"""The ladder stands beside the stage where the place is wide enough for both."""
BESIDE_MORE_PX = 50
"""Beside the ladder the stage is narrower, so its longest words need two lines more."""
UPRIGHT_ROOM_PX, NARROW_PX = 800, 740
"""With less than the first map and counts stand below each other, with less than the second the panels do too."""
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
        hub.theme_changed.connect(lambda _: self._draw_map())
        self._drawing: Job | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._draw_map)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.title.set_text(say_it(places.CHAIN_TITLE))
        seen = next((stage.as_of for stage in self.stages if stage.as_of), None)
        self.lead.set_text(say_it(places.CHAIN_LEAD))
        self.order.set_text(say_it(places.CHAIN_ORDER.fill(say_seen(seen))) if seen else "")
        self.climb.set_rungs([self._rung(stage) for stage in self.stages])
        self.sketch.set_mark("schematic", say_it(places.CHAIN_SKETCH))
        self.open_map.set_text(say_it(places.OPEN_MAP))
        self.picture.setAccessibleName(say_it(places.CHAIN_MAP))
        self.picture.name_discs([say_it(say.DISC.fill(stage.order, stage.name)) for stage in self.stages])
        for block, figure in self.counts:
            block.set_figure(figure, self.hub.library, self.hub.lang)
        self.questions.retranslate()
        self.ladder.retranslate()
        self.show_stage(self.current)
        self._late.start(0)
        self._fit()

    def leave_room(self, right_px: int) -> None:
        """The card covers the small map and the counts, which it repeats; the columns stay where they are."""
        self._taken_px = right_px
        self._fit()

    def new_visitor(self) -> None:
        """Forget the answers and the visitor's own stage, and show the first stage."""
        self.questions.clear()
        self.below.setCurrentWidget(self.detail)
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
        self.below.setCurrentWidget(self.questions)
        self.scroll.ensureWidgetVisible(self.below, 0, 0)
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

    def _see_stage(self) -> None:
        self.below.setCurrentWidget(self.detail)
        self.climb.columns[self.current].setFocus()

    def _choose(self, index: int) -> None:
        self.below.setCurrentWidget(self.detail)
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
        self.below = QStackedWidget()
        self.below.addWidget(self.detail)
        self.below.addWidget(self.questions)
        self._below_row = QHBoxLayout()
        self._below_row.setContentsMargins(tokens.MARGIN_PX, 0, 0, 0)
        self._below_row.setSpacing(tokens.GAP_PX)
        self._below_row.addWidget(self.below, 1)
        left.addLayout(self._below_row)
        self._row.addLayout(left, 1)
        self._row.addWidget(self._build_side())
        whole.addWidget(self.top, 1)
        self.ladder = LadderPanel(self.hub)
        self._foot_row = QHBoxLayout()
        self._foot_row.setContentsMargins(tokens.MARGIN_PX, 0, 0, 0)
        self._foot_row.addWidget(self.ladder)
        whole.addLayout(self._foot_row)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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

    def _build_side(self) -> QWidget:
        self.side = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.side)
        self._side.setContentsMargins(0, 24, 0, 0)
        self._side.setSpacing(tokens.GAP_PX)
        frame = Panel()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self.picture = ChainMap(len(self.stages))
        self.picture.pressed.connect(self._open_map)
        self.picture.chosen.connect(self._choose)
        self.picture.installEventFilter(self)
        inside.addWidget(self.picture, 1)
        inside.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 8, 0)
        self.sketch = StatusMark("schematic", "")
        self.open_map = Button("", None, "link", TOUCH_PX)
        self.open_map.clicked.connect(self._open_map)
        foot.addWidget(self.sketch)
        foot.addStretch(1)
        foot.addWidget(self.open_map)
        inside.addLayout(foot)
        self._side.addWidget(frame, 1)
        self.counts: list[tuple[FactBlock, Figure]] = []
        figures = [next(iter(self.hub.library.readings(measure)), None) for measure in COUNTS]
        if any(figures):
            panel = Panel()
            grid = QGridLayout(panel)
            grid.setContentsMargins(16, 12, 16, 12)
            grid.setHorizontalSpacing(16)
            for number, figure in enumerate(each for each in figures if each is not None):
                block = FactBlock(large=False)
                block.asked.connect(lambda key=figure.id: self.hub.choose(key))
                self.counts.append((block, figure))
                grid.addWidget(block, number // 2, number % 2)
            grid.setRowStretch(len(self.counts), 1)
            panel.setMinimumWidth(300)
            self._side.addWidget(panel)
        return self.side

    def _fit(self) -> None:
        """Put things beside or below each other, and let the first row fill what is seen."""
        room = self.width() - self._taken_px
        beside = self.width() >= BESIDE_PX
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(tokens.MARGIN_PX if beside else tokens.GAP_PX)
        self._side.setDirection(down if beside or room < UPRIGHT_ROOM_PX else across)
        self._side.setContentsMargins(0 if beside else tokens.MARGIN_PX, 24 if beside else 0, 0, 0)
        self.side.setMinimumWidth(SIDE_PX if beside else 0)
        self.side.setMaximumWidth(SIDE_PX if beside else 16_777_215)
        self.picture.setMinimumHeight(200 if beside else 380)
        self.side.setVisible(not beside or self._taken_px == 0)
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
        margin = max(tokens.MARGIN_PX if room >= BESIDE_PX else 16, self._taken_px)
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
        return Rung(
            stage.order, first, short, second if second != first else "", self.hub.say(stage.role),
            "operating" if stage.level else "unverified", self.hub.say(level),
            self._zone_name(zone) if isinstance(zone, Zone) else self.hub.say(stage.place),
        )  # fmt: skip

    def _zone_name(self, zone: Zone) -> str:
        """Return the name of a zone as the map has it, which is the shorter one."""
        drawn = next((each for each in self.hub.library.features if zone.feature and each.id == zone.feature), None)
        name = drawn.short if drawn is not None and drawn.short else zone.name
        return self.hub.say(name).replace("\n", "" if self.hub.lang == "zh" else " ")

    def _say_ask(self) -> None:
        self.ask_button.set_text(self.hub.say(say.ASK_AGAIN if self.possible else say.ASK))
        self._place_heading()

    def _draw_map(self) -> None:
        from brochure.gui.plan_picture import PX_PER_MM, build_picture, heart_of, picture_view

        if not self.isVisible() or self.picture.height() < 40:
            self._late.start(50) if self.isVisible() and self.side.isVisible() else None
            return
        width, height = self.picture.width() / PX_PER_MM, self.picture.height() / PX_PER_MM
        features = self.hub.library.features
        centre = heart_of(features, ("incubator",))
        lats = [lat for each in features if each.kind == "incubator" for part in each.parts for lat, _ in part]
        tall_km = (max(lats) - min(lats)) * 111.2 if lats else 6.0
        library, lang, dress = self.hub.library, self.hub.lang, self.hub.theme
        mm_per_km = min((height - 24) / max(tall_km, 1.0), 20.0)
        sheet = picture_view(width, height, mm_per_km, centre)
        where = {each.id: sheet.point(each.parts[0][0]) for each in features if each.kind == "incubator"}
        discs = [where.get(stage.feature or "", (-100.0, -100.0)) for stage in self.stages]

        def work(_: Job) -> object:
            return build_picture(
                library, lang, dress, width_mm=width, height_mm=height, mm_per_km=mm_per_km, centre=centre,
                layers=MAP_LAYERS,
            )  # fmt: skip

        def drawn(drawing: object) -> None:
            if job is self._drawing:
                self.picture.set_drawing(drawing)
                self.picture.set_discs([QPointF(x * PX_PER_MM, y * PX_PER_MM) for x, y in discs])

        job = self._drawing = Job(work, self)
        job.done.connect(drawn)
        job.done.connect(job.deleteLater)
        job.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.picture and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._late.start(60)
        return super().eventFilter(watched, event)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._fit()
        self._late.start(0)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._fit()
        self._late.start(60)

    def _open_map(self) -> None:
        self.hub.go("map")
        if self.stages:
            self.hub.choose(self.stages[self.current].id)

    def _follow(self, record_id: str) -> None:
        index = next((at for at, stage in enumerate(self.stages) if stage.id == record_id), None)
        if index is not None and index != self.current:
            self._choose(index)
