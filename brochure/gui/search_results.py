"""What a search found, by kind: heads and rows that are used again from search to search."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScroller, QVBoxLayout, QWidget

from brochure.gui import theme
from brochure.gui.icons import RECORD_ICONS, paint_icon
from brochure.gui.text_block import TextBlock
from brochure.gui.widgets import LEFT, RIGHT, Panel, Pressable, Scroll, width_of
from brochure.words import Text, kinds
from brochure.words import search as words_of

if TYPE_CHECKING:  # the search is loaded with the first key
    from brochure.search import Group

WIDTH_PX, ROW_PX, HEAD_PX, NOTHING_PX = 420, 44, 28, 68


class Result(Pressable):
    """One hit: icon, name, and why it was found, at the right of the name or below it."""

    below = False

    def __init__(
        self, record_id: str = "", kind: str = "park", name: str = "", why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the box; arrows move the mark
        self.setFixedHeight(ROW_PX)
        self.tell(record_id, kind, name, why)

    def tell(self, record_id: str, kind: str, name: str, why: str) -> None:
        """Show another hit."""
        self.record_id, self.kind, self.why = record_id, kind, why
        self.marked = False
        self.setText(name)
        self.setAccessibleName(f"{name} {why}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, ROW_PX)

    def set_marked(self, marked: bool) -> None:
        if marked != self.marked:
            self.marked = marked
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.brush()
        frame = QRectF(self.rect())
        if self.marked or self.hovered():
            painter.fillRect(frame, theme.colour("wash" if self.marked else "hover"))
        paint_icon(painter, RECORD_ICONS[self.kind], QRectF(14, 13, 18, 18), theme.colour("brand"))
        words = QRectF(44, 0, frame.width() - 44 - 14, ROW_PX)
        if self.below:
            self._write(painter, self.text(), words.adjusted(0, 2, 0, -19), LEFT)
            self._write(painter, self.why, words.adjusted(0, 23, 0, -3), LEFT, small=True)
            return
        why = min(width_of(self.why, "small") + 2, frame.width() * 0.42)
        self._write(painter, self.text(), words.adjusted(0, 0, -why - 10, 0), LEFT)
        self._write(painter, self.why, words.adjusted(words.width() - why, 0, 0, 0), RIGHT, small=True)

    @staticmethod
    def _write(painter: QPainter, words: str, place: QRectF, side: int, *, small: bool = False) -> None:
        font = theme.font("small") if small else theme.font("body", 500)
        painter.setFont(font)
        painter.setPen(theme.colour("secondary" if small else "text"))
        painter.drawText(place, side, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width()))


class GroupHead(QWidget):
    """The kind of the hits below it and how many there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""

    def tell(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def text(self) -> str:
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(QRectF(14, 0, self.width() - 28, self.height()), LEFT, self._words)


class Page(QWidget):
    """Heads and rows from top to bottom, each as wide as the page; those left over from longer lists are hidden."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.rows: list[Result] = []
        self._heads: list[GroupHead] = []
        self._shown: list[tuple[QWidget, int]] = []

    def lay(self, shown: Sequence[tuple[QWidget, int]]) -> int:
        """Put widgets below one another by their heights and return the height of all."""
        kept = {id(widget) for widget, _ in shown}
        for widget in (*self._heads, *self.rows, *(widget for widget, _ in self._shown)):
            if id(widget) not in kept:
                widget.hide()
        self._shown = list(shown)
        height = sum(height for _, height in shown)
        self.setFixedHeight(height)
        self._place()
        for widget, _ in shown:
            widget.show()
        return height

    def row(self, number: int) -> Result:
        """Return a row, made when it is first wanted."""
        while number >= len(self.rows):
            row = Result(parent=self)
            row.below = True  # an English name and a reason do not fit on one line
            row.clicked.connect(lambda *_, row=row: self.chosen.emit(row.record_id))
            self.rows.append(row)
        return self.rows[number]

    def head(self, number: int) -> GroupHead:
        """Return the head of a group, made when it is first wanted."""
        while number >= len(self._heads):
            self._heads.append(GroupHead(self))
        return self._heads[number]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        top = 0
        for widget, height in self._shown:
            widget.setGeometry(0, top, self.width(), height)
            top += height


class Results(Panel):
    """The list below the box; it floats over whatever place is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(floating=True, parent=window)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        self.area = Scroll()
        QScroller.grabGesture(self.area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.page = Page()
        self.area.setWidget(self.page)
        self.nothing = TextBlock("", "body", 400, "secondary", max_lines=2)
        self._holder = QWidget(self.page)
        inner = QVBoxLayout(self._holder)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.addWidget(self.nothing)
        self._holder.hide()
        column.addWidget(self.area)
        self.hide()

    def fill(self, groups: "Sequence[Group]", say: Callable[[Text], str], room: int) -> list[Result]:
        """Show other hits by kind, no higher than ``room``, and return their rows."""
        shown: list[tuple[QWidget, int]] = []
        rows: list[Result] = []
        for number, group in enumerate(groups):
            head, count = self.page.head(number), len(group.hits)
            words = (kinds.KINDS[group.kind], count, group.count)
            head.tell(
                say(words_of.GROUP.fill(*words[:2]) if count == group.count else words_of.GROUP_PART.fill(*words))
            )
            shown.append((head, HEAD_PX))
            for hit in group.hits:
                row = self.page.row(len(rows))
                row.tell(hit.id, hit.kind, say(hit.title), say(hit.why))
                rows.append(row)
                shown.append((row, ROW_PX))
        self._lay(shown, room)
        return rows

    def say_nothing(self, words: str, room: int) -> None:
        """Show a sentence in place of hits."""
        self.nothing.set_text(words)
        self._lay([(self._holder, NOTHING_PX)], room)

    def _lay(self, shown: Sequence[tuple[QWidget, int]], room: int) -> None:
        height = min(self.page.lay(shown), room)
        self.area.verticalScrollBar().setValue(0)
        self.resize(WIDTH_PX + 2 * self.SHADOW, height + 8 + 2 * self.SHADOW)
