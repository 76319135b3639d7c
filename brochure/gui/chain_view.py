"""孵化: six stages on one line, the chosen one in full below, and where they lie on the map."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui.climb import Climb, Rung
from brochure.gui.drawing_painter import DrawingPicture
from brochure.gui.facts import FactBlock
from brochure.gui.jobs import Job
from brochure.gui.stage_detail import StageDetail
from brochure.gui.status_mark import StatusMark
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub, View
from brochure.gui.widgets import Button, Panel, Rule
from brochure.model.kinds import Figure, Stage
from brochure.words import kinds
from brochure.words import places as say
from brochure.words.dates import say_seen

COUNTS = ("incubating-firms", "carriers", "national-incubators", "national-maker-spaces")
"""Measures shown beside the chain, in this order."""
MAP_LAYERS = ("ground", "zones", "base", "chain", "access")
SIDE_PX = 344


class ChainView(View):
    """The climb, the detail of one stage, a small map and four counts."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        stages = [stage for stage in hub.library.records("stages") if isinstance(stage, Stage)]
        self.stages = sorted(stages, key=lambda stage: stage.order)
        self.current = 0
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, tokens.MARGIN_PX, 16)
        whole.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(tokens.GAP_PX)
        self.climb = Climb(len(self.stages), tokens.MARGIN_PX)
        self.climb.chosen.connect(self.show_stage)
        self._build_heading()
        left.addWidget(self.climb, 1)
        self.detail = StageDetail(hub)
        below = QHBoxLayout()
        below.setContentsMargins(tokens.MARGIN_PX, 0, 0, 0)
        below.addWidget(self.detail)
        left.addLayout(below)
        whole.addLayout(left, 1)
        whole.addSpacing(tokens.MARGIN_PX)
        whole.addWidget(self._build_side())
        hub.record_chosen.connect(self._follow)
        hub.theme_changed.connect(lambda _: self._draw_map())
        self._drawing: Job | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._draw_map)
        self.retranslate()

    def retranslate(self) -> None:
        say_it = self.hub.say
        self.title.set_text(say_it(say.CHAIN_TITLE))
        seen = next((stage.as_of for stage in self.stages if stage.as_of), None)
        order = say_it(say.CHAIN_ORDER.fill(say_seen(seen))) if seen else ""
        self.lead.set_text(say_it(say.CHAIN_LEAD) + "\n" + order)
        self._place_heading()
        self.climb.set_rungs([self._rung(stage) for stage in self.stages])
        self.sketch.set_mark("schematic", say_it(say.CHAIN_SKETCH))
        self.open_map.set_text(say_it(say.OPEN_MAP))
        self.picture.setAccessibleName(say_it(say.CHAIN_MAP))
        for block, figure in self.counts:
            block.set_figure(figure, self.hub.library, self.hub.lang)
        self.show_stage(self.current)

    def leave_room(self, right_px: int) -> None:
        """The card covers the small map and the counts, which it repeats; the columns stay where they are."""
        self.side.setVisible(right_px == 0)
        self.layout().setContentsMargins(0, 0, max(tokens.MARGIN_PX, right_px), 16)

    def show_stage(self, index: int) -> None:
        """Show one stage in full and light it on the map."""
        if not self.stages:
            return
        self.current = max(0, min(index, len(self.stages) - 1))
        self.climb.set_current(self.current, self.hub.say(say.NEXT_STAGE))
        self.detail.show_stage(self.stages[self.current])
        self._late.start(0)

    def _build_heading(self) -> None:
        self.heading = QWidget(self.climb)
        column = QVBoxLayout(self.heading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = TextBlock("", "title", 700)
        self.lead = TextBlock("", "body", 400, "secondary")
        column.addWidget(self.title)
        column.addWidget(self.lead)
        self.heading.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.climb.placed.connect(self._place_heading)

    def _place_heading(self) -> None:
        room = self.climb.columns[min(3, len(self.climb.columns) - 1)].x() - tokens.MARGIN_PX - 12
        height = self.heading.layout().heightForWidth(room) or self.heading.sizeHint().height()
        self.heading.setGeometry(tokens.MARGIN_PX, 22, room, height)

    def _build_side(self) -> QWidget:
        self.side = QWidget()
        self.side.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(tokens.GAP_PX)
        frame = Panel()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self.picture = DrawingPicture()
        self.picture.pressed.connect(self._open_map)
        inside.addWidget(self.picture, 1)
        inside.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 8, 0)
        self.sketch = StatusMark("schematic", "")
        self.open_map = Button("", None, "link")
        self.open_map.clicked.connect(self._open_map)
        foot.addWidget(self.sketch)
        foot.addStretch(1)
        foot.addWidget(self.open_map)
        inside.addLayout(foot)
        column.addWidget(frame, 1)
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
            column.addWidget(panel)
        return self.side

    def _rung(self, stage: Stage) -> Rung:
        first, second = (stage.name.zh, stage.name.en) if self.hub.lang == "zh" else (stage.name.en, stage.name.zh)
        zone = self.hub.library.find(stage.zone) if stage.zone else None
        level = kinds.LEVEL[stage.level] if stage.level else say.LEVEL_UNKNOWN
        feature = next((each for each in self.hub.library.features if each.id == stage.feature), None)
        short = self.hub.say(feature.short).replace("\n", " ") if feature is not None and feature.short else ""
        return Rung(
            stage.order, first, short, second if second != first else "", self.hub.say(stage.role),
            "operating" if stage.level else "unverified", self.hub.say(level),
            self.hub.name(zone) if zone is not None else self.hub.say(stage.place),
        )  # fmt: skip

    def _draw_map(self) -> None:
        from brochure.gui.plan_picture import PX_PER_MM, build_picture, heart_of

        if not self.isVisible() or self.picture.height() < 40:
            self._late.start(50) if self.isVisible() else None
            return
        width, height = self.picture.width() / PX_PER_MM, self.picture.height() / PX_PER_MM
        features = self.hub.library.features
        centre = heart_of(features, ("incubator",))
        lats = [lat for each in features if each.kind == "incubator" for part in each.parts for lat, _ in part]
        tall_km = (max(lats) - min(lats)) * 111.2 if lats else 6.0
        library, lang, dress = self.hub.library, self.hub.lang, self.hub.theme
        own = self.stages[self.current].order if self.stages else None
        mm_per_km = min((height - 24) / max(tall_km, 1.0), 20.0)

        def work(_: Job) -> object:
            return build_picture(
                library, lang, dress, width_mm=width, height_mm=height, mm_per_km=mm_per_km, centre=centre,
                layers=MAP_LAYERS, own_stage=own,
            )  # fmt: skip

        job = self._drawing = Job(work, self)
        job.done.connect(lambda drawing: self.picture.set_drawing(drawing) if job is self._drawing else None)
        job.done.connect(job.deleteLater)
        job.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._late.start(0)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._late.start(60)

    def _open_map(self) -> None:
        self.hub.go("map")
        if self.stages:
            self.hub.choose(self.stages[self.current].id)

    def _follow(self, record_id: str) -> None:
        index = next((at for at, stage in enumerate(self.stages) if stage.id == record_id), None)
        if index is not None and index != self.current:
            self.show_stage(index)
