"""A filter with many answers: a chip that opens its list, each answer with the number of rows it would leave."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.choices import CHIP_PX, CHIP_TOUCH_PX
from brochure.gui.icons import paint_icon
from brochure.gui.widgets import LEFT, RIGHT, Panel, Pressable, width_of

ROW_PX, MENU_LEAST_PX, MENU_MOST_PX, ANSWER_MOST_PX = 44, 220, 420, 150
PAD, ICON, GAP = 14, 16, 6


class FacetChip(Pressable):
    """What is asked, and the answer where one was chosen; it lights up then. A press opens the list of answers."""

    chosen = Signal(str)

    def __init__(self, everything: str) -> None:
        super().__init__()
        self.everything = everything
        self.name = self.answer = ""
        self.current = everything
        self.answers: list[tuple[str, str, int]] = []
        self.menu: FacetMenu | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.toggle)

    def tell(self, name: str, answers: list[tuple[str, str, int]], current: str) -> None:
        """Show what is asked, its answers as key, words and count with ``everything`` first, and the one chosen."""
        self.name, self.answers, self.current = name, answers, current
        words = next((words for key, words, _ in answers if key == current), "")
        self.answer = "" if current == self.everything else words
        self.setText(f"{name} {self.answer}".strip())
        self.setAccessibleName(f"{name}: {words}")
        self.setToolTip(words if self._shown() != self.answer else "")
        self.updateGeometry()
        self.update()
        if self.menu is not None:
            self.menu.fill()

    def toggle(self) -> None:
        """Open the list, or put it away."""
        if self.menu is not None:
            self.menu.leave()
            return
        self.menu = FacetMenu(self)
        self.menu.picked.connect(self._pick)
        self.menu.destroyed.connect(self._forget)
        self.menu.open()
        self.update()

    def _pick(self, key: str) -> None:
        if self.menu is not None:
            self.menu.leave()
        self.chosen.emit(key)

    def _forget(self) -> None:
        self.menu = None

    def _shown(self) -> str:
        metrics = QFontMetricsF(theme.font("small", 500))
        return metrics.elidedText(self.answer, Qt.TextElideMode.ElideRight, ANSWER_MOST_PX)

    def sizeHint(self) -> QSize:
        tail = GAP + width_of(self._shown(), "small", 500) if self.answer else 0
        return QSize(round(PAD + width_of(self.name, "small") + tail + GAP + ICON + 10), CHIP_TOUCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        painter.translate(0, (self.height() - CHIP_PX) / 2)
        shape = QRectF(0, 0, self.width(), CHIP_PX)
        on, busy = bool(self.answer), self.menu is not None or self.hovered()
        ink = theme.colour("on_brand" if on else "text")
        painter.setPen(QPen(theme.colour("brand" if on or busy else "rule"), 1))
        painter.setBrush(theme.colour("brand" if on else "panel"))
        painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), 16, 16)
        painter.setFont(theme.font("small"))
        painter.setPen(ink)
        painter.drawText(QRectF(PAD, 0, self.width(), CHIP_PX), LEFT, self.name)
        painter.setFont(theme.font("small", 500))
        left = PAD + width_of(self.name, "small") + GAP
        painter.drawText(QRectF(left, 0, self.width(), CHIP_PX), LEFT, self._shown())
        paint_icon(painter, "chevron_down", QRectF(self.width() - 10 - ICON, 8, ICON, ICON), ink)
        if self.ring:
            theme.paint_focus(painter, shape, 15)


class _Answer(Pressable):
    """One row of the list: the words in as much room as there is, its count, a tick where it is the one chosen."""

    def __init__(self, key: str, words: str, count: int, *, here: bool) -> None:
        super().__init__(words)
        self.key, self.count, self.here = key, count, here
        self.setFixedHeight(ROW_PX)
        self.setAccessibleName(f"{words} {count}")

    def wanted_px(self) -> float:
        """Return how wide it would like to be."""
        return 2 * PAD + ICON + GAP + width_of(self.text(), "body", 500) + 16 + width_of(str(self.count), "small")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.hovered() or self.here:
            painter.fillRect(frame, theme.colour("wash" if self.here else "hover"))
        if self.here:
            paint_icon(painter, "check", QRectF(PAD, 14, ICON, ICON), theme.colour("brand"))
        tail = width_of(str(self.count), "small")
        left = PAD + ICON + GAP
        font = theme.font("body", 500 if self.here else 400)
        room = frame.width() - left - tail - PAD - 12
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if words != self.text() and not self.toolTip():
            self.setToolTip(self.text())
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self.count else "secondary"))
        painter.drawText(QRectF(left, 0, room + 8, ROW_PX), LEFT, words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(frame.adjusted(0, 0, -PAD, 0), RIGHT, str(self.count))
        if self.ring:
            theme.paint_focus(painter, frame.adjusted(3, 3, -3, -3), 6)


class FacetMenu(Panel):
    """Floats below its chip inside the window; arrows move, Enter picks, Esc or a press elsewhere puts it away."""

    picked = Signal(str)

    def __init__(self, chip: FacetChip) -> None:
        super().__init__(floating=True, parent=chip.window())
        self.chip = chip
        self.rows: list[_Answer] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.area)
        self.fill()

    def fill(self) -> None:
        """Show the answers of the chip as they are now."""
        page = QWidget()
        page.setObjectName("page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self.rows = []
        for key, words, count in self.chip.answers:
            row = _Answer(key, words, count, here=key == self.chip.current)
            row.clicked.connect(lambda _=False, key=key: self.picked.emit(key))
            row.installEventFilter(self)
            inner.addWidget(row)
            self.rows.append(row)
        self.area.setWidget(page)
        self._stand()

    def open(self) -> None:
        """Show it, the keyboard on the answer chosen."""
        self._stand()
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)
        here = next((row for row in self.rows if row.here), self.rows[0])
        here.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Put it away; the keyboard goes back to the chip."""
        QApplication.instance().removeEventFilter(self)
        if self.chip.menu is self:
            self.chip.menu = None
            self.chip.update()
            if self.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False:
                self.chip.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.globalPosition().toPoint()
            if not self._holds(self, spot) and not self._holds(self.chip, spot):
                self.leave()
        elif event.type() == QEvent.Type.KeyPress and watched in self.rows:
            return self._key(event, self.rows.index(watched))
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Hide) and watched is self.chip.window():
            self.leave()
        return False

    def _key(self, event: QKeyEvent, at: int) -> bool:
        steps: dict[int, Callable[[], int]] = {
            Qt.Key.Key_Down: lambda: at + 1, Qt.Key.Key_Up: lambda: at - 1,
            Qt.Key.Key_Home: lambda: 0, Qt.Key.Key_End: lambda: -1,
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() in steps:
            row = self.rows[steps[event.key()]() % len(self.rows)]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(row, 0, 0)
            return True
        return False

    def _stand(self) -> None:
        """Take a place below the chip, or above where there is more room, inside the window."""
        window, edge = self.chip.window(), 8
        wide = min(MENU_MOST_PX, max(MENU_LEAST_PX, round(max(row.wanted_px() for row in self.rows)) + 14))
        tall = len(self.rows) * ROW_PX + 18
        top_left = self.chip.mapTo(window, QPoint(0, 0))
        below = window.height() - top_left.y() - self.chip.height() - edge
        above = top_left.y() - edge
        room = max(below, above)
        tall = min(tall, room)
        y = top_left.y() + self.chip.height() - 4 if below >= above or tall <= below else top_left.y() + 4 - tall
        x = max(edge, min(top_left.x(), window.width() - wide - edge))
        shadow = self.SHADOW
        self.setGeometry(x - shadow, y - shadow, wide + 2 * shadow, tall + 2 * shadow)

    @staticmethod
    def _holds(widget: QWidget, spot: QPoint) -> bool:
        return widget.rect().contains(widget.mapFromGlobal(spot))
