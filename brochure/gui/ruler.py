"""The altitude ruler: 1500 to 4000 m on one line, the park's band in gold, and a handle for the reader's own height.

A press on the scale sets a height; a tap among the names chooses the place whose name is nearest, however close the
names stand, so that a finger need not be as fine as a line of words.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from brochure.gui.ruler_face import (
    FOOT,
    HIGHEST_M,
    LOWEST_M,
    NARROW,
    NARROW_PX,
    ROOMY,
    ROOMY_PX,
    TOP,
    Mark,
    RulerFace,
    spread,
)
from brochure.words import Lang
from brochure.words import places as say

__all__ = ["NARROW_PX", "ROOMY_PX", "AltitudeRuler", "Mark", "spread"]
SNAP_PX = 7
DRAG_PX = 8
"""A finger that moves less than this taps."""


class AltitudeRuler(RulerFace):
    """Drag the handle, or use the arrow keys (10 m) and Page keys (100 m); near a city it snaps to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setOrientation(Qt.Orientation.Vertical)
        self.setRange(LOWEST_M, HIGHEST_M)
        self.setSingleStep(10)
        self.setPageStep(100)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._tapped: float | None = None
        self.valueChanged.connect(self._name_value)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), 592 + TOP + FOOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(), 400)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room: heights stand only at the handle."""
        self.spread = NARROW if narrow else ROOMY
        self.updateGeometry()
        self.update()

    def _wide(self) -> int:
        return NARROW_PX if self.spread is NARROW else ROOMY_PX

    def set_marks(self, marks: Sequence[Mark], lang: Lang) -> None:
        """Show these places, in this language."""
        self.marks = tuple(sorted(marks, key=lambda mark: -mark.altitude_m))
        self._picked = next((mark for mark in self.marks if self._picked and mark.key == self._picked.key), None)
        self.lang = lang
        self.setAccessibleName(say.RULER_NAME.to(lang))
        self._name_value()
        self.update()

    def choose(self, mark: Mark) -> None:
        """Put the handle at a place."""
        again = mark.altitude_m == self.value()
        self._picked = mark
        self.setValue(mark.altitude_m)
        if again:  # another place at the same height
            self.valueChanged.emit(self.value())

    def neighbour(self, step: int) -> Mark | None:
        """Return the next place up (1) or down (-1) from the handle; ``None`` beyond the last."""
        here = self.here()
        if here is not None:
            index = self.marks.index(here) - step
            return self.marks[index] if 0 <= index < len(self.marks) else None
        beyond = [mark for mark in self.marks if (mark.altitude_m - self.value()) * step > 0]
        return min(beyond, key=lambda mark: abs(mark.altitude_m - self.value()), default=None)

    def mark_at(self, y: float) -> Mark | None:
        """Return the place whose name is nearest."""
        near = min(self.labels(), key=lambda pair: abs(pair[1] - y), default=None)
        return near[0] if near is not None else None

    def altitude_at(self, y: float) -> int:
        """Return the height at a place, in steps of 10 m; a city nearby wins."""
        share = (y - TOP) / (self.height() - TOP - FOOT)
        altitude = HIGHEST_M - share * (HIGHEST_M - LOWEST_M)
        near = min(self.marks, key=lambda mark: abs(self.y_of(mark.altitude_m) - y), default=None)
        if near is not None and abs(self.y_of(near.altitude_m) - y) <= SNAP_PX:
            return near.altitude_m
        return round(max(LOWEST_M, min(HIGHEST_M, altitude)) / 10) * 10

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in whole tens, also from the crooked height of a city."""
        step = {
            Qt.Key.Key_Up: 10, Qt.Key.Key_Right: 10, Qt.Key.Key_Down: -10, Qt.Key.Key_Left: -10,
            Qt.Key.Key_PageUp: 100, Qt.Key.Key_PageDown: -100,
        }.get(event.key())  # fmt: skip
        self.ring = True
        if step is None:
            super().keyPressEvent(event)  # Home and End
            return
        self._move_by(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._move_by(10 if event.angleDelta().y() > 0 else -10)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.ring = False
        if event.position().x() >= self.spread.name - 8:
            self._tapped = event.position().y()
            return
        self.setSliderDown(True)
        self.setValue(self.altitude_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        if self._tapped is not None and abs(y - self._tapped) > DRAG_PX:
            self._tapped = None
            self.setSliderDown(True)
        if self.isSliderDown():
            self.setValue(self.altitude_at(y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(self._tapped) if self._tapped is not None else None
        self._tapped = None
        self.setSliderDown(False)
        if mark is not None:
            self.choose(mark)

    def _move_by(self, step_m: int) -> None:
        value = self.value()
        whole = value // 10 * 10 if step_m > 0 else -(-value // 10) * 10
        target = whole + step_m
        passed = [
            mark.altitude_m
            for mark in self.marks
            if abs(step_m) == 10 and min(value, target) < mark.altitude_m < max(value, target)
        ]
        self.setValue(min(passed, key=lambda height: abs(height - value)) if passed else target)

    def _name_value(self) -> None:
        mark = self.here()
        words = say.METRES.fill(self.value()).to(self.lang)
        self.setAccessibleDescription(f"{words} {mark.name}" if mark else words)
        self.update()
