"""Records as the rows of a table: what each cell says, and how it is painted."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brochure.gui import theme
from brochure.gui.icons import paint_icon
from brochure.gui.status_mark import GLYPH_PX, MARKS, paint_mark
from brochure.gui.text_block import hang
from brochure.gui.widgets import LEFT, plain_hint
from brochure.model.record import Record
from brochure.words import Text

ROW_PX, HEAD_PX, SIDE_PX, GAP_PX = 44, 36, 20, 12
CELL = Qt.ItemDataRole.UserRole
RECORD = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Cell(msgspec.Struct, frozen=True):
    """Words, with a status glyph or a sector's dot before them where there is one; ``button`` is an icon to press.

    ``suffix`` stands behind the words and is never cut, however narrow the column. ``why`` is what the suffix rests on.
    """

    text: Text
    mark: str | None = None
    dot: str | None = None
    button: str | None = None
    suffix: Text | None = None
    why: Text | None = None


class Column(msgspec.Struct, frozen=True):
    """A heading, what it says about a record, its share of the width, and how narrow it may get.

    Where the table is narrow, columns with the highest ``rank`` go first; rank 0 stays.
    """

    heading: Text
    tell: Callable[[Any], Cell]
    share: float
    least_px: int
    rank: int = 0


class RecordTable(QAbstractTableModel):
    """Rows are records; the words are asked for in the language of the window."""

    def __init__(self, columns: Sequence[Column], say: Callable[[Text], str]) -> None:
        super().__init__()
        self.columns, self._say = list(columns), say
        self.records: list[Record] = []
        self._cells: dict[tuple[str, int], Cell] = {}

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.records = list(records)
        self._cells.clear()
        self.endResetModel()

    def say_again(self) -> None:
        """Ask for every cell and heading again."""
        self._cells.clear()
        if self.records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row_of(self, record_id: str) -> int:
        """Return the row of a record, or -1."""
        return next((row for row, record in enumerate(self.records) if record.id == record_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.records[index.row()]
        if role == RECORD:
            return record
        if role == CELL:
            return self.cell(record, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cell = self.cell(record, index.column())
            return self._say(cell.text) + self.suffix(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            cell = self.cell(record, index.column())
            words = self._say(cell.text) + self.suffix(cell)
            return plain_hint(f"{words}\n{self._say(cell.why)}" if cell.why is not None else words)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._say(self.columns[section].heading)
        return None

    def suffix(self, cell: Cell) -> str:
        """Return what must stay whole at the end of a cell."""
        return self._say(cell.suffix) if cell.suffix is not None else ""

    def cell(self, record: Record, column: int) -> Cell:
        """Return what a cell says."""
        key = (record.id, column)
        if key not in self._cells:
            self._cells[key] = self.columns[column].tell(record)
        return self._cells[key]


def elide(words: str, suffix: str, font: QFont, room: float) -> str:
    """Return words that fit; what stands behind them stays whole, for it says how sure the words are."""
    metrics = QFontMetricsF(font)
    left = room - (metrics.horizontalAdvance(suffix) if suffix else 0)
    return metrics.elidedText(words.removesuffix(suffix), Qt.TextElideMode.ElideRight, left) + suffix


class RowPainter(QStyledItemDelegate):
    """Rows of 44 px, the first column heavier, the chosen row in lake wash with a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        frame = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(frame, theme.colour("wash"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(frame, theme.colour("hover"))
        painter.fillRect(QRectF(frame.left(), frame.bottom() - 1, frame.width(), 1), theme.colour("field"))
        first = index.column() == 0
        if chosen and first:
            painter.fillRect(QRectF(frame.left(), frame.top(), 3, frame.height()), theme.colour("brand"))
        x = frame.left() + (SIDE_PX if first else 0)
        if cell.button:
            paint_icon(painter, cell.button, QRectF(frame.center().x() - 10, frame.center().y() - 10, 20, 20),
                       theme.colour("brand"))  # fmt: skip
            painter.restore()
            return
        ink, font = "text", theme.font("body", 500 if first else 400)
        if cell.mark:
            paint_mark(painter, cell.mark, x, frame.center().y() - GLYPH_PX / 2)
            x += GLYPH_PX + 6
            ink, font = MARKS[cell.mark][1], theme.font("small")
        elif cell.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(cell.dot))
            painter.drawEllipse(QPointF(x + 4, frame.center().y()), 4, 4)
            x += 16
        x -= hang(words, font)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        room = frame.right() - x - GAP_PX
        suffix = index.model().suffix(cell)
        shown = elide(words, suffix, font, room)
        painter.drawText(QRectF(x, frame.top(), room + GAP_PX, frame.height()), LEFT, shown)
        painter.restore()
