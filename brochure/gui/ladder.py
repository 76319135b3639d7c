"""The growth ladder of firms as a small stair: each report's wording with its own source, never merged."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.record_link import RecordLink
from brochure.gui.text_block import TextBlock, lay_text, paint_text
from brochure.gui.tiles import Tiles
from brochure.gui.view import Hub
from brochure.gui.widgets import CENTRE, Panel
from brochure.model.kinds import Policy, Source
from brochure.words import Text
from brochure.words import chain as say

LADDERS: tuple[tuple[str, str, Text], ...] = (
    ("policy-graded-cultivation", "article-2024-annual", say.LADDER_2023),
    ("policy-three-type-doubling", "article-2024-mid", say.LADDER_2024),
)
"""The policy whose steps a ladder shows, the article with that wording, and whose wording it is."""
RISE_PX, WORDS_PX, TALLEST_PX = 20, 44, 180
LADDER_PX = 270


class Ladder(QWidget):
    """Steps that rise from left to right, each with its name on the tread."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMaximumHeight(TALLEST_PX)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Show these steps."""
        self.steps = tuple(steps)
        self.setAccessibleName(" → ".join(steps))
        self.updateGeometry()
        self.update()

    def texts(self) -> Sequence[str]:
        """Return every word it shows."""
        return self.steps

    def sizeHint(self) -> QSize:
        return QSize(LADDER_PX, WORDS_PX + RISE_PX * max(len(self.steps), 1) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, foot = self.width() / len(self.steps), self.height() - 2.0
        rise = max(RISE_PX, (self.height() - WORDS_PX - 6) / len(self.steps))
        stair = QPainterPath(QPointF(0, foot))
        for index in range(len(self.steps)):
            y = foot - rise * (index + 1)
            stair.lineTo(index * wide, y)
            stair.lineTo((index + 1) * wide, y)
        edge = QPainterPath(stair)
        stair.lineTo(self.width(), foot)
        painter.fillPath(stair, theme.colour("gold", 0.14))
        painter.setPen(QPen(theme.colour("gold"), 2))
        painter.drawPath(edge)
        for index, words in enumerate(self.steps):
            y = foot - rise * (index + 1)
            layout, height, _ = lay_text(words, "small", 500, wide - 10, 2)
            paint_text(painter, layout, index * wide + 6, y - height - 2, "text")
            painter.setFont(theme.font("note", 500))
            painter.setPen(theme.colour("gold_text"))
            painter.drawText(QRectF(index * wide, y + 1, 24, RISE_PX - 2), CENTRE, str(index + 1))


class LadderPanel(Panel):
    """Both wordings beside each other, each with the link to its policy and the article it stands in."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.shown = [
            (policy, source, words)
            for key, article, words in LADDERS
            if isinstance(policy := hub.library.find(key), Policy)
            and policy.steps
            and isinstance(source := hub.library.find(article), Source)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(6)
        self.title = TextBlock("", "body", 700)
        self.note = TextBlock("", "note", 400, "secondary")
        tiles = Tiles(LADDER_PX, 20, 2, fill=True)
        self.links: list[RecordLink] = []
        self.ladders: list[Ladder] = []
        self.cites: list[TextBlock] = []
        for _ in self.shown:
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(4)
            link, ladder, cite = RecordLink(hub, "policy"), Ladder(), TextBlock("", "note", 400, "secondary")
            for widget in (link, ladder, cite):
                inside.addWidget(widget, int(widget is ladder))
            self.links.append(link)
            self.ladders.append(ladder)
            self.cites.append(cite)
            tiles.add(box)
        for widget in (self.title, self.note, tiles):
            column.addWidget(widget, int(widget is tiles))
        if not self.shown:
            self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level_feet()

    def _level_feet(self) -> None:
        """Give both articles the same room, so that both stairs stand on one level."""
        wide = self.cites[0].width() if self.cites else 0
        tall = max((cite.heightForWidth(wide) for cite in self.cites), default=0) if wide > 100 else 0
        for cite in self.cites:
            cite.setMinimumHeight(tall)

    def retranslate(self) -> None:
        """Say it again, in place."""
        self.title.set_text(self.hub.say(say.LADDER_TITLE))
        self.note.set_text(self.hub.say(say.LADDER_NOTE))
        gap = "：" if self.hub.lang == "zh" else ": "
        parts = zip(self.shown, self.links, self.ladders, self.cites, strict=True)
        for (policy, source, words), link, ladder, cite in parts:
            link.lead_to(policy.id, self.hub.say(words) + gap + self.hub.name(policy))
            ladder.set_steps([self.hub.say(step) for step in policy.steps])
            cite.set_text(self.hub.say(source.cite))
        self._level_feet()
