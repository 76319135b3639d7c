"""Pages of which one is shown; those behind it take no room, so the place is as tall as what is seen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Like a stack of widgets, but never taller than the one in front asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._pages: list[QWidget] = []

    def add(self, page: QWidget) -> None:
        """Put one more page behind the others; the first is shown."""
        self._pages.append(page)
        self._column.addWidget(page)
        page.setVisible(len(self._pages) == 1)

    def current(self) -> QWidget:
        """Return the page that is shown."""
        return next(page for page in self._pages if not page.isHidden())

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        for each in self._pages:
            each.setVisible(each is page)
