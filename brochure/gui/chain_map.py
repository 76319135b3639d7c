"""The small map of the chain: its discs are pressed to choose a stage, and lit as the climb beside it is."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from brochure.gui import theme
from brochure.gui.drawing_painter import DrawingPicture
from brochure.gui.stage_column import Light
from brochure.gui.widgets import CENTRE, Pressable

TOUCH_PX = 44
DISC_PX = 13


class DiscKey(Pressable):
    """A disc for the keyboard and the screen reader; the finger is heard by the map, which knows the nearest disc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(TOUCH_PX, TOUCH_PX)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.ring:
            theme.paint_focus(self.brush(), QRectF(self.rect()), TOUCH_PX / 2)


class ChainMap(DrawingPicture):
    """A press near a disc tells its stage (``chosen``), one anywhere else opens the map (``pressed``)."""

    chosen = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.discs: list[QPointF] = []
        self.lights: Sequence[Light] = [Light() for _ in range(count)]
        self.current = 0
        self.keys = [DiscKey(self) for _ in range(count)]
        for index, key in enumerate(self.keys):
            key.clicked.connect(lambda _=False, index=index: self.chosen.emit(index))

    def set_discs(self, discs: Sequence[QPointF]) -> None:
        """Tell where the stages lie, pixels, in their order."""
        self.discs = list(discs)
        for key, disc in zip(self.keys, self.discs, strict=False):
            key.move(round(disc.x() - TOUCH_PX / 2), round(disc.y() - TOUCH_PX / 2))
        self.update()

    def set_current(self, index: int, lights: Sequence[Light]) -> None:
        """Ring the stage that is shown and light the visitor's own and the next; the map itself is not drawn anew."""
        self.current, self.lights = index, lights
        self.update()

    def name_discs(self, names: Sequence[str]) -> None:
        """Say what each disc is."""
        for key, name in zip(self.keys, names, strict=True):
            key.setAccessibleName(name)
            key.setToolTip(name)

    def disc_near(self, at: QPointF) -> int | None:
        """Return the nearest disc a finger could have meant."""
        apart = [math.hypot(at.x() - disc.x(), at.y() - disc.y()) for disc in self.discs]
        near = min(range(len(apart)), key=apart.__getitem__, default=None)
        return near if near is not None and apart[near] <= TOUCH_PX / 2 else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        near = self.disc_near(event.position())
        if near is None:
            super().mouseReleaseEvent(event)
        else:
            self.chosen.emit(near)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drawing() is None or not self.discs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for index, (disc, light) in enumerate(zip(self.discs, self.lights, strict=False)):
            if light.kind or index == self.current:
                self._paint_disc(painter, index, disc, light)

    def _paint_line(self, painter: QPainter) -> None:
        """Join the discs in their order, leaving their numbers free."""
        for start, end in zip(self.discs, self.discs[1:], strict=False):
            length = math.hypot(end.x() - start.x(), end.y() - start.y())
            if length <= 2 * DISC_PX:
                continue
            cut = (end - start) * (DISC_PX / length)
            for colour, width in (("panel", 3.5), ("gold", 1.6)):
                painter.setPen(QPen(theme.colour(colour, 0.7), width))
                painter.drawLine(start + cut, end - cut)

    def _paint_disc(self, painter: QPainter, index: int, at: QPointF, light: Light) -> None:
        own, following = light.kind == "own", light.kind == "next"
        if index == self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("brand", 0.30))
            painter.drawEllipse(at, DISC_PX + 6, DISC_PX + 6)
        edge = QPen(theme.colour("gold" if following else "brand"), 2)
        if following:
            edge.setDashPattern([2.2, 1.6])
        painter.setPen(edge)
        painter.setBrush(theme.colour("brand" if own else "panel"))
        painter.drawEllipse(at, DISC_PX - 1, DISC_PX - 1)
        painter.setFont(theme.font("small", 700))
        painter.setPen(theme.colour("on_brand" if own else "text"))
        painter.drawText(QRectF(at.x() - 14, at.y() - 14, 28, 28), CENTRE, str(index + 1))
