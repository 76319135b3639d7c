"""The sections of the brochure in their order: ticked or not, moved by drag, by Alt and arrows, or by two buttons."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.fields import TickRow
from brochure.gui.icons import paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.view import Hub
from brochure.gui.widgets import IconButton
from brochure.pdf.recipe import SECTIONS, Section
from brochure.words import studio as say
from brochure.words.page.furniture import SECTION as SECTION_NAMES

GRIP_PX, HOLD_MS = 30, 300
EDGE_PX, STEP_PX, STEP_MS = 44, 16, 30
ENDS: tuple[Section, ...] = ("cover", "sources")
"""The first and the last section; they keep their places."""


class SectionRow(TickRow):
    """A tick with a grip before it; the grip, or a press that is held, lifts the row."""

    lifted = Signal(object)
    carried = Signal(object, QPoint)
    let_go = Signal(object)
    stepped = Signal(object, int)
    touched = Signal(object)

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section
        self.movable = section not in ENDS
        self.carrying = False
        self.setMinimumHeight(44)
        self.inset = GRIP_PX - 6
        self._from: QPoint | None = None
        self._may_lift = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self._may_lift = self.movable and self._from.x() < GRIP_PX
            if self.movable and not self._may_lift:
                self._hold.start()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        far = abs(event.position().y() - self._from.y()) > QApplication.startDragDistance()
        if far and not self._may_lift:
            self._hold.stop()
        if far and self._may_lift and not self.carrying:
            self.setDown(False)
            self.carrying = True
            self.lifted.emit(self)
        if self.carrying:
            self.carried.emit(self, self.mapToParent(event.position().toPoint()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold.stop()
        self._from = None
        if self.carrying:
            self.carrying = False
            self.let_go.emit(self)
            self.update()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(self, step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.touched.emit(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.accept()  # Alt and an arrow are ours
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.movable:
            painter = QPainter(self)
            tone = "brand" if self.carrying or self.shown else "secondary"
            paint_icon(painter, "grip", QRectF(4, (self.height() - 20) / 2, 20, 20), theme.colour(tone))

    def _held(self) -> None:
        self._may_lift = True
        self.setDown(False)


class SectionList(QWidget):
    """Heading with two buttons, then the rows; ``changed`` tells of other ticks or order, ``asked`` a section."""

    changed = Signal()
    asked = Signal(str)

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.hub = hub
        self.order: list[Section] = list(SECTIONS)
        self.current: Section | None = None
        self._lifted: SectionRow | None = None
        self._drop: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(0)
        self.title = TextBlock("", "body", 700)
        self.up, self.down = IconButton("chevron_up", size=44), IconButton("chevron_down", size=44)
        self.up.clicked.connect(lambda: self._step_current(-1))
        self.down.clicked.connect(lambda: self._step_current(1))
        head.addWidget(self.title, 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        column.addLayout(head)
        self.inside = _Rows()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        column.addWidget(self.inside)
        self.rows: dict[Section, SectionRow] = {}
        for section in SECTIONS:
            row = self.rows[section] = SectionRow(section)
            row.toggled.connect(lambda on, section=section: self._on_tick(section, on=on))
            row.stepped.connect(lambda row, step: self.step(row.section, step))
            row.touched.connect(lambda row: self._make_current(row.section))
            row.lifted.connect(self._lift)
            row.carried.connect(self._carry)
            row.let_go.connect(self._let_go)
            self.column.addWidget(row)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(STEP_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._way = 0
        self.retranslate()

    def retranslate(self) -> None:
        self.title.set_text(self.hub.say(say.SECTIONS_TITLE))
        self.up.set_words(self.hub.say(say.MOVE_UP))
        self.down.set_words(self.hub.say(say.MOVE_DOWN))
        for row in self.rows.values():
            row.setAccessibleDescription(self.hub.say(say.MOVE_HOW) if row.movable else self.hub.say(say.STAYS))
        self._enable()

    def ticked(self) -> tuple[Section, ...] | None:
        """Return the sections to print, in their order; ``None`` for all of them in the usual one."""
        found = tuple(section for section in self.order if self.rows[section].isChecked())
        return None if found == SECTIONS else found

    def show_sections(self, sections: tuple[Section, ...] | None) -> None:
        """Tick and order as a recipe says; what it leaves out stands where it usually would."""
        asked = SECTIONS if sections is None else tuple(dict.fromkeys(sections))
        inner = [section for section in asked if section not in ENDS]
        for section in SECTIONS:
            if section not in asked and section not in ENDS:
                before = SECTIONS[: SECTIONS.index(section)]
                place = max((inner.index(each) + 1 for each in before if each in inner), default=0)
                inner.insert(place, section)
        self._set_order(["cover", *inner, "sources"])
        for section, row in self.rows.items():
            row.setChecked(section in asked)

    def set_visible(self, section: Section, *, visible: bool) -> None:
        """Show or hide a row; a hidden one keeps its place."""
        self.rows[section].setVisible(visible)
        self._enable()

    def set_words(self, tails: dict[str, str]) -> None:
        """Name the rows, with how many pages each takes."""
        for section, row in self.rows.items():
            row.set_words(self.hub.say(SECTION_NAMES[section]), tails.get(section, ""))

    def mark(self, section: str | None) -> None:
        """Light the row of the section that is open in the preview."""
        for key, row in self.rows.items():
            row.shown = key == section
            row.update()
        if section in self.rows:
            self._make_current(section)

    def step(self, section: Section, step: int) -> None:
        """Move a section past the next one that is seen; the ends keep their places."""
        row = self.rows[section]
        if not row.movable:
            return
        seen = [each for each in self.order if not self.rows[each].isHidden() and each not in ENDS]
        place = seen.index(section) + step if section in seen else -1
        if not 0 <= place < len(seen):
            return
        order = [each for each in self.order if each != section]
        at = order.index(seen[place])
        order.insert(at if step < 0 else at + 1, section)
        self._make_current(section)
        self._reorder(order)

    def _on_tick(self, section: Section, *, on: bool) -> None:
        self._make_current(section)
        self.changed.emit()
        if on:
            self.asked.emit(section)

    def _make_current(self, section: Section) -> None:
        self.current = section
        self._enable()

    def _step_current(self, step: int) -> None:
        if self.current is not None:
            self.step(self.current, step)

    def _enable(self) -> None:
        seen = [each for each in self.order if not self.rows[each].isHidden() and each not in ENDS]
        place = seen.index(self.current) if self.current in seen else None
        self.up.setEnabled(place is not None and place > 0)
        self.down.setEnabled(place is not None and place < len(seen) - 1)

    def _reorder(self, order: list[Section]) -> None:
        if order != self.order:
            self._set_order(order)
            self.changed.emit()

    def _set_order(self, order: Iterable[Section]) -> None:
        self.order = list(order)
        focused = next((row for row in self.rows.values() if row.hasFocus()), None)
        previous: QWidget = self.down
        for place, section in enumerate(self.order):
            row = self.rows[section]
            self.column.removeWidget(row)
            self.column.insertWidget(place, row)
            QWidget.setTabOrder(previous, row)
            previous = row
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    # dragging

    def _lift(self, row: SectionRow) -> None:
        self._lifted = row
        self._make_current(row.section)

    def _carry(self, row: SectionRow, at: QPoint) -> None:
        seen = [self.rows[each] for each in self.order if not self.rows[each].isHidden() and each not in ENDS]
        self._drop = sum(1 for each in seen if each is not row and each.geometry().center().y() < at.y())
        others = [each for each in seen if each is not row]
        line = others[self._drop].y() - 1 if self._drop < len(others) else others[-1].geometry().bottom() + 2
        self.inside.show_line(line)
        self._way = self._edge_way(at)
        if self._way and not self._scrolling.isActive():
            self._scrolling.start()
        elif not self._way:
            self._scrolling.stop()

    def _let_go(self, row: SectionRow) -> None:
        self._scrolling.stop()
        self.inside.show_line(None)
        self._lifted = None
        drop, self._drop = self._drop, None
        if drop is None:
            return
        order = [each for each in self.order if each != row.section]
        seen = [each for each in order if not self.rows[each].isHidden() and each not in ENDS]
        at = order.index(seen[drop]) if drop < len(seen) else order.index(seen[-1]) + 1
        order.insert(at, row.section)
        self._reorder(order)

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _edge_way(self, at: QPoint) -> int:
        """Return whether the finger is near the upper or the lower edge of what is seen."""
        area = self._area()
        if area is None:
            return 0
        y = self.inside.mapTo(area.viewport(), at).y()
        return -1 if y < EDGE_PX else 1 if y > area.viewport().height() - EDGE_PX else 0

    def _scroll(self) -> None:
        area = self._area()
        if area is not None:
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + self._way * STEP_PX)


class _Rows(QWidget):
    """The rows, with a golden line where a lifted one would come."""

    def __init__(self) -> None:
        super().__init__()
        self._line: int | None = None
        self._bar = _Bar(self)

    def show_line(self, y: int | None) -> None:
        """Draw the line at a height, or take it away."""
        self._line = y
        self._bar.setVisible(y is not None)
        if y is not None:
            self._bar.setGeometry(0, y - 1, self.width(), 3)
            self._bar.raise_()


class _Bar(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("gold"))
