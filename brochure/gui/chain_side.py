"""Beside the chain: where its stages lie on a small map, and four counts with their dates."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui.chain_map import ChainMap, hops_between
from brochure.gui.facts import FactBlock
from brochure.gui.jobs import Job
from brochure.gui.status_mark import StatusMark
from brochure.gui.view import Hub
from brochure.gui.widgets import Button, Panel, Rule
from brochure.maps.outline import around
from brochure.model.kinds import Figure, Stage
from brochure.words import chain as say
from brochure.words import places

COUNTS = ("incubating-firms", "carriers", "national-incubators", "national-maker-spaces")
"""Measures shown beside the chain, in this order."""
MAP_LAYERS = ("ground", "zones", "base", "chain", "access")
NAMED = (
    "zone-core", "zone-qhusp", "zone-phase3", "zone-kangyang", "zone-dayou-hill", "zone-wetland", "river-beichuan",
)  # fmt: skip
"""What the small map writes: enough to know where one is; the places of the stages stand in their columns."""
LINE_FREE_MM = 1.6
PARK, PARK_NAME_MM, WEST_MM = "zone-core", (-4.6, 1.6), 6.0
"""Inside its outline discs and line leave the park's name no room: it stands west of the last disc, so far from it, and
the map shows so much more of the west."""
SIDE_PX, COUNTS_PX, TOUCH_PX = 344, 300, 44
ANY_PX = 16_777_215


class ChainSide(QWidget):
    """``chosen`` tells the place of a stage in the chain, ``map_asked`` that the map of the park is wanted."""

    chosen = Signal(int)
    map_asked = Signal()

    def __init__(self, hub: Hub, stages: Sequence[Stage]) -> None:
        super().__init__()
        self.hub, self.stages = hub, stages
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setSpacing(tokens.GAP_PX)
        self._box.addWidget(self._build_map(), 1)
        self.counts: list[tuple[FactBlock, Figure]] = []
        self._build_counts()
        self._drawing: Job | None = None
        self.late = QTimer(self)
        self.late.setSingleShot(True)
        self.late.timeout.connect(self.draw)
        hub.theme_changed.connect(lambda _: self.draw())

    def retranslate(self) -> None:
        """Say it again, in place; the map is drawn anew with its names."""
        say_it = self.hub.say
        self.sketch.set_mark("schematic", say_it(places.CHAIN_SKETCH))
        self.open_map.set_text(say_it(places.OPEN_MAP))
        self.picture.setAccessibleName(say_it(places.CHAIN_MAP))
        self.picture.name_discs([say_it(say.DISC.fill(stage.order, stage.name)) for stage in self.stages])
        for block, figure in self.counts:
            block.set_figure(figure, self.hub.library, self.hub.lang)
        self.late.start(0)

    def arrange(self, *, beside: bool, tight: bool) -> None:
        """Stand beside the chain in one column, or below it in a row; one column again where even that is too wide."""
        way = QBoxLayout.Direction.TopToBottom if beside or tight else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        self._box.setContentsMargins(0 if beside else tokens.MARGIN_PX, 24 if beside else 0, 0, 0)
        self.setMinimumWidth(SIDE_PX if beside else 0)
        self.setMaximumWidth(SIDE_PX if beside else ANY_PX)
        self.picture.setMinimumHeight(200 if beside else 380)
        across = 1 if not (beside or tight) else 2  # beside a tall map the counts stand below each other
        for number, (block, _) in enumerate(self.counts):
            self._grid.addWidget(block, number // across, number % across)

    def draw(self) -> None:
        """Draw the small map for the place it has, beside the window."""
        from brochure.gui.plan_picture import PX_PER_MM, build_picture, heart_of, picture_view

        seen = self.parentWidget() is not None and self.parentWidget().isVisible()  # ready when the card is put away
        if not seen or self.picture.height() < 40:
            self.late.start(50) if seen else None
            return
        width, height = self.picture.width() / PX_PER_MM, self.picture.height() / PX_PER_MM
        features = self.hub.library.features
        centre = heart_of(features, ("incubator",))
        lats = [lat for each in features if each.kind == "incubator" for part in each.parts for lat, _ in part]
        tall_km = (max(lats) - min(lats)) * 111.2 if lats else 6.0
        library, lang, dress = self.hub.library, self.hub.lang, self.hub.theme
        mm_per_km = min((height - 24) / max(tall_km, 1.0), 20.0)
        west = picture_view(width, height, mm_per_km, centre)
        centre = west.position((width / 2 - WEST_MM, height / 2))
        sheet = picture_view(width, height, mm_per_km, centre)
        where = {each.id: sheet.point(each.parts[0][0]) for each in features if each.kind == "incubator"}
        last = where.get(self.stages[-1].feature or "") if self.stages else None
        anchors = {PARK: sheet.position((last[0] + PARK_NAME_MM[0], last[1] + PARK_NAME_MM[1]))} if last else {}
        discs = [
            QPointF(x * PX_PER_MM, y * PX_PER_MM)
            for x, y in (where.get(stage.feature or "", (-100.0, -100.0)) for stage in self.stages)
        ]
        free = [
            around((point.x() / PX_PER_MM, point.y() / PX_PER_MM), LINE_FREE_MM)
            for hop in hops_between(discs)
            for point in hop
        ]

        def work(_: Job) -> object:
            return build_picture(
                library, lang, dress, width_mm=width, height_mm=height, mm_per_km=mm_per_km, centre=centre,
                layers=MAP_LAYERS, named=NAMED, anchors=anchors, keep_free=free,
            )  # fmt: skip

        def drawn(drawing: object) -> None:
            if job is self._drawing:
                self.picture.set_drawing(drawing)
                self.picture.set_discs(discs)

        job = self._drawing = Job(work, self)
        job.done.connect(drawn)
        job.done.connect(job.deleteLater)
        job.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.picture and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.late.start(60)
        return super().eventFilter(watched, event)

    def _build_map(self) -> Panel:
        frame = Panel()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        self.picture = ChainMap(len(self.stages))
        self.picture.pressed.connect(self.map_asked)
        self.picture.chosen.connect(self.chosen)
        self.picture.installEventFilter(self)
        inside.addWidget(self.picture, 1)
        inside.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 8, 0)
        self.sketch = StatusMark("schematic", "")
        self.open_map = Button("", None, "link", TOUCH_PX)
        self.open_map.clicked.connect(self.map_asked)
        foot.addWidget(self.sketch)
        foot.addStretch(1)
        foot.addWidget(self.open_map)
        inside.addLayout(foot)
        return frame

    def _build_counts(self) -> None:
        figures = [next(iter(self.hub.library.readings(measure)), None) for measure in COUNTS]
        if not any(figures):
            return
        panel = Panel()
        grid = self._grid = QGridLayout(panel)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        for number, figure in enumerate(each for each in figures if each is not None):
            block = FactBlock(large=False)
            block.asked.connect(lambda key=figure.id: self.hub.choose(key))
            self.counts.append((block, figure))
            grid.addWidget(block, number // 2, number % 2)
        grid.setRowStretch(len(self.counts), 1)
        panel.setMinimumWidth(COUNTS_PX)
        self._box.addWidget(panel)
