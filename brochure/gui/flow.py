"""Things side by side that go on in the next line when the width is used up."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class ArrangedLayout(QLayout):
    """Items in their order, with a height that follows from the width; how they stand is the heirs' matter."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, frame: QRect) -> None:
        super().setGeometry(frame)
        self._place(frame, move=True)

    def _place(self, frame: QRect, *, move: bool) -> int:
        """Give each item its place, or only tell how tall they would be together."""
        raise NotImplementedError


class ArrangedWidget(QWidget):
    """A widget around such a layout."""

    def __init__(self, layout: ArrangedLayout) -> None:
        super().__init__()
        self.setLayout(layout)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self.layout().addWidget(widget)


class FlowLayout(ArrangedLayout):
    """Left to right, top to bottom, each thing at its own size."""

    def __init__(self, gap: int = 8, row_gap: int | None = None) -> None:
        super().__init__()
        self.gap = gap
        self.row_gap = gap if row_gap is None else row_gap

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(0, item.minimumSize().height()))
        return size

    def _place(self, frame: QRect, *, move: bool) -> int:
        x, y, tall = frame.x(), frame.y(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            hint = item.sizeHint()
            if x > frame.x() and x + hint.width() > frame.right() + 1:
                x, y, tall = frame.x(), y + tall + self.row_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(hint.width(), frame.width()), hint.height())))
            x += hint.width() + self.gap
            tall = max(tall, hint.height())
        return y + tall - frame.y()


class Flow(ArrangedWidget):
    """A widget around a flow."""

    def __init__(self, gap: int = 8, row_gap: int | None = None) -> None:
        self.flow = FlowLayout(gap, row_gap)
        super().__init__(self.flow)
