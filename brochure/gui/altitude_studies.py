"""What is published about moderate altitude: each study with journal, range and caution, held against the park."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brochure import tokens
from brochure.gui import theme
from brochure.gui.ground_section import say_metres
from brochure.gui.record_link import RecordLink
from brochure.gui.text_block import TextBlock
from brochure.gui.tiles import Tiles
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, Panel, Rule
from brochure.model.kinds import BasePart
from brochure.words import Text, window
from brochure.words import altitude as say

LEAST_M, MOST_M = 0, 3600
STUDY_PX = 300


class RangeBar(QWidget):
    """A range of altitudes on a short scale, with the park's band across it."""

    def __init__(self) -> None:
        super().__init__()
        self.low_m: float | None = None
        self.high_m: float | None = None
        self.words, self.park = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_range(self, low_m: float | None, high_m: float | None, words: str, park: str) -> None:
        """Show a range; a side that is ``None`` is open."""
        self.low_m, self.high_m, self.words, self.park = low_m, high_m, words, park
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 30.0
        low, high = (self._x(height) for height in tokens.PARK_ALTITUDE_M)
        painter.setPen(QPen(theme.colour("rule"), 6))
        painter.drawLine(QPointF(3, y), QPointF(self.width() - 3, y))
        painter.setPen(QPen(theme.colour("brand"), 6))
        start = self._x(self.low_m if self.low_m is not None else LEAST_M)
        painter.drawLine(QPointF(start, y), QPointF(self._x(self.high_m if self.high_m is not None else MOST_M), y))
        painter.fillRect(QRectF(low, y - 9, max(high - low, 3), 18), theme.colour("gold"))
        painter.setFont(theme.font("note", 500))
        painter.setPen(theme.colour("gold_text"))
        painter.drawText(QRectF((low + high) / 2 - 40, 0, 80, 18), CENTRE, self.park)

    def _x(self, altitude_m: float) -> float:
        return 3 + (altitude_m - LEAST_M) / (MOST_M - LEAST_M) * (self.width() - 6)


class StudyTile(QWidget):
    """One study: name and journal lead to its card; then range, finding and caution."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.link = RecordLink(hub, "book")
        self.said_by = TextBlock("", "note", 400, "secondary")
        self.range_words = TextBlock("", "small", 500)
        self.bar = RangeBar()
        self.finding = TextBlock("", "small")
        self.caution = TextBlock("", "small", 400, "gold_text")
        for widget in (self.link, self.said_by, self.bar, self.range_words, self.finding, self.caution):
            column.addWidget(widget)
        column.addStretch(1)

    def show_study(self, study: BasePart) -> None:
        """Show a study."""
        say_it, library = self.hub.say, self.hub.library
        self.link.lead_to(study.id, self.hub.name(study))
        marks = ",".join(str(source.mark) for source in library.sources(study))
        self.said_by.set_text(say_it(study.attributed_to) if study.attributed_to else "")
        self.link.setAccessibleDescription(say_it(window.SOURCES_OF.fill(study.name)) + f" {marks}")
        words = say_it(said_range(study))
        self.range_words.set_text(words)
        self.bar.set_range(study.low_m, study.high_m, words, say_it(say.PARK_LINE))
        self.finding.set_text(say_it(study.statement))
        self.caution.set_text(say_it(study.note) if study.note else "")


class StudiesPanel(Panel):
    """The rule first, then the studies beside each other."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        found = [part for part in hub.library.records("base") if isinstance(part, BasePart) and part.part == "study"]
        self.studies = sorted(found, key=lambda study: study.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(8)
        self.title, self.rule = TextBlock("", "body", 700), TextBlock("", "body", 500, "gold_text")
        self.tiles = Tiles(STUDY_PX, 28, 2)
        self.each = [StudyTile(hub) for _ in self.studies]
        for tile in self.each:
            self.tiles.add(tile)
        for widget in (self.title, self.rule, Rule(), self.tiles):
            column.addWidget(widget)
        if not self.studies:
            self.hide()

    def retranslate(self) -> None:
        """Say it again."""
        self.title.set_text(self.hub.say(say.STUDIES_TITLE))
        self.rule.set_text(self.hub.say(say.STUDIES_RULE))
        for tile, study in zip(self.each, self.studies, strict=True):
            tile.show_study(study)


def said_range(study: BasePart) -> Text:
    """Return the altitudes a study covers, in words."""
    low, high = (None if each is None else say_metres(round(each)) for each in (study.low_m, study.high_m))
    if low is not None and high is not None:
        return say.STUDY_RANGE.fill(low, high)
    return say.STUDY_UP_TO.fill(high) if high is not None else say.STUDY_FROM.fill(low)
