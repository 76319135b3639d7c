"""The small map of the chain: its discs are pressed to choose a stage, and lit as the climb beside it is."""

import itertools
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
CLEAR_PX, SWING, STEPS = 24, 0.36, 48
"""A line that would pass another disc nearer than the first swings out to the east by a share of its length."""


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
    top_radius_px = theme.RADIUS - 1

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
        for hop in hops_between(self.discs):
            for colour, width in (("panel", 3.5), ("gold", 1.6)):
                painter.setPen(QPen(theme.colour(colour, 0.7), width))
                painter.drawPolyline(hop)

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


def hops_between(discs: Sequence[QPointF]) -> list[list[QPointF]]:
    """Return the lines from disc to disc, pixels: straight, or swung to the east round the discs that lie between."""
    hops = []
    for start, end in itertools.pairwise(discs):
        others = [disc for disc in discs if disc not in (start, end)]
        line = _line(start, end, 0.0)
        if any(_apart(point, other) < CLEAR_PX for point in line for other in others):
            line = _line(start, end, SWING * _apart(start, end))
        free = [point for point in line if min(_apart(point, start), _apart(point, end)) >= DISC_PX]
        if len(free) > 1:
            hops.append(free)
    return hops


def _line(start: QPointF, end: QPointF, swing_px: float) -> list[QPointF]:
    middle = (start + end) / 2 + QPointF(swing_px, 0)
    shares = [step / STEPS for step in range(STEPS + 1)]
    return [start * (1 - t) ** 2 + middle * (2 * t * (1 - t)) + end * t**2 for t in shares]


def _apart(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
