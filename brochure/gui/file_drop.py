"""Files let go over a widget."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent


class FileDrop:
    """Mixed into a widget that accepts drops: ``is_over`` while files hover, ``take`` for those that are let go."""

    is_over = False

    def take(self, paths: list[Path]) -> None:
        """Do something with the files."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(over=False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def _set_over(self, *, over: bool) -> None:
        self.is_over = over
        self.update()
