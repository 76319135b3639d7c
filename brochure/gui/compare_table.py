"""The table of a comparison: heads that stay, rows below that scroll, every value a line to press."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brochure.desk.compare import VERDICTS, Comparison, Row, Verdict
from brochure.desk.compare_fields import Line
from brochure.gui import theme
from brochure.gui.compare_head import HeadCell
from brochure.gui.facts import paint_number
from brochure.gui.pressable import Pressable, width_of
from brochure.gui.status_mark import paint_mark
from brochure.gui.text_block import TextBlock, lay_text, paint_text
from brochure.gui.view import Hub
from brochure.gui.widgets import Panel, Scroll
from brochure.words import compare as say
from brochure.words import provenance as proof_say

LABEL_PX, GAP_PX, PAD_PX, WIDEST_PX = 152, 8, 12, 560
NARROW_PX = 176
"""Columns narrower than this give the labels a line of their own above each row."""
GLYPH_PX = 14


class ValueLine(Pressable):
    """One value with what must be known of it, its date and its source marks; a press opens the card that says so."""

    def __init__(self, line: Line, row: str, column: str, hub: Hub) -> None:
        super().__init__(hub.say(line.text))
        self.line = line
        self.note = hub.say(line.note) if line.note is not None else ""
        self.date, self.marks = hub.say(line.date) if line.date is not None else "", line.marks
        if self.marks and not self.date:  # a number alone would say nothing
            self.date, self.marks = hub.say(proof_say.FROM_SOURCE.fill(self.marks)), ""
        self.glyph = line.status if line.known else "unverified"
        self.setAccessibleName(f"{column}, {row}: {', '.join(part for part in (self.text(), self.note) if part)}")
        record = hub.library.find(line.record)
        self.setAccessibleDescription(
            " ".join([self.date, hub.say(say.OPENS.fill(record.name)) if record is not None else ""]).strip()
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def texts(self) -> tuple[str, ...]:
        """Return every word it shows."""
        return (self.text(), self.note, self.date, self.marks)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = sum(lay_text(words, role, weight, room)[1] for words, role, weight, _, _, room in self._parts(width))
        return max(44, round(lines + 18 * self._foot_lines(width) + 12))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("wash" if self.isDown() else "hover"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        y = 6.0
        if self.glyph:
            paint_mark(painter, self.glyph, 6, y + 5, GLYPH_PX)
        for words, role, weight, ink, x, room in self._parts(self.width()):
            layout, height, _ = lay_text(words, role, weight, room)
            paint_text(painter, layout, x, y, ink)
            y += height
        painter.setFont(theme.font("note"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QPointF(6, y + 14), self.date)
        if self.marks:
            below = self._foot_lines(self.width()) > 1
            painter.translate(3 if below else 6 + width_of(self.date, "note"), y + (18 if below else 0))
            paint_number(painter, self.marks, self.width(), 500 if self.hovered() else 400)
            painter.resetTransform()
        if self.ring:
            theme.paint_focus(painter, frame)

    def _foot_lines(self, width: int) -> int:
        """Return how many lines date and marks take: where they do not fit into one, the marks go below."""
        if not self.date:
            return 0
        return 2 if self.marks and width_of(self.date, "note") + width_of(self.marks, "note") > width - 12 else 1

    def _parts(self, width: int) -> list[tuple[str, str, int, str, float, float]]:
        room = max(40.0, width - 12.0)
        lead = GLYPH_PX + 6 if self.glyph else 0
        weight, ink = (500, "text") if self.line.known else (400, "secondary")
        parts = [(self.text(), "body", weight, ink, 6.0 + lead, room - lead)]
        if self.note:
            parts.append((self.note, "small", 400, "secondary", 6.0, room))
        return parts


class Verdicts(QWidget):
    """Whether a row differs, as sign and word."""

    def __init__(self, verdict: Verdict, words: str) -> None:
        super().__init__()
        self.verdict, self._words = verdict, words
        self.setAccessibleName(words)
        self.resize(self.sizeHint())

    def text(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._words, "note", 500)) + 26, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour("gold_text" if self.verdict == "differs" else "secondary")
        painter.setPen(QPen(ink, 1.5))
        if self.verdict in ("differs", "same"):
            painter.drawLine(QPointF(2, 8), QPointF(12, 8))
            painter.drawLine(QPointF(2, 12), QPointF(12, 12))
            if self.verdict == "differs":
                painter.drawLine(QPointF(10, 4.5), QPointF(4, 15.5))
        else:
            paint_mark(painter, "unverified", 1, 4, 12)
        painter.setFont(theme.font("note", 500))
        painter.setPen(ink)
        painter.drawText(QPointF(19, 14.5), self._words)


class Rows(QWidget):
    """The rows; it lays its lines out by the same columns as the heads above it."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.setObjectName("page")
        self.hub = hub
        self.rows: list[tuple[Row, TextBlock, Verdicts, list[list[ValueLine]]]] = []
        self._bands: list[tuple[float, float, Verdict]] = []

    def fill(self, rows: Sequence[Row], names: Sequence[str]) -> None:
        """Show other rows."""
        for _, label, verdict, cells in self.rows:
            for each in (label, verdict, *(line for cell in cells for line in cell)):
                each.setParent(None)
                each.deleteLater()
        self.rows = []
        to = self.hub.say
        for row in rows:
            label = TextBlock(to(row.label), "small", 500, "text")
            verdict = Verdicts(row.verdict, to(VERDICTS[row.verdict]))
            cells = [
                [ValueLine(line, to(row.label), name, self.hub) for line in cell.lines]
                for cell, name in zip(row.cells, names, strict=True)
            ]
            for each in (label, verdict, *(line for cell in cells for line in cell)):
                each.setParent(self)
                each.show()
            for cell in cells:
                for line in cell:
                    line.clicked.connect(lambda _=False, key=line.line.record: self.hub.choose(key))
            self.rows.append((row, label, verdict, cells))
        self.arrange()

    def lines(self) -> list[ValueLine]:
        """Return every value on the table, row by row."""
        return [line for _, _, _, cells in self.rows for cell in cells for line in cell]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def arrange(self) -> None:
        """Give each line its place."""
        if not self.rows:
            return
        left, wide, gap, stacked = columns(self.width(), len(self.rows[0][3]))
        y = 0.0
        self._bands = []
        for row, label, verdict, cells in self.rows:
            top = y
            label_width = (self.width() if stacked else LABEL_PX) - 2 * PAD_PX
            label_width = min(label_width, round(label.sizeHint().width()) + 2) if stacked else label_width
            tall = label.heightForWidth(label_width)
            label.setGeometry(PAD_PX, round(y + 12), label_width, tall)
            if stacked:
                verdict.move(PAD_PX + label_width + 12, round(y + 12))
                y += tall + 16
            else:
                verdict.move(PAD_PX, round(y + 14 + tall))
            foot = y + (0 if stacked else tall + 46)
            for place, cell in enumerate(cells):
                at = y + 6
                for line in cell:
                    height = line.heightForWidth(wide)
                    line.setGeometry(round(left + place * (wide + gap)), round(at), wide, height)
                    at += height
                foot = max(foot, at + 6)
            self._bands.append((top, foot - top, row.verdict))
            y = foot
        self.setMinimumHeight(round(y) + 8)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for top, tall, verdict in self._bands:
            band = QRectF(0, top, self.width(), tall)
            if verdict == "differs":
                painter.fillRect(band, theme.colour("gold_wash"))
                painter.fillRect(QRectF(0, top, 3, tall), theme.colour("gold"))
            painter.fillRect(QRectF(0, top + tall - 1, self.width(), 1), theme.colour("rule"))


class CompareTable(Panel):
    """Heads and rows in one frame; only the rows scroll."""

    removed = Signal(str)
    shifted = Signal(str, int)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.heads: list[HeadCell] = []
        self._head = QWidget()
        column.addWidget(self._head)
        self.scroll = Scroll()
        self.rows = Rows(hub)
        self.scroll.setWidget(self.rows)
        column.addWidget(self.scroll, 1)

    def show_comparison(self, found: Comparison, rows: Sequence[Row]) -> None:
        """Show a comparison, of its rows those given; the place where one read stays."""
        at = self.scroll.verticalScrollBar().value()
        for head in self.heads:
            head.setParent(None)
            head.deleteLater()
        self.heads = []
        last = len(found.columns) - 1
        for place, column in enumerate(found.columns):
            head = HeadCell(column, self.hub, first=place == 0, last=place == last)
            head.setParent(self._head)
            head.removed.connect(self.removed)
            head.shifted.connect(self.shifted)
            head.show()
            self.heads.append(head)
        self.rows.fill(rows, [self.hub.say(column.name) for column in found.columns])
        self.arrange()
        self.scroll.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the heads over their columns."""
        if not self.heads:
            return
        left, wide, gap, _ = columns(self.scroll.viewport().width(), len(self.heads))
        tall = max(head.heightForWidth(wide) for head in self.heads)
        for place, head in enumerate(self.heads):
            head.setGeometry(round(left + place * (wide + gap)), 0, wide, tall)
        self._head.setFixedHeight(tall)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        y = self._head.geometry().bottom()
        painter.fillRect(QRectF(1, y, self.width() - 2, 1), theme.colour("rule"))


class Columns(NamedTuple):
    """Where the first column begins, how wide each is and how far apart, and whether labels stand above their row."""

    left: int
    wide: int
    gap: int
    stacked: bool


def columns(width: int, count: int) -> Columns:
    """Share a width between the columns."""
    count = max(count, 1)
    wide = (width - LABEL_PX - GAP_PX * count) // count
    if wide >= NARROW_PX:
        return Columns(LABEL_PX, min(wide, WIDEST_PX), GAP_PX, stacked=False)
    return Columns(4, (width - 8 - 2 * (count - 1)) // count, 2, stacked=True)
