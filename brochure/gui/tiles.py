"""Things of equal width beside each other, as many in a row as find room; each row as tall as its tallest."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from brochure.gui.flow import ArrangedLayout, ArrangedWidget


class TileLayout(ArrangedLayout):
    """Equal columns, none narrower than ``least`` pixels, no more than ``most``.

    With ``fill`` a single row is as tall as its place.
    """

    def __init__(self, least: int, gap: int = 12, most: int = 8, *, fill: bool = False) -> None:
        super().__init__()
        self.least, self.gap, self.most, self.fill = least, gap, most, fill

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        shown = max(1, min(self.most, sum(not item.isEmpty() for item in self._items)))
        width = shown * self.least + (shown - 1) * self.gap
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(min(self.least, 120), max((item.minimumSize().height() for item in self._items), default=0))

    def columns(self, width: int) -> int:
        """Return how many stand in a row of this width."""
        shown = sum(not item.isEmpty() for item in self._items)
        return max(1, min(self.most, shown or 1, (width + self.gap) // (self.least + self.gap)))

    def _place(self, frame: QRect, *, move: bool) -> int:
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        count = self.columns(frame.width())
        rows = -(-len(shown) // count)
        count = -(-len(shown) // rows)  # four in 3 + 1 look left over, in 2 + 2 meant
        width = (frame.width() - self.gap * (count - 1)) // count
        y = frame.y()
        for start in range(0, len(shown), count):
            row = shown[start : start + count]
            tall = max(_height(item, width) for item in row)
            if self.fill and rows == 1:
                tall = max(tall, frame.height())
            if move:
                for number, item in enumerate(row):
                    item.setGeometry(QRect(frame.x() + number * (width + self.gap), y, width, tall))
            y += tall + self.gap
        return y - self.gap - frame.y()


class Tiles(ArrangedWidget):
    """A widget around such columns."""

    def __init__(self, least: int, gap: int = 12, most: int = 8, *, fill: bool = False) -> None:
        self.tiles = TileLayout(least, gap, most, fill=fill)
        super().__init__(self.tiles)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
