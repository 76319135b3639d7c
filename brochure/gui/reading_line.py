"""One reading as a line to press: its value, what it is, its period and scope, and who says so."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.pressable import CENTRE, Pressable, width_of
from brochure.gui.proof_content import ReadingRow
from brochure.gui.text_block import lay_text, paint_text
from brochure.gui.view import Hub
from brochure.model.kinds import Figure
from brochure.provenance import say_published, say_when
from brochure.words import Text
from brochure.words import provenance as say
from brochure.words.numbers import say_value

PAD_X, PAD_Y, TAIL = 12, 8, 24


class ReadingLine(Pressable):
    """The same line wherever readings are listed; a press opens the card of its figure."""

    def __init__(self, row: ReadingRow, hub: Hub) -> None:
        super().__init__()
        self.row = row
        figure, to = row.figure, hub.say
        self.value, self.unit = say_value(figure, hub.lang)
        self.tag = to(row.tag) if row.tag is not None else to(say.HERE) if row.here else ""
        self.label = to(figure.name) if row.named else ""
        scope = to(figure.scope) if figure.scope is not None else ""
        self.when = " · ".join(part for part in (to(say_when(figure)), scope) if part)
        self.source = ("；" if hub.lang == "zh" else "; ").join(dict.fromkeys(map(to, _sources(figure, hub))))
        self.setAccessibleName(" ".join(part for part in self.texts() if part))
        self.setAccessibleDescription(to(say.OPENS))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if row.here:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def texts(self) -> tuple[str, ...]:
        """Return every word it shows."""
        return (self.value, self.unit, self.tag, self.label, self.when, self.source)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(width)
        lines = sum(lay_text(words, role, weight, room)[1] for words, role, weight, _ in self._lines())
        return max(44, round(theme.line_height("lead") + lines + 2 * PAD_Y))

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        self._paint_ground(painter, frame)
        y = self._paint_value(painter)
        room = self._room(self.width())
        for words, role, weight, ink in self._lines():
            layout, height, _ = lay_text(words, role, weight, room)
            paint_text(painter, layout, PAD_X, y, ink)
            y += height
        if not self.row.here:
            side = QRectF(frame.right() - PAD_X - 12, frame.center().y() - 9, 18, 18)
            paint_icon(painter, "chevron_right", side, theme.colour("secondary"))
        if self.ring:
            theme.paint_focus(painter, frame)

    def _paint_ground(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(theme.colour("brand" if self.hovered() and not self.row.here else "rule"))
        painter.setBrush(theme.colour("wash" if self.row.here or self.isDown() else "panel"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS, theme.RADIUS)
        if self.row.here:
            painter.fillRect(QRectF(0, 10, 3, frame.height() - 20), theme.colour("brand"))

    def _paint_value(self, painter: QPainter) -> float:
        tall = theme.line_height("lead")
        font = theme.font("lead", 700)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        base = PAD_Y + tall * 0.76
        painter.drawText(QPointF(PAD_X, base), self.value)
        x = PAD_X + width_of(self.value, "lead", 700) + (0 if self.unit.startswith("%") else 4)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QPointF(x, base), self.unit)
        if self.tag:
            width = width_of(self.tag, "note", 500) + 16
            pill = QRectF(self.width() - (TAIL if not self.row.here else 0) - PAD_X - width, PAD_Y + 3, width, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand"))
            painter.drawRoundedRect(pill, 10, 10)
            painter.setFont(theme.font("note", 500))
            painter.setPen(theme.colour("on_brand"))
            painter.drawText(pill, CENTRE, self.tag)
        return PAD_Y + tall

    def _lines(self) -> list[tuple[str, str, int, str]]:
        lines = [
            (self.label, "body", 400, "text"), (self.when, "small", 400, "text"),
            (self.source, "note", 400, "secondary"),
        ]  # fmt: skip
        return [line for line in lines if line[0]]

    def _room(self, width: int) -> float:
        return width - 2 * PAD_X - TAIL


def _sources(figure: Figure, hub: Hub) -> list[Text]:
    found = []
    for source in hub.library.sources(figure):
        named, published = say.FROM_SOURCE.fill(source.mark), say_published(source)
        found.append(named if published is None else Text(f"{named.zh}，{published.zh}", f"{named.en}, {published.en}"))
    return found
