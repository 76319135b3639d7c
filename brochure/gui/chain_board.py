"""The chain as a picture: columns of boxes joined by lines through a knot, the chosen gap lit in gold."""

import itertools
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.chain_box import BoxWords, ChainBox
from brochure.gui.text_block import TextBlock

GAP_PX, GUTTER_PX, HEAD_GAP_PX = 12, 40, 10
LOWER_PX = 72
"""A short column hangs at most so far below the top of the longest one, so that it is seen without scrolling."""
COLUMN_PX = 140
"""Narrower than this no column is read; the columns then go below each other."""
CELL_PX = 210
"""What a box may be at least where boxes stand in a grid."""


class Column(msgspec.Struct, frozen=True):
    """A heading, a line about it, and its boxes; one that is no link of the chain is not joined to the others."""

    heading: str
    note: str
    boxes: tuple[BoxWords, ...]
    joined: bool = True


class ChainBoard(QWidget):
    """``asked`` tells the record to open, ``gap_chosen`` the number of a gap, -1 where it was put back."""

    asked = Signal(str)
    gap_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.boxes: list[list[ChainBox]] = []
        self._heads: list[tuple[TextBlock, TextBlock]] = []
        self._tall = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns in place of those of before; no gap is chosen."""
        for each in (*(box for row in self.boxes for box in row), *(part for head in self._heads for part in head)):
            each.hide()
            each.setParent(None)
            each.deleteLater()
        self.columns = tuple(columns)
        self.boxes, self._heads = [], []
        for column in self.columns:
            head = TextBlock(column.heading, "small", 500, "text"), TextBlock(column.note, "note", 400, "secondary")
            for part in head:
                part.setParent(self)
                part.show()
            self._heads.append(head)
            row = []
            for words in column.boxes:
                box = ChainBox(words, self)
                box.clicked.connect(lambda _=False, box=box: self._pressed(box))
                box.show()
                row.append(box)
            self.boxes.append(row)
        self._settle()

    def choose_gap(self, number: int) -> None:
        """Light one gap and no other; -1 lights none."""
        for box in self.all_boxes():
            if box.isCheckable():
                box.setChecked(box.words.gap == number)
        self.update()

    def all_boxes(self) -> list[ChainBox]:
        """Return every box, in reading order."""
        return [box for row in self.boxes for box in row]

    def sizeHint(self) -> QSize:
        return QSize(640, self._tall or 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMN_PX, 80)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle()
        else:
            self._place(self.width(), move=True)

    def upright(self, width: int) -> bool:
        """Whether the columns go below each other."""
        count = len(self._joined())
        return count > 0 and (width - (count - 1) * GUTTER_PX) / count < COLUMN_PX

    def _pressed(self, box: ChainBox) -> None:
        if box.words.gap is not None:
            number = box.words.gap if box.isChecked() else -1
            self.choose_gap(number)
            self.gap_chosen.emit(number)
        elif box.words.target is not None:
            self.asked.emit(box.words.target)

    def _settle(self) -> None:
        self._tall = self._place(self.width(), move=True)
        self.setFixedHeight(max(self._tall, 80))
        self.updateGeometry()
        self.update()

    def _joined(self) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column.joined]

    def _place(self, width: int, *, move: bool) -> int:
        """Put everything where it belongs and return the height that takes."""
        joined = self._joined()
        loose = [place for place, column in enumerate(self.columns) if not column.joined]
        if self.upright(width):
            loose, joined = [*joined, *loose], []
        tall = self._place_columns(joined, width, move=move) if joined else 0
        for place in loose:
            tall = self._place_grid(place, width, tall + (20 if tall else 0), move=move)
        return tall

    def _place_columns(self, joined: Sequence[int], width: int, *, move: bool) -> int:
        wide = (width - (len(joined) - 1) * GUTTER_PX) // len(joined)
        head = max(self._head_height(place, wide) for place in joined)
        heights = [self._stack_height(place, wide) for place in joined]
        most = max(heights)
        for number, place in enumerate(joined):
            x = number * (wide + GUTTER_PX)
            if move:
                self._place_head(place, x, 0, wide)
            y = head + min((most - heights[number]) // 2, LOWER_PX)
            for box in self.boxes[place]:
                tall = box.heightForWidth(wide)
                if move:
                    box.setGeometry(x, y, wide, tall)
                y += tall + GAP_PX
        return head + most

    def _place_grid(self, place: int, width: int, top: int, *, move: bool) -> int:
        if move:
            self._place_head(place, 0, top, width)
        y = top + self._head_height(place, width)
        across = max(1, min(3, (width + GAP_PX) // (CELL_PX + GAP_PX)))
        wide = (width - (across - 1) * GAP_PX) // across
        row = self.boxes[place]
        for start in range(0, len(row), across):
            part = row[start : start + across]
            tall = max(box.heightForWidth(wide) for box in part)
            for number, box in enumerate(part):
                if move:
                    box.setGeometry(number * (wide + GAP_PX), y, wide, tall)
            y += tall + GAP_PX
        return y - GAP_PX if row else y

    def _stack_height(self, place: int, wide: int) -> int:
        return sum(box.heightForWidth(wide) + GAP_PX for box in self.boxes[place]) - (
            GAP_PX if self.boxes[place] else 0
        )

    def _head_height(self, place: int, wide: int) -> int:
        heading, note = self._heads[place]
        return heading.heightForWidth(wide) + (note.heightForWidth(wide) if note.text() else 0) + HEAD_GAP_PX

    def _place_head(self, place: int, x: int, y: int, wide: int) -> None:
        heading, note = self._heads[place]
        tall = heading.heightForWidth(wide)
        heading.setGeometry(x, y, wide, tall)
        note.setVisible(bool(note.text()))
        note.setGeometry(x, y + tall, wide, note.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        joined = self._joined()
        if self.upright(self.width()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for left, right in itertools.pairwise(joined):
            self._paint_knot(painter, self.boxes[left], self.boxes[right])

    def _paint_knot(self, painter: QPainter, left: Sequence[ChainBox], right: Sequence[ChainBox]) -> None:
        if not left or not right:
            return
        lit = any(box.isChecked() for box in (*left, *right))
        middles = [box.geometry().center().y() for box in min(left, right, key=len)]  # near the few, so it is in sight
        knot = QPointF(left[0].geometry().right() + GUTTER_PX / 2 + 1, (middles[0] + middles[-1]) / 2)
        chosen_left = any(box.isChecked() for box in left)
        ways = [(box, QPointF(box.geometry().right() + 1, box.geometry().center().y()), chosen_left) for box in left]
        ways += [(box, QPointF(box.geometry().left(), box.geometry().center().y()), not chosen_left) for box in right]
        for box, end, own_side in sorted(ways, key=lambda way: way[0].isChecked()):
            bright = lit and (box.isChecked() or not own_side)
            pen = QPen(theme.colour("gold" if bright else "secondary", 1.0 if bright else 0.55), 1.8 if bright else 1.2)
            if box.words.tone == "gap" or bright:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            middle = (end.x() + knot.x()) / 2
            path = QPainterPath(end)
            path.cubicTo(QPointF(middle, end.y()), QPointF(middle, knot.y()), knot)
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("gold" if lit else "secondary"))
        painter.drawEllipse(knot, 3, 3)
