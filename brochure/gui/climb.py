"""The six stages of the chain climb one golden line; the line shows order, not height."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from brochure.gui import theme
from brochure.gui.stage_column import DISC, Light, Rung, StageColumn

GAP, STEP, FIRST, TOP, USUAL = 8, 43, 222, 44, 148
UPRIGHT_PX = 660
"""In a place narrower than this the stages are rows, the first at the foot."""
ROW_PX, INDENT = 84, 8
TALL_PX = 424


class Climb(QWidget):
    """The stages on their line; arrow keys move along it. The heading lies in the free corner at the upper left."""

    chosen = Signal(int)
    placed = Signal()

    def __init__(self, count: int, left: int) -> None:
        super().__init__()
        self._left = left
        self.head_px = 0
        self.columns = [StageColumn(self) for _ in range(count)]
        self._group = QButtonGroup(self)
        for index, column in enumerate(self.columns):
            self._group.addButton(column)
            column.clicked.connect(lambda _=False, index=index: self.chosen.emit(index))
            column.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, TALL_PX)

    @property
    def upright(self) -> bool:
        """Whether the stages are rows."""
        return self.width() < UPRIGHT_PX

    def set_rungs(self, rungs: Sequence[Rung]) -> None:
        """Say what the columns say."""
        for column, rung in zip(self.columns, rungs, strict=True):
            column.set_rung(rung)

    def set_current(self, index: int, lights: Sequence[Light]) -> None:
        """Raise one column, and light each as it is told."""
        self.columns[index].setChecked(True)
        for column, light in zip(self.columns, lights, strict=True):
            column.set_light(light)

    def set_head(self, height_px: int) -> None:
        """Leave so much room above rows for the heading."""
        if height_px != self.head_px:
            self.head_px = height_px
            self._place()

    def disc_at(self, index: int) -> QPointF:
        """Return where the middle of a disc lies."""
        column = self.columns[index]
        return QPointF(column.pos()) + column.disc_at()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.placed.emit()

    def _place(self) -> None:
        upright = self.upright
        for column in self.columns:
            column.set_upright(upright=upright)
        if upright:
            self._place_rows()
        else:
            self._place_columns()
        self.update()

    def _place_rows(self) -> None:
        count = len(self.columns)
        self.setMinimumHeight(self.head_px + count * (ROW_PX + GAP) + 2 * GAP)
        top = self.height() - GAP - count * (ROW_PX + GAP)
        for index, column in enumerate(self.columns):
            x = self._left // 2 + index * INDENT
            y = top + (count - 1 - index) * (ROW_PX + GAP)
            column.setGeometry(x, y, self.width() - x, ROW_PX)

    def _place_columns(self) -> None:
        self.setMinimumHeight(TALL_PX)
        count, height = len(self.columns), self.height()
        width = (self.width() - self._left - GAP * (count - 1)) / count
        first = height - FIRST
        slope = STEP * max(1.0, width / USUAL)  # a wider window keeps the angle of the line
        step = min(slope, max(8.0, (first - TOP) / max(count - 1, 1)))
        for index, column in enumerate(self.columns):
            top = first - index * step
            x = self._left + index * (width + GAP)
            column.setGeometry(round(x), round(top - DISC), round(width), round(height - top + DISC))

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.columns:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}.get(event.key())
            if step is not None:
                index = max(0, min(len(self.columns) - 1, self.columns.index(watched) + step))
                self.columns[index].setFocus(Qt.FocusReason.TabFocusReason)
                self.chosen.emit(index)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        discs = [self.disc_at(index) for index in range(len(self.columns))]
        painter.setPen(QPen(theme.colour("gold"), 2.5))
        if self.upright:
            line = QPainterPath(QPointF(0, self.height() - 2))
            line.lineTo(discs[0])
        else:
            line = QPainterPath(QPointF(0, discs[0].y() + 8))
            line.quadTo(QPointF(self._left, discs[0].y() + 6), discs[0])
        for disc in discs[1:]:
            line.lineTo(disc)
        if not self.upright:
            rise = (discs[-1].y() - discs[0].y()) / (discs[-1].x() - discs[0].x())
            line.lineTo(self.width(), discs[-1].y() + rise * (self.width() - discs[-1].x()))
        painter.drawPath(line)
